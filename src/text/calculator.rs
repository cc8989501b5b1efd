//! Words of the calculator page.

use super::Lang;
use super::words::words;

words! {
    /// Page name.
    title { nb: "Kalkulator", en: "Calculator" }
    /// Under the title.
    lead { nb: "Skriv inn dine egne tall. De regnes ut på samme måte som tallene i figurene, og adressen følger med, så du kan dele regnestykket.", en: "Type your own numbers. They are computed in the same way as the numbers in the figures, and the address follows, so you can share the sum." }
    /// Label of the kind.
    kind { nb: "Hva vil du regne ut?", en: "What do you want to compute?" }
    /// Kind.
    kind_rate { nb: "En rate: hendelser og personår", en: "A rate: events and person-years" }
    /// Kind.
    kind_share { nb: "En andel: noen av alle", en: "A share: some of all" }
    /// Kind.
    kind_two_rates { nb: "To rater mot hverandre", en: "Two rates compared" }
    /// Kind.
    kind_two_shares { nb: "To andeler mot hverandre", en: "Two shares compared" }
    /// Kind.
    kind_standardised { nb: "En standardisert rate fra en tabell", en: "A standardised rate from a table" }
    /// Input.
    events { nb: "Hendelser (utvandringer)", en: "Events (emigrations)" }
    /// Input.
    exposure { nb: "Personår", en: "Person-years" }
    /// Input.
    k { nb: "Antall med kjennetegnet", en: "Number with the property" }
    /// Input.
    n { nb: "Antall i alt", en: "Number in all" }
    /// First group.
    first { nb: "gruppe 1", en: "group 1" }
    /// Second group.
    second { nb: "gruppe 2", en: "group 2" }
    /// Input.
    strata { nb: "Én linje for hvert lag (for eksempel hver alder): hendelser, personår og standardbefolkning, lim gjerne inn fra et regneark", en: "One line a stratum (each age, say): events, person-years and standard population; pasting from a spreadsheet works" }
    /// Input.
    level { nb: "Konfidensnivå", en: "Confidence level" }
    /// Result column.
    result { nb: "Resultat", en: "Result" }
    /// Result column.
    value { nb: "Verdi", en: "Value" }
    /// Result column.
    interval { nb: "Intervall", en: "Interval" }
    /// Result column.
    method { nb: "Metode", en: "Method" }
    /// Result.
    rate { nb: "Rate per 1000 personår", en: "Rate per 1,000 person-years" }
    /// Result.
    share { nb: "Andel", en: "Share" }
    /// Result.
    rate_ratio { nb: "Rateratio (gruppe 1 / gruppe 2)", en: "Rate ratio (group 1 / group 2)" }
    /// Result.
    rate_difference { nb: "Ratedifferanse per 1000 personår", en: "Rate difference per 1,000 person-years" }
    /// Result.
    share_difference { nb: "Differanse i prosentpoeng", en: "Difference in percentage points" }
    /// Result.
    standardised { nb: "Standardisert rate per 1000 personår", en: "Standardised rate per 1,000 person-years" }
    /// Method.
    garwood { nb: "Garwood (eksakt)", en: "Garwood (exact)" }
    /// Method.
    midp { nb: "Mid-P", en: "Mid-P" }
    /// Method.
    byar { nb: "Byar", en: "Byar" }
    /// Method.
    wilson { nb: "Wilson", en: "Wilson" }
    /// Method.
    clopper_pearson { nb: "Clopper-Pearson (eksakt)", en: "Clopper-Pearson (exact)" }
    /// Method.
    conditional_exact { nb: "Betinget eksakt", en: "Conditional exact" }
    /// Method.
    mover { nb: "MOVER med scoregrenser", en: "MOVER with score limits" }
    /// Method.
    newcombe { nb: "Newcombe", en: "Newcombe" }
    /// Method.
    fay_feuer { nb: "Fay-Feuer", en: "Fay-Feuer" }
    /// In place of an unbounded limit.
    unbounded { nb: "ingen øvre grense", en: "no upper limit" }
    /// What an interval means.
    meaning { nb: "Intervallet viser hvor mye tilfeldigheter alene kan flytte tallet. Det sier ikke noe om feil i registrene.", en: "The interval shows how far chance alone can move the number. It says nothing of errors in the registers." }
}

/// A text that is not a number.
pub fn not_a_number(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nb => format!("«{text}» er ikke et tall. Skriv for eksempel 3400 eller 12,5."),
        Lang::En => format!("“{text}” is not a number. Write for example 3400 or 12.5."),
    }
}

/// A text that may be decimals or thousands.
pub fn ambiguous(lang: Lang, text: &str) -> String {
    let bare = text.replace(['.', ','], "");
    match lang {
        Lang::Nb => format!(
            "«{text}» kan leses på to måter. Skriv {bare} hvis tegnet skiller tusener, og bruk komma til desimaler."
        ),
        Lang::En => format!(
            "“{text}” can be read in two ways. Write {bare} if the sign separates thousands, and use a point for decimals."
        ),
    }
}

/// A line of strata with another number of fields.
pub fn strata_line(lang: Lang, line: usize, found: usize) -> String {
    match lang {
        Lang::Nb => format!(
            "Linje {line} har {found} tall. Det skal være tre: hendelser, personår, standardbefolkning."
        ),
        Lang::En => format!(
            "Line {line} has {found} numbers. There should be three: events, person-years, standard population."
        ),
    }
}
