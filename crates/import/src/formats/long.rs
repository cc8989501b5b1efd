//! Tables in long form while they are built: dictionary-coded dimensions, columns of cells, and
//! the steps every format shares. Codes are split from labels, a contents variable becomes
//! measures, totals and time are recognised.

use std::collections::BTreeMap;

use kernels::{self as loops, Texts};

use super::foreign::{
    Below, ForeignDimension, ForeignMeasure, ForeignTable, Lines, Marker, Meaning, Understood,
};
use super::indents;
use super::period;
use data::cell::{Cell, Cells};
use data::problem::{ProblemKind, Problems};
use vocabulary::words;

/// More cells than this are not spread out in memory. A row takes some tens of bytes, and the
/// browser gives a page a few gigabytes.
pub const MAX_CELLS: usize = 20_000_000;

/// More dimensions than this no table of aggregates has.
pub const MAX_DIMENSIONS: usize = 64;

/// Numbers held for a table at most: a code for each dimension and a cell for each measure, in
/// every row. Small files can ask for far more than they hold.
const MAX_HELD: usize = 10 * MAX_CELLS;

/// Refuses a table of so many rows and columns before anything is reserved for it.
pub fn fits(rows: usize, columns: usize, problems: &mut Problems) -> bool {
    let fits = rows.saturating_mul(columns) <= MAX_HELD;
    if !fits {
        let found = format!("{rows} × {columns}");
        problems.file(ProblemKind::TooManyCells { limit: MAX_HELD }, found);
    }
    fits
}

/// Refuses a cube in which two categories of a dimension have the same code: nothing could tell
/// them apart afterwards.
pub fn check_codes(dimensions: &[DraftDimension], problems: &mut Problems) {
    for dimension in dimensions {
        let mut known = Dictionary::default();
        for (at, code) in dimension.codes.iter().enumerate() {
            if (known.code(code) as usize) < at {
                problems.file(
                    ProblemKind::CodeTwice,
                    format!("{}: {code}", dimension.label),
                );
                break;
            }
        }
    }
}

/// The number of cells of a cube, or a problem when it is too large to be spread out.
pub fn cube_cells(sizes: &[usize], problems: &mut Problems) -> Option<usize> {
    if sizes.len() > MAX_DIMENSIONS {
        let kind = ProblemKind::TooManyColumns {
            limit: MAX_DIMENSIONS,
        };
        problems.file(kind, sizes.len().to_string());
        return None;
    }
    let product = sizes
        .iter()
        .try_fold(1_usize, |product, size| product.checked_mul(*size));
    let cells = product.filter(|cells| *cells <= MAX_CELLS);
    if cells.is_none() {
        let found: Vec<String> = sizes.iter().map(usize::to_string).collect();
        problems.file(
            ProblemKind::TooManyCells { limit: MAX_CELLS },
            found.join(" × "),
        );
    }
    cells.filter(|cells| fits(*cells, sizes.len(), problems))
}

/// The distinct texts of a column, numbered in the order of first occurrence.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    index: Texts,
    /// The texts.
    pub texts: Vec<String>,
}

impl Dictionary {
    /// The number of a text; a new one is given to a text not seen before.
    pub fn code(&mut self, text: &str) -> u32 {
        let code = self.index.number(text.as_bytes());
        if code as usize == self.texts.len() {
            self.texts.push(text.to_owned());
        }
        code
    }

    /// The number of a text that has one.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.index.find(text.as_bytes())
    }
}

/// How often each marker was met, in the order of meaning and text.
#[derive(Clone, Debug, Default)]
pub struct MarkerCount {
    list: Vec<Marker>,
}

/// So many markers are told apart; a column of remarks in free text can have any number.
const MAX_MARKERS: usize = 1000;

