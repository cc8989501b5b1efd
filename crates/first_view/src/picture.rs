//! A figure as SVG whose colours are light or dark as the page is.

use std::fmt::Write;

use figures::build::Figure;
use figures::place::Size;
use figures::svg::{FITS, svg};
use figures::theme::{FONTS, Theme};
use view_models::overview::LEAD_HEIGHT;

/// The width for a phone.
pub(super) const NARROW: f64 = 340.0;

/// The widths at which a figure is drawn, in CSS pixels: for a phone, a tablet, and a desk where it stands
/// beside its answer.
pub(super) const WIDTHS: [f64; 3] = [NARROW, 760.0, 600.0];

/// The widths of the page in rem up to which each is shown; the last is for all others.
const UP_TO: [u32; 2] = [34, 63];

/// The colours of pictures, each light and dark, under a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Colours(Vec<(String, String)>);

impl Colours {
    fn number(&mut self, light: &str, dark: &str) -> usize {
        let is_same = |(known_light, known_dark): &(String, String)| {
            (known_light.as_str(), known_dark.as_str()) == (light, dark)
        };
        if let Some(known) = self.0.iter().position(is_same) {
            return known;
        }
        self.0.push((light.to_owned(), dark.to_owned()));
        self.0.len() - 1
    }

    /// The style sheet: which colour a number is, and which picture is shown.
    pub fn style(&self) -> String {
        let list = |dark: bool| {
            let mut list = String::new();
            for (number, (light, of_dark)) in self.0.iter().enumerate() {
                let colour = if dark { of_dark } else { light };
                let _ = write!(list, "--c{number}:{colour};");
            }
            list
        };
        let (light, dark) = (list(false), list(true));
        let mut style = format!(
            ".first-view{{{light}}}\n\
             @media (prefers-color-scheme: dark){{\
             :root:not([data-theme=\"light\"]) .first-view{{{dark}}}}}\n\
             :root[data-theme=\"dark\"] .first-view{{{dark}}}\n\
             .first-view svg{{display:block;width:100%;height:auto}}\n\
             .first-view svg text{{font-family:{FONTS};text-rendering:geometricPrecision}}\n\
             .further svg{{max-width:36rem}}\n"
        );
        for (place, width) in WIDTHS.iter().enumerate() {
            let above = UP_TO
                .get(place)
                .map(|to| format!("(min-width: {to}.01rem)"));
            let below = place
                .checked_sub(1)
                .map(|before| format!("(max-width: {}rem)", UP_TO[before]));
            let elsewhere: Vec<String> = above.into_iter().chain(below).collect();
            let elsewhere = elsewhere.join(",");
            let _ = writeln!(
                style,
                "@media {elsewhere}{{.w{width}{{display:none!important}}}}"
            );
        }
        style
    }
}

/// The picture that is shown where the figure is about so wide.
pub(super) fn picture(figure: &Figure, width: f64, colours: &mut Colours) -> String {
    let at_width = drawn(figure, (width, Some(LEAD_HEIGHT)), colours);
    at_width.replacen("<svg ", &format!("<svg class=\"w{width}\" "), 1)
}

/// The picture that is shown at every width.
pub(super) fn only_picture(figure: &Figure, width: f64, colours: &mut Colours) -> String {
    drawn(figure, (width, None), colours)
}

fn drawn(figure: &Figure, (width, height): (f64, Option<f64>), colours: &mut Colours) -> String {
    let size = Size { width, height };
    let drawn = |theme: &Theme| svg(&figure.sheet, size, theme);
    let (light, dark) = (drawn(&Theme::LIGHT), drawn(&Theme::DARK));
    shortened(&numbered(&light, &dark, colours))
}

/// Light and dark picture in one: colours that stand at the same place get a number.
fn numbered(light: &str, dark: &str, colours: &mut Colours) -> String {
    let mut out = String::new();
    let (mut light, mut dark) = (light.split('#'), dark.split('#'));
    out.extend(light.next());
    dark.next();
    for (one, other) in light.zip(dark) {
        let is_colour = |text: &str| {
            let digits = text.as_bytes().get(..6);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        if is_colour(one) && is_colour(other) {
            let number = colours.number(&format!("#{}", &one[..6]), &format!("#{}", &other[..6]));
            let _ = write!(out, "var(--c{number}){}", &one[6..]);
        } else {
            out.push('#');
            out.push_str(one);
        }
    }
    out
}

/// Without what HTML does not need, and what every browser takes for granted.
fn shortened(svg: &str) -> String {
    let mut out = svg.replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
    if let (Some(start), Some(end)) = (out.find("<desc>"), out.find("</desc>")) {
        // It is the sentence below.
        out.replace_range(start..end + "</desc>".len(), "");
    }
    // The style sheet says it once for all texts.
    let family = format!(" font-family=\"{}\"", FONTS.replace('\'', "&apos;"));
    // The style sheet brings the font.
    while let Some(start) = out.find("textLength=\"") {
        let end = out[start..]
            .find(FITS)
            .map_or(out.len(), |at| start + at + FITS.len());
        out.replace_range(start..end, "");
    }
    for needless in [
        family.as_str(),
        " stroke=\"none\"",
        " opacity=\"1\"",
        " font-weight=\"normal\"",
        " stroke-width=\"1\"",
        "\n",
    ] {
        out = out.replace(needless, "");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_the_same_place_share_a_number_and_other_signs_stay() {
        let mut colours = Colours::default();
        let (light, dark) = (
            "a=\"#FFFFFF\" b=\"#000000\" #1",
            "a=\"#000000\" b=\"#FFFFFF\" #1",
        );
        assert_eq!(
            numbered(light, dark, &mut colours),
            "a=\"var(--c0)\" b=\"var(--c1)\" #1"
        );
        assert_eq!(
            numbered(light, dark, &mut colours),
            "a=\"var(--c0)\" b=\"var(--c1)\" #1"
        );
        let style = colours.style();
        assert!(style.contains("{--c0:#FFFFFF;--c1:#000000;}"), "{style}");
        assert!(style.contains("{--c0:#000000;--c1:#FFFFFF;}"), "{style}");
    }
}
