//! Characters without a form of their own: those that turn the direction of writing, and those without
//! width.
//!
//! In a name they make a sentence show numbers beside other names than they belong to, and make two codes
//! look like one. Names lose them; a code that has one is refused, because it could be another code.

use std::borrow::Cow;

/// Whether a character only steers how others are shown (Unicode 16, Bidi_Control and zero width; joiners
/// between letters of Arabic and Indic scripts are among them).
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// The first hidden character of a text in UTF-8, by its number in Unicode.
///
/// ```
/// assert_eq!(data::hidden::find("no\u{202e}rge".as_bytes()), Some("U+202E".to_owned()));
/// assert_eq!(data::hidden::find("norge".as_bytes()), None);
/// ```
pub fn find(text: &[u8]) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let text = String::from_utf8_lossy(text);
    let hidden = text.chars().find(|c| is_hidden(*c))?;
    Some(format!("U+{:04X}", u32::from(hidden)))
}

/// A text without hidden characters.
///
/// ```
/// assert_eq!(data::hidden::without("a\u{2067}b".into()), "ab");
/// ```
pub fn without(text: Cow<'_, str>) -> Cow<'_, str> {
    match !text.is_ascii() && text.contains(is_hidden) {
        true => Cow::Owned(text.replace(is_hidden, "")),
        false => text,
    }
}
