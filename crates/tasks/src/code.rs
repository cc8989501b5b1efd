//! The code by which an answer is handed in: no name, no time, no machine, nothing but the answer.
//!
//! Bytes: two of the task's name, two drawn at random, so that two who answer alike are two, the answer,
//! two to find slips. Written in the letters of Crockford, 12 to 16 of them, in groups of four. The last
//! two bytes are a CRC-16: one letter mistaken, two exchanged, or any three in a row are always found.

use std::collections::BTreeSet;

use super::answer::{Answer, widths};
use super::letters::CROCKFORD;
use super::prepare::Prepared;

/// How many bits each number of an answer has.
pub type Fields = Vec<u32>;

/// The most bits of an answer.
pub const MOST_BITS: u32 = 32;

/// The most codes of a task that are read from what was pasted: a class has thirty, a school some hundred.
pub const MOST_CODES: usize = 5_000;

/// Least and greatest number of letters of a code.
const LETTERS: std::ops::RangeInclusive<usize> = 12..=16;

/// Two bytes for the name of a task (the two halves of its 32-bit FNV-1a hash together).
fn tag(id: &str) -> u16 {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 16) as u16 ^ hash as u16
}

/// CRC-16 with the polynomial of CCITT, begun with ones.
fn check(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff_u16, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| match crc & 0x8000 {
            0 => crc << 1,
            _ => (crc << 1) ^ 0x1021,
        })
    })
}

/// The code of an answer; `nonce` is drawn at random.
pub fn write(prepared: &Prepared, answer: &Answer, nonce: u16) -> String {
    let widths = widths(&prepared.form);
    let (mut packed, mut length) = (0_u64, 0);
    for (field, width) in answer.to_fields().into_iter().zip(&widths) {
        packed |= u64::from(field) << length;
        length += width;
    }
    let count = bytes_of(&widths);
    let mut bytes = tag(&prepared.id).to_be_bytes().to_vec();
    bytes.extend(nonce.to_be_bytes());
    bytes.extend(&packed.to_le_bytes()[..count]);
    bytes.extend(check(&bytes).to_be_bytes());
    let letters = CROCKFORD.write(&bytes);
    let groups: Vec<&str> = letters
        .as_bytes()
        .chunks(4)
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join("-")
}

fn bytes_of(widths: &Fields) -> usize {
    widths.iter().sum::<u32>().div_ceil(8) as usize
}

/// What letters turn out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// An answer to the task, and what tells it from another one alike.
    Answer(u16, Answer),
    /// A code of another task.
    Other,
    /// A code of the task with a slip in it.
    Slip,
    /// No code.
    Chatter,
}

/// Reads letters, spaces and hyphens left out.
pub fn read(prepared: &Prepared, text: &str) -> Read {
    let letters: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let count = bytes_of(&widths(&prepared.form));
    let is_of_task = |letters: &str| {
        // The first four letters hold the two bytes of the name.
        let expected = write(prepared, &Answer::start(prepared), 0);
        let upper = letters.to_uppercase();
        letters.len() == expected.replace('-', "").len()
            && upper.as_bytes().get(..3) == expected.as_bytes().get(..3)
    };
    let Some(bytes) = CROCKFORD
        .read(&letters)
        .filter(|_| LETTERS.contains(&letters.len()))
    else {
        return if is_of_task(&letters) {
            Read::Slip
        } else {
            Read::Chatter
        };
    };
    let (held, sum) = bytes.split_at(bytes.len().saturating_sub(2));
    if check(held).to_be_bytes() != sum {
        return if is_of_task(&letters) {
            Read::Slip
        } else {
            Read::Chatter
        };
    }
    if held.get(..2) != Some(&tag(&prepared.id).to_be_bytes()) || held.len() != 4 + count {
        return Read::Other;
    }
    let nonce = u16::from_be_bytes([held[2], held[3]]);
    let mut packed = [0; 8];
    packed[..count].copy_from_slice(&held[4..]);
    let mut packed = u64::from_le_bytes(packed);
    let mut fields = Vec::new();
    for width in widths(&prepared.form) {
        fields.push((packed & ((1 << width) - 1)) as u32);
        packed >>= width;
    }
    match Answer::of_fields(&prepared.form, &fields) {
        Some(answer) => Read::Answer(nonce, answer),
        None => Read::Chatter,
    }
}

