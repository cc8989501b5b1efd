//! The state in the location hash: readable, versioned, and complete.
//!
//! `#/explore?v=2&lang=en&data=teaching&measure=rate&by=year&split=group&group=majority`.
//! Several codes of a dimension are separated by commas, whole ranges of years by `..`. What an
//! address does not name keeps its default, so a shorter address is still an address.
//!
//! How an answer is shown has names of its own, as `kind=heat` or `hidden=majority`. They came with
//! version 2, `method` with version 3, and words of a reader's own (`title`, `note`, `source`, `mark`)
//! and `index` with version 4, `from` with version 5, `top` with version 6; in an older address the same name is a
//! dimension of the visitor's own. An address says the lowest version that has what it names.

use std::collections::BTreeSet;

use data::table::{LONGEST_RANGE, count_range, expand_range};
use figures::options::{Intervals, Options};
use figures::spec::Chart;
use measures::{Exposure, Filter, IntervalMethod};
use text::Lang;
use view_models::calculator::Kind;

use super::calculation::Calculation;
use super::{Page, State, View};

/// Version of the address form.
pub const VERSION: u32 = 6;
/// The version that named the country that lines go out from.
const OF_FROM: u32 = 5;
/// The version that named words of a reader's own.
const OF_WORDS: u32 = 4;
/// The version that named how intervals are formed.
const OF_METHOD: u32 = 3;
/// The version that named how an answer is shown.
const OF_SHOWN: u32 = 2;

/// Names in an address that are not dimensions.
const RESERVED: [&str; 8] = [
    "v",
    "lang",
    "data",
    "measure",
    "by",
    "split",
    "base",
    "denominator",
];

/// How an answer is shown.
const SHOWN: [&str; 18] = [
    "kind",
    "hidden",
    "focus",
    "intervals",
    "scale",
    "zoom",
    "at",
    "facets",
    "axes",
    "show",
    METHOD,
    "title",
    "note",
    "source",
    "mark",
    "index",
    FROM,
    TOP,
];

/// Whether all codes of a long dimension are told apart: the name that came with version 6.
const TOP: &str = "top";

/// The country that lines of a map go out from: the name that came with version 5.
const FROM: &str = "from";

/// Those that came with version 4: words of a reader's own, and the year that others are set against.
const OF_VERSION_4: [&str; 5] = ["title", "note", "source", "mark", "index"];

/// The set of tasks, which stands in the path. Its pages have no dimensions, so their names need no
/// version of their own.
const SET: &str = "set";

/// How intervals are formed: the name that came with version 3.
const METHOD: &str = "method";

/// The version that a name came with.
fn since(name: &str) -> u32 {
    match name {
        METHOD => OF_METHOD,
        TOP => VERSION,
        FROM => OF_FROM,
        name if OF_VERSION_4.contains(&name) => OF_WORDS,
        _ => OF_SHOWN,
    }
}

