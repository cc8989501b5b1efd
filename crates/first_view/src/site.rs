//! What of a site depends on its data: which files are fetched first, the front page as it stands in `index.html`, and
//! the list of files that a browser may keep. Files are given and taken as bytes, by their paths from the folder of
//! the site, so a build and whoever has no compiler make the same site.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use data::open::{NamedBytes, Part, open_part};
use data::{Dataset, Geometry, Names};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use text::Lang;
use text::problems::ProblemWords;

use crate::{LANG, Listed, draw};

/// Gives a file of the site by its path.
pub type Read<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The list of packages.
pub const INDEX: &str = "data/index.json";

/// Before the colours of the pictures in the style sheet.
const COLOURS: &str = "/*first view*/\n";

/// Opens what stands drawn in the page, and closes it.
const DRAWN: (&str, &str) = ("<noscript class=\"drawn\"", "</noscript>");

/// What comes after it.
const AFTER: &str = "<div id=\"stopped\"";

/// Before the checksum of `offline.html` in the head of the page.
const CHECKSUM: &str = "<meta name=\"offline-sha256\" content=\"";

/// Not needed to run the site, or the worker itself.
const LEFT_OUT: [&str; 6] = [
    "sw.js",
    "offline.html",
    "offline.html.sha256",
    "package.json",
    "utvandring.d.ts",
    "manifest.webmanifest",
];

/// What goes into the pages.
#[derive(Debug, Default)]
pub struct FirstView {
    /// The elements that hold it; without scripts they are read as they stand.
    pub html: String,
    /// The colours of its pictures, for the style sheet.
    pub style: String,
    /// The page in the other languages, by the name of its file.
    pub others: Vec<(String, String)>,
    /// How many figures it has.
    pub pictures: usize,
}

/// Files of the package that opens first.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DefaultData {
    /// The list of packages, the descriptor and the tables that the first view is drawn from.
    pub first: Vec<String>,
    /// The other tables.
    pub deferred: Vec<String>,
}

fn json(read: &Read, path: &str) -> Result<Value, String> {
    let bytes = read(path).ok_or_else(|| format!("{path} is not there"))?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{path}: {error}"))
}

/// The files of the default package of a site; `None` when it has no data.
pub fn default_data(read: &Read) -> Result<Option<DefaultData>, String> {
    if read(INDEX).is_none() {
        return Ok(None);
    }
    let list = json(read, INDEX)?;
    let default = default_package(&list).ok_or_else(|| format!("{INDEX} names no package"))?;
    let path = default["path"].as_str();
    let path = path.ok_or_else(|| format!("a package of {INDEX} has no path"))?;
    let descriptor = format!("data/{path}");
    let package = json(read, &descriptor)?;
    let beside = descriptor
        .rsplit_once('/')
        .map_or("data", |(folder, _)| folder);
    let mut data = DefaultData {
        first: vec![INDEX.to_owned(), descriptor.clone()],
        deferred: Vec::new(),
    };
    for resource in package["resources"].as_array().into_iter().flatten() {
        let list = match resource["deferred"] == true {
            true => &mut data.deferred,
            false => &mut data.first,
        };
        let path = resource["path"].as_str();
        list.extend(path.map(|path| format!("{beside}/{path}")));
    }
    Ok(Some(data))
}

/// The package of the list that is marked as default, else the first.
pub fn default_package(list: &Value) -> Option<&Value> {
    let packages = list["packages"].as_array()?;
    let marked = packages.iter().find(|entry| entry["default"] == true);
    marked.or(packages.first())
}

