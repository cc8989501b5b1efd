//! Scripts and style sheets as they are published: without what only their readers need.

use anyhow::{Result, ensure};

/// A script without comments that have lines of their own, indentation and empty lines. What a template spans over
/// several lines would be changed, so there may be none.
pub fn script(script: &str) -> Result<String> {
    let mut kept = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim_start) {
        is_comment |= line.starts_with("/*");
        if is_comment {
            is_comment = !line.contains("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            ensure!(
                line.matches('`').count() % 2 == 0,
                "a template of several lines: {line}"
            );
            kept += line;
            kept.push('\n');
        }
    }
    Ok(kept)
}

/// A style sheet without its comments and indentation.
pub fn sheet(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_published_has_no_comments_and_no_indentation() {
        let script =
            "// one\nlet a = \"// two\"; // three\n\n  // four\n/** five\n * six */\n  b(`x`);\n";
        assert_eq!(
            super::script(script).unwrap(),
            "let a = \"// two\"; // three\nb(`x`);\n"
        );
        assert!(super::script("a(`x\n  y`);\n").is_err());
        let sheet =
            "/* one\n two */\na { color: red }\n  /* three */\nb {\n  top: 0\n} /* four */\n";
        assert_eq!(super::sheet(sheet), "a { color: red }\nb {\ntop: 0\n}\n");
    }
}
