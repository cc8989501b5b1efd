//! The counts behind a panel, cut out of the table that answered it.
//!
//! The slice is a table of the contract, summed to the dimensions of the panel, together with what
//! the rest of the table covers. Asked the same question, it gives the same numbers. A share keeps
//! every code of its base, also those that the panel does not show.

use std::rc::Rc;

use data::dataset::{DimensionLabels, Label};
use data::indexes::Indexes;
use data::table::FLAG_COLUMNS;
use data::write::{Form, Remark, number};
use data::{
    Additive, Additivity, Cell, Coverage, Dataset, Dictionary, Dimension, Mark, MeasureColumn,
    Names, Perturbation, Rounding, Table,
};
use measures::source::{Access, choose};
use measures::{
    Answer, Exposure, IntervalMethod, Intervals, Measure, Note, OTHERS, Question, Rebase, Row,
    Status, answer, breaks,
};
use stats::Interval;
use text::naming::Naming;
use text::{Lang, notes, share};

use crate::build::PanelNumbers;
use crate::spec::PanelSpec;

/// The counts of a panel, with what is shown beside them.
#[derive(Clone, Debug)]
pub struct Slice {
    /// A data set with the one table, and the labels of its codes.
    pub dataset: Dataset,
    /// The table.
    pub table: Rc<Table>,
    /// Beside it: the value shown and the names of the codes.
    pub remarks: Vec<Remark>,
}

/// A column beside the counts: the lower limit of the interval.
pub const LOWER: &str = "lower";
/// The upper limit.
pub const UPPER: &str = "upper";
/// The confidence level.
pub const LEVEL: &str = "level";

/// Cuts out a panel, with the intervals that it shows; `None` when the data set cannot answer it.
pub fn slice(
    dataset: &Dataset,
    (panel, numbers): (&PanelSpec, Option<&PanelNumbers>),
    level: Option<f64>,
    name: &str,
    (lang, form): (Lang, Form),
) -> Option<Slice> {
    let question = &panel.question;
    let answer = answer(dataset, question).ok()?;
    let counts = Counts::of(dataset, question, &answer)?;
    let source = dataset.table(&answer.table)?;
    let coverage = coverage(source, question, &counts.by);
    let table = Rc::new(counts.table(name, source, coverage));
    let method = numbers.map_or(IntervalMethod::None, |numbers| numbers.method);
    let level = level.filter(|_| method != IntervalMethod::None && !panel.counts);
    let intervals = level.map(|level| Intervals::new(dataset, question, method, level));
    let limits = intervals.as_ref().zip(level);
    let mut remarks = remarks(dataset, panel, (&answer, limits), &counts, (lang, form));
    remarks.extend(marked(source, question, &answer, &counts));
    Some(Slice {
        dataset: described(dataset, &table, name),
        table,
        remarks,
    })
}

/// A column of sums, and how far one of them may be off at most.
struct Summed {
    name: &'static str,
    cells: Vec<Cell>,
    rounding: Option<Rounding>,
    perturbed: Option<Perturbation>,
}

/// How cells of a column were changed, and so many of them in one sum: they may all be off the same way.
fn changed(table: &Table, name: &str, cells: usize) -> Option<Perturbation> {
    let one = table.measure(name)?.perturbed?;
    Some(Perturbation {
        max_difference: one.max_difference * cells.max(1) as f64,
        ..one
    })
}

/// Columns of counts, a row for each key.
struct Counts {
    by: Vec<String>,
    keys: Vec<Vec<String>>,
    columns: Vec<Summed>,
}

