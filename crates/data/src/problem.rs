//! What can be wrong with a file: where, what was found, what was expected, what to do.

use vocabulary::words::is_hidden;

/// One problem, or the same problem many times over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File name as the visitor knows it.
    pub file: String,
    /// Line, counted from 1 with the header; `None` when the whole file is meant.
    pub line: Option<u64>,
    /// Column name.
    pub column: Option<String>,
    /// What was found, as it stands in the file.
    pub found: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// How many further places have the same problem in the same column.
    pub repeats: u64,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing in the file.
    Empty,
    /// A header and no rows.
    NoRows,
    /// A file of another kind, recognised by its first bytes.
    OtherFormat(&'static str),
    /// A NUL byte: not a text file.
    Binary,
    /// Bytes that are not UTF-8.
    Encoding,
    /// More bytes than can be read in one go.
    TooLarge {
        /// The limit in megabytes.
        limit_mb: u64,
    },
    /// More columns than a table of aggregates can have.
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// More different codes in a column, or labels of a dimension, than pages can offer for choice.
    TooManyCodes {
        /// The limit.
        limit: usize,
    },
    /// A code or a label that no list can show.
    TextTooLong {
        /// The limit in bytes.
        limit: usize,
    },
    /// Further problems than are told one by one.
    More {
        /// How many.
        count: usize,
    },
    /// A column of the description is not in the file.
    ColumnMissing,
    /// A column name that is most likely a slip of a contract name.
    ColumnMisspelt {
        /// The contract name.
        meant: &'static str,
    },
    /// Two columns of the same name.
    ColumnTwice,
    /// A column without a name.
    ColumnUnnamed,
    /// A column of numbers under a name that is none of the contract: nobody has said what they count.
    ColumnOfNumbers,
    /// No measure column at all.
    NoMeasure,
    /// Another number of fields than the header has.
    RowWidth {
        /// Fields in the header.
        expected: usize,
    },
    /// A quoted field that is never closed, or quotes in odd places.
    Quoting,
    /// Not a number.
    NotANumber,
    /// A number below zero.
    Negative,
    /// A count with decimals.
    NotWhole,
    /// A percentage outside 0 to 100.
    NotPercent,
    /// A number that reads differently with decimal comma and with decimal point.
    AmbiguousNumber,
    /// A number with the other decimal sign than the rest of the file.
    OtherDecimalSign {
        /// The sign the file uses.
        sign: char,
    },
    /// An empty cell in a dimension column.
    CodeMissing,
    /// The same combination of codes as an earlier line.
    DuplicateKey {
        /// The earlier line.
        first_line: u64,
    },
    /// Emigrations where nobody lived.
    EventsWithoutExposure,
    /// More returned than emigrated.
    MoreReturnedThanEmigrated,
    /// A year, age or years since that is not a whole number.
    NotAnOrdinal,
    /// The package description is not valid JSON.
    Json,
    /// A JSON text that ends before its values do.
    CutOff,
    /// A JSON text with more objects and lists within each other than a table has.
    TooDeep {
        /// How many there may be.
        limit: u32,
    },
    /// Something the package description needs is not there.
    DescriptorField,
    /// A path of the package description that leads out of the package, or that two tables have.
    ResourcePath,
    /// A coverage of codes that the table has a column for and does not have in it.
    CoverageBeyond,
    /// A coverage of a dimension that nothing in the package has.
    CoverageUnknown,
    /// A break of a year, a dimension or a code that the table does not have.
    BreakUnknown,
    /// More tables than a package may have.
    TooManyFiles {
        /// The limit.
        limit: usize,
    },
    /// A package description of more bytes than one needs.
    DescriptionTooLong {
        /// The limit.
        limit: usize,
    },
    /// A package description that covers more codes than it may, ranges written out.
    TooManyCovered {
        /// The limit.
        limit: usize,
    },
    /// A file named by the package description is not there.
    FileMissing,
    /// None of the chosen files is a table.
    NothingToOpen,
    /// Two of the chosen files have the same name.
    FileTwice,
    /// More cells than can be spread out in memory.
    TooManyCells {
        /// The limit.
        limit: usize,
    },
    /// No line of column names was found.
    HeaderMissing,
    /// No column of numbers was found.
    NoValueColumn,
    /// A column that was chosen is not in the file.
    ChosenColumnMissing,
    /// Another number of values than the file declares.
    CellCount {
        /// How many there should be.
        expected: u64,
    },
    /// A key that the file does not declare.
    UnknownCode,
    /// A file declares the same code twice in a dimension.
    CodeTwice,
    /// A PX file lacks a keyword that it needs.
    PxKeywordMissing,
    /// A place in a PX file that cannot be read.
    PxSyntax,
    /// A JSON file lacks a member, or has it in another shape.
    JsonMember,
    /// A part of a workbook is missing or cannot be read.
    WorkbookPart,
    /// An archive that is cut off or damaged.
    ArchiveDamaged,
    /// An archive of a kind that is not read: encrypted, ZIP64 or packed in a rare way.
    ArchiveUnsupported(&'static str),
    /// Archives within archives within archives.
    ArchiveTooDeep,
    /// An archive without any file that can hold a table.
    ArchiveWithoutTables,
    /// A data package where a single table was expected.
    DataPackage,
    /// What keeps foreign tables from becoming a data set.
    Obstacle(Obstacle),
    /// The browser ran out of memory.
    OutOfMemory,
}

/// What keeps foreign tables from becoming a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No column of any table has been given a meaning.
    NoRole,
    /// Two columns of a table have been given the same meaning.
    RoleTwice,
    /// Two tables without a common dimension.
    NothingShared,
    /// A common dimension of two tables that has no value in common.
    NothingMatched,
    /// A cell that a cube gives under several spellings of a value.
    SpeltTwice,
    /// Two rows of the population that go with the same emigrations.
    MatchedTwice,
    /// Two tables that share values of every dimension, but no combination of them.
    NeverTogether,
    /// Two tables of the same columns and measures that tell different things.
    SeveralVersions,
    /// More emigrations than inhabitants.
    ScaleMismatch,
    /// A population without both ends of any year.
    OneDate,
    /// A population in parts of years, none of which is at the turn of the year.
    NoTurn,
    /// Parts of years only, none of which is whole.
    NoWholeYear,
    /// More combinations of codes than can be numbered.
    TooManyCombinations,
}

