//! The globe on a plane, so that areas keep their proportions.

/// Where a map is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// The world: Equal Earth (Šavrič, Patterson and Jenny, 2018).
    World,
    /// A part of it: Lambert's azimuthal equal-area projection round a place, as longitude and latitude.
    Round(f64, f64),
}

impl Projection {
    /// Where a place lies on the plane, up and to the right counting as more. The radius of the globe is 1.
    pub fn plane(self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let (across, up) = (longitude.to_radians(), latitude.to_radians());
        match self {
            Projection::World => equal_earth(across, up),
            Projection::Round(longitude, latitude) => {
                azimuthal(across - longitude.to_radians(), up, latitude.to_radians())
            }
        }
    }
}

/// What of a ring lies where a distance from an edge is not negative.
pub fn clipped(ring: &[(f64, f64)], inside: impl Fn(&(f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(ring.len());
    for (place, at) in ring.iter().enumerate() {
        let before = &ring[(place + ring.len() - 1) % ring.len()];
        let (here, there) = (inside(at), inside(before));
        if (here < 0.0) != (there < 0.0) {
            let part = there / (there - here);
            kept.push((
                before.0 + (at.0 - before.0) * part,
                before.1 + (at.1 - before.1) * part,
            ));
        }
        if here >= 0.0 {
            kept.push(*at);
        }
    }
    kept
}

fn equal_earth(across: f64, up: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let root = libm::sqrt(3.0) / 2.0;
    let angle = libm::asin(root * libm::sin(up));
    let square = angle * angle;
    let sixth = square * square * square;
    let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = across * libm::cos(angle) / (root * slope);
    let y = angle * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
    (x, y)
}

fn azimuthal(across: f64, up: f64, middle: f64) -> (f64, f64) {
    let (sine, cosine) = (libm::sin(up), libm::cos(up));
    let (middle_sine, middle_cosine) = (libm::sin(middle), libm::cos(middle));
    let near = 1.0 + middle_sine * sine + middle_cosine * cosine * libm::cos(across);
    // The other end of the globe is the whole rim.
    let scale = libm::sqrt(2.0 / near.max(1e-6));
    let x = scale * cosine * libm::sin(across);
    let y = scale * (middle_cosine * sine - middle_sine * cosine * libm::cos(across));
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The area of a field of a degree each way, on the plane.
    fn field(projection: Projection, longitude: f64, latitude: f64) -> f64 {
        let at = |across: f64, up: f64| projection.plane((longitude + across, latitude + up));
        let corners = [at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)];
        let next = corners.iter().cycle().skip(1);
        let doubled = corners.iter().zip(next);
        doubled
            .map(|(one, two)| one.0 * two.1 - two.0 * one.1)
            .sum::<f64>()
            .abs()
            / 2.0
    }

    #[test]
    fn areas_keep_their_proportions() {
        for projection in [Projection::World, Projection::Round(10.0, 52.0)] {
            for (longitude, latitude) in [
                (0.0, 0.0),
                (10.0, 52.0),
                (-9.0, 37.0),
                (25.0, 70.0),
                (-24.0, 64.0),
            ] {
                let bands =
                    [latitude, latitude + 1.0].map(|degree: f64| libm::sin(degree.to_radians()));
                let on_globe = (bands[1] - bands[0]) * 1.0_f64.to_radians();
                let drawn = field(projection, longitude, latitude);
                let apart = (drawn / on_globe - 1.0).abs();
                assert!(
                    apart < 2e-3,
                    "{projection:?} {longitude} {latitude}: {apart}"
                );
            }
        }
    }

    #[test]
    fn the_middle_of_a_map_is_its_middle() {
        assert_eq!(Projection::World.plane((0.0, 0.0)), (0.0, 0.0));
        let (x, y) = Projection::Round(10.0, 52.0).plane((10.0, 52.0));
        assert!(x.abs() < 1e-12 && y.abs() < 1e-12);
        // The poles of Equal Earth are lines of a known height.
        let (_, y) = Projection::World.plane((0.0, 90.0));
        assert!((y - 1.317_362_759).abs() < 1e-6, "{y}");
    }
}
