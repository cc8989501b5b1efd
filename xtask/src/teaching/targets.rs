//! What the teaching register is calibrated to.
//!
//! Totals come from the report's appendix and captions. Everything the report does not print
//! (shapes over age and year, levels per origin) is our own choice, made so that the printed
//! claims hold; it must never be quoted as a finding.

/// Broken line through `(x, y)` knots.
pub type Line = &'static [(f64, f64)];

/// One of the five groups.
pub struct GroupTarget {
    /// Persons as printed (appendix).
    pub persons: u32,
    /// Emigrations 2000-2019 and 2020-2023; the sum is printed in the appendix.
    pub emigrations: [u32; 2],
    /// Emigrations by kind of destination (origin, other, unknown) in 2000-2019 and 2020-2023.
    pub kinds: [[u32; 3]; 2],
    /// Known new destinations 2000-2023: nordic, uk, usa_canada, germany, other.
    pub areas: [u32; 5],
    /// Yearly emigrations before they are scaled to the totals of the two spans.
    pub yearly: Line,
    /// Emigrations by age without and with higher education, relative.
    pub age_rates: [Line; 2],
    /// Rate with higher education relative to without. Descendants take it from their origins.
    pub education_ratio: Option<f64>,
    /// Level of higher education relative to the common age profile.
    pub education_level: f64,
    /// Returned after five years by kind of destination, emigrations 2000-2019.
    pub returned: [u32; 3],
    /// Return share with higher education relative to without, by kind of destination.
    pub return_ratio: [f64; 3],
    /// Where the residents come from.
    pub residents: Residents,
}

/// Where the residents of a group come from.
pub enum Residents {
    /// Birth cohorts that enter the ages 18-35 and slowly shrink.
    Cohorts {
        /// Relative size at entry by year of birth; the sum follows from the printed persons.
        sizes: Line,
        /// Yearly net loss (emigration less return, deaths), averaged over ages.
        loss: f64,
    },
    /// People keep arriving within the ages; residents on 1 January by year.
    Arriving(Line),
}

