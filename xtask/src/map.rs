//! The outlines of countries that come with the site: `www/geo/world.json`, made from Natural Earth.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{files, node, project};

/// Where npm puts what the map is made of, pinned by a lock file.
const FOLDER: &str = "xtask/map";
/// Degrees of a step of the file.
const STEP: f64 = 0.05;
/// A bend of less than so many square degrees of the equator is left out.
const BEND: f64 = 0.1;
/// Islands of less are left out where the country has a larger part.
const ISLAND: f64 = 0.25;
/// Nobody emigrates from it, and it would take a sixth of the map.
const ANTARCTICA: &str = "010";

type Point = (f64, f64);

/// Makes the file anew.
pub fn run() -> Result<()> {
    node::install(FOLDER)?;
    let modules = project::path(FOLDER).join("node_modules");
    let read = |path: &str| -> Result<Value> {
        Ok(serde_json::from_str(&files::read(&modules.join(path))?)?)
    };
    let mut made = simplified(
        &read("world-atlas/countries-50m.json")?,
        &read("i18n-iso-countries/codes.json")?,
    )?;
    let languages = LANGUAGES.map(|tag| read(&format!("i18n-iso-countries/langs/{tag}.json")));
    let [nb, nn, en] = languages.map(|found| found.unwrap_or_default());
    name(&mut made, &labels()?, &[nb, nn, en]);
    files::write(&project::path("www/geo/world.json"), made.to_string())
}

/// The languages of names, in their order in the file.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// The countries that the shipped data name.
fn labels() -> Result<Value> {
    let text = files::read(&project::path("www/data/norway-age/datapackage.json"))?;
    let description: Value = serde_json::from_str(&text)?;
    Ok(description["labels"]["destination"].clone())
}

/// Gives each country its names: those that the shipped data have, else those of the list of the codes.
fn name(topology: &mut Value, labels: &Value, languages: &[Value; 3]) {
    let Some(countries) = topology["objects"]["countries"]["geometries"].as_array_mut() else {
        return;
    };
    for country in countries {
        let code = country["id"].as_str().and_then(|id| id.split(' ').next());
        let code = code.unwrap_or_default().to_owned();
        // Eurostat has codes of its own.
        let in_data = match code.as_str() {
            "gr" => "el",
            "gb" => "uk",
            code => code,
        };
        let names: Vec<String> = LANGUAGES
            .iter()
            .zip(languages)
            .filter_map(|(tag, list)| {
                let listed = &list["countries"][code.to_uppercase()];
                let listed = listed.as_str().or(listed[0].as_str());
                labels[in_data][*tag].as_str().or(listed).map(str::to_owned)
            })
            .collect();
        match names.as_slice() {
            [nb, nn, en] if nb == nn && nn == en => country["names"] = json!([nb]),
            [_, _, _] => country["names"] = json!(names),
            _ => {}
        }
    }
}

/// The ISO codes of countries by their number.
fn codes(table: &Value) -> BTreeMap<&str, String> {
    let text = |row: &'_ Value, at: usize| row[at].as_str().map(str::to_lowercase);
    let rows = table.as_array().into_iter().flatten();
    rows.filter_map(|row| {
        let number = row[2].as_str()?;
        Some((
            number,
            format!("{} {} {number}", text(row, 0)?, text(row, 1)?),
        ))
    })
    .collect()
}

/// The same topology with fewer points, and every country under its ISO codes.
fn simplified(topology: &Value, table: &Value) -> Result<Value> {
    let codes = codes(table);
    let arcs = decoded(topology).context("the topology has arcs")?;
    let arcs: Vec<Vec<Point>> = arcs.iter().map(|arc| fewer(arc)).collect();
    let mut used: BTreeMap<i64, usize> = BTreeMap::new();
    let mut order: Vec<usize> = Vec::new();
    let mut countries = Vec::new();
    let listed = &topology["objects"]["countries"]["geometries"];
    for country in listed.as_array().context("the topology has countries")? {
        let number = country["id"].as_str().unwrap_or_default();
        if number == ANTARCTICA {
            continue;
        }
        let codes = match country["properties"]["name"].as_str() {
            Some("Kosovo") => "xk xkx".to_owned(),
            _ => codes.get(number).cloned().unwrap_or_default(),
        };
        let polygons = match country["type"].as_str() {
            Some("Polygon") => vec![country["arcs"].clone()],
            Some("MultiPolygon") => country["arcs"].as_array().cloned().unwrap_or_default(),
            _ => continue,
        };
        // The outer ring alone: what lies in a hole is drawn over it.
        let mut rings: Vec<(f64, Vec<i64>)> = polygons
            .iter()
            .filter_map(|polygon| {
                let ring = polygon[0]
                    .as_array()?
                    .iter()
                    .filter_map(Value::as_i64)
                    .collect::<Vec<_>>();
                Some((area(&joined(&arcs, &ring)), ring))
            })
            .collect();
        rings.sort_by(|one, two| two.0.total_cmp(&one.0));
        let kept = rings
            .iter()
            .enumerate()
            .filter(|(place, (area, _))| *place == 0 || *area >= ISLAND);
        let rings: Vec<Value> = kept
            .map(|(_, (_, ring))| {
                let numbers = ring.iter().map(|arc| {
                    let place = if *arc < 0 { -arc - 1 } else { *arc };
                    let new = *used.entry(place).or_insert_with(|| {
                        order.push(place as usize);
                        order.len() - 1
                    }) as i64;
                    if *arc < 0 { -new - 1 } else { new }
                });
                json!([numbers.collect::<Vec<_>>()])
            })
            .collect();
        countries.push(json!({"type": "MultiPolygon", "id": codes, "arcs": rings}));
    }
    let arcs: Vec<Value> = order.iter().map(|place| encoded(&arcs[*place])).collect();
    Ok(json!({
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
        "arcs": arcs,
    }))
}

