//! A visitor's files until they are a data set: what is shown of them, and what each choice changes. Plain data in
//! and out, so that a page only has to draw it.

use std::cell::OnceCell;
use std::rc::Rc;

use data::cell::Cell;
use data::contract;
use data::open::NamedBytes;
use data::problem::{Problem, ProblemKind};
use import::formats::period;
use import::formats::{Ambiguity, CellChoice, Choices, ForeignTable, Format, read_foreign};
use text::naming::Naming;
use text::{Lang, mapping as words, number, terms};
use vocabulary::origins::origin_of;
use vocabulary::words::{is_total, is_total_code, lower};

use super::in_words;
use super::wizard::{Card, Control, Wizard};
use import::mapping::apply::{self, Outcome};
use import::mapping::grouping::{self, Grouping};
use import::mapping::plan::{self, MeasurePlan, Plan, TablePlan, Take, stem};
use import::mapping::questions::{self, MEANINGS, Question, SUM};
use import::mapping::read_options::{ENCODINGS, FORMATS, Reading, sign_of};
use import::mapping::roles;
use import::mapping::saved_mapping::{ALL, Mapping};

/// So many rows are shown of a file and of the result.
const SHOWN_ROWS: usize = 5;

/// So often a file is read again for texts among its numbers that nobody has said the meaning of.
const ATTEMPTS: usize = 8;

/// The visitor is asked about so many of them at most.
const OPEN_CELLS: usize = 20;

/// In place of a column: it holds numbers.
const VALUES: &str = "values";

/// In place of a measure: the column is a dimension.
const DIMENSION: &str = "dimension";

/// So many lines at the beginning, and on either side of the header, are offered as the header.
const LINES_NEAR: u64 = 10;

/// So many measures can be chosen for; beyond them those that mean something.
const LISTED_MEASURES: usize = 100;

/// A dimension with more values than this offers only its total and its sum.
const LISTED_VALUES: usize = 60;

/// A table and what becomes of it.
pub type Planned<'a> = (&'a ForeignTable, &'a TablePlan);

/// A file and what was chosen for it.
#[derive(Clone, Debug)]
struct File {
    name: String,
    bytes: Vec<u8>,
    choices: Choices,
    tables: Vec<ForeignTable>,
    chosen: usize,
    plan: TablePlan,
    /// The question about ambiguous numbers, kept after it was answered.
    question: Option<Ambiguity>,
    /// How many columns got their meaning from a mapping file.
    remapped: usize,
    /// Whether it is read as a mapping file says.
    reread: bool,
    /// Its tables that may count in place of the one that is chosen, until somebody has said which.
    alike: Vec<usize>,
}

/// The visitor's files and choices.
#[derive(Clone, Debug, Default)]
pub struct ImportSession {
    files: Vec<File>,
    mapping: Mapping,
    /// What came of the choices that hold now.
    made: OnceCell<Result<Rc<Outcome>, Vec<Problem>>>,
}

