//! Methods in base R.

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::explain::computation::Computation;
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::share::ShareMethod;

pub(super) fn body(computation: &Computation) -> &'static str {
    match computation {
        Computation::Count { .. } => COUNT,
        Computation::Printed { .. } => PRINTED,
        Computation::Rate { method, .. } => match method {
            RateMethod::Garwood => RATE_GARWOOD,
            RateMethod::MidP => RATE_MID_P,
            RateMethod::Byar => RATE_BYAR,
            RateMethod::Score => RATE_SCORE,
        },
        Computation::Share { method, .. } => match method {
            ShareMethod::Wilson => WILSON,
            ShareMethod::ClopperPearson => CLOPPER_PEARSON,
        },
        Computation::JointShare { .. } => GOODMAN,
        Computation::RateRatio { method, .. } => match method {
            RatioMethod::Exact => RATIO_EXACT,
            RatioMethod::MidP => RATIO_MID_P,
            RatioMethod::Wald => RATIO_WALD,
        },
        Computation::RateDifference { method, .. } => match method {
            DifferenceMethod::Score => DIFFERENCE_SCORE,
            DifferenceMethod::Garwood => DIFFERENCE_GARWOOD,
        },
        Computation::ShareDifference { .. } => NEWCOMBE,
        Computation::Heterogeneity { shares, .. } => {
            if *shares {
                HETEROGENEITY_SHARES
            } else {
                HETEROGENEITY
            }
        }
        Computation::Direct { interval, .. } => match interval {
            DirectInterval::FayFeuer => FAY_FEUER,
            DirectInterval::DobsonByar => DOBSON_BYAR,
        },
        Computation::Indirect { .. } => INDIRECT,
        Computation::Kitagawa { .. } => KITAGAWA,
        Computation::Cross { .. } => CROSS,
        Computation::Cumulative { method, .. } => match method {
            ChanceMethod::LogDelta => CUMULATIVE,
            ChanceMethod::Gamma => CUMULATIVE_GAMMA,
        },
        Computation::Trend { .. } => TREND,
        Computation::Bounds { .. } => BOUNDS,
        Computation::SuppressedRate { .. } => SUPPRESSED,
        Computation::Funnel { shares, .. } => {
            if *shares {
                FUNNEL_SHARE
            } else {
                FUNNEL_RATE
            }
        }
    }
}

const COUNT: &str = r#"show("value", x)
"#;

const PRINTED: &str = r#"# Only the rounded number was published; the range is half a unit of its last digit.
show("value", printed)
show("lowest", lowest)
show("highest", highest)
"#;

const RATE_GARWOOD: &str = r#"# The same limits: poisson.test(x, t, conf.level = 1 - alpha)$conf.int
show("value", x / t)
show("lower", if (x == 0) 0 else qgamma(alpha / 2, x) / t)
show("upper", qgamma(alpha / 2, x + 1, lower.tail = FALSE) / t)
"#;

const RATE_MID_P: &str = r#"# Mean of the exact tail with and without the observed count.
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
"#;

