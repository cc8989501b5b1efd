//! The calculator: what people type or paste, and what it is read as.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use utvandring::text::{Lang, calculator as words};
use utvandring::view_models::calculator::{Kind, Results, results};

fn typed(kind: Kind, inputs: &[(&str, &str)], lang: Lang) -> Result<Results, String> {
    let find = |name: &str| {
        let found = inputs.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, text)| *text)
    };
    results(kind, find, 0.95, lang)
}

fn pasted(text: &str, lang: Lang) -> Result<Results, String> {
    typed(Kind::Standardised, &[("strata", text)], lang)
}

#[test]
fn a_table_is_read_with_and_without_header_and_names_however_it_is_separated() {
    let expected = (10.0 / 1000.0 * 500.0 + 20.0 / 1500.0 * 700.0) / 1200.0 * 1000.0;
    for text in [
        "10 1000 500\n20 1500 700",
        "10\t1 000\t500\n20\t1 500\t700\n",
        "10;1000;500;\n\n20;1500;700;",
        "10,1000,500\n20,1500,700",
        "10, 1000, 500\n20, 1500, 700",
        "events,person-years,standard\n10,1000,500\n20,1500,700",
        "Alder\tHendelser\tPersonår\tStandard\n18\t10\t1000\t500\n19\t20\t1500\t700",
        "menn;10;1000;500\nkvinner;20;1500;700",
    ] {
        for lang in Lang::ALL {
            let found = pasted(text, lang).unwrap();
            let rate = found.lines[0].raw.unwrap();
            assert!((rate - expected).abs() < 1e-12, "{text:?}: {rate}");
        }
    }
}

#[test]
fn what_is_wrong_in_a_table_is_told_with_its_line() {
    let cases = [
        ("10 1000 500\n20 1500", "Line 2 has 2 numbers."),
        ("name 10 1000 500\n20 1500 700", "Line 1 has 4 numbers."),
        ("10 1000 500\nx 1500 700", "Line 2: “x” is not a number."),
        ("10 1000 500\n5 0 0", "Line 2: events without person-years"),
        (
            "10 1000 500\n0 0 700",
            "Line 2: no person-years to divide by",
        ),
        ("events person-years standard", "Type a number."),
    ];
    for (text, expected) in cases {
        let told = pasted(text, Lang::En).unwrap_err();
        assert!(told.starts_with(expected), "{text:?}: {told}");
    }
}

#[test]
fn a_number_that_reads_in_two_ways_is_asked_about_in_every_language() {
    for lang in Lang::ALL {
        for text in ["1.234", "1,234"] {
            let inputs = [("events", "3"), ("exposure", text)];
            let told = typed(Kind::Rate, &inputs, lang).unwrap_err();
            assert!(told.contains("1234"), "{told}");
            // Both remedies are read as they say.
            let decimals = if lang == Lang::En { "1.2340" } else { "1,2340" };
            assert!(told.contains(decimals), "{told}");
            for (text, exposure) in [("1234", 1234.0), (decimals, 1.234)] {
                let inputs = [("events", "3"), ("exposure", text)];
                let found = typed(Kind::Rate, &inputs, lang).unwrap();
                assert_eq!(found.lines[0].raw, Some(3.0 / exposure * 1000.0));
            }
        }
    }
}

#[test]
fn small_numbers_are_remarked_on_where_there_is_an_interval() {
    let small = words::small(Lang::En);
    let share = (Kind::Share, ["k", "n"]);
    let rate = (Kind::Rate, ["events", "exposure"]);
    let cases = [
        (share, ["1", "40"], true),
        (share, ["0", "30"], true),
        (share, ["12", "40"], false),
        (share, ["12", "29"], true),
        (rate, ["9", "100"], true),
        (rate, ["5", "0"], false),
    ];
    for ((kind, [one, two]), [first, second], is_small) in cases {
        let inputs = &[(one, first), (two, second)];
        let found = typed(kind, inputs, Lang::En).unwrap();
        assert_eq!(found.remarks.contains(&small), is_small, "{inputs:?}");
        let has_interval = !found.lines[0].interval.is_empty();
        assert_eq!(found.remarks.is_empty(), !has_interval, "{inputs:?}");
    }
}

#[test]
fn limits_below_zero_are_told_apart_from_the_dash() {
    let inputs = [("x1", "2"), ("t1", "100"), ("x2", "12"), ("t2", "100")];
    let found = typed(Kind::TwoRates, &inputs, Lang::Nb).unwrap();
    let difference = &found.lines[1];
    assert!(
        difference.interval.starts_with('\u{2212}'),
        "{difference:?}"
    );
    assert!(difference.interval.contains(" til "), "{difference:?}");
}
