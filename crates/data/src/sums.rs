//! Values of a dimension that count what others of them count as well: totals, areas beside what lies in them, spans
//! that overlap, lines that hold those below them. The same rule for every table, wherever it comes from.
//!
//! May live here: what names, codes and numbers show of that. May not: what follows for a sum.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use vocabulary::ages;
use vocabulary::holders;
use vocabulary::kinds;
use vocabulary::levels;
use vocabulary::words::{self, is_letter, is_listed, lower};

use super::areas::{self, Beside, Extent, Places};
use super::holding;
use super::nested::{self, LINES, Lines, Together};
use super::spans;

/// The values of a dimension.
pub struct Values<'a> {
    /// What the dimension is called, in the file and for readers.
    pub names: [&'a str; 2],
    /// The codes of the values.
    pub codes: &'a [String],
    /// What they are called.
    pub labels: &'a [String],
    /// Those that say of themselves that they add up others.
    pub said: &'a [bool],
    /// What the values are.
    pub nature: Nature,
    /// Whether they are parts of a whole unless their numbers show that they are not, so that the name of an area is
    /// not enough where its countries may lie elsewhere.
    pub are_parts: bool,
}

/// What the values of a dimension are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Points of time, whatever else is done with them.
    Time,
    /// Stretches of whole years.
    Years,
    /// Ages, in years or groups of them.
    Ages,
    /// Kinds of measure.
    Kinds,
    /// Anything else.
    Other,
}

/// The sums among the values of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// For each value whether it counts what others count.
    pub totals: Vec<bool>,
    /// The one that adds up all others.
    pub whole: Option<usize>,
    /// Whether some of those that are no totals may count what others of them count, and nothing tells it.
    pub is_open: bool,
    /// Whether that one adds up nothing and is merely what counts where nothing is asked of the dimension.
    pub is_default: bool,
    /// Those that are left out because they overlap others, and hold none.
    overlapping: Vec<bool>,
    /// Those that are areas beside what lies in them.
    areas: Vec<bool>,
    /// Those that may hold others by their names.
    holders: Vec<usize>,
    /// Where they lie.
    places: Places,
}

/// The numbers of the values, made when something asks for them.
pub struct Numbers<'a> {
    made: OnceCell<Lines>,
    make: &'a dyn Fn() -> Lines,
}

impl<'a> Numbers<'a> {
    /// Numbers that are made like this.
    pub fn new(make: &'a dyn Fn() -> Lines) -> Numbers<'a> {
        Numbers {
            made: OnceCell::new(),
            make,
        }
    }

    /// The numbers.
    pub fn get(&self) -> &Lines {
        self.made.get_or_init(self.make)
    }
}

impl Values<'_> {
    fn each(&self) -> impl Iterator<Item = (&String, &String)> {
        self.codes.iter().zip(self.labels)
    }

    /// Whether every value that is no total is a single year of age.
    fn has_single_ages(&self, totals: &[bool]) -> bool {
        let mut parts = self.each().zip(totals).filter(|(_, total)| !**total);
        totals.contains(&false) && parts.all(|((code, label), _)| ages::age(code, label).is_some())
    }

    /// Whether the values stand in an order in which none is the sum of others, however the numbers fall.
    fn is_ordered(&self, totals: &[bool]) -> bool {
        match self.nature {
            Nature::Time | Nature::Years => true,
            Nature::Ages => self.has_single_ages(totals),
            Nature::Kinds | Nature::Other => false,
        }
    }
}

/// What names and codes show: those that say so, areas beside what lies in them, one of two spans that overlap.
pub fn named(values: &Values, numbers: &Numbers) -> Sums {
    let mut totals = values.said.to_vec();
    let places = Places::of(values);
    let areas = areas_with_parts(values, &places, numbers);
    let joined = joined(values, numbers);
    let are_places = are_places(values, &places);
    let labels = values.labels.iter();
    let beside: Vec<bool> = labels
        .map(|label| is_beside(values, are_places, label))
        .collect();
    for (at, total) in totals.iter_mut().enumerate() {
        *total |= areas[at] || joined[at] || beside[at];
        *total |= words::is_subtotal(&values.labels[at]);
    }
    let among_sexes = values.names.into_iter().any(words::names_sex);
    for (total, label) in totals.iter_mut().zip(values.labels) {
        *total |= among_sexes && kinds::kind(label) == Some(kinds::Kind::Share);
    }
    let before = totals.clone();
    let mut is_open = leave_out_spans(values, numbers, &mut totals);
    let holding = holding::of(values, &places, numbers, &totals);
    let mut whole = said_whole(values, numbers, &totals);
    if whole.is_some_and(|at| is_of_some(values, numbers, &totals, at)) {
        whole = None;
        is_open = true;
    }
    is_open |= whole.is_none()
        && (stands_out(values, numbers, &totals)
            || has_other_division(values, are_places, &totals));
    let overlapping = (0..totals.len())
        .map(|at| before[at] != totals[at] || beside[at])
        .collect();
    for (total, holds) in totals.iter_mut().zip(holding.sums) {
        *total |= holds;
    }
    Sums {
        totals,
        whole,
        is_open,
        is_default: false,
        overlapping,
        areas,
        holders: holding.open,
        places,
    }
}

