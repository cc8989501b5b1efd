//! Placed marks as calls on a plotters backend.
//!
//! This is the only place that knows of device pixels: every length is multiplied by the
//! ratio here, and edges are set on whole device pixels so that lines are crisp. No chart code
//! of plotters is used, because that would measure text in the browser's document.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform,
};

use super::metrics::Weight;
use super::place::{Anchor, Mark, Paint, Placed, Rect, Stroke, Text};
use super::theme::{FONTS, Theme};

/// How far the backends' vertical centre of a text lies above its baseline, as a part of the
/// font size. A canvas takes half of the em square's ascent less descent (0.276 for these
/// fonts), the SVG backend half of the x-height (0.264).
const CENTRE_ABOVE_BASELINE: f64 = 0.27;

/// Draws a figure and presents it.
///
/// `ratio` is the number of device pixels per CSS pixel; the backend must have
/// `placed.width * ratio` by `placed.height * ratio` pixels.
pub fn draw<B: DrawingBackend>(
    placed: &Placed,
    theme: &Theme,
    ratio: f64,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    backend.ensure_prepared()?;
    let mut pen = Pen { backend, ratio };
    let page = Rect::new(0.0, 0.0, placed.width, placed.height);
    pen.fill(page, theme.paper.into())?;
    for mark in &placed.marks {
        pen.mark(mark)?;
    }
    pen.backend.present()
}

struct Pen<'a, B> {
    backend: &'a mut B,
    ratio: f64,
}

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> Pen<'_, B> {
    fn mark(&mut self, mark: &Mark) -> Drawn<B> {
        match mark {
            Mark::Line { points, stroke } => self.line(points, stroke),
            Mark::Rect { rect, fill, stroke } => {
                if let Some(fill) = fill {
                    self.fill(*rect, *fill)?;
                }
                match stroke {
                    Some(stroke) => self.frame(*rect, stroke),
                    None => Ok(()),
                }
            }
            Mark::Circle {
                centre,
                radius,
                fill,
                stroke,
            } => {
                let centre = self.spot(*centre);
                let radius = self.length(*radius);
                if let Some(fill) = fill {
                    let style = style(*fill, 1);
                    self.backend.draw_circle(centre, radius, &style, true)?;
                }
                if let Some(stroke) = stroke {
                    let style = style(stroke.paint, self.length(stroke.width));
                    self.backend.draw_circle(centre, radius, &style, false)?;
                }
                Ok(())
            }
            Mark::Polygon { points, fill } => {
                let corners: Vec<BackendCoord> = points.iter().map(|&at| self.spot(at)).collect();
                self.backend.fill_polygon(corners, &style(*fill, 1))
            }
            Mark::Text(text) => self.text(text),
        }
    }

    /// A device pixel.
    fn pixel(&self, at: f64) -> i32 {
        libm::round(at * self.ratio) as i32
    }

    fn spot(&self, (x, y): (f64, f64)) -> BackendCoord {
        (self.pixel(x), self.pixel(y))
    }

    /// A length of at least one device pixel.
    fn length(&self, length: f64) -> u32 {
        libm::round(length * self.ratio).max(1.0) as u32
    }

    fn fill(&mut self, rect: Rect, paint: Paint) -> Drawn<B> {
        let (left, top) = self.spot((rect.x, rect.y));
        let (right, bottom) = self.spot((rect.right(), rect.bottom()));
        self.corners((left, top), (right, bottom), paint)
    }

    fn corners(&mut self, from: BackendCoord, to: BackendCoord, paint: Paint) -> Drawn<B> {
        if to.0 <= from.0 || to.1 <= from.1 {
            return Ok(());
        }
        self.backend.draw_rect(from, to, &style(paint, 1), true)
    }

    /// An outline inside a rectangle, as four bars: the backends disagree on where the border
    /// of a rectangle lies and how wide it is.
    fn frame(&mut self, rect: Rect, stroke: &Stroke) -> Drawn<B> {
        let (left, top) = self.spot((rect.x, rect.y));
        let (right, bottom) = self.spot((rect.right(), rect.bottom()));
        let width = self.length(stroke.width) as i32;
        let (below, above) = ((top + width).min(bottom), (bottom - width).max(top));
        self.corners((left, top), (right, below), stroke.paint)?;
        self.corners((left, above), (right, bottom), stroke.paint)?;
        self.corners((left, below), (left + width, above), stroke.paint)?;
        self.corners((right - width, below), (right, above), stroke.paint)
    }

    fn line(&mut self, points: &[(f64, f64)], stroke: &Stroke) -> Drawn<B> {
        if let Some((dash, gap)) = stroke.dash {
            for piece in dashes(points, dash, gap) {
                self.unbroken(&piece, stroke)?;
            }
            return Ok(());
        }
        self.unbroken(points, stroke)
    }

    fn unbroken(&mut self, points: &[(f64, f64)], stroke: &Stroke) -> Drawn<B> {
        if let [from, to] = points
            && (from.0 == to.0 || from.1 == to.1)
        {
            return self.straight(*from, *to, stroke);
        }
        let path: Vec<BackendCoord> = points.iter().map(|&at| self.spot(at)).collect();
        let style = style(stroke.paint, self.length(stroke.width));
        self.backend.draw_path(path, &style)
    }

    /// A level or upright line, as a filled rectangle with its edges on whole pixels. The
    /// canvas backend moves such lines by half a pixel, which is right only for odd widths.
    fn straight(&mut self, from: (f64, f64), to: (f64, f64), stroke: &Stroke) -> Drawn<B> {
        let width = self.length(stroke.width) as i32;
        let edge = |at: f64| libm::round(at * self.ratio - f64::from(width) / 2.0) as i32;
        let along = |one: f64, two: f64| (self.pixel(one.min(two)), self.pixel(one.max(two)));
        let (from, to) = if from.1 == to.1 {
            let (left, right) = along(from.0, to.0);
            let top = edge(from.1);
            ((left, top), (right, top + width))
        } else {
            let (top, bottom) = along(from.1, to.1);
            let left = edge(from.0);
            ((left, top), (left + width, bottom))
        };
        self.corners(from, to, stroke.paint)
    }

    fn text(&mut self, text: &Text) -> Drawn<B> {
        let lift = CENTRE_ABOVE_BASELINE * text.size;
        let at = if text.turned {
            (text.x - lift, text.y)
        } else {
            (text.x, text.y - lift)
        };
        let style = TextLook {
            text,
            size: text.size * self.ratio,
        };
        let spot = self.spot(at);
        self.backend.draw_text(&text.text, &style, spot)
    }
}

