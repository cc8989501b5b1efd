//! Inputs that are made to keep a page busy, each at any size, and how the page reads them.

use utvandring::claims::claims;
use utvandring::data::index::Index;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Geometry, zip};
use utvandring::state::{State, address};
use utvandring::tasks::code::gather;
use utvandring::tasks::{Answer, Prepared, Task, TaskSet, code, prepare};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;
use utvandring::view_models::attack::target;
use utvandring::view_models::import::ImportSession;

/// What is read: files, or the hash of an address.
pub enum Input {
    /// Files of the contract.
    Contract(Vec<NamedBytes>),
    /// Files of any other form.
    Foreign(Vec<NamedBytes>),
    /// The hash of an address.
    Address(String),
    /// The file of a task, asked of a small table.
    Task(String),
    /// The rows of a table of claims.
    Claims(String),
    /// A list of packages.
    Packages(String),
    /// A table that is read as an attacker reads it.
    Audit(String),
    /// So many codes of a class, pasted.
    Codes(usize),
    /// Outlines of a package.
    Outlines(String),
    /// Outlines of the site.
    Topology(String),
}

/// A kind of input.
pub struct Kind {
    /// What grows.
    pub name: &'static str,
    /// A size that shows how it grows, and can be doubled twice.
    pub size: usize,
    /// The input of a size.
    pub make: fn(usize) -> Input,
}

fn named(name: &str, text: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: text.into(),
    }
}

fn foreign(text: String) -> Input {
    Input::Foreign(vec![named("fil.csv", text)])
}

fn contract(text: String) -> Input {
    Input::Contract(vec![named("fil.csv", text)])
}

fn each(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

fn listed(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// One word for each number.
fn word(at: usize) -> String {
    let letter = |place: u32| char::from(b'a' + (at / 26_usize.pow(place) % 26) as u8);
    (0..4).rev().map(letter).collect()
}

/// A table with a total and so many things beside it.
fn things(count: usize, name: impl Fn(usize) -> String) -> Input {
    let rows = each(count, |at| format!("{},2020,{}\n", name(at), at % 50 + 1));
    contract(format!("thing,year,emigrations\nTotal,2020,9\n{rows}"))
}

const TABLE: &str = "region;år;Utvandring\nA;2020;5\nB;2020;6\n";

fn package(description: String, tables: Vec<NamedBytes>) -> Input {
    let mut files = vec![named("datapackage.json", description)];
    files.extend(tables);
    Input::Contract(files)
}

/// A package of one table, with more said of it and of the table.
fn described(of_package: &str, of_table: &str, table: String) -> Input {
    let of_package = match of_package {
        "" => String::new(),
        more => format!("{more},"),
    };
    let description = format!(
        r#"{{"name":"p",{of_package}"resources":[{{"name":"t","path":"t.csv"{of_table}}}]}}"#
    );
    package(description, vec![named("t.csv", table)])
}

fn task(numbers: &str, why: &str) -> Input {
    Input::Task(format!(
        r#"{{"task":1,"id":"x","kind":"explain","boxes":[{{"nb":"a"}}],"text":{{"why":{{"nb":"{why}"}}}},
        "numbers":{{{numbers}}}}}"#
    ))
}

/// A task that can be asked of the small table.
const ASKED: &str =
    r#"{"task":1,"id":"x","kind":"explain","boxes":[{"nb":"a"},{"nb":"b"}],"text":{}}"#;

fn json_stat(categories: usize) -> String {
    let index = listed(categories, |at| format!("\"c{at}\""));
    let label = listed(categories, |at| format!("\"c{at}\":\"Sted {at}\""));
    let values = listed(categories, |at| (at % 90).to_string());
    format!(
        r#"{{"version":"2.0","class":"dataset","id":["sted","Tid","ContentsCode"],"size":[{categories},1,1],
        "dimension":{{"sted":{{"label":"sted","category":{{"index":[{index}],"label":{{{label}}}}}}},
        "Tid":{{"label":"år","category":{{"index":["2020"]}}}},
        "ContentsCode":{{"label":"statistikkvariabel","category":{{"index":["u"],"label":{{"u":"Utvandringer"}}}}}}}},
        "value":[{values}]}}"#
    )
}

