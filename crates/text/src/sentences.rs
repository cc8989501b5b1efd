//! Whole sentences on numbers: which is highest and lowest, what has changed, where one lies above another.
//! Overview, figures and analyses say what they show by these.

use super::phrases::one_of;
use super::places::{self, Place};
use super::{Lang, case, enumerate};

/// What is measured, as it stands in a sentence, with the words that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// "the emigration rate". In Norwegian a comma ends a name that has a clause of its own.
    pub name: String,
    /// "it".
    pub it: &'static str,
    /// "highest" and "lowest".
    pub ends: [&'static str; 2],
    /// "higher".
    pub higher: &'static str,
    /// Whether the year of a number is the one in which those it is of have left.
    pub of_leavers: bool,
    /// Whether it is told of as what has been.
    pub is_past: bool,
}

/// A measure in a sentence; `own` is what the data set calls it, `of_what` what it is of: "among women".
pub fn subject(lang: Lang, measure: &str, own: Option<&str>, of_what: &str) -> Subject {
    let own = own.map(case::within);
    let is_number = matches!(
        measure,
        "emigrations" | "persons" | "person_years" | "returned_5y"
    );
    let is_share = matches!(
        measure,
        "destination_share" | "return_share" | "return_curve"
    );
    let name = match (own, measure) {
        (Some(own), "emigrations" | "persons" | "person_years") if !tells_number(&own) => one_of!(
            lang,
            nb: format!("antallet {own}"),
            nn: format!("talet på {own}"),
            en: format!("the number of {own}")
        ),
        // A rate is told of as one that is known.
        (Some(own), "rate") if own.ends_with("rate") && !own.starts_with("the ") => {
            one_of!(lang, nb: format!("{own}n"), nn: format!("{own}n"), en: format!("the {own}"))
        }
        (Some(own), _) => own,
        (None, _) => named(lang, measure).to_owned(),
    };
    // A clause of its own ends in a comma, which stands after all that it is of.
    let clause = name.ends_with(',');
    let mut name = name.trim_end_matches(',').to_owned();
    if !of_what.is_empty() {
        name = format!("{name} {of_what}");
    }
    if clause {
        name.push(',');
    }
    let is_large = is_share || measure == "population";
    let [it_nb, it_nn] = match measure {
        _ if is_number => ["det", "det"],
        "population" => ["den", "ho"],
        _ => ["den", "han"],
    };
    Subject {
        name,
        it: one_of!(lang, nb: it_nb, nn: it_nn, en: "it"),
        ends: match is_large {
            true => one_of!(
                lang,
                nb: ["størst", "minst"],
                nn: ["størst", "minst"],
                en: ["largest", "smallest"]
            ),
            false => one_of!(
                lang,
                nb: ["høyest", "lavest"],
                nn: ["høgast", "lågast"],
                en: ["highest", "lowest"]
            ),
        },
        higher: match is_large {
            true => one_of!(lang, nb: "større", nn: "større", en: "larger"),
            false => one_of!(lang, nb: "høyere", nn: "høgare", en: "higher"),
        },
        of_leavers: is_of_leavers(measure),
        is_past: false,
    }
}

/// Whether the years of a measure are those in which people left, who may be back later.
fn is_of_leavers(measure: &str) -> bool {
    matches!(measure, "return_share" | "returned_5y" | "return_curve")
}

/// Whether a name says already that it is a number of something.
fn tells_number(name: &str) -> bool {
    ["antall", "talet", "tal ", "tallet", "number", "sum"]
        .iter()
        .any(|word| name.starts_with(word))
}

