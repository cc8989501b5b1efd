//! How many leave, who differs, and at what age.

use explain::Aggregate;
use measures::{Measure, Question};
use text::{findings as say, marks, number};

use super::Found;
use crate::reader::{Reader, Values, highest, joined, lowest};

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    vec![
        (1, number(reader)),
        (3, joined([extremes(reader), descendants(reader)])),
        (4, peaks(reader)),
    ]
}

/// All emigrations, and whose they are.
fn number(reader: &Reader) -> Option<String> {
    let lang = reader.lang;
    let values = reader.by_group(&Question::new(Measure::Emigrations, []))?;
    if !values.complete || !values.all_alike() {
        return None;
    }
    let groups: Vec<(&str, f64)> = values
        .known
        .iter()
        .map(|known| (known.key[0].as_str(), known.value))
        .collect();
    let all: f64 = groups.iter().map(|(_, count)| count).sum();
    // So that the total and the share of each group can be explained.
    let share = || Question::new(super::destination::shares_of("group"), ["group"]);
    let _ = reader.ask(&Question::new(Measure::Emigrations, []));
    let _ = reader.ask(&share());
    let years = reader.years();
    let (group, most) = highest(&groups)?;
    if group.is_empty() {
        return Some(say::total(lang, &reader.count(all), &years));
    }
    let part = reader.part(reader.among(group), reader.count(most));
    let of = reader.count(all);
    let mut said = say::most_emigrations(lang, &part, &reader.share(most / all), &of, &years);
    if reader.descendants {
        let count: f64 = groups
            .iter()
            .filter(|(code, _)| crate::reader::DESCENDANTS.contains(code))
            .map(|(_, count)| count)
            .sum();
        let of_descendants = Question::new(Measure::Emigrations, []);
        let _ = reader.ask(&reader.of_descendants(of_descendants));
        let mut whole = reader.of_descendants(share());
        whole.by.clear();
        let _ = reader.ask(&whole);
        let share = reader.share(count / all);
        said = format!(
            "{said} {}",
            say::descendants_count(lang, &reader.count(count), &share)
        );
    }
    Some(said)
}

/// The groups with the highest and the lowest rate.
fn extremes(reader: &Reader) -> Option<String> {
    let values = reader.by_group(&Question::new(Measure::Rate, []))?;
    let groups: Vec<(&str, f64)> = values
        .known
        .iter()
        .map(|known| (known.key[0].as_str(), known.value))
        .collect();
    let ((top, high), (bottom, low)) = (highest(&groups)?, lowest(&groups)?);
    if top.is_empty() {
        return Some(say::one_rate(reader.lang, &reader.rate(high)));
    }
    // The highest of some is not the highest of all.
    let mut texts = reader.rates(&[high, low]).into_iter();
    let mut part = |code: &str| reader.part(reader.among(code), texts.next().unwrap_or_default());
    let (top, bottom) = (part(top), part(bottom));
    (values.complete && high > low && values.all_alike())
        .then(|| say::rate_extremes(reader.lang, &top, &bottom))
}

/// The rate of descendants beside that of the majority.
fn descendants(reader: &Reader) -> Option<String> {
    if !reader.descendants {
        return None;
    }
    let rate = |question: Question| Some(reader.ask(&question)?.known.first()?.value);
    let own = rate(reader.of_descendants(Question::new(Measure::Rate, [])))?;
    let majority = rate(Question::new(Measure::Rate, []).filtered("group", ["majority"]))?;
    let texts = reader.rates(&[own, majority]);
    let [of_own, of_majority] = texts.as_slice() else {
        return None;
    };
    Some(say::descendants_rate(
        reader.lang,
        of_own,
        of_majority,
        own > majority,
    ))
}

/// The age at which each group leaves most.
fn peaks(reader: &Reader) -> Option<String> {
    let lang = reader.lang;
    let values = reader.by_group(&Question::new(Measure::Rate, ["age"]))?;
    let mut peaks: Vec<(&str, f64)> = Vec::new();
    for group in values.codes(0) {
        let rates: Vec<(&str, f64)> = values
            .known
            .iter()
            .filter(|known| known.key[0] == group)
            .map(|known| (known.key[1].as_str(), known.value))
            .collect();
        let (age, rate) = highest(&rates)?;
        let keys = rates.iter().map(|(age, _)| [group, *age]);
        let keys: Vec<[&str; 2]> = keys.collect();
        let keys: Vec<&[&str]> = keys.iter().map(<[&str; 2]>::as_slice).collect();
        if rates.len() < 2 || !values.are_alike(&keys) {
            return None;
        }
        if group.is_empty() {
            let age = marks::maybe(peak_of(reader, &values, group), age);
            return Some(say::one_peak(lang, &age, &reader.rate(rate)));
        }
        peaks.push((group, age.parse().ok()?));
    }
    if peaks.len() < reader.dataset.codes("group").len() {
        return None;
    }
    let ((_, last), (_, first)) = (highest(&peaks)?, lowest(&peaks)?);
    // The same age of several groups leads to the arithmetic of the first of them.
    let text = |age: f64| {
        let group = peaks.iter().find(|(_, peak)| *peak == age);
        let place = group.and_then(|(group, _)| peak_of(reader, &values, group));
        marks::maybe(place, &number::integer(age, lang))
    };
    if first == last {
        return (peaks.len() > 1).then(|| say::same_peak(lang, &text(first)));
    }
    let at = |age: f64| -> Vec<String> {
        peaks
            .iter()
            .filter(|(_, peak)| *peak == age)
            .map(|(group, _)| reader.among(group))
            .collect()
    };
    Some(say::peaks(
        lang,
        (&at(first), &text(first)),
        (&at(last), &text(last)),
    ))
}

/// Where the age of a group's peak leads.
fn peak_of(reader: &Reader, values: &Values, group: &str) -> Option<usize> {
    let mut rates = Vec::new();
    for known in &values.known {
        if known.key[0] == group {
            rates.push(values.number(&[group, &known.key[1]]));
        }
    }
    reader.formed(Aggregate::PeakAge, rates)
}