fn px(values: usize) -> String {
    let codes = listed(values, |at| format!("\"Sted {at}\""));
    let numbers = each(values, |at| format!("{} ", at % 90));
    format!(
        "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nCODEPAGE=\"utf-8\";\nMATRIX=\"x\";\nCONTENTS=\"Utvandringer\";\n\
         UNITS=\"personer\";\nSTUB=\"sted\";\nHEADING=\"år\";\nVALUES(\"sted\")={codes};\nVALUES(\"år\")=\"2020\";\n\
         DATA=\n{numbers};\n"
    )
}

/// A workbook with one sheet of so many rows.
fn workbook(rows: usize) -> Vec<u8> {
    let cell = |column: char, row: usize, value: &str| {
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{value}</t></is></c>")
    };
    let body = each(rows, |at| {
        let row = at + 2;
        let (place, year) = (
            cell('A', row, &format!("Sted {at}")),
            cell('B', row, "2020"),
        );
        format!(
            "<row r=\"{row}\">{place}{year}<c r=\"C{row}\"><v>{}</v></c></row>",
            at % 90
        )
    });
    let head: String = [('A', "sted"), ('B', "år"), ('C', "Utvandring")]
        .map(|(column, name)| cell(column, 1, name))
        .concat();
    let formats = "http://schemas.openxmlformats.org";
    let main = format!("{formats}/spreadsheetml/2006/main");
    let rels = format!("{formats}/officeDocument/2006/relationships");
    let package = format!("{formats}/package/2006");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}/relationships\">\
             <Relationship Id=\"r1\" Type=\"{rels}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let types = format!(
        "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{rels}\">\
         <sheets><sheet name=\"Ark\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{head}</row>{body}</sheetData></worksheet>"
    );
    let texts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    zip::pack(&texts.map(|(name, text)| (name.to_owned(), text)))
}

