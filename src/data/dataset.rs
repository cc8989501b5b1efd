//! A data set: tables that belong together, their labels and where they come from.

use std::rc::Rc;

use super::decimal_sign::{self, DecimalSign};
use super::dictionary::Dictionary;
use super::table::{Coverage, Table};
use crate::order;
use crate::text::Lang;

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
    /// The same text in every language.
    pub fn same(text: &str) -> Names {
        Names {
            nb: text.to_owned(),
            nn: text.to_owned(),
            en: text.to_owned(),
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
    format!("{OWN}{name}")
}

/// The name in an identifier.
pub fn name_of(id: &str) -> &str {
    id.strip_prefix(OWN).unwrap_or(id)
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
    pub source: String,
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
    /// Labels of codes.
    pub labels: Vec<DimensionLabels>,
    /// Address of the view in which the tables were saved; empty when they were not.
    pub view: String,
    /// The mapping file by which foreign tables became these; empty when there is none.
    pub mapping: String,
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

    /// The label of a code, when the package gives one.
    pub fn label(&self, dimension: &str, code: &str) -> Option<&Label> {
        self.dimension_labels(dimension)?
            .labels
            .iter()
            .find(|label| label.code == code)
    }

    /// The labels of a dimension.
    pub fn dimension_labels(&self, dimension: &str) -> Option<&DimensionLabels> {
        self.labels
            .iter()
            .find(|labels| labels.dimension == dimension)
    }

    /// Every code of a dimension in display order: labelled codes first, then the others in the
    /// order in which the tables have them. Codes that only a label knows are left out.
    pub fn codes(&self, dimension: &str) -> Vec<String> {
        let mut present = Dictionary::default();
        for table in &self.tables {
            if let Some(column) = table.dimension(dimension) {
                for code in &column.codes {
                    present.number(code.as_bytes());
                }
            }
        }
        let mut labelled = vec![false; present.len()];
        let mut codes: Vec<String> = Vec::new();
        if let Some(labels) = self.dimension_labels(dimension) {
            for label in &labels.labels {
                if let Some(number) = present.find(label.code.as_bytes()) {
                    codes.push(label.code.clone());
                    labelled[number as usize] = true;
                }
            }
        }
        let mut rest: Vec<String> = present
            .codes()
            .zip(labelled)
            .filter(|(_, labelled)| !labelled)
            .map(|(code, _)| String::from_utf8_lossy(code).into_owned())
            .collect();
        let number = |code: &String| decimal_sign::parse(code, DecimalSign::Point);
        if rest.iter().all(|code| number(code).is_some()) {
            order::sort_by(&mut rest, &|one, two| {
                number(one)
                    .unwrap_or(0.0)
                    .total_cmp(&number(two).unwrap_or(0.0))
            });
        }
        codes.extend(rest);
        codes
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
