//! Columns in which kinds of measure stand below each other: they become measures of their own.
//!
//! Arrivals, departures and net are no parts of anything, nor are counts and their percentages: to add
//! them up gives a number that means nothing.

use super::foreign::{Below, ForeignDimension, ForeignMeasure, ForeignTable};
use super::long::{Keys, Spread};
use data::cell::Cell;
use vocabulary::kinds::{Kind, are_kinds, kind, names_kinds, names_unit};
use vocabulary::words::{is_listed, lower, names_rows, unit_in};

/// Whether a dimension lists kinds of measure.
pub fn is_of_kinds(dimension: &ForeignDimension) -> bool {
    let labels: Vec<&str> = dimension.labels.iter().map(String::as_str).collect();
    let names = [dimension.name.as_str(), dimension.label.as_str()];
    !dimension.is_time && names.iter().any(|name| are_kinds(name, &labels))
}

/// The table with a measure for each kind in a column of kinds.
pub fn separate(mut table: ForeignTable) -> ForeignTable {
    without_row_numbers(&mut table);
    without_identifiers(&mut table);
    multiply(&mut table);
    for at in 0..table.dimensions.len() {
        let dimension = &table.dimensions[at];
        let [only] = dimension.labels.as_slice() else {
            continue;
        };
        // What holds for all numbers says of each what it is.
        let only = only.clone();
        let names = [dimension.name.clone(), dimension.label.clone()];
        for measure in &mut table.measures {
            if names.iter().any(|name| names_unit(name)) {
                measure.unit.get_or_insert_with(|| only.clone());
            } else if names.iter().any(|name| names_kinds(name)) || is_move(&only) {
                measure.said.push(only.clone());
            }
        }
    }
    let mut at = 0;
    while at < table.dimensions.len() {
        if !is_of_kinds(&table.dimensions[at]) || !spread(&mut table, at) {
            at += 1;
        }
    }
    table
}

/// Leaves out a column that merely numbers the rows, as long as the others tell these apart.
fn without_row_numbers(table: &mut ForeignTable) {
    let numbers_rows = |dimension: &ForeignDimension| {
        let is_unnamed = dimension.name == "#1";
        let numbers: Option<Vec<i64>> = dimension
            .codes
            .iter()
            .map(|code| code.parse().ok())
            .collect();
        let records = table.lines.of_records.len();
        let ascends = |numbers: &[i64]| numbers.windows(2).all(|pair| pair[0] < pair[1]);
        (is_unnamed || names_rows(&dimension.name))
            && records > 1
            && dimension.codes.len() == records
            && numbers.is_some_and(|numbers| ascends(&numbers))
    };
    let Some(at) = table.dimensions.iter().position(numbers_rows) else {
        return;
    };
    let others = table.dimensions.iter().enumerate();
    let others = others.filter(|(other, _)| *other != at);
    let others: Vec<&Vec<u32>> = others.map(|(_, dimension)| &dimension.rows).collect();
    if !others.is_empty() && Keys::are_distinct(&others, table.rows) {
        table.dimensions.remove(at);
    }
}

/// Leaves out the columns in which Statistics Canada numbers and remarks on its series, as long as the others tell
/// the rows apart.
fn without_identifiers(table: &mut ForeignTable) {
    const OWN: &str = "vector|coordinate|dguid|uom_id|scalar_id|decimals|status|symbol|terminated";
    let is_own = |dimension: &ForeignDimension| is_listed(OWN, &lower(&dimension.name));
    let is_series = |dimension: &ForeignDimension| lower(&dimension.name) == "vector";
    if !table.dimensions.iter().any(is_series) {
        return;
    }
    let others = table.dimensions.iter();
    let others = others.filter(|dimension| !is_own(dimension));
    let others: Vec<&Vec<u32>> = others.map(|dimension| &dimension.rows).collect();
    if !others.is_empty() && Keys::are_distinct(&others, table.rows) {
        table.dimensions.retain(|dimension| !is_own(dimension));
    }
}

/// What the numbers beside a word or a power of ten are multiplied by.
fn factor(name: &str, code: &str) -> Option<f64> {
    let power = |text: &str| {
        let power: i32 = text.parse().ok().filter(|power| (0..=12).contains(power))?;
        Some(libm::pow(10.0, f64::from(power)))
    };
    match lower(name.trim()).as_str() {
        "unit_mult" | "unit multiplier" | "powercode code" | "power code" => power(code.trim()),
        "scalar_factor" | "scalar factor" | "powercode" => match lower(code.trim()).as_str() {
            "units" | "unit" => Some(1.0),
            "tens" => Some(10.0),
            "hundreds" => Some(100.0),
            "thousands" | "thousand" => Some(1e3),
            "millions" | "million" => Some(1e6),
            "billions" | "billion" => Some(1e9),
            _ => None,
        },
        _ => None,
    }
}

