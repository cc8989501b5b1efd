//! Work that waits for its turn, so that the page can be used in between.
//!
//! Of small data a page shows everything at once when it is turned to. When the app starts, and with
//! large data always, each figure takes a moment, and a page has many.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::scheduler::{self, Awaited};
use crate::web::session;
use data::Dataset;

/// Whether what is shown of a data set waits for its turn.
pub fn waits(dataset: Option<&Rc<Dataset>>) -> bool {
    scheduler::is_starting() || dataset.is_some_and(session::is_large)
}

/// How many of a number of parts may be there by now: when the app starts, one more with each turn.
#[hook]
pub fn use_turns(all: usize) -> usize {
    let come = use_state_eq(|| if scheduler::is_starting() { 0 } else { all });
    let set = come.setter();
    use_effect_with(*come, move |come| {
        let (next, awaited) = (*come + 1, (*come < all).then(Awaited::begin));
        if awaited.is_some() {
            scheduler::in_turn(move || set.set(next));
        }
        move || drop(awaited)
    });
    *come
}

/// What `make` makes of the dependencies; `None` until it is its turn, if it waits for one.
#[hook]
pub fn use_in_turn<D, T>(waits: bool, deps: D, make: impl FnOnce(&D) -> T) -> Option<Rc<T>>
where
    D: PartialEq + Clone + 'static,
    T: 'static,
{
    let turn = use_state(|| None::<D>);
    {
        let turn = turn.setter();
        use_effect_with((deps.clone(), waits), move |(deps, waits)| {
            if *waits {
                let deps = deps.clone();
                scheduler::in_turn(move || turn.set(Some(deps)));
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
