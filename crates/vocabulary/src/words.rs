//! Words by which offices name time, measures and totals, in Norwegian, Swedish, Danish, Finnish
//! and English. Words only propose; every proposal is shown and can be changed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::kinds::{self, Kind};
use super::plain;

/// Whether a sign is a letter. Beyond ASCII everything from À on counts: the tables of Unicode
/// would weigh more than the readers that ask.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c >= 'À'
}

/// Whether a letter is a capital one, as far as the languages of these offices go.
pub fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase()
        || ('À'..='Þ').contains(&c)
        || (c > 'ÿ' && c <= 'ž' && u32::from(c) % 2 == 0)
}

/// Whether one of the words of a list, between `|`, is in a text.
pub fn has_any(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
}

/// A text in small letters, as far as the languages of these offices go.
pub fn lower(text: &str) -> String {
    let small = |c: char| match c {
        'À'..='Þ' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        c => c.to_ascii_lowercase(),
    };
    text.chars().map(small).collect()
}

/// Compares without regard to case, also for æ, ø, å, ä and ö.
fn is_one_of(text: &str, words: &str) -> bool {
    is_listed(words, &lower(text.trim()))
}

/// Whether a dimension of this name holds time.
pub fn names_time(name: &str) -> bool {
    is_one_of(
        name,
        "år|tid|kvartal|måned|månad|månader|uke|vecka|uge|halvår|half year|half-year|half_year|\
            periode|period|year|years|time|quarter|month|week|date|time_period|time period|ár|jahr|\
            quartal|monat|année|annee|trimestre|mois|año|anio|periodo|jaar|perioden|perioder|\
            ref_date|reference period|refper|fiscal year|financial year|school year|skoleår|skuleår|\
            läsår|dato|datum|vuosi|vuosineljännes|kuukausi|time period (year)|calendar year|\
            kalenderår|aar",
    )
}

/// Whether a dimension of this name lists measures: what PxWeb calls the contents.
pub fn names_contents(name: &str) -> bool {
    is_one_of(
        name,
        "statistikkvariabel|statistikkvariabelen|contents|contentscode|content|tabellinnehåll|\
            tabelinnhold|tabellinnhold|observations|observation|tiedot|information|uppgifter|\
            opplysning|statistical variable",
    )
}

/// Whether a column of numbers with this name is a dimension all the same.
pub fn names_dimension(name: &str) -> bool {
    const OF_OTHERS: [&str; 3] = ["version", "versjon", "vintage"];
    names_time(name)
        || names_levels(name)
        || OF_OTHERS.iter().any(|word| lower(name).contains(word))
        || is_one_of(
            name,
            "alder|ålder|age|ages|ikä|kode|kod|code|id|nr|nr.|no.|nummer|zip|postnr|postnummer|\
            region|regionkode|fylke|fylkesnr|kommune|kommunenr|kommunenummer|grunnkrets|kommun|län|\
            kjønn|kön|køn|sex|gender|index|sort order|sort\norder|sortorder|order|land|country|\
            landkode|country code|notes|note|merknad|fotnote|unit_mult|scalar_factor|powercode code|\
            decimals|uom_id|scalar_id|vector|coordinate|sexe|sexo|kyn|geschlecht|geslacht|alter|âge|\
            edad|leeftijd|aldur",
        )
        || names_rows(name)
        || tells_sums(name)
        || plain::names_weights(name)
}

/// Whether a column of this name tells of each row whether it adds up others.
pub fn tells_sums(name: &str) -> bool {
    const NAMES: &str = "is total|is sum|is aggregate|is subtotal|is agg|istotal|issum|aggregate|aggregated|total flag|\
        sum flag|er total|er sum|er aggregat|sumrad|totalrad|ist summe";
    is_listed(NAMES, &lower(name.trim()).replace('_', " "))
}

/// Into how many parts of a year a column of this name divides it.
pub fn parts_of_year(name: &str) -> Option<u32> {
    let name = lower(name);
    let named = |words: &str| has_any(&name, words);
    match () {
        () if named("kvartal|quarter|quartal|trimestre|neljännes|ársfjórðung|kwartaal") => {
            Some(4)
        }
        () if named("måned|månad|month|monat|mois|maand|kuukausi|mánuð") || name == "mes" => {
            Some(12)
        }
        () if named("halvår|half-year|half year|half_year|halfyear|halbjahr|semestre|halfjaar") => {
            Some(2)
        }
        () => None,
    }
}

