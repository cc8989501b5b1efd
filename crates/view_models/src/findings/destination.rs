//! To the country of origin or to a new one, and to which.

use measures::{Measure, Question, Rebase};
use text::findings::{self as say, Count, Pattern};

use super::Found;
use crate::reader::{Difference, Reader, Values, descending, highest, joined};

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    vec![
        (5, to_origin(reader)),
        (5, to_new_country(reader)),
        (5, joined([commonest(reader), uk_or_america(reader)])),
    ]
}

pub(super) fn shares_of(dimension: &str) -> Measure {
    Measure::Share {
        of: dimension.to_owned(),
    }
}

/// The share that went to the country of origin, by group.
fn to_origin(reader: &Reader) -> Option<String> {
    let question = Question::new(shares_of("destination"), []).filtered("destination", ["origin"]);
    // A printed share stands beside its destination.
    let named = Question::new(shares_of("destination"), ["destination"])
        .filtered("destination", ["origin"]);
    let values = reader
        .by_group(&question)
        .or_else(|| reader.by_group(&named))?;
    let groups: Vec<(String, f64)> = values
        .known
        .iter()
        .filter(|known| !known.key[0].is_empty())
        .map(|known| (known.key[0].clone(), known.value))
        .collect();
    let parts: Vec<say::Part> = descending(groups)
        .iter()
        .map(|(group, share)| reader.part(reader.among(group), reader.share(*share)))
        .collect();
    (!parts.is_empty()).then(|| say::to_origin(reader.lang, &parts))
}

/// The share of descendants that went to a known country that is new to them.
fn to_new_country(reader: &Reader) -> Option<String> {
    let codes = reader.dataset.codes("destination");
    let has = |code: &str| codes.iter().any(|known| known == code);
    // Without these codes the data set does not tell new countries from the country of origin.
    if !has("origin") || !has("unknown") {
        return None;
    }
    let left_out = Rebase::to_known_new_country();
    let new: Vec<String> = codes
        .iter()
        .filter(|code| !left_out.leaves_out(code))
        .cloned()
        .collect();
    let question = Question::new(shares_of("destination"), []).filtered("destination", new);
    let values = reader.ask(&reader.of_descendants(question))?;
    let share = values.known.first()?.value;
    Some(say::to_new_country(
        reader.lang,
        reader.descendants,
        &reader.share(share),
        share > 0.5,
    ))
}

fn known_new() -> Question {
    Question::new(shares_of("destination"), ["destination"]).rebased(Rebase::to_known_new_country())
}

/// The commonest of the known, new countries.
fn commonest(reader: &Reader) -> Option<String> {
    let values = reader.by_group(&known_new())?;
    let mut tops: Vec<(String, String, f64)> = Vec::new();
    for group in values.codes(0) {
        let shares: Vec<(&str, f64)> = values
            .known
            .iter()
            .filter(|known| known.key[0] == group)
            .map(|known| (known.key[1].as_str(), known.value))
            .collect();
        let (code, share) = highest(&shares)?;
        tops.push((group.to_owned(), code.to_owned(), share));
    }
    let wins = |code: &str| tops.iter().filter(|(_, top, _)| top == code).count();
    let codes: Vec<(&str, f64)> = tops
        .iter()
        .map(|(_, code, _)| (code.as_str(), wins(code) as f64))
        .collect();
    let (winner, won) = highest(&codes)?;
    if won * 2.0 <= tops.len() as f64 {
        return None;
    }
    let places: Vec<&str> = tops.iter().map(|(group, ..)| group.as_str()).collect();
    let mut pattern = Pattern {
        counted: first_of_all(reader, &values, &places, winner).and_then(|count| count.place),
        partial: tops.len() < reader.dataset.unordered_codes("group").len().max(1),
        ..Pattern::default()
    };
    let mut shares = Vec::new();
    for (group, code, share) in &tops {
        if code == winner {
            pattern.holds.push(reader.among(group));
            shares.push(*share);
        } else {
            pattern.fails.push(reader.among(group));
        }
    }
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(0.0, f64::max);
    Some(say::commonest_new(
        reader.lang,
        &reader.destination(winner),
        (&reader.share(least), &reader.share(most)),
        &pattern,
    ))
}

/// In how many places the share of one destination is greater than each of the others; none when
/// a place has no share of it.
pub(super) fn first_of_all(
    reader: &Reader,
    values: &Values,
    places: &[&str],
    winner: &str,
) -> Option<Count> {
    let mut differences = Vec::new();
    for place in places {
        let mut shares: Vec<(&str, f64)> = Vec::new();
        for known in &values.known {
            if known.key[0] == *place && known.key[1] != winner {
                shares.push((&known.key[1], known.value));
            }
        }
        let (other, _) = highest(&shares)?;
        differences.push(values.difference(place, &[place, winner], &[place, other])?);
    }
    Some(reader.counted(&differences, true, true))
}

/// The United Kingdom against the USA and Canada.
fn uk_or_america(reader: &Reader) -> Option<String> {
    let values = reader.by_group(&known_new())?;
    let groups = values.codes(0).into_iter();
    let differences: Vec<Difference> = groups
        .filter_map(|group| values.difference(group, &[group, "uk"], &[group, "usa_canada"]))
        .collect();
    let (uk_first, pattern) = reader.pattern(&differences)?;
    let (uk, america) = (reader.destination("uk"), reader.destination("usa_canada"));
    Some(if uk_first {
        say::commoner(reader.lang, &uk, &america, &pattern)
    } else {
        say::commoner(reader.lang, &america, &uk, &pattern)
    })
}
