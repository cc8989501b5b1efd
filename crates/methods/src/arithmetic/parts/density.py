# Poisson and binomial probabilities after Loader (2000): no large logarithms are subtracted.
def stirling_error(n):
    if n < 16:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2 * math.pi)
    s = 1 / (n * n)
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - s / 1188) * s) * s) * s) / n

def deviance(x, m):  # x ln(x/m) + m - x
    u = (m - x) / x
    if abs(u) > 0.4:
        return x * math.log(x / m) + m - x
    v = u / (2 + u)
    return x * (u * v - 2 * sum(v ** k / k for k in range(3, 41, 2)))

def solve(tail, p, start):  # x > 0 with tail(x) = p, for a tail that rises or falls with x
    low = high = start
    rises = tail(2 * start) > tail(start / 2)
    while (tail(low) > p) == rises:
        low /= 2
    while (tail(high) < p) == rises:
        high *= 2
    for _ in range(200):
        x = low * math.sqrt(high / low)
        if not low < x < high:
            break
        if (tail(x) < p) == rises:
            low = x
        else:
            high = x
    return low
