//! The names a contract table may use. They are relied on from outside and do not change.

pub use vocabulary::dimensions::{is_of_countries, meant};
use vocabulary::words::lower;

/// Dimension columns with a fixed meaning. Any other column is kept as a dimension of its own.
pub const DIMENSIONS: [&str; 10] = [
    "group",
    "origin",
    "education",
    "sex",
    "age",
    "year",
    "period",
    "destination",
    "destination_kind",
    "years_since",
];

/// Dimensions whose codes are whole numbers.
pub const ORDINALS: [&str; 3] = ["year", "age", "years_since"];

/// Dimensions whose codes have an order of their own: points and stretches of time and age.
pub fn is_ordered(dimension: &str) -> bool {
    dimension == "period" || ORDINALS.contains(&dimension)
}

/// What the numbers of a measure column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// A count of events or persons: a whole number, zero or more.
    Count,
    /// A stock or exposure: zero or more, halves are normal.
    Amount,
    /// A printed percentage, 0 to 100, rounded by the publisher.
    Percent,
}

/// Measure columns with a fixed meaning.
///
/// The `_percent` measures hold shares that were only printed rounded: they have no numerator, so
/// they are shown with their rounding range and never get an interval.
pub const MEASURES: [(&str, Domain); 10] = [
    ("emigrations", Domain::Count),
    ("person_years", Domain::Amount),
    ("population_jan1", Domain::Amount),
    ("population_dec31", Domain::Amount),
    ("persons", Domain::Count),
    ("returned_5y", Domain::Count),
    ("returned", Domain::Count),
    ("rate_percent", Domain::Percent),
    ("destination_share_percent", Domain::Percent),
    ("return_share_percent", Domain::Percent),
];

/// The domain of a measure name; `None` when the name is not a measure of the contract.
pub fn measure_domain(name: &str) -> Option<Domain> {
    MEASURES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, domain)| *domain)
}

/// The contract name that `name` is most likely a slip of, if any.
///
/// Case, spaces and hyphens are forgiven first; then up to two edits in names of six letters or
/// more. Short names such as `age` are not matched by edits: `page` is a word of its own.
pub fn meant_name(name: &str) -> Option<&'static str> {
    let tidy = lower(name.trim()).replace([' ', '-'], "_");
    let known = || {
        DIMENSIONS
            .into_iter()
            .chain(MEASURES.iter().map(|(name, _)| *name))
    };
    if let Some(same) = known().find(|known| *known == tidy && *known != name) {
        return Some(same);
    }
    known()
        .filter(|known| known.len() >= 6 && *known != name)
        .map(|known| (edit_distance(&tidy, known), known))
        .filter(|(distance, _)| *distance <= 2)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Levenshtein distance between two short names.
fn edit_distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let substitution = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = substitution.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

/// Whether the codes of a dimension, all of them in display order, have an order of their own: in time, in
/// levels, or as ranges of numbers such as `0-4`, `5-9` and `85+`.
pub fn has_order(dimension: &str, codes: &[String]) -> bool {
    is_ordered(dimension) || dimension == "education" || codes.iter().all(|code| is_range(code))
}

/// Whether a code is a range of numbers, with or without an end.
fn is_range(code: &str) -> bool {
    let is_number =
        |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    match code.split_once(['-', '\u{2013}', '+']) {
        Some((from, to)) => is_number(from) && (is_number(to) || to.is_empty()),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_own_names_left_alone() {
        let cases = [
            ("emigratons", Some("emigrations")),
            ("Person-years", Some("person_years")),
            ("Year", Some("year")),
            ("emigrations", None),
            ("municipality", None),
            ("page", None),
        ];
        for (name, meant) in cases {
            assert_eq!(meant_name(name), meant, "{name}");
        }
    }

    #[test]
    fn times_levels_and_ranges_have_an_order_and_numbers_that_are_names_do_not() {
        for (dimension, codes, expected) in [
            ("period", &["2000-2005", "2006-2011"][..], true),
            ("year", &["2001", "2002"], true),
            ("education", &["no_higher", "bachelor_plus"], true),
            ("age_group", &["0-4", "5\u{2013}9", "85+"], true),
            ("citizenship", &["000", "101"], false),
            ("region", &["03", "1-b"], false),
            ("group", &["majority"], false),
        ] {
            let codes: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
            assert_eq!(has_order(dimension, &codes), expected, "{dimension}");
        }
    }
}
