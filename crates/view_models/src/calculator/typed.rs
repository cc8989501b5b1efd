//! Numbers as people type them.

use data::decimal_sign::{self, DecimalSign, Evidence};
use text::{Lang, calculator as words};

/// A number as the language writes it. What reads in two ways is asked about, not guessed.
pub fn read(text: &str, lang: Lang) -> Result<f64, String> {
    if text.trim().is_empty() {
        return Err(words::nothing_typed(lang).to_owned());
    }
    let not_a_number = || words::not_a_number(lang, text);
    let tight = ungrouped(text).ok_or_else(not_a_number)?;
    let usual = match lang {
        Lang::Nb | Lang::Nn => DecimalSign::Comma,
        Lang::En => DecimalSign::Point,
    };
    let sign = match decimal_sign::evidence(&tight) {
        Evidence::Unclear(_) => return Err(words::ambiguous(lang, text, usual.character())),
        Evidence::Clear(sign) => sign,
        Evidence::None => usual,
    };
    decimal_sign::parse(&tight, sign).ok_or_else(not_a_number)
}

/// A number without what stands between its thousands: spaces, or a sign that stands there more
/// than once. `None` when groups are not of three digits.
fn ungrouped(text: &str) -> Option<String> {
    let text = text.trim().replace('\u{2212}', "-");
    let is_thousands = |sign: &char| text.matches(*sign).count() > 1;
    let groups: Vec<&str> = match [',', '.'].iter().find(|sign| is_thousands(sign)) {
        Some(sign) => text.split(*sign).collect(),
        None => text.split_whitespace().collect(),
    };
    let (first, rest) = groups.split_first()?;
    let whole = |group: &str| group.chars().take_while(char::is_ascii_digit).count();
    let last = rest.len().saturating_sub(1);
    let fits = |(place, group): (usize, &&str)| {
        // Decimals can follow the last group only.
        whole(group) == 3 && (place == last || group.len() == 3)
    };
    let begins = (1..=3).contains(&whole(first.trim_start_matches('-')));
    let is_grouped = begins && rest.iter().enumerate().all(fits);
    (rest.is_empty() || is_grouped).then(|| groups.concat())
}
