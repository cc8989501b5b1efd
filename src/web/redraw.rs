//! Drawing the same figure again and again with other numbers, for `cargo xtask bench`.
//!
//! A module of its own (feature `redraw`), which no visitor downloads: it places and draws exactly
//! as the page does, without a data set to ask first.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use figures::place::{Size, place};
use figures::sheet::{Axis, Kind, Panel, Point, Series, Sheet, TickFormat};
use figures::theme::{Hue, Theme};

use super::canvas;

/// A figure on a canvas.
#[wasm_bindgen]
pub struct Picture {
    canvas: HtmlCanvasElement,
    sheet: Sheet,
    size: Size,
}

#[wasm_bindgen]
impl Picture {
    /// Lines over years: `series` of them, each with a point for every number of `x`.
    pub fn lines(canvas: HtmlCanvasElement, width: f64, series: usize, x: &[f64]) -> Picture {
        Picture::of(canvas, width, series, x, Kind::Line)
    }

    /// A heat map: `series` rows, a column for every number of `x`.
    pub fn heat(canvas: HtmlCanvasElement, width: f64, series: usize, x: &[f64]) -> Picture {
        Picture::of(canvas, width, series, x, Kind::Heat)
    }

    /// Places and draws the figure with these values, one series after the other.
    pub fn redraw(&mut self, values: &[f64]) -> Result<(), JsValue> {
        let series = self
            .sheet
            .panels
            .iter_mut()
            .flat_map(|panel| &mut panel.series);
        let points = series.flat_map(|series| &mut series.points);
        for (point, value) in points.zip(values) {
            point.y = Some(*value);
        }
        let placed = place(&self.sheet, self.size, &Theme::LIGHT);
        canvas::show(&self.canvas, &placed, &Theme::LIGHT, canvas::pixel_ratio())
            .map_err(|message| JsValue::from_str(&message))
    }
}

impl Picture {
    /// A figure of a kind with one panel, still without values.
    fn of(canvas: HtmlCanvasElement, width: f64, series: usize, x: &[f64], kind: Kind) -> Picture {
        let place = |(index, x): (usize, &f64)| match kind.has_categories() {
            true => index as f64,
            false => *x,
        };
        let at = |x: f64| Point {
            x,
            ..Point::default()
        };
        let points: Vec<Point> = x.iter().enumerate().map(place).map(at).collect();
        let one = |index: usize| Series {
            key: index.to_string(),
            label: format!("Series {}", index + 1),
            hue: Hue::Numbered((index % 8) as u8),
            points: points.clone(),
        };
        let categories = x.iter().map(f64::to_string).collect();
        let panel = Panel {
            kind,
            x: Axis {
                format: TickFormat::Age,
                categories: kind.has_categories().then_some(categories),
                ..Axis::default()
            },
            series: (0..series).map(one).collect(),
            ..Panel::default()
        };
        Picture {
            canvas,
            sheet: Sheet {
                panels: vec![panel],
                ..Sheet::default()
            },
            size: Size {
                width,
                height: None,
            },
        }
    }
}
