//! A figure on a canvas: drawn when its size, its data or the appearance change, and read mark by
//! mark with pointer, touch or arrow keys. Near the screen it is drawn at once, elsewhere in its turn,
//! and for paper anew.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::ptr_eq::Same;
use super::scheduled::use_in_turn;
use crate::app::shell::{Ground, Handle};
use crate::web::page::Contrast;
use crate::web::scheduler::{self, Awaited};
use crate::web::{canvas, page};
use figures::build::Figure;
use figures::place::{Placed, Rect, Shape, Size, Target, place, place_within};
use figures::readout::{Readout, readout};
use figures::sheet::Sheet;
use figures::theme::Theme;
use kernels::stable_sort as order;
use text::{Lang, words};

/// Properties of [`FigureCanvas`].
#[derive(Clone, Properties, PartialEq)]
pub struct CanvasProps {
    /// The figure.
    pub figure: Same<Figure>,
    /// What it is drawn on.
    pub ground: Ground,
    /// How high the picture may be, when that is not its own choice.
    #[prop_or_default]
    pub height: Option<f64>,
    /// Identifier of the element that describes it.
    pub described_by: AttrValue,
    /// What opens the arithmetic of the number at a place, where it is not the number's own.
    #[prop_or_default]
    pub on_open: Option<Callback<figures::numbers::Spot>>,
    /// The series that is drawn by pointer, and who hears of it: the nearest point and the value there.
    #[prop_or_default]
    pub draws: Option<(usize, Callback<(usize, f64)>)>,
}

/// A screen that is seen from afar: its figures fill the room that the page leaves them, laid out smaller and drawn
/// larger. It holds how many CSS pixels one of the layout takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FromAfar(pub f64);

/// What opens the arithmetic of a mark of a figure, by the place of the mark.
fn opener(
    shell: Option<&Handle>,
    props: &CanvasProps,
    placed: &Rc<Option<Placed>>,
) -> Option<Callback<usize>> {
    use figures::numbers::Spot;
    let (shell, figure, placed) = (shell?.clone(), props.figure.clone(), placed.clone());
    let on_open = props.on_open.clone();
    Some(Callback::from(move |index: usize| {
        let target = placed
            .as_ref()
            .as_ref()
            .and_then(|placed| placed.targets.get(index));
        let spot = target.map(|target| Spot {
            panel: target.panel,
            series: target.series,
            point: target.point,
        });
        if let (Some(on_open), Some(spot)) = (&on_open, spot)
            && figure.0.told(spot).is_some()
        {
            on_open.emit(spot);
        } else if let Some(number) = spot.and_then(|spot| figure.0.number(spot)) {
            let level = figure.0.level.unwrap_or(measures::DEFAULT_LEVEL);
            super::asked::ask(&shell, vec![number], level);
        }
    }))
}

/// How a figure is read with the keyboard.
fn walk_hint(lang: Lang) -> String {
    format!("{} {}", words::walk_hint(lang), words::walk_opens(lang))
}

/// How far from a mark a pointer may be, in CSS pixels: the width of a fingertip.
const REACH: f64 = 22.0;

/// The width of a figure on paper, in CSS pixels: that of an upright A4 page between its margins and
/// those of the page.
const PAPER_WIDTH: f64 = 680.0;

/// The least number of device pixels in a CSS pixel on paper: some 200 in an inch.
const PAPER_RATIO: f64 = 2.0;

