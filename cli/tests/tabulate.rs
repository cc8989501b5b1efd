//! Person files counted on real engines: `cargo xtask test` sets them up.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{Called, arg, folder, root};
use serde_json::{Value, json};

/// The engines at hand: both that are always there, or those that are named.
fn engines() -> Vec<String> {
    let named = std::env::var("UTVANDRING_ENGINES");
    let named = named.unwrap_or_else(|_| "duckdb datafusion".to_owned());
    named.split_whitespace().map(str::to_owned).collect()
}

fn call(words: &[&str]) -> Called {
    let python = root().join("target/engines/bin/python");
    assert!(
        python.is_file(),
        "`cargo xtask test` sets up the engines first"
    );
    program::call_with(words, &[("UTVANDRING_PYTHON", arg(&python))])
}

/// Few people: who stays, who comes, who leaves and comes back, who dies, in the years 2000 and 2001.
const PERSON: &str = "person,birth_year,group,origin_base,death_year
1,1980,a,pakistan,
2,1980,a,pakistan,
3,1981,a,sweden,
4,1980,a,sweden,2001
5,1981,b,,
6,1980,b,,
7,1982,b,,
";
const RESIDENT: &str = "person,year,education
1,2000,no_higher
1,2001,bachelor_plus
1,2002,bachelor_plus
2,2000,no_higher
2,2005,no_higher
3,2001,no_higher
3,2002,no_higher
3,2003,no_higher
3,2004,no_higher
3,2005,no_higher
3,2006,no_higher
4,2000,bachelor_plus
4,2001,bachelor_plus
5,2000,no_higher
5,2001,no_higher
5,2006,no_higher
6,2000,no_higher
6,2001,no_higher
6,2002,no_higher
7,2006,no_higher
";
const EMIGRATION: &str = "person,emigration_no,year,education,destination_country
2,1,2000,no_higher,PK
5,1,2001,no_higher,SE
1,1,2001,bachelor_plus,
4,1,2000,bachelor_plus,GB
";
const COUNTRIES: &str = "country,base_group,origin_group,destination
PK,pakistan,pakistan,other
SE,sweden,sweden,nordic
GB,united_kingdom,west,uk
";

fn spec() -> Value {
    json!({
        "package": {
            "name": "small", "title": "Small", "synthetic": true,
            "coverage": {"year": ["2000..2001"], "age": ["18..35"]},
            "labels": {
                "group": {"a": {"en": "A"}, "b": {"en": "B"}},
                "origin": {"pakistan": {"en": "Pakistan"}, "sweden": {"en": "Sweden"}},
                "education": {"no_higher": {"en": "No"}, "bachelor_plus": {"en": "Yes"}},
                "destination": {
                    "origin": {"en": "Origin"}, "nordic": {"en": "Nordic"}, "uk": {"en": "UK"},
                    "other": {"en": "Other"}, "unknown": {"en": "Unknown"}
                },
                "destination_kind": {
                    "origin": {"en": "Origin"}, "other": {"en": "Other"}, "unknown": {"en": "Unknown"}
                },
                "period": {"2000-2001": {"en": "2000–2001"}}
            }
        },
        "ages": [18, 35], "years": [2000, 2001], "last_january": 2006,
        "inputs": {
            "person": "person.csv", "resident": "resident.csv", "emigration": "emigration.csv",
            "country_groups": "country_groups.csv"
        },
        "columns": ["death_year"],
        "rules": {
            "education_dec31": "this_january", "missing_education": "refuse",
            "unknown_country": "refuse", "bad_rows": "refuse"
        },
        "disclosure": {"threshold": 3, "interval": 3},
        "tables": [
            {
                "name": "by_year", "dimensions": ["group", "year"],
                "measures": ["emigrations", "person_years", "population_jan1", "population_dec31"]
            },
            {
                "name": "by_education", "dimensions": ["group", "education", "period"],
                "measures": ["emigrations", "person_years"]
            },
            {
                "name": "by_age", "dimensions": ["age"], "measures": ["population_jan1"],
                "where": {"age": ["18..20"], "group": ["a"]}
            },
            {
                "name": "destinations", "dimensions": ["origin", "destination"],
                "measures": ["emigrations"], "where": {"group": ["a"]}
            },
            {
                "name": "returns", "dimensions": ["year", "destination_kind"],
                "measures": ["emigrations", "returned_5y"]
            },
            {
                "name": "curve", "dimensions": ["years_since"], "measures": ["emigrations", "returned"],
                "where": {"years_since": ["1..5"], "year": ["2000..2001"]}
            },
            {"name": "all", "dimensions": [], "measures": ["emigrations", "returned_5y"]}
        ]
    })
}

