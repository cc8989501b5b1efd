//! Counts, rates and shares with suppressed cells: the ranges in which they lie.

use crate::arithmetic::limits::{gamma, wilson_ends, wilsons};
use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Formula, Label, Letters, Limits, LimitsKind, Literal, Named,
    Pair, Profile, Reading, Script, Unit, Values, key, one, s,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use measures::analysis::suppressed::{self, DEFAULT_MOST, LEAST};
use stats::incomplete::{self, ShareCells, SuppressedCells};
use stats::share::{ShareMethod, share, share_interval};
use stats::{Interval, Limit, Status};

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Method, OnData, PER, STATUS, ends, number, numbers, ok, optional, out,
    per, with,
};

/// A sum with suppressed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct SuppressedCount {
    /// The sum of the cells that are given.
    pub known: f64,
    /// Number of suppressed cells.
    pub cells: f64,
    /// Least and greatest value of each.
    pub each: (f64, f64),
}

/// What is known of a sum with suppressed cells.
fn given(told: Derivation, [sum, count]: [&str; 2], of: Pair, each: Pair) -> Derivation {
    told.given(sum, Label::EVENTS, of.0, Label::key("in_known_cells"))
        .given(count, Label::EVENTS, of.1, Label::key("suppressed_cells"))
        .given("a", Label::key("least_each"), each.0, Label::none())
        .given("b", Label::key("most_each"), each.1, Label::none())
}

/// A sum whose suppressed cells all hold the number under a letter.
fn with_cells([sum, count]: [&str; 2], each: &str) -> Formula {
    s(sum).plus(s(count).times(s(each)))
}

/// Both ends of a range under their words.
fn both([lowest, highest]: [&'static str; 2], [low, high]: [Formula; 2]) -> Formula {
    Formula::Lines(vec![key(lowest).equals(low), key(highest).equals(high)])
}

fn literals_of(of: Pair, each: Pair) -> Vec<(&'static str, Literal)> {
    Literal::singly([
        ("known", of.0),
        ("cells", of.1),
        ("least", each.0),
        ("most", each.1),
    ])
}

fn caveats_of(each: Pair) -> Vec<Caveat> {
    vec![
        Caveat::Key("suppressed_range"),
        Caveat::SuppressedEach(each.0, each.1),
    ]
}

impl Arithmetic for SuppressedCount {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::Range,
            ..Profile::of("suppressed_count")
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        Ok(vec![
            ("lowest", self.known + self.cells * self.each.0),
            ("highest", self.known + self.cells * self.each.1),
        ])
    }

    fn derivation(&self, _: Values) -> Derivation {
        let ends = ["a", "b"].map(|each| with_cells(["x", "c"], each));
        let told = Derivation::new(Unit::Count, both(["lowest_count", "highest_count"], ends));
        given(told, ["x", "c"], (self.known, self.cells), self.each)
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        literals_of((self.known, self.cells), self.each)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("lowest", known + cells * least)
show("highest", known + cells * most)
"#,
            r: r#"show("lowest", known + cells * least)
show("highest", known + cells * most)
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        caveats_of(self.each)
    }
}

/// A rate with suppressed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct SuppressedRate {
    /// Known events.
    pub known: f64,
    /// Number of suppressed cells.
    pub cells: f64,
    /// Least and greatest value of each.
    pub each: (f64, f64),
    /// Exposure.
    pub exposure: f64,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for SuppressedRate {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            reading: Reading::Range,
            limits_kind: LimitsKind::Outer,
            ..Profile::of(RATE.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let cells = SuppressedCells {
            cells: self.cells,
            each_min: self.each.0,
            each_max: self.each.1,
        };
        let found = incomplete::suppressed_rate(self.known, cells, self.exposure, self.level)?;
        let range = found.range.ok_or(found.status)?;
        Ok(vec![
            ("events_min", found.events_min),
            ("events_max", found.events_max),
            ("lowest", range.rate.lower),
            ("highest", range.rate.upper),
            ("lower", range.outer.lower),
            ("upper", range.outer.upper),
        ])
    }

    fn derivation(&self, _: Values) -> Derivation {
        let ends = ["a", "b"].map(|each| with_cells(["x", "c"], each).over(s("T")));
        let told = Derivation::new(Unit::Rate, both(["lowest", "highest"], ends));
        given(told, ["x", "c"], (self.known, self.cells), self.each).given(
            "T",
            Label::none(),
            self.exposure,
            Label::EXPOSURE,
        )
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        letters.suppressed(["x", "c"], (self.known, self.cells), self.each);
        letters.set("T", self.exposure);
        let [low, high] = ["a", "b"].map(|each| with_cells(["x", "c"], each));
        let lines = vec![
            s("L").equals(gamma("α", low).over(s("T"))),
            s("U").equals(gamma("1 − α", high.plus(one())).over(s("T"))),
        ];
        Some(lines.into())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = literals_of((self.known, self.cells), self.each);
        all.push(("t", Literal::Number(self.exposure)));
        all
    }

    fn script(&self) -> Script {
        Script {
            python: r#"low, high = known + cells * least, known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", 0 if low == 0 else gamma_low(low, alpha / 2) / t)
show("upper", gamma_high(high + 1, alpha / 2) / t)
"#,
            r: r#"low <- known + cells * least
high <- known + cells * most
show("events_min", low)
show("events_max", high)
show("lowest", low / t)
show("highest", high / t)
show("lower", if (low == 0) 0 else qgamma(alpha / 2, low) / t)
show("upper", qgamma(alpha / 2, high + 1, lower.tail = FALSE) / t)
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        caveats_of(self.each)
    }
}

/// What a part with suppressed cells is a share of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whole {
    /// A total that is given.
    Known(f64),
    /// The part together with a rest.
    WithRest {
        /// The sum of the cells of the rest that are given.
        known: f64,
        /// Number of suppressed cells of the rest.
        cells: f64,
    },
}

