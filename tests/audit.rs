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
