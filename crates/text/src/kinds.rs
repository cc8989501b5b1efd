//! The words of the kinds of figures, of what can be changed about them, and of intervals.

use super::Lang;
use super::phrases::{phrases, words};

words! {
    /// A kind of figure.
    line { nb: "Linjer", nn: "Linjer", en: "Lines" }
    /// A kind of figure.
    bars { nb: "Stolper", nn: "Stolpar", en: "Bars" }
    /// A kind of figure.
    sums { nb: "Stablede stolper", nn: "Stabla stolpar", en: "Stacked bars" }
    /// A kind of figure.
    full { nb: "Stolper som fyller 100\u{202f}%", nn: "Stolpar som fyller 100\u{202f}%", en: "Bars that fill 100%" }
    /// A kind of figure.
    dots { nb: "Punkter med intervall", nn: "Punkt med intervall", en: "Dots with intervals" }
    /// A kind of figure.
    slope { nb: "Fra først til sist", nn: "Frå først til sist", en: "From first to last" }
    /// A kind of figure.
    heat { nb: "Fargekart", nn: "Fargekart", en: "Heat map" }
    /// A kind of figure.
    map { nb: "Kart", nn: "Kart", en: "Map" }
    /// Choice: the year that others are set against.
    choose_index { nb: "Endring siden", nn: "Endring sidan", en: "Change since" }
    /// Choice: none.
    index_none { nb: "Vis verdiene selv", nn: "Vis verdiane sjølve", en: "Show the values themselves" }
    /// Heading of the words that a reader adds.
    own_words { nb: "Egne ord i figuren", nn: "Eigne ord i figuren", en: "Words of your own in the figure" }
    /// A field.
    own_title { nb: "Tittel", nn: "Tittel", en: "Title" }
    /// A field.
    own_note { nb: "Merknad under figuren", nn: "Merknad under figuren", en: "Remark below the figure" }
    /// A field.
    own_source { nb: "Kilde i tillegg", nn: "Kjelde i tillegg", en: "Source to add" }
    /// A field.
    own_marks {
        nb: "Markeringer, som «2008: finanskrise; 2020: pandemi»",
        nn: "Markeringar, som «2008: finanskrise; 2020: pandemi»",
        en: "Marks, as “2008: financial crisis; 2020: pandemic”",
    }
    /// In place of a map without outlines.
    no_outlines {
        nb: "Omrisset av landene kunne ikke hentes, så det er ikke noe kart her.",
        nn: "Omrisset av landa kunne ikkje hentast, så det er ikkje noko kart her.",
        en: "The outlines of the countries could not be fetched, so there is no map here.",
    }
    /// The country that lines of a map go out from.
    norway { nb: "Norge", nn: "Noreg", en: "Norway" }
    /// Label of a choice.
    choose_from { nb: "Streker fra", nn: "Strekar frå", en: "Lines from" }
    /// No lines.
    from_none { nb: "Ingen streker", nn: "Ingen strekar", en: "No lines" }
    /// In place of a map whose outlines are not there yet.
    map_on_its_way {
        nb: "Omrisset av landene er på vei.", nn: "Omrisset av landa er på veg.",
        en: "The outlines of the countries are on their way.",
    }
    /// A kind of figure.
    flow { nb: "Strømmer", nn: "Straumar", en: "Flows" }
    /// A kind of figure.
    people { nb: "Hundre personer", nn: "Hundre personar", en: "A hundred people" }

    /// A field without a number.
    no_number { nb: "ingen tall", nn: "ingen tal", en: "no number" }
    /// After the highest and the lowest field.
    few_left_out {
        nb: "Felt med færre enn ti hendelser er ikke regnet med her.",
        nn: "Felt med færre enn ti hendingar er ikkje rekna med her.",
        en: "Fields with fewer than ten events do not count here.",
    }
    /// A field on few events.
    few_events { nb: "færre enn ti hendelser", nn: "færre enn ti hendingar", en: "fewer than ten events" }

    /// Back in Norway.
    back { nb: "Tilbake i landet", nn: "Tilbake i landet", en: "Back in the country" }
    /// Not back in Norway.
    not_back { nb: "Ikke tilbake", nn: "Ikkje tilbake", en: "Not back" }
    /// Heading of the first station of a flow.
    who_left { nb: "Hvem som flyttet ut", nn: "Kven som flytta ut", en: "Who left" }
    /// Heading of the second station of a flow.
    where_to { nb: "Hvor de dro", nn: "Kor dei drog", en: "Where they went" }
    /// Heading of the third station of a flow.
    five_years_on { nb: "Fem år etter", nn: "Fem år etter", en: "Five years on" }
    /// Title of a flow.
    flow_title {
        nb: "Hvor de dro, og hvem som kom tilbake",
        nn: "Kor dei drog, og kven som kom tilbake",
        en: "Where they went, and who came back",
    }
    /// What an array of a hundred says; `{n}` is the number.
    of_hundred_back {
        nb: "Av 100 som flyttet ut, var {n} tilbake etter fem år.",
        nn: "Av 100 som flytta ut, var {n} tilbake etter fem år.",
        en: "Of 100 who left, {n} were back after five years.",
    }
    /// What an array of a hundred says; `{parts}` are the names with their numbers.
    of_hundred {
        nb: "Av 100 som flyttet ut: {parts}.",
        nn: "Av 100 som flytta ut: {parts}.",
        en: "Of 100 who left: {parts}.",
    }
    /// How arrays of a hundred are rounded.
    rounded_to_hundred {
        nb: "Antallene er rundet av slik at de blir 100 til sammen.",
        nn: "Tala er runda av slik at dei blir 100 til saman.",
        en: "The numbers are rounded so that they make 100 together.",
    }

    /// Remark: what the thin lines are; `{level}` is the level.
    whiskers {
        nb: "Strekene viser {level}-konfidensintervall.",
        nn: "Strekane viser {level}-konfidensintervall.",
        en: "The thin lines show {level} confidence intervals.",
    }
    /// Remark: what the bands are; `{level}` is the level.
    bands {
        nb: "Feltene rundt linjene viser {level}-konfidensintervall.",
        nn: "Felta rundt linjene viser {level}-konfidensintervall.",
        en: "The bands round the lines show {level} confidence intervals.",
    }
    /// Remark: no interval can be given.
    no_intervals {
        nb: "Konfidensintervall kan ikke gis: bare avrundede andeler er publisert.",
        nn: "Konfidensintervall kan ikkje reknast ut: Berre avrunda prosentdelar er publiserte.",
        en: "Confidence intervals cannot be given: only rounded shares were published.",
    }
    /// Remark: how the intervals are formed; `{method}`.
    by_method { nb: "Intervallmetode: {method}.", nn: "Intervallmetode: {method}.", en: "Interval method: {method}." }
    /// Remark: joint intervals; `{count}` is the number of shares of one total.
    jointly {
        nb: "Intervallene gjelder samtidig for alle {count} andelene av en helhet; de skal ikke \
             legges sammen, og andre inndelinger gir andre intervaller.",
        nn: "Intervalla gjeld samtidig for alle dei {count} delane av ein heilskap; dei skal \
             ikkje leggjast saman, og andre inndelingar gir andre intervall.",
        en: "The intervals hold at once for all {count} shares of a total; they are not to be \
             added, and other categories give other intervals.",
    }
    /// Choice: how intervals are formed.
    choose_method { nb: "Intervallmetode", nn: "Intervallmetode", en: "Interval method" }
    /// An interval beside its level; `{level}` and `{between}`.
    interval_at {
        nb: "{level}-intervall: {between}",
        nn: "{level}-intervall: {between}",
        en: "{level} interval: {between}",
    }
    /// Remark: series that are not shown; `{names}`.
    hidden { nb: "Ikke vist: {names}.", nn: "Ikkje vist: {names}.", en: "Not shown: {names}." }
    /// Remark: a part of the axis only; `{from}` and `{to}`.
    zoomed { nb: "Utsnitt: {from}–{to}.", nn: "Utsnitt: {from}–{to}.", en: "Zoomed in: {from}–{to}." }
    /// Remark: equal ratios.
    log_scale {
        nb: "Logaritmisk skala: like store forhold har samme avstand.",
        nn: "Logaritmisk skala: like store forhold har same avstand.",
        en: "Logarithmic scale: equal ratios have equal distances.",
    }
    /// Remark: why not.
    log_needs_positive {
        nb: "Logaritmisk skala krever at alle verdiene er over null; skalaen er lineær.",
        nn: "Logaritmisk skala krev at alle verdiane er over null; skalaen er lineær.",
        en: "A logarithmic scale needs every value above zero; the scale is linear.",
    }
    /// Remark: why not.
    log_not_here {
        nb: "Denne figuren begynner på null, så skalaen er lineær.",
        nn: "Denne figuren begynner på null, så skalaen er lineær.",
        en: "This kind of figure begins at zero, so its scale is linear.",
    }
    /// Remark: one scale for every year.
    same_for_all_years {
        nb: "Skalaen er den samme for alle år.",
        nn: "Skalaen er den same for alle år.",
        en: "The scale is the same for every year.",
    }

    /// What is shown: the measure itself.
    as_measured { nb: "Rater og andeler", nn: "Ratar og prosentdelar", en: "Rates and shares" }
    /// What is shown: counts.
    as_counts { nb: "Antall", nn: "Tal på hendingar", en: "Counts" }

    /// Heading of the choices about a figure.
    adjust { nb: "Tilpass figuren", nn: "Tilpass figuren", en: "Adjust the figure" }
    /// Choice: the kind of figure.
    choose_kind { nb: "Figurtype", nn: "Figurtype", en: "Kind of figure" }
    /// Choice: intervals.
    choose_intervals { nb: "Konfidensintervall", nn: "Konfidensintervall", en: "Confidence intervals" }
    /// Intervals where there is room.
    intervals_auto {
        nb: "95\u{202f}%, når det er plass",
        nn: "95\u{202f}%, når det er plass",
        en: "95%, where there is room",
    }
    /// No intervals.
    intervals_none { nb: "Ingen", nn: "Ingen", en: "None" }
    /// Choice: rates or counts.
    choose_show { nb: "Vis", nn: "Vis", en: "Show" }
    /// Choice: the scale.
    choose_scale { nb: "Skala", nn: "Skala", en: "Scale" }
    /// A scale.
    scale_linear { nb: "Lineær", nn: "Lineær", en: "Linear" }
    /// A scale.
    scale_log { nb: "Logaritmisk", nn: "Logaritmisk", en: "Logarithmic" }
    /// Choice: small multiples.
    choose_facets { nb: "En liten figur for hver", nn: "Ein liten figur for kvar", en: "A small figure for each" }
    /// No small multiples.
    facets_none { nb: "Nei, alt i én", nn: "Nei, alt i éin", en: "No, all in one" }
    /// Choice: axes of small multiples.
    choose_axes { nb: "Akser", nn: "Aksar", en: "Axes" }
    /// Axes of small multiples.
    axes_shared { nb: "Samme for alle", nn: "Same for alle", en: "The same for all" }
    /// Axes of small multiples.
    axes_free { nb: "Egne for hver", nn: "Eigne for kvar", en: "One for each" }
    /// Choice: one year.
    choose_year { nb: "Ett år", nn: "Eitt år", en: "One year" }
    /// Button: one year after another.
    play { nb: "Spill av år for år", nn: "Spel av år for år", en: "Play year by year" }
    /// The same button while it runs.
    stop { nb: "Stopp", nn: "Stopp", en: "Stop" }
    /// All years.
    all_years { nb: "Alle år samlet", nn: "Alle år samla", en: "All years together" }
    /// Choice: which series are shown.
    choose_series { nb: "Vises i figuren", nn: "Blir viste i figuren", en: "Shown in the figure" }
    /// Choice: the series that stands out.
    choose_focus { nb: "Framhev", nn: "Framhev", en: "Highlight" }
    /// Nothing stands out.
    focus_none { nb: "Ingen", nn: "Ingen", en: "None" }

    /// Key of a funnel.
    inner_limits { nb: "95\u{202f}%-grenser", nn: "95\u{202f}%-grenser", en: "95% limits" }
    /// Key of a funnel.
    outer_limits { nb: "99,8\u{202f}%-grenser", nn: "99,8\u{202f}%-grenser", en: "99.8% limits" }
    /// Key of a funnel.
    pooled { nb: "Alle samlet", nn: "Alle samla", en: "All together" }
    /// Remark on a funnel.
    funnel_marks {
        nb: "Fylt punkt: utenfor 95\u{202f}%-grensene. Rute: utenfor 99,8\u{202f}%-grensene.",
        nn: "Fylt punkt: utanfor 95\u{202f}%-grensene. Rute: utanfor 99,8\u{202f}%-grensene.",
        en: "Filled point: outside the 95% limits. Diamond: outside the 99.8% limits.",
    }
    /// Name of the line at 1; `{group}`.
    equal_to { nb: "{group} = 1", nn: "{group} = 1", en: "{group} = 1" }
    /// Name of the line at 0.
    no_difference { nb: "ingen forskjell", nn: "ingen skilnad", en: "no difference" }
    /// Remark on shares with intervals.
    shares_beside {
        nb: "Andelene er vist som punkter ved siden av hverandre, for i en stablet søyle kan \
             intervallene ikke leses.",
        nn: "Prosentdelane er viste som punkt ved sida av kvarandre, for i ei stabla søyle kan \
             intervalla ikkje lesast.",
        en: "The shares are shown as points beside each other, because intervals cannot be read \
             in a stacked bar.",
    }
    /// Remark on a trend of many.
    steepest {
        nb: "Linjene som kurven stiger eller faller mest for, har farger; de andre er grå. Pek på en linje, eller \
             bruk piltastene, for å se hva den gjelder.",
        nn: "Linjene som kurva stig eller fell mest for, har fargar; dei andre er grå. Peik på ei linje, eller \
             bruk piltastane, for å sjå kva ho gjeld.",
        en: "The lines whose curve rises or falls most have colours; the others are grey. Point at a line, or use \
             the arrow keys, to see what it is of.",
    }
    /// Remark on a trend.
    fitted {
        nb: "Stiplet: tilpasset kurve med samme prosentvise endring hvert år.",
        nn: "Stipla: tilpassa kurve med same prosentvise endring kvart år.",
        en: "Dashed: fitted curve with the same per cent change every year.",
    }
    /// Unit of an axis.
    ratio_axis {
        nb: "Rateratio (logaritmisk skala)",
        nn: "Rateratio (logaritmisk skala)",
        en: "Rate ratio (logarithmic scale)",
    }
    /// Unit of an axis.
    difference_axis {
        nb: "Forskjell i prosentpoeng",
        nn: "Skilnad i prosentpoeng",
        en: "Difference in percentage points",
    }
    /// Remark on bounds.
    bounds_mark {
        nb: "Streken går fra «ingen av de ukjente» til «alle de ukjente».",
        nn: "Streken går frå «ingen av dei ukjende» til «alle dei ukjende».",
        en: "The line runs from “none of the unknown” to “all of the unknown”.",
    }

    /// A kind of analysis.
    lexis { nb: "Alder og år på én gang", nn: "Alder og år på éin gong", en: "Age and year at once" }
    /// What is asked.
    asks_lexis {
        nb: "Hvor høy er utvandringsraten i hver alder, hvert år?",
        nn: "Kor høg er utvandringsraten i kvar alder, kvart år?",
        en: "How high is the emigration rate at each age in each year?",
    }
    /// What is asked; `{reference}`.
    asks_lexis_ratio {
        nb: "I hvilke aldre og år er raten høyere eller lavere enn {reference}?",
        nn: "I kva aldrar og år er raten høgare eller lågare enn {reference}?",
        en: "At which ages and in which years is the rate higher or lower than {reference}?",
    }
    /// A choice.
    compared_with_nothing {
        nb: "Ingen: vis raten selv",
        nn: "Ingen: vis raten sjølv",
        en: "Nothing: show the rate itself",
    }
    /// Heading of a table of ages by years.
    age_by_year { nb: "Rate etter alder og år", nn: "Rate etter alder og år", en: "Rate by age and year" }
    /// Heading of a table of ratios.
    ratio_by_year {
        nb: "Rateratio etter alder og år",
        nn: "Rateratio etter alder og år",
        en: "Rate ratio by age and year",
    }

    /// A sentence on a flow; `{all}`, `{back}`, `{share}`.
    flow_said {
        nb: "Av {all} som flyttet ut, var {back} ({share}) tilbake etter fem år.",
        nn: "Av {all} som flytta ut, var {back} ({share}) tilbake etter fem år.",
        en: "Of {all} who left, {back} ({share}) were back after five years.",
    }
}

