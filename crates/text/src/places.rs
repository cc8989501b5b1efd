//! Where a number stands, as a phrase that fits into running text: "in Norway", "among women", "at age 25".
//!
//! Labels of data sets are no running text ("Immigrated as an adult"). What is known of a dimension tells how
//! its codes are spoken of; a label of which nothing is known stands as the name of a group.

use data::contract::{is_of_countries, meant};
use kernels::stable_sort as order;

use super::phrases::one_of;
use super::{Lang, case, claims, enumerate, findings, number, terms};

/// A code in running text: what may stand once before several of them, and the name itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// "in", "among citizens of".
    pub before: &'static str,
    /// "Norway".
    pub name: String,
}

impl Place {
    /// All of it.
    pub fn said(&self) -> String {
        [self.before, &self.name].join(" ").trim().to_owned()
    }
}

/// What several codes of a dimension are called.
pub struct Nouns {
    /// What stands before a number of them: "in" countries, "for" citizenships.
    pub before: &'static str,
    /// "countries".
    pub some: &'static str,
    /// The countries, after "all" or "the other".
    pub all: &'static str,
}

/// What several codes of a dimension are called: before, some of them, all of them.
pub fn nouns(lang: Lang, dimension: &str) -> Nouns {
    let words = match meant(dimension) {
        "country" => one_of!(lang, nb: "i land landene", nn: "i land landa", en: "in countries"),
        "municipality" => one_of!(
            lang,
            nb: "i kommuner kommunene",
            nn: "i kommunar kommunane",
            en: "in municipalities"
        ),
        "county" => one_of!(lang, nb: "i fylker fylkene", nn: "i fylke fylka", en: "in counties"),
        "region" => one_of!(
            lang,
            nb: "i regioner regionene",
            nn: "i regionar regionane",
            en: "in regions"
        ),
        "area" => one_of!(lang, nb: "i områder områdene", nn: "i område områda", en: "in areas"),
        "continent" => one_of!(
            lang,
            nb: "i verdensdeler verdensdelene",
            nn: "i verdsdelar verdsdelane",
            en: "in continents"
        ),
        "group" => one_of!(
            lang,
            nb: "i grupper gruppene",
            nn: "i grupper gruppene",
            en: "in groups"
        ),
        "citizenship" => one_of!(
            lang,
            nb: "for statsborgerskap statsborgerskapene",
            nn: "for statsborgarskap statsborgarskapa",
            en: "for citizenships"
        ),
        "country_of_birth" => one_of!(
            lang,
            nb: "for fødeland fødelandene",
            nn: "for fødeland fødelanda",
            en: "for countries|of|birth"
        ),
        "origin" => one_of!(
            lang,
            nb: "for opprinnelsesland opprinnelseslandene",
            nn: "for opphavsland opphavslanda",
            en: "for countries|of|origin"
        ),
        "destination" => one_of!(
            lang,
            nb: "til tilflyttingsland tilflyttingslandene",
            nn: "til tilflyttingsland tilflyttingslanda",
            en: "to destinations"
        ),
        "destination_kind" => one_of!(
            lang,
            nb: "til typer|tilflyttingsland typene|tilflyttingsland",
            nn: "til typar|tilflyttingsland typane|tilflyttingsland",
            en: "to kinds|of|destination"
        ),
        "occupation" => one_of!(
            lang,
            nb: "i yrker yrkene",
            nn: "i yrke yrka",
            en: "in occupations"
        ),
        "industry" => one_of!(
            lang,
            nb: "i næringer næringene",
            nn: "i næringar næringane",
            en: "in industries"
        ),
        "education" => one_of!(
            lang,
            nb: "på utdanningsnivåer utdanningsnivåene",
            nn: "på utdanningsnivå utdanningsnivåa",
            en: "at levels|of|education"
        ),
        "sex" | "gender" => one_of!(
            lang,
            nb: "for kjønn kjønnene",
            nn: "for kjønn kjønna",
            en: "for sexes"
        ),
        "age" => one_of!(
            lang,
            nb: "på alderstrinn alderstrinnene",
            nn: "på alderstrinn alderstrinna",
            en: "at ages"
        ),
        "age_group" => one_of!(
            lang,
            nb: "i aldersgrupper aldersgruppene",
            nn: "i aldersgrupper aldersgruppene",
            en: "in age|groups"
        ),
        "year" => one_of!(lang, nb: "i år årene", nn: "i år åra", en: "in years"),
        "period" => one_of!(
            lang,
            nb: "i perioder periodene",
            nn: "i periodar periodane",
            en: "in periods"
        ),
        _ => one_of!(
            lang,
            nb: "i kategorier kategoriene",
            nn: "i kategoriar kategoriane",
            en: "in categories"
        ),
    };
    let mut words = words.split(' ');
    let mut word = || words.next();
    let (before, some) = (word().unwrap_or_default(), word().unwrap_or_default());
    let all = word().unwrap_or(some);
    Nouns { before, some, all }
}

