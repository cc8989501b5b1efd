//! `check`, `convert` and `figure` as somebody calls them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::Path;

use data::open::{NamedBytes, open};
use import::formats::{Unpacked, unpack};
use program::{arg, call, folder};
use serde_json::Value;
use text::Lang;
use view_models::attack::{self, Audited, Limits, Target, audited};

#[test]
fn a_good_package_is_accepted_and_told() {
    let called = call(&["check", "www/data/teaching", "--json"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(said["ok"], true);
    assert_eq!(said["synthetic"], true);
    assert_eq!(said["tables"].as_array().unwrap().len(), 11);
    assert_eq!(said["absent_figures"], Value::Array(vec![]));
    // The description leads to the same files.
    let called = call(&["check", "www/data/teaching/datapackage.json"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert!(
        called.out.contains("by_age_year: 2160 rader"),
        "{}",
        called.out
    );
}

#[test]
fn a_wrong_cell_is_refused_with_place_and_remedy_in_each_language() {
    let folder = folder("check_wrong");
    let file = folder.join("rates.csv");
    fs::write(&file, "group,year,emigrations,person_years\na,2000,x7,10\n").unwrap();
    for (lang, word) in [("nb", "linje 2"), ("nn", "linje 2"), ("en", "line 2")] {
        let called = call(&["check", arg(&file), "--lang", lang]);
        assert_eq!(called.code, Some(1));
        assert!(called.out.is_empty());
        assert!(
            called.err.contains(word) && called.err.contains("x7"),
            "{}",
            called.err
        );
    }
    let called = call(&["check", arg(&folder), "--json"]);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!((called.code, &said["ok"]), (Some(1), &Value::Bool(false)));
    assert_eq!(said["problems"][0]["line"], 2);
    assert_eq!(said["problems"][0]["column"], "emigrations");
    assert_eq!(said["problems"][0]["found"], "x7");
}

#[test]
fn what_is_not_there_is_told_apart_from_what_is_wrong() {
    let called = call(&["check", "no-such-package"]);
    assert_eq!(called.code, Some(3));
    assert!(called.err.contains("no-such-package"));
    assert_eq!(call(&["check"]).code, Some(2));
}

#[test]
fn foreign_files_become_a_package_once_everything_is_answered() {
    let folder = folder("convert");
    let file = folder.join("moves.csv");
    let text = "region;ordning;år;Utvandring\nA;x;2020;1\nA;y;2020;2\nB;x;2020;3\nB;y;2020;4\n";
    fs::write(&file, text).unwrap();
    let out = folder.join("package.zip");
    let called = call(&["convert", arg(&file), "--out", arg(&out), "--json"]);
    assert_eq!(called.code, Some(1), "{}", called.out);
    assert!(!out.exists(), "nothing is written while something is open");
    let said: Value = serde_json::from_str(&called.out).unwrap();
    let question = &said["understood"]["questions"][0];
    let answer = format!("{}=sum", question["id"].as_str().unwrap());
    let called = call(&[
        "convert",
        arg(&file),
        "--out",
        arg(&out),
        "--answer",
        &answer,
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let called = call(&["check", arg(&out), "--json"]);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(
        said["tables"][0]["measures"],
        serde_json::json!(["emigrations"])
    );
    // The package holds the answers, so next time nothing is asked.
    let files = unpack("package.zip", &fs::read(&out).unwrap()).unwrap();
    let Unpacked::Package(files) = files else {
        panic!("no package");
    };
    let mapping = files
        .iter()
        .find(|file| file.name == "mapping.csv")
        .unwrap();
    let kept = folder.join("mapping.csv");
    fs::write(&kept, &mapping.bytes).unwrap();
    let again = folder.join("again.zip");
    let called = call(&[
        "convert",
        arg(&file),
        "--mapping",
        arg(&kept),
        "--out",
        arg(&again),
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert_eq!(fs::read(&out).unwrap(), fs::read(&again).unwrap());
}

#[test]
fn columns_that_mean_nothing_known_are_listed_with_what_they_can_mean() {
    let folder = folder("convert_unknown");
    let file = folder.join("numbers.csv");
    fs::write(
        &file,
        "landbakgrunn;år;alder;x2\nPolen;2019;20;1000\nPolen;2020;20;1010\n",
    )
    .unwrap();
    let out = folder.join("package");
    let called = call(&["convert", arg(&file), "--out", arg(&out), "--json"]);
    assert_eq!(called.code, Some(1), "{}", called.out);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    let id = said["choices"][0]["id"].as_str().unwrap();
    let answer = format!("{id}=emigrations");
    let called = call(&[
        "convert",
        arg(&file),
        "--out",
        arg(&out),
        "--answer",
        &answer,
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert_eq!(call(&["check", arg(&out)]).code, Some(0));
}

#[test]
fn a_figure_is_drawn_from_a_number_or_an_address() {
    let folder = folder("figure");
    let out = folder.join("fig3.svg");
    let called = call(&[
        "figure",
        "www/data/teaching",
        "3",
        "--out",
        arg(&out),
        "--lang",
        "en",
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let drawn = fs::read_to_string(&out).unwrap();
    assert!(drawn.starts_with("<svg") && drawn.contains("Synthetic teaching data"));
    // Twice the pixels. A picture whose words cannot be drawn is refused.
    let out = folder.join("fig3.PNG");
    let called = call(&[
        "figure",
        "www/data/teaching",
        "3",
        "--width",
        "600",
        "--out",
        arg(&out),
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let drawn = fs::read(&out).unwrap();
    assert!(drawn.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(drawn[16..20], 1200_u32.to_be_bytes());
    let address = "https://example.org/#/explore?v=2&measure=rate&by=age&split=education";
    let called = call(&["figure", "www/data/teaching", address, "--theme", "dark"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert!(called.out.starts_with("<svg") && called.out.contains("lang=\"nb\""));
    let analysis = "#/analysis?kind=trend";
    assert_eq!(
        call(&["figure", "www/data/teaching", analysis]).code,
        Some(0)
    );
    let map = "#/explore?v=5&lang=en&measure=emigrations&by=destination&split=&kind=map&year=2024";
    let lines = format!("{map}&from=no");
    let drawn = [map, lines.as_str()].map(|address| {
        let called = call(&["figure", "www/data/norway-age", address]);
        assert_eq!(called.code, Some(0), "{}", called.err);
        called.out
    });
    assert!(
        drawn[0].matches("<polygon").count() > 100,
        "countries are drawn"
    );
    assert!(!drawn[0].contains("lines go from"));
    assert!(
        drawn[1].contains("The lines go from Norway"),
        "{}",
        &drawn[1][..400]
    );
    for address in ["#/about", "19", "fig0", "#/report"] {
        let called = call(&["figure", "www/data/teaching", address]);
        assert_eq!(called.code, Some(1), "{address}");
        assert!(called.out.is_empty() && !called.err.is_empty());
    }
}

#[test]
fn a_package_goes_into_the_page_in_one_file() {
    let folder = folder("page");
    let (page, out) = (folder.join("offline.html"), folder.join("mine.html"));
    let block = r#"{"data/index.json": "{\"packages\": []}"}"#;
    let html = format!(
        "<p>before</p><script type=\"application/json\" id=\"utvandring-data\">{block}</script><p>after</p>"
    );
    fs::write(&page, &html).unwrap();
    let address = "#/report/3";
    let words = [
        "page",
        arg(&page),
        "www/data/teaching",
        "--at",
        address,
        "--out",
        arg(&out),
    ];
    let called = call(&words);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let made = fs::read_to_string(&out).unwrap();
    assert!(made.starts_with("<p>before</p>") && made.ends_with("<p>after</p>"));
    let block = made
        .split_once("utvandring-data\">")
        .unwrap()
        .1
        .split_once("</script>")
        .unwrap()
        .0;
    let files: Value = serde_json::from_str(block).unwrap();
    assert_eq!(files["start"], address);
    assert!(
        files["data/index.json"]
            .as_str()
            .unwrap()
            .contains("teaching")
    );
    let table = files["data/handed-out/by_year.csv"].as_str().unwrap();
    assert_eq!(
        table,
        fs::read_to_string("../www/data/teaching/by_year.csv").unwrap()
    );
    // Any other file is no such page.
    fs::write(&page, "<p>other</p>").unwrap();
    assert_eq!(call(&words).code, Some(1));
}

#[test]
fn help_has_examples_in_the_language_asked_for() {
    for (lang, word) in [("nb", "Eksempler:"), ("nn", "Døme:"), ("en", "Examples:")] {
        let called = call(&["figure", "--help", "--lang", lang]);
        assert_eq!(called.code, Some(0));
        assert!(called.out.contains(word), "{}", called.out);
        assert!(called.out.contains("utvandring figure www/data/teaching 3"));
    }
}

#[test]
fn an_audit_says_the_same_on_the_page_and_on_the_command_line() {
    let folder = folder("audit_page");
    let released = |under: &str, hidden: &str| {
        let folder = folder.join(under);
        fs::create_dir_all(&folder).unwrap();
        let rows = format!(
            "group,year,emigrations\na,2000,{hidden}\na,2001,9\nb,2000,7\nb,2001,:\nc,2000,8\nc,2001,6\n"
        );
        fs::write(folder.join("cells.csv"), rows).unwrap();
        fs::write(
            folder.join("by_group.csv"),
            "group,emigrations\na,11\nb,12\nc,14\n",
        )
        .unwrap();
        folder
    };
    let (now, before) = (released("now", ":"), released("before", "2"));
    let read_from = |folder: &Path| {
        let files = ["by_group.csv", "cells.csv"].map(|name| NamedBytes {
            name: name.to_owned(),
            bytes: fs::read(folder.join(name)).unwrap(),
        });
        open(&files).unwrap()
    };
    let limits = Limits {
        threshold: 3,
        interval: 3,
    };
    for lang in Lang::ALL {
        let words = [
            "--lang",
            lang.tag(),
            "audit",
            arg(&now),
            "--before",
            arg(&before),
        ];
        let lines = call(&words);
        let values = call(&[&words[..], &["--json"]].concat());
        // A worker gets the package as the page hands it over.
        let handed = |folder: &Path| {
            let target = attack::target(&read_from(folder));
            Target::of_bytes(&target.to_bytes()).unwrap()
        };
        let mut tried = Vec::new();
        let mut tell = |done: usize, all: usize| tried.push((done, all));
        let found = audited(
            &handed(&now),
            Some(&handed(&before)),
            limits,
            lang,
            &mut tell,
        );
        assert!(found.failed && lines.code == Some(1));
        assert_eq!(lines.err.lines().collect::<Vec<_>>(), found.lines);
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&values.out), read(&found.json()));
        assert_eq!(tried.last(), Some(&(2, 2)), "how far it is ends at the end");
        // Handed from the worker to the page as text.
        let text = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Audited>(&text).unwrap(), found);
        // The other hidden cell can be worked out as well, and is not small.
        assert_eq!(
            found.csv(),
            "found,cell\ndetermined,\"cells [a, 2000] emigrations\"\n\
             opened_by_release_before,\"cells [a, 2000] emigrations\"\n"
        );
    }
    assert_eq!(Limits::of_text(&limits.to_text()), Some(limits));
    assert_eq!(Limits::of_text("4"), None);
}
