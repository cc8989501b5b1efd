//! What is said about files that cannot be opened: what was expected, and what to do.

use super::{Lang, mapping, number};
use data::problem::{Problem, ProblemKind};

/// A problem in words.
pub trait ProblemWords {
    /// Where the problem is: file, line, column.
    fn place(&self, lang: Lang) -> String;

    /// What was expected.
    fn expected(&self, lang: Lang) -> String;

    /// What the visitor can do about it.
    fn remedy(&self, lang: Lang) -> String;

    /// The problem as a row of a table: place, found, expected, and what to do, with how often it is
    /// repeated.
    fn row(&self, lang: Lang) -> Vec<String>;

    /// The whole problem in one line of text.
    fn sentence(&self, lang: Lang) -> String;
}

impl ProblemWords for Problem {
    fn place(&self, lang: Lang) -> String {
        place(lang, &self.file, self.line, self.column.as_deref())
    }

    fn expected(&self, lang: Lang) -> String {
        words(&self.kind, lang).0
    }

    fn remedy(&self, lang: Lang) -> String {
        words(&self.kind, lang).1
    }

    fn row(&self, lang: Lang) -> Vec<String> {
        let mut remedy = self.remedy(lang);
        if self.repeats > 0 {
            remedy = [&remedy, " ", &repeats(lang, self.repeats)].concat();
        }
        vec![
            self.place(lang),
            self.found.clone(),
            self.expected(lang),
            remedy,
        ]
    }

    fn sentence(&self, lang: Lang) -> String {
        sentence(
            lang,
            &self.place(lang),
            &self.found,
            &self.expected(lang),
            &self.remedy(lang),
            self.repeats,
        )
    }
}

fn words(kind: &ProblemKind, lang: Lang) -> (String, String) {
    match kind {
        ProblemKind::Empty => empty(lang),
        ProblemKind::NoRows => no_rows(lang),
        ProblemKind::OtherFormat(format) => other_format(lang, format),
        ProblemKind::Binary => binary(lang),
        ProblemKind::Encoding => encoding(lang),
        ProblemKind::TooLarge { limit_mb } => too_large(lang, *limit_mb),
        ProblemKind::TooManyColumns { limit } => too_many_columns(lang, *limit),
        ProblemKind::TooManyCodes { limit } => too_many_codes(lang, *limit),
        ProblemKind::TextTooLong { limit } => text_too_long(lang, *limit),
        ProblemKind::More { count } => more(lang, *count),
        ProblemKind::ColumnMissing => column_missing(lang),
        ProblemKind::ColumnMisspelt { meant } => column_misspelt(lang, meant),
        ProblemKind::ColumnTwice => column_twice(lang),
        ProblemKind::ColumnUnnamed => column_unnamed(lang),
        ProblemKind::ColumnOfNumbers => column_of_numbers(lang),
        ProblemKind::NoMeasure => no_measure(lang),
        ProblemKind::RowWidth { expected } => row_width(lang, *expected),
        ProblemKind::Quoting => quoting(lang),
        ProblemKind::NotANumber => not_a_number(lang),
        ProblemKind::Negative => negative(lang),
        ProblemKind::NotWhole => not_whole(lang),
        ProblemKind::NotPercent => not_percent(lang),
        ProblemKind::AmbiguousNumber => ambiguous_number(lang),
        ProblemKind::OtherDecimalSign { sign } => other_decimal_sign(lang, *sign),
        ProblemKind::CodeMissing => code_missing(lang),
        ProblemKind::DuplicateKey { first_line } => duplicate_key(lang, *first_line),
        ProblemKind::EventsWithoutExposure => events_without_exposure(lang),
        ProblemKind::MoreReturnedThanEmigrated => more_returned(lang),
        ProblemKind::NotAnOrdinal => not_an_ordinal(lang),
        ProblemKind::Json => json(lang),
        ProblemKind::CutOff => cut_off(lang),
        ProblemKind::TooDeep { limit } => too_deep(lang, *limit),
        ProblemKind::DescriptorField => descriptor_field(lang),
        ProblemKind::ResourcePath => resource_path(lang),
        ProblemKind::CoverageBeyond => coverage_beyond(lang),
        ProblemKind::CoverageUnknown => coverage_unknown(lang),
        ProblemKind::BreakUnknown => break_unknown(lang),
        ProblemKind::TooManyFiles { limit } => too_many_files(lang, *limit),
        ProblemKind::DescriptionTooLong { limit } => description_too_long(lang, *limit),
        ProblemKind::TooManyCovered { limit } => too_many_covered(lang, *limit),
        ProblemKind::FileMissing => file_missing(lang),
        ProblemKind::NothingToOpen => nothing_to_open(lang),
        ProblemKind::FileTwice => file_twice(lang),
        ProblemKind::TooManyCells { limit } => too_many_cells(lang, *limit),
        ProblemKind::HeaderMissing => header_missing(lang),
        ProblemKind::NoValueColumn => no_value_column(lang),
        ProblemKind::ChosenColumnMissing => chosen_column_missing(lang),
        ProblemKind::CellCount { expected } => cell_count(lang, *expected),
        ProblemKind::UnknownCode => unknown_code(lang),
        ProblemKind::CodeTwice => code_twice(lang),
        ProblemKind::PxKeywordMissing => px_keyword_missing(lang),
        ProblemKind::PxSyntax => px_syntax(lang),
        ProblemKind::JsonMember => json_member(lang),
        ProblemKind::WorkbookPart => workbook_part(lang),
        ProblemKind::ArchiveDamaged => archive_damaged(lang),
        ProblemKind::ArchiveUnsupported(what) => archive_unsupported(lang, what),
        ProblemKind::ArchiveTooDeep => archive_too_deep(lang),
        ProblemKind::ArchiveWithoutTables => archive_without_tables(lang),
        ProblemKind::DataPackage => data_package(lang),
        ProblemKind::Obstacle(obstacle) => mapping::obstacle(*obstacle).words(lang),
        ProblemKind::OutOfMemory => mapping::OUT_OF_MEMORY.words(lang),
    }
}

