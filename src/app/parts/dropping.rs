//! Files that the visitor drops on the page.

use web_sys::DragEvent;

use crate::app::shell::Handle;
use crate::web::files;

pub use super::picker::open;

/// Opens what was dropped on the page.
pub fn open_dropped(shell: &Handle, event: &DragEvent) {
    if let Some(list) = event.data_transfer().and_then(|transfer| transfer.files()) {
        open(shell, files::of_list(&list));
    }
}
