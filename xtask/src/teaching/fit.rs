//! Two-way tables made to agree with printed totals: iterative proportional fitting, then
//! controlled rounding to whole numbers that keep every row and column total to the unit.

use super::dice::Dice;

/// A table of weights or whole numbers, `table[row][column]`.
pub type Grid<T> = Vec<Vec<T>>;

/// Splits `total` in proportion to `weights` by largest remainder; ties go to the first.
pub fn apportion(weights: &[f64], total: u32) -> Vec<u32> {
    let sum: f64 = weights.iter().sum();
    assert!(sum > 0.0 || total == 0, "nothing to share {total} over");
    if total == 0 {
        return vec![0; weights.len()];
    }
    let quotas: Vec<f64> = weights.iter().map(|w| w / sum * f64::from(total)).collect();
    let mut parts: Vec<u32> = quotas.iter().map(|q| *q as u32).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder = |i: usize| quotas[i] - f64::from(parts[i]);
    order.sort_by(|&a, &b| remainder(b).total_cmp(&remainder(a)));
    let missing = (total - parts.iter().sum::<u32>()) as usize;
    for &i in order.iter().take(missing) {
        parts[i] += 1;
    }
    parts
}

/// Scales rows and columns of `seed` in turn until both sets of totals are met.
pub fn rake(mut seed: Grid<f64>, rows: &[u32], columns: &[u32]) -> Grid<f64> {
    for _ in 0..2000 {
        let mut worst = 0.0_f64;
        for (line, &total) in seed.iter_mut().zip(rows) {
            let sum: f64 = line.iter().sum();
            worst = worst.max((sum - f64::from(total)).abs());
            let scale = if sum > 0.0 {
                f64::from(total) / sum
            } else {
                0.0
            };
            line.iter_mut().for_each(|cell| *cell *= scale);
        }
        for (c, &total) in columns.iter().enumerate() {
            let sum: f64 = seed.iter().map(|line| line[c]).sum();
            worst = worst.max((sum - f64::from(total)).abs());
            let scale = if sum > 0.0 {
                f64::from(total) / sum
            } else {
                0.0
            };
            seed.iter_mut().for_each(|line| line[c] *= scale);
        }
        if worst < 1e-9 {
            break;
        }
    }
    seed
}

/// Rounds each cell up or down so that the totals hold. Which cells go up is drawn with chances
/// close to their fractions; augmenting paths then repair the totals the draw has missed.
pub fn round_to_totals(
    table: &Grid<f64>,
    rows: &[u32],
    columns: &[u32],
    dice: &mut Dice,
) -> Grid<u32> {
    let whole = |cell: f64| (cell - 1e-7).max(0.0) as u32;
    let mut grid: Grid<u32> = table
        .iter()
        .map(|line| line.iter().map(|&cell| whole(cell)).collect())
        .collect();
    let mut row_need: Vec<u32> = rows
        .iter()
        .zip(&grid)
        .map(|(total, line)| total - line.iter().sum::<u32>())
        .collect();
    let mut column_need: Vec<u32> = columns
        .iter()
        .enumerate()
        .map(|(c, total)| total - grid.iter().map(|line| line[c]).sum::<u32>())
        .collect();

    let mut draws = Vec::new();
    for (r, line) in table.iter().enumerate() {
        for (c, &cell) in line.iter().enumerate() {
            let fraction = cell - f64::from(grid[r][c]);
            if fraction > 1e-6 {
                draws.push((dice.uniform() / fraction, r, c));
            }
        }
    }
    draws.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut up: Grid<Option<bool>> = table.iter().map(|line| vec![None; line.len()]).collect();
    for &(_, r, c) in &draws {
        let take = row_need[r] > 0 && column_need[c] > 0;
        up[r][c] = Some(take);
        if take {
            row_need[r] -= 1;
            column_need[c] -= 1;
        }
    }
    for (r, need) in row_need.iter().enumerate() {
        for _ in 0..*need {
            let end = augment(&mut up, r, &column_need);
            column_need[end] -= 1;
        }
    }
    for (line, ups) in grid.iter_mut().zip(&up) {
        for (cell, taken) in line.iter_mut().zip(ups) {
            *cell += u32::from(*taken == Some(true));
        }
    }
    grid
}

/// Breadth-first from `start` over cells that may still go up (row to column) and cells that
/// already did (column back to row), until a column with a need is found. Flips the path.
fn augment(up: &mut Grid<Option<bool>>, start: usize, column_need: &[u32]) -> usize {
    let mut came_from: Vec<Option<usize>> = vec![None; column_need.len()];
    let mut left_by: Vec<Option<usize>> = vec![None; up.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(r) = queue.pop_front() {
        for c in 0..column_need.len() {
            if up[r][c] != Some(false) || came_from[c].is_some() {
                continue;
            }
            came_from[c] = Some(r);
            if column_need[c] > 0 {
                let mut column = c;
                while let Some(row) = came_from[column] {
                    up[row][column] = Some(true);
                    if row == start {
                        break;
                    }
                    let Some(previous) = left_by[row] else { break };
                    up[row][previous] = Some(false);
                    column = previous;
                }
                return c;
            }
            for (row, line) in up.iter().enumerate() {
                if line[c] == Some(true) && row != start && left_by[row].is_none() {
                    left_by[row] = Some(c);
                    queue.push_back(row);
                }
            }
        }
    }
    panic!("the totals do not fit the table: row {start} cannot be filled");
}

/// [`rake`], then [`round_to_totals`].
pub fn fit(seed: Grid<f64>, rows: &[u32], columns: &[u32], dice: &mut Dice) -> Grid<u32> {
    assert_eq!(
        rows.iter().sum::<u32>(),
        columns.iter().sum::<u32>(),
        "totals disagree"
    );
    round_to_totals(&rake(seed, rows, columns), rows, columns, dice)
}

/// The value at `x` on the broken line through `knots`, level outside them.
pub fn broken_line(knots: &[(f64, f64)], x: f64) -> f64 {
    let (first, last) = (knots[0], knots[knots.len() - 1]);
    if x <= first.0 {
        return first.1;
    }
    for pair in knots.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if x <= x1 {
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
        }
    }
    last.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_every_total_and_moves_no_cell_by_a_whole_unit() {
        let rows = [7, 0, 5, 3];
        let columns = [4, 5, 6];
        let seed = vec![
            vec![1.0, 2.0, 4.0],
            vec![1.0; 3],
            vec![3.0, 0.0, 1.0],
            vec![0.2; 3],
        ];
        let raked = rake(seed, &rows, &columns);
        let grid = round_to_totals(&raked, &rows, &columns, &mut Dice::named("test"));
        for (line, total) in grid.iter().zip(rows) {
            assert_eq!(line.iter().sum::<u32>(), total);
        }
        for (c, total) in columns.into_iter().enumerate() {
            assert_eq!(grid.iter().map(|line| line[c]).sum::<u32>(), total);
        }
        for (line, exact) in grid.iter().zip(&raked) {
            for (cell, exact) in line.iter().zip(exact) {
                assert!((f64::from(*cell) - exact).abs() < 1.0);
            }
        }
        assert_eq!(grid[2][1], 0, "an impossible cell stays empty");
    }

    #[test]
    fn apportioned_parts_sum_to_the_total() {
        assert_eq!(apportion(&[1.0, 1.0, 1.0], 5), [2, 2, 1]);
        assert_eq!(apportion(&[0.0, 3.0], 2), [0, 2]);
    }
}
