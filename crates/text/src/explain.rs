//! The words round a computation that is shown step by step.

use super::Lang;
use super::phrases::{keyed_words, phrases, words};

keyed_words! {
    /// Button or link that opens the computation.
    show_arithmetic { nb: "Vis utregningen", nn: "Vis utrekninga", en: "Show the arithmetic" }
    /// Heading.
    inputs { nb: "Tallene som gikk inn", nn: "Tala som gjekk inn", en: "The numbers that went in" }
    /// What was taken out of the base of a re-based share.
    left_out_emigrations {
        nb: "utvandringer utenfor grunnlaget",
        nn: "utvandringar utanfor grunnlaget",
        en: "emigrations left out of the base",
    }
    /// "{what}: sum of {count} rows ..."; the words in braces are put in.
    summed_rows {
        nb: "{what}: summen av {count} rader i tabellen «{table}» ({column}).",
        nn: "{what}: summen av {count} rader i tabellen «{table}» ({column}).",
        en: "{what}: the sum of {count} rows of the table “{table}” ({column}).",
    }
    /// The same for a single row.
    summed_row {
        nb: "{what}: én rad i tabellen «{table}» ({column}).",
        nn: "{what}: éi rad i tabellen «{table}» ({column}).",
        en: "{what}: one row of the table “{table}” ({column}).",
    }
    /// The same for a table without a row for it.
    summed_none {
        nb: "{what}: ingen rader i tabellen «{table}», og det teller som 0.",
        nn: "{what}: ingen rader i tabellen «{table}», og det tel som 0.",
        en: "{what}: no rows of the table “{table}”, which counts as 0.",
    }
    /// Only the rounded number is there.
    printed_in_table {
        nb: "Tallet står avrundet i tabellen «{table}». Teller og nevner er ikke oppgitt.",
        nn: "Talet står avrunda i tabellen «{table}». Teljar og nemnar er ikkje oppgitt.",
        en: "The number stands rounded in the table “{table}”. Numerator and denominator are not \
             given.",
    }
    /// How many were left out.
    left_out_count {
        nb: "Tatt ut av grunnlaget: {count} av {all} utvandringer.",
        nn: "Teke ut av grunnlaget: {count} av {all} utvandringar.",
        en: "Left out of the base: {count} of {all} emigrations.",
    }
    /// What was left out.
    base_leaves_out {
        nb: "Grunnlaget er uten {codes}; andelene som er igjen, går opp i 100\u{202f}%.",
        nn: "Grunnlaget er utan {codes}; delane som er att, går opp i 100\u{202f}%.",
        en: "The base is without {codes}; the shares that remain add up to 100%.",
    }
    /// Choice of the confidence level.
    level { nb: "Konfidensnivå", nn: "Konfidensnivå", en: "Confidence level" }
    /// Lead of a list of numbers that something rests on.
    rests_on { nb: "Bygger på disse tallene", nn: "Byggjer på desse tala", en: "Rests on these numbers" }
    /// Button from one number back to the list.
    back_to_list { nb: "Tilbake til alle tallene", nn: "Tilbake til alle tala", en: "Back to all the numbers" }
    /// Heading.
    formula { nb: "Formel", nn: "Formel", en: "Formula" }
    /// Heading.
    substitution { nb: "Med tallene satt inn", nn: "Med tala sette inn", en: "With the numbers put in" }
    /// Heading.
    result { nb: "Resultat", nn: "Resultat", en: "Result" }
    /// Heading.
    rounding { nb: "Avrunding", nn: "Avrunding", en: "Rounding" }
    /// Heading.
    interval { nb: "Konfidensintervall", nn: "Konfidensintervall", en: "Confidence interval" }
    /// Heading of limits round a common value.
    limits { nb: "Kontrollgrenser", nn: "Kontrollgrenser", en: "Control limits" }
    /// Heading of limits that hold whatever is unknown, chance included.
    outer_limits {
        nb: "Yttergrenser med tilfeldig variasjon",
        nn: "Yttergrenser med tilfeldig variasjon",
        en: "Outer limits with chance variation",
    }
    /// A letter of an interval formula.
    letter_gamma {
        nb: "G⁻¹(p; s) er kvantilen p i gammafordelingen med form s og skala 1",
        nn: "G⁻¹(p; s) er kvantilen p i gammafordelinga med form s og skala 1",
        en: "G⁻¹(p; s) is the quantile p of the gamma distribution with shape s and scale 1",
    }
    /// A letter of an interval formula.
    letter_beta {
        nb: "B⁻¹(p; a; b) er kvantilen p i betafordelingen",
        nn: "B⁻¹(p; a; b) er kvantilen p i betafordelinga",
        en: "B⁻¹(p; a; b) is the quantile p of the beta distribution",
    }
    /// A letter of an interval formula.
    letter_binomial {
        nb: "p_L og p_U er grensene for sannsynligheten p i binomialfordelingen",
        nn: "p_L og p_U er grensene for sannsynet p i binomialfordelinga",
        en: "p_L and p_U are the limits of the probability p of the binomial distribution",
    }
    /// Letters of an interval formula.
    letter_clopper_pearson {
        nb: "p_L og p_U er Clopper–Pearson-grensene for gruppens del av alle de x₁ + x₂ \
             utvandringene",
        nn: "p_L og p_U er Clopper–Pearson-grensene for den delen gruppa har av alle dei x₁ + x₂ \
             utvandringane",
        en: "p_L and p_U are the Clopper–Pearson limits of the group’s part of all x₁ + x₂ \
             emigrations",
    }
    /// Letters of an interval formula.
    letter_poisson {
        nb: "P(X > x; μ) er sannsynligheten for flere enn x i Poisson-fordelingen med forventning \
             μ",
        nn: "P(X > x; μ) er sannsynet for fleire enn x i Poisson-fordelinga med forventing μ",
        en: "P(X > x; μ) is the probability of more than x in the Poisson distribution with mean μ",
    }
    /// Letters of an interval formula.
    letter_of_all {
        nb: "P(X > x₁; p) er sannsynligheten for flere enn x₁ i binomialfordelingen med x₁ + x₂ \
             forsøk",
        nn: "P(X > x₁; p) er sannsynet for fleire enn x₁ i binomialfordelinga med x₁ + x₂ forsøk",
        en: "P(X > x₁; p) is the probability of more than x₁ in the binomial distribution with x₁ \
             + x₂ trials",
    }
    /// Letters of an interval formula.
    letter_funnel_poisson {
        nb: "F og f er fordelingen og punktsannsynlighetene i Poisson-fordelingen med forventning \
             μ; c₁ og c₂ er de minste antallene med F(c) ≥ q, der q₁ = (1 − nivå)/2 og q₂ = 1 − \
             q₁",
        nn: "F og f er fordelinga og punktsannsyna i Poisson-fordelinga med forventing μ; c₁ og \
             c₂ er dei minste tala med F(c) ≥ q, der q₁ = (1 − nivå)/2 og q₂ = 1 − q₁",
        en: "F and f are the distribution and the point probabilities of the Poisson distribution \
             with mean μ; c₁ and c₂ are the smallest counts with F(c) ≥ q, where q₁ = (1 − \
             level)/2 and q₂ = 1 − q₁",
    }
    /// Letters of an interval formula.
    letter_funnel_binomial {
        nb: "F og f er fordelingen og punktsannsynlighetene i binomialfordelingen med n forsøk og \
             sannsynlighet μ; c₁ og c₂ er de minste antallene med F(c) ≥ q, der q₁ = (1 − nivå)/2 \
             og q₂ = 1 − q₁",
        nn: "F og f er fordelinga og punktsannsyna i binomialfordelinga med n forsøk og sannsyn \
             μ; c₁ og c₂ er dei minste tala med F(c) ≥ q, der q₁ = (1 − nivå)/2 og q₂ = 1 − q₁",
        en: "F and f are the distribution and the point probabilities of the binomial \
             distribution with n trials and probability μ; c₁ and c₂ are the smallest counts with \
             F(c) ≥ q, where q₁ = (1 − level)/2 and q₂ = 1 − q₁",
    }
    /// Letters of a trend.
    letter_fitted {
        nb: "μᵢ er de tilpassede antallene, tᵢ årene, t̄ gjennomsnittsåret med μᵢ som vekter, n \
             antall år",
        nn: "μᵢ er dei tilpassa tala, tᵢ åra, t̄ gjennomsnittsåret med μᵢ som vekter, n talet på \
             år",
        en: "μᵢ are the fitted counts, tᵢ the years, t̄ the mean year with the weights μᵢ, n the \
             number of years",
    }
    /// Heading.
    limits_put_in {
        nb: "Grensene med tallene satt inn",
        nn: "Grensene med tala sette inn",
        en: "The limits with the numbers put in",
    }
    /// Heading of the numbers that went in by rows.
    row_by_row { nb: "Rad for rad", nn: "Rad for rad", en: "Row by row" }
    /// What stands before the name of the standard.
    standard_is { nb: "Standardbefolkning", nn: "Standardbefolkning", en: "Standard population" }
    /// Heading.
    caveats { nb: "Forbehold", nn: "Atterhald", en: "Caveats" }
    /// Heading.
    sources { nb: "Kilder", nn: "Kjelder", en: "Sources" }
    /// Heading of code.
    code { nb: "Regn ut selv", nn: "Rekn ut sjølv", en: "Compute it yourself" }
    /// Method label.
    method { nb: "Metode", nn: "Metode", en: "Method" }
    /// In a formula.
    rate { nb: "rate", nn: "rate", en: "rate" }
    /// In a formula.
    share { nb: "andel", nn: "del", en: "share" }
    /// In a formula.
    rate_ratio { nb: "rateratio", nn: "rateratio", en: "rate ratio" }
    /// In a formula.
    ratio { nb: "forhold", nn: "forhold", en: "ratio" }
    /// In a formula.
    difference { nb: "differanse", nn: "differanse", en: "difference" }
    /// In a formula.
    chance { nb: "sjanse", nn: "sjanse", en: "chance" }
    /// In a formula.
    change { nb: "årlig endring", nn: "årleg endring", en: "annual change" }
    /// In a formula.
    lowest { nb: "laveste rate", nn: "lågaste rate", en: "lowest rate" }
    /// In a formula.
    highest { nb: "høyeste rate", nn: "høgaste rate", en: "highest rate" }
    /// In a formula.
    standardised_rate { nb: "standardisert rate", nn: "standardisert rate", en: "standardised rate" }
    /// In a formula.
    observed { nb: "observert", nn: "observert", en: "observed" }
    /// In a formula.
    expected { nb: "forventet", nn: "venta", en: "expected" }
    /// In a formula.
    rates_effect { nb: "virkning av ulike rater", nn: "verknad av ulike ratar", en: "effect of different rates" }
    /// In a formula.
    composition_effect {
        nb: "virkning av ulik sammensetning",
        nn: "verknad av ulik samansetning",
        en: "effect of different composition",
    }
    /// Events.
    events { nb: "utvandringer", nn: "utvandringar", en: "emigrations" }
    /// Exposure.
    person_years { nb: "personår", nn: "personår", en: "person-years" }
    /// Exposure.
    mid_year { nb: "middelfolkemengde", nn: "middelfolkemengd", en: "mid-year population" }
    /// Numerator of a return share.
    returned { nb: "tilbake i landet", nn: "tilbake i landet", en: "back in the country" }
    /// Numerator of a destination share.
    to_destination { nb: "utvandringer dit", nn: "utvandringar dit", en: "emigrations there" }
    /// Denominator of a share.
    all_emigrations { nb: "utvandringer i alt", nn: "utvandringar i alt", en: "emigrations in all" }
    /// Denominator of a re-based share.
    kept_emigrations { nb: "utvandringer i grunnlaget", nn: "utvandringar i grunnlaget", en: "emigrations in the base" }
    /// Unit of standards.
    standard_exposure { nb: "personår i standarden", nn: "personår i standarden", en: "person-years of the standard" }
    /// Unit of standards.
    standard_events {
        nb: "utvandringer i standarden",
        nn: "utvandringar i standarden",
        en: "emigrations of the standard",
    }
    /// Unit of widths.
    width { nb: "år i aldersspennet", nn: "år i aldersspennet", en: "years of age" }
    /// Bounds.
    known { nb: "med kjent tilflyttingsland", nn: "med kjent tilflyttingsland", en: "with a known destination" }
    /// Denominator of a share among the known.
    of_known_destination {
        nb: "utvandringer med kjent tilflyttingsland",
        nn: "utvandringar med kjent tilflyttingsland",
        en: "emigrations with a known destination",
    }
    /// Bounds.
    unknown { nb: "med ukjent tilflyttingsland", nn: "med ukjent tilflyttingsland", en: "with an unknown destination" }
    /// Bounds.
    assumed_share {
        nb: "antatt andel av de ukjente",
        nn: "føresett del av dei ukjende",
        en: "assumed share of the unknown",
    }
    /// In a formula.
    lowest_share { nb: "laveste andel", nn: "lågaste del", en: "lowest share" }
    /// In a formula.
    highest_share { nb: "høyeste andel", nn: "høgaste del", en: "highest share" }
    /// In a formula.
    lowest_count { nb: "laveste antall", nn: "lågaste tal", en: "lowest count" }
    /// In a formula.
    highest_count { nb: "høyeste antall", nn: "høgaste tal", en: "highest count" }
    /// Suppressed.
    in_known_cells { nb: "i celler med tall", nn: "i celler med tal", en: "in cells with numbers" }
    /// Suppressed: what a share leaves of its whole.
    the_rest { nb: "resten av helheten", nn: "resten av heilskapen", en: "the rest of the whole" }
    /// What a part leaves of the emigrations.
    not_returned { nb: "ikke tilbake i landet", nn: "ikkje tilbake i landet", en: "not back in the country" }
    /// Suppressed.
    suppressed_cells { nb: "prikkede celler", nn: "prikka celler", en: "suppressed cells" }
    /// Suppressed.
    least_each {
        nb: "minste verdi i en prikket celle",
        nn: "minste verdi i ei prikka celle",
        en: "least value of a suppressed cell",
    }
    /// Suppressed.
    most_each {
        nb: "største verdi i en prikket celle",
        nn: "største verdi i ei prikka celle",
        en: "greatest value of a suppressed cell",
    }
    /// A group without a name.
    first_group { nb: "gruppen", nn: "gruppa", en: "the group" }
    /// A group without a name.
    second_group { nb: "sammenligningsgruppen", nn: "samanlikningsgruppa", en: "the reference group" }
    /// All groups.
    all_groups { nb: "alle gruppene", nn: "alle gruppene", en: "all groups" }
    /// A limit that does not exist.
    cannot_be_computed { nb: "kan ikke beregnes", nn: "kan ikkje reknast ut", en: "cannot be computed" }
    /// The data are made up.
    synthetic {
        nb: "Syntetiske data: tallene beskriver ingen virkelige personer.",
        nn: "Syntetiske data: Tala beskriv ingen verkelege personar.",
        en: "Synthetic data: the numbers describe no real persons.",
    }
    /// All years of a table at once.
    all_years_pooled { nb: "alle år samlet", nn: "alle år samla", en: "all years together" }
    /// What a count of comparisons is.
    counted { nb: "sammenligninger talt opp", nn: "samanlikningar talde opp", en: "comparisons counted" }
    /// What is counted of numbers with limits.
    outside_limits { nb: "antall utenfor grensene", nn: "talet utanfor grensene", en: "number outside the limits" }
    /// What a peak is.
    highest_age { nb: "alder med høyest verdi", nn: "alder med høgast verdi", en: "age with the highest value" }
    /// What a sum or a part of it is of.
    in_all { nb: "i alt", nn: "i alt", en: "in all" }
    /// Between a number and its limits.
    outside_of { nb: "er utenfor", nn: "er utanfor", en: "is outside" }
    /// Between a number and its limits.
    within { nb: "er innenfor", nn: "er innanfor", en: "is within" }
    /// Caveat of a count of comparisons.
    chance_in_comparisons {
        nb: "Også små forskjeller er talt med. En opptelling sier ikke om en forskjell er større \
             enn tilfeldig variasjon.",
        nn: "Også små skilnader er talde med. Ei oppteljing seier ikkje om ein skilnad er større \
             enn tilfeldig variasjon.",
        en: "Small differences are counted too. A count does not say whether a difference is \
             larger than chance variation.",
    }
    /// Unit of numbers on a fitted curve.
    on_curve {
        nb: "utvandringer etter den tilpassede kurven",
        nn: "utvandringar etter den tilpassa kurva",
        en: "emigrations on the fitted curve",
    }
    /// The number of groups.
    groups_compared { nb: "grupper med grenser", nn: "grupper med grenser", en: "groups with limits" }
    /// The part that lies outside limits by chance.
    outside_by_chance {
        nb: "andel som havner utenfor ved tilfeldigheter",
        nn: "del som hamnar utanfor ved tilfeldig variasjon",
        en: "part that falls outside by chance",
    }
    /// The p-value.
    p_value { nb: "p-verdi", nn: "p-verdi", en: "p-value" }
    /// The p-value of a test with small expected counts.
    approximate_p {
        nb: "Noen forventede tall er under fem, så p-verdien er tilnærmet.",
        nn: "Nokre venta tal er under fem, så p-verdien er tilnærma.",
        en: "Some expected counts are below five, so the p-value is approximate.",
    }
}

