//! Small and capital letters of the Latin alphabets of Europe.
//!
//! The standard library knows every script, by tables that weigh as much as all the figures of
//! the app together. Letters of other scripts stay as they are.

/// The text in small letters.
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// The text with a small first letter.
pub fn small_first(text: &str) -> String {
    with_first(text, small_letter)
}

/// The text with a capital first letter.
pub fn capital_first(text: &str) -> String {
    with_first(text, capital_letter)
}

/// A heading as it stands within a sentence: with a small first letter, unless it begins with an
/// abbreviation.
pub fn within(text: &str) -> String {
    let second = text.chars().nth(1);
    match second.is_some_and(|letter| letter.is_ascii_digit() || small_letter(letter) != letter) {
        true => text.to_owned(),
        false => small_first(text),
    }
}

/// Where sentences end within a text: a full stop ends one when a capital letter follows, "1. januar" does not.
pub fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(". ").filter_map(|(at, _)| {
        let next = text[at + 2..].chars().next()?;
        (small_letter(next) != next).then_some(at + 1)
    })
}

/// The first sentence of a text in pieces, and the others, where there are more than two.
pub fn first_of_many<T: Clone>(pieces: &[(String, T)]) -> Option<[Vec<(String, T)>; 2]> {
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let mut ends = sentence_ends(&whole);
    let (end, _) = (ends.next()?, ends.next()?);
    let (mut first, mut others) = (Vec::new(), Vec::new());
    let mut at = 0;
    for (text, of) in pieces {
        let (before, after) = text.split_at(end.saturating_sub(at).min(text.len()));
        at += text.len();
        for (part, kept) in [(before, &mut first), (after, &mut others)] {
            if !part.is_empty() {
                kept.push((part.to_owned(), of.clone()));
            }
        }
    }
    Some([first, others])
}

fn with_first(text: &str, change: fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(change)
        .into_iter()
        .chain(letters)
        .collect()
}

fn small_letter(letter: char) -> char {
    let code = u32::from(letter);
    let further = match code {
        // A to Z, À to Ö, Ø to Þ
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => 32,
        // Letters beyond Western Europe come in pairs: Ā ā, Ă ă ... and from Ĺ ĺ, Ź ź on.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 => 1 - code % 2,
        0x139..=0x148 | 0x179..=0x17E => code % 2,
        _ => 0,
    };
    char::from_u32(code + further).unwrap_or(letter)
}

fn capital_letter(letter: char) -> char {
    let earlier = |by: u32| u32::from(letter).checked_sub(by).and_then(char::from_u32);
    [32, 1]
        .into_iter()
        .filter_map(earlier)
        .find(|capital| small_letter(*capital) == letter)
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_more_than_two_sentences_has_a_first_one() {
        let pieces = |texts: &[&str]| -> Vec<(String, usize)> {
            let texts = texts.iter().enumerate();
            texts
                .map(|(place, text)| ((*text).to_owned(), place))
                .collect()
        };
        let told = pieces(&[
            "Den 1. januar var den ",
            "3,6 %",
            ". Alle gikk ned. Øst økte.",
        ]);
        let first = pieces(&["Den 1. januar var den ", "3,6 %", "."]);
        let others = vec![(" Alle gikk ned. Øst økte.".to_owned(), 2)];
        assert_eq!(first_of_many(&told), Some([first, others]));
        assert_eq!(
            first_of_many(&pieces(&["Den var ", "3,6 %", ". Alle gikk ned."])),
            None
        );
    }

    #[test]
    fn abbreviations_stay_within_a_sentence() {
        let cases = [
            ("Country of birth", "country of birth"),
            ("År", "år"),
            ("EU-land", "EU-land"),
            ("NACE section", "NACE section"),
            ("", ""),
        ];
        for (heading, expected) in cases {
            assert_eq!(within(heading), expected);
        }
    }

    #[test]
    fn letters_change_as_in_unicode() {
        // Left out: letters whose other case is longer or lies in another block.
        let apart = ['µ', 'ß', 'ÿ', 'İ', 'ı', 'ŉ', 'Ÿ', 'ſ'];
        let letters = ('\0'..='\u{17f}').filter(|letter| !apart.contains(letter));
        for letter in letters {
            let text = letter.to_string();
            assert_eq!(small(&text), text.to_lowercase(), "{letter}");
            assert_eq!(capital_first(&text), text.to_uppercase(), "{letter}");
        }
    }

    #[test]
    fn only_the_first_letter_changes() {
        let cases = [("ærlig TALT", "Ærlig TALT"), ("", ""), ("«x»", "«x»")];
        for (text, capital) in cases {
            assert_eq!(capital_first(text), capital);
        }
        assert_eq!(small_first("Øst-Europa"), "øst-Europa");
        assert_eq!(small("ØST og Vest"), "øst og vest");
    }
}
