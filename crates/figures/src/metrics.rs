//! How wide a text is, without asking a browser.
//!
//! Layout must come out the same on screen, in an exported file and in a test, so the widths
//! are stored. They are the advance widths of Liberation Sans, regular and bold, in thousandths
//! of the font size, read from the font's `hmtx` table. Arial and Arimo have the same widths by
//! design, and these are the fonts the figures ask for. A browser on a machine with none of them gets
//! Arimo from the site (`www/fonts`), and an SVG file says how long each of its texts is.
//! Pair kerning is left out: it makes a line narrower, so text never needs more than computed.

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Normal text.
    #[default]
    Regular,
    /// Headings and series names.
    Bold,
}

/// The height of capital letters and digits, as a part of the font size.
pub const CAP_HEIGHT: f64 = 0.72;
/// How far letters reach below the baseline, as a part of the font size.
pub const DESCENT: f64 = 0.22;

/// The width of `text` in the unit of `size`.
///
/// A character that is not in the table counts as one full square, which is enough for any
/// script; combining accents count as nothing.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    let thousandths: u32 = text.chars().map(|letter| table.advance(letter)).sum();
    f64::from(thousandths) * size / 1000.0
}

/// Whether the width of every letter is stored.
pub fn is_known(text: &str) -> bool {
    text.chars()
        .all(|letter| REGULAR.stored(letter).is_some() || other(letter).is_some())
}

