//! What is counted, by the words for it in nb, nn, sv, da, fi, is, en, de, fr, es and nl.

use super::plain;
use super::words::{
    has_any, is_letter, is_listed, lower, names_contents, names_levels, names_region, names_time,
};

/// What a name says is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Those who move in.
    In,
    /// Those who leave the country, by a word that says so.
    Out,
    /// Those who move out, perhaps within the country.
    OutSomewhere,
    /// What is left of those who move in and out.
    Net,
    /// People at a point of time.
    Population,
    /// People over a time.
    PersonYears,
    /// Those who came back within five years.
    Returned,
    /// A share, a rate, an index.
    Share,
    /// A difference from one time to another.
    Change,
    /// People of another kind: births, deaths, moves within the country, both ways of moving together.
    Otherwise,
    /// No people.
    NotPeople,
    /// That something is counted, and not what.
    Count,
}

fn has_word(text: &str, words: &str) -> bool {
    let mut parts = text.split(|c: char| !is_letter(c) && !c.is_ascii_digit());
    parts.any(|part| is_listed(words, part))
}

/// Whether the first word of a text is one of these.
fn opens_with(text: &str, words: &str) -> bool {
    let first = text.split(|c: char| !is_letter(c)).next().unwrap_or("");
    is_listed(words, first)
}

const NET: &str = "netto|nettó|saldo|overskudd|overskot|overskud|överskott|surplus|umfram|excess of|\
    migration balance|migratory balance";
const NET_WORDS: &str = "net|solde|balance|saldi";
const SHARES: &str = "prosent|procent|prósent|percent|per cent|%|‰|andel|anteil|promille|hlutfall|osuus|prosentti|\
    pourcentage|porcentaje|aandeel|per 1 000|per 1000|per 1,000|per 100|pr. 1 000|pr. 1000|je 1 000|je 1.000|\
    je 1000|pour 1|por 1|per km|per square|tetthet|tettleik|density|densité|densidad|dichte|vísitala|mean age|\
    average age|median|medianalder|gjennomsnittsalder|average duration|\
    srate|rrate|sindeks|sindex|skvot|squote|sfrekvens|sintensitet|sannsyn|sandsynlighed|sannolikhet|wahrscheinlichkeit|\
    probabilit|srisiko|hazard|=100|= 100|lower bound|upper bound|confidence|konfidens|standard error|standardfeil|\
    margin of error|sampling error|per capita|per innbygger|pr. innbygger|per head|per inhabitant|\
    per dag|pr. dag|per day|pro tag|par jour|nedre grense|øvre grense|95% ci|95 % ci";
const AVERAGES: &str = "gjennomsnit|genomsnitt|gennemsnit|average|durchschnitt|moyenne|promedio|gemiddeld|keskimäär|\
    meðaltal";
const SHARE_WORDS: &str = "share|pct|rate|rates|raten|rater|rat|rt|pc|index|indeks|indexes|indeksi|indice|índice|\
    ratio|kvote|kvoten|quote|tasa|taux|crude|quotient|risk|risiko|odds|rank|ranking|rangering|rang|lower|upper|\
    nedre|øvre|lci|uci";
const CHANGES: &str = "tilvekst|tilväxt|tillväxt|tilvækst|vekst|økning|auking|ökning|growth|increase|decrease|nedgang|\
    minskning|endring|difference|differanse|differens|forskel|forskjell|avvik|deviation|forandring|ændring|\
    förändring|veränderung|zunahme|abnahme|crecimiento|accroissement|évolution|\
    variación|breyting|fjölgun|fækkun|muutos|lisäys|toename|afname";
const CHANGE_WORDS: &str =
    "change|changes|auke|auken|variation|groei|adjustment|correction|korreksjon";
const PERSON_YEARS: &str = "personår|person-year|person year|person_year|middelfolke|medelfolkmängd|\
    mean population|mid-year population|midyear population|mid year population|average population|population moyenne|\
    durchschnittliche bevölkerung|durchschnittsbevölkerung|población media|gjennomsnittlig folke|gjennomsnittleg folke|\
    gennemsnitlig folketal|gennemsnitlig befolkning|medelbefolkning|genomsnittlig folkmängd|middelbefolkning|\
    keskiväkiluku|meðalmannfjöldi|\
    gemiddelde bevolking|leveår|persónuár";
