//! Every number stands where it belongs.
//!
//! Random data packages, whose tables have holes, shuffled rows, other years for each series and other
//! codes in each table, and the real packages as they were published: every cell, mark, word and
//! exported row of every figure and analysis is the sum that its own codes have in the table, added
//! up here row by row, with nothing of the product but its reader.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod made;
mod shipped;

use std::collections::BTreeMap;

use made::Random;
use proptest::prelude::*;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Cell, Dataset, Table};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::export::{Request, csv::csv, xlsx::xlsx};
use utvandring::figures::numbers::Spot;
use utvandring::figures::options::Options;
use utvandring::figures::sheet::{Kind, Panel, Point, Series};
use utvandring::figures::spec::{Chart, Spec};
use utvandring::figures::{catalog, kinds::kinds_for};
use utvandring::measures::{
    Exposure, Filter, Measure, Note, OTHERS, Question, Rebase, answer, dimensions_for,
};
use utvandring::text::Lang;
use utvandring::text::number::is_nothing;
use utvandring::view_models::analyses::{self, page::AnalysisPage};

const LANG: Lang = Lang::En;

/// A key: dimensions with their codes.
type Key = BTreeMap<String, String>;

/// The code that a row counts under in the answer to a question.
fn counted_at(table: &Table, question: &Question, dimension: &str, row: usize) -> Option<String> {
    let code = code_at(table, question, dimension, row)?;
    let together = question.together.as_ref();
    let together = together.filter(|of| of.dimension == dimension && of.codes.contains(&code));
    Some(together.map_or(code, |_| OTHERS.to_owned()))
}

/// The code that a row has of a dimension; as the contract derives periods and kinds of destination.
fn code_at(table: &Table, question: &Question, dimension: &str, row: usize) -> Option<String> {
    let of = |name: &str| {
        let column = table.dimension(name)?;
        Some(column.codes[column.rows.get(row) as usize].clone())
    };
    of(dimension).or_else(|| match dimension {
        "period" => {
            let year: i32 = of("year")?.parse().ok()?;
            let first = year - (year - 2000).rem_euclid(6);
            // Named by those of its six years that the table has and that are asked for, unless it is chosen itself.
            let asked = question.filter_on("year");
            let asked = asked.filter(|_| question.filter_on("period").is_none());
            let counts = |code: &&String| asked.is_none_or(|filter| filter.codes.contains(code));
            let years = table.dimension("year")?.codes.iter().filter(counts);
            let years = years.filter_map(|code| code.parse::<i32>().ok());
            let there: Vec<i32> = years
                .filter(|year| (first..first + 6).contains(year))
                .collect();
            let (from, to) = (there.iter().min()?, there.iter().max()?);
            Some(match from == to {
                true => from.to_string(),
                false => format!("{from}-{to}"),
            })
        }
        "destination_kind" => Some(match of("destination")?.as_str() {
            known @ ("origin" | "unknown") => known.to_owned(),
            _ => "other".to_owned(),
        }),
        _ => match table.coverage.get(dimension) {
            Some([only]) => Some(only.clone()),
            _ => None,
        },
    })
}

/// The sum of a column over some rows; none when a cell is not a number, or when there is no row.
fn sum(table: &Table, column: &str, rows: &[usize]) -> Option<f64> {
    let cells = &table.measure(column)?.cells;
    let mut total = None;
    for row in rows {
        match cells.get(*row) {
            Cell::Number(number) => total = Some(total.unwrap_or(0.0) + number),
            _ => return None,
        }
    }
    total
}

/// A question that is answered by adding up the rows of its table.
struct ByHand<'a> {
    question: &'a Question,
    table: &'a Table,
    /// Whether rates are set against the mid-year population.
    of_mid_year: bool,
    /// The dimensions of the base: those of the question, less the one that a share is of.
    base: Vec<String>,
    /// The rows that pass the filters, by their codes of the base.
    rows: BTreeMap<Vec<String>, Vec<usize>>,
}