/// The parts of a noun of several words are kept together by a stroke until they are said.
fn apart(noun: &str) -> String {
    noun.replace('|', " ")
}

/// What several codes of a dimension are called: "countries".
pub fn some(lang: Lang, dimension: &str) -> String {
    apart(nouns(lang, dimension).some)
}

/// All codes of a dimension, without their number: "the countries" in Norwegian, "countries" in English.
pub fn all(lang: Lang, dimension: &str) -> String {
    apart(nouns(lang, dimension).all)
}

/// "in 3 of 5 countries"; the number may be marked.
pub fn in_some(lang: Lang, dimension: &str, count: &str) -> String {
    let Nouns { before, some, .. } = nouns(lang, dimension);
    format!("{before} {count} {}", apart(some))
}

/// "in all five countries", "in both countries"; `mark` wraps what tells how many.
pub fn in_all(lang: Lang, dimension: &str, count: usize, mark: impl Fn(&str) -> String) -> String {
    let Nouns { before, all, .. } = nouns(lang, dimension);
    let how_many = match (lang, count) {
        (Lang::Nb | Lang::Nn, 2) => "begge".to_owned(),
        (Lang::En, 2) => "both".to_owned(),
        (Lang::Nb | Lang::Nn, _) => format!("alle {}", number::small(lang, count)),
        (Lang::En, _) => format!("all {}", number::small(lang, count)),
    };
    format!("{before} {} {}", mark(&how_many), apart(all))
}

/// "in the other countries".
pub fn in_others(lang: Lang, dimension: &str) -> String {
    let Nouns { before, all, .. } = nouns(lang, dimension);
    let others = one_of!(lang, nb: "de andre", nn: "dei andre", en: "the other");
    format!("{before} {others} {}", apart(all))
}

/// Names that follow "på" in Norwegian, beside those that end in "islands": what lies in the sea.
const ISLANDS: [&str; 19] = [
    "Island",
    "Kypros",
    "Malta",
    "Grønland",
    "Madagaskar",
    "Sri Lanka",
    "Cuba",
    "Jamaica",
    "Barbados",
    "Haiti",
    "Mauritius",
    "Taiwan",
    "New Zealand",
    "Svalbard",
    "Kapp Verde",
    "Filippinene",
    "Filippinane",
    "Bermuda",
    "Man",
];

/// "in" as it stands before the name of a place.
fn within(lang: Lang, name: &str) -> &'static str {
    let at_sea = ISLANDS.contains(&name) || name.ends_with("øyene") || name.ends_with("øyane");
    match lang {
        Lang::En => "in",
        Lang::Nb | Lang::Nn if at_sea => "på",
        Lang::Nb | Lang::Nn => "i",
    }
}

/// Whether a code stands for what is not known.
pub fn is_unknown(code: &str, label: &str) -> bool {
    let known = [
        "ukjent",
        "ukjend",
        "uoppgitt",
        "ikke oppgitt",
        "ikkje oppgitt",
        "unknown",
        "not stated",
    ];
    known.contains(&code) || known.contains(&case::small(label).as_str())
}

/// Those without citizenship.
fn is_stateless(label: &str) -> bool {
    ["statsløs", "statslaus", "stateless"]
        .iter()
        .any(|word| case::small(label).starts_with(word))
}

