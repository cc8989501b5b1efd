//! The queries: integers only, and nothing but joins, unions, cases, counts and groups, so that one text runs
//! on every engine and can be read before it is run.
//!
//! Age on 31 December is `year - birth_year`. Halves of person-years are taken outside.

use super::spec::{DIMENSIONS, OF_NUMBERS, Spec, TableSpec, column};

/// A query with the name of its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Name of the result.
    pub name: String,
    /// One `SELECT`, without a semicolon.
    pub sql: String,
}

/// What the queries read: name and `SELECT`, in the order in which they build on each other. Below them are
/// the inputs as `person`, `resident`, `emigration` and `country`, with `grp` for the reserved `group`.
pub fn views(spec: &Spec) -> Vec<Query> {
    let strict = refuses(spec);
    let mut extra = String::new();
    let mut grouped = String::new();
    for name in &spec.columns {
        extra += &format!(", {name}");
        grouped += &format!(", MIN({name}) AS {name}");
    }
    let death = match spec.knows_deaths() {
        true => "p.death_year",
        false => "NULL",
    };
    let alive = |date: &str| match spec.knows_deaths() {
        true => format!(" AND (p.death_year IS NULL OR {date} <= p.death_year)"),
        false => String::new(),
    };
    let persons = match strict {
        true => format!("SELECT person, birth_year, grp, origin_base{extra} FROM person"),
        false => format!(
            "SELECT person, MIN(birth_year) AS birth_year, MIN(grp) AS grp, MIN(origin_base) AS origin_base{grouped}\n\
             FROM person GROUP BY person HAVING COUNT(*) = 1"
        ),
    };
    let level = |name: &str| match spec.rules.missing_education.as_str() {
        "refuse" => name.to_owned(),
        level => {
            let level = quoted(level);
            format!("CASE WHEN {name} IS NULL OR {name} = '' THEN {level} ELSE {name} END")
        }
    };
    let residents = match strict {
        true => format!(
            "SELECT person, year, {} AS education FROM resident",
            level("education")
        ),
        false => format!(
            "SELECT r.person, r.year, MIN({level}) AS education\n\
             FROM resident r JOIN persons p ON p.person = r.person\n\
             WHERE r.year > p.birth_year{alive}\n\
             GROUP BY r.person, r.year HAVING MIN({level}) = MAX({level})",
            level = level("r.education"),
            alive = alive("r.year"),
        ),
    };
    let emigrations = match strict {
        true => format!(
            "SELECT person, emigration_no, year, {} AS education, destination_country FROM emigration",
            level("education")
        ),
        false => format!(
            "SELECT e.person, e.emigration_no, MIN(e.year) AS year, MIN({level}) AS education,\n  \
             MIN(COALESCE(e.destination_country, '')) AS destination_country\n\
             FROM emigration e JOIN persons p ON p.person = e.person\n\
             WHERE e.year >= p.birth_year{alive}\n\
             GROUP BY e.person, e.emigration_no\n\
             HAVING MIN(e.year) = MAX(e.year) AND MIN({level}) = MAX({level})\n  \
             AND MIN(COALESCE(e.destination_country, '')) = MAX(COALESCE(e.destination_country, ''))",
            level = level("e.education"),
            alive = alive("e.year"),
        ),
    };
    let sex = if spec.knows_sex() { ", p.sex" } else { "" };
    // The origin is looked up only where some table has it.
    let has_origin = |table: &TableSpec| {
        table
            .dimensions
            .iter()
            .chain(table.only.keys())
            .any(|name| name == "origin")
    };
    let (origin, bases) = match spec.tables.iter().any(has_origin) {
        true => (
            "b.origin",
            " LEFT JOIN (SELECT base_group, MIN(origin_group) AS origin FROM country GROUP BY base_group) b\n  \
             ON b.base_group = p.origin_base",
        ),
        false => ("NULL AS origin", ""),
    };
    let people = format!(
        "SELECT p.person, p.birth_year, p.grp, p.origin_base, {origin}, {death} AS death_year{sex}\n\
         FROM persons p{bases}"
    );
    let ([first, last], [young, old]) = (spec.years, spec.ages);
    let destination = "CASE WHEN c.country IS NULL THEN 'unknown' WHEN c.base_group = p.origin_base THEN 'origin' \
                       ELSE c.destination END";
    let kind = "CASE WHEN c.country IS NULL THEN 'unknown' WHEN c.base_group = p.origin_base THEN 'origin' \
                ELSE 'other' END";
    let moves = format!(
        "SELECT e.person, p.grp, p.origin, e.education, e.year - p.birth_year AS age, e.year,\n  \
         {period} AS period,\n  {destination} AS destination,\n  {kind} AS destination_kind, p.death_year{sex}\n\
         FROM emigrations e JOIN people p ON p.person = e.person\n  \
         LEFT JOIN country c ON c.country = e.destination_country\n\
         WHERE e.year BETWEEN {first} AND {last} AND e.year - p.birth_year BETWEEN {young} AND {old}",
        period = period(spec, "e.year"),
    );
    // Most keep their level: only of the others it must be looked up when they changed it.
    let changed = "SELECT r.person, r.year, r.education\n\
                   FROM residents r JOIN (SELECT person FROM residents GROUP BY person\n  \
                   HAVING MIN(education) <> MAX(education)) c ON c.person = r.person";
    let mut views = vec![
        ("persons", persons),
        ("residents", residents),
        ("emigrations", emigrations),
        ("people", people),
        ("moves", moves),
    ];
    views.push((
        "seen",
        "SELECT r.person, r.year, r.education\n\
         FROM residents r JOIN (SELECT person FROM moves GROUP BY person) m ON m.person = r.person"
            .to_owned(),
    ));
    if splits_december(spec) {
        views.push(("changed", changed.to_owned()));
    }
    if let Some(followed) = followed(spec) {
        views.push(("followed", followed));
    }
    named(views)
}

