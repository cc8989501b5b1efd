//! `datapackage.json`: the description of a data package.
//!
//! A Frictionless Tabular Data Package with a few properties of our own: `titles`, `dimensions`,
//! `measures`, `labels`, `coverage`, `defaults`, `synthetic`, `view`, on a resource `absent`, `breaks`, `deferred`
//! and `guarded`, on a field `role`, `rounded` and `additive`, and on either `perturbed`.
//! Unknown properties are ignored.

use super::additivity::{Additive, Additivity};
use super::csv_table::{self, MAX_COLUMNS};
use super::dataset::{DimensionLabels, Label, Names};
use super::dictionary::Dictionary;
use super::json::{FromJson, InOrder, Json, Misfit};
use super::lang::Lang;
use super::problem::{Problem, ProblemKind};
use super::table::{Coverage, Method, Perturbation, Rounding, count_range, expand_range};
use vocabulary::words::visible;

/// A break counts as so many of [`MAX_COVERED`]: all rows are looked at for each of them.
const OF_A_BREAK: usize = 1000;

/// More tables than this are refused: a package of aggregates has a handful.
pub const MAX_RESOURCES: usize = 500;

/// A description of more bytes is not read: the labels of fourteen thousand places take one or two million.
pub const MAX_DESCRIPTION: usize = 16 * 1024 * 1024;

/// More notes, sources or licences are a document of their own: all of them stand on one page.
pub const MAX_NOTES: usize = 1_000;

/// With more codes in `coverage` and `defaults` together, ranges written out and those of the package counted
/// for each of its tables, a description is refused: every table gets a list of its own.
pub const MAX_COVERED: usize = 100_000;

/// A text by language.
#[derive(Clone, Debug, Default)]
pub struct TextByLanguage {
    /// Norwegian bokmål.
    pub nb: String,
    /// Norwegian nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
    /// A shorter form.
    pub short: Option<Box<TextByLanguage>>,
}

impl From<&TextByLanguage> for Names {
    fn from(text: &TextByLanguage) -> Names {
        Names {
            nb: visible(&text.nb).into_owned(),
            nn: visible(&text.nn).into_owned(),
            en: visible(&text.en).into_owned(),
        }
    }
}

/// The whole description.
#[derive(Clone, Debug)]
pub struct Descriptor {
    /// Name in addresses.
    pub name: String,
    /// Title.
    pub title: String,
    /// Title by language.
    pub titles: TextByLanguage,
    /// Description by language.
    pub descriptions: TextByLanguage,
    /// Version of the data.
    pub version: String,
    /// Made-up data.
    pub synthetic: bool,
    /// Remarks.
    pub notes: Vec<TextByLanguage>,
    /// Remarks on what counts as an emigration.
    pub emigration_notes: Vec<TextByLanguage>,
    /// Sources.
    pub sources: Vec<Titled>,
    /// Licences.
    pub licenses: Vec<Titled>,
    /// What the package covers of each dimension.
    pub coverage: InOrder<Vec<String>>,
    /// A property of ours: the codes of each dimension that are shown first, as the years in which
    /// all count the same.
    pub defaults: InOrder<Vec<String>>,
    /// Names of dimensions.
    pub dimensions: InOrder<TextByLanguage>,
    /// Names of measures.
    pub measures: InOrder<TextByLanguage>,
    /// Labels by dimension and code, in display order.
    pub labels: InOrder<InOrder<TextByLanguage>>,
    /// A property of ours: the address of the view in which the tables were saved.
    pub view: String,
    /// The tables.
    pub resources: Vec<Resource>,
}

/// Something with a title or a name.
#[derive(Clone, Debug, Default)]
pub struct Titled {
    /// Title.
    pub title: String,
    /// Title by language.
    pub titles: TextByLanguage,
    /// Name.
    pub name: String,
}

impl Titled {
    /// What it is called in a language: by its titles, else its title, else its name.
    pub fn called(&self, lang: Lang) -> String {
        let titles = Names::from(&self.titles);
        match (titles.is_empty(), self.title.as_str()) {
            (false, _) => titles.get(lang).to_owned(),
            (true, "") => self.name.clone(),
            (true, title) => title.to_owned(),
        }
    }
}

