//! Explanations of the results of analyses.
//!
//! Each gives the reason when the inputs of the number are not known.

use data::Dataset;
use measures::analysis::bounds::{BoundsRow, ShareBounds};
use measures::analysis::cohorts::{Cohort, Cohorts, Step};
use measures::analysis::comparison::{Compared, Comparison, DifferenceMethod, RatioMethod};
use measures::analysis::cumulative::{ChanceMethod, ChanceRow, CumulativeChances, Rates};
use measures::analysis::decomposition::{Decomposition, Vacancy};
use measures::analysis::distribution::{Distribution, SharesOfOneTotal};
use measures::analysis::funnel::{Funnel, FunnelRow, LEVELS};
use measures::analysis::standardised::{DirectInterval, Standard, Standardised, StandardisedRow};
use measures::analysis::suppressed::{RangeRow, Ranges};
use measures::analysis::trend::{TrendRow, Trends, series};
use measures::{Measure, Note, Question, Row};
use methods::arithmetic::{Computation, Pair, Weighted};
use methods::catalog::{
    Bounds, Cross, Cumulative, Direct, Dispersion, Funnel as FunnelLimits, Heterogeneity, Indirect,
    JointShare, Kitagawa, Moves, Outside, Product, Rate, RateDifference, RateRatio, Share,
    ShareDifference, SuppressedRate, Trend, is_outside,
};
use stats::interval::RateMethod;
use stats::share::ShareMethod;
use stats::{Cell, Status};
use text::naming::Naming;
use text::notes::caveats;
use text::{Lang, analyses, enumerate, explain as words, methods as texts, number};

use super::describe::{Context, explain};
use super::explanation::Explanation;
use super::from_row::{Subject, titled};

/// What the results of analyses have in common: where they come from.
trait Answered {
    /// The table that answered, the dimensions of the keys, the remarks of the answer.
    fn answered(&self) -> (&str, &[String], &[Note]);
}

macro_rules! answered {
    ($($result:ty),+) => {$(
        impl Answered for $result {
            fn answered(&self) -> (&str, &[String], &[Note]) {
                (&self.table, &self.by, &self.notes)
            }
        }
    )+};
}

answered!(
    Cohorts,
    Comparison,
    CumulativeChances,
    Distribution,
    Funnel,
    Ranges,
    ShareBounds,
    Standardised,
    Trends
);

fn subject<'a>(dataset: &'a Dataset, found: &'a impl Answered, lang: Lang) -> Subject<'a> {
    let (table, by, notes) = found.answered();
    Subject::new(dataset, table, by, notes, lang)
}

fn pair(row: &Row) -> Result<Pair, Status> {
    match (row.numerator, row.denominator) {
        (Some(numerator), Some(denominator)) => Ok((numerator, denominator)),
        _ => Err(row.status),
    }
}

fn reference(comparison: &Comparison) -> Result<&Row, Status> {
    let mut rows = comparison.rows.iter();
    rows.find(|row| row.is_reference)
        .map(|row| &row.row)
        .ok_or(Status::NotInTable)
}

/// Ratio of a group's rate to that of the reference.
pub fn of_ratio(
    dataset: &Dataset,
    comparison: &Comparison,
    row: &Compared,
    method: RatioMethod,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let computation = Computation::new(RateRatio {
        first: pair(&row.row)?,
        second: pair(reference(comparison)?)?,
        method,
        level,
    });
    let question = Question::new(Measure::Rate, []);
    Ok(against(
        dataset,
        &question,
        comparison,
        row,
        &computation,
        lang,
    ))
}

/// Difference between a group and the reference, of rates or of shares.
pub fn of_difference(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    row: &Compared,
    method: DifferenceMethod,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let (first, second) = (pair(&row.row)?, pair(reference(comparison)?)?);
    let computation = match question.measure {
        Measure::Rate => Computation::new(RateDifference {
            first,
            second,
            method,
            level,
        }),
        _ => Computation::new(ShareDifference {
            first,
            second,
            level,
        }),
    };
    Ok(against(
        dataset,
        question,
        comparison,
        row,
        &computation,
        lang,
    ))
}

