//! The report's claims: read, evaluated on data sets, said in words.

use utvandring::measures::audit;

fn facts() -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::read_to_string(format!("{root}/www/data/report-2026/facts.csv")).unwrap()
}

#[test]
fn every_row_of_the_facts_table_is_understood() {
    let claims = audit::claims(&facts()).unwrap();
    assert_eq!(claims.len(), 406);
}

fn package(name: &str) -> utvandring::data::Dataset {
    use utvandring::data::open::{NamedBytes, open};
    let folder = format!("{}/www/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<NamedBytes> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| NamedBytes {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    open(&files).unwrap()
}

#[test]
fn verdicts_on_the_teaching_package() {
    let claims = audit::claims(&facts()).unwrap();
    let data = package("teaching");
    let start = std::time::Instant::now();
    let findings = audit::audit(&data, &claims);
    eprintln!("{:?}", start.elapsed());
    for (c, f) in claims.iter().zip(&findings) {
        if f.verdict.code() != "holds" {
            eprintln!(
                "{} {} {:?} {:?} {:?}",
                f.id,
                f.verdict.code(),
                f.verdict,
                f.failing().collect::<Vec<_>>(),
                c.selection
            );
        }
    }
}

#[test]
fn print_sentences() {
    use utvandring::measures::audit::describe;
    use utvandring::text::Lang;
    let claims = audit::claims(&facts()).unwrap();
    let data = package("teaching");
    let findings = audit::audit(&data, &claims);
    for (c, f) in claims.iter().zip(&findings) {
        for lang in Lang::ALL {
            eprintln!(
                "{} {} | {} | {} | {}",
                c.id,
                describe::sentence(c, Some(&data), lang),
                describe::printed(c, lang),
                audit::report::computed(c, f, lang),
                audit::report::verdict(&f.verdict, lang)
            );
        }
    }
}
