//! The main findings in words: sentences with gaps, names that fit into running text.
//!
//! Groups stand in sentences as phrases of place ("blant ...", "among ..."), so that every
//! sentence is right for every group, also for one that only a visitor's data set knows.

use super::phrases::{one_of, phrases, words};
use super::{Lang, enumerate, marks, number};

/// What findings are about, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// How many leave, and at what age.
    Level,
    /// What has changed over the years.
    Time,
    /// Where they go.
    Destination,
    /// How many come back.
    Return,
    /// How education matters.
    Education,
    /// Descendants by country of origin.
    Origin,
}

impl Theme {
    /// Every theme, in reading order.
    pub const ALL: [Theme; 6] = [
        Theme::Level,
        Theme::Time,
        Theme::Destination,
        Theme::Return,
        Theme::Education,
        Theme::Origin,
    ];

    /// The heading of a theme.
    pub fn title(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Nb | Lang::Nn, Theme::Level) => "Nivå og alder",
            (Lang::En, Theme::Level) => "Level and age",
            (Lang::Nb | Lang::Nn, Theme::Time) => "Utvikling over tid",
            (Lang::En, Theme::Time) => "Change over time",
            (Lang::Nb, Theme::Destination) => "Hvor de drar",
            (Lang::Nn, Theme::Destination) => "Kor dei dreg",
            (Lang::En, Theme::Destination) => "Where they go",
            (Lang::Nb, Theme::Return) => "Hvem som kommer tilbake",
            (Lang::Nn, Theme::Return) => "Kven som kjem tilbake",
            (Lang::En, Theme::Return) => "Who comes back",
            (Lang::Nb | Lang::Nn, Theme::Education) => "Utdanning",
            (Lang::En, Theme::Education) => "Education",
            (Lang::Nb, Theme::Origin) => "Opprinnelsesland",
            (Lang::Nn, Theme::Origin) => "Opphavsland",
            (Lang::En, Theme::Origin) => "Country of origin",
        }
    }
}

/// "blant norskfødte med to innvandrerforeldre": a group of the report as a phrase of place.
pub fn among_group(lang: Lang, code: &str) -> Option<&'static str> {
    Some(match (lang, code) {
        (Lang::Nb, "nb_two_immigrant_parents") => "blant norskfødte med to innvandrerforeldre",
        (Lang::Nn, "nb_two_immigrant_parents") => "blant norskfødde med to innvandrarforeldre",
        (Lang::En, "nb_two_immigrant_parents") => {
            "among the Norwegian-born with two immigrant parents"
        }
        (Lang::Nb, "immigrated_age_0_9") => "blant dem som innvandret som barn (0–9 år)",
        (Lang::Nn, "immigrated_age_0_9") => "blant dei som innvandra som barn (0–9 år)",
        (Lang::En, "immigrated_age_0_9") => "among those who immigrated as children (aged 0–9)",
        (Lang::Nb, "nb_one_foreign_parent") => "blant norskfødte med én utenlandsfødt forelder",
        (Lang::Nn, "nb_one_foreign_parent") => "blant norskfødde med éin utanlandsfødd forelder",
        (Lang::En, "nb_one_foreign_parent") => {
            "among the Norwegian-born with one foreign-born parent"
        }
        (Lang::Nb, "immigrated_age_10_plus") => {
            "blant dem som innvandret i alderen 10 år eller eldre"
        }
        (Lang::Nn, "immigrated_age_10_plus") => {
            "blant dei som innvandra i alderen 10 år eller eldre"
        }
        (Lang::En, "immigrated_age_10_plus") => "among those who immigrated aged 10 or older",
        (Lang::Nb, "majority") => "i majoritetsbefolkningen",
        (Lang::Nn, "majority") => "i majoritetsbefolkninga",
        (Lang::En, "majority") => "in the majority population",
        _ => return None,
    })
}

phrases! {
    /// Any other group, by its label.
    among_labelled(label) { nb: "i gruppen {label}", nn: "i gruppa {label}", en: "in the group {label}" }
}

words! {
    /// The two groups of descendants together.
    among_descendants {
        nb: "blant etterkommere av innvandrere",
        nn: "blant etterkomarar av innvandrarar",
        en: "among descendants of immigrants",
    }
}

