//! What goes back to JavaScript: values, and errors with their list of problems.

use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use text::problems::ProblemWords;
use wasm_bindgen::JsValue;

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
    let serializer = Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

/// Plain JavaScript data as a value; `of` names the function in the error.
pub fn from_js<T: for<'de> Deserialize<'de>>(value: JsValue, of: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|found| error(&format!("{of}: {found}")))
}