/// The arcs as longitudes and latitudes.
fn decoded(topology: &Value) -> Option<Vec<Vec<Point>>> {
    let pair = |value: &Value| Some((value[0].as_f64()?, value[1].as_f64()?));
    let transform = &topology["transform"];
    let (scale, origin) = (pair(&transform["scale"])?, pair(&transform["translate"])?);
    let arcs = topology["arcs"].as_array()?.iter();
    arcs.map(|arc| {
        let (mut x, mut y) = (0.0, 0.0);
        let steps = arc.as_array()?.iter();
        steps
            .map(|step| {
                let (dx, dy) = pair(step)?;
                (x, y) = (x + dx, y + dy);
                Some((x * scale.0 + origin.0, y * scale.1 + origin.1))
            })
            .collect()
    })
    .collect()
}

/// Twice the area of a triangle, in square degrees as they are at the equator.
fn bend(one: Point, two: Point, three: Point) -> f64 {
    let shrink = libm::cos(two.1.to_radians());
    ((two.0 - one.0) * (three.1 - one.1) - (three.0 - one.0) * (two.1 - one.1)).abs() * shrink
}

/// An arc without its smallest bends; its ends stay, so that neighbours keep their common border.
fn fewer(arc: &[Point]) -> Vec<Point> {
    let mut points = arc.to_vec();
    // A ring of one arc keeps a triangle.
    let least = if points.first() == points.last() {
        4
    } else {
        2
    };
    while points.len() > least {
        let bends = points
            .windows(3)
            .map(|three| bend(three[0], three[1], three[2]));
        let smallest = bends.enumerate().min_by(|one, two| one.1.total_cmp(&two.1));
        match smallest {
            Some((place, size)) if size < BEND => drop(points.remove(place + 1)),
            _ => break,
        }
    }
    points
}

/// The points of a ring of arcs.
fn joined(arcs: &[Vec<Point>], ring: &[i64]) -> Vec<Point> {
    let of = |arc: &i64| match *arc {
        arc if arc < 0 => arcs[(-arc - 1) as usize]
            .iter()
            .rev()
            .copied()
            .collect::<Vec<_>>(),
        arc => arcs[arc as usize].clone(),
    };
    ring.iter().flat_map(of).collect()
}

fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring
        .iter()
        .zip(next)
        .map(|(one, two)| one.0 * two.1 - two.0 * one.1)
        .sum();
    let middle = ring.iter().map(|point| point.1).sum::<f64>() / ring.len().max(1) as f64;
    doubled.abs() / 2.0 * libm::cos(middle.to_radians())
}

/// An arc in steps of the file, each from the one before.
fn encoded(arc: &[Point]) -> Value {
    let (mut before, mut steps) = ((0, 0), Vec::new());
    let grid = |value: f64, origin: f64| ((value - origin) / STEP).round() as i64;
    let places: Vec<(i64, i64)> = arc
        .iter()
        .map(|at| (grid(at.0, -180.0), grid(at.1, -90.0)))
        .collect();
    let distinct: BTreeSet<_> = places.iter().collect();
    for (place, at) in places.iter().enumerate() {
        // Points that fall together are one, except at the ends of what is too small to be drawn.
        if place > 0 && *at == before && (distinct.len() > 1 || place + 1 < places.len()) {
            continue;
        }
        steps.push(json!([at.0 - before.0, at.1 - before.1]));
        before = *at;
    }
    Value::Array(steps)
}
