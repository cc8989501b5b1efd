//! Names and codes of areas that hold other areas: continents beside their countries, unions beside their
//! members, counties beside their municipalities.
//!
//! An area counts as a sum only where something that lies in it stands beside it: a file that has single
//! countries of Europe and one line for Africa loses nothing.

use kernels::stable_sort as order;
use vocabulary::holders::without_not;
use vocabulary::origins::origin_of;
use vocabulary::words::{self, is_letter, is_listed, lower, names_region};

use super::sums::Values;

const EUROPE: u8 = 1;
const AFRICA: u8 = 2;
const ASIA: u8 = 4;
const AMERICA: u8 = 8;
const OCEANIA: u8 = 16;
const WORLD: u8 = 31;
/// The Nordic countries, of which one knows the members: others in Europe lie beside them.
const NORDIC: u8 = 32;

/// Words that name an area by themselves or behind a point of the compass.
const ROOTS: [(u8, &str); 8] = [
    (
        NORDIC,
        "norden|nordic|nordics|nordiske|nordiska|skandinavia|scandinavia|pohjoismaat|norðurlönd|noordse",
    ),
    (
        EUROPE,
        "europa|europe|eu|eøs|ees|eea|efta|baltikum|baltic|baltics|baltiske|baltiska|benelux|eurooppa|evrópa|ue|balkan",
    ),
    (AFRICA, "afrika|africa|afrique|afrikka|áfrica"),
    (
        ASIA,
        "asia|asien|asie|aasia|asía|azië|midtøsten|mellanöstern|mellemøsten",
    ),
    (
        AMERICA,
        "amerika|america|amérique|américa|amerikka|ameríka|karibia|karibien|caribbean|vestindia",
    ),
    (
        OCEANIA,
        "australasia|oseania|oceania|oceanien|océanie|ozeanien|oceanía|eyjaálfa|melanesia|micronesia|polynesia",
    ),
    (WORLD, "oecd|ocde|g7|g20|mena"),
    // Groups of the United Nations and the World Bank, which lie across the continents.
    (
        WORLD,
        "developed|development|income|geographic|sustainable|vestlige|vestlege|västliga",
    ),
];

/// Words for a whole continent, in which every country of it lies.
const CONTINENTS: &str = "europa|europe|afrika|africa|asia|asien|amerika|america|oseania|oceania|oceanien|eurooppa|\
    evrópa|afrique|afrikka|áfrica|asie|aasia|asía|azië|amérique|américa|amerikka|ameríka";

/// Names for every country but one.
const ABROAD: &str = "foreign country and stateless|\
    utlandet|utlandet i alt|udlandet|udlandet i alt|foreign country|foreign countries|abroad|\
    foreign|foreigners|foreign citizens|foreign nationals|utenlandske|utlendinger|utanlandske|utländska|udenlandske|\
    ausländer|étrangers|extranjeros|\
    ausland|étranger|\
    l'étranger|extranjero|buitenland|ulkomaat|útlönd|utlandet totalt";

/// Names of groups of countries that hold no such word, each with the parts of the world that they lie in.
const GROUPS: [(u8, &str); 4] = [
    (
        EUROPE,
        "british isles|western balkans|balkans|the balkans|visegrád countries|visegrad countries|visegrád|visegrad|v4|\
            dach|iberian peninsula|schengen|schengen area|\
            schengenområdet|østblokken|austblokka|östblocket|eastern bloc",
    ),
    (
        AFRICA,
        "maghreb|le maghreb|afrikas horn|horn of africa|the horn of africa|sahel|corne de l'afrique",
    ),
    (
        ASIA,
        "middle east|the middle east|near east|far east|midtausten|det fjerne østen|naher osten|moyen-orient|\
            oriente medio|gulf states|gulf countries|golfstatene|gcc|gcc countries|arab states|arab countries|\
            arabiske land|caucasus|the caucasus|kaukasus",
    ),
    (
        WORLD,
        "cis|cis countries|commonwealth|old commonwealth|new commonwealth|samveldet|nato|nato countries|\
            natolandene|mediterranean|mediterranean countries|middelhavsland|middelhavslandene|third countries|\
            tredjeland|tredjelande|drittstaaten|pays tiers|overseas|oversjøisk|neighbouring countries|\
            neighboring countries|naboland|nabolandene|grannländer|refugee countries|flyktningland|\
            developing countries|u-land|utviklingsland|english-speaking countries|outside europe|utenfor europa|\
            utanfor europa|utanför europa|uden for europa|andre verdensdeler|other continents|former ussr|\
            former soviet union|the former soviet union|tidligere sovjetunionen|det tidligere sovjetunionen|\
            ehemalige sowjetunion|f.d. sovjetunionen|ex-urss|ex-ussr|former yugoslavia|tidligere jugoslavia|\
            det tidligere jugoslavia|f.d. jugoslavien|ehemaliges jugoslawien|ex-yugoslavia|ex-yougoslavie|\
            nye eu-land|new eu countries|non-norwegian|ikke-norske|ikkje-norske|icke-svenska|non-nationals",
    ),
];