/// Whether a value stands beside the parts: a part of one of them once more, a mean of them, or, among places, what
/// compares them. Among reasons a change is a reason.
fn is_beside(values: &Values, are_places: bool, label: &str) -> bool {
    words::is_of_which(label)
        || kinds::is_average(label)
        || (are_places
            && (kinds::is_comparison(label)
                || kinds::is_no_place(label)
                || kinds::is_statistic(label)
                || (kinds::is_of_others(label) && divides_by_place(values))))
}

/// Whether the name of a dimension says that it divides by place.
fn divides_by_place(values: &Values) -> bool {
    let mut names = values.names.into_iter();
    names.any(kinds::divides_places)
}

fn are_places(values: &Values, places: &Places) -> bool {
    values.names.into_iter().any(words::names_region)
        || (0..values.codes.len()).any(|at| places.is_place(at))
}

/// Whether what is there no more by its name has numbers in years in which what has its name now has some too.
fn has_former(values: &Values, numbers: &Numbers, totals: &[bool]) -> bool {
    let parts = || (0..totals.len()).filter(|at| !totals[*at]);
    let is_former = |at: &usize| holders::is_former(&values.labels[*at]);
    if !parts().any(|at| is_former(&at)) {
        return false;
    }
    // Each name is made and each line is read once, however many have the same name.
    let mut of_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in parts() {
        let name = holders::bare(&values.labels[at]);
        of_name.entry(name).or_default().push(at);
    }
    of_name.values().any(|alike| {
        let mut met: BTreeMap<i32, usize> = BTreeMap::new();
        let mut formers: BTreeSet<i32> = BTreeSet::new();
        if alike.len() > 1 && alike.iter().any(is_former) {
            for at in alike {
                let years = nested::years_of(numbers.get(), *at);
                years
                    .iter()
                    .for_each(|year| *met.entry(*year).or_default() += 1);
                if is_former(at) {
                    formers.extend(years);
                }
            }
        }
        formers.iter().any(|year| met[year] > 1)
    })
}

/// Whether one of those that are no totals may be none of the places beside it, by its name: a sum that is carried over
/// to another sheet or checks them, or letters that are of a measure where all others are names.
fn may_be_no_place(values: &Values, places: &Places, totals: &[bool]) -> bool {
    if !are_places(values, places) && !divides_by_place(values) {
        return false;
    }
    let parts = || {
        (0..totals.len())
            .filter(|at| !totals[*at])
            .map(|at| &values.labels[at])
    };
    let are_names =
        || parts().filter(|label| label.chars().count() > 3).count() * 2 > parts().count();
    parts().any(|label| {
        kinds::is_carried(label)
            || (label.len() > 3 && kinds::kind(label) == Some(kinds::Kind::In))
            || (kinds::is_short_statistic(label) && are_names())
    })
}

/// Whether sexes stand among places or ages, or town and country among places: two divisions of the same people.
fn has_other_division(values: &Values, are_places: bool, totals: &[bool]) -> bool {
    let parts = || (0..totals.len()).filter(|at| !totals[*at]);
    let is_sex = |at: &usize| words::sex_named(&values.labels[*at]).is_some();
    let is_age = |at: usize| ages::ages(&values.codes[at], &values.labels[at]).is_some();
    let is_settled = |at: &usize| kinds::is_of_settlement(&values.labels[*at]);
    // Those of whom nothing is known are no other division.
    let is_rest = |at: &usize| areas::is_rest(&values.codes[*at], &values.labels[*at]);
    let others = || parts().filter(|at| !is_sex(at) && !is_rest(at));
    let has_sexes = parts().any(|at| is_sex(&at))
        && others().next().is_some()
        && (others().any(is_age) || are_places);
    // The name of a year among other names is that of its sum.
    let is_year = |at: &usize| {
        let years = ages::years(&values.labels[*at]);
        values.nature == Nature::Other && years.is_some_and(|(first, last)| first == last)
    };
    let is_named = |at: &usize| values.labels[*at].contains(is_letter);
    let years = parts().filter(is_year).count();
    if years > 0 && parts().filter(is_named).count() >= years.max(2) {
        return true;
    }
    let has_settled = || parts().any(|at| is_settled(&at)) && !parts().all(|at| is_settled(&at));
    // Both sexes are all there are, and what stands beside them where no sexes are expected is some of them.
    let has_both = || {
        let has = |sex: &str| parts().any(|at| words::sex_named(&values.labels[at]) == Some(sex));
        let names = values.names.into_iter();
        let mut names = names.flat_map(|name| name.split(|c: char| !is_letter(c)));
        !names.any(words::names_sex) && has("m") && has("f") && others().next().is_some()
    };
    has_sexes || has_both() || ((are_places || divides_by_place(values)) && has_settled())
}

