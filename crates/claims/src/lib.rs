//! Every printed claim of the report, held against a data set.
//!
//! May live here: the facts table as claims, their evaluation by the measures, and each claim in
//! plain words. May not: sums of its own where the measures have one, so that the audit says what
//! the page shows.
//!
//! ```
//! let table = "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note,nb,nn,en,arithmetic
//! F1,1,emigrations,emigrations,group=majority;year=2020..2021,eq,70,0,emigrations,exact,,,,70 emigrated.,
//! ";
//! let claims = claims::claims(table).unwrap();
//! assert_eq!(claims.len(), 1);
//! ```

mod ask;
pub mod built;
pub mod claim;
mod definition;
pub mod describe;
mod evaluate;
pub mod inconsistency;
mod inventory;
mod labels;
pub mod lines;
pub mod parse;
pub mod report;
pub mod verdict;

use data::Dataset;
use explain::Number;

use ask::Asker;
use claim::{Kind, Printed, Relation};

pub use claim::Claim;
pub use evaluate::STABLE_WITHIN;
pub use lines::{AuditLine, lines};
pub use parse::{ClaimError, claims};
pub use verdict::{Finding, Part, Reason, Verdict};

/// Holds every claim against a data set; one finding a claim, in the same order.
pub fn audit(dataset: &Dataset, claims: &[Claim]) -> Vec<Finding> {
    let asker = Asker::new(dataset);
    claims
        .iter()
        .map(|claim| {
            let mut finding = evaluate::evaluate(&asker, claim);
            finding.numbers = numbers(&finding, asker.take_used());
            if finding.verdict == Verdict::Differs
                && let Some(row) = contradiction(claim, claims)
            {
                finding.verdict = Verdict::InconsistentInSource;
                finding.arithmetic = row.arithmetic.clone();
            }
            finding
        })
        .collect()
}

/// The numbers behind a finding: those that are shown, or all where others were formed from them.
fn numbers(finding: &Finding, used: Vec<(Number, Option<f64>)>) -> Vec<Number> {
    let shown: Vec<f64> = match finding.parts.as_slice() {
        [part] => [part.computed, part.against]
            .into_iter()
            .flatten()
            .collect(),
        _ => Vec::new(),
    };
    let is_shown = |(_, value): &&(Number, Option<f64>)| {
        value.is_some_and(|value| shown.iter().any(|shown| shown.to_bits() == value.to_bits()))
    };
    let direct: Vec<Number> = used
        .iter()
        .filter(is_shown)
        .map(|(number, _)| number.clone())
        .collect();
    match shown.len() {
        count if count > 0 && direct.len() == count => direct,
        _ => used.into_iter().map(|(number, _)| number).collect(),
    }
}

/// The row that says that another printed value contradicts the value of a claim. No data set
/// can satisfy both, so it does not count against the data that one of them differs.
fn contradiction<'a>(claim: &Claim, claims: &'a [Claim]) -> Option<&'a Claim> {
    let Printed::Number(printed) = claim.value else {
        return None;
    };
    if claim.kind != Kind::Exact {
        return None;
    }
    claims.iter().find(|row| {
        let Printed::Pair(one, other) = &row.value else {
            return false;
        };
        let sides = row.selection.sides().zip([one, other]);
        row.relation == Relation::Contradicts
            && row.measure == claim.measure
            && sides
                .into_iter()
                .any(|(side, value)| value.parse() == Ok(printed) && *side == claim.selection.left)
    })
}
