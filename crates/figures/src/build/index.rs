//! Values by year as parts of the value in one of the years.

use measures::{Answer, Makeup, Measure, Row, Status, breaks};

use crate::spec::{Chart, PanelSpec};

use super::Words;

/// The numbers of a panel, by series and year.
type Grid = Vec<Vec<Option<Row>>>;

impl Words<'_> {
    /// The year that a panel is set against; none where that says nothing.
    pub(super) fn base_year(&self, spec: &PanelSpec) -> Option<&str> {
        let year = self.options.index.as_deref()?;
        let has_change = matches!(
            spec.question.measure,
            Measure::Rate | Measure::Emigrations | Measure::Population | Measure::PersonYears
        );
        (has_change && spec.chart == Chart::Line && spec.x == "year" && !spec.counts)
            .then_some(year)
    }

    /// The numbers as parts of those of a year. Over a break in the series, and where the sums are not over the
    /// same places, there is none.
    pub(super) fn indexed(
        &self,
        spec: &PanelSpec,
        answer: &Answer,
        codes: &[String],
        grid: &Grid,
    ) -> Option<Grid> {
        let base = self.base_year(spec)?;
        let place = codes.iter().position(|code| code == base)?;
        let question = &spec.question;
        let makeup = Makeup::of(self.dataset, question, answer);
        let table = self.dataset.table(&answer.table);
        let set_against = |row: &Row, base: &Row| -> Row {
            let keys = [row.key.as_slice(), base.key.as_slice()];
            let broken =
                table.and_then(|table| breaks::between(table, question, &row.key, &base.key));
            let is_broken = broken.is_some();
            let value = row.value.zip(base.value.filter(|value| *value > 0.0));
            let value = value.filter(|_| !is_broken && makeup.differs(keys).is_none());
            Row {
                key: row.key.clone(),
                numerator: None,
                denominator: None,
                value: value.map(|(value, base)| value / base),
                status: match (value, row.status) {
                    (Some(_), _) => Status::Ok,
                    (None, Status::Ok) => Status::NotApplicable,
                    (None, status) => status,
                },
                left_out: None,
                rounding: None,
            }
        };
        let of_series = |rows: &Vec<Option<Row>>| {
            let base = rows.get(place).and_then(Option::as_ref);
            let rows = rows.iter();
            rows.map(|row| Some(set_against(row.as_ref()?, base?)))
                .collect()
        };
        Some(grid.iter().map(of_series).collect())
    }
}
