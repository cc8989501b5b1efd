//! What a column means, proposed from its name and its values in nb, nn, en, sv and da.

use crate::data::contract;
use crate::data::formats::words::{
    EMIGRATIONS, PERSON_YEARS, POPULATION, is_letter, lower, names_sex,
};
use crate::data::formats::{ForeignDimension, ForeignMeasure};

use super::time;

/// The measures of the contract that a foreign column can be.
pub const MEASURES: [&str; 6] = [
    "emigrations",
    "population_jan1",
    "population_dec31",
    "person_years",
    "persons",
    "returned_5y",
];

/// Whether a measure counts what happens during a year, so that quarters are added up.
pub fn is_flow(measure: &str) -> bool {
    matches!(
        measure,
        "emigrations" | "person_years" | "returned_5y" | "persons"
    )
}

/// Whether a measure can be the denominator of a rate.
pub fn is_exposure(measure: &str) -> bool {
    matches!(
        measure,
        "population_jan1" | "population_dec31" | "person_years"
    )
}

const OTHER: &[&str] = &[
    "netto",
    "net ",
    "nettó",
    "prosent",
    "procent",
    "percent",
    "per cent",
    "andel",
    "share",
    "per 1 000",
    "per 1000",
    "promille",
    "tilvekst",
    "tilväxt",
    "tillväxt",
    "tilvækst",
    "vekst",
    "økning",
    "auke",
    "auking",
    "ökning",
    "growth",
    "increase",
    "change",
    "endring",
    "forandring",
    "død",
    "döda",
    "death",
    "births",
    "født",
    "fødd",
    "född",
    "innflytt",
    "inflytt",
    "innvandring",
    "indvandring",
    "indvandr",
    "invandring",
    "immigration",
    "inflow",
    "in-migration",
    "km²",
    "framskriv",
    "projection",
];

const LAST_DAY: &[&str] = &[
    "31. desember",
    "31.desember",
    "31 desember",
    "31. december",
    "31 december",
    "december 31",
    "31.12",
    "31 dec",
    "ved utgangen",
    "ved utgongen",
    "end of the year",
];

const FIRST_DAY: &[&str] = &[
    "1. januar",
    "1.januar",
    "1 januari",
    "1 january",
    "january 1",
    "1 jan",
    "1.1.",
    "01.01",
];

/// Names that say only that something was counted.
const GENERIC: &[&str] = &[
    "personer",
    "persons",
    "persona",
    "antall",
    "antal",
    "number",
    "number of persons",
    "value",
    "verdi",
    "värde",
    "værdi",
    "obs_value",
    "count",
    "antall personer",
    "antal personer",
    "tal",
];

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The contract measure that a column most likely is; `None` to leave it out.
pub fn measure(
    measure: &ForeignMeasure,
    title: &str,
    language: Option<&str>,
) -> Option<&'static str> {
    let own = lower(&format!("{} {}", measure.name, measure.label));
    let unit = lower(measure.unit.as_deref().unwrap_or_default());
    if let Some(known) = MEASURES.iter().find(|known| measure.name == **known) {
        return Some(known);
    }
    if has(&unit, &["prosent", "procent", "percent", "%", "promille"]) {
        return None;
    }
    if let Some(found) = meaning(&own, &own, language) {
        return Some(found);
    }
    let is_generic = [&measure.name, &measure.label]
        .into_iter()
        .any(|name| GENERIC.contains(&lower(name.trim()).as_str()));
    if has(&own, OTHER) || !is_generic {
        return None;
    }
    let title = lower(title);
    meaning(&title, &title, language)
        .or_else(|| (!has(&title, OTHER)).then_some(population(&title, language)))
}

fn meaning(text: &str, dated: &str, language: Option<&str>) -> Option<&'static str> {
    if has(text, PERSON_YEARS) {
        Some("person_years")
    } else if has(
        text,
        &["tilbake etter fem", "returned after five", "returned_5y"],
    ) {
        Some("returned_5y")
    } else if has(text, EMIGRATIONS) && !has(text, &["netto", "net "]) {
        // "Inn- og utvandring" counts both.
        let both = has(
            text,
            &["inn- og ut", "in- och ut", "ind- og ud", "immigration"],
        );
        (!both).then_some("emigrations")
    } else if has(text, POPULATION) && has(text, &["mid-year", "midyear"]) {
        Some("person_years")
    } else if has(text, POPULATION) && !has(text, OTHER) {
        Some(population(dated, language))
    } else if has(text, POPULATION) && has(text, FIRST_DAY) && text.len() < 60 {
        Some("population_jan1")
    } else {
        None
    }
}

