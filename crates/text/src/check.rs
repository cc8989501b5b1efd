//! The words of the page on which a reader checks a claim.

use super::Lang;
use super::phrases::{by_code, phrases, words};

by_code! {
    /// What is measured, at the beginning of a claim.
    subject {
        "rate" { nb: "Utvandringsraten", nn: "Utvandringsraten", en: "The emigration rate" }
        "emigrations" {
            nb: "Antallet utvandringer", nn: "Talet på utvandringar", en: "The number of emigrations",
        }
        "persons" { nb: "Antallet personer", nn: "Talet på personar", en: "The number of persons" }
        "population" { nb: "Folkemengden", nn: "Folkemengda", en: "The population" }
        "person_years" { nb: "Antallet personår", nn: "Talet på personår", en: "The number of person-years" }
        "destination_share" {
            nb: "Andelen av utvandringene", nn: "Delen av utvandringane", en: "The share of emigrations",
        }
        "return_share" {
            nb: "Andelen tilbake etter fem år",
            nn: "Delen tilbake etter fem år",
            en: "The share back after five years",
        }
    }
    /// The kinds of claims.
    form {
        "compare" { nb: "Den ene mot den andre", nn: "Den eine mot den andre", en: "One against another" }
        "bound" { nb: "Over eller under et tall", nn: "Over eller under eit tal", en: "Above or below a number" }
        "since" { nb: "Opp eller ned siden et år", nn: "Opp eller ned sidan eit år", en: "Up or down since a year" }
        "rank" {
            nb: "Størst eller minst av alle", nn: "Størst eller minst av alle",
            en: "Largest or smallest of all",
        }
    }
    /// Which way, by the kind of claim.
    way {
        "compare more" { nb: "høyere enn", nn: "høgare enn", en: "higher than" }
        "compare less" { nb: "lavere enn", nn: "lågare enn", en: "lower than" }
        "bound more" { nb: "over", nn: "over", en: "above" }
        "bound less" { nb: "under", nn: "under", en: "below" }
        "since more" { nb: "har gått opp", nn: "har gått opp", en: "has risen" }
        "since less" { nb: "har gått ned", nn: "har gått ned", en: "has fallen" }
        "rank more" { nb: "størst", nn: "størst", en: "the largest" }
        "rank less" { nb: "minst", nn: "minst", en: "the smallest" }
    }
    /// The verdict.
    verdict {
        "holds" { nb: "Påstanden stemmer", nn: "Påstanden stemmer", en: "The claim holds" }
        "differs" { nb: "Påstanden stemmer ikke", nn: "Påstanden stemmer ikkje", en: "The claim does not hold" }
        "not_computable" {
            nb: "Kan ikke avgjøres med disse dataene",
            nn: "Kan ikkje avgjerast med desse dataa",
            en: "Cannot be told from these data",
        }
    }
    /// The verdict of a reading, in a table.
    outcome {
        "holds" { nb: "Stemmer", nn: "Stemmer", en: "Holds" }
        "differs" { nb: "Stemmer ikke", nn: "Stemmer ikkje", en: "Does not hold" }
        "not_computable" { nb: "Kan ikke avgjøres", nn: "Kan ikkje avgjerast", en: "Cannot be told" }
    }
}

