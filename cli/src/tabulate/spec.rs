//! `spec.json`: what is counted, by which rules, and what it is called.

use data::table::expand_range;
use serde::Deserialize;
use serde_json::{Map, Value};
use text::{Lang, publish};

use crate::outcome::Stop;

/// The whole of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// What the package says of itself: its `datapackage.json` without the tables.
    pub package: Map<String, Value>,
    /// First and last age, reached on 31 December.
    pub ages: [i32; 2],
    /// First and last year.
    pub years: [i32; 2],
    /// The last 1 January that residents are known for.
    pub last_january: i32,
    /// The files.
    pub inputs: Inputs,
    /// Columns of the person file beside those that are always there: `sex`, `death_year`.
    #[serde(default)]
    pub columns: Vec<String>,
    /// What the number of a person is: `integer` or `text`.
    #[serde(default = "integer")]
    pub person: String,
    /// What is done where the input leaves a choice.
    pub rules: Rules,
    /// When a number is too small to be published.
    pub disclosure: Disclosure,
    /// The tables.
    pub tables: Vec<TableSpec>,
}

fn integer() -> String {
    "integer".to_owned()
}

/// Files beside the spec: CSV or Parquet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// One row a person.
    pub person: String,
    /// One row a person and 1 January.
    pub resident: String,
    /// One row a move.
    pub emigration: String,
    /// Countries and what they are merged to; always CSV.
    pub country_groups: String,
}

/// What is done where the input leaves a choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The level that the population of 31 December is counted with: `next_january`, or `this_january`
    /// (of who was not resident then: the next one).
    pub education_dec31: String,
    /// The level of who has none registered, or `refuse`.
    pub missing_education: String,
    /// Countries that are not listed: `refuse` or `as_unknown`.
    pub unknown_country: String,
    /// Rows that contradict each other: `refuse` or `leave_out`.
    pub bad_rows: String,
}

/// When a number is too small to be published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Numbers of fewer persons are withheld.
    pub threshold: i64,
    /// Whoever adds up and subtracts what is published must be left with so wide a range.
    pub interval: i64,
    /// Whether it is withheld that all, or none, of some emigrants came back.
    #[serde(default = "yes")]
    pub all_or_none: bool,
}

fn yes() -> bool {
    true
}

/// A table to be published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Name and, with `.csv`, file.
    pub name: String,
    /// Title by language.
    #[serde(default)]
    pub titles: Map<String, Value>,
    /// Dimensions in the order of the columns.
    pub dimensions: Vec<String>,
    /// Measures in the order of the columns.
    pub measures: Vec<String>,
    /// The only codes, or ranges of them, that are counted of a dimension.
    #[serde(default, rename = "where")]
    pub only: Map<String, Value>,
    /// Whether the site draws its first view without the table.
    #[serde(default)]
    pub deferred: bool,
}

/// Every dimension there is, with the column in SQL.
pub const DIMENSIONS: [(&str, &str); 10] = [
    ("group", "grp"),
    ("origin", "origin"),
    ("education", "education"),
    ("sex", "sex"),
    ("age", "age"),
    ("year", "year"),
    ("period", "period"),
    ("destination", "destination"),
    ("destination_kind", "destination_kind"),
    ("years_since", "years_since"),
];

/// Dimensions whose codes are numbers in queries.
pub const OF_NUMBERS: [&str; 3] = ["age", "year", "years_since"];

/// Whether a code cannot stand in CSV files and queries as it is: engines read quotes and backslashes in their ways.
fn is_odd(code: &str) -> bool {
    let is_odd = |letter: char| letter.is_control() || ",\"'\\".contains(letter);
    code.is_empty() || code.contains(is_odd)
}

/// Dimensions that residents have.
const OF_RESIDENTS: [&str; 7] = [
    "group",
    "origin",
    "education",
    "sex",
    "age",
    "year",
    "period",
];

/// Measures that are counted of residents.
pub const OF_POPULATION: [&str; 3] = ["person_years", "population_jan1", "population_dec31"];

/// Measures that are counted of moves.
const OF_MOVES: [&str; 3] = ["emigrations", "returned_5y", "returned"];

/// The column of a dimension in SQL.
pub fn column(dimension: &str) -> &'static str {
    DIMENSIONS
        .iter()
        .find(|(name, _)| *name == dimension)
        .map_or("", |(_, column)| column)
}

impl TableSpec {
    /// Whether residents are counted for it.
    pub fn has_population(&self) -> bool {
        self.measures
            .iter()
            .any(|measure| OF_POPULATION.contains(&measure.as_str()))
    }

