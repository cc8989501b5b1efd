//! Observed over expected, indirectly standardised.

use crate::arithmetic::limits::gamma;
use crate::arithmetic::{
    Arithmetic, Caveat, Column, Derivation, Formula, Label, Letters, Limits, Literal, Named,
    Profile, Script, Table, Unit, Values, Weighted, key, one, s, three,
};
use stats::Status;
use stats::standardise;
use stats::standardise::Stratum;

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Method, OnData, PER, STATUS, ends, list, number, out, per, with,
};

/// Observed over expected; each stratum has the group's exposure and the standard's events and
/// exposure.
#[derive(Clone, Debug, PartialEq)]
pub struct Indirect {
    /// Observed events.
    pub observed: f64,
    /// The strata: exposure of the group, events and exposure of the standard.
    pub strata: Vec<Weighted>,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for Indirect {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            least_events: Some(self.observed),
            is_of_moves: true,
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let stratum = |(exposure, events, of): &Weighted| Stratum {
            exposure: *exposure,
            reference_events: *events,
            reference_exposure: *of,
        };
        let strata: Vec<Stratum> = self.strata.iter().map(stratum).collect();
        let found = standardise::indirect(self.observed, &strata, self.level)?;
        let ratio = found.ratio.ok_or(found.status)?;
        let mut values = vec![("expected", found.expected)];
        values.extend(three(ratio.ratio, ratio.exact));
        values.push(("indirect_rate", ratio.indirect_rate));
        Ok(values)
    }

    fn derivation(&self, _: Values) -> Derivation {
        let columns = [
            Column::new("T", Label::EXPOSURE),
            Column::new("X", Label::key("standard_events")),
            Column::new("S", Label::key("standard_exposure")),
        ];
        let formula = Formula::Lines(vec![
            key("ratio").equals(s("O").over(s("E"))),
            s("E").equals(s("Tᵢ").times(s("Xᵢ").over(s("Sᵢ"))).total()),
        ]);
        Derivation::new(Unit::Ratio, formula)
            .given("O", Label::key("observed"), self.observed, Label::EVENTS)
            .rows(Table::of_strata(columns, &self.strata, |row| row[0] > 0.0))
    }

    fn limits(&self, _: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        letters.set("O", self.observed);
        letters.set("E", values.get("expected")?);
        let lines = vec![
            s("L").equals(gamma("α", s("O")).over(s("E"))),
            s("U").equals(gamma("1 − α", s("O").plus(one())).over(s("E"))),
        ];
        Some(lines.into())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::singly([("observed", self.observed)]);
        all.extend(Literal::three_lists(["t", "ref_x", "ref_t"], &self.strata));
        all
    }

    fn script(&self) -> Script {
        Script {
            python: r#"expected = math.fsum(a * b / c for a, b, c in zip(t, ref_x, ref_t) if a > 0)
show("expected", expected)
show("value", observed / expected)
show("lower", 0 if observed == 0 else gamma_low(observed, alpha / 2) / expected)
show("upper", gamma_high(observed + 1, alpha / 2) / expected)
show("indirect_rate", observed / expected * math.fsum(ref_x) / math.fsum(ref_t))
"#,
            r: r#"used <- t > 0
expected <- sum(t[used] * ref_x[used] / ref_t[used])
show("expected", expected)
show("value", observed / expected)
show("lower", if (observed == 0) 0 else qgamma(alpha / 2, observed) / expected)
show("upper", qgamma(alpha / 2, observed + 1, lower.tail = FALSE) / expected)
show("indirect_rate", observed / expected * sum(ref_x) / sum(ref_t))
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("observed_expected_alone")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "smr",
    title: "ratio observed to expected, indirectly standardised rate",
    field: Field::Comparison,
    inputs: &[
        number("observed"),
        list("exposure"),
        list("ref_events"),
        list("ref_exposure"),
        PER,
        CONF,
    ],
    outputs: &[
        out("expected"),
        out("ratio"),
        out("exact_lower"),
        out("exact_upper"),
        out("byar_lower"),
        out("byar_upper"),
        out("indirect_rate"),
        STATUS,
    ],
    run: Some(indirect),
    on_data: Some(OnData {
        about: "observed over expected, indirectly standardised; `over` and `standard` as for `dsr`. \
            The numerator is observed, the denominator expected. Details: `indirect_rate`, \
            `crude`.",
        run: super::dsr::standardise,
    }),
    ..Method::NONE
};

fn indirect(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let reference = a
        .numbers("ref_events")?
        .into_iter()
        .zip(a.numbers("ref_exposure")?);
    let strata: Vec<Stratum> = a
        .numbers("exposure")?
        .into_iter()
        .zip(reference)
        .map(
            |(exposure, (reference_events, reference_exposure))| Stratum {
                exposure,
                reference_events,
                reference_exposure,
            },
        )
        .collect();
    let answer = standardise::indirect(a.number("observed")?, &strata, a.number("conf")?)?;
    let [exact_lower, exact_upper] = ends(answer.ratio.map(|ratio| ratio.exact));
    let [byar_lower, byar_upper] = ends(answer.ratio.map(|ratio| ratio.byar));
    with(
        answer.status,
        [
            answer.expected.into(),
            answer.ratio.map(|ratio| ratio.ratio).into(),
            exact_lower,
            exact_upper,
            byar_lower,
            byar_upper,
            answer.ratio.map(|ratio| ratio.indirect_rate * per).into(),
        ],
    )
}
