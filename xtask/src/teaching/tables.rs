//! The published tables, counted from the register and written as CSV.

use super::codes::{
    AGES, CURVE_LENGTH, CURVE_YEARS, DESCENDANTS, DESTINATIONS, EDUCATION, FIRST_AGE, FIRST_YEAR,
    GROUPS, KINDS, ORIGIN_GROUPS, ORIGINS, PERIOD_LENGTH, PERIODS, RETURN_YEARS, YEARS,
};
use super::population::{Place, Population, places};
use super::register::Emigration;
use super::targets::GROUP;
use std::fmt::Write as _;

/// A table to be published.
pub struct Table {
    /// File name without extension.
    pub name: &'static str,
    /// Title in bokmål, nynorsk and English.
    pub titles: [&'static str; 3],
    /// Dimension columns in order; they are the primary key.
    pub dimensions: Vec<&'static str>,
    /// Measure columns in order.
    pub measures: Vec<&'static str>,
    /// What the table covers where that differs from the package.
    pub coverage: Vec<(&'static str, Vec<&'static str>)>,
    /// The file.
    pub csv: String,
}

/// Dimension columns that a row of counts can be keyed by.
#[derive(Clone, Copy)]
enum By {
    Group,
    Origin,
    Education,
    Age,
    Year,
    Period,
    Destination,
    Kind,
}

impl By {
    fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Origin => "origin",
            Self::Education => "education",
            Self::Age => "age",
            Self::Year => "year",
            Self::Period => "period",
            Self::Destination => "destination",
            Self::Kind => "destination_kind",
        }
    }

    fn size(self, groups: usize) -> usize {
        match self {
            Self::Group => groups,
            Self::Origin => ORIGINS.len(),
            Self::Education => EDUCATION.len(),
            Self::Age => AGES,
            Self::Year => YEARS,
            Self::Period => PERIODS.len(),
            Self::Destination => DESTINATIONS.len(),
            Self::Kind => KINDS.len(),
        }
    }

    fn position(self, place: Place, destination: Option<&Emigration>) -> usize {
        match self {
            Self::Group => place.group,
            Self::Origin => place.origin,
            Self::Education => place.education,
            Self::Age => place.age,
            Self::Year => place.year,
            Self::Period => place.year / PERIOD_LENGTH,
            Self::Destination => destination.map_or(0, |e| e.destination),
            Self::Kind => destination.map_or(0, Emigration::kind),
        }
    }

    fn label(self, position: usize) -> String {
        match self {
            Self::Group => GROUPS[position].to_owned(),
            Self::Origin => ORIGINS[position].to_owned(),
            Self::Education => EDUCATION[position].to_owned(),
            Self::Age => (FIRST_AGE as usize + position).to_string(),
            Self::Year => (FIRST_YEAR as usize + position).to_string(),
            Self::Period => PERIODS[position].to_owned(),
            Self::Destination => DESTINATIONS[position].to_owned(),
            Self::Kind => KINDS[position].to_owned(),
        }
    }
}

/// Measure columns.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    Emigrations,
    PersonYears,
    PopulationJan1,
    PopulationDec31,
    Returned5y,
}

impl Of {
    fn name(self) -> &'static str {
        match self {
            Self::Emigrations => "emigrations",
            Self::PersonYears => "person_years",
            Self::PopulationJan1 => "population_jan1",
            Self::PopulationDec31 => "population_dec31",
            Self::Returned5y => "returned_5y",
        }
    }
}

/// The counts of one row.
#[derive(Clone, Default)]
struct Counts {
    emigrations: u64,
    returned: u64,
    population: [u64; 2],
    /// Whether five years after were not observed for some emigrations of the row.
    unobserved: bool,
}

impl Counts {
    fn cell(&self, measure: Of) -> String {
        match measure {
            Of::Emigrations => self.emigrations.to_string(),
            Of::Returned5y if self.unobserved => ".".to_owned(),
            Of::Returned5y => self.returned.to_string(),
            Of::PopulationJan1 => self.population[0].to_string(),
            Of::PopulationDec31 => self.population[1].to_string(),
            Of::PersonYears => {
                let twice: u64 = self.population.iter().sum();
                format!("{}{}", twice / 2, if twice % 2 == 1 { ".5" } else { "" })
            }
        }
    }
}

