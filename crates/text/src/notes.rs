//! Remarks of a computation, in words.

use super::figures::Spot;
use super::phrases::{by_code, one_of, phrases, words};
use super::{Lang, case, enumerate, number, words};
use data::Perturbation;

/// The table covers only some years: "2008–2015".
pub fn covers_years(lang: Lang, years: &str) -> String {
    match lang {
        Lang::Nb => format!("Tallene gjelder {years}."),
        Lang::Nn => format!("Tala gjeld {years}."),
        Lang::En => format!("The numbers are of {years}."),
    }
}

/// The table covers only part of a dimension: "among women".
pub fn covers_only(lang: Lang, places: &str) -> String {
    match lang {
        Lang::Nb => format!("Det er bare talt {places}."),
        Lang::Nn => format!("Det er berre talt {places}."),
        Lang::En => format!("The figures were counted only {places}."),
    }
}

/// Denominator of a rate.
pub fn denominator(lang: Lang, mid_year: bool) -> &'static str {
    match (lang, mid_year) {
        (Lang::Nb, true) => "Nevner: middelfolkemengde.",
        (Lang::Nn, true) => "Nemnar: middelfolkemengd.",
        (Lang::En, true) => "Denominator: mid-year population.",
        (Lang::Nb, false) => "Nevner: personår.",
        (Lang::Nn, false) => "Nemnar: personår.",
        (Lang::En, false) => "Denominator: person-years.",
    }
}

/// Another denominator than asked for.
pub fn denominator_instead(lang: Lang, mid_year: bool) -> &'static str {
    match (lang, mid_year) {
        (Lang::Nb, true) => "Nevner: middelfolkemengde, fordi datasettet ikke har personår her.",
        (Lang::Nn, true) => "Nemnar: middelfolkemengd, fordi datasettet ikkje har personår her.",
        (Lang::En, true) => {
            "Denominator: mid-year population, since the data set has no person-years here."
        }
        (Lang::Nb, false) => "Nevner: personår, fordi datasettet ikke har middelfolkemengde her.",
        (Lang::Nn, false) => "Nemnar: personår, fordi datasettet ikkje har middelfolkemengd her.",
        (Lang::En, false) => {
            "Denominator: person-years, since the data set has no mid-year population here."
        }
    }
}

