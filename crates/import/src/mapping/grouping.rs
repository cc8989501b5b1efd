//! Values put together in groups: countries in the groups of origin, single ages in 18 to 35.

use crate::formats::long::Dictionary;
use vocabulary::words::lower;

use super::roles;

/// Groups for the values of one dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The dimension it is made for.
    pub dimension: String,
    /// Code or label, and the group; an empty group leaves the value out.
    pub pairs: Vec<(String, String)>,
}

/// What becomes of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate<'a> {
    /// It counts to a group.
    Group(&'a str),
    /// It is left out.
    LeftOut,
    /// The grouping does not know it: it stays as it is.
    Unknown,
}

impl Grouping {
    /// Ready to be asked for many values.
    pub fn index(&self) -> Index<'_> {
        let mut index = Index {
            grouping: self,
            names: Dictionary::default(),
            places: Vec::new(),
        };
        for (place, (known, _)) in self.pairs.iter().enumerate() {
            if index.names.code(&lower(known)) as usize == index.places.len() {
                index.places.push(place);
            }
        }
        index
    }
}

/// A grouping with the places of its values.
pub struct Index<'a> {
    grouping: &'a Grouping,
    names: Dictionary,
    /// The first pair of each name.
    places: Vec<usize>,
}

impl Index<'_> {
    /// What becomes of a value. Letter case does not matter.
    pub fn fate(&self, code: &str, label: &str) -> Fate<'_> {
        let numbers = [code, label].map(|text| self.names.find(&lower(text)));
        let Some(number) = numbers.into_iter().flatten().min() else {
            return Fate::Unknown;
        };
        match self.grouping.pairs[self.places[number as usize]].1.as_str() {
            "" => Fate::LeftOut,
            group => Fate::Group(group),
        }
    }
}

/// The ages of the report, 18 to 35: each year by itself, or the groups of ages that a file has in
/// their place; every other age is left out. `None` when the codes do not make up 18 to 35, or do
/// so with ages that are counted twice.
pub fn ages_18_to_35(codes: &[String], labels: &[String]) -> Option<Grouping> {
    let each = || codes.iter().zip(labels);
    let is_within = |(first, last): &(u32, u32)| (18..=35).contains(first) && *last <= 35;
    let single = |code: &str, label: &str| {
        let age = roles::age(code, label).filter(|_| !roles::is_open_ended(label))?;
        Some((age, age))
    };
    let singles = || each().filter_map(|(code, label)| single(code, label));
    let by_year = (18..=35).all(|age| singles().any(|(known, _)| known == age));
    let spans: Vec<Option<(u32, u32)>> = each()
        .map(|(code, label)| {
            let span = single(code, label);
            match by_year {
                true => span,
                false => span.or_else(|| roles::ages(code, label)),
            }
            .filter(is_within)
        })
        .collect();
    let times = |age: u32| {
        let holds = |span: &&(u32, u32)| (span.0..=span.1).contains(&age);
        spans.iter().flatten().filter(holds).count()
    };
    if (18..=35).any(|age| times(age) != 1) {
        return None;
    }
    let name = |span: Option<(u32, u32)>| match span {
        None => String::new(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}-{last}"),
    };
    let pairs = codes.iter().zip(spans);
    Some(Grouping {
        dimension: "age".to_owned(),
        pairs: pairs
            .map(|(code, span)| (code.clone(), name(span)))
            .collect(),
    })
}

/// Countries in the 19 groups of origin, as far as they are known by name or code.
pub fn origin_groups(dimension: &str, codes: &[String], labels: &[String]) -> Grouping {
    let pairs = codes
        .iter()
        .zip(labels)
        .filter_map(|(code, label)| Some((code.clone(), origin_of(code, label)?.to_owned())));
    Grouping {
        dimension: dimension.to_owned(),
        pairs: pairs.collect(),
    }
}

/// The group of a country.
pub fn origin_of(code: &str, label: &str) -> Option<&'static str> {
    let names = [label.trim(), code.trim()].map(lower);
    let is_listed = |list: &str| {
        list.split('|')
            .any(|known| names.iter().any(|name| name == known))
    };
    ORIGINS
        .iter()
        .find(|(_, list)| is_listed(list))
        .map(|(group, _)| *group)
}

