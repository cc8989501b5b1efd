//! Rates and chances of birth cohorts, age by age, on a data set.

use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing, limits};
use measures::analysis::cohorts::{self, Cohort};

use super::method::{Field, Method, OnData, RATE_METHODS};

/// The method.
pub static METHOD: Method = Method {
    name: "cohorts",
    title: "rates and cumulative chances of birth cohorts, age by age",
    field: Field::AgesAndYears,
    on_data: Some(OnData {
        about: "birth cohorts of `width` years (1 when not given) along the diagonals of a table of \
            single ages and single years. One row a cohort and age with the rate; `born`: only the \
            cohort with that year. Intervals `garwood` (when not given), `midp` or `byar`. \
            Details: `chance`, `chance_lower`, `chance_upper` of at least one emigration by the \
            end of that age, for cohorts observed from the first age on; `period_rate`, \
            `period_chance` of all years pooled.",
        run: along_cohorts,
    }),
    ..Method::NONE
};

fn along_cohorts(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
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
            interval: asked.variant(&RATE_METHODS)?,
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
