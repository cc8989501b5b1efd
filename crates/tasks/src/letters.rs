//! Bytes in letters: those of Crockford, which cannot be mistaken for each other, and those that an
//! address takes as they are (base64url of RFC 4648, without padding).
//!
//! Written here, because the usual crate for all encodings there are takes 60 KB of the page's module.

/// An alphabet of two to the power of `bits` letters.
pub struct Letters {
    symbols: &'static [u8],
    bits: u32,
}

/// Thirty-two letters: no I, L, O and U.
pub const CROCKFORD: Letters = Letters {
    symbols: b"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
    bits: 5,
};

/// The letters of base64url.
pub const URL: Letters = Letters {
    symbols: b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    bits: 6,
};

impl Letters {
    /// Bytes as letters, the bits that are missing at the end as zeros.
    pub fn write(&self, bytes: &[u8]) -> String {
        let (mut held, mut count) = (0_u32, 0);
        let mut text = String::new();
        let mut put = |place: u32| text.push(char::from(self.symbols[place as usize]));
        let mask = (1 << self.bits) - 1;
        for byte in bytes {
            held = (held << 8) | u32::from(*byte);
            count += 8;
            while count >= self.bits {
                count -= self.bits;
                put((held >> count) & mask);
            }
            held &= (1 << count) - 1;
        }
        if count > 0 {
            put((held << (self.bits - count)) & mask);
        }
        text
    }

    /// The bytes of letters; none where a letter is not known, or more is left over than zeros.
    pub fn read(&self, text: &str) -> Option<Vec<u8>> {
        let (mut held, mut count) = (0_u32, 0);
        let mut bytes = Vec::with_capacity(text.len());
        for letter in text.bytes() {
            held = (held << self.bits) | self.value(letter)?;
            count += self.bits;
            if count >= 8 {
                count -= 8;
                bytes.push((held >> count) as u8);
            }
            held &= (1 << count) - 1;
        }
        (held == 0 && count < self.bits).then_some(bytes)
    }

    /// The place of a letter. Those of Crockford are read as what they are taken for.
    fn value(&self, letter: u8) -> Option<u32> {
        let letter = match (self.bits, letter.to_ascii_uppercase()) {
            (5, b'O') => b'0',
            (5, b'I' | b'L') => b'1',
            (5, upper) => upper,
            _ => letter,
        };
        let place = self.symbols.iter().position(|symbol| *symbol == letter)?;
        Some(place as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standards() {
        // The examples of RFC 4648, without padding.
        for (bytes, letters) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(URL.write(bytes.as_bytes()), letters);
            assert_eq!(URL.read(letters), Some(bytes.as_bytes().to_vec()));
        }
        assert_eq!(URL.write(&[0xfb, 0xff]), "-_8");
        // Those of base32hex in the letters of Crockford.
        for (bytes, letters) in [("f", "CR"), ("fo", "CSQG"), ("foobar", "CSQPYRK1E8")] {
            assert_eq!(CROCKFORD.write(bytes.as_bytes()), letters);
            assert_eq!(
                CROCKFORD.read(&letters.to_lowercase()),
                Some(bytes.as_bytes().to_vec())
            );
        }
        assert_eq!(CROCKFORD.read("OoIiLl"), CROCKFORD.read("001111"));
    }

    #[test]
    fn what_is_no_letter_or_left_over_is_refused() {
        for text in ["Z", "Zh", "Zm9=", "Zm 9"] {
            assert_eq!(URL.read(text), None, "{text}");
        }
        for text in ["C", "CU", "CS", "CR0"] {
            assert_eq!(CROCKFORD.read(text), None, "{text}");
        }
    }
}
