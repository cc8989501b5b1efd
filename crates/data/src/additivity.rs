//! Whether numbers may be added up over the codes of a dimension, and which codes stand for it where
//! nothing is asked of it.
//!
//! May live here: what a table says of its dimensions, declared or found. May not: how foreign tables
//! come to say it; that is the business of `mapping`.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::areas;
use super::cell::Cell;
use super::contract::{DIMENSIONS, Domain, ORDINALS, measure_domain};
use super::dataset::DimensionLabels;
use super::descriptor::Field;
use super::dictionary::Dictionary;
use super::nested::{self, LINES, LOOKED_AT, Lines};
use super::sums::{self, Nature, Numbers, Values};
use super::table::{Dimension, Table};
use kernels::Texts;
use vocabulary::words::{self, are_sexes, is_total, is_total_code, names_sex, names_technical};
use vocabulary::{ages, kinds, plain};

/// Whether numbers may be added up over the codes of a dimension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Additivity {
    /// The codes make up the whole, each part of it once.
    #[default]
    Parts,
    /// No code counts what another one counts, but together they are less than the whole.
    Incomplete,
    /// Nobody has said.
    Unknown,
    /// The codes are not parts of anything: kinds of measure, units, alternatives.
    NotParts,
}

impl Additivity {
    /// Each of them.
    const ALL: [Additivity; 4] = [
        Additivity::Parts,
        Additivity::Incomplete,
        Additivity::Unknown,
        Additivity::NotParts,
    ];

    /// The word for it in the description of a package.
    pub fn name(self) -> &'static str {
        match self {
            Additivity::Parts => "parts",
            Additivity::Incomplete => "incomplete",
            Additivity::Unknown => "unknown",
            Additivity::NotParts => "not_parts",
        }
    }

    /// The word for it in the JavaScript API, which tells only whether the sum of all codes is the whole.
    pub fn told(self) -> &'static str {
        match self {
            Additivity::Incomplete => Additivity::NotParts.name(),
            other => other.name(),
        }
    }

    /// From its word in the description of a package.
    pub fn from_name(name: &str) -> Option<Additivity> {
        Additivity::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether several codes that are asked for together may be added up.
    pub fn can_pool(self) -> bool {
        self <= Additivity::Incomplete
    }
}

/// How the codes of a dimension add up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additive {
    /// Whether numbers may be added up over the codes.
    pub codes: Additivity,
    /// The same for some measures, where it is otherwise than for the rest.
    pub of_measures: Vec<(String, Additivity)>,
    /// The codes that answer where nothing is asked of the dimension: a published total, or the one value
    /// taken of those that are no parts. Empty: every code that is no sum.
    pub whole: Vec<String>,
    /// Codes that add up others. They never stand beside these. Every code of a column is looked for among them.
    pub sums: BTreeSet<String>,
}

impl Additive {
    /// Whether numbers of all these measures may be added up.
    pub fn of(&self, measures: &[&str]) -> Additivity {
        let of_one = |measure: &&str| {
            let own = self.of_measures.iter().find(|(name, _)| name == measure);
            own.map_or(self.codes, |(_, additivity)| *additivity)
        };
        let worst = measures.iter().map(of_one).max();
        worst.unwrap_or(self.codes)
    }

    /// Whether a code adds up others.
    pub fn is_sum(&self, code: &str) -> bool {
        self.sums.contains(code)
    }
}

/// What settles how the dimensions of a table add up, by what is said of its columns and the labels of its codes.
pub type Settle = fn(&mut Table, &[Field], &[DimensionLabels]);

/// Settles how the dimensions of a table of the contract add up: as its description says, else by what
/// its codes and numbers show. A dimension of the contract has parts unless something shows that it has not.
pub fn settle(table: &mut Table, fields: &[Field], labels: &[DimensionLabels]) {
    // Of no use to most tables.
    let keys = OnceCell::new();
    for place in 0..table.dimensions.len() {
        let said = said(&table.dimensions[place], fields).cloned();
        table.dimensions[place].additive = said.unwrap_or_else(|| {
            found(table, place, labels, &|| {
                keys.get_or_init(|| Keys::of(table))
            })
        });
    }
}

/// Settles the dimensions of a table whose description says it of every one.
pub fn declare(table: &mut Table, fields: &[Field], _: &[DimensionLabels]) {
    for dimension in &mut table.dimensions {
        dimension.additive = said(dimension, fields).cloned().unwrap_or_default();
    }
}

