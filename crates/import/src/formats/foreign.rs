//! What a reader of an agency's file gives back, and what a visitor can decide for it.

use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{Problem, ProblemKind};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Delimited text, as PxWeb and spreadsheets write it.
    Csv,
    /// PC-Axis.
    Px,
    /// JSON-stat, version 1 or 2.
    JsonStat,
    /// The JSON of PxWeb's own with columns and records.
    PxWebJson,
    /// Eurostat's tab-separated series.
    EurostatTsv,
    /// SDMX-CSV, as Eurostat and the OECD write it.
    SdmxCsv,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// The same in binary form.
    Xlsb,
    /// A workbook of Excel until 2003.
    Xls,
    /// A workbook of OpenDocument.
    Ods,
}

impl Format {
    /// Whether it is a workbook: it tells numbers from texts, and has neither delimiter nor encoding.
    pub fn is_workbook(self) -> bool {
        matches!(
            self,
            Format::Xlsx | Format::Xlsb | Format::Xls | Format::Ods
        )
    }

    /// The name under which the format is known.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Px => "PX",
            Format::JsonStat => "JSON-stat",
            Format::PxWebJson => "PxWeb JSON",
            Format::EurostatTsv => "Eurostat TSV",
            Format::SdmxCsv => "SDMX-CSV",
            Format::Xlsx => "XLSX",
            Format::Xlsb => "XLSB",
            Format::Xls => "XLS",
            Format::Ods => "ODS",
        }
    }
}

/// How the bytes of a text file stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 that opens with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// ISO-8859-1; no byte is one that Windows-1252 reads differently.
    Iso8859_1,
    /// Windows-1252.
    Windows1252,
    /// ISO-8859-15, only where the file declares it.
    Iso8859_15,
}

impl Encoding {
    /// The name under which the encoding is known.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 (BOM)",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Iso8859_1 => "ISO-8859-1",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Iso8859_15 => "ISO-8859-15",
        }
    }
}

/// The sign between groups of three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thousands {
    /// An ordinary space.
    Space,
    /// U+00A0.
    NoBreakSpace,
    /// U+202F or U+2009.
    NarrowNoBreakSpace,
    /// `1,234,567`
    Comma,
    /// `1.234.567`
    Point,
}

impl Thousands {
    /// The character.
    pub fn character(self) -> char {
        match self {
            Thousands::Space => ' ',
            Thousands::NoBreakSpace => '\u{a0}',
            Thousands::NarrowNoBreakSpace => '\u{202f}',
            Thousands::Comma => ',',
            Thousands::Point => '.',
        }
    }
}

/// What a cell without a plain number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// An empty cell.
    Empty,
    /// The file has no row, or no column, for this combination.
    Absent,
    /// The number is not known, or too uncertain to publish.
    Missing,
    /// The number will come later.
    NotYetAvailable,
    /// The number exists and is withheld.
    Suppressed,
    /// No number can exist.
    NotApplicable,
    /// Nothing to count: zero.
    Nil,
    /// The combination is left out of a sparse PX file, which stands for zero.
    LeftOutZero,
    /// A remark beside a number.
    Flag(Flag),
}

impl Meaning {
    /// The cell this stands for; `None` for a remark, which leaves the number as it is.
    pub fn cell(self) -> Option<Cell> {
        match self {
            Meaning::Empty | Meaning::Absent | Meaning::Missing | Meaning::NotYetAvailable => {
                Some(Cell::Missing)
            }
            Meaning::Suppressed => Some(Cell::Suppressed),
            Meaning::NotApplicable => Some(Cell::NotApplicable),
            Meaning::Nil | Meaning::LeftOutZero => Some(Cell::Number(0.0)),
            Meaning::Flag(_) => None,
        }
    }
}

/// A remark on an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// Break in the series.
    Break,
    /// The definition differs.
    DefinitionDiffers,
    /// Estimated.
    Estimated,
    /// Forecast.
    Forecast,
    /// Imputed.
    Imputed,
    /// Not significant, or less than half the unit.
    NotSignificant,
    /// Provisional.
    Provisional,
    /// Low reliability.
    LowReliability,
    /// Any other remark of the publisher.
    Other,
}

/// A marker or remark that the file holds, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// As it stands in the file.
    pub text: String,
    /// What it was taken for.
    pub meaning: Meaning,
    /// In how many cells.
    pub count: u64,
}

/// What is to become of the cells with a text that is neither a number nor a known mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellChoice {
    /// The visitor is asked.
    Open,
    /// It is a mark with this meaning.
    Means(Meaning),
    /// Its row is left out.
    WithoutRow,
}

