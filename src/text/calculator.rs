//! Words of the calculator page.

use super::Lang;
use super::phrases::words;

words! {
    /// Page name.
    title { nb: "Kalkulator", nn: "Kalkulator", en: "Calculator" }
    /// Under the title.
    lead { nb: "Skriv inn dine egne tall. De regnes ut på samme måte som tallene i figurene, og adressen følger med, så du kan dele regnestykket.", nn: "Skriv inn dine eigne tal. Dei blir rekna ut på same måte som tala i figurane, og adressa følgjer med, så du kan dele reknestykket.", en: "Type your own numbers. They are computed in the same way as the numbers in the figures, and the address follows, so you can share the sum." }
    /// Label of the kind.
    kind { nb: "Hva vil du regne ut?", nn: "Kva vil du rekne ut?", en: "What do you want to compute?" }
    /// Kind.
    kind_rate { nb: "En rate: hendelser og personår", nn: "Ein rate: hendingar og personår", en: "A rate: events and person-years" }
    /// Kind.
    kind_share { nb: "En andel: noen av alle", nn: "Ein prosentdel: nokre av alle", en: "A share: some of all" }
    /// Kind.
    kind_two_rates { nb: "To rater mot hverandre", nn: "To ratar mot kvarandre", en: "Two rates compared" }
    /// Kind.
    kind_two_shares { nb: "To andeler mot hverandre", nn: "To prosentdelar mot kvarandre", en: "Two shares compared" }
    /// Kind.
    kind_standardised { nb: "En standardisert rate fra en tabell", nn: "Ein standardisert rate frå ein tabell", en: "A standardised rate from a table" }
    /// Input.
    events { nb: "Hendelser (utvandringer)", nn: "Hendingar (utvandringar)", en: "Events (emigrations)" }
    /// Input.
    exposure { nb: "Personår", nn: "Personår", en: "Person-years" }
    /// Input.
    k { nb: "Antall med kjennetegnet", nn: "Talet på dei med kjenneteiknet", en: "Number with the property" }
    /// Input.
    n { nb: "Antall i alt", nn: "Talet i alt", en: "Number in all" }
    /// First group.
    first { nb: "gruppe 1", nn: "gruppe 1", en: "group 1" }
    /// Second group.
    second { nb: "gruppe 2", nn: "gruppe 2", en: "group 2" }
    /// Input.
    strata { nb: "Én linje for hvert lag (for eksempel hver alder): hendelser, personår og standardbefolkning, lim gjerne inn fra et regneark", nn: "Éi linje for kvart lag (til dømes kvar alder): hendingar, personår og standardbefolkning, lim gjerne inn frå eit rekneark", en: "One line per stratum (for example each age): events, person-years and standard population; you can paste from a spreadsheet" }
    /// Input.
    level { nb: "Konfidensnivå", nn: "Konfidensnivå", en: "Confidence level" }
    /// Result column.
    result { nb: "Resultat", nn: "Resultat", en: "Result" }
    /// Result column.
    value { nb: "Verdi", nn: "Verdi", en: "Value" }
    /// Result column.
    interval { nb: "Intervall", nn: "Intervall", en: "Interval" }
    /// Result column.
    method { nb: "Metode", nn: "Metode", en: "Method" }
    /// Result.
    rate { nb: "Rate per 1000 personår", nn: "Rate per 1000 personår", en: "Rate per 1,000 person-years" }
    /// Result.
    share { nb: "Andel", nn: "Prosentdel", en: "Share" }
    /// Result.
    rate_ratio { nb: "Rateratio (gruppe 1 / gruppe 2)", nn: "Rateratio (gruppe 1 / gruppe 2)", en: "Rate ratio (group 1 / group 2)" }
    /// Result.
    rate_difference { nb: "Ratedifferanse per 1000 personår", nn: "Ratedifferanse per 1000 personår", en: "Rate difference per 1,000 person-years" }
    /// Result.
    share_difference { nb: "Differanse i prosentpoeng", nn: "Differanse i prosentpoeng", en: "Difference in percentage points" }
    /// Result.
    standardised { nb: "Standardisert rate per 1000 personår", nn: "Standardisert rate per 1000 personår", en: "Standardised rate per 1,000 person-years" }
    /// Method.
    garwood { nb: "Garwood (eksakt)", nn: "Garwood (eksakt)", en: "Garwood (exact)" }
    /// Method.
    midp { nb: "Mid-P", nn: "Mid-P", en: "Mid-P" }
    /// Method.
    byar { nb: "Byar", nn: "Byar", en: "Byar" }
    /// Method.
    wilson { nb: "Wilson", nn: "Wilson", en: "Wilson" }
    /// Method.
    clopper_pearson { nb: "Clopper-Pearson (eksakt)", nn: "Clopper-Pearson (eksakt)", en: "Clopper-Pearson (exact)" }
    /// Method.
    conditional_exact { nb: "Betinget eksakt", nn: "Vilkårsbunde eksakt", en: "Conditional exact" }
    /// Method.
    mover { nb: "MOVER med scoregrenser", nn: "MOVER med scoregrenser", en: "MOVER with score limits" }
    /// Method.
    newcombe { nb: "Newcombe", nn: "Newcombe", en: "Newcombe" }
    /// Method.
    fay_feuer { nb: "Fay-Feuer", nn: "Fay-Feuer", en: "Fay-Feuer" }
    /// A method.
    dobson_byar { nb: "Dobson med Byars grenser", nn: "Dobson med Byars grenser", en: "Dobson with Byar’s limits" }
    /// In place of an unbounded limit.
    unbounded { nb: "ingen øvre grense", nn: "inga øvre grense", en: "no upper limit" }
    /// What an interval means.
    meaning { nb: "Intervallet viser hvor mye tilfeldigheter alene kan flytte tallet. Det sier ikke noe om feil i registrene.", nn: "Intervallet viser kor mykje tilfeldig variasjon åleine kan flytte talet. Det seier ikkje noko om feil i registra.", en: "The interval shows how far chance alone can move the number. It says nothing about errors in the registers." }
}

/// A text that is not a number.
pub fn not_a_number(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nb => format!("«{text}» er ikke et tall. Skriv for eksempel 3400 eller 12,5."),
        Lang::Nn => format!("«{text}» er ikkje eit tal. Skriv til dømes 3400 eller 12,5."),
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
        Lang::Nn => format!(
            "«{text}» kan lesast på to måtar. Skriv {bare} dersom teiknet skil tusen, og bruk komma til desimalar."
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
        Lang::Nn => format!(
            "Linje {line} har {found} tal. Det skal vere tre: hendingar, personår, standardbefolkning."
        ),
        Lang::En => format!(
            "Line {line} has {found} numbers. There should be three: events, person-years, standard population."
        ),
    }
}