impl<'a> ByHand<'a> {
    fn new(dataset: &'a Dataset, question: &'a Question, table: &str) -> ByHand<'a> {
        let table = dataset.table(table).unwrap();
        let of_share = match &question.measure {
            Measure::Share { of } => Some(of),
            _ => None,
        };
        let mut base = question.by.clone();
        base.retain(|name| Some(name) != of_share);
        let mut rows: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for row in 0..table.rows {
            let filters = question.filter.iter();
            let mut filters = filters.filter(|filter| Some(&filter.dimension) != of_share);
            let codes: Option<Vec<String>> = base
                .iter()
                .map(|name| counted_at(table, question, name, row))
                .collect();
            if let Some(codes) = codes
                && filters.all(|filter| passes(table, question, row, filter))
            {
                rows.entry(codes).or_default().push(row);
            }
        }
        let answer = answer(dataset, question).unwrap();
        let of_mid_year = answer.notes.iter().any(|note| {
            matches!(
                note,
                Note::Denominator(Exposure::MidYear) | Note::DenominatorInstead(Exposure::MidYear)
            )
        });
        ByHand {
            question,
            table,
            of_mid_year,
            base,
            rows,
        }
    }

    /// The value of a key.
    fn value(&self, key: &Key) -> Option<f64> {
        let codes: Option<Vec<String>> = self
            .base
            .iter()
            .map(|name| key.get(name).cloned())
            .collect();
        let rows = self.rows.get(&codes?)?;
        let add = |column: &str| sum(self.table, column, rows);
        let mid_year = || {
            let ends = ["population_jan1", "population_dec31"].map(add);
            Some((ends[0]? + ends[1]?) / 2.0)
        };
        match &self.question.measure {
            Measure::Emigrations => add("emigrations"),
            Measure::Persons => add("persons"),
            Measure::PersonYears => add("person_years"),
            Measure::Population => mid_year(),
            Measure::Rate => {
                let exposure = match self.of_mid_year {
                    true => mid_year(),
                    false => add("person_years"),
                };
                let exposure = exposure.filter(|exposure| *exposure > 0.0)?;
                Some(add("emigrations")? / exposure)
            }
            Measure::Share { of } => self.share(of, key.get(of), rows),
            Measure::ReturnShare | Measure::ReturnCurve => {
                unreachable!("no package here has returns")
            }
        }
    }

    fn share(&self, of: &str, own: Option<&String>, rows: &[usize]) -> Option<f64> {
        let code = |row: &usize| code_at(self.table, self.question, of, *row);
        let kept = rows
            .iter()
            .copied()
            .filter(|row| match (&self.question.rebase, code(row)) {
                (Rebase::Without(codes), Some(code)) => !codes.contains(&code),
                _ => true,
            });
        let kept: Vec<usize> = kept.collect();
        let part = kept
            .iter()
            .copied()
            .filter(|row| match (own, self.question.filter_on(of)) {
                (Some(own), _) => {
                    counted_at(self.table, self.question, of, *row).as_ref() == Some(own)
                }
                (None, Some(filter)) => passes(self.table, self.question, *row, filter),
                (None, None) => true,
            });
        let part: Vec<usize> = part.collect();
        let base = sum(self.table, "emigrations", &kept)?;
        // What no row tells of is not known.
        let part = sum(self.table, "emigrations", &part)?;
        (base > 0.0).then_some(part / base)
    }
}

fn passes(table: &Table, question: &Question, row: usize, filter: &Filter) -> bool {
    code_at(table, question, &filter.dimension, row).is_none_or(|code| filter.codes.contains(&code))
}

/// Whether two numbers are the same but for the order in which they were added up.
fn close(one: Option<f64>, two: Option<f64>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => (one - two).abs() <= 1e-9 * one.abs().max(two.abs()),
        (one, two) => one == two,
    }
}

/// How a code may be written where the package gives no label.
fn written(dataset: &Dataset, dimension: &str, code: &str) -> Vec<String> {
    let label = dataset.label(dimension, code).map(|label| &label.name);
    let label = label
        .filter(|name| !name.is_empty())
        .map(|name| name.get(LANG).to_owned());
    label.map_or_else(
        || {
            // The code of a country stands in capitals.
            vec![
                code.to_owned(),
                code.replace('-', "–"),
                code.to_ascii_uppercase(),
            ]
        },
        |label| vec![label],
    )
}

