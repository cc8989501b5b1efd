//! From a question to a picture, in steps that each hold plain data.
//!
//! `spec` (which questions, which dimension where) -> `build`, which asks the data and makes a
//! `sheet` (every word and value decided) -> `place` (every mark has its spot, in CSS pixels)
//! -> `draw` (calls on a plotters backend: a canvas, `svg` or `record`). Pixels exist only in the
//! last two, and only `draw` knows that a screen has a device pixel ratio.
//!
//! May live here: the description of figures, layout, colours, text widths. May not: browser
//! types, files, and arithmetic on counts (that is `measures`).
//!
//! ```
//! use figures::{build::build, place::Size, spec::Spec, svg::svg, theme::Theme};
//! # use data::open::{NamedBytes, open};
//! # let csv = "group,year,emigrations,person_years\nmajority,2020,30,10000\nmajority,2021,40,10000\n";
//! # let file = NamedBytes { name: "table.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
//! # let dataset = open(&[file]).unwrap();
//! let question = measures::Question::new(measures::Measure::Rate, ["year"]);
//! let figure = build(&Spec::of_question(question, "year", None), &dataset, text::Lang::En);
//! let size = Size { width: 600.0, height: None };
//! assert!(svg(&figure.sheet, size, &Theme::LIGHT).starts_with("<svg"));
//! ```

pub mod absence;
pub mod build;
pub mod catalog;
pub mod draw;
pub mod export;
pub mod extremes;
pub mod kinds;
pub mod metrics;
pub mod numbers;
pub mod options;
pub mod place;
pub mod projection;
mod range;
pub mod readout;
pub mod record;
pub mod rounding;
pub mod scale;
pub mod sheet;
pub mod spec;
pub mod svg;
pub mod table;
pub mod theme;
