//! The page around the app: address, language, appearance, and what is remembered between visits.

use std::cell::{Cell, RefCell};

use figures::theme::Rgb;
use text::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Element, Event, EventTarget, History, HtmlDialogElement, HtmlElement,
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry, Storage, Window,
};

use super::host_functions;

/// The browser window; `None` outside a page.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// How many threads the machine runs at once.
pub fn processors() -> usize {
    window().map_or(1, |window| {
        window.navigator().hardware_concurrency() as usize
    })
}

thread_local! {
    /// The hash that the app has taken over, or written itself.
    static FOLLOWED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The hash of the address, `#` included.
fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The hash of the address, `#` included, for an app that takes it over.
pub fn follow_hash() -> String {
    let hash = hash();
    FOLLOWED.set(hash.clone());
    hash
}

/// Whether the address has changed since the app took it over or wrote it.
pub fn is_ahead() -> bool {
    FOLLOWED.with_borrow(|followed| *followed != hash())
}

/// Sets the hash. A step of its own in the history only when the page changes. An address that was followed
/// meanwhile stays: its event is on its way, and writing over it would throw the visitor back.
pub fn set_hash(hash: &str, new_step: bool) {
    let Some(window) = window() else { return };
    if self::hash() != hash {
        if is_ahead() {
            return;
        }
        let replaced = |history: History| {
            // A hash alone is allowed for pages opened from disk, a path is not.
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash))
        };
        if new_step || window.history().and_then(replaced).is_err() {
            let _ = window.location().set_hash(hash);
        }
    }
    follow_hash();
}

/// The whole address.
pub fn address() -> String {
    window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

/// The address of the page with another hash. A page on the disk is named without its folders.
pub fn address_with(hash: &str) -> String {
    let address = address();
    let page = address.split('#').next().unwrap_or_default();
    let page = match page.rsplit_once('/') {
        Some((_, name)) if page.starts_with("file:") => name,
        _ => page,
    };
    format!("{page}{hash}")
}

/// Puts a text on the clipboard, where the browser lets it.
pub fn copy(text: &str) {
    let text = text.to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        copied(&text).await;
    });
}

/// Puts a text on the clipboard; whether the browser let it.
pub async fn copied(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Pages without a secure address have none.
    if AsRef::<wasm_bindgen::JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    let written = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text));
    written.await.is_ok()
}

/// The value of an attribute of what was clicked, or of what that stands in.
pub fn chosen(event: &Event, attribute: &str) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let bearer = element.closest(&format!("[{attribute}]")).ok().flatten()?;
    bearer.get_attribute(attribute)
}

/// Today where the visitor is, as `2026-11-23`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// The content of a `<meta>` element of the page.
pub fn meta(name: &str) -> Option<String> {
    let document = window()?.document()?;
    let found = document.query_selector(&format!("meta[name={name}]"));
    found.ok().flatten()?.get_attribute("content")
}

thread_local! {
    /// Whether every page that was shown so far was an embedded figure; `None` before the first.
    static IS_EMBED: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether a page of somebody else's has this one in a frame. It can lead the frame to any address, and learn from
/// what takes the focus or scrolls; so nothing private may be open here.
pub fn is_framed() -> bool {
    let around = window().and_then(|window| window.top().ok().flatten());
    // The origin of another one cannot be read.
    let origin = |window: Option<Window>| window.and_then(|window| window.location().origin().ok());
    window() != around && origin(around) != origin(window())
}

/// Takes note of a page that is shown.
pub fn note_embed(is_embed: bool) {
    IS_EMBED.set(Some(IS_EMBED.get().unwrap_or(true) && is_embed));
}

/// Tells the page around an embedded figure how high it is, in CSS pixels. A document that has ever been
/// something else tells nothing: whoever frames it could ask by the height what the visitor has open.
pub fn tell_height(height: f64) {
    if IS_EMBED.get() != Some(true) {
        return;
    }
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else {
        return;
    };
    let message = js_sys::Object::new();
    let set = js_sys::Reflect::set(&message, &"utvandring".into(), &height.into());
    if set.is_ok() {
        // A height is no secret, and the figure does not know who shows it.
        let _ = parent.post_message(&message, "*");
    }
}

fn root() -> Option<Element> {
    window()?.document()?.document_element()
}

/// The language of the page, as its root element names it; bokmål where it is another one.
pub fn shown_language() -> Lang {
    let tag = root().and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Tells the browser the language of the page and its title.
pub fn speak(tag: &str, title: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Marks the appearance on the root element; `None` follows the system.
pub fn appear(theme: Option<&str>) {
    if let Some(root) = root() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Whether the system asks for a dark page.
pub fn system_is_dark() -> bool {
    matches_media("(prefers-color-scheme: dark)")
}

/// Width and height of the window in CSS pixels.
pub fn window_size() -> (f64, f64) {
    let of = |size: Option<Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>>| {
        size.and_then(Result::ok)
            .and_then(|size| size.as_f64())
            .unwrap_or_default()
    };
    let window = window();
    let window = window.as_ref();
    (
        of(window.map(Window::inner_width)),
        of(window.map(Window::inner_height)),
    )
}

/// Whether a media query holds.
pub fn matches_media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|query| query.matches())
}

/// How much contrast the system asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contrast {
    /// As the page is made.
    Usual,
    /// More.
    More,
    /// The system decides the colours.
    Forced {
        /// The ground.
        ground: Rgb,
        /// What stands on it.
        text: Rgb,
    },
}

/// How much contrast the system asks for now.
pub fn contrast() -> Contrast {
    if matches_media("(forced-colors: active)")
        && let Some((ground, text)) = system_colours()
    {
        return Contrast::Forced { ground, text };
    }
    // A system that forces its colours prefers more contrast too; one that was not understood
    // gets the page's own.
    if matches_media("(prefers-contrast: more)") {
        return Contrast::More;
    }
    Contrast::Usual
}

/// Ground and text as the system has made them.
fn system_colours() -> Option<(Rgb, Rgb)> {
    let window = window()?;
    let body = window.document()?.body()?;
    let style = window.get_computed_style(&body).ok()??;
    let read = |name: &str| {
        let value = style.get_property_value(name).ok()?;
        let inside = value.split_once('(')?.1;
        let mut parts = inside
            .split([',', ' ', ')'])
            .filter(|part| !part.is_empty());
        let mut part = || parts.next()?.parse::<f64>().ok();
        let (red, green, blue) = (part()?, part()?, part()?);
        Some(Rgb(red as u8, green as u8, blue as u8))
    };
    let (ground, text) = (read("background-color")?, read("color")?);
    // A ground that lets everything through says nothing.
    (ground.contrast(text) >= 3.0).then_some((ground, text))
}

/// Scrolls an element into view.
pub fn scroll_to(id: &str) {
    let element = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        element.scroll_into_view();
    }
}