/// Counts the register by `keys`. Groups from `groups` on and years from `years` on are left out.
fn count(
    population: &Population,
    emigrations: &[Emigration],
    keys: &[By],
    measures: &[Of],
    groups: usize,
    years: usize,
) -> String {
    let sizes: Vec<usize> = keys.iter().map(|key| key.size(groups)).collect();
    let row = |place: Place, emigration: Option<&Emigration>| {
        keys.iter().zip(&sizes).fold(0, |row, (key, size)| {
            row * size + key.position(place, emigration)
        })
    };
    let kept = |place: Place| place.group < groups && place.year < years;
    let mut rows = vec![Counts::default(); sizes.iter().product()];
    for e in emigrations.iter().filter(|e| kept(e.place)) {
        let counts = &mut rows[row(e.place, Some(e))];
        counts.emigrations += 1;
        counts.returned += u64::from(e.returned_after.is_some_and(|years| years <= 5));
    }
    for place in places().filter(|&p| kept(p)) {
        let unobserved = place.year >= RETURN_YEARS;
        if keys
            .iter()
            .any(|key| matches!(key, By::Destination | By::Kind))
        {
            // Residents have no destination; only whether the year is followed matters.
            for destination in 0..DESTINATIONS.len() {
                let e = Emigration {
                    place,
                    destination,
                    returned_after: None,
                };
                rows[row(place, Some(&e))].unobserved |= unobserved;
            }
        } else {
            let counts = &mut rows[row(place, None)];
            for (sum, part) in counts.population.iter_mut().zip(population.at(place)) {
                *sum += u64::from(part);
            }
        }
    }

    let mut csv = header(
        &keys.iter().map(|key| key.name()).collect::<Vec<_>>(),
        &measures
            .iter()
            .map(|measure| measure.name())
            .collect::<Vec<_>>(),
    );
    for (position, counts) in rows.iter().enumerate() {
        let mut rest = position;
        let mut labels: Vec<String> = keys
            .iter()
            .zip(&sizes)
            .rev()
            .map(|(key, size)| {
                let label = key.label(rest % size);
                rest /= size;
                label
            })
            .collect();
        labels.reverse();
        labels.extend(measures.iter().map(|&measure| counts.cell(measure)));
        csv += &labels.join(",");
        csv.push('\n');
    }
    csv
}

fn header(dimensions: &[&str], measures: &[&str]) -> String {
    format!("{},{}\n", dimensions.join(","), measures.join(","))
}

