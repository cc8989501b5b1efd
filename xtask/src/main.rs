//! Developer commands: `cargo xtask serve | build | test | check | teaching-data | size`.

use std::path::Path;

mod teaching;

fn main() -> std::io::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("teaching-data") => {
            teaching::run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/data"))
        }
        _ => Ok(()),
    }
}
