//! Files read in slices: the same table as the strict reader's, however they are cut.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use utvandring::data::csv_table::{self, Expectations};
use utvandring::data::descriptor::Descriptor;
use utvandring::data::slices::{ChunkMerger, Plan, Start, Taken, read_slice};
use utvandring::data::{Coverage, Table};

/// What came of a file that was read in slices.
#[derive(Debug, PartialEq)]
enum Read {
    Table(Table),
    /// Left to the strict reader.
    Left,
}

/// Reads a file as the page does: its beginning, then slices, each by itself.
fn in_slices(bytes: &[u8], beginning: usize, cuts: &[usize], expectations: &Expectations) -> Read {
    let beginning = &bytes[..beginning.min(bytes.len())];
    let Some(mut gathering) =
        ChunkMerger::of_file("t.csv", beginning, bytes.len() as u64, expectations)
    else {
        return Read::Left;
    };
    // The other decimal sign is tried once.
    for _ in 0..2 {
        match gather(&mut gathering, bytes, cuts, expectations) {
            Some(table) => return Read::Table(table),
            None => match gathering.with_other_sign() {
                Some(other) => gathering = other,
                None => return Read::Left,
            },
        }
    }
    Read::Left
}

fn gather(
    gathering: &mut ChunkMerger,
    bytes: &[u8],
    cuts: &[usize],
    expectations: &Expectations,
) -> Option<Table> {
    let rows = &bytes[gathering.plan().rows_begin..];
    // A plan goes to the workers as bytes.
    let plan = Plan::from_bytes(&gathering.plan().to_bytes()).unwrap();
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (rows.len() + 1)).collect();
    cuts.extend([0, rows.len()]);
    cuts.sort_unstable();
    for pair in cuts.windows(2) {
        let slice = &rows[pair[0]..pair[1]];
        let start = if pair[0] == 0 {
            Start::Record
        } else {
            Start::Anywhere
        };
        let mut taken = gathering.take(&read_slice(&plan, slice, start), slice.len());
        if let Taken::Again(before) = taken {
            let joined = [&before, slice].concat();
            taken = gathering.take(&read_slice(&plan, &joined, Start::Record), slice.len());
        }
        match taken {
            Taken::Yes => {}
            Taken::Wrong => return None,
            other => panic!("{other:?}"),
        }
    }
    gathering.finish("t", expectations)
}

/// Both readers agree: the same table, or the strict reader's word counts.
fn agree(bytes: &[u8], beginning: usize, cuts: &[usize], expectations: &Expectations) -> bool {
    let strict = csv_table::read("t.csv", "t", bytes, expectations);
    match (in_slices(bytes, beginning, cuts, expectations), strict) {
        (Read::Table(table), Ok(strict)) => {
            assert_eq!(table, strict);
            true
        }
        (Read::Table(_), Err(problems)) => panic!("read in slices, but {problems:?}"),
        (Read::Left, _) => false,
    }
}

/// What a package says of the table: a decimal sign, marks, guarded codes.
fn described(json: &str) -> Expectations {
    let text = format!(
        r#"{{"name":"p","resources":[{{"name":"t","path":"t.csv",{json}
        "schema":{{"fields":[],"missingValues":["","0",{{"value":"*","label":"suppressed"}}]}}}}]}}"#
    );
    let descriptor = Descriptor::parse("datapackage.json", &text).unwrap();
    Expectations::of_resource(&descriptor.resources[0], &Coverage::default())
}

/// Counts that the publisher has changed, each by itself.
const CHANGED: &str = r#""perturbed":{"method":"cell_key","max_difference":2},"#;

#[test]
fn changed_counts_that_do_not_agree_are_read_in_slices_and_others_are_left() {
    let more_returned = b"group,emigrations,returned_5y\na,2,3\nb,9,1\n";
    assert!(agree(more_returned, 99, &[9], &described(CHANGED)));
    assert!(!agree(more_returned, 99, &[9], &described("")));
}

fn expectations() -> impl Strategy<Value = Expectations> {
    prop_oneof![
        4 => Just(Expectations::default()),
        1 => Just(described("")),
        1 => Just(described(r#""decimalChar":",","guarded":true,"#)),
        1 => Just(described(CHANGED)),
    ]
}

/// A code as it stands in a file, quoted or not.
fn code() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-d]{1,3}",
        1 => "[æøå]{1,9}",
        1 => "[a-z]{14,20}",
        1 => " {0,2}[a-b]{1,2} {0,2}",
        1 => "'=[a-b]",
        2 => "\"[ab,;\n\r]{1,4}\"",
        1 => "\"[ab]?\"\"[\n,]?[ab]{0,2}\"",
        1 => "\"a\"[b\"]{0,2}",
        1 => "a\"b",
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[0-9]{1,6}",
        1 => "[0-9]{10,19}",
        1 => "\"[0-9]{1,3}\"",
        1 => prop_oneof![Just(String::new()), Just("..".into()), Just(":".into()), Just(".".into()), Just("*".into())],
    ]
}

fn decimal() -> impl Strategy<Value = (u32, String)> {
    (
        0_u32..2000,
        prop_oneof![4 => Just(String::new()), 1 => "[0-9]{1,4}"],
    )
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("\n"), Just("\r\n"), Just("\r\n\r\n"), Just("\r")]
}

