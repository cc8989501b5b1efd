//! Ages and other spans of numbers, as offices write them.

use super::words::{is_listed, lower};

/// The single year of age of a code: `18 år`, `Y18`, `018`, `105 år eller eldre`, `105+`. A label
/// with a number of its own holds: `0 to 4` is no single year, whatever the code beside it.
pub fn age(code: &str, label: &str) -> Option<u32> {
    let has_number = label.bytes().any(|byte| byte.is_ascii_digit());
    let texts = if has_number {
        [label, ""]
    } else {
        [label, code]
    };
    texts.into_iter().find_map(|text| {
        let text = lower(text.trim());
        let text = text.strip_prefix('y').unwrap_or(&text);
        let (years, rest) = leading_age(text)?;
        // A second number makes a span of ages.
        let single = !rest.bytes().any(|byte| byte.is_ascii_digit());
        single.then_some(years)
    })
}

/// First and last year of any category of age, one without an upper end included.
pub fn span(code: &str, label: &str) -> Option<(u32, u32)> {
    let number = |text: &str| leading_age(text).map(|(age, _)| age);
    let by_code = lower(code.trim());
    if let Some(first) = by_code.strip_prefix("y_ge").and_then(number) {
        return Some((first, u32::MAX));
    }
    let text = lower(label.trim());
    let behind = |openings: &str| {
        let mut openings = openings.split('|');
        openings
            .find_map(|word| text.strip_prefix(word))
            .map(str::trim_start)
    };
    const BELOW: &str = "under |less than |below |younger than |unter |moins de |menores de |menos de |jonger dan |\
        yngri en |yngre enn |yngre än |yngre end |<";
    if let Some(age) = by_code
        .strip_prefix("y_lt")
        .or(behind(BELOW))
        .and_then(number)
    {
        return Some((0, age.saturating_sub(1)));
    }
    let above = behind("ab |from |over |fra |från |frå |≥|>=").and_then(leading_age);
    if let Some((first, rest)) = above
        && !rest.bytes().any(|byte| byte.is_ascii_digit())
    {
        return Some((first, u32::MAX));
    }
    let single = age(code, label).map(|first| match is_open_ended(label) {
        true => (first, u32::MAX),
        false => (first, first),
    });
    single.or_else(|| ages(code, label))
}

/// Whether a group of ages has no upper end: `90 år eller eldre`, `105+`, `65 and over`.
pub fn is_open_ended(label: &str) -> bool {
    const ENDINGS: &str = "+|eldre|äldre|ældre|older|over|över|mer|more|oppover|älter|et plus|ou plus|y más|más años|\
        más|mehr|derover|eldri|ouder|vanhempi|täyttäneet|above| -";
    let label = lower(label);
    ENDINGS
        .split('|')
        .any(|ending| label.trim_end().ends_with(ending))
}

/// First and last year of a group of ages with two ends: `18-24 år`, `25–29`, `Y18T24`, `18 to 24`.
pub fn ages(code: &str, label: &str) -> Option<(u32, u32)> {
    let behind = |text: &'static str| {
        move |of: &str| -> Option<usize> {
            text.split('|')
                .find(|word| of.starts_with(*word))
                .map(str::len)
        }
    };
    [label, code].into_iter().find_map(|text| {
        let text = lower(text.trim());
        let text = text.trim_start_matches(['y', '_']);
        let text =
            &text[behind("from |de |von |van |fra |från |age |ages |aged ")(text).unwrap_or(0)..];
        let (first, rest) = leading_age(text)?;
        let rest = rest.trim_start();
        let rest = rest[behind("years|år|ans|años|jahre|jaar")(rest).unwrap_or(0)..].trim_start();
        // A Dutch span ends before its last number.
        let ends_before = rest.starts_with("tot ");
        let rest = &rest[behind("-|–|tot |till|til|through|to|bis|à|a |t|_")(rest)?..];
        let (last, rest) = leading_age(rest.trim_start().trim_start_matches('y'))?;
        let last = last.checked_sub(u32::from(ends_before))?;
        let whole = first <= last && !rest.bytes().any(|byte| byte.is_ascii_digit());
        whole.then_some((first, last))
    })
}

/// The number at the beginning of a text when it can be an age, and what follows it.
fn leading_age(text: &str) -> Option<(u32, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let years: u32 = text[..digits].parse().ok().filter(|age| *age < 130)?;
    Some((years, &text[digits..]))
}