const RATE_BYAR: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
byar <- function(c, z) c * max(0, 1 - 1 / (9 * c) + z / (3 * sqrt(c)))^3
show("value", x / t)
show("lower", if (x == 0) 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#;

const RATE_SCORE: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
upper <- x + z^2 / 2 + z * sqrt(x + z^2 / 4)
show("value", x / t)
show("lower", x^2 / upper / t)
show("upper", upper / t)
"#;

const WILSON: &str = r#"# The same limits: prop.test(k, n, conf.level = 1 - alpha, correct = FALSE)$conf.int
z <- qnorm(alpha / 2, lower.tail = FALSE)
upper <- if (k == n) 1 else (k + z^2 / 2 + z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
show("value", k / n)
show("lower", k^2 / (n * (n + z^2) * upper))
show("upper", upper)
"#;

const CLOPPER_PEARSON: &str = r#"# The same limits: binom.test(k, n, conf.level = 1 - alpha)$conf.int
show("value", k / n)
show("lower", if (k == 0) 0 else qbeta(alpha / 2, k, n - k + 1))
show("upper", if (k == n) 1 else qbeta(alpha / 2, k + 1, n - k, lower.tail = FALSE))
"#;

const GOODMAN: &str = r#"# Wilson's interval with the level shared between all categories.
n <- sum(counts)
z <- qnorm(alpha / (2 * length(counts)), lower.tail = FALSE)
upper <- if (k == n) 1 else (k + z^2 / 2 + z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
show("value", k / n)
show("lower", k^2 / (n * (n + z^2) * upper))
show("upper", upper)
"#;

const RATIO_EXACT: &str = r#"# The same limits: poisson.test(c(x1, x2), c(t1, t2), conf.level = 1 - alpha)$conf.int
scale <- t2 / t1
odds <- function(k, rest) {
  p <- qbeta(alpha / 2, k, rest + 1)
  p / qbeta(alpha / 2, rest + 1, k, lower.tail = FALSE)
}
if (x2 > 0) show("value", x1 / x2 * scale)
show("lower", if (x1 == 0) 0 else odds(x1, x2) * scale)
if (x2 > 0) show("upper", scale / odds(x2, x1))
"#;

const RATIO_MID_P: &str = r#"scale <- t2 / t1
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
"#;

const RATIO_WALD: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
if (x2 > 0) {
  ratio <- (x1 / t1) / (x2 / t2)
  show("value", ratio)
  if (x1 > 0) {
    spread <- exp(z * sqrt(1 / x1 + 1 / x2))
    show("lower", ratio / spread)
    show("upper", ratio * spread)
  }
}
"#;

const DIFFERENCE_SCORE: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
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
"#;

const DIFFERENCE_GARWOOD: &str = r#"limits <- function(x, t) # exact limits of one rate
  c(if (x == 0) 0 else qgamma(alpha / 2, x), qgamma(alpha / 2, x + 1, lower.tail = FALSE)) / t
r1 <- x1 / t1
r2 <- x2 / t2
one <- limits(x1, t1)
two <- limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - sqrt((r1 - one[1])^2 + (two[2] - r2)^2))
show("upper", r1 - r2 + sqrt((one[2] - r1)^2 + (r2 - two[1])^2))
"#;

const NEWCOMBE: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
wilson <- function(k, n) {
  upper <- if (k == n) 1 else (k + z^2 / 2 + z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
  c(k^2 / (n * (n + z^2) * upper), upper)
}
p1 <- k1 / n1
p2 <- k2 / n2
one <- wilson(k1, n1)
two <- wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2))
show("upper", p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
"#;

const HETEROGENEITY: &str = r#"used <- t > 0
x <- x[used]
t <- t[used]
expected <- sum(x) * t / sum(t)
ratio <- 2 * sum(ifelse(x > 0, x * log(x / expected), 0))
show("pooled", sum(x) / sum(t))
show("value", ratio)
show("df", length(x) - 1)
show("p", pchisq(ratio, length(x) - 1, lower.tail = FALSE))
"#;

const HETEROGENEITY_SHARES: &str = r#"used <- n > 0
k <- k[used]
n <- n[used]
part <- function(a, e) sum(ifelse(a > 0, a * log(a / e), 0))
pooled <- sum(k) / sum(n)
ratio <- 2 * (part(k, n * pooled) + part(n - k, n * (1 - pooled)))
show("pooled", pooled)
show("value", ratio)
show("df", length(k) - 1)
show("p", pchisq(ratio, length(k) - 1, lower.tail = FALSE))
"#;

const FAY_FEUER: &str = r#"used <- weight > 0
w <- weight[used] / sum(weight) / t[used]
rate <- sum(w * x[used])
variance <- sum(w^2 * x[used])
show("value", rate)
show("lower", if (rate > 0) variance / rate * qgamma(alpha / 2, rate^2 / variance) else 0)
rate <- rate + max(w)
variance <- variance + max(w)^2
show("upper", variance / rate * qgamma(alpha / 2, rate^2 / variance, lower.tail = FALSE))
"#;

const DOBSON_BYAR: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
byar <- function(c, z) c * max(0, 1 - 1 / (9 * c) + z / (3 * sqrt(c)))^3
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
"#;

const INDIRECT: &str = r#"used <- t > 0
expected <- sum(t[used] * ref_x[used] / ref_t[used])
show("expected", expected)
show("value", observed / expected)
show("lower", if (observed == 0) 0 else qgamma(alpha / 2, observed) / expected)
show("upper", qgamma(alpha / 2, observed + 1, lower.tail = FALSE) / expected)
show("indirect_rate", observed / expected * sum(ref_x) / sum(ref_t))
"#;

const KITAGAWA: &str = r#"used <- t1 > 0
r1 <- (x1 / t1)[used]
r2 <- (x2 / t2)[used]
w1 <- (t1 / sum(t1))[used]
w2 <- (t2 / sum(t2))[used]
show("rate1", sum(x1) / sum(t1))
show("rate2", sum(x2) / sum(t2))
show("value", sum(x1) / sum(t1) - sum(x2) / sum(t2))
show("composition", sum((w1 - w2) * (r1 + r2) / 2))
show("rates", sum((r1 - r2) * (w1 + w2) / 2))
"#;

const CROSS: &str = r#"factors <- function(x, t) { # for each cell its row factor, its column factor and its rate
  n <- matrix(t, ncol = columns, byrow = TRUE)
  rows <- matrix(rowSums(n), nrow(n), columns)
  cols <- matrix(colSums(n), nrow(n), columns, byrow = TRUE)
  list(a = sqrt(n / cols * rows / sum(n)), b = sqrt(n / rows * cols / sum(n)),
       r = matrix(x, ncol = columns, byrow = TRUE) / n)
}
one <- factors(x1, t1)
two <- factors(x2, t2)
rate1 <- sum(one$a * one$b * one$r)
rate2 <- sum(two$a * two$b * two$r)
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", sum((one$r + two$r) / 2 * (one$b + two$b) / 2 * (one$a - two$a)))
show("columns", sum((one$r + two$r) / 2 * (one$a + two$a) / 2 * (one$b - two$b)))
show("rates", sum((one$a * one$b + two$a * two$b) / 2 * (one$r - two$r)))
"#;

const CUMULATIVE: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
moves <- sum(width * x / t)
error <- sqrt(sum(width^2 * x / t^2))
show("moves", moves)
show("value", -expm1(-moves))
if (moves > 0) {
  spread <- exp(z * error / moves)
  show("lower", -expm1(-moves / spread))
  show("upper", -expm1(-moves * spread))
}
"#;

const CUMULATIVE_GAMMA: &str = r#"w <- width / t
moves <- sum(w * x)
variance <- sum(w^2 * x)
show("moves", moves)
show("value", -expm1(-moves))
low <- if (moves > 0) variance / moves * qgamma(alpha / 2, moves^2 / variance) else 0
show("lower", -expm1(-low))
moves <- moves + max(w)
variance <- variance + max(w)^2
high <- variance / moves * qgamma(alpha / 2, moves^2 / variance, lower.tail = FALSE)
show("upper", -expm1(-high))
"#;

const TREND: &str = r#"used <- t > 0
centred <- (year - mean(year[used]))[used]
fit <- glm(x[used] ~ centred + offset(log(t[used])), family = poisson,
           control = glm.control(epsilon = 1e-14, maxit = 100))
slope <- coef(fit)[["centred"]]
error <- sqrt(vcov(fit)["centred", "centred"])
df <- df.residual(fit)
dispersion <- sum(residuals(fit, "pearson")^2) / df
# More variation than Poisson: a wider error, and Student's t.
half <- if (dispersion > 1) {
  qt(alpha / 2, df, lower.tail = FALSE) * error * sqrt(dispersion)
} else {
  qnorm(alpha / 2, lower.tail = FALSE) * error
}
show("slope", slope)
show("dispersion", dispersion)
show("value", 100 * expm1(slope))
show("lower", 100 * expm1(slope - half))
show("upper", 100 * expm1(slope + half))
"#;

const BOUNDS: &str = r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
wilson <- function(k, n) {
  upper <- if (k == n) 1 else (k + z^2 / 2 + z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
  c(k^2 / (n * (n + z^2) * upper), upper)
}
n <- known + unknown
show("value", (k + q * unknown) / n)
if (known > 0) show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k + unknown, n)[2])
"#;

const SUPPRESSED: &str = r#"low <- known + cells * least
high <- known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", if (low == 0) 0 else qgamma(alpha / 2, low) / t)
show("upper", qgamma(alpha / 2, high + 1, lower.tail = FALSE) / t)
"#;

const FUNNEL_RATE: &str = r#"target <- all_x / all_t
mean <- target * t
c <- qpois(alpha / 2, mean)
lower <- max(0, c - (ppois(c, mean) - alpha / 2) / dpois(c, mean))
c <- qpois(alpha / 2, mean, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - ppois(c, mean, lower.tail = FALSE)) / dpois(c, mean))
show("target", target)
show("value", x / t)
show("lower", lower / t)
show("upper", upper / t)
"#;

const FUNNEL_SHARE: &str = r#"p <- all_k / all_n
c <- qbinom(alpha / 2, n, p)
lower <- max(0, c - (pbinom(c, n, p) - alpha / 2) / dbinom(c, n, p))
c <- qbinom(alpha / 2, n, p, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - pbinom(c, n, p, lower.tail = FALSE)) / dbinom(c, n, p))
show("target", p)
show("value", k / n)
show("lower", lower / n)
show("upper", upper / n)
"#;
