//! A figure as a workbook: one sheet a panel, and one with the notes.
//!
//! The file is the least that the format (ECMA-376, Office Open XML) asks for: text inline in its
//! cell, which no program takes for a formula, and numbers unrounded. A library for all of the
//! format would be larger than the tools it would join.

use crate::build::Figure;
use data::table::Dimension;
use data::write::{Form, Remark};
use data::zip;
use data::{Cell, Table};
use measures::Measure;
use text::{Lang, share};

use super::slice::{self, Slice};
use super::{Request, notes};

/// The bytes of the workbook.
pub fn xlsx(request: &Request) -> Vec<u8> {
    workbook(&sheets(request, &request.figure()))
}

/// The bytes of a workbook of sheets.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| files.push((name.to_owned(), text));
    let numbered = || (1..=sheets.len()).zip(sheets);
    let types: String = numbered()
        .map(|(number, _)| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
            ContentType=\"{TYPES}worksheet+xml\"/>"
            )
        })
        .collect();
    add("xl/styles.xml", format!("{XML}{STYLES}"));
    add(
        "[Content_Types].xml",
        format!(
            "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
                Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" \
                ContentType=\"{TYPES}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" \
                ContentType=\"{TYPES}styles+xml\"/>{types}</Types>"
        ),
    );
    add(
        "_rels/.rels",
        format!(
            "{XML}<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
                Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let listed: String = numbered()
        .map(|(number, sheet)| {
            let name = escaped(&sheet.name);
            format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")
        })
        .collect();
    add(
        "xl/workbook.xml",
        format!(
            "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets></workbook>"
        ),
    );
    let related: String = numbered()
        .map(|(number, _)| {
            format!(
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" \
            Target=\"worksheets/sheet{number}.xml\"/>"
            )
        })
        .collect();
    add(
        "xl/_rels/workbook.xml.rels",
        format!(
            "{XML}<Relationships xmlns=\"{PACKAGE}\">{related}<Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" \
                Target=\"styles.xml\"/></Relationships>"
        ),
    );
    for (number, sheet) in numbered() {
        add(&format!("xl/worksheets/sheet{number}.xml"), sheet.xml());
    }
    zip::pack(&files)
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// Two forms of cells: as it is, and per cent with two decimals, which is form 10 of the format.
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>\
    <xf numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A part of one, read as per cent.
    Part(f64),
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Widths of the first columns, in characters.
    pub widths: Vec<usize>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// The sheet of notes, which stands last.
    pub fn of_notes(notes: impl Iterator<Item = (&'static str, String)>, lang: Lang) -> Sheet {
        let rows =
            notes.map(|(heading, text)| vec![Value::Text(heading.to_owned()), Value::Text(text)]);
        Sheet {
            name: share::sheet_notes(lang).to_owned(),
            widths: vec![28, 100],
            rows: rows.collect(),
        }
    }

    fn xml(&self) -> String {
        let mut out = format!("{XML}<worksheet xmlns=\"{MAIN}\"><cols>");
        for (place, width) in (1..).zip(&self.widths) {
            out += &format!(
                "<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        out += "</cols><sheetData>";
        for row in &self.rows {
            out += "<row>";
            for value in row {
                out += &match value {
                    Value::Number(number) => format!("<c><v>{number}</v></c>"),
                    Value::Part(number) => format!("<c s=\"1\"><v>{number}</v></c>"),
                    Value::Text(text) => format!(
                        "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                        escaped(text)
                    ),
                };
            }
            out += "</row>";
        }
        out + "</sheetData></worksheet>"
    }
}

/// The notes last, so that the numbers are in view when the file is opened; made-up data are
/// marked above the numbers as well.
fn sheets(request: &Request, figure: &Figure) -> Vec<Sheet> {
    let lang = request.lang;
    let form = Form::PLAIN;
    let mut sheets = Vec::new();
    for (index, panel) in request.spec.panels.iter().enumerate() {
        let name = format!("{}-{}", figure.id, index + 1);
        let Some(cut) = slice::slice(
            request.dataset,
            (panel, figure.panels.get(index)),
            figure.level,
            &name,
            (lang, form),
        ) else {
            continue;
        };
        let measure = match panel.question.measure {
            Measure::ReturnShare if panel.counts => "returned_5y",
            _ if panel.counts => "emigrations",
            ref measure => measure.name(),
        };
        let title = figure
            .sheet
            .panels
            .get(index)
            .map_or("", |panel| panel.title.as_str());
        let title = match title {
            "" => figure.sheet.title.clone(),
            title => format!("{}: {title}", figure.sheet.title),
        };
        let mut rows = vec![vec![Value::Text(title)]];
        if request.dataset.synthetic || request.dataset.own {
            rows.push(vec![Value::Text(figure.sheet.badge.text.clone())]);
        }
        rows.push(Vec::new());
        let headings = slice::headings(&cut, measure, lang);
        let widths = headings
            .iter()
            .map(|heading| heading.chars().count().clamp(10, 40) + 2);
        let widths = widths.collect();
        rows.push(headings.into_iter().map(Value::Text).collect());
        let is_part = panel.question.measure.is_ratio() && !panel.counts;
        // Years and ages are numbers to sort and draw by; a column with another code is one of names.
        let columns = cut.table.dimensions.iter();
        let are_numbers = |column: &Dimension| {
            let mut codes = column.codes.iter();
            codes.all(|code| as_number(code).is_some())
        };
        let are_numbers: Vec<bool> = columns.map(are_numbers).collect();
        rows.extend((0..cut.table.rows).map(|row| numbers(&cut, row, is_part, &are_numbers)));
        sheets.push(Sheet {
            name: match request.spec.panels.len() {
                1 => share::sheet_numbers(lang).to_owned(),
                _ => format!("{} {}", share::sheet_numbers(lang), index + 1),
            },
            widths,
            rows,
        });
    }
    sheets.push(Sheet::of_notes(
        notes::notes(request, figure).into_iter(),
        lang,
    ));
    sheets
}

/// The number that a code is written like, letter for letter, so that a spreadsheet shows the code: none that begins
/// with a zero, has an exponent or more digits than a spreadsheet keeps.
fn as_number(code: &str) -> Option<f64> {
    const KEPT: usize = 15;
    let number = code
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite())?;
    (code.len() <= KEPT && number.to_string() == code).then_some(number)
}

/// One row of counts with what stands beside it; the first of that is the value shown.
fn numbers(cut: &Slice, row: usize, is_part: bool, are_numbers: &[bool]) -> Vec<Value> {
    let table: &Table = &cut.table;
    let codes = table.dimensions.iter().zip(are_numbers);
    let codes = codes.map(|(column, are_numbers)| {
        let code = &column.codes[column.rows.get(row) as usize];
        let number = as_number(code).filter(|_| *are_numbers);
        number.map_or_else(|| Value::Text(code.clone()), Value::Number)
    });
    let cells = table
        .measures
        .iter()
        .map(|column| match column.cells.get(row) {
            Cell::Number(number) => Value::Number(number),
            Cell::Missing => Value::Text("..".to_owned()),
            Cell::Suppressed => Value::Text(":".to_owned()),
            Cell::NotApplicable => Value::Text(".".to_owned()),
        });
    let remarks = cut
        .remarks
        .iter()
        .enumerate()
        .map(|(index, remark): (usize, &Remark)| {
            let text = remark.cells.get(row).cloned().unwrap_or_default();
            match text.parse::<f64>() {
                Ok(number) if is_number(index, remark) && number.is_finite() => match is_part {
                    true => Value::Part(number),
                    false => Value::Number(number),
                },
                _ => Value::Text(text),
            }
        });
    codes.chain(cells).chain(remarks).collect()
}

/// Whether what stands beside the counts is a number: the value shown, and its interval.
fn is_number(index: usize, remark: &Remark) -> bool {
    index == 0 || [slice::LOWER, slice::UPPER, slice::LEVEL].contains(&remark.name.as_str())
}

/// Text as XML content, without the characters that XML 1.0 does not allow.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
