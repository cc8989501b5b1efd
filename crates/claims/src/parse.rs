//! The facts table as text to claims. A row that is not understood is an error with its id.

use data::table::numbers;
use data::{Names, visible};

use super::claim::{
    Among, Base, Bound, Claim, Codes, Kind, Measured, Over, Place, Printed, Quantifier, Relation,
    Scope, Selection, Side, Term, Tolerance, Unit,
};
use super::inconsistency::lines;

/// A row of the facts table that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimError {
    /// The id of the row, or its line when it has no id.
    pub id: String,
    /// The column.
    pub column: &'static str,
    /// What it holds.
    pub found: String,
}

impl std::fmt::Display for ClaimError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ClaimError { id, column, found } = self;
        write!(formatter, "{id}: {column}: {found:?}")
    }
}

impl std::error::Error for ClaimError {}

/// The columns of the facts table. Those of [`FURTHER`] can follow.
const COLUMNS: [&str; 11] = [
    "id",
    "figure",
    "table",
    "measure",
    "selection",
    "relation",
    "value",
    "tolerance",
    "unit",
    "kind",
    "note",
];

/// The claim as a sentence in each language, and how printed values disagree.
const FURTHER: [&str; 4] = ["nb", "nn", "en", "arithmetic"];

/// The report has some two hundred claims; each is asked of the data, and all are on one page.
pub const MOST_CLAIMS: usize = 2_000;

/// So many digits behind the decimal sign a number of a computer has that say anything.
pub const MOST_DECIMALS: usize = 15;

/// Reads a facts table; every row that is not understood is listed.
pub fn claims(text: &str) -> Result<Vec<Claim>, Vec<ClaimError>> {
    // What nobody sees, a mark of byte order among it, leaves every field: claims are shown as they stand.
    let text = visible(text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut errors = Vec::new();
    let mut claims = Vec::new();
    let header = reader.headers().cloned().unwrap_or_default();
    let (fields, further): (Vec<&str>, Vec<&str>) = (
        header.iter().take(COLUMNS.len()).collect(),
        header.iter().skip(COLUMNS.len()).collect(),
    );
    if fields != COLUMNS || !further.iter().all(|name| FURTHER.contains(name)) {
        let found = header.iter().collect::<Vec<_>>().join(",");
        return Err(vec![ClaimError {
            id: "1".to_owned(),
            column: "id",
            found,
        }]);
    }
    for (line, record) in reader.records().enumerate() {
        if line == MOST_CLAIMS {
            return Err(vec![ClaimError {
                id: (line + 2).to_string(),
                column: "id",
                found: format!(
                    "one more than the {MOST_CLAIMS} rows that a table of claims may have"
                ),
            }]);
        }
        let claim = match &record {
            Ok(record) => claim(record, &header).map_err(|(column, found)| ClaimError {
                id: record.get(0).unwrap_or_default().to_owned(),
                column,
                found,
            }),
            Err(error) => Err(ClaimError {
                id: (line + 2).to_string(),
                column: "id",
                found: error.to_string(),
            }),
        };
        match claim {
            Ok(claim) => claims.push(claim),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(claims)
    } else {
        Err(errors)
    }
}

/// A column and what it holds.
type Unread = (&'static str, String);

fn claim(record: &csv::StringRecord, header: &csv::StringRecord) -> Result<Claim, Unread> {
    let field = |column: &'static str| {
        let place = header.iter().position(|known| known == column);
        place
            .and_then(|place| record.get(place))
            .unwrap_or_default()
            .trim()
    };
    let read = |column: &'static str| (column, field(column).to_owned());
    macro_rules! named {
        ($type:ident, $column:literal) => {
            $type::from_name(field($column)).ok_or_else(|| read($column))?
        };
    }
    let id = field("id").to_owned();
    if id.is_empty() {
        return Err(read("id"));
    }
    let note = field("note").to_owned();
    let relation = named!(Relation, "relation");
    let mut selection = selection(field("selection")).ok_or_else(|| read("selection"))?;
    // A remark of the row narrows the competition to areas that are shown on their own.
    if note.contains("single areas only") {
        for among in [&mut selection.left.among].into_iter().flatten() {
            among.single_areas_only = true;
        }
    }
    let value = value(relation, field("value")).ok_or_else(|| read("value"))?;
    let unit = named!(Unit, "unit");
    let arithmetic = lines(field("arithmetic"), unit).ok_or_else(|| read("arithmetic"))?;
    for column in ["value", "arithmetic"] {
        let found = decimals(field(column));
        if found > MOST_DECIMALS {
            let told = format!("a number with {found} decimals, {MOST_DECIMALS} at most: round it");
            return Err((column, told));
        }
    }
    Ok(Claim {
        figure: place(field("figure")).ok_or_else(|| read("figure"))?,
        base: named!(Base, "table"),
        measure: named!(Measured, "measure"),
        selection,
        relation,
        decimals: decimals(field("value")),
        value,
        tolerance: tolerance(field("tolerance")).ok_or_else(|| read("tolerance"))?,
        unit,
        arithmetic,
        kind: named!(Kind, "kind"),
        words: Names {
            nb: field("nb").to_owned(),
            nn: field("nn").to_owned(),
            en: field("en").to_owned(),
        },
        judgement: note.starts_with("[judgement]"),
        exceptions: usize::from(note.contains("a single exception")),
        exposure: None,
        note,
        id,
    })
}

fn place(text: &str) -> Option<Place> {
    match text {
        "text" => Some(Place::Text),
        "appendix" => Some(Place::Appendix),
        _ => {
            let number: u8 = text.parse().ok()?;
            (1..=18).contains(&number).then_some(Place::Figure(number))
        }
    }
}

fn tolerance(text: &str) -> Option<Tolerance> {
    let number = |text: &str| text.parse().ok().filter(|number: &f64| *number >= 0.0);
    match text.strip_prefix("rel:") {
        Some(part) => number(part).map(Tolerance::Relative),
        None if text.is_empty() => Some(Tolerance::Absolute(0.0)),
        None => number(text).map(Tolerance::Absolute),
    }
}

fn decimals(text: &str) -> usize {
    text.split(['|', ' '])
        .flat_map(|part| part.split(".."))
        .filter_map(|part| part.split_once('.'))
        .map(|(_, digits)| digits.len())
        .max()
        .unwrap_or(0)
}

fn range(text: &str) -> Option<(f64, f64)> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from <= to).then_some((from, to))
}

