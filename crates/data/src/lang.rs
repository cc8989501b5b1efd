//! The languages that texts come in.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the language switch.
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// The BCP 47 tag, used in `lang` attributes and in the address.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// The language of a tag; `None` for a language that is not offered. `no` is Norwegian without
    /// saying which, and gives bokmål.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let tag = if tag == "no" { "nb" } else { tag };
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}
