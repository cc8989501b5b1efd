//! Sentences on any package: whole, true of what is there, and without labels where there is a way to say them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use utvandring::data::Dataset;
use utvandring::data::open::open;
use utvandring::figures::build::{Figure, build};
use utvandring::figures::spec::Spec;
use utvandring::figures::theme::Hue;
use utvandring::measures::{Measure, Question, answer};
use utvandring::state::View;
use utvandring::text::{Lang, figures as words, places};
use utvandring::view_models::{analyses, overview};

use shipped::{of_texts, package, teaching};

fn figure(data: &Dataset, lang: Lang, question: Question, x: &str, split: Option<&str>) -> Figure {
    build(&Spec::of_question(question, x, split), data, lang)
}

fn said(data: &Dataset, question: &Question, x: &str, split: Option<&str>) -> [String; 3] {
    Lang::ALL.map(|lang| figure(data, lang, question.clone(), x, split).sheet.summary)
}

#[test]
fn people_are_spoken_of_as_people() {
    let data = teaching();
    let by_education = Question::new(Measure::Rate, ["education"]);
    assert_eq!(
        said(&data, &by_education, "education", None),
        [
            "I 2000–2023 var utvandringsraten høyere blant dem med bachelorgrad eller mer (1,18\u{202f}%) enn blant \
             dem uten registrert høyere utdanning (1,09\u{202f}%).",
            "I 2000–2023 var utvandringsraten høgare blant dei med bachelorgrad eller meir (1,18\u{202f}%) enn blant \
             dei utan registrert høgare utdanning (1,09\u{202f}%).",
            "In 2000–2023 the emigration rate was higher among those with a bachelor’s degree or more (1.18%) than \
             among those with no registered higher education (1.09%).",
        ]
    );
    let by_year = Question::new(Measure::Emigrations, ["group", "year"]);
    assert_eq!(
        said(&data, &by_year, "year", Some("group")),
        [
            "I 2023 var antallet utvandringer høyest blant dem som innvandret i alderen 10 år eller eldre (9339) og \
             lavest blant norskfødte med to innvandrerforeldre (283). Fra 2000 til 2023 gikk det ned i \
             majoritetsbefolkningen og opp i de andre gruppene.",
            "I 2023 var talet på utvandringar høgast blant dei som innvandra i alderen 10 år eller eldre (9339) og \
             lågast blant norskfødde med to innvandrarforeldre (283). Frå 2000 til 2023 gjekk det ned i \
             majoritetsbefolkninga og opp i dei andre gruppene.",
            "In 2023 the number of emigrations was highest among those who immigrated aged 10 or older (9,339) and \
             lowest among the Norwegian-born with two immigrant parents (283). From 2000 to 2023 it fell in the \
             majority population and rose in the other groups.",
        ]
    );
}

#[test]
fn a_sum_over_chosen_countries_says_how_many_they_are_and_which_were_left_out() {
    let europe = package("europe");
    let view = View::first_of(&europe);
    let spec = view.spec().unwrap();
    let figure = build(&spec, &europe, Lang::Nb);
    assert!(
        figure
            .sheet
            .summary
            .starts_with("I 18 land økte utvandringsraten samlet fra 0,55")
    );
    let note = figure.sheet.footer.concat();
    for left_out in ["18 av 32 land er regnet med", "Belgia", "Tyskland"] {
        assert!(note.contains(left_out), "{note}");
    }
    // The reader can have all of them, and then those that can be compared again.
    let question = view.question().unwrap();
    assert_eq!(
        overview::narrowed(&europe, &question).as_deref(),
        Some("country")
    );
    let all = view.select("country", Vec::new()).question().unwrap();
    assert_eq!(overview::narrowed(&europe, &all), None);
    let balanced = overview::balanced(&europe, &all).unwrap();
    assert_eq!(balanced.filter_on("country"), question.filter_on("country"));
    assert_eq!(overview::balanced(&europe, &question), None);
}

