//! Names of what holds others in tables of offices: parts of a country above what lies in them, a level of education
//! above its degrees, a group of occupations above single ones.
//!
//! A name says only what may be held: whether anything is counted twice the numbers beside it tell.

use std::collections::BTreeMap;

use super::origins::origin_of;
use super::words::{is_letter, is_listed, lower};

/// Names of areas, each with those of what lies in it. A star stands for the beginning of a name.
const AREAS: &[(&str, &str)] = &[
    // As they were divided before and after, and the parts of the country.
    ("viken", "akershus|buskerud|østfold"),
    ("innlandet", "hedmark|oppland"),
    ("vestland", "hordaland|sogn og fjordane|bergen"),
    (
        "agder|sørlandet",
        "aust-agder|vest-agder|agder|kristiansand",
    ),
    ("trøndelag", "sør-trøndelag|nord-trøndelag|trondheim"),
    (
        "nord-norge",
        "nordland|troms|finnmark|troms og finnmark|tromsø|bodø",
    ),
    (
        "vestlandet",
        "rogaland|hordaland|sogn og fjordane|møre og romsdal|vestland|bergen|stavanger",
    ),
    (
        "østlandet|austlandet",
        "oslo|akershus|østfold|buskerud|hedmark|oppland|vestfold|telemark|viken|innlandet|vestfold og telemark",
    ),
    (
        "hovedstaden",
        "byen københavn|københavn|københavns omegn|nordsjælland|bornholm|frederiksberg",
    ),
    (
        "sjælland",
        "østsjælland|vest- og sydsjælland|roskilde|storstrøm",
    ),
    ("syddanmark", "fyn|sydjylland|odense|ribe|vejle"),
    (
        "midtjylland",
        "østjylland|vestjylland|aarhus|århus|viborg|ringkøbing",
    ),
    (
        "jylland",
        "østjylland|vestjylland|sydjylland|nordjylland|midtjylland",
    ),
    (
        "götaland|svealand|norrland|östra sverige|södra sverige|norra sverige",
        "*län",
    ),
    (
        "united kingdom|storbritannia|storbritannien|vereinigtes königreich|royaume-uni|reino unido|uk",
        "great britain|england|scotland|wales|northern ireland|skottland|skotland|nord-irland|nordirland|\
            england and wales",
    ),
    ("great britain", "england|scotland|wales|england and wales"),
    (
        "früheres bundesgebiet|westdeutschland|alte länder",
        "bayern|hessen|niedersachsen|nordrhein-westfalen|baden-württemberg|hamburg|bremen|saarland",
    ),
    (
        "neue länder|ostdeutschland|neue länder und berlin",
        "sachsen|thüringen|brandenburg|sachsen-anhalt|mecklenburg-vorpommern|berlin",
    ),
    (
        "atlantic provinces|atlantic canada|atlantic",
        "nova scotia|new brunswick|prince edward island|newfoundland and labrador",
    ),
    (
        "prairie provinces|prairies|western canada",
        "alberta|saskatchewan|manitoba",
    ),
    ("northeast", "new england|middle atlantic|mid-atlantic"),
    ("midwest", "east north central|west north central"),
    (
        "south",
        "south atlantic|east south central|west south central",
    ),
    ("west", "mountain|pacific"),
    // Countries that were divided.
    (
        "jugoslavia|jugoslavien|yugoslavia|former yugoslavia|det tidligere jugoslavia|det tidlegare jugoslavia",
        "serbia|serbien|kroatia|kroatien|croatia|slovenia|slovenien|bosnia-hercegovina|bosnia and herzegovina|\
            nord-makedonia|north macedonia|montenegro|kosovo",
    ),
    (
        "sovjetunionen|soviet union|ussr|former soviet union",
        "russland|russia|ryssland|rusland|ukraina|ukraine|estland|estonia|latvia|litauen|lithuania",
    ),
    (
        "tsjekkoslovakia|czechoslovakia|tjeckoslovakien|tjekkoslovakiet",
        "tsjekkia|czechia|czech republic|tjeckien|tjekkiet|slovakia|slovakien|slovakiet",
    ),
    (
        "less developed regions|developing countries",
        "least developed countries",
    ),
];

/// Names of all of a country but what lies far from it.
const MAINLANDS: &str = "manner-suomi|mainland finland|fasta finland|mainland portugal|continente|\
    france métropolitaine|\
    metropolitan france|península";

