//! JSON-stat, version 1 and 2: a cube with its values dense or sparse and its status in any of
//! three forms.

use std::borrow::Cow;

use super::foreign::{Encoding, Flag, ForeignMeasure, ForeignTable, Format, Meaning, Understood};
use super::json::{Flaw, Json, MAX_DEPTH, Members, Mistake, find};
use super::long::{
    Dictionary, Draft, DraftDimension, MAX_CELLS, MAX_DIMENSIONS, MarkerCount, check_codes,
    cube_cells, fits,
};
use super::number;
use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{ProblemKind, Problems};
use kernels::stable_sort as order;
use vocabulary::{plain, words};

/// Reads every data set of a JSON-stat text.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    problems: &mut Problems,
) -> Vec<ForeignTable> {
    let Some(top) = parse(text, problems) else {
        return Vec::new();
    };
    let mut sets: Vec<(String, Members)> = Vec::new();
    let is_set = |members: &Members| {
        find(members, "dimension").is_some() && find(members, "value").is_some()
    };
    // Version 1 wraps data sets by name; a collection of version 2 lists them under link.item.
    for (key, value) in &top {
        let members = value.members();
        let items = find(&members, "item").into_iter().flat_map(Json::items);
        for (at, item) in items.map(Json::members).enumerate() {
            if is_set(&item) {
                sets.push((format!("{name}/{}", at + 1), item));
            }
        }
        if is_set(&members) {
            let table = match key.as_ref() {
                "dataset" => name.to_owned(),
                key => format!("{name}/{key}"),
            };
            sets.push((table, members));
        }
    }
    if is_set(&top) {
        sets = vec![(name.to_owned(), top)];
    }
    if sets.is_empty() {
        problems.file(ProblemKind::JsonMember, "dataset, dimension, value");
    }
    let tables = sets
        .iter()
        .filter_map(|(name, members)| dataset(name, members, encoding, problems));
    tables.collect()
}

/// So many letters are shown of a line that is no JSON.
const SHOWN: usize = 40;

/// The members of a whole text, or the line where it is no JSON.
pub fn parse<'a>(text: &'a str, problems: &mut Problems) -> Option<Members<'a>> {
    match Json::parse(text) {
        Ok(json) => Some(json.members()),
        Err(Mistake { at, flaw }) => {
            let line = 1 + text[..at].bytes().filter(|byte| *byte == b'\n').count();
            let found: String = text[at..]
                .lines()
                .next()
                .unwrap_or_default()
                .chars()
                .take(SHOWN)
                .collect();
            let kind = match flaw {
                Flaw::CutOff => ProblemKind::CutOff,
                Flaw::TooDeep => ProblemKind::TooDeep { limit: MAX_DEPTH },
                Flaw::Other => ProblemKind::Json,
            };
            problems.line(line as u64, kind, found);
            None
        }
    }
}

/// A member that must be there.
fn member<'a>(members: &Members<'a>, name: &str, problems: &mut Problems) -> Option<Json<'a>> {
    let found = find(members, name);
    if found.is_none() {
        problems.file(ProblemKind::JsonMember, name);
    }
    found
}

/// The text of a member; empty where there is none.
pub fn text_of(members: &Members, name: &str) -> String {
    let found = find(members, name).and_then(Json::text);
    found.map_or_else(String::new, Cow::into_owned)
}

fn within<'a>(members: &Members<'a>, name: &str) -> Members<'a> {
    find(members, name).map(Json::members).unwrap_or_default()
}

fn words_of(json: Option<Json>) -> Vec<String> {
    let items = json.into_iter().flat_map(Json::items);
    items.map(|item| item.word().into_owned()).collect()
}

/// A whole number of a size or position; old files write sizes as texts.
fn whole(word: &str) -> Option<usize> {
    word.strip_suffix(".0").unwrap_or(word).parse().ok()
}

