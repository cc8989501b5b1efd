//! Codes as words within a sentence.
//!
//! The codes of the report have words that fit into a sentence, which a label need not; the labels
//! of the data set stand at the head of a sentence, and for every code of its own.

use crate::data::Dataset;
use crate::text::claims as say;
use crate::text::{Lang, number};

use super::claim::{Bound, Codes, GROUPS, NEW_COUNTRY, Quantifier, Side, Term};

/// The origin groups the report calls Nordic or other Western.
const WESTERN: [&str; 5] = [
    "denmark",
    "sweden",
    "iceland",
    "usa_canada_australia_nz",
    "west_europe_nordic_other",
];

/// Names in a language, with the labels of a data set.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) dataset: Option<&'a Dataset>,
    pub(super) lang: Lang,
}

/// Where emigrations went.
pub(super) struct Goal {
    /// The place, after "to"; empty when only unknown destinations are meant.
    pub(super) place: String,
    /// Whether unknown destinations are meant, too.
    pub(super) unknown: bool,
}

impl Names<'_> {
    /// The label of the data set as it is.
    fn label(&self, dimension: &str, code: &str) -> Option<String> {
        let name = &self.dataset?.label(dimension, code)?.name;
        (!name.is_empty()).then(|| name.get(self.lang).to_owned())
    }

    /// The label of the data set as it stands within a sentence; else the code as a text.
    fn label_within(&self, dimension: &str, code: &str) -> String {
        self.label(dimension, code)
            .map_or_else(|| code.replace('_', " "), |label| say::mid_sentence(&label))
    }

    /// A code on its own: the label of the data set, the built-in word, or the code as a text.
    pub(super) fn code(&self, dimension: &str, code: &str) -> String {
        let built_in = match dimension {
            "group" => say::group(self.lang, code),
            "origin" => say::origin(self.lang, code),
            "education" => say::education(self.lang, code),
            "destination" | "destination_kind" => say::destination(self.lang, code),
            _ => None,
        };
        match (self.label(dimension, code), built_in) {
            (Some(label), _) => label,
            (None, Some(words)) => say::capital(words),
            (None, None) => code.replace('_', " "),
        }
    }

    pub(super) fn and(&self, items: &[String]) -> String {
        say::list(self.lang, items, say::and(self.lang))
    }

    pub(super) fn or(&self, items: &[String]) -> String {
        say::list(self.lang, items, say::or(self.lang))
    }

    /// Groups.
    pub(super) fn groups(&self, codes: &Codes) -> String {
        match codes {
            Codes::Descendants => say::descendants(self.lang).to_owned(),
            Codes::SelectedThree => say::selected_three(self.lang).to_owned(),
            Codes::Everyone => say::all_groups(self.lang).to_owned(),
            Codes::Listed(codes) => {
                let items: Vec<String> = codes
                    .iter()
                    .map(|code| match say::group(self.lang, code) {
                        Some(words) => words.to_owned(),
                        None => self.label_within("group", code),
                    })
                    .collect();
                self.and(&items)
            }
            Codes::Range(..) | Codes::AllBut(_) => String::new(),
        }
    }

    /// One origin group.
    pub(super) fn origin(&self, code: &str) -> String {
        match say::origin(self.lang, code) {
            Some(words) => words.to_owned(),
            None => self.label_within("origin", code),
        }
    }

    /// A list of origin groups; the five Nordic and other Western ones by one name.
    pub(super) fn origins(&self, codes: &[String], last: &str) -> String {
        let western = WESTERN
            .iter()
            .all(|code| codes.iter().any(|known| known == code));
        let items: Vec<String> = codes
            .iter()
            .filter(|code| !western || !WESTERN.contains(&code.as_str()))
            .map(|code| self.origin(code))
            .collect();
        let listed = say::list(self.lang, &items, last);
        match (western, items.is_empty()) {
            (false, _) => listed,
            (true, true) => say::western(self.lang).to_owned(),
            (true, false) => say::as_well_as(self.lang, &listed, say::western(self.lang)),
        }
    }

    /// The same, all of them together.
    pub(super) fn all_origins_of(&self, codes: &[String]) -> String {
        self.origins(codes, say::and(self.lang))
    }

    /// "with roots in ...".
    pub(super) fn roots(&self, codes: &Codes) -> String {
        let from = match codes {
            Codes::AllBut(left_out) if left_out.is_empty() => {
                say::all_origins(self.lang).to_owned()
            }
            Codes::AllBut(left_out) => {
                say::origins_except(self.lang, &self.all_origins_of(left_out))
            }
            Codes::Listed(codes) => self.origins(codes, say::or(self.lang)),
            _ => String::new(),
        };
        say::with_roots(self.lang, &from)
    }

    /// "in most of the origin groups except ...".
    pub(super) fn where_bound(&self, bound: &Bound) -> String {
        let lang = self.lang;
        let set = match &bound.codes {
            Codes::AllBut(left_out) if left_out.is_empty() => say::the_19_origins(lang),
            Codes::AllBut(left_out) => {
                say::the_origins_except(lang, &self.all_origins_of(left_out))
            }
            Codes::Listed(codes) => say::the_origins(lang, &self.all_origins_of(codes)),
            _ => String::new(),
        };
        match bound.quantifier {
            Quantifier::Each => say::in_each(lang, &set),
            Quantifier::Most => say::in_most(lang, &set),
            Quantifier::Many => say::in_many(lang, &set),
            Quantifier::Some => say::in_some(lang, &set),
        }
    }

    /// Education, after a noun.
    pub(super) fn education(&self, codes: &Codes) -> String {
        let Codes::Listed(codes) = codes else {
            return String::new();
        };
        let items: Vec<String> = codes
            .iter()
            .map(|code| match say::education(self.lang, code) {
                Some(words) => words.to_owned(),
                None => {
                    let dimension = say::dimension(self.lang, "education").unwrap_or_default();
                    say::with_code(self.lang, dimension, &self.label_within("education", code))
                }
            })
            .collect();
        self.or(&items)
    }

    /// The people of a side: group, origin and education, without the dimensions left out.
    pub(super) fn people(&self, side: &Side, without: &[&str]) -> String {
        let term = |dimension: &str| {
            side.term(dimension)
                .filter(|_| !without.contains(&dimension))
        };
        let mut who = match term("group") {
            Some(group) => self.groups(&group.codes),
            None => say::those(self.lang).to_owned(),
        };
        let origin = term("origin").map(|origin| self.roots(&origin.codes));
        let education = term("education").map(|education| self.education(&education.codes));
        let phrases = match (origin, education) {
            (Some(origin), Some(education)) => say::both_phrases(self.lang, &origin, &education),
            (Some(phrase), None) | (None, Some(phrase)) => phrase,
            (None, None) => String::new(),
        };
        if !phrases.is_empty() {
            who = format!("{who} {phrases}");
        }
        let several = |term: &Term| match &term.codes {
            Codes::Listed(codes) => codes.len() > 1,
            _ => true,
        };
        let apart = ["group", "origin"]
            .iter()
            .any(|dimension| term(dimension).is_some_and(|term| term.each && several(term)));
        if apart {
            who += say::each_by_itself(self.lang);
        }
        who
    }

    /// The people a claim is about, at its beginning: the label of the data set when there is one.
    pub(super) fn topic(&self, side: &Side, without: &[&str]) -> String {
        let alone = side
            .terms
            .iter()
            .filter(|term| ["group", "origin", "education"].contains(&term.dimension.as_str()))
            .filter(|term| !without.contains(&term.dimension.as_str()))
            .count()
            == 1;
        side.single("group")
            .filter(|_| alone && !without.contains(&"group"))
            .and_then(|code| self.label("group", code))
            .unwrap_or_else(|| self.people(side, without))
    }

    /// Where emigrations went, for the groups of the claim.
    pub(super) fn goal(&self, sides: &[&Side], term: &Term) -> Goal {
        let lang = self.lang;
        let Codes::Listed(codes) = &term.codes else {
            return Goal {
                place: String::new(),
                unknown: false,
            };
        };
        let known: Vec<&str> = codes
            .iter()
            .map(String::as_str)
            .filter(|code| *code != "unknown")
            .collect();
        let is_kind = term.dimension == "destination_kind";
        let place = if known == NEW_COUNTRY || (is_kind && known == ["other"]) {
            say::new_country(lang).to_owned()
        } else if known == NEW_COUNTRY[1..] {
            say::new_country_not_nordic(lang).to_owned()
        } else {
            let items: Vec<String> = known
                .iter()
                .map(|code| match (*code, say::destination(lang, code)) {
                    ("origin", _) => self.country_of_origin(sides),
                    (_, Some(words)) => words.to_owned(),
                    (code, None) => self.label_within(&term.dimension, code),
                })
                .collect();
            let mut place = self.or(&items);
            if term.each && items.len() > 1 {
                place += say::each_by_itself(lang);
            }
            place
        };
        Goal {
            place,
            unknown: known.len() < codes.len(),
        }
    }

    /// Whose country of origin, as far as all groups of the claim share it.
    fn country_of_origin(&self, sides: &[&Side]) -> String {
        let lang = self.lang;
        let mut groups: Vec<&Codes> = sides
            .iter()
            .filter_map(|side| side.term("group").map(|term| &term.codes))
            .collect();
        groups.dedup();
        let words = match groups.as_slice() {
            [Codes::Descendants] => Some(say::own_or_parents_origin(lang)),
            [Codes::Listed(codes)] if codes.as_slice() == [GROUPS[0]] => {
                Some(say::parents_origin(lang))
            }
            [Codes::Listed(codes)] if codes.as_slice() == [GROUPS[2]] => {
                Some(say::parent_origin(lang))
            }
            _ => say::destination(lang, "origin"),
        };
        words.unwrap_or_default().to_owned()
    }

    /// When: the years (and ages) of a side.
    pub(super) fn when(&self, side: &Side) -> String {
        let mut when = side
            .term("year")
            .map(|term| self.years_in(&term.codes, term.each))
            .unwrap_or_default();
        if let Some(Term {
            codes: Codes::Range(from, to),
            ..
        }) = side.term("age")
        {
            if !when.is_empty() {
                when.push(' ');
            }
            when += &say::at_each_age(self.lang, &from.to_string(), &to.to_string());
        }
        when
    }

    fn years_in(&self, codes: &Codes, each: bool) -> String {
        let years = self.years(codes);
        match codes {
            Codes::Range(..) if each => say::in_each_year(self.lang, &years),
            Codes::Range(..) => say::in_years(self.lang, &years),
            _ => say::in_year(self.lang, &years),
        }
    }

    /// "2000–2023" or "2000".
    pub(super) fn years(&self, codes: &Codes) -> String {
        match codes {
            Codes::Range(from, to) => format!("{from}–{to}"),
            Codes::Listed(codes) => self.and(codes),
            _ => String::new(),
        }
    }

    /// First and last year of a side.
    pub(super) fn first_and_last(&self, side: &Side) -> (String, String) {
        match side.term("year").map(|term| &term.codes) {
            Some(Codes::Range(from, to)) => (from.to_string(), to.to_string()),
            _ => Default::default(),
        }
    }

    pub(super) fn integer(&self, value: f64) -> String {
        number::integer(value, self.lang)
    }
}
