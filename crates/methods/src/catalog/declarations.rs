//! The methods as type declarations for scripts.

use super::Catalog;
use super::arguments::{InputKind, InputSpec};
use super::method::{Field, Method, Output, Shape};

/// No line of the declarations is longer.
const WIDTH: usize = 100;

impl Catalog<'_> {
    /// The names, inputs and results of the methods that compute from given numbers, as TypeScript.
    pub fn declare_methods(&self) -> String {
        let mut text = comment(
            "The methods by name, with their inputs and results. Inputs in parentheses may be left \
             out: `per` is then 1000, `conf` and `level` 0.95, `window` 5. Where `status` is among \
             the results, it says why a number is `null`.",
        );
        let methods = self.calculable();
        for field in Field::ALL {
            let of_field = methods.iter().copied();
            let of_field: Vec<&Method> = of_field.filter(|method| method.field == field).collect();
            if of_field.is_empty() {
                continue;
            }
            text += &format!(" *\n * {}\n", field.title());
            for alike in of_field.chunk_by(|one, two| is_alike(one, two)) {
                let names: Vec<String> = alike.iter().map(|method| quoted(method.name)).collect();
                let titles: Vec<&str> = alike.iter().map(|method| method.title).collect();
                text += &wrapped(&format!(
                    "- {}: {}. {} -> {}",
                    names.join(", "),
                    titles.join("; "),
                    inputs(alike[0].inputs),
                    outputs(alike[0].outputs)
                ));
            }
        }
        let names = methods.iter().map(|method| method.name);
        text + " */\n" + &union("MethodName", names)
    }

    /// What each method does to a data set, as TypeScript.
    pub fn declare_analyses(&self) -> String {
        let mut text = comment(
            "Methods that {@link compute} applies to the data set. All rates are emigrations per \
             exposure, all shares parts of 1; `lower` and `upper` are the limits that are named here.",
        );
        text += " *\n";
        for method in self.0 {
            if let Some(on_data) = &method.on_data {
                text += &wrapped(&format!("- {}: {}", quoted(method.name), on_data.about));
            }
        }
        text + " */\n" + &union("AnalysisMeasure", self.analyses().into_iter())
    }
}

/// The beginning of a comment.
fn comment(text: &str) -> String {
    let mut lines = String::from("/**\n");
    for line in wrapped(text).lines() {
        // Only items of a list are indented.
        lines += &line.replacen(" *   ", " * ", 1);
        lines.push('\n');
    }
    lines
}

/// A type that is one of some names.
fn union(name: &str, of: impl Iterator<Item = &'static str>) -> String {
    let of: Vec<String> = of.map(|name| format!("\n  | \"{name}\"")).collect();
    format!("export type {name} ={};\n", of.concat())
}

/// Whether two methods take the same and give the same.
fn is_alike(one: &Method, two: &Method) -> bool {
    one.inputs == two.inputs && one.outputs == two.outputs
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

/// The inputs, those that may be left out in parentheses.
fn inputs(all: &[InputSpec]) -> String {
    let mut parts = Vec::new();
    let mut rest = all;
    while let Some(first) = rest.first() {
        let same = rest
            .iter()
            .take_while(|input| input.kind.is_needed() == first.kind.is_needed());
        let (of_kind, others) = rest.split_at(same.count());
        let named: Vec<String> = of_kind.iter().map(input).collect();
        let named = named.join(", ");
        parts.push(match first.kind.is_needed() {
            true => named,
            false => format!("({named})"),
        });
        rest = others;
    }
    parts.join(", ")
}

fn input(input: &InputSpec) -> String {
    let name = input.name;
    match input.kind {
        InputKind::List | InputKind::OptionalList => format!("{name} list"),
        InputKind::Table => format!("{name} table"),
        InputKind::Decimal => format!("{name} (text: the printed digits count)"),
        InputKind::Choice(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            let (last, others) = words
                .split_last()
                .map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            match others {
                [] => format!("{name} ({last})"),
                others => format!("{name} ({} or {last})", others.join(", ")),
            }
        }
        _ => name.to_owned(),
    }
}

fn outputs(all: &[Output]) -> String {
    let named: Vec<String> = all
        .iter()
        .map(|output| match output.shape {
            Shape::One => output.name.to_owned(),
            Shape::List => format!("{} list", output.name),
            Shape::Table => format!("{} table", output.name),
        })
        .collect();
    named.join(", ")
}

/// A line of a comment, broken between words.
fn wrapped(line: &str) -> String {
    let mut text = String::new();
    let mut current = String::from(" *");
    for word in line.split(' ') {
        if current.chars().count() + 1 + word.chars().count() > WIDTH {
            text += &current;
            text.push('\n');
            current = String::from(" *  ");
        }
        current.push(' ');
        current += word;
    }
    text + &current + "\n"
}
