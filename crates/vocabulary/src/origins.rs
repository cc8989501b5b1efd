//! Which countries the groups of origin consist of.

use crate::words::lower;

/// The group of a country, by its code or its name; `None` where neither is known.
pub fn origin_of(code: &str, label: &str) -> Option<&'static str> {
    let names = [label.trim(), code.trim()].map(lower);
    // In many tables the code is the name.
    let names = match names[0] == names[1] {
        true => &names[..1],
        false => &names[..],
    };
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
        "bosnia-hercegovina|bosnia og hercegovina|bosnia and herzegovina|nord-makedonia|makedonia|north macedonia|\
            macedonia|montenegro|serbia|kosovo|serbia og montenegro|serbia and montenegro|jugoslavia|yugoslavia|ba|\
            mk|me|rs|xk",
    ),
    ("iraq", "irak|iraq|iq"),
    ("sweden", "sverige|sweden|se"),
    ("iceland", "island|iceland|is"),
    ("turkey", "tyrkia|turkey|türkiye|tr"),
    ("iran", "iran|ir|iran (islamic republic of)"),
    ("vietnam", "vietnam|viet nam|vn"),
    (
        "west_europe_nordic_other",
        "finland|åland|belgia|belgium|frankrike|france|hellas|greece|irland|ireland|italia|italy|luxembourg|malta|\
            monaco|nederland|netherlands|andorra|liechtenstein|portugal|san marino|spania|spain|storbritannia|\
            united kingdom|sveits|switzerland|tyskland|germany|vatikanstaten|vatican city|østerrike|austria|kypros|\
            cyprus|gibraltar|jersey|guernsey|man|isle of man|fi|be|fr|gr|el|ie|it|lu|mt|nl|pt|es|gb|uk|ch|de|at|cy",
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
        "algerie|algeria|angola|benin|botswana|burkina faso|burundi|kamerun|cameroon|kapp verde|cabo verde|cape \
            verde|den sentralafrikanske republikk|central african republic|tsjad|chad|komorene|comoros|kongo|congo|\
            kongo-brazzaville|republikken kongo|den demokratiske republikken kongo|democratic republic of the congo|\
            egypt|ekvatorial-guinea|equatorial guinea|eritrea|elfenbenskysten|côte d'ivoire|ivory coast|etiopia|\
            ethiopia|gabon|gambia|ghana|guinea|guinea-bissau|kenya|lesotho|liberia|libya|madagaskar|madagascar|\
            malawi|mali|marokko|morocco|mauritania|mauritius|mosambik|mozambique|namibia|niger|nigeria|rwanda|são \
            tomé og príncipe|sao tome og principe|sao tome and principe|senegal|seychellene|seychelles|sierra leone|\
            sør-afrika|south africa|sør-sudan|south sudan|sudan|swaziland|eswatini|tanzania|togo|tunisia|uganda|\
            vest-sahara|western sahara|zambia|zimbabwe|eg|er|et|gh|ke|ma|ng|sd|tn|ug",
    ),
    (
        "west_asia_other",
        "afghanistan|syria|de forente arabiske emirater|emiratene|united arab emirates|armenia|aserbajdsjan|\
            azerbaijan|bahrain|georgia|israel|jemen|yemen|jordan|kuwait|libanon|lebanon|oman|palestina|det \
            palestinske området|palestine|qatar|saudi-arabia|saudi arabia|kasakhstan|kazakhstan|kirgisistan|\
            kyrgyzstan|tadsjikistan|tajikistan|turkmenistan|usbekistan|uzbekistan|af|sy|il|lb|jo|ye",
    ),
    (
        "east_southeast_asia",
        "brunei|burma|myanmar|filippinene|philippines|hongkong|hong kong|indonesia|japan|kambodsja|cambodia|kina|\
            china|macao|laos|malaysia|mongolia|nord-korea|north korea|singapore|sør-korea|south korea|taiwan|\
            thailand|øst-timor|timor-leste|nepal|bhutan|maldivene|maldives|cn|jp|kr|ph|th|id|my|sg|mm",
    ),
    (
        "south_central_america",
        "antigua og barbuda|antigua and barbuda|argentina|bahamas|barbados|belize|bermuda|bolivia|brasil|brazil|\
            chile|colombia|costa rica|cuba|dominica|den dominikanske republikk|dominikanske republikk|dominican \
            republic|ecuador|el salvador|grenada|guatemala|guyana|haiti|honduras|jamaica|mexico|nicaragua|panama|\
            paraguay|peru|puerto rico|st. kitts og nevis|st. lucia|saint lucia|st. vincent og grenadinene|surinam|\
            suriname|trinidad og tobago|trinidad and tobago|uruguay|venezuela|ar|br|cl|co|mx|pe",
    ),
    (
        "eastern_europe_eu",
        "bulgaria|estland|estonia|kroatia|croatia|latvia|litauen|lithuania|polen|poland|romania|slovakia|slovenia|\
            tsjekkia|czechia|czech republic|tsjekkoslovakia|ungarn|hungary|bg|ee|hr|lv|lt|pl|ro|sk|si|cz|hu",
    ),
    (
        "eastern_europe_other",
        "albania|belarus|hviterussland|moldova|russland|russia|russian federation|ukraina|ukraine|sovjetunionen|by|\
            md|ru|ua",
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
}
