//! `datapackage.json` of the teaching package and the list of printed facts it cannot meet.

use super::codes::{DESTINATIONS, EDUCATION, GROUPS, KINDS, ORIGINS, PERIODS};
use super::json::{Json, object, text};
use super::tables::Table;

/// Label and short label.
const GROUP_LABELS: [[[&str; 3]; 2]; 5] = [
    [
        [
            "Norskfødte med to innvandrerforeldre",
            "Norskfødde med to innvandrarforeldre",
            "Norwegian-born with two immigrant parents",
        ],
        [
            "Begge foreldre innvandret",
            "Begge foreldra innvandra",
            "Two immigrant parents",
        ],
    ],
    [
        [
            "Innvandret til Norge som barn (0–9 år)",
            "Innvandra til Noreg som barn (0–9 år)",
            "Immigrated to Norway as children (aged 0–9)",
        ],
        [
            "Innvandret 0–9 år",
            "Innvandra 0–9 år",
            "Immigrated aged 0–9",
        ],
    ],
    [
        [
            "Norskfødte med én utenlandsfødt forelder",
            "Norskfødde med éin utanlandsfødd forelder",
            "Norwegian-born with one foreign-born parent",
        ],
        [
            "Én utenlandsfødt forelder",
            "Éin utanlandsfødd forelder",
            "One foreign-born parent",
        ],
    ],
    [
        [
            "Innvandret i alderen 10 år eller eldre",
            "Innvandra i alderen 10 år eller eldre",
            "Immigrated aged 10 or older",
        ],
        [
            "Innvandret 10 år og over",
            "Innvandra 10 år og over",
            "Immigrated aged 10+",
        ],
    ],
    [
        [
            "Majoritetsbefolkningen",
            "Majoritetsbefolkninga",
            "Majority population",
        ],
        ["Majoriteten", "Majoriteten", "Majority"],
    ],
];

const ORIGIN_LABELS: [[&str; 3]; 19] = [
    ["Pakistan", "Pakistan", "Pakistan"],
    ["Somalia/Djibouti", "Somalia/Djibouti", "Somalia/Djibouti"],
    ["Danmark", "Danmark", "Denmark"],
    [
        "Tidligere Jugoslavia, ikke-EU",
        "Tidlegare Jugoslavia, ikkje-EU",
        "Former Yugoslavia, non-EU",
    ],
    ["Irak", "Irak", "Iraq"],
    ["Sverige", "Sverige", "Sweden"],
    ["Island", "Island", "Iceland"],
    ["Tyrkia", "Tyrkia", "Turkey"],
    ["Iran", "Iran", "Iran"],
    ["Vietnam", "Vietnam", "Vietnam"],
    [
        "Vest-Europa og Norden ellers",
        "Vest-Europa og Norden elles",
        "Rest of Western Europe and the Nordic region",
    ],
    [
        "USA/Canada/Australia/New Zealand",
        "USA/Canada/Australia/New Zealand",
        "USA/Canada/Australia/New Zealand",
    ],
    [
        "Sri Lanka, India og Bangladesh",
        "Sri Lanka, India og Bangladesh",
        "Sri Lanka, India and Bangladesh",
    ],
    [
        "Afrika utenom Somalia/Djibouti",
        "Afrika utanom Somalia/Djibouti",
        "Africa except Somalia/Djibouti",
    ],
    [
        "Vest-Asia ellers",
        "Vest-Asia elles",
        "Rest of Western Asia",
    ],
    [
        "Øst-/Sørøst-Asia",
        "Aust-/Søraust-Asia",
        "East/Southeast Asia",
    ],
    [
        "Sør-/Sentral-Amerika",
        "Sør-/Sentral-Amerika",
        "South/Central America",
    ],
    [
        "EU-land i Øst-Europa",
        "EU-land i Aust-Europa",
        "EU countries in Eastern Europe",
    ],
    [
        "Øst-Europa ellers",
        "Aust-Europa elles",
        "Rest of Eastern Europe",
    ],
];

const EDUCATION_LABELS: [[&str; 3]; 2] = [
    [
        "Uten registrert høyere utdanning",
        "Utan registrert høgare utdanning",
        "Without registered higher education",
    ],
    [
        "Bachelor eller mer",
        "Bachelor eller meir",
        "Bachelor’s degree or more",
    ],
];

const DESTINATION_LABELS: [[&str; 3]; 7] = [
    ["Opprinnelseslandet", "Opphavslandet", "Country of origin"],
    ["Norden", "Norden", "Nordic countries"],
    ["Storbritannia", "Storbritannia", "United Kingdom"],
    ["USA/Canada", "USA/Canada", "USA/Canada"],
    ["Tyskland", "Tyskland", "Germany"],
    ["Andre land", "Andre land", "Other countries"],
    ["Ukjent", "Ukjent", "Unknown"],
];

