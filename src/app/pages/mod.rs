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

use yew::prelude::*;

use crate::state::Page;

/// What stands between the header and the footer.
pub fn content(page: Page) -> Html {
    match page {
        Page::Report { .. } => html! { <report::Report /> },
        Page::Explore => html! { <explore::Explore /> },
        Page::Analysis => html! { <analysis::Analysis /> },
        Page::Calculator => html! { <calculator::Calculator /> },
        Page::Audit => html! { <audit::Audit /> },
        Page::Beyond => html! { <beyond::Beyond /> },
        Page::Data => html! { <data::Data /> },
        Page::About => html! { <about::About /> },
        Page::Embed { .. } => Html::default(),
    }
}
