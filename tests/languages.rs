//! The languages apart: no bokmål in what is said in nynorsk and the other way round, in every
//! phrase of the source and in what the shipped data sets make of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::path::{Path, PathBuf};

use utvandring::claims::{self, Verdict, describe, report};
use utvandring::data::{Dataset, Names};
use utvandring::figures::build::build;
use utvandring::figures::catalog;
use utvandring::text::{Lang, interviews, methods, terms};
use utvandring::view_models::analyses::{explanation, page};
use utvandring::view_models::findings::of_dataset;

use shipped::package;

/// Words of bokmål that nynorsk does not have, or that this product says in another way.
const ONLY_BOKMAL: &str = "
    ikke hvor hva hvem hvis hver hvert hverandre hvorfor hvordan fra jeg noen noe bare flere mer
    mye uten utenfor innenfor utenom utenlands innenlands samme selv ellers ble være vært
    kommer drar dro gikk fikk økte øker sank synker ligger finnes trengs stiger de dem en et én
    ett annet annen egen eget egne andel andelen andeler antall antallet tall tallet tallene
    utvandringer utvandringen utvandringene utvandret utvandrede innvandret norskfødte norskfødt
    utenlandsfødt utenlandsfødte opprinnelig befolkningen majoritetsbefolkningen folkemengde
    folkemengden middelfolkemengde middelfolkemengden høyere høyest høyeste høyre høy høyt høyst
    lavere lavest laveste lav lavt forskjell forskjellen forskjeller sammen sammensetning sammensatt
    rater ratene personer personene verdier verdiene perioder periodene kolonnen filen siden
    raden linjen lenken gruppen cellen ruten kurven koder kodene åpne åpen åpent åpnet velg
    valgt valgte kilde kilden kilder prikket prikkede avrundet avrundede uavrundet uavrundede norge
    hendelser hendelsene merket bodde bor bosatt bosatte tilbakeflyttede videre mulig mulige
    foreldrenes forelderens hel hele helt gjelder teller telles nevner nevneren mens tidligere tegn
    tegnet tegnene navn navnet navnene kjennetegn enhet virkning virkningen forventet forventede
    regnet regnes regner regneark beregnet forutsetninger forutsetning forbehold vises brukes
    kjente ukjente lagres sendes åpnes deles leses språkene påstander tolkning grensen intervaller
    intervallene landene årene registrene registre spørsmålene personårene hjemme hjem
    skole sjelden følelser drøm lønner bygger gjenfortalt etterkommere lengre senere
    senest dessverre verden spredning spredningen størrelse størrelsen utvalget utvalg innholdet
    nettleser nettleseren slipp følger måned måneder fjerde vanligere vanligst vanligste vanlig
    oftere doblet enklere smalere bredere bredt sjeldnere riktig feilen kapittelet
    sammendraget tilhører skyldes forklares innbyggere vestlig vestlige østlig øst økning
    økningen nå veid ganger gang enkelte tilfeldighet tilfeldigheter";

/// Beginnings of such words.
const BEGIN_BOKMAL: [&str; 11] = [
    "opprinnelse",
    "sammenlign",
    "hvilk",
    "etterkomme",
    "innvandrer",
    "utvandrer",
    "usikkerhet",
    "sannsynlighet",
    "gjennomsnittlige",
    "beregning",
    "avgjør",
];

/// Words of nynorsk that bokmål does not have.
const ONLY_NYNORSK: &str = "
    ikkje kor kva kven kvifor korleis kvar kvart kvarandre frå nokon noko nokre berre fleire meir
    mykje utan utanfor innanfor same sjølv elles vart vere vore kjem dreg drog gjekk fekk auka ligg
    finst dei eit ein éin éi eitt anna eigen eiga eigne talet tal tala utvandringar
    utvandringane utvandra innvandra norskfødde opphavsland befolkninga folkemengd høgare høgast
    lågare lågast skilnad skilnaden saman samansetning ratar ratane personar verdiar periodar
    kolonna fila lenka gruppa opne vel kjelde kjelder prikka avrunda noreg hendingar busett busette
    vidare mogleg gjeld tel nemnar medan tidlegare teikn namn kjenneteikn eining verknad
    rekna reknar føresetnader atterhald opphav etterkomarar innvandrarar utvandrarar seinare";

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The words of a text that belong to the other form of Norwegian.
fn strangers(text: &str, only: &str, begin: &[&str]) -> Vec<String> {
    let list: Vec<&str> = only.split_whitespace().collect();
    let is_stranger = |word: &String| {
        list.contains(&word.as_str()) || begin.iter().any(|begin| word.starts_with(begin))
    };
    words(text).filter(is_stranger).collect()
}

