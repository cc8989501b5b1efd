//! The overview of a data set in words: a question for each thing that the data tell, and the sentence
//! that answers it.

use super::findings::Part;
use super::phrases::{phrases, words};
use super::{Lang, enumerate, findings};

/// What a part of the overview is about, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How the rate, or the number, has changed.
    Trend,
    /// Who differs from whom.
    Who,
    /// At what age people leave.
    Age,
    /// Women and men.
    Sex,
    /// Where they go.
    Destination,
    /// How many come back.
    Return,
    /// The years with most and fewest emigrations.
    Most,
    /// Where the number has grown most.
    Growth,
}

impl Topic {
    /// The name in addresses and in the document.
    pub fn id(self) -> &'static str {
        match self {
            Topic::Trend => "trend",
            Topic::Who => "who",
            Topic::Age => "age",
            Topic::Sex => "sex",
            Topic::Destination => "destination",
            Topic::Return => "return",
            Topic::Most => "most",
            Topic::Growth => "growth",
        }
    }

    /// The question that the part answers.
    pub fn question(self, lang: Lang) -> &'static str {
        match self {
            Topic::Trend => asks_trend(lang),
            Topic::Who => asks_who(lang),
            Topic::Age => asks_age(lang),
            Topic::Sex => asks_sex(lang),
            Topic::Destination => asks_destination(lang),
            Topic::Return => asks_return(lang),
            Topic::Most => asks_most(lang),
            Topic::Growth => asks_growth(lang),
        }
    }
}

words! {
    /// The question of a topic.
    asks_trend {
        nb: "Hvordan har utvandringen endret seg?",
        nn: "Korleis har utvandringa endra seg?",
        en: "How has emigration changed?",
    }
    /// The question of a topic.
    asks_who {
        nb: "Hvem flytter ut?",
        nn: "Kven flyttar ut?",
        en: "Who leaves?",
    }
    /// The question of data by country or another place.
    asks_places {
        nb: "Hvor er utvandringen størst?",
        nn: "Kor er utvandringa størst?",
        en: "Where is emigration highest?",
    }
    /// The question of a topic.
    asks_age {
        nb: "Når i livet flytter folk ut?",
        nn: "Når i livet flyttar folk ut?",
        en: "At what age do people leave?",
    }
    /// The question of a topic.
    asks_sex {
        nb: "Flytter kvinner eller menn oftest ut?",
        nn: "Flyttar kvinner eller menn oftast ut?",
        en: "Do women or men leave more often?",
    }
    /// The question of a topic.
    asks_destination {
        nb: "Hvor drar de?",
        nn: "Kor dreg dei?",
        en: "Where do they go?",
    }
    /// The question of a topic.
    asks_return {
        nb: "Hvor mange kommer tilbake?",
        nn: "Kor mange kjem tilbake?",
        en: "How many come back?",
    }
    /// The question of a topic.
    asks_most {
        nb: "Når var det flest som flyttet ut?",
        nn: "Når var det flest som flytta ut?",
        en: "When did most people leave?",
    }
    /// The question of a topic.
    asks_growth {
        nb: "Hvilket tall har økt mest?",
        nn: "Kva tal har auka mest?",
        en: "Which number has grown most?",
    }
    /// Heading of the parts.
    questions_title {
        nb: "Spørsmål som tallene svarer på",
        nn: "Spørsmål som tala svarer på",
        en: "Questions that the figures answer",
    }
    /// Where the data set has nothing that an overview could say.
    nothing {
        nb: "Av disse tallene kan det ikke lages noen oversikt. De kan utforskes likevel.",
        nn: "Av desse tala kan det ikkje lagast noka oversikt. Dei kan utforskast likevel.",
        en: "No overview can be made of these figures. They can be explored all the same.",
    }
}

