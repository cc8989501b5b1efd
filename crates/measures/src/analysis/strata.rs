//! Events and exposure of several groups in the same strata.

use crate::{Answer, Measure, answer, codes_of, span};
use data::Dataset;
use stats::{Cell, Status, rate};

use super::{Failure, Scope, parts};

/// Ages and years lie nearer to zero than this, so that sums and differences of them are numbers too.
pub(super) const FURTHEST: u32 = 1_000_000;

/// How single ages become strata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ages {
    /// As they are in the table.
    #[default]
    Single,
    /// Neighbouring ages are merged, from the youngest, as far as some group has nobody there.
    MergedAsNeeded,
    /// Bands that begin at these ages.
    From(Vec<i32>),
}

/// Events and exposure in one stratum, or why they are not known.
pub(super) type Part = Result<(f64, f64), Status>;

/// Groups side by side, each in the same strata.
#[derive(Clone)]
pub(super) struct Strata {
    /// What was answered: its table, notes and denominator.
    pub(super) answer: Answer,
    /// Keys of the groups, in display order.
    pub(super) groups: Vec<Vec<String>>,
    /// Labels of the strata along each dimension.
    pub(super) labels: Vec<Vec<String>>,
    /// For each group the parts of its strata, the last dimension running fastest.
    pub(super) parts: Vec<Vec<Part>>,
}

impl Strata {
    /// Asks for rates by the dimensions of the groups and then of the strata.
    ///
    /// A combination that the table has no row for holds neither people nor events.
    pub(super) fn ask(
        dataset: &Dataset,
        scope: &Scope,
        by: &[String],
        over: &[String],
    ) -> Result<Strata, Failure> {
        let question = scope.question(Measure::Rate, by.iter().chain(over).cloned());
        let answer = answer(dataset, &question)?;
        let mut groups: Vec<Vec<String>> = Vec::new();
        for row in &answer.rows {
            let key = &row.key[..by.len()];
            if groups.last().is_none_or(|last| last != key) {
                groups.push(key.to_vec());
            }
        }
        let labels: Vec<Vec<String>> = over
            .iter()
            .enumerate()
            .map(|(place, dimension)| {
                let occurs = |code: &String| {
                    let mut keys = answer.rows.iter();
                    keys.any(|row| row.key[by.len() + place] == *code)
                };
                let mut codes = codes_of(dataset, dimension);
                codes.retain(occurs);
                codes
            })
            .collect();
        let strata: usize = labels.iter().map(Vec::len).product();
        let mut parts_of = vec![vec![Ok((0.0, 0.0)); strata]; groups.len()];
        for row in &answer.rows {
            let group = groups.iter().position(|key| *key == row.key[..by.len()]);
            let stratum =
                row.key[by.len()..]
                    .iter()
                    .zip(&labels)
                    .try_fold(0, |index, (code, codes)| {
                        let place = codes.iter().position(|known| known == code)?;
                        Some(index * codes.len() + place)
                    });
            if let (Some(group), Some(stratum)) = (group, stratum) {
                parts_of[group][stratum] = parts(row);
            }
        }
        Ok(Strata {
            answer,
            groups,
            labels,
            parts: parts_of,
        })
    }

    /// The position of a group.
    pub(super) fn group(&self, key: &[String]) -> Result<usize, Failure> {
        self.groups
            .iter()
            .position(|known| known == key)
            .ok_or_else(|| Failure::NoSuchGroup(key.to_vec()))
    }

    /// Labels of the strata in the order of [`Strata::parts`].
    pub(super) fn names(&self) -> Vec<Vec<String>> {
        let mut names = vec![Vec::new()];
        for codes in &self.labels {
            names = names
                .iter()
                .flat_map(|name: &Vec<String>| {
                    codes.iter().map(move |code| {
                        let mut name = name.clone();
                        name.push(code.clone());
                        name
                    })
                })
                .collect();
        }
        names
    }

