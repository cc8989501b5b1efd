//! Words as they travel from the module of tools to the page: the audit, the main findings, and
//! pages of text.

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

/// A page of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextPage {
    /// Heading.
    pub title: String,
    /// What stands under it.
    pub lead: String,
    /// The sections in reading order.
    pub sections: Vec<TextSection>,
}

/// A section of a page of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextSection {
    /// Heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Named themes with a text each.
    pub themes: Vec<(String, String)>,
}
