//! Intervals of shares.

use super::Twin;

pub(super) const WILSON: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
lower, upper = wilson(k, n)
show("value", k / n)
show("lower", lower)
show("upper", upper)
"#,
    r: r#"# The same limits: prop.test(k, n, conf.level = 1 - alpha, correct = FALSE)$conf.int
z <- qnorm(alpha / 2, lower.tail = FALSE)
show("value", k / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k, n)[2])
"#,
};

pub(super) const CLOPPER_PEARSON: Twin = Twin {
    python: r#"share = lambda odds: odds / (1 + odds)
show("value", k / n)
show("lower", 0 if k == 0 else share(beta_odds(k, n - k + 1, alpha / 2)))
show("upper", 1 if k == n else 1 / (1 + beta_odds(n - k, k + 1, alpha / 2)))
"#,
    r: r#"# The same limits: binom.test(k, n, conf.level = 1 - alpha)$conf.int
show("value", k / n)
show("lower", if (k == 0) 0 else qbeta(alpha / 2, k, n - k + 1))
show("upper", if (k == n) 1 else qbeta(alpha / 2, k + 1, n - k, lower.tail = FALSE))
"#,
};

pub(super) const GOODMAN: Twin = Twin {
    python: r#"# Wilson's interval with the level shared between all categories.
n = sum(counts)
z = NormalDist().inv_cdf(1 - alpha / (2 * len(counts)))
lower, upper = wilson(k, n)
show("value", k / n)
show("lower", lower)
show("upper", upper)
"#,
    r: r#"# Wilson's interval with the level shared between all categories.
n <- sum(counts)
z <- qnorm(alpha / (2 * length(counts)), lower.tail = FALSE)
show("value", k / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k, n)[2])
"#,
};
