//! Files in which a class hands in: texts with codes, alone or together in a zip.
//!
//! A zip is read here by its directory, and its members by the library that unpacks tasks in links: the reader of
//! archives that the worker has would be ten times as large, for what a school's platform puts into one file.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// A file with a progress of every task there is has some thousand letters.
const MOST_BYTES: usize = 1 << 20;
/// More members than a school has pupils.
const MOST_MEMBERS: usize = 4000;
/// All texts together.
const MOST_IN_ALL: usize = 16 << 20;

/// How a zip, the end of its directory, and an entry of it begin.
const ZIP: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";

/// Lengths of the fixed parts of the end, of an entry, and of what stands before a member.
const END_LENGTH: usize = 22;
const ENTRY_LENGTH: usize = 46;
const MEMBER_LENGTH: usize = 30;

/// What was in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedIn {
    /// The texts.
    pub texts: Vec<String>,
    /// How many files or members could not be read.
    pub unread: usize,
}

/// The texts in a file.
pub fn read(bytes: &[u8]) -> HandedIn {
    let mut found = HandedIn::default();
    if !bytes.starts_with(ZIP) {
        match bytes.len() <= MOST_BYTES {
            true => found
                .texts
                .push(String::from_utf8_lossy(bytes).into_owned()),
            false => found.unread += 1,
        }
        return found;
    }
    let Some((count, mut at)) = directory(bytes) else {
        found.unread += 1;
        return found;
    };
    let mut in_all = 0;
    for _ in 0..count.min(MOST_MEMBERS) {
        let Some((entry, next)) = Entry::read(bytes, at) else {
            found.unread += 1;
            break;
        };
        at = next;
        if entry.is_folder {
            continue;
        }
        let text = entry
            .text(bytes)
            .filter(|text| in_all + text.len() <= MOST_IN_ALL);
        match text {
            Some(text) => {
                in_all += text.len();
                found.texts.push(text);
            }
            None => found.unread += 1,
        }
    }
    found.unread += count.saturating_sub(MOST_MEMBERS);
    found
}

/// How many entries the directory of a zip has, and where it begins.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    // A remark of up to 64 KiB may follow the end.
    let from = bytes
        .len()
        .saturating_sub(END_LENGTH + usize::from(u16::MAX));
    let tail = &bytes[from..];
    let end = tail.windows(END.len()).rposition(|window| window == END)? + from;
    Some((short(bytes, end + 10)?, long(bytes, end + 16)?))
}

/// A member as the directory tells of it.
struct Entry {
    method: usize,
    packed: usize,
    unpacked: usize,
    at: usize,
    is_folder: bool,
}

impl Entry {
    /// The entry at a place, and where the next one begins.
    fn read(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
        if !bytes.get(at..)?.starts_with(ENTRY) {
            return None;
        }
        let name = short(bytes, at + 28)?;
        let behind = short(bytes, at + 30)? + short(bytes, at + 32)?;
        let named = bytes.get(at + ENTRY_LENGTH..at + ENTRY_LENGTH + name)?;
        let entry = Entry {
            method: short(bytes, at + 10)?,
            packed: long(bytes, at + 20)?,
            unpacked: long(bytes, at + 24)?,
            at: long(bytes, at + 42)?,
            is_folder: named.ends_with(b"/"),
        };
        Some((entry, at + ENTRY_LENGTH + name + behind))
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        if self.unpacked > MOST_BYTES {
            return None;
        }
        let name = short(bytes, self.at.checked_add(26)?)?;
        let extra = short(bytes, self.at + 28)?;
        let from = self.at + MEMBER_LENGTH + name + extra;
        let packed = bytes.get(from..from.checked_add(self.packed)?)?;
        let unpacked = match self.method {
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, MOST_BYTES).ok()?,
            _ => return None,
        };
        Some(String::from_utf8_lossy(&unpacked).into_owned())
    }
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes(two.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use data::zip::pack;

    fn files() -> Vec<(String, String)> {
        let long = "ABCD-EFGH-JKMN ".repeat(400);
        [
            ("kari.txt", "code 1"),
            ("klasse/ola.txt", long.as_str()),
            ("tom.txt", ""),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .to_vec()
    }

    #[test]
    fn a_zip_gives_the_texts_of_its_members() {
        let found = read(&pack(&files()));
        let texts: Vec<String> = files().into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, HandedIn { texts, unread: 0 });
        assert_eq!(read(b"plain").texts, ["plain"]);
    }

    #[test]
    fn a_zip_that_is_cut_or_altered_anywhere_is_read_as_far_as_it_goes() {
        let whole = pack(&files());
        for end in 0..whole.len() {
            let found = read(&whole[..end]);
            assert!(found.texts.len() <= 3, "{end}");
            // What follows the last member says nothing more of it.
            let is_all = found.texts.len() == 3;
            assert!(end < 4 || found.unread > 0 || is_all, "{end}");
        }
        for place in 0..whole.len() {
            let mut altered = whole.clone();
            altered[place] ^= 0xff;
            assert!(read(&altered).texts.len() <= 3, "{place}");
        }
    }

    #[test]
    fn what_unpacks_to_more_than_a_text_is_not_unpacked() {
        let large = ("large.txt".to_owned(), "a".repeat(MOST_BYTES + 1));
        let found = read(&pack(&[large, ("small.txt".to_owned(), "b".to_owned())]));
        assert_eq!((found.texts, found.unread), (vec!["b".to_owned()], 1));
        assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]).unread, 1);
    }
}