/// Whether one name alone is written in capitals, and no other one is more: it may be of all of them.
fn stands_out(values: &Values, numbers: &Numbers, totals: &[bool]) -> bool {
    let is_capital = |label: &String| {
        let mut letters = label.chars().filter(|c| is_letter(*c));
        letters.clone().count() > 4 && letters.all(words::is_capital)
    };
    let parts = || (0..totals.len()).filter(|at| !totals[*at]);
    let mut capital = parts().filter(|at| is_capital(&values.labels[*at]));
    let (Some(one), None) = (capital.next(), capital.next()) else {
        return false;
    };
    parts().count() > 2 && parts().all(|other| !nested::exceeds(numbers.get(), other, one, 0.0))
}

/// The one of those that say that they are totals which adds up all: of several none that another one exceeds, and
/// none where they make up the whole together.
fn said_whole(values: &Values, numbers: &Numbers, totals: &[bool]) -> Option<usize> {
    let said = || (0..values.said.len()).filter(|at| values.said[*at]);
    let is_alone = said().count() == 1;
    let may_be_whole = |at: &usize| {
        let (code, label) = (&values.codes[*at], &values.labels[*at]);
        let says_so = is_alone || words::is_total(label) || words::is_total_code(code, true);
        says_so && !areas::is_area(code, label)
    };
    let mut wholes = said().filter(may_be_whole);
    if is_alone {
        return wholes.next();
    }
    // A hierarchy has totals of parts as well.
    let exceeds = |one: usize, other: usize| nested::exceeds(numbers.get(), one, other, 0.0);
    let highest = Together::of(numbers.get(), said());
    let whole = wholes.find(|at| !nested::is_exceeded(numbers.get(), *at, &highest, 0.0))?;
    let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
    let are_groups = nested::agree(numbers.get(), values.said, &parts)
        && said().any(|other| exceeds(whole, other));
    (!are_groups).then_some(whole)
}

/// Whether a value that says that it is all of something is all of a part: of towns, of one continent, of men.
fn is_of_some(values: &Values, numbers: &Numbers, totals: &[bool], whole: usize) -> bool {
    let Some(of) = words::all_of(&values.labels[whole]).filter(|of| !of.is_empty()) else {
        return false;
    };
    let wholes: Vec<bool> = (0..totals.len()).map(|at| at == whole).collect();
    let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
    if !parts.contains(&true) {
        return false;
    }
    if nested::are_more(numbers.get(), &parts, &wholes) {
        return !nested::agree(numbers.get(), &wholes, &parts);
    }
    // What is all of what the column is called is all.
    let is_named = values.names.into_iter().any(|name| {
        let name = lower(name);
        of.split(|c: char| !is_letter(c)).any(|word| {
            let stem = word.get(..4).unwrap_or(word);
            name.split(|c: char| !is_letter(c))
                .any(|own| own.len() > 2 && own.starts_with(stem))
        })
    });
    const ALL: &str = "persons|personer|personar|people|population|befolkning|folkmängd|groups|grupper|gruppene|\
        categories|kategorier|countries|land|länder|lande|emigrants|utvandr|utvandring|utvandringer|udvandrede|age|\
        ages|aldre|aldrar|åldrar|sexes|kjønn|destinations|reasons|grunner|personen|personnes|personas|pays";
    let mut words = of
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty());
    let is_all = words.any(|word| is_listed(ALL, word));
    let is_home = values.names.into_iter().any(kinds::divides_places) && areas::is_country("", &of);
    let is_part = areas::is_area("", &of) || !(is_named || is_all || is_home);
    is_part && nested::is_more(numbers.get(), whole, &parts)
}

