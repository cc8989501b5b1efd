//! Descendants by country of origin.

use kernels::stable_sort as order;
use measures::{Measure, Question, Rebase};
use text::findings::{self as say, Count, Part};
use text::number;

use super::Found;
use super::destination::{first_of_all, shares_of};
use crate::reader::{Difference, Known, Reader, Values, descending, highest, joined};

/// How many places are named of a ranking.
const NAMED: usize = 3;

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    vec![
        (11, joined([largest(reader), rates(reader)])),
        (13, over_time(reader)),
        (14, joined([to_origin(reader), new_country(reader)])),
        (17, back(reader)),
    ]
}

/// A measure by origin, highest first; at least four origins, so that a ranking says something.
fn ranked(reader: &Reader, measure: Measure) -> Option<Vec<(String, f64)>> {
    let question = reader.of_descendants(Question::new(measure, ["origin"]));
    let values = reader.ask(&question).filter(Values::all_alike)?;
    let named = values.known.into_iter().map(|known| {
        let Known { mut key, value, .. } = known;
        (key.swap_remove(0), value)
    });
    let ranked = descending(named.collect());
    (ranked.len() > NAMED).then_some(ranked)
}

/// The origins with most emigrations.
fn largest(reader: &Reader) -> Option<String> {
    let ranked = ranked(reader, Measure::Emigrations)?;
    let parts: Vec<Part> = ranked[..NAMED]
        .iter()
        .map(|(code, count)| reader.part(reader.origin(code), reader.count(*count)))
        .collect();
    Some(say::largest_origins(
        reader.lang,
        reader.descendants,
        &parts,
    ))
}

/// The origins with the highest rates, and the rate of the one with most emigrations.
fn rates(reader: &Reader) -> Option<String> {
    let ranked_rates = ranked(reader, Measure::Rate)?;
    let (named, rest) = ranked_rates.split_at(NAMED);
    let most = ranked(reader, Measure::Emigrations)
        .and_then(|counts| counts.into_iter().next())
        .and_then(|(code, _)| rest.iter().find(|(known, _)| *known == code));
    let told: Vec<&(String, f64)> = named.iter().chain(most).collect();
    let rates: Vec<f64> = told.iter().map(|(_, rate)| *rate).collect();
    let parts = told.iter().zip(reader.rates(&rates));
    let mut parts: Vec<Part> = parts
        .map(|((code, _), rate)| reader.part(reader.origin(code), rate))
        .collect();
    let most = most.and_then(|_| parts.pop());
    Some(say::highest_origins(
        reader.lang,
        reader.descendants,
        &parts,
        most.as_ref(),
    ))
}

/// Numbers and rates of the last period against the first.
fn over_time(reader: &Reader) -> Option<String> {
    let changes = |measure: Measure| {
        let question = reader.of_descendants(Question::new(measure, ["origin", "period"]));
        let values = reader.ask(&question)?;
        let mut periods = values.codes(1);
        order::sort_by(&mut periods, &Ord::cmp);
        let (first, last) = match periods.as_slice() {
            [first, .., last] => ((*first).to_owned(), (*last).to_owned()),
            _ => return None,
        };
        let differences: Vec<Difference> = values
            .codes(0)
            .into_iter()
            .filter_map(|origin| values.difference(origin, &[origin, &last], &[origin, &first]))
            .collect();
        (!differences.is_empty()).then_some((first, last, differences))
    };
    let (first, last, numbers) = changes(Measure::Emigrations)?;
    let (_, _, rates) = changes(Measure::Rate)?;
    let said = say::origins_over_time(
        reader.lang,
        (&number::range(&first), &number::range(&last)),
        reader.counted(&numbers, true, true),
        reader.counted(&rates, false, true),
    );
    Some(if covers(&last, 2020) {
        format!("{said} {}", say::with_pandemic(reader.lang))
    } else {
        said
    })
}

/// Whether a period written "2018-2023", or as its only year, has a year.
fn covers(period: &str, year: i32) -> bool {
    let (from, to) = period.split_once('-').unwrap_or((period, period));
    let bounds = (from.parse::<i32>(), to.parse::<i32>());
    matches!(bounds, (Ok(from), Ok(to)) if (from..=to).contains(&year))
}