#[test]
fn the_lowest_of_those_shown_is_not_told_as_the_lowest_of_all() {
    let data = package("norway");
    let question = Question::new(Measure::Emigrations, ["citizenship"])
        .filtered("year", ["2022"])
        .filtered("citizenship", ["000", "131", "106"]);
    let [nb, nn, en] = said(&data, &question, "citizenship", None);
    assert!(
        nb.ends_with(", av de tre statsborgerskapene som vises."),
        "{nb}"
    );
    assert!(
        nn.ends_with(", av dei tre statsborgarskapa som er viste."),
        "{nn}"
    );
    assert!(en.ends_with(", of the three citizenships shown."), "{en}");
}

#[test]
fn those_who_are_followed_are_not_added_up_over_the_years() {
    let data = teaching();
    let counted = Question::new(Measure::Emigrations, ["group", "years_since"]);
    for said in said(&data, &counted, "years_since", Some("group")) {
        assert_eq!(said, "");
    }
    let curves = Question::new(Measure::ReturnCurve, ["group", "years_since"]);
    let [nb, ..] = said(&data, &curves, "years_since", Some("group"));
    assert!(
        nb.starts_with(
            "Blant dem som flyttet ut i 2000–2013, var andelen som var tilbake etter 10 år, 47"
        ),
        "{nb}"
    );
    assert!(nb.ends_with("% i majoritetsbefolkningen."), "{nb}");
}

#[test]
fn no_sentence_has_a_label_in_quotation_marks() {
    let region = "status,year,emigrations,population_jan1,population_dec31\n\
        Innvandret som voksen,2020,40,1000,1000\nInnvandret som voksen,2021,30,1000,1000\n\
        Gift,2020,50,4000,4000\nGift,2021,55,4000,4000\n";
    let own = open(&of_texts(&[("own.csv", region)])).unwrap();
    for data in [own, teaching(), package("norway-age"), package("europe")] {
        for lang in Lang::ALL {
            let mut all: Vec<String> = Vec::new();
            let overview = overview::of_dataset(&data, lang);
            for part in overview.all() {
                all.push(part.sentence.clone());
                all.push(build(&part.spec, &data, lang).sheet.summary);
            }
            for kind in [
                "comparison",
                "decomposition",
                "trend",
                "destinations",
                "unknown",
            ] {
                let page = analyses::page(&data, &vec![("kind".to_owned(), kind.to_owned())], lang);
                all.extend([page.question, page.answer]);
            }
            for said in all {
                let quoted = ['«', '»', '“', '”'].iter().any(|mark| said.contains(*mark));
                assert!(!quoted, "{}: {said}", data.name);
                let ends = said.is_empty() || said.ends_with(['.', '?']);
                assert!(ends, "{}: {said}", data.name);
            }
        }
    }
}

#[test]
fn analyses_that_are_offered_answer_and_numbers_of_unlike_years_are_not_pooled() {
    let europe = package("europe");
    let asked = |kind: &str| vec![("kind".to_owned(), kind.to_owned())];
    let page = analyses::page(&europe, &asked("comparison"), Lang::Nb);
    assert!(
        page.answer
            .starts_with("I 2019 var utvandringsraten høyest i Luxembourg"),
        "{}",
        page.answer
    );
    let year = page
        .controls
        .iter()
        .find(|control| control.name == "year")
        .unwrap();
    assert_eq!(year.value, "2019");
    let kinds = page
        .controls
        .iter()
        .find(|control| control.name == "kind")
        .unwrap();
    let offered: Vec<&str> = kinds
        .choices
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    for without_ages in ["standardised", "decomposition", "cohorts"] {
        assert!(!offered.contains(&without_ages), "{offered:?}");
    }
    for name in ["europe", "norway", "norway-age", "teaching"] {
        let data = package(name);
        let apart = ["year", "country"]
            .map(|name| words::not_alike(Lang::En, &places::all(Lang::En, name)));
        let first = analyses::page(&data, &Vec::new(), Lang::En);
        let kinds = first
            .controls
            .iter()
            .find(|control| control.name == "kind")
            .unwrap();
        for (kind, _) in &kinds.choices {
            let answer = analyses::page(&data, &asked(kind), Lang::En).answer;
            let is_reason = apart.contains(&answer)
                || answer.contains("does not hold")
                || answer.contains("lacks");
            assert!(!is_reason && !answer.is_empty(), "{name} {kind}: {answer}");
        }
    }
}