/// A text in a column of numbers of which nobody has said yet what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCell {
    /// As it stands in the file.
    pub text: String,
    /// The line of the first.
    pub line: u64,
    /// Its column.
    pub column: String,
    /// In how many cells.
    pub count: u64,
}

/// What was understood of a file; shown to the visitor beside the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The kind of file.
    pub format: Format,
    /// The encoding of a text file; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// What stands between the fields; `None` where the format has no such choice.
    pub delimiter: Option<char>,
    /// The decimal sign; `None` when every number is whole.
    pub decimal_sign: Option<DecimalSign>,
    /// The thousands sign; `None` when no number has one.
    pub thousands: Option<Thousands>,
    /// The line of the column names, counted from 1; `None` where the format has none.
    pub header_line: Option<u64>,
    /// The title of the table; empty when the file has none.
    pub title: String,
    /// Notes of the publisher, in file order.
    pub notes: Vec<String>,
    /// Every marker met, in the order of meaning and text.
    pub markers: Vec<Marker>,
    /// The language of the labels, as a tag; `None` when nothing tells it.
    pub language: Option<String>,
    /// `false` when the publisher says that sums over this table make no sense.
    pub sums_allowed: bool,
    /// Texts among the numbers that the visitor is asked about.
    pub open_cells: Vec<OpenCell>,
    /// The columns of the file that hold the numbers, by their names; empty where the format has no such choice.
    pub value_columns: Vec<String>,
    /// Its other columns.
    pub other_columns: Vec<String>,
    /// Its columns beside those of the periods that are sums, means or changes over them, and are left out.
    pub over_periods: Vec<String>,
    /// Parts of the file that hold no table: sheets, members of an archive.
    pub left_aside: Vec<String>,
}

impl Understood {
    /// Nothing known but the format.
    pub fn of(format: Format) -> Understood {
        Understood {
            format,
            encoding: None,
            delimiter: None,
            decimal_sign: None,
            thousands: None,
            header_line: None,
            title: String::new(),
            notes: Vec::new(),
            markers: Vec::new(),
            language: None,
            sums_allowed: true,
            open_cells: Vec::new(),
            value_columns: Vec::new(),
            other_columns: Vec::new(),
            over_periods: Vec::new(),
            left_aside: Vec::new(),
        }
    }
}

/// A dimension of a table in long form.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignDimension {
    /// The publisher's code of the dimension, else its label.
    pub name: String,
    /// The name to show.
    pub label: String,
    /// The codes, in the publisher's order or that of first occurrence.
    pub codes: Vec<String>,
    /// One label a code; the code itself where the file has no labels.
    pub labels: Vec<String>,
    /// For each row the index of its code.
    pub rows: Vec<u32>,
    /// Whether this is time.
    pub is_time: bool,
    /// For each code whether it is a total of others, as "I alt" and "Begge kjønn".
    pub totals: Vec<bool>,
    /// The places of codes that others hang below by what the file says, each with the place of one of these.
    pub children: Vec<(usize, usize)>,
}

/// A measure of a table in long form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignMeasure {
    /// The publisher's code of the measure, else its label.
    pub name: String,
    /// The name to show.
    pub label: String,
    /// The unit, where the file states one.
    pub unit: Option<String>,
    /// One cell a row.
    pub cells: Cells,
    /// What says what is counted, the most telling text first; empty where the name says it all.
    pub said: Vec<String>,
    /// The day or the time that the numbers are of, as the file states it.
    pub day: Option<String>,
}

/// One way to read the numbers of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The decimal sign of this reading.
    pub decimal_sign: DecimalSign,
    /// Its thousands sign.
    pub thousands: Option<Thousands>,
    /// What the first example is worth then.
    pub first: f64,
}

/// Numbers such as `1.234` that nothing in the file settles. The visitor is asked once; until
/// then these cells are missing in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Ambiguity {
    /// How many cells are unclear.
    pub cells: u64,
    /// A few of them: line, column name, text.
    pub examples: Vec<(u64, String, String)>,
    /// The possible readings.
    pub readings: Vec<Reading>,
}

/// The lines of a file that the rows of a table come from. Empty for a table that is not written row
/// by row, such as a cube.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The line of each record.
    pub of_records: Vec<u64>,
    /// How many rows come from a record: one for each period across the header.
    pub rows_each: usize,
    /// Where measures stand below each other in the file: which row of the file each cell is from.
    pub below: Option<Below>,
}

