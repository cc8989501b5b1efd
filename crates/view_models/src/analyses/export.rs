//! An analysis that leaves the product: its tables with unrounded numbers and the limits of intervals, what was
//! said of them, and what belongs to them.

use ::figures::build::Figure;
use ::figures::export::xlsx::{Sheet, Value, workbook};
use ::figures::export::{Request, csv, json, notes};
use ::figures::options::Options;
use ::figures::spec::Spec;
use data::Dataset;
use data::json::{Json, object, text};
use data::write;
use text::{Lang, share};

use super::page::{AnalysisPage, Asked, Cell, Table};
use super::with_figure;

/// An analysis to hand out, and what only the page around it knows.
#[derive(Clone, Copy, Debug)]
pub struct Handed<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// The analysis.
    pub asked: &'a Asked,
    /// The language of words and numbers.
    pub lang: Lang,
    /// Today, as `2026-11-23`.
    pub date: &'a str,
    /// Address of the analysis.
    pub link: &'a str,
}

impl Handed<'_> {
    /// Writes what there is to write, unless the data have no answer.
    fn written<T>(&self, write: impl FnOnce(&Request, &Figure, &AnalysisPage) -> T) -> Option<T> {
        let (page, figure) = with_figure(self.dataset, self.asked, self.lang);
        let figure = figure?;
        // No question of a figure stands behind it.
        let spec = Spec {
            id: figure.id.clone(),
            number: None,
            panels: Vec::new(),
            shared_axis: false,
            caveats: Vec::new(),
            options: Options::default(),
        };
        let request = Request {
            spec: &spec,
            dataset: self.dataset,
            lang: self.lang,
            date: self.date,
            link: self.link,
            views: &[],
        };
        Some(write(&request, &figure, &page))
    }

    /// A reference to read: `citation`, `bibtex` or `ris`.
    pub fn reference(&self, form: &str) -> Option<String> {
        let write = match form {
            "citation" => share::plain_citation,
            "bibtex" => share::bibtex,
            "ris" => share::ris,
            _ => return None,
        };
        self.written(|request, figure, _| request.with_cited(figure, write))
    }

    /// The file of a table, with what belongs to it above.
    pub fn csv(&self, place: usize) -> Option<String> {
        let form = csv::form(self.lang);
        let text = |value: Value| match value {
            Value::Text(text) => write::guard(&text, form),
            Value::Number(number) | Value::Part(number) => write::number(number, form),
        };
        let file = |request: &Request, figure: &Figure, page: &AnalysisPage| {
            let table = page.tables.get(place)?;
            let mut notes = self.notes(request, figure, page);
            let caption = (share::note_title(self.lang), table.caption.clone());
            notes::below_title(&mut notes, self.lang, [caption]);
            notes.push((
                share::note_columns(self.lang),
                share::shares_of_one(self.lang).to_owned(),
            ));
            let mut out = csv::head(&notes);
            for row in laid_out(table, self.lang) {
                write::line(&mut out, form, row.into_iter().map(text));
            }
            Some(out)
        };
        self.written(file)?
    }

    /// A workbook with a sheet for each table, and one with the notes.
    pub fn xlsx(&self) -> Option<Vec<u8>> {
        let lang = self.lang;
        self.written(|request, figure, page| {
            let several = page.tables.len() > 1;
            let sheets = (1..).zip(&page.tables).map(|(place, table)| {
                let mut rows = vec![vec![Value::Text(table.caption.clone())]];
                if self.dataset.synthetic || self.dataset.own {
                    rows.push(vec![Value::Text(figure.sheet.badge.text.clone())]);
                }
                rows.push(Vec::new());
                rows.extend(laid_out(table, lang));
                let name = share::sheet_numbers(lang);
                Sheet {
                    name: match several {
                        true => format!("{name} {place}"),
                        false => name.to_owned(),
                    },
                    widths: vec![32; table.columns.len().min(2)],
                    rows,
                }
            });
            let mut sheets: Vec<Sheet> = sheets.collect();
            sheets.push(Sheet::of_notes(
                self.notes(request, figure, page).into_iter(),
                lang,
            ));
            workbook(&sheets)
        })
    }

    /// The description: what was asked, what the data say, the tables, the notes.
    pub fn json(&self) -> Option<String> {
        self.written(|request, figure, page| {
            let choices = page.controls.iter();
            let choices = choices.map(|control| (control.name.clone(), text(&control.value)));
            let notes = self.notes(request, figure, page).into_iter();
            let notes = notes.map(|(heading, note)| text(&format!("{heading}: {note}")));
            let tables = page.tables.iter().map(table);
            let description = object(vec![
                ("id", text(&figure.id)),
                ("title", text(&figure.sheet.title)),
                ("summary", text(&page.answer)),
                ("lang", text(self.lang.tag())),
                ("analysis", Json::Object(choices.collect())),
                ("level", Json::Number(page.level)),
                ("tables", Json::List(tables.collect())),
                ("dataset", json::dataset(request)),
                ("notes", Json::List(notes.collect())),
                ("product", text(&notes::product(self.lang))),
                ("date", text(self.date)),
                ("link", text(self.link)),
            ]);
            write::json(&description) + "\n"
        })
    }

    /// What belongs to the numbers; what is said and taken for granted stands after what they are.
    fn notes(
        &self,
        request: &Request,
        figure: &Figure,
        page: &AnalysisPage,
    ) -> Vec<(&'static str, String)> {
        let mut notes = notes::notes(request, figure);
        let heading = share::note_remarks(self.lang);
        let said = std::iter::once(&page.answer)
            .chain(&page.notes)
            .chain(&page.assumptions);
        let said = said.filter(|text| !text.is_empty());
        let said = said.map(|text| (heading, text.clone()));
        notes::below_title(&mut notes, self.lang, said);
        notes
    }
}

