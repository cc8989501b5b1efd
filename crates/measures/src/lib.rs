//! Numbers only: counts, exposure, rates, shares, and how sure they are.
//!
//! May live here: everything that turns checked tables into numbers with a status. May not:
//! colours, pixels, files, and words except the sentences of `audit`. Every quantity that cannot be
//! computed is a typed reason.
//!
//! A `question` is served by a table (`source`) and answered (`compute`); `uncertainty` adds
//! intervals. `methods` are formulas on plain numbers, which know no tables. `audit` asks what a
//! report has printed.

pub mod analysis;
pub mod answer;
pub mod compute;
mod grouping;
pub mod makeup;
pub mod question;
pub mod source;
pub mod summed;
pub mod uncertainty;

pub use answer::{Answer, Note, Row};
pub use compute::{Refusal, answer, columns_of, is_answerable};
pub use makeup::Makeup;
pub use question::{Exposure, Filter, Measure, Question, Rebase};
pub use source::{codes_of, dimensions_for};
pub use stats::Status;
pub use uncertainty::{DEFAULT_LEVEL, IntervalMethod, Intervals, interval};
