//! Every visible word, and the form of numbers, in each language.
//!
//! May live here: phrases, names of codes and methods, the words for typed problems, remarks and reasons. May
//! not: measures and figures; of tables only what is to be put into words. A word that lacks a translation
//! does not compile.
//!
//! ```
//! use text::{Lang, terms};
//!
//! assert_eq!(terms::measure(Lang::En, "emigrations"), "Emigrations");
//! ```

pub mod analyses;
pub mod calculator;
pub mod case;
pub mod check;
pub mod claims;
pub mod explain;
pub mod figures;
pub mod findings;
pub mod first_view;
pub mod interviews;
pub mod kinds;
pub mod mapping;
pub mod marks;
pub mod meanings;
pub mod methods;
pub mod naming;
pub mod notes;
pub mod number;
pub mod overview;
mod phrases;
pub mod places;
pub mod problems;
pub mod publish;
pub mod reasons;
pub mod sentences;
pub mod share;
pub mod shortcuts;
pub mod tasks;
pub mod terms;
pub mod words;

pub use data::lang::Lang;

/// "a, b and c".
pub fn enumerate(lang: Lang, parts: &[String]) -> String {
    let and = match lang {
        Lang::Nb | Lang::Nn => " og ",
        Lang::En => " and ",
    };
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

/// Codes that are whole numbers one after the other as "2000–2019", others listed.
///
/// ```
/// let years = ["2008", "2009", "2010", "2024"].map(str::to_owned);
/// assert_eq!(text::ranges(text::Lang::En, &years), "2008–2010 and 2024");
/// ```
pub fn ranges(lang: Lang, codes: &[String]) -> String {
    let number = |code: &String| code.parse::<i32>().ok().map(i64::from);
    let follows = |one: &String, next: &String| {
        let both = number(one).zip(number(next));
        both.is_some_and(|(one, next)| next == one + 1)
    };
    let mut parts = Vec::new();
    for run in codes.chunk_by(follows) {
        match run {
            [first, _, .., last] => parts.push(format!("{first}–{last}")),
            _ => parts.extend_from_slice(run),
        }
    }
    enumerate(lang, &parts)
}
