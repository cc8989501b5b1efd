//! The report's claims: read, held against data sets, said in words.

#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

mod shipped;

use std::collections::BTreeMap;

use utvandring::claims::inconsistency::{Operator, Token};
use utvandring::claims::{self, Claim, Finding, Reason, describe, report};
use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::text::Lang;

use shipped::{changed, package};

fn claims() -> Vec<Claim> {
    claims::claims(&shipped::text("report-2026", "facts.csv")).unwrap()
}

/// The same claims as a publisher gives them who has not worded them.
fn unworded() -> Vec<Claim> {
    let text = shipped::text("report-2026", "facts.csv");
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.unwrap();
        assert_eq!(record.len(), 15);
        out.write_record(record.iter().take(11)).unwrap();
    }
    let text = String::from_utf8(out.into_inner().unwrap()).unwrap();
    claims::claims(&text).unwrap()
}

/// Ids by verdict, as text.
fn ids(findings: &[Finding], verdict: &str) -> String {
    let ids: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.verdict.code() == verdict)
        .map(|finding| finding.id.as_str())
        .collect();
    ids.join(" ")
}

/// Ids as text, whatever the line breaks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Printed values or words that disagree, the same for every data set. F038, F039 and F290 state
/// one of two printed values that contradict each other; no shipped package has that one.
const INCONSISTENT: &str = "F038 F039 F290 F386 F387 F388 F389 F390 F391 F392 F393 F394 F395 F396
    F397 F398 F399 F400 F401 F402 F403 F404 F405 F406";

#[test]
fn every_row_of_the_facts_table_is_understood() {
    let claims = claims();
    assert_eq!(claims.len(), 406);
    for claim in &claims {
        let words = [&claim.words.nb, &claim.words.nn, &claim.words.en];
        assert!(words.iter().all(|words| !words.is_empty()), "{}", claim.id);
    }
}

#[test]
fn words_can_be_given_in_some_languages_and_nothing_else_can_follow() {
    let header = "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note";
    let row = "X1,1,emigrations,count,group=all,eq,1,0,emigrations,exact,";
    let table = format!("{header},en,nb\n{row},One emigrated.,Én utvandret.\n");
    let claims = claims::claims(&table).unwrap();
    let said = |lang| describe::sentence(&claims[0], None, lang);
    assert_eq!(said(Lang::Nb), "Én utvandret.");
    assert_eq!(said(Lang::Nn), "Én utvandret.");
    assert_eq!(said(Lang::En), "One emigrated.");
    for more in ["sv", "value"] {
        assert!(claims::claims(&format!("{header},{more}\n{row},1\n")).is_err());
    }
}

#[test]
fn a_row_that_is_not_understood_is_refused_with_its_id() {
    let header = "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note\n";
    let cases = [
        (
            "X1,19,emigrations,count,group=all,eq,1,0,emigrations,exact,",
            "figure",
        ),
        (
            "X1,1,people,count,group=all,eq,1,0,emigrations,exact,",
            "table",
        ),
        (
            "X1,1,emigrations,height,group=all,eq,1,0,emigrations,exact,",
            "measure",
        ),
        (
            "X1,1,emigrations,count,Weight=all,eq,1,0,emigrations,exact,",
            "selection",
        ),
        (
            "X1,1,emigrations,count,group=*-a,eq,1,0,emigrations,exact,",
            "selection",
        ),
        (
            "X1,1,emigrations,count,group=all,equals,1,0,emigrations,exact,",
            "relation",
        ),
        (
            "X1,1,emigrations,count,group=all,eq,many,0,emigrations,exact,",
            "value",
        ),
        (
            "X1,1,emigrations,count,group=all,between,9..1,0,emigrations,exact,",
            "value",
        ),
        (
            "X1,1,emigrations,count,group=all,eq,1,-2,emigrations,exact,",
            "tolerance",
        ),
        (
            "X1,1,emigrations,count,group=all,eq,1,0,metres,exact,",
            "unit",
        ),
        (
            "X1,1,emigrations,count,group=all,eq,1,0,emigrations,sure,",
            "kind",
        ),
    ];
    for (row, column) in cases {
        let errors = claims::claims(&format!("{header}{row}\n")).unwrap_err();
        assert_eq!(errors.len(), 1, "{row}");
        assert_eq!((errors[0].id.as_str(), errors[0].column), ("X1", column));
    }
}

