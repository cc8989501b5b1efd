//! `utvandring report`: what was counted, checked and hidden, for somebody who decides. It has no small
//! counts itself.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use text::{Lang, publish, words};
use view_models::attack;

use crate::outcome::{Outcome, Said, Stop};
use crate::protect::PROTECTED;
use crate::tabulate::RUN;
use crate::{check, files, package};

/// Writes the report as HTML, and beside it as JSON.
pub fn run(folder: &Path, before: Option<&Path>, out: &Path, lang: Lang) -> Outcome {
    let read = |name: &str| -> Result<Value, Stop> {
        let bytes = files::bytes(&folder.join(name), lang)?;
        serde_json::from_slice(&bytes).map_err(|error| Stop::Refused(error.to_string()))
    };
    let done = package::done(folder, lang)?;
    let threshold = done["threshold"].as_i64().unwrap_or(i64::MAX);
    let run = masked(read(RUN)?, threshold);
    let dataset = files::dataset(&[folder.join(PROTECTED)], lang)?;
    let absent: Vec<u8> = check::absent(&dataset, lang)
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    let release = match before {
        None => Value::Null,
        Some(before) => {
            let now = attack::target(&dataset);
            let old = attack::target(&files::dataset(&[before.to_owned()], lang)?);
            let (opened, small) = attack::differences(&now.tables, &old.tables, threshold);
            json!({"opened": opened, "small_differences": small})
        }
    };
    let title = dataset.title.get(lang).to_owned();
    let report = json!({
        "package": title, "synthetic": dataset.synthetic, "run": run, "protect": done,
        "absent_figures": absent, "release_before": release,
    });
    files::write(out, html(&report, lang), lang)?;
    let beside = out.with_extension("json");
    let pretty = serde_json::to_string_pretty(&report).unwrap_or_default() + "\n";
    files::write(&beside, pretty, lang)?;
    let mut said = Said::default();
    for path in [out, &beside] {
        said.line(publish::written(lang, &path.display().to_string()));
    }
    said.value("report", report);
    Ok(said)
}

/// Counts of checks and of the balance without those below the threshold; a sum that would give one away
/// goes with it.
fn masked(mut run: Value, threshold: i64) -> Value {
    let few = |value: &Value| {
        value
            .as_i64()
            .is_some_and(|count| (1..threshold).contains(&count))
    };
    let mark = || Value::from(format!("<{threshold}"));
    for check in run["checks"].as_array_mut().into_iter().flatten() {
        if few(&check["found"]) {
            check["found"] = mark();
        }
    }
    for year in run["balance"].as_array_mut().into_iter().flatten() {
        let share = year["unknown_destination"]
            .as_f64()
            .zip(year["emigrations"].as_f64());
        let share = share
            .filter(|(_, moves)| *moves > 0.0)
            .map(|(unknown, moves)| unknown / moves);
        let hides = few(&year["unknown_destination"]);
        year["unknown_destination"] = match (share, hides) {
            (Some(share), false) => json!((share * 1000.0).round() / 1000.0),
            _ => Value::Null,
        };
        let names = [
            "population_jan1",
            "arrivals",
            "emigrations",
            "deaths",
            "population_dec31",
        ];
        let small: Vec<&str> = names.into_iter().filter(|name| few(&year[*name])).collect();
        if !small.is_empty() {
            for name in small {
                year[name] = mark();
            }
            // What came to the country is the rest of the others.
            year["arrivals"] = Value::Null;
        }
    }
    run
}

struct Page {
    lang: Lang,
    html: String,
}

impl Page {
    fn word(&self, name: &str) -> String {
        publish::report_word(self.lang, name)
            .unwrap_or(name)
            .to_owned()
    }

    fn heading(&mut self, text: &str) {
        let _ = writeln!(self.html, "<h2>{}</h2>", escaped(text));
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.html, "<p>{}</p>", escaped(text));
    }

    /// A table of these members of objects, one a row.
    fn table(&mut self, rows: &[Value], columns: &[&str]) {
        self.html += "<table><thead><tr>";
        for name in columns {
            let _ = write!(
                self.html,
                "<th scope=\"col\">{}</th>",
                escaped(&self.word(name))
            );
        }
        self.html += "</tr></thead><tbody>\n";
        for row in rows {
            let cells = columns
                .iter()
                .map(|name| format!("<td>{}</td>", escaped(&plain(&row[*name]))));
            let _ = writeln!(self.html, "<tr>{}</tr>", cells.collect::<String>());
        }
        self.html += "</tbody></table>\n";
    }

    /// Members of one object, one a row.
    fn list(&mut self, object: &Value, names: &[&str]) {
        self.html += "<table><tbody>\n";
        for name in names {
            let (word, value) = (escaped(&self.word(name)), escaped(&plain(&object[*name])));
            let _ = writeln!(
                self.html,
                "<tr><th scope=\"row\">{word}</th><td>{value}</td></tr>"
            );
        }
        self.html += "</tbody></table>\n";
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;margin:.5rem 0 1rem}th,td{border:1px solid #999;padding:.15rem .5rem;\
text-align:left;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}";