impl ImportSession {
    /// Puts further files on the desk: tables, or mapping files. All or nothing. `begin` is told of
    /// each file before it is read.
    pub fn add(
        &mut self,
        files: Vec<NamedBytes>,
        begin: &mut dyn FnMut(&NamedBytes),
    ) -> Result<(), Vec<Problem>> {
        let mut added = Vec::new();
        let mut mapping = Mapping::default();
        let mut problems = Vec::new();
        let mut tables = Vec::with_capacity(files.len());
        for file in files {
            let text = std::str::from_utf8(&file.bytes).ok();
            match text.and_then(Mapping::parse) {
                Some(given) => mapping.extend(given),
                None => tables.push(file),
            }
        }
        let mut known = self.mapping.clone();
        known.extend(mapping.clone());
        for file in tables {
            begin(&file);
            match File::read_again(file.name, &file.bytes, &known.readings) {
                Ok(read) => added.push(File {
                    bytes: file.bytes,
                    ..read
                }),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        self.made.take();
        // A mapping that is new is for every file, one that was there for those that are new.
        for file in &mut self.files {
            file.reread(&mapping.readings);
            file.remap(&mapping);
        }
        self.mapping = known;
        for mut file in added {
            file.remap(&self.mapping);
            self.files.push(file);
        }
        Ok(())
    }

    /// How much lies here: bytes of files, or cells where there are more of these.
    pub fn weight(&self) -> usize {
        let cells = |table: &ForeignTable| table.rows * table.measures.len().max(1);
        let weight = |file: &File| file.bytes.len().max(cells(&file.tables[file.chosen]));
        self.files.iter().map(weight).sum()
    }

    /// Whether nothing lies here.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Changes one choice, named as in [`Control::id`]. What cannot be read any more after it
    /// leaves everything as it was.
    pub fn set(&mut self, id: &str, value: &str) -> Result<(), Vec<Problem>> {
        let mut parts = id.split('.');
        let mut next = || parts.next().unwrap_or_default();
        let (file, kind, place) = (next(), next(), next());
        let file = file.parse().unwrap_or(usize::MAX);
        let place: usize = place.parse().unwrap_or(0);
        let Some(file) = self.files.get_mut(file) else {
            return Ok(());
        };
        let mapping = &self.mapping;
        match kind {
            "table" => file.choose(value.parse().unwrap_or(0), mapping),
            "measure" | "dimension" if value == VALUES || value == DIMENSION => {
                file.turn(kind, place, mapping)?;
            }
            "cell" => file.mean(place, value, mapping)?,
            "measure" | "scale" => file.set_measure(kind, place, value),
            "which" => file.set_which(place, value),
            "dimension" | "take" | "grouping" | "sums" => {
                file.set_dimension(kind, place, value, &mapping.groupings);
            }
            _ => file.read_as(kind, value, mapping)?,
        }
        self.made.take();
        Ok(())
    }

    /// The questions that are open.
    pub fn questions(&self) -> Vec<Question> {
        let files = self.files.iter().enumerate();
        files
            .flat_map(|(place, file)| {
                let table = &file.tables[file.chosen];
                let open = questions::open(
                    place,
                    table,
                    &file.plan,
                    &file.choices,
                    file.question.as_ref(),
                );
                let which = (!file.alike.is_empty())
                    .then(|| questions::which_table(place, &file.tables, &file.alike));
                which.into_iter().chain(open)
            })
            .collect()
    }

    /// Why nothing of what came of the files can be shown.
    pub fn nothing_to_show(&self, outcome: &Outcome) -> Option<Problem> {
        let (tables, plan) = self.planned();
        apply::nothing_to_show(&tables, &plan, &outcome.dataset)
    }

    /// The tables chosen, each with its plan.
    pub fn tables(&self) -> Vec<Planned<'_>> {
        let files = self.files.iter();
        files
            .map(|file| (&file.tables[file.chosen], &file.plan))
            .collect()
    }

    /// The tables chosen, and their plan.
    fn planned(&self) -> (Vec<&ForeignTable>, Plan) {
        let tables: Vec<&ForeignTable> = self
            .files
            .iter()
            .map(|file| &file.tables[file.chosen])
            .collect();
        let planned = self.files.iter().map(File::planned).collect();
        let plan = plan::named(&tables, planned);
        (tables, plan)
    }

    /// The data set, or what stands in its way.
    pub fn outcome(&self) -> Result<Rc<Outcome>, Vec<Problem>> {
        let make = || {
            let (tables, plan) = self.planned();
            apply::apply(&tables, &plan).map(|made| {
                let dataset = super::with_notes(&made);
                Rc::new(Outcome { dataset, ..made })
            })
        };
        self.made.get_or_init(make).clone()
    }

    /// Everything to show, in the words of a language.
    pub fn wizard(&self, lang: Lang) -> Wizard {
        let (tables, plan) = self.planned();
        let mut wizard = Wizard {
            heading: words::heading(lang).to_owned(),
            lead: words::lead(lang).to_owned(),
            ..Wizard::default()
        };
        for (place, file) in self.files.iter().enumerate() {
            wizard
                .cards
                .push(file.card(lang, place, &self.mapping.groupings));
        }
        wizard.story = self
            .tables()
            .iter()
            .map(|(table, plan)| story(lang, table, plan))
            .collect();
        let questions = self.questions();
        wizard.questions = questions
            .iter()
            .map(|question| asked(lang, question))
            .collect();
        let (no_emigrations, no_exposure) = apply::lacks(&plan);
        let mut result = Card {
            heading: words::result(lang).to_owned(),
            ..Card::default()
        };
        let lacks = match (no_emigrations, no_exposure) {
            (true, true) => Some(words::lacks_both(lang)),
            (true, false) => Some(words::lacks_emigrations(lang)),
            (false, true) => Some(words::lacks_population(lang)),
            (false, false) => None,
        };
        result.lines.extend(lacks.map(str::to_owned));
        match self.outcome() {
            Ok(outcome) => {
                let nothing = apply::nothing_to_show(&tables, &plan, &outcome.dataset);
                wizard.ready = nothing.is_none() && questions.is_empty();
                wizard.problems = in_words(nothing.as_slice(), lang);
                wizard.has_rate = outcome.has_rate;
                describe(&mut result, &outcome, lang);
            }
            Err(problems) => wizard.problems = in_words(&problems, lang),
        }
        wizard.cards.push(result);
        let add = match (no_emigrations, no_exposure) {
            (true, false) => words::add_emigrations(lang),
            (false, true) => words::add_population(lang),
            _ => words::add(lang),
        };
        let buttons = [
            words::use_these(lang),
            add,
            words::save(lang),
            words::cancel(lang),
        ];
        wizard.buttons = buttons.map(str::to_owned).to_vec();
        wizard
    }
}

impl File {
    /// A file without its bytes. Of a few texts among its numbers the visitor is asked.
    fn read(name: String, bytes: &[u8], choices: Choices) -> Result<File, Vec<Problem>> {
        let mut choices = choices;
        let mut first = None;
        for _ in 0..ATTEMPTS {
            let problems = match read_foreign(&name, bytes, &choices) {
                Ok(tables) => return Ok(File::of(name, tables, choices)),
                Err(problems) => problems,
            };
            let known = choices.cells.len();
            let are_cells = problems
                .iter()
                .all(|problem| problem.kind == ProblemKind::NotANumber && problem.line.is_some());
            for problem in problems.iter().filter(|_| are_cells) {
                let is_known = choices.cells.iter().any(|(text, _)| *text == problem.found);
                if !is_known {
                    choices
                        .cells
                        .push((problem.found.clone(), CellChoice::Open));
                }
            }
            let goes_on = choices.cells.len() > known && choices.cells.len() <= OPEN_CELLS;
            first.get_or_insert(problems);
            if !goes_on {
                break;
            }
        }
        Err(first.unwrap_or_default())
    }

