//! Titles of figures and panels, and the sentences that say what a figure shows.

use super::phrases::{phrases, words};
use super::{Lang, case, enumerate};

/// The title of a figure of the report.
pub fn title(lang: Lang, number: u8) -> &'static str {
    let titles = match lang {
        Lang::Nb => &TITLES_NB,
        Lang::Nn => &TITLES_NN,
        Lang::En => &TITLES_EN,
    };
    titles
        .get(usize::from(number).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

static TITLES_NB: [&str; 18] = [
    "Utvandringer per år",
    "Unge voksne bosatt i Norge",
    "Utvandringsraten over tid",
    "Utvandringsraten etter alder",
    "Hvor utvandrerne drar",
    "Tilbake i Norge etter fem år",
    "Utvandring og utdanning",
    "Tilflyttingsland og utdanning",
    "Tilbakeflytting og utdanning",
    "Tilbakeflytting etter tilflyttingsland og utdanning",
    "Etterkommeres utvandring etter opprinnelsesland",
    "Etterkommeres utvandringer etter opprinnelsesland og periode",
    "Etterkommeres utvandringsrate etter opprinnelsesland og periode",
    "Hvor etterkommere drar, etter opprinnelsesland",
    "Etterkommeres utvandring etter opprinnelsesland og utdanning",
    "Hvor etterkommere drar, etter opprinnelsesland og utdanning",
    "Etterkommere tilbake etter fem år, etter opprinnelsesland",
    "Tilflyttingsland for alle utvandrere",
];

static TITLES_NN: [&str; 18] = [
    "Utvandringar per år",
    "Unge vaksne busette i Noreg",
    "Utvandringsraten over tid",
    "Utvandringsraten etter alder",
    "Kor utvandrarane dreg",
    "Tilbake i Noreg etter fem år",
    "Utvandring og utdanning",
    "Tilflyttingsland og utdanning",
    "Tilbakeflytting og utdanning",
    "Tilbakeflytting etter tilflyttingsland og utdanning",
    "Utvandring blant etterkomarar etter opphavsland",
    "Utvandringar blant etterkomarar etter opphavsland og periode",
    "Utvandringsraten blant etterkomarar etter opphavsland og periode",
    "Kor etterkomarar dreg, etter opphavsland",
    "Utvandring blant etterkomarar etter opphavsland og utdanning",
    "Kor etterkomarar dreg, etter opphavsland og utdanning",
    "Etterkomarar tilbake etter fem år, etter opphavsland",
    "Tilflyttingsland for alle utvandrarar",
];

static TITLES_EN: [&str; 18] = [
    "Emigrations per year",
    "Young adults living in Norway",
    "The emigration rate over time",
    "The emigration rate by age",
    "Where emigrants go",
    "Back in Norway after five years",
    "Emigration and education",
    "Destination and education",
    "Return and education",
    "Return by destination and education",
    "Descendants’ emigration by country of origin",
    "Descendants’ emigrations by country of origin and period",
    "Descendants’ emigration rate by country of origin and period",
    "Where descendants go, by country of origin",
    "Descendants’ emigration by country of origin and education",
    "Where descendants go, by country of origin and education",
    "Descendants back after five years, by country of origin",
    "Destinations of all emigrants",
];

/// What tells a panel from its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelTitle {
    /// A figure with one panel.
    #[default]
    None,
    /// All five groups.
    AllGroups,
    /// The three groups with fewest emigrations.
    ThreeSmallest,
    /// Every group but those who immigrated aged ten or more.
    WithoutImmigratedLater,
    /// Every destination.
    AllDestinations,
    /// Without own or parents' origin and unknown.
    KnownNewDestinations,
    /// All destinations together.
    Derived,
    /// By own or parents' origin or another country.
    ByDestinationKind,
    /// Counts.
    Number,
    /// Rates.
    Rate,
    /// Returned, counted.
    NumberBack,
    /// Returned, as a share.
    ShareBack,
    /// Those who went to the country of origin.
    WentToOrigin,
    /// Those who went to another country.
    WentElsewhere,
    /// By education.
    ByEducation,
    /// Every destination; without higher education.
    AllNoHigher,
    /// Every destination; with a bachelor degree or more.
    AllBachelor,
    /// Known new destinations; without higher education.
    KnownNoHigher,
    /// Known new destinations; with a bachelor degree or more.
    KnownBachelor,
}

