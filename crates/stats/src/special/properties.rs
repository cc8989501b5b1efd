//! Identities that hold for every argument, so that no table of values is needed.

use super::beta::Split;
use super::{beta, density, gamma, normal, student};
use proptest::prelude::*;

/// e^s for s between the logarithms of the ends.
fn log_uniform(low: f64, high: f64) -> impl Strategy<Value = f64> {
    (libm::log(low)..libm::log(high)).prop_map(libm::exp)
}

fn shape() -> impl Strategy<Value = f64> {
    prop_oneof![log_uniform(0.5, 1e8), log_uniform(150.0, 260.0)]
}

fn small_tail() -> impl Strategy<Value = f64> {
    log_uniform(1e-12, 0.5)
}

/// A tail at a rounded point is only as exact as the point: a relative error e of x changes the
/// tail by e times its slope by ln x.
fn agrees(tail: f64, p: f64, slope: f64) -> bool {
    (tail - p).abs() <= 2e-13 * p + 2e-15 * slope.abs()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn gamma_quantiles_invert_both_tails(a in shape(), p in small_tail()) {
        let low = gamma::lower_quantile(a, p).unwrap();
        let high = gamma::upper_quantile(a, p).unwrap();
        prop_assert!(low < high || p > 0.499);
        for (x, tail) in [
            (low, gamma::lower_tail(a, low).unwrap()),
            (high, gamma::upper_tail(a, high).unwrap()),
        ] {
            let slope = a * density::poisson(a, x);
            prop_assert!(agrees(tail, p, slope), "a {a} p {p} x {x} tail {tail}");
        }
    }

    #[test]
    fn neighbouring_gamma_tails_differ_by_a_poisson_term(a in shape(), p in small_tail()) {
        // P(a, x) = P(a + 1, x) + x^a e^-x / Γ(a + 1), also where the method of computing changes.
        let x = gamma::lower_quantile(a, p).unwrap();
        let sum = gamma::lower_tail(a + 1.0, x).unwrap() + density::poisson(a, x);
        prop_assert!(agrees(sum, p, a * density::poisson(a, x)), "a {a} p {p}: {sum}");
        let x = gamma::upper_quantile(a + 1.0, p).unwrap();
        let sum = gamma::upper_tail(a, x).unwrap() + density::poisson(a, x);
        prop_assert!(agrees(sum, p, a * density::poisson(a, x)), "a {a} q {p}: {sum}");
    }

    #[test]
    fn gamma_tails_are_monotone_in_x(a in shape(), p in small_tail(), grow in 1e-6..1e-2_f64) {
        let x = gamma::lower_quantile(a, p).unwrap();
        let (here, there) = (gamma::tails(a, x).unwrap(), gamma::tails(a, x * (1.0 + grow)).unwrap());
        prop_assert!(here.lower <= there.lower && here.upper >= there.upper);
    }

    #[test]
    fn beta_quantiles_invert_and_mirror(a in shape(), b in shape(), p in small_tail()) {
        let odds = beta::quantile_odds(a, b, p).unwrap();
        let at = Split::from_odds(odds);
        let slope = a / (a + b) * b * density::binomial(a, b, at.p, at.q);
        let tail = beta::tails(a, b, at).unwrap().lower;
        prop_assert!(agrees(tail, p, slope), "a {a} b {b} p {p}: {tail}");
        // The mirrored distribution has the same tail on its other side.
        let mirrored = beta::tails(b, a, Split::from_odds(1.0 / odds)).unwrap().upper;
        prop_assert!(agrees(mirrored, p, slope), "a {a} b {b} p {p}: {mirrored}");
    }

    #[test]
    fn neighbouring_beta_tails_differ_by_a_binomial_term(a in shape(), b in shape(), p in small_tail()) {
        // I_x(a, b) = I_x(a + 1, b) + x^a (1-x)^b / (a B(a, b)).
        let at = Split::from_odds(beta::quantile_odds(a, b, p).unwrap());
        let term = b / (a + b) * density::binomial(a, b, at.p, at.q);
        let sum = beta::tails(a + 1.0, b, at).unwrap().lower + term;
        prop_assert!(agrees(sum, p, a * term), "a {a} b {b} p {p}: {sum}");
    }

    #[test]
    fn beta_tails_are_monotone_in_x(a in shape(), b in shape(), p in small_tail(), grow in 1e-6..1e-2_f64) {
        let odds = beta::quantile_odds(a, b, p).unwrap();
        let here = beta::tails(a, b, Split::from_odds(odds)).unwrap();
        let there = beta::tails(a, b, Split::from_odds(odds * (1.0 + grow))).unwrap();
        prop_assert!(here.lower <= there.lower && here.upper >= there.upper);
    }

    #[test]
    fn normal_quantile_inverts_the_tail_and_is_odd(p in log_uniform(1e-300, 0.5)) {
        let z = normal::upper_quantile(p).unwrap();
        prop_assert!((normal::upper_tail(z) / p - 1.0).abs() <= 1e-15 * (5.0 + z * z));
        if p > 1e-3 {
            let mirrored = normal::upper_quantile(1.0 - p).unwrap();
            prop_assert!((z + mirrored).abs() < 1e-12);
        }
    }

    #[test]
    fn t_quantile_is_odd_and_beyond_the_normal_one(df in 1.0..2000.0_f64, p in log_uniform(1e-6, 0.4)) {
        let t = student::upper_quantile(df, p).unwrap();
        prop_assert!(t > normal::upper_quantile(p).unwrap());
        let mirrored = student::upper_quantile(df, 1.0 - p).unwrap();
        prop_assert!((t + mirrored).abs() <= 1e-9 * t, "{t} {mirrored}");
    }
}

#[test]
fn arguments_outside_the_domain_have_no_value() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for a in [nan, inf, 0.0, -1.0] {
        assert!(
            gamma::tails(a, 1.0).is_err() && gamma::lower_quantile(a, 0.1).is_err(),
            "{a}"
        );
        assert!(
            beta::lower_tail(a, 1.0, 0.5).is_err() && beta::quantile_odds(1.0, a, 0.1).is_err()
        );
        assert!(student::upper_quantile(a, 0.1).is_err(), "{a}");
    }
    for p in [nan, 0.0, 1.0, -0.1, 1.1] {
        assert!(
            normal::upper_quantile(p).is_err() && gamma::upper_quantile(2.0, p).is_err(),
            "{p}"
        );
        assert!(beta::quantile_odds(2.0, 3.0, p).is_err(), "{p}");
        assert!(student::upper_quantile(3.0, p).is_err(), "{p}");
    }
    assert!(gamma::tails(2.0, nan).is_err() && beta::lower_tail(2.0, 3.0, nan).is_err());
}
