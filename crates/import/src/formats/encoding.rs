//! Bytes to text. Nothing in a delimited file declares its encoding, and what a PX file declares
//! can be wrong, so the bytes themselves decide: a byte order mark, else strict UTF-8, else the
//! one-byte code that Nordic offices use.

use std::borrow::Cow;

use kernels as loops;

use super::foreign::Encoding;

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
    let table = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        // The two differ by control characters only, which no table has.
        Encoding::Iso8859_1 | Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        Encoding::Iso8859_15 => encoding_rs::ISO_8859_15,
    };
    let (text, has_errors) = table.decode_with_bom_removal(bytes);
    Decoded {
        text: without_marks(text),
        encoding,
        faithful: !has_errors,
    }
}

/// A text without byte order marks, which stand in the middle where files were put together.
fn without_marks(text: Cow<str>) -> Cow<str> {
    match text.contains('\u{feff}') {
        true => Cow::Owned(text.replace('\u{feff}', "")),
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
