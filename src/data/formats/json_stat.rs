//! JSON-stat, version 1 and 2: a cube with its values dense or sparse and its status in any of
//! three forms.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::foreign::{Encoding, Flag, ForeignMeasure, ForeignTable, Format, Meaning, Understood};
use super::long::{Draft, DraftDimension, MAX_CELLS, MarkerCount};
use super::number;
use super::words;
use crate::data::cell::{Cell, Cells};
use crate::data::decimal_sign::DecimalSign;
use crate::data::problem::{ProblemKind, Problems};

/// Members of an object as they stand in the text.
type Members<'a> = BTreeMap<String, &'a RawValue>;

/// Reads every data set of a JSON-stat text.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    problems: &mut Problems,
) -> Vec<ForeignTable> {
    let mut tables = Vec::new();
    let Some(top) = parse::<Members>(text, problems) else {
        return tables;
    };
    if top.contains_key("dimension") && top.contains_key("value") {
        tables.extend(dataset(name, &top, encoding, problems));
        return tables;
    }
    // Version 1 wraps data sets by name; a collection of version 2 lists them under link.item.
    for (key, raw) in &top {
        let Ok(members) = serde_json::from_str::<Members>(raw.get()) else {
            continue;
        };
        if members.contains_key("dimension") && members.contains_key("value") {
            let table = match key.as_str() {
                "dataset" => name.to_owned(),
                key => format!("{name}/{key}"),
            };
            tables.extend(dataset(&table, &members, encoding, problems));
        }
        let items = members
            .get("item")
            .and_then(|raw| serde_json::from_str::<Vec<Members>>(raw.get()).ok());
        for (at, item) in items.into_iter().flatten().enumerate() {
            if item.contains_key("dimension") && item.contains_key("value") {
                tables.extend(dataset(
                    &format!("{name}/{}", at + 1),
                    &item,
                    encoding,
                    problems,
                ));
            }
        }
    }
    if tables.is_empty() && problems.is_empty() {
        problems.file(ProblemKind::JsonMember, "dataset, dimension, value");
    }
    tables
}

/// Parses, or reports where the text is no JSON.
pub fn parse<'a, T: Deserialize<'a>>(text: &'a str, problems: &mut Problems) -> Option<T> {
    serde_json::from_str(text)
        .map_err(|error| problems.line(error.line() as u64, ProblemKind::Json, error.to_string()))
        .ok()
}

/// Parses a member that must be there.
fn member<'a, T: Deserialize<'a>>(
    members: &Members<'a>,
    name: &str,
    problems: &mut Problems,
) -> Option<T> {
    let parsed = members.get(name).map(|raw| serde_json::from_str(raw.get()));
    match parsed {
        Some(Ok(value)) => Some(value),
        Some(Err(error)) => {
            problems.file(ProblemKind::JsonMember, format!("{name}: {error}"));
            None
        }
        None => {
            problems.file(ProblemKind::JsonMember, name);
            None
        }
    }
}

/// Parses a member that may be missing or of another shape.
fn optional<'a, T: Deserialize<'a> + Default>(members: &Members<'a>, name: &str) -> T {
    members
        .get(name)
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .unwrap_or_default()
}

/// A text or a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(f64),
}