/// A destination after "to".
pub fn destination(lang: Lang, code: &str) -> Option<&'static str> {
    Some(match (lang, code) {
        (Lang::Nb | Lang::Nn, "nordic") => "andre nordiske land",
        (Lang::En, "nordic") => "other Nordic countries",
        (Lang::Nb | Lang::Nn, "uk") => "Storbritannia",
        (Lang::En, "uk") => "the United Kingdom",
        (Lang::Nb | Lang::Nn, "usa_canada") => "USA/Canada",
        (Lang::En, "usa_canada") => "the USA/Canada",
        (Lang::Nb | Lang::Nn, "germany") => "Tyskland",
        (Lang::En, "germany") => "Germany",
        (Lang::Nb | Lang::Nn, "other") => "andre land",
        (Lang::En, "other") => "other countries",
        _ => return None,
    })
}

/// A place in running text with its value: "blant ..." and "43 %".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where: a phrase of place, or the name of a place after "fra".
    pub place: String,
    /// The value as the reader sees it.
    pub value: String,
}

/// Where a comparison holds and where it does not, as phrases of place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Where it holds.
    pub holds: Vec<String>,
    /// Where it does not.
    pub fails: Vec<String>,
    /// Whether some places could not be compared.
    pub partial: bool,
    /// What the counts of places lead to.
    pub counted: Option<usize>,
}

impl Pattern {
    /// " i fire av fem grupper, men ikke blant ...". A data set without groups has one place
    /// without a name, and nothing needs to be said.
    fn said(&self, lang: Lang) -> String {
        let (held, of) = (self.holds.len(), self.holds.len() + self.fails.len());
        let marked = |text: String| marks::maybe(self.counted, &text);
        let both = marked(both_groups(lang).to_owned());
        let all = marked(all_groups(lang, of));
        let some = marked(some_groups(lang, held, of));
        let which = match (lang, self.partial) {
            (_, false) => "",
            (Lang::Nb, true) => " som kan sammenlignes",
            (Lang::Nn, true) => " som kan samanliknast",
            (Lang::En, true) => " that can be compared",
        };
        match (lang, self.holds.as_slice(), self.fails.as_slice()) {
            (_, [only], []) if only.is_empty() => String::new(),
            (_, [only], []) => format!(" {only}"),
            (Lang::Nb | Lang::Nn, [_, _], []) => format!(" i {both}{which}"),
            (Lang::En, [_, _], []) => format!(" in {both}{which}"),
            (Lang::Nb | Lang::Nn, _, []) => format!(" i {all}{which}"),
            (Lang::En, _, []) => format!(" in {all}{which}"),
            (Lang::Nb, [one], [other]) => format!(" {one}, men ikke {other}"),
            (Lang::Nn, [one], [other]) => format!(" {one}, men ikkje {other}"),
            (Lang::En, [one], [other]) => format!(" {one}, but not {other}"),
            (Lang::Nb, _, fails) => {
                format!(" i {some}{which}, men ikke {}", enumerate(lang, fails))
            }
            (Lang::Nn, _, fails) => {
                format!(" i {some}{which}, men ikkje {}", enumerate(lang, fails))
            }
            (Lang::En, _, fails) => {
                format!(" in {some}{which}, but not {}", enumerate(lang, fails))
            }
        }
    }
}

words! {
    /// Where a comparison holds: in two of two.
    both_groups { nb: "begge gruppene", nn: "begge gruppene", en: "both groups" }
}

fn all_groups(lang: Lang, of: usize) -> String {
    let of = number::small(lang, of);
    match lang {
        Lang::Nb | Lang::Nn => format!("alle {of} gruppene"),
        Lang::En => format!("all {of} groups"),
    }
}

fn some_groups(lang: Lang, held: usize, of: usize) -> String {
    let [held, of] = [held, of].map(|count| number::small(lang, count));
    match lang {
        Lang::Nb | Lang::Nn => format!("{held} av {of} grupper"),
        Lang::En => format!("{held} of {of} groups"),
    }
}

/// How many of how many, with the place that the count leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub of: usize,
    /// What the count leads to.
    pub place: Option<usize>,
}

fn listed(lang: Lang, parts: &[Part]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{} {}", part.value, part.place))
        .collect();
    enumerate(lang, &parts)
}

fn named(lang: Lang, parts: &[Part]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{} ({})", part.place, part.value))
        .collect();
    names(lang, &parts)
}

/// A list of names, some of which have an "and" of their own.
fn names(lang: Lang, parts: &[String]) -> String {
    let (and, last_and) = match lang {
        Lang::Nb => (" og ", " samt "),
        Lang::Nn => (" og ", " og dessutan "),
        Lang::En => (" and ", " as well as "),
    };
    match parts {
        [first @ .., last] if !first.is_empty() && parts.iter().any(|part| part.contains(and)) => {
            format!("{}{last_and}{last}", first.join(", "))
        }
        _ => enumerate(lang, parts),
    }
}

