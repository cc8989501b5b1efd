//! Statistical methods in words: a name, a sentence for everybody, a sentence for a statistician.

use super::Lang;
use super::phrases::{keyed_words, phrases, words};

/// A method in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodText {
    /// The method's name in the table of methods and in the JavaScript API.
    pub id: &'static str,
    /// Its name for readers.
    pub name: &'static str,
    /// What it does, for a reader of sixteen.
    pub plain: &'static str,
    /// What it is, for a statistician.
    pub exact: &'static str,
    /// Who described it; empty for plain arithmetic.
    pub reference: &'static str,
}

/// The words of a method.
pub fn method(lang: Lang, id: &str) -> Option<MethodText> {
    METHODS
        .iter()
        .find(|method| method.id == id)
        .map(|method| method.text(lang))
}

/// Every method, in the order of reading.
pub fn methods(lang: Lang) -> Vec<MethodText> {
    METHODS.iter().map(|method| method.text(lang)).collect()
}

keyed_words! {
    /// What an interval of a complete count means.
    complete_register {
        nb: "Der alle er talt med, er det ingen utvalgsusikkerhet; intervallet viser hvor mye tallet \
             kunne ha variert ved tilfeldigheter, og sier ingenting om feil i det som er talt.",
        nn: "Der alle er talde med, er det inga utvalsuvisse; intervallet viser kor mykje talet kunne \
             ha variert tilfeldig, og seier ingenting om feil i det som er talt.",
        en: "Where everybody is counted there is no sampling error; the interval shows how much the \
             number could have varied by chance, and says nothing about errors in what was counted.",
    }
    /// Events are not independent.
    independence {
        nb: "Familier flytter sammen, og én person kan flytte flere ganger; derfor er den \
             tilfeldige variasjonen noe større enn intervallet viser.",
        nn: "Familiar flyttar saman, og éin person kan flytte fleire gonger; derfor er den \
             tilfeldige variasjonen noko større enn intervallet viser.",
        en: "Families move together, and one person can move more than once; chance variation is \
             therefore somewhat larger than the interval shows.",
    }
    /// Beside two intervals that overlap.
    overlap {
        nb: "At to intervaller overlapper, betyr ikke at gruppene er like; se på intervallet for \
             forskjellen.",
        nn: "At to intervall overlappar, betyr ikkje at gruppene er like; sjå på intervallet for \
             skilnaden.",
        en: "Two intervals that overlap do not show that the groups are equal; look at the \
             interval of the difference.",
    }
    /// Beside a heterogeneity test.
    size_not_p {
        nb: "Jo større tallene er, desto mindre forskjeller blir statistisk sikre; det er størrelsen på forskjellen \
             som teller.",
        nn: "Di større tala er, di mindre skilnader blir statistisk sikre; det er storleiken på skilnaden som tel.",
        en: "The larger the counts, the smaller the differences that are statistically certain; what matters is how \
             large a difference is.",
    }
    /// Assumption of a cumulative chance.
    chance_hypothetical {
        nb: "Tenk deg en person som i hver alder har samme utvandringsrate som i de valgte årene; \
             ingen har levd akkurat det livet.",
        nn: "Tenk deg ein person som i kvar alder har same utvandringsrate som i dei valde åra; \
             ingen har levd akkurat det livet.",
        en: "Think of a person who at each age has the emigration rate of the chosen years; \
             nobody has lived exactly that life.",
    }
    /// Assumption of a cumulative chance.
    chance_repeats {
        nb: "Alle utvandringer regnes som første utvandring, også når samme person flytter flere \
             ganger, så sjansen blir noe for høy.",
        nn: "Alle utvandringar blir rekna som første utvandring, også når same person flyttar \
             fleire gonger, så sjansen blir noko for høg.",
        en: "Every emigration counts as a first one, also when the same person moves again, so \
             the chance is somewhat too high.",
    }
    /// Assumption of a cumulative chance.
    chance_no_deaths {
        nb: "Dødsfall er det sett bort fra: Sjansen gjelder den som lever gjennom hele aldersspennet.",
        nn: "Dødsfall er det sett bort frå: Sjansen gjeld den som lever gjennom heile aldersspennet.",
        en: "Deaths are left out of account: the chance is that of somebody who lives through all of these ages.",
    }
    /// A birth cohort's rates.
    chance_cohort {
        nb: "Ratene er de som fødselskullet selv hadde i hver alder.",
        nn: "Ratane er dei som fødselskullet sjølv hadde i kvar alder.",
        en: "The rates are those that the birth cohort itself had at each age.",
    }
    /// What the year of birth of a field is.
    cohort_diagonal {
        nb: "Fødselskullet er året minus alderen. Når alderen er regnet ved utgangen av året, er \
             det nøyaktig; er den regnet i fylte år, hører om lag halvparten av hver rute til \
             kullet fra året før.",
        nn: "Fødselskullet er året minus alderen. Når alderen er rekna ved utgangen av året, er \
             det nøyaktig; er han rekna i fylte år, høyrer om lag halvparten av kvar rute til \
             kullet frå året før.",
        en: "The birth cohort is the year minus the age. With ages counted at the end of the year \
             this is exact; with ages in completed years about half of each field belongs to the \
             cohort of the year before.",
    }
    /// Who is in a cohort.
    cohort_members {
        nb: "I hver alder består kullet av dem som da er bosatt: noen har kommet til underveis, \
             og de som har flyttet ut, er ikke med lenger.",
        nn: "I kvar alder er kullet dei som då er busette: Nokre har kome til undervegs, og dei \
             som har flytta ut, er ikkje med lenger.",
        en: "At each age the cohort is whoever is resident then: some have joined on the way, and \
             those who have left are no longer in it.",
    }
    /// How far a cohort is followed.
    cohort_so_far {
        nb: "Et kull følges så langt tabellen rekker; det som mangler, er ikke anslått. Sjansen \
             krever at kullet er observert fra den yngste alderen av.",
        nn: "Eit kull blir følgt så langt tabellen rekk; det som manglar, er ikkje anslått. \
             Sjansen krev at kullet er observert frå den yngste alderen av.",
        en: "A cohort is followed as far as the table goes; what is missing is not estimated. The \
             chance needs the cohort to be observed from the youngest age on.",
    }
    /// Pandemic years left out.
    pandemic_excluded {
        nb: "Årene 2020 og 2021 er holdt utenfor trenden; de andre årene teller som før.",
        nn: "Åra 2020 og 2021 er haldne utanfor trenden; dei andre åra tel som før.",
        en: "The years 2020 and 2021 are left out of the trend; the other years count as before.",
    }
    /// More variation than Poisson.
    overdispersed {
        nb: "Tallene svinger mer fra år til år enn tilfeldigheter alene tilsier (overspredning), \
             så intervallet er gjort bredere.",
        nn: "Tala svingar meir frå år til år enn tilfeldig variasjon åleine skulle tilseie \
             (overspreiing), så intervallet er gjort breiare.",
        en: "The counts swing more from year to year than chance alone would make them \
             (overdispersion), so the interval has been widened.",
    }
    /// One slope.
    trend_straight {
        nb: "Trenden er ett tall for hele perioden; se på punktene for å vurdere om utviklingen \
             har vært jevn.",
        nn: "Trenden er eitt tal for heile perioden; sjå på punkta for å vurdere om utviklinga \
             har vore jamn.",
        en: "The trend is one number for the whole period; look at the points to judge whether \
             the change has been steady.",
    }
    /// Few events.
    small_numbers {
        nb: "Færre enn ti hendelser: én utvandring mer eller mindre endrer tallet mye.",
        nn: "Færre enn ti hendingar: Éi utvandring meir eller mindre endrar talet mykje.",
        en: "Fewer than ten events: one emigration more or less changes the number a lot.",
    }
    /// Small base of a share.
    small_base {
        nb: "Andelen bygger på færre enn 30 utvandringer.",
        nn: "Delen byggjer på færre enn 30 utvandringar.",
        en: "The share rests on fewer than 30 emigrations.",
    }
    /// Beside a standardised rate.
    same_standard {
        nb: "Standardiserte rater kan bare sammenlignes når de bygger på samme standardbefolkning.",
        nn: "Standardiserte ratar kan berre samanliknast når dei byggjer på same \
             standardbefolkning.",
        en: "Standardised rates can be compared only when they rest on the same standard \
             population.",
    }
    /// Beside observed over expected.
    observed_expected_alone {
        nb: "Hvert forhold måler én gruppe mot standarden; to slike forhold bør ikke sammenlignes \
             med hverandre når gruppene har ulik sammensetning.",
        nn: "Kvart forhold måler éi gruppe mot standarden; to slike forhold bør ikkje \
             samanliknast med kvarandre når gruppene har ulik samansetning.",
        en: "Each ratio measures one group against the standard; two of them should not be \
             compared with each other when the groups are composed differently.",
    }
    /// Beside a decomposition.
    decomposition_not_cause {
        nb: "Oppdelingen er et regnestykke: den viser hvor forskjellen ligger, ikke hva som er \
             årsaken.",
        nn: "Oppdelinga er eit reknestykke: Ho viser kor skilnaden ligg, ikkje kva som er årsaka.",
        en: "The decomposition is arithmetic: it shows where the difference lies, not what caused \
             it.",
    }
    /// Effects of opposite sign.
    opposite_effects {
        nb: "Virkningene trekker hver sin vei, så den ene kan være større enn hele forskjellen.",
        nn: "Verknadene dreg kvar sin veg, så den eine kan vere større enn heile skilnaden.",
        en: "The effects pull in opposite directions, so one of them can be larger than the whole \
             difference.",
    }
    /// Beside bounds.
    bounds_no_middle {
        nb: "Alt mellom yttergrensene er like forenlig med tallene; midten er ikke mer sannsynlig \
             enn endene.",
        nn: "Alt mellom yttergrensene er like foreineleg med tala; midten er ikkje meir \
             sannsynleg enn endane.",
        en: "Everything between the bounds fits the counts equally well; the middle is no more \
             likely than the ends.",
    }
    /// Beside a re-based share.
    rebased_assumes {
        nb: "Andelen blant de kjente forutsetter at de ukjente fordeler seg på samme måte.",
        nn: "Delen blant dei kjende føreset at dei ukjende fordeler seg på same måte.",
        en: "The share among the known assumes that the unknown are spread in the same way.",
    }
    /// Beside a funnel.
    funnel_do_not_rank {
        nb: "Forskjellene mellom grupper innenfor trakten kan skyldes tilfeldigheter, så de bør \
             ikke rangeres.",
        nn: "Skilnadene mellom grupper innanfor trakta kan vere tilfeldige, så gruppene bør ikkje \
             rangerast.",
        en: "Groups inside the funnel may differ by chance alone, so they should not be ranked.",
    }
    /// Beside a range of suppressed cells.
    suppressed_range {
        nb: "Prikkede celler er små tall som finnes; summen ligger et sted mellom ytterpunktene.",
        nn: "Prikka celler er små tal som finst; summen ligg ein stad mellom ytterpunkta.",
        en: "Suppressed cells are small numbers that exist; the sum lies somewhere between the \
             ends.",
    }
    /// Only rounded.
    rounded_no_interval {
        nb: "Bare et avrundet tall er kjent. Da kan vi oppgi hvor det uavrundede tallet ligger, \
             men ikke noe konfidensintervall.",
        nn: "Berre eit avrunda tal er kjent. Då kan vi oppgi kor det uavrunda talet ligg, men \
             ikkje noko konfidensintervall.",
        en: "Only a rounded number is known. We can then say where the unrounded one lies, but \
             give no confidence interval.",
    }
    /// Joint intervals.
    joint_intervals {
        nb: "Intervallene gjelder for alle andelene samtidig og er derfor bredere enn hver for \
             seg.",
        nn: "Intervalla gjeld for alle delane samtidig og er derfor breiare enn kvar for seg.",
        en: "The intervals hold for all shares at once and are therefore wider than one by one.",
    }
    /// Points of a return curve.
    curve_not_independent {
        nb: "De samme personene telles på hvert punkt, så punktene på én kurve er ikke uavhengige \
             av hverandre.",
        nn: "Dei same personane blir talde på kvart punkt, så punkta på éi kurve er ikkje \
             uavhengige av kvarandre.",
        en: "The same persons are counted at every point, so the points of one curve are not \
             independent of each other.",
    }
}

