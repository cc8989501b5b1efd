//! A figure with every word and every value decided, and no position yet.
//!
//! The earlier steps turn data into a [`Sheet`]; [`place`](super::place::place) turns it into
//! marks. A sheet is plain data: two equal sheets give the same picture.

use std::rc::Rc;

use super::theme::Hue;
use text::Lang;

/// A whole figure: heading, one or more panels, source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The heading, set in bold.
    pub title: String,
    /// What is measured, of whom, and in which unit.
    pub subtitle: String,
    /// One or two sentences that say what the figure shows. Not drawn: it is the description
    /// of an exported picture and of the canvas for those who listen to the page.
    pub summary: String,
    /// The panels in reading order.
    pub panels: Vec<Panel>,
    /// The name of the data set; every picture carries it.
    pub badge: Badge,
    /// Source and notes, one paragraph each.
    pub footer: Vec<String>,
    /// The language of the words, and the form of the numbers on the axes.
    pub lang: Lang,
    /// The one panel that is shown; `None` for all of them. On a narrow screen the reader turns from one to
    /// the other.
    pub only: Option<usize>,
}

impl Sheet {
    /// The panels that are shown, with their places among all.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Panel)> {
        let panels = self.panels.iter().enumerate();
        panels.filter(|(place, _)| self.only.is_none_or(|only| only == *place))
    }
}

/// The mark that tells which data set a picture was made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Badge {
    /// The name as the reader sees it; empty when there is none to show.
    pub text: String,
    /// Whether the data are made up. A synthetic data set is announced above the heading in a
    /// signal colour; any other is named beside the source.
    pub synthetic: bool,
}

/// One chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// The heading of this panel; empty when the figure has only one.
    pub title: String,
    /// How the points become marks.
    pub kind: Kind,
    /// The axis of [`Point::x`].
    pub x: Axis,
    /// The axis of [`Point::y`].
    pub y: Axis,
    /// The series in reading order: the order of the legend, of the bars in a group, and of
    /// the segments in a stacked bar.
    pub series: Vec<Series>,
    /// Stretches of a numeric x axis to tint, such as the pandemic years. A stretch of no length
    /// is a break in the series: a dashed line.
    pub shades: Vec<Shade>,
    /// Values that others are set against, as "no difference" at 1.
    pub lines: Vec<Reference>,
    /// Curves that are no data: a fit, the limits of a funnel.
    pub curves: Vec<Curve>,
    /// The stations of a flow.
    pub stations: Stations,
    /// The colours of a heat map.
    pub ramp: Ramp,
    /// The outlines of a map.
    pub outlines: Option<Rc<Outlines>>,
    /// A remark about this panel, set below it.
    pub note: Option<String>,
}

/// The kind of chart. Each kind has a file of its own in `place`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Lines over a numeric x axis (year, age).
    #[default]
    Line,
    /// Bars from zero, one group of bars a category. Upright when there is room for the
    /// category names below them, lying otherwise.
    Bars,
    /// One lying bar a category, cut into one segment a series. [`Point::y`] is the share.
    Stacked,
    /// The same for counts: the length of a bar is the sum of its segments.
    Sums,
    /// One row a category with a dot a series, and the interval as a line through it.
    Dots,
    /// Two categories side by side, one line a series between them.
    Slope,
    /// One row a series, one column a category, and the value as the colour of the field.
    Heat,
    /// Points over the size they rest on, between the limits of chance.
    Funnel,
    /// One row a category: wholes from zero, and steps between them that add up.
    Waterfall,
    /// Ribbons from the series by the stations between to the ends.
    Flow,
    /// A hundred persons a category, parted among the series.
    People,
    /// One outline a category, and the value as its colour.
    Map,
}

impl Kind {
    /// Whether the x axis has categories, so that [`Point::x`] is an index into them.
    pub fn has_categories(self) -> bool {
        !matches!(self, Kind::Line | Kind::Funnel)
    }
}

/// What an axis measures and how its numbers are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The name of the axis; empty when the subtitle has said it.
    pub title: String,
    /// The form of the numbers at the ticks.
    pub format: TickFormat,
    /// The names of the categories; `None` on a numeric axis.
    pub categories: Option<Vec<String>>,
    /// Whether zero must be on the axis. Bars always start at zero.
    pub from_zero: bool,
    /// A range to cover besides the panel's own points. Panels that are to be compared get the
    /// same one, wide enough for all of them. A value axis ends at the nearest tidy numbers
    /// outside it.
    pub domain: Option<(f64, f64)>,
    /// What has equal lengths.
    pub scale: Scale,
}

