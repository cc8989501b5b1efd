//! The page: badge, heading, key, panels, source.

use super::axis::hairline;
use super::board::{Board, Hang, Slot};
use super::labels::{self, Entry};
use super::marks::{Anchor, Placed, Rect, Stroke};
use super::{bars, dots, flow, funnel, heat, line, map, people, slope, stacked, waterfall};
use crate::metrics::CAP_HEIGHT;
use crate::sheet::{Kind, Panel, Sheet};
use crate::theme::{Rgb, Role, Theme};

/// The room a figure gets, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width; at least [`Size::LEAST_WIDTH`] is used.
    pub width: f64,
    /// Height; `None` takes what the content needs. Content never shrinks below what can be
    /// read, so the result may be higher than asked for.
    pub height: Option<f64>,
}

impl Size {
    /// Below this width no figure is readable.
    pub const LEAST_WIDTH: f64 = 240.0;
}

/// The distance between two panels beside each other.
const BESIDE: f64 = 32.0;
/// The distance between two panels below each other.
const BELOW: f64 = 26.0;
/// The narrowest a panel may be when panels stand beside each other.
const LEAST_PANEL: f64 = 290.0;

/// Decides where everything goes.
pub fn place(sheet: &Sheet, size: Size, theme: &Theme) -> Placed {
    let asked = if size.width.is_finite() {
        size.width
    } else {
        0.0
    };
    let width = libm::floor(asked.max(Size::LEAST_WIDTH));
    let margin = if width < 480.0 { 12.0 } else { 20.0 };
    let mut board = Board::new(theme, sheet.lang, width);
    let inner = Rect::new(margin, margin, width - 2.0 * margin, 0.0);

    let mut top = heading(&mut board, sheet, inner);
    let plan = Plan::new(&board, sheet, inner.width);
    if !plan.legend.is_empty() {
        let area = Rect::new(inner.x, top, inner.width, 0.0);
        top = labels::legend(&mut board, &plan.legend, area) + 16.0;
    }

    let rows = plan.rows(sheet);
    let given = size.height.filter(|height| height.is_finite());
    // A trial run tells what a row needs: to share out a given height, and for rows whose panels
    // are to be equally high. Placing every row twice would take twice as long.
    let trial = board.clone();
    let need = |row: &[(usize, &Panel)], top: f64| {
        plan.row(&mut trial.clone(), row, inner, top, None) - top
    };
    let footer_height = footer(&mut board.clone(), sheet, inner, 0.0);
    let shares: Option<Vec<f64>> = given.map(|height| {
        let needed: Vec<f64> = rows.iter().map(|row| need(row, top)).collect();
        let panels_height = needed.iter().sum::<f64>();
        let gaps = BELOW * needed.len().saturating_sub(1) as f64;
        let spare = height - (top + panels_height + gaps + footer_height + margin);
        let share = |need: f64| need + spare * need / panels_height.max(1.0);
        needed.into_iter().map(share).collect()
    });
    for (index, row) in rows.iter().enumerate() {
        // Bars of the same categories beside each other fill the same height.
        let bars =
            |(_, panel): &(usize, &Panel)| panel.kind.has_categories() && !panel.series.is_empty();
        let alike = row.len() > 1 && row.iter().all(bars) && same_categories(row);
        let height = match &shares {
            Some(shares) => Some(shares[index]),
            None => alike.then(|| need(row, top)),
        };
        top = plan.row(&mut board, row, inner, top, height) + BELOW;
    }
    let panels_end = if rows.is_empty() { top } else { top - BELOW };
    let footer_top = match given {
        // The source stands at the foot of the page, not in the middle of it.
        Some(height) => panels_end.max(height - margin - footer_height),
        None => panels_end,
    };
    let end = footer(&mut board, sheet, inner, footer_top);
    board.placed.height = libm::ceil(given.unwrap_or(0.0).max(end + margin));
    board.placed
}

