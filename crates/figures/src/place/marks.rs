//! The vocabulary of a placed figure.

use crate::metrics::{CAP_HEIGHT, DESCENT, Weight, width};
use crate::scale::Mapping;
use crate::theme::{Rgb, Role};

/// A figure with every mark at its place. All lengths are CSS pixels, the origin is the upper
/// left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture: as asked for, or more when the content needs more.
    pub height: f64,
    /// What to draw, the lowest first.
    pub marks: Vec<Mark>,
    /// What a pointer or the arrow keys can reach, in reading order. A point of a line that has
    /// no value has no place either, and is not here.
    pub targets: Vec<Target>,
    /// Where texts are, for tests and for the tooltip to keep clear of.
    pub label_boxes: Vec<LabelBox>,
    /// The plot area of each panel, for a crosshair.
    pub plots: Vec<Rect>,
    /// Places of targets beyond their shape, as the ribbons of a flow.
    pub regions: Vec<Region>,
    /// Which value a place stands for, in panels that can be drawn on: lines and bars.
    pub values: Vec<Values>,
}

/// Which value a place in a plot stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values {
    /// Index into [`Sheet::panels`](crate::sheet::Sheet::panels).
    pub panel: usize,
    /// The plot.
    pub plot: Rect,
    mapping: Mapping,
    is_lying: bool,
}

impl Values {
    /// Of a plot whose values go up.
    pub(super) fn upright(panel: usize, plot: Rect, mapping: Mapping) -> Values {
        Values {
            panel,
            plot,
            mapping,
            is_lying: false,
        }
    }

    /// Of a plot whose values go to the right.
    pub(super) fn lying(panel: usize, plot: Rect, mapping: Mapping) -> Values {
        Values {
            is_lying: true,
            ..Values::upright(panel, plot, mapping)
        }
    }

    /// The value at a place.
    pub fn at(&self, x: f64, y: f64) -> f64 {
        self.mapping.value(if self.is_lying { x } else { y })
    }

    /// How far a place is from another one along the axis of points.
    fn apart(&self, (x, y): (f64, f64), shape: &Shape) -> f64 {
        let (across, down) = match *shape {
            Shape::Spot { x, y } => (x, y),
            Shape::Area(rect) => (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0),
        };
        if self.is_lying {
            (y - down).abs()
        } else {
            (x - across).abs()
        }
    }
}

/// A place of a target that is no rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Index into [`Placed::targets`].
    pub target: usize,
    /// Its corners.
    pub corners: Vec<(f64, f64)>,
}

impl Region {
    /// Whether a position lies inside, by the number of edges to the right of it.
    fn contains(&self, x: f64, y: f64) -> bool {
        let next = self.corners.iter().cycle().skip(1);
        let crossed = |&(from, to): &(&(f64, f64), &(f64, f64))| {
            (from.1 > y) != (to.1 > y)
                && x < from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0)
        };
        self.corners.iter().zip(next).filter(crossed).count() % 2 == 1
    }
}

impl Placed {
    /// The point of a series that is nearest to a place along its axis, and the value there; none outside
    /// of a plot that can be drawn on.
    pub fn drawn_at(&self, series: usize, x: f64, y: f64) -> Option<(usize, f64)> {
        const BEYOND: f64 = 24.0;
        let is_near = |values: &&Values| {
            let plot = values.plot;
            x > plot.x - BEYOND
                && x < plot.right() + BEYOND
                && y > plot.y - BEYOND
                && y < plot.bottom() + BEYOND
        };
        let values = self.values.iter().find(is_near)?;
        let of_series = |target: &&Target| target.panel == values.panel && target.series == series;
        let nearest = self.targets.iter().filter(of_series).min_by(|one, other| {
            let apart = |target: &Target| values.apart((x, y), &target.shape);
            apart(one).total_cmp(&apart(other))
        })?;
        Some((nearest.point, values.at(x, y)))
    }

    /// The index of the target under a pointer: the mark that contains it, or else the nearest
    /// one within `reach` pixels.
    pub fn target_at(&self, x: f64, y: f64, reach: f64) -> Option<usize> {
        // What is drawn last lies on top.
        let mut drawn = self.regions.iter().rev();
        if let Some(region) = drawn.find(|region| region.contains(x, y)) {
            return Some(region.target);
        }
        let mut best: Option<(usize, f64)> = None;
        for (index, target) in self.targets.iter().enumerate() {
            let distance = target.shape.distance(x, y);
            if distance <= reach && best.is_none_or(|(_, nearest)| distance < nearest) {
                best = Some((index, distance));
            }
        }
        best.map(|(index, _)| index)
    }
}