/// What has equal lengths on an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// Equal differences.
    #[default]
    Linear,
    /// Equal ratios. Only values above zero have a place.
    Log,
}

/// A value that others are set against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// The value.
    pub at: f64,
    /// What it stands for.
    pub label: String,
}

/// A curve that is no data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// What it stands for; curves with the same label have one entry in the key.
    pub label: String,
    /// What the colour means.
    pub hue: Hue,
    /// Whether it is the further one of two kinds: drawn in finer dashes.
    pub fine: bool,
    /// Its points.
    pub points: Vec<(f64, f64)>,
}

/// The stations of a flow. A category is a way: the station between and the end, the end running
/// fastest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stations {
    /// What is parted at each of the three.
    pub headings: Vec<String>,
    /// The names of the stations between.
    pub between: Vec<String>,
    /// The names of the ends.
    pub ends: Vec<String>,
}

/// A line that ends where it begins, on the plane of a map.
pub type Ring = Vec<(f64, f64)>;

/// The outlines of a map, on a plane of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// The parts of each category, the largest first; none for what is not on the map.
    pub places: Vec<Vec<Ring>>,
    /// What else there is.
    pub ground: Vec<Ring>,
    /// What of the plane is shown: left, low, right, high.
    pub bounds: [f64; 4],
    /// Where lines go out from, to the places with the highest values.
    pub origin: Option<(f64, f64)>,
}

/// The colours of a heat map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ramp {
    /// From little to much.
    #[default]
    Sequential,
    /// Ratios below and above 1.
    Ratio,
}

/// The shape of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marker {
    /// None of its own: what the kind of chart does with a point.
    #[default]
    None,
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle.
    Triangle,
    /// A triangle on its corner.
    Down,
    /// A cross.
    Cross,
}

/// How the number at a tick is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TickFormat {
    /// The number itself.
    #[default]
    Number,
    /// A share between 0 and 1, written as per cent.
    Percent,
    /// A share between 0 and 1, written as per mille.
    PerMille,
    /// A calendar year: no sign between thousands, never halves.
    Year,
    /// A whole number of years lived: never halves.
    Age,
}

impl TickFormat {
    /// Whether only whole numbers make sense at a tick.
    pub fn is_whole(self) -> bool {
        matches!(self, TickFormat::Year | TickFormat::Age)
    }
}

/// Points that belong together and share a colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The code in the data. Series with the same key in several panels share one legend entry.
    pub key: String,
    /// The name as the reader sees it.
    pub label: String,
    /// What the colour means.
    pub hue: Hue,
    /// The points in the order of x.
    pub points: Vec<Point>,
}

/// One value, or the reason why there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// Position on a numeric x axis, or the index of the category.
    pub x: f64,
    /// The value, in the unit of the y axis; `None` when there is none to draw.
    pub y: Option<f64>,
    /// Lower end of the interval, in the unit of the y axis.
    pub lower: Option<f64>,
    /// Upper end of the interval, in the unit of the y axis.
    pub upper: Option<f64>,
    /// The value as the reader sees it, with its unit.
    pub text: String,
    /// Whether it rests on few events: drawn hollow or hatched.
    pub small: bool,
    /// Why there is no value, in a word or two.
    pub absent: Option<String>,
    /// Whether the publisher marks a break before it: no line leads to it.
    pub broken: bool,
    /// Whether the publisher marks it as provisional or estimated.
    pub unsettled: bool,
    /// A colour of its own, for bars where the category carries the meaning.
    pub hue: Option<Hue>,
    /// The interval as the reader sees it; empty when there is none.
    pub between: String,
    /// Where a step begins and ends, in the unit of the y axis.
    pub span: Option<(f64, f64)>,
    /// The shape of the mark.
    pub marker: Marker,
    /// The name that stands at the mark where points are no categories; empty for none.
    pub name: String,
}

impl Point {
    /// The value if it can be drawn. A number that is not finite never reaches a picture.
    pub fn value(&self) -> Option<f64> {
        self.y.filter(|y| y.is_finite() && self.x.is_finite())
    }

    /// The interval if both ends can be drawn.
    pub fn interval(&self) -> Option<(f64, f64)> {
        match (self.lower, self.upper) {
            (Some(lower), Some(upper)) if lower.is_finite() && upper.is_finite() => {
                Some((lower, upper))
            }
            _ => None,
        }
    }
}

/// A tinted stretch of a numeric x axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shade {
    /// First x value inside.
    pub from: f64,
    /// Last x value inside.
    pub to: f64,
    /// What it marks.
    pub label: String,
}
