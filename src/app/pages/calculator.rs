//! Typed-in numbers, through the same methods as the figures.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::data::decimal_sign::{self, DecimalSign, Evidence};
use crate::figures::analyses;
use crate::measures::explain::reason;
use crate::measures::methods::incomplete::{SMALL_BASE, SMALL_EVENTS};
use crate::measures::methods::{self, Input, Status, Value};
use crate::state::calculation::{Calculation, Kind};
use crate::state::{Action, Asked};
use crate::text::{Lang, calculator as words, claims, explain, number};

/// The calculator page.
#[component]
pub fn Calculator() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let calculation = shell.state.calculation.clone();
    let calculate = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |next| dispatcher.dispatch(ShellEvent::Act(Action::Calculate(next))))
    };
    let lines = use_memo((calculation.clone(), lang), |(calculation, lang)| {
        results(calculation, *lang)
    });
    let choose_kind = {
        let calculate = calculate.clone();
        let level = calculation.level.clone();
        Callback::from(move |name: String| {
            let kind = Kind::from_name(&name).unwrap_or_default();
            calculate.emit(Calculation {
                kind,
                level: level.clone(),
                ..Calculation::default()
            });
        })
    };
    let choose_level = {
        let (calculate, calculation) = (calculate.clone(), calculation.clone());
        Callback::from(move |level| {
            calculate.emit(Calculation {
                level,
                ..calculation.clone()
            })
        })
    };
    let told = use_state(|| None);
    let open = {
        let told = told.clone();
        Callback::from(move |(method, given): (&'static str, Asked)| {
            told.set(analyses::typed_in(method, &given, lang));
        })
    };
    let on_close = {
        let told = told.clone();
        Callback::from(move |()| told.set(None))
    };
    let level = if calculation.level.is_empty() {
        "95"
    } else {
        &calculation.level
    };
    html! {
        <div class="calculator">
            <div class="lead">
                <h1>{ words::title(lang) }</h1>
                <p>{ words::lead(lang) }</p>
            </div>
            <form class="controls" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                <div class="question">
                    <Select
                        id="kind"
                        label={words::kind(lang)}
                        choices={Kind::ALL.map(|kind| Choice::new(kind.name(), kind_name(kind, lang))).to_vec()}
                        value={calculation.kind.name()}
                        on_choose={choose_kind}
                    />
                    for (name, _) in calculation.kind.inputs().iter() {
                        { field(&calculation, name, lang, &calculate) }
                    }
                    <Select
                        id="level"
                        label={words::level(lang)}
                        choices={["90", "95", "99"].map(|level| {
                            let part = level.parse::<u32>().map_or(0.95, |level| f64::from(level) / 100.0);
                            Choice::new(level, number::percent(part, 0, lang))
                        }).to_vec()}
                        value={level.to_owned()}
                        on_choose={choose_level}
                    />
                </div>
            </form>
            <div role="status" aria-live="polite">
                { shown(&lines, lang, &open) }
            </div>
            <Arithmetic told={(*told).clone()} {on_close} />
        </div>
    }
}

fn shown(
    lines: &Result<Vec<Line>, String>,
    lang: Lang,
    open: &Callback<(&'static str, Asked)>,
) -> Html {
    match lines {
        Err(reason) => html! { <p class="absent-figure">{ reason.clone() }</p> },
        Ok(lines) => html! {
            <>
                <div class="scroll">
                    <table class="results">
                        <thead>
                            <tr>
                                <th scope="col">{ words::result(lang) }</th>
                                <th scope="col">{ words::value(lang) }</th>
                                <th scope="col">{ words::interval(lang) }</th>
                                <th scope="col">{ words::method(lang) }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for line in lines.iter() {
                                <tr>
                                    <th scope="row">{ line.name }</th>
                                    <td class={if line.raw.is_some() { "count" } else { "why" }} data-value={line.raw.map(|raw| raw.to_string())}>
                                        <button
                                            type="button"
                                            class="shown"
                                            title={explain::show_arithmetic(lang)}
                                            onclick={line.opens(open)}
                                        >
                                            { line.value.clone() }
                                        </button>
                                        if !line.also.is_empty() {
                                            <span class="also">{ format!("= {}", line.also) }</span>
                                        }
                                    </td>
                                    <td class="count">{ line.interval.clone() }</td>
                                    <td>{ line.method }</td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
                if lines.first().is_some_and(|line| is_small(&line.call.1)) {
                    <p>{ words::small(lang) }</p>
                }
                <p class="quiet">{ words::meaning(lang) }</p>
            </>
        },
    }
}

fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Rate => words::kind_rate(lang),
        Kind::Share => words::kind_share(lang),
        Kind::TwoRates => words::kind_two_rates(lang),
        Kind::TwoShares => words::kind_two_shares(lang),
        Kind::Standardised => words::kind_standardised(lang),
    }
}

