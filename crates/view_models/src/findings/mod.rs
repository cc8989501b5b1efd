//! The main findings of a data set: the report's lines of reasoning, computed.
//!
//! A finding is stated only when the data show it. Numbers without the status "ok" and numbers
//! on fewer than ten events carry none; a comparison that falls out the other way is said the
//! other way; what the data set has no table for is left out. One file a theme.

mod destination;
mod education;
mod level;
mod origin;
mod returning;
pub(crate) mod time;

use data::Dataset;
use explain::Number;
pub use text::findings::Theme;
use text::{Lang, marks};

use crate::reader::Reader;

/// One line of reasoning, with the figure that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub theme: Theme,
    /// One or two sentences.
    pub sentence: String,
    /// The same in pieces, with what each number is.
    pub pieces: Vec<(String, Option<Number>)>,
    /// The number of the figure in the report.
    pub figure: u8,
}

/// Every finding of a data set, in reading order.
pub fn of_dataset(dataset: &Dataset, lang: Lang) -> Vec<Finding> {
    let themes = Theme::ALL.into_iter();
    themes
        .flat_map(|theme| of_theme(dataset, theme, lang))
        .collect()
}

/// The findings of a theme.
pub fn of_theme(dataset: &Dataset, theme: Theme, lang: Lang) -> Vec<Finding> {
    let reader = Reader::new(dataset, lang);
    let found: Vec<Found> = match theme {
        Theme::Level => level::findings(&reader),
        Theme::Time => time::findings(&reader),
        Theme::Destination => destination::findings(&reader),
        Theme::Return => returning::findings(&reader),
        Theme::Education => education::findings(&reader),
        Theme::Origin => origin::findings(&reader),
    };
    let finding = |(figure, sentence): Found| {
        let sentence = sentence?;
        Some(Finding {
            theme,
            sentence: marks::plain(&sentence),
            pieces: reader.pieces(&sentence),
            figure,
        })
    };
    found.into_iter().filter_map(finding).collect()
}

/// The figure and the sentence, when the data have one.
type Found = (u8, Option<String>);