fn named(lang: Lang, measure: &str) -> &'static str {
    match measure {
        "rate" => one_of!(
            lang,
            nb: "utvandringsraten",
            nn: "utvandringsraten",
            en: "the emigration rate"
        ),
        "emigrations" => one_of!(
            lang,
            nb: "antallet utvandringer",
            nn: "talet på utvandringar",
            en: "the number of emigrations"
        ),
        "persons" => one_of!(
            lang,
            nb: "antallet personer",
            nn: "talet på personar",
            en: "the number of people"
        ),
        "person_years" => one_of!(
            lang,
            nb: "antallet personår",
            nn: "talet på personår",
            en: "the number of person-years"
        ),
        "population" => one_of!(
            lang,
            nb: "middelfolkemengden",
            nn: "middelfolkemengda",
            en: "the mid-year population"
        ),
        "return_share" => one_of!(
            lang,
            nb: "andelen som var tilbake etter fem år,",
            nn: "delen som var tilbake etter fem år,",
            en: "the share that was back after five years"
        ),
        "returned_5y" => one_of!(
            lang,
            nb: "antallet som var tilbake etter fem år,",
            nn: "talet på dei som var tilbake etter fem år,",
            en: "the number of those back after five years"
        ),
        "return_curve" => one_of!(
            lang,
            nb: "andelen som var tilbake,",
            nn: "delen som var tilbake,",
            en: "the share that was back"
        ),
        "destination_share" => one_of!(
            lang,
            nb: "andelen av utvandringene",
            nn: "delen av utvandringane",
            en: "the share of the emigrations"
        ),
        _ => one_of!(lang, nb: "tallet", nn: "talet", en: "the number"),
    }
}

/// What values in per cent of another year are, after the name of what is measured.
pub fn against(lang: Lang, year: &str) -> String {
    match lang {
        Lang::Nb => format!("målt i prosent av nivået i {year}"),
        Lang::Nn => format!("målt i prosent av nivået i {year}"),
        Lang::En => format!("as a percentage of the level in {year}"),
    }
}

/// "in 2019"; of those who may come back, the year in which they left.
pub fn in_year(lang: Lang, measure: &str, year: &str) -> String {
    match is_of_leavers(measure) {
        _ if year.is_empty() => String::new(),
        true => format!("{},", of_year(lang, true, year)),
        false => of_year(lang, false, year),
    }
}

/// The same within a sentence.
fn of_year(lang: Lang, of_leavers: bool, year: &str) -> String {
    match (lang, of_leavers) {
        (Lang::Nb, true) => format!("blant dem som flyttet ut i {year}"),
        (Lang::Nn, true) => format!("blant dei som flytta ut i {year}"),
        (Lang::En, true) => format!("among those who left in {year}"),
        (Lang::Nb | Lang::Nn, false) => format!("i {year}"),
        (Lang::En, false) => format!("in {year}"),
    }
}

/// "In 2022 the emigration rate was"; without a year "The emigration rate is".
pub fn opening(lang: Lang, subject: &Subject, when: &str) -> String {
    let name = &subject.name;
    let was = match subject.is_past {
        true => one_of!(lang, nb: "var", nn: "var", en: "was"),
        false => one_of!(lang, nb: "er", nn: "er", en: "is"),
    };
    match (lang, when) {
        (_, "") => format!("{} {was}", case::capital_first(name)),
        (Lang::Nb | Lang::Nn, when) => format!("{} var {name}", case::capital_first(when)),
        (Lang::En, when) => format!("{} {name} was", case::capital_first(when)),
    }
}

/// The highest or the lowest of some numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// The number as the reader sees it.
    pub value: String,
    /// Where it stands, as phrases of place; empty when they are too many to be named.
    pub names: Vec<String>,
    /// How many have it.
    pub shared: usize,
    /// Among how many.
    pub of: usize,
}