/// The codes of a dimension of a table, by how they are written in headings.
struct Headings {
    dimension: String,
    codes: BTreeMap<String, String>,
}

impl Headings {
    fn of(dataset: &Dataset, table: &str, question: &Question, dimension: &str) -> Headings {
        let table = dataset.table(table).unwrap();
        let mut codes = BTreeMap::new();
        for row in 0..table.rows {
            if let Some(code) = code_at(table, question, dimension, row) {
                for name in written(dataset, dimension, &code) {
                    codes.insert(name, code.clone());
                }
            }
        }
        Headings {
            dimension: dimension.to_owned(),
            codes,
        }
    }

    fn code(&self, heading: &str) -> &str {
        if heading.starts_with("The others (") {
            return OTHERS;
        }
        let found = self.codes.get(heading);
        found.unwrap_or_else(|| panic!("{} has no {heading}", self.dimension))
    }
}

/// Checks the tables, marks, sentence and exports of a figure of one question a panel.
fn check_figure(spec: &Spec, dataset: &Dataset) -> usize {
    let figure = build(spec, dataset, LANG);
    let mut checked = 0;
    for (place, numbers) in figure.panels.iter().enumerate() {
        let Some(question) = &numbers.question else {
            continue;
        };
        let panel = &figure.sheet.panels[place];
        let dimensions = series_and_axis(spec, place, question);
        let key_of = |series: &str, at: &str| {
            let mut key = Key::new();
            for (dimension, code) in dimensions.iter().zip([series, at]) {
                if let Some(dimension) = dimension {
                    key.insert(dimension.clone(), code.to_owned());
                }
            }
            key
        };
        let by_hand = ByHand::new(dataset, question, &numbers.source);
        let headings = dimensions.each_ref().map(|name| {
            Some(Headings::of(
                dataset,
                &numbers.source,
                question,
                name.as_deref()?,
            ))
        });
        let code_of = |place: usize, heading: &str| match &headings[place] {
            Some(headings) => headings.code(heading).to_owned(),
            None => String::new(),
        };
        for line in &numbers.table.rows {
            let at = code_of(1, &line.head);
            for (column, cell) in numbers.table.columns.iter().zip(&line.cells) {
                let key = key_of(&code_of(0, column), &at);
                let expected = by_hand.value(&key);
                assert!(
                    close(cell.value, expected),
                    "table of {question:?}: {key:?} is {:?}, not {expected:?}",
                    cell.value
                );
                checked += 1;
            }
        }
        check_order(panel, dimensions[1].as_deref());
        for (index, series) in panel.series.iter().enumerate() {
            for (position, point) in series.points.iter().enumerate() {
                let at = match &panel.x.categories {
                    Some(names) => code_of(1, &names[point.x as usize]),
                    None => format!("{}", point.x),
                };
                let key = key_of(&series.key, &at);
                let expected = by_hand.value(&key);
                assert!(
                    close(point.y, expected),
                    "mark of {question:?}: {key:?} is {:?}, not {expected:?}",
                    point.y
                );
                let spot = Spot {
                    panel: place,
                    series: index,
                    point: position,
                };
                if let Some(number) = figure.number(spot) {
                    let codes = number.question.by.iter().zip(&number.key);
                    let own: Key = codes
                        .map(|(name, code)| (name.clone(), code.clone()))
                        .collect();
                    assert_eq!(own, key, "the number that a mark opens");
                }
                checked += 1;
            }
        }
        check_sentence(&figure, place, question);
        check_exports(spec, dataset, place, &by_hand);
    }
    checked
}