phrases! {
    /// "Group 3" where no label is known.
    numbered(number: usize) { nb: "nr. {number}", nn: "nr. {number}", en: "no. {number}" }
    /// What rounding did.
    rounded(full, shown) {
        nb: "{full} er vist som {shown}. Alle mellomregninger er uavrundet.",
        nn: "{full} er vist som {shown}. Ingenting er runda av undervegs.",
        en: "{full} is shown as {shown}. Nothing is rounded on the way.",
    }
    /// The same where the number stands with other digits, or in another unit, on the page.
    rounded_twice(full, printed, shown) {
        nb: "{full} står på siden som {printed}, her som {shown}. Alle mellomregninger er \
             uavrundet.",
        nn: "{full} står på sida som {printed}, her som {shown}. Ingenting er runda av undervegs.",
        en: "{full} stands on the page as {printed}, here as {shown}. Nothing is rounded on the \
             way.",
    }
    /// A letter of an interval formula.
    letter_alpha(alpha) {
        nb: "α = 1 − konfidensnivået = {alpha}",
        nn: "α = 1 − konfidensnivået = {alpha}",
        en: "α = 1 − the confidence level = {alpha}",
    }
    /// The quantile `of` the normal distribution at a level.
    letter_z(z, of, level) {
        nb: "z = {z}, kvantilen {of} i normalfordelingen på nivå {level}",
        nn: "z = {z}, kvantilen {of} i normalfordelinga på nivå {level}",
        en: "z = {z}, the quantile {of} of the normal distribution at the level {level}",
    }
    /// The quantile of Student's t at a level.
    letter_t(t, of, df, level) {
        nb: "t = {t}, kvantilen {of} i t-fordelingen med {df} frihetsgrader på nivå {level}",
        nn: "t = {t}, kvantilen {of} i t-fordelinga med {df} fridomsgrader på nivå {level}",
        en: "t = {t}, the quantile {of} of Student’s t with {df} degrees of freedom at the level \
             {level}",
    }
}