impl Counts {
    fn of(dataset: &Dataset, question: &Question, answer: &Answer) -> Option<Counts> {
        let only_printed = |row: &Row| row.numerator.is_none() && row.rounding.is_some();
        if answer.rows.iter().any(only_printed) {
            return Self::printed(dataset, question, answer);
        }
        match &question.measure {
            Measure::Emigrations => Some(Self::plain(dataset, answer, "emigrations")),
            Measure::Persons => Some(Self::plain(dataset, answer, "persons")),
            Measure::PersonYears => Some(Self::plain(dataset, answer, "person_years")),
            Measure::Population => {
                let mut per_year = question.clone();
                if !per_year.by.iter().any(|dimension| dimension == "year") {
                    per_year.by.push("year".to_owned());
                }
                Self::lineage(dataset, &per_year, &["population_jan1", "population_dec31"])
            }
            Measure::Rate => {
                let mid_year = answer.notes.iter().any(|note| {
                    matches!(
                        note,
                        Note::Denominator(Exposure::MidYear)
                            | Note::DenominatorInstead(Exposure::MidYear)
                    )
                });
                let columns: &[&'static str] = if mid_year {
                    &["emigrations", "population_jan1", "population_dec31"]
                } else {
                    &["emigrations", "person_years"]
                };
                Self::lineage(dataset, question, columns)
            }
            Measure::Share { of } => {
                let mut whole = question.clone();
                whole.filter.retain(|filter| filter.dimension != *of);
                whole.rebase = Rebase::None;
                if !whole.by.contains(of) {
                    whole.by.push(of.clone());
                }
                Self::lineage(dataset, &whole, &["emigrations"])
            }
            Measure::ReturnShare => Some(Self::ratio(dataset, answer, "returned_5y")),
            Measure::ReturnCurve => Some(Self::ratio(dataset, answer, "returned")),
        }
    }

    fn keyed(answer: &Answer) -> Counts {
        Counts {
            by: answer.by.clone(),
            keys: answer.rows.iter().map(|row| row.key.clone()).collect(),
            columns: Vec::new(),
        }
    }

    fn plain(dataset: &Dataset, answer: &Answer, column: &'static str) -> Counts {
        let cells = answer.rows.iter().map(|row| cell(row.value, row.status));
        let table = dataset.table(&answer.table);
        let perturbed = table.and_then(|table| changed(table, column, summed_cells(answer)));
        // Rounding errors of the parts add up, so the sums are less exact than the parts were.
        let widths = answer.rows.iter().filter_map(|row| {
            let ((_, upper), value) = row.rounding.zip(row.value)?;
            Some(2.0 * (upper - value))
        });
        let of_changes = perturbed.map_or(0.0, |one| 2.0 * one.max_difference);
        let step = widths.fold(0.0, f64::max) - of_changes;
        let is_rounded = || table.and_then(|table| table.measure(column)?.rounding);
        let rounding = is_rounded().filter(|_| step > 0.0);
        Counts {
            columns: vec![Summed {
                name: column,
                cells: cells.collect(),
                rounding: rounding.map(|_| Rounding { step }),
                perturbed,
            }],
            ..Self::keyed(answer)
        }
    }

