//! The calculator: typed-in numbers through the same methods as the figures, as lines to read.

mod form;
mod kind;
mod pasted;
pub mod typed;

pub use kind::Kind;

use std::collections::BTreeMap;

use ::explain::reason;
use methods::catalog::{Catalog, Input, METHODS, Method, Shown, Value};
use stats::Status;
use stats::incomplete::{SMALL_BASE, SMALL_EVENTS};
use text::{Lang, calculator as words, explain};

use super::analyses::page::Asked;
use form::Writing;

/// One result as the visitor reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// The number, or why there is none.
    pub value: String,
    /// The same as the figures write it.
    pub also: String,
    /// The number, unrounded.
    pub raw: Option<f64>,
    /// Its interval; empty where there is none.
    pub interval: String,
    /// The name of the interval's method.
    pub method: &'static str,
    /// Name of the method with its inputs.
    pub call: (&'static str, Asked),
}

impl Line {
    /// The number with its unit, as it stands on the page; empty where there is none.
    pub fn printed(&self) -> String {
        match self.raw {
            Some(_) => format!("{} ({})", self.value, self.name),
            None => String::new(),
        }
    }
}

/// What comes of typed-in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// A line for each number and method.
    pub lines: Vec<Line>,
    /// What to bear in mind.
    pub remarks: Vec<&'static str>,
}

/// The results of what is typed in, each input by its name, or what is wrong with it.
pub fn results<'a>(
    kind: Kind,
    typed: impl Fn(&str) -> &'a str,
    level: f64,
    lang: Lang,
) -> Result<Results, String> {
    results_of(&METHODS, kind, typed, level, lang)
}

/// The same by the methods of a catalogue: those that it shows in the calculator and that take the
/// inputs of the kind.
pub fn results_of<'a>(
    methods: &Catalog,
    kind: Kind,
    typed: impl Fn(&str) -> &'a str,
    level: f64,
    lang: Lang,
) -> Result<Results, String> {
    let mut given = inputs(kind, typed, lang)?;
    let names: Vec<String> = given.iter().map(|(name, _)| name.clone()).collect();
    given.push(("conf".to_owned(), level.to_string()));
    let mut lines = Vec::new();
    for method in methods.0.iter().filter(|method| method.needed().eq(&names)) {
        if let Some(shown) = &method.shown {
            let mut own = given.clone();
            own.retain(|(name, _)| method.inputs.iter().any(|input| input.name == name));
            let text = |(name, text): &(String, String)| (name.clone(), Input::Text(text.clone()));
            let texts: BTreeMap<String, Input> = own.iter().map(text).collect();
            let found = method.calculate(&texts);
            let found = found.map_err(|error| error.to_string())?;
            lines.push(line_of(method, shown, &found, own, lang));
        }
    }
    let has_interval = lines.iter().any(|line| !line.interval.is_empty());
    let remarks = [
        (is_small(&given), words::small(lang)),
        (true, words::meaning(lang)),
    ];
    Ok(Results {
        lines,
        remarks: remarks
            .into_iter()
            .filter_map(|(applies, remark)| (applies && has_interval).then_some(remark))
            .collect(),
    })
}

/// Inputs in the form the methods read.
fn inputs<'a>(kind: Kind, typed: impl Fn(&str) -> &'a str, lang: Lang) -> Result<Asked, String> {
    if kind == Kind::Standardised {
        return pasted::strata(typed("strata"), lang);
    }
    let inputs = kind.inputs().iter();
    inputs
        .map(|(name, _)| {
            let number = typed::read(typed(name), lang)
                .map_err(|reason| format!("{}: {reason}", input_name(name, lang)))?;
            Ok(((*name).to_owned(), number.to_string()))
        })
        .collect()
}

/// A kind in words.
pub fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Rate => words::kind_rate(lang),
        Kind::Share => words::kind_share(lang),
        Kind::TwoRates => words::kind_two_rates(lang),
        Kind::TwoShares => words::kind_two_shares(lang),
        Kind::Standardised => words::kind_standardised(lang),
    }
}

/// An input in words.
pub fn input_name(name: &str, lang: Lang) -> String {
    let in_group = |what: &str, group: &str| format!("{what}, {group}");
    match name {
        "events" => words::events(lang).to_owned(),
        "exposure" => words::exposure(lang).to_owned(),
        "k" => words::k(lang).to_owned(),
        "n" => words::n(lang).to_owned(),
        "x1" => in_group(words::events(lang), words::first(lang)),
        "t1" => in_group(words::exposure(lang), words::first(lang)),
        "x2" => in_group(words::events(lang), words::second(lang)),
        "t2" => in_group(words::exposure(lang), words::second(lang)),
        "k1" => in_group(words::k(lang), words::first(lang)),
        "n1" => in_group(words::n(lang), words::first(lang)),
        "k2" => in_group(words::k(lang), words::second(lang)),
        "n2" => in_group(words::n(lang), words::second(lang)),
        _ => words::strata(lang).to_owned(),
    }
}

/// Whether a result rests on fewer than ten events, or a share on fewer than thirty persons.
fn is_small(given: &[(String, String)]) -> bool {
    let sum = |list: &str| -> f64 {
        list.split(';')
            .filter_map(|one| one.parse::<f64>().ok())
            .sum()
    };
    given.iter().any(|(name, list)| match name.as_str() {
        "events" | "x1" | "x2" | "k" | "k1" | "k2" => sum(list) < SMALL_EVENTS,
        "n" | "n1" | "n2" => sum(list) < SMALL_BASE,
        _ => false,
    })
}

/// Why there is no number, said of numbers that somebody typed.
fn why_not(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Invalid => words::invalid(lang),
        Status::NoDenominator => words::no_denominator(lang),
        Status::NoExposure => words::no_exposure(lang),
        Status::EventsWithoutExposure => words::events_without_exposure(lang),
        status => reason(status, lang),
    }
}

fn line_of(
    method: &Method,
    shown: &Shown,
    found: &[(String, Value)],
    given: Asked,
    lang: Lang,
) -> Line {
    let (outputs, form) = (shown.outputs, shown.form);
    let worded = |key: &'static str| words::word(lang, key).unwrap_or(key);
    let get = |wanted: &str| {
        found
            .iter()
            .find(|(known, _)| known == wanted)
            .map(|(_, outcome)| outcome)
    };
    let number_of = |wanted: &str| match get(wanted) {
        Some(Value::Number(value)) => Some(*value),
        _ => None,
    };
    let raw = number_of(outputs[0]);
    let status = match get("status") {
        Some(Value::Text(code)) => Status::ALL.into_iter().find(|known| known.as_str() == code),
        _ => None,
    };
    let status = status.map_or("", |status| why_not(status, lang));
    let limits = [outputs[1], outputs[2]].map(number_of);
    let decimals = raw.map_or(0, |raw| form.decimals(raw, limits));
    let text_of = |wanted: &str| match get(wanted) {
        Some(Value::Number(value)) => form.write(*value, decimals, lang),
        Some(Value::Unbounded) => words::unbounded(lang).to_owned(),
        _ => String::new(),
    };
    let (lower, upper) = (text_of(outputs[1]), text_of(outputs[2]));
    Line {
        name: worded(shown.result),
        value: raw.map_or(status.to_owned(), |raw| form.write(raw, decimals, lang)),
        also: raw.map_or(String::new(), |raw| form.also(raw, decimals, lang)),
        raw,
        interval: if lower.is_empty() || upper.is_empty() {
            String::new()
        } else {
            explain::from_to(lang, &lower, Some(&upper))
        },
        method: worded(shown.method),
        call: (method.name, given),
    }
}
