//! Points and spans of time as offices write them in cells and column names.

/// A point or span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The calendar year it is in, or begins in.
    pub year: i32,
    /// Which part of the year, counted from 1.
    pub part: u32,
    /// How many such parts a year has: 1, 2, 3, 4, 12 or 52.
    pub parts: u32,
    /// Month and day of a date; the day is 0 where only the month is given, in digits without a letter.
    pub date: Option<(u32, u32)>,
    /// Whether it goes beyond a calendar year: `1990-1995`, a school year, a fiscal year.
    pub is_span: bool,
    /// Whether the part is one of `T`, which some offices have three of a year and others four.
    pub is_t: bool,
}

/// The months in the languages of offices, in full.
const MONTHS: [&str; 12] = [
    "january|januar|januari|janvier|enero|tammikuu|janúar|jänner",
    "february|februar|februari|février|febrero|helmikuu|febrúar",
    "march|mars|marts|märz|marzo|maart|maaliskuu|mrt",
    "april|avril|abril|huhtikuu|apríl",
    "may|mai|maj|mayo|mei|toukokuu|maí",
    "june|juni|juin|junio|kesäkuu|júní",
    "july|juli|juillet|julio|heinäkuu|júlí",
    "august|augusti|août|agosto|augustus|elokuu|ágúst",
    "september|septembre|septiembre|syyskuu",
    "october|oktober|octobre|octubre|lokakuu|október",
    "november|novembre|noviembre|marraskuu|nóvember",
    "december|desember|décembre|diciembre|dezember|joulukuu",
];

/// The month that a word names, in full or by its first letters.
fn month(word: &str) -> Option<u32> {
    let word = vocabulary::words::lower(word.trim_end_matches('.'));
    let letters = word.chars().count();
    let names = |month: &str| {
        let is_short = (3..=4).contains(&letters);
        month
            .split('|')
            .any(|name| name == word || (is_short && name.starts_with(&word)))
    };
    let found = MONTHS.iter().position(|month| names(month))?;
    Some(found as u32 + 1)
}

/// The year of two or four digits.
fn year_of(text: &str) -> Option<i32> {
    if is_year(text) {
        return text.parse().ok();
    }
    let short: i32 = text.parse().ok().filter(|_| text.len() == 2)?;
    Some(if short < 70 {
        2000 + short
    } else {
        1900 + short
    })
}

impl Period {
    fn of(year: i32, part: u32, parts: u32) -> Period {
        Period {
            year,
            part,
            parts,
            date: None,
            is_span: false,
            is_t: false,
        }
    }

    fn on(year: i32, month: u32, day: u32) -> Option<Period> {
        let is_date = (1..=12).contains(&month) && day <= 31;
        is_date.then(|| Period {
            date: Some((month, day)),
            ..Period::of(year, month, 12)
        })
    }

    fn span(year: i32) -> Period {
        Period {
            is_span: true,
            ..Period::of(year, 1, 1)
        }
    }
}

/// The period that a text names: `2024`, `2020.0`, `2023*`, `2007K1`, `2015-Q4`, `2013T4`, `2024M01`, `2015-02`,
/// `2024U12`, `2015-S1`, `2019JJ00`, `2020-01-01`, `01.01.2020`, `jan.20`, `Q1 2020`, `1990-1995`, `2019/20`.
pub fn parse(text: &str) -> Option<Period> {
    let text = text.trim();
    let text = without_version(text.strip_suffix('*').unwrap_or(text));
    if text.is_empty() || text.len() > 24 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    beginning_with_year(text)
        .or_else(|| day_first(text))
        .or_else(|| in_words(text))
}

