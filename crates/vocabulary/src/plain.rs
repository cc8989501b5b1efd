//! What stands beside a word for those who leave, or for people: words that leave it a count of persons in a calendar
//! year, and words that say something else. What is in neither list is asked about.

use super::kinds::{self, Kind};
use super::words::{self, has_any, is_letter, is_listed, lower};

/// Words after which any count remains what it is.
const PLAIN: &str = "antall|antal|antalet|antallet|tal|talet|tall|på|av|af|og|och|i|alt|personer|personar|person|\
    personene|fra|frå|från|til|till|utlandet|udlandet|utland|år|året|årets|årleg|årlig|årligt|løpet|total|totalt|\
    totale|registrerte|registrert|registrerade|registrerede|registrera|alle|alla|samtlige|samtliga|begge|kjønn|hele|\
    heile|hela|landet|riket|foreign|population|ut|ud|bosatte|kalenderår|ialt|\
    number|numbers|num|no|nr|n|count|counts|of|the|a|totals|persons|people|peoples|individuals|from|to|who|in|by|and|\
    abroad|country|countries|annual|yearly|year|years|during|all|both|sexes|registered|recorded|flow|flows|\
    migration|international|external|out|outward|gross|calendar|permanent|long|term|data|figures|statistics|\
    have|has|value|values|estimate|estimated|estimates|\
    overseas|migrant|migrants|\
    anzahl|der|die|das|ins|ausland|aus|personen|im|jahr|gesamt|insgesamt|über|grenzen|grenze|deutschlands|von|\
    nombre|de|d|des|du|la|le|les|l|vers|étranger|personnes|à|totale|número|numero|personas|al|extranjero|\
    desde|el|los|las|en|año|\
    aantal|totaal|naar|het|buitenland|uit|van|inwoners|henkilöä|henkilöt|lukumäärä|yhteensä|ulkomaille|ulkomaat|\
    suomesta|fjöldi|útlanda|frá|alls|samtals|einstaklinga|úr|á|\
    sum|ths|thsd|tsd|units|unit|enhet|obs";

/// What stands beside a word for people besides, and beside days.
const BESIDE_PEOPLE: &str = "ved|pr|per|on|at|op|am|au|1er|1st|31st|den|beginning|begynnelsen|start|end|utgangen|\
    inngangen|ingången|utgången|slutten|slutet|slut|start|årsskifte|ende|resident|residents|residente|résidente|usual|\
    as|\
    usually|de|facto|jure|mid|middle|midt|mean|average|size|date|dato|day|living|place|folkeregisteret|\
    register|since|st|er|demo|time|ultimo|primo|månad|måned|månader|måneder|month|months|monat|kuukausi|mois|kvartal|\
    quarter|quartal|wohnhaft|stand|bestand|legal|home|whole|lopussa|gjennomsnittlig|\
    gjennomsnittleg|gennemsnitlig|genomsnittlig|media|moyenne|durchschnittliche|gemiddelde|bosatt|busett|\
    bosat|bosatta|busette|exposure";

/// The beginnings of months, as far as they are written with letters.
const MONTHS: &str = "jan|feb|mar|mär|maa|apr|maj|mai|may|maí|jun|jún|juin|jul|júl|aug|ágú|aoû|sep|okt|oct|nov|dec|\
    des|dez|déc|dic|ene|jän|tammik|jouluk|kesäk|heinäk";

/// The beginnings of names of the countries that are left.
const HOMES: &str = "norge|noreg|norw|sverige|swed|danmark|denmark|finland|suome|iceland|ísland|deutschland|germany|\
    österreich|austria|schweiz|switzerland|france|españa|spain|nederland|netherlands|canada|australia|ireland";

/// Words for a thousand.
const THOUSANDS: &str = "thousand|tusen|tusind|tausend|millier|duizend|þúsund|tuhan|tuhat";

/// Words before a number that it is divided by, or compared with.
const PER: &str = "per|pr|je|pro|pour|por|cada|hverja|par|than|enn|end|över|over|under|more|less|fewer|mer|mehr|als|\
    färre|færre|minst|least|med|with|mit|of|every|hver|hvert|kvar";