const KIND_LABELS: [[&str; 3]; 3] = [
    ["Opprinnelseslandet", "Opphavslandet", "Country of origin"],
    ["Et annet land", "Eit anna land", "Another country"],
    ["Ukjent", "Ukjent", "Unknown"],
];

const NOTES: [[&str; 3]; 10] = [
    [
        "Alle tallene er syntetiske. De er laget av et program og handler ikke om virkelige personer. De kan brukes \
            til å lære metodene, men ikke siteres som funn.",
        "Alle tala er syntetiske. Dei er laga av eit program og handlar ikkje om verkelege personar. Dei kan brukast \
            til å lære metodane, men ikkje siterast som funn.",
        "All figures are synthetic. They are made by a program and describe no real persons. Use them to learn the \
            methods, not as findings.",
    ],
    [
        "Programmet lager et oppdiktet register med 322 602 utvandringer, tilpasset de tallene og rekkefølgene \
            rapporten oppgir. Alle tabellene er talt opp fra dette registeret, så summene stemmer overens på enheten.",
        "Programmet lagar eit oppdikta register med 322 602 utvandringar, tilpassa dei tala og rekkjefølgjene \
            rapporten oppgir. Alle tabellane er talde opp frå dette registeret, så summane stemmer nøyaktig overeins.",
        "The program makes up a register of 322,602 emigrations, fitted to the numbers and orderings the report \
            states. Every table is counted from that register, so totals agree to the unit.",
    ],
    [
        "Det rapporten ikke oppgir, som alderskurver, nivåer for hver opprinnelse og svingninger fra år til år, er \
            våre egne valg.",
        "Det rapporten ikkje oppgir, som alderskurver, nivå for kvart opphav og svingingar frå år til år, er våre \
            eigne val.",
        "What the report does not state, such as age curves, levels for each origin and year-to-year variation, is \
            our own choice.",
    ],
    [
        "Alder er alderen 31. desember. Folkemengden 1. januar og 31. desember i samme rad er derfor samme \
            fødselskull. Personår er gjennomsnittet av de to i hver celle.",
        "Alder er alderen 31. desember. Folkemengda 1. januar og 31. desember i same rad er derfor same fødselskull. \
            Personår er gjennomsnittet av dei to i kvar celle.",
        "Age is the age on 31 December. The populations on 1 January and 31 December in a row are therefore the same \
            birth cohort. Person-years are the mean of the two in every cell.",
    ],
    [
        "To av de 19 opprinnelsesgruppene er ikke navngitt i rapporten. «EU-land i Øst-Europa» (eastern_europe_eu) og \
            «Øst-Europa ellers» (eastern_europe_other) er vår egen utfylling.",
        "To av dei 19 opphavsgruppene er ikkje namngitte i rapporten. «EU-land i Aust-Europa» (eastern_europe_eu) og \
            «Aust-Europa elles» (eastern_europe_other) er vår eiga utfylling.",
        "Two of the 19 origin groups are not named in the report. “EU countries in Eastern Europe” \
            (eastern_europe_eu) and “Rest of Eastern Europe” (eastern_europe_other) are our own completion.",
    ],
    [
        "Rapporten navngir bare den siste av de fire periodene, 2018–2023. De tre andre er regnet ut fra at periodene \
            er like lange.",
        "Rapporten namngir berre den siste av dei fire periodane, 2018–2023. Dei tre andre er rekna ut frå at \
            periodane er like lange.",
        "The report names only the last of the four periods, 2018–2023. The other three follow from equal length.",
    ],
    [
        "Etter rapportens egne tall er tilflyttingslandet ukjent for om lag en firedel av utvandringene i 2000–2019 \
            og nær halvparten i 2020–2023. Økningen finnes derfor også her.",
        "Etter dei tala rapporten sjølv oppgir, er tilflyttingslandet ukjent for om lag ein firedel av utvandringane \
            i 2000–2019 og nær halvparten i 2020–2023. Auken finst derfor også her.",
        "By the report’s own counts the destination is unknown for about a quarter of the emigrations in 2000–2019 \
            and nearly half in 2020–2023. The rise is therefore found here too.",
    ],
    [
        "I dette registeret flytter ingen ut på nytt etter å ha kommet tilbake. Kurven over andelen tilbake kan \
            derfor bare stige.",
        "I dette registeret flyttar ingen ut på nytt etter å ha kome tilbake. Kurva over delen tilbake kan derfor \
            berre stige.",
        "In this register nobody emigrates again after returning. The curve of the share back can therefore only rise.",
    ],
    [
        "Antallet personer som innvandret i alderen 10 år eller eldre (141 307), er gjengitt slik det står i \
            rapporten. Det passer ikke med antallet utvandringer eller med folkemengden i de andre tabellene.",
        "Talet på personar som innvandra i alderen 10 år eller eldre (141 307), er attgitt slik det står i rapporten. \
            Det passar ikkje med talet på utvandringar eller med folkemengda i dei andre tabellane.",
        "The number of persons who immigrated aged 10 or older (141,307) is given as printed. It fits neither the \
            number of emigrations nor the population in the other tables.",
    ],
    [
        "Noen av rapportens tall strider mot hverandre og kan ikke oppfylles samtidig. Filen unmet.csv lister dem opp \
            med grunn.",
        "Nokre av tala i rapporten strir mot kvarandre og kan ikkje oppfyllast samtidig. Fila unmet.csv listar dei \
            opp med grunn.",
        "Some of the report’s figures contradict each other and cannot hold together. The file unmet.csv lists them \
            with the reason.",
    ],
];

