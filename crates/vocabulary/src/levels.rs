//! Names that are set in by spaces, points, dashes or bullets, which says what lies in what.

use std::collections::BTreeMap;

use crate::words::is_letter;

/// Whether a sign sets in what follows it.
fn sets_in(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '•' | '·' | '‣' | '▪' | '»' | '>' | '.')
}

/// Whether a name begins with a sign that may set it in.
pub fn may_be_set_in(text: &str) -> bool {
    text.starts_with(sets_in)
}

/// Whether a line begins with a name that is set in, and not with a number or a mark of a missing value.
pub fn begins_set_in(line: &str) -> bool {
    if !may_be_set_in(line) {
        return false;
    }
    let rest = line.trim_start_matches(|c| sets_in(c) && c != '\n' && c != '\r');
    let is_one_sign = line[..line.len() - rest.len()].chars().nth(1).is_none();
    rest.starts_with(|c: char| is_letter(c) || (c.is_ascii_digit() && !is_one_sign))
}

/// A name without what sets it in, and how far that is.
pub fn bare(text: &str) -> (usize, &str) {
    let text = text.trim_end();
    let rest = text.trim_start_matches(sets_in);
    let before = &text[..text.len() - rest.len()];
    // One point or dash before a number belongs to it: `-19`, `.5`.
    let marks = before.chars().filter(|c| is_mark(*c)).count();
    let is_of_name = match marks {
        0 => rest.is_empty(),
        1 => !rest.contains(is_letter) || !(rest.starts_with(is_letter) || before.ends_with(' ')),
        _ => !rest.contains(|c: char| is_letter(c) || c.is_ascii_digit()),
    };
    if is_of_name {
        let rest = text.trim_start();
        return (width(&text[..text.len() - rest.len()]), rest);
    }
    (width(before), rest)
}

/// How far some signs set in.
fn width(signs: &str) -> usize {
    let of_one = |c: char| match c {
        '\u{2003}' | '\u{2001}' | '\u{3000}' => 2,
        '\t' => 4,
        _ => 1,
    };
    signs.chars().map(of_one).sum()
}

/// How far the names of a column are set in.
#[derive(Clone, Debug, Default)]
pub struct Depths {
    /// Two different names of each depth, which is enough to know that it is no slip.
    names: BTreeMap<usize, Vec<String>>,
    /// Whether names have other signs than spaces before them.
    has_marks: bool,
    lengths: Option<(usize, usize)>,
}

impl Depths {
    /// Looks at one more name.
    pub fn add(&mut self, text: &str) {
        let text = text.trim_end();
        let (depth, name) = bare(text);
        self.has_marks |= text.trim_start().len() > name.len();
        let length = text.chars().count();
        let (least, most) = self.lengths.unwrap_or((length, length));
        self.lengths = Some((least.min(length), most.max(length)));
        let known = self.names.entry(depth).or_default();
        if known.len() < 2 && !known.iter().any(|other| other == name) {
            known.push(name.to_owned());
        }
    }

    /// Whether they say which lies in which: some are less far in than others, and it is neither one stray space nor a
    /// column that is written to the right.
    pub fn are_levels(&self) -> bool {
        let mut depths = self.names.iter();
        let least = depths.next().map_or(0, |(least, _)| *least);
        let deeper: Vec<(usize, usize)> = depths.map(|(at, names)| (*at, names.len())).collect();
        let is_to_the_right =
            !self.has_marks && self.lengths.is_some_and(|(least, most)| least == most);
        match deeper.iter().map(|(_, names)| names).sum() {
            0 => false,
            1 => self.has_marks || deeper[0].0 > least + 1,
            _ => !is_to_the_right,
        }
    }
}