/// How many years of age a chance spans.
pub fn chance_widths(lang: Lang, first: i32, last: i32, widths: f64) -> String {
    let years = super::number::integer(widths, lang);
    match lang {
        Lang::Nb => {
            format!(
                "Alder {first}–{last} med begge endene regnet med: {years} alderstrinn på ett år."
            )
        }
        Lang::Nn => {
            format!(
                "Alder {first}–{last} med begge endane rekna med: {years} alderstrinn på eitt år."
            )
        }
        Lang::En => {
            format!("Ages {first} to {last} with both ends included: {years} one-year ages.")
        }
    }
}

/// Ages that were merged because nobody lived in a cell of theirs: nobody of one of the two groups,
/// or of `both`. The cells are ages, or ages with a level of education.
pub fn ages_merged(lang: Lang, ages: &str, both: bool, by_education: bool) -> String {
    match lang {
        Lang::Nb => {
            let who = if both {
                "ingen av de to gruppene"
            } else {
                "en av de to gruppene ikke"
            };
            let at = if by_education {
                "hver utdanning ved hver alder"
            } else {
                "hver alder"
            };
            format!("Slått sammen: alder {ages}, fordi {who} har bosatte med {at}.")
        }
        Lang::Nn => {
            let who = if both {
                "ingen av dei to gruppene"
            } else {
                "ei av dei to gruppene ikkje"
            };
            let at = if by_education {
                "kvar utdanning ved kvar alder"
            } else {
                "kvar alder"
            };
            format!("Slått saman: alder {ages}, fordi {who} har busette med {at}.")
        }
        Lang::En => {
            let who = if both {
                "neither of the two groups has"
            } else {
                "one of the two groups does not have"
            };
            let at = if by_education {
                "with every education at every age"
            } else {
                "at every age"
            };
            format!("Merged: ages {ages}, because {who} residents {at}.")
        }
    }
}

