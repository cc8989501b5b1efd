//! The arithmetic behind typed-in numbers.

use std::collections::BTreeMap;

use explain::{Context, explain};
use methods::catalog::{Input, METHODS};
use text::Lang;

use super::page::{Asked, Told};
use super::told::told;

/// The arithmetic of a method with its inputs by name; lists are separated by semicolons. None for
/// another method, and without a number that is needed. `printed` is how the number stands on the
/// page.
pub fn typed_in(method: &str, inputs: &Asked, printed: &str, lang: Lang) -> Option<Told> {
    let inputs: BTreeMap<String, Input> = inputs
        .iter()
        .map(|(name, text)| (name.clone(), Input::Text(text.clone())))
        .collect();
    let computation = METHODS.computation(method, &inputs)?;
    let context = Context::typed_in(&computation, lang);
    Some(told(&explain(&computation, &context, lang).beside(printed)))
}
