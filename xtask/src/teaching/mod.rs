//! The synthetic teaching package: a made-up register of emigrations, calibrated to the printed
//! facts, and the aggregate tables a statistics office would publish from it.
//!
//! `population` makes residents, `register` makes emigrations and their returns, `tables` counts
//! them, `package` describes the files. `targets` holds every number the register is fitted to.
//! Only additions, multiplications, divisions and square roots are used, in a fixed order, so
//! that the bytes are the same on every machine.

mod codes;
mod dice;
mod fit;
mod json;
mod package;
mod population;
mod register;
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
