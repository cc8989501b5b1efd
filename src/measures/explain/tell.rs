//! Formula, substitution and inputs of each method.

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::share::ShareMethod;
use crate::text::{Lang, explain as words, number};

use super::computation::{Computation, Named, Pair, Weighted, Whole, is_outside};
use super::describe::{Context, Unit, digits};
use super::explanation::Given;
use super::formula::Formula;

/// More terms than this are shortened in a substitution.
const MOST_TERMS: usize = 4;

/// What is told of a method.
pub(super) struct Told {
    pub(super) inputs: Vec<Given>,
    pub(super) formula: Formula,
    /// The substitution without its result.
    pub(super) substitution: Formula,
    pub(super) limits: Formula,
    pub(super) unit: Unit,
}

/// Letters, numbers and words in one language.
pub(super) struct Teller<'a> {
    pub(super) context: &'a Context,
    pub(super) lang: Lang,
}

fn s(name: &str) -> Formula {
    Formula::symbol(name)
}

fn w(words: &str) -> Formula {
    Formula::text(words)
}

fn one() -> Formula {
    Formula::number("1")
}

fn two() -> Formula {
    Formula::number("2")
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
                limits: Formula::Lines(Vec::new()),
                unit: Unit::Count,
            },
            Computation::Remainder { whole, part } => Told {
                inputs: vec![
                    self.given("n", "", *whole, &self.context.exposure),
                    self.given("k", "", *part, &self.context.events),
                ],
                formula: w(&self.context.exposure).minus(w(&self.context.events)),
                substitution: self.n(*whole).minus(self.n(*part)),
                limits: Formula::Lines(Vec::new()),
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
                    limits: Formula::Lines(Vec::new()),
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
                limits: Formula::Lines(Vec::new()),
                unit: Unit::Share,
            },
            Computation::Rate { of, method, .. } => Told {
                inputs: self.pair(["x", "T"], "", *of).to_vec(),
                formula: w(words::rate(lang))
                    .equals(w(&self.context.events).over(w(&self.context.exposure))),
                substitution: self.n(of.0).over(self.n(of.1)),
                limits: rate_limits(*method),
                unit: Unit::Rate,
            },
            Computation::Share { of, method, .. } => Told {
                inputs: self.pair(["k", "n"], "", *of).to_vec(),
                formula: w(words::share(lang))
                    .equals(w(&self.context.events).over(w(&self.context.exposure))),
                substitution: self.n(of.0).over(self.n(of.1)),
                limits: match method {
                    ShareMethod::Wilson => wilson(s("z")),
                    ShareMethod::ClopperPearson => Formula::Lines(vec![
                        s("L").equals(Formula::Function(
                            "B⁻¹".to_owned(),
                            vec![s("α").over(two()), s("k"), s("n").minus(s("k")).plus(one())],
                        )),
                        s("U").equals(one().minus(Formula::Function(
                            "B⁻¹".to_owned(),
                            vec![s("α").over(two()), s("n").minus(s("k")), s("k").plus(one())],
                        ))),
                    ]),
                },
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
                    limits: Formula::Lines(vec![
                        wilson(s("z")),
                        s("z").equals(Formula::function(
                            "Φ⁻¹",
                            one().minus(s("α").over(two().times(s("m")))),
                        )),
                        s("m").equals(self.n(counts.len() as f64)),
                    ]),
                    unit: Unit::Share,
                }
            }
            Computation::RateRatio {
                first,
                second,
                method,
                ..
            } => Told {
                inputs: self.sides_given(["x", "T"], *first, *second),
                formula: w(words::rate_ratio(lang))
                    .equals(s("x₁").over(s("T₁")).over(s("x₂").over(s("T₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .over(self.n(second.0).over(self.n(second.1))),
                limits: ratio_limits(*method),
                unit: Unit::Ratio,
            },
            Computation::RateDifference {
                first,
                second,
                method,
                ..
            } => Told {
                inputs: self.sides_given(["x", "T"], *first, *second),
                formula: w(words::difference(lang))
                    .equals(s("x₁").over(s("T₁")).minus(s("x₂").over(s("T₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .minus(self.n(second.0).over(self.n(second.1))),
                limits: Formula::Lines(vec![
                    mover("r"),
                    match method {
                        DifferenceMethod::Score => rate_limits(RateMethod::Score),
                        DifferenceMethod::Garwood => rate_limits(RateMethod::Garwood),
                    },
                ]),
                unit: Unit::RatePoints,
            },
            Computation::ShareDifference { first, second, .. } => Told {
                inputs: self.sides_given(["k", "n"], *first, *second),
                formula: w(words::difference(lang))
                    .equals(s("k₁").over(s("n₁")).minus(s("k₂").over(s("n₂")))),
                substitution: self
                    .n(first.0)
                    .over(self.n(first.1))
                    .minus(self.n(second.0).over(self.n(second.1))),
                limits: Formula::Lines(vec![mover("p"), wilson(s("z"))]),
                unit: Unit::SharePoints,
            },
            Computation::Heterogeneity { groups, shares } => self.heterogeneity(groups, *shares),
            Computation::Direct {
                strata, interval, ..
            } => self.direct(strata, *interval),
            Computation::Indirect {
                observed, strata, ..
            } => {
                let lists = [
                    ("T", self.context.exposure.as_str()),
                    ("X", words::standard_events(lang)),
                    ("S", words::standard_exposure(lang)),
                ];
                let mut inputs =
                    vec![self.given("O", words::observed(lang), *observed, &self.context.events)];
                inputs.extend(self.strata(strata, lists));
                let expected = strata
                    .iter()
                    .filter(|(t, ..)| *t > 0.0)
                    .map(|(t, x, of)| self.n(*t).times(self.n(*x).over(self.n(*of))))
                    .collect();
                Told {
                    inputs,
                    formula: Formula::Lines(vec![
                        w(words::ratio(lang)).equals(s("O").over(s("E"))),
                        s("E").equals(s("Tᵢ").times(s("Xᵢ").over(s("Sᵢ"))).total()),
                    ]),
                    substitution: self.n(*observed).over(self.terms(expected)),
                    limits: Formula::Lines(vec![
                        s("L").equals(gamma("α", "O").over(s("E"))),
                        s("U").equals(gamma("1 − α", "O + 1").over(s("E"))),
                    ]),
                    unit: Unit::Ratio,
                }
            }
            Computation::Kitagawa { first, second } => {
                let effect = |of: String| Formula::Text(of);
                let by_composition = || effect(self.context.composition(0, false, lang));
                let by_rates = || w(words::rates_effect(lang));
                Told {
                    inputs: self.populations(first, second),
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
                    limits: Formula::Lines(Vec::new()),
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
                    inputs: self.populations(first, second),
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
                    limits: Formula::Lines(Vec::new()),
                    unit: Unit::RatePoints,
                }
            }
            Computation::Cumulative { bands, method, .. } => self.cumulative(bands, *method),
            Computation::Moves { bands } => {
                let cumulative = self.cumulative(bands, ChanceMethod::LogDelta);
                let sum = self.terms(self.over_ages(bands));
                self.simply(cumulative.inputs, rates_over_ages(), sum, Unit::Plain)
            }
            Computation::Dispersion { years } => {
                let (mut inputs, mut squares) = (Vec::new(), Vec::new());
                for (year, x, fitted) in years {
                    let label = format!("{year}");
                    inputs.push(self.given("x", &label, *x, &self.context.events));
                    inputs.push(Given {
                        text: digits(*fitted, 12, lang),
                        ..self.given("μ", &label, *fitted, words::on_curve(lang))
                    });
                    let square = self.n(*x).minus(self.c(*fitted)).to_the(two());
                    squares.push(square.over(self.c(*fitted)));
                }
                let square = s("xᵢ").minus(s("μᵢ")).to_the(two());
                let formula = square.over(s("μᵢ")).total().over(s("n").minus(two()));
                let over = self.n(years.len() as f64).minus(two());
                let numbers = self.terms(squares).over(over);
                self.simply(inputs, s("φ").equals(formula), numbers, Unit::Plain)
            }
            Computation::Trend { years, .. } => {
                let mut inputs = Vec::new();
                for (year, x, t) in years {
                    let label = format!("{year}");
                    inputs.extend(self.pair(["x", "T"], &label, (*x, *t)));
                }
                let wide = value("dispersion") > 1.0;
                let spread = if wide {
                    Formula::Product(vec![s("t"), s("se"), Formula::Root(Box::new(s("φ")))])
                } else {
                    s("z").times(s("se"))
                };
                Told {
                    inputs,
                    formula: Formula::Lines(vec![
                        Formula::function("ln", s("μ")).equals(Formula::Sum(vec![
                            s("A"),
                            s("b").times(w(year_word(lang))),
                            Formula::function("ln", s("T")),
                        ])),
                        w(words::change(lang))
                            .equals(Formula::function("exp", s("b")).minus(one())),
                    ]),
                    substitution: Formula::function("exp", self.c(value("slope"))).minus(one()),
                    limits: Formula::function(
                        "exp",
                        Formula::PlusMinus(Box::new(s("b")), Box::new(spread)),
                    )
                    .minus(one()),
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
                limits: Formula::Lines(vec![
                    s("L").equals(Formula::Function(
                        "Wilson_L".to_owned(),
                        vec![s("k"), s("m").plus(s("u"))],
                    )),
                    s("U").equals(Formula::Function(
                        "Wilson_U".to_owned(),
                        vec![s("k").plus(s("u")), s("m").plus(s("u"))],
                    )),
                ]),
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
                    limits: Formula::Lines(Vec::new()),
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
                    limits: rate_limits(RateMethod::Garwood),
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
                    limits: s("c").minus(
                        Formula::function("F", s("c"))
                            .minus(s("q"))
                            .over(Formula::function("f", s("c"))),
                    ),
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
            limits: wilson(s("z")),
            unit: Unit::Share,
        }
    }

    fn heterogeneity(&self, groups: &[Pair], shares: bool) -> Told {
        let symbols = if shares { ["k", "n"] } else { ["x", "T"] };
        let mut inputs = Vec::new();
        for (index, of) in groups.iter().enumerate() {
            inputs.extend(self.pair(symbols, &self.group(index), *of));
        }
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
            inputs,
            formula: Formula::Lines(vec![
                s("G²").equals(two().times(statistic.total())),
                s("e")
                    .equals(s(symbols[1]).times(s(symbols[0]).total().over(s(symbols[1]).total()))),
            ]),
            substitution,
            limits: Formula::Lines(Vec::new()),
            unit: Unit::Plain,
        }
    }

    fn direct(&self, strata: &[Weighted], interval: DirectInterval) -> Told {
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
        let limits = match interval {
            DirectInterval::FayFeuer => Formula::Lines(vec![
                s("L").equals(s("v").over(s("R")).times(gamma("α", "R²/v"))),
                s("U").equals(
                    s("v")
                        .plus(s("m²"))
                        .over(s("R").plus(s("m")))
                        .times(gamma("1 − α", "(R + m)²/(v + m²)")),
                ),
                s("w").equals(s("W").over(s("W").total().times(s("T")))),
                s("v").equals(s("w²").times(s("x")).total()),
                s("m").equals(Formula::function("max", s("w"))),
            ]),
            DirectInterval::DobsonByar => Formula::Lines(vec![
                s("R").plus(
                    Formula::Root(Box::new(s("v").over(s("O"))))
                        .times(Formula::function("Byar", s("O")).minus(s("O"))),
                ),
                s("v").equals(s("w²").times(s("x")).total()),
                s("O").equals(s("x").total()),
            ]),
        };
        Told {
            inputs: self.strata(strata, lists),
            formula: w(words::standardised_rate(lang)).equals(
                s("Wᵢ")
                    .times(s("xᵢ").over(s("Tᵢ")))
                    .total()
                    .over(s("Wᵢ").total()),
            ),
            substitution: self.terms(terms).over(self.terms(weights)),
            limits,
            unit: Unit::Rate,
        }
    }

    fn cumulative(&self, bands: &[Weighted], method: ChanceMethod) -> Told {
        let lang = self.lang;
        let lists = [
            ("x", self.context.events.as_str()),
            ("T", self.context.exposure.as_str()),
            ("n", words::width(lang)),
        ];
        let terms = self.over_ages(bands);
        let chance = |of: Formula| one().minus(Formula::function("exp", of.negative()));
        Told {
            inputs: self.strata(bands, lists),
            formula: Formula::Lines(vec![
                w(words::chance(lang)).equals(chance(s("S"))),
                s("S").equals(rates_over_ages()),
            ]),
            substitution: chance(self.terms(terms)),
            limits: match method {
                ChanceMethod::LogDelta => Formula::Lines(vec![
                    chance(s("S").times(Formula::function("exp", s("± z · SE / S")))),
                    s("SE").equals(Formula::Root(Box::new(
                        s("nᵢ²").times(s("xᵢ").over(s("Tᵢ²"))).total(),
                    ))),
                ]),
                ChanceMethod::Gamma => Formula::Lines(vec![
                    chance(s("S_L")),
                    s("S_L").equals(s("v").over(s("S")).times(gamma("α", "S²/v"))),
                    s("S_U").equals(
                        s("v")
                            .plus(s("m²"))
                            .over(s("S").plus(s("m")))
                            .times(gamma("1 − α", "(S + m)²/(v + m²)")),
                    ),
                ]),
            },
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
            limits: Formula::Lines(Vec::new()),
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

    /// Three numbers a stratum.
    fn strata(&self, strata: &[Weighted], lists: [(&str, &str); 3]) -> Vec<Given> {
        let mut all = Vec::new();
        for (index, row) in strata.iter().enumerate() {
            let label = self.group(index);
            for ((symbol, unit), value) in lists.iter().zip([row.0, row.1, row.2]) {
                all.push(self.given(symbol, &label, value, unit));
            }
        }
        all
    }

    /// Two numbers a stratum of both populations; the groups are the strata, and the last two
    /// names are those of the populations.
    fn populations(&self, first: &[Pair], second: &[Pair]) -> Vec<Given> {
        let mut all = Vec::new();
        for (index, (one, two)) in first.iter().zip(second).enumerate() {
            let label = self.group(index);
            all.extend(self.pair(["x₁", "T₁"], &label, *one));
            all.extend(self.pair(["x₂", "T₂"], &label, *two));
        }
        all
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

fn year_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb | Lang::Nn => "år",
        Lang::En => "year",
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

/// A gamma quantile.
fn gamma(tail: &str, shape: &str) -> Formula {
    let tail = match tail {
        "α" => s("α").over(two()),
        _ => one().minus(s("α").over(two())),
    };
    Formula::Function("G⁻¹".to_owned(), vec![tail, s(shape)])
}

fn rate_limits(method: RateMethod) -> Formula {
    match method {
        RateMethod::Garwood => Formula::Lines(vec![
            s("L").equals(gamma("α", "x").over(s("T"))),
            s("U").equals(gamma("1 − α", "x + 1").over(s("T"))),
        ]),
        RateMethod::MidP => Formula::Lines(vec![
            s("P(X > x | L·T) + P(X = x | L·T)/2").equals(s("α").over(two())),
            s("P(X < x | U·T) + P(X = x | U·T)/2").equals(s("α").over(two())),
        ]),
        RateMethod::Byar => {
            let cube = |x: &str, upper: bool| {
                let spread = s("z").over(Formula::number("3").times(Formula::Root(Box::new(s(x)))));
                let centre = one().minus(one().over(Formula::number("9").times(s(x))));
                let inner = if upper {
                    centre.plus(spread)
                } else {
                    centre.minus(spread)
                };
                s(x).times(inner.to_the(Formula::number("3")))
            };
            Formula::Lines(vec![
                s("L").equals(cube("x", false).over(s("T"))),
                s("U").equals(cube("y", true).over(s("T"))),
                s("y").equals(s("x").plus(one())),
            ])
        }
        RateMethod::Score => {
            let half = s("z²").over(two());
            let spread = s("z").times(Formula::Root(Box::new(
                s("x").plus(s("z²").over(Formula::number("4"))),
            )));
            Formula::PlusMinus(Box::new(s("x").plus(half)), Box::new(spread)).over(s("T"))
        }
    }
}

/// Wilson's limits.
fn wilson(z: Formula) -> Formula {
    let square = || s("z²");
    let inner = s("p")
        .times(one().minus(s("p")))
        .over(s("n"))
        .plus(square().over(Formula::number("4").times(s("n²"))));
    Formula::PlusMinus(
        Box::new(s("p").plus(square().over(two().times(s("n"))))),
        Box::new(z.times(Formula::Root(Box::new(inner)))),
    )
    .over(one().plus(square().over(s("n"))))
}

fn ratio_limits(method: RatioMethod) -> Formula {
    let scale = || s("T₂").over(s("T₁"));
    let odds = |p: &str| s(p).over(one().minus(s(p))).times(scale());
    match method {
        RatioMethod::Exact | RatioMethod::MidP => Formula::Lines(vec![
            s("L").equals(odds("p_L")),
            s("U").equals(odds("p_U")),
            s("X₁ | x₁ + x₂ ~ Bin(x₁ + x₂, p)"),
        ]),
        RatioMethod::Wald => w("RR").times(Formula::function(
            "exp",
            s("± z").times(Formula::Root(Box::new(
                one().over(s("x₁")).plus(one().over(s("x₂"))),
            ))),
        )),
    }
}

/// The interval of a difference from two intervals.
fn mover(letter: &str) -> Formula {
    let l = |index: &str| s(&format!("{letter}{index}"));
    let square = |of: Formula| of.to_the(two());
    let difference = || s("d");
    Formula::Lines(vec![
        s("L").equals(difference().minus(Formula::Root(Box::new(
            square(l("₁").minus(s("l₁"))).plus(square(s("u₂").minus(l("₂")))),
        )))),
        s("U").equals(difference().plus(Formula::Root(Box::new(
            square(s("u₁").minus(l("₁"))).plus(square(l("₂").minus(s("l₂")))),
        )))),
    ])
}
