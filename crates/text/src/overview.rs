//! The overview of a data set in words: a question for each thing that the data tell, and the sentence
//! that answers it.

use super::findings::Part;
use super::phrases::{one_of, phrases, words};
use super::places::{self, Place};
use super::sentences::{self, OfYear, Subject};
use super::{Lang, case, enumerate, terms};

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
        nb: "Hvor er utvandringsraten høyest?",
        nn: "Kor er utvandringsraten høgast?",
        en: "Where is the emigration rate highest?",
    }
    /// The same where what is counted has a name of the data set's own.
    asks_own_places {
        nb: "Hvor er tallene høyest?",
        nn: "Kor er tala høgast?",
        en: "Where are the figures highest?",
    }
    /// How that has changed.
    asks_own_trend {
        nb: "Hvordan har tallene endret seg?",
        nn: "Korleis har tala endra seg?",
        en: "How have the figures changed?",
    }
    /// The question of data that have people only.
    asks_people {
        nb: "Hvordan har folkemengden endret seg?",
        nn: "Korleis har folkemengda endra seg?",
        en: "How has the population changed?",
    }
    /// The same by group.
    asks_largest_group {
        nb: "Hvem er det flest av?",
        nn: "Kven er det flest av?",
        en: "Which group is largest?",
    }
    /// The same by place.
    asks_where {
        nb: "Hvor er folkemengden størst?",
        nn: "Kor er folkemengda størst?",
        en: "Where is the population largest?",
    }
    /// The question of a topic.
    asks_age {
        nb: "Når i livet flytter folk ut?",
        nn: "Når i livet flyttar folk ut?",
        en: "At what age do people leave?",
    }
    /// The question of a topic.
    asks_sex {
        nb: "Er det kvinner eller menn som oftere flytter ut?",
        nn: "Er det kvinner eller menn som oftare flyttar ut?",
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
        nb: "Hvor har antallet økt mest?",
        nn: "Kor har talet auka mest?",
        en: "Where has the number grown most?",
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
            (Lang::Nb, true) => " og uten merket brudd mellom årene",
            (Lang::Nn, true) => " og utan merkt brot mellom åra",
            (Lang::En, true) => " and no flagged break between the years",
            (Lang::Nb, false) => " uten merket brudd i tidsserien",
            (Lang::Nn, false) => " utan merkt brot i tidsserien",
            (Lang::En, false) => " with no flagged break in the series",
        };
    }
    said
}

/// "in 18 countries with figures in all years ...": where a number is, that is a sum over units.
pub fn within_units(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("i {units}"),
        Lang::En => format!("in {units}"),
    }
}

