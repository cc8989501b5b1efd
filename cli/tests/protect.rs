//! Protection, audit, package and report, from counts made by hand and from the teaching register.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{arg, call, call_with, folder, root};
use serde_json::{Value, json};

/// Emigrations by group and year, with both margins and the total.
const TABLES: [(&str, &[&str], &str); 4] = [
    (
        "by_group_year",
        &["group", "year"],
        "a,2000,2\na,2001,9\nb,2000,7\nb,2001,5\nc,2000,8\nc,2001,6\n",
    ),
    ("by_group", &["group"], "a,11\nb,12\nc,14\n"),
    ("by_year", &["year"], "2000,17\n2001,20\n"),
    ("all", &[], "37\n"),
];

fn spec() -> Value {
    let tables = TABLES.map(|(name, dimensions, _)| {
        json!({"name": name, "dimensions": dimensions, "measures": ["emigrations"]})
    });
    json!({
        "package": {
            "name": "small", "title": "Small", "synthetic": true,
            "labels": {
                "group": {"a": {"en": "A"}, "b": {"en": "B"}, "c": {"en": "C"}},
                "education": {"low": {"en": "Low"}}
            }
        },
        "ages": [18, 35], "years": [2000, 2001], "last_january": 2002,
        "inputs": {
            "person": "person.csv", "resident": "resident.csv", "emigration": "emigration.csv",
            "country_groups": "country_groups.csv"
        },
        "rules": {
            "education_dec31": "next_january", "missing_education": "refuse",
            "unknown_country": "refuse", "bad_rows": "refuse"
        },
        "disclosure": {"threshold": 3, "interval": 3},
        "tables": tables
    })
}

/// A run as `tabulate` leaves it.
fn counted(name: &str) -> PathBuf {
    let run = folder(name);
    fs::create_dir_all(run.join("counted")).unwrap();
    fs::create_dir_all(run.join("persons")).unwrap();
    let mut resources = Vec::new();
    for (name, dimensions, rows) in TABLES {
        let header = [dimensions, &["emigrations"]].concat().join(",");
        fs::write(
            run.join(format!("counted/{name}.csv")),
            format!("{header}\n{rows}"),
        )
        .unwrap();
        let header = [dimensions, &["emigrants,returners,stayers,residents"]]
            .concat()
            .join(",");
        let persons: String = rows.lines().map(|row| format!("{row},0,0,0\n")).collect();
        fs::write(
            run.join(format!("persons/{name}.csv")),
            format!("{header}\n{persons}"),
        )
        .unwrap();
        let field = |name: &str, role: &str| json!({"name": name, "role": role});
        let mut fields: Vec<Value> = dimensions
            .iter()
            .map(|name| field(name, "dimension"))
            .collect();
        fields.push(field("emigrations", "measure"));
        let marks = json!([{"value": ":", "label": "suppressed"}]);
        let schema = json!({"fields": fields, "missingValues": marks});
        resources.push(json!({"name": name, "path": format!("{name}.csv"), "schema": schema}));
    }
    let mut description = spec()["package"].clone();
    description["resources"] = Value::Array(resources);
    fs::write(
        run.join("counted/datapackage.json"),
        description.to_string(),
    )
    .unwrap();
    fs::write(run.join("spec.json"), spec().to_string()).unwrap();
    let balance = json!({
        "year": 2000, "population_jan1": 500, "population_dec31": 490, "emigrations": 17,
        "unknown_destination": 1, "deaths": 2, "arrivals": 9
    });
    let check = json!({"problem": "unknown_country", "found": 2, "done": "as_unknown"});
    let run_json = json!({
        "engine": "duckdb", "engine_version": "2", "inputs": [], "checks": [check],
        "totals": [{"measure": "emigrations", "sums": [{"table": "all", "sum": 37.0}]}], "balance": [balance]
    });
    fs::write(run.join("run.json"), run_json.to_string()).unwrap();
    run
}

fn table(run: &Path, name: &str) -> String {
    fs::read_to_string(run.join(format!("protected/{name}.csv"))).unwrap()
}

#[test]
fn a_small_number_is_withheld_with_as_many_as_it_takes() {
    let run = counted("protect_small");
    let called = call(&["protect", arg(&run), "--json"]);
    assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(said["protect"]["primary"], 1);
    let inner = table(&run, "by_group_year");
    assert!(inner.contains("a,2000,:\n"), "{inner}");
    let hidden: usize = TABLES
        .iter()
        .map(|(name, ..)| table(&run, name).matches(':').count())
        .sum();
    assert_eq!(
        Some(hidden as u64 - 1),
        said["protect"]["secondary"].as_u64()
    );
    assert!(
        (4..=6).contains(&hidden),
        "four corners, or hardly more: {hidden}"
    );
    // Whoever only has the package finds nothing either.
    let protected = run.join("protected");
    let called = call(&["audit", arg(&protected), "--json"]);
    assert_eq!(called.code, Some(0), "{}", called.out);
    // It says that something is withheld, and opens.
    let description = fs::read_to_string(protected.join("datapackage.json")).unwrap();
    assert!(description.contains("fewer than 3 persons are withheld"));
    let package = run.join("package.zip");
    assert_eq!(
        call(&["package", arg(&run), "--out", arg(&package)]).code,
        Some(0)
    );
    assert_eq!(call(&["check", arg(&package)]).code, Some(0));
}

