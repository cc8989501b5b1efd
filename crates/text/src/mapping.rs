//! What is said on the way from a foreign file to a data set: how it was understood, what its
//! columns mean, and what happened to it.

use data::problem::Obstacle;
use import::formats::Meaning;
use import::mapping::aggregate::Remark;
use import::mapping::questions::{Asked, Choice};
use import::mapping::roles::Day;

use super::phrases::words;
use super::problems::Told;
use super::{Lang, enumerate, number};

words! {
    /// Heading.
    heading {
        nb: "Fra filen din til en utvandringsrate",
        nn: "Frå fila di til ein utvandringsrate",
        en: "From your file to an emigration rate",
    }
    /// Data page: heading above what was decided for foreign files.
    again_title {
        nb: "Valgene dine kan brukes på nytt",
        nn: "Vala dine kan brukast på nytt",
        en: "Your choices can be used again",
    }
    /// Data page: under that heading.
    again_text {
        nb: "Tallene er laget av filer fra andre, og hva hver kolonne betyr, er lagret med dem. \
             Har du nye filer av samme slag, for eksempel fra neste år, kan de leses på samme \
             måte.",
        nn: "Tala er laga av filer frå andre, og kva kvar kolonne betyr, er lagra med dei. Har du \
             nye filer av same slag, til dømes frå neste år, kan dei lesast på same måten.",
        en: "The data were made of files of others, and what each column means is saved with \
             them. New files of the same kind, such as those of the next year, can be read in the \
             same way.",
    }
    /// Data page: button.
    again_button { nb: "Velg nye filer", nn: "Vel nye filer", en: "Choose new files" }
    /// Data page: what was decided.
    again_shown { nb: "Hva kolonnene betyr", nn: "Kva kolonnene betyr", en: "What the columns mean" }
    /// Under the heading.
    lead {
        nb: "Slik er filen forstått. Alt kan endres, og forhåndsvisningen følger med. Vil du slå \
             sammen verdier på din egen måte, legger du til en grupperingsfil: en CSV med \
             kolonnene dimension, code og group.",
        nn: "Slik er fila forstått. Alt kan endrast, og førehandsvisinga følgjer med. Vil du slå \
             saman verdiar på din eigen måte, legg du til ei grupperingsfil: ein CSV med \
             kolonnene dimension, code og group.",
        en: "This is how the file was understood. Everything can be changed, and the preview \
             follows. To put values together in your own way, add a mapping file: a CSV with the \
             columns dimension, code and group.",
    }
    /// Heading of the result.
    result { nb: "Dette blir resultatet", nn: "Dette blir resultatet", en: "This will be the result" }
    /// Heading of the first rows of a file.
    first_rows { nb: "De første radene i filen", nn: "Dei første radene i fila", en: "The first rows of the file" }
    /// Button.
    use_these { nb: "Bruk disse tallene", nn: "Bruk desse tala", en: "Use these data" }
    /// Button.
    save { nb: "Lagre som datapakke (zip)", nn: "Lagre som datapakke (zip)", en: "Save as data package (zip)" }
    /// Button.
    add { nb: "Legg til en fil", nn: "Legg til ei fil", en: "Add another file" }
    /// Button when the population is missing.
    add_population {
        nb: "Legg til en fil med folketall",
        nn: "Legg til ei fil med folketal",
        en: "Add a file with population",
    }
    /// Button when the emigrations are missing.
    add_emigrations {
        nb: "Legg til en fil med utvandringer",
        nn: "Legg til ei fil med utvandringar",
        en: "Add a file with emigrations",
    }
    /// Button.
    cancel { nb: "Avbryt", nn: "Avbryt", en: "Cancel" }
    /// Remark.
    lacks_population {
        nb: "Filen har utvandringer, men ikke folketall. Legg til en fil med folketall for å få \
             rater.",
        nn: "Fila har utvandringar, men ikkje folketal. Legg til ei fil med folketal for å få \
             ratar.",
        en: "The file has emigrations but no population. Add a file with population to get rates.",
    }
    /// Remark.
    lacks_emigrations {
        nb: "Filen har folketall, men ikke utvandringer. Legg til en fil med utvandringer for å \
             få rater.",
        nn: "Fila har folketal, men ikkje utvandringar. Legg til ei fil med utvandringar for å få \
             ratar.",
        en: "The file has population but no emigrations. Add a file with emigrations to get rates.",
    }
    /// Remark.
    lacks_both {
        nb: "Ingen kolonne er kjent igjen som utvandringer eller folketall. Velg hva \
             tallkolonnene betyr, eller legg til en annen fil.",
        nn: "Inga kolonne er kjend att som utvandringar eller folketal. Vel kva talkolonnene \
             betyr, eller legg til ei anna fil.",
        en: "No column was recognised as emigrations or population. Choose what the columns of \
             numbers mean, or add another file.",
    }
    /// Fact.
    format { nb: "Format", nn: "Format", en: "Format" }
    /// Control.
    encoding { nb: "Tegnkoding", nn: "Teiknkoding", en: "Encoding" }
    /// Control.
    delimiter { nb: "Skilletegn", nn: "Skiljeteikn", en: "Delimiter" }
    /// Control.
    decimal_sign { nb: "Desimaltegn", nn: "Desimalteikn", en: "Decimal sign" }
    /// Control.
    header_line { nb: "Linje med kolonnenavn", nn: "Linje med kolonnenamn", en: "Line of column names" }
    /// Control.
    table { nb: "Tabell", nn: "Tabell", en: "Table" }
    /// Fact.
    title { nb: "Tittel", nn: "Tittel", en: "Title" }
    /// Fact.
    markers { nb: "Tegn uten tall", nn: "Teikn utan tal", en: "Marks without a number" }
    /// Fact.
    flags { nb: "Merknader til tall", nn: "Merknader til tal", en: "Remarks on numbers" }
    /// Every number is whole.
    whole_numbers { nb: "bare hele tall", nn: "berre heile tal", en: "whole numbers only" }
    /// Decimal sign.
    comma { nb: "komma", nn: "komma", en: "comma" }
    /// Decimal sign.
    point { nb: "punktum", nn: "punktum", en: "point" }
    /// Delimiter.
    semicolon { nb: "semikolon", nn: "semikolon", en: "semicolon" }
    /// Delimiter.
    tab { nb: "tabulator", nn: "tabulator", en: "tab" }
    /// Delimiter.
    space { nb: "mellomrom", nn: "mellomrom", en: "space" }
    /// Delimiter.
    pipe { nb: "loddrett strek", nn: "loddrett strek", en: "vertical bar" }
    /// Role of a column that was taken for a dimension.
    numbers { nb: "Tall", nn: "Tal", en: "Numbers" }
    /// Heading of the questions.
    asks { nb: "Dette må vi vite først", nn: "Dette må vi vite først", en: "This must be known first" }
    /// Role.
    left_out { nb: "Utelates", nn: "Blir utelaten", en: "Left out" }
    /// Role of a dimension.
    own_dimension { nb: "Egen inndeling", nn: "Eiga inndeling", en: "Dimension of its own" }
    /// Control.
    unit { nb: "Enhet", nn: "Eining", en: "Unit" }
    /// Unit.
    ones { nb: "enkeltvis", nn: "enkeltvis", en: "single units" }
    /// Unit.
    thousands { nb: "i tusen", nn: "i tusen", en: "in thousands" }
    /// Unit.
    millions { nb: "i millioner", nn: "i millionar", en: "in millions" }
    /// Control.
    grouping { nb: "Gruppering", nn: "Gruppering", en: "Grouping" }
    /// No grouping.
    ungrouped { nb: "Som i filen", nn: "Som i fila", en: "As in the file" }
    /// Grouping.
    origin_groups { nb: "De 19 landgruppene", nn: "Dei 19 landgruppene", en: "The 19 groups of origin" }
    /// Grouping.
    ages { nb: "Bare 18–35 år", nn: "Berre 18–35 år", en: "Ages 18–35 only" }
    /// Grouping.
    own_grouping { nb: "Fra grupperingsfilen", nn: "Frå grupperingsfila", en: "From the mapping file" }
    /// Control.
    what_counts { nb: "Hva som teller med", nn: "Kva som tel med", en: "What counts" }
    /// All categories.
    sum_of_all { nb: "Summen av alle", nn: "Summen av alle", en: "The sum of all" }
    /// Control for values that add up others.
    sums { nb: "Verdier som er summer av andre", nn: "Verdiar som er summar av andre", en: "Values that add up others" }
    /// Choice for such values.
    like_others {
        nb: "Regnes som de andre verdiene",
        nn: "Blir rekna som dei andre verdiane",
        en: "Counted like the other values",
    }
    /// A file is read as a mapping file says.
    reread {
        nb: "Filen er lest slik du valgte sist.",
        nn: "Fila er lesen slik du valde sist.",
        en: "The file was read as you chose last time.",
    }
    /// Control for an ambiguous number.
    reading {
        nb: "Hvordan skal tallene leses?",
        nn: "Korleis skal tala lesast?",
        en: "How are the numbers to be read?",
    }
    /// Not chosen yet.
    choose { nb: "Velg …", nn: "Vel …", en: "Choose …" }
}