/// What may stand before such a word, by itself or in one word with it.
const BEFORE: &str = "nord|nordlige|nordvest|nordøst|nordaust|sør|sørøst|søraust|sørvest|syd|sydøst|sydost|sydlige|\
    øst|østlige|aust|vest|väst|öst|ost|sentral|central|mellom|mellan|mellem|midt|latin|northern|southern|eastern|\
    western|middle|north|south|east|west|sub|saharan|sub-saharan|de|the|land|i|og|and|och|hele|heile|hela|whole|\
    total|totalt|sum|more|less|least|high|low|upper|lower|no|un|world|bank|ikke|ikkje|icke|non";

/// Words of a line for what is left when others are counted by themselves.
const REST: &str = "ellers|elles|øvrig|øvrige|övrig|övriga|annen|anna|annet|andre|andra|other|others|rest|resten|\
    uoppgitt|uoppgjeve|uspesifisert|ukjent|ukjend|okänt|unknown|unspecified|uoplyst|n.e.c";

/// The part of the world that a word names.
fn root(word: &str) -> u8 {
    // `EU27` and `EU28` have the number of their members behind them.
    let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = ROOTS.iter().find(|(_, list)| {
        is_listed(list, word) || (matches!(bare, "eu" | "ue") && is_listed(list, bare))
    });
    if let Some((parts, _)) = known {
        return *parts;
    }
    let behind = |before: &str| {
        let rest = word.strip_prefix(before)?;
        let mut roots = ROOTS.iter();
        let found = roots.find(|(_, list)| rest.len() > 3 && is_listed(list, rest))?;
        Some(found.0)
    };
    BEFORE.split('|').find_map(behind).unwrap_or(0)
}

/// The parts of the world that an area with others in it lies in; 0 when the name is not of such an area.
fn area(code: &str, label: &str) -> u8 {
    let by_code = area_code(code.trim());
    if by_code > 0 {
        return by_code;
    }
    let text = lower(label.trim());
    let unions = "european union|european economic area|european free trade|euro area|euro zone|eurozone|\
        euroområdet|eurosonen|\
        europäische union|euroraum|union européenne|zone euro|unión europea|zona euro|europese unie|evrópusambandið|\
        euroalue|\
        den europeiske union|den europæiske union|europeiska unionen";
    if unions.split('|').any(|union| text.starts_with(union)) {
        return EUROPE;
    }
    if is_listed(ABROAD, &text) {
        return WORLD;
    }
    if let Some((parts, _)) = GROUPS.iter().find(|(_, list)| is_listed(list, &text)) {
        return *parts;
    }
    // What is left of an area without a part of it lies in that area.
    let whole = words::without_part(&text).filter(|(_, part)| part.is_some());
    let text = whole.map_or(text, |(whole, _)| whole);
    // A country whose name looks like a part of its continent.
    if is_listed("sydafrika|sør-afrika|sør afrika|south africa", &text)
        || origin_of("", &text).is_some()
    {
        return 0;
    }
    let is_part = |c: char| is_letter(c) || c.is_ascii_digit() || c == '.';
    let words: Vec<&str> = text
        .split(|c: char| !is_part(c))
        .filter(|word| !word.is_empty())
        .collect();
    if words.iter().any(|word| is_listed(REST, word)) {
        return 0;
    }
    match words[..] {
        ["australia", .., "new", "zealand"] => return OCEANIA,
        // The country has the name of its region.
        ["micronesia", _, ..] => return 0,
        _ => {}
    }
    let opens = words.iter().find(|word| !is_listed(BEFORE, word));
    match opens.map_or(0, |word| root(word)) {
        0 => 0,
        _ => words.iter().fold(0, |parts, word| parts | root(word)),
    }
}

