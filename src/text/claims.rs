//! The words of the audit: what a claim says, what was printed, what came out, and why not.

use super::Lang;
use super::phrases::{by_code, phrases, words};

by_code! {
    /// A group within a sentence.
    group {
        "nb_two_immigrant_parents" { nb: "norskfødte med to innvandrerforeldre", nn: "norskfødde med to innvandrarforeldre", en: "Norwegian-born with two immigrant parents" }
        "immigrated_age_0_9" { nb: "innvandrere (0–9 år ved ankomst)", nn: "innvandrarar (0–9 år då dei kom)", en: "immigrants (aged 0–9 on arrival)" }
        "nb_one_foreign_parent" { nb: "norskfødte med én utenlandsfødt forelder", nn: "norskfødde med éin utanlandsfødd forelder", en: "Norwegian-born with one foreign-born parent" }
        "immigrated_age_10_plus" { nb: "innvandrere (10 år eller eldre ved ankomst)", nn: "innvandrarar (10 år eller eldre då dei kom)", en: "immigrants (aged 10 or older on arrival)" }
        "majority" { nb: "majoritetsbefolkningen", nn: "majoritetsbefolkninga", en: "the majority population" }
    }
    /// An origin group within a sentence.
    origin {
        "pakistan" { nb: "Pakistan", nn: "Pakistan", en: "Pakistan" }
        "somalia_djibouti" { nb: "Somalia/Djibouti", nn: "Somalia/Djibouti", en: "Somalia/Djibouti" }
        "denmark" { nb: "Danmark", nn: "Danmark", en: "Denmark" }
        "former_yugoslavia_non_eu" { nb: "tidligere Jugoslavia (ikke-EU)", nn: "tidlegare Jugoslavia (ikkje-EU)", en: "the former Yugoslavia (non-EU)" }
        "iraq" { nb: "Irak", nn: "Irak", en: "Iraq" }
        "sweden" { nb: "Sverige", nn: "Sverige", en: "Sweden" }
        "iceland" { nb: "Island", nn: "Island", en: "Iceland" }
        "turkey" { nb: "Tyrkia", nn: "Tyrkia", en: "Turkey" }
        "iran" { nb: "Iran", nn: "Iran", en: "Iran" }
        "vietnam" { nb: "Vietnam", nn: "Vietnam", en: "Vietnam" }
        "west_europe_nordic_other" { nb: "Vest-Europa og Norden ellers", nn: "Vest-Europa og Norden elles", en: "the rest of Western Europe and the Nordic region" }
        "usa_canada_australia_nz" { nb: "USA/Canada/Australia/New Zealand", nn: "USA/Canada/Australia/New Zealand", en: "the USA/Canada/Australia/New Zealand" }
        "sri_lanka_india_bangladesh" { nb: "Sri Lanka, India og Bangladesh", nn: "Sri Lanka, India og Bangladesh", en: "Sri Lanka, India and Bangladesh" }
        "africa_other" { nb: "Afrika utenom Somalia/Djibouti", nn: "Afrika utanom Somalia/Djibouti", en: "Africa except Somalia/Djibouti" }
        "west_asia_other" { nb: "Vest-Asia ellers", nn: "Vest-Asia elles", en: "the rest of Western Asia" }
        "east_southeast_asia" { nb: "Øst-/Sørøst-Asia", nn: "Aust-/Søraust-Asia", en: "East/Southeast Asia" }
        "south_central_america" { nb: "Sør-/Sentral-Amerika", nn: "Sør-/Sentral-Amerika", en: "South/Central America" }
        "eastern_europe_eu" { nb: "EU-land i Øst-Europa", nn: "EU-land i Aust-Europa", en: "EU countries in Eastern Europe" }
        "eastern_europe_other" { nb: "Øst-Europa ellers", nn: "Aust-Europa elles", en: "the rest of Eastern Europe" }
        "bosnia" { nb: "Bosnia-Hercegovina", nn: "Bosnia-Hercegovina", en: "Bosnia-Herzegovina" }
    }
    /// Education, after a noun.
    education {
        "no_higher" { nb: "uten registrert høyere utdanning", nn: "utan registrert høgare utdanning", en: "without registered higher education" }
        "bachelor_plus" { nb: "med bachelorgrad eller mer", nn: "med bachelorgrad eller meir", en: "with a bachelor’s degree or more" }
    }
    /// A destination area by its name.
    area {
        "nordic" { nb: "Norden", nn: "Norden", en: "the Nordic countries" }
        "uk" { nb: "Storbritannia", nn: "Storbritannia", en: "the United Kingdom" }
        "usa_canada" { nb: "USA/Canada", nn: "USA/Canada", en: "the USA/Canada" }
        "germany" { nb: "Tyskland", nn: "Tyskland", en: "Germany" }
    }
    /// A destination, after "to".
    destination {
        "origin" { nb: "opprinnelseslandet", nn: "opphavslandet", en: "the country of origin" }
        "nordic" { nb: "et annet nordisk land", nn: "eit anna nordisk land", en: "another Nordic country" }
        "uk" { nb: "Storbritannia", nn: "Storbritannia", en: "the United Kingdom" }
        "usa_canada" { nb: "USA/Canada", nn: "USA/Canada", en: "the USA/Canada" }
        "germany" { nb: "Tyskland", nn: "Tyskland", en: "Germany" }
        "other" { nb: "andre deler av verden", nn: "andre delar av verda", en: "other parts of the world" }
        "non_democratic_countries" { nb: "land uten demokratisk styre", nn: "land utan demokratisk styre", en: "countries without democratic government" }
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
        "population_dec31" { nb: "folkemengde 31. desember", nn: "folkemengd 31. desember", en: "population on 31 December" }
        "persons" { nb: "personer", nn: "personar", en: "persons" }
        "returned_5y" { nb: "tilbakeflyttede etter fem år", nn: "tilbakeflytta etter fem år", en: "returned within five years" }
        "returned" { nb: "tilbakeflyttede", nn: "tilbakeflytta", en: "returned" }
    }
    /// Where printed values or words of the report disagree, said neutrally.
    inconsistency {
        "F386" { nb: "De fem gruppene i tabellen over utvalget har til sammen 668\u{202f}924 færre personer enn det totaltallet teksten oppgir.", nn: "Dei fem gruppene i tabellen over utvalet har til saman 668\u{202f}924 færre personar enn totaltalet teksten oppgir.", en: "The five groups in the sample table add up to 668,924 fewer persons than the total given in the text." }
        "F387" { nb: "De fem gruppene i tabellen over utvalget har til sammen 5603 færre utvandringer enn det totaltallet teksten oppgir.", nn: "Dei fem gruppene i tabellen over utvalet har til saman 5603 færre utvandringar enn totaltalet teksten oppgir.", en: "The five groups in the sample table add up to 5,603 fewer emigrations than the total given in the text." }
        "F388" { nb: "Innvandrere (10 år eller eldre ved ankomst) er oppført med flere utvandringer enn personer, til forskjell fra alle andre grupper.", nn: "Innvandrarar (10 år eller eldre då dei kom) er oppførte med fleire utvandringar enn personar, til skilnad frå alle andre grupper.", en: "Immigrants (aged 10 or older on arrival) are listed with more emigrations than persons, unlike every other group." }
        "F389" { nb: "Antallet innvandrere (10 år eller eldre ved ankomst) i utvalget gir plass til så få personår at minst 9 % måtte ha utvandret hvert år.", nn: "Talet på innvandrarar (10 år eller eldre då dei kom) i utvalet gir plass til så få personår at minst 9 % måtte ha utvandra kvart år.", en: "The number of immigrants (aged 10 or older on arrival) in the sample leaves room for so few person-years that at least 9% would have had to emigrate every year." }
        "F390" { nb: "Summen av de fem gruppene gir færre personer i utvalget enn 29 millioner personår krever.", nn: "Summen av dei fem gruppene gir færre personar i utvalet enn 29 millionar personår krev.", en: "The sum of the five groups gives fewer persons in the sample than 29 million person-years require." }
        "F391" { nb: "Rundt 200 utvandringer blant under 20\u{202f}000 bosatte etterkommere i 2000 er 1 % eller mer, mens sammendraget oppgir under 1 % i alle år.", nn: "Rundt 200 utvandringar blant under 20\u{202f}000 busette etterkomarar i 2000 er 1 % eller meir, medan samandraget oppgir under 1 % i alle år.", en: "About 200 emigrations among fewer than 20,000 resident descendants in 2000 make 1% or more, while the summary gives less than 1% in every year." }
        "F392" { nb: "Etterkommerne hadde i snitt 499 utvandringer i året i 2020–2023, mens figurlesningen oppgir rundt 300 i hver av de to gruppene de siste årene.", nn: "Etterkomarane hadde i snitt 499 utvandringar i året i 2020–2023, medan lesinga av figuren gir rundt 300 i kvar av dei to gruppene dei siste åra.", en: "Descendants had 499 emigrations a year on average in 2020–2023, while the reading of the figure gives about 300 in each of the two groups in recent years." }
        "F393" { nb: "Bosatte etterkommere i 2000 og i 2023 er ulike fødselskull og utgjør til sammen nesten hele utvalget, så det blir knapt plass til kullene imellom.", nn: "Busette etterkomarar i 2000 og i 2023 er ulike fødselskull og utgjer til saman nesten heile utvalet, så det blir knapt plass til kulla imellom.", en: "Resident descendants in 2000 and in 2023 are different birth cohorts and together make up nearly the whole sample, which hardly leaves room for the cohorts between them." }
        "F394" { nb: "De avrundede andelene til opprinnelseslandet og med ukjent tilflyttingsland gir 69 færre utvandringer enn tallene i figurtekstene; avrundingen kan så vidt forklare forskjellen.", nn: "Dei avrunda delane til opphavslandet og med ukjent tilflyttingsland gir 69 færre utvandringar enn tala i figurtekstene; avrundinga kan så vidt forklare skilnaden.", en: "The rounded shares to the country of origin and with an unknown destination give 69 fewer emigrations than the captions; rounding can just about explain the difference." }
        "F395" { nb: "Tallene for 2000–2019 og for 2000–2023 går bare opp hvis andelen med ukjent tilflyttingsland nesten ble doblet etter 2019.", nn: "Tala for 2000–2019 og for 2000–2023 går berre opp dersom delen med ukjent tilflyttingsland nesten vart dobla etter 2019.", en: "The numbers for 2000–2019 and for 2000–2023 only fit if the share with an unknown destination nearly doubled after 2019." }
        "F396" { nb: "Teksten til figur 3 viser to ganger til høyre panel, selv om den første omtalen gjelder venstre panel.", nn: "Teksten til figur 3 viser to gonger til høgre panel, sjølv om den første omtalen gjeld venstre panel.", en: "The text on figure 3 refers to the right panel twice, although the first mention is about the left panel." }
        "F397" { nb: "Figurteksten til figur 18 oppgir alderen 18–34 år, mens alle de andre figurtekstene og vedlegget oppgir 18–35 år.", nn: "Figurteksten til figur 18 oppgir alderen 18–34 år, medan alle dei andre figurtekstene og vedlegget oppgir 18–35 år.", en: "The caption of figure 18 gives ages 18–34, while all other captions and the appendix give ages 18–35." }
        "F398" { nb: "Teksten til figur 15 sammenligner dem uten registrert bachelorgrad med seg selv; den andre gruppen må være de med bachelorgrad.", nn: "Teksten til figur 15 samanliknar dei utan registrert bachelorgrad med seg sjølve; den andre gruppa må vere dei med bachelorgrad.", en: "The text on figure 15 compares those without a registered bachelor’s degree with themselves; the second group must be those who have one." }
        "F399" { nb: "Sammendraget sier at også etterkommere med vestlig bakgrunn utvandrer mest når de har lav utdanning, mens kapitlet ikke nevner Vest-Europa blant unntakene.", nn: "Samandraget seier at også etterkomarar med vestleg bakgrunn utvandrar mest når dei har låg utdanning, medan kapitlet ikkje nemner Vest-Europa blant unntaka.", en: "The summary says that descendants with Western roots, too, emigrate more when less educated, while the chapter does not list Western Europe among the exceptions." }
        "F400" { nb: "Sammendraget sier at også etterkommere med vestlig bakgrunn oftere drar til opprinnelseslandet enn til et nytt land, mens kapitlet bare sier det om nordisk bakgrunn.", nn: "Samandraget seier at også etterkomarar med vestleg bakgrunn oftare dreg til opphavslandet enn til eit nytt land, medan kapitlet berre seier det om nordisk bakgrunn.", en: "The summary says that descendants with Western roots, too, go to the country of origin more often than to a new one, while the chapter says so only of Nordic roots." }
        "F401" { nb: "Teksten plasserer Tyrkia både sammen med de vestlige opprinnelsene og blant landene der et nytt land er vanligst.", nn: "Teksten plasserer Tyrkia både saman med dei vestlege opphava og blant landa der eit nytt land er vanlegast.", en: "The text places Turkey both with the Western origins and among those for whom a new country is most common." }
        "F402" { nb: "Det engelske sammendraget sier at etterkommere med bakgrunn fra Somalia oftest drar til Storbritannia; den norske teksten sier bare at mange gjør det.", nn: "Det engelske samandraget seier at etterkomarar med bakgrunn frå Somalia oftast dreg til Storbritannia; den norske teksten seier berre at mange gjer det.", en: "The English summary says that descendants with Somali roots most often go to the United Kingdom; the Norwegian text only says that many do." }
        "F403" { nb: "En overskrift i sammendraget sier nordisk og europeisk bakgrunn, mens teksten under sier nordisk og vestlig.", nn: "Ei overskrift i samandraget seier nordisk og europeisk bakgrunn, medan teksten under seier nordisk og vestleg.", en: "A heading in the summary says Nordic and European roots, while the text under it says Nordic and Western." }
        "F404" { nb: "Ett kapittel sier at 1 % av etterkommerne utvandrer i året, mens resten av rapporten sier under 1 %.", nn: "Eitt kapittel seier at 1 % av etterkomarane utvandrar i året, medan resten av rapporten seier under 1 %.", en: "One chapter says that 1% of descendants emigrate each year, while the rest of the report says less than 1%." }
        "F405" { nb: "Majoritetsbefolkningen er beskrevet på to måter: som norskfødte uten utenlandsfødte foreldre, og som alle som ikke hører til de fire andre gruppene.", nn: "Majoritetsbefolkninga er beskriven på to måtar: som norskfødde utan utanlandsfødde foreldre, og som alle som ikkje høyrer til dei fire andre gruppene.", en: "The majority population is described in two ways: as Norwegian-born without foreign-born parents, and as everyone outside the other four groups." }
        "F406" { nb: "Tilbakeflytting er omtalt både som retur i løpet av fem år og som det å være bosatt på én bestemt dato fem år etter.", nn: "Tilbakeflytting er omtalt både som retur i løpet av fem år og som det å vere busett på éin bestemd dato fem år etter.", en: "Return is described both as coming back within five years and as being resident on one date five years after." }
    }
}

