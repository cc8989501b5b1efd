//! The browsers of the tests: named, found, or installed.

use crate::{step, system};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

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
    packages: &'static [&'static str],
    /// Other programs without which it cannot be driven.
    beside: &'static [&'static str],
    /// Whether the tests go on where it cannot be had, except where `CI` is set.
    can_be_left_out: bool,
    /// The lowest version that the program which drives the browsers can start.
    least: u32,
}

const KINDS: [Kind; 3] = [
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
        packages: &["chromium"],
        beside: &[],
        can_be_left_out: false,
        least: 140,
    },
    Kind {
        variable: "UTVANDRING_FIREFOX",
        programs: &["firefox-esr", "firefox"],
        places: &[
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
        ],
        packages: &["firefox-esr"],
        beside: &[],
        can_be_left_out: false,
        least: 145,
    },
    // WebKitGTK's driver, which starts a browser that has no window-less mode. It tells no version.
    Kind {
        variable: "UTVANDRING_WEBKIT",
        programs: &["WebKitWebDriver"],
        places: &[],
        packages: &["webkit2gtk-driver", "xvfb"],
        beside: &["Xvfb"],
        can_be_left_out: true,
        least: 0,
    },
];

/// The browsers of the usual run, or all of them; those that are missing or too old are installed as
/// distribution packages.
pub fn prepare(with_webkit: bool) -> Result<Vec<Browser>> {
    let kinds = || {
        let wanted = |kind: &&Kind| with_webkit || !kind.can_be_left_out;
        KINDS.iter().filter(wanted)
    };
    let missing: Vec<&Kind> = kinds()
        .filter(|kind| match find(kind) {
            Ok(Some(path)) => std::env::var_os(kind.variable).is_none() && is_old(kind, &path),
            Ok(None) => true,
            Err(_) => false,
        })
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    let mut browsers = Vec::new();
    for kind in kinds() {
        let variable = kind.variable;
        match find(kind)? {
            Some(path) => browsers.push(Browser { variable, path }),
            None if may_be_left_out(kind) => {
                step::note(&format!("LEFT OUT OF THE TESTS: {}", how_to_name(kind)));
            }
            None => bail!("{}", how_to_name(kind)),
        }
    }
    Ok(browsers)
}

fn may_be_left_out(kind: &Kind) -> bool {
    kind.can_be_left_out && std::env::var_os("CI").is_none()
}

fn install(missing: &[&Kind]) -> Result<()> {
    let packages = |kinds: &[&Kind]| -> Vec<&str> {
        let all = kinds.iter().flat_map(|kind| kind.packages);
        all.copied().collect()
    };
    println!(
        "The tests run in browsers that this machine lacks, or has in a version too old: {}",
        packages(missing).join(", ")
    );
    let (optional, needed): (Vec<&Kind>, Vec<&Kind>) =
        missing.iter().partition(|kind| may_be_left_out(kind));
    let by_hand = || {
        let ways: Vec<String> = needed.iter().map(|kind| how_to_name(kind)).collect();
        ways.join("; ")
    };
    if system::program("apt-get").is_none() {
        if needed.is_empty() {
            return Ok(());
        }
        bail!("{}", by_hand());
    }
    // A list of packages that is some months old offers a browser of that age.
    system::refresh()?;
    if !needed.is_empty() {
        system::install(&packages(&needed)).with_context(by_hand)?;
    }
    for kind in optional.iter().filter(|kind| system::offers(kind.packages)) {
        if let Err(error) = system::install(kind.packages) {
            step::note(&format!("{error:#}"));
        }
    }
    Ok(())
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
    if !kind
        .beside
        .iter()
        .all(|name| system::program(name).is_some())
    {
        return Ok(None);
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

/// Whether a browser tells a version below the lowest that can be driven.
fn is_old(kind: &Kind, path: &Path) -> bool {
    let told = Command::new(path).arg("--version").output();
    let told = told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    told.is_ok_and(|told| major(&told).is_some_and(|version| version < kind.least))
}

/// "Mozilla Firefox 153.8.0esr": 153.
fn major(told: &str) -> Option<u32> {
    let digits = told.split(|letter: char| !letter.is_ascii_digit());
    let mut numbers = digits.filter(|digits| !digits.is_empty());
    numbers.next()?.parse().ok()
}

fn how_to_name(kind: &Kind) -> String {
    format!(
        "install {} or set {} to the path of such a browser",
        kind.packages.join(" and "),
        kind.variable
    )
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_first_number_is_the_version() {
        assert_eq!(major("Mozilla Firefox 153.8.0esr\n"), Some(153));
        assert_eq!(
            major("Chromium 156.0.8078.114 built on Debian GNU/Linux 12"),
            Some(156)
        );
        assert_eq!(major(""), None);
    }
}
