//! How words are written down: each with its three languages, so that one that lacks a language
//! does not compile.

/// Fixed words: `name { nb: "", nn: "", en: "" }` becomes `name(lang)`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)? })*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang) -> &'static str {
            match lang {
                Lang::Nb => $nb,
                Lang::Nn => $nn,
                Lang::En => $en,
            }
        }
    )*};
}

/// Fixed words that can also be found by their name: `word(lang, "name")`.
macro_rules! keyed_words {
    ($($(#[$doc:meta])* $name:ident { nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)? })*) => {
        words! { $($(#[$doc])* $name { nb: $nb, nn: $nn, en: $en })* }

        /// The words of a name; `None` for a name that is not known.
        pub fn word(lang: Lang, name: &str) -> Option<&'static str> {
            let words: fn(Lang) -> &'static str = match name {
                $(stringify!($name) => $name,)*
                _ => return None,
            };
            Some(words(lang))
        }
    };
}

/// Phrases with named gaps: `name(gap) { nb: "{gap}", .. }` becomes `name(lang, gap)`. A gap holds a
/// text, or what is said behind its colon: `name(gap: i32)`.
macro_rules! phrases {
    (@gap) => { &str };
    (@gap $type:ty) => { $type };
    ($(
        $(#[$doc:meta])*
        $name:ident($($gap:ident $(: $type:ty)?),*) {
            nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)?
        }
    )*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang $(, $gap: phrases!(@gap $($type)?))*) -> String {
            match lang {
                Lang::Nb => format!($nb),
                Lang::Nn => format!($nn),
                Lang::En => format!($en),
            }
        }
    )*};
}

/// Words by code: `name { "code" { nb: "", .. } .. }` becomes `name(lang, code)`, `None` for a code
/// that is not known.
macro_rules! by_code {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            $($code:literal { nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)? })*
        }
    )*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang, code: &str) -> Option<&'static str> {
            let (nb, nn, en) = match code {
                $($code => ($nb, $nn, $en),)*
                _ => return None,
            };
            Some(match lang {
                Lang::Nb => nb,
                Lang::Nn => nn,
                Lang::En => en,
            })
        }
    )*};
}

/// What a language says, within an expression: `one_of!(lang, nb: "", nn: "", en: "")`.
macro_rules! one_of {
    ($lang:expr, nb: $nb:expr, nn: $nn:expr, en: $en:expr) => {
        match $lang {
            Lang::Nb => $nb,
            Lang::Nn => $nn,
            Lang::En => $en,
        }
    };
}

pub(crate) use {by_code, keyed_words, one_of, phrases, words};
