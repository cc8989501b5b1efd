//! The two pages made from the one template `index.html`.
//!
//! The template is the site's page. What differs in `offline.html` stands between
//! `<!-- site: name -->` and `<!-- /site -->` and is replaced: the content security policy, the
//! linked style sheets and icons, and the scripts.

use crate::bindgen::Bound;
use crate::compile::{Effort, Module};
use crate::files;
use crate::first_view;
use crate::minify;
use crate::site::PARTS;
use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::num::NonZeroU64;
use std::path::Path;
use utvandring::first_view::site::is_drawn;
use utvandring_unpack::{BASE, BYTES, DIGITS, digit};

/// What goes into the page in one file besides the template.
pub struct Parts<'a> {
    /// The assembled site: style sheets, icons and data are taken from it.
    pub folder: &'a Path,
    /// The wasm modules with the scripts that load them.
    pub modules: &'a [(Module, Bound)],
    /// What unpacks the modules.
    pub unpacker: &'a Bound,
    /// The script of a worker, without the glue of its module.
    pub worker: &'a str,
    /// The script that sets `window.utvandring`.
    pub api: &'a str,
    /// The script that starts the page.
    pub boot: &'a str,
    /// The front page as it was drawn.
    pub first_view: &'a str,
    /// How long the packing may take.
    pub effort: Effort,
}

/// The page of the site: the template without the marks, with the front page as it was drawn, and with
/// the checksum of `offline.html`, which the data page shows beside the link.
pub fn site_page(template: &str, first_view: &str, checksum: &str) -> Result<String> {
    let page = replace_regions(template, |name, content| {
        Ok(match name {
            FIRST_VIEW => first_view.to_owned(),
            _ => content.trim().to_owned(),
        })
    })?;
    let meta = format!("<meta name=\"offline-sha256\" content=\"{checksum}\">\n</head>");
    Ok(page.replacen("</head>", &meta, 1))
}

/// The page in one file.
pub fn offline_page(template: &str, parts: &Parts) -> Result<String> {
    let assets = region(template, "assets")?;
    let mut hashes = Hashes::default();

    let mut head = String::new();
    for href in links(assets, "stylesheet") {
        let sheet = style_text(&files::read(&parts.folder.join(href))?);
        let sheet = with_files(&sheet, parts.folder)?;
        hashes.styles.push(hash(&sheet));
        // Handing out the page knows its own elements by their names.
        let name = href.trim_end_matches(".css");
        writeln!(head, "<style id=\"utvandring-{name}\">{sheet}</style>")?;
    }
    for href in links(assets, "icon") {
        let icon = BASE64.encode(files::read_bytes(&parts.folder.join(href))?);
        writeln!(
            head,
            "<link rel=\"icon\" href=\"data:{};base64,{icon}\">",
            media_type(href)
        )?;
    }

    let mut end = String::new();
    // The publisher's data lie packed. The open block is for data that a visitor hands out; nothing
    // in it means that the packed ones are used.
    let data = data_block(&embedded(parts.folder)?)?;
    writeln!(
        end,
        "<script type=\"application/json\" id=\"utvandring-data\">{{}}</script>"
    )?;
    let stamp = [("data".to_owned(), first_view::stamp(data.as_bytes()).into())];
    end += &packed(
        "packed",
        stamp.into_iter().collect(),
        data.as_bytes(),
        parts.effort,
    )?;
    // The modules have much in common, so they lie in one stream, each with its length and hash, and after its glue.
    let (mut stamps, mut stream) = (serde_json::Map::new(), Vec::new());
    let mut add = |name: String, bytes: &[u8]| {
        stamps.insert(name, first_view::stamp(bytes).into());
        stream.extend_from_slice(bytes);
    };
    for (module, bound) in parts.modules {
        let name = module.name();
        let glue = minify::script(&bound.classic_js(name)?)?;
        hashes.scripts.push(hash(&glue));
        add(format!("{name}_glue"), glue.as_bytes());
        add(name.to_owned(), &bound.wasm);
        for (part, wasm) in &bound.parts {
            add(format!("{PARTS}/{part}"), wasm);
        }
    }
    // A text for the page to start workers with, after the glue of their module.
    add("worker_script".to_owned(), parts.worker.as_bytes());
    end += &packed("modules", stamps, &stream, parts.effort)?;
    let unpacker = Module::Unpacker.name();
    writeln!(
        end,
        "<script type=\"application/wasm+gzip;base64\" id=\"utvandring-unpacker\">{}</script>",
        BASE64.encode(compressed(&parts.unpacker.wasm, parts.effort)?)
    )?;
    let unpacker_glue = minify::script(&parts.unpacker.classic_js(unpacker)?)?;
    for (id, script) in [
        ("unpack-glue", unpacker_glue.as_str()),
        ("api", parts.api),
        ("boot", parts.boot),
    ] {
        let script = script_text(script);
        hashes.scripts.push(hash(&script));
        writeln!(end, "<script id=\"utvandring-{id}\">{script}</script>")?;
    }

    let policy = hashes.policy();
    replace_regions(template, |name, _| {
        Ok(match name {
            "policy" => policy.clone(),
            "assets" => head.trim_end().to_owned(),
            "scripts" => end.trim_end().to_owned(),
            FIRST_VIEW => parts.first_view.to_owned(),
            _ => bail!("index.html has a region that offline.html does not know: {name}"),
        })
    })
}

