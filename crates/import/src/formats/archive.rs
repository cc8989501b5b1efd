//! Zip archives and gzip files, unpacked within a fixed budget of bytes.
//!
//! Only what such files need in practice is here, because the whole reader is part of the first
//! view of the page: stored and deflated members, checksums, no encryption, no ZIP64.

use miniz_oxide::inflate::{self, TINFLStatus};

use super::encoding;
use data::open::NamedBytes;
use data::problem::{ProblemKind, Problems};

/// What an archive may grow to.
pub const MAX_UNPACKED: usize = 256 * 1024 * 1024;

/// More members than this are not looked at.
const MAX_MEMBERS: usize = 10_000;

/// A member of a zip archive, still packed.
#[derive(Clone, Debug)]
pub struct Member {
    /// Path within the archive.
    pub name: String,
    encrypted: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    unpacked: usize,
    offset: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([two[0], two[1]])))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    u32_at(bytes, at).map(|size| size as usize)
}

/// The members of a zip archive, from the directory at its end.
pub fn members(bytes: &[u8], problems: &mut Problems) -> Option<Vec<Member>> {
    let list = directory(bytes);
    match list {
        Some(Ok(list)) => Some(list),
        Some(Err(kind)) => {
            problems.file(kind, "");
            None
        }
        None => {
            problems.file(ProblemKind::ArchiveDamaged, "");
            None
        }
    }
}

fn directory(bytes: &[u8]) -> Option<Result<Vec<Member>, ProblemKind>> {
    const END: &[u8] = b"PK\x05\x06";
    let from = bytes.len().saturating_sub(66_000);
    let end = from + bytes[from..].windows(4).rposition(|window| window == END)?;
    let count = u16_at(bytes, end + 10)?;
    let start = size_at(bytes, end + 16)?;
    if count == 0xffff || start == 0xffff_ffff {
        return Some(Err(ProblemKind::ArchiveUnsupported("ZIP64")));
    }
    if count > MAX_MEMBERS {
        return Some(Err(ProblemKind::ArchiveUnsupported("> 10 000")));
    }
    let mut at = start;
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let name_length = u16_at(bytes, at + 28)?;
        let name = bytes.get(at + 46..at + 46 + name_length)?;
        list.push(Member {
            name: encoding::decode(name, None, "").text.into_owned(),
            encrypted: u16_at(bytes, at + 8)? & 1 == 1,
            method: u16_at(bytes, at + 10)? as u16,
            checksum: u32_at(bytes, at + 16)?,
            packed: size_at(bytes, at + 20)?,
            unpacked: size_at(bytes, at + 24)?,
            offset: size_at(bytes, at + 42)?,
        });
        at += 46 + name_length + u16_at(bytes, at + 30)? + u16_at(bytes, at + 32)?;
    }
    Some(Ok(list))
}

/// Unpacks a member; what it takes is taken from the budget.
pub fn unpack_member(
    bytes: &[u8],
    member: &Member,
    budget: &mut usize,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    if member.encrypted {
        problems.file(
            ProblemKind::ArchiveUnsupported("AES/ZipCrypto"),
            &member.name,
        );
        return None;
    }
    let data = (|| {
        if bytes.get(member.offset..member.offset.checked_add(4)?)? != b"PK\x03\x04" {
            return None;
        }
        let start = member.offset
            + 30
            + u16_at(bytes, member.offset + 26)?
            + u16_at(bytes, member.offset + 28)?;
        bytes.get(start..start.checked_add(member.packed)?)
    })();
    let Some(data) = data else {
        problems.file(ProblemKind::ArchiveDamaged, &member.name);
        return None;
    };
    if member.unpacked > *budget {
        problems.file(too_large(), &member.name);
        return None;
    }
    let unpacked = match member.method {
        0 => data.to_vec(),
        8 => inflated(data, *budget, &member.name, problems)?,
        _ => {
            problems.file(ProblemKind::ArchiveUnsupported("method"), &member.name);
            return None;
        }
    };
    if unpacked.len() != member.unpacked || checksum(&unpacked) != member.checksum {
        problems.file(ProblemKind::ArchiveDamaged, &member.name);
        return None;
    }
    *budget -= unpacked.len();
    Some(unpacked)
}

/// The problem of what would grow beyond [`MAX_UNPACKED`].
pub fn too_large() -> ProblemKind {
    ProblemKind::TooLarge {
        limit_mb: (MAX_UNPACKED / 1024 / 1024) as u64,
    }
}

fn inflated(data: &[u8], budget: usize, name: &str, problems: &mut Problems) -> Option<Vec<u8>> {
    match inflate::decompress_to_vec_with_limit(data, budget) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            let kind = match error.status {
                TINFLStatus::HasMoreOutput => too_large(),
                _ => ProblemKind::ArchiveDamaged,
            };
            problems.file(kind, name);
            None
        }
    }
}

/// Unpacks a gzip file.
pub fn gunzip(
    name: &str,
    bytes: &[u8],
    budget: &mut usize,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    let data = gzip_body(bytes);
    let (Some(data), Some(checksum_at)) = (data, bytes.len().checked_sub(8)) else {
        problems.file(ProblemKind::ArchiveDamaged, name);
        return None;
    };
    let unpacked = inflated(data, *budget, name, problems)?;
    if u32_at(bytes, checksum_at) != Some(checksum(&unpacked)) {
        problems.file(ProblemKind::ArchiveDamaged, name);
        return None;
    }
    *budget -= unpacked.len();
    Some(unpacked)
}

/// The packed bytes of a gzip file, behind its header of variable length.
fn gzip_body(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.len() < 18 || bytes[2] != 8 {
        return None;
    }
    let flags = bytes[3];
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + u16_at(bytes, at)?;
    }
    for text in [8, 16] {
        if flags & text != 0 {
            at += 1 + bytes.get(at..)?.iter().position(|byte| *byte == 0)?;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    bytes.get(at..bytes.len() - 8)
}

/// CRC-32 as zip and gzip use it.
pub fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0_u32; 256];
        let mut at = 0;
        while at < 256 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 {
                    0xedb8_8320 ^ (value >> 1)
                } else {
                    value >> 1
                };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    !bytes.iter().fold(!0_u32, |sum, byte| {
        TABLE[((sum ^ u32::from(*byte)) & 0xff) as usize] ^ (sum >> 8)
    })
}

/// Whether a member can hold a table; archives carry folders, licences and pictures too.
fn is_table(name: &str) -> bool {
    let base = super::base_name(name).to_ascii_lowercase();
    let known = ["csv", "tsv", "tab", "txt", "px", "json", "xlsx", "gz"];
    let hidden = base.starts_with('.') || name.starts_with("__MACOSX/");
    let about = base.starts_with("readme") || base.starts_with("licen");
    !hidden
        && !about
        && base
            .rsplit_once('.')
            .is_some_and(|(_, ending)| known.contains(&ending))
}

/// Unpacks the members that can hold a table.
pub fn unzip(
    bytes: &[u8],
    list: &[Member],
    budget: &mut usize,
    problems: &mut Problems,
) -> Vec<NamedBytes> {
    list.iter()
        .filter(|member| is_table(&member.name))
        .filter_map(|member| {
            Some(NamedBytes {
                name: member.name.clone(),
                bytes: unpack_member(bytes, member, budget, problems)?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn only_members_that_can_hold_tables_are_unpacked() {
        let cases = [
            ("a/tall.csv", true),
            ("tall.csv.gz", true),
            ("README.txt", false),
            ("__MACOSX/._tall.csv", false),
            ("bilde.png", false),
            ("mappe/", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_table(name), expected, "{name}");
        }
    }
}
