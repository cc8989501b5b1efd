//! Agency files: what every sample and every quirk is read as, and what refuses a file.
//!
//! `fixtures/formats/samples.csv` was computed from the raw files without the readers;
//! `fixtures/formats/expected.csv` was written beside its files.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use utvandring::text::problems::ProblemWords;

use proptest::prelude::*;
use utvandring::data::decimal_sign::DecimalSign;
use utvandring::data::open::NamedBytes;
use utvandring::data::{Cell, Problem, ProblemKind};
use utvandring::import::formats::{
    Choices, Encoding, Flag, ForeignTable, Format, Marker, Meaning, Thousands, Unpacked,
    read_foreign, unpack, unpacked_contract,
};
use utvandring::text::Lang;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats");

/// Where the samples are, or `None` with a visible line when they are not there.
fn samples() -> Option<PathBuf> {
    let given = std::env::var_os("UTVANDRING_SAMPLES").map(PathBuf::from);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = given.unwrap_or_else(|| root.join("../shared/samples"));
    if folder.is_dir() {
        return Some(folder);
    }
    // Written past the capture of the test runner, so that the gap is seen.
    let line = format!("skipped: samples not there ({})\n", folder.display());
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    None
}

fn read_path(path: &Path) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    read_foreign(&name, &bytes, &Choices::default())
}

fn read_text(text: &str, choices: &Choices) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    read_foreign("fil.csv", text.as_bytes(), choices)
}

fn only(tables: Result<Vec<ForeignTable>, Vec<Problem>>) -> ForeignTable {
    let mut tables = tables.unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

/// The problems of a file that must not be read; tables are too long to print.
fn refused(tables: Result<Vec<ForeignTable>, Vec<Problem>>, what: &str) -> Vec<Problem> {
    tables.err().unwrap_or_else(|| panic!("{what} was read"))
}

fn sentences(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| p.sentence(Lang::En)).collect();
    lines.join("\n")
}

/// Dimensions as `label=codes/totals`, with `time` behind those that are.
fn dimensions(table: &ForeignTable) -> String {
    let shown = table.dimensions.iter().map(|dimension| {
        assert_eq!(dimension.rows.len(), table.rows);
        assert_eq!(dimension.labels.len(), dimension.codes.len());
        assert_eq!(dimension.totals.len(), dimension.codes.len());
        let totals = dimension.totals.iter().filter(|total| **total).count();
        let time = if dimension.is_time { " time" } else { "" };
        format!(
            "{}={}/{totals}{time}",
            dimension.label,
            dimension.codes.len()
        )
    });
    shown.collect::<Vec<_>>().join(" | ")
}

/// Measures with the count and the sum of their numbers.
fn measures(table: &ForeignTable) -> Vec<(String, usize, f64)> {
    table
        .measures
        .iter()
        .map(|measure| {
            assert_eq!(measure.cells.len(), table.rows);
            let numbers = (0..table.rows).filter_map(|row| match measure.cells.get(row) {
                Cell::Number(number) => Some(number),
                _ => None,
            });
            let (count, sum) =
                numbers.fold((0, 0.0), |(count, sum), number| (count + 1, sum + number));
            (measure.label.clone(), count, sum)
        })
        .collect()
}

fn markers(table: &ForeignTable) -> String {
    let shown = table.understood.markers.iter();
    let shown = shown.map(|marker| format!("{}={}", marker.text, marker.count));
    shown.collect::<Vec<_>>().join(" | ")
}

/// Compares a table with `rows, dimensions, measures, markers` of an expectation.
fn check(place: &str, table: &ForeignTable, expected: &[&str; 4]) {
    assert_eq!(table.rows.to_string(), expected[0], "rows of {place}");
    assert_eq!(dimensions(table), expected[1], "dimensions of {place}");
    let found = measures(table);
    let wanted: Vec<(&str, &str)> = match expected[2] {
        "" => Vec::new(),
        list => list
            .split(" | ")
            .map(|one| one.rsplit_once('=').unwrap())
            .collect(),
    };
    let names: Vec<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
    let wanted_names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, wanted_names, "measures of {place}");
    for ((name, count, sum), (_, numbers)) in found.iter().zip(&wanted) {
        let (wanted_count, wanted_sum) = numbers.split_once(':').unwrap();
        let wanted_sum: f64 = wanted_sum.parse().unwrap();
        assert_eq!(
            count.to_string(),
            wanted_count,
            "numbers of {name} in {place}"
        );
        let near = (sum - wanted_sum).abs() <= 1e-9 * wanted_sum.abs() + 1e-6;
        assert!(near, "sum of {name} in {place}: {sum}, not {wanted_sum}");
    }
    let sorted = |list: &str| {
        let mut list: Vec<String> = list.split(" | ").map(str::to_owned).collect();
        list.sort();
        list
    };
    assert_eq!(
        sorted(&markers(table)),
        sorted(expected[3]),
        "markers of {place}"
    );
    assert_eq!(table.ambiguity, None, "{place}");
}

fn expectations(name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(format!("{FIXTURES}/{name}")).unwrap();
    let records = reader.records().map(|record| record.unwrap());
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_sample_reads_as_computed_from_the_raw_file() {
    let Some(folder) = samples() else { return };
    for record in expectations("samples.csv") {
        let [file, sheet, rest @ ..] = &record[..] else {
            panic!("{record:?}");
        };
        let tables = read_path(&folder.join(file));
        let tables = tables.unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
        let table = match sheet.as_str() {
            "" => &tables[0],
            sheet => tables
                .iter()
                .find(|table| table.name.ends_with(&format!("/{sheet}")))
                .unwrap_or_else(|| panic!("{file} has no {sheet}")),
        };
        let rest: [&str; 4] = std::array::from_fn(|at| rest[at].as_str());
        check(&format!("{file} {sheet}"), table, &rest);
    }
}

#[test]
fn every_sample_is_either_expected_or_refused_with_a_reason() {
    let Some(folder) = samples() else { return };
    let expected: Vec<String> = expectations("samples.csv")
        .into_iter()
        .map(|mut r| r.remove(0))
        .collect();
    let known = [
        ("suites/jsonstat/order.json", "value[0]: A1B1C1"),
        (
            "suites/csv-spectrum/comma_in_quotes.csv",
            "first, last, address, city, zip",
        ),
    ];
    let mut count = 0;
    let mut folders = vec![folder.clone()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(&folder)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if let Some((_, reason)) = known.iter().find(|(file, _)| *file == name) {
                let problems = refused(read_path(&path), &name);
                assert_eq!(problems[0].found, *reason, "{name}");
                count += 1;
            } else if name != "INDEX.md" {
                assert!(expected.contains(&name), "{name} has no expectation");
                count += 1;
            }
        }
    }
    assert_eq!(
        count,
        expected
            .iter()
            .collect::<std::collections::BTreeSet<_>>()
            .len()
            + known.len()
    );
}

/// The cell of a measure in the row that has these labels.
fn value(table: &ForeignTable, measure: &str, key: &[(&str, &str)]) -> Cell {
    let rows: Vec<usize> = (0..table.rows)
        .filter(|row| {
            key.iter().all(|(name, label)| {
                let dimension = table.dimension(name).unwrap_or_else(|| panic!("no {name}"));
                dimension.labels[dimension.rows[*row] as usize] == *label
            })
        })
        .collect();
    assert_eq!(rows.len(), 1, "{key:?}");
    table
        .measure(measure)
        .unwrap_or_else(|| panic!("no {measure}"))
        .cells
        .get(rows[0])
}

