//! What is said on the way from a foreign file to a data set: how it was understood, what its
//! columns mean, and what happened to it.

use super::problems::Told;
use super::words::words;
use super::{Lang, enumerate};

words! {
    /// Heading.
    heading { nb: "Fra filen din til en utvandringsrate", en: "From your file to an emigration rate" }
    /// Under the heading.
    lead { nb: "Slik er filen forstått. Alt kan endres, og forhåndsvisningen følger med. Vil du slå sammen verdier på din egen måte, legger du til en grupperingsfil: en CSV med kolonnene dimension, code og group.", en: "This is how the file was understood. Everything can be changed, and the preview follows. To put values together in your own way, add a mapping file: a CSV with the columns dimension, code and group." }
    /// Heading of the result.
    result { nb: "Dette blir resultatet", en: "This will be the result" }
    /// Heading of the first rows of a file.
    first_rows { nb: "De første radene i filen", en: "The first rows of the file" }
    /// Button.
    use_these { nb: "Bruk disse tallene", en: "Use these data" }
    /// Button.
    save { nb: "Lagre som datapakke (zip)", en: "Save as data package (zip)" }
    /// Button.
    add { nb: "Legg til en fil", en: "Add another file" }
    /// Button when the population is missing.
    add_population { nb: "Legg til en fil med folketall", en: "Add a file with population" }
    /// Button when the emigrations are missing.
    add_emigrations { nb: "Legg til en fil med utvandringer", en: "Add a file with emigrations" }
    /// Button.
    cancel { nb: "Avbryt", en: "Cancel" }
    /// Remark.
    lacks_population { nb: "Filen har utvandringer, men ikke folketall. Legg til en fil med folketall for å få rater.", en: "The file has emigrations but no population. Add a file with population to get rates." }
    /// Remark.
    lacks_emigrations { nb: "Filen har folketall, men ikke utvandringer. Legg til en fil med utvandringer for å få rater.", en: "The file has population but no emigrations. Add a file with emigrations to get rates." }
    /// Fact.
    format { nb: "Format", en: "Format" }
    /// Control.
    encoding { nb: "Tegnkoding", en: "Encoding" }
    /// Control.
    delimiter { nb: "Skilletegn", en: "Delimiter" }
    /// Control.
    decimal_sign { nb: "Desimaltegn", en: "Decimal sign" }
    /// Control.
    header_line { nb: "Linje med kolonnenavn", en: "Line of column names" }
    /// Control.
    table { nb: "Tabell", en: "Table" }
    /// Fact.
    title { nb: "Tittel", en: "Title" }
    /// Fact.
    markers { nb: "Tegn uten tall", en: "Marks without a number" }
    /// Every number is whole.
    whole_numbers { nb: "bare hele tall", en: "whole numbers only" }
    /// Decimal sign.
    comma { nb: "komma", en: "comma" }
    /// Decimal sign.
    point { nb: "punktum", en: "point" }
    /// Delimiter.
    semicolon { nb: "semikolon", en: "semicolon" }
    /// Delimiter.
    tab { nb: "tabulator", en: "tab" }
    /// Delimiter.
    space { nb: "mellomrom", en: "space" }
    /// Role.
    left_out { nb: "Utelates", en: "Left out" }
    /// Role of a dimension.
    own_dimension { nb: "Egen inndeling", en: "Dimension of its own" }
    /// Control.
    unit { nb: "Enhet", en: "Unit" }
    /// Unit.
    ones { nb: "ett og ett", en: "single" }
    /// Unit.
    thousands { nb: "i tusen", en: "in thousands" }
    /// Unit.
    millions { nb: "i millioner", en: "in millions" }
    /// Control.
    grouping { nb: "Gruppering", en: "Grouping" }
    /// No grouping.
    ungrouped { nb: "Som i filen", en: "As in the file" }
    /// Grouping.
    origin_groups { nb: "De 19 landgruppene", en: "The 19 groups of origin" }
    /// Grouping.
    ages { nb: "Bare 18–35 år", en: "Ages 18–35 only" }
    /// Grouping.
    own_grouping { nb: "Fra grupperingsfilen", en: "From the mapping file" }
    /// Control.
    what_counts { nb: "Hva som teller med", en: "What counts" }
    /// All categories.
    sum_of_all { nb: "Summen av alle", en: "The sum of all" }
    /// Control for an ambiguous number.
    reading { nb: "Hvordan skal tallene leses?", en: "How are the numbers to be read?" }
    /// Not chosen yet.
    choose { nb: "Velg …", en: "Choose …" }
}

