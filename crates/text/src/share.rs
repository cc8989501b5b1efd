//! Words of sharing: the menu under a figure, notes in exported files, citations.

use super::Lang;
use super::phrases::{phrases, words};

words! {
    /// Part of the menu.
    copy { nb: "Kopier", nn: "Kopier", en: "Copy" }
    /// Part of the menu.
    save { nb: "Last ned", nn: "Last ned", en: "Download" }
    /// Button.
    link { nb: "Lenke", nn: "Lenke", en: "Link" }
    /// Button.
    embed { nb: "Kode for innbygging", nn: "Kode for innbygging", en: "Embed code" }
    /// Button.
    citation { nb: "Referanse", nn: "Referanse", en: "Citation" }
    /// Button: a CSV file of the numbers.
    csv { nb: "Tall (CSV)", nn: "Tal (CSV)", en: "Numbers (CSV)" }
    /// Button: a workbook of the numbers.
    xlsx { nb: "Regneark (XLSX)", nn: "Rekneark (XLSX)", en: "Workbook (XLSX)" }
    /// Button: the description of the figure.
    json { nb: "Beskrivelse (JSON)", nn: "Beskriving (JSON)", en: "Description (JSON)" }
    /// After copying.
    copied { nb: "Kopiert til utklippstavlen", nn: "Kopiert til utklippstavla", en: "Copied to the clipboard" }
    /// After copying a link to data that only the visitor has.
    copied_own {
        nb: "Kopiert. Dataene er dine egne, så lenken virker bare der de samme filene er åpnet. \
             Last ned tallene eller siden med dataene inni for å dele dem.",
        nn: "Kopiert. Dataa er dine eigne, så lenka verkar berre der dei same filene er opna. \
             Last ned tala eller sida med dataa inni for å dele dei.",
        en: "Copied. The data are your own, so the link works only where the same files are open. \
             Download the numbers, or the page with these data inside, to share them.",
    }
    /// When the browser does not let the page copy.
    copy_yourself {
        nb: "Nettleseren lot ikke siden kopiere. Marker teksten og kopier den selv.",
        nn: "Nettlesaren lét ikkje sida kopiere. Merk teksten og kopier han sjølv.",
        en: "The browser did not let the page copy. Select the text and copy it yourself.",
    }
    /// When a file could not be made.
    failed { nb: "Det gikk ikke å lage filen", nn: "Det gjekk ikkje å lage fila", en: "The file could not be made" }
    /// Heading of the part on taking the page along.
    offline_title { nb: "Bruk siden uten nett", nn: "Bruk sida utan nett", en: "Use the page without a network" }
    /// What the one-file page is.
    offline_text {
        nb: "Hele siden finnes som én fil. Den åpnes rett fra disken og gjør alt det nettstedet \
             gjør.",
        nn: "Heile sida finst som éi fil. Ho kan opnast rett frå disken og gjer alt det \
             nettstaden gjer.",
        en: "The whole page is available as one file. It opens straight from the disk and does \
             everything the site does.",
    }
    /// Link to the one-file page.
    offline_link { nb: "Last ned offline.html", nn: "Last ned offline.html", en: "Download offline.html" }
    /// Word before the checksum.
    checksum { nb: "SHA-256-kontrollsum", nn: "SHA-256-kontrollsum", en: "SHA-256 checksum" }
    /// Button: the one-file page with the open data.
    hand_out {
        nb: "Last ned som én side med disse dataene",
        nn: "Last ned som éi side med desse dataa",
        en: "Download as one page with these data inside",
    }
    /// What the button does.
    hand_out_text {
        nb: "Du får en ny offline.html med datasettet du har åpent. Den starter med spørsmålet du \
             sist stilte på Utforsk, lages her i nettleseren og kan deles ut til en klasse.",
        nn: "Du får ei ny offline.html med datasettet du har ope. Ho startar med spørsmålet du \
             sist stilte på Utforsk, blir laga her i nettlesaren og kan delast ut til ein klasse.",
        en: "You get a new offline.html with the data set you have open. It starts with the \
             question you last asked on Explore, is made here in the browser and can be handed \
             out to a class.",
    }
    /// After the one-file page has been made.
    handed_out { nb: "Siden er laget", nn: "Sida er laga", en: "The page has been made" }
    /// What keeping the site does.
    keep_text {
        nb: "Nettleseren kan ta vare på siden, så den virker uten nett på denne adressen. Da \
             lagres sidens egne filer på maskinen. Data du åpner selv, lagres ikke.",
        nn: "Nettlesaren kan ta vare på sida, så ho verkar utan nett på denne adressa. Då blir \
             filene til sida lagra på maskina. Data du opnar sjølv, blir ikkje lagra.",
        en: "The browser can keep the page, so that it works without a network at this address. \
             The page’s own files are then stored on this machine. Data you open yourself are \
             not.",
    }
    /// Button.
    keep { nb: "Ta vare på siden", nn: "Ta vare på sida", en: "Keep the page" }
    /// Button.
    forget { nb: "Fjern den igjen", nn: "Fjern sida igjen", en: "Remove it again" }
    /// State.
    kept {
        nb: "Siden er tatt vare på og virker uten nett.",
        nn: "Sida er teken vare på og verkar utan nett.",
        en: "The page is kept and works without a network.",
    }
    /// State.
    forgotten {
        nb: "Siden er fjernet fra nettleserens lager.",
        nn: "Sida er fjerna frå lageret til nettlesaren.",
        en: "The page has been removed from the browser’s store.",
    }
    /// When the browser could not keep the site.
    keep_failed {
        nb: "Nettleseren kunne ikke ta vare på siden.",
        nn: "Nettlesaren kunne ikkje ta vare på sida.",
        en: "The browser could not keep the page.",
    }
    /// Notice of a new version.
    new_version {
        nb: "En ny versjon av siden er klar.",
        nn: "Ein ny versjon av sida er klar.",
        en: "A new version of the page is ready.",
    }
    /// Button of that notice.
    use_new_version { nb: "Bruk den nå", nn: "Bruk den nye no", en: "Use it now" }
    /// How the numbers of an exported analysis are written.
    shares_of_one {
        nb: "Tallene er uavrundede. Andeler, rater og forskjeller mellom dem er skrevet som deler av én, ikke i \
             prosent.",
        nn: "Tala er ikkje avrunda. Delar, ratar og skilnader mellom dei er skrivne som delar av éin, ikkje i \
             prosent.",
        en: "The numbers are unrounded. Shares, rates and differences between them are written as parts of one, \
             not in per cent.",
    }
    /// Note heading.
    note_title { nb: "Tittel", nn: "Tittel", en: "Title" }
    /// Note heading.
    note_selection { nb: "Utvalg", nn: "Utval", en: "Selection" }
    /// Note heading.
    note_definition { nb: "Definisjon", nn: "Definisjon", en: "Definition" }
    /// Note heading.
    note_formula { nb: "Formel", nn: "Formel", en: "Formula" }
    /// Note heading.
    note_remarks { nb: "Merknader", nn: "Merknader", en: "Remarks" }
    /// Note heading.
    note_about { nb: "Om dataene", nn: "Om dataa", en: "About the data" }
    /// Note heading.
    note_dataset { nb: "Datasett", nn: "Datasett", en: "Data set" }
    /// Note heading.
    note_source { nb: "Kilde", nn: "Kjelde", en: "Source" }
    /// Note heading.
    note_version { nb: "Versjon", nn: "Versjon", en: "Version" }
    /// Note heading.
    note_licence { nb: "Lisens", nn: "Lisens", en: "Licence" }
    /// Note heading.
    note_computed { nb: "Beregnet med", nn: "Rekna ut med", en: "Computed with" }
    /// Note heading.
    note_date { nb: "Hentet", nn: "Henta", en: "Retrieved" }
    /// Note heading.
    note_link { nb: "Lenke", nn: "Lenke", en: "Link" }
    /// Note heading.
    note_columns { nb: "Kolonner", nn: "Kolonner", en: "Columns" }
    /// Column of an exported table.
    column_lower { nb: "Nedre grense", nn: "Nedre grense", en: "Lower limit" }
    /// Column of an exported table.
    column_upper { nb: "Øvre grense", nn: "Øvre grense", en: "Upper limit" }
    /// Column of an exported table.
    column_level { nb: "Konfidensnivå", nn: "Konfidensnivå", en: "Confidence level" }
    /// Column of an exported table.
    column_flags { nb: "Merke", nn: "Merke", en: "Mark" }
    /// What more columns of a table with intervals are.
    columns_of_intervals {
        nb: "«lower», «upper» og «level» er konfidensintervallet og nivået det har.",
        nn: "«lower», «upper» og «level» er konfidensintervallet og nivået det har.",
        en: "“lower”, “upper” and “level” are the confidence interval and its level.",
    }
    /// What one more column of a table with marks is.
    columns_of_flags {
        nb: "Merkene er b for brudd i tidsserien, p for foreløpig og e for anslag.",
        nn: "Merka er b for brot i tidsserien, p for førebels og e for anslag.",
        en: "The marks are b for a break in the series, p for provisional and e for estimated.",
    }
    /// What the columns of an exported table are.
    columns_text {
        nb: "Koder og tall først; «value» er det figuren viser, uavrundet, og «_label» er navnene \
             på kodene. Filen kan åpnes igjen i Utvandringskalkulatoren.",
        nn: "Kodar og tal først; «value» er det figuren viser, ikkje avrunda, og «_label» er \
             namna på kodane. Fila kan opnast igjen i Utvandringskalkulatoren.",
        en: "Codes and numbers first; “value” is what the figure shows, unrounded, and “_label” \
             holds the names of the codes. The file can be opened again in The Emigration \
             Calculator.",
    }
    /// Name of the sheet with the notes in a workbook.
    sheet_notes { nb: "Merknader", nn: "Merknader", en: "Notes" }
    /// Name of a sheet with numbers in a workbook.
    sheet_numbers { nb: "Tall", nn: "Tal", en: "Numbers" }
}