/// What numbers show besides, of those that names and codes leave.
pub fn by_numbers(values: &Values, numbers: &Numbers, named: Sums) -> Sums {
    let Sums {
        mut totals,
        mut whole,
        mut is_open,
        overlapping,
        areas,
        holders,
        places,
        ..
    } = named;
    // Areas that only together with all else reach the whole hold nothing that stands beside them.
    if let Some(whole) = whole
        && areas.contains(&true)
    {
        let wholes: Vec<bool> = (0..totals.len()).map(|at| at == whole).collect();
        let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
        let with_areas: Vec<bool> = (0..totals.len())
            .map(|at| at != whole && (parts[at] || (areas[at] && !values.said[at])))
            .collect();
        let agree = |parts: &[bool]| nested::agree(numbers.get(), &wholes, parts);
        if !agree(&parts) && agree(&with_areas) {
            for (total, is_part) in totals.iter_mut().zip(with_areas) {
                *total &= !is_part;
            }
        }
    }
    let parts = totals.iter().filter(|total| !**total).count();
    let is_ordered = values.is_ordered(&totals);
    if whole.is_none() && values.nature != Nature::Time {
        whole = unnamed(values, numbers, &totals, &mut is_open);
    }
    if whole.is_none() && !is_ordered && parts >= 3 {
        whole = nested::of_all(numbers.get(), &totals);
    }
    if let Some(whole) = whole {
        totals[whole] = true;
    }
    if !is_ordered && values.nature != Nature::Kinds {
        // Once among what is left, and once with the sums of some among them, which may hold the rest of it.
        let known = totals.clone();
        let left_out = (0..totals.len()).map(|at| Some(at) == whole || overlapping[at]);
        let left_out: Vec<bool> = left_out.collect();
        for known in [&known, &left_out] {
            let nested = nested::of_lines(numbers.get(), known);
            for (total, holds) in totals.iter_mut().zip(nested.sums) {
                *total |= holds;
            }
            is_open |= nested.open.iter().any(|line| !totals[*line]);
        }
    }
    if whole.is_none() {
        is_open |= areas_reach_beyond(values, &places, numbers, &totals, &areas);
        is_open |= groups_reach_beyond(values, &places, numbers, &totals, &areas);
        is_open |=
            values.nature != Nature::Kinds && names_overlap(values, &places, numbers, &totals);
        is_open |= sides_hold_others(values, &places, numbers, &areas);
        is_open |= are_named_twice(values, &places, numbers, &totals);
        is_open |= holders.iter().any(|at| !totals[*at]);
        is_open |= has_former(values, numbers, &totals);
        is_open |= may_be_no_place(values, &places, &totals);
        let unions =
            (0..totals.len()).filter(|at| !totals[*at] && holders::is_union(&values.labels[*at]));
        is_open |= unions.count() > 1;
        is_open |= holding::is_open(values, &places, numbers, &totals);
        // What a file declares to hold others and is more than all that is left holds something that is not there.
        let left = Together::of(numbers.get(), (0..totals.len()).filter(|at| !totals[*at]));
        let mut declared = (0..totals.len()).filter(|at| values.said[*at] && totals[*at]);
        is_open |= totals.contains(&false)
            && declared.any(|at| nested::is_more_than(numbers.get(), at, &left));
    }
    Sums {
        totals,
        whole,
        is_open,
        is_default: false,
        overlapping,
        areas,
        holders,
        places,
    }
}

/// The whole among values of which none says that it is: what a database leaves without a name, the number that
/// stands for both sexes, and what is abroad beside the parts of it.
fn unnamed(
    values: &Values,
    numbers: &Numbers,
    totals: &[bool],
    is_open: &mut bool,
) -> Option<usize> {
    let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
    let agrees = |at: usize, parts: &[bool]| {
        nested::agreeing(numbers.get(), at, parts).is_some_and(|count| count > 0)
    };
    let open = || (0..parts.len()).filter(|at| parts[*at]);
    // Nought is the code of a country above its parts.
    let may_be_whole = |label: &str| {
        words::may_be_total(label) || (divides_by_place(values) && is_listed("0|00|0000", label))
    };
    if open().count() > 1
        && let Some(at) = open().find(|at| may_be_whole(&values.labels[*at]))
    {
        if agrees(at, &parts) {
            return Some(at);
        }
        *is_open |= nested::is_more(numbers.get(), at, &parts)
            || (!values.labels[at].is_empty()
                && nested::holds_what_is_there(numbers.get(), at, &parts));
    }
    /// There are no more sexes, and those of whom nothing is known.
    const SEXES: usize = 20;
    let is_of_sexes = values.names.into_iter().any(words::names_sex);
    if is_of_sexes && (3..=SEXES).contains(&open().count()) {
        let sex = |at: &usize| words::sex(*at, values.codes, values.labels, values.names);
        let unknown = || open().filter(|at| sex(at).is_none());
        let whole = unknown().find(|at| agrees(*at, &parts));
        // Those of whom it is not known are hardly more than both.
        let sexes: Vec<bool> = (0..parts.len())
            .map(|at| parts[at] && sex(&at).is_some())
            .collect();
        let each = Together::of(numbers.get(), (0..parts.len()).filter(|at| sexes[*at]));
        *is_open |= unknown().any(|at| {
            !areas::is_rest(&values.codes[at], &values.labels[at])
                && !nested::is_exceeded(numbers.get(), at, &each, 0.0)
                && nested::is_more(numbers.get(), at, &sexes)
        });
        return whole;
    }
    None
}

