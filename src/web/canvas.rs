//! Drawing placed figures on a canvas, sharp at every device pixel ratio.

use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use crate::figures::draw::draw;
use crate::figures::place::Placed;
use crate::figures::theme::Theme;

use super::pen::Pen;

/// The number of device pixels in a CSS pixel.
pub fn pixel_ratio() -> f64 {
    web_sys::window()
        .map_or(1.0, |window| window.device_pixel_ratio())
        .clamp(0.5, 8.0)
}

/// Sizes the canvas for the figure and draws it.
///
/// The backing store has the CSS size times the ratio, and every length is multiplied by the same
/// ratio in `draw`; scaling the drawing context instead would leave the layout at backing size.
pub fn show(
    canvas: &HtmlCanvasElement,
    placed: &Placed,
    theme: &Theme,
    ratio: f64,
) -> Result<(), String> {
    let device = |css: f64| libm::round(css * ratio).max(1.0) as u32;
    let (width, height) = (device(placed.width), device(placed.height));
    back(canvas, width, height);
    keep_place(canvas, placed);
    let mut pen = Pen::new(canvas).ok_or_else(|| "the canvas has no 2d context".to_owned())?;
    draw(placed, theme, ratio, &mut pen).map_err(|error| error.to_string())
}

/// Gives up the pixels of a canvas, which are most of the memory of a figure, but not its place.
pub fn put_away(canvas: &HtmlCanvasElement, placed: &Placed) {
    back(canvas, 0, 0);
    keep_place(canvas, placed);
}

/// Gives the canvas a backing store. Setting a size, even the same, makes a new one, and a figure
/// covers all of the old one.
fn back(canvas: &HtmlCanvasElement, width: u32, height: u32) {
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

/// Makes the canvas as large as its figure. Set through the object model: a style attribute would
/// need a looser content policy.
fn keep_place(canvas: &HtmlCanvasElement, placed: &Placed) {
    let style = canvas.style();
    for (name, value) in [("width", placed.width), ("height", placed.height)] {
        let _ = style.set_property(name, &format!("{value}px"));
    }
}

/// A canvas that is not on the page.
pub fn detached() -> Result<HtmlCanvasElement, String> {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("canvas").ok())
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| "no document to draw in".to_owned())
}
