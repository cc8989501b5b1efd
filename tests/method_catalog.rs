//! The list of methods: one file is enough for a method to be found everywhere, and what the type
//! declarations say of methods comes from it.

#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

mod scripts;
mod shipped;

use std::collections::BTreeMap;

use utvandring::explain::{Context, explain};
use utvandring::measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use utvandring::measures::analysis::{Failure, Scope};
use utvandring::measures::{Measure, answer};
use utvandring::methods::arithmetic::{
    Arithmetic, Computation, Derivation, Label, Literal, Profile, Script, Unit, Values, key, one, s,
};
use utvandring::methods::catalog::{
    Catalog, Field, Form, Input, METHODS, Method, OnData, STATUS, Shown, Value, number, numbers,
    ok, out,
};
use utvandring::stats::Status;
use utvandring::text::Lang;
use utvandring::view_models::calculator::{Kind, results_of};

use scripts::{has_r, in_python, in_r};
use shipped::teaching;

/// A method as a file of its own would hold it: the odds of those with a property.
mod odds {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    pub struct Odds {
        pub with: f64,
        pub all: f64,
    }

    impl Arithmetic for Odds {
        fn profile(&self) -> Profile {
            Profile::of(METHOD.name)
        }

        fn derivation(&self, _: Values) -> Derivation {
            let share = s("k").over(s("n"));
            let odds = share.clone().over(one().minus(share));
            Derivation::new(Unit::Ratio, key("ratio").equals(odds))
                .given("k", Label::none(), self.with, Label::EVENTS)
                .given("n", Label::none(), self.all, Label::EXPOSURE)
        }

        fn literals(&self) -> Vec<(&'static str, Literal)> {
            Literal::two(["k", "n"], (self.with, self.all))
        }

        fn script(&self) -> Script {
            Script {
                python: "show(\"value\", k / n / (1 - k / n))\n",
                r: "show(\"value\", k / n / (1 - k / n))\n",
            }
        }
    }

    pub static METHOD: Method = Method {
        name: "odds",
        title: "odds of a share",
        field: Field::RatesAndShares,
        inputs: &[number("k"), number("n")],
        outputs: &[out("odds"), STATUS],
        run: Some(|a| {
            let [k, n] = numbers(a, ["k", "n"])?;
            ok([(k / (n - k)).into()])
        }),
        computation: Some(|a| {
            let [with, all] = numbers(a, ["k", "n"])?;
            Ok(Computation::new(Odds { with, all }))
        }),
        shown: Some(Shown {
            result: "share",
            method: "wilson",
            outputs: ["odds", "lower", "upper"],
            form: Form::Plain,
        }),
        on_data: Some(OnData {
            about: "the odds of a return.",
            run: on_data,
        }),
    };

    fn on_data(dataset: &data::Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
        let question = asked.scope.question(Measure::ReturnShare, asked.by.clone());
        let answer = answer(dataset, &question).map_err(Failure::Refused)?;
        let rows = answer.rows.iter().map(|row| Line {
            key: asked.keyed(&row.key),
            value: row.value.map(|share| share / (1.0 - share)),
            ..Line::default()
        });
        Ok(Lines {
            rows: rows.collect(),
            table: answer.table,
            notes: answer.notes,
        })
    }
}

fn texts(inputs: &[(&str, &str)]) -> BTreeMap<String, Input> {
    let input = |(name, text): &(&str, &str)| ((*name).to_owned(), Input::from(*text));
    inputs.iter().map(input).collect()
}