/// Numbers that hold those of earlier times once more, or are smoothed: nothing to add up over a year, nor one.
const RUNNING: &str = "hittil|akkumul|ackumul|kumul|cumul|acumulad|year to date|year-to-date|siste 12|siste tolv|\
    siste fire|\
    seneste 12|seneste fire|senaste 12|senaste fyra|last 12 m|past 12 m|last four q|past four q|12-month|12 month|\
    twelve month|\
    rullerende|rullande|rolling|running total|glidende|glidande|moving average|moving mean|sesongjuster|\
    sesongkorriger|säsongrens|säsongjuster|\
    sæsonkorriger|sæsonjuster|seasonally|saisonberein|désaisonn|desestacional|seizoengecorr|seizoensgecorr|kausitasoit|\
    árstíðaleiðr|utjevnet|utjamna|smoothed|jan-mar|seasadj: yes|dayadj: yes";
/// The same, of a name; a title may tell so when its numbers begin.
const SINCE: &str = "since 1|since 2|siden 1|siden 2|sidan 1|sidan 2|seit 1|seit 2|depuis 1|depuis 2|desde 1|desde 2|\
    sinds 1|sinds 2|vuodesta";
const RUNNING_WORDS: &str = "ytd|trend";
const RETURNED: &str = "tilbake etter fem|attende etter fem|returned after five|returned_5y";
const IN: &str = "innvandring|innvandra|innvandret|innflytt|innflyt|inflytt|invandring|invandra|indvandr|tilflytt|\
    immigra|inflow|\
    in-migra|inmigra|in-move|moved in|zuwander|zuzug|zuzüg|einwander|aðflutt|maahanmuut|tulomuut|vestiging|\
    innutflytting";
const IN_WORDS: &str = "arrivals|arrival|arrivées|arrivants|entrées|entradas|llegadas|inn|inward|aankomst|ankomst|\
    ankomster|ankomne|imm";
const IN_WHOLE: &str = "inn|in|ind|inward|incoming|til";
const OUT: &str = "utvandr|udvandr|emigra|migr_emi|tps00177|maastamuut|auswander|émigra";
const OUT_SOMEWHERE: &str = "utflytt|utflyt|fraflyt|outflow|out-migra|outmigra|out-move|moved out|fortzug|\
    fortzüg|abwander|wegzug|wegzüg|brottflut|lähtömuut|lähtö|vertrek";
const OUT_WORDS: &str =
    "departures|departure|départs|sorties|salidas|avganger|avreiste|utreiste|afgang|emi";
const OUT_WHOLE: &str = "ut|ud|out|outward|outgoing|fra";
const WITHIN: &str = "innenlands|innanlands|innanríkis|inrikes|indenlands|indenrigs|internal|domestic|\
    interprovincial|intraprovincial|\
    within the country|between municipalities|mellom kommuner|mellan kommunar|binnenlands|intermunicipal|maassamuut|\
    kuntien väl|innen kommune|innan kommune|binnenwander";
const OTHERWISE: &str = "births|fødte|fødde|födda|lebendgeborene|naissances|nacimientos|geboorte|syntyneet|\
    deaths|todesf|sterbef|lebendgebur|døde|døyde|döda|gestorbene|décès|defunciones|sterfte|kuolleet|dánir|død |\
    dødsfall|\
    stock|diaspora|living abroad|residing abroad|bosatt i utlandet|busett i utlandet|returning|återutvandr|\
    tilbakevandring|acquisition|citizenship acquired|marriages|divorces|inngåtte|skilsmisse|ekteskap";
const OTHERWISE_WORDS: &str =
    "død|death|birth|geburt|geburten|migr_imm|tps00176|acq|naturalisation|naturalisations";
const NOT_PEOPLE: &str = "tonne|joule|euro|kroner|dollar|km²|km2|square k|hektar|hectare|energi|energy|\
    electricity|elektrisitet|emission|utslipp|price|pris |vehicle|kjøretøy|dwelling|bolig|household|husholdning|\
    hushåll|\
    husstand|kilowatt|megawatt|gigawatt|kvadratmeter|million units of|years of age|\
    temperature|expenditure|inntekt|turnover|omsetning|remittance|remitter|remesas|hogares|haushalte|huishouden|\
    kotitalou|\
    ménages|families|familier|familjer|familien |companies|enterprises|bedrifter|foretak|företag";
