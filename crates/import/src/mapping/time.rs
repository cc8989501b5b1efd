//! Years out of the periods by which offices publish.

use crate::formats::period::{self, Period};

/// A year, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The calendar year.
    pub year: i32,
    /// Which part of the year, counted from 1.
    pub part: u32,
    /// How many such parts a year has: 1, 2, 3, 4, 12 or 52.
    pub parts: u32,
}

/// The moment of a code by itself: `2007`, `2023*`, `2007K1`, `2024M01`, `2015-02`. Spans of years are no moments.
pub fn moment(code: &str) -> Option<Moment> {
    let period = period::parse(code).filter(|period| !period.is_span)?;
    let Period {
        year, part, parts, ..
    } = period;
    Some(Moment { year, part, parts })
}

/// The moments of all codes of a dimension. Dates tell only together how many of them a year has: the same
/// day each year is one, four months are quarters. So does `T`, of which there are three or four.
pub fn moments(codes: &[String]) -> Vec<Option<Moment>> {
    let periods: Vec<Option<Period>> = codes.iter().map(|code| period::parse(code)).collect();
    let known = || periods.iter().flatten();
    let are_quarters = known().any(|period| period.is_t && period.parts == 4);
    let each_year = day(codes).is_some();
    let mut months = [false; 12];
    for (month, _) in known().filter_map(|period| period.date) {
        months[month as usize - 1] = true;
    }
    let count = months.iter().filter(|met| **met).count();
    // How many months lie between two of them, when they are evenly spread over a year.
    let apart = [3, 6].into_iter().find(|apart| {
        let first = months.iter().position(|met| *met).unwrap_or(0) % apart;
        let met = (0..12).filter(|month| months[*month]);
        count > 1 && met.clone().all(|month| month % apart == first) && count * apart <= 12
    });
    let met: Vec<usize> = (0..12).filter(|month| months[*month]).collect();
    let apart = match met[..] {
        [one, two] if two - one == 6 => Some(6),
        _ => apart,
    };
    let moment = |period: &Option<Period>| {
        let period = period.filter(|period| !period.is_span)?;
        let (part, parts) = match (period.date, apart) {
            _ if period.is_t && are_quarters => (period.part, 4),
            (Some(_), _) if each_year => (1, 1),
            (Some((month, _)), Some(apart)) => ((month - 1) / apart as u32 + 1, 12 / apart as u32),
            _ => (period.part, period.parts),
        };
        Some(Moment {
            year: period.year,
            part,
            parts,
        })
    };
    periods.iter().map(moment).collect()
}

/// Month and day, when all codes are dates of the same day of the year.
pub fn day(codes: &[String]) -> Option<(u32, u32)> {
    let date = |code: &String| period::parse(code)?.date.filter(|(_, day)| *day > 0);
    let first = date(codes.first()?)?;
    codes
        .iter()
        .all(|code| date(code) == Some(first))
        .then_some(first)
}

/// The month and day of the turn of the year that a stock is of, where all codes are dates and one of them is that.
pub fn turn(codes: &[String]) -> Option<(u32, u32)> {
    let dates: Option<Vec<(u32, u32)>> =
        codes.iter().map(|code| period::parse(code)?.date).collect();
    let dates = dates?;
    let has = |turn: &(u32, u32)| dates.contains(turn);
    match [(1, 1), (12, 31)].map(|turn| has(&turn)) {
        [true, false] => Some((1, 1)),
        [false, true] => Some((12, 31)),
        _ => None,
    }
}

/// For each code whether it is a part of a year that is there as a whole as well: adding both up would
/// count it twice.
pub fn parts_beside_wholes(codes: &[String]) -> Vec<bool> {
    let moments = moments(codes);
    let mut fewest: Vec<(i32, u32)> = Vec::new();
    for moment in moments.iter().flatten() {
        match fewest.iter_mut().find(|(year, _)| *year == moment.year) {
            Some((_, parts)) => *parts = moment.parts.min(*parts),
            None => fewest.push((moment.year, moment.parts)),
        }
    }
    let is_part = |moment: &Moment| {
        let fewest = fewest.iter().find(|(year, _)| *year == moment.year);
        fewest.is_some_and(|(_, parts)| moment.parts > *parts)
    };
    let moments = moments.iter();
    moments
        .map(|moment| moment.as_ref().is_some_and(is_part))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_tell_together_how_many_a_year_has() {
        type Case = (&'static [&'static str], &'static [(i32, u32, u32)]);
        let cases: [Case; 6] = [
            (&["2020-01-01", "2021-01-01"], &[(2020, 1, 1), (2021, 1, 1)]),
            (&["31.12.2020", "31.12.2021"], &[(2020, 1, 1), (2021, 1, 1)]),
            (
                &["2020-01", "2020-04", "2020-07", "2020-10"],
                &[(2020, 1, 4), (2020, 2, 4), (2020, 3, 4), (2020, 4, 4)],
            ),
            (&["2020-01-01", "2020-07-01"], &[(2020, 1, 2), (2020, 2, 2)]),
            (&["2020-01", "2020-02"], &[(2020, 1, 12), (2020, 2, 12)]),
            (&["2013T1", "2013T4"], &[(2013, 1, 4), (2013, 4, 4)]),
        ];
        for (codes, expected) in cases {
            let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            let found = moments(&codes).into_iter().flatten();
            let found: Vec<(i32, u32, u32)> = found.map(|m| (m.year, m.part, m.parts)).collect();
            assert_eq!(found, expected, "{codes:?}");
        }
    }

    #[test]
    fn parts_of_years_are_told_apart_from_spans() {
        let cases = [
            ("2007", Some((2007, 1, 1))),
            ("2023*", Some((2023, 1, 1))),
            ("2007K4", Some((2007, 4, 4))),
            ("2015-Q1", Some((2015, 1, 4))),
            ("2024M12", Some((2024, 12, 12))),
            ("2015-02", Some((2015, 2, 12))),
            ("2015S2", Some((2015, 2, 2))),
            ("2015K5", None),
            ("1990-1995", None),
            ("0301", None),
            ("Total", None),
        ];
        for (code, expected) in cases {
            let found = moment(code).map(|m| (m.year, m.part, m.parts));
            assert_eq!(found, expected, "{code}");
        }
    }
}
