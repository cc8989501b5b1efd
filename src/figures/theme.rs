//! One visual language: what each colour means, how large each kind of text is.
//!
//! Colours are named by meaning ([`Hue`]), so that a group looks the same in every figure.
//! The tests hold the palettes to three promises in both themes: colours shown together are
//! told apart with normal vision and with each kind of dichromatic vision, every mark has a
//! contrast of 3:1 against the paper, and every text one of 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).

use super::metrics::Weight;

/// The font stack of every figure. Arial, Helvetica and Liberation Sans share their widths,
/// see [`metrics`](super::metrics).
pub const FONTS: &str = "Arial, 'Helvetica Neue', 'Liberation Sans', sans-serif";

/// A colour of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// As the style sheet writes it: `#1e6846`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance (WCAG 2.2), 0 for black and 1 for white.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio (WCAG 2.2), from 1 to 21.
    pub fn contrast(self, other: Rgb) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }

    /// This colour with `part` (0 to 1) of `other` mixed in.
    pub fn mix(self, other: Rgb, part: f64) -> Rgb {
        let blend = |own: u8, foreign: u8| {
            let mixed = f64::from(own) * (1.0 - part) + f64::from(foreign) * part;
            libm::round(mixed.clamp(0.0, 255.0)) as u8
        };
        Rgb(
            blend(self.0, other.0),
            blend(self.1, other.1),
            blend(self.2, other.2),
        )
    }

    /// Light energy of the three channels, 0 to 1.
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                libm::pow((value + 0.055) / 1.055, 2.4)
            }
        })
    }
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hue {
    /// Norwegian-born with two immigrant parents: the darker of the two greens of descendants.
    TwoImmigrantParents,
    /// Immigrated as a child: the lighter of the two greens of descendants.
    ImmigratedAsChild,
    /// Norwegian-born with one foreign-born parent: blue.
    OneForeignParent,
    /// Immigrated at ten or older: burnt orange.
    ImmigratedLater,
    /// The majority: slate.
    Majority,
    /// Moved to the own or the parents' country of origin: red.
    ToOrigin,
    /// Moved to a Nordic country.
    ToNordic,
    /// Moved to the United Kingdom.
    ToUk,
    /// Moved to the United States or Canada.
    ToUsaCanada,
    /// Moved to Germany.
    ToGermany,
    /// Moved elsewhere, or to any new country when destinations are merged.
    ToOther,
    /// Moved, the register does not say where: grey.
    ToUnknown,
    /// Without registered higher education.
    NoHigher,
    /// Bachelor degree or more.
    BachelorPlus,
    /// The only series of a figure, or one without a meaning of its own.
    #[default]
    Neutral,
    /// Present but not in focus.
    Muted,
    /// Below zero, or a step that takes away.
    Less,
    /// Above zero, or a step that adds.
    More,
    /// Any other set of categories, numbered from 0. Eight are told apart; the ninth takes the
    /// first colour again, so more than eight need another kind of figure.
    Numbered(u8),
}

impl Hue {
    /// How many of [`Hue::Numbered`] differ.
    pub const NUMBERED: usize = 8;

    /// The colour of a code of the data contract; `None` for a dimension or code without a
    /// fixed colour.
    pub fn of(dimension: &str, code: &str) -> Option<Hue> {
        Some(match (dimension, code) {
            ("group", "nb_two_immigrant_parents") => Hue::TwoImmigrantParents,
            ("group", "immigrated_age_0_9") => Hue::ImmigratedAsChild,
            ("group", "nb_one_foreign_parent") => Hue::OneForeignParent,
            ("group", "immigrated_age_10_plus") => Hue::ImmigratedLater,
            ("group", "majority") => Hue::Majority,
            ("destination" | "destination_kind", "origin") => Hue::ToOrigin,
            ("destination" | "destination_kind", "other") => Hue::ToOther,
            ("destination" | "destination_kind", "unknown") => Hue::ToUnknown,
            ("destination", "nordic") => Hue::ToNordic,
            ("destination", "uk") => Hue::ToUk,
            ("destination", "usa_canada") => Hue::ToUsaCanada,
            ("destination", "germany") => Hue::ToGermany,
            ("education", "no_higher") => Hue::NoHigher,
            ("education", "bachelor_plus") => Hue::BachelorPlus,
            _ => return None,
        })
    }

