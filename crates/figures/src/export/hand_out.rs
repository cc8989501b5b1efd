//! The page in one file with another data set inside.
//!
//! `offline.html` carries the publisher's files as one block of JSON, which its content security
//! policy does not cover, since it is no script. Handing out writes a new block.

use data::json::{FromJson, Json, Misfit};
use data::{Dataset, write};

/// Opens the block.
const OPEN: &str = "<script type=\"application/json\" id=\"utvandring-data\">";
/// Closes it: nothing inside has a `<`.
const CLOSE: &str = "</script>";
/// The list of packages in the block.
const INDEX: &str = "data/index.json";
/// The folder of the data set that is handed out, below `data/`.
const HANDED_OUT: &str = "handed-out/";
/// What the build has drawn of the publisher's data, in other languages.
const DRAWN: &str = "first_view.";
/// The address at which the page opens, beside the files in the block.
const START: &str = "start";

/// The page with the data set in its block, opened first and at the address `start`; `None` when
/// the page has no such block. Published data that the block holds in the same version are not
/// written a second time. What the page was handed out with before is not in it any more: whoever
/// hands out one data set does not mean another one.
pub fn hand_out(page: &str, dataset: &Dataset, start: &str) -> Option<String> {
    let mut files = files_of(page)?;
    let Json::Text(index) = entry(&files, INDEX)? else {
        return None;
    };
    let mut index = Json::parse(index).ok()?;
    let handed_out = format!("data/{HANDED_OUT}");
    files.retain(|(path, _)| !path.starts_with(&handed_out) && !path.starts_with(DRAWN));
    let packages = packages_of(&mut index)?;
    packages.retain(|package| {
        Listed::from_json(package).is_ok_and(|listed| !listed.path.starts_with(HANDED_OUT))
    });
    let published = packages.iter().position(|package| {
        let listed = Listed::from_json(package);
        !dataset.own && listed.is_ok_and(|listed| listed.name == dataset.name)
    });
    let carried = published.filter(|place| is_carried(&files, &packages[*place], dataset));
    for package in packages.iter_mut() {
        mark_first(package, false);
    }
    match carried {
        Some(place) => mark_first(&mut packages[place], true),
        None => {
            if let Some(place) = published {
                packages.remove(place);
            }
            packages.insert(0, listing(dataset));
            for (name, text) in write::package(dataset) {
                set(&mut files, &format!("{handed_out}{name}"), text);
            }
        }
    }
    set(&mut files, INDEX, write::json(&index));
    set(&mut files, START, start.to_owned());
    with_files(page, files)
}

/// The page with one more file in its block, or another of the same path; `None` when the page has no such block.
pub fn with_file(page: &str, path: &str, text: &str) -> Option<String> {
    let mut files = files_of(page)?;
    set(&mut files, path, text.to_owned());
    with_files(page, files)
}

/// The files in the block of a page.
fn files_of(page: &str) -> Option<Vec<(String, Json)>> {
    let (_, rest) = page.split_once(OPEN)?;
    let (block, _) = rest.split_once(CLOSE)?;
    match Json::parse(block).ok()? {
        Json::Object(files) => Some(files),
        _ => None,
    }
}

fn with_files(page: &str, files: Vec<(String, Json)>) -> Option<String> {
    with_block(page, &write::json(&Json::Object(files)))
}

/// The page with another block; `None` when the page has none.
pub fn with_block(page: &str, block: &str) -> Option<String> {
    let (before, rest) = page.split_once(OPEN)?;
    let (_, after) = rest.split_once(CLOSE)?;
    Some([before, OPEN, block, CLOSE, after].concat())
}

/// The page of another publisher: with these files in place of all data, and without what was drawn of those.
pub fn with_data(page: &str, data: &[(String, String)]) -> Option<String> {
    let mut files = files_of(page)?;
    files.retain(|(path, _)| !path.starts_with("data/") && !path.starts_with(DRAWN));
    for (path, text) in data {
        set(&mut files, path, text.clone());
    }
    with_files(page, files)
}

/// Whether the block holds the published data set in the same version.
fn is_carried(files: &[(String, Json)], package: &Json, dataset: &Dataset) -> bool {
    let described = Listed::from_json(package).ok().and_then(|listed| {
        let Json::Text(description) = entry(files, &format!("data/{}", listed.path))? else {
            return None;
        };
        Json::parse(description).ok()?.field("version").ok()
    });
    described.is_some_and(|version: String| version == dataset.version)
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

/// What the list says of the data set that is handed out.
fn listing(dataset: &Dataset) -> Json {
    let titles = dataset.title.given();
    let titles = titles.map(|(tag, title)| (tag.to_owned(), Json::Text(title.to_owned())));
    let path = format!("{HANDED_OUT}datapackage.json");
    let fields = [
        ("name", Json::Text(dataset.name.clone())),
        ("path", Json::Text(path)),
        ("titles", Json::Object(titles.collect())),
        ("synthetic", Json::Flag(dataset.synthetic)),
        ("own", Json::Flag(dataset.own)),
        ("default", Json::Flag(true)),
    ];
    Json::Object(fields.map(|(name, value)| (name.to_owned(), value)).into())
}

fn packages_of(index: &mut Json) -> Option<&mut Vec<Json>> {
    let Json::Object(entries) = index else {
        return None;
    };
    match entries.iter_mut().find(|(key, _)| key == "packages")? {
        (_, Json::List(packages)) => Some(packages),
        _ => None,
    }
}

fn mark_first(package: &mut Json, is_first: bool) {
    if let Json::Object(fields) = package {
        fields.retain(|(key, _)| key != "default");
        fields.push(("default".to_owned(), Json::Flag(is_first)));
    }
}

fn entry<'a>(entries: &'a [(String, Json)], key: &str) -> Option<&'a Json> {
    let (_, value) = entries.iter().find(|(name, _)| name == key)?;
    Some(value)
}

fn set(files: &mut Vec<(String, Json)>, path: &str, text: String) {
    files.retain(|(name, _)| name != path);
    files.push((path.to_owned(), Json::Text(text)));
}
