//! One file a page, and beside it what that page alone is made of.

pub mod embed;
pub mod report;

mod about;
mod analysis;
mod attack;
mod audit;
mod calculator;
mod check;
mod codes;
mod data;
mod explore;
mod findings;
mod interviews;
mod offline_export;
mod overview;
mod recipes;
mod spark;

use std::rc::Rc;

use crate::app::on_demand::{Chunk, Wanted, on_demand};
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

/// What stands between the header and the footer. The code of most pages is fetched when they are turned to.
pub fn content(shell: &Handle) -> Html {
    let chunk = match shell.state.page {
        Page::Calculator => Chunk::Analyses,
        Page::Data | Page::Recipes => Chunk::Data,
        Page::About | Page::Beyond => Chunk::Report,
        _ if shell.absence.is_some() => return html! { <Absent /> },
        Page::Overview => return html! { <overview::OverviewPage /> },
        Page::Explore => return html! { <explore::Explore /> },
        Page::Analysis | Page::Audit | Page::Check => Chunk::Analyses,
        Page::Report { .. } => Chunk::Report,
        Page::Tasks | Page::Task | Page::Class => Chunk::Classroom,
        _ => return Html::default(),
    };
    on_demand(chunk, Wanted::Page)
}

/// Pages on which methods are applied.
pub fn of_methods(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Calculator => html! { <calculator::Calculator /> },
        Page::Analysis => html! { <analysis::Analysis /> },
        Page::Check => html! { <check::Check /> },
        _ => html! { <audit::Audit /> },
    }
}

/// Pages on files of the visitor's.
pub fn of_data(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Recipes => html! { <recipes::Recipes /> },
        _ => html! { <><Absent /><data::Data /></> },
    }
}

/// Pages of the report and on the numbers.
pub fn of_report(shell: &Handle) -> Html {
    match shell.state.page {
        Page::About => html! { <about::About /> },
        Page::Beyond => html! { <interviews::Beyond /> },
        _ => html! { <report::Report /> },
    }
}