/// A line cut into dashes.
fn dashes(points: &[(f64, f64)], dash: f64, gap: f64) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let (mut inked, mut left) = (true, dash.max(0.5));
    let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = libm::hypot(to.0 - from.0, to.1 - from.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let part = done / length;
            let at = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            if inked {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            inked = !inked;
            left = if inked { dash } else { gap }.max(0.5);
        }
        left -= length - done;
        if inked {
            piece.push(to);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

fn colour(paint: Paint) -> BackendColor {
    BackendColor {
        alpha: paint.alpha,
        rgb: (paint.rgb.0, paint.rgb.1, paint.rgb.2),
    }
}

fn style(paint: Paint, width: u32) -> Look {
    Look {
        colour: colour(paint),
        width,
    }
}

/// Colour and line width, in device pixels.
struct Look {
    colour: BackendColor,
    width: u32,
}

impl BackendStyle for Look {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The style of a text, in device pixels.
struct TextLook<'a> {
    text: &'a Text,
    size: f64,
}

impl BackendTextStyle for TextLook<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        colour(self.text.paint)
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        if self.text.turned {
            FontTransform::Rotate270
        } else {
            FontTransform::None
        }
    }

    fn style(&self) -> FontStyle {
        match self.text.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let across = match self.text.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(across, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONTS)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let rect = self.text.rect();
        let scale = if self.text.size > 0.0 {
            self.size / self.text.size
        } else {
            0.0
        };
        let extent = |length: f64| libm::ceil(length * scale) as i32;
        Ok(((0, 0), (extent(rect.width), extent(rect.height))))
    }

    /// For backends without letters of their own; the ones in use have them.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(marks: Vec<Mark>, ratio: f64) -> String {
        let placed = Placed {
            width: 100.0,
            height: 50.0,
            marks,
            ..Placed::default()
        };
        let mut recorder = super::super::record::Recorder::new((100, 50));
        draw(&placed, &Theme::LIGHT, ratio, &mut recorder).unwrap();
        recorder.transcript()
    }

    #[test]
    fn hairlines_fill_whole_device_pixels_at_every_ratio() {
        let line = Mark::Line {
            points: vec![(10.0, 20.5), (30.0, 20.5)],
            stroke: Stroke::new(Theme::LIGHT.ink, 1.0),
        };
        for (ratio, expected) in [
            (1.0, "fill 10,20 20x1 "),
            (1.25, "fill 13,25 25x1 "),
            (2.0, "fill 20,40 40x2 "),
            (3.0, "fill 30,60 60x3 "),
        ] {
            let drawn = drawn(vec![line.clone()], ratio);
            assert!(drawn.contains(expected), "{ratio}: {drawn}");
        }
    }

    #[test]
    fn text_hangs_by_its_middle_and_grows_with_the_ratio() {
        let text = Text {
            text: "Æ".to_string(),
            x: 10.0,
            y: 40.0,
            size: 20.0,
            weight: Weight::Bold,
            paint: Theme::DARK.paper.into(),
            ..Text::default()
        };
        let turned = Text {
            turned: true,
            ..text.clone()
        };
        let upright = drawn(vec![Mark::Text(text)], 2.0);
        // 40 less 0.27 of 20 is 34.6, twice that 69.
        assert!(
            upright.contains("text 20,69 start bold 40 #15191e \"Æ\""),
            "{upright}"
        );
        let sideways = drawn(vec![Mark::Text(turned)], 1.0);
        assert!(
            sideways.contains("text 5,40 start turned 270 bold 20"),
            "{sideways}"
        );
    }

    #[test]
    fn dashes_keep_the_length_and_turn_corners() {
        let pieces = dashes(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], 4.0, 2.0);
        let inked: f64 = pieces
            .iter()
            .flat_map(|piece| piece.windows(2))
            .map(|pair| libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1))
            .sum();
        assert!((inked - 14.0).abs() < 1e-9, "{pieces:?}");
        assert!(pieces.iter().any(|piece| piece.contains(&(10.0, 2.0))));
    }
}