words! {
    /// Both descendant groups.
    descendants { nb: "etterkommere", nn: "etterkomarar", en: "descendants" }
    /// The descendants and those with one foreign-born parent.
    selected_three { nb: "etterkommere og norskfødte med én utenlandsfødt forelder", nn: "etterkomarar og norskfødde med éin utanlandsfødd forelder", en: "descendants and Norwegian-born with one foreign-born parent" }
    /// All five groups.
    all_groups { nb: "alle de fem gruppene samlet", nn: "alle dei fem gruppene samla", en: "all five groups together" }
    /// The people of a side whose group was named before.
    those { nb: "dem", nn: "dei", en: "those" }
    /// Five origin groups by one name.
    western { nb: "nordiske og andre vestlige land", nn: "nordiske og andre vestlege land", en: "Nordic and other Western countries" }
    /// Every origin group.
    all_origins { nb: "alle opprinnelsesgruppene", nn: "alle opphavsgruppene", en: "all origin groups" }
    /// Last word of a list.
    and { nb: "og", nn: "og", en: "and" }
    /// Last word of a list of alternatives.
    or { nb: "eller", nn: "eller", en: "or" }
    /// A known destination other than the origin.
    new_country { nb: "et kjent nytt land", nn: "eit kjent nytt land", en: "a known new country" }
    /// The same outside the Nordic countries.
    new_country_not_nordic { nb: "land utenfor Norden", nn: "land utanfor Norden", en: "countries outside the Nordic region" }
    /// Country of origin of Norwegian-born with two immigrant parents.
    parents_origin { nb: "foreldrenes opprinnelsesland", nn: "opphavslandet til foreldra", en: "the parents’ country of origin" }
    /// Country of origin of those with one foreign-born parent.
    parent_origin { nb: "forelderens opprinnelsesland", nn: "opphavslandet til forelderen", en: "the parent’s country of origin" }
    /// Country of origin of descendants.
    own_or_parents_origin { nb: "eget eller foreldrenes opprinnelsesland", nn: "eige eller foreldra sitt opphavsland", en: "the country of origin (own or parents’)" }
    /// Destination that is not known.
    unknown_destination { nb: "ukjent tilflyttingsland", nn: "ukjent tilflyttingsland", en: "an unknown destination" }
    /// Emigrations, as a noun.
    emigrations { nb: "antallet utvandringer", nn: "talet på utvandringar", en: "the number of emigrations" }
    /// Yearly mean of emigrations.
    mean_emigrations { nb: "det gjennomsnittlige antallet utvandringer per år", nn: "det gjennomsnittlege talet på utvandringar per år", en: "the average number of emigrations a year" }
    /// Resident population.
    residents { nb: "antallet bosatte", nn: "talet på busette", en: "the number of residents" }
    /// Mean resident population.
    mean_residents { nb: "det gjennomsnittlige antallet bosatte", nn: "det gjennomsnittlege talet på busette", en: "the average number of residents" }
    /// Exposure.
    person_years { nb: "antallet personår", nn: "talet på personår", en: "the number of person-years" }
    /// Persons of the sample.
    persons { nb: "antallet personer i utvalget", nn: "talet på personar i utvalet", en: "the number of persons in the sample" }
    /// Emigrations of the sample.
    sample_emigrations { nb: "antallet utvandringer i utvalget", nn: "talet på utvandringar i utvalet", en: "the number of emigrations in the sample" }
    /// Rate.
    rate { nb: "utvandringsraten", nn: "utvandringsraten", en: "the emigration rate" }
    /// Age with the highest rate.
    peak_age { nb: "alderen med høyest utvandringsrate", nn: "alderen med høgast utvandringsrate", en: "the age with the highest emigration rate" }
    /// Emigrations per person.
    per_person { nb: "antallet utvandringer per person i utvalget", nn: "talet på utvandringar per person i utvalet", en: "the number of emigrations per person in the sample" }
    /// Education ratio of rates.
    rate_ratio { nb: "forholdet mellom utvandringsraten med og uten høyere utdanning", nn: "forholdet mellom utvandringsraten med og utan høgare utdanning", en: "the ratio of the emigration rate with higher education to the rate without" }
    /// Returned, as a noun.
    returned { nb: "antallet tilbake i Norge etter fem år", nn: "talet på tilbakeflytta etter fem år", en: "the number back in Norway after five years" }
    /// Part returned, as a noun.
    returned_share { nb: "andelen tilbake i Norge etter fem år", nn: "delen tilbake i Noreg etter fem år", en: "the share back in Norway after five years" }
    /// Members of a list one by one.
    each_by_itself { nb: " (hver for seg)", nn: " (kvar for seg)", en: " (each taken separately)" }
    /// Everyone together, against one of them.
    overall { nb: " samlet", nn: " samla", en: " overall" }
    /// The five groups as competitors.
    among_groups { nb: "av de fem gruppene", nn: "av dei fem gruppene", en: "among the five groups" }
    /// All origins as competitors.
    among_origins { nb: "av alle opprinnelsesgruppene", nn: "av alle opphavsgruppene", en: "among all origin groups" }
    /// Along all periods.
    from_first_to_last_period { nb: "fra den første til den siste av de fire periodene", nn: "frå den første til den siste av dei fire periodane", en: "from the first to the last of the four periods" }
    /// Verdict.
    holds { nb: "Stemmer", nn: "Stemmer", en: "Holds" }
    /// Verdict.
    differs { nb: "Stemmer ikke", nn: "Stemmer ikkje", en: "Does not hold" }
    /// Verdict.
    not_computable { nb: "Kan ikke beregnes her", nn: "Kan ikkje reknast ut her", en: "Cannot be computed here" }
    /// Verdict.
    inconsistent { nb: "Uoverensstemmelse i rapporten", nn: "Motstrid i rapporten", en: "Inconsistent within the report" }
    /// Mark of a claim whose reading is an interpretation.
    judgement { nb: "Terskelen eller lesemåten er vår tolkning.", nn: "Terskelen eller lesemåten er vår tolking.", en: "The threshold or the reading is our interpretation." }
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
    only_rounded { nb: "Bare avrundede tall er publisert, uten antallene bak.", nn: "Berre avrunda tal er publiserte, utan tala bak.", en: "Only rounded figures were published, without the counts behind them." }
    /// Why there is no verdict.
    not_a_number { nb: "Påstanden kan ikke uttrykkes som et tall i dette datasettet.", nn: "Påstanden kan ikkje uttrykkjast som eit tal i dette datasettet.", en: "The claim cannot be expressed as a number in this data set." }
    /// Why there is no verdict.
    no_table { nb: "Datasettet har ingen tabell med det som trengs.", nn: "Datasettet har ingen tabell med det som trengst.", en: "The data set has no table with what is needed." }
    /// Why there is no verdict.
    base_country_groups { nb: "De opprinnelige landgruppene er slått sammen i tabellene.", nn: "Dei opphavlege landgruppene er slåtte saman i tabellane.", en: "The tables only have the merged country groups." }
    /// Why there is no verdict.
    missing_education { nb: "Manglende utdanning er regnet som uten høyere utdanning og kan ikke skilles ut.", nn: "Manglande utdanning er rekna som utan høgare utdanning og kan ikkje skiljast ut.", en: "Missing education counts as no higher education and cannot be told apart." }
    /// Why there is no verdict.
    part_of_origin { nb: "Enkeltland innenfor en opprinnelsesgruppe kan ikke skilles ut.", nn: "Enkeltland innanfor ei opphavsgruppe kan ikkje skiljast ut.", en: "Single countries within an origin group cannot be told apart." }
    /// Why there is no verdict.
    finer_destinations { nb: "Det trengs en finere inndeling av tilflyttingsland enn datasettet har.", nn: "Det trengst ei finare inndeling av tilflyttingsland enn datasettet har.", en: "This needs finer destinations than the data set has." }
    /// Why there is no value.
    no_exposure { nb: "Ingen bodde der, så det finnes ingen rate.", nn: "Ingen budde der, så det finst ingen rate.", en: "Nobody lived there, so there is no rate." }
    /// Why there is no value.
    events_without_exposure { nb: "Det er utvandringer uten noen bosatte, altså en feil i dataene.", nn: "Det er utvandringar utan nokon busette, altså ein feil i dataa.", en: "There are emigrations without any residents, an error in the data." }
    /// Why there is no value.
    no_denominator { nb: "Det er ingen å regne andelen av.", nn: "Det er ingen å rekne delen av.", en: "There is nothing to take the share of." }
    /// Why there is no value.
    missing_input { nb: "Et tall som trengs, er ikke publisert.", nn: "Eit tal som trengst, er ikkje publisert.", en: "A number that is needed was not published." }
    /// Why there is no value.
    suppressed_input { nb: "Et tall som trengs, er holdt tilbake fordi det er lite.", nn: "Eit tal som trengst, er halde tilbake fordi det er lite.", en: "A number that is needed was withheld because it is small." }
    /// Why there is no value.
    no_complete_cohort { nb: "Det har ikke gått lenge nok siden utvandringen.", nn: "Det har ikkje gått lenge nok sidan utvandringa.", en: "Not enough time has passed since the emigration." }
    /// Why there is no value.
    not_in_table { nb: "Ingen rad i tabellen gjelder dette.", nn: "Inga rad i tabellen gjeld dette.", en: "No row of the table is about this." }
    /// Sentence.
    population_defined { nb: "Middelfolkemengden i et år er gjennomsnittet av folkemengden 1. januar og 31. desember.", nn: "Middelfolkemengda i eit år er gjennomsnittet av folkemengda 1. januar og 31. desember.", en: "The mean population of a year is the average of the populations on 1 January and 31 December." }
    /// Sentence.
    yearly_rate_defined { nb: "Utvandringsraten i ett enkelt år er antallet utvandringer delt på middelfolkemengden.", nn: "Utvandringsraten i eitt enkelt år er talet på utvandringar delt på middelfolkemengda.", en: "The emigration rate of a single year is the number of emigrations divided by the mean population." }
    /// Sentence.
    pooled_rate_defined { nb: "Utvandringsraten for flere år samlet er alle utvandringene delt på alle personårene.", nn: "Utvandringsraten for fleire år samla er alle utvandringane delte på alle personåra.", en: "The emigration rate over several years is all emigrations divided by all person-years." }
    /// Sentence.
    return_share_defined { nb: "Andelen tilbake er de som er bosatt i Norge fem år etter utvandringen, delt på alle utvandringene.", nn: "Delen tilbake er dei som er busette i Noreg fem år etter utvandringa, delt på alle utvandringane.", en: "The share back is those who live in Norway five years after emigrating, divided by all emigrations." }
    /// Sentence.
    rebased_share_defined { nb: "Når opprinnelsesland og ukjent tilflyttingsland holdes utenfor, er andelen til et land utvandringene dit delt på utvandringene til alle kjente nye land.", nn: "Når opphavsland og ukjent tilflyttingsland blir haldne utanfor, er delen til eit land utvandringane dit delt på utvandringane til alle kjende nye land.", en: "With origin and unknown left out, a country’s share is the emigrations there divided by the emigrations to all known new countries." }
}