impl Scalar {
    fn size(&self) -> Option<usize> {
        match self {
            Scalar::Text(text) => text.parse().ok(),
            Scalar::Number(number) if *number >= 0.0 && *number < 1e15 => Some(*number as usize),
            Scalar::Number(_) => None,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Role {
    time: Vec<String>,
    metric: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Category<'a> {
    #[serde(borrow)]
    index: Option<&'a RawValue>,
    label: BTreeMap<String, String>,
    #[serde(borrow)]
    unit: BTreeMap<String, &'a RawValue>,
    child: BTreeMap<String, Vec<String>>,
}

fn dataset(
    name: &str,
    members: &Members,
    encoding: Encoding,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let dimension: Members = member(members, "dimension", problems)?;
    // Version 1 keeps these within "dimension".
    let owner = if members.contains_key("id") {
        members
    } else {
        &dimension
    };
    let ids: Vec<String> = member(owner, "id", problems)?;
    let sizes: Vec<Scalar> = member(owner, "size", problems)?;
    let sizes: Option<Vec<usize>> = sizes.iter().map(Scalar::size).collect();
    let Some(sizes) = sizes.filter(|sizes| sizes.len() == ids.len()) else {
        problems.file(ProblemKind::JsonMember, "size");
        return None;
    };
    let total = sizes
        .iter()
        .try_fold(1_usize, |product, size| product.checked_mul(*size));
    let Some(total) = total.filter(|total| *total <= MAX_CELLS) else {
        let found: Vec<String> = sizes.iter().map(usize::to_string).collect();
        problems.file(
            ProblemKind::TooManyCells { limit: MAX_CELLS },
            found.join(" × "),
        );
        return None;
    };
    let role: Role = optional(
        if members.contains_key("role") {
            members
        } else {
            &dimension
        },
        "role",
    );
    let eliminations = eliminations(members);
    let mut units = BTreeMap::new();
    let mut drafts = Vec::with_capacity(ids.len());
    for (id, size) in ids.iter().zip(&sizes) {
        let parts: Members = member(&dimension, id, problems)?;
        let category: Category = member(&parts, "category", problems)?;
        let codes = codes(id, &category, *size, problems)?;
        let only_metric = role.metric.len() == 1 && role.metric.contains(id);
        if only_metric || words::names_contents(id) {
            units.extend(
                category
                    .unit
                    .iter()
                    .filter_map(|(code, raw)| Some((code.clone(), unit(raw)?))),
            );
        }
        let labels: Vec<String> = codes
            .iter()
            .map(|code| category.label.get(code).unwrap_or(code).clone())
            .collect();
        let mut totals: Vec<String> = category.child.into_keys().collect();
        totals.extend(eliminations.get(id).cloned());
        let label: String = optional(&parts, "label");
        drafts.push(DraftDimension {
            name: id.clone(),
            label: if label.is_empty() { id.clone() } else { label },
            is_time: role.time.contains(id).then_some(true),
            is_contents: only_metric,
            totals,
            labels,
            codes,
            rows: Vec::new(),
        });
    }
    let mut markers = MarkerCount::default();
    let status: Status = match members.get("status") {
        Some(_) => member(members, "status", problems)?,
        None => Status::None,
    };
    let values: Values = member(members, "value", problems)?;
    let cells = cells(values, &status, total, &mut markers, problems)?;
    let has_decimals =
        (0..total).any(|at| matches!(cells.get(at), Cell::Number(n) if libm::floor(n) != n));
    let label: String = optional(members, "label");
    let subject = words::title_parts(&label)
        .map_or(words::without_number(&label), |parts| parts.subject)
        .to_owned();
    let measure = ForeignMeasure {
        name: if subject.is_empty() {
            "value".to_owned()
        } else {
            subject.clone()
        },
        label: if subject.is_empty() {
            "value".to_owned()
        } else {
            subject
        },
        unit: None,
        cells,
    };
    let mut draft = Draft::of_cube(drafts, measure, units);
    draft.markers = markers;
    let labels = draft
        .dimensions
        .iter()
        .flat_map(|d| d.labels.iter().take(20))
        .map(String::as_str);
    let understood = Understood {
        encoding: Some(encoding),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        language: words::language(labels.chain([label.as_str()])),
        title: label,
        notes: notes(members),
        sums_allowed: sums_allowed(members),
        ..Understood::of(Format::JsonStat)
    };
    Some(draft.finish(name, understood))
}

fn notes(members: &Members) -> Vec<String> {
    let many: Vec<String> = optional(members, "note");
    match many.is_empty() {
        true => Some(optional::<String>(members, "note"))
            .filter(|note| !note.is_empty())
            .into_iter()
            .collect(),
        false => many,
    }
}

/// PxWeb says in its extension which category stands for all.
fn eliminations(members: &Members) -> BTreeMap<String, String> {
    let dimension: Members = optional(members, "dimension");
    dimension
        .iter()
        .filter_map(|(id, raw)| {
            let parts: Members = serde_json::from_str(raw.get()).ok()?;
            let extension: Members = optional(&parts, "extension");
            let code: String = optional(&extension, "eliminationValueCode");
            (!code.is_empty()).then(|| (id.clone(), code))
        })
        .collect()
}

fn sums_allowed(members: &Members) -> bool {
    let extension: Members = optional(members, "extension");
    let px: Members = optional(&extension, "px");
    px.get("aggregallowed")
        .is_none_or(|raw| raw.get() != "false")
}

fn unit(raw: &RawValue) -> Option<String> {
    let members: Members = serde_json::from_str(raw.get()).ok()?;
    ["base", "label", "symbol"]
        .iter()
        .map(|name| optional::<String>(&members, name))
        .find(|text| !text.is_empty())
}

/// The codes in order: from a list, from an object of positions, or the only one there is.
fn codes(
    id: &str,
    category: &Category,
    size: usize,
    problems: &mut Problems,
) -> Option<Vec<String>> {
    let fits = |codes: Vec<String>, problems: &mut Problems| {
        if codes.len() == size {
            return Some(codes);
        }
        let kind = ProblemKind::CellCount {
            expected: size as u64,
        };
        problems.file(kind, format!("{id}: {}", codes.len()));
        None
    };
    let Some(raw) = category.index else {
        return fits(category.label.keys().cloned().collect(), problems);
    };
    if let Ok(list) = serde_json::from_str::<Vec<String>>(raw.get()) {
        return fits(list, problems);
    }
    let Ok(positions) = serde_json::from_str::<BTreeMap<String, usize>>(raw.get()) else {
        problems.file(ProblemKind::JsonMember, format!("{id}: index"));
        return None;
    };
    let mut placed: Vec<(usize, String)> =
        positions.into_iter().map(|(code, at)| (at, code)).collect();
    placed.sort();
    if placed
        .iter()
        .enumerate()
        .any(|(at, (position, _))| at != *position)
    {
        problems.file(ProblemKind::JsonMember, format!("{id}: index"));
        return None;
    }
    fits(placed.into_iter().map(|(_, code)| code).collect(), problems)
}

/// One value as it stands: number, text or nothing.
enum Entry {
    Number(f64),
    Text(String),
    Null,
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entry, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = Entry;
            fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                to.write_str("a number, a text or null")
            }
            fn visit_u64<E>(self, number: u64) -> Result<Entry, E> {
                Ok(Entry::Number(number as f64))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Entry, E> {
                Ok(Entry::Number(number as f64))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Entry, E> {
                Ok(Entry::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Entry, E> {
                Ok(Entry::Text(text.to_owned()))
            }
            fn visit_unit<E>(self) -> Result<Entry, E> {
                Ok(Entry::Null)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// The values: all of them in order, or some with their positions.
enum Values {
    Dense(Vec<Entry>),
    Sparse(Vec<(usize, Entry)>),
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Values, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Values;
            fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                to.write_str("a list or an object of values")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(entry) = list.next_element()? {
                    values.push(entry);
                }
                Ok(Values::Dense(values))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some((key, entry)) = map.next_entry::<String, Entry>()? {
                    // A position that is no number is beyond any cube, and reported as such.
                    values.push((key.parse().unwrap_or(usize::MAX), entry));
                }
                Ok(Values::Sparse(values))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// The status: one for all, a list, or some with their positions.
enum Status {
    None,
    All(String),
    List(Vec<Option<String>>),
    Some(BTreeMap<usize, String>),
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Status, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Status;
            fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                to.write_str("a text, a list or an object of texts")
            }
            fn visit_unit<E>(self) -> Result<Status, E> {
                Ok(Status::None)
            }
            fn visit_str<E>(self, text: &str) -> Result<Status, E> {
                Ok(Status::All(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Status, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = list.next_element::<Option<String>>()? {
                    all.push(entry);
                }
                Ok(Status::List(all))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Status, A::Error> {
                let mut some = BTreeMap::new();
                while let Some(key) = map.next_key::<String>()? {
                    match key.parse() {
                        Ok(at) => {
                            if let Some(text) = map.next_value::<Option<String>>()? {
                                some.insert(at, text);
                            }
                        }
                        Err(_) => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(Status::Some(some))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl Status {
    fn at(&self, position: usize) -> &str {
        match self {
            Status::None => "",
            Status::All(text) => text,
            // A list of one stands for all.
            Status::List(list) => match &list[..] {
                [only] => only.as_deref().unwrap_or_default(),
                list => list
                    .get(position)
                    .and_then(Option::as_deref)
                    .unwrap_or_default(),
            },
            Status::Some(some) => some.get(&position).map_or("", String::as_str),
        }
    }
}

fn cells(
    values: Values,
    status: &Status,
    total: usize,
    markers: &mut MarkerCount,
    problems: &mut Problems,
) -> Option<Cells> {
    let mut cell = |at: usize, entry: Entry, problems: &mut Problems| -> Cell {
        let status = status.at(at).trim();
        let text = match entry {
            Entry::Number(number) => {
                if !status.is_empty() {
                    markers.add(status, Meaning::Flag(flag(status)), 1);
                }
                return Cell::Number(number);
            }
            Entry::Null => status.to_owned(),
            Entry::Text(text) => text.trim().to_owned(),
        };
        if let Some(meaning) = number::marker(&text) {
            markers.add(&text, meaning, 1);
            return meaning.cell().unwrap_or(Cell::Missing);
        }
        if let Some(number) = number::parse_machine(&text) {
            if !status.is_empty() {
                markers.add(status, Meaning::Flag(flag(status)), 1);
            }
            return Cell::Number(number);
        }
        if text == status {
            let meaning = withheld(status);
            markers.add(status, meaning, 1);
            return meaning.cell().unwrap_or(Cell::Missing);
        }
        problems.file(ProblemKind::NotANumber, format!("value[{at}]: {text}"));
        Cell::Missing
    };
    let wrong = |found: usize, problems: &mut Problems| {
        let kind = ProblemKind::CellCount {
            expected: total as u64,
        };
        problems.file(kind, found.to_string());
    };
    let cells: Cells = match values {
        Values::Dense(list) if list.len() != total => {
            wrong(list.len(), problems);
            return None;
        }
        Values::Dense(list) => list
            .into_iter()
            .enumerate()
            .map(|(at, entry)| cell(at, entry, problems))
            .collect(),
        Values::Sparse(mut list) => {
            list.sort_by_key(|(at, _)| *at);
            if let Some((last, _)) = list.last().filter(|(last, _)| *last >= total) {
                wrong(*last, problems);
                return None;
            }
            let mut given = list.into_iter().peekable();
            (0..total)
                .map(|at| {
                    let entry = given.next_if(|(position, _)| *position == at);
                    // Of a position given twice the first counts.
                    while given.next_if(|(position, _)| *position == at).is_some() {}
                    cell(at, entry.map_or(Entry::Null, |(_, entry)| entry), problems)
                })
                .collect()
        }
    };
    problems.is_empty().then_some(cells)
}

/// A remark beside a number, in the letters of Eurostat and SDMX.
pub fn flag(text: &str) -> Flag {
    match text {
        "b" | "B" => Flag::Break,
        "d" | "D" => Flag::DefinitionDiffers,
        "e" | "E" | "s" => Flag::Estimated,
        "f" | "F" => Flag::Forecast,
        "i" | "I" => Flag::Imputed,
        "n" => Flag::NotSignificant,
        "p" | "P" => Flag::Provisional,
        "u" | "U" => Flag::LowReliability,
        _ => Flag::Other,
    }
}

/// What a remark says where no number is given.
pub fn withheld(text: &str) -> Meaning {
    match text {
        "c" | "C" | "N" | "Q" => Meaning::Suppressed,
        "z" | "m" => Meaning::NotApplicable,
        _ => Meaning::Missing,
    }
}