/// A year without what is set behind it because its numbers may still change, and without a mark of a note: `2020p`,
/// `2020 (prel.)`, `2020¹`. What is revised may stand beside what it replaces.
fn without_version(text: &str) -> &str {
    const VERSIONS: &str = "p|r|e|pe|prel|prelim|preliminary|provisional|est|foreløpig|foreløpige|\
        førebels|foreløbig|foreløbige|preliminär|preliminära|ennakko|ennakkotieto|vorläufig|provisoire|voorlopig|\
        ¹|²|³|1)|2)|3)";
    let Some((year, rest)) = text.split_at_checked(4).filter(|(year, _)| is_year(year)) else {
        return text;
    };
    let rest = vocabulary::words::lower(rest.trim());
    let bare = rest.trim_start_matches('(').trim_end_matches(['.', '*']);
    let bare = bare
        .strip_suffix(')')
        .filter(|_| rest.starts_with('('))
        .unwrap_or(bare);
    match vocabulary::words::is_listed(VERSIONS, bare.trim_end_matches('.')) {
        true => year,
        false => text,
    }
}

fn beginning_with_year(text: &str) -> Option<Period> {
    let (year, rest) = text.split_at_checked(4)?;
    let year: i32 = year.parse().ok().filter(|_| is_year(year))?;
    if rest.is_empty() || rest == ".0" {
        return Some(Period::of(year, 1, 1));
    }
    let part = rest.strip_prefix(['-', '/', ' ']).unwrap_or(rest);
    let separated = part.len() != rest.len();
    if separated && part.len() == 4 && is_year(part) {
        return Some(Period::span(year));
    }
    // A date, perhaps with the time of day behind it.
    let day = part.split(['T', ' ']).next().unwrap_or_default();
    if let Some((month, day)) = day.split_once(['-', '/', '.']).filter(|_| separated) {
        let month = month.parse().ok().filter(|_| month.len() <= 2)?;
        return Period::on(year, month, day.parse().ok().filter(|day| *day > 0)?);
    }
    let letters = part.len()
        - part
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (letter, digits) = part.split_at(letters);
    let number: u32 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    if letter.is_empty() {
        let next = (year + 1) % 100;
        let is_next = i32::try_from(number).is_ok_and(|number| number == next);
        return match digits.len() {
            2 if is_next && rest.starts_with('/') => Some(Period::span(year)),
            2 if separated && (1..=12).contains(&number) => Period::on(year, number, 0),
            2 if is_next && separated => Some(Period::span(year)),
            _ => None,
        };
    }
    let parts = match letter.to_ascii_uppercase().as_str() {
        "JJ" => return (number == 0).then(|| Period::of(year, 1, 1)),
        "K" | "Q" | "KW" => 4,
        "M" | "MM" => 12,
        "U" | "W" | "V" => 52,
        "S" | "H" => 2,
        "T" if number == 4 => 4,
        "T" => 3,
        _ => return None,
    };
    // Some years have a 53rd week.
    let is_part = (1..=parts + u32::from(parts == 52)).contains(&number);
    is_part.then(|| Period {
        is_t: letter.eq_ignore_ascii_case("T"),
        ..Period::of(year, number, parts)
    })
}

/// `01.01.2020`, and with slashes where no other order of day and month is meant.
fn day_first(text: &str) -> Option<Period> {
    let sign = if text.contains('.') { '.' } else { '/' };
    let mut pieces = text.split(sign);
    let (day, month, year) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let number = |text: &str| -> Option<u32> { text.parse().ok().filter(|_| text.len() <= 2) };
    let (day, month) = (number(day)?, number(month)?);
    let year: i32 = year.parse().ok().filter(|_| is_year(year))?;
    let is_clear = sign == '.' || day == month || day > 12;
    let is_date = pieces.next().is_none() && day > 0 && is_clear;
    is_date.then(|| Period::on(year, month, day)).flatten()
}

