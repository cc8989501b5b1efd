//! Tasks for a class: guess first, then see what the data say, then why.
//!
//! May live here: the file of a task, what must hold in the data for it to be asked, what is asked of
//! them, how an answer is weighed in words, the codes by which a class hands in, and the sheets to print.
//! May not: a written down answer, an expression language, browser types. Every number comes from the
//! open data set through `measures` or `figures::analyses`.
//!
//! `file` is the task as it is written; `prepare` asks the data and makes a [`Prepared`] of it, or says
//! why it cannot be asked; an [`Answer`] is weighed by `verdict` and travels by `code`.
//!
//! ```
//! use tasks::Task;
//!
//! let newer = r#"{"task": 2, "id": "x", "kind": "draw"}"#;
//! assert_eq!(Task::read(newer).unwrap_err().to_string(), "task: 1, found 2");
//! ```

pub mod aims;
pub mod answer;
pub mod class;
pub mod code;
pub mod draft;
pub mod file;
pub mod handed_in;
pub mod letters;
pub mod packed;
pub mod picture;
pub mod premise;
pub mod prepare;
pub mod qr;
pub mod quantity;
pub mod verdict;
pub mod worksheet;

pub use answer::Answer;
pub use file::{Fault, Kind, Origin, Task, TaskSet};
pub use prepare::{Form, Hidden, Prepared, prepare};