fn bokmal_in(text: &str) -> Vec<String> {
    strangers(text, ONLY_BOKMAL, &BEGIN_BOKMAL)
}

/// What a piece of source is, as far as languages go.
enum Piece {
    Literal(String),
    Word(String),
}

/// Literals and words of Rust source; comments left out.
fn pieces(source: &str) -> Vec<Piece> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    let letters: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        at += 1;
        if *letter == '\'' && letters.get(at + 1) == Some(&'\'') {
            at += 2;
        } else if *letter == '"' {
            let mut text = String::new();
            while letters[at] != '"' {
                if letters[at] == '\\' {
                    at += 1;
                    if letters[at] == 'u' {
                        while letters[at] != '}' {
                            at += 1;
                        }
                    }
                    text.push(' ');
                } else {
                    text.push(letters[at]);
                }
                at += 1;
            }
            at += 1;
            found.push(Piece::Literal(text));
        } else if letter.is_alphabetic() || *letter == '_' {
            let start = at - 1;
            let goes_on = |letter: &char| letter.is_alphanumeric() || *letter == '_';
            while letters.get(at).is_some_and(goes_on) {
                at += 1;
            }
            found.push(Piece::Word(letters[start..at].iter().collect()));
        }
    }
    found
}

/// A phrase without the names in its gaps.
fn without_gaps(text: &str) -> String {
    let parts = text.split('{');
    let after = |part: &str| {
        part.split_once('}')
            .map_or(part, |(_, after)| after)
            .to_owned()
    };
    parts.map(after).collect::<Vec<_>>().join(" ")
}

/// The phrases of a source file with the place of their language in `Lang::ALL`. What stands after
/// `nb`, `Lang::Nb`, `TITLES_NB` and the like is bokmål, and so on.
fn phrases(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lang = None;
    for piece in pieces(source) {
        match (piece, lang) {
            (Piece::Literal(text), Some(lang)) => found.push((lang, without_gaps(&text))),
            (Piece::Literal(_), None) => {}
            (Piece::Word(word), _) => {
                let tail = word.rsplit('_').next().unwrap().to_lowercase();
                let tags = Lang::ALL.map(Lang::tag);
                match tags.iter().position(|tag| *tag == tail) {
                    Some(place) => lang = Some(place),
                    None if word == "fn" || word == "static" => lang = None,
                    None => {}
                }
            }
        }
    }
    found
}

fn sources() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/text/src");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

