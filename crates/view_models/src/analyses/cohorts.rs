//! Birth cohorts followed from age to age, beside all years at once.

use ::explain::{AtAge, of_moves, reason};
use data::{Dataset, Table};
use figures::build::PanelNumbers;
use figures::sheet::Panel;
use figures::theme::Hue;
use measures::analysis::cohorts::{Cohort, CohortGroup, Cohorts, Request, Step, cohorts};
use measures::analysis::{Failure, Scope};
use measures::{IntervalMethod, Measure, Row, Status};
use stats::interval::RateMethod;
use text::case::capital_first;
use text::kinds::{self, filled};
use text::naming::Naming;
use text::{analyses as words, explain, methods, number};

use super::builder::{AnalysisBuilder, plain};
use super::page::{Cell, Line};
use super::picture::{Dotted, Form, Spot, lines_along, with_rows};

/// Fewer ages than this make no line.
const FEWEST_AGES: usize = 3;
/// More lines than this have no bands: they could not be told apart.
const MOST_BANDS: usize = 3;

/// A line of the figure: a cohort, or all years together.
struct Life<'a> {
    cohort: Option<&'a Cohort>,
    steps: &'a [Step],
    label: String,
}

impl Life<'_> {
    fn at(&self, age: i32) -> Option<&Step> {
        self.steps.iter().find(|step| step.age == age)
    }

    fn code(&self) -> String {
        self.cohort.map_or("period".to_owned(), Cohort::code)
    }
}

/// Years of birth in a cohort where nothing else is asked.
const WIDTH: i32 = 5;

/// Whether there is something to follow: two cohorts at the same age, or one from the youngest age on. Told by the
/// years and ages of the tables alone, for it is asked wherever an analysis is shown.
pub(super) fn is_told(dataset: &Dataset) -> bool {
    let numbers = |table: &Table, name: &str| -> Vec<i32> {
        let codes = table.dimension(name).map(|dimension| &dimension.codes);
        let codes = codes.into_iter().flat_map(|codes| codes.iter());
        codes.filter_map(|code| code.parse().ok()).collect()
    };
    dataset.tables.iter().any(|table| {
        let (ages, years) = (numbers(table, "age"), numbers(table, "year"));
        let (Some(youngest), Some(first), Some(last)) =
            (ages.iter().min(), years.iter().min(), years.iter().max())
        else {
            return false;
        };
        // The cohort born from a year on is observed at an age when each of its years of birth is.
        let is_at =
            |age: i32, born: i32| (0..WIDTH).all(|year| years.contains(&(born + year + age)));
        let cohorts = (first - ages.len() as i32 - youngest)..=*last;
        let cohorts: Vec<i32> = cohorts.filter(|born| born.rem_euclid(WIDTH) == 0).collect();
        let at = |age: &i32| cohorts.iter().filter(|born| is_at(*age, **born)).count();
        let from_the_start =
            |born: &i32| (0..FEWEST_AGES as i32).all(|later| is_at(youngest + later, *born));
        ages.iter().any(|age| at(age) > 1) || cohorts.iter().any(from_the_start)
    })
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_cohorts(lang).to_owned();
    let group = desk.choose_group(
        "group",
        &desk.group_word(),
        None,
        "nb_two_immigrant_parents",
    );
    let widths = [
        ("5", words::five_years(lang)),
        ("10", words::ten_years(lang)),
        ("1", words::single_years(lang)),
    ]
    .map(|(name, label)| (name.to_owned(), label.to_owned()));
    let width = desk.choose("width", words::cohort_width(lang), widths.to_vec(), "5");
    let width: i32 = width.parse().unwrap_or(WIDTH);
    let method = desk.choose_method(&desk.by_groups(Measure::Rate, &[]));
    let method = match method {
        IntervalMethod::Rate(method) => method,
        _ => RateMethod::Garwood,
    };
    let has_groups = !group.is_empty();
    let found = cohorts(
        dataset,
        &Request {
            by: has_groups.then(|| desk.of.clone()).into_iter().collect(),
            width,
            scope: match has_groups {
                true => Scope::default().filtered(&desk.of, [group]),
                false => Scope::default(),
            },
            interval: method,
            level,
        },
    );
    let found = match found {
        Err(failure) => {
            desk.say(words::needs_single_years(lang).to_owned());
            desk.refuse(&failure);
            return Ok(());
        }
        Ok(found) => found,
    };
    let Some(of_group) = found.groups.first() else {
        return Err(Failure::NoSuchGroup(Vec::new()));
    };
    let lives = choose_lives(desk, &found, of_group, width);
    let told = tables(desk, &found, of_group, &lives, method);
    answer(desk, &found, &lives, &told);
    picture(desk, &found, &lives, told);
    desk.note(methods::cohort_so_far(lang));
    desk.remarks(&found.notes);
    for assumption in [
        methods::cohort_diagonal(lang),
        methods::cohort_members(lang),
        methods::chance_repeats(lang),
        methods::chance_no_deaths(lang),
        methods::independence(lang),
    ] {
        desk.assume(assumption);
    }
    Ok(())
}

