//! What the dimensions and measures of a data set are called: by the data set, else by the field, else as
//! their column.

use data::dataset::{Dataset, own_name};

use super::{Lang, case, terms};

/// Names in a language.
pub trait Naming {
    /// What a dimension is called, as a heading.
    fn dimension_name(&self, lang: Lang, dimension: &str) -> String;

    /// What a dimension is called within a sentence.
    fn dimension_within(&self, lang: Lang, dimension: &str) -> String {
        case::within(&self.dimension_name(lang, dimension))
    }

    /// What a measure is called, as a heading.
    fn measure_name(&self, lang: Lang, measure: &str) -> String;
}

impl Naming for Dataset {
    fn dimension_name(&self, lang: Lang, dimension: &str) -> String {
        own_name(&self.dimension_names, lang, dimension)
            .unwrap_or_else(|| terms::dimension(lang, dimension))
    }

    fn measure_name(&self, lang: Lang, measure: &str) -> String {
        own_name(&self.measure_names, lang, measure)
            .unwrap_or_else(|| terms::measure(lang, measure))
    }
}