phrases! {
    /// What is asked of how numbers have grown, at places.
    asks_growth_where(events) {
        nb: "Hvor har antallet {events} økt mest?",
        nn: "Kor har talet på {events} auka mest?",
        en: "Where has the number of {events} grown most?",
    }
    /// The same of people.
    asks_growth_who(events) {
        nb: "Blant hvem har antallet {events} økt mest?",
        nn: "Blant kven har talet på {events} auka mest?",
        en: "Among whom has the number of {events} grown most?",
    }
    /// A choice; `{all}` is "countries", or "the countries" in Norwegian.
    only_balanced(all) {
        nb: "Vis bare {all} som har tall i alle år og ingen brudd",
        nn: "Vis berre {all} som har tal i alle år og ingen brot",
        en: "Show only {all} with figures in all years and no break",
    }
    /// A choice.
    with_all(all) { nb: "Ta med alle {all}", nn: "Ta med alle {all}", en: "Include all {all}" }
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
    /// Why some years are left out: the others are cut off by breaks, in the years `starts`.
    unbroken_years(years, starts) {
        nb: "Bare {years} er med, fordi det er brudd i tidsserien i {starts}.",
        nn: "Berre {years} er med, fordi det er brot i tidsserien i {starts}.",
        en: "Only {years} are included, because there is a break in the series in {starts}.",
    }
    /// What is in a sum, of a ranking of which only the first are shown.
    the_others(events, rest) {
        nb: "De andre har {rest} {events} til sammen.",
        nn: "Dei andre har {rest} {events} til saman.",
        en: "The others have {rest} {events} together.",
    }
    /// The same beside those of whom it is not known.
    the_others_and_unknown(events, rest, unknown, dimension) {
        nb: "De andre har {rest} {events} til sammen, og {unknown} har ukjent {dimension}.",
        nn: "Dei andre har {rest} {events} til saman, og {unknown} har ukjent {dimension}.",
        en: "The others have {rest} {events} together, and {unknown} have an unknown {dimension}.",
    }
    /// A sum over the codes of a dimension that is not the number of another table; `more` is "126 higher".
    other_total(all, more, total) {
        nb: "Summen over {all} er {more} enn det samlede tallet, {total}, som står i en annen tabell.",
        nn: "Summen over {all} er {more} enn det samla talet, {total}, som står i ein annan tabell.",
        en: "The sum over {all} is {more} than the overall number, {total}, which stands in another table.",
    }
    /// Why it is not told where people go; `{all}` is "the countries" in Norwegian and "countries" in English.
    destinations_apart(all) {
        nb: "Hvor de drar, er ikke summert, for {all} har ikke tall for de samme tilflyttingslandene.",
        nn: "Kor dei dreg, er ikkje summert, for {all} har ikkje tal for dei same tilflyttingslanda.",
        en: "Where they go is not summed up, since {all} do not have figures for the same destinations.",
    }
    /// How many of a kind, when their names would be too many.
    so_many(count, noun) { nb: "{count} {noun}", nn: "{count} {noun}", en: "{count} {noun}" }
    /// Of a year.
    key_in(year) { nb: "i {year}", nn: "i {year}", en: "in {year}" }
    /// The same in several units: more than those of a sentence that compares years.
    key_in_units(units, year) {
        nb: "i alle {units} med tall i {year}",
        nn: "i alle {units} med tal i {year}",
        en: "in all {units} with figures in {year}",
    }
    /// Below a number: emigrations of a year.
    key_events(events, when) {
        nb: "{events} {when}",
        nn: "{events} {when}",
        en: "{events} {when}",
    }
    /// Below a number: the rate of a year; `when` is "in 2019", or "in 32 countries in 2019".
    key_rate(rate, when) {
        nb: "{rate} {when}",
        nn: "{rate} {when}",
        en: "{rate} {when}",
    }
    /// Below a number: the population of a year.
    key_population(when) {
        nb: "middelfolkemengde {when}",
        nn: "middelfolkemengd {when}",
        en: "mid-year population {when}",
    }
    /// Below the years that the data have.
    key_years() { nb: "år som vises her", nn: "år som er viste her", en: "years shown here" }
    /// Emigrations of data without years.
    key_all(events) { nb: "{events} i alt", nn: "{events} i alt", en: "{events} in all" }
}

/// That a figure shows the first of a ranking: of "150 citizenships" with emigrations or, of rates, with enough of
/// them.
pub fn shows_largest(
    lang: Lang,
    events: &str,
    (shown, of): (&str, &str),
    is_number: bool,
) -> String {
    match (lang, is_number) {
        (Lang::Nb, true) => format!("Figuren viser de {shown} største av {of} med {events}."),
        (Lang::Nn, true) => format!("Figuren viser dei {shown} største av {of} med {events}."),
        (Lang::En, true) => {
            format!("The figure shows the {shown} largest of {of} with {events}.")
        }
        (Lang::Nb, false) => {
            format!(
                "Figuren viser de {shown} med høyest rate, av {}.",
                large_enough(lang, of, events)
            )
        }
        (Lang::Nn, false) => {
            format!(
                "Figuren viser dei {shown} med høgast rate, av {}.",
                large_enough(lang, of, events)
            )
        }
        (Lang::En, false) => {
            let of = large_enough(lang, of, events);
            format!("The figure shows the {shown} with the highest rates, of {of}.")
        }
    }
}