/// No column of any table has been given a meaning.
pub static NO_ROLE: Told = Told {
    nb: [
        "minst én kolonne som teller utvandringer eller folketall",
        "Velg hva tallkolonnene betyr.",
    ],
    en: [
        "at least one column that counts emigrations or population",
        "Choose what the columns of numbers mean.",
    ],
};

/// Two columns of a table have been given the same meaning.
pub static ROLE_TWICE: Told = Told {
    nb: [
        "høyst én kolonne med hver betydning",
        "Velg en annen betydning for den ene kolonnen, eller utelat den.",
    ],
    en: [
        "at most one column of each meaning",
        "Choose another meaning for one of the columns, or leave it out.",
    ],
};

/// Two tables without a common dimension.
pub static NOTHING_SHARED: Told = Told {
    nb: [
        "minst én felles inndeling i de to filene, for eksempel år eller region",
        "Velg samme betydning for kolonnene som hører sammen, eller hent folketall med samme inndeling.",
    ],
    en: [
        "at least one dimension that both files have, such as year or region",
        "Choose the same meaning for the columns that belong together, or get the population with the same breakdown.",
    ],
};

/// Two tables whose common dimensions have no value in common.
pub static NOTHING_MATCHED: Told = Told {
    nb: [
        "minst én verdi som finnes i begge filene",
        "Hent filene for de samme årene og regionene, eller bruk en grupperingsfil som gir verdiene samme navn.",
    ],
    en: [
        "at least one value that both files have",
        "Get the files for the same years and regions, or use a mapping file that gives the values the same names.",
    ],
};

/// More emigrations than inhabitants.
pub static SCALE_MISMATCH: Told = Told {
    nb: [
        "færre utvandringer enn innbyggere",
        "Er folketallet oppgitt i tusen? Velg riktig enhet for kolonnen.",
    ],
    en: [
        "fewer emigrations than inhabitants",
        "Is the population given in thousands? Choose the right unit for the column.",
    ],
};

/// How many rows and columns.
pub fn size(lang: Lang, rows: usize, columns: usize) -> String {
    match lang {
        Lang::Nb => format!("{rows} rader, {columns} kolonner"),
        Lang::En => format!("{rows} rows, {columns} columns"),
    }
}

/// The question about numbers that can be read in two ways.
pub fn ambiguous(lang: Lang, cells: u64, example: &str) -> String {
    match lang {
        Lang::Nb => format!(
            "{cells} tall, som «{example}», kan leses på to måter. Ingenting i filen avgjør det."
        ),
        Lang::En => format!(
            "{cells} numbers, such as “{example}”, can be read in two ways. Nothing in the file settles it."
        ),
    }
}

/// One of the two readings.
pub fn reading_as(lang: Lang, example: &str, worth: &str) -> String {
    match lang {
        Lang::Nb => format!("«{example}» er {worth}"),
        Lang::En => format!("“{example}” is {worth}"),
    }
}

/// What matched between two files.
pub fn matched(lang: Lang, on: &[String], both: usize) -> String {
    let on = enumerate(lang, on);
    match lang {
        Lang::Nb => format!("Filene er koblet på {on}: {both} rader finnes i begge."),
        Lang::En => format!("The files were matched on {on}: {both} rows are in both."),
    }
}

/// Values that only one file has.
pub fn unmatched(lang: Lang, is_first: bool, dimension: &str, values: &[String]) -> String {
    let list = some_of(lang, values);
    match (lang, is_first) {
        (Lang::Nb, true) => format!("Bare i filen med utvandringer ({dimension}): {list}."),
        (Lang::Nb, false) => format!("Bare i filen med folketall ({dimension}): {list}."),
        (Lang::En, true) => format!("Only in the file with emigrations ({dimension}): {list}."),
        (Lang::En, false) => format!("Only in the file with population ({dimension}): {list}."),
    }
}

/// How many rows of each file found no partner.
pub fn without_partner(lang: Lang, first: usize, second: usize) -> String {
    match lang {
        Lang::Nb => format!(
            "Uten motstykke: {first} rader i filen med utvandringer, {second} i filen med folketall."
        ),
        Lang::En => format!(
            "Without a counterpart: {first} rows of the file with emigrations, {second} of the file with population."
        ),
    }
}

