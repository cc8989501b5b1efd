//! The class pack: the page with the data, the tasks, a lead sheet and a sheet on privacy in one file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::{download, files, host_functions, tasks as kept};
use data::zip;
use figures::export::hand_out::with_file;
use state::{Page, State, address};
use tasks::TaskSet;
use text::{Lang, tasks as words};

/// The button, and what is in the pack.
#[component]
pub fn Pack() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let onclick = {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| {
            let shell = shell.clone();
            spawn_local(async move {
                if make(&shell.state).await.is_none() {
                    shell.dispatch(ShellEvent::Said(Message::fixed(words::pack_failed)));
                }
            });
        })
    };
    html! {
        <section class="pack">
            <h2>{ words::lead_sheet(lang) }</h2>
            <ol>for step in words::lead_steps(lang).lines() { <li>{ step }</li> }</ol>
            <p><button type="button" id="class-pack" {onclick}>{ words::pack(lang) }</button></p>
            <p class="quiet">{ words::pack_holds(lang) }</p>
            <h2>{ words::privacy(lang) }</h2>
            <p>{ words::privacy_text(lang) }</p>
        </section>
    }
}

/// Makes the pack and offers it as a file.
async fn make(state: &State) -> Option<()> {
    let start = address::write(&state.taught(Page::Tasks, &[]));
    let mut page = host_functions::ask("hand_out", &start).await?;
    let shelf = kept::shelf().await.ok()?;
    let mut files = shelf.files.clone();
    let lesson = kept::lesson_file();
    if let Some((name, lesson)) = &lesson {
        // The page of the pack lists it, and the file opens on any other.
        let (path, index) = files.first_mut()?;
        *index = TaskSet::listed_first(index, lesson)?;
        page = with_file(&page, path, index)?;
        files.push((format!("{}{name}", kept::FOLDER), lesson.clone()));
    }
    let mut packed = vec![("utvandring.html".to_owned(), page)];
    packed.extend(files);
    let names = [
        ("les-meg.html", Lang::Nb),
        ("les-meg-nynorsk.html", Lang::Nn),
        ("read-me.html", Lang::En),
    ];
    packed.extend(names.map(|(name, lang)| (name.to_owned(), sheet(lang))));
    let blob = files::of_bytes(&zip::pack(&packed)).ok()?;
    download::save(&blob, "utvandring-klassepakke.zip").ok()?;
    if lesson.is_some() {
        kept::lesson_is_saved();
    }
    Some(())
}

/// The lead sheet and the sheet on privacy, a page each, as a document that needs nothing else.
fn sheet(lang: Lang) -> String {
    // Our own words have no signs that mean anything to a browser.
    let part = |title: &str, text: &str| format!("<section><h1>{title}</h1>{text}</section>");
    let steps = words::lead_steps(lang)
        .lines()
        .map(|step| format!("<li>{step}</li>"));
    let steps = format!("<ol>{}</ol>", steps.collect::<String>());
    let privacy = format!("<p>{}</p>", words::privacy_text(lang));
    format!(
        "<!doctype html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <style>body{{font:12pt/1.5 sans-serif;max-width:40rem;margin:2rem auto}}\
         section+section{{break-before:page}}</style></head><body>{lead}{privacy}</body></html>\n",
        tag = lang.tag(),
        title = words::lead_sheet(lang),
        lead = part(words::lead_sheet(lang), &steps),
        privacy = part(words::privacy(lang), &privacy),
    )
}
