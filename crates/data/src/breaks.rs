//! Breaks in a series that the description of a package tells of: from a year on, what is counted is another thing.

use kernels::Texts;

use super::dataset::Names;
use super::descriptor::DeclaredBreak;
use super::table::{Break, Coverage, Table};

/// Puts the breaks of a description to a table that has been read; what the table does not have of what they name.
pub fn settle(table: &mut Table, declared: &[DeclaredBreak]) -> Result<(), String> {
    if table.rows == 0 {
        return Ok(());
    }
    for (at, one) in declared.iter().enumerate() {
        let of = one.codes();
        let found = rows(table, one.year, &of);
        let rows = found.map_err(|lacking| format!("{}.breaks[{at}].{lacking}", table.name))?;
        table.breaks.push(Break {
            year: one.year,
            of,
            note: Names::from(&one.note),
            rows,
        });
    }
    Ok(())
}

/// The rows that a break is at: of each series the first from the year on, where there are rows before it or it is
/// that of the year itself.
fn rows(table: &Table, year: i32, of: &Coverage) -> Result<Vec<u32>, String> {
    let years = table.dimension("year").ok_or("year")?;
    let years_of: Vec<Option<i32>> = years.codes.iter().map(|code| code.parse().ok()).collect();
    let mut wanted = Vec::new();
    for (name, codes) in of.iter() {
        let column = table.dimension(name).filter(|_| name != "year");
        let column = column.ok_or_else(|| format!("where.{name}"))?;
        if let Some(code) = codes.iter().find(|code| !column.codes.contains(code)) {
            return Err(format!("where.{name}: {code}"));
        }
        let is_of = column.codes.iter().map(|code| codes.contains(code));
        wanted.push((&column.rows, is_of.collect::<Vec<bool>>()));
    }
    let others = || table.dimensions.iter().filter(|one| one.name != "year");
    let mut known = Texts::default();
    let mut series: Vec<(bool, Option<(i32, u32)>)> = Vec::new();
    let mut key = Vec::new();
    for row in 0..table.rows {
        let mut wanted = wanted.iter();
        let is_of = wanted.all(|(rows, is_of)| is_of[rows.get(row) as usize]);
        let of_row = years_of[years.rows.get(row) as usize].filter(|_| is_of);
        let Some(of_row) = of_row else { continue };
        key.clear();
        for column in others() {
            key.extend_from_slice(&column.rows.get(row).to_le_bytes());
        }
        let place = known.number(&key) as usize;
        if place == series.len() {
            series.push((false, None));
        }
        let (has_before, first) = &mut series[place];
        *has_before |= of_row < year;
        if of_row >= year && first.is_none_or(|(known, _)| of_row < known) {
            *first = Some((of_row, row as u32));
        }
    }
    let at = |(has_before, first): (bool, Option<(i32, u32)>)| {
        first.filter(|(of_row, _)| has_before || *of_row == year)
    };
    let found = series.into_iter().filter_map(at);
    let mut rows: Vec<u32> = found.map(|(_, row)| row).collect();
    kernels::stable_sort::sort_by(&mut rows, &Ord::cmp);
    Ok(rows)
}