fn value(relation: Relation, text: &str) -> Option<Printed> {
    match relation {
        Relation::Approx
        | Relation::Gt
        | Relation::Lt
        | Relation::Ge
        | Relation::Le
        | Relation::SumEq
        | Relation::SumLe => text.parse().ok().map(Printed::Number),
        Relation::Eq => text.parse().ok().map(Printed::Number).or_else(|| {
            let ranges: Option<Vec<_>> = text.split('|').map(range).collect();
            ranges.map(Printed::Ranges)
        }),
        Relation::Between | Relation::PeakAgeBetween => {
            range(text).map(|range| Printed::Ranges(vec![range]))
        }
        Relation::Contradicts | Relation::Tension => text
            .split_once('|')
            .map(|(one, other)| Printed::Pair(one.to_owned(), other.to_owned())),
        Relation::DefinedAs | Relation::MostlyFrom => {
            (!text.is_empty()).then(|| Printed::Words(text.to_owned()))
        }
        _ => text.is_empty().then_some(Printed::Nothing),
    }
}

fn selection(text: &str) -> Option<Selection> {
    let (bound, rest) = match bound(text) {
        Some((bound, rest)) => (Some(bound), rest),
        None => (None, text),
    };
    let (left, right) = match rest.split_once(" vs ") {
        Some((left, right)) => (left, Some(right)),
        None => (rest, None),
    };
    Some(Selection {
        bound,
        left: side(left)?,
        right: match right {
            Some(right) => Some(side(right)?),
            None => None,
        },
    })
}

/// `most origin in (*-iran): ` before the sides.
fn bound(text: &str) -> Option<(Bound, &str)> {
    let (head, rest) = text.split_once("): ")?;
    let (head, set) = head.split_once(" in (")?;
    let (quantifier, dimension) = head.split_once(' ')?;
    let quantifier = match quantifier {
        "each" => Quantifier::Each,
        "most" => Quantifier::Most,
        "many" => Quantifier::Many,
        "some" => Quantifier::Some,
        _ => return None,
    };
    let bound = Bound {
        quantifier,
        dimension: dimension.to_owned(),
        codes: codes(dimension, set)?,
    };
    Some((bound, rest))
}

