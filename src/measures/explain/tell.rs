//! Formula, substitution and inputs of each method.

use crate::text::{Lang, explain as words, number};

use super::computation::{Computation, Named, Pair, Weighted, Whole, is_outside};
use super::describe::{Context, Unit, digits};
use super::explanation::{Given, GivenTable};
use super::formula::{Formula, one, s, two, w};

/// More terms than this are shortened in a substitution.
const MOST_TERMS: usize = 4;

/// What is told of a method.
pub(super) struct Told {
    /// Numbers that went in singly.
    pub(super) inputs: Vec<Given>,
    /// Numbers that went in by rows.
    pub(super) table: Option<GivenTable>,
    pub(super) formula: Formula,
    /// The substitution without its result.
    pub(super) substitution: Formula,
    pub(super) unit: Unit,
}

/// Letters, numbers and words in one language.
pub(super) struct Teller<'a> {
    pub(super) context: &'a Context,
    pub(super) lang: Lang,
}

impl Teller<'_> {
    fn n(&self, value: f64) -> Formula {
        Formula::number(digits(value, 15, self.lang))
    }

    /// A number that was computed, with as many digits as code prints.
    fn c(&self, value: f64) -> Formula {
        Formula::number(digits(value, 12, self.lang))
    }

    fn given(&self, symbol: &str, label: &str, value: f64, unit: &str) -> Given {
        Given {
            symbol: symbol.to_owned(),
            label: label.to_owned(),
            value,
            text: digits(value, 15, self.lang),
            unit: unit.to_owned(),
        }
    }

    fn group(&self, index: usize) -> String {
        let unnamed = || words::numbered(self.lang, index + 1);
        self.context
            .groups
            .get(index)
            .cloned()
            .unwrap_or_else(unnamed)
    }

    /// Names of the two sides of a comparison.
    fn sides(&self) -> [String; 2] {
        let lang = self.lang;
        let unnamed = [words::first_group(lang), words::second_group(lang)];
        [0, 1].map(|side: usize| {
            let named = self.context.groups.get(side).cloned();
            named.unwrap_or_else(|| unnamed[side].to_owned())
        })
    }

    fn pair(&self, symbols: [&str; 2], label: &str, of: Pair) -> [Given; 2] {
        let units = [&self.context.events, &self.context.exposure];
        [
            self.given(symbols[0], label, of.0, units[0]),
            self.given(symbols[1], label, of.1, units[1]),
        ]
    }

    fn sides_given(&self, letters: [&str; 2], first: Pair, second: Pair) -> Vec<Given> {
        let names = self.sides();
        let symbols = |index: &str| letters.map(|letter| format!("{letter}{index}"));
        let (one, two) = (symbols("₁"), symbols("₂"));
        let mut all = self.pair([&one[0], &one[1]], &names[0], first).to_vec();
        all.extend(self.pair([&two[0], &two[1]], &names[1], second));
        all
    }

    /// A long sum with its middle left out.
    fn terms(&self, terms: Vec<Formula>) -> Formula {
        if terms.len() <= MOST_TERMS {
            return Formula::Sum(terms);
        }
        let last = terms.last().cloned();
        let mut shown: Vec<Formula> = terms.into_iter().take(MOST_TERMS - 2).collect();
        shown.push(w("…"));
        shown.extend(last);
        Formula::Sum(shown)
    }

    pub(super) fn tell(&self, computation: &Computation, values: &[Named]) -> Told {
        let lang = self.lang;
        let value = |name: &str| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map_or(0.0, |(_, value)| *value)
        };
        match computation {
            Computation::Count { value } => Told {
                inputs: vec![self.given("", "", *value, &self.context.events)],
                formula: w(&self.context.events),
                substitution: self.n(*value),
                table: None,
                unit: Unit::Count,
            },
            Computation::Remainder { whole, part } => Told {
                inputs: vec![
                    self.given("n", "", *whole, &self.context.exposure),
                    self.given("k", "", *part, &self.context.events),
                ],
                formula: w(&self.context.exposure).minus(w(&self.context.events)),
                substitution: self.n(*whole).minus(self.n(*part)),
                table: None,
                unit: Unit::Count,
            },
            Computation::Quotient { first, second } => {
                let [one, two] = self.sides();
                Told {
                    inputs: vec![
                        self.given("x₁", &one, *first, &self.context.events),
                        self.given("x₂", &two, *second, &self.context.events),
                    ],
                    formula: w(words::ratio(lang)).equals(s("x₁").over(s("x₂"))),
                    substitution: self.n(*first).over(self.n(*second)),
                    table: None,
                    unit: Unit::Times,
                }
            }
            Computation::Sum { terms } => {
                let (mut inputs, mut sum) = (Vec::new(), Vec::new());
                for (index, term) in terms.iter().enumerate() {
                    let label = self.group(index);
                    inputs.push(self.given("x", &label, *term, &self.context.events));
                    sum.push(self.n(*term));
                }
                self.simply(inputs, s("xᵢ").total(), self.terms(sum), Unit::Count)
            }
            Computation::Product { first, second } => {
                let [one, two] = self.sides();
                let inputs = vec![
                    self.given("n", &one, *first, ""),
                    self.given("q", &two, *second, ""),
                ];
                let numbers = self.n(*first).times(self.n(*second));
                self.simply(inputs, s("n").times(s("q")), numbers, Unit::Times)
            }
            Computation::Tally { pairs, percent } => {
                let mut cases = Vec::new();
                for (one, two) in pairs {
                    let [first, second] = self.apart([*one, *two], *percent);
                    let sign = if one > two { " > " } else { " ≤ " };
                    cases.push((*one, one > two, first + sign + &second));
                }
                self.counted(cases, "[xᵢ > yᵢ]")
            }
            Computation::Outside { cases, percent } => {
                let mut told = Vec::new();
                for case in cases {
                    let (value, lower, upper) = *case;
                    let beside = if value < lower { lower } else { upper };
                    let [number, _] = self.apart([value, beside], *percent);
                    let [lower, _] = self.apart([lower, value], *percent);
                    let [upper, _] = self.apart([upper, value], *percent);
                    let is_outside = is_outside(case);
                    let place = match is_outside {
                        true => words::outside_of(lang),
                        false => words::within(lang),
                    };
                    let between = words::from_to(lang, &lower, Some(&upper));
                    told.push((value, is_outside, [&number, place, &between].join(" ")));
                }
                self.counted(told, "[xᵢ < Lᵢ ∨ xᵢ > Uᵢ]")
            }
            Computation::Highest { places, percent } => {
                let highest = value("highest");
                let mut inputs = Vec::new();
                for (place, number) in places {
                    let [text, _] = self.apart([*number, highest], *percent);
                    inputs.push(Given {
                        text,
                        ..self.given(&digits(*place, 15, lang), "", *number, "")
                    });
                }
                let top = Formula::function("arg max", self.n(highest));
                let formula = Formula::function("arg max", s("yᵢ"));
                self.simply(inputs, formula, top, Unit::Count)
            }
            Computation::Printed { value, .. } => Told {
                inputs: vec![self.given("", "", *value, &self.context.events)],
                formula: w(&self.context.events),
                substitution: self.n(*value),
                table: None,
                unit: Unit::Share,
            },
            Computation::Rate { of, .. } => Told {
                inputs: self.pair(["x", "T"], "", *of).to_vec(),
                formula: w(words::rate(lang))
                    .equals(w(&self.context.events).over(w(&self.context.exposure))),
                substitution: self.n(of.0).over(self.n(of.1)),
                table: None,
                unit: Unit::Rate,
            },
            Computation::Share { of, .. } => Told {
                inputs: self.pair(["k", "n"], "", *of).to_vec(),
                formula: w(words::share(lang))
                    .equals(w(&self.context.events).over(w(&self.context.exposure))),
                substitution: self.n(of.0).over(self.n(of.1)),
                table: None,
                unit: Unit::Share,
            },
            Computation::JointShare { counts, place, .. } => {
                let k = counts.get(*place).copied().unwrap_or(0.0);
                let inputs = counts
                    .iter()
                    .enumerate()
                    .map(|(index, count)| {
                        let symbol = if index == *place { "k" } else { "" };
                        self.given(symbol, &self.group(index), *count, &self.context.events)
                    })
                    .collect();
                Told {
                    inputs,
                    formula: w(words::share(lang)).equals(s("k").over(s("n"))),
                    substitution: self.n(k).over(self.n(counts.iter().sum())),
                    table: None,
                    unit: Unit::Share,
                }
            }
            Computation::RateRatio { first, second, .. } => Told {
                inputs: self.sides_given(["x", "T"], *first, *second),
                formula: w(words::rate_ratio(lang))
                    .equals(s("x₁").over(s("T₁")).over(s("x₂").over(s("T₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .over(self.n(second.0).over(self.n(second.1))),
                table: None,
                unit: Unit::Ratio,
            },
            Computation::RateDifference { first, second, .. } => Told {
                inputs: self.sides_given(["x", "T"], *first, *second),
                formula: w(words::difference(lang))
                    .equals(s("d"))
                    .equals(s("x₁").over(s("T₁")).minus(s("x₂").over(s("T₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .minus(self.n(second.0).over(self.n(second.1))),
                table: None,
                unit: Unit::RatePoints,
            },
            Computation::ShareDifference { first, second, .. } => Told {
                inputs: self.sides_given(["k", "n"], *first, *second),
                formula: w(words::difference(lang))
                    .equals(s("d"))
                    .equals(s("k₁").over(s("n₁")).minus(s("k₂").over(s("n₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .minus(self.n(second.0).over(self.n(second.1))),
                table: None,
                unit: Unit::SharePoints,
            },
            Computation::Heterogeneity { groups, shares } => self.heterogeneity(groups, *shares),
            Computation::Direct { strata, .. } => self.direct(strata),
            Computation::Indirect {
                observed, strata, ..
            } => {
                let lists = [
                    ("T", self.context.exposure.as_str()),
                    ("X", words::standard_events(lang)),
                    ("S", words::standard_exposure(lang)),
                ];
                let observed_given =
                    self.given("O", words::observed(lang), *observed, &self.context.events);
                let expected = strata
                    .iter()
                    .filter(|(t, ..)| *t > 0.0)
                    .map(|(t, x, of)| self.n(*t).times(self.n(*x).over(self.n(*of))))
                    .collect();
                Told {
                    inputs: vec![observed_given],
                    formula: Formula::Lines(vec![
                        w(words::ratio(lang)).equals(s("O").over(s("E"))),
                        s("E").equals(s("Tᵢ").times(s("Xᵢ").over(s("Sᵢ"))).total()),
                    ]),
                    substitution: self.n(*observed).over(self.terms(expected)),
                    table: self.strata(strata, lists),
                    unit: Unit::Ratio,
                }
            }
            Computation::Kitagawa { first, second } => {
                let effect = |of: String| Formula::Text(of);
                let by_composition = || effect(self.context.composition(0, false, lang));
                let by_rates = || w(words::rates_effect(lang));
                Told {
                    inputs: Vec::new(),
                    formula: Formula::Lines(vec![
                        w(words::difference(lang))
                            .equals(Formula::Sum(vec![by_composition(), by_rates()])),
                        by_composition().equals(mean(&["r"]).times(s("w₁").minus(s("w₂"))).total()),
                        by_rates().equals(mean(&["w"]).times(s("r₁").minus(s("r₂"))).total()),
                        s("r").equals(s("x").over(s("T"))),
                        s("w").equals(s("T").over(s("T").total())),
                    ]),
                    substitution: Formula::Sum(vec![
                        self.c(value("composition")),
                        self.c(value("rates")),
                    ]),
                    table: self.populations(first, second),
                    unit: Unit::RatePoints,
                }
            }
            Computation::Cross { first, second, .. } => {
                let by = |place| Formula::Text(self.context.composition(place, true, lang));
                let by_rates = || w(words::rates_effect(lang));
                let change = |letter: &str, others: [&str; 2]| {
                    Formula::Product(vec![
                        mean(&others[..1]),
                        mean(&others[1..]),
                        s(&format!("{letter}₁")).minus(s(&format!("{letter}₂"))),
                    ])
                    .total()
                };
                Told {
                    inputs: Vec::new(),
                    formula: Formula::Lines(vec![
                        w(words::difference(lang)).equals(Formula::Sum(vec![
                            by(0),
                            by(1),
                            by_rates(),
                        ])),
                        by(0).equals(change("A", ["r", "B"])),
                        by(1).equals(change("B", ["r", "A"])),
                        by_rates().equals(mean(&["A", "B"]).times(s("r₁").minus(s("r₂"))).total()),
                        s("A").equals(cell_share("T•ⱼ", "Tᵢ•")),
                        s("B").equals(cell_share("Tᵢ•", "T•ⱼ")),
                        s("r").equals(s("xᵢⱼ").over(s("Tᵢⱼ"))),
                    ]),
                    substitution: Formula::Sum(vec![
                        self.c(value("rows")),
                        self.c(value("columns")),
                        self.c(value("rates")),
                    ]),
                    table: self.populations(first, second),
                    unit: Unit::RatePoints,
                }
            }
            Computation::Cumulative { bands, .. } => self.cumulative(bands),
            Computation::Moves { bands } => {
                let cumulative = self.cumulative(bands);
                let sum = self.terms(self.over_ages(bands));
                Told {
                    table: cumulative.table,
                    ..self.simply(Vec::new(), rates_over_ages(), sum, Unit::Plain)
                }
            }
            Computation::Dispersion { years } => {
                let (mut rows, mut squares) = (Vec::new(), Vec::new());
                for (year, x, fitted) in years {
                    rows.push((year.to_string(), vec![*x, *fitted]));
                    let square = self.n(*x).minus(self.c(*fitted)).to_the(two());
                    squares.push(square.over(self.c(*fitted)));
                }
                let columns = [
                    ("x", self.context.events.clone()),
                    ("μ", words::on_curve(lang).to_owned()),
                ];
                let square = s("xᵢ").minus(s("μᵢ")).to_the(two());
                let formula = square.over(s("μᵢ")).total().over(s("n").minus(two()));
                let over = self.n(years.len() as f64).minus(two());
                let numbers = self.terms(squares).over(over);
                Told {
                    table: self.table(&columns, rows),
                    ..self.simply(Vec::new(), s("φ").equals(formula), numbers, Unit::Plain)
                }
            }
            Computation::Trend { years, .. } => {
                let hundred = || Formula::number("100");
                let change =
                    |slope: Formula| hundred().times(Formula::function("exp", slope).minus(one()));
                let rows = years
                    .iter()
                    .map(|(year, x, t)| (year.to_string(), vec![*x, *t]));
                Told {
                    inputs: Vec::new(),
                    formula: Formula::Lines(vec![
                        w(words::change(lang)).equals(change(s("b"))),
                        Formula::function("ln", s("μᵢ")).equals(Formula::Sum(vec![
                            s("A"),
                            s("b").times(s("tᵢ")),
                            Formula::function("ln", s("Tᵢ")),
                        ])),
                    ]),
                    substitution: change(self.c(value("slope"))),
                    table: self.table(&self.events_and_exposure(["x", "T"]), rows.collect()),
                    unit: Unit::Change,
                }
            }
            Computation::Bounds {
                target,
                known,
                unknown,
                assumption,
                ..
            } => Told {
                inputs: vec![
                    self.given("k", "", *target, &self.context.events),
                    self.given("m", words::known(lang), *known, words::events(lang)),
                    self.given("u", words::unknown(lang), *unknown, words::events(lang)),
                    self.given("q", words::assumed_share(lang), *assumption, ""),
                ],
                formula: w(words::share(lang))
                    .equals(s("k").plus(s("q").times(s("u"))).over(s("m").plus(s("u")))),
                substitution: self
                    .n(*target)
                    .plus(self.n(*assumption).times(self.n(*unknown)))
                    .over(self.n(*known).plus(self.n(*unknown))),
                table: None,
                unit: Unit::Share,
            },
            Computation::SuppressedCount { known, cells, each } => {
                let end = |letter: &str| s("x").plus(s("c").times(s(letter)));
                Told {
                    inputs: self.suppressed("x", *known, "c", *cells, *each),
                    formula: Formula::Lines(vec![
                        w(words::lowest_count(lang)).equals(end("a")),
                        w(words::highest_count(lang)).equals(end("b")),
                    ]),
                    substitution: Formula::Lines(vec![
                        self.with_cells(*known, *cells, each.0),
                        self.with_cells(*known, *cells, each.1),
                    ]),
                    table: None,
                    unit: Unit::Count,
                }
            }
            Computation::SuppressedRate {
                known,
                cells,
                each,
                exposure,
                ..
            } => {
                let mut inputs = self.suppressed("x", *known, "c", *cells, *each);
                inputs.push(self.given("T", "", *exposure, &self.context.exposure));
                let end = |letter: &str| s("x").plus(s("c").times(s(letter))).over(s("T"));
                let put_in = |each| {
                    self.with_cells(*known, *cells, each)
                        .over(self.n(*exposure))
                };
                Told {
                    inputs,
                    formula: Formula::Lines(vec![
                        w(words::lowest(lang)).equals(end("a")),
                        w(words::highest(lang)).equals(end("b")),
                    ]),
                    substitution: Formula::Lines(vec![put_in(each.0), put_in(each.1)]),
                    table: None,
                    unit: Unit::Rate,
                }
            }
            Computation::SuppressedShare {
                known,
                cells,
                each,
                of,
                ..
            } => self.suppressed_share((*known, *cells), *each, of),
            Computation::Funnel {
                of, target, shares, ..
            } => {
                let symbols = if *shares { ["k", "n"] } else { ["x", "T"] };
                let mut inputs = self.pair(symbols, &self.sides()[0], *of).to_vec();
                inputs.extend(self.pair(
                    if *shares { ["K", "N"] } else { ["X", "S"] },
                    words::all_groups(lang),
                    *target,
                ));
                let word = if *shares {
                    words::share(lang)
                } else {
                    words::rate(lang)
                };
                Told {
                    inputs,
                    formula: w(word).equals(s(symbols[0]).over(s(symbols[1]))),
                    substitution: self.n(of.0).over(self.n(of.1)),
                    table: None,
                    unit: if *shares { Unit::Share } else { Unit::Rate },
                }
            }
        }
    }

    /// A sum with suppressed cells, each of one value.
    fn with_cells(&self, known: f64, cells: f64, each: f64) -> Formula {
        self.n(known).plus(self.n(cells).times(self.n(each)))
    }

    /// What is known of a sum with suppressed cells.
    fn suppressed(
        &self,
        sum: &str,
        known: f64,
        count: &str,
        cells: f64,
        each: (f64, f64),
    ) -> Vec<Given> {
        let lang = self.lang;
        vec![
            self.given(
                sum,
                &self.context.events,
                known,
                words::in_known_cells(lang),
            ),
            self.given(
                count,
                &self.context.events,
                cells,
                words::suppressed_cells(lang),
            ),
            self.given("a", words::least_each(lang), each.0, ""),
            self.given("b", words::most_each(lang), each.1, ""),
        ]
    }

    fn suppressed_share(&self, part: Pair, each: (f64, f64), of: &Whole) -> Told {
        let lang = self.lang;
        let mut inputs = self.suppressed("k", part.0, "c", part.1, each);
        let end = |letter: &str| s("k").plus(s("c").times(s(letter)));
        let part_at = |each| self.with_cells(part.0, part.1, each);
        let (lowest, highest, put_in) = match of {
            Whole::Known(n) => {
                inputs.push(self.given("n", "", *n, &self.context.exposure));
                (
                    end("a").over(s("n")),
                    end("b").over(s("n")),
                    [each.0, each.1].map(|each| part_at(each).over(self.n(*n))),
                )
            }
            Whole::WithRest { known, cells } => {
                let rest = words::the_rest(lang);
                inputs.push(self.given("r", rest, *known, words::in_known_cells(lang)));
                inputs.push(self.given("d", rest, *cells, words::suppressed_cells(lang)));
                let rest = |letter: &str| s("r").plus(s("d").times(s(letter)));
                let whole = |own, other| {
                    let rest = self.with_cells(*known, *cells, other);
                    part_at(own).over(part_at(own).plus(rest))
                };
                (
                    end("a").over(end("a").plus(rest("b"))),
                    end("b").over(end("b").plus(rest("a"))),
                    [whole(each.0, each.1), whole(each.1, each.0)],
                )
            }
        };
        Told {
            inputs,
            formula: Formula::Lines(vec![
                w(words::lowest_share(lang)).equals(lowest),
                w(words::highest_share(lang)).equals(highest),
            ]),
            substitution: Formula::Lines(put_in.to_vec()),
            table: None,
            unit: Unit::Share,
        }
    }

    fn heterogeneity(&self, groups: &[Pair], shares: bool) -> Told {
        let symbols = if shares { ["k", "n"] } else { ["x", "T"] };
        let rows = groups.iter().enumerate();
        let rows = rows.map(|(index, of)| (self.group(index), vec![of.0, of.1]));
        let (x, t) = groups
            .iter()
            .fold((0.0, 0.0), |(x, t), group| (x + group.0, t + group.1));
        let term = |x: &str, e: &str| s(x).times(Formula::function("ln", s(x).over(s(e))));
        let statistic = if shares {
            let rest = s("n").minus(s("k")).times(Formula::function(
                "ln",
                s("n").minus(s("k")).over(s("n").minus(s("e"))),
            ));
            term("k", "e").plus(rest)
        } else {
            term("x", "e")
        };
        let terms = groups
            .iter()
            .filter(|group| group.0 > 0.0 && group.1 > 0.0)
            .map(|(observed, size)| {
                let expected = x * (size / t);
                self.n(*observed).times(Formula::function(
                    "ln",
                    self.n(*observed)
                        .over(Formula::number(digits(expected, 8, self.lang))),
                ))
            })
            .collect();
        let mut substitution = two().times(self.terms(terms));
        if shares {
            // The terms of those who are not in k follow the same pattern.
            substitution =
                two().times(Formula::Sum(vec![substitution_inner(substitution), w("…")]));
        }
        Told {
            inputs: Vec::new(),
            formula: Formula::Lines(vec![
                s("G²").equals(two().times(statistic.total())),
                s("e")
                    .equals(s(symbols[1]).times(s(symbols[0]).total().over(s(symbols[1]).total()))),
            ]),
            substitution,
            table: self.table(&self.events_and_exposure(symbols), rows.collect()),
            unit: Unit::Plain,
        }
    }

    fn direct(&self, strata: &[Weighted]) -> Told {
        let lang = self.lang;
        let lists = [
            ("x", self.context.events.as_str()),
            ("T", self.context.exposure.as_str()),
            ("W", words::standard_exposure(lang)),
        ];
        let used = || strata.iter().filter(|(.., weight)| *weight > 0.0);
        let terms = used()
            .map(|(x, t, weight)| self.n(*weight).times(self.n(*x).over(self.n(*t))))
            .collect();
        let weights = used().map(|(.., weight)| self.n(*weight)).collect();
        Told {
            inputs: Vec::new(),
            formula: w(words::standardised_rate(lang)).equals(s("R")).equals(
                s("Wᵢ")
                    .times(s("xᵢ").over(s("Tᵢ")))
                    .total()
                    .over(s("Wᵢ").total()),
            ),
            substitution: self.terms(terms).over(self.terms(weights)),
            table: self.strata(strata, lists),
            unit: Unit::Rate,
        }
    }

    fn cumulative(&self, bands: &[Weighted]) -> Told {
        let lang = self.lang;
        let lists = [
            ("x", self.context.events.as_str()),
            ("T", self.context.exposure.as_str()),
            ("n", words::width(lang)),
        ];
        let terms = self.over_ages(bands);
        let chance = |of: Formula| one().minus(Formula::function("exp", of.negative()));
        Told {
            inputs: Vec::new(),
            formula: Formula::Lines(vec![
                w(words::chance(lang)).equals(chance(s("S"))),
                s("S").equals(rates_over_ages()),
            ]),
            substitution: chance(self.terms(terms)),
            table: self.strata(bands, lists),
            unit: Unit::Chance,
        }
    }

    /// The rates of the ages, each as often as its band has years.
    fn over_ages(&self, bands: &[Weighted]) -> Vec<Formula> {
        let mut terms = Vec::new();
        for (x, t, n) in bands {
            terms.push(self.n(*n).times(self.n(*x).over(self.n(*t))));
        }
        terms
    }

    /// Two numbers with as many digits as it takes to see that they differ.
    fn apart(&self, numbers: [f64; 2], percent: bool) -> [String; 2] {
        let lang = self.lang;
        let [one, two] = numbers;
        let mut decimals = match percent {
            true => number::decimals_for(one.abs().max(two.abs()) * 100.0, 3),
            false => usize::from(libm::trunc(one) != one || libm::trunc(two) != two),
        };
        let most = decimals + 7;
        loop {
            let shown = |value: f64| match percent {
                true => number::percent(value, decimals, lang),
                false => number::decimal(value, decimals, lang),
            };
            let texts = [shown(one), shown(two)];
            if texts[0] != texts[1] || one == two || decimals == most {
                return texts;
            }
            decimals += 1;
        }
    }

    /// What has no limits.
    fn simply(
        &self,
        inputs: Vec<Given>,
        formula: Formula,
        substitution: Formula,
        unit: Unit,
    ) -> Told {
        Told {
            inputs,
            formula,
            substitution,
            table: None,
            unit,
        }
    }

    /// A count of the cases in which something holds; each case has its number, whether it counts,
    /// and how that is read.
    fn counted(&self, cases: Vec<(f64, bool, String)>, rule: &str) -> Told {
        let (mut inputs, mut ones) = (Vec::new(), Vec::new());
        for (index, (value, holds, text)) in cases.into_iter().enumerate() {
            ones.push(Formula::number(if holds { "1" } else { "0" }));
            inputs.push(Given {
                text,
                ..self.given("", &self.group(index), value, "")
            });
        }
        self.simply(inputs, s(rule).total(), self.terms(ones), Unit::Count)
    }

    /// Letters and words of events and exposure.
    fn events_and_exposure<'b>(&'b self, symbols: [&'b str; 2]) -> [(&'b str, String); 2] {
        [
            (symbols[0], self.context.events.clone()),
            (symbols[1], self.context.exposure.clone()),
        ]
    }

    /// Numbers by rows: the letter and the meaning of each column, and the rows with their names.
    fn table(
        &self,
        columns: &[(&str, String)],
        rows: Vec<(String, Vec<f64>)>,
    ) -> Option<GivenTable> {
        let head = |(symbol, label): &(&str, String)| ((*symbol).to_owned(), label.clone());
        Some(GivenTable {
            stub: self.context.stub.clone(),
            columns: columns.iter().map(head).collect(),
            rows,
        })
    }

    /// Three numbers a stratum.
    fn strata(&self, strata: &[Weighted], lists: [(&str, &str); 3]) -> Option<GivenTable> {
        let columns = lists.map(|(symbol, label)| (symbol, label.to_owned()));
        let rows = strata.iter().enumerate();
        let rows = rows.map(|(index, row)| (self.group(index), vec![row.0, row.1, row.2]));
        self.table(&columns, rows.collect())
    }

    /// Two numbers a stratum of both populations; the groups are the strata.
    fn populations(&self, first: &[Pair], second: &[Pair]) -> Option<GivenTable> {
        let of = |label: &str, side: usize| match self.context.sides.get(side) {
            Some(name) => format!("{label}, {name}"),
            None => label.to_owned(),
        };
        let mut columns = Vec::new();
        for (side, symbols) in [["x₁", "T₁"], ["x₂", "T₂"]].into_iter().enumerate() {
            let [events, exposure] = self.events_and_exposure(symbols);
            columns.push((events.0, of(&events.1, side)));
            columns.push((exposure.0, of(&exposure.1, side)));
        }
        let rows = first.iter().zip(second).enumerate();
        let rows =
            rows.map(|(index, (one, two))| (self.group(index), vec![one.0, one.1, two.0, two.1]));
        self.table(&columns, rows.collect())
    }
}

/// The sum inside "2 · (...)".
/// Width times rate, over all ages.
fn rates_over_ages() -> Formula {
    s("nᵢ").times(s("xᵢ").over(s("Tᵢ"))).total()
}

fn substitution_inner(formula: Formula) -> Formula {
    match formula {
        Formula::Product(mut factors) => factors.pop().unwrap_or(Formula::Sum(Vec::new())),
        other => other,
    }
}

/// The mean over both populations of a product of letters.
fn mean(letters: &[&str]) -> Formula {
    let of = |index: &str| {
        let factor = |letter: &&str| s(&format!("{letter}{index}"));
        match letters {
            [only] => factor(only),
            _ => Formula::Product(letters.iter().map(factor).collect()),
        }
    };
    of("₁").plus(of("₂")).over(two())
}

/// The root of the cell's share within a margin times the other margin's share of the whole.
fn cell_share(within: &str, margin: &str) -> Formula {
    Formula::Root(Box::new(
        s("Tᵢⱼ").over(s(within)).times(s(margin).over(s("T••"))),
    ))
}
