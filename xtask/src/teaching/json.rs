//! Just enough JSON to write a descriptor with its keys in a chosen order.

/// A JSON value.
pub enum Json {
    /// A string.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(i32),
    /// An array.
    List(Vec<Json>),
    /// An object, keys in order.
    Object(Vec<(String, Json)>),
}

/// A string value.
pub fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

/// An object with its keys in the given order.
pub fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(
        entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// Widest line a list or object may take before it is broken.
const WIDTH: usize = 110;

impl Json {
    /// The value as text: what fits on a line stays on it.
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, 0);
        out.push('\n');
        out
    }

    fn put(&self, out: &mut String, depth: usize) {
        let line = self.on_one_line();
        let (open, close, parts): (_, _, Vec<(String, &Self)>) = match self {
            Self::List(items) if line.len() + 2 * depth > WIDTH => (
                '[',
                ']',
                items.iter().map(|item| (String::new(), item)).collect(),
            ),
            Self::Object(entries) if line.len() + 2 * depth > WIDTH => {
                let key = |key: &str| format!("{}: ", quoted(key));
                (
                    '{',
                    '}',
                    entries.iter().map(|(k, value)| (key(k), value)).collect(),
                )
            }
            _ => return *out += &line,
        };
        let indent = "  ".repeat(depth + 1);
        out.push(open);
        for (i, (key, value)) in parts.iter().enumerate() {
            *out += if i == 0 { "\n" } else { ",\n" };
            *out += &indent;
            *out += key;
            value.put(out, depth + 1);
        }
        out.push('\n');
        *out += &"  ".repeat(depth);
        out.push(close);
    }

    fn on_one_line(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::on_one_line).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Object(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{}: {}", quoted(key), value.on_one_line()))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