/// The words of what keeps foreign tables from becoming a data set.
pub fn obstacle(obstacle: Obstacle) -> &'static Told {
    match obstacle {
        Obstacle::NoRole => &NO_ROLE,
        Obstacle::RoleTwice => &ROLE_TWICE,
        Obstacle::NothingShared => &NOTHING_SHARED,
        Obstacle::NothingMatched => &NOTHING_MATCHED,
        Obstacle::SpeltTwice => &SPELT_TWICE,
        Obstacle::MatchedTwice => &MATCHED_TWICE,
        Obstacle::NeverTogether => &NEVER_TOGETHER,
        Obstacle::SeveralVersions => &SEVERAL_VERSIONS,
        Obstacle::ScaleMismatch => &SCALE_MISMATCH,
        Obstacle::OneDate => &ONE_DATE,
        Obstacle::NoTurn => &NO_TURN,
        Obstacle::NoWholeYear => &NO_WHOLE_YEAR,
        Obstacle::TooManyCombinations => &TOO_MANY_COMBINATIONS,
    }
}

/// The browser ran out of memory.
pub static OUT_OF_MEMORY: Told = Told {
    nb: [
        "en fil som får plass i minnet nettleseren har",
        "Hent et mindre utvalg, eller del filen etter år. Det som var åpent, er uendret.",
    ],
    nn: [
        "ei fil som får plass i minnet nettlesaren har",
        "Hent eit mindre utval, eller del fila etter år. Det som var ope, er uendra.",
    ],
    en: [
        "a file that fits in the memory that the browser has",
        "Get a smaller selection, or split the file by year. What was open is unchanged.",
    ],
};

/// No column of any table has been given a meaning.
pub static NO_ROLE: Told = Told {
    nb: [
        "minst én kolonne som teller utvandringer eller folketall",
        "Velg hva tallkolonnene betyr.",
    ],
    nn: [
        "minst éi kolonne som tel utvandringar eller folketal",
        "Vel kva talkolonnene betyr.",
    ],
    en: [
        "at least one column that counts emigrations or population",
        "Choose what the columns of numbers mean.",
    ],
};

/// Two columns of a table have been given the same meaning.
pub static ROLE_TWICE: Told = Told {
    nb: [
        "høyst én kolonne med hver betydning",
        "Velg en annen betydning for den ene kolonnen, eller utelat den.",
    ],
    nn: [
        "høgst éi kolonne med kvar tyding",
        "Vel ei anna tyding for den eine kolonna, eller utelat henne.",
    ],
    en: [
        "at most one column of each meaning",
        "Choose another meaning for one of the columns, or leave it out.",
    ],
};

/// Two tables without a common dimension.
pub static NOTHING_SHARED: Told = Told {
    nb: [
        "minst én felles inndeling i de to filene, for eksempel år eller region",
        "Velg samme betydning for kolonnene som hører sammen, eller hent folketall med samme inndeling.",
    ],
    nn: [
        "minst éi felles inndeling i dei to filene, til dømes år eller region",
        "Vel same tyding for kolonnene som høyrer saman, eller hent folketal med same inndeling.",
    ],
    en: [
        "at least one dimension that both files have, such as year or region",
        "Choose the same meaning for the columns that belong together, or get the population with the same breakdown.",
    ],
};

/// A common dimension of two tables that has no value in common.
pub static NOTHING_MATCHED: Told = Told {
    nb: [
        "minst én verdi som finnes i begge filene",
        "Utelat kolonnen, så brukes summen eller totalen av den. Eller hent filene for de samme \
         verdiene, eller bruk en grupperingsfil som gir verdiene samme navn.",
    ],
    nn: [
        "minst éin verdi som finst i begge filene",
        "Utelat kolonna, så blir summen eller totalen av henne brukt. Eller hent filene for dei \
         same verdiane, eller bruk ei grupperingsfil som gir verdiane same namn.",
    ],
    en: [
        "at least one value that both files have",
        "Leave out the column, and its sum or total is used. Or get the files for the same values, \
         or use a mapping file that gives the values the same names.",
    ],
};

/// A cell that a cube gives under several spellings of a value.
pub static SPELT_TWICE: Told = Told {
    nb: [
        "ett tall for hver kombinasjon av verdier, også når en verdi er skrevet på flere måter",
        "Legg til en grupperingsfil som utelater den ene skrivemåten, eller hent filen uten den.",
    ],
    nn: [
        "eitt tal for kvar kombinasjon av verdiar, også når ein verdi er skriven på fleire måtar",
        "Legg til ei grupperingsfil som utelèt den eine skrivemåten, eller hent fila utan han.",
    ],
    en: [
        "one number for each combination of values, also when a value is spelt in several ways",
        "Add a mapping file that leaves out one of the spellings, or get the file without it.",
    ],
};

