//! What the numbers do not say: the themes of the interviews.

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::web::tools;

/// The page about the interviews.
#[component]
pub fn Beyond() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let page = use_memo((lang, shell.has_tools), |(lang, here)| {
        if *here {
            tools::interviews(lang.tag()).unwrap_or_default()
        } else {
            Default::default()
        }
    });
    html! {
        <div class="beyond">
            <div class="lead">
                <h1>{ page.title.clone() }</h1>
                <p>{ page.lead.clone() }</p>
            </div>
            for section in page.sections.iter() {
                <section key={section.heading.clone()}>
                    <h2>{ section.heading.clone() }</h2>
                    for paragraph in section.paragraphs.iter() {
                        <p>{ paragraph.clone() }</p>
                    }
                    if !section.themes.is_empty() {
                        <dl class="definitions">
                            for (name, text) in section.themes.iter() {
                                <div key={name.clone()}>
                                    <dt>{ name.clone() }</dt>
                                    <dd>{ text.clone() }</dd>
                                </div>
                            }
                        </dl>
                    }
                </section>
            }
        </div>
    }
}