words! {
    /// Title of the page.
    title { nb: "Sjekk en påstand", nn: "Sjekk ein påstand", en: "Check a claim" }
    /// The page in the navigation, where there is little room.
    short_title { nb: "Faktasjekk", nn: "Faktasjekk", en: "Fact check" }
    /// What the page does.
    lead {
        nb: "Sett sammen en påstand og se om den stemmer med dataene som er åpne. Svaret viser tallene bak, hvor \
             sikkert det er, og hva det avhenger av.",
        nn: "Set saman ein påstand og sjå om han stemmer med dataa som er opne. Svaret viser tala bak, kor sikkert \
             det er, og kva det kjem an på.",
        en: "Put a claim together and see whether it holds in the open data. The answer shows the numbers behind it, \
             how sure it is, and what it depends on.",
    }
    /// Choice.
    kind { nb: "Slags påstand", nn: "Slags påstand", en: "Kind of claim" }
    /// Choice.
    measure { nb: "Mål", nn: "Mål", en: "Measure" }
    /// The share without some destinations.
    rebased {
        nb: "Andel til et kjent nytt land",
        nn: "Del til eit kjent nytt land",
        en: "Share to a known new country",
    }
    /// Choice of a dimension.
    of { nb: "Etter", nn: "Etter", en: "By" }
    /// No dimension.
    everyone { nb: "Alle samlet", nn: "Alle samla", en: "Everyone together" }
    /// Choice of a code.
    one { nb: "Hvem eller hva", nn: "Kven eller kva", en: "Who or what" }
    /// Choice.
    way_label { nb: "Påstand", nn: "Påstand", en: "Claim" }
    /// Choice of the other code.
    other { nb: "Sammenlignet med", nn: "Samanlikna med", en: "Compared with" }
    /// Choice of a destination.
    to { nb: "Hvor de dro", nn: "Kvar dei drog", en: "Where they went" }
    /// Choice of a value in per cent.
    value_percent { nb: "Tall (prosent)", nn: "Tal (prosent)", en: "Number (per cent)" }
    /// Choice of a value.
    value { nb: "Tall", nn: "Tal", en: "Number" }
    /// Choice of the first year.
    since { nb: "Siden", nn: "Sidan", en: "Since" }
    /// Choice of the year.
    year { nb: "År", nn: "År", en: "Year" }
    /// All years.
    all_years { nb: "Alle år samlet", nn: "Alle år samla", en: "All years together" }
    /// All codes of a dimension.
    all { nb: "Alle", nn: "Alle", en: "All" }
    /// Heading of the readings.
    readings { nb: "Hva svaret avhenger av", nn: "Kva svaret kjem an på", en: "What the answer depends on" }
    /// Column.
    reading { nb: "Lesemåte", nn: "Lesemåte", en: "Reading" }
    /// Column.
    numbers { nb: "Tall", nn: "Tal", en: "Numbers" }
    /// Column.
    answer { nb: "Svar", nn: "Svar", en: "Answer" }
    /// The reading that is the claim itself.
    as_said { nb: "Som påstanden sier", nn: "Som påstanden seier", en: "As the claim says" }
    /// A reading.
    mid_year { nb: "Per middelfolkemengde", nn: "Per middelfolkemengd", en: "Per mid-year population" }
    /// A reading.
    person_years { nb: "Per personår", nn: "Per personår", en: "Per person-year" }
    /// A reading.
    of_all { nb: "Av alle utvandringer", nn: "Av alle utvandringar", en: "Of all emigrations" }
    /// A reading.
    of_known {
        nb: "Uten opprinnelsesland og ukjent",
        nn: "Utan opphavsland og ukjent",
        en: "Without country of origin and unknown",
    }
    /// A reading.
    slope {
        nb: "Endepunktene og stigningen over alle årene",
        nn: "Endepunkta og stiginga over alle åra",
        en: "The ends, and the slope over all the years",
    }
    /// Without a number there is nothing to hold the claim against.
    no_value {
        nb: "Skriv et tall som påstanden kan holdes mot.",
        nn: "Skriv eit tal som påstanden kan haldast mot.",
        en: "Type a number to hold the claim against.",
    }
    /// Nothing to choose from.
    nothing {
        nb: "Disse dataene har ingen tall som en påstand kan holdes mot.",
        nn: "Desse dataa har ingen tal som ein påstand kan haldast mot.",
        en: "These data have no numbers that a claim can be held against.",
    }
    /// A pair that is the same.
    same {
        nb: "Påstanden sammenligner noe med seg selv.",
        nn: "Påstanden samanliknar noko med seg sjølv.",
        en: "The claim compares something with itself.",
    }
    /// The rounded values overlap.
    rounded {
        nb: "Utgiveren har rundet av eller endret tallene, og det som er igjen av forskjellen, kan komme av det.",
        nn: "Utgivaren har runda av eller endra tala, og det som er att av skilnaden, kan kome av det.",
        en: "The publisher has rounded or changed the numbers, and what is left of the difference may come from that.",
    }
    /// A number is one of years on both sides of a break.
    over_break {
        nb: "Utgiveren melder om et brudd i tidsserien, og tallet gjelder år både før og etter det.",
        nn: "Utgivaren melder om eit brot i tidsserien, og talet gjeld år både før og etter det.",
        en: "The publisher reports a break in the series, and the number is of years both before and after it.",
    }
    /// The series is broken between the years.
    broken {
        nb: "Utgiveren melder om et brudd i tidsserien mellom årene. Tallene kan ikke sammenlignes.",
        nn: "Utgivaren melder om eit brot i tidsserien mellom åra. Tala kan ikkje samanliknast.",
        en: "The publisher reports a break in the series between the years. The numbers cannot be compared.",
    }
    /// A number rests on few events.
    small {
        nb: "Et av tallene bygger på færre enn ti hendelser.",
        nn: "Eit av tala byggjer på færre enn ti hendingar.",
        en: "One of the numbers rests on fewer than ten events.",
    }
    /// Both numbers rest on few events.
    both_small {
        nb: "Begge tallene bygger på færre enn ti hendelser.",
        nn: "Begge tala byggjer på færre enn ti hendingar.",
        en: "Both numbers rest on fewer than ten events.",
    }
    /// What intervals mean here.
    chance {
        nb: "Intervallet sier hvor langt tilfeldigheter alene kan flytte tallet når alle er talt med.",
        nn: "Intervallet seier kor langt tilfeldig variasjon åleine kan flytte talet når alle er talde med.",
        en: "The interval says how far chance alone can move the number when everyone is counted.",
    }
    /// How a picture of the claim is headed.
    picture { nb: "Tallene bak", nn: "Tala bak", en: "The numbers behind it" }
}