/// How often the packer looks for something shorter; what more tries find is not worth their time.
const TRIES: NonZeroU64 = NonZeroU64::new(3).unwrap();

/// As the browser decompresses it itself.
fn compressed(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    if effort == Effort::Quick {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(content)?;
        return Ok(packed.finish()?);
    }
    let options = zopfli::Options {
        iteration_count: TRIES,
        ..zopfli::Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, content, &mut packed)?;
    Ok(packed)
}

/// Bytes in one stream, each part of it with its length and hash, as an element of the page.
fn packed(
    name: &str,
    stamps: serde_json::Map<String, serde_json::Value>,
    stream: &[u8],
    effort: Effort,
) -> Result<String> {
    let digits = base94(&solid(stream, effort)?);
    let stamps = serde_json::Value::from(stamps);
    Ok(format!(
        "<script type=\"application/lzma;base94\" id=\"utvandring-{name}\" data-stamps='{stamps}'>{digits}</script>\n"
    ))
}

/// As [`utvandring_unpack`] decompresses it: modules together are a third smaller than each by itself.
fn solid(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let mut options = match effort {
        Effort::Full => LzmaOptions::with_preset(9),
        Effort::Quick => LzmaOptions::with_preset(0),
    };
    if effort == Effort::Full {
        options.nice_len = LzmaOptions::NICE_LEN_MAX;
    }
    // As far back as the first module, and instructions of all lengths.
    options.dict_size = 1 << 24;
    options.pb = 0;
    let told = |error| anyhow!("cannot pack {} bytes: {error:?}", content.len());
    let length = Some(content.len() as u64);
    let mut packed =
        LzmaWriter::new_use_header(Written::default(), &options, length).map_err(told)?;
    lzma_rust2::Write::write_all(&mut packed, content).map_err(told)?;
    Ok(packed.finish().map_err(told)?.0)
}

/// Takes what the packer writes.
#[derive(Default)]
struct Written(Vec<u8>);

impl lzma_rust2::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, lzma_rust2::Error> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), lzma_rust2::Error> {
        Ok(())
    }
}

/// Bytes as text: eleven digits for nine bytes, where base64 has twelve. The last group is filled up with zeros,
/// which are more than who unpacks it asks for.
fn base94(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() / BYTES + 1) * DIGITS);
    for chunk in bytes.chunks(BYTES) {
        let place = |number, at| number << 8 | u128::from(chunk.get(at).copied().unwrap_or(0));
        let mut number = (0..BYTES).fold(0, place);
        let mut digits = [0; DIGITS];
        for one in digits.iter_mut().rev() {
            *one = digit((number % u128::from(BASE)) as u8);
            number /= u128::from(BASE);
        }
        text.extend(digits.map(char::from));
    }
    text
}

