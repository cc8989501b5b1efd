//! The labels of the groups of the contract, for data that are brought to them.

/// The label of a category of the contract in bokmål, nynorsk and English.
pub(super) fn category(dimension: &str, code: &str) -> Option<[&'static str; 3]> {
    if dimension == "sex" {
        return match code {
            "m" => Some(["Menn", "Menn", "Men"]),
            "f" => Some(["Kvinner", "Kvinner", "Women"]),
            _ => None,
        };
    }
    ORIGINS
        .iter()
        .find(|(known, ..)| *known == code)
        .map(|(_, nb, nn, en)| [*nb, *nn, *en])
}

const ORIGINS: [(&str, &str, &str, &str); 19] = [
    ("pakistan", "Pakistan", "Pakistan", "Pakistan"),
    (
        "somalia_djibouti",
        "Somalia/Djibouti",
        "Somalia/Djibouti",
        "Somalia/Djibouti",
    ),
    ("denmark", "Danmark", "Danmark", "Denmark"),
    (
        "former_yugoslavia_non_eu",
        "Tidligere Jugoslavia, ikke-EU",
        "Tidlegare Jugoslavia, ikkje-EU",
        "Former Yugoslavia, non-EU",
    ),
    ("iraq", "Irak", "Irak", "Iraq"),
    ("sweden", "Sverige", "Sverige", "Sweden"),
    ("iceland", "Island", "Island", "Iceland"),
    ("turkey", "Tyrkia", "Tyrkia", "Turkey"),
    ("iran", "Iran", "Iran", "Iran"),
    ("vietnam", "Vietnam", "Vietnam", "Vietnam"),
    (
        "west_europe_nordic_other",
        "Vest-Europa og Norden ellers",
        "Vest-Europa og Norden elles",
        "Rest of Western Europe and the Nordic region",
    ),
    (
        "usa_canada_australia_nz",
        "USA/Canada/Australia/New Zealand",
        "USA/Canada/Australia/New Zealand",
        "USA/Canada/Australia/New Zealand",
    ),
    (
        "sri_lanka_india_bangladesh",
        "Sri Lanka, India og Bangladesh",
        "Sri Lanka, India og Bangladesh",
        "Sri Lanka, India and Bangladesh",
    ),
    (
        "africa_other",
        "Afrika utenom Somalia/Djibouti",
        "Afrika utanom Somalia/Djibouti",
        "Africa except Somalia/Djibouti",
    ),
    (
        "west_asia_other",
        "Vest-Asia ellers",
        "Vest-Asia elles",
        "Rest of Western Asia",
    ),
    (
        "east_southeast_asia",
        "Øst-/Sørøst-Asia",
        "Aust-/Søraust-Asia",
        "East/Southeast Asia",
    ),
    (
        "south_central_america",
        "Sør-/Sentral-Amerika",
        "Sør-/Sentral-Amerika",
        "South/Central America",
    ),
    (
        "eastern_europe_eu",
        "EU-land i Øst-Europa",
        "EU-land i Aust-Europa",
        "EU countries in Eastern Europe",
    ),
    (
        "eastern_europe_other",
        "Øst-Europa ellers",
        "Aust-Europa elles",
        "Rest of Eastern Europe",
    ),
];