    /// Has a column that was taken for a dimension hold numbers, or the other way round.
    fn turn(&mut self, kind: &str, place: usize, mapping: &Mapping) -> Result<(), Vec<Problem>> {
        let table = &self.tables[self.chosen];
        let understood = &table.understood;
        let mut columns = understood.value_columns.clone();
        if kind == "measure" {
            let measure = table.measures.get(place);
            columns.retain(|column| measure.is_none_or(|measure| measure.label != *column));
        } else {
            let dimension = table.dimensions.get(place);
            let is_it = |column: &&String| {
                dimension
                    .is_some_and(|dimension| [&dimension.name, &dimension.label].contains(column))
            };
            columns.extend(understood.other_columns.iter().filter(is_it).cloned());
        }
        let choices = Choices {
            value_columns: Some(columns),
            ..self.choices.clone()
        };
        self.read_with(choices, false, mapping)
    }

    /// Takes the visitor's word for what a text among the numbers means.
    fn mean(&mut self, place: usize, value: &str, mapping: &Mapping) -> Result<(), Vec<Problem>> {
        let mut choices = self.choices.clone();
        let meaning = MEANINGS.iter().find(|(known, _)| *known == value);
        let (Some((_, choice)), Some((_, meaning))) = (choices.cells.get_mut(place), meaning)
        else {
            return Ok(());
        };
        *choice = *meaning;
        self.read_with(choices, false, mapping)
    }

    /// The same, read as one before it was if it is of that kind.
    fn read_again(name: String, bytes: &[u8], known: &[Reading]) -> Result<File, Vec<Problem>> {
        let mut read = known.iter().map(|known| known.read(&name, bytes));
        match read.find_map(|read| read) {
            Some((tables, choices)) => Ok(File {
                reread: choices != Choices::default(),
                ..File::of(name, tables, choices)
            }),
            None => File::read(name, bytes, Choices::default()),
        }
    }

    /// Reads a file for which nothing was chosen yet as one before it was.
    fn reread(&mut self, known: &[Reading]) {
        if self.choices != Choices::default() {
            return;
        }
        let mut read = known.iter();
        let read = read.find_map(|known| known.read(&self.name, &self.bytes));
        if let Some((tables, choices)) = read.filter(|(_, c)| *c != Choices::default()) {
            let name = std::mem::take(&mut self.name);
            let bytes = std::mem::take(&mut self.bytes);
            *self = File {
                bytes,
                reread: true,
                ..File::of(name, tables, choices)
            };
        }
    }

    /// The plan of the table chosen.
    fn planned(&self) -> TablePlan {
        TablePlan {
            reading: self.choices.clone(),
            ..self.plan.clone()
        }
    }

    fn of(name: String, tables: Vec<ForeignTable>, choices: Choices) -> File {
        // The first table with a column that means something.
        let speaks = |table: &ForeignTable| {
            let measures = plan::propose_measures(table);
            measures.iter().any(|plan| !plan.column.is_empty())
        };
        let chosen = tables.iter().position(speaks).unwrap_or(0);
        let plan = plan::propose_table(&tables[chosen]);
        let question = tables[chosen].ambiguity.clone();
        let alike = questions::tables_alike(&tables, chosen, &plan);
        File {
            name,
            bytes: Vec::new(),
            choices,
            tables,
            chosen,
            plan,
            question,
            remapped: 0,
            reread: false,
            alike,
        }
    }

