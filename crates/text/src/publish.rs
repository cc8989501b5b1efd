//! What the command line for those who publish says.

use super::Lang;
use super::phrases::{by_code, phrases, words};

words! {
    /// What the program is.
    about {
        nb: "For dem som gir ut: fra personfiler til en kontrollert datapakke som siden åpner.",
        nn: "For dei som gjev ut: frå personfiler til ei kontrollert datapakke som sida opnar.",
        en: "For those who publish: from person files to a checked data package that the page opens.",
    }
    /// Heading over the form of a command.
    usage { nb: "Slik skrives det:", nn: "Slik skriv ein det:", en: "Usage:" }
    /// Heading over commands.
    commands { nb: "Kommandoer:", nn: "Kommandoar:", en: "Commands:" }
    /// Heading over what a command takes.
    arguments { nb: "Det den får:", nn: "Det ho får:", en: "Arguments:" }
    /// Heading over options.
    options { nb: "Valg:", nn: "Val:", en: "Options:" }
    /// Heading over examples.
    examples { nb: "Eksempler:", nn: "Døme:", en: "Examples:" }
    /// A package without problems.
    no_problem {
        nb: "Ingen feil: siden åpner pakken.",
        nn: "Ingen feil: sida opnar pakka.",
        en: "No problems: the page opens the package.",
    }
    /// Before figures that cannot be drawn.
    figures_absent {
        nb: "Figurer i rapporten som tabellene ikke har tall til:",
        nn: "Figurar i rapporten som tabellane ikkje har tal til:",
        en: "Figures of the report that the tables have no numbers for:",
    }
    /// Nothing to read.
    nothing_given {
        nb: "Ingen tabell ble funnet der.",
        nn: "Ingen tabell vart funnen der.",
        en: "No table was found there.",
    }
    /// Before open questions on foreign files.
    open_questions {
        nb: "Ingenting er skrevet. Dette må besvares først, med --answer eller i mapping.csv:",
        nn: "Ingenting er skrive. Dette må svarast på først, med --answer eller i mapping.csv:",
        en: "Nothing is written. This must be answered first, with --answer or in mapping.csv:",
    }
    /// Before the columns whose meaning can be said.
    meanings_of_columns {
        nb: "Si med --answer hva kolonnene med tall betyr:",
        nn: "Sei med --answer kva kolonnene med tal tyder:",
        en: "Say with --answer what the columns of numbers mean:",
    }
    /// Address without a figure.
    no_figure {
        nb: "Adressen viser ingen figur. Bruk nummeret på en figur, eller en adresse fra sidens egen linje.",
        nn: "Adressa viser ingen figur. Bruk nummeret på ein figur, eller ei adresse frå adresselinja.",
        en: "The address shows no figure. Use the number of a figure, or an address of the page.",
    }
    /// While files are hashed.
    hashing {
        nb: "Regner ut kontrollsummer",
        nn: "Reknar ut kontrollsummar",
        en: "Computing checksums",
    }
    /// After what is wrong with the input.
    input_refused {
        nb: "Ingenting er talt opp. Rett filene, eller si i «rules» i spesifikasjonen hva som skal gjøres.",
        nn: "Ingenting er talt opp. Rett filene, eller sei i «rules» i spesifikasjonen kva som skal gjerast.",
        en: "Nothing is counted. Correct the files, or say in “rules” of the spec what is to be done.",
    }
    /// Counts are not for publication.
    not_protected {
        nb: "Tabellene er ikke vernet: de skal ikke ut av sonen. Neste steg er utvandring protect.",
        nn: "Tabellane er ikkje verna: dei skal ikkje ut av sona. Neste steg er utvandring protect.",
        en: "The tables are not protected: they must not leave the zone. The next step is utvandring protect.",
    }
    /// A size that is no number.
    bad_width {
        nb: "Bredden må være et tall fra 200 til 4000.",
        nn: "Breidda må vere eit tal frå 200 til 4000.",
        en: "The width must be a number from 200 to 4000.",
    }
}

