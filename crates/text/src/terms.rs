//! Names of measures, dimensions and codes, and what they mean.

use super::phrases::words;
use super::{Lang, case};

words! {
    /// Measure.
    emigrations { nb: "Utvandringer", nn: "Utvandringar", en: "Emigrations" }
    /// Measure.
    persons { nb: "Personer", nn: "Personar", en: "Persons" }
    /// Measure.
    population { nb: "Middelfolkemengde", nn: "Middelfolkemengd", en: "Mid-year population" }
    /// Measure.
    person_years { nb: "Personår", nn: "Personår", en: "Person-years" }
    /// Measure.
    rate { nb: "Utvandringsrate", nn: "Utvandringsrate", en: "Emigration rate" }
    /// Measure.
    destination_share {
        nb: "Andel etter tilflyttingsland",
        nn: "Del etter tilflyttingsland",
        en: "Share by destination",
    }
    /// Measure.
    return_share { nb: "Andel tilbake etter fem år", nn: "Del tilbake etter fem år", en: "Share back after five years" }
    /// Measure.
    returned_5y { nb: "Tilbake etter fem år", nn: "Tilbake etter fem år", en: "Back after five years" }
    /// Measure.
    returned { nb: "Tilbake etter antall år", nn: "Tilbake etter talet på år", en: "Back after the number of years" }
    /// Measure.
    return_curve {
        nb: "Andel tilbake etter antall år",
        nn: "Del tilbake etter talet på år",
        en: "Share back by years since leaving",
    }
}

/// The unit of a measure, after its name in the subtitle of a figure.
pub fn unit(lang: Lang, measure: &str) -> &'static str {
    match (lang, measure) {
        (Lang::Nb | Lang::Nn, "rate") => "prosent per år",
        (Lang::En, "rate") => "per cent a year",
        (Lang::Nb | Lang::Nn, "destination_share" | "return_share" | "return_curve") => "prosent",
        (Lang::En, "destination_share" | "return_share" | "return_curve") => "per cent",
        (Lang::Nb, "population" | "persons" | "emigrations" | "returned_5y") => "antall",
        (Lang::Nn, "population" | "persons" | "emigrations" | "returned_5y") => "tal",
        (Lang::En, "population" | "persons" | "emigrations" | "returned_5y") => "number",
        _ => "",
    }
}

/// The name of a measure column or measure.
pub fn measure(lang: Lang, name: &str) -> String {
    match name {
        "emigrations" => emigrations(lang),
        "persons" => persons(lang),
        "population" => population(lang),
        "person_years" => person_years(lang),
        "rate" => rate(lang),
        "destination_share" => destination_share(lang),
        "return_share" => return_share(lang),
        "returned_5y" => returned_5y(lang),
        "returned" => returned(lang),
        "return_curve" => return_curve(lang),
        "population_jan1" => match lang {
            Lang::Nb => "Folkemengde 1. januar",
            Lang::Nn => "Folkemengd 1. januar",
            Lang::En => "Population on 1 January",
        },
        "population_dec31" => match lang {
            Lang::Nb => "Folkemengde 31. desember",
            Lang::Nn => "Folkemengd 31. desember",
            Lang::En => "Population on 31 December",
        },
        "rate_percent" => match lang {
            Lang::Nb | Lang::Nn => "Utvandringsrate, oppgitt i prosent",
            Lang::En => "Emigration rate, printed in per cent",
        },
        "destination_share_percent" => match lang {
            Lang::Nb => "Andel etter tilflyttingsland, oppgitt i prosent",
            Lang::Nn => "Del etter tilflyttingsland, oppgitt i prosent",
            Lang::En => "Share by destination, printed in per cent",
        },
        "return_share_percent" => match lang {
            Lang::Nb => "Andel tilbake etter fem år, oppgitt i prosent",
            Lang::Nn => "Del tilbake etter fem år, oppgitt i prosent",
            Lang::En => "Share back after five years, printed in per cent",
        },
        other => return of_column(other),
    }
    .to_owned()
}