/// In the order of [`super::codes::GROUPS`].
pub const GROUP: [GroupTarget; 5] = [
    GroupTarget {
        persons: 65_155,
        emigrations: [3_188, 1_010],
        kinds: [[665, 2_223, 300], [190, 685, 135]],
        areas: [1_192, 727, 291, 174, 524],
        yearly: &[
            (2000.0, 92.0),
            (2005.0, 114.0),
            (2010.0, 156.0),
            (2015.0, 206.0),
            (2019.0, 246.0),
            (2020.0, 205.0),
            (2021.0, 225.0),
            (2022.0, 285.0),
            (2023.0, 295.0),
        ],
        age_rates: [
            &[
                (18.0, 0.22),
                (20.0, 0.42),
                (22.0, 0.60),
                (24.0, 0.74),
                (26.0, 0.87),
                (27.0, 0.91),
                (28.0, 0.89),
                (30.0, 0.78),
                (33.0, 0.60),
                (35.0, 0.48),
            ],
            &[
                (20.0, 0.75),
                (24.0, 1.10),
                (27.0, 1.30),
                (30.0, 1.05),
                (35.0, 0.68),
            ],
        ],
        education_ratio: None,
        education_level: 0.98,
        returned: [200, 1_099, 72],
        return_ratio: [0.93, 1.10, 1.05],
        residents: Residents::Cohorts {
            loss: 0.0020,
            sizes: &[
                (1965.0, 230.0),
                (1975.0, 490.0),
                (1982.0, 960.0),
                (1986.0, 1380.0),
                (1989.0, 2150.0),
                (1995.0, 3100.0),
                (2005.0, 4000.0),
            ],
        },
    },
    GroupTarget {
        persons: 56_531,
        emigrations: [4_174, 985],
        kinds: [[1_312, 2_264, 598], [255, 535, 195]],
        areas: [1_120, 644, 252, 196, 587],
        yearly: &[
            (2000.0, 94.0),
            (2005.0, 140.0),
            (2010.0, 212.0),
            (2015.0, 274.0),
            (2019.0, 292.0),
            (2020.0, 195.0),
            (2021.0, 215.0),
            (2022.0, 283.0),
            (2023.0, 292.0),
        ],
        age_rates: [
            &[
                (18.0, 0.55),
                (20.0, 0.85),
                (22.0, 1.05),
                (24.0, 1.16),
                (25.0, 1.18),
                (27.0, 1.08),
                (30.0, 0.88),
                (33.0, 0.70),
                (35.0, 0.60),
            ],
            &[
                (20.0, 1.20),
                (23.0, 1.50),
                (25.0, 1.60),
                (28.0, 1.35),
                (31.0, 1.05),
                (35.0, 0.75),
            ],
        ],
        education_ratio: None,
        education_level: 0.84,
        returned: [335, 1_059, 150],
        return_ratio: [1.14, 1.12, 1.10],
        residents: Residents::Cohorts {
            loss: 0.0024,
            sizes: &[
                (1965.0, 360.0),
                (1975.0, 560.0),
                (1982.0, 870.0),
                (1986.0, 1230.0),
                (1989.0, 1870.0),
                (1993.0, 2420.0),
                (2000.0, 2830.0),
                (2005.0, 2960.0),
            ],
        },
    },
    GroupTarget {
        persons: 118_856,
        emigrations: [7_488, 1_500],
        kinds: [[2_645, 4_703, 140], [500, 960, 40]],
        areas: [2_448, 1_019, 680, 396, 1_120],
        yearly: &[
            (2000.0, 340.0),
            (2010.0, 372.0),
            (2016.0, 400.0),
            (2019.0, 408.0),
            (2020.0, 330.0),
            (2021.0, 342.0),
            (2022.0, 408.0),
            (2023.0, 420.0),
        ],
        age_rates: [
            &[
                (18.0, 0.28),
                (20.0, 0.58),
                (22.0, 0.82),
                (24.0, 0.95),
                (25.0, 0.96),
                (27.0, 0.86),
                (30.0, 0.66),
                (33.0, 0.50),
                (35.0, 0.41),
            ],
            &[
                (20.0, 0.95),
                (23.0, 1.25),
                (25.0, 1.32),
                (28.0, 1.10),
                (31.0, 0.86),
                (35.0, 0.60),
            ],
        ],
        education_ratio: Some(1.45),
        education_level: 1.02,
        returned: [1_005, 2_404, 35],
        return_ratio: [1.10, 1.09, 1.08],
        residents: Residents::Cohorts {
            loss: 0.0015,
            sizes: &[
                (1965.0, 2050.0),
                (1975.0, 2350.0),
                (1985.0, 2800.0),
                (1995.0, 3500.0),
                (2005.0, 4100.0),
            ],
        },
    },
    GroupTarget {
        persons: 141_307,
        emigrations: [195_862, 33_857],
        kinds: [[105_414, 21_973, 68_475], [7_900, 4_796, 21_161]],
        areas: [9_101, 4_556, 2_409, 2_677, 8_026],
        yearly: &[
            (2000.0, 5_600.0),
            (2004.0, 6_800.0),
            (2008.0, 8_700.0),
            (2012.0, 11_500.0),
            (2016.0, 13_100.0),
            (2019.0, 10_300.0),
            (2020.0, 8_300.0),
            (2021.0, 7_700.0),
            (2022.0, 8_500.0),
            (2023.0, 9_357.0),
        ],
        age_rates: [
            &[
                (18.0, 5.5),
                (19.0, 6.6),
                (20.0, 7.6),
                (21.0, 8.3),
                (22.0, 8.2),
                (23.0, 7.9),
                (25.0, 7.1),
                (28.0, 6.1),
                (31.0, 5.3),
                (35.0, 4.3),
            ],
            &[
                (18.0, 5.0),
                (22.0, 6.2),
                (25.0, 5.8),
                (30.0, 4.6),
                (35.0, 3.5),
            ],
        ],
        education_ratio: Some(0.72),
        education_level: 0.95,
        returned: [16_339, 6_289, 4_793],
        return_ratio: [1.30, 1.20, 1.25],
        residents: Residents::Arriving(&[
            (2000.0, 78_000.0),
            (2004.0, 96_000.0),
            (2007.0, 122_000.0),
            (2011.0, 178_000.0),
            (2015.0, 222_000.0),
            (2020.0, 238_000.0),
            (2024.0, 252_000.0),
        ]),
    },
    GroupTarget {
        persons: 2_169_524,
        emigrations: [65_638, 8_900],
        kinds: [[370, 64_673, 595], [50, 8_700, 150]],
        areas: [33_752, 12_473, 8_805, 3_669, 14_674],
        yearly: &[
            (2000.0, 3_380.0),
            (2005.0, 3_270.0),
            (2010.0, 3_400.0),
            (2013.0, 3_330.0),
            (2019.0, 2_980.0),
            (2020.0, 1_900.0),
            (2021.0, 2_010.0),
            (2022.0, 2_470.0),
            (2023.0, 2_520.0),
        ],
        age_rates: [
            &[
                (18.0, 0.08),
                (20.0, 0.21),
                (22.0, 0.31),
                (24.0, 0.36),
                (26.0, 0.34),
                (28.0, 0.28),
                (31.0, 0.20),
                (35.0, 0.13),
            ],
            &[
                (20.0, 0.50),
                (23.0, 0.78),
                (25.0, 0.86),
                (27.0, 0.80),
                (30.0, 0.60),
                (35.0, 0.35),
            ],
        ],
        education_ratio: Some(2.20),
        education_level: 1.06,
        returned: [167, 35_756, 178],
        return_ratio: [1.08, 1.05, 1.06],
        residents: Residents::Cohorts {
            loss: 0.0007,
            sizes: &[
                (1965.0, 60.0),
                (1969.0, 61.5),
                (1975.0, 52.0),
                (1978.0, 47.5),
                (1983.0, 46.5),
                (1990.0, 54.5),
                (1996.0, 53.0),
                (2001.0, 48.5),
                (2005.0, 46.5),
            ],
        },
    },
];