/// " i 2000–2023", or nothing when the years are not known.
fn in_years(lang: Lang, years: &str) -> String {
    match lang {
        _ if years.is_empty() => String::new(),
        Lang::Nb | Lang::Nn => format!(" i {years}"),
        Lang::En => format!(" in {years}"),
    }
}

/// All emigrations, of a data set without groups.
pub fn total(lang: Lang, count: &str, years: &str) -> String {
    let years = in_years(lang, years);
    match lang {
        Lang::Nb => format!("Datasettet har {count} utvandringer{years}."),
        Lang::Nn => format!("Datasettet har {count} utvandringar{years}."),
        Lang::En => format!("The data set has {count} emigrations{years}."),
    }
}

/// The group with most emigrations.
pub fn most_emigrations(lang: Lang, most: &Part, share: &str, of: &str, years: &str) -> String {
    let years = in_years(lang, years);
    let Part { place, value } = most;
    match lang {
        Lang::Nb => format!("Av {of} utvandringer{years} er det flest {place}: {value} ({share})."),
        Lang::Nn => format!("Av {of} utvandringar{years} er det flest {place}: {value} ({share})."),
        Lang::En => {
            format!(
                "Of {of} emigrations{years}, the largest number is found {place}: {value} ({share})."
            )
        }
    }
}

phrases! {
    /// How many emigrations descendants account for.
    descendants_count(count, share) {
        nb: "Etterkommere av innvandrere står for {count} ({share}).",
        nn: "Etterkomarar av innvandrarar står for {count} ({share}).",
        en: "Descendants of immigrants account for {count} ({share}).",
    }
    /// The rate of a data set without groups.
    one_rate(value) {
        nb: "Utvandringsraten er {value} per år.",
        nn: "Utvandringsraten er {value} per år.",
        en: "The emigration rate is {value} a year.",
    }
}

/// The groups with the highest and the lowest rate.
pub fn rate_extremes(lang: Lang, highest: &Part, lowest: &Part) -> String {
    match lang {
        Lang::Nb => format!(
            "Utvandringsraten er høyest {}, med {} per år, og lavest {}, med {}.",
            highest.place, highest.value, lowest.place, lowest.value
        ),
        Lang::Nn => format!(
            "Utvandringsraten er høgast {}, med {} per år, og lågast {}, med {}.",
            highest.place, highest.value, lowest.place, lowest.value
        ),
        Lang::En => format!(
            "The emigration rate is highest {}, at {} a year, and lowest {}, at {}.",
            highest.place, highest.value, lowest.place, lowest.value
        ),
    }
}

/// The rate of descendants beside that of the majority.
pub fn descendants_rate(lang: Lang, value: &str, majority: &str, higher: bool) -> String {
    match (lang, higher) {
        (Lang::Nb, true) => format!(
            "I et gjennomsnittlig år utvandrer {value} av etterkommerne av innvandrere. Det er en \
             høyere andel enn i majoritetsbefolkningen ({majority})."
        ),
        (Lang::Nn, true) => format!(
            "I eit gjennomsnittleg år utvandrar {value} av etterkomarane av innvandrarar. Det er \
             ein høgare del enn i majoritetsbefolkninga ({majority})."
        ),
        (Lang::Nb, false) => format!(
            "I et gjennomsnittlig år utvandrer {value} av etterkommerne av innvandrere. Det er \
             ikke en høyere andel enn i majoritetsbefolkningen ({majority})."
        ),
        (Lang::Nn, false) => format!(
            "I eit gjennomsnittleg år utvandrar {value} av etterkomarane av innvandrarar. Det er \
             ikkje ein høgare del enn i majoritetsbefolkninga ({majority})."
        ),
        (Lang::En, true) => format!(
            "In an average year {value} of the descendants of immigrants emigrate. That is a \
             higher share than in the majority population ({majority})."
        ),
        (Lang::En, false) => format!(
            "In an average year {value} of the descendants of immigrants emigrate. That is not a \
             higher share than in the majority population ({majority})."
        ),
    }
}

phrases! {
    /// The age at which the rate is highest, of a data set without groups.
    one_peak(age, value) {
        nb: "Utvandringsraten er høyest ved {age} år ({value}).",
        nn: "Utvandringsraten er høgast ved {age} år ({value}).",
        en: "The emigration rate is highest at age {age} ({value}).",
    }
    /// One age at which the rate of every group is highest.
    same_peak(age) {
        nb: "I alle gruppene er raten høyest ved {age} år.",
        nn: "I alle gruppene er raten høgast ved {age} år.",
        en: "In all groups the rate is highest at age {age}.",
    }
}