/// Codes found in what was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The answers, each once.
    pub answers: Vec<Answer>,
    /// Codes that were there more than once.
    pub again: usize,
    /// What is a code of no answer to the task, or looks like one, as it was written.
    pub others: Vec<String>,
    /// Codes with a slip, as they were written.
    pub slips: Vec<String>,
    /// Whether there was more than [`MOST_CODES`], which was not read.
    pub too_many: bool,
}

/// Finds the codes in a text that holds anything else as well.
pub fn gather(prepared: &Prepared, text: &str) -> Gathered {
    let mut gathered = Gathered::default();
    let mut met = BTreeSet::new();
    let mut codes = 0;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-';
    for line in text.lines() {
        let words: Vec<&str> = line
            .split(|letter| !is_part(letter))
            .filter(|word| !word.is_empty())
            .collect();
        let mut at = 0;
        while at < words.len() {
            // A code that was typed in groups is some words; the longest that is one counts.
            let mut found = (1, Read::Chatter, String::new());
            for count in (1..=4.min(words.len() - at)).rev() {
                let joined = words[at..at + count].concat();
                let letters = joined
                    .chars()
                    .filter(|letter| letter.is_alphanumeric())
                    .count();
                if !LETTERS.contains(&letters) {
                    continue;
                }
                let read = read(prepared, &joined);
                let is_better = matches!(
                    (&read, &found.1),
                    (Read::Answer(..) | Read::Other, Read::Slip | Read::Chatter)
                        | (Read::Slip, Read::Chatter)
                );
                if is_better {
                    found = (count, read, joined);
                }
            }
            let (count, read, joined) = found;
            let read = match read {
                Read::Chatter if is_shaped(words[at]) => stray(prepared, words[at]),
                read => read,
            };
            let joined = match joined.is_empty() {
                true => words[at].to_owned(),
                false => joined,
            };
            codes += usize::from(matches!(read, Read::Answer(..) | Read::Slip));
            if codes > MOST_CODES {
                gathered.too_many = true;
                return gathered;
            }
            match read {
                Read::Answer(nonce, answer) => match met.insert((nonce, answer.to_fields())) {
                    true => gathered.answers.push(answer),
                    false => gathered.again += 1,
                },
                Read::Other => gathered.others.push(joined),
                Read::Slip => gathered.slips.push(joined),
                Read::Chatter => {}
            }
            at += count;
        }
    }
    gathered
}

/// Whether a word has the shape in which codes are written: some groups of about four, in capitals, with a digit.
fn is_shaped(word: &str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    let Some((last, others)) = groups.split_last() else {
        return false;
    };
    let is_letter = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    (2..=3).contains(&others.len())
        && others.iter().all(|group| (3..=5).contains(&group.len()))
        && (1..=5).contains(&last.len())
        && groups.iter().all(|group| group.chars().all(is_letter))
        && word.contains(|letter: char| letter.is_ascii_digit())
        && word.contains(|letter: char| letter.is_ascii_uppercase())
}

/// What a word is that is shaped like a code and is none: a slip where it begins like those of the task.
fn stray(prepared: &Prepared, word: &str) -> Read {
    let own = write(prepared, &Answer::start(prepared), 0);
    match word.as_bytes().get(..3) == own.as_bytes().get(..3) {
        true => Read::Slip,
        false => Read::Other,
    }
}

/// What was pasted for a task and is of others of its lesson, or of none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Tasks by their place among the others, with how many answers there are and the codes with a slip.
    pub of: Vec<(usize, usize, Vec<String>)>,
    /// Codes of no task of the lesson, each once, as they were written.
    pub unknown: Vec<String>,
}

/// Finds to which other tasks of a lesson the codes of a text belong that are not of the one it was pasted for.
pub fn elsewhere<'a>(found: &Gathered, others: impl Iterator<Item = &'a Prepared>) -> Elsewhere {
    let mut unknown = found.others.clone();
    let mut told = Elsewhere::default();
    for (place, other) in others.enumerate() {
        let of = gather(other, &unknown.join("\n"));
        if !of.answers.is_empty() || !of.slips.is_empty() {
            told.of.push((place, of.answers.len(), of.slips));
        }
        unknown = of.others;
    }
    let mut met = BTreeSet::new();
    unknown.retain(|code| met.insert(code.clone()));
    told.unknown = unknown;
    told
}