phrases! {
    /// Beside trends of which only some vary more than chance alone would make them.
    overdispersed_in(groups) {
        nb: "{groups} svinger tallene mer enn tilfeldigheter tilsier (overspredning), så intervallet er gjort \
             bredere. Ellers svinger de ikke mer enn det.",
        nn: "{groups} svingar tala meir enn tilfeldig variasjon tilseier (overspreiing), så intervallet er gjort \
             breiare. Elles svingar dei ikkje meir enn det.",
        en: "{groups} the counts swing more than chance makes them (overdispersion), so the interval is made wider. \
             Otherwise they swing no more than that.",
    }
    /// How many groups lie outside a funnel by chance.
    funnel_by_chance(groups, outside) {
        nb: "Med {groups} grupper havner i snitt {outside} utenfor 95-prosentgrensene bare ved \
             tilfeldigheter.",
        nn: "Med {groups} grupper hamnar i snitt {outside} utanfor 95-prosentgrensene berre ved \
             tilfeldig variasjon.",
        en: "With {groups} groups, {outside} on average fall outside the 95% limits by chance \
             alone.",
    }
}

/// The dispersion of a trend.
pub fn dispersion(lang: Lang, phi: f64) -> String {
    let phi = super::number::decimal(phi, 2, lang);
    match lang {
        Lang::Nb => format!("Spredningen (φ) er {phi}; 1 svarer til ren tilfeldighet."),
        Lang::Nn => format!("Spreiinga (φ) er {phi}; 1 svarer til rein tilfeldig variasjon."),
        Lang::En => format!("The dispersion (φ) is {phi}; 1 is pure chance."),
    }
}

/// What suppressed cells may hold.
pub fn suppressed_each(lang: Lang, least: f64, most: f64) -> String {
    let (least, most) = (
        super::number::integer(least, lang),
        super::number::integer(most, lang),
    );
    match lang {
        Lang::Nb => format!("Hver prikket celle regnes som et tall fra {least} til {most}."),
        Lang::Nn => format!("Kvar prikka celle blir rekna som eit tal frå {least} til {most}."),
        Lang::En => format!("Each suppressed cell is taken as a number from {least} to {most}."),
    }
}

