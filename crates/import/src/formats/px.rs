//! PC-Axis files (.px): keywords with their values, then the cells of a cube.

use super::encoding;
use super::foreign::{Choices, ForeignMeasure, ForeignTable, Format, Meaning, Understood};
use super::long::{
    Dictionary, Draft, DraftDimension, MAX_DIMENSIONS, MarkerCount, check_codes, cube_cells,
};
use super::number;
use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{ProblemKind, Problems};
use vocabulary::kinds::{self, Kind};

/// The code page a file declares, found before anything is decoded: keywords are ASCII.
pub fn declared_code_page(bytes: &[u8]) -> String {
    const KEYWORD: &[u8] = b"CODEPAGE=\"";
    let head = &bytes[..bytes.len().min(8192)];
    let at = head
        .windows(KEYWORD.len())
        .position(|window| window.eq_ignore_ascii_case(KEYWORD));
    let value = at.map_or(&[][..], |at| &head[at + KEYWORD.len()..]);
    let end = value.iter().position(|byte| *byte == b'"').unwrap_or(0);
    String::from_utf8_lossy(&value[..end]).into_owned()
}

/// Reads a PX file.
pub fn read(
    name: &str,
    decoded: &encoding::Decoded,
    choices: &Choices,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let text: &str = &decoded.text;
    let (keywords, data) = keywords(text, problems)?;
    let file = Keywords::of(keywords, choices);
    let dimensions = dimensions(&file, problems)?;
    check_codes(&dimensions, problems);
    let sizes: Vec<usize> = dimensions
        .iter()
        .map(|dimension| dimension.codes.len())
        .collect();
    let expected = cube_cells(&sizes, problems)?;
    let symbols = Symbols::of(&file);
    let mut markers = MarkerCount::default();
    let line = 1 + text[..data].bytes().filter(|byte| *byte == b'\n').count() as u64;
    let mut tokens = Tokens {
        text,
        at: data,
        line,
    };
    let keyed: Vec<(usize, bool)> = dimensions
        .iter()
        .enumerate()
        .filter_map(|(at, dimension)| {
            let keys = file.bare("KEYS", &[&dimension.label])?;
            Some((at, keys.eq_ignore_ascii_case("VALUES")))
        })
        .collect();
    let cells = match keyed.is_empty() {
        true => dense(&mut tokens, expected, &symbols, &mut markers, problems),
        false => sparse(
            &mut tokens,
            &dimensions,
            &keyed,
            &symbols,
            choices,
            &mut markers,
            problems,
        ),
    }?;
    let has_decimals = cells.has_decimals();

    let units = of_contents(&file, "UNITS", &dimensions);
    let days = of_contents(&file, "REFPERIOD", &dimensions);
    let contents = file.text("CONTENTS", &[]).unwrap_or_default();
    let contents = contents.trim().trim_end_matches(',').to_owned();
    let measure = ForeignMeasure {
        name: contents.clone(),
        label: contents,
        unit: file.text("UNITS", &[]),
        cells,
        ..ForeignMeasure::default()
    };
    let mut draft = Draft::of_cube(dimensions, measure, units);
    for measure in &mut draft.measures {
        let own = days.iter().find(|(code, _)| *code == measure.name);
        let own = own.map(|(_, day)| day.clone());
        measure.day = own.or_else(|| file.text("REFPERIOD", &[]));
        // The mean of a time is no sum of it, and those who are there at its end no flow.
        let is_of_people = kinds::kind(&measure.label) == Some(Kind::Population);
        match file.bare("STOCKFA", &[]) {
            Some("A" | "a") if is_of_people => measure.said.push("average population".to_owned()),
            Some("S" | "s") if !is_of_people => {
                measure.said.push(format!("{} (STOCKFA=S)", measure.label))
            }
            _ => {}
        }
    }
    draft.markers = markers;
    let adjusted = ["SEASADJ", "DAYADJ"].into_iter().filter(|keyword| {
        let said = file.bare(keyword, &[]);
        said.is_some_and(|said| said.eq_ignore_ascii_case("YES"))
    });
    let notes = ["NOTEX", "NOTE"]
        .iter()
        .flat_map(|keyword| file.all(keyword))
        .chain(adjusted.map(|keyword| format!("{keyword}: YES")))
        .collect();
    let understood = Understood {
        encoding: Some(decoded.encoding),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        title: file
            .text("DESCRIPTION", &[])
            .or_else(|| file.text("TITLE", &[]))
            .unwrap_or_default(),
        notes,
        language: file.language(),
        sums_allowed: !file
            .bare("AGGREGALLOWED", &[])
            .is_some_and(|text| text.eq_ignore_ascii_case("NO")),
        ..Understood::of(Format::Px)
    };
    Some(draft.finish(name, understood))
}