impl MarkerCount {
    /// Counts a marker some times.
    pub fn add(&mut self, text: &str, meaning: Meaning, times: u64) {
        if times == 0 {
            return;
        }
        let place = |list: &[Marker], text: &str| {
            list.binary_search_by(|known| {
                (known.meaning, known.text.as_str()).cmp(&(meaning, text))
            })
        };
        let mut text = text;
        let mut found = place(&self.list, text);
        if found.is_err() && self.list.len() >= MAX_MARKERS {
            text = "…";
            found = place(&self.list, text);
        }
        match found {
            Ok(at) => self.list[at].count += times,
            Err(at) => self.list.insert(
                at,
                Marker {
                    text: text.to_owned(),
                    meaning,
                    count: times,
                },
            ),
        }
    }

    /// The list that is shown.
    pub fn into_markers(self) -> Vec<Marker> {
        self.list
    }
}

/// A dimension being built.
#[derive(Clone, Debug, Default)]
pub struct DraftDimension {
    /// Code of the dimension.
    pub name: String,
    /// Name to show.
    pub label: String,
    /// Codes.
    pub codes: Vec<String>,
    /// Labels; empty means the codes serve.
    pub labels: Vec<String>,
    /// Index of the code, one a row.
    pub rows: Vec<u32>,
    /// What the file declares of time, if anything.
    pub is_time: Option<bool>,
    /// Codes or labels that the file declares to be totals, or to count where nothing is asked.
    pub totals: Vec<String>,
    /// Those that others hang below, each with one of these.
    pub holders: Vec<(String, String)>,
    /// The same by their places.
    pub children: Vec<(usize, usize)>,
    /// Whether the file declares that this dimension lists measures.
    pub is_contents: bool,
}

impl DraftDimension {
    /// A dimension that has the same text for name and label.
    pub fn named(name: &str) -> DraftDimension {
        DraftDimension {
            name: name.to_owned(),
            label: name.to_owned(),
            ..DraftDimension::default()
        }
    }

    /// The label of a code.
    pub fn label_of(&self, code: usize) -> &str {
        self.labels
            .get(code)
            .or_else(|| self.codes.get(code))
            .map_or("", String::as_str)
    }

    fn finish(mut self) -> ForeignDimension {
        indents::take_off(&mut self);
        // Where the names serve as codes, these are without marks as well, unless two became one.
        let plain = distinct_without_marks(&self.codes);
        if self.labels.len() != self.codes.len() && plain.len() == self.codes.len() {
            self.codes = plain;
        }
        words::visible_codes(&mut self.codes);
        self.name = words::without_marks(&self.name);
        self.label = words::without_marks(&self.label);
        let mut labels = if self.labels.len() == self.codes.len() {
            self.labels
        } else {
            self.codes.clone()
        };
        for label in &mut labels {
            *label = words::without_marks(label);
        }
        let is_time = self.is_time.unwrap_or_else(|| {
            words::names_time(&self.name)
                || words::names_time(&self.label)
                || (!self.codes.is_empty() && self.codes.iter().all(|code| period::is_period(code)))
        });
        let mut declared = Dictionary::default();
        for total in self.totals.iter().filter(|total| !total.is_empty()) {
            declared.code(total);
            declared.code(&words::without_marks(total));
        }
        let each = self.codes.iter().zip(&labels).enumerate();
        let places: BTreeMap<&str, usize> = match self.holders.is_empty() {
            true => BTreeMap::new(),
            false => each
                .flat_map(|(at, (code, label))| [(label.as_str(), at), (code.as_str(), at)])
                .collect(),
        };
        let place = |text: &String| places.get(text.as_str()).copied();
        let pairs = self.holders.iter();
        let mut children = self.children;
        children.extend(pairs.filter_map(|(holder, child)| Some((place(holder)?, place(child)?))));
        let has_sexes = words::are_sexes(&self.codes)
            || words::names_sex(&self.name)
            || words::names_sex(&self.label);
        let mut holds = vec![false; self.codes.len()];
        children
            .iter()
            .for_each(|(parent, _)| holds[*parent] = true);
        let totals = self
            .codes
            .iter()
            .zip(&labels)
            .zip(holds)
            .map(|((code, label), holds)| {
                let by_words = words::is_total(label) || words::is_total_code(code, has_sexes);
                let by_file = declared.find(label).is_some() || declared.find(code).is_some();
                by_file || holds || (by_words && (!is_time || words::is_total(label)))
            })
            .collect();
        ForeignDimension {
            name: self.name,
            label: self.label,
            codes: self.codes,
            labels,
            rows: self.rows,
            is_time,
            totals,
            children,
        }
    }
}

