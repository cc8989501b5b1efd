//! The themes of the report's interviews, retold: what the register cannot know.
//!
//! Thirteen conversations are no sample to count in. Nothing here is a number of people or a
//! share, and nothing may become one.

use super::Lang;
use super::phrases::words;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Heading.
    pub heading: &'static str,
    /// Running text before the list.
    pub paragraphs: &'static [&'static str],
    /// Themes: a name, and what it is about.
    pub themes: &'static [Theme],
}

/// A theme of the interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// A few words.
    pub name: &'static str,
    /// What the interviewees tell.
    pub text: &'static str,
}

words! {
    /// The title of the page.
    title { nb: "Hva tallene ikke sier", nn: "Kva tala ikkje seier", en: "What the numbers do not say" }
    /// What kind of knowledge this is.
    lead {
        nb: "Registrene viser hvem som flytter, når og hvor, men ikke hvorfor. Rapporten bygger \
             derfor også på 13 intervjuer. Her er temaene fra dem, gjenfortalt kort.",
        nn: "Registra viser kven som flyttar, når og kor, men ikkje kvifor. Rapporten byggjer \
             derfor også på 13 intervju. Her er temaa frå dei, kort attfortalde.",
        en: "The registers show who moves, when and where to, but not why. The report therefore \
             also draws on 13 interviews. Their themes are retold briefly here.",
    }
}

/// The sections, in reading order.
pub fn sections(lang: Lang) -> &'static [Section] {
    match lang {
        Lang::Nb => NB,
        Lang::Nn => NN,
        Lang::En => EN,
    }
}

const fn theme(name: &'static str, text: &'static str) -> Theme {
    Theme { name, text }
}

static NB: &[Section] = &[
    Section {
        heading: "Slik bør dette leses",
        paragraphs: &[
            "Alle som ble intervjuet, har høyere utdanning, og de fleste har foreldre fra land \
             utenfor Europa. Ingen har bakgrunn fra andre nordiske land, selv om registeret viser \
             at etterkommere derfra er blant dem som oftest utvandrer. Enkelte faller utenfor \
             registerdelens definisjon av etterkommere. De fleste bodde i utlandet da de ble \
             intervjuet, og ingen som ble boende i Norge, er spurt til sammenligning.",
            "Intervjuene kan derfor vise hvilke grunner som finnes, men ikke hvor vanlige de er. \
             De kan ikke telles, og ingen prosentandeler kan leses ut av dem.",
        ],
        themes: &[],
    },
    Section {
        heading: "Hvorfor de dro",
        paragraphs: &[
            "Sjelden er det én grunn. Noen gled gradvis inn i et liv ute gjennom studier og jobber \
             i flere land, uten at de kan peke på dagen da de flyttet. De som dro til foreldrenes \
             land, tok oftere et klart valg. Felles er oppveksten i en familie som selv har \
             flyttet: språk, slektninger og kjennskap til andre land gjør skrittet kortere.",
        ],
        themes: &[
            theme(
                "Ambisjoner og eventyrlyst",
                "Et ønske om å se verden og prøve seg der mulighetene er flere. Arbeidsmarkedet i \
                 Norge oppleves som lite, for eksempel innen teknologi og finans.",
            ),
            theme(
                "Å holdes utenfor",
                "Alt fra små tegn på ikke å bli regnet som norsk til åpen rasisme, på jobben og \
                 ellers. For muslimer gjelder det ofte holdninger til islam.",
            ),
            theme(
                "Identitet og tilhørighet",
                "Å bli kjent med foreldrenes land, å bo et sted der man blir godtatt som man er, å \
                 kunne leve ut troen sin, eller å være del av et større miljø med samme bakgrunn.",
            ),
        ],
    },
    Section {
        heading: "Hvorfor de blir",
        paragraphs: &["Grunnene til å bli ligner på grunnene til å dra, men er ikke de samme."],
        themes: &[
            theme(
                "Rom til å være seg selv",
                "I store, sammensatte byer bestemmer man selv hvem man er. Man er en helt vanlig \
                 innbygger og slipper å stå for en hel gruppe.",
            ),
            theme(
                "Innsats som lønner seg",
                "Hardt arbeid gir mer igjen, og det er lov å være stolt av det man får til.",
            ),
            theme(
                "Jobb, lønn og anseelse",
                "Stillingene finnes ikke alltid i Norge, eller de er dårligere betalt der. Å være \
                 norsk er dessuten en fordel ute.",
            ),
            theme(
                "Et rikere sosialt liv",
                "Varmere og mer spontant enn det de kjenner fra Norge.",
            ),
        ],
    },
    Section {
        heading: "Hvorfor de kan komme tilbake",
        paragraphs: &[
            "De som bodde i utlandet, hadde ingen konkrete planer om å flytte hjem. Tanken er der \
             likevel, i ulik grad.",
        ],
        themes: &[
            theme(
                "Norge som hjem",
                "Sterke følelser for landet de fortsatt regner som hjemme.",
            ),
            theme(
                "Barn",
                "Barn som vokser opp ute, kan holde igjen. Andre tenker at barn i framtiden vil \
                 trekke dem hjem, på grunn av ordningene for foreldre og skolen.",
            ),
            theme(
                "Trygghet",
                "Velferdsstaten blir mer verd når man har bodd i land uten den.",
            ),
            theme(
                "En drøm som går i arv",
                "Drømmen om å vende tilbake ligner foreldrenes drøm om sitt eget land, og noen \
                 håper at barna en dag vil bo i Norge.",
            ),
        ],
    },
];

