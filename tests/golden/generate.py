"""Writes the golden values beside this script: one CSV file for each statistical method.

    pip install mpmath gmpy2
    python tests/golden/generate.py          a quarter of a minute; the same files each time

Everything is computed with 40 digits from the defining formulas: tails as incomplete gamma and beta
functions, or by quadrature of the density where mpmath's series do not converge; quantiles by
Newton's method on the logarithm of the tail. The text of an input is taken as an exact decimal.

A row is: case; inputs; expected values (exp_...); digits (correct significant digits, or "exact");
scale (compare with |got - want| <= tol * max(|want|, scale)); source; note. Lists use ";", rows of
tables "|". An empty expected cell: no number may be given. "inf": without bound.
"""
import csv
import itertools
import random
import sys
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 40


class Refused(Exception):
    """A method gives no number; the argument is its status."""


def refuse_if(condition, status):
    if condition:
        raise Refused(status)


# Densities, tails, quantiles -------------------------------------------------------------------

SERIES_UP_TO = 1500


def outwards(log_density, edge, unit, direction, end):
    """Integral of the density from `edge` to `end`, in pieces of `unit` until it has vanished."""
    at_edge, total, low = log_density(edge), mpf(0), edge
    while low != end:
        high = low + direction * unit
        high = min(high, end) if direction > 0 else max(high, end)
        piece = mp.quad(lambda t: mp.exp(log_density(t) - at_edge) if t > 0 else mpf(0), [low, high],
                        method="gauss-legendre")
        total += abs(piece)
        if abs(piece) < total * mpf(10) ** -32:
            break
        low = high
    return total * mp.exp(at_edge)


def gamma_log_density(a):
    constant = mp.loggamma(a)
    return lambda x: (a - 1) * mp.log(x) - x - constant


def gamma_tail(a, x, upper):
    if x == 0:
        return mpf(1 if upper else 0)
    if a <= SERIES_UP_TO:
        return mp.gammainc(a, *([x] if upper else [0, x]), regularized=True)
    side = outwards(gamma_log_density(a), x, mp.sqrt(a), *((1, mp.inf) if x > a else (-1, mpf(0))))
    return side if upper == (x > a) else 1 - side


def beta_log_density(a, b):
    constant = mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)
    return lambda x: constant + (a - 1) * mp.log(x) + ((b - 1) * mp.log1p(-x) if b != 1 else 0)


def beta_lower(a, b, x):
    if x <= 0 or x >= 1:
        return mpf(0 if x <= 0 else 1)
    if max(a, b) <= SERIES_UP_TO:
        return mp.betainc(a, b, 0, x, regularized=True)
    mean = a / (a + b)
    sd = mp.sqrt(mean * (1 - mean) / (a + b + 1))
    if x < mean:
        return outwards(beta_log_density(a, b), x, min(sd, x / 2), -1, mpf(0))
    return 1 - outwards(beta_log_density(b, a), 1 - x, min(sd, (1 - x) / 2), -1, mpf(0))


def newton(tail, slope, target, x):
    """x with tail(x) = target, in ln x; `slope` is the derivative of the tail by ln x."""
    for _ in range(200):
        value = tail(x)
        step = (mp.log(target) - mp.log(value)) * value / slope(x)
        step = max(min(step, mpf(5)), mpf(-5))
        x *= mp.exp(step)
        if abs(step) < mpf(10) ** -28:
            return x
    raise ArithmeticError("no convergence")


def rough_gamma(a, z):
    """Wilson and Hilferty's cube as a start, kept positive."""
    return a * max(1 - 1 / (9 * a) + z / (3 * mp.sqrt(a)), mpf("0.05")) ** 3


@lru_cache(maxsize=None)
def gamma_quantile(a, p, upper):
    """x with the given tail equal to p."""
    sign = -1 if upper else 1
    density = gamma_log_density(a)
    return newton(lambda x: gamma_tail(a, x, upper), lambda x: sign * x * mp.exp(density(x)), p,
                  rough_gamma(a, -sign * normal_quantile(p)))


@lru_cache(maxsize=None)
def beta_odds(a, b, p):
    """Odds x/(1-x) of the x with I_x(a, b) = p."""
    density = beta_log_density(a, b)
    point = lambda odds: odds / (1 + odds)

    def slope(odds):
        x = point(odds)
        return x * (1 - x) * mp.exp(density(x))

    sd = mp.sqrt(1 / a + 1 / b)
    return newton(lambda odds: beta_lower(a, b, point(odds)), slope, p,
                  a / b * mp.exp(-max(normal_quantile(p), 0) * min(sd, 1)))


@lru_cache(maxsize=None)
def normal_quantile(q):
    """z with upper tail q."""
    if q > mpf(1) / 2:
        return -normal_quantile(1 - q)
    z = mp.sqrt(max(-2 * mp.log(2 * q), mpf(0)))
    for _ in range(200):
        value = mp.erfc(z / mp.sqrt(2)) / 2
        step = (mp.log(value) - mp.log(q)) * value * mp.sqrt(2 * mp.pi) * mp.exp(z * z / 2)
        z += step
        if abs(step) < mpf(10) ** -36:
            return z
    raise ArithmeticError("no convergence")


def t_quantile(df, q):
    return mp.sqrt(df / beta_odds(mpf(df) / 2, mpf(1) / 2, 2 * q))


def chi_square_tail(df, x):
    return gamma_tail(mpf(df) / 2, x / 2, True)


def poisson(x, mean):
    return mp.exp(x * mp.log(mean) - mean - mp.loggamma(x + 1))


def binomial(k, n, p):
    return mp.exp(mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)
                  + k * mp.log(p) + (n - k) * mp.log1p(-p))


# Limits of one count or share --------------------------------------------------------------------

def z_of(alpha):
    return normal_quantile(alpha / 2)


def garwood(x, alpha):
    return (gamma_quantile(x, alpha / 2, False) if x else mpf(0)), gamma_quantile(x + 1, alpha / 2, True)


def mid_p(x, alpha):
    if x == 0:
        return mpf(0), -mp.log(alpha)
    low, high = garwood(x, alpha)
    slope = lambda m: (x + m) * poisson(x, m) / 2
    return (newton(lambda m: gamma_tail(x + 1, m, False) + poisson(x, m) / 2, slope, alpha / 2, low),
            newton(lambda m: gamma_tail(x, m, True) + poisson(x, m) / 2, lambda m: -slope(m), alpha / 2, high))


def byar(x, alpha):
    cube = lambda n, z: n * max(1 - 1 / (9 * n) + z / (3 * mp.sqrt(n)), mpf(0)) ** 3
    return (cube(x, -z_of(alpha)) if x else mpf(0)), cube(x + 1, z_of(alpha))


