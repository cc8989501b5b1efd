//! A data set: tables that belong together, their labels and where they come from.

use std::cmp::Ordering;
use std::rc::Rc;

use super::contract;
use super::decimal_sign::{self, DecimalSign};
use super::dictionary::Dictionary;
use super::geometry::{Geometry, is_country};
use super::lang::Lang;
use super::table::{Coverage, Table};
use kernels::stable_sort as order;
use vocabulary::ages::is_open_ended;
use vocabulary::words::visible;

/// A text in the languages of a data package; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Norwegian bokmål.
    pub nb: String,
    /// Norwegian nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Names {
    /// Whether they are no more than a code, in whatever letters.
    fn is_only(&self, code: &str) -> bool {
        [&self.nb, &self.nn, &self.en]
            .into_iter()
            .all(|name| name.is_empty() || name.eq_ignore_ascii_case(code))
    }

    /// The same text in every language.
    pub fn same(text: &str) -> Names {
        let text = visible(text).into_owned();
        Names {
            nb: text.clone(),
            nn: text.clone(),
            en: text,
        }
    }

    /// The text in a language. When the data set lacks it: in the other form of Norwegian, then in
    /// whatever there is.
    pub fn get(&self, lang: Lang) -> &str {
        let order = match lang {
            Lang::Nb => [&self.nb, &self.nn, &self.en],
            Lang::Nn => [&self.nn, &self.nb, &self.en],
            Lang::En => [&self.en, &self.nb, &self.nn],
        };
        let text = order.into_iter().find(|text| !text.is_empty());
        text.map_or("", String::as_str)
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.nb.is_empty() && self.nn.is_empty() && self.en.is_empty()
    }

    /// Takes over texts in languages that have none.
    fn complete(&mut self, other: &Names) {
        let pairs = [
            (&mut self.nb, &other.nb),
            (&mut self.nn, &other.nn),
            (&mut self.en, &other.en),
        ];
        for (text, other) in pairs {
            if text.is_empty() {
                text.clone_from(other);
            }
        }
    }

    /// The texts there are, with the tags of their languages.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [("nb", &self.nb), ("nn", &self.nn), ("en", &self.en)];
        let given = all.into_iter().filter(|(_, text)| !text.is_empty());
        given.map(|(tag, text)| (tag, text.as_str()))
    }
}

/// Label of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The code it belongs to.
    pub code: String,
    /// The full label.
    pub name: Names,
    /// A shorter one for tight places; empty when the full label is short already.
    pub short: Names,
}

/// Labels of a dimension in display order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DimensionLabels {
    /// The dimension.
    pub dimension: String,
    /// Its labels, in the order in which values are shown.
    pub labels: Vec<Label>,
}

/// Begins the identifier of data that are not the publisher's. No published name begins with it, so
/// an address of somebody's own data never leads to published ones.
const OWN: char = '~';

/// Whether an identifier is one of data that are not the publisher's.
pub fn is_own_id(id: &str) -> bool {
    id.starts_with(OWN)
}

/// The identifier that a data set of a name has when it is not the publisher's.
pub fn own_id(name: &str) -> String {
    format!("{OWN}{}", visible(name))
}

/// The name in an identifier.
pub fn name_of(id: &str) -> &str {
    id.strip_prefix(OWN).unwrap_or(id)
}

impl DimensionLabels {
    /// Gives labels that several codes have the code behind them: nobody could tell the two apart.
    pub fn tell_apart(&mut self) {
        let several = |of: fn(&Names) -> &str| {
            let texts = self.labels.iter().map(|label| of(&label.name));
            let mut known = Dictionary::default();
            let mut times: Vec<u32> = Vec::new();
            let numbers: Vec<usize> = texts
                .map(|text| {
                    let (number, is_new) = known.number(text.as_bytes());
                    if is_new {
                        times.push(0);
                    }
                    times[number as usize] += u32::from(!text.is_empty());
                    number as usize
                })
                .collect();
            numbers
                .into_iter()
                .map(|number| times[number] > 1)
                .collect::<Vec<bool>>()
        };
        let nb = several(|name| &name.nb);
        let nn = several(|name| &name.nn);
        let en = several(|name| &name.en);
        for (at, label) in self.labels.iter_mut().enumerate() {
            let twice = [nb[at], nn[at], en[at]];
            let texts = [&mut label.name.nb, &mut label.name.nn, &mut label.name.en];
            for (text, _) in texts.into_iter().zip(twice).filter(|(_, twice)| *twice) {
                *text = format!("{text} ({})", label.code);
                label.short = Names::default();
            }
        }
    }
}

