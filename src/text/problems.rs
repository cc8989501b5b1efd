//! What is said about files that cannot be opened: what was expected, and what to do.

use super::Lang;

/// Where: file, line, column.
pub fn place(lang: Lang, file: &str, line: Option<u64>, column: Option<&str>) -> String {
    let mut place = file.to_owned();
    if let Some(line) = line {
        place += &match lang {
            Lang::Nb => format!(", linje {line}"),
            Lang::En => format!(", line {line}"),
        };
    }
    if let Some(column) = column {
        place += &match lang {
            Lang::Nb => format!(", kolonne «{column}»"),
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
            Lang::En => format!(": found “{found}”"),
        };
    }
    line += &match lang {
        Lang::Nb => format!(". Ventet: {expected}. {remedy}"),
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
    match (lang, count) {
        (Lang::Nb, 1) => "Det samme gjelder ett sted til.".to_owned(),
        (Lang::Nb, _) => format!("Det samme gjelder {count} steder til."),
        (Lang::En, 1) => "The same holds for one more place.".to_owned(),
        (Lang::En, _) => format!("The same holds for {count} more places."),
    }
}

/// The words of a problem that only one part of the product can meet: what was expected, and what
/// to do. They stand beside that part, so that no other module carries them.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// In Norwegian.
    pub nb: [&'static str; 2],
    /// In English.
    pub en: [&'static str; 2],
}

impl Told {
    /// The words in a language.
    pub fn words(&self, lang: Lang) -> (String, String) {
        let [expected, remedy] = match lang {
            Lang::Nb => self.nb,
            Lang::En => self.en,
        };
        (expected.to_owned(), remedy.to_owned())
    }
}

macro_rules! problem_words {
    ($($(#[$doc:meta])* $name:ident ( $($arg:ident : $type:ty),* ) {
        nb: $nb_expected:literal, $nb_remedy:literal;
        en: $en_expected:literal, $en_remedy:literal;
    })*) => {$(
        $(#[$doc])*
        pub fn $name(lang: Lang $(, $arg: $type)*) -> (String, String) {
            match lang {
                Lang::Nb => (format!($nb_expected), format!($nb_remedy)),
                Lang::En => (format!($en_expected), format!($en_remedy)),
            }
        }
    )*};
}

problem_words! {
    /// Nothing in the file.
    empty() {
        nb: "en tabell med overskrifter og tall", "Filen er tom. Last den ned på nytt fra kilden.";
        en: "a table with a header and numbers", "The file is empty. Download it again from its source.";
    }
    /// A header and no rows.
    no_rows() {
        nb: "minst én rad under overskriftene", "Filen har bare overskrifter. Sjekk at utvalget hos kilden ikke var tomt.";
        en: "at least one row below the header", "The file has only a header. Check that the selection at the source was not empty.";
    }
    /// A file of another kind.
    other_format(format: &str) {
        nb: "en CSV-fil (tekst)", "Dette er en {format}-fil, uansett hva navnet slutter på. Hent tabellen som CSV.";
        en: "a CSV file (text)", "This is a {format} file, whatever its name ends with. Get the table as CSV.";
    }
    /// Not a text file.
    binary() {
        nb: "bare tekst", "Filen inneholder nullbyte og er ikke en tekstfil. Lagre tabellen som «CSV UTF-8».";
        en: "text only", "The file holds NUL bytes and is not a text file. Save the table as “CSV UTF-8”.";
    }
    /// Not UTF-8.
    encoding() {
        nb: "tegnsettet UTF-8", "Lagre filen som «CSV UTF-8», ellers blir æ, ø og å feil.";
        en: "the encoding UTF-8", "Save the file as “CSV UTF-8”; otherwise letters such as æ, ø and å go wrong.";
    }
    /// Too many bytes.
    too_large(limit_mb: u64) {
        nb: "høyst {limit_mb} MB", "Filen er ikke lest. Hent et mindre utvalg, eller del filen etter år.";
        en: "at most {limit_mb} MB", "The file was not read. Get a smaller selection, or split the file by year.";
    }
    /// Too many columns.
    too_many_columns(limit: usize) {
        nb: "høyst {limit} kolonner", "Filen er ikke lest videre. Legg verdiene nedover i rader, med én kolonne for hver dimensjon.";
        en: "at most {limit} columns", "The file was not read further. Put the values in rows, with one column for each dimension.";
    }
    /// A declared column is not there.
    column_missing() {
        nb: "en kolonne med dette navnet", "Datapakken beskriver kolonnen, men filen har den ikke. Rett navnet i filen eller i datapackage.json.";
        en: "a column of this name", "The data package describes the column, but the file lacks it. Correct the name in the file or in datapackage.json.";
    }
    /// A slip of a contract name.
    column_misspelt(meant: &str) {
        nb: "«{meant}»", "Navnet ligner på «{meant}». Skriv det nøyaktig slik, eller gi kolonnen et helt annet navn.";
        en: "“{meant}”", "The name resembles “{meant}”. Write it exactly like that, or give the column quite another name.";
    }
    /// Two columns of one name.
    column_twice() {
        nb: "ulike navn på alle kolonner", "Gi den ene kolonnen et annet navn, eller fjern den.";
        en: "different names for all columns", "Rename one of the columns, or remove it.";
    }
    /// A nameless column.
    column_unnamed() {
        nb: "et navn på hver kolonne", "Gi kolonnen et navn, eller fjern det ekstra skilletegnet.";
        en: "a name for each column", "Name the column, or remove the extra delimiter.";
    }
    /// No measure.
    no_measure() {
        nb: "minst én tallkolonne: emigrations, person_years, population_jan1, population_dec31, persons eller returned_5y", "Gi tallkolonnen et av disse navnene. Se «Dine data» for et eksempel.";
        en: "at least one number column: emigrations, person_years, population_jan1, population_dec31, persons or returned_5y", "Give the number column one of these names. See “Your data” for an example.";
    }
    /// Row of another width.
    row_width(expected: usize) {
        nb: "{expected} felter, som i overskriften", "Se etter et skilletegn for mye eller for lite, eller sett anførselstegn rundt tekst med skilletegn i.";
        en: "{expected} fields, as in the header", "Look for a delimiter too many or too few, or put quotation marks around text that contains one.";
    }
    /// Broken quoting.
    quoting() {
        nb: "anførselstegn som både åpnes og lukkes", "Finn anførselstegnet som mangler sin make på denne linjen eller tidligere.";
        en: "quotation marks that open and close", "Find the quotation mark without a partner on this line or earlier.";
    }
    /// Not a number.
    not_a_number() {
        nb: "et tall, tomt felt eller «..» (mangler), «:» (prikket) eller «.» (ikke aktuelt)", "Skriv tallet uten mellomrom og uten enhet.";
        en: "a number, an empty field or “..” (missing), “:” (suppressed) or “.” (not applicable)", "Write the number without spaces and without a unit.";
    }
    /// Below zero.
    negative() {
        nb: "null eller et positivt tall", "Et antall kan ikke være negativt. Rett tallet hos kilden.";
        en: "zero or a positive number", "A count cannot be negative. Correct the number at its source.";
    }
    /// Count with decimals.
    not_whole() {
        nb: "et helt tall", "Hendelser og personer telles i hele tall. Er tallet en rate eller et gjennomsnitt, hører det ikke hjemme i denne kolonnen.";
        en: "a whole number", "Events and persons are counted in whole numbers. A rate or an average does not belong in this column.";
    }
    /// Outside 0 to 100.
    not_percent() {
        nb: "en prosent mellom 0 og 100", "Rett tallet, eller flytt det til en kolonne for antall.";
        en: "a percentage between 0 and 100", "Correct the number, or move it to a column of counts.";
    }
    /// Decimals or thousands.
    ambiguous_number() {
        nb: "et tall som bare kan leses på én måte", "Tegnet kan skille tusener eller desimaler. Skriv tallet uten tusenskille, eller oppgi «decimalChar» i datapackage.json.";
        en: "a number that can be read in one way only", "The sign may separate thousands or decimals. Write the number without a thousands separator, or state “decimalChar” in datapackage.json.";
    }
    /// The other decimal sign.
    other_decimal_sign(sign: char) {
        nb: "«{sign}» som desimaltegn, som i resten av filen", "Bruk samme desimaltegn i hele filen, og ikke noe tusenskille.";
        en: "“{sign}” as decimal sign, as in the rest of the file", "Use one decimal sign throughout the file and no thousands separator.";
    }
    /// Empty dimension cell.
    code_missing() {
        nb: "en kode", "Hver rad må si hvilken gruppe, hvilket år og så videre tallet gjelder. Bruk en egen kode for uoppgitt.";
        en: "a code", "Each row must say which group, year and so on the number belongs to. Use a code of its own for unknown.";
    }
    /// Same key twice.
    duplicate_key(first_line: u64) {
        nb: "én rad for hver kombinasjon av koder", "Linje {first_line} har de samme kodene. Slå radene sammen, eller rett koden i en av dem.";
        en: "one row for each combination of codes", "Line {first_line} has the same codes. Merge the rows, or correct a code in one of them.";
    }
    /// Events where nobody lived.
    events_without_exposure() {
        nb: "ingen utvandringer der det ikke bor noen", "Folketallet (eller personårene) er 0, men det står utvandringer i raden. Ett av tallene må være feil.";
        en: "no emigrations where nobody lives", "The population (or the person-years) is 0, yet the row has emigrations. One of the numbers must be wrong.";
    }
    /// More returned than left.
    more_returned() {
        nb: "høyst like mange tilbakeflyttede som utvandrede", "Rett ett av tallene i raden.";
        en: "at most as many returned as emigrated", "Correct one of the numbers in the row.";
    }
    /// Not a whole number.
    not_an_ordinal() {
        nb: "et helt tall, for eksempel 2023 eller 18", "Skriv ett år eller én alder i hver rad. Bruk kolonnen «period» for flere år samlet.";
        en: "a whole number, for example 2023 or 18", "Write one year or one age a row. Use the column “period” for several years together.";
    }
    /// Not JSON.
    json() {
        nb: "gyldig JSON", "Rett filen på dette stedet; ofte mangler et komma eller en klamme.";
        en: "valid JSON", "Correct the file at this place; often a comma or a bracket is missing.";
    }
    /// Descriptor lacks something.
    descriptor_field() {
        nb: "et felt som beskrivelsen av en datapakke må ha", "Legg feltet til i datapackage.json.";
        en: "a field that the description of a data package must have", "Add the field to datapackage.json.";
    }
    /// A described file is not there.
    file_missing() {
        nb: "en fil som datapackage.json viser til", "Velg alle filene i pakken samtidig.";
        en: "a file that datapackage.json refers to", "Choose all files of the package together.";
    }
    /// Nothing to open.
    nothing_to_open() {
        nb: "minst én CSV-fil, eller datapackage.json sammen med sine CSV-filer", "Velg filene på nytt.";
        en: "at least one CSV file, or datapackage.json with its CSV files", "Choose the files again.";
    }
    /// Two files of one name.
    file_twice() {
        nb: "ulike filnavn", "Gi en av filene et annet navn.";
        en: "different file names", "Rename one of the files.";
    }
    /// Too many cells.
    too_many_cells(limit: usize) {
        nb: "høyst {limit} celler", "Filen er ikke lest. Hent et mindre utvalg, med færre kategorier eller færre år.";
        en: "at most {limit} cells", "The file was not read. Get a smaller selection, with fewer categories or fewer years.";
    }
    /// No header.
    header_missing() {
        nb: "en linje med kolonnenavn over tallene", "Velg hvilken linje som har kolonnenavnene, eller legg til en slik linje.";
        en: "a line of column names above the numbers", "Choose the line that has the column names, or add one.";
    }
    /// No numbers.
    no_value_column() {
        nb: "minst én kolonne med tall", "Velg hvilke kolonner som er tall, eller sjekk at riktig skilletegn er valgt.";
        en: "at least one column of numbers", "Choose which columns are numbers, or check that the delimiter is the right one.";
    }
    /// A chosen column is not there.
    chosen_column_missing() {
        nb: "en kolonne med dette navnet", "Kolonnen som er valgt, finnes ikke i filen. Velg på nytt.";
        en: "a column of this name", "The chosen column is not in the file. Choose again.";
    }
    /// Wrong number of values.
    cell_count(expected: u64) {
        nb: "{expected} verdier, som filen selv oppgir", "Filen er trolig avkortet eller endret. Last den ned på nytt.";
        en: "{expected} values, as the file itself declares", "The file has probably been cut off or changed. Download it again.";
    }
    /// Undeclared key.
    unknown_code() {
        nb: "en nøkkel som står i filens egen kodeliste", "Filen er trolig endret. Last den ned på nytt.";
        en: "a key from the file’s own list of codes", "The file has probably been changed. Download it again.";
    }
    /// One code twice.
    code_twice() {
        nb: "ulike koder innenfor hver dimensjon", "Hent tabellen med koder, ikke bare tekst: to kategorier har samme navn.";
        en: "different codes within each dimension", "Get the table with codes, not only texts: two categories have the same name.";
    }
    /// PX keyword missing.
    px_keyword_missing() {
        nb: "nøkkelordet i PX-filen", "Filen er ufullstendig. Last den ned på nytt, eller hent tabellen som CSV.";
        en: "the keyword in the PX file", "The file is incomplete. Download it again, or get the table as CSV.";
    }
    /// PX cannot be read here.
    px_syntax() {
        nb: "NØKKELORD=verdi; som i en PX-fil", "Se etter et anførselstegn eller semikolon som mangler rett før dette stedet.";
        en: "KEYWORD=value; as in a PX file", "Look for a quotation mark or semicolon missing just before this place.";
    }
    /// JSON of another shape.
    json_member() {
        nb: "feltet slik JSON-stat eller PxWeb skriver det", "Hent tabellen på nytt som JSON-stat 2 eller CSV.";
        en: "the member as JSON-stat or PxWeb writes it", "Get the table again as JSON-stat 2 or CSV.";
    }
    /// Workbook part missing.
    workbook_part() {
        nb: "en hel Excel-arbeidsbok", "Åpne filen i et regneark og lagre den på nytt, eller lagre arket som CSV.";
        en: "a complete Excel workbook", "Open the file in a spreadsheet and save it again, or save the sheet as CSV.";
    }
    /// Damaged archive.
    archive_damaged() {
        nb: "et helt arkiv", "Filen er avkortet eller skadet. Last den ned på nytt.";
        en: "a complete archive", "The file is cut off or damaged. Download it again.";
    }
    /// Archive of an unknown kind.
    archive_unsupported(what: &str) {
        nb: "et vanlig zip-arkiv uten passord, ikke {what}", "Pakk ut arkivet, og velg filene i det.";
        en: "an ordinary zip archive without a password, not {what}", "Unpack the archive and choose the files in it.";
    }
    /// Nested archives.
    archive_too_deep() {
        nb: "høyst tre arkiver inni hverandre", "Pakk ut arkivet, og velg filene i det.";
        en: "at most three archives inside one another", "Unpack the archive and choose the files in it.";
    }
    /// Nothing useful in the archive.
    archive_without_tables() {
        nb: "minst én fil med en tabell i arkivet", "Arkivet kan inneholde CSV, TSV, PX, JSON eller XLSX.";
        en: "at least one file with a table in the archive", "The archive can hold CSV, TSV, PX, JSON or XLSX.";
    }
    /// A package where a table was expected.
    data_package() {
        nb: "en enkelt tabell", "Dette er en datapakke. Åpne den som datapakke.";
        en: "a single table", "This is a data package. Open it as a data package.";
    }
}
