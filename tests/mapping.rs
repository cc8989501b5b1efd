//! From foreign tables to data sets of the contract: meanings, totals, groups, joins, and saving.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use utvandring::data::formats::{Unpacked, unpack};
use utvandring::data::mapping::desk::{Desk, Wizard};
use utvandring::data::mapping::{save, zip};
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Cell, Dataset, Problem, ProblemKind};
use utvandring::measures::{Filter, Measure, Question, compute};
use utvandring::text::Lang;

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

/// A real file, or `None` where the samples are not there; said in the output.
fn sample(path: &str) -> Option<NamedBytes> {
    let folder = std::env::var_os("UTVANDRING_SAMPLES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples"),
        PathBuf::from,
    );
    let bytes = std::fs::read(folder.join(path)).ok();
    if bytes.is_none() {
        println!("SKIPPED: the sample {path} is not there");
    }
    Some(named(path.rsplit('/').next().unwrap(), bytes?))
}

#[test]
fn probe() {
    let mut desk = Desk::default();
    desk.add(vec![sample("ssb/folketall.csv").unwrap()])
        .unwrap();
    println!("{:#?}", desk.wizard(Lang::Nb));
    let mut desk = Desk::default();
    desk.add(vec![sample("ssb/11327_TestExcel.xlsx").unwrap()])
        .unwrap();
    desk.add(vec![sample("ssb/10211_20230306-214644.csv").unwrap()])
        .unwrap();
    let w = desk.wizard(Lang::Nb);
    for c in w.cards {
        println!("{} {:#?} {:?}", c.heading, c.lines, c.rows);
        for k in c.controls {
            println!(
                "   {} {} {} {:?}",
                k.id,
                k.label,
                k.value,
                &k.options[..k.options.len().min(12)]
            );
        }
    }
    println!("{:#?}", w.problems);
}
#[test]
fn probe2() {
    use utvandring::data::formats::*;
    use utvandring::data::mapping::*;
    for f in ["ssb/11327_TestExcel.xlsx", "ssb/10211_20230306-214644.csv"] {
        let s = sample(f).unwrap();
        let t = read_foreign(&s.name, &s.bytes, &Choices::default()).unwrap();
        let p = plan::propose_table(&t[0]);
        println!("{:?}", t[0].understood.markers);
        let g = gather::gather(&t[0], &p, Some(&["year".to_owned()]));
        println!("{:?} {:?} {:?}", g.columns[0].codes, g.measures, g.remarks);
    }
}