/// One keyword of the file.
struct Keyword<'a> {
    name: String,
    language: &'a str,
    subkeys: Vec<String>,
    /// Quoted strings and bare words in their order.
    values: Vec<(String, bool)>,
}

/// Reads all keywords; gives them and the place where the cells begin.
fn keywords<'a>(text: &'a str, problems: &mut Problems) -> Option<(Vec<Keyword<'a>>, usize)> {
    let mut parser = Parser {
        text,
        at: 0,
        line: 1,
    };
    let mut list = Vec::new();
    loop {
        parser.space();
        if parser.at >= text.len() {
            problems.file(ProblemKind::PxKeywordMissing, "DATA");
            return None;
        }
        let line = parser.line;
        let keyword = parser.keyword();
        match keyword {
            Some(Read::Data) => return Some((list, parser.at)),
            Some(Read::Keyword(keyword)) => list.push(keyword),
            None => {
                let rest: String = text[parser.at.min(text.len())..].chars().take(40).collect();
                problems.line(
                    line,
                    ProblemKind::PxSyntax,
                    rest.lines().next().unwrap_or_default(),
                );
                return None;
            }
        }
    }
}

enum Read<'a> {
    Keyword(Keyword<'a>),
    Data,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.line += u64::from(self.peek() == b'\n');
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// A quoted string, with the pieces that follow it over line ends.
    fn string(&mut self) -> Option<String> {
        let mut whole = String::new();
        loop {
            self.at += 1;
            let piece = self.word(|byte| byte == b'"');
            self.line += piece.bytes().filter(|byte| *byte == b'\n').count() as u64;
            whole.push_str(piece);
            if self.peek() != b'"' {
                return None;
            }
            self.at += 1;
            self.space();
            if self.peek() != b'"' {
                return Some(whole);
            }
        }
    }

    fn keyword(&mut self) -> Option<Read<'a>> {
        let name = self.word(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
        if name.is_empty() {
            return None;
        }
        let name = name.to_ascii_uppercase().replace('_', "-");
        let mut language = "";
        if self.take(b'[') {
            language = self.word(|byte| byte == b']' || byte == b'\n');
            if !self.take(b']') {
                return None;
            }
        }
        let mut subkeys = Vec::new();
        if self.take(b'(') {
            loop {
                self.space();
                match self.peek() {
                    b'"' => subkeys.push(self.string()?),
                    _ => subkeys.push(
                        self.word(|b| matches!(b, b',' | b')' | b'\n'))
                            .trim()
                            .to_owned(),
                    ),
                }
                if self.take(b')') {
                    break;
                }
                if !self.take(b',') {
                    return None;
                }
            }
        }
        if !self.take(b'=') {
            return None;
        }
        if name == "DATA" {
            return Some(Read::Data);
        }
        let mut values = Vec::new();
        loop {
            self.space();
            match self.peek() {
                b';' => {
                    self.at += 1;
                    break;
                }
                // Separators, and the brackets and dashes of a TLIST.
                b',' | b'(' | b')' => self.at += 1,
                b'"' => values.push((self.string()?, true)),
                0 if self.at >= self.text.len() => return None,
                _ => {
                    let word = self.word(|b| matches!(b, b',' | b';' | b'(' | b')' | b'"' | b'\n'));
                    values.push((word.trim().to_owned(), false));
                }
            }
        }
        Some(Read::Keyword(Keyword {
            name,
            language,
            subkeys,
            values,
        }))
    }
}

/// The keywords in the language that was asked for, else in the file's own.
struct Keywords<'a> {
    list: Vec<Keyword<'a>>,
    language: Option<String>,
    default: Option<String>,
}

