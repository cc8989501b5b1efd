//! The parts of an overview, one function each: none where the data do not answer.

use std::collections::BTreeMap;

use data::dataset::own_name;
use data::{Additivity, Dataset};
use figures::build::{build, decimals_in, years_of};
use figures::kinds::is_of_countries;
use figures::options::cut_to;
use figures::spec::{Chart, Order, Spec};
use measures::{Measure, Question, Row, columns_of, dimensions_for};
use text::findings::Part as Spot;
use text::naming::Naming;
use text::number;
use text::overview::{self as say, Topic};
use text::places::{self, Place};
use text::sentences::{self, OfYear, Peak, Subject};

use super::balance::{Balanced, Series, unbroken};
use super::kinds::{is_place, who};
use super::{Part, Teller};
use crate::findings::time;
use crate::reader::{Values, descending, highest, lowest};

/// So many bars are drawn of a ranking, and a few more where these are all.
const MOST_BARS: usize = 10;
const ALL_BARS: usize = 13;
/// So many places are named of a ranking.
const NAMED: usize = 3;
/// Lines beside each other that can be told apart.
const MOST_LINES: usize = 6;

fn dimensions(dataset: &Dataset, measure: &Measure) -> Vec<String> {
    dimensions_for(dataset, &columns_of(measure))
}