by_code! {
    /// What a command or one of its options is for.
    help {
        "lang" {
            nb: "Språk: nb, nn eller en",
            nn: "Språk: nb, nn eller en",
            en: "Language: nb, nn or en",
        }
        "json" {
            nb: "Svar som JSON, for programmer",
            nn: "Svar som JSON, for program",
            en: "Answer as JSON, for programs",
        }
        "help" { nb: "Vis hjelp", nn: "Vis hjelp", en: "Show help" }
        "check" {
            nb: "Åpne en pakke slik siden gjør, og si hva som er feil",
            nn: "Opne ei pakke slik sida gjer, og sei kva som er feil",
            en: "Open a package as the page does, and tell what is wrong",
        }
        "package" {
            nb: "Mappe, zip-fil, datapackage.json eller CSV-fil",
            nn: "Mappe, zip-fil, datapackage.json eller CSV-fil",
            en: "Folder, zip file, datapackage.json or CSV file",
        }
        "convert" {
            nb: "Lag en pakke av filer fra andre, slik mapping.csv sier",
            nn: "Lag ei pakke av filer frå andre, slik mapping.csv seier",
            en: "Make a package of files from others, as mapping.csv says",
        }
        "files" {
            nb: "Filer slik statistikkontorer gir dem ut, og gjerne en mapping.csv",
            nn: "Filer slik statistikkontor gjev dei ut, og gjerne ei mapping.csv",
            en: "Files as statistics offices give them out, and perhaps a mapping.csv",
        }
        "mapping" {
            nb: "Fil som sier hva kolonnene betyr; siden lagrer den i hver pakke",
            nn: "Fil som seier kva kolonnene tyder; sida lagrar ho i kvar pakke",
            en: "File that says what the columns mean; the page saves one in each package",
        }
        "answer" {
            nb: "Svar på et spørsmål, som spørsmål=svar",
            nn: "Svar på eit spørsmål, som spørsmål=svar",
            en: "Answer to a question, as question=answer",
        }
        "out" {
            nb: "Hvor det skal skrives: en mappe, eller en fil",
            nn: "Kvar det skal skrivast: ei mappe, eller ei fil",
            en: "Where to write: a folder, or a file",
        }
        "figure" {
            nb: "Tegn en figur av en pakke som SVG",
            nn: "Teikn ein figur av ei pakke som SVG",
            en: "Draw a figure of a package as SVG",
        }
        "address" {
            nb: "Nummeret på en figur i rapporten, eller adressen til en visning",
            nn: "Nummeret på ein figur i rapporten, eller adressa til ei vising",
            en: "The number of a figure of the report, or the address of a view",
        }
        "width" { nb: "Bredde i piksler", nn: "Breidde i pikslar", en: "Width in pixels" }
        "tabulate" {
            nb: "Tell opp personfiler til tabellene i en spesifikasjon",
            nn: "Tel opp personfiler til tabellane i ein spesifikasjon",
            en: "Count person files to the tables of a spec",
        }
        "plan" {
            nb: "Skriv spørringene som filer som kan leses, og kjøres uten dette programmet",
            nn: "Skriv spørjingane som filer som kan lesast, og køyrast utan dette programmet",
            en: "Write the queries as files that can be read, and run without this program",
        }
        "run" {
            nb: "Kjør spørringene, kontroller dem og skriv tabellene",
            nn: "Køyr spørjingane, kontroller dei og skriv tabellane",
            en: "Run the queries, check what they give and write the tables",
        }
        "spec" {
            nb: "Fil som sier hva som skal telles (spec.json); personfilene ligger ved siden av",
            nn: "Fil som seier kva som skal teljast (spec.json); personfilene ligg ved sida av",
            en: "File that says what is counted (spec.json); the person files lie beside it",
        }
        "engine" {
            nb: "Motor som teller: duckdb, datafusion eller spark",
            nn: "Motor som tel: duckdb, datafusion eller spark",
            en: "Engine that counts: duckdb, datafusion or spark",
        }
        "memory" {
            nb: "Så mye minne får DuckDB; resten legges på disken",
            nn: "Så mykje minne får DuckDB; resten blir lagt på disken",
            en: "So much memory DuckDB may take; the rest goes to disk",
        }
        "from-results" {
            nb: "Resultatene ligger der alt: spørringene er kjørt uten dette programmet",
            nn: "Resultata ligg der alt: spørjingane er køyrde utan dette programmet",
            en: "The results are there already: the queries were run without this program",
        }
        "theme" {
            nb: "Farger: light, dark eller contrast",
            nn: "Fargar: light, dark eller contrast",
            en: "Colours: light, dark or contrast",
        }
    }
}