    /// The place of a meaning among those it is shown together with: what decides its pattern,
    /// its dashes and its marker where colour alone must not carry a meaning.
    pub fn place(self) -> usize {
        match self {
            Hue::TwoImmigrantParents | Hue::ToOrigin | Hue::NoHigher => 0,
            Hue::Neutral | Hue::More => 0,
            Hue::ImmigratedAsChild | Hue::ToNordic | Hue::BachelorPlus => 1,
            Hue::Muted | Hue::Less => 1,
            Hue::OneForeignParent | Hue::ToUk => 2,
            Hue::ImmigratedLater | Hue::ToUsaCanada => 3,
            Hue::Majority | Hue::ToGermany => 4,
            Hue::ToOther => 5,
            Hue::ToUnknown => 6,
            Hue::Numbered(number) => usize::from(number) % Hue::NUMBERED,
        }
    }
}

/// The colours of one appearance of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// The name in the style sheet: `light`, `dark`, `contrast` or `forced`.
    pub name: &'static str,
    /// The ground everything is drawn on.
    pub paper: Rgb,
    /// Headings and values.
    pub ink: Rgb,
    /// Subtitle, numbers at the axes, source.
    pub quiet: Rgb,
    /// Grid lines: just visible.
    pub grid: Rgb,
    /// The zero line.
    pub axis: Rgb,
    /// Tinted stretches such as the pandemic years.
    pub shade: Rgb,
    /// Ground of the badge of a synthetic data set.
    pub signal: Rgb,
    /// Text on [`Theme::signal`].
    pub on_signal: Rgb,
    groups: [Rgb; 5],
    destinations: [Rgb; 7],
    education: [Rgb; 2],
    neutral: Rgb,
    muted: Rgb,
    steps: [Rgb; 2],
    numbered: [Rgb; Hue::NUMBERED],
    sequential: [Rgb; Theme::CLASSES],
    diverging: [Rgb; Theme::CLASSES],
    /// Whether fields get patterns, lines get dashes and points get shapes beside their colours.
    pub patterned: bool,
}

impl Theme {
    /// White paper.
    pub const LIGHT: Theme = Theme {
        name: "light",
        paper: Rgb(0xff, 0xff, 0xff),
        ink: Rgb(0x17, 0x1c, 0x22),
        quiet: Rgb(0x5a, 0x63, 0x6d),
        grid: Rgb(0xe1, 0xe4, 0xe8),
        axis: Rgb(0x6b, 0x74, 0x7e),
        shade: Rgb(0xf1, 0xf2, 0xf4),
        signal: Rgb(0xff, 0xc8, 0x3d),
        on_signal: Rgb(0x2b, 0x20, 0x00),
        groups: [
            Rgb(0x1e, 0x68, 0x46),
            Rgb(0x79, 0x9b, 0x5b),
            Rgb(0x14, 0x8f, 0xc6),
            Rgb(0xc1, 0x42, 0x0e),
            Rgb(0x2e, 0x35, 0x45),
        ],
        destinations: [
            Rgb(0xe1, 0x18, 0x45),
            Rgb(0x05, 0x5b, 0xad),
            Rgb(0x61, 0x28, 0x5c),
            Rgb(0x02, 0x9b, 0xc3),
            Rgb(0xb6, 0x89, 0x06),
            Rgb(0x38, 0x4d, 0x0c),
            Rgb(0x91, 0x91, 0x91),
        ],
        education: [Rgb(0xc6, 0x82, 0x26), Rgb(0x4e, 0x33, 0x80)],
        neutral: Rgb(0x2f, 0x5f, 0x8f),
        muted: Rgb(0x8c, 0x93, 0x9b),
        steps: [Rgb(0x2b, 0x6c, 0xa3), Rgb(0xc2, 0x62, 0x1a)],
        numbered: [
            Rgb(0x27, 0x50, 0xc1),
            Rgb(0xdc, 0x7a, 0x22),
            Rgb(0x6b, 0x17, 0x6e),
            Rgb(0x46, 0x9c, 0x9d),
            Rgb(0x83, 0x11, 0x43),
            Rgb(0xa5, 0x81, 0x5b),
            Rgb(0x4a, 0x43, 0x02),
            Rgb(0x98, 0x85, 0xd8),
        ],
        sequential: [
            Rgb(0xe6, 0xee, 0xf5),
            Rgb(0xb5, 0xd1, 0xe4),
            Rgb(0x81, 0xb2, 0xd2),
            Rgb(0x4a, 0x8f, 0xbd),
            Rgb(0x2d, 0x6c, 0x9e),
            Rgb(0x18, 0x4a, 0x7a),
            Rgb(0x0a, 0x2a, 0x4f),
        ],
        diverging: [
            Rgb(0x0b, 0x4f, 0x8a),
            Rgb(0x57, 0x92, 0xbe),
            Rgb(0xa2, 0xc7, 0xdf),
            Rgb(0xec, 0xec, 0xec),
            Rgb(0xeb, 0xbc, 0x95),
            Rgb(0xcf, 0x81, 0x49),
            Rgb(0x9a, 0x3c, 0x06),
        ],
        patterned: false,
    };