/// A share with suppressed cells, in the part or in the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct SuppressedShare {
    /// The sum of the cells of the part that are given.
    pub known: f64,
    /// Number of suppressed cells of the part.
    pub cells: f64,
    /// Least and greatest value of each.
    pub each: (f64, f64),
    /// What the part is a share of.
    pub of: Whole,
    /// Confidence level of the outer limits.
    pub level: f64,
}

/// A share of which the rest has suppressed cells, too.
const WITH_REST: Script = Script {
    python: r#"# Least: the part at its least beside the rest at its greatest; greatest: the other way round.
z = NormalDist().inv_cdf(1 - alpha / 2)
low, high = known + cells * least, known + cells * most
low_of = low + rest_known + rest_cells * most
high_of = high + rest_known + rest_cells * least
show("lowest", low / low_of)
show("highest", high / high_of)
show("lower", wilson(low, low_of)[0])
show("upper", wilson(high, high_of)[1])
"#,
    r: r#"# Least: the part at its least beside the rest at its greatest; greatest: the other way round.
z <- qnorm(alpha / 2, lower.tail = FALSE)
low <- known + cells * least
high <- known + cells * most
low_of <- low + rest_known + rest_cells * most
high_of <- high + rest_known + rest_cells * least
show("lowest", low / low_of)
show("highest", high / high_of)
show("lower", wilson(low, low_of)[1])
show("upper", wilson(high, high_of)[2])
"#,
};

impl Arithmetic for SuppressedShare {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            reading: Reading::Range,
            limits_kind: LimitsKind::Outer,
            ..Profile::of(SHARE.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (range, outer) = match self.of {
            Whole::WithRest { known, cells } => {
                let cells = ShareCells {
                    k_known: self.known,
                    k_suppressed: self.cells,
                    rest_known: known,
                    rest_suppressed: cells,
                    each_min: self.each.0,
                    each_max: self.each.1,
                    total: None,
                };
                let found = incomplete::suppressed_share(cells, self.level)?;
                ((found.share.lower, found.share.upper), found.outer)
            }
            Whole::Known(n) => {
                let low = self.known + self.cells * self.each.0;
                let high = (self.known + self.cells * self.each.1).min(n);
                let limits = |k| share_interval(ShareMethod::Wilson, k, n, self.level);
                let outer = Interval {
                    lower: limits(low)?.lower,
                    upper: limits(high)?.upper,
                };
                ((share(low, n)?, share(high, n)?), outer)
            }
        };
        Ok(vec![
            ("lowest", range.0),
            ("highest", range.1),
            ("lower", outer.lower),
            ("upper", outer.upper),
        ])
    }