#[test]
fn every_checkable_claim_holds_in_the_teaching_package() {
    let claims = claims();
    let findings = claims::audit(&package("teaching"), &claims);
    assert_eq!(ids(&findings, "differs"), "");
    assert_eq!(
        ids(&findings, "inconsistent_in_source"),
        words(INCONSISTENT)
    );
    // Base country groups, missing education, Bosnia, and destinations finer than the codes.
    let open = "F015 F022 F215 F285 F286 F287 F288 F291";
    assert_eq!(ids(&findings, "not_computable"), open);
    assert!(
        findings
            .iter()
            .filter(|finding| finding.verdict.code() == "not_computable")
            .all(|finding| matches!(
                finding.verdict,
                claims::Verdict::NotComputable(Reason::Hidden(_))
            ))
    );
}

#[test]
fn what_the_report_prints_is_found_again() {
    let claims = claims();
    let findings = claims::audit(&package("report-2026"), &claims);
    let found = "F001 F002 F003 F004 F005 F006 F007 F008 F009 F010 F011 F012 F016 F017 F021 F028
        F029 F030 F031 F032 F033 F034 F035 F036 F037 F040 F041 F042 F043 F044 F045 F046 F047 F048
        F049 F050 F051 F052 F053 F054 F055 F056 F057 F058 F059 F060 F061 F062 F063 F064 F075 F106
        F107 F108 F116 F117 F118 F119 F120 F138 F139 F140 F141 F142 F143 F146 F147 F148 F149 F150
        F292 F293 F294 F295 F296 F297 F298 F299 F300 F301 F302 F303 F304 F305 F306 F307 F308 F309
        F310 F311 F312 F313 F314 F315 F317 F326 F328 F349 F350 F360 F361 F363 F364";
    assert_eq!(ids(&findings, "holds"), words(found));
    assert_eq!(ids(&findings, "differs"), "");
    assert_eq!(
        ids(&findings, "inconsistent_in_source"),
        words(INCONSISTENT)
    );
}

/// Changes the numbers of a column in the rows of a group or origin.
fn altered(text: String, code: &str, column: &str, change: fn(u64) -> u64) -> String {
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let place = header.split(',').position(|name| name == column).unwrap();
    let mut out = format!("{header}\n");
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if cells.iter().any(|cell| cell == code)
            && let Ok(number) = cells[place].parse()
        {
            cells[place] = change(number).to_string();
        }
        out += &(cells.join(",") + "\n");
    }
    out
}

#[test]
fn an_altered_copy_turns_exactly_the_affected_claims() {
    type Alteration = (
        &'static str,
        &'static str,
        &'static str,
        fn(u64) -> u64,
        &'static str,
    );
    let claims = claims();
    let before = claims::audit(&package("teaching"), &claims);
    // File, group or origin, column, change, and the claims that no longer hold.
    let cases: [Alteration; 3] = [
        // Nobody of the majority returns: its share and its place above the descendants, its
        // shares and numbers by destination and education, and the share of all groups.
        (
            "returns.csv",
            "majority",
            "returned_5y",
            |_| 0,
            "F141 F146 F148 F150 F155 F160 F190 F195 F199 F205 F324",
        ),
        // One person more in the group: its number, and the sum of the groups.
        (
            "sample.csv",
            "majority",
            "persons",
            |persons| persons + 1,
            "F032 F296",
        ),
        // Twice the emigrations of one origin: its number and rate, the share of the next largest
        // origin, and the sums over origins.
        (
            "by_origin.csv",
            "pakistan",
            "emigrations",
            |count| 2 * count,
            "F207 F216 F380 F382 F384",
        ),
    ];
    for (file, code, column, change, expected) in cases {
        let data = changed("teaching", |name, text| {
            if name == file {
                altered(text, code, column, change)
            } else {
                text
            }
        });
        let after = claims::audit(&data, &claims);
        let turned: Vec<&str> = before
            .iter()
            .zip(&after)
            .filter(|(before, after)| before.verdict != after.verdict)
            .map(|(before, _)| before.id.as_str())
            .collect();
        assert_eq!(turned.join(" "), expected, "{file}");
        assert_eq!(ids(&after, "differs"), expected, "{file}");
    }
}