/// What the description of a table says of how a dimension adds up.
pub fn said<'a>(dimension: &Dimension, fields: &'a [Field]) -> Option<&'a Additive> {
    let mut fields = fields.iter();
    let field = fields.find(|field| field.name == dimension.name)?;
    field.additive.as_ref()
}

/// How a dimension of a table adds up where no description says it.
pub fn shown(table: &Table, place: usize, labels: &[DimensionLabels]) -> Additive {
    let keys = OnceCell::new();
    found(table, place, labels, &|| {
        keys.get_or_init(|| Keys::of(table))
    })
}

/// How a dimension adds up, as far as its codes and numbers show it.
fn found<'a>(
    table: &Table,
    place: usize,
    labels: &[DimensionLabels],
    keys: &dyn Fn() -> &'a Keys,
) -> Additive {
    let dimension = &table.dimensions[place];
    if ORDINALS.contains(&dimension.name.as_str()) {
        return Additive {
            codes: match dimension.name.as_str() {
                // The same people are followed from year to year.
                "years_since" => Additivity::NotParts,
                _ => Additivity::Parts,
            },
            ..Additive::default()
        };
    }
    let codes = &dimension.codes;
    let labels = labels
        .iter()
        .find(|known| known.dimension == dimension.name);
    let mut shown = codes.clone();
    let places = Dictionary::of(codes);
    for label in labels.iter().flat_map(|known| &known.labels) {
        let given = [&label.name.en, &label.name.nb, &label.name.nn];
        let given = given.into_iter().find(|name| !name.is_empty());
        if let (Some(name), Some(place)) = (given, places.find(label.code.as_bytes())) {
            shown[place as usize].clone_from(name);
        }
    }
    // The dimensions of the contract divide people, whatever words their codes are named by.
    let is_of_contract = DIMENSIONS.contains(&dimension.name.as_str());
    let names: Vec<&str> = shown.iter().map(String::as_str).collect();
    let name = dimension.name.as_str();
    let divides_nobody = kinds::are_kinds(name, &names)
        || kinds::are_alternatives([name], names.iter().copied())
        || names_technical(name);
    // Nothing is right without what it is to be multiplied by.
    if plain::are_weights(name, codes) {
        return Additive {
            codes: Additivity::Incomplete,
            ..Additive::default()
        };
    }
    if !is_of_contract && divides_nobody {
        return Additive {
            codes: Additivity::NotParts,
            ..Additive::default()
        };
    }
    let among_sexes = are_sexes(codes) || names_sex(name);
    let says_so = |at: usize| {
        is_total_code(&codes[at], among_sexes) || is_total(&shown[at]) || is_total(&codes[at])
    };
    let said: Vec<bool> = (0..codes.len()).map(says_so).collect();
    // A column of nothing but totals is one that says nothing, and one of too many codes is a list.
    if !said.contains(&false) || (codes.len() > LINES && !said.contains(&true)) {
        return Additive::default();
    }
    let values = Values {
        names: [&dimension.name; 2],
        codes,
        labels: &shown,
        said: &said,
        nature: match dimension.name.as_str() {
            "period" => Nature::Years,
            name if name.starts_with("age") => Nature::Ages,
            _ => Nature::Other,
        },
        are_parts: true,
    };
    let make = || lines(table, place, keys());
    let numbers = Numbers::new(&make);
    let named = sums::named(&values, &numbers);
    let sums = sums::by_numbers(&values, &numbers, named);
    let parts: Vec<bool> = sums.totals.iter().map(|total| !total).collect();
    let mut wholes: Vec<bool> = (0..codes.len()).map(|at| sums.whole == Some(at)).collect();
    // Regions that hold others answer for them, where nothing else does.
    if sums.whole.is_none() && !sums.is_open {
        wholes = areas::roots(&values).unwrap_or(wholes);
    }
    let of = |chosen: &[bool]| {
        let each = codes.iter().zip(chosen);
        let chosen = each.filter(|(_, is_chosen)| **is_chosen);
        chosen.map(|(code, _)| code.clone()).collect::<Vec<_>>()
    };
    let are_parts = are_some_parts(table, dimension);
    let is_known = is_of_contract
        || codes.len() < 2
        || (kinds::divides_people(name) && !kinds::are_once_more(&shown));
    let additive = match sums.is_open && sums.whole.is_none() {
        true => Additivity::Unknown,
        // What a column means that no contract and no word tells is for those to say who made it.
        false if !wholes.contains(&true) && !is_known => Additivity::Unknown,
        // Not whole without the rest of the year.
        false if are_parts => Additivity::Incomplete,
        false if !wholes.contains(&true) => Additivity::Parts,
        false if is_reached(table, place, &wholes, &parts, keys()) => Additivity::Parts,
        false => Additivity::Incomplete,
    };
    // People who are there once more beside each code are not to be added up.
    let is_exposure = |name: &str| measure_domain(name) == Some(Domain::Amount);
    let exposures = lines_of(table, place, keys(), &|name| is_exposure(name));
    let of_moves = kinds::divides_moves(name) || name.starts_with("destination");
    let repeated = nested::are_repeated(&exposures, &parts, of_moves);
    let measures = table
        .measures
        .iter()
        .filter(|measure| repeated && is_exposure(&measure.name));
    Additive {
        codes: additive,
        of_measures: measures
            .map(|measure| (measure.name.clone(), Additivity::NotParts))
            .collect(),
        whole: of(&wholes),
        sums: of(&sums.totals).into_iter().collect(),
    }
}