#[test]
fn cells_stand_in_the_rows_they_belong_to() {
    let Some(folder) = samples() else { return };
    type Case = (
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
        f64,
    );
    let cases: [Case; 14] = [
        (
            "ssb/10211_20230306-214644.csv",
            "Personer",
            &[("alder", "0 år"), ("år", "1847")],
            38286.0,
        ),
        (
            "ssb/folketall.csv",
            "Utflyttinger",
            &[("region", "Østfold"), ("tid", "1951")],
            9148.0,
        ),
        (
            "ssb/innv_norge.csv",
            "Personer",
            &[
                ("landbakgrunn", "Danmark"),
                (
                    "innvandringskategori",
                    "Innvandrere og norskfødte med innvandrerforeldre",
                ),
                ("time", "2012"),
            ],
            19823.0,
        ),
        (
            "ssb/StatBank1.csv",
            "Personer",
            &[("grunnkrets", "Karrestad (t.o.m. 2002)"), ("time", "2001")],
            1268.0,
        ),
        (
            "ssb/Skilsmisser og ekteskap.csv",
            "Skilsmisser",
            &[("år", "1942")],
            1200.0,
        ),
        (
            "ssb/11327_TestExcel.xlsx",
            "Nettoinnvandring",
            &[("statsborgerskap", "Norge"), ("kvartal", "2008K3")],
            -695.0,
        ),
        ("ssb/14216.px", "Bosatte", &[("år", "2025")], 1110887.0),
        (
            "ssb/14216.px",
            "Areal av tettsted (km²)",
            &[("år", "2024")],
            276.3,
        ),
        (
            "scb/BE0101F1datasymbols.px",
            "Inmigrated",
            &[
                ("region", "0115 Vallentuna"),
                ("age", "21"),
                ("sex", "women"),
            ],
            21.0,
        ),
        (
            "dst/befolkning.csv",
            "Befolkningen",
            &[("område", "København K"), ("tid", "1997")],
            22.0,
        ),
        (
            "eurostat/migr_emi2.tsv",
            "migr_emi2",
            &[
                ("age", "TOTAL"),
                ("agedef", "COMPLET"),
                ("sex", "F"),
                ("geo", "BG"),
                ("time", "2012"),
            ],
            7779.0,
        ),
        (
            "oecd/International-migration-database.csv",
            "Inflows of foreign population",
            &[("Reference area", "Norway"), ("Time period", "2018")],
            44406.0,
        ),
        (
            "suites/jsonstat/canada.json",
            "weight of age group in the population",
            &[("age group", "0 to 4"), ("sex", "female")],
            5.3,
        ),
        (
            "suites/px/example5.px",
            "Life expectancy by age, sex and educational attainment (ISCED 1997) M=Males",
            &[
                ("TIME", "2007"),
                ("GEO", "Sweden"),
                ("AGE", "80 years"),
                (
                    "ISCED97",
                    "First and second stage of tertiary education (levels 5 and 6)",
                ),
            ],
            7.8,
        ),
    ];
    for (file, measure, key, expected) in cases {
        let mut key = key.to_vec();
        let table = only(read_path(&folder.join(file)));
        // København K has several postal codes; the code tells them apart.
        if file.starts_with("dst") {
            let dimension = table.dimension("område").unwrap();
            let code = dimension
                .codes
                .iter()
                .position(|code| code == "1050")
                .unwrap();
            assert_eq!(dimension.labels[code], "København K");
            let row = dimension
                .rows
                .iter()
                .position(|at| *at as usize == code)
                .unwrap();
            assert_eq!(table.measures[0].cells.get(row), Cell::Number(expected));
            key.clear();
            continue;
        }
        assert_eq!(
            value(&table, measure, &key),
            Cell::Number(expected),
            "{file}"
        );
    }
}

#[test]
fn every_quirk_reads_as_written_beside_its_file() {
    let expected = expectations("expected.csv");
    let files = std::fs::read_dir(format!("{FIXTURES}/files"))
        .unwrap()
        .count();
    assert_eq!(files, expected.len());
    for record in expected {
        let path = PathBuf::from(format!("{FIXTURES}/files/{}", record[0]));
        let table = only(read_path(&path));
        let rest: [&str; 4] = std::array::from_fn(|at| record[at + 1].as_str());
        check(&record[0], &table, &rest);
    }
}

fn fixture(name: &str) -> ForeignTable {
    only(read_path(&PathBuf::from(format!(
        "{FIXTURES}/files/{name}"
    ))))
}

#[test]
fn what_was_understood_is_reported() {
    use DecimalSign::{Comma, Point};
    use Encoding::{Iso8859_1, Utf8, Utf8Bom, Utf16Le, Windows1252};
    type Case = (
        &'static str,
        Format,
        Encoding,
        Option<char>,
        Option<DecimalSign>,
        Option<Thousands>,
        Option<u64>,
    );
    let cases: [Case; 15] = [
        (
            "title_blank_latin1.csv",
            Format::Csv,
            Iso8859_1,
            Some(';'),
            None,
            None,
            Some(3),
        ),
        (
            "title_no_blank_cp1252.csv",
            Format::Csv,
            Windows1252,
            Some(','),
            None,
            None,
            Some(2),
        ),
        (
            "pivoted_two_measures.csv",
            Format::Csv,
            Utf8,
            Some(','),
            Some(Point),
            None,
            Some(1),
        ),
        (
            "decimal_comma.csv",
            Format::Csv,
            Utf8,
            Some(';'),
            Some(Comma),
            None,
            Some(1),
        ),
        (
            "thousands_space.csv",
            Format::Csv,
            Utf8,
            Some(';'),
            None,
            Some(Thousands::Space),
            Some(1),
        ),
        (
            "thousands_nbsp.csv",
            Format::Csv,
            Utf8,
            Some(';'),
            Some(Comma),
            Some(Thousands::NoBreakSpace),
            Some(1),
        ),
        (
            "thousands_narrow.csv",
            Format::Csv,
            Utf8,
            Some(';'),
            Some(Comma),
            Some(Thousands::NarrowNoBreakSpace),
            Some(1),
        ),
        (
            "thousands_comma.csv",
            Format::Csv,
            Utf8,
            Some(','),
            Some(Point),
            Some(Thousands::Comma),
            Some(1),
        ),
        (
            "point_thousands_settled.csv",
            Format::Csv,
            Utf8,
            Some(';'),
            Some(Comma),
            Some(Thousands::Point),
            Some(1),
        ),
        (
            "space_delimited.csv",
            Format::Csv,
            Utf8,
            Some(' '),
            None,
            None,
            Some(1),
        ),
        (
            "utf8_bom.csv",
            Format::Csv,
            Utf8Bom,
            Some(';'),
            None,
            None,
            Some(1),
        ),
        (
            "utf16.txt",
            Format::Csv,
            Utf16Le,
            Some('\t'),
            None,
            None,
            Some(1),
        ),
        (
            "agency_symbols.px",
            Format::Px,
            Iso8859_1,
            None,
            Some(Point),
            None,
            None,
        ),
        (
            "code_page_lies.px",
            Format::Px,
            Utf8,
            None,
            None,
            None,
            None,
        ),
        (
            "series_descending.tsv",
            Format::EurostatTsv,
            Utf8,
            Some('\t'),
            Some(Point),
            None,
            Some(1),
        ),
    ];
    for (name, format, encoding, delimiter, decimal_sign, thousands, header_line) in cases {
        let found = fixture(name).understood;
        let signs = (found.decimal_sign, found.thousands);
        assert_eq!(
            (found.format, found.encoding),
            (format, Some(encoding)),
            "{name}"
        );
        assert_eq!(
            (found.delimiter, found.header_line),
            (delimiter, header_line),
            "{name}"
        );
        assert_eq!(signs, (decimal_sign, thousands), "{name}");
    }
}