/// Names of what lies far from it.
const FAR: &str = "ahvenanmaa|åland|dom|drom|outre-mer|guadeloupe|martinique|guyane|réunion|la réunion|mayotte|madeira|\
    açores|azores|canarias|ceuta|melilla";

/// Stems of what holds others, each with those of what it holds: `=` before a name that is all of it, `^` before one
/// that it begins with.
const CONCEPTS: &[(&str, &str)] = &[
    (
        "higher education|tertiary|høyere utdanning|høgare utdanning|universitet|^university|hochschul|\
            enseignement supérieur|educación superior|hoger onderwijs|^eftergymnasial|korkea-aste|háskól",
        "bachelor|master|doktor|doctor|phd|ph.d|forsker|forskar|kort|lang|lavere|lågare|lägre|lower|høyere nivå|\
            postgraduate|kandidat|candidat|undergraduate|licen",
    ),
    (
        "labour force|labor force|arbeidsstyrk|arbetskraft|arbejdsstyrk|economically active|=actifs|=active|\
            =población activa|erwerbspersonen|=työvoima",
        "employ|sysselsat|sysselset|arbeidsled|arbeidslaus|arbetslös|ledig|erwerbst|erwerbslos|chômeurs|ocupad|parad|\
            työllis|työttö",
    ),
    (
        "health|helse|sundhed|hälso|^akademisk|gesundheit|santé|sanitari",
        "doctor|physician|nurse|nursing|dentist|pharmacist|lege|sykeplei|sjukeplei|läkar|sjuksköt|læge|sygeplej|ärzt|\
            médecin|infirmi|médico|enfermer",
    ),
    (
        "=professionals|^akademisk|^academic",
        "teacher|engineer|lawyer|lærer|lærar|lärare|ingeniør|ingenjör|jurist",
    ),
    (
        "^offentlig|^public|^öffentlich|=secteur public|=sector público",
        "statlig|^stat|kommun|central gov|local gov|state gov|municipal|^federal",
    ),
    (
        "^barnefamili|^børnefamili|^barnfamilj|^families with children|^familier med barn|^familier med børn|\
            ^familjer med barn|^households with children|^familien mit kindern|^familles avec enfants",
        "par med|couple|enslig|enlig|ensamstående|lone|single|samboer|sambo|paare|alleinerzieh",
    ),
    ("^work|^employment related", "definite job|looking for work"),
    (
        "=services|=service|=service sector|=service industries|=tjenester|=tenester|^tjenesteyt|^tenesteyt|\
            =tjänster|^tjänstenäring|^servicenæring|^serviceerhverv|=tjenesteydelser|=dienstleistungen|\
            =servicios|=diensten|=palvelut|=tertiary sector|=secteur tertiaire",
        "health|helse|sundhed|hälso|vård|education|undervis|utbildning|hotel|hotell|finan|retail|detalj|handel|trade|\
            transport|restaurant|santé|enseign|gesundheit|comercio|sanidad|koulutus|terveys",
    ),
    (
        "^official lang|^offisielle språk|^officiella språk|^officielle sprog|^langues officielles|^amtssprachen|\
            ^lenguas oficiales|^national lang|^nasjonalspråk",
        "english|french|engelsk|fransk|franska|anglais|français|norsk|norwegian|svensk|swedish|finsk|finnish|suomi|\
            samisk|german|deutsch|italien|gaelic|irish|welsh|spanish|catal|castellano",
    ),
    (
        "^lone parent|^single parent|^one-parent|^one parent|^enslige forsørger|^enslig forsørger|^einslege forsørg|\
            ^aleneforsørger|^eneforsørger|^ensamstående föräld|^alleinerziehend|monoparental",
        "mother|father|mødre|fedre|mödrar|fäder|mütter|väter|mères|pères|mødrer|madre|padre",
    ),
    (
        "^christian|^kristen|^kristne",
        "catholic|katol|protestant|orthodox|ortodoks|luther",
    ),
    (
        "^utländsk bakgrund|^foreign background|^udenlandsk|^migratie|^migrationshintergrund|^innvandrerbakgrunn",
        "född|born|invandrare|innvandrere|westers|ausländ|indvandrere",
    ),
];

