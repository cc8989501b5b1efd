//! What a reader can change about the figure of a question: its kind, its intervals, what is
//! shown and what stands out.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::play::Play;
use super::select::{Choice, Select};
use data::Dataset;
use figures::kinds::{origin_name, origins};
use figures::options::{Intervals, Options};
use figures::spec::Chart;
use measures::{IntervalMethod, Question, codes_of};
use state::View;
use text::naming::Naming;
use text::{Lang, kinds as words, methods, number};

/// The most series that are offered one by one.
const MOST_SERIES: usize = 40;
/// The most small multiples.
const MOST_FACETS: usize = 24;

/// The choices, for the view that is asked and the callback that asks another one.
pub fn adjustments(lang: Lang, dataset: &Dataset, view: &View, ask: &Callback<View>) -> Html {
    let on = |change: fn(&mut Options, String)| {
        let (view, ask) = (view.clone(), ask.clone());
        Callback::from(move |value: String| {
            let mut view = view.clone();
            change(&mut view.options, value);
            ask.emit(view);
        })
    };
    let options = &view.options;
    let Some(question) = view.question() else {
        return Html::default();
    };
    let kinds = view.kinds(dataset);
    let kind = options.chart.filter(|chart| kinds.contains(chart));
    let shown = kind.or(kinds.first().copied());
    let is_ratio = question.measure.is_ratio();
    let level = |level: u8| number::percent(f64::from(level) / 100.0, 0, lang);
    let mut levels = vec![
        Choice::new("", words::intervals_auto(lang)),
        Choice::new("none", words::intervals_none(lang)),
    ];
    levels.extend([90_u8, 95, 99].map(|part| Choice::new(part.to_string(), level(part))));
    html! {
        <details class="adjust" open={*options != Options::default()}>
            <summary>{ words::adjust(lang) }</summary>
            <div class="question">
                <Select
                    id="kind"
                    label={words::choose_kind(lang)}
                    choices={kinds.iter().map(|kind| Choice::new(kind.name(), kind.label(lang))).collect::<Vec<_>>()}
                    value={shown.map_or("", Chart::name)}
                    on_choose={on(|options, value| options.chart = Chart::from_name(&value))}
                />
                if is_ratio && !options.counts {
                    <Select
                        id="intervals"
                        label={words::choose_intervals(lang)}
                        choices={levels}
                        value={options.intervals.name().unwrap_or_default()}
                        on_choose={on(|options, value| options.intervals = Intervals::from_name(&value))}
                    />
                }
                if is_ratio && !options.counts && options.intervals != Intervals::None {
                    <Select
                        id="method"
                        label={words::choose_method(lang)}
                        choices={method_choices(lang, &question)}
                        value={options.method_for(&question).name()}
                        on_choose={on(|options, value| options.method = IntervalMethod::from_name(&value))}
                    />
                }
                if is_ratio {
                    <Select
                        id="show"
                        label={words::choose_show(lang)}
                        choices={vec![
                            Choice::new("", words::as_measured(lang)),
                            Choice::new("counts", words::as_counts(lang)),
                        ]}
                        value={if options.counts { "counts" } else { "" }}
                        on_choose={on(|options, value| options.counts = value == "counts")}
                    />
                }
                if matches!(shown, Some(Chart::Line | Chart::Dots | Chart::Slope)) {
                    <Select
                        id="scale"
                        label={words::choose_scale(lang)}
                        choices={vec![
                            Choice::new("", words::scale_linear(lang)),
                            Choice::new("log", words::scale_log(lang)),
                        ]}
                        value={if options.log { "log" } else { "" }}
                        on_choose={on(|options, value| options.log = value == "log")}
                    />
                }
                if shown == Some(Chart::Line) && view.by == "year" && !options.counts {
                    <Select
                        id="index"
                        label={words::choose_index(lang)}
                        choices={std::iter::once(Choice::new("", words::index_none(lang)))
                            .chain(codes_of(dataset, "year").into_iter().map(|year| Choice::new(year.clone(), year)))
                            .collect::<Vec<_>>()}
                        value={options.index.clone().unwrap_or_default()}
                        on_choose={on(|options, value| options.index = Some(value).filter(|year| !year.is_empty()))}
                    />
                }
                if shown == Some(Chart::Map) {
                    { lines(lang, dataset, view, &on) }
                }
                { facets(lang, dataset, view, &on) }
                { highlight(lang, dataset, view, &on) }
            </div>
            { year(lang, dataset, view, ask) }
            { series(lang, dataset, view, ask) }
            { own_words(lang, view, &on, shown == Some(Chart::Line)) }
        </details>
    }
}

