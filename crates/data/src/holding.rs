//! Values whose names or codes say that they hold others of their dimension, as far as its numbers allow it: a country
//! above its regions, a level of education above its degrees, a group of occupations above single ones.
//!
//! Where all that a value holds is there and makes it up, it is a sum. Where something of it may be elsewhere, nothing
//! tells whether it is one.

use std::collections::{BTreeMap, BTreeSet};

use kernels::stable_sort as order;
use vocabulary::holders::{self, Names};
use vocabulary::kinds;
use vocabulary::words::{self, lower};

use super::areas::{self, Places};
use super::nested::{self, Held, LINES, Lines, STEPS};
use super::sums::{Nature, Numbers, Values, sides};

/// What names and codes say.
#[derive(Debug, Default)]
pub struct Holding {
    /// For each value whether it is the sum of those that it holds.
    pub sums: Vec<bool>,
    /// Those that may hold others, which nothing but numbers can tell.
    pub open: Vec<usize>,
}

/// A value with those that it may hold.
struct Holder {
    at: usize,
    /// In their order.
    members: Vec<usize>,
    /// Whether these are all that it holds, so that it is their sum where it is as much as they are.
    is_known: bool,
}

/// Looks for values that hold others, of those that are no totals.
pub fn of(values: &Values, places: &Places, numbers: &Numbers, totals: &[bool]) -> Holding {
    let mut holding = Holding {
        sums: vec![false; totals.len()],
        open: Vec::new(),
    };
    let parts = totals.iter().filter(|total| !**total).count();
    // A list has no numbers here, and without them nothing holds others.
    if parts < 2 || values.nature != Nature::Other || totals.len() > LINES {
        return holding;
    }
    let names = Names::of(values.labels);
    let mut found = by_names(&names, totals);
    found.extend(joined(&names, totals));
    found.extend(by_codes(values, totals));
    found.extend(by_numbering(values, totals));
    found.extend(around(values, &names, numbers, totals));
    found.extend(country(values, places, &names, numbers, totals));
    // What is held by others is known before these are looked at.
    let count = |holder: &Holder| holder.members.len();
    order::sort_by(&mut found, &|one, other| count(one).cmp(&count(other)));
    let mut steps = 0;
    for mut holder in found {
        holder.members.retain(|member| !holding.sums[*member]);
        steps += holder.members.len() * numbers.get().columns();
        if steps > STEPS {
            holding.open.push(holder.at);
            continue;
        }
        match nested::held(numbers.get(), holder.at, &holder.members) {
            Held::Exact if holder.is_known => holding.sums[holder.at] = true,
            Held::Exact | Held::Open => holding.open.push(holder.at),
            Held::Apart => {}
        }
    }
    holding
}

/// Whether values that are left when all sums are known are of several levels, overlap each other by their names, or
/// were replaced by others that are there too.
pub fn is_open(values: &Values, places: &Places, numbers: &Numbers, totals: &[bool]) -> bool {
    if values.nature != Nature::Other {
        return false;
    }
    let names = Names::of(values.labels);
    has_levels(values, numbers, totals)
        || has_opposites(values, places, &names, numbers, totals)
        || outlives(values, &names, numbers, totals)
        || has_moves_within(values, totals)
}

/// Those whose names say it.
fn by_names(names: &Names, totals: &[bool]) -> Vec<Holder> {
    let holder = |at: usize| {
        let mut members = names.held_by(at);
        members.retain(|other| !totals[*other]);
        Holder {
            at,
            members,
            is_known: true,
        }
    };
    let holders = (0..totals.len()).filter(|at| !totals[*at] && names.may_hold(*at));
    holders.map(holder).collect()
}

/// Those whose names put others together, one of which at least is there.
fn joined(names: &Names, totals: &[bool]) -> Vec<Holder> {
    let bare = names.bare();
    let places: BTreeMap<&str, usize> = bare
        .iter()
        .enumerate()
        .filter(|(at, _)| !totals[*at])
        .map(|(at, name)| (name.as_str(), at))
        .collect();
    let mut found = Vec::new();
    for (at, name) in bare.iter().enumerate().filter(|(at, _)| !totals[*at]) {
        for pair in sides(name) {
            let there = pair.iter().filter_map(|side| places.get(side).copied());
            let mut there: Vec<usize> = there.collect();
            let is_known = there.len() == 2;
            there.sort_unstable();
            there.dedup();
            if !there.is_empty() {
                found.push(Holder {
                    at,
                    is_known,
                    members: there,
                });
            }
        }
    }
    found
}