/// Names without footnote marks; the distinct ones only.
pub fn distinct_without_marks(names: &[String]) -> Vec<String> {
    let mut plain = Dictionary::default();
    for name in names {
        plain.code(&words::without_marks(name));
    }
    plain.texts
}

/// A table being built.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Dimensions.
    pub dimensions: Vec<DraftDimension>,
    /// Measures.
    pub measures: Vec<ForeignMeasure>,
    /// Number of rows.
    pub rows: usize,
    /// The line of each record, for problems; `per_line` rows come from each.
    pub lines: Vec<u64>,
    /// How many rows come from a record.
    pub per_line: usize,
    /// Where measures stood below each other.
    pub below: Option<Below>,
    /// Units of the values of a contents dimension, by code.
    pub units: Vec<(String, String)>,
    /// Markers met.
    pub markers: MarkerCount,
    /// Rows with a mark of a break.
    pub breaks: Vec<u32>,
    /// Whether combinations without a row are missing.
    pub is_sparse: bool,
}

/// How many measures the contents dimension of a cube makes, and how many places each of its values has in a row;
/// 1 where there are none.
fn fan_and_inner(dimensions: &[DraftDimension]) -> (usize, usize) {
    let places = |of: &[DraftDimension]| of.iter().map(|d| d.codes.len()).product::<usize>();
    let (fan, inner) = match contents_of(dimensions) {
        Some(at) => (dimensions[at].codes.len(), places(&dimensions[at + 1..])),
        None => (1, places(dimensions)),
    };
    (fan.max(1), inner.max(1))
}

impl Draft {
    /// The table of a cube whose last dimension varies fastest, from its values in that order.
    /// The contents dimension becomes the measures.
    pub fn of_cube(
        mut dimensions: Vec<DraftDimension>,
        measure: ForeignMeasure,
        units: Vec<(String, String)>,
    ) -> Draft {
        let contents = contents_of(&dimensions);
        let cells: usize = dimensions.iter().map(|d| d.codes.len()).product();
        let (fan, inner) = fan_and_inner(&dimensions);
        let rows = cells / fan;
        let measures = match contents.map(|at| dimensions.remove(at)) {
            None => vec![measure],
            Some(dimension) => (0..dimension.codes.len())
                .map(|which| ForeignMeasure {
                    name: dimension.codes[which].clone(),
                    label: dimension.label_of(which).to_owned(),
                    unit: unit_of(&units, &dimension.codes[which]).or_else(|| measure.unit.clone()),
                    cells: (0..rows)
                        .map(|row| {
                            let at = (row / inner * fan + which) * inner + row % inner;
                            measure.cells.get(at)
                        })
                        .collect(),
                    ..ForeignMeasure::default()
                })
                .collect(),
        };
        let mut repeat = rows;
        for dimension in &mut dimensions {
            let size = dimension.codes.len();
            repeat /= size.max(1);
            dimension.rows = (0..rows)
                .map(|row| (row / repeat.max(1) % size) as u32)
                .collect();
        }
        Draft {
            dimensions,
            measures,
            rows,
            units,
            ..Draft::default()
        }
    }

    /// The row that each place of a cube is in once its contents dimension is the measures.
    pub fn row_of_cube(dimensions: &[DraftDimension]) -> impl Fn(usize) -> u32 + use<> {
        let (fan, inner) = fan_and_inner(dimensions);
        move |place| (place / (inner * fan) * inner + place % inner) as u32
    }

