//! The words of the page that compares and explains.

use super::Lang;
use super::phrases::{one_of, phrases, words};
use super::{number, places, sentences};

words! {
    /// Label of what takes the place of the groups.
    groups_are { nb: "Hva som sammenlignes", nn: "Kva som blir samanlikna", en: "What is compared" }
    /// Name of the page.
    title { nb: "Sammenlign og forklar", nn: "Samanlikn og forklar", en: "Compare and explain" }
    /// Choice: what is done.
    kind { nb: "Hva vil du vite?", nn: "Kva vil du vite?", en: "What do you want to know?" }
    /// Choice: the measure.
    measure { nb: "Mål", nn: "Mål", en: "Measure" }
    /// Choice: one group.
    group { nb: "Gruppe", nn: "Gruppe", en: "Group" }
    /// Choice: every group.
    all_groups { nb: "Alle grupper", nn: "Alle grupper", en: "All groups" }
    /// Choice: the group the others are set against.
    reference { nb: "Sammenlignes med", nn: "Samanlikna med", en: "Compared with" }
    /// Choice: dimensions of a standardisation.
    over { nb: "Gjør gruppene like etter", nn: "Gjer gruppene like etter", en: "Make the groups alike by" }
    /// Choice: dimensions of a decomposition.
    split_by { nb: "Del opp etter", nn: "Del opp etter", en: "Break down by" }
    /// Choice: the standard population.
    standard { nb: "Standardbefolkning", nn: "Standardbefolkning", en: "Standard population" }
    /// Choice: all groups as standard.
    pooled { nb: "Alle gruppene samlet", nn: "Alle gruppene samla", en: "All groups together" }
    /// Choice: the confidence level.
    level { nb: "Konfidensnivå", nn: "Konfidensnivå", en: "Confidence level" }
    /// Choice: pandemic years.
    years { nb: "År", nn: "År", en: "Years" }
    /// Choice: every year.
    all_years { nb: "Alle år", nn: "Alle år", en: "All years" }
    /// Choice: without the pandemic.
    without_pandemic {
        nb: "Uten 2020 og 2021",
        nn: "Utan 2020 og 2021",
        en: "Without 2020 and 2021",
    }
    /// Choice: the assumption about the unknown.
    assumption {
        nb: "Antatt andel av de ukjente som dro til opprinnelseslandet (0–100\u{202f}%)",
        nn: "Føresett del av dei ukjende som drog til opphavslandet (0–100\u{202f}%)",
        en: "Assumed share of the unknown that went to the country of origin (0–100%)",
    }
    /// A dimension in a choice.
    age { nb: "alder", nn: "alder", en: "age" }
    /// A dimension in a choice.
    education { nb: "utdanning", nn: "utdanning", en: "education" }
    /// Two dimensions in a choice.
    age_and_education { nb: "alder og utdanning", nn: "alder og utdanning", en: "age and education" }

    /// A kind of analysis.
    comparison { nb: "Hvor ulike er gruppene?", nn: "Kor ulike er gruppene?", en: "How different are the groups?" }
    /// A kind of analysis.
    standardised {
        nb: "Hva om gruppene var like sammensatt?",
        nn: "Kva om gruppene var likt samansette?",
        en: "What if the groups were composed alike?",
    }
    /// A kind of analysis.
    decomposition { nb: "Hvor ligger forskjellen?", nn: "Kor ligg skilnaden?", en: "Where does the difference lie?" }
    /// A kind of analysis.
    over_time {
        nb: "Hvorfor har raten endret seg over tid?",
        nn: "Kvifor har raten endra seg over tid?",
        en: "Why has the rate changed over time?",
    }
    /// Choice: the year that a change begins in.
    from_year { nb: "Fra år", nn: "Frå år", en: "From year" }
    /// Choice: the year that a change ends in.
    to_year { nb: "Til år", nn: "Til år", en: "To year" }
    /// A kind of analysis.
    chance {
        nb: "Sjansen for å flytte ut minst én gang",
        nn: "Sjansen for å flytte ut minst éin gong",
        en: "The chance of emigrating at least once",
    }
    /// A kind of analysis.
    cohorts { nb: "Følg fødselskullene", nn: "Følg fødselskulla", en: "Follow the birth cohorts" }
    /// What is asked.
    asks_cohorts {
        nb: "Flytter yngre fødselskull ut oftere eller sjeldnere enn eldre kull gjorde i samme \
             alder?",
        nn: "Flyttar yngre fødselskull ut oftare eller sjeldnare enn eldre kull gjorde i same \
             alder?",
        en: "Do younger birth cohorts emigrate more or less often than older ones did at the same \
             age?",
    }
    /// Choice: how many years of birth make a cohort.
    cohort_width { nb: "Fødselsår i hvert kull", nn: "Fødselsår i kvart kull", en: "Years of birth in a cohort" }
    /// A width.
    five_years { nb: "Fem år", nn: "Fem år", en: "Five years" }
    /// A width.
    ten_years { nb: "Ti år", nn: "Ti år", en: "Ten years" }
    /// A width.
    single_years { nb: "Ett år", nn: "Eitt år", en: "One year" }
    /// Choice and column: one cohort.
    cohort { nb: "Fødselskull", nn: "Fødselskull", en: "Birth cohort" }
    /// Every cohort.
    all_cohorts {
        nb: "Alle kull med en lang nok linje",
        nn: "Alle kull med ei lang nok linje",
        en: "All cohorts with a line long enough",
    }
    /// Column.
    ages_observed { nb: "Observert alder", nn: "Observert alder", en: "Ages observed" }
    /// Column and panel.
    chance_so_far {
        nb: "Sjanse for å ha flyttet ut",
        nn: "Sjanse for å ha flytta ut",
        en: "Chance of having emigrated",
    }
    /// No cohort is young enough.
    no_cohort_from_the_start {
        nb: "Ingen av kullene er observert fra den yngste alderen av, så sjansen for å ha flyttet ut kan ikke \
             beregnes; ratene i hver alder kan sammenlignes.",
        nn: "Ingen av kulla er observerte frå den yngste alderen av, så sjansen for å ha flytta ut kan ikkje \
             reknast ut; ratane i kvar alder kan samanliknast.",
        en: "None of the cohorts is observed from the youngest age on, so the chance of having emigrated cannot \
             be computed; the rates at each age can be compared.",
    }
    /// How far one cohort has come; `{first}`, `{age}`, `{one}`, `{old}`, `{all}`, `{years}`.
    one_cohort_came_to {
        nb: "Fra {first} til og med {age} år var sjansen {group} for å ha flyttet ut {one} for dem som er \
             født {old}, og {all} med ratene i {years}.",
        nn: "Frå {first} til og med {age} år var sjansen {group} for å ha flytta ut {one} for dei som er \
             fødde {old}, og {all} med ratane i {years}.",
        en: "From age {first} to age {age} inclusive the chance {group} of having emigrated was {one} for \
             those born {old}, and {all} under the rates of {years}.",
    }
    /// How far two cohorts have come; also `{two}` and `{young}`.
    cohorts_came_to {
        nb: "Fra {first} til og med {age} år var sjansen {group} for å ha flyttet ut {one} for dem som er \
             født {old}, og {two} for dem som er født {young}. Med ratene i {years} \
             var sjansen {all}.",
        nn: "Frå {first} til og med {age} år var sjansen {group} for å ha flytta ut {one} for dei som er \
             fødde {old}, og {two} for dei som er fødde {young}. Med ratane i {years} \
             var sjansen {all}.",
        en: "From age {first} to age {age} inclusive the chance {group} of having emigrated was {one} for \
             those born {old} and {two} for those born {young}. Under the rates of {years} \
             the chance was {all}.",
    }
    /// Ages or years are grouped.
    needs_single_years {
        nb: "Fødselskull kan bare følges når datasettet har en tabell med både alder og år som \
             enkeltår.",
        nn: "Fødselskull kan berre følgjast når datasettet har ein tabell med både alder og år \
             som enkeltår.",
        en: "Birth cohorts can be followed only when the data set has a table with single years \
             of both age and time.",
    }
    /// A kind of analysis.
    trend { nb: "Utviklingen over tid", nn: "Utviklinga over tid", en: "The trend over time" }
    /// A kind of analysis.
    unknown {
        nb: "Hva om vi visste hvor alle dro?",
        nn: "Kva om vi visste kor alle drog?",
        en: "What if every destination were known?",
    }
    /// A kind of analysis.
    funnel {
        nb: "Forskjell eller tilfeldighet",
        nn: "Skilnad eller tilfeldig variasjon",
        en: "Difference or chance",
    }
    /// The same of data without countries of origin.
    funnel_of_groups {
        nb: "Forskjeller og tilfeldigheter",
        nn: "Skilnader og tilfeldig variasjon",
        en: "Differences and chance",
    }
    /// A kind of analysis.
    return_curve {
        nb: "Hvor raskt kommer de tilbake?",
        nn: "Kor raskt kjem dei tilbake?",
        en: "How soon do they come back?",
    }
    /// A kind of analysis.
    destinations {
        nb: "Alle tilflyttingsland under ett",
        nn: "Alle tilflyttingsland under eitt",
        en: "All destinations at once",
    }

    /// What is asked.
    asks_standardised {
        nb: "Hvor høy ville utvandringsraten vært hvis alle gruppene hadde hatt samme \
             sammensetning?",
        nn: "Kor høg ville utvandringsraten vore dersom alle gruppene hadde hatt same \
             samansetning?",
        en: "How high would the emigration rate be if all groups had the same composition?",
    }
    /// What is asked.
    asks_trend {
        nb: "Hvor mange prosent i året stiger eller faller en jevn kurve gjennom utvandringsratene?",
        nn: "Kor mange prosent i året stig eller fell ei jamn kurve gjennom utvandringsratane?",
        en: "By how many per cent a year does a smooth curve through the emigration rates rise or fall?",
    }
    /// What is asked.
    asks_unknown {
        nb: "Hvor stor kan andelen som dro til eget eller foreldrenes opprinnelsesland, være når \
             noen dro til ukjent land?",
        nn: "Kor stor kan delen som drog til landet dei sjølve eller foreldra kom frå, vere når nokre \
             drog til ukjent land?",
        en: "How large can the share that went to their own or their parents’ country of origin be, when \
             some went to an unknown country?",
    }
    /// What is asked.
    asks_return_curve {
        nb: "Hvor stor andel er tilbake ett, to, tre … år etter at de flyttet ut?",
        nn: "Kor stor del er tilbake eitt, to, tre … år etter at dei flytta ut?",
        en: "What share is back one, two, three … years after leaving?",
    }

    /// What is measured, to begin a sentence.
    the_rate { nb: "Utvandringsraten", nn: "Utvandringsraten", en: "The emigration rate" }
    /// What is measured, to begin a sentence.
    the_return_share {
        nb: "Andelen som var tilbake etter fem år,",
        nn: "Delen som var tilbake etter fem år,",
        en: "The share that was back after five years",
    }
    /// What is measured, to begin a sentence.
    the_origin_share {
        nb: "Andelen som dro til eget eller foreldrenes opprinnelsesland,",
        nn: "Delen som drog til landet dei sjølve eller foreldra kom frå,",
        en: "The share that went to their own or their parents’ country of origin",
    }
    /// What is measured, to begin a sentence.
    the_standardised_rate {
        nb: "Utvandringsraten med samme sammensetning i alle grupper",
        nn: "Utvandringsraten med same samansetning i alle grupper",
        en: "The emigration rate with the same composition in all groups",
    }
    /// A measure in a choice.
    rate { nb: "Utvandringsrate", nn: "Utvandringsrate", en: "Emigration rate" }
    /// A measure in a choice.
    return_share { nb: "Andel tilbake etter fem år", nn: "Del tilbake etter fem år", en: "Share back after five years" }
    /// A measure in a choice.
    origin_share { nb: "Andel til opprinnelsesland", nn: "Del til opphavsland", en: "Share to country of origin" }

    /// Column.
    interval { nb: "Konfidensintervall", nn: "Konfidensintervall", en: "Confidence interval" }
    /// Column.
    ratio_interval {
        nb: "Intervall for rateratioen",
        nn: "Intervall for rateratioen",
        en: "Interval of the rate ratio",
    }
    /// Heading.
    ratio { nb: "Rateratio", nn: "Rateratio", en: "Rate ratio" }
    /// Column.
    difference { nb: "Forskjell", nn: "Skilnad", en: "Difference" }
    /// Column.
    remark { nb: "Merknad", nn: "Merknad", en: "Remark" }
    /// Column.
    crude { nb: "Rate slik den er", nn: "Rate slik han er", en: "Rate as it is" }
    /// Column.
    direct { nb: "Standardisert rate", nn: "Standardisert rate", en: "Standardised rate" }
    /// Column.
    observed_expected { nb: "Observert / forventet", nn: "Observert / venta", en: "Observed / expected" }
    /// Column.
    part { nb: "Del", nn: "Del", en: "Part" }
    /// Column.
    amount { nb: "Prosentpoeng", nn: "Prosentpoeng", en: "Percentage points" }
    /// Column.
    the_chance { nb: "Sjanse", nn: "Sjanse", en: "Chance" }
    /// Column.
    change { nb: "Endring per år", nn: "Endring per år", en: "Change per year" }
    /// Column.
    at_assumption { nb: "Andel med antakelsen", nn: "Del med føresetnaden", en: "Share under the assumption" }
    /// Column.
    bounds {
        nb: "Fra ingen til alle av de ukjente",
        nn: "Frå ingen til alle av dei ukjende",
        en: "From none to all of the unknown",
    }
    /// Column.
    rebased { nb: "Andel blant de kjente", nn: "Del blant dei kjende", en: "Share among the known" }
    /// Column.
    unknown_share { nb: "Ukjent", nn: "Ukjent", en: "Unknown" }
    /// Column.
    limits { nb: "Grenser, 95\u{202f}%", nn: "Grenser, 95\u{202f}%", en: "Limits, 95%" }
    /// Column.
    outer_limits { nb: "Grenser, 99,8\u{202f}%", nn: "Grenser, 99,8\u{202f}%", en: "Limits, 99.8%" }
    /// Column.
    position { nb: "I trakten", nn: "I trakta", en: "In the funnel" }
    /// Column.
    share { nb: "Andel", nn: "Prosentdel", en: "Share" }
    /// Column.
    joint_interval { nb: "Samtidig intervall", nn: "Samtidig intervall", en: "Joint interval" }
    /// Column.
    emigrations { nb: "Utvandringer", nn: "Utvandringar", en: "Emigrations" }
    /// Column.
    size { nb: "Størrelse", nn: "Storleik", en: "Size" }
    /// Column.
    expected_moves { nb: "Flyttinger i snitt", nn: "Flyttingar i snitt", en: "Moves on average" }
    /// Column.
    dispersion { nb: "Spredning (φ)", nn: "Spreiing (φ)", en: "Dispersion (φ)" }
    /// The group itself.
    is_reference { nb: "sammenligningsgruppen", nn: "samanlikningsgruppa", en: "the reference" }
    /// Remark on a comparison.
    overlap_mark {
        nb: "Intervallene overlapper, men det for forskjellen utelater null",
        nn: "Intervalla overlappar, men det for skilnaden utelèt null",
        en: "The intervals overlap, yet that of the difference leaves out zero",
    }
    /// Caption of the test.
    heterogeneity {
        nb: "Kan alle gruppene ha samme verdi?",
        nn: "Kan alle gruppene ha same verdi?",
        en: "Can all groups have the same value?",
    }
    /// Row of the test.
    test { nb: "Test for ulikhet", nn: "Test for ulikskap", en: "Test of heterogeneity" }
    /// Beside a comparison.
    overlap {
        nb: "Overlappende intervaller er ingen test: to grupper kan være ulike selv om \
             intervallene deres overlapper. Se på intervallet for forskjellen eller rateratioen.",
        nn: "Overlappande intervall er ingen test: To grupper kan vere ulike sjølv om intervalla \
             deira overlappar. Sjå på intervallet for skilnaden eller rateratioen.",
        en: "Overlapping intervals are not a test: two groups can differ although their intervals \
             overlap. Look at the interval of the difference or of the rate ratio.",
    }
    /// Position in a funnel.
    inside { nb: "innenfor", nn: "innanfor", en: "inside" }
    /// Position in a funnel.
    above { nb: "over 95\u{202f}%", nn: "over 95\u{202f}%", en: "above 95%" }
    /// Position in a funnel.
    below { nb: "under 95\u{202f}%", nn: "under 95\u{202f}%", en: "below 95%" }
    /// Position in a funnel.
    far_above { nb: "over 99,8\u{202f}%", nn: "over 99,8\u{202f}%", en: "above 99.8%" }
    /// Position in a funnel.
    far_below { nb: "under 99,8\u{202f}%", nn: "under 99,8\u{202f}%", en: "below 99.8%" }
    /// The funnel's middle.
    target { nb: "Alle under ett", nn: "Alle under eitt", en: "All together" }
    /// Beside a waterfall.
    adds_up {
        nb: "Leddene er rundet av slik at de går opp; utregningen bak hvert tall er uavrundet.",
        nn: "Ledda er runda av slik at dei går opp; utrekninga bak kvart tal er ikkje avrunda.",
        en: "The terms are rounded so that they add up; the arithmetic behind each number is \
             unrounded.",
    }
    /// The same of a change.
    changed_rates { nb: "Endrede rater", nn: "Endra ratar", en: "Changed rates" }
    /// A step of the waterfall.
    rates_effect { nb: "Ulike rater", nn: "Ulike ratar", en: "Different rates" }
    /// Heading.
    assumptions { nb: "Forutsetninger", nn: "Føresetnader", en: "Assumptions" }
    /// None of the analyses can be made.
    none_can {
        nb: "Ingen av analysene kan gjøres med dette datasettet. De trenger både utvandringer og hvor mange de er \
             talt blant: folkemengde eller personår.",
        nn: "Ingen av analysane kan gjerast med dette datasettet. Dei treng både utvandringar og kor mange dei er \
             talde blant: folkemengd eller personår.",
        en: "None of the analyses can be made with this data set. They need both emigrations and how many people \
             they are counted among: a population or person-years.",
    }
    /// Nothing can be said.
    cannot {
        nb: "Datasettet har ikke tallene som trengs til dette.",
        nn: "Datasettet har ikkje tala som trengst til dette.",
        en: "The data set does not hold the numbers this needs.",
    }
    /// A button.
    copy_text { nb: "Kopier teksten", nn: "Kopier teksten", en: "Copy the text" }
    /// A button.
    copy_r { nb: "Kopier R-kode", nn: "Kopier R-kode", en: "Copy R code" }
    /// A button.
    copy_python { nb: "Kopier Python-kode", nn: "Kopier Python-kode", en: "Copy Python code" }
    /// A button.
    close { nb: "Lukk", nn: "Lukk", en: "Close" }
    /// Heading.
    in_plain_words { nb: "Med enkle ord", nn: "Med enkle ord", en: "In plain words" }
    /// Heading.
    for_statisticians { nb: "For statistikere", nn: "For statistikarar", en: "For statisticians" }
}

