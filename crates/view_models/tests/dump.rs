use data::open::{NamedBytes, open};
use text::Lang;
#[test]
fn dump() {
    for name in ["norway", "norway-age", "europe", "teaching", "report-2026"] {
        let dir = format!("{}/../../www/data/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<NamedBytes> = std::fs::read_dir(dir).unwrap().map(|e| { let e = e.unwrap(); NamedBytes { name: e.file_name().into_string().unwrap(), bytes: std::fs::read(e.path()).unwrap() } }).collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let d = open(&files).unwrap();
        for lang in Lang::ALL {
            let start = std::time::Instant::now();
            let o = view_models::overview::of_dataset(&d, lang);
            println!("## {name} {} {:?}", lang.tag(), start.elapsed());
            for k in &o.keys { println!("  {} | {}", k.value, k.caption); }
            for p in o.all() { println!("[{}] {}\n    {}\n    -- {} {}", p.spec.id, p.question, p.sentence, p.left_out, p.spark.len()); }
        }
    }
}