/// Carries out a column that says of each row in how many units its numbers are. Where it says the same of
/// all, that is the unit of the measures, to be shown and changed.
fn multiply(table: &mut ForeignTable) {
    for at in (0..table.dimensions.len()).rev() {
        let dimension = &table.dimensions[at];
        let factors = dimension
            .codes
            .iter()
            .map(|code| factor(&dimension.name, code));
        let Some(factors) = factors.collect::<Option<Vec<f64>>>() else {
            continue;
        };
        let rows = table.dimensions.remove(at).rows;
        let only = factors.iter().all(|factor| *factor == factors[0]);
        for measure in &mut table.measures {
            match (only, factors.first()) {
                (true, Some(factor)) if *factor == 1e3 => {
                    measure.unit = Some("thousands".to_owned())
                }
                (true, Some(factor)) if *factor == 1e6 => {
                    measure.unit = Some("millions".to_owned())
                }
                (true, Some(factor)) if *factor == 1.0 => {}
                _ => {
                    let cells = (0..measure.cells.len()).map(|row| match measure.cells.get(row) {
                        Cell::Number(number) => {
                            let product = number * factors[rows[row] as usize];
                            let whole = libm::round(product);
                            let is_whole = (product - whole).abs() < 1e-6;
                            Cell::Number(if is_whole { whole } else { product })
                        }
                        other => other,
                    });
                    measure.cells = cells.collect();
                }
            }
        }
    }
}

fn is_move(text: &str) -> bool {
    let moves = [Kind::In, Kind::Out, Kind::OutSomewhere, Kind::Net];
    kind(text).is_some_and(|kind| moves.contains(&kind))
}

/// Makes measures of the values of a dimension; false where that would take too much memory.
fn spread(table: &mut ForeignTable, at: usize) -> bool {
    let fan = table.dimensions[at].codes.len();
    let kinds = table.dimensions.remove(at);
    let columns = table.dimensions.iter().map(|dimension| &dimension.rows);
    let spread = Spread::of(columns.collect(), &kinds.rows, fan, table.measures.len());
    let spread = match spread {
        Ok(spread) if spread.again.is_empty() => spread,
        _ => {
            table.dimensions.insert(at, kinds);
            return false;
        }
    };
    let is_unit = [&kinds.name, &kinds.label]
        .into_iter()
        .any(|name| names_unit(name));
    let many = table.measures.len() > 1;
    let mut measures = Vec::with_capacity(fan * table.measures.len());
    for which in 0..fan {
        for measure in &table.measures {
            let (code, label) = (&kinds.codes[which], &kinds.labels[which]);
            let join = |own: &str, kind: &str| match many || is_unit {
                true => format!("{own} {kind}"),
                false => kind.to_owned(),
            };
            let mut said = vec![label.clone()];
            if code != label {
                said.push(code.clone());
            }
            match measure.said.is_empty() {
                true => said.push(measure.label.clone()),
                false => said.extend(measure.said.iter().cloned()),
            }
            measures.push(ForeignMeasure {
                name: join(&measure.name, code),
                label: join(&measure.label, label),
                unit: match is_unit {
                    true => Some(label.clone()),
                    false => unit_in(label)
                        .map(str::to_owned)
                        .or_else(|| measure.unit.clone()),
                },
                cells: spread.cells(&measure.cells, which),
                said,
                day: measure.day.clone(),
            });
        }
    }
    for dimension in &mut table.dimensions {
        dimension.rows = spread.codes(&dimension.rows);
    }
    for row in &mut table.breaks {
        *row = spread.target[*row as usize];
    }
    table.rows = spread.origin.len();
    table.lines.below = Some(below(table, spread.source, fan));
    table.measures = measures;
    true
}