phrases! {
    /// The rates of two cohorts at the same age.
    cohorts_at_age(group, age, one, old, two, young) {
        nb: "Ved {age} år var utvandringsraten {group} {one} for dem som er født {old}, og {two} for \
             dem som er født {young}.",
        nn: "Ved {age} år var utvandringsraten {group} {one} for dei som er fødde {old}, og {two} for \
             dei som er fødde {young}.",
        en: "At age {age} the emigration rate {group} was {one} for those born {old} and {two} for those born {young}.",
    }
    /// What a funnel asks; `{groups}` is "countries of origin".
    asks_funnel(groups) {
        nb: "Hvilke {groups} skiller seg fra helheten med mer enn tilfeldigheter kan forklare?",
        nn: "Kva for {groups} skil seg frå heilskapen med meir enn tilfeldig variasjon kan forklare?",
        en: "Which {groups} differ from the whole by more than chance can explain?",
    }
    /// Caption of numbers with intervals of a level.
    with_interval(what, level) {
        nb: "{what} med {level}-konfidensintervall",
        nn: "{what} med {level}-konfidensintervall",
        en: "{what} with {level} confidence intervals",
    }
    /// What a comparison asks; `{others}` is "the other countries", after a verb or before one.
    asks_comparison(what, reference, others) {
        nb: "Hvor mye høyere eller lavere er {what} {others} enn {reference}?",
        nn: "Kor mykje høgare eller lågare er {what} {others} enn {reference}?",
        en: "How much higher or lower is {what} {others} than {reference}?",
    }
    /// What a decomposition asks.
    asks_decomposition(first, second) {
        nb: "Hvor mye av forskjellen mellom utvandringsraten {first} og {second} henger sammen med \
             hvordan gruppene er sammensatt?",
        nn: "Kor mykje av skilnaden mellom utvandringsraten {first} og {second} heng saman med korleis \
             gruppene er samansette?",
        en: "How much of the difference between the emigration rate {first} and {second} goes with \
             how the groups are composed?",
    }
    /// What a decomposition of a change asks.
    asks_over_time(from, to) {
        nb: "Hvor mye av endringen fra {from} til {to} henger sammen med at befolkningen er annerledes sammensatt?",
        nn: "Kor mykje av endringa frå {from} til {to} heng saman med at folkemengda er annleis samansett?",
        en: "How much of the change from {from} to {to} goes with a population that is composed differently?",
    }
    /// What a cumulative chance asks.
    asks_chance(first: i32, last: i32) {
        nb: "Hvor stor er sjansen for å flytte ut minst én gang fra {first} til og med {last} år?",
        nn: "Kor stor er sjansen for å flytte ut minst éin gong frå {first} til og med {last} år?",
        en: "How large is the chance of emigrating at least once from age {first} to age {last}?",
    }
    /// What a distribution asks.
    asks_destinations(group) {
        nb: "Hvordan fordeler utvandringene {group} seg på land?",
        nn: "Korleis fordeler utvandringane {group} seg på land?",
        en: "How do the emigrations {group} divide among countries?",
    }
    /// The chance, to begin a sentence.
    the_chance_of(first: i32, last: i32) {
        nb: "Sjansen for å flytte ut minst én gang fra {first} til og med {last} år",
        nn: "Sjansen for å flytte ut minst éin gong frå {first} til og med {last} år",
        en: "The chance of emigrating at least once from age {first} to {last}",
    }
}

