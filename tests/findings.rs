//! The main findings: what is said of the shipped data sets, of altered ones, and of others.
//!
//! `UPDATE_GOLDENS=1 cargo test --test findings` rewrites the lists.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod goldens;
mod shipped;

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::text::Lang;
use utvandring::view_models::findings::{Finding, Theme, of_dataset};

use goldens::Goldens;
use shipped::{changed, package};

fn table(name: &str, text: &str) -> Dataset {
    open(&[NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }])
    .unwrap()
}

fn listed(findings: &[Finding], lang: Lang) -> String {
    let mut out = String::new();
    let mut theme = None;
    for finding in findings {
        if theme != Some(finding.theme) {
            theme = Some(finding.theme);
            out += &format!("# {}\n", finding.theme.title(lang));
        }
        out += &format!("{:>2} {}\n", finding.figure, finding.sentence);
    }
    out
}

#[test]
fn findings_are_as_reviewed() {
    let mut goldens = Goldens::of("findings");
    for name in ["teaching", "report-2026"] {
        let dataset = package(name);
        for lang in Lang::ALL {
            let said = listed(&of_dataset(&dataset, lang), lang);
            goldens.hold(&format!("{name}.{}", lang.tag()), &said);
        }
    }
    goldens.conclude();
}

fn sentences(dataset: &Dataset, theme: Theme) -> Vec<String> {
    let findings = of_dataset(dataset, Lang::En).into_iter();
    let of_theme = findings.filter(|finding| finding.theme == theme);
    of_theme.map(|finding| finding.sentence).collect()
}

/// Every figure named by a finding is one of the report's, and themes come in order.
#[test]
fn findings_come_in_reading_order_and_name_their_figure() {
    let findings = of_dataset(&package("teaching"), Lang::Nb);
    assert!((12..=18).contains(&findings.len()), "{}", findings.len());
    assert!(findings.is_sorted_by_key(|finding| finding.theme));
    assert!(
        findings
            .iter()
            .all(|finding| (1..=18).contains(&finding.figure))
    );
}

#[test]
fn a_data_set_that_falls_out_the_other_way_is_said_the_other_way() {
    let turned = |file: &str, text: String| match file {
        // The first and the last year change places.
        "by_year.csv" => text
            .replace(",2000,", ",then,")
            .replace(",2023,", ",2000,")
            .replace(",then,", ",2023,"),
        // So do the two levels of education.
        "by_age.csv" => text
            .replace(",no_higher,", ",else,")
            .replace(",bachelor_plus,", ",no_higher,")
            .replace(",else,", ",bachelor_plus,"),
        _ => text,
    };
    let shipped = package("teaching");
    let altered = changed("teaching", turned);
    let time = sentences(&altered, Theme::Time);
    let expected = [
        "Between 2000 and 2023 the number of emigrations fell from 283 to 88 among the \
         Norwegian-born with two immigrant parents and from 295 to 97 among those who immigrated \
         as children (aged 0–9).",
        "Over the same years the number of resident descendants of immigrants (mid-year population) went from \
            90,504 to \
         17,738. That is 0.2 times as many, while the number of emigrations among them became 0.3 times as large.",
        "From 2000 to 2023 the emigration rate rose in all five groups.",
    ];
    assert_eq!(time, expected);
    let education = sentences(&altered, Theme::Education);
    assert!(
        education[0].starts_with("The number of emigrations was higher for those with")
            && education[0].contains(
                "The emigration rate was lower for those with a bachelor’s degree or more than for \
                 those without registered higher education. This is so in four of five groups, but \
                 not among those who immigrated aged 10 or older."
            ),
        "{}",
        education[0]
    );
    for theme in [Theme::Destination, Theme::Return, Theme::Origin] {
        assert_eq!(sentences(&altered, theme), sentences(&shipped, theme));
    }
}

