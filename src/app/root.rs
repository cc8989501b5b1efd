//! The frame of every page, and the wiring to the address, the session and the system.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::web::{opening, page, scheduler, session};
use state::{Action, address};
use text::words;

use super::on_demand::{Chunk, Wanted, on_demand};
use super::pages;
use super::pages::embed::Embed;
use super::parts::absent::Absent;
use super::parts::dropping::open_dropped;
use super::parts::footer::Footer;
use super::parts::header::Header;
use super::parts::messages::Messages;
use super::parts::opening::Opening;
use super::parts::scheduled::use_turns;
use super::parts::shortcuts::Shortcuts;
use super::shell::{Appearance, Event, Handle, Shell};

/// Properties of [`Root`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the app begins with.
    pub begin: Rc<Shell>,
}

/// The whole app.
#[component]
pub fn Root(props: &Props) -> Html {
    let shell: Handle = use_reducer(|| (*props.begin).clone());
    let dragging = use_state(|| false);
    use_session(&shell);
    use_address(&shell);
    use_appearance(&shell);
    use_signs_of_files();
    let has_content = use_turns(1) == 1;
    // All parts of the page have said what they wait for: their effects come before those of what they
    // are in.
    use_effect_with((), |()| scheduler::frame_came());

    let lang = shell.lang();
    let on_drag = {
        let dragging = dragging.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(true);
        })
    };
    let on_leave = {
        let dragging = dragging.clone();
        Callback::from(move |_: DragEvent| dragging.set(false))
    };
    let on_drop = {
        let (dragging, shell) = (dragging.clone(), shell.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            open_dropped(&shell, &event);
        })
    };
    page::note_embed(shell.state.page.is_embedded());
    if shell.state.page.is_embedded() {
        return html! {
            <ContextProvider<Handle> context={shell.clone()}>
                <Embed page={shell.state.page} />
                { asked(&shell) }
            </ContextProvider<Handle>>
        };
    }
    if shell.state.page.is_bare() {
        let content = match shell.absence {
            Some(_) => html! { <main><Absent /></main> },
            None => on_demand(Chunk::Classroom, Wanted::Page),
        };
        return html! {
            <ContextProvider<Handle> context={shell.clone()}>
                { content }
                { asked(&shell) }
            </ContextProvider<Handle>>
        };
    }
    html! {
        <ContextProvider<Handle> context={shell.clone()}>
            <div
                class={classes!("site", dragging.then_some("dragging"))}
                ondragover={on_drag}
                ondragleave={on_leave}
                ondrop={on_drop}
            >
                <a class="skip" href="#content" onclick={skip()}>{ words::skip_to_content(lang) }</a>
                <Header />
                <main id="content" tabindex="-1">
                    <Messages />
                    <Opening />
                    if has_content {
                        { pages::content(&shell) }
                    }
                </main>
                if has_content {
                    <Footer />
                    <Shortcuts />
                    { asked(&shell) }
                }
                if *dragging {
                    <p class="drop-here" aria-hidden="true">{ words::drop_now(lang) }</p>
                }
            </div>
        </ContextProvider<Handle>>
    }
}

/// The dialog for what is asked; nothing otherwise.
fn asked(shell: &Handle) -> Html {
    match shell.asking {
        Some(_) => on_demand(Chunk::Explanation, Wanted::Explanation),
        None => Html::default(),
    }
}

/// The hash holds the view, so the skip link moves the focus itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus("content");
    })
}

/// Has the reading of large files prepared when one may come.
#[hook]
fn use_signs_of_files() {
    use_effect_with((), |()| {
        let listening = opening::expect();
        move || drop(listening)
    });
}

/// Follows the session, and makes the session follow the data set of the address.
#[hook]
fn use_session(shell: &Handle) {
    let early = shell.clone();
    use_effect_with((), move |()| {
        let dispatcher = early.dispatcher();
        session::listen(Rc::new(move || dispatcher.dispatch(Event::SessionChanged)));
        // Data may have arrived between the first drawing and now.
        if !early.is_current() {
            early.dispatch(Event::SessionChanged);
        }
    });
    use_effect_with(shell.state.dataset.clone(), |wanted| {
        if let Some(place) = session::to_fetch(wanted) {
            spawn_local(session::bring(place));
        }
    });
}

/// Writes the state to the address and takes over addresses that are followed.
#[hook]
fn use_address(shell: &Handle) {
    let dispatcher = shell.dispatcher();
    use_effect_with((), move |()| {
        let follow = move || dispatcher.dispatch(Event::Act(Action::Follow(page::follow_hash())));
        // The address may have changed between the first drawing and now.
        if page::is_ahead() {
            follow();
        }
        let listening = page::Listening::to_window("hashchange", move |_| follow());
        move || drop(listening)
    });
    let last_page = use_mut_ref(|| None::<&'static str>);
    use_effect_with(shell.state.clone(), move |state| {
        let slug = state.page.slug();
        let new_step = last_page.borrow().is_some_and(|last| last != slug);
        *last_page.borrow_mut() = Some(slug);
        // A language that would not be the one without a name came with a link, and stays when the page is loaded
        // again.
        let address = match Shell::own_language() != state.lang {
            true => address::shared(state),
            false => address::write(state),
        };
        page::set_hash(&address, new_step);
        if new_step {
            page::scroll_to_top();
        }
        page::speak(state.lang.tag(), &session::site_name(state.lang));
    });
}

/// Follows the system between light and dark, and marks the choice on the page.
#[hook]
fn use_appearance(shell: &Handle) {
    let dispatcher = shell.dispatcher();
    use_effect_with((), move |()| {
        let listening = page::Listening::to_system_theme(move |_| {
            dispatcher.dispatch(Event::SystemDark(page::system_is_dark()));
        });
        move || drop(listening)
    });
    use_effect_with(shell.appearance, move |&chosen| {
        page::remember("theme", chosen.name());
        let appear = |appearance: Appearance| {
            let name = appearance.name();
            page::appear((name != "system").then_some(name));
        };
        appear(chosen);
        // Paper is white. The browser takes the page as it is when its listeners have returned, so
        // this cannot wait for the next drawing of the app.
        let listening = [
            page::Listening::to_window("beforeprint", move |_| appear(Appearance::Light)),
            page::Listening::to_window("afterprint", move |_| appear(chosen)),
        ];
        move || drop(listening)
    });
}
