//! The first view of the site: the front page of the data in its folder, drawn by the page's own code.

use crate::{files, size};
use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use std::path::Path;
use std::rc::Rc;
use utvandring::data::open::{NamedBytes, Part, open_part};
use utvandring::data::{Dataset, Geometry, Names};
use utvandring::first_view::{LANG, Listed, draw};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;

/// What goes into the pages.
#[derive(Debug, Default)]
pub struct FirstView {
    /// The elements that hold it; without scripts they are read as they stand.
    pub html: String,
    /// The colours of its pictures, for the style sheet.
    pub style: String,
    /// The page in the other languages, by the name of its file.
    pub others: Vec<(String, String)>,
}

/// The file of the page in another language than that of the page that is sent.
fn file_of(lang: Lang) -> String {
    format!("first_view.{}.html", lang.tag())
}

/// Draws the front page of the default package in the folder of an assembled site.
pub fn of_site(folder: &Path) -> Result<FirstView> {
    let Some(data) = size::default_data(folder)? else {
        return Ok(FirstView::default());
    };
    // What it is drawn from is all that it depends on, so the page can tell whether it still holds.
    let mut given = Vec::new();
    let mut stamps = serde_json::Map::new();
    for path in &data.first {
        let (name, bytes) = (files::address(path), files::read_bytes(&folder.join(path))?);
        stamps.insert(name.clone(), stamp(&bytes).into());
        given.push(NamedBytes { name, bytes });
    }
    let index = given.remove(0);
    let mut all = given.clone();
    for path in &data.deferred {
        let (name, bytes) = (files::address(path), files::read_bytes(&folder.join(path))?);
        all.push(NamedBytes { name, bytes });
    }
    let index: Value =
        serde_json::from_slice(&index.bytes).context("data/index.json is not JSON")?;
    // A site with a name, a menu or a start of its own is drawn by the app alone.
    if index["site"].is_object() {
        return Ok(FirstView::default());
    }
    let listed = listed(&index);
    // What the list says of a package goes before what the package says of itself.
    let entry = size::default_package(&index).context("data/index.json names no package")?;
    let open = |files: &[NamedBytes], part| -> Result<Dataset> {
        let mut dataset = open_part(files, part).map_err(|problems| {
            let told = problems.iter().map(|problem| problem.sentence(LANG));
            anyhow!(told.collect::<Vec<_>>().join("\n"))
        })?;
        dataset.name = text(&entry["name"]);
        dataset.synthetic |= entry["synthetic"] == true;
        let outlines = files::read(&folder.join("geo/world.json")).ok();
        dataset.atlas = outlines
            .and_then(|text| Geometry::parse(&text).ok())
            .map(Rc::new);
        Ok(dataset)
    };
    let dataset = open(&given, Part::First)?;
    let drawn = draw(&dataset, &open(&all, Part::Whole)?, &listed);
    if drawn.pictures == 0 {
        bail!("no figure of the first view can be drawn from the tables that are not deferred");
    }
    let attribute = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let others = drawn.pages.iter().filter(|(lang, _)| *lang != LANG);
    let others: Vec<(String, String)> = others
        .map(|(lang, page)| (file_of(*lang), page.clone()))
        .collect();
    let of_others = others
        .iter()
        .map(|(name, page)| (name.clone(), Value::from(stamp(page.as_bytes()))));
    let html = format!(
        "<noscript class=\"drawn\" id=\"first-view\" data-lang=\"{lang}\" data-dataset=\"{name}\" \
         data-files=\"{stamps}\" data-others=\"{of_others}\">{page}</noscript>\n<noscript \
         class=\"drawn\">{further}</noscript>",
        lang = LANG.tag(),
        name = attribute(&dataset.name),
        stamps = attribute(&Value::Object(stamps).to_string()),
        of_others = attribute(&Value::Object(of_others.collect()).to_string()),
        page = drawn.page(),
        further = drawn.further,
    );
    Ok(FirstView {
        html,
        style: drawn.style,
        others,
    })
}

/// The packages of the list, as the page offers them.
fn listed(index: &Value) -> Vec<Listed> {
    let packages = index["packages"].as_array().into_iter().flatten();
    let listed = packages.map(|package| Listed {
        name: text(&package["name"]),
        titles: Names {
            nb: text(&package["titles"]["nb"]),
            nn: text(&package["titles"]["nn"]),
            en: text(&package["titles"]["en"]),
        },
        report: package["report"] == true,
    });
    listed.collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Length and FNV-1a hash of a file, by words of four bytes and what is left of them, as
/// `first_view.js` computes them.
pub fn stamp(bytes: &[u8]) -> String {
    let (words, rest) = bytes.as_chunks::<4>();
    let words = words.iter().map(|word| u32::from_le_bytes(*word));
    let parts = words.chain(rest.iter().map(|byte| u32::from(*byte)));
    let hash = parts.fold(0x811c_9dc5_u32, |hash, part| {
        (hash ^ part).wrapping_mul(0x0100_0193)
    });
    format!("{}-{hash:x}", bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_length_and_hash() {
        // Less than a word is hashed as the draft that describes FNV does: its value of "foo".
        assert_eq!(stamp(b""), "0-811c9dc5");
        assert_eq!(stamp(b"foo"), "3-a9f37ed7");
        // "foox" is one word.
        let word = (0x811c_9dc5_u32 ^ 0x786f_6f66).wrapping_mul(0x0100_0193);
        assert_eq!(stamp(b"foox"), format!("4-{word:x}"));
    }
}
