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

impl DimensionLabels {
    /// Gives labels that several codes have the code behind them: nobody could tell the two apart.
    pub fn tell_apart(&mut self) {
        let names: Vec<Names> = self.labels.iter().map(|label| label.name.clone()).collect();
        for (at, label) in self.labels.iter_mut().enumerate() {
            let own = &names[at];
            let is_twice = |of: fn(&Names) -> &str| {
                let mut others = names.iter().enumerate();
                let text = of(own);
                !text.is_empty() && others.any(|(other, name)| other != at && of(name) == text)
            };
            let twice = [
                is_twice(|name| &name.nb),
                is_twice(|name| &name.nn),
                is_twice(|name| &name.en),
            ];
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
    /// Name in addresses and in the JavaScript API.
    pub name: String,
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
    /// order in which the tables have them. Codes that only a label knows are left out, and those that
    /// add up others.
    pub fn codes(&self, dimension: &str) -> Vec<String> {
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
