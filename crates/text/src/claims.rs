//! The words of the audit: what a claim says, what was printed, what came out, and why not.

use super::Lang;
use super::phrases::{by_code, phrases, words};

by_code! {
    /// A group within a sentence.
    group {
        "nb_two_immigrant_parents" {
            nb: "norskfødte med to innvandrerforeldre",
            nn: "norskfødde med to innvandrarforeldre",
            en: "Norwegian-born with two immigrant parents",
        }
        "immigrated_age_0_9" {
            nb: "innvandrere (0–9 år ved ankomst)",
            nn: "innvandrarar (0–9 år då dei kom)",
            en: "immigrants (aged 0–9 on arrival)",
        }
        "nb_one_foreign_parent" {
            nb: "norskfødte med én utenlandsfødt forelder",
            nn: "norskfødde med éin utanlandsfødd forelder",
            en: "Norwegian-born with one foreign-born parent",
        }
        "immigrated_age_10_plus" {
            nb: "innvandrere (10 år eller eldre ved ankomst)",
            nn: "innvandrarar (10 år eller eldre då dei kom)",
            en: "immigrants (aged 10 or older on arrival)",
        }
        "majority" { nb: "majoritetsbefolkningen", nn: "majoritetsbefolkninga", en: "the majority population" }
    }
    /// An origin group within a sentence.
    origin {
        "pakistan" { nb: "Pakistan", nn: "Pakistan", en: "Pakistan" }
        "somalia_djibouti" { nb: "Somalia/Djibouti", nn: "Somalia/Djibouti", en: "Somalia/Djibouti" }
        "denmark" { nb: "Danmark", nn: "Danmark", en: "Denmark" }
        "former_yugoslavia_non_eu" {
            nb: "tidligere Jugoslavia (ikke-EU)",
            nn: "tidlegare Jugoslavia (ikkje-EU)",
            en: "the former Yugoslavia (non-EU)",
        }
        "iraq" { nb: "Irak", nn: "Irak", en: "Iraq" }
        "sweden" { nb: "Sverige", nn: "Sverige", en: "Sweden" }
        "iceland" { nb: "Island", nn: "Island", en: "Iceland" }
        "turkey" { nb: "Tyrkia", nn: "Tyrkia", en: "Turkey" }
        "iran" { nb: "Iran", nn: "Iran", en: "Iran" }
        "vietnam" { nb: "Vietnam", nn: "Vietnam", en: "Vietnam" }
        "west_europe_nordic_other" {
            nb: "Vest-Europa og Norden ellers",
            nn: "Vest-Europa og Norden elles",
            en: "the rest of Western Europe and the Nordic region",
        }
        "usa_canada_australia_nz" {
            nb: "USA/Canada/Australia/New Zealand",
            nn: "USA/Canada/Australia/New Zealand",
            en: "the USA/Canada/Australia/New Zealand",
        }
        "sri_lanka_india_bangladesh" {
            nb: "Sri Lanka, India og Bangladesh",
            nn: "Sri Lanka, India og Bangladesh",
            en: "Sri Lanka, India and Bangladesh",
        }
        "africa_other" {
            nb: "Afrika utenom Somalia/Djibouti",
            nn: "Afrika utanom Somalia/Djibouti",
            en: "Africa except Somalia/Djibouti",
        }
        "west_asia_other" { nb: "Vest-Asia ellers", nn: "Vest-Asia elles", en: "the rest of Western Asia" }
        "east_southeast_asia" { nb: "Øst-/Sørøst-Asia", nn: "Aust-/Søraust-Asia", en: "East/Southeast Asia" }
        "south_central_america" { nb: "Sør-/Sentral-Amerika", nn: "Sør-/Sentral-Amerika", en: "South/Central America" }
        "eastern_europe_eu" {
            nb: "EU-land i Øst-Europa",
            nn: "EU-land i Aust-Europa",
            en: "EU countries in Eastern Europe",
        }
        "eastern_europe_other" { nb: "Øst-Europa ellers", nn: "Aust-Europa elles", en: "the rest of Eastern Europe" }
        "bosnia" { nb: "Bosnia-Hercegovina", nn: "Bosnia-Hercegovina", en: "Bosnia-Herzegovina" }
    }
    /// Education, after a noun.
    education {
        "no_higher" {
            nb: "uten registrert høyere utdanning",
            nn: "utan registrert høgare utdanning",
            en: "without registered higher education",
        }
        "bachelor_plus" {
            nb: "med bachelorgrad eller mer",
            nn: "med bachelorgrad eller meir",
            en: "with a bachelor’s degree or more",
        }
    }
    /// A destination, after "to".
    destination {
        "origin" { nb: "opprinnelseslandet", nn: "opphavslandet", en: "the country of origin" }
        "nordic" { nb: "et annet nordisk land", nn: "eit anna nordisk land", en: "another Nordic country" }
        "uk" { nb: "Storbritannia", nn: "Storbritannia", en: "the United Kingdom" }
        "usa_canada" { nb: "USA/Canada", nn: "USA/Canada", en: "the USA/Canada" }
        "germany" { nb: "Tyskland", nn: "Tyskland", en: "Germany" }
        "other" { nb: "andre deler av verden", nn: "andre delar av verda", en: "other parts of the world" }
        "unknown" { nb: "ukjent tilflyttingsland", nn: "ukjent tilflyttingsland", en: "an unknown destination" }
        "non_democratic_countries" {
            nb: "land uten demokratisk styre",
            nn: "land utan demokratisk styre",
            en: "countries without democratic government",
        }
    }
    /// A kind of destination, after "to".
    destination_kind {
        "origin" { nb: "opprinnelseslandet", nn: "opphavslandet", en: "the country of origin" }
        "other" { nb: "et kjent nytt land", nn: "eit kjent nytt land", en: "a known new country" }
        "unknown" { nb: "ukjent tilflyttingsland", nn: "ukjent tilflyttingsland", en: "an unknown destination" }
    }
    /// A dimension, as something a data set lacks.
    dimension {
        "group" { nb: "gruppe", nn: "gruppe", en: "group" }
        "origin" { nb: "opprinnelse", nn: "opphav", en: "origin" }
        "education" { nb: "utdanning", nn: "utdanning", en: "education" }
        "sex" { nb: "kjønn", nn: "kjønn", en: "sex" }
        "age" { nb: "alder", nn: "alder", en: "age" }
        "year" { nb: "år", nn: "år", en: "year" }
        "period" { nb: "periode", nn: "periode", en: "period" }
        "destination" { nb: "tilflyttingsland", nn: "tilflyttingsland", en: "destination" }
        "destination_kind" { nb: "type tilflyttingsland", nn: "type tilflyttingsland", en: "kind of destination" }
        "years_since" { nb: "år siden utvandringen", nn: "år sidan utvandringa", en: "years since emigration" }
    }
    /// A measure column, as something a data set lacks.
    column {
        "emigrations" { nb: "utvandringer", nn: "utvandringar", en: "emigrations" }
        "person_years" { nb: "personår", nn: "personår", en: "person-years" }
        "population_jan1" { nb: "folkemengde 1. januar", nn: "folkemengd 1. januar", en: "population on 1 January" }
        "population_dec31" {
            nb: "folkemengde 31. desember",
            nn: "folkemengd 31. desember",
            en: "population on 31 December",
        }
        "persons" { nb: "personer", nn: "personar", en: "persons" }
        "returned_5y" {
            nb: "tilbakeflyttede etter fem år",
            nn: "tilbakeflytta etter fem år",
            en: "returned within five years",
        }
        "returned" { nb: "tilbakeflyttede", nn: "tilbakeflytta", en: "returned" }
    }
    /// What a claim measures.
    measured {
        "count" {
            nb: "antall utvandringer",
            nn: "talet på utvandringar",
            en: "emigrations",
        }
        "mean_annual_count" {
            nb: "utvandringer per år i gjennomsnitt",
            nn: "utvandringar per år i gjennomsnitt",
            en: "emigrations a year on average",
        }
        "population" {
            nb: "bosatte",
            nn: "busette",
            en: "residents",
        }
        "mean_population" {
            nb: "bosatte i gjennomsnitt",
            nn: "busette i gjennomsnitt",
            en: "residents on average",
        }
        "person_years" {
            nb: "personår",
            nn: "personår",
            en: "person-years",
        }
        "persons" {
            nb: "personer i utvalget",
            nn: "personar i utvalet",
            en: "persons in the sample",
        }
        "emigrations" {
            nb: "utvandringer i utvalget",
            nn: "utvandringar i utvalet",
            en: "emigrations in the sample",
        }
        "rate" {
            nb: "utvandringsrate",
            nn: "utvandringsrate",
            en: "emigration rate",
        }
        "destination_share" {
            nb: "andel av utvandringene",
            nn: "del av utvandringane",
            en: "share of the emigrations",
        }
        "rebased_destination_share" {
            nb: "andel av utvandringene til kjente nye land",
            nn: "del av utvandringane til kjende nye land",
            en: "share of the emigrations to known new countries",
        }
        "destination_kind_share" {
            nb: "andel av utvandringene",
            nn: "del av utvandringane",
            en: "share of the emigrations",
        }
        "return_share" {
            nb: "andel tilbake i Norge etter fem år",
            nn: "del tilbake i Noreg etter fem år",
            en: "share back in Norway after five years",
        }
        "returned_count" {
            nb: "antall tilbake i Norge etter fem år",
            nn: "talet på tilbakeflytta etter fem år",
            en: "number back in Norway after five years",
        }
        "peak_age" {
            nb: "alder med høyest utvandringsrate",
            nn: "alder med høgast utvandringsrate",
            en: "age with the highest emigration rate",
        }
        "growth_factor" {
            nb: "forhold mellom to tidspunkter",
            nn: "forhold mellom to tidspunkt",
            en: "ratio of two points in time",
        }
        "group_share_of_emigrations" {
            nb: "gruppens andel av alle utvandringer",
            nn: "delen gruppa har av alle utvandringar",
            en: "the group’s share of all emigrations",
        }
        "origin_share_of_emigrations" {
            nb: "opprinnelsens andel av gruppens utvandringer",
            nn: "delen opphavet har av utvandringane i gruppa",
            en: "the origin’s share of the group’s emigrations",
        }
        "origin_composition" {
            nb: "opprinnelsenes andel av gruppens utvandringer",
            nn: "delen opphava har av utvandringane i gruppa",
            en: "the origins’ share of the group’s emigrations",
        }
        "emigrations_per_person" {
            nb: "utvandringer per person i utvalget",
            nn: "utvandringar per person i utvalet",
            en: "emigrations per person in the sample",
        }
        "rate_ratio_bachelor_plus_to_no_higher" {
            nb: "utvandringsrate med høyere utdanning delt på utvandringsrate uten",
            nn: "utvandringsrate med høgare utdanning delt på utvandringsrate utan",
            en: "emigration rate with higher education divided by the rate without",
        }
        "spread_over_origins" {
            nb: "forskjell mellom opprinnelsesgruppene",
            nn: "skilnad mellom opphavsgruppene",
            en: "spread between the origin groups",
        }
        "missing_education_share" {
            nb: "andel uten opplysninger om utdanning",
            nn: "del utan opplysningar om utdanning",
            en: "share without registered education",
        }
        "min_year" {
            nb: "første år",
            nn: "første år",
            en: "first year",
        }
        "max_year" {
            nb: "siste år",
            nn: "siste år",
            en: "last year",
        }
        "min_age" {
            nb: "laveste alder",
            nn: "lågaste alder",
            en: "lowest age",
        }
        "max_age" {
            nb: "høyeste alder",
            nn: "høgaste alder",
            en: "highest age",
        }
        "return_horizon" {
            nb: "år fra utvandring til måling av tilbakeflytting",
            nn: "år frå utvandring til måling av tilbakeflytting",
            en: "years from emigration to the measurement of return",
        }
        "period_bounds" {
            nb: "periodenes første og siste år",
            nn: "første og siste år i periodane",
            en: "first and last year of the periods",
        }
        "n_ages" {
            nb: "antall alderstrinn på ett år",
            nn: "talet på alderstrinn på eitt år",
            en: "number of single years of age",
        }
        "n_years" {
            nb: "antall kalenderår",
            nn: "talet på kalenderår",
            en: "number of calendar years",
        }
        "n_birth_cohorts" {
            nb: "antall fødselskull",
            nn: "talet på fødselskull",
            en: "number of birth cohorts",
        }
        "n_groups" {
            nb: "antall grupper",
            nn: "talet på grupper",
            en: "number of groups",
        }
        "n_education_levels" {
            nb: "antall utdanningsnivåer",
            nn: "talet på utdanningsnivå",
            en: "number of education levels",
        }
        "n_origin_groups" {
            nb: "antall opprinnelsesgrupper",
            nn: "talet på opphavsgrupper",
            en: "number of origin groups",
        }
        "n_base_country_groups" {
            nb: "antall landgrupper før sammenslåing",
            nn: "talet på landgrupper før samanslåing",
            en: "number of country groups before they are merged",
        }
        "n_separate_destination_areas" {
            nb: "antall tilflyttingsområder vist hver for seg",
            nn: "talet på tilflyttingsområde viste kvar for seg",
            en: "number of destination areas shown separately",
        }
        "n_destination_codes" {
            nb: "antall kategorier for tilflyttingsland",
            nn: "talet på kategoriar for tilflyttingsland",
            en: "number of destination categories",
        }
        "n_periods" {
            nb: "antall perioder",
            nn: "talet på periodar",
            en: "number of periods",
        }
        "n_origin_groups_shown_singly" {
            nb: "antall opprinnelser vist som enkeltland",
            nn: "talet på opphav viste som enkeltland",
            en: "number of origins shown as single countries",
        }
        "panel" {
            nb: "panel i en figur",
            nn: "panel i ein figur",
            en: "panel of a figure",
        }
        "group_definition" {
            nb: "definisjon av en gruppe",
            nn: "definisjon av ei gruppe",
            en: "definition of a group",
        }
    }
}

