//! Opening what a visitor or a publisher gives: a package, or tables on their own.

use std::rc::Rc;

use super::additivity::{self, Additivity, Settle};
use super::breaks;
use super::columns;
use super::contract::{DIMENSIONS, measure_domain};
use super::csv_table::{self, Expectations};
use super::dataset::{Dataset, DimensionLabels, Names};
use super::descriptor::{
    Absent, Descriptor, Field, MAX_RESOURCES, Resource, TextByLanguage, Titled,
};
use super::dictionary::Dictionary;
use super::geometry::Geometry;
use super::json::InOrder;
use super::lang::Lang;
use super::problem::{Problem, ProblemKind, listed};
use super::table::Table;
use super::write;
use vocabulary::words::visible;
use vocabulary::{kinds, plain};

/// A file as it was given.
#[derive(Clone, Debug)]
pub struct NamedBytes {
    /// File name, perhaps with folders.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// How much of a data package is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Every table.
    Whole,
    /// The tables that are not deferred, of which the first view is drawn.
    First,
}

impl Part {
    /// Whether a table belongs to this part.
    pub fn has(self, resource: &Resource) -> bool {
        self == Part::Whole || !resource.deferred
    }
}

/// The file of a package that describes it.
pub const DESCRIPTION: &str = "datapackage.json";

/// The file of a package that says how foreign tables became its tables.
pub const MAPPING: &str = "mapping.csv";

/// Opens a set of files: a data package when a `datapackage.json` is among them, else every file
/// as a contract table of its own. All or nothing: any problem refuses the whole set.
pub fn open(files: &[NamedBytes]) -> Result<Dataset, Vec<Problem>> {
    open_part(files, Part::Whole)
}

/// Opens a part of a package.
pub fn open_part(files: &[NamedBytes], part: Part) -> Result<Dataset, Vec<Problem>> {
    open_with(files, part, &mut read_csv).map(Opened::settled)
}

/// Reads a table of the contract.
pub fn read_csv(
    file: &NamedBytes,
    name: &str,
    expectations: &Expectations,
) -> Result<Table, Vec<Problem>> {
    csv_table::read(base_name(&file.name), name, &file.bytes, expectations)
}

/// Opens what [`super::write::hand_over`] wrote. Its tables have been checked by whoever made them.
pub fn handed_over(files: &[NamedBytes]) -> Result<Opened, Vec<Problem>> {
    open_with(files, Part::Whole, &mut |file, name, expectations| {
        let table = columns::of_bytes(&file.bytes, name, expectations);
        table.ok_or_else(|| vec![Problem::of_file(&file.name, ProblemKind::Binary, "")])
    })
}

/// A data set that lacks nothing but how the dimensions of its tables add up. What looks for that in codes and numbers
/// is no part of the page, which has it done where no description says it.
#[derive(Debug)]
pub struct Opened {
    dataset: Dataset,
    /// What a description says of the columns of each table.
    fields: Vec<Vec<Field>>,
}

impl Opened {
    /// The data set, where descriptions say of every dimension of its tables how it adds up.
    pub fn as_said(self) -> Result<Dataset, Box<Opened>> {
        let mut tables = self.dataset.tables.iter().zip(&self.fields);
        let says_all = tables.all(|(table, fields)| {
            let mut columns = table.dimensions.iter();
            columns.all(|column| additivity::said(column, fields).is_some())
        });
        match says_all {
            true => Ok(self.finished(additivity::declare)),
            false => Err(Box::new(self)),
        }
    }

    /// The data set: what no description says is found in codes and numbers.
    pub fn settled(self) -> Dataset {
        self.finished(additivity::settle)
    }

    /// What [`described`] needs to find it elsewhere.
    pub fn to_files(&self) -> Vec<NamedBytes> {
        // Nothing of what is found rests on these.
        let bare = Dataset {
            geometry: Vec::new(),
            mapping: String::new(),
            ..self.dataset.clone()
        };
        write::hand_over_as_said(&bare, &self.fields)
    }

    /// The data set, with what [`described`] found; `None` when that does not say it all.
    pub fn with(mut self, description: &str) -> Option<Dataset> {
        let descriptor = Descriptor::of_package(DESCRIPTION, description).ok()?;
        let tables = descriptor.resources.into_iter();
        self.fields = tables.map(|table| table.schema.fields).collect();
        self.as_said().ok()
    }

    fn finished(self, settle: Settle) -> Dataset {
        let mut dataset = self.dataset;
        for (table, fields) in dataset.tables.iter_mut().zip(&self.fields) {
            settle(Rc::make_mut(table), fields, &dataset.labels);
        }
        let labels = dataset.labels.iter_mut();
        labels.for_each(DimensionLabels::tell_apart);
        dataset
    }
}