phrases! {
    /// Totals of a dimension, which is called so within a sentence, that stand beside what they add up.
    totals_aside(table, dimension, totals) {
        nb: "«{table}» har summer for {dimension} blant verdiene. De er holdt utenfor når tallene legges sammen: \
            {totals}.",
        nn: "«{table}» har summar for {dimension} blant verdiane. Dei er haldne utanfor når tala blir lagde saman: \
            {totals}.",
        en: "“{table}” has totals of {dimension} among its values. They are left out where numbers are added up: \
            {totals}.",
    }
    /// Values that count what others count, and add up no whole, under the name of their dimension within a sentence.
    counted_twice_aside(table, dimension, values) {
        nb: "Noen verdier av {dimension} i «{table}» teller det som andre verdier også teller. De er holdt utenfor når \
            tallene legges sammen: {values}.",
        nn: "Nokre verdiar av {dimension} i «{table}» tel det som andre verdiar òg tel. Dei er haldne utanfor når tala \
            blir lagde saman: {values}.",
        en: "Some values of {dimension} in “{table}” count what other values count as well. They are left out where \
            numbers are added up: {values}.",
    }
    /// A total that its parts do not reach.
    total_holds(table, dimension, total) {
        nb: "Delene av {dimension} i «{table}» utgjør ikke hele «{total}», som gjelder der tallene ikke er fordelt.",
        nn: "Delane av {dimension} i «{table}» utgjer ikkje heile «{total}», som gjeld der tala ikkje er fordelte.",
        en: "The parts of {dimension} in “{table}” do not make up all of “{total}”, which holds where numbers are \
            not broken down.",
    }
    /// Numbers after a break in the series.
    marked_breaks(count) {
        nb: "Kilden melder om brudd i tidsserien ved {count} av tallene; ingen linje går over et brudd.",
        nn: "Kjelda melder om brot i tidsserien ved {count} av tala; inga linje går over eit brot.",
        en: "The source marks a break in the series at {count} of the numbers; no line leads over a break.",
    }
    /// A break that the description of the data tells of, with what has changed.
    told_break(year, what) {
        nb: "Brudd i tidsserien i {year}. {what}",
        nn: "Brot i tidsserien i {year}. {what}",
        en: "Break in the series in {year}. {what}",
    }
    /// The same below numbers that are sums over years on both sides of it.
    pooled_over_break(year, what) {
        nb: "Tallene er summer over år både før og etter et brudd i tidsserien i {year}. {what}",
        nn: "Tala er summar over år både før og etter eit brot i tidsserien i {year}. {what}",
        en: "The numbers are sums over years both before and after a break in the series in {year}. {what}",
    }
    /// The codes that are not told apart in a figure, by how many they are.
    others(count) { nb: "De andre ({count})", nn: "Dei andre ({count})", en: "The others ({count})" }
    /// That a figure tells apart some of "276 citizenships" only, and has the others together.
    greatest_and_others(shown, of, others) {
        nb: "Figuren viser de {shown} største av {of} hver for seg, og de {others} andre samlet.",
        nn: "Figuren viser dei {shown} største av {of} kvar for seg, og dei {others} andre samla.",
        en: "The figure shows the {shown} largest of {of} one by one, and the other {others} together.",
    }
    /// The same where the others cannot be added up.
    greatest_only(shown, of, others) {
        nb: "Figuren viser de {shown} høyeste av {of}. De {others} andre er ikke med.",
        nn: "Figuren viser dei {shown} høgaste av {of}. Dei {others} andre er ikkje med.",
        en: "The figure shows the {shown} highest of {of}. The other {others} are not in it.",
    }
    /// The same where some were chosen to stand out.
    some_only(shown, of, others) {
        nb: "Figuren viser {shown} av {of}: de høyeste, og de som er fremhevet. De {others} andre er ikke med.",
        nn: "Figuren viser {shown} av {of}: dei høgaste, og dei som er framheva. Dei {others} andre er ikkje med.",
        en: "The figure shows {shown} of {of}: the highest, and those that stand out. The other {others} are not \
            in it.",
    }
    /// "150 municipalities", those of them whose rates rest on enough.
    of_enough(of) {
        nb: "{of} med minst ti utvandringer",
        nn: "{of} med minst ti utvandringar",
        en: "{of} with at least ten emigrations",
    }
}

/// How many of the numbers.
pub fn so_many(lang: Lang, count: usize) -> String {
    match count {
        1 => words::one(lang).to_owned(),
        count => number::small(lang, count),
    }
}

/// Numbers that rest on figures which will be revised, and on estimates: how many of each.
pub fn marked_unsettled(lang: Lang, provisional: usize, estimated: usize) -> String {
    let count = |count| so_many(lang, count);
    let [figures, estimates, and] = one_of!(
        lang,
        nb: ["foreløpige tall", "anslag", "og"],
        nn: ["førebelse tal", "anslag", "og"],
        en: ["provisional figures", "estimates", "and"]
    );
    let (first, on, also) = match (provisional, estimated) {
        (0, estimated) => (estimated, estimates, String::new()),
        (first, 0) => (first, figures, String::new()),
        (first, more) => {
            let on = one_of!(lang, nb: "på", nn: "på", en: "on");
            (
                first,
                figures,
                format!(" {and} {} {on} {estimates}", count(more)),
            )
        }
    };
    let some = case::capital_first(&count(first));
    match (lang, first) {
        (Lang::Nb, _) => format!("{some} av tallene bygger på {on}{also}, ifølge kilden."),
        (Lang::Nn, _) => format!("{some} av tala byggjer på {on}{also}, ifølgje kjelda."),
        (Lang::En, 1) => {
            format!("{some} of the numbers rests on {on}{also}, according to the source.")
        }
        (Lang::En, _) => {
            format!("{some} of the numbers rest on {on}{also}, according to the source.")
        }
    }
}

phrases! {
    /// Cohorts without five observed years.
    not_yet_observable(years) {
        nb: "Utvandringer i {years} er holdt utenfor: det har ikke gått fem år, så \
             tilbakeflytting kan ikke observeres ennå.",
        nn: "Utvandringar i {years} er haldne utanfor: Det har ikkje gått fem år, så \
             tilbakeflytting kan ikkje observerast enno.",
        en: "Emigrations in {years} are left out: five years have not passed, so return cannot be \
             observed yet.",
    }
}

