//! Numbers as each language writes them, the same in figure, table and export.
//!
//! Norwegian: decimal comma, narrow no-break space between thousands, a space before the
//! per cent sign. English: decimal point, comma between thousands, no space.

use super::Lang;

/// U+202F, the space that keeps a number on one line.
pub const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// U+2212, as wide as a plus sign.
pub const MINUS: char = '\u{2212}';

/// `value` with `decimals` digits after the decimal sign, rounded half away from zero.
///
/// Thousands are separated from five digits on in Norwegian and from four in English.
/// A value that is not finite gives an empty string: no such value may reach a reader.
pub fn decimal(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let plain = format!("{:.*}", decimals, round_half_away(value.abs(), decimals));
    let (whole, fraction) = match plain.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (plain.as_str(), None),
    };
    let (separator, point, group_from) = match lang {
        Lang::Nb | Lang::Nn => (NARROW_NO_BREAK_SPACE, ',', 5),
        Lang::En => (',', '.', 4),
    };
    let is_zero = plain.bytes().all(|byte| byte == b'0' || byte == b'.');
    let mut out = String::with_capacity(plain.len() + 4);
    if value < 0.0 && !is_zero {
        out.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left % 3 == 0 && whole.len() >= group_from {
            out.push(separator);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// Whether a number as it is read is nothing: "0,00 %" of what is too little for its decimals.
///
/// ```
/// assert!(text::number::is_nothing("−0.00%"));
/// assert!(!text::number::is_nothing("0.06%"));
/// ```
pub fn is_nothing(text: &str) -> bool {
    let mut digits = text.chars().filter(char::is_ascii_digit).peekable();
    digits.peek().is_some() && digits.all(|digit| digit == '0')
}

/// What is said of a number that is there and too little for its decimals: "under 0.5%" of one that is read "0%".
///
/// ```
/// assert_eq!(text::number::under("0.0%", text::Lang::En), "under 0.05%");
/// ```
pub fn under(nothing: &str, lang: Lang) -> String {
    let digits = nothing.chars().filter(char::is_ascii_digit).count();
    let rest =
        nothing.trim_start_matches(|letter: char| letter.is_ascii_digit() || ",.".contains(letter));
    let half = decimal(
        0.5 / POWERS[digits.clamp(1, POWERS.len()) - 1],
        digits,
        lang,
    );
    format!("under {half}{rest}")
}

/// Of ten, by the number of decimals.
const POWERS: [f64; 5] = [1.0, 10.0, 100.0, 1000.0, 10000.0];

/// A whole number.
pub fn integer(value: f64, lang: Lang) -> String {
    decimal(value, 0, lang)
}

/// A share between 0 and 1 as per cent: `0.43` gives "43 %" in Norwegian and "43%" in English.
pub fn percent(share: f64, decimals: usize, lang: Lang) -> String {
    let number = decimal(share * 100.0, decimals, lang);
    if number.is_empty() {
        return number;
    }
    match lang {
        Lang::Nb | Lang::Nn => format!("{number}{NARROW_NO_BREAK_SPACE}%"),
        Lang::En => format!("{number}%"),
    }
}

/// A count of groups in running text: words up to ten, digits above. The Norwegian word for one
/// agrees with "gruppe".
pub fn small(lang: Lang, count: usize) -> String {
    const NB: [&str; 11] = [
        "ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
    ];
    const NN: [&str; 11] = [
        "ingen", "éi", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
    ];
    const EN: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let words = match lang {
        Lang::Nb => NB,
        Lang::Nn => NN,
        Lang::En => EN,
    };
    match words.get(count) {
        Some(word) => (*word).to_owned(),
        None => integer(count as f64, lang),
    }
}

/// Decimal digits that show `value` with about `significant` significant digits, at most 6.
pub fn decimals_for(value: f64, significant: i32) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let magnitude = libm::floor(libm::log10(value.abs())) as i32;
    (significant - 1 - magnitude).clamp(0, 6) as usize
}

/// Decimals of a difference in percentage points: three digits that count and at most three decimals, four where it
/// would vanish with three.
///
/// ```
/// assert_eq!([12.345, 0.07348, 0.0004].map(text::number::decimals_of_points), [1, 3, 4]);
/// ```
pub fn decimals_of_points(points: f64) -> usize {
    decimals_for(points, 3).clamp(1, decimals_for(points, 1).clamp(3, 4))
}

/// Decimals of a share in per cent: none, and one below ten per cent. One of whole per cents, as a publisher may have
/// rounded it, gets no decimal that nobody has counted.
///
/// ```
/// assert_eq!([0.493, 0.0996, 0.0563, 0.07, 0.0].map(text::number::decimals_of_share), [0, 0, 1, 0, 0]);
/// ```
pub fn decimals_of_share(share: f64) -> usize {
    let percent = share * 100.0;
    let is_whole = libm::fabs(percent - libm::round(percent)) < 1e-9;
    usize::from(percent < 9.95 && !is_whole)
}

/// Decimals with which two numbers that are compared are read as two: at least so many, and at most three more.
///
/// ```
/// assert_eq!(text::number::apart(1.5512, 1.5478, 2), 3);
/// assert_eq!(text::number::apart(0.50031, 0.5, 3), 4);
/// assert_eq!(text::number::apart(0.5, 0.5, 2), 2);
/// ```
pub fn apart(one: f64, two: f64, least: usize) -> usize {
    let differ = |decimals: &usize| {
        let [one, two] = [one, two].map(|value| decimal(value, *decimals, Lang::En));
        one != two
    };
    (least..=least + 3).find(differ).unwrap_or(least)
}

/// Per cents that a sentence holds against each other, each a value with its text, which may be marked: all with as
/// many decimals, and more until the first two differ. Other texts are left as they are.
///
/// ```
/// use text::{Lang, number::held};
/// assert_eq!(held(Lang::En, &[(0.015, "1.5%"), (0.0065, "0.65%")]), ["1.50%", "0.65%"]);
/// assert_eq!(held(Lang::En, &[(0.574, "57%"), (0.566, "57%"), (0.1, "10%")]), ["57.4%", "56.6%", "10.0%"]);
/// assert_eq!(held(Lang::En, &[(12.0, "12"), (0.5, "50%")]), ["12", "50%"]);
/// ```
pub fn held(lang: Lang, numbers: &[(f64, &str)]) -> Vec<String> {
    let read = |text: &str| super::marks::plain(text);
    let decimals = |text: &str| decimals_of(&read(text));
    // What is no per cent, or is told otherwise, has no decimals to be given.
    let are_plain = numbers
        .iter()
        .all(|(value, text)| percent(*value, decimals(text), lang) == read(text));
    let most = numbers.iter().map(|(_, text)| decimals(text)).max();
    let needed = match (most.filter(|_| are_plain), numbers) {
        (Some(most), [(one, _), (other, _), ..]) => Some(apart(one * 100.0, other * 100.0, most)),
        _ => None,
    };
    let finer = |(value, text): &(f64, &str)| match needed {
        Some(needed) => text.replace(&read(text), &percent(*value, needed, lang)),
        None => (*text).to_owned(),
    };
    numbers.iter().map(finer).collect()
}

/// The decimals that a number is written with.
fn decimals_of(text: &str) -> usize {
    let fraction = text.split([',', '.']).nth(1);
    fraction.map_or(0, |text| text.bytes().filter(u8::is_ascii_digit).count())
}

/// Two per cents of one sentence with the decimals of the one that has fewer; as they are where they would then be
/// read alike or as nothing.
///
/// ```
/// use text::{Lang, number::evened};
/// assert_eq!(evened(Lang::En, [(0.0251, "2.51%"), (0.00062, "0.0620%")]), ["2.51%", "0.06%"]);
/// assert_eq!(evened(Lang::En, [(0.251, "25%"), (0.00062, "0.062%")]), ["25%", "0.062%"]);
/// ```
pub fn evened(lang: Lang, numbers: [(f64, &str); 2]) -> [String; 2] {
    let decimals = numbers.map(|(_, text)| decimals_of(text));
    let least = decimals[0].min(decimals[1]);
    let even = numbers.map(|(value, _)| percent(value, least, lang));
    let are_plain = numbers
        .iter()
        .all(|(value, text)| percent(*value, decimals_of(text), lang) == *text);
    match are_plain && even[0] != even[1] && !even.iter().any(|text| is_nothing(text)) {
        true => even,
        false => numbers.map(|(_, text)| text.to_owned()),
    }
}

/// A code as a reader sees it where it has no label: a range, which is two whole numbers of which the
/// first is the smaller, with the dash of ranges. Names and dates keep their hyphens.
pub fn range(code: &str) -> String {
    match code.split_once('-') {
        Some((from, to)) if is_range(from, to) => format!("{from}–{to}"),
        _ => code.to_owned(),
    }
}

fn is_range(from: &str, to: &str) -> bool {
    let number = |text: &str| {
        let is_whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_whole.then(|| text.parse::<u64>().ok()).flatten()
    };
    // Digits after a zero count no things: only numbers written alike, as "05-09", are a range then.
    let is_plain = from == "0" || !from.starts_with('0') || from.len() == to.len();
    matches!((number(from), number(to)), (Some(from), Some(to)) if from < to) && is_plain
}

/// Formatting rounds half to even on the binary value; readers expect 0.125 to show as 0.13.
/// The nudge is below the precision of any number shown.
fn round_half_away(value: f64, decimals: usize) -> f64 {
    let factor = libm::pow(10.0, decimals as f64);
    let scaled = value * factor;
    if scaled >= 1e15 {
        return value;
    }
    libm::floor(scaled + 0.5 + scaled * 1e-15) / factor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let cases = [
            (0.0, 0, "0", "0"),
            (1234.0, 0, "1234", "1,234"),
            (12345.6, 1, "12\u{202f}345,6", "12,345.6"),
            (1_000_000.0, 0, "1\u{202f}000\u{202f}000", "1,000,000"),
            (-3.25, 1, "\u{2212}3,3", "\u{2212}3.3"),
            (-0.04, 1, "0,0", "0.0"),
            (0.125, 2, "0,13", "0.13"),
            (2.675, 2, "2,68", "2.68"),
            (f64::NAN, 1, "", ""),
            (f64::INFINITY, 0, "", ""),
        ];
        for (value, decimals, nb, en) in cases {
            assert_eq!(decimal(value, decimals, Lang::Nb), nb);
            assert_eq!(decimal(value, decimals, Lang::Nn), nb);
            assert_eq!(decimal(value, decimals, Lang::En), en);
        }
    }

    #[test]
    fn only_two_rising_whole_numbers_are_a_range() {
        for (code, shown) in [
            ("18-22", "18–22"),
            ("2000-2005", "2000–2005"),
            ("0-4", "0–4"),
            ("05-09", "05–09"),
            ("85-104", "85–104"),
        ] {
            assert_eq!(range(code), shown);
        }
        for code in [
            "Midt-Telemark",
            "Nord-Odal",
            "Guinea-Bissau",
            "Sør-Korea",
            "B1-3",
            "1-B",
            "2020-01-01",
            "2020-01",
            "22-18",
            "7-7",
            "22-33-44",
            "02-1234",
            "18-",
            "-5",
            "1.5-2",
            "18 - 22",
            "-",
            "",
            "99999999999999999999-100000000000000000000",
        ] {
            assert_eq!(range(code), code);
        }
    }

    #[test]
    fn per_cent_sign_has_a_space_in_norwegian_only() {
        assert_eq!(percent(0.43, 0, Lang::Nb), "43\u{202f}%");
        assert_eq!(percent(0.43, 0, Lang::En), "43%");
        assert_eq!(percent(0.0071, 2, Lang::Nb), "0,71\u{202f}%");
    }

    #[test]
    fn decimals_for_keeps_significant_digits() {
        assert_eq!(decimals_for(0.71, 2), 2);
        assert_eq!(decimals_for(6.1, 2), 1);
        assert_eq!(decimals_for(43.0, 2), 0);
        assert_eq!(decimals_for(0.0, 2), 0);
    }
}