/// A phrase with its places filled in.
pub fn filled(phrase: &str, places: &[(&str, &str)]) -> String {
    let mut text = phrase.to_owned();
    for (name, value) in places {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

phrases! {
    /// A field of a table of ages by years, with its value.
    field(age, year, value) {
        nb: "for {age}-åringer i {year} ({value})",
        nn: "for {age}-åringar i {year} ({value})",
        en: "at age {age} in {year} ({value})",
    }
    /// The highest and the lowest field of a group's rates; `{group}` is a phrase of place.
    fields(group, high, low) {
        nb: "Utvandringsraten {group} var høyest {high} og lavest {low}.",
        nn: "Utvandringsraten {group} var høgast {high} og lågast {low}.",
        en: "The emigration rate {group} was highest {high} and lowest {low}.",
    }
    /// The highest one alone.
    highest_field(group, high) {
        nb: "Utvandringsraten {group} var høyest {high}.",
        nn: "Utvandringsraten {group} var høgast {high}.",
        en: "The emigration rate {group} was highest {high}.",
    }
    /// The highest ratio alone.
    highest_ratio(group, reference, high) {
        nb: "Forholdet mellom utvandringsraten {group} og raten {reference} var størst {high}.",
        nn: "Forholdet mellom utvandringsraten {group} og raten {reference} var størst {high}.",
        en: "The ratio of the emigration rate {group} to the rate {reference} was largest {high}.",
    }
    /// The same of the ratio to the rates of another group.
    ratio_fields(group, reference, high, low) {
        nb: "Forholdet mellom utvandringsraten {group} og raten {reference} var størst {high} og minst {low}.",
        nn: "Forholdet mellom utvandringsraten {group} og raten {reference} var størst {high} og minst {low}.",
        en: "The ratio of the emigration rate {group} to the rate {reference} was largest {high} and smallest {low}.",
    }
    /// Below a map that does not show all there is.
    lines_from(place, most) {
        nb: "Strekene går fra {place} til landene med de høyeste tallene, høyst {most}. Jo tykkere strek, desto \
            høyere tall.",
        nn: "Strekane går frå {place} til landa med dei høgaste tala, høgst {most}. Di tjukkare strek, di høgare tal.",
        en: "The lines go from {place} to the countries with the highest numbers, at most {most}. The thicker the \
            line, the higher the number.",
    }
    /// Title of an axis.
    on_log_scale(what) {
        nb: "{what} (logaritmisk skala)",
        nn: "{what} (logaritmisk skala)",
        en: "{what} (logarithmic scale)",
    }
    /// How many places are not on a map.
    not_on_map(count) {
        nb: "Ikke på kartet: {count}; tabellen har dem.", nn: "Ikkje på kartet: {count}; tabellen har dei.",
        en: "Not on the map: {count}; the table has them.",
    }
}