/// Views that an engine keeps the rows of: they are few, asked for again and again, and cost a pass over
/// everybody each time they are made.
pub const KEPT: [&str; 3] = ["moves", "seen", "changed"];

/// Whether rows that contradict each other end the run, so that nothing has to be left out before it is counted.
pub fn refuses(spec: &Spec) -> bool {
    spec.rules.bad_rows == "refuse"
}

/// The moves with, for each number of years, whether the person was resident then, or dead.
fn followed(spec: &Spec) -> Option<String> {
    let mut all: Vec<i32> = spec
        .tables
        .iter()
        .filter_map(TableSpec::years_since)
        .flatten()
        .collect();
    all.sort_unstable();
    all.dedup();
    let numbers: Vec<String> = all
        .iter()
        .map(|years| format!("SELECT {years} AS years_since"))
        .collect();
    let names = [
        "person",
        "grp",
        "origin",
        "education",
        "age",
        "year",
        "period",
        "destination",
        "destination_kind",
    ];
    let mut columns: Vec<String> = names.iter().map(|name| format!("m.{name}")).collect();
    if spec.knows_sex() {
        columns.push("m.sex".to_owned());
    }
    (!all.is_empty()).then(|| {
        format!(
            "SELECT {columns}, s.years_since,\n  \
             CASE WHEN r.person IS NOT NULL OR m.death_year < m.year + s.years_since THEN 1 ELSE 0 END AS back\n\
             FROM moves m CROSS JOIN ({numbers}) s\n  \
             LEFT JOIN seen r ON r.person = m.person AND r.year = m.year + s.years_since",
            columns = columns.join(", "),
            numbers = numbers.join(" UNION ALL "),
        )
    })
}

fn named(queries: Vec<(&str, String)>) -> Vec<Query> {
    let queries = queries.into_iter();
    queries
        .map(|(name, sql)| Query {
            name: name.to_owned(),
            sql,
        })
        .collect()
}