/// The words of a panel title.
pub fn panel_title(lang: Lang, title: PanelTitle) -> &'static str {
    use PanelTitle as T;
    match (lang, title) {
        (_, T::None) => "",
        (Lang::Nb | Lang::Nn, T::AllGroups) => "Alle fem gruppene",
        (Lang::En, T::AllGroups) => "All five groups",
        (Lang::Nb, T::ThreeSmallest) => "De tre minste gruppene",
        (Lang::Nn, T::ThreeSmallest) => "Dei tre minste gruppene",
        (Lang::En, T::ThreeSmallest) => "The three smallest groups",
        (Lang::Nb, T::WithoutImmigratedLater) => "Uten dem som innvandret som 10 år eller eldre",
        (Lang::Nn, T::WithoutImmigratedLater) => "Utan dei som innvandra som 10 år eller eldre",
        (Lang::En, T::WithoutImmigratedLater) => "Without those who immigrated aged 10 or more",
        (Lang::Nb, T::AllDestinations) => "Alle utvandringer",
        (Lang::Nn, T::AllDestinations) => "Alle utvandringar",
        (Lang::En, T::AllDestinations) => "All emigrations",
        (Lang::Nb, T::KnownNewDestinations) => "Bare kjente, nye land",
        (Lang::Nn, T::KnownNewDestinations) => "Berre kjende, nye land",
        (Lang::En, T::KnownNewDestinations) => "Known, new countries only",
        (Lang::Nb, T::Derived) => "Alle utvandringer",
        (Lang::Nn, T::Derived) => "Alle utvandringar",
        (Lang::En, T::Derived) => "All emigrations",
        (Lang::Nb, T::ByDestinationKind) => "Etter hvor de dro",
        (Lang::Nn, T::ByDestinationKind) => "Etter kor dei drog",
        (Lang::En, T::ByDestinationKind) => "By where they went",
        (Lang::Nb, T::Number) => "Antall utvandringer",
        (Lang::Nn, T::Number) => "Talet på utvandringar",
        (Lang::En, T::Number) => "Number of emigrations",
        (Lang::Nb | Lang::Nn, T::Rate) => "Utvandringsrate, prosent per år",
        (Lang::En, T::Rate) => "Emigration rate, per cent a year",
        (Lang::Nb, T::NumberBack) => "Antall tilbake",
        (Lang::Nn, T::NumberBack) => "Talet på tilbakeflytta",
        (Lang::En, T::NumberBack) => "Number back",
        (Lang::Nb, T::ShareBack) => "Andel tilbake",
        (Lang::Nn, T::ShareBack) => "Del tilbake",
        (Lang::En, T::ShareBack) => "Share back",
        (Lang::Nb, T::WentToOrigin) => "Dro til opprinnelseslandet",
        (Lang::Nn, T::WentToOrigin) => "Drog til opphavslandet",
        (Lang::En, T::WentToOrigin) => "Went to the country of origin",
        (Lang::Nb, T::WentElsewhere) => "Dro til et annet land",
        (Lang::Nn, T::WentElsewhere) => "Drog til eit anna land",
        (Lang::En, T::WentElsewhere) => "Went to another country",
        (Lang::Nb | Lang::Nn, T::ByEducation) => "Etter utdanning",
        (Lang::En, T::ByEducation) => "By education",
        (Lang::Nb, T::AllNoHigher) => "Uten høyere utdanning, alle utvandringer",
        (Lang::Nn, T::AllNoHigher) => "Utan høgare utdanning, alle utvandringar",
        (Lang::En, T::AllNoHigher) => "No higher education, all emigrations",
        (Lang::Nb, T::AllBachelor) => "Bachelor eller mer, alle utvandringer",
        (Lang::Nn, T::AllBachelor) => "Bachelor eller meir, alle utvandringar",
        (Lang::En, T::AllBachelor) => "Bachelor or more, all emigrations",
        (Lang::Nb, T::KnownNoHigher) => "Uten høyere utdanning, kjente, nye land",
        (Lang::Nn, T::KnownNoHigher) => "Utan høgare utdanning, kjende, nye land",
        (Lang::En, T::KnownNoHigher) => "No higher education, known, new countries",
        (Lang::Nb, T::KnownBachelor) => "Bachelor eller mer, kjente, nye land",
        (Lang::Nn, T::KnownBachelor) => "Bachelor eller meir, kjende, nye land",
        (Lang::En, T::KnownBachelor) => "Bachelor or more, known, new countries",
    }
}

