//! A figure on a canvas, redrawn when its size, its data or the appearance change.

use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::figures::build::Figure;
use crate::figures::place::{Placed, Size, place};
use crate::figures::theme::Theme;
use crate::web::{canvas, page};

use super::same::Same;

/// Properties of [`FigureCanvas`].
#[derive(Properties, PartialEq)]
pub struct CanvasProps {
    /// The figure.
    pub figure: Same<Figure>,
    /// Whether it is drawn on dark.
    pub dark: bool,
    /// Identifier of the element that describes it.
    pub described_by: AttrValue,
}

/// A figure on a canvas.
#[component]
pub fn FigureCanvas(props: &CanvasProps) -> Html {
    let holder = use_node_ref();
    let canvas = use_node_ref();
    let width = use_width(&holder);
    let ratio = use_pixel_ratio();
    let theme = if props.dark {
        Theme::DARK
    } else {
        Theme::LIGHT
    };
    let placed: Rc<Option<Placed>> = {
        let figure = props.figure.clone();
        use_memo((figure, width, theme.name), move |(figure, width, _)| {
            let size = Size {
                width: *width,
                height: None,
            };
            (*width > 0.0).then(|| place(&figure.0.sheet, size, &theme))
        })
    };
    {
        let canvas = canvas.clone();
        let key = (Same(placed), ratio);
        use_effect_with(key, move |(placed, ratio)| {
            let element = canvas.cast::<HtmlCanvasElement>();
            if let (Some(element), Some(placed)) = (element, placed.0.as_ref()) {
                // A canvas that cannot be drawn leaves the table, which has the same numbers.
                let _ = canvas::show(&element, placed, &theme, *ratio);
            }
        });
    }
    html! {
        <div class="canvas" ref={holder}>
            <canvas
                ref={canvas}
                role="img"
                aria-label={props.figure.0.sheet.title.clone()}
                aria-describedby={props.described_by.clone()}
            />
        </div>
    }
}

/// The width of an element in CSS pixels, followed as it changes.
#[hook]
fn use_width(holder: &NodeRef) -> f64 {
    let width = use_state_eq(|| 0.0);
    let holder = holder.clone();
    let set = width.setter();
    use_effect_with((), move |()| {
        let observing = holder.cast::<HtmlElement>().and_then(|element| {
            page::Observing::width(&element, move |width| set.set(libm::floor(width)))
        });
        move || drop(observing)
    });
    *width
}

/// Device pixels in a CSS pixel, followed as the visitor zooms or moves to another screen.
#[hook]
fn use_pixel_ratio() -> f64 {
    let ratio = use_state_eq(canvas::pixel_ratio);
    let set = ratio.setter();
    use_effect_with((), move |()| {
        let listening =
            page::Listening::to_window("resize", move |_| set.set(canvas::pixel_ratio()));
        move || drop(listening)
    });
    *ratio
}