/// A code of a dimension under its label.
pub fn place(lang: Lang, dimension: &str, code: &str, label: &str) -> Place {
    let whole = |words: &str| Place {
        before: "",
        name: words.to_owned(),
    };
    let named = |before: &'static str, name: String| Place { before, name };
    if let Some(words) = known(lang, dimension, code) {
        return match dimension {
            "destination" | "destination_kind" => named(
                one_of!(
                    lang,
                    nb: "til",
                    nn: "til",
                    en: "to"
                ),
                words.to_owned(),
            ),
            _ => whole(words),
        };
    }
    // Bare numbers are no names of places.
    let is_number = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    let dimension = match is_number {
        true => dimension,
        false => meant(dimension),
    };
    let is_unknown = is_unknown(code, label);
    let name = || with_article(lang, dimension, claims::mid_sentence(label));
    match dimension {
        "year" | "period" | "decade" => named(
            one_of!(
                lang,
                nb: "i",
                nn: "i",
                en: "in"
            ),
            number::range(label),
        ),
        "age" | "age_group" => aged(lang, label),
        "years_since" => Place {
            before: one_of!(lang, nb: "etter", nn: "etter", en: "after"),
            name: years(lang, label),
        },
        "destination" if is_unknown => {
            let words = one_of!(
                lang,
                nb: "ukjent land",
                nn: "ukjent land",
                en: "an unknown country"
            );
            named(
                one_of!(lang, nb: "til", nn: "til", en: "to"),
                words.to_owned(),
            )
        }
        "destination" => match findings::destination(lang, code) {
            Some(words) => named(
                one_of!(lang, nb: "til", nn: "til", en: "to"),
                words.to_owned(),
            ),
            None => named(one_of!(lang, nb: "til", nn: "til", en: "to"), name()),
        },
        "citizenship" if is_unknown => whole(one_of!(
            lang,
            nb: "blant dem med ukjent statsborgerskap",
            nn: "blant dei med ukjent statsborgarskap",
            en: "among people of unknown citizenship"
        )),
        _ if is_unknown => {
            let about = case::within(&terms::dimension(lang, dimension));
            named(
                one_of!(
                    lang,
                    nb: "uten opplysning om",
                    nn: "utan opplysning om",
                    en: "with no information on"
                ),
                about,
            )
        }
        "country" | "municipality" | "county" | "region" | "area" | "continent" => {
            let name = name();
            Place {
                before: within(lang, &name),
                name,
            }
        }
        "citizenship" if is_stateless(label) => whole(one_of!(
            lang,
            nb: "blant statsløse",
            nn: "blant statslause",
            en: "among stateless people"
        )),
        "citizenship" => named(
            one_of!(
                lang,
                nb: "blant statsborgere av",
                nn: "blant statsborgarar av",
                en: "among citizens of"
            ),
            name(),
        ),
        "country_of_birth" => {
            let name = name();
            match within(lang, &name) {
                "på" => named(
                    one_of!(
                        lang,
                        nb: "blant fødte på",
                        nn: "blant fødde på",
                        en: ""
                    ),
                    name,
                ),
                _ => named(
                    one_of!(
                        lang,
                        nb: "blant fødte i",
                        nn: "blant fødde i",
                        en: "among people born in"
                    ),
                    name,
                ),
            }
        }
        "origin" | "country_background" => named(
            one_of!(
                lang,
                nb: "blant dem med bakgrunn fra",
                nn: "blant dei med bakgrunn frå",
                en: "among people with a background from"
            ),
            match claims::origin(lang, code).filter(|_| dimension == "origin") {
                Some(words) => words.to_owned(),
                None => name(),
            },
        ),
        "sex" | "gender" => named(
            one_of!(
                lang,
                nb: "blant",
                nn: "blant",
                en: "among"
            ),
            case::within(label),
        ),
        // As it is written, so that it can be found again.
        _ => named(
            one_of!(
                lang,
                nb: "i gruppen",
                nn: "i gruppa",
                en: "in the group"
            ),
            label.to_owned(),
        ),
    }
}

/// What this program knows of codes that have the same meaning everywhere.
fn known(lang: Lang, dimension: &str, code: &str) -> Option<&'static str> {
    let words = match (dimension, code) {
        ("group", _) => return findings::among_group(lang, code),
        ("education", "no_higher") => one_of!(
            lang,
            nb: "blant dem uten registrert høyere utdanning",
            nn: "blant dei utan registrert høgare utdanning",
            en: "among those with no registered higher education"
        ),
        ("education", "bachelor_plus") => one_of!(
            lang,
            nb: "blant dem med bachelorgrad eller mer",
            nn: "blant dei med bachelorgrad eller meir",
            en: "among those with a bachelor’s degree or more"
        ),
        ("destination" | "destination_kind", "origin") => one_of!(
            lang,
            nb: "opprinnelseslandet",
            nn: "opphavslandet",
            en: "the country of origin"
        ),
        ("destination_kind", "other") => one_of!(
            lang,
            nb: "et annet land",
            nn: "eit anna land",
            en: "another country"
        ),
        ("destination" | "destination_kind", "unknown") => {
            one_of!(lang, nb: "ukjent land", nn: "ukjent land", en: "an unknown country")
        }
        _ => return None,
    };
    Some(words)
}