    /// A dark page.
    pub const DARK: Theme = Theme {
        name: "dark",
        paper: Rgb(0x15, 0x19, 0x1e),
        ink: Rgb(0xec, 0xee, 0xf1),
        quiet: Rgb(0xa6, 0xae, 0xb7),
        grid: Rgb(0x2b, 0x31, 0x38),
        axis: Rgb(0x83, 0x8c, 0x96),
        shade: Rgb(0x1f, 0x25, 0x2b),
        signal: Rgb(0xff, 0xc8, 0x3d),
        on_signal: Rgb(0x2b, 0x20, 0x00),
        groups: [
            Rgb(0x51, 0x88, 0x58),
            Rgb(0xaf, 0xed, 0xa2),
            Rgb(0x4d, 0xab, 0xfe),
            Rgb(0xf7, 0x90, 0x44),
            Rgb(0xac, 0xac, 0xb0),
        ],
        destinations: [
            Rgb(0xeb, 0x65, 0x4d),
            Rgb(0x63, 0x94, 0xf0),
            Rgb(0x96, 0x5d, 0x9d),
            Rgb(0x7b, 0xec, 0xf4),
            Rgb(0xed, 0xdb, 0x5f),
            Rgb(0x9e, 0xd4, 0x98),
            Rgb(0x96, 0x96, 0x96),
        ],
        education: [Rgb(0xeb, 0xaa, 0x47), Rgb(0x99, 0x74, 0xd3)],
        neutral: Rgb(0x7f, 0xb2, 0xe5),
        muted: Rgb(0x6d, 0x75, 0x7e),
        steps: [Rgb(0x6a, 0xa9, 0xdc), Rgb(0xf0, 0x97, 0x52)],
        numbered: [
            Rgb(0x60, 0x7a, 0xee),
            Rgb(0xf0, 0xae, 0x36),
            Rgb(0xb4, 0x4b, 0x96),
            Rgb(0x8a, 0xf2, 0xdd),
            Rgb(0xd6, 0x41, 0x63),
            Rgb(0xf4, 0xe2, 0x9d),
            Rgb(0x86, 0x70, 0x01),
            Rgb(0xb8, 0xbf, 0xfe),
        ],
        sequential: [
            Rgb(0x20, 0x30, 0x3e),
            Rgb(0x27, 0x4f, 0x71),
            Rgb(0x37, 0x71, 0x9c),
            Rgb(0x4f, 0x96, 0xc0),
            Rgb(0x84, 0xbc, 0xd5),
            Rgb(0xbb, 0xdd, 0xe3),
            Rgb(0xf3, 0xf8, 0xe8),
        ],
        diverging: [
            Rgb(0x8c, 0xc8, 0xf5),
            Rgb(0x59, 0x91, 0xc2),
            Rgb(0x3b, 0x62, 0x86),
            Rgb(0x34, 0x3a, 0x41),
            Rgb(0x81, 0x54, 0x33),
            Rgb(0xc5, 0x7c, 0x46),
            Rgb(0xff, 0xb2, 0x7a),
        ],
        patterned: false,
    };