/// Moves an absolutely placed element, through the object model as the content policy wants it.
pub fn put(element: &HtmlElement, left: f64, top: f64) {
    let style = element.style();
    let _ = style.set_property("left", &format!("{left:.1}px"));
    let _ = style.set_property("top", &format!("{top:.1}px"));
}

/// Sizes an element, through the object model as the content policy wants it.
pub fn resize(element: &HtmlElement, width: f64, height: f64) {
    let style = element.style();
    let _ = style.set_property("width", &format!("{width:.1}px"));
    let _ = style.set_property("height", &format!("{height:.1}px"));
}

/// Marks an element as changed, for the style sheet; not again while it still shows that.
pub fn freshen(element: &Element) {
    let _ = element.class_list().add_1("fresh");
}

/// Takes that mark away again.
pub fn settle(event: &Event) {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        let _ = element.class_list().remove_1("fresh");
    }
}

/// A call again and again until dropped.
pub struct Ticking {
    handle: i32,
    _callback: Closure<dyn Fn()>,
}

impl Ticking {
    /// Calls every so many milliseconds.
    pub fn every(milliseconds: i32, callback: impl Fn() + 'static) -> Option<Ticking> {
        let callback = Closure::<dyn Fn()>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        let handle = window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds)
            .ok()?;
        Some(Ticking {
            handle,
            _callback: callback,
        })
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.handle);
        }
    }
}