    fn choose(&mut self, table: usize, mapping: &Mapping) {
        if table < self.tables.len() {
            self.chosen = table;
            self.alike.clear();
            self.plan = plan::propose_table(&self.tables[table]);
            self.question = self.tables[table].ambiguity.clone();
            self.remapped = 0;
            self.remap(mapping);
        }
    }

    /// Decides what a mapping decides.
    fn remap(&mut self, mapping: &Mapping) {
        let known = mapping.apply(&self.tables[self.chosen], &mut self.plan);
        self.remapped = self.remapped.max(known);
    }

    /// Reads the file in another way.
    fn read_as(&mut self, kind: &str, value: &str, mapping: &Mapping) -> Result<(), Vec<Problem>> {
        let mut choices = self.choices.clone();
        match kind {
            "format" => choices.format = FORMATS.into_iter().find(|f| f.name() == value),
            "encoding" => choices.encoding = ENCODINGS.into_iter().find(|e| e.name() == value),
            "delimiter" => choices.delimiter = value.chars().next(),
            "header" => choices.header_line = value.parse().ok(),
            "decimal" => choices.decimal_sign = sign_of(value),
            "reading" => {
                let question = self.question.as_ref();
                let place: Option<usize> = value.parse().ok();
                let reading = place.and_then(|place| question?.readings.get(place).copied());
                choices.decimal_sign = reading.map(|reading| reading.decimal_sign);
                choices.thousands = reading.map(|reading| reading.thousands);
            }
            _ => return Ok(()),
        }
        self.read_with(choices, kind == "reading", mapping)
    }

    /// Reads the file with other choices. What was decided of its columns holds as long as these are the same.
    fn read_with(
        &mut self,
        choices: Choices,
        answers: bool,
        mapping: &Mapping,
    ) -> Result<(), Vec<Problem>> {
        let bytes = std::mem::take(&mut self.bytes);
        let read = File::read(self.name.clone(), &bytes, choices);
        self.bytes = bytes;
        let mut file = read?;
        let same = file.tables.len() == self.tables.len() && {
            let (new, old) = (&file.tables[file.chosen], &self.tables[self.chosen]);
            file.chosen == self.chosen
                && new.measures.len() == old.measures.len()
                && new.dimensions.len() == old.dimensions.len()
                && new
                    .dimensions
                    .iter()
                    .zip(&old.dimensions)
                    .all(|(n, o)| n.codes == o.codes)
        };
        if same {
            file.plan = self.plan.clone();
            file.remapped = self.remapped;
        } else {
            file.remap(mapping);
        }
        if answers {
            file.question = self.question.clone();
        }
        file.bytes = std::mem::take(&mut self.bytes);
        *self = file;
        Ok(())
    }

    fn set_measure(&mut self, kind: &str, place: usize, value: &str) {
        if let Some(plan) = self.plan.measures.get_mut(place) {
            match kind {
                "measure" => {
                    plan.column = value.to_owned();
                    plan.is_settled = true;
                }
                _ => plan.scale = value.parse().unwrap_or(1.0),
            }
        }
    }

    /// Which of the columns that may be one measure has all of it; `place` is the first of them.
    fn set_which(&mut self, place: usize, value: &str) {
        let table = &self.tables[self.chosen];
        let mut rivals = plan::rivals(table).into_iter();
        let Some((column, places)) = rivals.find(|(_, places)| places[0] == place) else {
            return;
        };
        let chosen: Option<usize> = value.parse().ok();
        for place in places {
            let plan = &mut self.plan.measures[place];
            plan.is_settled = true;
            plan.column = match chosen == Some(place) {
                true => column.to_owned(),
                false => String::new(),
            };
        }
    }

    fn set_dimension(&mut self, kind: &str, place: usize, value: &str, own: &[Grouping]) {
        let table = &self.tables[self.chosen];
        let (Some(plan), Some(dimension)) = (
            self.plan.dimensions.get_mut(place),
            table.dimensions.get(place),
        ) else {
            return;
        };
        match kind {
            "dimension" => plan.column = value.to_owned(),
            "sums" => plan.with_sums = !value.is_empty(),
            "take" if value == SUM => plan.decide(Take::Sum),
            "take" => {
                let one = value
                    .parse()
                    .ok()
                    .filter(|one| *one < dimension.codes.len());
                plan.decide(one.map_or(Take::Sum, Take::One));
            }
            _ => {
                let (codes, labels) = (&dimension.codes, &dimension.labels);
                plan.grouping = match value {
                    "origin" => Some(grouping::origin_groups(&dimension.label, codes, labels)),
                    "ages" => grouping::ages_18_to_35(codes, labels),
                    "" => None,
                    name => own.iter().find(|known| known.dimension == name).cloned(),
                };
            }
        }
    }

