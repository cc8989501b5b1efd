//! An answer set beside the data, in words first.
//!
//! No points, no speed, no rank: which way it went, how far off it was, what the range held.

use text::claims::mid_sentence;
use text::{Lang, enumerate, number, tasks as said};

use super::answer::Answer;
use super::prepare::{Form, Handle, Prepared, Scale, absent};
use super::quantity::Found;

/// What is said of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it met what is right; absent where that is no question.
    pub met: Option<bool>,
    /// The sentences.
    pub sentences: Vec<String>,
}

impl Verdict {
    /// The sentences as one text.
    pub fn text(&self) -> String {
        self.sentences.join(" ")
    }
}

/// Bars no further off than this part of the axis are near.
const NEAR: f64 = 0.02;
/// Changes smaller than this part of the greater of two values are none.
const FLAT: f64 = 0.05;

/// Sets an answer beside the data.
pub fn verdict(prepared: &Prepared, answer: &Answer) -> Verdict {
    let lang = prepared.lang;
    match (&prepared.form, answer) {
        (
            Form::Levels {
                handles,
                scale,
                is_line,
                ..
            },
            Answer::Levels { levels, unknown },
        ) => match is_line {
            true => line(handles, scale, levels, *unknown, lang),
            false => bars(handles, scale, levels, lang),
        },
        (Form::Range { scale, truth, .. }, Answer::Levels { levels, .. }) => {
            let (low, high) = (scale.value(levels[0]), scale.value(levels[1]));
            let near = scale.top / f64::from(scale.steps) / 2.0;
            let held = truth
                .iter()
                .all(|found| low - near <= found.value && found.value <= high + near);
            let texts: Vec<String> = truth.iter().map(Found::counted).collect();
            let range = format!(
                "{}–{}",
                scale.read(levels[0], lang),
                scale.read(levels[1], lang)
            );
            let wide = number::percent((high - low) / scale.top, 0, lang);
            let told = enumerate(lang, &texts);
            let said = match held {
                true => said::range_holds(lang, &range, &told),
                false => said::range_misses(lang, &range, &told),
            };
            Verdict {
                met: Some(held),
                sentences: vec![said, said::range_width(lang, &wide)],
            }
        }
        (
            Form::Order {
                items,
                right,
                percent,
                ..
            },
            Answer::Order(order),
        ) => {
            let met = order == right;
            let names: Vec<String> = right
                .iter()
                .map(|item| {
                    let value = items[*item].truth.unwrap_or_default();
                    format!(
                        "{} ({})",
                        mid_sentence(&items[*item].label),
                        super::quantity::written(value, *percent, lang)
                    )
                })
                .collect();
            let (pairs, kept) = pairs(order, right);
            let mut sentences = Vec::new();
            if met {
                sentences.push(said::order_met(lang).to_owned());
            } else {
                sentences.push(said::order_pairs(
                    lang,
                    &kept.to_string(),
                    &pairs.to_string(),
                ));
            }
            sentences.push(said::order_is(lang, &enumerate(lang, &names)));
            Verdict {
                met: Some(met),
                sentences,
            }
        }
        (Form::Choose { options, .. }, Answer::Choice(Some(choice))) => {
            let met = options.get(*choice).is_some_and(|offer| offer.right);
            let right = options
                .iter()
                .find(|offer| offer.right)
                .map_or("", |offer| &offer.label);
            let sentence = match met {
                true => said::choice_met(lang, right),
                false => said::choice_missed(lang, right),
            };
            Verdict {
                met: Some(met),
                sentences: vec![sentence],
            }
        }
        (Form::Explain { boxes, model }, Answer::Boxes(ticked)) => {
            let count = ticked.iter().filter(|is| **is).count();
            let counted = said::boxes_ticked(lang, &count.to_string(), &boxes.len().to_string());
            Verdict {
                met: None,
                sentences: vec![counted, said::model_is(lang, model)],
            }
        }
        _ => Verdict::default(),
    }
}

/// What is right, said to those who have not answered, as on a screen or in a key.
pub fn key(prepared: &Prepared) -> String {
    let lang = prepared.lang;
    match &prepared.form {
        Form::Choose { options, .. } => {
            let right = options
                .iter()
                .find(|offer| offer.right)
                .map_or("", |offer| &offer.label);
            said::right_is(lang, right)
        }
        Form::Range { truth, .. } => {
            let texts: Vec<String> = truth.iter().map(Found::counted).collect();
            said::number_is(lang, &enumerate(lang, &texts))
        }
        Form::Levels {
            handles,
            scale,
            is_line: false,
            ..
        } => {
            let one = |handle: &Handle| {
                let value = handle.truth.unwrap_or_default();
                format!(
                    "{} {}",
                    mid_sentence(&handle.label),
                    read(value, scale, lang)
                )
            };
            said::right_is(
                lang,
                &enumerate(lang, &handles.iter().map(one).collect::<Vec<String>>()),
            )
        }
        Form::Order { .. } => {
            let all = verdict(prepared, &Answer::right(prepared)).sentences;
            all.into_iter().next_back().unwrap_or_default()
        }
        Form::Levels { .. } => {
            // How it goes, without what was drawn.
            let mut all = verdict(prepared, &Answer::right(prepared)).sentences;
            all.truncate(all.len().saturating_sub(1).max(1));
            all.into_iter().next_back().unwrap_or_default()
        }
        Form::Explain { model, .. } => said::model_is(lang, model),
    }
}