/// The highest and the lowest of some numbers, each by its place or by how many share it.
pub fn extremes(
    lang: Lang,
    subject: &Subject,
    when: &str,
    dimension: &str,
    (highest, lowest): (&Extreme, &Extreme),
) -> String {
    let opening = opening(lang, subject, when);
    if highest.shared == highest.of {
        let all = places::in_all(lang, dimension, highest.of, str::to_owned);
        return format!("{opening} {} {all}.", highest.value);
    }
    // Of two, one is the higher.
    if let (2, [high], [low]) = (
        highest.of,
        highest.names.as_slice(),
        lowest.names.as_slice(),
    ) {
        let (more, than) = (
            subject.higher,
            one_of!(lang, nb: "enn", nn: "enn", en: "than"),
        );
        return format!(
            "{opening} {more} {high} ({}) {than} {low} ({}).",
            highest.value, lowest.value
        );
    }
    let at = |extreme: &Extreme| match extreme.names.as_slice() {
        [] => {
            let [part, all] = [extreme.shared, extreme.of];
            let [part, all] = [part, all].map(|count| super::number::integer(count as f64, lang));
            places::in_some(
                lang,
                dimension,
                &super::explain::so_many_of(lang, &part, &all),
            )
        }
        names => enumerate(lang, names),
    };
    let [high, low] = subject.ends;
    let and = one_of!(lang, nb: "og", nn: "og", en: "and");
    format!(
        "{opening} {high} {} ({}) {and} {low} {} ({}).",
        at(highest),
        highest.value,
        at(lowest),
        lowest.value
    )
}

/// "higher" or "lower", of a number.
pub fn higher_or_lower(lang: Lang, is_higher: bool) -> &'static str {
    match is_higher {
        true => one_of!(lang, nb: "høyere", nn: "høgare", en: "higher"),
        false => one_of!(lang, nb: "lavere", nn: "lågare", en: "lower"),
    }
}

/// A sentence that holds of some only: "..., of the 18 countries shown".
pub fn limited(sentence: &str, of: &str) -> String {
    match of {
        "" => sentence.to_owned(),
        of => format!("{}, {of}.", sentence.trim_end_matches('.')),
    }
}

/// A lone number, with its place or none.
pub fn single(lang: Lang, subject: &Subject, when: &str, value: &str, place: &str) -> String {
    let said = format!("{} {value} {place}", opening(lang, subject, when));
    format!("{}.", said.trim_end())
}

/// A value with the year it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfYear {
    /// The year.
    pub year: String,
    /// The value as it is read.
    pub value: String,
}

/// Where the greatest of the values stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peak {
    /// There are no others than the first and the last.
    Untold,
    /// In the last year.
    Last,
    /// In the first year.
    First,
    /// In a year between.
    Between(OfYear),
}

impl Peak {
    /// The peak of the values of some years, in order. One that reads as both ends do is none to a reader.
    pub fn of(points: &[(f64, OfYear)]) -> Peak {
        let (Some((low, first)), Some((high, last))) = (points.first(), points.last()) else {
            return Peak::Untold;
        };
        let mut found = (low, first);
        for (value, of_year) in points {
            // Of years with the same number the last one is the peak.
            if value >= found.0 {
                found = (value, of_year);
            }
        }
        let (top, of_year) = found;
        let is_read_as = |one: &OfYear, two: &OfYear| {
            super::marks::plain(&one.value) == super::marks::plain(&two.value)
        };
        match is_read_as(first, last) {
            _ if points.len() == 2 => Peak::Untold,
            true if is_read_as(of_year, last) => Peak::Untold,
            _ if top == high => Peak::Last,
            _ if top == low => Peak::First,
            _ => Peak::Between(of_year.clone()),
        }
    }
}

/// Gives the peak of some years, and both ends, more decimals where it lies above the higher end and is read as it.
pub fn tell_apart(lang: Lang, points: &mut [(f64, OfYear)]) {
    let [(first, one), .., (last, two)] = &*points else {
        return;
    };
    let (higher, is_last) = if last > first {
        (*last, true)
    } else {
        (*first, false)
    };
    let top = points.iter().enumerate().rev();
    let Some((at, _)) = top.max_by(|one, two| one.1.0.total_cmp(&two.1.0)) else {
        return;
    };
    let read = |of: &OfYear| super::marks::plain(&of.value);
    let end = if is_last { two } else { one };
    let is_unclear = points[at].0 > higher && read(&points[at].1) == read(end);
    if !is_unclear || read(one) == read(two) {
        return;
    }
    let (low, high) = (0, points.len() - 1);
    let (end, other) = if is_last { (high, low) } else { (low, high) };
    let of = [at, end, other];
    let told = of.map(|place| (points[place].0, points[place].1.value.as_str()));
    for (place, text) in of.into_iter().zip(super::number::held(lang, &told)) {
        points[place].1.value = text;
    }
}

