//! The first view of the site: the front page of the data in its folder, drawn by the page's own code.

use crate::files;
use anyhow::{Result, anyhow, bail};
use std::path::Path;
use utvandring::first_view::site::{self, FirstView};

pub use utvandring::first_view::site::stamp;

/// Draws the front page of the default package in the folder of an assembled site.
pub fn of_site(folder: &Path) -> Result<FirstView> {
    let read = |path: &str| files::read_bytes(&folder.join(path)).ok();
    let drawn = site::of_site(&read).map_err(|reason| anyhow!(reason))?;
    match drawn {
        None => Ok(FirstView::default()),
        Some(drawn) if drawn.pictures == 0 => {
            bail!("no figure of the first view can be drawn from the tables that are not deferred")
        }
        Some(drawn) => Ok(drawn),
    }
}