/// A figure on a canvas.
#[component]
pub fn FigureCanvas(props: &CanvasProps) -> Html {
    let shell = use_context::<Handle>();
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    let holder = use_node_ref();
    let canvas = use_node_ref();
    let afar = use_context::<FromAfar>();
    let (width, room) = use_room(&holder, afar.is_some());
    let wish = afar.map_or(1.0, |afar| afar.0);
    let ratio = use_pixel_ratio();
    let fonts = use_fonts();
    let is_near = use_near(&holder);
    let drawn = use_mut_ref(|| None::<Drawn>);
    let active = use_state_eq(|| None::<usize>);
    let needs = use_contrast();
    let theme = match needs {
        Contrast::Forced { ground, text } => Theme::forced(ground, text),
        Contrast::More => Theme::CONTRAST,
        Contrast::Usual => match props.ground {
            Ground::Light => Theme::LIGHT,
            Ground::Dark => Theme::DARK,
            Ground::Contrast => Theme::CONTRAST,
        },
    };
    let placed: Rc<Option<Placed>> = {
        let key = (props.figure.clone(), width, room, theme.name, needs, wish);
        // What is there when the app starts is placed in turns, once its width is known.
        let is_first = use_mut_ref(scheduler::is_starting);
        let waits = *is_first.borrow() && width > 0.0;
        let height = props.height;
        let placed = use_in_turn(waits, key, move |(figure, width, room, .., wish)| {
            let (sheet, width) = (&figure.0.sheet, *width);
            (width > 0.0).then(|| match *room > 0.0 {
                true => place_within(sheet, (width, *room), *wish, &theme),
                false => place(sheet, Size { width, height }, &theme),
            })
        });
        if placed.as_ref().is_some_and(|placed| placed.is_some()) {
            is_first.replace(false);
        }
        placed.unwrap_or_default()
    };
    // Letters get smaller than wished for rather than cut off.
    let zoom = match placed.as_ref() {
        Some(placed) if room > 0.0 => (width / placed.width).min(wish),
        _ => 1.0,
    };
    {
        let canvas = canvas.clone();
        let wanted = Drawn {
            figure: props.figure.clone(),
            placed: Same(placed.clone()),
            ratio,
            zoom,
            fonts,
        };
        let is_drawn_on = props.draws.is_some();
        use_effect_with((wanted, is_near), move |(wanted, is_near)| {
            let shown = canvas.cast::<HtmlCanvasElement>().map(|canvas| Shown {
                canvas,
                wanted: wanted.clone(),
                theme,
                is_drawn_on,
                drawn,
                is_near: *is_near,
                is_over: Rc::default(),
            });
            let listening = shown.as_ref().map(|shown| {
                shown.keep();
                let (paper, screen) = (shown.clone(), shown.clone());
                [
                    page::Listening::to_window("beforeprint", move |_| paper.print()),
                    page::Listening::to_window("afterprint", move |_| screen.draw()),
                ]
            });
            move || {
                drop(listening);
                if let Some(shown) = shown {
                    shown.is_over.set(true);
                }
            }
        });
    }
    {
        let canvas = canvas.clone();
        use_effect_with((), move |()| {
            let canvas = canvas.cast::<HtmlCanvasElement>();
            move || {
                if let Some(canvas) = canvas {
                    canvas::put_away(&canvas);
                }
            }
        });
    }
    {
        let active = active.clone();
        use_effect_with(Same(placed.clone()), move |_| active.set(None));
    }
    let draw = {
        let (placed, draws) = (placed.clone(), props.draws.clone());
        Callback::from(move |event: PointerEvent| {
            let (x, y) = at(&event, zoom);
            if let (Some(placed), Some((series, on_draw))) = (placed.as_ref(), &draws)
                && let Some(drawn) = placed.drawn_at(*series, x, y)
            {
                on_draw.emit(drawn);
            }
        })
    };
    let point = {
        let (placed, active) = (placed.clone(), active.clone());
        let draw = props.draws.is_some().then(|| draw.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(draw) = &draw {
                if event.buttons() != 0 {
                    draw.emit(event);
                }
                return;
            }
            if let Some(placed) = placed.as_ref() {
                let (x, y) = at(&event, zoom);
                active.set(placed.target_at(x, y, REACH));
            }
        })
    };
    let leave = {
        let active = active.clone();
        Callback::from(move |_: PointerEvent| active.set(None))
    };
    let blur = {
        let active = active.clone();
        Callback::from(move |_: FocusEvent| {
            // A dialog gives the focus back, and the walk goes on where it was.
            if !page::has_dialog() {
                active.set(None);
            }
        })
    };
    let open = opener(shell.as_ref(), props, &placed);
    // A finger reads a mark with the first tap and opens it with the second; a mouse has read it
    // by pointing.
    let was_read = use_mut_ref(|| None::<usize>);
    let down = {
        let (point, active, was_read) = (point.clone(), active.clone(), was_read.clone());
        let draw = props.draws.is_some().then(|| draw.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(draw) = &draw {
                page::capture(&event);
                draw.emit(event);
                return;
            }
            *was_read.borrow_mut() = *active;
            point.emit(event);
        })
    };
    let click = {
        let (placed, open) = (placed.clone(), open.clone());
        Callback::from(move |event: MouseEvent| {
            let (x, y) = at(&event, zoom);
            let target = placed
                .as_ref()
                .as_ref()
                .and_then(|placed| placed.target_at(x, y, REACH));
            if let (Some(open), Some(index)) = (&open, target)
                && *was_read.borrow() == Some(index)
            {
                open.emit(index);
            }
        })
    };
    let press = {
        let (placed, active, open) = (placed.clone(), active.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(placed) = placed.as_ref() else {
                return;
            };
            if event.key() == "Enter"
                && let (Some(open), Some(index)) = (&open, *active)
            {
                event.prevent_default();
                open.emit(index);
                return;
            }
            let Some(step) = Step::of_key(&event.key()) else {
                return;
            };
            event.prevent_default();
            active.set(step.from(&placed.targets, *active));
        })
    };
    let read = active
        .and_then(|index| placed.as_ref().as_ref()?.targets.get(index).cloned())
        .and_then(|target| Some((readout(&props.figure.0, &target, lang)?, target)));
    let title = &props.figure.0.sheet.title;
    let stop = if title.ends_with('?') { "" } else { "." };
    html! {
        <div
            class={classes!("canvas", props.draws.is_some().then_some("drawing"))}
            ref={holder}
            tabindex="0"
            role="group"
            aria-label={format!("{title}{stop} {}", walk_hint(lang))}
            onkeydown={press}
            onblur={blur}
        >
            <canvas
                ref={canvas}
                role="img"
                aria-label={title.clone()}
                aria-describedby={props.described_by.clone()}
                onpointermove={point.clone()}
                onpointerdown={down}
                onclick={click}
                onpointerleave={leave}
                onanimationend={Callback::from(|event: AnimationEvent| page::settle(&event))}
            />
            <p class="for-readers" aria-live="polite">
                if let Some((readout, _)) = &read {
                    { readout.spoken() }
                }
            </p>
            if let Some((readout, target)) = read {
                <Tip
                    {readout}
                    {target}
                    width={placed.as_ref().as_ref().map_or(0.0, |placed| placed.width)}
                    {zoom}
                />
            }
        </div>
    }
}