/// The verdict of one claim on one table.
fn verdict(table: &str, selection: &str, measure: &str, rest: &str) -> String {
    let facts = format!(
        "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note\n\
         X1,1,emigrations,{measure},{selection},{rest},ordering,\n"
    );
    let data = open(&[NamedBytes {
        name: "t.csv".to_owned(),
        bytes: table.replace(' ', "\n").into_bytes(),
    }])
    .unwrap();
    let findings = claims::audit(&data, &claims::claims(&facts).unwrap());
    findings[0].verdict.code().to_owned()
}

#[test]
fn bounds_and_tolerances_mean_what_the_facts_table_says() {
    let table = "group,emigrations majority,100";
    let cases = [
        ("gt,100,,emigrations", "differs"),
        ("gt,99,,emigrations", "holds"),
        ("gt,101,2,emigrations", "holds"),
        ("ge,100,,emigrations", "holds"),
        ("le,100,,emigrations", "holds"),
        ("lt,100,,emigrations", "differs"),
        ("lt,100,0.3,emigrations", "holds"),
        ("eq,101,0,emigrations", "differs"),
        ("eq,101,1,emigrations", "holds"),
        ("approx,120,rel:0.20,emigrations", "holds"),
        ("approx,126,rel:0.20,emigrations", "differs"),
        ("between,90..99,0,emigrations", "differs"),
        ("between,90..99,1,emigrations", "holds"),
    ];
    for (claim, expected) in cases {
        let found = verdict(table, "group=majority", "count", claim);
        assert_eq!(found, expected, "{claim}");
    }
}

#[test]
fn a_trend_needs_both_its_ends_and_its_slope() {
    // Yearly emigrations 2000-2004, and whether they rise, fall, or stay or fall.
    let cases = [
        ([10, 12, 11, 14, 15], "holds", "differs", "differs"),
        ([15, 14, 11, 12, 10], "differs", "holds", "holds"),
        // The last is above the first, yet the years between fall steeply.
        ([10, 40, 30, 1, 12], "differs", "differs", "differs"),
        ([20, 21, 22, 21, 21], "holds", "differs", "holds"),
    ];
    for (years, rises, falls, stays) in cases {
        let mut table = "group,year,emigrations".to_owned();
        for (step, count) in years.iter().enumerate() {
            table += &format!(" majority,{},{count}", 2000 + step);
        }
        let selection = "group=majority; year=2000..2004; over=year";
        for (relation, expected) in [
            ("increasing", rises),
            ("decreasing", falls),
            ("stable_or_decreasing", stays),
        ] {
            let claim = format!("{relation},,,emigrations");
            let found = verdict(&table, selection, "count", &claim);
            assert_eq!(found, expected, "{years:?} {relation}");
        }
    }
}

#[test]
fn quantifiers_count_members_and_leave_open_what_is_not_published() {
    // Emigrations with and without higher education for four origins.
    let table = |cells: [&str; 8]| {
        let mut table = "origin,education,emigrations".to_owned();
        for (place, origin) in ["iran", "iraq", "turkey", "vietnam"].iter().enumerate() {
            table += &format!(" {origin},bachelor_plus,{}", cells[2 * place]);
            table += &format!(" {origin},no_higher,{}", cells[2 * place + 1]);
        }
        table
    };
    let three = ["2", "1", "2", "1", "2", "1", "1", "2"];
    let two = ["2", "1", "2", "1", "1", "2", "1", "2"];
    let one = ["2", "1", "1", "2", "1", "2", "1", "2"];
    let two_and_open = ["2", "1", "2", "1", "1", "2", ":", "2"];
    let three_and_open = ["2", "1", "2", "1", "2", "1", ":", "2"];
    let cases = [
        ("each", three, "differs"),
        ("most", three, "holds"),
        ("most", two, "differs"),
        ("many", two, "holds"),
        ("many", one, "differs"),
        ("some", two, "holds"),
        ("some", one, "differs"),
        ("most", two_and_open, "not_computable"),
        ("most", three_and_open, "holds"),
        ("each", three_and_open, "not_computable"),
        ("each", two_and_open, "differs"),
    ];
    for (quantifier, cells, expected) in cases {
        let selection =
            format!("{quantifier} origin in (*): education=bachelor_plus vs education=no_higher");
        let found = verdict(
            &table(cells),
            &selection,
            "count",
            "greater_than,,,emigrations",
        );
        assert_eq!(found, expected, "{quantifier} {cells:?}");
    }
}