    fn ratio(dataset: &Dataset, answer: &Answer, numerator: &'static str) -> Counts {
        let table = dataset.table(&answer.table);
        let summed = |name: &'static str, part: fn(&Row) -> Option<f64>| Summed {
            name,
            cells: answer
                .rows
                .iter()
                .map(|row| match (part(row), row.status) {
                    // Changed counts that contradict each other are there all the same.
                    (number, Status::Inconsistent) => cell(number, Status::Ok),
                    (number, status) => cell(number, status),
                })
                .collect(),
            rounding: None,
            perturbed: table.and_then(|table| changed(table, name, summed_cells(answer))),
        };
        Counts {
            columns: vec![
                summed("emigrations", |row| row.denominator),
                summed(numerator, |row| row.numerator),
            ],
            ..Self::keyed(answer)
        }
    }

    /// Percentages that were only printed.
    fn printed(dataset: &Dataset, question: &Question, answer: &Answer) -> Option<Counts> {
        let column = match question.measure {
            Measure::Rate => "rate_percent",
            Measure::Share { .. } => "destination_share_percent",
            Measure::ReturnShare | Measure::ReturnCurve => "return_share_percent",
            _ => return None,
        };
        let source = dataset.table(&answer.table)?;
        // A product of 100 and a hundredth may miss the printed number by its last bit.
        let percent = |value: f64| libm::round(value * 1e8) / 1e6;
        let cells = answer
            .rows
            .iter()
            .map(|row| cell(row.value.map(percent), row.status));
        Some(Counts {
            columns: vec![Summed {
                name: column,
                cells: cells.collect(),
                rounding: source.measure(column)?.rounding,
                perturbed: source.measure(column)?.perturbed,
            }],
            ..Self::keyed(answer)
        })
    }

    /// Sums of columns over the rows of the table that answers the question.
    fn lineage(dataset: &Dataset, question: &Question, columns: &[&'static str]) -> Option<Counts> {
        let source = choose(dataset, question, columns).ok()?;
        let table = &source.table;
        // What a row has is looked up by the number of its code: tables may have millions of rows.
        let filters = source.filters.iter();
        let filters: Vec<(Option<&Indexes>, Vec<bool>)> = filters
            .map(|(access, wanted)| {
                let (rows, codes) = coded(access, table);
                let wanted = Dictionary::of(wanted);
                let passes = codes.iter().map(|code| wanted.has(code));
                (rows, passes.collect())
            })
            .collect();
        let index = |rows: &Option<&Indexes>, row| rows.map_or(0, |rows| rows.get(row)) as usize;
        let cells: Vec<_> = columns.iter().map(|name| table.measure(name)).collect();
        // Several codes of a column may count as one, which has the number of the first.
        let by: Vec<(Option<&Indexes>, &[String], Vec<u32>)> = source
            .by
            .iter()
            .map(|access| {
                let (rows, codes) = coded(access, table);
                let first = |code: &String| codes.iter().position(|other| other == code);
                let numbers = codes.iter().map(|code| first(code).unwrap_or(0) as u32);
                (rows, codes, numbers.collect())
            })
            .collect();
        let mut known = Dictionary::default();
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut sums: Vec<Vec<Cell>> = vec![Vec::new(); columns.len()];
        let mut counts: Vec<usize> = Vec::new();
        let mut key = Vec::new();
        for row in 0..table.rows {
            if !filters
                .iter()
                .all(|(rows, passes)| passes[index(rows, row)])
            {
                continue;
            }
            key.clear();
            for (rows, _, numbers) in &by {
                key.extend_from_slice(&numbers[index(rows, row)].to_le_bytes());
            }
            let (place, is_new) = known.number(&key);
            for (column, sums) in cells.iter().zip(&mut sums) {
                let cell = column.map_or(Cell::Missing, |column| column.cells.get(row));
                match is_new {
                    true => sums.push(cell),
                    false => sums[place as usize] = added(sums[place as usize], cell),
                }
            }
            match is_new {
                true => counts.push(1),
                false => counts[place as usize] += 1,
            }
            if is_new {
                let codes = by.iter();
                let codes = codes.map(|(rows, codes, _)| codes[index(rows, row)].clone());
                keys.push(codes.collect());
            }
        }
        let rounding = |name: &str| table.measure(name).and_then(|column| column.rounding);
        let most = counts.into_iter().max().unwrap_or(1);
        let columns = columns.iter().zip(sums).map(|(name, cells)| Summed {
            name,
            cells,
            rounding: rounding(name),
            perturbed: changed(table, name, most),
        });
        Some(Counts {
            by: question.by.clone(),
            keys,
            columns: columns.collect(),
        })
    }

    fn table(&self, name: &str, source: &Table, coverage: Coverage) -> Table {
        let measures: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let dimensions = self.by.iter().enumerate().map(|(place, dimension)| {
            let mut codes: Vec<String> = Vec::new();
            let rows = self.keys.iter().map(|key| {
                let known = codes.iter().position(|code| *code == key[place]);
                let index = known.unwrap_or_else(|| {
                    codes.push(key[place].clone());
                    codes.len() - 1
                });
                index as u32
            });
            let rows = rows.collect();
            Dimension {
                name: dimension.clone(),
                codes,
                rows,
                additive: Additive {
                    codes: source
                        .dimension(dimension)
                        .map_or(Additivity::Parts, |column| column.additive.of(&measures)),
                    ..Additive::default()
                },
            }
        });
        Table {
            name: name.to_owned(),
            dimensions: dimensions.collect(),
            measures: self
                .columns
                .iter()
                .map(|column| MeasureColumn {
                    name: column.name.to_owned(),
                    cells: column.cells.iter().copied().collect(),
                    rounding: column.rounding,
                    perturbed: column.perturbed,
                })
                .collect(),
            rows: self.keys.len(),
            coverage,
            flags: None,
            absent_is_zero: source.absent_is_zero,
            breaks: Vec::new(),
        }
    }
}

