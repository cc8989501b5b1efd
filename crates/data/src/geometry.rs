//! Outlines of countries and regions, by code: TopoJSON as the site's map has it, or GeoJSON of a package.

use std::collections::BTreeMap;

use super::dataset::{Label, Names};
use super::json::{FromJson, Json, Misfit, object, text};

pub use vocabulary::countries::is_country;

/// Longitude and latitude.
pub type Place = (f64, f64);

/// Outlines that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// One for each country or region.
    pub shapes: Vec<Outline>,
    /// The place of the shape of each code, in small letters.
    known: BTreeMap<String, usize>,
}

/// A country or region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// What it is called in data: one code, or several in use; none for what nobody has a code for.
    pub codes: Vec<String>,
    /// Its parts, the largest first; what lies in a hole is drawn over it.
    pub rings: Vec<Vec<Place>>,
    /// Its name, where the outlines bring one.
    pub label: Option<Label>,
}

/// A text of more bytes is not read: outlines for a screen take some hundred kilobytes.
pub const LONGEST: usize = 32 * 1024 * 1024;

/// More places than this are not read, arcs written out: each is turned and drawn at every frame of a map.
const MOST_PLACES: usize = 1_000_000;

/// More outlines than this are not read: a map of so many areas shows none of them.
pub const MOST_OUTLINES: usize = 20_000;

/// Codes that Eurostat has of its own.
const OTHERS: [(&str, &str); 2] = [("el", "gr"), ("uk", "gb")];

impl Geometry {
    /// Reads outlines of the site.
    pub fn parse(text: &str) -> Result<Geometry, String> {
        Geometry::read(text, true)
    }

    /// Reads outlines of a package, which are GeoJSON: a topology of some letters can name an arc any number of times.
    pub fn of_package(text: &str) -> Result<Geometry, String> {
        Geometry::read(text, false)
    }

    fn read(text: &str, may_be_topology: bool) -> Result<Geometry, String> {
        if text.len() > LONGEST {
            return Err(format!("{} bytes, {LONGEST} at most", text.len()));
        }
        let json = Json::parse(text).map_err(|error| error.to_string())?;
        let shapes =
            Geometry::shapes(&json, may_be_topology).map_err(|misfit| misfit.to_string())?;
        let mut known = BTreeMap::new();
        for (place, shape) in shapes.iter().enumerate() {
            for code in &shape.codes {
                known.entry(code.to_ascii_lowercase()).or_insert(place);
            }
        }
        Ok(Geometry { shapes, known })
    }

    fn shapes(json: &Json, may_be_topology: bool) -> Result<Vec<Outline>, Misfit> {
        let mut left = MOST_PLACES;
        let kind: String = json.required("type")?;
        if kind != "Topology" || !may_be_topology {
            let features = json.items("features")?;
            if features.len() > MOST_OUTLINES {
                return Err(Misfit::of("features: 20000 at most"));
            }
            return features
                .iter()
                .map(|json| feature(json, &mut left))
                .collect();
        }
        let arcs = arcs(json)?;
        let mut shapes = Vec::new();
        for (_, object) in json.required::<Json>("objects")?.entries()? {
            for geometry in object.items("geometries")? {
                shapes.push(of_arcs(geometry, &arcs, &mut left)?);
            }
        }
        Ok(shapes)
    }

    /// The outlines as GeoJSON.
    pub fn features(&self) -> Json {
        let place = |at: &Place| Json::List(vec![Json::Number(at.0), Json::Number(at.1)]);
        let polygon =
            |ring: &Vec<Place>| Json::List(vec![Json::List(ring.iter().map(place).collect())]);
        let feature = |shape: &Outline| {
            let rings = Json::List(shape.rings.iter().map(polygon).collect());
            object([
                ("type", text("Feature")),
                (
                    "id",
                    shape.codes.first().map_or(Json::Null, |code| text(code)),
                ),
                (
                    "geometry",
                    object([("type", text("MultiPolygon")), ("coordinates", rings)]),
                ),
            ])
        };
        object([
            ("type", text("FeatureCollection")),
            (
                "features",
                Json::List(self.shapes.iter().map(feature).collect()),
            ),
        ])
    }

    /// The outline of a code, in whatever letters.
    pub fn find(&self, code: &str) -> Option<&Outline> {
        let code = code.to_ascii_lowercase();
        let other = OTHERS.iter().find(|(own, _)| *own == code);
        let code = other.map_or(code.as_str(), |(_, iso)| iso);
        self.shapes.get(*self.known.get(code)?)
    }
}

/// Takes so many places of those that are left.
fn take(left: &mut usize, count: usize) -> Result<(), Misfit> {
    *left = left
        .checked_sub(count)
        .ok_or(Misfit::of("1000000 places at most"))?;
    Ok(())
}