/// `text` in lines no wider than `limit`.
///
/// Lines end at spaces, and after a solidus or hyphen. A single word that is wider than the
/// limit is cut with a hyphen: ugly, but readable, which text outside the picture is not.
/// An empty text has no lines.
pub fn wrap(text: &str, size: f64, weight: Weight, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if line.is_empty() || width(joined.trim_end(), size, weight) <= limit {
            line = joined;
        } else {
            lines.push(line.trim_end().to_string());
            line = piece.to_string();
        }
        while width(line.trim_end(), size, weight) > limit {
            let (head, tail) = cut(&line, size, weight, limit);
            lines.push(head);
            line = tail;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// As few lines as [`wrap`] needs, but of as equal length as that allows, so that no line holds
/// a last word alone.
pub fn wrap_evenly(text: &str, size: f64, weight: Weight, limit: f64) -> Vec<String> {
    let lines = wrap(text, size, weight, limit);
    let least = widest_word(text, size, weight);
    if lines.len() < 2 || least > limit {
        return lines;
    }
    let (mut narrow, mut wide) = (least, limit);
    while wide - narrow > 1.0 {
        let middle = (narrow + wide) / 2.0;
        if wrap(text, size, weight, middle).len() > lines.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    wrap(text, size, weight, wide)
}

/// The width of the widest piece of `text` that [`wrap`] keeps together.
pub fn widest_word(text: &str, size: f64, weight: Weight) -> f64 {
    pieces(text)
        .map(|piece| width(piece.trim_end(), size, weight))
        .fold(0.0, f64::max)
}

/// The parts of a text between places where a line may end; each keeps its trailing spaces.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.trim()
        .split_inclusive([' ', '\t', '\n', '/', '-', '\u{2010}'])
}

/// The longest beginning of `line` that fits with a hyphen, and the rest.
/// At least one character is taken, so that repeated cutting ends.
fn cut(line: &str, size: f64, weight: Weight, limit: f64) -> (String, String) {
    let mut end = line.chars().next().map_or(line.len(), char::len_utf8);
    for (start, letter) in line.char_indices() {
        let next = start + letter.len_utf8();
        let head = line.get(..next).unwrap_or(line);
        if next > end && width(head, size, weight) + width("-", size, weight) > limit {
            break;
        }
        end = end.max(next);
    }
    let (head, tail) = line.split_at(end);
    if tail.trim().is_empty() {
        return (head.to_string(), String::new());
    }
    (format!("{head}-"), tail.to_string())
}

/// Advance widths of one weight, in thousandths of the font size.
struct Table {
    /// U+0020 to U+007E.
    ascii: [u16; 95],
    /// U+00A0 to U+017F.
    latin: [u16; 224],
}

impl Table {
    fn stored(&self, letter: char) -> Option<u16> {
        let code = letter as u32;
        match code {
            0x20..=0x7e => self.ascii.get((code - 0x20) as usize),
            0xa0..=0x17f => self.latin.get((code - 0xa0) as usize),
            _ => None,
        }
        .copied()
    }

    fn advance(&self, letter: char) -> u32 {
        let known = self.stored(letter).or_else(|| other(letter));
        u32::from(known.unwrap_or(1000))
    }
}

/// Advance widths that both weights have, in thousandths of the font size.
fn other(letter: char) -> Option<u16> {
    Some(match letter {
        // The narrow no-break space is in some of these fonts only. Browsers take half of a space
        // or the glyph of another font; this is the wider of the two.
        '\u{202f}' | '\u{2009}' => 200,
        '\u{2010}' | '\u{2011}' => 333,
        '\u{2013}' => 556,
        '\u{2018}' | '\u{2019}' | '\u{201a}' => 278,
        '\u{201c}' | '\u{201d}' | '\u{201e}' => 500,
        '\u{2022}' => 350,
        '\u{2014}' | '\u{2026}' | '\u{2190}' | '\u{2192}' => 1000,
        '\u{2212}' => 584,
        '\u{2248}' | '\u{2264}' | '\u{2265}' => 549,
        '\u{218}' | '\u{219}' => 667,
        '\u{21a}' | '\u{21b}' => 611,
        '\u{0}'..='\u{1f}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        _ => return None,
    })
}

const REGULAR: Table = Table {
    ascii: [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
        722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584,
    ],
    latin: [
        278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549,
        333, 333, 333, 576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667,
        667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778,
        778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500,
        556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 549, 611, 556,
        556, 556, 556, 500, 556, 500, 667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500,
        722, 500, 722, 615, 722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 556,
        778, 556, 778, 556, 778, 556, 722, 556, 722, 556, 278, 278, 278, 278, 278, 278, 278, 222,
        278, 278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556, 292, 556, 334, 556,
        222, 722, 556, 722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556, 778, 556, 1000, 944,
        722, 333, 722, 333, 722, 333, 667, 500, 667, 500, 667, 500, 667, 500, 611, 278, 611, 375,
        611, 278, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 944, 722, 667, 500,
        667, 611, 500, 611, 500, 611, 500, 222,
    ],
};

const BOLD: Table = Table {
    ascii: [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722,
        722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
        611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556,
        500, 389, 280, 389, 584,
    ],
    latin: [
        278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549,
        333, 333, 333, 576, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722,
        722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778,
        778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556,
        556, 556, 556, 556, 278, 278, 278, 278, 611, 611, 611, 611, 611, 611, 611, 549, 611, 611,
        611, 611, 611, 556, 611, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556,
        722, 556, 722, 719, 722, 611, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 611,
        778, 611, 778, 611, 778, 611, 722, 611, 722, 611, 278, 278, 278, 278, 278, 278, 278, 278,
        278, 278, 785, 556, 556, 278, 722, 556, 556, 611, 278, 611, 278, 611, 385, 611, 479, 611,
        278, 722, 611, 722, 611, 722, 611, 708, 723, 611, 778, 611, 778, 611, 778, 611, 1000, 944,
        722, 389, 722, 389, 722, 389, 667, 556, 667, 556, 667, 556, 667, 556, 611, 333, 611, 479,
        611, 333, 722, 611, 722, 611, 722, 611, 722, 611, 722, 611, 722, 611, 944, 778, 667, 556,
        667, 611, 500, 611, 500, 611, 500, 278,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_agree_with_a_browser() {
        // Measured by a browser with Liberation Sans at 100 px. Kerning makes the browser's
        // figure smaller, never larger.
        let cases = [
            ("ab", Weight::Regular, 111.2, 0.1),
            ("ab", Weight::Bold, 116.7, 0.1),
            ("1111", Weight::Regular, 222.5, 0.2),
            ("\u{2212}", Weight::Bold, 58.4, 0.1),
            ("Innvandret som voksen", Weight::Regular, 1033.9, 2.5),
            ("Innvandret som voksen", Weight::Bold, 1117.0, 2.5),
        ];
        for (text, weight, measured, slack) in cases {
            let ours = width(text, 100.0, weight);
            assert!(
                ours >= measured - slack && ours <= measured + slack,
                "{text}: {ours} against {measured}"
            );
        }
    }

    #[test]
    fn norwegian_letters_count_once() {
        assert_eq!(
            width("æøå", 10.0, Weight::Regular),
            8.89 + 6.11 + 5.56,
            "a byte count would double this"
        );
    }

    #[test]
    fn wrapping_keeps_every_letter_and_the_limit() {
        let cases = [
            ("Norskfødte med to innvandrerforeldre", 110.0),
            ("USA/Canada/Australia/New Zealand", 80.0),
            ("Menneskerettighetsorganisasjonene", 60.0),
            ("12\u{202f}345 personer", 40.0),
            ("a", 1.0),
            ("", 50.0),
        ];
        for (text, limit) in cases {
            let lines = wrap(text, 12.0, Weight::Regular, limit);
            let letters = |text: &str| text.replace(['-', ' '], "");
            assert_eq!(letters(&lines.concat()), letters(text));
            for line in &lines {
                let fits = width(line, 12.0, Weight::Regular) <= limit;
                assert!(fits || line.chars().count() <= 2, "{line} in {limit}");
            }
        }
    }

    #[test]
    fn even_lines_are_as_few_and_leave_no_word_alone() {
        let text = "Norskfødte med én utenlandsfødt forelder";
        let size = 13.0;
        assert_eq!(wrap(text, size, Weight::Bold, 230.0)[1], "forelder");
        assert_eq!(
            wrap_evenly(text, size, Weight::Bold, 230.0),
            ["Norskfødte med én", "utenlandsfødt forelder"]
        );
        let cut = "Utvandring";
        assert_eq!(
            wrap_evenly(cut, size, Weight::Bold, 30.0),
            wrap(cut, size, Weight::Bold, 30.0)
        );
    }

    #[test]
    fn a_word_is_cut_only_when_it_cannot_fit() {
        let lines = wrap(
            "til foreldrenes opprinnelsesland",
            12.0,
            Weight::Regular,
            96.0,
        );
        assert_eq!(lines, ["til foreldrenes", "opprinnelsesland"]);
        assert_eq!(wrap("Utvandring", 12.0, Weight::Regular, 30.0)[0], "Utva-");
    }
}
