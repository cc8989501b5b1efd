//! Analyses by the names of their methods, all answered in one shape: for scripts.

use crate::data::Dataset;
use crate::measures::methods::funnel::Position;
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::{Interval, Limit, Status};
use crate::measures::{Measure, Note, Question};

use super::cohorts::{self, Cohort};
use super::comparison::{self, Compared, Comparison, DifferenceMethod, RatioMethod};
use super::cumulative::{self, Rates};
use super::decomposition::{self, Cause};
use super::standardised::{self, DirectInterval, Standard};
use super::suppressed::{self, DEFAULT_MOST, LEAST};
use super::{Ages, Failure, Scope, bounds, distribution, funnel, parts, trend};

/// The names, as in the table of methods.
pub const NAMES: [&str; 16] = [
    "dsr",
    "smr",
    "rate_ratio",
    "rate_diff",
    "share_diff_newcombe",
    "share_goodman",
    "heterogeneity",
    "kitagawa",
    "das_gupta_cross",
    "cumulative",
    "cohorts",
    "trend",
    "funnel_rate",
    "funnel_share",
    "unknown_bounds",
    "suppressed_rate",
];

/// What is asked for. Which fields count depends on the name; the others are left alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// One of [`NAMES`].
    pub name: String,
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// The part of the data set.
    pub scope: Scope,
    /// The share that is compared or tested: `return_share` or `destination_share`. A test or a
    /// funnel without one is of rates.
    pub of: Option<Measure>,
    /// The dimensions that are made alike or taken apart by; age when empty.
    pub over: Vec<String>,
    /// Key of the group that others are set against, or that stands second in a decomposition.
    pub reference: Vec<String>,
    /// Key of the group that stands first in a decomposition.
    pub group: Vec<String>,
    /// Key of the group whose composition is the standard; all groups together when absent.
    pub standard: Option<Vec<String>>,
    /// Which part of the unknown is taken to belong to the target.
    pub assumption: f64,
    /// Years that a trend leaves out.
    pub without: Vec<String>,
    /// The cohort whose chance or rates are wanted; the period's rates, or every cohort, when absent.
    pub born: Option<i32>,
    /// How many years of birth make a cohort; one when absent.
    pub width: Option<i32>,
    /// Name of a variant of the interval; the default when absent.
    pub interval: Option<String>,
    /// Confidence level.
    pub level: f64,
}

/// One number, and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Dimension and code of the group.
    pub key: Vec<(String, String)>,
    /// What is counted above the line.
    pub numerator: Option<f64>,
    /// What it is set against.
    pub denominator: Option<f64>,
    /// The number, unrounded; absent when the status says why.
    pub value: Option<f64>,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<Limit>,
    /// `ok`, or what must be said.
    pub status: Status,
    /// Further numbers by name.
    pub details: Vec<(&'static str, Option<f64>)>,
}

impl Default for Line {
    fn default() -> Line {
        Line {
            key: Vec::new(),
            numerator: None,
            denominator: None,
            value: None,
            lower: None,
            upper: None,
            status: Status::Ok,
            details: Vec::new(),
        }
    }
}

/// All numbers of an analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The table that answered.
    pub table: String,
    /// The numbers.
    pub rows: Vec<Line>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// Why there is no answer at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// The analysis needs a field that is not given; its name and what it holds.
    Field(&'static str, &'static str),
    /// A field holds something that does not fit; its name, what was found, what would fit.
    Unfit(&'static str, String, String),
    /// The data set, or the analysis, refuses.
    Failure(Failure),
}

impl From<Failure> for Missing {
    fn from(failure: Failure) -> Missing {
        Missing::Failure(failure)
    }
}

/// Answers an analysis by name.
pub fn by_name(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    match asked.name.as_str() {
        "dsr" | "smr" => standardise(dataset, asked),
        "rate_ratio" | "rate_diff" | "share_diff_newcombe" => compare(dataset, asked),
        "heterogeneity" => test(dataset, asked),
        "share_goodman" => goodman(dataset, asked),
        "kitagawa" | "das_gupta_cross" => decompose(dataset, asked),
        "cumulative" => chances(dataset, asked),
        "cohorts" => along_cohorts(dataset, asked),
        "trend" => trends(dataset, asked),
        "funnel_rate" | "funnel_share" => funnels(dataset, asked),
        "unknown_bounds" => unknown(dataset, asked),
        "suppressed_rate" => withheld(dataset, asked),
        other => Err(Missing::Unfit(
            "measure",
            other.to_owned(),
            NAMES.join(", "),
        )),
    }
}