/// The name in a language of one of the keys listed.
macro_rules! named {
    ($lang:expr, $name:expr, $($known:pat => { nb: $nb:literal, nn: $nn:literal, en: $en:literal },)+) => {
        match $name {
            $($known => Some(match $lang {
                Lang::Nb => $nb,
                Lang::Nn => $nn,
                Lang::En => $en,
            }),)+
            _ => None,
        }
    };
}

/// The name of a dimension as a heading: of one that statistics on people often have, else made of
/// the name of its column. A data set may call it something else: `Dataset::dimension_name`.
pub fn dimension(lang: Lang, name: &str) -> String {
    let known = named! { lang, name,
        "group" => { nb: "Gruppe", nn: "Gruppe", en: "Group" },
        "origin" => { nb: "Opprinnelsesland", nn: "Opphavsland", en: "Country of origin" },
        "education" => { nb: "Utdanning", nn: "Utdanning", en: "Education" },
        "sex" => { nb: "Kjønn", nn: "Kjønn", en: "Sex" },
        "gender" => { nb: "Kjønn", nn: "Kjønn", en: "Gender" },
        "age" => { nb: "Alder", nn: "Alder", en: "Age" },
        "age_group" => { nb: "Aldersgruppe", nn: "Aldersgruppe", en: "Age group" },
        "year" => { nb: "År", nn: "År", en: "Year" },
        "period" => { nb: "Periode", nn: "Periode", en: "Period" },
        "destination" => { nb: "Tilflyttingsland", nn: "Tilflyttingsland", en: "Destination" },
        "destination_kind" => { nb: "Type tilflyttingsland", nn: "Type tilflyttingsland", en: "Kind of destination" },
        "years_since" => { nb: "År siden utvandring", nn: "År sidan utvandring", en: "Years since emigration" },
        "quarter" => { nb: "Kvartal", nn: "Kvartal", en: "Quarter" },
        "month" => { nb: "Måned", nn: "Månad", en: "Month" },
        "week" => { nb: "Uke", nn: "Veke", en: "Week" },
        "decade" => { nb: "Tiår", nn: "Tiår", en: "Decade" },
        "cohort" => { nb: "Kohort", nn: "Kohort", en: "Cohort" },
        "birth_year" => { nb: "Fødselsår", nn: "Fødselsår", en: "Year of birth" },
        "country" => { nb: "Land", nn: "Land", en: "Country" },
        "citizenship" => { nb: "Statsborgerskap", nn: "Statsborgarskap", en: "Citizenship" },
        "country_of_birth" => { nb: "Fødeland", nn: "Fødeland", en: "Country of birth" },
        "country_background" => { nb: "Landbakgrunn", nn: "Landbakgrunn", en: "Country background" },
        "continent" => { nb: "Verdensdel", nn: "Verdsdel", en: "Continent" },
        "region" => { nb: "Region", nn: "Region", en: "Region" },
        "area" => { nb: "Område", nn: "Område", en: "Area" },
        "county" => { nb: "Fylke", nn: "Fylke", en: "County" },
        "municipality" => { nb: "Kommune", nn: "Kommune", en: "Municipality" },
        "occupation" => { nb: "Yrke", nn: "Yrke", en: "Occupation" },
        "industry" => { nb: "Næring", nn: "Næring", en: "Industry" },
        "income" => { nb: "Inntekt", nn: "Inntekt", en: "Income" },
        "employment" => { nb: "Sysselsetting", nn: "Sysselsetjing", en: "Employment" },
        "marital_status" => { nb: "Sivilstand", nn: "Sivilstand", en: "Marital status" },
        "household" => { nb: "Husholdning", nn: "Hushald", en: "Household" },
        "reason" => { nb: "Grunn", nn: "Grunn", en: "Reason" },
        "length_of_stay" => { nb: "Botid", nn: "Butid", en: "Length of stay" },
    };
    known.map_or_else(|| of_column(name), str::to_owned)
}