/// The interval methods that suit a question, by their names to read.
pub fn method_choices(lang: Lang, question: &Question) -> Vec<Choice> {
    let names = IntervalMethod::names_for(question).into_iter();
    let choice = |name: &'static str| {
        let id = IntervalMethod::from_name(name)?.id();
        Some(Choice::new(name, methods::method(lang, id)?.name))
    };
    names.filter_map(choice).collect()
}

/// Makes a callback that changes an option.
type On<'a> = &'a dyn Fn(fn(&mut Options, String)) -> Callback<String>;

/// Lines from a country to its destinations.
fn lines(lang: Lang, dataset: &Dataset, view: &View, on: On) -> Html {
    let spec = view.spec();
    let Some(panel) = spec.as_ref().and_then(|spec| spec.panels.first()) else {
        return Html::default();
    };
    let origins = origins(dataset, panel);
    if origins.is_empty() {
        return Html::default();
    }
    let choice = |code: String| {
        let name = origin_name(dataset, panel, &code, lang);
        Choice::new(code, name)
    };
    html! {
        <Select
            id="from"
            label={words::choose_from(lang)}
            choices={std::iter::once(Choice::new("", words::from_none(lang)))
                .chain(origins.into_iter().map(choice))
                .collect::<Vec<_>>()}
            value={view.options.from.clone().unwrap_or_default()}
            on_choose={on(|options, value| options.from = Some(value).filter(|code| !code.is_empty()))}
        />
    }
}

/// Small multiples by a dimension that does not lie along the axis.
fn facets(lang: Lang, dataset: &Dataset, view: &View, on: On) -> Html {
    let options = &view.options;
    let mut choices = vec![Choice::new("", words::facets_none(lang))];
    for name in view.dimensions(dataset) {
        let count = view
            .selected(&name)
            .map_or_else(|| codes_of(dataset, &name).len(), <[String]>::len);
        let fits = (2..=MOST_FACETS).contains(&count) && name != view.by;
        let trial = view.select(&name, codes_of(dataset, &name));
        if fits && trial.is_answerable(dataset) {
            choices.push(Choice::new(
                name.clone(),
                dataset.dimension_name(lang, &name),
            ));
        }
    }
    if choices.len() < 2 {
        return Html::default();
    }
    html! {
        <>
            <Select
                id="facets"
                label={words::choose_facets(lang)}
                {choices}
                value={options.facets.clone().unwrap_or_default()}
                on_choose={on(|options, value| options.facets = Some(value).filter(|name| !name.is_empty()))}
            />
            if options.facets.is_some() {
                <Select
                    id="axes"
                    label={words::choose_axes(lang)}
                    choices={vec![
                        Choice::new("", words::axes_shared(lang)),
                        Choice::new("free", words::axes_free(lang)),
                    ]}
                    value={if options.free_axes { "free" } else { "" }}
                    on_choose={on(|options, value| options.free_axes = value == "free")}
                />
            }
        </>
    }
}

/// What can be named: the series, or the places on an axis of categories.
fn named(dataset: &Dataset, view: &View) -> (String, Vec<String>) {
    let by_series = !view.split.is_empty();
    let dimension = if by_series { &view.split } else { &view.by };
    let codes = match view.selected(dimension) {
        Some(codes) => codes.to_vec(),
        None => codes_of(dataset, dimension),
    };
    (dimension.clone(), codes)
}

fn label(lang: Lang, dataset: &Dataset, dimension: &str, code: &str) -> String {
    let label = dataset.label(dimension, code);
    label.map_or(code.to_owned(), |label| label.name.get(lang).to_owned())
}

/// The one series that stands out.
fn highlight(lang: Lang, dataset: &Dataset, view: &View, on: On) -> Html {
    let (dimension, codes) = named(dataset, view);
    if !(2..=MOST_SERIES).contains(&codes.len()) {
        return Html::default();
    }
    let mut choices = vec![Choice::new("", words::focus_none(lang))];
    choices.extend(
        codes
            .iter()
            .map(|code| Choice::new(code.clone(), label(lang, dataset, &dimension, code))),
    );
    html! {
        <Select
            id="focus"
            label={words::choose_focus(lang)}
            {choices}
            value={view.options.focus.first().cloned().unwrap_or_default()}
            on_choose={on(|options, value| {
                options.focus = Some(value).filter(|code| !code.is_empty()).into_iter().collect();
            })}
        />
    }
}