/// What a large town with what lies around it is called.
const METROPOLITAN: &str = "hovedstad|hovudstad|huvudstad|pääkaupunki|höfuðborg|capital region|capital area|\
    capital city region|metropol|greater |inner london|outer london|stor-|stor |storoslo|storstockholm|storgöteborg|\
    stormalmö|storstad|storby|-regionen|byregion|grossraum|großraum|agglomération|agglomeration|randstad";

/// Capitals, which lie in what is called after no town.
const CAPITALS: &str = "oslo|københavn|copenhagen|stockholm|helsinki|helsingfors|reykjavík|reykjavik|london|paris|\
    berlin|\
    madrid|amsterdam|wien|bern|bruxelles|lisboa|dublin";

/// Names that the large parts of a country have beside that of its capital.
const LARGE: &str = "region|county|counties|fylke|län|landshlut|landsdel|metro|state|stat";

/// Countries as they call themselves, whose parts their offices give.
const HOMES: &str = "norge|noreg|norway|sverige|danmark|suomi|finland|ísland|iceland|deutschland|france|españa|italia|\
    nederland|österreich|schweiz|suisse|belgique|portugal|england|wales|scotland|québec";

/// Words behind which the same area is meant, and before which.
const TYPES: &str = "region |landsdel |fylke |county of |comunidad de |land ";

const NOT: &str = "non-|non |not |ikke-|ikke |ikkje |inte |icke-|icke |ej |nicht-|nicht |niet-|niet |ei-|ei |pas |\
    no |without |uten |utan |uden |ohne |sans |sin |zonder |án |ilman |ingen |inga |inget |keine |\
    kein |geen ";

/// A name of a place without its type, its code, its name in another language and what stands in brackets.
pub fn bare(label: &str) -> String {
    let text = lower(label.trim());
    let text = text.trim_start_matches(|c: char| !is_letter(c));
    let end = [" (", " - ", " – ", " / "];
    let end = end.iter().filter_map(|end| text.find(end)).min();
    let text = text[..end.unwrap_or(text.len())].trim();
    let text = TYPES
        .split('|')
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    text.trim().to_owned()
}

/// Whether a concept's list has a stem of a text.
fn has_stem(list: &str, text: &str) -> bool {
    list.split('|').any(|stem| {
        let all = stem.strip_prefix('=').map(|all| text == all);
        let opens = || {
            stem.strip_prefix('^')
                .map(|opening| text.starts_with(opening))
        };
        all.or_else(opens).unwrap_or_else(|| text.contains(stem))
    })
}

/// What a list of names says of each other, looked up once.
#[derive(Default)]
pub struct Names {
    /// The names without what they have beside themselves.
    bare: Vec<String>,
    /// For each the areas and concepts that it names, and those that it lies in.
    holders: Vec<Vec<usize>>,
    members: Vec<Vec<usize>>,
    /// For each area and concept those that lie in it.
    of_row: Vec<Vec<usize>>,
}

impl Names {
    /// Of values with these labels.
    pub fn of(labels: &[String]) -> Names {
        let mut names = Names {
            of_row: vec![Vec::new(); AREAS.len() + CONCEPTS.len()],
            ..Names::default()
        };
        for (place, label) in labels.iter().enumerate() {
            let bare = bare(label);
            let is_area = |list: &str| {
                list.split('|').any(|name| match name.strip_prefix('*') {
                    Some(ending) => bare.ends_with(ending) && bare.len() > ending.len(),
                    None => bare == name,
                })
            };
            // What has a number is a step of something else: the fourth level, three years of it.
            let text = lower(label.trim());
            let text = text.trim_start_matches(|c: char| !is_letter(c));
            let has_number = text.bytes().any(|byte| byte.is_ascii_digit());
            let is_without =
                is_negated(text) || has_stem("^outside|^utenfor|^utanfor|^utanför|^uden for", text);
            let all = || AREAS.iter().enumerate();
            let concepts = || CONCEPTS.iter().enumerate();
            let mut holders: Vec<usize> = all()
                .filter(|(_, (own, _))| is_area(own))
                .map(|(at, _)| at)
                .collect();
            let mut members: Vec<usize> = all()
                .filter(|(_, (_, own))| is_area(own))
                .map(|(at, _)| at)
                .collect();
            for (at, (holding, held)) in concepts() {
                let is_held = has_stem(held, text);
                if is_held {
                    members.push(AREAS.len() + at);
                } else if has_stem(holding, text) && !has_number && !is_without {
                    holders.push(AREAS.len() + at);
                }
            }
            for row in &members {
                names.of_row[*row].push(place);
            }
            names.bare.push(bare);
            names.holders.push(holders);
            names.members.push(members);
        }
        names
    }

