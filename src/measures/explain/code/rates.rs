//! Intervals of one rate.

use super::Twin;

pub(super) const RATE_GARWOOD: Twin = Twin {
    python: r#"show("value", x / t)
show("lower", 0 if x == 0 else gamma_low(x, alpha / 2) / t)
show("upper", gamma_high(x + 1, alpha / 2) / t)
"#,
    r: r#"# The same limits: poisson.test(x, t, conf.level = 1 - alpha)$conf.int
show("value", x / t)
show("lower", if (x == 0) 0 else qgamma(alpha / 2, x) / t)
show("upper", qgamma(alpha / 2, x + 1, lower.tail = FALSE) / t)
"#,
};

pub(super) const RATE_MID_P: Twin = Twin {
    python: r#"# Mean of the exact tail with and without the observed count.
show("value", x / t)
if x == 0:
    show("lower", 0)
    show("upper", -math.log(alpha) / t)
else:
    above = lambda m: gamma_tails(x + 1, m)[0] + poisson(x, m) / 2
    below = lambda m: gamma_tails(x, m)[1] + poisson(x, m) / 2
    show("lower", solve(above, alpha / 2, x) / t)
    show("upper", solve(below, alpha / 2, x) / t)
"#,
    r: r#"# Mean of the exact tail with and without the observed count.
show("value", x / t)
if (x == 0) {
  show("lower", 0)
  show("upper", -log(alpha) / t)
} else {
  above <- function(y) ppois(x, exp(y), lower.tail = FALSE) + dpois(x, exp(y)) / 2
  below <- function(y) ppois(x - 1, exp(y)) + dpois(x, exp(y)) / 2
  root <- function(tail, from, to)
    exp(uniroot(function(y) log(tail(y)) - log(alpha / 2), c(from, to), tol = 1e-15)$root)
  low <- log(qgamma(alpha / 2, x))
  high <- log(qgamma(alpha / 2, x + 1, lower.tail = FALSE))
  show("lower", root(above, low, high) / t)
  show("upper", root(below, low, high) / t)
}
"#,
};

pub(super) const RATE_BYAR: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
show("value", x / t)
show("lower", 0 if x == 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
show("value", x / t)
show("lower", if (x == 0) 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#,
};

pub(super) const RATE_SCORE: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
show("value", x / t)
show("lower", x * x / upper / t)
show("upper", upper / t)
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
upper <- x + z^2 / 2 + z * sqrt(x + z^2 / 4)
show("value", x / t)
show("lower", x^2 / upper / t)
show("upper", upper / t)
"#,
};
