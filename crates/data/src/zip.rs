//! Zip archives of a few text files, as the page hands them out (PKWARE APPNOTE, sections 4.3.7 to 4.3.16).
//!
//! Written by hand because the page itself packs: a library for all of the format weighs more there than
//! the tools it would join. Archives are read by a library, in the module of the workers.

use crc32fast::hash;
use miniz_oxide::deflate::compress_to_vec;

/// 1 January 1980, the earliest day of the format: the same files give the same bytes.
const DAY: u16 = 0x21;

/// Names are UTF-8.
const UTF_8: u16 = 0x800;

/// Packs files, each a name and a text. An archive takes 65,535 files and 4 GiB; nobody has so many here.
///
/// ```
/// let packed = data::zip::pack(&[("a.csv".to_owned(), "group,year\n".to_owned())]);
/// assert!(packed.starts_with(b"PK\x03\x04"));
/// ```
pub fn pack(files: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let packed = compress_to_vec(text.as_bytes(), 6);
        let start = bytes.len() as u32;
        let mut header = Vec::new();
        // Version 2.0, deflated, midnight.
        for word in [20, UTF_8, 8, 0, DAY] {
            header.extend(word.to_le_bytes());
        }
        for word in [
            hash(text.as_bytes()),
            packed.len() as u32,
            text.len() as u32,
        ] {
            header.extend(word.to_le_bytes());
        }
        header.extend((name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&header);
        bytes.extend(name.as_bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&header);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size) = (bytes.len() as u32, directory.len() as u32);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend((files.len() as u16).to_le_bytes());
    }
    bytes.extend(size.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}