/// Two rows of the population that go with the same emigrations.
pub static MATCHED_TWICE: Told = Told {
    nb: [
        "høyst én rad i filen med folketall for hver rad i filen med utvandringer",
        "To verdier kommer ut på samme navn. Skill dem fra hverandre eller slå dem sammen med en grupperingsfil.",
    ],
    nn: [
        "høgst éi rad i fila med folketal for kvar rad i fila med utvandringar",
        "To verdiar kjem ut på same namn. Skil dei frå kvarandre eller slå dei saman med ei grupperingsfil.",
    ],
    en: [
        "at most one row of the file with population for each row of the file with emigrations",
        "Two values come to the same name. Tell them apart or put them together with a mapping file.",
    ],
};

/// Two tables that share values of every dimension, but no combination of them.
pub static NEVER_TOGETHER: Told = Told {
    nb: [
        "minst én kombinasjon av verdier som finnes i begge filene",
        "Hent filene for de samme årene og regionene, eller utelat en av kolonnene.",
    ],
    nn: [
        "minst éin kombinasjon av verdiar som finst i begge filene",
        "Hent filene for dei same åra og regionane, eller utelat ei av kolonnene.",
    ],
    en: [
        "at least one combination of values that both files have",
        "Get the files for the same years and regions, or leave out one of the columns.",
    ],
};

/// Two tables of the same columns and measures.
pub static SEVERAL_VERSIONS: Told = Told {
    nb: [
        "én fil med hvert slags tall for den samme inndelingen",
        "Filene har de samme kolonnene. Legg radene i én fil, eller velg bare en av filene.",
    ],
    nn: [
        "éi fil med kvart slag tal for den same inndelinga",
        "Filene har dei same kolonnene. Legg radene i éi fil, eller vel berre ei av filene.",
    ],
    en: [
        "one file with each kind of number for the same breakdown",
        "The files have the same columns. Put their rows into one file, or choose only one of them.",
    ],
};

/// More emigrations than inhabitants.
pub static SCALE_MISMATCH: Told = Told {
    nb: [
        "færre utvandringer enn innbyggere",
        "Er folketallet oppgitt i tusen? Velg riktig enhet for kolonnen.",
    ],
    nn: [
        "færre utvandringar enn innbyggarar",
        "Er folketalet oppgitt i tusen? Vel rett eining for kolonna.",
    ],
    en: [
        "fewer emigrations than inhabitants",
        "Is the population given in thousands? Choose the right unit for the column.",
    ],
};

/// A population without both ends of any year.
pub static ONE_DATE: Told = Told {
    nb: [
        "folketallet ved begge ender av minst ett år: 1. januar to år på rad, eller 31. desember to år på rad",
        "Ingenting kan vises av folketallet på én dato, fordi middelfolkemengden mangler. Hent \
         flere år, legg til en fil med utvandringer, eller velg «Personår» hvis tallene er \
         middelfolkemengden.",
    ],
    nn: [
        "folketalet ved begge endane av minst eitt år: 1. januar to år på rad, eller 31. desember to år på rad",
        "Ingenting kan visast av folketalet på éin dato, fordi middelfolkemengda manglar. Hent \
         fleire år, legg til ei fil med utvandringar, eller vel «Personår» dersom tala er \
         middelfolkemengda.",
    ],
    en: [
        "the population at both ends of at least one year: 1 January of two years in a row, or 31 \
         December of two years in a row",
        "Nothing can be shown of the population on one date, because there is no mid-year \
         population. Get more years, add a file with emigrations, or choose “Person-years” if the \
         numbers are the mid-year population.",
    ],
};

/// A population in parts of years, none of which is at the turn of the year.
pub static NO_TURN: Told = Told {
    nb: [
        "folketallet ved årsskiftet",
        "Av måneder og kvartaler teller bare den ved årsskiftet, og filen har ingen slik. Hent \
         folketallet per 1. januar eller 31. desember, for to år på rad.",
    ],
    nn: [
        "folketalet ved årsskiftet",
        "Av månader og kvartal tel berre den ved årsskiftet, og fila har ingen slik. Hent \
         folketalet per 1. januar eller 31. desember, for to år på rad.",
    ],
    en: [
        "the population at the turn of the year",
        "Of months and quarters only the one at the turn of the year counts, and the file has \
         none. Get the population on 1 January or 31 December, of two years in a row.",
    ],
};

/// Parts of years only, none of which is whole.
pub static NO_WHOLE_YEAR: Told = Told {
    nb: [
        "minst ett år med alle kvartalene eller månedene",
        "Ingen år er komplette, så det finnes ingen årstall å regne med. Hent alle delene av minst ett år.",
    ],
    nn: [
        "minst eitt år med alle kvartala eller månadene",
        "Ingen år er komplette, så det finst ingen årstal å rekne med. Hent alle delane av minst eitt år.",
    ],
    en: [
        "at least one year with all of its quarters or months",
        "No year is complete, so there are no numbers of years to work with. Get all parts of at least one year.",
    ],
};

/// More combinations of codes than can be numbered.
pub static TOO_MANY_COMBINATIONS: Told = Told {
    nb: ["færre inndelinger på en gang", "Utelat noen av kolonnene."],
    nn: [
        "færre inndelingar på ein gong",
        "Utelat nokre av kolonnene.",
    ],
    en: ["fewer dimensions at once", "Leave out some of the columns."],
};

/// That a mapping file has decided what columns mean.
pub fn remapped(lang: Lang, columns: usize) -> String {
    match (lang, columns) {
        (Lang::Nb, 1) => "Én kolonne har fått betydning fra grupperingsfilen.".to_owned(),
        (Lang::Nb, _) => format!("{columns} kolonner har fått betydning fra grupperingsfilen."),
        (Lang::Nn, 1) => "Éi kolonne har fått tyding frå grupperingsfila.".to_owned(),
        (Lang::Nn, _) => format!("{columns} kolonner har fått tyding frå grupperingsfila."),
        (Lang::En, 1) => "One column got its meaning from the mapping file.".to_owned(),
        (Lang::En, _) => format!("{columns} columns got their meaning from the mapping file."),
    }
}

/// That periods across a file were made rows.
pub fn turned(lang: Lang, records: usize, columns: usize) -> String {
    match lang {
        Lang::Nb => format!(
            "Filen har {records} linjer. {columns} kolonner på hver linje er gjort om til rader."
        ),
        Lang::Nn => format!(
            "Fila har {records} linjer. {columns} kolonner på kvar linje er gjorde om til rader."
        ),
        Lang::En => {
            format!("The file has {records} lines. {columns} columns of each line were made rows.")
        }
    }
}

/// That letters were decoded wrongly before the file came here.
pub fn broken_letters(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nb => format!(
            "Noen bokstaver er ødelagt, som i «{text}». Det skjedde før filen kom hit; hent den på \
             nytt fra kilden, eller velg en annen tegnkoding."
        ),
        Lang::Nn => format!(
            "Nokre bokstavar er øydelagde, som i «{text}». Det hende før fila kom hit; hent henne \
             på nytt frå kjelda, eller vel ei anna teiknkoding."
        ),
        Lang::En => format!(
            "Some letters are broken, as in “{text}”. That was so before the file came here; get \
             it again from its source, or choose another encoding."
        ),
    }
}