fn dataset(
    name: &str,
    members: &Members,
    encoding: Encoding,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let dimension = member(members, "dimension", problems)?.members();
    // Version 1 keeps these within "dimension".
    let owner = |name: &str| match find(members, name).is_some() {
        true => members,
        false => &dimension,
    };
    let ids = words_of(Some(member(owner("id"), "id", problems)?));
    let sizes = words_of(Some(member(owner("size"), "size", problems)?));
    let numbers: Option<Vec<usize>> = sizes.iter().map(|size| whole(size)).collect();
    let Some(numbers) = numbers else {
        problems.file(
            ProblemKind::JsonMember,
            format!("size: {}", sizes.join(", ")),
        );
        return None;
    };
    if numbers.len() != ids.len() {
        problems.file(ProblemKind::JsonMember, "size");
        return None;
    }
    let status = Status::of(find(members, "status"));
    let values = member(members, "value", problems)?;
    let present = Present::of(values, &status, &numbers, problems)?;
    let total = match &present {
        Some(present) => present.cells(numbers.len(), problems)?,
        None => cube_cells(&numbers, problems)?,
    };
    let role = within(owner("role"), "role");
    let times = words_of(find(&role, "time"));
    let metrics = words_of(find(&role, "metric"));
    let mut units = Vec::new();
    let mut days: Vec<(String, String)> = Vec::new();
    let mut drafts = Vec::with_capacity(ids.len());
    for (id, size) in ids.iter().zip(numbers.iter().copied()) {
        let parts = member(&dimension, id, problems)?.members();
        let category = member(&parts, "category", problems)?.members();
        let (codes, labels) = categories(id, &category, size, problems)?;
        let is_contents = metrics.len() == 1 && metrics[0] == *id;
        if is_contents || words::names_contents(id) {
            let given = within(&category, "unit");
            units.extend(given.iter().filter_map(|(code, unit)| {
                let unit = unit.members();
                let power = find(&unit, "multiplier").map(|power| power.word().into_owned());
                let texts = ["base", "label", "symbol"].map(|name| text_of(&unit, name));
                let mut given = texts.iter().filter(|text| !text.is_empty());
                let text = match power.as_deref() {
                    Some("3") => "thousands".to_owned(),
                    Some("6") => "millions".to_owned(),
                    // What tells in how many they are before what they are.
                    _ => {
                        let in_many = given.clone().find(|text| plain::multiple(text) != 1.0);
                        in_many.or_else(|| given.next())?.clone()
                    }
                };
                Some((code.clone().into_owned(), text))
            }));
        }
        let given = within(&within(&parts, "extension"), "refperiod");
        days.extend(
            given
                .iter()
                .map(|(code, day)| (code.clone().into_owned(), day.word().into_owned())),
        );
        // Parents hold the sum of their children; PxWeb names the category that stands for all.
        let children = within(&category, "child").into_iter();
        let holders = children.flat_map(|(code, below)| {
            let below = words_of(Some(below)).into_iter();
            let pairs = below.map(|child| (code.clone().into_owned(), child));
            pairs.collect::<Vec<_>>()
        });
        let holders = holders.collect();
        let totals = vec![text_of(
            &within(&parts, "extension"),
            "eliminationValueCode",
        )];
        let label = text_of(&parts, "label");
        drafts.push(DraftDimension {
            name: id.clone(),
            label: if label.is_empty() { id.clone() } else { label },
            is_time: times.contains(id).then_some(true),
            is_contents,
            totals,
            holders,
            children: Vec::new(),
            labels,
            codes,
            rows: Vec::new(),
        });
    }
    check_codes(&drafts, problems);
    let mut markers = MarkerCount::default();
    let cells = match &present {
        Some(present) => present.read(&status, &mut markers, problems)?,
        None => cells(values, &status, total, &mut markers, problems)?,
    };
    let has_decimals = cells.has_decimals();
    let is_marked = |row: usize, at: u64| {
        matches!(cells.get(row), Cell::Number(_)) && marks_break(status.at(at).trim())
    };
    let breaks: Vec<u32> = match &present {
        // What is said of every number sets none apart.
        _ if matches!(status, Status::All(_)) => Vec::new(),
        Some(present) => {
            let entries = present.entries.iter().enumerate();
            let marked = entries.filter(|(row, (at, _))| is_marked(*row, *at));
            marked.map(|(row, _)| row as u32).collect()
        }
        None => {
            let row = Draft::row_of_cube(&drafts);
            let marked = (0..total).filter(|at| is_marked(*at, *at as u64));
            marked.map(row).collect()
        }
    };
    let label = text_of(members, "label");
    let parts = words::title_parts(&label);
    let subject = match parts.map_or(words::without_number(&label), |parts| parts.subject) {
        "" => "value",
        subject => subject,
    };
    let measure = ForeignMeasure {
        name: subject.to_owned(),
        label: subject.to_owned(),
        unit: None,
        cells,
        ..ForeignMeasure::default()
    };
    let draft = match &present {
        Some(present) => {
            present.number(&mut drafts, &numbers);
            let mut draft = Draft {
                dimensions: drafts,
                measures: vec![measure],
                rows: total,
                units,
                markers,
                breaks,
                is_sparse: true,
                ..Draft::default()
            };
            draft.spread_contents(problems);
            draft
        }
        None => Draft {
            markers,
            breaks,
            ..Draft::of_cube(drafts, measure, units)
        },
    };
    if !problems.is_empty() {
        return None;
    }
    let note = find(members, "note");
    let notes = match note.is_some_and(Json::is_list) {
        true => words_of(note),
        false => note.iter().map(|note| note.word().into_owned()).collect(),
    };
    let extension = within(members, "extension");
    let px = within(&extension, "px");
    let of_all = [&extension, &px].map(|members| text_of(members, "refperiod"));
    let of_all = of_all.into_iter().find(|day| !day.is_empty());
    let of_codes = within(&extension, "refperiod");
    days.extend(
        of_codes
            .iter()
            .map(|(code, day)| (code.clone().into_owned(), day.word().into_owned())),
    );
    let mut draft = draft;
    for measure in &mut draft.measures {
        let own = days.iter().find(|(code, _)| *code == measure.name);
        measure.day = own.map(|(_, day)| day.clone()).or_else(|| of_all.clone());
    }
    let understood = Understood {
        encoding: Some(encoding),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        language: draft.language(&[&label]),
        title: label,
        notes,
        sums_allowed: find(&px, "aggregallowed").is_none_or(|allowed| allowed.word() != "false"),
        ..Understood::of(Format::JsonStat)
    };
    Some(draft.finish(name, understood))
}