    /// Whether moves are counted for it.
    pub fn has_moves(&self) -> bool {
        self.measures
            .iter()
            .any(|measure| OF_MOVES.contains(&measure.as_str()))
    }

    /// The years after which it is asked who is back: of `returned_5y` and of `years_since`.
    pub fn years_since(&self) -> Option<Vec<i32>> {
        if self.measures.iter().any(|measure| measure == "returned_5y") {
            return Some(vec![5]);
        }
        let own = self.dimensions.iter().any(|name| name == "years_since");
        own.then(|| self.only_codes("years_since").unwrap_or_default())
            .map(|codes| codes.iter().filter_map(|code| code.parse().ok()).collect())
    }

    /// The only codes counted of a dimension; `None` when all are.
    pub fn only_codes(&self, dimension: &str) -> Option<Vec<String>> {
        let codes = self.only.get(dimension)?.as_array()?;
        let texts = codes.iter().filter_map(Value::as_str);
        Some(texts.flat_map(expand_range).collect())
    }
}

impl Spec {
    /// Reads a spec and sees that it can be carried out.
    pub fn parse(text: &str, lang: Lang) -> Result<Spec, Stop> {
        let spec: Spec = serde_json::from_str(text)
            .map_err(|error| Stop::Refused(publish::spec_unreadable(lang, &error.to_string())))?;
        let wrong = spec.wrong();
        let sentences = wrong
            .iter()
            .map(|(place, found, expected)| publish::spec_wrong(lang, place, found, expected));
        match wrong.is_empty() {
            true => Ok(spec),
            false => Err(Stop::Refused(sentences.collect::<Vec<_>>().join("\n"))),
        }
    }