impl Problem {
    /// A problem of a whole file.
    pub fn of_file(file: &str, kind: ProblemKind, found: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line: None,
            column: None,
            found: shorten(&found.into()),
            kind,
            repeats: 0,
        }
    }

    /// The same problem at a line.
    pub fn at_line(mut self, line: u64) -> Problem {
        self.line = Some(line);
        self
    }

    /// The same problem in a column.
    pub fn in_column(mut self, column: &str) -> Problem {
        self.column = Some(shorten(column));
        self
    }
}

/// Collects problems; the same kind in the same column is listed a few times and then counted.
#[derive(Debug)]
pub struct Problems {
    file: String,
    list: Vec<Problem>,
}

/// How many problems of all files together are told one by one.
pub const LISTED: usize = 200;

/// The first problems, and how many more there are.
pub fn listed(mut problems: Vec<Problem>) -> Vec<Problem> {
    let count = problems.len().saturating_sub(LISTED);
    if count > 0 {
        problems.truncate(LISTED);
        problems.push(Problem::of_file("", ProblemKind::More { count }, ""));
    }
    problems
}

/// How often one kind of problem is listed for one column before it is only counted.
const LISTED_EACH: usize = 5;

impl Problems {
    /// No problems yet in a file.
    pub fn new(file: &str) -> Problems {
        Problems {
            file: file.to_owned(),
            list: Vec::new(),
        }
    }

    /// Adds a problem of the whole file.
    pub fn file(&mut self, kind: ProblemKind, found: impl Into<String>) {
        let problem = Problem::of_file(&self.file, kind, found);
        self.add(problem);
    }

    /// Adds a problem of a column's header.
    pub fn column(&mut self, column: &str, kind: ProblemKind, found: impl Into<String>) {
        let problem = Problem::of_file(&self.file, kind, found)
            .at_line(1)
            .in_column(column);
        self.add(problem);
    }

    /// Whether something is wrong with a column.
    pub fn are_of(&self, column: &str) -> bool {
        let mut columns = self
            .list
            .iter()
            .filter_map(|problem| problem.column.as_deref());
        columns.any(|known| known == column)
    }

    /// Adds a problem of a line.
    pub fn line(&mut self, line: u64, kind: ProblemKind, found: impl Into<String>) {
        let problem = Problem::of_file(&self.file, kind, found).at_line(line);
        self.add(problem);
    }

    /// Adds a problem of a cell.
    pub fn cell(&mut self, line: u64, column: &str, kind: ProblemKind, found: impl Into<String>) {
        let problem = Problem::of_file(&self.file, kind, found)
            .at_line(line)
            .in_column(column);
        self.add(problem);
    }

    /// Adds a problem of a column at no line, or at none that is known.
    pub fn within(&mut self, column: &str, kind: ProblemKind, found: impl Into<String>) {
        let problem = Problem::of_file(&self.file, kind, found).in_column(column);
        self.add(problem);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems in the order in which they were met.
    pub fn into_list(self) -> Vec<Problem> {
        self.list
    }

    fn add(&mut self, problem: Problem) {
        let mut alike = self.list.iter_mut().filter(|known| {
            known.column == problem.column
                && std::mem::discriminant(&known.kind) == std::mem::discriminant(&problem.kind)
        });
        match alike.nth(LISTED_EACH - 1) {
            Some(last) => last.repeats += 1,
            None => self.list.push(problem),
        }
    }
}

/// Cells can be of any length and hold any letter; a message shows the beginning of what can be seen.
fn shorten(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut letters = text.chars().filter(|letter| !is_hidden(*letter));
    let mut shown: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