/// So many changed cells at most stand behind a number of an answer.
fn summed_cells(answer: &Answer) -> usize {
    let cells = answer.notes.iter().filter_map(|note| match note {
        Note::Perturbed { cells, .. } => Some(*cells),
        _ => None,
    });
    cells.max().unwrap_or(1)
}

/// A number, or what stands in its place.
fn cell(value: Option<f64>, status: Status) -> Cell {
    match (value, status) {
        (Some(value), _) => Cell::Number(value),
        (None, Status::SuppressedInput) => Cell::Suppressed,
        (None, Status::NoCompleteCohort | Status::NotApplicable) => Cell::NotApplicable,
        (None, _) => Cell::Missing,
    }
}

/// A sum with a missing part is missing, one with a withheld part is withheld.
fn added(sum: Cell, cell: Cell) -> Cell {
    match (sum, cell) {
        (Cell::Number(sum), Cell::Number(number)) => Cell::Number(sum + number),
        (Cell::Missing, _) | (_, Cell::Missing) => Cell::Missing,
        (Cell::Suppressed, _) | (_, Cell::Suppressed) => Cell::Suppressed,
        (Cell::NotApplicable, other) | (other, Cell::NotApplicable) => other,
    }
}

/// What the slice covers of the dimensions that it has no column for.
fn coverage(source: &Table, question: &Question, by: &[String]) -> Coverage {
    let mut coverage = source.coverage.clone();
    for column in &source.dimensions {
        let additive = &column.additive;
        let whole = Dictionary::of(&additive.whole);
        let counts = |code: &&String| match additive.codes.can_pool() || additive.whole.is_empty() {
            true => !additive.is_sum(code),
            false => whole.has(code),
        };
        let codes = column.codes.iter().filter(counts).cloned();
        coverage.set(&column.name, codes.collect());
    }
    for filter in &question.filter {
        coverage.set(&filter.dimension, filter.codes.clone());
    }
    for dimension in by {
        coverage.remove(dimension);
    }
    coverage
}

/// The data set of the slice: everything said of the whole one, and the labels of what is left.
fn described(dataset: &Dataset, table: &Rc<Table>, name: &str) -> Dataset {
    let mut described = dataset.clone();
    described.name = name.to_owned();
    described.tables = vec![table.clone()];
    for column in &table.dimensions {
        let has_others = column.codes.iter().any(|code| code == OTHERS);
        if has_others && described.dimension_labels(&column.name).is_none() {
            described.labels.push(DimensionLabels {
                dimension: column.name.clone(),
                labels: Vec::new(),
            });
        }
    }
    for labels in &mut described.labels {
        let covered = table.coverage.get(&labels.dimension);
        let column = table.dimension(&labels.dimension);
        let left = column.map(|column| column.codes.as_slice()).or(covered);
        let left = Dictionary::of(left.unwrap_or_default());
        labels.labels.retain(|label| left.has(&label.code));
        if left.has(OTHERS) {
            labels.labels.push(Label {
                code: OTHERS.to_owned(),
                name: others(),
                short: Names::default(),
            });
        }
    }
    described.labels.retain(|labels| !labels.labels.is_empty());
    described
}

/// What those are called that are not told apart.
fn others() -> Names {
    let [nb, nn, en] =
        [Lang::Nb, Lang::Nn, Lang::En].map(|lang| notes::the_others(lang).to_owned());
    Names { nb, nn, en }
}

