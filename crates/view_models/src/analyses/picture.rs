//! The figure of an analysis: the same numbers as its table, as a sheet to be placed and drawn.

use ::figures::build::{Figure, PanelNumbers, badge, covered, sources};
use ::figures::sheet::{Axis, Kind, Marker, Panel, Point, Series, Sheet, TickFormat};
use ::figures::table::{Line, NumberTable, TableCell};
use ::figures::theme::Hue;
use measures::{Row, answer};
use stats::Interval;
use text::{figures, number, ranges};

use super::builder::AnalysisBuilder;

/// What an analysis draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    /// What is measured, and of whom.
    pub subtitle: String,
    /// The panels with their numbers.
    pub panels: Vec<(Panel, PanelNumbers)>,
    /// What must be known to read it.
    pub remarks: Vec<String>,
}

/// One number to draw, with the row it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spot {
    pub value: Option<f64>,
    pub text: String,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub between: String,
    pub absent: Option<String>,
    pub hue: Option<Hue>,
    pub marker: Marker,
    pub row: Option<Row>,
    /// Identifier of the explanation of the number.
    pub explain: Option<String>,
}

/// How the numbers of an axis are written in a figure: factor, decimals, whether as per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Form {
    pub decimals: usize,
    pub percent: bool,
}

impl Form {
    /// A share or rate with so many decimals of a per cent.
    pub fn percent(decimals: usize) -> Form {
        Form {
            decimals,
            percent: true,
        }
    }

    /// A plain number.
    pub fn plain(decimals: usize) -> Form {
        Form {
            decimals,
            percent: false,
        }
    }

    fn format(self) -> TickFormat {
        match self.percent {
            true => TickFormat::Percent,
            false => TickFormat::Number,
        }
    }
}

/// A series of spots, one a category.
pub(super) struct Dotted<'a> {
    pub key: &'a str,
    pub label: &'a str,
    pub hue: Hue,
    pub spots: Vec<Spot>,
}

impl AnalysisBuilder<'_> {
    /// A number with its limits, in the form of the figure.
    pub(super) fn spot(&self, value: Option<f64>, interval: Option<Interval>, form: Form) -> Spot {
        let lang = self.lang;
        let factor = if form.percent { 100.0 } else { 1.0 };
        let plain = |value: f64| number::decimal(value * factor, form.decimals, lang);
        let unit = |value: f64| match form.percent {
            true => number::percent(value, form.decimals, lang),
            false => plain(value),
        };
        Spot {
            value,
            text: value.map(unit).unwrap_or_default(),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            between: interval
                .map(|limits| format!("{}–{}", plain(limits.lower), unit(limits.upper)))
                .unwrap_or_default(),
            ..Spot::default()
        }
    }

    /// A panel of rows with dots, one a category.
    pub(super) fn dots(
        &self,
        stub: &str,
        heads: &[String],
        rows: Vec<Dotted>,
        form: Form,
    ) -> (Panel, PanelNumbers) {
        let panel = Panel {
            kind: Kind::Dots,
            x: Axis {
                categories: Some(heads.to_vec()),
                ..Axis::default()
            },
            y: Axis {
                format: form.format(),
                from_zero: true,
                ..Axis::default()
            },
            ..Panel::default()
        };
        with_rows(panel, stub, heads, rows)
    }

    /// Keeps what the analysis draws.
    pub(super) fn draw(
        &mut self,
        subtitle: &str,
        panels: Vec<(Panel, PanelNumbers)>,
        remarks: Vec<String>,
    ) {
        self.picture = Some(Picture {
            subtitle: subtitle.to_owned(),
            panels,
            remarks,
        });
    }

    /// A subtitle with the ages and years that the numbers are of.
    fn covering(&self, subtitle: &str) -> String {
        let ages = figures::of_ages(self.lang, &ranges(self.lang, &covered(self.dataset, "age")));
        figures::subtitle(subtitle, "", &[ages, ranges(self.lang, &self.years)])
    }

    /// The figure, when the analysis has one.
    pub(super) fn figure(&self, kind: &str) -> Option<Figure> {
        let picture = self.picture.clone()?;
        let (dataset, lang) = (self.dataset, self.lang);
        let (panels, numbers): (Vec<_>, Vec<_>) = picture.panels.into_iter().unzip();
        // A panel that is of no table by itself is of the one that answers its question.
        let mut of_tables = numbers.clone();
        for panel in of_tables.iter_mut().filter(|panel| panel.source.is_empty()) {
            let asked = panel.question.as_ref();
            let found = asked.and_then(|question| answer(dataset, question).ok());
            panel.source = found.map_or_else(|| self.of_table.clone(), |found| found.table);
        }
        let source = figures::source_line(
            lang,
            &sources(dataset, &of_tables, lang),
            dataset.title.get(lang),
            &dataset.version,
        );
        let mut footer = vec![source];
        // What counts as an emigration is said below every figure of emigrations.
        let notes = dataset.emigration_notes.iter();
        let notes = notes.map(|note| note.get(lang).to_owned());
        let remarks: Vec<String> = picture.remarks.into_iter().chain(notes).collect();
        if !remarks.is_empty() {
            footer.push(remarks.join(" "));
        }
        Some(Figure {
            said: Vec::new(),
            id: format!("analysis-{kind}"),
            number: None,
            sheet: Sheet {
                title: self.page.question.clone(),
                subtitle: self.covering(&picture.subtitle),
                summary: self.answer(),
                panels,
                badge: badge(dataset, lang),
                footer,
                lang,
                only: None,
            },
            panels: numbers,
            absent: None,
            level: Some(self.level),
        })
    }
}