/// `jan.20`, `Oct-14`, `January 2020`, `2020 januar`, `Q1 2020`, `1. kvartal 2020`, `FY2020`.
fn in_words(text: &str) -> Option<Period> {
    if let Some(rest) = text.strip_prefix("FY") {
        let within = beginning_with_year(rest.trim())?;
        return Some(Period::span(within.year));
    }
    let mut pieces = text
        .split([' ', '.', '-', '/', ','])
        .filter(|piece| !piece.is_empty());
    let (one, two, three) = (pieces.next()?, pieces.next()?, pieces.next());
    if pieces.next().is_some() {
        return None;
    }
    let quarter = |word: &str| {
        let word = vocabulary::words::lower(word);
        [
            "kvartal",
            "kvartalet",
            "kv",
            "quarter",
            "qtr",
            "trimestre",
            "quartal",
            "neljännes",
        ]
        .contains(&word.as_str())
    };
    let of_four = |number: &str| number.parse().ok().filter(|part| (1..=4).contains(part));
    match (one, two, three) {
        (word, year, None) if month(word).is_some() => {
            let (year, month) = (year_of(year)?, month(word)?);
            Some(Period::of(year, month, 12))
        }
        (year, word, None) if is_year(year) && month(word).is_some() => {
            Some(Period::of(year_of(year)?, month(word)?, 12))
        }
        (part, year, None) if is_year(year) && part.len() == 2 => {
            let number = part.strip_prefix(['Q', 'K', 'T', 'q', 'k'])?;
            Some(Period::of(year_of(year)?, of_four(number)?, 4))
        }
        (number, word, Some(year)) if is_year(year) && quarter(word) => {
            Some(Period::of(year_of(year)?, of_four(number)?, 4))
        }
        (word, number, Some(year)) if is_year(year) && quarter(word) => {
            Some(Period::of(year_of(year)?, of_four(number)?, 4))
        }
        (year, number, Some(word)) if is_year(year) && quarter(word) => {
            Some(Period::of(year_of(year)?, of_four(number)?, 4))
        }
        (year, word, Some(number)) if is_year(year) && quarter(word) => {
            Some(Period::of(year_of(year)?, of_four(number)?, 4))
        }
        _ => None,
    }
}

/// What stands behind a year in the period of a part of it: `K1` of `1. kvartal`, `M02` of `februar`.
pub fn part_of_year(text: &str, parts: u32) -> Option<String> {
    let digits: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .collect();
    let number = match digits[..] {
        [] if parts == 12 => month(text.trim())?,
        [number] => number
            .parse()
            .ok()
            .filter(|part| (1..=parts).contains(part))?,
        _ => return None,
    };
    Some(match parts {
        12 => format!("M{number:02}"),
        2 => format!("H{number}"),
        _ => format!("K{number}"),
    })
}

/// Whether a text is a number and a month: what a spreadsheet makes of `5-9` and `10-14`.
pub fn is_number_and_month(text: &str) -> bool {
    let pieces: Vec<&str> = text.trim().split(['.', '-', ' ', '/']).collect();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pieces[..] {
        [one, two] => {
            (is_number(one) && month(two).is_some()) || (month(one).is_some() && is_number(two))
        }
        _ => false,
    }
}

/// Whether a text is a year or a part of one, a date, or a span of years.
pub fn is_period(text: &str) -> bool {
    parse(text).is_some()
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
    let bare = name.strip_prefix('X').filter(|bare| is_year(bare));
    if let Some(period) = bare {
        return Some(Dated {
            before: "",
            period,
            after: "",
        });
    }
    let mut end = name.len();
    for word in name.rsplit(' ') {
        let start = end - word.len();
        if is_period(word) {
            // With what tells the version of its numbers.
            let end = match is_period(&name[start..]) {
                true => name.len(),
                false => end,
            };
            return Some(Dated {
                before: name[..start].trim_end(),
                period: &name[start..end],
                after: name[end..].trim_start(),
            });
        }
        end = start.saturating_sub(1);
    }
    // As Stata has it: `emigrations2019`.
    let (before, period) = name.split_at_checked(name.len().checked_sub(4)?)?;
    let is_glued =
        is_year(period) && before.ends_with(|c: char| c.is_ascii_lowercase() || c == '_');
    (is_glued && !before.contains(' ')).then(|| Dated {
        before: before.trim_end_matches('_'),
        period,
        after: "",
    })
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
            "2020.0",
            "2013T4",
            "2019JJ00",
            "2019KW02",
            "2020-01-01",
            "2020-01-01T00:00:00",
            "01.01.2020",
            "31.12.2020",
            "31/12/2020",
            "jan.20",
            "des 2021",
            "2020 Q1",
            "Q1 2020",
            "1. kvartal 2020",
            "2019/20",
            "2019-20",
            "FY2020",
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
            "2020.5",
            "2020-13-01",
            "03/04/2020",
            "jan",
            "mann 20",
            "Alta 2020",
            "Total",
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
