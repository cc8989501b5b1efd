//! The register as person files: who lived in the country on each 1 January, and every move out of it.
//!
//! The tables are counted from totals; here each total is made of people. In a year some emigrate, some come
//! back, some arrive and some die, as many as the totals of both dates ask for, and at the turn of the
//! year some have finished a degree. Counting the files gives the tables back.

use super::codes::{
    AGES, BACHELOR, COHORTS, DESTINATIONS, EDUCATION, FIRST_YEAR, GROUPS, ORIGINS, YEARS,
};
use super::countries::{Base, bases};
use super::dice::Dice;
use super::population::{Place, Population, first_year, observed_years, origins_of};
use super::register::Emigration;
use std::io::{self, Write};

/// The first 1 January after the data.
pub const LAST_JANUARY: usize = YEARS;
/// So long after an emigration a person who is back stays.
const FOLLOWED: usize = 10;

/// The three files that are written.
pub struct Files<W: Write> {
    /// One row a person.
    pub person: W,
    /// One row a person and 1 January.
    pub resident: W,
    /// One row a move.
    pub emigration: W,
}

/// Somebody.
#[derive(Clone, Copy)]
struct Person {
    number: u64,
    /// Position in [`bases`], once it matters.
    base: Option<usize>,
    /// Back until this 1 January at least; 0 for who has not been away.
    back_until: usize,
    /// Whether they were resident on the 1 January of the year at hand.
    since_january: bool,
}

/// The people of one birth year in a group and an origin, by education: those who may emigrate, and those
/// who have come back and stay.
struct Cohort {
    group: usize,
    origin: usize,
    born: u32,
    movable: [Vec<Person>; 2],
    settled: [Vec<Person>; 2],
    /// Who comes back in a year, with the education they left with.
    coming: Vec<Vec<(Person, usize)>>,
}

/// Writes the files, of some groups when they are named.
pub fn write<W: Write>(
    population: &Population,
    emigrations: &[Emigration],
    groups: &[&str],
    files: &mut Files<W>,
) -> io::Result<()> {
    writeln!(
        files.person,
        "person,birth_year,group,origin_base,death_year"
    )?;
    writeln!(files.resident, "person,year,education")?;
    writeln!(
        files.emigration,
        "person,emigration_no,year,education,destination_country"
    )?;
    let mut writer = Writer {
        files,
        bases: bases(),
        dice: Dice::named("people"),
        people: 0,
    };
    let mut moves = by_cohort(emigrations);
    let wanted = |group: &usize| groups.is_empty() || groups.contains(&GROUPS[*group]);
    for group in (0..GROUPS.len()).filter(wanted) {
        for origin in origins_of(group) {
            for cohort in 0..COHORTS {
                let moves = std::mem::take(&mut moves[place(group, origin, cohort)]);
                writer.cohort(population, (group, origin, cohort), moves)?;
            }
        }
    }
    Ok(())
}

fn place(group: usize, origin: usize, cohort: usize) -> usize {
    (group * (ORIGINS.len() + 1) + origin) * COHORTS + cohort
}

/// The emigrations of each cohort by year.
fn by_cohort(emigrations: &[Emigration]) -> Vec<Vec<Vec<Emigration>>> {
    let places = GROUPS.len() * (ORIGINS.len() + 1) * COHORTS;
    let mut all = vec![vec![Vec::new(); YEARS]; places];
    for e in emigrations {
        let cohort = e.place.year + AGES - 1 - e.place.age;
        all[place(e.place.group, e.place.origin, cohort)][e.place.year].push(*e);
    }
    all
}

struct Writer<'a, W: Write> {
    files: &'a mut Files<W>,
    bases: Vec<Base>,
    dice: Dice,
    people: u64,
}