/// A description that says of every dimension how it adds up, of what [`Opened::to_files`] handed over.
pub fn described(files: &[NamedBytes]) -> Option<String> {
    let opened = handed_over(files).ok()?;
    Some(write::description_of(&opened.settled()))
}

/// Reads the table of a name from a file.
pub type ReadTable<'a> =
    dyn FnMut(&NamedBytes, &str, &Expectations) -> Result<Table, Vec<Problem>> + 'a;

/// [`open_part`] with tables that may be read in another way. Of a file whose table is, only the whole
/// lines that it begins with are looked at.
pub fn open_with(
    files: &[NamedBytes],
    part: Part,
    read: &mut ReadTable,
) -> Result<Opened, Vec<Problem>> {
    let mut names = Dictionary::default();
    let mut twice = files
        .iter()
        .filter(|file| !names.number(file.name.as_bytes()).1);
    if let Some(NamedBytes { name, .. }) = twice.next() {
        return Err(vec![Problem::of_file(name, ProblemKind::FileTwice, name)]);
    }
    let mut read = |file: &NamedBytes, name: &str, expectations: &Expectations| {
        let table = read(file, name, expectations)?;
        match beyond_choice(&file.name, &table) {
            Some(problem) => Err(vec![problem]),
            None => Ok(table),
        }
    };
    let descriptor = files
        .iter()
        .find(|file| base_name(&file.name) == DESCRIPTION);
    let opened = match descriptor {
        Some(descriptor) => open_package(descriptor, files, part, &mut read),
        None => open_tables(files, &mut read),
    };
    opened.map_err(listed)
}

/// A column with more codes, or a longer one, than pages can offer for choice.
fn beyond_choice(file: &str, table: &Table) -> Option<Problem> {
    table.dimensions.iter().find_map(|column| {
        let codes = || column.codes.iter().map(String::as_str);
        Some(csv_table::beyond_choice(file, codes())?.in_column(&column.name))
    })
}

/// Whether files are meant as contract data, however wrong they may be: a description is among
/// them, or a first line names a measure of the contract. Other tables come from elsewhere, and so does one whose
/// labels are set in: the contract has no levels, and would count what is set in along with what holds it.
pub fn are_contract_files(files: &[NamedBytes]) -> bool {
    let names_measure = |line: &[u8]| {
        line.split(|byte| b",;\t\"\r".contains(byte))
            .filter_map(|name| std::str::from_utf8(name).ok())
            .any(|name| measure_domain(name.trim()).is_some())
    };
    // Other formats name the unit of their numbers in their first line, between signs that no column is called with.
    let is_header = |line: &[u8]| {
        !line.trim_ascii_start().starts_with(b"[") && !line.iter().any(|byte| b"{=".contains(byte))
    };
    let is_description = |file: &NamedBytes| base_name(&file.name) == DESCRIPTION;
    files.iter().any(is_description)
        || files.iter().any(|file| {
            let first = file.bytes.split(|byte| *byte == b'\n').next();
            first.is_some_and(|first| is_header(first) && names_measure(first))
        }) && !files.iter().any(|file| csv_table::is_set_in(&file.bytes))
}

/// Whether the visitor is to be asked what files mean that were refused: they come from elsewhere, or nothing
/// is wrong with them but columns of numbers that nobody has said the meaning of. A package says it itself.
pub fn are_to_be_asked_about(files: &[NamedBytes], problems: &[Problem]) -> bool {
    let is_package = files
        .iter()
        .any(|file| base_name(&file.name) == DESCRIPTION);
    let mut kinds = problems.iter().map(|problem| &problem.kind);
    let only_numbers =
        !problems.is_empty() && kinds.all(|kind| *kind == ProblemKind::ColumnOfNumbers);
    !are_contract_files(files) || (only_numbers && !is_package)
}

/// Whether tables that open have a column of which neither the contract nor a word tells what it means, so that whoever
/// is there is asked; a script has nothing added up over it. What comes with a description, or packed, is as it says.
pub fn has_unknown_columns<'a>(
    mut names: impl Iterator<Item = &'a str>,
    dataset: &Dataset,
) -> bool {
    let is_described = !dataset.labels.is_empty()
        || !dataset.dimension_names.is_empty()
        || !dataset.source.is_empty()
        || names.any(|name| base_name(name) == DESCRIPTION || name.ends_with(".zip"));
    let mut tables = dataset.tables.iter().flat_map(|table| &table.dimensions);
    let is_known = |name: &str| DIMENSIONS.contains(&name) || kinds::divides_people(name);
    !is_described
        && tables.any(|column| {
            let is_unknown = column.additive.codes == Additivity::Unknown;
            (is_unknown && !is_known(&column.name))
                || plain::are_weights(&column.name, &column.codes)
        })
}

