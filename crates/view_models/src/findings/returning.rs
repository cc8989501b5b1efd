//! Who is back after five years.

use measures::{Measure, Question};
use text::findings as say;

use super::Found;
use crate::reader::{Difference, Reader, descending};

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    vec![(6, by_group(reader)), (6, by_kind(reader))]
}

/// The share back, by group.
fn by_group(reader: &Reader) -> Option<String> {
    let values = reader.by_group(&Question::new(Measure::ReturnShare, []))?;
    let groups: Vec<(String, f64)> = values
        .known
        .iter()
        .map(|known| (known.key[0].clone(), known.value))
        .collect();
    let parts: Vec<say::Part> = descending(groups)
        .iter()
        .map(|(group, share)| reader.part(reader.among(group), reader.share(*share)))
        .collect();
    (!parts.is_empty()).then(|| say::back(reader.lang, &parts))
}

/// Those who went to the country of origin against those who went elsewhere.
fn by_kind(reader: &Reader) -> Option<String> {
    let question = Question::new(Measure::ReturnShare, ["destination_kind"])
        .filtered("destination_kind", ["origin", "other"]);
    let values = reader.by_group(&question)?;
    let groups = values.codes(0).into_iter();
    let differences: Vec<Difference> = groups
        .filter_map(|group| values.difference(group, &[group, "other"], &[group, "origin"]))
        .collect();
    let (lower_from_origin, pattern) = reader.pattern(&differences)?;
    Some(say::back_by_kind(reader.lang, &pattern, lower_from_origin))
}
