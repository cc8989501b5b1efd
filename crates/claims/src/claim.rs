//! A printed claim as data: what is measured, where, and what is said about it.

use data::{Dataset, Names};
use measures::Exposure;

use super::inconsistency::Line;

/// Where in the report a claim is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A numbered figure, 1 to 18, with its caption and reading.
    Figure(u8),
    /// The running text, away from any figure.
    Text,
    /// The appendix on data and methods.
    Appendix,
}

impl Place {
    /// The figure that shows what the claim is about.
    pub fn figure(self) -> Option<u8> {
        match self {
            Place::Figure(number) => Some(number),
            Place::Text | Place::Appendix => None,
        }
    }
}

/// Enumerations whose members have a name in the facts table.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$item:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $type {
            $($(#[$item])* $variant,)*
        }

        impl $type {
            /// The member of a name in the facts table.
            pub fn from_name(name: &str) -> Option<$type> {
                match name {
                    $($name => Some($type::$variant),)*
                    _ => None,
                }
            }

            /// The name in the facts table.
            pub fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }
    };
}

named! {
    /// The table a claim is checked against.
    Base {
        /// Emigrations and exposure.
        Emigrations = "emigrations",
        /// Emigrations by destination.
        Destinations = "destinations",
        /// Emigrations and how many of them were followed by a return.
        Returns = "returns",
        /// Persons and emigrations of the whole sample.
        Sample = "sample",
    }
}

named! {
    /// What a claim measures.
    Measured {
        /// Emigrations.
        Count = "count",
        /// Emigrations divided by the number of years.
        MeanAnnualCount = "mean_annual_count",
        /// Mid-year population.
        Population = "population",
        /// Mid-year population, mean of several years.
        MeanPopulation = "mean_population",
        /// Person-years lived.
        PersonYears = "person_years",
        /// Persons in the sample.
        Persons = "persons",
        /// Emigrations in the sample.
        SampleEmigrations = "emigrations",
        /// Emigrations per exposure, percent.
        Rate = "rate",
        /// Part of the emigrations with a destination, percent.
        DestinationShare = "destination_share",
        /// The same without origin and unknown in the base.
        RebasedDestinationShare = "rebased_destination_share",
        /// Part of the emigrations with a kind of destination, percent.
        DestinationKindShare = "destination_kind_share",
        /// Part of the emigrations followed by a return within five years, percent.
        ReturnShare = "return_share",
        /// Emigrations followed by a return within five years.
        ReturnedCount = "returned_count",
        /// The age with the highest rate.
        PeakAge = "peak_age",
        /// A later value divided by an earlier one.
        GrowthFactor = "growth_factor",
        /// Part of all emigrations that belongs to a group, percent.
        GroupShareOfEmigrations = "group_share_of_emigrations",
        /// Part of a group's emigrations that belongs to an origin, percent.
        OriginShareOfEmigrations = "origin_share_of_emigrations",
        /// The same for several origins together.
        OriginComposition = "origin_composition",
        /// Emigrations divided by persons in the sample.
        EmigrationsPerPerson = "emigrations_per_person",
        /// Rate with a bachelor degree or more divided by the rate without.
        EducationRateRatio = "rate_ratio_bachelor_plus_to_no_higher",
        /// Largest less smallest value over the origins.
        SpreadOverOrigins = "spread_over_origins",
        /// Part without registered education, percent.
        MissingEducationShare = "missing_education_share",
        /// First year.
        MinYear = "min_year",
        /// Last year.
        MaxYear = "max_year",
        /// Lowest age.
        MinAge = "min_age",
        /// Highest age.
        MaxAge = "max_age",
        /// Years between emigration and the date on which a return counts.
        ReturnHorizon = "return_horizon",
        /// First and last year of a period.
        PeriodBounds = "period_bounds",
        /// Number of single-year ages.
        Ages = "n_ages",
        /// Number of calendar years.
        Years = "n_years",
        /// Number of birth cohorts.
        BirthCohorts = "n_birth_cohorts",
        /// Number of groups.
        Groups = "n_groups",
        /// Number of education levels.
        EducationLevels = "n_education_levels",
        /// Number of origin groups.
        OriginGroups = "n_origin_groups",
        /// Number of country groups before they were merged to origin groups.
        BaseCountryGroups = "n_base_country_groups",
        /// Number of destination areas shown on their own.
        SeparateDestinationAreas = "n_separate_destination_areas",
        /// Number of destination codes.
        DestinationCodes = "n_destination_codes",
        /// Number of periods.
        Periods = "n_periods",
        /// Number of origins shown as single countries.
        OriginGroupsShownSingly = "n_origin_groups_shown_singly",
        /// Which panel of a figure a text describes.
        Panel = "panel",
        /// How a group is defined.
        GroupDefinition = "group_definition",
    }
}

