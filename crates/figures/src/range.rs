//! Numbers of which only a range is known: rounded by the publisher, or with suppressed cells.

use data::Dataset;
use measures::Row;
use measures::analysis::suppressed;
use text::Lang;

use super::absence;
use super::build::ValueForm;
use super::spec::PanelSpec;

/// Where the unrounded number lies; empty for numbers that are not rounded. A confidence interval
/// it is not: chance has no part in it.
pub(super) fn rounded(spec: &PanelSpec, row: &Row, form: ValueForm, lang: Lang) -> String {
    match row.rounding {
        // What is rounded to whole per cents lies between halves.
        Some(ends) if !spec.counts => form.range(ends, form.decimals + 1, lang),
        _ => String::new(),
    }
}

/// The range of a number with suppressed cells, and why it is one; none when the number can be
/// anything, or is not withheld.
pub(super) fn withheld(
    dataset: &Dataset,
    spec: &PanelSpec,
    row: &Row,
    form: ValueForm,
    lang: Lang,
) -> Option<String> {
    let found = suppressed::withheld(dataset, &spec.question, row, spec.counts)?;
    let between = form.range((found.lowest, found.highest), form.decimals + 1, lang);
    Some(format!("{between} ({})", absence::words(row.status, lang)))
}