/// Codes in order, from a list, from an object of positions, or the only one there is; and the
/// label of each.
fn categories(
    id: &str,
    category: &Members,
    size: usize,
    problems: &mut Problems,
) -> Option<(Vec<String>, Vec<String>)> {
    let given = within(category, "label");
    let mut known = Dictionary::default();
    for (code, _) in &given {
        known.code(code);
    }
    let index = find(category, "index");
    let codes = match index {
        None => known.texts.clone(),
        Some(index) if index.is_list() => words_of(Some(index)),
        Some(index) => {
            let positions = index.members();
            let mut codes = vec![String::new(); positions.len()];
            for (code, position) in positions {
                match whole(&position.word()).and_then(|at| codes.get_mut(at)) {
                    Some(place) if place.is_empty() => *place = code.into_owned(),
                    _ => {
                        problems.file(ProblemKind::JsonMember, format!("{id}: index"));
                        return None;
                    }
                }
            }
            codes
        }
    };
    if codes.len() != size {
        let expected = size as u64;
        let found = format!("{id}: {}", codes.len());
        problems.file(ProblemKind::CellCount { expected }, found);
        return None;
    }
    let labels = codes.iter().map(|code| match known.find(code) {
        Some(at) => given[at as usize].1.word().into_owned(),
        None => code.clone(),
    });
    let labels = labels.collect();
    Some((codes, labels))
}