    /// A black page with bright marks, patterns, dashes and shapes, for those who see little.
    pub const CONTRAST: Theme = Theme {
        name: "contrast",
        paper: Rgb(0x00, 0x00, 0x00),
        ink: Rgb(0xff, 0xff, 0xff),
        quiet: Rgb(0xff, 0xff, 0xff),
        grid: Rgb(0x5c, 0x5c, 0x5c),
        axis: Rgb(0xff, 0xff, 0xff),
        shade: Rgb(0x2a, 0x2a, 0x2a),
        signal: Rgb(0xff, 0xe9, 0x00),
        on_signal: Rgb(0x00, 0x00, 0x00),
        groups: [
            Rgb(0x8a, 0xf7, 0x7c),
            Rgb(0x98, 0xb6, 0x77),
            Rgb(0x4d, 0xab, 0xfe),
            Rgb(0xff, 0x88, 0x04),
            Rgb(0xff, 0xff, 0xff),
        ],
        destinations: [
            Rgb(0xdd, 0x6a, 0x4c),
            Rgb(0x6a, 0x79, 0xff),
            Rgb(0xae, 0x7d, 0xbe),
            Rgb(0x40, 0xf9, 0xff),
            Rgb(0xed, 0xcf, 0x17),
            Rgb(0x9e, 0xd4, 0x98),
            Rgb(0xf2, 0xff, 0x82),
        ],
        education: [Rgb(0xff, 0xb3, 0x47), Rgb(0xb9, 0x9a, 0xff)],
        neutral: Rgb(0x8f, 0xc4, 0xff),
        muted: Rgb(0x90, 0x90, 0x90),
        steps: [Rgb(0x5a, 0xb4, 0xff), Rgb(0xff, 0xb0, 0x3b)],
        numbered: [
            Rgb(0x6a, 0xa0, 0xff),
            Rgb(0xff, 0xcf, 0x0b),
            Rgb(0x89, 0x5b, 0xff),
            Rgb(0x89, 0xef, 0xd1),
            Rgb(0xff, 0x36, 0x8c),
            Rgb(0xff, 0xff, 0x8f),
            Rgb(0xa0, 0x90, 0x30),
            Rgb(0xbe, 0xcb, 0xff),
        ],
        sequential: [
            Rgb(0x20, 0x20, 0x20),
            Rgb(0x1f, 0x4a, 0x75),
            Rgb(0x2f, 0x77, 0xb5),
            Rgb(0x4f, 0xa6, 0xe0),
            Rgb(0x8a, 0xcd, 0xeb),
            Rgb(0xc5, 0xea, 0xf5),
            Rgb(0xff, 0xff, 0xff),
        ],
        diverging: [
            Rgb(0x8c, 0xc8, 0xf5),
            Rgb(0x59, 0x91, 0xc2),
            Rgb(0x3b, 0x62, 0x86),
            Rgb(0x34, 0x3a, 0x41),
            Rgb(0x81, 0x54, 0x33),
            Rgb(0xc5, 0x7c, 0x46),
            Rgb(0xff, 0xb2, 0x7a),
        ],
        patterned: true,
    };

    /// Every appearance.
    pub const ALL: [Theme; 3] = [Theme::LIGHT, Theme::DARK, Theme::CONTRAST];

    /// The colours in a heat map.
    pub const CLASSES: usize = 7;