/// Whether the codes are some parts of a year, which is then not whole.
fn are_some_parts(table: &Table, dimension: &Dimension) -> bool {
    let codes = &dimension.codes;
    if table.dimension("year").is_none() {
        return false;
    }
    if dimension.name == "period" {
        return codes.iter().all(|code| ages::years(code).is_none());
    }
    words::parts_of_year(&dimension.name).is_some_and(|parts| codes.len() < parts as usize)
}

/// The numbers of each code where all else is the same, of some of the rows where these are many.
fn lines(table: &Table, place: usize, keys: &Keys) -> Lines {
    lines_of(table, place, keys, &|name| {
        measure_domain(name) != Some(Domain::Percent)
    })
}

/// The same of some measures.
fn lines_of(table: &Table, place: usize, keys: &Keys, is_counted: &dyn Fn(&str) -> bool) -> Lines {
    let dimension = &table.dimensions[place];
    let mut lines = Lines::new(dimension.codes.len());
    if dimension.codes.len() > LINES
        || !table
            .measures
            .iter()
            .any(|measure| is_counted(&measure.name))
    {
        return lines;
    }
    let years = table
        .dimension("year")
        .filter(|years| years.name != dimension.name);
    let some: Vec<usize> = (0..table.rows)
        .step_by(table.rows / LOOKED_AT + 1)
        .collect();
    let groups = Groups::of(table, place, keys, Some(&some));
    let mut rows = vec![Vec::new(); groups.count];
    for (row, group) in groups.rows {
        let code = dimension.rows.get(row as usize);
        rows[group as usize].push((row as usize, code as usize));
    }
    for measure in table
        .measures
        .iter()
        .filter(|measure| is_counted(&measure.name))
    {
        let step = 2.0 * measure.slack();
        let cells = rows
            .iter()
            .flatten()
            .map(|(row, _)| measure.cells.get(*row));
        let step = step.max(nested::step(cells, 1.0));
        for rows in rows.iter().filter(|rows| rows.len() > 1) {
            let year = years.and_then(|years| {
                let code = years.rows.get(rows[0].0) as usize;
                years.codes[code].parse().ok()
            });
            lines.add(&measure.cells, step, year, rows.iter().copied());
        }
    }
    lines
}

/// Rows that differ in one dimension alone belong to one group.
struct Groups {
    /// The rows that were looked at, and the group of each.
    rows: Vec<(u32, u32)>,
    /// More than any number of a group.
    count: usize,
}

/// For each row a sum over its dimensions, from which the part of one of them can be taken away again: rows that agree
/// in all others then have the same. Made once for a table, since each of its dimensions asks for it.
struct Keys {
    of_rows: Vec<u128>,
}

/// Scatters a code of a dimension over so many numbers that two sums are the same by chance nowhere.
pub(crate) fn scattered(place: usize, code: u32) -> u128 {
    let half = |seed: u64| {
        let mut mixed = ((place as u64) << 32 | u64::from(code)).wrapping_add(seed);
        for factor in [0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb] {
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(factor);
        }
        u128::from(mixed ^ (mixed >> 31))
    };
    half(0x9e37_79b9_7f4a_7c15) << 64 | half(0x3c6e_f372_fe94_f82a)
}