const NOT_PEOPLE_WORDS: &str = "tj|gj|gwh|mwh|kwh|twh|eur|usd|nok|sek|dkk|mio|kg|km|ha|toe|ktoe|co2|gdp|bnp|pris|\
    liter|litres|hours|timer|dager|days";
const POPULATION: &str = "folkemengd|folkemængd|folketal|folkmängd|befolkning|population|innbyg|bosatt|\
    busett|busette|invånare|indbyggere|residents|inhabitants|demo_p|tps00001|demo_r_pjan|demo_r_d2jan|bestand am|\
    mannfjöld|íbúa|väestö|väkiluku|bevölkerung|einwohner|\
    población|habitants|habitantes|bevolking|inwoners|migr_pop";
const COUNTS: &str = "antall|antal|number|count|personer|persons|personar|people|person|absolutt|absolute|absolut|\
    tal|anzahl|\
    personen|nombre|número|numero|aantal|henkilöä|henkilöt|lukumäärä|fjöldi|einstaklingar|verdi|value|values|værdi|\
    värde|\
    arvo|gildi|wert|valeur|valor|waarde|obs_value|obs value|observation value|nr|per|ths_per|n|number of persons|\
    number of people|\
    antall personer|antal personer|persona|personnes|personas|total|i alt|observation|data|indhold|innehåll|innhold|\
    tall|numbers|antall (personer)|\
    counts|enheter|enhet|units|estimate|estimates|point estimate|estimat|anslag|schätzung|estimation|estimación|\
    schatting|resultat|outturn|actual|actuals";

/// Whether a name that speaks of moving is of what those who move have.
fn is_of_movers(text: &str) -> bool {
    has_any(text, NOT_PEOPLE) || has_word(text, "eur|usd|nok|sek|dkk|gbp|gdp|bnp|kg|toe")
}

/// Whether a text tells of numbers that hold those of earlier times once more, or are smoothed.
pub fn is_running(text: &str) -> bool {
    let text = lower(text);
    has_any(&text, RUNNING) || has_word(&text, RUNNING_WORDS)
}

/// Whether a text names moving, whichever way.
pub fn names_moves(text: &str) -> bool {
    let text = lower(text);
    [IN, OUT, OUT_SOMEWHERE, "migra|flytt|wander"]
        .iter()
        .any(|stems| has_any(&text, stems))
}

/// Whether a text names people.
pub fn names_people(text: &str) -> bool {
    has_any(&lower(text), POPULATION)
}

/// How many letters of a word stand before or behind the stem that says what is counted, people or those who leave;
/// `None` where it has none.
pub fn beyond_stem(word: &str, people: bool) -> Option<usize> {
    let stems: &[&str] = match people {
        true => &[POPULATION, PERSON_YEARS],
        false => &[OUT, OUT_SOMEWHERE, OUT_WORDS, RETURNED],
    };
    let rest = |stem: &str| {
        let at = word.find(stem)?;
        Some(at.max(word[at + stem.len()..].chars().count()))
    };
    let stems = stems.iter().flat_map(|stems| stems.split('|'));
    stems.filter(|stem| stem.len() > 2).filter_map(rest).min()
}

/// Whether a name says that people are counted over a time, and not how many there are in the mean of it.
pub fn adds_up_time(text: &str) -> bool {
    has_any(
        &lower(text),
        "personår|person-year|person year|person_year|personenjahr|leveår|persónuár|exposure",
    )
}

/// Whether a value is a mean of others rather than one of them.
pub fn is_average(label: &str) -> bool {
    let text = lower(label);
    has_any(&text, AVERAGES)
        || has_word(
            &text,
            "mean|median|snitt|landssnitt|kommunesnitt|fylkessnitt|medelvärde",
        )
}