    /// The appearance of a page whose colours the visitor's system decides (forced colours):
    /// ground and text as the system has them, and every difference told by pattern, dash or
    /// shape. Classes of a heat map are mixed from the two.
    pub fn forced(ground: Rgb, text: Rgb) -> Theme {
        let grey = |part: f64| ground.mix(text, part);
        let ramp = [0.08, 0.2, 0.35, 0.5, 0.65, 0.82, 1.0].map(grey);
        Theme {
            name: "forced",
            paper: ground,
            ink: text,
            quiet: text,
            grid: grey(0.35),
            axis: text,
            shade: grey(0.12),
            signal: text,
            on_signal: ground,
            groups: [text; 5],
            destinations: [text; 7],
            education: [text; 2],
            neutral: text,
            muted: grey(0.65),
            steps: [text; 2],
            numbered: [text; Hue::NUMBERED],
            sequential: ramp,
            diverging: ramp,
            patterned: true,
        }
    }

    /// The colour of a class of a heat map with `count` classes, the lowest first.
    pub fn class(&self, place: usize, count: usize, diverging: bool) -> Rgb {
        let ramp = if diverging {
            &self.diverging
        } else {
            &self.sequential
        };
        let last = Theme::CLASSES - 1;
        let steps = count.saturating_sub(1).max(1);
        ramp[(place * last / steps).min(last)]
    }

    /// The colour of lines and areas that stand for `hue`.
    pub fn hue(&self, hue: Hue) -> Rgb {
        match hue {
            Hue::TwoImmigrantParents => self.groups[0],
            Hue::ImmigratedAsChild => self.groups[1],
            Hue::OneForeignParent => self.groups[2],
            Hue::ImmigratedLater => self.groups[3],
            Hue::Majority => self.groups[4],
            Hue::ToOrigin => self.destinations[0],
            Hue::ToNordic => self.destinations[1],
            Hue::ToUk => self.destinations[2],
            Hue::ToUsaCanada => self.destinations[3],
            Hue::ToGermany => self.destinations[4],
            Hue::ToOther => self.destinations[5],
            Hue::ToUnknown => self.destinations[6],
            Hue::NoHigher => self.education[0],
            Hue::BachelorPlus => self.education[1],
            Hue::Neutral => self.neutral,
            Hue::Muted => self.muted,
            Hue::Less => self.steps[0],
            Hue::More => self.steps[1],
            Hue::Numbered(number) => self.numbered[usize::from(number) % Hue::NUMBERED],
        }
    }

    /// The colour of a name that stands for `hue`: the same, moved towards the ink until it can
    /// be read on paper.
    pub fn hue_text(&self, hue: Hue) -> Rgb {
        let colour = self.hue(hue);
        (0..=20)
            .map(|step| colour.mix(self.ink, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(self.paper) >= TEXT_CONTRAST)
            .unwrap_or(self.ink)
    }

    /// The colour of text on a field of `ground`: ink or paper, white or black when neither
    /// can be read there.
    pub fn text_on(&self, ground: Rgb) -> Rgb {
        [self.paper, self.ink, Rgb(255, 255, 255), Rgb(0, 0, 0)]
            .into_iter()
            .find(|text| text.contrast(ground) >= TEXT_CONTRAST)
            .unwrap_or(self.ink)
    }

    /// Every colour as custom properties of the style sheet, one `--name: #rrggbb;` a line.
    pub fn css(&self) -> String {
        let fixed = [
            ("paper", self.paper),
            ("ink", self.ink),
            ("quiet", self.quiet),
            ("grid", self.grid),
            ("axis", self.axis),
            ("shade", self.shade),
            ("signal", self.signal),
            ("on-signal", self.on_signal),
        ];
        let hues = NAMED_HUES.map(|(name, hue)| (name, self.hue(hue)));
        fixed
            .into_iter()
            .chain(hues)
            .map(|(name, colour)| format!("--{name}: {};\n", colour.css()))
            .collect()
    }
}

/// The least contrast of text against its ground.
const TEXT_CONTRAST: f64 = 4.5;

/// The names of the fixed hues in the style sheet.
const NAMED_HUES: [(&str, Hue); 16] = [
    ("group-two-immigrant-parents", Hue::TwoImmigrantParents),
    ("group-immigrated-as-child", Hue::ImmigratedAsChild),
    ("group-one-foreign-parent", Hue::OneForeignParent),
    ("group-immigrated-later", Hue::ImmigratedLater),
    ("group-majority", Hue::Majority),
    ("to-origin", Hue::ToOrigin),
    ("to-nordic", Hue::ToNordic),
    ("to-uk", Hue::ToUk),
    ("to-usa-canada", Hue::ToUsaCanada),
    ("to-germany", Hue::ToGermany),
    ("to-other", Hue::ToOther),
    ("to-unknown", Hue::ToUnknown),
    ("no-higher", Hue::NoHigher),
    ("bachelor-plus", Hue::BachelorPlus),
    ("neutral", Hue::Neutral),
    ("muted", Hue::Muted),
];

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

#[cfg(test)]
mod tests {
    use super::*;

