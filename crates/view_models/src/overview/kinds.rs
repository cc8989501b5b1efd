//! Which dimensions tell what.

/// Places whose sum is no whole that a reader knows, so that it is said how many they are.
pub(super) const PLACES: [&str; 5] = ["country", "municipality", "county", "region", "area"];

/// Dimensions that say who leaves, those that tell most first.
pub(super) const WHO: [&str; 10] = [
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
    let known = WHO.iter().copied();
    let known = known.filter(|name| dimensions.iter().any(|dimension| dimension == name));
    let others = dimensions.iter().map(String::as_str);
    let others = others.filter(|name| !WHO.contains(name) && !OTHERS.contains(name));
    known.chain(others).collect()
}