static NN: &[Section] = &[
    Section {
        heading: "Slik bør dette lesast",
        paragraphs: &[
            "Alle som vart intervjua, har høgare utdanning, og dei fleste har foreldre frå land \
             utanfor Europa. Ingen har bakgrunn frå andre nordiske land, sjølv om registeret viser \
             at etterkomarar derifrå er blant dei som oftast utvandrar. Nokre få fell utanfor \
             definisjonen av etterkomarar i registerdelen. Dei fleste budde i utlandet då dei vart \
             intervjua, og ingen som vart buande i Noreg, er spurde til samanlikning.",
            "Intervjua kan derfor vise kva grunnar som finst, men ikkje kor vanlege dei er. Dei \
             kan ikkje teljast, og ingen prosentdelar kan lesast ut av dei.",
        ],
        themes: &[],
    },
    Section {
        heading: "Kvifor dei drog",
        paragraphs: &[
            "Sjeldan er det éin grunn. Nokre glei gradvis inn i eit liv ute gjennom studium og \
             jobbar i fleire land, utan at dei kan peike på dagen då dei flytta. Dei som drog til \
             landet til foreldra, tok oftare eit klart val. Felles er oppveksten i ein familie som \
             sjølv har flytta: Språk, slektningar og kjennskap til andre land gjer steget kortare.",
        ],
        themes: &[
            theme(
                "Ambisjonar og eventyrlyst",
                "Eit ønske om å sjå verda og prøve seg der det er fleire moglegheiter. \
                 Arbeidsmarknaden i Noreg kjennest liten, til dømes innan teknologi og finans.",
            ),
            theme(
                "Å bli halden utanfor",
                "Alt frå små teikn på ikkje å bli rekna som norsk til open rasisme, på jobben og \
                 elles. For muslimar gjeld det ofte haldningar til islam.",
            ),
            theme(
                "Identitet og tilhøyrsle",
                "Å bli kjend med landet til foreldra, å bu ein stad der ein blir godteken som ein \
                 er, å kunne leve ut trua si, eller å vere del av eit større miljø med same \
                 bakgrunn.",
            ),
        ],
    },
    Section {
        heading: "Kvifor dei blir",
        paragraphs: &["Grunnane til å bli liknar på grunnane til å dra, men er ikkje dei same."],
        themes: &[
            theme(
                "Rom til å vere seg sjølv",
                "I store, samansette byar bestemmer ein sjølv kven ein er. Ein er ein heilt vanleg \
                 innbyggar og slepp å stå for ei heil gruppe.",
            ),
            theme(
                "Innsats som løner seg",
                "Hardt arbeid gir meir att, og det er lov å vere stolt av det ein får til.",
            ),
            theme(
                "Jobb, løn og status",
                "Stillingane finst ikkje alltid i Noreg, eller dei er dårlegare betalte der. Å \
                 vere norsk er dessutan ein fordel ute.",
            ),
            theme(
                "Eit rikare sosialt liv",
                "Varmare og meir spontant enn det dei kjenner frå Noreg.",
            ),
        ],
    },
    Section {
        heading: "Kvifor dei kan kome tilbake",
        paragraphs: &[
            "Dei som budde i utlandet, hadde ingen konkrete planar om å flytte heim. Tanken er der \
             likevel, i ulik grad.",
        ],
        themes: &[
            theme(
                "Noreg som heim",
                "Sterke kjensler for landet dei framleis reknar som heime.",
            ),
            theme(
                "Barn",
                "Barn som veks opp ute, kan halde igjen. Andre tenkjer at barn i framtida vil dra \
                 dei heim, på grunn av ordningane for foreldre og skulen.",
            ),
            theme(
                "Tryggleik",
                "Velferdsstaten blir meir verd når ein har budd i land utan han.",
            ),
            theme(
                "Ein draum som går i arv",
                "Draumen om å vende tilbake liknar draumen foreldra har om sitt eige land, og \
                 nokre håper at barna ein dag vil bu i Noreg.",
            ),
        ],
    },
];