/// Every table of the package.
pub fn all(population: &Population, emigrations: &[Emigration]) -> Vec<Table> {
    use By::{Age, Destination, Education, Group, Kind, Origin, Period, Year};
    use Of::{Emigrations, PersonYears, PopulationDec31, PopulationJan1, Returned5y};
    let everyone = GROUPS.len();
    let descendants = ("group", GROUPS[..DESCENDANTS].to_vec());
    let split = ("group", GROUPS[..ORIGIN_GROUPS].to_vec());
    let table = |name, titles, keys: &[By], measures: &[Of], groups, years, coverage| Table {
        name,
        titles,
        dimensions: keys.iter().map(|key| key.name()).collect(),
        measures: measures.iter().map(|measure| measure.name()).collect(),
        coverage,
        csv: count(population, emigrations, keys, measures, groups, years),
    };
    vec![
        sample(emigrations),
        table(
            "by_year",
            [
                "Utvandringer og folkemengde etter år",
                "Utvandringar og folkemengd etter år",
                "Emigrations and population by year",
            ],
            &[Group, Year],
            &[Emigrations, PersonYears, PopulationJan1, PopulationDec31],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "by_age",
            [
                "Utvandringer etter utdanning og alder",
                "Utvandringar etter utdanning og alder",
                "Emigrations by education and age",
            ],
            &[Group, Education, Age],
            &[Emigrations, PersonYears],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "by_age_year",
            [
                "Utvandringer og folkemengde etter alder og år",
                "Utvandringar og folkemengd etter alder og år",
                "Emigrations and population by age and year",
            ],
            &[Group, Age, Year],
            &[Emigrations, PersonYears, PopulationJan1, PopulationDec31],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "by_education_year",
            [
                "Utvandringer etter utdanning og år",
                "Utvandringar etter utdanning og år",
                "Emigrations by education and year",
            ],
            &[Group, Education, Year],
            &[Emigrations, PersonYears],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "destinations",
            [
                "Utvandringer etter tilflyttingsland",
                "Utvandringar etter tilflyttingsland",
                "Emigrations by destination",
            ],
            &[Group, Education, Year, Destination],
            &[Emigrations],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "returns",
            [
                "Tilbake i Norge etter fem år",
                "Tilbake i Noreg etter fem år",
                "Back in Norway after five years",
            ],
            &[Group, Education, Year, Kind],
            &[Emigrations, Returned5y],
            everyone,
            YEARS,
            vec![],
        ),
        table(
            "by_origin",
            [
                "Utvandringer etter opprinnelse og periode",
                "Utvandringar etter opphav og periode",
                "Emigrations by origin and period",
            ],
            &[Group, Origin, Education, Period],
            &[Emigrations, PersonYears],
            ORIGIN_GROUPS,
            YEARS,
            vec![split],
        ),
        table(
            "destinations_by_origin",
            [
                "Tilflyttingsland etter opprinnelse",
                "Tilflyttingsland etter opphav",
                "Destinations by origin",
            ],
            &[Group, Origin, Education, Destination],
            &[Emigrations],
            DESCENDANTS,
            YEARS,
            vec![descendants.clone()],
        ),
        table(
            "returns_by_origin",
            [
                "Tilbake i Norge etter fem år, etter opprinnelse",
                "Tilbake i Noreg etter fem år, etter opphav",
                "Back in Norway after five years, by origin",
            ],
            &[Group, Origin, Education, Kind],
            &[Emigrations, Returned5y],
            DESCENDANTS,
            RETURN_YEARS,
            vec![("year", vec!["2000..2019"]), descendants],
        ),
        return_curve(emigrations),
    ]
}

fn sample(emigrations: &[Emigration]) -> Table {
    let (dimensions, measures) = (vec!["group"], vec!["persons", "emigrations"]);
    let mut csv = header(&dimensions, &measures);
    for (group, code) in GROUPS.iter().enumerate() {
        let count = emigrations
            .iter()
            .filter(|e| e.place.group == group)
            .count();
        let _ = writeln!(csv, "{code},{},{count}", GROUP[group].persons);
    }
    let titles = [
        "Personer og utvandringer i utvalget",
        "Personar og utvandringar i utvalet",
        "Persons and emigrations in the sample",
    ];
    Table {
        name: "sample",
        titles,
        dimensions,
        measures,
        coverage: vec![],
        csv,
    }
}

fn return_curve(emigrations: &[Emigration]) -> Table {
    let (dimensions, measures) = (
        vec!["group", "years_since"],
        vec!["emigrations", "returned"],
    );
    let mut csv = header(&dimensions, &measures);
    for (group, code) in GROUPS.iter().enumerate() {
        let cohort: Vec<&Emigration> = emigrations
            .iter()
            .filter(|e| e.place.group == group && e.place.year < CURVE_YEARS)
            .collect();
        for years in 1..=CURVE_LENGTH {
            let back = cohort
                .iter()
                .filter(|e| e.returned_after.is_some_and(|after| after <= years));
            let _ = writeln!(csv, "{code},{years},{},{}", cohort.len(), back.count());
        }
    }
    Table {
        name: "return_curve",
        titles: [
            "Tilbake i Norge etter antall år siden utvandringen",
            "Tilbake i Noreg etter talet på år sidan utvandringa",
            "Back in Norway by years since emigration",
        ],
        dimensions,
        measures,
        coverage: vec![("year", vec!["2000..2013"])],
        csv,
    }
}