/// The cohorts that make a line, or the one that is chosen, and all years together.
fn choose_lives<'a>(
    desk: &mut AnalysisBuilder,
    found: &Cohorts,
    group: &'a CohortGroup,
    width: i32,
) -> Vec<Life<'a>> {
    let lang = desk.lang;
    let all_ages = (found.ages.1 - found.ages.0 + 1) as usize;
    let long_enough = |cohort: &&Cohort| match width {
        // So many single years that only those observed at all ages are lines of their own.
        1 => cohort.steps.len() == all_ages,
        _ => cohort.steps.len() >= FEWEST_AGES.min(all_ages),
    };
    let label = |cohort: &Cohort| capital_first(&explain::born(lang, &dashed(cohort)));
    let all = ("all".to_owned(), words::all_cohorts(lang).to_owned());
    let each = group
        .cohorts
        .iter()
        .filter(|cohort| cohort.steps.len() >= FEWEST_AGES.min(all_ages))
        .map(|cohort| (cohort.code(), label(cohort)));
    let choices = std::iter::once(all).chain(each).collect();
    let chosen = desk.choose("born", words::cohort(lang), choices, "all");
    let shown = group.cohorts.iter().filter(|cohort| match chosen.as_str() {
        "all" => long_enough(cohort),
        code => cohort.code() == code,
    });
    let mut lives: Vec<Life> = shown
        .map(|cohort| Life {
            cohort: Some(cohort),
            steps: &cohort.steps,
            label: label(cohort),
        })
        .collect();
    lives.push(Life {
        cohort: None,
        steps: &group.period,
        label: capital_first(explain::all_years_pooled(lang)),
    });
    lives
}

fn dashed(cohort: &Cohort) -> String {
    number::range(&cohort.code())
}

/// Cells of a rate and of a chance, by life and age.
struct Told {
    rates: Vec<Vec<Cell>>,
    chances: Vec<Vec<Cell>>,
}

/// How far each cohort has come, the rates by age, and the chances by age.
fn tables(
    desk: &mut AnalysisBuilder,
    found: &Cohorts,
    group: &CohortGroup,
    lives: &[Life],
    method: RateMethod,
) -> Told {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let ages: Vec<i32> = (found.ages.0..=found.ages.1).collect();
    let mut told = Told {
        rates: Vec::new(),
        chances: Vec::new(),
    };
    let mut lines = Vec::new();
    for life in lives {
        let at = |step| AtAge {
            cohorts: found,
            key: &group.key,
            cohort: life.cohort,
            step,
        };
        let (mut rates, mut chances) = (Vec::new(), Vec::new());
        let mut last = [plain(""), plain("")];
        for age in &ages {
            let Some(step) = life.at(*age) else {
                rates.push(plain(reason(Status::NotInTable, lang)));
                chances.push(plain(reason(Status::NotInTable, lang)));
                continue;
            };
            let [rate, _] = desk.numbers(at(step).rate(dataset, method, level, lang));
            rates.push(rate);
            last = desk.numbers(at(step).chance(dataset, level, lang));
            chances.push(last[0].clone());
        }
        let (first, end) = match (life.steps.first(), life.steps.last()) {
            (Some(first), Some(end)) => (first, end),
            _ => continue,
        };
        let observed = match first.age == end.age {
            true => first.age.to_string(),
            false => format!("{}–{}", first.age, end.age),
        };
        let [moves, _] = match at(end).chance(dataset, level, lang) {
            Ok(chance) => desk.numbers(Ok(of_moves(&chance))),
            Err(_) => [plain(""), plain("")],
        };
        let [chance, interval] = last;
        lines.push(Line {
            head: life.label.clone(),
            cells: vec![plain(&observed), chance, interval, moves],
        });
        told.rates.push(rates);
        told.chances.push(chances);
    }
    let columns = [
        words::cohort(lang),
        words::ages_observed(lang),
        words::chance_so_far(lang),
        words::interval(lang),
        words::expected_moves(lang),
    ];
    let caption = desk.with_interval(words::chance_so_far(lang));
    desk.table(&caption, &columns, lines);
    let stub = desk.dataset.dimension_name(lang, "age");
    let mut columns = vec![stub.as_str()];
    columns.extend(lives.iter().map(|life| life.label.as_str()));
    for (caption, cells) in [
        (words::rate(lang), &told.rates),
        (words::chance_so_far(lang), &told.chances),
    ] {
        let lines = ages.iter().enumerate().map(|(place, age)| Line {
            head: age.to_string(),
            cells: cells.iter().map(|life| life[place].clone()).collect(),
        });
        desk.table(caption, &columns, lines.collect());
    }
    told
}