/// What several codes of a dimension are called.
pub fn units(lang: Lang, dimension: &str) -> &'static str {
    let [nb, nn, en] = match dimension {
        "country" => ["land", "land", "countries"],
        "municipality" => ["kommuner", "kommunar", "municipalities"],
        "county" => ["fylker", "fylke", "counties"],
        "region" => ["regioner", "regionar", "regions"],
        "area" => ["områder", "område", "areas"],
        "group" => ["grupper", "grupper", "groups"],
        "citizenship" => ["statsborgerskap", "statsborgarskap", "citizenships"],
        "country_of_birth" => ["fødeland", "fødeland", "countries of birth"],
        "origin" => ["opprinnelsesland", "opphavsland", "countries of origin"],
        "destination" => ["tilflyttingsland", "tilflyttingsland", "destinations"],
        "occupation" => ["yrker", "yrke", "occupations"],
        "industry" => ["næringer", "næringar", "industries"],
        _ => ["kategorier", "kategoriar", "categories"],
    };
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// What stands before the name of a code as a phrase of place: "in" a country, "among" women.
pub fn before(lang: Lang, dimension: &str) -> &'static str {
    let [nb, nn, en] = match dimension {
        "country" | "municipality" | "county" | "region" | "area" | "continent" => ["i", "i", "in"],
        "citizenship" => [
            "blant statsborgere av",
            "blant statsborgarar av",
            "among citizens of",
        ],
        "country_of_birth" => ["blant fødte i", "blant fødde i", "among people born in"],
        "origin" | "country_background" => [
            "blant dem med bakgrunn fra",
            "blant dei med bakgrunn frå",
            "among people with a background from",
        ],
        "sex" | "gender" => ["blant", "blant", "among"],
        "destination" => ["til", "til", "to"],
        _ => ["for", "for", "for"],
    };
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// The units that a number is a sum over, as "18 countries with figures in all years from 2008 to 2019 and no
/// break flagged in the series".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// How many.
    pub count: String,
    /// What they are called.
    pub noun: String,
    /// The first and the last year, where some units were left out that lack one between.
    pub years: Option<(String, String)>,
    /// Whether those with a break were left out.
    pub unbroken: bool,
}

/// The units in words.
pub fn units_phrase(lang: Lang, units: &Units) -> String {
    let Units {
        count,
        noun,
        years,
        unbroken,
    } = units;
    let mut said = format!("{count} {noun}");
    if let Some((first, last)) = years {
        said += &match lang {
            Lang::Nb => format!(" med tall i alle år fra {first} til {last}"),
            Lang::Nn => format!(" med tal i alle år frå {first} til {last}"),
            Lang::En => format!(" with figures in all years from {first} to {last}"),
        };
    }
    if *unbroken {
        said += match (lang, years.is_some()) {
            (Lang::Nb, true) => " og uten merket brudd i tidsserien",
            (Lang::Nn, true) => " og utan merkt brot i tidsserien",
            (Lang::En, true) => " and no flagged break in the series",
            (Lang::Nb, false) => " uten merket brudd i tidsserien",
            (Lang::Nn, false) => " utan merkt brot i tidsserien",
            (Lang::En, false) => " with no flagged break in the series",
        };
    }
    said
}

