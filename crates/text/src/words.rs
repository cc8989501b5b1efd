//! The fixed words of the interface, each in every language side by side.

use super::Lang;
use super::phrases::{phrases, words};

words! {
    /// One of some numbers.
    one { nb: "ett", nn: "eitt", en: "one" }
    /// Name of the product.
    app_title { nb: "Utvandringskalkulatoren", nn: "Utvandringskalkulatoren", en: "The Emigration Calculator" }
    /// One line under the name.
    app_tagline {
        nb: "Hvem flytter ut, hvor drar de, og hvor mange kommer tilbake?",
        nn: "Kven flyttar ut, kor dreg dei, og kor mange kjem tilbake?",
        en: "Who leaves, where do they go, and how many come back?",
    }
    /// Label of the page navigation.
    nav_label { nb: "Sider", nn: "Sider", en: "Pages" }
    /// Page name.
    page_overview { nb: "Oversikt", nn: "Oversyn", en: "Overview" }
    /// Page name.
    page_compare { nb: "Sammenlign", nn: "Samanlikn", en: "Compare" }
    /// The menu of the other pages.
    more { nb: "Mer", nn: "Meir", en: "More" }
    /// Button that opens the table of a figure.
    row_table { nb: "Tabell", nn: "Tabell", en: "Table" }
    /// Button that opens the terms of a figure.
    row_terms { nb: "Ord", nn: "Ord", en: "Terms" }
    /// Link from a figure to its question.
    row_explore { nb: "Utforsk", nn: "Utforsk", en: "Explore" }
    /// Button that opens what can be taken from a figure.
    row_share { nb: "Del", nn: "Del", en: "Share" }
    /// Link from the overview to the page of questions.
    explore_all { nb: "Utforsk tallene", nn: "Utforsk tala", en: "Explore the figures" }
    /// Link from the overview to the figures of the report.
    report_all { nb: "Rapportens figurer", nn: "Figurane i rapporten", en: "The report’s figures" }
    /// What is chosen less often of a question.
    more_choices { nb: "Flere valg", nn: "Fleire val", en: "More choices" }
    /// How an analysis is made: what is chosen of it besides the kind and whom it is of.
    method_choices { nb: "Metode", nn: "Metode", en: "Method" }
    /// The panels of a figure, of which one is seen at a time.
    panels { nb: "Deler av figuren", nn: "Delar av figuren", en: "Parts of the figure" }
    /// The figures of a chapter that are folded away.
    further_figures { nb: "Flere figurer", nn: "Fleire figurar", en: "More figures" }
    /// Page name.
    page_report { nb: "Rapporten", nn: "Rapporten", en: "The report" }
    /// Page name.
    page_explore { nb: "Utforsk", nn: "Utforsk", en: "Explore" }
    /// Page name.
    page_data { nb: "Dine data", nn: "Dine data", en: "Your data" }
    /// Page name.
    page_recipes {
        nb: "Tabeller du kan hente", nn: "Tabellar du kan hente", en: "Tables to fetch",
    }
    /// What the page of recipes is for.
    recipes_lead {
        nb: "Disse tabellene blir mest spurt etter. Her står det hva du velger hos den som gir dem ut, og hva siden \
            gjør med filen. Ingen av dem forlater maskinen din.",
        nn: "Desse tabellane blir mest spurde etter. Her står det kva du vel hos den som gir dei ut, og kva sida \
            gjer med fila. Ingen av dei forlèt maskina di.",
        en: "These are the tables that are asked for most: what to choose where they are published, and what the \
            page makes of the file. None of them leaves your machine.",
    }
    /// Link from the recipes to the page that opens files.
    recipes_to_data { nb: "Åpne filene her", nn: "Opne filene her", en: "Open the files here" }
    /// While the recipes are fetched.
    recipes_coming { nb: "Henter oppskriftene ...", nn: "Hentar oppskriftene ...", en: "Fetching the recipes ..." }
    /// Button of a recipe.
    recipes_mapping { nb: "Last ned mapping.csv", nn: "Last ned mapping.csv", en: "Download mapping.csv" }
    /// Page name.
    page_about { nb: "Om tallene", nn: "Om tala", en: "About the numbers" }
    /// Page name.
    page_beyond { nb: "Bak tallene", nn: "Bak tala", en: "Behind the numbers" }
    /// Report page: heading of the findings.
    findings_title {
        nb: "Hovedfunn i dataene som er åpne",
        nn: "Hovudfunn i dataa som er opne",
        en: "Main findings in the open data",
    }
    /// Page name.
    page_audit { nb: "Etterprøving", nn: "Etterprøving", en: "Audit" }
    /// Audit page: heading.
    audit_lead {
        nb: "Alt rapporten sier i tall om registerdataene, holdt opp mot datasettet som er åpent. \
             Hver påstand er regnet ut på nytt her i nettleseren.",
        nn: "Alt rapporten seier i tal om registerdataa, halde opp mot datasettet som er ope. \
             Kvar påstand er rekna ut på nytt her i nettlesaren.",
        en: "Everything the report says in numbers about the register data, held against the open \
             data set. Each claim is computed anew here in the browser.",
    }
    /// Audit column.
    audit_claim { nb: "Påstand", nn: "Påstand", en: "Claim" }
    /// Audit column.
    audit_printed { nb: "Oppgitt", nn: "Oppgitt", en: "Printed" }
    /// Audit column.
    audit_computed { nb: "Beregnet", nn: "Utrekna", en: "Computed" }
    /// Audit column.
    audit_verdict { nb: "Resultat", nn: "Resultat", en: "Verdict" }
    /// Audit filter.
    audit_show { nb: "Vis", nn: "Vis", en: "Show" }
    /// Label of a search.
    audit_seek { nb: "Søk i påstandene", nn: "Søk i påstandane", en: "Search the claims" }
    /// Audit filter.
    audit_all { nb: "Alle påstander", nn: "Alle påstandar", en: "All claims" }
    /// Audit: rows whose reading is a judgement.
    audit_judgement {
        nb: "Grensen er vår tolkning.",
        nn: "Grensa er vår tolking.",
        en: "The threshold is our reading.",
    }
    /// Audit: no claims.
    audit_none {
        nb: "Utgiveren har ikke lagt ved noen tabell over påstander.",
        nn: "Utgivaren har ikkje lagt ved nokon tabell over påstandar.",
        en: "The publisher has not included a table of claims.",
    }
    /// Skip link.
    skip_to_content { nb: "Gå til innholdet", nn: "Gå til innhaldet", en: "Skip to content" }
    /// Label of the language switch.
    language { nb: "Språk", nn: "Språk", en: "Language" }
    /// Name of a language in itself.
    language_own_name { nb: "Bokmål", nn: "Nynorsk", en: "English" }
    /// Label of the data set chooser.
    dataset { nb: "Datasett", nn: "Datasett", en: "Data set" }
    /// Label of the theme switch.
    theme { nb: "Utseende", nn: "Utsjånad", en: "Appearance" }
    /// Theme that follows the system.
    theme_auto { nb: "Følg systemet", nn: "Følg systemet", en: "Follow system" }
    /// Light theme.
    theme_light { nb: "Lyst", nn: "Lyst", en: "Light" }
    /// Dark theme.
    theme_dark { nb: "Mørkt", nn: "Mørkt", en: "Dark" }
    /// Theme of high contrast.
    theme_contrast { nb: "Høy kontrast", nn: "Høg kontrast", en: "High contrast" }
    /// Button on the data page.
    choose_files { nb: "Velg filer", nn: "Vel filer", en: "Choose files" }
    /// Beside the button.
    or_drop { nb: "eller slipp filene her", nn: "eller slepp filene her", en: "or drop the files here" }
    /// Opens the sentences of a figure after its first one.
    row_more_said { nb: "Mer om tallene", nn: "Meir om tala", en: "More about the numbers" }
    /// Shown while dragging.
    drop_now { nb: "Slipp filene for å åpne dem", nn: "Slepp filene for å opne dei", en: "Drop the files to open them" }
    /// Button: the open data set as a zip.
    save_package { nb: "Lagre datasettet (zip)", nn: "Lagre datasettet (zip)", en: "Save the data set (zip)" }
    /// Promise beside the file button.
    stays_here {
        nb: "Filene leses i nettleseren din og blir ikke sendt noe sted.",
        nn: "Filene blir lesne i nettlesaren din og blir ikkje sende nokon stad.",
        en: "The files are read in your browser and are not sent anywhere.",
    }
    /// In place of the file button where another site has the page in a frame.
    framed {
        nb: "Siden vises i en ramme på et annet nettsted. Egne filer åpnes bare i en fane for seg, \
             der det andre nettstedet ikke kan finne ut noe om dem.",
        nn: "Sida blir vist i ei ramme på ein annan nettstad. Eigne filer blir opna berre i ei fane for seg, \
             der den andre nettstaden ikkje kan finne ut noko om dei.",
        en: "Another site shows this page in a frame. Files of your own are opened in a tab of its own only, \
             where the other site can learn nothing of them.",
    }
    /// Link to the same page outside of the frame.
    own_tab { nb: "Åpne siden i en egen fane", nn: "Opne sida i ei eiga fane", en: "Open the page in a tab of its own" }
    /// Mark of made-up data.
    synthetic { nb: "Syntetiske data", nn: "Syntetiske data", en: "Synthetic data" }
    /// Longer remark on made-up data.
    synthetic_long {
        nb: "Dataene er oppdiktet og må ikke siteres som fakta.",
        nn: "Dataa er oppdikta og må ikkje siterast som fakta.",
        en: "The data are made up and must not be quoted as fact.",
    }
    /// Mark of data that the publisher has not listed.
    own { nb: "Egne data", nn: "Eigne data", en: "Own data" }
    /// Longer remark on such data.
    own_long {
        nb: "Dataene er åpnet fra en fil og er ikke lagt ut av utgiveren av denne siden.",
        nn: "Dataa er opna frå ei fil og er ikkje lagde ut av utgivaren av denne sida.",
        en: "The data were opened from a file and are not published by the publisher of this page.",
    }
    /// In place of an embedded figure of such data.
    embeds_published {
        nb: "Bare figurer av publiserte data kan bygges inn på andre sider. Dine egne data følger ikke med en lenke.",
        nn: "Berre figurar av publiserte data kan byggjast inn på andre sider. Dine eigne data følgjer ikkje med ei \
             lenke.",
        en: "Only figures of published data can be embedded in other pages. Your own data do not travel with a link.",
    }
    /// Heading where there is no data set at all.
    no_dataset { nb: "Ingen data er åpne", nn: "Ingen data er opne", en: "No data are open" }
    /// What to do then.
    none_published {
        nb: "Utgiveren har ikke lagt ut noe datasett. Åpne filer for å begynne.",
        nn: "Utgivaren har ikkje lagt ut noko datasett. Opne filer for å byrje.",
        en: "The publisher has not published any data set. Open files to begin.",
    }
    /// Why a data set that the publisher lists cannot be shown.
    dataset_failed {
        nb: "Filene kunne ikke hentes, eller det er feil i dem. Andre data vises ikke i stedet. \
             Prøv igjen senere, eller velg et annet datasett.",
        nn: "Filene kunne ikkje hentast, eller det er feil i dei. Andre data blir ikkje viste i \
             staden. Prøv igjen seinare, eller vel eit anna datasett.",
        en: "The files could not be fetched, or something is wrong in them. No other data are \
             shown instead. Try again later, or choose another data set.",
    }
    /// Why there is no audit.
    audit_failed {
        nb: "Tabellen over påstander kunne ikke leses.",
        nn: "Tabellen over påstandar kunne ikkje lesast.",
        en: "The table of claims could not be read.",
    }
    /// Summary of the table under a figure.
    table_show { nb: "Tallene i en tabell", nn: "Tala i ein tabell", en: "The numbers in a table" }
    /// Summary of the definitions under a figure.
    terms_show { nb: "Hva ordene betyr", nn: "Kva orda betyr", en: "What the terms mean" }
    /// Link under a figure.
    explore_this { nb: "Utforsk disse tallene", nn: "Utforsk desse tala", en: "Explore these numbers" }
    /// Summary of the menu under a figure.
    share { nb: "Del, siter og last ned", nn: "Del, siter og last ned", en: "Share, cite and download" }
    /// Label of the field with the text that was copied.
    share_text { nb: "Teksten som er kopiert", nn: "Teksten som er kopiert", en: "The copied text" }
    /// Link below an embedded figure.
    open_whole {
        nb: "Åpne i Utvandringskalkulatoren",
        nn: "Opne i Utvandringskalkulatoren",
        en: "Open in The Emigration Calculator",
    }
    /// Button: each of many codes by itself.
    show_each { nb: "Vis alle hver for seg", nn: "Vis alle kvar for seg", en: "Show each of them" }
    /// Button: the way back from it.
    show_greatest { nb: "Vis bare de største", nn: "Vis berre dei største", en: "Show the largest only" }
    /// Button.
    copy_link { nb: "Kopier lenke", nn: "Kopier lenke", en: "Copy link" }
    /// After copying.
    copied { nb: "Lenken er kopiert", nn: "Lenka er kopiert", en: "Link copied" }
    /// How to read a figure with the keyboard.
    walk_hint {
        nb: "Bruk piltastene til å lese tallene ett for ett.",
        nn: "Bruk piltastane til å lese tala eitt for eitt.",
        en: "Use the arrow keys to read the numbers one by one.",
    }
    /// Word before the licence.
    licence { nb: "Lisens", nn: "Lisens", en: "Licence" }
    /// Word before the source.
    source { nb: "Kilde", nn: "Kjelde", en: "Source" }
    /// Word for a figure.
    figure { nb: "Figur", nn: "Figur", en: "Figure" }
    /// Word for a panel in the table caption.
    panel { nb: "Del", nn: "Del", en: "Panel" }
    /// Explore control.
    control_measure { nb: "Mål", nn: "Mål", en: "Measure" }
    /// Explore control.
    control_breakdown { nb: "Fordelt på", nn: "Fordelt på", en: "Broken down by" }
    /// Explore control.
    control_split { nb: "Delt opp etter", nn: "Delt opp etter", en: "Split by" }
    /// Explore control.
    control_nothing { nb: "Ikke delt opp", nn: "Ikkje delt opp", en: "No split" }
    /// Explore control.
    control_all { nb: "alle", nn: "alle", en: "all" }
    /// Explore control.
    control_clear { nb: "Velg alle", nn: "Vel alle", en: "Select all" }
    /// Explore control.
    control_none { nb: "Velg ingen", nn: "Vel ingen", en: "Select none" }
    /// Explore control: looks for a name among many.
    control_search { nb: "Søk etter navn", nn: "Søk etter namn", en: "Search by name" }
    /// Explore control.
    control_from { nb: "Fra", nn: "Frå", en: "From" }
    /// Explore control.
    control_to { nb: "til", nn: "til", en: "to" }
    /// Explore control.
    control_base { nb: "Grunnlag", nn: "Grunnlag", en: "Base" }
    /// Base of shares.
    base_all { nb: "Alle utvandringer", nn: "Alle utvandringar", en: "All emigrations" }
    /// Re-based shares.
    base_rebased {
        nb: "Uten opprinnelsesland og ukjent",
        nn: "Utan opphavsland og ukjent",
        en: "Without origin and unknown",
    }
    /// Explore control.
    control_denominator { nb: "Nevner", nn: "Nemnar", en: "Denominator" }
    /// Denominator chosen by rule.
    denominator_auto { nb: "Automatisk", nn: "Automatisk", en: "Automatic" }
    /// Denominator.
    denominator_mid_year { nb: "Middelfolkemengde", nn: "Middelfolkemengd", en: "Mid-year population" }
    /// Denominator.
    denominator_person_years { nb: "Personår", nn: "Personår", en: "Person-years" }
    /// Explore heading.
    explore_lead {
        nb: "Velg hva du vil måle, og hvordan det skal deles opp. Adressen følger med på hvert \
             valg, så en lenke gir samme figur.",
        nn: "Vel kva du vil måle, og korleis det skal delast opp. Adressa følgjer med på kvart \
             val, så ei lenke gir same figur.",
        en: "Choose what to measure and how to split it. The address follows every choice, so a \
             link gives the same figure.",
    }
    /// Heading of the problem list.
    problems_title { nb: "Filen kunne ikke åpnes", nn: "Fila kunne ikkje opnast", en: "The file could not be opened" }
    /// Under the heading of the problem list.
    problems_kept {
        nb: "Dataene du hadde åpne, er uendret.",
        nn: "Dataa du hadde opne, er uendra.",
        en: "The data you had open are unchanged.",
    }
    /// Column of the problem list.
    problem_where { nb: "Hvor", nn: "Kor", en: "Where" }
    /// Column of the problem list.
    problem_found { nb: "Fant", nn: "Fann", en: "Found" }
    /// Column of the problem list.
    problem_expected { nb: "Ventet", nn: "Venta", en: "Expected" }
    /// Column of the problem list.
    problem_remedy { nb: "Gjør dette", nn: "Gjer dette", en: "Do this" }
    /// Button.
    close { nb: "Lukk", nn: "Lukk", en: "Close" }
    /// Message while loading.
    loading { nb: "Henter tallene …", nn: "Hentar tala …", en: "Fetching the numbers …" }
    /// While the code of a page is being fetched.
    part_comes {
        nb: "Henter denne delen av siden …",
        nn: "Hentar denne delen av sida …",
        en: "Fetching this part of the page …",
    }
    /// When it could not be had.
    part_failed {
        nb: "Denne delen av siden lot seg ikke hente. Kontroller nettforbindelsen, og prøv igjen. \
             Hjelper det ikke, last siden på nytt.",
        nn: "Denne delen av sida lét seg ikkje hente. Kontroller nettsambandet, og prøv igjen. \
             Hjelper det ikkje, last sida på nytt.",
        en: "This part of the page could not be fetched. Check the connection, and try again. \
             If that does not help, reload the page.",
    }
    /// Button.
    try_again { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" }
    /// While a large file is being read.
    opening_file { nb: "Filen leses", nn: "Fila blir lesen", en: "Reading the file" }
    /// While the tables of a large file are being found.
    opening_understands { nb: "Tabellene blir lest", nn: "Tabellane blir lesne", en: "Reading the tables" }
    /// While tables are being put together.
    opening_joins { nb: "Tallene settes sammen", nn: "Tala blir sette saman", en: "Putting the numbers together" }
    /// While a data package is being written.
    opening_writes { nb: "Datapakken skrives", nn: "Datapakken blir skriven", en: "Writing the data package" }
    /// Button that gives up what is under way.
    cancel { nb: "Avbryt", nn: "Avbryt", en: "Cancel" }
    /// After giving up.
    opening_cancelled {
        nb: "Åpningen ble avbrutt. Tallene som var åpne fra før, er fortsatt åpne.",
        nn: "Opninga vart avbroten. Tala som var opne frå før, er framleis opne.",
        en: "Opening was cancelled. The data that were open before are still open.",
    }
    /// A file the browser could not read.
    unreadable {
        nb: "Nettleseren fikk ikke lest filen. Prøv å velge den på nytt.",
        nn: "Nettlesaren fekk ikkje lese fila. Prøv å velje henne på nytt.",
        en: "The browser could not read the file. Try choosing it again.",
    }
    /// Message after opening.
    opened { nb: "Åpnet", nn: "Opna", en: "Opened" }
    /// Data page: heading of the tables.
    tables_open { nb: "Tabellene som er åpne nå", nn: "Tabellane som er opne no", en: "The tables open now" }
    /// Data page column.
    table_name { nb: "Tabell", nn: "Tabell", en: "Table" }
    /// Data page column.
    table_rows { nb: "Rader", nn: "Rader", en: "Rows" }
    /// Data page column.
    table_dimensions { nb: "Dimensjoner", nn: "Dimensjonar", en: "Dimensions" }
    /// Data page column.
    table_measures { nb: "Tall", nn: "Tal", en: "Numbers" }
    /// Data page: heading.
    bring_title { nb: "Ta med dine egne tall", nn: "Ta med dine eigne tal", en: "Bring your own numbers" }
    /// Data page: text.
    bring_text {
        nb: "En fil kan også brukes uten flere valg: én rad for hver kombinasjon av koder, én \
             kolonne for hver dimensjon og én for hvert tall. Komma eller semikolon mellom \
             feltene, UTF-8. Tomt felt eller «..» betyr at tallet mangler, «:» at det er prikket, \
             «.» at det ikke er aktuelt.",
        nn: "Ei fil kan også brukast utan fleire val: éi rad for kvar kombinasjon av kodar, éi \
             kolonne for kvar dimensjon og éi for kvart tal. Komma eller semikolon mellom felta, \
             UTF-8. Tomt felt eller «..» betyr at talet manglar, «:» at det er prikka, «.» at det \
             ikkje er aktuelt.",
        en: "A file can also be used without further choices: one row for each combination of \
             codes, one column for each dimension and one for each number. Comma or semicolon \
             between the fields, UTF-8. An empty field or “..” means missing, “:” suppressed, “.” \
             not applicable.",
    }
    /// Data page: the formats of statistics offices.
    bring_formats {
        nb: "Filer fra statistikkbyråene kan åpnes som de er: PX, JSON-stat, JSON fra PxWeb, CSV, \
             Excel og OpenDocument (xlsx, xlsb, xls, ods), TSV fra Eurostat og SDMX-CSV, hver for seg eller pakket \
             som zip eller \
             gz. Siden viser hvordan filen er forstått, og du velger hva hver kolonne betyr. En \
             datapakke (datapackage.json med tabellene sine) kan åpnes som flere filer eller som \
             zip.",
        nn: "Filer frå statistikkbyråa kan opnast som dei er: PX, JSON-stat, JSON frå PxWeb, CSV, \
             Excel og OpenDocument (xlsx, xlsb, xls, ods), TSV frå Eurostat og SDMX-CSV, kvar for seg eller pakka \
             som zip eller \
             gz. Sida viser korleis fila er forstått, og du vel kva kvar kolonne betyr. Ein \
             datapakke (datapackage.json med tabellane sine) kan opnast som fleire filer eller som \
             zip.",
        en: "Files of statistics offices can be opened as they are: PX, JSON-stat, the JSON of \
             PxWeb, CSV, Excel and OpenDocument (xlsx, xlsb, xls, ods), Eurostat TSV and SDMX-CSV, each by itself \
             or packed as zip \
             or gz. The page shows how the file was understood, and you choose what each column \
             means. A data package (datapackage.json with its tables) can be opened as several \
             files or as a zip."
    }
    /// Data page: heading of the example.
    bring_example { nb: "Et eksempel", nn: "Eit døme", en: "An example" }
    /// Data page: after the example.
    bring_names {
        nb: "Kolonnenavn med fast mening",
        nn: "Kolonnenamn med fast meining",
        en: "Column names with a fixed meaning",
    }
    /// Data page: other columns.
    bring_other {
        nb: "Alle andre kolonner blir egne dimensjoner.",
        nn: "Alle andre kolonner blir eigne dimensjonar.",
        en: "Any other column becomes a dimension of its own.",
    }
    /// About page heading.
    about_definitions { nb: "Definisjoner", nn: "Definisjonar", en: "Definitions" }
    /// About page heading.
    about_data { nb: "Datasettene", nn: "Datasetta", en: "The data sets" }
    /// About page heading.
    about_privacy { nb: "Personvern", nn: "Personvern", en: "Privacy" }
    /// About page text.
    about_privacy_text {
        nb: "Siden har ingen tjener bak seg. Alt regnes ut i nettleseren din, ingenting du åpner, \
             blir sendt noe sted, og det eneste som lagres, er valg av språk og utseende, med \
             mindre du ber nettleseren ta vare på siden.",
        nn: "Sida har ingen tenar bak seg. Alt blir rekna ut i nettlesaren din, ingenting du \
             opnar, blir sendt nokon stad, og det einaste som blir lagra, er val av språk og \
             utsjånad, med mindre du ber nettlesaren ta vare på sida.",
        en: "There is no server behind this page. Everything is computed in your browser, nothing \
             you open is sent anywhere, and the only things stored are your choice of language \
             and appearance, unless you ask the browser to keep the page.",
    }
    /// About page heading.
    about_report { nb: "Om rapporten", nn: "Om rapporten", en: "About the report" }
    /// About page text.
    about_report_text {
        nb: "Figurene på rapportsiden følger registeranalysen i en norsk rapport fra januar 2026 om utvandring \
             blant etterkommere av innvandrere. De kvantitative analysene er ved Marianne \
             Tønnessen, intervjuene ved Tone Maia Liodden. Rapporten er finansiert av IMDi og er \
             en del av prosjektet EXITNORWAY.",
        nn: "Figurane på rapportsida følgjer registeranalysen i ein norsk rapport frå januar 2026 om utvandring \
             blant etterkomarar av innvandrarar. Dei kvantitative analysane er ved Marianne \
             Tønnessen, intervjua ved Tone Maia Liodden. Rapporten er finansiert av IMDi og er \
             ein del av prosjektet EXITNORWAY.",
        en: "The figures of the report page follow the register analysis of a Norwegian report from January 2026 on \
             emigration among descendants of immigrants. The quantitative analyses are by \
             Marianne Tønnessen, the interviews by Tone Maia Liodden. The report was financed by \
             IMDi and is part of the project EXITNORWAY.",
    }
    /// Footer.
    footer_made {
        nb: "Åpen kildekode. Ingen sporing, ingen informasjonskapsler.",
        nn: "Open kjeldekode. Inga sporing, ingen informasjonskapslar.",
        en: "Open source. No tracking, no cookies.",
    }
    /// What stands in brackets beside a value; the words in braces are put in.
    brackets {
        nb: "I parentes: {level}-konfidensintervall. Metode: {method}.",
        nn: "I parentes: {level}-konfidensintervall. Metode: {method}.",
        en: "In parentheses: {level} confidence interval. Method: {method}.",
    }
    /// What stands in square brackets beside a value.
    rounding_range {
        nb: "I hakeparentes: der tallet ligger som utgiveren har rundet av eller endret. Det er ikke \
             et konfidensintervall.",
        nn: "I hakeparentes: der talet ligg som utgivaren har runda av eller endra. Det er ikkje \
             eit konfidensintervall.",
        en: "In square brackets: where the number lies that the publisher has rounded or changed. \
             It is not a confidence interval.",
    }
    /// How to open the arithmetic of a mark with the keyboard.
    walk_opens {
        nb: "Trykk Enter for å se utregningen.",
        nn: "Trykk Enter for å sjå utrekninga.",
        en: "Press Enter to see the arithmetic.",
    }
    /// Mark of cells with few events.
    small_mark {
        nb: "Få hendelser (under 10): tilfeldigheter slår sterkt ut.",
        nn: "Få hendingar (under 10): Tilfeldig variasjon slår sterkt ut.",
        en: "Few events (fewer than 10): chance plays a large part.",
    }
    /// Total of a dimension.
    total { nb: "I alt", nn: "I alt", en: "Total" }
    /// Remark under panels with different scales.
    scales_differ {
        nb: "Panelene har ulik skala.",
        nn: "Panela har ulik skala.",
        en: "The panels have different scales.",
    }
    /// Remark under panels with the same scale.
    scales_same { nb: "Panelene har samme skala.", nn: "Panela har same skala.", en: "The panels have the same scale." }
    /// Remark under panels that each fill the whole.
    scales_full {
        nb: "Alle panelene går fra 0 til 100\u{202f}%.",
        nn: "Alle panela går frå 0 til 100\u{202f}%.",
        en: "All panels run from 0 to 100%.",
    }
    /// Remark under panels that show different things.
    scales_own {
        nb: "Panelene viser ulike mål og har hver sin skala.",
        nn: "Panela viser ulike mål og har kvar sin skala.",
        en: "The panels show different measures, each on its own scale.",
    }
    /// Shaded years.
    pandemic { nb: "Pandemi", nn: "Pandemi", en: "Pandemic" }
    /// Chapter of the report page.
    chapter_level { nb: "Hvor mange flytter ut?", nn: "Kor mange flyttar ut?", en: "How many leave?" }
    /// Chapter of the report page.
    chapter_destination { nb: "Hvor drar de?", nn: "Kor dreg dei?", en: "Where do they go?" }
    /// Chapter of the report page.
    chapter_return { nb: "Hvor mange kommer tilbake?", nn: "Kor mange kjem tilbake?", en: "How many come back?" }
    /// Chapter of the report page.
    chapter_education { nb: "Betyr utdanning noe?", nn: "Har utdanning noko å seie?", en: "Does education matter?" }
    /// Chapter of the report page.
    chapter_origin {
        nb: "Etterkommere med ulik landbakgrunn",
        nn: "Etterkomarar med ulik landbakgrunn",
        en: "Descendants by country of origin",
    }
    /// Chapter of the report page.
    chapter_appendix { nb: "Tillegg", nn: "Tillegg", en: "Appendix" }
    /// In place of it for data without the groups.
    report_lacks_groups {
        nb: "Rapportens figurer viser fem grupper som ikke finnes i datasettet ditt. Gå til \
             «Utforsk» eller «Sammenlign og forklar» for å se hva dataene viser.",
        nn: "Figurane i rapporten viser fem grupper som ikkje finst i datasettet ditt. Gå til \
             «Utforsk» eller «Samanlikn og forklar» for å sjå kva dataa viser.",
        en: "The figures of the report show five groups that your data set does not have. Go to \
             “Explore” or “Compare and explain” to see what the data show.",
    }
    /// Question shown under the report heading.
    report_lead {
        nb: "Fem grupper unge voksne, 18–35 år, fulgt i registrene fra 2000 til 2023. Alle \
             figurene er regnet ut i nettleseren din, og hver av dem har en tabell med de samme \
             tallene.",
        nn: "Fem grupper unge vaksne, 18–35 år, følgde i registra frå 2000 til 2023. Alle \
             figurane er rekna ut i nettlesaren din, og kvar av dei har ein tabell med dei same \
             tala.",
        en: "Five groups of young adults aged 18–35, followed in the registers from 2000 to 2023. \
             Every figure is computed in your browser and has a table of the same numbers.",
    }
}

/// The title of made-up data, which says that they are.
pub fn synthetic_named(lang: Lang, title: &str) -> String {
    let small = title.to_ascii_lowercase();
    let says_so = small.starts_with("syntetisk") || small.starts_with("synthetic");
    match says_so && small.ends_with("data") {
        true => title.to_owned(),
        false => [synthetic(lang), ": ", title].concat(),
    }
}

/// The title of data that the publisher has not listed, which says so.
pub fn own_named(lang: Lang, title: &str) -> String {
    [own(lang), ": ", title].concat()
}

/// The title of a data set with its marks, as pictures have it.
pub fn marked(lang: Lang, title: &str, is_own: bool, is_synthetic: bool) -> String {
    let title = match is_synthetic {
        true => synthetic_named(lang, title),
        false => title.to_owned(),
    };
    match is_own {
        true => own_named(lang, &title),
        false => title,
    }
}

/// The name of a page for "Figure 5".
pub fn figure_number(lang: Lang, number: u8) -> String {
    format!("{} {number}", figure(lang))
}

/// What stands in brackets beside a value, and what it means for a complete count.
pub fn in_brackets(lang: Lang, level: f64, method: &str) -> String {
    let said = brackets(lang)
        .replace("{level}", &super::number::percent(level, 0, lang))
        .replace("{method}", method);
    format!("{said} {}", super::methods::complete_register(lang))
}

phrases! {
    /// Numerator and denominator of a value.
    part_of(numerator, denominator) {
        nb: "{numerator} av {denominator}",
        nn: "{numerator} av {denominator}",
        en: "{numerator} of {denominator}",
    }
    /// Heading in place of a data set that is not there.
    dataset_absent(name) {
        nb: "Datasettet «{name}» kan ikke vises",
        nn: "Datasettet «{name}» kan ikkje visast",
        en: "The data set “{name}” cannot be shown",
    }
    /// How many claims have what was asked for.
    audit_found(count) {
        nb: "Påstander som passer: {count}.",
        nn: "Påstandar som passar: {count}.",
        en: "Claims that fit: {count}.",
    }
    /// What the claims are held against when the data are not the publisher's.
    audit_own(title) {
        nb: "Her er påstandene holdt opp mot egne data, «{title}», og ikke mot data fra utgiveren.",
        nn: "Her er påstandane haldne opp mot eigne data, «{title}», og ikkje mot data frå \
             utgivaren.",
        en: "Here the claims are held against own data, “{title}”, and not against data from the \
             publisher.",
    }
    /// An address names a data set that is not here.
    dataset_unknown(name) {
        nb: "Lenken viser til datasettet «{name}», som ikke er åpent her. Åpne filen det kom fra, \
             for å se samme figur.",
        nn: "Lenka viser til datasettet «{name}», som ikkje er ope her. Opne fila det kom frå, \
             for å sjå same figur.",
        en: "The link refers to the data set “{name}”, which is not open here. Open the file it \
             came from to see the same figure.",
    }
    /// Below the boxes that are shown: how many more there are.
    more_by_search(left: usize) {
        nb: "… og {left} til. Søk etter navnet.",
        nn: "… og {left} til. Søk etter namnet.",
        en: "… and {left} more. Search by name.",
    }
    /// How much of a file has been read, in megabytes.
    read_of(done, total) {
        nb: "{done} av {total} MB er lest",
        nn: "{done} av {total} MB er lesne",
        en: "{done} of {total} MB read",
    }
}

/// The remark after a data set was opened.
pub fn opened_tables(lang: Lang, name: &str, tables: usize, rows: usize) -> String {
    let rows = super::number::integer(rows as f64, lang);
    match (lang, tables) {
        (Lang::Nb, 1) => format!("Åpnet {name}: én tabell med {rows} rader."),
        (Lang::Nn, 1) => format!("Opna {name}: éin tabell med {rows} rader."),
        (Lang::Nb, _) => format!("Åpnet {name}: {tables} tabeller med {rows} rader i alt."),
        (Lang::Nn, _) => format!("Opna {name}: {tables} tabellar med {rows} rader i alt."),
        (Lang::En, 1) => format!("Opened {name}: one table with {rows} rows."),
        (Lang::En, _) => format!("Opened {name}: {tables} tables with {rows} rows in all."),
    }
}
