//! Rates made alike.

use super::Twin;

pub(super) const FAY_FEUER: Twin = Twin {
    python: r#"used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
rate = math.fsum(w * a for a, w in used)
variance = math.fsum(w * w * a for a, w in used)
largest = max(w for a, w in used)
show("value", rate)
if rate > 0:
    show("lower", variance / rate * gamma_low(rate ** 2 / variance, alpha / 2))
else:
    show("lower", 0)
rate, variance = rate + largest, variance + largest ** 2
show("upper", variance / rate * gamma_high(rate ** 2 / variance, alpha / 2))
"#,
    r: r#"used <- weight > 0
w <- weight[used] / sum(weight) / t[used]
rate <- sum(w * x[used])
variance <- sum(w^2 * x[used])
show("value", rate)
show("lower", if (rate > 0) variance / rate * qgamma(alpha / 2, rate^2 / variance) else 0)
rate <- rate + max(w)
variance <- variance + max(w)^2
show("upper", variance / rate * qgamma(alpha / 2, rate^2 / variance, lower.tail = FALSE))
"#,
};

pub(super) const DOBSON_BYAR: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
rate = math.fsum(w * a for a, w in used)
events = sum(a for a, w in used)
show("value", rate)
if events > 0:
    scale = math.sqrt(math.fsum(w * w * a for a, w in used) / events)
    show("lower", max(0, rate + scale * (byar(events, -z) - events)))
    show("upper", rate + scale * (byar(events + 1, z) - events))
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
used <- weight > 0
w <- weight[used] / sum(weight) / t[used]
events <- sum(x[used])
rate <- sum(w * x[used])
show("value", rate)
if (events > 0) {
  scale <- sqrt(sum(w^2 * x[used]) / events)
  show("lower", max(0, rate + scale * (byar(events, -z) - events)))
  show("upper", rate + scale * (byar(events + 1, z) - events))
}
"#,
};

pub(super) const INDIRECT: Twin = Twin {
    python: r#"expected = math.fsum(a * b / c for a, b, c in zip(t, ref_x, ref_t) if a > 0)
show("expected", expected)
show("value", observed / expected)
show("lower", 0 if observed == 0 else gamma_low(observed, alpha / 2) / expected)
show("upper", gamma_high(observed + 1, alpha / 2) / expected)
show("indirect_rate", observed / expected * math.fsum(ref_x) / math.fsum(ref_t))
"#,
    r: r#"used <- t > 0
expected <- sum(t[used] * ref_x[used] / ref_t[used])
show("expected", expected)
show("value", observed / expected)
show("lower", if (observed == 0) 0 else qgamma(alpha / 2, observed) / expected)
show("upper", qgamma(alpha / 2, observed + 1, lower.tail = FALSE) / expected)
show("indirect_rate", observed / expected * sum(ref_x) / sum(ref_t))
"#,
};
