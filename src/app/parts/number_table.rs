//! The numbers of a panel as a real table.

use yew::prelude::*;

use super::linked_text;
use crate::app::shell::Handle;
use explain::Number;
use figures::table::NumberTable;
use measures::DEFAULT_LEVEL;
use text::{notes, words};

/// Properties of [`Numbers`].
#[derive(Properties, PartialEq)]
pub struct NumbersProps {
    /// The numbers.
    pub table: NumberTable,
    /// What each number is, by row and column; shorter where there is nothing to explain.
    #[prop_or_default]
    pub numbers: Vec<Vec<Option<Number>>>,
    /// How the intervals are formed.
    #[prop_or_default]
    pub method: AttrValue,
    /// The confidence level of the intervals.
    #[prop_or(DEFAULT_LEVEL)]
    pub level: f64,
    /// What the table is about.
    pub caption: AttrValue,
}

/// The numbers of a panel. The unrounded value travels in `data-value`.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let table = &props.table;
    let cells = || table.rows.iter().flat_map(|line| &line.cells);
    let any_small = cells().any(|cell| cell.small);
    let any_mark = cells().any(|cell| !cell.marks.is_empty());
    let any_interval = cells().any(|cell| !cell.interval.is_empty());
    let any_range = cells().any(|cell| !cell.range.is_empty());
    let number = |row: usize, column: usize| -> Vec<Number> {
        let found = props.numbers.get(row).and_then(|line| line.get(column));
        found.into_iter().flatten().cloned().collect()
    };
    html! {
        <>
        <div class="scroll" tabindex="0" role="region" aria-label={props.caption.clone()}>
            <table class="numbers">
                <caption>{ props.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ linked_text::worded(&shell, &table.stub) }</th>
                        for column in table.columns.iter() {
                            <th scope="col">{ linked_text::worded(&shell, column) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (row, line) in table.rows.iter().enumerate() {
                        <tr>
                            <th scope="row">{ line.head.clone() }</th>
                            for (column, cell) in line.cells.iter().enumerate() {
                                <td
                                    class={classes!(
                                        cell.small.then_some("small"),
                                        cell.value.is_none().then_some("absent"),
                                    )}
                                    data-value={cell.value.map(|value| value.to_string())}
                                >
                                    { linked_text::shown(&shell, &cell.text, number(row, column), props.level) }
                                    if !cell.interval.is_empty() {
                                        <span class="between">{ " (" }{ cell.interval.clone() }{ ")" }</span>
                                    }
                                    if !cell.range.is_empty() {
                                        <span class="between">{ " [" }{ cell.range.clone() }{ "]" }</span>
                                    }
                                    if !cell.marks.is_empty() {
                                        <sup>{ "\u{202f}" }{ cell.marks.clone() }</sup>
                                    }
                                    if cell.small {
                                        <span aria-hidden="true">{ "\u{202f}*" }</span>
                                    }
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
        if any_small {
            <p class="quiet">{ "* " }{ words::small_mark(lang) }</p>
        }
        if any_mark {
            <p class="quiet">{ notes::letters_of_marks(lang) }</p>
        }
        if any_interval {
            <p class="quiet">{ linked_text::worded(&shell, &words::in_brackets(lang, props.level, &props.method)) }</p>
        }
        if any_range {
            <p class="quiet">{ words::rounding_range(lang) }</p>
        }
        </>
    }
}
