//! From values to positions, and which numbers to write at an axis.

/// A mapping from values to positions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mapping {
    domain: (f64, f64),
    range: (f64, f64),
    logarithmic: bool,
}

impl Mapping {
    /// Maps the ends of `domain` to the ends of `range` along a straight line. The range may
    /// run downwards.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Mapping {
        Mapping {
            domain,
            range,
            logarithmic: false,
        }
    }

    /// Maps so that equal ratios have equal lengths. The domain must be above zero; any other
    /// is mapped along a straight line.
    pub fn logarithmic(domain: (f64, f64), range: (f64, f64)) -> Mapping {
        if domain.0 <= 0.0 || domain.1 <= 0.0 {
            return Mapping::new(domain, range);
        }
        Mapping {
            domain: (libm::log10(domain.0), libm::log10(domain.1)),
            range,
            logarithmic: true,
        }
    }

    /// The position of `value`. A domain of no length maps everything to the middle; where
    /// ratios have lengths, zero is as far out as a thousandth of the lowest value.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let value = match self.logarithmic {
            true if value > 0.0 => libm::log10(value).max(low - 3.0),
            true => low - 3.0,
            false => value,
        };
        let (start, end) = self.range;
        if high == low {
            return (start + end) / 2.0;
        }
        start + (value - low) / (high - low) * (end - start)
    }

    /// The value at a position: the inverse of [`Mapping::at`].
    pub fn value(&self, position: f64) -> f64 {
        let ((low, high), (start, end)) = (self.domain, self.range);
        if start == end {
            return low;
        }
        let value = low + (position - start) / (end - start) * (high - low);
        match self.logarithmic {
            true => libm::pow(10.0, value),
            false => value,
        }
    }
}

/// Numbers for an axis on which equal ratios have equal lengths: 1, 2 and 5 times powers of ten,
/// or powers alone, from the nearest at or below `low` to the nearest at or above `high`.
/// The step is 0: the distances differ.
pub fn ratio_ticks(low: f64, high: f64, most: usize) -> Ticks {
    let (low, high) = match (low > 0.0, high > 0.0) {
        (true, true) if low.is_finite() && high.is_finite() => (low.min(high), low.max(high)),
        _ => (0.1, 10.0),
    };
    let (low, high) = (low.max(high * 1e-9), high);
    for factors in [
        &[1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0][..],
        &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0],
        &[1.0, 2.0, 5.0],
        &[1.0],
    ] {
        let first = libm::floor(libm::log10(low) + 1e-9) as i32;
        let last = libm::ceil(libm::log10(high) - 1e-9) as i32;
        let all: Vec<f64> = (first..=last)
            .flat_map(|power| {
                // Dividing by a whole power keeps 0.2 the number that is written 0.2.
                factors.iter().map(move |factor| match power < 0 {
                    true => factor / libm::pow(10.0, f64::from(-power)),
                    false => factor * libm::pow(10.0, f64::from(power)),
                })
            })
            .collect();
        let from = all.iter().rposition(|tick| *tick <= low * (1.0 + 1e-9));
        let to = all.iter().position(|tick| *tick >= high * (1.0 - 1e-9));
        if let (Some(from), Some(to)) = (from, to) {
            let to = to.max(from + 1).min(all.len() - 1);
            let values = all[from..=to].to_vec();
            if values.len() <= most.max(2) || factors.len() == 1 {
                return Ticks { values, step: 0.0 };
            }
            // Rather few numbers between tidy ends than an axis that is half empty.
            let thinned = thinned(&values);
            if factors.len() == 3 && thinned.len() <= most.max(3) {
                return Ticks {
                    values: thinned,
                    step: 0.0,
                };
            }
        }
    }
    Ticks {
        values: vec![low, high],
        step: 0.0,
    }
}

/// The ends, and the powers of ten between them that keep apart from both.
fn thinned(values: &[f64]) -> Vec<f64> {
    let (Some(&first), Some(&last)) = (values.first(), values.last()) else {
        return Vec::new();
    };
    let is_power = |value: f64| {
        let power = libm::log10(value);
        (power - libm::round(power)).abs() < 1e-9
    };
    let between = values
        .iter()
        .copied()
        .filter(|value| is_power(*value) && *value >= first * 1.9 && *value <= last / 1.9);
    std::iter::once(first)
        .chain(between)
        .chain(std::iter::once(last))
        .collect()
}