phrases! {
    /// Units left out of a sum because they lack numbers.
    left_out_gaps(names, first, last) {
        nb: "Uten tall i noen av årene fra {first} til {last}, og derfor ikke med: {names}.",
        nn: "Utan tal i nokre av åra frå {first} til {last}, og derfor ikkje med: {names}.",
        en: "Without figures in some of the years from {first} to {last}, and so left out: {names}.",
    }
    /// Units left out of a sum because of breaks.
    left_out_breaks(names) {
        nb: "Med brudd i tidsserien ifølge kilden, og derfor ikke med: {names}.",
        nn: "Med brot i tidsserien ifølgje kjelda, og derfor ikkje med: {names}.",
        en: "With a break in the series according to the source, and so left out: {names}.",
    }
    /// A figure of the greatest numbers only.
    shows_largest(shown, of, noun) {
        nb: "Figuren viser de {shown} med høyeste tall, av {of} {noun}.",
        nn: "Figuren viser dei {shown} med høgaste tal, av {of} {noun}.",
        en: "The figure shows the {shown} with the highest numbers, of {of} {noun}.",
    }
    /// How many of a kind, when their names would be too many.
    so_many(count, noun) { nb: "{count} {noun}", nn: "{count} {noun}", en: "{count} {noun}" }
    /// Below a number: emigrations of a year.
    key_emigrations(year) {
        nb: "utvandringer i {year}",
        nn: "utvandringar i {year}",
        en: "emigrations in {year}",
    }
    /// The same in several units.
    key_emigrations_in(units, year) {
        nb: "utvandringer i {units} i {year}",
        nn: "utvandringar i {units} i {year}",
        en: "emigrations in {units} in {year}",
    }
    /// Below a number: the rate of a year.
    key_rate(year) {
        nb: "utvandringsrate i {year}",
        nn: "utvandringsrate i {year}",
        en: "emigration rate in {year}",
    }
    /// Below a number: the population of a year.
    key_population(year) {
        nb: "middelfolkemengde i {year}",
        nn: "middelfolkemengd i {year}",
        en: "mid-year population in {year}",
    }
    /// Below the years that the data have.
    key_years() { nb: "år med tall", nn: "år med tal", en: "years with figures" }
    /// Emigrations of data without years.
    key_all() { nb: "utvandringer i alt", nn: "utvandringar i alt", en: "emigrations in all" }
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
    /// In the last year.
    Last,
    /// In the first year.
    First,
    /// In a year between.
    Between(OfYear),
}

/// What a change over the years is a change of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changing {
    /// The emigration rate.
    Rate,
    /// The number of emigrations.
    Number,
}

/// The last year against the first, and the highest between: of everyone, or in some units; `among` is
/// " for people aged 18–35", or empty.
pub fn trend(
    lang: Lang,
    changing: Changing,
    units: Option<&str>,
    among: &str,
    (first, last): (&OfYear, &OfYear),
    peak: &Peak,
) -> String {
    let (y1, v1, y2, v2) = (&first.year, &first.value, &last.year, &last.value);
    let (what, it, highest) = match (lang, changing) {
        (Lang::Nb, Changing::Rate) => ("utvandringsraten", "den", "den høyeste"),
        (Lang::Nn, Changing::Rate) => ("utvandringsraten", "han", "den høgaste"),
        (Lang::En, Changing::Rate) => ("the emigration rate", "it", "the highest"),
        (Lang::Nb, Changing::Number) => ("antallet utvandringer", "det", "det høyeste"),
        (Lang::Nn, Changing::Number) => ("talet på utvandringar", "det", "det høgaste"),
        (Lang::En, Changing::Number) => ("the number of emigrations", "it", "the highest"),
    };
    let now = match (lang, units) {
        (Lang::Nb | Lang::Nn, None) => format!("I {y2} var {what}{among} {v2}"),
        (Lang::Nb, Some(units)) => format!("I {units} var {what}{among} samlet {v2} i {y2}"),
        (Lang::Nn, Some(units)) => format!("I {units} var {what}{among} samla {v2} i {y2}"),
        (Lang::En, None) => format!("In {y2} {what}{among} was {v2}"),
        (Lang::En, Some(units)) => format!("In {units}, {what}{among} was {v2} overall in {y2}"),
    };
    match (lang, peak) {
        (Lang::Nb, Peak::Last) => {
            format!("{now}, {highest} av alle år med tall. I {y1} var {it} {v1}.")
        }
        (Lang::Nn, Peak::Last) => {
            format!("{now}, {highest} av alle år med tal. I {y1} var {it} {v1}.")
        }
        (Lang::En, Peak::Last) => {
            format!("{now}, {highest} of all years with figures. In {y1} {it} was {v1}.")
        }
        (Lang::Nb, Peak::First) => {
            format!("{now}, ned fra {v1} i {y1}, da {it} var på sitt høyeste.")
        }
        (Lang::Nn, Peak::First) => {
            format!("{now}, ned frå {v1} i {y1}, då {it} var på sitt høgaste.")
        }
        (Lang::En, Peak::First) => {
            format!("{now}, down from {v1} in {y1}, when {it} was at its highest.")
        }
        (Lang::Nb, Peak::Between(OfYear { year, value })) => {
            format!("{now}, mot {v1} i {y1}. Høyest var {it} i {year} ({value}).")
        }
        (Lang::Nn, Peak::Between(OfYear { year, value })) => {
            format!("{now}, mot {v1} i {y1}. Høgast var {it} i {year} ({value}).")
        }
        (Lang::En, Peak::Between(OfYear { year, value })) => {
            format!("{now}, against {v1} in {y1}. It was highest in {year} ({value}).")
        }
    }
}