impl Keys {
    fn of(table: &Table) -> Keys {
        let mut of_rows = vec![0_u128; table.rows];
        for (place, dimension) in table.dimensions.iter().enumerate() {
            let parts = Keys::parts(place, dimension);
            for (row, sum) in of_rows.iter_mut().enumerate() {
                *sum = sum.wrapping_add(parts[dimension.rows.get(row) as usize]);
            }
        }
        Keys { of_rows }
    }

    /// What each code of a dimension adds.
    fn parts(place: usize, dimension: &Dimension) -> Vec<u128> {
        let codes = 0..dimension.codes.len() as u32;
        codes.map(|code| scattered(place, code)).collect()
    }

    /// What is left of each row without one of the dimensions.
    fn without(&self, place: usize, dimension: &Dimension) -> impl Fn(usize) -> u128 {
        let parts = Keys::parts(place, dimension);
        move |row| self.of_rows[row].wrapping_sub(parts[dimension.rows.get(row) as usize])
    }
}

impl Groups {
    /// The groups of all rows, or those that some rows are in.
    fn of(table: &Table, place: usize, keys: &Keys, some: Option<&[usize]>) -> Groups {
        let left = keys.without(place, &table.dimensions[place]);
        let mut known = Texts::default();
        let mut rows = Vec::new();
        match some {
            Some(some) => {
                // Nearly all rows are in none of them, which the last bits tell.
                let mut ends = vec![false; 1 << 16];
                for row in some {
                    let key = left(*row);
                    ends[usize::from(key as u16)] = true;
                    known.number(&key.to_le_bytes());
                }
                for row in 0..table.rows {
                    let key = left(row);
                    if ends[usize::from(key as u16)] {
                        let group = known.find(&key.to_le_bytes());
                        rows.extend(group.map(|group| (row as u32, group)));
                    }
                }
            }
            None => {
                let all = 0..table.rows;
                rows.extend(all.map(|row| (row as u32, known.number(&left(row).to_le_bytes()))));
            }
        }
        let count = rows.iter().map(|(_, group)| *group as usize + 1).max();
        Groups {
            rows,
            count: count.unwrap_or(0),
        }
    }
}

/// What stands in a group of rows for one measure.
#[derive(Clone, Copy)]
struct Group {
    rows: usize,
    /// The sum of the numbers of the parts.
    sum: f64,
    /// How many cells of parts are known: numbers, and those that cannot be.
    known: usize,
    /// The sum of the wholes, NaN where one of them is no number.
    whole: f64,
    has_whole: bool,
}

/// Whether the parts reach the wholes wherever these are given, and are there wherever they are not.
fn is_reached(table: &Table, place: usize, wholes: &[bool], parts: &[bool], keys: &Keys) -> bool {
    let dimension = &table.dimensions[place];
    let count = parts.iter().filter(|part| **part).count();
    let groups = Groups::of(table, place, keys, None);
    table.measures.iter().all(|measure| {
        let empty = Group {
            rows: 0,
            sum: 0.0,
            known: 0,
            whole: 0.0,
            has_whole: false,
        };
        let mut found = vec![empty; groups.count];
        for (row, group) in &groups.rows {
            let (row, group) = (*row as usize, &mut found[*group as usize]);
            let code = dimension.rows.get(row) as usize;
            let cell = measure.cells.get(row);
            group.rows += 1;
            if parts[code] {
                match cell {
                    Cell::Number(number) => group.sum += number,
                    Cell::NotApplicable => {}
                    Cell::Missing | Cell::Suppressed => continue,
                }
                group.known += 1;
            } else if wholes[code] {
                group.has_whole = true;
                group.whole += match cell {
                    Cell::Number(number) => number,
                    _ => f64::NAN,
                };
            }
        }
        let step = 2.0 * measure.slack();
        let mut found = found.iter().filter(|group| group.rows > 0);
        found.all(|group| match group.has_whole {
            true => {
                let near =
                    NEAR * group.whole.abs().max(1.0) + step / 2.0 * (group.known + 1) as f64;
                (group.whole - group.sum).abs() <= near
            }
            // Without a total the parts must all be there to stand for it.
            false => group.known == count,
        })
    })
}

/// Numbers so far apart are the same: they were added up in another order.
const NEAR: f64 = 1e-6;
