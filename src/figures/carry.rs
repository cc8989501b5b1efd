//! A figure as text, from the module that computes analyses to the page that draws them.
//!
//! Values stand in lists in a fixed order, and both ends are here: the two modules are made from
//! the same source, so nothing else reads this form.

use crate::data::json::Json;
use crate::data::write;
use crate::measures::{Row, Status};
use crate::text::Lang;

use super::build::{Figure, PanelNumbers, SeriesKey};
use super::sheet::{
    Axis, Badge, Curve, Kind, Marker, Panel, Point, Ramp, Reference, Scale, Series, Shade, Sheet,
    Stations, TickFormat,
};
use super::table::{Line, NumberTable, TableCell};
use super::theme::Hue;

/// The figure as text.
pub fn pack(figure: &Figure) -> String {
    write::json(&figure.pack())
}

/// The figure of a text; none for a text that is no figure.
pub fn unpack(text: &str) -> Option<Figure> {
    Figure::unpack(&Json::parse(text).ok()?)
}

/// What can be written down and read again.
trait Packed: Sized {
    fn pack(&self) -> Json;
    fn unpack(json: &Json) -> Option<Self>;
}

/// Writes the fields of a struct as a list, and reads them in the same order.
macro_rules! packed {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Packed for $name {
            fn pack(&self) -> Json {
                Json::List(vec![$(self.$field.pack()),*])
            }

            fn unpack(json: &Json) -> Option<Self> {
                let Json::List(items) = json else { return None };
                let mut items = items.iter();
                Some($name { $($field: Packed::unpack(items.next()?)?),* })
            }
        }
    )*};
}

packed! {
    Figure { id, number, sheet, panels, absent }
    PanelNumbers { source, notes, exposure, rows, table, keys }
    SeriesKey { code, label, hidden }
    NumberTable { stub, columns, rows }
    Line { head, cells }
    TableCell { value, text, interval, small }
    Sheet { title, subtitle, summary, panels, badge, footer, lang }
    Badge { text, synthetic }
    Panel { title, kind, x, y, series, shades, lines, curves, stations, ramp, note }
    Axis { title, format, categories, from_zero, domain, scale }
    Series { key, label, hue, points }
    Point { x, y, lower, upper, text, small, absent, hue, between, span, marker, name }
    Shade { from, to, label }
    Reference { at, label }
    Curve { label, hue, fine, points }
    Stations { headings, between, ends }
}

/// Writes a variant as its place in a list of all of them.
macro_rules! variants {
    ($($name:ident [ $($variant:ident),* $(,)? ])*) => {$(
        impl Packed for $name {
            fn pack(&self) -> Json {
                let all = [$($name::$variant),*];
                let place = all.iter().position(|variant| variant == self);
                (place.unwrap_or(0) as f64).pack()
            }

            fn unpack(json: &Json) -> Option<Self> {
                [$($name::$variant),*].get(f64::unpack(json)? as usize).copied()
            }
        }
    )*};
}

variants! {
    Kind [
        Line, Bars, Stacked, Sums, Dots, Slope, Heat, Funnel, Waterfall, Flow, People,
    ]
    TickFormat [Number, Percent, PerMille, Year, Age]
    Scale [Linear, Log]
    Ramp [Sequential, Ratio]
    Marker [None, Circle, Square, Diamond, Triangle, Down, Cross]
}

/// Hues that have a meaning; numbered ones are written as their number.
const HUES: [Hue; 18] = [
    Hue::TwoImmigrantParents,
    Hue::ImmigratedAsChild,
    Hue::OneForeignParent,
    Hue::ImmigratedLater,
    Hue::Majority,
    Hue::ToOrigin,
    Hue::ToNordic,
    Hue::ToUk,
    Hue::ToUsaCanada,
    Hue::ToGermany,
    Hue::ToOther,
    Hue::ToUnknown,
    Hue::NoHigher,
    Hue::BachelorPlus,
    Hue::Neutral,
    Hue::Muted,
    Hue::Less,
    Hue::More,
];

/// Where the numbers of [`HUES`] begin, above every numbered hue.
const NAMED: usize = 1000;

impl Packed for Hue {
    fn pack(&self) -> Json {
        let number = match self {
            Hue::Numbered(number) => usize::from(*number),
            named => NAMED + HUES.iter().position(|hue| hue == named).unwrap_or(0),
        };
        (number as f64).pack()
    }

    fn unpack(json: &Json) -> Option<Hue> {
        let number = f64::unpack(json)? as usize;
        match number.checked_sub(NAMED) {
            Some(place) => HUES.get(place).copied(),
            None => u8::try_from(number).ok().map(Hue::Numbered),
        }
    }
}

/// The parts of a number; its key and what else a row knows stay behind.
impl Packed for Row {
    fn pack(&self) -> Json {
        (self.numerator, (self.denominator, self.value)).pack()
    }

    fn unpack(json: &Json) -> Option<Row> {
        let (numerator, (denominator, value)) = Packed::unpack(json)?;
        Some(Row {
            key: Vec::new(),
            numerator,
            denominator,
            value,
            status: Status::Ok,
            left_out: None,
            rounding: None,
        })
    }
}

impl Packed for crate::measures::Exposure {
    fn pack(&self) -> Json {
        self.name().to_owned().pack()
    }

    fn unpack(json: &Json) -> Option<Self> {
        Self::from_name(&String::unpack(json)?)
    }
}

impl Packed for Lang {
    fn pack(&self) -> Json {
        self.tag().to_owned().pack()
    }

    fn unpack(json: &Json) -> Option<Lang> {
        Lang::from_tag(&String::unpack(json)?)
    }
}

impl Packed for String {
    fn pack(&self) -> Json {
        Json::Text(self.clone())
    }

    fn unpack(json: &Json) -> Option<String> {
        match json {
            Json::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Packed for bool {
    fn pack(&self) -> Json {
        Json::Flag(*self)
    }

    fn unpack(json: &Json) -> Option<bool> {
        match json {
            Json::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

/// In its shortest digits as text: numbers of a JSON parser may lose their last bit, and a mark
/// would no longer stand where its number is.
impl Packed for f64 {
    fn pack(&self) -> Json {
        Json::Text(self.to_string())
    }

    fn unpack(json: &Json) -> Option<f64> {
        match json {
            Json::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

impl Packed for u8 {
    fn pack(&self) -> Json {
        f64::from(*self).pack()
    }

    fn unpack(json: &Json) -> Option<u8> {
        f64::unpack(json).map(|number| number as u8)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self) -> Json {
        self.as_ref().map_or(Json::Null, Packed::pack)
    }

    fn unpack(json: &Json) -> Option<Option<T>> {
        match json {
            Json::Null => Some(None),
            some => Some(Some(T::unpack(some)?)),
        }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self) -> Json {
        Json::List(self.iter().map(Packed::pack).collect())
    }

    fn unpack(json: &Json) -> Option<Vec<T>> {
        match json {
            Json::List(items) => items.iter().map(T::unpack).collect(),
            _ => None,
        }
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self) -> Json {
        Json::List(vec![self.0.pack(), self.1.pack()])
    }

    fn unpack(json: &Json) -> Option<(A, B)> {
        match json {
            Json::List(items) => match items.as_slice() {
                [one, two] => Some((A::unpack(one)?, B::unpack(two)?)),
                _ => None,
            },
            _ => None,
        }
    }
}