    fn card(&self, lang: Lang, place: usize, groupings: &[Grouping]) -> Card {
        let table = &self.tables[self.chosen];
        let understood = &table.understood;
        let columns = table.dimensions.len() + table.measures.len();
        let mut lines = vec![format!(
            "{}: {}. {}.",
            words::format(lang),
            understood.format.name(),
            words::size(lang, table.rows, columns)
        )];
        if table.lines.rows_each > 1 && table.lines.below.is_none() {
            let records = table.lines.of_records.len();
            lines.push(words::turned(lang, records, table.lines.rows_each));
        }
        if !understood.over_periods.is_empty() {
            lines.push(words::over_periods(lang, &understood.over_periods));
        }
        if !understood.left_aside.is_empty() {
            lines.push(words::left_aside(lang, &understood.left_aside));
        }
        lines.extend(doubts(lang, table));
        if !understood.title.is_empty() {
            lines.push(format!("{}: {}", words::title(lang), understood.title));
        }
        for (heading, flags) in [(words::markers(lang), false), (words::flags(lang), true)] {
            let marks: Vec<String> = understood
                .markers
                .iter()
                .filter(|marker| !marker.text.is_empty())
                .filter(|marker| marker.meaning.cell().is_none() == flags)
                .map(|marker| format!("{} ({})", marker.text, marker.count))
                .collect();
            if !marks.is_empty() {
                lines.push(format!("{heading}: {}", marks.join(", ")));
            }
        }
        if self.reread {
            lines.push(words::reread(lang).to_owned());
        }
        if self.remapped > 0 {
            lines.push(words::remapped(lang, self.remapped));
        }
        if let Some(question) = &self.question {
            let example = question.examples.first().map_or("", |(_, _, text)| text);
            lines.push(words::ambiguous(lang, question.cells, example));
        }
        Card {
            heading: stem_and_ending(&self.name).to_owned(),
            lines,
            controls: self.controls(lang, place, groupings),
            rows: first_rows(table),
        }
    }