phrases! {
    /// A claim.
    higher(subject, one, other, when) {
        nb: "{subject} var høyere {one} enn {other}{when}.",
        nn: "{subject} var høgare {one} enn {other}{when}.",
        en: "{subject} was higher {one} than {other}{when}.",
    }
    /// A claim.
    lower(subject, one, other, when) {
        nb: "{subject} var lavere {one} enn {other}{when}.",
        nn: "{subject} var lågare {one} enn {other}{when}.",
        en: "{subject} was lower {one} than {other}{when}.",
    }
    /// A claim.
    above(subject, one, value, when) {
        nb: "{subject}{one} var over {value}{when}.",
        nn: "{subject}{one} var over {value}{when}.",
        en: "{subject}{one} was above {value}{when}.",
    }
    /// A claim.
    below(subject, one, value, when) {
        nb: "{subject}{one} var under {value}{when}.",
        nn: "{subject}{one} var under {value}{when}.",
        en: "{subject}{one} was below {value}{when}.",
    }
    /// A claim.
    risen(subject, one, from, to) {
        nb: "{subject}{one} gikk opp fra {from} til {to}.",
        nn: "{subject}{one} gjekk opp frå {from} til {to}.",
        en: "{subject}{one} rose from {from} to {to}.",
    }
    /// A claim.
    fallen(subject, one, from, to) {
        nb: "{subject}{one} gikk ned fra {from} til {to}.",
        nn: "{subject}{one} gjekk ned frå {from} til {to}.",
        en: "{subject}{one} fell from {from} to {to}.",
    }
    /// A claim.
    largest(subject, one, among, when) {
        nb: "{subject} var størst {one}{when}, av {among} som er sammenlignet.",
        nn: "{subject} var størst {one}{when}, av {among} som er samanlikna.",
        en: "{subject} was largest {one}{when}, of the {among} compared.",
    }
    /// A claim.
    smallest(subject, one, among, when) {
        nb: "{subject} var minst {one}{when}, av {among} som er sammenlignet.",
        nn: "{subject} var minst {one}{when}, av {among} som er samanlikna.",
        en: "{subject} was smallest {one}{when}, of the {among} compared.",
    }
    /// When, at the end of a claim.
    in_year(year) { nb: " i {year}", nn: " i {year}", en: " in {year}" }
    /// When, at the end of a claim.
    in_years(years) { nb: " i {years} samlet", nn: " i {years} samla", en: " in {years} together" }
    /// For whom, within a claim.
    limited(label) { nb: " ({label})", nn: " ({label})", en: " ({label})" }
    /// A share that went somewhere, at the beginning of a claim.
    share_to(place) {
        nb: "Andelen av utvandringene {place}", nn: "Delen av utvandringane {place}",
        en: "The share of emigrations {place}",
    }
    /// In how many readings the claim holds.
    holds_in(holding, all) {
        nb: "Påstanden stemmer i {holding} av {all} lesemåter som dataene kan svare på.",
        nn: "Påstanden stemmer i {holding} av {all} lesemåtar som dataa kan svare på.",
        en: "The claim holds in {holding} of {all} readings that the data can answer.",
    }
    /// A reading.
    in_other(year) { nb: "I {year}", nn: "I {year}", en: "In {year}" }
    /// A reading.
    between(from, to) { nb: "Fra {from} til {to}", nn: "Frå {from} til {to}", en: "From {from} to {to}" }
    /// How sure a difference is.
    clear(lower, upper, level) {
        nb: "Forskjellen er større enn tilfeldigheter alene tilsier: {level}-intervallet går fra {lower} til \
             {upper}.",
        nn: "Skilnaden er større enn tilfeldig variasjon åleine skulle tilseie: {level}-intervallet går frå {lower} \
             til {upper}.",
        en: "The difference is more than chance alone would make it: the {level} interval runs from {lower} to \
             {upper}.",
    }
    /// How sure a difference is.
    unclear(lower, upper, level) {
        nb: "Forskjellen kan være tilfeldig: {level}-intervallet går fra {lower} til {upper} og inneholder null.",
        nn: "Skilnaden kan vere tilfeldig: {level}-intervallet går frå {lower} til {upper} og inneheld null.",
        en: "The difference may be chance: the {level} interval runs from {lower} to {upper} and includes zero.",
    }
    /// How sure a number is against a value.
    clear_of(lower, upper, level, value) {
        nb: "{level}-intervallet for tallet går fra {lower} til {upper} og inneholder ikke {value}.",
        nn: "{level}-intervallet for talet går frå {lower} til {upper} og inneheld ikkje {value}.",
        en: "The {level} interval of the number runs from {lower} to {upper} and does not include {value}.",
    }
    /// How sure a number is against a value.
    unclear_of(lower, upper, level, value) {
        nb: "{level}-intervallet for tallet går fra {lower} til {upper} og inneholder {value}: avstanden kan være \
             tilfeldig.",
        nn: "{level}-intervallet for talet går frå {lower} til {upper} og inneheld {value}: avstanden kan vere \
             tilfeldig.",
        en: "The {level} interval of the number runs from {lower} to {upper} and includes {value}: the distance may be \
             chance.",
    }
    /// Sums that are not alike.
    unlike(dimension) {
        nb: "Tallene gjelder ikke det samme: De er summer som ikke omfatter de \
             samme {dimension}, og kan ikke sammenlignes.",
        nn: "Tala gjeld ikkje det same: Dei er summar som ikkje omfattar dei \
             same {dimension}, og kan ikkje samanliknast.",
        en: "The numbers are not of the same: they are sums that do not include the same {dimension} and \
             cannot be compared.",
    }
    /// Numbers from two tables.
    two_tables(one, other) {
        nb: "Tallene er fra to tabeller, {one} og {other}.",
        nn: "Tala er frå to tabellar, {one} og {other}.",
        en: "The numbers are from two tables, {one} and {other}.",
    }
    /// A remark below the picture.
    verdict_line(verdict, numbers) {
        nb: "{verdict}: {numbers}.", nn: "{verdict}: {numbers}.", en: "{verdict}: {numbers}.",
    }
}
