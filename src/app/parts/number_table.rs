//! The numbers of a panel as a real table.

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::figures::table::NumberTable;
use crate::text::words;

/// Properties of [`Numbers`].
#[derive(Properties, PartialEq)]
pub struct NumbersProps {
    /// The numbers.
    pub table: NumberTable,
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
    let any_small = table
        .rows
        .iter()
        .flat_map(|line| &line.cells)
        .any(|cell| cell.small);
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={props.caption.clone()}>
            <table class="numbers">
                <caption>{ props.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ table.stub.clone() }</th>
                        for column in table.columns.iter() {
                            <th scope="col">{ column.clone() }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for line in table.rows.iter() {
                        <tr>
                            <th scope="row">{ line.head.clone() }</th>
                            for cell in line.cells.iter() {
                                <td
                                    class={classes!(
                                        cell.small.then_some("small"),
                                        cell.value.is_none().then_some("absent"),
                                    )}
                                    data-value={cell.value.map(|value| value.to_string())}
                                >
                                    { cell.text.clone() }
                                    if !cell.interval.is_empty() {
                                        <span class="between">{ format!(" ({})", cell.interval) }</span>
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
            if any_small {
                <p class="quiet">{ "* " }{ words::small_mark(lang) }</p>
            }
        </div>
    }
}