def score(x, alpha):
    z = z_of(alpha)
    half = z * mp.sqrt(x + z * z / 4)
    return (x + z * z / 2 - half if x else mpf(0)), x + z * z / 2 + half


def wilson(k, n, z):
    centre, half = k / n + z * z / (2 * n), z * mp.sqrt(k * (n - k) / n ** 3 + z * z / (4 * n * n))
    shrink = 1 + z * z / n
    return (mpf(0) if k == 0 else (centre - half) / shrink), (mpf(1) if k == n else (centre + half) / shrink)


def clopper_pearson(k, n, alpha):
    share = lambda odds: odds / (1 + odds)
    low = share(beta_odds(k, n - k + 1, alpha / 2)) if k else mpf(0)
    high = 1 / (1 + beta_odds(n - k, k + 1, alpha / 2)) if k < n else mpf(1)
    return low, high


def fay_feuer(counts, weights, alpha):
    r = mp.fsum(x * w for x, w in zip(counts, weights))
    v = mp.fsum(x * w * w for x, w in zip(counts, weights))
    m = max(weights)
    gamma = lambda mean, variance, upper: (
        gamma_quantile(mean ** 2 / variance, alpha / 2, upper) * variance / mean)
    return r, v, (gamma(r, v, False) if r else mpf(0)), gamma(r + m, v + m * m, True)


def mover(p1, first, p2, second):
    d = p1 - p2
    return (d - mp.sqrt((p1 - first[0]) ** 2 + (second[1] - p2) ** 2),
            d + mp.sqrt((first[1] - p1) ** 2 + (p2 - second[0]) ** 2))


# Reading inputs ----------------------------------------------------------------------------------

def number(text):
    return mpf(text)


def numbers(text):
    return [None if cell in ("", "..") else cell if cell == ":" else mpf(cell) for cell in text.split(";")]


def rows(text):
    return [numbers(row) for row in text.split("|")]


def scaled(per, values):
    return [value * per for value in values]


# Methods: each takes its inputs as text and gives its outputs as a dict -------------------------------

def one_rate(limits):
    def method(events, exposure, per, conf):
        x, t, per = number(events), number(exposure), number(per)
        refuse_if(x < 0 or x != mp.floor(x) or t < 0, "invalid")
        refuse_if(t == 0, "events_without_exposure" if x else "no_exposure")
        low, high = scaled(per / t, limits(x, 1 - number(conf)))
        return {"rate": x / t * per, "lower": low, "upper": high}
    return method


def one_share(limits):
    def method(k, n, conf):
        k, n = number(k), number(n)
        refuse_if(k > n or k < 0, "invalid")
        refuse_if(n == 0, "no_denominator")
        low, high = limits(k, n, 1 - number(conf))
        return {"share": k / n, "lower": low, "upper": high}
    return method


def rate_point(kind, events, pop_start, pop_end, exposure, per):
    x = numbers(events)
    if kind == "midyear_mean":
        ends = list(zip(numbers(pop_start), numbers(pop_end)))
        t = [None if None in pair else sum(pair) / 2 for pair in ends]
    else:
        t = numbers(exposure)
    refuse_if(":" in x, "suppressed_input")
    refuse_if(None in x + t, "missing_input")
    refuse_if(min(x + t) < 0, "invalid")
    refuse_if(any(a and not b for a, b in zip(x, t)), "events_without_exposure")
    total = sum(t)
    if total == 0:
        return {"exposure": total, "status": "no_exposure"}
    return {"exposure": total, "rate": sum(x) / total * number(per)}


def share_goodman(counts, conf):
    k = numbers(counts)
    n = sum(k)
    refuse_if(n == 0, "no_denominator")
    z = z_of((1 - number(conf)) / len(k))
    limits = [wilson(part, n, z) for part in k]
    return {"share": [part / n for part in k], "lower": [low for low, _ in limits], "upper": [high for _, high in limits]}


def share_diff(k1, n1, k2, n2, conf):
    k1, n1, k2, n2 = map(number, (k1, n1, k2, n2))
    refuse_if(n1 == 0 or n2 == 0, "no_denominator")
    refuse_if(k1 > n1 or k2 > n2, "invalid")
    z, p1, p2 = z_of(1 - number(conf)), k1 / n1, k2 / n2
    low, high = mover(p1, wilson(k1, n1, z), p2, wilson(k2, n2, z))
    return {"diff": p1 - p2, "lower": low, "upper": high, "scale": max(p1, p2, high - low)}


def return_cohorts(years, emigrated, returned, last_year, window, conf):
    complete = [(y, k, n) for y, n, k in zip(numbers(years), numbers(emigrated), numbers(returned))
                if y + int(window) <= int(last_year) and None not in (k, n)]
    refuse_if(not complete, "no_complete_cohort")
    refuse_if(any(k > n for _, k, n in complete), "invalid")
    k, n = sum(c[1] for c in complete), sum(c[2] for c in complete)
    out = {"eligible": [c[0] for c in complete], "k": k, "n": n}
    if n == 0:
        return out | {"status": "no_denominator"}
    low, high = wilson(k, n, z_of(1 - number(conf)))
    return out | {"share": k / n, "lower": low, "upper": high}


def dsr(events, exposure, weights, per, conf):
    alpha, per = 1 - number(conf), number(per)
    strata = [s for s in zip(numbers(events), numbers(exposure), numbers(weights)) if s[2] > 0]
    refuse_if(not strata, "invalid")
    refuse_if(any(x and not t for x, t, _ in strata), "events_without_exposure")
    refuse_if(any(not t for _, t, _ in strata), "no_exposure_in_stratum")
    total = sum(w for *_, w in strata)
    counts = [x for x, *_ in strata]
    r, v, low, high = fay_feuer(counts, [w / total / t for _, t, w in strata], alpha)
    out = {"rate": r * per, "ff_lower": low * per, "ff_upper": high * per, "scale": r * per}
    o = sum(counts)
    if o == 0:
        return out | {"status": "no_events"}
    low, high = (r + mp.sqrt(v / o) * (limit - o) for limit in byar(o, alpha))
    return out | {"dobson_byar_lower": max(low, 0) * per, "dobson_byar_upper": high * per}