/// "for people aged 18–35", with a space before it; nothing where the ages are not known.
pub fn aged(lang: Lang, ages: &str) -> String {
    match lang {
        _ if ages.is_empty() => String::new(),
        Lang::Nb => format!(" for personer i alderen {ages} år"),
        Lang::Nn => format!(" for personar i alderen {ages} år"),
        Lang::En => format!(" for people aged {ages}"),
    }
}

/// "In 2022 the emigration rate was", or without years "The emigration rate is".
fn rate_was(lang: Lang, years: &str) -> String {
    match (lang, years.is_empty()) {
        (Lang::Nb | Lang::Nn, false) => format!("I {years} var utvandringsraten"),
        (Lang::En, false) => format!("In {years} the emigration rate was"),
        (Lang::Nb | Lang::Nn, true) => "Utvandringsraten er".to_owned(),
        (Lang::En, true) => "The emigration rate is".to_owned(),
    }
}

/// The places with the highest and the lowest rate; `of` is how many places were compared, where it is not
/// all of them.
pub fn rate_extremes(lang: Lang, years: &str, (top, bottom): (&Part, &Part), of: &str) -> String {
    let was = rate_was(lang, years);
    let (high, low, and) = match lang {
        Lang::Nb => ("høyest", "lavest", "og"),
        Lang::Nn => ("høgast", "lågast", "og"),
        Lang::En => ("highest", "lowest", "and"),
    };
    let of = match (lang, of) {
        (_, "") => String::new(),
        (Lang::Nb, of) => format!(", av {of} med minst ti utvandringer"),
        (Lang::Nn, of) => format!(", av {of} med minst ti utvandringar"),
        (Lang::En, of) => format!(", of {of} with at least ten emigrations"),
    };
    format!(
        "{was} {high} {} ({}) {and} {low} {} ({}){of}.",
        top.place, top.value, bottom.place, bottom.value
    )
}

/// Two places: the rate was higher in the one than in the other.
pub fn rate_higher(lang: Lang, years: &str, higher: &Part, lower: &Part) -> String {
    let was = rate_was(lang, years);
    let (more, than) = match lang {
        Lang::Nb => ("høyere", "enn"),
        Lang::Nn => ("høgare", "enn"),
        Lang::En => ("higher", "than"),
    };
    format!(
        "{was} {more} {} ({}) {than} {} ({}).",
        higher.place, higher.value, lower.place, lower.value
    )
}

/// Names with their values: "Norway (8,798), Poland (4,000) and Sweden (3,000)".
fn named(lang: Lang, parts: &[Part]) -> String {
    let named = parts
        .iter()
        .map(|part| format!("{} ({})", part.place, part.value));
    enumerate(lang, &named.collect::<Vec<_>>())
}

/// The places with most emigrations; their names follow what stands before all of them.
pub fn most_in(lang: Lang, years: &str, before: &str, parts: &[Part]) -> String {
    let parts = named(lang, parts);
    match (lang, years.is_empty()) {
        (Lang::Nb, false) => format!("I {years} var det flest utvandringer {before} {parts}."),
        (Lang::Nn, false) => format!("I {years} var det flest utvandringar {before} {parts}."),
        (Lang::En, false) => {
            format!("In {years} the numbers of emigrations were largest {before} {parts}.")
        }
        (Lang::Nb, true) => format!("Det er flest utvandringer {before} {parts}."),
        (Lang::Nn, true) => format!("Det er flest utvandringar {before} {parts}."),
        (Lang::En, true) => format!("The numbers of emigrations are largest {before} {parts}."),
    }
}

