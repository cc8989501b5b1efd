//! A claim that a reader puts together, held against the open data: what can be chosen, the verdict, and in
//! which readings it holds.
//!
//! The claim is one of the grammar of [`claims`] and is judged there. Here stands what a table of printed
//! claims does not need: whether its numbers are alike, whether chance could turn it, and what it depends on.

use claims::built::{Built, Said};
use claims::claim::{Measured, Relation};
use claims::{Finding, Verdict, audit, describe, report};
use data::Dataset;
use explain::{Number, code_label};
use figures::options::Options;
use figures::spec::{Chart, Spec};
use measures::breaks;
use measures::{
    Answer, DEFAULT_LEVEL, Exposure, IntervalMethod, Makeup, Measure, Note, Question, Rebase, Row,
    answer, codes_of, columns_of, dimensions_for, interval, is_answerable,
};
use stats::compare::{newcombe, rate_difference};
use text::naming::Naming;
use text::places;
use text::{Lang, check as words, claims as say, number, overview};

use crate::analyses::page::{Asked, Control, asked_of};
use crate::calculator::typed;

/// A claim and what came of it, in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckPage {
    /// What can be chosen. One without choices is typed.
    pub controls: Vec<Control>,
    /// The claim as a sentence; empty where there is nothing to claim.
    pub claim: String,
    /// The readings, the claim as it is said first.
    pub readings: Vec<Reading>,
    /// In how many of them it holds; empty where there is one only.
    pub counted: String,
    /// How sure it is, and what must be known.
    pub notes: Vec<String>,
    /// The picture of its numbers.
    pub spec: Option<Spec>,
}

impl CheckPage {
    /// How many readings the data can answer, and in how many of them the claim holds.
    pub fn tally(&self) -> (usize, usize) {
        let of = |verdict: &str| {
            let readings = self.readings.iter();
            readings.filter(|one| one.verdict == verdict).count()
        };
        let holding = of(HOLDS);
        (holding, holding + of("differs"))
    }
}

/// One way to read the claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What is read in it.
    pub label: String,
    /// The numbers as text; empty when there are none.
    pub computed: String,
    /// What they are.
    pub numbers: Vec<Number>,
    /// Unrounded, the first of two that are compared first; per cent as 39.6.
    pub values: Vec<f64>,
    /// `holds`, `differs` or `not_computable`.
    pub verdict: &'static str,
    /// Why it cannot be told; empty when it can.
    pub reason: String,
}

/// The kinds of claims, by their names in the address.
const FORMS: [&str; 4] = ["compare", "bound", "since", "rank"];
const HOLDS: &str = "holds";
const OPEN: &str = "not_computable";

/// What can be measured, by its name in the address.
const MEASURES: [(&str, Measured); 7] = [
    ("rate", Measured::Rate),
    ("emigrations", Measured::Count),
    ("destination_share", Measured::DestinationShare),
    ("rebased_share", Measured::RebasedDestinationShare),
    ("return_share", Measured::ReturnShare),
    ("population", Measured::Population),
    ("person_years", Measured::PersonYears),
];

/// What tells when is no one of whom something is claimed.
const TIME: [&str; 3] = ["year", "period", "years_since"];
const DESTINATION: &str = "destination";
/// So many other years are read.
const OTHER_YEARS: usize = 8;
/// So many codes of a further dimension can be chosen from.
const MOST_CODES: usize = 120;
/// So many bars are drawn of a ranking.
const MOST_BARS: usize = 12;

/// The claim that is asked about, and what the data say.
pub fn page(dataset: &Dataset, asked: &Asked, lang: Lang) -> CheckPage {
    let found = asked_page(dataset, asked, lang);
    if !found.claim.is_empty() || asked_of(asked, "form").is_some() {
        return found;
    }
    // Whoever has chosen nothing begins with a kind of claim that these data can be asked.
    let others = FORMS.iter().skip(1).map(|form| {
        let choice = ("form".to_owned(), (*form).to_owned());
        let asked: Asked = asked.iter().cloned().chain([choice]).collect();
        asked_page(dataset, &asked, lang)
    });
    others
        .into_iter()
        .find(|page| !page.claim.is_empty())
        .unwrap_or(found)
}

fn asked_page(dataset: &Dataset, asked: &Asked, lang: Lang) -> CheckPage {
    let mut desk = Desk {
        dataset,
        asked,
        lang,
        page: CheckPage::default(),
        name: "",
        measured: Measured::Rate,
        more: true,
        pooled: Vec::new(),
        years: Vec::new(),
    };
    if desk.fill().is_none() && desk.page.notes.is_empty() {
        desk.page.notes.push(words::nothing(lang).to_owned());
    }
    desk.page
}