/// Whether a name or code is that of a part of the world.
pub fn is_area(code: &str, label: &str) -> bool {
    area(code, label) > 0
}

/// Whether a name is of those of whom nothing is known, or of all who are not counted by themselves.
pub fn is_rest(code: &str, label: &str) -> bool {
    const NOTHING: &str = "unk|not|ikke|ikkje|inconnu|unbekannt|desconocido|onbekend|tuntematon|óþekkt|statsløs|\
        statsløse|statslös|statslösa|stateless|staatenlos|apatride|third|drittstaaten|tredjeland|tiers|non|none|no|\
        keine|ohne";
    let text = lower(label.trim());
    let mut words = text.split(|c: char| !is_letter(c) && c != '.');
    words.any(|word| is_listed(REST, word) || is_listed(NOTHING, word)) || code.starts_with("UNK")
}

/// Whether a name is of a country that is known.
pub fn is_country(code: &str, label: &str) -> bool {
    part_of(code, label) > 0 && area(code, label) == 0
}

/// What the names and codes of the values of a dimension tell of where these lie, looked up once: it is asked of each
/// beside each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The parts of the world that an area with others in it lies in, 0 for what is none.
    areas: Vec<u8>,
    /// The same of countries.
    countries: Vec<u8>,
}

impl Places {
    /// Of these values.
    pub fn of(values: &Values) -> Places {
        let each = || values.codes.iter().zip(values.labels);
        Places {
            areas: each().map(|(code, label)| area(code, label)).collect(),
            countries: each().map(|(code, label)| part_of(code, label)).collect(),
        }
    }

    /// Whether a value is a part of the world.
    pub fn is_area(&self, at: usize) -> bool {
        self.areas[at] > 0
    }

    /// Whether a value is a country or an area that is known.
    pub fn is_place(&self, at: usize) -> bool {
        self.countries[at] > 0 || self.areas[at] > 0
    }

    /// Whether a value is a country that is known.
    pub fn is_country(&self, at: usize) -> bool {
        self.countries[at] > 0 && self.areas[at] == 0
    }

    /// What decides which countries lie in an area: two that share it have the same ones.
    pub fn parts(&self, area: usize) -> u8 {
        self.areas[area]
    }

    /// The countries of the continents that an area with these parts lies in.
    pub fn countries_of(&self, parts: u8) -> Vec<usize> {
        let lies_in = |at: &usize| {
            let own = self.countries[*at];
            let is_within = own & WORLD & parts == own & WORLD || own & parts & NORDIC > 0;
            self.is_country(*at) && is_within
        };
        (0..self.areas.len()).filter(lies_in).collect()
    }
}

/// The values that are no sums and of which nothing tells where they lie: names of places that nobody here knows.
pub fn of_unknown_place(values: &Values, places: &Places, totals: &[bool]) -> Vec<bool> {
    const AT_HOME: &str = "nat|reporting|national|nationals|citizens|norske|norsk|svenske|svenska|danske|norwegian|\
        swedish|danish|british|deutsche|deutschland|français|france|españoles|españa|nederland|nederlandse|suomi|\
        ísland|native|native-born|innland|inland|home|own";
    let is_unknown = |at: usize| {
        let (code, label) = (&values.codes[at], &values.labels[at]);
        let text = lower(label.trim());
        let mut words = text.split(' ').chain([code.trim()]).map(lower);
        let is_at_home = words.any(|word| is_listed(AT_HOME, &word));
        !totals[at]
            && !values.said[at]
            && !places.is_place(at)
            && !is_rest(code, label)
            && !is_at_home
    };
    (0..totals.len()).map(is_unknown).collect()
}

/// Whether a code is Eurostat's for citizens of other countries, with or without the stateless.
fn is_code_of_abroad(code: &str) -> bool {
    matches!(code, "FOR" | "FOR_STLS")
}

/// Whether a value is a group of countries from all over the world, other than those abroad.
pub fn is_group(values: &Values, places: &Places, at: usize) -> bool {
    let label = lower(values.labels[at].trim());
    places.areas[at] == WORLD && !is_code_of_abroad(&values.codes[at]) && !is_listed(ABROAD, &label)
}