/// The dimension of the series and that of the axis, where the panel has them.
fn series_and_axis(spec: &Spec, place: usize, question: &Question) -> [Option<String>; 2] {
    let panel = &spec.panels[place.min(spec.panels.len() - 1)];
    let (mut series, mut axis) = (panel.series.clone(), Some(panel.x.clone()));
    // A slope stands along time, whichever of the two it was.
    let is_time = |name: &Option<String>| matches!(name.as_deref(), Some("year" | "period"));
    if spec.options.chart == Some(Chart::Slope) && is_time(&series) && !is_time(&axis) {
        std::mem::swap(&mut series, &mut axis);
    }
    [series, axis].map(|name| name.filter(|name| question.by.contains(name)))
}

/// Points in time and ages rise along the axis.
fn check_order(panel: &Panel, axis: Option<&str>) {
    if !matches!(axis, Some("year" | "age" | "period")) {
        return;
    }
    let first = |name: &String| -> f64 {
        let digits = name.split(|letter: char| !letter.is_ascii_digit());
        digits
            .filter_map(|digits| digits.parse().ok())
            .next()
            .unwrap_or(f64::MAX)
    };
    let places: Vec<f64> = match &panel.x.categories {
        Some(names) => names.iter().map(first).collect(),
        None => panel
            .series
            .iter()
            .flat_map(|one| &one.points)
            .map(|point| point.x)
            .collect(),
    };
    match panel.x.categories {
        Some(_) => assert!(places.is_sorted(), "{places:?}"),
        None => {
            for series in &panel.series {
                assert!(
                    series.points.is_sorted_by(|one, two| one.x < two.x),
                    "{}",
                    series.label
                );
            }
        }
    }
}

/// The first and the last point of a line, on however few events.
fn ends(series: &Series) -> Option<(&Point, &Point)> {
    let mut points = series.points.iter().filter(|point| point.y.is_some());
    let first = points.next()?;
    Some((first, points.next_back().unwrap_or(first)))
}

/// What the sentence says of lines over years, read off the marks again.
fn check_sentence(figure: &Figure, place: usize, question: &Question) {
    let panel = &figure.sheet.panels[place];
    let said = &figure.sheet.summary;
    for (text, number) in figure.sentence() {
        if let Some(number) = number.filter(|_| !text.is_empty()) {
            let key: Vec<&String> = number.key.iter().collect();
            let by = &number.question.by;
            let is_here = |series: &Series, point: &Point| {
                let mut wanted = by.iter().zip(&key);
                let at = panel.x.categories.is_none().then(|| format!("{}", point.x));
                wanted.all(|(_, code)| {
                    **code == series.key || at.as_ref() == Some(code) || at.is_none()
                })
            };
            let mut texts = figure
                .sheet
                .panels
                .iter()
                .flat_map(|panel| &panel.series)
                .flat_map(|series| {
                    let points = series.points.iter().filter(|point| is_here(series, point));
                    points.map(|point| point.text.clone()).collect::<Vec<_>>()
                });
            let formed = number.together != explain::Derived::default();
            assert!(
                // What is too little for the decimals of the figure is said to be under half of the last.
                formed
                    || texts
                        .any(|one| one == text || is_nothing(&one) && text.starts_with("under 0")),
                "“{text}” in “{said}”"
            );
        }
    }
    if panel.kind != Kind::Line || panel.series.len() < 2 || said.contains("not compared") {
        return;
    }
    if panel.x.format != figures::sheet::TickFormat::Year {
        return;
    }
    let lines: Vec<(&Series, &Point, &Point)> = panel
        .series
        .iter()
        .filter(|series| series.key != OTHERS)
        // Beside the largest of many, those of unknown place are none of them.
        .filter(|series| question.together.is_none() || series.key != "unknown")
        .filter_map(|series| ends(series).map(|(first, last)| (series, first, last)))
        .collect();
    let newest = lines
        .iter()
        .map(|(_, _, last)| last.x)
        .fold(f64::MIN, f64::max);
    let at_end: Vec<_> = lines
        .iter()
        .filter(|(_, _, last)| last.x == newest && !last.small)
        .collect();
    let values = || at_end.iter().filter_map(|(_, _, last)| last.y);
    if at_end.len() > 1 {
        let (high, low) = (
            values().fold(f64::MIN, f64::max),
            values().fold(f64::MAX, f64::min),
        );
        let with = |value: f64| {
            let mut found = at_end.iter().filter(|(_, _, last)| last.y == Some(value));
            let first = found.next().unwrap();
            // What is too little for the decimals of the figure is said to be under half of the last.
            let text = match is_nothing(&first.2.text) && value > 0.0 {
                true => " (under 0".to_owned(),
                false => format!(" ({})", first.2.text),
            };
            found.next().is_none().then_some(text)
        };
        for told in [with(high), with(low)].into_iter().flatten() {
            assert!(
                said.contains(&told),
                "{question:?}: {told} is not in “{said}”"
            );
        }
        assert!(
            said.contains(&format!("n {newest}")),
            "{newest} is not in “{said}”"
        );
    }
    let over_years = || lines.iter().filter(|(_, first, last)| first.x < last.x);
    // Those that begin or end on few events are counted among all, and have no direction.
    let moving: Vec<_> = over_years()
        .filter(|(_, first, last)| !first.small && !last.small)
        .collect();
    // Numbers that are read alike, and are as good as equal, are told as one.
    let is_one = |first: &Point, last: &Point| {
        let [before, after] = [first, last].map(|point| point.y.unwrap_or(0.0));
        first.text == last.text && (after - before).abs() <= 0.005 * before.abs().max(after.abs())
    };
    let count = |up: bool| {
        let moved = moving.iter().filter(|(_, first, last)| match up {
            _ if is_one(first, last) => false,
            true => last.y > first.y,
            false => last.y < first.y,
        });
        moved.count()
    };
    let (up, down, all) = (count(true), count(false), over_years().count());
    // Each period has years of its own, and of one line alone the place is told.
    let is_told = all > 1 && !question.by.iter().any(|by| by == "period");
    if up + down < all && is_told {
        let counted = if up > 0 { up } else { down };
        assert!(
            counted == 0 || said.contains(&format!("{counted} of {all} ")),
            "{up} up, {down} down of {all}: “{said}”"
        );
        assert!(
            up + down == moving.len() || said.contains("unchanged"),
            "{said}"
        );
    }
}

