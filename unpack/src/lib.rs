//! What `offline.html` unpacks its modules with: digits of 94 to bytes, and those by LZMA, some at a time.
//!
//! It is a module of its own, carried beside the packed ones.
//!
//! May live here: what takes packed bytes apart. May not: what these bytes are for, and packing (`xtask`).
//!
//! ```
//! assert!(utvandring_unpack::Unpacker::new("not packed").is_none());
//! ```

#[cfg(target_family = "wasm")]
mod bound;

use lzma_rust2::{Error, LzmaReader, Read};

/// So many signs are digits: all that are seen in ASCII, and the space, but for the one that could end the element
/// they stand in or open a comment.
pub const BASE: u64 = 94;

/// The bytes that a group of [`DIGITS`] stands for, a number with the first byte in front.
pub const BYTES: usize = 9;

/// The digits of a group.
pub const DIGITS: usize = 11;

/// The sign that is left out.
const NO_DIGIT: u8 = b'<';

/// The sign of a value below [`BASE`].
pub fn digit(value: u8) -> u8 {
    let sign = b' ' + value;
    sign + u8::from(sign >= NO_DIGIT)
}

fn value(digit: u8) -> Option<u64> {
    let is_digit = (b' '..=b'~').contains(&digit) && digit != NO_DIGIT;
    is_digit.then(|| u64::from(digit - b' ' - u8::from(digit > NO_DIGIT)))
}

/// A text of digits, in whole groups.
struct Digits {
    text: Vec<u8>,
    at: usize,
    /// Bytes of the last group that nobody has read yet are the last of these.
    group: [u8; BYTES],
    left: usize,
}

impl Digits {
    /// The bytes of the group that comes next.
    fn group(&self) -> Option<[u8; BYTES]> {
        let digits = self.text.get(self.at..self.at + DIGITS)?;
        // Each half by itself is a number that processors reckon with.
        let (high, low) = digits.split_at(5);
        let number = |digits: &[u8]| {
            let mut digits = digits.iter();
            digits.try_fold(0, |number, digit| Some(BASE * number + value(*digit)?))
        };
        let number = u128::from(number(high)?) * u128::from(BASE.pow(6)) + u128::from(number(low)?);
        let bytes = number.to_be_bytes();
        let (beyond, bytes) = bytes.split_last_chunk()?;
        (beyond == [0; 7]).then_some(*bytes)
    }
}

impl Read for Digits {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        if self.left == 0 && self.at < self.text.len() {
            self.group = self
                .group()
                .ok_or(Error::InvalidData("no group of digits"))?;
            self.left = BYTES;
            self.at += DIGITS;
        }
        let count = self.left.min(buffer.len());
        let from = BYTES - self.left;
        buffer[..count].copy_from_slice(&self.group[from..from + count]);
        self.left -= count;
        Ok(count)
    }
}

/// A packed text that is being unpacked.
pub struct Unpacker {
    stream: LzmaReader<Digits>,
}

impl Unpacker {
    /// Begins to unpack a text of digits; `None` when it is none.
    pub fn new(text: &str) -> Option<Unpacker> {
        let digits = Digits {
            text: text.as_bytes().to_vec(),
            at: 0,
            group: [0; BYTES],
            left: 0,
        };
        let stream = LzmaReader::new_mem_limit(digits, u32::MAX, None).ok()?;
        Some(Unpacker { stream })
    }

    /// The next bytes, as many as are asked for; `None` when there are fewer.
    pub fn next(&mut self, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}