/// The period that a year belongs to; nothing where no period has it.
fn period(spec: &Spec, year: &str) -> String {
    let codes = spec.codes("period");
    let cases = codes.iter().filter_map(|code| {
        let [from, to] = Spec::period_years(code)?;
        Some(format!(
            " WHEN {year} BETWEEN {from} AND {to} THEN {}",
            quoted(code)
        ))
    });
    let cases: String = cases.collect();
    match cases.is_empty() {
        true => "NULL".to_owned(),
        false => format!("CASE{cases} END"),
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// What the input has that contradicts itself, a count each, also those at 0: what stands more than once, and
/// for residents and moves in one pass what does not fit the person. Where such rows end the run, [`stocks`]
/// has what is wrong with residents.
fn checks(spec: &Spec) -> Vec<(&'static str, String)> {
    let ([first, last], [young, old]) = (spec.years, spec.ages);
    let twice = [
        ("person_twice", "person", "person"),
        ("emigration_twice", "emigration", "person, emigration_no"),
        ("country_twice", "country", "country"),
    ];
    let twice = twice.map(|(name, table, keys): (&str, &str, &str)| {
        format!(
            "SELECT '{name}' AS problem, COUNT(*) AS found\n  \
             FROM (SELECT {keys} FROM {table} GROUP BY {keys} HAVING COUNT(*) > 1) t"
        )
    });
    let count = |condition: &str, name: &str| {
        format!("SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS {name}")
    };
    let in_scope = format!(
        "x.year BETWEEN {first} AND {last} AND x.year - p.birth_year BETWEEN {young} AND {old}"
    );
    let of_persons = |table: &str, before_birth: &str, more: &[String]| {
        let mut counts = vec![
            count("p.person IS NULL", &format!("{table}_without_person")),
            count("x.year IS NULL", &format!("{table}_without_year")),
            count(before_birth, &format!("{table}_before_birth")),
            count(
                &format!("(x.education IS NULL OR x.education = '') AND {in_scope}"),
                &format!("{table}_without_education"),
            ),
        ];
        if spec.knows_deaths() {
            counts.push(count(
                "x.year > p.death_year",
                &format!("{table}_after_death"),
            ));
        }
        counts.extend_from_slice(more);
        format!(
            "SELECT {}\nFROM {table} x LEFT JOIN person p ON p.person = x.person",
            counts.join(",\n  ")
        )
    };
    let unknown_country = count(
        "c.country IS NULL AND x.destination_country <> ''",
        "unknown_country",
    );
    let unborn =
        "SELECT COUNT(*) AS person_without_birth_year FROM person WHERE birth_year IS NULL";
    let origin = "SELECT COUNT(*) AS unknown_origin_base\n\
                  FROM person p LEFT JOIN (SELECT base_group FROM country GROUP BY base_group) b\n  \
                  ON b.base_group = p.origin_base\n\
                  WHERE b.base_group IS NULL AND p.origin_base <> ''";
    let never = format!(
        "SELECT COUNT(*) AS emigrants_never_resident\n\
         FROM (SELECT m.person FROM moves m JOIN people p ON p.person = m.person\n  \
         LEFT JOIN seen x ON x.person = m.person AND {in_scope}\n  \
         GROUP BY m.person HAVING COUNT(x.person) = 0) t"
    );
    let mut checks = vec![
        ("checks_twice", twice.join("\nUNION ALL ")),
        (PATTERNS, patterns(spec)),
    ];
    if !refuses(spec) {
        let of_residents = of_persons("resident", "x.year <= p.birth_year", &[]);
        checks.push(("checks_resident", of_residents));
    }
    checks.extend([
        (
            "checks_emigration",
            of_persons("emigration", "x.year < p.birth_year", &[unknown_country])
                + "\nLEFT JOIN country c ON c.country = x.destination_country",
        ),
        ("checks_person", unborn.to_owned()),
        ("checks_origin", origin.to_owned()),
        ("checks_moves", never),
    ]);
    checks
}

/// The result of [`patterns`].
pub const PATTERNS: &str = "checks_years";

/// In which years people are resident, as a sum of a power of two for each of their rows. Whoever is counted
/// twice on a day has more rows than their sum has binary ones: a sum of `n` powers of two has `n` ones
/// only when they all differ. That is far less work than grouping by person and year.
fn patterns(spec: &Spec) -> String {
    let first = spec.years[0];
    let years = (first..=spec.last_january).map(|year| {
        let bit = 1_i64 << (year - first);
        format!("SELECT {year} AS year, {bit} AS bit")
    });
    let years: Vec<String> = years.collect();
    format!(
        "SELECT pattern, found, COUNT(*) AS persons\n\
         FROM (SELECT r.person, SUM(y.bit) AS pattern, COUNT(*) AS found\n  \
         FROM resident r JOIN ({}) y ON y.year = r.year\n  GROUP BY r.person) t\n\
         GROUP BY pattern, found",
        years.join(" UNION ALL ")
    )
}

/// Everything that is asked of the engine.
pub fn queries(spec: &Spec) -> Vec<Query> {
    let inputs = ["person", "resident", "emigration", "country"];
    let rows =
        inputs.map(|name| format!("SELECT '{name}' AS input, COUNT(*) AS found FROM {name}"));
    let years = |input: &str| format!("SELECT year, COUNT(*) AS found FROM {input} GROUP BY year");
    let mut queries = vec![
        ("input_rows", rows.join("\nUNION ALL ")),
        ("emigration_years", years("emigration")),
    ];
    if !refuses(spec) {
        queries.push(("resident_years", years("resident")));
    }
    queries.extend(checks(spec));
    queries.push((
        "move_kinds",
        "SELECT year, destination_kind, COUNT(*) AS found FROM moves GROUP BY year, destination_kind".to_owned(),
    ));
    if spec.knows_deaths() && !refuses(spec) {
        let ([first, last], [young, old]) = (spec.years, spec.ages);
        queries.push((
            "deaths",
            format!(
                "SELECT r.year, COUNT(*) AS found FROM residents r\n  \
                 JOIN people p ON p.person = r.person AND p.death_year = r.year\n\
                 WHERE r.year BETWEEN {first} AND {last} AND r.year - p.birth_year BETWEEN {young} AND {old}\n\
                 GROUP BY r.year"
            ),
        ));
    }
    let mut queries = named(queries);
    queries.extend(joint(spec));
    queries.extend(stocks(spec));
    queries.extend(
        spec.tables
            .iter()
            .filter(|table| table.has_moves())
            .map(moves_of),
    );
    queries
}

/// Dimensions of the tables of residents that a count of stocks must have, beside year and birth year.
pub fn stock_dimensions(spec: &Spec) -> Vec<&'static str> {
    let tables = spec.tables.iter().filter(|table| table.has_population());
    let used: Vec<&str> = tables
        .flat_map(|table| &table.dimensions)
        .map(String::as_str)
        .collect();
    let kept = ["group", "origin", "education", "sex"].into_iter();
    kept.filter(|name| *name == "group" || used.contains(name))
        .collect()
}

/// The moves by every dimension of the whole tables: what packages that protect them begin with.
fn joint(spec: &Spec) -> Option<Query> {
    let whole = spec
        .tables
        .iter()
        .filter(|table| table.has_moves() && table.only.is_empty());
    let used: Vec<&str> = whole
        .flat_map(|table| &table.dimensions)
        .map(String::as_str)
        .collect();
    let dimensions = DIMENSIONS.iter().filter(|(name, _)| used.contains(name));
    let keys: Vec<&str> = dimensions.map(|(_, column)| *column).collect();
    (!keys.is_empty()).then(|| {
        let keys = keys.join(", ");
        let sql = format!("SELECT {keys}, COUNT(*) AS emigrations FROM moves GROUP BY {keys}");
        Query {
            name: "joint".to_owned(),
            sql,
        }
    })
}

/// Whether the end of a year is counted with the level of its beginning.
pub fn splits_december(spec: &Spec) -> bool {
    stock_dimensions(spec).contains(&"education")
        && spec.rules.education_dec31 == "this_january"
        && spec.tables.iter().any(TableSpec::has_population)
}

/// The result with who has another level than a year before.
pub const CHANGES: &str = "level_changes";

/// Residents on each 1 January by birth year. The 1 January after a year is its 31 December, so one count
/// serves both ends. Where the level of the end is that of the beginning, those who have changed it are moved
/// back: they are few beside everybody.
///
/// Where bad rows end the run, the same pass over everybody counts every row of the input and says what is
/// wrong with it: `nobody` of people that are not listed, `dead` 1 in the year of death and 2 after it.
fn stocks(spec: &Spec) -> Vec<Query> {
    let asked = spec.tables.iter().any(TableSpec::has_population);
    if !asked && !refuses(spec) {
        return Vec::new();
    }
    let ([first, last], [young, old]) = (spec.years, spec.ages);
    let dimensions = stock_dimensions(spec);
    let select = |education: &str| -> (String, String) {
        let columns = dimensions.iter().map(|name| match *name {
            "education" => (format!("{education} AS education"), education.to_owned()),
            name => (format!("p.{}", column(name)), format!("p.{}", column(name))),
        });
        let (select, group): (Vec<String>, Vec<String>) = columns.unzip();
        (select.join(", "), group.join(", "))
    };
    let (columns, group) = select("r.education");
    let stock = match refuses(spec) {
        true => {
            let mut problems = vec![("CASE WHEN p.person IS NULL THEN 1 ELSE 0 END", "nobody")];
            if spec.knows_deaths() {
                let dead = "CASE WHEN r.year > p.death_year THEN 2 WHEN r.year = p.death_year THEN 1 ELSE 0 END";
                problems.push((dead, "dead"));
            }
            let (level, levels) = match dimensions.contains(&"education") {
                true => ("", ""),
                false => (", r.education", ", r.education"),
            };
            let names: String = (problems.iter())
                .map(|(case, name)| format!(",\n  {case} AS {name}"))
                .collect();
            let cases: String = problems
                .iter()
                .map(|(case, _)| format!(",\n  {case}"))
                .collect();
            format!(
                "SELECT {columns}{level}, p.birth_year, r.year{names}, COUNT(*) AS residents\n\
                 FROM resident r LEFT JOIN people p ON p.person = r.person\n\
                 GROUP BY {group}{levels}, p.birth_year, r.year{cases}"
            )
        }
        false => format!(
            "SELECT {columns}, p.birth_year, r.year, COUNT(*) AS residents\n\
             FROM residents r JOIN people p ON p.person = r.person\n\
             WHERE r.year BETWEEN {first} AND {end} AND r.year - p.birth_year BETWEEN {young} AND {older}\n\
             GROUP BY {group}, p.birth_year, r.year",
            end = last + 1,
            older = old + 1,
        ),
    };
    let mut queries = vec![("stock", stock)];
    if splits_december(spec) {
        let others: Vec<&str> = dimensions
            .iter()
            .copied()
            .filter(|name| *name != "education")
            .collect();
        let keys: String = others
            .iter()
            .map(|name| format!("p.{}, ", column(name)))
            .collect();
        queries.push((
            CHANGES,
            format!(
                "SELECT {keys}b.education AS before, r.education, p.birth_year, r.year, COUNT(*) AS residents\n\
                 FROM changed r JOIN changed b ON b.person = r.person AND b.year = r.year - 1\n  \
                 JOIN people p ON p.person = r.person\n\
                 WHERE b.education <> r.education\n  \
                 AND r.year BETWEEN {start} AND {end} AND r.year - p.birth_year BETWEEN {younger} AND {older}\n\
                 GROUP BY {keys}b.education, r.education, p.birth_year, r.year",
                start = first + 1,
                end = last + 1,
                younger = young + 1,
                older = old + 1,
            ),
        ));
    }
    named(queries)
}

/// The moves of a table, and how many persons they are of.
fn moves_of(table: &TableSpec) -> Query {
    let mut keys: Vec<&str> = table.dimensions.iter().map(|name| column(name)).collect();
    keys.retain(|key| !key.is_empty());
    let returns = table.years_since();
    let mut filters: Vec<String> = Vec::new();
    for name in table.only.keys() {
        let codes = table.only_codes(name).unwrap_or_default();
        let is_number = OF_NUMBERS.contains(&name.as_str());
        let codes = codes.iter().map(|code| {
            if is_number {
                code.clone()
            } else {
                quoted(code)
            }
        });
        let codes: Vec<String> = codes.collect();
        filters.push(format!("{} IN ({})", column(name), codes.join(", ")));
    }
    if returns.as_deref() == Some(&[5]) && !table.only.contains_key("years_since") {
        filters.push("years_since = 5".to_owned());
    }
    let filter = match filters.is_empty() {
        true => String::new(),
        false => format!("\n  WHERE {}", filters.join(" AND ")),
    };
    let keyed = |last: &str| match (keys.is_empty(), last) {
        (true, last) => last.to_owned(),
        (false, "") => keys.join(", "),
        (false, last) => format!("{}, {last}", keys.join(", ")),
    };
    let grouped = match keys.is_empty() {
        true => String::new(),
        false => format!(" GROUP BY {}", keyed("")),
    };
    let sql = match returns {
        None => format!(
            "SELECT {columns}\n\
             FROM (SELECT {people}, COUNT(*) AS moves FROM moves{filter}\n  GROUP BY {people}) t{grouped}",
            columns = keyed("SUM(moves) AS emigrations, COUNT(*) AS emigrants"),
            people = keyed("person"),
        ),
        Some(_) => format!(
            "SELECT {columns},\n  \
             SUM(CASE WHEN back > 0 THEN 1 ELSE 0 END) AS returners,\n  \
             SUM(CASE WHEN back < moves THEN 1 ELSE 0 END) AS stayers\n\
             FROM (SELECT {people}, COUNT(*) AS moves, SUM(back) AS back FROM followed{filter}\n  \
             GROUP BY {people}) t{grouped}",
            columns =
                keyed("SUM(moves) AS emigrations, COUNT(*) AS emigrants, SUM(back) AS returned"),
            people = keyed("person"),
        ),
    };
    Query {
        name: format!("moves_{}", table.name),
        sql,
    }
}
