//! Bytes to text. Nothing in a delimited file declares its encoding, and what a PX file declares
//! can be wrong, so the bytes themselves decide: a byte order mark, else strict UTF-8, else the
//! one-byte code that Nordic offices use.

use std::borrow::Cow;

use kernels as loops;

use super::foreign::Encoding;

/// What Windows-1252 has at 0x80 to 0x9F; the five unassigned bytes keep their control character.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte order mark, which has no width and cannot be seen.
const MARK: char = '\u{feff}';

/// The text of a file, the encoding it was read with, and whether that reading is faithful.
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding used.
    pub encoding: Encoding,
    /// `false` when some bytes stand for nothing in the encoding.
    pub faithful: bool,
}

/// Decodes a file: with the visitor's choice, else as the bytes tell. `declared` is what the file
/// says of itself and settles only between one-byte codes.
pub fn decode<'a>(bytes: &'a [u8], chosen: Option<Encoding>, declared: &str) -> Decoded<'a> {
    let encoding = chosen.unwrap_or_else(|| detect(bytes, declared));
    let (text, faithful) = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => {
            let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = String::from_utf8_lossy(body);
            let faithful = matches!(text, Cow::Borrowed(_));
            (text, faithful)
        }
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes),
        Encoding::Iso8859_1 | Encoding::Windows1252 | Encoding::Iso8859_15 => {
            (Cow::Owned(one_byte(bytes, encoding)), true)
        }
    };
    Decoded {
        text: without_marks(text),
        encoding,
        faithful,
    }
}

/// A text without byte order marks, which stand in the middle where files were put together.
fn without_marks(text: Cow<str>) -> Cow<str> {
    match text.contains(MARK) {
        true => Cow::Owned(text.replace(MARK, "")),
        false => text,
    }
}

fn detect(bytes: &[u8], declared: &str) -> Encoding {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8Bom,
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    if std::str::from_utf8(bytes).is_ok() {
        Encoding::Utf8
    } else if declared.eq_ignore_ascii_case("iso-8859-15") {
        Encoding::Iso8859_15
    } else if loops::has_byte(bytes, 0x80, 0xa0) {
        Encoding::Windows1252
    } else {
        Encoding::Iso8859_1
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'static, str>, bool) {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut faithful = bytes.len().is_multiple_of(2);
    for read in char::decode_utf16(units) {
        faithful &= read.is_ok();
        text.push(read.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (Cow::Owned(text), faithful)
}

fn one_byte(bytes: &[u8], encoding: Encoding) -> String {
    let mut beyond = [0_u16; 128];
    for (letter, byte) in beyond.iter_mut().zip(128_u8..=255) {
        let read = match (byte, encoding) {
            (0x80..=0x9f, Encoding::Windows1252) => WINDOWS_1252[usize::from(byte - 0x80)],
            (_, Encoding::Iso8859_15) => iso_8859_15(byte),
            _ => char::from(byte),
        };
        *letter = u32::from(read) as u16;
    }
    let text = String::from_utf8(loops::utf8_of_bytes(bytes, &beyond));
    text.unwrap_or_default()
}

/// The eight places where ISO-8859-15 differs from ISO-8859-1.
fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_survive_every_encoding() {
        let cases: [(&[u8], &str, &str, Encoding); 7] = [
            ("blåbær".as_bytes(), "", "blåbær", Encoding::Utf8),
            ("\u{feff}ø".as_bytes(), "", "ø", Encoding::Utf8Bom),
            (b"\xff\xfe\xe6\x00", "", "æ", Encoding::Utf16Le),
            (b"\xfe\xff\x00\xe6", "", "æ", Encoding::Utf16Be),
            (b"\xe6\xf8\xe5", "", "æøå", Encoding::Iso8859_1),
            (b"\x93\xe5\x94", "iso-8859-1", "“å”", Encoding::Windows1252),
            (b"\xa6\xe4", "iso-8859-15", "Šä", Encoding::Iso8859_15),
        ];
        for (bytes, declared, text, encoding) in cases {
            let decoded = decode(bytes, None, declared);
            assert_eq!((&*decoded.text, decoded.encoding), (text, encoding));
            assert!(decoded.faithful);
        }
    }

    #[test]
    fn a_declared_code_page_yields_to_the_bytes() {
        let decoded = decode("Sähköposti".as_bytes(), None, "iso-8859-15");
        assert_eq!(&*decoded.text, "Sähköposti");
    }

    #[test]
    fn a_wrong_choice_of_encoding_is_told() {
        assert!(!decode(b"\xe6", Some(Encoding::Utf8), "").faithful);
    }
}