/// What the dispersion of a trend is, and which quantile it calls for.
pub fn letter_dispersion(lang: Lang, wide: bool) -> &'static str {
    match (lang, wide) {
        (Lang::Nb, true) => {
            "φ er Pearsons kjikvadrat delt på df; den er over 1, så t · √φ er brukt i stedet for z"
        }
        (Lang::Nn, true) => {
            "φ er kjikvadratet til Pearson delt på df; han er over 1, så t · √φ er brukt i staden for z"
        }
        (Lang::En, true) => {
            "φ is Pearson’s chi-square over df; it is above 1, so t · √φ is used instead of z"
        }
        (Lang::Nb, false) => {
            "φ er Pearsons kjikvadrat delt på df; den er ikke over 1, så z er brukt"
        }
        (Lang::Nn, false) => {
            "φ er kjikvadratet til Pearson delt på df; han er ikkje over 1, så z er brukt"
        }
        (Lang::En, false) => "φ is Pearson’s chi-square over df; it is not above 1, so z is used",
    }
}

phrases! {
    /// A rate that is standardised by some dimensions.
    standardised_by(dimensions) {
        nb: "Rate standardisert etter {dimensions}",
        nn: "Rate standardisert etter {dimensions}",
        en: "Rate standardised by {dimensions}",
    }
    /// A count of a whole.
    so_many_of(part, whole) { nb: "{part} av {whole}", nn: "{part} av {whole}", en: "{part} of {whole}" }
    /// Where the numbers come from that something is formed from.
    each_from(table) {
        nb: "Hvert av tallene er regnet ut av tabellen «{table}».",
        nn: "Kvart av tala er rekna ut av tabellen «{table}».",
        en: "Each of the numbers is computed from the table “{table}”.",
    }
}