/// Whether a column of this name tells of which level the values of another one are.
pub fn names_levels(name: &str) -> bool {
    const LEVELS: &str =
        "level|nivå|niveau|nivel|nível|hierarch|hierarki|depth|dybde|ebene|taso|þrep|niveli";
    let name = lower(name);
    has_any(&name, LEVELS)
}

/// Whether a letter is seen by nobody, or turns others round: marks and overrides of direction, spaces without width,
/// byte order marks, hyphens and joiners that only show at times, fillers that take room or none, tags and marks of
/// notes. With them two names look alike that are not. A NUL ends texts in many programs, and no text file may have it.
pub fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\0' | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A text without letters that nobody sees: with them numbers could be turned over to other names.
pub fn visible(text: &str) -> Cow<'_, str> {
    match text.contains(is_hidden) {
        true => Cow::Owned(text.replace(is_hidden, "")),
        false => Cow::Borrowed(text),
    }
}

/// A text with its letters put together and its spaces alike: `Å` is one letter and not two, and a space that does not
/// break or stands twice is one.
pub fn composed(text: &str) -> Cow<'_, str> {
    /// The signs that stand behind a letter, and the letters with each.
    const SIGNS: [(char, &str, &str); 7] = [
        ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ('\u{301}', "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('\u{303}', "anoANO", "ãñõÃÑÕ"),
        ('\u{308}', "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        ('\u{30a}', "aA", "åÅ"),
        ('\u{327}', "cC", "çÇ"),
    ];
    let is_sign = |c: char| ('\u{300}'..='\u{327}').contains(&c);
    let is_space = |c: char| matches!(c, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}');
    if !text.contains(is_sign) && !text.contains(is_space) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        let last = composed.chars().next_back();
        let of_sign = SIGNS.iter().find(|(sign, ..)| *sign == c);
        let letter = of_sign.zip(last).and_then(|((_, plain, with), last)| {
            let at = plain.chars().position(|letter| letter == last)?;
            with.chars().nth(at)
        });
        match letter {
            Some(letter) => {
                composed.pop();
                composed.push(letter);
            }
            None if is_space(c) || c == ' ' => {
                if last != Some(' ') {
                    composed.push(' ');
                }
            }
            None => composed.push(c),
        }
    }
    Cow::Owned(composed)
}

/// Codes without letters that nobody sees; where two would become one, with the numbers of these letters.
pub fn visible_codes(codes: &mut [String]) {
    if !codes.iter().any(|code| code.contains(is_hidden)) {
        return;
    }
    let seen: Vec<String> = codes
        .iter()
        .map(|code| visible(code).into_owned())
        .collect();
    let are_apart = seen.iter().collect::<BTreeSet<_>>().len() == codes.len();
    for (code, seen) in codes.iter_mut().zip(seen) {
        *code = match are_apart {
            true => seen,
            false => {
                let spelt = code.chars().map(|letter| match is_hidden(letter) {
                    true => format!("U+{:04X}", u32::from(letter)),
                    false => letter.to_string(),
                });
                spelt.collect()
            }
        };
    }
}

/// Whether a column of this name merely numbers the rows, as R and pandas write it.
pub fn names_rows(name: &str) -> bool {
    let small = lower(name.trim());
    small.starts_with("unnamed:")
        || is_one_of(
            name,
            "id|index|idx|row|rows|rownames|row.names|row_names|rowname|row name|row number|\
            row_number|rownumber|rownum|row id|row_id|rowid|rn|nr|nr.|no|no.|#|x|x1|...1|løpenr|\
            løpenummer|löpnummer|løbenummer|radnr|rad|radnummer|record|obs|line",
        )
}

/// Whether a column of this name is about the row of a table rather than what is counted.
pub fn names_technical(name: &str) -> bool {
    is_one_of(
        name,
        "agedef|freq|obs_status|decimals|uom_id|scalar_id|vector|coordinate|dguid|symbol|\
            terminated|obs_flag|conf_status",
    ) || kinds::names_unit(name)
}

/// Whether the name of a column says that it counts emigrations or people. Names of dimensions can
/// hold the same words, as "utvandringsland" does; their cells are no numbers.
pub fn names_count(name: &str) -> bool {
    matches!(
        kinds::kind(name),
        Some(Kind::Out | Kind::OutSomewhere | Kind::PersonYears | Kind::Population)
    )
}

