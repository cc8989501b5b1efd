//! Delimited text to records, as RFC 4180 has it and as it is met: quotes inside a quoted text
//! that nobody doubled, and lines that end in LF, CRLF, CR or CR CR LF.
//!
//! Whether a field was quoted is kept, because PxWeb quotes texts and leaves numbers bare.

use kernels::{self as loops, Counts, Span, TextColumn, signs};

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The text without its quotes.
    pub text: &'a str,
    /// Whether it stood in quotes.
    pub quoted: bool,
    /// The signs it has, of `signs`.
    signs: u8,
}

impl<'a> Field<'a> {
    /// The text without spaces around it.
    pub fn trimmed(&self) -> &'a str {
        match self.signs & (signs::SPACE | signs::BEYOND) {
            0 => self.text,
            _ => self.text.trim(),
        }
    }

    /// The text without spaces behind it; those before it set it in.
    pub fn set_in(&self) -> &'a str {
        match self.signs & (signs::SPACE | signs::BEYOND) {
            0 => self.text,
            _ => self.text.trim_end(),
        }
    }

    /// Whether it is blank.
    pub fn is_blank(&self) -> bool {
        match self.signs & !(signs::SPACE | signs::BEYOND) {
            0 => self.trimmed().is_empty(),
            _ => false,
        }
    }

    /// The number, when there are digits and nothing else, and no more of them than a number holds
    /// exactly.
    pub fn whole(&self) -> Option<u64> {
        let is_whole = self.signs == signs::DIGIT && self.text.len() <= 15;
        is_whole.then(|| loops::whole_number(self.text.as_bytes()))
    }
}

/// A record, to be reused from line to line.
#[derive(Clone, Debug, Default)]
pub struct Record<'a> {
    /// The text that the fields lie in, unless they are in a text of their own because quotes in them are
    /// written otherwise.
    source: &'a str,
    own: String,
    is_own: bool,
    spans: Vec<Span>,
    /// The line it starts on, counted from 1.
    pub line: u64,
}

impl Record<'_> {
    /// Number of fields.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether it has no field; a record that was read has one at least.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// A field; an empty one beyond the end.
    pub fn get(&self, at: usize) -> Field<'_> {
        match self.spans.get(at) {
            Some(span) => self.field(span),
            None => self.field(&Span::default()),
        }
    }

    fn field(&self, span: &Span) -> Field<'_> {
        let text = if self.is_own { &self.own } else { self.source };
        Field {
            text: text.get(span.start..span.end).unwrap_or_default(),
            quoted: span.quoted,
            signs: span.signs,
        }
    }

    /// Whether a field opens as no number, marker or period does.
    pub fn is_plainly_text(&self, at: usize) -> bool {
        let bytes = if self.is_own { &self.own } else { self.source }.as_bytes();
        let mut span = self.spans.get(at).into_iter();
        span.any(|span| span.is_plainly_text(bytes))
    }

    /// The fields.
    pub fn iter(&self) -> impl Iterator<Item = Field<'_>> {
        self.spans.iter().map(|span| self.field(span))
    }

    /// Number of fields that hold more than spaces.
    pub fn filled(&self) -> usize {
        self.iter().filter(|field| !field.is_blank()).count()
    }

    fn end_field(&mut self, quoted: bool) {
        let start = self.spans.last().map_or(0, |span| span.end);
        let end = self.own.len();
        self.spans.push(Span {
            start,
            end,
            signs: loops::signs_of(&self.own.as_bytes()[start..]),
            quoted,
        });
    }
}

/// How many records have how many fields. There are few widths, so they stand in a list.
#[derive(Clone, Debug, Default)]
pub struct Widths(Vec<(usize, u64)>);

impl Widths {
    /// Takes in records of a width.
    pub fn note(&mut self, width: usize, records: u64) {
        match self.0.iter_mut().find(|(known, _)| *known == width) {
            Some((_, times)) => *times += records,
            None => self.0.push((width, records)),
        }
    }

    /// The most common width of two or more, the widest of those equally common, and how many have it.
    pub fn common(&self) -> Option<(usize, u64)> {
        let wide = self.0.iter().filter(|(width, _)| *width >= 2);
        wide.max_by_key(|(width, times)| (*times, *width)).copied()
    }

    /// How many records there are.
    pub fn records(&self) -> u64 {
        self.0.iter().map(|(_, times)| times).sum()
    }
}

/// Reads records one after another.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    unclosed: Option<u64>,
}