    /// Makes measures of the contents dimension of a table read row by row.
    pub fn spread_contents(&mut self, problems: &mut Problems) {
        let Some(at) = contents_of(&self.dimensions) else {
            return;
        };
        let contents = self.dimensions.remove(at);
        let fan = contents.codes.len();
        let columns = self.dimensions.iter().map(|dimension| &dimension.rows);
        let spread = match Spread::of(columns.collect(), &contents.rows, fan, 1) {
            Ok(spread) => spread,
            Err(cells) => {
                let kind = ProblemKind::TooManyCells { limit: MAX_CELLS };
                return problems.file(kind, cells.to_string());
            }
        };
        for (first, row) in &spread.again {
            let first_line = self.line(*first as usize);
            let found = self.key_text(*row, Some((&contents, *row)));
            let kind = ProblemKind::DuplicateKey { first_line };
            problems.line(self.line(*row), kind, found);
        }
        let absent = spread.source.iter().filter(|row| **row == u32::MAX);
        let absent = absent.count() as u64;
        self.markers
            .add("", Meaning::Absent, absent * self.measures.len() as u64);
        let many = self.measures.len() > 1;
        let mut measures = Vec::with_capacity(fan * self.measures.len());
        for which in 0..fan {
            for measure in &self.measures {
                let join = |contents: &str, own: &str| match many {
                    true => format!("{contents} {own}"),
                    false => contents.to_owned(),
                };
                let code = &contents.codes[which];
                let label = contents.label_of(which);
                measures.push(ForeignMeasure {
                    name: join(code, &measure.name),
                    label: join(label, &measure.label),
                    unit: unit_of(&self.units, code)
                        .or_else(|| words::unit_in(label).map(str::to_owned))
                        .or_else(|| measure.unit.clone()),
                    cells: spread.cells(&measure.cells, which),
                    ..ForeignMeasure::default()
                });
            }
        }
        for dimension in &mut self.dimensions {
            dimension.rows = spread.codes(&dimension.rows);
        }
        for row in &mut self.breaks {
            *row = spread.target[*row as usize];
        }
        self.rows = spread.origin.len();
        self.below = Some(Below {
            each: fan,
            columns: self.measures.len(),
            rows: spread.source,
        });
        self.measures = measures;
    }

    /// Reports rows that have the same codes throughout. Only adding them up or dropping one
    /// could make a table of them, and neither is ours to decide.
    pub fn check_keys(&self, problems: &mut Problems) {
        if self.dimensions.is_empty() {
            return;
        }
        let sizes = || self.dimensions.iter().map(|d| d.codes.len() as u64);
        let combinations = sizes().try_fold(1_u64, |all, size| all.checked_mul(size));
        let most = 64 * self.rows as u64 + 1024;
        if let Some(combinations) = combinations.filter(|all| *all <= most) {
            let mut packed = vec![0; self.rows];
            for (dimension, size) in self.dimensions.iter().zip(sizes()) {
                loops::pack_keys(&mut packed, &dimension.rows, size);
            }
            if loops::are_distinct(&packed, combinations) {
                return;
            }
        }
        let mut keys = Keys::default();
        let mut firsts = Vec::new();
        for row in 0..self.rows {
            let codes = self.dimensions.iter().map(|dimension| dimension.rows[row]);
            let number = keys.number(codes);
            let Some(first) = firsts.get(number) else {
                firsts.push(row);
                continue;
            };
            let first_line = self.line(*first);
            let found = self.key_text(row, None);
            let kind = ProblemKind::DuplicateKey { first_line };
            problems.line(self.line(row), kind, found);
        }
    }

    fn line(&self, row: usize) -> u64 {
        self.lines
            .get(row / self.per_line.max(1))
            .copied()
            .unwrap_or_default()
    }

    fn key_text(&self, row: usize, extra: Option<(&DraftDimension, usize)>) -> String {
        let own = self.dimensions.iter().map(|dimension| (dimension, row));
        let labels: Vec<&str> = own
            .chain(extra)
            .map(|(dimension, row)| dimension.codes[dimension.rows[row] as usize].as_str())
            .collect();
        labels.join(", ")
    }