#[derive(Default)]
struct Hashes {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Hashes {
    /// Only what stands in the file may run, and nothing may be fetched.
    fn policy(&self) -> String {
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'wasm-unsafe-eval' blob: {}; style-src {}; img-src data: blob:; \
             font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'\">",
            self.scripts.join(" "),
            self.styles.join(" "),
        )
    }
}

/// The source expression that allows exactly this inline text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// A script that ends where its element ends. Browsers read CR LF as LF before they hash.
fn script_text(script: &str) -> String {
    let mut text = script.replace("\r\n", "\n").replace("<!--", "<\\!--");
    for end in ["script", "SCRIPT", "Script"] {
        text = text.replace(&format!("</{end}"), &format!("<\\/{end}"));
    }
    text
}

/// A style sheet with the files of the site that it names inside.
fn with_files(sheet: &str, folder: &Path) -> Result<String> {
    let mut parts = sheet.split("url(");
    let mut with = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part
            .split_once(')')
            .context("an address in a style sheet is not closed")?;
        let name = name.trim_matches('"');
        let content = BASE64.encode(files::read_bytes(&folder.join(name))?);
        write!(
            with,
            "url(data:{};base64,{content}){rest}",
            media_type(name)
        )?;
    }
    Ok(with)
}

fn style_text(sheet: &str) -> String {
    sheet.replace("\r\n", "\n").replace("</style", "<\\/style")
}

/// The folders whose files the page in one file carries.
const EMBEDDED: [&str; 4] = ["data", "geo", "recipes", "tasks"];

/// The files of those folders as one JSON object from path to text. No `<` stays, so nothing in a data
/// file can end the element or open a comment.
fn data_block(data: &BTreeMap<String, String>) -> Result<String> {
    Ok(serde_json::to_string(data)?.replace('<', "\\u003c"))
}

/// The files of the first view in other languages than that of the page.
fn parts_of_first_view(folder: &Path) -> Result<Vec<String>> {
    let names = files::below(folder)?
        .into_iter()
        .map(|path| files::address(&path));
    Ok(names.filter(|name| is_drawn(name)).collect())
}

fn embedded(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for name in EMBEDDED {
        let below = folder.join(name);
        if !below.is_dir() {
            continue;
        }
        for relative in files::below(&below)? {
            let text = files::read(&below.join(&relative))?;
            all.insert(format!("{name}/{}", files::address(&relative)), text);
        }
    }
    // The first view in other languages, which those who read them are shown when it is unpacked.
    for name in parts_of_first_view(folder)? {
        all.insert(name.clone(), files::read(&folder.join(&name))?);
    }
    Ok(all)
}

/// The addresses of the links with a given relation, in order.
fn links<'a>(html: &'a str, relation: &str) -> Vec<&'a str> {
    let wanted = format!("rel=\"{relation}\"");
    html.split("<link ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| tag.contains(&wanted))
        .filter_map(|tag| {
            tag.split_once("href=\"")?
                .1
                .split_once('"')
                .map(|(href, _)| href)
        })
        .collect()
}

/// The media type of a file by its extension.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "csv" => "text/csv; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "zip" => "application/zip",
        "ts" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn region<'a>(template: &'a str, name: &str) -> Result<&'a str> {
    let open = format!("<!-- site: {name} -->");
    let (_, rest) = template
        .split_once(&open)
        .with_context(|| format!("index.html has no region {open}"))?;
    let (content, _) = rest
        .split_once(CLOSE)
        .context("index.html leaves a region open")?;
    Ok(content)
}

/// The region for the front page as it was drawn.
const FIRST_VIEW: &str = "first view";

const OPEN: &str = "<!-- site: ";
const CLOSE: &str = "<!-- /site -->";