/// A figure with less and less beside its chart: without notes, source, heading. What is measured is told as long as
/// there is room; whose data they are always. Of what stands below it the source alone can be read from afar.
fn lighter(sheet: &Sheet) -> [Sheet; 4] {
    let mut with_source = sheet.clone();
    with_source.footer.truncate(1);
    let mut without = with_source.clone();
    without.footer.clear();
    let mut told = without.clone();
    if !told.subtitle.is_empty() {
        told.title.clear();
    }
    let mut bare = told.clone();
    bare.subtitle.clear();
    [with_source, without, told, bare]
}

/// The size to ask for in a room: the last pixel goes to what is placed on whole pixels.
fn within(room: (f64, f64)) -> Size {
    Size {
        width: room.0,
        height: Some(libm::floor(room.1) - 1.0),
    }
}

/// Whether a figure that is seen from afar has room, in its own pixels.
pub fn fits(sheet: &Sheet, room: (f64, f64), theme: &Theme) -> bool {
    let size = within(room);
    let is_within = |sheet: &Sheet| {
        let placed = place(sheet, size, theme);
        placed.width <= room.0 && placed.height <= room.1
    };
    lighter(sheet).iter().any(is_within)
}

/// Places a figure that is seen from afar in a room so wide and so high, each of its pixels drawn as `zoom` of the
/// room's. Where it has no room it goes without its source and headings, then with smaller letters: the width of the
/// room over that of the figure is what it got.
pub fn place_within(sheet: &Sheet, room: (f64, f64), zoom: f64, theme: &Theme) -> Placed {
    /// How much smaller each further try is.
    const SMALLER: f64 = 0.94;
    let tries = lighter(sheet);
    let mut zoom = zoom.max(1.0);
    loop {
        let size = within((room.0 / zoom, room.1 / zoom));
        let mut last = Placed::default();
        for sheet in &tries {
            last = place(sheet, size, theme);
            if last.width <= size.width && last.height * zoom <= room.1 {
                return last;
            }
        }
        if zoom <= 1.0 {
            return last;
        }
        zoom = (zoom * SMALLER).max(1.0);
    }
}

/// How the panels share the page.
struct Plan {
    /// Panels beside each other.
    columns: usize,
    /// The key: to all colours, or to curves alone where names stand at the marks.
    legend: Vec<Entry>,
    /// Whether names stand in the key and not at the marks.
    is_keyed: bool,
    /// The width of the widest value of any bar, so that panels on one scale leave the same
    /// room for it.
    value_width: f64,
    /// The room for the names beside lines where the panels in a row have the same and only the last shows
    /// them; 0 where each has its own.
    names_once: f64,
    /// Whether the line of every panel is what the heading names.
    told_above: bool,
}

impl Plan {
    fn new(board: &Board, sheet: &Sheet, width: f64) -> Plan {
        let count = sheet.shown().count().max(1);
        let columns = if board.placed.width < 640.0 {
            1
        } else {
            let most = ((width + BESIDE) / (LEAST_PANEL + BESIDE)) as usize;
            let most = most.clamp(1, count);
            // As many rows as needed, filled as evenly as possible.
            count.div_ceil(count.div_ceil(most))
        };
        let panel_width = column_width(width, columns);
        let entries = labels::entries(sheet);
        let told_above = line::told_above(sheet);
        let is_named = |panel: &Panel| match panel.kind {
            Kind::Line => told_above || line::labels_fit(board, panel, panel_width),
            Kind::Bars | Kind::Dots => entries.len() <= 1,
            Kind::Stacked | Kind::Sums | Kind::People => false,
            Kind::Slope | Kind::Heat | Kind::Waterfall | Kind::Flow | Kind::Map => true,
            Kind::Funnel => entries.is_empty(),
        };
        // One panel that needs the key makes names beside the lines of the others superfluous.
        let is_keyed = !sheet.shown().all(|(_, panel)| is_named(panel));
        let mut legend = entries;
        // A curve has no name beside it.
        legend.retain(|entry| is_keyed || entry.curve.is_some());
        let names_once = match !is_keyed && columns > 1 && !told_above {
            true => line::names_of_all(board, sheet, panel_width),
            false => 0.0,
        };
        let points = sheet.panels.iter().flat_map(|panel| &panel.series);
        let value_width = points
            .flat_map(|series| &series.points)
            .map(|point| board.width(Role::Value, &point.text))
            .fold(0.0, f64::max);
        Plan {
            columns,
            legend,
            is_keyed,
            value_width,
            names_once,
            told_above,
        }
    }

