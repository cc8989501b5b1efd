//! What is to become of each column: proposed, and then changed by the visitor.

use std::cell::OnceCell;

use crate::formats::{Choices, ForeignDimension, ForeignTable};
use data::{Additivity, Cell};
use vocabulary::kinds::{self, Kind};
use vocabulary::words;

use super::grouping::Grouping;
use super::{nested, parts, roles, totals};

/// What becomes of a dimension that is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Its categories are added up.
    Sum,
    /// Only the rows of one category count: a total, or the one chosen.
    One(usize),
    /// Its regions that lie in no other one are added up.
    Roots,
}

/// What becomes of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionPlan {
    /// The column it becomes; empty when it is not kept.
    pub column: String,
    /// For each category whether it adds up others. These are left out of a dimension that is kept.
    pub totals: Vec<bool>,
    /// Whether those count like any other where the dimension is kept.
    pub with_sums: bool,
    /// What counts where it is not kept.
    pub take: Take,
    /// Its values in groups.
    pub grouping: Option<Grouping>,
    /// Whether its categories that are no totals may be added up.
    pub additivity: Additivity,
    /// Whether the visitor has said so.
    pub is_settled: bool,
}

/// What becomes of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasurePlan {
    /// The measure of the contract; empty when it is left out.
    pub column: String,
    /// What the numbers are multiplied by: 1 000 for a table in thousands.
    pub scale: f64,
    /// Whether the visitor has said what it is.
    pub is_settled: bool,
    /// The dimensions beside each value of which the same numbers stand, once somebody has looked.
    repeated: OnceCell<Vec<usize>>,
}

/// What becomes of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePlan {
    /// One for each dimension.
    pub dimensions: Vec<DimensionPlan>,
    /// One for each measure.
    pub measures: Vec<MeasurePlan>,
    /// How the visitor had the file read.
    pub reading: Choices,
}

/// What becomes of all tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Name of the data set.
    pub name: String,
    /// Its title.
    pub title: String,
    /// One for each table.
    pub tables: Vec<TablePlan>,
}

impl DimensionPlan {
    /// Has the visitor's word for what counts where nothing is asked of the dimension: to add up values says
    /// that they are parts, and to choose one of them that they need not be.
    pub fn decide(&mut self, take: Take) {
        self.take = take;
        self.is_settled = true;
        self.additivity = match take {
            Take::Sum | Take::Roots => Additivity::Parts,
            Take::One(_) if self.additivity == Additivity::Unknown => Additivity::NotParts,
            Take::One(_) => self.additivity,
        };
    }

    /// Whether a category is left out of sums, and of the dimension where it is kept. Totals are left out beside
    /// what they add up: where nothing else is there, they are what there is.
    pub fn leaves_out(&self, place: usize) -> bool {
        let kept = !self.column.is_empty() && (self.with_sums || self.has_only_totals());
        self.totals[place] && !kept
    }

    /// Whether each category adds up others, none of which is in the table.
    pub fn has_only_totals(&self) -> bool {
        self.totals.iter().all(|total| *total)
    }
}

impl TablePlan {
    /// The place of the column that becomes this measure.
    pub fn measure(&self, column: &str) -> Option<usize> {
        self.measures.iter().position(|plan| plan.column == column)
    }

    /// The dimensions beside each value of which the same people stand once more, of a column that counts people.
    pub fn repeated(&self, table: &ForeignTable, measure: usize) -> Vec<usize> {
        let plan = &self.measures[measure];
        if !roles::is_exposure(&plan.column) {
            return Vec::new();
        }
        let places = || {
            let places = 0..table.dimensions.len();
            let repeated = places.filter(|place| nested::are_repeated(table, *place, measure));
            repeated.collect()
        };
        plan.repeated.get_or_init(places).clone()
    }

    /// Whether some column can be the denominator of a rate.
    pub fn has_exposure(&self) -> bool {
        self.measures
            .iter()
            .any(|plan| roles::is_exposure(&plan.column))
    }
}

/// Proposes what each column of each table is.
pub fn propose(tables: &[ForeignTable]) -> Plan {
    let planned = tables.iter().map(propose_table).collect();
    named(&tables.iter().collect::<Vec<_>>(), planned)
}

/// A plan with the name and title of the table that has the emigrations, else of the first that has
/// any measure.
pub fn named(tables: &[&ForeignTable], planned: Vec<TablePlan>) -> Plan {
    let has = |is: fn(&MeasurePlan) -> bool| {
        let place = planned.iter().position(|plan| plan.measures.iter().any(is));
        place.and_then(|place| tables.get(place))
    };
    let first = has(|measure| measure.column == "emigrations");
    let first = first.or_else(|| has(|measure| !measure.column.is_empty()));
    let first = first.or(tables.first());
    let title = first.map_or(String::new(), |table| table.understood.title.clone());
    let file = first.map_or("data", |table| stem(&table.name));
    let title = match words::title_parts(&title) {
        Some(parts) if !parts.subject.is_empty() => parts.subject.to_owned(),
        _ if title.is_empty() => file.to_owned(),
        _ => words::without_number(&title).to_owned(),
    };
    Plan {
        name: roles::own_name(file),
        title,
        tables: planned,
    }
}

