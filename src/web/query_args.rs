//! The parts of a question as scripts write them.

use js_sys::{Array, Object};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use measures::{Exposure, Filter};
use text::Lang;

use super::reply::{error, from_js};

/// `where`: for each dimension one code or several. Read by hand, because a derived reader of
/// "one or several" first buffers whatever it meets, and its code is as large as all the others'.
pub fn filters_of(value: &JsValue, of: &str) -> Result<Vec<Filter>, String> {
    let Some(object) = value.dyn_ref::<Object>() else {
        return Ok(Vec::new());
    };
    let mut filters = Vec::new();
    for entry in Object::entries(object) {
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
    match value.dyn_ref::<Array>() {
        Some(codes) => codes.iter().map(|value| code(&value)).collect(),
        None => Some(vec![code(value)?]),
    }
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