#[test]
fn sides_that_run_through_the_same_years_are_compared_year_by_year() {
    let table = "group,year,emigrations \
                 majority,2000,5 majority,2001,9 immigrated_age_0_9,2000,4 immigrated_age_0_9,2001,8";
    let sides = |left: &str, right: &str| {
        format!("group=majority; year={left} vs group=immigrated_age_0_9; year={right}")
    };
    let relation = "greater_than,,,emigrations";
    let bound = sides("each(2000..2001)", "each(2000..2001)");
    assert_eq!(verdict(table, &bound, "count", relation), "holds");
    // Different sets: every pair counts, and 5 is not above 8.
    let pairs = sides("each(2000..2001)", "each(2001)");
    assert_eq!(verdict(table, &pairs, "count", relation), "differs");
}

#[test]
fn a_note_can_allow_a_single_exception() {
    let table = "origin,emigrations iran,1 iraq,2 turkey,3 vietnam,4";
    let data = open(&[NamedBytes {
        name: "t.csv".to_owned(),
        bytes: table.replace(' ', "\n").into_bytes(),
    }])
    .unwrap();
    // Two origins are not above 2, one is not above 1.
    let cases = [
        (2, "so a single exception is allowed", "differs"),
        (2, "", "differs"),
        (1, "so a single exception is allowed", "holds"),
        (1, "", "differs"),
        (0, "", "holds"),
    ];
    for (bound, note, expected) in cases {
        let facts = format!(
            "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note\n\
             X1,11,emigrations,count,origin=each(*),gt,{bound},,emigrations,bound,{note}\n"
        );
        let findings = claims::audit(&data, &claims::claims(&facts).unwrap());
        assert_eq!(findings[0].verdict.code(), expected, "{bound} {note}");
    }
}

#[test]
fn ranks_and_likeness() {
    let table = "group,emigrations nb_two_immigrant_parents,10 immigrated_age_0_9,11 \
                 nb_one_foreign_parent,30 immigrated_age_10_plus,50 majority,50";
    let cases = [
        (
            "group=immigrated_age_10_plus; among=group",
            "ranks_first,,",
            "differs",
        ),
        (
            "group=nb_two_immigrant_parents; among=group",
            "ranks_last,,",
            "holds",
        ),
        (
            "group=immigrated_age_0_9; among=group",
            "ranks_last,,",
            "differs",
        ),
        (
            "group=nb_two_immigrant_parents vs group=immigrated_age_0_9",
            "similar_to,,1",
            "holds",
        ),
        (
            "group=nb_two_immigrant_parents vs group=nb_one_foreign_parent",
            "similar_to,,1",
            "differs",
        ),
        (
            "group=majority vs group=immigrated_age_10_plus",
            "greater_or_equal,,",
            "holds",
        ),
        (
            "group=majority vs group=immigrated_age_10_plus",
            "not_greater_than,,",
            "holds",
        ),
        (
            "group=majority vs group=immigrated_age_10_plus",
            "greater_than,,",
            "differs",
        ),
        ("sum over group", "sum_eq,151,0", "holds"),
        ("sum over group", "sum_eq,150,0", "differs"),
    ];
    for (selection, claim, expected) in cases {
        let found = verdict(table, selection, "count", &format!("{claim},emigrations"));
        assert_eq!(found, expected, "{selection} {claim}");
    }
}

#[test]
fn a_table_of_some_groups_does_not_answer_for_all_five() {
    // The groups are known from one table; the other covers none of them by name.
    let table = "group,year,emigrations majority,2000,5 immigrated_age_0_9,2000,4";
    let claim = "eq,9,0,emigrations";
    assert_eq!(
        verdict(table, "group=all", "count", claim),
        "not_computable"
    );
}