/// What was left out of a re-based share.
pub fn rebased(lang: Lang, without: &[String], left_out: &str, of: &str, share: &str) -> String {
    let without = enumerate(lang, without);
    match lang {
        Lang::Nb => {
            format!("Tatt ut av grunnlaget: {without}, {left_out} av {of} utvandringer ({share}).")
        }
        Lang::Nn => {
            format!("Teke ut av grunnlaget: {without}, {left_out} av {of} utvandringar ({share}).")
        }
        Lang::En => {
            format!("Left out of the base: {without}, {left_out} of {of} emigrations ({share}).")
        }
    }
}

/// How much was left out of each bar.
pub fn left_out_each(lang: Lang, spots: &[Spot]) -> String {
    let parts: Vec<String> = spots
        .iter()
        .map(|spot| format!("{} {}", spot.label, spot.value))
        .collect();
    let parts = parts.join(", ");
    match lang {
        Lang::Nb => format!("Andel tatt ut: {parts}."),
        Lang::Nn => format!("Del teken ut: {parts}."),
        Lang::En => format!("Share left out: {parts}."),
    }
}

/// Of which bar most and least was left out.
pub fn left_out_range(lang: Lang, most: &Spot, least: &Spot) -> String {
    match lang {
        Lang::Nb => format!(
            "Mest er tatt ut for {} ({}), minst for {} ({}).",
            most.label, most.value, least.label, least.value
        ),
        Lang::Nn => format!(
            "Mest er teke ut for {} ({}), minst for {} ({}).",
            most.label, most.value, least.label, least.value
        ),
        Lang::En => format!(
            "Most is left out for {} ({}), least for {} ({}).",
            most.label, most.value, least.label, least.value
        ),
    }
}

words! {
    /// Only rounded numbers were published.
    rounded {
        nb: "Tallene er avrundet av utgiveren. Teller og nevner er ikke oppgitt, så usikkerhet \
             kan ikke regnes ut.",
        nn: "Tala er runda av hos utgivaren. Teljar og nemnar er ikkje oppgitt, så uvissa kan \
             ikkje reknast ut.",
        en: "The numbers were rounded by the publisher. Numerator and denominator are not given, \
             so no interval can be computed.",
    }
}

by_code! {
    /// How a publisher has changed counts, by the name of the method; `{base}` is put in.
    changed_by {
        "small_count_rounding" {
            nb: "Små tall er rundet av til 0 eller {base} av hensyn til personvernet.",
            nn: "Små tal er runda av til 0 eller {base} av omsyn til personvernet.",
            en: "Small counts are rounded to 0 or {base} for confidentiality.",
        }
        "cell_key" {
            nb: "Utgiveren har lagt litt støy til tallene av hensyn til personvernet (cellenøkkel).",
            nn: "Utgivaren har lagt litt støy til tala av omsyn til personvernet (cellenøkkel).",
            en: "The publisher has added a little noise to the counts for confidentiality (cell key).",
        }
        "other" {
            nb: "Utgiveren har endret tallene litt av hensyn til personvernet.",
            nn: "Utgivaren har endra tala litt av omsyn til personvernet.",
            en: "The publisher has changed the counts a little for confidentiality.",
        }
    }
}

phrases! {
    /// How far a changed number may be off.
    each_may_differ(each) {
        nb: "Hvert tall i tabellen kan avvike med inntil {each}.",
        nn: "Kvart tal i tabellen kan avvike med inntil {each}.",
        en: "Each number of the table may be off by up to {each}.",
    }
    /// Where a number lies that was summed of changed ones.
    lies_between(low, high) {
        nb: "Det sanne tallet ligger mellom {low} og {high}.",
        nn: "Det sanne talet ligg mellom {low} og {high}.",
        en: "The true number lies between {low} and {high}.",
    }
    /// How far a sum of changed numbers may be off.
    sum_may_differ(each, cells, most) {
        nb: "Hvert tall i tabellen kan avvike med inntil {each}, en sum av {cells} slike med inntil {most}.",
        nn: "Kvart tal i tabellen kan avvike med inntil {each}, ein sum av {cells} slike med inntil {most}.",
        en: "Each number of the table may be off by up to {each}, a sum of {cells} of them by up to {most}.",
    }
}

words! {
    /// What confidence intervals leave out where counts were changed.
    chance_only {
        nb: "Konfidensintervaller tar ikke hensyn til det.",
        nn: "Konfidensintervall tek ikkje omsyn til det.",
        en: "Confidence intervals do not account for that.",
    }
}

