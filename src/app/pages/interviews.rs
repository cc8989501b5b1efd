//! What the numbers do not say: the themes of the interviews.

use yew::prelude::*;

use crate::app::shell::Handle;
use text::interviews;

/// The page about the interviews.
#[component]
pub fn Beyond() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    html! {
        <div class="beyond">
            <div class="lead">
                <h1>{ interviews::title(lang) }</h1>
                <p>{ interviews::lead(lang) }</p>
            </div>
            for section in interviews::sections(lang) {
                <section key={section.heading}>
                    <h2>{ section.heading }</h2>
                    for paragraph in section.paragraphs {
                        <p>{ *paragraph }</p>
                    }
                    if !section.themes.is_empty() {
                        <dl class="definitions">
                            for theme in section.themes {
                                <div key={theme.name}>
                                    <dt>{ theme.name }</dt>
                                    <dd>{ theme.text }</dd>
                                </div>
                            }
                        </dl>
                    }
                </section>
            }
        </div>
    }
}