fn input_name(name: &str, lang: Lang) -> String {
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

fn field(
    calculation: &Calculation,
    name: &'static str,
    lang: Lang,
    calculate: &Callback<Calculation>,
) -> Html {
    let typed = {
        let (calculation, calculate) = (calculation.clone(), calculate.clone());
        move |text: String| calculate.emit(calculation.with(name, &text))
    };
    let value = calculation.input(name).to_owned();
    let id = format!("input-{name}");
    if name == "strata" {
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                typed(area.value());
            }
        });
        return html! {
            <div class="field wide">
                <label for={id.clone()}>{ input_name(name, lang) }</label>
                <textarea {id} rows="6" spellcheck="false" {oninput} {value} />
            </div>
        };
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            typed(input.value());
        }
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ input_name(name, lang) }</label>
            <input {id} type="text" inputmode="decimal" autocomplete="off" {oninput} {value} />
        </div>
    }
}

/// One result as the visitor reads it.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: &'static str,
    value: String,
    /// The same as the figures write it.
    also: String,
    raw: Option<f64>,
    interval: String,
    method: &'static str,
    /// Name of the method with its inputs.
    call: (&'static str, Asked),
}

impl Line {
    fn opens(&self, open: &Callback<(&'static str, Asked)>) -> Callback<MouseEvent> {
        let call = self.call.clone();
        open.reform(move |_| call.clone())
    }
}

/// How the numbers of a result are written.
#[derive(Clone, Copy, Debug)]
enum Form {
    Plain,
    Percent,
    Points,
    /// A rate per 1000 person-years.
    PerThousand,
    /// A difference between such rates.
    PerThousandApart,
}

impl Form {
    /// What a number is multiplied by when it is written.
    fn factor(self) -> f64 {
        match self {
            Form::Plain | Form::PerThousand | Form::PerThousandApart => 1.0,
            Form::Percent | Form::Points => 100.0,
        }
    }

    /// The same number in per cent, as figures have rates.
    fn also(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Form::PerThousand => number::percent(value / 1000.0, decimals + 1, lang),
            Form::PerThousandApart => {
                claims::points(lang, &number::decimal(value / 10.0, decimals + 1, lang))
            }
            _ => String::new(),
        }
    }
}

/// A phrase in every language.
type Phrase = fn(Lang) -> &'static str;

