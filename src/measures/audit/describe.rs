//! A claim in plain words: built from what is measured, where, and what is said about it.

use crate::data::Dataset;
use crate::text::claims as say;
use crate::text::{Lang, number};

use super::claim::{
    Base, Claim, Codes, Kind, Measured, Over, Place, Printed, Relation, Scope, Side, Tolerance,
    Unit,
};
use super::names::{Goal, Names};

/// The claim as a sentence. Labels come from the data set where it has them.
pub fn sentence(claim: &Claim, dataset: Option<&Dataset>, lang: Lang) -> String {
    let words = Sentence {
        names: Names { dataset, lang },
        lang,
        claim,
    };
    say::sentence(&words.build())
}

/// Where in the report the claim is made.
pub fn place(place: Place, lang: Lang) -> String {
    match place {
        Place::Figure(number) => say::figure(lang, &number.to_string()),
        Place::Text => say::running_text(lang).to_owned(),
        Place::Appendix => say::appendix(lang).to_owned(),
    }
}

/// What was printed: a number with its word, or the order that was stated.
pub fn printed(claim: &Claim, lang: Lang) -> String {
    let value = |value: f64| quantity(value, claim.decimals, claim.unit, lang);
    let fixed = |words: &str| words.to_owned();
    match (&claim.value, claim.relation) {
        (Printed::Pair(one, other), _) => disagreeing(claim, one, other, lang),
        (Printed::Number(_) | Printed::Ranges(_), _) => amount(claim, lang),
        (_, Relation::DefinedAs) => fixed(say::definition(lang)),
        (_, Relation::GreaterThan) => fixed(say::higher(lang)),
        (_, Relation::GreaterOrEqual) => fixed(say::at_least_as_high(lang)),
        (_, Relation::NotGreaterThan) => fixed(say::not_higher(lang)),
        (_, Relation::SimilarTo) => match claim.tolerance {
            Tolerance::Absolute(tolerance) => {
                say::at_most(lang, &difference(claim, tolerance, lang))
            }
            Tolerance::Relative(part) => value(part),
        },
        (_, Relation::RanksFirst) => fixed(say::highest(lang)),
        (_, Relation::RanksLast) => fixed(say::lowest(lang)),
        (_, Relation::AmongLargestSingleAreas) => fixed(say::among_four(lang)),
        (_, Relation::Increasing) => fixed(say::rising(lang)),
        (_, Relation::Decreasing) => fixed(say::falling(lang)),
        (_, Relation::StableOrDecreasing) => fixed(say::not_rising(lang)),
        (_, Relation::TrendSameAs) => fixed(say::same_direction(lang)),
        (_, Relation::MostlyFrom) => fixed(say::mostly(lang)),
        _ => fixed(say::few(lang)),
    }
}

/// Two printed values or words.
fn disagreeing(claim: &Claim, one: &str, other: &str, lang: Lang) -> String {
    let shown = |text: &str| {
        let (below, digits) = match text.strip_prefix('<') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let value: f64 = digits.parse().ok()?;
        let decimals = digits.split_once('.').map_or(0, |(_, digits)| digits.len());
        let shown = quantity(value, decimals, claim.unit, lang);
        Some(if below {
            say::below(lang, &shown)
        } else {
            shown
        })
    };
    match (shown(one), shown(other)) {
        (Some(one), Some(other)) => say::pair(lang, &one, &other),
        _ => say::two_wordings(lang).to_owned(),
    }
}

/// A printed number or bounds with the word that goes with it.
fn amount(claim: &Claim, lang: Lang) -> String {
    let shown = |value: f64| quantity(value, claim.decimals, claim.unit, lang);
    match &claim.value {
        Printed::Number(number) => {
            let number = shown(*number);
            match claim.relation {
                Relation::Approx => say::about(lang, &number),
                Relation::Gt => say::above(lang, &number),
                Relation::Lt => say::below(lang, &number),
                Relation::Ge => say::at_least(lang, &number),
                Relation::Le | Relation::SumLe => say::at_most(lang, &number),
                _ => number,
            }
        }
        Printed::Ranges(ranges) if claim.measure == Measured::PeriodBounds => {
            let periods: Vec<String> = ranges
                .iter()
                .map(|(from, to)| format!("{from}–{to}"))
                .collect();
            say::list(lang, &periods, say::and(lang))
        }
        Printed::Ranges(ranges) => ranges.first().map_or_else(String::new, |(from, to)| {
            // The unit is said once, after the upper bound.
            let from = match claim.unit {
                Unit::AgeYears => number::integer(*from, lang),
                _ => shown(*from),
            };
            say::between(lang, &from, &shown(*to))
        }),
        _ => String::new(),
    }
}