/// Proposes what each column of a table is.
pub fn propose_table(table: &ForeignTable) -> TablePlan {
    let mut columns: Vec<String> = Vec::new();
    let mut dimensions = Vec::new();
    // Columns of notes, and columns with gaps, that say something of what another column names.
    let mut aside = vec![false; table.dimensions.len()];
    let has_gaps = |place: usize| {
        let mut codes = table.dimensions[place].codes.iter();
        codes.any(|code| code.trim().is_empty())
    };
    for place in 0..table.dimensions.len() {
        let dimension = &table.dimensions[place];
        aside[place] = (has_gaps(place) || words::names_notes(&dimension.label))
            && (0..table.dimensions.len()).any(|other| {
                let named = &table.dimensions[other];
                let names = other != place && !aside[other] && !has_gaps(other) && !named.is_time;
                names && follows(dimension, named)
            });
    }
    // Numbers and letters that go with the values of another column name these once more.
    let is_sign = |code: &String| {
        let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        code.parse::<u64>().is_ok()
            || ((2..=6).contains(&code.len()) && code.bytes().all(is_capital))
    };
    let is_numbers = |dimension: &ForeignDimension| dimension.codes.iter().all(is_sign);
    for place in 0..table.dimensions.len() {
        let dimension = &table.dimensions[place];
        let is_free = !aside[place] && !dimension.is_time && dimension.codes.len() > 1;
        aside[place] |= is_free
            && is_numbers(dimension)
            && (0..table.dimensions.len()).any(|other| {
                let named = &table.dimensions[other];
                let names = other != place && !aside[other] && !named.is_time && !is_numbers(named);
                names && follows(dimension, named) && follows(named, dimension)
            });
    }
    // Beside totals all that is left may be of one level, which then says nothing.
    for place in 0..table.dimensions.len() {
        let dimension = &table.dimensions[place];
        let names = [&dimension.name, &dimension.label];
        if names.into_iter().any(|name| words::names_levels(name)) {
            let mut others = (0..table.dimensions.len()).filter(|other| !aside[*other]);
            aside[place] |=
                others.any(|other| other != place && is_of_one_level(table, place, other));
        }
    }
    for (place, aside) in aside.into_iter().enumerate() {
        let mut plan = propose_dimension(table, place, &columns);
        if aside {
            plan = DimensionPlan {
                column: String::new(),
                totals: vec![false; plan.totals.len()],
                with_sums: false,
                take: Take::Sum,
                grouping: None,
                additivity: Additivity::Parts,
                is_settled: false,
            };
        }
        columns.push(plan.column.clone());
        dimensions.push(plan);
    }
    TablePlan {
        dimensions,
        measures: propose_measures(table),
        reading: Choices::default(),
    }
}

/// Whether each code of one dimension goes with one code of the other.
pub(super) fn follows(dimension: &ForeignDimension, from: &ForeignDimension) -> bool {
    let mut known = vec![u32::MAX; from.codes.len()];
    let mut rows = from.rows.iter().zip(&dimension.rows);
    rows.all(|(from, code)| {
        let known = &mut known[*from as usize];
        if *known == u32::MAX {
            *known = *code;
        }
        *known == *code
    })
}

/// Whether one dimension tells of which level the values of another one are, and those that are no totals are of the
/// same.
fn is_of_one_level(table: &ForeignTable, place: usize, other: usize) -> bool {
    let (levels, named) = (&table.dimensions[place], &table.dimensions[other]);
    if named.is_time || levels.codes.len() < 2 || !follows(levels, named) {
        return false;
    }
    let sums = totals::of_dimension(table, other);
    let rows = levels.rows.iter().zip(&named.rows);
    let mut parts = rows.filter(|(_, named)| !sums.totals[**named as usize]);
    let Some((first, _)) = parts.next() else {
        return false;
    };
    sums.whole.is_some() && parts.all(|(level, _)| level == first)
}

fn propose_dimension(table: &ForeignTable, place: usize, taken: &[String]) -> DimensionPlan {
    let dimension = &table.dimensions[place];
    let sums = totals::of_dimension(table, place);
    let (totals, whole) = (&sums.totals, sums.whole);
    let only_totals = totals.iter().all(|total| *total);
    let is_technical = [&dimension.name, &dimension.label]
        .into_iter()
        .any(|name| words::names_technical(name));
    let numbers_rows = words::names_rows(&dimension.name);
    let mut column = roles::dimension(dimension);
    if column == "age_group" && roles::has_single_ages(dimension, totals) {
        column = "age".to_owned();
    }
    // Years beside a time are those of something else: of birth, of a publication.
    let mut others = table.dimensions.iter();
    if column == "year" && !dimension.is_time && others.any(|other| other.is_time) {
        column = roles::own_name(&dimension.label);
    }
    let keep = !only_totals && !is_technical && !taken.contains(&column);
    let additivity = parts::of_dimension(table, place, &sums, &column);
    let take = match (whole, additivity) {
        (Some(whole), _) => Take::One(whole),
        (None, _) if is_technical => Take::One(0),
        // Of rows that are merely numbered none stands for the others.
        (None, Additivity::NotParts) if numbers_rows => Take::Sum,
        (None, Additivity::NotParts) => Take::One(roles::main_alternative(dimension)),
        (None, Additivity::Incomplete) => Take::Roots,
        (None, Additivity::Parts | Additivity::Unknown) => Take::Sum,
    };
    DimensionPlan {
        column: if keep { column } else { String::new() },
        totals: sums.totals,
        with_sums: false,
        take,
        grouping: None,
        additivity,
        is_settled: false,
    }
}

