//! `page`: the page in one file as a build leaves it, and a site of one's own packages from one that is built.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use data::Dataset;
use data::open::{NamedBytes, open};
use first_view::site::{service_worker, stamp};
use lzma_rust2::{LzmaOptions, LzmaWriter, Write};
use program::{arg, call, folder, root};
use serde_json::Value;
use sha2::{Digest, Sha256};
use text::Lang;
use utvandring_unpack::{BASE, BYTES, DIGITS, digit};
use view_models::overview::of_dataset;

/// Takes what the packer writes.
#[derive(Default)]
struct Written(Vec<u8>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, lzma_rust2::Error> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), lzma_rust2::Error> {
        Ok(())
    }
}

/// A text as `offline.html` carries it.
fn packed(text: &str) -> String {
    let options = LzmaOptions::with_preset(0);
    let length = Some(text.len() as u64);
    let mut writer = LzmaWriter::new_use_header(Written::default(), &options, length).unwrap();
    writer.write_all(text.as_bytes()).unwrap();
    let bytes = writer.finish().unwrap().0;
    let group = |chunk: &[u8]| {
        let place =
            |number: u128, at| number << 8 | u128::from(chunk.get(at).copied().unwrap_or(0));
        let mut number = (0..BYTES).fold(0, place);
        let mut digits = [' '; DIGITS];
        for one in digits.iter_mut().rev() {
            *one = char::from(digit((number % u128::from(BASE)) as u8));
            number /= u128::from(BASE);
        }
        String::from_iter(digits)
    };
    bytes.chunks(BYTES).map(group).collect()
}

const CARRIED: &str = r#"{"data/index.json": "{\"packages\": []}", "data/old/a.csv": "old", "tasks/index.json": "{}",
    "first_view.en.html": "old"}"#;

const DRAWN: &str = "<noscript class=\"drawn\" id=\"first-view\" data-files=\"{}\">old</noscript>\n\
                     <noscript class=\"drawn\">old</noscript>\n";

fn offline() -> String {
    format!(
        "<p>before</p>\n{DRAWN}<script type=\"application/lzma;base94\" id=\"utvandring-packed\" \
         data-stamps='{{\"data\":\"{}-0\"}}'>{}</script>\n\
         <script type=\"application/json\" id=\"utvandring-data\">{{}}</script><p>after</p>",
        CARRIED.len(),
        packed(CARRIED)
    )
}

/// A built site, as far as another publisher's depends on it.
fn built(name: &str) -> PathBuf {
    let folder = folder(name).join("pkg");
    let page = format!(
        "<head><meta name=\"offline-sha256\" content=\"old\">\n</head>\n{DRAWN}<div id=\"stopped\"></div>"
    );
    let world = fs::read_to_string(root().join("www/geo/world.json")).unwrap();
    let worker = service_worker(
        &[("data/old/a.csv".to_owned(), Vec::new())],
        "own script\n\nof two parts",
    );
    let offline = offline();
    for (path, text) in [
        ("index.html", page.as_str()),
        ("style.css", "body{}\n/*first view*/\nold{}"),
        ("sw.js", &worker),
        ("offline.html", &offline),
        ("offline.html.sha256", "old"),
        ("first_view.js", "script"),
        ("first_view.en.html", "old"),
        ("parts/a.wasm", "part"),
        ("geo/world.json", &world),
        ("data/index.json", "{\"packages\": []}"),
        ("data/old/a.csv", "old"),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|_| panic!("{name}"))
}

fn opened(folder: &str) -> Dataset {
    let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        NamedBytes {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(path).unwrap(),
        }
    });
    open(&files.collect::<Vec<_>>()).unwrap()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let (_, rest) = text
        .split_once(open)
        .unwrap_or_else(|| panic!("no {open} in {text}"));
    rest.split_once(close).unwrap().0
}

