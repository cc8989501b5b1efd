//! The parts of a question as scripts write them.

use js_sys::{Array, Reflect};
use serde::Deserialize;
use wasm_bindgen::JsValue;

use measures::{Exposure, Filter};
use text::Lang;

use super::reply::{entries, error, from_js, measured};

/// `where`: for each dimension one code or several. Read by hand, because a derived reader of
/// "one or several" first buffers whatever it meets, and its code is as large as all the others'.
pub fn filters_of(value: &JsValue, of: &str) -> Result<Vec<Filter>, String> {
    if !value.is_object() {
        return Ok(Vec::new());
    }
    let given = entries(value).map_err(|_| format!("{of}: where could not be read"))?;
    let mut filters = Vec::new();
    for entry in given {
        let entry = Array::from(&entry);
        let dimension = entry.get(0).as_string().unwrap_or_default();
        let codes = codes_of(&entry.get(1)).ok_or_else(|| {
            format!("{of}: found no code or list of codes for {dimension:?} in where")
        })?;
        filters.push(Filter { dimension, codes });
    }
    Ok(filters)
}

/// One code or a list of codes. Years and ages are often numbers.
pub fn codes_of(value: &JsValue) -> Option<Vec<String>> {
    let code = |value: &JsValue| {
        let number = || value.as_f64().map(|number| number.to_string());
        value.as_string().or_else(number)
    };
    if let Some(code) = code(value) {
        return Some(vec![code]);
    }
    measured(value).ok()?;
    let length = Reflect::get(value, &JsValue::from_str("length")).ok()?;
    let places = 0..length.as_f64()? as u32;
    let each = places.map(|at| code(&Reflect::get_u32(value, at).ok()?));
    each.collect()
}

/// The denominator of that name; `None` when none was named.
pub fn denominator_of(name: Option<&str>, of: &str) -> Result<Option<Exposure>, String> {
    let Some(name) = name else {
        return Ok(None);
    };
    let exposure = Exposure::from_name(name).ok_or_else(|| {
        format!("{of}: found denominator {name:?}, expected mid_year or person_years")
    })?;
    Ok(Some(exposure))
}

/// The language that the options of a function name, where that is all they can say.
pub fn lang_option(options: JsValue, of: &str) -> Result<Lang, JsValue> {
    lang_option_or(options, of, Lang::Nb)
}

/// The language named in options; another one when none was named.
pub fn lang_option_or(options: JsValue, of: &str, unnamed: Lang) -> Result<Lang, JsValue> {
    #[derive(Default, Deserialize)]
    struct Options {
        lang: Option<String>,
    }
    let options: Options = match options.is_undefined() {
        true => Options::default(),
        false => from_js(options, of)?,
    };
    match options.lang {
        None => Ok(unnamed),
        Some(tag) => lang_of(Some(&tag), of).map_err(|message| error(&message)),
    }
}

/// The language of that tag; bokmål when none was named.
pub fn lang_of(tag: Option<&str>, of: &str) -> Result<Lang, String> {
    let Some(tag) = tag else {
        return Ok(Lang::Nb);
    };
    Lang::from_tag(tag).ok_or_else(|| format!("{of}: found lang {tag:?}, expected nb, nn or en"))
}