impl<W: Write> Writer<'_, W> {
    fn cohort(
        &mut self,
        population: &Population,
        (group, origin, cohort): (usize, usize, usize),
        moves: Vec<Vec<Emigration>>,
    ) -> io::Result<()> {
        let first = first_year(cohort);
        let after = first + observed_years(cohort);
        let stock = |year: usize, education: usize| {
            let age = year + AGES - 1 - cohort;
            population.at(Place {
                group,
                origin,
                education,
                age,
                year,
            })
        };
        let mut people = Cohort {
            group,
            origin,
            born: 1965 + cohort as u32,
            movable: [0, 1].map(|e| (0..stock(first, e)[0]).map(|_| self.somebody()).collect()),
            settled: Default::default(),
            coming: vec![Vec::new(); LAST_JANUARY + FOLLOWED],
        };
        for (year, moves) in moves.iter().enumerate().take(after).skip(first) {
            self.list_residents(&mut people, year)?;
            for e in moves {
                self.emigrate(&mut people, e, year)?;
            }
            self.fill(&mut people, year, [0, 1].map(|e| stock(year, e)[1]))?;
            if year + 1 < after {
                graduate(
                    &mut people,
                    stock(year + 1, BACHELOR)[0] as usize,
                    &mut self.dice,
                );
            }
        }
        self.list_residents(&mut people, after)?;
        // Past the ages of the tables only those who were away are followed.
        let stayed: Vec<Person> = people.movable.iter_mut().flat_map(std::mem::take).collect();
        for person in stayed {
            self.list_person(&people, person, None)?;
        }
        for year in after..LAST_JANUARY {
            for (person, education) in std::mem::take(&mut people.coming[year]) {
                people.settled[education].push(person);
            }
            self.list_residents(&mut people, year + 1)?;
        }
        let back: Vec<Person> = people.settled.iter_mut().flat_map(std::mem::take).collect();
        let away: Vec<Person> = people
            .coming
            .iter()
            .flatten()
            .map(|(person, _)| *person)
            .collect();
        for person in back.into_iter().chain(away) {
            self.list_person(&people, person, None)?;
        }
        Ok(())
    }

    fn somebody(&mut self) -> Person {
        self.people += 1;
        Person {
            number: self.people,
            base: None,
            back_until: 0,
            since_january: false,
        }
    }

    /// The rows of a 1 January.
    fn list_residents(&mut self, people: &mut Cohort, year: usize) -> io::Result<()> {
        for pools in [&mut people.movable, &mut people.settled] {
            for (education, pool) in pools.iter_mut().enumerate() {
                for person in pool {
                    person.since_january = true;
                    let year = FIRST_YEAR as usize + year;
                    writeln!(
                        self.files.resident,
                        "{},{year},{}",
                        person.number, EDUCATION[education]
                    )?;
                }
            }
        }
        Ok(())
    }

    fn list_person(
        &mut self,
        people: &Cohort,
        person: Person,
        died: Option<usize>,
    ) -> io::Result<()> {
        let base = person.base.or_else(|| self.base_of(people, None));
        let base = base.map_or("", |base| self.bases[base].name);
        let died = died.map_or(String::new(), |year| {
            (FIRST_YEAR as usize + year).to_string()
        });
        let group = GROUPS[people.group];
        writeln!(
            self.files.person,
            "{},{},{group},{base},{died}",
            person.number, people.born
        )
    }

    /// A base group that somebody of the cohort can come from who moves to `destination`; for the majority
    /// only where the move goes to the country of origin.
    fn base_of(&mut self, people: &Cohort, destination: Option<usize>) -> Option<usize> {
        let goes_home = destination == Some(0);
        if people.group == GROUPS.len() - 1 && !goes_home {
            return None;
        }
        let fits = |base: &Base| {
            let own = people.origin == ORIGINS.len() || base.origin == people.origin;
            own && destination.is_none_or(|to| goes_home || !base.fills(to))
        };
        let all: Vec<usize> = (0..self.bases.len())
            .filter(|at| fits(&self.bases[*at]))
            .collect();
        all.get(self.dice.below(all.len())).copied()
    }

    fn emigrate(&mut self, people: &mut Cohort, e: &Emigration, year: usize) -> io::Result<()> {
        let education = e.place.education;
        let pool = &mut people.movable[education];
        let mut person = match pool.is_empty() {
            // Who arrived after 1 January and left before the next.
            true => self.somebody(),
            false => pool.swap_remove(self.dice.below(pool.len())),
        };
        person.base = self.base_of(people, Some(e.destination));
        let country = self.country_of(person, e.destination);
        let number = person.number;
        let (in_year, level) = (FIRST_YEAR as usize + year, EDUCATION[education]);
        writeln!(
            self.files.emigration,
            "{number},1,{in_year},{level},{country}"
        )?;
        match e.returned_after {
            Some(1) => {
                person.back_until = year + FOLLOWED;
                people.settled[education].push(person);
            }
            Some(years) => {
                person.back_until = year + FOLLOWED;
                person.since_january = false;
                people.coming[year + years - 1].push((person, education));
            }
            None => self.list_person(people, person, None)?,
        }
        Ok(())
    }

    /// A country of the destination that is, or is not, where the person comes from.
    fn country_of(&mut self, person: Person, destination: usize) -> &'static str {
        if DESTINATIONS[destination] == "unknown" {
            return "";
        }
        let fits = |(at, base): &(usize, &Base)| match destination {
            0 => person.base == Some(*at),
            _ => person.base != Some(*at),
        } && (destination == 0 || base.countries.iter().any(|(_, to)| *to == destination));
        let all: Vec<usize> = self
            .bases
            .iter()
            .enumerate()
            .filter(fits)
            .map(|(at, _)| at)
            .collect();
        let base = &self.bases[all[self.dice.below(all.len())]];
        let countries: Vec<&str> = base
            .countries
            .iter()
            .filter(|(_, to)| destination == 0 || *to == destination)
            .map(|(country, _)| *country)
            .collect();
        countries[self.dice.below(countries.len())]
    }

    /// Brings the cohort to the totals of 31 December: those who come back take their places, others arrive,
    /// and where there are too many some die.
    fn fill(&mut self, people: &mut Cohort, year: usize, wanted: [u32; 2]) -> io::Result<()> {
        let lacks = |people: &Cohort, e: usize| {
            wanted[e] as i64 - (people.movable[e].len() + people.settled[e].len()) as i64
        };
        for (person, _) in std::mem::take(&mut people.coming[year]) {
            let education = usize::from(lacks(people, 1) > lacks(people, 0));
            people.settled[education].push(person);
        }
        for education in 0..EDUCATION.len() {
            let lack = lacks(people, education);
            for _ in 0..lack.max(0) {
                people.movable[education].push(self.somebody());
            }
            for _ in lack.min(0)..0 {
                let pool = match people.movable[education].is_empty() {
                    true => &mut people.settled[education],
                    false => &mut people.movable[education],
                };
                let person = pool.swap_remove(self.dice.below(pool.len()));
                self.list_person(people, person, Some(year))?;
            }
        }
        Ok(())
    }
}

/// Moves people between the levels at the turn of the year, until so many have the higher one. Who has
/// just arrived keeps the level they came with.
fn graduate(people: &mut Cohort, wanted: usize, dice: &mut Dice) {
    loop {
        let now = people.movable[BACHELOR].len() + people.settled[BACHELOR].len();
        if now == wanted {
            return;
        }
        let (from, to) = if now < wanted {
            (0, BACHELOR)
        } else {
            (BACHELOR, 0)
        };
        let pools = [&mut people.movable, &mut people.settled];
        let moved = pools.into_iter().find_map(|pools| {
            // Tried at random first: nearly everybody was there on 1 January.
            let pool = &mut pools[from];
            let tried = (0..8)
                .map(|_| dice.below(pool.len()))
                .find(|at| pool.get(*at).is_some_and(|person| person.since_january));
            let at = tried.or_else(|| pool.iter().position(|person| person.since_january))?;
            let person = pool.swap_remove(at);
            pools[to].push(person);
            Some(())
        });
        assert!(moved.is_some(), "nobody is left to change education");
    }
}