/// The groups whose rate is highest at the lowest and at the highest age.
pub fn peaks(lang: Lang, early: (&[String], &str), late: (&[String], &str)) -> String {
    let (first, last) = (enumerate(lang, early.0), enumerate(lang, late.0));
    match lang {
        Lang::Nb => format!(
            "Raten topper seg tidligst {first}, ved {} år, og senest {last}, ved {} år.",
            early.1, late.1
        ),
        Lang::Nn => format!(
            "Raten når toppen tidlegast {first}, ved {} år, og seinast {last}, ved {} år.",
            early.1, late.1
        ),
        Lang::En => format!(
            "The rate peaks earliest {first}, at age {}, and latest {last}, at age {}.",
            early.1, late.1
        ),
    }
}

/// Two counts of the same place, at two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, as a phrase of place; empty for everyone.
    pub place: String,
    /// The earlier value.
    pub from: String,
    /// The later value.
    pub to: String,
    /// Whether the later one is higher.
    pub up: bool,
}

/// Emigrations at the first and the last year.
pub fn number_over_time(lang: Lang, years: (&str, &str), changes: &[Change]) -> String {
    let parts: Vec<String> = changes
        .iter()
        .map(|change| {
            let place = match change.place.as_str() {
                "" => String::new(),
                place => format!(" {place}"),
            };
            match lang {
                Lang::Nb => format!("fra {} til {}{place}", change.from, change.to),
                Lang::Nn => format!("frå {} til {}{place}", change.from, change.to),
                Lang::En => format!("from {} to {}{place}", change.from, change.to),
            }
        })
        .collect();
    let ups = changes.iter().filter(|change| change.up).count();
    let verb = match (lang, ups) {
        (Lang::Nb, ups) if ups == changes.len() => "økte",
        (Lang::Nn, ups) if ups == changes.len() => "auka",
        (Lang::Nb, 0) => "sank",
        (Lang::Nn, 0) => "minka",
        (Lang::Nb, _) => "gikk",
        (Lang::Nn, _) => "gjekk",
        (Lang::En, ups) if ups == changes.len() => "rose",
        (Lang::En, 0) => "fell",
        (Lang::En, _) => "went",
    };
    let parts = enumerate(lang, &parts);
    let (first, last) = years;
    match lang {
        Lang::Nb => format!("Fra {first} til {last} {verb} antallet utvandringer {parts}."),
        Lang::Nn => format!("Frå {first} til {last} {verb} talet på utvandringar {parts}."),
        Lang::En => {
            format!("Between {first} and {last} the number of emigrations {verb} {parts}.")
        }
    }
}

/// How the population grew beside the emigrations: both as multiples of the first year.
pub fn population_over_time(
    lang: Lang,
    descendants: bool,
    (from, to): (&str, &str),
    population: &str,
    emigrations: &str,
) -> String {
    let who = match (lang, descendants) {
        (Lang::Nb, true) => "antallet bosatte etterkommere av innvandrere (middelfolkemengde)",
        (Lang::Nn, true) => "talet på busette etterkomarar av innvandrarar (middelfolkemengd)",
        (Lang::Nb, false) => "middelfolkemengden",
        (Lang::Nn, false) => "middelfolkemengda",
        (Lang::En, true) => {
            "the number of resident descendants of immigrants (mid-year population)"
        }
        (Lang::En, false) => "the mid-year population",
    };
    let events = match (lang, descendants) {
        (Lang::Nb, true) => "antallet utvandringer blant dem",
        (Lang::Nn, true) => "talet på utvandringar blant dei",
        (Lang::En, true) => "the number of emigrations among them",
        (Lang::Nb, false) => "antallet utvandringer",
        (Lang::Nn, false) => "talet på utvandringar",
        (Lang::En, false) => "the number of emigrations",
    };
    // What is once as many is no growth to a reader.
    let once = number::decimal(1.0, 1, lang);
    let [same_people, same_events] =
        [population, emigrations].map(|times| marks::plain(times) == once);
    let grew = match (lang, same_people) {
        (Lang::Nb, false) => {
            format!(
                "I samme tidsrom gikk {who} fra {from} til {to}. Det er {population} ganger så mange"
            )
        }
        (Lang::Nn, false) => {
            format!(
                "I same tidsrom gjekk {who} frå {from} til {to}. Det er {population} gonger så mange"
            )
        }
        (Lang::En, false) => format!(
            "Over the same years {who} went from {from} to {to}. That is {population} times as many"
        ),
        (Lang::Nb, true) => {
            format!("I samme tidsrom var {who} om lag uendret (fra {from} til {to})")
        }
        (Lang::Nn, true) => format!("I same tidsrom var {who} om lag uendra (frå {from} til {to})"),
        (Lang::En, true) => {
            format!("Over the same years {who} was about unchanged (from {from} to {to})")
        }
    };
    match (lang, same_events) {
        (Lang::Nb, true) => format!("{grew}, og {events} var om lag uendret."),
        (Lang::Nn, true) => format!("{grew}, og {events} var om lag uendra."),
        (Lang::En, true) => format!("{grew}, and {events} was about unchanged."),
        (Lang::Nb, false) => format!("{grew}, mens {events} ble {emigrations} ganger så stort."),
        (Lang::Nn, false) => format!("{grew}, medan {events} vart {emigrations} gonger så stort."),
        (Lang::En, false) => format!("{grew}, while {events} became {emigrations} times as large."),
    }
}

