//! Labels that are set in by spaces, points, dashes or bullets: a line that stands further in is part of the line
//! above it that stands less far in.

use std::collections::BTreeSet;

use super::long::{Dictionary, DraftDimension};
use vocabulary::levels::{Depths, bare, may_be_set_in};

/// Takes off what sets labels in, and keeps what it says of which lies in which.
pub fn take_off(dimension: &mut DraftDimension) {
    let has_labels = dimension.labels.len() == dimension.codes.len();
    let texts = match has_labels {
        true => &dimension.labels,
        false => &dimension.codes,
    };
    if !texts.iter().any(|text| may_be_set_in(text)) {
        return;
    }
    let each: Vec<(usize, String)> = texts
        .iter()
        .map(|text| {
            let (depth, rest) = bare(text);
            (depth, rest.to_owned())
        })
        .collect();
    let mut depths = Depths::default();
    texts.iter().for_each(|text| depths.add(text));
    let parents = match depths.are_levels() && dimension.is_time != Some(true) {
        true => parents(&each, &dimension.rows),
        false => vec![Vec::new(); each.len()],
    };
    let places = match has_labels {
        true => {
            dimension.labels = each.into_iter().map(|(_, rest)| rest).collect();
            (0..parents.len()).collect()
        }
        false => named_anew(dimension, &each, &parents),
    };
    // What a file with labels says itself of which lies in which goes before how they are written.
    if has_labels && !dimension.holders.is_empty() {
        return;
    }
    let pairs = parents.iter().enumerate();
    let placed = |(at, own): (usize, &Vec<usize>)| -> Vec<(usize, usize)> {
        let pairs = own.iter().map(|parent| (places[*parent], places[at]));
        pairs.filter(|(parent, child)| parent != child).collect()
    };
    dimension.children = pairs.flat_map(placed).collect();
}

/// Gives the codes of a dimension their names without what sets them in; to which of the new ones each has come. A name
/// in two spellings is one; the same name of what lies elsewhere is another.
fn named_anew(
    dimension: &mut DraftDimension,
    each: &[(usize, String)],
    parents: &[Vec<usize>],
) -> Vec<usize> {
    let mut known = Dictionary::default();
    let mut places = Vec::with_capacity(each.len());
    let mut owners: Vec<(&[usize], usize)> = Vec::new();
    for ((depth, rest), own) in each.iter().zip(parents) {
        let place = known.code(rest);
        let is_other = owners
            .get(place as usize)
            .is_some_and(|(of, deep)| *of != own.as_slice() && (deep != depth));
        let place = match (is_other, own.first()) {
            (true, Some(parent)) => known.code(&format!("{rest} ({})", each[*parent].1)),
            (true, None) => known.code(&format!("{rest} ({depth})")),
            (false, _) => place,
        };
        if place as usize == owners.len() {
            owners.push((own, *depth));
        }
        places.push(place as usize);
    }
    for row in &mut dimension.rows {
        *row = places[*row as usize] as u32;
    }
    dimension.codes = known.texts;
    places
}

/// For each label those that it lies in: the last above it in the file that stands less far in, or, of what opens the
/// table, the first below it. Several where the file is in another order.
fn parents(each: &[(usize, String)], rows: &[u32]) -> Vec<Vec<usize>> {
    let all: Vec<usize> = match rows.is_empty() {
        true => (0..each.len()).collect(),
        false => rows.iter().map(|code| *code as usize).collect(),
    };
    let least = each.iter().map(|(depth, _)| *depth).min().unwrap_or(0);
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); each.len()];
    let mut above: Vec<usize> = Vec::new();
    let mut known = BTreeSet::new();
    // Each of these stands no less far in than the one before it.
    let mut waiting: Vec<usize> = Vec::new();
    let mut waits = vec![false; each.len()];
    for code in all {
        if above.last() == Some(&code) {
            continue;
        }
        let depth = each[code].0;
        while above.last().is_some_and(|other| each[*other].0 >= depth) {
            above.pop();
        }
        let from = waiting.partition_point(|other| each[*other].0 <= depth);
        let below = waiting.split_off(from);
        for other in &below {
            waits[*other] = false;
            // One alone may have been set in by chance.
            if below.len() > 1 && found[*other].is_empty() {
                known.insert((*other, code));
                found[*other].push(code);
            }
        }
        match above.last() {
            Some(parent) if known.insert((code, *parent)) => found[code].push(*parent),
            None if depth > least && !waits[code] => {
                waits[code] = true;
                waiting.push(code);
            }
            _ => {}
        }
        above.push(code);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> DraftDimension {
        let mut dimension = DraftDimension {
            codes: texts.iter().map(|text| (*text).to_owned()).collect(),
            rows: (0..texts.len() as u32).collect(),
            ..DraftDimension::named("region")
        };
        take_off(&mut dimension);
        dimension
    }

    #[test]
    fn what_stands_further_in_lies_in_what_stands_above_it() {
        for mark in [
            "..",
            ". . ",
            "  ",
            "\u{a0}\u{a0}",
            "\u{2003}",
            "- ",
            "– ",
            "• ",
            "-",
        ] {
            let texts = ["East", "Oslo", "Moss", "West", "Bergen"];
            let set_in = |at: usize| match at {
                0 | 3 => texts[at].to_owned(),
                _ => format!("{mark}{}", texts[at]),
            };
            let given: Vec<String> = (0..5).map(set_in).collect();
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            let found = of(&given);
            assert_eq!(found.codes, texts, "{mark:?}");
            assert_eq!(found.children, [(0, 1), (0, 2), (3, 4)], "{mark:?}");
        }
        let deep = of(&["A", " B", "  C", " D"]);
        assert_eq!(deep.children, [(0, 1), (1, 2), (0, 3)]);
        // Last the sum.
        assert_eq!(
            of(&["  Men", "  Women", "Total"]).children,
            [(2, 0), (2, 1)]
        );
        let twice = of(&["Oslo", "..Oslo", "..Asker"]);
        assert_eq!(twice.codes, ["Oslo", "Oslo (Oslo)", "Asker"]);
        assert_eq!(twice.children, [(0, 1), (0, 2)]);
    }

    #[test]
    fn what_only_looks_set_in_stays() {
        for texts in [
            &[" Oslo", " Bergen"][..],
            &["Oslo", " Bergen", "Tromsø"],
            &["  Oslo", "Bergen"],
            &["-19", "20-64", "65+"],
            &["- 19", "20-64"],
            &[".5", "1"],
            &["A", "..", "B"],
        ] {
            assert!(of(texts).children.is_empty(), "{texts:?}");
        }
        assert_eq!(of(&["-19", "20-64"]).codes, ["-19", "20-64"]);
        assert_eq!(of(&["..", "A"]).codes, ["..", "A"]);
        assert_eq!(of(&["Oslo", " Oslo", "A"]).codes, ["Oslo", "A"]);
    }
}
