//! What the module of tools has said, read field by field as it is shown.
//!
//! The page only passes these texts on; types of their own would weigh more than the page itself.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

/// A value of the tools. A field that is not there is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Said(JsValue);

impl Said {
    pub(super) fn new(value: JsValue) -> Said {
        Said(value)
    }

    fn field(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default()
    }

    /// A text.
    pub fn text(&self, name: &str) -> String {
        self.field(name).as_string().unwrap_or_default()
    }

    /// A number, where there is one.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.field(name).as_f64()
    }

    /// A list.
    pub fn list(&self, name: &str) -> Vec<Said> {
        Said(self.field(name)).items()
    }

    /// The items of a list.
    pub fn items(&self) -> Vec<Said> {
        if Array::is_array(&self.0) {
            Array::from(&self.0).iter().map(Said).collect()
        } else {
            Vec::new()
        }
    }

    /// The value itself as a text.
    pub fn itself(&self) -> String {
        self.0.as_string().unwrap_or_default()
    }
}