static EN: &[Section] = &[
    Section {
        heading: "How to read this",
        paragraphs: &[
            "Everyone interviewed has higher education, and most have parents from outside Europe. \
             None has a background from another Nordic country, although the register shows that \
             descendants from there are among those who emigrate most. A few fall outside the \
             definition of descendants used with the register. Most lived abroad when they were \
             interviewed, and nobody who stayed in Norway was asked for comparison.",
            "The interviews can therefore show which reasons exist, but not how common they are. \
             They cannot be counted, and no percentages can be read out of them.",
        ],
        themes: &[],
    },
    Section {
        heading: "Why they left",
        paragraphs: &[
            "There is seldom a single reason. Some drifted into a life abroad through studies and \
             jobs in several countries and cannot name the day they moved. Those who went to their \
             parents’ country more often made a clear choice. What they share is growing up in a \
             family that has itself moved: languages, relatives and knowledge of other countries \
             make the step shorter.",
        ],
        themes: &[
            theme(
                "Ambition and adventure",
                "A wish to see the world and to try oneself where there are more openings. The \
                 labour market in Norway feels small, for example in technology and finance.",
            ),
            theme(
                "Being shut out",
                "From small signs of not counting as Norwegian to open racism, at work and \
                 elsewhere. For Muslims it often concerns attitudes to Islam.",
            ),
            theme(
                "Identity and belonging",
                "Getting to know the parents’ country, living where one is accepted as one is, \
                 practising one’s faith freely, or being part of a larger community with the same \
                 background.",
            ),
        ],
    },
    Section {
        heading: "Why they stay",
        paragraphs: &[
            "The reasons for staying resemble the reasons for leaving, but they are not the same.",
        ],
        themes: &[
            theme(
                "Room to be oneself",
                "In large, mixed cities people decide for themselves who they are. They are \
                 ordinary residents and need not stand for a whole group.",
            ),
            theme(
                "Effort that pays",
                "Hard work gives more in return, and it is all right to be proud of what one achieves.",
            ),
            theme(
                "Jobs, pay and standing",
                "The positions do not always exist in Norway, or they pay less there. Being \
                 Norwegian is an advantage abroad.",
            ),
            theme(
                "A richer social life",
                "Warmer and more spontaneous than what they know from Norway.",
            ),
        ],
    },
    Section {
        heading: "Why they might come back",
        paragraphs: &[
            "Those who lived abroad had no concrete plans to move home. The thought is there all \
             the same, more or less strongly.",
        ],
        themes: &[
            theme(
                "Norway as home",
                "Strong feelings for the country they still think of as home.",
            ),
            theme(
                "Children",
                "Children growing up abroad can hold people back. Others think that children in \
                 the future will draw them home, because of parental benefits and the schools.",
            ),
            theme(
                "Security",
                "The welfare state is worth more to those who have lived in countries without it.",
            ),
            theme(
                "An inherited dream",
                "The dream of return resembles the parents’ dream of their own country, and some \
                 hope that their children will live in Norway one day.",
            ),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_languages_have_the_same_shape() {
        let shape = |lang| -> Vec<(usize, usize)> {
            sections(lang)
                .iter()
                .map(|section| (section.paragraphs.len(), section.themes.len()))
                .collect()
        };
        assert_eq!(shape(Lang::Nb), shape(Lang::Nn));
        assert_eq!(shape(Lang::Nb), shape(Lang::En));
        assert_eq!(shape(Lang::Nb), [(2, 0), (1, 3), (1, 4), (1, 4)]);
    }

    #[test]
    fn nothing_is_counted() {
        for lang in Lang::ALL {
            for section in sections(lang) {
                let themes = section.themes.iter().map(|theme| theme.text);
                for text in section.paragraphs.iter().copied().chain(themes) {
                    assert!(text.ends_with('.'), "{text}");
                    assert!(
                        !text.contains(|letter: char| letter.is_ascii_digit() || letter == '%'),
                        "{text}"
                    );
                }
            }
        }
    }
}