/// "Utvandringsrate, prosent per år · 18–35 år, 2000–2023".
pub fn subtitle(lang: Lang, measure: &str, unit: &str, ages: &str, years: &str) -> String {
    let mut text = measure.to_owned();
    if !unit.is_empty() && !case::small(&text).contains(unit) {
        text = format!("{text}, {unit}");
    }
    let ages = match lang {
        _ if ages.is_empty() => String::new(),
        Lang::Nb | Lang::Nn => format!("{ages} år"),
        Lang::En => format!("aged {ages}"),
    };
    let scope: Vec<String> = [ages, years.to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    match (text.as_str(), scope.join(", ")) {
        (_, scope) if scope.is_empty() => text,
        ("", scope) => case::capital_first(&scope),
        (_, scope) => format!("{text} · {scope}"),
    }
}

/// Title of a figure a visitor has put together.
pub fn question_title(lang: Lang, measure: &str, by: &[String]) -> String {
    if by.is_empty() {
        measure.to_owned()
    } else {
        format!("{measure} {}", enumerate(lang, by))
    }
}

/// A place in a figure with its value, both as the reader sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Label.
    pub label: String,
    /// Value.
    pub value: String,
}

/// The highest or the lowest of some numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// The number as the reader sees it.
    pub value: String,
    /// The names of those that have it; empty when they are too many to be named.
    pub names: Vec<String>,
    /// How many have it.
    pub shared: usize,
    /// Among how many.
    pub of: usize,
}