/// From which origins more go to the country of origin than to a new one.
fn to_origin(reader: &Reader) -> Option<String> {
    let kinds = |codes: Vec<String>| {
        let question =
            Question::new(shares_of("destination"), ["origin"]).filtered("destination", codes);
        reader.ask(&reader.of_descendants(question))
    };
    let codes = reader.dataset.codes("destination");
    let left_out = Rebase::to_known_new_country();
    if !codes.iter().any(|code| code == "origin") {
        return None;
    }
    let new: Vec<String> = codes
        .into_iter()
        .filter(|code| !left_out.leaves_out(code))
        .collect();
    let (own, new) = (kinds(vec!["origin".to_owned()])?, kinds(new)?);
    let mut places: Vec<(String, f64)> = Vec::new();
    let mut differences: Vec<Difference> = Vec::new();
    for origin in own.codes(0) {
        let key = [origin];
        if let (Some(to_new), Some(to_own)) = (new.of(&key), own.of(&key)) {
            if to_own > to_new {
                places.push((reader.origin(origin), to_own));
            }
            differences.push(Difference {
                code: origin.to_owned(),
                value: to_new - to_own,
                pair: vec![new.number(&key), own.number(&key)],
            });
        }
    }
    let others = reader.counted(&differences, true, false);
    // A list of most origins would not be read; the figure shows them.
    if others.of < 2 || places.len() > 8 {
        return None;
    }
    let places: Vec<String> = descending(places)
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    Some(say::origins_to_origin(
        reader.lang,
        reader.descendants,
        &places,
        others,
    ))
}

/// The commonest new country, and the origins with another one.
fn new_country(reader: &Reader) -> Option<String> {
    let question = Question::new(shares_of("destination"), ["origin", "destination"])
        .rebased(Rebase::to_known_new_country());
    let values = reader.ask(&reader.of_descendants(question))?;
    let mut tops: Vec<(&str, &str, f64)> = Vec::new();
    for origin in values.codes(0) {
        let shares: Vec<(&str, f64)> = values
            .known
            .iter()
            .filter(|known| known.key[0] == origin)
            .map(|known| (known.key[1].as_str(), known.value))
            .collect();
        let (code, share) = highest(&shares)?;
        tops.push((origin, code, share));
    }
    let wins = |code: &str| tops.iter().filter(|(_, top, _)| *top == code).count();
    let codes: Vec<(&str, f64)> = tops
        .iter()
        .map(|(_, code, _)| (*code, wins(code) as f64))
        .collect();
    let (winner, _) = highest(&codes)?;
    let exceptions: Vec<Part> = tops
        .iter()
        .filter(|(_, code, _)| *code != winner)
        .map(|(origin, code, share)| {
            let value = format!("{}, {}", reader.destination(code), reader.share(*share));
            reader.part(reader.origin(origin), value)
        })
        .collect();
    (tops.len() > NAMED && exceptions.len() <= NAMED).then(|| {
        let origins: Vec<&str> = tops.iter().map(|(origin, ..)| *origin).collect();
        let counted = first_of_all(reader, &values, &origins, winner);
        let count = Count {
            part: wins(winner),
            of: tops.len(),
            place: counted.and_then(|count| count.place),
        };
        let destination = reader.destination(winner);
        say::origins_new_country(reader.lang, &destination, count, &exceptions)
    })
}

/// The origins with the highest and the lowest share back.
fn back(reader: &Reader) -> Option<String> {
    let ranked = ranked(reader, Measure::ReturnShare)?;
    let part =
        |(code, share): &(String, f64)| reader.part(reader.origin(code), reader.share(*share));
    let few = 2;
    let high: Vec<Part> = ranked[..few].iter().map(part).collect();
    let low: Vec<Part> = ranked[ranked.len() - few..]
        .iter()
        .rev()
        .map(part)
        .collect();
    Some(say::origins_back(
        reader.lang,
        reader.descendants,
        &high,
        &low,
    ))
}