/// Keeps a pointer with what it was pressed on, also when it leaves it.
pub fn capture(event: &web_sys::PointerEvent) {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Fills the screen with the page, or no longer.
pub fn fill_screen() {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    match (document.fullscreen_element(), document.document_element()) {
        (Some(_), _) => document.exit_fullscreen(),
        (None, Some(root)) => drop(root.request_fullscreen()),
        (None, None) => {}
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Whether the page was opened from the disk, so that its address means nothing elsewhere.
pub fn is_from_disk() -> bool {
    address().starts_with("file:")
}

/// Whether an event comes from something that has a use for the key itself.
pub fn is_on_control(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let found = target.and_then(|target| {
        target
            .closest("a, button, summary, input, select, textarea")
            .ok()
    });
    found.flatten().is_some()
}

/// A number drawn at random, below 65536.
pub fn random() -> u16 {
    (js_sys::Math::random() * 65536.0) as u16
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the keyboard focus to an element.
pub fn focus(id: &str) {
    let element = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the keyboard focus to the first element that a selector finds, and tells whether there is one.
pub fn focus_first(selector: &str) -> bool {
    let document = window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    let found = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

/// Whether a key was pressed together with Shift.
pub fn has_shift(event: &Event) -> bool {
    let key = event.dyn_ref::<web_sys::KeyboardEvent>();
    key.is_some_and(web_sys::KeyboardEvent::shift_key)
}

/// The key that was pressed, unless it belongs to a field, to a dialog or to the browser.
pub fn free_key(event: &Event) -> Option<String> {
    let key = event.dyn_ref::<web_sys::KeyboardEvent>()?;
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.default_prevented() {
        return None;
    }
    let target: Option<HtmlElement> = event.target().and_then(|target| target.dyn_into().ok());
    let taken = target.and_then(|target| {
        let selector = "input, select, textarea, dialog, [contenteditable]";
        target.closest(selector).ok().flatten()
    });
    taken.is_none().then(|| key.key())
}

/// Opens a dialog over the page; the browser keeps the focus in it and closes it with Esc.
pub fn show_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Whether choices stand open beside what they change, and not in a sheet over it.
pub fn has_room_for_choices() -> bool {
    matches_media("(min-width: 48.01rem)")
}

/// Opens every folded part that a selector finds.
pub fn open_all(selector: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let closed = format!("{selector}:not([open])");
    while let Ok(Some(part)) = document.query_selector(&closed) {
        if part.set_attribute("open", "").is_err() {
            return;
        }
    }
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    let page = window().and_then(|window| window.document());
    let found = page.and_then(|page| page.query_selector("dialog[open]").ok());
    found.flatten().is_some()
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Waits for the fonts of figures, where the page brings them.
pub async fn load_fonts() {
    let Some(fonts) = window()
        .and_then(|window| window.document())
        .map(|document| document.fonts())
    else {
        return;
    };
    for weight in ["400", "700"] {
        // Without it the next of the stack is drawn.
        let loading = fonts.load(&format!("{weight} 12px {}", figures::theme::FONTS));
        let _ = wasm_bindgen_futures::JsFuture::from(loading).await;
    }
}

/// The language to begin in: the first of the visitor's browser that is spoken here.
pub fn spoken() -> Lang {
    let tags = window().map(|window| window.navigator().languages());
    let tags = tags.iter().flat_map(|tags| tags.iter());
    let tags: Vec<String> = tags.filter_map(|tag| tag.as_string()).collect();
    Lang::of_reader(tags.iter().map(String::as_str))
}

/// A preference of the visitor's, if one is remembered.
pub fn remembered(key: &str) -> Option<String> {
    storage()?
        .get_item(&format!("utvandring.{key}"))
        .ok()
        .flatten()
}

/// Remembers a preference.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("utvandring.{key}"), value);
    }
}

/// An event listener that is removed when dropped.
pub struct Listening {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn Fn(Event)>,
}

impl Listening {
    /// Listens to an event of the window.
    pub fn to_window(event: &'static str, callback: impl Fn(Event) + 'static) -> Option<Listening> {
        Self::to(window()?.into(), event, callback)
    }

    /// Listens for the system switching between light and dark.
    pub fn to_system_theme(callback: impl Fn(Event) + 'static) -> Option<Listening> {
        Self::to_media("(prefers-color-scheme: dark)", callback)
    }

    /// Listens to a media query beginning or ceasing to hold.
    pub fn to_media(query: &str, callback: impl Fn(Event) + 'static) -> Option<Listening> {
        let query = window()?.match_media(query).ok().flatten()?;
        Self::to(query.into(), "change", callback)
    }

    /// Listens for fonts that have come.
    pub fn to_fonts(callback: impl Fn(Event) + 'static) -> Option<Listening> {
        let fonts = window()?.document()?.fonts();
        Self::to(fonts.into(), "loadingdone", callback)
    }

    /// Listens to an event of anything.
    pub fn to(
        target: EventTarget,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Option<Listening> {
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        let options = AddEventListenerOptions::new();
        if let Some(ending) = host_functions::ending() {
            options.set_signal(&ending);
        }
        target
            .add_event_listener_with_callback_and_add_event_listener_options(
                event, function, &options,
            )
            .ok()?;
        Some(Listening {
            target,
            event,
            callback,
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(
            self.event,
            self.callback.as_ref().unchecked_ref(),
        );
    }
}

/// Follows the size of an element until dropped.
pub struct Observing {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl Observing {
    /// Calls back with width and height of an element in CSS pixels, now and after every change.
    pub fn size(element: &HtmlElement, callback: impl Fn(f64, f64) + 'static) -> Option<Observing> {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry = entries.get(0).dyn_into::<ResizeObserverEntry>();
            if let Ok(entry) = entry {
                let size = entry.content_rect();
                callback(size.width(), size.height());
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Observing {
            observer,
            _callback: callback,
        })
    }
}

/// Follows whether an element is near the screen until dropped.
pub struct Approaching {
    observer: IntersectionObserver,
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl Approaching {
    /// Calls back with whether an element is on the screen or less than a screen away from it, now and
    /// after every change.
    pub fn of(element: &HtmlElement, callback: impl Fn(bool) + 'static) -> Option<Approaching> {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let latest = entries.get(entries.length().wrapping_sub(1));
            if let Ok(entry) = latest.dyn_into::<IntersectionObserverEntry>() {
                callback(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("100%");
        let function = callback.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
        observer.observe(element);
        Some(Approaching {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Approaching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Drop for Observing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