/// That a spreadsheet has taken ages for dates.
pub fn mangled_ages(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nb => format!(
            "«{text}» blant aldrene ser ut som en dato: Et regneark gjør slike av aldersgrupper som 5–9 og 10–14."
        ),
        Lang::Nn => format!(
            "«{text}» blant aldrane ser ut som ein dato: Eit rekneark gjer slike av aldersgrupper som 5–9 og 10–14."
        ),
        Lang::En => format!(
            "“{text}” among the ages looks like a date: spreadsheets make such of age groups like 5–9 and 10–14."
        ),
    }
}

/// That columns which are worked out of those of the periods are left out.
pub fn over_periods(lang: Lang, names: &[String]) -> String {
    let list = some_of(lang, names);
    match lang {
        Lang::Nb => format!("Regnet ut av de andre kolonnene, og utelatt: {list}."),
        Lang::Nn => format!("Rekna ut av dei andre kolonnane, og utelate: {list}."),
        Lang::En => format!("Worked out from the other columns, and left out: {list}."),
    }
}

/// What of a file holds no table.
pub fn left_aside(lang: Lang, names: &[String]) -> String {
    let list = some_of(lang, names);
    match lang {
        Lang::Nb => format!("Hoppet over, fordi de ikke kan leses som tabeller: {list}."),
        Lang::Nn => format!("Hoppa over, fordi dei ikkje kan lesast som tabellar: {list}."),
        Lang::En => format!("Skipped, because they cannot be read as tables: {list}."),
    }
}

/// What a file is: what it counts, what of it is not used, for which years, and by what.
pub fn story(
    lang: Lang,
    file: &str,
    measures: &[String],
    others: &[String],
    years: Option<(&str, &str)>,
    by: &[(String, usize, Option<String>)],
) -> String {
    let mut line = match (lang, measures) {
        (Lang::Nb, []) => {
            format!("{file} har ingen tall som er kjent igjen som utvandringer eller folketall")
        }
        (Lang::Nn, []) => {
            format!("{file} har ingen tal som er kjende att som utvandringar eller folketal")
        }
        (Lang::En, []) => {
            format!("{file} has no numbers that were recognised as emigrations or population")
        }
        (Lang::Nb | Lang::Nn, _) => format!("{file} har {}", enumerate(lang, measures)),
        (Lang::En, _) => format!("{file} has {}", enumerate(lang, measures)),
    };
    if let Some((first, last)) = years {
        let span = if first == last {
            first.to_owned()
        } else {
            format!("{first}–{last}")
        };
        line += &match lang {
            Lang::Nb | Lang::Nn => format!(" for {span}"),
            Lang::En => format!(" for {span}"),
        };
    }
    let parts = by.iter().map(|(dimension, count, whole)| {
        let values = match (lang, count) {
            (Lang::Nb, 1) => "én verdi".to_owned(),
            (Lang::Nn, 1) => "éin verdi".to_owned(),
            (Lang::En, 1) => "one value".to_owned(),
            (Lang::Nb, _) => format!("{count} verdier"),
            (Lang::Nn, _) => format!("{count} verdiar"),
            (Lang::En, _) => format!("{count} values"),
        };
        let whole = whole.as_ref().map_or(String::new(), |whole| match lang {
            Lang::Nb | Lang::Nn => format!(" og «{whole}»"),
            Lang::En => format!(" and “{whole}”"),
        });
        format!("{dimension} ({values}{whole})")
    });
    let parts: Vec<String> = parts.collect();
    if !parts.is_empty() {
        let list = enumerate(lang, &parts);
        line += &match lang {
            Lang::Nb => format!(", fordelt på {list}"),
            Lang::Nn => format!(", fordelt på {list}"),
            Lang::En => format!(", by {list}"),
        };
    }
    line.push('.');
    if !others.is_empty() && !measures.is_empty() {
        let list = some_of(lang, others);
        line += &match lang {
            Lang::Nb => format!(" Ikke brukt: {list}."),
            Lang::Nn => format!(" Ikkje brukt: {list}."),
            Lang::En => format!(" Not used: {list}."),
        };
    }
    line
}

/// A question in words.
pub fn question(lang: Lang, asked: &Asked) -> String {
    match (lang, asked) {
        (Lang::Nb, Asked::Parts { dimension, values }) => format!(
            "Er hver person talt i bare én av verdiene av «{dimension}» ({})? Da blir de lagt sammen. \
             Hvis ikke: Hvilken verdi skal gjelde for alle?",
            few_of(values)
        ),
        (Lang::Nn, Asked::Parts { dimension, values }) => format!(
            "Er kvar person tald i berre éin av verdiane av «{dimension}» ({})? Da blir dei lagde saman. \
             Om ikkje: Kva for ein verdi skal gjelde for alle?",
            few_of(values)
        ),
        (Lang::En, Asked::Parts { dimension, values }) => format!(
            "Is each person counted in only one of the values of “{dimension}” ({})? Then they are added up. \
             If not, which value is to stand for all?",
            few_of(values)
        ),
        (Lang::Nb, Asked::Table { tables }) => format!(
            "Filen har flere tabeller med de samme kolonnene: {}. Hvilken skal gjelde? De andre blir ikke brukt.",
            few_of(tables)
        ),
        (Lang::Nn, Asked::Table { tables }) => format!(
            "Fila har fleire tabellar med dei same kolonnane: {}. Kva for ein skal gjelde? Dei andre blir ikkje \
             brukte.",
            few_of(tables)
        ),
        (Lang::En, Asked::Table { tables }) => format!(
            "The file has several tables with the same columns: {}. Which one is to be used? The others are not.",
            few_of(tables)
        ),
        (Lang::Nb, Asked::Which { columns }) => format!(
            "Flere kolonner kan være tallet for alle: {}. Hvilken skal gjelde? De andre blir ikke brukt.",
            few_of(columns)
        ),
        (Lang::Nn, Asked::Which { columns }) => format!(
            "Fleire kolonner kan vere talet for alle: {}. Kva for ei skal gjelde? Dei andre blir ikkje brukte.",
            few_of(columns)
        ),
        (Lang::En, Asked::Which { columns }) => format!(
            "Several columns may be the number of all: {}. Which one is to be used? The others are not.",
            few_of(columns)
        ),
        (
            _,
            Asked::Counted {
                measure,
                said,
                people,
            },
        ) => counted(lang, measure, said, *people),
        (Lang::Nb, Asked::Day { measure }) => format!(
            "Hvilken dag er «{measure}» talt? Folketallet 1. januar hører til begynnelsen av året, \
             det 31. desember til slutten, og raten blir en annen."
        ),
        (Lang::Nn, Asked::Day { measure }) => format!(
            "Kva dag er «{measure}» talt? Folketalet 1. januar høyrer til byrjinga av året, det \
             31. desember til slutten, og raten blir ein annan."
        ),
        (Lang::En, Asked::Day { measure }) => format!(
            "On which day was “{measure}” counted? A population on 1 January belongs to the \
             beginning of the year, one on 31 December to its end, and the rate differs."
        ),
        (_, Asked::Reading { cells, example }) => ambiguous(lang, *cells, example),
        (
            Lang::Nb,
            Asked::Cell {
                text,
                line,
                column,
                count,
            },
        ) => format!(
            "Hva betyr «{text}» i tallkolonnen «{column}» (linje {line}{})?",
            others(lang, *count)
        ),
        (
            Lang::Nn,
            Asked::Cell {
                text,
                line,
                column,
                count,
            },
        ) => format!(
            "Kva tyder «{text}» i talkolonna «{column}» (linje {line}{})?",
            others(lang, *count)
        ),
        (
            Lang::En,
            Asked::Cell {
                text,
                line,
                column,
                count,
            },
        ) => format!(
            "What does “{text}” mean in the column of numbers “{column}” (line {line}{})?",
            others(lang, *count)
        ),
    }
}