/// The rate from the first year to the last.
pub fn rate_over_time(lang: Lang, years: (&str, &str), pattern: &Pattern, lower: bool) -> String {
    let (first, last) = years;
    let place = pattern.said(lang);
    let way = match lower {
        true => one_of!(lang, nb: "ned", nn: "ned", en: "fell"),
        false => one_of!(lang, nb: "opp", nn: "opp", en: "rose"),
    };
    match lang {
        Lang::Nb => format!("Fra {first} til {last} gikk utvandringsraten {way}{place}."),
        Lang::Nn => format!("Frå {first} til {last} gjekk utvandringsraten {way}{place}."),
        Lang::En => format!("From {first} to {last} the emigration rate {way}{place}."),
    }
}

/// Shares who went to the country of origin.
pub fn to_origin(lang: Lang, parts: &[Part]) -> String {
    let parts = listed(lang, parts);
    match lang {
        Lang::Nb => format!(
            "Andelen av utvandringene som gikk til eget eller foreldrenes opprinnelsesland, er {parts}."
        ),
        Lang::Nn => format!(
            "Delen av utvandringane som gjekk til landet dei sjølve eller foreldra kom frå, er {parts}."
        ),
        Lang::En => format!(
            "The share of emigrations that went to the emigrants’ own or their parents’ country of origin is {parts}."
        ),
    }
}

/// The share that went to a known country other than that of origin.
pub fn to_new_country(lang: Lang, descendants: bool, value: &str, most: bool) -> String {
    let who = match (lang, descendants) {
        (_, false) => String::new(),
        (_, true) => format!(" {}", among_descendants(lang)),
    };
    match (lang, most) {
        (Lang::Nb, true) => format!(
            "Mer enn halvparten av utvandringene{who} gikk til et nytt, kjent land ({value})."
        ),
        (Lang::Nn, true) => format!(
            "Meir enn halvparten av utvandringane{who} gjekk til eit nytt, kjent land ({value})."
        ),
        (Lang::Nb, false) => format!(
            "Ikke mer enn halvparten av utvandringene{who} gikk til et nytt, kjent land ({value})."
        ),
        (Lang::Nn, false) => format!(
            "Ikkje meir enn halvparten av utvandringane{who} gjekk til eit nytt, kjent land ({value})."
        ),
        (Lang::En, true) => format!(
            "More than half of the emigrations{who} went to a new, known country ({value})."
        ),
        (Lang::En, false) => format!(
            "No more than half of the emigrations{who} went to a new, known country ({value})."
        ),
    }
}

/// The commonest of the known, new countries.
pub fn commonest_new(
    lang: Lang,
    destination: &str,
    (least, most): (&str, &str),
    pattern: &Pattern,
) -> String {
    let place = pattern.said(lang);
    let range = if least == most {
        most.to_owned()
    } else {
        match lang {
            Lang::Nb => format!("fra {least} til {most}"),
            Lang::Nn => format!("frå {least} til {most}"),
            Lang::En => format!("from {least} to {most}"),
        }
    };
    match lang {
        Lang::Nb => format!(
            "Av utvandringene til et nytt, kjent land gikk flest til {destination}{place} ({range})."
        ),
        Lang::Nn => format!(
            "Av utvandringane til eit nytt, kjent land gjekk flest til {destination}{place} ({range})."
        ),
        Lang::En => format!(
            "Of the emigrations to a new, known country, most went to {destination}{place} ({range})."
        ),
    }
}