/// Words by which a time is told that is no calendar year.
const OTHER_YEARS: &str = "fiscal|financial year|year ending|years ending|year ended|years ended|years end|year to |\
    academic year|school year|skoleår|skuleår|läsår|regnskapsår|budsjettår|räkenskapsår|regnskabsår|tilikau|\
    fjárhagsár|geschäftsjahr|wirtschaftsjahr|haushaltsjahr|schuljahr|exercice|año fiscal|ejercicio|boekjaar|\
    schooljaar|12 months to|twelve months to|12 months end|migration year|mid-year to mid-year";

fn begins(list: &str, word: &str) -> bool {
    list.split('|').any(|known| word.starts_with(known))
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        text.split(|c: char| !is_letter(c) && !c.is_ascii_digit() && !matches!(c, '%' | '‰'));
    parts.filter(|part| !part.is_empty())
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && is_number(word)
        && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
}

/// A word of a name that counts those who leave, or people, which may say that it counts something else: only some of
/// them, permits, events, those who live abroad.
pub fn odd_word(name: &str, kind: Kind) -> Option<String> {
    let name = words::without_number(name.trim());
    let text = lower(name);
    let is_people = matches!(kind, Kind::Population | Kind::PersonYears);
    // Codes of tables.
    if ["migr_", "demo_", "tps0"]
        .iter()
        .any(|code| text.contains(code))
    {
        return None;
    }
    let words: Vec<&str> = tokens(&text).collect();
    // What programs work out: how many rows there are, the number before, the difference from it.
    let is_counted = [
        "count of ",
        "antall av ",
        "antal av ",
        "antal af ",
        "anzahl von ",
    ]
    .iter()
    .any(|opening| text.starts_with(opening));
    let operator = text.split_once(['.', '_']).map_or("", |(before, _)| before);
    let is_operated = operator.starts_with(['l', 'd', 'f', 's'])
        && operator[1..].bytes().all(|byte| byte.is_ascii_digit());
    if is_counted || is_operated {
        return Some(words.first().copied().unwrap_or_default().to_owned());
    }
    let is_date = |at: usize| {
        let around = &words[at.saturating_sub(2)..(at + 3).min(words.len())];
        is_people
            && (around.iter().any(|word| begins(MONTHS, word))
                || text.contains(".1.")
                || around.len() > 1 && {
                    let numbers = around
                        .iter()
                        .filter(|word| is_number(word) && word.len() <= 2);
                    numbers.count() >= 2
                })
    };
    let mut years = words.iter().filter(|word| is_year(word));
    if let (Some(one), Some(_)) = (years.next(), years.next()) {
        return Some((*one).to_owned());
    }
    let is_odd = |at: &usize| {
        let word = words[*at];
        let by_stem = kinds::beyond_stem(word, is_people).is_some_and(|rest| rest <= 8);
        // Those who have left and are abroad are no flow.
        let is_stock = matches!(word, "abroad" | "population")
            && words.iter().any(|word| word.starts_with("emigrant"));
        // What one leaves, by its name.
        let is_origin = *at > 0 && is_listed("from|fra|frå|från|aus|frá", words[at - 1]);
        let is_known = by_stem
            || is_origin
            || is_year(word)
            || is_listed(PLAIN, word)
            || begins(THOUSANDS, word)
            || begins(HOMES, word)
            || (is_people
                && (is_listed(BESIDE_PEOPLE, word)
                    || begins(MONTHS, word)
                    || begins("folke|befolk", word)))
            || (is_number(word)
                && (is_date(*at) || word.trim_start_matches('0').is_empty() || word == "1000"))
            || (word == "1" && words.get(at + 1) == Some(&"000"));
        !is_known || is_stock
    };
    let at = (0..words.len()).find(is_odd)?;
    Some(words[at].to_owned())
}