/// One of the 19 origin groups; figures are for the two descendant groups together unless said.
pub struct OriginTarget {
    /// Emigrations 2000-2023.
    pub emigrations: u32,
    /// Emigrations per 100 person-years, before scaling to the group's person-years.
    pub rate: f64,
    /// Share of the emigrations that belongs to the Norwegian-born group.
    pub norwegian_born: f64,
    /// Cohort sizes in 1965, 1982, 1993 and 2005, relative.
    pub growth: [f64; 4],
    /// Rate with higher education relative to without.
    pub education_ratio: f64,
    /// Level of higher education relative to the common age profile.
    pub education_level: f64,
    /// Percent to the country of origin and with unknown destination.
    pub origin_unknown: [f64; 2],
    /// Known new destinations, percent: nordic, uk, usa_canada, germany, other.
    pub areas: [f64; 5],
    /// Percent returned without and with higher education.
    pub returned: [f64; 2],
    /// Percent of the person-years and the emigrations of those with one foreign-born parent.
    pub one_parent: [f64; 2],
}

#[allow(clippy::too_many_arguments)]
const fn origin(
    emigrations: u32,
    rate: f64,
    norwegian_born: f64,
    growth: [f64; 4],
    education: [f64; 2],
    origin_unknown: [f64; 2],
    areas: [f64; 5],
    returned: [f64; 2],
    one_parent: [f64; 2],
) -> OriginTarget {
    OriginTarget {
        emigrations,
        rate,
        norwegian_born,
        growth,
        education_ratio: education[0],
        education_level: education[1],
        origin_unknown,
        areas,
        returned,
        one_parent,
    }
}