/// Whether a measure counts people, where something says otherwise.
fn counted(lang: Lang, measure: &str, said: &str, people: bool) -> String {
    match (lang, people) {
        (Lang::Nb, false) => format!(
            "Det står «{said}» om «{measure}». Er tallene alle som utvandret i hvert kalenderår?"
        ),
        (Lang::Nn, false) => format!(
            "Det står «{said}» om «{measure}». Er tala alle som utvandra i kvart kalenderår?"
        ),
        (Lang::En, false) => format!(
            "The table says “{said}” of “{measure}”. Do its numbers count everyone who emigrated in each calendar year?"
        ),
        (Lang::Nb, true) => format!(
            "Det står «{said}» om «{measure}». Er tallene alle som bodde der? Hvilken dag er de i så fall talt?"
        ),
        (Lang::Nn, true) => format!(
            "Det står «{said}» om «{measure}». Er tala alle som budde der? Kva dag er dei i så fall talde?"
        ),
        (Lang::En, true) => format!(
            "The table says “{said}” of “{measure}”. Do its numbers count everyone who lived there, and if \
             so, on which day?"
        ),
    }
}

fn others(lang: Lang, count: u64) -> String {
    match (lang, count) {
        (_, 0 | 1) => String::new(),
        (Lang::Nb, 2) => " og ett sted til".to_owned(),
        (Lang::Nn, 2) => " og éin stad til".to_owned(),
        (Lang::En, 2) => " and one more place".to_owned(),
        (Lang::Nb, _) => format!(" og {} steder til", count - 1),
        (Lang::Nn, _) => format!(" og {} stader til", count - 1),
        (Lang::En, _) => format!(" and {} more places", count - 1),
    }
}

/// One of the answers to a question in words.
pub fn choice(lang: Lang, choice: &Choice) -> String {
    let of = |nb: &str, nn: &str, en: &str| {
        let text = match lang {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        };
        text.to_owned()
    };
    match choice {
        Choice::Sum => of(
            "Ja, legg dem sammen",
            "Ja, legg dei saman",
            "Yes, add them up",
        ),
        Choice::Value(label) => match lang {
            Lang::Nb => format!("Nei, bruk «{label}»"),
            Lang::Nn => format!("Nei, bruk «{label}»"),
            Lang::En => format!("No, use “{label}”"),
        },
        Choice::Column(label) => match lang {
            Lang::Nb | Lang::Nn => format!("«{label}»"),
            Lang::En => format!("“{label}”"),
        },
        Choice::Counts => of("Ja", "Ja", "Yes"),
        Choice::LeftOut => of(
            "Nei, bruk dem ikke",
            "Nei, bruk dei ikkje",
            "No, do not use them",
        ),
        Choice::NoColumn => of("Ingen av dem", "Ingen av dei", "None of them"),
        Choice::On(Day::First) => of("1. januar", "1. januar", "1 January"),
        Choice::On(Day::Last) => of("31. desember", "31. desember", "31 December"),
        Choice::On(Day::Middle) => of(
            "Midt i året, eller middelfolkemengden",
            "Midt i året, eller middelfolkemengda",
            "The middle of the year, or the mean population",
        ),
        Choice::Number { example, worth } => {
            let decimals = if libm::trunc(*worth) == *worth { 0 } else { 3 };
            reading_as(lang, example, &number::decimal(*worth, decimals, lang))
        }
        Choice::Means(Meaning::Suppressed) => of(
            "Tallet finnes, men holdes tilbake",
            "Talet finst, men blir halde tilbake",
            "The number exists and is withheld",
        ),
        Choice::Means(Meaning::NotApplicable) => of(
            "Tallet kan ikke finnes",
            "Talet kan ikkje finnast",
            "No number can exist",
        ),
        Choice::Means(Meaning::Nil) => of("Null", "Null", "Zero"),
        Choice::Means(_) => of("Tallet mangler", "Talet manglar", "The number is missing"),
        Choice::WithoutRow => of(
            "Raden skal utelates",
            "Rada skal utelatast",
            "The row is to be left out",
        ),
    }
}

/// That the values of a column are in groups.
pub fn again_groups(lang: Lang, column: &str, values: usize) -> String {
    match lang {
        Lang::Nb => format!("{column}: {values} verdier i grupper"),
        Lang::Nn => format!("{column}: {values} verdiar i grupper"),
        Lang::En => format!("{column}: {values} values in groups"),
    }
}

/// How many rows and columns.
pub fn size(lang: Lang, rows: usize, columns: usize) -> String {
    let rows = number::integer(rows as f64, lang);
    match lang {
        Lang::Nb | Lang::Nn => format!("{rows} rader, {columns} kolonner"),
        Lang::En => format!("{rows} rows, {columns} columns"),
    }
}

/// The question about numbers that can be read in two ways.
pub fn ambiguous(lang: Lang, cells: u64, example: &str) -> String {
    match lang {
        Lang::Nb => format!(
            "{cells} tall, som «{example}», kan leses på to måter. Ingenting i filen avgjør det."
        ),
        Lang::Nn => format!(
            "{cells} tal, som «{example}», kan lesast på to måtar. Ingenting i fila avgjer det."
        ),
        Lang::En => format!(
            "{cells} numbers, such as “{example}”, can be read in two ways. Nothing in the file settles it."
        ),
    }
}

/// One of the two readings.
pub fn reading_as(lang: Lang, example: &str, worth: &str) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("«{example}» er {worth}"),
        Lang::En => format!("“{example}” is {worth}"),
    }
}

/// What matched between two files.
pub fn matched(lang: Lang, on: &[String], both: usize) -> String {
    let on = enumerate(lang, on);
    match lang {
        Lang::Nb => format!("Filene er koblet på {on}: {both} rader finnes i begge."),
        Lang::Nn => format!("Filene er kopla på {on}: {both} rader finst i begge."),
        Lang::En => format!("The files were matched on {on}: {both} rows are in both."),
    }
}

