//! Breaks in a series, as publishers mark them: what was counted before and after is not the same.

use data::{Mark, Table};

use super::question::Question;

/// The codes of a dimension that have a break after the first of some years and not after the last, in the
/// order of the table. Numbers of the first year and of the last one cannot be compared for them.
pub fn broken(table: &Table, dimension: &str, (first, last): (i32, i32)) -> Vec<String> {
    let columns = (table.dimension(dimension), table.dimension("year"));
    let (Some(flags), (Some(of), Some(years))) = (&table.flags, columns) else {
        return Vec::new();
    };
    let mut is_broken = vec![false; of.codes.len()];
    for row in 0..table.rows {
        let year = years.codes[years.rows.get(row) as usize].parse::<i32>();
        let is_within = year.is_ok_and(|year| first < year && year <= last);
        if is_within && flags.has(row, Mark::Break) {
            is_broken[of.rows.get(row) as usize] = true;
        }
    }
    let codes = of.codes.iter().zip(is_broken);
    let broken = codes.filter(|(_, is_broken)| *is_broken);
    broken.map(|(code, _)| code.clone()).collect()
}

/// How many rows of a table that count for a key of a question have a mark. Dimensions that the table has no
/// column for tell nothing apart.
pub fn marked(table: &Table, question: &Question, key: &[String], mark: Mark) -> usize {
    let Some(flags) = &table.flags else { return 0 };
    let by = question.by.iter().zip(key);
    let by = by.map(|(name, code)| (name, std::slice::from_ref(code)));
    let filters = question.filter.iter();
    let filters = filters.map(|filter| (&filter.dimension, filter.codes.as_slice()));
    let wanted: Vec<_> = by
        .chain(filters)
        .filter_map(|(name, codes)| Some((table.dimension(name)?, codes)))
        .collect();
    let counts = |row: usize| {
        wanted
            .iter()
            .all(|(column, codes)| codes.contains(&column.codes[column.rows.get(row) as usize]))
    };
    let mut rows = 0..table.rows;
    rows.by_ref()
        .filter(|row| flags.has(*row, mark) && counts(*row))
        .count()
}

/// Whether a break lies between two keys of a question that differ in nothing but the year: after the first of
/// the years, and not after the last.
pub fn between(table: &Table, question: &Question, one: &[String], two: &[String]) -> bool {
    let place = question.by.iter().position(|name| name == "year");
    let (Some(place), Some(_)) = (place, &table.flags) else {
        return false;
    };
    let is_other = |(at, (one, two)): (usize, (&String, &String))| at != place && one != two;
    if one.iter().zip(two).enumerate().any(is_other) {
        return false;
    }
    let (Ok(one_year), Ok(two_year)) = (one[place].parse::<i32>(), two[place].parse::<i32>())
    else {
        return false;
    };
    let mut years = one_year.min(two_year) + 1..=one_year.max(two_year);
    let mut key = one.to_vec();
    years.any(|year| {
        key[place] = year.to_string();
        marked(table, question, &key, Mark::Break) > 0
    })
}

#[cfg(test)]
mod tests {
    use data::open::{NamedBytes, open};

    use super::*;

    #[test]
    fn a_break_in_the_first_year_is_none_between_the_years() {
        let csv = "country,year,emigrations,flag\na,2008,10,b\na,2009,11,\nb,2008,10,\nb,2009,11,be\n\
                   c,2008,10,\nc,2009,11,p\n";
        let description = r#"{"name": "x", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields":
            [{"name": "flag", "type": "string", "role": "note"}]}}]}"#;
        let file = |name: &str, text: &str| NamedBytes {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let files = [file("datapackage.json", description), file("t.csv", csv)];
        let dataset = open(&files).expect("the package opens");
        let table = &dataset.tables[0];
        assert_eq!(broken(table, "country", (2008, 2009)), ["b"]);
        assert_eq!(broken(table, "country", (2007, 2008)), ["a"]);
        assert_eq!(broken(table, "country", (2009, 2009)), [""; 0]);

        let question = Question::new(crate::Measure::Emigrations, ["country", "year"]);
        let key = |country: &str, year: &str| [country, year].map(str::to_owned);
        let count = |country, year, mark| marked(table, &question, &key(country, year), mark);
        assert_eq!(count("b", "2009", Mark::Break), 1);
        assert_eq!(count("b", "2009", Mark::Estimated), 1);
        assert_eq!(count("c", "2009", Mark::Provisional), 1);
        assert_eq!(count("c", "2009", Mark::Break), 0);
        let is_between = |country| {
            between(
                table,
                &question,
                &key(country, "2008"),
                &key(country, "2009"),
            )
        };
        assert_eq!(["a", "b", "c"].map(is_between), [false, true, false]);
        // Of a sum over countries, as soon as one of them has a break.
        let all = Question::new(crate::Measure::Emigrations, ["year"]);
        let years = ["2008", "2009"].map(|year| vec![year.to_owned()]);
        assert!(between(table, &all, &years[0], &years[1]));
        let some = all.filtered("country", ["a", "c"]);
        assert!(!between(table, &some, &years[0], &years[1]));
    }
}
