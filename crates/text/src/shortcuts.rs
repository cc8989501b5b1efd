//! The words about keys.

use super::Lang;
use super::phrases::words;

words! {
    /// Heading of the list of keys.
    title { nb: "Hurtigtaster", nn: "Snøggtastar", en: "Keyboard shortcuts" }
    /// Button that shows the list.
    show { nb: "Hurtigtaster (?)", nn: "Snøggtastar (?)", en: "Keyboard shortcuts (?)" }
    /// What a key does.
    language { nb: "Neste språk", nn: "Neste språk", en: "Next language" }
    /// What a key does.
    list { nb: "Vis denne listen", nn: "Vis denne lista", en: "Show this list" }
    /// Heading of the keys of a figure.
    figure { nb: "Når en figur har fokus", nn: "Når ein figur har fokus", en: "When a figure has the focus" }
    /// What keys do.
    walk { nb: "Les tallene ett for ett", nn: "Les tala eitt for eitt", en: "Read the numbers one by one" }
    /// What keys do.
    ends { nb: "Første og siste tall", nn: "Første og siste tal", en: "First and last number" }
    /// Choice.
    on {
        nb: "Bruk taster med ett tegn (1–9 og L)",
        nn: "Bruk tastar med eitt teikn (1–9 og L)",
        en: "Use single-key shortcuts (1–9 and L)",
    }
}
