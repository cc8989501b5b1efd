//! Files that the visitor drops on the page.

use web_sys::DragEvent;

use crate::app::shell::Handle;
use crate::web::files;

#[cfg(feature = "whole")]
pub use super::picker::open;

/// Opens what was dropped on the page.
pub fn open_dropped(shell: &Handle, event: &DragEvent) {
    if let Some(list) = event.data_transfer().and_then(|transfer| transfer.files()) {
        open(shell, files::of_list(&list));
    }
}

/// The whole page opens the files when it takes over.
#[cfg(not(feature = "whole"))]
pub fn open(_: &Handle, list: Vec<(String, web_sys::Blob)>) {
    crate::web::waiting::put(list);
}