/// At which end of the year a population is counted. Sweden counts on the last day, the other
/// offices on the first.
fn population(text: &str, language: Option<&str>) -> &'static str {
    if has(text, LAST_DAY) || (language == Some("sv") && !has(text, FIRST_DAY)) {
        "population_dec31"
    } else {
        "population_jan1"
    }
}

/// Whether one of the texts says that a population is that of 1 January; Eurostat says it in the code
/// of its tables.
pub fn says_first_day(texts: &[&str]) -> bool {
    let says = |text: String| has(&text, FIRST_DAY) || text.starts_with("demo_pjan");
    texts.iter().any(|text| says(lower(text)))
}

/// By how much the numbers of a column are to be multiplied, from its unit and name.
pub fn scale(measure: &ForeignMeasure) -> f64 {
    let unit = lower(measure.unit.as_deref().unwrap_or_default());
    let text = format!("{unit} {}", lower(&measure.label));
    let thousands = [
        "thousand",
        "1 000 pers",
        "1000 pers",
        "i 1000",
        "i 1 000",
        "tusen",
        "tusind",
    ];
    let by_unit = ["1000", "1 000", "ths"].contains(&unit.trim());
    if has(&text, &["million", "mill."]) {
        1_000_000.0
    } else if by_unit || has(&text, &thousands) {
        1_000.0
    } else {
        1.0
    }
}

/// The dimension column that a foreign dimension most likely is.
pub fn dimension(dimension: &ForeignDimension) -> String {
    let names = [lower(dimension.label.trim()), lower(dimension.name.trim())];
    let named = |words: &[&str]| names.iter().any(|name| words.contains(&name.as_str()));
    let moments = dimension
        .codes
        .iter()
        .filter(|code| time::moment(code).is_some())
        .count();
    // Codes of municipalities look like years; they have names beside them.
    let unnamed = dimension.codes == dimension.labels;
    if dimension.is_time || (unnamed && moments > 0 && moments == dimension.codes.len()) {
        return if moments == 0 { "period" } else { "year" }.to_owned();
    }
    if names.iter().any(|name| names_sex(name)) {
        return "sex".to_owned();
    }
    if named(&[
        "alder",
        "ålder",
        "age",
        "ages",
        "ikä",
        "ettårig alder",
        "ettårsklasser",
        "ett-årig alder",
        "age_group",
        "age group",
        "age groups",
        "agegroup",
        "aldersgruppe",
        "aldersgrupper",
        "åldersgrupp",
        "åldersklass",
        "aldersklasse",
    ]) {
        return match has_single_ages(dimension, &dimension.totals) {
            true => "age".to_owned(),
            // The contract knows single years of age only. Files in several languages have this name
            // for their groups, so that they can be joined.
            false => "age_group".to_owned(),
        };
    }
    if named(&[
        "utdanning",
        "utdanningsnivå",
        "utbildning",
        "utbildningsnivå",
        "uddannelse",
        "education",
        "level of education",
        "utdanningsnivå (nus)",
    ]) {
        return "education".to_owned();
    }
    if named(&[
        "landbakgrunn",
        "opprinnelsesland",
        "opphavsland",
        "oprindelsesland",
        "ursprungsland",
        "country background",
        "country of origin",
        "origin",
        "country background of parents",
    ]) {
        return "origin".to_owned();
    }
    if named(&[
        "tilflyttingsland",
        "utvandringsland",
        "udvandringsland",
        "destination",
        "country of destination",
        "land utvandret til",
        "land utvandra til",
    ]) {
        return "destination".to_owned();
    }
    own_name(&dimension.label)
}

