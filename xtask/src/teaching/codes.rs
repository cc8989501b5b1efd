//! Codes of the contract, in display order, and positions in them.

/// The five main groups.
pub const GROUPS: [&str; 5] = [
    "nb_two_immigrant_parents",
    "immigrated_age_0_9",
    "nb_one_foreign_parent",
    "immigrated_age_10_plus",
    "majority",
];
/// Groups whose emigrations are split by origin, the first `ORIGIN_GROUPS` of [`GROUPS`].
pub const ORIGIN_GROUPS: usize = 3;
/// The two descendant groups, the first of [`GROUPS`].
pub const DESCENDANTS: usize = 2;

/// The 19 origin groups. Seventeen are named in the report; the two last are our completion.
pub const ORIGINS: [&str; 19] = [
    "pakistan",
    "somalia_djibouti",
    "denmark",
    "former_yugoslavia_non_eu",
    "iraq",
    "sweden",
    "iceland",
    "turkey",
    "iran",
    "vietnam",
    "west_europe_nordic_other",
    "usa_canada_australia_nz",
    "sri_lanka_india_bangladesh",
    "africa_other",
    "west_asia_other",
    "east_southeast_asia",
    "south_central_america",
    "eastern_europe_eu",
    "eastern_europe_other",
];
/// Stands in the place of an origin where a group is not split by origin.
pub const NO_ORIGIN: usize = ORIGINS.len();

/// Education levels.
pub const EDUCATION: [&str; 2] = ["no_higher", "bachelor_plus"];
/// Position of the higher level in [`EDUCATION`].
pub const BACHELOR: usize = 1;

/// Destinations.
pub const DESTINATIONS: [&str; 7] = [
    "origin",
    "nordic",
    "uk",
    "usa_canada",
    "germany",
    "other",
    "unknown",
];
/// Kinds of destination: the country of origin, another known country, unknown.
pub const KINDS: [&str; 3] = ["origin", "other", "unknown"];
/// The kind of each of [`DESTINATIONS`].
pub const KIND_OF: [usize; 7] = [0, 1, 1, 1, 1, 1, 2];

/// First emigration year.
pub const FIRST_YEAR: u32 = 2000;
/// Number of emigration years, 2000-2023.
pub const YEARS: usize = 24;
/// Number of emigration years with five observed years after, 2000-2019.
pub const RETURN_YEARS: usize = 20;
/// Number of emigration years with ten observed years after, 2000-2013.
pub const CURVE_YEARS: usize = 14;
/// Longest time since emigration in the return curve.
pub const CURVE_LENGTH: usize = 10;
/// Youngest age at 31 December.
pub const FIRST_AGE: u32 = 18;
/// Number of single ages, 18-35.
pub const AGES: usize = 18;
/// Birth cohorts 1965-2005.
pub const COHORTS: usize = YEARS + AGES - 1;
/// Four periods of six years.
pub const PERIODS: [&str; 4] = ["2000-2005", "2006-2011", "2012-2017", "2018-2023"];
/// Years in a period.
pub const PERIOD_LENGTH: usize = 6;