#[test]
fn a_site_is_of_its_packages_and_its_first_view_has_their_numbers() {
    let pkg = built("site_of_packages");
    let out = pkg.with_file_name("out");
    let packages = ["www/data/teaching", "www/data/norway"];
    let words = [
        "page",
        "--site",
        arg(&pkg),
        packages[0],
        packages[1],
        "--out",
        arg(&out),
        "--json",
    ];
    let called = call(&words);
    assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    let said: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(
        (&said["first_view"], &said["packages"][1]),
        (&Value::Bool(true), &Value::from("norway"))
    );

    let index: Value = serde_json::from_str(&read(&out, "data/index.json")).unwrap();
    let listed = index["packages"].as_array().unwrap();
    assert_eq!(listed[0]["path"], "teaching/datapackage.json");
    assert_eq!(
        (&listed[0]["default"], &listed[1]["lazy"]),
        (&Value::Bool(true), &Value::Bool(true))
    );
    assert!(!out.join("data/old").exists());
    for name in ["datapackage.json", "by_year.csv"] {
        let own = fs::read(root().join("www/data/teaching").join(name)).unwrap();
        assert_eq!(
            fs::read(out.join("data/teaching").join(name)).unwrap(),
            own,
            "byte for byte"
        );
    }

    let page = read(&out, "index.html");
    let view = between(&page, "id=\"first-view\"", "</noscript>");
    let overview = of_dataset(&opened("www/data/teaching"), Lang::Nb);
    assert!(overview.keys.len() > 2);
    for number in &overview.keys {
        assert!(view.contains(&number.value), "{}", number.value);
    }
    assert!(!page.contains(">old<"));
    // It is shown only for the files that it was drawn from: those that are there.
    let stamps = between(&page, "data-files=\"", "\"").replace("&quot;", "\"");
    let stamps: Value = serde_json::from_str(&stamps).unwrap();
    let stamps = stamps.as_object().unwrap();
    assert!(
        stamps.contains_key("data/index.json") && stamps.contains_key("data/teaching/by_year.csv")
    );
    for (name, stamped) in stamps {
        assert_eq!(
            stamped,
            &stamp(&fs::read(out.join(name)).unwrap()),
            "{name}"
        );
    }
    for lang in ["nn", "en"] {
        let other = read(&out, &format!("first_view.{lang}.html"));
        assert!(other.contains("<main") && other != "old");
        let of_others = between(&page, "data-others=\"", "\"").replace("&quot;", "\"");
        let of_others: Value = serde_json::from_str(&of_others).unwrap();
        assert_eq!(
            of_others[format!("first_view.{lang}.html")],
            stamp(other.as_bytes())
        );
    }
    let sheet = read(&out, "style.css");
    assert!(
        sheet.starts_with("body{}\n")
            && sheet.contains(".first-view{--c0:")
            && !sheet.contains("old{}")
    );

    let worker = read(&out, "sw.js");
    assert!(worker.ends_with("own script\n\nof two parts"));
    assert!(worker.contains("data/teaching/by_year.csv") && worker.contains("parts/a.wasm"));
    assert!(!worker.contains("data/old"));
    // The page in one file is of the same packages, and is told by its checksum.
    let one = read(&out, "offline.html");
    let checksum: String = Sha256::digest(&one)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        between(&page, "offline-sha256\" content=\"", "\""),
        checksum
    );
    assert_eq!(
        read(&out, "offline.html.sha256"),
        format!("{checksum}  offline.html\n")
    );
    let carried: Value =
        serde_json::from_str(between(&one, "utvandring-data\">", "</script>")).unwrap();
    assert_eq!(carried["data/index.json"], read(&out, "data/index.json"));
    assert_eq!(
        carried["data/norway/datapackage.json"],
        read(&out, "data/norway/datapackage.json")
    );
    assert_eq!(carried["tasks/index.json"], "{}");
    assert!(carried.get("data/old/a.csv").is_none() && carried.get("first_view.en.html").is_none());
    assert!(!one.contains("utvandring-packed") && !one.contains(">old<"));

    // From that site the same site is made.
    let again = pkg.with_file_name("again");
    let words = [
        "page",
        "--site",
        arg(&out),
        packages[0],
        packages[1],
        "--out",
        arg(&again),
    ];
    assert_eq!(call(&words).code, Some(0));
    for name in [
        "index.html",
        "style.css",
        "sw.js",
        "offline.html",
        "first_view.en.html",
    ] {
        assert_eq!(read(&again, name), read(&out, name), "{name}");
    }
}