/// Equal places side by side for categories.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
}

impl Band {
    /// `count` places over `range`; no categories count as one.
    pub fn new(count: usize, range: (f64, f64)) -> Band {
        Band {
            start: range.0,
            step: (range.1 - range.0) / count.max(1) as f64,
        }
    }

    /// The length of one place.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// The middle of a place.
    pub fn middle(&self, index: usize) -> f64 {
        self.start + (index as f64 + 0.5) * self.step
    }
}

/// The numbers at an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// Multiples of `step`, rising.
    pub values: Vec<f64>,
    /// 1, 2, 2.5 or 5 times a power of ten; 2.5 only where halves make sense.
    pub step: f64,
}

impl Ticks {
    /// Decimals that write every tick exactly when it is shown `factor` times as large
    /// (100 for per cent).
    pub fn decimals(&self, factor: f64) -> usize {
        let step = self.step * factor;
        (0..6)
            .find(|&decimals| {
                let scaled = step * libm::pow(10.0, f64::from(decimals));
                (scaled - libm::round(scaled)).abs() < 1e-6 * scaled
            })
            .unwrap_or(6) as usize
    }

    /// First and last tick.
    pub fn ends(&self) -> (f64, f64) {
        let first = self.values.first().copied().unwrap_or(0.0);
        (first, self.values.last().copied().unwrap_or(first))
    }
}

/// At most `most` tidy numbers, from the nearest at or below `low` to the nearest at or above
/// `high`. Steps of 2 may take one number more, because steps of 2.5 need another decimal.
pub fn ticks_around(low: f64, high: f64, most: usize, whole: bool) -> Ticks {
    let (low, high) = proper(low, high);
    ticks(low, high, most, 1, whole, |low, high, step| {
        (floor(low / step), ceil(high / step))
    })
}

/// At most `most` tidy numbers between `low` and `high`.
pub fn ticks_within(low: f64, high: f64, most: usize, whole: bool) -> Ticks {
    let (low, high) = if low <= high {
        (low, high)
    } else {
        (high, low)
    };
    if low == high {
        return Ticks {
            values: vec![low],
            step: 1.0,
        };
    }
    ticks(low, high, most, 0, whole, |low, high, step| {
        (ceil(low / step), floor(high / step))
    })
}

/// Rounding that forgives the last bits, so that 0.3 / 0.1 is 3.
fn floor(value: f64) -> f64 {
    libm::floor(value + 1e-9)
}

fn ceil(value: f64) -> f64 {
    libm::ceil(value - 1e-9)
}

/// The range an axis can show: rising, finite, and of some length.
fn proper(low: f64, high: f64) -> (f64, f64) {
    if !low.is_finite() || !high.is_finite() {
        return (0.0, 1.0);
    }
    let (low, high) = if low <= high {
        (low, high)
    } else {
        (high, low)
    };
    if low < high {
        (low, high)
    } else if low == 0.0 {
        (0.0, 1.0)
    } else {
        (low - low.abs() / 2.0, high + high.abs() / 2.0)
    }
}