/// The value shown, as far as a row is shown, and the names of its codes.
fn remarks(
    dataset: &Dataset,
    panel: &PanelSpec,
    (answer, limits): (&Answer, Option<(&Intervals, f64)>),
    counts: &Counts,
    (lang, form): (Lang, Form),
) -> Vec<Remark> {
    let shown = |key: &Vec<String>| {
        let row = row_of(answer, key)?;
        if panel.counts {
            row.numerator
        } else {
            row.value
        }
    };
    let mut taken: Vec<&str> = counts.by.iter().map(String::as_str).collect();
    taken.extend(counts.columns.iter().map(|column| column.name));
    let unused = |name: String| {
        let mut name = name;
        while taken.contains(&name.as_str()) {
            name.push('_');
        }
        name
    };
    let values = counts.keys.iter().map(|key| {
        let value = shown(key).map(|value| number(value, form));
        value.unwrap_or_default()
    });
    let mut remarks = vec![Remark {
        name: unused("value".to_owned()),
        cells: values.collect(),
    }];
    if let Some((intervals, level)) = limits {
        let found = counts.keys.iter();
        let found = found.map(|key| intervals.of(row_of(answer, key)?).ok());
        let found: Vec<Option<Interval>> = found.collect();
        let column = |name: &str, read: &dyn Fn(&Interval) -> f64| Remark {
            name: unused(name.to_owned()),
            cells: found
                .iter()
                .map(|interval| interval.as_ref())
                .map(|interval| interval.map_or(String::new(), |one| number(read(one), form)))
                .collect(),
        };
        remarks.push(column(LOWER, &|one| one.lower));
        remarks.push(column(UPPER, &|one| one.upper));
        remarks.push(column(LEVEL, &|_| level));
    }
    for (place, dimension) in counts.by.iter().enumerate() {
        if dataset.dimension_labels(dimension).is_none() {
            continue;
        }
        let label = |key: &Vec<String>| match dataset.label(dimension, &key[place]) {
            Some(label) => label.name.get(lang).to_owned(),
            None if key[place] == OTHERS => notes::the_others(lang).to_owned(),
            None => key[place].clone(),
        };
        remarks.push(Remark {
            name: unused(format!("{dimension}_label")),
            cells: counts.keys.iter().map(label).collect(),
        });
    }
    remarks
}

/// The row of an answer that the value of a key is; the keys of counts may have one dimension more.
fn row_of<'a>(answer: &'a Answer, key: &[String]) -> Option<&'a Row> {
    let mut rows = answer.rows.iter();
    rows.find(|row| key.starts_with(&row.key) && key.len() == answer.by.len())
}

/// What the publisher marks of the numbers that count for a row, as in the column of flags that they are
/// from. None where nothing is marked.
fn marked(source: &Table, question: &Question, answer: &Answer, counts: &Counts) -> Option<Remark> {
    let column = source.flags.as_ref().map(|flags| flags.column.as_str());
    let column = column.or_else(|| source.has_marks().then_some(FLAG_COLUMNS[0]))?;
    let of_key = |key: &Vec<String>| {
        let Some(row) = row_of(answer, key) else {
            return String::new();
        };
        let has = |mark: &Mark| breaks::marked(source, question, &row.key, *mark) > 0;
        Mark::ALL
            .iter()
            .filter(|mark| has(mark))
            .map(|mark| mark.letter())
            .collect()
    };
    let cells: Vec<String> = counts.keys.iter().map(of_key).collect();
    let any = cells.iter().any(|cell| !cell.is_empty());
    any.then(|| Remark {
        name: column.to_owned(),
        cells,
    })
}

/// Headings for people, parallel to the columns of a slice and its remarks.
pub fn headings(slice: &Slice, measure: &str, lang: Lang) -> Vec<String> {
    let table = &slice.table;
    let dimensions = table.dimensions.iter();
    let measures = table.measures.iter();
    let mut headings: Vec<String> = dimensions
        .map(|column| slice.dataset.dimension_name(lang, &column.name))
        .chain(measures.map(|column| slice.dataset.measure_name(lang, &column.name)))
        .collect();
    for (index, remark) in slice.remarks.iter().enumerate() {
        headings.push(match remark.name.strip_suffix("_label") {
            _ if index == 0 => slice.dataset.measure_name(lang, measure),
            None if remark.name == LOWER => share::column_lower(lang).to_owned(),
            None if remark.name == UPPER => share::column_upper(lang).to_owned(),
            None if remark.name == LEVEL => share::column_level(lang).to_owned(),

            Some(dimension) => slice.dataset.dimension_name(lang, dimension),
            None => share::column_flags(lang).to_owned(),
        });
    }
    headings
}

/// The rows of a dimension, none when all have the same code, and what its codes count as.
fn coded<'a>(access: &'a Access, table: &'a Table) -> (Option<&'a Indexes>, &'a [String]) {
    match access {
        Access::Constant(code) => (None, std::slice::from_ref(code)),
        Access::Column { column, codes } => (Some(&table.dimensions[*column].rows), codes),
    }
}
