//! `utvandring page`: the page in one file with a package inside, or a site of packages, without compiling.

use std::path::{Path, PathBuf};

use data::open::{DESCRIPTION, NamedBytes, open};
use data::{Dataset, write};
use figures::export::hand_out::{hand_out, with_block, with_data};
use first_view::site::{self, INDEX, page_with, script_of, service_worker, with_colours};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use text::{Lang, publish};
use utvandring_unpack::Unpacker;

use crate::files;
use crate::outcome::{Outcome, Said, Stop};

/// The page to begin with, and where it opens.
pub struct Start<'a> {
    /// An `offline.html`, as it was built or handed out; or the folder of a built site.
    pub page: &'a Path,
    /// The address, from `#` on.
    pub address: &'a str,
}

/// Writes the page with the package in it.
pub fn run(start: &Start, packages: &[PathBuf], out: &Path, lang: Lang) -> Outcome {
    let [package] = packages else {
        return Err(Stop::Refused(publish::one_package(lang).to_owned()));
    };
    let page = String::from_utf8_lossy(&files::bytes(start.page, lang)?).into_owned();
    let dataset = files::dataset(std::slice::from_ref(package), lang)?;
    let made = laid_open(&page).and_then(|page| hand_out(&page, &dataset, start.address));
    let Some(made) = made else {
        let path = start.page.display().to_string();
        return Err(Stop::Refused(publish::no_offline_page(lang, &path)));
    };
    files::write(out, made, lang)?;
    Ok(written(out, lang))
}

fn written(out: &Path, lang: Lang) -> Said {
    let mut said = Said::default();
    said.line(publish::written(lang, &out.display().to_string()));
    said.value("written", out.display().to_string());
    said
}

/// The page in one file with its packed data laid open, as handing out wants them, and without what the build has
/// drawn of them. One that was handed out before is so already. `along.js` does the same on a site.
fn laid_open(page: &str) -> Option<String> {
    let Some((before, packed)) = page.split_once("id=\"utvandring-packed\"") else {
        return Some(page.to_owned());
    };
    let (attributes, rest) = packed.split_once('>')?;
    let (digits, after) = rest.split_once("</script>")?;
    let (_, length) = attributes.split_once("{\"data\":\"")?;
    let length = length
        .split(|letter: char| !letter.is_ascii_digit())
        .next()?;
    let data = Unpacker::new(digits)?.next(length.parse().ok()?)?;
    let (before, _) = before.rsplit_once("<script ")?;
    let page = site::without_drawn(&[before, after.trim_start_matches('\n')].concat());
    with_block(&page, std::str::from_utf8(&data).ok()?)
}

/// A package of the new site.
struct Package {
    dataset: Dataset,
    /// Its files below its folder.
    files: Vec<(String, String)>,
}