/// A number of years.
fn years(lang: Lang, count: &str) -> String {
    match (lang, count) {
        (Lang::Nb, "1") => "ett år".to_owned(),
        (Lang::Nn, "1") => "eitt år".to_owned(),
        (Lang::En, "1") => "one year".to_owned(),
        (Lang::Nb | Lang::Nn, _) => format!("{count} år"),
        (Lang::En, _) => format!("{count} years"),
    }
}

/// An age or a range of ages.
fn aged(lang: Lang, label: &str) -> Place {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let ends = label.split_once(['-', '–']);
    let years = |label: &str| match lang {
        Lang::Nb | Lang::Nn => format!("{label} år"),
        Lang::En => label.to_owned(),
    };
    match ends {
        _ if is_digits(label) => Place {
            before: one_of!(lang, nb: "ved", nn: "ved", en: "at age"),
            name: years(label),
        },
        Some((from, to)) if is_digits(from) && is_digits(to) => Place {
            before: one_of!(lang, nb: "i alderen", nn: "i alderen", en: "at ages"),
            name: years(&number::range(label)),
        },
        _ => Place {
            before: one_of!(
                lang,
                nb: "i aldersgruppen",
                nn: "i aldersgruppa",
                en: "in the age group"
            ),
            name: number::range(label),
        },
    }
}

/// Several places: what stands before all of them is said once.
pub fn list(lang: Lang, places: &[Place]) -> String {
    let before = places.first().map_or("", |place| place.before);
    match !before.is_empty() && places.iter().all(|place| place.before == before) {
        true => {
            let names = places.iter().map(|place| place.name.clone());
            format!("{before} {}", enumerate(lang, &names.collect::<Vec<_>>()))
        }
        false => {
            let said = places.iter().map(Place::said);
            enumerate(lang, &said.collect::<Vec<_>>())
        }
    }
}

/// Where people have gone, as what is told of them and not of their moves.
pub const GONE: &str = "gone";

/// The order in which several dimensions are said of one number: where to, who, where, at what age, when.
fn rank(dimension: &str) -> u8 {
    match meant(dimension) {
        "destination" | "destination_kind" => 0,
        "group" | "sex" | "gender" => 1,
        GONE => 3,
        "country" | "municipality" | "county" | "region" | "area" | "continent" => 4,
        "age" | "age_group" | "years_since" => 5,
        "year" | "period" | "decade" | "quarter" | "month" => 6,
        _ => 2,
    }
}

/// A number's places in several dimensions, as one phrase: "among women born in Norway in 2019".
pub fn together(lang: Lang, mut parts: Vec<(&str, Place)>) -> String {
    // A kind of destination says nothing beside the destination.
    if parts
        .iter()
        .any(|(dimension, _)| *dimension == "destination")
    {
        parts.retain(|(dimension, _)| *dimension != "destination_kind");
    }
    order::sort_by(&mut parts, &|one, two| rank(one.0).cmp(&rank(two.0)));
    let mut said: Vec<String> = Vec::new();
    let (mut of_people, mut before) = (false, 0);
    for (dimension, place) in parts {
        let place = place.said();
        // Those who went are people of a population, and no population.
        if let Some(of) = said.iter_mut().find(|said| *said == majority(lang))
            && dimension == GONE
        {
            let those = one_of!(lang, nb: "blant dem", nn: "blant dei", en: "among those");
            *of = format!("{those} {of}");
        }
        let is_among = place.starts_with(one_of!(lang, nb: "blant ", nn: "blant ", en: "among "));
        let is_second = before == 2 && rank(dimension) == before;
        before = rank(dimension);
        said.push(match of_people && is_among {
            true if is_second => {
                format!(
                    "{} {}",
                    one_of!(lang, nb: "og", nn: "og", en: "and"),
                    further(lang, &place)
                )
            }
            true => further(lang, &place),
            false => place,
        });
        of_people |= is_among || said.iter().any(|said| said == majority(lang));
    }
    said.retain(|said| !said.is_empty());
    said.join(" ")
}