/// Facts that no table of this package can meet, with the reason.
const UNMET: [(&str, &str); 10] = [
    (
        "F038",
        "The printed total of 3220297 persons is not the sum of the five printed groups, 2551373; the groups are kept.",
    ),
    (
        "F039",
        "The printed total of 328205 emigrations is not the sum of the five printed groups, 322602, which is also \
            every caption; the groups are kept.",
    ),
    (
        "F290",
        "The caption of figure 18 ends at age 34; all other captions and the appendix end at 35, which is kept.",
    ),
    (
        "F386",
        "Records that the groups and the printed total of persons disagree; only one of them can hold.",
    ),
    (
        "F387",
        "Records that the groups and the printed total of emigrations disagree; only one of them can hold.",
    ),
    (
        "F396",
        "Records left and right swapped in the wording for figure 3; not about numbers.",
    ),
    (
        "F397",
        "Records that the captions give two highest ages; only one of them can hold.",
    ),
    (
        "F398",
        "Records a comparison of a group with itself for figure 15; the sensible reading is kept.",
    ),
    (
        "F403",
        "Records that one heading says European where the text says western; western is kept.",
    ),
    (
        "F405",
        "Records two definitions of the majority; the residual of the appendix is kept.",
    ),
];

/// `unmet.csv`.
pub fn unmet() -> String {
    let mut csv = "id,reason\n".to_owned();
    for (id, reason) in UNMET {
        csv += &format!("{id},\"{reason}\"\n");
    }
    csv
}

/// A text by language. Readers of nynorsk get the bokmål where the two are alike.
fn told([nb, nn, en]: [&str; 3]) -> Vec<(String, Json)> {
    let mut all = vec![("nb", nb), ("nn", nn), ("en", en)];
    all.retain(|(tag, text)| *tag != "nn" || *text != nb);
    let all = all.into_iter();
    all.map(|(tag, told)| (tag.to_owned(), text(told)))
        .collect()
}

fn every([nb, nn, en]: [&str; 3]) -> Json {
    Json::Object(told([nb, nn, en]))
}

fn labels<const N: usize>(codes: [&str; N], labels: [Json; N]) -> Json {
    Json::Object(codes.into_iter().map(str::to_owned).zip(labels).collect())
}

pub fn coverage(entries: &[(&str, Vec<&str>)]) -> Json {
    let list = |values: &[&str]| Json::List(values.iter().map(|value| text(value)).collect());
    Json::Object(
        entries
            .iter()
            .map(|(key, values)| ((*key).to_owned(), list(values)))
            .collect(),
    )
}

/// `datapackage.json`.
pub fn descriptor(tables: &[Table]) -> String {
    let mut entries = head();
    entries.push((
        "resources".to_owned(),
        Json::List(tables.iter().map(resource).collect()),
    ));
    Json::Object(entries).write()
}

/// The title of a table in every language.
pub fn titles(table: &Table) -> Json {
    every(table.titles)
}