phrases! {
    /// The highest and the lowest, each by its name; `{when}` is empty or a year.
    both_named(when, high, most, low, least) {
        nb: "Høyest{when} er {high} ({most}), lavest {low} ({least}).",
        nn: "Høgast{when} er {high} ({most}), lågast {low} ({least}).",
        en: "Highest{when} is {high} ({most}), lowest {low} ({least}).",
    }
    /// The highest by its name.
    highest_named(when, high, most) {
        nb: "Høyest{when} er {high} ({most}).",
        nn: "Høgast{when} er {high} ({most}).",
        en: "Highest{when} is {high} ({most}).",
    }
    /// The lowest by its name.
    lowest_named(when, low, least) {
        nb: "Lavest{when} er {low} ({least}).",
        nn: "Lågast{when} er {low} ({least}).",
        en: "Lowest{when} is {low} ({least}).",
    }
    /// A highest number that many have.
    highest_shared(when, count, of, most) {
        nb: "{count} av {of} har det høyeste tallet{when}, {most}.",
        nn: "{count} av {of} har det høgaste talet{when}, {most}.",
        en: "{count} of {of} have the highest number{when}, {most}.",
    }
    /// A lowest number that many have.
    lowest_shared(when, count, of, least) {
        nb: "{count} av {of} har det laveste tallet{when}, {least}.",
        nn: "{count} av {of} har det lågaste talet{when}, {least}.",
        en: "{count} of {of} have the lowest number{when}, {least}.",
    }
    /// Numbers that are all the same.
    all_the_same(when, of, value) {
        nb: "Alle {of} har det samme tallet{when}, {value}.",
        nn: "Alle {of} har det same talet{when}, {value}.",
        en: "All {of} have the same number{when}, {value}.",
    }
    /// Why numbers are not set against each other.
    not_alike(dimension) {
        nb: "Tallene omfatter ikke de samme verdiene overalt ({dimension}), og kan derfor ikke \
             sammenlignes direkte.",
        nn: "Tala omfattar ikkje dei same verdiane overalt ({dimension}), og kan difor ikkje \
             samanliknast direkte.",
        en: "The numbers do not all include the same values ({dimension}), so they cannot be \
             compared directly.",
    }
    /// Numbers before and after a break in the series.
    over_break() {
        nb: "Kilden melder om brudd i tidsserien, så tallene før og etter sammenlignes ikke.",
        nn: "Kjelda melder om brot i tidsserien, så tala før og etter blir ikkje samanlikna.",
        en: "The source marks a break in the series, so the numbers before and after it are not compared.",
    }
    /// How many have gone up and down, each from its first year to its last.
    moved_from_own_years(up, down) {
        nb: "Fra det første til det siste året som hver har tall for, har {up} gått opp og {down} \
             gått ned.",
        nn: "Frå det første til det siste året som kvar har tal for, har {up} gått opp og {down} \
             gått ned.",
        en: "From the first to the last year that each has numbers for, {up} have risen and \
             {down} have fallen.",
    }
    /// How many have gone up and down since a year.
    moved_since(first, up, down) {
        nb: "Siden {first} har {up} gått opp og {down} gått ned.",
        nn: "Sidan {first} har {up} gått opp og {down} gått ned.",
        en: "Since {first}, {up} have risen and {down} have fallen.",
    }
    /// The rest have not moved.
    unmoved(count) { nb: "Uendret: {count}.", nn: "Uendra: {count}.", en: "Unchanged: {count}." }
    /// Peaks of many lines: the youngest and the oldest age.
    peaks_at(young, from, low, old, to, high) {
        nb: "Toppen ligger tidligst for {young}, ved {from} år ({low}), og senest for {old}, ved \
             {to} år ({high}).",
        nn: "Toppen ligg tidlegast for {young}, ved {from} år ({low}), og seinast for {old}, ved \
             {to} år ({high}).",
        en: "The peak is earliest for {young}, at age {from} ({low}), and latest for {old}, at \
             age {to} ({high}).",
    }
    /// Many return curves: where they end.
    back_after(years, ends) {
        nb: "Tilbake etter {years} år: {ends}",
        nn: "Tilbake etter {years} år: {ends}",
        en: "Back after {years} years: {ends}",
    }
    /// All lines are higher than in a year.
    all_higher(all, first) {
        nb: "{all} ligger høyere enn i {first}.",
        nn: "{all} ligg høgare enn i {first}.",
        en: "{all} are higher than in {first}.",
    }
    /// All lines are lower than in a year.
    all_lower(all, first) {
        nb: "{all} ligger lavere enn i {first}.",
        nn: "{all} ligg lågare enn i {first}.",
        en: "{all} are lower than in {first}.",
    }
    /// All lines are higher than in their own first year.
    all_higher_than_first(all) {
        nb: "{all} ligger høyere enn i sitt første år med tall.",
        nn: "{all} ligg høgare enn i det første året dei har tal for.",
        en: "{all} are higher than in their own first year.",
    }
    /// All lines are lower than in their own first year.
    all_lower_than_first(all) {
        nb: "{all} ligger lavere enn i sitt første år med tall.",
        nn: "{all} ligg lågare enn i det første året dei har tal for.",
        en: "{all} are lower than in their own first year.",
    }
    /// A few have fallen.
    fell(first, down) {
        nb: "Siden {first} har {down} gått ned og de andre opp.",
        nn: "Sidan {first} har {down} gått ned og dei andre opp.",
        en: "Since {first}, {down} have fallen and the others have risen.",
    }
    /// A few have risen.
    rose(first, up) {
        nb: "Siden {first} har {up} gått opp og de andre ned.",
        nn: "Sidan {first} har {up} gått opp og dei andre ned.",
        en: "Since {first}, {up} have risen and the others have fallen.",
    }
}

/// The highest and the lowest of some numbers, in a year or none.
pub fn extremes(lang: Lang, year: &str, highest: &Extreme, lowest: &Extreme) -> String {
    let when = match lang {
        _ if year.is_empty() => String::new(),
        Lang::Nb | Lang::Nn => format!(" i {year}"),
        Lang::En => format!(" in {year}"),
    };
    let whole = |count: usize| super::number::integer(count as f64, lang);
    let [high, low] = [highest, lowest].map(|extreme| enumerate(lang, &extreme.names));
    let (most, least) = (&highest.value, &lowest.value);
    let of = whole(highest.of);
    if highest.shared == highest.of {
        return all_the_same(lang, &when, &of, most);
    }
    if !high.is_empty() && !low.is_empty() {
        return both_named(lang, &when, &high, most, &low, least);
    }
    let top = match high.is_empty() {
        true => highest_shared(lang, &when, &whole(highest.shared), &of, most),
        false => highest_named(lang, &when, &high, most),
    };
    let bottom = match low.is_empty() {
        true => lowest_shared(lang, &when, &whole(lowest.shared), &of, least),
        false => lowest_named(lang, &when, &low, least),
    };
    format!("{top} {bottom}")
}