/// The oldest and the youngest cohort at the last age that both have reached, and all years.
fn answer(desk: &mut AnalysisBuilder, found: &Cohorts, lives: &[Life], told: &Told) {
    let lang = desk.lang;
    let whole = |life: &&Life| {
        let first = life.steps.first();
        life.cohort.is_some() && first.is_some_and(|step| step.age == found.ages.0)
    };
    desk.pool(&desk.by_groups(Measure::Rate, &["age"]), &found.table);
    let mut from_the_start = lives.iter().filter(whole);
    let Some(old) = from_the_start.next() else {
        match at_peak(found, lives, told) {
            Some([age, one, old, two, young]) => {
                let group = found.groups.first();
                let at = group.map_or(String::new(), |group| desk.place(&found.by, &group.key));
                let said = words::cohorts_at_age(lang, &at, &age, &one, &old, &two, &young);
                desk.say(said.replace("  ", " "));
                desk.note(words::no_cohort_from_the_start(lang));
            }
            None => desk.say(words::no_cohort_from_the_start(lang).to_owned()),
        }
        return;
    };
    let young = from_the_start.next_back().unwrap_or(old);
    let period = lives.iter().find(|life| life.cohort.is_none());
    let last = |life: &Life| life.steps.last().map_or(found.ages.0, |step| step.age);
    let age = last(old).min(last(young));
    let chance = |life: &Life| {
        life.at(age)?.chance.estimate.value?;
        let place = lives.iter().position(|known| std::ptr::eq(known, life))?;
        let cell = told
            .chances
            .get(place)?
            .get((age - found.ages.0) as usize)?;
        Some(AnalysisBuilder::leading(cell))
    };
    let (Some(one), Some(two), Some(all)) = (chance(old), chance(young), period.and_then(chance))
    else {
        desk.say(words::cannot(lang).to_owned());
        return;
    };
    let born = |life: &Life| life.cohort.map(dashed).unwrap_or_default();
    let (age, youngest) = (age.to_string(), found.ages.0.to_string());
    let (old_born, young_born) = (born(old), born(young));
    let at = found.groups.first();
    let at = at.map_or(String::new(), |group| desk.place(&found.by, &group.key));
    let years = format!("{}–{}", found.years.0, found.years.1);
    let places = [
        ("group", at.as_str()),
        ("first", youngest.as_str()),
        ("age", &age),
        ("one", &one),
        ("old", &old_born),
        ("two", &two),
        ("young", &young_born),
        ("all", &all),
        ("years", &years),
    ];
    let phrase = match std::ptr::eq(old, young) {
        true => words::one_cohort_came_to(lang),
        false => words::cohorts_came_to(lang),
    };
    desk.say(filled(phrase, &places).replace("  ", " "));
}

/// The rates of the oldest and the youngest cohort at the age at which all years together have the highest one, of
/// the ages at which there are two cohorts to compare: the age, then each rate with the years of birth.
fn at_peak(found: &Cohorts, lives: &[Life], told: &Told) -> Option<[String; 5]> {
    let rate = |life: &Life, age: i32| life.at(age).and_then(|step| step.rate.value);
    let period = lives.iter().find(|life| life.cohort.is_none())?;
    let at = |age: i32| -> Vec<usize> {
        let of_cohorts = lives.iter().enumerate();
        let known =
            of_cohorts.filter(|(_, life)| life.cohort.is_some() && rate(life, age).is_some());
        known.map(|(place, _)| place).collect()
    };
    let (age, _) = (found.ages.0..=found.ages.1)
        .filter(|age| at(*age).len() > 1)
        .filter_map(|age| Some((age, rate(period, age)?)))
        .max_by(|one, two| one.1.total_cmp(&two.1))?;
    let lead = |place: usize| {
        let cell = told.rates.get(place)?.get((age - found.ages.0) as usize)?;
        let born = lives[place].cohort.map(dashed)?;
        Some((AnalysisBuilder::leading(cell), born))
    };
    let places = at(age);
    let (one, old) = lead(*places.first()?)?;
    let (two, young) = lead(*places.last()?)?;
    Some([age.to_string(), one, old, two, young])
}

