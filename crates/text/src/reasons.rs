//! Why there is no number, in a few words that fit in a cell.

use super::Lang;
use super::phrases::words;

words! {
    /// A part is missing.
    missing_input { nb: "mangler", nn: "manglar", en: "missing" }
    /// A part is withheld.
    suppressed_input { nb: "prikket", nn: "prikka", en: "suppressed" }
    /// The publisher says that there can be no number.
    not_applicable { nb: "kan ikke finnes", nn: "kan ikkje finnast", en: "cannot exist" }
    /// Five years have not passed.
    no_complete_cohort { nb: "kan ikke observeres ennå", nn: "kan ikkje observerast enno", en: "not yet observable" }
    /// Nobody lived there.
    no_exposure { nb: "ingen bosatte", nn: "ingen busette", en: "no residents" }
    /// A share of nothing.
    no_denominator { nb: "ingen utvandringer", nn: "ingen utvandringar", en: "no emigrations" }
    /// A contradiction in the input.
    events_without_exposure {
        nb: "utvandringer uten bosatte",
        nn: "utvandringar utan busette",
        en: "emigrations without residents",
    }
    /// No row of the table.
    not_in_table { nb: "ikke i tabellen", nn: "ikkje i tabellen", en: "not in the table" }
    /// An impossible input.
    invalid { nb: "ugyldige tall", nn: "ugyldige tal", en: "invalid numbers" }
    /// Nothing happened.
    no_events { nb: "ingen hendelser", nn: "ingen hendingar", en: "no events" }
    /// Zero above the line.
    zero_numerator {
        nb: "ingen hendelser i den ene gruppen",
        nn: "ingen hendingar i den eine gruppa",
        en: "no events in one group",
    }
    /// Zero below the line.
    zero_denominator {
        nb: "kan ikke beregnes: ingen hendelser i sammenligningsgruppen",
        nn: "kan ikkje reknast ut: ingen hendingar i samanlikningsgruppa",
        en: "cannot be computed: no events in the reference group",
    }
    /// A stratum without people.
    no_exposure_in_stratum {
        nb: "ingen bosatte i ett av lagene",
        nn: "ingen busette i eitt av laga",
        en: "no residents in one stratum",
    }
    /// The reference has no rate.
    no_reference_rate {
        nb: "sammenligningsgruppen har ingen rate i ett av lagene",
        nn: "samanlikningsgruppa har ingen rate i eitt av laga",
        en: "the reference has no rate in one stratum",
    }
    /// Nothing expected.
    no_expected { nb: "ingen forventede hendelser", nn: "ingen venta hendingar", en: "no expected events" }
    /// Observed but not expected.
    events_without_expected {
        nb: "hendelser der ingen var forventet",
        nn: "hendingar der ingen var venta",
        en: "events where none were expected",
    }
    /// One group only.
    one_group { nb: "bare én gruppe", nn: "berre éi gruppe", en: "only one group" }
    /// Too short a series.
    too_few_years { nb: "for få år", nn: "for få år", en: "too few years" }
    /// An infinite slope.
    no_finite_estimate { nb: "ingen endelig verdi", nn: "ingen endeleg verdi", en: "no finite estimate" }
    /// Everything unknown.
    no_known { nb: "ingen kjente", nn: "ingen kjende", en: "none known" }
    /// A target of 0 or 1.
    degenerate_target {
        nb: "målet er 0 eller 100\u{202f}%",
        nn: "målet er 0 eller 100\u{202f}%",
        en: "the target is 0 or 100%",
    }
    /// Nothing fits.
    inconsistent {
        nb: "tallene stemmer ikke med hverandre",
        nn: "tala stemmer ikkje med kvarandre",
        en: "the numbers contradict each other",
    }
    /// Only a range.
    range_only {
        nb: "bare et intervall kan oppgis",
        nn: "berre eit intervall kan oppgivast",
        en: "only a range can be given",
    }
    /// A method stopped at its bound.
    not_converged {
        nb: "beregningen kom ikke i mål",
        nn: "utrekninga kom ikkje i mål",
        en: "the computation did not finish",
    }
}
