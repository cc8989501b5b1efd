//! A panel: its series, its table of numbers, its tinted stretches.

use data::decimal_sign::{self, DecimalSign};
use data::{Break, Dictionary, Mark};
use kernels::stable_sort as order;
use measures::{
    Answer, IntervalMethod, Intervals, Measure, Note, OTHERS, Question, Row, Status, breaks,
    codes_of, is_time,
};
use stats::Interval;
use text::naming::Naming;
use text::{number, words};

use crate::absence;
use crate::range;
use crate::sheet::{Axis, Kind, Panel, Point, Series, Shade, TickFormat};
use crate::spec::{Chart, Order, PanelSpec};
use crate::table::NumberTable;
use crate::theme::Hue;

use super::form::{ValueForm, measure_name};
use super::{PanelNumbers, Parts, SeriesKey, Words, appearance, flow, people};

/// The place of a point, by series and within it, with the letters that the source has marked it with.
type MarkedAt = ((usize, usize), String);

/// How the numbers of a panel are shown.
pub(super) struct Showing<'a> {
    pub(super) spec: &'a PanelSpec,
    pub(super) form: ValueForm,
    /// None when no interval is wanted, or can be.
    pub(super) intervals: Option<Intervals>,
}

impl Showing<'_> {
    /// The interval of a number; none where it cannot be given or is not wanted.
    pub(super) fn interval(&self, row: Option<&Row>) -> Option<Interval> {
        self.intervals.as_ref()?.of(row?).ok()
    }
}

/// Whether what is provisional or estimated has a mark of its own in the figure.
fn series_has(spec: &PanelSpec, letters: &[MarkedAt]) -> bool {
    let is_unsettled = |letters: &str| letters.chars().any(|one| one != Mark::Break.letter());
    spec.chart == Chart::Line && letters.iter().any(|(_, letters)| is_unsettled(letters))
}