prop_compose! {
    /// A file of the contract, more or less: some have problems.
    fn file()(
        semicolons in any::<bool>(),
        comma in any::<bool>(),
        bom in any::<bool>(),
        remarks in 0_usize..3,
        ends in proptest::collection::vec(line_end(), 3),
        plain_ends in 0_u8..4,
        rows in proptest::collection::vec((code(), code(), number(), decimal(), code()), 1..40),
        unique in 0_u8..5,
        no_last_end in any::<bool>(),
    ) -> Vec<u8> {
        let separator = if semicolons { ";" } else { "," };
        let end = |row: usize| if plain_ends > 0 { ends[0] } else { ends[row % 3] };
        let mut text = String::new();
        if bom {
            text.push('\u{feff}');
        }
        for remark in 0..remarks {
            text += &format!("# remark {remark}\n");
        }
        text += &["group", "year", "origin", "emigrations", "person_years"].join(separator);
        text += if ends[0] == "\r" { "\n" } else { ends[0] };
        let last = rows.len() - 1;
        for (row, (group, origin, count, (whole, fraction), other)) in rows.into_iter().enumerate() {
            // Codes of a year make the rows different; few files have two that are the same.
            let year = if unique > 0 { row.to_string() } else { (row / 2).to_string() };
            let sign = if comma && semicolons { "," } else { "." };
            let decimal = match fraction.is_empty() {
                true => whole.to_string(),
                false => format!("{whole}{sign}{fraction}"),
            };
            let group = if unique > 2 { other } else { group };
            text += &[group, year, origin, count, decimal].join(separator);
            if row < last || !no_last_end {
                text += end(row);
            }
        }
        text.into_bytes()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_slicing_gives_the_table_of_the_strict_reader(
        bytes in file(),
        beginning in 40_usize..400,
        cuts in proptest::collection::vec(0_usize..5000, 0..12),
        expectations in expectations(),
    ) {
        agree(&bytes, beginning, &cuts, &expectations);
    }

    #[test]
    fn a_byte_out_of_place_changes_nothing_that_the_strict_reader_would_refuse(
        bytes in file(),
        place in 0_usize..2000,
        byte in prop_oneof![Just(b'"'), Just(b'\n'), Just(b','), Just(0), Just(0xC3), Just(b'-')],
        cuts in proptest::collection::vec(0_usize..5000, 0..6),
    ) {
        let mut bytes = bytes;
        let place = place % bytes.len();
        bytes[place] = byte;
        agree(&bytes, 200, &cuts, &Expectations::default());
    }
}

/// Rows that nothing is wrong with.
fn regular(rows: usize, line_end: &str) -> String {
    let mut text = format!("group,origin,year,emigrations,person_years,note{line_end}");
    for row in 0..rows {
        let quoted = if row % 7 == 0 {
            "\"a, \"\"b\"\"\nc\""
        } else {
            "plain"
        };
        let suppressed = if row % 11 == 0 {
            ":".to_owned()
        } else {
            (row % 900).to_string()
        };
        text += &format!(
            "{quoted},{},{},{suppressed},{}.{}{},x{line_end}",
            row / 20,
            2000 + row % 20,
            row * 300 + 1,
            row % 10,
            row % 3,
        );
    }
    text
}

#[test]
fn every_single_cut_and_every_two_cuts_are_joined() {
    for line_end in ["\n", "\r\n", "\r\n\r\n"] {
        let text = regular(12, line_end).replace(",note", "").replace(",x", "");
        let bytes = text.as_bytes();
        let expectations = Expectations::default();
        let strict = csv_table::read("t.csv", "t", bytes, &expectations).unwrap();
        for one in 0..bytes.len() {
            for two in [one, one + 1, one + 7, one + 40] {
                let read = in_slices(bytes, 200, &[one, two], &expectations);
                assert_eq!(read, Read::Table(strict.clone()), "{one} {two}");
            }
        }
    }
}

#[test]
fn large_files_with_many_codes_are_read_in_slices() {
    // More codes than fit in two bytes, so that columns widen on the way.
    let text = regular(70_000, "\n").replace("plain,", "plain");
    let text = text
        .replace("\"\nc\",", "\"\nc\"")
        .replace("group,origin", "group");
    let cuts: Vec<usize> = (0..40).map(|cut| cut * 93_001).collect();
    assert!(agree(
        text.as_bytes(),
        10_000,
        &cuts,
        &Expectations::default()
    ));
}

#[test]
fn a_decimal_sign_that_shows_late_is_found() {
    let rows: String = (0..500).map(|row| format!("{row};{row}\n")).collect();
    let text = format!("origin;person_years\n{rows}x;1.5\n");
    assert!(agree(
        text.as_bytes(),
        100,
        &[300, 900],
        &Expectations::default()
    ));
}

#[test]
fn a_code_with_a_hidden_character_is_left_to_the_strict_reader() {
    let text = "group,year,emigrations\na,2020,3\nb\u{202e},2020,4\nc,2020,5\n";
    assert!(!agree(text.as_bytes(), 0, &[30], &Expectations::default()));
}

#[test]
fn two_rows_of_the_same_codes_are_left_to_the_strict_reader() {
    let rows: String = (0..500).map(|row| format!("{row},1\n")).collect();
    let text = format!("origin,emigrations\n{rows}7,1\n");
    assert!(!agree(
        text.as_bytes(),
        100,
        &[300, 900],
        &Expectations::default()
    ));
}

#[test]
fn a_file_too_large_for_memory_is_refused_with_a_size_that_would_do() {
    let rows: String = (0..500).map(|row| format!("{row},1\n")).collect();
    let text = format!("origin,emigrations\n{rows}");
    let bytes = text.as_bytes();
    // As if a thousand million bytes of such rows followed.
    let size = 1_000_000_000_000;
    let mut gathering =
        ChunkMerger::of_file("t.csv", bytes, size, &Expectations::default()).unwrap();
    let rows = &bytes[gathering.plan().rows_begin..];
    let part = read_slice(gathering.plan(), rows, Start::Record);
    let Taken::TooLarge(fits) = gathering.take(&part, rows.len()) else {
        panic!("taken");
    };
    assert!((50_000_000..size / 2).contains(&fits), "{fits}");
}