/// What the package says of itself, before its tables.
pub fn head() -> Vec<(String, Json)> {
    let titles = [
        "Syntetiske undervisningsdata",
        "Syntetiske undervisningsdata",
        "Synthetic teaching data",
    ];
    let groups = GROUP_LABELS.map(|[name, short]| {
        let mut label = told(name);
        label.push(("short".to_owned(), every(short)));
        Json::Object(label)
    });
    let entries = [
        (
            "$schema",
            text("https://datapackage.org/profiles/2.0/datapackage.json"),
        ),
        ("name", text("teaching")),
        ("title", text(titles[2])),
        ("titles", every(titles)),
        (
            "descriptions",
            every([
                "Oppdiktede tabeller over utvandring fra Norge blant unge voksne, laget for undervisning.",
                "Oppdikta tabellar over utvandring frå Noreg blant unge vaksne, laga for undervisning.",
                "Made-up tables on emigration from Norway among young adults, for teaching.",
            ]),
        ),
        ("version", text("1.0.0")),
        ("created", text("2026-11-23T00:00:00Z")),
        (
            "licenses",
            Json::List(vec![object([
                ("name", text("CC0-1.0")),
                ("title", text("Creative Commons Zero v1.0 Universal")),
            ])]),
        ),
        (
            "sources",
            Json::List(vec![object([(
                "title",
                text(
                    "Generated by cargo xtask teaching-data; calibrated to the printed results of a register study of \
                        emigration from Norway (2026)",
                ),
            )])]),
        ),
        ("synthetic", Json::Flag(true)),
        ("unmet", text("unmet.csv")),
        ("notes", Json::List(NOTES.map(every).into())),
        (
            "coverage",
            coverage(&[("year", vec!["2000..2023"]), ("age", vec!["18..35"])]),
        ),
        (
            "labels",
            object([
                ("group", labels(GROUPS, groups)),
                ("origin", labels(ORIGINS, ORIGIN_LABELS.map(every))),
                ("education", labels(EDUCATION, EDUCATION_LABELS.map(every))),
                (
                    "destination",
                    labels(DESTINATIONS, DESTINATION_LABELS.map(every)),
                ),
                ("destination_kind", labels(KINDS, KIND_LABELS.map(every))),
                (
                    "period",
                    labels(PERIODS, PERIODS.map(|p| every([&p.replace('-', "–"); 3]))),
                ),
            ]),
        ),
    ];
    entries.map(|(key, value)| (key.to_owned(), value)).into()
}

/// Tables that the top of the report does not need: the first view of the site is drawn without them.
pub const DEFERRED: [&str; 5] = [
    "by_age_year",
    "by_origin",
    "destinations_by_origin",
    "returns_by_origin",
    "return_curve",
];

fn resource(table: &Table) -> Json {
    let field = |name: &&str, role: &str| {
        let kind = match *name {
            "person_years" => "number",
            "age" | "year" | "years_since" => "integer",
            _ if role == "measure" => "integer",
            _ => "string",
        };
        let additive = match (role, *name) {
            ("measure", _) => None,
            // The same people are followed from year to year.
            (_, "years_since") => Some("not_parts"),
            _ => Some("parts"),
        };
        let entries = [("name", *name), ("type", kind), ("role", role)];
        let entries = entries
            .into_iter()
            .chain(additive.map(|of| ("additive", of)));
        Json::Object(
            entries
                .map(|(key, value)| (key.to_owned(), text(value)))
                .collect(),
        )
    };
    let fields = table
        .dimensions
        .iter()
        .map(|name| field(name, "dimension"))
        .chain(table.measures.iter().map(|name| field(name, "measure")))
        .collect();
    let missing = [
        ("", "missing"),
        ("..", "missing"),
        (":", "suppressed"),
        (".", "not_applicable"),
    ]
    .map(|(value, label)| object([("value", text(value)), ("label", text(label))]));
    let key = table.dimensions.iter().map(|name| text(name)).collect();
    let schema = object([
        ("fields", Json::List(fields)),
        ("missingValues", Json::List(missing.into())),
        ("primaryKey", Json::List(key)),
    ]);
    let mut entries = vec![
        ("name".to_owned(), text(table.name)),
        ("path".to_owned(), text(&format!("{}.csv", table.name))),
        ("profile".to_owned(), text("tabular-data-resource")),
        ("title".to_owned(), text(table.titles[2])),
        ("titles".to_owned(), every(table.titles)),
        ("format".to_owned(), text("csv")),
        ("mediatype".to_owned(), text("text/csv")),
        ("encoding".to_owned(), text("utf-8")),
        (
            "dialect".to_owned(),
            object([("delimiter", text(",")), ("header", Json::Flag(true))]),
        ),
        ("decimalChar".to_owned(), text(".")),
    ];
    if DEFERRED.contains(&table.name) {
        entries.push(("deferred".to_owned(), Json::Flag(true)));
    }
    if !table.coverage.is_empty() {
        entries.push(("coverage".to_owned(), coverage(&table.coverage)));
    }
    entries.push(("schema".to_owned(), schema));
    Json::Object(entries)
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_shipped_packages_use_the_same_labels() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../www/data/report-2026/datapackage.json"
        );
        let report = std::fs::read_to_string(path).unwrap();
        let labels = [
            super::DESTINATION_LABELS.concat(),
            super::KIND_LABELS.concat(),
            super::GROUP_LABELS.concat().concat(),
        ]
        .concat();
        for label in labels {
            assert!(report.contains(&format!("\"{label}\"")), "{label}");
        }
    }
}