/// Whether a value compares others rather than being one: a change, a balance, a percentage. Mostly how it opens tells,
/// as names of places hold such words: Vandel, Upper Austria.
pub fn is_comparison(label: &str) -> bool {
    const OPENINGS: &str = "andel|share|anteil";
    let text = lower(label.trim());
    [OPENINGS, CHANGES, CHANGE_WORDS, NET_WORDS]
        .iter()
        .any(|words| opens_with(&text, words))
        || NET.split('|').any(|word| text.starts_with(word))
        || has_any(
            &text,
            "%|percent|prosent|procent|prozent|pourcentage|porcentaje",
        )
        || plain::is_per_number(&text)
}

/// Whether a value tells of something else than a place, by how it opens: how many places there are, a note, an index.
pub fn is_no_place(label: &str) -> bool {
    const OPENINGS: &str = "number|antall|antal|anzahl|nombre|número|aantal|lukumäärä|note|fotnote|merknad|anmerkung|\
        source|kilde|kjelde|quelle|index|indeks|rank";
    opens_with(&lower(label.trim()), OPENINGS)
}

/// Whether a value among places is worked out of them, or is what they were once or are to be, by all its words: `Max`,
/// `Std dev`, `Quartile 1`, `Last year`, `Target`.
pub fn is_statistic(label: &str) -> bool {
    const WORDS: &str = "max|maximum|maks|maksimum|máximo|min|minimum|mínimo|høyeste|høgaste|højeste|högsta|laveste|\
        lågaste|lägsta|highest|lowest|höchstwert|tiefstwert|variasjonsbredde|sd|std|stddev|stdev|stdav|standard|\
        deviation|dev|avvik|standardavvik|standardavvikelse|standardafvigelse|standardabweichung|keskihajonta|variance|\
        varians|varianz|count|observations|observasjoner|avg|medel|middel|middelverdi|mittelwert|keskiarvo|\
        mediana|quartile|kvartil|percentile|persentil|percentil|decile|desil|yoy|diff|target|\
        budget|budsjett|prognose|prognos|forecast|previous|preceding|last|prior|same|period|year|forrige|førre|förra|\
        i|fjor|fjoråret|fjol|foregående|föregående|år|året|før|vorjahr|année|précédente|año|anterior|vorig|jaar";
    /// What alone says nothing of the kind.
    const BESIDE: &str =
        "standard|period|year|last|same|i|år|året|før|jaar|año|année|fjol|sd|prior";
    let text = lower(label.trim());
    let mut words = text
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .peekable();
    let first = words.peek().copied().unwrap_or_default();
    let is_alone = words.clone().count() == 1;
    let says_nothing = first.is_empty() || (is_alone && is_listed(BESIDE, first));
    !says_nothing && words.all(|word| is_listed(WORDS, word))
}

/// The same of letters and words that can be the code or the name of a place.
pub fn is_short_statistic(label: &str) -> bool {
    is_listed(
        "sd|cv|se|n|iqr|media|mål|ziel|goal|range|mittel",
        &lower(label.trim()),
    )
}

/// Whether a value is a sum that is carried from one sheet to the next, or one to check others with.
pub fn is_carried(label: &str) -> bool {
    has_any(
        &lower(label),
        "carried forward|brought forward|carried over|overført|overføres|overføring|överfört|överföring|transporteres|\
         übertrag|à reporter|report à|suma y sigue|riporto|overbrengen|control total|control sum|check sum|checksum|\
         check total|kontrollsum|kontrolsum|kontrollsumm|prüfsumme",
    )
}

/// Whether a value among places is of other people than those who left them, by how it opens: `Births`, `Population`.
pub fn is_of_others(label: &str) -> bool {
    const BORN_OR_DEAD: &str = "births|fødte|fødde|födda|født |naissances|nacimientos|lebendgebor|deaths|døde|døyde|\
        döda|gestorbene|décès|defunciones";
    let text = lower(label.trim());
    let opens = |words: &str| words.split('|').any(|word| text.starts_with(word));
    opens(IN) || opens(POPULATION) || opens(BORN_OR_DEAD) || opens(PERSON_YEARS)
}

/// Whether a value is a division of those who live in places, of town and country: no place beside single ones.
pub fn is_of_settlement(label: &str) -> bool {
    const OPENINGS: &str = "urban|rural|tettbygd|tettbygde|spredtbygd|spredtbygde|spreiddbygd|spreiddbygde|\
        tettsteder|\
        tettstader|tätorter|landsbygd|landsbygden|glesbygd|städtisch|ländlich|urbain|urbano|towns|villages";
    opens_with(&lower(label.trim()), OPENINGS)
}

