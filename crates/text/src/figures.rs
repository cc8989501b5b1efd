//! Titles of figures and panels, and the sentences that say what a figure shows.

use super::phrases::{one_of, phrases, words};
use super::{Lang, case, enumerate};

/// The title of a figure of the report.
pub fn title(lang: Lang, number: u8) -> &'static str {
    let titles = match lang {
        Lang::Nb => &TITLES_NB,
        Lang::Nn => &TITLES_NN,
        Lang::En => &TITLES_EN,
    };
    titles
        .get(usize::from(number).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

static TITLES_NB: [&str; 18] = [
    "Utvandringer per år",
    "Unge voksne bosatt i Norge",
    "Utvandringsraten over tid",
    "Utvandringsraten etter alder",
    "Hvor utvandrerne drar",
    "Tilbake i Norge etter fem år",
    "Utvandring og utdanning",
    "Tilflyttingsland og utdanning",
    "Tilbakeflytting og utdanning",
    "Tilbakeflytting etter tilflyttingsland og utdanning",
    "Etterkommeres utvandring etter opprinnelsesland",
    "Etterkommeres utvandringer etter opprinnelsesland og periode",
    "Etterkommeres utvandringsrate etter opprinnelsesland og periode",
    "Hvor etterkommere drar, etter opprinnelsesland",
    "Etterkommeres utvandring etter opprinnelsesland og utdanning",
    "Hvor etterkommere drar, etter opprinnelsesland og utdanning",
    "Etterkommere tilbake etter fem år, etter opprinnelsesland",
    "Tilflyttingsland for alle utvandrere",
];

static TITLES_NN: [&str; 18] = [
    "Utvandringar per år",
    "Unge vaksne busette i Noreg",
    "Utvandringsraten over tid",
    "Utvandringsraten etter alder",
    "Kor utvandrarane dreg",
    "Tilbake i Noreg etter fem år",
    "Utvandring og utdanning",
    "Tilflyttingsland og utdanning",
    "Tilbakeflytting og utdanning",
    "Tilbakeflytting etter tilflyttingsland og utdanning",
    "Utvandring blant etterkomarar etter opphavsland",
    "Utvandringar blant etterkomarar etter opphavsland og periode",
    "Utvandringsraten blant etterkomarar etter opphavsland og periode",
    "Kor etterkomarar dreg, etter opphavsland",
    "Utvandring blant etterkomarar etter opphavsland og utdanning",
    "Kor etterkomarar dreg, etter opphavsland og utdanning",
    "Etterkomarar tilbake etter fem år, etter opphavsland",
    "Tilflyttingsland for alle utvandrarar",
];

static TITLES_EN: [&str; 18] = [
    "Emigrations per year",
    "Young adults living in Norway",
    "The emigration rate over time",
    "The emigration rate by age",
    "Where emigrants go",
    "Back in Norway after five years",
    "Emigration and education",
    "Destination and education",
    "Return and education",
    "Return by destination and education",
    "Descendants’ emigration by country of origin",
    "Descendants’ emigrations by country of origin and period",
    "Descendants’ emigration rate by country of origin and period",
    "Where descendants go, by country of origin",
    "Descendants’ emigration by country of origin and education",
    "Where descendants go, by country of origin and education",
    "Descendants back after five years, by country of origin",
    "Destinations of all emigrants",
];

/// What tells a panel from its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelTitle {
    /// A figure with one panel.
    #[default]
    None,
    /// All five groups.
    AllGroups,
    /// The three groups with fewest emigrations.
    ThreeSmallest,
    /// Every group but those who immigrated aged ten or more.
    WithoutImmigratedLater,
    /// Every destination.
    AllDestinations,
    /// Without own or parents' origin and unknown.
    KnownNewDestinations,
    /// All destinations together.
    Derived,
    /// By own or parents' origin or another country.
    ByDestinationKind,
    /// Counts.
    Number,
    /// Rates.
    Rate,
    /// Returned, counted.
    NumberBack,
    /// Returned, as a share.
    ShareBack,
    /// Those who went to the country of origin.
    WentToOrigin,
    /// Those who went to another country.
    WentElsewhere,
    /// By education.
    ByEducation,
    /// Every destination; without higher education.
    AllNoHigher,
    /// Every destination; with a bachelor degree or more.
    AllBachelor,
    /// Known new destinations; without higher education.
    KnownNoHigher,
    /// Known new destinations; with a bachelor degree or more.
    KnownBachelor,
}

