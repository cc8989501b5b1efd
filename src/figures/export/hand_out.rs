//! The page in one file with another data set inside.
//!
//! `offline.html` carries the publisher's files as one block of JSON, which its content security
//! policy does not cover, since it is no script. Handing out writes a new block.

use crate::data::json::{FromJson, Json, Misfit};
use crate::data::{Dataset, write};

/// Opens the block.
const OPEN: &str = "<script type=\"application/json\" id=\"utvandring-data\">";
/// Closes it: nothing inside has a `<`.
const CLOSE: &str = "</script>";
/// The list of packages in the block.
const INDEX: &str = "data/index.json";
/// The visitor's data set, below `data/`.
const HANDED_OUT: &str = "handed-out/datapackage.json";
/// The address at which the page opens, beside the files in the block.
const START: &str = "start";

/// The page with the data set in its block, opened first and at the address `start`; `None` when
/// the page has no such block. A data set that the block holds in the same version is not written
/// a second time, unless it is the visitor's own.
pub fn hand_out(page: &str, dataset: &Dataset, own: bool, start: &str) -> Option<String> {
    let (before, rest) = page.split_once(OPEN)?;
    let (block, after) = rest.split_once(CLOSE)?;
    let Json::Object(mut files) = Json::parse(block).ok()? else {
        return None;
    };
    let index = entry(&files, INDEX)?;
    let Json::Text(index) = index else {
        return None;
    };
    let mut index = Json::parse(index).ok()?;
    let carried = !own && carries(&files, &index, dataset);
    put_first(&mut index, dataset, carried)?;
    if !carried {
        for (name, text) in write::package(dataset) {
            set(&mut files, &format!("data/handed-out/{name}"), text);
        }
    }
    set(&mut files, INDEX, write::json(&index));
    set(&mut files, START, start.to_owned());
    let block = write::json(&Json::Object(files));
    Some([before, OPEN, &block, CLOSE, after].concat())
}

/// Whether the block holds the data set, in the same version.
fn carries(files: &[(String, Json)], index: &Json, dataset: &Dataset) -> bool {
    let listed = index
        .required::<Vec<Listed>>("packages")
        .unwrap_or_default();
    listed.iter().any(|listed| {
        let Some(Json::Text(description)) = entry(files, &format!("data/{}", listed.path)) else {
            return false;
        };
        let version = Json::parse(description).map(|description| description.field("version"));
        listed.name == dataset.name
            && version.is_ok_and(|version| version == Ok(dataset.version.clone()))
    })
}

/// A package of the list.
struct Listed {
    name: String,
    path: String,
}

impl FromJson for Listed {
    fn from_json(json: &Json) -> Result<Listed, Misfit> {
        Ok(Listed {
            name: json.field("name")?,
            path: json.field("path")?,
        })
    }
}

/// Marks the data set as the one that opens first, and lists it when it is not carried yet.
fn put_first(index: &mut Json, dataset: &Dataset, carried: bool) -> Option<()> {
    let Json::Object(entries) = index else {
        return None;
    };
    let (_, packages) = entries.iter_mut().find(|(key, _)| key == "packages")?;
    let Json::List(packages) = packages else {
        return None;
    };
    if !carried {
        // A page that was handed out before holds one data set more than the publisher's.
        packages.retain(|package| {
            Listed::from_json(package)
                .is_ok_and(|listed| listed.path != HANDED_OUT && listed.name != dataset.name)
        });
        let titles = dataset.title.given();
        let titles = titles.map(|(tag, title)| (tag.to_owned(), Json::Text(title.to_owned())));
        packages.push(Json::Object(vec![
            ("name".to_owned(), Json::Text(dataset.name.clone())),
            ("path".to_owned(), Json::Text(HANDED_OUT.to_owned())),
            ("titles".to_owned(), Json::Object(titles.collect())),
            ("synthetic".to_owned(), Json::Flag(dataset.synthetic)),
        ]));
    }
    for package in packages {
        if let Json::Object(fields) = package {
            let first = entry(fields, "name") == Some(&Json::Text(dataset.name.clone()));
            fields.retain(|(key, _)| key != "default");
            fields.push(("default".to_owned(), Json::Flag(first)));
        }
    }
    Some(())
}

fn entry<'a>(entries: &'a [(String, Json)], key: &str) -> Option<&'a Json> {
    let (_, value) = entries.iter().find(|(name, _)| name == key)?;
    Some(value)
}

fn set(files: &mut Vec<(String, Json)>, path: &str, text: String) {
    files.retain(|(name, _)| name != path);
    files.push((path.to_owned(), Json::Text(text)));
}