/// A number in a unit.
pub fn quantity(value: f64, decimals: usize, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Percent => number::percent(value / 100.0, decimals, lang),
        Unit::PercentagePoints => say::points(lang, &number::decimal(value, decimals, lang)),
        Unit::AgeYears => say::years_old(lang, &number::decimal(value, decimals, lang)),
        // A calendar year never has a sign between thousands.
        Unit::Year => format!("{value:.0}"),
        _ => number::decimal(value, decimals, lang),
    }
}

/// The largest difference that still counts as similar.
fn difference(claim: &Claim, tolerance: f64, lang: Lang) -> String {
    let decimals = usize::from(tolerance < 1.0);
    match claim.unit {
        Unit::Ratio => number::percent(tolerance, 0, lang),
        unit => quantity(tolerance, decimals, unit, lang),
    }
}

struct Sentence<'a> {
    names: Names<'a>,
    lang: Lang,
    claim: &'a Claim,
}

/// Dimensions in which two sides may differ and still have a topic in common.
const NOT_PEOPLE: [&str; 4] = ["education", "destination", "destination_kind", "year"];

impl Sentence<'_> {
    fn build(&self) -> String {
        if self.claim.kind == Kind::Inconsistency {
            return self.inconsistency();
        }
        if let Some(statement) = self.definition().or_else(|| self.inventory()) {
            return statement;
        }
        match self.claim.relation {
            Relation::RanksFirst | Relation::RanksLast | Relation::AmongLargestSingleAreas => {
                self.rank()
            }
            Relation::Increasing | Relation::Decreasing | Relation::StableOrDecreasing => {
                self.trend()
            }
            Relation::SumEq | Relation::SumLe => self.sum(),
            Relation::SimilarTo if self.claim.selection.right.is_none() => self.alike(),
            _ => match &self.claim.selection.right {
                Some(right) => self.comparison(right),
                None => self.value(),
            },
        }
    }

    fn left(&self) -> &Side {
        &self.claim.selection.left
    }

    fn amount(&self) -> String {
        amount(self.claim, self.lang)
    }

    /// `statement` about the people of the first side, or about the bound origins within them.
    fn about(&self, without: &[&str], statement: &str) -> String {
        let left = self.left();
        let has_people = ["group", "origin", "education"]
            .iter()
            .any(|dimension| left.term(dimension).is_some() && !without.contains(dimension));
        let bound = self
            .claim
            .selection
            .bound
            .as_ref()
            .filter(|_| !self.bound_on_one_side());
        let topic = match (has_people, bound) {
            (false, _) => return statement.to_owned(),
            (true, None) => self.names.topic(left, without),
            (true, Some(bound)) => format!(
                "{} {}",
                self.names.people(left, without),
                self.names.where_bound(bound)
            ),
        };
        say::said_of(self.lang, &topic, &say::capital(statement))
    }

    /// Whether one side names an origin itself, so that the bound set belongs to the other.
    fn bound_on_one_side(&self) -> bool {
        let selection = &self.claim.selection;
        selection.bound.as_ref().is_some_and(|bound| {
            selection
                .sides()
                .any(|side| side.term(&bound.dimension).is_some())
        })
    }

    fn goal(&self, side: &Side) -> Option<Goal> {
        let sides: Vec<&Side> = self.claim.selection.sides().collect();
        side.term("destination")
            .or_else(|| side.term("destination_kind"))
            .map(|term| self.names.goal(&sides, term))
    }

    /// The destination after a noun: "to ...", "with an unknown destination".
    fn towards(&self, side: &Side) -> Option<String> {
        let lang = self.lang;
        self.goal(side).map(|goal| {
            let to = say::to(lang, &goal.place);
            match (goal.place.is_empty(), goal.unknown) {
                (true, _) => say::with_unknown(lang),
                (false, false) => to,
                (false, true) => format!("{to} {} {}", say::or(lang), say::with_unknown(lang)),
            }
        })
    }

    /// The measure as a noun with its destination.
    fn noun_of(&self, measured: Measured, side: &Side) -> String {
        let lang = self.lang;
        let towards = self.towards(side);
        let counted = |noun: &str| match &towards {
            Some(towards) => format!("{noun} {towards}"),
            None => noun.to_owned(),
        };
        let towards = towards.clone().unwrap_or_default();
        match measured {
            Measured::Count => counted(say::emigrations(lang)),
            Measured::MeanAnnualCount => counted(say::mean_emigrations(lang)),
            Measured::Population => say::residents(lang).to_owned(),
            Measured::MeanPopulation => say::mean_residents(lang).to_owned(),
            Measured::PersonYears => say::person_years(lang).to_owned(),
            Measured::Persons => say::persons(lang).to_owned(),
            Measured::SampleEmigrations => say::sample_emigrations(lang).to_owned(),
            Measured::Rate => say::rate(lang).to_owned(),
            Measured::DestinationShare | Measured::DestinationKindShare => {
                say::share_to(lang, &towards)
            }
            Measured::RebasedDestinationShare => say::rebased_share_to(lang, &towards),
            Measured::PeakAge => say::peak_age(lang).to_owned(),
            Measured::EmigrationsPerPerson => say::per_person(lang).to_owned(),
            Measured::EducationRateRatio => say::rate_ratio(lang).to_owned(),
            Measured::ReturnedCount => say::returned(lang).to_owned(),
            _ => say::returned_share(lang).to_owned(),
        }
    }

    fn noun(&self, side: &Side) -> String {
        self.noun_of(self.claim.measure, side)
    }

    /// The noun with its years.
    fn noun_when(&self, side: &Side) -> String {
        let (noun, when) = (self.noun(side), self.names.when(side));
        if when.is_empty() {
            noun
        } else {
            format!("{noun} {when}")
        }
    }

    /// "of the emigrations in 2000–2023": what a share is taken of.
    fn base(&self, side: &Side) -> String {
        let when = self.names.when(side);
        match self.claim.measure {
            Measured::RebasedDestinationShare => say::of_new_countries(self.lang, &when),
            _ => say::of_emigrations(self.lang, &when),
        }
    }

    /// "of those who emigrated in 2000–2019".
    fn people_base(&self, side: &Side, with_goal: bool) -> String {
        let when = self.names.when(side);
        match self.goal(side).filter(|_| with_goal) {
            None => say::of_people(self.lang, &when),
            Some(goal) if goal.place.is_empty() => say::of_people_unknown(self.lang, &when),
            Some(goal) => say::of_people_to(self.lang, &goal.place, &when),
        }
    }

    fn is_share_of_destinations(&self) -> bool {
        matches!(
            self.claim.measure,
            Measured::DestinationShare
                | Measured::RebasedDestinationShare
                | Measured::DestinationKindShare
        )
    }

    /// One side and a printed value.
    fn value(&self) -> String {
        let (lang, left, amount) = (self.lang, self.left(), self.amount());
        let when = self.names.when(left);
        let statement = match self.claim.measure {
            _ if self.claim.relation == Relation::MostlyFrom => {
                let place = match &self.claim.value {
                    Printed::Words(code) => self.names.origin(code),
                    _ => String::new(),
                };
                say::mostly_from(lang, &place, &when)
            }
            _ if self.claim.relation == Relation::Few => {
                let place = self.goal(left).map(|goal| goal.place).unwrap_or_default();
                say::few_went(lang, &when, &place)
            }
            _ if self.is_share_of_destinations() => match self.goal(left) {
                Some(goal) => self.value_of_destination(&goal, &amount),
                None => say::was(lang, &self.noun_when(left), &amount),
            },
            Measured::ReturnShare | Measured::ReturnedCount => {
                say::value_back(lang, &self.people_base(left, true), &amount)
            }
            Measured::GroupShareOfEmigrations => say::accounted_for(lang, &amount, &when),
            Measured::OriginShareOfEmigrations => {
                let roots = left
                    .term("origin")
                    .map(|origin| self.names.roots(&origin.codes))
                    .unwrap_or_default();
                let statement = say::origin_accounted_for(lang, &roots, &amount, &when);
                return self.about(&["origin"], &statement);
            }
            Measured::MissingEducationShare => say::lack_education(lang, &amount),
            Measured::GrowthFactor => match (&left.growth, left.measure) {
                (Some((from, to)), Some(measured)) => say::grew_by_factor(
                    lang,
                    &self.noun_of(measured, left),
                    &self.names.years(to),
                    &amount,
                    &self.names.years(from),
                ),
                _ => String::new(),
            },
            _ => say::was(lang, &self.noun_when(left), &amount),
        };
        self.about(&[], &statement)
    }

    fn value_of_destination(&self, goal: &Goal, amount: &str) -> String {
        let (lang, base) = (self.lang, self.base(self.left()));
        match (goal.place.is_empty(), goal.unknown) {
            (true, _) => say::value_unknown(lang, &base, amount),
            (false, false) => say::value_went(lang, &base, amount, &goal.place),
            (false, true) => say::value_went_or_unknown(lang, &base, amount, &goal.place),
        }
    }

    /// Two sides.
    fn comparison(&self, right: &Side) -> String {
        let (lang, left) = (self.lang, self.left());
        match self.claim.measure {
            Measured::GrowthFactor => return self.growths(right),
            Measured::SpreadOverOrigins => return self.spreads(right),
            _ => {}
        }
        if let Some(bound) = self
            .claim
            .selection
            .bound
            .as_ref()
            .filter(|_| self.bound_on_one_side())
        {
            let (one, place) = (self.names.people(left, &[]), self.names.where_bound(bound));
            return match self.goal(left) {
                Some(goal) => say::larger_share_went_than_where(
                    lang,
                    &self.base(left),
                    &goal.place,
                    &one,
                    &place,
                ),
                None => say::was_higher_than_where(lang, &self.noun_when(left), &one, &place),
            };
        }
        let differing = self.differing(right);
        if differing
            .iter()
            .all(|dimension| NOT_PEOPLE.contains(dimension))
        {
            let statement = self.comparison_within(right, &differing);
            return self.about(&differing, &statement);
        }
        let one = self.names.people(left, &[]);
        let other = self.other_people(right);
        self.between_people(right, &one, &other)
    }

    /// The second side; its group is not named again.
    fn other_people(&self, right: &Side) -> String {
        let same_group = self.left().term("group") == right.term("group");
        if !same_group {
            return self.names.people(right, &[]);
        }
        match right.term("origin") {
            Some(_) => self.names.people(right, &["group"]),
            None => self.names.people(right, &[]) + say::overall(self.lang),
        }
    }

    /// Dimensions in which the sides differ.
    fn differing(&self, right: &Side) -> Vec<&'static str> {
        const ALL: [&str; 6] = [
            "group",
            "origin",
            "education",
            "destination",
            "destination_kind",
            "year",
        ];
        ALL.into_iter()
            .filter(|dimension| self.left().term(dimension) != right.term(dimension))
            .collect()
    }

    /// Two sides of the same people: by education, destination or time.
    fn comparison_within(&self, right: &Side, differing: &[&str]) -> String {
        let (lang, left) = (self.lang, self.left());
        if differing == ["year"] {
            let (when, then) = (self.names.when(left), self.names.when(right));
            return say::was_not_higher_than_then(lang, &self.noun(left), &when, &then);
        }
        let by_destination = differing.iter().any(|name| name.starts_with("destination"));
        if let (true, Some(one), Some(other)) = (by_destination, self.goal(left), self.goal(right))
        {
            if self.claim.measure != Measured::ReturnShare {
                return say::more_went(lang, &self.base(left), &one.place, &other.place);
            }
            let those = |goal: &Goal| {
                if goal.place.is_empty() {
                    say::those_unknown(lang)
                } else {
                    say::those_to(lang, &goal.place)
                }
            };
            let base = self.people_base(left, false);
            return say::larger_share_back(lang, &base, &those(&one), &those(&other));
        }
        let those = |side: &Side| {
            let education = side.term("education").map(|term| &term.codes);
            let phrase = education.map(|codes| self.names.education(codes));
            say::those_with(lang, &phrase.unwrap_or_default())
        };
        self.between_people(right, &those(left), &those(right))
    }

    /// Two kinds of people.
    fn between_people(&self, right: &Side, one: &str, other: &str) -> String {
        let (lang, left) = (self.lang, self.left());
        let not = self.claim.relation == Relation::NotGreaterThan;
        match (self.claim.measure, self.claim.relation) {
            (_, Relation::SimilarTo) => {
                let Tolerance::Absolute(tolerance) = self.claim.tolerance else {
                    return String::new();
                };
                let tolerance = difference(self.claim, tolerance, lang);
                say::differed_by_at_most(lang, one, other, &tolerance, &self.noun_when(left))
            }
            (_, Relation::TrendSameAs) => {
                let (first, last) = self.names.first_and_last(right);
                let course = say::from_to(lang, &first, &last);
                say::moved_alike(lang, &self.noun(left), one, other, &course)
            }
            (Measured::ReturnShare, _) => {
                let base = self.people_base(left, true);
                if not {
                    say::no_larger_share_back(lang, &base, one, other)
                } else {
                    say::larger_share_back(lang, &base, one, other)
                }
            }
            (Measured::ReturnedCount, _) => {
                say::more_back(lang, &self.people_base(left, true), one, other)
            }
            (Measured::OriginComposition, _) => {
                let roots = left
                    .term("origin")
                    .map(|origin| self.names.roots(&origin.codes))
                    .unwrap_or_default();
                let people = |side: &Side| self.names.people(side, &["origin"]);
                let when = self.names.when(left);
                say::origin_made_up_more(lang, &roots, &when, &people(left), &people(right))
            }
            _ if self.is_share_of_destinations() => {
                let base = self.base(left);
                match self.goal(left) {
                    Some(goal) if goal.place.is_empty() => {
                        say::larger_share_unknown(lang, &base, one, other)
                    }
                    Some(goal) => say::larger_share_went(lang, &base, &goal.place, one, other),
                    None => String::new(),
                }
            }
            _ if not => say::was_not_higher(lang, &self.noun_when(left), one, other),
            _ => say::was_higher(lang, &self.noun_when(left), one, other),
        }
    }

    fn growths(&self, right: &Side) -> String {
        let left = self.left();
        let (Some((from, to)), Some((other_from, other_to))) = (&left.growth, &right.growth) else {
            return String::new();
        };
        let (Some(one), Some(other)) = (left.measure, right.measure) else {
            return String::new();
        };
        let statement = say::grew_at_least_as_much(
            self.lang,
            &self.noun_of(one, left),
            &self.names.years(from),
            &self.names.years(to),
            &self.noun_of(other, right),
            &self.names.years(other_from),
            &self.names.years(other_to),
        );
        self.about(&[], &statement)
    }

    fn spreads(&self, right: &Side) -> String {
        let left = self.left();
        let noun = |side: &Side| {
            side.measure
                .map(|measured| self.noun_of(measured, side))
                .unwrap_or_default()
        };
        let when = self.names.when(left);
        let statement = say::spread_was_larger(self.lang, &when, &noun(left), &noun(right));
        self.about(&[], &statement)
    }

    /// Several sides at once, close to each other.
    fn alike(&self) -> String {
        let (lang, left) = (self.lang, self.left());
        let Tolerance::Absolute(tolerance) = self.claim.tolerance else {
            return String::new();
        };
        let who = left
            .term("group")
            .map(|group| self.names.groups(&group.codes))
            .unwrap_or_default();
        let noun = format!("{} {}", say::rebased_shares(lang), self.names.when(left));
        say::alike_within(lang, &who, &difference(self.claim, tolerance, lang), &noun)
    }

    fn rank(&self) -> String {
        let (lang, left) = (self.lang, self.left());
        let Some(among) = &left.among else {
            let place = self.goal(left).map(|goal| goal.place).unwrap_or_default();
            let statement = say::among_four_largest(lang, &self.base(left), &place);
            return self.about(&[], &statement);
        };
        if among.dimension == "destination" {
            let place = self.goal(left).map(|goal| goal.place).unwrap_or_default();
            let base = self.base(left);
            let statement = if among.single_areas_only {
                say::largest_number_went_of_areas(lang, &base, &place)
            } else {
                say::largest_number_went(lang, &base, &place)
            };
            return self.about(&[], &statement);
        }
        let set = match (&among.codes, among.dimension.as_str()) {
            (Some(Codes::AllBut(left_out)), _) => {
                let left_out = self.names.all_origins_of(left_out);
                say::among_origins_except(lang, &left_out)
            }
            (_, "group") => say::among_groups(lang).to_owned(),
            _ => say::among_origins(lang).to_owned(),
        };
        let (noun, who) = (self.noun_when(left), self.names.people(left, &[]));
        if let (true, Some(towards)) = (self.is_share_of_destinations(), self.towards(left)) {
            let base = self.base(left);
            return match self.claim.relation {
                Relation::RanksLast => say::share_was_lowest(lang, &base, &towards, &who),
                _ => say::share_was_highest(lang, &base, &towards, &who),
            };
        }
        match self.claim.relation {
            Relation::RanksLast => say::was_lowest(lang, &set, &noun, &who),
            _ => say::was_highest(lang, &set, &noun, &who),
        }
    }

    fn trend(&self) -> String {
        let (lang, left) = (self.lang, self.left());
        let noun = self.noun(left);
        let (first, last) = self.names.first_and_last(left);
        let course = match &left.over {
            Some(Over::ListedOrder) => {
                let items: Vec<String> = match left.term("origin").map(|term| &term.codes) {
                    Some(Codes::Listed(codes)) => {
                        codes.iter().map(|code| self.names.origin(code)).collect()
                    }
                    _ => Vec::new(),
                };
                let noun = self.noun_when(left);
                let statement = say::fell_along(lang, &noun, &self.names.and(&items));
                return self.about(&["origin"], &statement);
            }
            Some(Over::Dimension(dimension)) if dimension == "period" => format!(
                "{} {}",
                say::from_first_to_last_period(lang),
                self.names.when(left)
            ),
            _ => say::from_to(lang, &first, &last),
        };
        let statement = match self.claim.relation {
            Relation::Increasing => say::rose(lang, &noun, &course),
            Relation::Decreasing => say::fell(lang, &noun, &course),
            _ => say::did_not_rise(lang, &noun, &course),
        };
        self.about(&[], &statement)
    }

    fn sum(&self) -> String {
        let (lang, left, amount) = (self.lang, self.left(), self.amount());
        if let (Some(right), Printed::Number(number)) =
            (&self.claim.selection.right, &self.claim.value)
        {
            let value = quantity(*number, self.claim.decimals, self.claim.unit, lang);
            let (one, other) = (self.names.when(left), self.names.when(right));
            let statement = say::together_at_most(lang, &self.noun(left), &one, &other, &value);
            return self.about(&[], &statement);
        }
        let noun = self.noun_when(left);
        let over: Vec<&str> = left.sum_over.iter().map(String::as_str).collect();
        let (parts, without): (String, &[&str]) = match over.as_slice() {
            ["group"] => (say::the_five_groups(lang), &[]),
            ["origin"] => (say::all_origins(lang).to_owned(), &[]),
            [_, ..] => (say::origins_and_periods(lang), &[]),
            [] => match left.term("group").map(|term| &term.codes) {
                Some(codes @ Codes::Listed(_)) => (self.names.groups(codes), &["group"]),
                _ => (say::the_parts(lang), &[]),
            },
        };
        self.about(without, &say::adds_up(lang, &noun, &amount, &parts))
    }

    fn definition(&self) -> Option<String> {
        let lang = self.lang;
        if let Some((emigrations, person_years)) = self.left().example {
            let (events, lived) = (
                self.names.integer(emigrations),
                self.names.integer(person_years),
            );
            return Some(say::example(lang, &events, &lived, &self.amount()));
        }
        if self.claim.relation != Relation::DefinedAs {
            return None;
        }
        let words = match self.claim.measure {
            Measured::Population => say::population_defined(lang),
            Measured::Rate if self.left().scope == Some(Scope::EachYear) => {
                say::yearly_rate_defined(lang)
            }
            Measured::Rate => say::pooled_rate_defined(lang),
            Measured::ReturnShare => say::return_share_defined(lang),
            _ => say::rebased_share_defined(lang),
        };
        Some(words.to_owned())
    }

    /// What the data consist of.
    fn inventory(&self) -> Option<String> {
        let (lang, left) = (self.lang, self.left());
        let n = match &self.claim.value {
            // Ages and years are said with their unit in the sentence.
            Printed::Number(value) => match self.claim.unit {
                Unit::Year => quantity(*value, 0, Unit::Year, lang),
                _ => self.names.integer(*value),
            },
            _ => String::new(),
        };
        let returns = self.claim.base == Base::Returns;
        Some(match self.claim.measure {
            Measured::MinYear if returns => say::returns_from(lang, &n),
            Measured::MinYear => say::followed_from(lang, &n),
            Measured::MaxYear if returns => say::returns_to(lang, &n),
            Measured::MaxYear => say::followed_to(lang, &n),
            Measured::MinAge => say::lowest_age(lang, &n),
            Measured::MaxAge => match left.figures {
                Some((figure, _)) => say::captioned_age(lang, &figure.to_string(), &n),
                None => say::highest_age(lang, &n),
            },
            Measured::Ages => say::number_of_ages(lang, &n),
            Measured::Years => say::number_of_years(lang, &n),
            Measured::BirthCohorts => say::number_of_cohorts(lang, &n),
            Measured::Groups => match left.term("group") {
                Some(group) => say::number_of_subgroups(lang, &self.names.groups(&group.codes), &n),
                None => say::number_of_groups(lang, &n),
            },
            Measured::EducationLevels => say::number_of_levels(lang, &n),
            Measured::OriginGroups => say::number_of_origins(lang, &n),
            Measured::BaseCountryGroups => say::number_of_base_groups(lang, &n),
            Measured::SeparateDestinationAreas => {
                let areas: Vec<String> = match left.term("destination").map(|term| &term.codes) {
                    Some(Codes::Listed(codes)) => codes
                        .iter()
                        .filter_map(|code| say::area(lang, code))
                        .map(str::to_owned)
                        .collect(),
                    _ => Vec::new(),
                };
                say::number_of_areas(lang, &n, &self.names.and(&areas))
            }
            Measured::DestinationCodes => say::number_of_destinations(lang, &n),
            Measured::Periods => say::number_of_periods(lang, &n),
            Measured::OriginGroupsShownSingly => {
                let origins: Vec<String> = match left.term("origin").map(|term| &term.codes) {
                    Some(Codes::Listed(codes)) => {
                        codes.iter().map(|code| self.names.origin(code)).collect()
                    }
                    _ => Vec::new(),
                };
                say::number_shown_singly(lang, &n, &self.names.and(&origins))
            }
            Measured::PeriodBounds => {
                let numbers = match left.term("period").map(|term| &term.codes) {
                    Some(Codes::Listed(codes)) => codes.clone(),
                    _ => Vec::new(),
                };
                let years = self.amount();
                match numbers.as_slice() {
                    [number] => say::period_is(lang, number, &years),
                    _ => say::periods_are(lang, &self.names.and(&numbers), &years),
                }
            }
            Measured::ReturnHorizon => say::horizon(lang, &n),
            _ => return None,
        })
    }

    fn inconsistency(&self) -> String {
        match say::inconsistency(self.lang, &self.claim.id) {
            Some(words) => words.to_owned(),
            None => match &self.claim.value {
                Printed::Pair(one, other) => {
                    say::both_printed(self.lang, &one.replace('_', " "), &other.replace('_', " "))
                }
                _ => String::new(),
            },
        }
    }
}