/// Whether a column of this name holds remarks on the numbers beside it.
pub fn names_flags(name: &str) -> bool {
    is_one_of(
        name,
        "flag|flags|flag and footnotes|obs_flag|obs_status|conf_status",
    )
}

/// Whether a dimension of this name holds the sexes.
pub fn names_sex(name: &str) -> bool {
    is_one_of(
        name,
        "kjønn|kjonn|kön|kon|køn|sex|sexe|gender|sukupuoli|kyn|geschlecht|sexo|sesso|geslacht",
    )
}

/// Whether a dimension of this name divides a country.
pub fn names_region(name: &str) -> bool {
    let name = lower(name);
    [
        "region",
        "fylke",
        "kommun",
        "krets",
        "bydel",
        "område",
        "län",
        "area",
        "municipal",
        "county",
        "counties",
        "district",
        "geo",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// The sex that a word names.
pub fn sex_named(word: &str) -> Option<&'static str> {
    const MEN: &str = "menn|mann|män|mænd|men|males|male|miehet|karlar|männer|männlich|hommes|homme|hombres|hombre|\
        varones|varón|homens|masculino|maschi|mężczyźni|mannen|men+";
    const WOMEN: &str = "kvinner|kvinne|kvinnor|kvinder|women|females|female|naiset|konur|frauen|weiblich|femmes|\
        femme|mujeres|mujer|mulheres|femenino|feminino|femmine|kobiety|vrouwen|women+";
    let word = lower(word.trim());
    match () {
        () if is_listed(MEN, &word) => Some("m"),
        () if is_listed(WOMEN, &word) => Some("f"),
        () => None,
    }
}

/// The sex of one of the values of a dimension, in one spelling, so that files in several languages can be joined. What
/// a letter stands for tell those beside it: M is of women beside H, and beside V it depends on the language.
pub fn sex(
    at: usize,
    codes: &[String],
    labels: &[String],
    names: [&str; 2],
) -> Option<&'static str> {
    let by_word = || {
        [&labels[at], &codes[at]]
            .into_iter()
            .find_map(|text| sex_named(text))
    };
    let letter = |text: &String| match text.trim() {
        "m" | "M" => Some('m'),
        "f" | "F" => Some('f'),
        "h" | "H" => Some('h'),
        "v" | "V" => Some('v'),
        _ => None,
    };
    let by_letter = || {
        let own = letter(&labels[at]).or_else(|| letter(&codes[at]))?;
        let has = |other: char| {
            labels
                .iter()
                .chain(codes)
                .any(|text| letter(text) == Some(other))
        };
        let is_iberian = || {
            names
                .into_iter()
                .any(|name| is_one_of(name, "sexo|género|genero"))
        };
        let is_dutch = || names.into_iter().any(|name| is_one_of(name, "geslacht"));
        let women_by_m = has('h') && !has('f') || has('v') && is_iberian();
        match own {
            'f' => Some("f"),
            'h' => (has('m') || has('f')).then_some("m"),
            'v' if is_dutch() => Some("f"),
            'v' => is_iberian().then_some("m"),
            _ if women_by_m => Some("f"),
            _ => (!has('v') || is_dutch()).then_some("m"),
        }
    };
    by_word().or_else(by_letter)
}

/// Whether a label is one of the sexes or both together.
pub fn is_sex(label: &str) -> bool {
    const BOTH: &str = "both|both sexes|persons|begge|begge kjønn|begge køn|båda könen|mænd i alt|ambos|ambos sexos|hm|\
        totalt|i alt|total|totale|totaal|yhteensä|insgesamt|ensemble";
    sex_named(label).is_some() || is_listed(BOTH, &lower(label.trim()))
}

/// Whether a label says that it adds up the others.
pub fn is_total(label: &str) -> bool {
    all_of(label).is_some()
}