/// A claim being put together.
struct Desk<'a> {
    dataset: &'a Dataset,
    asked: &'a Asked,
    lang: Lang,
    page: CheckPage,
    /// The measure by its name in the address.
    name: &'static str,
    measured: Measured,
    /// Higher, above, risen, largest; or the other way.
    more: bool,
    /// What the whole claim is limited to.
    pooled: Vec<(String, Vec<String>)>,
    /// The years with numbers, in order.
    years: Vec<String>,
}

/// The numbers of a claim as one question, so that it can be seen whether they are alike.
struct Backing {
    question: Question,
    answer: Answer,
    keys: Vec<Vec<String>>,
}

impl Backing {
    fn row(&self, place: usize) -> Option<&Row> {
        let key = self.keys.get(place)?;
        self.answer.rows.iter().find(|row| row.key == *key)
    }
}

/// How two numbers are told: the claim has the greater one first.
struct Turned {
    swapped: bool,
    over_time: bool,
}

type Choices = Vec<(String, String)>;

impl Desk<'_> {
    fn fill(&mut self) -> Option<()> {
        let lang = self.lang;
        let offered: Vec<&str> = MEASURES
            .iter()
            .filter(|(_, measured)| self.has(*measured))
            .map(|(name, _)| *name)
            .collect();
        if offered.is_empty() {
            return None;
        }
        let named = |name: &&str| {
            let label = match *name {
                "rebased_share" => words::rebased(lang).to_owned(),
                name => self.dataset.measure_name(lang, name),
            };
            ((*name).to_owned(), label)
        };
        let measures = offered.iter().map(named).collect();
        let forms = FORMS.iter().map(|form| {
            let label = words::form(lang, form).unwrap_or(form);
            ((*form).to_owned(), label.to_owned())
        });
        let form = self.choose("form", words::kind(lang), forms.collect(), "");
        let measure = self.choose("measure", words::measure(lang), measures, "");
        let (name, measured) = MEASURES.iter().find(|(name, _)| *name == measure)?;
        (self.name, self.measured) = (name, *measured);
        let of = self.choose_dimension(matches!(form.as_str(), "compare" | "rank"))?;
        self.choose_limits(&of);
        let by: Vec<&str> = Some(of.as_str())
            .filter(|of| !of.is_empty())
            .into_iter()
            .collect();
        let by_year: Vec<&str> = by.iter().copied().chain(["year"]).collect();
        let series = answer(self.dataset, &self.question(&by_year)).ok();
        let codes = match (&series, by.first()) {
            (_, None) => Vec::new(),
            (Some(series), Some(of)) => self.present(series, of),
            (None, Some(of)) => {
                let found = answer(self.dataset, &self.question(&by)).ok()?;
                self.present(&found, of)
            }
        };
        let labelled = |desk: &Self, codes: &[String]| -> Choices {
            let label = |code: &String| code_label(desk.dataset, &of, code, lang);
            codes
                .iter()
                .map(|code| (code.clone(), label(code)))
                .collect()
        };
        let one = match codes.is_empty() {
            true => String::new(),
            false => {
                let choices = labelled(self, &codes);
                self.choose("a", words::one(lang), choices, "")
            }
        };
        let ways = ["more", "less"].map(|way| {
            let label = words::way(lang, &format!("{form} {way}")).unwrap_or(way);
            (way.to_owned(), label.to_owned())
        });
        let more = self.choose("way", words::way_label(lang), ways.to_vec(), "") == "more";
        self.more = more;
        let mut other = String::new();
        if form == "compare" {
            let rest: Vec<String> = codes.iter().filter(|code| **code != one).cloned().collect();
            let choices = labelled(self, &rest);
            other = self.choose("b", words::other(lang), choices, "");
        }
        let needed: Vec<&str> = [one.as_str(), other.as_str()]
            .into_iter()
            .filter(|code| !code.is_empty())
            .collect();
        self.years = series
            .as_ref()
            .map_or(Vec::new(), |series| years_of(series, &needed));
        let mut pooled = self.pooled.clone();
        let said = match form.as_str() {
            "since" => {
                if !of.is_empty() {
                    pooled.push((of.clone(), vec![one.clone()]));
                }
                self.changed(more)?
            }
            form => {
                let said = match form {
                    "compare" => {
                        let (high, low) = match more {
                            true => (&one, &other),
                            false => (&other, &one),
                        };
                        Said::Above {
                            of: of.clone(),
                            one: high.clone(),
                            other: low.clone(),
                        }
                    }
                    "rank" => Said::First {
                        of: of.clone(),
                        one: one.clone(),
                        most: more,
                        among: codes.clone(),
                    },
                    _ => {
                        if !of.is_empty() {
                            pooled.push((of.clone(), vec![one.clone()]));
                        }
                        self.beyond(more)?
                    }
                };
                if let Some(year) = self.choose_year() {
                    pooled.push(("year".to_owned(), vec![year]));
                }
                said
            }
        };
        let built = Built {
            measure: self.measured,
            of: pooled,
            said,
            exposure: None,
        };
        self.page.claim = self.sentence(&built, (&of, &one, &other), more);
        let backing = self.backing(&built);
        self.judge(&built, backing.as_ref());
        self.page.spec = self.picture(&built, backing.as_ref(), (&of, &one, &other));
        Some(())
    }

    /// Offers a choice; what is asked for counts when it is among the values.
    fn choose(&mut self, name: &str, label: &str, choices: Choices, default: &str) -> String {
        let asked = asked_of(self.asked, name);
        let control = Control::among(name, label, choices, asked.into_iter().chain([default]));
        let value = control.value.clone();
        self.page.controls.push(control);
        value
    }

    fn has(&self, measured: Measured) -> bool {
        let by = is_share(measured).then_some(DESTINATION);
        is_answerable(self.dataset, &Question::new(measure_of(measured), by))
    }

    /// Of what the claim is, told apart by a dimension.
    fn choose_dimension(&mut self, needed: bool) -> Option<String> {
        let measure = measure_of(self.measured);
        let mut names = dimensions_for(self.dataset, &columns_of(&measure));
        names.retain(|name| {
            let more = is_share(self.measured).then_some(DESTINATION);
            let by = [name.as_str()]
                .into_iter()
                .chain(more.filter(|more| more != name));
            !TIME.contains(&name.as_str())
                && is_answerable(self.dataset, &Question::new(measure.clone(), by))
        });
        let named = |name: &String| (name.clone(), self.dataset.dimension_name(self.lang, name));
        let mut choices: Choices = names.iter().map(named).collect();
        if !needed {
            choices.insert(0, (String::new(), words::everyone(self.lang).to_owned()));
        }
        if choices.is_empty() {
            return None;
        }
        Some(self.choose("of", words::of(self.lang), choices, ""))
    }

    /// Where to, for shares; and one code of every other dimension, or all.
    fn choose_limits(&mut self, of: &str) {
        let lang = self.lang;
        let measure = measure_of(self.measured);
        if is_share(self.measured) && of != DESTINATION {
            let mut codes = codes_of(self.dataset, DESTINATION);
            if self.measured == Measured::RebasedDestinationShare {
                codes.retain(|code| code != "origin" && code != "unknown");
            }
            let label = |code: &String| code_label(self.dataset, DESTINATION, code, lang);
            let choices = codes.iter().map(|code| (code.clone(), label(code)));
            let choices = choices.collect();
            let to = self.choose("to", words::to(lang), choices, "");
            self.pooled.push((DESTINATION.to_owned(), vec![to]));
        }
        for name in dimensions_for(self.dataset, &columns_of(&measure)) {
            let codes = codes_of(self.dataset, &name);
            let is_said = name == of || name.starts_with(DESTINATION);
            if is_said || TIME.contains(&name.as_str()) || codes.len() > MOST_CODES {
                continue;
            }
            let by = Some(of).filter(|of| !of.is_empty());
            let first = codes.first().cloned();
            let limited = self.question(by).filtered(&name, first);
            if !is_answerable(self.dataset, &limited) {
                continue;
            }
            let all = (String::new(), words::all(lang).to_owned());
            let label = |code: &String| code_label(self.dataset, &name, code, lang);
            let choices = codes.iter().map(|code| (code.clone(), label(code)));
            let choices = std::iter::once(all).chain(choices).collect();
            let label = self.dataset.dimension_name(lang, &name);
            let code = self.choose(&format!("where-{name}"), &label, choices, "");
            if !code.is_empty() {
                self.pooled.push((name, vec![code]));
            }
        }
    }

    /// The year of the claim; none for all of them together.
    fn choose_year(&mut self) -> Option<String> {
        let last = self.years.last()?.clone();
        let all = (String::new(), words::all_years(self.lang).to_owned());
        let years = self.years.iter().rev();
        let years = years.map(|year| (year.clone(), year.clone()));
        let choices = years.chain([all]).collect();
        let year = self.choose("year", words::year(self.lang), choices, &last);
        Some(year).filter(|year| !year.is_empty())
    }

    fn changed(&mut self, up: bool) -> Option<Said> {
        let (_, firsts) = self.years.split_last()?;
        let same = |year: &String| (year.clone(), year.clone());
        let firsts: Choices = firsts.iter().map(same).collect();
        let from = self.choose("since", words::since(self.lang), firsts, "");
        let later = self.years.iter().rev().take_while(|year| **year != from);
        let later: Choices = later.map(same).collect();
        let to = self.choose("year", words::year(self.lang), later, "");
        (!from.is_empty() && !to.is_empty()).then_some(Said::Changed { up, from, to })
    }

    fn beyond(&mut self, above: bool) -> Option<Said> {
        let typed = asked_of(self.asked, "value").unwrap_or_default();
        let is_percent = measure_of(self.measured).is_ratio();
        let label = match is_percent {
            true => words::value_percent(self.lang),
            false => words::value(self.lang),
        };
        self.page.controls.push(Control {
            name: "value".to_owned(),
            label: label.to_owned(),
            value: typed.to_owned(),
            choices: Vec::new(),
        });
        let value = match typed.trim().is_empty() {
            true => Err(words::no_value(self.lang).to_owned()),
            false => typed::read(typed.trim().trim_end_matches('%'), self.lang),
        };
        let digits = typed.trim().trim_end_matches('%').trim_end();
        let digits = digits
            .rsplit_once([',', '.'])
            .map_or(0, |(_, digits)| digits.len());
        match value {
            Ok(value) => Some(Said::Beyond {
                above,
                value,
                decimals: digits.min(6),
            }),
            Err(reason) => {
                self.choose_year();
                self.page.notes.push(reason);
                None
            }
        }
    }

    /// A question of the measure within the limits of the claim.
    fn question<'a>(
        &self,
        by: impl IntoIterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>,
    ) -> Question {
        limited(self.measured, by, &self.pooled)
    }

    /// The codes of a dimension that have a number somewhere, in their order.
    fn present(&self, found: &Answer, dimension: &str) -> Vec<String> {
        let mut codes = codes_of(self.dataset, dimension);
        let known = |code: &String| {
            let mut rows = found.rows.iter();
            rows.any(|row| row.value.is_some() && row.key.first() == Some(code))
        };
        codes.retain(known);
        codes
    }

    /// The numbers behind a claim as one question; none where no table answers it.
    fn backing(&self, built: &Built) -> Option<Backing> {
        let key = |code: &String| vec![code.clone()];
        let (by, codes, mut keys) = match &built.said {
            Said::Above { of, one, other } => {
                let codes = vec![one.clone(), other.clone()];
                (of.as_str(), codes.clone(), codes.iter().map(key).collect())
            }
            Said::Changed { from, to, .. } => {
                let codes = vec![from.clone(), to.clone()];
                ("year", codes.clone(), codes.iter().map(key).collect())
            }
            Said::Tends { years, .. } => ("year", years.clone(), years.iter().map(key).collect()),
            Said::First { of, one, among, .. } => (of.as_str(), among.clone(), vec![key(one)]),
            Said::Beyond { .. } => ("", Vec::new(), vec![Vec::new()]),
        };
        let mut question = limited(
            built.measure,
            Some(by).filter(|by| !by.is_empty()),
            &built.of,
        );
        if !codes.is_empty() {
            question = question.filtered(by, codes);
        }
        question.exposure = built.exposure;
        let answer = answer(self.dataset, &question).ok()?;
        if let Said::First { one, most, .. } = &built.said {
            let others = answer
                .rows
                .iter()
                .filter(|row| row.key.first() != Some(one));
            let valued = others.filter_map(|row| Some((row.value?, &row.key)));
            let rival = match most {
                true => valued.max_by(|a, b| a.0.total_cmp(&b.0)),
                false => valued.min_by(|a, b| a.0.total_cmp(&b.0)),
            };
            keys.extend(rival.map(|(_, key)| key.clone()));
        }
        Some(Backing {
            question,
            answer,
            keys,
        })
    }

    /// Why numbers that are there cannot decide a claim.
    fn doubt(&self, built: &Built, backing: &Backing) -> Option<String> {
        let lang = self.lang;
        let Backing {
            question,
            answer,
            keys,
        } = backing;
        let makeup = Makeup::of(self.dataset, question, answer);
        if let Some(name) = makeup.differs(keys.iter().map(Vec::as_slice)) {
            return Some(words::unlike(lang, &places::all(lang, name)));
        }
        let is_time = question.by.iter().any(|by| by == "year");
        let table = self.dataset.table(&answer.table);
        if let (true, Some(table), Some(first), Some(last)) =
            (is_time, table, keys.first(), keys.last())
            && breaks::between(table, question, first, last).is_some()
        {
            return Some(words::broken(lang).to_owned());
        }
        if let Some(table) = table
            && keys
                .iter()
                .any(|key| breaks::is_over_break(table, question, key))
        {
            return Some(words::over_break(lang).to_owned());
        }
        let range = |place| backing.row(place).and_then(|row| row.rounding);
        let scale = if question.measure.is_ratio() {
            100.0
        } else {
            1.0
        };
        let overlap = match &built.said {
            Said::Beyond { value, .. } => {
                range(0).is_some_and(|(low, high)| (low * scale..=high * scale).contains(value))
            }
            Said::Tends { .. } => false,
            _ => range(0)
                .zip(range(1))
                .is_some_and(|(one, other)| one.0 <= other.1 && other.0 <= one.1),
        };
        overlap.then(|| words::rounded(lang).to_owned())
    }

    /// One reading of the claim, of which the numbers are these.
    fn read(&self, label: &str, built: &Built, backing: Option<&Backing>) -> Reading {
        let claim = built.claim();
        let mut findings = audit(self.dataset, std::slice::from_ref(&claim));
        let Some(mut finding) = findings.pop() else {
            return unread(label, String::new());
        };
        let doubt = backing.and_then(|backing| self.doubt(built, backing));
        let mut worded = claim.clone();
        if let ([part], Some(change)) = (finding.parts.as_mut_slice(), self.turned(built)) {
            // What the claim is of is said first, and years in their order.
            if change.swapped {
                std::mem::swap(&mut part.computed, &mut part.against);
            }
            if change.over_time {
                worded.relation = Relation::Increasing;
            }
        }
        let Finding {
            verdict,
            parts,
            numbers,
            ..
        } = &finding;
        let reason = match (verdict, doubt) {
            (Verdict::NotComputable(reason), _) => {
                report::reason(reason, Some(self.dataset), self.lang)
            }
            (_, Some(doubt)) => doubt,
            _ => String::new(),
        };
        let part = parts.first();
        let values = part.map(|part| [part.computed, part.against]);
        Reading {
            label: label.to_owned(),
            computed: report::computed(&worded, &finding, self.lang),
            numbers: numbers.clone(),
            values: values.into_iter().flatten().flatten().collect(),
            verdict: if reason.is_empty() {
                verdict.code()
            } else {
                OPEN
            },
            reason,
        }
    }

    /// How the numbers of a claim are to be turned to be read; not at all in most claims.
    fn turned(&self, built: &Built) -> Option<Turned> {
        let (swapped, over_time) = match &built.said {
            Said::Above { .. } => (!self.more, false),
            Said::Changed { up, .. } => (!up, true),
            _ => return None,
        };
        Some(Turned { swapped, over_time })
    }

    /// The verdict, how sure it is, and the other readings.
    fn judge(&mut self, built: &Built, backing: Option<&Backing>) {
        let lang = self.lang;
        let mut readings = vec![self.read(words::as_said(lang), built, backing)];
        for (label, other) in self.others(built, backing) {
            readings.push(self.read(&label, &other, self.backing(&other).as_ref()));
        }
        if readings[0].verdict != OPEN
            && let Some(backing) = backing
        {
            let small = |place| backing.row(place).is_some_and(Row::is_small);
            self.page.notes.extend(self.chance(built, backing));
            match (small(0), small(1)) {
                (true, true) => self.page.notes.push(words::both_small(lang).to_owned()),
                (false, false) => {}
                _ => self.page.notes.push(words::small(lang).to_owned()),
            }
        }
        self.page.readings = readings;
        let (holding, all) = self.page.tally();
        if self.page.readings.len() > 1 && all > 0 {
            let whole = |count: usize| number::integer(count as f64, lang);
            self.page.counted = words::holds_in(lang, &whole(holding), &whole(all));
        }
    }

    /// The claim read in other ways: of other years, over another base.
    fn others(&self, built: &Built, backing: Option<&Backing>) -> Vec<(String, Built)> {
        let lang = self.lang;
        let mut others: Vec<(String, Built)> = Vec::new();
        let of_years = |years: Option<&String>| {
            let mut of = built.of.clone();
            of.retain(|(name, _)| name != "year");
            of.extend(years.map(|year| ("year".to_owned(), vec![year.clone()])));
            Built {
                of,
                ..built.clone()
            }
        };
        let place = |year: &String| self.years.iter().position(|known| known == year);
        match &built.said {
            Said::Changed { up, from, to } => {
                if let (Some(first), Some(last)) = (place(from), place(to)) {
                    let ends = [
                        (first.checked_sub(1), Some(last)),
                        (Some(first + 1), Some(last)),
                        (Some(first), last.checked_sub(1)),
                        (Some(first), Some(last + 1)),
                    ];
                    for (first, last) in ends {
                        let year = |place: Option<usize>| self.years.get(place?);
                        if let (Some(from), Some(to)) = (year(first), year(last))
                            && first < last
                        {
                            let said = Said::Changed {
                                up: *up,
                                from: from.clone(),
                                to: to.clone(),
                            };
                            let label = words::between(lang, from, to);
                            others.push((
                                label,
                                Built {
                                    said,
                                    ..built.clone()
                                },
                            ));
                        }
                    }
                    let years = self.years[first..=last].to_vec();
                    if years.len() > 2 {
                        let said = Said::Tends { up: *up, years };
                        others.push((
                            words::slope(lang).to_owned(),
                            Built {
                                said,
                                ..built.clone()
                            },
                        ));
                    }
                }
            }
            _ => {
                let own = built.of.iter().find(|(name, _)| name == "year");
                let own = own.and_then(|(_, codes)| codes.first());
                let middle = own.and_then(place).unwrap_or(self.years.len());
                let mut near: Vec<usize> = (0..self.years.len()).collect();
                near.retain(|at| *at != middle);
                near.sort_by_key(|at| (at.abs_diff(middle), *at));
                near.truncate(OTHER_YEARS);
                near.sort_unstable();
                for year in near.into_iter().rev().map(|at| &self.years[at]) {
                    others.push((words::in_other(lang, year), of_years(Some(year))));
                }
                if own.is_some() && self.years.len() > 1 {
                    others.push((words::all_years(lang).to_owned(), of_years(None)));
                }
            }
        }
        match built.measure {
            Measured::Rate => others.extend(self.other_base(built, backing)),
            Measured::DestinationShare => {
                let of = |codes: &[String]| {
                    codes
                        .iter()
                        .any(|code| code == "origin" || code == "unknown")
                };
                let left_out = built
                    .of
                    .iter()
                    .any(|(name, codes)| name == DESTINATION && of(codes));
                if !left_out
                    && codes_of(self.dataset, DESTINATION)
                        .iter()
                        .any(|code| code == "unknown")
                {
                    let measure = Measured::RebasedDestinationShare;
                    others.push((
                        words::of_known(lang).to_owned(),
                        Built {
                            measure,
                            ..built.clone()
                        },
                    ));
                }
            }
            Measured::RebasedDestinationShare => {
                let measure = Measured::DestinationShare;
                others.push((
                    words::of_all(lang).to_owned(),
                    Built {
                        measure,
                        ..built.clone()
                    },
                ));
            }
            _ => {}
        }
        others
    }

    /// The same rate over the other denominator, where the data have both.
    fn other_base(&self, built: &Built, backing: Option<&Backing>) -> Option<(String, Built)> {
        let used = |backing: &Backing| {
            let mut notes = backing.answer.notes.iter();
            notes.find_map(|note| match note {
                Note::Denominator(used) => Some(*used),
                _ => None,
            })
        };
        let (other, label) = match used(backing?)? {
            Exposure::MidYear => (Exposure::PersonYears, words::person_years(self.lang)),
            Exposure::PersonYears => (Exposure::MidYear, words::mid_year(self.lang)),
        };
        let built = Built {
            exposure: Some(other),
            ..built.clone()
        };
        let is_used = used(&self.backing(&built)?) == Some(other);
        is_used.then(|| (label.to_owned(), built))
    }

    /// Whether chance could turn the verdict.
    fn chance(&self, built: &Built, backing: &Backing) -> Vec<String> {
        let lang = self.lang;
        let measure = &backing.question.measure;
        if !measure.is_ratio() {
            return Vec::new();
        }
        let decimals = if *measure == Measure::Rate { 3 } else { 1 };
        let level = number::percent(DEFAULT_LEVEL, 0, lang);
        let said = if let Said::Beyond {
            value,
            decimals: digits,
            ..
        } = &built.said
        {
            let method = IntervalMethod::default_for(measure);
            let found = backing
                .row(0)
                .map(|row| interval(row, method, DEFAULT_LEVEL));
            let Some(Ok(found)) = found else {
                return Vec::new();
            };
            let shown = |share: f64| {
                let digits = number::apart(share * 100.0, *value, decimals);
                number::percent(share, digits, lang)
            };
            let (lower, upper) = (shown(found.lower), shown(found.upper));
            let holds = (found.lower * 100.0..=found.upper * 100.0).contains(value);
            let value = number::percent(value / 100.0, *digits, lang);
            match holds {
                true => words::unclear_of(lang, &lower, &upper, &level, &value),
                false => words::clear_of(lang, &lower, &upper, &level, &value),
            }
        } else {
            let parts = |place| {
                let row = backing.row(place)?;
                row.numerator.zip(row.denominator)
            };
            let (Some((x1, t1)), Some((x2, t2))) = (parts(0), parts(1)) else {
                return Vec::new();
            };
            let found = match measure {
                Measure::Rate => {
                    rate_difference(x1, t1, x2, t2, DEFAULT_LEVEL).map(|found| found.score)
                }
                // Parts of one whole are not two groups.
                Measure::Share { of } if backing.question.by.contains(of) => return Vec::new(),
                _ => newcombe(x1, t1, x2, t2, DEFAULT_LEVEL).map(|found| found.interval),
            };
            let Ok(found) = found else {
                return Vec::new();
            };
            let shown =
                |share: f64| say::points(lang, &number::decimal(share * 100.0, decimals, lang));
            // The greater less the other one, whichever stands first.
            let (lower, upper) = match x1 / t1 >= x2 / t2 {
                true => (found.lower, found.upper),
                false => (-found.upper, -found.lower),
            };
            // The unit is said once, after the upper limit.
            let from = number::decimal(lower * 100.0, decimals, lang);
            match lower > 0.0 {
                true => words::clear(lang, &from, &shown(upper), &level),
                false => words::unclear(lang, &from, &shown(upper), &level),
            }
        };
        vec![said, words::chance(lang).to_owned()]
    }

    /// The claim as a sentence.
    fn sentence(&self, built: &Built, (of, one, other): (&str, &str, &str), more: bool) -> String {
        let lang = self.lang;
        let at = |code: &str| {
            let label = code_label(self.dataset, of, code, lang);
            overview::place(lang, of, code, &label)
        };
        let within = match one.is_empty() {
            true => String::new(),
            false => format!(" {}", at(one)),
        };
        let mut subject = self.subject();
        let year = built.of.iter().find(|(name, _)| name == "year");
        let when = match (year, self.years.is_empty()) {
            (Some((_, codes)), _) => words::in_year(lang, &codes.join(", ")),
            (None, false) => words::in_years(lang, &text::ranges(lang, &self.years)),
            (None, true) => String::new(),
        };
        let limits = built
            .of
            .iter()
            .filter(|(name, _)| name != of && name != DESTINATION && name != "year");
        let limits: Vec<String> = limits
            .flat_map(|(name, codes)| codes.iter().map(move |code| (name, code)))
            .map(|(name, code)| {
                let label = code_label(self.dataset, name, code, lang);
                match code.parse::<i32>() {
                    // A number says nothing alone.
                    Ok(_) => format!("{} {label}", self.dataset.dimension_within(lang, name)),
                    Err(_) => overview::within(name, &label),
                }
            })
            .collect();
        if !limits.is_empty() {
            subject += &words::limited(lang, &limits.join(", "));
        }
        match &built.said {
            Said::Above { .. } if more => {
                words::higher(lang, &subject, &at(one), &at(other), &when)
            }
            Said::Above { .. } => words::lower(lang, &subject, &at(one), &at(other), &when),
            Said::Beyond {
                value, decimals, ..
            } => {
                let value = describe::quantity(*value, *decimals, built.unit(), lang);
                match more {
                    true => words::above(lang, &subject, &within, &value, &when),
                    false => words::below(lang, &subject, &within, &value, &when),
                }
            }
            Said::Changed { from, to, .. } if more => {
                words::risen(lang, &subject, &within, from, to)
            }
            Said::Changed { from, to, .. } => words::fallen(lang, &subject, &within, from, to),
            Said::First { .. } | Said::Tends { .. } => {
                let among = places::all(lang, of);
                match more {
                    true => words::largest(lang, &subject, &at(one), &among, &when),
                    false => words::smallest(lang, &subject, &at(one), &among, &when),
                }
            }
        }
    }

    /// What is measured, at the beginning of a sentence.
    fn subject(&self) -> String {
        let lang = self.lang;
        if is_share(self.measured) {
            let to = self.pooled.iter().find(|(name, _)| name == DESTINATION);
            let mut subject = match to.and_then(|(_, codes)| codes.first()) {
                Some(code) => {
                    let label = code_label(self.dataset, DESTINATION, code, lang);
                    words::share_to(lang, &overview::place(lang, DESTINATION, code, &label))
                }
                None => words::subject(lang, "destination_share")
                    .unwrap_or_default()
                    .to_owned(),
            };
            if self.measured == Measured::RebasedDestinationShare {
                let without = text::case::small_first(words::of_known(lang));
                subject += &words::limited(lang, &without);
            }
            return subject;
        }
        let own = self
            .dataset
            .measure_names
            .iter()
            .any(|(name, _)| name == self.name);
        match words::subject(lang, self.name) {
            Some(words) if !own => words.to_owned(),
            _ => self.dataset.measure_name(lang, self.name),
        }
    }

    /// The numbers as a figure, headed by the claim.
    fn picture(
        &self,
        built: &Built,
        backing: Option<&Backing>,
        (of, one, other): (&str, &str, &str),
    ) -> Option<Spec> {
        let mut asked = built.of.clone();
        let year =
            |asked: &mut Vec<(String, Vec<String>)>| asked.retain(|(name, _)| name != "year");
        let by_year = self.years.len() > 1;
        let (by, filter, x, series): (Vec<&str>, Option<Vec<String>>, &str, Option<&str>) =
            match &built.said {
                // Of all years together there is a bar each.
                Said::Above { .. }
                    if by_year && built.of.iter().any(|(name, _)| name == "year") =>
                {
                    year(&mut asked);
                    let codes = vec![one.to_owned(), other.to_owned()];
                    (vec![of, "year"], Some(codes), "year", Some(of))
                }
                Said::Above { .. } => (
                    vec![of],
                    Some(vec![one.to_owned(), other.to_owned()]),
                    of,
                    None,
                ),
                Said::First { most, .. } => (vec![of], Some(top(backing, one, *most)), of, None),
                _ if by_year => {
                    year(&mut asked);
                    (vec!["year"], None, "year", None)
                }
                _ if of.is_empty() => return None,
                _ => (vec![of], None, of, None),
            };
        let mut question = limited(built.measure, by, &asked);
        if let Some(codes) = filter {
            question = question.filtered(of, codes);
        }
        if !is_answerable(self.dataset, &question) {
            return None;
        }
        let is_part = matches!(&question.measure, Measure::Share { of: whole } if Some(whole.as_str()) == series);
        let mut spec = Spec::of_question(question, x, series);
        if is_part {
            // Two parts of a whole are compared, not stacked.
            spec.panels[0].chart = Chart::Line;
        }
        let first = self.page.readings.first();
        let note = first.map_or(String::new(), |first| {
            let verdict = words::verdict(self.lang, first.verdict).unwrap_or_default();
            match first.computed.is_empty() {
                true => format!("{verdict}."),
                false => words::verdict_line(self.lang, verdict, &first.computed),
            }
        });
        // The years that the claim is of, among all that are shown.
        let years: Vec<String> = match &built.said {
            Said::Changed { from, to, .. } => vec![from.clone(), to.clone()],
            _ => built
                .of
                .iter()
                .filter(|(name, _)| name == "year")
                .flat_map(|(_, codes)| codes.clone())
                .collect(),
        };
        let focus = matches!(built.said, Said::First { .. }).then(|| one.to_owned());
        spec.id = "check".to_owned();
        spec.options = Options {
            title: self.page.claim.trim_end_matches('.').to_owned(),
            note,
            by_page: true,
            marks: years
                .into_iter()
                .map(|year| (year, String::new()))
                .collect(),
            focus: focus.into_iter().collect(),
            ..Options::default()
        };
        Some(spec)
    }
}