/// The options of a view that are not the default, by name.
fn shown(options: &Options) -> Vec<(&'static str, String)> {
    let list = |codes: &[String]| {
        let escaped: Vec<String> = codes.iter().map(|code| escape(code)).collect();
        (!codes.is_empty()).then(|| escaped.join(","))
    };
    let flag = |is: bool, value: &str| is.then(|| value.to_owned());
    let words = |text: &str| (!text.is_empty() && !options.by_page).then(|| escape(text));
    let zoom = options.zoom.as_ref();
    let values = [
        options.chart.map(|chart| chart.name().to_owned()),
        list(&options.hidden),
        list(&options.focus),
        options.intervals.name(),
        flag(options.log, "log"),
        zoom.map(|(from, to)| format!("{},{}", escape(from), escape(to))),
        options.at.as_deref().map(escape),
        options.facets.as_deref().map(escape),
        flag(options.free_axes, "free"),
        flag(options.counts, "counts"),
        options.method.map(|method| method.name().to_owned()),
        words(&options.title),
        words(&options.note),
        words(&options.source),
        (!options.marks.is_empty()).then(|| {
            let marks = options.marks.iter();
            let marks = marks.map(|(at, label)| format!("{}:{}", escape(at), escape(label)));
            marks.collect::<Vec<_>>().join(",")
        }),
        options.index.as_deref().map(escape),
        options.from.as_deref().map(escape),
        flag(options.all, "all"),
    ];
    let pairs = SHOWN.into_iter().zip(values);
    pairs
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// Takes over an option; what is not understood keeps its default.
fn show(options: &mut Options, name: &str, value: &str) {
    let list = || -> Vec<String> {
        let codes = value.split(',').filter(|code| !code.is_empty());
        codes.map(unescape).collect()
    };
    let text = || Some(unescape(value)).filter(|text| !text.is_empty());
    match name {
        "kind" => options.chart = Chart::from_name(value),
        "hidden" => options.hidden = list(),
        "focus" => options.focus = list(),
        "intervals" => options.intervals = Intervals::from_name(value),
        "scale" => options.log = value == "log",
        "zoom" => {
            let ends = value.split_once(',');
            options.zoom = ends.map(|(from, to)| (unescape(from), unescape(to)));
        }
        "at" => options.at = text(),
        "facets" => options.facets = text(),
        "axes" => options.free_axes = value == "free",
        "show" => options.counts = value == "counts",
        METHOD => options.method = IntervalMethod::from_name(value),
        "title" => options.title = Options::tidied(&unescape(value)),
        "note" => options.note = Options::tidied(&unescape(value)),
        "source" => options.source = Options::tidied(&unescape(value)),
        "index" => options.index = text(),
        FROM => options.from = text(),
        TOP => options.all = value == "all",
        "mark" => {
            let marks = value.split(',').filter_map(|mark| mark.split_once(':'));
            let marks = marks.map(|(at, label)| (unescape(at), Options::tidied(&unescape(label))));
            options.marks = Options::fewer(marks.collect());
        }
        _ => {}
    }
}

/// Writes a state as a hash, `#` included.
pub fn write(state: &State) -> String {
    written(state, state.lang != Lang::default())
}

/// Writes a state as a hash for somebody else, who reads what is shared in the language it was shared in.
pub fn shared(state: &State) -> String {
    written(state, true)
}

fn written(state: &State, names_lang: bool) -> String {
    let mut path = format!("#/{}", state.page.slug());
    match state.page {
        Page::Report {
            figure: Some(number),
        } => path += &format!("/{number}"),
        Page::Embed {
            figure: Some(number),
        } => path += &format!("/fig{number}"),
        Page::Embed { figure: None } => path += "/explore",
        Page::EmbedAnalysis => path += "/analysis",
        Page::Present | Page::Worksheet | Page::Class if !state.lesson(SET).is_empty() => {
            path += &format!("/{}", escape(state.lesson(SET)));
        }
        _ => {}
    }
    let options = &state.view.options;
    let version = match state.page.shows_view() {
        true if options.all => VERSION,
        true if options.from.is_some() => OF_FROM,
        true if (options.has_words() && !options.by_page) || options.index.is_some() => OF_WORDS,
        true if options.method.is_some() => OF_METHOD,
        _ => OF_SHOWN,
    };
    let mut pairs: Vec<(&str, String)> = vec![("v", version.to_string())];
    if names_lang {
        pairs.push(("lang", state.lang.tag().to_owned()));
    }
    if !state.dataset.is_empty() {
        pairs.push(("data", escape(&state.dataset)));
    }
    let view = &state.view;
    if state.page.shows_view() {
        pairs.push(("measure", escape(&view.measure)));
        pairs.push(("by", escape(&view.by)));
        pairs.push(("split", escape(&view.split)));
        if view.rebased {
            pairs.push(("base", "rebased".to_owned()));
        }
        if let Some(exposure) = view.denominator {
            pairs.push(("denominator", exposure.name().to_owned()));
        }
        pairs.extend(shown(&view.options));
    }
    if state.page == Page::Calculator {
        let calculation = &state.calculation;
        pairs.push(("kind", calculation.kind.name().to_owned()));
        for (name, _) in calculation.kind.inputs() {
            pairs.push((name, escape(calculation.input(name))));
        }
        if !calculation.level.is_empty() {
            pairs.push(("level", escape(&calculation.level)));
        }
    }
    let mut query: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let choices = match state.page {
        page if page.shows_analysis() => Some(&state.analysis),
        Page::Check => Some(&state.claim),
        _ => None,
    };
    if let Some(choices) = choices {
        for (name, value) in choices {
            query.push(format!("{}={}", escape(name), escape(value)));
        }
    }
    if state.page.is_lesson() && state.page != Page::Tasks {
        let in_path = |name: &str| name == SET && state.page != Page::Task;
        for (name, value) in state.lesson.iter().filter(|(name, _)| !in_path(name)) {
            query.push(format!("{}={}", escape(name), escape(value)));
        }
    }
    if state.page.shows_view() {
        for filter in &view.filters {
            // A dimension of the visitor's own may have a name that means something else here.
            let dimension = filter.dimension.as_str();
            let own = RESERVED.contains(&dimension)
                || SHOWN.contains(&dimension)
                || dimension.starts_with("where-");
            let name = if own { "where-" } else { "" };
            query.push(format!(
                "{name}{}={}",
                escape(&filter.dimension),
                codes(&filter.codes)
            ));
        }
    }
    format!("{path}?{}", query.join("&"))
}

/// An address of more bytes says nothing but its page: one of ours has some hundred, with a task of the classroom some
/// thousand.
const LONGEST: usize = 16 * 1024;

/// With so many codes in all, ranges written out, or with more filters, a view is not taken over: each code
/// is looked for in the data, which takes time that a stranger's link must not have.
const MOST_CODES: usize = 5_000;
const MOST_FILTERS: usize = 50;

/// With ranges that overlap a short address writes out far more codes than it has.
const MOST_EXPANDED: usize = 10 * MOST_CODES;

/// Reads a hash. What it does not say is taken from the defaults, except the language and the data
/// set, which stay as they are.
pub fn read(hash: &str, before: &State) -> State {
    let hash = hash.trim_start_matches('#');
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
    // What nobody can have written by hand or got from the page asks for nothing.
    let is_too_long = hash.len() > LONGEST;
    let query = if is_too_long { "" } else { query };
    let parts = path.trim_matches('/').split('/');
    let mut parts = parts.take(if is_too_long { 1 } else { 2 });
    let figure = |part: Option<&str>| part.and_then(|part| part.parse().ok());
    let page = match parts.next() {
        Some("explore") => Page::Explore,
        Some("analysis") => Page::Analysis,
        Some("check") => Page::Check,
        Some("calculator") => Page::Calculator,
        Some("audit") => Page::Audit,
        Some("beyond") => Page::Beyond,
        Some("data") => Page::Data,
        Some("recipes") => Page::Recipes,
        Some("tasks") => Page::Tasks,
        Some("task") => Page::Task,
        Some("present") => Page::Present,
        Some("worksheet") => Page::Worksheet,
        Some("class") => Page::Class,
        Some("about") => Page::About,
        Some("embed") => match parts.next() {
            Some("analysis") => Page::EmbedAnalysis,
            part => Page::Embed {
                figure: figure(part.and_then(|part| part.strip_prefix("fig"))),
            },
        },
        Some("report") => Page::Report {
            figure: figure(parts.next()),
        },
        _ => Page::Overview,
    };
    let mut state = State {
        page,
        ..before.clone()
    };
    if page.shows_view() && !query.is_empty() {
        state.view = View::default();
    }
    if page.shows_analysis() && !query.is_empty() {
        state.analysis.clear();
    }
    if page == Page::Check && !query.is_empty() {
        state.claim.clear();
    }
    if page.is_lesson() && page != Page::Tasks {
        let set = parts.next().map(|set| (SET.to_owned(), unescape(set)));
        state.lesson = set.into_iter().collect();
    }
    if page == Page::Calculator && !query.is_empty() {
        state.calculation = Calculation::default();
    }
    // An address without a version is one that somebody has typed, in the newest form.
    let version = query.split('&').find_map(|pair| pair.strip_prefix("v="));
    let version: u32 = version
        .and_then(|text| text.parse().ok())
        .unwrap_or(VERSION);
    let (mut left, mut expanded) = (MOST_CODES, 0_usize);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let text = || unescape(value);
        match name {
            "kind" if page == Page::Calculator => {
                state.calculation.kind = Kind::from_name(value).unwrap_or_default();
            }
            "level" if page == Page::Calculator => state.calculation.level = text(),
            input if page == Page::Calculator && !matches!(input, "v" | "lang" | "data") => {
                state.calculation = state.calculation.with(input, &text());
            }
            choice if page.shows_analysis() && !matches!(choice, "v" | "lang" | "data") => {
                state.analysis.push((unescape(choice), text()));
            }
            choice if page == Page::Check && !matches!(choice, "v" | "lang" | "data") => {
                state.claim.push((unescape(choice), text()));
            }
            choice if page.is_lesson() && !matches!(choice, "v" | "lang" | "data") => {
                state.lesson.push((unescape(choice), text()));
            }
            "v" => {}
            "lang" => state.lang = Lang::from_tag(value).unwrap_or(state.lang),
            "data" => state.dataset = text(),
            "measure" => state.view.measure = text(),
            "by" => state.view.by = text(),
            "split" => state.view.split = text(),
            "base" => state.view.rebased = value == "rebased",
            "denominator" => state.view.denominator = Exposure::from_name(value),
            option if SHOWN.contains(&option) && version >= since(option) => {
                show(&mut state.view.options, option, value);
            }
            dimension => {
                let dimension = unescape(dimension.strip_prefix("where-").unwrap_or(dimension));
                let mut known = BTreeSet::new();
                let mut once = BTreeSet::new();
                let texts = value.split(',').map(unescape);
                let texts: Vec<String> = texts
                    .filter(|text| !text.is_empty() && once.insert(text.clone()))
                    .collect();
                let written_out = texts.iter().map(|text| count_range(text));
                expanded = written_out.fold(expanded, usize::saturating_add);
                if expanded > MOST_EXPANDED {
                    state.view = View::default();
                    break;
                }
                let codes = texts.iter().flat_map(|text| expand_range(text));
                let codes: Vec<String> = codes.filter(|code| known.insert(code.clone())).collect();
                left = left.saturating_sub(codes.len());
                let filter = Filter { dimension, codes };
                if !filter.codes.is_empty() && !state.view.filters.contains(&filter) {
                    state.view.filters.push(filter);
                }
                if left == 0 || state.view.filters.len() > MOST_FILTERS {
                    state.view = View::default();
                    break;
                }
            }
        }
    }
    state
}