/// Columns that only one of the two files has.
pub fn alone(lang: Lang, first: &[String], second: &[String]) -> Vec<String> {
    let line = |is_first: bool, names: &[String]| {
        let quoted = names.iter().map(|name| match lang {
            Lang::Nb | Lang::Nn => format!("«{name}»"),
            Lang::En => format!("“{name}”"),
        });
        let list = enumerate(lang, &quoted.collect::<Vec<String>>());
        let (has, its) = match names.len() {
            1 => ("has", "its"),
            _ => ("have", "their"),
        };
        match (lang, is_first) {
            (Lang::Nb, true) => format!(
                "{list} i filen med utvandringer har ikke noe motstykke i filen med folketall, så \
                 ratene skiller ikke mellom verdiene."
            ),
            (Lang::Nb, false) => format!(
                "{list} i filen med folketall har ikke noe motstykke i filen med utvandringer, så \
                 ratene skiller ikke mellom verdiene."
            ),
            (Lang::Nn, true) => format!(
                "{list} i fila med utvandringar har ikkje noko motstykke i fila med folketal, så \
                 ratane skil ikkje mellom verdiane."
            ),
            (Lang::Nn, false) => format!(
                "{list} i fila med folketal har ikkje noko motstykke i fila med utvandringar, så \
                 ratane skil ikkje mellom verdiane."
            ),
            (Lang::En, true) => format!(
                "{list} in the file with emigrations {has} no counterpart in the file with \
                 population, so the rates do not tell {its} values apart."
            ),
            (Lang::En, false) => format!(
                "{list} in the file with population {has} no counterpart in the file with \
                 emigrations, so the rates do not tell {its} values apart."
            ),
        }
    };
    let sides = [(true, first), (false, second)];
    let told = sides.iter().filter(|(_, names)| !names.is_empty());
    told.map(|(is_first, names)| line(*is_first, names))
        .collect()
}

/// A few values of a list.
pub fn few_of(values: &[String]) -> String {
    const SHOWN: usize = 4;
    let more = if values.len() > SHOWN { " …" } else { "" };
    let shown = values.iter().take(SHOWN).cloned();
    shown.collect::<Vec<String>>().join(", ") + more
}

/// Values that only one file has.
pub fn unmatched(lang: Lang, is_first: bool, dimension: &str, values: &[String]) -> String {
    let list = some_of(lang, values);
    match (lang, is_first) {
        (Lang::Nb, true) => format!("Bare i filen med utvandringer ({dimension}): {list}."),
        (Lang::Nn, true) => format!("Berre i fila med utvandringar ({dimension}): {list}."),
        (Lang::Nb, false) => format!("Bare i filen med folketall ({dimension}): {list}."),
        (Lang::Nn, false) => format!("Berre i fila med folketal ({dimension}): {list}."),
        (Lang::En, true) => format!("Only in the file with emigrations ({dimension}): {list}."),
        (Lang::En, false) => format!("Only in the file with population ({dimension}): {list}."),
    }
}

/// How many rows of each file found no partner.
pub fn without_partner(lang: Lang, first: usize, second: usize) -> String {
    match lang {
        Lang::Nb => format!(
            "Uten motstykke: {first} rader i filen med utvandringer, {second} i filen med folketall."
        ),
        Lang::Nn => format!(
            "Utan motstykke: {first} rader i fila med utvandringar, {second} i fila med folketal."
        ),
        Lang::En => format!(
            "Without a counterpart: {first} rows of the file with emigrations, {second} of the file with population."
        ),
    }
}

/// A remark about a file as a sentence.
pub fn remark(lang: Lang, file: &str, remark: &Remark) -> String {
    format!("{file}: {}", remark_alone(lang, remark))
}

words! {
    /// Moves of which some may be within the country.
    moves_out { nb: "Utflyttinger", nn: "Utflyttingar", en: "Moves out" }
    /// How many of the people there are move.
    moving_rate { nb: "Utflyttingsrate", nn: "Utflyttingsrate", en: "Out-migration rate" }
}

/// Measures that are called otherwise where moves within the country may be among them.
pub const MOVES_OUT: [&str; 2] = ["emigrations", "rate"];

/// What they are called then.
pub fn of_moves(lang: Lang, measure: &str) -> &'static str {
    match measure {
        "rate" => moving_rate(lang),
        _ => moves_out(lang),
    }
}

/// A remark as a sentence.
pub fn remark_alone(lang: Lang, remark: &Remark) -> String {
    match lang {
        Lang::Nb => remark_nb(remark),
        Lang::Nn => remark_nn(remark),
        Lang::En => remark_en(remark),
    }
}