/// Whether an area stands beside parts of it that do not reach it, so that neither is the whole of what is there.
/// Of areas that report for themselves each stands for its own.
fn areas_reach_beyond(
    values: &Values,
    places: &Places,
    numbers: &Numbers,
    totals: &[bool],
    sums: &[bool],
) -> bool {
    /// Each is looked at with all that lies in it; nothing tells what a list of more of them holds.
    const MANY: usize = 200;
    if values.names.into_iter().any(words::names_region) || areas::roots(values).is_some() {
        return false;
    }
    let areas = || (0..totals.len()).filter(|at| places.is_area(*at));
    // Those of which nothing tells where they lie may lie there.
    let unknown = OnceCell::new();
    let is_among_unknown = |area: usize| {
        let unknown = unknown.get_or_init(|| among_unknown(values, places, totals));
        unknown
            .iter()
            .any(|at| !nested::exceeds(numbers.get(), *at, area, 0.0))
    };
    let mut apart = areas().filter(|at| !sums[*at] && !totals[*at]);
    if !values.are_parts && apart.any(is_among_unknown) {
        return true;
    }
    // What a table of the contract calls a part may hold a country beside it that is nowhere more.
    let may_hold = |area: usize| {
        let mut countries = places.countries_of(places.parts(area)).into_iter();
        countries.any(|at| {
            let numbers = numbers.get();
            !totals[at] && numbers.is_positive(at) && !nested::exceeds(numbers, at, area, 0.0)
        })
    };
    if values.are_parts && areas().any(|at| !sums[at] && !totals[at] && may_hold(at)) {
        return true;
    }
    let holding = areas().filter(|at| sums[*at]);
    // Without numbers nothing is more than anything.
    if numbers.get().columns() == 0 || holding.clone().count() == 0 {
        return false;
    }
    let beside = Beside::of(values, places);
    let mut holding = holding;
    let parts =
        |at: usize, with_unknown: bool| beside.lying_in(values, places, at, totals, with_unknown);
    holding.clone().count() > MANY
        || holding.any(|at| {
            let (all, members) = (parts(at, true), parts(at, false));
            let is_more = |parts: &[bool]| nested::is_more(numbers.get(), at, parts);
            let is_all =
                || nested::agreeing(numbers.get(), at, &all).is_some_and(|count| count > 0);
            let is_of_some = || {
                let within: Vec<usize> = (0..all.len()).filter(|at| all[*at]).collect();
                nested::may_be_of_some(numbers.get(), at, &within)
            };
            all.contains(&true)
                && (is_more(&all)
                    || (!values.are_parts && is_more(&members) && !is_all())
                    || (areas::extent(values, at) != Extent::Whole && !is_of_some()))
        })
}

/// The values of which nothing tells where they lie, where they are no fewer than the countries that are known: places
/// in a language that is not known here.
fn among_unknown(values: &Values, places: &Places, totals: &[bool]) -> Vec<usize> {
    let unknown = areas::of_unknown_place(values, places, totals);
    let unknown: Vec<usize> = (0..unknown.len()).filter(|at| unknown[*at]).collect();
    let known = (0..totals.len()).filter(|at| places.is_country(*at));
    match unknown.len() >= known.count() {
        true => unknown,
        false => Vec::new(),
    }
}

/// Whether groups of countries from all over the world stand beside countries and are more than these, so that there
/// are others in them.
fn groups_reach_beyond(
    values: &Values,
    places: &Places,
    numbers: &Numbers,
    totals: &[bool],
    sums: &[bool],
) -> bool {
    let groups: Vec<bool> = (0..totals.len())
        .map(|at| sums[at] && areas::is_group(values, places, at))
        .collect();
    let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
    groups.contains(&true)
        && parts.contains(&true)
        && nested::are_more(numbers.get(), &groups, &parts)
}

