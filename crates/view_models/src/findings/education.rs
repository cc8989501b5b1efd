//! Those with a bachelor degree or more against those without.

use measures::{Measure, Question};
use text::findings::{self as say, Compared};

use super::Found;
use super::destination::shares_of;
use crate::reader::{Difference, Reader, joined};

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    let to_origin =
        Question::new(shares_of("destination"), ["education"]).filtered("destination", ["origin"]);
    let by_education = |measure| Question::new(measure, ["education"]);
    let said = |compared, question| compare(reader, compared, &question);
    let number = said(Compared::Number, by_education(Measure::Emigrations));
    let rate = said(Compared::Rate, by_education(Measure::Rate));
    vec![
        (7, joined([number, rate])),
        (8, said(Compared::ToOrigin, to_origin)),
        (9, said(Compared::Back, by_education(Measure::ReturnShare))),
    ]
}

fn compare(reader: &Reader, compared: Compared, question: &Question) -> Option<String> {
    let values = reader.by_group(question)?;
    let groups = values.codes(0).into_iter();
    let differences: Vec<Difference> = groups
        .filter_map(|group| {
            values.difference(group, &[group, "bachelor_plus"], &[group, "no_higher"])
        })
        .collect();
    let (higher, pattern) = reader.pattern(&differences)?;
    Some(say::by_education(reader.lang, compared, higher, &pattern))
}
