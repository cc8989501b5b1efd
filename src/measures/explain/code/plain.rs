//! Numbers as they are.

use super::Twin;

pub(super) const COUNT: Twin = Twin {
    python: r#"show("value", x)
"#,
    r: r#"show("value", x)
"#,
};

pub(super) const PRINTED: Twin = Twin {
    python: r#"# Only the rounded number was published; the range is half a unit of its last digit.
show("value", printed)
show("lowest", lowest)
show("highest", highest)
"#,
    r: r#"# Only the rounded number was published; the range is half a unit of its last digit.
show("value", printed)
show("lowest", lowest)
show("highest", highest)
"#,
};

pub(super) const REMAINDER: Twin = Twin {
    python: r#"show("value", whole - part)
"#,
    r: r#"show("value", whole - part)
"#,
};

pub(super) const QUOTIENT: Twin = Twin {
    python: r#"show("value", first / second)
"#,
    r: r#"show("value", first / second)
"#,
};

pub(super) const SUM: Twin = Twin {
    python: r#"show("value", math.fsum(counts))
"#,
    r: r#"show("value", sum(counts))
"#,
};

pub(super) const PRODUCT: Twin = Twin {
    python: r#"show("value", first * second)
"#,
    r: r#"show("value", first * second)
"#,
};

pub(super) const TALLY: Twin = Twin {
    python: r#"show("value", sum(a > b for a, b in zip(first, second)))
show("of", len(first))
"#,
    r: r#"show("value", sum(first > second))
show("of", length(first))
"#,
};

pub(super) const OUTSIDE: Twin = Twin {
    python: r#"show("value", sum(a < low or a > high for a, low, high in zip(number, lower, upper)))
show("of", len(number))
"#,
    r: r#"show("value", sum(number < lower | number > upper))
show("of", length(number))
"#,
};

pub(super) const HIGHEST: Twin = Twin {
    python: r#"show("value", place[number.index(max(number))])
show("highest", max(number))
"#,
    r: r#"show("value", place[which.max(number)])
show("highest", max(number))
"#,
};
