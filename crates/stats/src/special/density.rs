//! Poisson and binomial densities in the saddle-point form of Loader.
//!
//! x^a e^-x / Γ(a + 1), formed from logarithms of Γ, loses nine digits at a = 10^6. Loader splits
//! off what is small by nature: the error of Stirling's formula and the deviance.
//!
//! Reference: Loader, C. (2000). Fast and accurate computation of binomial probabilities.

use std::f64::consts::TAU;

/// Largest |u| for which the series of [`log1p_minus`] is used.
const SERIES_REACH: f64 = 0.4;

/// ln(1 + u) - u for u > -1, without cancellation near 0.
///
/// With v = u/(2 + u), ln(1 + u) = 2 artanh(v) and u = 2v/(1 - v), so the difference is
/// -uv + 2 (v^3/3 + v^5/5 + ...); both parts have the same sign or differ much in size.
pub fn log1p_minus(u: f64) -> f64 {
    if !(-SERIES_REACH..=SERIES_REACH).contains(&u) {
        return libm::log1p(u) - u;
    }
    let v = u / (2.0 + u);
    let square = v * v;
    let mut power = square * v;
    let mut sum = 0.0;
    // |v| <= 1/4, so sixteen terms reach 10^-19 relative to the first.
    for odd in (3..35).step_by(2) {
        let next = sum + power / f64::from(odd);
        if next == sum {
            break;
        }
        sum = next;
        power *= square;
    }
    2.0 * sum - u * v
}

/// Deviance part D(x, m) = x ln(x/m) + m - x, the cost of seeing x where m is expected;
/// 0 at x = m, m at x = 0.
pub fn deviance(x: f64, mean: f64) -> f64 {
    deviance_by(x, mean, mean - x)
}

/// The same, with m - x given where it is known better than from the two.
fn deviance_by(x: f64, mean: f64, excess: f64) -> f64 {
    if x <= 0.0 {
        return mean;
    }
    let u = excess / x;
    if u.abs() <= SERIES_REACH {
        -x * log1p_minus(u)
    } else {
        // Far from the mean the three terms do not cancel, and u no longer holds the digits of
        // a mean much smaller than x.
        x * libm::log(x / mean) + excess
    }
}

/// Error of Stirling's formula: ln Γ(x + 1) - (x + 1/2) ln x + x - ln(2π)/2, for x > 0.
pub fn stirling_error(x: f64) -> f64 {
    // The asymptotic series is exact to the last bit from 16 on; below, the argument is raised by
    // the recurrence of Γ, whose steps are (x + 1/2) ln(1 + 1/x) - 1.
    const SERIES_FROM: f64 = 16.0;
    let mut raised = x;
    let mut steps = 0.0;
    while raised < SERIES_FROM {
        steps += if raised < 1.0 {
            (raised + 0.5) * (libm::log1p(raised) - libm::log(raised)) - 1.0
        } else {
            // (x + 1/2)(1/x + L) - 1 = 1/(2x) + (x + 1/2) L with L = ln(1 + 1/x) - 1/x.
            let inverse = 1.0 / raised;
            0.5 * inverse + (raised + 0.5) * log1p_minus(inverse)
        };
        raised += 1.0;
    }
    let square = raised * raised;
    let series = (1.0 / 12.0
        - (1.0 / 360.0
            - (1.0 / 1260.0
                - (1.0 / 1680.0
                    - (1.0 / 1188.0 - (691.0 / 360_360.0 - 1.0 / 156.0 / square) / square)
                        / square)
                    / square)
                / square)
            / square)
        / raised;
    steps + series
}

/// Poisson density m^x e^-m / Γ(x + 1), for real x >= 0 and mean m >= 0.
pub fn poisson(x: f64, mean: f64) -> f64 {
    if x == 0.0 {
        return libm::exp(-mean);
    }
    if mean == 0.0 {
        return 0.0;
    }
    libm::exp(-stirling_error(x) - deviance(x, mean)) / (TAU * x).sqrt()
}

/// Binomial density with a successes and b failures, for real a, b >= 0; `p` and `q` = 1 - p are
/// both given so that neither loses digits.
pub fn binomial(a: f64, b: f64, p: f64, q: f64) -> f64 {
    let n = a + b;
    if a == 0.0 {
        return libm::exp(
            b * if p < 0.5 {
                libm::log1p(-p)
            } else {
                libm::log(q)
            },
        );
    }
    if b == 0.0 {
        return libm::exp(
            a * if q < 0.5 {
                libm::log1p(-q)
            } else {
                libm::log(p)
            },
        );
    }
    if p == 0.0 || q == 0.0 {
        return 0.0;
    }
    // np - a, which keeps its digits when p or q is small.
    let excess = b * p - a * q;
    let exponent = stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - deviance_by(a, n * p, excess)
        - deviance_by(b, n * q, -excess);
    libm::exp(exponent) * (n / (TAU * a * b)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, want: f64) -> bool {
        (got - want).abs() <= 4e-15 * want.abs()
    }

    #[test]
    fn log1p_minus_agrees_with_its_taylor_series_near_zero() {
        for u in [1e-4, -1e-4, 1e-8, -1e-8] {
            let want = u * u * (-0.5 + u * (1.0 / 3.0 - u * (0.25 - u * 0.2)));
            assert!(close(log1p_minus(u), want), "{u}");
        }
    }

    #[test]
    fn stirling_error_at_small_whole_numbers_gives_back_the_factorials() {
        let mut factorial = 1.0;
        for n in 1..=20 {
            let x = f64::from(n);
            factorial *= x;
            let back = libm::exp(stirling_error(x) - x) * libm::pow(x, x) * (TAU * x).sqrt();
            assert!((back / factorial - 1.0).abs() < 2e-14, "{n}");
        }
    }

    #[test]
    fn densities_sum_to_one() {
        let poisson_sum: f64 = (0..200).map(|x| poisson(f64::from(x), 37.5)).sum();
        assert!(close(poisson_sum, 1.0), "{poisson_sum}");
        let binomial_sum: f64 = (0..=90)
            .map(|x| binomial(f64::from(x), f64::from(90 - x), 0.3, 0.7))
            .sum();
        assert!((binomial_sum - 1.0).abs() < 1e-14, "{binomial_sum}");
    }
}