/// From the first year to the last, and the highest of all; `within` is "in 18 countries", where the number is a sum
/// over them. `rises` is whether the last number is the higher.
pub fn trend(
    lang: Lang,
    subject: &Subject,
    within: Option<&str>,
    (first, last): (&OfYear, &OfYear),
    rises: bool,
    peak: &Peak,
) -> String {
    let (v1, v2) = (&first.value, &last.value);
    let [y1, y2] = [first, last].map(|end| of_year(lang, subject.of_leavers, &end.year));
    let Subject { name, it, ends, .. } = subject;
    let [highest, _] = ends;
    let is_same = super::marks::plain(v1) == super::marks::plain(v2);
    let verb = match (is_same, rises) {
        (true, _) => one_of!(lang, nb: "var", nn: "var", en: "was"),
        (false, true) => one_of!(lang, nb: "økte", nn: "auka", en: "rose"),
        (false, false) => one_of!(lang, nb: "gikk ned", nn: "gjekk ned", en: "fell"),
    };
    let begin = match (lang, within) {
        (_, None) => format!("{} {verb}", case::capital_first(name)),
        (Lang::En, Some(within)) => {
            let within = case::capital_first(within);
            match name.strip_prefix("the ") {
                Some(rest) => format!("{within}, the overall {rest} {verb}"),
                None => format!("{within}, {name} overall {verb}"),
            }
        }
        (lang, Some(within)) => {
            let (begin, rest) = verb.split_once(' ').unwrap_or((verb, ""));
            let together = one_of!(lang, nb: "samlet", nn: "samla", en: "");
            let said = format!(
                "{} {begin} {name} {together} {rest}",
                case::capital_first(within)
            );
            said.trim_end().to_owned()
        }
    };
    let highest_then = match lang {
        _ if *peak != Peak::First => String::new(),
        Lang::Nb => format!(", da {it} var {highest},"),
        Lang::Nn => format!(", då {it} var {highest},"),
        Lang::En => format!(", when {it} was {highest},"),
    };
    let moved = match lang {
        Lang::Nb if is_same => format!("{begin} {v1} {y1} og om lag det samme {y2}."),
        Lang::Nn if is_same => format!("{begin} {v1} {y1} og om lag det same {y2}."),
        Lang::En if is_same => format!("{begin} {v1} {y1} and about the same {y2}."),
        Lang::Nb => format!("{begin} fra {v1} {y1}{highest_then} til {v2} {y2}."),
        Lang::Nn => format!("{begin} frå {v1} {y1}{highest_then} til {v2} {y2}."),
        Lang::En => format!("{begin} from {v1} {y1}{highest_then} to {v2} {y2}."),
    };
    let top = match (lang, peak) {
        (_, Peak::Untold | Peak::First) => String::new(),
        (Lang::Nb | Lang::Nn, Peak::Last) => {
            format!(" {} var {highest} det siste året.", case::capital_first(it))
        }
        (Lang::En, Peak::Last) => format!(" It was {highest} in the last year."),
        (Lang::Nb | Lang::Nn, Peak::Between(OfYear { year, value })) => {
            let year = of_year(lang, subject.of_leavers, year);
            format!(
                " {} var {it} {year} ({value}).",
                case::capital_first(highest)
            )
        }
        (Lang::En, Peak::Between(OfYear { year, value })) => {
            let year = of_year(lang, subject.of_leavers, year);
            format!(" It was {highest} {year} ({value}).")
        }
    };
    format!("{moved}{top}")
}

/// What goes to a place, where "rose to" and "fell to" would be read otherwise.
pub fn for_moves(lang: Lang) -> &'static str {
    one_of!(lang, nb: "for flyttinger", nn: "for flyttingar", en: "for moves")
}

/// What stands before several kinds of places of those who have gone there: "for" all three kinds of destination.
pub const OF_GONE: &str = "for";

