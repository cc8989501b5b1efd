//! The rooms of the house depend on each other in one direction, read off their `use` lines.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use. A room may always use itself.
const ALLOWED: [(&str, &[&str]); 12] = [
    ("data", &[]),
    ("text", &["data"]),
    ("pages", &["data", "measures", "text"]),
    ("measures", &["data", "text"]),
    ("figures", &["data", "measures", "text"]),
    ("state", &["data", "measures", "figures", "text"]),
    ("tasks", &["data", "measures", "figures", "state", "text"]),
    (
        "first_view",
        &["data", "measures", "figures", "state", "text"],
    ),
    ("protocol", &["data", "pages", "text"]),
    ("worker", &["data", "pages", "text", "protocol"]),
    (
        "web",
        &[
            "data", "measures", "figures", "pages", "state", "tasks", "text", "protocol",
        ],
    ),
    (
        "app",
        &[
            "data", "measures", "figures", "pages", "state", "tasks", "text", "protocol", "web",
        ],
    ),
];

/// The rooms with JavaScript values: the page's edge, the worker's, and what goes between them.
const BROWSER: [&str; 3] = ["web", "worker", "protocol"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The rooms named after `crate::` in code, comments left out.
fn rooms_used(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut rooms = Vec::new();
    for line in code {
        for part in line.split("crate::").skip(1) {
            let names = part.strip_prefix('{').map_or(part, |list| list);
            for name in names.split(',') {
                let room: String = name
                    .trim()
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if ALLOWED.iter().any(|(known, _)| *known == room) {
                    rooms.push(room);
                }
                if !part.starts_with('{') {
                    break;
                }
            }
        }
    }
    rooms
}

#[test]
fn nothing_points_left() {
    let mut wrong = Vec::new();
    for (room, allowed) in ALLOWED {
        let mut files = Vec::new();
        rust_files(&source().join(room), &mut files);
        assert!(!files.is_empty(), "the room {room} is empty");
        for file in files {
            for used in rooms_used(&fs::read_to_string(&file).unwrap()) {
                if used != room && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_told_of_a_method_knows_no_words_and_points_left() {
    // Parts of the measures with those parts, and rooms, that stand right of them.
    let right: [(&str, &[&str]); 4] = [
        (
            "methods",
            &[
                "text",
                "measures::arithmetic",
                "measures::analysis",
                "measures::catalog",
            ],
        ),
        (
            "arithmetic",
            &[
                "text",
                "measures::analysis",
                "measures::catalog",
                "measures::explain",
            ],
        ),
        ("analysis", &["measures::catalog", "measures::explain"]),
        ("catalog", &["text", "measures::explain", "measures::audit"]),
    ];
    let mut wrong = Vec::new();
    for (part, others) in right {
        let mut files = Vec::new();
        rust_files(&source().join("measures").join(part), &mut files);
        assert!(!files.is_empty(), "{part}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for other in others {
                    if line.contains(&format!("crate::{other}")) {
                        wrong.push(format!("{} uses {other}", file.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn browser_values_stay_in_the_rooms_of_the_browser() {
    let mut wrong = Vec::new();
    for (room, _) in ALLOWED.iter().filter(|(room, _)| !BROWSER.contains(room)) {
        let mut files = Vec::new();
        rust_files(&source().join(room), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            if text.contains("JsValue") || text.contains("js_sys") {
                wrong.push(file.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_opens_with_its_rule() {
    for (room, _) in ALLOWED {
        let text = fs::read_to_string(source().join(room).join("mod.rs")).unwrap();
        assert!(
            text.starts_with("//! "),
            "src/{room}/mod.rs says what may live there"
        );
    }
}

#[test]
fn the_rule_is_read_from_code() {
    let text = "use crate::data::{Cell, Dataset};\n// use crate::app::x;\nuse crate::{text, web};";
    assert_eq!(rooms_used(text), ["data", "text", "web"]);
}