words! {
    /// Both descendant groups.
    descendants { nb: "etterkommere", nn: "etterkomarar", en: "descendants" }
    /// The descendants and those with one foreign-born parent.
    selected_three {
        nb: "etterkommere og norskfødte med én utenlandsfødt forelder",
        nn: "etterkomarar og norskfødde med éin utanlandsfødd forelder",
        en: "descendants and Norwegian-born with one foreign-born parent",
    }
    /// All five groups.
    all_groups { nb: "alle de fem gruppene samlet", nn: "alle dei fem gruppene samla", en: "all five groups together" }
    /// Every origin group.
    all_origins { nb: "alle opprinnelsesgruppene", nn: "alle opphavsgruppene", en: "all origin groups" }
    /// Last word of a list.
    and { nb: "og", nn: "og", en: "and" }
    /// Verdict.
    holds { nb: "Stemmer", nn: "Stemmer", en: "Holds" }
    /// Verdict.
    differs { nb: "Stemmer ikke", nn: "Stemmer ikkje", en: "Does not hold" }
    /// Verdict.
    not_computable { nb: "Kan ikke beregnes her", nn: "Kan ikkje reknast ut her", en: "Cannot be computed here" }
    /// Verdict.
    inconsistent {
        nb: "Uoverensstemmelse i rapporten",
        nn: "Motstrid i rapporten",
        en: "Inconsistent within the report",
    }
    /// Printed words that disagree.
    two_wordings { nb: "to formuleringer", nn: "to formuleringar", en: "two wordings" }
    /// Printed as a definition.
    definition { nb: "definisjon", nn: "definisjon", en: "definition" }
    /// Appendix.
    appendix { nb: "Vedlegg", nn: "Vedlegg", en: "Appendix" }
    /// Running text.
    running_text { nb: "Brødtekst", nn: "Brødtekst", en: "Running text" }
    /// Comparison in the printed column.
    higher { nb: "høyere", nn: "høgare", en: "higher" }
    /// Comparison in the printed column.
    at_least_as_high { nb: "minst like høy", nn: "minst like høg", en: "at least as high" }
    /// Comparison in the printed column.
    not_higher { nb: "ikke høyere", nn: "ikkje høgare", en: "not higher" }
    /// Rank in the printed column.
    highest { nb: "høyest", nn: "høgast", en: "highest" }
    /// Rank in the printed column.
    lowest { nb: "lavest", nn: "lågast", en: "lowest" }
    /// Rank in the printed column.
    among_four { nb: "blant de fire største", nn: "blant dei fire største", en: "among the four largest" }
    /// Trend in the printed column.
    rising { nb: "stigende", nn: "stigande", en: "rising" }
    /// Trend in the printed column.
    falling { nb: "synkende", nn: "fallande", en: "falling" }
    /// Trend in the printed column.
    not_rising { nb: "stabil eller synkende", nn: "stabil eller fallande", en: "stable or falling" }
    /// Trend in the printed column.
    same_direction { nb: "samme retning", nn: "same retning", en: "the same direction" }
    /// Amount in the printed column.
    few { nb: "få", nn: "få", en: "few" }
    /// Amount in the printed column.
    mostly { nb: "de fleste", nn: "dei fleste", en: "most" }
    /// Why there is no verdict.
    only_rounded {
        nb: "Bare avrundede tall er publisert, uten antallene bak.",
        nn: "Berre avrunda tal er publiserte, utan tala bak.",
        en: "Only rounded figures were published, without the counts behind them.",
    }
    /// Why there is no verdict.
    not_a_number {
        nb: "Påstanden kan ikke uttrykkes som et tall i dette datasettet.",
        nn: "Påstanden kan ikkje uttrykkjast som eit tal i dette datasettet.",
        en: "The claim cannot be expressed as a number in this data set.",
    }
    /// Why there is no verdict.
    no_table {
        nb: "Datasettet har ingen tabell med det som trengs.",
        nn: "Datasettet har ingen tabell med det som trengst.",
        en: "The data set has no table with what is needed.",
    }
    /// Why there is no verdict.
    base_country_groups {
        nb: "De opprinnelige landgruppene er slått sammen i tabellene.",
        nn: "Dei opphavlege landgruppene er slåtte saman i tabellane.",
        en: "The tables only have the merged country groups.",
    }
    /// Why there is no verdict.
    missing_education {
        nb: "Manglende utdanning er regnet som uten høyere utdanning og kan ikke skilles ut.",
        nn: "Manglande utdanning er rekna som utan høgare utdanning og kan ikkje skiljast ut.",
        en: "Missing education counts as no higher education and cannot be told apart.",
    }
    /// Why there is no verdict.
    part_of_origin {
        nb: "Enkeltland innenfor en opprinnelsesgruppe kan ikke skilles ut.",
        nn: "Enkeltland innanfor ei opphavsgruppe kan ikkje skiljast ut.",
        en: "Single countries within an origin group cannot be told apart.",
    }
    /// Why there is no verdict.
    finer_destinations {
        nb: "Det trengs en finere inndeling av tilflyttingsland enn datasettet har.",
        nn: "Det trengst ei finare inndeling av tilflyttingsland enn datasettet har.",
        en: "This needs finer destinations than the data set has.",
    }
    /// Why there is no value.
    no_exposure {
        nb: "Ingen bodde der, så det finnes ingen rate.",
        nn: "Ingen budde der, så det finst ingen rate.",
        en: "Nobody lived there, so there is no rate.",
    }
    /// Why there is no value.
    events_without_exposure {
        nb: "Det er utvandringer uten noen bosatte, altså en feil i dataene.",
        nn: "Det er utvandringar utan nokon busette, altså ein feil i dataa.",
        en: "There are emigrations without any residents, an error in the data.",
    }
    /// Why there is no value.
    no_denominator {
        nb: "Det er ingen å regne andelen av.",
        nn: "Det er ingen å rekne delen av.",
        en: "There is nothing to take the share of.",
    }
    /// Why there is no value.
    missing_input {
        nb: "Et tall som trengs, er ikke publisert.",
        nn: "Eit tal som trengst, er ikkje publisert.",
        en: "A number that is needed was not published.",
    }
    /// Why there is no value.
    suppressed_input {
        nb: "Et tall som trengs, er holdt tilbake fordi det er lite.",
        nn: "Eit tal som trengst, er halde tilbake fordi det er lite.",
        en: "A number that is needed was withheld because it is small.",
    }
    /// Why there is no value.
    no_complete_cohort {
        nb: "Det har ikke gått lenge nok siden utvandringen.",
        nn: "Det har ikkje gått lenge nok sidan utvandringa.",
        en: "Not enough time has passed since the emigration.",
    }
    /// Why there is no value.
    not_in_table {
        nb: "Ingen rad i tabellen gjelder dette.",
        nn: "Inga rad i tabellen gjeld dette.",
        en: "No row of the table is about this.",
    }
}

