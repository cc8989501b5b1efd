//! What published tables tell of the cells that they hide.
//!
//! Whoever reads tables can add up and subtract: margins within a table and between tables, 31 December and the
//! next 1 January, person-years and populations. [`identities`] writes all of it down as equations whose
//! unknowns are the hidden cells, [`audit`] says which of them are determined, exactly, and how narrow the
//! others are, and [`secondary`] hides more until nothing is left to find.
//!
//! May live here: arithmetic on tables that are in memory. May not: files, words, and any claim that
//! output is safe; findings are typed, and somebody decides.
//!
//! ```
//! use disclosure::{Cell, Column, Table, Verdict, Wanted, audit};
//!
//! // One cell is hidden, and the total gives it away.
//! let table = |name: &str, dimensions: Vec<Column>, cells: Vec<Cell>| Table {
//!     name: name.to_owned(),
//!     rows: (0..cells.len()).map(|row| vec![row; dimensions.len()]).collect(),
//!     dimensions,
//!     measures: vec![("emigrations".to_owned(), cells)],
//!     coverage: vec![],
//! };
//! let year = Column { name: "year".to_owned(), codes: vec!["2000".to_owned(), "2001".to_owned()] };
//! let tables = [
//!     table("by_year", vec![year], vec![Cell::Hidden, Cell::Number(7)]),
//!     table("all", vec![], vec![Cell::Number(9)]),
//! ];
//! let found = audit(&tables, &[], &Wanted { interval: 3, sensitive: None, zeros: &[], truth: None });
//! assert_eq!(found.cells[0].verdict, Verdict::Determined(2));
//! ```

mod bounds;
mod elimination;
mod identities;
mod secondary;
mod tables;

pub use identities::{Equation, System, Unknown, identities};
pub use secondary::{Protected, secondary};
pub use tables::{Cell, Column, Derived, Place, Table};

use std::collections::BTreeMap;

/// What is asked of the cells.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The least width of what a hidden cell can be, as everybody can work it out.
    pub interval: i64,
    /// The cells that must not be found; all that are hidden when nothing is said.
    pub sensitive: Option<&'a [Place]>,
    /// Measures of which a zero is always published: everybody knows that their hidden cells are not zero.
    pub zeros: &'a [&'a str],
    /// The hidden numbers, where the audit is made by who knows them. They only save time: the verdict
    /// is the same.
    pub truth: Option<&'a BTreeMap<Place, i64>>,
}

/// What can be known of a hidden cell. Numbers are in the unit of the table: person-years doubled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Its number follows from what is published.
    Determined(i64),
    /// It lies in a range that is narrower than wanted: the least and the greatest that it can be.
    Narrow(i64, i64),
    /// It can be at least as far apart as wanted: two numbers that it can be.
    Wide(i64, i64),
    /// The range could not be worked out, so nothing is claimed.
    Undecided,
}

impl Verdict {
    /// Whether the cell is as hidden as it should be.
    pub fn holds(self) -> bool {
        matches!(self, Verdict::Wide(..))
    }
}

/// A hidden cell and what can be known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cell.
    pub place: Place,
    /// What can be known.
    pub verdict: Verdict,
}

/// What an audit came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Every cell that was asked about, in the order of the tables.
    pub cells: Vec<Finding>,
    /// How many equations an attacker has that hold a hidden cell.
    pub equations: usize,
    /// Published numbers that contradict each other: two tables and the difference of their sums.
    pub contradictions: Vec<(usize, usize, i64)>,
}

impl Audit {
    /// Whether nothing was found: every cell is as hidden as it should be, and all numbers agree.
    pub fn holds(&self) -> bool {
        self.contradictions.is_empty() && self.cells.iter().all(|cell| cell.verdict.holds())
    }

    /// The narrowest range among the cells, as its width; 0 for one that is determined.
    pub fn narrowest(&self) -> Option<i64> {
        let widths = self.cells.iter().filter_map(|cell| match cell.verdict {
            Verdict::Determined(_) => Some(0),
            Verdict::Narrow(low, high) | Verdict::Wide(low, high) => Some(high - low),
            Verdict::Undecided => None,
        });
        widths.min()
    }
}

/// Works out what can be known of the hidden cells of some tables.
pub fn audit(tables: &[Table], derived: &[Derived], wanted: &Wanted) -> Audit {
    audit_telling(tables, derived, wanted, &mut |_, _| ())
}

/// The same, telling how many of how many cells have been tried.
pub fn audit_telling(
    tables: &[Table],
    derived: &[Derived],
    wanted: &Wanted,
    tell: &mut dyn FnMut(usize, usize),
) -> Audit {
    let system = identities(tables, derived);
    let verdicts = bounds::verdicts(&system, &least(tables, &system, wanted), wanted, tell);
    let asked = |place: &Place| wanted.sensitive.is_none_or(|cells| cells.contains(place));
    let cells = verdicts
        .into_iter()
        .filter_map(|(unknown, verdict)| match unknown {
            Unknown::Cell(place) if asked(&place) => Some(Finding { place, verdict }),
            _ => None,
        });
    Audit {
        cells: cells.collect(),
        equations: system.equations.len(),
        contradictions: system.contradictions,
    }
}

/// What each unknown is at least.
fn least(tables: &[Table], system: &System, wanted: &Wanted) -> Vec<i64> {
    let least = system.unknowns.iter().map(|unknown| match unknown {
        Unknown::Cell(place) => {
            let (measure, _) = &tables[place.table].measures[place.measure];
            i64::from(wanted.zeros.contains(&measure.as_str()))
        }
        Unknown::Rest(_) => 0,
    });
    least.collect()
}
