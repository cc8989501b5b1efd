//! Which dimensions tell what.

use data::contract::meant;

/// Places whose sum is no whole that a reader knows, so that it is said how many they are.
const PLACES: [&str; 5] = ["country", "municipality", "county", "region", "area"];

/// Whether a dimension is one of places.
pub(super) fn is_place(dimension: &str) -> bool {
    PLACES.contains(&meant(dimension))
}

/// Dimensions that say who leaves, those that tell most first.
const WHO: [&str; 10] = [
    "group",
    "country",
    "municipality",
    "county",
    "region",
    "area",
    "citizenship",
    "country_of_birth",
    "country_background",
    "origin",
];

/// Dimensions that say something else than who leaves.
const OTHERS: [&str; 16] = [
    "year",
    "period",
    "quarter",
    "month",
    "week",
    "decade",
    "cohort",
    "birth_year",
    "age",
    "age_group",
    "sex",
    "gender",
    "destination",
    "destination_kind",
    "years_since",
    "length_of_stay",
];

/// Dimensions of a data set that say who leaves, those that tell most first.
pub(super) fn who(dimensions: &[String]) -> Vec<&str> {
    let all = || dimensions.iter().map(String::as_str);
    let known = WHO
        .iter()
        .flat_map(|name| all().filter(move |one| meant(one) == *name));
    let others = all().filter(|name| !WHO.contains(&meant(name)) && !OTHERS.contains(name));
    known.chain(others).collect()
}