/// Tables that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// The name: of published data that in the publisher's list.
    pub name: String,
    /// Whether somebody has opened it from files, or was handed it, instead of the publisher having
    /// listed it. Every view, figure and export of it says so.
    pub own: bool,
    /// Title for readers.
    pub title: Names,
    /// What the data are, in a sentence or two.
    pub description: Names,
    /// Version of the data.
    pub version: String,
    /// Where the data come from.
    pub source: Names,
    /// Where the numbers of single tables come from, by the name of the table; the others have the source
    /// of all.
    pub table_sources: Vec<(String, Names)>,
    /// Licence, as named by the publisher.
    pub licence: String,
    /// Made-up data. Every view, figure and export of them says so.
    pub synthetic: bool,
    /// Remarks that go with the data.
    pub notes: Vec<Names>,
    /// Remarks on what counts as an emigration, short enough to stand below every figure of emigrations.
    pub emigration_notes: Vec<Names>,
    /// What the data set as a whole covers of a dimension.
    pub coverage: Coverage,
    /// What is shown of a dimension where a visitor has chosen nothing: the years in which all count the
    /// same, say. Nothing of a dimension that is shown whole.
    pub defaults: Coverage,
    /// Names of dimensions, where the data set has its own.
    pub dimension_names: Vec<(String, Names)>,
    /// Names of measures, where the data set has its own.
    pub measure_names: Vec<(String, Names)>,
    /// Labels of codes.
    pub labels: Vec<DimensionLabels>,
    /// Address of the view in which the tables were saved; empty when they were not.
    pub view: String,
    /// The mapping file by which foreign tables became these; empty when there is none.
    pub mapping: String,
    /// Outlines of the codes of a dimension, where the package brings them.
    pub geometry: Vec<(String, Rc<Geometry>)>,
    /// The outlines of all countries, once somebody has asked for a map.
    pub atlas: Option<Rc<Geometry>>,
    /// The tables.
    pub tables: Vec<Rc<Table>>,
}

impl Dataset {
    /// What addresses and the JavaScript API call it.
    pub fn id(&self) -> String {
        match self.own {
            true => own_id(&self.name),
            false => self.name.clone(),
        }
    }

    /// The data set as one of a list of packages, whose word on name and title comes first: what is
    /// listed as made up is made up, and a title in a language that the package lacks is the listed one.
    pub fn listed_as(mut self, name: &str, titles: &Names, synthetic: bool) -> Dataset {
        self.name = name.to_owned();
        self.title.complete(titles);
        self.synthetic |= synthetic;
        self.entitled()
    }

    /// The data set as one that somebody has opened from files.
    pub fn owned(mut self) -> Dataset {
        self.own = true;
        if self.name.is_empty() {
            "data".clone_into(&mut self.name);
        }
        self.entitled()
    }

    /// The data set with its name for a title when it has none.
    pub fn entitled(mut self) -> Dataset {
        if self.title.is_empty() {
            self.title = Names::same(&self.name);
        }
        self
    }

    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&Rc<Table>> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// Where the numbers of a table come from.
    pub fn source_of(&self, table: &str) -> &Names {
        let own = self.table_sources.iter().find(|(name, _)| name == table);
        own.map_or(&self.source, |(_, source)| source)
    }

    /// Whether a code is of a group without an upper end, as "100 and over", by itself or by its label.
    pub fn is_open_ended(&self, dimension: &str, code: &str) -> bool {
        let names = self.label(dimension, code).map(|label| &label.name);
        let names = names.map(|Names { nb, nn, en }| [nb, nn, en].map(String::as_str));
        let mut all = names.into_iter().flatten().chain([code]);
        all.any(is_open_ended)
    }

