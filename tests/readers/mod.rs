//! Every reader of files, as a function of bytes: what the fuzz targets run, and what the normal
//! suite runs over their corpus and over the files that once broke a reader.
//!
//! A reader may refuse anything. It may not panic, and what it gives must hold together.

use utvandring::data::json::Json;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::zip;
use utvandring::data::{Dataset, Geometry, Problem, write};
use utvandring::import::formats::{Choices, ForeignTable, Format, Unpacked, read_foreign, unpack};
use utvandring::import::mapping::apply::apply;
use utvandring::import::mapping::plan::propose;
use utvandring::import::mapping::saved_mapping::Mapping;
use utvandring::state::{State, address as hash};
use utvandring::tasks::code::{self, MOST_CODES, gather};
use utvandring::tasks::{Answer, TaskSet, prepare};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;
use utvandring::view_models::import::ImportSession;

/// A reader under the name of its fuzz target.
pub type Reader = (&'static str, fn(&[u8]));

/// All of them.
pub const READERS: [Reader; 18] = [
    ("contract_csv", contract_csv),
    ("descriptor", descriptor),
    ("delimited", delimited),
    ("px", px),
    ("json_stat", json_stat),
    ("pxweb_json", pxweb_json),
    ("xlsx", xlsx),
    ("eurostat_tsv", eurostat_tsv),
    ("sdmx_csv", sdmx_csv),
    ("archive", archive),
    ("mapping_file", mapping_file),
    ("ods", ods),
    ("xls", xls),
    ("xlsb", xlsb),
    ("questions", questions),
    ("task", task),
    ("address", address),
    ("geometry", geometry),
];

fn named(name: &str, bytes: &[u8]) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// A table of the contract, without a description.
pub fn contract_csv(bytes: &[u8]) {
    check_dataset(open(&[named("table.csv", bytes)]));
}

/// A description of a data package, read as JSON and opened with a table that it may name.
pub fn descriptor(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Json::parse(text);
    }
    let table = named("t.csv", b"year,sex,emigrations\n2020,k,1\n2021,m,2\n");
    check_dataset(open(&[named("datapackage.json", bytes), table]));
}

/// Delimited text, its delimiter and its numbers detected.
pub fn delimited(bytes: &[u8]) {
    foreign(bytes, Some(Format::Csv));
}

/// PC-Axis.
pub fn px(bytes: &[u8]) {
    foreign(bytes, Some(Format::Px));
}

/// JSON-stat of both versions.
pub fn json_stat(bytes: &[u8]) {
    foreign(bytes, Some(Format::JsonStat));
}

/// The JSON of PxWeb.
pub fn pxweb_json(bytes: &[u8]) {
    foreign(bytes, Some(Format::PxWebJson));
}

/// Series of Eurostat.
pub fn eurostat_tsv(bytes: &[u8]) {
    foreign(bytes, Some(Format::EurostatTsv));
}

/// SDMX-CSV.
pub fn sdmx_csv(bytes: &[u8]) {
    foreign(bytes, Some(Format::SdmxCsv));
}

/// A workbook. The bytes are its sheet and, behind a line of `%%`, its shared strings: packed bytes
/// would almost never unpack to anything.
pub fn xlsx(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (sheet, strings) = text.split_once("\n%%\n").unwrap_or((&text, ""));
    let book = r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let relations =
        r#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let parts = [
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    let parts = parts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    foreign(&zip::pack(&parts), None);
}

/// A workbook of OpenDocument. The bytes are its content.
pub fn ods(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = format!(
        "<manifest:manifest><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
            </manifest:manifest>"
    );
    let parts = [
        ("mimetype".to_owned(), kind.to_owned()),
        ("META-INF/manifest.xml".to_owned(), manifest),
        ("content.xml".to_owned(), text),
    ];
    foreign(&zip::pack(&parts), None);
}

/// A workbook of Excel until 2003: the whole file.
pub fn xls(bytes: &[u8]) {
    foreign(bytes, None);
}

/// A binary workbook. The bytes are the records of its sheet.
pub fn xlsb(bytes: &[u8]) {
    let book: &[u8] =
        b"\x9c\x01\x16\0\0\0\0\x01\0\0\0\x01\0\0\0r\0\x01\0\0\0A\0\x90\x01\0\x9d\x01\0";
    let relations =
        b"<Relationships><Relationship Id=\"r\" Target=\"worksheets/a\"/></Relationships>";
    // Style 1 is a date.
    let styles: &[u8] = b"\xe9\x04\x04\x02\0\0\0\x2f\x04\0\0\0\0\x2f\x04\0\0\x0e\0";
    let parts = [
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/styles.bin", styles),
        ("xl/worksheets/a", bytes),
    ];
    foreign(&stored(&parts), None);
}