    /// Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of
    /// Color Vision Deficiency", severity 1.0, applied to linear RGB.
    const VISION: [(&str, [[f64; 3]; 3]); 4] = [
        (
            "normal",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "protanopia",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    /// CIE 1976 L*a*b* of linear RGB under D65.
    fn lab(rgb: [f64; 3]) -> [f64; 3] {
        let mix = |weights: [f64; 3], white: f64| -> f64 {
            let sum: f64 = weights
                .iter()
                .zip(rgb)
                .map(|(weight, part)| weight * part)
                .sum();
            let share = sum / white;
            if share > 0.008856 {
                libm::cbrt(share)
            } else {
                7.787 * share + 16.0 / 116.0
            }
        };
        let x = mix([0.4124564, 0.3575761, 0.1804375], 0.95047);
        let y = mix([0.2126729, 0.7151522, 0.0721750], 1.0);
        let z = mix([0.0193339, 0.1191920, 0.9503041], 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn seen(colour: Rgb, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = colour.linear();
        lab(matrix.map(|row| {
            let sum: f64 = row
                .iter()
                .zip(linear)
                .map(|(weight, part)| weight * part)
                .sum();
            sum.clamp(0.0, 1.0)
        }))
    }

    fn distance(one: [f64; 3], two: [f64; 3]) -> f64 {
        let squares: f64 = one.iter().zip(two).map(|(a, b)| (a - b) * (a - b)).sum();
        squares.sqrt()
    }

    fn numbered(count: u8) -> Vec<Hue> {
        (0..count).map(Hue::Numbered).collect()
    }

    fn together() -> Vec<Vec<Hue>> {
        use Hue::*;
        vec![
            vec![
                TwoImmigrantParents,
                ImmigratedAsChild,
                OneForeignParent,
                ImmigratedLater,
                Majority,
            ],
            vec![
                ToOrigin,
                ToNordic,
                ToUk,
                ToUsaCanada,
                ToGermany,
                ToOther,
                ToUnknown,
            ],
            vec![NoHigher, BachelorPlus],
            vec![Neutral, Muted],
            vec![More, Less, Majority],
            numbered(8),
        ]
    }

    #[test]
    fn colours_used_together_are_told_apart_by_every_eye() {
        for theme in Theme::ALL {
            for set in together() {
                for (index, &one) in set.iter().enumerate() {
                    for &two in &set[..index] {
                        for (vision, matrix) in VISION {
                            let apart = distance(
                                seen(theme.hue(one), &matrix),
                                seen(theme.hue(two), &matrix),
                            );
                            assert!(
                                apart >= 20.0,
                                "{}: {one:?} and {two:?} are {apart:.1} apart with {vision}",
                                theme.name
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn known_colours_have_known_lab_values() {
        // Reference values of sRGB primaries under D65.
        let red = lab(Rgb(255, 0, 0).linear());
        assert!(distance(red, [53.24, 80.09, 67.20]) < 0.1, "{red:?}");
        let white = lab(Rgb(255, 255, 255).linear());
        assert!(distance(white, [100.0, 0.0, 0.0]) < 0.1, "{white:?}");
        assert!((Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn marks_and_texts_stand_out_from_the_paper() {
        for theme in Theme::ALL {
            for hue in together().concat() {
                let mark = theme.hue(hue).contrast(theme.paper);
                assert!(mark >= 3.0, "{}: {hue:?} has {mark:.2}", theme.name);
                let text = theme.hue_text(hue).contrast(theme.paper);
                assert!(text >= 4.5, "{}: name of {hue:?} has {text:.2}", theme.name);
                let field = theme.hue(hue);
                let inside = theme.text_on(field).contrast(field);
                assert!(
                    inside >= 4.5,
                    "{}: text on {hue:?} has {inside:.2}",
                    theme.name
                );
            }
            for (text, ground) in [
                (theme.ink, theme.paper),
                (theme.quiet, theme.paper),
                (theme.quiet, theme.shade),
                (theme.on_signal, theme.signal),
            ] {
                assert!(text.contrast(ground) >= 4.5, "{}: {text:?}", theme.name);
            }
            assert!(theme.axis.contrast(theme.paper) >= 3.0, "{}", theme.name);
        }
    }

    #[test]
    fn classes_of_a_heat_map_are_told_apart_by_every_eye() {
        for theme in Theme::ALL {
            for diverging in [false, true] {
                let classes: Vec<Rgb> = (0..Theme::CLASSES)
                    .map(|place| theme.class(place, Theme::CLASSES, diverging))
                    .collect();
                for (vision, matrix) in VISION {
                    let seen: Vec<[f64; 3]> =
                        classes.iter().map(|class| seen(*class, &matrix)).collect();
                    for (index, one) in seen.iter().enumerate() {
                        for two in &seen[..index] {
                            let apart = distance(*one, *two);
                            assert!(apart >= 10.0, "{} {vision}: {apart:.1}", theme.name);
                        }
                    }
                    // More is always further from the paper, so that order needs no hue.
                    let lightness: Vec<f64> = seen.iter().map(|class| class[0]).collect();
                    let towards = lightness[6] - lightness[0];
                    let rises = |pair: &[f64]| (pair[1] - pair[0]) * towards > 0.0;
                    assert!(
                        diverging || lightness.windows(2).all(rises),
                        "{}",
                        theme.name
                    );
                }
                for class in classes {
                    assert!(theme.text_on(class).contrast(class) >= 4.5, "{class:?}");
                }
            }
        }
    }

    #[test]
    fn high_contrast_means_seven_to_one_for_text_and_more_than_colour_for_marks() {
        let theme = Theme::CONTRAST;
        for text in [theme.ink, theme.quiet, theme.axis] {
            assert!(text.contrast(theme.paper) >= 7.0);
        }
        assert!(theme.on_signal.contrast(theme.signal) >= 7.0);
        for set in together() {
            for hue in &set {
                assert!(theme.hue(*hue).contrast(theme.paper) >= 4.5, "{hue:?}");
            }
            // Without its colour every mark has a pattern, a dash and a shape of its own.
            if !set.contains(&Hue::More) {
                let mut places: Vec<usize> = set.iter().map(|hue| hue.place()).collect();
                places.sort_unstable();
                places.dedup();
                assert_eq!(places.len(), set.len(), "{set:?}");
            }
        }
    }

    #[test]
    fn forced_colours_use_the_two_colours_of_the_system_only() {
        for (ground, text) in [
            (Rgb(0, 0, 0), Rgb(255, 255, 0)),
            (Rgb(255, 255, 255), Rgb(0, 0, 0)),
        ] {
            let theme = Theme::forced(ground, text);
            assert!(theme.patterned);
            for hue in together().concat() {
                if hue != Hue::Muted {
                    assert_eq!(theme.hue(hue), text);
                }
                assert!(theme.hue(hue).contrast(ground) >= 3.0);
            }
        }
    }

    #[test]
    fn the_style_sheet_gets_every_fixed_colour_once() {
        let css = Theme::LIGHT.css();
        assert!(css.contains("--group-two-immigrant-parents: #1e6846;"));
        let mut names: Vec<&str> = css
            .lines()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(names.len(), 24);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 24);
    }

    #[test]
    fn contract_codes_have_their_colour() {
        assert_eq!(Hue::of("group", "majority"), Some(Hue::Majority));
        assert_eq!(Hue::of("destination_kind", "unknown"), Some(Hue::ToUnknown));
        assert_eq!(Hue::of("sex", "1"), None);
    }
}