phrases! {
    /// A subject and what is said of it.
    said_of(subject, statement) { nb: "{subject}: {statement}", nn: "{subject}: {statement}", en: "{subject}: {statement}" }
    /// Roots, after a noun.
    with_roots(origins) { nb: "med bakgrunn fra {origins}", nn: "med bakgrunn frå {origins}", en: "with roots in {origins}" }
    /// Two phrases after a noun.
    both_phrases(one, other) { nb: "{one} og {other}", nn: "{one} og {other}", en: "{one} and {other}" }
    /// A list and one more item that is a list itself.
    as_well_as(items, more) { nb: "{items} samt {more}", nn: "{items} og dessutan {more}", en: "{items} as well as {more}" }
    /// All origins but some.
    origins_except(origins) { nb: "alle opprinnelsesgruppene unntatt {origins}", nn: "alle opphavsgruppene utanom {origins}", en: "all origin groups except {origins}" }
    /// A code of a dimension without words of its own.
    with_code(dimension, code) { nb: "({dimension}: {code})", nn: "({dimension}: {code})", en: "({dimension}: {code})" }
    /// Each origin group.
    in_each(origins) { nb: "i hver av {origins}", nn: "i kvar av {origins}", en: "in each of {origins}" }
    /// More than half of the origin groups.
    in_most(origins) { nb: "i de fleste av {origins}", nn: "i dei fleste av {origins}", en: "in most of {origins}" }
    /// At least half of the origin groups.
    in_many(origins) { nb: "i minst halvparten av {origins}", nn: "i minst halvparten av {origins}", en: "in at least half of {origins}" }
    /// At least two of the origin groups.
    in_some(origins) { nb: "i minst to av {origins}", nn: "i minst to av {origins}", en: "in at least two of {origins}" }
    /// Origin groups without some.
    the_origins_except(origins) { nb: "opprinnelsesgruppene unntatt {origins}", nn: "opphavsgruppene utanom {origins}", en: "the origin groups except {origins}" }
    /// The origin groups of a list.
    the_origins(origins) { nb: "opprinnelsesgruppene fra {origins}", nn: "opphavsgruppene frå {origins}", en: "the origin groups from {origins}" }
    /// Origin groups without restriction.
    the_19_origins() { nb: "opprinnelsesgruppene", nn: "opphavsgruppene", en: "the origin groups" }
    /// Several years.
    in_years(years) { nb: "i årene {years}", nn: "i åra {years}", en: "in {years}" }
    /// One year.
    in_year(year) { nb: "i {year}", nn: "i {year}", en: "in {year}" }
    /// Year by year.
    in_each_year(years) { nb: "i hvert av årene {years}", nn: "i kvart av åra {years}", en: "in every year {years}" }
    /// Age by age.
    at_each_age(first, last) { nb: "ved hver alder fra {first} til {last} år", nn: "ved kvar alder frå {first} til {last} år", en: "at every age from {first} to {last}" }
    /// First to last year.
    from_to(first, last) { nb: "fra {first} til {last}", nn: "frå {first} til {last}", en: "from {first} to {last}" }
    /// Direction of a move, after a noun.
    to(place) { nb: "til {place}", nn: "til {place}", en: "to {place}" }
    /// Without destination, after a noun.
    with_unknown() { nb: "med ukjent tilflyttingsland", nn: "med ukjent tilflyttingsland", en: "with an unknown destination" }
    /// Emigrations as a base.
    of_emigrations(when) { nb: "av utvandringene {when}", nn: "av utvandringane {when}", en: "of the emigrations {when}," }
    /// Emigrations to known new countries as a base.
    of_new_countries(when) { nb: "av utvandringene til kjente nye land {when}", nn: "av utvandringane til kjende nye land {when}", en: "of the emigrations to known new countries {when}," }
    /// People as a base.
    of_people(when) { nb: "av dem som utvandret {when},", nn: "av dei som utvandra {when},", en: "of those who emigrated {when}," }
    /// People as a base, by destination.
    of_people_to(place, when) { nb: "av dem som utvandret til {place} {when},", nn: "av dei som utvandra til {place} {when},", en: "of those who emigrated to {place} {when}," }
    /// People as a base, without destination.
    of_people_unknown(when) { nb: "av dem som utvandret til et ukjent land {when},", nn: "av dei som utvandra til eit ukjent land {when},", en: "of those who emigrated to an unknown destination {when}," }
    /// A value of a destination.
    value_went(base, value, place) { nb: "{base} gikk {value} til {place}", nn: "{base} gjekk {value} til {place}", en: "{base} {value} went to {place}" }
    /// A value of unknown destinations.
    value_unknown(base, value) { nb: "{base} hadde {value} ukjent tilflyttingsland", nn: "{base} hadde {value} ukjent tilflyttingsland", en: "{base} {value} had an unknown destination" }
    /// A value of destinations and unknown.
    value_went_or_unknown(base, value, place) { nb: "{base} gikk {value} til {place} eller hadde ukjent tilflyttingsland", nn: "{base} gjekk {value} til {place} eller hadde ukjent tilflyttingsland", en: "{base} {value} went to {place} or had an unknown destination" }
    /// Two destinations compared.
    more_went(base, place, other) { nb: "{base} gikk flere til {place} enn til {other}", nn: "{base} gjekk fleire til {place} enn til {other}", en: "{base} more went to {place} than to {other}" }
    /// Two sides compared by a destination.
    larger_share_went(base, place, one, other) { nb: "{base} gikk en større andel til {place} blant {one} enn blant {other}", nn: "{base} gjekk ein større del til {place} blant {one} enn blant {other}", en: "{base} a larger share went to {place} among {one} than among {other}" }
    /// Two sides compared by unknown destination.
    larger_share_unknown(base, one, other) { nb: "{base} hadde en større andel ukjent tilflyttingsland blant {one} enn blant {other}", nn: "{base} hadde ein større del ukjent tilflyttingsland blant {one} enn blant {other}", en: "{base} a larger share had an unknown destination among {one} than among {other}" }
    /// A part that came back.
    value_back(base, value) { nb: "{base} var {value} tilbake i Norge fem år senere", nn: "{base} var {value} tilbake i Noreg fem år seinare", en: "{base} {value} were back in Norway five years later" }
    /// Two sides compared by return.
    larger_share_back(base, one, other) { nb: "{base} var en større andel tilbake i Norge fem år senere blant {one} enn blant {other}", nn: "{base} var ein større del tilbake i Noreg fem år seinare blant {one} enn blant {other}", en: "{base} a larger share was back in Norway five years later among {one} than among {other}" }
    /// Two sides compared by return.
    no_larger_share_back(base, one, other) { nb: "{base} var ikke en større andel tilbake i Norge fem år senere blant {one} enn blant {other}", nn: "{base} var ikkje ein større del tilbake i Noreg fem år seinare blant {one} enn blant {other}", en: "{base} no larger share was back in Norway five years later among {one} than among {other}" }
    /// Two sides compared by number of returns.
    more_back(base, one, other) { nb: "{base} var flere tilbake i Norge fem år senere blant {one} enn blant {other}", nn: "{base} var fleire tilbake i Noreg fem år seinare blant {one} enn blant {other}", en: "{base} more were back in Norway five years later among {one} than among {other}" }
    /// People by destination.
    those_to(place) { nb: "dem som dro til {place}", nn: "dei som drog til {place}", en: "those who went to {place}" }
    /// People without destination.
    those_unknown() { nb: "dem med ukjent tilflyttingsland", nn: "dei med ukjent tilflyttingsland", en: "those with an unknown destination" }
    /// People by education.
    those_with(phrase) { nb: "dem {phrase}", nn: "dei {phrase}", en: "those {phrase}" }
    /// A value of a measure.
    was(noun, value) { nb: "{noun} var {value}", nn: "{noun} var {value}", en: "{noun} was {value}" }
    /// Two sides compared.
    was_higher(noun, one, other) { nb: "{noun} var høyere blant {one} enn blant {other}", nn: "{noun} var høgare blant {one} enn blant {other}", en: "{noun} was higher among {one} than among {other}" }
    /// Two sides compared.
    was_not_higher(noun, one, other) { nb: "{noun} var ikke høyere blant {one} enn blant {other}", nn: "{noun} var ikkje høgare blant {one} enn blant {other}", en: "{noun} was not higher among {one} than among {other}" }
    /// Two times compared.
    was_not_higher_than_then(noun, when, then) { nb: "{noun} var ikke høyere {when} enn {then}", nn: "{noun} var ikkje høgare {when} enn {then}", en: "{noun} was no higher {when} than {then}" }
    /// One side against each origin group of a set.
    was_higher_than_where(noun, one, place) { nb: "{noun} var høyere blant {one} enn {place}", nn: "{noun} var høgare blant {one} enn {place}", en: "{noun} was higher among {one} than {place}" }
    /// One side against each origin group of a set, by destination.
    larger_share_went_than_where(base, place, one, other) { nb: "{base} gikk en større andel til {place} blant {one} enn {other}", nn: "{base} gjekk ein større del til {place} blant {one} enn {other}", en: "{base} a larger share went to {place} among {one} than {other}" }
    /// Rank.
    was_highest(set, noun, who) { nb: "{set} var {noun} høyest blant {who}", nn: "{set} var {noun} høgast blant {who}", en: "{set}, {noun} was highest among {who}" }
    /// Rank.
    was_lowest(set, noun, who) { nb: "{set} var {noun} lavest blant {who}", nn: "{set} var {noun} lågast blant {who}", en: "{set}, {noun} was lowest among {who}" }
    /// Rank by a share.
    share_was_highest(base, towards, who) { nb: "{base} var andelen {towards} høyest blant {who} når de fem gruppene sammenlignes", nn: "{base} var delen {towards} høgast blant {who} når dei fem gruppene blir samanlikna", en: "{base} the share {towards} was highest among {who} when the five groups are compared" }
    /// Rank by a share.
    share_was_lowest(base, towards, who) { nb: "{base} var andelen {towards} lavest blant {who} når de fem gruppene sammenlignes", nn: "{base} var delen {towards} lågast blant {who} når dei fem gruppene blir samanlikna", en: "{base} the share {towards} was lowest among {who} when the five groups are compared" }
    /// Rank of a destination.
    largest_number_went(base, place) { nb: "{base} gikk flest til {place}", nn: "{base} gjekk flest til {place}", en: "{base} the largest number went to {place}" }
    /// Rank of a destination among areas shown on their own.
    largest_number_went_of_areas(base, place) { nb: "{base} gikk flest til {place}, når bare områdene med egen kategori sammenlignes", nn: "{base} gjekk flest til {place}, når berre områda med eigen kategori blir samanlikna", en: "{base} the largest number went to {place}, counting only areas with a category of their own" }
    /// Rank of a destination.
    among_four_largest(base, place) { nb: "{base} var {place} blant de fire vanligste områdene", nn: "{base} var {place} blant dei fire vanlegaste områda", en: "{base} {place} was among the four most common areas" }
    /// Competitors without some.
    among_origins_except(origins) { nb: "av opprinnelsesgruppene unntatt {origins}", nn: "av opphavsgruppene utanom {origins}", en: "among the origin groups except {origins}" }
    /// Trend.
    rose(noun, course) { nb: "{noun} økte samlet sett {course}", nn: "{noun} auka samla sett {course}", en: "{noun} rose overall {course}" }
    /// Trend.
    fell(noun, course) { nb: "{noun} gikk samlet sett ned {course}", nn: "{noun} gjekk samla sett ned {course}", en: "{noun} fell overall {course}" }
    /// Trend.
    did_not_rise(noun, course) { nb: "{noun} gikk ned eller holdt seg omtrent på samme nivå {course}", nn: "{noun} gjekk ned eller heldt seg om lag på same nivå {course}", en: "{noun} fell or stayed at about the same level {course}" }
    /// Order of a list.
    fell_along(noun, list) { nb: "{noun} synker i rekkefølgen {list}", nn: "{noun} minkar i rekkjefølgja {list}", en: "{noun} decreases in the order {list}" }
    /// Trend of two sides.
    moved_alike(noun, one, other, course) { nb: "{noun} utviklet seg i samme retning blant {one} som blant {other} {course}", nn: "{noun} utvikla seg i same retning blant {one} som blant {other} {course}", en: "{noun} moved in the same direction among {one} as among {other} {course}" }
    /// Likeness.
    differed_by_at_most(one, other, tolerance, noun) { nb: "mellom {one} og {other} skilte det høyst {tolerance} i {noun}", nn: "mellom {one} og {other} skilde det høgst {tolerance} i {noun}", en: "between {one} and {other}, {noun} differed by at most {tolerance}" }
    /// Likeness of several sides.
    alike_within(who, tolerance, noun) { nb: "blant {who} skilte det for hvert område høyst {tolerance} i {noun}", nn: "blant {who} skilde det for kvart område høgst {tolerance} i {noun}", en: "among {who}, {noun} differed by at most {tolerance} for each area" }
    /// Share of a destination, as a noun.
    share_to(place) { nb: "andelen utvandringer {place}", nn: "delen utvandringar {place}", en: "the share of emigrations {place}" }
    /// Re-based share of a destination, as a noun.
    rebased_share_to(place) { nb: "andelen {place} av utvandringer til kjente nye land", nn: "delen {place} av utvandringar til kjende nye land", en: "the share {place} among emigrations to known new countries" }
    /// Re-based shares, as a noun.
    rebased_shares() { nb: "andelen av utvandringer til kjente nye land", nn: "delen av utvandringar til kjende nye land", en: "the share of emigrations to known new countries" }
    /// Spread over origins.
    spread_was_larger(when, one, other) { nb: "forskjellen mellom opprinnelsesgruppene {when} var større for {one} enn for {other}", nn: "skilnaden mellom opphavsgruppene {when} var større for {one} enn for {other}", en: "the spread between the origin groups {when} was larger for {one} than for {other}" }
    /// Growth.
    grew_by_factor(noun, to, value, from) { nb: "{noun} i {to} var {value} ganger så høyt som i {from}", nn: "{noun} i {to} var {value} gonger så høgt som i {from}", en: "{noun} in {to} was {value} times that in {from}" }
    /// Growth of two measures.
    grew_at_least_as_much(noun, from, to, other, other_from, other_to) { nb: "{noun} vokste relativt sett minst like mye fra {from} til {to} som {other} fra {other_from} til {other_to}", nn: "{noun} voks relativt sett minst like mykje frå {from} til {to} som {other} frå {other_from} til {other_to}", en: "{noun} grew at least as much, relatively, from {from} to {to} as {other} from {other_from} to {other_to}" }
    /// Sum of parts.
    adds_up(noun, value, parts) { nb: "{noun} blir {value} når {parts} legges sammen", nn: "{noun} blir {value} når {parts} blir lagde saman", en: "{noun} comes to {value} when {parts} are added up" }
    /// Parts of a sum.
    the_five_groups() { nb: "de fem gruppene", nn: "dei fem gruppene", en: "the five groups" }
    /// Parts of a sum.
    the_parts() { nb: "delene", nn: "delane", en: "the parts" }
    /// Parts of a sum.
    origins_and_periods() { nb: "alle opprinnelsesgruppene og periodene", nn: "alle opphavsgruppene og periodane", en: "all origin groups and periods" }
    /// Sum of two times.
    together_at_most(noun, one, other, value) { nb: "{noun} {one} og {other} er til sammen høyst {value}", nn: "{noun} {one} og {other} er til saman høgst {value}", en: "{noun} {one} and {other} together comes to at most {value}" }
    /// Part of all emigrations.
    accounted_for(value, when) { nb: "gruppen sto for {value} av alle utvandringene {when}", nn: "gruppa stod for {value} av alle utvandringane {when}", en: "the group accounted for {value} of all emigrations {when}" }
    /// Part of a group's emigrations.
    origin_accounted_for(roots, value, when) { nb: "de {roots} sto for {value} av utvandringene {when}", nn: "dei {roots} stod for {value} av utvandringane {when}", en: "those {roots} accounted for {value} of the emigrations {when}" }
    /// Composition of two sides.
    origin_made_up_more(roots, when, one, other) { nb: "personer {roots} sto for en større del av utvandringene {when} blant {one} enn blant {other}", nn: "personar {roots} stod for ein større del av utvandringane {when} blant {one} enn blant {other}", en: "people {roots} made up a larger part of the emigrations {when} among {one} than among {other}" }
    /// Part of an origin group.
    mostly_from(place, when) { nb: "de fleste utvandringene {when} gjaldt personer med bakgrunn fra {place}", nn: "dei fleste utvandringane {when} gjaldt personar med bakgrunn frå {place}", en: "most emigrations {when} were of people with roots in {place}" }
    /// Few of a destination.
    few_went(when, place) { nb: "få av utvandringene {when} gikk til {place}", nn: "få av utvandringane {when} gjekk til {place}", en: "few of the emigrations {when} went to {place}" }
    /// Missing education.
    lack_education(value) { nb: "{value} mangler opplysninger om utdanning", nn: "{value} manglar opplysningar om utdanning", en: "{value} have no registered education" }
    /// Worked example.
    example(emigrations, person_years, rate) { nb: "med {emigrations} utvandring på {person_years} personår er utvandringsraten {rate}", nn: "med {emigrations} utvandring på {person_years} personår er utvandringsraten {rate}", en: "with {emigrations} emigration in {person_years} person-years the emigration rate is {rate}" }
    /// Range of years.
    followed_from(year) { nb: "utvandringene er fulgt fra og med {year}", nn: "utvandringane er følgde frå og med {year}", en: "emigrations are followed from {year} on" }
    /// Range of years.
    followed_to(year) { nb: "utvandringene er fulgt til og med {year}", nn: "utvandringane er følgde til og med {year}", en: "emigrations are followed up to and including {year}" }
    /// Range of years.
    returns_from(year) { nb: "tilbakeflytting er målt for dem som utvandret fra og med {year}", nn: "tilbakeflytting er målt for dei som utvandra frå og med {year}", en: "return is measured for those who emigrated from {year} on" }
    /// Range of years.
    returns_to(year) { nb: "tilbakeflytting er målt for dem som utvandret til og med {year}", nn: "tilbakeflytting er målt for dei som utvandra til og med {year}", en: "return is measured for those who emigrated up to and including {year}" }
    /// Range of ages.
    lowest_age(age) { nb: "den laveste alderen er {age} år", nn: "den lågaste alderen er {age} år", en: "the lowest age is {age} years" }
    /// Range of ages.
    highest_age(age) { nb: "den høyeste alderen er {age} år", nn: "den høgaste alderen er {age} år", en: "the highest age is {age} years" }
    /// Range of ages, as captioned.
    captioned_age(figure, age) { nb: "figurteksten til figur {figure} oppgir {age} år som høyeste alder", nn: "figurteksten til figur {figure} oppgir {age} år som høgaste alder", en: "the caption of figure {figure} gives {age} years as the highest age" }
    /// Number of categories.
    number_of_ages(n) { nb: "dataene omfatter {n} alderstrinn på ett år", nn: "dataa omfattar {n} alderstrinn på eitt år", en: "the data cover {n} single years of age" }
    /// Number of categories.
    number_of_years(n) { nb: "dataene omfatter {n} kalenderår", nn: "dataa omfattar {n} kalenderår", en: "the data cover {n} calendar years" }
    /// Number of categories.
    number_of_cohorts(n) { nb: "dataene omfatter {n} fødselskull", nn: "dataa omfattar {n} fødselskull", en: "the data cover {n} birth cohorts" }
    /// Number of categories.
    number_of_groups(n) { nb: "befolkningen er delt i {n} grupper", nn: "befolkninga er delt i {n} grupper", en: "the population is divided into {n} groups" }
    /// Number of categories.
    number_of_subgroups(who, n) { nb: "{who} består av {n} grupper", nn: "{who} er sette saman av {n} grupper", en: "{who} consist of {n} groups" }
    /// Number of categories.
    number_of_levels(n) { nb: "utdanning er delt i {n} nivåer", nn: "utdanning er delt i {n} nivå", en: "education is divided into {n} levels" }
    /// Number of categories.
    number_of_origins(n) { nb: "opprinnelse er delt i {n} landgrupper", nn: "opphav er delt i {n} landgrupper", en: "origin is divided into {n} country groups" }
    /// Number of categories.
    number_of_base_groups(n) { nb: "opprinnelsesland er bestemt ut fra {n} landgrupper før de slås sammen", nn: "opphavsland er bestemt ut frå {n} landgrupper før dei blir slåtte saman", en: "the country of origin is decided on {n} country groups before they are merged" }
    /// Number of categories.
    number_of_areas(n, list) { nb: "det er {n} tilflyttingsområder som er vist hver for seg: {list}", nn: "det er {n} tilflyttingsområde som er viste kvar for seg: {list}", en: "there are {n} destination areas shown separately: {list}" }
    /// Number of categories.
    number_of_destinations(n) { nb: "tilflyttingsland er delt i {n} kategorier", nn: "tilflyttingsland er delt i {n} kategoriar", en: "destinations are divided into {n} categories" }
    /// Number of categories.
    number_of_periods(n) { nb: "årene er slått sammen til {n} perioder", nn: "åra er slåtte saman til {n} periodar", en: "the years are merged into {n} periods" }
    /// Number of categories.
    number_shown_singly(n, list) { nb: "det er {n} opprinnelser som er vist som enkeltland: {list}", nn: "det er {n} opphav som er viste som enkeltland: {list}", en: "there are {n} origins shown as single countries: {list}" }
    /// Bounds of a period.
    period_is(number, years) { nb: "periode {number} er {years}", nn: "periode {number} er {years}", en: "period {number} is {years}" }
    /// Bounds of periods.
    periods_are(numbers, years) { nb: "periodene {numbers} er {years}", nn: "periodane {numbers} er {years}", en: "periods {numbers} are {years}" }
    /// Horizon.
    horizon(years) { nb: "tilbakeflytting er målt {years} år etter utvandringen", nn: "tilbakeflytting er målt {years} år etter utvandringa", en: "return is measured {years} years after emigration" }
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
    next_to(value, rival) { nb: "{value}, nærmeste {rival}", nn: "{value}, nærmaste {rival}", en: "{value}, next {rival}" }
    /// Several comparisons.
    of_comparisons(holding, all) { nb: "{holding} av {all} sammenligninger stemmer", nn: "{holding} av {all} samanlikningar stemmer", en: "{holding} of {all} comparisons hold" }
    /// Members of a set.
    of_origins(holding, all) { nb: "{holding} av {all} opprinnelsesgrupper", nn: "{holding} av {all} opphavsgrupper", en: "{holding} of {all} origin groups" }
    /// What the data set lacks.
    closest_table_lacks(table, what) { nb: "Ingen tabell har alt som trengs. Den nærmeste, «{table}», mangler {what}.", nn: "Ingen tabell har alt som trengst. Den nærmaste, «{table}», manglar {what}.", en: "No table has everything that is needed. The closest, “{table}”, lacks {what}." }
    /// What the data set lacks.
    lacks(what) { nb: "Datasettet mangler {what}.", nn: "Datasettet manglar {what}.", en: "The data set lacks {what}." }
    /// What a table lacks.
    code_of(code, dimension) { nb: "{dimension} «{code}»", nn: "{dimension} «{code}»", en: "{dimension} “{code}”" }
    /// Printed values that disagree, without words of their own.
    both_printed(one, other) { nb: "Rapporten oppgir både {one} og {other}.", nn: "Rapporten oppgir både {one} og {other}.", en: "The report gives both {one} and {other}." }
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
