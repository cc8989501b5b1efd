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
    let await_while = use_awaited();
    use_effect_with(*come, move |come| {
        let next = *come + 1;
        if await_while(*come < all) {
            scheduler::in_turn(move || set.set(next));
        }
    });
    *come
}

/// Says while a part is still to come, from one effect to the next without a gap in which the start would pass for
/// done; gives back what it is told.
#[hook]
fn use_awaited() -> Rc<dyn Fn(bool) -> bool> {
    let awaited = use_mut_ref(|| None::<Awaited>);
    Rc::new(move |is_to_come| {
        let mut awaited = awaited.borrow_mut();
        match is_to_come {
            true => _ = awaited.get_or_insert_with(Awaited::begin),
            false => drop(awaited.take()),
        }
        is_to_come
    })
}

/// What is made of the dependencies in some steps, a step a turn if they wait for turns, as far as it is made by now,
/// and whether that is all.
#[hook]
pub fn use_in_steps<D, T>(
    waits: bool,
    deps: D,
    steps: usize,
    take: fn(&mut T, usize, &D),
) -> Option<(Rc<T>, bool)>
where
    D: PartialEq + Clone + 'static,
    T: Default + Clone + 'static,
{
    let made = use_state(|| None::<(D, usize, Rc<T>)>);
    let known = made.as_ref().filter(|(of, ..)| *of == deps);
    let taken = known.map_or(0, |(_, taken, _)| *taken);
    let so_far = known.map(|(.., so_far)| so_far.clone());
    // What was begun in steps is gone on with in steps.
    let waits = waits || taken > 0;
    {
        let (set, so_far) = (made.setter(), so_far.clone());
        let await_while = use_awaited();
        use_effect_with((deps.clone(), waits, taken), move |(deps, waits, taken)| {
            if await_while(*waits && *taken < steps) {
                let (deps, taken) = (deps.clone(), *taken);
                scheduler::in_turn(move || {
                    let mut next = so_far.as_deref().cloned().unwrap_or_default();
                    take(&mut next, taken, &deps);
                    set.set(Some((deps, taken + 1, Rc::new(next))));
                });
            }
        });
    }
    let at_once = use_memo((deps, !waits && taken < steps), move |(deps, at_once)| {
        at_once.then(|| {
            let mut all = T::default();
            (0..steps).for_each(|step| take(&mut all, step, deps));
            Rc::new(all)
        })
    });
    let whole = (*at_once).clone().map(|whole| (whole, true));
    whole.or(so_far.map(|so_far| (so_far, taken == steps)))
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