def smr(observed, exposure, ref_events, ref_exposure, per, conf):
    o, alpha = number(observed), 1 - number(conf)
    strata = list(zip(numbers(exposure), numbers(ref_events), numbers(ref_exposure)))
    refuse_if(any(t and not rt for t, _, rt in strata), "no_reference_rate")
    e = mp.fsum(t * rx / rt for t, rx, rt in strata if t)
    if e == 0:
        return {"expected": e, "status": "events_without_expected" if o else "no_expected"}
    crude = sum(s[1] for s in strata) / sum(s[2] for s in strata)
    exact, approximate = scaled(1 / e, garwood(o, alpha)), scaled(1 / e, byar(o, alpha))
    return {"expected": e, "ratio": o / e, "exact_lower": exact[0], "exact_upper": exact[1],
            "byar_lower": approximate[0], "byar_upper": approximate[1],
            "indirect_rate": o / e * crude * number(per)}


def mid_p_odds(k, rest, p):
    if rest == 0:
        x = (2 * p) ** (1 / k)
        return x / (1 - x)
    point = lambda odds: odds / (1 + odds)
    tail = lambda odds: beta_lower(k + 1, rest, point(odds)) + binomial(k, k + rest, point(odds)) / 2
    slope = lambda odds: binomial(k, k + rest, point(odds)) / 2 * (rest * point(odds) + k / (1 + odds))
    return newton(tail, slope, p, beta_odds(k, rest + 1, p))


def rate_ratio(x1, t1, x2, t2, conf):
    x1, t1, x2, t2 = map(number, (x1, t1, x2, t2))
    refuse_if(t1 == 0 or t2 == 0, "no_exposure")
    refuse_if(x1 + x2 == 0, "no_events")
    alpha, scale = 1 - number(conf), t2 / t1
    out = {"ratio": x1 / x2 * scale if x2 else mp.inf}
    for name, odds in (("exact", lambda k, rest: beta_odds(k, rest + 1, alpha / 2)),
                       ("midp", lambda k, rest: mid_p_odds(k, rest, alpha / 2))):
        out[name + "_lower"] = odds(x1, x2) * scale if x1 else mpf(0)
        out[name + "_upper"] = scale / odds(x2, x1) if x2 else mp.inf
    if x1 and x2:
        spread = mp.exp(z_of(alpha) * mp.sqrt(1 / x1 + 1 / x2))
        return out | {"wald_lower": out["ratio"] / spread, "wald_upper": out["ratio"] * spread}
    return out | {"status": "zero_denominator" if x1 else "zero_numerator"}


def rate_diff(x1, t1, x2, t2, per, conf):
    x1, t1, x2, t2, per = map(number, (x1, t1, x2, t2, per))
    refuse_if(t1 == 0 or t2 == 0, "no_exposure")
    alpha, r1, r2 = 1 - number(conf), x1 / t1 * per, x2 / t2 * per
    out = {"diff": r1 - r2}
    for name, limits in (("score", score), ("garwood", garwood)):
        low, high = mover(r1, scaled(per / t1, limits(x1, alpha)), r2, scaled(per / t2, limits(x2, alpha)))
        out |= {f"mover_{name}_lower": low, f"mover_{name}_upper": high, "scale": max(r1, r2, high - low)}
    if x1 + x2:
        half = z_of(alpha) * per * mp.sqrt(x1 / t1 ** 2 + x2 / t2 ** 2)
        out |= {"wald_lower": r1 - r2 - half, "wald_upper": r1 - r2 + half}
    return out


def kitagawa(exposure1, exposure2, events1, events2, per):
    t1, t2, x1, x2 = map(numbers, (exposure1, exposure2, events1, events2))
    refuse_if(sum(t1) == 0 or sum(t2) == 0, "no_exposure")
    refuse_if(any((a == 0) != (b == 0) for a, b in zip(t1, t2)), "no_exposure_in_stratum")
    terms = []
    for a, b, x, y in zip(t1, t2, x1, x2):
        w1, w2 = a / sum(t1), b / sum(t2)
        r1, r2 = (x / a, y / b) if a else (mpf(0), mpf(0))
        terms.append(scaled(number(per), ((r1 - r2) * (w1 + w2) / 2, (w1 - w2) * (r1 + r2) / 2)))
    rate1, rate2 = sum(x1) / sum(t1) * number(per), sum(x2) / sum(t2) * number(per)
    by_rate, by_composition = zip(*terms)
    return {"rate1": rate1, "rate2": rate2, "gap": rate1 - rate2, "rate_effect": sum(by_rate),
            "comp_effect": sum(by_composition), "rate_by": list(by_rate), "comp_by": list(by_composition),
            "scale": max(rate1, rate2)}


def das_gupta(factors1, factors2):
    """All orders of switching, one by one: the definition itself."""
    first, second = rows(factors1), rows(factors2)
    k = len(first)
    value = lambda switched: mp.fsum(
        mp.fprod((first if j in switched else second)[j][c] for j in range(k)) for c in range(len(first[0])))
    effects = [mpf(0)] * k
    orders = list(itertools.permutations(range(k)))
    for order in orders:
        for place, j in enumerate(order):
            effects[j] += value(order[:place + 1]) - value(order[:place])
    one, two = value(range(k)), value(())
    return {"value1": one, "value2": two, "gap": one - two, "effects": scaled(mpf(1) / len(orders), effects),
            "scale": max(abs(one), abs(two))}


def das_gupta_cross(exposure1, exposure2, events1, events2, per):
    def cells(n, x):
        total, width = sum(map(sum, n)), range(len(n[0]))
        column = [sum(row[j] for row in n) for j in width]
        for i, j in itertools.product(range(len(n)), width):
            refuse_if(n[i][j] == 0, "no_exposure_in_stratum")
            row = sum(n[i])
            yield (mp.sqrt(n[i][j] / column[j] * row / total), mp.sqrt(n[i][j] / row * column[j] / total),
                   x[i][j] / n[i][j] * number(per))
    pairs = list(zip(cells(rows(exposure1), rows(events1)), cells(rows(exposure2), rows(events2))))
    rate1, rate2 = mp.fsum(mp.fprod(p) for p, _ in pairs), mp.fsum(mp.fprod(s) for _, s in pairs)
    return {"rate1": rate1, "rate2": rate2, "gap": rate1 - rate2, "scale": max(rate1, rate2),
            "row_effect": mp.fsum((r + u) / 2 * (b + t) / 2 * (a - s) for (a, b, r), (s, t, u) in pairs),
            "col_effect": mp.fsum((r + u) / 2 * (a + s) / 2 * (b - t) for (a, b, r), (s, t, u) in pairs),
            "rate_effect": mp.fsum((a * b + s * t) / 2 * (r - u) for (a, b, r), (s, t, u) in pairs)}


