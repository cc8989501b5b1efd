//! Which parts of a page are still to come, and whether it is drawn out of sight meanwhile.

use std::cell::Cell;
#[cfg(feature = "whole")]
use std::cell::RefCell;

thread_local! {
    static AWAITED: Cell<usize> = const { Cell::new(0) };
}

#[cfg(feature = "whole")]
thread_local! {
    static ASIDE: Cell<bool> = const { Cell::new(false) };
    static FRAME: RefCell<Option<Awaited>> = const { RefCell::new(None) };
}

/// A part of the page that is still to come, until this is dropped.
#[derive(Debug)]
pub struct Awaited(());

impl Awaited {
    /// From now on the part is awaited.
    pub fn begin() -> Self {
        AWAITED.set(AWAITED.get() + 1);
        Self(())
    }
}

impl Drop for Awaited {
    fn drop(&mut self) {
        AWAITED.set(AWAITED.get() - 1);
    }
}

/// Whether parts of the page are still to come.
pub fn is_any_awaited() -> bool {
    AWAITED.get() > 0
}

/// Says whether the app is drawn out of sight, while the visitor uses the first view. Its frame is
/// awaited before its parts are known.
#[cfg(feature = "whole")]
pub fn set_aside(is_aside: bool) {
    ASIDE.set(is_aside);
    FRAME.set(is_aside.then(Awaited::begin));
}

/// The frame of the page is there, and its parts have said that they are awaited.
#[cfg(feature = "whole")]
pub fn frame_came() {
    FRAME.take();
}

/// Whether the app is drawn out of sight.
#[cfg(feature = "whole")]
pub fn is_aside() -> bool {
    ASIDE.get()
}
