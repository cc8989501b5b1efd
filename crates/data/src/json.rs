//! JSON as a tree, and values read from it by field name.
//!
//! Reading through one tree costs the module one parser; derived readers cost it one for each
//! type. Objects keep the order of the file, because the order of labels is what readers see.
//!
//! Letters that nobody sees, and those that turn others round, leave every text and every key here, so that no
//! field of a description, an index, a task or an outline brings them to the screen.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use vocabulary::words::{is_hidden, visible};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`, which is read like a field that is not there.
    Null,
    /// True or false.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its entries in the order of the file.
    Object(Vec<(String, Json)>),
}

/// A value that is missing or of another kind than it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where, as a path: `resources[2].name`.
    pub path: String,
    /// What must be there, in the words of JSON: `string`, `array` ...
    pub wanted: &'static str,
}

impl Misfit {
    /// A misfit of the value at hand.
    pub fn of(wanted: &'static str) -> Misfit {
        Misfit {
            path: String::new(),
            wanted,
        }
    }

    fn below(mut self, step: &str) -> Misfit {
        let joint = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = [step, joint, &self.path].concat();
        self
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.wanted)
    }
}

/// A value that can be read from JSON.
pub trait FromJson: Sized {
    /// Reads it.
    fn from_json(json: &Json) -> Result<Self, Misfit>;
}

/// A string.
pub fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

/// An object of its entries in their order.
pub fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let entries = entries.into_iter();
    Json::Object(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

impl Json {
    /// Parses a text.
    pub fn parse(text: &str) -> Result<Json, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The entries of an object.
    pub fn entries(&self) -> Result<&[(String, Json)], Misfit> {
        match self {
            Json::Object(entries) => Ok(entries),
            _ => Err(Misfit::of("object")),
        }
    }

    /// The value of a field; the default where there is none.
    pub fn field<T: FromJson + Default>(&self, name: &str) -> Result<T, Misfit> {
        match self.get(name)? {
            Some(value) => T::from_json(value).map_err(|misfit| misfit.below(name)),
            None => Ok(T::default()),
        }
    }

    /// The value of a field that must be there.
    pub fn required<T: FromJson>(&self, name: &str) -> Result<T, Misfit> {
        T::from_json(self.get(name)?.unwrap_or(&Json::Null)).map_err(|misfit| misfit.below(name))
    }

    /// The values of an array.
    pub fn as_items(&self) -> Result<&[Json], Misfit> {
        match self {
            Json::List(items) => Ok(items),
            _ => Err(Misfit::of("array")),
        }
    }

    /// The values of a field that must be an array, where they are: large ones are not copied.
    pub fn items(&self, name: &str) -> Result<&[Json], Misfit> {
        let list = self.get(name)?.unwrap_or(&Json::Null);
        list.as_items().map_err(|misfit| misfit.below(name))
    }

    /// The value of a field, where there is one.
    pub fn get(&self, name: &str) -> Result<Option<&Json>, Misfit> {
        let found = self.entries()?.iter().find(|(key, _)| key == name);
        Ok(found
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null))
    }
}

impl FromJson for Json {
    fn from_json(json: &Json) -> Result<Json, Misfit> {
        Ok(json.clone())
    }
}

impl FromJson for bool {
    fn from_json(json: &Json) -> Result<bool, Misfit> {
        match json {
            Json::Flag(flag) => Ok(*flag),
            _ => Err(Misfit::of("boolean")),
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json) -> Result<f64, Misfit> {
        match json {
            Json::Number(number) => Ok(*number),
            _ => Err(Misfit::of("number")),
        }
    }
}

impl FromJson for String {
    fn from_json(json: &Json) -> Result<String, Misfit> {
        match json {
            Json::Text(text) => Ok(text.clone()),
            _ => Err(Misfit::of("string")),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Result<Option<T>, Misfit> {
        T::from_json(json).map(Some)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Result<Vec<T>, Misfit> {
        let Json::List(items) = json else {
            return Err(Misfit::of("array"));
        };
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let value = T::from_json(item).map_err(|misfit| misfit.below(&format!("[{index}]")))?;
            read.push(value);
        }
        Ok(read)
    }
}

/// An object whose keys are data: its entries in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct InOrder<T>(pub Vec<(String, T)>);

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        InOrder(Vec::new())
    }
}

impl<T: FromJson> FromJson for InOrder<T> {
    fn from_json(json: &Json) -> Result<InOrder<T>, Misfit> {
        let mut read = Vec::new();
        for (key, value) in json.entries()? {
            let value = T::from_json(value).map_err(|misfit| misfit.below(key))?;
            read.push((key.clone(), value));
        }
        Ok(InOrder(read))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

/// Takes whatever the parser meets.
struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(visible(text).into_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = object.next_entry::<String, Json>()? {
            let key = match key.contains(is_hidden) {
                true => visible(&key).into_owned(),
                false => key,
            };
            entries.push((key, value));
        }
        Ok(Json::Object(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Json {
        Json::parse(text).unwrap()
    }

    #[test]
    fn objects_keep_the_order_of_the_file() {
        let InOrder(entries) = InOrder::<f64>::from_json(&parsed(r#"{"b":1,"a":-2.5}"#)).unwrap();
        assert_eq!(entries, [("b".to_owned(), 1.0), ("a".to_owned(), -2.5)]);
    }

    #[test]
    fn letters_that_nobody_sees_leave_keys_and_texts() {
        let json = parsed("{\"a\\u202e\": [\"1\\u202e2\", {\"\u{2066}b\": \"\u{ad}c\\u3164\"}]}");
        let inner = Json::Object(vec![("b".to_owned(), text("c"))]);
        let wanted = Json::List(vec![text("12"), inner]);
        assert_eq!(json, Json::Object(vec![("a".to_owned(), wanted)]));
    }

    #[test]
    fn null_is_read_like_a_field_that_is_not_there() {
        let json = parsed(r#"{"x":null}"#);
        assert_eq!(json.field::<String>("x"), Ok(String::new()));
        assert_eq!(json.field::<Option<bool>>("y"), Ok(None));
    }

    #[test]
    fn a_misfit_says_where_it_is() {
        let cases = [
            (r#"{"r":[{"f":["a"]},{"f":["a",1]}]}"#, "r[1].f[1]: string"),
            (r#"{"r":[[]]}"#, "r[0]: object"),
            (r#"{"r":[{}]}"#, "r[0].f: array"),
            (r#"{}"#, "r: array"),
        ];
        struct Part;
        impl FromJson for Part {
            fn from_json(json: &Json) -> Result<Part, Misfit> {
                json.required::<Vec<String>>("f").map(|_| Part)
            }
        }
        for (text, said) in cases {
            let misfit = parsed(text).required::<Vec<Part>>("r").err().unwrap();
            assert_eq!(misfit.to_string(), said, "{text}");
        }
    }
}
