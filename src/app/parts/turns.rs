//! Work that waits for its turn, so that the page can be used in between.
//!
//! What is shown of small data is there at once. Of large data each figure takes a moment, and a page
//! has many; and while the whole page is drawn out of sight, nobody waits for it.

use std::rc::Rc;

use yew::prelude::*;

use crate::data::Dataset;

#[cfg(feature = "whole")]
use crate::web::arriving::{self, Awaited};
#[cfg(feature = "whole")]
use crate::web::session;
#[cfg(feature = "whole")]
use crate::web::turns;

/// What `make` makes of the dependencies; `None` until it is its turn.
#[cfg(feature = "whole")]
#[hook]
pub fn use_in_turn<D, T>(
    dataset: Option<&Rc<Dataset>>,
    deps: D,
    make: impl FnOnce(&D) -> T,
) -> Option<Rc<T>>
where
    D: PartialEq + Clone + 'static,
    T: 'static,
{
    let waits = dataset.is_some_and(session::is_large) || arriving::is_aside();
    let turn = use_state(|| None::<D>);
    {
        let turn = turn.setter();
        use_effect_with((deps.clone(), waits), move |(deps, waits)| {
            if *waits {
                let deps = deps.clone();
                turns::in_turn(move || turn.set(Some(deps)));
            }
        });
    }
    let is_time = !waits || turn.as_ref() == Some(&deps);
    // Given up when the effect is done anew, which is after the part has been drawn.
    use_effect_with(is_time, |is_time| {
        let awaited = (!is_time).then(Awaited::begin);
        move || drop(awaited)
    });
    let made = use_memo((deps, is_time), move |(deps, is_time)| {
        is_time.then(|| Rc::new(make(deps)))
    });
    (*made).clone()
}

/// The first view has small data only.
#[cfg(not(feature = "whole"))]
#[hook]
pub fn use_in_turn<D, T>(
    _dataset: Option<&Rc<Dataset>>,
    deps: D,
    make: impl FnOnce(&D) -> T,
) -> Option<Rc<T>>
where
    D: PartialEq + Clone + 'static,
    T: 'static,
{
    Some(use_memo(deps, make))
}