/// A column that nobody has named.
fn of_column(name: &str) -> String {
    case::capital_first(&name.replace('_', " "))
}

/// "by group": a dimension inside a phrase, by what it is called there.
pub fn by_dimension(lang: Lang, name: &str, called: &str) -> String {
    match (lang, name) {
        (Lang::Nb | Lang::Nn, "year") => "per år".to_owned(),
        (Lang::En, "year") => "per year".to_owned(),
        (Lang::Nb, "years_since") => "etter antall år siden utvandringen".to_owned(),
        (Lang::Nn, "years_since") => "etter talet på år sidan utvandringa".to_owned(),
        (Lang::En, "years_since") => "by years since emigration".to_owned(),
        (Lang::Nb | Lang::Nn, _) => format!("etter {called}"),
        (Lang::En, _) => format!("by {called}"),
    }
}

/// A term with its meaning and formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Identifier for links.
    pub id: &'static str,
    /// The term.
    pub term: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// The formula, empty for terms without one.
    pub formula: &'static str,
    /// Where the report defines it, for data of the report.
    pub place: &'static str,
}

/// Whether a definition holds for any data: the others tell of the people and the rules of the report.
fn is_general(id: &str) -> bool {
    const GENERAL: [&str; 5] = [
        "mid_year_population",
        "person_years",
        "rate",
        "destination_share",
        "small_numbers",
    ];
    GENERAL.contains(&id)
}

/// Whether what an identifier means holds for data of the report only.
pub fn is_of_report(id: &str) -> bool {
    !is_general(id) && DEFINITIONS.iter().any(|[one, ..]| one.id == id)
}

/// The definitions that hold for data of the report or for others, in reading order. Only the first have a place in
/// the report.
pub fn definitions(lang: Lang, of_report: bool) -> Vec<Definition> {
    let all = DEFINITIONS.iter().map(|[nb, nn, en]| match lang {
        Lang::Nb => *nb,
        Lang::Nn => *nn,
        Lang::En => *en,
    });
    match of_report {
        true => all.collect(),
        false => {
            let general = all.filter(|definition| is_general(definition.id));
            general
                .map(|definition| Definition {
                    place: "",
                    ..definition
                })
                .collect()
        }
    }
}

/// Some of the definitions, for data of the report or others.
pub fn definitions_for(lang: Lang, ids: &[&str], of_report: bool) -> Vec<Definition> {
    let mut wanted = definitions(lang, of_report);
    wanted.retain(|definition| ids.contains(&definition.id));
    wanted
}