phrases! {
    /// Heading of a column: the lower end of an interval.
    lower_end(interval) {
        nb: "{interval}, nedre grense",
        nn: "{interval}, nedre grense",
        en: "{interval}, lower limit",
    }
    /// Heading of a column: the upper end of an interval.
    upper_end(interval) { nb: "{interval}, øvre grense", nn: "{interval}, øvre grense", en: "{interval}, upper limit" }
    /// "PNG, 2×".
    png(scale: u8) { nb: "Bilde (PNG {scale}×)", nn: "Bilete (PNG {scale}×)", en: "Picture (PNG {scale}×)" }
}

words! {
    /// A picture that can be enlarged.
    svg { nb: "Vektorbilde (SVG)", nn: "Vektorbilete (SVG)", en: "Vector picture (SVG)" }
}

/// What a citation is made of.
#[derive(Clone, Debug, Default)]
pub struct Cited<'a> {
    /// Key of the entry.
    pub key: &'a str,
    /// Title of the figure.
    pub title: &'a str,
    /// Title of the data set.
    pub dataset: &'a str,
    /// Where its numbers come from, when the tables say; empty when they do not.
    pub sources: &'a str,
    /// Version of the data set.
    pub version: &'a str,
    /// Whether the data are made up.
    pub synthetic: bool,
    /// Day of retrieval, as `2026-11-23`.
    pub date: &'a str,
    /// Address of the figure.
    pub link: &'a str,
    /// Name and version of this product.
    pub product: &'a str,
}