/// All lines have gone one way, since a year or since the first year of each.
pub fn all_moved(lang: Lang, first: Option<&str>, all: &str, up: bool) -> String {
    match (first, up) {
        (Some(first), true) => all_higher(lang, all, first),
        (Some(first), false) => all_lower(lang, all, first),
        (None, true) => all_higher_than_first(lang, all),
        (None, false) => all_lower_than_first(lang, all),
    }
}

/// A few have fallen since a year, and all others have risen.
pub fn others_rose(lang: Lang, first: &str, down: &[String]) -> String {
    match (lang, down) {
        (Lang::En, [one]) => format!("Since {first}, {one} has fallen and the others have risen."),
        _ => fell(lang, first, &enumerate(lang, down)),
    }
}

/// A few have risen since a year, and all others have fallen.
pub fn others_fell(lang: Lang, first: &str, up: &[String]) -> String {
    match (lang, up) {
        (Lang::En, [one]) => format!("Since {first}, {one} has risen and the others have fallen."),
        _ => rose(lang, first, &enumerate(lang, up)),
    }
}

/// How many have gone up, down and neither way.
pub fn so_many_moved(lang: Lang, first: Option<&str>, up: &str, down: &str, same: usize) -> String {
    let moved = match first {
        Some(first) => moved_since(lang, first, up, down),
        None => moved_from_own_years(lang, up, down),
    };
    match same {
        0 => moved,
        _ => {
            let count = super::number::integer(same as f64, lang);
            format!("{moved} {}", unmoved(lang, &count))
        }
    }
}

/// Peaks of many lines, by the youngest and the oldest age.
pub fn peaks_between(lang: Lang, young: (&Spot, &str), old: (&Spot, &str)) -> String {
    let ((low, from), (high, to)) = (young, old);
    peaks_at(
        lang,
        &low.label,
        from,
        &low.value,
        &high.label,
        to,
        &high.value,
    )
}

/// Many return curves, by the highest and the lowest end.
pub fn back_between(lang: Lang, years: &str, highest: &Extreme, lowest: &Extreme) -> String {
    let ends = extremes(lang, "", highest, lowest);
    back_after(lang, years, &case::small_first(&ends))
}

/// "Alle fem", "Begge".
pub fn all_of(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nb | Lang::Nn, 2) => "Begge".to_owned(),
        (Lang::En, 2) => "Both".to_owned(),
        (Lang::Nb | Lang::Nn, _) => format!("Alle {}", super::number::small(lang, count)),
        (Lang::En, _) => format!("All {}", super::number::small(lang, count)),
    }
}

/// One line over years.
pub fn one_over_time(lang: Lang, label: &str, first: &Spot, last: &Spot) -> String {
    match lang {
        Lang::Nb => format!(
            "{label}: fra {} i {} til {} i {}.",
            first.value, first.label, last.value, last.label
        ),
        Lang::Nn => format!(
            "{label}: frå {} i {} til {} i {}.",
            first.value, first.label, last.value, last.label
        ),
        Lang::En => format!(
            "{label}: from {} in {} to {} in {}.",
            first.value, first.label, last.value, last.label
        ),
    }
}

/// Lines over age: where each has its top. The label of a spot is the name of the line.
pub fn over_age(lang: Lang, tops: &[(Spot, String)]) -> String {
    let parts: Vec<String> = tops
        .iter()
        .map(|(spot, age)| match lang {
            Lang::Nb | Lang::Nn => format!("ved {age} år for {} ({})", spot.label, spot.value),
            Lang::En => format!("at age {age} for {} ({})", spot.label, spot.value),
        })
        .collect();
    match (lang, parts.len()) {
        (_, 0) => String::new(),
        (Lang::Nb, _) => format!("Toppen ligger {}.", enumerate(lang, &parts)),
        (Lang::Nn, _) => format!("Toppen ligg {}.", enumerate(lang, &parts)),
        (Lang::En, _) => format!("The peak is {}.", enumerate(lang, &parts)),
    }
}

/// Lines over years since emigration: where each ends.
pub fn over_years_since(lang: Lang, years: &str, ends: &[Spot]) -> String {
    let parts: Vec<String> = ends
        .iter()
        .map(|spot| format!("{} {}", spot.label, spot.value))
        .collect();
    match lang {
        Lang::Nb | Lang::Nn => format!("Tilbake etter {years} år: {}.", enumerate(lang, &parts)),
        Lang::En => format!("Back after {years} years: {}.", enumerate(lang, &parts)),
    }
}