    fn controls(&self, lang: Lang, file: usize, groupings: &[Grouping]) -> Vec<Control> {
        let table = &self.tables[self.chosen];
        let mut controls = Vec::new();
        let mut add = |id: String, label: &str, value: String, options: Vec<(String, String)>| {
            controls.push(Control {
                id,
                label: label.to_owned(),
                options: in_pairs(options),
                value,
            });
        };
        if let Some(question) = &self.question {
            let example = question.examples.first().map_or("", |(_, _, text)| text);
            let mut options = vec![(String::new(), words::choose(lang).to_owned())];
            let mut value = String::new();
            for (place, reading) in question.readings.iter().enumerate() {
                let worth = number::decimal(
                    reading.first,
                    if libm::trunc(reading.first) == reading.first {
                        0
                    } else {
                        3
                    },
                    lang,
                );
                options.push((place.to_string(), words::reading_as(lang, example, &worth)));
                if self.choices.decimal_sign == Some(reading.decimal_sign)
                    && self.choices.thousands == Some(reading.thousands)
                {
                    value = place.to_string();
                }
            }
            add(
                format!("{file}.reading"),
                words::reading(lang),
                value,
                options,
            );
        }
        if self.tables.len() > 1 {
            let options = self.tables.iter().enumerate();
            let options = options.map(|(place, table)| {
                let title = &table.understood.title;
                let name = table.name.rsplit('/').next().unwrap_or(&table.name);
                (
                    place.to_string(),
                    if title.is_empty() { name } else { title }.to_owned(),
                )
            });
            let value = self.chosen.to_string();
            add(
                format!("{file}.table"),
                words::table(lang),
                value,
                options.collect(),
            );
        }
        for (place, (dimension, plan)) in table
            .dimensions
            .iter()
            .zip(&self.plan.dimensions)
            .enumerate()
        {
            add(
                format!("{file}.dimension.{place}"),
                &dimension.label,
                plan.column.clone(),
                {
                    let own = roles::own_name(&dimension.label);
                    let mut options = dimension_options(lang, &plan.column, &own);
                    let names = [&dimension.name, &dimension.label];
                    let mut columns = table.understood.other_columns.iter();
                    if columns.any(|column| names.contains(&column)) {
                        options.push((VALUES.to_owned(), words::numbers(lang).to_owned()));
                    }
                    options
                },
            );
            if plan.column.is_empty() && plan.grouping.is_none() && dimension.codes.len() > 1 {
                let mut options = vec![(String::new(), words::sum_of_all(lang).to_owned())];
                let listed = (0..dimension.codes.len()).filter(|code| {
                    dimension.codes.len() <= LISTED_VALUES
                        || plan.totals[*code]
                        || plan.take == Take::One(*code)
                });
                options
                    .extend(listed.map(|code| (code.to_string(), dimension.labels[code].clone())));
                let value = match plan.take {
                    Take::Sum | Take::Roots => String::new(),
                    Take::One(only) => only.to_string(),
                };
                let label = format!("{} – {}", dimension.label, words::what_counts(lang));
                add(format!("{file}.take.{place}"), &label, value, options);
            }
            // What says that it is a total is one; the rest may be meant otherwise.
            let unsaid = |code: &usize| {
                let label = &dimension.labels[*code];
                plan.totals[*code]
                    && !is_total(label)
                    && !is_total_code(&dimension.codes[*code], true)
            };
            let asks = plan.with_sums || (0..plan.totals.len()).any(|code| unsaid(&code));
            if !plan.column.is_empty() && asks {
                let options = [("", words::left_out(lang)), (ALL, words::like_others(lang))];
                let options = options.map(|(value, text)| (value.to_owned(), text.to_owned()));
                let label = format!("{} – {}", dimension.label, words::sums(lang));
                let value = if plan.with_sums { ALL } else { "" };
                add(
                    format!("{file}.sums.{place}"),
                    &label,
                    value.to_owned(),
                    options.to_vec(),
                );
            }
            let options = grouping_options(lang, dimension, plan.grouping.as_ref(), groupings);
            if options.len() > 1 {
                let value = grouping_value(plan.grouping.as_ref(), &dimension.label, groupings);
                let label = format!("{} – {}", dimension.label, words::grouping(lang));
                add(format!("{file}.grouping.{place}"), &label, value, options);
            }
        }
        let measures = table.measures.iter().zip(&self.plan.measures).enumerate();
        let listed = |(place, (_, plan)): &(usize, (_, &MeasurePlan))| {
            *place < LISTED_MEASURES || !plan.column.is_empty()
        };
        for (place, (measure, plan)) in measures.filter(listed) {
            let mut options = vec![(String::new(), words::left_out(lang).to_owned())];
            options
                .extend(roles::MEASURES.map(|name| (name.to_owned(), terms::measure(lang, name))));
            if table.understood.value_columns.contains(&measure.label) {
                let own = words::own_dimension(lang).to_owned();
                options.push((DIMENSION.to_owned(), own));
            }
            let value = plan.column.clone();
            add(
                format!("{file}.measure.{place}"),
                &measure.label,
                value,
                options,
            );
            if !plan.column.is_empty() {
                let options = [
                    ("1", words::ones(lang)),
                    ("1000", words::thousands(lang)),
                    ("1000000", words::millions(lang)),
                ];
                let options = options.map(|(value, text)| (value.to_owned(), text.to_owned()));
                let label = format!("{} – {}", measure.label, words::unit(lang));
                let value = plan.scale.to_string();
                add(
                    format!("{file}.scale.{place}"),
                    &label,
                    value,
                    options.to_vec(),
                );
            }
        }
        controls.extend(self.reading_controls(lang, file));
        controls
    }

