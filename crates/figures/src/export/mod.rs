//! What leaves the product: numbers that carry their notes, and the page with data inside.
//!
//! Every form of the numbers says what they are, where they come from and when they were taken,
//! and made-up data stay marked as made up. `slice` cuts the counts behind a panel out of their
//! table, `notes` puts into words what belongs to them, and one file a format writes both.

pub mod csv;
pub mod hand_out;
pub mod json;
pub mod notes;
pub mod slice;
pub mod xlsx;

use data::Dataset;
use text::share::{self, Cited};
use text::{Lang, words};

use super::build::{Figure, build};
use super::spec::Spec;

/// What is exported, and what only the page around it knows.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The figure.
    pub spec: &'a Spec,
    /// The data.
    pub dataset: &'a Dataset,
    /// The language of words and numbers.
    pub lang: Lang,
    /// Today, as `2026-11-23`.
    pub date: &'a str,
    /// Address of the figure.
    pub link: &'a str,
    /// For each panel the address that asks its question, from `#` on.
    pub views: &'a [String],
}

impl Request<'_> {
    /// The figure in words.
    pub fn figure(&self) -> Figure {
        build(self.spec, self.dataset, self.lang)
    }

    /// What a citation of a figure says.
    pub fn with_cited<T>(&self, figure: &Figure, write: impl Fn(Lang, &Cited) -> T) -> T {
        let title = self.dataset.title.get(self.lang);
        let sources = crate::build::sources(self.dataset, &figure.panels, self.lang);
        write(
            self.lang,
            &Cited {
                key: &format!("utvandring-{}-{}", self.dataset.name, figure.id),
                title: &figure.sheet.title,
                dataset: &words::marked(self.lang, title, self.dataset.own, false),
                sources: &sources,
                version: &self.dataset.version,
                synthetic: self.dataset.synthetic,
                date: self.date,
                link: self.link,
                product: &notes::product(self.lang),
            },
        )
    }

    /// A reference to read.
    pub fn citation(&self) -> String {
        self.with_cited(&self.figure(), share::plain_citation)
    }

    /// An entry for BibTeX.
    pub fn bibtex(&self) -> String {
        self.with_cited(&self.figure(), share::bibtex)
    }

    /// An entry in the RIS format.
    pub fn ris(&self) -> String {
        self.with_cited(&self.figure(), share::ris)
    }
}