/// A group set against the reference.
fn against(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    row: &Compared,
    computation: &Computation,
    lang: Lang,
) -> Explanation {
    let subject = subject(dataset, comparison, lang);
    let names = [&row.row.key, &comparison.reference].map(|key| subject.name(key));
    let title = title_of(
        computation,
        &words::against(lang, &names[0], &names[1]),
        lang,
    );
    let mut context = subject.of_measure(question, title, names.to_vec());
    if row.overlaps_but_differs {
        context.caveats.push(texts::overlap(lang).to_owned());
    }
    explain(computation, &context, lang)
}

/// Test for equal rates or shares of all groups.
pub fn of_heterogeneity(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    lang: Lang,
) -> Result<Explanation, Status> {
    let rows = || comparison.rows.iter();
    let groups: Vec<Pair> = rows()
        .map(|row| pair(&row.row))
        .collect::<Result<_, Status>>()?;
    let computation = Computation::new(Heterogeneity {
        groups,
        shares: question.measure != Measure::Rate,
    });
    let subject = subject(dataset, comparison, lang);
    let names = rows().map(|row| subject.name(&row.row.key)).collect();
    let title = title_of(&computation, words::all_groups(lang), lang);
    let mut context = subject.of_measure(question, title, names);
    if comparison
        .heterogeneity
        .is_ok_and(|test| test.small_expected)
    {
        context.caveats.push(words::approximate_p(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// How many groups differ from the reference by more than their interval.
pub fn of_differing(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    lang: Lang,
) -> Result<Explanation, Status> {
    let rows = comparison.rows.iter().filter(|row| !row.is_reference);
    let mut cases: Vec<(Weighted, &Row)> = Vec::new();
    for row in rows {
        let interval = row.difference.and_then(|found| found.interval);
        if let Some(limits) = interval {
            cases.push(((0.0, limits.lower, limits.upper), &row.row));
        }
    }
    let difference = text::case::capital_first(words::difference(lang));
    let title = titled(&difference, words::counted(lang));
    let subject = subject(dataset, comparison, lang);
    Ok(of_cases(&subject, question, title, cases))
}

/// How many groups of a funnel lie outside their limits.
pub fn of_outside(
    dataset: &Dataset,
    question: &Question,
    funnel: &Funnel,
    outer: bool,
    lang: Lang,
) -> Result<Explanation, Status> {
    let mut cases: Vec<(Weighted, &Row)> = Vec::new();
    for row in &funnel.rows {
        if let (Ok(found), Some(value)) = (&row.limits, row.row.value) {
            let limits = if outer { found.outer } else { found.inner };
            cases.push(((value, limits.lower, limits.upper), &row.row));
        }
    }
    let measure = dataset.measure_name(lang, question.measure.name());
    let title = titled(&measure, words::outside_limits(lang));
    let subject = subject(dataset, funnel, lang);
    Ok(of_cases(&subject, question, title, cases))
}

/// Cases that are counted when they lie outside their limits; those outside come first.
fn of_cases(
    subject: &Subject,
    question: &Question,
    title: String,
    cases: Vec<(Weighted, &Row)>,
) -> Explanation {
    let (mut sorted, mut names) = (Vec::new(), Vec::new());
    for outside in [true, false] {
        for (case, row) in &cases {
            if is_outside(case) == outside {
                sorted.push(*case);
                names.push(subject.name(&row.key));
            }
        }
    }
    let computation = Computation::new(Outside {
        cases: sorted,
        percent: true,
    });
    let context = subject.of_measure(question, title, names);
    explain(&computation, &context, subject.lang)
}

/// How many groups of a funnel lie outside the inner limits by chance, on average.
pub fn of_by_chance(
    dataset: &Dataset,
    question: &Question,
    funnel: &Funnel,
    lang: Lang,
) -> Explanation {
    let groups = funnel.rows.iter().filter(|row| row.limits.is_ok());
    let computation = Computation::new(Product {
        first: groups.count() as f64,
        // Decimal, not what binary subtraction of the level leaves.
        second: libm::round((1.0 - LEVELS.0) * 1000.0) / 1000.0,
    });
    let names = [words::groups_compared(lang), words::outside_by_chance(lang)];
    let subject = subject(dataset, funnel, lang);
    let title = words::outside_limits(lang);
    let title = text::case::capital_first(title);
    let names = names.map(str::to_owned).to_vec();
    explain(
        &computation,
        &subject.of_measure(question, title, names),
        lang,
    )
}

/// A directly standardised rate.
pub fn of_direct(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    interval: DirectInterval,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let strata = row
        .parts
        .iter()
        .zip(&standardised.standard_parts)
        .map(|(part, standard)| {
            let ((x, t), (_, weight)) = ((*part)?, (*standard)?);
            Ok((x, t, weight))
        })
        .collect::<Result<_, Status>>()?;
    let computation = Computation::new(Direct {
        strata,
        interval,
        level,
    });
    Ok(of_strata(dataset, standardised, row, &computation, lang))
}

/// Observed over expected.
pub fn of_observed_expected(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let strata = row
        .parts
        .iter()
        .zip(&standardised.standard_parts)
        .map(|(part, standard)| {
            let ((_, t), (x, of)) = ((*part)?, (*standard)?);
            Ok((t, x, of))
        })
        .collect::<Result<_, Status>>()?;
    let computation = Computation::new(Indirect {
        observed: row.whole?.0,
        strata,
        level,
    });
    Ok(of_strata(dataset, standardised, row, &computation, lang))
}

fn of_strata(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    computation: &Computation,
    lang: Lang,
) -> Explanation {
    let subject = subject(dataset, standardised, lang);
    let names = standardised
        .strata
        .iter()
        .map(|stratum| name_of(&subject, &standardised.over, stratum))
        .collect();
    let (group, over) = (
        subject.name(&row.key),
        dimensions(dataset, &standardised.over, lang),
    );
    let title = match computation.of::<Direct>() {
        Some(_) => {
            let by = enumerate(lang, &over);
            titled(&words::standardised_by(lang, &by), &group)
        }
        None => title_of(computation, &group, lang),
    };
    let mut context = subject.of_rates(title, names);
    context.stub = stub_of(&over);
    let standard = match &standardised.standard {
        Standard::Pooled => analyses::pooled(lang).to_owned(),
        Standard::Group(key) => subject.name(key),
    };
    let standard = titled(words::standard_is(lang), &standard);
    if standardised.over.iter().any(|over| over == "education") {
        context
            .caveats
            .extend(subject.of_report(caveats::education(lang)));
    }
    let mut told = explain(computation, &context, lang);
    told.summed = vec![format!("{standard}.")];
    told
}

/// What a number is: the name of its method, and whose it is.
fn title_of(computation: &Computation, whose: &str, lang: Lang) -> String {
    let method = texts::method(lang, computation.measure());
    titled(method.map_or("", |method| method.name), whose)
}

/// Names of dimensions as they stand in a sentence.
fn dimensions(dataset: &Dataset, names: &[String], lang: Lang) -> Vec<String> {
    let name = |name: &String| dataset.dimension_within(lang, name);
    names.iter().map(name).collect()
}

/// The heading above names of strata.
fn stub_of(dimensions: &[String]) -> String {
    text::case::capital_first(&dimensions.join(", "))
}

fn name_of(subject: &Subject, over: &[String], stratum: &[String]) -> String {
    let labels: Vec<String> = over
        .iter()
        .zip(stratum)
        .map(|(dimension, code)| subject.label(dimension, code))
        .collect();
    labels.join(", ")
}

/// The gap between two rates, taken apart.
pub fn of_decomposition(
    dataset: &Dataset,
    decomposition: &Decomposition,
    by: &[String],
    first: &[String],
    second: &[String],
    lang: Lang,
) -> Result<Explanation, Status> {
    let all = |parts: &[Result<Pair, Status>]| parts.iter().copied().collect::<Result<_, Status>>();
    let (one, two): (Vec<Pair>, Vec<Pair>) =
        (all(&decomposition.first)?, all(&decomposition.second)?);
    let computation = match decomposition.labels.as_slice() {
        [_, columns] => Computation::new(Cross {
            columns: columns.len(),
            first: one,
            second: two,
        }),
        _ => Computation::new(Kitagawa {
            first: one,
            second: two,
        }),
    };
    let (table, notes) = (&decomposition.table, &decomposition.notes);
    let subject = Subject::new(dataset, table, by, notes, lang);
    let mut names: Vec<Vec<String>> = vec![Vec::new()];
    for labels in &decomposition.labels {
        let longer = |name: &Vec<String>| {
            let name = name.clone();
            labels.iter().map(move |label| {
                let mut name = name.clone();
                name.push(label.clone());
                name
            })
        };
        names = names.iter().flat_map(longer).collect();
    }
    let names = names
        .iter()
        .map(|stratum| name_of(&subject, &decomposition.over, stratum))
        .collect();
    let sides = [first, second].map(|key| subject.name(key));
    let title = title_of(
        &computation,
        &words::against(lang, &sides[0], &sides[1]),
        lang,
    );
    let mut context = subject.of_rates(title, names);
    context.factors = dimensions(dataset, &decomposition.over, lang);
    context.stub = stub_of(&context.factors);
    context.sides = sides.to_vec();
    if decomposition.over.iter().any(|over| over == "education") {
        context
            .caveats
            .extend(subject.of_report(caveats::education(lang)));
    }
    context.caveats.extend(merged_ages(decomposition, lang));
    Ok(explain(&computation, &context, lang))
}

/// Which ages were merged, and why.
pub fn merged_ages(decomposition: &Decomposition, lang: Lang) -> Vec<String> {
    let two = decomposition.over.len() > 1;
    let of = |vacancy: Vacancy| {
        let merged = decomposition.merged.iter();
        let of_kind = merged.filter(|merged| merged.vacancy == vacancy);
        let ages: Vec<String> = of_kind.map(|merged| number::range(&merged.ages)).collect();
        let both = vacancy == Vacancy::Both;
        (!ages.is_empty()).then(|| texts::ages_merged(lang, &enumerate(lang, &ages), both, two))
    };
    [of(Vacancy::One), of(Vacancy::Both)]
        .into_iter()
        .flatten()
        .collect()
}

/// The chance of at least one emigration.
pub fn of_chance(
    dataset: &Dataset,
    chances: &CumulativeChances,
    row: &ChanceRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let parts: Vec<Pair> = row.parts.iter().copied().collect::<Result<_, Status>>()?;
    let subject = subject(dataset, chances, lang);
    let life = Life {
        title: subject.name(&row.key),
        caveats: match chances.rates {
            Rates::Period => &[texts::chance_hypothetical],
            Rates::Cohort { .. } => &[texts::chance_cohort],
        },
        method: row.method,
        level,
    };
    Ok(life.told(&subject, &parts, &chances.bands))
}

/// The expected number of emigrations beside a chance: the same numbers went in.
pub fn of_moves(chance: &Explanation) -> Explanation {
    let chances = chance.computation.of::<Cumulative>();
    let bands = chances.map_or(Vec::new(), |chances| chances.bands.clone());
    let computation = Computation::new(Moves { bands });
    let whose = chance.title.split_once(": ").map_or("", |(_, whose)| whose);
    let context = Context {
        title: title_of(&computation, whose, chance.lang),
        sources: chance.sources.clone(),
        ..Context::default()
    };
    let told = explain(&computation, &context, chance.lang);
    Explanation {
        inputs: chance.inputs.clone(),
        table: chance.table.clone(),
        caveats: chance.caveats.clone(),
        ..told
    }
}

/// A life put together from rates, as far as it goes.
struct Life<'a> {
    title: String,
    caveats: &'a [fn(Lang) -> &'static str],
    method: ChanceMethod,
    level: f64,
}

impl Life<'_> {
    /// The chance over bands of ages, from their first to their last year of age.
    fn told(self, subject: &Subject, parts: &[Pair], bands: &[(i32, i32)]) -> Explanation {
        let lang = subject.lang;
        let width = |(first, last): &(i32, i32)| f64::from(last - first + 1);
        let weighted = parts.iter().zip(bands);
        let computation = Computation::new(Cumulative {
            bands: weighted
                .map(|((x, t), band)| (*x, *t, width(band)))
                .collect(),
            method: self.method,
            level: self.level,
        });
        let name = |(first, last): &(i32, i32)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        };
        let title = title_of(&computation, &self.title, lang);
        let mut context = subject.of_rates(title, bands.iter().map(name).collect());
        context.stub = stub_of(&[subject.dataset.dimension_name(lang, "age")]);
        let caveats = self.caveats.iter().map(|caveat| caveat(lang).to_owned());
        context.caveats.extend(caveats);
        if let (Some((first, _)), Some((_, last))) = (bands.first(), bands.last()) {
            let widths = bands.iter().map(width).sum();
            let said = texts::chance_widths(lang, *first, *last, widths);
            context.caveats.push(said);
        }
        explain(&computation, &context, lang)
    }
}