    /// Whether one value lies in another by its name.
    pub fn holds(&self, holder: usize, member: usize) -> bool {
        let of = &self.holders[holder];
        holder != member
            && self.bare[holder] != self.bare[member]
            && of.iter().any(|row| self.members[member].contains(row))
    }

    /// The values that lie in another one by their names, in their order.
    pub fn held_by(&self, holder: usize) -> Vec<usize> {
        let rows = self.holders[holder].iter();
        let mut members: Vec<usize> = rows.flat_map(|row| &self.of_row[*row]).copied().collect();
        members.sort_unstable();
        members.dedup();
        members.retain(|member| self.holds(holder, *member));
        members
    }

    /// Whether a value may hold others by its name.
    pub fn may_hold(&self, at: usize) -> bool {
        !self.holders[at].is_empty()
    }

    /// The names without what they have beside themselves.
    pub fn bare(&self) -> &[String] {
        &self.bare
    }

    /// For each value whether it is of a large town with what lies around it, or of a country without its islands,
    /// which may hold anything beside it.
    pub fn around(&self, labels: &[String], dimension: [&str; 2]) -> Vec<bool> {
        let is_metropolitan = |name: &String| has_stem(METROPOLITAN, name);
        let towns = self.bare.iter().filter(|name| !is_metropolitan(name));
        let towns: Vec<&String> = towns.filter(|name| name.len() > 3).collect();
        let is_capital = |name: &&String| is_listed(CAPITALS, name);
        let capitals = self.bare.iter().filter(is_capital).count();
        let are_large = dimension
            .into_iter()
            .any(|name| has_stem(LARGE, &lower(name)));
        let is_around = |(name, label): (&String, &String)| {
            if is_listed(MAINLANDS, name) {
                return true;
            }
            let is_large = || are_large || lower(label.trim()).starts_with("region ");
            let others = capitals - usize::from(is_capital(&name));
            is_metropolitan(name)
                && (others > 0
                    || !is_large()
                    || towns.iter().any(|town| name.contains(town.as_str())))
        };
        self.bare.iter().zip(labels).map(is_around).collect()
    }

    /// Whether a value lies in nothing that is called after a town or a country.
    pub fn is_apart(&self, at: usize) -> bool {
        let name = self.bare[at].as_str();
        is_listed(FAR, name) || has_stem(METROPOLITAN, name) || is_listed(MAINLANDS, name)
    }

    /// The only one that is a country, where others are no countries.
    pub fn country(&self, labels: &[String]) -> Option<usize> {
        let is_country =
            |at: &usize| is_listed(HOMES, &self.bare[*at]) || origin_of("", &labels[*at]).is_some();
        let mut countries = (0..labels.len()).filter(is_country);
        let first = countries.next()?;
        countries.next().is_none().then_some(first)
    }

    /// A value and the one that is all but it: `Married` and `Not married`.
    pub fn opposites(&self) -> Option<[usize; 2]> {
        let without: Vec<Option<&str>> = self.bare.iter().map(|name| without_not(name)).collect();
        let none = self.bare.len();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for name in without.iter().flatten() {
            places.insert(name, none);
        }
        for (at, name) in self.bare.iter().enumerate() {
            if let Some(place) = places.get_mut(name.as_str()) {
                *place = at.min(*place);
            }
        }
        let pair = |(at, without): (usize, &Option<&str>)| {
            let other = *places.get((*without)?)?;
            (other < none).then_some([other, at])
        };
        without.iter().enumerate().find_map(pair)
    }
}

