//! Countries, the base groups they are merged to, and what base groups are merged to.
//!
//! The report says that there are 53 base groups and names only some; these are our completion.

use super::codes::{DESTINATIONS, ORIGINS};

/// Base group, origin, and its countries with the destination they count as for those from elsewhere.
const LIST: &str = "
    pakistan pakistan PK:other
    somalia somalia_djibouti SO:other DJ:other
    denmark denmark DK:nordic
    bosnia_herzegovina former_yugoslavia_non_eu BA:other
    serbia_montenegro former_yugoslavia_non_eu RS:other ME:other
    kosovo_north_macedonia former_yugoslavia_non_eu XK:other MK:other
    iraq iraq IQ:other
    sweden sweden SE:nordic
    iceland iceland IS:nordic
    turkey turkey TR:other
    iran iran IR:other
    vietnam vietnam VN:other
    finland west_europe_nordic_other FI:nordic
    united_kingdom west_europe_nordic_other GB:uk
    germany west_europe_nordic_other DE:germany
    netherlands_belgium west_europe_nordic_other NL:other BE:other LU:other
    france west_europe_nordic_other FR:other
    spain_portugal west_europe_nordic_other ES:other PT:other
    italy_greece west_europe_nordic_other IT:other GR:other
    switzerland_austria west_europe_nordic_other CH:other AT:other
    ireland west_europe_nordic_other IE:other
    usa usa_canada_australia_nz US:usa_canada
    canada usa_canada_australia_nz CA:usa_canada
    australia_nz usa_canada_australia_nz AU:other NZ:other
    sri_lanka sri_lanka_india_bangladesh LK:other
    india sri_lanka_india_bangladesh IN:other
    bangladesh sri_lanka_india_bangladesh BD:other
    morocco africa_other MA:other
    north_africa africa_other DZ:other TN:other EG:other LY:other
    eritrea africa_other ER:other
    ethiopia africa_other ET:other
    west_africa africa_other GH:other NG:other GM:other SN:other
    east_africa africa_other KE:other UG:other TZ:other
    central_southern_africa africa_other CD:other ZA:other AO:other
    syria west_asia_other SY:other
    lebanon_jordan west_asia_other LB:other JO:other
    israel_palestine west_asia_other IL:other PS:other
    gulf west_asia_other SA:other AE:other KW:other
    afghanistan west_asia_other AF:other
    china east_southeast_asia CN:other HK:other
    japan_korea east_southeast_asia JP:other KR:other
    philippines east_southeast_asia PH:other
    thailand east_southeast_asia TH:other
    indonesia_malaysia east_southeast_asia ID:other MY:other SG:other
    chile south_central_america CL:other
    brazil south_central_america BR:other
    south_america_other south_central_america CO:other PE:other AR:other
    central_america_caribbean south_central_america CU:other DO:other GT:other MX:other
    poland eastern_europe_eu PL:other
    baltic eastern_europe_eu EE:other LV:other LT:other
    central_europe_eu eastern_europe_eu CZ:other SK:other HU:other RO:other BG:other HR:other
    russia eastern_europe_other RU:other
    ukraine_other eastern_europe_other UA:other BY:other MD:other AL:other";

/// A base group.
pub struct Base {
    /// Its code.
    pub name: &'static str,
    /// Position in [`ORIGINS`].
    pub origin: usize,
    /// Each country with the position in [`DESTINATIONS`] of what it counts as.
    pub countries: Vec<(&'static str, usize)>,
}

impl Base {
    /// Whether no country outside the group counts as a destination.
    pub fn fills(&self, destination: usize) -> bool {
        let only = ["uk", "germany"].contains(&DESTINATIONS[destination]);
        only && self.countries.iter().any(|(_, to)| *to == destination)
    }
}

fn position(list: &[&str], name: &str) -> usize {
    list.iter().position(|one| *one == name).unwrap_or_default()
}

/// Every base group.
pub fn bases() -> Vec<Base> {
    let lines = LIST.lines().filter(|line| !line.trim().is_empty());
    let base = |line: &'static str| {
        let mut words = line.split_whitespace();
        Base {
            name: words.next().unwrap_or_default(),
            origin: position(&ORIGINS, words.next().unwrap_or_default()),
            countries: words
                .filter_map(|word| word.split_once(':'))
                .map(|(country, to)| (country, position(&DESTINATIONS, to)))
                .collect(),
        }
    };
    lines.map(base).collect()
}

/// `country_groups.csv`.
pub fn country_groups() -> String {
    let mut csv = "country,base_group,origin_group,destination\n".to_owned();
    for base in bases() {
        for (country, to) in &base.countries {
            let (origin, destination) = (ORIGINS[base.origin], DESTINATIONS[*to]);
            csv += &format!("{country},{},{origin},{destination}\n", base.name);
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_53_base_groups_and_each_origin_has_some() {
        let bases = bases();
        assert_eq!(bases.len(), 53);
        for (origin, name) in ORIGINS.iter().enumerate() {
            assert!(bases.iter().any(|base| base.origin == origin), "{name}");
        }
        let mut countries: Vec<&str> = bases
            .iter()
            .flat_map(|b| &b.countries)
            .map(|(c, _)| *c)
            .collect();
        let all = countries.len();
        countries.sort_unstable();
        countries.dedup();
        assert_eq!(countries.len(), all);
        // Codes are taken as they are written: none may be a slip.
        assert!(
            LIST.split_whitespace()
                .filter_map(|word| word.split_once(':'))
                .all(|(_, to)| { DESTINATIONS.contains(&to) })
        );
    }
}
