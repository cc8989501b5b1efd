wilson <- function(k, n) {
  upper <- if (k == n) 1 else (k + z^2 / 2 + z * sqrt(k * (n - k) / n + z^2 / 4)) / (n + z^2)
  c(k^2 / (n * (n + z^2) * upper), upper)
}