/// The share back, to begin a sentence.
pub fn back_after(lang: Lang, years: i32) -> String {
    let told = number::small(lang, usize::try_from(years).unwrap_or_default());
    match (lang, years) {
        (Lang::Nb, 1) => "Andelen som var tilbake etter ett år,".to_owned(),
        (Lang::Nn, 1) => "Delen som var tilbake etter eitt år,".to_owned(),
        (Lang::Nb, _) => format!("Andelen som var tilbake etter {told} år,"),
        (Lang::Nn, _) => format!("Delen som var tilbake etter {told} år,"),
        (Lang::En, 1) => "The share that was back after one year".to_owned(),
        (Lang::En, _) => format!("The share that was back after {told} years"),
    }
}

/// Years since leaving, as a heading.
pub fn years_since(lang: Lang, years: i32) -> String {
    match (lang, years) {
        (Lang::Nb | Lang::Nn, _) => format!("{years} år"),
        (Lang::En, 1) => "1 year".to_owned(),
        (Lang::En, _) => format!("{years} years"),
    }
}

/// A group with its number, for sentences.
pub type Named<'a> = (&'a str, &'a str);

/// What curves fitted to the rates of several places, or of one, tell of their years. `true` is a rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes<'a> {
    /// Both of two rise or fall: which one more, and which one less.
    Two(bool, Named<'a>, Named<'a>),
    /// All rise or fall: where most, and where least.
    Alike(bool, Named<'a>, Named<'a>),
    /// Some rise and some fall: where most.
    Both(Named<'a>, Named<'a>),
    /// The one there is.
    One(bool, Named<'a>),
    /// None has changed by as much as can be seen.
    Same,
}