/// A folder with the inputs, of which one file may be another.
fn inputs(name: &str, spec: &Value, other: Option<(&str, String)>) -> PathBuf {
    let folder = folder(name);
    let files = [
        ("person.csv", PERSON),
        ("resident.csv", RESIDENT),
        ("emigration.csv", EMIGRATION),
        ("country_groups.csv", COUNTRIES),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    if let Some((name, text)) = other {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("spec.json"), spec.to_string()).unwrap();
    folder
}

fn run(folder: &Path, engine: &str) -> (Called, PathBuf) {
    let out = folder.join(engine);
    let spec = folder.join("spec.json");
    let words = [
        "tabulate",
        "run",
        arg(&spec),
        "--out",
        arg(&out),
        "--engine",
        engine,
        "--json",
    ];
    (call(&words), out)
}

fn table(out: &Path, name: &str) -> String {
    fs::read_to_string(out.join("counted").join(format!("{name}.csv"))).unwrap()
}

#[test]
fn every_engine_counts_what_can_be_counted_by_hand() {
    let folder = inputs("tabulate_small", &spec(), None);
    for engine in engines() {
        let (called, out) = run(&folder, &engine);
        assert_eq!(
            called.code,
            Some(0),
            "{engine}: {} {}",
            called.out,
            called.err
        );
        let expected = [
            (
                "by_year",
                "group,year,emigrations,person_years,population_jan1,population_dec31\n\
                 a,2000,2,3,3,3\na,2001,1,2.5,3,2\nb,2000,0,2,2,2\nb,2001,1,1.5,2,1\n",
            ),
            // Person 1 had the lower level on 1 January 2000, so that year counts with it at both ends.
            (
                "by_education",
                "group,education,period,emigrations,person_years\n\
                 a,no_higher,2000-2001,1,3\na,bachelor_plus,2000-2001,2,2.5\n\
                 b,no_higher,2000-2001,1,3.5\nb,bachelor_plus,2000-2001,0,0\n",
            ),
            ("by_age", "age,population_jan1\n18,0\n19,0\n20,4\n"),
            (
                "destinations",
                "origin,destination,emigrations\n\
                 pakistan,origin,1\npakistan,nordic,0\npakistan,uk,0\npakistan,other,0\npakistan,unknown,1\n\
                 sweden,origin,0\nsweden,nordic,0\nsweden,uk,1\nsweden,other,0\nsweden,unknown,0\n",
            ),
            // Person 4 left in 2000 and was back a year later; dead by 2005 counts as back.
            (
                "returns",
                "year,destination_kind,emigrations,returned_5y\n\
                 2000,origin,1,1\n2000,other,1,1\n2000,unknown,0,0\n\
                 2001,origin,0,0\n2001,other,1,1\n2001,unknown,1,0\n",
            ),
            (
                "curve",
                "years_since,emigrations,returned\n1,4,2\n2,4,1\n3,4,1\n4,4,1\n5,4,3\n",
            ),
            ("all", "emigrations,returned_5y\n4,3\n"),
        ];
        for (name, expected) in expected {
            assert_eq!(table(&out, name), expected, "{name} on {engine}");
        }
        let run: Value =
            serde_json::from_str(&fs::read_to_string(out.join("run.json")).unwrap()).unwrap();
        assert_eq!(run["inputs"][1]["rows"], 20);
        assert_eq!(
            run["balance"][0],
            json!({
                "year": 2000, "population_jan1": 5, "population_dec31": 5, "emigrations": 2,
                "unknown_destination": 0, "deaths": 0, "arrivals": 2
            })
        );
        // The package opens as any other.
        assert_eq!(call(&["check", arg(&out.join("counted"))]).code, Some(0));
    }
}

#[test]
fn the_level_at_the_end_of_a_year_follows_the_spec() {
    let mut spec = spec();
    spec["rules"]["education_dec31"] = json!("next_january");
    let folder = inputs("tabulate_next", &spec, None);
    for engine in engines() {
        let (called, out) = run(&folder, &engine);
        assert_eq!(called.code, Some(0), "{}", called.err);
        assert_eq!(
            table(&out, "by_education"),
            "group,education,period,emigrations,person_years\n\
             a,no_higher,2000-2001,1,2.5\na,bachelor_plus,2000-2001,2,3\n\
             b,no_higher,2000-2001,1,3.5\nb,bachelor_plus,2000-2001,0,0\n"
        );
    }
}

#[test]
fn a_cohort_followed_too_short_is_not_applicable() {
    let mut spec = spec();
    spec["last_january"] = json!(2005);
    let folder = inputs("tabulate_short", &spec, None);
    let (called, out) = run(&folder, "duckdb");
    assert_eq!(called.code, Some(0), "{}", called.err);
    let returns = table(&out, "returns");
    assert!(
        returns.contains("2000,origin,1,1\n") && returns.contains("2001,other,1,.\n"),
        "{returns}"
    );
    assert!(table(&out, "curve").contains("4,4,1\n5,4,.\n"));
    assert_eq!(table(&out, "all"), "emigrations,returned_5y\n4,.\n");
}

/// Input with something wrong: what it is called, the file, and a row more.
const WRONG: [(&str, &str, &str); 15] = [
    ("person_twice", "person.csv", "1,1983,a,sweden,\n"),
    ("resident_twice", "resident.csv", "1,2000,bachelor_plus\n"),
    (
        "emigration_twice",
        "emigration.csv",
        "2,1,2001,no_higher,SE\n",
    ),
    (
        "resident_without_person",
        "resident.csv",
        "99,2000,no_higher\n",
    ),
    (
        "emigration_without_person",
        "emigration.csv",
        "99,1,2000,no_higher,SE\n",
    ),
    ("person_without_birth_year", "person.csv", "98,,a,sweden,\n"),
    ("resident_without_year", "resident.csv", "7,,no_higher\n"),
    (
        "emigration_without_year",
        "emigration.csv",
        "7,2,,no_higher,SE\n",
    ),
    (
        "resident_before_birth",
        "resident.csv",
        "7,1980,no_higher\n",
    ),
    (
        "emigration_before_birth",
        "emigration.csv",
        "7,1,1979,no_higher,SE\n",
    ),
    (
        "resident_after_death",
        "resident.csv",
        "4,2002,bachelor_plus\n",
    ),
    (
        "emigration_after_death",
        "emigration.csv",
        "4,2,2003,bachelor_plus,SE\n",
    ),
    (
        "unknown_country",
        "emigration.csv",
        "6,1,2001,no_higher,XX\n",
    ),
    ("resident_without_education", "resident.csv", "7,2001,\n"),
    (
        "emigration_without_education",
        "emigration.csv",
        "6,2,2001,,SE\n",
    ),
];

/// A file with rows more.
fn longer(file: &str, rows: &str) -> String {
    let whole = match file {
        "person.csv" => PERSON,
        "resident.csv" => RESIDENT,
        _ => EMIGRATION,
    };
    format!("{whole}{rows}")
}

/// A folder of inputs with everything of [`WRONG`] whose name is wanted.
fn wrong_inputs(name: &str, spec: &Value, wanted: impl Fn(&str) -> bool) -> PathBuf {
    let folder = inputs(name, spec, None);
    for file in ["person.csv", "resident.csv", "emigration.csv"] {
        let rows = WRONG
            .iter()
            .filter(|(name, at, _)| *at == file && wanted(name));
        let rows: String = rows.map(|(.., row)| *row).collect();
        fs::write(folder.join(file), longer(file, &rows)).unwrap();
    }
    folder
}

#[test]
fn bad_input_is_refused_by_name_and_nothing_is_written() {
    let folder = wrong_inputs("tabulate_wrong", &spec(), |name| name != "person_twice");
    for engine in engines() {
        let (called, out) = run(&folder, &engine);
        assert_eq!(called.code, Some(1), "{engine}");
        let said: Value = serde_json::from_str(&called.out).unwrap();
        let reason = said["reason"].as_str().unwrap();
        for (name, ..) in WRONG.iter().filter(|(name, ..)| *name != "person_twice") {
            let words = text::publish::check_name(text::Lang::Nb, name).unwrap();
            let line = reason.lines().find(|line| line.contains(words));
            assert!(
                line.is_some_and(|line| line.starts_with("1 ")),
                "{name}: {reason}"
            );
        }
        assert!(!out.join("counted").exists());
    }
    // A year that nobody is resident in.
    let without = RESIDENT
        .replace(",2003,", ",2004,")
        .replace("3,2004,no_higher\n3,2004", "3,2004");
    let folder = inputs("tabulate_gap", &spec(), Some(("resident.csv", without)));
    let (called, _) = run(&folder, "duckdb");
    assert_eq!(called.code, Some(1));
    assert!(called.out.contains("2003"), "{}", called.out);
}

#[test]
fn what_is_left_out_is_counted_and_changes_no_other_number() {
    let mut lenient = spec();
    lenient["rules"] = json!({
        "education_dec31": "this_january", "missing_education": "no_higher",
        "unknown_country": "as_unknown", "bad_rows": "leave_out"
    });
    // What contradicts the life of a person is left out, and nothing else changes.
    let of_nobody = |name: &str| {
        let endings = [
            "_without_person",
            "_without_birth_year",
            "_without_year",
            "_before_birth",
            "_after_death",
        ];
        endings.iter().any(|ending| name.ends_with(ending))
    };
    let folder = inputs("tabulate_clean", &lenient, None);
    let wrong = wrong_inputs("tabulate_left_out", &lenient, of_nobody);
    for engine in engines() {
        let (called, clean) = run(&folder, &engine);
        assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
        let (called, out) = run(&wrong, &engine);
        assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
        let said: Value = serde_json::from_str(&called.out).unwrap();
        for check in said["run"]["checks"].as_array().unwrap() {
            let name = check["problem"].as_str().unwrap();
            assert_eq!(
                check["found"],
                i32::from(of_nobody(name)),
                "{name} on {engine}"
            );
            assert!(!of_nobody(name) || check["done"] == "left_out");
        }
        for name in ["by_year", "destinations", "returns", "by_education"] {
            assert_eq!(table(&clean, name), table(&out, name), "{name} on {engine}");
        }
    }
    // Who stands twice is left out altogether; what cannot be told is counted as the spec says.
    let cases = [
        ("person.csv", "1,1983,a,sweden,\n", "a,2000,2,2,2,2\n"),
        (
            "emigration.csv",
            "6,1,2001,no_higher,XX\n",
            "b,2001,2,1.5,2,1\n",
        ),
        ("resident.csv", "7,2001,\n", "b,2001,1,2,3,1\n"),
        ("resident.csv", "1,2000,no_higher\n", "a,2000,2,3,3,3\n"),
    ];
    for (file, row, expected) in cases {
        let folder = inputs("tabulate_cases", &lenient, Some((file, longer(file, row))));
        let (called, out) = run(&folder, "duckdb");
        assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
        assert!(
            table(&out, "by_year").contains(expected),
            "{row}: {}",
            table(&out, "by_year")
        );
    }
}

#[test]
fn a_spec_that_cannot_be_carried_out_says_where() {
    let cases = [
        ("/ages", json!([35, 18]), "ages"),
        ("/last_january", json!(2001), "last_january"),
        ("/rules/bad_rows", json!("guess"), "rules.bad_rows"),
        (
            "/rules/missing_education",
            json!("primary"),
            "rules.missing_education",
        ),
        (
            "/tables/0/dimensions",
            json!(["group", "height"]),
            "tables.by_year",
        ),
        ("/tables/0/dimensions", json!(["sex"]), "columns"),
        ("/tables/0/measures", json!(["weight"]), "tables.by_year"),
        (
            "/tables/0/dimensions",
            json!(["destination"]),
            "tables.by_year",
        ),
        ("/tables/5/measures", json!(["emigrations"]), "tables.curve"),
        ("/tables/6/name", json!("../x"), "tables.name"),
        (
            "/package/labels/group",
            json!({"a,b": {"en": "A, B"}}),
            "tables.by_year",
        ),
    ];
    for (place, value, told) in cases {
        let mut spec = spec();
        *spec.pointer_mut(place).unwrap() = value;
        let folder = inputs("tabulate_spec", &spec, None);
        let (called, _) = run(&folder, "duckdb");
        assert_eq!(called.code, Some(1), "{place}");
        assert!(called.out.contains(told), "{place}: {}", called.out);
    }
}

#[test]
fn a_code_that_the_spec_does_not_list_is_refused() {
    let person = PERSON.replace("7,1982,b", "7,1982,c");
    let resident = format!("{RESIDENT}7,2000,no_higher\n");
    let folder = inputs("tabulate_code", &spec(), Some(("person.csv", person)));
    fs::write(folder.join("resident.csv"), resident).unwrap();
    let (called, _) = run(&folder, "duckdb");
    assert_eq!(called.code, Some(1));
    assert!(
        called.out.contains("by_year") && called.out.contains("«c»"),
        "{}",
        called.out
    );
}

#[test]
fn a_missing_engine_is_told_with_what_to_install() {
    let folder = inputs("tabulate_engine", &spec(), None);
    let spec = folder.join("spec.json");
    let words = [
        "tabulate",
        "run",
        arg(&spec),
        "--out",
        arg(&folder),
        "--lang",
        "en",
    ];
    let called = program::call_with(&words, &[("UTVANDRING_PYTHON", "no-such-python")]);
    assert_eq!(called.code, Some(3));
    assert!(called.err.contains("pip install duckdb"), "{}", called.err);
}

#[test]
fn a_plan_can_be_run_without_the_program_and_read_by_it() {
    let folder = inputs("tabulate_plan", &spec(), None);
    let (spec, out) = (folder.join("spec.json"), folder.join("out"));
    let called = call(&["tabulate", "plan", arg(&spec), "--out", arg(&out)]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let script = out.join("sql/duckdb.sql");
    let text = fs::read_to_string(&script).unwrap();
    // Nothing that engines understand differently.
    for word in [" OVER ", "DATE", " / ", "EXTRACT"] {
        assert!(!text.contains(word), "{word}");
    }
    let python = root().join("target/engines/bin/python");
    let run = "import sys, duckdb; duckdb.connect().execute(open(sys.argv[1]).read())";
    let status = std::process::Command::new(python)
        .args(["-c", run, arg(&script)])
        .status()
        .unwrap();
    assert!(status.success());
    let words = [
        "tabulate",
        "run",
        arg(&spec),
        "--out",
        arg(&out),
        "--from-results",
    ];
    let called = program::call_with(&words, &[("UTVANDRING_PYTHON", "no-such-python")]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert_eq!(table(&out, "all"), "emigrations,returned_5y\n4,3\n");
    // What was protected of earlier counts goes with them.
    fs::create_dir_all(out.join("protected")).unwrap();
    fs::write(out.join("protect.json"), "{}").unwrap();
    assert_eq!(program::call_with(&words, &[]).code, Some(0));
    assert!(!out.join("protected").exists() && !out.join("protect.json").exists());
}

#[test]
fn person_years_are_those_of_a_published_population() {
    // Men in Denmark born in 1970: 35 987 on 1 January 1972 and 36 056 a year later, as published in R's
    // Epi::N.dk; Epi::Y.dk has 36 021.5 person-years for 1972.
    let mut spec = spec();
    spec["ages"] = json!([2, 2]);
    spec["years"] = json!([1972, 1972]);
    spec["last_january"] = json!(1973);
    spec["rules"]["bad_rows"] = json!("leave_out");
    spec["tables"] = json!([{
        "name": "by_age", "dimensions": ["age"],
        "measures": ["person_years", "population_jan1", "population_dec31"]
    }]);
    let folder = inputs("tabulate_denmark", &spec, None);
    let (first, second) = (35_987, 36_056);
    let mut person = "person,birth_year,group,origin_base,death_year\n".to_owned();
    let mut resident = "person,year,education\n".to_owned();
    for number in 1..=second {
        person += &format!("{number},1970,a,,\n");
        if number <= first {
            resident += &format!("{number},1972,no_higher\n");
        }
        resident += &format!("{number},1973,no_higher\n");
    }
    fs::write(folder.join("person.csv"), person).unwrap();
    fs::write(folder.join("resident.csv"), resident).unwrap();
    for engine in engines() {
        let (called, out) = run(&folder, &engine);
        assert_eq!(called.code, Some(0), "{}", called.err);
        let expected = "age,person_years,population_jan1,population_dec31\n2,36021.5,35987,36056\n";
        assert_eq!(table(&out, "by_age"), expected);
    }
}

#[test]
fn the_teaching_register_gives_the_teaching_package_back() {
    let register = std::env::var_os("UTVANDRING_REGISTER").map(PathBuf::from);
    let whole = register.is_some();
    let register = register.unwrap_or_else(|| root().join("target/publishers/register"));
    let spec = register.join("spec.json");
    assert!(
        spec.is_file(),
        "`cargo xtask test` writes the register first"
    );
    for engine in engines() {
        let out = folder(&format!("teaching_{engine}"));
        let words = [
            "tabulate",
            "run",
            arg(&spec),
            "--out",
            arg(&out),
            "--engine",
            &engine,
            "--json",
        ];
        let called = call(&words);
        assert_eq!(called.code, Some(0), "{} {}", called.out, called.err);
        let mut compared = 0;
        for name in [
            "by_year",
            "by_age",
            "by_age_year",
            "by_education_year",
            "destinations",
            "returns",
            "by_origin",
            "destinations_by_origin",
            "returns_by_origin",
            "return_curve",
        ] {
            let published = root().join(format!("www/data/teaching/{name}.csv"));
            let published = fs::read_to_string(published).unwrap();
            let counted = table(&out, name);
            if whole {
                assert!(counted == published, "{name} on {engine}");
            }
            // A part of the register has the rows of its group.
            let own = |text: &str| -> Vec<String> {
                let mut lines = text.lines();
                let header = lines.next().map(str::to_owned);
                let rows = lines.filter(|line| line.starts_with("nb_two_immigrant_parents,"));
                header.into_iter().chain(rows.map(str::to_owned)).collect()
            };
            assert_eq!(own(&counted), own(&published), "{name} on {engine}");
            compared += own(&counted).len();
        }
        assert!(compared > 1500);
    }
}

#[test]
fn names_of_columns_and_sizes_never_become_queries() {
    let dropped = "x\" BIGINT); DROP TABLE person; --";
    let person = PERSON.replacen('\n', &format!(",\"{}\"\n", dropped.replace('"', "\"\"")), 1);
    let folder = inputs("tabulate_names", &spec(), Some(("person.csv", person)));
    let (spec, out) = (folder.join("spec.json"), folder.join("o'clock"));
    let words = ["tabulate", "plan", arg(&spec), "--out", arg(&out)];
    let called = program::call(&words);
    assert_eq!(called.code, Some(0), "{}", called.err);
    for engine in ["duckdb", "datafusion", "spark"] {
        let script = fs::read_to_string(out.join("sql").join(format!("{engine}.sql"))).unwrap();
        assert!(!script.contains("DROP"), "{engine}");
        // Two quotes are two texts to Spark.
        let escaped = if engine == "spark" {
            "o\\'clock"
        } else {
            "o''clock"
        };
        assert!(script.contains(escaped), "{engine}");
    }
    for size in ["1GB'; DROP TABLE person; --", "GB", "3", "3 QB"] {
        let called = program::call(&[&words[..], &["--memory", size]].concat());
        assert_eq!(called.code, Some(2), "{size}: {}", called.err);
    }
}

#[test]
fn codes_that_an_engine_would_read_as_something_else_are_refused() {
    let with_label = |code: &str| {
        let mut spec = spec();
        spec["package"]["labels"]["group"][code] = json!({"en": "C"});
        spec
    };
    let with_only = |dimension: &str, code: &str| {
        let mut spec = spec();
        spec["tables"][2]["where"][dimension] = json!([code]);
        spec
    };
    let cases = [
        ("backslash", with_label("c\\")),
        ("quote", with_label("c'")),
        ("control", with_label("c\u{0}")),
        ("number", with_only("year", "2000) OR (1 = 1")),
        ("other", with_only("education", "x\\")),
        ("unknown", with_only("1 = 1 OR year", "2000")),
    ];
    for (name, spec) in cases {
        let folder = inputs(&format!("tabulate_odd_{name}"), &spec, None);
        let (spec, out) = (folder.join("spec.json"), folder.join("out"));
        let called = program::call(&["tabulate", "plan", arg(&spec), "--out", arg(&out)]);
        assert_eq!(
            called.code,
            Some(1),
            "{name}: {} {}",
            called.out,
            called.err
        );
    }
}