/// The words of a panel title.
pub fn panel_title(lang: Lang, title: PanelTitle) -> &'static str {
    use PanelTitle as T;
    match (lang, title) {
        (_, T::None) => "",
        (Lang::Nb | Lang::Nn, T::AllGroups) => "Alle fem gruppene",
        (Lang::En, T::AllGroups) => "All five groups",
        (Lang::Nb, T::ThreeSmallest) => "De tre minste gruppene",
        (Lang::Nn, T::ThreeSmallest) => "Dei tre minste gruppene",
        (Lang::En, T::ThreeSmallest) => "The three smallest groups",
        (Lang::Nb, T::WithoutImmigratedLater) => "Uten dem som innvandret som 10 år eller eldre",
        (Lang::Nn, T::WithoutImmigratedLater) => "Utan dei som innvandra som 10 år eller eldre",
        (Lang::En, T::WithoutImmigratedLater) => "Without those who immigrated aged 10 or more",
        (Lang::Nb, T::AllDestinations) => "Alle utvandringer",
        (Lang::Nn, T::AllDestinations) => "Alle utvandringar",
        (Lang::En, T::AllDestinations) => "All emigrations",
        (Lang::Nb, T::KnownNewDestinations) => "Bare kjente, nye land",
        (Lang::Nn, T::KnownNewDestinations) => "Berre kjende, nye land",
        (Lang::En, T::KnownNewDestinations) => "Known, new countries only",
        (Lang::Nb, T::Derived) => "Alle utvandringer",
        (Lang::Nn, T::Derived) => "Alle utvandringar",
        (Lang::En, T::Derived) => "All emigrations",
        (Lang::Nb, T::ByDestinationKind) => "Etter hvor de dro",
        (Lang::Nn, T::ByDestinationKind) => "Etter kor dei drog",
        (Lang::En, T::ByDestinationKind) => "By where they went",
        (Lang::Nb, T::Number) => "Antall utvandringer",
        (Lang::Nn, T::Number) => "Talet på utvandringar",
        (Lang::En, T::Number) => "Number of emigrations",
        (Lang::Nb | Lang::Nn, T::Rate) => "Utvandringsrate, prosent per år",
        (Lang::En, T::Rate) => "Emigration rate, per cent a year",
        (Lang::Nb, T::NumberBack) => "Antall tilbake",
        (Lang::Nn, T::NumberBack) => "Talet på tilbakeflytta",
        (Lang::En, T::NumberBack) => "Number back",
        (Lang::Nb, T::ShareBack) => "Andel tilbake",
        (Lang::Nn, T::ShareBack) => "Del tilbake",
        (Lang::En, T::ShareBack) => "Share back",
        (Lang::Nb, T::WentToOrigin) => "Dro til opprinnelseslandet",
        (Lang::Nn, T::WentToOrigin) => "Drog til opphavslandet",
        (Lang::En, T::WentToOrigin) => "Went to the country of origin",
        (Lang::Nb, T::WentElsewhere) => "Dro til et annet land",
        (Lang::Nn, T::WentElsewhere) => "Drog til eit anna land",
        (Lang::En, T::WentElsewhere) => "Went to another country",
        (Lang::Nb | Lang::Nn, T::ByEducation) => "Etter utdanning",
        (Lang::En, T::ByEducation) => "By education",
        (Lang::Nb, T::AllNoHigher) => "Uten høyere utdanning, alle utvandringer",
        (Lang::Nn, T::AllNoHigher) => "Utan høgare utdanning, alle utvandringar",
        (Lang::En, T::AllNoHigher) => "No higher education, all emigrations",
        (Lang::Nb, T::AllBachelor) => "Bachelor eller mer, alle utvandringer",
        (Lang::Nn, T::AllBachelor) => "Bachelor eller meir, alle utvandringar",
        (Lang::En, T::AllBachelor) => "Bachelor or more, all emigrations",
        (Lang::Nb, T::KnownNoHigher) => "Uten høyere utdanning, kjente, nye land",
        (Lang::Nn, T::KnownNoHigher) => "Utan høgare utdanning, kjende, nye land",
        (Lang::En, T::KnownNoHigher) => "No higher education, known, new countries",
        (Lang::Nb, T::KnownBachelor) => "Bachelor eller mer, kjente, nye land",
        (Lang::Nn, T::KnownBachelor) => "Bachelor eller meir, kjende, nye land",
        (Lang::En, T::KnownBachelor) => "Bachelor or more, known, new countries",
    }
}