/// Which of two destinations is commoner.
pub fn commoner(lang: Lang, one: &str, other: &str, pattern: &Pattern) -> String {
    let place = pattern.said(lang);
    match lang {
        Lang::Nb => format!("Det var vanligere å dra til {one} enn til {other}{place}."),
        Lang::Nn => format!("Det var vanlegare å dra til {one} enn til {other}{place}."),
        Lang::En => format!("It was more common to go to {one} than to {other}{place}."),
    }
}

/// Shares back after five years.
pub fn back(lang: Lang, parts: &[Part]) -> String {
    let parts = listed(lang, parts);
    match lang {
        Lang::Nb => format!("Fem år etter utvandringen var andelen tilbake {parts}."),
        Lang::Nn => format!("Fem år etter utvandringa var delen tilbake {parts}."),
        Lang::En => format!("Five years after leaving, the share back was {parts}."),
    }
}

/// Return from the country of origin against return from another country.
pub fn back_by_kind(lang: Lang, pattern: &Pattern, lower_from_origin: bool) -> String {
    let compared = match (lang, lower_from_origin) {
        (Lang::Nb, true) => {
            "Andelen tilbake var lavere for dem som dro til opprinnelseslandet, enn for dem som dro til et annet land."
        }
        (Lang::Nn, true) => {
            "Delen tilbake var lågare for dei som drog til opphavslandet, enn for dei som drog til eit anna land."
        }
        (Lang::Nb, false) => {
            "Andelen tilbake var høyere for dem som dro til opprinnelseslandet, enn for dem som dro til et annet land."
        }
        (Lang::Nn, false) => {
            "Delen tilbake var høgare for dei som drog til opphavslandet, enn for dei som drog til eit anna land."
        }
        (Lang::En, true) => {
            "The share back was lower for those who went to the country of origin than for those \
             who went to another country."
        }
        (Lang::En, false) => {
            "The share back was higher for those who went to the country of origin than for those \
             who went to another country."
        }
    };
    holds_there(lang, compared, pattern)
}

/// A comparison, and in a sentence of its own where it holds.
fn holds_there(lang: Lang, compared: &str, pattern: &Pattern) -> String {
    let place = pattern.said(lang);
    match lang {
        _ if place.is_empty() => compared.to_owned(),
        Lang::Nb | Lang::Nn => format!("{compared} Slik er det{place}."),
        Lang::En => format!("{compared} This is so{place}."),
    }
}

/// What is compared between the two levels of education.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The number of emigrations.
    Number,
    /// The emigration rate.
    Rate,
    /// The share that went to the country of origin.
    ToOrigin,
    /// The share back after five years.
    Back,
}

/// Those with a bachelor degree or more against those without registered higher education.
pub fn by_education(lang: Lang, compared: Compared, higher: bool, pattern: &Pattern) -> String {
    let what = match (lang, compared) {
        (Lang::Nb, Compared::Number) => "Antallet utvandringer var",
        (Lang::Nn, Compared::Number) => "Talet på utvandringar var",
        (Lang::En, Compared::Number) => "The number of emigrations was",
        (Lang::Nb | Lang::Nn, Compared::Rate) => "Utvandringsraten var",
        (Lang::En, Compared::Rate) => "The emigration rate was",
        (Lang::Nb, Compared::ToOrigin) => "Andelen som dro til opprinnelseslandet, var",
        (Lang::Nn, Compared::ToOrigin) => "Delen som drog til opphavslandet, var",
        (Lang::En, Compared::ToOrigin) => "The share who went to the country of origin was",
        (Lang::Nb, Compared::Back) => "Andelen tilbake etter fem år var",
        (Lang::Nn, Compared::Back) => "Delen tilbake etter fem år var",
        (Lang::En, Compared::Back) => "The share back after five years was",
    };
    let said = match (lang, higher) {
        (Lang::Nb, true) => format!(
            "{what} høyere for dem med bachelorgrad eller mer enn for dem uten registrert høyere utdanning."
        ),
        (Lang::Nn, true) => format!(
            "{what} høgare for dei med bachelorgrad eller meir enn for dei utan registrert høgare utdanning."
        ),
        (Lang::Nb, false) => format!(
            "{what} lavere for dem med bachelorgrad eller mer enn for dem uten registrert høyere utdanning."
        ),
        (Lang::Nn, false) => format!(
            "{what} lågare for dei med bachelorgrad eller meir enn for dei utan registrert høgare utdanning."
        ),
        (Lang::En, true) => format!(
            "{what} higher for those with a bachelor’s degree or more than for those without \
             registered higher education."
        ),
        (Lang::En, false) => format!(
            "{what} lower for those with a bachelor’s degree or more than for those without \
             registered higher education."
        ),
    };
    holds_there(lang, &said, pattern)
}