impl Teller<'_> {
    /// The last year of a series against the first; of a data set with groups, of each of them.
    pub(super) fn trend(&self, series: Option<&Series>) -> Option<Part> {
        self.trend_of_groups()
            .or_else(|| self.trend_of_all(series?))
    }

    pub(super) fn trend_of_groups(&self) -> Option<Part> {
        let groups = self.dataset().unordered_codes("group").len();
        let question = self
            .scope
            .ask(Question::new(Measure::Rate, ["group", "year"]));
        let is_told = (2..=MOST_LINES).contains(&groups)
            && question.filter.is_empty()
            && measures::is_answerable(self.dataset(), &question);
        let sentence = is_told.then(|| time::rates(&self.reader)).flatten()?;
        let spec = Spec::of_question(question, "year", Some("group"));
        Some(self.part(Topic::Trend, &sentence, spec))
    }

    pub(super) fn trend_of_all(&self, series: &Series) -> Option<Part> {
        let (first, last) = series.ends()?;
        let spec = series.spec();
        let decimals = self.decimals_in(&spec);
        let of_year = |(year, value): &(String, f64)| OfYear {
            year: year.clone(),
            value: match series.question.measure {
                Measure::Rate => self.reader.rate_with(*value, decimals),
                _ => self.reader.count(*value),
            },
        };
        let told = |point: &(String, f64)| (point.1, of_year(point));
        let lang = self.lang();
        let mut told: Vec<(f64, OfYear)> = series.points.iter().map(told).collect();
        sentences::tell_apart(lang, &mut told);
        let peak = Peak::of(&told);
        let within = series
            .units
            .as_deref()
            .map(|units| say::within_units(lang, units));
        let ages = self.dataset().coverage.get("age").unwrap_or_default();
        let among = say::aged(lang, &text::ranges(lang, ages));
        let [(_, from), .., (_, to)] = told.as_slice() else {
            return None;
        };
        let ends = (from, to);
        let subject = self.subject(series.question.measure.name(), among.trim());
        let rises = last.1 > first.1;
        let sentence = sentences::trend(lang, &subject, within.as_deref(), ends, rises, &peak);
        let mut part = self.part(Topic::Trend, &sentence, spec);
        part.left_out.clone_from(&series.left_out);
        Some(part)
    }

    /// How many people there are by year, of data that have nothing else.
    pub(super) fn trend_of_people(&self) -> Option<Part> {
        let mut part = self.trend_of_all(&self.series(Measure::Population)?)?;
        part.question = say::asks_people(self.lang()).to_owned();
        Some(part)
    }

    /// Where or among whom most people are in the last year, of data that have nothing else.
    pub(super) fn where_people_are(&self) -> Option<Part> {
        let found = dimensions(self.dataset(), &Measure::Population);
        who(&found).into_iter().find_map(|dimension| {
            let asked = Question::new(Measure::Population, [dimension]);
            let (_, question) = self.in_last_year(&asked);
            self.reader.ask(&question).filter(Values::all_alike)?;
            let mut spec = Spec::of_question(question, dimension, None);
            spec.panels[0].order = Order::ByValue;
            let figure = build(&spec, self.dataset(), self.lang());
            let mut part = self.part(Topic::Who, "", spec);
            part.question = match is_place(dimension) {
                true => say::asks_where(self.lang()).to_owned(),
                false => say::asks_largest_group(self.lang()).to_owned(),
            };
            part.pieces = figure.sentence();
            part.sentence = figure.sheet.summary;
            (!part.sentence.is_empty()).then_some(part)
        })
    }

    /// A measure as the data set calls it.
    fn subject(&self, measure: &str, of_what: &str) -> Subject {
        let own = own_name(&self.dataset().measure_names, self.lang(), measure);
        sentences::subject(self.lang(), measure, own.as_deref(), of_what)
    }

    /// Whether what is counted has a name of the data set's own, and may be no emigration.
    pub(super) fn has_own_name(&self) -> bool {
        own_name(&self.dataset().measure_names, self.lang(), "emigrations").is_some()
    }

    /// What is counted, as the data set calls it.
    pub(super) fn events(&self) -> String {
        let own = own_name(&self.dataset().measure_names, self.lang(), "emigrations");
        say::events(self.lang(), own.as_deref())
    }

    /// The years that the numbers of a question are sums over.
    fn years_of(&self, question: &Question) -> String {
        let found = self.reader.answer(question);
        let years = found.map(|found| years_of(question, self.dataset(), &found.table));
        text::ranges(self.lang(), &years.unwrap_or_default())
    }

    /// Two places whose numbers are held against each other, written as in their figure where they are read as two.
    fn held(
        &self,
        dimension: &str,
        two: [(&str, f64); 2],
        read: impl Fn(f64) -> String,
    ) -> [Spot; 2] {
        let [one, other] = two.map(|(_, value)| (value, read(value)));
        let both = [(one.0, one.1.as_str()), (other.0, other.1.as_str())];
        let [first, second] = both.map(|(_, text)| text::marks::plain(text));
        let texts = match first == second {
            true => number::held(self.lang(), &both),
            false => both.map(|(_, text)| text.to_owned()).to_vec(),
        };
        let mut texts = texts.into_iter();
        two.map(|(code, _)| Spot {
            place: self.place(dimension, code),
            value: texts.next().unwrap_or_default(),
        })
    }

    /// The decimals that the per cents of a figure have.
    fn decimals_in(&self, spec: &Spec) -> usize {
        let panel = spec.panels.first();
        let found = panel.and_then(|panel| Some((panel, self.reader.answer(&panel.question)?)));
        found.map_or(0, |(panel, found)| decimals_in(panel, &found))
    }

    /// The last year in which a question has numbers, and the question of that year; all years where the
    /// table that answers has none.
    fn in_last_year(&self, question: &Question) -> (String, Question) {
        let of_year = |year: String| {
            let asked = question.clone().filtered("year", [year.as_str()]);
            let asked = self.scope.ask(asked);
            self.reader.ask(&asked).is_some().then_some((year, asked))
        };
        let years = self.scope.years(self.dataset()).into_iter().rev();
        let last = { years }.find_map(of_year);
        last.unwrap_or_else(|| (String::new(), self.scope.ask(question.clone())))
    }

    /// Who, or which place, has the highest and the lowest rate; without rates, the highest number.
    pub(super) fn who(&self) -> Option<Part> {
        let by_rate = dimensions(self.dataset(), &Measure::Rate);
        let by_number = dimensions(self.dataset(), &Measure::Emigrations);
        let rates = who(&by_rate).into_iter().find_map(|one| self.rates_by(one));
        let number = || {
            let mut found = who(&by_number).into_iter();
            found.find_map(|one| self.numbers_by(one))
        };
        let mut part = rates.or_else(number)?;
        let by = &part.spec.panels[0].x;
        if is_place(by) {
            part.question = match self.has_own_name() {
                true => say::asks_own_places(self.lang()).to_owned(),
                false => say::asks_places(self.lang()).to_owned(),
            };
        }
        Some(part)
    }

    fn rates_by(&self, dimension: &str) -> Option<Part> {
        let (year, question) = self.in_last_year(&Question::new(Measure::Rate, [dimension]));
        let values = self.reader.ask_of_large(&question);
        let values = values.filter(Values::all_alike)?;
        let ranked = ranked(&values);
        let all = self.dataset().unordered_codes(dimension).len();
        let ((top, high), (bottom, low)) = (highest(&ranked)?, lowest(&ranked)?);
        if ranked.len() < 2 || high <= low || ranked.len() * 2 < all {
            return None;
        }
        let lang = self.lang();
        let of = match ranked.len() == all {
            true => String::new(),
            false => say::so_many(
                lang,
                &number::integer(ranked.len() as f64, lang),
                &places::some(lang, dimension),
            ),
        };
        let told = |spec: &Spec| {
            let decimals = self.decimals_in(spec);
            let ends = [(top.as_str(), high), (bottom.as_str(), low)];
            let [top, bottom] = self.held(dimension, ends, |rate| {
                self.reader.rate_with(rate, decimals)
            });
            let ends = (&top, &bottom);
            let rate = self.subject("rate", "");
            say::rate_extremes(lang, (&rate, &self.events()), &year, ends, &of)
        };
        Some(self.ranking(Topic::Who, &told, question, &ranked))
    }

    fn numbers_by(&self, dimension: &str) -> Option<Part> {
        let asked = Question::new(Measure::Emigrations, [dimension]);
        let (year, question) = self.in_last_year(&asked);
        let values = self.reader.ask(&question).filter(Values::all_alike)?;
        let ranked = ranked(&values);
        if ranked.len() <= NAMED {
            return None;
        }
        let lang = self.lang();
        let sentence = match dimension {
            "group" => return None,
            _ => say::most_in(
                lang,
                &self.events(),
                &year,
                &self.first_of(dimension, &ranked),
            ),
        };
        Some(self.ranking(Topic::Who, &|_| sentence.clone(), question, &ranked))
    }

    /// The first of a ranking of numbers, each with its number.
    fn first_of(&self, dimension: &str, ranked: &[(String, f64)]) -> Vec<Place> {
        let first = ranked.iter().take(NAMED);
        let spots = first.map(|(code, count)| {
            let label = self.reader.label(dimension, code);
            let place = places::place(self.lang(), dimension, code, &label);
            say::with_value(place, &self.reader.count(*count))
        });
        spots.collect()
    }

    /// A part whose figure is a ranking, the first of it where it is long.
    fn ranking(
        &self,
        topic: Topic,
        told: &dyn Fn(&Spec) -> String,
        mut question: Question,
        ranked: &[(String, f64)],
    ) -> Part {
        let dimension = question.by[0].clone();
        let lang = self.lang();
        let (mut left_out, mut is_cut) = (String::new(), false);
        let mut of_all = Spec::of_question(question.clone(), &dimension, None);
        // Places are found on a map, and all of them are there.
        if topic == Topic::Who
            && ranked.len() > ALL_BARS
            && of_all
                .panels
                .iter()
                .all(|panel| is_of_countries(self.dataset(), panel))
        {
            of_all.options.chart = Some(Chart::Map);
            return self.part(topic, &told(&of_all), of_all);
        }
        if ranked.len() > ALL_BARS {
            let shown: Vec<String> = ranked[..MOST_BARS]
                .iter()
                .map(|(code, _)| code.clone())
                .collect();
            let is_number = question.measure == Measure::Emigrations;
            let (count, rest, unknown) = match is_number {
                true => self.counted(&question, &shown),
                false => (ranked.len(), None, 0.0),
            };
            let whole = |number: f64| number::integer(number, lang);
            left_out = say::shows_largest(
                lang,
                &self.events(),
                (
                    &number::small(lang, MOST_BARS),
                    &say::so_many(lang, &whole(count as f64), &places::some(lang, &dimension)),
                ),
                is_number,
            );
            if let Some(rest) = rest {
                let (events, rest) = (self.events(), whole(rest));
                let others = match unknown > 0.0 {
                    true => {
                        let called = self.dataset().dimension_within(lang, &dimension);
                        let unknown = whole(unknown);
                        say::the_others_and_unknown(lang, &events, &rest, &unknown, &called)
                    }
                    false => say::the_others(lang, &events, &rest),
                };
                let total = self.other_total(&question);
                left_out = format!("{left_out} {others} {total}").trim_end().to_owned();
            }
            is_cut = rest.is_some();
            if !is_cut {
                question = question.filtered(&dimension, shown);
            }
        }
        let mut spec = Spec::of_question(question, &dimension, None);
        for panel in &mut spec.panels {
            panel.order = Order::ByValue;
            panel.chart = Chart::Bars;
            if is_cut {
                cut_to(
                    panel,
                    self.dataset(),
                    &dimension,
                    (MOST_BARS, MOST_BARS),
                    &[],
                );
            }
            if let Some(cut) = &mut panel.cut {
                cut.is_told = true;
            }
        }
        let mut part = self.part(topic, &told(&spec), spec);
        part.left_out = left_out;
        part
    }

    /// That the sum over a dimension is not the number that another table has.
    fn other_total(&self, question: &Question) -> String {
        let lang = self.lang();
        let mut of_all = question.clone();
        of_all.by.clear();
        let found = self
            .reader
            .answer(question)
            .zip(self.reader.answer(&of_all));
        let Some((parts, whole)) = found.filter(|(parts, whole)| parts.table != whole.table) else {
            return String::new();
        };
        let sum = parts.rows.iter().map(|row| row.value).sum::<Option<f64>>();
        match sum.zip(whole.rows.first().and_then(|row| row.value)) {
            Some((sum, whole)) if sum != whole => {
                let by = number::integer(libm::fabs(sum - whole), lang);
                let higher = sentences::higher_or_lower(lang, sum > whole);
                let all = places::all(lang, &question.by[0]);
                let whole = number::integer(whole, lang);
                say::other_total(lang, &all, &format!("{by} {higher}"), &whole)
            }
            _ => String::new(),
        }
    }

    /// How many of a dimension have emigrations, and how many these are beside some of them and those of whom it is
    /// not known; nothing where they are no parts of a whole that a reader knows, or not all have a number.
    fn counted(&self, question: &Question, shown: &[String]) -> (usize, Option<f64>, f64) {
        let Some(found) = self.reader.answer(question) else {
            return (shown.len(), None, 0.0);
        };
        let dimension = question.by[0].as_str();
        let is_known = |code: &str| !matches!(code, "unknown" | "other");
        // What is not stated is no citizenship either.
        let is_named = |code: &str| !places::is_unknown(code, &self.reader.label(dimension, code));
        let some =
            |row: &&Row| row.value > Some(0.0) && is_known(&row.key[0]) && is_named(&row.key[0]);
        let count = found.rows.iter().filter(some).count();
        let column = self.dataset().table(&found.table);
        let column = column.and_then(|table| table.dimension(dimension));
        let additivity = column.map(|column| column.additive.of(&["emigrations"]));
        let is_other = |row: &&Row| !shown.contains(&row.key[0]) && is_known(&row.key[0]);
        let others = found.rows.iter().filter(is_other);
        let rest: Option<f64> = others.map(|row| row.value).sum();
        let are_parts = additivity == Some(Additivity::Parts) && !is_place(dimension);
        let is_unknown = |row: &&Row| row.key[0] == "unknown";
        let unknown = found.rows.iter().find(is_unknown);
        let unknown = unknown.and_then(|row| row.value).unwrap_or(0.0);
        (count, rest.filter(|_| are_parts), unknown)
    }

    /// The ages at which the rate is highest, of women and men where the data tell them apart.
    pub(super) fn age(&self) -> Option<Part> {
        let has = |name: &str| self.dataset().unordered_codes(name).len() > 1;
        let split = ["sex", "gender"].into_iter().find(|name| has(name));
        let of_split = split.and_then(|split| self.ages_by(Some(split)));
        of_split.or_else(|| self.ages_by(None))
    }

    fn ages_by(&self, split: Option<&str>) -> Option<Part> {
        let by = split.into_iter().chain(["age"]);
        let (year, question) = self.in_last_year(&Question::new(Measure::Rate, by));
        let values = self.reader.ask(&question).filter(Values::all_alike)?;
        let place = question.by.len() - 1;
        if values.codes(place).len() < 10 {
            return None;
        }
        let lang = self.lang();
        let spec = Spec::of_question(question, "age", split);
        let decimals = self.decimals_in(&spec);
        let codes = match split {
            Some(_) => values.codes(0),
            None => vec![""],
        };
        let mut peaks = Vec::new();
        for code in codes {
            let of_code = values.known.iter();
            let of_code = of_code.filter(|known| split.is_none() || known.key[0] == code);
            let people = of_code.clone().filter_map(|known| known.people);
            let enough = measures::enough_people(&people.collect::<Vec<_>>());
            let of_code = of_code.filter(|known| known.people.is_none_or(|one| one >= enough));
            let rates: Vec<(&str, f64)> = of_code
                .map(|known| (known.key[place].as_str(), known.value))
                .collect();
            let (age, rate) = highest(&rates)?;
            let at = match split {
                Some(split) => self.place(split, code),
                None => String::new(),
            };
            peaks.push((at, age.to_owned(), self.reader.rate_with(rate, decimals)));
        }
        let rate = self.subject("rate", "");
        let when = sentences::in_year(lang, "rate", &year);
        let sentence = sentences::peaks(lang, &rate, &when, &peaks);
        Some(self.part(Topic::Age, &sentence, spec))
    }

    /// Women against men.
    pub(super) fn sex(&self) -> Option<Part> {
        let has = |name: &str| self.dataset().unordered_codes(name).len() == 2;
        let sex = ["sex", "gender"].into_iter().find(|name| has(name))?;
        let (year, question) = self.in_last_year(&Question::new(Measure::Rate, [sex]));
        let values = self.reader.ask(&question).filter(Values::all_alike)?;
        let ranked = ranked(&values);
        let [(more, high), (less, low)] = ranked.as_slice() else {
            return None;
        };
        if high <= low {
            return None;
        }
        let by_year = Question::new(Measure::Rate, [sex, "year"]);
        let spec = match self.reader.ask(&by_year).is_some_and(|by| by.all_alike()) {
            true => Spec::of_question(by_year, "year", Some(sex)),
            false => Spec::of_question(question, sex, None),
        };
        let decimals = self.decimals_in(&spec);
        let lang = self.lang();
        let ends = [(more.as_str(), *high), (less.as_str(), *low)];
        let [more, less] = self.held(sex, ends, |rate| self.reader.rate_with(rate, decimals));
        let ends = (&more, &less);
        let sentence = say::rate_higher(lang, &self.subject("rate", ""), &year, ends);
        Some(self.part(Topic::Sex, &sentence, spec))
    }

    /// The commonest destinations, or how many went to the country of origin.
    pub(super) fn destination(&self) -> Option<Part> {
        let codes = self.dataset().codes("destination");
        match codes.iter().any(|code| code == "origin") {
            true => self.to_origin(),
            false => self.commonest(),
        }
    }

    fn to_origin(&self) -> Option<Part> {
        let of = Measure::Share {
            of: "destination".to_owned(),
        };
        let groups = self.dataset().unordered_codes("group").len();
        let all = Question::new(of.clone(), ["group", "destination"]);
        let own = all.clone().filtered("destination", ["origin"]);
        let values = self.reader.ask(&own).filter(Values::all_alike)?;
        let ranked = ranked(&values);
        let ((top, high), (bottom, low)) = (highest(&ranked)?, lowest(&ranked)?);
        // Of some of the groups the largest share is not the largest of all.
        if high <= low || ranked.len() < groups.max(2) {
            return None;
        }
        let years = self.years_of(&own);
        let ends = [(top.as_str(), high), (bottom.as_str(), low)];
        let [top, bottom] = self.held("group", ends, |share| self.reader.share(share));
        let ends = (&top, &bottom);
        let sentence = say::to_origin(self.lang(), &years, ends.0, ends.1);
        let spec = match groups <= MOST_LINES && measures::is_answerable(self.dataset(), &all) {
            true => Spec::of_question(all, "group", Some("destination")),
            false => Spec::of_question(own, "group", None),
        };
        Some(self.part(Topic::Destination, &sentence, spec))
    }

    /// Why it is not told where people go: the numbers are sums over other places for each destination.
    pub(super) fn destinations_apart(&self) -> Option<String> {
        let asked = Question::new(Measure::Emigrations, ["destination"]);
        let (_, question) = self.in_last_year(&asked);
        let dimension = self.reader.ask(&question)?.differs_by()?;
        let all = places::all(self.lang(), &dimension);
        Some(say::destinations_apart(self.lang(), &all))
    }

    fn commonest(&self) -> Option<Part> {
        let asked = Question::new(Measure::Emigrations, ["destination"]);
        let (year, question) = self.in_last_year(&asked);
        let values = self.reader.ask(&question).filter(Values::all_alike)?;
        let mut ranked = ranked(&values);
        // Nobody has gone to the rest.
        ranked.retain(|(code, _)| !matches!(code.as_str(), "unknown" | "other"));
        if ranked.len() < NAMED {
            return None;
        }
        let first = self.first_of("destination", &ranked);
        let sentence = say::destinations(self.lang(), &year, &first);
        Some(self.ranking(Topic::Destination, &|_| sentence.clone(), question, &ranked))
    }

    /// The share that was back after five years.
    pub(super) fn back(&self) -> Option<Part> {
        let by_group = Question::new(Measure::ReturnShare, ["group"]);
        let groups = self.reader.ask(&by_group).filter(Values::all_alike);
        let all = self.dataset().unordered_codes("group").len();
        if let Some(values) = groups.filter(|values| values.known.len() >= all.clamp(2, NAMED)) {
            let ranked = ranked(&values);
            let ((top, high), (bottom, low)) = (highest(&ranked)?, lowest(&ranked)?);
            let lang = self.lang();
            let of = match ranked.len() < all {
                true => {
                    let count = number::small(lang, ranked.len());
                    say::so_many(lang, &count, &places::some(lang, "group"))
                }
                false => String::new(),
            };
            let years = self.years_of(&by_group);
            let ends = [(top.as_str(), high), (bottom.as_str(), low)];
            let [top, bottom] = self.held("group", ends, |share| self.reader.share(share));
            let ends = (&top, &bottom);
            let sentence = say::back(lang, &years, ends, &of);
            let is_told = high > low;
            return is_told
                .then(|| self.ranking(Topic::Return, &|_| sentence.clone(), by_group, &ranked));
        }
        let question = Question::new(Measure::ReturnShare, []);
        let values = self.reader.ask(&question)?;
        let share = values.known.first()?.value;
        let years = self.years_of(&question);
        let sentence = say::back_of_all(self.lang(), &years, &self.reader.share(share));
        let spec = Spec::of_question(question, "", None);
        Some(self.part(Topic::Return, &sentence, spec))
    }

    /// The years with most and fewest emigrations.
    pub(super) fn most(&self, series: Option<&Series>) -> Option<Part> {
        let series = series?;
        let of_year = |(year, value): &(String, f64)| OfYear {
            year: year.clone(),
            value: self.reader.count(*value),
        };
        let (most, fewest) = (highest(&series.points)?, lowest(&series.points)?);
        let is_alone = |value: f64| {
            series
                .points
                .iter()
                .filter(|(_, one)| *one == value)
                .count()
                == 1
        };
        if series.points.len() < NAMED || !is_alone(most.1) || !is_alone(fewest.1) {
            return None;
        }
        let units = series.units.as_deref();
        let ends = (&of_year(&most), &of_year(&fewest));
        let years: Vec<String> = series.points.iter().map(|(year, _)| year.clone()).collect();
        let years = text::ranges(self.lang(), &years);
        let sentence = say::most_and_fewest(self.lang(), &self.events(), units, &years, ends);
        let mut part = self.part(Topic::Most, &sentence, series.spec());
        part.left_out.clone_from(&series.left_out);
        part.spark = series
            .points
            .iter()
            .map(|(year, value)| (year.clone(), Some(*value)))
            .collect();
        Some(part)
    }

    /// Where the number has grown most from the first year to the last.
    pub(super) fn growth(&self) -> Option<Part> {
        let found = dimensions(self.dataset(), &Measure::Emigrations);
        let mut found = who(&found).into_iter();
        found.find_map(|dimension| self.growth_by(dimension))
    }

    fn growth_by(&self, dimension: &str) -> Option<Part> {
        let question = self
            .scope
            .ask(Question::new(Measure::Emigrations, [dimension, "year"]));
        let found = self.reader.answer(&question)?;
        let table = self.dataset().table(&found.table)?;
        let (question, broken) = unbroken(self.lang(), table, &question, &found);
        let balanced = Balanced::of(&self.reader, table, &question, dimension)?;
        let (first, last) = &balanced.years;
        let of = |year: &str| -> BTreeMap<&str, f64> {
            let rows = found.rows.iter().filter(|row| row.key[1] == year);
            let known = rows.filter_map(|row| Some((row.key[0].as_str(), row.value?)));
            known.collect()
        };
        let (before, after) = (of(first), of(last));
        let mut grown: Vec<(String, f64)> = Vec::new();
        for code in &balanced.codes {
            if let (Some(from), Some(to)) = (before.get(code.as_str()), after.get(code.as_str())) {
                grown.push((code.clone(), to - from));
            }
        }
        let grown = descending(grown);
        let [(code, by), (_, next), ..] = grown.as_slice() else {
            return None;
        };
        if *by <= 0.0 || by <= next || grown.len() < NAMED || first == last {
            return None;
        }
        // Of the one that is named only, whose numbers are to be explained.
        let own = question.filtered(dimension, [code.as_str()]);
        let values = self.reader.ask(&own).filter(Values::all_alike)?;
        let count = |year: &String| Some(self.reader.count(values.of(&[code, year])?));
        let (from, to) = (count(first)?, count(last)?);
        let lang = self.lang();
        let units = (!balanced.is_whole()).then(|| balanced.units(lang, dimension));
        let place = self.place(dimension, code);
        let years = (first.as_str(), last.as_str());
        let sentence = say::growth(
            lang,
            &self.events(),
            units.as_deref(),
            years,
            &place,
            (&from, &to),
        );
        let mut years = self.scope.years(self.dataset());
        years.retain(|year| (first..=last).contains(&year));
        let asked = Question::new(Measure::Emigrations, ["year"]);
        let asked = self.scope.ask(asked).filtered(dimension, [code.as_str()]);
        let mut part = self.part(
            Topic::Growth,
            &sentence,
            Spec::of_question(asked, "year", None),
        );
        let asks = match is_place(dimension) {
            true => say::asks_growth_where,
            false => say::asks_growth_who,
        };
        part.question = asks(lang, &self.events());
        part.left_out = broken;
        if !balanced.is_whole() {
            let others = balanced.left_out(&self.reader, dimension);
            part.left_out = format!("{} {others}", part.left_out).trim().to_owned();
        }
        let told = years.into_iter().map(|year| {
            let value = values.of(&[code, &year]);
            (year, value)
        });
        part.spark = told.collect();
        Some(part)
    }
}

/// The codes of a question by one dimension, highest first.
fn ranked(values: &Values) -> Vec<(String, f64)> {
    let known = values.known.iter();
    descending(
        known
            .map(|known| (known.key[0].clone(), known.value))
            .collect(),
    )
}