/// "The fitted curves for the emigration rate in 2000–2019 rise most in Poland (3% a year) and ...".
pub fn changes(lang: Lang, (first, last): (i32, i32), changes: Changes) -> String {
    let is_one = matches!(changes, Changes::One(..) | Changes::Same);
    let verb = |rises: bool| match (lang, rises) {
        (Lang::Nb, true) => "stiger",
        (Lang::Nn, true) => "stig",
        (Lang::En, true) if is_one => "rises",
        (Lang::En, true) => "rise",
        (Lang::Nb, false) => "faller",
        (Lang::Nn, false) => "fell",
        (Lang::En, false) if is_one => "falls",
        (Lang::En, false) => "fall",
    };
    let [more, than] = one_of!(lang, nb: ["mer", "enn"], nn: ["meir", "enn"], en: ["more", "than"]);
    let [most, least] =
        one_of!(lang, nb: ["mest", "minst"], nn: ["mest", "minst"], en: ["most", "least"]);
    let [and, by] = one_of!(lang, nb: ["og", "med"], nn: ["og", "med"], en: ["and", "by"]);
    let told = match changes {
        Changes::Two(rises, (one, much), (other, little)) => {
            format!(
                "{} {more} {one} ({much}) {than} {other} ({little})",
                verb(rises)
            )
        }
        Changes::Alike(rises, (one, much), (other, little)) => format!(
            "{} {most} {one} ({much}) {and} {least} {other} ({little})",
            verb(rises)
        ),
        Changes::Both((up, rise), (down, fall)) => format!(
            "{} {most} {up} ({rise}) {and} {} {most} {down} ({fall})",
            verb(true),
            verb(false)
        ),
        Changes::One(rises, (at, change)) => format!("{} {at} {by} {change}", verb(rises)),
        Changes::Same => one_of!(
            lang,
            nb: "ligger på samme nivå i alle år",
            nn: "ligg på same nivå i alle år",
            en: "stays at the same level in all years"
        )
        .to_owned(),
    };
    let curve = match (lang, is_one) {
        (Lang::Nb, true) => "Den tilpassede kurven for utvandringsraten i",
        (Lang::Nn, true) => "Den tilpassa kurva for utvandringsraten i",
        (Lang::En, true) => "The fitted curve for the emigration rate in",
        (Lang::Nb, false) => "De tilpassede kurvene for utvandringsraten i",
        (Lang::Nn, false) => "Dei tilpassa kurvene for utvandringsraten i",
        (Lang::En, false) => "The fitted curves for the emigration rate in",
    };
    format!("{curve} {first}–{last} {}.", told.replace("  ", " "))
}

