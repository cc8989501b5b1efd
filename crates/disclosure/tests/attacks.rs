//! The audit against attackers: known ones with their numbers, and one who tries everything.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use disclosure::{
    Cell, Column, Derived, Place, System, Table, Unknown, Verdict, Wanted, audit, identities,
    secondary,
};
use proptest::prelude::*;

/// A table of one measure over all combinations of codes; `-1` is a hidden cell.
fn table(name: &str, dimensions: &[(&str, usize)], cells: &[i64]) -> Table {
    let columns = dimensions.iter().map(|(name, size)| Column {
        name: (*name).to_owned(),
        codes: (1..=*size).map(|code| code.to_string()).collect(),
    });
    let mut rows = vec![vec![]];
    for (_, size) in dimensions {
        let longer = |row: &Vec<usize>| {
            let row = row.clone();
            (0..*size).map(move |code| [row.clone(), vec![code]].concat())
        };
        rows = rows.iter().flat_map(longer).collect();
    }
    assert_eq!(rows.len(), cells.len(), "{name}");
    let cell = |number: &i64| {
        if *number < 0 {
            Cell::Hidden
        } else {
            Cell::Number(*number)
        }
    };
    Table {
        name: name.to_owned(),
        dimensions: columns.collect(),
        rows,
        measures: vec![("emigrations".to_owned(), cells.iter().map(cell).collect())],
        coverage: vec![],
    }
}

fn verdicts(tables: &[Table], interval: i64) -> Vec<Verdict> {
    let wanted = Wanted {
        interval,
        sensitive: None,
        zeros: &[],
        truth: None,
    };
    let found = audit(tables, &[], &wanted);
    assert!(
        found.contradictions.is_empty(),
        "{:?}",
        found.contradictions
    );
    found.cells.iter().map(|cell| cell.verdict).collect()
}

#[test]
fn a_cell_alone_in_its_line_is_determined() {
    let inner = table("inner", &[("r", 2), ("c", 3)], &[1, -1, 5, 6, 2, 8]);
    let rows = table("rows", &[("r", 2)], &[10, 16]);
    assert_eq!(verdicts(&[inner, rows], 1), [Verdict::Determined(4)]);
}

#[test]
fn four_corners_hide_each_other() {
    // 1 + 9 and 4 + 6 can become 0 + 10 and 5 + 5, or 5 + 5 and 0 + 10.
    let inner = table("inner", &[("r", 2), ("c", 2)], &[-1, -1, -1, -1]);
    let rows = table("rows", &[("r", 2)], &[10, 10]);
    let columns = table("columns", &[("c", 2)], &[5, 15]);
    let wide = Verdict::Wide(0, 5);
    assert_eq!(
        verdicts(&[inner.clone(), rows.clone(), columns.clone()], 3)[0],
        wide
    );
    assert_eq!(
        verdicts(&[inner, rows, columns], 6)[0],
        Verdict::Narrow(0, 5)
    );
}

#[test]
fn a_suppression_that_no_subtraction_opens_can_be_opened_by_several() {
    // Each line has two hidden cells, and still a row less a column plus another gives one away:
    // x11 + x12 = 3, x21 + x22 = 9, x11 + x21 + x33 = 8 ... The sum of lines less that of columns leaves x33.
    let cells = [-1, -1, 5, -1, -1, 4, 2, 3, -1];
    let inner = table("inner", &[("r", 3), ("c", 3)], &cells);
    let rows = table("rows", &[("r", 3)], &[8, 13, 7]);
    let columns = table("columns", &[("c", 3)], &[7, 10, 11]);
    let found = verdicts(&[inner, rows, columns], 1);
    assert_eq!(found[4], Verdict::Determined(2));
    assert!(
        found[..4]
            .iter()
            .all(|one| matches!(one, Verdict::Wide(..))),
        "{found:?}"
    );
}

#[test]
fn cells_of_zero_and_one_are_opened_by_whole_numbers() {
    // Nothing is determined by elimination, but two hidden cells that add up to zero are both zero, and then
    // the third cell of each line is known.
    let inner = table("inner", &[("r", 2), ("c", 3)], &[-1, -1, 4, -1, -1, 4]);
    let rows = table("rows", &[("r", 2)], &[4, 6]);
    let columns = table("columns", &[("c", 3)], &[1, 1, 8]);
    assert_eq!(
        verdicts(&[inner, rows, columns], 1),
        [0, 0, 1, 1].map(Verdict::Determined)
    );
}

