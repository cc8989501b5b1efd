//! The table of features names tests that exist.

use std::fs;
use std::path::Path;

/// What FEATURES.md names: a file and a test in it.
fn named() -> Vec<(String, String)> {
    let table = include_str!("FEATURES.md");
    let rows = table.lines().filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|line| line.trim_end_matches(" |").rsplit_once(" | "));
    cells
        .filter_map(|(_, shown)| shown.split_once(": "))
        .map(|(file, test)| (file.to_owned(), test.to_owned()))
        .collect()
}

#[test]
fn every_feature_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = named();
    assert!(named.len() > 30, "{named:?}");
    for (file, test) in named {
        let (path, declared) = if file.ends_with(".mjs") {
            let path = root.join("tests/browser/suites").join(&file);
            (path, [format!("\"{test}\""), format!("`{test}`")])
        } else {
            let function = format!("fn {test}(");
            (root.join(&file), [function.clone(), function])
        };
        let source = fs::read_to_string(&path).unwrap_or_default();
        let exists = declared.iter().any(|name| source.contains(name));
        assert!(exists, "{file} has no test {test:?}");
    }
}
