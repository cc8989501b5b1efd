//! Licences and sources of what the workspace is built from.

use crate::step;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};

/// Licences that go with `MIT OR Apache-2.0` in a page that is handed on as one file.
const LICENCES: [&str; 7] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "Unicode-3.0",
    "Zlib",
];

/// The one registry, so that `Cargo.lock` is the whole truth.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Refuses a package of another licence or from elsewhere, each by its name.
pub fn check() -> Result<()> {
    let mut command = Toolchain::Current.cargo();
    command.args(["metadata", "--format-version", "1", "--locked"]);
    let told: Value = serde_json::from_str(&step::capture(&mut command)?)?;
    let packages = told["packages"]
        .as_array()
        .context("cargo told no packages")?;
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|one| refusal(one).err())
        .map(|why| why.to_string())
        .collect();
    if !refused.is_empty() {
        bail!("{}", refused.join("\n"));
    }
    step::note(&format!("{} packages", packages.len()));
    Ok(())
}

fn refusal(package: &Value) -> Result<()> {
    let text = |field: &str| package[field].as_str();
    let name = text("name").context("a package without a name")?;
    // Those of the workspace have no source.
    if let Some(source) = text("source") {
        ensure!(
            source == REGISTRY,
            "{name}: found the source {source}, expected crates.io"
        );
    }
    let licence = text("license").with_context(|| format!("{name}: no licence is told"))?;
    let expression = Expression::parse_mode(licence, ParseMode::LAX).map_err(|why| {
        anyhow::anyhow!(
            "{name}: the licence {licence} is not understood: {}",
            why.reason
        )
    })?;
    let allowed = expression.evaluate(|asked| {
        let id = asked.license.id();
        id.is_some_and(|id| LICENCES.contains(&id.name)) && asked.addition.is_none()
    });
    ensure!(
        allowed,
        "{name}: found the licence {licence}, expected one that {} allow",
        LICENCES.join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refusal;
    use serde_json::json;

    #[test]
    fn what_the_workspace_is_built_from_is_allowed() -> anyhow::Result<()> {
        super::check()
    }

    #[test]
    fn a_licence_or_source_that_is_not_allowed_is_refused_by_name() {
        let package = |licence: &str, source: Option<&str>| {
            let told = refusal(&json!({ "name": "p", "license": licence, "source": source }));
            told.map_err(|why| why.to_string()).err()
        };
        assert_eq!(package("MIT/Apache-2.0", Some(super::REGISTRY)), None);
        assert_eq!(package("LGPL-2.1-or-later OR MIT", None), None);
        for licence in [
            "LGPL-2.1-or-later",
            "MIT AND GPL-3.0-only",
            "Apache-2.0 WITH LLVM-exception",
            "ours",
        ] {
            let told =
                package(licence, None).unwrap_or_else(|| panic!("{licence} was let through"));
            assert!(told.starts_with("p: ") && told.contains(licence), "{told}");
        }
        let told = package("MIT", Some("git+https://example.org/p")).expect("another source");
        assert!(told.contains("expected crates.io"), "{told}");
        assert!(refusal(&json!({ "name": "p" })).is_err());
    }
}