impl Asked {
    fn needs_by(&self) -> Result<(), Missing> {
        match self.by.is_empty() {
            true => Err(Missing::Field(
                "by",
                "the dimensions that tell the groups apart",
            )),
            false => Ok(()),
        }
    }

    /// A key with a code for each dimension.
    fn key<'a>(&'a self, name: &'static str, key: &'a [String]) -> Result<&'a [String], Missing> {
        self.needs_by()?;
        match key.len() {
            0 => Err(Missing::Field(name, "a code for each dimension of by")),
            length if length == self.by.len() => Ok(key),
            _ => Err(Missing::Unfit(
                name,
                key.join(", "),
                format!("a code for each of: {}", self.by.join(", ")),
            )),
        }
    }

    /// The name of the interval among those that fit; the first when none was asked for.
    fn variant<T: Copy>(&self, known: &[(&str, T)]) -> Result<T, Missing> {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let wanted = match &self.interval {
            None => known.first(),
            Some(name) => known.iter().find(|(known, _)| known == name),
        };
        wanted.map(|(_, variant)| *variant).ok_or_else(|| {
            let found = self.interval.clone().unwrap_or_default();
            Missing::Unfit("interval", found, names.join(", "))
        })
    }

    fn over(&self) -> Vec<String> {
        match self.over.is_empty() {
            true => vec!["age".to_owned()],
            false => self.over.clone(),
        }
    }

    fn keyed(&self, key: &[String]) -> Vec<(String, String)> {
        self.by.iter().cloned().zip(key.iter().cloned()).collect()
    }

    /// The question of a comparison, a test or a funnel.
    fn question(&self, shares: bool) -> Result<Question, Missing> {
        self.needs_by()?;
        let measure = match (&self.of, shares) {
            (Some(measure), true) => measure.clone(),
            (None, true) => {
                return Err(Missing::Field("of", "return_share or destination_share"));
            }
            (_, false) => Measure::Rate,
        };
        Ok(self.scope.question(measure, self.by.iter().cloned()))
    }
}

fn limits(interval: Option<Interval>) -> (Option<f64>, Option<Limit>) {
    match interval {
        Some(found) => (Some(found.lower), Some(Limit::Finite(found.upper))),
        None => (None, None),
    }
}

