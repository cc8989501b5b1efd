//! The only place with JavaScript values.

use wasm_bindgen::prelude::*;

/// Reads the list of data packages through `read(path) -> Promise<string>`.
#[wasm_bindgen]
pub async fn load(read: js_sys::Function) -> Result<(), JsValue> {
    let _ = read;
    Ok(())
}

/// Shows the app inside `root`.
#[wasm_bindgen]
pub async fn start(root: web_sys::Element) -> Result<(), JsValue> {
    root.set_text_content(Some("Utvandringskalkulatoren"));
    Ok(())
}