named! {
    /// What is said about the measured value.
    Relation {
        /// Equal within the tolerance.
        Eq = "eq",
        /// Roughly equal, within the tolerance.
        Approx = "approx",
        /// Above.
        Gt = "gt",
        /// Below.
        Lt = "lt",
        /// At or above.
        Ge = "ge",
        /// At or below.
        Le = "le",
        /// Within bounds.
        Between = "between",
        /// The first side above the second.
        GreaterThan = "greater_than",
        /// The first side at or above the second.
        GreaterOrEqual = "greater_or_equal",
        /// The first side at or below the second.
        NotGreaterThan = "not_greater_than",
        /// Differing by at most the tolerance.
        SimilarTo = "similar_to",
        /// Highest within a dimension.
        RanksFirst = "ranks_first",
        /// Lowest within a dimension.
        RanksLast = "ranks_last",
        /// Among the four largest single destination areas.
        AmongLargestSingleAreas = "among_largest_single_areas",
        /// Last above first, and the slope positive.
        Increasing = "increasing",
        /// Last below first, and the slope negative.
        Decreasing = "decreasing",
        /// Decreasing, or last and first about the same.
        StableOrDecreasing = "stable_or_decreasing",
        /// Trends in the same direction.
        TrendSameAs = "trend_same_as",
        /// The age with the highest rate lies within bounds.
        PeakAgeBetween = "peak_age_between",
        /// The parts add up to the value.
        SumEq = "sum_eq",
        /// The two sides add up to at most the value.
        SumLe = "sum_le",
        /// How the measure is defined.
        DefinedAs = "defined_as",
        /// Mostly from a part of the origin group.
        MostlyFrom = "mostly_from",
        /// Few.
        Few = "few",
        /// Printed values or words that cannot both be right.
        Contradicts = "contradicts",
        /// Printed values or words that are hard to reconcile.
        Tension = "tension",
    }
}

named! {
    /// The unit of the value and of the tolerance.
    Unit {
        /// Per cent.
        Percent = "percent",
        /// Percentage points.
        PercentagePoints = "percentage_points",
        /// Events.
        Emigrations = "emigrations",
        /// Persons.
        Persons = "persons",
        /// Person-years.
        PersonYears = "person_years",
        /// Age in years.
        AgeYears = "age_years",
        /// A calendar year.
        Year = "year",
        /// A length of time in years.
        Years = "years",
        /// A number without unit.
        Ratio = "ratio",
        /// A number of categories.
        Categories = "categories",
        /// No number at all.
        None = "none",
    }
}

named! {
    /// How firmly a claim is printed.
    Kind {
        /// Printed to the unit.
        Exact = "exact",
        /// Printed rounded.
        Rounded = "rounded",
        /// Printed as roughly so much.
        Approximate = "approximate",
        /// Printed as a bound.
        Bound = "bound",
        /// Printed as an order.
        Ordering = "ordering",
        /// Follows from printed numbers.
        Derived = "derived",
        /// Printed numbers or words that disagree.
        Inconsistency = "inconsistency",
    }
}

/// A set of codes of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codes {
    /// These codes.
    Listed(Vec<String>),
    /// All whole numbers from the first to the last.
    Range(i32, i32),
    /// Every origin group but these.
    AllBut(Vec<String>),
    /// Norwegian-born with two immigrant parents, and immigrated aged 0-9.
    Descendants,
    /// The descendants, and Norwegian-born with one foreign-born parent.
    SelectedThree,
    /// All five groups.
    Everyone,
}

/// The five groups of the report, in its order.
pub const GROUPS: [&str; 5] = [
    "nb_two_immigrant_parents",
    "immigrated_age_0_9",
    "nb_one_foreign_parent",
    "immigrated_age_10_plus",
    "majority",
];

/// Known destinations other than the country of origin.
pub const NEW_COUNTRY: [&str; 5] = ["nordic", "uk", "usa_canada", "germany", "other"];

impl Codes {
    /// The codes, for a data set: "all but" needs to know which there are.
    pub fn resolve(&self, dimension: &str, dataset: &Dataset) -> Vec<String> {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        match self {
            Codes::Listed(codes) => codes.clone(),
            Codes::Range(from, to) => (*from..=*to).map(|code| code.to_string()).collect(),
            Codes::AllBut(left_out) => {
                let mut codes = dataset.codes(dimension);
                codes.retain(|code| !left_out.contains(code));
                codes
            }
            Codes::Descendants => owned(&GROUPS[..2]),
            Codes::SelectedThree => owned(&GROUPS[..3]),
            Codes::Everyone => owned(&GROUPS),
        }
    }
}