/// What a label says that it adds up, all of it: the towns of `All towns`; nothing where it is `Total`.
pub fn all_of(label: &str) -> Option<String> {
    let lower = lower(without_signs(label));
    const WHOLE: &str = "i alt|ialt|totalt|total|totalen|sum|alle|alla|all|samlet|samla|begge kjønn|begge køn|\
        båda könen|båda kön|kön totalt|both sexes|hele landet|heile landet|hela landet|riket|\
        hela riket|hele riket|norge i alt|noreg i alt|whole country|the whole country|alder i alt|\
        alle aldre|alle aldrar|samtliga åldrar|samtliga|all ages|all countries|alle land|\
        all education levels|yhteensä|koko maa|kaikki|molemmat sukupuolet|whole finland|world|\
        verden|verda|världen|all citizenships|totalsum|grand total|begge kjønn i alt|welt|monde|\
        monde entier|mundo|wereld|maailma|heimurinn|bæði kyn|karlar og konur|alls|samtals|\
        allt landið|insgesamt|zusammen|gesamt|deutschland insgesamt|alle altersgruppen|ensemble|\
        les deux sexes|tous|tous sexes|hommes et femmes|tous âges|tous les âges|france entière|\
        ambos sexos|total nacional|todas las edades|todos|totaal|mannen en vrouwen|\
        totaal mannen en vrouwen|alle leeftijden|both|all persons|persons total|total persons|\
        total population|kaikki iät|kaikki yhteensä|båda|begge|men and women|menn og kvinner|\
        män och kvinnor|mænd og kvinder|kvinner og menn|hele året|heile året|hela året|årlig|årleg|\
        whole year|full year|year total|annual total|ganzes jahr|jahr insgesamt|année entière|\
        año completo|heel jaar|koko vuosi|allt árið|hovedtotal|gesamtergebnis|total général|\
        total general|eindtotaal|totals|totale|totalt landet|overall|overall total|in total|\
        altogether|everyone|country total|national total|hele norge|heile noreg|hela sverige|\
        hele danmark|landet samlet|landet i alt|nasjonalt|summe|gesamtsumme|ogółem|razem|celkem|\
        spolu|összesen|ukupno|skupaj|toplam|kokku|kopā|pavisam|iš viso|σύνολο|всего|Всего|合計|総数|Σ|∑";
    const OPENINGS: &str =
        "i alt |alle |all |totalt |totalt, |sum |total, |total |totaal |samtliga ";
    const CLOSINGS: &str =
        " i alt| totalt|, i alt|, totalt|, total| - total| – total| - totalt| yhteensä";
    let all_of = || {
        let opening = OPENINGS
            .split('|')
            .find_map(|word| lower.strip_prefix(word));
        opening.or_else(|| {
            CLOSINGS
                .split('|')
                .find_map(|word| lower.strip_suffix(word))
        })
    };
    match is_listed(WHOLE, &lower) {
        true => Some(String::new()),
        false => all_of().map(|rest| rest.trim().to_owned()),
    }
}

/// A label without the signs that are set around a sum: `Total:`, `(Total)`, `**Total**`.
fn without_signs(label: &str) -> &str {
    let is_sign = |c: char| " :.=*_()[]\"'".contains(c);
    label.trim_matches(|c: char| is_sign(c) || c.is_whitespace())
}

/// Whether a label can be the name that a database or R gives to a sum over all, and to a value that is missing, or
/// that of a country above its parts.
pub fn may_be_total(label: &str) -> bool {
    const NAMES: &str = "|null|(null)|na|<na>|n/a|nan|none|-|–|—|..|...|*|(all)|(alle)|(alla)|(blank)|\\n|national|\
        nation|combined|landet|nationwide|state|sss";
    is_listed(NAMES, &lower(label.trim()))
}

/// Whether a label is of a part that another line of the table holds already: `herav Polen`, `of which women`.
pub fn is_of_which(label: &str) -> bool {
    const OPENINGS: &str = "herav |derav |hvorav |av dette |av desse |av disse |av dem |heraf |deraf |hvoraf |därav \
        |varav |blant disse |blant desse |blant dem |bland dessa |blandt disse |among them |among these |whereof |\
        thereof |hereof |of which|out of which |of these|of whom|including |in particular |notably |incl. |inkludert |\
        inkl. |herunder |davon |darunter |unter ihnen |dont |parmi eux |di cui |de los cuales|de las cuales|\
        de los que |de ellos |dos quais |das quais |w tym |z toho |iš jų |tajā skaitā |в том числе |из них |\
        de ellos |waarvan |joista |siitä |niistä |þar af |darin |therein |hereunder ";
    const INSIDE: &str = ", herav |, derav |, hvorav |, av dette |, heraf |, deraf |, hvoraf |, därav |, varav |\
        , of which|, of whom|, whereof |, davon |, darunter |, dont |, waarvan |, joista |, þar af | (herav | (derav |\
         (of which| (davon | (dont ";
    let text = lower(label.trim()).replacen(": ", " ", 1);
    let text = text.trim_start_matches(|c: char| !is_letter(c));
    let text = text
        .strip_prefix('В')
        .map_or(Cow::Borrowed(text), |rest| Cow::Owned(format!("в{rest}")));
    OPENINGS
        .split('|')
        .any(|opening| text.starts_with(opening) && text.len() > opening.len())
        || ((text.contains(", ") || text.contains('(')) && has_any(&text, INSIDE))
}