    /// Splits codes from labels where one cell holds both, and joins a column of codes with the
    /// column of labels beside it.
    pub fn part_codes_and_labels(&mut self) {
        for dimension in &mut self.dimensions {
            indents::take_off(dimension);
            split_labels(dimension);
        }
        let mut at = 0;
        while at + 1 < self.dimensions.len() {
            if is_code_column(
                &self.dimensions[at],
                &self.dimensions[at + 1],
                self.lines.len(),
            ) {
                let labels = self.dimensions.remove(at + 1);
                let codes = &mut self.dimensions[at];
                codes.labels = vec![String::new(); codes.codes.len()];
                for (code, label) in codes.rows.iter().zip(&labels.rows) {
                    let place = &mut codes.labels[*code as usize];
                    if place.is_empty() {
                        *place = labels.codes[*label as usize].clone();
                    }
                }
                codes.label = labels.label;
                codes.children = labels.children;
            }
            at += 1;
        }
    }

    /// The language of the labels and of some more texts.
    pub fn language(&self, texts: &[&str]) -> Option<String> {
        let labels = self.dimensions.iter().flat_map(|dimension| {
            let codes = dimension.codes.iter().take(20);
            codes
                .chain(dimension.labels.iter().take(20))
                .chain([&dimension.label])
        });
        words::language(labels.map(String::as_str).chain(texts.iter().copied()))
    }

    /// The finished table.
    pub fn finish(self, name: &str, mut understood: Understood) -> ForeignTable {
        understood.markers = self.markers.into_markers();
        understood.title = words::without_tags(&understood.title);
        let mut measures = self.measures;
        for measure in &mut measures {
            measure.label = words::without_marks(&measure.label);
        }
        ForeignTable {
            name: name.to_owned(),
            understood,
            dimensions: finished(self.dimensions),
            measures,
            rows: self.rows,
            lines: Lines {
                of_records: self.lines,
                rows_each: self.per_line,
                below: self.below,
            },
            breaks: self.breaks,
            is_sparse: self.is_sparse,
            ambiguity: None,
        }
    }
}

/// The finished dimensions. A year and a part of it in columns of their own are one time, and where a column has the
/// name of time, dates and years in others are something else: when it was published, when they were born.
fn finished(mut drafts: Vec<DraftDimension>) -> Vec<ForeignDimension> {
    join_time(&mut drafts);
    let is_named = |name: &str, label: &str| words::names_time(name) || words::names_time(label);
    let is_told =
        |draft: &DraftDimension| draft.is_time == Some(true) || is_named(&draft.name, &draft.label);
    let is_told_of_one = drafts.iter().any(is_told);
    // Beside years, what has the name of time and is no period of one may overlap: Q1, H1, 9M.
    let are_periods =
        |draft: &DraftDimension| draft.codes.iter().all(|code| period::is_period(code));
    let has_periods = drafts
        .iter()
        .any(|draft| is_told(draft) && are_periods(draft));
    for draft in &mut drafts {
        if has_periods
            && is_told(draft)
            && draft.is_time.is_none()
            && !draft.codes.iter().any(|code| period::is_period(code))
        {
            draft.is_time = Some(false);
        }
        if is_told_of_one && draft.is_time.is_none() && !is_told(draft) {
            draft.is_time = Some(false);
        }
    }
    drafts.into_iter().map(DraftDimension::finish).collect()
}