#[test]
fn letters_titles_notes_and_languages_survive() {
    let table = fixture("title_blank_latin1.csv");
    assert_eq!(table.dimensions[0].labels, ["Færøyene", "Åland"]);
    let found = &table.understood;
    assert_eq!(
        found.title,
        "09999: Utvandring, etter landbakgrunn, kjønn, år og statistikkvariabel"
    );
    assert_eq!(
        found.notes,
        ["Fotnote:", "Små tall er prikket; se «Om statistikken»."]
    );
    assert_eq!(found.language.as_deref(), Some("nb"));
    assert_eq!(
        fixture("title_no_blank_cp1252.csv").dimensions[0].labels,
        ["Bø “vest”", "Å"]
    );
    assert_eq!(
        fixture("windows_1252.px").dimensions[0].labels,
        ["“Færøyene”"]
    );
    assert_eq!(
        fixture("code_page_lies.px").dimensions[0].labels,
        ["Færøyene", "Åland"]
    );
    let px = fixture("agency_symbols.px");
    assert_eq!(px.understood.notes, ["Tall etter 2020 er foreløpige."]);
    assert!(!px.understood.sums_allowed);
    assert_eq!(px.understood.language.as_deref(), Some("nb"));
    assert_eq!(px.measures[1].unit.as_deref(), Some("per 1 000"));
    assert_eq!(px.measures[0].unit.as_deref(), Some("personer"));
}

#[test]
fn each_marker_keeps_its_meaning() {
    let table = fixture("markers.csv");
    let cells: Vec<Cell> = (0..9).map(|row| table.measures[0].cells.get(row)).collect();
    let expected = [
        Cell::NotApplicable,
        Cell::Missing,
        Cell::Missing,
        Cell::Suppressed,
        Cell::Number(0.0),
        Cell::Number(-5.0),
        Cell::Missing,
        Cell::Number(0.0),
        Cell::Number(7.0),
    ];
    assert_eq!(cells, expected);
    let meanings: Vec<(&str, Meaning)> = table
        .understood
        .markers
        .iter()
        .map(|marker: &Marker| (marker.text.as_str(), marker.meaning))
        .collect();
    assert_eq!(
        meanings,
        [
            ("", Meaning::Empty),
            ("..", Meaning::Missing),
            ("...", Meaning::NotYetAvailable),
            (":", Meaning::Suppressed),
            (".", Meaning::NotApplicable),
            ("-", Meaning::Nil),
        ]
    );
}

#[test]
fn an_agency_may_rename_the_dots_of_a_px_file() {
    let table = fixture("agency_symbols.px");
    let emigrations: Vec<Cell> = (0..6).map(|row| table.measures[0].cells.get(row)).collect();
    let rates: Vec<Cell> = (0..6).map(|row| table.measures[1].cells.get(row)).collect();
    let number = Cell::Number;
    // One dot in the file is shown as two: missing. Three are a colon: withheld.
    assert_eq!(
        emigrations,
        [
            number(10.0),
            number(20.0),
            Cell::Missing,
            Cell::Suppressed,
            number(0.0),
            number(-3.0)
        ]
    );
    assert_eq!(
        rates,
        [
            number(1.5),
            number(2.5),
            Cell::Missing,
            Cell::NotApplicable,
            number(0.5),
            Cell::Missing
        ]
    );
    assert_eq!(table.dimension("Tid").unwrap().codes, ["2024", "2023"]);
    assert_eq!(
        table.dimension("land").unwrap().totals,
        [true, false, false]
    );
}

#[test]
fn a_colon_means_missing_at_eurostat_and_withheld_elsewhere() {
    let meaning = |name: &str| {
        let table = fixture(name);
        let markers = table.understood.markers;
        markers
            .into_iter()
            .find(|marker| marker.text == ":")
            .unwrap()
            .meaning
    };
    assert_eq!(meaning("thousands_comma.csv"), Meaning::Missing);
    assert_eq!(meaning("series_descending.tsv"), Meaning::Missing);
    assert_eq!(meaning("markers.csv"), Meaning::Suppressed);
    let series = fixture("series_descending.tsv");
    let flags: Vec<Meaning> = series
        .understood
        .markers
        .iter()
        .map(|marker| marker.meaning)
        .collect();
    assert!(flags.contains(&Meaning::Flag(Flag::Break)));
    assert_eq!(series.measures[0].cells.get(2), Cell::Suppressed);
    assert_eq!(series.measures[0].cells.get(3), Cell::NotApplicable);
}

#[test]
fn kinds_in_a_column_name_the_measures_with_the_name_of_the_column_only_where_there_are_several() {
    let labels = |text: &str| {
        let table = only(read_text(text, &Choices::default()));
        let measures = table.measures.into_iter();
        measures.map(|measure| measure.label).collect::<Vec<_>>()
    };
    assert_eq!(
        labels("Year;Measure;Value\n2020;Emigrations;10\n2020;Immigrations;20\n"),
        ["Emigrations", "Immigrations"]
    );
    assert_eq!(
        labels(
            "Year;Measure;Men count;Women count\n2020;Emigrations;10;9\n2020;Immigrations;20;19\n"
        ),
        [
            "Men count Emigrations",
            "Women count Emigrations",
            "Men count Immigrations",
            "Women count Immigrations"
        ]
    );
}

#[test]
fn a_letter_of_sdmx_says_what_a_number_is_and_several_letters_say_something_else() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n\
                dataflow,XX:EMIGRATION(1.0),I,NO,2020,10,P\ndataflow,XX:EMIGRATION(1.0),I,NO,2021,11,PX\n\
                dataflow,XX:EMIGRATION(1.0),I,NO,2022,12,A\n";
    let tables = read_foreign("emigration.csv", text.as_bytes(), &Choices::default()).unwrap();
    let markers = tables[0].understood.markers.iter();
    let told: Vec<(&str, Meaning)> = markers.map(|of| (of.text.as_str(), of.meaning)).collect();
    assert_eq!(
        told,
        [
            ("P", Meaning::Flag(Flag::Provisional)),
            ("PX", Meaning::Flag(Flag::Other))
        ]
    );
}

#[test]
fn what_a_sparse_px_file_leaves_out_is_zero_unless_chosen_otherwise() {
    let path = format!("{FIXTURES}/files/keys_by_value.px");
    let bytes = std::fs::read(path).unwrap();
    let read = |left_out_is_missing| {
        let choices = Choices {
            left_out_is_missing,
            ..Choices::default()
        };
        let table = only(read_foreign("keys.px", &bytes, &choices));
        (
            table.measures[0].cells.get(2),
            table.understood.markers[0].meaning,
        )
    };
    assert_eq!(read(false), (Cell::Number(0.0), Meaning::LeftOutZero));
    assert_eq!(read(true), (Cell::Missing, Meaning::Absent));
}