    /// The label of a code: the package's own; of a country of which it has the bare code, that of the atlas.
    pub fn label(&self, dimension: &str, code: &str) -> Option<&Label> {
        let own = self.dimension_labels(dimension).and_then(|own| {
            let mut labels = own.labels.iter();
            labels.find(|label| label.code == code)
        });
        let is_bare = own.is_none_or(|label| label.name.is_only(code));
        let atlas = self.atlas.as_ref().filter(|_| is_bare);
        let named = atlas.and_then(|atlas| {
            let found = atlas
                .find(code)
                .filter(|_| self.has_country(dimension, code))?;
            found.label.as_ref()
        });
        named.or(own)
    }

    /// Whether a code may be that of a country: two or three letters, in a dimension that is named as one of countries,
    /// or most of whose codes are.
    fn has_country(&self, dimension: &str, code: &str) -> bool {
        let is_short =
            matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_short
            && (contract::is_of_countries(dimension)
                || self.tables.iter().any(|table| {
                    let codes = table
                        .dimension(dimension)
                        .map(|column| column.codes.as_slice());
                    let codes = codes.unwrap_or_default();
                    let known = codes.iter().filter(|code| is_country(code)).count();
                    known >= 4 && 2 * known >= codes.len()
                }))
    }

    /// Whether there are countries of which nothing but the code is known.
    pub fn lacks_countries(&self) -> bool {
        let columns = self.tables.iter().flat_map(|table| &table.dimensions);
        self.atlas.is_none() && { columns }.any(|column| {
            let mut codes = column.codes.iter().take(200);
            codes.any(|code| {
                let label = self.label(&column.name, code);
                self.has_country(&column.name, code)
                    && label.is_none_or(|label| label.name.is_only(code))
            })
        })
    }

    /// The labels of a dimension.
    pub fn dimension_labels(&self, dimension: &str) -> Option<&DimensionLabels> {
        self.labels
            .iter()
            .find(|labels| labels.dimension == dimension)
    }

    /// Every code of a dimension in display order: labelled codes first, then the others in the
    /// order in which the tables have them. Codes that only a label knows are left out, and those that
    /// add up others.
    pub fn codes(&self, dimension: &str) -> Vec<String> {
        self.in_display_order(dimension, self.unordered_codes(dimension))
    }

    /// The same in the order in which the tables have them, which is found sooner.
    pub fn unordered_codes(&self, dimension: &str) -> Vec<String> {
        let mut present = Dictionary::default();
        for table in &self.tables {
            if let Some(column) = table.dimension(dimension) {
                for code in column
                    .codes
                    .iter()
                    .filter(|code| !column.additive.is_sum(code))
                {
                    present.number(code.as_bytes());
                }
            }
        }
        let codes = present.codes();
        codes
            .map(|code| String::from_utf8_lossy(code).into_owned())
            .collect()
    }

    /// Codes in display order. Years, periods and ages stand by their numbers, whatever order labels
    /// and rows have; other codes as they are labelled, and those without a label after them: by
    /// their numbers where all begin with one, else in the order given.
    pub fn in_display_order(&self, dimension: &str, codes: Vec<String>) -> Vec<String> {
        let mut labelled = Dictionary::default();
        for label in self
            .dimension_labels(dimension)
            .iter()
            .flat_map(|known| &known.labels)
        {
            labelled.number(label.code.as_bytes());
        }
        let is_ordered = contract::is_ordered(dimension);
        let place = |code: &String| match is_ordered {
            true => u32::MAX,
            false => labelled.find(code.as_bytes()).unwrap_or(u32::MAX),
        };
        let starts_with_number = |code: &String| {
            let number = decimal_sign::parse(code, DecimalSign::Point);
            number.is_some() || code.starts_with(|letter: char| letter.is_ascii_digit())
        };
        let mut rest = codes.iter().filter(|code| place(code) == u32::MAX);
        let by_number = is_ordered || rest.all(starts_with_number);
        let key = |code: String| match place(&code) {
            u32::MAX if by_number => (u32::MAX, numbers_in(&code), code),
            place => (place, Vec::new(), code),
        };
        let mut keyed: Vec<(u32, Vec<f64>, String)> = codes.into_iter().map(key).collect();
        order::sort_by(&mut keyed, &|one, two| {
            let placed = one.0.cmp(&two.0);
            placed.then_with(|| by_numbers((&one.1, &one.2), (&two.1, &two.2)))
        });
        keyed.into_iter().map(|(_, _, code)| code).collect()
    }

