//! What dimensions and measures are called: by the data set, else by the field, else as their
//! column, and the same wherever they are named.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use shipped::of_texts;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, write};
use utvandring::figures::build::build;
use utvandring::figures::export::{Request, csv, slice};
use utvandring::state::View;
use utvandring::text::Lang;
use utvandring::text::naming::Naming;
use utvandring::view_models::analyses::page;
use utvandring::view_models::import::{ImportSession, with_notes};
use utvandring::view_models::overview::of_dataset;

const TABLE: &str = "tettsted,EU_area,age,year,emigrations,population_jan1,population_dec31\n\
    a,inside,20,2020,30,900,1000\na,inside,20,2021,40,1000,1100\na,outside,20,2020,20,800,900\n\
    a,outside,20,2021,25,900,950\nb,inside,20,2020,12,500,520\nb,inside,20,2021,15,520,540\n\
    b,outside,20,2020,11,400,420\nb,outside,20,2021,13,420,440\n";

/// A data set that names two dimensions and a measure.
fn named() -> Dataset {
    let description = r#"{
        "name": "named",
        "titles": {"nb": "Navngitt", "nn": "Namngitt", "en": "Named"},
        "dimensions": {
            "tettsted": {"nb": "Bosted", "nn": "Bustad", "en": "Place of residence"},
            "EU_area": {"nb": "EU-område", "en": "EU area"}
        },
        "measures": {"emigrations": {"nb": "Utflyttinger", "nn": "Utflyttingar", "en": "Moves out"}},
        "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": []}}]
    }"#;
    opened(&[("datapackage.json", description), ("t.csv", TABLE)])
}

fn opened(files: &[(&str, &str)]) -> Dataset {
    open(&of_texts(files)).unwrap()
}

#[test]
fn the_name_of_the_data_set_comes_first_then_the_usual_one_then_the_column() {
    let (own, bare) = (named(), opened(&[("t.csv", TABLE)]));
    let cases = [
        (&own, "tettsted", ["Bosted", "Bustad", "Place of residence"]),
        (&bare, "tettsted", ["Tettsted", "Tettsted", "Tettsted"]),
        // Readers of nynorsk get the bokmål where there is no nynorsk.
        (&own, "EU_area", ["EU-område", "EU-område", "EU area"]),
        (&bare, "EU_area", ["EU area", "EU area", "EU area"]),
        (&own, "age", ["Alder", "Alder", "Age"]),
        (&bare, "country", ["Land", "Land", "Country"]),
        (
            &bare,
            "citizenship",
            ["Statsborgerskap", "Statsborgarskap", "Citizenship"],
        ),
        (
            &bare,
            "municipality",
            ["Kommune", "Kommune", "Municipality"],
        ),
        (&bare, "county", ["Fylke", "Fylke", "County"]),
        (&bare, "region", ["Region", "Region", "Region"]),
        (&bare, "occupation", ["Yrke", "Yrke", "Occupation"]),
        (&bare, "industry", ["Næring", "Næring", "Industry"]),
        (&bare, "quarter", ["Kvartal", "Kvartal", "Quarter"]),
        (&bare, "month", ["Måned", "Månad", "Month"]),
        (&bare, "sex", ["Kjønn", "Kjønn", "Sex"]),
        (&bare, "house_type", ["House type"; 3]),
    ];
    for (dataset, dimension, expected) in cases {
        let found = Lang::ALL.map(|lang| dataset.dimension_name(lang, dimension));
        assert_eq!(found, expected, "{dimension}");
    }
    let within = Lang::ALL.map(|lang| own.dimension_within(lang, "tettsted"));
    assert_eq!(within, ["bosted", "bustad", "place of residence"]);
    assert_eq!(own.dimension_within(Lang::En, "EU_area"), "EU area");

    let measures = [
        (
            &own,
            "emigrations",
            ["Utflyttinger", "Utflyttingar", "Moves out"],
        ),
        (
            &bare,
            "emigrations",
            ["Utvandringer", "Utvandringar", "Emigrations"],
        ),
        (&bare, "own_count", ["Own count"; 3]),
    ];
    for (dataset, measure, expected) in measures {
        let found = Lang::ALL.map(|lang| dataset.measure_name(lang, measure));
        assert_eq!(found, expected, "{measure}");
    }
}