/// The commonest destinations.
pub fn destinations(lang: Lang, years: &str, parts: &[Part]) -> String {
    let parts = named(lang, parts);
    match (lang, years.is_empty()) {
        (Lang::Nb, false) => format!("I {years} var de vanligste tilflyttingslandene {parts}."),
        (Lang::Nn, false) => format!("I {years} var dei vanlegaste tilflyttingslanda {parts}."),
        (Lang::En, false) => format!("In {years} the commonest destinations were {parts}."),
        (Lang::Nb, true) => format!("De vanligste tilflyttingslandene er {parts}."),
        (Lang::Nn, true) => format!("Dei vanlegaste tilflyttingslanda er {parts}."),
        (Lang::En, true) => format!("The commonest destinations are {parts}."),
    }
}

/// Where the share that went to the country of origin was largest and smallest.
pub fn to_origin(lang: Lang, top: &Part, bottom: &Part) -> String {
    let (p1, v1, p2, v2) = (&top.place, &top.value, &bottom.place, &bottom.value);
    match lang {
        Lang::Nb => format!(
            "Andelen som dro til eget eller foreldrenes opprinnelsesland, var størst {p1} ({v1}) og minst \
             {p2} ({v2})."
        ),
        Lang::Nn => format!(
            "Delen som drog til eige eller foreldra sitt opphavsland, var størst {p1} ({v1}) og minst {p2} \
             ({v2})."
        ),
        Lang::En => format!(
            "The share that went to their own or their parents’ country of origin was largest {p1} ({v1}) \
             and smallest {p2} ({v2})."
        ),
    }
}

/// The ages at which the rate is highest, of everyone or of each of a few; a place may be empty, and a
/// value is "age, rate".
pub fn peak_ages(lang: Lang, years: &str, peaks: &[(String, String, String)]) -> String {
    let was = rate_was(lang, years);
    let at = peaks.iter().map(|(place, age, rate)| {
        let place = match place.as_str() {
            "" => String::new(),
            place => format!(" {place}"),
        };
        match lang {
            Lang::Nb | Lang::Nn => format!("ved {age} år{place} ({rate})"),
            Lang::En => format!("at age {age}{place} ({rate})"),
        }
    });
    let at = enumerate(lang, &at.collect::<Vec<_>>());
    match lang {
        Lang::Nb => format!("{was} høyest {at}."),
        Lang::Nn => format!("{was} høgast {at}."),
        Lang::En => format!("{was} highest {at}."),
    }
}

/// Where the share back after five years was largest and smallest; `of` is how many places have one, where it
/// is not all of them.
pub fn back(lang: Lang, top: &Part, bottom: &Part, of: &str) -> String {
    let of = match (lang, of) {
        (_, "") => String::new(),
        (Lang::Nb, of) => format!(", av {of} med tall"),
        (Lang::Nn, of) => format!(", av {of} med tal"),
        (Lang::En, of) => format!(", of {of} with figures"),
    };
    let (p1, v1, p2, v2) = (&top.place, &top.value, &bottom.place, &bottom.value);
    match lang {
        Lang::Nb => format!(
            "Andelen som var tilbake etter fem år, var størst {p1} ({v1}) og minst {p2} ({v2}){of}."
        ),
        Lang::Nn => format!(
            "Delen som var tilbake etter fem år, var størst {p1} ({v1}) og minst {p2} ({v2}){of}."
        ),
        Lang::En => format!(
            "The share back after five years was largest {p1} ({v1}) and smallest {p2} ({v2}){of}."
        ),
    }
}

