//! What comes out of holding a claim against a data set.

use explain::Number;
use measures::Status;
use measures::source::NoTable;

use super::claim::Unit;
use super::inconsistency::Line;

/// Whether a claim holds in a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The data agree with the claim.
    Holds,
    /// The data disagree.
    Differs,
    /// The data do not say.
    NotComputable(Reason),
    /// The report's own printed values or words do not agree with each other.
    InconsistentInSource,
}

impl Verdict {
    /// The code used in the JavaScript API.
    pub fn code(&self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Differs => "differs",
            Verdict::NotComputable(_) => "not_computable",
            Verdict::InconsistentInSource => "inconsistent_in_source",
        }
    }
}

/// What a claim is about that aggregate tables do not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// The country groups before they were merged.
    BaseCountryGroups,
    /// Missing education, which counts as no higher education.
    MissingEducation,
    /// A single country within an origin group.
    PartOfOrigin,
    /// Destinations finer than the codes.
    FinerDestinations,
}

/// Why a claim cannot be held against a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No table has the dimensions, codes and measures together.
    NoTable(NoTable),
    /// No table has a dimension.
    NoDimension(String),
    /// There is a row, but no value in it.
    NoValue(Status),
    /// Only a rounded result was published, without the counts behind it.
    OnlyRounded,
    /// Finer than aggregate tables show.
    Hidden(Hidden),
    /// The claim is not about a number.
    NotANumber,
}

/// One comparison of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Dimension and code of the members the comparison is for; empty when there is only one.
    pub at: Vec<(String, String)>,
    /// The computed value: of the first side, at the end of a trend, of the one that is ranked.
    pub computed: Option<f64>,
    /// What it is compared with: the second side, the start of a trend, the closest competitor.
    pub against: Option<f64>,
    /// Whether the comparison comes out as claimed; absent when it cannot be made.
    pub holds: Option<bool>,
    /// Why it cannot be made.
    pub reason: Option<Reason>,
}

/// A claim held against a data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Id of the claim.
    pub id: String,
    /// Whether it holds.
    pub verdict: Verdict,
    /// The comparisons it consists of.
    pub parts: Vec<Part>,
    /// Unit of the computed values.
    pub unit: Unit,
    /// How many members of the set hold, and how many there are, when the claim is about one.
    pub members: Option<(usize, usize)>,
    /// The numbers of the data set that were computed for it. When the computed value is one of
    /// them, or two are compared, these only.
    pub numbers: Vec<Number>,
    /// For printed values that disagree: the arithmetic.
    pub arithmetic: Vec<Line>,
}

impl Finding {
    /// The comparisons that do not come out as claimed.
    pub fn failing(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.holds == Some(false))
    }

    /// How many comparisons come out as claimed.
    pub fn holding(&self) -> usize {
        self.parts
            .iter()
            .filter(|part| part.holds == Some(true))
            .count()
    }
}
