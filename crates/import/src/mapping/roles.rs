//! What a column means, proposed from its name and its values.

use crate::formats::{ForeignDimension, ForeignMeasure, ForeignTable};
use data::{Cell, contract};
use vocabulary::ages;
pub use vocabulary::days::Day;
use vocabulary::days::{day_in, usual_day};
use vocabulary::kinds::{self, Kind};
use vocabulary::plain;
use vocabulary::words::{self, has_any, is_letter, lower, names_sex};

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

/// Whether a measure that is person-years for whole years is a mean number of people, so that those of quarters are not
/// added up.
pub fn is_mean(measure: &ForeignMeasure) -> bool {
    let texts = [&measure.label, &measure.name]
        .into_iter()
        .chain(&measure.said);
    !texts.into_iter().any(|text| kinds::adds_up_time(text))
}

/// The day that a measure of a table is of: by what is said of the measure itself, of the time, and of the table.
pub fn day_of(table: &ForeignTable, measure: &ForeignMeasure) -> Option<Day> {
    let own = [&measure.label, &measure.name]
        .into_iter()
        .chain(&measure.said);
    let own = measure.day.iter().chain(own).map(String::as_str);
    let by_dates = || {
        let time = table
            .dimensions
            .iter()
            .find(|dimension| dimension.is_time)?;
        match time::day(&time.codes).or_else(|| time::turn(&time.codes))? {
            (1, 1) => Some(Day::First),
            (12, 31) => Some(Day::Last),
            (6, 30) | (7, 1) => Some(Day::Middle),
            _ => None,
        }
    };
    let understood = &table.understood;
    let around = [&understood.title, &table.name].into_iter();
    let around = around.chain(&understood.notes).map(String::as_str);
    day_in(own).or_else(by_dates).or_else(|| day_in(around))
}

/// The measure of the contract for a population on a day.
pub fn population_on(day: Day) -> &'static str {
    match day {
        Day::First => "population_jan1",
        Day::Last => "population_dec31",
        Day::Middle => "person_years",
    }
}

/// What a measure of a table counts, as far as its names and its unit say it, or else the title of a table
/// that only says that something is counted.
pub fn counted(table: &ForeignTable, measure: &ForeignMeasure) -> Option<Kind> {
    let unit = measure.unit.as_deref().unwrap_or_default();
    if !kinds::counts_people(unit) {
        return kinds::kind(unit);
    }
    let title = &table.understood.title;
    let is_of = |word: &str| {
        [title, &table.name]
            .iter()
            .any(|text| lower(text).contains(word))
    };
    let codes = measure.said.iter().chain([&measure.name]);
    for code in codes.clone().filter(|_| is_of("demo_")) {
        match code.as_str() {
            "JAN" => return Some(Kind::Population),
            "AVG" => return Some(Kind::PersonYears),
            _ => {}
        }
    }
    let kind = |text: &String| {
        let of_moves = kinds::counts_moves(text).then_some(Kind::Count);
        kinds::kind(text).or(of_moves)
    };
    let mut texts = measure.said.iter();
    if let Some(first) = texts.next() {
        let mut first = kind(first);
        for text in texts {
            match first {
                Some(Kind::Count) => first = kind(text).or(first),
                Some(_) => break,
                // A code can say what its label does not.
                None => match kind(text) {
                    Some(Kind::Count) | None => {}
                    _ if *text == measure.label => {}
                    found if is_code(text) => first = found,
                    _ => {}
                },
            }
        }
        if first != Some(Kind::Count) {
            return first;
        }
    } else {
        match kind(&measure.label).or_else(|| kind(&measure.name)) {
            Some(Kind::Count) => {}
            own => return own,
        }
    }
    let subject = words::title_parts(title).map_or(title.as_str(), |parts| parts.subject);
    let of_title = || kinds::kind(words::without_number(subject));
    let of_file = || kinds::kind(super::plan::stem(&table.name));
    let told = of_title().filter(|kind| *kind != Kind::Count);
    // Persons beside their share of the population are people of it.
    let has_share = || {
        let mut others = table.measures.iter();
        others.any(|other| kinds::is_share_of_population(&other.label))
    };
    // Where those are told apart by the country they left for, they have left.
    let of_leavers = || {
        let mut dimensions = table.dimensions.iter();
        dimensions.any(|dimension| {
            [&dimension.label, &dimension.name]
                .into_iter()
                .any(|name| lower(name).contains("udvand") || kinds::kind(name) == Some(Kind::Out))
        })
    };
    let mut own = [&measure.label, &measure.name]
        .into_iter()
        .chain(&measure.said);
    let of_moves = own.any(|text| kinds::counts_moves(text));
    let is_people = |kind: &Kind| matches!(kind, Kind::Population | Kind::PersonYears);
    told.or_else(of_file)
        .or_else(|| of_leavers().then_some(Kind::Out))
        .or_else(|| has_share().then_some(Kind::Population))
        .filter(|kind| !(of_moves && is_people(kind)))
}

