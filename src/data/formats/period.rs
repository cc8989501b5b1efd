//! Points and spans of time as offices write them in cells and column names.

/// Whether a text is a year, quarter, month, week, half-year, third of a year or a span of years:
/// `2024`, `2023*`, `2007K1`, `2015-Q4`, `2024M01`, `2015-02`, `2024U12`, `2015-S1`, `1990-1995`.
pub fn is_period(text: &str) -> bool {
    let text = text.strip_suffix('*').unwrap_or(text);
    let Some((year, rest)) = text.split_at_checked(4) else {
        return false;
    };
    if !is_year(year) {
        return false;
    }
    let part = rest.strip_prefix(['-', '/']).unwrap_or(rest);
    let separated = part.len() != rest.len();
    if rest.is_empty() || (separated && part.len() == 4 && is_year(part)) {
        return true;
    }
    let letter = part.chars().next().filter(char::is_ascii_alphabetic);
    let digits = if letter.is_some() { &part[1..] } else { part };
    let Ok(number) = digits.parse::<u8>() else {
        return false;
    };
    if digits.len() > 2 || number == 0 {
        return false;
    }
    match letter.map(|letter| letter.to_ascii_uppercase()) {
        Some('K' | 'Q') => number <= 4,
        Some('M') => number <= 12,
        Some('U' | 'W' | 'V') => number <= 53,
        Some('S' | 'H') => number <= 2,
        Some('T') => number <= 3,
        None => separated && digits.len() == 2 && number <= 12,
        Some(_) => false,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && ("1500".."2200").contains(&text)
}

/// A column name that holds a period: what stands before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<'a> {
    /// The words before the period.
    pub before: &'a str,
    /// The period.
    pub period: &'a str,
    /// The words after it.
    pub after: &'a str,
}

/// Finds the period in a column name such as `Personer 2010`, `2010 Menn` or `2010`. The last
/// one counts, because time stands innermost in most tables.
pub fn dated(name: &str) -> Option<Dated<'_>> {
    let name = name.trim();
    let mut end = name.len();
    for word in name.rsplit(' ') {
        let start = end - word.len();
        if is_period(word) {
            return Some(Dated {
                before: name[..start].trim_end(),
                period: word,
                after: name[end..].trim_start(),
            });
        }
        end = start.saturating_sub(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_from_numbers_and_codes() {
        for text in [
            "1846",
            "2023*",
            "2007K1",
            "2007Q4",
            "2015-Q4",
            "2024M01",
            "2015-02",
            "2024U12",
            "2015-W01",
            "2015S1",
            "2015-S1",
            "2024T3",
            "1990-1995",
            "2019/2020",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in [
            "",
            "0301",
            "12345",
            "2007K5",
            "2024M13",
            "2015-13",
            "20151",
            "2010 Menn",
            "1234567",
            "2015-2",
            "9999",
            "2015K",
            "2015å1",
        ] {
            assert!(!is_period(text), "{text}");
        }
    }

    #[test]
    fn column_names_part_around_the_period() {
        let cases = [
            ("Personer 2010", Some(("Personer", "2010", ""))),
            ("2010 Menn", Some(("", "2010", "Menn"))),
            (
                "Innflytting 2010K1 Menn",
                Some(("Innflytting", "2010K1", "Menn")),
            ),
            ("2010", Some(("", "2010", ""))),
            (
                "Andel (prosent) 2010",
                Some(("Andel (prosent)", "2010", "")),
            ),
            ("Personer", None),
            ("Folkemengde 1. januar 2020, etter region", None),
        ];
        for (name, parts) in cases {
            let found = dated(name).map(|d| (d.before, d.period, d.after));
            assert_eq!(found, parts, "{name}");
        }
    }
}
