//! Drawing placed figures on a canvas, sharp at every device pixel ratio.

use std::cell::RefCell;

use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use figures::draw::draw;
use figures::place::Placed;
use figures::theme::Theme;

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
    let (width, height) = backing(placed, ratio);
    back(canvas, width, height);
    keep_place(canvas, placed, 1.0);
    keep_widths(canvas);
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| "the canvas has no 2d context".to_owned())?;
    draw(placed, theme, ratio, &mut backend).map_err(|error| error.to_string())
}

/// Letters as wide as in the font: some browsers round each of them to whole pixels, and a line of small text
/// gets longer than it was laid out.
fn keep_widths(canvas: &HtmlCanvasElement) {
    if let Ok(Some(context)) = canvas.get_context("2d") {
        // Where there is no such setting it is nobody's.
        let (name, value) = ("textRendering".into(), "geometricPrecision".into());
        let _ = js_sys::Reflect::set(&context, &name, &value);
    }
}

/// The device pixels of a figure.
fn backing(placed: &Placed, ratio: f64) -> (u32, u32) {
    let device = |css: f64| libm::round(css * ratio).max(1.0) as u32;
    (device(placed.width), device(placed.height))
}

/// What the figures of a page may hold together in pixels, in bytes: those of the report at two device
/// pixels in a CSS pixel, or at three on a telephone. Browsers on telephones give all
/// canvases of a page 256 MiB, after which nothing more is drawn.
const BUDGET: usize = 240 << 20;

/// Bytes of a pixel: red, green, blue and opacity.
const PIXEL: usize = 4;

fn bytes((width, height): (u32, u32)) -> usize {
    width as usize * height as usize * PIXEL
}

/// A canvas that has pixels.
struct Held {
    canvas: HtmlCanvasElement,
    is_near: bool,
}

impl Held {
    fn bytes(&self) -> usize {
        bytes((self.canvas.width(), self.canvas.height()))
    }
}

thread_local! {
    /// The canvases of the page that have pixels, the one seen longest ago first.
    static HELD: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// Whether a figure far from the screen can have its pixels with no other giving up any.
pub fn has_room(canvas: &HtmlCanvasElement, placed: &Placed, ratio: f64) -> bool {
    HELD.with_borrow(|held| {
        let others = held.iter().filter(|one| one.canvas != *canvas);
        others.map(Held::bytes).sum::<usize>() + bytes(backing(placed, ratio)) <= BUDGET
    })
}

/// Notes that a canvas has pixels. Where all of them have more than `BUDGET`, those seen longest
/// ago give up theirs, but not those near the screen.
pub fn hold(canvas: &HtmlCanvasElement, is_near: bool) {
    HELD.with_borrow_mut(|held| {
        held.retain(|one| one.canvas != *canvas);
        // One that has not been seen yet gives up its pixels first.
        let place = if is_near { held.len() } else { 0 };
        let canvas = canvas.clone();
        held.insert(place, Held { canvas, is_near });
        let mut sum: usize = held.iter().map(Held::bytes).sum();
        while let Some(place) = held.iter().position(|one| !one.is_near)
            && sum > BUDGET
        {
            let oldest = held.remove(place);
            sum -= oldest.bytes();
            back(&oldest.canvas, 0, 0);
        }
    });
}

/// Notes that a canvas was seen until now.
pub fn leave(canvas: &HtmlCanvasElement) {
    HELD.with_borrow_mut(|held| {
        if let Some(place) = held.iter().position(|one| one.canvas == *canvas) {
            let mut left = held.remove(place);
            left.is_near = false;
            held.push(left);
        }
    });
}

/// Gives up the pixels of a canvas, but not its place.
pub fn put_away(canvas: &HtmlCanvasElement) {
    HELD.with_borrow_mut(|held| held.retain(|one| one.canvas != *canvas));
    back(canvas, 0, 0);
}

/// Gives the canvas a backing store. Setting a size, even the same, makes a new one, and a figure
/// covers all of the old one.
fn back(canvas: &HtmlCanvasElement, width: u32, height: u32) {
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

/// Makes the canvas so many times as large as its figure. Set through the object model: a style attribute would
/// need a looser content policy.
pub fn keep_place(canvas: &HtmlCanvasElement, placed: &Placed, zoom: f64) {
    let style = canvas.style();
    for (name, value) in [("width", placed.width), ("height", placed.height)] {
        let _ = style.set_property(name, &format!("{}px", value * zoom));
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