/// Rates by age beside chances by age, a line a cohort.
fn picture(desk: &mut AnalysisBuilder, found: &Cohorts, lives: &[Life], told: Told) {
    let lang = desk.lang;
    let ages: Vec<i32> = (found.ages.0..=found.ages.1).collect();
    let rates = lives.iter().zip(&told.rates).map(|(life, cells)| {
        spots(desk, life, &ages, cells, Form::percent(2), |step| {
            (step.rate, Some(row(step)))
        })
    });
    let rates: Vec<Vec<Spot>> = rates.collect();
    let chances = lives.iter().zip(&told.chances).map(|(life, cells)| {
        spots(desk, life, &ages, cells, Form::percent(1), |step| {
            (step.chance.estimate, None)
        })
    });
    let chances: Vec<Vec<Spot>> = chances.collect();
    let panels = [
        (words::rate(lang), rates),
        (words::chance_so_far(lang), chances),
    ]
    .map(|(title, spots)| panel(desk, title, lives, &ages, spots));
    let mut remarks = Vec::new();
    if lives.len() <= MOST_BANDS {
        remarks.push(filled(kinds::bands(lang), &[("level", &desk.level_text())]));
    }
    remarks.push(methods::cohort_so_far(lang).to_owned());
    let name = match found.groups.first() {
        Some(group) if !group.key.is_empty() => desk.name(&found.by, &group.key),
        _ => desk.measured("rate"),
    };
    desk.draw(&name, panels.to_vec(), remarks);
}

/// The numbers of a life at each age.
fn spots(
    desk: &AnalysisBuilder,
    life: &Life,
    ages: &[i32],
    cells: &[Cell],
    form: Form,
    read: impl Fn(&Step) -> (measures::analysis::Estimate, Option<Row>),
) -> Vec<Spot> {
    let lang = desk.lang;
    let one = |(age, cell): (&i32, &Cell)| {
        let Some(step) = life.at(*age) else {
            return Spot {
                absent: Some(reason(Status::NotInTable, lang).to_owned()),
                ..Spot::default()
            };
        };
        let (estimate, row) = read(step);
        let absent = estimate.value.is_none();
        Spot {
            absent: absent.then(|| reason(estimate.status, lang).to_owned()),
            explain: cell.explain.clone(),
            row,
            ..desk.spot(estimate.value, estimate.interval, form)
        }
    };
    ages.iter().zip(cells).map(one).collect()
}

/// A rate as a row, so that its parts are read out and few events are marked.
fn row(step: &Step) -> Row {
    Row {
        key: Vec::new(),
        numerator: step.part.ok().map(|(events, _)| events),
        denominator: step.part.ok().map(|(_, exposure)| exposure),
        value: step.rate.value,
        status: step.rate.status,
        left_out: None,
        rounding: None,
    }
}

fn panel(
    desk: &AnalysisBuilder,
    title: &str,
    lives: &[Life],
    ages: &[i32],
    spots: Vec<Vec<Spot>>,
) -> (Panel, PanelNumbers) {
    let codes: Vec<String> = lives.iter().map(Life::code).collect();
    let cohorts = lives.iter().filter(|life| life.cohort.is_some()).count();
    let rows = lives.iter().zip(&codes).zip(spots).enumerate();
    let rows = rows.map(|(place, ((life, code), spots))| Dotted {
        key: code,
        label: &life.label,
        hue: match life.cohort {
            // Of cohorts the later is the further from the paper; what is not of one stands last.
            Some(_) if cohorts <= Hue::NUMBERED => Hue::Ordered {
                place: place as u8,
                last: cohorts.saturating_sub(1) as u8,
            },
            Some(_) => Hue::Numbered((place % Hue::NUMBERED) as u8),
            None => Hue::Muted,
        },
        spots,
    });
    let stub = desk.dataset.dimension_name(desk.lang, "age");
    let panel = Panel {
        title: title.to_owned(),
        ..lines_along(&stub)
    };
    let heads: Vec<String> = ages.iter().map(i32::to_string).collect();
    let (mut panel, numbers) = with_rows(panel, &stub, &heads, rows.collect());
    for series in &mut panel.series {
        for (point, age) in series.points.iter_mut().zip(ages) {
            point.x = f64::from(*age);
            if lives.len() > MOST_BANDS {
                (point.lower, point.upper) = (None, None);
            }
        }
    }
    (panel, numbers)
}