/// Whether an address says which data set it is of.
pub fn names_dataset(hash: &str) -> bool {
    let query = hash.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|pair| pair.starts_with("data="))
}

/// Whether an address says what is asked.
pub fn asks(hash: &str) -> bool {
    let query = hash.split_once('?').map_or("", |(_, query)| query);
    let mut pairs = query.split('&');
    pairs.any(|pair| matches!(pair.split('=').next(), Some("measure" | "by" | "split")))
}

/// Whether an address that asks something leaves out the measure, the axis or the split, which then are the usual
/// ones.
///
/// ```
/// assert!(state::address::leaves_out("#/explore?measure=rate&by=year"));
/// assert!(!state::address::leaves_out("#/explore?measure=rate&by=year&split=sex"));
/// ```
pub fn leaves_out(hash: &str) -> bool {
    let query = hash.split_once('?').map_or("", |(_, query)| query);
    let says = |name: &str| {
        query
            .split('&')
            .any(|pair| pair.split('=').next() == Some(name))
    };
    !["measure", "by", "split"].into_iter().all(says)
}

/// Codes with commas; three or more consecutive whole numbers as a range.
fn codes(codes: &[String]) -> String {
    // Only what a range is read back as: numbers as they are written, and no more than are written out.
    let number = |code: &String| {
        let number: i32 = code.parse().ok()?;
        (number.to_string() == *code).then_some(i64::from(number))
    };
    let numbers: Option<Vec<i64>> = codes.iter().map(number).collect();
    if let Some(numbers) = numbers
        && let [first, _, .., last] = numbers.as_slice()
        && numbers.len() <= LONGEST_RANGE
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    {
        return format!("{first}..{last}");
    }
    let escaped: Vec<String> = codes.iter().map(|code| escape(code)).collect();
    escaped.join(",")
}

