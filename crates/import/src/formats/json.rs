//! JSON walked as it stands in the text, without building a tree of it: a data set of millions of
//! values costs no memory beyond the file, and numbers are read from their own digits.

use std::borrow::Cow;

/// Objects and lists within each other at most.
pub const MAX_DEPTH: u32 = 64;

/// A value, as the piece of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'a>(&'a str);

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The place.
    pub at: usize,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong with a text that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It ends before its values do.
    CutOff,
    /// More objects and lists lie within each other than a table has.
    TooDeep,
    /// Something else stands there than JSON has.
    Other,
}

/// The members of an object in file order.
pub type Members<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

/// The member of that name.
pub fn find<'a>(members: &Members<'a>, name: &str) -> Option<Json<'a>> {
    let found = members.iter().find(|(known, _)| known == name)?;
    Some(found.1)
}

impl<'a> Json<'a> {
    /// Checks a whole text; the first mistake when it is no JSON.
    pub fn parse(text: &'a str) -> Result<Json<'a>, Mistake> {
        let mut walk = Walk { text, at: 0 };
        walk.space();
        let start = walk.at;
        walk.value(0).ok_or_else(|| walk.mistake())?;
        let end = walk.at;
        walk.space();
        match walk.at == text.len() {
            true => Ok(Json(&text[start..end])),
            false => Err(walk.mistake()),
        }
    }

    /// The text of a string.
    pub fn text(self) -> Option<Cow<'a, str>> {
        let inside = self.0.strip_prefix('"')?.strip_suffix('"')?;
        Some(match inside.contains('\\') {
            true => Cow::Owned(unescaped(inside)),
            false => Cow::Borrowed(inside),
        })
    }

    /// The text of a string, a number or another word as it stands; nothing for null.
    pub fn word(self) -> Cow<'a, str> {
        match self.0 {
            "null" => Cow::Borrowed(""),
            raw => self.text().unwrap_or(Cow::Borrowed(raw)),
        }
    }

    /// Whether this is an object.
    pub fn is_object(self) -> bool {
        self.0.starts_with('{')
    }

    /// Whether this is a list.
    pub fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// The members of an object; none of anything else.
    pub fn members(self) -> Members<'a> {
        let mut list = Vec::new();
        if self.is_object() {
            let mut walk = Walk {
                text: self.0,
                at: 1,
            };
            while let Some(key) = walk.next() {
                match walk.next() {
                    Some(value) => list.push((key.word(), value)),
                    None => break,
                }
            }
        }
        list
    }

    /// The elements of a list; none of anything else.
    pub fn items(self) -> impl Iterator<Item = Json<'a>> {
        let at = if self.is_list() { 1 } else { self.0.len() };
        Walk { text: self.0, at }
    }
}

/// A place in the text.
struct Walk<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Walk<'a> {
    type Item = Json<'a>;

    /// The next value of a checked text, whatever sign stands before it.
    fn next(&mut self) -> Option<Json<'a>> {
        while matches!(self.byte(), b' ' | b'\t' | b'\r' | b'\n' | b',' | b':') {
            self.at += 1;
        }
        let start = self.at;
        self.value(0)?;
        Some(Json(&self.text[start..self.at]))
    }
}