def cumulative(events, exposure, widths, conf):
    x, t, n = numbers(events), numbers(exposure), numbers(widths)
    refuse_if(any(a and not b for a, b in zip(x, t)), "events_without_exposure")
    refuse_if(0 in t, "no_exposure_in_stratum")
    alpha = 1 - number(conf)
    s, v, low, high = fay_feuer(x, [a / b for a, b in zip(n, t)], alpha)
    chance = lambda hazard: -mp.expm1(-hazard)
    out = {"sum": s, "se_sum": mp.sqrt(v), "chance": chance(s), "scale": chance(s),
           "gamma_lower": chance(low), "gamma_upper": chance(high)}
    if s == 0:
        return out | {"status": "no_events"}
    spread, half = mp.exp(z_of(alpha) * mp.sqrt(v) / s), z_of(alpha) * mp.exp(-s) * mp.sqrt(v)
    return out | {"logdelta_lower": chance(s / spread), "logdelta_upper": chance(s * spread),
                  "delta_lower": max(chance(s) - half, mpf(0)), "delta_upper": min(chance(s) + half, mpf(1))}


def lexis(kind, pop, events, per):
    p, x = rows(pop), rows(events)
    older = kind == "parallelogram"
    t = [[(p[a][y] + p[a + older][y + 1]) / 2 for y in range(len(x[0]))] for a in range(len(x))]
    rate = lambda a, b: a / b * number(per) if b else None
    return {"exposure": t, "rate": [list(map(rate, *pair)) for pair in zip(x, t)],
            "rate_by_age": [rate(sum(a), sum(b)) for a, b in zip(x, t)],
            "rate_by_year": [rate(sum(a), sum(b)) for a, b in zip(zip(*x), zip(*t))]}


def trend(years, events, exposure, conf):
    used = [p for p in zip(numbers(years), numbers(events), numbers(exposure)) if None not in p]
    refuse_if(any(x and not t for _, x, t in used), "events_without_exposure")
    used = [p for p in used if p[2]]
    refuse_if(len(used) < 3, "too_few_years")
    y, x, t = zip(*used)
    refuse_if(sum(x) == 0, "no_events")
    refuse_if(any(all(not b or a == end for a, b in zip(y, x)) for end in (min(y), max(y))), "no_finite_estimate")
    u = [a - mp.fsum(y) / len(y) for a in y]
    level, slope = mp.log(sum(x) / sum(t)), mpf(0)
    for _ in range(400):  # Fisher scoring on both parameters, steps shortened far from the maximum
        mu = [c * mp.exp(level + slope * a) for a, c in zip(u, t)]
        i00, i01, i11 = (mp.fsum(m * a ** k for m, a in zip(mu, u)) for k in (0, 1, 2))
        s0, s1 = mp.fsum(a - m for a, m in zip(x, mu)), mp.fsum((a - m) * b for a, m, b in zip(x, mu, u))
        det = i00 * i11 - i01 ** 2
        d0, d1 = (i11 * s0 - i01 * s1) / det, (i00 * s1 - i01 * s0) / det
        longest = max(abs(d0), abs(d1) * max(map(abs, u)))
        shorten = min(1, 2 / longest) if longest else 1
        level, slope = level + shorten * d0, slope + shorten * d1
        if longest < mpf(10) ** -32:
            break
    else:
        raise ArithmeticError("no convergence")
    se, df, alpha = mp.sqrt(i00 / det), len(used) - 2, 1 - number(conf)
    phi = mp.fsum((a - m) ** 2 / m for a, m in zip(x, mu)) / df
    change = lambda b: 100 * mp.expm1(b)
    z, tq, quasi = z_of(alpha), t_quantile(df, alpha / 2), se * mp.sqrt(phi)
    return {"beta": slope, "se": se, "apc": change(slope), "lower": change(slope - z * se), "upper": change(slope + z * se),
            "dispersion": phi, "quasi_se": quasi, "quasi_lower": change(slope - tq * quasi), "quasi_upper": change(slope + tq * quasi),
            "deviance": 2 * mp.fsum((a * mp.log(a / m) if a else 0) - a + m for a, m in zip(x, mu)), "scale": mpf("0.01")}


def discrete_limits(below, above, density, guess, q):
    """Smallest c with P(X <= c) >= q and the one with P(X > c) <= q, both moved back inside the step."""
    def smallest(holds, c):
        c = max(c, 0)
        while not holds(c):
            c += 1
        while c and holds(c - 1):
            c -= 1
        return c
    c = smallest(lambda c: below(c) >= q, guess[0])
    low = c - (below(c) - q) / density(c)
    c = smallest(lambda c: above(c) <= q, guess[1])
    return max(low, mpf(0)), c - (q - above(c)) / density(c)


def cornish_fisher(mean, sd, skewness, q):
    z = normal_quantile(q)
    return [int(mean + sd * (s * z + (z * z - 1) * skewness / 6)) for s in (-1, 1)]


def position(x, limits):
    return "below" if x < limits[0] else "above" if x > limits[1] else "inside"


def funnel_rate(observed, exposure, target_events, target_exposure, per, level):
    x, t, tx, tt, per = map(number, (observed, exposure, target_events, target_exposure, per))
    refuse_if(t == 0 or tt == 0, "no_exposure")
    refuse_if(tx == 0, "no_events")
    mu, q = tx / tt * t, (1 - number(level)) / 2
    limits = discrete_limits(lambda c: gamma_tail(mpf(c + 1), mu, True), lambda c: gamma_tail(mpf(c + 1), mu, False),
                             lambda c: poisson(mpf(c), mu), cornish_fisher(mu, mp.sqrt(mu), 1 / mp.sqrt(mu), q), q)
    return {"target_rate": tx / tt * per, "expected": mu, "lower_count": limits[0], "upper_count": limits[1],
            "lower_rate": limits[0] / t * per, "upper_rate": limits[1] / t * per, "flag": position(x, limits)}


def funnel_share(observed, n, target_k, target_n, level):
    x, n, tk, tn = map(number, (observed, n, target_k, target_n))
    refuse_if(n == 0 or tn == 0, "no_denominator")
    refuse_if(tk in (0, tn), "degenerate_target")
    p, q = tk / tn, (1 - number(level)) / 2
    sd = mp.sqrt(n * p * (1 - p))
    limits = discrete_limits(
        lambda c: mpf(1) if c >= n else beta_lower(n - c, mpf(c + 1), 1 - p),
        lambda c: mpf(0) if c >= n else beta_lower(mpf(c + 1), n - c, p),
        lambda c: binomial(mpf(c), n, p), [min(c, int(n)) for c in cornish_fisher(n * p, sd, (1 - 2 * p) / sd, q)], q)
    return {"target_share": p, "lower_share": limits[0] / n, "upper_share": limits[1] / n, "flag": position(x, limits)}


