//! Zip archives and gzip files, unpacked within a fixed budget of bytes.

use std::io::{Cursor, ErrorKind, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::encoding;
use data::dictionary::Dictionary;
use data::open::{DESCRIPTION, NamedBytes};
use data::problem::{ProblemKind, Problems};

/// What an archive may grow to.
pub const MAX_UNPACKED: usize = 256 * 1024 * 1024;

/// Archives with more members than this are refused.
const MAX_MEMBERS: usize = 10_000;

/// An archive with the names of its members.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl<'a> Archive<'a> {
    /// Reads the directory at the end of a zip archive.
    pub fn open(bytes: &'a [u8], problems: &mut Problems) -> Option<Archive<'a>> {
        let mut zip = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => zip,
            Err(error) => {
                problems.file(kind_of(&error), "");
                return None;
            }
        };
        if zip.len() > MAX_MEMBERS {
            problems.file(ProblemKind::ArchiveUnsupported("> 10 000"), "");
            return None;
        }
        if let Some(name) = named_twice(bytes, zip.central_directory_start()) {
            problems.file(ProblemKind::FileTwice, name);
            return None;
        }
        let mut names = Vec::with_capacity(zip.len());
        for place in 0..zip.len() {
            match zip.by_index_raw(place) {
                Ok(member) => names.push(
                    encoding::decode(member.name_raw(), None, "")
                        .text
                        .into_owned(),
                ),
                Err(error) => {
                    problems.file(kind_of(&error), "");
                    return None;
                }
            }
        }
        Some(Archive { zip, names })
    }

    /// The paths of the members.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Unpacks a member; what it takes is taken from the budget.
    pub fn unpack(
        &mut self,
        place: usize,
        budget: &mut usize,
        problems: &mut Problems,
    ) -> Option<Vec<u8>> {
        let name = self.names.get(place)?;
        match self.zip.by_index(place) {
            Ok(member) => within(member, budget, name, problems),
            Err(error) => {
                problems.file(kind_of(&error), name);
                None
            }
        }
    }

    /// Unpacks the members that can hold a table, and outlines that a package brings.
    pub fn tables(&mut self, budget: &mut usize, problems: &mut Problems) -> Vec<NamedBytes> {
        let is_description = |name: &String| super::base_name(name) == DESCRIPTION;
        let is_package = self.names.iter().any(is_description);
        let is_wanted = |name: &str| is_table(name) || (is_package && name.ends_with(".geojson"));
        let wanted: Vec<usize> = (0..self.names.len())
            .filter(|place| is_wanted(&self.names[*place]))
            .collect();
        wanted
            .into_iter()
            .filter_map(|place| {
                Some(NamedBytes {
                    bytes: self.unpack(place, budget, problems)?,
                    name: self.names[place].clone(),
                })
            })
            .collect()
    }
}

/// A name that two members have: the library would take the later one for both (APPNOTE, section 4.3.12).
fn named_twice(bytes: &[u8], directory: u64) -> Option<String> {
    const HEADER: usize = 46;
    let mut rest = bytes.get(usize::try_from(directory).ok()?..)?;
    let mut names = Dictionary::default();
    while rest.starts_with(b"PK\x01\x02") {
        let length = |at: usize| {
            Some(usize::from(u16::from_le_bytes([
                *rest.get(at)?,
                *rest.get(at + 1)?,
            ])))
        };
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let written = rest.get(HEADER..HEADER + name)?;
        if !names.number(written).1 {
            return Some(encoding::decode(written, None, "").text.into_owned());
        }
        rest = rest.get(HEADER + name + extra + comment..)?;
    }
    None
}

fn kind_of(error: &ZipError) -> ProblemKind {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ProblemKind::ArchiveUnsupported("AES/ZipCrypto")
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            ProblemKind::ArchiveUnsupported("method")
        }
        _ => ProblemKind::ArchiveDamaged,
    }
}

/// The problem of what would grow beyond [`MAX_UNPACKED`].
pub fn too_large() -> ProblemKind {
    ProblemKind::TooLarge {
        limit_mb: (MAX_UNPACKED / 1024 / 1024) as u64,
    }
}

/// All that a stream gives, as far as the budget reaches: what a header says of its length is not believed.
fn within(
    stream: impl Read,
    budget: &mut usize,
    name: &str,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = stream.take(*budget as u64 + 1).read_to_end(&mut bytes);
    let Some(left) = budget.checked_sub(bytes.len()) else {
        problems.file(too_large(), name);
        return None;
    };
    if let Err(error) = read {
        let kind = match error.kind() {
            ErrorKind::Unsupported => ProblemKind::ArchiveUnsupported("method"),
            _ => ProblemKind::ArchiveDamaged,
        };
        problems.file(kind, name);
        return None;
    }
    *budget = left;
    Some(bytes)
}

/// Unpacks a gzip file.
pub fn gunzip(
    name: &str,
    bytes: &[u8],
    budget: &mut usize,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    within(MultiGzDecoder::new(bytes), budget, name, problems)
}

/// Whether a member can hold a table; archives carry folders, licences and pictures too.
fn is_table(name: &str) -> bool {
    let base = super::base_name(name).to_ascii_lowercase();
    let known = [
        "csv", "tsv", "tab", "txt", "px", "json", "xlsx", "xlsm", "xlsb", "xls", "ods", "gz",
    ];
    let hidden = base.starts_with('.') || name.starts_with("__MACOSX/");
    let about = base.starts_with("readme") || base.starts_with("licen");
    !hidden
        && !about
        && base
            .rsplit_once('.')
            .is_some_and(|(_, ending)| known.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_members_that_can_hold_tables_are_unpacked() {
        let cases = [
            ("a/tall.csv", true),
            ("tall.csv.gz", true),
            ("tall.ods", true),
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
