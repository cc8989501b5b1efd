//! QR codes as pictures.

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of quiet around the code, as the standard wants them.
const QUIET: i32 = 4;

/// The QR code of a text as an SVG document with a description; none when the text is too long for one.
pub fn svg(text: &str, description: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path += &format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let side = size + 2 * QUIET;
    let description = description
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{description}\" \
         viewBox=\"0 0 {side} {side}\"><path fill=\"#ffffff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
         <path fill=\"#000000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_border() {
        let drawn = svg("https://example.org/#/task?id=x", "to the \"task\" <1>").unwrap();
        for corner in ["M4 4h1", "M10 4h1", "M4 10h1"] {
            assert!(drawn.contains(corner), "{corner}");
        }
        assert!(!drawn.contains("M3 ") && drawn.contains("&quot;task&quot; &lt;1>"));
        assert_eq!(svg(&"x".repeat(4000), ""), None);
    }
}