/// Limits of an interval.
pub fn from_to(lang: Lang, lower: &str, upper: Option<&str>) -> String {
    match (lang, upper) {
        (Lang::Nb | Lang::Nn, Some(upper)) => format!("{lower} til {upper}"),
        (Lang::En, Some(upper)) => format!("{lower} to {upper}"),
        (Lang::Nb, None) => format!("fra {lower}; øvre grense kan ikke beregnes"),
        (Lang::Nn, None) => format!("frå {lower}; øvre grense kan ikkje reknast ut"),
        (Lang::En, None) => format!("from {lower}; the upper limit cannot be computed"),
    }
}

phrases! {
    /// The level of control limits.
    at_limits(level) { nb: "nivå {level}", nn: "nivå {level}", en: "level {level}" }
    /// A confidence level.
    at_level(level) { nb: "konfidensnivå {level}", nn: "konfidensnivå {level}", en: "confidence level {level}" }
    /// The effect of being composed differently by a dimension.
    composition_by(dimension) {
        nb: "virkning av ulik sammensetning etter {dimension}",
        nn: "verknad av ulik samansetning etter {dimension}",
        en: "effect of different composition by {dimension}",
    }
    /// Percentage points.
    points(number) { nb: "{number} prosentpoeng", nn: "{number} prosentpoeng", en: "{number} percentage points" }
    /// Per cent a year.
    per_year(percent) { nb: "{percent} per år", nn: "{percent} per år", en: "{percent} a year" }
    /// The table a number comes from.
    table_of(dataset, table) {
        nb: "{dataset}, tabellen «{table}»",
        nn: "{dataset}, tabellen «{table}»",
        en: "{dataset}, table “{table}”",
    }
    /// Title of a comparison.
    against(first, second) { nb: "{first} mot {second}", nn: "{first} mot {second}", en: "{first} against {second}" }
}