/// Names of one place each.
const SAME: &[&str] = &[
    "turkey|türkiye|tyrkia|turkiet|tyrkiet|türkei",
    "czechia|czech republic|tsjekkia|tjeckien|tjekkiet|tschechien",
    "united kingdom|uk|great britain and northern ireland|storbritannia|storbritannien",
    "russia|russian federation|russland|ryssland|rusland",
    "vietnam|viet nam",
    "usa|united states|united states of america|us|forente stater",
    "netherlands|holland|the netherlands|nederland|nederländerna",
    "germany|tyskland|deutschland|allemagne|de",
    "sweden|sverige|schweden|suède|se",
    "norway|norge|noreg|norwegen|norvège|no",
    "denmark|danmark|dänemark|danemark|dk",
    "poland|polen|pologne|pl",
    "spain|spania|spanien|españa|espagne",
    "eswatini|swaziland",
    "syria|syrian arab republic|syrien|syrie",
    "iran|iran, islamic republic of|iran (islamic republic of)|islamic republic of iran",
    "palestine|west bank and gaza|state of palestine|palestina",
    "ivory coast|côte d'ivoire|côte d’ivoire|elfenbenskysten",
    "cabo verde|cape verde|kapp verde",
    "myanmar|burma",
    "north macedonia|macedonia|fyr macedonia",
    "timor-leste|east timor",
    "moldova|republic of moldova",
    "south korea|republic of korea|korea, republic of|korea, rep.|sør-korea|sydkorea",
    "tanzania|united republic of tanzania",
    "bolivia|bolivia (plurinational state of)",
    "venezuela|venezuela (bolivarian republic of)",
    "laos|lao people's democratic republic|lao pdr",
    "china|kina|people's republic of china",
    "hong kong|hongkong|china, hong kong sar|hong kong sar, china",
    "egypt|egypt, arab rep.",
    "slovakia|slovak republic",
    "københavn|copenhagen|köpenhamn|kopenhagen",
    "st. gallen|sankt gallen",
];

/// A name of a place in one spelling: in small letters, without its code and its name in another language, those with
/// several names by the first. And whether all of it was that name.
pub fn spelt(label: &str) -> (String, bool) {
    let text = lower(label.trim());
    let is_code = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let uncoded = text.split_once(' ').filter(|(code, _)| is_code(code));
    let name = uncoded.map_or(text.as_str(), |(_, name)| name.trim_start());
    let ends = [" - ", " – ", " / "]
        .iter()
        .filter_map(|end| name.find(end));
    let name = &name[..ends.min().unwrap_or(name.len())];
    let known = SAME.iter().find(|list| is_listed(list, name));
    let first = known.and_then(|list| list.split('|').next());
    (first.unwrap_or(name).to_owned(), name.len() == text.len())
}

/// A name without the signs on its letters: `Sor-Trondelag` of `Sør-Trøndelag`.
pub fn plain_letters(name: &str) -> String {
    const PLAIN: [(&str, char); 8] = [
        ("àáâãäåæ", 'a'),
        ("ç", 'c'),
        ("èéêë", 'e'),
        ("ìíîï", 'i'),
        ("ñ", 'n'),
        ("òóôõöø", 'o'),
        ("ùúûü", 'u'),
        ("–—‑", '-'),
    ];
    let plain = |letter: char| {
        let known = PLAIN.iter().find(|(letters, _)| letters.contains(letter));
        known.map_or(letter, |(_, plain)| *plain)
    };
    name.chars().map(plain).collect()
}

/// Whether a name is of a union of countries some of which are in other unions as well, and of all of it.
pub fn is_union(label: &str) -> bool {
    const UNIONS: &str = "eu|eea|eøs|ees|ue|schengen|schengenområdet|oecd|ocde|nato|otan|g7|g20|commonwealth|samveldet|\
        nordic|norden|euro|eurosonen|eurozone|euroområdet";
    const BESIDE: &str = "the|all|countries|country|area|land|landene|länder|lande|states|member|zone|og|and|och|pays";
    let text = lower(label.trim());
    let words = text.split(|c: char| !is_letter(c));
    let mut words = words
        .filter(|word| !word.is_empty() && !is_listed(BESIDE, word))
        .peekable();
    words.peek().is_some() && words.all(|word| is_listed(UNIONS, word))
}

/// What a name says that something is not: the EU of `Non-EU`.
pub fn without_not(text: &str) -> Option<&str> {
    NOT.split('|').find_map(|not| text.strip_prefix(not))
}

/// Whether a name says in brackets that what it names is there no more: `Sudan (former)`.
pub fn is_former(label: &str) -> bool {
    const WORDS: &str = "former|old|tidligere|tidlegare|tidigare|gammel|gamle|ehemalig|ehemals|ancien|ex|\
        antiguo|oud|voormalig";
    let text = lower(label.trim());
    let inner = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    inner.is_some_and(|(_, inner)| is_listed(WORDS, inner))
}