phrases! {
    /// Of an age, or of ages from one to another.
    aged(ages) { nb: "{ages} år", nn: "{ages} år", en: "aged {ages}" }
}

/// Of an age, or of ages from one to another; nothing without any.
pub fn of_ages(lang: Lang, ages: &str) -> String {
    match ages {
        "" => String::new(),
        ages => aged(lang, ages),
    }
}

/// "Utvandringsrate, prosent per år · 18–35 år, 2000–2023"; `scope` says of whom and when.
pub fn subtitle(measure: &str, unit: &str, scope: &[String]) -> String {
    let mut text = measure.to_owned();
    if !unit.is_empty() && !case::small(&text).contains(unit) {
        text = format!("{text}, {unit}");
    }
    let scope = scope.iter().filter(|part| !part.is_empty());
    let scope: Vec<&str> = scope.map(String::as_str).collect();
    match (text.as_str(), scope.join(", ")) {
        (_, scope) if scope.is_empty() => text,
        ("", scope) => case::capital_first(&scope),
        (_, scope) => format!("{text} · {scope}"),
    }
}

/// Title of a figure a visitor has put together.
pub fn question_title(lang: Lang, measure: &str, by: &[String]) -> String {
    // "By" is said once.
    let of = one_of!(lang, nb: "etter ", nn: "etter ", en: "by ");
    let plain = |by: &String| by.strip_prefix(of).unwrap_or(by).to_owned();
    let Some((first, rest)) = by.split_first() else {
        return measure.to_owned();
    };
    let mut all = vec![first.clone()];
    all.extend(rest.iter().map(plain));
    match first.strip_prefix(of) {
        // A measure that says "etter fem år" takes no other "etter".
        Some(first) if lang != Lang::En && measure.contains(of) => {
            all[0] = first.to_owned();
            format!("{measure}, fordelt på {}", enumerate(lang, &all))
        }
        _ => format!("{measure} {}", enumerate(lang, &all)),
    }
}

/// Sources that stand beside each other: of one publisher, named alike but for the last word, it is named once.
pub fn sources(lang: Lang, all: &str) -> String {
    let mut told: Vec<(&str, Vec<String>)> = Vec::new();
    for source in all.split("; ") {
        let (publisher, table) = match source.rsplit_once(' ') {
            Some((before, last)) if before.contains(',') => (before, last),
            _ => (source, ""),
        };
        match told.iter_mut().find(|(one, _)| *one == publisher) {
            Some((_, tables)) if !tables.iter().any(|one| one == table) => {
                tables.push(table.to_owned());
            }
            Some(_) => {}
            None => told.push((publisher, vec![table.to_owned()])),
        }
    }
    let told = told.iter().map(|(publisher, tables)| {
        let publisher = match publisher.strip_suffix(" table") {
            Some(publisher) if tables.len() > 1 => format!("{publisher} tables"),
            _ => (*publisher).to_owned(),
        };
        let told = format!("{publisher} {}", enumerate(lang, tables));
        told.trim_end().to_owned()
    });
    told.collect::<Vec<_>>().join("; ")
}

/// A place in a figure with its value, both as the reader sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Label.
    pub label: String,
    /// Value.
    pub value: String,
}

