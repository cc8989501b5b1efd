//! The results laid out as the tables of the package: every combination of codes has a row, in the order of the
//! spec, and what nobody was counted for is 0.

use std::collections::BTreeMap;

use data::open::DESCRIPTION;
use serde_json::{Map, Value, json};
use text::{Lang, publish};

use super::results::{Results, Row};
use super::spec::{OF_POPULATION, Spec, TableSpec, column};
use super::sql::{CHANGES, splits_december, stock_dimensions};
use crate::outcome::Stop;

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Twice the number, so that halves are whole.
    Twice(i64),
    /// Not known yet.
    NotApplicable,
}

/// What a row was counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Persons {
    /// Who emigrated.
    pub emigrants: i64,
    /// Of them, who came back after some move.
    pub returners: i64,
    /// Of them, who did not come back after some move.
    pub stayers: i64,
    /// At least so many were resident: the most on any one date.
    pub residents: i64,
}

/// A table that was counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// As the spec has it.
    pub spec: TableSpec,
    /// The codes of each dimension.
    pub codes: Vec<Vec<String>>,
    /// The cells, row by row, a cell a measure.
    pub rows: Vec<Vec<Count>>,
    /// The persons behind each row.
    pub persons: Vec<Persons>,
}

#[derive(Clone, Default)]
struct Sums {
    emigrations: i64,
    returned: i64,
    population: [i64; 2],
    persons: Persons,
    /// Residents by date: year and end.
    dates: BTreeMap<(i32, usize), i64>,
}

impl Counted {
    /// The codes of a row.
    pub fn key(&self, row: usize) -> Vec<&str> {
        let mut rest = row;
        let mut key: Vec<&str> = Vec::new();
        for codes in self.codes.iter().rev() {
            key.push(&codes[rest % codes.len()]);
            rest /= codes.len();
        }
        key.reverse();
        key
    }

    /// The row of some codes; the first that is not listed when there is one.
    fn row(&self, key: &[&str]) -> Result<usize, (usize, String)> {
        let mut row = 0;
        for (at, (codes, code)) in self.codes.iter().zip(key).enumerate() {
            let place = codes.iter().position(|own| own == code);
            row = row * codes.len() + place.ok_or_else(|| (at, (*code).to_owned()))?;
        }
        Ok(row)
    }

    /// The table as CSV.
    pub fn csv(&self) -> String {
        let mut csv = [self.spec.dimensions.clone(), self.spec.measures.clone()]
            .concat()
            .join(",")
            + "\n";
        for (row, cells) in self.rows.iter().enumerate() {
            let mut fields: Vec<String> = self.key(row).into_iter().map(str::to_owned).collect();
            fields.extend(cells.iter().map(|cell| written(*cell)));
            csv += &fields.join(",");
            csv.push('\n');
        }
        csv
    }

    /// The persons behind the rows as CSV. It does not leave the zone.
    pub fn persons_csv(&self) -> String {
        let mut csv = self
            .spec
            .dimensions
            .iter()
            .map(|name| format!("{name},"))
            .collect::<String>();
        csv += "emigrants,returners,stayers,residents\n";
        for (row, persons) in self.persons.iter().enumerate() {
            let key: String = self
                .key(row)
                .iter()
                .map(|code| format!("{code},"))
                .collect();
            let Persons {
                emigrants,
                returners,
                stayers,
                residents,
            } = persons;
            csv += &format!("{key}{emigrants},{returners},{stayers},{residents}\n");
        }
        csv
    }

    /// The sum of a measure, doubled.
    pub fn sum(&self, measure: &str) -> Option<i64> {
        let at = self.spec.measures.iter().position(|name| name == measure)?;
        let cells = self.rows.iter().map(|row| match row[at] {
            Count::Twice(twice) => Some(twice),
            Count::NotApplicable => None,
        });
        cells.sum()
    }
}

/// A number, or the mark of what stands in its place.
pub fn written(cell: Count) -> String {
    match cell {
        Count::Twice(twice) => format!("{}{}", twice / 2, if twice % 2 == 0 { "" } else { ".5" }),
        Count::NotApplicable => ".".to_owned(),
    }
}

/// Every table of the spec.
pub fn lay_out(spec: &Spec, results: Results) -> Result<Vec<Counted>, Stop> {
    let stock = spec.tables.iter().any(TableSpec::has_population);
    let stock = if stock {
        stocks(spec, results)?
    } else {
        Vec::new()
    };
    let tables = spec
        .tables
        .iter()
        .map(|table| one(spec, table, &stock, results));
    tables.collect()
}

/// Residents at one end of a year.
struct Stock {
    codes: BTreeMap<&'static str, String>,
    age: i32,
    year: i32,
    /// 0 for 1 January, 1 for 31 December.
    end: usize,
    /// Negative of those who count at another level.
    residents: i64,
}