impl<'a> Keywords<'a> {
    fn of(list: Vec<Keyword<'a>>, choices: &Choices) -> Keywords<'a> {
        let first = |name: &str| {
            let keyword = list.iter().find(|keyword| keyword.name == name)?;
            keyword.values.first().map(|(text, _)| text.clone())
        };
        let default = first("LANGUAGE");
        let language = choices
            .language
            .clone()
            .filter(|language| list.iter().any(|keyword| keyword.language == language));
        Keywords {
            list,
            language,
            default,
        }
    }

    fn find(&self, name: &str, subkeys: &[&str]) -> Option<&Keyword<'a>> {
        let in_language = |language: &str| {
            self.list.iter().find(|keyword| {
                keyword.name == name && keyword.language == language && keyword.subkeys == subkeys
            })
        };
        let wanted = self.language.as_deref().and_then(in_language);
        let own = || self.default.as_deref().and_then(in_language);
        wanted.or_else(|| in_language("")).or_else(own)
    }

    fn list(&self, name: &str, subkeys: &[&str]) -> Vec<String> {
        let keyword = self.find(name, subkeys);
        keyword.map_or_else(Vec::new, |keyword| {
            keyword
                .values
                .iter()
                .map(|(text, _)| text.clone())
                .collect()
        })
    }

    fn text(&self, name: &str, subkeys: &[&str]) -> Option<String> {
        let value = self.find(name, subkeys)?.values.first()?;
        Some(value.0.clone()).filter(|text| !text.is_empty())
    }

    fn bare(&self, name: &str, subkeys: &[&str]) -> Option<&str> {
        let value = self.find(name, subkeys)?.values.first()?;
        Some(value.0.as_str())
    }

    /// Every text of a keyword whatever its subkeys.
    fn all(&self, name: &str) -> Vec<String> {
        let wanted = self.language.as_deref().unwrap_or("");
        self.list
            .iter()
            .filter(|keyword| keyword.name == name && keyword.language == wanted)
            .flat_map(|keyword| {
                keyword
                    .values
                    .iter()
                    .map(|(text, _)| text.replace('#', "\n"))
            })
            .collect()
    }

    fn language(&self) -> Option<String> {
        let tag = self.language.clone().or_else(|| self.default.clone())?;
        // "no" is what most Norwegian files write for bokmål.
        Some(if tag == "no" { "nb".to_owned() } else { tag })
    }
}

/// The dimensions in the order of the cells: stub first, then heading.
fn dimensions(file: &Keywords, problems: &mut Problems) -> Option<Vec<DraftDimension>> {
    let mut names = file.list("STUB", &[]);
    names.extend(file.list("HEADING", &[]));
    // Keywords that are not translated keep the names of the file's own language.
    let mut own_names: Vec<String> = Vec::new();
    for keyword in ["STUB", "HEADING"] {
        let found = file.list.iter().find(|k| {
            k.name == keyword
                && (k.language.is_empty() || Some(k.language) == file.default.as_deref())
        });
        own_names.extend(
            found
                .into_iter()
                .flat_map(|k| k.values.iter().map(|(t, _)| t.clone())),
        );
    }
    if names.is_empty() {
        problems.file(ProblemKind::PxKeywordMissing, "STUB, HEADING");
        return None;
    }
    if names.len() > MAX_DIMENSIONS {
        let kind = ProblemKind::TooManyColumns {
            limit: MAX_DIMENSIONS,
        };
        problems.file(kind, names.len().to_string());
        return None;
    }
    let contents = file.text("CONTVARIABLE", &[]);
    let mut list = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let both: [&str; 2] = [name, own_names.get(at).map_or(name, String::as_str)];
        let first_of = |keyword: &str| {
            let lists = both.iter().map(|name| file.list(keyword, &[name]));
            lists
                .into_iter()
                .find(|list| !list.is_empty())
                .unwrap_or_default()
        };
        let labels = first_of("VALUES");
        let codes = first_of("CODES");
        if labels.is_empty() && codes.is_empty() {
            problems.file(ProblemKind::PxKeywordMissing, format!("VALUES(\"{name}\")"));
            continue;
        }
        if !codes.is_empty() && !labels.is_empty() && codes.len() != labels.len() {
            let kind = ProblemKind::CellCount {
                expected: labels.len() as u64,
            };
            problems.file(kind, format!("CODES(\"{name}\"): {}", codes.len()));
            continue;
        }
        let code = both
            .iter()
            .find_map(|name| file.text("VARIABLECODE", &[name]));
        let eliminations = both
            .iter()
            .filter_map(|name| file.find("ELIMINATION", &[name]))
            .flat_map(|keyword| {
                keyword
                    .values
                    .iter()
                    .filter(|(_, quoted)| *quoted)
                    .map(|(text, _)| text.clone())
            });
        // Those that others hang below.
        let holders = both
            .iter()
            .filter_map(|name| file.find("HIERARCHIES", &[name]))
            .flat_map(|keyword| {
                let chains = keyword.values.windows(3);
                chains
                    .filter(|chain| chain[0].1 && chain[1].0 == ":" && chain[2].1)
                    .map(|chain| (chain[0].0.clone(), chain[2].0.clone()))
            });
        list.push(DraftDimension {
            name: code.unwrap_or_else(|| name.clone()),
            label: name.clone(),
            is_time: both
                .iter()
                .any(|name| file.find("TIMEVAL", &[name]).is_some())
                .then_some(true),
            totals: eliminations.collect(),
            holders: holders.collect(),
            children: Vec::new(),
            is_contents: contents.as_ref() == Some(name),
            labels: if codes.is_empty() {
                Vec::new()
            } else {
                labels.clone()
            },
            codes: if codes.is_empty() { labels } else { codes },
            rows: Vec::new(),
        });
    }
    problems.is_empty().then_some(list)
}

