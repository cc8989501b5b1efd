// The language of a first visit: that of the address, else the one that was chosen, else the browser's.
const CASES = [
  [["nn-NO", "nb"], "nn"],
  [["no"], "nb"],
  [["da-DK", "en"], "nb"],
  [["sv"], "nb"],
  [["de-AT", "nn"], "nn"],
  [["en-GB", "nb"], "en"],
  [["pl", "fr"], "en"],
];
const TITLES = { nb: "Utvandringskalkulatoren", nn: "Utvandringskalkulatoren", en: "The Emigration Calculator" };

/** The browser of somebody who reads these languages. Given as a text: the pages of the tests are sealed. */
const reads = (page, languages) =>
  page.evaluateOnNewDocument((languages) => {
    Object.defineProperty(Navigator.prototype, "languages", { get: () => languages, configurable: true });
  }, languages);
const language = (visit) => visit.page.evaluate(() => document.documentElement.lang);

export const tests = [
  ...CASES.map(([languages, expected]) => ({
    name: `whoever reads ${languages.join(" and ")} begins in ${expected}`,
    opens: false,
    shares: true,
    run: async (visit) => {
      const { check, page } = visit;
      await reads(page, languages);
      await visit.open();
      check.equal(await language(visit), expected);
      check.equal(await visit.text(".name"), TITLES[expected]);
    },
  })),
  {
    name: "the address goes before the language of the browser, and a choice that was made as well",
    opens: false,
    shares: true,
    run: async (visit) => {
      const { check, page } = visit;
      await reads(page, ["en"]);
      const anew = async (hash) => {
        await page.goto("about:blank");
        await visit.open(hash);
        return language(visit);
      };
      check.equal(await anew("#/?lang=nn"), "nn");
      check.equal(await anew("#/about"), "en", "that of a link lasts as long as the link");
      await page.$eval(".languages [lang=nn]", (button) => button.click());
      await visit.until(async () => (await language(visit)) === "nn", "the choice");
      check.equal(await anew("#/about"), "nn");
      check.equal(await anew("#/?lang=nb"), "nb");
      check.equal(await anew("#/about"), "nn");
    },
  },
  {
    name: "the language of a link stays when the page is loaded again, at the first visit too",
    opens: false,
    run: async (visit) => {
      const { check, page } = visit;
      await reads(page, ["en"]);
      for (const tag of ["nb", "nn"]) {
        for (const hash of [`#/task?v=2&lang=${tag}&id=not-yet`, `#/class/teaching?v=2&lang=${tag}`, `#/about?lang=${tag}`]) {
          await page.goto("about:blank");
          await visit.open(hash);
          check.equal(await language(visit), tag, hash);
          await page.reload();
          await visit.started();
          check.equal(await language(visit), tag, `${hash} loaded again`);
        }
      }
    },
  },
  {
    name: "what is shown before the page is there is in the language of the reader",
    opens: false,
    places: ["site"],
    run: async (visit) => {
      const { check, page } = visit;
      await reads(page, ["en"]);
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(`${visit.url}#/explore`, { waitUntil: "domcontentloaded" });
      const shown = await visit.text(".skeleton main");
      check.match(shown, /Who leaves/);
      check.match(shown, /Loading the figures/);
      check.doesNotMatch(shown, /Hvem|Kven|Tallene|Tala/);
      release();
      await visit.started();
      check.equal(await language(visit), "en");
    },
  },
];