/// Draws the front page of the default package of a site; `None` where the app alone draws it.
pub fn of_site(read: &Read) -> Result<Option<FirstView>, String> {
    let Some(data) = default_data(read)? else {
        return Ok(None);
    };
    // A site with a name, a menu or a start of its own is drawn by the app alone.
    let index = json(read, INDEX)?;
    if index["site"].is_object() {
        return Ok(None);
    }
    let file = |path: &String| -> Result<NamedBytes, String> {
        let bytes = read(path).ok_or_else(|| format!("{path} is not there"))?;
        let name = path.clone();
        Ok(NamedBytes { name, bytes })
    };
    let first = data.first.iter().map(file).collect::<Result<Vec<_>, _>>()?;
    // What it is drawn from is all that it depends on, so the page can tell whether it still holds.
    let stamps = first.iter();
    let stamps = stamps.map(|file| (file.name.clone(), Value::from(stamp(&file.bytes))));
    let stamps: Map<String, Value> = stamps.collect();
    let given = first[1..].to_vec();
    let mut all = given.clone();
    for path in &data.deferred {
        all.push(file(path)?);
    }
    // What the list says of a package goes before what the package says of itself.
    let entry = default_package(&index).ok_or_else(|| format!("{INDEX} names no package"))?;
    let open = |files: &[NamedBytes], part| -> Result<Dataset, String> {
        let mut dataset = open_part(files, part).map_err(|problems| {
            let told = problems.iter().map(|problem| problem.sentence(LANG));
            told.collect::<Vec<_>>().join("\n")
        })?;
        dataset.name = said(&entry["name"]);
        dataset.synthetic |= entry["synthetic"] == true;
        let outlines = read("geo/world.json").and_then(|bytes| String::from_utf8(bytes).ok());
        dataset.atlas = outlines
            .and_then(|text| Geometry::parse(&text).ok())
            .map(Rc::new);
        Ok(dataset)
    };
    let dataset = open(&given, Part::First)?;
    let drawn = draw(&dataset, &open(&all, Part::Whole)?, &listed(&index));
    let attribute = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let others = drawn.pages.iter().filter(|(lang, _)| *lang != LANG);
    let others: Vec<(String, String)> = others
        .map(|(lang, page)| (file_of(*lang), page.clone()))
        .collect();
    let of_others = others
        .iter()
        .map(|(name, page)| (name.clone(), Value::from(stamp(page.as_bytes()))));
    let html = format!(
        "{open} id=\"first-view\" data-lang=\"{lang}\" data-dataset=\"{name}\" data-files=\"{stamps}\" \
         data-others=\"{of_others}\">{page}{close}\n{open}>{further}{close}",
        lang = LANG.tag(),
        name = attribute(&dataset.name),
        stamps = attribute(&Value::Object(stamps).to_string()),
        of_others = attribute(&Value::Object(of_others.collect()).to_string()),
        page = drawn.page(),
        further = drawn.further,
        open = DRAWN.0,
        close = DRAWN.1,
    );
    Ok(Some(FirstView {
        html,
        style: drawn.style,
        others,
        pictures: drawn.pictures,
    }))
}

/// The file of the page in another language than that of the page that is sent.
pub fn file_of(lang: Lang) -> String {
    format!("first_view.{}.html", lang.tag())
}

/// Whether a file of a site is the page in another language, as [`file_of`] names it.
pub fn is_drawn(path: &str) -> bool {
    path.starts_with("first_view.") && path.ends_with(".html")
}

/// The packages of the list, as the page offers them.
fn listed(index: &Value) -> Vec<Listed> {
    let packages = index["packages"].as_array().into_iter().flatten();
    let listed = packages.map(|package| Listed {
        name: said(&package["name"]),
        titles: Names {
            nb: said(&package["titles"]["nb"]),
            nn: said(&package["titles"]["nn"]),
            en: said(&package["titles"]["en"]),
        },
        report: package["report"] == true,
    });
    listed.collect()
}