const fn entry(
    id: &'static str,
    place: [&'static str; 2],
    nb: [&'static str; 3],
    nn: [&'static str; 3],
    en: [&'static str; 3],
) -> [Definition; 3] {
    [
        Definition {
            id,
            term: nb[0],
            meaning: nb[1],
            formula: nb[2],
            place: place[0],
        },
        Definition {
            id,
            term: nn[0],
            meaning: nn[1],
            formula: nn[2],
            place: place[0],
        },
        Definition {
            id,
            term: en[0],
            meaning: en[1],
            formula: en[2],
            place: place[1],
        },
    ]
}

static DEFINITIONS: [[Definition; 3]; 12] = [
    entry(
        "population_studied",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Hvem som er med",
            "Alle som bodde i Norge 1. januar i minst ett av årene 2000–2023 da de var 18–35 år. \
             De følges bare i disse årene og aldrene. Alder er fylte år ved utgangen av året.",
            "",
        ],
        [
            "Kven som er med",
            "Alle som budde i Noreg 1. januar i minst eitt av åra 2000–2023 då dei var 18–35 år. \
             Dei blir følgde berre i desse åra og aldrane. Alder er fylte år ved utgangen av året.",
            "",
        ],
        [
            "Who is included",
            "Everyone who lived in Norway on 1 January in at least one of the years 2000–2023 \
             while aged 18–35. They are followed only in those years and ages. Age is the age \
             reached by the end of the year.",
            "",
        ],
    ),
    entry(
        "emigration",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Utvandring",
            "En registrert flytting ut av landet, som regel når man skal bo minst seks måneder i \
             utlandet. Det telles flyttinger, ikke personer, så én person kan telle flere ganger.",
            "",
        ],
        [
            "Utvandring",
            "Ei registrert flytting ut av landet, som regel når ein skal bu minst seks månader i \
             utlandet. Det er flyttingar som blir talde, ikkje personar, så éin person kan telje \
             fleire gonger.",
            "",
        ],
        [
            "Emigration",
            "A registered move out of the country, as a rule with at least six months abroad \
             intended. Moves are counted, not persons, so one person can count more than once.",
            "",
        ],
    ),
    entry(
        "mid_year_population",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Middelfolkemengde",
            "Gjennomsnittet av folkemengden ved starten og slutten av året. Nevneren i rater for enkeltår.",
            "(folkemengde 1. januar + folkemengde 31. desember) / 2",
        ],
        [
            "Middelfolkemengd",
            "Gjennomsnittet av folkemengda ved starten og slutten av året. Nemnaren i ratar for enkeltår.",
            "(folkemengd 1. januar + folkemengd 31. desember) / 2",
        ],
        [
            "Mid-year population",
            "The mean of the population at the start and the end of the year. The denominator of \
             rates for single years.",
            "(population on 1 January + population on 31 December) / 2",
        ],
    ),
    entry(
        "person_years",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Personår",
            "Ett år som én person har bodd i landet. To personer som bor her i fem år, gir ti \
             personår. Nevneren i rater for flere år samlet.",
            "",
        ],
        [
            "Personår",
            "Eitt år som éin person har budd i landet. To personar som bur her i fem år, gir ti \
             personår. Nemnaren i ratar for fleire år samla.",
            "",
        ],
        [
            "Person-years",
            "One year that one person has lived in the country. Two persons who live here for five \
             years give ten person-years. The denominator of rates for several years together.",
            "",
        ],
    ),
    entry(
        "rate",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Utvandringsrate",
            "Utvandringer i forhold til dem som kunne utvandre. Flere år slås sammen som sum over \
             sum, aldri som gjennomsnitt av rater. Én utvandring på ti personår er 10\u{202f}%.",
            "utvandringer / middelfolkemengde (enkeltår) eller utvandringer / personår (flere år)",
        ],
        [
            "Utvandringsrate",
            "Utvandringar i forhold til dei som kunne utvandre. Fleire år blir slåtte saman som \
             sum over sum, aldri som gjennomsnitt av ratar. Éi utvandring på ti personår er 10\u{202f}%.",
            "utvandringar / middelfolkemengd (enkeltår) eller utvandringar / personår (fleire år)",
        ],
        [
            "Emigration rate",
            "Emigrations set against those who could emigrate. Several years are pooled as sum \
             over sum, never as a mean of rates. One emigration in ten person-years is 10%.",
            "emigrations / mid-year population (single years) or emigrations / person-years (several years)",
        ],
    ),
    entry(
        "destination_share",
        ["Kapittel 4.1", "Chapter 4.1"],
        [
            "Andel etter tilflyttingsland",
            "Hvor stor del av utvandringene som gikk til et land. Også de med ukjent \
             tilflyttingsland er med i grunnlaget.",
            "utvandringer til landet / alle utvandringer",
        ],
        [
            "Del etter tilflyttingsland",
            "Kor stor del av utvandringane som gjekk til eit land. Også dei med ukjent \
             tilflyttingsland er med i grunnlaget.",
            "utvandringar til landet / alle utvandringar",
        ],
        [
            "Share by destination",
            "The part of the emigrations that went to a country. Emigrations with unknown \
             destination are in the base too.",
            "emigrations to the country / all emigrations",
        ],
    ),
    entry(
        "rebased_share",
        ["Kapittel 4.1", "Chapter 4.1"],
        [
            "Andel av dem som dro til et nytt, kjent land",
            "Eget eller foreldrenes opprinnelsesland og ukjent tas ut av grunnlaget, og resten \
             skaleres til 100\u{202f}%. Hvor mange som er tatt ut, står alltid ved figuren.",
            "utvandringer til landet / utvandringer til kjente, nye land",
        ],
        [
            "Del av dei som drog til eit nytt, kjent land",
            "Landet dei sjølve eller foreldra kom frå, og ukjent blir tekne ut av grunnlaget, og resten \
             blir skalert til 100\u{202f}%. Kor mange som er tekne ut, står alltid ved figuren.",
            "utvandringar til landet / utvandringar til kjende, nye land",
        ],
        [
            "Share of those who went to a new, known country",
            "Own or parents’ country of origin and unknown are taken out of the base, and the rest \
             is scaled to 100%. How many were taken out is always stated at the figure.",
            "emigrations to the country / emigrations to known, new countries",
        ],
    ),
    entry(
        "return_share",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Andel tilbake etter fem år",
            "Hvor stor del av utvandringene i 2000–2019 der personen var bosatt i Norge igjen 1. \
             januar fem år senere. De få som døde i mellomtiden, regnes som tilbake. Nyere \
             utvandringer kan ikke observeres ennå og holdes utenfor.",
            "bosatt i Norge igjen 1. januar fem år senere / utvandringer",
        ],
        [
            "Del tilbake etter fem år",
            "Kor stor del av utvandringane i 2000–2019 der personen var busett i Noreg igjen 1. \
             januar fem år seinare. Dei få som døydde i mellomtida, blir rekna som tilbake. Nyare \
             utvandringar kan ikkje observerast enno og blir haldne utanfor.",
            "busett i Noreg igjen 1. januar fem år seinare / utvandringar",
        ],
        [
            "Share back after five years",
            "The part of the emigrations in 2000–2019 after which the person lived in Norway again \
             on 1 January five years later. The few who died in the meantime count as returned. \
             Newer emigrations cannot be observed yet and are left out.",
            "living in Norway again on 1 January five years later / emigrations",
        ],
    ),
    entry(
        "descendants",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Etterkommere av innvandrere",
            "De to gruppene norskfødte med to innvandrerforeldre og personer som innvandret før de \
             fylte ti år. Videre enn vanlig bruk av ordet.",
            "",
        ],
        [
            "Etterkomarar av innvandrarar",
            "Dei to gruppene norskfødde med to innvandrarforeldre og personar som innvandra før \
             dei fylte ti år. Vidare enn vanleg bruk av ordet.",
            "",
        ],
        [
            "Descendants of immigrants",
            "The two groups Norwegian-born with two immigrant parents and persons who immigrated \
             before the age of ten. Wider than the usual use of the word.",
            "",
        ],
    ),
    entry(
        "education",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Utdanning",
            "Høyeste fullførte utdanning registrert før utvandringen: bachelorgrad eller mer, \
             eller ikke. Uoppgitt utdanning regnes som uten høyere utdanning; det gjelder nær 30\u{202f}% \
             av dem som innvandret som 10 år eller eldre.",
            "",
        ],
        [
            "Utdanning",
            "Høgaste fullførte utdanning registrert før utvandringa: bachelorgrad eller meir, \
             eller ikkje. Når utdanning ikkje er oppgitt, blir det rekna som utan høgare \
             utdanning; det gjeld nær 30\u{202f}% av dei som innvandra som 10 år eller eldre.",
            "",
        ],
        [
            "Education",
            "Highest completed education registered before the emigration: bachelor degree or \
             more, or not. Missing education counts as no higher education; that applies to nearly \
             30% of those who immigrated aged 10 or more.",
            "",
        ],
    ),
    entry(
        "nordic_rule",
        ["Vedlegg 1", "Appendix 1"],
        [
            "Nordisk registrering",
            "Den som blir registrert som bosatt i et annet nordisk land, blir automatisk meldt \
             utvandret fra Norge. Flyttinger dit fanges derfor lettere opp, også studenters. \
             Studenter i andre land blir som regel stående som bosatt i Norge.",
            "",
        ],
        [
            "Nordisk registrering",
            "Den som blir registrert som busett i eit anna nordisk land, blir automatisk meld \
             utvandra frå Noreg. Flyttingar dit blir derfor lettare fanga opp, også når det er \
             studentar som flyttar. Studentar i andre land blir som regel ståande som busette i \
             Noreg.",
            "",
        ],
        [
            "Nordic registration",
            "A person registered as resident in another Nordic country is automatically recorded \
             as emigrated from Norway. Moves there are therefore caught more easily, students’ \
             moves too. Students elsewhere as a rule stay registered in Norway.",
            "",
        ],
    ),
    entry(
        "small_numbers",
        ["Metode", "Method"],
        [
            "Små tall",
            "Celler med færre enn ti hendelser er merket. Tilfeldigheter kan endre dem mye fra år til år.",
            "",
        ],
        [
            "Små tal",
            "Celler med færre enn ti hendingar er merkte. Tilfeldig variasjon kan endre dei mykje frå år til år.",
            "",
        ],
        [
            "Small numbers",
            "Cells with fewer than ten events are marked. Chance can change them a lot from year to year.",
            "",
        ],
    ),
];