/// The groups with their countries in Norwegian and English, and the two-letter codes where they
/// are not words. The report names seventeen groups; the two for the rest of Eastern Europe
/// complete them.
const ORIGINS: [(&str, &str); 19] = [
    ("pakistan", "pakistan|pk"),
    ("somalia_djibouti", "somalia|djibouti|so|dj"),
    (
        "denmark",
        "danmark|denmark|færøyene|faroe islands|grønland|greenland|dk|fo|gl",
    ),
    (
        "former_yugoslavia_non_eu",
        "bosnia-hercegovina|bosnia og hercegovina|bosnia and herzegovina|nord-makedonia|makedonia|north macedonia|macedonia|montenegro|serbia|kosovo|serbia og montenegro|serbia and montenegro|jugoslavia|yugoslavia|ba|mk|me|rs|xk",
    ),
    ("iraq", "irak|iraq|iq"),
    ("sweden", "sverige|sweden|se"),
    ("iceland", "island|iceland|is"),
    ("turkey", "tyrkia|turkey|türkiye|tr"),
    ("iran", "iran|ir|iran (islamic republic of)"),
    ("vietnam", "vietnam|viet nam|vn"),
    (
        "west_europe_nordic_other",
        "finland|åland|belgia|belgium|frankrike|france|hellas|greece|irland|ireland|italia|italy|luxembourg|malta|monaco|nederland|netherlands|andorra|liechtenstein|portugal|san marino|spania|spain|storbritannia|united kingdom|sveits|switzerland|tyskland|germany|vatikanstaten|vatican city|østerrike|austria|kypros|cyprus|gibraltar|jersey|guernsey|man|isle of man|fi|be|fr|gr|el|ie|it|lu|mt|nl|pt|es|gb|uk|ch|de|at|cy",
    ),
    (
        "usa_canada_australia_nz",
        "usa|united states|united states of america|canada|australia|new zealand|us|ca|au|nz",
    ),
    (
        "sri_lanka_india_bangladesh",
        "sri lanka|india|bangladesh|lk|in|bd",
    ),
    (
        "africa_other",
        "algerie|algeria|angola|benin|botswana|burkina faso|burundi|kamerun|cameroon|kapp verde|cabo verde|cape verde|den sentralafrikanske republikk|central african republic|tsjad|chad|komorene|comoros|kongo|congo|kongo-brazzaville|republikken kongo|den demokratiske republikken kongo|democratic republic of the congo|egypt|ekvatorial-guinea|equatorial guinea|eritrea|elfenbenskysten|côte d'ivoire|ivory coast|etiopia|ethiopia|gabon|gambia|ghana|guinea|guinea-bissau|kenya|lesotho|liberia|libya|madagaskar|madagascar|malawi|mali|marokko|morocco|mauritania|mauritius|mosambik|mozambique|namibia|niger|nigeria|rwanda|são tomé og príncipe|sao tome og principe|sao tome and principe|senegal|seychellene|seychelles|sierra leone|sør-afrika|south africa|sør-sudan|south sudan|sudan|swaziland|eswatini|tanzania|togo|tunisia|uganda|vest-sahara|western sahara|zambia|zimbabwe|eg|er|et|gh|ke|ma|ng|sd|tn|ug",
    ),
    (
        "west_asia_other",
        "afghanistan|syria|de forente arabiske emirater|emiratene|united arab emirates|armenia|aserbajdsjan|azerbaijan|bahrain|georgia|israel|jemen|yemen|jordan|kuwait|libanon|lebanon|oman|palestina|det palestinske området|palestine|qatar|saudi-arabia|saudi arabia|kasakhstan|kazakhstan|kirgisistan|kyrgyzstan|tadsjikistan|tajikistan|turkmenistan|usbekistan|uzbekistan|af|sy|il|lb|jo|ye",
    ),
    (
        "east_southeast_asia",
        "brunei|burma|myanmar|filippinene|philippines|hongkong|hong kong|indonesia|japan|kambodsja|cambodia|kina|china|macao|laos|malaysia|mongolia|nord-korea|north korea|singapore|sør-korea|south korea|taiwan|thailand|øst-timor|timor-leste|nepal|bhutan|maldivene|maldives|cn|jp|kr|ph|th|id|my|sg|mm",
    ),
    (
        "south_central_america",
        "antigua og barbuda|antigua and barbuda|argentina|bahamas|barbados|belize|bermuda|bolivia|brasil|brazil|chile|colombia|costa rica|cuba|dominica|den dominikanske republikk|dominikanske republikk|dominican republic|ecuador|el salvador|grenada|guatemala|guyana|haiti|honduras|jamaica|mexico|nicaragua|panama|paraguay|peru|puerto rico|st. kitts og nevis|st. lucia|saint lucia|st. vincent og grenadinene|surinam|suriname|trinidad og tobago|trinidad and tobago|uruguay|venezuela|ar|br|cl|co|mx|pe",
    ),
    (
        "eastern_europe_eu",
        "bulgaria|estland|estonia|kroatia|croatia|latvia|litauen|lithuania|polen|poland|romania|slovakia|slovenia|tsjekkia|czechia|czech republic|tsjekkoslovakia|ungarn|hungary|bg|ee|hr|lv|lt|pl|ro|sk|si|cz|hu",
    ),
    (
        "eastern_europe_other",
        "albania|belarus|hviterussland|moldova|russland|russia|russian federation|ukraina|ukraine|sovjetunionen|by|md|ru|ua",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_find_their_group_in_both_languages() {
        for (name, group) in [
            ("Danmark", Some("denmark")),
            ("Iceland", Some("iceland")),
            ("Sør-Korea", Some("east_southeast_asia")),
            ("Polen", Some("eastern_europe_eu")),
            ("Norge", None),
            ("Statsløs", None),
        ] {
            assert_eq!(origin_of("", name), group, "{name}");
        }
    }

    #[test]
    fn ages_18_to_35_are_taken_by_year_or_in_groups_but_never_twice() {
        let cases: [(&[&str], Option<&[&str]>); 5] = [
            (
                &[
                    "0-17 år",
                    "18-24 år",
                    "25–29 år",
                    "30-35",
                    "36-89 år",
                    "90 år eller eldre",
                ],
                Some(&["", "18-24", "25-29", "30-35", "", ""]),
            ),
            (
                &["Y18T24", "Y25T34", "Y35", "Y36T66"],
                Some(&["18-24", "25-34", "35", ""]),
            ),
            // Nothing says how many of the groups at the ends are 18 to 35.
            (
                &["15-19 år", "20-24 år", "25-29 år", "30-34 år", "35-39 år"],
                None,
            ),
            (&["18-24", "18-29", "25-35"], None),
            (&["18 år eller eldre", "0-17 år"], None),
        ];
        for (labels, groups) in cases {
            let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
            let found = ages_18_to_35(&labels, &labels).map(|grouping| {
                let groups = grouping.pairs.into_iter().map(|(_, group)| group);
                groups.collect::<Vec<String>>()
            });
            let wanted = groups.map(|list| list.iter().map(|one| (*one).to_owned()).collect());
            assert_eq!(found, wanted, "{labels:?}");
        }
        let by_year: Vec<String> = (0..=90).map(|age| format!("{age} år")).collect();
        let with_total = [
            by_year,
            vec!["18-35 år".to_owned(), "18 år eller eldre".to_owned()],
        ]
        .concat();
        let pairs = ages_18_to_35(&with_total, &with_total).map(|grouping| grouping.pairs);
        let kept: Vec<String> = pairs
            .unwrap_or_default()
            .into_iter()
            .map(|(_, group)| group)
            .filter(|group| !group.is_empty())
            .collect();
        let wanted: Vec<String> = (18..=35).map(|age: u32| age.to_string()).collect();
        assert_eq!(kept, wanted);
    }
}