/// Opens a package from its description and its files.
fn open_package(
    description: &NamedBytes,
    files: &[NamedBytes],
    part: Part,
    read: &mut ReadTable,
) -> Result<Opened, Vec<Problem>> {
    let text = std::str::from_utf8(&description.bytes).map_err(|_| {
        vec![Problem::of_file(
            &description.name,
            ProblemKind::Encoding,
            "",
        )]
    })?;
    let descriptor =
        Descriptor::of_package(&description.name, text).map_err(|problem| vec![problem])?;
    let mut dataset = dataset_of(&descriptor);
    let folder = description
        .name
        .strip_suffix(DESCRIPTION)
        .unwrap_or_default();
    let path = format!("{folder}{MAPPING}");
    let mapping = files.iter().find(|file| file.name == path);
    let mapping = mapping.and_then(|file| String::from_utf8(file.bytes.clone()).ok());
    dataset.mapping = mapping.unwrap_or_default();
    let mut problems = Vec::new();
    let mut fields = Vec::new();
    for resource in &descriptor.resources {
        if !part.has(resource) {
            continue;
        }
        let path = format!("{folder}{}", resource.path);
        let Some(file) = files.iter().find(|file| file.name == path) else {
            let found = &resource.path;
            problems.push(Problem::of_file(
                &description.name,
                ProblemKind::FileMissing,
                found,
            ));
            continue;
        };
        if let Some(dimension) = &resource.geometry {
            match Geometry::of_package(&String::from_utf8_lossy(&file.bytes)) {
                Ok(geometry) => dataset
                    .geometry
                    .push((dimension.clone(), Rc::new(geometry))),
                Err(found) => {
                    problems.push(Problem::of_file(&file.name, ProblemKind::JsonMember, found))
                }
            }
            continue;
        }
        let expectations = Expectations::of_resource(resource, &dataset.coverage);
        match read(file, &resource.name, &expectations) {
            Ok(mut table) => {
                problems.extend(beyond(description, resource, &table));
                table.absent_is_zero = resource.absent == Absent::Zero;
                let settled = breaks::settle(&mut table, &resource.breaks);
                let kind = ProblemKind::BreakUnknown;
                let lacks =
                    settled.map_err(|found| Problem::of_file(&description.name, kind, found));
                problems.extend(lacks.err());
                dataset.tables.push(Rc::new(table));
                fields.push(resource.schema.fields.clone());
            }
            Err(found) => problems.extend(found),
        }
    }
    if part == Part::Whole {
        problems.extend(of_nothing(description, &descriptor, &dataset));
    }
    if problems.is_empty() {
        Ok(Opened { dataset, fields })
    } else {
        Err(problems)
    }
}

/// A coverage of a table that goes beyond the years or ages it has: a reader would look for them in vain. A
/// table without rows has not been read.
fn beyond(description: &NamedBytes, resource: &Resource, table: &Table) -> Option<Problem> {
    let coverage = resource.own_coverage();
    let mut covered = coverage.iter().filter(|_| table.rows > 0);
    covered.find_map(|(name, codes)| {
        let known = Dictionary::of(&table.dimension(name)?.codes);
        let numbers = codes.iter().filter(|code| code.parse::<i32>().is_ok());
        let mut beyond = numbers.filter(|code| !known.has(code));
        let found = format!("{}.coverage.{name}: {}", resource.name, beyond.next()?);
        Some(Problem::of_file(
            &description.name,
            ProblemKind::CoverageBeyond,
            found,
        ))
    })
}

/// A coverage of a dimension that no table, no label and not the contract knows: a slip of the pen.
fn of_nothing(
    description: &NamedBytes,
    descriptor: &Descriptor,
    dataset: &Dataset,
) -> Option<Problem> {
    let tables = dataset.tables.iter().flat_map(|table| &table.dimensions);
    let mut known = Dictionary::default();
    let mut know = |name: &str| {
        known.number(name.as_bytes());
    };
    DIMENSIONS.iter().for_each(|name| know(name));
    tables.for_each(|column| know(&column.name));
    dataset.labels.iter().for_each(|of| know(&of.dimension));
    dataset
        .dimension_names
        .iter()
        .for_each(|(name, _)| know(name));
    let tables = descriptor
        .resources
        .iter()
        .map(|resource| &resource.coverage);
    let mut named = tables
        .chain([&descriptor.coverage])
        .flat_map(|coverage| &coverage.0);
    let (name, _) = named.find(|(name, _)| known.find(name.as_bytes()).is_none())?;
    let found = format!("coverage.{name}");
    Some(Problem::of_file(
        &description.name,
        ProblemKind::CoverageUnknown,
        found,
    ))
}

