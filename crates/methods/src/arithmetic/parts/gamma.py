# Both tails of the gamma distribution with shape a, by series and continued fraction (DLMF 8.7, 8.9).
def poisson(x, m):
    if x == 0:
        return math.exp(-m)
    return math.exp(-stirling_error(x) - deviance(x, m)) / math.sqrt(2 * math.pi * x)

def gamma_tails(a, x):
    if x < a + 1:
        term = total = 1.0
        n = a
        while term > total * 1e-17:
            n += 1
            term *= x / n
            total += term
        lower = poisson(a, x) * total
        return lower, 1 - lower
    b = x + 1 - a
    c, d = 1e300, 1 / b
    h, i = d, 0
    while True:
        i += 1
        b += 2
        d = 1 / (b - i * (i - a) * d)
        c = b - i * (i - a) / c
        h *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    upper = a * poisson(a, x) * h
    return 1 - upper, upper

def gamma_low(a, p):  # quantile with p below it
    return solve(lambda x: gamma_tails(a, x)[0], p, a)

def gamma_high(a, p):  # quantile with p above it
    return solve(lambda x: gamma_tails(a, x)[1], p, a)