/// That intervals of what a sentence compares overlap; of two, or of more.
pub fn intervals_overlap(lang: Lang, are_two: bool) -> &'static str {
    match are_two {
        true => one_of!(
            lang,
            nb: "Konfidensintervallene overlapper.",
            nn: "Konfidensintervalla overlappar.",
            en: "The confidence intervals overlap."
        ),
        false => one_of!(
            lang,
            nb: "Noen av de andre har konfidensintervaller som overlapper med disse.",
            nn: "Nokre av dei andre har konfidensintervall som overlappar med desse.",
            en: "The confidence intervals of some of the others overlap with these."
        ),
    }
}

words! {
    /// A difference of two, which chance alone does not bring.
    differs {
        nb: "Hele konfidensintervallet for forskjellen ligger på samme side av null.",
        nn: "Heile konfidensintervallet for skilnaden ligg på same side av null.",
        en: "The whole confidence interval of the difference lies on one side of zero.",
    }
    /// A difference of two that may be chance.
    may_not_differ {
        nb: "Konfidensintervallet for forskjellen omfatter null.",
        nn: "Konfidensintervallet for skilnaden omfattar null.",
        en: "The confidence interval of the difference includes zero.",
    }
}

phrases! {
    /// Every comparison shows a difference; there are more than one.
    all_differ(count, reference) {
        nb: "I alle {count} sammenligningene med nivået {reference} ligger hele konfidensintervallet for \
             forskjellen på samme side av null.",
        nn: "I alle {count} samanlikningane med nivået {reference} ligg heile konfidensintervallet for \
             skilnaden på same side av null.",
        en: "In all {count} comparisons with the level {reference} the whole confidence interval of the \
             difference lies on one side of zero.",
    }
    /// No comparison shows a difference; there are more than one.
    none_differ(count, reference) {
        nb: "I alle {count} sammenligningene med nivået {reference} omfatter konfidensintervallet for \
             forskjellen null.",
        nn: "I alle {count} samanlikningane med nivået {reference} omfattar konfidensintervallet for \
             skilnaden null.",
        en: "In all {count} comparisons with the level {reference} the confidence interval of the \
             difference includes zero.",
    }
    /// How many comparisons show a difference; `count` is "3 of 5".
    so_many_differ(count, reference) {
        nb: "I {count} sammenligninger med nivået {reference} ligger hele konfidensintervallet for \
             forskjellen på samme side av null.",
        nn: "I {count} samanlikningar med nivået {reference} ligg heile konfidensintervallet for \
             skilnaden på same side av null.",
        en: "In {count} comparisons with the level {reference} the whole confidence interval of the \
             difference lies on one side of zero.",
    }
}