fn remark_nb(remark: &Remark) -> String {
    let lang = Lang::Nb;
    match remark {
        Remark::TotalsLeftOut(dimension, totals) => format!(
            "Verdier av «{dimension}» som teller det samme som andre, er holdt utenfor: {}.",
            some_of(lang, totals)
        ),
        Remark::TotalUsed(dimension, total) => {
            format!("For «{dimension}» er bare «{total}» brukt.")
        }
        Remark::AddedUp(dimension, count) => {
            format!("«{dimension}» er lagt sammen ({count} verdier).")
        }
        Remark::GroupedOut(dimension, count) => {
            format!("{count} verdier av «{dimension}» er utelatt av grupperingen.")
        }
        Remark::Spelt(dimension, values) => format!(
            "Ulike skrivemåter i «{dimension}» er regnet som samme verdi: {}.",
            some_of(lang, values)
        ),
        Remark::Grouped(dimension, values, groups) => {
            format!("{values} verdier av «{dimension}» er lagt sammen til {groups}.")
        }
        Remark::Ungrouped(dimension, values) => format!(
            "Verdier av «{dimension}» uten gruppe står som i filen: {}.",
            some_of(lang, values)
        ),
        Remark::PartsAddedUp(4) => "Kvartalene er lagt sammen til år.".to_owned(),
        Remark::PartsAddedUp(12) => "Månedene er lagt sammen til år.".to_owned(),
        Remark::PartsAddedUp(_) => "Deler av år er lagt sammen til hele år.".to_owned(),
        Remark::PartsAveraged => {
            "Middelfolkemengden for året er gjennomsnittet av den for delene av året.".to_owned()
        }
        Remark::Repeated(name) => {
            format!("Folketallet er det samme ved hver verdi av «{name}» og er tatt med én gang.")
        }
        Remark::PartTaken(_) => "Folketallet er tatt fra årsskiftet.".to_owned(),
        Remark::YearsIncomplete(years) => format!(
            "År som ikke er komplette, er utelatt: {}.",
            some_of(lang, years)
        ),
        Remark::YearsWithoutEnd(years) => format!(
            "{} er ikke med i ratene, fordi folketallet ved det ene årsskiftet mangler.",
            some_of(lang, years)
        ),
        Remark::PopulationWithoutEnd(years) => format!(
            "Middelfolkemengden mangler for {}, fordi folketallet ved det ene årsskiftet mangler.",
            some_of(lang, years)
        ),
        Remark::TurnOfYear(to) if to == "population_dec31" => {
            "Folketallet 1. januar året etter er brukt som folketall 31. desember.".to_owned()
        }
        Remark::TurnOfYear(_) => {
            "Folketallet 31. desember året før er brukt som folketall 1. januar.".to_owned()
        }
        Remark::UnevenSelection(dimension) => format!(
            "Utvalget i «{dimension}» gjelder bare denne filen. Teller og nevner dekker da ikke de samme personene."
        ),
        Remark::SumsDiscouraged => {
            "Utgiveren sier at tallene i tabellen ikke skal legges sammen.".to_owned()
        }
        Remark::MovesWithin(label) => format!(
            "«{label}» kan også omfatte flytting innenlands. Da blir raten en utflyttingsrate."
        ),
        Remark::MovesBetween(dimension) => {
            format!("Summer over «{dimension}» teller da også flytting mellom verdiene.")
        }
        Remark::NotUsed => {
            "Filen har ingen kolonne som datasettet er laget av, og er ikke brukt.".to_owned()
        }
        Remark::AssumedDay(label) => format!(
            "Filen sier ikke hvilken dag «{label}» gjelder for. Vi regner med 1. januar; velg noe \
             annet for kolonnen hvis det er feil."
        ),
        Remark::YearsUnfinished(years) => format!(
            "Alle utvandringer er 0 i {}, så tallene er trolig ikke ferdige. De regnes som manglende.",
            some_of(lang, years)
        ),
        Remark::OnlyTotals(dimension, values) => format!(
            "«{dimension}»: bare sumlinjene har tall for {}. De er derfor bare med i summene.",
            some_of(lang, values)
        ),
        Remark::Scaled(_, by) => format!("Tallene er ganget med {by}."),
        Remark::Rest(dimension, total, 0, _) => format!(
            "Noen deler av «{dimension}» mangler. «{total}» er brukt der tallene ikke er fordelt."
        ),
        Remark::Rest(dimension, total, rest, all) => format!(
            "Verdiene av «{dimension}» er til sammen mindre enn «{total}»: {} av {} er ikke \
             fordelt. «{total}» er brukt der tallene ikke er fordelt.",
            count(lang, *rest),
            count(lang, *all)
        ),
        Remark::RegionsLess(dimension) => format!(
            "Områdene i «{dimension}» når ikke opp til områdene de ligger i. Disse er brukt der \
             tallene ikke er fordelt."
        ),
        Remark::ValueTaken(dimension, value) => format!(
            "Verdiene av «{dimension}» legges ikke sammen. Der ingen er valgt, gjelder tallene «{value}»."
        ),
        Remark::Projected(label) => {
            format!("«{label}» er framskrevet: Tall for år som kommer, er ikke telt.")
        }
        Remark::NobodyThere(rows) => format!(
            "Rader med utvandringer der folketallet er 0 ved begge årsskiftene: {}. De har ingen \
             rate, men er med i summene.",
            count(lang, *rows)
        ),
    }
}

fn remark_nn(remark: &Remark) -> String {
    let lang = Lang::Nn;
    match remark {
        Remark::TotalsLeftOut(dimension, totals) => format!(
            "Verdiar av «{dimension}» som tel det same som andre, er haldne utanfor: {}.",
            some_of(lang, totals)
        ),
        Remark::TotalUsed(dimension, total) => {
            format!("For «{dimension}» er berre «{total}» brukt.")
        }
        Remark::AddedUp(dimension, count) => {
            format!("«{dimension}» er lagd saman ({count} verdiar).")
        }
        Remark::GroupedOut(dimension, count) => {
            format!("{count} verdiar av «{dimension}» er utelatne av grupperinga.")
        }
        Remark::Spelt(dimension, values) => format!(
            "Ulike skrivemåtar i «{dimension}» er rekna som same verdi: {}.",
            some_of(lang, values)
        ),
        Remark::Grouped(dimension, values, groups) => {
            format!("{values} verdiar av «{dimension}» er lagde saman til {groups}.")
        }
        Remark::Ungrouped(dimension, values) => format!(
            "Verdiar av «{dimension}» utan gruppe står som i fila: {}.",
            some_of(lang, values)
        ),
        Remark::PartsAddedUp(4) => "Kvartala er lagde saman til år.".to_owned(),
        Remark::PartsAddedUp(12) => "Månadene er lagde saman til år.".to_owned(),
        Remark::PartsAddedUp(_) => "Delar av år er lagde saman til heile år.".to_owned(),
        Remark::PartsAveraged => {
            "Middelfolkemengda for året er gjennomsnittet av den for delane av året.".to_owned()
        }
        Remark::Repeated(name) => {
            format!("Folketalet er det same ved kvar verdi av «{name}» og er teke med éin gong.")
        }
        Remark::PartTaken(_) => "Folketalet er teke frå årsskiftet.".to_owned(),
        Remark::YearsIncomplete(years) => format!(
            "År som ikkje er komplette, er utelatne: {}.",
            some_of(lang, years)
        ),
        Remark::YearsWithoutEnd(years) => format!(
            "{} er ikkje med i ratane, fordi folketalet ved det eine årsskiftet manglar.",
            some_of(lang, years)
        ),
        Remark::PopulationWithoutEnd(years) => format!(
            "Middelfolkemengda manglar for {}, fordi folketalet ved det eine årsskiftet manglar.",
            some_of(lang, years)
        ),
        Remark::TurnOfYear(to) if to == "population_dec31" => {
            "Folketalet 1. januar året etter er brukt som folketal 31. desember.".to_owned()
        }
        Remark::TurnOfYear(_) => {
            "Folketalet 31. desember året før er brukt som folketal 1. januar.".to_owned()
        }
        Remark::UnevenSelection(dimension) => format!(
            "Utvalet i «{dimension}» gjeld berre denne fila. Teljar og nemnar dekkjer då ikkje dei same personane."
        ),
        Remark::SumsDiscouraged => {
            "Utgivaren seier at tala i tabellen ikkje skal leggjast saman.".to_owned()
        }
        Remark::MovesWithin(label) => format!(
            "«{label}» kan også omfatte flytting innanlands. Då blir raten ein utflyttingsrate."
        ),
        Remark::MovesBetween(dimension) => {
            format!("Summar over «{dimension}» tel då også flytting mellom verdiane.")
        }
        Remark::NotUsed => {
            "Fila har inga kolonne som datasettet er laga av, og er ikkje brukt.".to_owned()
        }
        Remark::AssumedDay(label) => format!(
            "Fila seier ikkje kva dag «{label}» gjeld for. Vi reknar med 1. januar; vel noko anna \
             for kolonna dersom det er feil."
        ),
        Remark::YearsUnfinished(years) => format!(
            "Alle utvandringar er 0 i {}, så tala er truleg ikkje ferdige. Dei blir rekna som manglande.",
            some_of(lang, years)
        ),
        Remark::OnlyTotals(dimension, values) => format!(
            "«{dimension}»: Berre sumlinjene har tal for {}. Dei er derfor berre med i summane.",
            some_of(lang, values)
        ),
        Remark::Scaled(_, by) => format!("Tala er gonga med {by}."),
        Remark::Rest(dimension, total, 0, _) => format!(
            "Nokre delar av «{dimension}» manglar. «{total}» er brukt der tala ikkje er fordelte."
        ),
        Remark::Rest(dimension, total, rest, all) => format!(
            "Verdiane av «{dimension}» er til saman mindre enn «{total}»: {} av {} er ikkje \
             fordelte. «{total}» er brukt der tala ikkje er fordelte.",
            count(lang, *rest),
            count(lang, *all)
        ),
        Remark::RegionsLess(dimension) => format!(
            "Områda i «{dimension}» når ikkje opp til områda dei ligg i. Desse er brukte der tala ikkje er fordelte."
        ),
        Remark::ValueTaken(dimension, value) => format!(
            "Verdiane av «{dimension}» blir ikkje lagde saman. Der ingen er vald, gjeld tala «{value}»."
        ),
        Remark::Projected(label) => {
            format!("«{label}» er framskriven: Tal for år som kjem, er ikkje talde.")
        }
        Remark::NobodyThere(rows) => format!(
            "Rader med utvandringar der folketalet er 0 ved begge årsskifta: {}. Dei har ingen \
             rate, men er med i summane.",
            count(lang, *rows)
        ),
    }
}