/// The definition of a rate by one of its two denominators, under the names that a data set has for it and for what
/// it counts.
pub fn rate_in_short(lang: Lang, rate: &str, events: &str, of_mid_year: bool) -> String {
    let events = case::within(events);
    match (lang, of_mid_year) {
        (Lang::Nb, true) => format!("{rate} = {events} i året / middelfolkemengde."),
        (Lang::Nn, true) => format!("{rate} = {events} i året / middelfolkemengd."),
        (Lang::En, true) => format!("{rate} = {events} in the year / mid-year population."),
        (Lang::Nb | Lang::Nn, false) => format!("{rate} = {events} / personår."),
        (Lang::En, false) => format!("{rate} = {events} / person-years."),
    }
}

/// A definition in one line, for the foot of a figure: the formula where there is one, else the
/// first sentence of the meaning. Empty for an id that is not defined.
///
/// Besides the ids of [`definitions`], `return_curve` is the return share at any number of years.
pub fn in_short(lang: Lang, id: &str) -> String {
    match (lang, id) {
        (Lang::Nb, "return_curve") => {
            return "Andel tilbake = bosatt i landet igjen så mange år senere / utvandringer."
                .to_owned();
        }
        (Lang::Nn, "return_curve") => {
            return "Del tilbake = busett i landet igjen så mange år seinare / utvandringar."
                .to_owned();
        }
        (Lang::En, "return_curve") => {
            return "Share back = living in the country again so many years later / emigrations."
                .to_owned();
        }
        _ => {}
    }
    let all = definitions(lang, true);
    let Some(definition) = all.iter().find(|definition| definition.id == id) else {
        return String::new();
    };
    if !definition.formula.is_empty() {
        return format!("{} = {}.", definition.term, definition.formula);
    }
    let meaning = definition.meaning;
    let end = case::sentence_ends(meaning).next();
    let first = &meaning[..end.unwrap_or(meaning.len())];
    format!("{}: {}", definition.term, case::small_first(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_definition_is_complete_in_every_language() {
        for lang in Lang::ALL {
            for definition in definitions(lang, true) {
                assert!(!definition.term.is_empty() && !definition.place.is_empty());
                assert!(definition.meaning.ends_with('.'), "{}", definition.meaning);
            }
        }
    }
}
