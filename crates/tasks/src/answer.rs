//! What is answered, as whole steps, so that the same answer has the same code.

use kernels::stable_sort as order;

use super::code::Fields;
use super::prepare::{Form, Prepared};

/// The step of an end of a range that nobody has set yet.
pub const UNSET: u16 = u16::MAX;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The steps of the handles, or the lower and upper end of a range.
    Levels {
        /// Steps from the foot of the scale.
        levels: Vec<u16>,
        /// Whether it is held that nothing can be known there.
        unknown: bool,
    },
    /// The items in the order given, by their place in the list.
    Order(Vec<usize>),
    /// What was chosen; nothing yet when absent.
    Choice(Option<usize>),
    /// What the own text says, box by box.
    Boxes(Vec<bool>),
}

impl Answer {
    /// Where a task begins: a flat line, equal parts of a whole, a range without ends, an order that is not right,
    /// nothing chosen.
    pub fn start(prepared: &Prepared) -> Answer {
        match &prepared.form {
            Form::Levels {
                handles,
                scale,
                is_whole,
                ..
            } => {
                let level = match is_whole {
                    true => scale.steps / handles.len().max(1) as u16,
                    false => scale.steps / 2,
                };
                Answer::Levels {
                    levels: vec![level; handles.len()],
                    unknown: false,
                }
            }
            Form::Range { .. } => Answer::Levels {
                levels: vec![UNSET; 2],
                unknown: false,
            },
            Form::Order { start, .. } => Answer::Order(start.clone()),
            Form::Choose { .. } => Answer::Choice(None),
            Form::Explain { boxes, .. } => Answer::Boxes(vec![false; boxes.len()]),
        }
    }

    /// What is right, as near as the steps of a scale come.
    pub fn right(prepared: &Prepared) -> Answer {
        match &prepared.form {
            Form::Levels {
                handles,
                scale,
                may_be_unknown,
                ..
            } => Answer::Levels {
                levels: handles
                    .iter()
                    .map(|handle| scale.step(handle.truth.unwrap_or_default()))
                    .collect(),
                unknown: *may_be_unknown && handles.iter().any(|handle| handle.truth.is_err()),
            },
            Form::Range { scale, truth, .. } => {
                let mut levels: Vec<u16> =
                    truth.iter().map(|found| scale.step(found.value)).collect();
                order::sort_by(&mut levels, &u16::cmp);
                let ends = levels
                    .first()
                    .zip(levels.last())
                    .map(|(low, high)| vec![*low, *high]);
                Answer::Levels {
                    levels: ends.unwrap_or_default(),
                    unknown: false,
                }
            }
            Form::Order { right, .. } => Answer::Order(right.clone()),
            Form::Choose { options, .. } => {
                Answer::Choice(options.iter().position(|offer| offer.right))
            }
            Form::Explain { boxes, .. } => Answer::Boxes(vec![true; boxes.len()]),
        }
    }

    /// Whether it can be handed in.
    pub fn is_whole(&self) -> bool {
        match self {
            Answer::Levels { levels, .. } => !levels.contains(&UNSET),
            answer => *answer != Answer::Choice(None),
        }
    }

    /// The answer with one handle at another step; the ends of a range push each other.
    #[must_use]
    pub fn with_level(&self, place: usize, level: u16, is_range: bool) -> Answer {
        let Answer::Levels { levels, unknown } = self else {
            return self.clone();
        };
        let mut levels = levels.clone();
        if let Some(at) = levels.get_mut(place) {
            *at = level;
        }
        if let ([low, high], true) = (levels.as_mut_slice(), is_range) {
            match place {
                0 => *high = level.max(*high),
                _ if *low != UNSET => *low = level.min(*low),
                _ => {}
            }
        }
        Answer::Levels {
            levels,
            unknown: *unknown,
        }
    }

    /// The order with the item at a place moved one place up or down.
    #[must_use]
    pub fn moved(&self, place: usize, up: bool) -> Answer {
        let Answer::Order(order) = self else {
            return self.clone();
        };
        let mut order = order.clone();
        let other = if up {
            place.checked_sub(1)
        } else {
            Some(place + 1)
        };
        if let Some(other) = other.filter(|other| *other < order.len() && place < order.len()) {
            order.swap(place, other);
        }
        Answer::Order(order)
    }

    /// The answer as numbers of so many bits.
    pub(super) fn to_fields(&self) -> Vec<u32> {
        match self {
            Answer::Levels { levels, unknown } => {
                let levels = levels.iter().map(|level| u32::from(*level));
                levels.chain([u32::from(*unknown)]).collect()
            }
            Answer::Order(order) => order.iter().map(|item| *item as u32).collect(),
            Answer::Choice(choice) => vec![choice.unwrap_or_default() as u32],
            Answer::Boxes(boxes) => boxes.iter().map(|is| u32::from(*is)).collect(),
        }
    }

    /// The answer of such numbers; none when they are no answer to the task.
    pub(super) fn of_fields(form: &Form, fields: &[u32]) -> Option<Answer> {
        let levels = |count: usize, most: u16| {
            let (levels, unknown) = fields.split_at_checked(count)?;
            let levels: Vec<u16> = levels.iter().map(|level| *level as u16).collect();
            let fits = levels.iter().all(|level| *level <= most);
            fits.then(|| Answer::Levels {
                levels,
                unknown: unknown == [1],
            })
        };
        match form {
            Form::Levels { handles, scale, .. } => levels(handles.len(), scale.steps),
            Form::Range { scale, .. } => levels(2, scale.steps).filter(
                |answer| matches!(answer, Answer::Levels { levels, .. } if levels[0] <= levels[1]),
            ),
            Form::Order { items, .. } => {
                let order: Vec<usize> = fields.iter().map(|item| *item as usize).collect();
                let each = (0..items.len()).all(|item| order.contains(&item));
                (each && order.len() == items.len()).then_some(Answer::Order(order))
            }
            Form::Choose { options, .. } => {
                let choice = *fields.first()? as usize;
                (choice < options.len()).then_some(Answer::Choice(Some(choice)))
            }
            Form::Explain { .. } => Some(Answer::Boxes(fields.iter().map(|is| *is == 1).collect())),
        }
    }
}

/// How many bits each number of an answer has.
pub(super) fn widths(form: &Form) -> Fields {
    match form {
        Form::Levels { handles, scale, .. } => {
            let mut widths = vec![bits(scale.steps); handles.len()];
            widths.push(1);
            widths
        }
        Form::Range { scale, .. } => vec![bits(scale.steps), bits(scale.steps), 1],
        Form::Order { items, .. } => vec![3; items.len()],
        Form::Choose { .. } => vec![4],
        Form::Explain { boxes, .. } => vec![1; boxes.len()],
    }
}

/// Bits that hold every step.
fn bits(steps: u16) -> u32 {
    u16::BITS - steps.leading_zeros()
}