#[test]
fn a_px_file_in_several_languages_follows_the_choice() {
    let text = r#"CHARSET="ANSI";
LANGUAGE="no";
LANGUAGES="no","en";
STUB="land";HEADING="år";
CONTENTS="Utvandring";
VALUES("land")="Danmark","Sverige";CODES("land")="DK","SE";
VALUES("år")="2022";
TIMEVAL("år")=TLIST(A1),"2022";
STUB[en]="country";HEADING[en]="year";
CONTENTS[en]="Emigration";
VALUES[en]("country")="Denmark","Sweden";
VALUES[en]("year")="2022";
DATA=1 2;"#;
    let read = |language: Option<&str>| {
        let choices = Choices {
            language: language.map(str::to_owned),
            ..Choices::default()
        };
        let table = only(read_foreign("a.px", text.as_bytes(), &choices));
        let dimension = &table.dimensions[0];
        let time = table.dimensions[1].is_time;
        (
            table.measures[0].label.clone(),
            dimension.label.clone(),
            dimension.codes.clone(),
            dimension.labels[1].clone(),
            time,
        )
    };
    let codes = vec!["DK".to_owned(), "SE".to_owned()];
    let expected = |measure: &str, name: &str, label: &str| {
        (
            measure.to_owned(),
            name.to_owned(),
            codes.clone(),
            label.to_owned(),
            true,
        )
    };
    assert_eq!(read(None), expected("Utvandring", "land", "Sverige"));
    assert_eq!(
        read(Some("en")),
        expected("Emigration", "country", "Sweden")
    );
    assert_eq!(read(Some("fr")), expected("Utvandring", "land", "Sverige"));
}

#[test]
fn an_ambiguous_number_is_asked_about_once_and_never_guessed() {
    for (text, point, comma) in [
        (
            "land;personer\nDanmark;1.234\nSverige;2.345\nNorge;7\n",
            1.234,
            1234.0,
        ),
        (
            "land,personer\nDanmark,\"1.234\"\nSverige,\"2.345\"\nNorge,\"7\"\n",
            1.234,
            1234.0,
        ),
        (
            "land;personer\nDanmark;1,234\nSverige;2,345\nNorge;7\n",
            1234.0,
            1.234,
        ),
    ] {
        let table = only(read_text(text, &Choices::default()));
        let question = table.ambiguity.clone().expect("a question");
        assert_eq!(question.cells, 2);
        assert_eq!(
            question.examples[0],
            (
                2,
                "personer".to_owned(),
                text[22..].trim_start_matches('"')[..5].to_owned()
            )
        );
        assert_eq!(table.understood.decimal_sign, None);
        assert_eq!(table.measures[0].cells.get(0), Cell::Missing);
        assert_eq!(table.measures[0].cells.get(2), Cell::Number(7.0));
        let problems = refused(table.settled().map(|table| vec![table]), "an open question");
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[0].line, Some(2));
        let mut values = Vec::new();
        for reading in question.readings {
            let choices = Choices {
                decimal_sign: Some(reading.decimal_sign),
                thousands: Some(reading.thousands),
                ..Choices::default()
            };
            let table = only(read_text(text, &choices)).settled().unwrap();
            assert_eq!(table.measures[0].cells.get(0), Cell::Number(reading.first));
            values.push(reading.first);
        }
        assert_eq!(values, [point, comma]);
    }
}

#[test]
fn the_visitor_overrides_every_detection() {
    let text =
        "noter om tabellen, med komma\nland|år|antall|kode\nDanmark|2022|5|7\nSverige|2022|6|8\n";
    let choices = Choices {
        format: Some(Format::Csv),
        encoding: Some(Encoding::Utf8),
        delimiter: Some('|'),
        header_line: Some(2),
        value_columns: Some(vec!["antall".to_owned()]),
        ..Choices::default()
    };
    let table = only(read_text(text, &choices));
    assert_eq!(dimensions(&table), "land=2/0 | år=1/0 time | kode=2/0");
    assert_eq!(measures(&table), [("antall".to_owned(), 2, 11.0)]);
    let wrong = Choices {
        value_columns: Some(vec!["finnes ikke".to_owned()]),
        ..Choices::default()
    };
    let problems = refused(read_text("a;b\nx;1\ny;2\n", &wrong), "a wrong choice");
    assert_eq!(problems[0].found, "finnes ikke");
    let latin = read_foreign(
        "a.csv",
        b"land;antall\n\xd8st;1\n\xc5;2\n",
        &Choices {
            encoding: Some(Encoding::Utf8),
            ..Choices::default()
        },
    );
    assert!(sentences(&refused(latin, "ISO-8859-1 as UTF-8")).contains("encoding"));
}

#[test]
fn texts_of_the_csv_suite_survive_to_the_letter() {
    // The quirks of the public suite, in texts of our own.
    let cases: [(&str, &[&[&str]]); 6] = [
        ("a,b\n1,\"ha \"\"ha\"\" ha\"\n", &[&["1", "ha \"ha\" ha"]]),
        ("a,b\n\"x, y\",z\n", &[&["x, y", "z"]]),
        ("a,b\n\"x \ny\",z\n", &[&["x \ny", "z"]]),
        ("a,b\r\n\"x \r\ny\",z\r\n", &[&["x \r\ny", "z"]]),
        ("a,b\n1,\"\"\n2,3", &[&["1", ""], &["2", "3"]]),
        ("a,b\n4,ʤ\n", &[&["4", "ʤ"]]),
    ];
    let choices = Choices {
        value_columns: Some(Vec::new()),
        ..Choices::default()
    };
    for (text, rows) in cases {
        let table = only(read_text(text, &choices));
        let found: Vec<Vec<&str>> = (0..table.rows)
            .map(|row| {
                let cell = |d: &'_ import::formats::ForeignDimension| d.rows[row] as usize;
                table
                    .dimensions
                    .iter()
                    .map(|d| d.codes[cell(d)].as_str())
                    .collect()
            })
            .collect();
        assert_eq!(found, rows, "{text:?}");
    }
}