/// One year of many, for figures without years on their axis.
fn year(lang: Lang, dataset: &Dataset, view: &View, ask: &Callback<View>) -> Html {
    let years = codes_of(dataset, "year");
    let has_years = view.dimensions(dataset).iter().any(|name| name == "year");
    let trial = view.select("year", years.clone());
    if !has_years
        || view.by == "year"
        || view.split == "year"
        || years.len() < 2
        || !trial.is_answerable(dataset)
    {
        return Html::default();
    }
    let at = view.options.at.clone();
    let place = at
        .as_ref()
        .and_then(|at| years.iter().position(|year| year == at))
        .unwrap_or(years.len() - 1);
    let change = |at: Option<String>| {
        let mut view = view.clone();
        view.options.at = at;
        view
    };
    let oninput = {
        let (view, ask, years) = (view.clone(), ask.clone(), years.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let mut view = view.clone();
            let place: usize = input.value().parse().unwrap_or(0);
            view.options.at = years.get(place).cloned();
            ask.emit(view);
        })
    };
    let all = {
        let (ask, whole) = (ask.clone(), change(None));
        Callback::from(move |_: MouseEvent| ask.emit(whole.clone()))
    };
    let play = {
        let (view, ask) = (view.clone(), ask.clone());
        Callback::from(move |year: String| {
            let mut view = view.clone();
            view.options.at = Some(year);
            ask.emit(view);
        })
    };
    let last = (years.len() - 1).to_string();
    let said = at
        .clone()
        .unwrap_or_else(|| words::all_years(lang).to_owned());
    html! {
        <div class="field wide">
            <label for="at">{ words::choose_year(lang) }{ ": " }<b>{ said.clone() }</b></label>
            <Play {years} {place} shown={at.is_some()} on_year={play} />
            <input
                id="at"
                type="range"
                min="0"
                max={last}
                value={place.to_string()}
                aria-valuetext={said}
                {oninput}
            />
            if at.is_some() {
                <button type="button" class="plain" onclick={all}>{ words::all_years(lang) }</button>
            }
        </div>
    }
}

/// What a reader writes in the figure.
fn own_words(lang: Lang, view: &View, on: On, has_axis: bool) -> Html {
    let options = &view.options;
    let field =
        |id: &'static str, label: &'static str, value: String, change: fn(&mut Options, String)| {
            let change = on(change);
            let onchange = Callback::from(move |event: Event| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    change.emit(input.value());
                }
            });
            html! {
                <div class="field wide">
                    <label for={id}>{ label }</label>
                    <input {id} type="text" autocomplete="off" {value} {onchange} />
                </div>
            }
        };
    let marks = options
        .marks
        .iter()
        .map(|(at, label)| format!("{at}: {label}"));
    let marks = marks.collect::<Vec<_>>().join("; ");
    html! {
        <fieldset class="own-words">
            <legend>{ words::own_words(lang) }</legend>
            { field("own-title", words::own_title(lang), options.title.clone(), |options, text| {
                options.title = Options::tidied(&text);
            }) }
            { field("own-note", words::own_note(lang), options.note.clone(), |options, text| {
                options.note = Options::tidied(&text);
            }) }
            { field("own-source", words::own_source(lang), options.source.clone(), |options, text| {
                options.source = Options::tidied(&text);
            }) }
            if has_axis {
                { field("own-marks", words::own_marks(lang), marks, |options, text| {
                    let marks = text.split(';').filter_map(|mark| mark.split_once(':'));
                    let marks = marks.map(|(at, label)| (at.trim().to_owned(), Options::tidied(label)));
                    options.marks = Options::fewer(marks.collect());
                }) }
            }
        </fieldset>
    }
}

/// Check boxes for the series that are shown.
fn series(lang: Lang, dataset: &Dataset, view: &View, ask: &Callback<View>) -> Html {
    let (dimension, codes) = named(dataset, view);
    if view.split.is_empty() || !(2..=MOST_SERIES).contains(&codes.len()) {
        return Html::default();
    }
    let hidden = &view.options.hidden;
    let toggle = |code: &String| {
        let (view, ask, code) = (view.clone(), ask.clone(), code.clone());
        Callback::from(move |_: Event| {
            let mut view = view.clone();
            let hidden = &mut view.options.hidden;
            match hidden.iter().position(|known| *known == code) {
                Some(place) => drop(hidden.remove(place)),
                None => hidden.push(code.clone()),
            }
            ask.emit(view);
        })
    };
    html! {
        <fieldset class="series">
            <legend>{ words::choose_series(lang) }</legend>
            <div class="code-list">
                for code in codes.iter() {
                    <label key={code.clone()}>
                        <input
                            type="checkbox"
                            checked={!hidden.contains(code)}
                            onchange={toggle(code)}
                        />
                        { label(lang, dataset, &dimension, code) }
                    </label>
                }
            </div>
        </fieldset>
    }
}
