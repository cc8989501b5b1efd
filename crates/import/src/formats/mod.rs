//! Files as statistics offices give them out, read to tables in long form.
//!
//! May live here: one reader a format, the detection, and what the formats share (numbers and
//! markers, periods, words, the building of long tables). May not: what a column means for a
//! rate; that is decided with the visitor, from the tables these readers give.

pub mod archive;
pub mod delimited;
pub mod detect;
pub mod encoding;
pub mod eurostat_tsv;
pub mod foreign;
mod indents;
pub mod json;
pub mod json_stat;
pub mod kinds;
pub mod long;
pub mod number;
mod old_workbook;
pub mod period;
pub mod px;
pub mod pxweb_json;
pub mod records;
mod references;
pub mod sdmx_csv;
pub mod workbook;

use archive::Archive;
use detect::Container;
pub use foreign::{
    Ambiguity, Below, CellChoice, Choices, Encoding, Flag, ForeignDimension, ForeignMeasure,
    ForeignTable, Format, Lines, Marker, Meaning, OpenCell, Reading, Thousands, Understood,
};

use data::open::{DESCRIPTION, NamedBytes, are_contract_files};
use data::problem::{Problem, ProblemKind, Problems};

/// Archives within archives are opened so deep.
const MAX_DEPTH: u32 = 3;

/// What an archive holds.
pub enum Unpacked {
    /// No archive, or a workbook: to be read as it is.
    NotAnArchive,
    /// Files that have nothing to do with each other.
    Files(Vec<NamedBytes>),
    /// A data package: a `datapackage.json` and its files, to be opened together.
    Package(Vec<NamedBytes>),
}

/// Unpacks a zip archive or a gzip file by one step.
pub fn unpack(name: &str, bytes: &[u8]) -> Result<Unpacked, Vec<Problem>> {
    let mut budget = archive::MAX_UNPACKED;
    unpack_within(name, bytes, &mut budget)
}

/// The contract files among files of which some are archives, archives within archives included, as
/// far as they are unpacked at all. `None` when there are none, or when one of the files is a workbook
/// or cannot be unpacked: then they are not contract data as they lie there. All of them together
/// have one budget.
pub fn unpacked_contract(files: Vec<NamedBytes>) -> Option<Vec<NamedBytes>> {
    let mut budget = archive::MAX_UNPACKED;
    let mut plain = Vec::new();
    let mut packed = files;
    for _ in 0..=MAX_DEPTH {
        let mut inner = Vec::new();
        for file in packed {
            match unpack_within(&file.name, &file.bytes, &mut budget).ok()? {
                Unpacked::NotAnArchive if detect::container(&file.bytes) == Container::Text => {
                    plain.push(file);
                }
                Unpacked::NotAnArchive => return None,
                Unpacked::Files(files) | Unpacked::Package(files) => inner.extend(files),
            }
        }
        packed = inner;
    }
    (packed.is_empty() && are_contract_files(&plain)).then_some(plain)
}

fn unpack_within(name: &str, bytes: &[u8], budget: &mut usize) -> Result<Unpacked, Vec<Problem>> {
    let mut problems = Problems::new(name);
    let unpacked = match detect::container(bytes) {
        Container::Zip => Archive::open(bytes, &mut problems).map(|mut archive| {
            if workbook::Kind::of_members(archive.names()).is_some() {
                return Unpacked::NotAnArchive;
            }
            let files = archive.tables(budget, &mut problems);
            let described = files
                .iter()
                .any(|file| base_name(&file.name) == DESCRIPTION);
            match described {
                true => Unpacked::Package(files),
                false => Unpacked::Files(files),
            }
        }),
        Container::Gzip => archive::gunzip(name, bytes, budget, &mut problems).map(|bytes| {
            let ending = name.len().saturating_sub(3);
            let is_gz = name
                .get(ending..)
                .is_some_and(|ending| ending.eq_ignore_ascii_case(".gz"));
            let name = if is_gz { &name[..ending] } else { name }.to_owned();
            Unpacked::Files(vec![NamedBytes { name, bytes }])
        }),
        Container::Workbook | Container::Other(_) | Container::Text => Some(Unpacked::NotAnArchive),
    };
    match unpacked {
        Some(unpacked) if problems.is_empty() => Ok(unpacked),
        _ => Err(problems.into_list()),
    }
}

/// Reads the tables of a file of any known format, or of every file in an archive. Either all of
/// it is usable or all its problems are told.
pub fn read_foreign(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let mut budget = archive::MAX_UNPACKED;
    read_at_depth(name, bytes, choices, 0, &mut budget)
}