#[test]
fn every_refusal_names_place_and_finding() {
    let px =
        |body: &str| format!("CHARSET=\"ANSI\";\nSTUB=\"a\";\nVALUES(\"a\")=\"x\",\"y\";\n{body}");
    let wide = "a;".repeat(20_000);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", b"".to_vec(), "f: , "),
        ("blank", b" \n\n".to_vec(), "f: , "),
        ("a NUL byte", b"a;b\n1;\0\n".to_vec(), "f: , "),
        ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), "f: , Cfb error: Invalid OLE (signature \
            \\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x…"),
        ("only words", b"a;b\nx;y\nz;w\n".to_vec(), "f: , a, b"),
        ("only a header", b"a;b\n".to_vec(), "f: , "),
        ("a slip in a number", b"land;antall\na;1\nb;2\nc;3\nd;4\ne;5\nf;6\ng;7\nh;8\ni;9\nj;1O\n\
            k;1\n".to_vec(), "f: line 11 antall, 1O"),
        ("another decimal sign", b"land;andel\na;1,5\nb;2,25\nc;3.5\n".to_vec(), "f: line 4 andel, 3.5"),
        ("a short row", b"land;kategori;antall\na;b;1\na;2\nc;d;3\n".to_vec(), "f: line 3, 2"),
        ("a long row", b"land;antall\na;1\nb;2;3\nc;3\n".to_vec(), "f: line 3, 3"),
        ("the same key twice", b"land;antall\na;1\nb;2\na;3\n".to_vec(), "f: line 4, a"),
        ("the same contents twice", b"land;contents;antall\na;x;1\na;x;2\n".to_vec(), "f: line 3, a, x"),
        ("an open quote", b"land;antall\n\"a;1\nb;2\n".to_vec(), "f: line 2, "),
        ("too many columns", wide.into_bytes(), "f: , 20001"),
        ("two columns of one name and year", b"land;A 2020;A 2020\nx;1;2\n".to_vec(), "f: line 1 A 2020, A 2020"),
        ("PX without cells", px("").into_bytes(), "f: , DATA"),
        ("PX with too few cells", px("DATA=1;").into_bytes(), "f: , 1"),
        ("PX with too many cells", px("DATA=1 2 3 4;").into_bytes(), "f: , 4"),
        ("PX with a word for a cell", px("DATA=1\nto;").into_bytes(), "f: line 5, to"),
        ("PX without values", b"CHARSET=\"ANSI\";\nSTUB=\"a\";\nDATA=1;".to_vec(), "f: , VALUES(\"a\")"),
        ("PX with one code twice", b"CHARSET=\"ANSI\";\nSTUB=\"a\";\nVALUES(\"a\")=\"x\",\"x\";\n\
            DATA=1 2;".to_vec(), "f: , a: x"),
        ("PX that stops in a string", b"CHARSET=\"ANSI\";\nTITLE=\"x".to_vec(), "f: line 2, "),
        ("PX with an unknown key", px("KEYS(\"a\")=VALUES;\nDATA=\"z\",1;").into_bytes(), "f: line 5 a, z"),
        ("broken JSON", b"{\"dataset\":\n{".to_vec(), "f: line 2, "),
        ("another JSON", b"{\"a\":1}".to_vec(), "f: , dataset, dimension, value"),
        ("JSON-stat of another size", br#"{"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x","y"]}}},"value":[1]}"#.to_vec(), "f: , 1"),
        ("JSON-stat with a far position", br#"{"id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x","y"]}}},"value":{"7":1}}"#.to_vec(), "f: , 7"),
        ("records of another width", br#"{"columns":[{"code":"a","type":"d"},{"code":"v","type":"c"}],"data":[{"key":[],"values":["1"]}]}"#.to_vec(), "f: , data[0]: 1"),
        ("a series too short", b"sex,geo\\time\t2020 \t2021 \nT,NO\t1 \n".to_vec(), "f: line 2, 2"),
        ("an observation that is a word", b"DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\n\
            X,NO,2020,mange\n".to_vec(), "f: line 2 OBS_VALUE, mange"),
        ("half a zip", b"PK\x03\x04\x00".to_vec(), "f: , "),
        ("half a gzip", b"\x1f\x8b\x08\x00".to_vec(), "f: , f"),
    ];
    for (what, bytes, expected) in cases {
        let problems = refused(read_foreign("f", &bytes, &Choices::default()), what);
        let first = &problems[0];
        let line = first
            .line
            .map_or(String::new(), |line| format!("line {line}"));
        let column = first
            .column
            .as_ref()
            .map_or(String::new(), |column| format!(" {column}"));
        assert_eq!(
            format!("{}: {line}{column}, {}", first.file, first.found),
            expected,
            "{what}"
        );
        for problem in &problems {
            for lang in Lang::ALL {
                assert!(!problem.expected(lang).is_empty() && !problem.remedy(lang).is_empty());
            }
        }
    }
}

#[test]
fn a_declared_size_beyond_memory_is_refused_before_it_is_reserved() {
    let values: Vec<String> = (0..1000).map(|code| format!("\"{code}\"")).collect();
    let names = ["a", "b", "c", "d"];
    let mut px = "CHARSET=\"ANSI\";\nSTUB=\"a\",\"b\",\"c\",\"d\";\n".to_owned();
    for name in names {
        px += &format!("VALUES(\"{name}\")={};\n", values.join(","));
    }
    px += "KEYS(\"a\")=VALUES;\nDATA=\n\"1\",1;";
    let json = |size: &str| {
        format!(
            r#"{{"id":["a","b"],"size":[{size},{size}],"dimension":{{"a":{{"category":{{"index":[]}}}},"b":{{"category":{{"index":[]}}}}}},"value":{{}}}}"#
        )
    };
    let mut sparse_csv = "land".to_owned();
    for column in 0..4000 {
        sparse_csv += &format!(";m{column} {}", 1600 + column % 600);
    }
    sparse_csv.push('\n');
    for row in 0..40 {
        sparse_csv += &format!("l{row}{}\n", ";1".repeat(4000));
    }
    for text in [
        px,
        json("4000000000"),
        json("100000"),
        json("18446744073709551615"),
        sparse_csv,
    ] {
        let problems = refused(
            read_foreign("f", text.as_bytes(), &Choices::default()),
            "too much",
        );
        let told = sentences(&problems);
        assert!(
            told.contains("0000000 cells") || told.contains("size"),
            "{told}"
        );
    }
}

/// Writes a zip archive of deflated members.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(members, crc32)
}

fn zip_with(members: &[(&str, &[u8])], checksum: impl Fn(&[u8]) -> u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in members {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        let offset = file.len() as u32;
        let mut fields = Vec::new();
        for number in [20_u16, 0x800, 8, 0, 0] {
            fields.extend(number.to_le_bytes());
        }
        for number in [checksum(bytes), packed.len() as u32, bytes.len() as u32] {
            fields.extend(number.to_le_bytes());
        }
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&fields);
        file.extend(name.as_bytes());
        file.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        file.extend((members.len() as u16).to_le_bytes());
    }
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend(0_u16.to_le_bytes());
    file
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut file = b"\x1f\x8b\x08\x08\0\0\0\0\0\x03navn.csv\0".to_vec();
    file.extend(miniz_oxide::deflate::compress_to_vec(bytes, 6));
    file.extend(crc32(bytes).to_le_bytes());
    file.extend((bytes.len() as u32).to_le_bytes());
    file
}

/// CRC-32, one bit at a time.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |value: u32| {
        if value & 1 == 1 {
            0xedb8_8320 ^ (value >> 1)
        } else {
            value >> 1
        }
    };
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |value, _| step(value))
    })
}

const SMALL: &[u8] = b"land;antall\nDanmark;1\nSverige;2\n";

#[test]
fn archives_hold_tables_of_any_format() {
    let px = std::fs::read(format!("{FIXTURES}/files/agency_symbols.px")).unwrap();
    let several = zip(&[
        ("mappe/tall.csv", SMALL),
        ("LES MEG/README.txt", b"bare ord"),
        ("tabell.px", &px),
        ("pakket.csv.gz", &gzip(SMALL)),
        ("bilde.png", b"\x89PNG"),
    ]);
    let tables = read_foreign("alt.zip", &several, &Choices::default());
    let tables = tables.unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "alt.zip/mappe/tall.csv",
            "alt.zip/tabell.px",
            "alt.zip/pakket.csv"
        ]
    );
    assert_eq!(tables[0].rows, 2);
    let one = only(read_foreign(
        "tall.csv.gz",
        &gzip(SMALL),
        &Choices::default(),
    ));
    assert_eq!((one.name.as_str(), one.rows), ("tall.csv", 2));
}

#[test]
fn an_archive_with_two_members_of_one_name_is_refused() {
    let other: &[u8] = b"region;antall\nA;9\n";
    for twice in ["tall.csv", "xl/worksheets/sheet1.xml"] {
        let archive = zip(&[(twice, SMALL), ("annet.csv", SMALL), (twice, other)]);
        let problems = unpack("p.zip", &archive).err().expect("refused");
        assert_eq!(problems[0].kind, ProblemKind::FileTwice);
        assert_eq!(problems[0].found, twice);
    }
    let once = zip(&[("a/tall.csv", SMALL), ("b/tall.csv", other)]);
    assert!(unpack("p.zip", &once).is_ok());
}

#[test]
fn a_data_package_in_a_zip_is_handed_on_as_files() {
    let package = zip(&[
        ("p/datapackage.json", b"{}"),
        ("p/tall.csv", SMALL),
        ("p/land.geojson", b"{}"),
        ("p/bilde.png", b"x"),
    ]);
    let Ok(Unpacked::Package(files)) = unpack("p.zip", &package) else {
        panic!("no package");
    };
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        ["p/datapackage.json", "p/tall.csv", "p/land.geojson"]
    );
    assert_eq!(files[1].bytes, SMALL);
    assert!(read_foreign("p.zip", &package, &Choices::default()).is_err());
}

