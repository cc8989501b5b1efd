//! Shares as whole numbers that add up.

use kernels::stable_sort as order;

/// Whole numbers near `shares` of `whole` that add up to it: each share is cut down, and what is
/// left goes to the largest remainders, the first of equal ones. The shares are taken of their
/// sum; without any, nobody gets anything.
pub fn whole_parts(shares: &[f64], whole: usize) -> Vec<usize> {
    let proper = |share: &f64| {
        if share.is_finite() {
            share.max(0.0)
        } else {
            0.0
        }
    };
    let sum: f64 = shares.iter().map(proper).sum();
    if sum <= 0.0 {
        return vec![0; shares.len()];
    }
    let exact: Vec<f64> = shares
        .iter()
        .map(|share| proper(share) / sum * whole as f64)
        .collect();
    // A share that is whole but for its last bits is whole.
    let mut parts: Vec<usize> = exact
        .iter()
        .map(|part| libm::floor(part + 1e-9) as usize)
        .collect();
    let rest = |place: usize| exact[place] - parts[place] as f64;
    let order = order::places(exact.len(), &|one, two| rest(two).total_cmp(&rest(one)));
    let left = whole.saturating_sub(parts.iter().sum());
    for place in order.into_iter().take(left) {
        parts[place] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_the_largest_remainder_gets_the_rest() {
        let cases: [(&[f64], &[usize]); 5] = [
            (&[0.434, 0.566], &[43, 57]),
            (&[0.333, 0.333, 0.334], &[33, 33, 34]),
            (&[1.0, 1.0, 1.0], &[34, 33, 33]),
            (&[0.125, 0.125, 0.75], &[13, 12, 75]),
            (&[0.004, 0.996], &[0, 100]),
        ];
        for (shares, expected) in cases {
            assert_eq!(whole_parts(shares, 100), expected, "{shares:?}");
        }
        assert_eq!(whole_parts(&[0.0, f64::NAN], 100), [0, 0]);
    }
}
