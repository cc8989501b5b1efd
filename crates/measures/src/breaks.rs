//! Breaks in a series, as publishers mark them: what was counted before and after is not the same.

use data::{Mark, Table};

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
    }
}
