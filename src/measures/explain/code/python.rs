//! Methods in Python.

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::explain::computation::Computation;
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::share::ShareMethod;

const DENSITY: &str = include_str!("parts/density.py");
const GAMMA: &str = include_str!("parts/gamma.py");
const BETA: &str = include_str!("parts/beta.py");

/// The functions a body needs, in order.
pub(super) fn parts(body: &str) -> Vec<&'static str> {
    let gamma = body.contains("gamma_") || body.contains("poisson(");
    let beta = body.contains("beta_") || body.contains("binomial(");
    let mut parts = Vec::new();
    if gamma || beta {
        parts.push(DENSITY);
    }
    if gamma {
        parts.push(GAMMA);
    }
    if beta {
        parts.push(BETA);
    }
    parts
}

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

const RATE_GARWOOD: &str = r#"show("value", x / t)
show("lower", 0 if x == 0 else gamma_low(x, alpha / 2) / t)
show("upper", gamma_high(x + 1, alpha / 2) / t)
"#;

const RATE_MID_P: &str = r#"# Mean of the exact tail with and without the observed count.
show("value", x / t)
if x == 0:
    show("lower", 0)
    show("upper", -math.log(alpha) / t)
else:
    above = lambda m: gamma_tails(x + 1, m)[0] + poisson(x, m) / 2
    below = lambda m: gamma_tails(x, m)[1] + poisson(x, m) / 2
    show("lower", solve(above, alpha / 2, x) / t)
    show("upper", solve(below, alpha / 2, x) / t)
"#;

const RATE_BYAR: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def byar(c, z):
    return c * max(0, 1 - 1 / (9 * c) + z / (3 * math.sqrt(c))) ** 3

show("value", x / t)
show("lower", 0 if x == 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#;

const RATE_SCORE: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)
upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
show("value", x / t)
show("lower", x * x / upper / t)
show("upper", upper / t)
"#;

const WILSON: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)
spread = z * math.sqrt(k * (n - k) / n + z * z / 4)
upper = 1 if k == n else (k + z * z / 2 + spread) / (n + z * z)
show("value", k / n)
show("lower", k * k / (n * (n + z * z) * upper))
show("upper", upper)
"#;

const CLOPPER_PEARSON: &str = r#"share = lambda odds: odds / (1 + odds)
show("value", k / n)
show("lower", 0 if k == 0 else share(beta_odds(k, n - k + 1, alpha / 2)))
show("upper", 1 if k == n else 1 / (1 + beta_odds(n - k, k + 1, alpha / 2)))
"#;

const GOODMAN: &str = r#"# Wilson's interval with the level shared between all categories.
n = sum(counts)
z = NormalDist().inv_cdf(1 - alpha / (2 * len(counts)))
spread = z * math.sqrt(k * (n - k) / n + z * z / 4)
upper = 1 if k == n else (k + z * z / 2 + spread) / (n + z * z)
show("value", k / n)
show("lower", k * k / (n * (n + z * z) * upper))
show("upper", upper)
"#;

const RATIO_EXACT: &str = r#"# Given x1 + x2, the first count is binomial with the odds ratio * t1 / t2.
scale = t2 / t1
if x2 > 0:
    show("value", x1 / x2 * scale)
show("lower", 0 if x1 == 0 else beta_odds(x1, x2 + 1, alpha / 2) * scale)
if x2 > 0:
    show("upper", scale / beta_odds(x2, x1 + 1, alpha / 2))
"#;

const RATIO_MID_P: &str = r#"scale = t2 / t1

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
"#;

const RATIO_WALD: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)
if x2 > 0:
    ratio = (x1 / t1) / (x2 / t2)
    show("value", ratio)
    if x1 > 0:
        spread = math.exp(z * math.sqrt(1 / x1 + 1 / x2))
        show("lower", ratio / spread)
        show("upper", ratio * spread)
"#;

const DIFFERENCE_SCORE: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def limits(x, t):  # score limits of one rate
    upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
    return x * x / upper / t, upper / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#;

const DIFFERENCE_GARWOOD: &str = r#"def limits(x, t):  # exact limits of one rate
    lower = 0 if x == 0 else gamma_low(x, alpha / 2)
    return lower / t, gamma_high(x + 1, alpha / 2) / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#;

const NEWCOMBE: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def wilson(k, n):
    spread = z * math.sqrt(k * (n - k) / n + z * z / 4)
    upper = 1 if k == n else (k + z * z / 2 + spread) / (n + z * z)
    return k * k / (n * (n + z * z) * upper), upper

