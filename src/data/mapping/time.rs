//! Years out of the periods by which offices publish.

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

/// The moment of a code: `2007`, `2023*`, `2007K1`, `2015-Q4`, `2024M01`, `2015-02`, `2015S1`.
/// Spans of years are no moments.
pub fn moment(code: &str) -> Option<Moment> {
    let code = code.trim().trim_end_matches('*');
    let (year, rest) = code.split_at_checked(4)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year = year
        .parse()
        .ok()
        .filter(|year| (1500..2200).contains(year))?;
    let rest = rest.strip_prefix(['-', '/']).unwrap_or(rest);
    if rest.is_empty() {
        return Some(Moment {
            year,
            part: 1,
            parts: 1,
        });
    }
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let part: u32 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    let parts = match &rest[..rest.len() - digits.len()] {
        "K" | "Q" | "k" | "q" => 4,
        "M" | "m" | "" => 12,
        "S" | "H" => 2,
        "T" => 3,
        "U" | "W" | "V" => 52,
        _ => return None,
    };
    // Some years have a 53rd week.
    (1..=parts + u32::from(parts == 52))
        .contains(&part)
        .then_some(Moment { year, part, parts })
}

/// For each code whether it is a part of a year that is there as a whole as well: adding both up would
/// count it twice.
pub fn parts_beside_wholes(codes: &[String]) -> Vec<bool> {
    let moments: Vec<Option<Moment>> = codes.iter().map(|code| moment(code)).collect();
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