/// In the order of [`super::codes::ORIGINS`].
#[rustfmt::skip]
pub const ORIGIN: [OriginTarget; 19] = [
    // emigrations, rate, Norwegian-born, growth, [education ratio, level], [origin, unknown],
    // [nordic, uk, usa_canada, germany, other], [returned without, with], [one parent: person-years, emigrations]
    origin(1350, 0.65, 0.80, [1.00, 2.2, 3.2, 3.4], [1.75, 1.00], [17.0, 13.0], [38.0, 33.0, 8.0, 3.0, 18.0],
        [51.0, 57.0], [2.8, 1.9]),
    origin(880, 1.15, 0.30, [0.05, 0.3, 2.0, 5.0], [0.80, 0.55], [7.0, 26.0], [27.0, 52.0, 3.0, 2.0, 16.0],
        [43.5, 56.0], [0.6, 0.6]),
    origin(760, 2.35, 0.30, [1.20, 1.4, 1.3, 1.1], [0.72, 0.95], [53.0, 5.0], [42.0, 16.0, 13.0, 9.0, 20.0],
        [26.0, 30.0], [16.0, 18.0]),
    origin(690, 0.55, 0.35, [0.20, 1.0, 3.5, 3.5], [1.85, 0.95], [12.0, 9.0], [45.0, 13.0, 9.0, 13.0, 20.0],
        [43.0, 55.0], [1.5, 1.2]),
    origin(620, 0.78, 0.25, [0.05, 0.4, 2.2, 4.0], [1.03, 0.75], [12.0, 24.0], [44.0, 24.0, 6.0, 6.0, 20.0],
        [42.0, 38.0], [0.8, 0.7]),
    origin(580, 2.30, 0.30, [1.00, 1.2, 1.6, 1.6], [0.72, 0.95], [52.0, 6.0], [42.0, 17.0, 14.0, 8.0, 19.0],
        [25.0, 29.0], [15.0, 18.0]),
    origin(500, 2.50, 0.30, [0.60, 1.0, 1.3, 1.8], [0.70, 0.90], [54.0, 6.0], [50.0, 13.0, 11.0, 6.0, 20.0],
        [33.0, 37.0], [3.0, 3.6]),
    origin(450, 0.50, 0.72, [0.70, 1.6, 2.6, 2.8], [1.60, 0.72], [44.5, 14.0], [40.0, 14.0, 8.0, 21.0, 17.0],
        [43.0, 38.0], [1.8, 1.7]),
    origin(400, 0.75, 0.30, [0.10, 1.0, 2.2, 2.4], [1.70, 1.30], [2.2, 14.0], [38.0, 23.0, 16.0, 7.0, 16.0],
        [43.0, 55.0], [1.3, 1.1]),
    origin(340, 0.30, 0.75, [0.20, 1.8, 3.0, 2.8], [2.00, 1.35], [2.4, 8.0], [36.0, 17.0, 26.0, 4.0, 17.0],
        [51.0, 58.0], [0.5, 0.4]),
    origin(950, 2.15, 0.33, [1.00, 1.4, 1.6, 1.8], [1.25, 1.10], [50.0, 6.0], [40.0, 17.0, 12.0, 8.0, 23.0],
        [25.5, 29.0], [25.0, 24.0]),
    origin(300, 2.10, 0.30, [1.10, 1.3, 1.2, 1.2], [0.75, 1.10], [50.0, 7.0], [38.0, 26.0, 6.0, 6.0, 24.0],
        [25.0, 29.0], [10.0, 11.0]),
    origin(330, 0.39, 0.70, [0.30, 1.0, 3.0, 3.2], [1.90, 1.40], [9.0, 12.0], [33.0, 36.0, 10.0, 3.0, 18.0],
        [43.5, 47.0], [2.0, 1.6]),
    origin(300, 0.72, 0.50, [0.20, 0.6, 1.5, 4.0], [1.60, 0.80], [10.0, 21.0], [36.0, 32.0, 7.0, 4.0, 21.0],
        [41.5, 46.0], [3.5, 3.0]),
    origin(210, 0.60, 0.35, [0.05, 0.3, 1.2, 4.0], [1.60, 0.80], [9.0, 25.0], [45.0, 20.0, 6.0, 10.0, 19.0],
        [41.5, 36.0], [1.0, 0.9]),
    origin(200, 0.46, 0.50, [0.40, 1.0, 1.6, 3.0], [1.90, 1.30], [12.0, 11.0], [36.0, 18.0, 16.0, 6.0, 24.0],
        [42.0, 56.0], [5.0, 4.0]),
    origin(150, 0.60, 0.45, [0.40, 1.4, 2.0, 1.8], [0.90, 0.95], [16.0, 10.0], [40.0, 16.0, 12.0, 6.0, 26.0],
        [43.0, 57.0], [4.0, 3.4]),
    origin(190, 0.65, 0.30, [0.50, 0.8, 1.2, 4.0], [1.60, 1.20], [22.0, 15.0], [41.0, 17.0, 8.0, 10.0, 24.0],
        [37.0, 43.0], [5.0, 4.0]),
    origin(157, 0.60, 0.30, [0.10, 0.3, 1.2, 4.0], [1.70, 1.20], [14.0, 15.0], [41.0, 17.0, 10.0, 10.0, 22.0],
        [38.0, 45.0], [1.2, 0.9]),
];

