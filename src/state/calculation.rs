//! What is typed in on the calculator page: names and texts only, so that it fits in an address.

/// A kind of calculation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Events and person-years.
    #[default]
    Rate,
    /// Some of all.
    Share,
    /// Two groups, each with events and person-years.
    TwoRates,
    /// Two groups, each with some of all.
    TwoShares,
    /// A table of strata with a standard population.
    Standardised,
}

impl Kind {
    /// Every kind, simplest first.
    pub const ALL: [Kind; 5] = [
        Kind::Rate,
        Kind::Share,
        Kind::TwoRates,
        Kind::TwoShares,
        Kind::Standardised,
    ];

    /// The name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Rate => "rate",
            Kind::Share => "share",
            Kind::TwoRates => "two_rates",
            Kind::TwoShares => "two_shares",
            Kind::Standardised => "standardised",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The inputs, by the names the methods give them, with an example each.
    pub fn inputs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Kind::Rate => &[("events", "12"), ("exposure", "3400")],
            Kind::Share => &[("k", "43"), ("n", "100")],
            Kind::TwoRates => &[("x1", "30"), ("t1", "4000"), ("x2", "12"), ("t2", "3400")],
            Kind::TwoShares => &[("k1", "43"), ("n1", "100"), ("k2", "55"), ("n2", "120")],
            Kind::Standardised => &[("strata", "10 1000 500\n20 1500 700\n5 900 300")],
        }
    }
}

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
