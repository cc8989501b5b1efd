//! A figure as data: its questions, its data set, and where it stands.

use crate::spec::PanelSpec;
use data::json::{Json, object, text};
use data::write;
use measures::{Exposure, Rebase};

use super::{Request, notes};
use crate::build::Figure;

/// The description of a figure.
pub fn json(request: &Request) -> String {
    let figure = request.figure();
    let panels = request.spec.panels.iter().enumerate();
    let panels = panels.map(|(index, spec)| {
        let title = figure
            .sheet
            .panels
            .get(index)
            .map_or("", |panel| &panel.title);
        panel(
            spec,
            title,
            request.views.get(index).map_or("", |view| view),
            intervals(&figure, index),
        )
    });
    let notes = notes::notes(request, &figure);
    let notes = notes
        .iter()
        .map(|(heading, note)| text(&format!("{heading}: {note}")));
    let description = object(vec![
        ("id", text(&figure.id)),
        ("title", text(&figure.sheet.title)),
        ("summary", text(&figure.sheet.summary)),
        ("lang", text(request.lang.tag())),
        ("panels", Json::List(panels.collect())),
        ("dataset", dataset(request)),
        ("notes", Json::List(notes.collect())),
        ("product", text(&notes::product(request.lang))),
        ("date", text(request.date)),
        ("link", text(request.link)),
    ]);
    write::json(&description) + "\n"
}

/// What the data are.
pub fn dataset(request: &Request) -> Json {
    let dataset = request.dataset;
    object(vec![
        ("name", text(&dataset.name)),
        ("title", text(dataset.title.get(request.lang))),
        ("version", text(&dataset.version)),
        ("licence", text(&dataset.licence)),
        ("source", text(dataset.source.get(request.lang))),
        ("synthetic", Json::Flag(dataset.synthetic)),
        ("own", Json::Flag(dataset.own)),
    ])
}

/// How the intervals of a panel are formed and at which level; null without intervals.
fn intervals(figure: &Figure, panel: usize) -> Json {
    let method = figure
        .panels
        .get(panel)
        .map_or("", |panel| panel.method.name());
    match figure.level.filter(|_| !matches!(method, "" | "none")) {
        None => Json::Null,
        Some(level) => object(vec![
            ("method", text(method)),
            ("level", Json::Number(level)),
        ]),
    }
}

fn panel(spec: &PanelSpec, title: &str, view: &str, intervals: Json) -> Json {
    let question = &spec.question;
    let list = |codes: &[String]| Json::List(codes.iter().map(|code| text(code)).collect());
    let filters = question.filter.iter();
    let filters = filters.map(|filter| (filter.dimension.clone(), list(&filter.codes)));
    let rebase = match &question.rebase {
        Rebase::None => Json::Flag(false),
        Rebase::Without(codes) => list(codes),
    };
    let denominator = question
        .exposure
        .map_or(Json::Null, |exposure: Exposure| text(exposure.name()));
    let chart = spec.chart.name();
    let mut entries = vec![
        ("title", text(title)),
        ("measure", text(question.measure.name())),
        ("by", list(&question.by)),
        ("where", Json::Object(filters.collect())),
        ("rebase", rebase),
        ("denominator", denominator),
        ("chart", text(chart)),
        ("x", text(&spec.x)),
        ("series", spec.series.as_deref().map_or(Json::Null, text)),
        ("counts", Json::Flag(spec.counts)),
        ("intervals", intervals),
        ("view", text(view)),
    ];
    if let Some(together) = &question.together {
        let codes = vec![(together.dimension.clone(), list(&together.codes))];
        entries.push(("together", Json::Object(codes)));
    }
    object(entries)
}
