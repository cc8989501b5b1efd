//! The page while it is being filled.

use super::marks::{Anchor, LabelBox, Mark, Paint, Placed, Rect, Shape, Stroke, Target, Text};
use crate::metrics::{self, CAP_HEIGHT, DESCENT};
use crate::theme::{Rgb, Role, TextStyle, Theme};
use text::Lang;

/// Collects marks. Text goes through [`Board::text`], so that no text lacks its box.
#[derive(Clone, Debug)]
pub(super) struct Board<'a> {
    pub theme: &'a Theme,
    pub lang: Lang,
    pub placed: Placed,
}

/// The room for the chart of one panel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Index of the panel in the sheet.
    pub panel: usize,
    /// Left and upper edge, and the width. The height of this rectangle means nothing.
    pub area: Rect,
    /// The height to fill; `None` takes what suits the width.
    pub height: Option<f64>,
}

/// How a text hangs at its position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hang {
    pub role: Role,
    pub anchor: Anchor,
    pub colour: Rgb,
}

impl<'a> Board<'a> {
    pub fn new(theme: &'a Theme, lang: Lang, width: f64) -> Board<'a> {
        let placed = Placed {
            width,
            ..Placed::default()
        };
        Board {
            theme,
            lang,
            placed,
        }
    }

    pub fn style(&self, role: Role) -> TextStyle {
        role.style(self.placed.width)
    }

    /// The width of a text in the style of its role.
    pub fn width(&self, role: Role, text: &str) -> f64 {
        let style = self.style(role);
        metrics::width(text, style.size, style.weight)
    }

    pub fn wrap(&self, role: Role, text: &str, limit: f64) -> Vec<String> {
        let style = self.style(role);
        metrics::wrap(text, style.size, style.weight, limit)
    }

    /// The same number of lines, of about the same length.
    pub fn wrap_evenly(&self, role: Role, text: &str, limit: f64) -> Vec<String> {
        let style = self.style(role);
        metrics::wrap_evenly(text, style.size, style.weight, limit)
    }

    /// Whether [`Board::wrap`] would have to cut a word.
    pub fn cuts_words(&self, role: Role, text: &str, limit: f64) -> bool {
        let style = self.style(role);
        metrics::widest_word(text, style.size, style.weight) > limit
    }

    /// The height of so many lines, from the top of the capitals in the first to the depth of
    /// the letters in the last.
    pub fn block_height(&self, role: Role, lines: usize) -> f64 {
        let style = self.style(role);
        match lines {
            0 => 0.0,
            _ => (CAP_HEIGHT + DESCENT) * style.size + (lines - 1) as f64 * style.leading,
        }
    }

    /// One line with its baseline at `y`.
    pub fn text(&mut self, hang: Hang, text: &str, x: f64, y: f64) {
        self.put(hang, text, (x, y), false);
    }

    /// One line that reads upwards, with its baseline at `x`.
    pub fn turned(&mut self, hang: Hang, text: &str, x: f64, y: f64) {
        self.put(hang, text, (x, y), true);
    }

    fn put(&mut self, hang: Hang, text: &str, (x, y): (f64, f64), turned: bool) {
        if text.trim().is_empty() {
            return;
        }
        let style = self.style(hang.role);
        let text = Text {
            text: text.to_string(),
            x,
            y,
            anchor: hang.anchor,
            size: style.size,
            weight: style.weight,
            paint: hang.colour.into(),
            turned,
        };
        self.placed.label_boxes.push(LabelBox {
            text: text.text.clone(),
            role: hang.role,
            rect: text.rect(),
        });
        self.placed.marks.push(Mark::Text(text));
    }

    /// Lines below each other, the capitals of the first starting at `top`. Returns the lower
    /// end.
    pub fn block(&mut self, hang: Hang, lines: &[String], x: f64, top: f64) -> f64 {
        let style = self.style(hang.role);
        for (index, line) in lines.iter().enumerate() {
            let baseline = top + CAP_HEIGHT * style.size + index as f64 * style.leading;
            self.text(hang, line, x, baseline);
        }
        top + self.block_height(hang.role, lines.len())
    }

    /// A line of text whose capitals are centred at `y`.
    pub fn centred(&mut self, hang: Hang, text: &str, x: f64, y: f64) {
        let baseline = y + CAP_HEIGHT / 2.0 * self.style(hang.role).size;
        self.text(hang, text, x, baseline);
    }

    pub fn line(&mut self, points: Vec<(f64, f64)>, stroke: Stroke) {
        if points.len() > 1 {
            self.placed.marks.push(Mark::Line { points, stroke });
        }
    }

    pub fn fill(&mut self, rect: Rect, fill: impl Into<Paint>) {
        self.placed.marks.push(Mark::Rect {
            rect,
            fill: Some(fill.into()),
            stroke: None,
        });
    }

    pub fn outline(&mut self, rect: Rect, stroke: Stroke) {
        self.placed.marks.push(Mark::Rect {
            rect,
            fill: None,
            stroke: Some(stroke),
        });
    }

    pub fn polygon(&mut self, points: Vec<(f64, f64)>, fill: Paint) {
        self.placed.marks.push(Mark::Polygon { points, fill });
    }

    pub fn dot(&mut self, centre: (f64, f64), radius: f64, colour: Rgb) {
        self.placed.marks.push(Mark::Circle {
            centre,
            radius,
            fill: Some(colour.into()),
            stroke: None,
        });
    }

    /// A circle with paper inside: a value that rests on few events.
    pub fn ring(&mut self, centre: (f64, f64), radius: f64, colour: Rgb) {
        self.placed.marks.push(Mark::Circle {
            centre,
            radius,
            fill: Some(self.theme.paper.into()),
            stroke: Some(Stroke::new(colour, 1.5)),
        });
    }

    pub fn target(&mut self, panel: usize, series: usize, point: usize, shape: Shape) {
        self.placed.targets.push(Target {
            panel,
            series,
            point,
            shape,
        });
    }
}