/// Where lines have gone, as phrases of place; nothing where none has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Where they have gone up.
    pub up: String,
    /// Where they have gone down.
    pub down: String,
    /// Where they have stayed.
    pub same: String,
    /// Whether what went down is named, and so is said first.
    pub down_first: bool,
}

/// From when to when lines have moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// From one year to another.
    Between(&'a str, &'a str),
    /// From the first to the last year that each has a number of.
    OfEach,
}

/// Which lines have gone up and down over some years. `what` is the subject's name, or "it" after a sentence on it.
pub fn moved(lang: Lang, what: &str, it: &str, years: Span, moves: &Moves) -> String {
    let Moves {
        up,
        down,
        same,
        down_first,
    } = moves;
    let from = match (lang, years) {
        (Lang::Nb, Span::Between(first, last)) => format!("Fra {first} til {last}"),
        (Lang::Nn, Span::Between(first, last)) => format!("Frå {first} til {last}"),
        (Lang::En, Span::Between(first, last)) => format!("From {first} to {last}"),
        (Lang::Nb, Span::OfEach) => "Fra det første til det siste året med tall".to_owned(),
        (Lang::Nn, Span::OfEach) => "Frå det første til det siste året med tal".to_owned(),
        (Lang::En, Span::OfEach) => "From the first to the last year with figures".to_owned(),
    };
    let [went, rose, fell, and] = one_of!(
        lang,
        nb: ["gikk", "opp", "ned", "og"],
        nn: ["gjekk", "opp", "ned", "og"],
        en: ["", "rose", "fell", "and"]
    );
    let mut ways: Vec<String> = Vec::new();
    let both = match down_first {
        true => [(fell, down), (rose, up)],
        false => [(rose, up), (fell, down)],
    };
    for (way, at) in both {
        if !at.is_empty() {
            ways.push(format!("{way} {at}"));
        }
    }
    let ways = ways.join(&format!(" {and} "));
    let again = if ways.is_empty() { what } else { it };
    let stayed = match lang {
        _ if same.is_empty() => String::new(),
        Lang::Nb => format!("{same} var {again} uendret"),
        Lang::Nn => format!("{same} var {again} uendra"),
        Lang::En => format!("{same} {again} was unchanged"),
    };
    let moved = match lang {
        _ if ways.is_empty() => String::new(),
        Lang::Nb | Lang::Nn => format!("{from} {went} {what} {ways}"),
        Lang::En => format!("{from} {what} {ways}"),
    };
    match (moved.is_empty(), stayed.is_empty()) {
        (false, false) => format!("{moved}; {stayed}."),
        (false, true) => format!("{moved}."),
        (true, false) => format!("{from}: {stayed}."),
        (true, true) => String::new(),
    }
}

/// Where one number lies above another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Where it holds; nothing where there is one case only.
    pub holds: String,
    /// Where it does not, when they are few.
    pub fails: String,
}

/// Of two, the one that lies above the other in most places.
pub fn pairwise(
    lang: Lang,
    subject: &Subject,
    when: &str,
    (higher, lower): (&str, &str),
    Holds { holds, fails }: &Holds,
) -> String {
    let (opening, more) = (opening(lang, subject, when), subject.higher);
    let than = one_of!(lang, nb: "enn", nn: "enn", en: "than");
    let mut said = format!("{opening} {more} {higher} {than} {lower}");
    if !holds.is_empty() {
        said += &format!(" {holds}");
    }
    if !fails.is_empty() {
        let but = one_of!(lang, nb: "men ikke", nn: "men ikkje", en: "but not");
        said += &format!(", {but} {fails}");
    }
    said + "."
}

/// The ages at which numbers are highest: of everyone or of each of a few; a place may be empty.
pub fn peaks(
    lang: Lang,
    subject: &Subject,
    when: &str,
    peaks: &[(String, String, String)],
) -> String {
    if peaks.is_empty() {
        return String::new();
    }
    let at = peaks.iter().map(|(place, age, value)| {
        let place = match place.as_str() {
            "" => String::new(),
            place => format!(" {place}"),
        };
        match lang {
            Lang::Nb | Lang::Nn => format!("ved {age} år{place} ({value})"),
            Lang::En => format!("at age {age}{place} ({value})"),
        }
    });
    let at = enumerate(lang, &at.collect::<Vec<_>>());
    format!("{} {} {at}.", opening(lang, subject, when), subject.ends[0])
}