#[test]
fn a_package_that_hides_one_cell_alone_fails_the_audit_without_telling_its_number() {
    let run = counted("protect_naive");
    let naive = run.join("counted");
    let path = naive.join("by_group_year.csv");
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("a,2000,2\n", "a,2000,:\n");
    fs::write(&path, text).unwrap();
    for (lang, word) in [
        ("nb", "Kan regnes ut"),
        ("nn", "Kan reknast ut"),
        ("en", "Can be worked out"),
    ] {
        let called = call(&["audit", arg(&naive), "--lang", lang]);
        assert_eq!(called.code, Some(1));
        let line = called
            .err
            .lines()
            .find(|line| line.starts_with(word))
            .unwrap();
        assert!(
            line.contains("by_group_year [a, 2000] emigrations"),
            "{line}"
        );
        assert!(!line.contains(" 2 ") && !line.contains("= 2"), "{line}");
    }
    let called = call(&["audit", arg(&naive), "--json"]);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(
        (&said["ok"], &said["audit"]["harmful"]),
        (&json!(false), &json!(1))
    );
    // Nothing leaves that was not protected.
    let out = run.join("package.zip");
    assert_eq!(
        call(&["package", arg(&run), "--out", arg(&out)]).code,
        Some(1)
    );
    assert!(!out.exists());
}

#[test]
fn tables_that_contradict_each_other_fail_the_audit() {
    let run = counted("protect_contradiction");
    let path = run.join("counted/by_group.csv");
    let text = fs::read_to_string(&path).unwrap().replace("b,12", "b,13");
    fs::write(&path, text).unwrap();
    let called = call(&["audit", arg(&run.join("counted")), "--lang", "en"]);
    assert_eq!(called.code, Some(1));
    assert!(
        called
            .err
            .contains("by_group_year and by_group do not have the same sum"),
        "{}",
        called.err
    );
}

#[test]
fn a_release_before_opens_what_is_hidden_now() {
    let run = counted("protect_before");
    assert_eq!(call(&["protect", arg(&run)]).code, Some(0));
    let (protected, counted) = (run.join("protected"), run.join("counted"));
    let called = call(&[
        "audit",
        arg(&protected),
        "--before",
        arg(&counted),
        "--lang",
        "en",
    ]);
    assert_eq!(called.code, Some(1));
    assert!(
        called
            .err
            .contains("not in the release before: by_group_year [a, 2000]"),
        "{}",
        called.err
    );
    let same = call(&["audit", arg(&protected), "--before", arg(&protected)]);
    assert_eq!(same.code, Some(0), "{}", same.err);
    // A number that has changed by one person.
    let path = counted.join("by_year.csv");
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("2001,20", "2001,21");
    fs::write(&path, text).unwrap();
    let called = call(&[
        "audit",
        arg(&protected),
        "--before",
        arg(&counted),
        "--json",
    ]);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    let shifted = said["small_differences"].as_array().unwrap();
    let is_hidden = table(&run, "by_year").contains("2001,:");
    assert_eq!(shifted.len(), usize::from(!is_hidden));
}

#[test]
fn cells_that_r_has_hidden_are_taken_over_and_audited() {
    let run = counted("protect_r");
    let list = run.join("suppressed.csv");
    // As GaussSuppression writes it: a column a dimension, `Total` where a table has none.
    let corners = "group,year,freq,primary,suppressed\na,2000,2,TRUE,TRUE\na,2001,9,FALSE,TRUE\n\
                   b,2000,7,FALSE,TRUE\nb,2001,5,FALSE,TRUE\nTotal,2000,17,FALSE,FALSE\n";
    fs::write(&list, corners).unwrap();
    let called = call(&["protect", arg(&run), "--hidden", arg(&list), "--json"]);
    assert_eq!(called.code, Some(0), "{}", called.out);
    let inner =
        "group,year,emigrations\na,2000,:\na,2001,:\nb,2000,:\nb,2001,:\nc,2000,8\nc,2001,6\n";
    assert_eq!(table(&run, "by_group_year"), inner);
    // Too few of them: the audit says so.
    fs::write(&list, "group,year,suppressed\na,2000,TRUE\na,2001,TRUE\n").unwrap();
    assert_eq!(
        call(&["protect", arg(&run), "--hidden", arg(&list)]).code,
        Some(1)
    );
    // A cell that no table has.
    fs::write(&list, "group,year,suppressed\nz,2000,TRUE\n").unwrap();
    assert_eq!(
        call(&["protect", arg(&run), "--hidden", arg(&list)]).code,
        Some(1)
    );
    let script = fs::read_to_string(run.join("protect.R")).unwrap();
    assert!(script.contains("SuppressSmallCounts") && script.contains("group:year + group + year"));
}

