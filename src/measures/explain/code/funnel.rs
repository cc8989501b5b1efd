//! Limits for many groups.

use super::Twin;

pub(super) const FUNNEL_RATE: Twin = Twin {
    python: r#"target = all_x / all_t
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
"#,
    r: r#"target <- all_x / all_t
mean <- target * t
c <- qpois(alpha / 2, mean)
lower <- max(0, c - (ppois(c, mean) - alpha / 2) / dpois(c, mean))
c <- qpois(alpha / 2, mean, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - ppois(c, mean, lower.tail = FALSE)) / dpois(c, mean))
show("target", target)
show("value", x / t)
show("lower", lower / t)
show("upper", upper / t)
"#,
};

pub(super) const FUNNEL_SHARE: Twin = Twin {
    python: r#"p, q = all_k / all_n, (all_n - all_k) / all_n

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
"#,
    r: r#"p <- all_k / all_n
c <- qbinom(alpha / 2, n, p)
lower <- max(0, c - (pbinom(c, n, p) - alpha / 2) / dbinom(c, n, p))
c <- qbinom(alpha / 2, n, p, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - pbinom(c, n, p, lower.tail = FALSE)) / dbinom(c, n, p))
show("target", p)
show("value", k / n)
show("lower", lower / n)
show("upper", upper / n)
"#,
};
