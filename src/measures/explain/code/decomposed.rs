//! Gaps between rates taken apart.

use super::Twin;

pub(super) const KITAGAWA: Twin = Twin {
    python: r#"all1, all2 = math.fsum(t1), math.fsum(t2)
strata = [(a / b, b / all1, c / d, d / all2) for a, b, c, d in zip(x1, t1, x2, t2) if b > 0]
rate1, rate2 = math.fsum(x1) / all1, math.fsum(x2) / all2
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("composition", math.fsum((w1 - w2) * (r1 + r2) / 2 for r1, w1, r2, w2 in strata))
show("rates", math.fsum((r1 - r2) * (w1 + w2) / 2 for r1, w1, r2, w2 in strata))
"#,
    r: r#"used <- t1 > 0
r1 <- (x1 / t1)[used]
r2 <- (x2 / t2)[used]
w1 <- (t1 / sum(t1))[used]
w2 <- (t2 / sum(t2))[used]
show("rate1", sum(x1) / sum(t1))
show("rate2", sum(x2) / sum(t2))
show("value", sum(x1) / sum(t1) - sum(x2) / sum(t2))
show("composition", sum((w1 - w2) * (r1 + r2) / 2))
show("rates", sum((r1 - r2) * (w1 + w2) / 2))
"#,
};

pub(super) const CROSS: Twin = Twin {
    python: r#"def factors(x, t):  # for each cell its row factor, its column factor and its rate
    table = [t[i:i + columns] for i in range(0, len(t), columns)]
    rows = [math.fsum(row) for row in table]
    cols = [math.fsum(col) for col in zip(*table)]
    total = math.fsum(t)
    cells = []
    for i, row in enumerate(table):
        for j, n in enumerate(row):
            a = math.sqrt(n / cols[j] * rows[i] / total)
            b = math.sqrt(n / rows[i] * cols[j] / total)
            cells.append((a, b, x[i * columns + j] / n))
    return cells

one, two = factors(x1, t1), factors(x2, t2)
rate1 = math.fsum(a * b * r for a, b, r in one)
rate2 = math.fsum(a * b * r for a, b, r in two)
pairs = [p + s for p, s in zip(one, two)]
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", math.fsum((r + R) / 2 * (b + B) / 2 * (a - A) for a, b, r, A, B, R in pairs))
show("columns", math.fsum((r + R) / 2 * (a + A) / 2 * (b - B) for a, b, r, A, B, R in pairs))
show("rates", math.fsum((a * b + A * B) / 2 * (r - R) for a, b, r, A, B, R in pairs))
"#,
    r: r#"factors <- function(x, t) { # for each cell its row factor, its column factor and its rate
  n <- matrix(t, ncol = columns, byrow = TRUE)
  rows <- matrix(rowSums(n), nrow(n), columns)
  cols <- matrix(colSums(n), nrow(n), columns, byrow = TRUE)
  list(a = sqrt(n / cols * rows / sum(n)), b = sqrt(n / rows * cols / sum(n)),
       r = matrix(x, ncol = columns, byrow = TRUE) / n)
}
one <- factors(x1, t1)
two <- factors(x2, t2)
rate1 <- sum(one$a * one$b * one$r)
rate2 <- sum(two$a * two$b * two$r)
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", sum((one$r + two$r) / 2 * (one$b + two$b) / 2 * (one$a - two$a)))
show("columns", sum((one$r + two$r) / 2 * (one$a + two$a) / 2 * (one$b - two$b)))
show("rates", sum((one$a * one$b + two$a * two$b) / 2 * (one$r - two$r)))
"#,
};