/// Whether a text is written as codes are: capitals, digits, underscores.
fn is_code(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The contract measure that a column most likely is; `None` to leave it out.
pub fn measure(table: &ForeignTable, measure: &ForeignMeasure) -> Option<&'static str> {
    if let Some(known) = MEASURES.iter().find(|known| measure.name == **known) {
        return Some(known);
    }
    match counted(table, measure)? {
        Kind::Out | Kind::OutSomewhere => Some("emigrations"),
        Kind::PersonYears => Some("person_years"),
        Kind::Returned => Some("returned_5y"),
        Kind::Population => {
            let usual = || usual_day(table.understood.language.as_deref());
            let day = day_of(table, measure).or_else(usual);
            Some(population_on(day.unwrap_or(Day::First)))
        }
        _ => None,
    }
}

/// Whether a table is about people who may be there in the years to come.
pub fn is_projection(table: &ForeignTable, measure: &ForeignMeasure) -> bool {
    const WORDS: &str = "framskriv|fremskriv|projection|projected|prognos|framtida|vorausberechn|ennuste|\
        mannfjöldaspá|proyecc|bevolkingsprognose";
    let texts = [&measure.label, &table.understood.title, &table.name].into_iter();
    texts
        .chain(&measure.said)
        .any(|text| has_any(&lower(text), WORDS))
}

/// By how much the numbers of a column are to be multiplied, from its unit and name, or the title of its table and
/// what is noted beside it.
pub fn scale(table: &ForeignTable, measure: &ForeignMeasure) -> f64 {
    let unit = measure.unit.as_deref().unwrap_or_default();
    let is_bare = ["1000", "1 000", "1,000", "ths", "ths_per", "thousands"]
        .contains(&lower(unit.trim()).as_str());
    if is_bare {
        return 1e3;
    }
    let understood = &table.understood;
    let own = [unit, &measure.label].into_iter();
    let own = own.chain(measure.said.iter().map(String::as_str));
    let around = [&understood.title].into_iter().chain(&understood.notes);
    let texts = own.chain(around.map(String::as_str));
    let found = texts.map(plain::multiple).find(|factor| *factor != 1.0);
    found.unwrap_or(1.0)
}

/// What of a table says that a measure may count something else than its column: only some of those who leave, permits,
/// rates, years that end in June. Exact names of the contract say it all.
/// `has_shares` is whether a share stands beside it, which a rate in the title may be.
pub fn doubt(
    table: &ForeignTable,
    measure: &ForeignMeasure,
    has_shares: &dyn Fn() -> bool,
) -> Option<String> {
    if let Some(column) = weights(table).or_else(|| second_column(table, measure)) {
        return Some(column);
    }
    if MEASURES.contains(&measure.name.as_str()) {
        return None;
    }
    let kind = counted(table, measure)?;
    let is_flow = matches!(kind, Kind::Out | Kind::OutSomewhere);
    if !is_flow && !matches!(kind, Kind::Population | Kind::PersonYears) {
        return None;
    }
    // A name can be the title of its table, with the columns that it is told apart by.
    let is_column = |name: &str| {
        let name = lower(name);
        let mut columns = table.dimensions.iter();
        columns.any(|column| {
            [&column.name, &column.label]
                .into_iter()
                .any(|known| lower(known).contains(&name))
        })
    };
    let subject = |text: &String| -> String {
        let parts = words::title_parts(text);
        let parts = parts.filter(|parts| parts.variables.iter().all(|name| is_column(name)));
        parts.map_or_else(|| text.clone(), |parts| parts.subject.to_owned())
    };
    let is_of_kind = |text: &&String| match kinds::kind(text) {
        Some(Kind::Out | Kind::OutSomewhere) => is_flow,
        Some(Kind::Population | Kind::PersonYears) => !is_flow,
        _ => false,
    };
    let label = [&measure.label];
    let said = match measure.said.is_empty() {
        true => label.to_vec(),
        false => measure.said.iter().collect(),
    };
    let said = said
        .into_iter()
        .filter(|text| is_of_kind(text) && !is_code(text));
    let unit = measure
        .unit
        .iter()
        .filter(|unit| !is_code(unit) && kinds::kind(unit).is_none());
    if let Some(word) = said
        .chain(unit)
        .find_map(|text| plain::odd_word(&subject(text), kind))
    {
        return Some(word);
    }
    let understood = &table.understood;
    if let Some(part) = plain::odd_part(&understood.title).filter(|_| is_flow && !has_shares()) {
        return Some(part.to_owned());
    }
    let says_unit = |note: &str| {
        let unit = note
            .split_once(':')
            .filter(|(name, _)| kinds::names_unit(name));
        unit.is_some_and(|(_, unit)| !kinds::counts_people(unit))
    };
    let is_odd = |note: &&String| {
        let is_rate = kinds::kind(note) == Some(Kind::Share) && plain::is_per_number(note);
        let is_other = kinds::is_running(note)
            || plain::tells_other_years(note)
            || plain::tells_part_of_year(note);
        ((is_rate || says_unit(note)) && !has_shares()) || (is_flow && is_other)
    };
    if let Some(note) = understood.notes.iter().find(is_odd) {
        return Some(note.clone());
    }
    let mut times = table
        .dimensions
        .iter()
        .filter(|dimension| dimension.is_time && is_flow);
    let odd = times.find(|time| {
        plain::tells_other_years(&time.label) || plain::tells_other_years(&time.name)
    })?;
    Some(odd.label.clone())
}

