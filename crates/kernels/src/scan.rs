//! Where fields and records end: the next delimiter or end of line.
//!
//! Sixty-four bytes are compared at once and the hits kept as bits. The module of the workers does
//! that with vector instructions (`simd128`); compiled without them, the loop over bytes gives the
//! same bits.

/// Bytes looked at together, one bit each.
const BLOCK: usize = 64;

/// A look through bytes for the ends of fields, always forward.
pub struct Scan<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// Where the block begins that `hits` belongs to.
    block: usize,
    hits: u64,
    /// Every byte seen so far, or-ed: its highest bit tells whether all were ASCII.
    seen: u8,
    /// Whether a NUL was seen.
    nul: bool,
    /// Whether blocks were left out.
    skipped: bool,
}

impl<'a> Scan<'a> {
    /// Looks at the first bytes; fields end at this delimiter, and at the end of a line.
    pub fn new(bytes: &'a [u8], delimiter: u8) -> Scan<'a> {
        let mut scan = Scan {
            bytes,
            delimiter,
            block: 0,
            hits: 0,
            seen: 0,
            nul: false,
            skipped: false,
        };
        scan.look(0);
        scan
    }

    /// The first delimiter, CR or LF at `from` or after it, or the end of the bytes. `from` is never
    /// less than it was in an earlier call.
    #[inline(always)]
    pub fn next(&mut self, from: usize) -> usize {
        if from - self.block >= BLOCK {
            let block = from - from % BLOCK;
            self.skipped |= block > self.block + BLOCK;
            self.look(block);
        }
        self.hits &= u64::MAX << (from - self.block);
        while self.hits == 0 {
            let block = self.block + BLOCK;
            if block >= self.bytes.len() {
                return self.bytes.len();
            }
            self.look(block);
        }
        self.block + self.hits.trailing_zeros() as usize
    }

    /// Whether all bytes were looked at and each is ASCII and not NUL.
    pub fn is_plain(&self) -> bool {
        !self.skipped && !self.nul && self.seen < 0x80
    }

    #[inline(always)]
    fn look(&mut self, block: usize) {
        self.block = block;
        let bytes = self.bytes.get(block..).unwrap_or_default();
        let found = match bytes.first_chunk::<BLOCK>() {
            Some(bytes) => find(bytes, self.delimiter),
            None => find_in_last(bytes, self.delimiter),
        };
        self.hits = found.hits;
        self.seen |= found.seen;
        self.nul |= found.nul;
    }
}

/// The last bytes, which are fewer than a block.
#[cold]
fn find_in_last(bytes: &[u8], delimiter: u8) -> Found {
    let mut block = [b' '; BLOCK];
    block[..bytes.len()].copy_from_slice(bytes);
    let mut found = find(&block, delimiter);
    found.hits &= !(u64::MAX << bytes.len());
    found
}

struct Found {
    hits: u64,
    seen: u8,
    nul: bool,
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn find(bytes: &[u8; BLOCK], delimiter: u8) -> Found {
    let mut found = Found {
        hits: 0,
        seen: 0,
        nul: false,
    };
    for (place, byte) in bytes.iter().enumerate() {
        let hit = (*byte == delimiter) | (*byte == b'\n') | (*byte == b'\r');
        found.hits |= u64::from(hit) << place;
        found.seen |= byte;
        found.nul |= *byte == 0;
    }
    found
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn find(bytes: &[u8; BLOCK], delimiter: u8) -> Found {
    use core::arch::wasm32::{
        i8x16_bitmask, u8x16_eq, u8x16_min, u8x16_splat, u64x2, v128_any_true, v128_or,
    };
    let (mut hits, mut all, mut least) = (0, u8x16_splat(0), u8x16_splat(u8::MAX));
    let (delimiters, lf, cr) = (
        u8x16_splat(delimiter),
        u8x16_splat(b'\n'),
        u8x16_splat(b'\r'),
    );
    for (place, half) in bytes.as_chunks::<16>().0.iter().enumerate() {
        let (low, high) = half.split_at(8);
        let eight = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        let bytes = u64x2(eight(low), eight(high));
        let ends = v128_or(u8x16_eq(bytes, lf), u8x16_eq(bytes, cr));
        let hit = v128_or(u8x16_eq(bytes, delimiters), ends);
        hits |= u64::from(i8x16_bitmask(hit)) << (16 * place);
        all = v128_or(all, bytes);
        least = u8x16_min(least, bytes);
    }
    Found {
        hits,
        seen: if i8x16_bitmask(all) == 0 { 0 } else { 0x80 },
        nul: v128_any_true(u8x16_eq(least, u8x16_splat(0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_end_is_found_from_wherever_the_search_begins(
            text in "[a;\n\r]{0,300}",
            jumps in proptest::collection::vec(0_usize..150, 0..9),
        ) {
            let bytes = text.as_bytes();
            let mut scan = Scan::new(bytes, b';');
            let mut from = 0;
            for jump in jumps {
                from = (from + jump).min(bytes.len());
                let ends = |byte: &u8| matches!(byte, b';' | b'\n' | b'\r');
                let expected = bytes[from..].iter().position(ends);
                let found = scan.next(from);
                proptest::prop_assert_eq!(found, expected.map_or(bytes.len(), |at| from + at));
                from = (found + 1).min(bytes.len());
            }
        }
    }
}