#[test]
fn what_is_safe_in_each_table_is_not_safe_in_linked_tables() {
    // Each table hides a pair in its own line; together they share a line, and subtraction opens all.
    let by_age = table("by_age", &[("group", 2), ("age", 3)], &[-1, -1, 9, 4, 5, 6]);
    let by_sex = table("by_sex", &[("group", 2), ("sex", 2)], &[-1, -1, 7, 8]);
    let group_total = table("groups", &[("group", 2)], &[-1, 15]);
    let all = table("all", &[], &[29]);
    let alone = [by_age.clone(), group_total.clone()];
    assert!(
        verdicts(&alone, 3)
            .iter()
            .all(|one| matches!(one, Verdict::Wide(..)))
    );
    let linked = [by_age, by_sex, group_total, all];
    let found = verdicts(&linked, 3);
    // The total of the group is 14, so its two hidden ages come to 5.
    assert_eq!(found.last(), Some(&Verdict::Determined(14)));
    assert_eq!(found[0], Verdict::Wide(0, 5));
    // A margin of ages opens what is left.
    let mut linked = linked.to_vec();
    linked.push(table("ages", &[("age", 3)], &[6, 8, 15]));
    assert_eq!(
        verdicts(&linked, 3)[..2],
        [Verdict::Determined(2), Verdict::Determined(3)]
    );
}

#[test]
fn populations_are_opened_by_the_next_new_year_and_by_person_years() {
    let years = Column {
        name: "year".to_owned(),
        codes: vec!["2000".to_owned(), "2001".to_owned()],
    };
    let ages = Column {
        name: "age".to_owned(),
        codes: vec!["18".to_owned(), "19".to_owned()],
    };
    let rows = vec![vec![0, 0], vec![0, 1], vec![1, 0], vec![1, 1]];
    let number = Cell::Number;
    let mut table = Table {
        name: "by_age_year".to_owned(),
        dimensions: vec![years, ages],
        rows,
        measures: vec![
            (
                "population_jan1".to_owned(),
                vec![number(5), number(6), number(7), Cell::Hidden],
            ),
            (
                "population_dec31".to_owned(),
                vec![number(2), number(6), number(7), number(1)],
            ),
        ],
        coverage: vec![],
    };
    // Those of 18 at the end of 2000 are those of 19 at the beginning of 2001.
    assert_eq!(
        verdicts(std::slice::from_ref(&table), 1),
        [Verdict::Determined(2)]
    );
    // Doubled person-years are both ends.
    table.measures[1].1[0] = Cell::Hidden;
    assert!(
        verdicts(std::slice::from_ref(&table), 1)
            .iter()
            .all(|one| matches!(one, Verdict::Wide(..)))
    );
    let twice = vec![number(7), number(12), number(14), Cell::Hidden];
    table.measures.push(("person_years".to_owned(), twice));
    assert_eq!(
        verdicts(&[table], 1)[..2],
        [Verdict::Determined(2), Verdict::Determined(2)]
    );
}

#[test]
fn who_came_back_is_at_most_who_left() {
    let mut one = table("returns", &[("year", 2)], &[3, 20]);
    one.measures.push((
        "returned_5y".to_owned(),
        vec![Cell::Hidden, Cell::Number(9)],
    ));
    let mut all = table("all", &[], &[23]);
    all.measures
        .push(("returned_5y".to_owned(), vec![Cell::Hidden]));
    // 9 came back of 20; of three more nobody knows how many.
    assert_eq!(
        verdicts(&[one.clone(), all], 3),
        [Verdict::Wide(0, 3), Verdict::Wide(9, 12)]
    );
    // One row alone: between none and all.
    assert_eq!(verdicts(&[one], 4), [Verdict::Narrow(0, 3)]);
}

#[test]
fn who_is_followed_is_the_same_after_any_number_of_years() {
    let curve = table(
        "curve",
        &[("group", 2), ("years_since", 3)],
        &[-1, 7, 7, 8, 8, 8],
    );
    assert_eq!(verdicts(&[curve], 1), [Verdict::Determined(7)]);
}

#[test]
fn periods_and_kinds_are_sums_of_years_and_destinations() {
    let derived = [Derived {
        from: "year".to_owned(),
        to: "period".to_owned(),
        codes: vec![
            ("1".to_owned(), "1".to_owned()),
            ("2".to_owned(), "1".to_owned()),
        ],
    }];
    let years = table("years", &[("group", 1), ("year", 2)], &[-1, 4]);
    let periods = table("periods", &[("group", 1), ("period", 1)], &[9]);
    let wanted = Wanted {
        interval: 1,
        sensitive: None,
        zeros: &[],
        truth: None,
    };
    let found = audit(&[years, periods], &derived, &wanted);
    assert_eq!(found.cells[0].verdict, Verdict::Determined(5));
}

