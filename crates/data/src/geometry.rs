//! Outlines of countries and regions, by code: TopoJSON as the site's map has it, or GeoJSON of a package.

use super::json::{Json, Misfit};

pub use vocabulary::countries::is_country;

/// Longitude and latitude.
pub type Place = (f64, f64);

/// Outlines that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// One for each country or region.
    pub shapes: Vec<Outline>,
}

/// A country or region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// What it is called in data: one code, or several in use; none for what nobody has a code for.
    pub codes: Vec<String>,
    /// Its parts, the largest first; what lies in a hole is drawn over it.
    pub rings: Vec<Vec<Place>>,
}

/// A text of more bytes is not read: outlines for a screen take some hundred kilobytes.
const LONGEST: usize = 32 * 1024 * 1024;

/// Codes that Eurostat has of its own.
const OTHERS: [(&str, &str); 2] = [("el", "gr"), ("uk", "gb")];

impl Geometry {
    /// Reads outlines.
    pub fn parse(text: &str) -> Result<Geometry, String> {
        if text.len() > LONGEST {
            return Err(format!("{} bytes, {LONGEST} at most", text.len()));
        }
        let json = Json::parse(text).map_err(|error| error.to_string())?;
        Geometry::of(&json).map_err(|misfit| misfit.to_string())
    }

    fn of(json: &Json) -> Result<Geometry, Misfit> {
        let kind: String = json.required("type")?;
        if kind != "Topology" {
            let features: Vec<Json> = json.required("features")?;
            let shapes: Result<Vec<Outline>, Misfit> = features.iter().map(feature).collect();
            return Ok(Geometry { shapes: shapes? });
        }
        let arcs = arcs(json)?;
        let mut shapes = Vec::new();
        for (_, object) in json.required::<Json>("objects")?.entries()? {
            for geometry in object.field::<Vec<Json>>("geometries")? {
                shapes.push(of_arcs(&geometry, &arcs)?);
            }
        }
        Ok(Geometry { shapes })
    }

    /// The outlines as GeoJSON.
    pub fn features(&self) -> Json {
        let object = |entries: Vec<(&str, Json)>| {
            let entries = entries.into_iter();
            Json::Object(
                entries
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect(),
            )
        };
        let words = |text: &str| Json::Text(text.to_owned());
        let place = |at: &Place| Json::List(vec![Json::Number(at.0), Json::Number(at.1)]);
        let polygon =
            |ring: &Vec<Place>| Json::List(vec![Json::List(ring.iter().map(place).collect())]);
        let feature = |shape: &Outline| {
            let rings = Json::List(shape.rings.iter().map(polygon).collect());
            object(vec![
                ("type", words("Feature")),
                (
                    "id",
                    shape.codes.first().map_or(Json::Null, |code| words(code)),
                ),
                (
                    "geometry",
                    object(vec![
                        ("type", words("MultiPolygon")),
                        ("coordinates", rings),
                    ]),
                ),
            ])
        };
        object(vec![
            ("type", words("FeatureCollection")),
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
        self.shapes.iter().find(|shape| {
            let mut codes = shape.codes.iter();
            codes.any(|known| known.eq_ignore_ascii_case(code))
        })
    }
}

/// A feature of GeoJSON, under its identifier or a property `code`.
fn feature(json: &Json) -> Result<Outline, Misfit> {
    let properties: Option<Json> = json.field("properties")?;
    let code = properties
        .as_ref()
        .map(|of| of.field::<Option<Json>>("code"));
    let code = code.transpose()?.flatten().or(json.field("id")?);
    let codes = match code {
        Some(Json::Text(text)) => vec![text],
        Some(Json::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    };
    let geometry: Json = json.required("geometry")?;
    let kind: String = geometry.required("type")?;
    let rings = match kind.as_str() {
        "Polygon" => vec![geometry.required("coordinates")?],
        "MultiPolygon" => geometry.required("coordinates")?,
        _ => return Err(Misfit::of("Polygon, MultiPolygon")),
    };
    let rings = rings
        .into_iter()
        .filter_map(|polygon: Vec<Vec<Vec<f64>>>| polygon.into_iter().next());
    let place = |at: &Vec<f64>| Some((*at.first()?, *at.get(1)?));
    let rings = rings.map(|ring| ring.iter().filter_map(place).collect());
    Ok(Outline {
        codes,
        rings: rings.collect(),
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

/// A geometry of a topology, under the codes of its identifier.
fn of_arcs(json: &Json, arcs: &[Vec<Place>]) -> Result<Outline, Misfit> {
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
    let ring = |numbers: Vec<f64>| -> Vec<Place> {
        let mut ring: Vec<Place> = Vec::new();
        for number in numbers {
            let is_turned = number < 0.0;
            let place = if is_turned { -number - 1.0 } else { number };
            let arc = arcs
                .get(place as usize)
                .map(Vec::as_slice)
                .unwrap_or_default();
            match is_turned {
                true => ring.extend(arc.iter().rev()),
                false => ring.extend(arc),
            }
        }
        ring
    };
    Ok(Outline {
        codes: id.split_whitespace().map(str::to_owned).collect(),
        rings: outer.map(ring).collect(),
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
