//! A panel as one CSV file that says what it is and can be opened again.
//!
//! Above the header stand the notes, a line each after `#`, then the description of the table. In
//! Norwegian the file has the semicolons and decimal commas of Norwegian spreadsheets.

use data::csv_table::{begins_field, begins_formula};
use data::table::FLAG_COLUMNS;
use data::write::{self, Form, Written};
use text::{Lang, share, words};

use super::{Request, notes, slice};

/// How files are written in a language, for spreadsheets to open.
pub fn form(lang: Lang) -> Form {
    let (delimiter, decimal_sign) = match lang {
        Lang::Nb | Lang::Nn => (';', ','),
        Lang::En => (',', '.'),
    };
    Form {
        delimiter,
        decimal_sign,
        guarded: true,
    }
}

/// The file of a panel; `None` when the data set cannot answer it.
pub fn csv(request: &Request, panel: usize) -> Option<String> {
    let (lang, form) = (request.lang, form(request.lang));
    let figure = request.figure();
    let spec = request.spec.panels.get(panel)?;
    let name = format!("{}-{}-{}", request.dataset.name, figure.id, panel + 1);
    let mut cut = slice::slice(
        request.dataset,
        (spec, figure.panels.get(panel)),
        figure.level,
        &name,
        (lang, form),
    )?;
    cut.dataset.view = request.views.get(panel).cloned().unwrap_or_default();
    let written = Written {
        table: &cut.table,
        remarks: &cut.remarks,
        path: &format!("{name}.csv"),
        form,
        said: None,
    };
    let mut notes = notes::notes(request, &figure);
    let title = figure.sheet.panels.get(panel).map(|panel| &panel.title);
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        notes::below_title(&mut notes, lang, [(words::panel(lang), title.clone())]);
    }
    let mut columns = share::columns_text(lang).to_owned();
    let has = |name: &str| cut.remarks.iter().any(|remark| remark.name == name);
    if has(slice::LEVEL) {
        columns = format!("{columns} {}", share::columns_of_intervals(lang));
    }
    if FLAG_COLUMNS.into_iter().any(has) {
        columns = format!("{columns} {}", share::columns_of_flags(lang));
    }
    notes.push((share::note_columns(lang), columns));
    let mut out = head(&notes);
    let description = write::description(&cut.dataset, &[written]);
    out += &format!("# datapackage: {}\n", write::json_for_table(&description));
    out += &write::csv(&written);
    Some(out)
}

/// The head of a file: its notes, a line each. The mark at the start tells spreadsheets that the text is UTF-8.
pub fn head(notes: &[(&'static str, String)]) -> String {
    let mut out = String::from("\u{feff}");
    for (heading, text) in notes {
        out += &format!("# {}\n", remark(&format!("{heading}: {text}")));
    }
    out
}

/// A note on one line. A spreadsheet cuts the line at delimiters, so what follows one must neither
/// open a quote nor begin like a formula.
fn remark(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at_start = false;
    for letter in text.chars() {
        let letter = match letter {
            '\n' | '\r' | '\t' => ' ',
            '"' => '\'',
            other => other,
        };
        if at_start && begins_formula(letter) {
            out.push('\'');
        }
        at_start = begins_field(at_start, letter);
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stays_on_its_line_and_makes_no_formula() {
        let cases = [
            ("a,=b", "a,'=b"),
            ("a; +b", "a; '+b"),
            ("a\n\"b\"\r\n=c", "a 'b'  =c"),
            ("a-b = c", "a-b = c"),
        ];
        for (given, written) in cases {
            assert_eq!(remark(given), written);
        }
    }
}
