//! Which codes the numbers of an answer are sums over, so that only like is compared with like.
//!
//! Countries that report from different years on, municipalities that are missing in some of them: the
//! sum over all of them changes when the list of them does, and says nothing about change.

use std::collections::BTreeMap;

use data::{Dataset, Table};

use super::answer::{Answer, Note};
use super::compute::rate_parts;
use super::grouping::{Cells, Keep, Part};
use super::question::{Exposure, Measure, Question};
use super::source;

/// For each key of an answer, the codes of the dimensions that are summed away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Makeup {
    /// The dimensions that are summed away.
    dimensions: Vec<Summed>,
    /// Which codes of each dimension occur, by key; none where there are too many to be told.
    keys: BTreeMap<Vec<String>, Vec<Option<Vec<bool>>>>,
}

/// A dimension that is summed away.
#[derive(Clone, Debug, PartialEq)]
struct Summed {
    name: String,
    /// Whether only the number of codes can be the same: the years of two periods never are.
    counted: bool,
}

/// What an answer is summed from.
fn parts(question: &Question, answer: &Answer) -> (Vec<Part>, Keep) {
    match &question.measure {
        Measure::Emigrations | Measure::Share { .. } => {
            (vec![Part::column("emigrations")], Keep::All)
        }
        Measure::Persons => (vec![Part::column("persons")], Keep::All),
        Measure::PersonYears => (vec![Part::column("person_years")], Keep::All),
        Measure::Population => (vec![Part::MidYear], Keep::All),
        Measure::Rate => {
            let mut used = answer.notes.iter();
            let exposure = used.find_map(|note| match note {
                Note::Denominator(exposure) | Note::DenominatorInstead(exposure) => Some(*exposure),
                _ => None,
            });
            (
                rate_parts(exposure.unwrap_or(Exposure::MidYear)).to_vec(),
                Keep::All,
            )
        }
        Measure::ReturnShare => observed("returned_5y"),
        Measure::ReturnCurve => observed("returned"),
    }
}

fn observed(column: &'static str) -> (Vec<Part>, Keep) {
    let parts = vec![Part::column(column), Part::column("emigrations")];
    (parts, Keep::Applicable(column))
}

impl Makeup {
    /// The makeup of the numbers of an answer to a question.
    pub fn of(dataset: &Dataset, question: &Question, answer: &Answer) -> Makeup {
        let mut makeup = Makeup::default();
        let Some(table) = dataset.table(&answer.table) else {
            return makeup;
        };
        let (parts, keep) = parts(question, answer);
        for row in &answer.rows {
            makeup.keys.insert(row.key.clone(), Vec::new());
        }
        for name in summed_away(table, question) {
            let counted = question
                .by
                .iter()
                .any(|by| source::column_behind(by).unwrap_or(by) == name);
            let found = codes_by_key(dataset, question, table, &name, (&parts, keep));
            for (key, codes) in &mut makeup.keys {
                let of_key = |found: &BTreeMap<_, Vec<bool>>| found.get(key).cloned();
                codes.push(
                    found
                        .as_ref()
                        .map(|found| of_key(found).unwrap_or_default()),
                );
            }
            makeup.dimensions.push(Summed { name, counted });
        }
        makeup
    }

    /// A dimension of which the numbers of some keys are sums over different codes, or may be; none when
    /// they can be compared.
    pub fn differs<'a>(&self, keys: impl IntoIterator<Item = &'a [String]>) -> Option<&str> {
        let made: Option<Vec<&Vec<Option<Vec<bool>>>>> =
            keys.into_iter().map(|key| self.keys.get(key)).collect();
        // A key that is not in the answer has no number to compare.
        let made = made?;
        let (first, others) = made.split_first()?;
        let places = self.dimensions.iter().enumerate();
        let mut differing = places.filter(|(place, dimension)| {
            let count = |codes: &[bool]| codes.iter().filter(|occurs| **occurs).count();
            others
                .iter()
                .any(|other| match (&first[*place], &other[*place]) {
                    (Some(one), Some(two)) if dimension.counted => count(one) != count(two),
                    (Some(one), Some(two)) => one != two,
                    // What cannot be told may differ.
                    _ => true,
                })
        });
        differing
            .next()
            .map(|(_, dimension)| dimension.name.as_str())
    }
}

/// The columns of a table that a question neither tells apart nor holds to one code.
fn summed_away(table: &Table, question: &Question) -> Vec<String> {
    let of_share = match &question.measure {
        Measure::Share { of } => Some(source::column_behind(of).unwrap_or(of)),
        Measure::ReturnCurve => Some("years_since"),
        _ => None,
    };
    let columns = table.dimensions.iter().filter(|column| {
        let name = column.name.as_str();
        let held = question
            .filter_on(name)
            .is_some_and(|filter| filter.codes.len() == 1);
        let told_apart = question.by.iter().any(|by| by == name)
            || name == "destination" && question.by.iter().any(|by| by == "destination_kind");
        column.codes.len() > 1 && !held && !told_apart && of_share != Some(name)
    });
    columns.map(|column| column.name.clone()).collect()
}

/// For each key of a question the codes of one more dimension that its number is summed over; none
/// when there are too many to be told.
fn codes_by_key(
    dataset: &Dataset,
    question: &Question,
    table: &Table,
    dimension: &str,
    (parts, keep): (&[Part], Keep),
) -> Option<BTreeMap<Vec<String>, Vec<bool>>> {
    let mut finer = question.clone();
    if let Measure::Share { of } = &question.measure {
        finer.filter.retain(|filter| filter.dimension != *of);
    }
    finer.by.push(dimension.to_owned());
    let needs: Vec<&str> = parts.iter().flat_map(|part| part.needs()).collect();
    let source = source::of_table(dataset, &table.name, &finer, &needs)?;
    let cells = Cells::collect(dataset, &finer, &source, parts, keep)?;
    let codes = cells.codes.last().map_or(0, Vec::len);
    let mut found: BTreeMap<Vec<String>, Vec<bool>> = BTreeMap::new();
    for cell in (0..cells.size).filter(|cell| cells.occurs(*cell)) {
        let mut key = cells.key(cell);
        key.pop();
        let occurs = found.entry(key).or_insert_with(|| vec![false; codes]);
        occurs[cell % codes] = true;
    }
    Some(found)
}