#[test]
fn what_follows_from_another_or_counts_the_same_people_again_is_not_offered() {
    // Those who are followed are told apart by how long.
    let data = teaching();
    let by_group = Question::new(Measure::ReturnCurve, ["group"]);
    assert!(answer(&data, &by_group).is_err());
    let view = View {
        measure: "return_curve".to_owned(),
        by: "group".to_owned(),
        split: String::new(),
        ..View::default()
    };
    assert_eq!(view.mended(&data).by, "years_since");
    let counted = View {
        measure: "emigrations".to_owned(),
        ..View::default()
    };
    assert!(
        !counted
            .dimensions(&data)
            .contains(&"years_since".to_owned())
    );
    // Of each year there is one period, and where nobody goes home there is one kind of destination.
    let crossed = |by: &str, split: &str| {
        let (by, split) = (by.to_owned(), split.to_owned());
        View {
            by,
            split,
            ..View::default()
        }
        .is_crossed()
    };
    assert!(!crossed("year", "period") && !crossed("destination_kind", "destination"));
    assert!(crossed("year", "group"));
    let kinds = counted.dimensions(&package("norway-age"));
    assert!(!kinds.contains(&"destination_kind".to_owned()), "{kinds:?}");
    assert!(
        counted
            .dimensions(&data)
            .contains(&"destination_kind".to_owned())
    );
}

#[test]
fn sums_say_their_years_and_a_period_is_called_by_those_that_count() {
    let norway = package("norway");
    let by_citizenship = Question::new(Measure::Emigrations, ["citizenship"]);
    let figure = figure(&norway, Lang::Nb, by_citizenship, "citizenship", None);
    assert!(
        figure.sheet.subtitle.ends_with("2007–2022"),
        "{}",
        figure.sheet.subtitle
    );
    assert!(figure.sheet.summary.starts_with("I 2007–2022 var antallet"));
    let europe = package("europe");
    let some = Question::new(Measure::Emigrations, ["country", "period"])
        .filtered("year", ["2008", "2009", "2010", "2011", "2012"]);
    let found = answer(&europe, &some).unwrap();
    assert_eq!(found.rows[0].key[1], "2008-2011");
}

#[test]
fn a_change_that_nobody_can_read_is_none() {
    let rows = "citizenship,year,emigrations,population_jan1,population_dec31\n\
        a,2008,50001,10000000,10000000\na,2009,50000,10000000,10000000\n\
        b,2008,40000,10000000,10000000\nb,2009,60000,10000000,10000000\n";
    let data = open(&of_texts(&[("t.csv", rows)])).unwrap();
    let by_year = Question::new(Measure::Rate, ["citizenship", "year"]);
    let told = said(&data, &by_year, "year", Some("citizenship"));
    let [nb, nn, en] = told;
    assert!(nb.contains("uendret"), "{nb}");
    assert!(nn.contains("uendra"), "{nn}");
    assert!(en.contains("unchanged"), "{en}");
    let one = by_year.filtered("citizenship", ["a"]);
    let one = Question {
        by: vec!["year".to_owned()],
        ..one
    };
    let [nb, ..] = said(&data, &one, "year", None);
    assert!(nb.ends_with("i 2008 og om lag det samme i 2009."), "{nb}");
}