fn remark_en(remark: &Remark) -> String {
    let lang = Lang::En;
    match remark {
        Remark::TotalsLeftOut(dimension, totals) => format!(
            "Values of “{dimension}” that count what others count were left out: {}.",
            some_of(lang, totals)
        ),
        Remark::TotalUsed(dimension, total) => {
            format!("Of “{dimension}” only “{total}” was used.")
        }
        Remark::AddedUp(dimension, count) => {
            format!("“{dimension}” was added up ({count} values).")
        }
        Remark::GroupedOut(dimension, count) => {
            format!("{count} values of “{dimension}” were left out by the grouping.")
        }
        Remark::Spelt(dimension, values) => format!(
            "Different spellings in “{dimension}” were taken as one value: {}.",
            some_of(lang, values)
        ),
        Remark::Grouped(dimension, values, groups) => {
            format!("{values} values of “{dimension}” were put together to {groups}.")
        }
        Remark::Ungrouped(dimension, values) => format!(
            "Values of “{dimension}” without a group stay as in the file: {}.",
            some_of(lang, values)
        ),
        Remark::PartsAddedUp(4) => "Quarters were added up to years.".to_owned(),
        Remark::PartsAddedUp(12) => "Months were added up to years.".to_owned(),
        Remark::PartsAddedUp(_) => "Parts of years were added up to years.".to_owned(),
        Remark::PartsAveraged => {
            "The mean population of a year is the mean of those of its parts.".to_owned()
        }
        Remark::Repeated(name) => {
            format!("The population is the same beside each value of “{name}” and is counted once.")
        }
        Remark::PartTaken(_) => "The population is that of the turn of the year.".to_owned(),
        Remark::YearsIncomplete(years) => format!(
            "Years that are not complete were left out: {}.",
            some_of(lang, years)
        ),
        Remark::YearsWithoutEnd(years) => format!(
            "The rates do not cover {}, because the population at one end of the year is missing.",
            some_of(lang, years)
        ),
        Remark::PopulationWithoutEnd(years) => format!(
            "There is no mid-year population for {}, because the population at one end of the year is missing.",
            some_of(lang, years)
        ),
        Remark::TurnOfYear(to) if to == "population_dec31" => {
            "The population on 1 January of the next year stands in for 31 December.".to_owned()
        }
        Remark::TurnOfYear(_) => {
            "The population on 31 December of the year before stands in for 1 January.".to_owned()
        }
        Remark::UnevenSelection(dimension) => format!(
            "The selection in “{dimension}” holds for this file only. Numerator and denominator \
             then cover different people."
        ),
        Remark::SumsDiscouraged => {
            "The publisher says that the numbers of the table should not be added up.".to_owned()
        }
        Remark::MovesWithin(label) => format!(
            "“{label}” may include moves within the country. The rate is then one of out-migration."
        ),
        Remark::MovesBetween(dimension) => {
            format!("Sums over “{dimension}” then count moves between its values as well.")
        }
        Remark::NotUsed => {
            "The file has no column that the data set is made of, and is not used.".to_owned()
        }
        Remark::AssumedDay(label) => format!(
            "The file does not say which day “{label}” is for. We take it as 1 January; choose \
             something else for the column if that is wrong."
        ),
        Remark::YearsUnfinished(years) => format!(
            "All emigrations are 0 in {}, so they have probably not been counted yet. They are taken as missing.",
            some_of(lang, years)
        ),
        Remark::OnlyTotals(dimension, values) => format!(
            "“{dimension}”: only the rows of sums have numbers for {}. These are therefore only part of the sums.",
            some_of(lang, values)
        ),
        Remark::Scaled(_, by) => format!("The numbers were multiplied by {by}."),
        Remark::Rest(dimension, total, 0, _) => format!(
            "Some parts of “{dimension}” are missing. “{total}” is used where the numbers are not broken down."
        ),
        Remark::Rest(dimension, total, rest, all) => format!(
            "The values of “{dimension}” together are less than “{total}”: {} of {} are the rest. \
             “{total}” is used where the numbers are not broken down.",
            count(lang, *rest),
            count(lang, *all)
        ),
        Remark::RegionsLess(dimension) => format!(
            "The areas in “{dimension}” do not reach those that they lie in. These are used where \
             the numbers are not broken down."
        ),
        Remark::ValueTaken(dimension, value) => format!(
            "The values of “{dimension}” are not added up. Where none is chosen, the numbers are of “{value}”."
        ),
        Remark::Projected(label) => {
            format!("“{label}” is projected: numbers of years to come have not been counted.")
        }
        Remark::NobodyThere(rows) => format!(
            "Rows with emigrations where the population is 0 at both ends of the year: {}. They \
             have no rate, and are part of the sums.",
            count(lang, *rows)
        ),
    }
}

fn count(lang: Lang, number: u64) -> String {
    number::integer(number as f64, lang)
}

/// The first few of a list, and how many more.
fn some_of(lang: Lang, values: &[String]) -> String {
    const SHOWN: usize = 5;
    let numbers: Option<Vec<i32>> = values.iter().map(|value| value.parse().ok()).collect();
    let runs: Vec<String> = match &numbers {
        Some(numbers) => numbers
            .chunk_by(|one, two| one.checked_add(1) == Some(*two))
            .map(run)
            .collect(),
        None => values.to_vec(),
    };
    let values = &runs;
    if values.len() <= SHOWN + 1 {
        return enumerate(lang, values);
    }
    let shown = values[..SHOWN].join(", ");
    let more = values.len() - SHOWN;
    match lang {
        Lang::Nb | Lang::Nn => format!("{shown} og {more} til"),
        Lang::En => format!("{shown} and {more} more"),
    }
}

/// Consecutive numbers as "2000–2006".
fn run(numbers: &[i32]) -> String {
    match numbers {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    }
}
