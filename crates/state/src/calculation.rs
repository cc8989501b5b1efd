//! What is typed in on the calculator page: names and texts only, so that it fits in an address.

use view_models::calculator::Kind;

/// A calculation with what has been typed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calculation {
    /// What is computed.
    pub kind: Kind,
    /// Inputs that differ from the example, by name.
    pub inputs: Vec<(String, String)>,
    /// Confidence level in per cent; 95 when empty.
    pub level: String,
}

impl Calculation {
    /// The text of an input.
    pub fn input(&self, name: &str) -> &str {
        let typed = self
            .inputs
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, text)| text.as_str());
        let example = || self.kind.inputs().iter().find(|(known, _)| *known == name);
        typed
            .or_else(|| example().map(|(_, example)| *example))
            .unwrap_or_default()
    }

    /// The same with another text in an input.
    pub fn with(&self, name: &str, text: &str) -> Calculation {
        let mut next = self.clone();
        next.inputs.retain(|(known, _)| known != name);
        next.inputs.push((name.to_owned(), text.to_owned()));
        next
    }

    /// The confidence level as a part of one.
    pub fn level(&self) -> f64 {
        match self.level.as_str() {
            "90" => 0.9,
            "99" => 0.99,
            _ => 0.95,
        }
    }
}
