//! What can be computed from typed-in numbers, and what it takes.

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
