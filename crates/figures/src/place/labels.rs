//! Names beside lines that keep out of each other's way, and the key to the colours.

use super::board::{Board, Hang};
use super::line;
use super::marks::{Anchor, Rect, Stroke};
use crate::sheet::{Kind, Marker, Sheet};
use crate::theme::{Hue, Role};
use kernels::stable_sort as order;

/// Moves labels apart with as little movement as possible.
///
/// `wanted` has the middle and the height of each label; the answer has the middle of each,
/// in the same order. Labels keep the order of their wanted places, stand at least `gap` apart
/// and stay between `top` and `bottom`, provided that they fit there at all.
pub(super) fn push_apart(wanted: &[(f64, f64)], top: f64, bottom: f64, gap: f64) -> Vec<f64> {
    let order = order::places(wanted.len(), &|one, two| {
        wanted[one].0.total_cmp(&wanted[two].0)
    });

    // Labels that touch form a cluster, which goes where the mean of its members' wishes is.
    struct Cluster {
        members: Vec<usize>,
        height: f64,
        wishes: f64,
        top: f64,
    }
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in order {
        let (middle, height) = wanted[index];
        let mut cluster = Cluster {
            members: vec![index],
            height,
            wishes: middle - height / 2.0,
            top: 0.0,
        };
        loop {
            let wish = cluster.wishes / cluster.members.len() as f64;
            cluster.top = wish.min(bottom - cluster.height).max(top);
            match clusters.pop() {
                Some(above) if above.top + above.height + gap > cluster.top => {
                    let shift = above.height + gap;
                    let count = cluster.members.len() as f64;
                    cluster.wishes += above.wishes - shift * count;
                    cluster.height += shift;
                    cluster.members = [above.members, cluster.members].concat();
                }
                Some(above) => {
                    clusters.push(above);
                    break;
                }
                None => break,
            }
        }
        clusters.push(cluster);
    }

    let mut middles = vec![0.0; wanted.len()];
    for cluster in clusters {
        let mut edge = cluster.top;
        for index in cluster.members {
            let height = wanted[index].1;
            middles[index] = edge + height / 2.0;
            edge += height + gap;
        }
    }
    middles
}

/// One entry of the key to the colours.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub label: String,
    pub hue: Hue,
    pub kind: Kind,
    /// A curve that is no data, and whether its dashes are fine.
    pub curve: Option<bool>,
    pub marker: Marker,
}

/// The entries of a figure: each series once, in the order of first appearance. Bars that are
/// alone in their panel, in no colour of their own, are named by the panel.
pub(super) fn entries(sheet: &Sheet) -> Vec<Entry> {
    let mut seen: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for (_, panel) in sheet.shown() {
        for curve in panel.curves.iter().filter(|curve| !curve.label.is_empty()) {
            let known = |entry: &Entry| entry.label == curve.label;
            if !entries.iter().any(known) {
                entries.push(Entry {
                    label: curve.label.clone(),
                    hue: curve.hue,
                    kind: Kind::Line,
                    curve: Some(curve.fine),
                    marker: Marker::None,
                });
            }
        }
        let is_funnel = panel.kind == Kind::Funnel;
        for line in panel
            .lines
            .iter()
            .filter(|line| is_funnel && !line.label.is_empty())
        {
            entries.push(Entry {
                label: line.label.clone(),
                hue: Hue::Majority,
                kind: Kind::Line,
                curve: None,
                marker: Marker::None,
            });
        }
        let named_at_marks = matches!(
            panel.kind,
            Kind::Slope | Kind::Heat | Kind::Funnel | Kind::Waterfall | Kind::Flow | Kind::Map
        );
        if named_at_marks {
            continue;
        }
        if let (Kind::Bars | Kind::Dots, [one]) = (panel.kind, panel.series.as_slice())
            && one.hue == Hue::Neutral
        {
            continue;
        }
        for series in &panel.series {
            if series.label == panel.title
                || panel.kind == Kind::Line && !line::has_name(panel, series)
            {
                continue;
            }
            if !seen.contains(&series.key.as_str()) {
                seen.push(&series.key);
                entries.push(Entry {
                    label: series.label.clone(),
                    hue: series.hue,
                    kind: panel.kind,
                    curve: None,
                    marker: series
                        .points
                        .first()
                        .map_or(Marker::None, |point| point.marker),
                });
            }
        }
    }
    entries
}

