//! Groups against each other.

use super::Twin;

pub(super) const RATIO_EXACT: Twin = Twin {
    python: r#"# Given x1 + x2, the first count is binomial with the odds ratio * t1 / t2.
scale = t2 / t1
if x2 > 0:
    show("value", x1 / x2 * scale)
show("lower", 0 if x1 == 0 else beta_odds(x1, x2 + 1, alpha / 2) * scale)
if x2 > 0:
    show("upper", scale / beta_odds(x2, x1 + 1, alpha / 2))
"#,
    r: r#"# The same limits: poisson.test(c(x1, x2), c(t1, t2), conf.level = 1 - alpha)$conf.int
scale <- t2 / t1
odds <- function(k, rest) {
  p <- qbeta(alpha / 2, k, rest + 1)
  p / qbeta(alpha / 2, rest + 1, k, lower.tail = FALSE)
}
if (x2 > 0) show("value", x1 / x2 * scale)
show("lower", if (x1 == 0) 0 else odds(x1, x2) * scale)
if (x2 > 0) show("upper", scale / odds(x2, x1))
"#,
};

pub(super) const RATIO_MID_P: Twin = Twin {
    python: r#"scale = t2 / t1

def odds(k, rest):  # half of the probability of the observed count in the tail
    if rest == 0:
        log_p = math.log(alpha) / k
        return math.exp(log_p) / -math.expm1(log_p)
    def tail(o):
        return beta_tails(k + 1, rest, o)[0] + binomial(k, rest, o / (1 + o), 1 / (1 + o)) / 2
    return solve(tail, alpha / 2, k / rest)

if x2 > 0:
    show("value", x1 / x2 * scale)
show("lower", 0 if x1 == 0 else odds(x1, x2) * scale)
if x2 > 0:
    show("upper", scale / odds(x2, x1))
"#,
    r: r#"scale <- t2 / t1
odds <- function(k, rest) { # half of the probability of the observed count in the tail
  if (rest == 0) {
    log_p <- log(alpha) / k
    return(exp(log_p) / -expm1(log_p))
  }
  tail <- function(y) {
    p <- plogis(y)
    log(pbinom(k, k + rest, p, lower.tail = FALSE) + dbinom(k, k + rest, p) / 2) - log(alpha / 2)
  }
  low <- qlogis(qbeta(alpha / 2, k, rest + 1))
  exp(uniroot(tail, c(low, low + 10), tol = 1e-15, extendInt = "upX")$root)
}
if (x2 > 0) show("value", x1 / x2 * scale)
show("lower", if (x1 == 0) 0 else odds(x1, x2) * scale)
if (x2 > 0) show("upper", scale / odds(x2, x1))
"#,
};

pub(super) const RATIO_WALD: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
if x2 > 0:
    ratio = (x1 / t1) / (x2 / t2)
    show("value", ratio)
    if x1 > 0:
        spread = math.exp(z * math.sqrt(1 / x1 + 1 / x2))
        show("lower", ratio / spread)
        show("upper", ratio * spread)
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
if (x2 > 0) {
  ratio <- (x1 / t1) / (x2 / t2)
  show("value", ratio)
  if (x1 > 0) {
    spread <- exp(z * sqrt(1 / x1 + 1 / x2))
    show("lower", ratio / spread)
    show("upper", ratio * spread)
  }
}
"#,
};

pub(super) const DIFFERENCE_SCORE: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def limits(x, t):  # score limits of one rate
    upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
    return x * x / upper / t, upper / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
limits <- function(x, t) { # score limits of one rate
  upper <- x + z^2 / 2 + z * sqrt(x + z^2 / 4)
  c(x^2 / upper, upper) / t
}
r1 <- x1 / t1
r2 <- x2 / t2
one <- limits(x1, t1)
two <- limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - sqrt((r1 - one[1])^2 + (two[2] - r2)^2))
show("upper", r1 - r2 + sqrt((one[2] - r1)^2 + (r2 - two[1])^2))
"#,
};

pub(super) const DIFFERENCE_GARWOOD: Twin = Twin {
    python: r#"def limits(x, t):  # exact limits of one rate
    lower = 0 if x == 0 else gamma_low(x, alpha / 2)
    return lower / t, gamma_high(x + 1, alpha / 2) / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#,
    r: r#"limits <- function(x, t) # exact limits of one rate
  c(if (x == 0) 0 else qgamma(alpha / 2, x), qgamma(alpha / 2, x + 1, lower.tail = FALSE)) / t
r1 <- x1 / t1
r2 <- x2 / t2
one <- limits(x1, t1)
two <- limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - sqrt((r1 - one[1])^2 + (two[2] - r2)^2))
show("upper", r1 - r2 + sqrt((one[2] - r1)^2 + (r2 - two[1])^2))
"#,
};

pub(super) const NEWCOMBE: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
p1, p2 = k1 / n1, k2 / n2
(l1, u1), (l2, u2) = wilson(k1, n1), wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - math.hypot(p1 - l1, u2 - p2))
show("upper", p1 - p2 + math.hypot(u1 - p1, p2 - l2))
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
p1 <- k1 / n1
p2 <- k2 / n2
one <- wilson(k1, n1)
two <- wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2))
show("upper", p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
"#,
};

pub(super) const HETEROGENEITY: Twin = Twin {
    python: r#"groups = [(a, b) for a, b in zip(x, t) if b > 0]
pooled = math.fsum(x) / math.fsum(t)
ratio = 2 * math.fsum(deviance(a, b * pooled) if a > 0 else b * pooled for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#,
    r: r#"used <- t > 0
x <- x[used]
t <- t[used]
expected <- sum(x) * t / sum(t)
ratio <- 2 * sum(ifelse(x > 0, x * log(x / expected), 0))
show("pooled", sum(x) / sum(t))
show("value", ratio)
show("df", length(x) - 1)
show("p", pchisq(ratio, length(x) - 1, lower.tail = FALSE))
"#,
};

pub(super) const HETEROGENEITY_SHARES: Twin = Twin {
    python: r#"groups = [(a, b) for a, b in zip(k, n) if b > 0]
pooled = sum(k) / sum(n)
part = lambda a, e: deviance(a, e) if a > 0 else e
ratio = 2 * math.fsum(part(a, b * pooled) + part(b - a, b * (1 - pooled)) for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#,
    r: r#"used <- n > 0
k <- k[used]
n <- n[used]
part <- function(a, e) sum(ifelse(a > 0, a * log(a / e), 0))
pooled <- sum(k) / sum(n)
ratio <- 2 * (part(k, n * pooled) + part(n - k, n * (1 - pooled)))
show("pooled", pooled)
show("value", ratio)
show("df", length(k) - 1)
show("p", pchisq(ratio, length(k) - 1, lower.tail = FALSE))
"#,
};