phrases! {
    /// The share back after five years, of everyone.
    back_of_all(value) {
        nb: "Etter fem år var {value} av utvandringene fulgt av en tilbakeflytting.",
        nn: "Etter fem år var {value} av utvandringane følgde av ei tilbakeflytting.",
        en: "After five years, {value} of the emigrations had been followed by a return.",
    }
}

/// The years with most and fewest emigrations.
pub fn most_and_fewest(lang: Lang, units: Option<&str>, most: &OfYear, fewest: &OfYear) -> String {
    let (y1, v1, y2, v2) = (&most.year, &most.value, &fewest.year, &fewest.value);
    let start = match (lang, units) {
        (Lang::Nb | Lang::Nn, None) => "Det var".to_owned(),
        (Lang::Nb, Some(units)) => format!("I {units} var det samlet"),
        (Lang::Nn, Some(units)) => format!("I {units} var det samla"),
        (Lang::En, None) => "The number of emigrations was highest".to_owned(),
        (Lang::En, Some(units)) => {
            format!("In {units}, the overall number of emigrations was highest")
        }
    };
    match lang {
        Lang::Nb => format!("{start} flest utvandringer i {y1} ({v1}) og færrest i {y2} ({v2})."),
        Lang::Nn => format!("{start} flest utvandringar i {y1} ({v1}) og færrast i {y2} ({v2})."),
        Lang::En => format!("{start} in {y1} ({v1}) and lowest in {y2} ({v2})."),
    }
}

/// Where the number has grown most, of everything or of some units.
pub fn growth(
    lang: Lang,
    units: Option<&str>,
    (first, last): (&str, &str),
    place: &str,
    (from, to): (&str, &str),
) -> String {
    match (lang, units) {
        (Lang::Nb, None) => format!(
            "Fra {first} til {last} økte antallet utvandringer mest {place} (fra {from} til {to})."
        ),
        (Lang::Nn, None) => format!(
            "Frå {first} til {last} auka talet på utvandringar mest {place} (frå {from} til {to})."
        ),
        (Lang::En, None) => format!(
            "From {first} to {last} the number of emigrations grew most {place} (from {from} to {to})."
        ),
        (Lang::Nb, Some(units)) => format!(
            "Av {units} økte antallet utvandringer fra {first} til {last} mest {place} (fra {from} til {to})."
        ),
        (Lang::Nn, Some(units)) => format!(
            "Av {units} auka talet på utvandringar frå {first} til {last} mest {place} (frå {from} til {to})."
        ),
        (Lang::En, Some(units)) => format!(
            "Of {units}, the number of emigrations grew most from {first} to {last} {place} (from {from} to {to})."
        ),
    }
}

/// A code of a dimension as a phrase of place.
pub fn place(lang: Lang, dimension: &str, code: &str, label: &str) -> String {
    match findings::among_group(lang, code).filter(|_| dimension == "group") {
        Some(words) => words.to_owned(),
        None => {
            let name = with_article(lang, dimension, within(dimension, label));
            format!("{} {name}", before(lang, dimension))
        }
    }
}

/// A label as it stands within a sentence: names of places keep their capital.
pub fn within(dimension: &str, label: &str) -> String {
    match dimension {
        "sex" | "gender" => super::case::within(label),
        _ => super::claims::mid_sentence(label),
    }
}

/// The name of a country after a preposition: in English some have an article.
pub fn with_article(lang: Lang, dimension: &str, name: String) -> String {
    const COUNTRIES: [&str; 6] = [
        "country",
        "citizenship",
        "country_of_birth",
        "country_background",
        "origin",
        "destination",
    ];
    const FIRST: [&str; 10] = [
        "United ",
        "Netherlands",
        "Philippines",
        "Isle of ",
        "Dominican ",
        "Czech ",
        "Gambia",
        "Bahamas",
        "Maldives",
        "Seychelles",
    ];
    let has = lang == Lang::En
        && COUNTRIES.contains(&dimension)
        && (FIRST.iter().any(|first| name.starts_with(first))
            || name.ends_with("Islands")
            || name.contains("Republic of "));
    match has {
        true => format!("the {name}"),
        false => name,
    }
}
