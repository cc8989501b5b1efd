//! What an old workbook (.xls) would grow to, found out before a library opens it: the library follows chains of
//! sectors that lead in circles, believes lengths, and makes a table of all cells between the first and the last.

/// What a container begins with.
pub const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Ids of sectors from here on mean something else.
const RESERVED: u32 = 0xffff_fffa;
const END: u32 = 0xffff_fffe;

/// Shorter streams lie in a stream of small sectors.
const SMALL: usize = 4096;

/// The number of cells that the sheets come to, the empty ones between them included; `None` for a container that
/// does not hold together.
pub fn cells(bytes: &[u8]) -> Option<usize> {
    let container = Container::open(bytes)?;
    let mut all = 0_usize;
    for name in ["Workbook", "Book"] {
        if let Some(entry) = container
            .entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
        {
            all = all.saturating_add(of_stream(&container.stream(entry)?));
        }
    }
    Some(all)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u32::from(u16::from_le_bytes(two.try_into().ok()?)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

struct Container<'a> {
    bytes: &'a [u8],
    size: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
    small: Vec<u8>,
    small_next: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Container<'a>> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Container {
            bytes,
            size,
            next: Vec::new(),
            entries: Vec::new(),
            small: Vec::new(),
            small_next: Vec::new(),
        };
        let most = bytes.len() / size + 1;
        let mut tables: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut more = u32_at(bytes, 68)?;
        while more < RESERVED {
            tables.extend(numbers(container.sector(more)?));
            more = tables.pop()?;
            // A circle, or one sector named again and again.
            if tables.len() > most + 109 + size {
                return None;
            }
        }
        tables.retain(|id| *id < RESERVED);
        if tables.len() > most {
            return None;
        }
        for id in tables {
            let sector: Vec<u32> = numbers(container.sector(id)?).collect();
            container.next.extend(sector);
        }
        let directory = container.chain(u32_at(bytes, 48)?, usize::MAX)?;
        for entry in directory.chunks_exact(128) {
            let units: Vec<u16> = entry[..64]
                .chunks_exact(2)
                .map(|two| u16::from_le_bytes([two[0], two[1]]))
                .take_while(|unit| *unit != 0)
                .collect();
            let entry = Entry {
                name: String::from_utf16_lossy(&units),
                start: u32_at(entry, 116)?,
                length: u32_at(entry, 120)? as usize,
            };
            if entry.length > bytes.len() {
                return None;
            }
            container.entries.push(entry);
        }
        let (start, sectors) = (u32_at(bytes, 60)?, u32_at(bytes, 64)? as usize);
        if sectors > 0 {
            let first = container.entries.first()?;
            container.small = container.chain(first.start, first.length)?;
            let next = container.chain(start, sectors.saturating_mul(size))?;
            container.small_next = numbers(&next).collect();
        }
        Some(container)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        joined(start, length, self.bytes.len(), &self.next, |id| {
            self.sector(id)
        })
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.length >= SMALL {
            return self.chain(entry.start, entry.length);
        }
        let sector = |id: u32| {
            let start = (id as usize).checked_mul(64)?;
            self.small.get(start..self.small.len().min(start + 64))
        };
        joined(
            entry.start,
            entry.length,
            self.small.len(),
            &self.small_next,
            sector,
        )
    }
}

/// The sectors of a chain one after the other, up to a length; `None` where it leads nowhere, or in a circle.
fn joined<'a>(
    start: u32,
    length: usize,
    most: usize,
    next: &[u32],
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let (mut bytes, mut at) = (Vec::new(), start);
    while at != END && bytes.len() < length {
        bytes.extend(sector(at)?);
        if bytes.len() > most + SMALL {
            return None;
        }
        at = *next.get(at as usize)?;
    }
    bytes.truncate(length);
    Some(bytes)
}

/// The records from a place on: their kind, and what they hold.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u32, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at + 2)? as usize);
        let body = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, body))
    })
}

const END_OF_PART: u32 = 0x000a;

/// The cells of all sheets that a stream names.
fn of_stream(stream: &[u8]) -> usize {
    let globals = records(stream, 0).take_while(|(kind, _)| *kind != END_OF_PART);
    let sheets = globals.filter(|(kind, _)| *kind == 0x0085);
    let places = sheets.filter_map(|(_, body)| u32_at(body, 0));
    places.fold(0, |all: usize, place| {
        all.saturating_add(of_sheet(stream, place as usize))
    })
}

/// The cells between the first and the last of a sheet, or those that it says it has.
fn of_sheet(stream: &[u8], place: usize) -> usize {
    let (mut first, mut last) = ((u32::MAX, u32::MAX), (0, 0));
    let (mut depth, mut told) = (0_usize, 0_usize);
    for (kind, body) in records(stream, place) {
        match kind {
            // Charts within a sheet are parts of their own.
            0x0809 => depth += 1,
            END_OF_PART if depth <= 1 => break,
            END_OF_PART => depth -= 1,
            // What it says of itself: rows and columns from and to.
            0x0200 => told = told.saturating_add(spanned(body).unwrap_or(0)),
            // Numbers, texts, truths and formulas, one cell or several of a row.
            0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0203..=0x0205 | 0x027e => {
                if let (Some(row), Some(column)) = (u16_at(body, 0), u16_at(body, 2)) {
                    let several =
                        (kind == 0x00bd).then(|| u16_at(body, body.len().saturating_sub(2)));
                    let to = several.flatten().unwrap_or(column).max(column);
                    first = (row.min(first.0), column.min(first.1));
                    last = (row.max(last.0), to.max(last.1));
                }
            }
            _ => {}
        }
    }
    if first.0 > last.0 {
        return told;
    }
    let side = |from: u32, to: u32| (to - from) as usize + 1;
    told.max(side(first.0, last.0).saturating_mul(side(first.1, last.1)))
}

fn spanned(body: &[u8]) -> Option<usize> {
    let (rows, columns) = match body.len() {
        10 => (
            (u16_at(body, 0)?, u16_at(body, 2)?),
            (u16_at(body, 4)?, u16_at(body, 6)?),
        ),
        _ => (
            (u32_at(body, 0)?, u32_at(body, 4)?),
            (u16_at(body, 8)?, u16_at(body, 10)?),
        ),
    };
    // A first column that cannot be is taken for the first of all.
    let from = if columns.0 > 0xff || columns.1 < columns.0 {
        0
    } else {
        columns.0
    };
    let side = |(from, to): (u32, u32)| to.saturating_sub(from) as usize;
    Some(side(rows).saturating_mul(side((from, columns.1))))
}
