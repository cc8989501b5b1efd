//! What Cargo cannot hold of the order of the rooms: it knows crates, and neither the folders of the app
//! nor what a crate may come to depend on.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The crates, each with those of ours that it may use; they stand in one order, and none looks back.
const CRATES: [(&str, &str); 16] = [
    ("kernels", ""),
    ("vocabulary", ""),
    ("disclosure", ""),
    ("data", "kernels vocabulary"),
    ("import", "kernels vocabulary data"),
    ("stats", ""),
    ("measures", "kernels data stats"),
    ("methods", "data stats measures"),
    ("text", "kernels data import"),
    ("explain", "data stats measures methods text"),
    ("claims", "kernels data measures text explain"),
    ("figures", "kernels data stats measures text explain"),
    (
        "view_models",
        "kernels vocabulary disclosure data import stats measures methods text explain claims figures",
    ),
    ("state", "data measures text figures view_models"),
    (
        "tasks",
        "kernels data measures text explain figures view_models state",
    ),
    ("first_view", "data measures text figures view_models state"),
];

/// The rooms of the app, each with those that it may use.
const ROOMS: [(&str, &[&str]); 4] = [
    ("protocol", &[]),
    ("worker", &["protocol"]),
    ("web", &["protocol"]),
    ("app", &["protocol", "web"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
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

/// The names of the dependencies of a crate, those of its tests as well.
fn dependencies(name: &str) -> Vec<String> {
    let manifest = root().join("crates").join(name).join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    let mut section = "";
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && let Some((name, _)) = line.split_once(['.', '='])
        {
            found.push(name.trim().to_owned());
        }
    }
    found
}

#[test]
fn crates_stand_in_one_direction() {
    let ours: Vec<&str> = CRATES.iter().map(|(name, _)| *name).collect();
    let mut there: Vec<String> = fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut known: Vec<&str> = ours.clone();
    known.sort_unstable();
    assert_eq!(there, known, "every crate has its place in the order");
    let mut wrong = Vec::new();
    for (place, (name, allowed)) in CRATES.iter().enumerate() {
        for used in dependencies(name) {
            let is_ours = ours.contains(&used.as_str());
            let is_left = ours[..place].contains(&used.as_str());
            if is_ours && !(is_left && allowed.split(' ').any(|one| one == used)) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_crate_knows_of_a_browser() {
    const BROWSER: [&str; 5] = [
        "wasm-bindgen",
        "js-sys",
        "web-sys",
        "yew",
        "plotters-canvas",
    ];
    let mut wrong = Vec::new();
    for (name, _) in CRATES {
        for used in dependencies(name) {
            if BROWSER.iter().any(|browser| used.starts_with(browser)) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rooms of the app named after `crate::` in code, comments left out.
fn rooms_used(text: &str) -> Vec<&'static str> {
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut rooms = Vec::new();
    for part in code.split("crate::").skip(1) {
        let list = part
            .strip_prefix('{')
            .and_then(|list| list.split('}').next());
        let names = list.unwrap_or_else(|| part.split([':', ';', ',']).next().unwrap_or_default());
        for name in names.split(',') {
            let name = name.trim().split(':').next().unwrap_or_default();
            rooms.extend(
                ROOMS
                    .iter()
                    .map(|(room, _)| *room)
                    .filter(|room| *room == name),
            );
        }
    }
    rooms
}

#[test]
fn rooms_of_the_app_stand_in_one_direction() {
    let mut wrong = Vec::new();
    for (room, allowed) in ROOMS {
        let mut files = Vec::new();
        rust_files(&root().join("src").join(room), &mut files);
        assert!(!files.is_empty(), "the room {room} is empty");
        for file in files {
            for used in rooms_used(&fs::read_to_string(&file).unwrap()) {
                if used != room && !allowed.contains(&used) {
                    wrong.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn components_handle_no_values_of_javascript() {
    let mut files = Vec::new();
    rust_files(&root().join("src/app"), &mut files);
    let knows = |file: &&PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        text.contains("JsValue") || text.contains("js_sys")
    };
    let wrong: Vec<&PathBuf> = files.iter().filter(knows).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_line_fits_a_screen() {
    let mut files = Vec::new();
    for folder in ["crates", "src", "cli/src", "xtask/src"] {
        rust_files(&root().join(folder), &mut files);
    }
    let beside = fs::read_dir(root().join("www")).unwrap();
    let beside = beside.map(|entry| entry.unwrap().path());
    let is_source = |path: &PathBuf| {
        path.extension()
            .is_some_and(|ending| ending == "js" || ending == "ts")
    };
    files.extend(beside.filter(is_source));
    assert!(files.len() > 300);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for (place, line) in text.lines().enumerate() {
            let letters = line.chars().count();
            assert!(
                letters <= 120,
                "{}:{}: {letters} letters",
                file.display(),
                place + 1
            );
        }
    }
}

#[test]
fn every_room_opens_with_its_rule() {
    let crates = CRATES
        .iter()
        .map(|(name, _)| format!("crates/{name}/src/lib.rs"));
    let rooms = ROOMS.iter().map(|(room, _)| format!("src/{room}/mod.rs"));
    for file in crates.chain(rooms) {
        let text = fs::read_to_string(root().join(&file)).unwrap();
        let opening = text.lines().map_while(|line| line.strip_prefix("//!"));
        let rule: String = opening.collect();
        for part in ["May live here", "May not"] {
            assert!(
                rule.contains(part),
                "{file} says what may live there: {part}"
            );
        }
    }
}

#[test]
fn every_crate_shows_itself_at_work() {
    for (name, _) in CRATES {
        let file = root().join("crates").join(name).join("src/lib.rs");
        let text = fs::read_to_string(&file).unwrap();
        let is_opening = |line: &&str| line.starts_with("//!");
        let fences = text
            .lines()
            .take_while(is_opening)
            .filter(|line| *line == "//! ```");
        assert_eq!(
            fences.count(),
            2,
            "crates/{name} opens with an example that runs"
        );
    }
}

#[test]
fn the_rule_is_read_from_code() {
    let text =
        "use crate::web::{Cell, Dataset};\n// use crate::app::x;\nuse crate::{protocol, app};";
    assert_eq!(rooms_used(text), ["web", "protocol", "app"]);
}