/// A panel for lines in per cent, from zero, along whole numbers of years.
pub(super) fn lines_along(title: &str) -> Panel {
    Panel {
        kind: Kind::Line,
        x: Axis {
            title: title.to_owned(),
            format: TickFormat::Age,
            ..Axis::default()
        },
        y: Axis {
            format: TickFormat::Percent,
            from_zero: true,
            ..Axis::default()
        },
        ..Panel::default()
    }
}

/// The panel with its series, and its numbers as a table: one line a place, one column a series.
pub(super) fn with_rows(
    mut panel: Panel,
    stub: &str,
    heads: &[String],
    rows: Vec<Dotted>,
) -> (Panel, PanelNumbers) {
    let mut numbers = PanelNumbers {
        table: NumberTable {
            stub: stub.to_owned(),
            columns: rows.iter().map(|row| row.label.to_owned()).collect(),
            rows: heads
                .iter()
                .map(|head| Line {
                    head: head.clone(),
                    cells: Vec::new(),
                })
                .collect(),
        },
        ..PanelNumbers::default()
    };
    for row in rows {
        for (line, spot) in numbers.table.rows.iter_mut().zip(&row.spots) {
            line.cells.push(TableCell {
                value: spot.value,
                text: spot.absent.clone().unwrap_or_else(|| spot.text.clone()),
                interval: spot.between.clone(),
                small: is_small(spot),
                ..TableCell::default()
            });
        }
        let told = row.spots.iter().map(|spot| spot.explain.clone());
        numbers.told.push(told.collect());
        numbers
            .rows
            .push(row.spots.iter().map(|spot| spot.row.clone()).collect());
        panel.series.push(Series {
            key: row.key.to_owned(),
            label: row.label.to_owned(),
            hue: row.hue,
            points: row
                .spots
                .into_iter()
                .enumerate()
                .map(|(place, spot)| point(place as f64, spot))
                .collect(),
        });
    }
    (panel, numbers)
}

fn is_small(spot: &Spot) -> bool {
    spot.row.as_ref().is_some_and(Row::is_small)
}

/// A spot at a place on the axis.
pub(super) fn point(x: f64, spot: Spot) -> Point {
    Point {
        x,
        small: is_small(&spot),
        y: spot.value,
        lower: spot.lower,
        upper: spot.upper,
        text: spot.text,
        between: spot.between,
        absent: spot.absent,
        hue: spot.hue,
        marker: spot.marker,
        ..Point::default()
    }
}