/// First and last year of birth or arrival of a group of people: `1980-1989`, `Born 1980-1989`, `Before 1980`,
/// `1990 or later`.
pub fn year_span(label: &str) -> Option<(u32, u32)> {
    const OPENINGS: &str = "født |fødd |född |födda |født i |born |born in |f. |geboren |nés en |nacidos en |cohort |\
        kohort |kull |årskull |årgang |fødselskull |birth cohort |from |fra |frå |från |von |de ";
    const BEFORE: &str =
        "before |før |vor |avant |antes de |prior to |före |pre-|ennen |voor |earlier than ";
    const UNTIL: &str = "until |til |til og med |t.o.m. |up to |bis |jusqu'en |hasta |tot |-|–";
    const LATER: &str = "-|–|+|or later|and later|eller senere|eller seinere|og senere|og seinere|och senare|\
        eller senare|\
        and after|onwards|und später|ou après|en later|o después";
    let text = lower(label.trim());
    let behind = |list: &str, text: &str| -> Option<String> {
        let mut words = list.split('|');
        words
            .find_map(|word| text.strip_prefix(word))
            .map(|rest| rest.trim().to_owned())
    };
    let text = behind(OPENINGS, &text).unwrap_or(text);
    let year = |text: &str| {
        let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        is_year.then(|| text.parse::<u32>().ok()).flatten()
    };
    if let Some(year) = behind(BEFORE, &text).as_deref().and_then(year) {
        return Some((0, year.saturating_sub(1)));
    }
    if let Some(year) = behind(UNTIL, &text).as_deref().and_then(year) {
        return Some((0, year));
    }
    let (first, rest) = text.split_at_checked(4)?;
    let (first, rest) = (year(first)?, rest.trim());
    if rest.is_empty() {
        return Some((first, first));
    }
    if is_listed(LATER, rest) {
        return Some((first, u32::MAX));
    }
    let last = behind("-|–|to |til |till |bis |à |a |tot ", rest)?;
    let last = match last.len() {
        2 => last
            .parse::<u32>()
            .ok()
            .map(|last| first / 100 * 100 + last),
        _ => year(&last),
    };
    last.filter(|last| first <= *last).map(|last| (first, last))
}

/// First and last of a group of amounts: `Under 5 000 inhabitants`, `5 000 - 9 999`, `10 000 and over`.
pub fn amount_span(label: &str) -> Option<(u32, u32)> {
    const BELOW: &str = "under |less than |below |fewer than |mindre enn |mindre än |mindre end |færre enn |\
        kortere enn |\
        unter |weniger als |moins de |menos de |minder dan |<";
    let text = lower(label.trim());
    let below = BELOW.split('|').find_map(|word| text.strip_prefix(word));
    let (first, rest) = leading_amount(below.unwrap_or(&text).trim_start())?;
    let has_number = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    if below.is_some() {
        return (!has_number(rest)).then(|| (0, first.saturating_sub(1)));
    }
    if is_open_ended(&text) && !has_number(rest) {
        return Some((first, u32::MAX));
    }
    let mut joints = "-|–|to |til |till |bis |à |tot ".split('|');
    let rest = joints.find_map(|joint| rest.trim_start().strip_prefix(joint))?;
    let (last, rest) = leading_amount(rest.trim_start())?;
    (first <= last && !has_number(rest)).then_some((first, last))
}

/// The number at the beginning of a text, in groups of three digits or without, and what follows it.
fn leading_amount(text: &str) -> Option<(u32, &str)> {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut end = digits(text);
    let mut amount: u32 = text[..end].parse().ok()?;
    while let Some(group) = text[end..].strip_prefix([' ', '\u{a0}', '.', ',', '\u{202f}']) {
        if digits(group) != 3 || end > 12 {
            break;
        }
        amount = amount
            .checked_mul(1000)?
            .checked_add(group[..3].parse().ok()?)?;
        end = text.len() - group.len() + 3;
    }
    Some((amount, &text[end..]))
}

/// First and last year of a stretch of time: `2002`, `2000-2004`, `2000–2004`.
pub fn years(code: &str) -> Option<(u32, u32)> {
    let year = |text: &str| {
        let text = text.trim();
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| text.parse().ok()).flatten()
    };
    let (first, last) = match code.split_once(['-', '\u{2013}']) {
        Some((first, last)) => (year(first)?, year(last)?),
        None => (year(code)?, year(code)?),
    };
    (first <= last).then_some((first, last))
}
