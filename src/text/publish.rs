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
        "theme" {
            nb: "Farger: light, dark eller contrast",
            nn: "Fargar: light, dark eller contrast",
            en: "Colours: light, dark or contrast",
        }
    }
}

phrases! {
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