def heterogeneity(events, exposure, per):
    groups = list(zip(numbers(events), numbers(exposure)))
    refuse_if(any(x and not t for x, t in groups), "events_without_exposure")
    groups = [g for g in groups if g[1]]
    refuse_if(len(groups) < 2, "one_group")
    x, t = zip(*groups)
    refuse_if(sum(x) == 0, "no_events")
    e, df = [b * sum(x) / sum(t) for b in t], len(groups) - 1
    pearson = mp.fsum((a - b) ** 2 / b for a, b in zip(x, e))
    ratio = 2 * mp.fsum(a * mp.log(a / b) for a, b in zip(x, e) if a)
    return {"pooled": sum(x) / sum(t) * number(per), "df": df, "pearson": pearson, "p_pearson": chi_square_tail(df, pearson),
            "lr": ratio, "p_lr": chi_square_tail(df, ratio), "min_expected": min(e),
            "small_expected": "yes" if min(e) < 5 else "no", "scale": mpf("0.001")}


def unknown_bounds(k, known, unknown, q, conf):
    k, known, u, q = map(number, (k, known, unknown, q))
    refuse_if(k > known, "invalid")
    n, z = known + u, z_of(1 - number(conf))
    refuse_if(n == 0, "no_denominator")
    return {"rebased": k / known if known else None, "lower": k / n, "upper": (k + u) / n, "at_q": (k + q * u) / n,
            "outer_lower": wilson(k, n, z)[0], "outer_upper": wilson(k + u, n, z)[1],
            "status": "ok" if known else "no_known"}


def suppressed_rate(known_events, suppressed_cells, each_min, each_max, exposure, per, conf):
    x, m, low, high, t, per = map(number, (known_events, suppressed_cells, each_min, each_max, exposure, per))
    a, b, alpha = x + m * low, x + m * high, 1 - number(conf)
    out = {"events_min": a, "events_max": b}
    if t == 0:
        return out | {"status": "no_exposure"}
    return out | {"rate_min": a / t * per, "rate_max": b / t * per, "outer_lower": garwood(a, alpha)[0] / t * per,
                  "outer_upper": garwood(b, alpha)[1] / t * per}


def suppressed_share(k_known, k_suppressed, rest_known, rest_suppressed, each_min, each_max, total, conf):
    """Every pair (k, rest) that fits, one by one."""
    cells = lambda known, hidden: range(int(known) + int(hidden) * int(each_min), int(known) + int(hidden) * int(each_max) + 1)
    fitting = [(mpf(k), mpf(k + r)) for k, r in itertools.product(cells(k_known, k_suppressed), cells(rest_known, rest_suppressed))
               if not total or k + r == int(total)]
    refuse_if(not fitting, "inconsistent")
    ends = [min(fitting, key=lambda p: (p[0], -p[1])), max(fitting, key=lambda p: (p[0], -p[1]))]
    refuse_if(any(n == 0 for _, n in ends), "no_denominator")
    fitting = [pair for pair in fitting if pair[1]]
    z = z_of(1 - number(conf))
    return {"share_min": min(k / n for k, n in fitting), "share_max": max(k / n for k, n in fitting),
            "outer_lower": min(wilson(k, n, z)[0] for k, n in fitting), "outer_upper": max(wilson(k, n, z)[1] for k, n in fitting)}