    /// How the bytes of a text file are read.
    fn reading_controls(&self, lang: Lang, file: usize) -> Vec<Control> {
        let understood = &self.tables[self.chosen].understood;
        let mut controls = Vec::new();
        let mut add = |id: &str, label: &str, value: String, options: Vec<(String, String)>| {
            controls.push(Control {
                id: format!("{file}.{id}"),
                label: label.to_owned(),
                options: in_pairs(options),
                value,
            });
        };
        if !understood.format.is_workbook() {
            let options = FORMATS.map(|f| (f.name().to_owned(), f.name().to_owned()));
            let value = understood.format.name().to_owned();
            add("format", words::format(lang), value, options.to_vec());
        }
        if let Some(encoding) = understood.encoding {
            let options = ENCODINGS.map(|e| (e.name().to_owned(), e.name().to_owned()));
            let value = encoding.name().to_owned();
            add("encoding", words::encoding(lang), value, options.to_vec());
        }
        if understood.format != Format::Csv {
            return controls;
        }
        if let Some(delimiter) = understood.delimiter {
            let options = [
                (";", words::semicolon(lang)),
                (",", words::comma(lang)),
                ("\t", words::tab(lang)),
                (" ", words::space(lang)),
                ("|", words::pipe(lang)),
            ];
            let options = options.map(|(sign, name)| (sign.to_owned(), name.to_owned()));
            add(
                "delimiter",
                words::delimiter(lang),
                delimiter.to_string(),
                options.to_vec(),
            );
        }
        if self.question.is_none() {
            let options = [
                ("", words::whole_numbers(lang)),
                (",", words::comma(lang)),
                (".", words::point(lang)),
            ];
            let options = options.map(|(sign, name)| (sign.to_owned(), name.to_owned()));
            let value = understood
                .decimal_sign
                .map(|sign| sign.character().to_string());
            add(
                "decimal",
                words::decimal_sign(lang),
                value.unwrap_or_default(),
                options.to_vec(),
            );
        }
        if let Some(line) = understood.header_line {
            let near = line.saturating_sub(LINES_NEAR).max(LINES_NEAR + 1)..=line + LINES_NEAR;
            let options = (1..=LINES_NEAR)
                .chain(near)
                .map(|line| (line.to_string(), line.to_string()));
            add(
                "header",
                words::header_line(lang),
                line.to_string(),
                options.collect(),
            );
        }
        controls
    }
}

/// What looks as if it came to grief before: letters decoded twice or not at all, ages taken for dates.
fn doubts(lang: Lang, table: &ForeignTable) -> Vec<String> {
    let texts = || {
        let dimensions = table.dimensions.iter();
        let texts =
            dimensions.flat_map(|dimension| dimension.labels.iter().chain([&dimension.label]));
        texts.chain(table.measures.iter().map(|measure| &measure.label))
    };
    // What UTF-8 looks like to a program that takes each byte for a letter.
    let twice = ["Ã¥", "Ã¸", "Ã¦", "Ã¤", "Ã¶", "Ã©", "Ã¼", "\u{fffd}"];
    let broken = texts().find(|text| twice.iter().any(|sign| text.contains(sign)));
    let mut doubts: Vec<String> = broken
        .map(|text| words::broken_letters(lang, text))
        .into_iter()
        .collect();
    let ages = table
        .dimensions
        .iter()
        .filter(|dimension| !dimension.is_time && roles::dimension(dimension).starts_with("age"));
    let mut labels = ages.flat_map(|dimension| &dimension.labels);
    let mangled = labels.find(|label| period::is_number_and_month(label));
    doubts.extend(mangled.map(|label| words::mangled_ages(lang, label)));
    doubts
}

/// What a file is, in one sentence.
fn story(lang: Lang, table: &ForeignTable, plan: &TablePlan) -> String {
    let planned = || table.measures.iter().zip(&plan.measures);
    let measures: Vec<String> = planned()
        .filter(|(_, plan)| !plan.column.is_empty())
        .map(|(_, plan)| lower_first(&terms::measure(lang, &plan.column)))
        .collect();
    let others: Vec<String> = planned()
        .filter(|(_, plan)| plan.column.is_empty())
        .map(|(measure, _)| measure.label.clone())
        .collect();
    let dimensions = || table.dimensions.iter().zip(&plan.dimensions);
    let by: Vec<(String, usize, Option<String>)> = dimensions()
        .filter(|(dimension, plan)| !plan.column.is_empty() && !dimension.is_time)
        .map(|(dimension, plan)| {
            let count = plan.totals.iter().filter(|total| !**total).count();
            let whole = match plan.take {
                Take::One(one) if plan.totals.get(one) == Some(&true) => {
                    dimension.labels.get(one).cloned()
                }
                _ => None,
            };
            (dimension.label.clone(), count, whole)
        })
        .collect();
    let times = dimensions().find(|(_, plan)| plan.column == "year");
    let years = times.and_then(|(dimension, _)| {
        let mut codes: Vec<&String> = dimension.codes.iter().collect();
        kernels::stable_sort::sort_by(&mut codes, &|one, two| one.cmp(two));
        Some((codes.first()?.to_string(), codes.last()?.to_string()))
    });
    let years = years
        .as_ref()
        .map(|(first, last)| (first.as_str(), last.as_str()));
    words::story(
        lang,
        stem_and_ending(&table.name),
        &measures,
        &others,
        years,
        &by,
    )
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        lower(&first.to_string()) + letters.as_str()
    })
}

/// A question with its words.
fn asked(lang: Lang, question: &Question) -> Control {
    let choices = question.choices.iter();
    let mut options = vec![vec![String::new(), words::choose(lang).to_owned()]];
    options.extend(choices.map(|(value, choice)| vec![value.clone(), words::choice(lang, choice)]));
    Control {
        id: question.id.clone(),
        label: words::question(lang, &question.asked),
        options,
        value: String::new(),
    }
}

fn in_pairs(options: Vec<(String, String)>) -> Vec<Vec<String>> {
    let pairs = options.into_iter();
    pairs.map(|(value, words)| vec![value, words]).collect()
}