/// A code of a classification: its letters, and the numbers that it spans.
struct Coded<'a> {
    letters: &'a str,
    first: &'a str,
    last: &'a str,
}

fn coded(code: &str) -> Option<Coded<'_>> {
    let code = code.trim().split(' ').next()?.trim_end_matches(['.', ':']);
    let digits = code.find(|c: char| c.is_ascii_digit());
    let (letters, rest) = code.split_at(digits.unwrap_or(code.len()));
    let (first, last) = rest.split_once(['-', '_', '–']).unwrap_or((rest, rest));
    let is_code = letters.len() <= 3
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && [first, last]
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && (letters.len() == 1 || !first.is_empty())
        && first.len() == last.len();
    is_code.then_some(Coded {
        letters,
        first,
        last,
    })
}

/// Those whose codes say it, of classifications of work and learning: `2` and `22`, `ED5-8` and `ED6`, `C` and `10`.
fn by_codes(values: &Values, totals: &[bool]) -> Vec<Holder> {
    /// A list of more of them has levels of its own.
    const MANY: usize = 1_000;
    if totals.len() > MANY || !values.names.into_iter().any(kinds::is_classified) {
        return Vec::new();
    }
    let codes: Vec<Option<Coded>> = (0..totals.len())
        .map(|at| coded(&values.codes[at]).filter(|_| !totals[at]))
        .collect();
    let holds = |one: &Coded, other: &Coded| {
        let is_section = one.first.is_empty() && one.letters.len() == 1;
        if is_section {
            return other.letters.is_empty() && !other.first.is_empty();
        }
        let is_narrower = one.first != other.first || one.last != other.last;
        let (from, to) = (
            other.first.get(..one.first.len()),
            other.last.get(..one.last.len()),
        );
        let is_within = |(from, to): (&str, &str)| one.first <= from && to <= one.last;
        one.letters == other.letters && is_narrower && from.zip(to).is_some_and(is_within)
    };
    let holder = |(at, one): (usize, &Option<Coded>)| {
        let one = one.as_ref()?;
        let is_of_it = |other: &usize| {
            let other = codes[*other].as_ref();
            other.is_some_and(|other| holds(one, other))
        };
        let members: Vec<usize> = (0..codes.len()).filter(is_of_it).collect();
        (!members.is_empty()).then_some(Holder {
            at,
            members,
            is_known: !one.first.is_empty(),
        })
    };
    codes.iter().enumerate().filter_map(holder).collect()
}

/// Those whose names are numbered like the parts of a text: `1 Work` and `1.1 New job`.
fn by_numbering(values: &Values, totals: &[bool]) -> Vec<Holder> {
    // Before the name, or as the code of what has a name.
    let number = |at: usize| {
        let (code, label) = (values.codes[at].trim(), values.labels[at].trim());
        let before = label.split_once(' ').map_or("", |(before, _)| before);
        let is_number = |step: &str| !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit());
        let given = [before, if code == label { "" } else { code }].into_iter();
        let mut bare = given.map(|text| text.trim_end_matches('.'));
        bare.find(|text| text.split('.').all(is_number))
    };
    let open = (0..totals.len()).filter(|at| !totals[*at]);
    let numbered: BTreeMap<&str, usize> = open
        .filter_map(|at| number(at).map(|number| (number, at)))
        .collect();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, at) in &numbered {
        let above = number
            .rsplit_once('.')
            .and_then(|(above, _)| numbered.get(above));
        if let Some(above) = above {
            members.entry(*above).or_default().push(*at);
        }
    }
    let holder = |(at, members)| Holder {
        at,
        members,
        is_known: true,
    };
    members.into_iter().map(holder).collect()
}

/// Those that are a large town with what lies around it, or all of a country but its islands.
fn around(values: &Values, names: &Names, numbers: &Numbers, totals: &[bool]) -> Vec<Holder> {
    if !values.names.into_iter().any(kinds::divides_places) {
        return Vec::new();
    }
    let (of_each, numbers) = (names.around(values.labels, values.names), numbers.get());
    let holders: Vec<usize> = (0..totals.len())
        .filter(|at| !totals[*at] && of_each[*at])
        .collect();
    if holders.is_empty() {
        return Vec::new();
    }
    let may_lie = |other: &usize| {
        let (code, label) = (&values.codes[*other], &values.labels[*other]);
        !totals[*other]
            && !names.is_apart(*other)
            && !areas::is_rest(code, label)
            && words::without_part(label).is_none()
    };
    let lying: Vec<usize> = (0..totals.len()).filter(may_lie).collect();
    // Of so many that it takes long the numbers tell nothing.
    let is_told = holders.len() * lying.len() * numbers.columns() <= STEPS;
    let holder = |at: usize| {
        let is_less = |other: &usize| !is_told || !nested::exceeds(numbers, *other, at, 0.0);
        let those = lying.iter().copied().filter(|other| *other != at);
        Holder {
            at,
            members: those.filter(is_less).collect(),
            is_known: false,
        }
    };
    holders.into_iter().map(holder).collect()
}

