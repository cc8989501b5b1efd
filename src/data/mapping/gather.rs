//! A foreign table brought to the columns of its plan: totals left out, values grouped, quarters
//! added up to years, dropped dimensions summed or replaced by their total.

use std::collections::BTreeMap;

use crate::data::Cell;
use crate::data::formats::{ForeignDimension, ForeignTable};

use super::grouping::Fate;
use super::plan::{DimensionPlan, TablePlan, Take};
use super::{roles, time};

/// A dimension column of the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Column name.
    pub name: String,
    /// Codes in the publisher's order.
    pub codes: Vec<String>,
    /// One label a code.
    pub labels: Vec<String>,
}

/// A table with the columns of its plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// Dimension columns.
    pub columns: Vec<Column>,
    /// Measure columns by name; one cell a key.
    pub measures: Vec<(String, Vec<Cell>)>,
    /// For each row the index of its code in each column, in ascending order.
    pub keys: Vec<Vec<u32>>,
    /// What happened on the way.
    pub remarks: Vec<Remark>,
}

/// What happened to a table on the way, for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Categories that add up others were left out of a dimension.
    TotalsLeftOut(String, Vec<String>),
    /// A dimension that is not kept was read from its total.
    TotalUsed(String, String),
    /// A dimension that is not kept was added up.
    AddedUp(String, usize),
    /// Values that a grouping leaves out.
    GroupedOut(String, usize),
    /// Values that a grouping does not know and that stay as they are.
    Ungrouped(String, Vec<String>),
    /// Quarters or months were added up to years.
    PartsAddedUp(u32),
    /// Of a stock in quarters or months the one at the turn of the year was taken.
    PartTaken(String),
    /// Years of which parts are missing were left out.
    YearsIncomplete(Vec<String>),
    /// The population of the next 1 January stands in for 31 December, or the other way round.
    TurnOfYear(String),
    /// Years without both ends, for which no rate can be worked out.
    YearsWithoutEnd(Vec<String>),
    /// One table is limited to some values of a dimension that the other covers whole.
    UnevenSelection(String),
    /// The publisher says that sums over the table make no sense, and there are some.
    SumsDiscouraged,
    /// Emigrations that may count moves within the country.
    MovesWithin(String),
    /// Numbers were multiplied, because the table is in thousands.
    Scaled(String, u32),
}

/// What becomes of each category of a dimension.
struct Route {
    /// The column, when the dimension is kept.
    column: Option<Column>,
    /// For each category the code of the column it counts to; `None` leaves the row out.
    to: Vec<Option<u32>>,
}

/// Gathers a table by its plan. Columns that are not among `keep` are dropped as well.
pub fn gather(table: &ForeignTable, plan: &TablePlan, keep: Option<&[String]>) -> Gathered {
    let mut remarks = Vec::new();
    let routes: Vec<Route> = table
        .dimensions
        .iter()
        .zip(&plan.dimensions)
        .map(|(dimension, plan)| {
            let kept =
                !plan.column.is_empty() && keep.is_none_or(|keep| keep.contains(&plan.column));
            route(dimension, plan, kept, &mut remarks)
        })
        .collect();
    let time_at = plan
        .dimensions
        .iter()
        .position(|plan| plan.column == "year");
    let moments: Vec<Option<time::Moment>> = time_at.map_or(Vec::new(), |at| {
        let codes = table.dimensions[at].codes.iter();
        codes.map(|code| time::moment(code)).collect()
    });
    let measures: Vec<(usize, &str, f64)> = plan
        .measures
        .iter()
        .enumerate()
        .filter(|(_, plan)| !plan.column.is_empty())
        .map(|(at, plan)| (at, plan.column.as_str(), plan.scale))
        .collect();
    let mut sums: BTreeMap<Vec<u32>, Vec<Sum>> = BTreeMap::new();
    for row in 0..table.rows {
        let mut key = Vec::with_capacity(routes.len());
        let mut counts = true;
        for (route, dimension) in routes.iter().zip(&table.dimensions) {
            match route.to[dimension.rows[row] as usize] {
                Some(code) if route.column.is_some() => key.push(code),
                Some(_) => {}
                None => {
                    counts = false;
                    break;
                }
            }
        }
        if !counts {
            continue;
        }
        let moment = time_at.and_then(|at| moments[table.dimensions[at].rows[row] as usize]);
        let sums = sums
            .entry(key)
            .or_insert_with(|| vec![Sum::default(); measures.len()]);
        for (sum, (at, name, scale)) in sums.iter_mut().zip(&measures) {
            let taken = moment.is_none_or(|moment| match *name {
                "population_jan1" => moment.part == 1,
                "population_dec31" => moment.part >= moment.parts,
                _ => true,
            });
            if taken {
                sum.add(table.measures[*at].cells.get(row), *scale, moment);
            }
        }
    }
    let columns: Vec<Column> = routes
        .into_iter()
        .filter_map(|route| route.column)
        .collect();
    let mut gathered = Gathered {
        measures: measures
            .iter()
            .map(|(_, name, _)| ((*name).to_owned(), Vec::new()))
            .collect(),
        columns,
        keys: Vec::new(),
        remarks,
    };
    let parts = moments.iter().flatten().map(|moment| moment.parts).max();
    remark_on_parts(&mut gathered, parts.unwrap_or(1), &measures);
    let year_at = gathered.column("year");
    let mut incomplete: Vec<String> = Vec::new();
    for (key, sums) in sums {
        let whole = sums
            .iter()
            .zip(&measures)
            .all(|(sum, (_, name, _))| !roles::is_flow(name) || sum.is_whole());
        if !whole {
            if let Some(at) = year_at {
                let year = &gathered.columns[at].codes[key[at] as usize];
                if !incomplete.contains(year) {
                    incomplete.push(year.clone());
                }
            }
            continue;
        }
        for ((_, cells), sum) in gathered.measures.iter_mut().zip(sums) {
            cells.push(sum.cell());
        }
        gathered.keys.push(key);
    }
    if !incomplete.is_empty() {
        gathered.remarks.push(Remark::YearsIncomplete(incomplete));
    }
    turn_of_year(&mut gathered);
    gathered.compact();
    gathered
}