/// Joins a column of years with the one of their quarters or months, the whole year among them.
fn join_time(drafts: &mut Vec<DraftDimension>) {
    let years = |draft: &DraftDimension| {
        (words::names_time(&draft.name) || words::names_time(&draft.label))
            && !draft.codes.is_empty()
            && draft.codes.iter().all(|code| {
                code.len() == 4
                    && period::is_period(code)
                    && code.bytes().all(|byte| byte.is_ascii_digit())
            })
    };
    let Some(year) = drafts.iter().position(years) else {
        return;
    };
    let parts = |draft: &DraftDimension| -> Option<Vec<String>> {
        let of =
            words::parts_of_year(&draft.label).or_else(|| words::parts_of_year(&draft.name))?;
        let each = (0..draft.codes.len()).map(|code| {
            let label = draft.label_of(code);
            match words::is_total(label) {
                true => Some(String::new()),
                false => period::part_of_year(label, of)
                    .or_else(|| period::part_of_year(&draft.codes[code], of)),
            }
        });
        each.collect()
    };
    let found = (0..drafts.len())
        .filter(|at| *at != year)
        .find_map(|at| Some((at, parts(&drafts[at])?)));
    let Some((at, parts)) = found else {
        return;
    };
    let part = drafts.remove(at);
    let year = year - usize::from(at < year);
    let years = &mut drafts[year];
    let mut known = Dictionary::default();
    for (row, of_row) in years.rows.iter_mut().zip(&part.rows) {
        let text = format!("{}{}", years.codes[*row as usize], parts[*of_row as usize]);
        *row = known.code(&text);
    }
    years.codes = known.texts;
    years.labels = Vec::new();
    years.is_time = Some(true);
}

fn unit_of(units: &[(String, String)], code: &str) -> Option<String> {
    let found = units.iter().find(|(known, _)| known == code)?;
    Some(found.1.clone())
}

fn contents_of(dimensions: &[DraftDimension]) -> Option<usize> {
    let declared = dimensions
        .iter()
        .position(|dimension| dimension.is_contents);
    declared.or_else(|| {
        dimensions.iter().position(|dimension| {
            words::names_contents(&dimension.name) || words::names_contents(&dimension.label)
        })
    })
}

/// Rows told apart by their codes in all dimensions.
#[derive(Default)]
pub(super) struct Keys {
    known: Texts,
    key: Vec<u8>,
}

impl Keys {
    /// The number of the codes of a row, in the order in which they are first met.
    pub(super) fn number(&mut self, codes: impl Iterator<Item = u32>) -> usize {
        self.key.clear();
        codes.for_each(|code| self.key.extend_from_slice(&code.to_le_bytes()));
        self.known.number(&self.key) as usize
    }

    /// Whether no row has the codes of another one.
    pub(super) fn are_distinct(columns: &[&Vec<u32>], rows: usize) -> bool {
        let mut keys = Keys::default();
        let codes = |row: usize| columns.iter().map(move |codes| codes[row]);
        (0..rows).all(|row| keys.number(codes(row)) == row)
    }
}

/// Values that stand below each other put beside each other, as measures.
pub(super) struct Spread {
    /// For each row of the result the first that it comes from.
    pub origin: Vec<usize>,
    /// For each row the one of the result that it counts to.
    pub target: Vec<u32>,
    /// For each row of the result and each value the row that its cell is from; `u32::MAX` where there is none.
    pub source: Vec<u32>,
    /// Rows whose cell another one, the first, has already.
    pub again: Vec<(u32, usize)>,
    fan: usize,
}

impl Spread {
    /// Of rows with these codes, each with its place among so many values, each of which stands for some measures; the
    /// number of cells where they are too many.
    pub fn of(
        columns: Vec<&Vec<u32>>,
        values: &[u32],
        fan: usize,
        measures: usize,
    ) -> Result<Spread, usize> {
        let mut keys = Keys::default();
        let mut origin: Vec<usize> = Vec::new();
        let mut target: Vec<u32> = Vec::with_capacity(values.len());
        for row in 0..values.len() {
            let number = keys.number(columns.iter().map(|codes| codes[row]));
            if number == origin.len() {
                origin.push(row);
            }
            target.push(number as u32);
        }
        let cells = origin.len().saturating_mul(fan);
        if cells.saturating_mul(measures) > MAX_CELLS.max(values.len().saturating_mul(4)) {
            return Err(cells);
        }
        let mut source = vec![u32::MAX; cells];
        let mut again = Vec::new();
        for (row, (target, value)) in target.iter().zip(values).enumerate() {
            let cell = &mut source[*target as usize * fan + *value as usize];
            match *cell {
                u32::MAX => *cell = row as u32,
                first => again.push((first, row)),
            }
        }
        Ok(Spread {
            origin,
            target,
            source,
            again,
            fan,
        })
    }