    fn rows<'a>(&self, sheet: &'a Sheet) -> Vec<Vec<(usize, &'a Panel)>> {
        let panels: Vec<(usize, &Panel)> = sheet.shown().collect();
        panels.chunks(self.columns).map(<[_]>::to_vec).collect()
    }

    /// Places panels beside each other, their charts starting at the same height, and returns
    /// the lower end of the lowest.
    fn row(
        &self,
        board: &mut Board,
        row: &[(usize, &Panel)],
        inner: Rect,
        top: f64,
        height: Option<f64>,
    ) -> f64 {
        let width = column_width(inner.width - self.names_once, self.columns);
        let title = Hang {
            role: Role::PanelTitle,
            anchor: Anchor::Start,
            colour: board.theme.ink,
        };
        let note = Hang {
            role: Role::Note,
            anchor: Anchor::Start,
            colour: board.theme.quiet,
        };
        let title_lines =
            |board: &Board, panel: &Panel| board.wrap(Role::PanelTitle, &panel.title, width);
        let most_lines = row
            .iter()
            .map(|(_, panel)| title_lines(board, panel).len())
            .max();
        let head = match most_lines.unwrap_or(0) {
            0 => 0.0,
            lines => board.block_height(Role::PanelTitle, lines) + 10.0,
        };
        let remark_lines = |board: &Board, panel: &Panel| {
            board.wrap(Role::Note, panel.note.as_deref().unwrap_or_default(), width)
        };
        let most_remarks = row
            .iter()
            .map(|(_, panel)| remark_lines(board, panel).len())
            .max();
        let remark_height = match most_remarks.unwrap_or(0) {
            0 => 0.0,
            lines => 14.0 + board.block_height(Role::Note, lines),
        };
        let mut bottom = top;
        for (column, &(index, panel)) in row.iter().enumerate() {
            let x = inner.x + column as f64 * (width + BESIDE);
            let lines = title_lines(board, panel);
            board.block(title, &lines, x, top);
            let remark = remark_lines(board, panel);
            let is_last = column + 1 == row.len();
            let names = if is_last { self.names_once } else { 0.0 };
            let has_room = is_last || self.names_once == 0.0;
            let is_named = !self.is_keyed && has_room && !self.told_above;
            let slot = Slot {
                panel: index,
                area: Rect::new(x, top + head, width + names, 0.0),
                height: height.map(|height| height - head - remark_height),
            };
            let mut end = body(board, panel, slot, self, is_named);
            if !remark.is_empty() {
                end = board.block(note, &remark, x, end + 14.0);
            }
            bottom = bottom.max(end);
        }
        bottom
    }
}

/// Whether panels are about the same places on their axis.
fn same_categories(row: &[(usize, &Panel)]) -> bool {
    row.windows(2)
        .all(|pair| pair[0].1.x.categories == pair[1].1.x.categories)
}

fn column_width(width: f64, columns: usize) -> f64 {
    let columns = columns.max(1) as f64;
    libm::floor((width - BESIDE * (columns - 1.0)) / columns)
}

/// The chart of one panel.
fn body(board: &mut Board, panel: &Panel, slot: Slot, plan: &Plan, is_named: bool) -> f64 {
    // A panel that says why it has no numbers needs no axes without a meaning.
    if panel.series.is_empty() && panel.note.is_some() {
        return slot.area.y - 10.0;
    }
    match panel.kind {
        Kind::Line => line::place(board, panel, slot, is_named),
        Kind::Bars => bars::place(board, panel, slot, plan.value_width),
        Kind::Stacked | Kind::Sums => stacked::place(board, panel, slot),
        Kind::Dots => dots::place(board, panel, slot),
        Kind::Slope => slope::place(board, panel, slot),
        Kind::Heat => heat::place(board, panel, slot),
        Kind::Funnel => funnel::place(board, panel, slot),
        Kind::Waterfall => waterfall::place(board, panel, slot),
        Kind::Flow => flow::place(board, panel, slot),
        Kind::People => people::place(board, panel, slot),
        Kind::Map => map::place(board, panel, slot),
    }
}