#[test]
fn figures_tables_exports_and_analyses_use_the_names_of_the_data_set() {
    let dataset = named();
    let view = View {
        measure: "emigrations".to_owned(),
        by: "EU_area".to_owned(),
        split: "tettsted".to_owned(),
        ..View::default()
    };
    let spec = view.spec().unwrap();
    let titles = [
        "Utflyttinger etter EU-område og bosted",
        "Utflyttingar etter EU-område og bustad",
        "Moves out by EU area and place of residence",
    ];
    for (lang, title) in Lang::ALL.into_iter().zip(titles) {
        let figure = build(&spec, &dataset, lang);
        assert_eq!(figure.sheet.title, title);
        let stub = dataset.dimension_name(lang, "EU_area");
        assert_eq!(figure.panels[0].table.stub, stub);

        // A refusal names what is lacking as the data set does.
        let lacking = View {
            measure: "persons".to_owned(),
            ..view.clone()
        };
        let refused = build(&lacking.spec().unwrap(), &dataset, lang)
            .absent
            .unwrap();
        assert!(!refused.contains("tettsted"), "{refused}");

        let form = write::Form::PLAIN;
        let cut =
            slice::slice(&dataset, (&spec.panels[0], None), None, "cut", (lang, form)).unwrap();
        let headings = slice::headings(&cut, "emigrations", lang);
        for heading in ["tettsted", "EU_area"] {
            let name = dataset.dimension_name(lang, heading);
            assert!(headings.contains(&name), "{headings:?}");
        }
        assert!(headings.contains(&dataset.measure_name(lang, "emigrations")));

        // What groups can be in an analysis is offered under the names as well.
        let found = page(&dataset, &Vec::new(), lang);
        let of = found.controls.iter().find(|control| control.name == "of");
        let choices = of.unwrap().choices.iter();
        let labels: Vec<&str> = choices.map(|(_, label)| label.as_str()).collect();
        for dimension in ["tettsted", "EU_area"] {
            let name = dataset.dimension_name(lang, dimension);
            assert!(labels.contains(&name.as_str()), "{labels:?}");
        }
    }
}

#[test]
fn names_are_kept_in_a_saved_package_and_in_a_saved_table() {
    let dataset = named();
    let files: Vec<NamedBytes> = write::package(&dataset)
        .into_iter()
        .map(|(name, text)| NamedBytes {
            name,
            bytes: text.into_bytes(),
        })
        .collect();
    assert_eq!(open(&files).unwrap(), dataset);

    let view = View {
        measure: "emigrations".to_owned(),
        by: "tettsted".to_owned(),
        split: String::new(),
        ..View::default()
    };
    let spec = view.spec().unwrap();
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: Lang::Nb,
        date: "2026-11-30",
        link: "https://example.org/#/explore",
        views: &["#/explore".to_owned()],
    };
    let again = opened(&[("saved.csv", &csv::csv(&request, 0).unwrap())]);
    for lang in Lang::ALL {
        let title = |dataset: &Dataset| build(&spec, dataset, lang).sheet.title;
        assert_eq!(title(&again), title(&dataset));
    }
}