#[test]
fn the_report_has_no_small_counts_and_says_who_decides() {
    let run = counted("protect_report");
    let out = run.join("report.html");
    assert_eq!(
        call(&["report", arg(&run), "--out", arg(&out)]).code,
        Some(1),
        "not protected yet"
    );
    assert_eq!(call(&["protect", arg(&run)]).code, Some(0));
    for lang in ["nb", "nn", "en"] {
        let called = call(&["report", arg(&run), "--out", arg(&out), "--lang", lang]);
        assert_eq!(called.code, Some(0), "{}", called.err);
        let html = fs::read_to_string(&out).unwrap();
        assert!(html.contains(&format!("<html lang=\"{lang}\">")));
        let synthetic = if lang == "en" {
            "Synthetic data"
        } else {
            "Syntetiske data"
        };
        assert!(html.contains(synthetic));
        // Whoever decides reads first what was hidden by which rule, and what the audit found.
        let first = html.split("<h2>").nth(1).unwrap();
        let verdict = text::publish::audit_holds(text::Lang::from_tag(lang).unwrap());
        assert!(first.contains("3") && first.contains(verdict), "{first}");
        // Cells are counted in what follows; checks and balance count persons.
        for part in html.split("<h2>").skip(4).take(2) {
            assert!(part.contains("<table>"));
            for small in ["<td>1</td>", "<td>2</td>"] {
                assert!(!part.contains(small), "{part}");
            }
        }
        assert!(html.contains("&lt;3"));
    }
    let report: Value =
        serde_json::from_slice(&fs::read(run.join("report.json")).unwrap()).unwrap();
    let year = &report["run"]["balance"][0];
    assert_eq!(
        (&year["deaths"], &year["arrivals"]),
        (&json!("<3"), &Value::Null)
    );
    assert_eq!(year["unknown_destination"], Value::Null);
    assert_eq!(report["run"]["checks"][0]["found"], "<3");
    assert_eq!(report["protect"]["holds"], true);
}

#[test]
fn a_column_or_code_that_points_out_persons_stays_inside() {
    for (name, from, to) in [
        ("column", "group,emigrations", "person,emigrations"),
        ("code", "b,", "01019912345,"),
    ] {
        let run = counted(&format!("protect_identifier_{name}"));
        assert_eq!(call(&["protect", arg(&run)]).code, Some(0));
        let path = run.join("protected/by_group.csv");
        let text = fs::read_to_string(&path).unwrap().replace(from, to);
        fs::write(&path, text).unwrap();
        let out = run.join("out");
        assert_eq!(
            call(&["package", arg(&run), "--out", arg(&out)]).code,
            Some(1),
            "{name}"
        );
        assert!(!out.exists());
    }
}

#[test]
fn the_teaching_register_becomes_a_protected_package_that_draws_its_figures() {
    let register = root().join("target/publishers/register/spec.json");
    assert!(
        register.is_file(),
        "`cargo xtask test` writes the register first"
    );
    let python = root().join("target/engines/bin/python");
    let run = folder("protect_teaching");
    let words = ["tabulate", "run", arg(&register), "--out", arg(&run)];
    let called = call_with(&words, &[("UTVANDRING_PYTHON", arg(&python))]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let called = call(&["protect", arg(&run), "--json"]);
    assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert!(said["protect"]["primary"].as_u64().unwrap() > 100);
    let package = run.join("package.zip");
    let called = call(&["package", arg(&run), "--out", arg(&package)]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let called = call(&["audit", arg(&package)]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let called = call(&["check", arg(&package), "--json"]);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(said["absent_figures"], json!([]), "{}", called.out);
    assert_eq!(said["synthetic"], true);
}

#[test]
fn a_total_that_was_changed_gives_no_exact_number_away() {
    let audited = |name: &str, perturbed: Value| {
        let folder = folder(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("by_group.csv"), "group,emigrations\na,:\nb,7\n").unwrap();
        fs::write(folder.join("all.csv"), "emigrations\n9\n").unwrap();
        let marks = json!({"missingValues": [{"value": ":", "label": "suppressed"}]});
        let description = json!({"name": "p", "title": "P", "resources": [
            {"name": "by_group", "path": "by_group.csv", "schema": marks},
            {"name": "all", "path": "all.csv", "perturbed": perturbed, "schema": marks},
        ]});
        fs::write(folder.join("datapackage.json"), description.to_string()).unwrap();
        let called = call(&["audit", arg(&folder), "--json"]);
        let said: Value = serde_json::from_str(&called.out).unwrap();
        (called.code, said["audit"]["determined"].as_u64())
    };
    assert_eq!(audited("total_exact", Value::Null), (Some(1), Some(1)));
    let changed = json!({"method": "cell_key", "max_difference": 1});
    assert_eq!(audited("total_changed", changed), (Some(0), Some(0)));
}
