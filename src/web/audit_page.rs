//! The audit and the main findings in words, as they travel from the module of tools to the page.

use serde::{Deserialize, Serialize};

/// A claim and what came of it, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Code of the verdict.
    pub verdict: String,
    /// The verdict in a word or two.
    pub verdict_words: String,
    /// Why it cannot be computed; empty when it can.
    pub reason: String,
    /// Comparisons that do not come out as claimed.
    pub failing: Vec<String>,
    /// Where printed numbers contradict each other: the arithmetic.
    pub arithmetic: Vec<String>,
}

/// A main finding in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingLine {
    /// What it is about.
    pub theme: String,
    /// What the data show.
    pub sentence: String,
    /// The figure that shows it.
    pub figure: u8,
}