/// The headings and rows of a table. An interval has a column for each of its ends.
fn laid_out(table: &Table, lang: Lang) -> Vec<Vec<Value>> {
    let columns = table.columns.len().saturating_sub(1);
    let is_interval: Vec<bool> = (0..columns)
        .map(|column| {
            let mut cells = table.rows.iter().filter_map(|line| line.cells.get(column));
            cells.any(|cell| cell.limits.is_some())
        })
        .collect();
    let mut headings = vec![Value::Text(
        table.columns.first().cloned().unwrap_or_default(),
    )];
    for (heading, is_interval) in table.columns.iter().skip(1).zip(&is_interval) {
        match is_interval {
            true => headings.extend([
                Value::Text(share::lower_end(lang, heading)),
                Value::Text(share::upper_end(lang, heading)),
            ]),
            false => headings.push(Value::Text(heading.clone())),
        }
    }
    let mut rows = vec![headings];
    for line in &table.rows {
        let mut row = vec![Value::Text(line.head.clone())];
        for (cell, is_interval) in line.cells.iter().zip(&is_interval) {
            row.extend(values(cell, *is_interval));
        }
        rows.push(row);
    }
    rows
}

/// A cell as one value, or as the two ends of its interval.
fn values(cell: &Cell, is_interval: bool) -> Vec<Value> {
    let is_part = cell.text.contains('%');
    let number = |number: f64| match is_part {
        true => Value::Part(number),
        false => Value::Number(number),
    };
    let text = || Value::Text(cell.text.clone());
    match (is_interval, cell.limits) {
        (true, Some((lower, upper))) => {
            let upper = upper.map_or_else(|| Value::Text("∞".to_owned()), number);
            vec![number(lower), upper]
        }
        (true, None) => vec![text(), Value::Text(String::new())],
        (false, _) => vec![cell.value.map_or_else(text, number)],
    }
}

fn table(table: &Table) -> Json {
    let texts = |texts: &[String]| Json::List(texts.iter().map(|one| text(one)).collect());
    let cell = |cell: &Cell| {
        let number = |number: Option<f64>| number.map_or(Json::Null, Json::Number);
        let mut fields = vec![("text", text(&cell.text)), ("value", number(cell.value))];
        if let Some((lower, upper)) = cell.limits {
            fields.extend([("lower", Json::Number(lower)), ("upper", number(upper))]);
        }
        object(fields)
    };
    let rows = table.rows.iter().map(|line| {
        let cells = line.cells.iter().map(cell);
        object(vec![
            ("head", text(&line.head)),
            ("cells", Json::List(cells.collect())),
        ])
    });
    object(vec![
        ("caption", text(&table.caption)),
        ("columns", texts(&table.columns)),
        ("rows", Json::List(rows.collect())),
    ])
}