/// Whether a note says that something is counted in something else as well.
pub fn is_of_included(note: &str) -> bool {
    const WORDS: &str = "included in|inkludert i |inngår i |inngår òg i |medregnet i |ingår i |indgår i |enthalten in |\
        inclus dans|compris dans|incluido en|incluidos en|begrepen in|sisältyy ";
    let text = lower(note);
    has_any(&text, WORDS)
}

/// Whether a label is of a sum of some lines: `Subtotal`, `Delsum`.
pub fn is_subtotal(label: &str) -> bool {
    let text = lower(label);
    "subtotal|sub-total|delsum|mellomsum|zwischensumme|sous-total|subtotaal|välisumma|millisamtala"
        .split('|')
        .any(|word| text.contains(word))
}

/// Whether a word says that a number stands in place of another one.
pub fn tells_new(word: &str) -> bool {
    is_one_of(
        word,
        "new|ny|nye|nytt|neu|nouveau|nuevo|old|updated|oppdatert|corrected|korrigert|rev",
    )
}

/// Whether a label is of the largest of some, which may stand beside it.
pub fn is_selection(label: &str) -> bool {
    const WORDS: &str = "største|største|största|largest|biggest|utvalgte|utvalde|valda|udvalgte|selected|\
        größten|wichtigsten|principaux|principales|grootste|suurimmat|stærstu";
    let text = lower(label);
    let mut words = text.split(|c: char| !is_letter(c));
    text.starts_with("top ") || words.any(|word| is_listed(WORDS, word))
}