/// Tables that have nothing but the codes of countries are told with their names, as maps have them.
#[test]
fn bare_codes_of_countries_get_their_names_in_three_languages() {
    let bare = "country,year,emigrations,population_jan1,population_dec31\n\
        DE,2019,90,10000,10000\nGRC,2019,70,10000,10000\nuk,2019,50,10000,10000\nNL,2019,20,10000,10000\n";
    let named = |text: &str| {
        let atlas = shipped::with_outlines("europe").atlas;
        assert!(opened(&[("t.csv", text)]).lacks_countries());
        Dataset {
            atlas,
            ..opened(&[("t.csv", text)])
        }
    };
    let dataset = named(bare);
    assert!(!dataset.lacks_countries());
    let said = Lang::ALL.map(|lang| {
        let overview = of_dataset(&dataset, lang);
        overview
            .all()
            .map(|part| part.sentence.clone())
            .collect::<String>()
    });
    let [nb, nn, en] = &said;
    assert!(
        nb.contains("høyest i Tyskland") && nb.contains("lavest i Nederland"),
        "{nb}"
    );
    assert!(
        nn.contains("høgast i Tyskland") && nn.contains("lågast i Nederland"),
        "{nn}"
    );
    assert!(
        en.contains("highest in Germany") && en.contains("lowest in the Netherlands"),
        "{en}"
    );
    let name = |code: &str| dataset.label("country", code).unwrap().name.en.clone();
    assert_eq!([name("GRC"), name("uk")], ["Greece", "United Kingdom"]);
    // By whatever name of the column, where most of the codes are those of countries.
    let geo = named(&bare.replace("country,", "geo,").replace("GRC", "EL"));
    assert_eq!(geo.label("geo", "EL").unwrap().name.nn, "Hellas");
    // What a table calls a country itself stands, and two letters are no country everywhere.
    let own = shipped::with_outlines("europe");
    assert_eq!(own.label("country", "uk").unwrap().name.nb, "Storbritannia");
    let letters = opened(&[("t.csv", "class,year,emigrations\nno,2019,90\nyes,2019,80\n")]);
    assert!(!letters.lacks_countries());
    assert_eq!(
        Dataset {
            atlas: own.atlas,
            ..letters
        }
        .label("class", "no"),
        None
    );
}

/// Moves of which some may be within the country are no emigrations in any sentence, and columns of places are told
/// as places under the names that offices give them.
#[test]
fn moves_out_are_not_called_emigrations_and_columns_of_offices_are_places() {
    let text = "kommune,år,Utflyttinger,Folkemengde 1. januar\nSkien,2019,90,10000\nSkien,2020,95,10000\n\
        Skien,2021,97,10100\nPorsgrunn,2019,70,9000\nPorsgrunn,2020,60,9000\nPorsgrunn,2021,64,9100\n\
        Bamble,2019,30,5000\nBamble,2020,20,5000\nBamble,2021,22,5000\n";
    let mut session = ImportSession::default();
    session
        .add(of_texts(&[("t.csv", text)]), &mut |_| {})
        .unwrap();
    while let Some(question) = session.questions().first() {
        let (value, _) = question.choices.first().unwrap();
        session.set(&question.id, value).unwrap();
    }
    let dataset = with_notes(&session.outcome().unwrap());
    let [nb, nn, en] = Lang::ALL.map(|lang| {
        let overview = of_dataset(&dataset, lang);
        let mut said: Vec<String> = overview
            .keys
            .iter()
            .map(|key| key.caption.clone())
            .collect();
        for part in overview.all() {
            let sheet = build(&part.spec, &dataset, lang).sheet;
            said.extend([
                part.question.clone(),
                part.sentence.clone(),
                part.left_out.clone(),
            ]);
            said.extend([sheet.title, sheet.subtitle, sheet.summary]);
            said.extend(
                sheet
                    .footer
                    .iter()
                    .filter(|line| !line.contains(['«', '“']))
                    .cloned(),
            );
        }
        said.join("\n").replace("Emigration Calculator", "")
    });
    assert!(
        nb.contains("utflyttingsraten") && nb.contains(" i Skien "),
        "{nb}"
    );
    assert!(
        nn.contains("utflyttingsraten") && nn.contains("kommunar"),
        "{nn}"
    );
    assert!(
        en.contains("the out-migration rate") || en.contains("the overall out-migration rate"),
        "{en}"
    );
    assert!(en.contains("municipalities"), "{en}");
    assert!(!nb.to_lowercase().contains("utvandringsrate"), "{nb}");
    assert!(!nn.to_lowercase().contains("utvandringar"), "{nn}");
    assert!(!en.to_lowercase().contains("emigration"), "{en}");
}
