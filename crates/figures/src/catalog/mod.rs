//! The figures of the report, one small file each.

mod fig01;
mod fig02;
mod fig03;
mod fig04;
mod fig05;
mod fig06;
mod fig07;
mod fig08;
mod fig09;
mod fig10;
mod fig11;
mod fig12;
mod fig13;
mod fig14;
mod fig15;
mod fig16;
mod fig17;
mod fig18;

use measures::Measure;
use text::{Lang, words};

use super::spec::Spec;

/// The two groups of descendants.
pub const DESCENDANTS: [&str; 2] = ["nb_two_immigrant_parents", "immigrated_age_0_9"];

/// The three groups with fewest emigrations.
const THREE_SMALLEST: [&str; 3] = [
    "nb_two_immigrant_parents",
    "immigrated_age_0_9",
    "nb_one_foreign_parent",
];

/// Every group but those who immigrated aged ten or more.
const WITHOUT_IMMIGRATED_LATER: [&str; 4] = [
    "nb_two_immigrant_parents",
    "immigrated_age_0_9",
    "nb_one_foreign_parent",
    "majority",
];

fn destinations() -> Measure {
    Measure::Share {
        of: "destination".to_owned(),
    }
}

/// A chapter of the report: its heading and the numbers of its figures.
pub type Chapter = (fn(Lang) -> &'static str, &'static [u8]);

/// The chapters, in order.
pub const CHAPTERS: [Chapter; 6] = [
    (words::chapter_level, &[1, 2, 3, 4]),
    (words::chapter_destination, &[5]),
    (words::chapter_return, &[6]),
    (words::chapter_education, &[7, 8, 9, 10]),
    (words::chapter_origin, &[11, 12, 13, 14, 15, 16, 17]),
    (words::chapter_appendix, &[18]),
];

/// Every figure of the report, in order.
pub fn all() -> Vec<Spec> {
    vec![
        fig01::spec(),
        fig02::spec(),
        fig03::spec(),
        fig04::spec(),
        fig05::spec(),
        fig06::spec(),
        fig07::spec(),
        fig08::spec(),
        fig09::spec(),
        fig10::spec(),
        fig11::spec(),
        fig12::spec(),
        fig13::spec(),
        fig14::spec(),
        fig15::spec(),
        fig16::spec(),
        fig17::spec(),
        fig18::spec(),
    ]
}

/// The figure of an identifier such as `fig5`.
pub fn find(id: &str) -> Option<Spec> {
    all().into_iter().find(|spec| spec.id == id)
}