/// What is computed from some inputs.
#[derive(Clone, Copy)]
struct Computed {
    /// What it is.
    name: Phrase,
    /// Name of the method, and its name to read.
    method: (&'static str, Phrase),
    /// The outputs of the method that hold the value and its limits.
    outputs: [&'static str; 3],
    /// How they are written.
    form: Form,
}

/// The lines of a kind, in reading order.
fn computed(kind: Kind) -> Vec<Computed> {
    let limits = |value| [value, "lower", "upper"];
    let lines = |name: Phrase, outputs, form, methods: &[(&'static str, Phrase)]| {
        let line = |method: &(&'static str, Phrase)| Computed {
            name,
            method: *method,
            outputs,
            form,
        };
        methods.iter().map(line).collect::<Vec<Computed>>()
    };
    match kind {
        Kind::Rate => lines(
            words::rate,
            limits("rate"),
            Form::PerThousand,
            &[
                ("rate_ci_garwood", words::garwood),
                ("rate_ci_midp", words::midp),
                ("rate_ci_byar", words::byar),
            ],
        ),
        Kind::Share => lines(
            words::share,
            limits("share"),
            Form::Percent,
            &[
                ("share_wilson", words::wilson),
                ("share_clopper_pearson", words::clopper_pearson),
            ],
        ),
        Kind::TwoRates => {
            let ratio = ["ratio", "exact_lower", "exact_upper"];
            let difference = ["diff", "mover_score_lower", "mover_score_upper"];
            let ratio_method = ("rate_ratio", words::conditional_exact as Phrase);
            let difference_method = ("rate_diff", words::mover as Phrase);
            [
                lines(words::rate_ratio, ratio, Form::Plain, &[ratio_method]),
                lines(
                    words::rate_difference,
                    difference,
                    Form::PerThousandApart,
                    &[difference_method],
                ),
            ]
            .concat()
        }
        Kind::TwoShares => lines(
            words::share_difference,
            limits("diff"),
            Form::Points,
            &[("share_diff_newcombe", words::newcombe)],
        ),
        Kind::Standardised => lines(
            words::standardised,
            ["rate", "ff_lower", "ff_upper"],
            Form::PerThousand,
            &[("dsr", words::fay_feuer)],
        ),
    }
}

/// The results of what is typed in, or what is wrong with it.
fn results(calculation: &Calculation, lang: Lang) -> Result<Vec<Line>, String> {
    let mut given = inputs(calculation, lang)?;
    given.push(("conf".to_owned(), calculation.level().to_string()));
    let texts = || {
        let texts = given.iter();
        texts.map(|(name, text)| (name.clone(), Input::Text(text.clone())))
    };
    let line = |line: Computed| {
        let found = methods::calculate(line.method.0, &texts().collect());
        let found = found.map_err(|error| error.to_string())?;
        Ok(line_of(&line, &found, given.clone(), lang))
    };
    computed(calculation.kind).into_iter().map(line).collect()
}

/// Inputs in the form the methods read.
fn inputs(calculation: &Calculation, lang: Lang) -> Result<Vec<(String, String)>, String> {
    if calculation.kind == Kind::Standardised {
        return strata(calculation.input("strata"), lang);
    }
    calculation
        .kind
        .inputs()
        .iter()
        .map(|(name, _)| {
            let number = read(calculation.input(name), lang)
                .map_err(|reason| format!("{}: {reason}", input_name(name, lang)))?;
            Ok(((*name).to_owned(), number.to_string()))
        })
        .collect()
}

/// Whether a result rests on fewer than ten events, or a share on fewer than thirty.
fn is_small(given: &[(String, String)]) -> bool {
    let sum = |list: &str| -> f64 {
        list.split(';')
            .filter_map(|one| one.parse::<f64>().ok())
            .sum()
    };
    given.iter().any(|(name, list)| match name.as_str() {
        "events" | "x1" | "x2" => sum(list) < SMALL_EVENTS,
        "n" | "n1" | "n2" => sum(list) < SMALL_BASE,
        _ => false,
    })
}

/// Lines of events, person-years and standard population as three lists.
fn strata(text: &str, lang: Lang) -> Result<Vec<(String, String)>, String> {
    let mut columns: [Vec<String>; 3] = Default::default();
    for (index, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        // A space is a part of numbers where something else stands between them.
        let separators: &[char] = match line.contains(['\t', ';']) {
            true => &['\t', ';'],
            false => &[' '],
        };
        let fields: Vec<&str> = line
            .split(separators)
            .map(str::trim)
            .filter(|field| !field.is_empty())
            .collect();
        if fields.len() != columns.len() {
            return Err(words::strata_line(lang, index + 1, fields.len()));
        }
        for (column, field) in columns.iter_mut().zip(fields) {
            let number = read(field, lang)
                .map_err(|reason| format!("{}: {reason}", words::line(lang, index + 1)))?;
            column.push(number.to_string());
        }
    }
    let names = ["events", "exposure", "weights"];
    Ok(names
        .into_iter()
        .zip(columns)
        .map(|(name, list)| (name.to_owned(), list.join(";")))
        .collect())
}

/// A number as the language writes it. What reads in two ways is asked about, not guessed.
fn read(text: &str, lang: Lang) -> Result<f64, String> {
    if text.trim().is_empty() {
        return Err(words::nothing_typed(lang).to_owned());
    }
    let not_a_number = || words::not_a_number(lang, text);
    let tight = ungrouped(text).ok_or_else(not_a_number)?;
    let usual = match lang {
        Lang::Nb | Lang::Nn => DecimalSign::Comma,
        Lang::En => DecimalSign::Point,
    };
    let sign = match decimal_sign::evidence(&tight) {
        Evidence::Unclear(sign) if sign != usual => return Err(words::ambiguous(lang, text)),
        Evidence::Clear(sign) => sign,
        _ => usual,
    };
    decimal_sign::parse(&tight, sign).ok_or_else(not_a_number)
}

/// A number without what stands between its thousands: spaces, or a sign that stands there more
/// than once. `None` when groups are not of three digits.
fn ungrouped(text: &str) -> Option<String> {
    let text = text.trim().replace('\u{2212}', "-");
    let is_thousands = |sign: &char| text.matches(*sign).count() > 1;
    let groups: Vec<&str> = match [',', '.'].iter().find(|sign| is_thousands(sign)) {
        Some(sign) => text.split(*sign).collect(),
        None => text.split_whitespace().collect(),
    };
    let (first, rest) = groups.split_first()?;
    let whole = |group: &str| group.chars().take_while(char::is_ascii_digit).count();
    let last = rest.len().saturating_sub(1);
    let fits = |(place, group): (usize, &&str)| {
        // Decimals can follow the last group only.
        whole(group) == 3 && (place == last || group.len() == 3)
    };
    let begins = (1..=3).contains(&whole(first.trim_start_matches('-')));
    let is_grouped = begins && rest.iter().enumerate().all(fits);
    (rest.is_empty() || is_grouped).then(|| groups.concat())
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

fn line_of(line: &Computed, found: &[(String, Value)], given: Asked, lang: Lang) -> Line {
    let (outputs, form) = (line.outputs, line.form);
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
    let decimals = raw.map_or(0, |raw| decimals(raw, limits, form));
    let text_of = |wanted: &str| match get(wanted) {
        Some(Value::Number(value)) => write(*value, form, decimals, lang),
        Some(Value::Unbounded) => words::unbounded(lang).to_owned(),
        _ => String::new(),
    };
    let (lower, upper) = (text_of(outputs[1]), text_of(outputs[2]));
    Line {
        name: (line.name)(lang),
        value: raw.map_or(status.to_owned(), |raw| write(raw, form, decimals, lang)),
        also: raw.map_or(String::new(), |raw| form.also(raw, decimals, lang)),
        raw,
        interval: if lower.is_empty() || upper.is_empty() {
            String::new()
        } else {
            format!("{lower} – {upper}")
        },
        method: (line.method.1)(lang),
        call: (line.method.0, given),
    }
}

/// Decimals that show three digits of a number, two of what it lacks to a whole, and two of how far
/// its limits are apart.
fn decimals(value: f64, limits: [Option<f64>; 2], form: Form) -> usize {
    let factor = form.factor();
    let of_limits = match limits {
        [Some(lower), Some(upper)] => number::decimals_for((upper - lower) * factor, 2),
        _ => 0,
    };
    let of_rest = match form {
        Form::Percent => number::decimals_for((1.0 - value) * factor, 2),
        _ => 0,
    };
    let of_value = number::decimals_for(value * factor, 3);
    of_value.max(of_limits).max(of_rest).max(1)
}

fn write(value: f64, form: Form, decimals: usize, lang: Lang) -> String {
    match form {
        Form::Percent => number::percent(value, decimals, lang),
        _ => number::decimal(value * form.factor(), decimals, lang),
    }
}
