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
            nb: "Språket i svar og hjelp",
            nn: "Språket i svar og hjelp",
            en: "Language of answers and help",
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
            nb: "Tegn en figur av en pakke som SVG, eller som PNG når filnavnet ender på det",
            nn: "Teikn ein figur av ei pakke som SVG, eller som PNG når filnamnet endar på det",
            en: "Draw a figure of a package as SVG, or as PNG when the name of the file ends so",
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
        "protect" {
            nb: "Hold tilbake små tall, og så mange til at de ikke kan regnes ut",
            nn: "Hald tilbake små tal, og så mange til at dei ikkje kan reknast ut",
            en: "Withhold small numbers, and as many more as it takes that they cannot be worked out",
        }
        "counts" {
            nb: "Mappen fra utvandring tabulate run",
            nn: "Mappa frå utvandring tabulate run",
            en: "The folder from utvandring tabulate run",
        }
        "hidden" {
            nb: "Celler som R har valgt å skjule (suppressed.csv fra protect.R)",
            nn: "Celler som R har valt å skjule (suppressed.csv frå protect.R)",
            en: "Cells that R has chosen to hide (suppressed.csv from protect.R)",
        }
        "audit" {
            nb: "Prøv å regne ut det en pakke skjuler",
            nn: "Prøv å rekne ut det ei pakke skjuler",
            en: "Try to work out what a package hides",
        }
        "before" {
            nb: "Pakken som ble gitt ut før denne",
            nn: "Pakka som vart gjeven ut før denne",
            en: "The package that was released before this one",
        }
        "threshold" {
            nb: "Tall under dette forteller om få personer",
            nn: "Tal under dette fortel om få personar",
            en: "Numbers below this tell of few persons",
        }
        "interval" {
            nb: "Så bredt må det være mellom det minste og det største et skjult tall kan være",
            nn: "Så breitt må det vere mellom det minste og det største eit skjult tal kan vere",
            en: "So wide must be the range of what a hidden number can be",
        }
        "report" {
            nb: "Skriv en rapport om opptelling og vern, for den som avgjør om pakken kan ut",
            nn: "Skriv ein rapport om oppteljing og vern, for den som avgjer om pakka kan ut",
            en: "Write a report on counting and protection, for whoever decides whether the package may leave",
        }
        "page" {
            nb: "Lag siden i én fil med en pakke inni, eller et nettsted med pakker, uten å kompilere",
            nn: "Lag sida i éi fil med ei pakke inni, eller ein nettstad med pakker, utan å kompilere",
            en: "Make the page in one file with a package inside, or a site with packages, without compiling",
        }
        "offline" {
            nb: "offline.html, slik den ble bygd eller delt ut; med --site mappen til et bygd nettsted",
            nn: "offline.html, slik ho vart bygd eller delt ut; med --site mappa til ein bygd nettstad",
            en: "offline.html, as it was built or handed out; with --site the folder of a built site",
        }
        "site" {
            nb: "Lag et nettsted i en ny mappe med disse pakkene i stedet for dem som er der; den første åpnes først",
            nn: "Lag ein nettstad i ei ny mappe med desse pakkene i staden for dei der; den første blir opna først",
            en: "Make a site in a new folder, with these packages in place of those there; the first opens first",
        }
        "at" {
            nb: "Adressen der siden åpner, fra # av",
            nn: "Adressa der sida opnar, frå # av",
            en: "The address at which the page opens, from # on",
        }
        "pack" {
            nb: "Lag pakken som skal ut: den vernede, når kontrollen ikke finner noe",
            nn: "Lag pakka som skal ut: den verna, når kontrollen ikkje finn noko",
            en: "Make the package that leaves: the protected one, when the audit finds nothing",
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
        "person_without_birth_year" {
            nb: "personer uten fødselsår i personfilen",
            nn: "personar utan fødselsår i personfila",
            en: "persons without a year of birth in the person file",
        }
        "resident_without_year" {
            nb: "bosatte uten år",
            nn: "busette utan år",
            en: "residents without a year",
        }
        "emigration_without_year" {
            nb: "utvandringer uten år",
            nn: "utvandringar utan år",
            en: "emigrations without a year",
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

words! {
    /// While hidden cells are tried.
    auditing { nb: "Skjulte tall prøves", nn: "Skjulte tal blir prøvde", en: "Trying hidden numbers" }
    /// Heading of the audit on the page.
    audit_title {
        nb: "Kan skjulte tall regnes ut?",
        nn: "Kan skjulte tal reknast ut?",
        en: "Can hidden numbers be worked out?",
    }
    /// What the audit on the page is.
    audit_lead {
        nb: "Kontrollen gjør det en leser kan gjøre: legger sammen og trekker fra alt som er publisert, og ser om \
             skjulte tall kan regnes ut. Alt skjer på denne maskinen.",
        nn: "Kontrollen gjer det ein lesar kan gjere: legg saman og trekkjer frå alt som er publisert, og ser om \
             skjulte tal kan reknast ut. Alt skjer på denne maskina.",
        en: "The audit does what a reader can do: adds and subtracts all that is published, and sees whether hidden \
             numbers can be worked out. All of it happens on this machine.",
    }
    /// Choice of the number below which persons are few.
    audit_threshold {
        nb: "Tall under dette forteller om få personer",
        nn: "Tal under dette fortel om få personar",
        en: "Numbers below this tell of few persons",
    }
    /// Choice of the width that a range must have.
    audit_interval {
        nb: "Et skjult tall må kunne være så ulike tall",
        nn: "Eit skjult tal må kunne vere så ulike tal",
        en: "A hidden number must be able to vary by this",
    }
    /// Choice of the release before.
    audit_before {
        nb: "Forrige utgave, om det er noen (zip-fil, eller alle filene)",
        nn: "Førre utgåve, om det er noka (zip-fil, eller alle filene)",
        en: "The release before, if there is one (zip file, or all its files)",
    }
    /// Button that begins the audit.
    audit_begin {
        nb: "Prøv å regne ut det som er skjult",
        nn: "Prøv å rekne ut det som er skjult",
        en: "Try to work out what is hidden",
    }
    /// Buttons that save what was found.
    audit_save_json { nb: "Lagre resultatet (JSON)", nn: "Lagre resultatet (JSON)", en: "Save the result (JSON)" }
    /// The same for spreadsheets.
    audit_save_csv { nb: "Lagre cellene (CSV)", nn: "Lagre cellene (CSV)", en: "Save the cells (CSV)" }
    /// The audit found nothing.
    audit_holds {
        nb: "Ingen skjult celle som forteller om få personer, kan regnes ut.",
        nn: "Inga skjult celle som fortel om få personar, kan reknast ut.",
        en: "No hidden cell that tells of few persons can be worked out.",
    }
    /// What an audit is not.
    office_decides {
        nb: "Dette er en kontroll, ikke en garanti. Den som forvalter dataene, avgjør om pakken kan ut.",
        nn: "Dette er ein kontroll, ikkje ein garanti. Den som forvaltar dataa, avgjer om pakka kan ut.",
        en: "This is a check, not a guarantee. Whoever is in charge of the data decides whether the package may leave.",
    }
    /// A run that is not protected yet.
    protect_first {
        nb: "Tabellene er ikke vernet ennå: kjør utvandring protect først.",
        nn: "Tabellane er ikkje verna enno: køyr utvandring protect først.",
        en: "The tables are not protected yet: run utvandring protect first.",
    }
    /// A package that the audit holds back.
    package_refused {
        nb: "Pakken er ikke skrevet: kontrollen fant skjulte tall som kan regnes ut.",
        nn: "Pakka er ikkje skriven: kontrollen fann skjulte tal som kan reknast ut.",
        en: "The package is not written: the audit found hidden numbers that can be worked out.",
    }
    /// Several packages for the page in one file.
    one_package {
        nb: "Siden i én fil tar én pakke. Bruk --site for flere.",
        nn: "Sida i éi fil tek éi pakke. Bruk --site for fleire.",
        en: "The page in one file takes one package. Use --site for several.",
    }
    /// A site whose front page the app draws.
    nothing_drawn {
        nb: "Forsiden er ikke tegnet på forhånd: pakken som åpnes først, har ingen figur til den.",
        nn: "Framsida er ikkje teikna på førehand: pakka som blir opna først, har ingen figur til ho.",
        en: "The front page is not drawn beforehand: the package that opens first has no figure for it.",
    }
    /// A picture in pixels on a machine without fonts.
    no_fonts {
        nb: "Maskinen har ingen skrift som ordene i figuren kan tegnes med. Lag figuren som SVG.",
        nn: "Maskina har inga skrift som orda i figuren kan teiknast med. Lag figuren som SVG.",
        en: "The machine has no font that the words of the figure can be drawn with. Make the figure as SVG.",
    }
    /// Heading of the first section of the report.
    report_short { nb: "Kort sagt", nn: "Kort sagt", en: "In short" }
    /// What the audit of the report does not know.
    not_audited {
        nb: "Kontrollen kjenner bare tabellene i pakken, og i forrige utgave når den er oppgitt. Den vet ikke hva som \
             er publisert andre steder, og ikke hva noen vet om seg selv eller dem de kjenner.",
        nn: "Kontrollen kjenner berre tabellane i pakka, og i førre utgåve når ho er oppgjeven. Han veit ikkje kva som \
             er publisert andre stader, og ikkje kva nokon veit om seg sjølv eller dei dei kjenner.",
        en: "The audit knows the tables of the package only, and those of the release before when it is given. It does \
             not know what is published elsewhere, nor what people know of themselves or of those around them.",
    }
    /// What the hashes of the report are for.
    hashes_told {
        nb: "En SHA-256 er et fingeravtrykk: en fil med samme SHA-256 er den samme filen. Slik kan det etterprøves \
             hvilke filer, spørringer og regler tallene er laget av.",
        nn: "Ein SHA-256 er eit fingeravtrykk: ei fil med same SHA-256 er den same fila. Slik kan det etterprøvast \
             kva filer, spørjingar og reglar tala er laga av.",
        en: "A SHA-256 is a fingerprint: a file with the same SHA-256 is the same file. So it can be verified which \
             files, queries and rules the numbers were made from.",
    }
    /// What the balance of each year is for.
    balance_told {
        nb: "Bosatte 1. januar, pluss dem som er kommet til, minus utvandringer og døde, er bosatte 31. desember. De \
             som er kommet til, er regnet ut som resten: innvandret, fylt første alder, og minus dem som har passert \
             siste alder.",
        nn: "Busette 1. januar, pluss dei som er komne til, minus utvandringar og døde, er busette 31. desember. Dei \
             som er komne til, er rekna ut som resten: innvandra, fylt første alder, og minus dei som har passert \
             siste alder.",
        en: "Residents on 1 January, plus arrivals, less emigrations and deaths, are residents on 31 December. \
             Arrivals are worked out as the rest: immigrated, reached the first age, less those who passed the last \
             age.",
    }
    /// What is hidden and why.
    protection_told {
        nb: "Først skjules tallene som gjelder få personer. Fordi tabellene inneholder summer, kunne noen av dem \
             regnes ut igjen, så andre tall skjules ved siden av.",
        nn: "Først blir tala som gjeld få personar, skjulte. Fordi tabellane inneheld summar, kunne nokre av dei \
             reknast ut att, så andre tal blir skjulte ved sida av.",
        en: "First the numbers of few persons are hidden. Since the tables hold sums, some of them could be worked out \
             again, so other numbers are hidden beside them.",
    }
    /// What the audit tries.
    audit_told {
        nb: "Kontrollen gjør det en leser kan gjøre: legger sammen og trekker fra alle tallene som er publisert, og \
             ser hvor mange verdier hvert skjult tall da kan ha. «Kan regnes ut», «For smalt intervall», \
             «Ikke avgjort» og «Tall som strider mot hverandre» skal være 0.",
        nn: "Kontrollen gjer det ein lesar kan gjere: legg saman og trekkjer frå alle tala som er publiserte, og ser \
             kor mange verdiar kvart skjult tal då kan ha. «Kan reknast ut», «For smalt intervall», \
             «Ikkje avgjort» og «Tal som strir mot kvarandre» skal vere 0.",
        en: "The audit does what a reader can do: adds and subtracts all numbers that are published, and sees how many \
             values each hidden number can then have. “Can be worked out”, “Range too narrow”, \
             “Not decided” and “Numbers that contradict each other” must be 0.",
    }
    /// Title of the report.
    report_title {
        nb: "Kontrollrapport for en datapakke",
        nn: "Kontrollrapport for ei datapakke",
        en: "Verification report of a data package",
    }
    /// Heading of a section of the report.
    report_counting { nb: "Opptellingen", nn: "Oppteljinga", en: "Counting" }
    /// Heading.
    report_inputs { nb: "Filer inn", nn: "Filer inn", en: "Input files" }
    /// Heading.
    report_checks { nb: "Kontroll av filene", nn: "Kontroll av filene", en: "Checks of the input" }
    /// Heading.
    report_balance { nb: "Regnskap for hvert år", nn: "Rekneskap for kvart år", en: "Balance of each year" }
    /// Heading.
    report_totals { nb: "Summer på tvers av tabeller", nn: "Summar på tvers av tabellar", en: "Totals across tables" }
    /// Heading.
    report_protection { nb: "Vern", nn: "Vern", en: "Protection" }
    /// Heading.
    report_audit {
        nb: "Forsøk på å regne ut det skjulte",
        nn: "Forsøk på å rekne ut det skjulte",
        en: "Audit of what is hidden",
    }
    /// Heading.
    report_package { nb: "Pakken på siden", nn: "Pakka på sida", en: "The package on the page" }
    /// Heading.
    report_before { nb: "Mot forrige utgave", nn: "Mot førre utgåve", en: "Against the release before" }
    /// The sums are one number.
    totals_agree {
        nb: "Alle tabeller har samme sum.",
        nn: "Alle tabellane har same sum.",
        en: "All tables have the same sum.",
    }
    /// The page's reader takes the package.
    page_accepts {
        nb: "Sidens egen leser godtar pakken.",
        nn: "Lesaren på sida godtek pakka.",
        en: "The page’s own reader accepts the package.",
    }
    /// The release before opens nothing.
    before_opens_nothing {
        nb: "Ingenting som er skjult nå, sto i forrige utgave, og ingen tall er endret med så lite at noen kan \
             kjennes igjen.",
        nn: "Ingenting som er skjult no, stod i førre utgåve, og ingen tal er endra med så lite at nokon kan \
             kjennast att.",
        en: "Nothing that is hidden now stood in the release before, and no number has changed by so little that \
             somebody could be recognised.",
    }
    /// There is no release before.
    no_release_before {
        nb: "Ingen forrige utgave er oppgitt.",
        nn: "Inga førre utgåve er oppgjeven.",
        en: "No release before was given.",
    }
    /// Small counts are not printed in the report.
    small_in_report {
        nb: "Tall på færre enn terskelen er skrevet som «<» med terskelen.",
        nn: "Tal på færre enn terskelen er skrivne som «<» med terskelen.",
        en: "Numbers below the threshold are written as “<” with the threshold.",
    }
}

by_code! {
    /// Headings of the columns and lines of the report.
    report_word {
        "engine" { nb: "Motor", nn: "Motor", en: "Engine" }
        "sha256_sql" { nb: "SHA-256 av spørringene", nn: "SHA-256 av spørjingane", en: "SHA-256 of the queries" }
        "sha256_spec" { nb: "SHA-256 av spesifikasjonen", nn: "SHA-256 av spesifikasjonen", en: "SHA-256 of the spec" }
        "program_version" { nb: "Versjon av programmet", nn: "Versjon av programmet", en: "Version of the program" }
        "input" { nb: "Fil", nn: "Fil", en: "File" }
        "rows" { nb: "Rader", nn: "Rader", en: "Rows" }
        "sha256" { nb: "SHA-256", nn: "SHA-256", en: "SHA-256" }
        "found" { nb: "Funnet", nn: "Funne", en: "Found" }
        "done" { nb: "Hva som er gjort", nn: "Kva som er gjort", en: "What was done" }
        "problem" { nb: "Forhold", nn: "Forhold", en: "Matter" }
        "year" { nb: "År", nn: "År", en: "Year" }
        "population_jan1" { nb: "1. januar", nn: "1. januar", en: "1 January" }
        "arrivals" { nb: "Kommet til", nn: "Komne til", en: "Arrivals" }
        "emigrations" { nb: "Utvandringer", nn: "Utvandringar", en: "Emigrations" }
        "unknown_destination" { nb: "Andel til ukjent land", nn: "Del til ukjent land", en: "Share to unknown country" }
        "deaths" { nb: "Døde", nn: "Døde", en: "Deaths" }
        "population_dec31" { nb: "31. desember", nn: "31. desember", en: "31 December" }
        "measure" { nb: "Mål", nn: "Mål", en: "Measure" }
        "sum" { nb: "Sum", nn: "Sum", en: "Sum" }
        "tables" { nb: "Tabeller", nn: "Tabellar", en: "Tables" }
        "table" { nb: "Tabell", nn: "Tabell", en: "Table" }
        "cells" { nb: "Celler", nn: "Celler", en: "Cells" }
        "primary" { nb: "Skjult fordi få personer", nn: "Skjult fordi få personar", en: "Hidden for few persons" }
        "secondary" { nb: "Skjult ved siden av", nn: "Skjult ved sida av", en: "Hidden beside them" }
        "hidden_cells" { nb: "Celler som er prøvd", nn: "Celler som er prøvde", en: "Cells tried" }
        "equations" { nb: "Ligninger en leser har", nn: "Likningar ein lesar har", en: "Equations that a reader has" }
        "determined" { nb: "Kan regnes ut", nn: "Kan reknast ut", en: "Can be worked out" }
        "narrow" { nb: "For smalt intervall", nn: "For smalt intervall", en: "Range too narrow" }
        "undecided" { nb: "Ikke avgjort", nn: "Ikkje avgjort", en: "Not decided" }
        "narrowest_interval" { nb: "Smaleste intervall", nn: "Smalaste intervall", en: "Narrowest range" }
        "contradictions" {
            nb: "Tall som strider mot hverandre",
            nn: "Tal som strir mot kvarandre",
            en: "Numbers that contradict each other",
        }
    }
}

phrases! {
    /// How much an audit has tried.
    audited(cells: usize, equations: usize) {
        nb: "{cells} skjulte celler prøvd mot {equations} ligninger.",
        nn: "{cells} skjulte celler prøvde mot {equations} likningar.",
        en: "Hidden cells tried: {cells}, against {equations} equations.",
    }
    /// A hidden cell that follows from the others.
    cell_determined(cell) {
        nb: "Kan regnes ut: {cell}. Skjul en celle til i samme sum.",
        nn: "Kan reknast ut: {cell}. Skjul ei celle til i same sum.",
        en: "Can be worked out: {cell}. Hide one more cell of the same sum.",
    }
    /// A hidden cell with too narrow a range.
    cell_narrow(cell) {
        nb: "Kan regnes ut nesten: {cell}. Skjul en større celle i samme sum.",
        nn: "Kan reknast ut nesten: {cell}. Skjul ei større celle i same sum.",
        en: "Can nearly be worked out: {cell}. Hide a larger cell of the same sum.",
    }
    /// A hidden cell that the audit could not judge.
    cell_undecided(cell) {
        nb: "Ikke avgjort: {cell}. Regn den som funnet.",
        nn: "Ikkje avgjort: {cell}. Rekn ho som funnen.",
        en: "Not decided: {cell}. Take it as found.",
    }
    /// Tables whose published numbers do not fit.
    tables_contradict(one, other) {
        nb: "Tallene i {one} og {other} har ikke samme sum der begge teller det samme.",
        nn: "Tala i {one} og {other} har ikkje same sum der begge tel det same.",
        en: "The numbers in {one} and {other} do not have the same sum where both count the same.",
    }
    /// A cell that the release before had.
    cell_opened(cell) {
        nb: "Skjult nå, men ikke i forrige utgave: {cell}.",
        nn: "Skjult no, men ikkje i førre utgåve: {cell}.",
        en: "Hidden now, but not in the release before: {cell}.",
    }
    /// A cell that has changed by few persons.
    cell_shifted(cell) {
        nb: "Endret med få personer siden forrige utgave: {cell}.",
        nn: "Endra med få personar sidan førre utgåve: {cell}.",
        en: "Changed by few persons since the release before: {cell}.",
    }
    /// More lines than are told.
    and_more(count: usize) { nb: "… og {count} til.", nn: "… og {count} til.", en: "… and {count} more." }
    /// While cells are hidden.
    protecting(open: usize) {
        nb: "{open} celler kan ennå regnes ut",
        nn: "{open} celler kan enno reknast ut",
        en: "Cells that can still be worked out: {open}",
    }
    /// What was hidden.
    protected(primary: usize, secondary: usize, path) {
        nb: "{primary} celler skjult fordi få personer står bak, og {secondary} ved siden av: {path}",
        nn: "{primary} celler skjulte fordi få personar står bak, og {secondary} ved sida av: {path}",
        en: "Cells hidden for few persons: {primary}, and beside them: {secondary}. Written: {path}",
    }
    /// A cell of a list that no table has.
    cell_unknown(found) {
        nb: "Listen over skjulte celler har en som ingen tabell har: {found}.",
        nn: "Lista over skjulte celler har ei som ingen tabell har: {found}.",
        en: "The list of hidden cells has one that no table has: {found}.",
    }
    /// How much the package of a report holds, and how much of it is hidden.
    report_size(tables: usize, cells: i64, hidden: i64) {
        nb: "Tabeller: {tables}. Tall i dem: {cells}. Av disse er skjult: {hidden}.",
        nn: "Tabellar: {tables}. Tal i dei: {cells}. Av desse er skjulte: {hidden}.",
        en: "Tables: {tables}. Numbers in them: {cells}. Of these hidden: {hidden}.",
    }
    /// The rule of a report.
    report_rule(threshold: i64, interval: i64) {
        nb: "Regelen: tall på færre enn {threshold} personer er skjult, og det minste og det største som et slikt tall \
             kan være for en leser, skal ligge minst {interval} fra hverandre.",
        nn: "Regelen: tal på færre enn {threshold} personar er skjulte, og det minste og det største som eit slikt tal \
             kan vere for ein lesar, skal liggje minst {interval} frå kvarandre.",
        en: "The rule: numbers of fewer than {threshold} persons are hidden, and the least and the greatest that such \
             a number can be to a reader must lie at least {interval} apart.",
    }
    /// A note of the package.
    note_withheld(threshold: i64) {
        nb: "Tall på færre enn {threshold} personer er holdt tilbake, og andre tall slik at de ikke kan regnes ut.",
        nn: "Tal på færre enn {threshold} personar er haldne tilbake, og andre tal slik at dei ikkje kan reknast ut.",
        en: "Numbers of fewer than {threshold} persons are withheld, and others so that those cannot be worked out.",
    }
    /// A column or a field that looks like a number of a person.
    looks_like_identifier(file, found) {
        nb: "{file}: «{found}» ligner på noe som peker ut en person. Pakken er ikke skrevet.",
        nn: "{file}: «{found}» liknar på noko som peiker ut ein person. Pakka er ikkje skriven.",
        en: "{file}: “{found}” looks like something that points out a person. The package is not written.",
    }
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
    /// A picture that cannot be made.
    no_picture(reason) {
        nb: "Bildet kan ikke tegnes: {reason}.",
        nn: "Biletet kan ikkje teiknast: {reason}.",
        en: "The picture cannot be drawn: {reason}.",
    }
    /// A file that is not the page in one file.
    no_offline_page(path) {
        nb: "{path} er ikke siden i én fil. Bruk offline.html fra et bygd nettsted.",
        nn: "{path} er ikkje sida i éi fil. Bruk offline.html frå ein bygd nettstad.",
        en: "{path} is not the page in one file. Use offline.html of a built site.",
    }
    /// A folder that is no site.
    no_site(path) {
        nb: "{path} er ikke et bygd nettsted. Bruk mappen pkg fra en utgivelse.",
        nn: "{path} er ikkje ein bygd nettstad. Bruk mappa pkg frå ei utgjeving.",
        en: "{path} is not a built site. Use the folder pkg of a release.",
    }
    /// A folder in which something lies that would be mixed with what is written.
    folder_not_empty(path) {
        nb: "{path} er ikke tom. Velg en ny mappe.",
        nn: "{path} er ikkje tom. Vel ei ny mappe.",
        en: "{path} is not empty. Choose a new folder.",
    }
    /// Two packages of one name.
    package_twice(name) {
        nb: "To av pakkene heter {name}. Gi en av dem et annet navn i datapackage.json.",
        nn: "To av pakkene heiter {name}. Gje ei av dei eit anna namn i datapackage.json.",
        en: "Two of the packages are called {name}. Give one of them another name in datapackage.json.",
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