#[test]
fn inconsistencies_come_with_their_arithmetic() {
    let claims = claims();
    let findings = claims::audit(&Dataset::default(), &claims);
    let by_id: BTreeMap<&str, &Finding> = findings
        .iter()
        .map(|finding| (finding.id.as_str(), finding))
        .collect();
    let shown = |id: &str, lang: Lang| -> Vec<String> {
        let lines = by_id[id].arithmetic.iter();
        lines.map(|line| report::arithmetic(line, lang)).collect()
    };
    assert_eq!(
        shown("F387", Lang::En),
        [
            "4,198 + 5,159 + 8,988 + 229,719 + 74,538 = 322,602",
            "328,205 − 322,602 = 5,603",
            "322,602 ≠ 328,205",
        ]
    );
    assert_eq!(
        shown("F391", Lang::Nb)[1],
        "200 / 20\u{202f}000 · 100 = 1,0\u{202f}%"
    );
    assert_eq!(shown("F396", Lang::Nb), [""; 0]);
}

/// Value of a row of numbers and operators, products before sums.
fn value(tokens: &[Token]) -> f64 {
    let (mut sum, mut product, mut sign, mut divide) = (0.0, 1.0, 1.0, false);
    for token in tokens {
        match token {
            Token::Number { value, .. } if divide => product /= value,
            Token::Number { value, .. } => product *= value,
            Token::Operator(Operator::Times) => divide = false,
            Token::Operator(Operator::DividedBy) => divide = true,
            Token::Operator(operator) => {
                sum += sign * product;
                product = 1.0;
                divide = false;
                sign = if *operator == Operator::Minus {
                    -1.0
                } else {
                    1.0
                };
            }
        }
    }
    sum + sign * product
}

#[test]
fn every_line_of_arithmetic_is_true() {
    let relations = [
        Operator::Equals,
        Operator::Differs,
        Operator::Below,
        Operator::Above,
    ];
    let is_relation =
        |token: &Token| matches!(token, Token::Operator(operator) if relations.contains(operator));
    let mut shown = 0;
    for claim in claims() {
        for line in &claim.arithmetic {
            let text = report::arithmetic(line, Lang::En);
            let split = line.iter().position(is_relation).unwrap();
            let (left, right) = (value(&line[..split]), value(&line[split + 1..]));
            let Token::Number { decimals, .. } = line[split + 1] else {
                panic!("{}: {text}", claim.id);
            };
            let half = 0.5 * libm::pow(10.0, -(decimals as f64)) + 1e-9;
            let holds = match line[split] {
                Token::Operator(Operator::Equals) => (left - right).abs() <= half,
                Token::Operator(Operator::Differs) => left != right,
                Token::Operator(Operator::Below) => left < right,
                _ => left > right,
            };
            assert!(holds, "{}: {text}: {left} and {right}", claim.id);
            shown += 1;
        }
    }
    assert_eq!(shown, 30);
}

#[test]
fn arithmetic_that_is_not_understood_is_refused() {
    let header =
        "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note,arithmetic";
    for (arithmetic, understood) in [("1 + 1 = 2", true), ("", true), ("one + 1 = 2", false)] {
        let row = "X1,text,sample,persons,group=all,contradicts,1|2,,persons,inconsistency,";
        let table = format!("{header}\n{row},{arithmetic}\n");
        let found = claims::claims(&table);
        assert_eq!(found.is_ok(), understood, "{arithmetic}");
        if let Err(errors) = found {
            assert_eq!(errors[0].column, "arithmetic");
        }
    }
}

