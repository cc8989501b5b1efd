//! Words of the calculator page.

use super::Lang;
use super::phrases::{keyed_words, phrases, words};

keyed_words! {
    /// Page name.
    title { nb: "Kalkulator", nn: "Kalkulator", en: "Calculator" }
    /// Under the title.
    lead {
        nb: "Skriv inn dine egne tall. De regnes ut på samme måte som tallene i figurene, og \
             adressen følger med, så du kan dele regnestykket.",
        nn: "Skriv inn dine eigne tal. Dei blir rekna ut på same måte som tala i figurane, og \
             adressa følgjer med, så du kan dele reknestykket.",
        en: "Type your own numbers. They are computed in the same way as the numbers in the \
             figures, and the address follows, so you can share the sum.",
    }
    /// Label of the kind.
    kind { nb: "Hva vil du regne ut?", nn: "Kva vil du rekne ut?", en: "What do you want to compute?" }
    /// Kind.
    kind_rate {
        nb: "En rate: hendelser og personår",
        nn: "Ein rate: hendingar og personår",
        en: "A rate: events and person-years",
    }
    /// Kind.
    kind_share { nb: "En andel: noen av alle", nn: "Ein del: nokre av alle", en: "A share: some of all" }
    /// Kind.
    kind_two_rates { nb: "To rater mot hverandre", nn: "To ratar mot kvarandre", en: "Two rates compared" }
    /// Kind.
    kind_two_shares { nb: "To andeler mot hverandre", nn: "To delar mot kvarandre", en: "Two shares compared" }
    /// Kind.
    kind_standardised {
        nb: "En standardisert rate fra en tabell",
        nn: "Ein standardisert rate frå ein tabell",
        en: "A standardised rate from a table",
    }
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
    strata {
        nb: "Én linje for hvert lag (for eksempel hver alder): hendelser, personår og \
             standardbefolkning, lim gjerne inn fra et regneark",
        nn: "Éi linje for kvart lag (til dømes kvar alder): hendingar, personår og \
             standardbefolkning, lim gjerne inn frå eit rekneark",
        en: "One line per stratum (for example each age): events, person-years and standard \
             population; you can paste from a spreadsheet",
    }
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
    share { nb: "Andel", nn: "Del", en: "Share" }
    /// Result.
    rate_ratio {
        nb: "Rateratio (gruppe 1 / gruppe 2)",
        nn: "Rateratio (gruppe 1 / gruppe 2)",
        en: "Rate ratio (group 1 / group 2)",
    }
    /// Result.
    rate_difference {
        nb: "Ratedifferanse per 1000 personår",
        nn: "Ratedifferanse per 1000 personår",
        en: "Rate difference per 1,000 person-years",
    }
    /// Result.
    share_difference {
        nb: "Differanse i prosentpoeng",
        nn: "Differanse i prosentpoeng",
        en: "Difference in percentage points",
    }
    /// Result.
    standardised {
        nb: "Standardisert rate per 1000 personår",
        nn: "Standardisert rate per 1000 personår",
        en: "Standardised rate per 1,000 person-years",
    }
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
    /// Remark on small numbers.
    small {
        nb: "Resultatet hviler på få hendelser eller få personer, og ett tilfelle til eller fra \
             gir store utslag. Se på intervallet mer enn på tallet.",
        nn: "Resultatet kviler på få hendingar eller få personar, og eitt tilfelle til eller frå \
             gjer store utslag. Sjå meir på intervallet enn på talet.",
        en: "The result rests on few events or few people, and one case more or less changes it \
             much. Look at the interval rather than at the number.",
    }
    /// In place of a value.
    invalid {
        nb: "tallene går ikke opp: antall er hele tall fra 0 og oppover, personår er ikke \
             negative, og en del er ikke større enn det hele",
        nn: "tala går ikkje opp: talet på hendingar er heile tal frå 0 og oppover, personår er \
             ikkje negative, og ein del er ikkje større enn det heile",
        en: "the numbers do not go together: counts are whole numbers from 0, person-years are \
             not negative, and a part is not larger than the whole",
    }
    /// In place of a value.
    no_denominator { nb: "ingen å regne andelen av", nn: "ingen å rekne delen av", en: "nobody to take the share of" }
    /// In place of a value.
    no_exposure { nb: "ingen personår å dele på", nn: "ingen personår å dele på", en: "no person-years to divide by" }
    /// In place of a value.
    events_without_exposure {
        nb: "hendelser uten personår",
        nn: "hendingar utan personår",
        en: "events without person-years",
    }
    /// In place of a number.
    nothing_typed { nb: "Skriv inn et tall.", nn: "Skriv inn eit tal.", en: "Type a number." }
    /// What an interval means.
    meaning {
        nb: "Intervallet viser hvor mye tilfeldigheter alene kan flytte tallet. Det sier ikke noe \
             om feil i registrene.",
        nn: "Intervallet viser kor mykje tilfeldig variasjon åleine kan flytte talet. Det seier \
             ikkje noko om feil i registra.",
        en: "The interval shows how far chance alone can move the number. It says nothing about \
             errors in the registers.",
    }
}

phrases! {
    /// Before what is wrong with a line.
    line(line: usize) { nb: "Linje {line}", nn: "Linje {line}", en: "Line {line}" }
    /// A text that is not a number.
    not_a_number(text) {
        nb: "«{text}» er ikke et tall. Skriv for eksempel 3400 eller 12,5.",
        nn: "«{text}» er ikkje eit tal. Skriv til dømes 3400 eller 12,5.",
        en: "“{text}” is not a number. Write for example 3400 or 12.5.",
    }
}

/// A text that may be decimals or thousands, and the sign that decimals have here.
pub fn ambiguous(lang: Lang, text: &str, sign: char) -> String {
    let thousands = text.replace(['.', ','], "");
    let decimals = text.replace(['.', ','], &sign.to_string()) + "0";
    match lang {
        Lang::Nb => format!(
            "«{text}» kan leses på to måter. Skriv {thousands} hvis tegnet skiller tusener, og \
             {decimals} hvis det skiller desimaler."
        ),
        Lang::Nn => format!(
            "«{text}» kan lesast på to måtar. Skriv {thousands} dersom teiknet skil tusen, og \
             {decimals} dersom det skil desimalar."
        ),
        Lang::En => format!(
            "“{text}” can be read in two ways. Write {thousands} if the sign separates thousands, \
             and {decimals} if it separates decimals."
        ),
    }
}

phrases! {
    /// A line of strata with another number of fields.
    strata_line(line: usize, found: usize) {
        nb: "Linje {line} har {found} tall. Det skal være tre: hendelser, personår, \
             standardbefolkning; navnet på laget kan stå foran.",
        nn: "Linje {line} har {found} tal. Det skal vere tre: hendingar, personår, \
             standardbefolkning; namnet på laget kan stå framfor.",
        en: "Line {line} has {found} numbers. There should be three: events, person-years, \
             standard population; the name of the stratum may stand before them.",
    }
}