/// Whether a dimension of this name divides a country.
pub fn is_region(name: &str) -> bool {
    let name = lower(name);
    [
        "region",
        "fylke",
        "kommun",
        "krets",
        "bydel",
        "område",
        "län",
        "area",
        "municipal",
        "county",
        "counties",
        "district",
        "geo",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// Whether every code that adds up no others is a single year of age.
pub fn has_single_ages(dimension: &ForeignDimension, totals: &[bool]) -> bool {
    let codes = dimension.codes.iter().zip(&dimension.labels);
    let parts: Vec<bool> = codes
        .zip(totals)
        .filter(|(_, total)| !**total)
        .map(|((code, label), _)| age(code, label).is_some())
        .collect();
    !parts.is_empty() && parts.iter().all(|single| *single)
}

/// The single year of age of a code: `18 år`, `Y18`, `018`, `105 år eller eldre`, `105+`. A label
/// with a number of its own holds: `0 to 4` is no single year, whatever the code beside it.
pub fn age(code: &str, label: &str) -> Option<u32> {
    let has_number = label.bytes().any(|byte| byte.is_ascii_digit());
    let texts = if has_number {
        [label, ""]
    } else {
        [label, code]
    };
    texts.into_iter().find_map(|text| {
        let text = lower(text.trim());
        let text = text.strip_prefix('y').unwrap_or(&text);
        let (years, rest) = leading_age(text)?;
        // A second number makes a span of ages.
        let single = !rest.bytes().any(|byte| byte.is_ascii_digit());
        single.then_some(years)
    })
}

/// First and last year of any category of age, one without an upper end included.
pub fn span(code: &str, label: &str) -> Option<(u32, u32)> {
    let number = |text: &str| leading_age(text).map(|(age, _)| age);
    let by_code = lower(code.trim());
    if let Some(first) = by_code.strip_prefix("y_ge").and_then(number) {
        return Some((first, u32::MAX));
    }
    let text = lower(label.trim());
    let below = ["under ", "less than ", "below "];
    let below = below.iter().find_map(|word| text.strip_prefix(word));
    if let Some(age) = by_code.strip_prefix("y_lt").or(below).and_then(number) {
        return Some((0, age.saturating_sub(1)));
    }
    let single = age(code, label).map(|first| match is_open_ended(label) {
        true => (first, u32::MAX),
        false => (first, first),
    });
    single.or_else(|| ages(code, label))
}

/// Whether a group of ages has no upper end: `90 år eller eldre`, `105+`, `65 and over`.
pub fn is_open_ended(label: &str) -> bool {
    let label = lower(label);
    let endings = [
        "+", "eldre", "äldre", "ældre", "older", "over", "över", "mer", "more", "oppover",
    ];
    endings
        .iter()
        .any(|ending| label.trim_end().ends_with(ending))
}

/// First and last year of a group of ages with two ends: `18-24 år`, `25–29`, `Y18T24`, `18 to 24`.
pub fn ages(code: &str, label: &str) -> Option<(u32, u32)> {
    [label, code].into_iter().find_map(|text| {
        let text = lower(text.trim());
        let text = text.trim_start_matches(['y', '_']);
        let (first, rest) = leading_age(text)?;
        let rest = rest.trim_start().trim_start_matches("år").trim_start();
        let between = ["-", "–", "till", "til", "to", "t", "_"];
        let rest = between.iter().find_map(|word| rest.strip_prefix(word))?;
        let (last, rest) = leading_age(rest.trim_start().trim_start_matches('y'))?;
        let whole = first <= last && !rest.bytes().any(|byte| byte.is_ascii_digit());
        whole.then_some((first, last))
    })
}

/// The number at the beginning of a text when it can be an age, and what follows it.
fn leading_age(text: &str) -> Option<(u32, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let years: u32 = text[..digits].parse().ok().filter(|age| *age < 130)?;
    Some((years, &text[digits..]))
}

/// The sex of a label or code, in one spelling, so that files in several languages can be joined.
pub fn sex(code: &str, label: &str) -> Option<&'static str> {
    let one = |text: &str| match lower(text.trim()).as_str() {
        "menn" | "mann" | "män" | "mænd" | "men" | "males" | "male" | "m" | "miehet" => Some("m"),
        "kvinner" | "kvinne" | "kvinnor" | "kvinder" | "women" | "females" | "female" | "f"
        | "naiset" => Some("f"),
        _ => None,
    };
    one(label).or_else(|| one(code))
}

/// A column name of a label: small letters, digits and underscores.
pub fn own_name(label: &str) -> String {
    let mut name = String::new();
    for c in lower(label).chars() {
        if is_letter(c) || c.is_ascii_digit() {
            name.push(c);
        } else if !name.ends_with('_') && !name.is_empty() {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_').to_owned();
    let taken = contract::measure_domain(&name).is_some() || contract::meant_name(&name).is_some();
    match name.as_str() {
        "" => "column".to_owned(),
        _ if taken => format!("column_{name}"),
        _ => name,
    }
}