#[test]
fn a_foreign_table_gets_the_findings_its_columns_allow() {
    let dataset = table(
        "regions.csv",
        "group,year,emigrations,population_jan1,population_dec31\n\
         north,2010,40,1000,1000\nnorth,2011,30,1000,1000\nnorth,2012,20,1000,1000\n\
         south,2010,50,4000,4000\nsouth,2011,55,4000,4000\nsouth,2012,60,4000,4000\n",
    );
    let nb = "# Nivå og alder\n \
         1 Av 255 utvandringer i 2010–2012 er det flest i gruppen south: 165 (65\u{202f}%).\n \
         3 Utvandringsraten er høyest i gruppen north, med 3,0\u{202f}% per år, og lavest i \
         gruppen south, med 1,4\u{202f}%.\n\
         # Utvikling over tid\n \
         1 Fra 2010 til 2012 sank antallet utvandringer fra 90 til 80.\n \
         2 I samme tidsrom var middelfolkemengden om lag uendret (fra 5000 til 5000), mens \
         antallet utvandringer ble 0,9 ganger så stort.\n \
         3 Fra 2010 til 2012 gikk utvandringsraten ned i gruppen north, men ikke i gruppen south.\n";
    assert_eq!(listed(&of_dataset(&dataset, Lang::Nb), Lang::Nb), nb);
    let nn = "# Nivå og alder\n \
         1 Av 255 utvandringar i 2010–2012 er det flest i gruppa south: 165 (65\u{202f}%).\n \
         3 Utvandringsraten er høgast i gruppa north, med 3,0\u{202f}% per år, og lågast i \
         gruppa south, med 1,4\u{202f}%.\n\
         # Utvikling over tid\n \
         1 Frå 2010 til 2012 minka talet på utvandringar frå 90 til 80.\n \
         2 I same tidsrom var middelfolkemengda om lag uendra (frå 5000 til 5000), medan \
         talet på utvandringar vart 0,9 gonger så stort.\n \
         3 Frå 2010 til 2012 gjekk utvandringsraten ned i gruppa north, men ikkje i gruppa south.\n";
    assert_eq!(listed(&of_dataset(&dataset, Lang::Nn), Lang::Nn), nn);
}

#[test]
fn a_table_without_groups_is_told_as_a_whole() {
    let dataset = table(
        "ages.csv",
        "age,emigrations,person_years\n20,30,1000\n21,50,1000\n22,20,1000\n",
    );
    let en = "# Level and age\n \
         1 The data set has 100 emigrations.\n \
         3 The emigration rate is 3.3% a year.\n \
         4 The emigration rate is highest at age 21 (5.0%).\n";
    assert_eq!(listed(&of_dataset(&dataset, Lang::En), Lang::En), en);
}

#[test]
fn few_events_and_withheld_numbers_carry_no_finding() {
    // In the east nine left, in the west the number is withheld.
    let dataset = table(
        "regions.csv",
        "group,education,emigrations,person_years\n\
         north,no_higher,20,1000\nnorth,bachelor_plus,30,1000\n\
         south,no_higher,20,1000\nsouth,bachelor_plus,30,1000\n\
         east,no_higher,20,1000\neast,bachelor_plus,9,1000\n\
         west,no_higher,:,1000\nwest,bachelor_plus,40,1000\n",
    );
    let said = of_dataset(&dataset, Lang::En);
    let en = "# Education\n \
         7 The number of emigrations was higher for those with a bachelor’s degree or more than \
         for those without registered higher education. This is so in both groups that can be \
         compared. The emigration rate was higher for those with a bachelor’s degree or more than \
         for those without registered higher education. This is so in both groups that can be \
         compared.\n";
    assert_eq!(listed(&said, Lang::En), en);
}

#[test]
fn a_table_without_emigrations_has_no_findings() {
    let dataset = table("people.csv", "group,persons\nnorth,12\nsouth,15\n");
    assert_eq!(of_dataset(&dataset, Lang::Nb), []);
}

#[test]
fn any_table_alone_is_told_in_whole_sentences() {
    let mut told = 0;
    for file in [
        "by_age.csv",
        "by_age_year.csv",
        "by_education_year.csv",
        "by_origin.csv",
        "by_year.csv",
        "destinations.csv",
        "destinations_by_origin.csv",
        "returns.csv",
        "returns_by_origin.csv",
        "sample.csv",
    ] {
        let dataset = table(file, &shipped::text("teaching", file));
        for lang in Lang::ALL {
            for finding in of_dataset(&dataset, lang) {
                let sentence = &finding.sentence;
                assert!(
                    sentence.ends_with('.') && sentence.starts_with(char::is_uppercase),
                    "{file}: {sentence}"
                );
                for gap in ["  ", " ,", " .", "()", "NaN", "inf ", "_"] {
                    assert!(!sentence.contains(gap), "{file}: {sentence}");
                }
                told += 1;
            }
        }
    }
    assert!(told > 40, "{told}");
}