    fn derivation(&self, _: Values) -> Derivation {
        let part = |each: &str| with_cells(["k", "c"], each);
        let rest = |each: &str| with_cells(["r", "d"], each);
        let share = |own: &str, other: &str| match self.of {
            Whole::Known(_) => part(own).over(s("n")),
            Whole::WithRest { .. } => part(own).over(part(own).plus(rest(other))),
        };
        let ends = [share("a", "b"), share("b", "a")];
        let told = Derivation::new(Unit::Share, both(["lowest_share", "highest_share"], ends));
        let told = given(told, ["k", "c"], (self.known, self.cells), self.each);
        let rest = || Label::key("the_rest");
        match self.of {
            Whole::Known(n) => told.given("n", Label::none(), n, Label::EXPOSURE),
            Whole::WithRest { known, cells } => told
                .given("r", rest(), known, Label::key("in_known_cells"))
                .given("d", rest(), cells, Label::key("suppressed_cells")),
        }
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        letters.suppressed(["k", "c"], (self.known, self.cells), self.each);
        let part = |each: &str| with_cells(["k", "c"], each);
        let lines = match self.of {
            Whole::Known(whole) => {
                letters.set("n", whole);
                let most = Formula::Function("min".to_owned(), vec![part("b"), s("n")]);
                wilson_ends([(part("a"), s("n")), (most, s("n"))])
            }
            Whole::WithRest { known, cells } => {
                letters.suppressed(["r", "d"], (known, cells), self.each);
                let with = |own, other| part(own).plus(with_cells(["r", "d"], other));
                wilson_ends([(part("a"), with("a", "b")), (part("b"), with("b", "a"))])
            }
        };
        Some(Limits {
            lines,
            general: wilsons(),
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = literals_of((self.known, self.cells), self.each);
        match self.of {
            Whole::Known(n) => all.push(("n", Literal::Number(n))),
            Whole::WithRest { known, cells } => {
                all.extend(Literal::two(["rest_known", "rest_cells"], (known, cells)));
            }
        }
        all
    }

    fn script(&self) -> Script {
        match self.of {
            Whole::Known(_) => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
low = known + cells * least
high = min(known + cells * most, n)
show("lowest", low / n)
show("highest", high / n)
show("lower", wilson(low, n)[0])
show("upper", wilson(high, n)[1])
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
low <- known + cells * least
high <- min(known + cells * most, n)
show("lowest", low / n)
show("highest", high / n)
show("lower", wilson(low, n)[1])
show("upper", wilson(high, n)[2])
"#,
            },
            Whole::WithRest { .. } => WITH_REST,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        caveats_of(self.each)
    }
}

/// The range of a rate.
pub static RATE: Method = Method {
    name: "suppressed_rate",
    title: "range of a rate with suppressed cells",
    field: Field::Incomplete,
    inputs: &[
        number("known_events"),
        number("suppressed_cells"),
        number("each_min"),
        number("each_max"),
        number("exposure"),
        PER,
        CONF,
    ],
    outputs: &[
        out("events_min"),
        out("events_max"),
        out("rate_min"),
        out("rate_max"),
        out("outer_lower"),
        out("outer_upper"),
        STATUS,
    ],
    run: Some(suppressed_rate),
    on_data: Some(OnData {
        about: "rates with suppressed cells of 1 to 4 as ranges; `value` only where nothing is \
            suppressed. Details: `known_events`, `suppressed_cells`, `each_min`, `each_max`, \
            `outer_lower`, `outer_upper`.",
        run: withheld,
    }),
    ..Method::NONE
};

/// The range of a share.
pub static SHARE: Method = Method {
    name: "suppressed_share",
    title: "range of a share with suppressed cells",
    field: Field::Incomplete,
    inputs: &[
        number("k_known"),
        number("k_suppressed"),
        number("rest_known"),
        number("rest_suppressed"),
        number("each_min"),
        number("each_max"),
        optional("total"),
        CONF,
    ],
    outputs: &[
        out("share_min"),
        out("share_max"),
        out("outer_lower"),
        out("outer_upper"),
        STATUS,
    ],
    run: Some(suppressed_share),
    ..Method::NONE
};

fn suppressed_rate(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [known, cells, each_min, each_max] = numbers(
        a,
        ["known_events", "suppressed_cells", "each_min", "each_max"],
    )?;
    let suppressed = SuppressedCells {
        cells,
        each_min,
        each_max,
    };
    let answer =
        incomplete::suppressed_rate(known, suppressed, a.number("exposure")?, a.number("conf")?)?;
    let [rate_min, rate_max] = ends(answer.range.map(|range| range.rate.scaled(per)));
    let [lower, upper] = ends(answer.range.map(|range| range.outer.scaled(per)));
    with(
        answer.status,
        [
            answer.events_min.into(),
            answer.events_max.into(),
            rate_min,
            rate_max,
            lower,
            upper,
        ],
    )
}

fn suppressed_share(a: &Arguments) -> Result<Answer, Status> {
    let cells = ShareCells {
        k_known: a.number("k_known")?,
        k_suppressed: a.number("k_suppressed")?,
        rest_known: a.number("rest_known")?,
        rest_suppressed: a.number("rest_suppressed")?,
        each_min: a.number("each_min")?,
        each_max: a.number("each_max")?,
        total: a.optional("total")?,
    };
    let answer = incomplete::suppressed_share(cells, a.number("conf")?)?;
    ok([
        answer.share.lower.into(),
        answer.share.upper.into(),
        answer.outer.lower.into(),
        answer.outer.upper.into(),
    ])
}

fn withheld(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let (by, scope) = (asked.by.clone(), asked.scope.clone());
    let found = suppressed::suppressed(dataset, &suppressed::Request::new(by, scope, asked.level))?;
    let rows = found.rows.iter().map(|row| {
        let range = row.range.ok().and_then(|range| range.range);
        let exact = row.suppressed == 0;
        Line {
            key: asked.keyed(&row.key),
            numerator: exact.then_some(row.known),
            denominator: row.exposure.ok(),
            value: range.filter(|_| exact).map(|range| range.rate.lower),
            lower: range.map(|range| range.rate.lower),
            upper: range.map(|range| Limit::Finite(range.rate.upper)),
            status: match row.range {
                Err(status) => status,
                Ok(found) if found.status != Status::Ok => found.status,
                Ok(_) if exact => Status::Ok,
                Ok(_) => Status::RangeOnly,
            },
            details: vec![
                ("known_events", Some(row.known)),
                ("suppressed_cells", Some(row.suppressed as f64)),
                ("each_min", Some(LEAST)),
                ("each_max", Some(DEFAULT_MOST)),
                ("outer_lower", range.map(|range| range.outer.lower)),
                ("outer_upper", range.map(|range| range.outer.upper)),
            ],
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}