/// The data set that a description promises, still without tables.
fn dataset_of(descriptor: &Descriptor) -> Dataset {
    let joined = |titled: &[Titled], lang: Lang| {
        let texts = titled.iter().map(|entry| entry.called(lang));
        texts.collect::<Vec<_>>().join("; ")
    };
    let sources = |titled: &[Titled]| {
        let [nb, nn, en] = Lang::ALL.map(|lang| joined(titled, lang));
        Names { nb, nn, en }
    };
    let named = |InOrder(entries): &InOrder<TextByLanguage>| {
        let entries = entries.iter();
        let named = entries.map(|(name, text)| (name.clone(), Names::from(text)));
        named.collect()
    };
    Dataset {
        name: descriptor.name.clone(),
        own: false,
        title: descriptor.title_names(),
        description: Names::from(&descriptor.descriptions),
        version: descriptor.version.clone(),
        source: sources(&descriptor.sources),
        table_sources: descriptor
            .resources
            .iter()
            .filter(|resource| !resource.sources.is_empty())
            .map(|resource| (resource.name.clone(), sources(&resource.sources)))
            .collect(),
        licence: joined(&descriptor.licenses, Lang::En),
        synthetic: descriptor.synthetic,
        notes: descriptor.notes.iter().map(Names::from).collect(),
        emigration_notes: descriptor
            .emigration_notes
            .iter()
            .map(Names::from)
            .collect(),
        coverage: descriptor.package_coverage(),
        defaults: descriptor.shown_first(),
        dimension_names: named(&descriptor.dimensions),
        measure_names: named(&descriptor.measures),
        labels: descriptor.dimension_labels(),
        view: descriptor.view.clone(),
        mapping: String::new(),
        geometry: Vec::new(),
        atlas: None,
        tables: Vec::new(),
    }
}

/// Opens files that come without a description.
fn open_tables(files: &[NamedBytes], read: &mut ReadTable) -> Result<Opened, Vec<Problem>> {
    let Some(first) = files.first() else {
        return Err(vec![Problem::of_file("", ProblemKind::NothingToOpen, "")]);
    };
    if files.len() > MAX_RESOURCES {
        let kind = ProblemKind::TooManyFiles {
            limit: MAX_RESOURCES,
        };
        return Err(vec![Problem::of_file("", kind, files.len().to_string())]);
    }
    if let [file] = files
        && let Some(description) = csv_table::carried_description(&file.bytes)
    {
        return open_described(file, &description, read);
    }
    let mut problems = Vec::new();
    let mut tables = Vec::new();
    let mut stems = Dictionary::default();
    for file in files {
        // Tables are known by their names: a second file of a name has its folders with it.
        let short = stem(base_name(&file.name));
        let is_new = stems.number(short.to_lowercase().as_bytes()).1;
        let name = visible(if is_new { short } else { stem(&file.name) });
        match read(file, &name, &Expectations::default()) {
            Ok(table) => tables.push(Rc::new(table)),
            Err(found) => problems.extend(found),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let title = visible(stem(base_name(&first.name)));
    Ok(Opened {
        fields: vec![Vec::new(); tables.len()],
        dataset: Dataset {
            name: title.to_string(),
            title: Names::same(&title),
            tables,
            ..Dataset::default()
        },
    })
}

/// Opens a table that carries its own description, as tables saved here do.
fn open_described(
    file: &NamedBytes,
    description: &str,
    read: &mut ReadTable,
) -> Result<Opened, Vec<Problem>> {
    let shown = base_name(&file.name);
    let descriptor = Descriptor::parse(shown, description).map_err(|problem| vec![problem])?;
    let mut dataset = dataset_of(&descriptor);
    let [resource] = descriptor.resources.as_slice() else {
        let found = format!("resources: {}", descriptor.resources.len());
        return Err(vec![Problem::of_file(
            shown,
            ProblemKind::DescriptorField,
            found,
        )]);
    };
    let expectations = Expectations::of_resource(resource, &dataset.coverage);
    let mut table = read(file, &resource.name, &expectations)?;
    table.absent_is_zero = resource.absent == Absent::Zero;
    breaks::settle(&mut table, &resource.breaks)
        .map_err(|found| vec![Problem::of_file(shown, ProblemKind::BreakUnknown, found)])?;
    dataset.tables.push(Rc::new(table));
    Ok(Opened {
        dataset,
        fields: vec![resource.schema.fields.clone()],
    })
}

/// The name of a file without its folders.
pub fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