fn said(value: &Value) -> String {
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

/// The style sheet with the colours of a first view in place of those of another.
pub fn with_colours(sheet: &str, style: &str) -> String {
    let own = sheet.split_once(COLOURS).map_or(sheet, |(own, _)| own);
    [own, COLOURS, style].concat()
}

/// A page without what was drawn of its data.
pub fn without_drawn(page: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(page.len()), page);
    while let Some((before, after)) = rest.split_once(DRAWN.0) {
        kept += before;
        rest = after.split_once(DRAWN.1).map_or("", |(_, after)| after);
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    kept + rest
}

/// The page of a built site with another first view, and the checksum of another `offline.html`; `None` when it is no
/// such page.
pub fn page_with(page: &str, html: &str, checksum: &str) -> Option<String> {
    let page = without_drawn(page);
    let (before, after) = page.split_once(AFTER)?;
    let (head, rest) = before.split_once(CHECKSUM)?;
    let (_, rest) = rest.split_once('"')?;
    let line = if html.is_empty() { "" } else { "\n" };
    Some(
        [
            head, CHECKSUM, checksum, "\"", rest, html, line, AFTER, after,
        ]
        .concat(),
    )
}

/// The service worker of a site, from its files in the order of their paths: it keeps each with its hash, under a
/// version that changes with any of them.
pub fn service_worker(files: &[(String, Vec<u8>)], script: &str) -> String {
    let mut version = Sha256::new();
    version.update(script);
    let mut kept = Vec::new();
    for (path, bytes) in files {
        if LEFT_OUT.contains(&path.as_str()) {
            continue;
        }
        let hash = Sha256::digest(bytes);
        version.update(path);
        version.update(hash);
        // A server may answer the name of the page with a redirection to the folder.
        let path = if path == "index.html" { "./" } else { path };
        // Data, recipes and tasks may be another publisher's, who has no build to hash them.
        let replaceable = ["data/", "recipes/", "tasks/"];
        let integrity = match replaceable.iter().any(|folder| path.starts_with(folder)) {
            true => String::new(),
            false => format!("sha256-{}", BASE64.encode(hash)),
        };
        kept.push((path.to_owned(), integrity));
    }
    let version: String = version.finalize()[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let list = serde_json::to_string(&kept).unwrap_or_default();
    format!("const VERSION = \"{version}\";\nconst FILES = {list};\n\n{script}")
}

/// The script in a service worker that was made so.
pub fn script_of(worker: &str) -> Option<&str> {
    let is_made = worker.starts_with("const VERSION = ");
    let (_, script) = worker.split_once("\n\n").filter(|_| is_made)?;
    Some(script)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_stamp_is_length_and_hash() {
        // Less than a word is hashed as the draft that describes FNV does: its value of "foo".
        assert_eq!(stamp(b""), "0-811c9dc5");
        assert_eq!(stamp(b"foo"), "3-a9f37ed7");
        // "foox" is one word.
        let word = (0x811c_9dc5_u32 ^ 0x786f_6f66).wrapping_mul(0x0100_0193);
        assert_eq!(stamp(b"foox"), format!("4-{word:x}"));
    }

    #[test]
    fn the_package_that_opens_first_is_the_marked_one() {
        let (a, b) = (
            json!({"path": "a/x.json"}),
            json!({"path": "b/x.json", "default": true}),
        );
        for (packages, descriptor) in [
            (json!([a, b]), Some("b/x.json")),
            (json!([a]), Some("a/x.json")),
            (json!([]), None),
        ] {
            let list = json!({"packages": packages});
            let found = default_package(&list).map(|entry| &entry["path"]);
            assert_eq!(found.and_then(Value::as_str), descriptor, "{list}");
        }
    }

    #[test]
    fn the_version_follows_every_file_and_the_list_leaves_out_the_worker() {
        let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
        let worker = |sw: &str, data: &str| {
            let files = [
                file("data/a.csv", data),
                file("index.html", "page"),
                file("sw.js", sw),
            ];
            service_worker(&files, "script\n\nmore")
        };
        let first = worker("old", "x");
        assert!(
            first.contains("[[\"data/a.csv\",\"\"],[\"./\",\"sha256-"),
            "{first}"
        );
        assert!(!first.contains("\"sw.js\""));
        assert_eq!(worker("new", "x"), first);
        assert_ne!(worker("new", "y"), first);
        assert_eq!(script_of(&first), Some("script\n\nmore"));
        assert_eq!(script_of("script"), None);
    }

    #[test]
    fn a_page_gets_another_first_view_and_keeps_everything_else() {
        let page = "<head><meta name=\"offline-sha256\" content=\"aa\">\n</head>\n\
                    <noscript class=\"drawn\" id=\"first-view\" data-files=\"1\">old</noscript>\n\
                    <noscript class=\"drawn\">old</noscript>\n<div id=\"stopped\"></div><noscript>no</noscript>";
        let new = "<noscript class=\"drawn\" id=\"first-view\">new</noscript>";
        let made = page_with(page, new, "bb").unwrap();
        assert_eq!(
            made,
            "<head><meta name=\"offline-sha256\" content=\"bb\">\n</head>\n\
             <noscript class=\"drawn\" id=\"first-view\">new</noscript>\n\
             <div id=\"stopped\"></div><noscript>no</noscript>"
        );
        assert_eq!(page_with(&made, new, "bb"), Some(made.clone()));
        assert!(page_with("<p>another page</p>", new, "").is_none());
        assert_eq!(with_colours("a{}\n", "b{}"), "a{}\n/*first view*/\nb{}");
        assert_eq!(
            with_colours("a{}\n/*first view*/\nb{}", "c{}"),
            "a{}\n/*first view*/\nc{}"
        );
    }
}
