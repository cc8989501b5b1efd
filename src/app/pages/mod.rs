//! One file a page.

pub mod embed;
pub mod report;

mod about;
mod analysis;
mod audit;
mod beyond;
mod calculator;
mod data;
mod explore;

use crate::app::parts::absent::Absent;
use crate::app::shell::Handle;
use state::Page;
use yew::prelude::*;

/// What stands between the header and the footer.
pub fn content(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Calculator => html! { <calculator::Calculator /> },
        Page::Beyond => html! { <beyond::Beyond /> },
        Page::Data => html! { <><Absent /><data::Data /></> },
        Page::About => html! { <about::About /> },
        Page::Tasks | Page::Task | Page::Class if shell.absence.is_none() => {
            crate::app::classroom::content(shell)
        }
        _ if shell.absence.is_some() => html! { <Absent /> },
        Page::Report { .. } => html! { <report::Report /> },
        Page::Explore => html! { <explore::Explore /> },
        Page::Analysis => html! { <analysis::Analysis /> },
        Page::Audit => html! { <audit::Audit /> },
        _ => Html::default(),
    }
}