/// Every row of the exported table is the sum of its own codes, and so is the value beside it.
fn check_exports(spec: &Spec, dataset: &Dataset, place: usize, by_hand: &ByHand) {
    let question = by_hand.question;
    let resolved = spec.resolved(dataset);
    let request = Request {
        spec: &resolved,
        dataset,
        lang: LANG,
        date: "2026-01-01",
        link: "",
        views: &[],
    };
    let Some(file) = csv(&request, place) else {
        return;
    };
    let mut lines = file
        .lines()
        .filter(|line| !line.trim_start_matches('\u{feff}').starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let by: Vec<(usize, &str)> = header
        .iter()
        .enumerate()
        .filter(|(_, name)| question.by.iter().any(|dimension| dimension == *name))
        .map(|(column, name)| (column, *name))
        .collect();
    if by.len() != question.by.len() || file.contains('"') {
        return;
    }
    let value = header.iter().position(|name| *name == "value").unwrap();
    let mut shown = 0;
    for line in lines.clone() {
        let cells: Vec<&str> = line.split(',').collect();
        let key: Key = by
            .iter()
            .map(|(column, name)| ((*name).to_owned(), cells[*column].to_owned()))
            .collect();
        if let Ok(found) = cells[value].parse::<f64>() {
            let expected = by_hand.value(&key);
            assert!(
                close(Some(found), expected),
                "exported {key:?}: {found}, not {expected:?}"
            );
            shown += 1;
        }
    }
    let any = lines.count();
    let workbook = xlsx(&request);
    assert!(any == 0 || shown <= any && workbook.starts_with(b"PK"));
}

/// The questions that Explore can ask of a data set, with the kinds of figures that suit them.
fn explored(dataset: &Dataset) -> Vec<Spec> {
    let measures = [
        (Measure::Rate, "emigrations"),
        (Measure::Emigrations, "emigrations"),
        (Measure::PersonYears, "person_years"),
        (Measure::Population, "population_jan1"),
    ];
    let mut specs = Vec::new();
    for (measure, column) in measures {
        let dimensions = dimensions_for(dataset, &[column]);
        for by in &dimensions {
            for split in dimensions.iter().map(Some).chain([None]) {
                if split == Some(by) {
                    continue;
                }
                // A population over several years is a mean, which is checked elsewhere.
                let names = [Some(by), split].into_iter().flatten();
                let per_year = names.clone().any(|name| name == "year");
                if measure == Measure::Population && !per_year {
                    continue;
                }
                let mut question = Question::new(measure.clone(), []);
                question.by = names.rev().cloned().collect();
                specs.push(Spec::of_question(question, by, split.map(String::as_str)));
            }
        }
        if measure == Measure::Emigrations && dimensions.iter().any(|name| name == "destination") {
            for by in dimensions
                .iter()
                .filter(|name| !name.starts_with("destination"))
            {
                let of = "destination".to_owned();
                let mut question = Question::new(Measure::Share { of: of.clone() }, []);
                question.by = vec![of.clone(), by.clone()];
                specs.push(Spec::of_question(question, by, Some(&of)));
            }
        }
    }
    let mut all = Vec::new();
    for spec in specs {
        let charts = kinds_for(&spec.panels[0], dataset);
        for chart in charts {
            if matches!(chart, Chart::Flow | Chart::People) {
                continue;
            }
            let options = Options {
                chart: Some(chart),
                ..Options::default()
            };
            let drawn = Spec {
                options,
                ..spec.clone()
            };
            // Of a long dimension, what is told apart of it and all of it.
            if drawn
                .resolved(dataset)
                .panels
                .iter()
                .any(|panel| panel.cut.is_some())
            {
                let mut whole = drawn.clone();
                whole.options.all = true;
                all.push(whole);
            }
            all.push(drawn);
        }
    }
    all
}

/// Every table of an analysis whose cells are rates of groups and years, or of groups.
fn check_analysis(dataset: &Dataset, asked: &[(&str, &str)]) -> usize {
    let asked: Vec<(String, String)> = asked
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let (page, figure) = analyses::with_figure(dataset, &asked, LANG);
    check_opened(dataset, &asked, &page);
    if let Some(figure) = &figure {
        check_marks(dataset, &page, figure);
    }
    let control = |name: &str| {
        let found = page.controls.iter().find(|control| control.name == name);
        found.map_or(String::new(), |control| control.value.clone())
    };
    let kind = control("kind");
    let of = match control("of") {
        of if of.is_empty() => group_dimension(dataset),
        of => Some(of),
    };
    let Some(of) = of else {
        return 0;
    };
    let rate = |by: &[&str]| Question::new(Measure::Rate, by.iter().copied());
    match kind.as_str() {
        // Where rates have no groups, everyone is one.
        "trend" if answer(dataset, &rate(&[&of, "year"])).is_err() => match page.tables.get(1) {
            Some(yearly) => check_column(dataset, yearly, &rate(&["year"]), "year"),
            None => 0,
        },
        "trend" => match page.tables.get(1) {
            Some(yearly) => check_grid(dataset, yearly, &rate(&[&of, "year"]), ("year", &of)),
            None => 0,
        },
        "comparison" | "funnel" => match page.tables.first() {
            Some(first) => {
                // Where the numbers of all years are not alike, they are of one year.
                let question = match control("year") {
                    year if year.is_empty() => rate(&[&of]),
                    year => rate(&[&of]).filtered("year", [year]),
                };
                check_column(dataset, first, &question, &of)
            }
            None => 0,
        },
        _ => 0,
    }
}

/// What a cell of an analysis opens is about the line and the column that it stands in. Some cells of
/// each table: every one of them has the whole analysis made again.
fn check_opened(dataset: &Dataset, asked: &analyses::page::Asked, page: &AnalysisPage) {
    let dimensions = dataset.dimensions();
    let names: Vec<String> = dimensions
        .iter()
        .filter(|dimension| *dimension != "year" && *dimension != "age")
        .flat_map(|dimension| {
            let codes = dataset.codes(dimension).into_iter();
            codes
                .flat_map(|code| written(dataset, dimension, &code))
                .collect::<Vec<_>>()
        })
        .collect();
    for table in &page.tables {
        let step = table.rows.len().div_ceil(3).max(1);
        for line in table.rows.iter().step_by(step) {
            let cells = table.columns.iter().skip(1).zip(&line.cells);
            let opened =
                cells.filter_map(|(heading, cell)| Some((heading, cell.explain.as_ref()?)));
            for (heading, id) in opened.take(2) {
                let told = analyses::explanation(dataset, asked, id, LANG).unwrap();
                for about in [heading, &line.head] {
                    let is_name = names.contains(about);
                    assert!(
                        !is_name || told.title.contains(about.as_str()),
                        "“{}” under {heading}, {}",
                        told.title,
                        line.head
                    );
                }
            }
        }
    }
}

/// The dimension that takes the place of groups when there is no choice of it.
fn group_dimension(dataset: &Dataset) -> Option<String> {
    const NO_GROUPS: [&str; 6] = [
        "age",
        "year",
        "period",
        "years_since",
        "destination",
        "destination_kind",
    ];
    let names = dimensions_for(dataset, &[]);
    let mut groups = names
        .into_iter()
        .filter(|name| !NO_GROUPS.contains(&name.as_str()));
    let first = groups.next()?;
    groups.next().is_none().then_some(first)
}

fn check_grid(
    dataset: &Dataset,
    table: &analyses::page::Table,
    question: &Question,
    (along, across): (&str, &str),
) -> usize {
    let source = answer(dataset, question).unwrap().table;
    let by_hand = ByHand::new(dataset, question, &source);
    let [heads, columns] =
        [along, across].map(|name| Headings::of(dataset, &source, question, name));
    let mut checked = 0;
    for line in &table.rows {
        let head = line.head.trim_end_matches(" –");
        let at = heads.code(head).to_owned();
        assert_eq!(
            line.cells.len() + 1,
            table.columns.len(),
            "a line has a cell a column"
        );
        for (heading, cell) in table.columns[1..].iter().zip(&line.cells) {
            let of = columns.code(heading).to_owned();
            let key = Key::from([(along.to_owned(), at.clone()), (across.to_owned(), of)]);
            let expected = by_hand.value(&key);
            assert!(
                close(cell.value, expected),
                "{key:?} is {:?}, not {expected:?}",
                cell.value
            );
            checked += 1;
        }
    }
    checked
}

fn check_column(
    dataset: &Dataset,
    table: &analyses::page::Table,
    question: &Question,
    of: &str,
) -> usize {
    let source = answer(dataset, question).unwrap().table;
    let by_hand = ByHand::new(dataset, question, &source);
    let heads = Headings::of(dataset, &source, question, of);
    let mut checked = 0;
    for line in &table.rows {
        let Some(code) = heads.codes.get(&line.head).cloned() else {
            continue;
        };
        let key = Key::from([(of.to_owned(), code)]);
        let expected = by_hand.value(&key);
        assert!(
            close(line.cells[0].value, expected),
            "{key:?}: {:?}, not {expected:?}",
            line.cells[0]
        );
        checked += 1;
    }
    checked
}

/// A mark of an analysis that is a row of the data has the codes of its own series and place.
fn check_marks(dataset: &Dataset, page: &AnalysisPage, figure: &Figure) {
    for (panel, numbers) in figure.sheet.panels.iter().zip(&figure.panels) {
        let Some(question) = &numbers.question else {
            continue;
        };
        for (series, rows) in panel.series.iter().zip(&numbers.rows) {
            assert_eq!(series.points.len(), rows.len(), "{}", page.title);
            for (point, row) in series.points.iter().zip(rows) {
                let Some(row) = row else {
                    assert!(point.y.is_none(), "a mark without a row: {}", point.text);
                    continue;
                };
                let at = match &panel.x.categories {
                    Some(names) => names[point.x as usize].clone(),
                    None => format!("{}", point.x),
                };
                for (dimension, code) in question.by.iter().zip(&row.key) {
                    let names = written(dataset, dimension, code);
                    let here = names.contains(&at)
                        || names.contains(&series.label)
                        || *code == series.key
                        || *code == at;
                    let is_chosen = page.controls.iter().any(|control| control.value == *code);
                    assert!(here || is_chosen, "{code} at {at} of {}", series.label);
                }
                if numbers.against.is_none() {
                    assert!(close(point.y, row.value), "{at} of {}", series.label);
                }
            }
        }
    }
}

/// Everything that is shown of a data set; `most` figures of Explore at most.
fn check_all(dataset: &Dataset, most: usize) -> usize {
    let specs = explored(dataset);
    let step = specs.len().div_ceil(most.max(1)).max(1);
    let mut checked = 0;
    for spec in specs.iter().step_by(step) {
        checked += check_figure(spec, dataset);
    }
    for spec in catalog::all() {
        checked += check_figure(&spec, dataset);
    }
    for kind in [
        "comparison",
        "standardised",
        "decomposition",
        "chance",
        "cohorts",
        "trend",
        "lexis",
        "unknown",
        "funnel",
        "return_curve",
        "destinations",
    ] {
        checked += check_analysis(dataset, &[("kind", kind)]);
    }
    checked
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn every_number_of_a_random_package_stands_under_its_own_codes(seed in any::<u64>()) {
        let files = made::package(&mut Random::new(seed));
        let named = files.iter().map(|(name, text)| NamedBytes {
            name: name.clone(),
            bytes: text.clone().into_bytes(),
        });
        let dataset = open(&named.collect::<Vec<_>>())
            .unwrap_or_else(|problems| panic!("{problems:?}"));
        prop_assert!(check_all(&dataset, 14) > 0);
    }
}

#[test]
fn every_number_of_the_real_packages_stands_under_its_own_codes() {
    let folder = std::env::var_os("UTVANDRING_REALDATA").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/realdata"),
        std::path::PathBuf::from,
    );
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return;
    };
    let mut packages: Vec<std::path::PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("datapackage.json").is_file())
        .collect();
    packages.sort();
    for package in packages {
        let files = std::fs::read_dir(&package).unwrap().map(|file| {
            let file = file.unwrap();
            NamedBytes {
                name: file.file_name().into_string().unwrap(),
                bytes: std::fs::read(file.path()).unwrap(),
            }
        });
        let dataset = open(&files.collect::<Vec<_>>()).unwrap();
        assert!(
            check_all(&dataset, usize::MAX) > 100,
            "{}",
            package.display()
        );
    }
}

