//! Those with a bachelor degree or more against those without.

use crate::measures::{Measure, Question};
use crate::text::findings::{self as say, Compared};

use super::Found;
use super::destination::shares_of;
use super::reader::{Reader, joined};

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
    let mut differences: Vec<(String, f64)> = Vec::new();
    for group in values.codes(0) {
        let value = |level: &str| values.of(&[group, level]);
        if let (Some(with), Some(without)) = (value("bachelor_plus"), value("no_higher")) {
            differences.push((group.to_owned(), with - without));
        }
    }
    let (higher, pattern) = reader.pattern(&differences)?;
    Some(say::by_education(reader.lang, compared, higher, &pattern))
}
