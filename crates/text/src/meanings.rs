//! Words that lead to what they mean, found where they stand in a text.

use super::{Lang, analyses, case, explain, methods, terms};

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The word.
    pub term: String,
    /// Sentences and formulas.
    pub lines: Vec<String>,
}

/// The identifier of the confidence interval, which is neither a definition nor one method.
const INTERVAL: &str = "confidence_interval";

/// The meaning of an identifier in data of the report or others: a definition, or a statistical method.
pub fn meaning(lang: Lang, id: &str, of_report: bool) -> Option<Meaning> {
    let found = |term: &str, lines: &[&str]| {
        let lines = lines.iter().filter(|line| !line.is_empty());
        Some(Meaning {
            term: term.to_owned(),
            lines: lines.map(|line| (*line).to_owned()).collect(),
        })
    };
    if id == INTERVAL {
        let lines = [methods::complete_register(lang), methods::overlap(lang)];
        return found(explain::interval(lang), &lines);
    }
    if let Some(known) = terms::definitions_for(lang, &[id], of_report).first() {
        return found(known.term, &[known.meaning, known.formula, known.place]);
    }
    let method = methods::method(lang, id)?;
    found(method.name, &[method.plain, method.exact, method.reference])
}

/// A word of the interface.
type Word = fn(Lang) -> &'static str;

/// Headings that are a term as a whole.
const HEADINGS: [(&str, Word); 12] = [
    (INTERVAL, analyses::interval),
    ("rate", analyses::rate),
    ("rate", analyses::crude),
    ("return_share", analyses::return_share),
    ("destination_share", analyses::share),
    ("rate_ratio", analyses::ratio),
    ("dsr", analyses::direct),
    ("smr", analyses::observed_expected),
    ("cumulative", analyses::the_chance),
    ("trend", analyses::change),
    ("share_goodman", analyses::joint_interval),
    ("unknown_bounds", analyses::at_assumption),
];

/// Words in running text, of every language; a longer one stands before a shorter one it begins
/// with.
const FORMS: [(&str, &[&str]); 13] = [
    (
        "rate",
        &[
            "utvandringsratene",
            "utvandringsratane",
            "utvandringsraten",
            "utvandringsrater",
            "utvandringsrate",
            "emigration rates",
            "emigration rate",
        ],
    ),
    (
        "person_years",
        &["personårene", "personåra", "personår", "person-years"],
    ),
    (
        "mid_year_population",
        &[
            "middelfolkemengden",
            "middelfolkemengda",
            "middelfolkemengde",
            "middelfolkemengd",
            "mid-year population",
        ],
    ),
    (
        "destination_share",
        &[
            "andel etter tilflyttingsland",
            "del etter tilflyttingsland",
            "share by destination",
        ],
    ),
    (
        "return_share",
        &["tilbake etter fem år", "back after five years"],
    ),
    (
        "descendants",
        &[
            "etterkommerne",
            "etterkommere",
            "etterkomarane",
            "etterkomarar",
            "descendants",
        ],
    ),
    (
        "emigration",
        &[
            "utvandringene",
            "utvandringane",
            "utvandringer",
            "utvandringar",
            "emigrations",
        ],
    ),
    (
        "education",
        &["utdanningen", "utdanninga", "utdanning", "education"],
    ),
    (
        INTERVAL,
        &[
            "konfidensintervaller",
            "konfidensintervall",
            "confidence intervals",
            "confidence interval",
        ],
    ),
    ("dsr", &["standardisert rate", "standardised rate"]),
    ("smr", &["observert / forventet", "observed / expected"]),
    ("funnel_rate", &["kontrollgrenser", "control limits"]),
    (
        "kitagawa",
        &["sammensetningen", "samansetninga", "composition"],
    ),
];