phrases! {
    /// A claim for every member of a set.
    each_of(set) { nb: "hver av {set}", nn: "kvar av {set}", en: "each of {set}" }
    /// A claim for more than half of a set.
    most_of(set) { nb: "de fleste av {set}", nn: "dei fleste av {set}", en: "most of {set}" }
    /// A claim for at least half of a set.
    many_of(set) { nb: "minst halvparten av {set}", nn: "minst halvparten av {set}", en: "at least half of {set}" }
    /// A claim for at least two of a set.
    some_of(set) { nb: "minst to av {set}", nn: "minst to av {set}", en: "at least two of {set}" }
    /// The dimension that members are compared along.
    by(dimension) { nb: "etter {dimension}", nn: "etter {dimension}", en: "by {dimension}" }
    /// A subject and what is said of it.
    said_of(subject, statement) {
        nb: "{subject}: {statement}",
        nn: "{subject}: {statement}",
        en: "{subject}: {statement}",
    }
    /// All origins but some.
    origins_except(origins) {
        nb: "alle opprinnelsesgruppene unntatt {origins}",
        nn: "alle opphavsgruppene utanom {origins}",
        en: "all origin groups except {origins}",
    }
    /// Printed number.
    about(value) { nb: "rundt {value}", nn: "rundt {value}", en: "about {value}" }
    /// Printed number.
    above(value) { nb: "over {value}", nn: "over {value}", en: "more than {value}" }
    /// Printed number.
    below(value) { nb: "under {value}", nn: "under {value}", en: "less than {value}" }
    /// Printed number.
    at_least(value) { nb: "minst {value}", nn: "minst {value}", en: "at least {value}" }
    /// Printed number.
    at_most(value) { nb: "høyst {value}", nn: "høgst {value}", en: "at most {value}" }
    /// Printed number.
    between(from, to) { nb: "mellom {from} og {to}", nn: "mellom {from} og {to}", en: "between {from} and {to}" }
    /// Printed numbers that disagree.
    pair(one, other) { nb: "{one} og {other}", nn: "{one} og {other}", en: "{one} and {other}" }
    /// Tolerance.
    points(number) { nb: "{number} prosentpoeng", nn: "{number} prosentpoeng", en: "{number} percentage points" }
    /// Age.
    years_old(number) { nb: "{number} år", nn: "{number} år", en: "{number} years" }
    /// Computed comparison.
    against(one, other) { nb: "{one} mot {other}", nn: "{one} mot {other}", en: "{one} against {other}" }
    /// Computed trend.
    course(first, last) { nb: "fra {first} til {last}", nn: "frå {first} til {last}", en: "from {first} to {last}" }
    /// Computed rank.
    next_to(value, rival) {
        nb: "{value}, nærmeste {rival}",
        nn: "{value}, nærmaste {rival}",
        en: "{value}, next {rival}",
    }
    /// Several comparisons.
    of_comparisons(holding, all) {
        nb: "{holding} av {all} sammenligninger stemmer",
        nn: "{holding} av {all} samanlikningar stemmer",
        en: "{holding} of {all} comparisons hold",
    }
    /// Members of a set.
    of_origins(holding, all) {
        nb: "{holding} av {all} opprinnelsesgrupper",
        nn: "{holding} av {all} opphavsgrupper",
        en: "{holding} of {all} origin groups",
    }
    /// What the data set lacks.
    closest_table_lacks(table, what) {
        nb: "Ingen tabell har alt som trengs. Den nærmeste, «{table}», mangler {what}.",
        nn: "Ingen tabell har alt som trengst. Den nærmaste, «{table}», manglar {what}.",
        en: "No table has everything that is needed. The closest, “{table}”, lacks {what}.",
    }
    /// What the data set lacks.
    lacks(what) { nb: "Datasettet mangler {what}.", nn: "Datasettet manglar {what}.", en: "The data set lacks {what}." }
    /// What a table lacks.
    code_of(code, dimension) { nb: "{dimension} «{code}»", nn: "{dimension} «{code}»", en: "{dimension} “{code}”" }
    /// Printed values that disagree, without words of their own.
    both_printed(one, other) {
        nb: "Rapporten oppgir både {one} og {other}.",
        nn: "Rapporten oppgir både {one} og {other}.",
        en: "The report gives both {one} and {other}.",
    }
    /// Place in the report.
    figure(number) { nb: "Figur {number}", nn: "Figur {number}", en: "Figure {number}" }
    /// An item whose name holds a comma or an "and", within a list.
    quoted(item) { nb: "«{item}»", nn: "«{item}»", en: "“{item}”" }
}

/// Items as a list; a name with a comma or an "and" of its own is quoted.
pub fn list(lang: Lang, items: &[String], last: &str) -> String {
    let item = |item: &String| {
        let ambiguous = item.contains(", ") || item.contains(" og ") || item.contains(" and ");
        if items.len() > 1 && ambiguous {
            quoted(lang, item)
        } else {
            item.clone()
        }
    };
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => item(only),
        Some((end, rest)) => {
            let rest: Vec<String> = rest.iter().map(item).collect();
            format!("{} {last} {}", rest.join(", "), item(end))
        }
    }
}

/// A statement as a sentence: a capital at the beginning, a full stop at the end.
pub fn sentence(statement: &str) -> String {
    let mut sentence = capital(statement);
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// The same text with a capital at the beginning.
pub fn capital(text: &str) -> String {
    super::case::capital_first(text)
}

/// First words of a label that are no names, and so lose their capital within a sentence.
const COMMON: &str = include_str!("common_words.txt");

/// A label as it stands within a sentence.
pub fn mid_sentence(label: &str) -> String {
    let first = label.split([' ', ',', '-']).next().unwrap_or_default();
    if COMMON.lines().any(|word| word == first) {
        super::case::small_first(label)
    } else {
        label.to_owned()
    }
}
