//! Which kind of file it is, and what stands between its fields. The order of the questions is
//! the one that tells all the kinds apart: signatures first, then words only one format has.

use data::csv_table::rules;

use super::foreign::Format;
use super::records::{Record, Records, Widths};

/// What kind of bytes these are, before any decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A zip archive, which a workbook is as well.
    Zip,
    /// A gzip file.
    Gzip,
    /// A workbook of Excel until 2003.
    Workbook,
    /// A kind of file that is recognised and not read.
    Other(&'static str),
    /// Something to decode as text.
    Text,
}

/// Looks at the first bytes.
pub fn container(bytes: &[u8]) -> Container {
    let known: [(&[u8], Container); 8] = [
        (b"PK\x03\x04", Container::Zip),
        (b"PK\x05\x06", Container::Zip),
        (b"\x1f\x8b", Container::Gzip),
        (b"\xd0\xcf\x11\xe0", Container::Workbook),
        (b"%PDF", Container::Other("PDF")),
        (b"PAR1", Container::Other("Parquet")),
        (b"SQLite format 3", Container::Other("SQLite")),
        (b"$FL2", Container::Other("SPSS (.sav)")),
    ];
    let known = known
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    match known {
        Some((_, container)) => *container,
        None if rules::is_html(bytes) => Container::Other(rules::HTML),
        None => Container::Text,
    }
}

/// The format of a text.
pub fn format(text: &str) -> Format {
    let start = text.trim_start();
    // A list holds values; a bracket before words is the name of a column.
    let is_list = || {
        let inside = start.strip_prefix('[').map(str::trim_start);
        inside.is_some_and(|inside| inside.is_empty() || inside.starts_with(['[', '{', ']', '"']))
    };
    if start.starts_with('{') || is_list() {
        let head = head(start, 4096);
        let is_records = head.contains("\"columns\"") && text.contains("\"data\"");
        return match is_records && !head.contains("\"dimension\"") {
            true => Format::PxWebJson,
            false => Format::JsonStat,
        };
    }
    if is_px(start) {
        return Format::Px;
    }
    let first = text.lines().next().unwrap_or_default();
    let mut cells = first.split('\t');
    let stub = cells.next().unwrap_or_default();
    if cells.next().is_some() && stub.contains('\\') && stub.contains(',') {
        return Format::EurostatTsv;
    }
    if first.contains("OBS_VALUE") {
        return Format::SdmxCsv;
    }
    Format::Csv
}

fn is_px(start: &str) -> bool {
    let first = ["CHARSET=", "AXIS-VERSION=", "AXIS_VERSION=", "CODEPAGE="];
    if first.iter().any(|keyword| starts_like(start, keyword)) {
        return true;
    }
    let keyword = start
        .split(['=', '(', '[', '\n', ';', ','])
        .next()
        .unwrap_or_default();
    let is_keyword = !keyword.is_empty()
        && keyword.len() <= 30
        && keyword
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'-' | b'_'))
        && start[keyword.len()..].starts_with(['=', '(', '[']);
    is_keyword && (start.contains("\nDATA=") || start.contains(";DATA="))
}

fn starts_like(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// At most so many bytes from the start, cut between letters.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// At most so many bytes from the end, cut after a line.
fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    if start == 0 {
        return text;
    }
    text[start..]
        .find('\n')
        .map_or("", |at| &text[start + at + 1..])
}

/// How much of each end of a file is looked at.
const SAMPLE: usize = 64 * 1024;

/// The delimiter that gives the most records of one width. Titles and notes disturb the ends of a
/// file, so both ends are looked at and a few other widths do no harm. `None` for a file of
/// one column.
pub fn delimiter(text: &str) -> Option<u8> {
    let mut best: Option<(f64, u8)> = None;
    // On a tie the sign that is rarer in running text wins.
    for candidate in [b'\t', b';', b',', b'|', b' '] {
        let score = agreement(text, candidate);
        // A space parts fields only where texts are quoted.
        if candidate == b' ' && !text.contains('"') {
            continue;
        }
        if score > 0.0 && best.is_none_or(|(known, _)| score > known + 0.02) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, delimiter)| delimiter)
}

/// The share of records that have the most common width of two or more. Among widths, fields
/// count too: a delimiter that is only met inside a few texts gives few fields.
fn agreement(text: &str, delimiter: u8) -> f64 {
    let start = head(text, SAMPLE);
    let parts = match text.len() > SAMPLE {
        true => [start, tail(text, SAMPLE)],
        false => [start, ""],
    };
    let mut widths = Widths::default();
    for part in parts {
        let mut records = Records::new(part, delimiter);
        let mut record = Record::default();
        while records.read(&mut record) {
            if record.filled() > 0 {
                widths.note(record.len(), 1);
            }
        }
    }
    let common = widths.common();
    common.map_or(0.0, |(_, count)| count as f64 / widths.records() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_opening() {
        let cases = [
            ("CHARSET=\"ANSI\";\nDATA=1;", Format::Px),
            ("TITLE=\"x\";\nDATA=\n1;", Format::Px),
            ("{\"columns\":[],\"data\":[]}", Format::PxWebJson),
            (" {\"class\":\"dataset\"}", Format::JsonStat),
            ("[[[[", Format::JsonStat),
            ("[\n {\"year\":2020}]", Format::JsonStat),
            ("[c];year\n1;2020\n", Format::Csv),
            ("age,sex,geo\\time\t2015 \t2014 \n", Format::EurostatTsv),
            (
                "DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE\n",
                Format::SdmxCsv,
            ),
            ("\"region\";\"2010\"\n", Format::Csv),
            ("REGION;DATA=\n1;2\n", Format::Csv),
        ];
        for (text, expected) in cases {
            assert_eq!(format(text), expected, "{text}");
        }
    }

    #[test]
    fn delimiters_are_told_by_even_rows() {
        let cases = [
            (
                "\"Folketall, etter år, kjønn\"\n\n\"år\";\"Personer\"\n\"2010\";1\n",
                Some(b';'),
            ),
            ("år;rate\n2010;1,5\n2011;2,5\n", Some(b';')),
            ("a,b\n\"x;y\",1\n\"z;w\",2\n", Some(b',')),
            ("a\tb\n1,5\t2\n", Some(b'\t')),
            ("\"a b\" \"c\"\n\"x y\" 1\n", Some(b' ')),
            ("just words here\nand more words here\n", None),
            ("a\n1\n2\n", None),
        ];
        for (text, expected) in cases {
            assert_eq!(delimiter(text), expected, "{text}");
        }
    }
}
