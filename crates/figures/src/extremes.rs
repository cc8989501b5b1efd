//! The highest and the lowest of some numbers, as they can be told.

use text::marks;
use text::sentences::Extreme;

/// As many names as can be read in a sentence.
pub(super) const NAMED: usize = 3;

/// A number under its name: the name, the value, and how it is read.
pub(super) type Entry<'a> = (&'a str, f64, &'a str);

/// The highest and the lowest of at least two. Of many that share a value, none stands out by its
/// name.
pub fn extremes(entries: &[Entry]) -> Option<(Extreme, Extreme)> {
    let values = || entries.iter().map(|(_, value, _)| *value);
    let high = values().max_by(f64::total_cmp)?;
    let low = values().min_by(f64::total_cmp)?;
    let with = |wanted: f64| {
        let shared = entries.iter().filter(|(_, value, _)| *value == wanted);
        let names: Vec<String> = shared
            .clone()
            .map(|(name, ..)| (*name).to_owned())
            .collect();
        Extreme {
            value: shared
                .map(|(.., text)| (*text).to_owned())
                .next()
                .unwrap_or_default(),
            of: entries.len(),
            shared: names.len(),
            names: if names.len() <= NAMED {
                names
            } else {
                Vec::new()
            },
        }
    };
    let (mut top, mut bottom) = (with(high), with(low));
    // Numbers that are read alike are told as the same.
    if marks::plain(&top.value) == marks::plain(&bottom.value) {
        for end in [&mut top, &mut bottom] {
            (end.shared, end.names) = (end.of, Vec::new());
        }
    }
    (entries.len() > 1).then_some((top, bottom))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_that_share_a_value_have_no_names() {
        let entries = [
            ("a", 3.0, "3"),
            ("b", 0.0, "0"),
            ("c", 0.0, "0"),
            ("d", 0.0, "0"),
            ("e", 0.0, "0"),
        ];
        let (high, low) = extremes(&entries).unwrap_or_else(|| unreachable!("five numbers"));
        assert_eq!((high.names, high.shared), (vec!["a".to_owned()], 1));
        assert_eq!((low.names, low.shared, low.of), (Vec::new(), 4, 5));
        assert_eq!(low.value, "0");
        assert_eq!(extremes(&entries[..1]), None);
    }
}