/// "In 2019 the emigration rate was"; without years "The emigration rate is".
fn rate_was(lang: Lang, when: &str) -> String {
    sentences::opening(lang, &sentences::subject(lang, "rate", None, ""), when)
}

/// The rates of some years, by which a chance is told.
pub fn with_rates(lang: Lang, when: &str) -> String {
    match lang {
        _ if when.is_empty() => String::new(),
        Lang::Nb => format!("med ratene {when}"),
        Lang::Nn => format!("med ratane {when}"),
        Lang::En => format!("with the rates {when}"),
    }
}

/// Where the largest share of the emigrations of some went in some years.
pub fn most_to(lang: Lang, when: &str, who: &str, destination: &str, share: &str) -> String {
    let largest = match lang {
        Lang::Nb => format!("den største andelen av utvandringene {who}, {share},"),
        Lang::Nn => format!("den største delen av utvandringane {who}, {share},"),
        Lang::En => format!("the largest share of the emigrations {who}, {share},"),
    };
    let said = match (lang, when) {
        (Lang::Nb | Lang::Nn, "") => format!("{largest} går {destination}."),
        (Lang::En, "") => format!("{largest} goes {destination}."),
        (Lang::Nb, when) => format!("{when} gikk {largest} {destination}."),
        (Lang::Nn, when) => format!("{when} gjekk {largest} {destination}."),
        (Lang::En, when) => format!("{when} {largest} went {destination}."),
    };
    super::case::capital_first(&said)
}