/// The names of the contract files among files that were chosen together.
fn contract_names(files: &[(&str, &[u8])]) -> Option<Vec<String>> {
    let named = |(name, bytes): &(&str, &[u8])| NamedBytes {
        name: (*name).to_owned(),
        bytes: bytes.to_vec(),
    };
    let found = unpacked_contract(files.iter().map(named).collect())?;
    Some(found.into_iter().map(|file| file.name).collect())
}

#[test]
fn files_chosen_together_are_unpacked_once_and_to_the_end() {
    const CONTRACT: &[u8] = b"group,year,emigrations\na,2020,3\n";
    let workbook = zip(&[
        ("[Content_Types].xml", b"<a/>"),
        ("xl/workbook.xml", b"<b/>"),
    ]);
    let package = zip(&[("p/datapackage.json", b"{}"), ("p/tall.csv", CONTRACT)]);
    let packed = gzip(CONTRACT);
    let inside = zip(&[("tall.csv.gz", packed.as_slice())]);
    let both = zip(&[("bok.xlsx", workbook.as_slice()), ("tall.csv", CONTRACT)]);
    let book = ("bok.xlsx", workbook.as_slice());
    let csv = ("tall.csv", CONTRACT);
    let names = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    type Case<'a> = (&'a [(&'a str, &'a [u8])], Option<Vec<String>>);
    let cases: [Case; 10] = [
        (&[csv], names(&["tall.csv"])),
        (&[("tall.csv.gz", &packed)], names(&["tall.csv"])),
        (&[("a.zip", &inside)], names(&["tall.csv"])),
        (
            &[("p.zip", &package)],
            names(&["p/datapackage.json", "p/tall.csv"]),
        ),
        (&[csv, ("b.zip", &inside)], names(&["tall.csv", "tall.csv"])),
        // A workbook stays one however often it is looked at, so it and what comes with it are no
        // contract data.
        (&[book, csv], None),
        (&[csv, book], None),
        (&[("begge.zip", &both)], None),
        (&[book, book], None),
        (&[book, ("p.zip", &package)], None),
    ];
    for (files, expected) in cases {
        let given: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        assert_eq!(contract_names(files), expected, "{given:?}");
    }
    // Deeper than archives are opened.
    let mut deep = packed;
    for _ in 0..6 {
        deep = gzip(&deep);
    }
    assert_eq!(contract_names(&[("dyp.gz", &deep)]), None);
}

#[test]
fn archives_that_cannot_be_trusted_are_refused() {
    let good = zip(&[("tall.csv", SMALL)]);
    let changed = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] ^= byte;
        bytes
    };
    let central = good
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap();
    let bomb = zip_with(&[("nuller.csv", &vec![b'0'; 300 << 20])], |_| 0);
    let mut lying_bomb = bomb.clone();
    let entry = lying_bomb
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap();
    lying_bomb[entry + 24..entry + 28].copy_from_slice(&10_u32.to_le_bytes());
    let nested = (0..5).fold(good.clone(), |inner, _| gzip(&inner));
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "a wrong byte in the data",
            changed(45, 0x55),
            "cut off or damaged",
        ),
        (
            "a wrong checksum",
            changed(central + 16, 1),
            "cut off or damaged",
        ),
        ("a password", changed(central + 8, 1), "without a password"),
        ("a rare method", changed(central + 10, 1), "ordinary zip"),
        ("no directory", good[..40].to_vec(), "cut off or damaged"),
        ("a bomb", bomb, "at most 256 MB"),
        (
            "a bomb that lies about its size",
            lying_bomb,
            "cut off or damaged",
        ),
        (
            "only pictures",
            zip(&[("a.png", b"x")]),
            "at least one file with a table",
        ),
        ("archives in archives", nested, "at most three archives"),
    ];
    for (what, bytes, told) in cases {
        let problems = refused(read_foreign("a.zip", &bytes, &Choices::default()), what);
        assert!(
            sentences(&problems).contains(told),
            "{what}: {}",
            sentences(&problems)
        );
    }
}

#[test]
fn a_workbook_reads_like_the_table_it_shows() {
    let sheet = |rows: &str| {
        format!("<?xml version=\"1.0\"?><worksheet><sheetData>{rows}</sheetData></worksheet>")
    };
    let text = |place: &str, words: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    };
    let number = |place: &str, number: &str| format!("<c r=\"{place}\"><v>{number}</v></c>");
    let row = |at: u32, cells: &[String]| format!("<row r=\"{at}\">{}</row>", cells.concat());
    let data = sheet(
        &[
            row(
                1,
                &[text(
                    "A1",
                    "Utvandring, etter land, kjønn, år og statistikkvariabel",
                )],
            ),
            row(3, &[text("C3", "Utvandringer"), text("E3", "Rate")]),
            row(
                4,
                &[
                    text("C4", "2022"),
                    text("D4", "2023"),
                    text("E4", "2022"),
                    text("F4", "2023"),
                ],
            ),
            row(
                5,
                &[
                    text("A5", "Færøyene &amp; Island"),
                    text("B5", "Menn"),
                    number("C5", "1"),
                    number("D5", "2"),
                    number("E5", "1.234"),
                    number("F5", "2.5E-1"),
                ],
            ),
            row(
                6,
                &[
                    text("B6", "Kvinner"),
                    number("C6", "3"),
                    text("D6", ".."),
                    number("E6", "2.345"),
                    text("F6", ":"),
                ],
            ),
            row(8, &[text("A8", "Kilde: eget register")]),
            row(9, &[text("A9", "Enhet:"), text("B9", "personer")]),
        ]
        .concat(),
    );
    let notes = sheet(&row(1, &[text("A1", "Om tallene")]));
    let book = "<workbook><sheets><sheet name=\"Tall\" r:id=\"r1\"/><sheet name=\"Om\" r:id=\"r2\"/></sheets>\
        </workbook>";
    let relations = "<Relationships><Relationship Id=\"r1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
        Target=\"worksheets/a.xml\"/><Relationship Id=\"r2\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
        Target=\"/xl/worksheets/b.xml\"/></Relationships>";
    let bytes = zip(&[
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/a.xml", data.as_bytes()),
        ("xl/worksheets/b.xml", notes.as_bytes()),
    ]);
    let table = only(read_foreign("bok.xlsx", &bytes, &Choices::default()));
    let expected = [
        "4",
        "land=1/0 | kjønn=2/0 | år=2/0 time",
        "Utvandringer=3:6 | Rate=3:3.829",
        "..=1 | :=1",
    ];
    check("bok.xlsx", &table, &expected);
    assert_eq!(table.name, "bok.xlsx/Tall");
    assert_eq!(table.dimensions[0].labels, ["Færøyene & Island"]);
    assert_eq!(table.understood.notes.len(), 2);
    assert_eq!(table.understood.header_line, Some(4));
}

/// Where a workbook begins.
const PACKAGE: &str = "<Relationships><Relationship Id=\"r0\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook of one sheet with these rows and shared texts.
fn workbook(rows: &str, shared: &str) -> Vec<u8> {
    let book = "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id=\"r1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
        Target=\"worksheets/a.xml\"/></Relationships>";
    zip(&[
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        (
            "xl/sharedStrings.xml",
            format!("<sst><si><t>{shared}</t></si></sst>").as_bytes(),
        ),
        (
            "xl/worksheets/a.xml",
            format!("<sheetData>{rows}</sheetData>").as_bytes(),
        ),
    ])
}

