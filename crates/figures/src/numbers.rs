//! Which number of the data a mark, a cell or a word of a figure shows.

use explain::{Derived, Number};
use measures::{IntervalMethod, Status};
use text::methods;

pub use super::build::sentence::Of;
use super::build::{Figure, PanelNumbers};
use super::sheet::Panel;

/// A place in a figure: panel, series and point, counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The panel.
    pub panel: usize,
    /// The series: a column of the table.
    pub series: usize,
    /// The point: a row of the table.
    pub point: usize,
}

impl Figure {
    /// The sentence in pieces, with what each number is.
    pub fn sentence(&self) -> Vec<(String, Option<Number>)> {
        let pieces = self.said.iter();
        pieces
            .map(|said| (said.text.clone(), self.said_of(&said.of)))
            .collect()
    }

    /// What a stretch of the sentence is; none when one of its numbers has nothing to explain.
    fn said_of(&self, of: &Of) -> Option<Number> {
        match of {
            Of::Spot(spot) => self.number(*spot),
            Of::Formed(how, spots) => {
                let mut numbers = Vec::new();
                for spot in spots {
                    numbers.push(self.number(*spot)?);
                }
                Number::formed(*how, numbers)
            }
            _ => None,
        }
    }

    /// What the table of each panel is about.
    pub fn captions(&self) -> Vec<String> {
        let title = &self.sheet.title;
        let panels = self.sheet.panels.iter();
        let caption = |panel: &Panel| match panel.title.as_str() {
            "" => title.clone(),
            own => format!("{title}: {own}"),
        };
        panels.map(caption).collect()
    }

    /// What the picture says in small print, for those who cannot see it.
    pub fn remarks(&self) -> Vec<String> {
        let notes = self
            .sheet
            .panels
            .iter()
            .filter_map(|panel| panel.note.clone());
        notes.chain(self.sheet.footer.iter().cloned()).collect()
    }

    /// The numbers of a panel, by row and column of its table.
    pub fn numbers(&self, panel: usize) -> Vec<Vec<Option<Number>>> {
        let Some(numbers) = self.panels.get(panel) else {
            return Vec::new();
        };
        let line = |point: usize| {
            let spots = (0..numbers.rows.len()).map(|series| Spot {
                panel,
                series,
                point,
            });
            spots.map(|spot| self.number(spot)).collect()
        };
        (0..numbers.table.rows.len()).map(line).collect()
    }

    /// The name of the method by which the intervals of a panel are formed.
    pub fn interval_method(&self, panel: usize) -> &'static str {
        let id = self.panels.get(panel).map_or("", |panel| panel.method.id());
        methods::method(self.sheet.lang, id).map_or("", |method| method.name)
    }

    /// In an analysis: the identifier of the explanation of the number at a place.
    pub fn told(&self, spot: Spot) -> Option<&str> {
        let told = &self.panels.get(spot.panel)?.told;
        told.get(spot.series)?.get(spot.point)?.as_deref()
    }

    /// The number at a place; none where there is nothing to explain.
    pub fn number(&self, spot: Spot) -> Option<Number> {
        let mut number = self
            .panels
            .get(spot.panel)?
            .number(spot.series, spot.point)?;
        let series = self.sheet.panels.get(spot.panel)?.series.get(spot.series);
        if let Some(point) = series.and_then(|series| series.points.get(spot.point)) {
            number.printed.clone_from(&point.text);
        }
        Some(number)
    }
}

impl PanelNumbers {
    /// The number at a series and a point; none where there is nothing to explain.
    pub fn number(&self, series: usize, point: usize) -> Option<Number> {
        let row = self.rows.get(series)?.get(point)?.as_ref()?;
        let question = self.question.as_ref()?;
        if row.status != Status::Ok && row.status != Status::SuppressedInput {
            return None;
        }
        let shown = self.parts.at(series, point);
        let against = self.against.as_ref().and_then(|(dimension, code)| {
            let place = question.by.iter().position(|name| name == dimension)?;
            let mut key = row.key.clone();
            key.get_mut(place)?.clone_from(code);
            Some(Derived::Times(key))
        });
        let default = IntervalMethod::default_for(&question.measure);
        let unusual = |method: &IntervalMethod| ![default, IntervalMethod::None].contains(method);
        Some(Number {
            shown,
            method: Some(self.method).filter(unusual),
            together: against.unwrap_or_default(),
            ..Number::value(question, &row.key)
        })
    }
}
