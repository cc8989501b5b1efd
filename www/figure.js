// <utvandring-figure package="norway" measure="rate" by="year">: one figure in another page, without a frame.
// The page of the calculator itself is not needed; its module and the data are fetched when the figure comes near
// the screen. Documented in README.md, its attributes by FigureSpec in utvandring.d.ts.
const BASE = new URL("./", import.meta.url);
const TEXTS = [
  ...["measure", "by", "split", "denominator", "kind", "intervals", "method", "facets", "index"],
  ...["note", "source"],
];
const WORDS = {
  nb: ["Åpne i Utvandringskalkulatoren", "Figuren kunne ikke tegnes: "],
  nn: ["Opne i Utvandringskalkulatoren", "Figuren kunne ikkje teiknast: "],
  en: ["Open in the Emigration Calculator", "The figure could not be drawn: "],
};

let module;
// One after the other: which data set is in use belongs to the whole page.
let last = Promise.resolve();
const inTurn = (work) => (last = last.then(work, work));

const parsed = (text) => (text ? JSON.parse(text) : undefined);

class UtvandringFigure extends HTMLElement {
  static observedAttributes = ["package", "lang", "heading", "where", "marks", "rebase", "counts", "log", ...TEXTS];

  #near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(), {
    rootMargin: "400px",
  });
  #resized = new ResizeObserver(() => this.#draw());
  #drawn = "";
  #begun = false;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" });
      // By the object model: a page may forbid styles in its text.
      this.style.display ||= "block";
    }
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#resized.disconnect();
    this.#begun = false;
  }

  attributeChangedCallback() {
    this.#draw();
  }

  /** Its language: its own, else that of the page, else Norwegian. */
  get #lang() {
    const tag = this.closest("[lang]")?.lang.slice(0, 2);
    return tag === "no" ? "nb" : Object.hasOwn(WORDS, tag) ? tag : "nb";
  }

  get #spec() {
    const given = TEXTS.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]);
    const flags = ["rebase", "counts", "log"].map((name) => [name, this.hasAttribute(name)]);
    const spec = Object.fromEntries([...given, ...flags]);
    return {
      ...spec,
      title: this.getAttribute("heading") ?? "",
      where: parsed(this.getAttribute("where")) ?? {},
      marks: parsed(this.getAttribute("marks")) ?? {},
    };
  }

  /** Where the calculator shows the same question. */
  get #address() {
    const { measure, by = "", split = "", where, kind } = this.#spec;
    const codes = (value) => [value].flat().map(encodeURIComponent).join(",");
    const pairs = Object.entries({ lang: this.#lang, data: this.getAttribute("package"), measure, by, split, kind });
    const query = [...pairs.filter(([, value]) => value !== undefined && value !== null), ...Object.entries(where)];
    const written = query.map(([name, value]) => `${encodeURIComponent(name)}=${codes(value)}`);
    return new URL(`#/explore?${written.join("&")}`, BASE).href;
  }

  #begin() {
    this.#near.disconnect();
    this.#begun = true;
    this.#resized.observe(this);
    this.#draw();
  }

  #draw() {
    const width = Math.max(240, Math.floor(this.clientWidth / 10) * 10);
    const wanted = [width, this.#lang, ...UtvandringFigure.observedAttributes.map((name) => this.getAttribute(name))];
    const key = JSON.stringify(wanted);
    if (!this.#begun || key === this.#drawn) {
      return;
    }
    this.#drawn = key;
    inTurn(async () => {
      if (key !== this.#drawn) {
        return;
      }
      const [open, failed] = WORDS[this.#lang];
      try {
        module ??= await import("./utvandring.js");
        await module.ready;
        if (this.hasAttribute("package")) {
          await module.use(this.getAttribute("package"));
        }
        const picture = await module.figure(this.#spec, { format: "svg", lang: this.#lang, width });
        const { documentElement } = new DOMParser().parseFromString(await picture.text(), "image/svg+xml");
        const link = document.createElement("a");
        [link.href, link.textContent, link.rel] = [this.#address, open, "noopener"];
        const line = document.createElement("p");
        line.append(link);
        this.shadowRoot.replaceChildren(document.importNode(documentElement, true), line);
      } catch (error) {
        const line = document.createElement("p");
        line.setAttribute("role", "alert");
        line.textContent = failed + error.message;
        this.shadowRoot.replaceChildren(line);
      }
      this.dispatchEvent(new Event("drawn"));
    });
  }
}

customElements.define("utvandring-figure", UtvandringFigure);
