//! What tells marks apart besides their colour: patterns, dashes and shapes.
//!
//! Only appearances that ask for it ([`Theme::patterned`](crate::theme::Theme)) pattern
//! every mark. The meaning of a colour decides all three, so that a group looks the same in every
//! panel and in the key.

use super::board::Board;
use super::marks::{Mark, Paint, Rect, Stroke};
use crate::sheet::Marker;
use crate::theme::{Hue, Rgb};

/// The distance between two lines of a pattern.
const STEP: f64 = 6.0;

impl Board<'_> {
    /// A stroke in the dashes of a meaning.
    pub fn dashes(&self, stroke: Stroke, hue: Hue) -> Stroke {
        if !self.theme.patterned {
            return stroke;
        }
        match hue.place() {
            1 => stroke.dashed(10.0, 4.0),
            2 => stroke.dashed(3.0, 3.0),
            3 => stroke.dashed(16.0, 5.0),
            4 => stroke.dashed(6.0, 6.0),
            5 => stroke.dashed(1.5, 4.0),
            6 => stroke.dashed(12.0, 9.0),
            7 => stroke.dashed(5.0, 2.0),
            _ => stroke,
        }
    }

    /// The shape of a point: the one it has, or that of its meaning where shapes tell meanings.
    pub fn shape(&self, own: Marker, hue: Hue) -> Marker {
        let by_meaning = [
            Marker::Circle,
            Marker::Square,
            Marker::Triangle,
            Marker::Diamond,
            Marker::Down,
            Marker::Cross,
        ];
        match own {
            Marker::None | Marker::Circle if self.theme.patterned => {
                by_meaning[hue.place() % by_meaning.len()]
            }
            Marker::None => Marker::Circle,
            own => own,
        }
    }

    /// A point of a shape about as large as a circle of `radius`; with paper inside when `hollow`.
    pub fn marker(
        &mut self,
        shape: Marker,
        (x, y): (f64, f64),
        radius: f64,
        colour: Rgb,
        hollow: bool,
    ) {
        let corners = |places: &[(f64, f64)]| -> Vec<(f64, f64)> {
            let place = |&(across, down): &(f64, f64)| (x + across * radius, y + down * radius);
            places.iter().map(place).collect()
        };
        let points = match shape {
            Marker::None | Marker::Circle if hollow => return self.ring((x, y), radius, colour),
            Marker::None | Marker::Circle => return self.dot((x, y), radius, colour),
            Marker::Square => corners(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
            Marker::Diamond => corners(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
            Marker::Triangle => corners(&[(0.0, -1.25), (1.2, 0.9), (-1.2, 0.9)]),
            Marker::Down => corners(&[(0.0, 1.25), (1.2, -0.9), (-1.2, -0.9)]),
            Marker::Cross => {
                let stroke = Stroke::new(colour, 2.0);
                self.line(corners(&[(-1.0, -1.0), (1.0, 1.0)]), stroke);
                return self.line(corners(&[(-1.0, 1.0), (1.0, -1.0)]), stroke);
            }
        };
        let inside = if hollow { self.theme.paper } else { colour };
        self.polygon(points.clone(), inside.into());
        let closed = points.iter().chain(points.first()).copied().collect();
        self.line(closed, Stroke::new(colour, 1.5));
    }

    /// A field in the colour of a meaning; hatched when the value rests on few events.
    pub fn field(&mut self, rect: Rect, hue: Hue, small: bool) {
        let colour = self.theme.hue(hue);
        if small {
            self.fill(rect, Paint::new(colour, 0.14));
            self.hatch(rect, colour, false);
            self.outline(rect, Stroke::new(colour, 1.0));
            return;
        }
        self.fill(rect, colour);
        if self.theme.patterned {
            self.pattern(rect, hue.place());
        }
    }

    /// A field without a number: hatched in grey.
    pub fn empty_field(&mut self, rect: Rect) {
        self.fill(rect, self.theme.shade);
        let grey = self.theme.paper.mix(self.theme.quiet, 0.55);
        self.hatch(rect, grey, false);
    }

    /// Lines over a shape without a number: rising, falling or both, by why it has none.
    pub fn hatched(&mut self, ring: &[(f64, f64)], place: usize) {
        let grey = self.theme.paper.mix(self.theme.quiet, 0.55);
        let slopes: &[f64] = match place % 3 {
            0 => &[1.0],
            1 => &[-1.0],
            _ => &[1.0, -1.0],
        };
        for slope in slopes {
            let at = |point: &(f64, f64)| point.0 + slope * point.1;
            let low = ring.iter().map(at).fold(f64::INFINITY, f64::min);
            let high = ring.iter().map(at).fold(f64::NEG_INFINITY, f64::max);
            let mut step = libm::ceil(low / STEP);
            while step <= libm::floor(high / STEP) {
                for pair in crossed(ring, step * STEP, *slope).chunks_exact(2) {
                    self.line(pair.to_vec(), Stroke::new(grey, 1.0));
                }
                step += 1.0;
            }
        }
    }

    /// Lines rising to the right, on which x + y is constant, or falling ones.
    fn hatch(&mut self, rect: Rect, colour: Rgb, falling: bool) {
        let (low, high) = match falling {
            false => (rect.x + rect.y, rect.right() + rect.bottom()),
            true => (rect.x - rect.bottom(), rect.right() - rect.y),
        };
        let mut step = libm::ceil(low / STEP);
        while step <= libm::floor(high / STEP) {
            let at = step * STEP;
            let (left, right) = match falling {
                false => (at - rect.bottom(), at - rect.y),
                true => (at + rect.y, at + rect.bottom()),
            };
            let (left, right) = (left.max(rect.x), right.min(rect.right()));
            let height = |x: f64| if falling { x - at } else { at - x };
            if right - left > 0.5 {
                let points = vec![(left, height(left)), (right, height(right))];
                self.line(points, Stroke::new(colour, 1.0));
            }
            step += 1.0;
        }
    }

    /// The pattern of a meaning, in the colour of the paper over the field. The first is plain.
    fn pattern(&mut self, rect: Rect, place: usize) {
        let paper = self.theme.paper;
        let (rows, columns) = match place {
            1 => (true, false),
            3 => (false, true),
            5 => (true, true),
            _ => (false, false),
        };
        let stroke = Stroke::new(paper, 1.0);
        let places = |from: f64, to: f64| {
            let count = ((to - from) / STEP).max(0.0) as usize;
            (0..=count).map(move |step| from + 3.0 + step as f64 * STEP)
        };
        if rows {
            for y in places(rect.y, rect.bottom()).filter(|y| *y < rect.bottom() - 1.0) {
                self.line(vec![(rect.x, y), (rect.right(), y)], stroke);
            }
        }
        if columns {
            for x in places(rect.x, rect.right()).filter(|x| *x < rect.right() - 1.0) {
                self.line(vec![(x, rect.y), (x, rect.bottom())], stroke);
            }
        }
        match place {
            2 | 7 => {
                let side = if place == 2 { 2.0 } else { 3.0 };
                for y in places(rect.y, rect.bottom()).filter(|y| y + side < rect.bottom()) {
                    for x in places(rect.x, rect.right()).filter(|x| x + side < rect.right()) {
                        self.placed.marks.push(Mark::Rect {
                            rect: Rect::new(x, y, side, side),
                            fill: Some(paper.into()),
                            stroke: None,
                        });
                    }
                }
            }
            4 => self.hatch(rect, paper, true),
            6 => self.hatch(rect, paper, false),
            _ => {}
        }
    }
}

/// Where the line on which `x + slope * y` is a value enters and leaves a ring, from left to right.
fn crossed(ring: &[(f64, f64)], value: f64, slope: f64) -> Vec<(f64, f64)> {
    let side = |at: &(f64, f64)| at.0 + slope * at.1 - value;
    let next = ring.iter().cycle().skip(1);
    let mut points: Vec<(f64, f64)> = ring
        .iter()
        .zip(next)
        .filter(|(one, two)| (side(one) < 0.0) != (side(two) < 0.0))
        .map(|(one, two)| {
            let part = side(one) / (side(one) - side(two));
            (
                one.0 + (two.0 - one.0) * part,
                one.1 + (two.1 - one.1) * part,
            )
        })
        .collect();
    kernels::stable_sort::sort_by(&mut points, &|one, two| one.0.total_cmp(&two.0));
    points
}
