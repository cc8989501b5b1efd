//! A map: the outlines of what a dimension tells apart, and of what lies around it.

use std::rc::Rc;

use data::Geometry;
use data::geometry::{Outline, Place};
use text::kinds as words;

use crate::kinds::{is_of_countries, origin_name, origins};
use crate::place::map::{MOST_LINES, middle};
use crate::projection::{Projection, clipped};
use crate::sheet::{Outlines, Panel, Ring};
use crate::spec::PanelSpec;

use super::Words;

/// Europe as it is mapped: without the islands far away that belong to its countries.
const EUROPE: Window = Window {
    projection: Projection::Round(10.0, 52.0),
    bounds: [-0.30, -0.295, 0.40, 0.36],
};

/// What of the plane is shown: left, low, right, high.
#[derive(Clone, Copy)]
struct Window {
    projection: Projection,
    bounds: [f64; 4],
}

impl Words<'_> {
    /// Puts the outlines of the categories to a panel; why there are none, while they are on their way.
    pub(super) fn outline(
        &self,
        panel: &mut Panel,
        spec: &PanelSpec,
        codes: &[String],
    ) -> Result<(), String> {
        let own = self
            .dataset
            .geometry
            .iter()
            .find(|(dimension, _)| *dimension == spec.x);
        let geometry = match own {
            Some((_, geometry)) => geometry,
            None => self
                .dataset
                .atlas
                .as_ref()
                .ok_or_else(|| words::map_on_its_way(self.lang).to_owned())?,
        };
        if geometry.shapes.is_empty() {
            return Err(words::no_outlines(self.lang).to_owned());
        }
        let found: Vec<Option<&Outline>> = codes.iter().map(|code| geometry.find(code)).collect();
        let window = window(own.is_none(), geometry, &found);
        let [left, low, right, high] = window.bounds;
        if !(right > left
            && high > low
            && [left, low, right, high].iter().all(|end| end.is_finite()))
        {
            return Err(words::no_outlines(self.lang).to_owned());
        }
        let ring = |ring: Vec<Place>| -> Ring {
            ring.iter().map(|at| window.projection.plane(*at)).collect()
        };
        let rings = |shape: &Outline| -> Vec<Ring> {
            let rings = shape
                .rings
                .iter()
                .flat_map(|ring| window.cut(ring))
                .map(ring);
            rings.filter(|ring| window.shows(ring)).collect()
        };
        let places: Vec<Vec<Ring>> = found
            .iter()
            .map(|shape| shape.map_or(Vec::new(), rings))
            .collect();
        let is_place = |shape: &Outline| {
            found
                .iter()
                .flatten()
                .any(|found| std::ptr::eq(*found, shape))
        };
        let ground = geometry.shapes.iter().filter(|shape| !is_place(shape));
        let ground = ground.flat_map(rings).collect();
        let missing = places.iter().filter(|rings| rings.is_empty()).count();
        if missing > 0 {
            let count = text::number::integer(missing as f64, self.lang);
            let note = words::not_on_map(self.lang, &count);
            panel.note = Some(match panel.note.take() {
                Some(other) => format!("{other} {note}"),
                None => note,
            });
        }
        let origin = self.options.from.as_deref();
        let origin = origin.filter(|_| !origins(self.dataset, spec).is_empty());
        let found = origin.and_then(|code| {
            let ring = geometry.find(code)?.rings.first()?;
            let ring: Ring = ring.iter().map(|at| window.projection.plane(*at)).collect();
            let (x, y) = middle(&ring);
            let is_shown = (left..=right).contains(&x) && (low..=high).contains(&y);
            is_shown.then_some((code, (x, y)))
        });
        if let Some((code, _)) = found {
            let name = origin_name(self.dataset, spec, code, self.lang);
            let note = words::lines_from(self.lang, &name, &MOST_LINES.to_string());
            panel.note = Some(match panel.note.take() {
                Some(other) => format!("{note} {other}"),
                None => note,
            });
        }
        panel.outlines = Some(Rc::new(Outlines {
            origin: found.map(|(_, at)| at),
            places,
            ground,
            bounds: window.bounds,
        }));
        Ok(())
    }

    /// Whether a panel can be a map.
    pub(super) fn has_map(&self, spec: &PanelSpec) -> bool {
        is_of_countries(self.dataset, spec)
    }
}

impl Window {
    /// A ring as it lies on the map: on one of the world what crosses its edge is on both sides.
    fn cut(&self, ring: &[Place]) -> Vec<Vec<Place>> {
        let mut before: Option<f64> = None;
        let mut unbroken: Vec<Place> = Vec::with_capacity(ring.len());
        for (across, up) in ring {
            let turns = before.map_or(0.0, |before| libm::round((before - across) / 360.0));
            let across = across + 360.0 * turns;
            unbroken.push((across, *up));
            before = Some(across);
        }
        let [left, _, right, _] = bounds_of(unbroken.iter());
        if self.projection != Projection::World || (left >= -180.0 && right <= 180.0) {
            return vec![unbroken];
        }
        let parts = [-360.0, 0.0, 360.0].map(|turn| {
            let turned: Vec<Place> = unbroken.iter().map(|at| (at.0 + turn, at.1)).collect();
            let west = clipped(&turned, |at| at.0 + 180.0);
            clipped(&west, |at| 180.0 - at.0)
        });
        parts.into_iter().filter(|part| part.len() > 2).collect()
    }

    /// Whether some of a ring is shown.
    fn shows(&self, ring: &Ring) -> bool {
        let [left, low, right, high] = self.bounds;
        ring.iter()
            .any(|(x, y)| (left..=right).contains(x) && (low..=high).contains(y))
    }
}

fn bounds_of<'a>(places: impl Iterator<Item = &'a Place>) -> [f64; 4] {
    let all = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    places.fold(all, |[left, low, right, high], (x, y)| {
        [left.min(*x), low.min(*y), right.max(*x), high.max(*y)]
    })
}

/// Europe where all lies there, the world otherwise; of a package's own outlines all of them.
fn window(is_atlas: bool, geometry: &Geometry, found: &[Option<&Outline>]) -> Window {
    // Where most of a country lies: its largest part.
    let middle = |shape: &&Outline| {
        let [left, low, right, high] = bounds_of(shape.rings.first()?.iter());
        Some(((left + right) / 2.0, (low + high) / 2.0))
    };
    let in_europe = |shape: &&Outline| {
        middle(shape).is_some_and(|(across, up)| {
            (-26.0..=46.0).contains(&across) && (33.0..=72.0).contains(&up)
        })
    };
    if is_atlas && found.iter().flatten().all(in_europe) {
        return EUROPE;
    }
    let shapes = geometry.shapes.iter();
    let all = shapes.flat_map(|shape| &shape.rings).flatten();
    let projection = match is_atlas {
        true => Projection::World,
        false => {
            let [left, low, right, high] = bounds_of(all.clone());
            Projection::Round((left + right) / 2.0, (low + high) / 2.0)
        }
    };
    let places: Vec<Place> = all.map(|at| projection.plane(*at)).collect();
    let [left, low, right, high] = bounds_of(places.iter());
    // Room for the circles of small places at the edge.
    let room = 0.01 * (right - left);
    Window {
        projection,
        bounds: [left - room, low - room, right + room, high + room],
    }
}