/// What is on a canvas, or ought to be.
#[derive(Clone, PartialEq)]
struct Drawn {
    figure: Same<Figure>,
    placed: Same<Option<Placed>>,
    ratio: f64,
    zoom: f64,
    fonts: usize,
}

impl Drawn {
    /// Device pixels in a pixel of the layout.
    fn pixels(&self) -> f64 {
        self.ratio * self.zoom
    }
}

/// Where a pointer is, in pixels of the layout.
fn at(event: &MouseEvent, zoom: f64) -> (f64, f64) {
    (
        f64::from(event.offset_x()) / zoom,
        f64::from(event.offset_y()) / zoom,
    )
}

/// A canvas and what it shows, until either changes.
#[derive(Clone)]
struct Shown {
    canvas: HtmlCanvasElement,
    wanted: Drawn,
    theme: Theme,
    drawn: Rc<RefCell<Option<Drawn>>>,
    /// A figure that changes under a finger need not be seen to change.
    is_drawn_on: bool,
    is_near: bool,
    is_over: Rc<Cell<bool>>,
}

impl Shown {
    /// Draws what is not drawn yet, and keeps what is.
    fn keep(&self) {
        let is_drawn =
            self.canvas.width() > 0 && self.drawn.borrow().as_ref() == Some(&self.wanted);
        match (is_drawn, self.is_near) {
            (false, _) => self.draw(),
            (true, true) => canvas::hold(&self.canvas, true),
            (true, false) => canvas::leave(&self.canvas),
        }
    }

    /// Draws for the screen: at once when near it and the app has started, else in its turn; far from the screen
    /// where there is room, so that a picture or a copy of the whole page has it.
    fn draw(&self) {
        let Some(placed) = self.wanted.placed.0.as_ref() else {
            return;
        };
        canvas::keep_place(&self.canvas, placed, self.wanted.zoom);
        if self.is_near && !scheduler::is_starting() {
            return self.draw_now(placed);
        }
        if !self.is_near {
            canvas::put_away(&self.canvas);
        }
        let (shown, awaited) = (self.clone(), self.is_near.then(Awaited::begin));
        scheduler::in_turn(move || {
            let pixels = shown.wanted.pixels();
            if let Some(placed) = shown.wanted.placed.0.as_ref()
                && !shown.is_over.get()
                && (shown.is_near || canvas::has_room(&shown.canvas, placed, pixels))
            {
                shown.draw_now(placed);
            }
            drop(awaited);
        });
    }

