//! One file a page.

pub mod embed;
pub mod report;

mod about;
mod analysis;
mod audit;
mod calculator;
mod check;
mod data;
mod explore;
mod interviews;
mod overview;
mod recipes;

use std::rc::Rc;

use crate::app::parts::absent::Absent;
use crate::app::shell::Handle;
use crate::web::session;
use ::data::Dataset;
use state::Page;
use yew::prelude::*;

/// The data set that a page is shown with: the report's figures with one that has its groups, unless a
/// visitor's own is open.
pub fn dataset_for(shell: &Handle, page: Page) -> String {
    let lacks_groups = |dataset: &Rc<Dataset>| !dataset.own && !dataset.is_of_report();
    let other = page.is_of_report() && shell.dataset.as_ref().is_some_and(lacks_groups);
    let found = session::of_report().filter(|_| other);
    found.unwrap_or_else(|| shell.state.dataset.clone())
}

/// What stands between the header and the footer.
pub fn content(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Calculator => html! { <calculator::Calculator /> },
        Page::Beyond => html! { <interviews::Beyond /> },
        Page::Data => html! { <><Absent /><data::Data /></> },
        Page::Recipes => html! { <recipes::Recipes /> },
        Page::About => html! { <about::About /> },
        Page::Tasks | Page::Task | Page::Class if shell.absence.is_none() => {
            crate::app::classroom::content(shell)
        }
        _ if shell.absence.is_some() => html! { <Absent /> },
        Page::Overview => html! { <overview::Overview /> },
        Page::Report { .. } => html! { <report::Report /> },
        Page::Explore => html! { <explore::Explore /> },
        Page::Analysis => html! { <analysis::Analysis /> },
        Page::Check => html! { <check::Check /> },
        Page::Audit => html! { <audit::Audit /> },
        _ => Html::default(),
    }
}