/// What a keyword says of each value of the contents variable, by code.
fn of_contents(
    file: &Keywords,
    keyword: &str,
    dimensions: &[DraftDimension],
) -> Vec<(String, String)> {
    let Some(contents) = dimensions.iter().find(|dimension| dimension.is_contents) else {
        return Vec::new();
    };
    let mut labels = Dictionary::default();
    for at in 0..contents.codes.len() {
        labels.code(contents.label_of(at));
    }
    let of_values = file.list.iter().filter(|known| known.name == keyword);
    let given = of_values.filter_map(|keyword| {
        let at = labels.find(keyword.subkeys.first()?)?;
        let code = contents.codes.get(at as usize)?;
        Some((code.clone(), keyword.values.first()?.0.clone()))
    });
    given.collect()
}

/// What the special cells are shown as, and so what they mean. Agencies give the dots meanings of
/// their own: at SSB one dot in the file is shown as two.
struct Symbols {
    dots: [String; 6],
    sum: String,
    nil: String,
}

impl Symbols {
    fn of(file: &Keywords) -> Symbols {
        let shown = |keyword: &str, default: &str| {
            file.text(keyword, &[])
                .unwrap_or_else(|| default.to_owned())
        };
        Symbols {
            dots: std::array::from_fn(|at| {
                shown(&format!("DATASYMBOL{}", at + 1), &".".repeat(at + 1))
            }),
            sum: shown("DATASYMBOLSUM", "......."),
            nil: shown("DATASYMBOLNIL", "-"),
        }
    }

    /// The displayed symbol of a special cell and its meaning.
    fn of_cell(&self, raw: &str) -> Option<(&str, Meaning)> {
        if raw == "-" {
            return Some((&self.nil, Meaning::Nil));
        }
        if raw.is_empty() || raw.len() > 7 || raw.bytes().any(|byte| byte != b'.') {
            return None;
        }
        let shown = match raw.len() {
            7 => &self.sum,
            dots => &self.dots[dots - 1],
        };
        // A symbol of the agency's own making says at least that there is no number. A dash is a
        // true zero only where the raw cell is one.
        let meaning = match number::marker(shown) {
            Some(Meaning::Nil | Meaning::Empty) | None => Meaning::Missing,
            Some(meaning) => meaning,
        };
        Some((shown, meaning))
    }
}

/// The tokens after `DATA=`.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (&'a str, bool);

    fn next(&mut self) -> Option<(&'a str, bool)> {
        let bytes = self.text.as_bytes();
        // Semicolons part cells in old files, so only the end of the file ends the cells.
        while let Some(byte) = bytes.get(self.at)
            && (byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | 0x1a))
        {
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        let first = bytes.get(self.at)?;
        let quoted = *first == b'"';
        self.at += usize::from(quoted);
        let rest = &bytes[self.at..];
        let ends = |byte: &u8| match quoted {
            true => *byte == b'"',
            false => byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'"'),
        };
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let token = &self.text[self.at..self.at + length];
        self.at += length + usize::from(quoted && length < rest.len());
        Some((token, quoted))
    }
}

