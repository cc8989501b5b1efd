//! On which day of a year people are counted.

use crate::words::{has_any, lower};

/// The day that a population is of, as far as a table says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// 1 January.
    First,
    /// 31 December.
    Last,
    /// The middle of the year, or the mean of the year.
    Middle,
}

const FIRST_DAY: &str = "1. januar|\
    1.januar|1 januar|1 january|january 1|1st january|january 1st|first of january|1 jan|\
    1. jan|1.1.|01.01|01-01|1er janvier|1 de enero|1. janúar|1. jänner|tammikuun 1|\
    begynnelsen av året|start of the year|beginning of the year|beginning of year|jahresanfang|\
    demo_pjan|tps00001";

const LAST_DAY: &str = "31. desember|31.desember|31 desember|31. december|31 december|december 31|31.12|12-31|31 dec|\
    31. des|31 décembre|31 de diciembre|31. dezember|31 dezember|joulukuun 31|årets slut|\
    slutet av året|ved utgangen|ved utgongen|end of the year|end of year|year-end|jahresende|\
    eind van het jaar";

const MIDDLE: &str = "mid-year|midyear|mid year|middle of the year|1 july|july 1|1. juli|1 juli|30 june|june 30|\
    30. juni|30 juni|1er juillet|1 de julio|1. júlí|jahresmitte|midt i året|mitten av året";

/// The first day that one of the texts tells.
pub fn day_in<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Day> {
    texts.into_iter().find_map(|text| {
        let text = lower(text);
        // "31. januar" is none of them.
        match () {
            () if has_any(&text, LAST_DAY) => Some(Day::Last),
            () if has_any(&text, MIDDLE) => Some(Day::Middle),
            () if has_any(
                &text.replace("31. jan", "").replace("21. jan", ""),
                FIRST_DAY,
            ) =>
            {
                Some(Day::First)
            }
            () => None,
        }
    })
}

/// The day on which the offices of a language count, where their tables do not say it. Tables in other
/// languages are of any office.
pub fn usual_day(language: Option<&str>) -> Option<Day> {
    match language {
        Some("sv" | "fi") => Some(Day::Last),
        Some("nb" | "nn" | "no" | "da" | "is") => Some(Day::First),
        _ => None,
    }
}
