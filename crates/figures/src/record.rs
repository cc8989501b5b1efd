//! A backend that writes down what it is asked to draw.
//!
//! Tests compare these transcripts: they are small, can be read and reviewed, and differ
//! exactly when the picture differs.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};

use super::draw::draw;
use super::place::Placed;
use super::theme::Theme;

/// Collects one line of text per drawing call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorder {
    size: (u32, u32),
    lines: Vec<String>,
}

impl Recorder {
    /// A recorder for a picture of the given size in pixels.
    pub fn new(size: (u32, u32)) -> Recorder {
        Recorder {
            size,
            lines: vec![format!("page {}x{}", size.0, size.1)],
        }
    }

    /// Everything drawn so far, one call a line.
    pub fn transcript(&self) -> String {
        let mut text = self.lines.join("\n");
        text.push('\n');
        text
    }

    fn note(&mut self, line: String) -> Result<(), DrawingErrorKind<Infallible>> {
        self.lines.push(line);
        Ok(())
    }
}

/// The transcript of a figure, drawn with one device pixel per CSS pixel.
pub fn transcript(placed: &Placed, theme: &Theme) -> String {
    let mut recorder = Recorder::new((placed.width as u32, placed.height as u32));
    match draw(placed, theme, 1.0, &mut recorder) {
        Ok(()) => recorder.transcript(),
        Err(problem) => problem.to_string(),
    }
}

fn ink(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    let opaque = format!("#{red:02x}{green:02x}{blue:02x}");
    if colour.alpha < 1.0 {
        format!("{opaque}*{:.2}", colour.alpha)
    } else {
        opaque
    }
}

fn path(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<String> = points
        .into_iter()
        .map(|(x, y)| format!("{x},{y}"))
        .collect();
    points.join(" ")
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note("present".to_string())
    }

    fn draw_pixel(
        &mut self,
        (x, y): BackendCoord,
        colour: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(format!("pixel {x},{y} {}", ink(colour)))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (width, colour) = (style.stroke_width(), ink(style.color()));
        self.note(format!("line {width} {colour} {}", path([from, to])))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let verb = if fill { "fill" } else { "frame" };
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        let colour = ink(style.color());
        self.note(format!(
            "{verb} {},{} {width}x{height} {colour}",
            from.0, from.1
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (width, colour) = (style.stroke_width(), ink(style.color()));
        self.note(format!("path {width} {colour} {}", path(points)))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let verb = if fill { "disc" } else { "ring" };
        self.note(format!("{verb} {x},{y} {radius} {}", ink(style.color())))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(format!("area {} {}", ink(style.color()), path(points)))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let level = match style.anchor().v_pos {
            VPos::Top => " top",
            VPos::Center => "",
            VPos::Bottom => " bottom",
        };
        let turn = match style.transform() {
            FontTransform::None => "",
            FontTransform::Rotate90 => " turned 90",
            FontTransform::Rotate180 => " turned 180",
            FontTransform::Rotate270 => " turned 270",
        };
        let (face, size, colour) = (style.style(), style.size(), ink(style.color()));
        let face = face.as_str();
        self.note(format!(
            "text {x},{y} {anchor}{level}{turn} {face} {size} {colour} {text:?}"
        ))
    }
}
