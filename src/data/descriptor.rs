//! `datapackage.json`: the description of a data package.
//!
//! A Frictionless Tabular Data Package with a few properties of our own: `titles`, `labels`,
//! `coverage`, `synthetic` and, on a field, `role` and `rounded`. Unknown properties are ignored.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::dataset::{DimensionLabels, Label, Names};
use super::problem::{Problem, ProblemKind};
use super::table::{Coverage, Rounding, expand_range};

/// A text by language.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TextByLanguage {
    /// Norwegian bokmål.
    #[serde(default)]
    pub nb: String,
    /// English.
    #[serde(default)]
    pub en: String,
    /// A shorter form.
    #[serde(default)]
    pub short: Option<Box<TextByLanguage>>,
}

impl From<&TextByLanguage> for Names {
    fn from(text: &TextByLanguage) -> Names {
        Names {
            nb: text.nb.clone(),
            en: text.en.clone(),
        }
    }
}

/// The whole description.
#[derive(Clone, Debug, Deserialize)]
pub struct Descriptor {
    /// Name in addresses.
    #[serde(default)]
    pub name: String,
    /// Title.
    #[serde(default)]
    pub title: String,
    /// Title by language.
    #[serde(default)]
    pub titles: TextByLanguage,
    /// Description by language.
    #[serde(default)]
    pub descriptions: TextByLanguage,
    /// Version of the data.
    #[serde(default)]
    pub version: String,
    /// Made-up data.
    #[serde(default)]
    pub synthetic: bool,
    /// Remarks.
    #[serde(default)]
    pub notes: Vec<TextByLanguage>,
    /// Sources.
    #[serde(default)]
    pub sources: Vec<Titled>,
    /// Licences.
    #[serde(default)]
    pub licenses: Vec<Titled>,
    /// What the package covers of each dimension.
    #[serde(default)]
    pub coverage: BTreeMap<String, Vec<String>>,
    /// Labels by dimension and code, in display order.
    #[serde(default)]
    pub labels: InOrder<InOrder<TextByLanguage>>,
    /// The tables.
    pub resources: Vec<Resource>,
}

/// Something with a title or a name.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Titled {
    /// Title.
    #[serde(default)]
    pub title: String,
    /// Name.
    #[serde(default)]
    pub name: String,
}

/// One table of the package.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Resource {
    /// Table name.
    pub name: String,
    /// File, relative to the description.
    pub path: String,
    /// Decimal sign of the file.
    #[serde(rename = "decimalChar", default)]
    pub decimal_char: Option<String>,
    /// Delimiter and the like.
    #[serde(default)]
    pub dialect: Dialect,
    /// What the table covers of dimensions it has no column for.
    #[serde(default)]
    pub coverage: BTreeMap<String, Vec<String>>,
    /// Columns.
    #[serde(default)]
    pub schema: Schema,
}

/// How the file is written.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Dialect {
    /// Field delimiter.
    #[serde(default)]
    pub delimiter: Option<String>,
    /// Decimal sign.
    #[serde(rename = "decimalChar", default)]
    pub decimal_char: Option<String>,
}

/// Columns of a table.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Schema {
    /// The columns.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Marks for cells without a number.
    #[serde(rename = "missingValues", default)]
    pub missing_values: Vec<MissingValue>,
}

/// One column.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Field {
    /// Column name.
    pub name: String,
    /// `dimension`, `measure` or `note`; decided by the name when absent.
    #[serde(default)]
    pub role: Option<Role>,
    /// Decimal sign of the column.
    #[serde(rename = "decimalChar", default)]
    pub decimal_char: Option<String>,
    /// How the publisher rounded the numbers.
    #[serde(default)]
    pub rounded: Option<Rounded>,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Says what the row is about.
    Dimension,
    /// Holds numbers.
    Measure,
    /// A remark for people; not used in any computation.
    Note,
}

/// How numbers were rounded.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Rounded {
    /// Digits after the decimal sign.
    #[serde(default)]
    pub decimals: Option<u32>,
    /// Unit rounded to.
    #[serde(default)]
    pub step: Option<f64>,
}

impl From<Rounded> for Rounding {
    fn from(rounded: Rounded) -> Rounding {
        let step = match (rounded.step, rounded.decimals) {
            (Some(step), _) => step,
            (None, decimals) => libm::pow(10.0, -f64::from(decimals.unwrap_or(0))),
        };
        Rounding { step }
    }
}

/// A mark for a cell without a number; a plain string means missing.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum MissingValue {
    /// The mark alone.
    Plain(String),
    /// The mark and what it means: `missing`, `suppressed` or `not_applicable`.
    Labelled {
        /// The mark.
        value: String,
        /// What it means.
        #[serde(default)]
        label: String,
    },
}

/// A JSON object whose order matters.
#[derive(Clone, Debug)]
pub struct InOrder<T>(pub Vec<(String, T)>);

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        InOrder(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for InOrder<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
            type Value = InOrder<T>;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<InOrder<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(InOrder(entries))
            }
        }
        deserializer.deserialize_map(Visitor(std::marker::PhantomData))
    }
}

impl Descriptor {
    /// Reads a description.
    pub fn parse(file: &str, text: &str) -> Result<Descriptor, Problem> {
        let text = text.trim_start_matches('\u{feff}');
        serde_json::from_str(text).map_err(|error| {
            let kind = if error.is_data() {
                ProblemKind::DescriptorField
            } else {
                ProblemKind::Json
            };
            Problem::of_file(file, kind, error.to_string()).at_line(error.line() as u64)
        })
    }

    /// Title by language.
    pub fn title_names(&self) -> Names {
        let names = Names::from(&self.titles);
        if names.is_empty() {
            Names::same(&self.title)
        } else {
            names
        }
    }

    /// Labels of every dimension, in display order.
    pub fn dimension_labels(&self) -> Vec<DimensionLabels> {
        let InOrder(dimensions) = &self.labels;
        dimensions
            .iter()
            .map(|(dimension, InOrder(labels))| DimensionLabels {
                dimension: dimension.clone(),
                labels: labels
                    .iter()
                    .map(|(code, text)| Label {
                        code: code.clone(),
                        name: Names::from(text),
                        short: text.short.as_deref().map(Names::from).unwrap_or_default(),
                    })
                    .collect(),
            })
            .collect()
    }

    /// What the package as a whole covers.
    pub fn package_coverage(&self) -> Coverage {
        expand(&self.coverage)
    }
}

impl Resource {
    /// What the table covers of dimensions it has no column for: its own word over the package's.
    pub fn table_coverage(&self, package: &Coverage) -> Coverage {
        let mut coverage = package.clone();
        coverage.extend(expand(&self.coverage));
        coverage
    }
}

fn expand(coverage: &BTreeMap<String, Vec<String>>) -> Coverage {
    coverage
        .iter()
        .map(|(dimension, codes)| {
            (
                dimension.clone(),
                codes.iter().flat_map(|code| expand_range(code)).collect(),
            )
        })
        .collect()
}
