//! Colours by what they stand for.

use data::contract;

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
    /// A category of those that have an order, numbered from 0 to that of the last: one hue, further from
    /// the paper with each.
    Ordered {
        /// Its place.
        place: u8,
        /// The place of the last.
        last: u8,
    },
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

    /// The fixed colour of a code in a dimension that has all these codes. Another list can have codes that are
    /// spelled alike: the `uk` of all countries of the world is no destination of the report.
    pub fn own(dimension: &str, all: &[String], code: &str) -> Option<Hue> {
        let of_contract = all.iter().filter(|code| Hue::of(dimension, code).is_some());
        let is_of_contract = 2 * of_contract.count() >= all.len();
        Hue::of(dimension, code).filter(|_| is_of_contract)
    }

    /// The colour of a category among others of its dimension, which are shown in this order: its own, or one
    /// of a scale where the dimension has an order, or one of a number.
    pub fn among(dimension: &str, codes: &[String], place: usize, own: Option<Hue>) -> Hue {
        let last = codes.len().saturating_sub(1);
        let is_scale = (1..Hue::NUMBERED).contains(&last) && contract::has_order(dimension, codes);
        own.unwrap_or(match is_scale {
            true => Hue::Ordered {
                place: place as u8,
                last: last as u8,
            },
            false => Hue::Numbered((place % Hue::NUMBERED) as u8),
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
            Hue::Ordered { place, .. } => usize::from(place) % Hue::NUMBERED,
            Hue::Numbered(number) => usize::from(number) % Hue::NUMBERED,
        }
    }
}
