//! Numbers of which a part is not known.

use super::Twin;

pub(super) const BOUNDS: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
n = known + unknown
show("value", (k + q * unknown) / n)
if known > 0:
    show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[0])
show("upper", wilson(k + unknown, n)[1])
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
n <- known + unknown
show("value", (k + q * unknown) / n)
if (known > 0) show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k + unknown, n)[2])
"#,
};

pub(super) const SUPPRESSED_RATE: Twin = Twin {
    python: r#"low, high = known + cells * least, known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", 0 if low == 0 else gamma_low(low, alpha / 2) / t)
show("upper", gamma_high(high + 1, alpha / 2) / t)
"#,
    r: r#"low <- known + cells * least
high <- known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", if (low == 0) 0 else qgamma(alpha / 2, low) / t)
show("upper", qgamma(alpha / 2, high + 1, lower.tail = FALSE) / t)
"#,
};

pub(super) const SUPPRESSED_COUNT: Twin = Twin {
    python: r#"show("lowest", known + cells * least)
show("highest", known + cells * most)
"#,
    r: r#"show("lowest", known + cells * least)
show("highest", known + cells * most)
"#,
};

pub(super) const SUPPRESSED_PART: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
low = known + cells * least
high = min(known + cells * most, n)
show("lowest", low / n)
show("highest", high / n)
show("lower", wilson(low, n)[0])
show("upper", wilson(high, n)[1])
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
low <- known + cells * least
high <- min(known + cells * most, n)
show("lowest", low / n)
show("highest", high / n)
show("lower", wilson(low, n)[1])
show("upper", wilson(high, n)[2])
"#,
};

pub(super) const SUPPRESSED_SHARE: Twin = Twin {
    python: r#"# Least: the part at its least beside the rest at its greatest; greatest: the other way round.
z = NormalDist().inv_cdf(1 - alpha / 2)
low, high = known + cells * least, known + cells * most
low_of = low + rest_known + rest_cells * most
high_of = high + rest_known + rest_cells * least
show("lowest", low / low_of)
show("highest", high / high_of)
show("lower", wilson(low, low_of)[0])
show("upper", wilson(high, high_of)[1])
"#,
    r: r#"# Least: the part at its least beside the rest at its greatest; greatest: the other way round.
z <- qnorm(alpha / 2, lower.tail = FALSE)
low <- known + cells * least
high <- known + cells * most
low_of <- low + rest_known + rest_cells * most
high_of <- high + rest_known + rest_cells * least
show("lowest", low / low_of)
show("highest", high / high_of)
show("lower", wilson(low, low_of)[1])
show("upper", wilson(high, high_of)[2])
"#,
};
