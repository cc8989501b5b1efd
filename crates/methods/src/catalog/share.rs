//! A share, and its intervals.

use crate::arithmetic::limits::{clopper_pearson, proportion, wilson};
use crate::arithmetic::{
    Arithmetic, Caveat, Computation, Derivation, Label, Letters, Limits, Literal, Named, Pair,
    Profile, Script, Unit, Values, Word, key, s, three, w,
};
use stats::Status;
use stats::incomplete::SMALL_BASE;
use stats::share::{ShareMethod, share, share_interval};

use super::arguments::Arguments;
use super::method::{Answer, CONF, Field, Form, Method, STATUS, Shown, number, ok, out, pair};

/// k/n with an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// k and n.
    pub of: Pair,
    /// How the interval is formed.
    pub method: ShareMethod,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for Share {
    fn profile(&self) -> Profile {
        Profile {
            measure: "share_point",
            level: Some(self.level),
            is_share: true,
            least_events: Some(self.of.0),
            is_of_moves: true,
            ..Profile::of(match self.method {
                ShareMethod::Wilson => WILSON.name,
                ShareMethod::ClopperPearson => CLOPPER_PEARSON.name,
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (k, n) = self.of;
        Ok(three(
            share(k, n)?,
            share_interval(self.method, k, n, self.level)?,
        ))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let formula = key("share").equals(w(Word::Events).over(w(Word::Exposure)));
        Derivation::new(Unit::Share, formula).pair(["k", "n"], Label::none(), self.of)
    }

    fn limits(&self, _: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        letters.share("", self.of);
        Some(match self.method {
            ShareMethod::Wilson => Limits {
                lines: vec![wilson("L; U", "")],
                general: vec![proportion()],
            },
            ShareMethod::ClopperPearson => {
                if values.get("upper") == Some(1.0) {
                    letters.fix("U", 1.0);
                }
                clopper_pearson(["L", "U"], s("k"), s("n").minus(s("k"))).into()
            }
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::two(["k", "n"], self.of)
    }

    fn script(&self) -> Script {
        match self.method {
            ShareMethod::Wilson => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
lower, upper = wilson(k, n)
show("value", k / n)
show("lower", lower)
show("upper", upper)
"#,
                r: r#"# The same limits: prop.test(k, n, conf.level = 1 - alpha, correct = FALSE)$conf.int
z <- qnorm(alpha / 2, lower.tail = FALSE)
show("value", k / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k, n)[2])
"#,
            },
            ShareMethod::ClopperPearson => Script {
                python: r#"share = lambda odds: odds / (1 + odds)
show("value", k / n)
show("lower", 0 if k == 0 else share(beta_odds(k, n - k + 1, alpha / 2)))
show("upper", 1 if k == n else 1 / (1 + beta_odds(n - k, k + 1, alpha / 2)))
"#,
                r: r#"# The same limits: binom.test(k, n, conf.level = 1 - alpha)$conf.int
show("value", k / n)
show("lower", if (k == 0) 0 else qbeta(alpha / 2, k, n - k + 1))
show("upper", if (k == n) 1 else qbeta(alpha / 2, k + 1, n - k, lower.tail = FALSE))
"#,
            },
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        match self.of.1 < SMALL_BASE {
            true => vec![Caveat::Key("small_base")],
            false => Vec::new(),
        }
    }
}

/// The interval of one share.
const ONE: Method = Method {
    field: Field::RatesAndShares,
    inputs: &[number("k"), number("n"), CONF],
    outputs: &[out("share"), out("lower"), out("upper"), STATUS],
    ..Method::NONE
};

const fn shown(method: &'static str) -> Option<Shown> {
    Some(Shown {
        result: "share",
        method,
        outputs: ["share", "lower", "upper"],
        form: Form::Percent,
    })
}

/// Wilson's.
pub static WILSON: Method = Method {
    name: "share_wilson",
    title: "share with Wilson's interval",
    run: Some(|a| one_share(a, ShareMethod::Wilson)),
    computation: Some(|a| computation(a, ShareMethod::Wilson)),
    shown: shown("wilson"),
    ..ONE
};

/// Exact.
pub static CLOPPER_PEARSON: Method = Method {
    name: "share_clopper_pearson",
    title: "share with exact interval (Clopper-Pearson)",
    run: Some(|a| one_share(a, ShareMethod::ClopperPearson)),
    computation: Some(|a| computation(a, ShareMethod::ClopperPearson)),
    shown: shown("clopper_pearson"),
    ..ONE
};

fn computation(a: &Arguments, method: ShareMethod) -> Result<Computation, Status> {
    Ok(Computation::new(Share {
        of: pair(a, ["k", "n"])?,
        method,
        level: a.number("conf")?,
    }))
}

fn one_share(a: &Arguments, method: ShareMethod) -> Result<Answer, Status> {
    let (k, n) = (a.number("k")?, a.number("n")?);
    let limits = share_interval(method, k, n, a.number("conf")?)?;
    ok([
        share(k, n)?.into(),
        limits.lower.into(),
        limits.upper.into(),
    ])
}
