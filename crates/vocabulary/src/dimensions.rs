//! What offices call the columns that tell people or places apart.

use super::words::lower;

/// The usual name of a column under one that an office writes; any other stays itself.
pub fn meant(name: &str) -> &str {
    match lower(name).as_str() {
        "statsborgerskap" | "statsborgarskap" | "medborgarskap" | "statsborgerskab"
        | "nationality" | "citizen" => "citizenship",
        "fødeland" | "födelseland" | "fødselsland" | "c_birth" => "country_of_birth",
        "land" | "countries" => "country",
        "kommune" | "kommuner" | "kommunar" | "kommun" | "municipalities" | "kunta" => {
            "municipality"
        }
        "fylke" | "fylker" | "län" | "counties" | "maakunta" => "county",
        "regioner" | "regionar" | "regions" => "region",
        "område" | "områder" | "geo" | "tettsted" | "tettstad" | "tätort" => "area",
        _ => name,
    }
}

/// Whether the values of a column of this name are countries.
pub fn is_of_countries(name: &str) -> bool {
    const COUNTRIES: [&str; 6] = [
        "country",
        "citizenship",
        "country_of_birth",
        "country_background",
        "origin",
        "destination",
    ];
    COUNTRIES.contains(&meant(name))
}