/// An archive whose members are stored as they are.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let at = bytes.len() as u32;
        let length = (content.len() as u32).to_le_bytes();
        let sum = crc32(content).to_le_bytes();
        let about = [
            &[0; 8],
            sum.as_slice(),
            &length,
            &length,
            &[name.len() as u8, 0, 0, 0],
        ]
        .concat();
        bytes.extend([b"PK\x03\x04\x14\0", &about[..], name.as_bytes(), content].concat());
        let place = [&[0; 10], at.to_le_bytes().as_slice()].concat();
        directory.extend(
            [
                b"PK\x01\x02\x14\0\x14\0",
                &about[..],
                &place,
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = [parts.len() as u8, 0, parts.len() as u8, 0];
    let (start, size) = (bytes.len() as u32, directory.len() as u32);
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0", count.as_slice()].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    };
    !bytes.iter().fold(!0, step)
}

/// Whatever bytes: a zip archive, a gzip file, a workbook, or text whose format is detected.
pub fn archive(bytes: &[u8]) {
    match unpack("file.zip", bytes) {
        Ok(Unpacked::Package(files)) => check_dataset(open(&files)),
        Ok(Unpacked::Files(_) | Unpacked::NotAnArchive) => foreign(bytes, None),
        Err(problems) => check_problems(&problems),
    }
}

/// A file on the import page: every question is answered, the first byte says how, and none is asked twice.
pub fn questions(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    let mut session = ImportSession::default();
    if let Err(problems) = session.add(vec![named("file", bytes)], &mut |_| ()) {
        check_problems(&problems);
        return;
    }
    let mut met = Vec::new();
    while let Some(question) = session.questions().into_iter().next() {
        assert!(
            !met.contains(&question.id),
            "{} is asked again",
            question.id
        );
        let (value, _) = &question.choices[usize::from(*first) % question.choices.len()];
        if session.set(&question.id, value).is_err() {
            return;
        }
        met.push(question.id);
    }
    match session.outcome() {
        Err(problems) => check_problems(&problems),
        Ok(outcome) => check_saved(&outcome.dataset),
    }
}

/// A task or a set of tasks, asked of a small table, and the same text as what a class has pasted.
pub fn task(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(set) = TaskSet::of_file(&text) else {
        return;
    };
    let table = named("t.csv", b"year,sex,emigrations\n2020,k,1\n2021,m,2\n");
    let Ok(dataset) = open(&[table]) else {
        panic!("the table is of the contract");
    };
    for task in &set.tasks {
        let _ = prepare(task, &Dataset::default(), Lang::En);
        if let Ok(prepared) = prepare(task, &dataset, Lang::Nb) {
            assert!(prepared.by_whom().is_some());
            let gathered = gather(&prepared, &text);
            assert!(gathered.answers.len() <= MOST_CODES);
            let own = code::write(&prepared, &Answer::right(&prepared), 7);
            assert!(matches!(
                code::read(&prepared, &own),
                code::Read::Answer(7, _)
            ));
        }
    }
}

/// The hash of an address; what is read is written as an address that is read as the same.
pub fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let written = hash::write(&hash::read(&text, &State::default()));
    let again = hash::write(&hash::read(&written, &State::default()));
    // What is escaped may be longer than what is read.
    assert!(again == written || written.len() > 16 * 1024, "{written}");
}

/// Outlines, of a package and of the site.
pub fn geometry(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for outlines in [Geometry::parse(&text), Geometry::of_package(&text)]
        .into_iter()
        .flatten()
    {
        let codes = outlines.shapes.iter().flat_map(|shape| &shape.codes);
        for code in codes.filter(|code| !["el", "uk"].contains(&code.to_ascii_lowercase().as_str()))
        {
            assert!(outlines.find(code).is_some(), "{code}");
        }
    }
}

fn foreign(bytes: &[u8], format: Option<Format>) {
    let choices = Choices {
        format,
        ..Choices::default()
    };
    match read_foreign("file", bytes, &choices) {
        Err(problems) => check_problems(&problems),
        Ok(tables) => {
            assert!(!tables.is_empty(), "neither tables nor problems");
            for table in &tables {
                check_table(table);
            }
            match apply(&tables, &propose(&tables)) {
                Err(problems) => check_problems(&problems),
                Ok(outcome) => check_saved(&outcome.dataset),
            }
        }
    }
}

/// What a foreign file became keeps the rules of the contract: written and opened again it is the same.
fn check_saved(dataset: &Dataset) {
    let files = write::package(dataset).into_iter();
    let files: Vec<NamedBytes> = files
        .map(|(name, text)| named(&name, text.as_bytes()))
        .collect();
    match open(&files) {
        Ok(opened) => assert!(opened == *dataset, "it opens as something else"),
        Err(problems) => panic!("{}", problems[0].sentence(Lang::En)),
    }
}

/// A mapping file; what is read is written as the same.
pub fn mapping_file(bytes: &[u8]) {
    if let Some(mapping) = std::str::from_utf8(bytes).ok().and_then(Mapping::parse) {
        assert_eq!(Mapping::parse(&mapping.write()), Some(mapping));
    }
}

fn check_table(table: &ForeignTable) {
    for dimension in &table.dimensions {
        let codes = dimension.codes.len();
        assert_eq!(dimension.rows.len(), table.rows, "{}", dimension.name);
        assert_eq!(dimension.labels.len(), codes, "{}", dimension.name);
        assert_eq!(dimension.totals.len(), codes, "{}", dimension.name);
        let within = |row: &u32| (*row as usize) < codes;
        assert!(dimension.rows.iter().all(within), "{}", dimension.name);
    }
    for measure in &table.measures {
        assert_eq!(measure.cells.len(), table.rows, "{}", measure.name);
    }
}

fn check_dataset(opened: Result<Dataset, Vec<Problem>>) {
    let dataset = match opened {
        Ok(dataset) => dataset,
        Err(problems) => return check_problems(&problems),
    };
    for table in &dataset.tables {
        for dimension in &table.dimensions {
            let codes = dimension.codes.len();
            assert_eq!(dimension.rows.len(), table.rows, "{}", dimension.name);
            let within = |row| (row as usize) < codes;
            assert!(dimension.rows.iter().all(within), "{}", dimension.name);
        }
        for measure in &table.measures {
            assert_eq!(measure.cells.len(), table.rows, "{}", measure.name);
        }
    }
}

/// A refusal says why, in words.
fn check_problems(problems: &[Problem]) {
    assert!(!problems.is_empty(), "refused without a reason");
    for problem in problems {
        assert!(!problem.sentence(Lang::En).is_empty());
        assert!(!problem.remedy(Lang::Nb).is_empty());
    }
}
