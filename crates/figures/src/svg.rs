//! A figure as an SVG document with real text, a title and a description.

use std::fmt::Write;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform, text_anchor,
};
use plotters_svg::SVGBackend;

use super::draw::draw;
use super::metrics::{is_known, width};
use super::place::{Mark, Placed, Size, place};
use super::sheet::Sheet;
use super::theme::Theme;

/// Positions are whole numbers in the backend. Drawing larger and letting the view box shrink
/// the picture again keeps them to a quarter of a CSS pixel.
const RATIO: u32 = 4;

/// The font size that the SVG backend writes is the size it is given, divided by this.
const SIZE_DIVISOR: f64 = 1.24;

/// The figure as a complete SVG document, `size.width` CSS pixels wide.
pub fn svg(sheet: &Sheet, size: Size, theme: &Theme) -> String {
    let placed = place(sheet, size, theme);
    let pixels = |length: f64| length as u32 * RATIO;
    let (width, height) = (pixels(placed.width), pixels(placed.height));
    let mut drawing = String::new();
    {
        let mut backend = TrueSize(SVGBackend::with_string(&mut drawing, (width, height)));
        // A string takes every call: only backends that write files can fail.
        let drawn = draw(&placed, theme, f64::from(RATIO), &mut backend);
        debug_assert!(drawn.is_ok());
    }
    let drawing = fitted(&drawing, &placed);
    // The backend's own root element knows neither the CSS size nor a title.
    let marks = drawing.split_once('\n').map_or("", |(_, marks)| marks);
    let synthetic = if sheet.badge.synthetic {
        sheet.badge.text.as_str()
    } else {
        ""
    };
    let description = [sheet.subtitle.as_str(), &sheet.summary, synthetic]
        .map(str::trim)
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" – ");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\" \
         width=\"{css_width}\" height=\"{css_height}\" \
         viewBox=\"0 0 {width} {height}\" stroke-linejoin=\"round\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n{marks}",
        lang = sheet.lang.tag(),
        css_width = placed.width,
        css_height = placed.height,
        title = escaped(&sheet.title),
        description = escaped(&description),
    )
}

/// The drawing with the room that each text has: whoever opens the file need not have the fonts that it was
/// laid out with. Letters of unknown width are left as they come.
fn fitted(drawing: &str, placed: &Placed) -> String {
    const START: &str = "<text ";
    let texts = placed.marks.iter().filter_map(|mark| match mark {
        // Of text that cannot be seen the backend writes nothing.
        Mark::Text(text) if text.paint.alpha > 0.0 => Some(text),
        _ => None,
    });
    let mut parts = drawing.split(START);
    let mut out = String::with_capacity(drawing.len() * 5 / 4);
    out.extend(parts.next());
    for (part, text) in parts.zip(texts) {
        out.push_str(START);
        let length = text.size * f64::from(RATIO);
        let length = libm::round(width(&text.text, length, text.weight));
        if length > 0.0 && is_known(&text.text) {
            let _ = write!(out, "textLength=\"{length}\"{FITS}");
        }
        out.push_str(part);
    }
    out
}

/// How a text takes the length that it is given: its letters become narrower or wider.
pub const FITS: &str = " lengthAdjust=\"spacingAndGlyphs\" ";

/// Text as XML content. Characters that XML 1.0 does not allow at all are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in allowed(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// `text` without the characters that no XML 1.0 document may contain.
fn allowed(text: &str) -> String {
    let is_allowed = |letter: &char| {
        !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}'
            | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(is_allowed).collect()
}

/// The SVG backend with font sizes as asked for, and text that is always well-formed.
struct TrueSize<'a>(SVGBackend<'a>);

type Drawn<'a> = Result<(), DrawingErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

impl<'a> DrawingBackend for TrueSize<'a> {
    type ErrorType = <SVGBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<'a> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<'a> {
        self.0.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn<'a> {
        self.0.draw_pixel(at, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn<'a> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn<'a> {
        self.0.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<'a> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn<'a> {
        self.0.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<'a> {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Drawn<'a> {
        self.0.draw_text(&allowed(text), &Enlarged(style), at)
    }
}

/// A text style that makes up for the backend's divisor.
struct Enlarged<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for Enlarged<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        // Rounded, so that the quotient is written as "52" and not as "51.99999999999999".
        let enlarged = self.0.size() * SIZE_DIVISOR;
        libm::round(enlarged * 1e6) / 1e6
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> text_anchor::Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), S::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, S::FontError> {
        self.0.draw(text, at, draw)
    }
}