impl Walk<'_> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// What is wrong at this place.
    fn mistake(&self) -> Mistake {
        let rest = self.text[self.at..].trim_end();
        let is_begun = ["null", "true", "false"]
            .iter()
            .any(|word| word.starts_with(rest));
        let is_open = || {
            let mut walk = Walk { ..*self };
            self.byte() == b'"' && walk.string().is_none()
        };
        // Whatever opens at a place where a value may begin is walked into, as deep as a table may be.
        let opens = matches!(self.byte(), b'{' | b'[');
        let flaw = match () {
            () if is_begun || is_open() => Flaw::CutOff,
            () if opens && self.depth() >= MAX_DEPTH => Flaw::TooDeep,
            () => Flaw::Other,
        };
        Mistake { at: self.at, flaw }
    }

    /// How many objects and lists are open at this place.
    fn depth(&self) -> u32 {
        let mut walk = Walk {
            text: self.text,
            at: 0,
        };
        let mut depth = 0_u32;
        while walk.at < self.at {
            match walk.byte() {
                b'"' if walk.string().is_some() => continue,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            walk.at += 1;
        }
        depth
    }

    fn space(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    /// Passes a value; `None` stays at the mistake.
    fn value(&mut self, depth: u32) -> Option<()> {
        match self.byte() {
            b'"' => self.string(),
            open @ (b'{' | b'[') if depth < MAX_DEPTH => self.inside(open == b'{', depth),
            byte => {
                let rest = &self.text[self.at..];
                let length = match byte {
                    b'-' | b'0'..=b'9' => rest
                        .bytes()
                        .position(|b| !matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
                        .unwrap_or(rest.len()),
                    _ => ["null", "true", "false"]
                        .iter()
                        .find(|word| rest.starts_with(**word))?
                        .len(),
                };
                self.at += length;
                Some(())
            }
        }
    }

    fn inside(&mut self, object: bool, depth: u32) -> Option<()> {
        let close = if object { b'}' } else { b']' };
        self.at += 1;
        self.space();
        if self.byte() == close {
            self.at += 1;
            return Some(());
        }
        loop {
            self.space();
            if object {
                if self.byte() != b'"' {
                    return None;
                }
                self.string()?;
                self.space();
                if self.byte() != b':' {
                    return None;
                }
                self.at += 1;
                self.space();
            }
            self.value(depth + 1)?;
            self.space();
            let found = self.byte();
            if found != b',' && found != close {
                return None;
            }
            self.at += 1;
            if found == close {
                return Some(());
            }
        }
    }

    fn string(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        loop {
            match bytes.get(at)? {
                b'"' => break,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        Some(())
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let sign = after.chars().next().unwrap_or('\\');
        rest = after.get(sign.len_utf8()..).unwrap_or_default();
        match sign {
            'n' => plain.push('\n'),
            'r' => plain.push('\r'),
            't' => plain.push('\t'),
            'b' => plain.push('\u{8}'),
            'f' => plain.push('\u{c}'),
            'u' => {
                let (read, left) = code_units(rest);
                plain.push(read);
                rest = left;
            }
            sign => plain.push(sign),
        }
    }
    plain.push_str(rest);
    plain
}

/// The letter of one or two `\u` escapes whose first backslash and u are passed.
fn code_units(text: &str) -> (char, &str) {
    let unit = |text: &str| {
        text.get(..4)
            .and_then(|hex| u16::from_str_radix(hex, 16).ok())
    };
    let Some(first) = unit(text) else {
        return (char::REPLACEMENT_CHARACTER, text);
    };
    let rest = &text[4..];
    let second = rest.strip_prefix("\\u").and_then(unit);
    let pair = [first, second.unwrap_or(0)];
    match char::decode_utf16(pair).next() {
        Some(Ok(letter)) if letter.len_utf16() == 2 => (letter, &rest[6..]),
        Some(Ok(letter)) => (letter, rest),
        _ => (char::REPLACEMENT_CHARACTER, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_as_they_stand() {
        let text = " {\"a\" : [1, -2.5e3 ,null,\"x\"], \"b\":{\"c\":true}, \"d\":\"\", \"e\":[]} ";
        let members = Json::parse(text).unwrap().members();
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["a", "b", "d", "e"]);
        let words: Vec<_> = find(&members, "a")
            .unwrap()
            .items()
            .map(Json::word)
            .collect();
        assert_eq!(words, ["1", "-2.5e3", "", "x"]);
        let inner = find(&members, "b").unwrap().members();
        assert_eq!(find(&inner, "c").unwrap().word(), "true");
        assert_eq!(find(&members, "e").unwrap().items().count(), 0);
        assert_eq!(find(&members, "f"), None);
    }

    #[test]
    fn escapes_become_letters() {
        let cases = [
            (r#""a\"b\\c\/d""#, "a\"b\\c/d"),
            (r#""\u00e5\n""#, "å\n"),
            (r#""\ud83d\ude00!""#, "😀!"),
            (r#""\ud83d!""#, "\u{fffd}!"),
            (r#""\u12""#, "\u{fffd}12"),
        ];
        for (raw, expected) in cases {
            assert_eq!(Json::parse(raw).unwrap().text().unwrap(), expected, "{raw}");
        }
    }

    #[test]
    fn a_mistake_is_found_where_it_is() {
        let cases = [
            ("", 0, Flaw::CutOff),
            ("{\"a\":1,}", 7, Flaw::Other),
            ("{\"a\" 1}", 5, Flaw::Other),
            ("{\"a\" [1]}", 5, Flaw::Other),
            ("[\"a\" \"b\"]", 5, Flaw::Other),
            ("[1 2]", 3, Flaw::Other),
            ("[1,", 3, Flaw::CutOff),
            ("{\"a\":{\"b\":1", 11, Flaw::CutOff),
            ("\"x", 0, Flaw::CutOff),
            ("nul", 0, Flaw::CutOff),
            ("[tru\n", 1, Flaw::CutOff),
            ("1 2", 2, Flaw::Other),
            ("{\"a\":NaN}", 5, Flaw::Other),
        ];
        for (text, at, flaw) in cases {
            assert_eq!(Json::parse(text), Err(Mistake { at, flaw }), "{text}");
        }
        let (at, flaw) = (64, Flaw::TooDeep);
        let deep = "[".repeat(100_000);
        assert_eq!(Json::parse(&deep), Err(Mistake { at, flaw }));
    }
}
