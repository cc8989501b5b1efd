//! What of a data set is in no sum.

use data::{Additivity, Dataset, Dimension};
use text::naming::Naming;
use text::{Lang, enumerate, notes};

/// Which totals stand among the values of the tables, and that nothing is added to them, in whole sentences.
pub fn left_aside(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    for table in &dataset.tables {
        for dimension in &table.dimensions {
            told.extend(of_dimension(dataset, &table.name, dimension, lang));
        }
    }
    told
}

fn of_dimension(
    dataset: &Dataset,
    table: &str,
    dimension: &Dimension,
    lang: Lang,
) -> Option<String> {
    let additive = &dimension.additive;
    let name = dataset.dimension_within(lang, &dimension.name);
    let label = |code: &String| match dataset.label(&dimension.name, code) {
        Some(label) => label.name.get(lang).to_owned(),
        None => code.clone(),
    };
    let sums: Vec<&String> = additive.sums.iter().collect();
    match (additive.codes, additive.whole.first(), sums.as_slice()) {
        (_, _, []) => None,
        (Additivity::Incomplete, Some(total), _) => {
            Some(notes::total_holds(lang, table, &name, &label(total)))
        }
        (_, whole, sums) => {
            let sums: Vec<String> = sums.iter().map(|code| label(code)).collect();
            let told = match whole {
                Some(_) => notes::totals_aside,
                None => notes::counted_twice_aside,
            };
            Some(told(lang, table, &name, &enumerate(lang, &sums)))
        }
    }
}
