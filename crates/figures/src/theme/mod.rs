//! One visual language: what each colour means, how large each kind of text is.
//!
//! Colours are named by meaning ([`Hue`]), so that a group looks the same in every figure.
//! The tests hold the palettes to three promises in both themes: colours shown together are
//! told apart with normal vision and with each kind of dichromatic vision, every mark has a
//! contrast of 3:1 against the paper, and every text one of 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).

mod hue;
mod palettes;
mod rgb;
mod role;
#[cfg(test)]
mod tests;

pub use hue::Hue;
pub use rgb::Rgb;
pub use role::{FONTS, Role, TextStyle};

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
    ordered: [Rgb; 2],
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
            ordered: [text; 2],
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
            // Levels of education have an order.
            Hue::NoHigher => self.ordered[0],
            Hue::BachelorPlus => self.ordered[1],
            Hue::Ordered { place, last } => {
                let part = f64::from(place) / f64::from(last.max(1));
                self.ordered[0].mix(self.ordered[1], part)
            }
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
