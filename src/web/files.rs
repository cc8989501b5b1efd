//! Files from a picker, a drop or a script, as named bytes.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use data::Problem;
use data::csv_table::{MAX_BYTES, too_large};
use data::open::NamedBytes;

pub use crate::protocol::files::{of_bytes, of_list, of_value};

/// Why files could not be read.
pub enum Unreadable {
    /// Refused with these problems.
    Problems(Vec<Problem>),
    /// Not contract data; perhaps the file of a statistics office.
    Foreign(Vec<Problem>),
    /// The visitor did not want it any more.
    Cancelled,
    /// The browser could not read it.
    Browser(JsValue),
}

impl From<super::import::Nothing> for Unreadable {
    fn from(nothing: super::import::Nothing) -> Unreadable {
        use super::import::Nothing;
        match nothing {
            Nothing::Cancelled => Unreadable::Cancelled,
            Nothing::Problems(problems) => Unreadable::Problems(problems),
            Nothing::Browser => Unreadable::Browser(JsValue::NULL),
        }
    }
}

/// Reads files into memory; those too large are refused before a byte is read.
pub async fn read(files: &[(String, Blob)]) -> Result<Vec<NamedBytes>, Unreadable> {
    let too_large: Vec<Problem> = files
        .iter()
        .filter(|(_, blob)| blob.size() > MAX_BYTES as f64)
        .map(|(name, blob)| too_large(name, blob.size() as u64))
        .collect();
    if !too_large.is_empty() {
        return Err(Unreadable::Problems(too_large));
    }
    let mut read = Vec::with_capacity(files.len());
    for (name, blob) in files {
        let buffer = JsFuture::from(blob.array_buffer())
            .await
            .map_err(Unreadable::Browser)?;
        read.push(NamedBytes {
            name: name.clone(),
            bytes: Uint8Array::new(&buffer).to_vec(),
        });
    }
    Ok(read)
}

/// Whether bytes are those of a zip archive or a gzip file.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\x1f\x8b")
}

/// Texts as files.
pub fn of_texts(texts: Vec<(String, String)>) -> Result<Vec<(String, Blob)>, JsValue> {
    texts
        .into_iter()
        .map(|(name, text)| {
            let parts = Array::of1(&JsValue::from_str(&text));
            Ok((name, Blob::new_with_str_sequence(&parts)?))
        })
        .collect()
}
