//! Files from a picker, a drop or a script, as named bytes.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FileList};

use crate::data::Problem;
use crate::data::csv_table::{MAX_BYTES, too_large};
use crate::data::open::NamedBytes;

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

#[cfg(feature = "whole")]
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

/// Every file of a list.
pub fn of_list(list: &FileList) -> Vec<(String, Blob)> {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| (file.name(), Blob::from(file)))
        .collect()
}

/// Files as the JavaScript API takes them: a `File`, a `Blob`, `{name, blob}`, or a list of these.
pub fn of_value(value: &JsValue) -> Result<Vec<(String, Blob)>, JsValue> {
    let list: Vec<JsValue> = match value.dyn_ref::<FileList>() {
        Some(list) => return Ok(of_list(list)),
        None if Array::is_array(value) => Array::from(value).to_vec(),
        None => vec![value.clone()],
    };
    list.iter()
        .enumerate()
        .map(|(index, value)| one(value, index))
        .collect()
}

fn one(value: &JsValue, index: usize) -> Result<(String, Blob), JsValue> {
    if let Some(file) = value.dyn_ref::<File>() {
        return Ok((file.name(), Blob::from(file.clone())));
    }
    let default_name = format!("table-{}.csv", index + 1);
    if let Some(blob) = value.dyn_ref::<Blob>() {
        return Ok((default_name, blob.clone()));
    }
    let blob = value
        .is_object()
        .then(|| Reflect::get(value, &JsValue::from_str("blob")).ok())
        .flatten()
        .and_then(|blob| blob.dyn_into::<Blob>().ok());
    let name = value
        .is_object()
        .then(|| Reflect::get(value, &JsValue::from_str("name")).ok())
        .flatten()
        .and_then(|name| name.as_string());
    match blob {
        Some(blob) => Ok((name.unwrap_or(default_name), blob)),
        None => Err(js_sys::TypeError::new("expected a File, a Blob or {name, blob}").into()),
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

/// Bytes as a file.
pub fn of_bytes(bytes: &[u8]) -> Result<Blob, JsValue> {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))
}

/// Files in the form in which the two modules hand them to each other.
pub fn to_value(files: &[(String, Blob)]) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for (name, blob) in files {
        let file = js_sys::Object::new();
        Reflect::set(&file, &JsValue::from_str("name"), &JsValue::from_str(name))?;
        Reflect::set(&file, &JsValue::from_str("blob"), blob)?;
        list.push(&file);
    }
    Ok(list.into())
}
