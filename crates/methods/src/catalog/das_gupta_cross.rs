//! The gap between two rates with a two-way composition.

use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Formula, Literal, Named, Pair, Profile, Reading, Script, Table,
    Unit, Values, Word, key, s, w,
};
use stats::Status;
use stats::decompose;

use super::arguments::Arguments;
use super::kitagawa::{BY_RATES, decompose_gap, mean, of_effects};
use super::method::{Answer, Field, Method, OnData, PER, STATUS, ok, out, per, table};

/// Das Gupta's three effects of a cross-classification.
#[derive(Clone, Debug, PartialEq)]
pub struct Cross {
    /// Number of columns; cells run row by row.
    pub columns: usize,
    /// Cells of the first population.
    pub first: Vec<Pair>,
    /// Cells of the second.
    pub second: Vec<Pair>,
}

impl Arithmetic for Cross {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::Effects(vec![
                (Word::Composition(0, true), "rows"),
                (Word::Composition(1, true), "columns"),
                (BY_RATES, "rates"),
            ]),
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let table = |cells: &[Pair], of: fn(&Pair) -> f64| -> Vec<Vec<f64>> {
            let rows = cells.chunks(self.columns.max(1));
            rows.map(|row| row.iter().map(of).collect()).collect()
        };
        let both = |cells: &[Pair]| (table(cells, |cell| cell.0), table(cells, |cell| cell.1));
        let ((x1, t1), (x2, t2)) = (both(&self.first), both(&self.second));
        let found = decompose::das_gupta_cross(&t1, &x1, &t2, &x2)?;
        Ok(vec![
            ("rate1", found.rate1),
            ("rate2", found.rate2),
            ("value", found.gap),
            ("rows", found.row_effect),
            ("columns", found.column_effect),
            ("rates", found.rate_effect),
        ])
    }

    fn derivation(&self, values: Values) -> Derivation {
        let by = |place| w(Word::Composition(place, true));
        let change = |letter: &str, others: [&str; 2]| {
            let change = s(&format!("{letter}₁")).minus(s(&format!("{letter}₂")));
            Formula::Product(vec![mean(&others[..1]), mean(&others[1..]), change]).total()
        };
        let effect = |name: &str| Formula::computed(values.or_zero(name));
        let formula = Formula::Lines(vec![
            key("difference").equals(Formula::Sum(vec![by(0), by(1), w(BY_RATES)])),
            by(0).equals(change("A", ["r", "B"])),
            by(1).equals(change("B", ["r", "A"])),
            w(BY_RATES).equals(mean(&["A", "B"]).times(s("r₁").minus(s("r₂"))).total()),
            s("A").equals(cell_share("T•ⱼ", "Tᵢ•")),
            s("B").equals(cell_share("Tᵢ•", "T•ⱼ")),
            s("r").equals(s("xᵢⱼ").over(s("Tᵢⱼ"))),
        ]);
        Derivation::new(Unit::RatePoints, formula)
            .rows(Table::of_populations(&self.first, &self.second))
            .substituted(Formula::Sum(
                ["rows", "columns", "rates"].map(effect).to_vec(),
            ))
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::populations(&self.first, &self.second);
        all.push(("columns", Literal::Number(self.columns as f64)));
        all
    }

    fn script(&self) -> Script {
        Script {
            python: r#"def factors(x, t):  # for each cell its row factor, its column factor and its rate
    table = [t[i:i + columns] for i in range(0, len(t), columns)]
    rows = [math.fsum(row) for row in table]
    cols = [math.fsum(col) for col in zip(*table)]
    total = math.fsum(t)
    cells = []
    for i, row in enumerate(table):
        for j, n in enumerate(row):
            a = math.sqrt(n / cols[j] * rows[i] / total)
            b = math.sqrt(n / rows[i] * cols[j] / total)
            cells.append((a, b, x[i * columns + j] / n))
    return cells

one, two = factors(x1, t1), factors(x2, t2)
rate1 = math.fsum(a * b * r for a, b, r in one)
rate2 = math.fsum(a * b * r for a, b, r in two)
pairs = [p + s for p, s in zip(one, two)]
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", math.fsum((r + R) / 2 * (b + B) / 2 * (a - A) for a, b, r, A, B, R in pairs))
show("columns", math.fsum((r + R) / 2 * (a + A) / 2 * (b - B) for a, b, r, A, B, R in pairs))
show("rates", math.fsum((a * b + A * B) / 2 * (r - R) for a, b, r, A, B, R in pairs))
"#,
            r: r#"factors <- function(x, t) { # for each cell its row factor, its column factor and its rate
  n <- matrix(t, ncol = columns, byrow = TRUE)
  rows <- matrix(rowSums(n), nrow(n), columns)
  cols <- matrix(colSums(n), nrow(n), columns, byrow = TRUE)
  list(a = sqrt(n / cols * rows / sum(n)), b = sqrt(n / rows * cols / sum(n)),
       r = matrix(x, ncol = columns, byrow = TRUE) / n)
}
one <- factors(x1, t1)
two <- factors(x2, t2)
rate1 <- sum(one$a * one$b * one$r)
rate2 <- sum(two$a * two$b * two$r)
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("rows", sum((one$r + two$r) / 2 * (one$b + two$b) / 2 * (one$a - two$a)))
show("columns", sum((one$r + two$r) / 2 * (one$a + two$a) / 2 * (one$b - two$b)))
show("rates", sum((one$a * one$b + two$a * two$b) / 2 * (one$r - two$r)))
"#,
        }
    }

    fn caveats(&self, values: Values) -> Vec<Caveat> {
        of_effects(["rows", "columns", "rates"].map(|name| values.or_zero(name)))
    }
}

/// The root of the cell's share within a margin times the other margin's share of the whole.
fn cell_share(within: &str, margin: &str) -> Formula {
    let share = s("Tᵢⱼ").over(s(within));
    Formula::Root(Box::new(share.times(s(margin).over(s("T••")))))
}

/// The method.
pub static METHOD: Method = Method {
    name: "das_gupta_cross",
    title: "gap between two rates with a two-way composition",
    field: Field::Decomposition,
    inputs: &[
        table("exposure1"),
        table("exposure2"),
        table("events1"),
        table("events2"),
        PER,
    ],
    outputs: &[
        out("rate1"),
        out("rate2"),
        out("gap"),
        out("row_effect"),
        out("col_effect"),
        out("rate_effect"),
        STATUS,
    ],
    run: Some(das_gupta_cross),
    on_data: Some(OnData {
        about: "the same over two dimensions.",
        run: decompose_gap,
    }),
    ..Method::NONE
};

fn das_gupta_cross(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let answer = decompose::das_gupta_cross(
        &a.table("exposure1")?,
        &a.table("events1")?,
        &a.table("exposure2")?,
        &a.table("events2")?,
    )?;
    ok([
        (answer.rate1 * per).into(),
        (answer.rate2 * per).into(),
        (answer.gap * per).into(),
        (answer.row_effect * per).into(),
        (answer.column_effect * per).into(),
        (answer.rate_effect * per).into(),
    ])
}