/// The data set with its version, and whether it is made up.
fn data_of(lang: Lang, cited: &Cited) -> String {
    let version = match (lang, cited.version) {
        (_, "") => String::new(),
        (Lang::Nb | Lang::Nn, version) => format!(", versjon {version}"),
        (Lang::En, version) => format!(", version {version}"),
    };
    let synthetic = match (lang, cited.synthetic) {
        (_, false) => "",
        (Lang::Nb, true) => " (syntetiske data, ikke funn)",
        (Lang::Nn, true) => " (syntetiske data, ikkje funn)",
        (Lang::En, true) => " (synthetic data, not findings)",
    };
    let data = match lang {
        Lang::Nb | Lang::Nn => format!("Datasett: {}{version}{synthetic}", cited.dataset),
        Lang::En => format!("Data set: {}{version}{synthetic}", cited.dataset),
    };
    match (lang, cited.sources) {
        (_, "") => data,
        (Lang::Nb, sources) => format!("Kilde: {sources}. {data}"),
        (Lang::Nn, sources) => format!("Kjelde: {sources}. {data}"),
        (Lang::En, sources) => format!("Source: {sources}. {data}"),
    }
}

/// A reference to read.
pub fn plain_citation(lang: Lang, cited: &Cited) -> String {
    let (product, title, date, link) = (cited.product, cited.title, cited.date, cited.link);
    let data = data_of(lang, cited);
    match lang {
        Lang::Nb => format!("{product}: «{title}». {data}. Hentet {date} fra {link}"),
        Lang::Nn => format!("{product}: «{title}». {data}. Henta {date} frå {link}"),
        Lang::En => format!("{product}: “{title}”. {data}. Retrieved {date} from {link}"),
    }
}

