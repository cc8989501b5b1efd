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

#[cfg(feature = "whole")]
use crate::app::parts::absent::Absent;
use crate::app::shell::Handle;
use crate::state::Page;

/// What stands between the header and the footer.
#[cfg(feature = "whole")]
pub fn content(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Calculator => html! { <calculator::Calculator /> },
        Page::Beyond => html! { <beyond::Beyond /> },
        Page::Data => html! { <><Absent /><data::Data /></> },
        Page::About => html! { <about::About /> },
        _ if shell.absence.is_some() => html! { <Absent /> },
        Page::Report { .. } => html! { <report::Report /> },
        Page::Explore => html! { <explore::Explore /> },
        Page::Analysis => html! { <analysis::Analysis /> },
        Page::Audit => html! { <audit::Audit /> },
        Page::Embed { .. } => Html::default(),
    }
}

/// What stands between the header and the footer until the whole page takes over, which says why data
/// are not there.
#[cfg(not(feature = "whole"))]
pub fn content(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Report { .. } if shell.absence.is_none() => html! { <report::Report /> },
        _ => html! { <p>{ crate::text::words::loading(shell.lang()) }</p> },
    }
}
