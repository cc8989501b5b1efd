def wilson(k, n):
    spread = z * math.sqrt(k * (n - k) / n + z * z / 4)
    upper = 1 if k == n else (k + z * z / 2 + spread) / (n + z * z)
    return k * k / (n * (n + z * z) * upper), upper