impl Gathered {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The cells of a measure.
    pub fn measure(&self, name: &str) -> Option<&[Cell]> {
        let (_, cells) = self.measures.iter().find(|(known, _)| known == name)?;
        Some(cells)
    }

    /// Drops codes that no row has. The keys stay in order.
    pub(super) fn compact(&mut self) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            let mut used = vec![false; column.codes.len()];
            for key in &self.keys {
                used[key[at] as usize] = true;
            }
            let mut place = 0;
            let places: Vec<u32> = used
                .iter()
                .map(|used| {
                    place += u32::from(*used);
                    place - u32::from(*used)
                })
                .collect();
            for key in &mut self.keys {
                key[at] = places[key[at] as usize];
            }
            let mut kept = used.iter();
            column.codes.retain(|_| kept.next() == Some(&true));
            let mut kept = used.iter();
            column.labels.retain(|_| kept.next() == Some(&true));
        }
    }

    /// Keeps the rows that fulfil a condition.
    pub(super) fn retain(&mut self, keep: impl Fn(&Gathered, usize) -> bool) {
        let rows: Vec<bool> = (0..self.keys.len()).map(|row| keep(self, row)).collect();
        let mut kept = rows.iter();
        self.keys.retain(|_| kept.next() == Some(&true));
        for (_, cells) in &mut self.measures {
            let mut kept = rows.iter();
            cells.retain(|_| kept.next() == Some(&true));
        }
        self.compact();
    }

    /// Names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.name.clone())
            .collect()
    }
}

fn remark_on_parts(gathered: &mut Gathered, parts: u32, measures: &[(usize, &str, f64)]) {
    for (_, name, scale) in measures {
        if *scale != 1.0 {
            let by = *scale as u32;
            gathered
                .remarks
                .push(Remark::Scaled((*name).to_owned(), by));
        }
        if parts > 1 && !roles::is_flow(name) {
            gathered.remarks.push(Remark::PartTaken((*name).to_owned()));
        }
    }
    if parts > 1 && measures.iter().any(|(_, name, _)| roles::is_flow(name)) {
        gathered.remarks.push(Remark::PartsAddedUp(parts));
    }
}

fn route(
    dimension: &ForeignDimension,
    plan: &DimensionPlan,
    kept: bool,
    remarks: &mut Vec<Remark>,
) -> Route {
    let count = dimension.codes.len();
    let mut groups: Vec<Option<(String, String)>> = Vec::with_capacity(count);
    let mut ungrouped: Vec<String> = Vec::new();
    let mut left_out = 0;
    for place in 0..count {
        let (code, label) = (&dimension.codes[place], &dimension.labels[place]);
        if plan.totals[place] && (kept || plan.grouping.is_some()) {
            groups.push(None);
            continue;
        }
        let fate = plan
            .grouping
            .as_ref()
            .map(|grouping| grouping.fate(code, label));
        groups.push(match fate {
            Some(Fate::LeftOut) => {
                left_out += 1;
                None
            }
            Some(Fate::Group(group)) => Some((group.to_owned(), group.to_owned())),
            Some(Fate::Unknown) => {
                ungrouped.push(label.clone());
                Some(standard(&plan.column, code, label))
            }
            None => Some(standard(&plan.column, code, label)),
        });
    }
    if left_out > 0 {
        remarks.push(Remark::GroupedOut(dimension.label.clone(), left_out));
    }
    if !ungrouped.is_empty() && kept {
        remarks.push(Remark::Ungrouped(dimension.label.clone(), ungrouped));
    }
    if kept {
        let totals: Vec<String> = (0..count)
            .filter(|place| plan.totals[*place])
            .map(|place| dimension.labels[place].clone())
            .collect();
        if !totals.is_empty() {
            remarks.push(Remark::TotalsLeftOut(dimension.label.clone(), totals));
        }
        let mut column = Column {
            name: plan.column.clone(),
            ..Column::default()
        };
        let to = groups
            .into_iter()
            .map(|group| Some(column.place(group?)))
            .collect();
        return Route {
            column: Some(column),
            to,
        };
    }
    let to: Vec<Option<u32>> = match plan.take {
        // A grouping that leaves values out leaves them out of the sum too.
        _ if plan.grouping.is_some() => groups
            .iter()
            .map(|group| group.as_ref().map(|_| 0))
            .collect(),
        Take::One(only) => (0..count)
            .map(|place| (place == only).then_some(0))
            .collect(),
        Take::Sum => plan
            .totals
            .iter()
            .map(|total| (!total).then_some(0))
            .collect(),
    };
    match plan.take {
        Take::One(only) if plan.grouping.is_none() => {
            let label = dimension.labels.get(only).cloned().unwrap_or_default();
            remarks.push(Remark::TotalUsed(dimension.label.clone(), label));
        }
        _ => {
            let parts = to.iter().flatten().count();
            remarks.push(Remark::AddedUp(dimension.label.clone(), parts));
        }
    }
    Route { column: None, to }
}