/// That the publisher has changed the counts, and how far a sum of so many of them may be off.
pub fn perturbed(lang: Lang, how: &Perturbation, cells: usize) -> String {
    let written = |value: f64| match value.fract() == 0.0 {
        true => number::integer(value, lang),
        false => number::decimal(value, 1, lang),
    };
    let base = written(how.base.unwrap_or(0.0));
    let changed = changed_by(lang, how.method.name());
    let changed = changed.unwrap_or_default().replace("{base}", &base);
    let each = written(how.max_difference);
    let off = match cells {
        0 | 1 => each_may_differ(lang, &each),
        _ => {
            let most = written(how.max_difference * cells as f64);
            sum_may_differ(lang, &each, &number::integer(cells as f64, lang), &most)
        }
    };
    [&changed, &off, chance_only(lang)].join(" ")
}

phrases! {
    /// A population over several years.
    mean_of_years(years: usize) {
        nb: "Middelfolkemengden er gjennomsnittet av {years} år.",
        nn: "Middelfolkemengda er gjennomsnittet av {years} år.",
        en: "The mid-year population is the mean of {years} years.",
    }
}

words! {
    /// A population over several years, not the same number of them for all.
    mean_of_own_years {
        nb: "Middelfolkemengden er gjennomsnittet av de årene hver har tall for, og det er ikke like mange for alle.",
        nn: "Middelfolkemengda er gjennomsnittet av dei åra kvar har tal for, og det er ikkje like mange for alle.",
        en: "The mid-year population is the mean of the years that each has numbers for, which are not equally many.",
    }
}

/// Some numbers rest on few events; in figures and their tables they are marked.
pub fn small_numbers(lang: Lang, count: usize, are_marked: bool) -> String {
    let told = case::capital_first(&number::small(lang, count));
    let said = match (lang, count) {
        (Lang::Nb, 1) => "Ett tall hviler på færre enn ti hendelser".to_owned(),
        (Lang::Nn, 1) => "Eitt tal kviler på færre enn ti hendingar".to_owned(),
        (Lang::Nb, _) => format!("{told} tall hviler på færre enn ti hendelser"),
        (Lang::Nn, _) => format!("{told} tal kviler på færre enn ti hendingar"),
        (Lang::En, 1) => "One number rests on fewer than ten events".to_owned(),
        (Lang::En, _) => format!("{told} numbers rest on fewer than ten events"),
    };
    let marked = match (lang, count) {
        _ if !are_marked => "",
        (Lang::Nb, _) => " og er merket",
        (Lang::Nn, 1) => " og er merkt",
        (Lang::Nn, _) => " og er merkte",
        (Lang::En, 1) => " and is marked",
        (Lang::En, _) => " and are marked",
    };
    format!("{said}{marked}.")
}

/// Caveats that come with what is measured.
pub mod caveats {
    use super::super::Lang;
    use super::super::phrases::words;

    words! {
        /// Moves within the Nordic countries are recorded more easily.
        nordic {
            nb: "Flyttinger til andre nordiske land registreres lettere enn flyttinger til andre \
                 land.",
            nn: "Flyttingar til andre nordiske land blir lettare registrerte enn flyttingar til \
                 andre land.",
            en: "Moves to other Nordic countries are recorded more easily than moves elsewhere.",
        }
        /// Students abroad.
        students {
            nb: "Studenter utenfor Norden blir som regel stående som bosatt i Norge.",
            nn: "Studentar utanfor Norden blir som regel ståande som busette i Noreg.",
            en: "Students outside the Nordic countries as a rule stay registered in Norway.",
        }
        /// Unknown destinations.
        unknown {
            nb: "Ukjent tilflyttingsland betyr ofte at flyttingen ikke ble meldt.",
            nn: "Ukjent tilflyttingsland betyr ofte at flyttinga ikkje vart meld.",
            en: "An unknown destination often means that the move was not reported.",
        }
        /// Return by where they went.
        known_destination {
            nb: "Delt etter hvor de dro: bare utvandringer til et kjent land er med.",
            nn: "Delt etter kor dei drog: Berre utvandringar til eit kjent land er med.",
            en: "Where split by destination, only emigrations to a known country are included.",
        }
        /// Education missing.
        education {
            nb: "Uoppgitt utdanning regnes som uten høyere utdanning; det gjelder særlig dem som \
                 innvandret som 10 år eller eldre.",
            nn: "Når utdanning ikkje er oppgitt, blir det rekna som utan høgare utdanning; det \
                 gjeld særleg dei som innvandra som 10 år eller eldre.",
            en: "Missing education counts as no higher education; that applies above all to those \
                 who immigrated aged 10 or more.",
        }
        /// Deaths.
        deaths {
            nb: "De få som døde i mellomtiden, regnes som tilbake.",
            nn: "Dei få som døydde i mellomtida, blir rekna som tilbake.",
            en: "The few who died in the meantime count as returned.",
        }
        /// Pandemic.
        pandemic {
            nb: "Årene 2020–2021 er preget av pandemien.",
            nn: "Åra 2020–2021 er prega av pandemien.",
            en: "The years 2020–2021 are marked by the pandemic.",
        }
        /// Pandemic in the last period.
        pandemic_period {
            nb: "Perioden 2018–2023 omfatter pandemiårene.",
            nn: "Perioden 2018–2023 omfattar pandemiåra.",
            en: "The period 2018–2023 includes the pandemic years.",
        }
        /// Order of origins.
        origin_order {
            nb: "Opprinnelsesland er ordnet etter antall utvandringer i alle år samlet.",
            nn: "Opphavslanda er ordna etter talet på utvandringar i alle år samla.",
            en: "Countries of origin are ordered by number of emigrations in all years together.",
        }
    }
}