#[test]
fn a_method_in_one_file_is_found_everywhere() {
    let all: Vec<&Method> = METHODS.0.iter().copied().chain([&odds::METHOD]).collect();
    let methods = Catalog(&all);

    // Typed-in numbers, and what is said of a wrong name.
    let inputs = texts(&[("k", "30"), ("n", "40")]);
    let outputs = methods.calculate("odds", &inputs).unwrap();
    assert_eq!(outputs[0], ("odds".to_owned(), Value::Number(3.0)));
    assert_eq!(outputs[1].1, Value::Text("ok".to_owned()));
    let unknown = methods.calculate("odd", &inputs).unwrap_err().to_string();
    assert!(unknown.contains("odds"), "{unknown}");
    assert!(METHODS.calculate("odds", &inputs).is_err());

    // The arithmetic: the formula is the value, and so is its code.
    let computation = methods.computation("odds", &inputs).unwrap();
    assert_eq!(computation.values(), Ok(vec![("value", 3.0)]));
    for lang in Lang::ALL {
        let told = explain(&computation, &Context::typed_in(&computation, lang), lang);
        assert_eq!(told.value, Some(3.0));
        let put_in = told.substitution.to_text();
        assert_eq!(put_in, "(30 / 40) / (1 \u{2212} 30 / 40) = 3");
    }
    let script = computation.to_python().unwrap();
    let printed = in_python(&[script]);
    assert_eq!(printed, [Ok("value = 3\n".to_owned())]);
    let script = computation.to_r().unwrap();
    assert!(script.contains("k <- 30\n"));
    if has_r() {
        let printed = in_r(&[script])[0].clone().unwrap();
        assert_eq!(printed.trim_end(), "value = 3");
    }

    // The calculator has a line for it beside the other methods of a share.
    let typed = |name: &str| if name == "k" { "30" } else { "40" };
    let lines = |methods: &Catalog| {
        let found = results_of(methods, Kind::Share, typed, 0.95, Lang::En);
        found.unwrap().lines
    };
    let (with, without) = (lines(&methods), lines(&METHODS));
    assert_eq!(with.len(), without.len() + 1);
    assert_eq!(with.last().unwrap().raw, Some(3.0));

    // A data set.
    let asked = AnalysisRequest {
        name: "odds".to_owned(),
        by: vec!["group".to_owned()],
        scope: Scope::default(),
        of: None,
        over: Vec::new(),
        reference: Vec::new(),
        group: Vec::new(),
        standard: None,
        assumption: 0.5,
        without: Vec::new(),
        born: None,
        width: None,
        interval: None,
        level: 0.95,
    };
    let lines = methods.analyse(&teaching(), &asked).unwrap();
    assert_eq!(lines.rows.len(), 5);
    assert!(lines.rows.iter().all(|row| row.value > Some(0.0)));
    assert!(matches!(
        METHODS.analyse(&teaching(), &asked),
        Err(Missing::Unfit("measure", ..))
    ));

    // The declarations.
    let declared = methods.declare_methods();
    assert!(declared.contains(" * - `odds`: odds of a share. k, n -> odds, status\n"));
    assert!(declared.contains("  | \"odds\""));
    let analyses = methods.declare_analyses();
    assert!(analyses.contains(" * - `odds`: the odds of a return.\n"));
    assert!(analyses.contains("  | \"odds\""));
}

#[test]
fn a_formula_without_a_value_says_so() {
    let nobody = Computation::new(odds::Odds {
        with: 0.0,
        all: 0.0,
    });
    assert_eq!(nobody.values(), Err(Status::Invalid));
}

#[test]
fn every_method_can_be_reached_and_has_its_own_name() {
    for method in METHODS.0 {
        let found = METHODS.find(method.name).unwrap();
        assert!(std::ptr::eq(found, *method), "{}", method.name);
        assert!(method.run.is_some() || method.on_data.is_some());
        assert_eq!(method.run.is_some(), !method.outputs.is_empty());
        let shown = method.shown.iter().flat_map(|shown| shown.outputs);
        for output in shown {
            let known = method.outputs.iter().any(|known| known.name == output);
            assert!(known, "{} has no {output}", method.name);
        }
        assert!(method.shown.is_none() || method.computation.is_some());
    }
}

/// `UPDATE_GOLDENS=1` writes the declarations anew.
#[test]
fn the_type_declarations_are_those_of_the_methods() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/utvandring.d.ts");
    let mut file = std::fs::read_to_string(&path).unwrap();
    for (name, declared) in [
        ("MethodName", METHODS.declare_methods()),
        ("AnalysisMeasure", METHODS.declare_analyses()),
    ] {
        let union = file.find(&format!("export type {name} =")).unwrap();
        let start = file[..union].rfind("/**").unwrap();
        let end = union + file[union..].find(";\n").unwrap() + 2;
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            file.replace_range(start..end, &declared);
        } else {
            assert_eq!(&file[start..end], declared);
        }
        assert!(declared.lines().all(|line| line.chars().count() <= 100));
    }
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(path, file).unwrap();
    }
}
