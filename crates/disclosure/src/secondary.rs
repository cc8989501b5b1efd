//! Hiding further cells until those that must not be found cannot be.
//!
//! A plain rule that always ends, for where nothing better is at hand: each step hides at least one more
//! cell. It hides more than an optimiser would, and its result is audited like any other.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::{Cell, Derived, Place, Table};
use super::{Audit, Unknown, Wanted, audit, identities};

/// What was hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protected {
    /// Cells that were hidden beside the sensitive ones.
    pub secondary: Vec<Place>,
    /// The audit of the result.
    pub audit: Audit,
}

/// Hides the sensitive cells of tables whose numbers are all there, and as many more as it takes. `tell`
/// hears after each step how many cells can still be found.
pub fn secondary(
    tables: &mut [Table],
    derived: &[Derived],
    sensitive: &[Place],
    interval: i64,
    zeros: &[&str],
    tell: &dyn Fn(usize),
) -> Protected {
    let whole: Vec<Table> = tables.to_vec();
    let number = |place: &Place| match whole[place.table].measures[place.measure].1[place.row] {
        Cell::Number(number) => Some(number),
        _ => None,
    };
    let mut truth: BTreeMap<Place, i64> = BTreeMap::new();
    let hide = |tables: &mut [Table], truth: &mut BTreeMap<Place, i64>, place: &Place| {
        if let Some(number) = number(place) {
            tables[place.table].measures[place.measure].1[place.row] = Cell::Hidden;
            truth.insert(*place, number);
        }
    };
    for place in sensitive {
        hide(tables, &mut truth, place);
    }
    // What could be hidden beside a cell: everything that some equation of the whole tables connects with it.
    let connected = connections(&whole, derived);
    let mut secondary: BTreeSet<Place> = BTreeSet::new();
    loop {
        let wanted = Wanted {
            interval,
            sensitive: Some(sensitive),
            zeros,
            truth: Some(&truth),
        };
        let audit = audit(tables, derived, &wanted);
        let open: Vec<Place> = audit
            .cells
            .iter()
            .filter(|cell| !cell.verdict.holds())
            .map(|cell| cell.place)
            .collect();
        tell(open.len());
        let mut added = BTreeSet::new();
        for place in &open {
            if let Some(helper) = helper(&connected, place, &truth, &added, &number) {
                added.insert(helper);
            }
        }
        if open.is_empty() || added.is_empty() {
            return Protected {
                secondary: secondary.into_iter().collect(),
                audit,
            };
        }
        for place in &added {
            hide(tables, &mut truth, place);
        }
        secondary.extend(added);
    }
}

/// The equations of tables in which everything is hidden, by cell.
struct Connections {
    equations: Vec<Vec<Place>>,
    of: BTreeMap<Place, Vec<usize>>,
}

fn connections(whole: &[Table], derived: &[Derived]) -> Connections {
    let mut hidden = whole.to_vec();
    for table in &mut hidden {
        for (_, cells) in &mut table.measures {
            for cell in cells
                .iter_mut()
                .filter(|cell| matches!(cell, Cell::Number(_)))
            {
                *cell = Cell::Hidden;
            }
        }
    }
    let system = identities(&hidden, derived);
    let mut connections = Connections {
        equations: Vec::new(),
        of: BTreeMap::new(),
    };
    for equation in &system.equations {
        let cells = equation
            .terms
            .iter()
            .filter_map(|(at, _)| match system.unknowns[*at] {
                Unknown::Cell(place) => Some(place),
                Unknown::Rest(_) => None,
            });
        let cells: Vec<Place> = cells.collect();
        for place in &cells {
            connections
                .of
                .entry(*place)
                .or_default()
                .push(connections.equations.len());
        }
        connections.equations.push(cells);
    }
    connections
}

/// The next cell to hide for one that can be found: in the equation with fewest hidden cells, the smallest
/// that is not zero. A zero hides nothing: it is what everybody would guess.
fn helper(
    connected: &Connections,
    place: &Place,
    hidden: &BTreeMap<Place, i64>,
    added: &BTreeSet<Place>,
    number: &dyn Fn(&Place) -> Option<i64>,
) -> Option<Place> {
    let is_hidden = |cell: &Place| hidden.contains_key(cell) || added.contains(cell);
    let equations = connected
        .of
        .get(place)?
        .iter()
        .map(|at| &connected.equations[*at]);
    let choices = equations.filter_map(|cells| {
        let visible = cells.iter().filter(|cell| !is_hidden(cell));
        let sized =
            visible.filter_map(|cell| Some((number(cell).filter(|size| *size > 0)?, *cell)));
        let (size, cell) = sized.min()?;
        let hidden = cells.iter().filter(|cell| is_hidden(cell)).count();
        Some((hidden, size, cell))
    });
    choices.min().map(|(.., cell)| cell)
}