/// Which rows a part was summed from.
pub fn summed_over(
    lang: Lang,
    what: &str,
    count: &str,
    rows: usize,
    table: &str,
    column: &str,
) -> String {
    let phrase = match rows {
        0 => summed_none(lang),
        1 => summed_row(lang),
        _ => summed_rows(lang),
    };
    super::case::capital_first(
        &phrase
            .replace("{what}", what)
            .replace("{count}", count)
            .replace("{table}", table)
            .replace("{column}", column),
    )
}

/// Where a number stands that was published rounded.
pub fn printed_in(lang: Lang, table: &str) -> String {
    printed_in_table(lang).replace("{table}", table)
}

/// How many emigrations a base leaves out.
pub fn left_out_of_base(lang: Lang, count: &str, all: &str) -> String {
    let phrase = left_out_count(lang);
    phrase.replace("{count}", count).replace("{all}", all)
}

/// What a base leaves out.
pub fn base_without(lang: Lang, codes: &str) -> String {
    base_leaves_out(lang).replace("{codes}", codes)
}

phrases! {
    /// A birth cohort.
    born(years) { nb: "født {years}", nn: "fødd {years}", en: "born {years}" }
    /// One age.
    at_age(age: i32) { nb: "{age} år", nn: "{age} år", en: "age {age}" }
    /// From one age to another, both included.
    until_age(first: i32, last: i32) {
        nb: "fra {first} til og med {last} år",
        nn: "frå {first} til og med {last} år",
        en: "from age {first} to age {last} inclusive",
    }
}