    /// Whether these are data of the report: of its groups, which nobody else has. What the report says of its
    /// people and its years is said of no other data.
    pub fn is_of_report(&self) -> bool {
        const GROUP: &str = "nb_two_immigrant_parents";
        let has = |codes: &[String]| codes.iter().any(|code| code == GROUP);
        let covered = |coverage: &Coverage| coverage.get("group").is_some_and(has);
        let in_table = |table: &Rc<Table>| {
            covered(&table.coverage)
                || table
                    .dimension("group")
                    .is_some_and(|column| has(&column.codes))
        };
        covered(&self.coverage) || self.tables.iter().any(in_table)
    }

    /// Every dimension that a table of the data set has as a column.
    pub fn dimensions(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for table in &self.tables {
            for dimension in &table.dimensions {
                if !names.contains(&dimension.name) {
                    names.push(dimension.name.clone());
                }
            }
        }
        names
    }
}

/// A name in a language, where there is one in any.
pub fn own_name(names: &[(String, Names)], lang: Lang, wanted: &str) -> Option<String> {
    let (_, own) = names.iter().find(|(name, _)| name == wanted)?;
    (!own.is_empty()).then(|| own.get(lang).to_owned())
}

/// The number that a code is, else the whole numbers in it; infinity, which comes last, for a code
/// without one.
fn numbers_in(code: &str) -> Vec<f64> {
    if let Some(number) = decimal_sign::parse(code, DecimalSign::Point) {
        return vec![number];
    }
    let digits = code.split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<f64> = digits.filter_map(|digits| digits.parse().ok()).collect();
    match numbers.is_empty() {
        true => vec![f64::INFINITY],
        false => numbers,
    }
}

/// Number by number; of two codes with the same numbers, "under 18" comes before "18+".
fn by_numbers(one: (&[f64], &str), two: (&[f64], &str)) -> Ordering {
    let places = one.0.iter().zip(two.0);
    let mut compared = places.map(|(one, two)| one.total_cmp(two));
    let starts_with_digit = |code: &str| code.starts_with(|letter: char| letter.is_ascii_digit());
    compared
        .find(|ordering| ordering.is_ne())
        .unwrap_or_else(|| one.0.len().cmp(&two.0.len()))
        .then_with(|| starts_with_digit(one.1).cmp(&starts_with_digit(two.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A data set whose labels of a dimension have these codes, in this order.
    fn labelled(dimension: &str, codes: &[&str]) -> Dataset {
        let labels = codes.iter().map(|code| Label {
            code: (*code).to_owned(),
            ..Label::default()
        });
        Dataset {
            labels: vec![DimensionLabels {
                dimension: dimension.to_owned(),
                labels: labels.collect(),
            }],
            ..Dataset::default()
        }
    }

    #[test]
    fn codes_have_one_order_whatever_order_rows_and_labels_have() {
        /// A dimension, its labelled codes, the codes given, and their order.
        type Case = (&'static str, Codes, Codes, Codes);
        type Codes = &'static [&'static str];
        let cases: [Case; 8] = [
            (
                "year",
                &[],
                &["1996", "2019", "1990"],
                &["1990", "1996", "2019"],
            ),
            (
                "year",
                &["2020"],
                &["2021", "2020", "2019"],
                &["2019", "2020", "2021"],
            ),
            (
                "age",
                &[],
                &["100+", "9", "TOTAL", "10"],
                &["9", "10", "100+", "TOTAL"],
            ),
            (
                "age",
                &["5-9", "0-4"],
                &["5-9", "85+", "0-4", "<5"],
                &["0-4", "<5", "5-9", "85+"],
            ),
            (
                "period",
                &[],
                &["2006-2011", "2000-2005"],
                &["2000-2005", "2006-2011"],
            ),
            (
                "quarter",
                &[],
                &["2007K2", "2006K4", "2007K1"],
                &["2006K4", "2007K1", "2007K2"],
            ),
            ("sex", &["m", "f"], &["f", "x", "m"], &["m", "f", "x"]),
            ("country", &[], &["se", "at", "no"], &["se", "at", "no"]),
        ];
        for (dimension, labels, given, expected) in cases {
            let given = given.iter().map(|code| (*code).to_owned()).collect();
            let ordered = labelled(dimension, labels).in_display_order(dimension, given);
            assert_eq!(ordered, expected, "{dimension}");
        }
    }
}