/// Proposes what each measure of a table is.
pub fn propose_measures(table: &ForeignTable) -> Vec<MeasurePlan> {
    let meant: Vec<Option<&str>> = table
        .measures
        .iter()
        .map(|measure| roles::measure(table, measure))
        .collect();
    let of = |column: &str| {
        let all = alike(table, &meant, column);
        all.get(whole_of(table, &all).unwrap_or(0)).copied()
    };
    let firsts = roles::MEASURES.map(|column| (column, of(column)));
    let plans = table.measures.iter().enumerate().map(|(at, measure)| {
        let column = meant[at].filter(|column| firsts.contains(&(*column, Some(at))));
        MeasurePlan {
            column: column.unwrap_or_default().to_owned(),
            scale: roles::scale(table, measure),
            is_settled: false,
            repeated: OnceCell::new(),
        }
    });
    plans.collect()
}

/// The columns that may be the same measure, those who leave the country before those who move out from somewhere.
fn alike(table: &ForeignTable, meant: &[Option<&str>], column: &str) -> Vec<usize> {
    let leaves = |at: &usize| roles::counted(table, &table.measures[*at]) == Some(Kind::Out);
    let all: Vec<usize> = (0..meant.len())
        .filter(|at| meant[*at] == Some(column))
        .collect();
    let surely: Vec<usize> = all.iter().copied().filter(leaves).collect();
    // A population that stands once more beside each way of moving.
    let is_people = |at: &usize| {
        let mut said = table.measures[*at].said.iter();
        said.any(|text| kinds::kind(text) == Some(Kind::Population))
    };
    let moves: Vec<usize> = surely.iter().copied().filter(|at| !is_people(at)).collect();
    match column == "emigrations" && !surely.is_empty() {
        true if moves.is_empty() => surely,
        true => moves,
        false => all,
    }
}

/// Which of some columns that may be the same measure has them all: by its name, else by its numbers.
fn whole_of(table: &ForeignTable, columns: &[usize]) -> Option<usize> {
    // The same column beside each kind of measure.
    let is_first = |at: &usize| table.measures[*at].cells == table.measures[columns[0]].cells;
    if columns.iter().all(is_first) {
        return Some(0);
    }
    let label = |at: &usize| words::lower(table.measures[*at].label.trim());
    let labels: Vec<String> = columns.iter().map(label).collect();
    let says_so = |label: &String| {
        let bare = label
            .rsplit_once('(')
            .map_or(label.as_str(), |(name, _)| name.trim_end());
        words::is_total(label) || words::is_total(bare)
    };
    let mut said = (0..labels.len()).filter(|at| says_so(&labels[*at]));
    if let (Some(only), None) = (said.next(), said.next()) {
        return Some(only);
    }
    // The name that all others only add to.
    let opens = |at: &usize| {
        let mut others = labels.iter().enumerate().filter(|(other, _)| other != at);
        // What is revised counts them all once more.
        others.all(|(_, other)| {
            let added = other.strip_prefix(labels[*at].as_str());
            added.is_some_and(|added| !added.is_empty() && !kinds::tells_version(added))
        })
    };
    (0..labels.len()).find(opens).or_else(|| {
        let number = |at: usize, row: usize| match table.measures[columns[at]].cells.get(row) {
            Cell::Number(number) => Some(number),
            _ => None,
        };
        let is_sum = |whole: &usize| {
            let mut met = false;
            let all = (0..table.rows).all(|row| {
                let numbers = (0..columns.len()).map(|at| number(at, row));
                let Some(sum) = numbers.sum::<Option<f64>>() else {
                    return true;
                };
                met |= sum > 0.0;
                number(*whole, row).is_some_and(|whole| libm::fabs(2.0 * whole - sum) < 1e-6)
            });
            met && all
        };
        (0..columns.len()).find(is_sum)
    })
}

/// The columns of which each may be a measure, where neither their names nor their numbers tell which of them has
/// all: those who left to one country and those who left to others.
pub fn rivals(table: &ForeignTable) -> Vec<(&'static str, Vec<usize>)> {
    let measures = table.measures.iter();
    let meant: Vec<Option<&str>> = measures
        .map(|measure| roles::measure(table, measure))
        .collect();
    let each = roles::MEASURES.into_iter();
    let of_each = each.map(|column| (column, alike(table, &meant, column)));
    of_each
        .filter(|(_, all)| all.len() > 1 && whole_of(table, all).is_none())
        .collect()
}

/// A file name without folders and ending.
pub fn stem(path: &str) -> &str {
    let base = path.rsplit(['/', '\\']).next().unwrap_or(path);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}
