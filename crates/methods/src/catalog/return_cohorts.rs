//! The share returned within some years, of complete cohorts only.

use stats::Status;
use stats::return_cohorts;

use super::arguments::{Arguments, InputKind, InputSpec, whole};
use super::method::{Answer, CONF, Field, Method, STATUS, ends, list, list_out, number, out, with};

/// The method.
pub static METHOD: Method = Method {
    name: "return_cohorts",
    title: "share returned within a window, complete cohorts only",
    field: Field::RatesAndShares,
    inputs: &[
        list("years"),
        list("emigrated"),
        list("returned"),
        number("last_year"),
        InputSpec::new("window", InputKind::Default(5.0)),
        CONF,
    ],
    outputs: &[
        list_out("eligible"),
        out("k"),
        out("n"),
        out("share"),
        out("lower"),
        out("upper"),
        STATUS,
    ],
    run: Some(returned),
    ..Method::NONE
};

fn returned(a: &Arguments) -> Result<Answer, Status> {
    let numbers = a.cells("emigrated")?.iter().zip(a.cells("returned")?);
    let cohorts = a
        .numbers("years")?
        .into_iter()
        .zip(numbers)
        .map(|(year, (emigrated, returned))| {
            let (emigrated, returned) = (*emigrated, *returned);
            Ok(return_cohorts::Cohort {
                year: whole(year)?,
                emigrated,
                returned,
            })
        })
        .collect::<Result<Vec<_>, Status>>()?;
    let (last, window) = (a.whole("last_year")?, a.whole("window")?);
    let pool = return_cohorts::return_cohorts(&cohorts, last, window, a.number("conf")?)?;
    let [lower, upper] = ends(pool.share.map(|(_, interval)| interval));
    with(
        pool.status,
        [
            pool.eligible.iter().map(|year| f64::from(*year)).collect(),
            pool.returned.into(),
            pool.emigrated.into(),
            pool.share.map(|(share, _)| share).into(),
            lower,
            upper,
        ],
    )
}
