//! What belongs to the numbers of a figure, as headings with their texts.

use measures::{Measure, Rebase};
use text::{Lang, share, terms, words};

use super::Request;
use crate::build::Figure;

/// Name and version of the product.
pub fn product(lang: Lang) -> String {
    format!("{} {}", words::app_title(lang), env!("CARGO_PKG_VERSION"))
}

/// Puts more below the title of what belongs to the numbers; above all of it where it has none.
pub fn below_title(
    notes: &mut Vec<(&'static str, String)>,
    lang: Lang,
    more: impl IntoIterator<Item = (&'static str, String)>,
) {
    let mut headings = notes.iter().map(|(heading, _)| *heading);
    let title = headings.position(|heading| heading == share::note_title(lang));
    let below = title.map_or(0, |title| title + 1);
    notes.splice(below..below, more);
}

/// Everything a reader must know, in reading order. Made-up data come first.
pub fn notes(request: &Request, figure: &Figure) -> Vec<(&'static str, String)> {
    let (lang, dataset) = (request.lang, request.dataset);
    let mut notes: Vec<(&'static str, String)> = Vec::new();
    if dataset.synthetic {
        notes.push((
            words::synthetic(lang),
            format!(
                "{}. {}",
                dataset.title.get(lang),
                words::synthetic_long(lang)
            ),
        ));
    }
    if dataset.own {
        notes.push((words::own(lang), words::own_long(lang).to_owned()));
    }
    let number = figure
        .number
        .map(|number| words::figure_number(lang, number));
    let title = match number {
        Some(number) => format!("{number}. {}", figure.sheet.title),
        None => figure.sheet.title.clone(),
    };
    notes.push((share::note_title(lang), title));
    notes.push((share::note_selection(lang), figure.sheet.subtitle.clone()));
    let wanted = definitions(request);
    for definition in terms::definitions_for(lang, &wanted, dataset.is_of_report()) {
        let meaning = format!("{}: {}", definition.term, definition.meaning);
        notes.push((share::note_definition(lang), meaning));
        notes.push((share::note_formula(lang), definition.formula.to_owned()));
    }
    // The first line of the footer is the source, which has its own heading.
    for remark in figure.sheet.footer.iter().skip(1) {
        notes.push((share::note_remarks(lang), remark.clone()));
    }
    for note in &dataset.notes {
        notes.push((share::note_about(lang), note.get(lang).to_owned()));
    }
    let source = match crate::build::sources(dataset, &figure.panels, lang) {
        own if own.is_empty() => dataset.source.get(lang).to_owned(),
        own => own,
    };
    notes.extend([
        (
            share::note_dataset(lang),
            dataset.title.get(lang).to_owned(),
        ),
        (share::note_source(lang), source),
        (share::note_version(lang), dataset.version.clone()),
        (share::note_licence(lang), dataset.licence.clone()),
        (share::note_computed(lang), product(lang)),
        (share::note_date(lang), request.date.to_owned()),
        (share::note_link(lang), request.link.to_owned()),
    ]);
    notes.retain(|(_, text)| !text.is_empty());
    notes
}

/// Identifiers of the definitions that the measures of a figure rest on.
fn definitions(request: &Request) -> Vec<&'static str> {
    let mut ids = vec!["population_studied", "emigration"];
    for panel in &request.spec.panels {
        ids.extend::<&[&str]>(match &panel.question.measure {
            Measure::Rate => &["rate", "mid_year_population", "person_years"],
            Measure::Population => &["mid_year_population"],
            Measure::PersonYears => &["person_years"],
            Measure::Share { .. } if panel.question.rebase != Rebase::None => &["rebased_share"],
            Measure::Share { .. } => &["destination_share"],
            Measure::ReturnShare | Measure::ReturnCurve => &["return_share"],
            Measure::Emigrations | Measure::Persons => &[],
        });
    }
    ids
}
