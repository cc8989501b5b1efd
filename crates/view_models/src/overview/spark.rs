//! A line of a few numbers as the path of an SVG.

use std::fmt::Write;

/// The coordinates in which the path lies.
pub const VIEW_BOX: &str = "0 0 200 40";
const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 40.0;
/// So far the line stays from the edge, that its thickness is seen.
const EDGE: f64 = 2.0;

/// The path of values from zero up, broken where there is no number.
///
/// ```
/// use view_models::overview::spark::path;
///
/// assert_eq!(path(&[Some(0.0), Some(4.0), None, Some(2.0)]), "M2 38L67.3 2M198 20h0");
/// ```
pub fn path(values: &[Option<f64>]) -> String {
    let highest = values.iter().flatten().copied().fold(0.0, f64::max);
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let mut path = String::new();
    let mut begun = false;
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value.filter(|_| highest > 0.0) else {
            begun = false;
            continue;
        };
        let x = EDGE + (WIDTH - 2.0 * EDGE) * place as f64 / steps;
        let y = EDGE + (HEIGHT - 2.0 * EDGE) * (1.0 - value / highest);
        let number = |number: f64| (number * 10.0).round() / 10.0;
        let letter = if begun { 'L' } else { 'M' };
        let _ = write!(path, "{letter}{} {}", number(x), number(y));
        // A number between two gaps is a dot.
        let is_last = !values.get(place + 1).is_some_and(Option::is_some);
        if !begun && is_last {
            path += "h0";
        }
        begun = true;
    }
    path
}