#[test]
fn every_claim_is_a_sentence_in_every_language() {
    let claims = [claims(), unworded()].concat();
    let teaching = package("teaching");
    // Codes that would be words in lower case; the others have an underscore.
    let codes = [
        "pakistan", "denmark", "iraq", "sweden", "iceland", "turkey", "iran", "vietnam", "uk",
        "germany", "nordic", "bosnia",
    ];
    let of_other_language = |lang: Lang| match lang {
        Lang::Nb => [" the ", " of ", " and ", " than ", " with ", " frå "],
        Lang::Nn => [" the ", " of ", " and ", " than ", " with ", " fra "],
        Lang::En => [" av ", " og ", " enn ", " med ", " fra ", " blant "],
    };
    for claim in &claims {
        for lang in Lang::ALL {
            for dataset in [None, Some(&teaching)] {
                let sentence = describe::sentence(claim, dataset, lang);
                let at = format!("{} {sentence}", claim.id);
                let least = if claim.words.is_empty() { 15 } else { 20 };
                assert!(sentence.len() > least, "{at}");
                assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{at}");
                assert!(!sentence.starts_with(char::is_lowercase), "{at}");
                for wrong in [
                    "_", "NaN", "inf ", "  ", " ,", " .", " :", "()", "{", "}", "*",
                ] {
                    assert!(!sentence.contains(wrong), "{at}: {wrong:?}");
                }
                for wrong in of_other_language(lang) {
                    assert!(!sentence.contains(wrong), "{at}: {wrong:?}");
                }
                let mut words = sentence.split(|letter: char| !letter.is_alphanumeric());
                assert!(!words.any(|word| codes.contains(&word)), "{at}");
            }
            let printed = describe::printed(claim, lang);
            assert!(
                !printed.is_empty() && !printed.contains('_'),
                "{} {printed}",
                claim.id
            );
        }
    }
}

#[test]
fn a_failing_comparison_says_where_and_what() {
    let claims = claims();
    let data = changed("teaching", |name, text| {
        if name == "by_year.csv" {
            // One more digit: the majority overtakes the largest group, in one year.
            text.replace("majority,2007,", "majority,2007,9")
        } else {
            text
        }
    });
    let findings = claims::audit(&data, &claims);
    let shown = |id: &str, lang: Lang| -> Vec<String> {
        let place = claims.iter().position(|claim| claim.id == id).unwrap();
        findings[place]
            .failing()
            .map(|part| report::part(&claims[place], part, Some(&data), lang))
            .collect()
    };
    let failing = shown("F072", Lang::Nb);
    assert_eq!(failing.len(), 1, "{failing:?}");
    assert!(failing[0].starts_with("2007: "), "{failing:?}");
    assert!(failing[0].contains(" mot 9"), "{failing:?}");
    assert_eq!(shown("F073", Lang::En), [""; 0]);
}

#[test]
fn every_finding_has_its_words() {
    let claims = claims();
    for name in ["teaching", "report-2026"] {
        let data = package(name);
        for (claim, finding) in claims.iter().zip(claims::audit(&data, &claims)) {
            for lang in Lang::ALL {
                assert!(!report::verdict(&finding.verdict, lang).is_empty());
                let computed = report::computed(claim, &finding, lang);
                let has_value = matches!(finding.verdict.code(), "holds" | "differs");
                assert!(
                    !has_value || !computed.is_empty(),
                    "{} {computed}",
                    claim.id
                );
                assert!(
                    !computed.contains("NaN") && !computed.contains('_'),
                    "{computed}"
                );
                if let claims::Verdict::NotComputable(reason) = &finding.verdict {
                    let reason = report::reason(reason, Some(&data), lang);
                    assert!(
                        reason.ends_with('.') && reason.len() > 10,
                        "{} {reason}",
                        claim.id
                    );
                }
            }
        }
    }
}