/// Whether a word is one of a list of words with `|` between them.
pub fn is_listed(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

/// Whether a label is of those who may stand beside two others: `Dual citizens`.
pub fn counts_twice(label: &str) -> bool {
    let text = lower(label);
    "dual citizen|dual national|counted twice|both counted|dobbelt statsborg|dobbelttelt|dubbelt medborg|\
     doppelstaat|double nationalit|doble nacionalidad"
        .split('|')
        .any(|words| text.contains(words))
}

/// Whether a label says behind a name that it is all of it, what stands beside it included: `Norwegian (all)`.
pub fn says_all(label: &str) -> bool {
    const INSIDE: &str = "all|alle|alla|total|totalt|in total|i alt|ialt|insgesamt|gesamt|tous|toutes|totaal|yhteensä|\
        alls|todos|todas|samlet|samla|sammenlagt|alone or in combination|alone or combined|any";
    const BEHIND: &str = " in total| altogether| overall| sammenlagt| til sammen| tilsammans| zusammen|\
         au total| en total";
    let text = lower(label.trim());
    let inside = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    inside.is_some_and(|(name, inside)| !name.is_empty() && is_listed(INSIDE, inside))
        || BEHIND.split('|').any(|word| text.ends_with(word))
}

/// Whether what stands before a name limits it or turns it round: `Below`, `Never`, `Not`.
pub fn limits(before: &str) -> bool {
    const WORDS: &str = "below|under|less|over|above|beyond|not|never|non|no|ex|former|ikke|ikkje|aldri|aldrig|inte|\
        icke|ej|utenfor|utanfor|utanför|uden|outside|unter|über|nicht|nie|ohne|sous|jamais|hors|sin|nunca|niet|nooit|\
        buiten|ei|alle|pre|post|øvrig|øvrige|övriga|other|annen|andre";
    let text = lower(before);
    let mut words = text.split(|c: char| !is_letter(c));
    words.any(|word| is_listed(WORDS, word))
}

/// What a label names without a part of it, and that part where it has a name: `Landet utenom Oslo`, `Rest of Wales`.
pub fn without_part(label: &str) -> Option<(String, Option<String>)> {
    const EXCEPT: &str = " utenom | utanom | unntatt | unnateke | except | excluding | excl. | ekskl. | undtagen | \
        uden | utom | exkl. | ohne | hors | sauf | excepto | zonder | outside | without | lukuun ottamatta ";
    const REST: &str =
        "rest of |the rest of |resten av |remainder of |reste de |resto de |rest van |resten af ";
    let text = lower(label.trim());
    // Nearly all names are short, and each word is looked for in each of them.
    if !text.contains(' ') {
        return None;
    }
    if let Some((whole, part)) = EXCEPT.split('|').find_map(|word| text.split_once(word)) {
        let part = part.trim_end_matches(')').trim();
        return Some((whole.trim().to_owned(), Some(part.to_owned())));
    }
    let rest = REST
        .split('|')
        .find_map(|opening| text.strip_prefix(opening))?;
    Some((rest.trim_start_matches("the ").trim().to_owned(), None))
}

/// Whether a code says that it adds up the others: SDMX and Eurostat write totals like this. A bare T, and both letters
/// in one, are a total of the sexes; elsewhere they can be anything.
pub fn is_total_code(code: &str, among_sexes: bool) -> bool {
    const OF_SEXES: &str =
        "t|mf|m+f|m/f|fm|f+m|hm|h+m|mh|mk|m+k|mw|m+w|mv|m+v|hf|h+f|persons|bth|ambos";
    matches!(code, "TOTAL" | "_T" | "TOT") || (among_sexes && is_listed(OF_SEXES, &lower(code)))
}

/// Whether the codes of a dimension are those of the sexes.
pub fn are_sexes(codes: &[String]) -> bool {
    /// More values than these are no sexes, whatever letters are among them.
    const MANY: usize = 8;
    let found = "m|f|k|w|h|v|M|F|K|W|H|V".split('|');
    let found = found.filter(|sex| codes.iter().any(|code| code == sex));
    codes.len() <= MANY && found.count() >= 2
}

/// A unit that stands in brackets at the end of a measure's name, as in `Andel (prosent)`.
pub fn unit_in(name: &str) -> Option<&str> {
    let (_, unit) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
    is_one_of(
        unit,
        "prosent|procent|percent|percentage|%|personer|persons|antall|antal|number|km²|thousands|\
            1 000|1000|1000 personer|promille|per 1 000|per 1000|år|years|mill. kr|kr",
    )
    .then_some(unit)
}

/// The title among the lines above a table: the one that says so ("Table 2 ..."), as the publisher's
/// name often stands above it, else the first.
pub fn title_among(lines: &[String]) -> &str {
    let says_so = |line: &&String| {
        let line = lower(line);
        let rest = ["table ", "tabell ", "tabel ", "taulukko "]
            .iter()
            .find_map(|word| line.strip_prefix(word));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let found = lines.iter().find(says_so).or(lines.first());
    found.map_or("", String::as_str)
}

/// Whether a column of this name holds remarks in words.
pub fn names_notes(name: &str) -> bool {
    is_one_of(
        name,
        "notes|note|merknad|merknader|fotnote|footnote|remark|anmärkning|anmerkning|kommentar|\
            comment",
    )
}

/// A text without HTML tags, which some offices write in titles and labels. A break is a space; what is
/// raised is a footnote mark, or the power of a unit.
pub fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        plain.push_str(before);
        let opens = lower(tag[1..].trim_start_matches('/'));
        let end = tag.find('>');
        let is_tag = opens.starts_with(|c: char| c.is_ascii_alphabetic());
        let Some(end) = end.filter(|_| is_tag) else {
            plain.push('<');
            rest = &tag[1..];
            continue;
        };
        rest = &tag[end + 1..];
        let name = opens.split(|c: char| !is_letter(c)).next();
        if matches!(name, Some("br" | "p" | "div" | "li")) && !plain.ends_with(' ') {
            plain.push(' ');
        }
        if name == Some("sup")
            && !tag.starts_with("</")
            && let Some(close) = rest.find('<')
        {
            let raised = rest[..close].trim();
            let is_power = plain.ends_with('m') && matches!(raised, "2" | "3");
            match raised {
                "2" if is_power => plain.push('²'),
                "3" if is_power => plain.push('³'),
                _ if raised.len() > 4 => continue,
                _ => {}
            }
            rest = &rest[close..];
        }
    }
    (plain + rest).trim().to_owned()
}