phrases! {
    /// Why numbers are not set against each other; `{of}` is "countries", or "the countries" in Norwegian.
    not_alike(of) {
        nb: "Ikke alle tallene omfatter de samme {of}, så de sammenlignes ikke her.",
        nn: "Ikkje alle tala omfattar dei same {of}, så dei blir ikkje samanlikna her.",
        en: "Not all of the numbers include the same {of}, so they are not compared here.",
    }
    /// A sum over places: "in 18 countries together".
    together(within) { nb: "{within} samlet", nn: "{within} samla", en: "{within} together" }
    /// Numbers before and after a break in the series.
    over_break(at) {
        nb: "Kilden melder om brudd i tidsserien {at}, så tall før og etter et brudd sammenlignes ikke.",
        nn: "Kjelda melder om brot i tidsserien {at}, så tal før og etter eit brot blir ikkje samanlikna.",
        en: "The source tells of a break in the series {at}, so numbers before and after a break are not compared.",
    }
}

words! {
    /// Periods of which some have more years with numbers than others.
    unlike_periods {
        nb: "Periodene har ikke tall for like mange år, så de sammenlignes ikke her.",
        nn: "Periodane har ikkje tal for like mange år, så dei blir ikkje samanlikna her.",
        en: "The periods do not have figures for equally many years, so they are not compared here.",
    }
    /// A line that begins or ends on few events.
    few_at_ends {
        nb: "Det første eller siste tallet bygger på færre enn ti hendelser, så ingen endring leses av her.",
        nn: "Det første eller siste talet byggjer på færre enn ti hendingar, så inga endring blir lesen av her.",
        en: "The first or the last number rests on fewer than ten events, so no change is read from it.",
    }
    /// That what stands above is not the publisher's.
    words_of_link {
        nb: "Egen tittel, merknad, kilde og markeringer er skrevet av den som laget figuren.",
        nn: "Eigen tittel, merknad, kjelde og markeringar er skrivne av den som laga figuren.",
        en: "The title, remark, source and marks that were added are by whoever made the figure.",
    }
}

words! {
    /// Numbers that a sentence does not compare.
    few_left_out {
        nb: "Tall på færre enn ti hendelser er ikke regnet med her.",
        nn: "Tal på færre enn ti hendingar er ikkje rekna med her.",
        en: "Numbers on fewer than ten events do not count here.",
    }
    /// Ages that a sentence does not compare.
    ages_left_out {
        nb: "Alderstrinn med svært få personer er ikke regnet med her.",
        nn: "Alderstrinn med svært få personar er ikkje rekna med her.",
        en: "Ages with very few people do not count here.",
    }
    /// Stacked bars of which only some parts were published.
    parts_only {
        nb: "Bare deler av fordelingen er oppgitt.",
        nn: "Berre delar av fordelinga er oppgitte.",
        en: "Only parts of the distribution are given.",
    }
}

/// "in 2008"; of many years how many they are, and between which.
pub fn in_years(lang: Lang, years: &[i32]) -> String {
    const MOST: usize = 4;
    let codes: Vec<String> = years.iter().map(ToString::to_string).collect();
    match (years, lang) {
        ([first, .., last], Lang::Nb) if codes.len() > MOST => {
            format!("i {} av årene {first}–{last}", codes.len())
        }
        ([first, .., last], Lang::Nn) if codes.len() > MOST => {
            format!("i {} av åra {first}–{last}", codes.len())
        }
        ([first, .., last], Lang::En) if codes.len() > MOST => {
            format!("in {} of the years {first}–{last}", codes.len())
        }
        (_, Lang::En) => format!("in {}", enumerate(lang, &codes)),
        _ => format!("i {}", enumerate(lang, &codes)),
    }
}

/// A figure whose numbers the open data do not have: what would be needed.
pub fn needs(lang: Lang, table: &str, lacks: &[String]) -> String {
    match lang {
        Lang::Nb => format!(
            "Datasettet har ikke tallene til denne figuren. Tabellen {table} er nærmest, men mangler {}.",
            enumerate(lang, lacks)
        ),
        Lang::Nn => format!(
            "Datasettet har ikkje tala til denne figuren. Tabellen {table} er nærmast, men manglar {}.",
            enumerate(lang, lacks)
        ),
        Lang::En => format!(
            "The data set lacks the numbers of this figure. The table {table} comes closest, but lacks {}.",
            enumerate(lang, lacks)
        ),
    }
}