fn standardise(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    asked.needs_by()?;
    let standard = match &asked.standard {
        None => Standard::Pooled,
        Some(key) => Standard::Group(asked.key("standard", key)?.to_vec()),
    };
    let interval = match asked.name.as_str() {
        "dsr" => asked.variant(&[
            ("fay_feuer", DirectInterval::FayFeuer),
            ("dobson_byar", DirectInterval::DobsonByar),
        ])?,
        _ => asked.variant(&[("exact", DirectInterval::FayFeuer)])?,
    };
    let found = standardised::standardised(
        dataset,
        &standardised::Request {
            by: asked.by.clone(),
            over: asked.over(),
            standard,
            interval,
            scope: asked.scope.clone(),
            level: asked.level,
        },
    )?;
    let direct = asked.name == "dsr";
    let rows = found.rows.iter().map(|row| {
        let estimate = if direct {
            row.direct
        } else {
            row.observed_expected
        };
        let whole = row.whole.ok();
        let (lower, upper) = limits(estimate.interval);
        Line {
            key: asked.keyed(&row.key),
            numerator: whole.map(|(events, _)| events),
            denominator: match direct {
                true => whole.map(|(_, exposure)| exposure),
                false => row.expected,
            },
            value: estimate.value,
            lower,
            upper,
            status: estimate.status,
            details: match direct {
                true => vec![("crude", row.crude.value)],
                false => vec![
                    ("indirect_rate", row.indirect_rate),
                    ("crude", row.crude.value),
                ],
            },
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table,
        notes: found.notes,
    })
}

fn compare(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let shares = asked.name == "share_diff_newcombe";
    let question = asked.question(shares)?;
    let reference = asked.key("reference", &asked.reference)?.to_vec();
    let mut request = comparison::Request::new(question, reference, asked.level);
    match asked.name.as_str() {
        "rate_ratio" => {
            request.ratio = asked.variant(&[
                ("exact", RatioMethod::Exact),
                ("midp", RatioMethod::MidP),
                ("wald", RatioMethod::Wald),
            ])?;
        }
        "rate_diff" => {
            request.difference = asked.variant(&[
                ("mover_score", DifferenceMethod::Score),
                ("mover_garwood", DifferenceMethod::Garwood),
            ])?;
        }
        _ => asked.variant(&[("newcombe", ())])?,
    }
    let found: Comparison = comparison::comparison(dataset, &request)?;
    let others = found.rows.iter().filter(|row| !row.is_reference);
    let rows = others.map(|row| {
        let line = Line {
            key: asked.keyed(&row.row.key),
            numerator: row.row.numerator,
            denominator: row.row.denominator,
            details: vec![("own", row.row.value)],
            ..Line::default()
        };
        match asked.name.as_str() {
            "rate_ratio" => ratio(line, row),
            _ => difference(line, row),
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn ratio(line: Line, row: &Compared) -> Line {
    match &row.ratio {
        Some(Ok(found)) => Line {
            value: found.ratio.finite(),
            lower: found.limits.map(|(lower, _)| lower),
            upper: found.limits.map(|(_, upper)| upper),
            status: found.status,
            ..line
        },
        Some(Err(status)) => Line {
            status: *status,
            ..line
        },
        None => Line {
            status: row.row.status,
            ..line
        },
    }
}

fn difference(line: Line, row: &Compared) -> Line {
    let Some(found) = row.difference else {
        return Line {
            status: row.row.status,
            ..line
        };
    };
    let (lower, upper) = limits(found.interval);
    Line {
        value: found.value,
        lower,
        upper,
        status: found.status,
        ..line
    }
}

fn test(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let question = asked.question(asked.of.is_some())?;
    // Any group can be the reference of a test; the first of the answer is.
    let answer = crate::measures::answer(dataset, &question).map_err(Failure::Refused)?;
    let first = answer.rows.first().map(|row| row.key.clone());
    let first = first.ok_or(Failure::NoSuchGroup(Vec::new()))?;
    let request = comparison::Request::new(question, first, asked.level);
    let found = comparison::comparison(dataset, &request)?;
    let sum = |part: fn(&Compared) -> Option<f64>| found.rows.iter().map(part).sum();
    let line = match found.heterogeneity {
        Err(status) => Line {
            status,
            ..Line::default()
        },
        Ok(test) => Line {
            value: Some(test.likelihood_ratio),
            details: vec![
                ("df", Some(test.degrees_of_freedom as f64)),
                ("p", Some(test.p_likelihood_ratio)),
                ("pearson", Some(test.pearson)),
                ("p_pearson", Some(test.p_pearson)),
                ("pooled", Some(test.pooled)),
                ("min_expected", Some(test.min_expected)),
            ],
            ..Line::default()
        },
    };
    Ok(Lines {
        rows: vec![Line {
            numerator: sum(|row| row.row.numerator),
            denominator: sum(|row| row.row.denominator),
            ..line
        }],
        table: found.table,
        notes: found.notes,
    })
}

fn goodman(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let known = ["destination", "destination_kind"];
    let of = asked.by.iter().find(|name| known.contains(&name.as_str()));
    let of = of.ok_or(Missing::Field(
        "by",
        "destination or destination_kind among others",
    ))?;
    let measure = Measure::Share { of: of.clone() };
    let question = asked.scope.question(measure, asked.by.iter().cloned());
    let found = distribution::distribution(dataset, &question, asked.level)?;
    let mut rows = Vec::new();
    for group in &found.groups {
        for (place, row) in group.rows.iter().enumerate() {
            let interval = match &group.intervals {
                Ok(intervals) => Ok(intervals.get(place).copied()),
                Err(status) => Err(*status),
            };
            let (lower, upper) = limits(interval.unwrap_or(None));
            rows.push(Line {
                key: asked.keyed(&row.key),
                numerator: row.numerator,
                denominator: row.denominator,
                value: row.value,
                lower,
                upper,
                status: row.status,
                details: Vec::new(),
            });
        }
    }
    Ok(Lines {
        rows,
        table: found.table,
        notes: found.notes,
    })
}

fn decompose(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let first = asked.key("group", &asked.group)?.to_vec();
    let second = asked.key("reference", &asked.reference)?.to_vec();
    let over = asked.over();
    let wanted = match asked.name.as_str() {
        "kitagawa" => 1,
        _ => 2,
    };
    if over.len() != wanted {
        let fits = match wanted {
            1 => "one dimension",
            _ => "two dimensions, as age and education",
        };
        return Err(Missing::Unfit("over", over.join(", "), fits.to_owned()));
    }
    let found = decomposition::decomposition(
        dataset,
        &decomposition::Request {
            by: asked.by.clone(),
            first,
            second,
            over,
            ages: match wanted {
                1 => Ages::Single,
                _ => Ages::MergedAsNeeded,
            },
            scope: asked.scope.clone(),
        },
    )?;
    let part = |name: String, value: f64| Line {
        key: vec![("part".to_owned(), name)],
        value: Some(value),
        ..Line::default()
    };
    let rows = match &found.steps {
        Err(status) => vec![Line {
            key: vec![("part".to_owned(), "gap".to_owned())],
            status: *status,
            ..Line::default()
        }],
        Ok(steps) => {
            let effects = steps.steps.iter().map(|step| match &step.cause {
                Cause::Composition(dimension) => {
                    part(format!("composition_{dimension}"), step.effect)
                }
                Cause::Rates => part("rates".to_owned(), step.effect),
            });
            [
                ("rate1", steps.rate1),
                ("rate2", steps.rate2),
                ("gap", steps.gap),
            ]
            .into_iter()
            .map(|(name, value)| part(name.to_owned(), value))
            .chain(effects)
            .collect()
        }
    };
    Ok(Lines {
        rows,
        table: found.table,
        notes: found.notes,
    })
}

fn chances(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let rates = match asked.born {
        None => Rates::Period,
        Some(born) => Rates::Cohort { born },
    };
    let found = cumulative::cumulative(
        dataset,
        &cumulative::Request {
            by: asked.by.clone(),
            rates,
            scope: asked.scope.clone(),
            level: asked.level,
        },
    )?;
    let rows = found.rows.iter().map(|row| {
        let (lower, upper) = limits(row.chance.interval);
        Line {
            key: asked.keyed(&row.key),
            value: row.chance.value,
            lower,
            upper,
            status: row.chance.status,
            details: vec![("expected_moves", row.expected_moves)],
            ..Line::default()
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn along_cohorts(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let width = asked.width.unwrap_or(1);
    if !(1..=20).contains(&width) {
        let found = width.to_string();
        return Err(Missing::Unfit("width", found, "1 to 20".to_owned()));
    }
    let found = cohorts::cohorts(
        dataset,
        &cohorts::Request {
            by: asked.by.clone(),
            width,
            scope: asked.scope.clone(),
            interval: asked.variant(&[
                ("garwood", RateMethod::Garwood),
                ("midp", RateMethod::MidP),
                ("byar", RateMethod::Byar),
            ])?,
            level: asked.level,
        },
    )?;
    let wanted = |cohort: &&Cohort| {
        let (first, last) = cohort.born;
        asked.born.is_none_or(|born| (first..=last).contains(&born))
    };
    let mut rows = Vec::new();
    for group in &found.groups {
        for cohort in group.cohorts.iter().filter(wanted) {
            for step in &cohort.steps {
                let mut key = asked.keyed(&group.key);
                key.push(("born".to_owned(), cohort.code()));
                key.push(("age".to_owned(), step.age.to_string()));
                let (lower, upper) = limits(step.rate.interval);
                let chance = step.chance.estimate;
                let period = group.period.iter().find(|other| other.age == step.age);
                rows.push(Line {
                    key,
                    numerator: step.part.ok().map(|(events, _)| events),
                    denominator: step.part.ok().map(|(_, exposure)| exposure),
                    value: step.rate.value,
                    lower,
                    upper,
                    status: step.rate.status,
                    details: vec![
                        ("chance", chance.value),
                        ("chance_lower", chance.interval.map(|limits| limits.lower)),
                        ("chance_upper", chance.interval.map(|limits| limits.upper)),
                        ("period_rate", period.and_then(|step| step.rate.value)),
                        (
                            "period_chance",
                            period.and_then(|step| step.chance.estimate.value),
                        ),
                    ],
                });
            }
        }
    }
    Ok(Lines {
        rows,
        table: found.table,
        notes: found.notes,
    })
}

fn trends(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let request = trend::Request {
        by: asked.by.clone(),
        without: asked.without.clone(),
        scope: asked.scope.clone(),
        level: asked.level,
    };
    let found = trend::trend(dataset, &request)?;
    let rows = found.rows.iter().map(|row| {
        let line = Line {
            key: asked.keyed(&row.key),
            ..Line::default()
        };
        match &row.trend {
            Err(status) => Line {
                status: *status,
                ..line
            },
            Ok(shown) => Line {
                value: Some(shown.change),
                lower: Some(shown.interval.lower),
                upper: Some(Limit::Finite(shown.interval.upper)),
                details: vec![
                    ("slope", Some(shown.trend.slope)),
                    ("dispersion", Some(shown.trend.dispersion)),
                    ("years", Some(shown.trend.years as f64)),
                ],
                ..line
            },
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn funnels(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    let question = asked.question(asked.name == "funnel_share")?;
    let found = funnel::funnel(dataset, &question)?;
    let side = |position: Position| match position {
        Position::Below => -1.0,
        Position::Inside => 0.0,
        Position::Above => 1.0,
    };
    let rows = found.rows.iter().map(|row| {
        let own = parts(&row.row).ok();
        let limits = row.limits.ok();
        Line {
            key: asked.keyed(&row.row.key),
            numerator: own.map(|(numerator, _)| numerator),
            denominator: own.map(|(_, denominator)| denominator),
            value: row.row.value,
            lower: limits.map(|limits| limits.inner.lower),
            upper: limits.map(|limits| Limit::Finite(limits.inner.upper)),
            status: row.limits.err().unwrap_or(row.row.status),
            details: vec![
                ("target", found.target.value),
                ("position", limits.map(|limits| side(limits.inner_position))),
                ("outer_lower", limits.map(|limits| limits.outer.lower)),
                ("outer_upper", limits.map(|limits| limits.outer.upper)),
                (
                    "outer_position",
                    limits.map(|limits| side(limits.outer_position)),
                ),
            ],
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn unknown(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
    if !(0.0..=1.0).contains(&asked.assumption) {
        let found = asked.assumption.to_string();
        return Err(Missing::Unfit("q", found, "0 to 1".to_owned()));
    }
    let (by, scope) = (asked.by.clone(), asked.scope.clone());
    let request = bounds::Request::to_origin(by, asked.assumption, scope, asked.level);
    let found = bounds::bounds(dataset, &request)?;
    let rows = found.rows.iter().map(|row| {
        let (counts, bounds) = (row.counts.ok(), row.bounds.ok());
        Line {
            key: asked.keyed(&row.key),
            numerator: counts.map(|counts| counts.target),
            denominator: counts.map(|counts| counts.known + counts.unknown),
            value: bounds.map(|bounds| bounds.at_assumption),
            lower: bounds.map(|bounds| bounds.bounds.lower),
            upper: bounds.map(|bounds| Limit::Finite(bounds.bounds.upper)),
            status: match row.bounds {
                Ok(bounds) => bounds.status,
                Err(status) => status,
            },
            details: vec![
                ("known", counts.map(|counts| counts.known)),
                ("unknown", counts.map(|counts| counts.unknown)),
                ("rebased", bounds.and_then(|bounds| bounds.rebased)),
                ("outer_lower", bounds.map(|bounds| bounds.outer.lower)),
                ("outer_upper", bounds.map(|bounds| bounds.outer.upper)),
            ],
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn withheld(dataset: &Dataset, asked: &Asked) -> Result<Lines, Missing> {
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