    /// The cells of one of the values.
    pub fn cells(&self, cells: &Cells, value: usize) -> Cells {
        let rows = self.source.iter().skip(value).step_by(self.fan.max(1));
        rows.map(|row| match *row {
            u32::MAX => Cell::Missing,
            row => cells.get(row as usize),
        })
        .collect()
    }

    /// The codes of the result.
    pub fn codes(&self, codes: &[u32]) -> Vec<u32> {
        self.origin.iter().map(|row| codes[*row]).collect()
    }
}

/// Whether a text can be a code: short, without spaces.
fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 20
        && text
            .chars()
            .all(|c| words::is_letter(c) || matches!(c, '0'..='9' | '_' | '-' | '.' | '+'))
}

fn is_region_code(text: &str) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let is_nuts = match text.as_bytes() {
        [one, two, rest @ ..] => {
            one.is_ascii_uppercase()
                && two.is_ascii_uppercase()
                && (1..=3).contains(&rest.len())
                && rest.iter().all(is_sign)
                && rest.iter().any(u8::is_ascii_digit)
        }
        _ => false,
    };
    is_nuts || (is_code(text) && text.starts_with(|c: char| c.is_ascii_digit()))
}

/// `0301 Oslo kommune`, `SE110 Stockholms län`, `K-0301 - Oslo` and `NO:Norway` hold a code and a label in one cell.
fn split_labels(dimension: &mut DraftDimension) {
    if !dimension.labels.is_empty() || dimension.codes.is_empty() {
        return;
    }
    // The sign between the two, and whether the dimension's own name must be written like that.
    for (sign, in_name) in [(" - ", false), (":", true), (" ", false)] {
        let pairs: Option<Vec<(&str, &str)>> = dimension
            .codes
            .iter()
            .map(|text| {
                text.split_once(sign)
                    .map(|(code, label)| (code, label.trim()))
            })
            .collect();
        let Some(pairs) = pairs else {
            continue;
        };
        let name = dimension
            .name
            .split_once(sign)
            .filter(|(code, _)| is_code(code));
        let looks_right = match sign {
            " - " => pairs.iter().all(|(code, _)| is_code(code)),
            ":" => pairs.iter().all(|(code, _)| is_code(code)),
            // "0 år" and "1 rom" are not codes and names: names are written with a capital.
            _ => pairs.iter().all(|(code, label)| {
                is_region_code(code)
                    && label.starts_with(|c: char| words::is_capital(c) || c == '[')
            }),
        };
        let mut codes = Dictionary::default();
        for (code, _) in &pairs {
            codes.code(code);
        }
        // "Total - gender" is a total and no code of one.
        let has_total = pairs.iter().any(|(code, _)| words::is_total(code));
        let distinct = codes.texts.len() == pairs.len() && !(has_total && sign == " - ");
        if !looks_right || !distinct || (in_name && name.is_none()) {
            continue;
        }
        let (codes, labels) = pairs
            .into_iter()
            .map(|(code, label)| (code.to_owned(), label.to_owned()))
            .unzip();
        let renamed = name
            .filter(|_| sign != " ")
            .map(|(code, label)| (code.to_owned(), label.to_owned()));
        dimension.codes = codes;
        dimension.labels = labels;
        if let Some((name, label)) = renamed {
            dimension.name = name;
            dimension.label = label;
        }
        return;
    }
}