/// Two tables under one name are two tables: each number is of its own.
#[test]
fn tables_of_one_name_are_told_apart() {
    let description = r#"{"name": "p", "resources": [{"name": "t", "path": "by_year.csv"},
        {"name": "t", "path": "by_sex.csv"}]}"#;
    let files = shipped::of_texts(&[
        ("datapackage.json", description),
        ("by_year.csv", "year,emigrations\n2020,30\n2021,40\n"),
        ("by_sex.csv", "sex,year,emigrations\nf,2021,15\nm,2021,25\n"),
    ]);
    let dataset = open(&files).unwrap();
    let names: Vec<&str> = dataset
        .tables
        .iter()
        .map(|table| table.name.as_str())
        .collect();
    assert_eq!(names, ["t", "by_sex.csv"]);
    let of_sex = Question::new(Measure::Emigrations, ["sex"]);
    let found = answer(&dataset, &of_sex).unwrap();
    assert_eq!(
        (found.table.as_str(), found.value(&["m"])),
        ("by_sex.csv", Some(25.0))
    );
    let of_year = answer(&dataset, &Question::new(Measure::Emigrations, ["year"])).unwrap();
    assert_eq!(
        (of_year.table.as_str(), of_year.value(&["2020"])),
        ("t", Some(30.0))
    );
}