/// One table of the package.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// Table name.
    pub name: String,
    /// File, relative to the description.
    pub path: String,
    /// Where its numbers come from, where that is less than the sources of the package.
    pub sources: Vec<Titled>,
    /// A property of ours: whether the first view of the site is drawn without the table.
    pub deferred: bool,
    /// A property of ours: the dimension whose codes the file has outlines of, as GeoJSON. It is no table then.
    pub geometry: Option<String>,
    /// Decimal sign of the file.
    pub decimal_char: Option<String>,
    /// Delimiter and the like.
    pub dialect: Dialect,
    /// What the table covers of dimensions it has no column for.
    pub coverage: InOrder<Vec<String>>,
    /// A property of ours: what a combination of codes is that has no row.
    pub absent: Absent,
    /// A property of ours: the years from which on something else is counted.
    pub breaks: Vec<DeclaredBreak>,
    /// A property of ours: how the publisher changed the counts of the table.
    pub perturbed: Option<Perturbation>,
    /// A property of ours: codes that a spreadsheet would take for formulas have an apostrophe
    /// before them.
    pub guarded: bool,
    /// Columns.
    pub schema: Schema,
}

/// What a combination of codes is that has no row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Absent {
    /// Nothing is known of it.
    #[default]
    Missing,
    /// There is none to count.
    Zero,
}

/// A break in the series of a table.
#[derive(Clone, Debug, Default)]
pub struct DeclaredBreak {
    /// The first year that is counted in the new way.
    pub year: i32,
    /// The codes that it is a break for, by dimension; all where a dimension is not named.
    pub of: InOrder<Vec<String>>,
    /// What has changed.
    pub note: TextByLanguage,
}

/// How the file is written.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    /// Field delimiter.
    pub delimiter: Option<String>,
    /// Decimal sign.
    pub decimal_char: Option<String>,
}

/// Columns of a table.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// The columns.
    pub fields: Vec<Field>,
    /// Marks for cells without a number.
    pub missing_values: Vec<MissingValue>,
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Column name.
    pub name: String,
    /// `dimension`, `measure` or `note`; decided by the name when absent.
    pub role: Option<Role>,
    /// Decimal sign of the column.
    pub decimal_char: Option<String>,
    /// How the publisher rounded the numbers.
    pub rounded: Option<Rounded>,
    /// A property of ours: how the publisher changed the numbers.
    pub perturbed: Option<Perturbation>,
    /// A property of ours: how the codes of a dimension add up.
    pub additive: Option<Additive>,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Says what the row is about.
    Dimension,
    /// Holds numbers.
    Measure,
    /// A remark for people; not used in any computation.
    Note,
}

/// How numbers were rounded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rounded {
    /// Digits after the decimal sign.
    pub decimals: Option<f64>,
    /// Unit rounded to.
    pub step: Option<f64>,
}

impl From<Rounded> for Rounding {
    fn from(rounded: Rounded) -> Rounding {
        let step = match (rounded.step, rounded.decimals) {
            (Some(step), _) => step,
            (None, decimals) => libm::pow(10.0, -decimals.unwrap_or(0.0)),
        };
        Rounding { step }
    }
}

/// A mark for a cell without a number; a plain string means missing.
#[derive(Clone, Debug)]
pub enum MissingValue {
    /// The mark alone.
    Plain(String),
    /// The mark and what it means: `missing`, `suppressed` or `not_applicable`.
    Labelled {
        /// The mark.
        value: String,
        /// What it means.
        label: String,
    },
}

impl FromJson for TextByLanguage {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(TextByLanguage {
            nb: json.field("nb")?,
            nn: json.field("nn")?,
            en: json.field("en")?,
            short: json.field::<Option<TextByLanguage>>("short")?.map(Box::new),
        })
    }
}

impl FromJson for Descriptor {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Descriptor {
            name: json.field("name")?,
            title: json.field("title")?,
            titles: json.field("titles")?,
            descriptions: json.field("descriptions")?,
            version: json.field("version")?,
            synthetic: json.field("synthetic")?,
            notes: json.field("notes")?,
            emigration_notes: json.field("emigration_notes")?,
            sources: json.field("sources")?,
            licenses: json.field("licenses")?,
            coverage: json.field("coverage")?,
            defaults: json.field("defaults")?,
            dimensions: json.field("dimensions")?,
            measures: json.field("measures")?,
            labels: json.field("labels")?,
            view: json.field("view")?,
            resources: json.required("resources")?,
        })
    }
}