/// What is told of one age of a birth cohort, or of all years together when no cohort is named.
pub struct AtAge<'a> {
    /// The cohorts.
    pub cohorts: &'a Cohorts,
    /// Key of the group.
    pub key: &'a [String],
    /// The cohort.
    pub cohort: Option<&'a Cohort>,
    /// The age.
    pub step: &'a Step,
}

impl AtAge<'_> {
    fn title(&self, subject: &Subject, until: bool) -> String {
        let lang = subject.lang;
        let born = match self.cohort {
            Some(cohort) => words::born(lang, &number::range(&cohort.code())),
            None => words::all_years_pooled(lang).to_owned(),
        };
        let age = self.step.age;
        let at = match until {
            true => words::until_age(lang, self.cohorts.ages.0, age),
            false => words::at_age(lang, age),
        };
        let mut parts = vec![subject.name(self.key), born, at];
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    /// The rate at the age.
    pub fn rate(
        &self,
        dataset: &Dataset,
        method: RateMethod,
        level: f64,
        lang: Lang,
    ) -> Result<Explanation, Status> {
        let computation = Computation::new(Rate {
            of: self.step.part?,
            method,
            level,
        });
        let subject = subject(dataset, self.cohorts, lang);
        let title = title_of(&computation, &self.title(&subject, false), lang);
        let mut context = subject.of_rates(title, Vec::new());
        let about: &[fn(Lang) -> &'static str] = match self.cohort {
            Some(_) => &[texts::cohort_diagonal, texts::cohort_members],
            None => &[],
        };
        let caveats = about.iter().map(|caveat| caveat(lang).to_owned());
        context.caveats.extend(caveats);
        Ok(explain(&computation, &context, lang))
    }

    /// The chance of at least one emigration by the end of the age.
    pub fn chance(&self, dataset: &Dataset, level: f64, lang: Lang) -> Result<Explanation, Status> {
        let parts = self.step.so_far.as_ref().map_err(|status| *status)?;
        let subject = subject(dataset, self.cohorts, lang);
        let life = Life {
            title: self.title(&subject, true),
            caveats: match self.cohort {
                Some(_) => &[
                    texts::chance_cohort,
                    texts::cohort_diagonal,
                    texts::cohort_members,
                ],
                None => &[texts::chance_hypothetical],
            },
            method: self.step.chance.method,
            level,
        };
        let ages = self.cohorts.ages.0..=self.step.age;
        let bands: Vec<(i32, i32)> = ages.map(|age| (age, age)).collect();
        Ok(life.told(&subject, parts, &bands))
    }
}

