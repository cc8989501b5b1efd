//! The words of the audit: what a claim says, what was printed, what came out, and why not.

use super::Lang;

/// Phrases with named gaps, in bokmål, nynorsk and English.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*): $nb:literal, $nn:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang $(, $arg: &str)*) -> String {
            match lang {
                Lang::Nb => format!($nb),
                Lang::Nn => format!($nn),
                Lang::En => format!($en),
            }
        }
    )*};
}

/// Fixed words, in bokmål, nynorsk and English.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nb:literal, $nn:literal, $en:literal;)*) => {$(
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

/// Words by code; `None` for a code that is not known.
macro_rules! by_code {
    ($($(#[$doc:meta])* $name:ident { $($code:literal: $nb:literal, $nn:literal, $en:literal;)* })*) => {$(
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

by_code! {
    /// A group within a sentence.
    group {
        "nb_two_immigrant_parents": "norskfødte med to innvandrerforeldre", "norskfødde med to innvandrarforeldre", "Norwegian-born with two immigrant parents";
        "immigrated_age_0_9": "innvandrere (0–9 år ved ankomst)", "innvandrarar (0–9 år då dei kom)", "immigrants (aged 0–9 on arrival)";
        "nb_one_foreign_parent": "norskfødte med én utenlandsfødt forelder", "norskfødde med éin utanlandsfødd forelder", "Norwegian-born with one foreign-born parent";
        "immigrated_age_10_plus": "innvandrere (10 år eller eldre ved ankomst)", "innvandrarar (10 år eller eldre då dei kom)", "immigrants (aged 10 or older on arrival)";
        "majority": "majoritetsbefolkningen", "majoritetsbefolkninga", "the majority population";
    }
    /// An origin group within a sentence.
    origin {
        "pakistan": "Pakistan", "Pakistan", "Pakistan";
        "somalia_djibouti": "Somalia/Djibouti", "Somalia/Djibouti", "Somalia/Djibouti";
        "denmark": "Danmark", "Danmark", "Denmark";
        "former_yugoslavia_non_eu": "tidligere Jugoslavia (ikke-EU)", "tidlegare Jugoslavia (ikkje-EU)", "the former Yugoslavia (non-EU)";
        "iraq": "Irak", "Irak", "Iraq";
        "sweden": "Sverige", "Sverige", "Sweden";
        "iceland": "Island", "Island", "Iceland";
        "turkey": "Tyrkia", "Tyrkia", "Turkey";
        "iran": "Iran", "Iran", "Iran";
        "vietnam": "Vietnam", "Vietnam", "Vietnam";
        "west_europe_nordic_other": "Vest-Europa og Norden ellers", "Vest-Europa og Norden elles", "the rest of Western Europe and the Nordic region";
        "usa_canada_australia_nz": "USA/Canada/Australia/New Zealand", "USA/Canada/Australia/New Zealand", "the USA/Canada/Australia/New Zealand";
        "sri_lanka_india_bangladesh": "Sri Lanka, India og Bangladesh", "Sri Lanka, India og Bangladesh", "Sri Lanka, India and Bangladesh";
        "africa_other": "Afrika utenom Somalia/Djibouti", "Afrika utanom Somalia/Djibouti", "Africa except Somalia/Djibouti";
        "west_asia_other": "Vest-Asia ellers", "Vest-Asia elles", "the rest of Western Asia";
        "east_southeast_asia": "Øst-/Sørøst-Asia", "Aust-/Søraust-Asia", "East/Southeast Asia";
        "south_central_america": "Sør-/Sentral-Amerika", "Sør-/Sentral-Amerika", "South/Central America";
        "eastern_europe_eu": "EU-land i Øst-Europa", "EU-land i Aust-Europa", "EU countries in Eastern Europe";
        "eastern_europe_other": "Øst-Europa ellers", "Aust-Europa elles", "the rest of Eastern Europe";
        "bosnia": "Bosnia-Hercegovina", "Bosnia-Hercegovina", "Bosnia-Herzegovina";
    }
    /// Education, after a noun.
    education {
        "no_higher": "uten registrert høyere utdanning", "utan registrert høgare utdanning", "without registered higher education";
        "bachelor_plus": "med bachelorgrad eller mer", "med bachelorgrad eller meir", "with a bachelor’s degree or more";
    }
    /// A destination area by its name.
    area {
        "nordic": "Norden", "Norden", "the Nordic countries";
        "uk": "Storbritannia", "Storbritannia", "the United Kingdom";
        "usa_canada": "USA/Canada", "USA/Canada", "the USA/Canada";
        "germany": "Tyskland", "Tyskland", "Germany";
    }
    /// A destination, after "to".
    destination {
        "origin": "opprinnelseslandet", "opphavslandet", "the country of origin";
        "nordic": "et annet nordisk land", "eit anna nordisk land", "another Nordic country";
        "uk": "Storbritannia", "Storbritannia", "the United Kingdom";
        "usa_canada": "USA/Canada", "USA/Canada", "the USA/Canada";
        "germany": "Tyskland", "Tyskland", "Germany";
        "other": "andre deler av verden", "andre delar av verda", "other parts of the world";
        "non_democratic_countries": "land uten demokratisk styre", "land utan demokratisk styre", "countries without democratic government";
    }
    /// A dimension, as something a data set lacks.
    dimension {
        "group": "gruppe", "gruppe", "group";
        "origin": "opprinnelse", "opphav", "origin";
        "education": "utdanning", "utdanning", "education";
        "sex": "kjønn", "kjønn", "sex";
        "age": "alder", "alder", "age";
        "year": "år", "år", "year";
        "period": "periode", "periode", "period";
        "destination": "tilflyttingsland", "tilflyttingsland", "destination";
        "destination_kind": "type tilflyttingsland", "type tilflyttingsland", "kind of destination";
        "years_since": "år siden utvandringen", "år sidan utvandringa", "years since emigration";
    }
    /// A measure column, as something a data set lacks.
    column {
        "emigrations": "utvandringer", "utvandringar", "emigrations";
        "person_years": "personår", "personår", "person-years";
        "population_jan1": "folkemengde 1. januar", "folkemengd 1. januar", "population on 1 January";
        "population_dec31": "folkemengde 31. desember", "folkemengd 31. desember", "population on 31 December";
        "persons": "personer", "personar", "persons";
        "returned_5y": "tilbakeflyttede etter fem år", "tilbakeflytta etter fem år", "returned within five years";
        "returned": "tilbakeflyttede", "tilbakeflytta", "returned";
    }
    /// Where printed values or words of the report disagree, said neutrally.
    inconsistency {
        "F386":
            "De fem gruppene i tabellen over utvalget har til sammen 668\u{202f}924 færre personer enn det totaltallet teksten oppgir.",
            "Dei fem gruppene i tabellen over utvalet har til saman 668\u{202f}924 færre personar enn totaltalet teksten oppgir.",
            "The five groups in the sample table add up to 668,924 fewer persons than the total given in the text.";
        "F387":
            "De fem gruppene i tabellen over utvalget har til sammen 5603 færre utvandringer enn det totaltallet teksten oppgir.",
            "Dei fem gruppene i tabellen over utvalet har til saman 5603 færre utvandringar enn totaltalet teksten oppgir.",
            "The five groups in the sample table add up to 5,603 fewer emigrations than the total given in the text.";
        "F388":
            "Innvandrere (10 år eller eldre ved ankomst) er oppført med flere utvandringer enn personer, til forskjell fra alle andre grupper.",
            "Innvandrarar (10 år eller eldre då dei kom) er oppførte med fleire utvandringar enn personar, til skilnad frå alle andre grupper.",
            "Immigrants (aged 10 or older on arrival) are listed with more emigrations than persons, unlike every other group.";
        "F389":
            "Antallet innvandrere (10 år eller eldre ved ankomst) i utvalget gir plass til så få personår at minst 9 % måtte ha utvandret hvert år.",
            "Talet på innvandrarar (10 år eller eldre då dei kom) i utvalet gir plass til så få personår at minst 9 % måtte ha utvandra kvart år.",
            "The number of immigrants (aged 10 or older on arrival) in the sample leaves room for so few person-years that at least 9% would have had to emigrate every year.";
        "F390":
            "Summen av de fem gruppene gir færre personer i utvalget enn 29 millioner personår krever.",
            "Summen av dei fem gruppene gir færre personar i utvalet enn 29 millionar personår krev.",
            "The sum of the five groups gives fewer persons in the sample than 29 million person-years require.";
        "F391":
            "Rundt 200 utvandringer blant under 20\u{202f}000 bosatte etterkommere i 2000 er 1 % eller mer, mens sammendraget oppgir under 1 % i alle år.",
            "Rundt 200 utvandringar blant under 20\u{202f}000 busette etterkomarar i 2000 er 1 % eller meir, medan samandraget oppgir under 1 % i alle år.",
            "About 200 emigrations among fewer than 20,000 resident descendants in 2000 make 1% or more, while the summary gives less than 1% in every year.";
        "F392":
            "Etterkommerne hadde i snitt 499 utvandringer i året i 2020–2023, mens figurlesningen oppgir rundt 300 i hver av de to gruppene de siste årene.",
            "Etterkomarane hadde i snitt 499 utvandringar i året i 2020–2023, medan lesinga av figuren gir rundt 300 i kvar av dei to gruppene dei siste åra.",
            "Descendants had 499 emigrations a year on average in 2020–2023, while the reading of the figure gives about 300 in each of the two groups in recent years.";
        "F393":
            "Bosatte etterkommere i 2000 og i 2023 er ulike fødselskull og utgjør til sammen nesten hele utvalget, så det blir knapt plass til kullene imellom.",
            "Busette etterkomarar i 2000 og i 2023 er ulike fødselskull og utgjer til saman nesten heile utvalet, så det blir knapt plass til kulla imellom.",
            "Resident descendants in 2000 and in 2023 are different birth cohorts and together make up nearly the whole sample, which hardly leaves room for the cohorts between them.";
        "F394":
            "De avrundede andelene til opprinnelseslandet og med ukjent tilflyttingsland gir 69 færre utvandringer enn tallene i figurtekstene; avrundingen kan så vidt forklare forskjellen.",
            "Dei avrunda delane til opphavslandet og med ukjent tilflyttingsland gir 69 færre utvandringar enn tala i figurtekstene; avrundinga kan så vidt forklare skilnaden.",
            "The rounded shares to the country of origin and with an unknown destination give 69 fewer emigrations than the captions; rounding can just about explain the difference.";
        "F395":
            "Tallene for 2000–2019 og for 2000–2023 går bare opp hvis andelen med ukjent tilflyttingsland nesten ble doblet etter 2019.",
            "Tala for 2000–2019 og for 2000–2023 går berre opp dersom delen med ukjent tilflyttingsland nesten vart dobla etter 2019.",
            "The numbers for 2000–2019 and for 2000–2023 only fit if the share with an unknown destination nearly doubled after 2019.";
        "F396":
            "Teksten til figur 3 viser to ganger til høyre panel, selv om den første omtalen gjelder venstre panel.",
            "Teksten til figur 3 viser to gonger til høgre panel, sjølv om den første omtalen gjeld venstre panel.",
            "The text on figure 3 refers to the right panel twice, although the first mention is about the left panel.";
        "F397":
            "Figurteksten til figur 18 oppgir alderen 18–34 år, mens alle de andre figurtekstene og vedlegget oppgir 18–35 år.",
            "Figurteksten til figur 18 oppgir alderen 18–34 år, medan alle dei andre figurtekstene og vedlegget oppgir 18–35 år.",
            "The caption of figure 18 gives ages 18–34, while all other captions and the appendix give ages 18–35.";
        "F398":
            "Teksten til figur 15 sammenligner dem uten registrert bachelorgrad med seg selv; den andre gruppen må være de med bachelorgrad.",
            "Teksten til figur 15 samanliknar dei utan registrert bachelorgrad med seg sjølve; den andre gruppa må vere dei med bachelorgrad.",
            "The text on figure 15 compares those without a registered bachelor’s degree with themselves; the second group must be those who have one.";
        "F399":
            "Sammendraget sier at også etterkommere med vestlig bakgrunn utvandrer mest når de har lav utdanning, mens kapitlet ikke nevner Vest-Europa blant unntakene.",
            "Samandraget seier at også etterkomarar med vestleg bakgrunn utvandrar mest når dei har låg utdanning, medan kapitlet ikkje nemner Vest-Europa blant unntaka.",
            "The summary says that descendants with Western roots, too, emigrate more when less educated, while the chapter does not list Western Europe among the exceptions.";
        "F400":
            "Sammendraget sier at også etterkommere med vestlig bakgrunn oftere drar til opprinnelseslandet enn til et nytt land, mens kapitlet bare sier det om nordisk bakgrunn.",
            "Samandraget seier at også etterkomarar med vestleg bakgrunn oftare dreg til opphavslandet enn til eit nytt land, medan kapitlet berre seier det om nordisk bakgrunn.",
            "The summary says that descendants with Western roots, too, go to the country of origin more often than to a new one, while the chapter says so only of Nordic roots.";
        "F401":
            "Teksten plasserer Tyrkia både sammen med de vestlige opprinnelsene og blant landene der et nytt land er vanligst.",
            "Teksten plasserer Tyrkia både saman med dei vestlege opphava og blant landa der eit nytt land er vanlegast.",
            "The text places Turkey both with the Western origins and among those for whom a new country is most common.";
        "F402":
            "Det engelske sammendraget sier at etterkommere med bakgrunn fra Somalia oftest drar til Storbritannia; den norske teksten sier bare at mange gjør det.",
            "Det engelske samandraget seier at etterkomarar med bakgrunn frå Somalia oftast dreg til Storbritannia; den norske teksten seier berre at mange gjer det.",
            "The English summary says that descendants with Somali roots most often go to the United Kingdom; the Norwegian text only says that many do.";
        "F403":
            "En overskrift i sammendraget sier nordisk og europeisk bakgrunn, mens teksten under sier nordisk og vestlig.",
            "Ei overskrift i samandraget seier nordisk og europeisk bakgrunn, medan teksten under seier nordisk og vestleg.",
            "A heading in the summary says Nordic and European roots, while the text under it says Nordic and Western.";
        "F404":
            "Ett kapittel sier at 1 % av etterkommerne utvandrer i året, mens resten av rapporten sier under 1 %.",
            "Eitt kapittel seier at 1 % av etterkomarane utvandrar i året, medan resten av rapporten seier under 1 %.",
            "One chapter says that 1% of descendants emigrate each year, while the rest of the report says less than 1%.";
        "F405":
            "Majoritetsbefolkningen er beskrevet på to måter: som norskfødte uten utenlandsfødte foreldre, og som alle som ikke hører til de fire andre gruppene.",
            "Majoritetsbefolkninga er beskriven på to måtar: som norskfødde utan utanlandsfødde foreldre, og som alle som ikkje høyrer til dei fire andre gruppene.",
            "The majority population is described in two ways: as Norwegian-born without foreign-born parents, and as everyone outside the other four groups.";
        "F406":
            "Tilbakeflytting er omtalt både som retur i løpet av fem år og som det å være bosatt på én bestemt dato fem år etter.",
            "Tilbakeflytting er omtalt både som retur i løpet av fem år og som det å vere busett på éin bestemd dato fem år etter.",
            "Return is described both as coming back within five years and as being resident on one date five years after.";
    }
}

words! {
    /// Both descendant groups.
    descendants: "etterkommere", "etterkomarar", "descendants";
    /// The descendants and those with one foreign-born parent.
    selected_three: "etterkommere og norskfødte med én utenlandsfødt forelder", "etterkomarar og norskfødde med éin utanlandsfødd forelder", "descendants and Norwegian-born with one foreign-born parent";
    /// All five groups.
    all_groups: "alle de fem gruppene samlet", "alle dei fem gruppene samla", "all five groups together";
    /// The people of a side whose group was named before.
    those: "dem", "dei", "those";
    /// Five origin groups by one name.
    western: "nordiske og andre vestlige land", "nordiske og andre vestlege land", "Nordic and other Western countries";
    /// Every origin group.
    all_origins: "alle opprinnelsesgruppene", "alle opphavsgruppene", "all origin groups";
    /// Last word of a list.
    and: "og", "og", "and";
    /// Last word of a list of alternatives.
    or: "eller", "eller", "or";
    /// A known destination other than the origin.
    new_country: "et kjent nytt land", "eit kjent nytt land", "a known new country";
    /// The same outside the Nordic countries.
    new_country_not_nordic: "land utenfor Norden", "land utanfor Norden", "countries outside the Nordic region";
    /// Country of origin of Norwegian-born with two immigrant parents.
    parents_origin: "foreldrenes opprinnelsesland", "opphavslandet til foreldra", "the parents’ country of origin";
    /// Country of origin of those with one foreign-born parent.
    parent_origin: "forelderens opprinnelsesland", "opphavslandet til forelderen", "the parent’s country of origin";
    /// Country of origin of descendants.
    own_or_parents_origin: "eget eller foreldrenes opprinnelsesland", "eige eller foreldra sitt opphavsland", "the country of origin (own or parents’)";
    /// Destination that is not known.
    unknown_destination: "ukjent tilflyttingsland", "ukjent tilflyttingsland", "an unknown destination";
    /// Emigrations, as a noun.
    emigrations: "antallet utvandringer", "talet på utvandringar", "the number of emigrations";
    /// Yearly mean of emigrations.
    mean_emigrations: "det gjennomsnittlige antallet utvandringer per år", "det gjennomsnittlege talet på utvandringar per år", "the average number of emigrations a year";
    /// Resident population.
    residents: "antallet bosatte", "talet på busette", "the number of residents";
    /// Mean resident population.
    mean_residents: "det gjennomsnittlige antallet bosatte", "det gjennomsnittlege talet på busette", "the average number of residents";
    /// Exposure.
    person_years: "antallet personår", "talet på personår", "the number of person-years";
    /// Persons of the sample.
    persons: "antallet personer i utvalget", "talet på personar i utvalet", "the number of persons in the sample";
    /// Emigrations of the sample.
    sample_emigrations: "antallet utvandringer i utvalget", "talet på utvandringar i utvalet", "the number of emigrations in the sample";
    /// Rate.
    rate: "utvandringsraten", "utvandringsraten", "the emigration rate";
    /// Age with the highest rate.
    peak_age: "alderen med høyest utvandringsrate", "alderen med høgast utvandringsrate", "the age with the highest emigration rate";
    /// Emigrations per person.
    per_person: "antallet utvandringer per person i utvalget", "talet på utvandringar per person i utvalet", "the number of emigrations per person in the sample";
    /// Education ratio of rates.
    rate_ratio: "forholdet mellom utvandringsraten med og uten høyere utdanning", "forholdet mellom utvandringsraten med og utan høgare utdanning", "the ratio of the emigration rate with higher education to the rate without";
    /// Returned, as a noun.
    returned: "antallet tilbake i Norge etter fem år", "talet på tilbakeflytta etter fem år", "the number back in Norway after five years";
    /// Part returned, as a noun.
    returned_share: "andelen tilbake i Norge etter fem år", "delen tilbake i Noreg etter fem år", "the share back in Norway after five years";
    /// Members of a list one by one.
    each_by_itself: " (hver for seg)", " (kvar for seg)", " (each taken separately)";
    /// Everyone together, against one of them.
    overall: " samlet", " samla", " overall";
    /// The five groups as competitors.
    among_groups: "av de fem gruppene", "av dei fem gruppene", "among the five groups";
    /// All origins as competitors.
    among_origins: "av alle opprinnelsesgruppene", "av alle opphavsgruppene", "among all origin groups";
    /// Along all periods.
    from_first_to_last_period: "fra den første til den siste av de fire periodene", "frå den første til den siste av dei fire periodane", "from the first to the last of the four periods";
    /// Verdict.
    holds: "Stemmer", "Stemmer", "Holds";
    /// Verdict.
    differs: "Stemmer ikke", "Stemmer ikkje", "Does not hold";
    /// Verdict.
    not_computable: "Kan ikke beregnes her", "Kan ikkje reknast ut her", "Cannot be computed here";
    /// Verdict.
    inconsistent: "Uoverensstemmelse i rapporten", "Motstrid i rapporten", "Inconsistent within the report";
    /// Mark of a claim whose reading is an interpretation.
    judgement: "Terskelen eller lesemåten er vår tolkning.", "Terskelen eller lesemåten er vår tolking.", "The threshold or the reading is our interpretation.";
    /// Printed words that disagree.
    two_wordings: "to formuleringer", "to formuleringar", "two wordings";
    /// Printed as a definition.
    definition: "definisjon", "definisjon", "definition";
    /// Appendix.
    appendix: "Vedlegg", "Vedlegg", "Appendix";
    /// Running text.
    running_text: "Brødtekst", "Brødtekst", "Running text";
    /// Comparison in the printed column.
    higher: "høyere", "høgare", "higher";
    /// Comparison in the printed column.
    at_least_as_high: "minst like høy", "minst like høg", "at least as high";
    /// Comparison in the printed column.
    not_higher: "ikke høyere", "ikkje høgare", "not higher";
    /// Rank in the printed column.
    highest: "høyest", "høgast", "highest";
    /// Rank in the printed column.
    lowest: "lavest", "lågast", "lowest";
    /// Rank in the printed column.
    among_four: "blant de fire største", "blant dei fire største", "among the four largest";
    /// Trend in the printed column.
    rising: "stigende", "stigande", "rising";
    /// Trend in the printed column.
    falling: "synkende", "fallande", "falling";
    /// Trend in the printed column.
    not_rising: "stabil eller synkende", "stabil eller fallande", "stable or falling";
    /// Trend in the printed column.
    same_direction: "samme retning", "same retning", "the same direction";
    /// Amount in the printed column.
    few: "få", "få", "few";
    /// Amount in the printed column.
    mostly: "de fleste", "dei fleste", "most";
    /// Why there is no verdict.
    only_rounded: "Bare avrundede tall er publisert, uten antallene bak.", "Berre avrunda tal er publiserte, utan tala bak.", "Only rounded figures were published, without the counts behind them.";
    /// Why there is no verdict.
    not_a_number: "Påstanden kan ikke uttrykkes som et tall i dette datasettet.", "Påstanden kan ikkje uttrykkjast som eit tal i dette datasettet.", "The claim cannot be expressed as a number in this data set.";
    /// Why there is no verdict.
    no_table: "Datasettet har ingen tabell med det som trengs.", "Datasettet har ingen tabell med det som trengst.", "The data set has no table with what is needed.";
    /// Why there is no verdict.
    base_country_groups: "De opprinnelige landgruppene er slått sammen i tabellene.", "Dei opphavlege landgruppene er slåtte saman i tabellane.", "The tables only have the merged country groups.";
    /// Why there is no verdict.
    missing_education: "Manglende utdanning er regnet som uten høyere utdanning og kan ikke skilles ut.", "Manglande utdanning er rekna som utan høgare utdanning og kan ikkje skiljast ut.", "Missing education counts as no higher education and cannot be told apart.";
    /// Why there is no verdict.
    part_of_origin: "Enkeltland innenfor en opprinnelsesgruppe kan ikke skilles ut.", "Enkeltland innanfor ei opphavsgruppe kan ikkje skiljast ut.", "Single countries within an origin group cannot be told apart.";
    /// Why there is no verdict.
    finer_destinations: "Det trengs en finere inndeling av tilflyttingsland enn datasettet har.", "Det trengst ei finare inndeling av tilflyttingsland enn datasettet har.", "This needs finer destinations than the data set has.";
    /// Why there is no value.
    no_exposure: "Ingen bodde der, så det finnes ingen rate.", "Ingen budde der, så det finst ingen rate.", "Nobody lived there, so there is no rate.";
    /// Why there is no value.
    events_without_exposure: "Det er utvandringer uten noen bosatte, altså en feil i dataene.", "Det er utvandringar utan nokon busette, altså ein feil i dataa.", "There are emigrations without any residents, an error in the data.";
    /// Why there is no value.
    no_denominator: "Det er ingen å regne andelen av.", "Det er ingen å rekne delen av.", "There is nothing to take the share of.";
    /// Why there is no value.
    missing_input: "Et tall som trengs, er ikke publisert.", "Eit tal som trengst, er ikkje publisert.", "A number that is needed was not published.";
    /// Why there is no value.
    suppressed_input: "Et tall som trengs, er holdt tilbake fordi det er lite.", "Eit tal som trengst, er halde tilbake fordi det er lite.", "A number that is needed was withheld because it is small.";
    /// Why there is no value.
    no_complete_cohort: "Det har ikke gått lenge nok siden utvandringen.", "Det har ikkje gått lenge nok sidan utvandringa.", "Not enough time has passed since the emigration.";
    /// Why there is no value.
    not_in_table: "Ingen rad i tabellen gjelder dette.", "Inga rad i tabellen gjeld dette.", "No row of the table is about this.";
    /// Sentence.
    population_defined: "Middelfolkemengden i et år er gjennomsnittet av folkemengden 1. januar og 31. desember.", "Middelfolkemengda i eit år er gjennomsnittet av folkemengda 1. januar og 31. desember.", "The mean population of a year is the average of the populations on 1 January and 31 December.";
    /// Sentence.
    yearly_rate_defined: "Utvandringsraten i ett enkelt år er antallet utvandringer delt på middelfolkemengden.", "Utvandringsraten i eitt enkelt år er talet på utvandringar delt på middelfolkemengda.", "The emigration rate of a single year is the number of emigrations divided by the mean population.";
    /// Sentence.
    pooled_rate_defined: "Utvandringsraten for flere år samlet er alle utvandringene delt på alle personårene.", "Utvandringsraten for fleire år samla er alle utvandringane delte på alle personåra.", "The emigration rate over several years is all emigrations divided by all person-years.";
    /// Sentence.
    return_share_defined: "Andelen tilbake er de som er bosatt i Norge fem år etter utvandringen, delt på alle utvandringene.", "Delen tilbake er dei som er busette i Noreg fem år etter utvandringa, delt på alle utvandringane.", "The share back is those who live in Norway five years after emigrating, divided by all emigrations.";
    /// Sentence.
    rebased_share_defined: "Når opprinnelsesland og ukjent tilflyttingsland holdes utenfor, er andelen til et land utvandringene dit delt på utvandringene til alle kjente nye land.", "Når opphavsland og ukjent tilflyttingsland blir haldne utanfor, er delen til eit land utvandringane dit delt på utvandringane til alle kjende nye land.", "With origin and unknown left out, a country’s share is the emigrations there divided by the emigrations to all known new countries.";
}

phrases! {
    /// A subject and what is said of it.
    said_of(subject, statement): "{subject}: {statement}", "{subject}: {statement}", "{subject}: {statement}";
    /// Roots, after a noun.
    with_roots(origins): "med bakgrunn fra {origins}", "med bakgrunn frå {origins}", "with roots in {origins}";
    /// Two phrases after a noun.
    both_phrases(one, other): "{one} og {other}", "{one} og {other}", "{one} and {other}";
    /// A list and one more item that is a list itself.
    as_well_as(items, more): "{items} samt {more}", "{items} og dessutan {more}", "{items} as well as {more}";
    /// All origins but some.
    origins_except(origins): "alle opprinnelsesgruppene unntatt {origins}", "alle opphavsgruppene utanom {origins}", "all origin groups except {origins}";
    /// A code of a dimension without words of its own.
    with_code(dimension, code): "({dimension}: {code})", "({dimension}: {code})", "({dimension}: {code})";
    /// Each origin group.
    in_each(origins): "i hver av {origins}", "i kvar av {origins}", "in each of {origins}";
    /// More than half of the origin groups.
    in_most(origins): "i de fleste av {origins}", "i dei fleste av {origins}", "in most of {origins}";
    /// At least half of the origin groups.
    in_many(origins): "i minst halvparten av {origins}", "i minst halvparten av {origins}", "in at least half of {origins}";
    /// At least two of the origin groups.
    in_some(origins): "i minst to av {origins}", "i minst to av {origins}", "in at least two of {origins}";
    /// Origin groups without some.
    the_origins_except(origins): "opprinnelsesgruppene unntatt {origins}", "opphavsgruppene utanom {origins}", "the origin groups except {origins}";
    /// The origin groups of a list.
    the_origins(origins): "opprinnelsesgruppene fra {origins}", "opphavsgruppene frå {origins}", "the origin groups from {origins}";
    /// Origin groups without restriction.
    the_19_origins(): "opprinnelsesgruppene", "opphavsgruppene", "the origin groups";
    /// Several years.
    in_years(years): "i årene {years}", "i åra {years}", "in {years}";
    /// One year.
    in_year(year): "i {year}", "i {year}", "in {year}";
    /// Year by year.
    in_each_year(years): "i hvert av årene {years}", "i kvart av åra {years}", "in every year {years}";
    /// Age by age.
    at_each_age(first, last): "ved hver alder fra {first} til {last} år", "ved kvar alder frå {first} til {last} år", "at every age from {first} to {last}";
    /// First to last year.
    from_to(first, last): "fra {first} til {last}", "frå {first} til {last}", "from {first} to {last}";
    /// Direction of a move, after a noun.
    to(place): "til {place}", "til {place}", "to {place}";
    /// Without destination, after a noun.
    with_unknown(): "med ukjent tilflyttingsland", "med ukjent tilflyttingsland", "with an unknown destination";
    /// Emigrations as a base.
    of_emigrations(when): "av utvandringene {when}", "av utvandringane {when}", "of the emigrations {when},";
    /// Emigrations to known new countries as a base.
    of_new_countries(when): "av utvandringene til kjente nye land {when}", "av utvandringane til kjende nye land {when}", "of the emigrations to known new countries {when},";
    /// People as a base.
    of_people(when): "av dem som utvandret {when},", "av dei som utvandra {when},", "of those who emigrated {when},";
    /// People as a base, by destination.
    of_people_to(place, when): "av dem som utvandret til {place} {when},", "av dei som utvandra til {place} {when},", "of those who emigrated to {place} {when},";
    /// People as a base, without destination.
    of_people_unknown(when): "av dem som utvandret til et ukjent land {when},", "av dei som utvandra til eit ukjent land {when},", "of those who emigrated to an unknown destination {when},";
    /// A value of a destination.
    value_went(base, value, place): "{base} gikk {value} til {place}", "{base} gjekk {value} til {place}", "{base} {value} went to {place}";
    /// A value of unknown destinations.
    value_unknown(base, value): "{base} hadde {value} ukjent tilflyttingsland", "{base} hadde {value} ukjent tilflyttingsland", "{base} {value} had an unknown destination";
    /// A value of destinations and unknown.
    value_went_or_unknown(base, value, place): "{base} gikk {value} til {place} eller hadde ukjent tilflyttingsland", "{base} gjekk {value} til {place} eller hadde ukjent tilflyttingsland", "{base} {value} went to {place} or had an unknown destination";
    /// Two destinations compared.
    more_went(base, place, other): "{base} gikk flere til {place} enn til {other}", "{base} gjekk fleire til {place} enn til {other}", "{base} more went to {place} than to {other}";
    /// Two sides compared by a destination.
    larger_share_went(base, place, one, other): "{base} gikk en større andel til {place} blant {one} enn blant {other}", "{base} gjekk ein større del til {place} blant {one} enn blant {other}", "{base} a larger share went to {place} among {one} than among {other}";
    /// Two sides compared by unknown destination.
    larger_share_unknown(base, one, other): "{base} hadde en større andel ukjent tilflyttingsland blant {one} enn blant {other}", "{base} hadde ein større del ukjent tilflyttingsland blant {one} enn blant {other}", "{base} a larger share had an unknown destination among {one} than among {other}";
    /// A part that came back.
    value_back(base, value): "{base} var {value} tilbake i Norge fem år senere", "{base} var {value} tilbake i Noreg fem år seinare", "{base} {value} were back in Norway five years later";
    /// Two sides compared by return.
    larger_share_back(base, one, other): "{base} var en større andel tilbake i Norge fem år senere blant {one} enn blant {other}", "{base} var ein større del tilbake i Noreg fem år seinare blant {one} enn blant {other}", "{base} a larger share was back in Norway five years later among {one} than among {other}";
    /// Two sides compared by return.
    no_larger_share_back(base, one, other): "{base} var ikke en større andel tilbake i Norge fem år senere blant {one} enn blant {other}", "{base} var ikkje ein større del tilbake i Noreg fem år seinare blant {one} enn blant {other}", "{base} no larger share was back in Norway five years later among {one} than among {other}";
    /// Two sides compared by number of returns.
    more_back(base, one, other): "{base} var flere tilbake i Norge fem år senere blant {one} enn blant {other}", "{base} var fleire tilbake i Noreg fem år seinare blant {one} enn blant {other}", "{base} more were back in Norway five years later among {one} than among {other}";
    /// People by destination.
    those_to(place): "dem som dro til {place}", "dei som drog til {place}", "those who went to {place}";
    /// People without destination.
    those_unknown(): "dem med ukjent tilflyttingsland", "dei med ukjent tilflyttingsland", "those with an unknown destination";
    /// People by education.
    those_with(phrase): "dem {phrase}", "dei {phrase}", "those {phrase}";
    /// A value of a measure.
    was(noun, value): "{noun} var {value}", "{noun} var {value}", "{noun} was {value}";
    /// Two sides compared.
    was_higher(noun, one, other): "{noun} var høyere blant {one} enn blant {other}", "{noun} var høgare blant {one} enn blant {other}", "{noun} was higher among {one} than among {other}";
    /// Two sides compared.
    was_not_higher(noun, one, other): "{noun} var ikke høyere blant {one} enn blant {other}", "{noun} var ikkje høgare blant {one} enn blant {other}", "{noun} was not higher among {one} than among {other}";
    /// Two times compared.
    was_not_higher_than_then(noun, when, then): "{noun} var ikke høyere {when} enn {then}", "{noun} var ikkje høgare {when} enn {then}", "{noun} was no higher {when} than {then}";
    /// One side against each origin group of a set.
    was_higher_than_where(noun, one, place): "{noun} var høyere blant {one} enn {place}", "{noun} var høgare blant {one} enn {place}", "{noun} was higher among {one} than {place}";
    /// One side against each origin group of a set, by destination.
    larger_share_went_than_where(base, place, one, other): "{base} gikk en større andel til {place} blant {one} enn {other}", "{base} gjekk ein større del til {place} blant {one} enn {other}", "{base} a larger share went to {place} among {one} than {other}";
    /// Rank.
    was_highest(set, noun, who): "{set} var {noun} høyest blant {who}", "{set} var {noun} høgast blant {who}", "{set}, {noun} was highest among {who}";
    /// Rank.
    was_lowest(set, noun, who): "{set} var {noun} lavest blant {who}", "{set} var {noun} lågast blant {who}", "{set}, {noun} was lowest among {who}";
    /// Rank by a share.
    share_was_highest(base, towards, who): "{base} var andelen {towards} høyest blant {who} når de fem gruppene sammenlignes", "{base} var delen {towards} høgast blant {who} når dei fem gruppene blir samanlikna", "{base} the share {towards} was highest among {who} when the five groups are compared";
    /// Rank by a share.
    share_was_lowest(base, towards, who): "{base} var andelen {towards} lavest blant {who} når de fem gruppene sammenlignes", "{base} var delen {towards} lågast blant {who} når dei fem gruppene blir samanlikna", "{base} the share {towards} was lowest among {who} when the five groups are compared";
    /// Rank of a destination.
    largest_number_went(base, place): "{base} gikk flest til {place}", "{base} gjekk flest til {place}", "{base} the largest number went to {place}";
    /// Rank of a destination among areas shown on their own.
    largest_number_went_of_areas(base, place): "{base} gikk flest til {place}, når bare områdene med egen kategori sammenlignes", "{base} gjekk flest til {place}, når berre områda med eigen kategori blir samanlikna", "{base} the largest number went to {place}, counting only areas with a category of their own";
    /// Rank of a destination.
    among_four_largest(base, place): "{base} var {place} blant de fire vanligste områdene", "{base} var {place} blant dei fire vanlegaste områda", "{base} {place} was among the four most common areas";
    /// Competitors without some.
    among_origins_except(origins): "av opprinnelsesgruppene unntatt {origins}", "av opphavsgruppene utanom {origins}", "among the origin groups except {origins}";
    /// Trend.
    rose(noun, course): "{noun} økte samlet sett {course}", "{noun} auka samla sett {course}", "{noun} rose overall {course}";
    /// Trend.
    fell(noun, course): "{noun} gikk samlet sett ned {course}", "{noun} gjekk samla sett ned {course}", "{noun} fell overall {course}";
    /// Trend.
    did_not_rise(noun, course): "{noun} gikk ned eller holdt seg omtrent på samme nivå {course}", "{noun} gjekk ned eller heldt seg om lag på same nivå {course}", "{noun} fell or stayed at about the same level {course}";
    /// Order of a list.
    fell_along(noun, list): "{noun} synker i rekkefølgen {list}", "{noun} minkar i rekkjefølgja {list}", "{noun} decreases in the order {list}";
    /// Trend of two sides.
    moved_alike(noun, one, other, course): "{noun} utviklet seg i samme retning blant {one} som blant {other} {course}", "{noun} utvikla seg i same retning blant {one} som blant {other} {course}", "{noun} moved in the same direction among {one} as among {other} {course}";
    /// Likeness.
    differed_by_at_most(one, other, tolerance, noun): "mellom {one} og {other} skilte det høyst {tolerance} i {noun}", "mellom {one} og {other} skilde det høgst {tolerance} i {noun}", "between {one} and {other}, {noun} differed by at most {tolerance}";
    /// Likeness of several sides.
    alike_within(who, tolerance, noun): "blant {who} skilte det for hvert område høyst {tolerance} i {noun}", "blant {who} skilde det for kvart område høgst {tolerance} i {noun}", "among {who}, {noun} differed by at most {tolerance} for each area";
    /// Share of a destination, as a noun.
    share_to(place): "andelen utvandringer {place}", "delen utvandringar {place}", "the share of emigrations {place}";
    /// Re-based share of a destination, as a noun.
    rebased_share_to(place): "andelen {place} av utvandringer til kjente nye land", "delen {place} av utvandringar til kjende nye land", "the share {place} among emigrations to known new countries";
    /// Re-based shares, as a noun.
    rebased_shares(): "andelen av utvandringer til kjente nye land", "delen av utvandringar til kjende nye land", "the share of emigrations to known new countries";
    /// Spread over origins.
    spread_was_larger(when, one, other): "forskjellen mellom opprinnelsesgruppene {when} var større for {one} enn for {other}", "skilnaden mellom opphavsgruppene {when} var større for {one} enn for {other}", "the spread between the origin groups {when} was larger for {one} than for {other}";
    /// Growth.
    grew_by_factor(noun, to, value, from): "{noun} i {to} var {value} ganger så høyt som i {from}", "{noun} i {to} var {value} gonger så høgt som i {from}", "{noun} in {to} was {value} times that in {from}";
    /// Growth of two measures.
    grew_at_least_as_much(noun, from, to, other, other_from, other_to): "{noun} vokste relativt sett minst like mye fra {from} til {to} som {other} fra {other_from} til {other_to}", "{noun} voks relativt sett minst like mykje frå {from} til {to} som {other} frå {other_from} til {other_to}", "{noun} grew at least as much, relatively, from {from} to {to} as {other} from {other_from} to {other_to}";
    /// Sum of parts.
    adds_up(noun, value, parts): "{noun} blir {value} når {parts} legges sammen", "{noun} blir {value} når {parts} blir lagde saman", "{noun} comes to {value} when {parts} are added up";
    /// Parts of a sum.
    the_five_groups(): "de fem gruppene", "dei fem gruppene", "the five groups";
    /// Parts of a sum.
    the_parts(): "delene", "delane", "the parts";
    /// Parts of a sum.
    origins_and_periods(): "alle opprinnelsesgruppene og periodene", "alle opphavsgruppene og periodane", "all origin groups and periods";
    /// Sum of two times.
    together_at_most(noun, one, other, value): "{noun} {one} og {other} er til sammen høyst {value}", "{noun} {one} og {other} er til saman høgst {value}", "{noun} {one} and {other} together comes to at most {value}";
    /// Part of all emigrations.
    accounted_for(value, when): "gruppen sto for {value} av alle utvandringene {when}", "gruppa stod for {value} av alle utvandringane {when}", "the group accounted for {value} of all emigrations {when}";
    /// Part of a group's emigrations.
    origin_accounted_for(roots, value, when): "de {roots} sto for {value} av utvandringene {when}", "dei {roots} stod for {value} av utvandringane {when}", "those {roots} accounted for {value} of the emigrations {when}";
    /// Composition of two sides.
    origin_made_up_more(roots, when, one, other): "personer {roots} sto for en større del av utvandringene {when} blant {one} enn blant {other}", "personar {roots} stod for ein større del av utvandringane {when} blant {one} enn blant {other}", "people {roots} made up a larger part of the emigrations {when} among {one} than among {other}";
    /// Part of an origin group.
    mostly_from(place, when): "de fleste utvandringene {when} gjaldt personer med bakgrunn fra {place}", "dei fleste utvandringane {when} gjaldt personar med bakgrunn frå {place}", "most emigrations {when} were of people with roots in {place}";
    /// Few of a destination.
    few_went(when, place): "få av utvandringene {when} gikk til {place}", "få av utvandringane {when} gjekk til {place}", "few of the emigrations {when} went to {place}";
    /// Missing education.
    lack_education(value): "{value} mangler opplysninger om utdanning", "{value} manglar opplysningar om utdanning", "{value} have no registered education";
    /// Worked example.
    example(emigrations, person_years, rate): "med {emigrations} utvandring på {person_years} personår er utvandringsraten {rate}", "med {emigrations} utvandring på {person_years} personår er utvandringsraten {rate}", "with {emigrations} emigration in {person_years} person-years the emigration rate is {rate}";
    /// Range of years.
    followed_from(year): "utvandringene er fulgt fra og med {year}", "utvandringane er følgde frå og med {year}", "emigrations are followed from {year} on";
    /// Range of years.
    followed_to(year): "utvandringene er fulgt til og med {year}", "utvandringane er følgde til og med {year}", "emigrations are followed up to and including {year}";
    /// Range of years.
    returns_from(year): "tilbakeflytting er målt for dem som utvandret fra og med {year}", "tilbakeflytting er målt for dei som utvandra frå og med {year}", "return is measured for those who emigrated from {year} on";
    /// Range of years.
    returns_to(year): "tilbakeflytting er målt for dem som utvandret til og med {year}", "tilbakeflytting er målt for dei som utvandra til og med {year}", "return is measured for those who emigrated up to and including {year}";
    /// Range of ages.
    lowest_age(age): "den laveste alderen er {age} år", "den lågaste alderen er {age} år", "the lowest age is {age} years";
    /// Range of ages.
    highest_age(age): "den høyeste alderen er {age} år", "den høgaste alderen er {age} år", "the highest age is {age} years";
    /// Range of ages, as captioned.
    captioned_age(figure, age): "figurteksten til figur {figure} oppgir {age} år som høyeste alder", "figurteksten til figur {figure} oppgir {age} år som høgaste alder", "the caption of figure {figure} gives {age} years as the highest age";
    /// Number of categories.
    number_of_ages(n): "dataene omfatter {n} alderstrinn på ett år", "dataa omfattar {n} alderstrinn på eitt år", "the data cover {n} single years of age";
    /// Number of categories.
    number_of_years(n): "dataene omfatter {n} kalenderår", "dataa omfattar {n} kalenderår", "the data cover {n} calendar years";
    /// Number of categories.
    number_of_cohorts(n): "dataene omfatter {n} fødselskull", "dataa omfattar {n} fødselskull", "the data cover {n} birth cohorts";
    /// Number of categories.
    number_of_groups(n): "befolkningen er delt i {n} grupper", "befolkninga er delt i {n} grupper", "the population is divided into {n} groups";
    /// Number of categories.
    number_of_subgroups(who, n): "{who} består av {n} grupper", "{who} er sette saman av {n} grupper", "{who} consist of {n} groups";
    /// Number of categories.
    number_of_levels(n): "utdanning er delt i {n} nivåer", "utdanning er delt i {n} nivå", "education is divided into {n} levels";
    /// Number of categories.
    number_of_origins(n): "opprinnelse er delt i {n} landgrupper", "opphav er delt i {n} landgrupper", "origin is divided into {n} country groups";
    /// Number of categories.
    number_of_base_groups(n): "opprinnelsesland er bestemt ut fra {n} landgrupper før de slås sammen", "opphavsland er bestemt ut frå {n} landgrupper før dei blir slåtte saman", "the country of origin is decided on {n} country groups before they are merged";
    /// Number of categories.
    number_of_areas(n, list): "det er {n} tilflyttingsområder som er vist hver for seg: {list}", "det er {n} tilflyttingsområde som er viste kvar for seg: {list}", "there are {n} destination areas shown separately: {list}";
    /// Number of categories.
    number_of_destinations(n): "tilflyttingsland er delt i {n} kategorier", "tilflyttingsland er delt i {n} kategoriar", "destinations are divided into {n} categories";
    /// Number of categories.
    number_of_periods(n): "årene er slått sammen til {n} perioder", "åra er slåtte saman til {n} periodar", "the years are merged into {n} periods";
    /// Number of categories.
    number_shown_singly(n, list): "det er {n} opprinnelser som er vist som enkeltland: {list}", "det er {n} opphav som er viste som enkeltland: {list}", "there are {n} origins shown as single countries: {list}";
    /// Bounds of a period.
    period_is(number, years): "periode {number} er {years}", "periode {number} er {years}", "period {number} is {years}";
    /// Bounds of periods.
    periods_are(numbers, years): "periodene {numbers} er {years}", "periodane {numbers} er {years}", "periods {numbers} are {years}";
    /// Horizon.
    horizon(years): "tilbakeflytting er målt {years} år etter utvandringen", "tilbakeflytting er målt {years} år etter utvandringa", "return is measured {years} years after emigration";
    /// Printed number.
    about(value): "rundt {value}", "rundt {value}", "about {value}";
    /// Printed number.
    above(value): "over {value}", "over {value}", "more than {value}";
    /// Printed number.
    below(value): "under {value}", "under {value}", "less than {value}";
    /// Printed number.
    at_least(value): "minst {value}", "minst {value}", "at least {value}";
    /// Printed number.
    at_most(value): "høyst {value}", "høgst {value}", "at most {value}";
    /// Printed number.
    between(from, to): "mellom {from} og {to}", "mellom {from} og {to}", "between {from} and {to}";
    /// Printed numbers that disagree.
    pair(one, other): "{one} og {other}", "{one} og {other}", "{one} and {other}";
    /// Tolerance.
    points(number): "{number} prosentpoeng", "{number} prosentpoeng", "{number} percentage points";
    /// Age.
    years_old(number): "{number} år", "{number} år", "{number} years";
    /// Computed comparison.
    against(one, other): "{one} mot {other}", "{one} mot {other}", "{one} against {other}";
    /// Computed trend.
    course(first, last): "fra {first} til {last}", "frå {first} til {last}", "from {first} to {last}";
    /// Computed rank.
    next_to(value, rival): "{value}, nærmeste {rival}", "{value}, nærmaste {rival}", "{value}, next {rival}";
    /// Several comparisons.
    of_comparisons(holding, all): "{holding} av {all} sammenligninger stemmer", "{holding} av {all} samanlikningar stemmer", "{holding} of {all} comparisons hold";
    /// Members of a set.
    of_origins(holding, all): "{holding} av {all} opprinnelsesgrupper", "{holding} av {all} opphavsgrupper", "{holding} of {all} origin groups";
    /// What the data set lacks.
    closest_table_lacks(table, what): "Ingen tabell har alt som trengs. Den nærmeste, «{table}», mangler {what}.", "Ingen tabell har alt som trengst. Den nærmaste, «{table}», manglar {what}.", "No table has everything that is needed. The closest, “{table}”, lacks {what}.";
    /// What the data set lacks.
    lacks(what): "Datasettet mangler {what}.", "Datasettet manglar {what}.", "The data set lacks {what}.";
    /// What a table lacks.
    code_of(code, dimension): "{dimension} «{code}»", "{dimension} «{code}»", "{dimension} “{code}”";
    /// Printed values that disagree, without words of their own.
    both_printed(one, other): "Rapporten oppgir både {one} og {other}.", "Rapporten oppgir både {one} og {other}.", "The report gives both {one} and {other}.";
    /// Place in the report.
    figure(number): "Figur {number}", "Figur {number}", "Figure {number}";
    /// An item whose name holds a comma or an "and", within a list.
    quoted(item): "«{item}»", "«{item}»", "“{item}”";
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
const COMMON: [&str; 43] = [
    "Andre",
    "Anna",
    "Annet",
    "Another",
    "Children",
    "Country",
    "De",
    "Dei",
    "Den",
    "Descendants",
    "Eit",
    "Et",
    "Etterkomarar",
    "Etterkommere",
    "Former",
    "Immigrants",
    "Immigrated",
    "Innvandra",
    "Innvandrarar",
    "Innvandrere",
    "Innvandret",
    "Majoriteten",
    "Majoritetsbefolkninga",
    "Majoritetsbefolkningen",
    "Majority",
    "Norskfødde",
    "Norskfødte",
    "Opphavslandet",
    "Opprinnelseslandet",
    "Other",
    "People",
    "Personar",
    "Personer",
    "Persons",
    "Rest",
    "Resten",
    "The",
    "Those",
    "Tidlegare",
    "Tidligere",
    "Ukjent",
    "Unknown",
    "Øvrige",
];

/// A label as it stands within a sentence.
pub fn mid_sentence(label: &str) -> String {
    let first = label.split([' ', ',', '-']).next().unwrap_or_default();
    if COMMON.contains(&first) {
        super::case::small_first(label)
    } else {
        label.to_owned()
    }
}