words! {
    /// At a break in a figure.
    break_mark { nb: "Brudd", nn: "Brot", en: "Break" }
    /// Codes that are not told apart.
    the_others { nb: "De andre", nn: "Dei andre", en: "The others" }
    /// What the marks of provisional and estimated numbers look like.
    marks_drawn {
        nb: "Foreløpige tall og anslag har en hul rute i figuren.",
        nn: "Førebelse tal og anslag har ei hol rute i figuren.",
        en: "Provisional and estimated numbers have a hollow diamond in the figure.",
    }
    /// Many lines, of which a few have colours.
    few_highlighted {
        nb: "Linjene som slutter høyest og lavest, har farger; de andre er grå. Pek på en linje, eller \
             bruk piltastene, for å se hva den gjelder.",
        nn: "Linjene som sluttar høgast og lågast, har fargar; dei andre er grå. Peik på ei linje, eller \
             bruk piltastane, for å sjå kva ho gjeld.",
        en: "The lines that end highest and lowest have colours; the others are grey. Point at a line, \
             or use the arrow keys, to see what it is of.",
    }
    /// In place of a number over years that cannot be compared.
    at_break { nb: "brudd i tidsserien", nn: "brot i tidsserien", en: "break in the series" }
    /// What the letters in a table are.
    letters_of_marks {
        nb: "Merker: b brudd i tidsserien, p foreløpig, e anslag.",
        nn: "Merke: b brot i tidsserien, p førebels, e anslag.",
        en: "Marks: b break in the series, p provisional, e estimated.",
    }
}

/// What source or description mark of a number, by the letters of its marks.
pub fn marks_in_words(lang: Lang, letters: &str) -> String {
    let words = |letter: char| match (lang, letter) {
        (Lang::Nb, 'b') => "brudd i tidsserien",
        (Lang::Nn, 'b') => "brot i tidsserien",
        (Lang::En, 'b') => "a break in the series",
        (Lang::Nb, 'p') => "foreløpig",
        (Lang::Nn, 'p') => "førebels",
        (Lang::En, 'p') => "provisional",
        (Lang::Nb | Lang::Nn, _) => "anslag",
        (Lang::En, _) => "estimated",
    };
    let said = letters.chars().map(|letter| words(letter).to_owned());
    let said = enumerate(lang, &said.collect::<Vec<_>>());
    match lang {
        Lang::Nb => format!("Merket som {said}"),
        Lang::Nn => format!("Merkt som {said}"),
        Lang::En => format!("Marked as {said}"),
    }
}

phrases! {
    /// A sum over some codes of a dimension only; `{names}` are the others.
    some_counted(count, of, noun, names) {
        nb: "{count} av {of} {noun} er regnet med. Ikke med: {names}.",
        nn: "{count} av {of} {noun} er rekna med. Ikkje med: {names}.",
        en: "{count} of {of} {noun} are included. Left out: {names}.",
    }
    /// The same where those that are left out are too many to be named.
    so_many_counted(count, of, noun) {
        nb: "{count} av {of} {noun} er regnet med.",
        nn: "{count} av {of} {noun} er rekna med.",
        en: "{count} of {of} {noun} are included.",
    }
}