/// By how much the events of the years vary more than Poisson round the trend.
pub fn of_dispersion(
    dataset: &Dataset,
    trends: &Trends,
    row: &TrendRow,
    lang: Lang,
) -> Result<Explanation, Status> {
    row.trend?;
    let mut years = Vec::new();
    for point in row.points.iter().filter(|point| point.used) {
        if let (Ok((events, exposure)), Some(rate)) = (pair(&point.row), point.fitted)
            && exposure > 0.0
        {
            years.push((f64::from(point.year), events, rate * exposure));
        }
    }
    let subject = subject(dataset, trends, lang);
    let computation = Computation::new(Dispersion { years });
    let title = title_of(&computation, &subject.name(&row.key), lang);
    let mut context = subject.of_rates(title, Vec::new());
    context.stub = stub_of(&[dataset.dimension_name(lang, "year")]);
    Ok(explain(&computation, &context, lang))
}

/// Annual per cent change.
pub fn of_trend(
    dataset: &Dataset,
    trends: &Trends,
    row: &TrendRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    row.trend?;
    let years = series(&row.points)
        .into_iter()
        .filter_map(|year| match (year.events, year.exposure) {
            (Cell::Number(x), Cell::Number(t)) if t > 0.0 => Some((year.year, x, t)),
            _ => None,
        })
        .collect();
    let computation = Computation::new(Trend { years, level });
    let subject = subject(dataset, trends, lang);
    let title = title_of(&computation, &subject.name(&row.key), lang);
    let mut context = subject.of_rates(title, Vec::new());
    context.stub = stub_of(&[dataset.dimension_name(lang, "year")]);
    if trends.without == ["2020", "2021"] {
        context
            .caveats
            .push(texts::pandemic_excluded(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// A share with unknown destinations.
pub fn of_bounds(
    dataset: &Dataset,
    bounds: &ShareBounds,
    row: &BoundsRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let counts = row.counts?;
    let computation = Computation::new(Bounds {
        target: counts.target,
        known: counts.known,
        unknown: counts.unknown,
        assumption: bounds.assumption,
        level,
    });
    let subject = subject(dataset, bounds, lang);
    let context = subject.context(
        title_of(&computation, &subject.name(&row.key), lang),
        words::to_destination(lang).to_owned(),
        words::all_emigrations(lang).to_owned(),
        Vec::new(),
    );
    Ok(explain(&computation, &context, lang))
}

/// The share among known destinations, which takes the unknown to be spread in the same way.
pub fn of_rebased(
    dataset: &Dataset,
    bounds: &ShareBounds,
    row: &BoundsRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let counts = row.counts?;
    if counts.known <= 0.0 {
        return Err(Status::NoKnown);
    }
    let computation = Computation::new(Share {
        of: (counts.target, counts.known),
        method: ShareMethod::Wilson,
        level,
    });
    let subject = subject(dataset, bounds, lang);
    let mut context = subject.context(
        title_of(&computation, &subject.name(&row.key), lang),
        words::to_destination(lang).to_owned(),
        words::of_known_destination(lang).to_owned(),
        Vec::new(),
    );
    context
        .caveats
        .push(texts::rebased_assumes(lang).to_owned());
    Ok(explain(&computation, &context, lang))
}

/// A group in a funnel, with the limits of one level.
pub fn of_funnel(
    dataset: &Dataset,
    question: &Question,
    funnel: &Funnel,
    row: &FunnelRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let computation = Computation::new(FunnelLimits {
        of: pair(&row.row)?,
        target: pair(&funnel.target)?,
        shares: question.measure != Measure::Rate,
        level,
    });
    let subject = subject(dataset, funnel, lang);
    let name = subject.name(&row.row.key);
    let measure = dataset.measure_name(lang, question.measure.name());
    let mut context = subject.of_measure(question, titled(&measure, &name), vec![name]);
    context.caveats.push(texts::funnel_by_chance(
        lang,
        &funnel.rows.len().to_string(),
        &number::decimal(funnel.outside_by_chance, 1, lang),
    ));
    Ok(explain(&computation, &context, lang))
}

/// A rate with suppressed cells.
pub fn of_range(
    dataset: &Dataset,
    ranges: &Ranges,
    row: &RangeRow,
    each: (f64, f64),
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    row.range?;
    let computation = Computation::new(SuppressedRate {
        known: row.known,
        cells: row.suppressed as f64,
        each,
        exposure: row.exposure?,
        level,
    });
    let subject = subject(dataset, ranges, lang);
    let title = title_of(&computation, &subject.name(&row.key), lang);
    let context = subject.of_rates(title, Vec::new());
    Ok(explain(&computation, &context, lang))
}

/// One share of a whole distribution, with its simultaneous interval.
pub fn of_joint_share(
    dataset: &Dataset,
    distribution: &Distribution,
    group: &SharesOfOneTotal,
    place: usize,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let counts = group
        .rows
        .iter()
        .map(|row| Ok(pair(row)?.0))
        .collect::<Result<_, Status>>()?;
    let computation = Computation::new(JointShare {
        counts,
        place,
        level,
    });
    let subject = subject(dataset, distribution, lang);
    let names: Vec<String> = group
        .rows
        .iter()
        .map(|row| subject.name(&row.key))
        .collect();
    let name = names.get(place).map_or("", String::as_str);
    let title = title_of(&computation, name, lang);
    let context = subject.context(
        title,
        words::events(lang).to_owned(),
        words::all_emigrations(lang).to_owned(),
        names,
    );
    Ok(explain(&computation, &context, lang))
}