by_code! {
    /// What an input has that contradicts itself or is not known.
    check_name {
        "person_twice" {
            nb: "personer som står flere ganger i personfilen",
            nn: "personar som står fleire gonger i personfila",
            en: "persons who stand more than once in the person file",
        }
        "resident_twice" {
            nb: "personer som er bosatt flere ganger samme 1. januar",
            nn: "personar som er busette fleire gonger same 1. januar",
            en: "persons who are resident more than once on the same 1 January",
        }
        "emigration_twice" {
            nb: "utvandringer som står flere ganger",
            nn: "utvandringar som står fleire gonger",
            en: "emigrations that stand more than once",
        }
        "country_twice" {
            nb: "land som står flere ganger i landfilen",
            nn: "land som står fleire gonger i landfila",
            en: "countries that stand more than once in the file of countries",
        }
        "resident_without_person" {
            nb: "bosatte som ikke står i personfilen",
            nn: "busette som ikkje står i personfila",
            en: "residents who are not in the person file",
        }
        "emigration_without_person" {
            nb: "utvandringer av noen som ikke står i personfilen",
            nn: "utvandringar av nokon som ikkje står i personfila",
            en: "emigrations of somebody who is not in the person file",
        }
        "resident_before_birth" {
            nb: "bosatte før de ble født",
            nn: "busette før dei vart fødde",
            en: "residents before they were born",
        }
        "emigration_before_birth" {
            nb: "utvandringer før fødselen",
            nn: "utvandringar før fødselen",
            en: "emigrations before birth",
        }
        "resident_after_death" {
            nb: "bosatte etter at de døde",
            nn: "busette etter at dei døydde",
            en: "residents after they died",
        }
        "emigration_after_death" {
            nb: "utvandringer etter døden",
            nn: "utvandringar etter døden",
            en: "emigrations after death",
        }
        "unknown_country" {
            nb: "utvandringer til land som ikke står i landfilen",
            nn: "utvandringar til land som ikkje står i landfila",
            en: "emigrations to countries that are not in the file of countries",
        }
        "unknown_origin_base" {
            nb: "personer fra en landgruppe som ikke står i landfilen",
            nn: "personar frå ei landgruppe som ikkje står i landfila",
            en: "persons from a base group that is not in the file of countries",
        }
        "resident_without_education" {
            nb: "bosatte uten registrert utdanning",
            nn: "busette utan registrert utdanning",
            en: "residents without a registered education",
        }
        "emigration_without_education" {
            nb: "utvandringer uten registrert utdanning",
            nn: "utvandringar utan registrert utdanning",
            en: "emigrations without a registered education",
        }
        "emigrants_never_resident" {
            nb: "utvandrede som ikke var bosatt noen 1. januar i årene og aldrene",
            nn: "utvandra som ikkje var busette nokon 1. januar i åra og aldrane",
            en: "emigrants who were resident on no 1 January within the years and ages",
        }
    }
    /// What was done about it.
    check_done {
        "refused" { nb: "avvist", nn: "avvist", en: "refused" }
        "left_out" { nb: "holdt utenfor", nn: "haldne utanfor", en: "left out" }
        "as_level" {
            nb: "regnet med nivået i spesifikasjonen",
            nn: "rekna med nivået i spesifikasjonen",
            en: "counted with the level in the spec",
        }
        "as_unknown" {
            nb: "regnet som ukjent tilflyttingsland",
            nn: "rekna som ukjent tilflyttingsland",
            en: "counted as unknown destination",
        }
        "counted" { nb: "talt med", nn: "talde med", en: "counted" }
    }
}

