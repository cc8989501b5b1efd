//! Putting things in order.
//!
//! The sort of the standard library is compiled anew for every type and every comparison, and
//! each copy weighs as much as a page of the app. Here is one for places in a list, which are merged:
//! lists on a page are short, and a merge is a twentieth of the library's sort.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Sorts; equal items keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|one, two| compare(&items[one], &items[two]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

/// The places `0..count` in the order of the comparison; equal ones stay in their order.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = places.clone();
    let mut width = 1;
    while width < count {
        for from in (0..count).step_by(2 * width) {
            let (middle, to) = ((from + width).min(count), (from + 2 * width).min(count));
            let (mut left, mut right) = (from, middle);
            for place in &mut merged[from..to] {
                let takes_left = right == to
                    || left < middle && compare(places[left], places[right]) != Ordering::Greater;
                let next = if takes_left { &mut left } else { &mut right };
                *place = places[*next];
                *next += 1;
            }
        }
        core::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut items, &|one, two| one.0.cmp(&two.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn any_list_comes_out_as_the_library_sorts_it() {
        let mut seed = 1_u64;
        for count in (0..70).chain([1000, 4097]) {
            let mut next = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                seed >> 59
            };
            let mut items: Vec<(u64, usize)> = (0..count).map(|place| (next(), place)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, &|one, two| one.0.cmp(&two.0));
            assert_eq!(items, expected);
        }
    }
}