fn read_cell(token: &str, symbols: &Symbols, markers: &mut MarkerCount) -> Option<Cell> {
    if let Some((shown, meaning)) = symbols.of_cell(token) {
        markers.add(shown, meaning, 1);
        return meaning.cell();
    }
    number::parse_machine(token).map(Cell::Number)
}

fn dense(
    tokens: &mut Tokens,
    expected: usize,
    symbols: &Symbols,
    markers: &mut MarkerCount,
    problems: &mut Problems,
) -> Option<Cells> {
    let mut cells = Cells::default();
    while let Some((token, _)) = tokens.next() {
        match read_cell(token, symbols, markers) {
            Some(cell) if cells.len() < expected => cells.push(cell),
            Some(_) => {
                let left = tokens.count() + 1;
                let kind = ProblemKind::CellCount {
                    expected: expected as u64,
                };
                problems.file(kind, (cells.len() + left).to_string());
                return None;
            }
            None => {
                problems.line(tokens.line, ProblemKind::NotANumber, token);
                cells.push(Cell::Missing);
            }
        }
    }
    if cells.len() != expected {
        let kind = ProblemKind::CellCount {
            expected: expected as u64,
        };
        problems.file(kind, cells.len().to_string());
    }
    problems.is_empty().then_some(cells)
}

/// Rows with their keys: what is not there is zero by the format's definition.
fn sparse(
    tokens: &mut Tokens,
    dimensions: &[DraftDimension],
    keyed: &[(usize, bool)],
    symbols: &Symbols,
    choices: &Choices,
    markers: &mut MarkerCount,
    problems: &mut Problems,
) -> Option<Cells> {
    let sizes: Vec<usize> = dimensions
        .iter()
        .map(|dimension| dimension.codes.len())
        .collect();
    let total: usize = sizes.iter().product();
    let mut stride = vec![1; sizes.len()];
    for at in (1..sizes.len()).rev() {
        stride[at - 1] = stride[at] * sizes[at];
    }
    let by_label = |at: usize, labels: bool| {
        let mut dictionary = Dictionary::default();
        for code in 0..sizes[at] {
            let text = match labels {
                true => dimensions[at].label_of(code),
                false => &dimensions[at].codes[code],
            };
            dictionary.code(text);
        }
        dictionary
    };
    let keys: Vec<(usize, Dictionary)> = keyed
        .iter()
        .map(|(at, labels)| (*at, by_label(*at, *labels)))
        .collect();
    let free: Vec<usize> = (0..sizes.len())
        .filter(|at| !keyed.iter().any(|(key, _)| key == at))
        .collect();
    let width: usize = free.iter().map(|at| sizes[*at]).product();
    let left_out = match choices.left_out_is_missing {
        true => Meaning::Absent,
        false => Meaning::LeftOutZero,
    };
    let mut filled: Vec<Option<Cell>> = vec![None; total];
    loop {
        let line = tokens.line;
        let mut start = 0;
        let mut at_end = false;
        for (place, (at, codes)) in keys.iter().enumerate() {
            let Some((key, _)) = tokens.next() else {
                if place > 0 {
                    problems.line(line, ProblemKind::UnknownCode, "");
                }
                at_end = true;
                break;
            };
            match codes.find(key) {
                Some(code) => start += code as usize * stride[*at],
                None => {
                    problems.cell(
                        tokens.line,
                        &dimensions[*at].label,
                        ProblemKind::UnknownCode,
                        key,
                    );
                    return None;
                }
            }
        }
        if at_end {
            break;
        }
        for number in 0..width {
            let mut rest = number;
            let mut position = start;
            for at in free.iter().rev() {
                position += rest % sizes[*at] * stride[*at];
                rest /= sizes[*at];
            }
            let Some((token, _)) = tokens.next() else {
                let kind = ProblemKind::CellCount {
                    expected: width as u64,
                };
                problems.line(tokens.line, kind, number.to_string());
                return None;
            };
            let Some(cell) = read_cell(token, symbols, markers) else {
                problems.line(tokens.line, ProblemKind::NotANumber, token);
                return None;
            };
            filled[position] = Some(cell);
        }
    }
    let absent = filled.iter().filter(|cell| cell.is_none()).count() as u64;
    markers.add("", left_out, absent);
    let empty = left_out.cell().unwrap_or(Cell::Missing);
    problems.is_empty().then(|| {
        filled
            .into_iter()
            .map(|cell| cell.unwrap_or(empty))
            .collect()
    })
}