fn html(report: &Value, lang: Lang) -> String {
    let mut page = Page {
        lang,
        html: String::new(),
    };
    let title = publish::report_title(lang);
    let _ = write!(
        page.html,
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n<h1>{title}</h1>\n",
        lang.tag()
    );
    page.line(&plain(&report["package"]));
    if report["synthetic"] == true {
        page.line(words::synthetic(lang));
    }
    page.line(publish::office_decides(lang));
    let (run, protect) = (&report["run"], &report["protect"]);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();

    page.heading(publish::report_short(lang));
    let number = |value: &Value| value.as_i64().unwrap_or(0);
    let tables = list(&protect["tables"]);
    let cells = tables.iter().map(|table| number(&table["cells"])).sum();
    let hidden = number(&protect["primary"]) + number(&protect["secondary"]);
    page.line(&publish::report_size(lang, tables.len(), cells, hidden));
    let (threshold, interval) = (number(&protect["threshold"]), number(&protect["interval"]));
    page.line(&publish::report_rule(lang, threshold, interval));
    let verdict = match protect["holds"] == true {
        true => publish::audit_holds(lang),
        false => publish::package_refused(lang),
    };
    page.line(verdict);
    page.line(publish::not_audited(lang));

    page.heading(publish::report_counting(lang));
    page.line(publish::hashes_told(lang));
    let mut counting = run.clone();
    counting["engine"] = Value::from(format!(
        "{} {}",
        plain(&run["engine"]),
        plain(&run["engine_version"])
    ));
    page.list(
        &counting,
        &["engine", "program_version", "sha256_sql", "sha256_spec"],
    );

    page.heading(publish::report_inputs(lang));
    page.table(&list(&run["inputs"]), &["input", "rows", "sha256"]);

    page.heading(publish::report_checks(lang));
    page.line(publish::small_in_report(lang));
    let worded = list(&run["checks"]).into_iter().map(|mut check| {
        let name = plain(&check["problem"]);
        let done = plain(&check["done"]);
        check["problem"] = Value::from(publish::check_name(lang, &name).unwrap_or(&name));
        check["done"] = match check["found"] == 0 {
            true => Value::Null,
            false => Value::from(publish::check_done(lang, &done).unwrap_or(&done)),
        };
        check
    });
    page.table(&worded.collect::<Vec<_>>(), &["problem", "found", "done"]);

    page.heading(publish::report_balance(lang));
    page.line(publish::balance_told(lang));
    let columns = [
        "year",
        "population_jan1",
        "arrivals",
        "emigrations",
        "deaths",
        "population_dec31",
        "unknown_destination",
    ];
    page.table(&list(&run["balance"]), &columns);

    page.heading(publish::report_totals(lang));
    let mut agree = true;
    let totals = list(&run["totals"]).into_iter().map(|total| {
        let sums = list(&total["sums"]);
        agree &= sums.windows(2).all(|pair| pair[0]["sum"] == pair[1]["sum"]);
        let names: Vec<String> = sums.iter().map(|sum| plain(&sum["table"])).collect();
        let sum = sums.first().map(|sum| sum["sum"].clone());
        json!({"measure": total["measure"], "sum": sum, "tables": names.join(", ")})
    });
    let totals: Vec<Value> = totals.collect();
    if agree {
        page.line(publish::totals_agree(lang));
    }
    page.table(&totals, &["measure", "sum", "tables"]);

    page.heading(publish::report_protection(lang));
    page.line(publish::protection_told(lang));
    page.table(&tables, &["table", "cells", "primary", "secondary"]);

    page.heading(publish::report_audit(lang));
    page.line(publish::audit_told(lang));
    let audit = &protect["audit"];
    page.list(audit, &attack::COUNTS);
    page.line(verdict);

    page.heading(publish::report_package(lang));
    page.line(publish::page_accepts(lang));
    let absent: Vec<String> = list(&report["absent_figures"]).iter().map(plain).collect();
    if !absent.is_empty() {
        page.line(&format!(
            "{} {}",
            publish::figures_absent(lang),
            absent.join(", ")
        ));
    }

    page.heading(publish::report_before(lang));
    let release = &report["release_before"];
    let (opened, small) = (
        list(&release["opened"]),
        list(&release["small_differences"]),
    );
    if release.is_null() {
        page.line(publish::no_release_before(lang));
    } else if opened.is_empty() && small.is_empty() {
        page.line(publish::before_opens_nothing(lang));
    }
    for cell in &opened {
        page.line(&publish::cell_opened(lang, &plain(cell)));
    }
    for cell in &small {
        page.line(&publish::cell_shifted(lang, &plain(cell)));
    }
    page.html
}