/// The gap between two groups in some years, to begin an answer.
pub fn gap(lang: Lang, when: &str, groups: [&str; 2], points: &str, higher: bool) -> String {
    let (was, [first, second]) = (rate_was(lang, when), groups);
    let (more, than) = match (lang, higher) {
        (Lang::Nb, true) => ("høyere", "enn"),
        (Lang::Nn, true) => ("høgare", "enn"),
        (Lang::Nb, false) => ("lavere", "enn"),
        (Lang::Nn, false) => ("lågare", "enn"),
        (Lang::En, true) => ("higher", "than"),
        (Lang::En, false) => ("lower", "than"),
    };
    format!("{was} {points} {more} {first} {than} {second}.")
}

/// That there is none.
pub fn no_gap(lang: Lang, when: &str, [first, second]: [&str; 2]) -> String {
    let was = rate_was(lang, when);
    match lang {
        Lang::Nb => format!("{was} den samme {first} og {second}."),
        Lang::Nn => format!("{was} den same {first} og {second}."),
        Lang::En => format!("{was} the same {first} and {second}."),
    }
}

/// That a rate has not changed from one year to another.
pub fn not_changed(lang: Lang, _when: &str, [last, first]: [&str; 2]) -> String {
    match lang {
        Lang::Nb => format!("Utvandringsraten var den samme i {first} og {last}."),
        Lang::Nn => format!("Utvandringsraten var den same i {first} og {last}."),
        Lang::En => format!("The emigration rate was the same in {first} and {last}."),
    }
}

/// How a rate has changed, to begin an answer.
pub fn changed_by(
    lang: Lang,
    _when: &str,
    [last, first]: [&str; 2],
    points: &str,
    higher: bool,
) -> String {
    match (lang, higher) {
        (Lang::Nb, true) => format!("Fra {first} til {last} økte utvandringsraten med {points}."),
        (Lang::Nn, true) => format!("Frå {first} til {last} auka utvandringsraten med {points}."),
        (Lang::En, true) => {
            format!("From {first} to {last} the emigration rate rose by {points}.")
        }
        (Lang::Nb, false) => {
            format!("Fra {first} til {last} gikk utvandringsraten ned med {points}.")
        }
        (Lang::Nn, false) => {
            format!("Frå {first} til {last} gjekk utvandringsraten ned med {points}.")
        }
        (Lang::En, false) => {
            format!("From {first} to {last} the emigration rate fell by {points}.")
        }
    }
}