/// Both ends of every year. The 1 January after is the 31 December of who is a year younger in the tables.
fn stocks(spec: &Spec, results: Results) -> Result<Vec<Stock>, Stop> {
    let dimensions = stock_dimensions(spec);
    let numbers = ["birth_year", "year", "residents"];
    let january = results.read("stock", &numbers)?;
    let changes = match splits_december(spec) {
        true => Some(results.read(CHANGES, &numbers)?),
        false => None,
    };
    let mut all = Vec::new();
    // Counts of every row of the input have the level as it stands there.
    let unknown =
        (spec.rules.missing_education != "refuse").then_some(&spec.rules.missing_education);
    let code = |row: Row, name: &str, level: Option<&str>| {
        let own = level.filter(|_| name == "education");
        match (name, own.unwrap_or_else(|| row.text(column(name))), unknown) {
            ("education", "", Some(level)) => level.clone(),
            (_, text, _) => text.to_owned(),
        }
    };
    let mut add = |row: Row, end: usize, level: Option<&str>, sign: i64| {
        let year = row.number("year") as i32 - end as i32;
        let age = year - row.number("birth_year") as i32;
        let counted = (spec.years[0]..=spec.years[1]).contains(&year);
        if counted && (spec.ages[0]..=spec.ages[1]).contains(&age) {
            let codes = dimensions
                .iter()
                .map(|name| (*name, code(row, name, level)));
            all.push(Stock {
                codes: codes.collect(),
                age,
                year,
                end,
                residents: sign * row.number("residents"),
            });
        }
    };
    january.iter().for_each(|row| add(row, 0, None, 1));
    january.iter().for_each(|row| add(row, 1, None, 1));
    if let Some(changes) = changes {
        for row in changes.iter() {
            add(row, 1, Some(row.text("before")), 1);
            add(row, 1, None, -1);
        }
    }
    Ok(all)
}

fn one(spec: &Spec, table: &TableSpec, stock: &[Stock], results: Results) -> Result<Counted, Stop> {
    let codes: Vec<Vec<String>> = table
        .dimensions
        .iter()
        .map(|name| spec.table_codes(table, name))
        .collect();
    let rows = codes.iter().map(Vec::len).product();
    let mut counted = Counted {
        spec: table.clone(),
        codes,
        rows: Vec::new(),
        persons: Vec::new(),
    };
    let mut sums = vec![Sums::default(); rows];
    let unknown = |(at, code): (usize, String)| {
        let dimension: &str = &table.dimensions[at];
        let reason = publish::code_unknown(results.lang, &table.name, dimension, &code);
        Stop::Refused(reason)
    };
    if table.has_moves() {
        let mut numbers = vec!["emigrations", "emigrants"];
        if table.years_since().is_some() {
            numbers.extend(["returned", "returners", "stayers"]);
        }
        for row in results
            .read(&format!("moves_{}", table.name), &numbers)?
            .iter()
        {
            let key: Vec<&str> = table
                .dimensions
                .iter()
                .map(|name| row.text(column(name)))
                .collect();
            let sums = &mut sums[counted.row(&key).map_err(unknown)?];
            sums.emigrations += row.number("emigrations");
            sums.returned += row.number("returned");
            sums.persons.emigrants += row.number("emigrants");
            sums.persons.returners += row.number("returners");
            sums.persons.stayers += row.number("stayers");
        }
    }
    if table.has_population() {
        let periods = periods(spec);
        let only: Vec<(&String, Vec<String>)> = table
            .only
            .keys()
            .map(|name| (name, table.only_codes(name).unwrap_or_default()))
            .collect();
        for stock in stock {
            let (age, year) = (stock.age.to_string(), stock.year.to_string());
            let code = |dimension: &str| match dimension {
                "age" => age.as_str(),
                "year" => year.as_str(),
                "period" => periods.get(&stock.year).map_or("", String::as_str),
                name => stock.codes.get(name).map_or("", String::as_str),
            };
            if only
                .iter()
                .any(|(name, codes)| !codes.iter().any(|one| one == code(name)))
            {
                continue;
            }
            let key: Vec<&str> = table.dimensions.iter().map(|name| code(name)).collect();
            let sums = &mut sums[counted.row(&key).map_err(unknown)?];
            sums.population[stock.end] += stock.residents;
            *sums.dates.entry((stock.year, stock.end)).or_default() += stock.residents;
        }
    }
    for (row, sums) in sums.into_iter().enumerate() {
        let key = counted.key(row);
        let unobserved = last_asked(spec, table, &key) > spec.last_january;
        let cells = table.measures.iter().map(|measure| match measure.as_str() {
            "emigrations" => Count::Twice(2 * sums.emigrations),
            "returned_5y" | "returned" if unobserved => Count::NotApplicable,
            "returned_5y" | "returned" => Count::Twice(2 * sums.returned),
            "population_jan1" => Count::Twice(2 * sums.population[0]),
            "population_dec31" => Count::Twice(2 * sums.population[1]),
            _ => Count::Twice(sums.population[0] + sums.population[1]),
        });
        let cells = cells.collect();
        let residents = sums.dates.values().copied().max().unwrap_or(0);
        counted.rows.push(cells);
        counted.persons.push(Persons {
            residents,
            ..sums.persons
        });
    }
    Ok(counted)
}

