//! Values of a dimension of a foreign table that count what others of them count: by the rule for all tables, and by
//! what only foreign files say.
//!
//! The readers mark those that say so ("I alt", "Begge kjønn", `TOTAL`).

use crate::formats::kinds::is_of_kinds;
use crate::formats::{ForeignDimension, ForeignTable};
use data::nested::{self, Together};
use data::sums::{self, Nature, Numbers, Sums, Values};
use vocabulary::words;

use super::parts::{self, Reach};
use super::{nested as lines, roles};

/// The values of a dimension.
pub fn values(dimension: &ForeignDimension) -> Values<'_> {
    Values {
        names: [&dimension.name, &dimension.label],
        codes: &dimension.codes,
        labels: &dimension.labels,
        said: &dimension.totals,
        nature: match () {
            () if dimension.is_time && roles::dimension(dimension) == "period" => Nature::Years,
            () if dimension.is_time => Nature::Time,
            () if roles::dimension(dimension).starts_with("age") => Nature::Ages,
            () if is_of_kinds(dimension) => Nature::Kinds,
            () => Nature::Other,
        },
        are_parts: false,
    }
}

/// Finds the values that add up others: those that say so, areas beside what lies in them, and the
/// one whose numbers show it.
pub fn of_dimension(table: &ForeignTable, place: usize) -> Sums {
    let dimension = &table.dimensions[place];
    let values = values(dimension);
    let make = || lines::lines(table, place);
    let numbers = Numbers::new(&make);
    let mut named = sums::named(&values, &numbers);
    // The only one that holds others need not hold all.
    let holder = named.whole;
    if let Some(whole) =
        holder.filter(|at| dimension.holds(*at) && !words::is_total(&dimension.labels[*at]))
    {
        let wholes: Vec<bool> = (0..named.totals.len())
            .map(|at| Some(at) == named.whole)
            .collect();
        let parts: Vec<bool> = named.totals.iter().map(|total| !total).collect();
        let lying_in = dimension.lying_in(whole);
        let is_within = |at: usize| at == whole || lying_in[at];
        if !(0..parts.len()).all(is_within)
            || parts::reach(table, place, &wholes, &parts) == Reach::Beyond
        {
            named.whole = None;
        }
    }
    // What a file names for those who ask nothing of a dimension is a total of it or one of its values.
    let is_unsaid = |at: &usize| {
        let (code, label) = (&dimension.codes[*at], &dimension.labels[*at]);
        !words::is_total(label) && !words::is_total_code(code, true) && !dimension.holds(*at)
    };
    if let Some(at) = named.whole.filter(is_unsaid)
        && named.totals.contains(&false)
    {
        let wholes: Vec<bool> = (0..named.totals.len()).map(|other| other == at).collect();
        let parts: Vec<bool> = named.totals.iter().map(|total| !total).collect();
        if parts::reach(table, place, &wholes, &parts) == Reach::Beyond {
            named.totals[at] = false;
            named.is_open = false;
            named.is_default = true;
            return named;
        }
    }
    let mut sums = sums::by_numbers(&values, &numbers, named);
    // What holds more than the file hangs below it stands for some who are in no part, and what holds less is no sum
    // of it.
    if sums.whole.is_none() && !dimension.children.is_empty() {
        let children = dimension.children_of_each();
        let each = children.iter().enumerate();
        let mut holders = each.filter(|(_, below)| !below.is_empty());
        let is_more = |(at, below): (usize, &Vec<usize>)| {
            let below = Together::of(numbers.get(), below.iter().copied());
            nested::is_more_than(numbers.get(), at, &below)
        };
        sums.is_open |= holders.any(is_more) || parts::exceed(table, place, &children);
    }
    sums
}