/// The country among its regions.
fn country(
    values: &Values,
    places: &Places,
    names: &Names,
    numbers: &Numbers,
    totals: &[bool],
) -> Option<Holder> {
    if !values.names.into_iter().any(kinds::divides_places) {
        return None;
    }
    let at = names.country(values.labels).filter(|at| !totals[*at])?;
    let is_member = |other: usize| other != at && !totals[other];
    let members: Vec<bool> = (0..totals.len()).map(is_member).collect();
    let is_country: Vec<bool> = (0..totals.len()).map(|other| other == at).collect();
    let others: Vec<usize> = (0..totals.len()).filter(|other| members[*other]).collect();
    let are_regions = others.len() > 1
        && others.iter().all(|other| !places.is_place(*other))
        && !nested::are_more(numbers.get(), &members, &is_country);
    are_regions.then_some(Holder {
        at,
        members: others,
        is_known: true,
    })
}

/// Whether values are of several levels, as the word before or behind their names tells, and the higher ones are no
/// less than the lower ones.
fn has_levels(values: &Values, numbers: &Numbers, totals: &[bool]) -> bool {
    const LEVELS: &[&str] = &[
        "region",
        "landsdel",
        "regierungsbezirk",
        "landkreis|kreis|stadt|landeshauptstadt",
        "amt",
        "fylke",
        "län",
        "maakunta",
        "kommune|kommun",
        "kunta",
        "bydel|stadsdel|stadtteil|stadtbezirk|grunnkrets|delområde|krets|kaupunginosa",
    ];
    if !values.names.into_iter().any(kinds::divides_places) {
        return false;
    }
    let level = |label: &String| {
        let text = lower(label.trim());
        let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
        let ends = [words.next(), words.next_back()];
        LEVELS.iter().position(|level| {
            let is_level = |word: &str| words::is_listed(level, word);
            ends.into_iter().flatten().any(is_level)
        })
    };
    let levels: Vec<Option<usize>> = (0..totals.len())
        .map(|at| level(&values.labels[at]).filter(|_| !totals[at]))
        .collect();
    let met: BTreeSet<usize> = levels.iter().flatten().copied().collect();
    // `West-Nederland (LD)` and `Utrecht (PV)`.
    let sign = |label: &String| {
        let (_, sign) = label.trim().strip_suffix(')')?.rsplit_once('(')?;
        let is_sign = sign.len() == 2 && sign.bytes().all(|byte| byte.is_ascii_uppercase());
        is_sign.then(|| sign.to_owned())
    };
    let parts = || (0..totals.len()).filter(|at| !totals[*at]);
    let signs: Option<BTreeSet<String>> = parts().map(|at| sign(&values.labels[at])).collect();
    if signs.is_some_and(|signs| signs.len() > 1) {
        return true;
    }
    let (Some(highest), true) = (met.first(), met.len() > 1) else {
        return false;
    };
    let higher: Vec<bool> = levels
        .iter()
        .map(|level| level.as_ref() == Some(highest))
        .collect();
    let lower: Vec<bool> = levels
        .iter()
        .map(|level| level.is_some_and(|level| level > *highest))
        .collect();
    let is_there = |of: &[bool]| {
        (0..of.len()).any(|at| of[at] && !nested::years_of(numbers.get(), at).is_empty())
    };
    is_there(&higher) && is_there(&lower) && !nested::are_more(numbers.get(), &lower, &higher)
}

/// Whether a value and all that is not it stand beside a third one.
fn has_opposites(
    values: &Values,
    places: &Places,
    names: &Names,
    numbers: &Numbers,
    totals: &[bool],
) -> bool {
    let Some([one, other]) = names.opposites() else {
        return false;
    };
    // What is no part of an area may still be at home.
    if places.is_area(one) || totals[one] || totals[other] {
        return false;
    }
    let may_lie = |at: usize| {
        let exceeds = |whole: usize| nested::exceeds(numbers.get(), at, whole, 0.0);
        at != one
            && at != other
            && !totals[at]
            && !areas::is_rest(&values.codes[at], &values.labels[at])
            && !(exceeds(one) && exceeds(other))
    };
    (0..totals.len()).any(may_lie)
}