impl Words<'_> {
    pub(super) fn panel(&self, spec: &PanelSpec) -> Result<(Panel, PanelNumbers), String> {
        let answer = measures::answer(self.dataset, &spec.question)
            .map_err(|refusal| self.refusal(&refusal))?;
        let x_codes = self.codes(spec, &answer, &spec.x);
        let series_codes = match &spec.series {
            Some(series) => self.codes(spec, &answer, series),
            None => vec![String::new()],
        };
        let place = |dimension: &str| answer.by.iter().position(|name| name == dimension);
        let x_place = place(&spec.x);
        let series_place = spec.series.as_deref().and_then(place);
        let mut grid: Vec<Vec<Option<Row>>> = vec![vec![None; x_codes.len()]; series_codes.len()];
        for row in &answer.rows {
            let at = |place: Option<usize>, codes: &[String]| match place {
                Some(place) => codes.iter().position(|code| *code == row.key[place]),
                None => Some(0),
            };
            if let (Some(x), Some(series)) =
                (at(x_place, &x_codes), at(series_place, &series_codes))
            {
                grid[series][x] = Some(row.clone());
            }
        }
        let indexed = self.indexed(spec, &answer, &x_codes, &grid);
        let form = match &indexed {
            Some(_) => ValueForm::of_index(),
            None => ValueForm {
                tells_few: !spec.counts && !self.options.hides_few,
                ..ValueForm::of(spec, &grid)
            },
        };
        let mut showing = self.showing(spec, form);
        if indexed.is_some() {
            showing.intervals = None;
        }
        let mut notes = self.notes(spec, &answer, &x_codes, form);
        notes.extend(self.of_cut(spec));
        if spec.chart == Chart::Flow {
            return Ok(flow::panel(
                self,
                spec,
                (&series_codes, &x_codes),
                &grid,
                (&answer.table, notes),
            ));
        }
        if spec.chart == Chart::People && spec.question.measure == Measure::ReturnShare {
            return Ok(people::panel(
                self,
                &showing,
                &x_codes,
                &grid,
                (&answer.table, notes),
            ));
        }
        let (series_codes, grid) = appearance::drawing_order(spec, series_codes, grid);
        let shown = indexed.as_ref().unwrap_or(&grid);
        let mut series = self.series(&showing, &series_codes, &x_codes, shown);
        let (marks, letters) = self.marks(spec, &answer, &grid, &mut series);
        let told = self.told_breaks(spec, &answer, &grid);
        let quiet = self.quieten(spec, &mut series);
        let keys = series_codes
            .iter()
            .zip(&series)
            .map(|(code, series)| SeriesKey {
                code: code.clone(),
                label: series.label.clone(),
                hidden: false,
            });
        let keys = if spec.series.is_some() {
            keys.collect()
        } else {
            Vec::new()
        };
        let codes = match "year" {
            year if spec.x == year => x_codes.as_slice(),
            year if spec.series.as_deref() == Some(year) => series_codes.as_slice(),
            _ => &[],
        };
        // Where no year before it is shown, nothing is cut.
        let cuts = |one: &&Break| {
            let mut years = codes.iter().filter_map(|code| code.parse().ok()).peekable();
            years.peek().is_none() || years.any(|year: i32| year < one.year)
        };
        let cutting = told.iter().filter(cuts);
        notes.extend(cutting.map(|one| self.told_break(spec, one)));
        notes.extend(marks);
        notes.extend(quiet);
        let mut table = self.table(&showing, &series_codes, &x_codes, shown);
        for (at, letters) in letters {
            let line = table.rows.get_mut(at.1);
            if let Some(cell) = line.and_then(|line| line.cells.get_mut(at.0)) {
                cell.marks = letters;
            }
        }
        let against = self.base_year(spec).filter(|_| indexed.is_some());
        let against = against.map(|year| ("year".to_owned(), year.to_owned()));
        let numbers = PanelNumbers {
            source: answer.table.clone(),
            notes,
            keys,
            exposure: answer.notes.iter().find_map(|note| match note {
                Note::Denominator(exposure) | Note::DenominatorInstead(exposure) => Some(*exposure),
                _ => None,
            }),
            table,
            rows: grid,
            question: Some(spec.question.clone()),
            parts: match spec.counts {
                true => Parts::Counts,
                false => Parts::Values,
            },
            method: match spec.counts {
                true => IntervalMethod::None,
                false if showing.intervals.is_none() => IntervalMethod::None,
                false => self.options.method_for(&spec.question),
            },
            among: showing.intervals.as_ref().and_then(|found| found.among),
            against,
            others_at_end: x_codes.last().is_some_and(|code| code == OTHERS),
            told: Vec::new(),
        };
        let numeric = spec.chart == Chart::Line;
        let categories = (!numeric).then(|| {
            let label = |code: &String| match spec.x.as_str() {
                "" => words::total(self.lang).to_owned(),
                x => self.named(spec, x, code, true),
            };
            x_codes.iter().map(label).collect()
        });
        let mut panel = Panel {
            title: self.panel_title(spec),
            kind: match spec.chart {
                Chart::Line => Kind::Line,
                Chart::Bars => Kind::Bars,
                Chart::Stacked => Kind::Stacked,
                Chart::Sums => Kind::Sums,
                Chart::Dots => Kind::Dots,
                Chart::Slope => Kind::Slope,
                Chart::Heat => Kind::Heat,
                Chart::Flow => Kind::Flow,
                Chart::People => Kind::People,
                Chart::Map => Kind::Map,
            },
            x: Axis {
                title: match spec.x.as_str() {
                    "age" | "years_since" if matches!(spec.chart, Chart::Line | Chart::Heat) => {
                        self.dataset.dimension_name(self.lang, &spec.x)
                    }
                    _ => String::new(),
                },
                format: match spec.x.as_str() {
                    "year" => TickFormat::Year,
                    "age" | "years_since" => TickFormat::Age,
                    _ => TickFormat::Number,
                },
                categories,
                ..Axis::default()
            },
            y: Axis {
                format: if form.percent {
                    TickFormat::Percent
                } else {
                    TickFormat::Number
                },
                from_zero: !matches!(spec.chart, Chart::Slope),
                ..Axis::default()
            },
            series,
            shades: match spec.chart {
                Chart::Line => self.shades(spec, &x_codes, &told),
                _ => Vec::new(),
            },
            ..Panel::default()
        };
        if let (Some((dimension, code)), [only]) = (&spec.facet, panel.series.as_mut_slice())
            && spec.series.is_none()
        {
            // The one series of a small multiple is what the panel is about.
            only.hue = self.own_hue(dimension, code).unwrap_or(only.hue);
            only.label.clone_from(&panel.title);
        }
        if spec.chart == Chart::People {
            people::say(&mut panel, self.lang);
        }
        if spec.chart == Chart::Map && self.has_map(spec) {
            self.outline(&mut panel, spec, &x_codes)?;
        }
        if spec.chart == Chart::Slope {
            appearance::colour_directions(&mut panel);
        }
        if self.options.at.is_some() {
            panel.y.domain = self.over_all_years(spec, form);
        }
        Ok((panel, numbers))
    }

    /// The label of a code; of those that are not told apart, how many they are.
    fn named(&self, spec: &PanelSpec, dimension: &str, code: &str, short: bool) -> String {
        match &spec.cut {
            Some(cut) if code == OTHERS => {
                text::notes::others(self.lang, &number::integer(cut.others as f64, self.lang))
            }
            _ => self.label(dimension, code, short),
        }
    }

    /// What of a long dimension is shown, in words.
    fn of_cut(&self, spec: &PanelSpec) -> Option<String> {
        let cut = spec.cut.as_ref().filter(|cut| !cut.is_told)?;
        let lang = self.lang;
        let whole = |count: usize| number::integer(count as f64, lang);
        let noun = text::places::some(lang, &cut.dimension);
        let mut of = text::overview::so_many(lang, &whole(cut.among), &noun);
        if cut.has_few {
            of = text::notes::of_enough(lang, &of);
        }
        let say = match (&spec.question.together, cut.has_chosen) {
            (Some(together), _) if together.dimension == cut.dimension => {
                text::notes::greatest_and_others
            }
            (_, true) => text::notes::some_only,
            (_, false) => text::notes::greatest_only,
        };
        Some(say(lang, &whole(cut.shown), &of, &whole(cut.others)))
    }

    /// Of more lines than there are colours, those that end highest and lowest keep one; the others are
    /// quiet, unless the reader has put some in focus. Says so.
    fn quieten(&self, spec: &PanelSpec, series: &mut [Series]) -> Option<String> {
        /// So many of the highest.
        const HIGHEST: usize = 3;
        let is_in_focus = |series: &Series| self.options.focus.contains(&series.key);
        let is_many = spec.chart == Chart::Line && series.len() > Hue::NUMBERED;
        if !is_many || series.iter().any(is_in_focus) {
            return None;
        }
        let end = |series: &&Series| -> Option<(f64, f64)> {
            let mut points = series.points.iter().rev();
            points.find_map(|point| Some((point.x, point.value().filter(|_| !point.small)?)))
        };
        let alone = |series: &&Series| series.key != OTHERS;
        let newest = series
            .iter()
            .filter(alone)
            .filter_map(|one| end(&one))
            .map(|(x, _)| x)
            .fold(f64::MIN, f64::max);
        let mut ends: Vec<(usize, f64)> = Vec::new();
        for (place, one) in series.iter().enumerate().filter(|(_, one)| alone(one)) {
            ends.extend(
                end(&one)
                    .filter(|(x, _)| *x == newest)
                    .map(|(_, value)| (place, value)),
            );
        }
        order::sort_by(&mut ends, &|one, two| two.1.total_cmp(&one.1));
        if ends.len() <= HIGHEST {
            return None;
        }
        let chosen = ends.iter().take(HIGHEST).chain(ends.last());
        let chosen: Vec<usize> = chosen.map(|(place, _)| *place).collect();
        for (place, one) in series.iter_mut().enumerate() {
            one.hue = match chosen.iter().position(|known| *known == place) {
                Some(number) => Hue::Numbered(number as u8),
                None if one.key == OTHERS => Hue::Neutral,
                None => Hue::Muted,
            };
        }
        Some(text::notes::few_highlighted(self.lang).to_owned())
    }

    /// Sets breaks in the series as the publisher marks them, and says what else is marked; with the letters
    /// of the marks by series and place.
    fn marks(
        &self,
        spec: &PanelSpec,
        answer: &Answer,
        grid: &[Vec<Option<Row>>],
        series: &mut [Series],
    ) -> (Vec<String>, Vec<MarkedAt>) {
        let question = &spec.question;
        let mut letters = Vec::new();
        let table = self.dataset.table(&answer.table);
        let Some(table) = table.filter(|table| table.has_marks()) else {
            return (Vec::new(), letters);
        };
        let of_year = question.by.iter().position(|name| name == "year");
        let year = |row: &Row| row.key[of_year?].parse::<i32>().ok();
        let is_told = |row: &Row| {
            let told = breaks::told(table, question, &row.key);
            told.iter().any(|one| Some(one.year) == year(row))
        };
        let is_told_in = |year: i32| table.breaks.iter().any(|one| one.year == year);
        let leaves_out = |one: &Row, other: &Row| {
            let years = year(one).zip(year(other));
            years.is_some_and(|(one, other)| one.abs_diff(other) > 1)
        };
        let mut counts = Mark::ALL.map(|mark| (mark, 0));
        for (of_series, (rows, series)) in grid.iter().zip(series).enumerate() {
            let mut before: Option<&Row> = None;
            for (place, (row, point)) in rows.iter().zip(&mut series.points).enumerate() {
                let Some(row) = row else { continue };
                // Years that are not shown may have the break.
                let hidden = before.replace(row).filter(|before| leaves_out(before, row));
                let hidden = hidden
                    .and_then(|before| breaks::between(table, question, &before.key, &row.key));
                point.broken |= hidden.is_some();
                let mut marked = String::new();
                for (mark, count) in &mut counts {
                    // Between other things than years there is no break.
                    let is_meant = of_year.is_some() || *mark != Mark::Break;
                    let has = is_meant && breaks::marked(table, question, &row.key, *mark) > 0;
                    // A break of the year that the description tells of is said in its words.
                    let in_words = has && *mark == Mark::Break && is_told(row);
                    let by_source = match has {
                        true => breaks::is_flagged(table, question, &row.key, *mark),
                        false => {
                            *mark == Mark::Break && hidden.is_some_and(|year| !is_told_in(year))
                        }
                    };
                    *count += usize::from(by_source && !in_words);
                    point.broken |= has && *mark == Mark::Break;
                    point.unsettled |= has && *mark != Mark::Break;
                    if has {
                        marked.push(mark.letter());
                    }
                }
                if !marked.is_empty() {
                    letters.push(((of_series, place), marked));
                }
            }
        }
        let lang = self.lang;
        let count = |mark| {
            let mut counts = counts.iter();
            counts
                .find(|(one, _)| *one == mark)
                .map_or(0, |(_, count)| *count)
        };
        let mut told = Vec::new();
        let breaks = count(Mark::Break);
        if breaks > 0 {
            let breaks = text::notes::so_many(lang, breaks);
            told.push(text::notes::marked_breaks(lang, &breaks));
        }
        let (provisional, estimated) = (count(Mark::Provisional), count(Mark::Estimated));
        if (provisional, estimated) != (0, 0) {
            told.push(text::notes::marked_unsettled(lang, provisional, estimated));
        }
        let drawn = series_has(spec, &letters);
        if drawn {
            told.push(text::notes::marks_drawn(lang).to_owned());
        }
        (told, letters)
    }

    /// The breaks that the description of the data tells of in the numbers of a panel.
    fn told_breaks(
        &self,
        spec: &PanelSpec,
        answer: &Answer,
        grid: &[Vec<Option<Row>>],
    ) -> Vec<Break> {
        let mut told: Vec<Break> = Vec::new();
        let table = self.dataset.table(&answer.table);
        for (table, row) in table
            .iter()
            .flat_map(|table| grid.iter().flatten().flatten().map(move |row| (table, row)))
        {
            for one in breaks::told(table, &spec.question, &row.key) {
                if !told.contains(one) {
                    told.push(one.clone());
                }
            }
        }
        // Nothing is broken where nothing before it is shown.
        let mut by = spec.question.by.iter();
        if let Some(place) = by.position(|name| is_time(name)) {
            let rows = grid.iter().flatten().flatten();
            let starts = rows.filter_map(|row| Some(measures::span(&row.key[place])?.0));
            let first = starts.min();
            told.retain(|one| first.is_none_or(|first| first < one.year));
        }
        told
    }

    fn told_break(&self, spec: &PanelSpec, one: &Break) -> String {
        let say = match spec.question.by.iter().any(|name| is_time(name)) {
            true => text::notes::told_break,
            false => text::notes::pooled_over_break,
        };
        let said = say(self.lang, &one.year.to_string(), one.note.get(self.lang));
        said.trim_end().to_owned()
    }

    /// The range of a panel over all years, so that the axis stands still while years pass.
    pub(super) fn over_all_years(&self, spec: &PanelSpec, form: ValueForm) -> Option<(f64, f64)> {
        let mut question = spec.question.clone();
        question.filter.retain(|filter| filter.dimension != "year");
        if question.by.iter().any(|name| name == "year") {
            return None;
        }
        question.by.push("year".to_owned());
        let answer = measures::answer(self.dataset, &question).ok()?;
        let values = answer.rows.iter().filter_map(|row| form.value(row));
        let highest = values.fold(0.0, f64::max);
        (highest > 0.0).then_some((0.0, highest))
    }

    /// The codes of a dimension that the answer has, in the order in which they are shown.
    pub(super) fn codes(&self, spec: &PanelSpec, answer: &Answer, dimension: &str) -> Vec<String> {
        let Some(place) = answer.by.iter().position(|name| name == dimension) else {
            return vec![String::new()];
        };
        let mut known = Dictionary::default();
        let mut codes: Vec<String> = Vec::new();
        for row in &answer.rows {
            if known.number(row.key[place].as_bytes()).1 {
                codes.push(row.key[place].clone());
            }
        }
        // A code that the first series lacks stands in its place all the same.
        codes = self.dataset.in_display_order(dimension, codes);
        if spec.order == Order::ByValue && dimension == spec.x {
            let size = |code: &String| {
                let mut rows = answer.rows.iter().filter(|row| row.key[place] == *code);
                rows.find_map(|row| row.value).unwrap_or(f64::NEG_INFINITY)
            };
            order::sort_by(&mut codes, &|one, two| size(two).total_cmp(&size(one)));
        }
        if spec.order == Order::ByEmigrations && dimension == spec.x {
            let mut filters = spec.question.filter.clone();
            filters.retain(|filter| filter.dimension == "group");
            let question = Question {
                filter: filters,
                ..Question::new(Measure::Emigrations, [dimension])
            };
            if let Ok(sizes) = measures::answer(self.dataset, &question) {
                let size = |code: &String| sizes.value(&[code.as_str()]).unwrap_or(0.0);
                order::sort_by(&mut codes, &|one, two| size(two).total_cmp(&size(one)));
            }
        }
        order::sort_by(&mut codes, &|one, two| {
            (one == OTHERS).cmp(&(two == OTHERS))
        });
        codes
    }

    /// The fixed colour of a code of the data set.
    fn own_hue(&self, dimension: &str, code: &str) -> Option<Hue> {
        // Most have none.
        Hue::of(dimension, code)?;
        Hue::own(dimension, &codes_of(self.dataset, dimension), code)
    }

    pub(super) fn series(
        &self,
        showing: &Showing,
        series_codes: &[String],
        x_codes: &[String],
        grid: &[Vec<Option<Row>>],
    ) -> Vec<Series> {
        let spec = showing.spec;
        let one = spec.series.is_none();
        series_codes
            .iter()
            .enumerate()
            .map(|(index, code)| {
                let dimension = spec.series.as_deref().unwrap_or_default();
                let hue = if one {
                    Hue::Neutral
                } else {
                    Hue::among(
                        dimension,
                        series_codes,
                        index,
                        self.own_hue(dimension, code),
                    )
                };
                let focus = &self.options.focus;
                let focuses = |codes: &[String]| codes.iter().any(|code| focus.contains(code));
                let hue = match focuses(series_codes) && !focus.contains(code) {
                    true => Hue::Muted,
                    false => hue,
                };
                let by_place = !focuses(series_codes) && focuses(x_codes);
                let points = x_codes
                    .iter()
                    .enumerate()
                    .map(|(place, x_code)| {
                        let own_hue = if one {
                            self.own_hue(&spec.x, x_code)
                        } else {
                            None
                        };
                        let is_rest = one && x_code == OTHERS;
                        let own_hue = match is_rest || by_place && !focus.contains(x_code) {
                            true => Some(Hue::Muted),
                            false => own_hue,
                        };
                        let row = grid[index][place].as_ref();
                        self.point(showing, place, x_code, row, own_hue)
                    })
                    .collect();
                Series {
                    key: code.clone(),
                    label: if one {
                        self.dataset.measure_name(self.lang, measure_name(spec))
                    } else {
                        self.named(spec, dimension, code, true)
                    },
                    hue,
                    points,
                }
            })
            .collect()
    }

    pub(super) fn point(
        &self,
        showing: &Showing,
        place: usize,
        x_code: &str,
        row: Option<&Row>,
        hue: Option<Hue>,
    ) -> Point {
        let (spec, form) = (showing.spec, showing.form);
        let numeric = spec.chart == Chart::Line;
        let x = if numeric {
            decimal_sign::parse(x_code, DecimalSign::Point).unwrap_or(place as f64)
        } else {
            place as f64
        };
        let value = row.and_then(|row| form.value(row));
        let absent = match row {
            None => Some(absence::words(Status::NotInTable, self.lang)),
            Some(row) if value.is_none() => Some(absence::words(row.status, self.lang)),
            Some(_) => None,
        };
        let interval = showing.interval(row);
        Point {
            x,
            y: value,
            text: value
                .map(|value| form.short(value, self.lang))
                .unwrap_or_default(),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            between: interval
                .map(|interval| form.between(interval, form.decimals, self.lang))
                .unwrap_or_default(),
            small: row.is_some_and(|row| form.tells_few && row.is_small()),
            absent: absent.map(str::to_owned),
            hue,
            ..Point::default()
        }
    }

    /// How the numbers of a panel are shown; intervals belong to ratios.
    pub(super) fn showing<'a>(&self, spec: &'a PanelSpec, form: ValueForm) -> Showing<'a> {
        let question = &spec.question;
        let level = self.options.intervals.level();
        let level = level.filter(|_| !spec.counts && question.measure.is_ratio());
        let method = self.options.method_for(question);
        let intervals = level.map(|level| Intervals::new(self.dataset, question, method, level));
        Showing {
            spec,
            form,
            intervals,
        }
    }

    pub(super) fn table(
        &self,
        showing: &Showing,
        series_codes: &[String],
        x_codes: &[String],
        grid: &[Vec<Option<Row>>],
    ) -> NumberTable {
        let spec = showing.spec;
        let x_label = |code: &String| match spec.x.as_str() {
            "" => words::total(self.lang).to_owned(),
            x => self.named(spec, x, code, false),
        };
        NumberTable {
            stub: self.dataset.dimension_name(self.lang, &spec.x),
            columns: match &spec.series {
                Some(series) => series_codes
                    .iter()
                    .map(|code| self.named(spec, series, code, false))
                    .collect(),
                None => vec![self.dataset.measure_name(self.lang, measure_name(spec))],
            },
            rows: x_codes
                .iter()
                .enumerate()
                .map(|(place, code)| crate::table::Line {
                    head: x_label(code),
                    cells: grid
                        .iter()
                        .map(|series| self.cell(showing, series[place].as_ref()))
                        .collect(),
                })
                .collect(),
        }
    }

    pub(super) fn cell(&self, showing: &Showing, row: Option<&Row>) -> crate::table::TableCell {
        let (spec, form) = (showing.spec, showing.form);
        let interval = showing.interval(row);
        let value = row.and_then(|row| form.value(row));
        let status = row.map_or(Status::NotInTable, |row| row.status);
        crate::table::TableCell {
            value,
            text: match value {
                Some(value) => form.long(value, self.lang),
                None => row
                    .and_then(|row| range::withheld(self.dataset, spec, row, form, self.lang))
                    .unwrap_or_else(|| absence::words(status, self.lang).to_owned()),
            },
            interval: interval
                .map(|interval| form.between(interval, form.decimals + 1, self.lang))
                .unwrap_or_default(),
            range: row.map_or(String::new(), |row| {
                range::rounded(spec, row, form, self.lang)
            }),
            small: row.is_some_and(|row| form.tells_few && row.is_small()),
            marks: String::new(),
        }
    }

    /// Stretches to tint, and lines at breaks that come after the first year.
    fn shades(&self, spec: &PanelSpec, x_codes: &[String], told: &[Break]) -> Vec<Shade> {
        let mut shades = Vec::new();
        let years = || x_codes.iter().filter_map(|code| code.parse::<i32>().ok());
        for one in told.iter().filter(|_| spec.x == "year") {
            let has_both =
                years().any(|year| year < one.year) && years().any(|year| year >= one.year);
            let at = f64::from(one.year) - 0.5;
            shades.extend(has_both.then(|| Shade {
                from: at,
                to: at,
                label: text::notes::break_mark(self.lang).to_owned(),
            }));
        }
        let pandemic = ["2020", "2021"].map(str::to_owned);
        // The pandemic kept people from moving; it says nothing about how many lived where.
        let counts_moves = !matches!(
            spec.question.measure,
            Measure::Population | Measure::PersonYears | Measure::Persons
        );
        let of_report = self.dataset.is_of_report();
        if of_report
            && counts_moves
            && spec.x == "year"
            && pandemic.iter().all(|year| x_codes.contains(year))
        {
            shades.push(Shade {
                from: 2020.0,
                to: 2021.0,
                label: words::pandemic(self.lang).to_owned(),
            });
        }
        shades
    }
}