/// Whether the values of a dimension of this name are of the move rather than of those who move: where to, and why. The
/// same people are there beside each.
pub fn divides_moves(name: &str) -> bool {
    has_any(
        &lower(name),
        "destination|tilflytting|utvandringsland|udvandringsland|utvandret til|utvandra til|land for utflytting|\
        reason|grunn|årsak|purpose|formål|motiv|zielland|bestemming|wegzugsgrund|cause|direction|retning|next country|\
        to country|country to|muuton syy|ástæða",
    )
}

/// Whether a dimension of this name divides a country into places.
pub fn divides_places(name: &str) -> bool {
    const STEMS: &str = "regio|région|landsdel|bundesl|gebiet|kreis|provin|gemeinde|commune|départ|\
        comunidad|municip|maakunta|landshlut|sveitarf|svæði";
    names_region(name)
        || has_word(&lower(name), "kunta|alue|by|city|state|cities|ref_area")
        || has_any(&lower(name), STEMS)
}

/// Whether the values of a dimension of this name are of a classification whose codes hold each other.
pub fn is_classified(name: &str) -> bool {
    has_any(
        &lower(name),
        "occupation|yrke|isco|styrk|ssyk|disco|industr|næring|nace|sn2007|sni2007|branche|isced|profession|\
        beruf|nus2000|ammatti|toimiala",
    )
}

/// Whether a value is of moves within a country. Where somebody was born is no move.
pub fn is_within(label: &str) -> bool {
    let text = lower(label);
    has_any(&text, WITHIN) && !has_any(&text, "born|född|født|fødd|geboren|syntyn")
}

/// Whether a value is of moves across the border.
pub fn is_abroad(label: &str) -> bool {
    has_any(
        &lower(label),
        "abroad|utland|utanland|utrikes|udland|international|external|overseas|ausland|étranger|extranjero|\
        buitenland|ulkomai|útland|útlöndum",
    )
}

/// What a name says is counted; `None` where it says nothing of that.
pub fn kind(text: &str) -> Option<Kind> {
    let text = lower(text.trim());
    let text = text.as_str();
    if has_word(text, NET_WORDS) || has_any(text, NET) {
        return Some(Kind::Net);
    }
    if has_any(text, SHARES) || has_word(text, SHARE_WORDS) || plain::is_per_number(text) {
        return Some(Kind::Share);
    }
    if has_any(text, PERSON_YEARS) {
        return Some(Kind::PersonYears);
    }
    if has_any(text, AVERAGES) {
        return Some(Kind::Share);
    }
    if is_running(text) || has_any(text, SINCE) {
        return Some(Kind::Otherwise);
    }
    if has_any(text, CHANGES) || has_word(text, CHANGE_WORDS) {
        return Some(Kind::Change);
    }
    if has_any(text, RETURNED) {
        return Some(Kind::Returned);
    }
    if has_any(text, OTHERWISE) || has_word(text, OTHERWISE_WORDS) {
        return Some(Kind::Otherwise);
    }
    // "Inn- og utvandring" and "immigration and emigration" count both ways of moving.
    let both = has_any(text, "inn- og|in- och|ind- og|inn og ut|in and out");
    let into = has_any(text, IN) || has_word(text, IN_WORDS) || is_listed(IN_WHOLE, text);
    let out = has_any(text, OUT);
    let out_somewhere =
        has_any(text, OUT_SOMEWHERE) || has_word(text, OUT_WORDS) || is_listed(OUT_WHOLE, text);
    match () {
        () if both || (into && (out || out_somewhere)) => return Some(Kind::Otherwise),
        () if has_any(text, WITHIN) && (into || out || out_somewhere) => {
            return Some(Kind::Otherwise);
        }
        // What those who move send, spend or own, and what they move in.
        () if (into || out || out_somewhere) && is_of_movers(text) => return Some(Kind::NotPeople),
        () if into => return Some(Kind::In),
        () if out => return Some(Kind::Out),
        () if out_somewhere => return Some(Kind::OutSomewhere),
        () => {}
    }
    if has_any(text, POPULATION) {
        return Some(Kind::Population);
    }
    if has_any(text, NOT_PEOPLE) || has_word(text, NOT_PEOPLE_WORDS) {
        return Some(Kind::NotPeople);
    }
    let bare = text.trim_matches(|c: char| !is_letter(c) && !c.is_ascii_digit());
    COUNTS
        .split('|')
        .any(|count| count == bare)
        .then_some(Kind::Count)
}

