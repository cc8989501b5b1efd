//! Typed-in numbers, through the same methods as the figures.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::data::decimal_sign::{self, DecimalSign, Evidence};
use crate::figures::analyses;
use crate::measures::methods::{self, Input, Value};
use crate::state::calculation::{Calculation, Kind};
use crate::state::{Action, Asked};
use crate::text::{Lang, calculator as words, explain, number};

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
                                    <td class="count" data-value={line.raw.map(|raw| raw.to_string())}>
                                        <button
                                            type="button"
                                            class="shown"
                                            title={explain::show_arithmetic(lang)}
                                            onclick={line.opens(open)}
                                        >
                                            { line.value.clone() }
                                        </button>
                                    </td>
                                    <td class="count">{ line.interval.clone() }</td>
                                    <td>{ line.method }</td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
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
            Form::Plain,
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
                    Form::Plain,
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
            Form::Plain,
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
            let number = read(calculation.input(name), lang)?;
            Ok(((*name).to_owned(), number.to_string()))
        })
        .collect()
}

/// Lines of events, person-years and standard population as three lists.
fn strata(text: &str, lang: Lang) -> Result<Vec<(String, String)>, String> {
    let mut columns: [Vec<String>; 3] = Default::default();
    for (index, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let fields: Vec<&str> = line
            .split([' ', '\t', ';'])
            .filter(|field| !field.is_empty())
            .collect();
        if fields.len() != columns.len() {
            return Err(words::strata_line(lang, index + 1, fields.len()));
        }
        for (column, field) in columns.iter_mut().zip(fields) {
            column.push(read(field, lang)?.to_string());
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
    let tight: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let usual = match lang {
        Lang::Nb | Lang::Nn => DecimalSign::Comma,
        Lang::En => DecimalSign::Point,
    };
    let sign = match decimal_sign::evidence(&tight) {
        Evidence::Unclear(sign) if sign != usual => return Err(words::ambiguous(lang, text)),
        Evidence::Clear(sign) => sign,
        _ => usual,
    };
    decimal_sign::parse(&tight, sign).ok_or_else(|| words::not_a_number(lang, text))
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
    let text_of = |wanted: &str| match get(wanted) {
        Some(Value::Number(value)) => write(*value, form, lang),
        Some(Value::Unbounded) => words::unbounded(lang).to_owned(),
        _ => String::new(),
    };
    let raw = number_of(outputs[0]);
    let status = match get("status") {
        Some(Value::Text(reason)) => reason.clone(),
        _ => String::new(),
    };
    let (lower, upper) = (text_of(outputs[1]), text_of(outputs[2]));
    Line {
        name: (line.name)(lang),
        value: raw.map_or(status, |raw| write(raw, form, lang)),
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

fn write(value: f64, form: Form, lang: Lang) -> String {
    match form {
        Form::Plain => number::decimal(value, number::decimals_for(value, 3).max(1), lang),
        Form::Percent => number::percent(value, 1, lang),
        Form::Points => number::decimal(value * 100.0, 1, lang),
    }
}
