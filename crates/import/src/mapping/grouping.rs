//! Values put together in groups: countries in the groups of origin, single ages in 18 to 35.

use crate::formats::long::Dictionary;
use vocabulary::ages;
use vocabulary::origins::origin_of;
use vocabulary::words::lower;

/// Groups for the values of one dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The dimension it is made for.
    pub dimension: String,
    /// Code or label, and the group; an empty group leaves the value out.
    pub pairs: Vec<(String, String)>,
}

/// What becomes of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate<'a> {
    /// It counts to a group.
    Group(&'a str),
    /// It is left out.
    LeftOut,
    /// The grouping does not know it: it stays as it is.
    Unknown,
}

impl Grouping {
    /// Ready to be asked for many values.
    pub fn index(&self) -> Index<'_> {
        let mut index = Index {
            grouping: self,
            names: Dictionary::default(),
            places: Vec::new(),
        };
        for (place, (known, _)) in self.pairs.iter().enumerate() {
            if index.names.code(&lower(known)) as usize == index.places.len() {
                index.places.push(place);
            }
        }
        index
    }
}

/// A grouping with the places of its values.
pub struct Index<'a> {
    grouping: &'a Grouping,
    names: Dictionary,
    /// The first pair of each name.
    places: Vec<usize>,
}

impl Index<'_> {
    /// What becomes of a value. Letter case does not matter.
    pub fn fate(&self, code: &str, label: &str) -> Fate<'_> {
        let numbers = [code, label].map(|text| self.names.find(&lower(text)));
        let Some(number) = numbers.into_iter().flatten().min() else {
            return Fate::Unknown;
        };
        match self.grouping.pairs[self.places[number as usize]].1.as_str() {
            "" => Fate::LeftOut,
            group => Fate::Group(group),
        }
    }
}

/// The ages of the report, 18 to 35: each year by itself, or the groups of ages that a file has in
/// their place; every other age is left out. `None` when the codes do not make up 18 to 35, or do
/// so with ages that are counted twice.
pub fn ages_18_to_35(codes: &[String], labels: &[String]) -> Option<Grouping> {
    let each = || codes.iter().zip(labels);
    let is_within = |(first, last): &(u32, u32)| (18..=35).contains(first) && *last <= 35;
    let single = |code: &str, label: &str| {
        let age = ages::age(code, label).filter(|_| !ages::is_open_ended(label))?;
        Some((age, age))
    };
    let singles = || each().filter_map(|(code, label)| single(code, label));
    let by_year = (18..=35).all(|age| singles().any(|(known, _)| known == age));
    let spans: Vec<Option<(u32, u32)>> = each()
        .map(|(code, label)| {
            let span = single(code, label);
            match by_year {
                true => span,
                false => span.or_else(|| ages::ages(code, label)),
            }
            .filter(is_within)
        })
        .collect();
    let times = |age: u32| {
        let holds = |span: &&(u32, u32)| (span.0..=span.1).contains(&age);
        spans.iter().flatten().filter(holds).count()
    };
    if (18..=35).any(|age| times(age) != 1) {
        return None;
    }
    let name = |span: Option<(u32, u32)>| match span {
        None => String::new(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}-{last}"),
    };
    let pairs = codes.iter().zip(spans);
    Some(Grouping {
        dimension: "age".to_owned(),
        pairs: pairs
            .map(|(code, span)| (code.clone(), name(span)))
            .collect(),
    })
}

/// Countries in the 19 groups of origin, as far as they are known by name or code.
pub fn origin_groups(dimension: &str, codes: &[String], labels: &[String]) -> Grouping {
    let pairs = codes
        .iter()
        .zip(labels)
        .filter_map(|(code, label)| Some((code.clone(), origin_of(code, label)?.to_owned())));
    Grouping {
        dimension: dimension.to_owned(),
        pairs: pairs.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_18_to_35_are_taken_by_year_or_in_groups_but_never_twice() {
        let cases: [(&[&str], Option<&[&str]>); 5] = [
            (
                &[
                    "0-17 år",
                    "18-24 år",
                    "25–29 år",
                    "30-35",
                    "36-89 år",
                    "90 år eller eldre",
                ],
                Some(&["", "18-24", "25-29", "30-35", "", ""]),
            ),
            (
                &["Y18T24", "Y25T34", "Y35", "Y36T66"],
                Some(&["18-24", "25-34", "35", ""]),
            ),
            // Nothing says how many of the groups at the ends are 18 to 35.
            (
                &["15-19 år", "20-24 år", "25-29 år", "30-34 år", "35-39 år"],
                None,
            ),
            (&["18-24", "18-29", "25-35"], None),
            (&["18 år eller eldre", "0-17 år"], None),
        ];
        for (labels, groups) in cases {
            let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
            let found = ages_18_to_35(&labels, &labels).map(|grouping| {
                let groups = grouping.pairs.into_iter().map(|(_, group)| group);
                groups.collect::<Vec<String>>()
            });
            let wanted = groups.map(|list| list.iter().map(|one| (*one).to_owned()).collect());
            assert_eq!(found, wanted, "{labels:?}");
        }
        let by_year: Vec<String> = (0..=90).map(|age| format!("{age} år")).collect();
        let with_total = [
            by_year,
            vec!["18-35 år".to_owned(), "18 år eller eldre".to_owned()],
        ]
        .concat();
        let pairs = ages_18_to_35(&with_total, &with_total).map(|grouping| grouping.pairs);
        let kept: Vec<String> = pairs
            .unwrap_or_default()
            .into_iter()
            .map(|(_, group)| group)
            .filter(|group| !group.is_empty())
            .collect();
        let wanted: Vec<String> = (18..=35).map(|age: u32| age.to_string()).collect();
        assert_eq!(kept, wanted);
    }
}