/// An entry for BibTeX.
pub fn bibtex(lang: Lang, cited: &Cited) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        for letter in text.chars() {
            match letter {
                '{' | '}' | '\\' => {}
                '&' | '%' | '$' | '#' | '_' => out.extend(['\\', letter]),
                other => out.push(other),
            }
        }
        out
    };
    let language = match lang {
        Lang::Nb => "norsk",
        Lang::Nn => "nynorsk",
        Lang::En => "english",
    };
    let year = cited.date.get(..4).unwrap_or_default();
    format!(
        "@misc{{{},\n  author = {{{{{}}}}},\n  title = {{{{{}}}}},\n  year = {{{year}}},\n  \
         note = {{{}}},\n  language = {{{language}}},\n  url = {{{}}},\n  urldate = {{{}}}\n}}\n",
        cited.key,
        escaped(cited.product),
        escaped(cited.title),
        escaped(&data_of(lang, cited)),
        cited.link,
        cited.date,
    )
}

/// An entry in the RIS format.
pub fn ris(lang: Lang, cited: &Cited) -> String {
    let year = cited.date.get(..4).unwrap_or_default();
    let one_line = |text: &str| text.replace(['\r', '\n'], " ");
    let lines = [
        ("TY", "DATA".to_owned()),
        ("ID", cited.key.to_owned()),
        ("AU", cited.product.to_owned()),
        ("TI", cited.title.to_owned()),
        ("PY", year.to_owned()),
        ("N1", data_of(lang, cited)),
        ("LA", lang.tag().to_owned()),
        ("Y2", cited.date.replace('-', "/")),
        ("UR", cited.link.to_owned()),
        ("ER", String::new()),
    ];
    let lines = lines
        .iter()
        .map(|(tag, text)| format!("{tag}  - {}\r\n", one_line(text)));
    lines.collect()
}

/// What came of sharing.
pub fn outcome(lang: Lang, outcome: &str) -> &'static str {
    match outcome {
        "copied" => copied(lang),
        "copied_own" => copied_own(lang),
        "copy_yourself" => copy_yourself(lang),
        _ => failed(lang),
    }
}

/// The frame for other sites, with the listener that keeps it as high as the figure.
pub fn embed_code(address: &str, title: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"640\" style=\"border:0\" loading=\"lazy\"></iframe>\n\
         <script>addEventListener(\"message\", (event) => {{\n  \
         for (const frame of document.querySelectorAll(\"iframe[src='{}']\"))\n    \
         if (frame.contentWindow === event.source && event.data?.utvandring > 0) \
         frame.height = Math.min(event.data.utvandring, 20000);\n}});</script>\n",
        in_markup(address),
        in_markup(title),
        in_string(address),
    )
}

/// A text between single quotes of a selector within a string of a script.
fn in_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'a'..='z'
            | 'A'..='Z'
            | '0'..='9'
            | '-'
            | '_'
            | '.'
            | '~'
            | ':'
            | '/'
            | '#'
            | '?'
            | '&'
            | '='
            | ','
            | '%' => {
                out.push(letter);
            }
            other => out += &format!("\\\\{:x} ", u32::from(other)),
        }
    }
    out
}

/// What came of taking the page along.
pub fn along_outcome(lang: Lang, wish: &str, done: bool) -> &'static str {
    match (wish, done) {
        ("hand_out", true) => handed_out(lang),
        ("keep", true) => kept(lang),
        ("forget", true) => forgotten(lang),
        ("hand_out", false) => failed(lang),
        _ => keep_failed(lang),
    }
}

fn in_markup(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