/// How many pairs there are, and how many of them are in the right order.
fn pairs(order: &[usize], right: &[usize]) -> (usize, usize) {
    let place = |item: &usize| right.iter().position(|known| known == item);
    let (mut all, mut kept) = (0, 0);
    for (at, one) in order.iter().enumerate() {
        for other in &order[at + 1..] {
            all += 1;
            kept += usize::from(place(one) < place(other));
        }
    }
    (all, kept)
}

/// Where a line goes from its first to its last value.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Down,
    Flat,
}

fn way(from: f64, to: f64) -> Way {
    match (to - from) / from.max(to).max(f64::MIN_POSITIVE) {
        change if change > FLAT => Way::Up,
        change if change < -FLAT => Way::Down,
        _ => Way::Flat,
    }
}

fn line(handles: &[Handle], scale: &Scale, levels: &[u16], unknown: bool, lang: Lang) -> Verdict {
    let pairs = handles.iter().zip(levels);
    let known: Vec<(f64, f64)> = pairs
        .filter_map(|(handle, level)| Some((handle.truth.ok()?, scale.value(*level))))
        .collect();
    let mut ends = handles.iter().filter(|handle| handle.truth.is_ok());
    let at = |handle: Option<&Handle>| handle.map_or(String::new(), |handle| handle.at.clone());
    let (from, to) = (at(ends.next()), at(ends.next_back()));
    let mut sentences = Vec::new();
    let missing = handles.iter().find(|handle| handle.truth.is_err());
    let mut met = None;
    if let (Some(first), Some(last)) = (known.first(), known.last())
        && known.len() > 1
    {
        let (truth, drawn) = (way(first.0, last.0), way(first.1, last.1));
        met = Some(truth == drawn);
        let word = |way: Way| match way {
            Way::Up => said::goes_up(lang),
            Way::Down => said::goes_down(lang),
            Way::Flat => said::stays(lang),
        };
        sentences.push(match truth == drawn {
            true => said::way_met(lang, word(truth)),
            false => said::way_missed(lang, word(drawn), word(truth)),
        });
        sentences.push(said::from_to(
            lang,
            &read(first.0, scale, lang),
            &from,
            &read(last.0, scale, lang),
            &to,
        ));
    }
    if let Some(missing) = missing {
        let all = known.is_empty();
        met = all.then_some(unknown).or(met);
        let reason = text::case::within(absent(missing, lang));
        let last = handles
            .iter()
            .rfind(|handle| handle.truth.is_err())
            .unwrap_or(missing);
        let sentence = said::nothing_known(lang, &missing.label, &last.label, &reason);
        sentences.push(sentence);
        if all {
            let said = if unknown {
                said::unknown_met(lang)
            } else {
                said::unknown_missed(lang)
            };
            sentences.push(said.to_owned());
        }
    }
    if !known.is_empty() {
        let off = known
            .iter()
            .map(|(truth, drawn)| (truth - drawn).abs())
            .sum::<f64>();
        let off = number::percent(off / known.len() as f64 / scale.top, 0, lang);
        sentences.push(said::off_by(lang, &off));
    }
    Verdict { met, sentences }
}

fn read(value: f64, scale: &Scale, lang: Lang) -> String {
    super::quantity::written(value, scale.percent, lang)
}

fn bars(handles: &[Handle], scale: &Scale, levels: &[u16], lang: Lang) -> Verdict {
    let pairs = handles.iter().zip(levels);
    let off: Vec<(&Handle, f64, f64)> = pairs
        .filter_map(|(handle, level)| Some((handle, handle.truth.ok()?, scale.value(*level))))
        .collect();
    let far = |(_, truth, set): &(&Handle, f64, f64)| (set - truth).abs();
    let mut sentences = Vec::new();
    let furthest = off.iter().max_by(|a, b| far(a).total_cmp(&far(b)));
    if let Some((handle, truth, set)) = furthest {
        let (truth_text, set_text) = (read(*truth, scale, lang), read(*set, scale, lang));
        sentences.push(match set > truth {
            _ if far(&(*handle, *truth, *set)) <= NEAR * scale.top => {
                said::bars_near(lang).to_owned()
            }
            true => said::bar_high(lang, &mid_sentence(&handle.label), &set_text, &truth_text),
            false => said::bar_low(lang, &mid_sentence(&handle.label), &set_text, &truth_text),
        });
    }
    let all: f64 = off.iter().map(far).sum();
    let mean = number::percent(all / off.len().max(1) as f64 / scale.top, 0, lang);
    sentences.push(said::off_by(lang, &mean));
    Verdict {
        met: None,
        sentences,
    }
}
