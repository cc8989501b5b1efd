//! What is shown of files on their way: plain data that a page only has to draw, and that a worker can hand over.

use data::wire::{Reader, Writer};

/// Everything that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wizard {
    /// Heading.
    pub heading: String,
    /// What to do.
    pub lead: String,
    /// What was found, in a few sentences.
    pub story: Vec<String>,
    /// What must be said before the data can be used: each with its words, and no value yet.
    pub questions: Vec<Control>,
    /// A card for each file, then one for the result.
    pub cards: Vec<Card>,
    /// What stands in the way: place, what was found, what was expected, what to do.
    pub problems: Vec<Vec<String>>,
    /// Whether the data can be used.
    pub ready: bool,
    /// Whether rates can be worked out.
    pub has_rate: bool,
    /// The words of the buttons: use, add a file, save, cancel.
    pub buttons: Vec<String>,
}

/// A part of what is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Heading.
    pub heading: String,
    /// Sentences.
    pub lines: Vec<String>,
    /// Choices.
    pub controls: Vec<Control>,
    /// The first rows; the first of them has the column names.
    pub rows: Vec<Vec<String>>,
}

/// A choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Control {
    /// What to hand back with the value chosen.
    pub id: String,
    /// What is chosen.
    pub label: String,
    /// Each option as a pair: its value and its words.
    pub options: Vec<Vec<String>>,
    /// The value that holds.
    pub value: String,
}

impl Wizard {
    /// As bytes, to be handed over.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        text(&mut out, &self.heading);
        text(&mut out, &self.lead);
        texts(&mut out, &self.story);
        let control = |out: &mut Writer, control: &Control| {
            for one in [&control.id, &control.label, &control.value] {
                text(out, one);
            }
            list(out, &control.options, |out, option| texts(out, option));
        };
        list(&mut out, &self.questions, control);
        list(&mut out, &self.cards, |out, card| {
            text(out, &card.heading);
            texts(out, &card.lines);
            list(out, &card.controls, control);
            list(out, &card.rows, |out, row| texts(out, row));
        });
        list(&mut out, &self.problems, |out, row| texts(out, row));
        out.byte(u8::from(self.ready));
        out.byte(u8::from(self.has_rate));
        texts(&mut out, &self.buttons);
        out.0
    }

    /// From [`Wizard::to_bytes`]; `None` when that is not what they are from.
    pub fn from_bytes(bytes: &[u8]) -> Option<Wizard> {
        let read = &mut Reader(bytes);
        let wizard = Wizard {
            heading: text_of(read)?,
            lead: text_of(read)?,
            story: texts_of(read)?,
            questions: list_of(read, control_of)?,
            cards: list_of(read, |read| {
                Some(Card {
                    heading: text_of(read)?,
                    lines: texts_of(read)?,
                    controls: list_of(read, control_of)?,
                    rows: list_of(read, texts_of)?,
                })
            })?,
            problems: list_of(read, texts_of)?,
            ready: read.byte()? == 1,
            has_rate: read.byte()? == 1,
            buttons: texts_of(read)?,
        };
        read.0.is_empty().then_some(wizard)
    }
}

fn control_of(read: &mut Reader) -> Option<Control> {
    Some(Control {
        id: text_of(read)?,
        label: text_of(read)?,
        value: text_of(read)?,
        options: list_of(read, texts_of)?,
    })
}

fn text(out: &mut Writer, text: &str) {
    out.bytes(text.as_bytes());
}

fn texts(out: &mut Writer, list: &[String]) {
    self::list(out, list, |out, one| text(out, one));
}

fn list<T>(out: &mut Writer, list: &[T], each: impl Fn(&mut Writer, &T)) {
    out.number(list.len());
    for one in list {
        each(out, one);
    }
}

fn text_of(read: &mut Reader) -> Option<String> {
    String::from_utf8(read.bytes()?.to_vec()).ok()
}

fn texts_of(read: &mut Reader) -> Option<Vec<String>> {
    list_of(read, text_of)
}

fn list_of<T>(read: &mut Reader, each: impl Fn(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
    (0..read.number()?).map(|_| each(read)).collect()
}