/// Whether a name says that what it stands for holds others, or parts of them, and no number shows it.
fn names_overlap(values: &Values, places: &Places, numbers: &Numbers, totals: &[bool]) -> bool {
    let is_part = |at: usize| !totals[at];
    let parts = totals.iter().filter(|total| !**total).count();
    /// Names of more are those of places, and looking at each beside each would take long.
    const MANY: usize = 400;
    if !(2..=MANY).contains(&parts) || (matches!(values.nature, Nature::Time | Nature::Years)) {
        return false;
    }
    let labels = values.labels.iter().zip(totals);
    // Totals are asked for nothing.
    let texts: Vec<String> = labels
        .map(|(label, total)| match total {
            true => String::new(),
            false => lower(label.trim()),
        })
        .collect();
    let words: Vec<Vec<&str>> = texts.iter().map(|text| words_of(text)).collect();
    let is_area = |text: &str| areas::is_area("", text);
    const WORLD: &str = "country|world|verden|verda|världen|landet|welt|land|monde|pays|wereld|mundo|\
        maailma|population";
    let is_world = |text: &str| is_listed(WORLD, text);
    // Lines below one without such a sign: `- Sweden`.
    let is_marked = |at: usize| {
        let (depth, name) = levels::bare(&values.labels[at]);
        depth > 0 && name.contains(is_letter)
    };
    let mut below = (1..texts.len()).filter(|at| is_part(*at) && is_marked(*at));
    let is_below = below.any(|at| {
        (0..at)
            .rev()
            .find(|other| !is_marked(*other))
            .is_some_and(is_part)
    });
    let is_place = are_places(values, places);
    let holds_word = |text: &str, word: &str| {
        let mut found = text.match_indices(word);
        let is_edge = |letter: Option<char>| {
            letter.is_none_or(|letter| !is_letter(letter) && !letter.is_ascii_digit())
        };
        found.any(|(at, _)| {
            is_edge(text[..at].chars().next_back())
                && is_edge(text[at + word.len()..].chars().next())
        })
    };
    const WITH: &str = "incl|inkl|including|einschl|y compris|incluid|medregnet|samt ";
    let overlaps = |at: usize| {
        let text = texts[at].as_str();
        let others = || (0..texts.len()).filter(|other| *other != at && is_part(*other));
        if words::is_selection(text)
            || (parts > 2 && words::counts_twice(text))
            || (parts > 2 && words::says_all(text))
        {
            return true;
        }
        if let Some((whole, part)) = words::without_part(text) {
            let stands = others().any(|other| texts[other] == whole);
            let names_part = part
                .as_ref()
                .is_some_and(|part| others().any(|other| texts[other] == *part));
            let is_known = is_area(&whole) || areas::is_country("", &whole);
            return stands
                || match () {
                    () if is_known => false,
                    () if is_world(&whole) => names_part && parts > 2,
                    // Couples without children are a kind of their own.
                    () => parts > 2 && is_place,
                };
        }
        let is_with = words::has_any(text, WITH)
            || ["ever ", "any ", "noen gang ", "nokon gong "]
                .iter()
                .any(|word| text.starts_with(word));
        others().any(|other| {
            let inner = texts[other].as_str();
            let is_no_less = || {
                !is_place
                    && values.nature == Nature::Other
                    && !nested::exceeds(numbers.get(), at, other, 0.0)
            };
            if is_narrower(&words[at], &words[other]) && is_no_less() {
                return true;
            }
            if inner.len() <= 3 || text.len() <= inner.len() || !holds_word(text, inner) {
                return false;
            }
            let (before, _) = text.split_once(inner).unwrap_or_default();
            // Less or more than it, not it, or a list that ends with it.
            let is_other =
                words::limits(before) || JOINTS.iter().any(|joint| before.contains(joint));
            let rest = text.strip_prefix(inner);
            let joint = rest.is_some_and(|rest| JOINTS.iter().any(|joint| rest.starts_with(joint)));
            // A narrower kind of what another one names, which is at least as much everywhere.
            let is_kind = || !joint && !is_other && is_no_less();
            is_with || (joint && values.nature == Nature::Ages) || is_kind()
        })
    };
    let holds = |stems: &str| {
        let mut parts = (0..texts.len()).filter(|at| is_part(*at));
        parts.any(|at| stems.split('|').any(|stem| texts[at].contains(stem)))
    };
    // Where somebody was born and whose citizen he is are two divisions of all.
    let are_two = values.nature == Nature::Other
        && holds(
            "foreign-born|foreign born|utenlandsfødt|utlandsfødt|født i utlandet|utrikes född|im ausland geboren",
        )
        && holds("citizen|statsborger|statsborgar|medborgare|nationals|staatsangehörig");
    is_below || are_two || (0..texts.len()).any(|at| is_part(at) && overlaps(at))
}

