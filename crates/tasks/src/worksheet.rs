//! Pictures for paper: black and white, told apart by dashes and patterns, with room to draw in.

use figures::build::Figure;
use figures::place::Size;
use figures::svg::svg;
use figures::theme::{Rgb, Theme};

use super::picture::{Drawn, beside, picture};
use super::prepare::Prepared;

/// The width of a picture on an upright A4 page, in CSS pixels.
pub const WIDTH: f64 = 640.0;

/// A figure in black on white.
pub fn in_black(figure: &Figure) -> String {
    let size = Size {
        width: WIDTH,
        height: None,
    };
    svg(
        &figure.sheet,
        size,
        &Theme::forced(Rgb(255, 255, 255), Rgb(0, 0, 0)),
    )
}

/// The pictures to answer on.
pub fn to_answer(prepared: &Prepared) -> Vec<String> {
    let empty = picture(prepared, Drawn::default()).filter(|_| has_axes(prepared));
    beside(prepared)
        .into_iter()
        .map(in_black)
        .chain(empty.as_ref().map(in_black))
        .collect()
}

/// The picture of the key.
pub fn to_check(prepared: &Prepared) -> Option<String> {
    let drawn = Drawn {
        revealed: true,
        ..Drawn::default()
    };
    picture(prepared, drawn).as_ref().map(in_black)
}

/// Whether there are axes to draw in.
fn has_axes(prepared: &Prepared) -> bool {
    matches!(prepared.form, super::prepare::Form::Levels { .. })
}