#[test]
fn a_workbook_that_grows_on_opening_or_is_out_of_order_is_refused() {
    let row = |line: usize, cells: &str| format!("<row r=\"{line}\">{cells}</row>");
    let many: String = (1..2000)
        .map(|line| row(line, "<c t=\"s\"><v>0</v></c><c><v>7</v></c>"))
        .collect();
    let wide: String = (1..20_000)
        .map(|line| {
            row(
                line,
                &format!("<c r=\"A{line}\"><v>7</v></c><c r=\"XFD{line}\"><v>8</v></c>"),
            )
        })
        .collect();
    let disordered = row(2, "<c r=\"A2\"><v>7</v></c><c r=\"B2\"><v>7</v></c>")
        + &row(1, "<c r=\"A1\"><v>7</v></c>");
    let cases = [
        (
            "a text shared by many cells",
            workbook(&many, &"x".repeat(200_000)),
            "at most 256 MB",
        ),
        (
            "two columns far apart",
            workbook(&wide, ""),
            "at most 200000000 cells",
        ),
        (
            "rows out of order",
            workbook(&disordered, ""),
            "a complete Excel workbook",
        ),
        (
            "no sheets",
            zip(&[
                ("_rels/.rels", PACKAGE.as_bytes()),
                ("xl/workbook.xml", b"<workbook/>"),
            ]),
            "a complete Excel workbook",
        ),
    ];
    for (what, bytes, told) in cases {
        let problems = refused(read_foreign("a.xlsx", &bytes, &Choices::default()), what);
        assert!(
            sentences(&problems).contains(told),
            "{what}: {}",
            sentences(&problems)
        );
    }
}

/// A random table in long form: a text, a year and two numbers a row.
fn rows() -> impl Strategy<Value = Vec<(String, i32, Option<i32>)>> {
    let label = "[a-zæøåA-ZÆØÅ][a-zæøå;,\"' ]{0,12}[a-zæøå]";
    prop::collection::vec(
        (label, 1950..2050, prop::option::of(-2_000_000..2_000_000)),
        2..40,
    )
}