/// Share with higher education by age at 31 December.
pub const EDUCATION_BY_AGE: Line = &[
    (19.0, 0.0),
    (20.0, 0.004),
    (21.0, 0.025),
    (22.0, 0.09),
    (23.0, 0.17),
    (24.0, 0.23),
    (25.0, 0.28),
    (26.0, 0.312),
    (27.0, 0.335),
    (28.0, 0.350),
    (30.0, 0.368),
    (36.0, 0.384),
];

/// Higher education has become more common over the years.
pub const EDUCATION_BY_YEAR: Line = &[
    (2000.0, 0.84),
    (2008.0, 0.97),
    (2016.0, 1.10),
    (2024.0, 1.18),
];

/// Immigrants aged 10 or more by age, relative: they keep arriving in their twenties.
pub const IMMIGRANTS_BY_AGE: Line = &[
    (18.0, 0.27),
    (20.0, 0.46),
    (22.0, 0.70),
    (25.0, 1.02),
    (28.0, 1.25),
    (30.0, 1.31),
    (33.0, 1.33),
    (36.0, 1.34),
];

/// Unknown destinations have become more common; the counts of the two spans require it.
pub const UNKNOWN_BY_YEAR: Line = &[
    (2000.0, 0.40),
    (2008.0, 0.75),
    (2014.0, 1.10),
    (2019.0, 1.85),
    (2023.0, 2.10),
];

/// Descendants of Nordic and other western origins: their rates fall somewhat faster, so that
/// their numbers stay level while the others rise.
pub const WESTERN_BY_YEAR: Line = &[(2000.0, 1.18), (2023.0, 0.82)];
/// Positions of those five in [`super::codes::ORIGINS`].
pub const WESTERN: [usize; 5] = [2, 5, 6, 10, 11];

/// Destinations of those with higher education relative to those without.
pub const EDUCATION_BY_DESTINATION: [f64; 7] = [0.62, 0.88, 1.12, 1.18, 1.10, 1.06, 0.62];

/// Of those back within five years, the share back one to five years after; beyond five years,
/// how many have returned relative to five years after.
pub const RETURN_CURVE: [f64; 10] = [
    0.15, 0.47, 0.71, 0.88, 1.00, 1.07, 1.115, 1.145, 1.165, 1.18,
];