/// Whether a column of this name holds what the numbers beside it are to be multiplied by.
pub fn names_weights(name: &str) -> bool {
    const WORDS: &str = "weight|weights|wgt|vekt|vekter|vikt|vikter|vægt|gewicht|hochrechnungsfaktor|poids|factor|\
        faktor|facteur|multiplier|multiplikator|mult|powercode|scale|skala";
    let name = lower(name.trim());
    let mut words = name.split(|c: char| !is_letter(c));
    words
        .rfind(|word| !word.is_empty())
        .is_some_and(|last| is_listed(WORDS, last))
}

/// Whether a column of this name with these cells changes the numbers beside it: weights that are not all one, a unit
/// of thousands.
pub fn are_weights(name: &str, cells: &[String]) -> bool {
    let number = |cell: &String| cell.trim().replace(',', ".").parse::<f64>().ok();
    let is_weight = |cell: &String| number(cell).is_some_and(|number| number != 1.0);
    (names_weights(name) && cells.iter().any(is_weight))
        || ((names_weights(name) || kinds::names_unit(name))
            && cells.iter().any(|cell| multiple(cell) != 1.0))
}

/// Whether a text divides by a number: `per 1 000`, `je tausend`, `á hverja 1.000`, `tuhatta asukasta kohti`.
pub fn is_per_number(text: &str) -> bool {
    let text = lower(text);
    let words: Vec<&str> = tokens(&text).collect();
    let is_many = |word: &str| {
        is_number(word) && (word.len() >= 3 || (word == "1" || word == "10"))
            || begins(THOUSANDS, word)
            || is_listed(
                "mille|mil|hundre|hundra|hundred|hundert|cien|cent|honderd|million|millioner",
                word,
            )
    };
    let divides = "per|pr|je|pro|pour|por|cada|hverja";
    let by = words.windows(2).enumerate().any(|(at, pair)| {
        let small = matches!(pair[1], "1" | "10");
        let goes_on = words.get(at + 2).is_some_and(|next| *next == "000");
        is_listed(divides, pair[0]) && is_many(pair[1]) && (!small || goes_on) && !is_year(pair[1])
    });
    by || words.iter().any(|word| matches!(*word, "kohti" | "kohden"))
}

/// By how much a text says that numbers are to be multiplied: `in thousands`, `(1 000)`, `1 000 personer`.
pub fn multiple(text: &str) -> f64 {
    let text = lower(text).replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    let words: Vec<&str> = tokens(&text).collect();
    let prior = |at: usize| at.checked_sub(1).map_or("", |at| words[at]);
    let is_divisor = |at: usize| is_listed(PER, prior(at));
    let begins_at = |at: usize| words[at].as_ptr() as usize - text.as_ptr() as usize;
    let is_set_off = |at: usize| {
        let before = text[..begins_at(at)].trim_end();
        before.is_empty() || before.ends_with(['(', '×', ':', '[', '.', ',', ';'])
    };
    let counted = "pers|hen|einst|indiv|tal|ihm|menn|people|emig";
    let of_people =
        "innbyg|inhab|einw|inwon|asuk|íbúa|invån|habit|population|folke|capita|medel|middel";
    let is_unit = |at: usize, after: usize| {
        let next = words.get(after).copied().unwrap_or_default();
        let introduced = is_listed(
            "in|i|x|en|hele|heile|hela|alle|unit|enhet|einheit",
            prior(at),
        ) || is_set_off(at);
        (introduced && !begins(of_people, next)) || begins(counted, next)
    };
    for at in 0..words.len() {
        let word = words[at];
        if is_divisor(at) {
            continue;
        }
        let next = words.get(at + 1).copied().unwrap_or_default();
        let by_word = (begins(THOUSANDS, word)
            || matches!(word, "ths" | "thsd" | "tsd" | "000s" | "miles"))
            && !begins(of_people, next);
        let bare =
            word == "000" && !is_number(prior(at)) && (next.is_empty() || begins(counted, next));
        let by_number = match (word, next) {
            ("1000", _) => is_unit(at, at + 1),
            ("1", "000") => words.get(at + 2) != Some(&"000") && is_unit(at, at + 2),
            _ => false,
        };
        if by_word || bare || by_number {
            return 1e3;
        }
        if begins("million|mill|milj", word) && word != "millier" || word == "mio" {
            return 1e6;
        }
        if word == "hundreds" && prior(at) == "in" {
            return 1e2;
        }
    }
    1.0
}

