//! The page reads the slices itself, one after the other, and does other things in between.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::web::opening::Task;
use data::slices::{ChunkMerger, Start, read_slice};

use super::{Next, NoTable, Outcome, Slices, take, taken_out};

/// Short enough that the page does not stand still meanwhile.
const SLICE: usize = 512 << 10;

pub(super) async fn read(
    blob: &Blob,
    gathering: &mut ChunkMerger,
    watch: &Task,
) -> Result<Outcome, NoTable> {
    let slices = Slices::new(blob, gathering, SLICE);
    for place in 0..slices.count() {
        let slice = slices.slice(place).map_err(NoTable::Browser)?;
        let buffer = JsFuture::from(slice.array_buffer())
            .await
            .map_err(NoTable::Browser)?;
        if watch.is_cancelled() {
            return Err(NoTable::Cancelled);
        }
        let bytes = taken_out(buffer.unchecked_ref());
        let start = match place {
            0 => Start::Record,
            _ => Start::Anywhere,
        };
        let part = read_slice(gathering.plan(), &bytes, start);
        if let Next::Again(before) = take(gathering, &part, bytes.len())? {
            let joined = [before, bytes].concat();
            let part = read_slice(gathering.plan(), &joined, Start::Record);
            take(gathering, &part, slices.length(place))?;
        }
        watch.tell(slices.end(place));
    }
    Ok(Outcome::Done)
}