fn with_background(lang: Lang, descendants: bool) -> &'static str {
    match (lang, descendants) {
        (Lang::Nb, true) => "etterkommere med bakgrunn fra",
        (Lang::Nn, true) => "etterkomarar med bakgrunn frå",
        (Lang::Nb, false) => "personer med bakgrunn fra",
        (Lang::Nn, false) => "personar med bakgrunn frå",
        (Lang::En, true) => "descendants with a background from",
        (Lang::En, false) => "people with a background from",
    }
}

/// The origins with most emigrations.
pub fn largest_origins(lang: Lang, descendants: bool, parts: &[Part]) -> String {
    let who = with_background(lang, descendants);
    let parts = named(lang, parts);
    match lang {
        Lang::Nb => format!("Flest utvandringer er det blant {who} {parts}."),
        Lang::Nn => format!("Flest utvandringar er det blant {who} {parts}."),
        Lang::En => format!("Most emigrations are found among {who} {parts}."),
    }
}

/// The origins with the highest rates, and the rate of the largest one.
pub fn highest_origins(
    lang: Lang,
    descendants: bool,
    parts: &[Part],
    largest: Option<&Part>,
) -> String {
    let who = with_background(lang, descendants);
    let parts = named(lang, parts);
    let first = match lang {
        Lang::Nb => format!("Utvandringsraten er høyest blant {who} {parts}."),
        Lang::Nn => format!("Utvandringsraten er høgast blant {who} {parts}."),
        Lang::En => format!("The emigration rate is highest among {who} {parts}."),
    };
    match (lang, largest) {
        (_, None) => first,
        (Lang::Nb, Some(Part { place, value })) => {
            format!("{first} Med bakgrunn fra {place} er den {value} per år.")
        }
        (Lang::Nn, Some(Part { place, value })) => {
            format!("{first} Med bakgrunn frå {place} er han {value} per år.")
        }
        (Lang::En, Some(Part { place, value })) => {
            format!("{first} With a background from {place} it is {value} a year.")
        }
    }
}

/// "16 av 19", "alle 19", "ingen av 19".
fn part_of(lang: Lang, count: Count) -> String {
    let Count { part, of, place } = count;
    let said = match (lang, part) {
        (Lang::Nb | Lang::Nn, part) if part == of => format!("alle {of}"),
        (Lang::En, part) if part == of => format!("all {of}"),
        (Lang::Nb, 0) => format!("ingen av de {of}"),
        (Lang::Nn, 0) => format!("ingen av dei {of}"),
        (Lang::En, 0) => format!("none of the {of}"),
        (Lang::Nb | Lang::Nn, part) => format!("{part} av {of}"),
        (Lang::En, part) => format!("{part} of {of}"),
    };
    marks::maybe(place, &said)
}

/// In how many origin groups numbers rose and rates fell between two periods.
pub fn origins_over_time(
    lang: Lang,
    (first, last): (&str, &str),
    rising_numbers: Count,
    falling_rates: Count,
) -> String {
    let numbers = part_of(lang, rising_numbers);
    let rates = part_of(lang, falling_rates);
    match lang {
        Lang::Nb => format!(
            "Fra {first} til {last} økte antallet utvandringer i {numbers} opprinnelsesgrupper, \
             mens raten sank i {rates}."
        ),
        Lang::Nn => format!(
            "Frå {first} til {last} auka talet på utvandringar i {numbers} opphavsgrupper, medan \
             raten gjekk ned i {rates}."
        ),
        Lang::En => format!(
            "Between {first} and {last} the number of emigrations rose in {numbers} origin groups, \
             while the rate fell in {rates}."
        ),
    }
}

words! {
    /// The last period includes the pandemic.
    with_pandemic {
        nb: "Den siste perioden omfatter pandemiårene.",
        nn: "Den siste perioden omfattar pandemiåra.",
        en: "The last period includes the pandemic years.",
    }
}