    fn draw_now(&self, placed: &Placed) {
        // A canvas that cannot be drawn leaves the table, which has the same numbers.
        let _ = canvas::show(&self.canvas, placed, &self.theme, self.wanted.pixels());
        canvas::keep_place(&self.canvas, placed, self.wanted.zoom);
        canvas::hold(&self.canvas, self.is_near);
        let before = self.drawn.replace(Some(self.wanted.clone()));
        if before.is_some_and(|before| before.figure != self.wanted.figure)
            && self.is_near
            && !self.is_drawn_on
        {
            page::freshen(&self.canvas);
        }
    }

    /// Draws for paper, which is white and of another width. The browser takes the page as it is when
    /// its listeners have returned, so this can wait for nothing.
    fn print(&self) {
        let size = Size {
            width: PAPER_WIDTH,
            height: None,
        };
        // It has room for all panels.
        let sheet = Sheet {
            only: None,
            ..self.wanted.figure.0.sheet.clone()
        };
        let placed = place(&sheet, size, &Theme::LIGHT);
        let ratio = self.wanted.ratio.max(PAPER_RATIO);
        let _ = canvas::show(&self.canvas, &placed, &Theme::LIGHT, ratio);
    }
}

/// A step of the walk through the marks.
#[derive(Clone, Copy)]
enum Step {
    Next,
    Previous,
    NextSeries,
    PreviousSeries,
    First,
    Last,
    Out,
}

impl Step {
    fn of_key(key: &str) -> Option<Step> {
        Some(match key {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "ArrowDown" => Step::NextSeries,
            "ArrowUp" => Step::PreviousSeries,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => Step::Out,
            _ => return None,
        })
    }

    /// The mark after the step; the walk begins at the first mark.
    fn from(self, targets: &[Target], at: Option<usize>) -> Option<usize> {
        let place = |target: &Target| (target.panel, target.series, target.point);
        let order = order::places(targets.len(), &|one, two| {
            place(&targets[one]).cmp(&place(&targets[two]))
        });
        let Some(current) = at.and_then(|at| order.iter().position(|index| *index == at)) else {
            return match self {
                Step::Out => None,
                Step::Last => order.last().copied(),
                _ => order.first().copied(),
            };
        };
        let series = |index: &usize| (targets[*index].panel, targets[*index].series);
        let (here, point) = (series(&order[current]), targets[order[current]].point);
        let same_point = |index: &&usize| targets[**index].point >= point;
        let next = match self {
            Step::Next => order.get(current + 1),
            Step::Previous => current.checked_sub(1).and_then(|place| order.get(place)),
            Step::NextSeries => {
                let wanted = order[current..]
                    .iter()
                    .map(series)
                    .find(|other| *other > here);
                order
                    .iter()
                    .filter(|index| Some(series(index)) == wanted)
                    .find(same_point)
            }
            Step::PreviousSeries => {
                let wanted = order[..current]
                    .iter()
                    .map(series)
                    .rfind(|other| *other < here);
                order
                    .iter()
                    .filter(|index| Some(series(index)) == wanted)
                    .find(same_point)
            }
            Step::First => order.first(),
            Step::Last => order.last(),
            Step::Out => return None,
        };
        next.copied().or(at)
    }
}

#[derive(Properties, PartialEq)]
struct TipProps {
    readout: Readout,
    target: Target,
    width: f64,
    zoom: f64,
}