/// Percent-encodes everything that has a meaning in an address.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_lesson_is_in_the_address() {
        let state = State::default().taught(
            Page::Present,
            &[("set", "start"), ("step", "3"), ("id", "")],
        );
        let written = write(&state);
        assert_eq!(written, "#/present/start?v=2&step=3");
        assert_eq!(read(&written, &State::default()), state);
        let task = State::default().taught(Page::Task, &[("t", "a-b_c"), ("depth", "visitor")]);
        assert_eq!(write(&task), "#/task?v=2&t=a-b_c&depth=visitor");
        assert_eq!(read(&write(&task), &state), task);
    }

    #[test]
    fn addresses_are_short_and_readable() {
        let state = State {
            page: Page::Explore,
            dataset: "teaching".to_owned(),
            view: View::default()
                .select("year", (2000..=2019).map(|year| year.to_string()).collect())
                .select(
                    "group",
                    vec!["majority".to_owned(), "immigrated_age_0_9".to_owned()],
                ),
            ..State::default()
        };
        assert_eq!(
            write(&state),
            "#/explore?v=2&data=teaching&measure=rate&by=year&split=group\
             &year=2000..2019&group=majority,immigrated_age_0_9"
        );
    }

    #[test]
    fn a_link_asks_for_each_code_once_and_never_for_very_many() {
        let of = |query: &str| read(&format!("#/explore?{query}"), &State::default()).view;
        let years = ["0..999"; 1000].join(",");
        let once = of("year=0..999");
        assert_eq!(once.filters[0].codes.len(), 1000);
        assert_eq!(of(&format!("year={years}")), once);
        let twice = of("group=a,b,a&group=a,b");
        assert_eq!(twice.filters.len(), 1);
        assert_eq!(twice.filters[0].codes, ["a", "b"]);
        let several: Vec<String> = (0..9).map(|at| format!("d{at}=0..999")).collect();
        assert_eq!(of(&several.join("&")), View::default());
        let filters: Vec<String> = (0..60).map(|at| format!("d{at}=a")).collect();
        assert_eq!(of(&filters.join("&")), View::default());
        assert_eq!(
            of(&format!("year={}", "2020,".repeat(10_000))),
            View::default()
        );
        let overlapping: Vec<String> = (0..60).map(|at| format!("{at}..999")).collect();
        assert_eq!(
            of(&format!("year={}", overlapping.join(","))),
            View::default()
        );
    }

    #[test]
    fn a_range_of_ends_as_far_apart_as_numbers_go_is_a_code_like_any() {
        for range in ["-9..2147483647", "-2147483648..2147483647"] {
            let state = read(&format!("#/explore?x={range}"), &State::default());
            assert_eq!(state.view.filters, [Filter::new("x", [range])]);
        }
    }

    #[test]
    fn codes_that_are_no_plain_numbers_are_never_written_as_a_range() {
        let long: Vec<String> = (0..1_200).map(|at| at.to_string()).collect();
        let most = i64::MAX - 2;
        let last: Vec<String> = (most..=i64::MAX).map(|at| at.to_string()).collect();
        let places = ["0301", "0302", "0303"].map(str::to_owned).to_vec();
        for codes in [places, long, last] {
            let state = State {
                page: Page::Explore,
                view: View::default().select("region", codes.clone()),
                ..State::default()
            };
            let again = read(&write(&state), &State::default());
            assert_eq!(again.view.filters, [Filter::new("region", codes)]);
        }
    }

    #[test]
    fn an_address_that_nobody_can_have_written_says_nothing_but_its_page() {
        let long = "a".repeat(20_000);
        let state = read(&format!("#/present/{long}?lang=en"), &State::default());
        assert_eq!(state.page, Page::Present);
        assert!(state.lesson.is_empty());
        assert_eq!(state.lang, State::default().lang);
        let state = read(&format!("#/{long}/x?lang=en"), &State::default());
        assert_eq!(state, State::default());
    }

    #[test]
    fn the_language_is_read_by_its_tag() {
        let in_english = State {
            lang: Lang::En,
            ..State::default()
        };
        let cases = [
            ("nn", Lang::Nn),
            ("nb", Lang::Nb),
            ("no", Lang::Nb),
            ("en", Lang::En),
            ("se", Lang::En),
        ];
        for (tag, lang) in cases {
            let address = format!("#/about?lang={tag}");
            assert_eq!(read(&address, &in_english).lang, lang, "{tag}");
        }
        let in_nynorsk = State {
            lang: Lang::Nn,
            page: Page::About,
            ..State::default()
        };
        assert!(write(&in_nynorsk).contains("lang=nn"));
    }

    #[test]
    fn odd_addresses_are_read_as_far_as_they_go() {
        let cases = [
            ("", Page::Overview),
            ("#/", Page::Overview),
            ("#/?lang=nn", Page::Overview),
            ("#/report", Page::Report { figure: None }),
            ("#/report/7", Page::Report { figure: Some(7) }),
            ("#/report/x?v=9&new=1", Page::Report { figure: None }),
            ("#/nowhere", Page::Overview),
            ("#/about", Page::About),
            ("#/tasks", Page::Tasks),
            ("#/present/start?step=2", Page::Present),
            ("#/embed/fig5", Page::Embed { figure: Some(5) }),
            ("#/embed/explore?by=age", Page::Embed { figure: None }),
        ];
        for (hash, page) in cases {
            assert_eq!(read(hash, &State::default()).page, page, "{hash}");
        }
    }

    #[test]
    fn a_shared_address_names_its_language() {
        for lang in Lang::ALL {
            let state = State {
                lang,
                page: Page::Explore,
                ..State::default()
            };
            let address = shared(&state);
            let tag = format!("lang={}", lang.tag());
            assert!(address.contains(&tag), "{address}");
            for before in Lang::ALL {
                let before = State {
                    lang: before,
                    ..State::default()
                };
                assert_eq!(read(&address, &before), state, "{address}");
            }
        }
        assert!(!write(&State::default()).contains("lang="));
    }

    #[test]
    fn an_analysis_survives_its_address() {
        let choice = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let state = State {
            page: Page::Analysis,
            analysis: vec![
                choice("kind", "unknown"),
                choice("q", "25"),
                choice("å", "a&b"),
            ],
            ..State::default()
        };
        let address = write(&state);
        assert!(
            address.starts_with("#/analysis?v=2&kind=unknown&q=25"),
            "{address}"
        );
        assert_eq!(read(&address, &State::default()), state);
        let embedded = State {
            page: Page::EmbedAnalysis,
            ..state
        };
        let address = write(&embedded);
        assert!(
            address.starts_with("#/embed/analysis?v=2&kind=unknown&q=25"),
            "{address}"
        );
        assert_eq!(read(&address, &State::default()), embedded);
    }

    #[test]
    fn how_an_answer_is_shown_is_short_and_readable() {
        let state = State {
            page: Page::Explore,
            view: View {
                options: Options {
                    chart: Some(Chart::Heat),
                    hidden: vec!["majority".to_owned()],
                    intervals: Intervals::Level(99),
                    zoom: Some(("2005".to_owned(), "2015".to_owned())),
                    log: true,
                    ..Options::default()
                },
                ..View::default()
            },
            ..State::default()
        };
        let address = write(&state);
        assert_eq!(
            address,
            "#/explore?v=2&measure=rate&by=year&split=group&kind=heat&hidden=majority\
             &intervals=99&scale=log&zoom=2005,2015"
        );
        assert_eq!(read(&address, &State::default()), state);
    }

    #[test]
    fn an_interval_method_makes_an_address_of_version_3() {
        let options = Options {
            method: IntervalMethod::from_name("midp"),
            ..Options::default()
        };
        let state = State {
            page: Page::Explore,
            view: View {
                options,
                ..View::default()
            },
            ..State::default()
        };
        let address = write(&state);
        assert_eq!(
            address,
            "#/explore?v=3&measure=rate&by=year&split=group&method=midp"
        );
        assert_eq!(read(&address, &State::default()), state);
        let old = address.replace("v=3", "v=2");
        let old = read(&old, &State::default()).view;
        assert_eq!(old.options, Options::default());
        assert_eq!(old.filters, [Filter::new("method", ["midp"])]);
    }

    #[test]
    fn words_of_a_reader_make_an_address_of_version_4() {
        let options = Options {
            title: "Færre drar, sier vi".to_owned(),
            note: "50 % = halvparten".to_owned(),
            marks: vec![("2008".to_owned(), "krise: ny, stor".to_owned())],
            index: Some("2005".to_owned()),
            ..Options::default()
        };
        let state = State {
            page: Page::Explore,
            view: View {
                options,
                ..View::default()
            },
            ..State::default()
        };
        let address = write(&state);
        assert!(address.starts_with("#/explore?v=4&"), "{address}");
        assert_eq!(read(&address, &State::default()), state);
        let old = address.replace("v=4", "v=3");
        let old = read(&old, &State::default()).view;
        assert_eq!(old.options, Options::default());
        let long = format!("#/explore?title={}", "a".repeat(2000));
        let long = read(&long, &State::default()).view.options.title;
        assert_eq!(long.len(), 300);
        // Words that the page has put to a figure are no part of an address.
        let mut of_page = state.clone();
        of_page.view.options.by_page = true;
        of_page.view.options.marks.clear();
        of_page.view.options.index = None;
        assert!(write(&of_page).starts_with("#/explore?v=2&"));
    }

    #[test]
    fn lines_of_a_map_make_an_address_of_version_5() {
        let mut state = State {
            page: Page::Explore,
            ..State::default()
        };
        state.view.by = "destination".to_owned();
        state.view.options.from = Some("no".to_owned());
        let address = write(&state);
        assert!(address.starts_with("#/explore?v=5&"), "{address}");
        assert!(address.ends_with("&from=no"), "{address}");
        assert_eq!(read(&address, &State::default()), state);
        let old = read(&address.replace("v=5", "v=4"), &State::default()).view;
        assert_eq!(old.options.from, None);
        assert_eq!(old.filters, [Filter::new("from", ["no"])]);
    }

    #[test]
    fn a_claim_survives_its_address() {
        let choice = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let state = State {
            page: Page::Check,
            claim: vec![
                choice("form", "bound"),
                choice("value", "2,5"),
                choice("year", "2010"),
            ],
            ..State::default()
        };
        let address = write(&state);
        assert_eq!(address, "#/check?v=2&form=bound&value=2%2C5&year=2010");
        assert_eq!(read(&address, &State::default()), state);
    }

    #[test]
    fn names_of_version_2_are_dimensions_in_an_address_of_version_1() {
        let read = |address: &str| read(address, &State::default()).view;
        let old = read("#/explore?v=1&measure=rate&by=year&kind=heat&scale=log");
        assert_eq!(old.options, Options::default());
        let named: Vec<&str> = old
            .filters
            .iter()
            .map(|filter| filter.dimension.as_str())
            .collect();
        assert_eq!(named, ["kind", "scale"]);
        for address in [
            "#/explore?v=2&measure=rate&by=year&kind=heat",
            "#/explore?measure=rate&by=year&kind=heat",
        ] {
            assert_eq!(read(address).options.chart, Some(Chart::Heat));
        }
        let odd = read("#/explore?v=2&kind=cake&intervals=12&zoom=x&scale=&at=");
        assert_eq!(odd.options, Options::default());
    }

    fn any_dimension() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zæøå_ ,&=%.#]{1,8}",
            prop::sample::select(SHOWN.to_vec()).prop_map(str::to_owned),
            prop::sample::select(RESERVED.to_vec()).prop_map(str::to_owned),
            Just("where-kind".to_owned()),
        ]
    }

    fn any_options() -> impl Strategy<Value = Options> {
        let code = || "[a-zæ ,&=%#.]{1,6}";
        let codes = || prop::collection::vec(code(), 0..3);
        (
            prop::option::of(prop::sample::select(Chart::ALL.to_vec())),
            codes(),
            codes(),
            prop::sample::select(vec!["", "none", "90", "95", "99"]),
            any::<(bool, bool, bool)>(),
            prop::option::of((code(), code())),
            (prop::option::of(code()), prop::option::of(code())),
            prop::option::of(prop::sample::select(vec![
                "garwood",
                "midp",
                "byar",
                "wilson",
                "clopper_pearson",
                "goodman",
                "none",
            ])),
        )
            .prop_map(
                |(
                    chart,
                    hidden,
                    focus,
                    level,
                    (log, free_axes, counts),
                    zoom,
                    (at, facets),
                    method,
                )| {
                    Options {
                        chart,
                        hidden,
                        focus,
                        intervals: Intervals::from_name(level),
                        method: method.and_then(IntervalMethod::from_name),
                        log,
                        zoom,
                        at,
                        facets,
                        free_axes,
                        counts,
                        ..Options::default()
                    }
                },
            )
    }

    fn any_view() -> impl Strategy<Value = View> {
        let name = || "[a-zæøå_ ,&=%.#]{1,8}";
        let codes = prop::collection::btree_set("[a-zæ ,&=%#]{1,6}", 1..4);
        let filter = (name(), codes.prop_map(Vec::from_iter));
        (
            name(),
            name(),
            name(),
            prop::collection::btree_map(any_dimension(), filter, 0..3),
            any::<bool>(),
            any_options(),
        )
            .prop_map(|(measure, by, split, filters, rebased, options)| View {
                options,
                measure,
                by,
                split,
                filters: filters
                    .into_iter()
                    .map(|(dimension, (_, codes))| Filter { dimension, codes })
                    .collect(),
                rebased,
                denominator: rebased.then_some(Exposure::MidYear),
            })
    }

    proptest! {
        #[test]
        fn every_state_survives_its_address(
            view in any_view(),
            dataset in "[a-zø &?=]{0,9}",
            lang in prop::sample::select(Lang::ALL.to_vec()),
        ) {
            for page in [Page::Explore, Page::Embed { figure: None }] {
                let view = view.clone();
                let state = State { lang, page, dataset: dataset.clone(), view, ..State::default() };
                prop_assert_eq!(read(&write(&state), &State::default()), state);
            }
        }
    }
}