fn dimension_options(lang: Lang, current: &str, own: &str) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words::left_out(lang).to_owned())];
    let known = contract::DIMENSIONS.map(|name| (name.to_owned(), terms::dimension(lang, name)));
    options.extend(known);
    for name in [own, current] {
        if !name.is_empty() && !options.iter().any(|(known, _)| known == name) {
            let text = format!(
                "{}: {}",
                words::own_dimension(lang),
                terms::dimension(lang, name)
            );
            options.push((name.to_owned(), text));
        }
    }
    options
}

fn grouping_options(
    lang: Lang,
    dimension: &import::formats::ForeignDimension,
    current: Option<&Grouping>,
    own: &[Grouping],
) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words::ungrouped(lang).to_owned())];
    let pairs = || dimension.codes.iter().zip(&dimension.labels);
    let countries = pairs().filter(|(code, label)| origin_of(code, label).is_some());
    if countries.count() * 2 > dimension.codes.len() && dimension.codes.len() > 5 {
        options.push(("origin".to_owned(), words::origin_groups(lang).to_owned()));
    }
    let is_ages =
        lower(&dimension.label).contains("lder") || lower(&dimension.name).contains("age");
    if is_ages && grouping::ages_18_to_35(&dimension.codes, &dimension.labels).is_some() {
        options.push(("ages".to_owned(), words::ages(lang).to_owned()));
    }
    for grouping in own {
        let text = format!("{} ({})", words::own_grouping(lang), grouping.dimension);
        if current == Some(grouping) || grouping.dimension == dimension.label {
            options.push((grouping.dimension.clone(), text));
        }
    }
    options
}

fn grouping_value(current: Option<&Grouping>, label: &str, own: &[Grouping]) -> String {
    match current {
        None => String::new(),
        Some(current) if own.contains(current) => current.dimension.clone(),
        Some(current) if current.dimension == "age" => "ages".to_owned(),
        Some(current) if current.dimension == label => "origin".to_owned(),
        Some(_) => String::new(),
    }
}

fn first_rows(table: &ForeignTable) -> Vec<Vec<String>> {
    let dimensions = || table.dimensions.iter();
    let shown_measures = || table.measures.iter().take(LISTED_MEASURES);
    let mut rows = vec![
        dimensions()
            .map(|column| column.label.clone())
            .chain(shown_measures().map(|measure| measure.label.clone()))
            .collect(),
    ];
    for row in 0..table.rows.min(SHOWN_ROWS) {
        let labels = dimensions().map(|column| column.labels[column.rows[row] as usize].clone());
        let cells = shown_measures().map(|measure| shown(measure.cells.get(row)));
        rows.push(labels.chain(cells).collect());
    }
    rows
}

fn shown(cell: Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Missing => "..".to_owned(),
        Cell::Suppressed => ":".to_owned(),
        Cell::NotApplicable => ".".to_owned(),
    }
}

/// The result in words and its first rows.
fn describe(card: &mut Card, outcome: &Outcome, lang: Lang) {
    if let Some(matched) = &outcome.matched {
        let on: Vec<String> = matched
            .on
            .iter()
            .map(|name| lower(&terms::dimension(lang, name)))
            .collect();
        card.lines.push(words::matched(lang, &on, matched.both));
        let (first, second) = (&matched.alone_first, &matched.alone_second);
        card.lines.extend(words::alone(lang, first, second));
        let sides = [(true, &matched.only_first), (false, &matched.only_second)];
        for (is_first, side) in sides {
            for (dimension, values) in side {
                let dimension = lower(&terms::dimension(lang, dimension));
                card.lines
                    .push(words::unmatched(lang, is_first, &dimension, values));
            }
        }
        if matched.keys_first + matched.keys_second > 0 {
            card.lines.push(words::without_partner(
                lang,
                matched.keys_first,
                matched.keys_second,
            ));
        }
    }
    for (file, remark) in &outcome.remarks {
        card.lines.push(words::remark(lang, stem(file), remark));
    }
    let Some(table) = outcome.dataset.tables.first() else {
        return;
    };
    let heads = table
        .dimensions
        .iter()
        .map(|column| outcome.dataset.dimension_name(lang, &column.name));
    let measures = table
        .measures
        .iter()
        .map(|column| outcome.dataset.measure_name(lang, &column.name));
    card.rows.push(heads.chain(measures).collect());
    for row in 0..table.rows.min(SHOWN_ROWS) {
        let labels = table.dimensions.iter().map(|column| {
            let code = &column.codes[column.rows.get(row) as usize];
            let label = outcome.dataset.label(&column.name, code);
            label.map_or(code.clone(), |label| label.name.get(lang).to_owned())
        });
        let cells = table
            .measures
            .iter()
            .map(|measure| shown(measure.cells.get(row)));
        card.rows.push(labels.chain(cells).collect());
    }
}

fn stem_and_ending(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
