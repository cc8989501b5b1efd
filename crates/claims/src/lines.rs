//! The audit in the words of a language, line by line.

use data::Dataset;
use explain::Number;
use text::Lang;

use super::verdict::{Finding, Verdict};
use super::{Claim, describe, report};

/// A claim and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditLine {
    /// Identifier of the claim.
    pub id: String,
    /// Where in the report it stands.
    pub place: String,
    /// The figure that shows it.
    pub figure: Option<u8>,
    /// The claim in plain words.
    pub claim: String,
    /// Whether a threshold of it is our reading.
    pub judgement: bool,
    /// The value as printed.
    pub printed: String,
    /// The value from the open data.
    pub computed: String,
    /// The numbers of the data set it rests on.
    pub numbers: Vec<Number>,
    /// Code of the verdict.
    pub verdict: &'static str,
    /// The verdict in a word or two.
    pub verdict_words: &'static str,
    /// Why it cannot be computed; empty when it can.
    pub reason: String,
    /// Comparisons that do not come out as claimed.
    pub failing: Vec<String>,
    /// Where printed numbers contradict each other: the arithmetic.
    pub arithmetic: Vec<String>,
}

/// More failing comparisons of one claim than this are not listed.
const MAX_FAILING: usize = 5;

/// The findings of [`audit`](super::audit) on `claims`, in words.
pub fn lines(
    dataset: &Dataset,
    claims: &[Claim],
    findings: &[Finding],
    lang: Lang,
) -> Vec<AuditLine> {
    claims
        .iter()
        .zip(findings)
        .map(|(claim, finding)| line(claim, finding, dataset, lang))
        .collect()
}

fn line(claim: &Claim, finding: &Finding, dataset: &Dataset, lang: Lang) -> AuditLine {
    let reason = match &finding.verdict {
        Verdict::NotComputable(reason) => report::reason(reason, Some(dataset), lang),
        _ => String::new(),
    };
    let failing = match finding.verdict {
        Verdict::Differs if finding.parts.len() > 1 => finding
            .failing()
            .take(MAX_FAILING)
            .map(|part| report::part(claim, part, Some(dataset), lang))
            .collect(),
        _ => Vec::new(),
    };
    let arithmetic = finding.arithmetic.iter();
    AuditLine {
        id: claim.id.clone(),
        place: describe::place(claim.figure, lang),
        figure: claim.figure.figure(),
        claim: describe::sentence(claim, Some(dataset), lang),
        judgement: claim.judgement,
        printed: describe::printed(claim, lang),
        computed: report::computed(claim, finding, lang),
        numbers: finding.numbers.clone(),
        verdict: finding.verdict.code(),
        verdict_words: report::verdict(&finding.verdict, lang),
        reason,
        failing,
        arithmetic: arithmetic
            .map(|line| report::arithmetic(line, lang))
            .collect(),
    }
}