/// Whether a column holds the codes of the column beside it: both have as many values, they
/// always go together, and only the second reads like words. In a small table two columns can
/// go together by chance, so either the names are alike or every pair is met several times.
fn is_code_column(codes: &DraftDimension, labels: &DraftDimension, records: usize) -> bool {
    let count = codes.codes.len();
    let (short, long) = (words::lower(&codes.name), words::lower(&labels.name));
    let names_alike = !short.is_empty()
        && !long.is_empty()
        && (short.starts_with(&long) || long.starts_with(&short));
    let alike = count > 1
        && count == labels.codes.len()
        && (names_alike || records >= 3 * count)
        && codes.labels.is_empty()
        && labels.labels.is_empty()
        && codes
            .codes
            .iter()
            .all(|text| is_code(text) && !period::is_period(text))
        && codes
            .codes
            .iter()
            .any(|text| text.bytes().any(|b| b.is_ascii_digit()))
        && labels
            .codes
            .iter()
            .all(|text| text.chars().any(words::is_letter))
        && labels.codes.iter().any(|text| {
            text.chars()
                .any(|c| words::is_letter(c) && !words::is_capital(c))
        });
    // Both are numbered by first occurrence, so columns that go together are equal.
    alike && !codes.name.starts_with('#') && codes.rows == labels.rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimension(name: &str, codes: &[&str]) -> DraftDimension {
        DraftDimension {
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            ..DraftDimension::named(name)
        }
    }

    #[test]
    fn codes_part_from_labels_only_where_there_are_codes() {
        let cases: [(&str, &[&str], &[&str], &str); 6] = [
            (
                "region",
                &["0301 Oslo kommune", "01 Østfold"],
                &["0301", "01"],
                "Oslo kommune",
            ),
            (
                "alder",
                &["0 år", "105 år eller eldre"],
                &["0 år", "105 år eller eldre"],
                "0 år",
            ),
            (
                "Kjonn - kjønn",
                &["1 - Menn", "2 - Kvinner"],
                &["1", "2"],
                "Menn",
            ),
            (
                "geo:Country",
                &["NO:Norway", "SE:Sweden"],
                &["NO", "SE"],
                "Norway",
            ),
            (
                "tid",
                &["kl 10:30", "kl 10:45"],
                &["kl 10:30", "kl 10:45"],
                "kl 10:30",
            ),
            (
                "region",
                &["01 Oslo", "01 Bergen"],
                &["01 Oslo", "01 Bergen"],
                "01 Oslo",
            ),
        ];
        for (name, texts, codes, label) in cases {
            let mut dimension = dimension(name, texts);
            split_labels(&mut dimension);
            assert_eq!(dimension.codes, codes, "{name}");
            assert_eq!(dimension.label_of(0), label, "{name}");
        }
    }

    #[test]
    fn a_cube_unfolds_with_its_last_dimension_fastest_wherever_contents_stands() {
        for contents_at in 0..3 {
            let mut dimensions = vec![
                dimension("a", &["a0", "a1"]),
                dimension("b", &["b0", "b1", "b2"]),
            ];
            let mut contents = dimension("what", &["x", "y"]);
            contents.is_contents = true;
            dimensions.insert(contents_at, contents);
            let sizes: Vec<usize> = dimensions.iter().map(|d| d.codes.len()).collect();
            let cells = (0..12).map(|n| Cell::Number(f64::from(n))).collect();
            let measure = ForeignMeasure {
                name: String::new(),
                label: String::new(),
                unit: None,
                cells,
                ..ForeignMeasure::default()
            };
            let draft = Draft::of_cube(dimensions, measure, Vec::new());
            assert_eq!((draft.rows, draft.measures.len()), (6, 2));
            for (which, measure) in draft.measures.iter().enumerate() {
                for row in 0..6 {
                    let mut at: Vec<usize> = draft
                        .dimensions
                        .iter()
                        .map(|d| d.rows[row] as usize)
                        .collect();
                    at.insert(contents_at, which);
                    let position = at
                        .iter()
                        .zip(&sizes)
                        .fold(0, |sum, (i, size)| sum * size + i);
                    assert_eq!(measure.cells.get(row), Cell::Number(position as f64));
                }
            }
        }
    }
}