#[test]
fn tables_of_other_people_are_not_compared() {
    let mut some = table("some", &[("group", 2)], &[-1, 4]);
    some.coverage = vec![("year".to_owned(), vec!["2000".to_owned()])];
    let mut all = table("all", &[], &[9]);
    all.coverage = vec![
        (
            "year".to_owned(),
            vec!["2000".to_owned(), "2001".to_owned()],
        ),
        ("group".to_owned(), vec!["1".to_owned(), "2".to_owned()]),
    ];
    assert_eq!(
        verdicts(&[some.clone(), all.clone()], 1),
        [Verdict::Wide(0, 1 << 40)]
    );
    all.coverage[0].1.pop();
    assert_eq!(
        verdicts(&[some.clone(), all.clone()], 1),
        [Verdict::Determined(5)]
    );
    // A group that the first table lacks.
    all.coverage[1].1.push("3".to_owned());
    assert_eq!(verdicts(&[some, all], 1), [Verdict::Wide(0, 1 << 40)]);
}

#[test]
fn zeros_and_ones_are_opened_where_zeros_are_published() {
    // Examples of sdcTools/UserSupport, issue 194: 0 = x + x + 0, 15 = 10 + 5 + x + x, 15 = 10 + 3 + x + x.
    let cases: [(&[i64], i64, &[&str], i64); 3] = [
        (&[-1, -1, 0], 0, &[], 0),
        (&[10, 5, -1, -1], 15, &[], 0),
        (&[10, 3, -1, -1], 15, &["emigrations"], 1),
    ];
    for (cells, sum, zeros, number) in cases {
        let tables = [
            table("inner", &[("r", cells.len())], cells),
            table("all", &[], &[sum]),
        ];
        let wanted = Wanted {
            interval: 1,
            sensitive: None,
            zeros,
            truth: None,
        };
        let found = audit(&tables, &[], &wanted);
        assert!(
            found
                .cells
                .iter()
                .all(|cell| cell.verdict == Verdict::Determined(number)),
            "{found:?}"
        );
    }
    // Where a zero could be hidden too, the last one is not determined.
    let tables = [
        table("inner", &[("r", 4)], &[10, 3, -1, -1]),
        table("all", &[], &[15]),
    ];
    assert_eq!(verdicts(&tables, 3), [Verdict::Narrow(0, 2); 2]);
}

#[test]
fn tables_protected_one_after_the_other_are_opened_together() {
    // The regions of sdcTools/UserSupport, issue 136: A B I J are one county, K L M N the other; L and M are
    // big, the others small. Each table hides so that it is safe by itself.
    let regions = [-1, -1, 8, 8, -1, -1, -1, 7];
    let county = table(
        "county",
        &[("county", 2), ("region", 8)],
        &[-1, -1, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, 7],
    );
    let size = table(
        "size",
        &[("size", 2), ("region", 8)],
        &[0, 0, 0, 0, 0, -1, -1, 0, -1, -1, 8, 8, -1, 0, 0, 7],
    );
    let region = table("region", &[("region", 8)], &regions);
    let counties = table("counties", &[("county", 2)], &[20, 16]);
    let sizes = table("sizes", &[("size", 2)], &[6, 30]);
    let alone = verdicts(&[county.clone(), counties.clone()], 3);
    assert!(
        alone.iter().all(|one| matches!(one, Verdict::Wide(..))),
        "{alone:?}"
    );
    let alone = verdicts(&[size.clone(), sizes.clone()], 3);
    assert!(
        alone.iter().all(|one| matches!(one, Verdict::Wide(..))),
        "{alone:?}"
    );
    let linked = verdicts(&[region, county, counties, size, sizes], 3);
    // Region K: its county less both big regions.
    assert_eq!(linked[2], Verdict::Determined(3), "{linked:?}");
    assert!(
        linked[..2]
            .iter()
            .all(|one| matches!(one, Verdict::Wide(0, 4))),
        "{linked:?}"
    );
}

#[test]
fn published_numbers_that_differ_are_told() {
    let inner = table("inner", &[("r", 2)], &[4, 5]);
    let all = table("all", &[], &[10]);
    let found = audit(
        &[inner, all],
        &[],
        &Wanted {
            interval: 1,
            sensitive: None,
            zeros: &[],
            truth: None,
        },
    );
    assert_eq!(found.contradictions, [(0, 1, 1)]);
    assert!(!found.holds());
}

/// Every whole solution of a system, between a least and a greatest number.
fn solutions(system: &System, least: i64, most: i64) -> Vec<Vec<i64>> {
    fn go(system: &System, least: i64, most: i64, part: &mut Vec<i64>, found: &mut Vec<Vec<i64>>) {
        // An equation that is already broken ends the branch.
        for equation in &system.equations {
            let known = equation.terms.iter().filter(|(at, _)| *at < part.len());
            let sum: i64 = known.map(|(at, factor)| factor * part[*at]).sum();
            let open = equation.terms.iter().any(|(at, _)| *at >= part.len());
            let negative = equation.terms.iter().any(|(_, factor)| *factor < 0);
            if (!open && sum != equation.value) || (!negative && sum > equation.value) {
                return;
            }
        }
        if part.len() == system.unknowns.len() {
            found.push(part.clone());
            return;
        }
        for number in least..=most {
            part.push(number);
            go(system, least, most, part, found);
            part.pop();
        }
    }
    let mut found = Vec::new();
    go(system, least, most, &mut Vec::new(), &mut found);
    found
}

