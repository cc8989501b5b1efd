//! References to cells in a sheet of a workbook, looked at before a library counts with them: it adds up letters and
//! digits without asking whether the sum has room, and a cell would come to stand somewhere else.

/// Rows and columns that a sheet can have.
pub const LAST: (u32, u32) = (1_048_576, 16_384);

/// The first reference in the XML of a sheet that leads to no cell there can be.
pub fn astray(sheet: &str) -> Option<&str> {
    let mut rest = sheet;
    while let Some((_, tag)) = rest.split_once('<') {
        // What holds no elements, with whatever quotes.
        let apart = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")];
        let apart = apart.into_iter().find(|(begin, _)| tag.starts_with(begin));
        if let Some((begin, end)) = apart {
            rest = tag[begin.len()..]
                .split_once(end)
                .map_or("", |(_, rest)| rest);
            continue;
        }
        rest = tag;
        while let Some(at) = rest.find(['"', '\'', '>']) {
            let (before, quoted) = rest.split_at(at);
            let quote = &quoted[..1];
            rest = &quoted[1..];
            if quote == ">" {
                break;
            }
            let (value, after) = rest.split_once(quote).unwrap_or((rest, ""));
            rest = after;
            let name = before.trim_end().trim_end_matches('=').trim_end();
            let name = name.rsplit([' ', '\t', '\r', '\n']).next();
            if matches!(name, Some("r" | "ref")) && !is_possible(value) {
                return Some(value);
            }
        }
    }
    None
}

/// Whether a cell, a row or a range may be where it says. What is none of these the library finds out itself.
fn is_possible(reference: &str) -> bool {
    let mut before = (0, 0);
    for part in reference.split(':') {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = &part[..part.len() - digits.len()];
        let digits = &digits[..digits.len()
            - digits
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len()];
        if letters.len() > 3 || digits.len() > 7 {
            return false;
        }
        let column = letters.bytes().fold(0, |sum, letter| {
            sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        let here = (digits.parse().unwrap_or(0), column);
        let is_within = here.0 <= LAST.0 && here.1 <= LAST.1;
        if !is_within || here.0 < before.0 || here.1 < before.1 {
            return false;
        }
        before = here;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_a_sheet_are_found_wherever_they_stand() {
        let fine = r#"<?xml version="1.0"?><!-- r="AAAA1" don't --><worksheet xmlns:r="http://formats">
            <dimension ref="A1:XFD1048576"/>
            <sheetData><row r="1" spans="1:2"><c r="A1" t="s"><v>1</v></c><c r = 'xfd1048576'/></row></sheetData>
            <mergeCells><mergeCell ref="B2"/><mergeCell ref="B2:B2"/></mergeCells><x r:id="rId99999999"/>
            <f t="shared" ref="A1:B2">SUM(AAAA1:B99999999)</f><t><![CDATA[<c r="AAAA1">]]></t></worksheet>"#;
        assert_eq!(astray(fine), None);
        for reference in [
            "XFE1",
            "AAAA1",
            "AAAAAAAAAAAA1",
            "A1048577",
            "A99999999999",
            "4294967296",
            "B2:A1",
            "A2:B1",
            "A1:AAAA1",
            "A00000000001",
        ] {
            for attribute in [
                format!("r=\"{reference}\""),
                format!("ref='{reference}'"),
                format!("a=\">\" r\n=\t\"{reference}\""),
            ] {
                let sheet = format!("<!-- ' --><sheetData><c t='\"' {attribute}/></sheetData>");
                assert_eq!(astray(&sheet), Some(reference), "{sheet}");
            }
        }
        // Not even an end is needed.
        for sheet in [
            "<",
            "<c",
            "<c r",
            "<c r=",
            "<c r=\"",
            "<!--",
            "<![CDATA[",
            "<?",
            "",
            "r=\"AAAA1\"",
            "<c r=\"A1",
        ] {
            assert_eq!(astray(sheet), None, "{sheet}");
        }
        assert_eq!(astray("<c r=\"AAAA1"), Some("AAAA1"));
    }
}