p1, p2 = k1 / n1, k2 / n2
(l1, u1), (l2, u2) = wilson(k1, n1), wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - math.hypot(p1 - l1, u2 - p2))
show("upper", p1 - p2 + math.hypot(u1 - p1, p2 - l2))
"#;

const HETEROGENEITY: &str = r#"groups = [(a, b) for a, b in zip(x, t) if b > 0]
pooled = math.fsum(x) / math.fsum(t)
ratio = 2 * math.fsum(deviance(a, b * pooled) if a > 0 else b * pooled for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#;

const HETEROGENEITY_SHARES: &str = r#"groups = [(a, b) for a, b in zip(k, n) if b > 0]
pooled = sum(k) / sum(n)
part = lambda a, e: deviance(a, e) if a > 0 else e
ratio = 2 * math.fsum(part(a, b * pooled) + part(b - a, b * (1 - pooled)) for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#;

const FAY_FEUER: &str = r#"used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
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
"#;

const DOBSON_BYAR: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def byar(c, z):
    return c * max(0, 1 - 1 / (9 * c) + z / (3 * math.sqrt(c))) ** 3

used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
rate = math.fsum(w * a for a, w in used)
events = sum(a for a, w in used)
show("value", rate)
if events > 0:
    scale = math.sqrt(math.fsum(w * w * a for a, w in used) / events)
    show("lower", max(0, rate + scale * (byar(events, -z) - events)))
    show("upper", rate + scale * (byar(events + 1, z) - events))
"#;

const INDIRECT: &str = r#"expected = math.fsum(a * b / c for a, b, c in zip(t, ref_x, ref_t) if a > 0)
show("expected", expected)
show("value", observed / expected)
show("lower", 0 if observed == 0 else gamma_low(observed, alpha / 2) / expected)
show("upper", gamma_high(observed + 1, alpha / 2) / expected)
show("indirect_rate", observed / expected * math.fsum(ref_x) / math.fsum(ref_t))
"#;

const KITAGAWA: &str = r#"all1, all2 = math.fsum(t1), math.fsum(t2)
strata = [(a / b, b / all1, c / d, d / all2) for a, b, c, d in zip(x1, t1, x2, t2) if b > 0]
rate1, rate2 = math.fsum(x1) / all1, math.fsum(x2) / all2
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("composition", math.fsum((w1 - w2) * (r1 + r2) / 2 for r1, w1, r2, w2 in strata))
show("rates", math.fsum((r1 - r2) * (w1 + w2) / 2 for r1, w1, r2, w2 in strata))
"#;

const CROSS: &str = r#"def factors(x, t):  # for each cell its row factor, its column factor and its rate
    table = [t[i:i + columns] for i in range(0, len(t), columns)]
    rows = [math.fsum(row) for row in table]
    cols = [math.fsum(col) for col in zip(*table)]
    total = math.fsum(t)
    cells = []
    for i, row in enumerate(table):
        for j, n in enumerate(row):
            a = math.sqrt(n / cols[j] * rows[i] / total)
            b = math.sqrt(n / rows[i] * cols[j] / total)
            cells.append((a, b, x[i * columns + j] / n))
    return cells

one, two = factors(x1, t1), factors(x2, t2)
rate1 = math.fsum(a * b * r for a, b, r in one)
rate2 = math.fsum(a * b * r for a, b, r in two)
pairs = [p + s for p, s in zip(one, two)]
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", math.fsum((r + R) / 2 * (b + B) / 2 * (a - A) for a, b, r, A, B, R in pairs))
show("columns", math.fsum((r + R) / 2 * (a + A) / 2 * (b - B) for a, b, r, A, B, R in pairs))
show("rates", math.fsum((a * b + A * B) / 2 * (r - R) for a, b, r, A, B, R in pairs))
"#;

const CUMULATIVE: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)
moves = math.fsum(n * a / b for a, b, n in zip(x, t, width))
error = math.sqrt(math.fsum(n * n * a / b ** 2 for a, b, n in zip(x, t, width)))
show("moves", moves)
show("value", -math.expm1(-moves))
if moves > 0:
    spread = math.exp(z * error / moves)
    show("lower", -math.expm1(-moves / spread))
    show("upper", -math.expm1(-moves * spread))
"#;

const CUMULATIVE_GAMMA: &str = r#"used = [(a, n / b) for a, b, n in zip(x, t, width)]
moves = math.fsum(w * a for a, w in used)
variance = math.fsum(w * w * a for a, w in used)
largest = max(w for a, w in used)
show("moves", moves)
show("value", -math.expm1(-moves))
if moves > 0:
    show("lower", -math.expm1(-variance / moves * gamma_low(moves ** 2 / variance, alpha / 2)))
else:
    show("lower", 0)
moves, variance = moves + largest, variance + largest ** 2
show("upper", -math.expm1(-variance / moves * gamma_high(moves ** 2 / variance, alpha / 2)))
"#;

const TREND: &str = r#"# Poisson regression of the events on the year with the exposure as offset, by Newton's method.
points = [(y, a, b) for y, a, b in zip(year, x, t) if b > 0]
years = [y for y, a, b in points]
centre = sum(years) / len(years)
events = math.fsum(a for y, a, b in points)
goal = math.fsum((y - centre) * a for y, a, b in points) / events
slope = 0.0
for _ in range(200):
    weights = [b * math.exp(slope * (y - centre)) for y, a, b in points]
    total = math.fsum(weights)
    mean = math.fsum(w * (y - centre) for w, y in zip(weights, years)) / total
    spread = math.fsum(w * (y - centre - mean) ** 2 for w, y in zip(weights, years)) / total
    step = (goal - mean) / spread
    limit = 20 / (max(years) - min(years))
    slope += max(-limit, min(limit, step))
    if abs(step) < 1e-14:
        break
error = 1 / math.sqrt(events * spread)
fitted = [events * w / total for w in weights]
df = len(points) - 2
dispersion = math.fsum((a - m) ** 2 / m for (y, a, b), m in zip(points, fitted)) / df
if dispersion > 1:  # more variation than Poisson: a wider error, and Student's t
    half = math.sqrt(df / beta_odds(df / 2, 0.5, alpha)) * error * math.sqrt(dispersion)
else:
    half = NormalDist().inv_cdf(1 - alpha / 2) * error
show("slope", slope)
show("dispersion", dispersion)
show("value", 100 * math.expm1(slope))
show("lower", 100 * math.expm1(slope - half))
show("upper", 100 * math.expm1(slope + half))
"#;

const BOUNDS: &str = r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def wilson(k, n):
    spread = z * math.sqrt(k * (n - k) / n + z * z / 4)
    upper = 1 if k == n else (k + z * z / 2 + spread) / (n + z * z)
    return k * k / (n * (n + z * z) * upper), upper

n = known + unknown
show("value", (k + q * unknown) / n)
if known > 0:
    show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[0])
