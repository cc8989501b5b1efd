//! Text whose numbers open their arithmetic and whose terms open their definitions.

use yew::prelude::*;

use crate::app::shell::Handle;
use explain::Number;
use measures::DEFAULT_LEVEL;
use text::marks::Piece;

/// A text with terms.
pub fn worded(shell: &Handle, text: &str) -> Html {
    let pieces = [(text.to_owned(), None)];
    said(shell, &pieces, DEFAULT_LEVEL, &mut Vec::new())
}

/// A number as text that opens its arithmetic; text alone when there is nothing to open.
pub fn shown(shell: &Handle, text: &str, numbers: Vec<Number>, level: f64) -> Html {
    use text::explain;
    if numbers.is_empty() {
        return html! { { text } };
    }
    let title = explain::show_arithmetic(shell.lang());
    let shell = shell.clone();
    let mut numbers = numbers;
    if let [number] = numbers.as_mut_slice() {
        text.clone_into(&mut number.printed);
    }
    let open = Callback::from(move |()| super::asked::ask(&shell, numbers.clone(), level));
    opens(text, title, &open)
}

/// What stands close to a number or a term stays on its line.
const OPENS: [char; 2] = ['(', '«'];
const CLOSES: [char; 6] = [')', '»', '.', ',', ';', ':'];

/// A button that reads like text.
pub fn opens(text: &str, title: &str, open: &Callback<()>) -> Html {
    let onclick = open.reform(|_: MouseEvent| ());
    let (text, title) = (text.to_owned(), title.to_owned());
    html! {
        <button type="button" class="shown" {title} aria-haspopup="dialog" {onclick}>{ text }</button>
    }
}

/// A text in pieces, some of which lead to explanations by their number.
pub fn leading(shell: &Handle, pieces: &[Piece], title: &str, open: &Callback<String>) -> Html {
    let said = |piece: &Piece| (piece.text.clone(), piece.place);
    let pieces: Vec<(String, Option<usize>)> = pieces.iter().map(said).collect();
    let button = |text: &str, place: &usize| {
        let id = place.to_string();
        opens(text, title, &open.reform(move |()| id.clone()))
    };
    pieced(shell, &pieces, &button, &mut Vec::new())
}

/// A text in pieces, some of them numbers. Terms are linked once; `met` holds those that an earlier
/// text beside this one has linked.
pub fn said(
    shell: &Handle,
    pieces: &[(String, Option<Number>)],
    level: f64,
    met: &mut Vec<&'static str>,
) -> Html {
    let button = |text: &str, number: &Number| shown(shell, text, vec![number.clone()], level);
    pieced(shell, pieces, &button, met)
}

/// A text in pieces: terms are linked, and what leads somewhere is a button.
fn pieced<T>(
    shell: &Handle,
    pieces: &[(String, Option<T>)],
    button: &dyn Fn(&str, &T) -> Html,
    met: &mut Vec<&'static str>,
) -> Html {
    let mut html = Vec::new();
    for (place, (text, number)) in pieces.iter().enumerate() {
        let beside = |step: isize| {
            let (text, number) = pieces.get(place.checked_add_signed(step)?)?;
            Some((text.as_str(), number.is_some()))
        };
        let is_number = |step| beside(step).is_some_and(|(_, number)| number);
        let Some(number) = number else {
            let mut text = text.as_str();
            if is_number(-1) {
                text = text.trim_start_matches(CLOSES);
            }
            if is_number(1) {
                text = text.trim_end_matches(OPENS);
            }
            html.push(terms(shell, text, met));
            continue;
        };
        let close = |step: isize| beside(step).map_or("", |(text, _)| text);
        let before = close(-1);
        let before = &before[before.trim_end_matches(OPENS).len()..];
        let after = close(1);
        let after = &after[..after.len() - after.trim_start_matches(CLOSES).len()];
        html.push(html! {
            <span class="together">
                { before }
                { button(text, number) }
                { after }
            </span>
        });
    }
    html.into_iter().collect()
}

/// A text whose terms open what they mean.
fn terms(shell: &Handle, text: &str, met: &mut Vec<&'static str>) -> Html {
    use crate::app::shell::{Asking, Event as ShellEvent};
    use text::meanings;
    let linked = meanings::linked(shell.lang(), text, shell.is_of_report(), met);
    let is_term = |place: Option<usize>| {
        let piece = place.and_then(|place| linked.get(place));
        piece.is_some_and(|(_, term)| term.is_some())
    };
    let plain = |place: Option<usize>| {
        let piece = place.and_then(|place| linked.get(place));
        piece.map_or("", |(text, term)| if term.is_none() { text } else { "" })
    };
    let pieces = linked.iter().enumerate().map(|(place, (text, term))| {
        let (before, after) = (place.checked_sub(1), Some(place + 1));
        let Some(id) = *term else {
            let mut text = text.as_str();
            if is_term(before) {
                text = text.trim_start_matches(CLOSES);
            }
            if is_term(after) {
                text = text.trim_end_matches(OPENS);
            }
            return html! { { text.to_owned() } };
        };
        let (before, after) = (plain(before), plain(after));
        let before = before[before.trim_end_matches(OPENS).len()..].to_owned();
        let after = after[..after.len() - after.trim_start_matches(CLOSES).len()].to_owned();
        let dispatcher = shell.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(ShellEvent::Ask(Some(Asking::Term(id))));
        });
        let button = html! {
            <button type="button" class="term" aria-haspopup="dialog" {onclick}>{ text.clone() }</button>
        };
        match before.is_empty() && after.is_empty() {
            true => button,
            false => html! { <span class="together">{ before }{ button }{ after }</span> },
        }
    });
    pieces.collect()
}
