//! Codes and selections as words: the label of the data set, the word of the report for its own
//! codes, or the code as a text.

use data::Dataset;
use text::claims as say;
use text::{Lang, number};

use super::claim::{Bound, Claim, Codes, Over, Printed, Quantifier, Side};

/// Labels in a language, with those of a data set.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    pub(super) dataset: Option<&'a Dataset>,
    pub(super) lang: Lang,
}

impl Labels<'_> {
    /// A code on its own: the label of the data set, the built-in word, or the code as a text.
    pub(super) fn code(&self, dimension: &str, code: &str) -> String {
        self.label(dimension, code)
            .or_else(|| self.built_in(dimension, code).map(say::capital))
            .unwrap_or_else(|| code.replace('_', " "))
    }

    /// A code within a line: the built-in word, or the label of the data set as it stands there.
    fn code_within(&self, dimension: &str, code: &str) -> String {
        match (self.built_in(dimension, code), self.label(dimension, code)) {
            (Some(words), _) => words.to_owned(),
            (None, Some(label)) => say::mid_sentence(&label),
            (None, None) => code.replace('_', " "),
        }
    }

    fn label(&self, dimension: &str, code: &str) -> Option<String> {
        let name = &self.dataset?.label(dimension, code)?.name;
        (!name.is_empty()).then(|| name.get(self.lang).to_owned())
    }

    fn built_in(&self, dimension: &str, code: &str) -> Option<&'static str> {
        match dimension {
            "group" => say::group(self.lang, code),
            "origin" => say::origin(self.lang, code),
            "education" => say::education(self.lang, code),
            "destination" => say::destination(self.lang, code),
            "destination_kind" => say::destination_kind(self.lang, code),
            _ => None,
        }
    }

    /// For whom, where and when a claim is made.
    pub(super) fn about(&self, claim: &Claim) -> String {
        let lang = self.lang;
        let selection = &claim.selection;
        let mut items: Vec<String> = selection.bound.iter().map(|it| self.bound(it)).collect();
        // Where most are from is the value of the claim, and a code.
        if let Printed::Words(code) = &claim.value
            && let Some(place) = say::origin(lang, code)
        {
            items.push(place.to_owned());
        }
        let left = self.side(&selection.left);
        match &selection.right {
            Some(right) => {
                let right = self.side(right);
                items.push(say::against(lang, &left.join(", "), &right.join(", ")));
            }
            None => items.extend(left),
        }
        items.join("; ")
    }

    /// What one side selects, dimension by dimension.
    fn side(&self, side: &Side) -> Vec<String> {
        let lang = self.lang;
        let mut items = Vec::new();
        let measured = side.measure.and_then(|it| say::measured(lang, it.name()));
        items.extend(measured.map(str::to_owned));
        if let Some((emigrations, person_years)) = side.example {
            let whole = |value: f64| number::integer(value, lang);
            items.push(format!("{} / {}", whole(emigrations), whole(person_years)));
        }
        for term in &side.terms {
            items.push(self.codes(&term.dimension, &term.codes));
        }
        if let Some((from, to)) = &side.growth {
            items.push(say::course(
                lang,
                &self.codes("year", from),
                &self.codes("year", to),
            ));
        }
        let along = match &side.over {
            Some(Over::Dimension(dimension)) => Some(dimension),
            Some(Over::ListedOrder) | None => None,
        };
        let among = side.among.iter().map(|among| &among.dimension);
        for dimension in along.into_iter().chain(among).chain(&side.sum_over) {
            items.push(say::by(
                lang,
                say::dimension(lang, dimension).unwrap_or(dimension),
            ));
        }
        items
    }

    fn codes(&self, dimension: &str, codes: &Codes) -> String {
        let lang = self.lang;
        let listed = |codes: &[String]| {
            let items: Vec<String> = codes
                .iter()
                .map(|code| self.code_within(dimension, code))
                .collect();
            say::list(lang, &items, say::and(lang))
        };
        match codes {
            Codes::Listed(codes) => listed(codes),
            Codes::Range(from, to) => format!("{from}–{to}"),
            Codes::AllBut(left_out) if left_out.is_empty() => say::all_origins(lang).to_owned(),
            Codes::AllBut(left_out) => say::origins_except(lang, &listed(left_out)),
            Codes::Descendants => say::descendants(lang).to_owned(),
            Codes::SelectedThree => say::selected_three(lang).to_owned(),
            Codes::Everyone => say::all_groups(lang).to_owned(),
        }
    }

    fn bound(&self, bound: &Bound) -> String {
        let set = self.codes(&bound.dimension, &bound.codes);
        match bound.quantifier {
            Quantifier::Each => say::each_of(self.lang, &set),
            Quantifier::Most => say::most_of(self.lang, &set),
            Quantifier::Many => say::many_of(self.lang, &set),
            Quantifier::Some => say::some_of(self.lang, &set),
        }
    }
}