/// Every kind, in the order of what grows.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "bytes of one cell",
        size: 200_000,
        make: |n| foreign(format!("{TABLE}\"{}\";2020;7\n", "x".repeat(n))),
    },
    Kind {
        name: "bytes without a line end",
        size: 200_000,
        make: |n| foreign("æ;1,".repeat(n / 5)),
    },
    Kind {
        name: "quotes that do not close",
        size: 50_000,
        make: |n| foreign(format!("{TABLE}{}", "\";\n".repeat(n))),
    },
    Kind {
        name: "blank lines above a table",
        size: 50_000,
        make: |n| foreign("\n".repeat(n) + TABLE),
    },
    Kind {
        name: "lines of empty cells above a table",
        size: 50_000,
        make: |n| foreign(";;\n".repeat(n) + TABLE),
    },
    Kind {
        name: "lines of text above a table",
        size: 20_000,
        make: |n| foreign("Et notat om tabellen\n".repeat(n) + TABLE),
    },
    Kind {
        name: "lines of text below a table",
        size: 20_000,
        make: |n| foreign(format!("{TABLE}{}", "Et notat om tabellen\n".repeat(n))),
    },
    Kind {
        name: "texts among numbers",
        size: 10_000,
        make: |n| {
            foreign(format!(
                "{TABLE}{}",
                each(n, |at| format!("C;{};x{at}\n", 2000 + at % 20))
            ))
        },
    },
    Kind {
        name: "columns of a foreign table",
        size: 2_000,
        make: |n| {
            let names = each(n, |at| format!(";Mål {at}"));
            let row = ";1".repeat(n);
            foreign(format!("region;år{names}\nA;2020{row}\nB;2020{row}\n"))
        },
    },
    Kind {
        name: "columns that are years",
        size: 2_000,
        make: |n| {
            let names = each(n, |at| format!(";{}", 1000 + at));
            foreign(format!(
                "region{names}\nA{row}\nB{row}\n",
                row = ";1".repeat(n)
            ))
        },
    },
    Kind {
        name: "columns of a contract table",
        size: 160,
        make: |n| {
            let names = each(n, |at| format!("d{at},"));
            let rows = each(500, |row| {
                format!("{}{row}\n", each(n, |at| format!("{},", (row + at) % 7)))
            });
            contract(format!("{names}emigrations\n{rows}"))
        },
    },
    Kind {
        name: "unique keys of a contract table",
        size: 10_000,
        make: |n| {
            contract(format!(
                "place,year,emigrations\n{}",
                each(n, |at| format!("c{at},{},1\n", 2000 + at % 20))
            ))
        },
    },
    Kind {
        name: "codes of a foreign table",
        size: 5_000,
        make: |n| {
            foreign(format!(
                "kommune;år;Utvandring\n{}",
                each(n, |at| format!("Sted {at};2020;1\n"))
            ))
        },
    },
    Kind {
        name: "spellings of a foreign table",
        size: 2_500,
        make: |n| {
            let rows = each(n, |at| {
                format!("Sted {at};2020;1\nsted {at};2020;..\nSTED  {at};2020;..\n")
            });
            foreign(format!("kommune;år;Utvandring\n{rows}"))
        },
    },
    Kind {
        name: "codes with parts before them",
        size: 5_000,
        make: |n| {
            foreign(format!(
                "kommune;år;Utvandring\n{}",
                each(n, |at| format!("{:05} Sted {at};2020;1\n", at))
            ))
        },
    },
    Kind {
        name: "rows of one key",
        size: 5_000,
        make: |n| foreign(format!("kommune;år;Utvandring\n{}", "A;2020;1\n".repeat(n))),
    },
    Kind {
        name: "labels of a package",
        size: 5_000,
        make: |n| {
            let labels = listed(n, |at| format!(r#""c{at}":{{"nb":"Os {}"}}"#, at / 2));
            let rows = each(n, |at| format!("c{at},1\n"));
            let resources = r#"[{"name":"t","path":"t.csv"}]"#;
            let description = format!(
                r#"{{"name":"p","labels":{{"place":{{{labels}}}}},"resources":{resources}}}"#
            );
            package(
                description,
                vec![named("t.csv", format!("place,emigrations\n{rows}"))],
            )
        },
    },
    Kind {
        name: "names that put two others together",
        size: 6_000,
        make: |n| things(n, |at| format!("{} og {}", word(at), word(at + 1))),
    },
    Kind {
        name: "joints of a name",
        size: 1_600,
        make: |n| things(100, |at| format!("{}{}", word(at), " y b".repeat(n / 8))),
    },
    Kind {
        name: "names that hold others",
        size: 6_000,
        make: |n| {
            things(n, |at| match at % 2 {
                0 => format!("university {}", word(at)),
                _ => format!("bachelor {}", word(at)),
            })
        },
    },
    Kind {
        name: "spans that follow each other",
        size: 6_000,
        make: |n| things(n, |at| format!("{at}-{} years", at + 1 + at % 7)),
    },
    Kind {
        name: "areas and countries",
        size: 6_000,
        make: |n| {
            things(n, |at| match at % 3 {
                0 => format!("Europa {at}"),
                1 => format!("Europa uten {}", word(at)),
                _ => format!("Vest-Europa {at}"),
            })
        },
    },
    Kind {
        name: "names that are not others",
        size: 6_000,
        make: |n| things(n, |at| format!("not {}", word(at))),
    },
    Kind {
        name: "regions within each other",
        size: 6_000,
        make: |n| {
            let rows = each(n, |at| format!("{:04},1\n{:04}01,1\n", at / 2, at));
            contract(format!("region,emigrations\n{rows}"))
        },
    },
    Kind {
        name: "rows of a table of claims",
        size: 8_000,
        make: |n| {
            Input::Claims(each(n, |at| {
                format!("c{at},appendix,emigrations,min_year,year=2020,eq,1,0,year,exact,\n")
            }))
        },
    },
    Kind {
        name: "decimals of a claim",
        size: 70_000,
        make: |n| {
            let value = format!("1.{}", "1".repeat(n));
            Input::Claims(format!(
                "c,appendix,emigrations,min_year,year=2020,eq,{value},0,year,exact,\n"
            ))
        },
    },
    Kind {
        name: "packages of a list",
        size: 8_000,
        make: |n| {
            let packages = listed(n, |at| {
                format!(r#"{{"name":"p{at}","path":"p{at}/datapackage.json"}}"#)
            });
            Input::Packages(format!(r#"{{"packages":[{packages}]}}"#))
        },
    },
    Kind {
        name: "tasks of a set",
        size: 2_000,
        make: |n| {
            let tasks = listed(n, |_| ASKED.to_owned());
            Input::Task(format!(
                r#"{{"set":1,"id":"my-lesson","title":{{}},"tasks":[{tasks}]}}"#
            ))
        },
    },
    Kind {
        name: "years of a period",
        size: 2_000,
        make: |n| {
            Input::Audit(format!(
                "period,emigrations\n1-{n},1\n{}",
                each(n, |at| format!("{}-{},1\n", 1900 + at, 1903 + at))
            ))
        },
    },
    Kind {
        name: "notes of a package",
        size: 5_000,
        make: |n| {
            let notes = listed(n, |at| format!(r#"{{"nb":"Merknad {at}"}}"#));
            let resources = r#"[{"name":"t","path":"t.csv"}]"#;
            let description =
                format!(r#"{{"name":"p","notes":[{notes}],"resources":{resources}}}"#);
            package(
                description,
                vec![named("t.csv", "place,emigrations\na,1\n")],
            )
        },
    },
    Kind {
        name: "resources of a package",
        size: 125,
        make: |n| {
            let resources = listed(n, |at| format!(r#"{{"name":"t{at}","path":"t{at}.csv"}}"#));
            let rows = each(20, |at| format!("c{at},1\n"));
            let table = |at| named(&format!("t{at}.csv"), format!("place,emigrations\n{rows}"));
            let description = format!(r#"{{"name":"p","resources":[{resources}]}}"#);
            package(description, (0..n).map(table).collect())
        },
    },
    Kind {
        name: "ranges in coverage and defaults",
        size: 80,
        make: |n| {
            let ranges = listed(n, |at| format!(r#""{at}..{}""#, at + 900));
            described(
                &format!(r#""coverage":{{"x":[{ranges}]}},"defaults":{{"x":[{ranges}]}}"#),
                "",
                "place,emigrations\na,1\n".to_owned(),
            )
        },
    },
    Kind {
        name: "ranges over what may be written out",
        size: 5_000,
        make: |n| {
            let ranges = listed(n, |at| format!(r#""{at}..{}""#, at + 999));
            described(
                &format!(r#""coverage":{{"x":[{ranges}]}}"#),
                "",
                "place,emigrations\na,1\n".to_owned(),
            )
        },
    },
    Kind {
        name: "names of dimensions in coverage",
        size: 5_000,
        make: |n| {
            let names = listed(n, |at| format!(r#""d{at}":{{"nb":"D"}}"#));
            let covered = listed(n, |at| format!(r#""d{at}":["a"]"#));
            described(
                &format!(r#""dimensions":{{{names}}},"coverage":{{{covered}}}"#),
                "",
                "place,emigrations\na,1\n".to_owned(),
            )
        },
    },
    Kind {
        name: "codes covered of a column",
        size: 5_000,
        make: |n| {
            let codes = listed(n, |at| format!("\"{at}\""));
            described(
                "",
                &format!(r#","coverage":{{"place":[{codes}]}}"#),
                format!("place,emigrations\n{}", each(n, |at| format!("{at},1\n"))),
            )
        },
    },
    Kind {
        name: "sums of a column",
        size: 5_000,
        make: |n| {
            let codes = listed(n, |at| format!("\"s{at}\""));
            described(
                "",
                &format!(
                    r#","schema":{{"fields":[{{"name":"place","additive":{{"codes":"parts","sums":[{codes}]}}}}]}}"#
                ),
                format!("place,emigrations\n{}", each(n, |at| format!("c{at},1\n"))),
            )
        },
    },
    Kind {
        name: "outlines of a package",
        size: 5_000,
        make: |n| {
            let features = listed(n, |at| {
                format!(
                    r#"{{"id":"c{at}","geometry":{{"type":"Polygon","coordinates":[[[1,2],[2,2],[2,3]]]}}}}"#
                )
            });
            Input::Outlines(format!(
                r#"{{"type":"FeatureCollection","features":[{features}]}}"#
            ))
        },
    },
    Kind {
        name: "places of an outline",
        size: 20_000,
        make: |n| {
            let places = listed(n, |at| format!("[{at},1]"));
            let outline = format!(r#"{{"type":"Polygon","coordinates":[[{places}]]}}"#);
            Input::Outlines(format!(
                r#"{{"type":"FeatureCollection","features":[{{"id":"a","geometry":{outline}}}]}}"#
            ))
        },
    },
    Kind {
        name: "an arc named again and again",
        size: 20_000,
        make: |n| {
            let (arc, names) = (
                listed(1_000, |_| "[1,0]".to_owned()),
                listed(n, |_| "0".to_owned()),
            );
            Input::Topology(format!(
                r#"{{"type":"Topology","transform":{{"scale":[1,1],"translate":[0,0]}},"objects":{{"countries":
                {{"geometries":[{{"type":"Polygon","id":"no","arcs":[[{names}]]}}]}}}},"arcs":[[{arc}]]}}"#
            ))
        },
    },
    Kind {
        name: "numbers that name numbers",
        size: 200,
        make: |n| {
            let row = r##"{"row":"#/explore?measure=emigrations&by=year","at":{"year":"@last"}}"##;
            let chain = each(n, |at| {
                format!(r#","n{}":{{"less":["n{at}","n{at}"]}}"#, at + 1)
            });
            task(&format!(r#""n0":{row}{chain}"#), "")
        },
    },
    Kind {
        name: "mentions of a number in a task",
        size: 5_000,
        make: |n| {
            let row = r##"{"row":"#/explore?measure=emigrations&by=year","at":{"year":"@last"}}"##;
            task(&format!(r#""a":{row}"#), &"{a} ".repeat(n))
        },
    },
    Kind {
        name: "codes of a class",
        size: 4_000,
        make: Input::Codes,
    },
    Kind {
        name: "the same path again and again",
        size: 2_000,
        make: |n| {
            let resources = listed(n, |at| format!(r#"{{"name":"t{at}","path":"t.csv"}}"#));
            let description = format!(r#"{{"name":"p","resources":[{resources}]}}"#);
            package(
                description,
                vec![named("t.csv", "place,emigrations\na,1\n")],
            )
        },
    },
    Kind {
        name: "members of an archive",
        size: 250,
        make: |n| {
            let text = |at| {
                (
                    format!("t{at}.csv"),
                    format!("region;år;Utvandring\nA;{};5\n", 2000 + at % 20),
                )
            };
            let members: Vec<_> = (0..n).map(text).collect();
            Input::Foreign(vec![named("alle.zip", zip::pack(&members))])
        },
    },
    Kind {
        name: "categories of JSON-stat",
        size: 5_000,
        make: |n| Input::Foreign(vec![named("t.json", json_stat(n))]),
    },
    Kind {
        name: "lists within lists of JSON",
        size: 20_000,
        make: |n| Input::Foreign(vec![named("t.json", "[".repeat(n))]),
    },
    Kind {
        name: "values of PC-Axis",
        size: 5_000,
        make: |n| Input::Foreign(vec![named("t.px", px(n))]),
    },
    Kind {
        name: "rows of a workbook",
        size: 2_500,
        make: |n| Input::Foreign(vec![named("t.xlsx", workbook(n))]),
    },
    Kind {
        name: "codes in an address",
        size: 2_000,
        make: |n| {
            let codes = listed(50, |at| at.to_string());
            Input::Address(format!(
                "#/explore?{}",
                format!("year={codes}&").repeat(n / 50)
            ))
        },
    },
    Kind {
        name: "characters of an address",
        size: 20_000,
        make: |n| Input::Address(format!("#/explore?by={}", "%C3%A6".repeat(n / 6))),
    },
    Kind {
        name: "fields of an address",
        size: 5_000,
        make: |n| Input::Address(format!("#/explore?{}", each(n, |at| format!("d{at}=x&")))),
    },
];

/// Reads an input as the page does, all that is shown of it included; how much came of it.
pub fn read(input: Input) -> usize {
    match input {
        Input::Contract(files) => match open(&files) {
            Ok(dataset) => {
                let names = dataset.dimensions();
                let codes = names.iter().map(|name| dataset.codes(name).len());
                let rows = dataset.tables.iter().map(|table| table.rows);
                rows.chain(codes).sum()
            }
            Err(problems) => problems
                .iter()
                .map(|problem| problem.sentence(Lang::Nb).len())
                .sum(),
        },
        Input::Foreign(files) => {
            let mut session = ImportSession::default();
            match session.add(files, &mut |_| ()) {
                Ok(()) => {
                    let wizard = session.wizard(Lang::Nb);
                    let tables = session
                        .outcome()
                        .map_or(0, |outcome| outcome.dataset.tables.len());
                    wizard.cards.len() + tables
                }
                Err(problems) => problems
                    .iter()
                    .map(|problem| problem.sentence(Lang::Nb).len())
                    .sum(),
            }
        }
        Input::Claims(rows) => {
            let header =
                "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note\n";
            match claims(&[header, &rows].concat()) {
                Ok(claims) => claims.len(),
                Err(errors) => errors.iter().map(|error| error.to_string().len()).sum(),
            }
        }
        Input::Packages(text) => match Index::parse(&text) {
            Ok(index) => index.packages.len(),
            Err(said) => said.len(),
        },
        Input::Audit(table) => match open(&[named("t.csv", table)]) {
            Ok(dataset) => target(&dataset)
                .derived
                .iter()
                .map(|one| one.codes.len())
                .sum(),
            Err(problems) => problems.len(),
        },
        Input::Task(text) if text.starts_with(r#"{"set""#) => match TaskSet::of_file(&text) {
            Ok(set) => set.tasks.len(),
            Err(fault) => fault.to_string().len(),
        },
        Input::Task(text) => asked(&text, |prepared| prepared.why.len()),
        Input::Codes(count) => asked(ASKED, |prepared| {
            let answer = Answer::right(prepared);
            let codes = (0..count).map(|at| code::write(prepared, &answer, at as u16));
            gather(prepared, &codes.collect::<Vec<_>>().join("\n"))
                .answers
                .len()
        }),
        Input::Outlines(text) => outlines(Geometry::of_package(&text)),
        Input::Topology(text) => outlines(Geometry::parse(&text)),
        Input::Address(hash) => address::write(&address::read(&hash, &State::default())).len(),
    }
}

/// What comes of a task that is asked of a small table; the length of what is said where it cannot be.
fn asked(text: &str, of: impl Fn(&Prepared) -> usize) -> usize {
    let table = named("t.csv", "year,sex,emigrations\n2020,k,1\n2021,m,2\n");
    let Ok(dataset) = open(&[table]) else {
        return 0;
    };
    match Task::read(text) {
        Ok(task) => prepare(&task, &dataset, Lang::Nb)
            .as_ref()
            .map_or_else(|hidden| hidden.reason.len(), of),
        Err(fault) => fault.to_string().len(),
    }
}

/// Every outline, looked for by its code as a map does.
fn outlines(read: Result<Geometry, String>) -> usize {
    let Ok(outlines) = read else {
        return 0;
    };
    let codes = outlines.shapes.iter().flat_map(|shape| &shape.codes);
    codes
        .filter_map(|code| outlines.find(code))
        .map(|shape| shape.rings.len())
        .sum()
}
