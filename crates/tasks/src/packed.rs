//! A task inside an address: its file, deflated, in letters that need no escape.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::file::{Fault, Task};
use super::letters::URL;

/// Longer links break in messages, and make no QR code that a telephone reads.
pub const MOST_LETTERS: usize = 1500;
/// A task is some thousand letters; whatever unpacks to more is none.
const MOST_BYTES: usize = 64 << 10;

/// The letters of the file of a task; none when there are too many for a link.
pub fn pack(file: &str) -> Option<String> {
    let letters = URL.write(&compress_to_vec(file.as_bytes(), 9));
    (letters.len() <= MOST_LETTERS).then_some(letters)
}

/// The task in such letters, which somebody has sent.
pub fn unpack(letters: &str) -> Result<Task, Fault> {
    let broken = || Fault::NotJson(letters.chars().take(12).collect());
    if letters.len() > MOST_BYTES {
        return Err(broken());
    }
    let bytes = URL.read(letters).ok_or_else(broken)?;
    let bytes = decompress_to_vec_with_limit(&bytes, MOST_BYTES).map_err(|_| broken())?;
    let text = String::from_utf8(bytes).map_err(|_| broken())?;
    Task::read(&text).map(Task::sent)
}
