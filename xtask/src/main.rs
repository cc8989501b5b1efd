//! Developer commands: `cargo xtask serve | build | test | check | teaching-data | size`.

fn main() {}