def rounding(rate_text, per, exposure):
    half = Fraction(1, 2 * 10 ** len(rate_text.partition(".")[2]))
    low, high = max(Fraction(rate_text) - half, Fraction(0)), Fraction(rate_text) + half
    exact = lambda f: mpf(f.numerator) / f.denominator
    out = {"rate_min": exact(low), "rate_max": exact(high), "status": "range_only"}
    if not exposure:
        return out
    scale = Fraction(exposure) / Fraction(per)
    fitting = range(-(-low * scale // 1), high * scale // 1 + 1)
    return out | ({"events_min": mpf(fitting[0]), "events_max": mpf(fitting[-1])} if fitting else {"status": "inconsistent"})


def small_numbers(kind, events, n, suppressed_cells, missing_cells):
    missing, hidden = not events or int(missing_cells) > 0, int(suppressed_cells) > 0
    flags = [name for name, raised in (
        ("missing", missing), ("suppressed", hidden), ("small_events", events and int(events) < 10),
        ("small_base", kind == "share" and n and int(n) < 30)) if raised]
    yes = lambda answer: "yes" if answer else "no"
    return {"flags": ";".join(flags) or "none", "point": yes(not missing and not hidden), "ranked": yes(not flags)}


def special(fn, a, b, p):
    a, b, p = (number(text) if text else None for text in (a, b, p))
    share = lambda odds: odds / (1 + odds)
    return {"value": {
        "norm_quantile_upper": lambda: normal_quantile(p), "norm_sf": lambda: mp.erfc(p / mp.sqrt(2)) / 2,
        "ln_gamma": lambda: mp.loggamma(p), "gamma_p": lambda: gamma_tail(a, p, False), "gamma_q": lambda: gamma_tail(a, p, True),
        "gamma_p_inv": lambda: gamma_quantile(a, p, False), "gamma_q_inv": lambda: gamma_quantile(a, p, True),
        "beta_i": lambda: beta_lower(a, b, p), "beta_inv": lambda: share(beta_odds(a, b, p)),
        "chi2_sf": lambda: chi_square_tail(a, p), "t_quantile_upper": lambda: t_quantile(a, p)}[fn]()}


# Cases -------------------------------------------------------------------------------------------

RANDOM = random.Random(18252020)
LEVELS = ("0.9", "0.95", "0.99")


def level():
    return RANDOM.choice(LEVELS)


def joined(values):
    return ";".join(map(str, values))


def table(values):
    return "|".join(map(joined, values))


def exposures(n, low=2, high=5):
    return [round(10 ** RANDOM.uniform(low, high), 1) for _ in range(n)]


def events_in(exposure, most=0.04):
    return [int(t * RANDOM.uniform(0, most)) for t in exposure]


def rate_cases():
    edges = [(x, "250.5", 1000, c) for x in (0, 1, 2, 10, 87) for c in LEVELS + ("0.8", "0.999")]
    large = [(x, t, 1000, c) for x, t in ((1999, "1e5"), (10 ** 5, "4e6"), (10 ** 7, "1e9"), (10 ** 7, "0.001")) for c in ("0.95", "0.99")]
    refused = [(0, 0, 1000, "0.95"), (3, 0, 1000, "0.95"), (-1, 10, 1000, "0.95"), ("2.5", 10, 1000, "0.95"), (2, -10, 1000, "0.95")]
    return edges + large + refused + [(RANDOM.randrange(1, 3000), exposures(1, 3, 6)[0], 100000, level()) for _ in range(8)]


def share_cases():
    edges = [(k, n, c) for n in (1, 12, 401, 10 ** 7) for k in (0, 1, n - 1, n) for c in ("0.95", "0.99")]
    random_ones = [(RANDOM.randrange(0, n + 1), n, level()) for n in (3, 29, 30, 77, 512, 9000, 65000, 3 * 10 ** 6)]
    return list(dict.fromkeys(edges)) + [(0, 0, "0.95"), (5, 4, "0.95"), (-1, 4, "0.95")] + random_ones


def pair_cases(per):
    fixed = [(0, 400, 0, 900), (0, 400, 7, 900), (7, 400, 0, 900), (1, 400, 0, 900), (1, 400, 1, 900), (33, 5000, 33, 5000), (2, 0, 5, 100),
             (0, 100, 0, 0), (12000, "8e5", 11800, "8e5"), (10 ** 7, "1e9", 9 * 10 ** 6, "1e9"), (2, "75.5", 10 ** 6, "2e8")]
    drawn = [(RANDOM.randrange(0, 400), exposures(1)[0], RANDOM.randrange(0, 4000), exposures(1)[0]) for _ in range(10)]
    return [(*c, *per, conf) for conf in ("0.95", "0.99") for c in fixed] + [(*c, *per, level()) for c in drawn]


def rate_point_cases():
    cases = [("midyear_mean", *c, "", 1000) for c in (
        ("0", "80", "90"), ("4", "80", "91"), ("4;6", "80;90", "90;104"), ("2", "0", "4"), ("0", "0", "0"), ("2", "0", "0"), ("4;", "80;90", "90;104"), ("4;..", "80;90", "90;104"),
        ("4;:", "80;90", "90;104"), ("4;6", "80;", "90;104"), ("0;6", "0;90", "0;104"), ("3;6", "0;90", "0;104"), ("-4", "80", "90"))]
    cases += [("person_years", *c) for c in (("12", "", "", "903.25", 1000), ("12;0", "", "", "903.25;0", 100), ("10000000", "", "", "1e9", 1000), ("3", "", "", "0.001", 1000))]
    return cases + [("midyear_given", "27", "", "", "4012.5", 100000)]


def suppressed_share_cases():
    fixed = [(12, 0, 40, 0, 1, 4, ""), (12, 2, 40, 0, 0, 4, ""), (12, 0, 40, 2, 1, 2, ""), (12, 2, 40, 3, 0, 4, "60"), (12, 2, 40, 3, 0, 4, "52"), (12, 2, 40, 3, 1, 4, "90"),
             (0, 1, 0, 1, 0, 2, ""), (0, 1, 0, 1, 1, 4, ""), (0, 0, 0, 0, 0, 4, ""), (3000, 3, 90000, 9, 1, 4, "")]
    drawn = [(RANDOM.randrange(90), RANDOM.randrange(4), RANDOM.randrange(1, 90), RANDOM.randrange(4), 0, 4, "") for _ in range(8)]
    return [(*c, level()) for c in fixed + drawn]


def decomposition_cases():
    out = [("400;0;100", "900;0;50", "4;0;1", "8;0;3", 1000), ("400;0", "900;50", "4;0", "8;3", 1000), ("0;0", "900;50", "0;0", "8;3", 1000), ("400", "90", "4", "3", 1000), ("1e8;9e8", "5e8;5e8", "1000000;9000000", "4000000;5000001", 1000)]
    for n in (2, 3, 5, 9, 18):
        for _ in range(3):
            t1, t2 = exposures(n), exposures(n)
            out.append((joined(t1), joined(t2), joined(events_in(t1)), joined(events_in(t2)), 1000))
    return out


def cross_cases():
    out = [("60;80|10;20", "60;80|10;20", "1;2|0;1", "1;2|0;3", 1000), ("60;80|0;20", "60;80|10;20", "1;2|0;1", "1;2|0;3", 1000)]
    for r, c in ((1, 2), (2, 1), (2, 2), (3, 2), (4, 3), (6, 4), (18, 5)):
        for _ in range(2):
            t1, t2 = [exposures(c) for _ in range(r)], [exposures(c) for _ in range(r)]
            out.append((table(t1), table(t2), table(map(events_in, t1)), table(map(events_in, t2)), 1000))
    return out


def factor_cases():
    out = [("7", "5"), ("0|3", "2|3"), ("1|1|1", "1|1|1"), ("0;0|2;3", "1;2|0;0")]
    for k in range(1, 7):
        for n in (1, 3):
            draw = lambda: table([[round(RANDOM.uniform(0.1, 4), 3) for _ in range(n)] for _ in range(k)])
            out.append((draw(), draw()))
    return out


def strata_cases(third, per):
    def one(n, low=2):
        t = exposures(n, low)
        return (joined(events_in(t)), joined(t), joined(third(n)))
    fixed = [("0;0", "500;700.5", "2;1"), ("1;0", "5;70000", "2;1"), ("9", "410", "1"), ("3;4", "500;0", "2;1"), ("3;0", "500;0", "2;1"), ("5000000;5000000", "4e8;6e8", "3;5")]
    return [(*c, *per, "0.95") for c in fixed] + [(*one(n), *per, level()) for n in (2, 3, 4, 7, 11, 18, 18, 18)]


def smr_cases():
    fixed = [(o, "200;300", "50;10", "1000;2000") for o in (0, 1, 9, 25, 10 ** 5)] + [(3, "0;0", "50;10", "1000;2000"), (0, "0;0", "50;10", "1000;2000"), (3, "20;30", "50;10", "1000;0"), (3, "20;0", "50;10", "1000;0"), (10 ** 7, "1e9", "40", "4000")]
    out = [(*c, 1000, "0.95") for c in fixed]
    for n in (1, 2, 5, 12, 18):
        t, rt = exposures(n, 1, 3), exposures(n, 4, 6)
        out.append((RANDOM.randrange(60), joined(t), joined(events_in(rt)), joined(rt), 100000, level()))
    return out


def lexis_cases():
    out = [("square", "0;0;8|5;6;7", "0;2|1;0", 1000), ("parallelogram", "3;0;0|9;0;8|5;6;7", "0;2|1;0", 1000), ("square", "4;5", "3", 100)]
    for kind, extra in (("square", 0), ("parallelogram", 1)):
        for ages, years in ((1, 1), (2, 3), (5, 4), (18, 6)):
            draw = lambda height, width, most: table([[RANDOM.randrange(most) for _ in range(width)] for _ in range(height)])
            out.append((kind, draw(ages + extra, years + 1, 900), draw(ages, years, 12), 1000))
    return out


def trend_cases():
    y = joined(range(2001, 2009))
    same = joined([400] * 8)
    out = [(y, e, same, "0.95") for e in ("9;8;12;10;11;15;13;16", "0;0;0;0;0;0;0;0", "0;0;0;0;0;0;0;5", "5;0;0;0;0;0;0;0", "0;0;5;0;0;0;0;0", "0;0;0;0;0;0;1;900", "7;;12;..;11;15;13;16")]
    out += [("2001;2002", "4;5", "90;90", "0.95"), ("2001;2002;2003", "4;5;6", "90;90;0", "0.95"), ("2001;2002;2003;2004", "4;5;0;6", "90;90;0;95", "0.95"), ("2001;2009;2020", "4000000;4100000;3000000", "2e8;2e8;2e8", "0.99")]
    for n in (4, 9, 20, 34):
        for _ in range(3):
            t = exposures(n, 3, 5)
            out.append((joined(range(1990, 1990 + n)), joined(events_in(t)), joined(t), level()))
    return out


def heterogeneity_cases():
    fixed = ["6;6", "0;9", "0;0", "900;100"]
    out = [(x, "500;500", 1000) for x in fixed] + [("5;4;0", "60;90;0", 1000), ("5;4;2", "60;90;0", 1000), ("5", "60", 1000), ("5;0", "60;0", 1000), ("3000000;3010000;2990000", "1e8;1e8;1e8", 1000)]
    for n in (2, 3, 8, 20, 60):
        for most in (0.02, 0.3):
            t = exposures(n)
            out.append((joined(events_in(t, most)), joined(t), 1000))
    return out


def return_cases():
    y = "2003;2004;2005;2006"
    fixed = [(y, "40;50;60;70", "4;9;12;1", last, window) for last, window in ((2011, 5), (2010, 5), (2008, 5), (2007, 5), (2007, 1), (2030, 5))]
    fixed += [(y, "40;;60;70", "4;9;..;1", 2011, 5), ("2003", "0", "0", 2011, 5), ("2003;2004", "4;5", "5;1", 2011, 5), ("2003;2009", "4;5", "4;9", 2011, 5), ("2003;2004", "6000000;4000000", "6000000;4000000", 2011, 5)]
    return [(*c, conf) for c in fixed for conf in ("0.95", "0.9")]


def special_cases():
    q = ("0.4", "0.1", "0.025", "0.0005", "1e-8", "1e-30")
    shapes = ("0.5", "1", "3.7", "40", "199.5", "201", "3000", "1e6", "1e7")
    out = [("norm_quantile_upper", "", "", p) for p in q + ("0.7", "0.999")] + [("norm_sf", "", "", x) for x in ("-3", "0", "1", "8", "25", "37")]
    out += [("ln_gamma", "", "", x) for x in ("0.1", "3.5", "88", "1e6")]
    out += [(fn, a, "", p) for fn in ("gamma_p_inv", "gamma_q_inv") for a in shapes for p in ("0.4", "0.025", "0.0005")]
    out += [("gamma_p_inv", "7", "", "1e-30"), ("gamma_q_inv", "7", "", "1e-30"), ("gamma_p_inv", "6000", "", "1e-30"), ("gamma_q_inv", "6000", "", "1e-30")]
    out += [("gamma_p", "250", "", x) for x in ("0", "20", "150", "249")] + [("gamma_q", "250", "", x) for x in ("0", "251", "400", "1200")] + [("gamma_q", "5", "", "650")]
    pairs = (("1", "1"), ("1", "1e7"), ("2", "19"), ("150", "1e6"), ("199", "5000"), ("201", "202"), ("4e4", "3e4"), ("1e7", "1e7"), ("5", "1e9"), ("0.5", "0.5"))
    out += [("beta_inv", a, b, p) for a, b in pairs for p in ("0.025", "0.0005")] + [("beta_inv", b, a, "0.025") for a, b in (("2", "19"), ("150", "1000"), ("201", "900"))]
    out += [("beta_i", a, b, x) for a, b, x in (("3", "8", "0"), ("3", "8", "1"), ("3", "8", "0.25"), ("300", "3", "0.6"), ("300", "300", "0.3"), ("2e5", "2e5", "0.4975"))]
    out += [("chi2_sf", df, "", x) for df, x in ((1, "0"), (1, "6.63"), (4, "40"), (17, "3"), (60, "900"), (500, "1400"))]
    return out + [("t_quantile_upper", df, "", p) for df in (1, 2, 4, 9, 32, 500) for p in ("0.05", "0.025", "0.005")]


def small_cases():
    rates = [("rate", *c) for c in (("0", "", 0, 0), ("9", "", 0, 0), ("10", "", 0, 0), ("500", "", 2, 0), ("500", "", 0, 1), ("", "", 0, 0), ("", "", 1, 1))]
    return rates + [("share", *c) for c in (("9", "29", 0, 0), ("10", "29", 0, 0), ("10", "30", 0, 0), ("0", "0", 0, 0), ("4", "90", 1, 0), ("", "90", 0, 1))]


# Method: inputs, outputs, function, cases --------------------------------------------------------

RATE = ("events exposure per conf", "rate lower upper status")
SHARE = ("k n conf", "share lower upper status")
METHODS = {
    "special": ("fn a b p", "value", special, special_cases),
    "rate_point": ("kind events pop_start pop_end exposure per", "exposure rate status", rate_point, rate_point_cases),
    "rate_ci_garwood": (*RATE, one_rate(garwood), rate_cases),
    "rate_ci_midp": (*RATE, one_rate(mid_p), rate_cases),
    "rate_ci_byar": (*RATE, one_rate(byar), rate_cases),
    "share_wilson": (*SHARE, one_share(lambda k, n, alpha: wilson(k, n, z_of(alpha))), share_cases),
    "share_clopper_pearson": (*SHARE, one_share(clopper_pearson), share_cases),
    "share_goodman": ("counts conf", "share lower upper status", share_goodman, lambda: [
        (c, conf) for c in ("8", "8;0", "3;3;3", "0;0", "0;1;2;3;4;5;6;7", "9999999;1", "41;907;3120;16;0;77", joined([5] * 40)) for conf in LEVELS]),
    "share_diff_newcombe": ("k1 n1 k2 n2 conf", "diff lower upper status", share_diff, lambda: [
        (*c, conf) for c in ((3, 11, 8, 15), (0, 9, 0, 14), (9, 9, 14, 14), (0, 9, 14, 14), (1, 9, 0, 14), (0, 0, 3, 9), (3, 9, 0, 0), (7, 5, 1, 2), (40, 900, 41, 900), (10 ** 7, 10 ** 7, 9999000, 10 ** 7), (2500, 10 ** 7, 3, 40)) for conf in ("0.95", "0.99")]),
    "return_cohorts": ("years emigrated returned last_year window conf", "eligible k n share lower upper status", return_cohorts, return_cases),
    "dsr": ("events exposure weights per conf", "rate ff_lower ff_upper dobson_byar_lower dobson_byar_upper status", dsr, lambda: strata_cases(
        lambda n: [RANDOM.randrange(1, 9000) for _ in range(n)], (1000,)) + [("3;4", "500;0", "2;0", 1000, "0.95"), ("3;4", "500;90", "0;0", 1000, "0.95")]),
    "smr": ("observed exposure ref_events ref_exposure per conf", "expected ratio exact_lower exact_upper byar_lower byar_upper indirect_rate status", smr, smr_cases),
    "rate_ratio": ("x1 t1 x2 t2 conf", "ratio exact_lower exact_upper midp_lower midp_upper wald_lower wald_upper status", rate_ratio, lambda: pair_cases(())),
    "rate_diff": ("x1 t1 x2 t2 per conf", "diff mover_score_lower mover_score_upper mover_garwood_lower mover_garwood_upper wald_lower wald_upper status", rate_diff, lambda: pair_cases((1000,))),
    "kitagawa": ("exposure1 exposure2 events1 events2 per", "rate1 rate2 gap rate_effect comp_effect rate_by comp_by status", kitagawa, decomposition_cases),
    "das_gupta": ("factors1 factors2", "value1 value2 gap effects status", das_gupta, factor_cases),
    "das_gupta_cross": ("exposure1 exposure2 events1 events2 per", "rate1 rate2 gap row_effect col_effect rate_effect status", das_gupta_cross, cross_cases),
    "cumulative": ("events exposure widths conf", "sum se_sum chance logdelta_lower logdelta_upper delta_lower delta_upper gamma_lower gamma_upper status", cumulative,
                   lambda: strata_cases(lambda n: [RANDOM.choice((1, 2, 5, "4.5")) for _ in range(n)], ())),
    "lexis": ("kind pop events per", "exposure rate rate_by_age rate_by_year status", lexis, lexis_cases),
    "trend": ("years events exposure conf", "beta se apc lower upper dispersion deviance quasi_se quasi_lower quasi_upper status", trend, trend_cases),
    "funnel_rate": ("observed exposure target_events target_exposure per level", "target_rate expected lower_count upper_count lower_rate upper_rate flag status", funnel_rate, lambda: [
        (*c, 1000, conf) for c in ((0, 8, 300, 40000), (2, 130, 300, 40000), (9, 1000, 300, 40000), (9, "70000.5", 300, 40000), (7000, "9e5", 300, 40000), (10 ** 7, "1e9", 300, 40000), (1, 0, 300, 40000), (1, 5, 0, 40000), (1, 5, 3, 0)) for conf in ("0.95", "0.998")]),
    "funnel_share": ("observed n target_k target_n level", "target_share lower_share upper_share flag status", funnel_share, lambda: [
        (*c, conf) for c in ((0, 1, 7, 20), (1, 1, 7, 20), (2, 9, 7, 20), (80, 300, 7, 20), (3000, 9000, 7, 20), (700, 9000, 1, 20), (8999, 9000, 1999, 2000), (3500000, 10 ** 7, 7, 20), (1, 0, 7, 20), (1, 5, 0, 20), (1, 5, 20, 20), (1, 5, 0, 0)) for conf in ("0.95", "0.998")]),
    "heterogeneity": ("events exposure per", "pooled df pearson p_pearson lr p_lr min_expected small_expected status", heterogeneity, heterogeneity_cases),
    "unknown_bounds": ("k known unknown q conf", "rebased lower upper at_q outer_lower outer_upper status", unknown_bounds, lambda: [
        (*c, conf) for c in ((9, 40, 0, "0.5"), (9, 40, 11, "0"), (9, 40, 11, "0.25"), (9, 40, 11, "1"), (0, 40, 11, "0.1"), (40, 40, 11, "0.1"), (0, 0, 11, "0.4"), (0, 0, 0, "0.4"), (9, 8, 1, "0.5"), (3000000, 9000000, 1000000, "0.3")) for conf in ("0.95", "0.99")]),
    "suppressed_rate": ("known_events suppressed_cells each_min each_max exposure per conf", "events_min events_max rate_min rate_max outer_lower outer_upper status", suppressed_rate, lambda: [
        (*c, 1000, conf) for c in ((14, 0, 1, 4, "900"), (14, 2, 1, 4, "900.5"), (0, 1, 0, 2, "900"), (0, 3, 1, 2, "0"), (9999000, 200, 0, 4, "1e9")) for conf in LEVELS]),
    "suppressed_share": ("k_known k_suppressed rest_known rest_suppressed each_min each_max total conf", "share_min share_max outer_lower outer_upper status", suppressed_share, suppressed_share_cases),
    "rounding": ("rate_text per exposure", "rate_min rate_max events_min events_max status", rounding, lambda: [
        (rate, per, t) for rate in ("0", "0.0", "3", "3.0", "6.25", "41.7") for per, t in ((1000, ""), (1000, "96"), (1000, "4000.5"), (100000, "1e9"))]),
    "small_numbers": ("kind events n suppressed_cells missing_cells", "flags point ranked", small_numbers, small_cases),
}


def compute(method, inputs):
    """Outputs of one method for inputs given as text by name."""
    try:
        return {"status": "ok"} | METHODS[method][2](**inputs)
    except Refused as refused:
        return {"status": refused.args[0]}


def printed(value):
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list):
        return ("|" if value and isinstance(value[0], list) else ";").join(map(printed, value))
    if value == mp.inf:
        return "inf"
    return mp.nstr(mpf(value), 20, strip_zeros=True).removesuffix(".0")


def write(folder):
    for name, (inputs, outputs, _, cases) in METHODS.items():
        inputs, outputs = inputs.split(), outputs.split()
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["case", *inputs, *(f"exp_{output}" for output in outputs), "digits", "scale", "source", "note"])
            for place, case in enumerate(cases(), 1):
                values = compute(name, dict(zip(inputs, map(str, case))))
                numeric = any(not isinstance(values.get(output, ""), str) for output in outputs)
                out.writerow([f"{name}-{place}", *case, *(printed(values.get(output)) for output in outputs),
                              "18" if numeric else "exact", mp.nstr(values["scale"], 6) if "scale" in values else "", "mpmath, 40 digits", ""])


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
