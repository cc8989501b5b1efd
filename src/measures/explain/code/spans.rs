//! Over ages and over years.

use super::Twin;

pub(super) const CUMULATIVE: Twin = Twin {
    python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
moves = math.fsum(n * a / b for a, b, n in zip(x, t, width))
error = math.sqrt(math.fsum(n * n * a / b ** 2 for a, b, n in zip(x, t, width)))
show("moves", moves)
show("value", -math.expm1(-moves))
if moves > 0:
    spread = math.exp(z * error / moves)
    show("lower", -math.expm1(-moves / spread))
    show("upper", -math.expm1(-moves * spread))
"#,
    r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
moves <- sum(width * x / t)
error <- sqrt(sum(width^2 * x / t^2))
show("moves", moves)
show("value", -expm1(-moves))
if (moves > 0) {
  spread <- exp(z * error / moves)
  show("lower", -expm1(-moves / spread))
  show("upper", -expm1(-moves * spread))
}
"#,
};

pub(super) const CUMULATIVE_GAMMA: Twin = Twin {
    python: r#"used = [(a, n / b) for a, b, n in zip(x, t, width)]
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
"#,
    r: r#"w <- width / t
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
"#,
};

pub(super) const MOVES: Twin = Twin {
    python: r#"show("value", math.fsum(n * a / b for a, b, n in zip(x, t, width)))
"#,
    r: r#"show("value", sum(width * x / t))
"#,
};

pub(super) const DISPERSION: Twin = Twin {
    python: r#"df = len(x) - 2
show("value", math.fsum((a - m) ** 2 / m for a, m in zip(x, fitted)) / df)
"#,
    r: r#"df <- length(x) - 2
show("value", sum((x - fitted)^2 / fitted) / df)
"#,
};

pub(super) const TREND: Twin = Twin {
    python: r#"# Poisson regression of the events on the year with the exposure as offset, by Newton's method.
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
show("standard_error", error)
show("df", df)
show("dispersion", dispersion)
show("value", 100 * math.expm1(slope))
show("lower", 100 * math.expm1(slope - half))
show("upper", 100 * math.expm1(slope + half))
"#,
    r: r#"used <- t > 0
centred <- (year - mean(year[used]))[used]
# As many rounds as the last digits need; glm() then warns that it has not stopped by itself.
fit <- suppressWarnings(
  glm(x[used] ~ centred + offset(log(t[used])), family = poisson,
      control = glm.control(epsilon = 1e-14, maxit = 50)))
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
show("standard_error", error)
show("df", df)
show("dispersion", dispersion)
show("value", 100 * expm1(slope))
show("lower", 100 * expm1(slope - half))
show("upper", 100 * expm1(slope + half))
"#,
};