/// Badge of synthetic data, title and subtitle. Returns where the panels begin.
fn heading(board: &mut Board, sheet: &Sheet, inner: Rect) -> f64 {
    let theme = board.theme;
    let mut top = inner.y;
    if sheet.badge.synthetic {
        top = tag(board, &sheet.badge.text, inner, top, Tag::Signal) + 10.0;
    }
    for (role, text, colour, after) in [
        (Role::Title, &sheet.title, theme.ink, 7.0),
        (Role::Subtitle, &sheet.subtitle, theme.quiet, 7.0),
    ] {
        let lines = board.wrap(role, text, inner.width);
        if !lines.is_empty() {
            let hang = Hang {
                role,
                anchor: Anchor::Start,
                colour,
            };
            top = board.block(hang, &lines, inner.x, top) + after;
        }
    }
    top + 9.0
}

/// Name of the data set unless the heading has it, source, notes. Returns the lower end.
fn footer(board: &mut Board, sheet: &Sheet, inner: Rect, top: f64) -> f64 {
    let theme = board.theme;
    let badge = !sheet.badge.synthetic && !sheet.badge.text.trim().is_empty();
    let has_text = sheet.footer.iter().any(|line| !line.trim().is_empty());
    if !badge && !has_text {
        return top;
    }
    let rule = hairline(top + 16.0);
    let stroke = Stroke::new(theme.grid, 1.0);
    board.line(vec![(inner.x, rule), (inner.right(), rule)], stroke);
    let mut end = rule + 0.5;
    if badge {
        end = tag(board, &sheet.badge.text, inner, end + 10.0, Tag::Quiet);
    }
    let hang = Hang {
        role: Role::Footer,
        anchor: Anchor::Start,
        colour: theme.quiet,
    };
    for (index, paragraph) in sheet.footer.iter().enumerate() {
        let lines = board.wrap(Role::Footer, paragraph, inner.width);
        if !lines.is_empty() {
            let before = if index == 0 { 9.0 } else { 4.0 };
            end = board.block(hang, &lines, inner.x, end + before);
        }
    }
    end
}

/// The two looks of the badge.
#[derive(Clone, Copy, PartialEq)]
enum Tag {
    /// Filled with the signal colour.
    Signal,
    /// Outlined.
    Quiet,
}

/// The badge; a long name takes several lines. Returns the lower end.
fn tag(board: &mut Board, text: &str, inner: Rect, top: f64, look: Tag) -> f64 {
    const ASIDE: f64 = 7.0;
    const ABOVE: f64 = 5.0;
    let theme = board.theme;
    let lines = board.wrap(Role::Badge, text, inner.width - 2.0 * ASIDE);
    if lines.is_empty() {
        return top;
    }
    let widest = lines
        .iter()
        .map(|line| board.width(Role::Badge, line))
        .fold(0.0, f64::max);
    let style = board.style(Role::Badge);
    let letters = CAP_HEIGHT * style.size + (lines.len() - 1) as f64 * style.leading;
    let top = libm::round(top);
    let (width, height) = (
        libm::ceil(widest + 2.0 * ASIDE),
        libm::round(letters + 2.0 * ABOVE),
    );
    let rect = Rect::new(inner.x, top, width.min(inner.width), height);
    let colour: Rgb = if look == Tag::Signal {
        board.fill(rect, theme.signal);
        theme.on_signal
    } else {
        board.outline(rect, Stroke::new(theme.axis, 1.0));
        theme.quiet
    };
    let hang = Hang {
        role: Role::Badge,
        anchor: Anchor::Start,
        colour,
    };
    board.block(
        hang,
        &lines,
        inner.x + ASIDE,
        top + (height - letters) / 2.0,
    );
    rect.bottom()
}