/// The first of a ranking, and the one that it is about.
fn top(backing: Option<&Backing>, one: &str, most: bool) -> Vec<String> {
    let Some(backing) = backing else {
        return Vec::new();
    };
    let rows = backing.answer.rows.iter();
    let mut rows: Vec<(&String, f64)> = rows
        .filter_map(|row| Some((row.key.first()?, row.value?)))
        .collect();
    kernels::stable_sort::sort_by(&mut rows, &|a, b| match most {
        true => b.1.total_cmp(&a.1),
        false => a.1.total_cmp(&b.1),
    });
    let mut codes: Vec<String> = rows.into_iter().map(|(code, _)| code.clone()).collect();
    let others = codes.iter().skip(MOST_BARS).any(|code| code == one);
    codes.truncate(MOST_BARS - usize::from(others));
    if others {
        codes.push(one.to_owned());
    }
    codes
}

fn unread(label: &str, reason: String) -> Reading {
    Reading {
        label: label.to_owned(),
        computed: String::new(),
        numbers: Vec::new(),
        values: Vec::new(),
        verdict: OPEN,
        reason,
    }
}

fn is_share(measured: Measured) -> bool {
    matches!(
        measured,
        Measured::DestinationShare | Measured::RebasedDestinationShare
    )
}

/// The measure that answers.
fn measure_of(measured: Measured) -> Measure {
    match measured {
        Measured::Count => Measure::Emigrations,
        Measured::Population => Measure::Population,
        Measured::PersonYears => Measure::PersonYears,
        Measured::ReturnShare => Measure::ReturnShare,
        Measured::Rate => Measure::Rate,
        _ => Measure::Share {
            of: DESTINATION.to_owned(),
        },
    }
}