/// Sets the key in rows and returns its lower end.
pub(super) fn legend(board: &mut Board, entries: &[Entry], area: Rect) -> f64 {
    const KEY: f64 = 12.0;
    const BETWEEN: f64 = 18.0;
    let hang = Hang {
        role: Role::Legend,
        anchor: Anchor::Start,
        colour: board.theme.ink,
    };
    let (mut x, mut top, mut bottom) = (area.x, area.y, area.y);
    for entry in entries {
        let is_line = entry.kind == Kind::Line || entry.curve.is_some();
        let key_width = if is_line { 24.0 } else { KEY };
        let indent = key_width + 6.0;
        let lines = board.wrap(Role::Legend, &entry.label, area.width - indent);
        let text_width = lines
            .iter()
            .map(|line| board.width(Role::Legend, line))
            .fold(0.0, f64::max);
        if x > area.x && x + indent + text_width > area.right() {
            x = area.x;
            top = bottom + 7.0;
        }
        let colour = board.theme.hue(entry.hue);
        let size = board.style(Role::Legend).size;
        // The middle of the capitals of the first line.
        let middle = top + KEY / 2.0;
        if let Some(fine) = entry.curve {
            let stroke = Stroke::new(colour, 1.5);
            let stroke = if fine {
                stroke.dashed(2.5, 3.0)
            } else {
                stroke.dashed(8.0, 4.0)
            };
            board.line(vec![(x, middle), (x + key_width, middle)], stroke);
        } else if entry.kind == Kind::Line {
            let stroke = board.dashes(Stroke::new(colour, 3.0), entry.hue);
            board.line(vec![(x, middle), (x + key_width, middle)], stroke);
        } else if entry.kind == Kind::Dots {
            let shape = board.shape(entry.marker, entry.hue);
            board.marker(shape, (x + KEY / 2.0, middle), 4.5, colour, false);
        } else {
            let key = Rect::new(x, middle - KEY / 2.0, KEY, KEY);
            board.field(key, entry.hue, false);
        }
        let text_top = middle - crate::metrics::CAP_HEIGHT * size / 2.0;
        let end = board.block(hang, &lines, x + indent, text_top);
        bottom = bottom.max(end);
        x += indent + text_width + BETWEEN;
    }
    bottom
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        let wanted = [(10.0, 12.0), (50.0, 12.0), (90.0, 12.0)];
        assert_eq!(push_apart(&wanted, 0.0, 100.0, 2.0), [10.0, 50.0, 90.0]);
    }

    #[test]
    fn crowded_labels_share_the_movement_and_keep_their_order() {
        let wanted = [(52.0, 10.0), (50.0, 10.0), (48.0, 10.0)];
        assert_eq!(push_apart(&wanted, 0.0, 100.0, 2.0), [62.0, 50.0, 38.0]);
    }

    #[test]
    fn labels_never_overlap_or_leave_the_range() {
        let cases: [&[(f64, f64)]; 4] = [
            &[(0.0, 20.0), (0.0, 20.0), (5.0, 20.0), (100.0, 20.0)],
            &[(99.0, 30.0), (98.0, 30.0), (97.0, 30.0)],
            &[(10.0, 14.0), (22.0, 28.0), (30.0, 14.0), (31.0, 28.0)],
            &[(50.0, 100.0)],
        ];
        for wanted in cases {
            let middles = push_apart(wanted, 0.0, 100.0, 2.0);
            let mut edges: Vec<(f64, f64)> = middles
                .iter()
                .zip(wanted)
                .map(|(middle, (_, height))| (middle - height / 2.0, middle + height / 2.0))
                .collect();
            edges.sort_by(|one, two| one.0.total_cmp(&two.0));
            assert!(
                edges
                    .iter()
                    .all(|(low, high)| *low >= -1e-9 && *high <= 100.0 + 1e-9)
            );
            for pair in edges.windows(2) {
                assert!(pair[1].0 - pair[0].1 >= 2.0 - 1e-9, "{wanted:?}: {edges:?}");
            }
        }
    }
}