proptest! {
    #[test]
    fn a_table_reads_back_the_same_in_every_dialect(
        rows in rows(),
        delimiter in prop::sample::select(vec![';', ',', '\t', '|']),
        decimal_comma in any::<bool>(),
        thousands in prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        title in any::<bool>(),
        latin in any::<bool>(),
        quote_all in any::<bool>(),
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let written = |hundredths: i32| {
            let sign = if hundredths < 0 { "-" } else { "" };
            let whole = (hundredths.abs() / 100).to_string();
            let mut grouped = String::new();
            for (at, digit) in whole.chars().enumerate() {
                if at > 0 && (whole.len() - at).is_multiple_of(3) {
                    grouped.push_str(thousands);
                }
                grouped.push(digit);
            }
            let point = if decimal_comma { ',' } else { '.' };
            let number = format!("{sign}{grouped}{point}{:02}", hundredths.abs() % 100);
            if quote_all || number.contains(delimiter) { quoted(&number) } else { number }
        };
        let mut lines = Vec::new();
        if title {
            lines.extend([quoted("Flytting, etter gruppe; og år"), String::new()]);
        }
        let d = delimiter;
        lines.push(format!("{}{d}{}{d}{}{d}{}", quoted("nummer"), quoted("gruppe"), quoted("år"), quoted("verdi")));
        for (at, (label, year, number)) in rows.iter().enumerate() {
            let number = number.map_or("..".to_owned(), written);
            lines.push(format!("\"n{at}\"{d}{}{d}\"{year}\"{d}{number}", quoted(label)));
        }
        let mut text = lines.join(end);
        text.push_str(end);
        let latin = latin && !text.contains('\u{202f}');
        let bytes = match latin {
            true => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
            false => text.into_bytes(),
        };
        if rows.iter().all(|(_, _, number)| number.is_none()) {
            return Ok(());
        }
        let table = only(read_foreign("t.csv", &bytes, &Choices::default()));
        prop_assert_eq!(&table.ambiguity, &None);
        prop_assert_eq!(table.rows, rows.len());
        for (at, (label, year, number)) in rows.iter().enumerate() {
            let text_of = |name: &str| {
                let dimension = table.dimension(name).unwrap();
                dimension.codes[dimension.rows[at] as usize].clone()
            };
            prop_assert_eq!(text_of("gruppe"), label.trim());
            prop_assert_eq!(text_of("år"), year.to_string());
            let expected = number.map_or(Cell::Missing, |n| Cell::Number(f64::from(n) / 100.0));
            prop_assert_eq!(table.measure("verdi").unwrap().cells.get(at), expected);
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_but_never_panics(
        file in 0..45_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let files = std::fs::read_dir(format!("{FIXTURES}/files")).unwrap();
        let mut paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let mut bytes = std::fs::read(&paths[file % paths.len()]).unwrap();
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let wrapped = zip(&[("a.csv", &bytes)]);
        for bytes in [&bytes, &wrapped] {
            match read_foreign("x", bytes, &Choices::default()) {
                Ok(tables) => {
                    for table in &tables {
                        dimensions(table);
                        measures(table);
                    }
                }
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused_but_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/=&;:\"'A-Zct0-9 \
            #x\\-]{0,4}", 0..6_usize), 1..8),
    ) {
        let mut rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>2022</v></c></row>\
            <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&#xE5; &amp;</t></is></c><c r=\"B2\"><v>1.5E2</v></c></row>\
            <row r=\"3\"><c r=\"B3\"><v>-7</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/>\
            </mergeCells>".to_owned();
        for (at, text, cut) in changes {
            let start = at.index(rows.len());
            let end = (start + cut).min(rows.len());
            rows.replace_range(start..end, &text);
        }
        match read_foreign("x.xlsx", &workbook(&rows, "land"), &Choices::default()) {
            Ok(tables) => tables.iter().for_each(|table| assert_eq!(measures(table).len(), table.measures.len())),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

#[test]
fn a_slip_among_counts_is_told_and_makes_no_dimension_of_them() {
    let text = "region;år;Utvandring;Folkemengde\nOslo;2001;tolv;1000\nOslo;2002;12;1010\n\
                Oslo;2002;14;1010\nBergen;2001;13;500\nBergen;2002;14;510\n";
    let quoted = "\"region\";\"år\";\"Utvandring\"\n\"Oslo\";\"2001\";\"tolv\"\n\
                  \"Oslo\";\"2002\";12\n\"Oslo\";\"2003\";14\n";
    let unnamed = "region;år;Skilt\nOslo;2001;tolv\nOslo;2002;12\nOslo;2003;14\n\
                   Oslo;2004;13\nOslo;2005;15\n";
    let found = |text: &str| {
        let problems = refused(read_text(text, &Choices::default()), text);
        let told = problems.into_iter().map(|problem| {
            for lang in Lang::ALL {
                assert!(!problem.remedy(lang).is_empty());
            }
            (problem.line, problem.column, problem.found)
        });
        told.collect::<Vec<_>>()
    };
    let slip = |column: &str| (Some(2), Some(column.to_owned()), "tolv".to_owned());
    // A row given twice is told beside it.
    let twice = (Some(4), None, "Oslo, 2002".to_owned());
    assert_eq!(found(text), [slip("Utvandring"), twice]);
    assert_eq!(found(quoted), [slip("Utvandring")]);
    assert_eq!(found(unnamed), [slip("Skilt")]);
    // Codes that look like numbers are a dimension where some of them do not.
    let codes = "klasse;år;Utvandring\n1;2001;5\n2;2001;6\n3;2001;7\n3+;2001;8\n1;2002;5\n\
                 2;2002;6\n3;2002;7\n3+;2002;8\n";
    let table = only(read_text(codes, &Choices::default()));
    assert_eq!(dimensions(&table), "klasse=4/0 | år=2/0 time");
}

/// The rows of a small table as a sheet of an OpenDocument workbook, with `tail` behind them.
fn open_document(tail: &str) -> Vec<u8> {
    let cell = |text: &str| match text.split_at_checked(1) {
        Some(("#", number)) => {
            format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
        }
        Some(("@", date)) => {
            format!("<table:table-cell office:value-type=\"date\" office:date-value=\"{date}\"/>")
        }
        _ => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
    };
    let rows = [
        ["land", "dato", "Utvandring", "Innvandring"],
        ["Norge", "@2020-01-01", "#5", "#50"],
        ["Norge", "@2021-01-01", "#6", "#60.5"],
        ["Sverige", "@2020-01-01", "#7", "#70"],
        ["Sverige", "@2021-01-01", "#8", ".."],
    ];
    let rows = rows.map(|row| {
        let cells: String = row.into_iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    });
    let title = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Synthetic table for \
        tests</text:p></table:table-cell></table:table-row><table:table-row/>";
    let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name=\"Tall\">\
         {title}{}{tail}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    zip(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A record of a binary workbook.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let seven = |number: usize| (number & 0x7f) as u8;
    let mut bytes = match kind {
        0..=0x7f => vec![kind as u8],
        _ => vec![seven(kind.into()) | 0x80, seven(usize::from(kind) >> 7)],
    };
    match body.len() {
        0..=0x7f => bytes.push(seven(body.len())),
        length => bytes.extend([seven(length) | 0x80, seven(length >> 7)]),
    }
    bytes.extend(body);
    bytes
}

/// The same rows as a binary workbook of Excel, with a last cell at a row and a column.
fn binary_workbook(last: Option<(u32, u32)>) -> Vec<u8> {
    let wide = |text: &str| -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let length = (units.len() as u32).to_le_bytes().into_iter();
        length
            .chain(units.into_iter().flat_map(u16::to_le_bytes))
            .collect()
    };
    let cell = |column: u32, text: &str| {
        let place = |style: u32| [column.to_le_bytes(), style.to_le_bytes()].concat();
        let number =
            |number: f64, style| record(5, &[place(style), number.to_le_bytes().to_vec()].concat());
        match text.split_at_checked(1) {
            Some(("#", digits)) => number(digits.parse().unwrap(), 0),
            Some(("@", days)) => number(days.parse().unwrap(), 1),
            _ => record(6, &[place(0), wide(text)].concat()),
        }
    };
    let rows: [(u32, &[&str]); 6] = [
        (0, &["Synthetic table for tests"]),
        (2, &["land", "dato", "Utvandring", "Innvandring"]),
        (3, &["Norge", "@43831", "#5", "#50"]),
        (4, &["Norge", "@44197", "#6", "#60.5"]),
        (5, &["Sverige", "@43831", "#7", "#70"]),
        (6, &["Sverige", "@44197", "#8", ".."]),
    ];
    let row = |line: u32| record(0, &[line.to_le_bytes().as_slice(), &[0; 12]].concat());
    let mut sheet = [record(0x81, &[]), record(0x94, &[0; 16]), record(0x91, &[])].concat();
    for (line, cells) in rows {
        sheet.extend(row(line));
        let cells = cells.iter().zip(0..);
        sheet.extend(cells.flat_map(|(text, column)| cell(column, text)));
    }
    if let Some((line, column)) = last {
        sheet.extend([row(line), cell(column, "#9")].concat());
    }
    sheet.extend(record(0x92, &[]));
    let book = [
        record(
            0x9c,
            &[&[0; 8], wide("r1").as_slice(), &wide("Tall")].concat(),
        ),
        record(0x90, &[]),
        record(0x9d, &[]),
    ];
    // Cells of style 1 are dates.
    let style = |format: u16| record(0x2f, &[[0; 2], format.to_le_bytes()].concat());
    let styles = [record(0x269, &2_u32.to_le_bytes()), style(0), style(14)];
    let relations =
        b"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zip(&[
        ("xl/workbook.bin", &book.concat()),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/styles.bin", &styles.concat()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

#[test]
fn a_cell_where_none_can_be_is_refused_and_stands_nowhere_else() {
    let row = |line: &str, place: &str| {
        let sheet = format!("<row r=\"{line}\"><c r=\"{place}\"><v>7</v></c></row>");
        workbook(
            &format!("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>{sheet}"),
            "",
        )
    };
    let cases = [
        ("letters that overflow", row("2", "ZZZZZZZZZZ2")),
        ("four letters", row("2", "AAAA2")),
        (
            "a row that overflows to 2",
            row("4294967298", "A4294967298"),
        ),
        ("a row beyond the last", row("1048577", "A1048577")),
        ("a column beyond the last", row("2", "XFE2")),
        (
            "a row of a binary workbook",
            binary_workbook(Some((1_048_576, 0))),
        ),
        (
            "a column of a binary workbook",
            binary_workbook(Some((7, 16_384))),
        ),
        (
            "an overflow of a binary workbook",
            binary_workbook(Some((7, u32::MAX))),
        ),
    ];
    for (what, bytes) in cases {
        let problems = refused(read_foreign("bok", &bytes, &Choices::default()), what);
        assert_eq!(problems[0].kind, ProblemKind::WorkbookPart, "{what}");
    }
}

#[test]
fn an_old_workbook_that_one_cell_makes_endless_is_refused_before_it_is_made() {
    let whole = std::fs::read(format!("{FIXTURES}/workbooks/workbook.xls")).unwrap();
    // A text, in row and column.
    let mut records = whole.windows(4);
    let at = records
        .rposition(|four| four == [0xfd, 0, 10, 0] || four[..2] == [0x04, 0x02])
        .unwrap();
    let mut far = whole.clone();
    far[at + 4..at + 8].fill(0xff);
    let problems = refused(read_foreign("bok.xls", &far, &Choices::default()), "far");
    assert_eq!(problems[0].kind, ProblemKind::TooLarge { limit_mb: 256 });
    // A chain of sectors that leads back to itself.
    let mut round = whole;
    let table = 512 * (1 + u32::from_le_bytes(round[76..80].try_into().unwrap()) as usize);
    let directory = u32::from_le_bytes(round[48..52].try_into().unwrap());
    let place = table + 4 * directory as usize;
    round[place..place + 4].copy_from_slice(&directory.to_le_bytes());
    let problems = refused(
        read_foreign("bok.xls", &round, &Choices::default()),
        "round",
    );
    assert_eq!(problems[0].kind, ProblemKind::WorkbookPart);
}

#[test]
fn workbooks_of_every_kind_hold_the_same_table() {
    let old = std::fs::read(format!("{FIXTURES}/workbooks/workbook.xls")).unwrap();
    let expected = [
        "4",
        "land=2/0 | dato=2/0 time",
        "Utvandring=4:26 | Innvandring=3:180.5",
        "..=1",
    ];
    let blank = "<table:table-row table:number-rows-repeated=\"1048000\">\
        <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let books = [
        ("bok.xls", old),
        ("bok.ods", open_document(blank)),
        ("bok.xlsb", binary_workbook(None)),
    ];
    for (name, bytes) in books {
        let table = only(read_foreign(name, &bytes, &Choices::default()));
        check(name, &table, &expected);
        assert_eq!(table.understood.header_line, Some(3), "{name}");
        assert!(table.understood.format.is_workbook());
    }
}

#[test]
fn a_workbook_that_repeats_a_cell_without_end_is_refused() {
    let tail = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
        table:number-columns-repeated=\"16000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let problems = refused(
        read_foreign("bok.ods", &open_document(tail), &Choices::default()),
        "repeated cells",
    );
    assert!(
        sentences(&problems).contains("at most 256 MB"),
        "{}",
        sentences(&problems)
    );
}
