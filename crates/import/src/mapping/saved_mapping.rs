//! What a visitor decided for a foreign table, as a file that does the same to the next one: what each
//! column becomes, and the groups of its values.
//!
//! A mapping file is a CSV with the columns `dimension`, `code` and `group`, and perhaps `value`. A row
//! with a code puts a value of a column in a group; an empty group leaves it out. A row without a code
//! says in `group` what the column itself becomes: empty when it is left out. Its `value` is what the
//! numbers of the column are multiplied by, or of a column that is left out the one value that
//! counts; of one that is kept `all` says that values that add up others count like any other, `parts` that its
//! values may be added up, and a value that this one counts where nothing is asked of the column. Columns and
//! values are known by their names, whatever the letter case. Rows without a dimension say how the file
//! is read (`reread.rs`).

use crate::formats::ForeignTable;
use data::write::{Form, line};
use vocabulary::words::lower;

use super::grouping::Grouping;
use super::plan::{Plan, TablePlan, Take};
use super::read_options::{self, Reading};

/// What one column becomes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    /// The column, by its name in the foreign table.
    pub column: String,
    /// The column of the contract; empty when it is left out.
    pub becomes: String,
    /// What its numbers are multiplied by, or the value that counts.
    pub value: String,
}

/// A mapping file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// Columns.
    pub roles: Vec<Role>,
    /// Groups of values.
    pub groupings: Vec<Grouping>,
    /// How files are read.
    pub readings: Vec<Reading>,
}

/// In place of the value that counts: the values of a column that is kept are parts of a whole.
const PARTS: &str = "parts";

/// In place of the value that counts: those that add up others count as well.
pub const ALL: &str = "all";

impl Mapping {
    /// What was decided for some tables.
    pub fn of(tables: &[&ForeignTable], plan: &Plan) -> Mapping {
        let mut mapping = Mapping {
            readings: read_options::chosen(tables, &plan.tables),
            ..Mapping::default()
        };
        let mut contested = Vec::new();
        for (table, plan) in tables.iter().zip(&plan.tables) {
            for (dimension, plan) in table.dimensions.iter().zip(&plan.dimensions) {
                let counts = match plan.take {
                    Take::One(only) if plan.column.is_empty() => {
                        dimension.labels.get(only).cloned()
                    }
                    _ if plan.with_sums => Some(ALL.to_owned()),
                    _ if !plan.is_settled => None,
                    Take::One(only) => dimension.labels.get(only).cloned(),
                    Take::Sum | Take::Roots => Some(PARTS.to_owned()),
                };
                mapping.add(
                    &mut contested,
                    Role {
                        column: dimension.label.clone(),
                        becomes: plan.column.clone(),
                        value: counts.unwrap_or_default(),
                    },
                );
                if let Some(grouping) = &plan.grouping {
                    mapping.group(Grouping {
                        dimension: dimension.label.clone(),
                        ..grouping.clone()
                    });
                }
            }
            for (measure, plan) in table.measures.iter().zip(&plan.measures) {
                let scale = plan.scale.to_string();
                mapping.add(
                    &mut contested,
                    Role {
                        column: measure.label.clone(),
                        becomes: plan.column.clone(),
                        value: if plan.scale == 1.0 {
                            String::new()
                        } else {
                            scale
                        },
                    },
                );
            }
        }
        // Columns of the same name that became different things are told apart by their files.
        mapping
            .roles
            .retain(|role| !contested.contains(&role.column));
        mapping
    }

    /// Adds another mapping; where both speak of a column the other one holds.
    pub fn extend(&mut self, other: Mapping) {
        for role in other.roles {
            self.roles.retain(|known| known.column != role.column);
            self.roles.push(role);
        }
        for grouping in other.groupings {
            self.group(grouping);
        }
        for reading in other.readings {
            self.readings
                .retain(|known| known.columns != reading.columns);
            self.readings.push(reading);
        }
    }

    fn add(&mut self, contested: &mut Vec<String>, role: Role) {
        match self.roles.iter().find(|known| known.column == role.column) {
            Some(known) if *known != role => contested.push(role.column),
            Some(_) => {}
            None => self.roles.push(role),
        }
    }

    fn group(&mut self, grouping: Grouping) {
        self.groupings
            .retain(|known| known.dimension != grouping.dimension);
        self.groupings.push(grouping);
    }