/// Bars of two series: in how many categories the one lies above the other.
pub fn pairwise(
    lang: Lang,
    higher: &str,
    other: &str,
    cases: &str,
    exceptions: &[String],
) -> String {
    let exceptions = match (lang, exceptions.len()) {
        (_, 0) => String::new(),
        (Lang::Nb | Lang::Nn, 1..=7) => format!(" Unntak: {}.", enumerate(lang, exceptions)),
        (Lang::En, 1) => format!(" Exception: {}.", enumerate(lang, exceptions)),
        (Lang::En, 2..=7) => format!(" Exceptions: {}.", enumerate(lang, exceptions)),
        _ => String::new(),
    };
    match lang {
        Lang::Nb => format!("«{higher}» ligger høyere enn «{other}» i {cases}.{exceptions}"),
        Lang::Nn => format!("«{higher}» ligg høgare enn «{other}» i {cases}.{exceptions}"),
        Lang::En => format!("“{higher}” is higher than “{other}” in {cases}.{exceptions}"),
    }
}

/// "17 av 19 tilfeller", "alle 19 tilfeller".
pub fn cases(lang: Lang, wins: usize, of: usize) -> String {
    match lang {
        Lang::Nb if wins == of && of > 1 => format!("alle {of} tilfeller"),
        Lang::Nn if wins == of && of > 1 => format!("alle {of} tilfella"),
        Lang::En if wins == of && of > 1 => format!("all {of} cases"),
        Lang::Nb => format!("{wins} av {of} tilfeller"),
        Lang::Nn => format!("{wins} av {of} tilfelle"),
        Lang::En => format!("{wins} of {of} cases"),
    }
}

/// Stacked bars: which segment is largest in how many bars, and where it is at its largest.
/// `count` says of all bars that it is them all.
pub fn largest_segment(lang: Lang, segment: &str, count: &str, all: bool, top: &Extreme) -> String {
    let bars = match lang {
        _ if all => String::new(),
        Lang::Nb | Lang::Nn => " søyler".to_owned(),
        Lang::En => " bars".to_owned(),
    };
    let count = format!("{count}{bars}");
    match top.names.is_empty() {
        true => largest_part(lang, segment, &count),
        false => {
            let names = enumerate(lang, &top.names);
            largest_part_and_where(lang, segment, &count, &names, &top.value)
        }
    }
}

phrases! {
    /// Which segment is largest in how many bars.
    largest_part(segment, count) {
        nb: "«{segment}» er den største delen av {count}.",
        nn: "«{segment}» er den største delen av {count}.",
        en: "“{segment}” is the largest part of {count}.",
    }
    /// Which segment is largest in how many bars, and where it is at its largest.
    largest_part_and_where(segment, count, names, value) {
        nb: "«{segment}» er den største delen av {count}, og størst for {names} ({value}).",
        nn: "«{segment}» er den største delen av {count}, og størst for {names} ({value}).",
        en: "“{segment}” is the largest part of {count}, and largest for {names} ({value}).",
    }
}

words! {
    /// That what stands above is not the publisher's.
    words_of_link {
        nb: "Egen tittel, merknad, kilde og markeringer er skrevet av den som laget figuren.",
        nn: "Eigen tittel, merknad, kjelde og markeringar er skrivne av den som laga figuren.",
        en: "The title, remark, source and marks that were added are by whoever made the figure.",
    }
    /// Every bar, in a sentence.
    every_bar { nb: "alle søylene", nn: "alle søylene", en: "every bar" }
}

words! {
    /// Stacked bars of which only some parts were published.
    parts_only {
        nb: "Bare deler av fordelingen er oppgitt.",
        nn: "Berre delar av fordelinga er oppgitte.",
        en: "Only parts of the distribution are given.",
    }
}

/// A lone number.
pub fn single(lang: Lang, label: &str, value: &str) -> String {
    match lang {
        _ if label.is_empty() => format!("{value}."),
        Lang::Nb | Lang::Nn | Lang::En => format!("{label}: {value}."),
    }
}

