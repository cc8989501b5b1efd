//! Size and weight of each kind of text.

use crate::metrics::Weight;

/// The font stack of every figure. Arial, Liberation Sans and Arimo share their widths, see
/// [`metrics`](crate::metrics). The first name is the style sheet's: whichever of them the machine has,
/// else one that the site brings. On its own a name may stand for another font, as Arial does on Android.
pub const FONTS: &str = "'Utvandring Sans', Arial, 'Liberation Sans', Arimo, sans-serif";

/// What a text in a figure is for. It decides size, weight and distance between lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The badge of a synthetic data set, or the name of any other.
    Badge,
    /// The heading of the figure.
    Title,
    /// Measure and unit.
    Subtitle,
    /// The key to the colours.
    Legend,
    /// The heading of one panel.
    PanelTitle,
    /// What an axis measures.
    AxisTitle,
    /// A number at an axis.
    Tick,
    /// The name of a category.
    Category,
    /// The name of a series, beside its line.
    SeriesLabel,
    /// A value beside or inside its mark.
    Value,
    /// The name of a tinted stretch.
    Shade,
    /// A remark below a panel.
    Note,
    /// Source and notes.
    Footer,
}

/// Size and weight of a text, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Distance between the baselines of two lines.
    pub leading: f64,
}

impl Role {
    /// The size of the smallest text.
    pub const LEAST: f64 = 11.0;

    /// The style of this text in a figure of the given width. Headings shrink on a phone; small
    /// text does not, since it is small already.
    pub fn style(self, figure_width: f64) -> TextStyle {
        let narrow = figure_width < 480.0;
        let (size, weight, leading) = match self {
            Role::Title if narrow => (18.0, Weight::Bold, 1.22),
            Role::Title if figure_width < 960.0 => (20.0, Weight::Bold, 1.22),
            Role::Title => (22.0, Weight::Bold, 1.22),
            Role::Subtitle => (14.0, Weight::Regular, 1.35),
            Role::PanelTitle => (14.0, Weight::Bold, 1.25),
            Role::Legend | Role::Category => (13.0, Weight::Regular, 1.2),
            Role::SeriesLabel if narrow => (12.0, Weight::Bold, 1.15),
            Role::SeriesLabel => (13.0, Weight::Bold, 1.15),
            Role::AxisTitle | Role::Tick | Role::Value => (12.0, Weight::Regular, 1.2),
            Role::Note => (12.0, Weight::Regular, 1.3),
            Role::Shade => (11.0, Weight::Regular, 1.2),
            Role::Footer => (11.0, Weight::Regular, 1.35),
            Role::Badge => (11.0, Weight::Bold, 1.2),
        };
        TextStyle {
            size,
            weight,
            leading: size * leading,
        }
    }
}