/// Tables of two dimensions with both margins and a total, some cells hidden, zeros too unless they are shown.
fn published(
    cells: &[i64],
    hidden: &[bool],
    columns: usize,
    shown: bool,
) -> (Vec<Table>, BTreeMap<Place, i64>) {
    let rows = cells.len() / columns;
    let row = |at: usize| cells[at * columns..(at + 1) * columns].iter().sum::<i64>();
    let column = |at: usize| cells.iter().skip(at).step_by(columns).sum::<i64>();
    let by_row: Vec<i64> = (0..rows).map(row).collect();
    let by_column: Vec<i64> = (0..columns).map(column).collect();
    let mut tables = vec![
        table("inner", &[("r", rows), ("c", columns)], cells),
        table("rows", &[("r", rows)], &by_row),
        table("columns", &[("c", columns)], &by_column),
        table("all", &[], &[cells.iter().sum()]),
    ];
    let mut truth = BTreeMap::new();
    let mut flags = hidden.iter();
    for (at, table) in tables.iter_mut().enumerate() {
        for (row, cell) in table.measures[0].1.iter_mut().enumerate() {
            if let (Some(true), Cell::Number(number)) = (flags.next(), *cell)
                && !(shown && number == 0)
            {
                truth.insert(
                    Place {
                        table: at,
                        measure: 0,
                        row,
                    },
                    number,
                );
                *cell = Cell::Hidden;
            }
        }
    }
    (tables, truth)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn the_audit_finds_what_trying_everything_finds(
        cells in prop::collection::vec(0_i64..4, 6),
        hidden in prop::collection::vec(prop::bool::weighted(0.55), 11),
        zeros_are_shown in any::<bool>(),
    ) {
        let hidden = [hidden, vec![false]].concat();
        let (tables, truth) = published(&cells, &hidden, 3, zeros_are_shown);
        let zeros: &[&str] = if zeros_are_shown { &["emigrations"] } else { &[] };
        let system = identities(&tables, &[]);
        let all = solutions(&system, i64::from(zeros_are_shown), cells.iter().sum());
        prop_assert!(!all.is_empty());
        for interval in [1, 2, 3] {
            for truth in [None, Some(&truth)] {
                let found = audit(&tables, &[], &Wanted { interval, sensitive: None, zeros, truth });
                for finding in &found.cells {
                    let at = system.unknowns.iter().position(|one| *one == Unknown::Cell(finding.place));
                    let numbers = all.iter().map(|solution| solution[at.unwrap()]);
                    let (low, high) = (numbers.clone().min().unwrap(), numbers.max().unwrap());
                    let connected = system.equations.iter().any(|equation| {
                        equation.terms.iter().any(|(term, _)| Some(*term) == at)
                    });
                    match finding.verdict {
                        Verdict::Determined(number) => prop_assert_eq!((number, number), (low, high)),
                        Verdict::Narrow(..) => prop_assert!(low < high && high - low < interval),
                        Verdict::Wide(one, other) => {
                            prop_assert!(other - one >= interval);
                            prop_assert!(!connected || (low <= one && other <= high));
                        }
                        Verdict::Undecided => prop_assert!(false, "undecided"),
                    }
                }
            }
        }
    }

    #[test]
    fn after_protection_trying_everything_finds_no_small_cell(
        cells in prop::collection::vec(prop_oneof![0_i64..4, 3_i64..9], 9),
    ) {
        let (mut tables, _) = published(&cells, &[], 3, true);
        let small = |table: &Table, at: usize| -> Vec<Place> {
            let cells = table.measures[0].1.iter().enumerate();
            let small = cells.filter(|(_, cell)| matches!(cell, Cell::Number(1 | 2)));
            small.map(|(row, _)| Place { table: at, measure: 0, row }).collect()
        };
        let sensitive: Vec<Place> =
            tables.iter().enumerate().flat_map(|(at, table)| small(table, at)).collect();
        let done = secondary(&mut tables, &[], &sensitive, 2, &[], &|_| {});
        if done.audit.holds() {
            let wanted = Wanted { interval: 2, sensitive: Some(&sensitive), zeros: &[], truth: None };
            let again = audit(&tables, &[], &wanted);
            prop_assert!(again.holds(), "{:?}", again);
        } else {
            // Only where nothing is left to hide.
            let left = tables.iter().flat_map(|table| &table.measures[0].1);
            let visible = left.filter(|cell| matches!(cell, Cell::Number(1..))).count();
            prop_assert!(visible <= 2, "{visible}");
        }
    }
}
