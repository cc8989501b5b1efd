//! Shared values compared by identity: the same allocation is the same value.
//!
//! The wrapper keeps the value alive, so an address cannot be given to another value between two
//! comparisons.

use std::rc::Rc;

/// A shared value that equals only itself.
pub struct Same<T>(pub Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Same(self.0.clone())
    }
}