/// Writes a copy of a built site with these packages in place of its own, the first of them opened first.
pub fn site(built: &Path, packages: &[PathBuf], out: &Path, lang: Lang) -> Outcome {
    let no_site = || Stop::Refused(publish::no_site(lang, &built.display().to_string()));
    let text = |name: &str| -> Result<String, Stop> {
        let bytes = std::fs::read(built.join(name)).map_err(|_| no_site())?;
        String::from_utf8(bytes).map_err(|_| no_site())
    };
    let (page, sheet, worker) = (text("index.html")?, text("style.css")?, text("sw.js")?);
    let script = script_of(&worker).ok_or_else(no_site)?;
    let is_empty = std::fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty {
        let path = out.display().to_string();
        return Err(Stop::Refused(publish::folder_not_empty(lang, &path)));
    }
    let mut opened: Vec<Package> = Vec::new();
    for path in packages {
        let package = package(path, lang)?;
        if opened
            .iter()
            .any(|known| known.dataset.name == package.dataset.name)
        {
            let name = &package.dataset.name;
            return Err(Stop::Refused(publish::package_twice(lang, name)));
        }
        opened.push(package);
    }
    // What was drawn and listed of the packages that were there goes with them.
    let is_kept = |path: &str| {
        let is_own = ["index.html", "style.css", "sw.js", "offline.html.sha256"].contains(&path);
        !is_own && !site::is_drawn(path) && !path.starts_with("data/")
    };
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    let mut offline = None;
    for path in files::below(built, lang)? {
        let relative = path.strip_prefix(built).unwrap_or(&path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        let (name, bytes) = (parts.join("/"), || files::bytes(&path, lang));
        match name.as_str() {
            "offline.html" => offline = String::from_utf8(bytes()?).ok(),
            name if is_kept(name) => made.push((name.to_owned(), bytes()?)),
            _ => {}
        }
    }
    let mut of_data = vec![(INDEX.to_owned(), listed(&opened))];
    for (place, package) in opened.iter().enumerate() {
        let of_package = package.files.iter();
        of_data.extend(of_package.map(|(name, text)| {
            (
                format!("data/{}/{name}", folder(place, package)),
                text.clone(),
            )
        }));
    }
    made.extend(
        of_data
            .iter()
            .map(|(name, text)| (name.clone(), text.clone().into_bytes())),
    );
    let read = |path: &str| {
        let found = made.iter().find(|(name, _)| name == path)?;
        Some(found.1.clone())
    };
    // A package that the front page has no figure of is drawn by the app alone.
    let drawn = site::of_site(&read).map_err(Stop::Refused)?;
    let drawn = drawn.filter(|drawn| drawn.pictures > 0).unwrap_or_default();
    let offline = offline.and_then(|page| with_data(&laid_open(&page)?, &of_data));
    let checksum = offline.as_ref().map(|page| {
        let hash = Sha256::digest(page);
        hash.iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    });
    let checksum = checksum.unwrap_or_default();
    let page = page_with(&page, &drawn.html, &checksum).ok_or_else(no_site)?;
    made.push(("index.html".to_owned(), page.into_bytes()));
    made.push((
        "style.css".to_owned(),
        with_colours(&sheet, &drawn.style).into_bytes(),
    ));
    made.extend(
        drawn
            .others
            .into_iter()
            .map(|(name, page)| (name, page.into_bytes())),
    );
    if let Some(page) = offline {
        made.push(("offline.html".to_owned(), page.into_bytes()));
        let line = format!("{checksum}  offline.html\n");
        made.push(("offline.html.sha256".to_owned(), line.into_bytes()));
    }
    made.sort();
    made.push((
        "sw.js".to_owned(),
        service_worker(&made, script).into_bytes(),
    ));
    for (name, bytes) in &made {
        files::write(&out.join(name), bytes, lang)?;
    }
    let mut said = written(out, lang);
    if drawn.html.is_empty() {
        said.line(publish::nothing_drawn(lang));
    }
    said.value("first_view", !drawn.html.is_empty());
    let names = opened.iter().map(|package| package.dataset.name.clone());
    said.value("packages", names.collect::<Vec<_>>());
    Ok(said)
}

/// A package with its files as they are, where a description says what they mean and all are text that a page can
/// carry; else as the page would save it.
fn package(path: &Path, lang: Lang) -> Result<Package, Stop> {
    let given = files::given(&[path.to_owned()], lang)?;
    let mut dataset = open(&given).map_err(Stop::Problems)?;
    if dataset.name.is_empty() {
        dataset.name = "package".to_owned();
    }
    let files = as_they_are(given).unwrap_or_else(|| write::package(&dataset));
    Ok(Package { dataset, files })
}

fn as_they_are(given: Vec<NamedBytes>) -> Option<Vec<(String, String)>> {
    let is_description = |name: &str| name.rsplit('/').next() == Some(DESCRIPTION);
    let described = given.iter().find(|file| is_description(&file.name))?;
    let above = described.name.strip_suffix(DESCRIPTION)?.to_owned();
    let inside = given.into_iter().map(|file| {
        let name = file.name.strip_prefix(&above)?.to_owned();
        Some((name, String::from_utf8(file.bytes).ok()?))
    });
    inside.collect()
}

/// The folder of a package: its name where that can be one.
fn folder(place: usize, package: &Package) -> String {
    let name = &package.dataset.name;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    match name.bytes().all(is_plain) {
        true => name.clone(),
        false => format!("package-{}", place + 1),
    }
}

/// The list of packages.
fn listed(packages: &[Package]) -> String {
    let entries = packages.iter().enumerate().map(|(place, package)| {
        let dataset = &package.dataset;
        let titles = dataset.title.given();
        let titles = titles.map(|(tag, title)| (tag.to_owned(), Value::from(title)));
        json!({
            "name": dataset.name,
            "path": format!("{}/datapackage.json", folder(place, package)),
            "titles": Value::Object(titles.collect()),
            "synthetic": dataset.synthetic,
            "default": place == 0,
            "lazy": place > 0,
        })
    });
    let list = json!({"packages": entries.collect::<Vec<_>>()});
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}