/// The status: one for all, a list, or some with their positions.
enum Status<'a> {
    All(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Some(Dictionary, Members<'a>),
}

impl<'a> Status<'a> {
    fn of(json: Option<Json<'a>>) -> Status<'a> {
        match json {
            None => Status::All(Cow::Borrowed("")),
            Some(json) if json.is_list() => Status::List(json.items().collect()),
            Some(json) if json.is_object() => {
                let members = json.members();
                let mut positions = Dictionary::default();
                for (position, _) in &members {
                    positions.code(position);
                }
                // A position given twice would shift the others; then none can be trusted.
                match positions.texts.len() == members.len() {
                    true => Status::Some(positions, members),
                    false => Status::All(Cow::Borrowed("")),
                }
            }
            Some(json) => Status::All(json.word()),
        }
    }

    fn at(&self, position: u64) -> Cow<'_, str> {
        let found = match self {
            Status::All(text) => return Cow::Borrowed(text),
            // A list of one stands for all.
            Status::List(list) if list.len() == 1 => list.first(),
            Status::List(list) => usize::try_from(position).ok().and_then(|at| list.get(at)),
            Status::Some(positions, members) => positions
                .find(&position.to_string())
                .and_then(|at| members.get(at as usize))
                .map(|(_, json)| json),
        };
        found.map_or(Cow::Borrowed(""), |json| json.word())
    }
}

/// The entries of a cube of which far more is left out than there is: only these are read.
struct Present<'a> {
    /// Position in the cube and value, in the order of positions.
    entries: Vec<(u64, Option<Json<'a>>)>,
    /// How many cells are left out.
    left_out: u64,
}

/// A cube is spread out when it has this many times the cells that are given, or few.
const SPREAD: u64 = 4;
const FEW: u64 = 10_000;

impl<'a> Present<'a> {
    /// `Some(None)` for a cube that is spread out.
    fn of(
        values: Json<'a>,
        status: &Status<'a>,
        sizes: &[usize],
        problems: &mut Problems,
    ) -> Option<Option<Present<'a>>> {
        let mut sizes = sizes.iter();
        let cells = sizes.try_fold(1_u64, |cells, size| cells.checked_mul(*size as u64));
        let Some(cells) = cells.filter(|_| values.is_object()) else {
            return Some(None);
        };
        let given = values.members();
        let marked = match status {
            Status::Some(_, members) => &members[..],
            _ => &[],
        };
        let count = (given.len() + marked.len()) as u64;
        if given.is_empty() || cells <= SPREAD * count + FEW {
            return Some(None);
        }
        let mut entries = Vec::with_capacity(given.len());
        let given = given.iter().map(|(at, json)| (at, Some(*json)));
        let marked = marked.iter().map(|(at, _)| (at, None));
        for (position, json) in given.chain(marked) {
            let at = position.strip_suffix(".0").unwrap_or(position).parse();
            let Some(at) = at.ok().filter(|at| *at < cells) else {
                let expected = cells;
                problems.file(ProblemKind::CellCount { expected }, position.as_ref());
                return None;
            };
            entries.push((at, json));
        }
        // A value comes before the mark of its own position.
        order::sort_by(&mut entries, &|one, two| {
            (one.0, one.1.is_none()).cmp(&(two.0, two.1.is_none()))
        });
        entries.dedup_by(|later, earlier| later.0 == earlier.0);
        let left_out = cells - entries.len() as u64;
        Some(Some(Present { entries, left_out }))
    }

    /// How many cells there are, or a problem when they are too many.
    fn cells(&self, dimensions: usize, problems: &mut Problems) -> Option<usize> {
        let cells = self.entries.len();
        if dimensions > MAX_DIMENSIONS {
            let kind = ProblemKind::TooManyColumns {
                limit: MAX_DIMENSIONS,
            };
            problems.file(kind, dimensions.to_string());
            return None;
        }
        if cells > MAX_CELLS {
            let kind = ProblemKind::TooManyCells { limit: MAX_CELLS };
            problems.file(kind, cells.to_string());
            return None;
        }
        fits(cells, dimensions, problems).then_some(cells)
    }

    fn read(
        &self,
        status: &Status,
        markers: &mut MarkerCount,
        problems: &mut Problems,
    ) -> Option<Cells> {
        markers.add("", Meaning::Absent, self.left_out);
        let entries = self.entries.iter().map(|(at, json)| {
            let value = json.map_or(Cow::Borrowed(""), |json| json.word());
            cell(*at, value, status, markers, problems)
        });
        let cells = entries.collect();
        problems.is_empty().then_some(cells)
    }

    /// Gives each row its code in every dimension.
    fn number(&self, dimensions: &mut [DraftDimension], sizes: &[usize]) {
        let mut step = 1;
        for (dimension, size) in dimensions.iter_mut().zip(sizes).rev() {
            let size = *size as u64;
            let entries = self.entries.iter();
            dimension.rows = entries.map(|(at, _)| (at / step % size) as u32).collect();
            step *= size;
        }
    }
}