#[test]
fn no_phrase_of_nynorsk_has_a_word_of_bokmal_and_none_of_bokmal_a_word_of_nynorsk() {
    let mut counts = [0; 3];
    let mut wrong = Vec::new();
    for file in sources() {
        let source = std::fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        for (place, text) in phrases(code) {
            counts[place] += 1;
            let strange = match Lang::ALL[place] {
                Lang::Nb => strangers(&text, ONLY_NYNORSK, &[]),
                Lang::Nn => bokmal_in(&text),
                Lang::En => Vec::new(),
            };
            if !strange.is_empty() {
                let name = file.file_name().unwrap().to_string_lossy().into_owned();
                wrong.push(format!("{name}: {text} {strange:?}"));
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 900), "{counts:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_task_in_nynorsk_has_a_word_of_bokmal_and_none_in_bokmal_a_word_of_nynorsk() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/tasks");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for (tag, strange) in [("nb", false), ("nn", true)] {
            for part in text.split(&format!("\"{tag}\": \"")).skip(1) {
                let said = without_gaps(part.split('"').next().unwrap());
                count += 1;
                let found = match strange {
                    true => bokmal_in(&said),
                    false => strangers(&said, ONLY_NYNORSK, &[]),
                };
                if !found.is_empty() {
                    wrong.push(format!("{said} {found:?}"));
                }
            }
        }
    }
    assert!(count > 400, "{count}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_lists_know_the_languages_apart() {
    let bokmal = "Hvor mange utvandret fra Norge, og hvem er etterkommere av innvandrere?";
    let nynorsk = "Kor mange utvandra frå Noreg, og kven er etterkomarar av innvandrarar?";
    assert_eq!(bokmal_in(bokmal).len(), 7, "{:?}", bokmal_in(bokmal));
    assert_eq!(bokmal_in(nynorsk), [""; 0]);
    assert_eq!(strangers(bokmal, ONLY_NYNORSK, &[]), [""; 0]);
    assert!(strangers(nynorsk, ONLY_NYNORSK, &[]).len() > 5);
    let two =
        "fn one(lang: Lang) { match lang { Lang::Nb => \"a\", Lang::Nn | Lang::En => \"b\" } }
        two(gap) { nb: \"c{gap}\", nn: \"d\", en: \"e\" } fn three() { \"f\" }";
    let told: Vec<String> = phrases(two)
        .into_iter()
        .map(|(place, text)| format!("{place}{text}"))
        .collect();
    assert_eq!(told.concat(), "0a2b0c 1d2e");
}

/// Everything that is said of a data set in a language.
fn said_of(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let mut said = vec![dataset.title.get(lang).to_owned()];
    said.push(dataset.description.get(lang).to_owned());
    said.extend(dataset.notes.iter().map(|note| note.get(lang).to_owned()));
    for label in dataset.labels.iter().flat_map(|all| &all.labels) {
        said.extend([&label.name, &label.short].map(|name| name.get(lang).to_owned()));
    }
    for spec in catalog::all() {
        let figure = build(&spec, dataset, lang);
        said.push(format!("{:?}", figure.sheet));
        said.extend(figure.absent);
    }
    for finding in of_dataset(dataset, lang) {
        said.push(finding.sentence);
        said.push(finding.theme.title(lang).to_owned());
    }
    said
}

fn claimed_of(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let claims = claims::claims(&shipped::text("report-2026", "facts.csv")).unwrap();
    let mut said = Vec::new();
    for (claim, finding) in claims.iter().zip(claims::audit(dataset, &claims)) {
        said.push(describe::sentence(claim, Some(dataset), lang));
        let mut unworded = claim.clone();
        unworded.words = Names::default();
        said.push(describe::sentence(&unworded, Some(dataset), lang));
        said.push(describe::printed(claim, lang));
        said.push(report::computed(claim, &finding, lang));
        said.push(report::verdict(&finding.verdict, lang).to_owned());
        if let Verdict::NotComputable(reason) = &finding.verdict {
            said.push(report::reason(reason, Some(dataset), lang));
        }
    }
    said
}

fn analysed(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let first = page(dataset, &Vec::new(), lang);
    let mut said = Vec::new();
    for (kind, _) in &first.controls[0].choices {
        let request = vec![("kind".to_owned(), kind.clone())];
        let page = page(dataset, &request, lang);
        said.extend([&page.title, &page.question, &page.answer, &page.assumed].map(String::clone));
        said.extend(page.notes.iter().chain(&page.assumptions).cloned());
        for control in &page.controls {
            said.push(control.label.clone());
            said.extend(control.choices.iter().map(|(_, label)| label.clone()));
        }
        for table in &page.tables {
            said.extend(table.columns.iter().cloned());
            said.push(table.caption.clone());
            said.extend(table.rows.iter().map(|row| row.head.clone()));
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                said.push(cell.text.clone());
            }
            let mut cells = table.rows.iter().flat_map(|row| &row.cells);
            let id = cells.find_map(|cell| cell.explain.as_ref());
            if let Some(told) = id.and_then(|id| explanation(dataset, &request, id, lang)) {
                said.push(told.title);
                for part in told.parts {
                    said.push(part.heading);
                    said.extend(part.lines);
                }
            }
        }
    }
    said
}

fn defined(lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    for definition in terms::definitions(lang, true) {
        said.extend([definition.term, definition.meaning, definition.formula].map(str::to_owned));
        said.push(terms::in_short(lang, definition.id));
    }
    for method in methods::methods(lang) {
        said.extend([method.name, method.plain, method.exact].map(str::to_owned));
    }
    for section in interviews::sections(lang) {
        said.push(section.heading.to_owned());
        said.extend(section.paragraphs.iter().map(|text| (*text).to_owned()));
        let themes = section.themes.iter();
        said.extend(themes.flat_map(|theme| [theme.name, theme.text].map(str::to_owned)));
    }
    said
}

#[test]
fn nothing_said_of_the_shipped_data_in_nynorsk_has_a_word_of_bokmal() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for name in ["teaching", "report-2026", "norway", "norway-age", "europe"] {
        let dataset = package(name);
        let said = [
            said_of(&dataset, Lang::Nn),
            claimed_of(&dataset, Lang::Nn),
            analysed(&dataset, Lang::Nn),
            defined(Lang::Nn),
        ];
        for text in said.concat() {
            count += 1;
            // French has one of the words too, in the name of these islands.
            let strange = bokmal_in(&text.replace("Saint-Pierre-et-Miquelon", ""));
            if !strange.is_empty() {
                wrong.push(format!("{name}: {text} {strange:?}"));
            }
        }
    }
    assert!(count > 2000, "{count}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