/// Whether a name says that it is a share of the population.
pub fn is_share_of_population(text: &str) -> bool {
    kind(text) == Some(Kind::Share) && has_any(&lower(text), POPULATION)
}

/// Whether a unit is one of persons, as far as it says anything.
pub fn counts_people(unit: &str) -> bool {
    matches!(kind(unit), None | Some(Kind::Count | Kind::Population))
}

/// Whether a column of this name says in which unit the numbers are.
pub fn names_unit(name: &str) -> bool {
    let name = lower(name.trim());
    "unit|units|uom|enhet|enhed|eining|måleenhet|måleeining|måleenhed|mätenhet|måltype|einheit|maßeinheit|\
        unité|unidad|eenheid|yksikkö|unit of measure|unit_measure|mælieining|measurement unit|unit measure"
        .split('|')
        .any(|known| known == name)
}

/// Whether a column of this name lists kinds of measure.
pub fn names_kinds(name: &str) -> bool {
    let small = lower(name.trim());
    names_contents(name)
        || names_unit(name)
        || small.starts_with("indic")
        || small.starts_with("indik")
        || "measure|measures|metric|metrics|variable|variables|variabel|concept|statistic|statistics|statistikk|\
            statistic label|series|series name|series code|magnitud|magnitude|kennzahl|merkmal|onderwerp|topic|topics|\
            måltall|nøkkeltall|nøgletal|nyckeltal|tunnusluku|stat|components|component|components of population growth|\
            components of population change|measure name|measure names|hendelse|hending|händelse|\
            bevægelse|flytteretning|flytterretning|direction|retning|riktning"
            .split('|')
            .any(|known| known == small)
}

/// Whether a column of this name with these values lists kinds of measure.
pub fn are_kinds(name: &str, labels: &[&str]) -> bool {
    /// No office lists so many kinds of measure under a name that says nothing of it.
    const MANY: usize = 200;
    if labels.len() < 2 || names_time(name) {
        return false;
    }
    if names_kinds(name) {
        return true;
    }
    if labels.len() > MANY {
        return false;
    }
    let mut met: Vec<Kind> = Vec::new();
    let mut known = 0;
    for kind in labels.iter().filter_map(|label| kind(label)) {
        known += 1;
        if !met.contains(&kind) {
            met.push(kind);
        }
    }
    // A total beside its parts is one kind; men and women are none. Those who came and the rest of the
    // population are groups of people, and only what leaves, is left or is worked out is a kind of measure.
    let tells = [
        Kind::Out,
        Kind::OutSomewhere,
        Kind::Net,
        Kind::Share,
        Kind::Change,
        Kind::PersonYears,
    ];
    let is_told = met.iter().any(|kind| tells.contains(kind));
    is_told && met.len() >= 2 && known * 2 >= labels.len()
}

/// Whether who is counted may give several answers, and is counted with each of them.
pub fn has_several_answers(name: &str) -> bool {
    has_any(
        &lower(name),
        "flere svar|flere_svar|fleire svar|flera svar|multiple|mehrfach",
    )
}