/// "13 municipalities large enough for ten emigrations to be expected".
fn large_enough(lang: Lang, of: &str, events: &str) -> String {
    match lang {
        Lang::Nb => format!("{of} som er store nok til at ti {events} var å vente"),
        Lang::Nn => format!("{of} som er store nok til at ti {events} var å vente"),
        Lang::En => format!("{of} large enough for ten {events} to be expected"),
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
fn rate_was(lang: Lang, rate: &Subject, years: &str) -> String {
    sentences::opening(lang, rate, &sentences::in_year(lang, "rate", years))
}

/// The places with the highest and the lowest rate; `of` is how many places were compared, where it is not
/// all of them.
pub fn rate_extremes(
    lang: Lang,
    (rate, events): (&Subject, &str),
    years: &str,
    (top, bottom): (&Part, &Part),
    of: &str,
) -> String {
    let was = rate_was(lang, rate, years);
    let (high, low, and) = match lang {
        Lang::Nb => ("høyest", "lavest", "og"),
        Lang::Nn => ("høgast", "lågast", "og"),
        Lang::En => ("highest", "lowest", "and"),
    };
    let of = match (lang, of) {
        (_, "") => String::new(),
        (Lang::Nb | Lang::Nn, of) => format!(", av {}", large_enough(lang, of, events)),
        (Lang::En, of) => format!(", of {}", large_enough(lang, of, events)),
    };
    format!(
        "{was} {high} {} ({}) {and} {low} {} ({}){of}.",
        top.place, top.value, bottom.place, bottom.value
    )
}

/// Two places: the rate was higher in the one than in the other.
pub fn rate_higher(
    lang: Lang,
    rate: &Subject,
    years: &str,
    (higher, lower): (&Part, &Part),
) -> String {
    let was = rate_was(lang, rate, years);
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

/// A place with its value: "in Norway (8,798)".
pub fn with_value(place: Place, value: &str) -> Place {
    Place {
        name: format!("{} ({value})", place.name),
        ..place
    }
}

/// The places with most emigrations, each with its number.
pub fn most_in(lang: Lang, events: &str, years: &str, parts: &[Place]) -> String {
    let parts = places::list(lang, parts);
    match (lang, years.is_empty()) {
        (Lang::Nb, false) => format!("I {years} var det flest {events} {parts}."),
        (Lang::Nn, false) => format!("I {years} var det flest {events} {parts}."),
        (Lang::En, false) => {
            format!("In {years} the numbers of {events} were largest {parts}.")
        }
        (Lang::Nb, true) => format!("Det er flest {events} {parts}."),
        (Lang::Nn, true) => format!("Det er flest {events} {parts}."),
        (Lang::En, true) => format!("The numbers of {events} are largest {parts}."),
    }
}

/// The commonest destinations, each with its number.
pub fn destinations(lang: Lang, years: &str, parts: &[Place]) -> String {
    let names = parts.iter().map(|place| place.name.clone());
    let parts = enumerate(lang, &names.collect::<Vec<_>>());
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
pub fn to_origin(lang: Lang, years: &str, top: &Part, bottom: &Part) -> String {
    let share = one_of!(
        lang,
        nb: "andelen som dro til eget eller foreldrenes opprinnelsesland,",
        nn: "delen som drog til landet dei sjølve eller foreldra kom frå,",
        en: "the share that went to their own or their parents’ country of origin"
    );
    share_extremes(lang, ("destination_share", share), years, (top, bottom), "")
}

/// Where the share back after five years was largest and smallest; `of` is how many places have one, where it
/// is not all of them.
pub fn back(lang: Lang, years: &str, ends: (&Part, &Part), of: &str) -> String {
    let share = one_of!(
        lang,
        nb: "andelen som var tilbake etter fem år,",
        nn: "delen som var tilbake etter fem år,",
        en: "the share back after five years"
    );
    let of = match (lang, of) {
        (_, "") => String::new(),
        (Lang::Nb, of) => format!(", av {of} med tall"),
        (Lang::Nn, of) => format!(", av {of} med tal"),
        (Lang::En, of) => format!(", of {of} with figures"),
    };
    share_extremes(lang, ("return_share", share), years, ends, &of)
}

/// Where a share was largest and smallest.
fn share_extremes(
    lang: Lang,
    (measure, share): (&str, &str),
    years: &str,
    (top, bottom): (&Part, &Part),
    of: &str,
) -> String {
    let subject = Subject {
        name: share.to_owned(),
        is_past: true,
        ..sentences::subject(lang, measure, None, "")
    };
    let was = sentences::opening(lang, &subject, &sentences::in_year(lang, measure, years));
    let ([high, low], and) = (subject.ends, one_of!(lang, nb: "og", nn: "og", en: "and"));
    format!(
        "{was} {high} {} ({}) {and} {low} {} ({}){of}.",
        top.place, top.value, bottom.place, bottom.value
    )
}

/// The share back after five years, of everyone who left in some years.
pub fn back_of_all(lang: Lang, years: &str, value: &str) -> String {
    let of = match (lang, years) {
        (_, "") => String::new(),
        (Lang::Nb | Lang::Nn, years) => format!(" i {years}"),
        (Lang::En, years) => format!(" in {years}"),
    };
    match lang {
        Lang::Nb => {
            format!("Av utvandringene{of} var {value} fulgt av en tilbakeflytting etter fem år.")
        }
        Lang::Nn => {
            format!("Av utvandringane{of} var {value} følgde av ei tilbakeflytting etter fem år.")
        }
        Lang::En => format!(
            "Of the emigrations{of}, {value} had been followed by a return after five years."
        ),
    }
}

/// The years with most and fewest emigrations.
pub fn most_and_fewest(
    lang: Lang,
    events: &str,
    units: Option<&str>,
    years: &str,
    (most, fewest): (&OfYear, &OfYear),
) -> String {
    let (y1, v1, y2, v2) = (&most.year, &most.value, &fewest.year, &fewest.value);
    let start = match (lang, units) {
        (Lang::Nb | Lang::Nn, None) => format!("I {years} var det"),
        (Lang::Nb, Some(units)) => format!("I {units} var det samlet"),
        (Lang::Nn, Some(units)) => format!("I {units} var det samla"),
        (Lang::En, None) => format!("In {years} the number of {events} was highest"),
        (Lang::En, Some(units)) => {
            format!("In {units}, the overall number of {events} was highest")
        }
    };
    match lang {
        Lang::Nb => format!("{start} flest {events} i {y1} ({v1}) og færrest i {y2} ({v2})."),
        Lang::Nn => format!("{start} flest {events} i {y1} ({v1}) og færrast i {y2} ({v2})."),
        Lang::En => format!("{start} in {y1} ({v1}) and lowest in {y2} ({v2})."),
    }
}

/// Where the number has grown most, of everything or of some units.
pub fn growth(
    lang: Lang,
    events: &str,
    units: Option<&str>,
    (first, last): (&str, &str),
    place: &str,
    (from, to): (&str, &str),
) -> String {
    match (lang, units) {
        (Lang::Nb, None) => format!(
            "Fra {first} til {last} økte antallet {events} mest {place} (fra {from} til {to})."
        ),
        (Lang::Nn, None) => format!(
            "Frå {first} til {last} auka talet på {events} mest {place} (frå {from} til {to})."
        ),
        (Lang::En, None) => format!(
            "From {first} to {last} the number of {events} grew most {place} (from {from} to {to})."
        ),
        (Lang::Nb, Some(units)) => format!(
            "Av {units} økte antallet {events} fra {first} til {last} mest {place} (fra {from} til {to})."
        ),
        (Lang::Nn, Some(units)) => format!(
            "Av {units} auka talet på {events} frå {first} til {last} mest {place} (frå {from} til {to})."
        ),
        (Lang::En, Some(units)) => format!(
            "Of {units}, the number of {events} grew most from {first} to {last} {place} (from {from} to {to})."
        ),
    }
}

/// What is counted, within a sentence: "emigrations", or what a data set calls them.
pub fn events(lang: Lang, own: Option<&str>) -> String {
    case::within(own.unwrap_or(terms::emigrations(lang)))
}

/// A code of a dimension as a phrase of place.
pub fn place(lang: Lang, dimension: &str, code: &str, label: &str) -> String {
    places::place(lang, dimension, code, label).said()
}

/// A label as it stands within a sentence: names of places keep their capital.
pub fn within(dimension: &str, label: &str) -> String {
    match dimension {
        "sex" | "gender" => case::within(label),
        _ => super::claims::mid_sentence(label),
    }
}
