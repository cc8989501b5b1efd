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
pub mod problems;
pub mod publish;
pub mod reasons;
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

/// Codes that are consecutive whole numbers as "2000–2019", others listed.
pub fn ranges(lang: Lang, codes: &[String]) -> String {
    let numbers: Option<Vec<i32>> = codes.iter().map(|code| code.parse().ok()).collect();
    match numbers.as_deref() {
        Some([first, .., last]) if last - first == codes.len() as i32 - 1 && codes.len() > 2 => {
            format!("{first}–{last}")
        }
        _ => enumerate(lang, codes),
    }
}