/// A feature of GeoJSON, under its identifier or a property `code`.
fn feature(json: &Json, left: &mut usize) -> Result<Outline, Misfit> {
    let of = json.get("properties")?;
    let code = of.map(|of| of.field::<Option<Json>>("code"));
    let code = code.transpose()?.flatten().or(json.field("id")?);
    let codes = match code {
        Some(Json::Text(text)) => vec![text],
        Some(Json::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    };
    let geometry = json.get("geometry")?.unwrap_or(&Json::Null);
    let kind: String = geometry.required("type")?;
    let coordinates = || geometry.items("coordinates");
    // The first ring of a polygon is its outer one; the others are holes, over which nothing need be drawn.
    let outer: Vec<&Json> = match kind.as_str() {
        "Polygon" => coordinates()?.first().into_iter().collect(),
        "MultiPolygon" => {
            let mut outer = Vec::new();
            for polygon in coordinates()? {
                outer.extend(polygon.as_items()?.first());
            }
            outer
        }
        _ => return Err(Misfit::of("Polygon, MultiPolygon")),
    };
    let mut rings = Vec::with_capacity(outer.len());
    for ring in outer {
        let places = ring.as_items()?;
        take(left, places.len())?;
        let mut ring = Vec::with_capacity(places.len());
        for place in places {
            if let [across, up, ..] = place.as_items()? {
                ring.push((f64::from_json(across)?, f64::from_json(up)?));
            }
        }
        rings.push(ring);
    }
    Ok(Outline {
        codes,
        rings,
        label: None,
    })
}

/// The arcs of a topology, as places.
fn arcs(json: &Json) -> Result<Vec<Vec<Place>>, Misfit> {
    let transform: Json = json.required("transform")?;
    let (scale, origin): (Vec<f64>, Vec<f64>) = (
        transform.required("scale")?,
        transform.required("translate")?,
    );
    let ([across, up], [left, low]) = (scale.as_slice(), origin.as_slice()) else {
        return Err(Misfit::of("array"));
    };
    let arcs: Vec<Vec<Vec<f64>>> = json.required("arcs")?;
    let arc = |steps: Vec<Vec<f64>>| {
        let (mut x, mut y) = (0.0, 0.0);
        let places = steps.iter().filter_map(|step| {
            (x, y) = (x + step.first()?, y + step.get(1)?);
            Some((x * across + left, y * up + low))
        });
        places.collect()
    };
    Ok(arcs.into_iter().map(arc).collect())
}

/// The name of a country: one in every language, or one each.
fn label(code: &str, names: Vec<String>) -> Option<Label> {
    let name = match names.as_slice() {
        [same] => Names::same(same),
        [nb, nn, en] => Names {
            nb: nb.clone(),
            nn: nn.clone(),
            en: en.clone(),
        },
        _ => return None,
    };
    Some(Label {
        code: code.to_owned(),
        name,
        short: Names::default(),
    })
}

/// A geometry of a topology, under the codes of its identifier.
fn of_arcs(json: &Json, arcs: &[Vec<Place>], left: &mut usize) -> Result<Outline, Misfit> {
    let id: String = json.field("id")?;
    let kind: String = json.required("type")?;
    let polygons: Vec<Vec<Vec<f64>>> = match kind.as_str() {
        "Polygon" => vec![json.required("arcs")?],
        "MultiPolygon" => json.required("arcs")?,
        _ => return Err(Misfit::of("Polygon, MultiPolygon")),
    };
    let outer = polygons
        .into_iter()
        .filter_map(|polygon| polygon.into_iter().next());
    let mut ring = |numbers: Vec<f64>| -> Result<Vec<Place>, Misfit> {
        let mut ring: Vec<Place> = Vec::new();
        for number in numbers {
            let is_turned = number < 0.0;
            let place = if is_turned { -number - 1.0 } else { number };
            let arc = arcs
                .get(place as usize)
                .map(Vec::as_slice)
                .unwrap_or_default();
            take(left, arc.len())?;
            match is_turned {
                true => ring.extend(arc.iter().rev()),
                false => ring.extend(arc),
            }
        }
        Ok(ring)
    };
    let rings: Result<Vec<Vec<Place>>, Misfit> = outer.map(&mut ring).collect();
    Ok(Outline {
        label: label(&id, json.field("names")?),
        codes: id.split_whitespace().map(str::to_owned).collect(),
        rings: rings?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_border_is_read_both_ways() {
        let text = r#"{"type": "Topology", "transform": {"scale": [0.5, 1], "translate": [10, 60]},
            "objects": {"countries": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "id": "no nor 578", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "gb gbr 826", "arcs": [[[-1]], [[1]]]}]}},
            "arcs": [[[0, 0], [2, 0], [0, 1]], [[2, 1], [-2, 0]]]}"#;
        let found = Geometry::parse(text).expect("the text is a topology");
        let of = |code: &str| found.find(code).expect("the code is known").rings.clone();
        let first = vec![
            (10.0, 60.0),
            (11.0, 60.0),
            (11.0, 61.0),
            (11.0, 61.0),
            (10.0, 61.0),
        ];
        assert_eq!(of("NO"), std::slice::from_ref(&first));
        assert_eq!(of("NOR"), [first]);
        // Eurostat's code, and the same arc from its end.
        assert_eq!(of("UK")[0], [(11.0, 61.0), (11.0, 60.0), (10.0, 60.0)]);
        assert_eq!(found.find("se"), None);
    }

    #[test]
    fn a_country_has_one_name_or_one_in_each_language() {
        let text = r#"{"type": "Topology", "transform": {"scale": [1, 1], "translate": [0, 0]}, "objects": {"countries":
            {"geometries": [{"type": "Polygon", "id": "no nor", "names": ["Norge", "Noreg", "Norway"], "arcs": [[0]]},
            {"type": "Polygon", "id": "fi fin", "names": ["Finland"], "arcs": [[0]]},
            {"type": "Polygon", "id": "se swe", "arcs": [[0]]}]}}, "arcs": [[[0, 0], [1, 0]]]}"#;
        let found = Geometry::parse(text).expect("the text is a topology");
        let name = |code: &str| Some(found.find(code)?.label.clone()?.name);
        let all = |name: Names| [name.nb, name.nn, name.en];
        assert_eq!(
            name("NOR").map(all),
            Some(["Norge", "Noreg", "Norway"].map(str::to_owned))
        );
        assert_eq!(name("fi").map(all), Some(["Finland"; 3].map(str::to_owned)));
        assert_eq!(name("se"), None);
    }

    /// A topology of one country whose outline names an arc of a thousand places so many times.
    fn repeated(times: usize) -> String {
        let arc = vec!["[1,0]"; 1_000].join(",");
        let names = vec!["0"; times].join(",");
        format!(
            r#"{{"type": "Topology", "transform": {{"scale": [1, 1], "translate": [0, 0]}},
            "objects": {{"countries": {{"geometries": [{{"type": "Polygon", "id": "no", "arcs": [[{names}]]}}]}}}},
            "arcs": [[{arc}]]}}"#
        )
    }

    #[test]
    fn an_arc_that_is_named_again_and_again_is_refused() {
        assert!(Geometry::parse(&repeated(100)).is_ok());
        let said = Geometry::parse(&repeated(20_000)).expect_err("twenty million places");
        assert!(said.contains(&MOST_PLACES.to_string()), "{said}");
    }

    #[test]
    fn a_package_has_no_topology() {
        let said = Geometry::of_package(&repeated(1)).expect_err("no features");
        assert!(said.contains("features"), "{said}");
    }

    #[test]
    fn the_first_of_two_outlines_of_a_code_is_found_in_any_letters() {
        let shape = |id: &str, at: u8| {
            format!(
                r#"{{"id": "{id}", "geometry": {{"type": "Polygon", "coordinates": [[[{at}, 0]]]}}}}"#
            )
        };
        let shapes = [shape("Oslo", 1), shape("OSLO", 2)].join(",");
        let text = format!(r#"{{"type": "FeatureCollection", "features": [{shapes}]}}"#);
        let found = Geometry::of_package(&text).expect("the text is GeoJSON");
        let shape = found.find("oslo").expect("the code is known");
        assert_eq!(shape.rings, [[(1.0, 0.0)]]);
    }

    #[test]
    fn features_are_found_by_identifier_or_code() {
        let text = r#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": 301, "properties": null,
             "geometry": {"type": "Polygon", "coordinates": [[[10, 59], [11, 59], [11, 60]], [[0, 0]]]}},
            {"type": "Feature", "properties": {"code": "4601"},
             "geometry": {"type": "MultiPolygon", "coordinates": [[[[5, 60], [6, 60], [6, 61]]]]}}]}"#;
        let found = Geometry::parse(text).expect("the text is GeoJSON");
        assert_eq!(found.find("301").map(|shape| shape.rings[0].len()), Some(3));
        assert_eq!(
            found.find("4601").map(|shape| shape.rings[0][0]),
            Some((5.0, 60.0))
        );
        let point =
            r#"{"type": "FeatureCollection", "features": [{"geometry": {"type": "Point"}}]}"#;
        let said = Geometry::parse(point).expect_err("a point is no region");
        assert!(said.contains("Polygon"), "{said}");
    }
}