#[test]
fn a_package_without_a_figure_for_the_front_page_gets_a_site_that_draws_nothing() {
    let pkg = built("site_without_view");
    let table = pkg.with_file_name("own.csv");
    fs::write(&table, "group,returned_5y\na,3\n").unwrap();
    let out = pkg.with_file_name("out");
    let called = call(&[
        "--lang",
        "en",
        "page",
        "--site",
        arg(&pkg),
        arg(&table),
        "--out",
        arg(&out),
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert!(
        called
            .out
            .contains("The front page is not drawn beforehand"),
        "{}",
        called.out
    );
    let page = read(&out, "index.html");
    assert!(page.contains("<div id=\"stopped\">") && !page.contains("noscript"));
    assert!(!out.join("first_view.en.html").exists() && out.join("first_view.js").exists());
    let index: Value = serde_json::from_str(&read(&out, "data/index.json")).unwrap();
    let path = index["packages"][0]["path"].as_str().unwrap();
    assert!(out.join("data").join(path).is_file(), "{path}");
}

#[test]
fn nothing_is_written_over_and_nothing_that_is_no_site_is_taken_for_one() {
    let pkg = built("site_refused");
    let teaching = "www/data/teaching";
    let out = pkg.with_file_name("out");
    let refused = |words: &[&str], reason: &str| {
        let called = call(&[&["--lang", "en", "page"], words].concat());
        assert_eq!(called.code, Some(1), "{words:?} {}", called.out);
        assert!(called.err.contains(reason), "{}", called.err);
    };
    refused(
        &["--site", "www/data", teaching, "--out", arg(&out)],
        "is not a built site",
    );
    refused(
        &["--site", arg(&pkg), teaching, teaching, "--out", arg(&out)],
        "are called teaching",
    );
    refused(
        &["--site", arg(&pkg), teaching, "--out", arg(&pkg)],
        "is not empty",
    );
    let one = pkg.join("offline.html");
    refused(
        &[arg(&one), teaching, teaching, "--out", arg(&out)],
        "takes one package",
    );
    assert!(!out.exists());
    let words = [
        "page",
        "--site",
        arg(&pkg),
        teaching,
        "--at",
        "#/",
        "--out",
        arg(&out),
    ];
    assert_eq!(
        call(&words).code,
        Some(2),
        "where it opens is the list's to say"
    );
}

#[test]
fn the_page_in_one_file_is_taken_as_a_build_leaves_it() {
    let pkg = built("page_as_built");
    let out = pkg.with_file_name("mine.html");
    let one = pkg.join("offline.html");
    let called = call(&[
        "page",
        arg(&one),
        "www/data/teaching",
        "--at",
        "#/report/3",
        "--out",
        arg(&out),
    ]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let made = fs::read_to_string(&out).unwrap();
    assert!(made.starts_with("<p>before</p>\n<script") && made.ends_with("<p>after</p>"));
    assert!(!made.contains("utvandring-packed") && !made.contains(">old<"));
    let carried: Value =
        serde_json::from_str(between(&made, "utvandring-data\">", "</script>")).unwrap();
    assert_eq!(
        (&carried["start"], &carried["tasks/index.json"]),
        (&Value::from("#/report/3"), &Value::from("{}"))
    );
    assert!(
        carried["data/handed-out/by_year.csv"].is_string() && carried["data/old/a.csv"] == "old"
    );
}