show("upper", wilson(k + unknown, n)[1])
"#;

const SUPPRESSED: &str = r#"low, high = known + cells * least, known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", 0 if low == 0 else gamma_low(low, alpha / 2) / t)
show("upper", gamma_high(high + 1, alpha / 2) / t)
"#;

const FUNNEL_RATE: &str = r#"target = all_x / all_t
mean = target * t

def first(holds):  # smallest whole number where the condition holds
    low, high = -1, 1
    while not holds(high):
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high

at_most = lambda c: gamma_tails(c + 1, mean)[1]
above = lambda c: gamma_tails(c + 1, mean)[0]
c = first(lambda c: at_most(c) >= alpha / 2)
lower = max(0, c - (at_most(c) - alpha / 2) / poisson(c, mean))
c = first(lambda c: above(c) <= alpha / 2)
upper = max(0, c - (alpha / 2 - above(c)) / poisson(c, mean))
show("target", target)
show("value", x / t)
show("lower", lower / t)
show("upper", upper / t)
"#;

const FUNNEL_SHARE: &str = r#"p, q = all_k / all_n, (all_n - all_k) / all_n

def first(holds):  # smallest whole number from 0 to n where the condition holds
    low, high = -1, n
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high

at_most = lambda c: 1 if c >= n else beta_tails(c + 1, n - c, p / q)[1]
above = lambda c: 0 if c >= n else beta_tails(c + 1, n - c, p / q)[0]
c = first(lambda c: at_most(c) >= alpha / 2)
lower = max(0, c - (at_most(c) - alpha / 2) / binomial(c, n - c, p, q))
c = first(lambda c: above(c) <= alpha / 2)
upper = max(0, c - (alpha / 2 - above(c)) / binomial(c, n - c, p, q))
show("target", p)
show("value", k / n)
show("lower", lower / n)
show("upper", upper / n)
"#;
