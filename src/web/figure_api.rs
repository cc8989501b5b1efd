//! The part of the JavaScript API that draws.
//!
//! `www/utvandring.d.ts` documents the whole API for those who call it.

use std::collections::BTreeMap;

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use figures::build::build;
use figures::options::{Intervals, Options};
use figures::place::{Size, place};
use figures::spec::{Chart, Spec};
use figures::theme::Theme;
use figures::{catalog, svg::svg};
use measures::IntervalMethod;
use state::View;

use super::query_args::{denominator_of, filters_of, lang_of};
use super::reply::{error, from_js};
use super::{canvas, download, page, session};

/// Draws a figure of the report, or of a question.
pub async fn figure(figure: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    session::in_use()?;
    let options: FigureOptions = if options.is_undefined() {
        FigureOptions::default()
    } else {
        from_js(options, "figure")?
    };
    let spec = spec_of(figure)?;
    if spec.is_map() {
        session::bring_atlas().await;
    }
    let dataset = session::in_use()?;
    let lang = lang_of(options.lang.as_deref(), "figure").map_err(|message| error(&message))?;
    let figure = build(&spec, &dataset, lang);
    if let Some(reason) = figure.absent {
        return Err(error(&reason));
    }
    let size = Size {
        width: options.width.unwrap_or(900.0),
        height: options.height,
    };
    match options.format.as_deref().unwrap_or("svg") {
        "svg" => Ok(download::text_blob(
            &svg(&figure.sheet, size, &Theme::LIGHT),
            "image/svg+xml",
        )?
        .into()),
        "png" => {
            page::load_fonts().await;
            let canvas = canvas::detached().map_err(|message| error(&message))?;
            let placed = place(&figure.sheet, size, &Theme::LIGHT);
            canvas::show(
                &canvas,
                &placed,
                &Theme::LIGHT,
                options.scale.unwrap_or(2.0),
            )
            .map_err(|message| error(&message))?;
            Ok(download::png_blob(&canvas).await?.into())
        }
        other => Err(error(&format!(
            "figure: found format {other:?}, expected svg or png"
        ))),
    }
}

/// The report's figure of an id or number, or the figure of a question.
fn spec_of(value: JsValue) -> Result<Spec, JsValue> {
    if let Some(id) = value
        .as_string()
        .or_else(|| value.as_f64().map(|n| n.to_string()))
    {
        let id = if id.starts_with("fig") {
            id
        } else {
            format!("fig{id}")
        };
        return catalog::find(&id)
            .ok_or_else(|| error(&format!("figure: found {id:?}, expected fig1 to fig18")));
    }
    let asked: FigureAsked = from_js(value, "figure")?;
    let view = asked.view().map_err(|message| error(&message))?;
    view.spec().ok_or_else(|| error("figure: unknown measure"))
}

#[derive(Default, Deserialize)]
struct FigureOptions {
    format: Option<String>,
    lang: Option<String>,
    width: Option<f64>,
    height: Option<f64>,
    scale: Option<f64>,
}

/// A figure of a question: along `by`, in series by `split`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureAsked {
    measure: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    split: String,
    #[serde(rename = "where", default, with = "serde_wasm_bindgen::preserve")]
    filter: JsValue,
    #[serde(default)]
    rebase: bool,
    #[serde(default)]
    denominator: Option<String>,
    /// `line`, `bars`, `sums`, `stacked`, `dots`, `slope`, `heat`, `flow`, `people` or `map`.
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    hidden: Vec<String>,
    #[serde(default)]
    focus: Vec<String>,
    /// `none`, `90`, `95` or `99`.
    #[serde(default)]
    intervals: String,
    /// `garwood`, `midp` or `byar` for rates; `wilson`, `clopper_pearson` or `goodman` for shares.
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    facets: Option<String>,
    #[serde(default)]
    counts: bool,
    #[serde(default)]
    log: bool,
    #[serde(default)]
    index: Option<String>,
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    source: String,
    /// Places on the axis, and what is written there.
    #[serde(default)]
    marks: BTreeMap<String, String>,
}

impl FigureAsked {
    fn view(self) -> Result<View, String> {
        let chart = match self.kind.as_deref() {
            None => None,
            Some(name) => Some(
                Chart::from_name(name)
                    .ok_or_else(|| format!("figure: found kind {name:?}, which is not known"))?,
            ),
        };
        let method = match self.method.as_deref() {
            None => None,
            Some(name) => Some(
                IntervalMethod::from_name(name)
                    .ok_or_else(|| format!("figure: found method {name:?}, which is not known"))?,
            ),
        };
        let view = View {
            options: Options {
                chart,
                hidden: self.hidden,
                focus: self.focus,
                intervals: Intervals::from_name(&self.intervals),
                method,
                facets: self.facets,
                counts: self.counts,
                log: self.log,
                index: self.index,
                from: self.from,
                title: Options::tidied(&self.title),
                note: Options::tidied(&self.note),
                source: Options::tidied(&self.source),
                marks: Options::fewer(self.marks.into_iter().collect()),
                ..Options::default()
            },
            measure: self.measure,
            by: self.by,
            split: self.split,
            filters: filters_of(&self.filter, "figure")?,
            rebased: self.rebase,
            denominator: denominator_of(self.denominator.as_deref(), "figure")?,
        };
        let question = view.question();
        if let (Some(method), Some(question)) = (method, &question)
            && !method.suits(question)
        {
            return Err(format!(
                "figure: found method {:?}, expected one of: {}",
                method.name(),
                IntervalMethod::names_for(question).join(", ")
            ));
        }
        Ok(view)
    }
}