/// The template with every region replaced by what `with(name, content)` gives.
fn replace_regions(template: &str, with: impl Fn(&str, &str) -> Result<String>) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (name, after) = after
            .split_once(" -->")
            .context("a region without a name")?;
        let (content, after) = after
            .split_once(CLOSE)
            .with_context(|| format!("region {name} is not closed"))?;
        page.push_str(before);
        page.push_str(&with(name, content)?);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use utvandring_unpack::Unpacker;

    #[test]
    fn data_cannot_end_the_element_it_stands_in() {
        let data = BTreeMap::from([(
            "data/a.csv".to_owned(),
            "x\n</script><script>alert(1)</script>\n<!-- \u{2028}".to_owned(),
        )]);
        let block = data_block(&data).unwrap();
        assert!(!block.contains('<'));
        let read: BTreeMap<String, String> = serde_json::from_str(&block).unwrap();
        assert_eq!(read, data);
    }

    #[test]
    fn a_script_cannot_end_the_element_it_stands_in() {
        let text = script_text("a = '</script>' + '</SCRIPT>' + '<!--';\r\n");
        assert_eq!(text, "a = '<\\/script>' + '<\\/SCRIPT>' + '<\\!--';\n");
    }

    #[test]
    fn the_hash_of_inline_text_is_the_one_browsers_compute() {
        // The value stands as an example in the specification of Content Security Policy 2.
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_site_keeps_regions_and_the_single_file_replaces_them() {
        let template = "<a><!-- site: x --> 1 <!-- /site --><b><!-- site: y -->2<!-- /site -->";
        assert_eq!(site_page(template, "", "0f").unwrap(), "<a>1<b>2");
        let drawn = "<!-- site: first view --><!-- /site -->";
        assert_eq!(site_page(drawn, "<p>", "0f").unwrap(), "<p>");
        let page = site_page("<head></head>", "", "0f").unwrap();
        assert_eq!(
            page,
            "<head><meta name=\"offline-sha256\" content=\"0f\">\n</head>"
        );
        let named = replace_regions(template, |name, _| Ok(name.to_owned())).unwrap();
        assert_eq!(named, "<a>x<b>y");
    }

    #[test]
    fn no_digit_ends_the_element_or_is_changed_by_an_encoding() {
        let bytes: Vec<u8> = (0..=255).chain([255; BYTES]).chain([0; BYTES]).collect();
        let text = base94(&bytes);
        assert_eq!(text.len(), bytes.len().div_ceil(BYTES) * DIGITS);
        assert!(
            text.bytes()
                .all(|one| (b' '..=b'~').contains(&one) && one != b'<')
        );
        let all: BTreeMap<u8, u8> = (0..BASE as u8).map(|value| (digit(value), value)).collect();
        assert_eq!(all.len() as u64, BASE);
    }

    #[test]
    fn what_is_packed_is_unpacked_some_at_a_time() {
        for length in [0, 1, 2, 3, 4, 5, 1000, 100_000_u32] {
            let bytes: Vec<u8> = (0..length)
                .flat_map(|at| (at.wrapping_mul(at) / 7).to_le_bytes())
                .collect();
            for effort in [Effort::Full, Effort::Quick] {
                let text = base94(&solid(&bytes, effort).unwrap());
                let mut unpacker = Unpacker::new(&text).unwrap();
                for some in bytes.chunks(777) {
                    assert_eq!(unpacker.next(some.len()).unwrap(), some);
                }
                assert_eq!(unpacker.next(1), None);
            }
        }
        let squares: Vec<u8> = (0..1000_u32)
            .flat_map(|at| (at * at).to_le_bytes())
            .collect();
        let text = base94(&solid(&squares, Effort::Quick).unwrap());
        let with_other = Unpacker::new(&text.replacen(&text[40..41], "<", 1));
        assert_eq!(with_other.and_then(|mut other| other.next(4000)), None);
        let half = Unpacker::new(&text[..text.len() / 2]);
        assert_eq!(half.and_then(|mut half| half.next(4000)), None);
    }

    #[test]
    fn links_are_found_by_their_relation() {
        let html = r#"<link rel="stylesheet" href="a.css"><link href="i.svg" rel="icon">"#;
        assert_eq!(links(html, "stylesheet"), ["a.css"]);
        assert_eq!(links(html, "icon"), ["i.svg"]);
    }
}
