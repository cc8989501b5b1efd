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
    let mut path = String::new();
    for run in runs(values) {
        outline(&mut path, &run);
        // A number between two gaps is a dot.
        if run.len() == 1 {
            path += "h0";
        }
    }
    path
}

/// What lies between the path and zero, so that the room below it is seen to be part of the numbers.
///
/// ```
/// use view_models::overview::spark::ground;
///
/// assert_eq!(ground(&[Some(2.0), Some(4.0), None, Some(2.0)]), "M2 20L67.3 2V38H2Z");
/// ```
pub fn ground(values: &[Option<f64>]) -> String {
    let mut path = String::new();
    for run in runs(values).iter().filter(|run| run.len() > 1) {
        outline(&mut path, run);
        let _ = write!(path, "V{}H{}Z", HEIGHT - EDGE, run[0].0);
    }
    path
}

/// Where the numbers lie that follow each other without a gap.
fn runs(values: &[Option<f64>]) -> Vec<Vec<(f64, f64)>> {
    let highest = values.iter().flatten().copied().fold(0.0, f64::max);
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let number = |number: f64| (number * 10.0).round() / 10.0;
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut begun = false;
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value.filter(|_| highest > 0.0) else {
            begun = false;
            continue;
        };
        let x = EDGE + (WIDTH - 2.0 * EDGE) * place as f64 / steps;
        let y = EDGE + (HEIGHT - 2.0 * EDGE) * (1.0 - value / highest);
        let point = (number(x), number(y));
        match runs.last_mut().filter(|_| begun) {
            Some(run) => run.push(point),
            None => runs.push(vec![point]),
        }
        begun = true;
    }
    runs
}

fn outline(path: &mut String, run: &[(f64, f64)]) {
    for (place, (x, y)) in run.iter().enumerate() {
        let letter = if place == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{x} {y}");
    }
}
