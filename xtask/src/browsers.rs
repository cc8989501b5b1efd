//! The browsers of the tests: named, found, or installed.

use crate::system;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// A browser that the tests drive.
pub struct Browser {
    /// The variable that names it, read by the tests as well.
    pub variable: &'static str,
    /// Where it is.
    pub path: PathBuf,
}

struct Kind {
    variable: &'static str,
    programs: &'static [&'static str],
    places: &'static [&'static str],
    package: &'static str,
}

const KINDS: [Kind; 2] = [
    Kind {
        variable: "UTVANDRING_CHROMIUM",
        programs: &[
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
        ],
        places: &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        ],
        package: "chromium",
    },
    Kind {
        variable: "UTVANDRING_FIREFOX",
        programs: &["firefox-esr", "firefox"],
        places: &[
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
        ],
        package: "firefox-esr",
    },
];

/// Both browsers; the missing ones are installed as distribution packages.
pub fn prepare() -> Result<Vec<Browser>> {
    let missing: Vec<&Kind> = KINDS
        .iter()
        .filter(|kind| matches!(find(kind), Ok(None)))
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    KINDS
        .iter()
        .map(|kind| {
            let path = find(kind)?.with_context(|| how_to_name(kind))?;
            Ok(Browser {
                variable: kind.variable,
                path,
            })
        })
        .collect()
}

fn install(missing: &[&Kind]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().map(|kind| kind.package).collect();
    println!(
        "The tests run in browsers that are not on this machine: {}",
        packages.join(", ")
    );
    let by_hand = || {
        missing
            .iter()
            .map(|kind| how_to_name(kind))
            .collect::<Vec<_>>()
            .join("; ")
    };
    if system::program("apt-get").is_none() {
        bail!("{}", by_hand());
    }
    if !system::offers(&packages) {
        system::refresh()?;
    }
    system::install(&packages).with_context(by_hand)
}

fn find(kind: &Kind) -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os(kind.variable) {
        let path = PathBuf::from(named);
        if !path.is_file() {
            bail!(
                "{} names {}, which is not a file",
                kind.variable,
                path.display()
            );
        }
        return Ok(Some(path));
    }
    let by_name = kind.programs.iter().find_map(|name| system::program(name));
    let by_place = || {
        kind.places
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    };
    Ok(by_name.or_else(by_place))
}

fn how_to_name(kind: &Kind) -> String {
    format!(
        "install {} or set {} to the path of such a browser",
        kind.package, kind.variable
    )
}