impl<'a> Records<'a> {
    /// The records of a text with an ASCII delimiter.
    pub fn new(text: &'a str, delimiter: u8) -> Records<'a> {
        Records {
            text,
            at: 0,
            line: 1,
            delimiter,
            unclosed: None,
        }
    }

    /// The line of a quote that is never closed.
    pub fn unclosed(&self) -> Option<u64> {
        self.unclosed
    }

    /// Reads the next record; `false` at the end of the text.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        record.line = self.line;
        record.source = self.text;
        record.is_own = false;
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            record.spans.clear();
            return false;
        }
        if let Some(next) = loops::split_record(bytes, self.at, self.delimiter, &mut record.spans) {
            self.line += u64::from(matches!(bytes[next - 1], b'\n' | b'\r'));
            self.at = next;
            return true;
        }
        record.spans.clear();
        record.own.clear();
        record.is_own = true;
        loop {
            let quoted = bytes.get(self.at) == Some(&b'"');
            if quoted {
                self.quoted_field(record);
            }
            let rest = &bytes[self.at..];
            let length = rest
                .iter()
                .position(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
                .unwrap_or(rest.len());
            record.own.push_str(&self.text[self.at..self.at + length]);
            self.at += length;
            record.end_field(quoted);
            match bytes.get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                Some(_) => {
                    self.at += line_end(&bytes[self.at..]);
                    self.line += 1;
                    return true;
                }
                None => return true,
            }
        }
    }

    /// Passes further records that are as wide as one that was read; gives how many.
    pub fn pass(&mut self, record: &mut Record<'a>) -> usize {
        let width = record.spans.len();
        let bytes = self.text.as_bytes();
        let spans = &mut record.spans;
        let passed = loops::pass_records(bytes, self.at, self.delimiter, width, spans);
        self.go_on(passed)
    }

    /// Counts what the fields of further records are, as far as they are plain.
    pub fn count(&mut self, record: &mut Record<'a>, counts: &mut [Counts]) -> usize {
        let bytes = self.text.as_bytes();
        let spans = &mut record.spans;
        let counted = loops::count_records(bytes, self.at, self.delimiter, counts, spans);
        self.go_on(counted)
    }

    /// Takes in further records of so many fields, as far as they are plain: the line of the first, and
    /// how many.
    pub fn take(
        &mut self,
        record: &mut Record<'a>,
        (width, limit): (usize, usize),
        texts: &mut [TextColumn],
        values: &[usize],
        numbers: &mut Vec<f64>,
    ) -> (u64, usize) {
        let line = self.line;
        let taken = loops::take_records(
            self.text.as_bytes(),
            self.at,
            self.delimiter,
            width,
            limit,
            texts,
            values,
            numbers,
            &mut record.spans,
        );
        (line, self.go_on(taken))
    }

    /// Each of these records is a line.
    fn go_on(&mut self, (at, records): (usize, usize)) -> usize {
        self.at = at;
        self.line += records as u64;
        records
    }

    /// Reads a quoted field up to its closing quote. A quote closes only before a delimiter or
    /// the end of a line; any other is part of the text, doubled or not.
    fn quoted_field(&mut self, record: &mut Record<'a>) {
        let bytes = self.text.as_bytes();
        let opened = self.line;
        self.at += 1;
        loop {
            let rest = &bytes[self.at..];
            let length = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\n' | b'\r'))
                .unwrap_or(rest.len());
            record.own.push_str(&self.text[self.at..self.at + length]);
            self.at += length;
            match (bytes.get(self.at), bytes.get(self.at + 1)) {
                (None, _) => {
                    self.unclosed = Some(opened);
                    return;
                }
                (Some(b'"'), Some(b'"')) => {
                    record.own.push('"');
                    self.at += 2;
                }
                (Some(b'"'), next) => {
                    self.at += 1;
                    match next {
                        None | Some(b'\n' | b'\r') => return,
                        Some(byte) if *byte == self.delimiter => return,
                        Some(_) => record.own.push('"'),
                    }
                }
                (Some(_), _) => {
                    let length = line_end(&bytes[self.at..]);
                    record.own.push_str(&self.text[self.at..self.at + length]);
                    self.at += length;
                    self.line += 1;
                }
            }
        }
    }
}

/// The length of the line end that a text starts with.
fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\r', b'\n', ..] => 3,
        [b'\r', b'\n', ..] => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(text, delimiter);
        let mut record = Record::default();
        let mut read = Vec::new();
        while records.read(&mut record) {
            let fields = record.iter().map(|field| field.text.to_owned()).collect();
            read.push((record.line, fields));
        }
        read
    }

    #[test]
    fn every_line_end_parts_records_and_counts_lines() {
        for end in ["\n", "\r\n", "\r", "\r\r\n"] {
            let text = ["a;b", "1;\"x", "y\"", "", "2;3"].join(end);
            let lines: Vec<u64> = all(&text, b';').iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [1, 2, 4, 5], "{end:?}");
            assert_eq!(all(&text, b';')[1].1, ["1".to_owned(), format!("x{end}y")]);
        }
    }

    #[test]
    fn quotes_close_only_where_a_field_can_end() {
        let cases: [(&str, &[&str]); 6] = [
            ("\"a;b\";c", &["a;b", "c"]),
            ("\"say \"\"hi\"\"\";c", &["say \"hi\"", "c"]),
            ("\"say \"hi\" now\";c", &["say \"hi\" now", "c"]),
            ("\"\";", &["", ""]),
            ("a\"b;c", &["a\"b", "c"]),
            ("\"a\"", &["a"]),
        ];
        for (text, fields) in cases {
            assert_eq!(all(text, b';')[0].1, fields, "{text}");
        }
    }

    #[test]
    fn an_open_quote_is_reported_with_its_line() {
        let mut records = Records::new("a;b\n1;\"x\n2;3\n", b';');
        let mut record = Record::default();
        while records.read(&mut record) {}
        assert_eq!(records.unclosed(), Some(2));
    }
}
