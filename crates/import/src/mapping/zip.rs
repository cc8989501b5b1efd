//! A zip archive of a few text files, packed as `formats::archive` unpacks it.

use miniz_oxide::deflate::compress_to_vec;

use crate::formats::archive::checksum;

/// The first of January 1980, the earliest date a zip can hold: the same files give the same bytes.
const DATE: u16 = (1 << 5) | 1;

/// Packs files with names in UTF-8.
pub fn pack(files: &[(String, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let packed = compress_to_vec(text.as_bytes(), 6);
        let start = bytes.len() as u32;
        let mut common = Vec::new();
        // Version 2.0, names in UTF-8, deflated.
        for word in [20_u16, 1 << 11, 8, 0, DATE] {
            common.extend(word.to_le_bytes());
        }
        let sizes = [
            checksum(text.as_bytes()),
            packed.len() as u32,
            text.len() as u32,
        ];
        for word in sizes {
            common.extend(word.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(20_u16.to_le_bytes());
        directory.extend(&common);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = files.len() as u16;
    let start = bytes.len() as u32;
    let length = directory.len() as u32;
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06");
    for word in [0_u16, 0, count, count] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}
