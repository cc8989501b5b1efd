//! What goes back to JavaScript: values, and errors with their list of problems.

use js_sys::{Array, Function, Object, Reflect};
use serde::ser::Error;
use serde::{Deserialize, Serialize, Serializer};
use text::problems::ProblemWords;
use wasm_bindgen::{JsCast, JsValue};

use data::Problem;
use text::Lang;
use view_models::import::understood::Question;
use view_models::problem::ProblemOut;

/// An error with the list of problems that caused it.
pub fn refused(problems: &[Problem]) -> JsValue {
    let sentences: Vec<String> = problems
        .iter()
        .map(|problem| problem.sentence(Lang::En))
        .collect();
    let list: Vec<ProblemOut> = problems.iter().map(ProblemOut::of).collect();
    with_problems(&sentences.join("\n"), to_js(&list).unwrap_or_default())
}

/// An error whose message is its only problem.
pub fn error(message: &str) -> JsValue {
    let problem = ProblemOut {
        message: message.to_owned(),
        ..ProblemOut::default()
    };
    with_problems(message, to_js(&[problem]).unwrap_or_default())
}

/// An error with the questions that are open about files, and the problems with them.
pub fn asked(questions: &[Question], problems: &[ProblemOut]) -> JsValue {
    let told = problems.iter().map(|problem| problem.message.as_str());
    let asked = questions.iter().map(|question| question.text.as_str());
    let message: Vec<&str> = told.chain(asked).collect();
    let error = with_problems(&message.join("\n"), to_js(problems).unwrap_or_default());
    let questions = to_js(questions).unwrap_or_default();
    let _ = Reflect::set(&error, &JsValue::from_str("questions"), &questions);
    error
}

fn with_problems(message: &str, problems: JsValue) -> JsValue {
    let error = js_sys::Error::new(message);
    let _ = Reflect::set(&error, &JsValue::from_str("problems"), &problems);
    error.into()
}

/// A value as plain JavaScript data; what is absent is null.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

/// Names of a data set and what belongs to them, as an object. One name does not become a property where it is
/// merely assigned: it would change what the object inherits from.
pub fn named<'a, S: Serializer>(
    pairs: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if !pairs.clone().any(|(name, _)| name == "__proto__") {
        return serializer.collect_map(pairs);
    }
    let entries: Array = pairs
        .map(|(name, value)| Array::of2(&name.into(), &value.into()))
        .collect();
    let object = Object::from_entries(&entries).map_err(|_| S::Error::custom("no object"))?;
    serde_wasm_bindgen::preserve::serialize(&object, serializer)
}

/// Names and values of an object, or what it threw when it was looked at: that of the library lets nobody see it, and
/// who waits for an answer would wait for ever.
pub fn entries(object: &JsValue) -> Result<Array, JsValue> {
    let objects = Reflect::get(&js_sys::global(), &JsValue::from_str("Object"))?;
    let entries = Reflect::get(&objects, &JsValue::from_str("entries"))?;
    let entries: Function = entries.dyn_into()?;
    Ok(Array::from(&entries.call1(&objects, object)?))
}

/// How deep objects and lists of a script may lie within each other.
const DEEPEST: usize = 6;

/// How many items a list of a script may have, where a message would quote them.
const LONGEST: u32 = 100_000;

/// Refuses a list of more than 100,000 items before anybody walks through it.
pub fn measured(value: &JsValue) -> Result<(), JsValue> {
    if !value.is_object() {
        return Ok(());
    }
    // A list may throw at whatever is asked of it, and only this lets it be seen.
    let length = Reflect::get(value, &JsValue::from_str("length"))?.as_f64();
    if length.is_some_and(|length| length > f64::from(LONGEST)) {
        return Err(error(&format!("found a list of more than {LONGEST} items")));
    }
    Ok(())
}

/// Whether a value ends within so many steps down, or what it threw when it was looked at. One that holds itself does
/// not, and an error that quotes it would not either.
fn ends_within(value: &JsValue, steps: usize) -> Result<bool, JsValue> {
    if !value.is_object() {
        return Ok(true);
    }
    measured(value)?;
    if steps == 0 {
        return Ok(Reflect::own_keys(value)?.length() == 0);
    }
    for key in Reflect::own_keys(value)?.iter() {
        if !ends_within(&Reflect::get(value, &key)?, steps - 1)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Plain JavaScript data as a value; `of` names the function in the error.
pub fn from_js<T: for<'de> Deserialize<'de>>(value: JsValue, of: &str) -> Result<T, JsValue> {
    if !ends_within(&value, DEEPEST)? {
        return Err(error(&format!(
            "{of}: found objects too deep within each other"
        )));
    }
    serde_wasm_bindgen::from_value(value).map_err(|found| error(&format!("{of}: {found}")))
}
