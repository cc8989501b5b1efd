//! The synthetic teaching package: a made-up register of emigrations, calibrated to the printed
//! facts, and the aggregate tables a statistics office would publish from it.
//!
//! `population` makes residents; `margins`, `register` and `returns` make emigrations, from totals
//! down to single ones; `tables` counts them; `package` describes the files. `targets` holds every
//! number the register is fitted to.
//! Only additions, multiplications, divisions and square roots are used, in a fixed order, so
//! that the bytes are the same on every machine.

mod codes;
mod countries;
mod dice;
mod fit;
mod json;
mod margins;
mod package;
mod people;
mod population;
mod register;
mod returns;
mod spec;
mod tables;
mod targets;

use std::path::Path;

/// Every file of the package: path under `www/data/` and bytes.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let population = population::build();
    let emigrations = register::build(&population);
    let tables = tables::all(&population, &emigrations);
    let mut files = vec![
        (
            "teaching/datapackage.json".to_owned(),
            package::descriptor(&tables).into_bytes(),
        ),
        (
            "teaching/unmet.csv".to_owned(),
            package::unmet().into_bytes(),
        ),
    ];
    files.extend(
        tables
            .into_iter()
            .map(|t| (format!("teaching/{}.csv", t.name), t.csv.into_bytes())),
    );
    files
}

/// Writes the package below `data`, the folder of data packages.
pub fn run(data: &Path) -> std::io::Result<()> {
    for (path, bytes) in files() {
        let path = data.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// Writes the register as person files into a folder, with the spec by which they are counted; of some
/// groups when they are named, else of all.
pub fn register(folder: &Path, groups: &[&str]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let create = |name: &str| -> std::io::Result<_> {
        let file = std::fs::File::create(folder.join(name))?;
        Ok(std::io::BufWriter::with_capacity(1 << 20, file))
    };
    let population = population::build();
    let emigrations = register::build(&population);
    let mut files = people::Files {
        person: create("person.csv")?,
        resident: create("resident.csv")?,
        emigration: create("emigration.csv")?,
    };
    people::write(&population, &emigrations, groups, &mut files)?;
    for file in [files.person, files.resident, files.emigration] {
        file.into_inner()?;
    }
    std::fs::write(
        folder.join("country_groups.csv"),
        countries::country_groups(),
    )?;
    std::fs::write(
        folder.join("spec.json"),
        spec::spec(&tables::all(&population, &emigrations)),
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    #[test]
    fn teaching_package_on_disk_is_what_the_generator_writes() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/data");
        for (path, bytes) in super::files() {
            let written = std::fs::read(data.join(&path)).unwrap_or_default();
            assert!(
                written == bytes,
                "{path} differs: run `cargo xtask teaching-data`"
            );
        }
    }

    /// Emigrations and person-years (doubled, so whole) of a table by the values of some columns.
    fn sums(csv: &str, by: &[&str]) -> BTreeMap<Vec<String>, (u64, u64)> {
        let mut lines = csv.lines();
        let header: Vec<&str> = lines.next().unwrap().split(',').collect();
        let column = |name: &str| header.iter().position(|h| *h == name);
        let mut sums = BTreeMap::new();
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            let key = by
                .iter()
                .map(|name| cells[column(name).unwrap()].to_owned())
                .collect();
            let sum: &mut (u64, u64) = sums.entry(key).or_default();
            sum.0 += cells[column("emigrations").unwrap()]
                .parse::<u64>()
                .unwrap();
            if let Some(years) = column("person_years") {
                sum.1 += (cells[years].parse::<f64>().unwrap() * 2.0) as u64;
            }
        }
        sums
    }

    #[test]
    fn totals_agree_across_tables_to_the_unit() {
        let files: BTreeMap<String, String> = super::files()
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
            .collect();
        let table = |name: &str, by: &[&str]| sums(&files[&format!("teaching/{name}.csv")], by);
        let emigrations = |name: &str, by: &[&str]| -> BTreeMap<Vec<String>, u64> {
            table(name, by)
                .into_iter()
                .map(|(key, (count, _))| (key, count))
                .collect()
        };
        for (one, other, by) in [
            ("by_age_year", "by_year", ["group", "year"].as_slice()),
            ("by_education_year", "by_year", &["group", "year"]),
            ("by_age", "by_age_year", &["group", "age"]),
            ("by_age", "by_education_year", &["group", "education"]),
        ] {
            assert_eq!(table(one, by), table(other, by), "{one} against {other}");
        }
        for (one, other, by) in [
            ("sample", "by_year", ["group"].as_slice()),
            (
                "destinations",
                "by_education_year",
                &["group", "education", "year"],
            ),
            (
                "returns",
                "by_education_year",
                &["group", "education", "year"],
            ),
        ] {
            assert_eq!(
                emigrations(one, by),
                emigrations(other, by),
                "{one} against {other}"
            );
        }
        let by_origin = table("by_origin", &["group", "education"]);
        let by_age = table("by_age", &["group", "education"]);
        assert!(by_origin.iter().all(|(key, sums)| by_age[key] == *sums));
        let destinations = table("destinations", &["group", "education", "destination"]);
        let by = ["group", "education", "destination"];
        assert!(
            table("destinations_by_origin", &by)
                .iter()
                .all(|(k, s)| destinations[k] == *s)
        );
    }

    #[test]
    fn nobody_moves_over_the_turn_of_the_year() {
        let csv = super::files()
            .into_iter()
            .find(|(path, _)| path.ends_with("by_age_year.csv"));
        let csv = String::from_utf8(csv.unwrap().1).unwrap();
        let rows: BTreeMap<(String, u32, u32), (u64, u64)> = csv
            .lines()
            .skip(1)
            .map(|line| {
                let cells: Vec<&str> = line.split(',').collect();
                let number = |i: usize| cells[i].parse::<u64>().unwrap();
                let key = (cells[0].to_owned(), number(1) as u32, number(2) as u32);
                (key, (number(5), number(6)))
            })
            .collect();
        let mut compared = 0;
        for ((group, age, year), (_, dec31)) in &rows {
            if let Some((jan1, _)) = rows.get(&(group.clone(), age + 1, year + 1)) {
                assert_eq!(dec31, jan1, "{group}, age {age}, {year}");
                compared += 1;
            }
        }
        assert_eq!(compared, 5 * 17 * 23);
    }
}