/// A name or label without tags and without the marks of footnotes behind it: `Oslo 1)`, `Oslo¹`,
/// `Oslo [2]`, `Oslo*`. A star behind a number stays: it says that a period is preliminary.
pub fn without_marks(text: &str) -> String {
    let text = visible(text);
    let mut plain = match text.contains('<') {
        true => without_tags(&text),
        false => text.into_owned(),
    };
    while let Some(shorter) = without_mark(&plain) {
        plain.truncate(shorter);
    }
    plain
}

/// How much of a text stands before a footnote mark at its end.
fn without_mark(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let digits = |text: &str| {
        let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=2)
            .contains(&(text.len() - bare.len()))
            .then_some(bare.len())
    };
    let before = if let Some(rest) = text.strip_suffix(')') {
        // A bracket that was opened belongs to the name.
        let open = rest.matches('(').count() > rest.matches(')').count();
        digits(rest).filter(|_| !open)?
    } else if let Some(rest) = text.strip_suffix(']') {
        let open = digits(rest)?;
        rest[..open].strip_suffix('[')?.len()
    } else {
        let is_raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
        let bare = text.trim_end_matches(is_raised);
        let is_unit = bare.ends_with('m') && text.ends_with(['²', '³']);
        match bare.len() < text.len() && !is_unit {
            true => bare.len(),
            false => text.trim_end_matches('*').len(),
        }
    };
    let name = text[..before].trim_end();
    let is_name = name.ends_with(|c: char| is_letter(c) || c == ')' || c == '.' || c == '"');
    (before < text.len() && is_name).then_some(name.len())
}

/// The table title taken apart: what is counted, and the variables it is counted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title<'a> {
    /// What is counted, without the number of the table.
    pub subject: &'a str,
    /// The variables, in the title's order.
    pub variables: Vec<&'a str>,
}

/// The words between subject and variables, and between the last two variables. The last pair is
/// what PxWeb writes when its translation is missing.
const TITLE_WORDS: [(&str, &str); 6] = [
    (" etter ", " og "),
    (" efter ", " och "),
    (" efter ", " og "),
    (" by ", " and "),
    (" muuttujina ", " ja "),
    (" PxcMetaTitleBy ", " PxcMetaTitleAnd "),
];

/// Takes a title apart; `None` when it names no variables.
pub fn title_parts(title: &str) -> Option<Title<'_>> {
    let title = title.trim();
    let (subject, list, and) = TITLE_WORDS.iter().find_map(|(by, and)| {
        let at = title.rfind(by)?;
        let list = &title[at + by.len()..];
        (list.contains(and) || !TITLE_WORDS.iter().any(|(b, a)| b == by && list.contains(a)))
            .then_some((&title[..at], list, *and))
    })?;
    // A long text with many commas is prose.
    if list.len() > 2000 {
        return None;
    }
    let (front, last) = list
        .rsplit_once(and)
        .map_or(("", list), |(front, last)| (front, last));
    let variables = front
        .split(", ")
        .chain([last])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let subject = subject.trim_end_matches([',', ' ', '–', '-', ':']);
    Some(Title {
        subject: without_number(subject),
        variables,
    })
}

/// The subject without the table number that opens many titles: `05803: Endringer ...`.
pub fn without_number(title: &str) -> &str {
    match title.split_once(": ") {
        Some((number, rest))
            if !number.contains(' ') && number.bytes().any(|b| b.is_ascii_digit()) =>
        {
            rest.trim()
        }
        _ => title.trim(),
    }
}