/// Whether a path leads to a file beside the description or below it, and to nothing else.
fn is_within(path: &str) -> bool {
    let is_plain = |letter: char| !letter.is_control() && !"\\?#%:".contains(letter);
    let mut parts = path.split('/');
    path.chars().all(is_plain) && parts.all(|part| !matches!(part, "" | "." | ".."))
}

impl FromJson for Titled {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Titled {
            title: json.field("title")?,
            // The standard has no titles by language, and a package may mean something else by them.
            titles: json.field("titles").unwrap_or_default(),
            name: json.field("name")?,
        })
    }
}

impl FromJson for Resource {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Resource {
            name: json.required("name")?,
            path: json.required("path")?,
            sources: json.field("sources")?,
            deferred: json.field("deferred")?,
            geometry: json.field("geometry")?,
            decimal_char: json.field("decimalChar")?,
            dialect: json.field("dialect")?,
            coverage: json.field("coverage")?,
            absent: json.field("absent")?,
            breaks: json.field("breaks")?,
            perturbed: json.field("perturbed")?,
            guarded: json.field("guarded")?,
            schema: json.field("schema")?,
        })
    }
}

impl FromJson for Absent {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        match String::from_json(json)?.as_str() {
            "missing" => Ok(Absent::Missing),
            "zero" => Ok(Absent::Zero),
            _ => Err(Misfit::of("missing, zero")),
        }
    }
}

impl FromJson for DeclaredBreak {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let year = match json.required::<Json>("year")? {
            Json::Number(year) => year.to_string(),
            Json::Text(year) => year,
            _ => String::new(),
        };
        Ok(DeclaredBreak {
            year: year.parse().map_err(|_| Misfit::of("year"))?,
            of: json.field("where")?,
            note: json.field("note")?,
        })
    }
}

impl FromJson for Dialect {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Dialect {
            delimiter: json.field("delimiter")?,
            decimal_char: json.field("decimalChar")?,
        })
    }
}

impl FromJson for Schema {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Schema {
            fields: json.field("fields")?,
            missing_values: json.field("missingValues")?,
        })
    }
}

impl FromJson for Field {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Field {
            name: json.required("name")?,
            role: json.field("role")?,
            decimal_char: json.field("decimalChar")?,
            rounded: json.field("rounded")?,
            perturbed: json.field("perturbed")?,
            additive: json.field("additive")?,
        })
    }
}

impl FromJson for Role {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        match String::from_json(json)?.as_str() {
            "dimension" => Ok(Role::Dimension),
            "measure" => Ok(Role::Measure),
            "note" => Ok(Role::Note),
            _ => Err(Misfit::of("dimension, measure, note")),
        }
    }
}

impl FromJson for Additivity {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let found = Additivity::from_name(&String::from_json(json)?);
        found.ok_or(Misfit::of("parts, incomplete, unknown, not_parts"))
    }
}

impl FromJson for Additive {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        if let Json::Text(_) = json {
            return Ok(Additive {
                codes: Additivity::from_json(json)?,
                ..Additive::default()
            });
        }
        let InOrder(of_measures) = json.field("measures")?;
        Ok(Additive {
            codes: json.field("codes")?,
            of_measures,
            whole: json.field("whole")?,
            sums: json.field::<Vec<String>>("sums")?.into_iter().collect(),
        })
    }
}

impl FromJson for Rounded {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let (decimals, step): (Option<f64>, Option<f64>) =
            (json.field("decimals")?, json.field("step")?);
        let is_whole = |decimals: f64| decimals.fract() == 0.0 && decimals.abs() <= 15.0;
        let is_step = |step: f64| step > 0.0 && step <= 1e15;
        if !decimals.is_none_or(is_whole) {
            return Err(Misfit::of("decimals: a whole number from -15 to 15"));
        }
        if !step.is_none_or(is_step) {
            return Err(Misfit::of("step: a number > 0, 1e15 at most"));
        }
        Ok(Rounded { decimals, step })
    }
}

