//! A question to a data set: which measure, by what, where.

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Emigrations (events).
    Emigrations,
    /// Persons ever in the population studied.
    Persons,
    /// Mid-year population; over several years the mean of the years.
    Population,
    /// Person-years lived.
    PersonYears,
    /// Emigrations per exposure.
    Rate,
    /// The part of the emigrations that has a given code of a dimension, as a destination.
    Share {
        /// The dimension whose codes share the emigrations between them.
        of: String,
    },
    /// The part of the emigrations that was followed by a return within five years.
    ReturnShare,
    /// The part that was back after each number of years.
    ReturnCurve,
}

impl Measure {
    /// Whether the value is a ratio of two sums.
    pub fn is_ratio(&self) -> bool {
        matches!(
            self,
            Measure::Rate | Measure::Share { .. } | Measure::ReturnShare | Measure::ReturnCurve
        )
    }

    /// The name in the JavaScript API and in addresses.
    pub fn name(&self) -> &'static str {
        match self {
            Measure::Emigrations => "emigrations",
            Measure::Persons => "persons",
            Measure::Population => "population",
            Measure::PersonYears => "person_years",
            Measure::Rate => "rate",
            Measure::Share { .. } => "destination_share",
            Measure::ReturnShare => "return_share",
            Measure::ReturnCurve => "return_curve",
        }
    }

    /// The measure of a name; shares are of destinations, or of destination kinds when those are
    /// what the question names.
    pub fn from_name(name: &str, dimensions: &[String]) -> Option<Measure> {
        Some(match name {
            "emigrations" => Measure::Emigrations,
            "persons" => Measure::Persons,
            "population" => Measure::Population,
            "person_years" => Measure::PersonYears,
            "rate" => Measure::Rate,
            "destination_share" => {
                let kinds = dimensions
                    .iter()
                    .any(|dimension| dimension == "destination_kind");
                let of = if kinds {
                    "destination_kind"
                } else {
                    "destination"
                };
                Measure::Share { of: of.to_owned() }
            }
            "return_share" => Measure::ReturnShare,
            "return_curve" => Measure::ReturnCurve,
            _ => return None,
        })
    }

    /// Every name that [`Measure::from_name`] knows.
    pub const NAMES: [&'static str; 8] = [
        "emigrations",
        "persons",
        "population",
        "person_years",
        "rate",
        "destination_share",
        "return_share",
        "return_curve",
    ];
}

/// The denominator of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Mean of the population on 1 January and 31 December, summed over years.
    MidYear,
    /// Person-years lived.
    PersonYears,
}

impl Exposure {
    /// The name in the JavaScript API and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Exposure::MidYear => "mid_year",
            Exposure::PersonYears => "person_years",
        }
    }

    /// The exposure of a name.
    pub fn from_name(name: &str) -> Option<Exposure> {
        [Exposure::MidYear, Exposure::PersonYears]
            .into_iter()
            .find(|known| known.name() == name)
    }
}

/// Codes that stay out of both parts of a share, so that the rest adds up to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rebase {
    /// All emigrations are in the base.
    #[default]
    None,
    /// These codes are left out.
    Without(Vec<String>),
}

impl Rebase {
    /// The re-basing the report uses: without own or parents' country of origin and unknown.
    pub fn to_known_new_country() -> Rebase {
        Rebase::Without(vec!["origin".to_owned(), "unknown".to_owned()])
    }

    /// Whether a code is left out.
    pub fn leaves_out(&self, code: &str) -> bool {
        match self {
            Rebase::None => false,
            Rebase::Without(codes) => codes.iter().any(|left_out| left_out == code),
        }
    }
}

/// The codes of a dimension that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The dimension.
    pub dimension: String,
    /// The codes that count, pooled unless the question is by this dimension too.
    pub codes: Vec<String>,
}

impl Filter {
    /// A filter from anything that looks like names.
    pub fn new<T: Into<String>>(
        dimension: impl Into<String>,
        codes: impl IntoIterator<Item = T>,
    ) -> Filter {
        Filter {
            dimension: dimension.into(),
            codes: codes.into_iter().map(Into::into).collect(),
        }
    }
}

/// Codes of a dimension that count as one, under the code [`OTHERS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// The dimension.
    pub dimension: String,
    /// The codes.
    pub codes: Vec<String>,
}

/// The code of those that count [`Together`]. No office writes codes like it.
pub const OTHERS: &str = "~others";

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked for.
    pub measure: Measure,
    /// One row for each combination of codes of these dimensions.
    pub by: Vec<String>,
    /// Which rows of the table count.
    pub filter: Vec<Filter>,
    /// Codes left out of a share.
    pub rebase: Rebase,
    /// Denominator of a rate; when absent, the mid-year population for single years and
    /// person-years for everything else, as far as the table has them.
    pub exposure: Option<Exposure>,
    /// Codes of one of the dimensions of `by` that are not told apart.
    pub together: Option<Together>,
}

impl Question {
    /// A question by some dimensions, without filter.
    pub fn new<'a>(measure: Measure, by: impl IntoIterator<Item = &'a str>) -> Question {
        Question {
            measure,
            by: by.into_iter().map(str::to_owned).collect(),
            filter: Vec::new(),
            rebase: Rebase::None,
            exposure: None,
            together: None,
        }
    }

    /// The same question where a dimension has one of some codes.
    pub fn filtered<T: Into<String>>(
        mut self,
        dimension: &str,
        codes: impl IntoIterator<Item = T>,
    ) -> Question {
        self.filter.push(Filter::new(dimension, codes));
        self
    }

    /// The same question, re-based.
    pub fn rebased(mut self, rebase: Rebase) -> Question {
        self.rebase = rebase;
        self
    }

    /// The filter on a dimension.
    pub fn filter_on(&self, dimension: &str) -> Option<&Filter> {
        self.filter
            .iter()
            .find(|filter| filter.dimension == dimension)
    }

    /// Every dimension the question names.
    pub fn dimensions(&self) -> Vec<&str> {
        let share = match &self.measure {
            Measure::Share { of } => Some(of.as_str()),
            Measure::ReturnCurve => Some("years_since"),
            _ => None,
        };
        let mut names: Vec<&str> = Vec::new();
        let filtered = self.filter.iter().map(|filter| filter.dimension.as_str());
        for name in self
            .by
            .iter()
            .map(String::as_str)
            .chain(filtered)
            .chain(share)
        {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether the question is about single years.
    pub fn single_years(&self) -> bool {
        self.by.iter().any(|dimension| dimension == "year")
            || self
                .filter_on("year")
                .is_some_and(|filter| filter.codes.len() == 1)
    }
}