/// Whether one place stands there in two spellings, with numbers for both: `Turkey` and `Türkiye`, `Troms` and
/// `Troms - Romsa`. Names that differ in signs on letters may be of two places, whose numbers differ as well.
fn are_named_twice(values: &Values, places: &Places, numbers: &Numbers, totals: &[bool]) -> bool {
    if values.nature != Nature::Other
        || totals.len() > LINES
        || !(are_places(values, places) || divides_by_place(values))
    {
        return false;
    }
    let mut known: BTreeMap<String, Vec<(usize, String, bool)>> = BTreeMap::new();
    for at in (0..totals.len()).filter(|at| !totals[*at]) {
        let (name, is_all) = holders::spelt(&values.labels[at]);
        let key = holders::plain_letters(&name);
        known.entry(key).or_default().push((at, name, is_all));
    }
    let mut alike = known.values().flat_map(|those| those.windows(2));
    alike.any(|pair| {
        let [(one, name, is_all), (other, other_name, are_all)] = pair else {
            return false;
        };
        let (met, same) = nested::met(numbers.get(), *one, *other);
        let is_same_name = name == other_name && values.labels[*one] != values.labels[*other];
        match is_same_name {
            true => met > 0 && (*is_all || *are_all),
            false => met > 0 && met == same && name != other_name,
        }
    })
}

/// The words and numbers of a name.
fn words_of(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !is_letter(c) && !c.is_ascii_digit());
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a name has a word more among those of another one: `Couples with young children`.
fn is_narrower(text: &[&str], other: &[&str]) -> bool {
    if other.len() < 2 || text.len() != other.len() + 1 {
        return false;
    }
    let same = text
        .iter()
        .zip(other)
        .take_while(|(one, two)| one == two)
        .count();
    let is_between = same > 0 && same < other.len() && text[same + 1..] == other[same..];
    let added = text[same];
    let is_joint = JOINTS.iter().any(|joint| joint.trim() == added);
    is_between && !is_joint && !words::limits(added) && !holders::is_negated(&format!("{added} "))
}

/// Whether a side of a continent stands beside a country of that continent which is no less than it, and which it
/// therefore may not hold. Where all sides are as much as all countries, they hold these.
fn sides_hold_others(values: &Values, places: &Places, numbers: &Numbers, areas: &[bool]) -> bool {
    let is_side = |at: &usize| areas[*at] && areas::extent(values, *at) == Extent::Side;
    // Few parts of the world are told apart. Sides of the same countries are held against these together.
    let mut parts_met: Vec<u8> = Vec::new();
    let mut by_countries: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for side in (0..areas.len()).filter(is_side) {
        let parts = places.parts(side);
        if parts_met.contains(&parts) {
            continue;
        }
        parts_met.push(parts);
        let sides = (side..areas.len()).filter(|at| is_side(at) && places.parts(*at) == parts);
        let countries = places.countries_of(parts);
        match by_countries
            .iter_mut()
            .find(|(known, _)| *known == countries)
        {
            Some((_, known)) => known.extend(sides),
            None => by_countries.push((countries, sides.collect())),
        }
    }
    by_countries.iter().any(|(countries, sides)| {
        let highest = Together::of(numbers.get(), countries.iter().copied());
        let among = |those: &[usize]| {
            let mut among = vec![false; areas.len()];
            those.iter().for_each(|at| among[*at] = true);
            among
        };
        let mut each = sides.iter();
        each.any(|side| nested::is_exceeded(numbers.get(), *side, &highest, 0.0))
            && !nested::agree(numbers.get(), &among(sides), &among(countries))
    })
}

/// The areas beside what lies in them. A continent that is less than one of its countries is what is left of it, or
/// what it was once.
fn areas_with_parts(values: &Values, places: &Places, numbers: &Numbers) -> Vec<bool> {
    let is_named = values.names.into_iter().any(words::names_region);
    let mut known: Vec<(u8, Together)> = Vec::new();
    let mut holds = |at: usize| {
        let extent = areas::extent(values, at);
        if extent != Extent::Whole && !values.are_parts {
            return true;
        }
        let (parts, numbers) = (places.parts(at), numbers.get());
        let place = known.iter().position(|(own, _)| *own == parts);
        let place = place.unwrap_or_else(|| {
            let countries = places.countries_of(parts).into_iter();
            known.push((parts, Together::of(numbers, countries)));
            known.len() - 1
        });
        let countries = &known[place].1;
        match extent {
            Extent::Whole => !nested::is_exceeded(numbers, at, countries, nested::NOISE),
            Extent::Side | Extent::Other => {
                nested::agreeing_with(numbers, at, countries).is_some_and(|count| count > 0)
            }
        }
    };
    let areas = areas::with_parts(values, places).into_iter().enumerate();
    areas
        .map(|(at, is_area)| is_area && (is_named || holds(at)))
        .collect()
}

/// What joins two names to one.
pub(crate) const JOINTS: [&str; 11] = [
    " og ", " och ", " und ", " and ", " et ", " y ", " en ", " ja ", " & ", " + ", " / ",
];

/// So many joints of a name are looked at: what puts more together is a list, of no two others.
pub const MOST_JOINTS: usize = 20;