/// Where: file, line, column.
pub fn place(lang: Lang, file: &str, line: Option<u64>, column: Option<&str>) -> String {
    let mut place = file.to_owned();
    if let Some(line) = line {
        place += &match lang {
            Lang::Nb | Lang::Nn => format!(", linje {line}"),
            Lang::En => format!(", line {line}"),
        };
    }
    if let Some(column) = column {
        place += &match lang {
            Lang::Nb | Lang::Nn => format!(", kolonne «{column}»"),
            Lang::En => format!(", column “{column}”"),
        };
    }
    place
}

/// A whole problem in one line.
pub fn sentence(
    lang: Lang,
    place: &str,
    found: &str,
    expected: &str,
    remedy: &str,
    repeats: u64,
) -> String {
    let mut line = place.to_owned();
    if !found.is_empty() {
        line += &match lang {
            Lang::Nb => format!(": fant «{found}»"),
            Lang::Nn => format!(": fann «{found}»"),
            Lang::En => format!(": found “{found}”"),
        };
    }
    line += &match lang {
        Lang::Nb => format!(". Ventet: {expected}. {remedy}"),
        Lang::Nn => format!(". Venta: {expected}. {remedy}"),
        Lang::En => format!(". Expected: {expected}. {remedy}"),
    };
    if repeats > 0 {
        line.push(' ');
        line += &self::repeats(lang, repeats);
    }
    line
}

/// How many further places have the same problem.
pub fn repeats(lang: Lang, count: u64) -> String {
    let counted = number::integer(count as f64, lang);
    match (lang, count) {
        (Lang::Nb, 1) => "Det samme gjelder ett sted til.".to_owned(),
        (Lang::Nn, 1) => "Det same gjeld éin stad til.".to_owned(),
        (Lang::Nb, _) => format!("Det samme gjelder {counted} steder til."),
        (Lang::Nn, _) => format!("Det same gjeld {counted} stader til."),
        (Lang::En, 1) => "The same holds for one more place.".to_owned(),
        (Lang::En, _) => format!("The same holds for {counted} more places."),
    }
}

/// The words of a problem: what was expected, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// In bokmål.
    pub nb: [&'static str; 2],
    /// In nynorsk.
    pub nn: [&'static str; 2],
    /// In English.
    pub en: [&'static str; 2],
}

impl Told {
    /// The words in a language.
    pub fn words(&self, lang: Lang) -> (String, String) {
        let [expected, remedy] = match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        };
        (expected.to_owned(), remedy.to_owned())
    }
}

macro_rules! problem_words {
    ($($(#[$doc:meta])* $name:ident ( $($arg:ident : $type:ty),* ) {
        nb: $nb_expected:literal, $nb_remedy:literal;
        nn: $nn_expected:literal, $nn_remedy:literal;
        en: $en_expected:literal, $en_remedy:literal;
    })*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang $(, $arg: $type)*) -> (String, String) {
            match lang {
                Lang::Nb => (format!($nb_expected), format!($nb_remedy)),
                Lang::Nn => (format!($nn_expected), format!($nn_remedy)),
                Lang::En => (format!($en_expected), format!($en_remedy)),
            }
        }
    )*};
}