#[test]
fn a_claim_without_words_is_said_by_its_fields() {
    let claims = unworded();
    let cases = [
        (
            "F019",
            "Periodenes første og siste år (4): 2018–2023.",
            "Første og siste år i periodane (4): 2018–2023.",
            "First and last year of the periods (4): 2018–2023.",
        ),
        (
            "F083",
            "Utvandringsrate (etterkommere; 2001–2023): under 1\u{202f}%.",
            "Utvandringsrate (etterkomarar; 2001–2023): under 1\u{202f}%.",
            "Emigration rate (descendants; 2001–2023): less than 1%.",
        ),
        (
            "F091",
            "Utvandringsrate (innvandrere (10 år eller eldre ved ankomst); 2000–2023; etter gruppe): høyest.",
            "Utvandringsrate (innvandrarar (10 år eller eldre då dei kom); 2000–2023; etter gruppe): høgast.",
            "Emigration rate (immigrants (aged 10 or older on arrival); 2000–2023; by group): highest.",
        ),
        (
            "F258",
            "Utvandringsrate (de fleste av alle opprinnelsesgruppene; etterkommere, med \
             bachelorgrad eller mer, 2000–2023 mot etterkommere, uten registrert høyere utdanning, \
             2000–2023): høyere.",
            "Utvandringsrate (dei fleste av alle opphavsgruppene; etterkomarar, med bachelorgrad \
             eller meir, 2000–2023 mot etterkomarar, utan registrert høgare utdanning, 2000–2023): \
             høgare.",
            "Emigration rate (most of all origin groups; descendants, with a bachelor’s degree or \
             more, 2000–2023 against descendants, without registered higher education, 2000–2023): \
             higher.",
        ),
    ];
    for (id, nb, nn, en) in cases {
        let claim = claims.iter().find(|claim| claim.id == id).unwrap();
        assert_eq!(describe::sentence(claim, None, Lang::Nb), nb);
        assert_eq!(describe::sentence(claim, None, Lang::Nn), nn);
        assert_eq!(describe::sentence(claim, None, Lang::En), en);
    }
}

#[test]
fn sentences_read_well() {
    let claims = claims();
    let cases = [
        (
            "F106",
            "Norskfødte med to innvandrerforeldre: Av utvandringene i årene 2000–2023 gikk \
             20\u{202f}% til foreldrenes opprinnelsesland.",
            "Norskfødde med to innvandrarforeldre: Av utvandringane i åra 2000–2023 gjekk \
             20\u{202f}% til opphavslandet til foreldra.",
            "Norwegian-born with two immigrant parents: Of the emigrations in 2000–2023, 20% went \
             to the parents’ country of origin.",
        ),
        (
            "F083",
            "Etterkommere: Utvandringsraten i hvert av årene 2001–2023 var under 1\u{202f}%.",
            "Etterkomarar: Utvandringsraten i kvart av åra 2001–2023 var under 1\u{202f}%.",
            "Descendants: The emigration rate in every year 2001–2023 was less than 1%.",
        ),
        (
            "F097",
            "Majoritetsbefolkningen: Utvandringsraten gikk samlet sett ned fra 2000 til 2023.",
            "Majoritetsbefolkninga: Utvandringsraten gjekk samla sett ned frå 2000 til 2023.",
            "The majority population: The emigration rate fell overall from 2000 to 2023.",
        ),
        (
            "F191",
            "Norskfødte med to innvandrerforeldre: Av dem som utvandret i årene 2000–2019, var en \
             større andel tilbake i Norge fem år senere blant dem med bachelorgrad eller mer enn \
             blant dem uten registrert høyere utdanning.",
            "Norskfødde med to innvandrarforeldre: Av dei som utvandra i åra 2000–2019, var ein \
             større del tilbake i Noreg fem år seinare blant dei med bachelorgrad eller meir enn \
             blant dei utan registrert høgare utdanning.",
            "Norwegian-born with two immigrant parents: Of those who emigrated in 2000–2019, a \
             larger share was back in Norway five years later among those with a bachelor’s degree \
             or more than among those without registered higher education.",
        ),
        (
            "F222",
            "Utvandringsraten i årene 2000–2023 var høyere blant etterkommere med bakgrunn fra \
             Somalia/Djibouti enn i de fleste av opprinnelsesgruppene unntatt Somalia/Djibouti \
             samt nordiske og andre vestlige land.",
            "Utvandringsraten i åra 2000–2023 var høgare blant etterkomarar med bakgrunn frå \
             Somalia/Djibouti enn i dei fleste av opphavsgruppene utanom Somalia/Djibouti og \
             dessutan nordiske og andre vestlege land.",
            "The emigration rate in 2000–2023 was higher among descendants with roots in \
             Somalia/Djibouti than in most of the origin groups except Somalia/Djibouti as well as \
             Nordic and other Western countries.",
        ),
    ];
    for (id, nb, nn, en) in cases {
        let claim = claims.iter().find(|claim| claim.id == id).unwrap();
        assert_eq!(describe::sentence(claim, None, Lang::Nb), nb);
        assert_eq!(describe::sentence(claim, None, Lang::Nn), nn);
        assert_eq!(describe::sentence(claim, None, Lang::En), en);
    }
}
