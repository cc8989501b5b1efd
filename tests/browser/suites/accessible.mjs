// Everybody can read and use the page: what axe-core checks, the keyboard, narrow and enlarged pages.
import { findings } from "../support/axe.mjs";
import { hashOf, LANGUAGES, ROUTES } from "../support/routes.mjs";

/** Languages do not change colours, so every theme is checked, and every language, but not each with each. */
const THEMES = { nb: "light", nn: "dark", en: "contrast" };

/** What tells that a page has all its content. */
const CONTENT = {
  "": ".parts .figure canvas",
  report: "#fig18 canvas",
  explore: ".figure canvas",
  calculator: "table.results tbody tr",
  check: ".check .verdict",
  analysis: "main table",
  audit: ".claims tbody tr",
  beyond: ".beyond h2",
  data: "#files",
  tasks: "#set-teaching li",
  about: ".definitions",
  recipes: ".recipes ol",
};

/** Opens everything that folds, so that what is inside is checked as well. */
const unfold = (visit) =>
  visit.page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));

/** Waits until the page speaks a language. */
const isIn = (visit, language) =>
  visit.until(
    () => visit.page.evaluate((language) => document.documentElement.lang === language, language),
    `the page speaks ${language}`,
  );

async function inTheme(visit, theme) {
  await visit.element("#appearance");
  await visit.page.select("#appearance", theme);
  await visit.until(
    () => visit.page.evaluate((theme) => document.documentElement.dataset.theme === theme, theme),
    `the page is ${theme}`,
  );
}

/** The name, role and box of what has the focus. */
const focused = (visit) =>
  visit.page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) {
      return null;
    }
    // The input of files is shown by the frame round it.
    const frame = element.id === "files" ? element.parentElement : element;
    const style = getComputedStyle(frame);
    const { width, height } = element.getBoundingClientRect();
    const all = [...document.querySelectorAll("*")];
    return {
      place: all.indexOf(element),
      what: `${element.tagName} ${element.id} ${element.className} ${element.textContent.slice(0, 30)}`,
      visible: width > 0 && height > 0,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  });

/** Elements that the keyboard must reach, as places in the document. */
const reachable = (visit) =>
  visit.page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const wanted = "a[href], button, select, input, summary, [tabindex='0']";
    return all
      .map((element, place) => ({ element, place }))
      .filter(({ element }) => element.matches(wanted) && !element.disabled)
      .filter(({ element }) => element.checkVisibility())
      .map(({ element, place }) => ({
        place,
        what: `${element.tagName} ${element.id} ${element.textContent.slice(0, 30)}`,
      }));
  });

export const tests = [
  ...ROUTES.map((route) => ({
    name: `axe finds nothing on ${route}, in any language and theme`,
    hash: hashOf(route),
    places: ["site"],
    shares: true,
    run: async (visit) => {
      for (const language of LANGUAGES) {
        await visit.turn(hashOf(route, language));
        await visit.element(CONTENT[route]);
        await isIn(visit, language);
        await unfold(visit);
        const theme = THEMES[language];
        await inTheme(visit, theme);
        const found = await findings(visit.page);
        visit.check.deepEqual(found, [], `${language} ${theme}: ${JSON.stringify(found, null, 1)}`);
      }
    },
  })),
  ...["explore", "data"].map((route) => ({
    name: `the tab key reaches everything on ${route}, in reading order, and shows where it is`,
    hash: hashOf(route),
    places: ["site"],
    run: async (visit) => {
      await visit.element(CONTENT[route]);
      await visit.page.evaluate(() => document.activeElement.blur());
      const wanted = await reachable(visit);
      const seen = [];
      for (let step = 0; step < wanted.length + 5; step += 1) {
        await visit.page.keyboard.press("Tab");
        const now = await focused(visit);
        if (!now || seen.some(({ place }) => place === now.place)) {
          break;
        }
        visit.check.ok(now.visible, `${now.what} has the focus and cannot be seen`);
        visit.check.ok(now.outlined, `${now.what} does not show that it has the focus`);
        seen.push(now);
      }
      const places = seen.map(({ place }) => place);
      const missed = wanted.filter(({ place }) => !places.includes(place));
      visit.check.deepEqual(missed.map(({ what }) => what), [], "never reached");
      visit.check.deepEqual(places, [...places].sort((a, b) => a - b), "in reading order");
    },
  })),
  ...[
    { language: "nb", hint: /piltastene/, value: /, 2000: .*\d/ },
    { language: "nn", hint: /piltastane/, value: /, 2000: .*\d/ },
    { language: "en", hint: /arrow keys/, value: /, 2000: .*\d/ },
  ].map(({ language, hint, value }) => ({
    name: `arrow keys walk over a figure and say each number, in ${language}`,
    hash: hashOf("explore", language),
    shares: true,
    run: async (visit) => {
      const figure = await visit.element(".figure .canvas");
      await visit.until(
        () => visit.page.$eval(".figure canvas", (canvas) => canvas.height > 150),
        "the figure is drawn",
      );
      visit.check.match(await figure.evaluate((node) => node.getAttribute("aria-label")), hint);
      await figure.focus();
      const said = () => visit.page.$eval('.canvas [aria-live="polite"]', (node) => node.textContent.trim());
      visit.check.equal(await said(), "");
      const heard = [];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "End", "Home"]) {
        const before = heard.at(-1) ?? "";
        await visit.page.keyboard.press(key);
        await visit.until(async () => (await said()) !== before, `${key} says something`);
        heard.push(await said());
      }
      visit.check.match(heard[0], value);
      visit.check.equal(heard[4], heard[0], "Home goes back to the first mark");
      visit.check.equal(new Set(heard).size, 4);
      await visit.page.keyboard.press("Escape");
      await visit.until(async () => (await said()) === "", "Escape ends the walk");
    },
  })),
  {
    name: "no page scrolls sideways at 320 px, which is 1280 px at 400 %",
    hash: hashOf("report"),
    places: ["site"],
    viewport: { width: 320, height: 256, deviceScaleFactor: 4 },
    run: async (visit) => {
      for (const route of ROUTES) {
        for (const language of LANGUAGES) {
          await visit.turn(hashOf(route, language));
          await visit.element(CONTENT[route]);
          await isIn(visit, language);
          await unfold(visit);
          // A picture in what has just been opened gets its width when the opening is seen.
          const width = () => visit.page.evaluate(() => document.documentElement.scrollWidth);
          await visit.until(async () => (await width()) <= 320, `${route} in ${language} is 320 px wide`);
        }
      }
    },
  },
  {
    name: "on a phone the navigation shows the page one is on",
    viewport: { width: 360, height: 740 },
    opens: false,
    run: async (visit) => {
      const place = () =>
        visit.page.evaluate(() => {
          const summary = document.querySelector(".top nav summary");
          const { left, right } = summary.getBoundingClientRect();
          const name = document.querySelector(".top nav [aria-current]").textContent;
          return left >= 0 && right <= window.innerWidth && summary.innerText.trim() === name;
        });
      for (const page of ["about", "audit", "explore"]) {
        await visit.open(`#/${page}`);
        await visit.until(place, `the name of ${page} is in sight`);
      }
      await visit.page.evaluate(() => (location.hash = "#/data"));
      await visit.until(
        async () => (await visit.page.$(`.top nav [aria-current][href^="#/data"]`)) !== null && (await place()),
        "the name of another page is in sight",
      );
    },
  },
];
