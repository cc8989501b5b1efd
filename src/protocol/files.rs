//! Files as JavaScript values.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, FileList};

/// Files by their names.
pub type Files = Vec<(String, Blob)>;

/// More files than this are no choice of a visitor's or a publisher's.
const MOST: u32 = 10_000;

/// Every file of a list.
pub fn of_list(list: &FileList) -> Files {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .map(|file| (file.name(), Blob::from(file)))
        .collect()
}

/// Files as the JavaScript API takes them: a `File`, a `Blob`, `{name, blob}`, or a list of these.
pub fn of_value(value: &JsValue) -> Result<Files, JsValue> {
    let list: Vec<JsValue> = match value.dyn_ref::<FileList>() {
        Some(list) => return Ok(of_list(list)),
        None if Array::is_array(value) => {
            // Asked first: what stands in for a list may be as long as it likes.
            let length = value.unchecked_ref::<Array>().length();
            if length > MOST {
                let told = format!("expected at most {MOST} files, found {length}");
                return Err(js_sys::RangeError::new(&told).into());
            }
            (0..length)
                .map(|at| Reflect::get_u32(value, at))
                .collect::<Result<_, _>>()?
        }
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
    let field = |name: &str| {
        let found = value.is_object().then(|| Reflect::get(value, &name.into()));
        found.and_then(Result::ok)
    };
    let blob = field("blob").and_then(|blob| blob.dyn_into::<Blob>().ok());
    let name = field("name").and_then(|name| name.as_string());
    match blob {
        Some(blob) => Ok((name.unwrap_or(default_name), blob)),
        None => Err(js_sys::TypeError::new("expected a File, a Blob or {name, blob}").into()),
    }
}

/// Bytes as a file.
pub fn of_bytes(bytes: &[u8]) -> Result<Blob, JsValue> {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))
}

/// Files in the form in which a page and a worker hand them to each other.
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
