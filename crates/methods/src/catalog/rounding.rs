//! The range behind a rounded number.

use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Label, Literal, Named, Pair, Profile, Reading, Script, Unit,
    Values, Word, w,
};
use stats::Status;
use stats::incomplete;

use super::arguments::{Arguments, InputKind, InputSpec};
use super::method::{Answer, Field, Method, STATUS, out, with};

/// A number of which only a rounded form was published; a share or rate as a fraction of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The rounded number.
    pub value: f64,
    /// Where the unrounded one lies.
    pub range: Pair,
}

impl Arithmetic for Printed {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::InRange { finer: true },
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        Ok(vec![
            ("value", self.value),
            ("lowest", self.range.0),
            ("highest", self.range.1),
        ])
    }

    fn derivation(&self, _: Values) -> Derivation {
        Derivation::new(Unit::Share, w(Word::Events)).given(
            "",
            Label::none(),
            self.value,
            Label::EVENTS,
        )
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::singly([("printed", self.value)]);
        all.extend(Literal::two(["lowest", "highest"], self.range));
        all
    }

    fn script(&self) -> Script {
        Script {
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
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("rounded_no_interval")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "rounding",
    title: "range behind a rounded rate",
    field: Field::Incomplete,
    inputs: &[
        InputSpec::new("rate_text", InputKind::Decimal),
        InputSpec::new("per", InputKind::DefaultDecimal(1000.0)),
        InputSpec::new("exposure", InputKind::OptionalDecimal),
    ],
    outputs: &[
        out("rate_min"),
        out("rate_max"),
        out("events_min"),
        out("events_max"),
        STATUS,
    ],
    run: Some(rounding),
    ..Method::NONE
};

fn rounding(a: &Arguments) -> Result<Answer, Status> {
    let rate = a.decimal("rate_text")?.ok_or(Status::MissingInput)?;
    let per = a.decimal("per")?.ok_or(Status::MissingInput)?;
    let answer = incomplete::rounding(rate, per, a.decimal("exposure")?)?;
    with(
        answer.status,
        [
            answer.rate_min.into(),
            answer.rate_max.into(),
            answer.events.map(|(least, _)| least).into(),
            answer.events.map(|(_, greatest)| greatest).into(),
        ],
    )
}