/// A colour with an opacity.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// The colour.
    pub rgb: Rgb,
    /// 1 covers everything below, 0 nothing.
    pub alpha: f64,
}

impl Paint {
    /// A colour with an opacity between 0 and 1.
    pub fn new(rgb: Rgb, alpha: f64) -> Paint {
        Paint { rgb, alpha }
    }
}

impl From<Rgb> for Paint {
    fn from(rgb: Rgb) -> Paint {
        Paint { rgb, alpha: 1.0 }
    }
}

/// The pen of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub paint: Paint,
    /// Its width.
    pub width: f64,
    /// Lengths of dash and gap; `None` for an unbroken line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// An unbroken line.
    pub fn new(paint: impl Into<Paint>, width: f64) -> Stroke {
        Stroke {
            paint: paint.into(),
            width,
            dash: None,
        }
    }

    /// The same line in dashes.
    pub fn dashed(self, dash: f64, gap: f64) -> Stroke {
        Stroke {
            dash: Some((dash, gap)),
            ..self
        }
    }
}

/// Something to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Line {
        /// The points, at least two.
        points: Vec<(f64, f64)>,
        /// The pen.
        stroke: Stroke,
    },
    /// A rectangle, filled, outlined or both. The outline lies inside.
    Rect {
        /// Its place.
        rect: Rect,
        /// The filling.
        fill: Option<Paint>,
        /// The outline.
        stroke: Option<Stroke>,
    },
    /// A circle, filled, outlined or both.
    Circle {
        /// The middle.
        centre: (f64, f64),
        /// The radius.
        radius: f64,
        /// The filling.
        fill: Option<Paint>,
        /// The outline.
        stroke: Option<Stroke>,
    },
    /// A filled area.
    Polygon {
        /// The corners.
        points: Vec<(f64, f64)>,
        /// The filling.
        fill: Paint,
    },
    /// A line of text.
    Text(Text),
}

/// Which part of a text is at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// The letters.
    pub text: String,
    /// Where the anchor is.
    pub x: f64,
    /// Where the baseline is.
    pub y: f64,
    /// Which part of the text is at `x`.
    pub anchor: Anchor,
    /// Font size.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub paint: Paint,
    /// Turned to read upwards, around its anchor.
    pub turned: bool,
}

impl Text {
    /// The room the letters take.
    pub fn rect(&self) -> Rect {
        let length = width(&self.text, self.size, self.weight);
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => length / 2.0,
            Anchor::End => length,
        };
        let above = CAP_HEIGHT * self.size;
        let height = (CAP_HEIGHT + DESCENT) * self.size;
        if self.turned {
            Rect::new(self.x - above, self.y + before - length, height, length)
        } else {
            Rect::new(self.x - before, self.y - above, length, height)
        }
    }
}

/// A place on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// A rectangle by its corner and size.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect {
            x,
            y,
            width: width.max(0.0),
            height: height.max(0.0),
        }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        // Positions are sums of decimals, so edges that touch may differ in the last bits.
        const TOUCH: f64 = 1e-6;
        self.x + TOUCH < other.right()
            && other.x + TOUCH < self.right()
            && self.y + TOUCH < other.bottom()
            && other.y + TOUCH < self.bottom()
    }
}

/// One point of the data, where a pointer or the arrow keys can reach it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Index into [`Sheet::panels`](crate::sheet::Sheet::panels).
    pub panel: usize,
    /// Index into [`Panel::series`](crate::sheet::Panel::series).
    pub series: usize,
    /// Index into [`Series::points`](crate::sheet::Series::points).
    pub point: usize,
    /// Its place.
    pub shape: Shape,
}

/// The place of a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A spot, such as a year on a line.
    Spot {
        /// Horizontal position.
        x: f64,
        /// Vertical position.
        y: f64,
    },
    /// An area, such as a bar.
    Area(Rect),
}

impl Shape {
    /// How far a position is from this place; 0 inside.
    fn distance(&self, x: f64, y: f64) -> f64 {
        match *self {
            Shape::Spot { x: own_x, y: own_y } => libm::hypot(x - own_x, y - own_y),
            Shape::Area(rect) => {
                let across = (rect.x - x).max(x - rect.right()).max(0.0);
                let down = (rect.y - y).max(y - rect.bottom()).max(0.0);
                libm::hypot(across, down)
            }
        }
    }
}

/// Where a text is.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelBox {
    /// The letters.
    pub text: String,
    /// What it is for.
    pub role: Role,
    /// The room it takes.
    pub rect: Rect,
}
