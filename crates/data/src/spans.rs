//! Spans of numbers, as ages, that overlap: which of them divide what all of them cover.

/// For each span whether it belongs to a division of what the spans cover, each number of it in one span.
/// `None` where some overlap and no such division is among them.
pub fn division(spans: &[Option<(u32, u32)>]) -> Option<Vec<bool>> {
    let mut belongs = vec![false; spans.len()];
    let ends = |at: usize| spans[at].map(|(first, last)| (u64::from(first), u64::from(last) + 1));
    let mut ordered: Vec<(u64, u64, usize)> = (0..spans.len())
        .filter_map(|at| ends(at).map(|(from, to)| (from, to, at)))
        .collect();
    ordered.sort_unstable();
    let mut rest = ordered.as_slice();
    while let Some((begin, _, _)) = rest.first() {
        // What touches or overlaps is divided together.
        let mut end = *begin;
        let together = rest.iter().take_while(|(from, to, _)| {
            let touches = *from <= end;
            end = end.max(if touches { *to } else { end });
            touches
        });
        let (these, others) = rest.split_at(together.count());
        rest = others;
        // The longest chain up to each number: how many spans, the last of them, and where that one begins.
        let mut numbers: Vec<u64> = these.iter().map(|(_, to, _)| *to).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut chains = vec![(0, 0, 0); numbers.len()];
        let place = |number: &u64| numbers.binary_search(number).ok();
        for (from, to, at) in these {
            let before = match from == begin {
                true => Some(0),
                false => place(from)
                    .map(|at| chains[at].0)
                    .filter(|count| *count > 0),
            };
            if let (Some(before), Some(place)) = (before, place(to))
                && before + 1 > chains[place].0
            {
                chains[place] = (before + 1, *at, *from);
            }
        }
        let mut until = end;
        while until > *begin {
            let (count, last, from) = chains[place(&until)?];
            if count == 0 || from >= until {
                return None;
            }
            belongs[last] = true;
            until = from;
        }
    }
    Some(belongs)
}

/// What some spans cover together, where each number of it lies in one of them; `None` where two overlap or something
/// between them is in none.
pub fn covered(mut spans: Vec<(u32, u32)>) -> Option<(u32, u32)> {
    spans.sort_unstable();
    let follows = |pair: &[(u32, u32)]| pair[0].1.checked_add(1) == Some(pair[1].0);
    let are_joined = spans.windows(2).all(follows);
    let (first, last) = spans.first().zip(spans.last())?;
    are_joined.then_some((first.0, last.1))
}

#[cfg(test)]
mod tests {
    #[test]
    fn spans_that_overlap_are_divided_by_those_that_cover_all_once() {
        const OPEN: u32 = u32::MAX;
        for (spans, division) in [
            (vec![(0, 17), (18, OPEN)], Some("11")),
            (vec![(0, 17), (18, OPEN), (0, 19), (20, OPEN)], Some("1100")),
            (
                vec![(0, 4), (5, 9), (10, 14), (0, 14), (15, OPEN)],
                Some("11101"),
            ),
            (vec![(18, 35), (18, 24), (25, 29)], Some("100")),
            (vec![(15, 64), (15, 19), (20, 64), (65, OPEN)], Some("0111")),
            (vec![(80, OPEN), (79, 79), (80, 80), (81, 81)], Some("1100")),
            (vec![(0, 19), (15, 24), (20, 64)], Some("101")),
            // With a gap between them.
            (vec![(0, 4), (10, 14), (10, 12), (13, 14)], Some("1011")),
            (vec![(0, 14), (15, 24), (20, 30)], None),
            (vec![(0, 19), (15, 24)], None),
            (vec![], Some("")),
        ] {
            let given: Vec<_> = spans.iter().copied().map(Some).collect();
            let found = super::division(&given);
            let found = found.map(|belongs| {
                let signs = belongs.iter().map(|one| if *one { '1' } else { '0' });
                signs.collect::<String>()
            });
            assert_eq!(found.as_deref(), division, "{spans:?}");
        }
    }
}