impl Column {
    /// The place of a code, added where it is new.
    fn place(&mut self, (code, label): (String, String)) -> u32 {
        let place = self.codes.iter().position(|known| *known == code);
        let place = place.unwrap_or_else(|| {
            self.codes.push(code);
            self.labels.push(label);
            self.codes.len() - 1
        });
        place as u32
    }
}

/// Code and label in the form of the contract: years and ages as numbers, sexes as m and f.
fn standard(column: &str, code: &str, label: &str) -> (String, String) {
    let standard = match column {
        "year" => time::moment(code).map(|moment| moment.year.to_string()),
        "age" => roles::age(code, label).map(|age| age.to_string()),
        "sex" => roles::sex(code, label).map(str::to_owned),
        _ => None,
    };
    match (standard, column) {
        (Some(year), "year") => (year.clone(), year),
        (Some(code), _) => (code, label.trim().to_owned()),
        (None, _) => (code.trim().to_owned(), label.trim().to_owned()),
    }
}

/// A sum of cells. One that is missing or withheld makes the sum so; what cannot exist adds
/// nothing.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    number: f64,
    numbers: u32,
    missing: bool,
    suppressed: bool,
    /// Which parts of the year were met, a bit each, and how many there are.
    met: u64,
    parts: u32,
}

impl Sum {
    fn add(&mut self, cell: Cell, scale: f64, moment: Option<time::Moment>) {
        if let Some(moment) = moment {
            self.met |= 1 << moment.part.min(63);
            self.parts = moment.parts;
        }
        match cell {
            Cell::Number(number) => {
                self.number += scaled(number, scale);
                self.numbers += 1;
            }
            Cell::Missing => self.missing = true,
            Cell::Suppressed => self.suppressed = true,
            Cell::NotApplicable => {}
        }
    }

    /// Whether every part of the year was met.
    fn is_whole(&self) -> bool {
        self.met.count_ones() >= self.parts
    }

    fn cell(self) -> Cell {
        match self {
            Sum { missing: true, .. } => Cell::Missing,
            Sum {
                suppressed: true, ..
            } => Cell::Suppressed,
            Sum {
                numbers: 0,
                parts: 0,
                met: 0,
                ..
            } => Cell::Missing,
            Sum { numbers: 0, .. } => Cell::NotApplicable,
            Sum { number, .. } => Cell::Number(number),
        }
    }
}

/// A number times its scale; 12.3 thousand persons are 12 300 and no fraction more.
pub fn scaled(number: f64, scale: f64) -> f64 {
    if scale == 1.0 {
        return number;
    }
    let product = number * scale;
    let whole = libm::round(product);
    if libm::fabs(product - whole) < 1e-6 {
        whole
    } else {
        product
    }
}

/// Gives each year both its ends: 31 December is the 1 January of the next year.
fn turn_of_year(gathered: &mut Gathered) {
    let Some(year_at) = gathered.column("year") else {
        return;
    };
    let (from, to, step) = match (
        gathered.measure("population_jan1").is_some(),
        gathered.measure("population_dec31").is_some(),
    ) {
        (true, false) => ("population_jan1", "population_dec31", 1),
        (false, true) => ("population_dec31", "population_jan1", -1),
        _ => return,
    };
    let years: Vec<Option<i32>> = gathered.columns[year_at]
        .codes
        .iter()
        .map(|code| code.parse().ok())
        .collect();
    let beside = |year: u32| {
        let wanted = years[year as usize]? + step;
        let place = years.iter().position(|known| *known == Some(wanted))?;
        Some(place as u32)
    };
    let cells: Vec<Cell> = gathered
        .keys
        .iter()
        .map(|key| {
            let mut other = key.clone();
            let known = gathered.measure(from).unwrap_or_default();
            beside(key[year_at])
                .and_then(|year| {
                    other[year_at] = year;
                    gathered.keys.binary_search(&other).ok()
                })
                .map_or(Cell::Missing, |row| known[row])
        })
        .collect();
    gathered.measures.push((to.to_owned(), cells));
    gathered.remarks.push(Remark::TurnOfYear(to.to_owned()));
}