/// The one group whose phrase is no "among".
fn majority(lang: Lang) -> &'static str {
    findings::among_group(lang, "majority").unwrap_or_default()
}

/// Who else they are, after people have been spoken of: "born in Norway" for "among people born in Norway".
fn further(lang: Lang, place: &str) -> String {
    let ways: [(&str, &str); 4] = one_of!(lang, nb: [
        ("blant dem ", ""),
        ("blant statsborgere av ", "med statsborgerskap i "),
        ("blant fødte ", "født "),
        ("blant ", "og blant "),
    ], nn: [
        ("blant dei ", ""),
        ("blant statsborgarar av ", "med statsborgarskap i "),
        ("blant fødde ", "fødde "),
        ("blant ", "og blant "),
    ], en: [
        ("among those ", ""),
        ("among people ", ""),
        ("among citizens of ", "with citizenship of "),
        ("among ", "and among "),
    ]);
    for (before, instead) in ways {
        if let Some(rest) = place.strip_prefix(before) {
            return format!("{instead}{rest}");
        }
    }
    place.to_owned()
}

/// Those who went to a destination, of whom something else is said: "among those who went to Germany".
pub fn gone(lang: Lang, place: Place) -> Place {
    Place {
        before: "",
        name: match lang {
            Lang::Nb => format!("blant dem som dro {}", place.said()),
            Lang::Nn => format!("blant dei som drog {}", place.said()),
            Lang::En => format!("among those who went {}", place.said()),
        },
    }
}

/// "of the 18 countries shown".
pub fn of_shown(lang: Lang, dimension: &str, count: usize) -> String {
    let (count, all, shown) = (
        number::small(lang, count),
        all(lang, dimension),
        shown(lang),
    );
    match lang {
        Lang::Nb => format!("av de {count} {all} {shown}"),
        Lang::Nn => format!("av dei {count} {all} {shown}"),
        Lang::En => format!("of the {count} {all} {shown}"),
    }
}

/// After what only some of are in a figure.
pub fn shown(lang: Lang) -> &'static str {
    one_of!(lang, nb: "som vises", nn: "som er viste", en: "shown")
}

/// Names of codes of a dimension one after the other, in the order of the alphabet.
pub fn named(lang: Lang, dimension: &str, names: Vec<String>) -> String {
    let mut names = names;
    order::sort_by(&mut names, &|one, two| {
        in_alphabet(lang, one).cmp(&in_alphabet(lang, two))
    });
    let names = names.into_iter();
    let names: Vec<String> = names
        .map(|name| with_article(lang, dimension, name))
        .collect();
    enumerate(lang, &names)
}

/// What tells where a name stands in the alphabet: in Norwegian æ, ø and å come last.
fn in_alphabet(lang: Lang, name: &str) -> String {
    let is_norwegian = lang != Lang::En;
    let small = case::small(name);
    let placed = small.chars().map(|letter| match letter {
        'æ' | 'ä' if is_norwegian => '{',
        'ø' | 'ö' if is_norwegian => '|',
        'å' if is_norwegian => '}',
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'æ' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ï' | 'î' => 'i',
        'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ú' | 'ü' => 'u',
        other => other,
    });
    placed.collect()
}