impl FromJson for Method {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let name = String::from_json(json)?;
        let found = Method::ALL.into_iter().find(|one| one.name() == name);
        found.ok_or(Misfit::of("small_count_rounding, cell_key, other"))
    }
}

/// A number above zero.
struct Above(f64);

impl FromJson for Above {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let number = f64::from_json(json)?;
        let is_some = number > 0.0 && number.is_finite();
        is_some
            .then_some(Above(number))
            .ok_or(Misfit::of("number > 0"))
    }
}

impl FromJson for Perturbation {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let method = json.required("method")?;
        let base: Option<Above> = match method {
            Method::SmallCountRounding => Some(json.required("base")?),
            _ => json.field("base")?,
        };
        Ok(Perturbation {
            method,
            base: base.map(|Above(base)| base),
            max_difference: json.required::<Above>("max_difference")?.0,
        })
    }
}

impl FromJson for MissingValue {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        if let Json::Text(mark) = json {
            return Ok(MissingValue::Plain(mark.clone()));
        }
        Ok(MissingValue::Labelled {
            value: json.required("value")?,
            label: json.field("label")?,
        })
    }
}

impl Descriptor {
    /// Reads a description, as a package has one and a table may carry one of itself.
    pub fn parse(file: &str, text: &str) -> Result<Descriptor, Problem> {
        if text.len() > MAX_DESCRIPTION {
            let kind = ProblemKind::DescriptionTooLong {
                limit: MAX_DESCRIPTION,
            };
            return Err(Problem::of_file(file, kind, text.len().to_string()));
        }
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text).map_err(|error| {
            Problem::of_file(file, ProblemKind::Json, error.to_string())
                .at_line(error.line() as u64)
        })?;
        let descriptor = Descriptor::from_json(&json).map_err(|misfit| {
            // What must be there is told in full, however long the way to it is.
            let mut problem = Problem::of_file(file, ProblemKind::DescriptorField, misfit.path);
            problem.found = [&problem.found, ": ", misfit.wanted].concat();
            problem
        })?;
        let tables = descriptor.resources.iter();
        let lists = tables.map(|table| ("resources.sources", table.sources.len()));
        let lists = lists.chain([
            ("notes", descriptor.notes.len()),
            ("emigration_notes", descriptor.emigration_notes.len()),
            ("sources", descriptor.sources.len()),
            ("licenses", descriptor.licenses.len()),
        ]);
        if let Some((name, count)) = lists.into_iter().find(|(_, count)| *count > MAX_NOTES) {
            let found = format!("{name}: {count}, {MAX_NOTES} at most");
            return Err(Problem::of_file(file, ProblemKind::DescriptorField, found));
        }
        let covered = descriptor.covered();
        if covered > MAX_COVERED {
            let kind = ProblemKind::TooManyCovered { limit: MAX_COVERED };
            return Err(Problem::of_file(file, kind, covered.to_string()));
        }
        descriptor.beyond_choice(file).map_or(Ok(descriptor), Err)
    }

    /// Columns, labels and names beyond what a table can have and a page can show.
    fn beyond_choice(&self, file: &str) -> Option<Problem> {
        let fields = |table: &Resource| table.schema.fields.len();
        let most = self.resources.iter().map(fields).max().unwrap_or(0);
        if most > MAX_COLUMNS {
            let kind = ProblemKind::TooManyColumns { limit: MAX_COLUMNS };
            return Some(Problem::of_file(file, kind, most.to_string()));
        }
        let beyond = |dimension: &str, InOrder(texts): &InOrder<TextByLanguage>| {
            let of_language = |language: fn(&TextByLanguage) -> &str| {
                csv_table::beyond_choice(file, texts.iter().map(|(_, text)| language(text)))
            };
            let found = of_language(|text| &text.nb)
                .or_else(|| of_language(|text| &text.nn))
                .or_else(|| of_language(|text| &text.en));
            Some(found?.in_column(dimension))
        };
        let InOrder(labels) = &self.labels;
        let mut labels = labels.iter();
        labels
            .find_map(|(dimension, texts)| beyond(dimension, texts))
            .or_else(|| beyond("dimensions", &self.dimensions))
            .or_else(|| beyond("measures", &self.measures))
    }

    /// How many codes its coverages are, as tables have them. A name counts as much as a code.
    fn covered(&self) -> usize {
        let count = |InOrder(entries): &InOrder<Vec<String>>| {
            let codes = |codes: &Vec<String>| codes.iter().map(|code| count_range(code)).sum();
            let codes = entries
                .iter()
                .map(|(_, each)| -> usize { codes(each) })
                .sum();
            entries.len().saturating_add(codes)
        };
        let of_tables = self.resources.iter().map(|table| {
            let breaks = table.breaks.iter().map(|one| OF_A_BREAK + count(&one.of));
            breaks.fold(count(&table.coverage), usize::saturating_add)
        });
        count(&self.coverage)
            .saturating_mul(self.resources.len() + 1)
            .saturating_add(count(&self.defaults))
            .saturating_add(of_tables.sum())
    }

    /// Reads the description of a package, whose tables lie beside it or below, each in a file of its own.
    pub fn of_package(file: &str, text: &str) -> Result<Descriptor, Problem> {
        let mut descriptor = Descriptor::parse(file, text)?;
        let resources = &mut descriptor.resources;
        if resources.len() > MAX_RESOURCES {
            let kind = ProblemKind::TooManyFiles {
                limit: MAX_RESOURCES,
            };
            return Err(Problem::of_file(file, kind, resources.len().to_string()));
        }
        let mut paths = Dictionary::default();
        for (at, Resource { path, .. }) in resources.iter().enumerate() {
            let is_new = paths.number(path.as_bytes()).1;
            if !is_new || !is_within(path) {
                let found = format!("resources[{at}].path: {path}");
                return Err(Problem::of_file(file, ProblemKind::ResourcePath, found));
            }
        }
        // Tables are known by their names: a second one of a name has its path, which is another for each.
        let mut names = Dictionary::default();
        for Resource { name, path, .. } in resources {
            if !names.number(name.as_bytes()).1 {
                name.clone_from(path);
            }
        }
        Ok(descriptor)
    }

    /// Title by language.
    pub fn title_names(&self) -> Names {
        let names = Names::from(&self.titles);
        if names.is_empty() {
            Names::same(&self.title)
        } else {
            names
        }
    }

    /// Labels of every dimension, in display order.
    pub fn dimension_labels(&self) -> Vec<DimensionLabels> {
        let InOrder(dimensions) = &self.labels;
        dimensions
            .iter()
            .map(|(dimension, InOrder(labels))| DimensionLabels {
                dimension: dimension.clone(),
                labels: labels
                    .iter()
                    .map(|(code, text)| Label {
                        code: code.clone(),
                        name: Names::from(text),
                        short: text.short.as_deref().map(Names::from).unwrap_or_default(),
                    })
                    .collect(),
            })
            .collect()
    }

    /// What of the package is shown first.
    pub fn shown_first(&self) -> Coverage {
        let mut shown = Coverage::default();
        cover(&mut shown, &self.defaults);
        shown
    }

    /// What the package as a whole covers.
    pub fn package_coverage(&self) -> Coverage {
        let mut coverage = Coverage::default();
        cover(&mut coverage, &self.coverage);
        coverage
    }
}

impl DeclaredBreak {
    /// The codes that it is a break for.
    pub fn codes(&self) -> Coverage {
        let mut codes = Coverage::default();
        cover(&mut codes, &self.of);
        codes
    }
}

impl Resource {
    /// What the description says of the table alone.
    pub fn own_coverage(&self) -> Coverage {
        let mut coverage = Coverage::default();
        cover(&mut coverage, &self.coverage);
        coverage
    }

    /// What the table covers of dimensions it has no column for: its own word over the package's.
    pub fn table_coverage(&self, package: &Coverage) -> Coverage {
        let mut coverage = package.clone();
        cover(&mut coverage, &self.coverage);
        coverage
    }
}

/// Takes over what is covered, each code once.
fn cover(coverage: &mut Coverage, InOrder(entries): &InOrder<Vec<String>>) {
    for (dimension, codes) in entries {
        let mut once = Dictionary::default();
        let codes = codes.iter().flat_map(|code| expand_range(code));
        let codes = codes.filter(|code| once.number(code.as_bytes()).1);
        coverage.set(dimension, codes.collect());
    }
}
