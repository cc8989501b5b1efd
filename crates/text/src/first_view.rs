//! Words that only the page drawn at build time has.

use super::Lang;
use super::phrases::phrases;

phrases! {
    /// Where the figures come from that are read without scripts.
    drawn_when_built(title, version) {
        nb: "Figurene nedenfor ble tegnet da siden ble laget, av datasettet «{title}», versjon {version}.",
        nn: "Figurane nedanfor vart teikna då sida vart laga, av datasettet «{title}», versjon {version}.",
        en: "The figures below were drawn when the site was built, from the data set “{title}”, version {version}.",
    }
}