/// Whether a text says that years are not those of the calendar: they end in June, or in March.
pub fn tells_other_years(text: &str) -> bool {
    let text = lower(text);
    let ends_in_december = ["decem", "desem", "dezem", "31 dec"]
        .iter()
        .any(|month| text.contains(month));
    let by_word = has_any(&text, OTHER_YEARS);
    // From July to June, from April to March, from October to September.
    let months: Vec<&str> = tokens(&text).filter(|word| begins(MONTHS, word)).collect();
    let is = |word: &str, list: &str| begins(list, word);
    let by_months = months.windows(2).any(|pair| {
        [
            ("jul|júl|heinäk", "jun|jún|juin|kesäk"),
            ("apr", "mar|mär"),
            ("oct|okt", "sep"),
        ]
        .iter()
        .any(|(first, last)| is(pair[0], first) && is(pair[1], last))
    });
    (by_word || by_months) && !ends_in_december
}

/// Whether a note says that a year is not whole: incomplete, its first half, from January to September.
pub fn tells_part_of_year(text: &str) -> bool {
    const WORDS: &str = "incomplete|ufullstendig|ikke komplett|ikkje komplett|ofullständig|ufuldstændig|unvollständig|\
        incomplet|onvolledig|partial year|part of the year|deler av året|delar av året|del af året|first half|\
        1. halvår|1 halvår|første halvår|fyrste halvår|första halvåret|1. halbjahr|erstes halbjahr|premier semestre|\
        primer semestre|first quarter|first three quarters|first nine months|første kvartal|1. kvartal|tre kvartaler";
    let note = lower(text);
    if has_any(&note, WORDS) {
        return true;
    }
    let words: Vec<&str> = tokens(&note).collect();
    let is_month = |word: &&str| begins(MONTHS, word);
    let months: Vec<&&str> = words.iter().filter(|word| is_month(word)).collect();
    let is_first = |word: &str| {
        word.starts_with("jan") || word.starts_with("tammik") || word.starts_with("ene")
    };
    let is_last = |word: &str| begins("dec|des|dez|déc|dic|jouluk", word);
    let from_january = months
        .windows(2)
        .any(|pair| is_first(pair[0]) && !is_last(pair[1]) && !is_first(pair[1]));
    // Behind a star a day is one that the numbers end with.
    let is_marked = note.starts_with(|c: char| !is_letter(c));
    let opens = words
        .first()
        .is_some_and(|word| is_listed("per|pr|as|until|til|till|bis|t", word));
    let ends = opens && months.len() == 1 && !is_first(months[0]) && !is_last(months[0]);
    from_january || (is_marked && ends)
}

/// What a title or a note says of all numbers of a table that count those who leave: the part of it that says that
/// they are shares, net, running sums or of other years; nothing where another part names them plainly.
pub fn odd_part(text: &str) -> Option<&str> {
    let mut noted = None;
    let mut is_plain = false;
    let separators = [
        ", ", ". ", "; ", ": ", " (", ")", " - ", " – ", " og ", " and ", " och ", " und ", " et ",
    ];
    let mut parts = vec![text];
    for separator in separators {
        parts = parts
            .iter()
            .flat_map(|part| part.split(separator))
            .collect();
    }
    if tells_other_years(text) {
        return Some(text);
    }
    for part in parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        if kinds::is_running(part) {
            return Some(part);
        }
        let kind = kinds::kind(part);
        let is_of_moves = kinds::names_moves(part);
        match kind {
            Some(Kind::Share)
                if !is_of_moves && (!kinds::names_people(part) || is_per_number(part)) =>
            {
                return Some(part);
            }
            Some(Kind::Share | Kind::Net) if is_of_moves => noted = noted.or(Some(part)),
            Some(Kind::Out | Kind::OutSomewhere | Kind::Otherwise) => is_plain = true,
            _ => {}
        }
    }
    noted.filter(|_| !is_plain)
}