/// The period of each year.
fn periods(spec: &Spec) -> BTreeMap<i32, String> {
    let codes = spec.codes("period");
    let years = codes
        .iter()
        .filter_map(|code| Some((Spec::period_years(code)?, code)));
    years
        .flat_map(|([from, to], code)| (from..=to).map(move |year| (year, code.clone())))
        .collect()
}

/// The last 1 January on which it is asked who of a row is back; none where it is not asked.
fn last_asked(spec: &Spec, table: &TableSpec, key: &[&str]) -> i32 {
    let Some(since) = table.years_since() else {
        return i32::MIN;
    };
    let at = |name: &str| {
        let place = table.dimensions.iter().position(|own| own == name)?;
        key.get(place).copied()
    };
    let since = at("years_since")
        .and_then(|code| code.parse().ok())
        .or(since.first().copied());
    let of_period = at("period").and_then(Spec::period_years).map(|[_, to]| to);
    let of_year = at("year").and_then(|code| code.parse().ok());
    let only = table
        .only_codes("year")
        .and_then(|codes| codes.iter().filter_map(|code| code.parse().ok()).max());
    let latest = of_year.or(of_period).unwrap_or(spec.years[1]);
    latest.min(only.unwrap_or(spec.years[1])) + since.unwrap_or(0)
}

/// The files of a package: its description and its tables.
pub fn package(spec: &Spec, tables: &[Counted]) -> Vec<(String, String)> {
    let mut description = spec.package.clone();
    description.insert(
        "resources".to_owned(),
        tables.iter().map(resource).collect(),
    );
    let text = serde_json::to_string_pretty(&Value::Object(description)).unwrap_or_default() + "\n";
    let mut files = vec![(DESCRIPTION.to_owned(), text)];
    files.extend(
        tables
            .iter()
            .map(|table| (format!("{}.csv", table.spec.name), table.csv())),
    );
    files
}

fn resource(table: &Counted) -> Value {
    let own = &table.spec;
    let field = |name: &str, role: &str| {
        let kind = match name {
            "person_years" => "number",
            "age" | "year" | "years_since" => "integer",
            _ if role == "measure" => "integer",
            _ => "string",
        };
        json!({"name": name, "type": kind, "role": role})
    };
    let fields = own.dimensions.iter().map(|name| field(name, "dimension"));
    let fields: Vec<Value> = fields
        .chain(own.measures.iter().map(|name| field(name, "measure")))
        .collect();
    let marks = [
        ("", "missing"),
        ("..", "missing"),
        (":", "suppressed"),
        (".", "not_applicable"),
    ];
    let marks: Vec<Value> = marks
        .iter()
        .map(|(value, label)| json!({"value": value, "label": label}))
        .collect();
    let mut entries = Map::new();
    let mut set = |key: &str, value: Value| {
        entries.insert(key.to_owned(), value);
    };
    set("name", json!(own.name));
    set("path", json!(format!("{}.csv", own.name)));
    set("profile", json!("tabular-data-resource"));
    if let Some(title) = own.titles.get("en").or(own.titles.get("nb")) {
        set("title", title.clone());
        set("titles", Value::Object(own.titles.clone()));
    }
    set("format", json!("csv"));
    set("mediatype", json!("text/csv"));
    set("encoding", json!("utf-8"));
    set("dialect", json!({"delimiter": ",", "header": true}));
    set("decimalChar", json!("."));
    if own.deferred {
        set("deferred", json!(true));
    }
    // What the table covers is said where the columns do not say it.
    let mut coverage = own.only.clone();
    coverage.remove("years_since");
    if !coverage.is_empty() {
        set("coverage", Value::Object(coverage));
    }
    set(
        "schema",
        json!({"fields": fields, "missingValues": marks, "primaryKey": own.dimensions}),
    );
    Value::Object(entries)
}

/// Whether the tables count the same: a measure that several tables have for everybody and all years must
/// add up to one number. Gives the measure with the tables and their sums, doubled.
pub fn totals(tables: &[Counted]) -> Vec<(String, Vec<(String, i64)>)> {
    let mut totals = Vec::new();
    for measure in [&OF_POPULATION[..], &["emigrations"]].concat() {
        let whole = tables.iter().filter(|table| {
            let is_whole = table.spec.only.keys().all(|name| name == "years_since");
            let once = !table
                .spec
                .dimensions
                .iter()
                .any(|name| name == "years_since");
            is_whole && once && table.spec.measures.iter().any(|own| own == measure)
        });
        let sums = whole.filter_map(|table| Some((table.spec.name.clone(), table.sum(measure)?)));
        let sums: Vec<(String, i64)> = sums.collect();
        if !sums.is_empty() {
            totals.push((measure.to_owned(), sums));
        }
    }
    totals
}

/// Whether the sums are one number.
pub fn agree(sums: &[(String, i64)]) -> bool {
    sums.windows(2).all(|pair| pair[0].1 == pair[1].1)
}

/// Which table sums differ, in words.
pub fn disagreement(lang: Lang, measure: &str, sums: &[(String, i64)]) -> String {
    let told = sums
        .iter()
        .map(|(table, twice)| format!("{table} {}", written(Count::Twice(*twice))));
    publish::totals_differ(lang, measure, &told.collect::<Vec<_>>().join(", "))
}