/// The language of some texts, by the small words that tell it.
pub fn language<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const TELLING: [(&str, &str); 5] = [
        (
            "nb",
            "etter|kjønn|hele|statistikkvariabel|innvandring|utvandring|folkemengde|personer|menn|kvinner|alder|fylke",
        ),
        (
            "sv",
            "och|kön|ålder|efter|invandringar|utvandringar|folkmängd|folkmängden|tabellinnehåll|län|hela|kvinnor|män",
        ),
        (
            "da",
            "køn|efter|område|kvinder|mænd|befolkningen|indvandring|udvandring|alder|ukendt",
        ),
        (
            "en",
            "by|the|and|sex|year|population|immigration|emigration|of|country|men|women|contents|total",
        ),
        (
            "fi",
            "vuosi|sukupuoli|ikä|tiedot|yhteensä|kunta|muuttujina|miehet|naiset|maa",
        ),
    ];
    let mut scores = [0_u32; 5];
    for text in texts {
        for word in text.split(|c: char| !is_letter(c)) {
            let word = lower(word);
            for (score, (_, words)) in scores.iter_mut().zip(&TELLING) {
                *score += u32::from(is_listed(words, &word));
            }
        }
    }
    let best = *scores.iter().max()?;
    let mut at_best = scores
        .iter()
        .zip(&TELLING)
        .filter(|(score, _)| **score == best);
    let (_, (tag, _)) = at_best.next()?;
    (best > 0 && at_best.next().is_none()).then(|| (*tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_recognised_in_five_languages_and_parts_are_not() {
        for label in [
            "I alt",
            "Begge kjønn",
            "Totalt",
            "Hele landet",
            "Båda könen",
            "Both sexes",
            "Yhteensä",
            "KOKO MAA",
            "Alle aldre",
            "Total",
            "Kvinner i alt",
            "World",
        ] {
            assert!(is_total(label), "{label}");
        }
        for label in [
            "Menn",
            "Oslo",
            "Allerød",
            "105 år eller eldre",
            "Totland",
            "Uoppgitt",
            "",
        ] {
            assert!(!is_total(label), "{label}");
        }
    }

    #[test]
    fn footnote_marks_and_tags_are_no_part_of_a_name() {
        for (text, plain) in [
            ("Oslo 1)", "Oslo"),
            ("Oslo1) 2)", "Oslo"),
            ("Oslo¹", "Oslo"),
            ("Bergen (t.o.m. 1971) ²", "Bergen (t.o.m. 1971)"),
            ("Oslo [3]", "Oslo"),
            ("Norge*", "Norge"),
            ("Oslo<sup>1)</sup>", "Oslo"),
            ("<b>Antall</b><br>personer", "Antall personer"),
            ("Areal (km<sup>2</sup>)", "Areal (km²)"),
            ("Utvandring<br/>i alt", "Utvandring i alt"),
            // These are names as they are.
            ("Areal i km²", "Areal i km²"),
            ("2023*", "2023*"),
            ("Sum (kolonne 1)", "Sum (kolonne 1)"),
            ("Sone 1", "Sone 1"),
            ("18-24", "18-24"),
            ("a < b", "a < b"),
            ("1)", "1)"),
            ("*", "*"),
        ] {
            assert_eq!(without_marks(text), plain, "{text}");
        }
    }

    #[test]
    fn a_bare_t_is_a_total_among_sexes_only() {
        let is_total = |list: [&str; 3]| {
            let codes = list.map(str::to_owned);
            is_total_code("T", are_sexes(&codes))
        };
        assert!(is_total(["F", "M", "T"]));
        assert!(is_total(["T", "M", "K"]));
        assert!(!is_total(["S", "T", "U"]));
        assert!(is_total_code("TOTAL", false));
    }

    #[test]
    fn titles_name_their_variables() {
        let cases: [(&str, &str, &[&str]); 4] = [
            (
                "10211: Befolkning, etter alder, kjønn, år og statistikkvariabel",
                "Befolkning",
                &["alder", "kjønn", "år", "statistikkvariabel"],
            ),
            (
                "Befolkningen efter område og tid",
                "Befolkningen",
                &["område", "tid"],
            ),
            ("Population by sex", "Population", &["sex"]),
            (
                "Folkmängden per månad efter region och kön",
                "Folkmängden per månad",
                &["region", "kön"],
            ),
        ];
        for (title, subject, variables) in cases {
            let variables = variables.to_vec();
            assert_eq!(title_parts(title), Some(Title { subject, variables }));
        }
        assert_eq!(title_parts("Folketall"), None);
    }

    #[test]
    fn the_language_is_told_by_small_words() {
        let cases = [
            ("Befolkning, etter alder, kjønn, år", Some("nb")),
            ("Folkmängden efter region, ålder, kön", Some("sv")),
            ("Befolkningen efter område og køn", Some("da")),
            ("Population by sex and age", Some("en")),
            ("x;y", None),
        ];
        for (text, tag) in cases {
            assert_eq!(language([text]).as_deref(), tag, "{text}");
        }
    }
}