    /// Decides for a table what was decided before, as far as its columns are known. Gives how many are.
    pub fn apply(&self, table: &ForeignTable, plan: &mut TablePlan) -> usize {
        let role = |name: &str, label: &str| {
            let is = |known: &Role| [name, label].iter().any(|text| same(text, &known.column));
            self.roles.iter().find(|known| is(known))
        };
        let mut known = 0;
        for (dimension, plan) in table.dimensions.iter().zip(&mut plan.dimensions) {
            let column = plan.column.clone();
            if let Some(role) = role(&dimension.name, &dimension.label) {
                known += 1;
                // Of a column that has its total alone this time there is nothing to keep.
                let keep = !plan.has_only_totals() || same(&role.value, ALL);
                plan.column = if keep {
                    role.becomes.clone()
                } else {
                    String::new()
                };
                let mut pairs = dimension.codes.iter().zip(&dimension.labels);
                let counts = pairs.position(|(code, label)| {
                    !role.value.is_empty() && (same(code, &role.value) || same(label, &role.value))
                });
                plan.with_sums = !role.becomes.is_empty() && same(&role.value, ALL);
                match counts {
                    Some(counts) => plan.decide(Take::One(counts)),
                    None if keep && (role.becomes.is_empty() || same(&role.value, PARTS)) => {
                        plan.decide(Take::Sum);
                    }
                    None => {}
                }
            }
            let names = [&dimension.name, &dimension.label, &column, &plan.column];
            let own = self.groupings.iter().find(|known| {
                let mut names = names.iter();
                names.any(|name| !name.is_empty() && same(name, &known.dimension))
            });
            if let Some(own) = own {
                plan.grouping = Some(own.clone());
            }
        }
        for (measure, plan) in table.measures.iter().zip(&mut plan.measures) {
            if let Some(role) = role(&measure.name, &measure.label) {
                known += 1;
                plan.column = role.becomes.clone();
                plan.scale = role.value.parse().unwrap_or(1.0);
                plan.is_settled = true;
            }
        }
        known
    }

    /// The mapping of a file; `None` when the text is not one.
    pub fn parse(text: &str) -> Option<Mapping> {
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().next()?;
        let delimiter = [b';', b'\t', b',']
            .into_iter()
            .find(|sign| first.as_bytes().contains(sign))?;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let headers = reader.headers().ok()?.clone();
        let place = |name: &str| headers.iter().position(|header| lower(header) == name);
        let (dimension, code, group) = (place("dimension")?, place("code")?, place("group")?);
        let value = place("value").unwrap_or(usize::MAX);
        let mut mapping = Mapping::default();
        for record in reader.records() {
            let record = record.ok()?;
            let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
            let (name, code, group) = (cell(dimension), cell(code), cell(group));
            if name.is_empty() {
                Reading::note(&mut mapping.readings, &code, cell(value));
                continue;
            }
            if code.is_empty() {
                mapping.roles.push(Role {
                    column: name,
                    becomes: group,
                    value: cell(value),
                });
                continue;
            }
            let mut groupings = mapping.groupings.iter_mut();
            match groupings.find(|known| known.dimension == name) {
                Some(known) => known.pairs.push((code, group)),
                None => mapping.groupings.push(Grouping {
                    dimension: name,
                    pairs: vec![(code, group)],
                }),
            }
        }
        Some(mapping)
    }

    /// The text of the file.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut row = |cells: [&str; 4]| {
            let cells = cells.map(str::to_owned);
            line(&mut text, Form::PLAIN, cells.into_iter());
        };
        row(["dimension", "code", "group", "value"]);
        for role in &self.roles {
            row([&role.column, "", &role.becomes, &role.value]);
        }
        for grouping in &self.groupings {
            for (code, group) in &grouping.pairs {
                row([&grouping.dimension, code, group, ""]);
            }
        }
        for reading in &self.readings {
            for (code, value) in reading.rows() {
                row(["", code, "", &value]);
            }
        }
        text
    }
}

pub(super) fn same(one: &str, other: &str) -> bool {
    lower(one.trim()) == lower(other.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::grouping::Fate;

    #[test]
    fn a_mapping_file_is_written_as_it_is_read() {
        let text = "dimension,code,group,value\nkjønn,,,Begge kjønn\nFolkemengde,,population_jan1,1000\n\
                    land,Danmark,norden,\nland,\"Kongo, Rep.\",,\nalder,18,ung,\n";
        let mapping = Mapping::parse(text).unwrap();
        assert_eq!((mapping.roles.len(), mapping.groupings.len()), (2, 2));
        assert_eq!(mapping.roles[1].value, "1000");
        let index = mapping.groupings[0].index();
        assert_eq!(index.fate("Danmark", ""), Fate::Group("norden"));
        assert_eq!(index.fate("x", "kongo, rep."), Fate::LeftOut);
        assert_eq!(index.fate("Sverige", "Sverige"), Fate::Unknown);
        assert_eq!(mapping.write(), text);
        let read = "dimension,code,group,value\n,encoding,,Windows-1252\n,delimiter,,tab\n,header,,3\n\
                    ,decimal,,\",\"\n,thousands,,.\n,column,,kjønn\n,column,,år\n\
                    ,thousands,,none\n,column,,land\n";
        let with_readings = Mapping::parse(read).unwrap();
        let columns = with_readings
            .readings
            .iter()
            .map(|known| known.columns.len());
        assert_eq!(columns.collect::<Vec<_>>(), [2, 1]);
        assert_eq!(with_readings.readings[0].choices.delimiter, Some('\t'));
        assert_eq!(with_readings.readings[1].choices.thousands, Some(None));
        assert_eq!(with_readings.write(), read);
        assert_eq!(Mapping::parse("group,year\na,1\n"), None);
        // Groups alone, as written by hand.
        let by_hand = Mapping::parse("dimension;code;group\nland;Danmark;norden\n").unwrap();
        assert_eq!(by_hand.groupings[0].pairs.len(), 1);
    }
}
