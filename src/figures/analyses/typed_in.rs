//! The arithmetic behind typed-in numbers.

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::explain::{Computation, Context, explain};
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::share::ShareMethod;
use crate::text::Lang;

use super::page::{Asked, Told};
use super::told::told;

/// The arithmetic of a method with its inputs by name, `conf` among them; lists are separated by
/// semicolons. None for another method, and without a number that is needed. `printed` is how the
/// number stands on the page.
pub fn typed_in(method: &str, inputs: &Asked, printed: &str, lang: Lang) -> Option<Told> {
    let text = |name: &str| {
        let found = inputs.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.as_str())
    };
    let number = |name: &str| text(name)?.parse::<f64>().ok();
    let pair = |one: &str, two: &str| Some((number(one)?, number(two)?));
    let list = |name: &str| -> Option<Vec<f64>> {
        let items = text(name)?.split(';');
        items.map(|item| item.parse().ok()).collect()
    };
    let level = number("conf")?;
    let rate = |method| {
        let of = pair("events", "exposure")?;
        Some(Computation::Rate { of, method, level })
    };
    let share = |method| {
        let of = pair("k", "n")?;
        Some(Computation::Share { of, method, level })
    };
    let computation = match method {
        "rate_ci_garwood" => rate(RateMethod::Garwood)?,
        "rate_ci_midp" => rate(RateMethod::MidP)?,
        "rate_ci_byar" => rate(RateMethod::Byar)?,
        "share_wilson" => share(ShareMethod::Wilson)?,
        "share_clopper_pearson" => share(ShareMethod::ClopperPearson)?,
        "rate_ratio" => Computation::RateRatio {
            first: pair("x1", "t1")?,
            second: pair("x2", "t2")?,
            method: RatioMethod::Exact,
            level,
        },
        "rate_diff" => Computation::RateDifference {
            first: pair("x1", "t1")?,
            second: pair("x2", "t2")?,
            method: DifferenceMethod::Score,
            level,
        },
        "share_diff_newcombe" => Computation::ShareDifference {
            first: pair("k1", "n1")?,
            second: pair("k2", "n2")?,
            level,
        },
        "dsr" => Computation::Direct {
            strata: list("events")?
                .into_iter()
                .zip(list("exposure")?)
                .zip(list("weights")?)
                .map(|((x, t), weight)| (x, t, weight))
                .collect(),
            interval: DirectInterval::FayFeuer,
            level,
        },
        _ => return None,
    };
    let context = Context::typed_in(&computation, lang);
    Some(told(&explain(&computation, &context, lang).beside(printed)))
}