/// Which rows of the file the cells are from, after measures were made of a dimension.
fn below(table: &ForeignTable, source: Vec<u32>, fan: usize) -> Below {
    let Some(before) = &table.lines.below else {
        return Below {
            each: fan,
            columns: table.measures.len(),
            rows: source,
        };
    };
    let each = fan * before.each;
    let mut made = Vec::with_capacity(source.len() * before.each);
    for from in &source {
        for inner in 0..before.each {
            made.push(match *from {
                u32::MAX => u32::MAX,
                from => before.rows[from as usize * before.each + inner],
            });
        }
    }
    Below {
        each,
        columns: before.columns,
        rows: made,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_known_in_eleven_languages() {
        use Kind::{
            Change, Count, In, Net, NotPeople, Otherwise, Out, OutSomewhere, Population, Share,
        };
        let cases: [(Kind, &[&str]); 10] = [
            (
                In,
                &[
                    "Innvandring",
                    "Innflyttingar",
                    "Inflyttning",
                    "Tilflyttede",
                    "Maahanmuutto",
                    "Aðfluttir",
                    "Arrivals",
                    "Zuzüge",
                    "Immigration",
                    "Inmigración",
                    "Immigratie",
                    "migr_imm",
                ],
            ),
            (
                Out,
                &[
                    "Utvandring",
                    "Utvandra",
                    "Utvandringar",
                    "Udvandrede",
                    "Maastamuutto",
                    "Emigrations",
                    "Auswanderung",
                    "Émigration",
                    "Emigración",
                    "Emigratie",
                    "MIGR_EMI1CTZ",
                ],
            ),
            (
                OutSomewhere,
                &[
                    "Utflytting",
                    "Utflyttning",
                    "Fraflyttede",
                    "Brottfluttir",
                    "Departures",
                    "Fortzüge",
                    "Outmigrated",
                    "Salidas",
                    "Vertrek",
                    "Out-migration",
                ],
            ),
            (
                Net,
                &[
                    "Netto",
                    "Nettoinnvandring",
                    "Net",
                    "Net migration",
                    "Wanderungssaldo",
                    "Solde migratoire",
                    "Saldo migratorio",
                    "Migratiesaldo",
                    "Nettomaahanmuutto",
                    "Inflyttningsöverskott",
                ],
            ),
            (
                Share,
                &[
                    "Prosent",
                    "Andel av befolkningen (prosent)",
                    "Emigration rate",
                    "%",
                    "Per 1 000 innbyggere",
                    "Anteil",
                    "Taux d'émigration",
                    "Osuus",
                ],
            ),
            (
                Change,
                &[
                    "Endring",
                    "Folketilvekst",
                    "Growth",
                    "Total change",
                    "Auke i folketalet",
                ],
            ),
            (
                Population,
                &[
                    "Folkemengde",
                    "Folketal",
                    "Folkmängd",
                    "Mannfjöldi",
                    "Väkiluku",
                    "Bevölkerung",
                    "Población",
                    "Population on 1 January",
                    "Bevolking",
                    "Befolkning",
                ],
            ),
            (
                Otherwise,
                &[
                    "Inn- og utvandring",
                    "Utvandringer og innvandringer",
                    "Live births",
                    "Døde",
                ],
            ),
            (
                NotPeople,
                &["Tonnes", "Terajoule", "Million euro", "Areal (km²)"],
            ),
            (
                Count,
                &[
                    "Antall", "Personar", "Personer", "Number", "Fjöldi", "Anzahl", "Value",
                    "Personen",
                ],
            ),
        ];
        for (expected, texts) in cases {
            for text in texts {
                assert_eq!(kind(text), Some(expected), "{text}");
            }
        }
        for text in [
            "Menn",
            "Oslo",
            "Sverige",
            "1990",
            "India",
            "Uoppgitt",
            "Grunnskole",
            "Netherlands",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn a_column_of_kinds_is_known_by_its_name_or_its_values() {
        for (name, values, expected) in [
            ("måltype", &["Antall", "Prosent"][..], true),
            ("slag", &["Antall", "Prosent", "Endring"], true),
            ("direction", &["Arrivals", "Departures", "Net"], true),
            ("flytting", &["Innflytting", "Utflytting"], true),
            ("indic_de", &["JAN", "AVG"], true),
            ("kjønn", &["Begge kjønn", "Menn", "Kvinner"], false),
            ("land", &["I alt", "Norge", "Sverige"], false),
            (
                "gruppe",
                &["Immigrated at the age of 0–9", "The rest of the population"],
                false,
            ),
            (
                "innvandringskategori",
                &["Innvandrere", "Norskfødte med innvandrerforeldre"],
                false,
            ),
        ] {
            assert_eq!(are_kinds(name, values), expected, "{name}");
        }
    }
}
