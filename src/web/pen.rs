//! A plotters backend that draws on a canvas.
//!
//! Colours, fonts and widths go to the canvas as text, and each text has to be handed over to
//! JavaScript and read there. A figure uses few of them many times, so what the canvas has
//! already been told is not told again: that halves the time of drawing a figure.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::figures::theme::Rgb;

/// Draws on one canvas, in its pixels.
pub struct Pen {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    told: Told,
}

/// What the canvas has been told last.
#[derive(Default)]
struct Told {
    fill: Option<BackendColor>,
    stroke: Option<(BackendColor, u32)>,
    font: String,
    align: &'static str,
    baseline: &'static str,
}

/// Why a canvas refused to draw.
#[derive(Debug)]
pub struct Refused(String);

impl std::fmt::Display for Refused {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

fn refused(error: JsValue) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused(error.as_string().unwrap_or_default()))
}

type Drawn = Result<(), DrawingErrorKind<Refused>>;

/// A colour as a style sheet writes it.
fn css(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    match colour.alpha {
        1.0 => Rgb(red, green, blue).css(),
        alpha => format!("rgba({red},{green},{blue},{alpha})"),
    }
}

fn same(one: BackendColor, two: BackendColor) -> bool {
    one.rgb == two.rgb && one.alpha == two.alpha
}

impl Pen {
    /// A pen for the canvas; `None` when it gives no drawing context.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Pen> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Pen {
            canvas: canvas.clone(),
            context,
            told: Told::default(),
        })
    }

    fn fill_with(&mut self, colour: BackendColor) {
        if self.told.fill.is_none_or(|told| !same(told, colour)) {
            self.context.set_fill_style_str(&css(colour));
            self.told.fill = Some(colour);
        }
    }

    fn stroke_with(&mut self, style: &impl BackendStyle) {
        let (colour, width) = (style.color(), style.stroke_width());
        if self
            .told
            .stroke
            .is_none_or(|told| !same(told.0, colour) || told.1 != width)
        {
            self.context.set_stroke_style_str(&css(colour));
            self.context.set_line_width(f64::from(width));
            self.told.stroke = Some((colour, width));
        }
    }

    /// Begins a path through the points; false when there are none.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) -> bool {
        let mut points = points.into_iter();
        let Some((x, y)) = points.next() else {
            return false;
        };
        self.context.begin_path();
        self.context.move_to(f64::from(x), f64::from(y));
        for (x, y) in points {
            self.context.line_to(f64::from(x), f64::from(y));
        }
        true
    }

    fn write_with(&mut self, style: &impl BackendTextStyle) {
        let anchor = style.anchor();
        let baseline = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        if self.told.baseline != baseline {
            self.context.set_text_baseline(baseline);
            self.told.baseline = baseline;
        }
        let align = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        if self.told.align != align {
            self.context.set_text_align(align);
            self.told.align = align;
        }
        let font = format!(
            "{} {}px {}",
            style.style().as_str(),
            style.size(),
            style.family().as_str(),
        );
        if self.told.font != font {
            self.context.set_font(&font);
            self.told.font = font;
        }
        self.fill_with(style.color());
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        self.fill_with(colour);
        self.context
            .fill_rect(f64::from(at.0), f64::from(at.1), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = (f64::from(from.0), f64::from(from.1));
        let (width, height) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.stroke_with(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if self.trace(path) {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        if self.trace(corners) {
            self.fill_with(style.color());
            self.context.close_path();
            self.context.fill();
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        const ROUND: f64 = 2.0 * std::f64::consts::PI;
        self.context.begin_path();
        self.context
            .arc(
                f64::from(centre.0),
                f64::from(centre.1),
                f64::from(radius),
                0.0,
                ROUND,
            )
            .map_err(refused)?;
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (x, y) = (f64::from(at.0), f64::from(at.1));
        // Before the turn, so that it outlives it.
        self.write_with(style);
        let quarters = match style.transform() {
            FontTransform::None => {
                return self.context.fill_text(text, x, y).map_err(refused);
            }
            FontTransform::Rotate90 => 1.0,
            FontTransform::Rotate180 => 2.0,
            FontTransform::Rotate270 => 3.0,
        };
        self.context.save();
        let drawn = self
            .context
            .translate(x, y)
            .and_then(|()| self.context.rotate(quarters * std::f64::consts::FRAC_PI_2))
            .and_then(|()| self.context.fill_text(text, 0.0, 0.0));
        self.context.restore();
        drawn.map_err(refused)
    }
}