words! {
    /// A figure whose numbers the open data do not have, and no table comes near.
    needs_table {
        nb: "Datasettet har ingen tabell som passer til denne figuren.",
        nn: "Datasettet har ingen tabell som passar til denne figuren.",
        en: "The data set has no table that fits this figure.",
    }
}

phrases! {
    /// A share of destinations that names none.
    share_needs(dimension) {
        nb: "En andel må fordeles på {dimension} eller velge noen av verdiene.",
        nn: "Ein prosentdel må fordelast på {dimension} eller velje nokre av verdiane.",
        en: "A share must be broken down by {dimension} or select some of its values.",
    }
    /// A sum that would mean nothing.
    not_additive(dimension) {
        nb: "Verdiene av {dimension} er ikke kjent som deler av en helhet, så de legges ikke sammen. Velg én verdi, \
            eller vis verdiene hver for seg.",
        nn: "Verdiane av {dimension} er ikkje kjende som delar av ein heilskap, så dei blir ikkje lagde saman. Vel \
            éin verdi, eller vis verdiane kvar for seg.",
        en: "The values of {dimension} are not known to be parts of a whole, so they are not added up. Choose one \
            value, or show the values one by one.",
    }
    /// A dimension whose values are not parts.
    lacks_parts(dimension) {
        nb: "verdier av {dimension} som til sammen er helheten",
        nn: "verdiar av {dimension} som til saman er heilskapen",
        en: "values of {dimension} that together make up the whole",
    }
    /// A missing dimension.
    lacks_dimension(dimension) {
        nb: "en fordeling etter {dimension}",
        nn: "ei fordeling etter {dimension}",
        en: "a breakdown by {dimension}",
    }
    /// A missing column of numbers.
    lacks_numbers(measure) { nb: "tall for {measure}", nn: "tal for {measure}", en: "numbers for {measure}" }
    /// A missing code.
    lacks_code(dimension, code) {
        nb: "verdien {code} under {dimension}",
        nn: "verdien {code} under {dimension}",
        en: "the value {code} of {dimension}",
    }
}

/// The number of emigrations or person-years behind a figure.
pub fn base_size(lang: Lang, count: &str, what: &str) -> String {
    match lang {
        Lang::Nb | Lang::Nn | Lang::En => format!("N = {count} {}", case::small(what)),
    }
}

/// Source line of a figure: the agencies' tables where the data set names them, and the data set.
pub fn source_line(lang: Lang, sources: &str, title: &str, version: &str) -> String {
    let version = match (lang, version.is_empty()) {
        (_, true) => String::new(),
        (Lang::Nb | Lang::Nn, _) => format!(", versjon {version}"),
        (Lang::En, _) => format!(", version {version}"),
    };
    match lang {
        Lang::Nb if !sources.is_empty() => format!(
            "Kilde: {sources}, i datasettet {title}{version}. Beregnet i Utvandringskalkulatoren."
        ),
        Lang::Nn if !sources.is_empty() => format!(
            "Kjelde: {sources}, i datasettet {title}{version}. Rekna ut i Utvandringskalkulatoren."
        ),
        Lang::En if !sources.is_empty() => format!(
            "Source: {sources}, in the data set {title}{version}. Computed in the Emigration Calculator."
        ),
        Lang::Nb => format!("Kilde: {title}{version}. Beregnet i Utvandringskalkulatoren."),
        Lang::Nn => format!("Kjelde: {title}{version}. Rekna ut i Utvandringskalkulatoren."),
        Lang::En => format!("Source: {title}{version}. Computed in the Emigration Calculator."),
    }
}

phrases! {
    /// The unit of values that are set against those of a year.
    index_unit(year) {
        nb: "prosent av verdien i {year}", nn: "prosent av verdien i {year}", en: "per cent of the value in {year}",
    }
}
