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