/// A column of what the numbers are still to be multiplied by.
fn weights(table: &ForeignTable) -> Option<String> {
    let is_named = |names: [&String; 2]| names.into_iter().any(|name| plain::names_weights(name));
    let dimension = table.dimensions.iter().find(|column| {
        is_named([&column.name, &column.label]) && plain::are_weights("weight", &column.codes)
    });
    let measure = || {
        table.measures.iter().find(|column| {
            let mut cells = (0..column.cells.len()).map(|row| column.cells.get(row));
            is_named([&column.name, &column.label])
                && cells.any(|cell| matches!(cell, Cell::Number(number) if number != 1.0))
        })
    };
    let found = dimension.map(|column| &column.label);
    found
        .or_else(|| measure().map(|column| &column.label))
        .cloned()
}

/// A column that holds a year once more, as revised or under a name that a program made of it: `2020.1`.
fn second_column(table: &ForeignTable, measure: &ForeignMeasure) -> Option<String> {
    let is_version = |label: &str| {
        let mut words = label
            .split(|c: char| !is_letter(c))
            .filter(|word| !word.is_empty())
            .peekable();
        words.peek().is_some()
            && words.all(|word| kinds::tells_version(word) || words::tells_new(word))
    };
    let others = table
        .measures
        .iter()
        .filter(|other| !std::ptr::eq(*other, measure));
    let mut versions = others.filter(|other| is_version(&other.label));
    if let Some(version) = versions.next() {
        return Some(version.label.clone());
    }
    let time = table.dimensions.iter().find(|column| column.is_time)?;
    let is_year_again = |name: &String| {
        let mut codes = time.codes.iter().filter(|code| code.len() >= 4);
        codes.any(|code| {
            let rest = name.strip_prefix(code.as_str());
            rest.is_some_and(|rest| {
                !rest.is_empty() && rest.chars().all(|c| "0123456789._ ()".contains(c))
            })
        })
    };
    let again = table
        .dimensions
        .iter()
        .find(|column| !column.is_time && is_year_again(&column.label));
    again.map(|column| column.label.clone())
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
        "aldur",
        "alter",
        "altersgruppe",
        "altersgruppen",
        "âge",
        "tranche d'âge",
        "groupe d'âge",
        "edad",
        "grupo de edad",
        "leeftijd",
        "ikäryhmä",
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

/// Whether the values of a dimension of this name and column are a partition of people by what they are: their
/// sexes, ages, countries, regions. What is not known by name may be anything.
pub fn is_partition(dimension: &ForeignDimension, column: &str) -> bool {
    // What has the name of time and is none may overlap.
    let is_time = matches!(column, "year" | "period");
    if dimension.is_time
        || (!is_time && contract::DIMENSIONS.contains(&column))
        || column == "age_group"
    {
        return true;
    }
    let names = [&dimension.label, &dimension.name];
    !names
        .into_iter()
        .any(|name| kinds::has_several_answers(name))
        && names.into_iter().any(|name| kinds::divides_people(name))
}

/// The main one of some alternatives, else the first.
pub fn main_alternative(dimension: &ForeignDimension) -> usize {
    const MAIN: &str =
        "hoved|hovud|huvud|main|medium|baseline|mmm|principal|middel|mellom|final|endelig";
    // Of versions by their dates the last.
    let dates = dimension.codes.iter().map(|code| time::moment(code));
    if let Some(dates) = dates.collect::<Option<Vec<_>>>() {
        let last = (0..dates.len()).max_by_key(|at| {
            (
                dates[*at].year,
                dates[*at].part,
                dimension.codes[*at].clone(),
            )
        });
        return last.unwrap_or(0);
    }
    let mut labels = dimension.labels.iter();
    labels
        .position(|label| has_any(&lower(label), MAIN))
        .unwrap_or(0)
}

/// Whether every code that adds up no others is a single year of age.
pub fn has_single_ages(dimension: &ForeignDimension, totals: &[bool]) -> bool {
    let codes = dimension.codes.iter().zip(&dimension.labels);
    let parts: Vec<bool> = codes
        .zip(totals)
        .filter(|(_, total)| !**total)
        .map(|((code, label), _)| ages::age(code, label).is_some())
        .collect();
    !parts.is_empty() && parts.iter().all(|single| *single)
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