/// A text in pieces: words with a meaning carry its identifier. Each is linked where it stands
/// first; `met` holds those that an earlier text has linked. Words that the report defines are linked in its data only.
pub fn linked(
    lang: Lang,
    text: &str,
    of_report: bool,
    met: &mut Vec<&'static str>,
) -> Vec<(String, Option<&'static str>)> {
    let heading = HEADINGS.iter().find(|(_, words)| words(lang) == text);
    let has_meaning = |id: &str| of_report || !terms::is_of_report(id);
    if let Some((id, _)) = heading
        && has_meaning(id)
        && !met.contains(id)
    {
        met.push(id);
        return vec![(text.to_owned(), Some(id))];
    }
    // Small letters of these languages are as long as capital ones, so places agree.
    let small = case::small(text);
    if small.len() != text.len() {
        return vec![(text.to_owned(), None)];
    }
    let mut found: Vec<(usize, usize, &'static str)> = Vec::new();
    for (id, forms) in &FORMS {
        if met.contains(id) || !has_meaning(id) {
            continue;
        }
        let places = forms.iter().filter_map(|form| {
            let mut at = small
                .match_indices(form)
                .map(|(at, _)| (at, at + form.len()));
            at.find(|(from, to)| stands_alone(&small, *from, *to))
        });
        let free = |(from, to): &(usize, usize)| {
            found
                .iter()
                .all(|(start, end, _)| to <= start || end <= from)
        };
        if let Some((from, to)) = places.filter(free).min() {
            found.push((from, to, id));
            met.push(id);
        }
    }
    kernels::stable_sort::sort_by(&mut found, &|one, other| one.0.cmp(&other.0));
    let mut pieces = Vec::new();
    let mut done = 0;
    for (from, to, id) in found {
        pieces.push((text[done..from].to_owned(), None));
        pieces.push((text[from..to].to_owned(), Some(id)));
        done = to;
    }
    pieces.push((text[done..].to_owned(), None));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// Whether no letter stands directly before or after.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let letter = |found: Option<char>| found.is_some_and(|c| c.is_alphanumeric() || c == '-');
    !letter(text[..from].chars().next_back()) && !letter(text[to..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_is_linked_has_a_meaning() {
        for lang in Lang::ALL {
            let ids = HEADINGS.iter().map(|(id, _)| id);
            for id in ids.chain(FORMS.iter().map(|(id, _)| id)) {
                let found = meaning(lang, id, true);
                assert!(found.is_some_and(|found| !found.lines.is_empty()), "{id}");
            }
        }
    }

    #[test]
    fn what_the_report_defines_is_told_of_its_data_only() {
        for lang in Lang::ALL {
            let general = terms::definitions(lang, false);
            assert!(!general.is_empty());
            for definition in general {
                assert!(definition.place.is_empty() && !terms::is_of_report(definition.id));
            }
            assert_eq!(meaning(lang, "emigration", false), None);
            assert!(
                meaning(lang, "rate", false).is_some() && meaning(lang, "smr", false).is_some()
            );
        }
        let text = "Utvandringer og utvandringsrater";
        let links = |of_report| {
            let pieces = linked(Lang::Nb, text, of_report, &mut Vec::new());
            let ids = pieces.into_iter().filter_map(|(_, id)| id);
            ids.collect::<Vec<_>>()
        };
        assert_eq!(links(false), ["rate"]);
        assert_eq!(links(true), ["emigration", "rate"]);
    }

    #[test]
    fn a_word_is_linked_where_it_stands_first_and_never_inside_another() {
        let text = "Personår i Bruttopersonår: Utvandringsraten og utvandringsraten, andel tilbake etter fem år";
        let mut met = Vec::new();
        let pieces = linked(Lang::Nb, text, true, &mut met);
        let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(whole, text);
        let links: Vec<&str> = pieces
            .iter()
            .filter(|(_, id)| id.is_some())
            .map(|(text, _)| text.as_str())
            .collect();
        assert_eq!(
            links,
            ["Personår", "Utvandringsraten", "tilbake etter fem år"]
        );
        assert_eq!(
            linked(Lang::Nb, text, true, &mut met),
            [(text.to_owned(), None)]
        );
    }
}
