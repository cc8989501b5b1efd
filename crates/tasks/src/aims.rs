//! Aims of the curriculum that tasks name by their codes: data with a date and a source.

use data::Names;
use data::json::{FromJson, Json, Misfit};
use text::Lang;

use super::file::words;

/// An aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The code of the curriculum and of the aim, as `saf01-04/kv147`.
    pub code: String,
    /// The subject and the year.
    pub subject: Names,
    /// What it is about, in our words.
    pub about: Names,
    /// When it was last compared with the source.
    pub checked: String,
}

impl Aim {
    /// The address of the curriculum that the aim is a part of.
    pub fn source(&self) -> String {
        let curriculum = self.code.split('/').next().unwrap_or_default();
        format!("https://www.udir.no/lk20/{curriculum}/kompetansemaal-og-vurdering")
    }

    /// The day it was last compared, as a language writes it.
    pub fn checked_in(&self, lang: Lang) -> String {
        let parts: Vec<&str> = self.checked.split('-').collect();
        match (lang, parts.as_slice()) {
            (Lang::Nb | Lang::Nn, [year, month, day]) => format!("{day}.{month}.{year}"),
            _ => self.checked.clone(),
        }
    }
}

impl FromJson for Aim {
    fn from_json(json: &Json) -> Result<Aim, Misfit> {
        Ok(Aim {
            code: json.required("code")?,
            subject: words(json, "subject")?,
            about: words(json, "about")?,
            checked: json.required("checked")?,
        })
    }
}
