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

    /// The language for somebody who reads languages of these tags, the best first. Danes and Swedes
    /// read bokmål; whoever reads none of them gets English.
    pub fn of_reader<'a>(tags: impl IntoIterator<Item = &'a str>) -> Lang {
        let offered = |tag: &str| {
            let language = tag.split(['-', '_']).next().unwrap_or(tag);
            match language.to_ascii_lowercase().as_str() {
                "da" | "sv" => Some(Lang::Nb),
                language => Lang::from_tag(language),
            }
        };
        tags.into_iter().find_map(offered).unwrap_or(Lang::En)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn readers_get_the_first_of_their_languages_that_is_offered() {
        for (tags, expected) in [
            (&["nn-NO", "nb"][..], Lang::Nn),
            (&["no"], Lang::Nb),
            (&["nb-NO", "nn", "en"], Lang::Nb),
            (&["da-DK", "en"], Lang::Nb),
            (&["SV", "nn"], Lang::Nb),
            (&["de-AT", "nn-NO", "en"], Lang::Nn),
            (&["en-GB", "nb"], Lang::En),
            (&["pl"], Lang::En),
            (&[], Lang::En),
        ] {
            assert_eq!(Lang::of_reader(tags.iter().copied()), expected, "{tags:?}");
        }
    }
}