/// A figure whose numbers the open data do not have: what would be needed.
pub fn needs(lang: Lang, table: &str, lacks: &[String]) -> String {
    match lang {
        Lang::Nb => format!(
            "Datasettet har ikke tallene til denne figuren. Tabellen «{table}» er nærmest, men mangler {}.",
            enumerate(lang, lacks)
        ),
        Lang::Nn => format!(
            "Datasettet har ikkje tala til denne figuren. Tabellen «{table}» er nærmast, men manglar {}.",
            enumerate(lang, lacks)
        ),
        Lang::En => format!(
            "The data set lacks the numbers of this figure. The table “{table}” comes closest, but lacks {}.",
            enumerate(lang, lacks)
        ),
    }
}

words! {
    /// A figure whose numbers the open data do not have, and no table comes near.
    needs_table {
        nb: "Datasettet har ingen tabell som passer til denne figuren.",
        nn: "Datasettet har ingen tabell som passar til denne figuren.",
        en: "The data set has no table that fits this figure.",
    }
}

phrases! {
    /// A share of destinations that names none.
    share_needs(dimension) {
        nb: "En andel må fordeles på «{dimension}» eller velge noen av verdiene.",
        nn: "Ein prosentdel må fordelast på «{dimension}» eller velje nokre av verdiane.",
        en: "A share must be broken down by “{dimension}” or select some of its values.",
    }
    /// A sum that would mean nothing.
    not_additive(dimension) { nb: "Verdiene av «{dimension}» er ikke kjent som deler av en helhet, så de legges ikke sammen. Velg én verdi, eller vis verdiene hver for seg.", nn: "Verdiane av «{dimension}» er ikkje kjende som delar av ein heilskap, så dei blir ikkje lagde saman. Vel éin verdi, eller vis verdiane kvar for seg.", en: "The values of “{dimension}” are not known to be parts of a whole, so they are not added up. Choose one value, or show the values one by one." }
    /// A dimension whose values are not parts.
    lacks_parts(dimension) { nb: "verdier av «{dimension}» som til sammen er helheten", nn: "verdiar av «{dimension}» som til saman er heilskapen", en: "values of “{dimension}” that together make up the whole" }
    /// A missing dimension.
    lacks_dimension(dimension) {
        nb: "en fordeling etter «{dimension}»",
        nn: "ei fordeling etter «{dimension}»",
        en: "a breakdown by “{dimension}”",
    }
    /// A missing column of numbers.
    lacks_numbers(measure) { nb: "tall for «{measure}»", nn: "tal for «{measure}»", en: "numbers for “{measure}”" }
    /// A missing code.
    lacks_code(dimension, code) {
        nb: "verdien «{code}» under «{dimension}»",
        nn: "verdien «{code}» under «{dimension}»",
        en: "the value “{code}” of “{dimension}”",
    }
}

/// The number of emigrations or person-years behind a figure.
pub fn base_size(lang: Lang, count: &str, what: &str) -> String {
    match lang {
        Lang::Nb | Lang::Nn | Lang::En => format!("N = {count} {}", case::small(what)),
    }
}

/// Source line of a figure: the agencies' tables where the data set names them, and the data set.
pub fn source_line(lang: Lang, sources: &str, title: &str, version: &str) -> String {
    let version = match (lang, version.is_empty()) {
        (_, true) => String::new(),
        (Lang::Nb | Lang::Nn, _) => format!(", versjon {version}"),
        (Lang::En, _) => format!(", version {version}"),
    };
    match lang {
        Lang::Nb if !sources.is_empty() => format!(
            "Kilde: {sources}, i datasettet {title}{version}. Beregnet i Utvandringskalkulatoren."
        ),
        Lang::Nn if !sources.is_empty() => format!(
            "Kjelde: {sources}, i datasettet {title}{version}. Rekna ut i Utvandringskalkulatoren."
        ),
        Lang::En if !sources.is_empty() => format!(
            "Source: {sources}, in the data set {title}{version}. Computed in the Emigration Calculator."
        ),
        Lang::Nb => format!("Kilde: {title}{version}. Beregnet i Utvandringskalkulatoren."),
        Lang::Nn => format!("Kjelde: {title}{version}. Rekna ut i Utvandringskalkulatoren."),
        Lang::En => format!("Source: {title}{version}. Computed in the Emigration Calculator."),
    }
}

phrases! {
    /// The unit of values that are set against those of a year.
    index_unit(year) {
        nb: "prosent av verdien i {year}", nn: "prosent av verdien i {year}", en: "per cent of the value in {year}",
    }
}
