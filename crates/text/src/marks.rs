//! Places in a text that lead somewhere: a number to its arithmetic, a word to its definition.
//!
//! A phrase is put together from parts, and each language puts them in its own order. What goes
//! in marked comes out marked, wherever in the phrase it lands.

/// Before the number of a place. The three characters belong to no script.
const OPEN: char = '\u{E000}';
/// Between the number of a place and its text.
const MIDDLE: char = '\u{E001}';
/// After the text of a place.
const CLOSE: char = '\u{E002}';

/// A stretch of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The number of the place it leads to, when it leads anywhere.
    pub place: Option<usize>,
}

/// A text that leads to a place.
pub fn mark(place: usize, text: &str) -> String {
    format!("{OPEN}{place}{MIDDLE}{text}{CLOSE}")
}

/// A text that leads to a place, if there is one.
pub fn maybe(place: Option<usize>, text: &str) -> String {
    match place {
        Some(place) => mark(place, text),
        None => text.to_owned(),
    }
}

/// The first place to which a marked text leads.
pub fn place(marked: &str) -> Option<usize> {
    pieces(marked).into_iter().find_map(|piece| piece.place)
}

/// A marked text as pieces in reading order.
pub fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |text: &str, place: Option<usize>| {
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, place });
        }
    };
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let inside = after.split_once(CLOSE);
        let found = inside.and_then(|(inside, after)| {
            let (place, text) = inside.split_once(MIDDLE)?;
            Some((place.parse().ok()?, text, after))
        });
        add(before, None);
        match found {
            Some((place, text, after)) => {
                add(text, Some(place));
                rest = after;
            }
            None => rest = after,
        }
    }
    add(rest, None);
    pieces
}

/// A marked text without its marks.
pub fn plain(marked: &str) -> String {
    pieces(marked).into_iter().map(|piece| piece.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_marked_comes_out_marked() {
        let text = format!("Fra {} til {}.", mark(3, "1,2 %"), mark(10, "4"));
        let found: Vec<(String, Option<usize>)> = pieces(&text)
            .into_iter()
            .map(|piece| (piece.text, piece.place))
            .collect();
        let wanted = [
            ("Fra ", None),
            ("1,2 %", Some(3)),
            (" til ", None),
            ("4", Some(10)),
            (".", None),
        ];
        let wanted = wanted.map(|(text, place)| (text.to_owned(), place));
        assert_eq!(found, wanted);
        assert_eq!(plain(&text), "Fra 1,2 % til 4.");
    }

    #[test]
    fn a_broken_mark_is_only_text() {
        for broken in [
            "a\u{E000}b",
            "a\u{E000}x\u{E001}b\u{E002}",
            "\u{E000}\u{E002}",
        ] {
            assert!(pieces(broken).iter().all(|piece| piece.place.is_none()));
        }
    }
}