fn ticks(
    low: f64,
    high: f64,
    most: usize,
    more: usize,
    whole: bool,
    ends: impl Fn(f64, f64, f64) -> (f64, f64),
) -> Ticks {
    let most = most.max(2) as f64;
    let more = more as f64;
    let mut power = libm::pow(10.0, libm::floor(libm::log10((high - low) / most)));
    if whole {
        power = power.max(1.0);
    }
    // Two powers of ten are always enough: the first step tried is at most a tenth too small.
    for _ in 0..3 {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            let step = power * factor;
            if whole && step != libm::floor(step) {
                continue;
            }
            let (first, last) = ends(low, high, step);
            let allowed = if factor == 2.0 { most + more } else { most };
            if last - first + 1.0 <= allowed {
                let count = (last - first + 1.0).max(0.0) as usize;
                let values = (0..count).map(|k| (first + k as f64) * step).collect();
                return Ticks { values, step };
            }
        }
        power *= 10.0;
    }
    Ticks {
        values: vec![low, high],
        step: high - low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_tidy_and_cover_the_range() {
        let cases: [(f64, f64, usize, bool, &[f64]); 7] = [
            (0.0, 0.083, 6, false, &[0.0, 0.02, 0.04, 0.06, 0.08, 0.1]),
            (0.0, 0.97, 6, false, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (
                0.0,
                9400.0,
                6,
                false,
                &[0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0],
            ),
            (-3.0, 4.0, 5, false, &[-4.0, -2.0, 0.0, 2.0, 4.0]),
            (0.0, 0.0, 5, false, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (7.0, 7.0, 4, true, &[0.0, 5.0, 10.0, 15.0]),
            (0.0, 3.0, 9, true, &[0.0, 1.0, 2.0, 3.0]),
        ];
        for (low, high, most, whole, expected) in cases {
            let ticks = ticks_around(low, high, most, whole);
            assert_eq!(
                ticks.values.len(),
                expected.len(),
                "{low}..{high}: {ticks:?}"
            );
            for (tick, wanted) in ticks.values.iter().zip(expected) {
                assert!((tick - wanted).abs() < 1e-12, "{low}..{high}: {ticks:?}");
            }
        }
    }

    #[test]
    fn ticks_within_never_leave_the_range() {
        let ages = ticks_within(18.0, 35.0, 6, true);
        assert_eq!(ages.values, [20.0, 25.0, 30.0, 35.0]);
        let years = ticks_within(2000.0, 2023.0, 6, true);
        assert_eq!(years.values, [2000.0, 2005.0, 2010.0, 2015.0, 2020.0]);
        assert_eq!(ticks_within(2005.0, 2005.0, 6, true).values, [2005.0]);
    }

    #[test]
    fn ticks_stay_few_and_finite_over_many_magnitudes() {
        for exponent in -12..13 {
            let high = 3.7 * libm::pow(10.0, f64::from(exponent));
            for most in 2..12 {
                let ticks = ticks_around(0.0, high, most, false);
                let (first, last) = ticks.ends();
                assert!(ticks.values.len() <= most + 1 && ticks.values.len() >= 2);
                assert!(
                    first <= 0.0 && last >= high * (1.0 - 1e-9),
                    "{high}: {ticks:?}"
                );
            }
        }
        assert_eq!(ticks_around(f64::NAN, 2.0, 5, false).ends(), (0.0, 1.0));
    }

    #[test]
    fn decimals_follow_the_step() {
        let cases = [
            (0.025, 100.0, 1),
            (0.02, 100.0, 0),
            (0.25, 1.0, 2),
            (5.0, 1.0, 0),
        ];
        for (step, factor, decimals) in cases {
            let ticks = Ticks {
                values: vec![],
                step,
            };
            assert_eq!(ticks.decimals(factor), decimals, "{step}");
        }
    }

    #[test]
    fn ratios_have_tidy_ticks_and_equal_lengths() {
        let cases: [(f64, f64, usize, &[f64]); 5] = [
            (0.3, 7.0, 6, &[0.2, 0.5, 1.0, 2.0, 5.0, 10.0]),
            (0.9, 1.3, 6, &[0.8, 1.0, 1.25, 1.5]),
            (0.002, 0.09, 5, &[0.002, 0.01, 0.1]),
            (1.0, 16.0, 3, &[1.0, 10.0, 20.0]),
            (1.0, 1e6, 4, &[1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6]),
        ];
        for (low, high, most, expected) in cases {
            let ticks = ratio_ticks(low, high, most).values;
            assert_eq!(ticks.len(), expected.len(), "{low}..{high}: {ticks:?}");
            for (tick, wanted) in ticks.iter().zip(expected) {
                assert!((tick / wanted - 1.0).abs() < 1e-12, "{ticks:?}");
            }
        }
        let mapping = Mapping::logarithmic((0.1, 10.0), (0.0, 100.0));
        assert!((mapping.at(1.0) - 50.0).abs() < 1e-9);
        assert!((mapping.at(2.0) + mapping.at(0.5) - 100.0).abs() < 1e-9);
        assert!(mapping.at(0.0).is_finite());
    }

    #[test]
    fn a_flat_domain_maps_to_the_middle() {
        assert_eq!(Mapping::new((2.0, 2.0), (0.0, 10.0)).at(2.0), 5.0);
        assert_eq!(Mapping::new((0.0, 4.0), (100.0, 0.0)).at(1.0), 75.0);
    }
}