/// Whether a value has people in years that its name says it is not of, or nothing comes after it, so that another
/// value may hold its people in its own years too.
fn outlives(values: &Values, names: &Names, numbers: &Numbers, totals: &[bool]) -> bool {
    let lifetimes: Vec<_> = values
        .labels
        .iter()
        .map(|label| holders::lifetime(label))
        .collect();
    let is_of_places = values.names.into_iter().any(kinds::divides_places);
    if !is_of_places || lifetimes.iter().all(Option::is_none) {
        return false;
    }
    let lines = numbers.get();
    let of_each: Vec<BTreeSet<i32>> = (0..totals.len())
        .map(|at| nested::years_of(lines, at))
        .collect();
    let mut all = of_each.iter().flatten().copied();
    let (Some(first), Some(last)) = (all.clone().min(), all.by_ref().max()) else {
        return false;
    };
    let parts = || (0..totals.len()).filter(|at| !totals[*at]);
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of_name: Vec<Vec<usize>> = Vec::new();
    for at in parts() {
        let number = *by_name.entry(&names.bare()[at]).or_insert(of_name.len());
        if number == of_name.len() {
            of_name.push(Vec::new());
        }
        of_name[number].push(at);
    }
    let begins = parts().filter_map(|at| of_each[at].first().copied()).max();
    let mut joining: Vec<(i32, bool)> = Vec::new();
    parts().any(|at| {
        let Some((from, until)) = lifetimes[at] else {
            return false;
        };
        let own = &of_each[at];
        let is_beyond = own
            .iter()
            .any(|year| until.is_some_and(|until| *year > until));
        // The same place by itself, where no other one has its name.
        let is_within =
            from.is_some_and(|from| from > first) || until.is_some_and(|until| until < last);
        let is_beside =
            |other: usize| lifetimes[other].is_none() && !own.is_disjoint(&of_each[other]);
        let same = &of_name[by_name[names.bare()[at].as_str()]];
        let mut others = same.iter().filter(|other| **other != at);
        let is_twice = is_within && same.len() == 2 && others.any(|other| is_beside(*other));
        let is_left = until.is_some_and(|until| {
            let follows = begins.is_some_and(|year| year > until);
            let mut joins = || match joining.iter().find(|(year, _)| *year == until) {
                Some((_, joins)) => *joins,
                None => {
                    let joins = joins_another(lines, totals, &lifetimes, until);
                    joining.push((until, joins));
                    joins
                }
            };
            last > until && first <= until && !follows && !joins()
        });
        !own.is_empty() && (is_beyond || is_twice || is_left)
    })
}

/// Whether those who are left have at once so many more as were there until a year, and never otherwise: what ended
/// was joined to one of them.
fn joins_another(
    lines: &Lines,
    totals: &[bool],
    lifetimes: &[Option<(Option<i32>, Option<i32>)>],
    until: i32,
) -> bool {
    let ends: Vec<bool> = (0..totals.len())
        .map(|at| !totals[at] && lifetimes[at].is_some_and(|(_, last)| last == Some(until)))
        .collect();
    let stays: Vec<bool> = (0..totals.len())
        .map(|at| !totals[at] && !ends[at])
        .collect();
    let of_others = nested::by_year(lines, &stays);
    let of_ended = nested::by_year(lines, &ends);
    let ended = of_ended.get(&until).copied().unwrap_or(0.0);
    let more = |year: i32| Some(of_others.get(&(year + 1))? - of_others.get(&year)?);
    let before: Vec<f64> = (until - 10..until).filter_map(more).collect();
    let usual = before.iter().map(|more| more.abs()).fold(0.0, f64::max);
    let is_sudden = |more: f64| more > 0.75 * ended && more > 1.5 * usual;
    before.len() > 1 && usual < ended && more(until).is_some_and(is_sudden)
}

/// Whether moves within the country stand beside those abroad.
fn has_moves_within(values: &Values, totals: &[bool]) -> bool {
    let mut parts = (0..totals.len()).filter(|at| !totals[*at]);
    let label = |at: usize| &values.labels[at];
    parts.clone().any(|at| kinds::is_within(label(at)))
        && parts.any(|at| kinds::is_abroad(label(at)))
}