fn read_at_depth(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
    depth: u32,
    budget: &mut usize,
) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let refuse = |kind: ProblemKind, found: &str| Err(vec![Problem::of_file(name, kind, found)]);
    if bytes.len() > archive::MAX_UNPACKED {
        let limit_mb = (archive::MAX_UNPACKED / 1024 / 1024) as u64;
        let found = format!("{} MB", bytes.len() / 1024 / 1024);
        return refuse(ProblemKind::TooLarge { limit_mb }, &found);
    }
    let files = match unpack_within(name, bytes, budget)? {
        Unpacked::NotAnArchive => return read_file(name, bytes, choices, budget),
        Unpacked::Package(_) => return refuse(ProblemKind::DataPackage, DESCRIPTION),
        Unpacked::Files(files) => files,
    };
    if files.is_empty() {
        return refuse(ProblemKind::ArchiveWithoutTables, "");
    }
    if depth == MAX_DEPTH {
        return refuse(ProblemKind::ArchiveTooDeep, &files[0].name);
    }
    let is_zip = detect::container(bytes) == Container::Zip;
    let mut tables: Vec<ForeignTable> = Vec::new();
    let mut problems = Vec::new();
    let mut aside: Vec<(String, Vec<Problem>)> = Vec::new();
    for file in &files {
        let inner = match is_zip {
            true => format!("{name}/{}", file.name),
            false => file.name.clone(),
        };
        match read_at_depth(&inner, &file.bytes, choices, depth + 1, budget) {
            Ok(found) => tables.extend(found),
            Err(found) if found.iter().all(holds_no_table) => {
                aside.push((base_name(&file.name).to_owned(), found));
            }
            Err(found) => problems.extend(found),
        }
    }
    // Descriptions lie beside the tables of an archive; they are named and left alone.
    let names = aside.iter().map(|(name, _)| name.clone());
    match tables.first_mut() {
        Some(table) => table.understood.left_aside.extend(names),
        None => problems.extend(aside.into_iter().flat_map(|(_, found)| found)),
    }
    match problems.is_empty() {
        true => Ok(tables),
        false => Err(problems),
    }
}

/// Whether a problem says that there is no table where one was looked for.
fn holds_no_table(problem: &Problem) -> bool {
    matches!(
        problem.kind,
        ProblemKind::Empty
            | ProblemKind::NoRows
            | ProblemKind::NoValueColumn
            | ProblemKind::HeaderMissing
            | ProblemKind::ChosenColumnMissing
            | ProblemKind::OtherFormat(_)
            | ProblemKind::Binary
    )
}

fn read_file(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
    budget: &mut usize,
) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let mut problems = Problems::new(name);
    match detect::container(bytes) {
        Container::Zip => {
            let Some(mut archive) = Archive::open(bytes, &mut problems) else {
                return Err(problems.into_list());
            };
            let kind = workbook::Kind::of_members(archive.names());
            let fits = |kind: &workbook::Kind| {
                workbook::is_within(&mut archive, *kind, budget, &mut problems)
            };
            let Some(kind) = kind.filter(fits) else {
                return Err(problems.into_list());
            };
            return separated(workbook::read(name, bytes, kind, choices)?);
        }
        Container::Workbook => {
            return separated(workbook::read(name, bytes, workbook::Kind::Xls, choices)?);
        }
        Container::Other(format) => problems.file(ProblemKind::OtherFormat(format), ""),
        Container::Gzip | Container::Text => {}
    }
    let declared = px::declared_code_page(bytes);
    let decoded = encoding::decode(bytes, choices.encoding, &declared);
    let text: &str = &decoded.text;
    if problems.is_empty() {
        if text.trim().is_empty() {
            problems.file(ProblemKind::Empty, "");
        } else if text.contains('\0') {
            problems.file(ProblemKind::Binary, "");
        } else if !decoded.faithful {
            problems.file(ProblemKind::Encoding, decoded.encoding.name());
        }
    }
    if !problems.is_empty() {
        return Err(problems.into_list());
    }
    let delimiter = || match choices.delimiter {
        Some(chosen) => u8::try_from(chosen).ok().filter(u8::is_ascii),
        None => detect::delimiter(text),
    };
    let format = choices.format.unwrap_or_else(|| detect::format(text));
    let tables: Vec<ForeignTable> = match format {
        Format::JsonStat => json_stat::read(name, text, decoded.encoding, &mut problems),
        Format::Px => one(px::read(name, &decoded, choices, &mut problems)),
        Format::PxWebJson => one(pxweb_json::read(
            name,
            text,
            decoded.encoding,
            &mut problems,
        )),
        Format::EurostatTsv => one(eurostat_tsv::read(
            name,
            text,
            decoded.encoding,
            &mut problems,
        )),
        Format::SdmxCsv => {
            let delimiter = delimiter().unwrap_or(b',');
            one(sdmx_csv::read(
                name,
                text,
                decoded.encoding,
                delimiter,
                &mut problems,
            ))
        }
        Format::Csv | Format::Xlsx | Format::Xlsb | Format::Xls | Format::Ods => {
            let source = delimited::Source {
                text,
                delimiter: delimiter(),
                machine_numbers: false,
                format: Format::Csv,
                encoding: Some(decoded.encoding),
            };
            one(delimited::read(name, &source, choices, &mut problems))
        }
    };
    match problems.is_empty() && !tables.is_empty() {
        true => separated(tables),
        false => Err(problems.into_list()),
    }
}

/// The tables with a measure for each kind that stood in a column of kinds.
fn separated(tables: Vec<ForeignTable>) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    Ok(tables.into_iter().map(kinds::separate).collect())
}

fn one(table: Option<ForeignTable>) -> Vec<ForeignTable> {
    table.into_iter().collect()
}

fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