/// The name of a country after a preposition: in English some have an article.
pub fn with_article(lang: Lang, dimension: &str, name: String) -> String {
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
        && is_of_countries(dimension)
        && (FIRST.iter().any(|first| name.starts_with(first))
            || name.ends_with("Islands")
            || name.contains("Republic of "));
    match has {
        true => format!("the {name}"),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_running_text_by_what_they_are() {
        let cases = [
            (
                "country",
                "is",
                ["Island", "Island", "Iceland"],
                ["på Island", "på Island", "in Iceland"],
            ),
            (
                "country",
                "nl",
                ["Nederland", "Nederland", "Netherlands"],
                ["i Nederland", "i Nederland", "in the Netherlands"],
            ),
            (
                "citizenship",
                "980",
                ["Statsløse", "Statslause", "Stateless"],
                [
                    "blant statsløse",
                    "blant statslause",
                    "among stateless people",
                ],
            ),
            (
                "citizenship",
                "990",
                ["Uoppgitt", "Ikkje oppgitt", "Not stated"],
                [
                    "blant dem med ukjent statsborgerskap",
                    "blant dei med ukjent statsborgarskap",
                    "among people of unknown citizenship",
                ],
            ),
            (
                "sex",
                "f",
                ["Kvinner", "Kvinner", "Women"],
                ["blant kvinner", "blant kvinner", "among women"],
            ),
            (
                "age",
                "25",
                ["25", "25", "25"],
                ["ved 25 år", "ved 25 år", "at age 25"],
            ),
            (
                "age",
                "20-24",
                ["20-24", "20-24", "20-24"],
                ["i alderen 20–24 år", "i alderen 20–24 år", "at ages 20–24"],
            ),
            (
                "age",
                "85+",
                ["85+", "85+", "85+"],
                [
                    "i aldersgruppen 85+",
                    "i aldersgruppa 85+",
                    "in the age group 85+",
                ],
            ),
            (
                "period",
                "2000-2005",
                ["2000-2005", "2000-2005", "2000-2005"],
                ["i 2000–2005", "i 2000–2005", "in 2000–2005"],
            ),
            (
                "education",
                "unknown",
                ["Ukjent", "Ukjend", "Unknown"],
                [
                    "uten opplysning om utdanning",
                    "utan opplysning om utdanning",
                    "with no information on education",
                ],
            ),
            (
                "status",
                "adult",
                [
                    "Innvandret som voksen",
                    "Innvandra som vaksen",
                    "Immigrated as an adult",
                ],
                [
                    "i gruppen Innvandret som voksen",
                    "i gruppa Innvandra som vaksen",
                    "in the group Immigrated as an adult",
                ],
            ),
        ];
        for (dimension, code, labels, expected) in cases {
            for ((lang, label), expected) in Lang::ALL.into_iter().zip(labels).zip(expected) {
                assert_eq!(place(lang, dimension, code, label).said(), expected);
            }
        }
    }

    #[test]
    fn what_stands_before_several_is_said_once() {
        let of = |dimension: &str, names: &[&str]| -> Vec<Place> {
            let places = names
                .iter()
                .map(|name| place(Lang::Nb, dimension, name, name));
            places.collect()
        };
        assert_eq!(
            list(Lang::Nb, &of("country", &["Polen", "Norge"])),
            "i Polen og Norge"
        );
        assert_eq!(
            list(Lang::Nb, &of("country", &["Polen", "Malta"])),
            "i Polen og på Malta"
        );
        assert_eq!(
            in_all(Lang::Nb, "country", 18, str::to_owned),
            "i alle 18 landene"
        );
        assert_eq!(
            in_all(Lang::En, "origin", 2, str::to_owned),
            "for both countries of origin"
        );
        assert_eq!(
            in_others(Lang::Nn, "citizenship"),
            "for dei andre statsborgarskapa"
        );
    }

    #[test]
    fn people_are_spoken_of_once() {
        let parts = |lang: Lang| {
            vec![
                ("year", place(lang, "year", "2019", "2019")),
                ("origin", place(lang, "origin", "iceland", "Island")),
                ("group", place(lang, "group", "immigrated_age_0_9", "")),
                (
                    "destination_kind",
                    place(lang, "destination_kind", "other", ""),
                ),
            ]
        };
        assert_eq!(
            together(Lang::Nb, parts(Lang::Nb)),
            "til et annet land blant dem som innvandret som barn (0–9 år) med bakgrunn fra Island i 2019"
        );
        let gone = vec![
            (
                GONE,
                gone(Lang::Nb, place(Lang::Nb, "destination_kind", "other", "")),
            ),
            ("group", place(Lang::Nb, "group", "majority", "")),
        ];
        assert_eq!(
            together(Lang::Nb, gone),
            "blant dem i majoritetsbefolkningen som dro til et annet land"
        );
        let people = |lang: Lang| {
            vec![
                ("citizenship", place(lang, "citizenship", "106", "Sweden")),
                ("sex", place(lang, "sex", "f", "Women")),
            ]
        };
        assert_eq!(
            together(Lang::En, people(Lang::En)),
            "among women with citizenship of Sweden"
        );
    }
}