/// Whether a name says that something is not so.
pub fn is_negated(text: &str) -> bool {
    without_not(&lower(text.trim())).is_some()
}

/// The first and the last year of what a name is of: `Hordaland (-2019)`, `Hordaland (før 2020)`,
/// `Vestland (from 2020)`.
pub fn lifetime(label: &str) -> Option<(Option<i32>, Option<i32>)> {
    const UNTIL: &str = "til|t.o.m.|tom|until|to|through|bis|jusqu|hasta|tot|till|fram|frem";
    const BEFORE: &str = "før|before|vor|avant|antes|prior|före|inden|ennen|voor|fyrir|pre";
    const FROM: &str =
        "fra|frå|from|since|ab|depuis|desde|vanaf|från|f.o.m.|fom|etter|siden|sedan|seit";
    let text = lower(label.trim());
    let inner = text.strip_suffix(')')?.rsplit_once('(')?.1;
    let is_year =
        |digits: &&str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let years: Vec<i32> = inner
        .split(|c: char| !c.is_ascii_digit())
        .filter(is_year)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let word = inner.split(' ').next().unwrap_or_default();
    // A bracket may say more than that: `(until 1990 former territory of the FRG)`.
    const BESIDE: &str = "og|med|och|and|including|år|year|the";
    let mut words = inner.split(|c: char| !is_letter(c) && c != '.');
    let all = [UNTIL, BEFORE, FROM, BESIDE].join("|");
    if !words.all(|word| word.is_empty() || is_listed(&all, word)) {
        return None;
    }
    let says = |list: &str| is_listed(list, word);
    let (opens, closes) = (inner.starts_with(['-', '–']), inner.ends_with(['-', '–']));
    match years[..] {
        [from, until] if from <= until => Some((Some(from), Some(until))),
        [until] if opens || says(UNTIL) => Some((None, Some(until))),
        [after] if says(BEFORE) => Some((None, Some(after - 1))),
        [from] if closes || says(FROM) => Some((Some(from), None)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_lies_in_what() {
        for (holder, member, holds) in [
            ("Viken", "Akershus", true),
            ("46 Vestland", "Hordaland (-2019)", true),
            ("Trøndelag - Trööndelage", "Sør-Trøndelag", true),
            ("Akershus", "Viken", false),
            ("United Kingdom", "Scotland", true),
            ("Great Britain", "Northern Ireland", false),
            ("Denmark", "Greenland", false),
            ("Region Sjælland", "Landsdel Østsjælland", true),
            ("Svealand", "Uppsala län", true),
            ("Higher education", "Master's degree", true),
            ("Higher education", "Secondary", false),
            (
                "Universitets- og høgskolenivå, kort",
                "Forskerutdanning",
                false,
            ),
            (
                "Eftergymnasial utbildning, 3 år eller mer",
                "Forskarutbildning",
                false,
            ),
            ("Labour force", "Unemployed", true),
            ("Outside the labour force", "Unemployed", false),
            ("Health professionals", "Doctors", true),
            (
                "Privat sektor og offentlige foretak",
                "Kommunal forvaltning",
                false,
            ),
        ] {
            let labels = [holder.to_owned(), member.to_owned()];
            assert_eq!(Names::of(&labels).holds(0, 1), holds, "{holder} {member}");
        }
    }

    #[test]
    fn names_tell_which_years_they_are_of() {
        for (label, years) in [
            ("Hordaland (-2019)", Some((None, Some(2019)))),
            ("Hordaland (før 2020)", Some((None, Some(2019)))),
            ("Hordaland (til og med 2019)", Some((None, Some(2019)))),
            ("Hordaland (until 2019)", Some((None, Some(2019)))),
            ("Malmöhus län (t.o.m. 1996)", Some((None, Some(1996)))),
            ("Hordaland (1972-2019)", Some((Some(1972), Some(2019)))),
            ("Vestland (fra 2020)", Some((Some(2020), None))),
            ("Vestland (2020-)", Some((Some(2020), None))),
            ("Herøy (Nordland)", None),
            ("EU27 (2020)", None),
            ("Germany (until 1990 former territory)", None),
            ("Oslo", None),
        ] {
            assert_eq!(lifetime(label), years, "{label}");
        }
    }
}
