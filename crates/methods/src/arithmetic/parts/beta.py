# Both tails of the beta distribution at p = odds/(1 + odds), by continued fraction (DLMF 8.17).
def binomial(a, b, p, q):
    if a == 0 or b == 0:
        return q ** b if a == 0 else p ** a
    n = a + b
    error = stirling_error(n) - stirling_error(a) - stirling_error(b)
    spread = math.sqrt(n / (2 * math.pi * a * b))
    return spread * math.exp(error - deviance(a, n * p) - deviance(b, n * q))

def beta_tails(a, b, odds):
    p, q = odds / (1 + odds), 1 / (1 + odds)
    if p > (a + 1) / (a + b + 2):
        upper, lower = beta_tails(b, a, 1 / odds)
        return lower, upper
    c, d = 1.0, 1 / (1 - (a + b) * p / (a + 1))
    h, m = d, 0
    while True:
        m += 1
        for t in (m * (b - m) * p / ((a + 2 * m - 1) * (a + 2 * m)),
                  -(a + m) * (a + b + m) * p / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + t * d)
            c = 1 + t / c
            h *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    lower = b / (a + b) * binomial(a, b, p, q) * h
    return lower, 1 - lower

def beta_odds(a, b, tail):  # odds with the probability tail below them
    return solve(lambda odds: beta_tails(a, b, odds)[0], tail, a / b)