/// What happened to a table on the way.
#[derive(Clone, Copy, Debug)]
pub enum Remark<'a> {
    /// Categories that add up others.
    TotalsLeftOut(&'a str, &'a [String]),
    /// A dimension read from one category.
    TotalUsed(&'a str, &'a str),
    /// A dimension added up.
    AddedUp(&'a str, usize),
    /// Values left out by a grouping.
    GroupedOut(&'a str, usize),
    /// Values without a group.
    Ungrouped(&'a str, &'a [String]),
    /// Parts of years added up.
    PartsAddedUp(u32),
    /// A stock at the turn of the year.
    PartTaken,
    /// Years with parts missing.
    YearsIncomplete(&'a [String]),
    /// Years without a population at one end.
    YearsWithoutEnd(&'a [String]),
    /// Next year's 1 January for 31 December, or the other way round.
    TurnOfYear(bool),
    /// A selection in one table only.
    UnevenSelection(&'a str),
    /// Sums make no sense.
    SumsDiscouraged,
    /// Moves within the country.
    MovesWithin(&'a str),
    /// Numbers in thousands.
    Scaled(&'a str, u32),
}

/// A remark about a file as a sentence.
pub fn remark(lang: Lang, file: &str, remark: Remark) -> String {
    let text = match lang {
        Lang::Nb => remark_nb(remark),
        Lang::En => remark_en(remark),
    };
    format!("{file}: {text}")
}

fn remark_nb(remark: Remark) -> String {
    let lang = Lang::Nb;
    match remark {
        Remark::TotalsLeftOut(dimension, totals) => format!(
            "Sumlinjer i «{dimension}» er holdt utenfor: {}.",
            some_of(lang, totals)
        ),
        Remark::TotalUsed(dimension, total) => {
            format!("For «{dimension}» er bare «{total}» brukt.")
        }
        Remark::AddedUp(dimension, count) => {
            format!("«{dimension}» er lagt sammen ({count} verdier).")
        }
        Remark::GroupedOut(dimension, count) => {
            format!("{count} verdier av «{dimension}» er utelatt av grupperingen.")
        }
        Remark::Ungrouped(dimension, values) => format!(
            "Verdier av «{dimension}» uten gruppe står som i filen: {}.",
            some_of(lang, values)
        ),
        Remark::PartsAddedUp(4) => "Kvartalene er lagt sammen til år.".to_owned(),
        Remark::PartsAddedUp(12) => "Månedene er lagt sammen til år.".to_owned(),
        Remark::PartsAddedUp(_) => "Deler av år er lagt sammen til hele år.".to_owned(),
        Remark::PartTaken => "Folketallet er tatt fra årsskiftet.".to_owned(),
        Remark::YearsIncomplete(years) => format!(
            "År som ikke er komplette, er utelatt: {}.",
            some_of(lang, years)
        ),
        Remark::YearsWithoutEnd(years) => format!(
            "{} er ikke med i ratene, fordi folketallet ved det ene årsskiftet mangler.",
            some_of(lang, years)
        ),
        Remark::TurnOfYear(true) => {
            "Folketallet 1. januar året etter er brukt som folketall 31. desember.".to_owned()
        }
        Remark::TurnOfYear(false) => {
            "Folketallet 31. desember året før er brukt som folketall 1. januar.".to_owned()
        }
        Remark::UnevenSelection(dimension) => format!(
            "Utvalget i «{dimension}» gjelder bare denne filen. Teller og nevner dekker da ikke de samme personene."
        ),
        Remark::SumsDiscouraged => {
            "Utgiveren sier at tallene i tabellen ikke skal legges sammen.".to_owned()
        }
        Remark::MovesWithin(label) => format!(
            "«{label}» kan også omfatte flytting innenlands. Da blir raten en utflyttingsrate."
        ),
        Remark::Scaled(_, by) => format!("Tallene er ganget med {by}."),
    }
}

fn remark_en(remark: Remark) -> String {
    let lang = Lang::En;
    match remark {
        Remark::TotalsLeftOut(dimension, totals) => format!(
            "Totals within “{dimension}” were left out: {}.",
            some_of(lang, totals)
        ),
        Remark::TotalUsed(dimension, total) => {
            format!("Of “{dimension}” only “{total}” was used.")
        }
        Remark::AddedUp(dimension, count) => {
            format!("“{dimension}” was added up ({count} values).")
        }
        Remark::GroupedOut(dimension, count) => {
            format!("{count} values of “{dimension}” were left out by the grouping.")
        }
        Remark::Ungrouped(dimension, values) => format!(
            "Values of “{dimension}” without a group stay as in the file: {}.",
            some_of(lang, values)
        ),
        Remark::PartsAddedUp(4) => "Quarters were added up to years.".to_owned(),
        Remark::PartsAddedUp(12) => "Months were added up to years.".to_owned(),
        Remark::PartsAddedUp(_) => "Parts of years were added up to years.".to_owned(),
        Remark::PartTaken => "The population is that of the turn of the year.".to_owned(),
        Remark::YearsIncomplete(years) => format!(
            "Years that are not complete were left out: {}.",
            some_of(lang, years)
        ),
        Remark::YearsWithoutEnd(years) => format!(
            "The rates do not cover {}, because the population at one end of the year is missing.",
            some_of(lang, years)
        ),
        Remark::TurnOfYear(true) => {
            "The population on 1 January of the next year stands in for 31 December.".to_owned()
        }
        Remark::TurnOfYear(false) => {
            "The population on 31 December of the year before stands in for 1 January.".to_owned()
        }
        Remark::UnevenSelection(dimension) => format!(
            "The selection in “{dimension}” holds for this file only. Numerator and denominator then cover different people."
        ),
        Remark::SumsDiscouraged => {
            "The publisher says that the numbers of the table should not be added up.".to_owned()
        }
        Remark::MovesWithin(label) => format!(
            "“{label}” may include moves within the country. The rate is then one of out-migration."
        ),
        Remark::Scaled(_, by) => format!("The numbers were multiplied by {by}."),
    }
}

/// The first few of a list, and how many more.
fn some_of(lang: Lang, values: &[String]) -> String {
    const SHOWN: usize = 5;
    let numbers: Option<Vec<i32>> = values.iter().map(|value| value.parse().ok()).collect();
    let runs: Vec<String> = match &numbers {
        Some(numbers) => numbers
            .chunk_by(|one, two| *two == one + 1)
            .map(run)
            .collect(),
        None => values.to_vec(),
    };
    let values = &runs;
    if values.len() <= SHOWN + 1 {
        return enumerate(lang, values);
    }
    let shown = values[..SHOWN].join(", ");
    let more = values.len() - SHOWN;
    match lang {
        Lang::Nb => format!("{shown} og {more} til"),
        Lang::En => format!("{shown} and {more} more"),
    }
}

/// Consecutive numbers as "2000–2006".
fn run(numbers: &[i32]) -> String {
    match numbers {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    }
}

/// The label of a category of the contract in both languages.
pub fn category(dimension: &str, code: &str) -> Option<(&'static str, &'static str)> {
    if dimension == "sex" {
        return match code {
            "m" => Some(("Menn", "Men")),
            "f" => Some(("Kvinner", "Women")),
            _ => None,
        };
    }
    ORIGINS
        .iter()
        .find(|(known, ..)| *known == code)
        .map(|(_, nb, en)| (*nb, *en))
}

const ORIGINS: [(&str, &str, &str); 19] = [
    ("pakistan", "Pakistan", "Pakistan"),
    ("somalia_djibouti", "Somalia/Djibouti", "Somalia/Djibouti"),
    ("denmark", "Danmark", "Denmark"),
    (
        "former_yugoslavia_non_eu",
        "Tidligere Jugoslavia, ikke-EU",
        "Former Yugoslavia, non-EU",
    ),
    ("iraq", "Irak", "Iraq"),
    ("sweden", "Sverige", "Sweden"),
    ("iceland", "Island", "Iceland"),
    ("turkey", "Tyrkia", "Turkey"),
    ("iran", "Iran", "Iran"),
    ("vietnam", "Vietnam", "Vietnam"),
    (
        "west_europe_nordic_other",
        "Vest-Europa og Norden ellers",
        "Rest of Western Europe and the Nordic region",
    ),
    (
        "usa_canada_australia_nz",
        "USA/Canada/Australia/New Zealand",
        "USA/Canada/Australia/New Zealand",
    ),
    (
        "sri_lanka_india_bangladesh",
        "Sri Lanka, India og Bangladesh",
        "Sri Lanka, India and Bangladesh",
    ),
    (
        "africa_other",
        "Afrika utenom Somalia/Djibouti",
        "Africa except Somalia/Djibouti",
    ),
    (
        "west_asia_other",
        "Vest-Asia ellers",
        "Rest of Western Asia",
    ),
    (
        "east_southeast_asia",
        "Øst-/Sørøst-Asia",
        "East/Southeast Asia",
    ),
    (
        "south_central_america",
        "Sør-/Sentral-Amerika",
        "South/Central America",
    ),
    (
        "eastern_europe_eu",
        "EU-land i Øst-Europa",
        "EU countries in Eastern Europe",
    ),
    (
        "eastern_europe_other",
        "Øst-Europa ellers",
        "Rest of Eastern Europe",
    ),
];