/// Measures that stand below each other, each perhaps in several columns of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// How many stand below each other.
    pub each: usize,
    /// How many columns of numbers they have.
    pub columns: usize,
    /// For each row of the table and each of those below each other the row of the file; `u32::MAX`
    /// where there is none.
    pub rows: Vec<u32>,
}

impl Lines {
    /// The line of a cell, counted from 1.
    pub fn of_cell(&self, row: usize, measure: usize) -> Option<u64> {
        let row = match &self.below {
            None => row,
            Some(below) => {
                let at = row * below.each + measure / below.columns.max(1);
                *below.rows.get(at).filter(|row| **row != u32::MAX)? as usize
            }
        };
        let record = row / self.rows_each.max(1);
        self.of_records.get(record).copied()
    }
}

/// A table of an agency in long form: a row for each combination, a column for each measure.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignTable {
    /// The file it came from, within an archive with its path, and the sheet of a workbook.
    pub name: String,
    /// What was understood of the file.
    pub understood: Understood,
    /// The dimensions.
    pub dimensions: Vec<ForeignDimension>,
    /// The measures.
    pub measures: Vec<ForeignMeasure>,
    /// Number of rows.
    pub rows: usize,
    /// Where the rows stand in the file.
    pub lines: Lines,
    /// The rows with a number that the file marks as no more comparable with those before.
    pub breaks: Vec<u32>,
    /// Whether combinations without a row are missing, as in a cube of which most is left out. A file
    /// with a row for each number says nothing of what has none.
    pub is_sparse: bool,
    /// A question that must be answered before the numbers are used.
    pub ambiguity: Option<Ambiguity>,
}

impl ForeignDimension {
    /// Whether the file says that others hang below a code.
    pub fn holds(&self, at: usize) -> bool {
        self.children.iter().any(|(parent, _)| *parent == at)
    }

    /// For each code those of which the file says that they hang right below it.
    pub fn children_of_each(&self) -> Vec<Vec<usize>> {
        let mut each = vec![Vec::new(); self.codes.len()];
        for (parent, child) in self.children.iter().filter(|(one, other)| one != other) {
            each[*parent].push(*child);
        }
        for children in &mut each {
            children.sort_unstable();
            children.dedup();
        }
        each
    }

    /// For each code whether the file says that it hangs below this one, others between them or not.
    pub fn lying_in(&self, at: usize) -> Vec<bool> {
        let children = self.children_of_each();
        let (mut these, mut met) = (vec![at], vec![false; self.codes.len()]);
        while let Some(at) = these.pop() {
            for child in &children[at] {
                if !std::mem::replace(&mut met[*child], true) {
                    these.push(*child);
                }
            }
        }
        met
    }
}

impl ForeignTable {
    /// The table, or what the visitor must settle first.
    pub fn settled(self) -> Result<ForeignTable, Vec<Problem>> {
        let Some(ambiguity) = &self.ambiguity else {
            return Ok(self);
        };
        let problems = ambiguity
            .examples
            .iter()
            .map(|(line, column, text)| {
                Problem::of_file(&self.name, ProblemKind::AmbiguousNumber, text)
                    .at_line(*line)
                    .in_column(column)
            })
            .collect();
        Err(problems)
    }

    /// The dimension of that name or label.
    pub fn dimension(&self, name: &str) -> Option<&ForeignDimension> {
        self.dimensions
            .iter()
            .find(|dimension| dimension.name == name || dimension.label == name)
    }

    /// The measure of that name or label.
    pub fn measure(&self, name: &str) -> Option<&ForeignMeasure> {
        self.measures
            .iter()
            .find(|measure| measure.name == name || measure.label == name)
    }
}

/// What the visitor decides instead of the detection; everything empty means "detect".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The kind of file.
    pub format: Option<Format>,
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// What stands between the fields.
    pub delimiter: Option<char>,
    /// The decimal sign.
    pub decimal_sign: Option<DecimalSign>,
    /// The thousands sign; `Some(None)` says that there is none.
    pub thousands: Option<Option<Thousands>>,
    /// The line of the column names, counted from 1.
    pub header_line: Option<u64>,
    /// What texts among the numbers mean.
    pub cells: Vec<(String, CellChoice)>,
    /// The names of the columns that hold values; every other column is a dimension.
    pub value_columns: Option<Vec<String>>,
    /// The language of a file in several languages.
    pub language: Option<String>,
    /// Whether combinations left out of a sparse PX file are missing rather than zero.
    pub left_out_is_missing: bool,
}