    /// Merges ages along the dimension `place`, looking at the groups in `among` only.
    pub(super) fn with_ages(
        mut self,
        place: usize,
        ages: &Ages,
        among: &[usize],
    ) -> Result<Strata, Failure> {
        let codes = &self.labels[place];
        let bands: Vec<Vec<usize>> = match ages {
            Ages::Single => return Ok(self),
            Ages::MergedAsNeeded => self.occupied_bands(place, among),
            Ages::From(starts) => {
                let mut bands: Vec<Vec<usize>> = Vec::new();
                let mut band = None;
                for (index, code) in codes.iter().enumerate() {
                    let (age, _) = span(code).ok_or_else(|| not_numbers("age"))?;
                    let belongs = starts.iter().filter(|start| **start <= age).count();
                    match bands.last_mut() {
                        Some(last) if band == Some(belongs) => last.push(index),
                        _ => bands.push(vec![index]),
                    }
                    band = Some(belongs);
                }
                bands
            }
        };
        let inner: usize = self.labels[place + 1..].iter().map(Vec::len).product();
        let block = codes.len() * inner;
        for parts in &mut self.parts {
            let mut merged = Vec::with_capacity(parts.len());
            for outer in parts.chunks(block.max(1)) {
                for band in &bands {
                    for rest in 0..inner {
                        let cells = band.iter().map(|code| outer[code * inner + rest]);
                        merged.push(merge(cells));
                    }
                }
            }
            *parts = merged;
        }
        let joined = bands.iter().map(|band| match band.as_slice() {
            [first, .., last] => join(&codes[*first], &codes[*last]),
            _ => band.iter().map(|only| codes[*only].clone()).collect(),
        });
        self.labels[place] = joined.collect();
        Ok(self)
    }

    /// Bands of neighbouring codes, as small as they can be while every group has somebody in
    /// each of their strata.
    fn occupied_bands(&self, place: usize, among: &[usize]) -> Vec<Vec<usize>> {
        let size = self.labels[place].len();
        let inner: usize = self.labels[place + 1..].iter().map(Vec::len).product();
        let strata: usize = self.labels.iter().map(Vec::len).product();
        let block = size * inner;
        let occupied = |band: &[usize]| {
            among.iter().all(|group| {
                (0..strata / block.max(1)).all(|outer| {
                    (0..inner).all(|rest| {
                        band.iter().any(|code| {
                            let part = self.parts[*group][outer * block + code * inner + rest];
                            part.is_err() || part.is_ok_and(|(_, exposure)| exposure > 0.0)
                        })
                    })
                })
            })
        };
        let mut bands: Vec<Vec<usize>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for code in 0..size {
            open.push(code);
            if occupied(&open) {
                bands.push(std::mem::take(&mut open));
            }
        }
        // What is left at the top joins the last band that is complete.
        match bands.last_mut() {
            Some(last) => last.append(&mut open),
            None => bands.push(open),
        }
        bands
    }
}

fn not_numbers(dimension: &str) -> Failure {
    Failure::NotNumbers {
        dimension: dimension.to_owned(),
    }
}

/// Strata pooled into one: sum over sum.
fn merge(parts: impl Iterator<Item = Part>) -> Part {
    let cells: Vec<(Cell, Cell)> = parts
        .map(|part| part.map(|(x, t)| (Cell::Number(x), Cell::Number(t))))
        .collect::<Result<_, Status>>()?;
    let pooled = rate::pooled(&cells)?;
    Ok((pooled.events, pooled.exposure))
}

/// All strata of a group pooled.
pub(super) fn whole(parts: &[Part]) -> Part {
    merge(parts.iter().copied())
}

/// Events and exposure as two lists; the first reason when something is not known.
pub(super) fn columns(parts: &[Part]) -> Result<(Vec<f64>, Vec<f64>), Status> {
    parts
        .iter()
        .copied()
        .collect::<Result<Vec<_>, Status>>()
        .map(|pairs| pairs.into_iter().unzip())
}

fn join(first: &str, last: &str) -> String {
    match (span(first), span(last)) {
        (Some((from, _)), Some((_, to))) => format!("{from}-{to}"),
        _ => format!("{first}-{last}"),
    }
}