phrases! {
    /// The effect of the composition within a gap, where it is too small for the decimals.
    of_rates_alone(over, composition, rates) {
        nb: "Ulik sammensetning etter {over} bidrar med så godt som ingenting ({composition}), og ulike rater for \
             samme {over} med {rates}.",
        nn: "Ulik samansetning etter {over} bidreg med så godt som ingenting ({composition}), og ulike ratar for \
             same {over} med {rates}.",
        en: "Different composition by {over} contributes next to nothing ({composition}), and different rates for \
             the same {over} {rates}.",
    }
    /// The effect of the composition within a change, where it is too small for the decimals.
    of_changed_rates_alone(over, composition, rates) {
        nb: "Endret sammensetning etter {over} bidrar med så godt som ingenting ({composition}), og endrede rater \
             for samme {over} med {rates}.",
        nn: "Endra samansetning etter {over} bidreg med så godt som ingenting ({composition}), og endra ratar for \
             same {over} med {rates}.",
        en: "Changed composition by {over} contributes next to nothing ({composition}), and changed rates for the \
             same {over} {rates}.",
    }
    /// The effect of the composition within a change.
    of_the_change(over, composition, rates) {
        nb: "Endret sammensetning etter {over} bidrar med {composition}, og endrede rater for samme {over} med \
             {rates}.",
        nn: "Endra samansetning etter {over} bidreg med {composition}, og endra ratar for same {over} med {rates}.",
        en: "Changed composition by {over} contributes {composition}, and changed rates for the same {over} {rates}.",
    }
    /// The effect of the composition within a gap.
    of_the_gap(over, composition, rates) {
        nb: "Ulik sammensetning etter {over} bidrar med {composition}, og ulike rater for samme \
             {over} med {rates}.",
        nn: "Ulik samansetning etter {over} bidreg med {composition}, og ulike ratar for same \
             {over} med {rates}.",
        en: "Different composition by {over} contributes {composition}, and different rates for \
             the same {over} {rates}.",
    }
    /// Of what a sentence is, where the others lack years: "of the 14 countries with figures in all years".
    of_whole(count, all) {
        nb: "av de {count} {all} med tall i alle år og uten merket brudd mellom årene",
        nn: "av dei {count} {all} med tal i alle år og utan merkt brot mellom åra",
        en: "of the {count} {all} with figures in all years and no flagged break between the years",
    }
    /// A share under an assumption.
    under_assumption(group, when, q, share, bounds) {
        nb: "Hvis {q} av de ukjente dro til opprinnelseslandet, var andelen {share} {group}{when}. Uten å \
             anta noe kan den ha vært alt fra {bounds}.",
        nn: "Dersom {q} av dei ukjende drog til opphavslandet, var delen {share} {group}{when}. Utan \
             å gå ut frå noko kan han ha vore alt frå {bounds}.",
        en: "If {q} of the unknown went to the country of origin, the share was {share} {group}{when}. \
             Without assuming anything it can have been anything from {bounds}.",
    }
}

/// Groups outside a funnel, in some years. The numbers may be marked: how many are outside, "3 of 19" where that is
/// not all, and how many of them far outside; each is held against the count that it is among.
pub fn outside(
    lang: Lang,
    (dimension, is_rate, when): (&str, bool, &str),
    (outside, is_outside, of): (&str, usize, usize),
    (far, is_far): (&str, usize),
) -> String {
    let (some, all) = (places::some(lang, dimension), places::all(lang, dimension));
    let who = match (lang, is_outside) {
        (Lang::Nb | Lang::Nn, 2) if of == 2 => format!("begge {all}"),
        (Lang::En, 2) if of == 2 => format!("both {some}"),
        (Lang::Nb, 0) => format!("ingen av de {of} {all}"),
        (Lang::Nn, 0) => format!("ingen av dei {of} {all}"),
        (Lang::En, 0) => format!("none of the {of} {some}"),
        (Lang::Nb, count) if count == of => format!("alle de {outside} {all}"),
        (Lang::Nn, count) if count == of => format!("alle dei {outside} {all}"),
        (Lang::En, count) if count == of => format!("all {outside} {some}"),
        _ => format!("{outside} {some}"),
    };
    let have = match (lang, when) {
        (Lang::Nb | Lang::Nn, "") => format!("{who} har"),
        (Lang::En, "") => format!("{who} have"),
        (Lang::Nb | Lang::Nn, _) => format!("{when} hadde {who}"),
        (Lang::En, _) => format!("{when} {who} had"),
    };
    let have = super::case::capital_first(&have);
    let what = match is_rate {
        true => one_of!(
            lang,
            nb: "en utvandringsrate",
            nn: "ein utvandringsrate",
            en: "an emigration rate"
        ),
        false => one_of!(lang, nb: "en andel", nn: "ein del", en: "a share"),
    };
    let are_far = is_outside > 0 && is_far == is_outside;
    let limits = match (lang, are_far) {
        (Lang::Nb, true) => "utenfor både 95- og 99,8-prosentgrensene",
        (Lang::Nn, true) => "utanfor både 95- og 99,8-prosentgrensene",
        (Lang::En, true) => "outside both the 95% and the 99.8% limits",
        (Lang::Nb, false) => "utenfor 95-prosentgrensene",
        (Lang::Nn, false) => "utanfor 95-prosentgrensene",
        (Lang::En, false) => "outside the 95% limits",
    };
    let further = match (lang, is_far) {
        _ if is_outside == 0 || are_far => String::new(),
        (Lang::Nb, 0) => ", men ingen utenfor 99,8-prosentgrensene".to_owned(),
        (Lang::Nn, 0) => ", men ingen utanfor 99,8-prosentgrensene".to_owned(),
        (Lang::En, 0) => ", but none outside the 99.8% limits".to_owned(),
        (Lang::Nb, _) => format!(", {far} av dem også utenfor 99,8-prosentgrensene"),
        (Lang::Nn, _) => format!(", {far} av dei også utanfor 99,8-prosentgrensene"),
        (Lang::En, _) => format!(", {far} of them outside the 99.8% limits too"),
    };
    format!("{have} {what} {limits}{further}.")
}
