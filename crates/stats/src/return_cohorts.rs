//! Share of emigrants who came back within a window of years.

use super::check;
use super::share;
use super::status::{Cell, Interval, Status};

/// Emigrants of one year and how many of them came back within the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cohort {
    /// Year of emigration.
    pub year: i32,
    /// Emigrants of that year.
    pub emigrated: Cell,
    /// Of these, returned within the window.
    pub returned: Cell,
}

/// Why a cohort does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The window is not over: its returns are still to come. Never drawn as a fall.
    NotYetObserved,
    /// A number is missing.
    Missing,
    /// A number is suppressed.
    Suppressed,
}

/// The pool of complete cohorts.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnShare {
    /// Years of the cohorts that count.
    pub eligible: Vec<i32>,
    /// Years that do not count, with the reason.
    pub left_out: Vec<(i32, LeftOut)>,
    /// Returned.
    pub returned: f64,
    /// Emigrated.
    pub emigrated: f64,
    /// Share with Wilson's interval; none when nobody emigrated.
    pub share: Option<(f64, Interval)>,
    /// `ok` or `no_denominator`.
    pub status: Status,
}

/// Share returned within `window` years, pooled over cohorts whose window has been observed:
/// year + window <= last complete calendar year. Sum of returned over sum of emigrated.
///
/// Deaths and new moves abroad end follow-up unseen: the share is of all who left. A person who
/// leaves twice enters two cohorts. No such cohort is `no_complete_cohort`; more returned than
/// left is `invalid`.
pub fn return_cohorts(
    cohorts: &[Cohort],
    last_complete_year: i32,
    window: i32,
    level: f64,
) -> Result<ReturnShare, Status> {
    check::alpha(level)?;
    let mut eligible = Vec::with_capacity(cohorts.len());
    let mut left_out = Vec::new();
    let (mut k, mut n) = (0.0, 0.0);
    for Cohort {
        year,
        emigrated,
        returned,
    } in cohorts.iter().copied()
    {
        let observed = year
            .checked_add(window)
            .is_some_and(|end| end <= last_complete_year);
        match (observed, emigrated, returned) {
            (false, ..) => left_out.push((year, LeftOut::NotYetObserved)),
            (true, Cell::Number(left), Cell::Number(back)) => {
                if check::count(back)? > check::count(left)? {
                    return Err(Status::Invalid);
                }
                eligible.push(year);
                k += back;
                n += left;
            }
            (true, Cell::Suppressed, _) | (true, _, Cell::Suppressed) => {
                left_out.push((year, LeftOut::Suppressed));
            }
            (true, ..) => left_out.push((year, LeftOut::Missing)),
        }
    }
    if eligible.is_empty() {
        return Err(Status::NoCompleteCohort);
    }
    let (share, status) = if n == 0.0 {
        (None, Status::NoDenominator)
    } else {
        (Some((k / n, share::wilson(k, n, level)?)), Status::Ok)
    };
    Ok(ReturnShare {
        eligible,
        left_out,
        returned: k,
        emigrated: n,
        share,
        status,
    })
}