    /// Everything that cannot be carried out: where, what was found, what was expected.
    fn wrong(&self) -> Vec<(String, String, String)> {
        let mut wrong = Vec::new();
        let mut expect = |holds: bool, place: &str, found: String, expected: &str| {
            if !holds {
                wrong.push((place.to_owned(), found, expected.to_owned()));
            }
        };
        let range = |[from, to]: [i32; 2]| format!("{from}..{to}");
        expect(
            self.ages[0] <= self.ages[1],
            "ages",
            range(self.ages),
            "[18, 35]",
        );
        expect(
            self.years[0] <= self.years[1],
            "years",
            range(self.years),
            "[2000, 2023]",
        );
        let january = self.last_january;
        // Each year is a binary digit of a number of 64, with room for rows that stand twice.
        let most = self.years[0].saturating_add(50);
        let after = format!("{} … {most}", self.years[1].saturating_add(1));
        expect(
            january > self.years[1] && january <= most,
            "last_january",
            january.to_string(),
            &after,
        );
        let number = self.person.as_str();
        expect(
            ["integer", "text"].contains(&number),
            "person",
            number.to_owned(),
            "integer | text",
        );
        let rules = &self.rules;
        let day = rules.education_dec31.as_str();
        let days = ["this_january", "next_january"];
        expect(
            days.contains(&day),
            "rules.education_dec31",
            day.to_owned(),
            &days.join(" | "),
        );
        let country = rules.unknown_country.as_str();
        let choices = ["refuse", "as_unknown"];
        expect(
            choices.contains(&country),
            "rules.unknown_country",
            country.to_owned(),
            &choices.join(" | "),
        );
        let bad = rules.bad_rows.as_str();
        let choices = ["refuse", "leave_out"];
        expect(
            choices.contains(&bad),
            "rules.bad_rows",
            bad.to_owned(),
            &choices.join(" | "),
        );
        let levels = self.codes("education");
        let level = &rules.missing_education;
        let known = level == "refuse" || (levels.contains(level) && !is_odd(level));
        let choices = format!("refuse | {}", levels.join(" | "));
        expect(known, "rules.missing_education", level.clone(), &choices);
        for column in &self.columns {
            let known = ["sex", "death_year"].contains(&column.as_str());
            expect(known, "columns", column.clone(), "sex | death_year");
        }
        let threshold = self.disclosure.threshold;
        expect(
            threshold > 0,
            "disclosure.threshold",
            threshold.to_string(),
            "1 …",
        );
        expect(!self.tables.is_empty(), "tables", "[]".to_owned(), "[{…}]");
        for (at, table) in self.tables.iter().enumerate() {
            let place = format!("tables.{}", table.name);
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
            let plain = !table.name.is_empty() && table.name.chars().all(is_plain);
            expect(plain, "tables.name", table.name.clone(), "a-z 0-9 _ -");
            let twice = self.tables[..at]
                .iter()
                .any(|other| other.name == table.name);
            expect(!twice, "tables.name", table.name.clone(), "≠");
            for dimension in &table.dimensions {
                let known = !column(dimension).is_empty();
                let all: Vec<&str> = DIMENSIONS.iter().map(|(name, _)| *name).collect();
                expect(known, &place, dimension.clone(), &all.join(" | "));
                let codes = self.table_codes(table, dimension);
                let odd = codes.iter().find(|code| is_odd(code));
                expect(
                    odd.is_none(),
                    &place,
                    odd.cloned().unwrap_or_default(),
                    "a-z 0-9 _ - .",
                );
                let codes = !codes.is_empty();
                let where_from = format!("package.labels.{dimension} | where.{dimension}");
                expect(!known || codes, &place, dimension.clone(), &where_from);
                let counted = dimension != "sex" || self.columns.contains(dimension);
                expect(counted, "columns", String::new(), "sex");
            }
            for name in table.only.keys() {
                let known = !column(name).is_empty();
                let all: Vec<&str> = DIMENSIONS.iter().map(|(name, _)| *name).collect();
                expect(known, &place, format!("where.{name}"), &all.join(" | "));
                let is_number = OF_NUMBERS.contains(&name.as_str());
                let codes = table.only_codes(name).unwrap_or_default();
                let odd = codes.iter().find(|code| match is_number {
                    true => code.parse::<i32>().is_err(),
                    false => is_odd(code),
                });
                let expected = if is_number { "0-9" } else { "a-z 0-9 _ - ." };
                let found = odd.map(|code| format!("where.{name}: {code}"));
                expect(odd.is_none(), &place, found.unwrap_or_default(), expected);
            }
            let all = [OF_POPULATION, OF_MOVES].concat();
            for measure in &table.measures {
                expect(
                    all.contains(&measure.as_str()),
                    &place,
                    measure.clone(),
                    &all.join(" | "),
                );
            }
            expect(
                !table.measures.is_empty(),
                &place,
                "measures: []".to_owned(),
                &all.join(" | "),
            );
            let strange = table
                .dimensions
                .iter()
                .find(|name| !OF_RESIDENTS.contains(&name.as_str()));
            if let Some(name) = strange.filter(|_| table.has_population()) {
                expect(false, &place, name.clone(), &OF_RESIDENTS.join(" | "));
            }
            let since = table.dimensions.iter().any(|name| name == "years_since");
            let returned = table.measures.iter().any(|name| name == "returned");
            expect(
                since == returned,
                &place,
                table.measures.join(", "),
                "years_since + returned",
            );
            for (dimension, value) in &table.only {
                let listed = value
                    .as_array()
                    .is_some_and(|list| list.iter().all(Value::is_string));
                let known = !column(dimension).is_empty();
                expect(
                    listed && known,
                    &place,
                    format!("where.{dimension}"),
                    "[\"…\"]",
                );
            }
        }
        wrong
    }

    /// The codes of a dimension in the order in which they are published.
    pub fn codes(&self, dimension: &str) -> Vec<String> {
        let range = |[from, to]: [i32; 2]| (from..=to).map(|code| code.to_string()).collect();
        match dimension {
            "age" => range(self.ages),
            "year" => range(self.years),
            _ => {
                let labels = self
                    .package
                    .get("labels")
                    .and_then(|labels| labels.get(dimension));
                let labels = labels.and_then(Value::as_object);
                labels.map_or(Vec::new(), |labels| labels.keys().cloned().collect())
            }
        }
    }

    /// The codes of a dimension in a table.
    pub fn table_codes(&self, table: &TableSpec, dimension: &str) -> Vec<String> {
        let all = self.codes(dimension);
        match table.only_codes(dimension) {
            Some(only) if all.is_empty() => only,
            Some(only) => all.into_iter().filter(|code| only.contains(code)).collect(),
            None => all,
        }
    }

    /// The years of a period.
    pub fn period_years(code: &str) -> Option<[i32; 2]> {
        let (from, to) = code.split_once(['-', '–'])?;
        Some([from.trim().parse().ok()?, to.trim().parse().ok()?])
    }

    /// Whether the person file says when people died.
    pub fn knows_deaths(&self) -> bool {
        self.columns.iter().any(|column| column == "death_year")
    }

    /// Whether the person file says the sex.
    pub fn knows_sex(&self) -> bool {
        self.columns.iter().any(|column| column == "sex")
    }
}