#[test]
fn of_many_lines_few_have_colours_and_names() {
    let europe = package("europe");
    let question = Question::new(Measure::Rate, ["country", "year"]);
    let figure = figure(&europe, Lang::En, question.clone(), "year", Some("country"));
    let series = &figure.sheet.panels[0].series;
    assert_eq!(series.len(), 32);
    let coloured: Vec<&str> = series
        .iter()
        .filter(|series| series.hue != Hue::Muted)
        .map(|series| series.label.as_str())
        .collect();
    assert_eq!(coloured.len(), 4);
    // By the rows themselves: the three highest and the lowest of the last year.
    let found = answer(&europe, &question.filtered("year", ["2019"])).unwrap();
    let mut rates: Vec<(f64, &str)> = found
        .rows
        .iter()
        .map(|row| (row.value.unwrap(), row.key[0].as_str()))
        .collect();
    rates.sort_by(|one, two| two.0.total_cmp(&one.0));
    let ends = rates[..3].iter().chain(rates.last());
    for (_, code) in ends {
        let label = &europe.label("country", code).unwrap().name.en;
        assert!(coloured.contains(&label.as_str()), "{label} {coloured:?}");
    }
    assert!(figure.sheet.footer.concat().contains("the others are grey"));
}

#[test]
fn marks_of_the_source_stand_at_their_numbers() {
    let europe = package("europe");
    let question = Question::new(Measure::Rate, ["country", "year"]);
    let figure = figure(&europe, Lang::Nb, question, "year", Some("country"));
    // Each flag of the file stands at its number, and nowhere else.
    let flagged: Vec<(String, String, String)> = shipped::text("europe", "country.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .filter(|cells| !cells.last().unwrap().is_empty())
        .map(|cells| {
            (
                cells[0].clone(),
                cells[1].clone(),
                cells.last().unwrap().clone(),
            )
        })
        .collect();
    assert!(flagged.len() > 40, "{}", flagged.len());
    let panel = &figure.panels[0];
    // The description tells of a break in 2008, for all countries that have numbers on both sides of it.
    let broken_in = |country: &str| -> Option<String> {
        let file = shipped::text("europe", "country.csv");
        let lines = file.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let years = lines
            .filter(|cells| cells[0] == country)
            .map(|cells| cells[1].to_owned());
        let years: Vec<String> = years.collect();
        let has_earlier = years.iter().any(|year| year.as_str() < "2008");
        let later = years.into_iter().filter(|year| year.as_str() >= "2008");
        later.min().filter(|_| has_earlier)
    };
    let mut marked = 0;
    for (column, series) in figure.sheet.panels[0].series.iter().enumerate() {
        for (line, point) in series.points.iter().enumerate() {
            let cell = &panel.table.rows[line].cells[column];
            let year = &panel.table.rows[line].head;
            let mut of_row = flagged.iter().filter(|(one, two, _)| {
                let both = [one, two];
                both.contains(&&series.key) && both.contains(&year)
            });
            let mut flag = of_row
                .next()
                .map_or("", |(.., flag)| flag.as_str())
                .to_owned();
            if broken_in(&series.key).as_ref() == Some(year) {
                flag.push('b');
            }
            for letter in ['b', 'p', 'e'] {
                assert_eq!(
                    cell.marks.contains(letter),
                    flag.contains(letter),
                    "{} {year}",
                    series.key
                );
            }
            assert_eq!(
                point.unsettled,
                flag.contains(['p', 'e']),
                "{} {year}",
                series.key
            );
            marked += usize::from(!cell.marks.is_empty());
        }
    }
    assert!(marked > 40, "{marked}");
    assert!(figure.sheet.footer.concat().contains("har en hul rute"));
}

/// What has changed is told from the earlier to the later, however it is drawn.
#[test]
fn time_runs_forwards_in_a_sentence() {
    let europe = package("europe");
    let some = Question::new(Measure::Rate, ["country", "year"])
        .filtered("year", ["2012", "2013", "2014"])
        .filtered("country", ["dk", "fi", "no", "se"]);
    // By the rows: up in Denmark and Finland, down in Norway and Sweden.
    let rows = answer(&europe, &some).unwrap().rows;
    let of = |country: &str, year: &str| {
        let mut of_key = rows.iter().filter(|row| row.key == [country, year]);
        of_key.next().unwrap().value.unwrap()
    };
    let rose = ["dk", "fi", "no", "se"].map(|code| of(code, "2014") > of(code, "2012"));
    let figure = figure(&europe, Lang::En, some, "country", Some("year"));
    let said = figure.sheet.summary;
    assert!(
        said.starts_with("From 2012 to 2014 the emigration rate "),
        "{said}"
    );
    let (risen, fallen) = said
        .split_once("rose")
        .map_or(("", said.as_str()), |(one, two)| {
            if one.contains("fell") {
                (two, one)
            } else {
                two.split_once("fell").unwrap_or((two, ""))
            }
        });
    for (name, rose) in ["Denmark", "Finland", "Norway", "Sweden"]
        .into_iter()
        .zip(rose)
    {
        let others = if rose { fallen } else { risen };
        assert!(!others.contains(name), "{name}: {said}");
    }
    let teaching = teaching();
    let by_period =
        Question::new(Measure::Rate, ["period"]).filtered("period", ["2000-2005", "2006-2011"]);
    let [nb, nn, en] = self::said(&teaching, &by_period, "period", None);
    assert!(nb.starts_with("Utvandringsraten økte fra 0,95"), "{nb}");
    assert!(nb.contains("i 2000–2005 til "), "{nb}");
    assert!(nn.starts_with("Utvandringsraten auka frå 0,95"), "{nn}");
    assert!(
        en.starts_with("The emigration rate rose from 0.95% in 2000–2005 to "),
        "{en}"
    );
    // Later years without numbers are not waited for.
    let back = Question::new(Measure::ReturnShare, ["education", "year"]);
    let [_, _, en] = self::said(&teaching, &back, "education", Some("year"));
    assert!(
        en.starts_with("From 2000 to 2019 the share that was back"),
        "{en}"
    );
}

/// Numbers of several years that somebody has chosen say of which, also where a data set is of the same years.
#[test]
fn chosen_years_and_ages_are_named() {
    let teaching = teaching();
    let some = Question::new(Measure::Rate, ["group"])
        .filtered("year", ["2010", "2011", "2012"])
        .filtered("age", ["20", "21", "22"]);
    let [nb, _, en] = said(&teaching, &some, "group", None);
    assert!(
        nb.starts_with("I 2010–2012 var utvandringsraten i alderen 20–22 år høyest"),
        "{nb}"
    );
    assert!(
        en.starts_with("In 2010–2012 the emigration rate at ages 20–22 was highest"),
        "{en}"
    );
    // So do those of an analysis.
    let page = |name: &str, kind: &str| {
        let asked = vec![("kind".to_owned(), kind.to_owned())];
        analyses::page(&package(name), &asked, Lang::En).answer
    };
    for kind in ["comparison", "standardised", "decomposition"] {
        let answer = page("norway-age", kind);
        assert!(
            answer.starts_with("In 2008–2015 the emigration rate"),
            "{answer}"
        );
    }
    let chance = page("norway-age", "chance");
    assert!(
        chance.starts_with("With the rates in 2008–2015 the chance"),
        "{chance}"
    );
}

/// Those who may come back are told apart by where they went, and do not go there again.
#[test]
fn those_who_may_come_back_go_nowhere_in_a_sentence() {
    let back = Question::new(Measure::ReturnShare, ["destination_kind", "education"]);
    let [nb, nn, en] = said(&teaching(), &back, "destination_kind", Some("education"));
    assert!(
        nb.ends_with("for alle tre typene tilflyttingsland."),
        "{nb}"
    );
    assert!(
        nn.ends_with("for alle tre typane tilflyttingsland."),
        "{nn}"
    );
    assert!(en.ends_with("for all three kinds of destination."), "{en}");
}

/// Shares of a total of which a part is not known cannot be told, and are not offered.
#[test]
fn destinations_are_offered_where_all_of_a_group_are_known() {
    let known = "country,destination,emigrations\na,x,30\na,y,20\nb,x,15\nb,y,60\n";
    let lacking = "country,destination,emigrations\na,x,30\na,y,..\nb,x,..\nb,y,60\n";
    let [known, lacking] =
        [known, lacking].map(|text| open(&of_texts(&[("t.csv", text)])).unwrap());
    let asked = vec![("kind".to_owned(), "destinations".to_owned())];
    let page = analyses::page(&known, &asked, Lang::En);
    // The largest of the countries is chosen.
    assert_eq!(
        page.answer,
        "The largest share of the emigrations in b, 80.0%, goes to y."
    );
    let first = analyses::page(&lacking, &Vec::new(), Lang::En);
    let mut kinds = first
        .controls
        .iter()
        .filter(|control| control.name == "kind");
    let offers = kinds.any(|kinds| kinds.choices.iter().any(|(kind, _)| kind == "destinations"));
    assert!(!offers);
    assert!(!analyses::page(&lacking, &asked, Lang::En).answer.is_empty());
}

/// What counts as an emigration is said below a figure of an analysis as below any other, and a break where what was
/// counted before it is there.
#[test]
fn analyses_say_what_counts_and_a_break_needs_years_before_it() {
    let europe = package("europe");
    for kind in ["comparison", "trend", "funnel"] {
        let asked = vec![("kind".to_owned(), kind.to_owned())];
        let figure = analyses::figure(&europe, &asked, Lang::En).unwrap();
        let note = &europe.emigration_notes[0].en;
        assert!(figure.sheet.footer.concat().contains(note), "{kind}");
    }
    let later = ["2008", "2009", "2010", "2011", "2012", "2013"];
    let of = |by: &str, question: Question| {
        let question = question.filtered("country", ["no", "se"]);
        figure(&europe, Lang::En, question, by, None)
            .sheet
            .footer
            .concat()
    };
    for by in ["year", "period"] {
        let asked = Question::new(Measure::Emigrations, [by]);
        let whole = of(by, asked.clone());
        assert!(
            whole.contains("reak in the series in 2008"),
            "{by}: {whole}"
        );
        let part = of(by, asked.filtered("year", later));
        assert!(!part.contains("reak in the series in 2008"), "{by}: {part}");
    }
}

#[test]
fn no_line_and_no_sentence_lead_over_a_break_in_years_that_are_not_shown() {
    let europe = package("europe");
    let of = |countries: &[&str]| {
        Question::new(Measure::Rate, ["country", "year"])
            .filtered("country", countries.iter().copied())
            .filtered("year", ["2007", "2019"])
    };
    // Norway has a break in 2008, and it is not among the years that are asked of.
    let apart = figure(
        &europe,
        Lang::En,
        of(&["no", "se"]),
        "year",
        Some("country"),
    );
    let series = &apart.sheet.panels[0].series;
    let is_broken = |key: &str| {
        let of_key = series.iter().find(|series| series.key == key).unwrap();
        of_key.points.last().unwrap().broken
    };
    assert!(is_broken("no"));
    // A break lies between the two for every country that has numbers in both.
    assert!(is_broken("se"));
    let whole = Question::new(Measure::Rate, ["country", "year"])
        .filtered("country", ["se"])
        .filtered("year", ["2012", "2015"]);
    let whole = figure(&europe, Lang::En, whole, "year", Some("country"));
    assert!(
        !whole.sheet.panels[0].series[0]
            .points
            .last()
            .unwrap()
            .broken
    );
}

#[test]
fn a_line_that_ends_on_few_events_has_no_direction() {
    let csv = "municipality,year,emigrations,population_jan1,population_dec31\n\
        a,2020,8,1000,1000\na,2021,12,1000,1000\na,2022,15,1000,1000\na,2023,7,1000,1000\n\
        b,2020,20,1000,1000\nb,2021,20,1000,1000\nb,2022,20,1000,1000\nb,2023,30,1000,1000\n\
        c,2020,40,1000,1000\nc,2021,20,1000,1000\nc,2022,20,1000,1000\nc,2023,31,1000,1000\n";
    let data = open(&of_texts(&[("own.csv", csv)])).unwrap();
    let by_year = Question::new(Measure::Rate, ["year"]).filtered("municipality", ["a"]);
    let alone = figure(&data, Lang::En, by_year, "year", None).sheet.summary;
    assert_eq!(alone, words::few_at_ends(Lang::En));
    let question = Question::new(Measure::Rate, ["municipality", "year"]);
    let [nb, _, en] = said(&data, &question, "year", Some("municipality"));
    assert!(
        en.contains("From 2020 to 2023 it rose in 1 of 3 municipalities and fell in c."),
        "{en}"
    );
    assert!(
        !nb.contains("2022") && nb.ends_with(words::few_left_out(Lang::Nb)),
        "{nb}"
    );
}

#[test]
fn a_sentence_on_a_break_tells_its_years_and_where_they_are() {
    let europe = package("europe");
    let of = |countries: &[&str]| {
        let question = Question::new(Measure::Rate, ["country", "year"]);
        let question = question.filtered("country", countries.iter().copied());
        let years = ["2012", "2013", "2014", "2015", "2016", "2017", "2018"];
        let question = question.filtered("year", years);
        figure(&europe, Lang::En, question, "year", Some("country"))
            .sheet
            .summary
    };
    // Of the two Germany alone has breaks among these years, as the source flags them.
    let one = of(&["de", "se"]);
    assert!(
        one.contains("series in 2016 and 2017 in Germany, so"),
        "{one}"
    );
    let both = {
        let question =
            Question::new(Measure::Rate, ["country", "year"]).filtered("country", ["de", "pl"]);
        figure(&europe, Lang::Nb, question, "country", Some("year"))
            .sheet
            .summary
    };
    assert!(both.contains("tidsserien i begge landene, så"), "{both}");
    let all = Question::new(Measure::Rate, ["year"]);
    let all = figure(&europe, Lang::En, all, "year", None).sheet.summary;
    assert!(
        all.contains("series in 15 of the years 2001–2019, so"),
        "{all}"
    );
}

#[test]
fn the_few_at_the_end_of_life_give_a_profile_of_ages_no_peak() {
    let data = package("norway-age");
    let by_age = Question::new(Measure::Rate, ["age", "year"]).filtered("year", ["2009", "2010"]);
    let [nb, ..] = said(&data, &by_age, "age", Some("year"));
    // Of 843 who were a hundred years old twelve left, which is a higher rate.
    assert!(
        nb.starts_with(
            "Utvandringsraten var høyest ved 28 år i 2009 (1,00\u{202f}%) og ved 25 år i 2010 (1,63\u{202f}%)."
        ),
        "{nb}"
    );
    assert!(nb.contains(words::ages_left_out(Lang::Nb)), "{nb}");
    let of_2010 = Question::new(Measure::Rate, ["age"]).filtered("year", ["2010"]);
    let [nb, ..] = said(&data, &of_2010, "age", None);
    assert!(!nb.contains(words::ages_left_out(Lang::Nb)), "{nb}");
}

#[test]
fn a_peak_that_is_read_as_the_last_year_gets_the_decimals_that_tell_it_apart() {
    let csv = "year,emigrations,population_jan1,population_dec31\n\
        2000,5000,1000000,1000000\n2001,6520,1000000,1000000\n2002,6540,1000000,1000000\n\
        2003,6530,1000000,1000000\n";
    let data = open(&of_texts(&[("own.csv", csv)])).unwrap();
    let by_year = Question::new(Measure::Rate, ["year"]);
    let [.., en] = said(&data, &by_year, "year", None);
    assert!(en.contains("0.500% in 2000 to 0.653% in 2003"), "{en}");
    assert!(en.contains("(0.654%)"), "{en}");
}

#[test]
fn a_share_under_an_assumption_names_the_years_that_were_counted() {
    let asked = vec![("kind".to_owned(), "unknown".to_owned())];
    let (page, _) = analyses::with_figure(&teaching(), &asked, Lang::En);
    assert!(
        page.answer.contains(
            "the share was 25.5% among the Norwegian-born with two immigrant parents in 2000–2023."
        ),
        "{}",
        page.answer
    );
}