/// One dimension of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The dimension.
    pub dimension: String,
    /// The codes selected.
    pub codes: Codes,
    /// Whether the claim is made for each code; otherwise they are pooled.
    pub each: bool,
}

/// What a trend runs along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The codes of a dimension, in their order.
    Dimension(String),
    /// The codes of the origin, in the order the claim lists them.
    ListedOrder,
}

/// What a rank is taken within.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    /// The dimension.
    pub dimension: String,
    /// The codes that compete; all of them when absent.
    pub codes: Option<Codes>,
    /// Whether the pooled rest of the world stays out of the competition.
    pub single_areas_only: bool,
}

/// What a definition is stated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A single year.
    EachYear,
    /// Several years together.
    YearsPooled,
    /// Everything.
    Any,
}

/// One side of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// Selected codes by dimension; a dimension left out is pooled.
    pub terms: Vec<Term>,
    /// A trend along this.
    pub over: Option<Over>,
    /// A rank within this.
    pub among: Option<Among>,
    /// Parts along these dimensions are added up.
    pub sum_over: Vec<String>,
    /// The measure of a growth factor or a spread.
    pub measure: Option<Measured>,
    /// First and last years of a growth factor.
    pub growth: Option<(Codes, Codes)>,
    /// Figures a statement about captions is made for, first and last.
    pub figures: Option<(u8, u8)>,
    /// Emigrations and person-years of the worked example.
    pub example: Option<(f64, f64)>,
    /// What a definition is stated for.
    pub scope: Option<Scope>,
}

impl Side {
    /// The term of a dimension.
    pub fn term(&self, dimension: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.dimension == dimension)
    }

    /// The codes of a dimension as listed, when it is one single code.
    pub fn single(&self, dimension: &str) -> Option<&str> {
        match &self.term(dimension)?.codes {
            Codes::Listed(codes) if codes.len() == 1 => Some(&codes[0]),
            _ => None,
        }
    }
}

/// For how many members of a set a claim is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// All of them.
    Each,
    /// More than half.
    Most,
    /// At least half.
    Many,
    /// At least two.
    Some,
}

/// A code that is the same on both sides and runs through a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// For how many of the codes the claim is made.
    pub quantifier: Quantifier,
    /// The dimension.
    pub dimension: String,
    /// The codes.
    pub codes: Codes,
}

/// Where a claim is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// A set that the claim is made for, member by member.
    pub bound: Option<Bound>,
    /// The first or only side.
    pub left: Side,
    /// The side it is compared with.
    pub right: Option<Side>,
}

impl Selection {
    /// Both sides.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.left).chain(self.right.as_ref())
    }
}

/// The printed value.
#[derive(Clone, Debug, PartialEq)]
pub enum Printed {
    /// No value: the claim is an order.
    Nothing,
    /// A number in the unit of the row.
    Number(f64),
    /// From, to: bounds, or first and last year of one period after another.
    Ranges(Vec<(f64, f64)>),
    /// Two printed values or words that disagree.
    Pair(String, String),
    /// A formula or a word.
    Words(String),
}

/// How far a value may be from the printed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// In the unit of the row.
    Absolute(f64),
    /// As a part of the printed value.
    Relative(f64),
}

impl Tolerance {
    /// In the unit of the row, for a printed value.
    pub fn around(self, printed: f64) -> f64 {
        match self {
            Tolerance::Absolute(tolerance) => tolerance,
            Tolerance::Relative(part) => part * printed.abs(),
        }
    }
}

/// A printed claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Stable id, as F106.
    pub id: String,
    /// Where it is printed.
    pub figure: Place,
    /// The table it is about.
    pub base: Base,
    /// What is measured.
    pub measure: Measured,
    /// Where.
    pub selection: Selection,
    /// What is said about it.
    pub relation: Relation,
    /// The printed value.
    pub value: Printed,
    /// Digits after the decimal sign of the printed value.
    pub decimals: usize,
    /// How far a value may be from it.
    pub tolerance: Tolerance,
    /// Unit of value and tolerance.
    pub unit: Unit,
    /// How firmly it is printed.
    pub kind: Kind,
    /// The claim as a sentence; empty when the facts table does not word it.
    pub words: Names,
    /// How the printed values of an inconsistency disagree.
    pub arithmetic: Vec<Line>,
    /// Where the claim is found and how it was read, in English.
    pub note: String,
    /// Whether threshold, tolerance or reading is an interpretation.
    pub judgement: bool,
    /// How many comparisons may fail without contradicting the text.
    pub exceptions: usize,
    /// The denominator of rates; by rule when absent.
    pub exposure: Option<Exposure>,
}
