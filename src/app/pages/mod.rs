//! One file a page. The first view has the report only.

pub mod embed;
pub mod report;

#[cfg(feature = "whole")]
mod about;
#[cfg(feature = "whole")]
mod analysis;
#[cfg(feature = "whole")]
mod audit;
#[cfg(feature = "whole")]
mod beyond;
#[cfg(feature = "whole")]
mod calculator;
#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod explore;

use yew::prelude::*;

use crate::state::Page;
use crate::text::Lang;

/// What stands between the header and the footer.
#[cfg(feature = "whole")]
pub fn content(page: Page, _: Lang) -> Html {
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

/// What stands between the header and the footer until the whole page takes over.
#[cfg(not(feature = "whole"))]
pub fn content(page: Page, lang: Lang) -> Html {
    match page {
        Page::Report { .. } => html! { <report::Report /> },
        _ => html! { <p>{ crate::text::words::loading(lang) }</p> },
    }
}