fn side(text: &str) -> Option<Side> {
    let mut side = Side::default();
    let (mut from, mut to) = (None, None);
    let (mut emigrations, mut person_years, mut example) = (None, None, false);
    for part in text.split(';').map(str::trim) {
        if let Some(dimensions) = part.strip_prefix("sum over ") {
            side.sum_over = dimensions.split(" and ").map(str::to_owned).collect();
            if !side.sum_over.iter().all(|name| is_dimension(name)) {
                return None;
            }
            continue;
        }
        let Some((key, value)) = part.split_once('=') else {
            match part {
                "each year" => side.scope = Some(Scope::EachYear),
                "several years pooled" => side.scope = Some(Scope::YearsPooled),
                "any" => side.scope = Some(Scope::Any),
                "worked_example" => example = true,
                _ => return None,
            }
            continue;
        };
        match key {
            "over" => side.over = Some(over(value)?),
            "among" => side.among = Some(among(value)?),
            "measure" => side.measure = Some(Measured::from_name(value)?),
            "from" => from = Some(codes("year", value)?),
            "to" => to = Some(codes("year", value)?),
            "figure" => {
                let (first, last) = value.split_once("..").unwrap_or((value, value));
                side.figures = Some((first.parse().ok()?, last.parse().ok()?));
            }
            "emigrations" => emigrations = Some(value.parse().ok()?),
            "person_years" => person_years = Some(value.parse().ok()?),
            _ if is_dimension(key) => {
                let inner = value
                    .strip_prefix("each(")
                    .and_then(|inner| inner.strip_suffix(')'));
                side.terms.push(Term {
                    dimension: key.to_owned(),
                    codes: codes(key, inner.unwrap_or(value))?,
                    each: inner.is_some(),
                });
            }
            _ => return None,
        }
    }
    side.growth = from.zip(to);
    side.example = emigrations.zip(person_years);
    (example == side.example.is_some()).then_some(side)
}

/// A dimension of the contract or of a package's own. Whether a data set has it is seen when it is asked.
fn is_dimension(name: &str) -> bool {
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn over(text: &str) -> Option<Over> {
    match text {
        "listed_order" => Some(Over::ListedOrder),
        _ => is_dimension(text).then(|| Over::Dimension(text.to_owned())),
    }
}

fn among(text: &str) -> Option<Among> {
    let (dimension, set) = match text.split_once('(') {
        Some((dimension, set)) => (dimension, Some(set.strip_suffix(')')?)),
        None => (text, None),
    };
    if !is_dimension(dimension) {
        return None;
    }
    Some(Among {
        dimension: dimension.to_owned(),
        codes: match set {
            Some(set) => Some(codes(dimension, set)?),
            None => None,
        },
        single_areas_only: false,
    })
}

fn codes(dimension: &str, text: &str) -> Option<Codes> {
    match (dimension, text) {
        ("group", "descendants") => return Some(Codes::Descendants),
        ("group", "selected3") => return Some(Codes::SelectedThree),
        ("group", "all") => return Some(Codes::Everyone),
        _ => {}
    }
    if let Some(left_out) = text.strip_prefix('*') {
        if dimension != "origin" || !(left_out.is_empty() || left_out.starts_with('-')) {
            return None;
        }
        let left_out = left_out.split('-').skip(1).map(str::to_owned).collect();
        return Some(Codes::AllBut(left_out));
    }
    if let Some((from, to)) = text.split_once("..") {
        let (from, to): (i32, i32) = (from.parse().ok()?, to.parse().ok()?);
        return numbers(from, to).map(|_| Codes::Range(from, to));
    }
    let listed: Vec<String> = text.split('|').map(str::to_owned).collect();
    let well_formed = |code: &String| {
        !code.is_empty()
            && code
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    };
    listed
        .iter()
        .all(well_formed)
        .then_some(Codes::Listed(listed))
}
