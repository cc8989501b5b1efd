//! The answers of a class together: how many, the median, how many chose what.

use kernels::stable_sort as order;
use text::{Lang, number, tasks as said};

use super::answer::Answer;
use super::prepare::{Form, Prepared};

/// What a class thought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many answered.
    pub count: usize,
    /// The answer in the middle, where there is one.
    pub median: Option<Answer>,
    /// What was answered, and by how many.
    pub lines: Vec<(String, usize)>,
    /// What is said of all of them, without what is right.
    pub sentence: String,
}

/// Counts answers; `hands` are counted by raising them, one number a choice.
pub fn tally(prepared: &Prepared, answers: &[Answer], hands: &[usize]) -> Tally {
    let lang = prepared.lang;
    let raised: usize = hands.iter().sum();
    let count = answers.len() + raised;
    let lines = match &prepared.form {
        Form::Choose { options, .. } => {
            let of = |place: usize| {
                let chose = answers
                    .iter()
                    .filter(|answer| **answer == Answer::Choice(Some(place)));
                chose.count() + hands.get(place).copied().unwrap_or_default()
            };
            let options = options.iter().enumerate();
            options
                .map(|(place, offer)| (offer.label.clone(), of(place)))
                .collect()
        }
        Form::Order { items, .. } => {
            let first = |item: usize| {
                let put = answers.iter().filter(
                    |answer| matches!(answer, Answer::Order(order) if order.first() == Some(&item)),
                );
                put.count() + hands.get(item).copied().unwrap_or_default()
            };
            let items = items.iter().enumerate();
            items
                .map(|(item, handle)| (said::put_first(lang, &handle.label), first(item)))
                .collect()
        }
        Form::Explain { boxes, .. } => {
            let ticked = |place: usize| {
                let ticked = answers.iter().filter(|answer| {
                    matches!(answer, Answer::Boxes(boxes) if boxes.get(place) == Some(&true))
                });
                ticked.count() + hands.get(place).copied().unwrap_or_default()
            };
            let boxes = boxes.iter().enumerate();
            boxes
                .map(|(place, label)| (label.clone(), ticked(place)))
                .collect()
        }
        Form::Levels { .. } | Form::Range { .. } => Vec::new(),
    };
    Tally {
        count,
        median: median(prepared, answers),
        lines,
        sentence: counted(count, lang),
    }
}

/// How many answers there are.
pub fn counted(count: usize, lang: Lang) -> String {
    match count {
        1 => said::one_answer(lang).to_owned(),
        _ => said::answers_in(lang, &number::integer(count as f64, lang)),
    }
}

/// How many ranges hold what is right.
pub fn held(prepared: &Prepared, answers: &[Answer]) -> Option<usize> {
    matches!(prepared.form, Form::Range { .. }).then(|| {
        let met = |answer: &&Answer| super::verdict::verdict(prepared, answer).met == Some(true);
        answers.iter().filter(met).count()
    })
}

/// The answer in the middle: handle by handle, or end by end.
pub fn median(prepared: &Prepared, answers: &[Answer]) -> Option<Answer> {
    let all: Vec<&Vec<u16>> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Levels { levels, .. } => Some(levels),
            _ => None,
        })
        .collect();
    let count = match &prepared.form {
        Form::Levels { handles, .. } => handles.len(),
        Form::Range { .. } => 2,
        _ => return None,
    };
    if all.is_empty() {
        return None;
    }
    let middle = |place: usize| {
        let mut at: Vec<u16> = all
            .iter()
            .filter_map(|levels| levels.get(place).copied())
            .collect();
        order::sort_by(&mut at, &u16::cmp);
        let half = at.len() / 2;
        match at.len() % 2 {
            0 => at[half - 1].midpoint(at[half]),
            _ => at[half],
        }
    };
    Some(Answer::Levels {
        levels: (0..count).map(middle).collect(),
        unknown: false,
    })
}

/// What hands are raised for, where the class has nothing to write with.
pub fn for_hands(prepared: &Prepared, lang: Lang) -> Vec<String> {
    match &prepared.form {
        Form::Choose { options, .. } => options.iter().map(|offer| offer.label.clone()).collect(),
        Form::Order { items, .. } => items
            .iter()
            .map(|handle| said::put_first(lang, &handle.label))
            .collect(),
        Form::Explain { boxes, .. } => boxes.clone(),
        Form::Levels { .. } | Form::Range { .. } => Vec::new(),
    }
}
