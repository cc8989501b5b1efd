//! Random data packages with what real ones have: holes, shuffled rows, series with years of their own,
//! several tables with different years, codes that one table lacks, few codes and many.

use std::fmt::Write;

/// Numbers that look random and are the same for the same seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below another.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Whether something happens that happens once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for place in (1..items.len()).rev() {
            items.swap(place, self.below(place + 1));
        }
    }
}

/// A column of codes.
struct Column {
    name: &'static str,
    codes: Vec<String>,
}

fn columns(random: &mut Random) -> Vec<Column> {
    let many = [1, 2, 3, 5, 12, 40, 300][random.below(7)];
    let numbered =
        |letter: &str, count: usize| (0..count).map(|n| format!("{letter}{n}")).collect();
    let mut columns = vec![Column {
        name: ["country", "region", "group", "origin"][random.below(4)],
        codes: numbered("c", many),
    }];
    let others = [
        Column {
            name: "sex",
            codes: vec!["m".to_owned(), "f".to_owned()],
        },
        Column {
            name: "age",
            codes: (18..18 + 2 + random.below(5))
                .map(|age| age.to_string())
                .collect(),
        },
        Column {
            name: "destination",
            codes: numbered("d", 2 + random.below(4)),
        },
    ];
    // Few rows, so that many packages can be looked at.
    let wanted = if many > 12 { 0 } else { random.below(3) };
    let mut others: Vec<Column> = others.into_iter().collect();
    random.shuffle(&mut others);
    columns.extend(others.into_iter().take(wanted));
    for column in &mut columns {
        random.shuffle(&mut column.codes);
    }
    columns
}

/// Every combination of codes.
fn keys(columns: &[&Column]) -> Vec<Vec<String>> {
    columns.iter().fold(vec![Vec::new()], |keys, column| {
        let mut longer = Vec::new();
        for key in &keys {
            for code in &column.codes {
                let mut key = key.clone();
                key.push(code.clone());
                longer.push(key);
            }
        }
        longer
    })
}

fn table(random: &mut Random, columns: &[Column]) -> String {
    // Each table leaves out some columns, and some codes of those that it has.
    let mut kept: Vec<&Column> = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        if place == 0 || !random.once_in(3) {
            kept.push(column);
        }
    }
    let first_year = 1990 + random.below(15) as i32;
    let length = 2 + random.below(9) as i32;
    let measures: &[&str] = match random.below(3) {
        0 => &["emigrations", "population_jan1", "population_dec31"],
        1 => &["emigrations", "person_years"],
        _ => &["emigrations"],
    };
    let lacking = random.below(4);
    let mut rows = Vec::new();
    let mut of_first: Vec<(String, i32, i32)> = Vec::new();
    for key in keys(&kept) {
        // Each series begins and ends in years of its own.
        let own = match of_first.iter().find(|(code, ..)| *code == key[0]) {
            Some((_, from, to)) => (*from, *to),
            None => {
                let from = first_year + random.below(3) as i32;
                let own = (
                    from,
                    (first_year + length - random.below(3) as i32).max(from),
                );
                of_first.push((key[0].clone(), own.0, own.1));
                own
            }
        };
        if lacking > 0 && of_first.len() == lacking + 1 {
            continue;
        }
        for year in own.0..=own.1 {
            if random.once_in(15) {
                continue;
            }
            let mut row = key.join(",");
            let emigrations = match random.below(6) {
                0 => 0,
                1 => random.below(9),
                _ => random.below(4000),
            };
            write!(row, ",{year},").unwrap();
            row += &match random.below(60) {
                0 => String::new(),
                1 => ":".to_owned(),
                _ => emigrations.to_string(),
            };
            for _ in &measures[1..] {
                write!(row, ",{}", 5000 + random.below(90_000)).unwrap();
            }
            rows.push(row);
        }
    }
    if rows.is_empty() {
        let first: Vec<&str> = kept.iter().map(|column| column.codes[0].as_str()).collect();
        rows.push(format!(
            "{},2000,7{}",
            first.join(","),
            ",9000".repeat(measures.len() - 1)
        ));
    }
    random.shuffle(&mut rows);
    let names: Vec<&str> = kept.iter().map(|column| column.name).collect();
    format!(
        "{},year,{}\n{}\n",
        names.join(","),
        measures.join(","),
        rows.join("\n")
    )
}

/// The files of a package.
pub fn package(random: &mut Random) -> Vec<(String, String)> {
    let columns = columns(random);
    let count = 1 + random.below(3);
    let mut files: Vec<(String, String)> = (0..count)
        .map(|number| (format!("table{number}.csv"), table(random, &columns)))
        .collect();
    if random.once_in(2) {
        let mut labels = Vec::new();
        for column in columns.iter().filter(|column| column.name != "age") {
            // Labels in an order of their own, and not for every code.
            let mut codes: Vec<&String> = column.codes.iter().collect();
            random.shuffle(&mut codes);
            codes.truncate(1 + random.below(codes.len()));
            let named: Vec<String> = codes
                .iter()
                .map(|code| format!("\"{code}\":{{\"en\":\"Name of {code}\"}}"))
                .collect();
            labels.push(format!("\"{}\":{{{}}}", column.name, named.join(",")));
        }
        let resources: Vec<String> = files
            .iter()
            .map(|(name, _)| {
                format!(
                    "{{\"name\":\"{}\",\"path\":\"{name}\"}}",
                    name.trim_end_matches(".csv")
                )
            })
            .collect();
        let description = format!(
            "{{\"name\":\"made\",\"synthetic\":true,\"labels\":{{{}}},\"resources\":[{}]}}",
            labels.join(","),
            resources.join(",")
        );
        files.push(("datapackage.json".to_owned(), description));
    }
    files
}