problem_words! {
    /// Nothing in the file.
    empty() {
        nb: "en tabell med overskrifter og tall", "Filen er tom. Last den ned på nytt fra kilden.";
        nn: "ein tabell med overskrifter og tal", "Fila er tom. Last henne ned på nytt frå kjelda.";
        en: "a table with a header and numbers", "The file is empty. Download it again from its source.";
    }
    /// A header and no rows.
    no_rows() {
        nb: "minst én rad under overskriftene",
            "Filen har bare overskrifter. Sjekk at utvalget hos kilden ikke var tomt.";
        nn: "minst éi rad under overskriftene",
            "Fila har berre overskrifter. Sjekk at utvalet hos kjelda ikkje var tomt.";
        en: "at least one row below the header",
            "The file has only a header. Check that the selection at the source was not empty.";
    }
    /// A file of another kind.
    other_format(format: &str) {
        nb: "en CSV-fil (tekst)", "Dette er en {format}-fil, uansett hva navnet slutter på. Hent tabellen som CSV.";
        nn: "ei CSV-fil (tekst)", "Dette er ei {format}-fil, uansett kva namnet sluttar på. Hent tabellen som CSV.";
        en: "a CSV file (text)", "This file is {format}, whatever its name ends with. Get the table as CSV.";
    }
    /// Not a text file.
    binary() {
        nb: "bare tekst", "Filen inneholder nullbyte og er ikke en tekstfil. Lagre tabellen som «CSV UTF-8».";
        nn: "berre tekst", "Fila inneheld nullbyte og er ikkje ei tekstfil. Lagre tabellen som «CSV UTF-8».";
        en: "text only", "The file holds NUL bytes and is not a text file. Save the table as “CSV UTF-8”.";
    }
    /// Not UTF-8.
    encoding() {
        nb: "tegnsettet UTF-8", "Lagre filen som «CSV UTF-8», ellers blir æ, ø og å feil.";
        nn: "teiknsettet UTF-8", "Lagre fila som «CSV UTF-8», elles blir æ, ø og å feil.";
        en: "the encoding UTF-8", "Save the file as “CSV UTF-8”; otherwise letters such as æ, ø and å go wrong.";
    }
    /// Too many bytes.
    too_large(limit_mb: u64) {
        nb: "høyst {limit_mb} MB", "Filen er ikke lest. Hent et mindre utvalg, eller del filen etter år.";
        nn: "høgst {limit_mb} MB", "Fila er ikkje lesen. Hent eit mindre utval, eller del fila etter år.";
        en: "at most {limit_mb} MB", "The file was not read. Get a smaller selection, or split the file by year.";
    }
    /// Too many columns.
    too_many_columns(limit: usize) {
        nb: "høyst {limit} kolonner",
            "Filen er ikke lest videre. Legg verdiene nedover i rader, med én kolonne for hver \
             dimensjon.";
        nn: "høgst {limit} kolonner",
            "Fila er ikkje lesen vidare. Legg verdiane nedover i rader, med éi kolonne for kvar \
             dimensjon.";
        en: "at most {limit} columns",
            "The file was not read further. Put the values in rows, with one column for each \
             dimension.";
    }
    /// More codes than a page can offer.
    too_many_codes(limit: usize) {
        nb: "høyst {limit} ulike koder i en kolonne, og like mange navn",
            "Ta bort kolonnen hvis den bare nummererer radene, legg sammen til større grupper, eller del filen.";
        nn: "høgst {limit} ulike kodar i ei kolonne, og like mange namn",
            "Ta bort kolonna dersom ho berre nummererer radene, legg saman til større grupper, eller del fila.";
        en: "at most {limit} different codes in a column, and as many names",
            "Remove the column if it only numbers the rows, add up to larger groups, or split the file.";
    }
    /// A text that no list can show.
    text_too_long(limit: usize) {
        nb: "koder og navn på høyst {limit} byte", "Kort ned teksten, eller ta bort kolonnen.";
        nn: "kodar og namn på høgst {limit} byte", "Kort ned teksten, eller ta bort kolonna.";
        en: "codes and names of at most {limit} bytes", "Shorten the text, or remove the column.";
    }
    /// Further problems.
    more(count: usize) {
        nb: "færre feil: {count} til er ikke vist", "Rett de første, og åpne filene på nytt.";
        nn: "færre feil: {count} til er ikkje viste", "Rett dei første, og opne filene på nytt.";
        en: "fewer problems: {count} more are not shown", "Mend the first ones, and open the files again.";
    }
    /// A declared column is not there.
    column_missing() {
        nb: "en kolonne med dette navnet",
            "Datapakken beskriver kolonnen, men filen har den ikke. Rett navnet i filen eller i \
             datapackage.json.";
        nn: "ei kolonne med dette namnet",
            "Datapakken beskriv kolonna, men fila har henne ikkje. Rett namnet i fila eller i \
             datapackage.json.";
        en: "a column of this name",
            "The data package describes the column, but the file lacks it. Correct the name in the \
             file or in datapackage.json.";
    }
    /// A slip of a contract name.
    column_misspelt(meant: &str) {
        nb: "«{meant}»", "Navnet ligner på «{meant}». Skriv det nøyaktig slik, eller gi kolonnen et helt annet navn.";
        nn: "«{meant}»", "Namnet liknar på «{meant}». Skriv det nøyaktig slik, eller gi kolonna eit heilt anna namn.";
        en: "“{meant}”",
            "The name resembles “{meant}”. Write it exactly like that, or give the column quite \
             another name.";
    }
    /// A text that breaks off.
    cut_off() {
        nb: "resten av filen", "Filen er kuttet av før slutten. Last den ned på nytt fra kilden.";
        nn: "resten av fila", "Fila er kutta av før slutten. Last henne ned på nytt frå kjelda.";
        en: "the rest of the file", "The file breaks off before its end. Download it again from its source.";
    }
    /// Lists within lists.
    too_deep(limit: u32) {
        nb: "høyst {limit} lister og objekter inne i hverandre",
            "Dette er ikke en tabell i et kjent format. Hent tabellen som JSON-stat eller CSV.";
        nn: "høgst {limit} lister og objekt inne i kvarandre",
            "Dette er ikkje ein tabell i eit kjent format. Hent tabellen som JSON-stat eller CSV.";
        en: "at most {limit} lists and objects within each other",
            "This is no table in a known format. Get the table as JSON-stat or CSV.";
    }
    /// Two columns of one name.
    column_twice() {
        nb: "ulike navn på alle kolonner", "Gi den ene kolonnen et annet navn, eller fjern den.";
        nn: "ulike namn på alle kolonner", "Gi den eine kolonna eit anna namn, eller fjern henne.";
        en: "different names for all columns", "Rename one of the columns, or remove it.";
    }
    /// A nameless column.
    column_unnamed() {
        nb: "et navn på hver kolonne", "Gi kolonnen et navn, eller fjern det ekstra skilletegnet.";
        nn: "eit namn på kvar kolonne", "Gi kolonna eit namn, eller fjern det ekstra skiljeteiknet.";
        en: "a name for each column", "Name the column, or remove the extra delimiter.";
    }
    /// Numbers that nobody has said the meaning of.
    column_of_numbers() {
        nb: "koder, eller tall under et navn som sier hva de teller: emigrations, person_years, population_jan1, \
             population_dec31, persons eller returned_5y",
            "Kolonnen har tall. Gi den navnet på det den teller, fjern den, eller si i datapackage.json hvilken \
             rolle den har: dimension, measure eller note.";
        nn: "kodar, eller tal under eit namn som seier kva dei tel: emigrations, person_years, population_jan1, \
             population_dec31, persons eller returned_5y",
            "Kolonna har tal. Gi henne namnet på det ho tel, fjern henne, eller sei i datapackage.json kva rolle \
             ho har: dimension, measure eller note.";
        en: "codes, or numbers under a name that says what they count: emigrations, person_years, \
             population_jan1, population_dec31, persons or returned_5y",
            "The column holds numbers. Give it the name of what it counts, remove it, or say in datapackage.json \
             which role it has: dimension, measure or note.";
    }
    /// No measure.
    no_measure() {
        nb: "minst én tallkolonne: emigrations, person_years, population_jan1, population_dec31, \
             persons eller returned_5y",
            "Gi tallkolonnen et av disse navnene. Se «Dine data» for et eksempel.";
        nn: "minst éi talkolonne: emigrations, person_years, population_jan1, population_dec31, \
             persons eller returned_5y",
            "Gi talkolonna eitt av desse namna. Sjå «Dine data» for eit døme.";
        en: "at least one number column: emigrations, person_years, population_jan1, \
             population_dec31, persons or returned_5y",
            "Give the number column one of these names. See “Your data” for an example.";
    }
    /// Row of another width.
    row_width(expected: usize) {
        nb: "{expected} felter, som i overskriften",
            "Se etter et skilletegn for mye eller for lite, eller sett anførselstegn rundt tekst \
             med skilletegn i.";
        nn: "{expected} felt, som i overskrifta",
            "Sjå etter eit skiljeteikn for mykje eller for lite, eller set hermeteikn rundt tekst \
             med skiljeteikn i.";
        en: "{expected} fields, as in the header",
            "Look for a delimiter too many or too few, or put quotation marks around text that \
             contains one.";
    }
    /// Broken quoting.
    quoting() {
        nb: "anførselstegn som både åpnes og lukkes",
            "Finn anførselstegnet som mangler sin make på denne linjen eller tidligere.";
        nn: "hermeteikn som både blir opna og lukka",
            "Finn hermeteiknet som manglar maken sin på denne linja eller tidlegare.";
        en: "quotation marks that open and close", "Find the quotation mark without a partner on this line or earlier.";
    }
    /// Not a number.
    not_a_number() {
        nb: "et tall, tomt felt eller «..» (mangler), «:» (prikket) eller «.» (ikke aktuelt)",
            "Skriv tallet uten mellomrom og uten enhet.";
        nn: "eit tal, tomt felt eller «..» (manglar), «:» (prikka) eller «.» (ikkje aktuelt)",
            "Skriv talet utan mellomrom og utan eining.";
        en: "a number, an empty field or “..” (missing), “:” (suppressed) or “.” (not applicable)",
            "Write the number without spaces and without a unit.";
    }
    /// Below zero.
    negative() {
        nb: "null eller et positivt tall", "Et antall kan ikke være negativt. Er tallet en endring eller en netto, \
            hører det ikke hjemme i denne kolonnen; ellers rett det hos kilden.";
        nn: "null eller eit positivt tal", "Eit tal på noko kan ikkje vere negativt. Er talet ei endring eller ein \
            netto, høyrer det ikkje heime i denne kolonna; elles rett det hos kjelda.";
        en: "zero or a positive number", "A count cannot be negative. A change or a net number does not belong in \
            this column; otherwise correct the number at its source.";
    }
    /// Count with decimals.
    not_whole() {
        nb: "et helt tall",
            "Hendelser og personer telles i hele tall. Er tallet en rate eller et gjennomsnitt, \
             hører det ikke hjemme i denne kolonnen.";
        nn: "eit heilt tal",
            "Hendingar og personar blir talde i heile tal. Er talet ein rate eller eit \
             gjennomsnitt, høyrer det ikkje heime i denne kolonna.";
        en: "a whole number",
            "Events and persons are counted in whole numbers. A rate or an average does not belong \
             in this column.";
    }
    /// Outside 0 to 100.
    not_percent() {
        nb: "en prosent mellom 0 og 100", "Rett tallet, eller flytt det til en kolonne for antall.";
        nn: "ein prosent mellom 0 og 100",
            "Rett talet, eller flytt det til ei kolonne for tal på hendingar eller personar.";
        en: "a percentage between 0 and 100", "Correct the number, or move it to a column of counts.";
    }
    /// Decimals or thousands.
    ambiguous_number() {
        nb: "et tall som bare kan leses på én måte",
            "Tegnet kan skille tusener eller desimaler. Skriv tallet uten tusenskille, eller oppgi \
             «decimalChar» i datapackage.json.";
        nn: "eit tal som berre kan lesast på éin måte",
            "Teiknet kan skilje tusen eller desimalar. Skriv talet utan tusenskilje, eller oppgi \
             «decimalChar» i datapackage.json.";
        en: "a number that can be read in one way only",
            "The sign may separate thousands or decimals. Write the number without a thousands \
             separator, or state “decimalChar” in datapackage.json.";
    }
    /// The other decimal sign.
    other_decimal_sign(sign: char) {
        nb: "«{sign}» som desimaltegn, som i resten av filen",
            "Bruk samme desimaltegn i hele filen, og ikke noe tusenskille.";
        nn: "«{sign}» som desimalteikn, som i resten av fila",
            "Bruk same desimalteikn i heile fila, og ikkje noko tusenskilje.";
        en: "“{sign}” as decimal sign, as in the rest of the file",
            "Use one decimal sign throughout the file and no thousands separator.";
    }
    /// Empty dimension cell.
    code_missing() {
        nb: "en kode",
            "Hver rad må si hvilken gruppe, hvilket år og så videre tallet gjelder. Bruk en egen \
             kode for uoppgitt.";
        nn: "ein kode",
            "Kvar rad må seie kva gruppe, kva år og så vidare talet gjeld. Bruk ein eigen kode for \
             ikkje oppgitt.";
        en: "a code",
            "Each row must say which group, year and so on the number belongs to. Use a code of \
             its own for unknown.";
    }
    /// Same key twice.
    duplicate_key(first_line: u64) {
        nb: "én rad for hver kombinasjon av koder",
            "Linje {first_line} har de samme kodene. Slå radene sammen, eller rett koden i en av \
             dem.";
        nn: "éi rad for kvar kombinasjon av kodar",
            "Linje {first_line} har dei same kodane. Slå radene saman, eller rett koden i ei av \
             dei.";
        en: "one row for each combination of codes",
            "Line {first_line} has the same codes. Merge the rows, or correct a code in one of \
             them.";
    }
    /// Events where nobody lived.
    events_without_exposure() {
        nb: "ingen utvandringer der det ikke bor noen",
            "Folketallet (eller personårene) er 0, men det står utvandringer i raden. Ett av \
             tallene må være feil.";
        nn: "ingen utvandringar der det ikkje bur nokon",
            "Folketalet (eller personåra) er 0, men det står utvandringar i rada. Eitt av tala må \
             vere feil.";
        en: "no emigrations where nobody lives",
            "The population (or the person-years) is 0, yet the row has emigrations. One of the \
             numbers must be wrong.";
    }
    /// More returned than left.
    more_returned() {
        nb: "høyst like mange tilbakeflyttinger som utvandringer", "Rett ett av tallene i raden.";
        nn: "høgst like mange tilbakeflyttingar som utvandringar", "Rett eitt av tala i rada.";
        en: "at most as many returned as emigrated", "Correct one of the numbers in the row.";
    }
    /// Not a whole number.
    not_an_ordinal() {
        nb: "et helt tall, for eksempel 2023 eller 18",
            "Skriv ett år eller én alder i hver rad. Bruk kolonnen «period» for flere år samlet.";
        nn: "eit heilt tal, til dømes 2023 eller 18",
            "Skriv eitt år eller éin alder i kvar rad. Bruk kolonna «period» for fleire år samla.";
        en: "a whole number, for example 2023 or 18",
            "Write one year or one age a row. Use the column “period” for several years together.";
    }
    /// Not JSON.
    json() {
        nb: "gyldig JSON", "Rett filen på dette stedet; ofte mangler et komma eller en klamme.";
        nn: "gyldig JSON", "Rett fila på denne staden; ofte manglar eit komma eller ei klamme.";
        en: "valid JSON", "Correct the file at this place; often a comma or a bracket is missing.";
    }
    /// Descriptor lacks something.
    descriptor_field() {
        nb: "et felt som beskrivelsen av en datapakke må ha", "Legg til eller rett feltet i datapackage.json.";
        nn: "eit felt som beskrivinga av ein datapakke må ha", "Legg til eller rett feltet i datapackage.json.";
        en: "a field that the description of a data package must have", "Add or correct the field in datapackage.json.";
    }
    /// A path that leads elsewhere.
    resource_path() {
        nb: "en sti til en fil i pakken, ulik for hver tabell: «tabell.csv» eller «mappe/tabell.csv»",
            "Legg filen ved siden av datapackage.json, og rett stien der.";
        nn: "ein stig til ei fil i pakken, ulik for kvar tabell: «tabell.csv» eller «mappe/tabell.csv»",
            "Legg fila ved sida av datapackage.json, og rett stigen der.";
        en: "a path to a file of the package, another one for each table: “table.csv” or “folder/table.csv”",
            "Put the file beside datapackage.json, and correct the path there.";
    }
    /// A coverage beyond the table.
    coverage_beyond() {
        nb: "koder som tabellen har i kolonnen sin",
            "Rett «coverage» for tabellen i datapackage.json, eller fjern den: kolonnen sier det selv.";
        nn: "kodar som tabellen har i kolonna si",
            "Rett «coverage» for tabellen i datapackage.json, eller fjern han: kolonna seier det sjølv.";
        en: "codes that the table has in its column",
            "Correct the “coverage” of the table in datapackage.json, or remove it: the column says it itself.";
    }
    /// A coverage of an unknown dimension.
    coverage_unknown() {
        nb: "en dimensjon som en tabell, en etikett eller kontrakten har",
            "Rett navnet under «coverage» i datapackage.json.";
        nn: "ein dimensjon som ein tabell, ein etikett eller kontrakten har",
            "Rett namnet under «coverage» i datapackage.json.";
        en: "a dimension that a table, a label or the contract has",
            "Correct the name under “coverage” in datapackage.json.";
    }
    /// A break of what the table does not have.
    break_unknown() {
        nb: "en kolonne med år, og dimensjoner og koder som tabellen har",
            "Rett «breaks» for tabellen i datapackage.json.";
        nn: "ei kolonne med år, og dimensjonar og kodar som tabellen har",
            "Rett «breaks» for tabellen i datapackage.json.";
        en: "a column of years, and dimensions and codes that the table has",
            "Correct the “breaks” of the table in datapackage.json.";
    }
    /// Too many tables.
    too_many_files(limit: usize) {
        nb: "høyst {limit} tabeller", "Pakken er ikke lest. Del den i flere pakker.";
        nn: "høgst {limit} tabellar", "Pakken er ikkje lesen. Del han i fleire pakkar.";
        en: "at most {limit} tables", "The package was not read. Split it into several packages.";
    }
    /// More bytes than a description needs.
    description_too_long(limit: usize) {
        nb: "høyst {limit} byte i datapackage.json",
            "Pakken er ikke lest. Ta ut etiketter som ingen tabell trenger, eller del den i flere pakker.";
        nn: "høgst {limit} byte i datapackage.json",
            "Pakken er ikkje lesen. Ta ut etikettar som ingen tabell treng, eller del han i fleire pakkar.";
        en: "at most {limit} bytes in datapackage.json",
            "The package was not read. Take out labels that no table needs, or split it into several packages.";
    }
    /// More codes than a description may cover.
    too_many_covered(limit: usize) {
        nb: "høyst {limit} koder i «coverage» og «defaults» til sammen, områder som 2000..2023 skrevet ut",
            "Pakken er ikke lest. Nevn færre koder der: kolonnene i tabellene sier selv hva de har.";
        nn: "høgst {limit} kodar i «coverage» og «defaults» til saman, område som 2000..2023 skrivne ut",
            "Pakken er ikkje lesen. Nemn færre kodar der: kolonnane i tabellane seier sjølve kva dei har.";
        en: "at most {limit} codes in “coverage” and “defaults” together, ranges such as 2000..2023 written out",
            "The package was not read. Name fewer codes there: the columns of the tables say what they have.";
    }
    /// A described file is not there.
    file_missing() {
        nb: "en fil som datapackage.json viser til", "Velg alle filene i pakken samtidig.";
        nn: "ei fil som datapackage.json viser til", "Vel alle filene i pakken samtidig.";
        en: "a file that datapackage.json refers to", "Choose all files of the package together.";
    }
    /// Nothing to open.
    nothing_to_open() {
        nb: "minst én CSV-fil, eller datapackage.json sammen med sine CSV-filer", "Velg filene på nytt.";
        nn: "minst éi CSV-fil, eller datapackage.json saman med CSV-filene sine", "Vel filene på nytt.";
        en: "at least one CSV file, or datapackage.json with its CSV files", "Choose the files again.";
    }
    /// Two files of one name.
    file_twice() {
        nb: "ulike filnavn", "Gi en av filene et annet navn.";
        nn: "ulike filnamn", "Gi ei av filene eit anna namn.";
        en: "different file names", "Rename one of the files.";
    }
    /// Too many cells.
    too_many_cells(limit: usize) {
        nb: "høyst {limit} celler", "Filen er ikke lest. Hent et mindre utvalg, med færre kategorier eller færre år.";
        nn: "høgst {limit} celler", "Fila er ikkje lesen. Hent eit mindre utval, med færre kategoriar eller færre år.";
        en: "at most {limit} cells",
            "The file was not read. Get a smaller selection, with fewer categories or fewer years.";
    }
    /// No header.
    header_missing() {
        nb: "en linje med kolonnenavn over tallene",
            "Velg hvilken linje som har kolonnenavnene, eller legg til en slik linje.";
        nn: "ei linje med kolonnenamn over tala", "Vel kva linje som har kolonnenamna, eller legg til ei slik linje.";
        en: "a line of column names above the numbers", "Choose the line that has the column names, or add one.";
    }
    /// No numbers.
    no_value_column() {
        nb: "minst én kolonne med tall", "Velg hvilke kolonner som er tall, eller sjekk at riktig skilletegn er valgt.";
        nn: "minst éi kolonne med tal", "Vel kva kolonner som er tal, eller sjekk at rett skiljeteikn er valt.";
        en: "at least one column of numbers",
            "Choose which columns are numbers, or check that the delimiter is the right one.";
    }
    /// A chosen column is not there.
    chosen_column_missing() {
        nb: "en kolonne med dette navnet", "Kolonnen som er valgt, finnes ikke i filen. Velg på nytt.";
        nn: "ei kolonne med dette namnet", "Kolonna som er vald, finst ikkje i fila. Vel på nytt.";
        en: "a column of this name", "The chosen column is not in the file. Choose again.";
    }
    /// Wrong number of values.
    cell_count(expected: u64) {
        nb: "{expected} verdier, som filen selv oppgir", "Filen er trolig avkortet eller endret. Last den ned på nytt.";
        nn: "{expected} verdiar, som fila sjølv oppgir", "Fila er truleg avkorta eller endra. Last henne ned på nytt.";
        en: "{expected} values, as the file itself declares",
            "The file has probably been cut off or changed. Download it again.";
    }
    /// Undeclared key.
    unknown_code() {
        nb: "en nøkkel som står i filens egen kodeliste", "Filen er trolig endret. Last den ned på nytt.";
        nn: "ein nøkkel som står i kodelista i fila", "Fila er truleg endra. Last henne ned på nytt.";
        en: "a key from the file’s own list of codes", "The file has probably been changed. Download it again.";
    }
    /// One code twice.
    code_twice() {
        nb: "ulike koder innenfor hver dimensjon",
            "Hent tabellen med koder, ikke bare tekst: to kategorier har samme navn.";
        nn: "ulike kodar innanfor kvar dimensjon",
            "Hent tabellen med kodar, ikkje berre tekst: To kategoriar har same namn.";
        en: "different codes within each dimension",
            "Get the table with codes, not only texts: two categories have the same name.";
    }
    /// PX keyword missing.
    px_keyword_missing() {
        nb: "nøkkelordet i PX-filen", "Filen er ufullstendig. Last den ned på nytt, eller hent tabellen som CSV.";
        nn: "nøkkelordet i PX-fila", "Fila er ufullstendig. Last henne ned på nytt, eller hent tabellen som CSV.";
        en: "the keyword in the PX file", "The file is incomplete. Download it again, or get the table as CSV.";
    }
    /// PX cannot be read here.
    px_syntax() {
        nb: "NØKKELORD=verdi; som i en PX-fil",
            "Se etter et anførselstegn eller semikolon som mangler rett før dette stedet.";
        nn: "NØKKELORD=verdi; som i ei PX-fil",
            "Sjå etter eit hermeteikn eller semikolon som manglar rett før denne staden.";
        en: "KEYWORD=value; as in a PX file", "Look for a quotation mark or semicolon missing just before this place.";
    }
    /// JSON of another shape.
    json_member() {
        nb: "feltet slik JSON-stat eller PxWeb skriver det", "Hent tabellen på nytt som JSON-stat 2 eller CSV.";
        nn: "feltet slik JSON-stat eller PxWeb skriv det", "Hent tabellen på nytt som JSON-stat 2 eller CSV.";
        en: "the member as JSON-stat or PxWeb writes it", "Get the table again as JSON-stat 2 or CSV.";
    }
    /// Workbook part missing.
    workbook_part() {
        nb: "en hel Excel-arbeidsbok", "Åpne filen i et regneark og lagre den på nytt, eller lagre arket som CSV.";
        nn: "ei heil Excel-arbeidsbok", "Opne fila i eit rekneark og lagre henne på nytt, eller lagre arket som CSV.";
        en: "a complete Excel workbook", "Open the file in a spreadsheet and save it again, or save the sheet as CSV.";
    }
    /// Damaged archive.
    archive_damaged() {
        nb: "et helt arkiv", "Filen er avkortet eller skadet. Last den ned på nytt.";
        nn: "eit heilt arkiv", "Fila er avkorta eller skadd. Last henne ned på nytt.";
        en: "a complete archive", "The file is cut off or damaged. Download it again.";
    }
    /// Archive of an unknown kind.
    archive_unsupported(what: &str) {
        nb: "et vanlig zip-arkiv uten passord, ikke {what}", "Pakk ut arkivet, og velg filene i det.";
        nn: "eit vanleg zip-arkiv utan passord, ikkje {what}", "Pakk ut arkivet, og vel filene i det.";
        en: "an ordinary zip archive without a password, not {what}", "Unpack the archive and choose the files in it.";
    }
    /// Nested archives.
    archive_too_deep() {
        nb: "høyst tre arkiver inni hverandre", "Pakk ut arkivet, og velg filene i det.";
        nn: "høgst tre arkiv inni kvarandre", "Pakk ut arkivet, og vel filene i det.";
        en: "at most three archives inside one another", "Unpack the archive and choose the files in it.";
    }
    /// Nothing useful in the archive.
    archive_without_tables() {
        nb: "minst én fil med en tabell i arkivet", "Arkivet kan inneholde CSV, TSV, PX, JSON eller XLSX.";
        nn: "minst éi fil med ein tabell i arkivet", "Arkivet kan innehalde CSV, TSV, PX, JSON eller XLSX.";
        en: "at least one file with a table in the archive", "The archive can hold CSV, TSV, PX, JSON or XLSX.";
    }
    /// A package where a table was expected.
    data_package() {
        nb: "en enkelt tabell", "Dette er en datapakke. Åpne den som datapakke.";
        nn: "ein enkelt tabell", "Dette er ein datapakke. Opne han som datapakke.";
        en: "a single table", "This is a data package. Open it as a data package.";
    }
}