/// A question of a measure within limits.
fn limited<'a>(
    measured: Measured,
    by: impl IntoIterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>,
    limits: &[(String, Vec<String>)],
) -> Question {
    let by = by.into_iter().map(AsRef::as_ref);
    let mut question = Question::new(measure_of(measured), by);
    if measured == Measured::RebasedDestinationShare {
        question = question.rebased(Rebase::to_known_new_country());
    }
    for (name, codes) in limits {
        question = question.filtered(name, codes.iter().cloned());
    }
    question
}

/// The years in which all of some codes have a number, in order.
fn years_of(series: &Answer, codes: &[&str]) -> Vec<String> {
    let mut years: Vec<(i32, String)> = Vec::new();
    let has = |year: &str, code: &str| {
        let mut rows = series.rows.iter();
        rows.any(|row| row.value.is_some() && row.key[0] == code && row.key[1] == year)
    };
    for row in series.rows.iter().filter(|row| row.value.is_some()) {
        let Some(year) = row.key.last() else { continue };
        let Ok(order) = year.parse() else { continue };
        let known = years.iter().any(|(known, _)| *known == order);
        if !known && codes.iter().all(|code| has(year, code)) {
            years.push((order, year.clone()));
        }
    }
    years.sort_unstable();
    years.into_iter().map(|(_, year)| year).collect()
}
