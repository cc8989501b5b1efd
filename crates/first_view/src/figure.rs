//! A figure with its sentence and its tables, in the elements of `app/parts/figure.rs`.

use figures::build::Figure;
use figures::spec::Spec;
use figures::table::{NumberTable, TableCell};
use measures::DEFAULT_LEVEL;
use state::{Page, State, View, address};
use text::{Lang, terms, words};

use super::html::escaped;
use super::picture::{Colours, NARROW, WIDTHS, only_picture, picture};

/// The figure as the app shows it below its answer, drawn at every width.
pub(super) fn whole(
    figure: &Figure,
    spec: &Spec,
    (state, of_report): (&State, bool),
    colours: &mut Colours,
) -> String {
    let pictures = WIDTHS.iter().map(|width| picture(figure, *width, colours));
    let meanings = terms::definitions_for(figure.sheet.lang, &spec.terms(), of_report).into_iter();
    let meanings = meanings.map(|definition| {
        let formula = match definition.formula {
            "" => String::new(),
            formula => format!("<span class=\"formula\">{}</span>", escaped(formula)),
        };
        let place = match definition.place {
            "" => String::new(),
            place => format!("<span class=\"place\">{}</span>", escaped(place)),
        };
        format!(
            "<div><dt>{}</dt><dd>{}{formula}{place}</dd></div>",
            escaped(definition.term),
            escaped(definition.meaning),
        )
    });
    let explore = address::write(&State {
        page: Page::Explore,
        view: View::of_spec(spec).unwrap_or_default(),
        ..state.clone()
    });
    format!(
        "<article class=\"figure\" id=\"{id}\"><h2 class=\"for-readers\">{heading}</h2>\
         <div class=\"canvas\" tabindex=\"0\" role=\"group\" aria-label=\"{title}\">{pictures}\
         <p class=\"for-readers\" aria-live=\"polite\"></p></div>{remarks}\
         <div class=\"figure-row\">{table}<details class=\"terms\"><summary>{terms}</summary>\
         <dl class=\"definitions\">{meanings}</dl></details>\
         <p class=\"figure-links\"><a href=\"{explore}\">{explore_this}</a></p>\
         <details class=\"share\" inert><summary>{share}</summary></details>\
         <details class=\"make-task\" inert><summary>{make}</summary></details></div></article>",
        id = figure.id,
        heading = heading(figure),
        title = escaped(&figure.sheet.title),
        pictures = pictures.collect::<String>(),
        remarks = remarks(figure),
        table = tables(figure),
        terms = escaped(words::row_terms(figure.sheet.lang)),
        meanings = meanings.collect::<String>(),
        explore = escaped(&explore),
        explore_this = escaped(words::row_explore(figure.sheet.lang)),
        share = escaped(words::row_share(figure.sheet.lang)),
        make = escaped(text::tasks::make(figure.sheet.lang)),
    )
}

/// The figure for those who read without scripts, drawn once and narrow enough for every screen, with what
/// is said of it.
pub(super) fn to_read(
    figure: &Figure,
    (question, sentence): (&str, &str),
    colours: &mut Colours,
) -> String {
    let picture = match &figure.absent {
        Some(_) => String::new(),
        None => only_picture(figure, NARROW, colours),
    };
    format!(
        "<article class=\"figure\"><h3 class=\"question\">{question}</h3>\
         <p class=\"sentence\">{sentence}</p><div class=\"canvas\">{picture}</div>{remarks}{table}\
         </article>",
        question = escaped(question),
        sentence = escaped(sentence),
        remarks = remarks(figure),
        table = tables(figure),
    )
}

fn heading(figure: &Figure) -> String {
    let number = figure.number.map_or_else(String::new, |number| {
        format!("{}. ", words::figure_number(figure.sheet.lang, number))
    });
    escaped(&(number + &figure.sheet.title))
}

/// What the reader must know.
fn remarks(figure: &Figure) -> String {
    let remarks = figure.remarks();
    let remarks = remarks
        .iter()
        .map(|remark| format!("<p>{}</p>", escaped(remark)));
    format!(
        "<div class=\"for-readers\">{}</div>",
        remarks.collect::<String>()
    )
}

/// The numbers of every panel, folded away.
fn tables(figure: &Figure) -> String {
    let level = figure.level.unwrap_or(DEFAULT_LEVEL);
    let panels = figure.panels.iter().zip(figure.captions()).enumerate();
    let tables = panels.map(|(index, (panel, caption))| {
        let method = figure.interval_method(index);
        table(&panel.table, &caption, (level, method), figure.sheet.lang)
    });
    format!(
        "<details class=\"table\"><summary>{show}</summary>{tables}</details>",
        show = escaped(words::row_table(figure.sheet.lang)),
        tables = tables.collect::<String>(),
    )
}

fn table(table: &NumberTable, caption: &str, (level, method): (f64, &str), lang: Lang) -> String {
    let caption = escaped(caption);
    let head = std::iter::once(&table.stub).chain(&table.columns);
    let head = head.map(|name| format!("<th scope=\"col\">{}</th>", escaped(name)));
    let rows = table.rows.iter().map(|line| {
        let cells = line.cells.iter().map(cell).collect::<String>();
        format!(
            "<tr><th scope=\"row\">{}</th>{cells}</tr>",
            escaped(&line.head)
        )
    });
    let cells = || table.rows.iter().flat_map(|line| &line.cells);
    let mut notes = String::new();
    let mut note = |text: &str| notes += &format!("<p class=\"quiet\">{}</p>", escaped(text));
    if cells().any(|cell| cell.small) {
        note(&format!("* {}", words::small_mark(lang)));
    }
    if cells().any(|cell| !cell.interval.is_empty()) {
        note(&words::in_brackets(lang, level, method));
    }
    if cells().any(|cell| !cell.range.is_empty()) {
        note(words::rounding_range(lang));
    }
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\
         <table class=\"numbers\"><caption>{caption}</caption><thead><tr>{head}</tr></thead>\
         <tbody>{rows}</tbody></table></div>{notes}",
        head = head.collect::<String>(),
        rows = rows.collect::<String>(),
    )
}

fn cell(cell: &TableCell) -> String {
    let class = match (cell.small, cell.value) {
        (true, _) => " class=\"small\"",
        (false, None) => " class=\"absent\"",
        (false, Some(_)) => "",
    };
    let between = |open: &str, text: &str, close: &str| match text {
        "" => String::new(),
        text => format!(
            "<span class=\"between\"> {open}{}{close}</span>",
            escaped(text)
        ),
    };
    let mark = match cell.small {
        true => "<span aria-hidden=\"true\">\u{202f}*</span>",
        false => "",
    };
    format!(
        "<td{class}>{}{}{}{mark}</td>",
        escaped(&cell.text),
        between("(", &cell.interval, ")"),
        between("[", &cell.range, "]"),
    )
}
