//! Fewer points where more of them than pixels lie beside each other.

/// The width of a column that keeps four points, in CSS pixels.
const COLUMN: f64 = 1.0;

/// The spots of a line, thinned to what can be seen: of those that follow each other within one
/// column the first, the lowest, the highest and the last stay, in their order. The drawn line is
/// the same, since between its first and last spot it covers the column from the lowest to the
/// highest in any case.
///
/// A line that has room for its points is returned as it is.
pub(super) fn thinned(spots: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (spots.first(), spots.last()) else {
        return spots;
    };
    let columns = (last.0 - first.0) / COLUMN;
    if spots.len() as f64 <= 4.0 * columns.max(1.0) {
        return spots;
    }
    let column = |spot: &(f64, f64)| libm::floor(spot.0 / COLUMN);
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for group in spots.chunk_by(|one, two| column(one) == column(two)) {
        let (mut lowest, mut highest) = (0, 0);
        for (index, spot) in group.iter().enumerate() {
            if spot.1 < group[lowest].1 {
                lowest = index;
            }
            if spot.1 > group[highest].1 {
                highest = index;
            }
        }
        let mut places = [0, lowest.min(highest), lowest.max(highest), group.len() - 1].to_vec();
        places.dedup();
        kept.extend(places.into_iter().map(|place| group[place]));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Synthetic values that jump about, with one peak and one trough that stand out.
    fn crowded(count: usize) -> Vec<(f64, f64)> {
        (0..count)
            .map(|index| {
                let x = 900.0 * index as f64 / (count - 1) as f64;
                let y = match index {
                    7_777 => -50.0,
                    12_345 => 500.0,
                    _ => 100.0 + ((index * 7919) % 101) as f64,
                };
                (x, y)
            })
            .collect()
    }

    #[test]
    fn what_stands_out_stays_and_each_column_keeps_its_reach() {
        let spots = crowded(20_000);
        let kept = thinned(spots.clone());
        assert!(kept.len() <= 4 * 901, "{}", kept.len());
        assert_eq!(kept.first(), spots.first());
        assert_eq!(kept.last(), spots.last());
        let reach = |spots: &[(f64, f64)], column: usize| {
            let within = |spot: &&(f64, f64)| libm::floor(spot.0 / COLUMN) as usize == column;
            let fold =
                |(low, high): (f64, f64), spot: &(f64, f64)| (low.min(spot.1), high.max(spot.1));
            spots.iter().filter(within).fold((f64::MAX, f64::MIN), fold)
        };
        for column in 0..901 {
            assert_eq!(reach(&kept, column), reach(&spots, column), "{column}");
        }
        let mut rest = spots.iter();
        assert!(
            kept.iter().all(|spot| rest.any(|other| other == spot)),
            "out of order"
        );
    }

    #[test]
    fn a_line_with_room_for_its_points_is_left_alone() {
        let few = crowded(1_000);
        assert_eq!(thinned(few.clone()), few);
        let upright = vec![(10.0, 1.0), (10.0, 3.0), (10.0, 2.0)];
        assert_eq!(thinned(upright.clone()), upright);
        assert_eq!(thinned(Vec::new()), Vec::new());
    }
}