/// The cell at a position, from what stands there and its status; markers are counted.
fn cell(
    at: u64,
    value: Cow<str>,
    status: &Status,
    markers: &mut MarkerCount,
    problems: &mut Problems,
) -> Cell {
    let status = status.at(at);
    let status = status.trim();
    let value = value.trim();
    let text = if value.is_empty() { status } else { value };
    let number = number::parse_machine(value);
    let meaning = match number::marker(text) {
        None if number.is_some() => {
            Some(Meaning::Flag(flag(status))).filter(|_| !status.is_empty())
        }
        None if value.is_empty() => Some(withheld(status)),
        meaning => meaning,
    };
    if let Some(meaning) = meaning {
        let shown = if number.is_some() { status } else { text };
        markers.add(shown, meaning, 1);
    }
    match (number, meaning.and_then(Meaning::cell)) {
        (Some(number), _) => Cell::Number(number),
        (None, Some(cell)) => cell,
        (None, None) => {
            problems.file(ProblemKind::NotANumber, format!("value[{at}]: {text}"));
            Cell::Missing
        }
    }
}

fn cells(
    values: Json,
    status: &Status,
    total: usize,
    markers: &mut MarkerCount,
    problems: &mut Problems,
) -> Option<Cells> {
    let mut cells = Cells::default();
    let mut push = |cells: &mut Cells, at: usize, value: Cow<str>, problems: &mut Problems| {
        cells.push(cell(at as u64, value, status, markers, problems));
    };
    let mut found = 0;
    if values.is_object() {
        let given = values.members();
        // Index of the member for each position, because members come in any order.
        let mut places = vec![u32::MAX; total];
        for (at, (position, _)) in given.iter().enumerate() {
            match whole(position).and_then(|position| places.get_mut(position)) {
                Some(place) => *place = at as u32,
                None => {
                    let expected = total as u64;
                    problems.file(ProblemKind::CellCount { expected }, position.as_ref());
                    return None;
                }
            }
        }
        let has_status = !matches!(status, Status::All(text) if text.is_empty());
        let mut left_out = 0;
        for (at, place) in places.into_iter().enumerate() {
            match given.get(place as usize) {
                // Most cells of a sparse cube are left out.
                None if !has_status => {
                    left_out += 1;
                    cells.push(Cell::Missing);
                }
                None => push(&mut cells, at, Cow::Borrowed(""), problems),
                Some((_, json)) => push(&mut cells, at, json.word(), problems),
            }
        }
        markers.add("", withheld(""), left_out);
        found = total;
    } else {
        for (at, value) in values.items().enumerate() {
            if at < total {
                push(&mut cells, at, value.word(), problems);
            }
            found += 1;
        }
    }
    if found != total {
        let expected = total as u64;
        problems.file(ProblemKind::CellCount { expected }, found.to_string());
    }
    problems.is_empty().then_some(cells)
}

/// Whether one of the letters beside a number says that it is not to be compared with those before.
pub fn marks_break(letters: &str) -> bool {
    letters.len() <= 4
        && letters
            .split_inclusive(|_: char| true)
            .any(|letter| flag(letter) == Flag::Break)
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
        "" => Meaning::Empty,
        "c" | "C" | "N" | "Q" => Meaning::Suppressed,
        "z" | "m" => Meaning::NotApplicable,
        _ => Meaning::Missing,
    }
}