/// A method in every language.
struct Worded {
    id: &'static str,
    nb: [&'static str; 3],
    nn: [&'static str; 3],
    en: [&'static str; 3],
    reference: &'static str,
}

impl Worded {
    fn text(&self, lang: Lang) -> MethodText {
        let [name, plain, exact] = match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        };
        MethodText {
            id: self.id,
            name,
            plain,
            exact,
            reference: self.reference,
        }
    }
}

static METHODS: [Worded; 44] = [
    Worded {
        id: "count",
        nb: [
            "Antall",
            "Et antall som er talt opp i registrene.",
            "Sum av cellene i tabellen som hører til utvalget.",
        ],
        nn: [
            "Tal på hendingar",
            "Eit tal som er talt opp i registra.",
            "Sum av cellene i tabellen som høyrer til utvalet.",
        ],
        en: [
            "Count",
            "A number counted in the registers.",
            "Sum of the cells of the table that belong to the selection.",
        ],
        reference: "",
    },
    Worded {
        id: "remainder",
        nb: [
            "Resten av et antall",
            "Det som er igjen når en del er trukket fra det hele.",
            "Differansen mellom summen og delen av den.",
        ],
        nn: [
            "Resten av eit tal",
            "Det som er att når ein del er trekt frå det heile.",
            "Differansen mellom summen og delen av han.",
        ],
        en: [
            "Rest of a count",
            "What is left when a part is taken from the whole.",
            "The sum less a part of it.",
        ],
        reference: "",
    },
    Worded {
        id: "quotient",
        nb: [
            "Forhold mellom to tall",
            "Hvor mange ganger så stort det ene tallet er som det andre.",
            "Kvotienten av to summer; uten intervall.",
        ],
        nn: [
            "Forhold mellom to tal",
            "Kor mange gonger så stort det eine talet er som det andre.",
            "Kvotienten av to summar; utan intervall.",
        ],
        en: [
            "Ratio of two numbers",
            "How many times the one number is the other.",
            "The quotient of two sums; without an interval.",
        ],
        reference: "",
    },
    Worded {
        id: "product",
        nb: [
            "Forventet antall",
            "Antallet grupper ganget med den delen som i snitt havner utenfor ved tilfeldigheter.",
            "Forventningen n · q når ingen gruppe skiller seg fra fellesverdien.",
        ],
        nn: [
            "Venta tal",
            "Talet på grupper gonga med den delen som i snitt hamnar utanfor ved tilfeldig variasjon.",
            "Forventninga n · q når inga gruppe skil seg frå fellesverdien.",
        ],
        en: [
            "Expected number",
            "The number of groups times the part that falls outside by chance on average.",
            "The expectation n · q when no group differs from the common value.",
        ],
        reference: "",
    },
    Worded {
        id: "tally",
        nb: [
            "Opptelling",
            "Hvert tilfelle er undersøkt for seg, og de der det stemmer, er talt opp.",
            "Klammen i summen er 1 når det stemmer og 0 ellers. Sammenlignet uten avrunding.",
        ],
        nn: [
            "Oppteljing",
            "Kvart tilfelle er undersøkt for seg, og dei der det stemmer, er talde opp.",
            "Klammen i summen er 1 når det stemmer og 0 elles. Samanlikna utan avrunding.",
        ],
        en: [
            "Count of cases",
            "Each case is looked at by itself, and those in which it is so are counted.",
            "The bracket in the sum is 1 when it is so and 0 otherwise. Compared without rounding.",
        ],
        reference: "",
    },
    Worded {
        id: "highest",
        nb: [
            "Stedet med den høyeste verdien",
            "Alle verdiene er sammenlignet, og den høyeste viser hvor toppen ligger.",
            "arg max yᵢ; verdier på færre enn ti hendelser regnes ikke med.",
        ],
        nn: [
            "Staden med den høgaste verdien",
            "Alle verdiane er samanlikna, og den høgaste viser kvar toppen ligg.",
            "arg max yᵢ; verdiar på færre enn ti hendingar blir ikkje rekna med.",
        ],
        en: [
            "Place of the highest value",
            "All values are compared, and the highest one shows where the peak is.",
            "arg max yᵢ; values on fewer than ten events do not count.",
        ],
        reference: "",
    },
    Worded {
        id: "moves",
        nb: [
            "Forventet antall utvandringer",
            "Hvor mange ganger en person i snitt ville flytte ut i løpet av aldersspennet med disse ratene.",
            "Σ nᵢxᵢ/Tᵢ; den samme summen som står i sjansen 1 − exp(−Σ nᵢxᵢ/Tᵢ).",
        ],
        nn: [
            "Venta tal på utvandringar",
            "Kor mange gonger ein person i snitt ville flytte ut i løpet av aldersspennet med desse ratane.",
            "Σ nᵢxᵢ/Tᵢ; den same summen som står i sjansen 1 − exp(−Σ nᵢxᵢ/Tᵢ).",
        ],
        en: [
            "Expected number of emigrations",
            "How many times a person would emigrate on average over these ages at these rates.",
            "Σ nᵢxᵢ/Tᵢ; the same sum as in the chance 1 − exp(−Σ nᵢxᵢ/Tᵢ).",
        ],
        reference: "Preston, Heuveline and Guillot 2001",
    },
    Worded {
        id: "dispersion",
        nb: [
            "Overspredning",
            "Hvor mye antallene spriker rundt den tilpassede kurven. 1 er det tilfeldig variasjon alene gir.",
            "Pearsons X² delt på antall år minus 2; forventede antall fra den log-lineære Poisson-regresjonen.",
        ],
        nn: [
            "Overspreiing",
            "Kor mykje tala sprikjer rundt den tilpassa kurva. 1 er det tilfeldig variasjon åleine gir.",
            "Pearsons X² delt på talet på år minus 2; venta tal frå den log-lineære Poisson-regresjonen.",
        ],
        en: [
            "Over-dispersion",
            "How much the counts scatter round the fitted curve. 1 is what chance variation alone gives.",
            "Pearson’s X² over the number of years less 2; expected counts from the log-linear Poisson regression.",
        ],
        reference: "McCullagh and Nelder 1989",
    },
    Worded {
        id: "rate_point",
        nb: [
            "Utvandringsrate",
            "Hvor mange som utvandret, delt på hvor mange som kunne ha gjort det.",
            "Hendelser delt på personår eller middelfolkemengde; flere år slås sammen som sum over sum.",
        ],
        nn: [
            "Utvandringsrate",
            "Kor mange som utvandra, delt på kor mange som kunne ha gjort det.",
            "Hendingar delte på personår eller middelfolkemengd; fleire år blir slåtte saman som sum over sum.",
        ],
        en: [
            "Emigration rate",
            "How many emigrated, divided by how many could have.",
            "Events over person-years or mid-year population; several years are pooled as sum over sum.",
        ],
        reference: "Preston, Heuveline & Guillot 2001",
    },
    Worded {
        id: "share_point",
        nb: [
            "Andel",
            "Hvor stor del av utvandringene det gjelder.",
            "k av n; flere år slås sammen som sum over sum.",
        ],
        nn: [
            "Prosentdel",
            "Kor stor del av utvandringane det gjeld.",
            "k av n; fleire år blir slåtte saman som sum over sum.",
        ],
        en: [
            "Share",
            "The part of the emigrations in question.",
            "k of n; several years are pooled as sum over sum.",
        ],
        reference: "",
    },
    Worded {
        id: "rate_ci_garwood",
        nb: [
            "Eksakt Poisson-intervall (Garwood)",
            "Tilfeldigheter får tallet til å svinge; intervallet viser hvilke underliggende rater \
             som passer godt med det som ble talt.",
            "Eksakt Poisson-intervall fra gammakvantiler; dekker aldri sjeldnere enn oppgitt.",
        ],
        nn: [
            "Eksakt Poisson-intervall (Garwood)",
            "Tilfeldig variasjon får talet til å svinge; intervallet viser kva underliggjande \
             ratar som passar godt med det som vart talt.",
            "Eksakt Poisson-intervall frå gammakvantilar; dekkjer aldri sjeldnare enn oppgitt.",
        ],
        en: [
            "Exact Poisson interval (Garwood)",
            "Chance makes the number swing; the interval shows which underlying rates fit well with what was counted.",
            "Exact Poisson interval from gamma quantiles; never covers less often than stated.",
        ],
        reference: "Garwood 1936",
    },
    Worded {
        id: "rate_ci_midp",
        nb: [
            "Mid-P-intervall",
            "Som det eksakte intervallet, men litt smalere og litt mindre forsiktig.",
            "Eksakt Poisson-intervall der bare halve sannsynligheten for det observerte antallet regnes med i halen.",
        ],
        nn: [
            "Mid-P-intervall",
            "Som det eksakte intervallet, men litt smalare og litt mindre forsiktig.",
            "Eksakt Poisson-intervall der berre halve sannsynet for det observerte talet blir rekna med i halen.",
        ],
        en: [
            "Mid-P interval",
            "Like the exact interval, but a little narrower and a little less cautious.",
            "Exact Poisson interval with only half the probability of the observed count in the tail.",
        ],
        reference: "Lancaster 1961; Cohen & Yang 1994",
    },
    Worded {
        id: "rate_ci_byar",
        nb: [
            "Byars tilnærming",
            "Et intervall som kan regnes ut med lommeregner, og som ligger tett på det eksakte.",
            "Byars tilnærming til Garwoods grenser; innenfor 1 % fra fem hendelser og oppover.",
        ],
        nn: [
            "Tilnærminga til Byar",
            "Eit intervall som kan reknast ut med lommereknar, og som ligg tett på det eksakte.",
            "Tilnærminga til Byar for grensene til Garwood; innanfor 1 % frå fem hendingar og oppover.",
        ],
        en: [
            "Byar’s approximation",
            "An interval that a pocket calculator can do, close to the exact one.",
            "Byar’s approximation to Garwood’s limits; within 1% from five events on.",
        ],
        reference: "Breslow & Day 1987",
    },
    Worded {
        id: "rate_ci_score",
        nb: [
            "Score-intervall for rate",
            "Et intervall som brukes inne i beregningen av forskjellen mellom to rater.",
            "Invertert score-test for én Poisson-rate; inngår i MOVER.",
        ],
        nn: [
            "Score-intervall for rate",
            "Eit intervall som blir brukt inne i utrekninga av skilnaden mellom to ratar.",
            "Invertert score-test for éin Poisson-rate; inngår i MOVER.",
        ],
        en: [
            "Score interval of a rate",
            "An interval used inside the computation of the difference between two rates.",
            "Inverted score test of one Poisson rate; an ingredient of MOVER.",
        ],
        reference: "Li et al. 2011",
    },
    Worded {
        id: "share_wilson",
        nb: [
            "Wilson-intervall for andel",
            "Viser hvor mye en andel kunne ha variert ved tilfeldigheter, også når den er nær 0 eller 100 %.",
            "Invertert score-test for en binomisk andel, uten kontinuitetskorreksjon.",
        ],
        nn: [
            "Wilson-intervall for prosentdel",
            "Viser kor mykje ein prosentdel kunne ha variert tilfeldig, også når han er nær 0 eller 100 %.",
            "Invertert score-test for ein binomisk del, utan kontinuitetskorreksjon.",
        ],
        en: [
            "Wilson interval of a share",
            "Shows how much a share could have varied by chance, also when it is close to 0 or 100%.",
            "Inverted score test of a binomial proportion, without continuity correction.",
        ],
        reference: "Wilson 1927; Brown, Cai & DasGupta 2001",
    },
    Worded {
        id: "share_clopper_pearson",
        nb: [
            "Eksakt binomisk intervall (Clopper–Pearson)",
            "Et forsiktig intervall for en andel: heller for bredt enn for smalt.",
            "Eksakt binomisk intervall fra betakvantiler; dekker aldri sjeldnere enn oppgitt.",
        ],
        nn: [
            "Eksakt binomisk intervall (Clopper–Pearson)",
            "Eit forsiktig intervall for ein prosentdel: heller for breitt enn for smalt.",
            "Eksakt binomisk intervall frå betakvantilar; dekkjer aldri sjeldnare enn oppgitt.",
        ],
        en: [
            "Exact binomial interval (Clopper–Pearson)",
            "A cautious interval of a share: rather too wide than too narrow.",
            "Exact binomial interval from beta quantiles; never covers less often than stated.",
        ],
        reference: "Clopper & Pearson 1934",
    },
    Worded {
        id: "share_goodman",
        nb: [
            "Simultane intervaller (Goodman)",
            "Intervaller for alle andelene i en fordeling, laget slik at de gjelder samtidig.",
            "Wilson-intervall med z² lik kjikvadratkvantilen ved 1 − α/m, der m er antall viste kategorier.",
        ],
        nn: [
            "Simultane intervall (Goodman)",
            "Intervall for alle delane i ei fordeling, laga slik at dei gjeld samtidig.",
            "Wilson-intervall med z² lik kjikvadratkvantilen ved 1 − α/m, der m er talet på viste kategoriar.",
        ],
        en: [
            "Simultaneous intervals (Goodman)",
            "Intervals of all shares of a distribution, made so that they hold at the same time.",
            "Wilson interval with z² the chi-square quantile at 1 − α/m, m being the number of categories shown.",
        ],
        reference: "Goodman 1965",
    },
    Worded {
        id: "share_diff_newcombe",
        nb: [
            "Differanse mellom andeler (Newcombe)",
            "Forskjellen mellom to andeler i prosentpoeng, med et eget intervall.",
            "Newcombes metode 10: differansens intervall satt sammen av de to Wilson-intervallene.",
        ],
        nn: [
            "Differanse mellom prosentdelar (Newcombe)",
            "Skilnaden mellom to prosentdelar i prosentpoeng, med eit eige intervall.",
            "Metode 10 hos Newcombe: Intervallet for differansen er sett saman av dei to Wilson-intervalla.",
        ],
        en: [
            "Difference of shares (Newcombe)",
            "The difference between two shares in percentage points, with an interval of its own.",
            "Newcombe’s method 10: the interval of the difference put together from the two Wilson intervals.",
        ],
        reference: "Newcombe 1998",
    },
    Worded {
        id: "return_cohorts",
        nb: [
            "Tilbake innen fem år",
            "Hvor stor del av dem som dro, som var tilbake etter fem år; bare år der det har gått lenge nok, er med.",
            "Sum over sum for kohorter med hele vinduet observert, med Wilson-intervall.",
        ],
        nn: [
            "Tilbake innan fem år",
            "Kor stor del av dei som drog, som var tilbake etter fem år; berre år der det har gått lenge nok, er med.",
            "Sum over sum for kohortar med heile vindauget observert, med Wilson-intervall.",
        ],
        en: [
            "Returned within five years",
            "How many of those who left were back after five years; only years that lie far enough back count.",
            "Sum over sum over cohorts whose whole window has been observed, with Wilson’s interval.",
        ],
        reference: "",
    },
    Worded {
        id: "dsr",
        nb: [
            "Direkte standardisert rate",
            "Raten gruppen ville hatt med samme sammensetning som standardbefolkningen, for \
             eksempel like mange i hver alder.",
            "Veid sum av stratumratene med standardens andeler; gammaintervall etter Fay og Feuer.",
        ],
        nn: [
            "Direkte standardisert rate",
            "Raten gruppa ville hatt med same samansetning som standardbefolkninga, til dømes like mange i kvar alder.",
            "Vekta sum av stratumratane med delane i standarden; gammaintervall etter Fay og Feuer.",
        ],
        en: [
            "Directly standardised rate",
            "The rate the group would have with the composition of the standard population, for \
             instance as many at each age.",
            "Weighted sum of stratum rates with the standard’s shares; gamma interval after Fay and Feuer.",
        ],
        reference: "Fay & Feuer 1997",
    },
    Worded {
        id: "dsr_dobson",
        nb: [
            "Direkte standardisert rate (Dobson–Byar)",
            "Samme standardiserte rate, med et intervall som er enklere å regne ut.",
            "Dobsons intervall: Byars grenser for antall hendelser, skalert med standardfeilen til den veide summen.",
        ],
        nn: [
            "Direkte standardisert rate (Dobson–Byar)",
            "Same standardiserte rate, med eit intervall som er enklare å rekne ut.",
            "Intervallet til Dobson: grensene til Byar for talet på hendingar, skalerte med \
             standardfeilen til den vekta summen.",
        ],
        en: [
            "Directly standardised rate (Dobson–Byar)",
            "The same standardised rate, with an interval that is simpler to compute.",
            "Dobson’s interval: Byar’s limits of the count, scaled by the standard error of the weighted sum.",
        ],
        reference: "Dobson et al. 1991",
    },
    Worded {
        id: "smr",
        nb: [
            "Forholdet observert/forventet",
            "Hvor mange som utvandret, sammenlignet med hvor mange det ville vært hvis gruppen \
             hadde standardens rater.",
            "Indirekte standardisering: observerte hendelser delt på forventede ved standardens \
             stratumrater; eksakte grenser med det forventede tatt som kjent.",
        ],
        nn: [
            "Forholdet observert/venta",
            "Kor mange som utvandra, samanlikna med kor mange det ville vore dersom gruppa hadde \
             hatt ratane i standarden.",
            "Indirekte standardisering: observerte hendingar delte på venta ved stratumratane i \
             standarden; eksakte grenser med det venta teke som kjent.",
        ],
        en: [
            "Ratio observed/expected",
            "How many emigrated, compared with how many would have if the group had the rates of the standard.",
            "Indirect standardisation: observed over expected events at the standard’s stratum \
             rates; exact limits with the expected taken as known.",
        ],
        reference: "Breslow & Day 1987",
    },
    Worded {
        id: "rate_ratio",
        nb: [
            "Rateratio",
            "Hvor mange ganger høyere den ene raten er enn den andre; 1 betyr like.",
            "Forholdet mellom to Poisson-rater med betinget eksakt intervall: gitt summen er det \
             ene antallet binomisk.",
        ],
        nn: [
            "Rateratio",
            "Kor mange gonger høgare den eine raten er enn den andre; 1 betyr like.",
            "Forholdet mellom to Poisson-ratar med vilkårsbunde eksakt intervall: Når summen er \
             gitt, er det eine talet binomisk.",
        ],
        en: [
            "Rate ratio",
            "How many times higher the one rate is than the other; 1 means equal.",
            "Ratio of two Poisson rates with the conditional exact interval: given the sum, one count is binomial.",
        ],
        reference: "Przyborowski & Wilenski 1940; Breslow & Day 1987",
    },
    Worded {
        id: "rate_ratio_midp",
        nb: [
            "Rateratio, mid-P",
            "Samme forhold, med et litt smalere og litt mindre forsiktig intervall.",
            "Betinget intervall der halve sannsynligheten for det observerte antallet regnes med i halen.",
        ],
        nn: [
            "Rateratio, mid-P",
            "Same forhold, med eit litt smalare og litt mindre forsiktig intervall.",
            "Vilkårsbunde intervall der halve sannsynet for det observerte talet blir rekna med i halen.",
        ],
        en: [
            "Rate ratio, mid-P",
            "The same ratio, with an interval a little narrower and less cautious.",
            "Conditional interval with half the probability of the observed count in the tail.",
        ],
        reference: "Breslow & Day 1987",
    },
    Worded {
        id: "rate_ratio_wald",
        nb: [
            "Rateratio, Wald",
            "Samme forhold, med det enkleste intervallet; passer når begge gruppene har mange hendelser.",
            "Normaltilnærming for logaritmen av forholdet; krever hendelser i begge gruppene.",
        ],
        nn: [
            "Rateratio, Wald",
            "Same forhold, med det enklaste intervallet; passar når begge gruppene har mange hendingar.",
            "Normaltilnærming for logaritmen av forholdet; krev hendingar i begge gruppene.",
        ],
        en: [
            "Rate ratio, Wald",
            "The same ratio, with the simplest interval; suits groups that both have many events.",
            "Normal approximation of the log ratio; needs events in both groups.",
        ],
        reference: "Breslow & Day 1987",
    },
    Worded {
        id: "rate_diff",
        nb: [
            "Ratedifferanse",
            "Hvor mye høyere den ene raten er enn den andre, med et eget intervall; 0 betyr like.",
            "MOVER med score-grenser, som skiller seg litt fra Garwood-grensene ved siden av hver rate.",
        ],
        nn: [
            "Ratedifferanse",
            "Kor mykje høgare den eine raten er enn den andre, med eit eige intervall; 0 betyr like.",
            "MOVER med score-grenser, som skil seg litt frå Garwood-grensene ved sida av kvar rate.",
        ],
        en: [
            "Rate difference",
            "How much higher the one rate is than the other, with an interval of its own; 0 means equal.",
            "MOVER with score limits, which differ slightly from the Garwood limits beside each rate.",
        ],
        reference: "Zou & Donner 2008; Li et al. 2011",
    },
    Worded {
        id: "rate_diff_garwood",
        nb: [
            "Ratedifferanse, eksakte grenser",
            "Samme differanse, med et bredere og mer forsiktig intervall.",
            "MOVER med Garwoods grenser.",
        ],
        nn: [
            "Ratedifferanse, eksakte grenser",
            "Same differanse, med eit breiare og meir forsiktig intervall.",
            "MOVER med grensene til Garwood.",
        ],
        en: [
            "Rate difference, exact limits",
            "The same difference, with a wider and more cautious interval.",
            "MOVER with Garwood’s limits.",
        ],
        reference: "Zou & Donner 2008",
    },
    Worded {
        id: "heterogeneity",
        nb: [
            "Heterogenitetstest",
            "Undersøker om gruppene kan ha samme rate, og forskjellene bare skyldes tilfeldigheter.",
            "Sannsynlighetskvotetest for like rater eller andeler, kjikvadratfordelt med antall \
             grupper minus én frihetsgrad.",
        ],
        nn: [
            "Heterogenitetstest",
            "Undersøkjer om gruppene kan ha same rate, og skilnadene berre er tilfeldige.",
            "Sannsynskvotetest for like ratar eller delar, kjikvadratfordelt med talet på grupper \
             minus éin fridomsgrad.",
        ],
        en: [
            "Heterogeneity test",
            "Examines whether the groups may share one rate, their differences being chance alone.",
            "Likelihood ratio test of equal rates or shares, chi-square with groups less one degrees of freedom.",
        ],
        reference: "Breslow & Day 1987",
    },
    Worded {
        id: "kitagawa",
        nb: [
            "Dekomponering (Kitagawa)",
            "Deler forskjellen mellom to rater i to: det som kommer av at gruppene er ulikt \
             sammensatt, og det som kommer av ulike rater.",
            "Rateeffekt og sammensetningseffekt med gjennomsnittet av de to gruppene som vekter; uten restledd.",
        ],
        nn: [
            "Dekomponering (Kitagawa)",
            "Deler skilnaden mellom to ratar i to: det som kjem av at gruppene er ulikt \
             samansette, og det som kjem av ulike ratar.",
            "Rateeffekt og samansetningseffekt med gjennomsnittet av dei to gruppene som vekter; utan restledd.",
        ],
        en: [
            "Decomposition (Kitagawa)",
            "Splits the difference between two rates in two: what comes from different \
             composition, and what comes from different rates.",
            "Rate effect and composition effect with the mean of the two groups as weights; no remainder.",
        ],
        reference: "Kitagawa 1955",
    },
    Worded {
        id: "das_gupta",
        nb: [
            "Dekomponering i flere faktorer (Das Gupta)",
            "Deler forskjellen mellom to rater på flere faktorer som til sammen utgjør hele forskjellen.",
            "Faktorens effekt er gjennomsnittet over alle rekkefølger faktorene kan byttes ut i.",
        ],
        nn: [
            "Dekomponering i fleire faktorar (Das Gupta)",
            "Deler skilnaden mellom to ratar på fleire faktorar som til saman utgjer heile skilnaden.",
            "Effekten av ein faktor er gjennomsnittet over alle rekkjefølgjer faktorane kan bytast ut i.",
        ],
        en: [
            "Decomposition into several factors (Das Gupta)",
            "Splits the difference between two rates over several factors that together make up all of it.",
            "The effect of a factor is its mean over all orders in which the factors can be switched.",
        ],
        reference: "Das Gupta 1993",
    },
    Worded {
        id: "das_gupta_cross",
        nb: [
            "Dekomponering etter to kjennetegn (Das Gupta)",
            "Deler forskjellen mellom to rater i tre: sammensetning etter det ene kjennetegnet, \
             sammensetning etter det andre, og ulike rater.",
            "Nøstet dekomponering av en krysstabell; effektene summerer seg til forskjellen uten restledd.",
        ],
        nn: [
            "Dekomponering etter to kjenneteikn (Das Gupta)",
            "Deler skilnaden mellom to ratar i tre: samansetning etter det eine kjenneteiknet, \
             samansetning etter det andre, og ulike ratar.",
            "Nøsta dekomponering av ein krysstabell; effektane summerer seg til skilnaden utan restledd.",
        ],
        en: [
            "Decomposition by two characteristics (Das Gupta)",
            "Splits the difference between two rates in three: composition by the one \
             characteristic, composition by the other, and different rates.",
            "Nested decomposition of a cross-classification; the effects add up to the difference without a remainder.",
        ],
        reference: "Das Gupta 1993",
    },
    Worded {
        id: "cumulative",
        nb: [
            "Kumulativ sannsynlighet for minst én utvandring",
            "Sjansen for å utvandre minst én gang i løpet av aldersspennet hvis ratene holder seg \
             som i de valgte årene.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ); deltametoden på logaritmen av summen.",
        ],
        nn: [
            "Kumulativt sannsyn for minst éi utvandring",
            "Sjansen for å utvandre minst éin gong i løpet av aldersspennet dersom ratane held seg \
             som i dei valde åra.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ); deltametoden på logaritmen av summen.",
        ],
        en: [
            "Cumulative chance of at least one emigration",
            "The chance of emigrating at least once over these ages if the rates stay as in the chosen years.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ); delta method on the logarithm of the sum.",
        ],
        reference: "Preston, Heuveline & Guillot 2001; Clayton & Hills 1993",
    },
    Worded {
        id: "cumulative_gamma",
        nb: [
            "Kumulativ sannsynlighet, få hendelser",
            "Samme sjanse, med et intervall som tåler få utvandringer.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ) med Fay og Feuers gammagrenser for summen; brukes under ti hendelser.",
        ],
        nn: [
            "Kumulativt sannsyn, få hendingar",
            "Same sjanse, med eit intervall som toler få utvandringar.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ) med gammagrensene til Fay og Feuer for summen; blir brukt under ti hendingar.",
        ],
        en: [
            "Cumulative chance, few events",
            "The same chance, with an interval that copes with few emigrations.",
            "1 − exp(−Σ nᵢxᵢ/Tᵢ) with Fay and Feuer’s gamma limits of the sum; used below ten events.",
        ],
        reference: "Fay & Feuer 1997",
    },
    Worded {
        id: "lexis",
        nb: [
            "Lexis-tabell, alder × kalenderår",
            "Viser raten for hver alder i hvert år, så man kan følge både årene og fødselskullene.",
            "Hendelser over middelfolkemengde i hver rute; en rute uten folk har ingen rate.",
        ],
        nn: [
            "Lexis-tabell, alder × kalenderår",
            "Viser raten for kvar alder i kvart år, så ein kan følgje både åra og fødselskulla.",
            "Hendingar over middelfolkemengd i kvar rute; ei rute utan folk har ingen rate.",
        ],
        en: [
            "Lexis table, age × calendar year",
            "Shows the rate at each age in each year, so that both years and birth cohorts can be followed.",
            "Events over mid-year population in each cell; a cell without people has no rate.",
        ],
        reference: "Lexis 1875; Carstensen 2007",
    },
    Worded {
        id: "trend",
        nb: [
            "Årlig prosentvis endring",
            "Hvor mange prosent raten i snitt har gått opp eller ned hvert år.",
            "Log-lineær Poisson-regresjon med eksponering som offset; kvasi-Poisson og t-fordeling når φ > 1.",
        ],
        nn: [
            "Årleg prosentvis endring",
            "Kor mange prosent raten i snitt har gått opp eller ned kvart år.",
            "Log-lineær Poisson-regresjon med eksponering som offset; kvasi-Poisson og t-fordeling når φ > 1.",
        ],
        en: [
            "Annual per cent change",
            "By how many per cent the rate has gone up or down each year on average.",
            "Log-linear Poisson regression with exposure as offset; quasi-Poisson and Student’s t when φ > 1.",
        ],
        reference: "McCullagh & Nelder 1989",
    },
    Worded {
        id: "funnel_rate",
        nb: [
            "Traktplott for rater",
            "Viser hvilke grupper som skiller seg fra fellesraten mer enn tilfeldigheter kan forklare.",
            "Interpolerte Poisson-grenser rundt den samlede raten ved 95 og 99,8 %.",
        ],
        nn: [
            "Traktplott for ratar",
            "Viser kva grupper som skil seg frå fellesraten meir enn tilfeldig variasjon kan forklare.",
            "Interpolerte Poisson-grenser rundt den samla raten ved 95 og 99,8 %.",
        ],
        en: [
            "Funnel plot of rates",
            "Shows which groups differ from the common rate by more than chance can explain.",
            "Interpolated Poisson limits round the pooled rate at 95 and 99.8%.",
        ],
        reference: "Spiegelhalter 2005",
    },
    Worded {
        id: "funnel_share",
        nb: [
            "Traktplott for andeler",
            "Viser hvilke grupper som skiller seg fra fellesandelen mer enn tilfeldigheter kan forklare.",
            "Interpolerte binomiske grenser rundt den samlede andelen ved 95 og 99,8 %.",
        ],
        nn: [
            "Traktplott for prosentdelar",
            "Viser kva grupper som skil seg frå fellesdelen meir enn tilfeldig variasjon kan forklare.",
            "Interpolerte binomiske grenser rundt den samla delen ved 95 og 99,8 %.",
        ],
        en: [
            "Funnel plot of shares",
            "Shows which groups differ from the common share by more than chance can explain.",
            "Interpolated binomial limits round the pooled share at 95 and 99.8%.",
        ],
        reference: "Spiegelhalter 2005",
    },
    Worded {
        id: "unknown_bounds",
        nb: [
            "Yttergrenser for ukjent land",
            "Viser hvor lav og hvor høy andelen kan være når noen har reist til et ukjent land.",
            "Grenser uten antakelser om de ukjente, verdien ved en valgt antakelse, og andelen av de kjente.",
        ],
        nn: [
            "Yttergrenser for ukjent land",
            "Viser kor låg og kor høg delen kan vere når nokre har reist til eit ukjent land.",
            "Grenser utan føresetnader om dei ukjende, verdien ved ein vald føresetnad, og delen av dei kjende.",
        ],
        en: [
            "Bounds for unknown destinations",
            "Shows how low and how high the share can be when some went to an unknown country.",
            "Bounds without assumptions on the unknown, the value at a chosen assumption, and the share of the known.",
        ],
        reference: "Manski 1989, 2003; Horowitz & Manski 2000",
    },
    Worded {
        id: "suppressed_count",
        nb: [
            "Antall med prikkede celler",
            "Regner ut laveste og høyeste mulige sum når noen små tall er skjult.",
            "Summen av de kjente cellene pluss minste og største verdi av hver prikket celle.",
        ],
        nn: [
            "Tal med prikka celler",
            "Reknar ut lågaste og høgaste moglege sum når nokre små tal er skjulte.",
            "Summen av dei kjende cellene pluss minste og største verdi av kvar prikka celle.",
        ],
        en: [
            "Count with suppressed cells",
            "Computes the lowest and the highest possible sum when some small numbers are hidden.",
            "The sum of the known cells plus the least and the greatest value of each suppressed cell.",
        ],
        reference: "",
    },
    Worded {
        id: "suppressed_rate",
        nb: [
            "Rate med prikkede celler",
            "Regner ut laveste og høyeste mulige rate når noen små tall er skjult.",
            "Summens ytterpunkter over eksponeringen; Garwoods nedre grense i det laveste og øvre i det høyeste.",
        ],
        nn: [
            "Rate med prikka celler",
            "Reknar ut lågaste og høgaste moglege rate når nokre små tal er skjulte.",
            "Ytterpunkta for summen over eksponeringa; nedre grense etter Garwood i det lågaste og øvre i det høgaste.",
        ],
        en: [
            "Rate with suppressed cells",
            "Computes the lowest and the highest possible rate when some small numbers are hidden.",
            "The ends of the sum over the exposure; Garwood’s lower limit at the lowest, his upper \
             limit at the highest.",
        ],
        reference: "",
    },
    Worded {
        id: "suppressed_share",
        nb: [
            "Andel med prikkede celler",
            "Regner ut laveste og høyeste mulige andel når noen små tall er skjult.",
            "Ytterpunktene for del og rest, snevret inn av et publisert totaltall; Wilsons grenser i endene.",
        ],
        nn: [
            "Prosentdel med prikka celler",
            "Reknar ut lågaste og høgaste moglege prosentdel når nokre små tal er skjulte.",
            "Ytterpunkta for del og rest, snevra inn av eit publisert totaltal; grensene til Wilson i endane.",
        ],
        en: [
            "Share with suppressed cells",
            "Computes the lowest and the highest possible share when some small numbers are hidden.",
            "The ends of the part and the rest, narrowed by a published total; Wilson’s limits at the ends.",
        ],
        reference: "",
    },
    Worded {
        id: "rounding",
        nb: [
            "Avrundingsintervall",
            "Viser hvor det uavrundede tallet ligger når bare et avrundet er oppgitt.",
            "En halv enhet i siste siffer til hver side; aldri et konfidensintervall.",
        ],
        nn: [
            "Avrundingsintervall",
            "Viser kor det uavrunda talet ligg når berre eit avrunda er oppgitt.",
            "Ei halv eining i siste siffer til kvar side; aldri eit konfidensintervall.",
        ],
        en: [
            "Rounding range",
            "Shows where the unrounded number lies when only a rounded one is given.",
            "Half a unit of the last digit to either side; never a confidence interval.",
        ],
        reference: "",
    },
    Worded {
        id: "small_numbers",
        nb: [
            "Små tall",
            "Merker tall som bygger på så få hendelser at tilfeldigheter betyr mye.",
            "Under ti hendelser, eller under 30 i nevneren for en andel.",
        ],
        nn: [
            "Små tal",
            "Merkjer tal som byggjer på så få hendingar at tilfeldig variasjon har mykje å seie.",
            "Under ti hendingar, eller under 30 i nemnaren for ein prosentdel.",
        ],
        en: [
            "Small numbers",
            "Marks numbers that rest on so few events that chance matters much.",
            "Fewer than ten events, or fewer than 30 in the base of a share.",
        ],
        reference: "",
    },
    Worded {
        id: "special",
        nb: [
            "Spesialfunksjoner",
            "Regnefunksjonene som de andre metodene bygger på.",
            "Haler og kvantiler for normal-, gamma-, beta-, kjikvadrat- og t-fordelingen.",
        ],
        nn: [
            "Spesialfunksjonar",
            "Reknefunksjonane som dei andre metodane byggjer på.",
            "Halar og kvantilar for normal-, gamma-, beta-, kjikvadrat- og t-fordelinga.",
        ],
        en: [
            "Special functions",
            "The functions that the other methods are built on.",
            "Tails and quantiles of the normal, gamma, beta, chi-square and t distributions.",
        ],
        reference: "Loader 2000; DLMF chapter 8",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_has_a_name_and_two_sentences_in_every_language() {
        for lang in Lang::ALL {
            for method in methods(lang) {
                assert!(!method.name.is_empty() && !method.name.ends_with('.'));
                for sentence in [method.plain, method.exact] {
                    assert!(sentence.ends_with('.'), "{}: {sentence}", method.id);
                }
            }
        }
    }

    #[test]
    fn no_two_methods_share_a_name() {
        for lang in Lang::ALL {
            let mut names: Vec<&str> = methods(lang).iter().map(|method| method.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), METHODS.len());
        }
    }
}
