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
    if sums.whole.is_none()
        && let Some(at) = of_each(table, place, &sums.totals)
    {
        let wholes: Vec<bool> = (0..sums.totals.len()).map(|other| other == at).collect();
        let parts: Vec<bool> = (0..sums.totals.len())
            .map(|other| other != at && !sums.totals[other])
            .collect();
        match parts::reach(table, place, &wholes, &parts) {
            Reach::Whole => {
                sums.totals[at] = true;
                sums.whole = Some(at);
            }
            Reach::Less => sums.is_open |= may_be_parent(&dimension.labels[at]),
            Reach::Beyond => {}
        }
    }
    sums.is_open |= sums.whole.is_none() && is_noted(table, dimension, &sums.totals);
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

/// The only value that stands beside several of another column, where each other one stands beside one of them, as a
/// municipality beside its county: it may be all of each.
fn of_each(table: &ForeignTable, place: usize, totals: &[bool]) -> Option<usize> {
    let dimension = &table.dimensions[place];
    if dimension.is_time || totals.iter().filter(|total| !**total).count() < 3 {
        return None;
    }
    let others = table.dimensions.iter().enumerate();
    let mut others =
        others.filter(|(at, other)| *at != place && !other.is_time && other.codes.len() > 1);
    others.find_map(|(_, other)| {
        let mut beside = vec![None; dimension.codes.len()];
        let mut several = None;
        for (own, other) in dimension.rows.iter().zip(&other.rows) {
            let known = beside[*own as usize].get_or_insert(*other);
            if known != other && !totals[*own as usize] {
                several.get_or_insert(*own);
                if several != Some(*own) {
                    return None;
                }
            }
        }
        // What has no name at all is refused or asked about as it is.
        let named = several.map(|at| at as usize);
        named.filter(|at| !dimension.labels[*at].is_empty())
    })
}

/// Whether a value may be all of what another column names, by its label: a sign, or `Hele fylket`.
fn may_be_parent(label: &str) -> bool {
    let text = words::lower(label.trim());
    let first = text.split(' ').next().unwrap_or_default();
    words::may_be_total(&text)
        || text.trim_start_matches('0').is_empty()
        || words::is_listed(
            "hele|heile|hela|whole|entire|fylket|county|länet|ganz|gesamt|total|sum",
            first,
        )
}

/// Whether a note says that something is counted in one of the values as well: behind a star, or of another value.
fn is_noted(table: &ForeignTable, dimension: &ForeignDimension, totals: &[bool]) -> bool {
    let mut notes = table
        .understood
        .notes
        .iter()
        .filter(|note| words::is_of_included(note));
    notes.any(|note| {
        let text = words::lower(note);
        let labels = dimension.labels.iter().zip(totals);
        let named = labels.filter(|(label, total)| {
            !**total && label.len() > 3 && text.contains(&words::lower(label))
        });
        let is_marked = text.starts_with(|c: char| !words::is_letter(c));
        !dimension.is_time && named.count() > usize::from(!is_marked)
    })
}