/// A peak: where it is, at which age, and its height.
pub type PeakAt<'a> = (&'a str, &'a str, &'a str);

/// Peaks of many lines, by the youngest and the oldest age.
pub fn peaks_between(lang: Lang, young: PeakAt, old: PeakAt) -> String {
    let ((young, from, low), (old, to, high)) = (young, old);
    match lang {
        Lang::Nb => format!(
            "Toppen lå tidligst {young}, ved {from} år ({low}), og senest {old}, ved {to} år ({high})."
        ),
        Lang::Nn => format!(
            "Toppen låg tidlegast {young}, ved {from} år ({low}), og seinast {old}, ved {to} år ({high})."
        ),
        Lang::En => format!(
            "The peak was earliest {young}, at age {from} ({low}), and latest {old}, at age {to} ({high})."
        ),
    }
}

/// Where each of some lines ends: "After 10 years the share that was back was 47% among ..., 42% among ..."; of those
/// who left in some years, what it was.
pub fn ends_at(
    lang: Lang,
    subject: &Subject,
    (when, after): (&str, &str),
    ends: &[(String, String)],
) -> String {
    if ends.is_empty() {
        return String::new();
    }
    let listed = ends.iter().map(|(place, value)| match place.as_str() {
        "" => value.clone(),
        place => format!("{value} {place}"),
    });
    let listed = enumerate(lang, &listed.collect::<Vec<_>>());
    let name = &subject.name;
    let (first, alone) = (case::capital_first(after), name.trim_end_matches(','));
    match (lang, when) {
        (Lang::Nb | Lang::Nn, "") => format!("{first} var {name} {listed}."),
        (Lang::En, "") => format!("{first} {name} was {listed}."),
        (Lang::Nb | Lang::Nn, when) => {
            format!(
                "{} var {alone} {after}, {listed}.",
                case::capital_first(when)
            )
        }
        (Lang::En, when) => {
            format!(
                "{} {alone} {after} was {listed}.",
                case::capital_first(when)
            )
        }
    }
}

/// Which part is the largest in how many bars, and where it is at its largest; of some years, what it was.
pub fn largest_part(
    lang: Lang,
    (when, part): (&str, &Place),
    (is_destination, is_past): (bool, bool),
    holds: &str,
    top: Option<(&str, &str)>,
) -> String {
    let is = match is_past {
        true => one_of!(lang, nb: "var", nn: "var", en: "was"),
        false => one_of!(lang, nb: "er", nn: "er", en: "is"),
    };
    let verb = match (is_destination, is_past) {
        (true, true) => one_of!(lang, nb: "gikk", nn: "gjekk", en: "went"),
        (true, false) => one_of!(lang, nb: "går", nn: "går", en: "goes"),
        (false, _) => is,
    };
    let part = part.said();
    let largest = one_of!(
        lang,
        nb: "den største andelen",
        nn: "den største delen",
        en: "the largest share"
    );
    let begin = match lang {
        _ if when.is_empty() => format!("{largest} {verb}"),
        Lang::Nb | Lang::Nn => format!("{when} {verb} {largest}"),
        Lang::En => format!("{when} {largest} {verb}"),
    };
    let begin = case::capital_first(&begin);
    let holds = match holds {
        "" => String::new(),
        holds => format!(" {holds}"),
    };
    let where_most = match (lang, top) {
        (_, None) => String::new(),
        (Lang::Nb, Some((at, value))) => format!(", og den {is} størst {at} ({value})"),
        (Lang::Nn, Some((at, value))) => format!(", og han {is} størst {at} ({value})"),
        (Lang::En, Some((at, value))) => format!(", and it {is} largest {at} ({value})"),
    };
    format!("{begin} {part}{holds}{where_most}.")
}
