def byar(c, z):
    return c * max(0, 1 - 1 / (9 * c) + z / (3 * math.sqrt(c))) ** 3