/// What lies in the Nordic countries lies in Europe.
fn widened(parts: u8) -> u8 {
    match parts & NORDIC {
        0 => parts,
        _ => parts | EUROPE,
    }
}

/// The same of a code of Eurostat's.
fn area_code(code: &str) -> u8 {
    let numbered = |opening: &str| {
        let rest = code.strip_prefix(opening);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let opens = |opening: &str| {
        let rest = code.strip_prefix(opening);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    match () {
        () if is_code_of_abroad(code) || code.ends_with("_FOR") || code.starts_with("EXT_E") => {
            WORLD
        }
        () if numbered("NEU") => WORLD,
        () if numbered("EU") || numbered("EA") || numbered("EEA") || code == "EFTA" => EUROPE,
        () if code == "DE_TOT" || code == "FX" => EUROPE,
        () if opens("EUR") => EUROPE,
        () if opens("AFR") => AFRICA,
        () if opens("ASI") => ASIA,
        () if opens("AME") => AMERICA,
        () if opens("OCE") => OCEANIA,
        () => 0,
    }
}

/// The part of the world that a country lies in; 0 for what is no country known by name or code.
fn part_of(code: &str, label: &str) -> u8 {
    let names = [lower(code.trim()), lower(label.trim())];
    let in_oceania = "australia|australien|new zealand|nya zeeland|au|nz|fiji|tonga|samoa|nauru|kiribati|vanuatu|\
        tuvalu|palau|\
        papua ny-guinea|papua new guinea|papua nya guinea|marshalløyene|mikronesiaføderasjonen|salomonøyene";
    if names.iter().any(|name| is_listed(in_oceania, name)) {
        return OCEANIA;
    }
    match origin_of(code, label) {
        None if names.iter().any(|name| name == "norge" || name == "no") => EUROPE | NORDIC,
        None => 0,
        Some("turkey") => EUROPE | ASIA,
        Some("denmark" | "sweden" | "iceland") => EUROPE | NORDIC,
        Some("west_europe_nordic_other")
            if names.iter().any(|name| is_listed("finland|åland|fi", name)) =>
        {
            EUROPE | NORDIC
        }
        Some("somalia_djibouti" | "africa_other") => AFRICA,
        Some("usa_canada_australia_nz" | "south_central_america") => AMERICA,
        Some(
            "pakistan"
            | "iraq"
            | "iran"
            | "vietnam"
            | "sri_lanka_india_bangladesh"
            | "west_asia_other"
            | "east_southeast_asia",
        ) => ASIA,
        Some(_) => EUROPE,
    }
}

/// For each category of a dimension whether it is an area of which parts stand beside it.
pub fn with_parts(values: &Values, places: &Places) -> Vec<bool> {
    /// An area without a part of it is looked at beside each country; a list has no more of them.
    const WITHOUT: usize = 200;
    let each = || values.codes.iter().zip(values.labels);
    let of_one = |(known, label): (&u8, &String)| match *known > 0 && words::is_of_which(label) {
        true => 0,
        false => *known,
    };
    let mut areas: Vec<u8> = places.areas.iter().zip(values.labels).map(of_one).collect();
    // By itself the name is that of the country, which the islands around it do not lie in.
    let of_islands =
        |label: &str| ["melanesia", "polynesia"].contains(&lower(label.trim()).as_str());
    if !values.labels.iter().any(|label| of_islands(label)) {
        for (area, label) in areas.iter_mut().zip(values.labels) {
            if lower(label.trim()) == "micronesia" {
                *area = 0;
            }
        }
    }
    let mut sums = vec![false; areas.len()];
    if areas.iter().any(|parts| *parts > 0) {
        // A continent beside its own regions is a sum of them, whether countries are there or not.
        let words = |label: &str| lower(label.trim());
        let is_bare = |label: &str| ROOTS.iter().any(|(_, list)| is_listed(list, &words(label)));
        let mut beside = 0;
        let mut regions = 0;
        for (((code, label), parts), country) in each().zip(&areas).zip(&places.countries) {
            match parts {
                0 => beside |= country,
                _ if !is_bare(label) && area_code(code) == 0 => regions |= widened(*parts),
                _ => {}
            }
        }
        // The country that is left is none of those abroad.
        let countries = (0..areas.len()).filter(|at| places.is_country(*at));
        let is_home_alone = countries.count() == 1;
        // Each name of a country once, however many codes have it.
        let named = values.labels.iter().zip(&places.countries).zip(&areas);
        let named = named.filter(|((_, country), area)| **area == 0 && **country > 0);
        let mut named: Vec<(String, u8)> = named
            .map(|((label, country), _)| (words(label), *country))
            .collect();
        order::sort_by(&mut named, &|one, two| one.cmp(two));
        named.dedup();
        let mut looked_at = 0;
        let others = areas.iter().filter(|parts| **parts > 0).count() > 1;
        for ((sum, parts), (code, label)) in sums.iter_mut().zip(&areas).zip(each()) {
            let is_abroad = is_code_of_abroad(code) || is_listed(ABROAD, &words(label));
            // What it is without lies beside it.
            let without = (*parts > 0 || is_abroad)
                .then(|| words::without_part(label))
                .flatten();
            let without = without.and_then(|(_, part)| part);
            looked_at += usize::from(without.is_some());
            let beside = match &without {
                Some(part) if looked_at <= WITHOUT => {
                    let left_out = area("", part);
                    let others = named.iter().filter(|(name, own)| {
                        !part.contains(name.as_str()) && own & left_out & NORDIC == 0
                    });
                    others.fold(0, |beside, (_, own)| beside | own)
                }
                _ => beside,
            };
            *sum = match is_abroad {
                true => others || (beside > 0 && !is_home_alone),
                false => parts & beside > 0 || (is_bare(label) && parts & regions > 0),
            };
        }
    }
    if values.names.into_iter().any(names_region) {
        for (sum, holds) in sums.iter_mut().zip(by_codes(values, &areas)) {
            *sum |= holds;
        }
    }
    sums
}

/// Where what stands beside areas lies, looked up once for all of these.
pub struct Beside {
    /// The parts of the world that each lies in.
    own: Vec<u8>,
    /// What each says that it is not.
    without: Vec<Option<String>>,
}

impl Beside {
    /// Of these values.
    pub fn of(values: &Values, places: &Places) -> Beside {
        let texts = values.labels.iter().map(|label| lower(label.trim()));
        let own = |(at, text): (usize, String)| {
            let words = || text.split(|c: char| !is_letter(c) && !c.is_ascii_digit());
            match words().any(|word| is_listed(REST, word)) {
                true => words().fold(0, |parts, word| parts | root(word)),
                false => widened(places.areas[at]) | places.countries[at],
            }
        };
        let without = |text: String| without_not(&text).map(str::to_owned);
        Beside {
            own: texts.clone().enumerate().map(own).collect(),
            without: texts.map(without).collect(),
        }
    }

    /// The categories that lie in an area of a dimension by their names and add up no others: countries of it and the
    /// rest of it; and with these, if that is asked for, those of which nobody knows where they lie.
    pub fn lying_in(
        &self,
        values: &Values,
        places: &Places,
        at: usize,
        totals: &[bool],
        with_unknown: bool,
    ) -> Vec<bool> {
        let parts = places.areas[at];
        let own_name = lower(values.labels[at].trim());
        let lies_in = |other: usize| {
            let own = self.own[other];
            let is_not = || {
                let without = self.without[other].as_ref();
                without.is_some_and(|other| other.starts_with(&own_name))
            };
            other != at
                && !totals[other]
                && ((with_unknown && own == 0) || parts & own > 0)
                && !is_not()
        };
        (0..totals.len()).map(lies_in).collect()
    }
}

/// How much of a continent an area is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: every country of it lies in the area.
    Whole,
    /// A side of it, and nobody knows which of its countries lie there.
    Side,
    /// Something else: a union, a group of countries.
    Other,
}

/// How much of a continent an area is.
pub fn extent(values: &Values, at: usize) -> Extent {
    let text = lower(values.labels[at].trim());
    let is_part = |c: char| is_letter(c) || c.is_ascii_digit();
    let words = || text.split(|c| !is_part(c)).filter(|word| !word.is_empty());
    let is_root = |word: &str| ROOTS.iter().any(|(_, list)| is_listed(list, word));
    let is_side = |word: &str| !is_root(word) && (root(word) > 0 || is_listed(BEFORE, word));
    // As it was in a list of another time: `Oceania L60`.
    let is_dated = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let are_all = |is: &dyn Fn(&str) -> bool| words().all(is);
    match () {
        () if area_code(values.codes[at].trim()) > 0 => Extent::Other,
        () if are_all(&|word| is_listed(CONTINENTS, word) || is_dated(word))
            && words().any(|word| is_listed(CONTINENTS, word)) =>
        {
            Extent::Whole
        }
        () if are_all(&|word| root(word) > 0 || is_side(word)) && words().any(is_side) => {
            Extent::Side
        }
        () => Extent::Other,
    }
}

/// Those at home and those abroad in the codes of Eurostat, of which the others beside them are parts; `None` where the
/// codes are others.
fn at_home_and_abroad(values: &Values) -> Option<Vec<bool>> {
    let is = |at: usize, code: &str, label: &str| {
        values.codes[at].trim() == code || lower(values.labels[at].trim()) == label
    };
    let all = 0..values.codes.len();
    let place = |code: &str, label: &str| all.clone().find(|at| is(*at, code, label));
    let home = place("NAT", "reporting country")?;
    let with_stateless = place("FOR_STLS", "foreign country and stateless");
    let abroad = with_stateless.or_else(|| place("FOR", "foreign country"))?;
    let is_root = |at: usize| {
        let is_left =
            is(at, "UNK", "unknown") || (with_stateless.is_none() && is(at, "STLS", "stateless"));
        at == home || at == abroad || is_left
    };
    (!values.said.contains(&true)).then(|| all.clone().map(is_root).collect())
}

/// The values that lie in no other one of the dimension, by their codes; `None` where none holds others.
pub fn roots(values: &Values) -> Option<Vec<bool>> {
    if let Some(roots) = at_home_and_abroad(values) {
        return Some(roots);
    }
    if !values.names.into_iter().any(names_region) {
        return None;
    }
    let each = values.codes.iter().zip(values.labels);
    let areas: Vec<u8> = each.map(|(code, label)| area(code, label)).collect();
    let holds = by_codes(values, &areas);
    if !holds.contains(&true) {
        return None;
    }
    let held = held(values.codes, &holds);
    let is_root = |at: usize| areas[at] == 0 && !values.said[at] && !held[at];
    Some((0..values.codes.len()).map(is_root).collect())
}

/// For each code whether another one, of those that hold others, opens it.
fn held(codes: &[String], holds: &[bool]) -> Vec<bool> {
    // In order, those that open a code stand before it, each within the one before.
    let mut ordered: Vec<usize> = (0..codes.len()).collect();
    order::sort_by(&mut ordered, &|one, two| {
        codes[*one].trim().cmp(codes[*two].trim())
    });
    let mut held = vec![false; codes.len()];
    let mut opening: Vec<usize> = Vec::new();
    let same = |one: &usize, two: &usize| codes[*one].trim() == codes[*two].trim();
    for alike in ordered.chunk_by(same) {
        let code = codes[alike[0]].trim();
        while opening
            .pop_if(|last| !code.starts_with(codes[*last].trim()))
            .is_some()
        {}
        opening.extend(alike.iter().filter(|at| holds[**at]));
        for at in alike {
            held[*at] = opening.iter().any(|other| other != at);
        }
    }
    held
}

/// Regions whose code opens the codes of others: county `03` and municipality `0301`, NUTS `NO0` and
/// `NO08`. Codes that merely count have all lengths.
fn by_codes(values: &Values, areas: &[u8]) -> Vec<bool> {
    let codes: Vec<&str> = values.codes.iter().map(|code| code.trim()).collect();
    let is_number = |code: &str| code.bytes().all(|byte| byte.is_ascii_digit());
    let named = |at: usize| values.said[at] || areas[at] > 0;
    let numbers = (0..codes.len()).filter(|at| !named(*at) && is_number(codes[*at]));
    let by_level = numbers.clone().all(|at| codes[at].len().is_multiple_of(2));
    let is_nuts = |code: &str| {
        let (country, rest) = code.split_at_checked(2).unwrap_or((code, ""));
        let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
        let signs = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        code.len() >= 2 && letters(country) && rest.len() <= 3 && rest.bytes().all(signs)
    };
    // Beside each other in order, a code is followed by those that it opens.
    let mut ordered: Vec<usize> = (0..codes.len())
        .filter(|at| !named(*at))
        .filter(|at| match is_number(codes[*at]) {
            true => by_level,
            false => is_nuts(codes[*at]),
        })
        .collect();
    order::sort_by(&mut ordered, &|one, two| codes[*one].cmp(codes[*two]));
    let mut holds = vec![false; codes.len()];
    for pair in ordered.windows(2) {
        let (one, two) = (codes[pair[0]], codes[pair[1]]);
        holds[pair[0]] = one.len() >= 2 && two.len() > one.len() && two.starts_with(one);
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sums::Nature;

    fn sums_by(name: &str, codes: &[&str], labels: &[&str]) -> Vec<String> {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        let (codes, labels): (Vec<String>, Vec<String>) = (owned(codes), owned(labels));
        let values = Values {
            names: [name; 2],
            codes: &codes,
            labels: &labels,
            said: &vec![false; codes.len()],
            nature: Nature::Other,
            are_parts: false,
        };
        let with_parts = with_parts(&values, &Places::of(&values));
        let found = codes.iter().zip(with_parts).filter(|(_, sum)| *sum);
        found.map(|(code, _)| code.clone()).collect()
    }

    fn sums(name: &str, labels: &[&str]) -> Vec<String> {
        sums_by(name, labels, labels)
    }

    #[test]
    fn areas_are_known_in_five_languages_and_countries_are_not_taken_for_them() {
        let countries = [
            "Polen",
            "Poland",
            "Somalia",
            "Irak",
            "Chile",
            "Australia",
            "Sør-Afrika",
            "South Africa",
            "Sydafrika",
            "Nord-Korea",
            "East Timor",
            "Central African Republic",
            "American Samoa",
            "United States of America",
            "Vest-Sahara",
            "French Polynesia",
            "Norge",
        ];
        for area in [
            "Afrika",
            "Africa",
            "Europa",
            "EUROPE",
            "Europa utenom Norden",
            "Vest-Europa",
            "Östeuropa",
            "Nordamerika",
            "Sør- og Mellom-Amerika",
            "Latin America and the Caribbean",
            "Oseania",
            "Oceanien",
            "Asien",
            "South-Eastern Asia",
            "Sub-Saharan Africa",
            "Norden",
            "EU28",
            "EU/EØS",
            "EU-lande",
            "Europe and Northern America",
            "Australia / New Zealand",
            "Less developed regions",
            "High-income countries",
            "Southern Africa",
            "Heile Europa",
        ] {
            let labels: Vec<&str> = countries.iter().copied().chain([area]).collect();
            assert_eq!(sums("land", &labels), [area], "{area}");
        }
        assert!(sums("land", &countries).is_empty());
        for rest in [
            "Øvrige Afrika",
            "Afrika ellers",
            "Other Africa",
            "Europa, uoppgitt",
        ] {
            let labels: Vec<&str> = countries.iter().copied().chain([rest]).collect();
            assert!(sums("land", &labels).is_empty(), "{rest}");
        }
    }

    #[test]
    fn an_area_is_a_sum_only_beside_what_lies_in_it() {
        assert!(sums("land", &["Sverige", "Polen", "Afrika", "Asia"]).is_empty());
        assert_eq!(sums("land", &["Sverige", "Afrika", "Europa"]), ["Europa"]);
        assert!(sums("verdensdel", &["Europa", "Afrika", "Asia"]).is_empty());
        let regions = ["Europa", "Vest-Europa", "Øst-Europa", "Afrika"];
        assert_eq!(sums("verdensdel", &regions), ["Europa"]);
    }

    #[test]
    fn a_region_holds_those_whose_codes_it_opens() {
        let sums = |name: &str, codes: &[&str]| sums_by(name, codes, &vec!["x"; codes.len()]);
        assert_eq!(
            sums("region", &["03", "0301", "11", "1103", "21"]),
            ["03", "11"]
        );
        let nuts = ["NO", "NO0", "NO08", "EE", "EEA31", "EU27_2020", "SE"];
        assert_eq!(sums("geo", &nuts), ["NO", "NO0", "EEA31", "EU27_2020"]);
        // Numbers that only count.
        assert!(sums("region", &["1", "10", "100", "1000", "2"]).is_empty());
        assert!(sums("yrke", &["03", "0301"]).is_empty());
    }
}