/// What stands before and behind each joint of a name.
pub(crate) fn sides(name: &str) -> impl Iterator<Item = [&str; 2]> {
    let joints = JOINTS.iter().flat_map(|joint| {
        let found = name.match_indices(joint);
        found.map(|(from, _)| [&name[..from], &name[from + joint.len()..]].map(str::trim))
    });
    joints.take(MOST_JOINTS)
}

/// For each value whether its name puts two others together, and its number does: `Innvandrere og norskfødte`
/// beside both. `Serbia og Montenegro` was a country.
fn joined(values: &Values, numbers: &Numbers) -> Vec<bool> {
    if values.codes.len() > LINES {
        return vec![false; values.codes.len()];
    }
    let labels = values.labels.iter();
    let names: Vec<String> = labels.map(|label| lower(label.trim())).collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        places.entry(name).or_insert(at);
    }
    let joins = |whole: usize| {
        let there = |pair: [&str; 2]| pair.map(|side| places.get(side).copied());
        let mut pairs = sides(&names[whole]).map(there);
        pairs.any(|pair| {
            let [Some(one), Some(other)] = pair else {
                return false;
            };
            let second = Some(other).filter(|other| *other != one);
            let others = [Some(one), second].into_iter().flatten();
            let others = others.filter(|part| *part != whole);
            let parts = Together::of(numbers.get(), others);
            nested::agreeing_with(numbers.get(), whole, &parts).is_some_and(|count| count > 0)
        })
    };
    (0..names.len()).map(joins).collect()
}

/// Leaves out spans that overlap others, of ages and whatever else is in spans: those stay that cover each number
/// once. Gives whether some overlap without.
fn leave_out_spans(values: &Values, numbers: &Numbers, totals: &mut [bool]) -> bool {
    let span = |code: &str, label: &str| match values.nature {
        Nature::Time => None,
        Nature::Years => ages::years(code),
        Nature::Ages => ages::span(code, label),
        Nature::Kinds | Nature::Other => ages::year_span(label)
            .or_else(|| ages::amount_span(label))
            .or_else(|| ages::ages("", label))
            .or_else(|| {
                ages::is_open_ended(label)
                    .then(|| ages::span("", label))
                    .flatten()
            }),
    };
    let each = values.each().zip(&*totals);
    let spans: Vec<Option<(u32, u32)>> = each
        .map(|((code, label), total)| match total {
            true => None,
            false => span(code, label),
        })
        .collect();
    let given = spans.iter().flatten().count();
    let is_named = matches!(values.nature, Nature::Years | Nature::Ages);
    // Ages in words, beside those in numbers, may lie in these.
    let in_words = |at: usize| {
        !totals[at] && spans[at].is_none() && !areas::is_rest(&values.codes[at], &values.labels[at])
    };
    if given > 0 && values.nature == Nature::Ages && (0..spans.len()).any(in_words) {
        return true;
    }
    if given == 0 || (!is_named && given * 2 < spans.len()) {
        return false;
    }
    let Some(mut belongs) = spans::division(&spans) else {
        return true;
    };
    // All is covered once wherever there are numbers, in groups that differ from year to year or between people.
    let is_left_out = |belongs: &[bool], at: usize| spans[at].is_some() && !belongs[at];
    let are_all = || (0..spans.len()).all(|at| totals[at] || spans[at].is_some());
    if (is_named || are_all()) && (0..spans.len()).any(|at| is_left_out(&belongs, at)) {
        let of = |given: Vec<usize>| given.into_iter().filter_map(|at| spans[at]).collect();
        let covered: BTreeSet<_> = nested::given(numbers.get())
            .map(|given| spans::covered(of(given)))
            .collect();
        if covered.len() == 1 && !covered.contains(&None) {
            return false;
        }
    }
    // One span in two spellings is there in both.
    let divided: BTreeSet<(u32, u32)> = (0..spans.len())
        .filter(|at| belongs[*at])
        .filter_map(|at| spans[at])
        .collect();
    for (belongs, span) in belongs.iter_mut().zip(&spans) {
        *belongs |= is_named && span.is_some_and(|span| divided.contains(&span));
    }
    let overlap = |one: usize, other: usize| {
        let both = spans[one].zip(spans[other]);
        both.is_some_and(|(one, other)| one.0 <= other.1 && other.0 <= one.1)
    };
    let left_out = (0..spans.len()).filter(|at| is_left_out(&belongs, *at));
    let left_out: Vec<usize> = left_out.collect();
    for at in &left_out {
        totals[*at] = true;
    }
    // Divided in other ways in some years, or for some people: there what is left out is all that there is.
    let has_numbers = numbers.get().columns() > 0;
    has_numbers
        && left_out.into_iter().any(|at| {
            let parts = (0..spans.len()).filter(|other| belongs[*other] && overlap(at, *other));
            nested::stands_alone(numbers.get(), at, parts)
        })
}
