//! Delimited text to records, as RFC 4180 has it and as it is met: quotes inside a quoted text
//! that nobody doubled, and lines that end in LF, CRLF, CR or CR CR LF.
//!
//! Whether a field was quoted is kept, because PxWeb quotes texts and leaves numbers bare.

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The text without its quotes.
    pub text: &'a str,
    /// Whether it stood in quotes.
    pub quoted: bool,
}

/// A record, to be reused from line to line.
#[derive(Clone, Debug, Default)]
pub struct Record {
    text: String,
    ends: Vec<(usize, bool)>,
    /// The line it starts on, counted from 1.
    pub line: u64,
}

impl Record {
    /// Number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no field; a record that was read has one at least.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A field; an empty one beyond the end.
    pub fn get(&self, at: usize) -> Field<'_> {
        let Some(&(end, quoted)) = self.ends.get(at) else {
            return Field {
                text: "",
                quoted: false,
            };
        };
        let start = if at == 0 { 0 } else { self.ends[at - 1].0 };
        Field {
            text: &self.text[start..end],
            quoted,
        }
    }

    /// The fields.
    pub fn iter(&self) -> impl Iterator<Item = Field<'_>> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Number of fields that hold more than spaces.
    pub fn filled(&self) -> usize {
        self.iter()
            .filter(|field| !field.text.trim().is_empty())
            .count()
    }

    fn end_field(&mut self, quoted: bool) {
        self.ends.push((self.text.len(), quoted));
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
    pub fn read(&mut self, record: &mut Record) -> bool {
        record.text.clear();
        record.ends.clear();
        record.line = self.line;
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return false;
        }
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
            record.text.push_str(&self.text[self.at..self.at + length]);
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

    /// Reads a quoted field up to its closing quote. A quote closes only before a delimiter or
    /// the end of a line; any other is part of the text, doubled or not.
    fn quoted_field(&mut self, record: &mut Record) {
        let bytes = self.text.as_bytes();
        let opened = self.line;
        self.at += 1;
        loop {
            let rest = &bytes[self.at..];
            let length = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\n' | b'\r'))
                .unwrap_or(rest.len());
            record.text.push_str(&self.text[self.at..self.at + length]);
            self.at += length;
            match (bytes.get(self.at), bytes.get(self.at + 1)) {
                (None, _) => {
                    self.unclosed = Some(opened);
                    return;
                }
                (Some(b'"'), Some(b'"')) => {
                    record.text.push('"');
                    self.at += 2;
                }
                (Some(b'"'), next) => {
                    self.at += 1;
                    match next {
                        None | Some(b'\n' | b'\r') => return,
                        Some(byte) if *byte == self.delimiter => return,
                        Some(_) => record.text.push('"'),
                    }
                }
                (Some(_), _) => {
                    let length = line_end(&bytes[self.at..]);
                    record.text.push_str(&self.text[self.at..self.at + length]);
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