phrases! {
    /// A check that found something.
    check_line(name, found: i64, done) {
        nb: "{found} {name}: {done}.",
        nn: "{found} {name}: {done}.",
        en: "{found} {name}: {done}.",
    }
    /// A year that an input has no row of.
    year_without_data(input, year: i32) {
        nb: "{input}: ingen rader for {year}.",
        nn: "{input}: ingen rader for {year}.",
        en: "{input}: no rows for {year}.",
    }
    /// A spec that is not JSON of the right form.
    spec_unreadable(reason) {
        nb: "Spesifikasjonen kan ikke leses: {reason}.",
        nn: "Spesifikasjonen kan ikkje lesast: {reason}.",
        en: "The spec cannot be read: {reason}.",
    }
    /// A value of a spec that cannot be used.
    spec_wrong(place, found, expected) {
        nb: "Spesifikasjonen, {place}: fant «{found}», ventet {expected}.",
        nn: "Spesifikasjonen, {place}: fann «{found}», venta {expected}.",
        en: "The spec, {place}: found “{found}”, expected {expected}.",
    }
    /// Columns that an input lacks.
    columns_missing(path, found, lacks) {
        nb: "{path} har kolonnene {found} og mangler {lacks}. Lag en visning med de navnene som er ventet.",
        nn: "{path} har kolonnene {found} og manglar {lacks}. Lag ei vising med dei namna som er venta.",
        en: "{path} has the columns {found} and lacks {lacks}. Make a view with the names that are expected.",
    }
    /// A code among the results that the spec does not list.
    code_unknown(table, dimension, code) {
        nb: "{table}: koden «{code}» av {dimension} står ikke i spesifikasjonen. Legg den til i «labels», eller \
             hold den utenfor med «where».",
        nn: "{table}: koden «{code}» av {dimension} står ikkje i spesifikasjonen. Legg han til i «labels», eller \
             hald han utanfor med «where».",
        en: "{table}: the code “{code}” of {dimension} is not in the spec. Add it to “labels”, or leave it out \
             with “where”.",
    }
    /// Tables that count the same and differ.
    totals_differ(measure, sums) {
        nb: "Tabellene har ikke samme sum av {measure}: {sums}.",
        nn: "Tabellane har ikkje same sum av {measure}: {sums}.",
        en: "The tables do not have the same sum of {measure}: {sums}.",
    }
    /// An engine that is not on the machine.
    engine_missing(engine, program) {
        nb: "Motoren {engine} er ikke på maskinen: verken programmet {program} eller pakken {engine} i Python. \
             Få den med «pip install {engine}» (spark: «pip install pyspark»), eller kjør filen fra \
             «utvandring tabulate plan» der motoren er, og les resultatene med --from-results.",
        nn: "Motoren {engine} er ikkje på maskina: verken programmet {program} eller pakka {engine} i Python. \
             Få han med «pip install {engine}» (spark: «pip install pyspark»), eller køyr fila frå \
             «utvandring tabulate plan» der motoren er, og les resultata med --from-results.",
        en: "The engine {engine} is not on this machine: neither the program {program} nor the package {engine} of \
             Python. Get it with “pip install {engine}” (spark: “pip install pyspark”), or run the file from \
             “utvandring tabulate plan” where the engine is, and read the results with --from-results.",
    }
    /// An engine that has stopped with an error.
    engine_failed(engine, reason) {
        nb: "Motoren {engine} stoppet: {reason}",
        nn: "Motoren {engine} stoppa: {reason}",
        en: "The engine {engine} stopped: {reason}",
    }
    /// While an engine runs.
    counting(engine) { nb: "{engine} teller", nn: "{engine} tel", en: "{engine} counts" }
    /// The queries are there.
    plan_is_ready(results) {
        nb: "Kjør en av filene i motoren. Resultatene kommer i {results}; les dem med tabulate run --from-results.",
        nn: "Køyr ei av filene i motoren. Resultata kjem i {results}; les dei med tabulate run --from-results.",
        en: "Run one of the files in its engine. Results go to {results}; read them with tabulate run --from-results.",
    }
    /// The tables are there.
    counted(tables: usize, path) {
        nb: "{tables} tabeller er talt opp: {path}",
        nn: "{tables} tabellar er talde opp: {path}",
        en: "{tables} tables are counted: {path}",
    }
    /// A file or folder that cannot be used: what the system says.
    cannot_read(path, reason) {
        nb: "{path} kan ikke leses: {reason}.",
        nn: "{path} kan ikkje lesast: {reason}.",
        en: "{path} cannot be read: {reason}.",
    }
    /// The same for writing.
    cannot_write(path, reason) {
        nb: "{path} kan ikke skrives: {reason}.",
        nn: "{path} kan ikkje skrivast: {reason}.",
        en: "{path} cannot be written: {reason}.",
    }
    /// Something was written.
    written(path) { nb: "Skrevet: {path}", nn: "Skrive: {path}", en: "Written: {path}" }
    /// What a table of a package holds.
    table(name, rows: usize, columns) {
        nb: "{name}: {rows} rader; {columns}",
        nn: "{name}: {rows} rader; {columns}",
        en: "{name}: {rows} rows; {columns}",
    }
    /// The tables have no numbers for a figure.
    absent(figure, reason) {
        nb: "Figuren {figure} kan ikke tegnes: {reason}",
        nn: "Figuren {figure} kan ikkje teiknast: {reason}",
        en: "The figure {figure} cannot be drawn: {reason}",
    }
    /// Several problems.
    problems(count: usize) {
        nb: "{count} feil.",
        nn: "{count} feil.",
        en: "Problems: {count}.",
    }
}