/// Origins from which more go to the country of origin than to a new one, and how many are the
/// other way round.
pub fn origins_to_origin(
    lang: Lang,
    descendants: bool,
    places: &[String],
    others: Count,
) -> String {
    let who = with_background(lang, descendants);
    let listed = names(lang, places);
    let all = part_of(lang, others);
    match (lang, places.len(), others.part) {
        (Lang::Nb, 0, _) => format!(
            "I {all} opprinnelsesgrupper gikk flere utvandringer til et nytt, kjent land enn til opprinnelseslandet."
        ),
        (Lang::Nn, 0, _) => format!(
            "I {all} opphavsgrupper gjekk fleire utvandringar til eit nytt, kjent land enn til opphavslandet."
        ),
        (Lang::En, 0, _) => format!(
            "In {all} origin groups more emigrations went to a new, known country than to the country of origin."
        ),
        (Lang::Nb, _, 0) => format!(
            "Blant {who} {listed} gikk flere utvandringer til opprinnelseslandet enn til et nytt, kjent land."
        ),
        (Lang::Nn, _, 0) => format!(
            "Blant {who} {listed} gjekk fleire utvandringar til opphavslandet enn til eit nytt, kjent land."
        ),
        (Lang::En, _, 0) => format!(
            "Among {who} {listed}, more emigrations went to the country of origin than to a new, known country."
        ),
        (Lang::Nb, ..) => format!(
            "Blant {who} {listed} gikk flere utvandringer til opprinnelseslandet enn til et nytt, \
             kjent land. I {} var det omvendt.",
            other_groups(lang, others)
        ),
        (Lang::Nn, ..) => format!(
            "Blant {who} {listed} gjekk fleire utvandringar til opphavslandet enn til eit nytt, \
             kjent land. I {} var det omvendt.",
            other_groups(lang, others)
        ),
        (Lang::En, ..) => format!(
            "Among {who} {listed}, more emigrations went to the country of origin than to a new, \
             known country. In {} it was the other way round.",
            other_groups(lang, others)
        ),
    }
}

fn other_groups(lang: Lang, count: Count) -> String {
    let number = number::small(lang, count.part);
    let said = match (lang, count.part) {
        (Lang::Nb, 1) => "én annen opprinnelsesgruppe".to_owned(),
        (Lang::Nn, 1) => "éi anna opphavsgruppe".to_owned(),
        (Lang::Nb, _) => format!("{number} andre opprinnelsesgrupper"),
        (Lang::Nn, _) => format!("{number} andre opphavsgrupper"),
        (Lang::En, 1) => "one other origin group".to_owned(),
        (Lang::En, _) => format!("{number} other origin groups"),
    };
    marks::maybe(count.place, &said)
}

/// The commonest new country of most origin groups, and those with another one: the place is
/// the origin, the value the destination and its share.
pub fn origins_new_country(
    lang: Lang,
    destination: &str,
    wins: Count,
    exceptions: &[Part],
) -> String {
    let part = part_of(lang, wins);
    let first = match lang {
        Lang::Nb => format!(
            "Av utvandringene til et nytt, kjent land gikk flest til {destination} i {part} opprinnelsesgrupper."
        ),
        Lang::Nn => format!(
            "Av utvandringane til eit nytt, kjent land gjekk flest til {destination} i {part} opphavsgrupper."
        ),
        Lang::En => format!(
            "Of the emigrations to a new, known country, most went to {destination} in {part} origin groups."
        ),
    };
    let parts: Vec<String> = exceptions
        .iter()
        .map(|part| format!("{} ({})", part.place, part.value))
        .collect();
    match (lang, exceptions.len()) {
        (_, 0) => first,
        (Lang::Nb | Lang::Nn, _) => format!("{first} Unntak: {}.", parts.join("; ")),
        (Lang::En, 1) => format!("{first} Exception: {}.", parts.join("; ")),
        (Lang::En, _) => format!("{first} Exceptions: {}.", parts.join("; ")),
    }
}

/// The origins with the highest and the lowest share back.
pub fn origins_back(lang: Lang, descendants: bool, highest: &[Part], lowest: &[Part]) -> String {
    let who = with_background(lang, descendants);
    let (high, low) = (named(lang, highest), named(lang, lowest));
    match lang {
        Lang::Nb => format!(
            "Andelen tilbake etter fem år var høyest blant {who} {high}, og lavest blant dem med bakgrunn fra {low}."
        ),
        Lang::Nn => format!(
            "Delen tilbake etter fem år var høgast blant {who} {high}, og lågast blant dei med bakgrunn frå {low}."
        ),
        Lang::En => format!(
            "The share back after five years was highest among {who} {high}, and lowest among \
             those with a background from {low}."
        ),
    }
}