/// The value of a mark beside it, and a ring round the mark.
#[component]
fn Tip(props: &TipProps) -> Html {
    let (tip, ring) = (use_node_ref(), use_node_ref());
    {
        let (tip, ring) = (tip.clone(), ring.clone());
        let zoom = props.zoom;
        let key = (
            props.target.clone(),
            props.readout.clone(),
            props.width * zoom,
        );
        use_effect_with(key, move |(target, _, width)| {
            let area = area_of(target);
            let area = Rect::new(
                area.x * zoom,
                area.y * zoom,
                area.width * zoom,
                area.height * zoom,
            );
            if let Some(ring) = ring.cast::<HtmlElement>() {
                page::put(&ring, area.x, area.y);
                page::resize(&ring, area.width, area.height);
            }
            if let Some(tip) = tip.cast::<HtmlElement>() {
                let (own_width, own_height) = (
                    f64::from(tip.offset_width()),
                    f64::from(tip.offset_height()),
                );
                let middle = area.x + area.width / 2.0;
                let left = (middle - own_width / 2.0).clamp(0.0, (width - own_width).max(0.0));
                let above = area.y - own_height - 8.0;
                let top = if above < 0.0 {
                    area.bottom() + 8.0
                } else {
                    above
                };
                page::put(&tip, left, top);
            }
        });
    }
    let readout = &props.readout;
    html! {
        <>
            <div class="mark-ring" ref={ring} aria-hidden="true"></div>
            <div class="tip" ref={tip} aria-hidden="true">
                <span class="tip-where">{ readout.place.clone() }</span>
                <strong>{ readout.value.clone() }</strong>
                if !readout.interval.is_empty() {
                    <span class="tip-remark">{ readout.interval.clone() }</span>
                }
                for remark in readout.remarks.iter() {
                    <span class="tip-remark">{ remark.clone() }</span>
                }
            </div>
        </>
    }
}

fn area_of(target: &Target) -> Rect {
    const AROUND: f64 = 7.0;
    match &target.shape {
        Shape::Spot { x, y } => Rect::new(x - AROUND, y - AROUND, 2.0 * AROUND, 2.0 * AROUND),
        Shape::Area(rect) => *rect,
    }
}

/// The width of an element in CSS pixels, followed as it changes; the height as well where figures fill their room.
#[hook]
fn use_room(holder: &NodeRef, fills: bool) -> (f64, f64) {
    let room = use_state_eq(|| (0.0, 0.0));
    let holder = holder.clone();
    let set = room.setter();
    use_effect_with((), move |()| {
        let observing = holder.cast::<HtmlElement>().and_then(|element| {
            page::Observing::size(&element, move |width, height| {
                let height = if fills { libm::floor(height) } else { 0.0 };
                set.set((libm::floor(width), height));
            })
        });
        move || drop(observing)
    });
    *room
}

/// Whether an element is near the screen, followed as the visitor scrolls.
#[hook]
fn use_near(holder: &NodeRef) -> bool {
    let is_near = use_state_eq(|| false);
    let holder = holder.clone();
    let set = is_near.setter();
    use_effect_with((), move |()| {
        let follow = set.clone();
        let approaching = holder.cast::<HtmlElement>().and_then(|element| {
            page::Approaching::of(&element, move |is_near| follow.set(is_near))
        });
        if approaching.is_none() {
            set.set(true);
        }
        move || drop(approaching)
    });
    *is_near
}

/// How much contrast the visitor's system asks for, followed as it changes.
#[hook]
fn use_contrast() -> Contrast {
    let contrast = use_state_eq(page::contrast);
    let set = contrast.setter();
    use_effect_with((), move |()| {
        let listening = ["(prefers-contrast: more)", "(forced-colors: active)"].map(|query| {
            let set = set.clone();
            page::Listening::to_media(query, move |_| set.set(page::contrast()))
        });
        move || drop(listening)
    });
    *contrast
}

/// How often fonts have come since the figure is there: letters that were drawn before are another font's.
#[hook]
fn use_fonts() -> usize {
    let times = use_state_eq(|| 0);
    let set = times.setter();
    use_effect_with((), move |()| {
        let come = Cell::new(0);
        let listening = page::Listening::to_fonts(move |_| {
            come.set(come.get() + 1);
            set.set(come.get());
        });
        move || drop(listening)
    });
    *times
}

/// Device pixels in a CSS pixel, followed as the visitor zooms or moves to another screen.
#[hook]
fn use_pixel_ratio() -> f64 {
    let ratio = use_state_eq(canvas::pixel_ratio);
    let set = ratio.setter();
    use_effect_with((), move |()| {
        let listening =
            page::Listening::to_window("resize", move |_| set.set(canvas::pixel_ratio()));
        move || drop(listening)
    });
    *ratio
}