/// Whether a dimension of this name divides people by what they are. What is not known by name may be anything, and
/// what tells of which kind another column is divides nothing: the level of a region, the version of a border.
pub fn divides_people(name: &str) -> bool {
    const STEMS: &str = "country|countries|destinasjon|statsb|citizen|borgerskap|borgarskap|medborgar|\
        statsborger|national|kansalais|\
        ríkisfang|\
        staatsangeh|burgerschap|fødeland|fødested|fødsel|syntymä|naissance|opphav|opprinn|herkunft|herkomst|\
        bakgrunn|bakgrund|\
        baggrund|background|innvandr|invandr|indvandr|marital|sivilstand|civilst|civil status|education|utdann|\
        utbild|uddann|\
        occupation|industry|næring|sektor|hushold|famil|religion|trossamfunn|language|språk|årsak|reason|purpose|\
        duration|botid|\
        oppholdstid|residence|gruppe|category|kategori|verdensdel|continent|kontinent|ethnic|migrant|generation|\
        cohort|kohort|\
        corridor|destination|gemeinde|commune|provinc|provin|canton|kanton|department|département|maakunta|sveitarf|\
        landshlut|\
        tettsted|tätort|location|study|studi|storleik|størrelse|sentralitet|centrality|employment|statistikkområde|\
        verdensregion|udvand|utvandr|indvand|arbeidsstyrk|arbetskraft|arbejdsstyrk|labour force|labor force|urbani";
    const WHOLE: &str = "land|maa|pays|país|pais|staat|staten|birth|født|född|origin|stand|nus|isced|\
        yrke|sector|grunn|\
        group|grupp|kull|partner|from|fra|til|to|previous|next|gewest|regio|kunta|city|by|bydel|sted|stad|place|\
        nuts|zone|sone|postnr|\
        klasse|class|size|urban|state|state/province|c_birth|citizen|partner|geo";
    const OF_OTHERS: &str = "type|version|versjon|vintage|inndeling|indelning|boundar|definition|valid|gyldig|giltig|\
        gültig|published|publisert";
    let name = lower(name.trim());
    let of_education = has_any(
        &name,
        "education|utdann|utbild|uddann|bildung|isced|nus|study|studi",
    );
    if (names_levels(&name) || has_any(&name, OF_OTHERS)) && !of_education {
        return has_any(
            &name,
            "household|hushold|famil|occupation|residence|moving|migration",
        );
    }
    divides_places(&name)
        || is_classified(&name)
        || has_any(&name, STEMS)
        || has_word(&name, WHOLE)
        || name.starts_with("age")
}

/// Whether the values of a dimension are alternatives of one number, by its names and theirs: variants of a projection,
/// versions, methods.
pub fn are_alternatives<'a>(
    names: impl IntoIterator<Item = &'a str>,
    labels: impl IntoIterator<Item = &'a str>,
) -> bool {
    const NAMES: &str = "alternativ|variant|scenario|senario|version|versjon|method|metode|revision|simulation|vintage";
    const VALUES: &str = "hovedalternativ|hovudalternativ|medium variant|main alternative|baseline|high variant|\
        low variant|høyalternativ|lavalternativ|høg nasjonal vekst|høy nasjonal vekst|lav nasjonal vekst|\
        låg nasjonal vekst|(mmm|(hhm|(llm";
    names.into_iter().any(|name| has_any(&lower(name), NAMES))
        || labels
            .into_iter()
            .any(|label| has_any(&lower(label), VALUES))
}

/// Whether a text says that moves are counted, and not whose.
pub fn counts_moves(text: &str) -> bool {
    const MOVES: &str = "moves|events|flyttinger|flyttingar|flyttningar|flytninger|hendelser|hendingar|händelser|\
        hændelser|muutot|tapahtumat|flutningar|umzüge|ereignisse|mouvements|événements|movimientos|eventos|\
        verhuizingen|gebeurtenissen";
    is_listed(MOVES, &lower(text.trim()))
}

/// Whether all values say the same once more: versions of one number, or one thing counted in several ways, as persons
/// and as moves.
pub fn are_once_more(labels: &[String]) -> bool {
    let is_counted = |label: &str| kind(label) == Some(Kind::Count) || counts_moves(label);
    let are_all = |is: &dyn Fn(&str) -> bool| labels.len() > 1 && labels.iter().all(|one| is(one));
    are_all(&tells_version) || are_all(&is_counted)
}

/// Whether a name tells which version of a number something is: preliminary, revised, final, estimated.
pub fn tells_version(name: &str) -> bool {
    has_any(
        &lower(name),
        "revid|revis|révis|herzien|tarkistet|endurskoð|foreløpig|førebels|preliminär|prelimin|ennakko|bráðabirgð|\
        provisional|provisoire|provisorisch|vorläufig|voorlopig|endelig|endeleg|slutlig|slutgiltig|definiti|définiti|\
        lopulli|endanleg|final|endgültig|anslag|estima|schätzung|schatting|uppskatt|skøn|arvio|áætl|resultat|outturn|\
        actual|prognos|forecast|ennuste",
    )
}
