//! The unpacker for the page.

use wasm_bindgen::prelude::wasm_bindgen;

/// A packed text that is being unpacked.
#[wasm_bindgen]
pub struct Unpacker(crate::Unpacker);

#[wasm_bindgen]
impl Unpacker {
    /// Begins to unpack a text; nothing when it is not packed.
    pub fn of(text: &str) -> Option<Unpacker> {
        crate::Unpacker::new(text).map(Unpacker)
    }

    /// The next bytes, as many as are asked for; nothing when there are fewer.
    pub fn next(&mut self, length: usize) -> Option<Vec<u8>> {
        self.0.next(length)
    }
}
