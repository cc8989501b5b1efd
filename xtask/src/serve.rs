//! A small web server for the built site, on this machine only.

use crate::bundle::media_type;
use crate::compile::Effort;
use crate::site;
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Request, Response, Server};

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// Builds the site and serves it until the program is ended.
pub fn run(port: Option<&str>) -> Result<()> {
    let chosen = port
        .map(|text| {
            text.parse::<u16>()
                .with_context(|| format!("{text:?} is not a port"))
        })
        .transpose()?;
    let folder = site::build(Effort::Full)?;
    let (server, port) = listen(chosen)?;
    println!("\n  http://127.0.0.1:{port}/   (end with Ctrl-C)\n");
    for request in server.incoming_requests() {
        answer(request, &folder);
    }
    Ok(())
}

fn listen(chosen: Option<u16>) -> Result<(Server, u16)> {
    let ports = match chosen {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + PORTS_TRIED,
    };
    let mut last = anyhow!("no port to try");
    for port in ports {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok((server, port)),
            Err(error) => last = anyhow!("port {port}: {error}"),
        }
    }
    Err(last.context("cannot serve the site"))
}

fn answer(request: Request, folder: &Path) {
    let found = local_path(request.url())
        .map(|relative| folder.join(relative))
        .map(|path| {
            if path.is_dir() {
                path.join("index.html")
            } else {
                path
            }
        })
        .and_then(|path| fs::read(&path).ok().map(|content| (path, content)));
    let headers = |media: &str| {
        [("Content-Type", media), ("Cache-Control", "no-store")]
            .into_iter()
            .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
            .collect::<Vec<Header>>()
    };
    let (status, media, content) = match found {
        Some((path, content)) => (200, media_type(&path.to_string_lossy()), content),
        None => (404, media_type("x.txt"), b"not found\n".to_vec()),
    };
    let mut response = Response::from_data(content).with_status_code(status);
    for header in headers(media) {
        response.add_header(header);
    }
    // A browser that has left before the answer is no concern of the server.
    let _ = request.respond(response);
}

/// The file an address names, relative to the site; nothing outside it.
fn local_path(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let path = PathBuf::from(decoded(path)?);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_files_of_the_site_only() {
        for (address, file) in [
            ("/", Some("")),
            ("/data/index.json?x=1", Some("data/index.json")),
            ("/by%20age.csv", Some("by age.csv")),
            ("/../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/%zz", None),
        ] {
            assert_eq!(local_path(address), file.map(PathBuf::from), "{address}");
        }
    }
}
