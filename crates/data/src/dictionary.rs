//! Codes by number, in the order in which they first occur. Found by their hash, however many there
//! are.

/// Codes and their numbers.
#[derive(Clone)]
pub struct Dictionary {
    /// Every code, one after the other.
    text: Vec<u8>,
    /// Where each code ends in `text`.
    ends: Vec<u32>,
    /// Codes by their hash; `EMPTY` where there is none. A power of two of places.
    slots: Vec<Slot>,
    /// What the last row had: columns of sorted files repeat themselves.
    last: Slot,
}

/// A code's first and last eight bytes and its length, which are all there is to most codes; of longer ones the
/// first are mixed with those between.
#[derive(Clone, Copy)]
struct Slot {
    first: u64,
    last: u64,
    length: u32,
    number: u32,
}

const EMPTY: Slot = Slot {
    first: 0,
    last: 0,
    length: 0,
    number: u32::MAX,
};

/// Bytes that are compared at once.
const EIGHT: usize = size_of::<u64>();

impl Default for Dictionary {
    fn default() -> Self {
        Dictionary {
            text: Vec::new(),
            ends: Vec::new(),
            slots: vec![EMPTY; 64],
            last: EMPTY,
        }
    }
}

impl Dictionary {
    /// Distinct codes in the order in which they come.
    pub fn of(codes: &[String]) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for code in codes {
            dictionary.number(code.as_bytes());
        }
        dictionary
    }

    /// The number of a code that is known.
    pub fn find(&self, code: &[u8]) -> Option<u32> {
        let (first, last) = ends_of(code);
        self.look_up(code, first, last).ok().map(|slot| slot.number)
    }

    /// Whether a code is known.
    pub fn has(&self, code: &str) -> bool {
        self.find(code.as_bytes()).is_some()
    }

    /// Whether there are no codes.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Number of codes.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The code of a number.
    pub fn code(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// Every code in order.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        (0..self.len()).map(|number| self.code(number as u32))
    }

    /// The number of a code, and whether it is new.
    #[inline(always)]
    pub fn number(&mut self, code: &[u8]) -> (u32, bool) {
        let (first, last) = ends_of(code);
        let length = code.len() as u32;
        let is_last =
            self.last.first == first && self.last.last == last && self.last.length == length;
        if is_last && self.last.number != u32::MAX && self.has_middle(self.last.number, code) {
            return (self.last.number, false);
        }
        self.search(code, first, last)
    }

    /// Whether a code of the same length, with the same ends, is the same code.
    #[inline(always)]
    fn has_middle(&self, number: u32, code: &[u8]) -> bool {
        code.len() <= 2 * EIGHT || self.code(number) == code
    }

    /// The slot of a code, or the free place where it belongs.
    #[inline(always)]
    fn look_up(&self, code: &[u8], first: u64, last: u64) -> Result<Slot, usize> {
        let mask = self.slots.len() - 1;
        let length = code.len() as u32;
        let mut at = hash(first, last, length) & mask;
        loop {
            let slot = self.slots[at];
            if slot.number == u32::MAX {
                return Err(at);
            }
            let alike = slot.first == first && slot.last == last && slot.length == length;
            if alike && self.has_middle(slot.number, code) {
                return Ok(slot);
            }
            at = (at + 1) & mask;
        }
    }

    fn search(&mut self, code: &[u8], first: u64, last: u64) -> (u32, bool) {
        let length = code.len() as u32;
        let at = match self.look_up(code, first, last) {
            Ok(slot) => {
                self.last = slot;
                return (slot.number, false);
            }
            Err(at) => at,
        };
        let slot = Slot {
            first,
            last,
            length,
            number: self.ends.len() as u32,
        };
        self.slots[at] = slot;
        self.last = slot;
        self.text.extend_from_slice(code);
        self.ends.push(self.text.len() as u32);
        if 2 * self.ends.len() > self.slots.len() {
            self.grow();
        }
        (slot.number, true)
    }

    fn grow(&mut self) {
        let size = 4 * self.slots.len();
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; size]);
        for slot in old {
            if slot.number != u32::MAX {
                let mut at = hash(slot.first, slot.last, slot.length) & (size - 1);
                while self.slots[at].number != u32::MAX {
                    at = (at + 1) & (size - 1);
                }
                self.slots[at] = slot;
            }
        }
    }
}

/// The first and the last eight bytes, overlapping in shorter codes. Longer ones may differ between them only, so
/// all of them is mixed into the first.
#[inline(always)]
fn ends_of(code: &[u8]) -> (u64, u64) {
    if code.len() > 2 * EIGHT {
        return mixed(code);
    }
    if let (Some(first), Some(last)) = (code.first_chunk(), code.last_chunk()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (code.first_chunk(), code.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return (u64::from(first), u64::from(last));
    }
    let mut all = 0;
    for byte in code {
        all = all << 8 | u64::from(*byte);
    }
    (all, 0)
}

#[cold]
fn mixed(code: &[u8]) -> (u64, u64) {
    let (chunks, _) = code.as_chunks::<EIGHT>();
    let mix = |sum: u64, chunk: &[u8; EIGHT]| {
        (sum ^ u64::from_le_bytes(*chunk))
            .wrapping_mul(ODD)
            .rotate_left(29)
    };
    let last = code
        .last_chunk()
        .map_or(0, |last| u64::from_le_bytes(*last));
    (chunks.iter().fold(0, mix), last)
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline(always)]
fn hash(first: u64, last: u64, length: u32) -> usize {
    let mixed = (first ^ last.rotate_left(23) ^ u64::from(length)).wrapping_mul(ODD);
    (mixed ^ mixed >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many codes lie in a place that is not where their hash points at, and how far off they are in all.
    fn steps(dictionary: &Dictionary) -> usize {
        let mask = dictionary.slots.len() - 1;
        let slots = dictionary.slots.iter().enumerate();
        let taken = slots.filter(|(_, slot)| slot.number != u32::MAX);
        taken
            .map(|(at, slot)| at.wrapping_sub(hash(slot.first, slot.last, slot.length)) & mask)
            .sum()
    }

    #[test]
    fn codes_that_differ_in_the_middle_only_are_found_as_soon_as_others() {
        let count = 20_000;
        for name in [
            "Country number {} of many",
            "{} is the first part of a long name",
            "c{}",
        ] {
            let mut dictionary = Dictionary::default();
            for at in 0..count {
                dictionary.number(name.replace("{}", &format!("{at:05}")).as_bytes());
            }
            assert_eq!(dictionary.len(), count);
            assert!(
                steps(&dictionary) < 10 * count,
                "{name}: {}",
                steps(&dictionary)
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn codes_are_numbered_in_the_order_in_which_they_come(
            codes in proptest::collection::vec("[ab]{0,5}|[a]{14,20}[bc][a]{9}", 0..400),
        ) {
            let mut known: Vec<&String> = Vec::new();
            let mut dictionary = Dictionary::default();
            for code in &codes {
                let at = known.iter().position(|known| *known == code);
                let expected = at.unwrap_or(known.len());
                if at.is_none() {
                    known.push(code);
                }
                let found = dictionary.number(code.as_bytes());
                proptest::prop_assert_eq!(found, (expected as u32, at.is_none()));
            }
            let all: Vec<&[u8]> = dictionary.codes().collect();
            let expected: Vec<&[u8]> = known.iter().map(|code| code.as_bytes()).collect();
            proptest::prop_assert_eq!(all, expected);
        }
    }
}
