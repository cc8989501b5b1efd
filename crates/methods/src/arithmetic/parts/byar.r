byar <- function(c, z) c * max(0, 1 - 1 / (9 * c) + z / (3 * sqrt(c)))^3
