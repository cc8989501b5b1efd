// Figures are drawn, described, and say the same numbers as the tables they come from.
import { framed, pages, picture } from "../support/paper.mjs";
import { GROUPS, sum, teaching } from "../support/tables.mjs";

const DESCENDANT_GREEN = "#1e6846";
const LATER_ORANGE = "#c1420e";
const ORIGIN_RED = "#e11845";
const SIGNAL = "#ffc83d";

/** What all canvases of a page may hold in bytes: `BUDGET` in src/web/canvas.rs. */
const BUDGET = 240 * 2 ** 20;

/** How many canvases of the page have pixels of their own size. */
const withPixels = (page) =>
  page.$$eval(".figure canvas", (all) => all.filter(({ width, clientWidth }) => width === clientWidth).length);

/** As other engines and a compiler may share the machine. */
const PDF_LIMIT = 90_000;

/** A colour that no figure has. */
const FRAME = [255, 0, 255];

/**
 * Puts a frame, which takes no room, round each figure. Gives the sizes of their canvases, as they
 * are between two events where some are given.
 */
const inFrames = (page, events = []) =>
  page.$$eval(
    ".figure canvas",
    (all, [begin, end], colour) => {
      const tell = (name) => name && dispatchEvent(new Event(name));
      tell(begin);
      const sizes = all.map(({ width, height }) => ({ width, height }));
      tell(end);
      all.forEach((canvas) => (canvas.style.outline = `3px solid rgb(${colour})`));
      return sizes;
    },
    events,
    FRAME,
  );

/** Figures as they were found in a picture are all there, on white, and as wide for their height as drawn. */
function allShown(check, figures, sizes) {
  check.equal(figures.length, sizes.length, "figures");
  figures.forEach(({ width, height, drawn }, index) => {
    const figure = `figure ${index + 1}, ${width} x ${height}, ${drawn} drawn`;
    const proportion = width / height / (sizes[index].width / sizes[index].height);
    check.ok(Math.abs(proportion - 1) < 0.03, `${figure}: ${proportion} of its proportion`);
    check.ok(width > 160, `${figure}: too small to read`);
    check.ok(drawn > 0.02 && drawn < 0.6, `${figure}: blank, or not on white`);
  });
}

/** Every canvas of the page has its size. */
async function allDrawn(visit, count) {
  await visit.until(
    () =>
      visit.page.$$eval(
        ".figure canvas",
        (all, count) => all.length === count && all.every((canvas) => canvas.clientHeight > 150),
        count,
      ),
    "every figure has its place",
  );
}

export const tests = [
  {
    name: "all eighteen figures are drawn from the teaching package in their colours",
    hash: "#/report",
    shares: true,
    run: async (visit) => {
      await allDrawn(visit, 18);
      const near = [DESCENDANT_GREEN, LATER_ORANGE, SIGNAL];
      const lines = await visit.canvas("#fig3 canvas", { near });
      visit.check.ok(lines.drawn > 0.01, `only ${lines.drawn} drawn`);
      near.forEach((colour) => visit.check.ok(lines.near[colour] > 20, `${colour} in figure 3`));
      const bars = await visit.canvas("#fig5 canvas", { near: [ORIGIN_RED] });
      visit.check.ok(bars.near[ORIGIN_RED] > 200, "red for the country of origin in figure 5");
      const titles = await visit.page.$$eval(".figure canvas", (all) =>
        all.map((canvas) => canvas.getAttribute("aria-label")),
      );
      visit.check.equal(new Set(titles).size, 18);
    },
  },
  {
    name: "a picture that the browser makes of the whole page has all eighteen figures",
    needs: ["full page"],
    hash: "#/report",
    places: ["site"],
    run: async (visit) => {
      const { page, check } = visit;
      await allDrawn(visit, 18);
      await visit.until(async () => (await withPixels(page)) === 18, "every figure is drawn, without scrolling");
      const sizes = await inFrames(page);
      // With a window as high as the page: Chromium takes a picture beyond its window before the
      // canvases, whatever is on them, are on it.
      const whole = await page.screenshot({ fullPage: true, captureBeyondViewport: visit.browser === "firefox" });
      const figures = framed(await picture(whole), FRAME);
      allShown(check, figures, sizes);
    },
  },
  {
    name: "a PDF that the browser makes of the dark report has all eighteen figures on white and in proportion",
    needs: ["pdf"],
    hash: "#/report",
    places: ["site"],
    run: async (visit) => {
      const { page, check } = visit;
      await allDrawn(visit, 18);
      await page.select("#appearance", "dark");
      await visit.until(
        async () => (await visit.canvas("#fig1 canvas")).background !== "#ffffff",
        "the figures are dark",
      );
      const sizes = await inFrames(page, ["beforeprint", "afterprint"]);
      // Firefox takes long, and other paper is only another width.
      for (const landscape of visit.browser === "firefox" ? [false] : [false, true]) {
        const made = await page.pdf({ format: "A4", landscape, printBackground: true, timeout: PDF_LIMIT });
        const printed = await pages(made);
        allShown(check, printed.flatMap((one) => framed(one, FRAME)), sizes);
      }
    },
  },
  {
    name: "figures seen longest ago give up their pixels beyond the budget, and nothing moves",
    hash: "#/report",
    places: ["site"],
    viewport: { width: 1280, height: 900, deviceScaleFactor: 3 },
    run: async (visit) => {
      const { page, check } = visit;
      await allDrawn(visit, 18);
      const drawn = (id) => page.$eval(`#${id} canvas`, ({ width, height }) => width * height > 0);
      const held = () =>
        page.$$eval(".figure canvas", (all) => all.reduce((sum, { width, height }) => sum + 4 * width * height, 0));
      await visit.until(() => drawn("fig1"), "the first figure is drawn");
      const count = () => page.$$eval(".figure canvas", (all) => all.filter(({ width }) => width > 0).length);
      check.ok((await count()) < 18, "there is no room for all");
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      // Down the page as a reader goes.
      for (let number = 2; number <= 18; number += 1) {
        await page.$eval(`#fig${number}`, (figure) => figure.scrollIntoView({ behavior: "instant" }));
        await visit.until(() => drawn(`fig${number}`), `figure ${number} is drawn`);
        check.ok((await held()) <= BUDGET, `${await held()} bytes at figure ${number}`);
      }
      await visit.until(async () => !(await drawn("fig1")), "the first figure is put away");
      check.ok(await drawn("fig17"), "what was just seen is kept");
      check.equal(await height(), before);
      await page.$eval("#fig1", (figure) => figure.scrollIntoView({ behavior: "instant" }));
      await visit.until(() => drawn("fig1"), "the first figure is drawn again");
    },
  },
  ...[1, 1.5, 2, 3].map((deviceScaleFactor) => ({
    name: `a canvas has ${deviceScaleFactor} device pixels for each CSS pixel`,
    hash: "#/explore?data=teaching",
    places: ["site"],
    needs: Number.isInteger(deviceScaleFactor) ? [] : ["fractional scale"],
    viewport: { width: 360, height: 740, deviceScaleFactor },
    run: async (visit) => {
      await allDrawn(visit, 1);
      const size = await visit.page.$eval("canvas", (canvas) => ({
        backing: canvas.width,
        css: canvas.getBoundingClientRect().width,
        page: document.documentElement.scrollWidth,
      }));
      visit.check.ok(Math.abs(size.backing - size.css * deviceScaleFactor) <= 1, JSON.stringify(size));
      visit.check.ok(size.page <= 360, "the page does not scroll sideways");
    },
  })),
  {
    name: "a figure is drawn anew when the window changes",
    hash: "#/explore?data=teaching",
    shares: true,
    run: async (visit) => {
      await allDrawn(visit, 1);
      const width = () => visit.page.$eval("canvas", (canvas) => canvas.getBoundingClientRect().width);
      const before = await width();
      await visit.resize({ width: 500, height: 900 });
      await visit.until(async () => (await width()) < 500, "the figure fits");
      visit.check.ok(before > 500);
    },
  },
  {
    name: "the table under figure 3 has the API's numbers, and both equal the published counts",
    hash: "#/report",
    shares: true,
    run: async (visit) => {
      const published = await teaching(visit.folder, "by_year");
      const asked = { measure: "rate", by: ["group", "year"] };
      const { rows } = await visit.api("compute", asked);
      visit.check.equal(rows.length, 120);
      for (const row of rows) {
        const where = { group: row.key.group, year: row.key.year };
        const events = sum(published, "emigrations", where);
        const middle =
          (sum(published, "population_jan1", where) + sum(published, "population_dec31", where)) / 2;
        visit.check.equal(row.numerator, events);
        visit.check.equal(row.denominator, middle);
        visit.check.equal(row.value, events / middle);
        visit.check.ok(row.lower < row.value && row.value < row.upper);
      }
      const shown = await (await visit.element("#fig3 table.numbers")).evaluate((table) =>
        [...table.tBodies[0].rows].map((row) =>
          [...row.cells].slice(1).map((cell) => Number(cell.dataset.value)),
        ),
      );
      const byYear = new Map();
      rows.forEach((row) => byYear.set(`${row.key.group} ${row.key.year}`, row.value));
      shown.forEach((cells, index) =>
        visit.check.deepEqual(
          cells,
          GROUPS.map((group) => byYear.get(`${group} ${2000 + index}`)),
        ),
      );
    },
  },
  {
    name: "destination and return shares equal an independent computation",
    hash: "#/report",
    shares: true,
    run: async ({ api, folder, check, ...visit }) => {
      const call = (question) => visit.page.evaluate((q) => window.utvandring.compute(q), question);
      const destinations = await teaching(folder, "destinations");
      const returns = await teaching(folder, "returns");
      const shares = await call({ measure: "destination_share", by: ["group", "destination"] });
      check.equal(shares.rows.length, 35);
      for (const { key, value } of shares.rows) {
        const part = sum(destinations, "emigrations", key);
        check.equal(value, part / sum(destinations, "emigrations", { group: key.group }));
      }
      const rebased = await call({ measure: "destination_share", by: ["group", "destination"], rebase: true });
      check.equal(rebased.rows.length, 25);
      for (const group of GROUPS) {
        const kept = rebased.rows.filter((row) => row.key.group === group);
        const total = kept.reduce((all, row) => all + row.value, 0);
        check.ok(Math.abs(total - 1) < 1e-12);
      }
      const back = await call({ measure: "return_share", by: ["group"] });
      const observed = returns.filter((row) => row.returned_5y !== ".");
      for (const { key, value } of back.rows) {
        check.equal(value, sum(observed, "returned_5y", key) / sum(observed, "emigrations", key));
      }
      check.match(back.notes.join(" "), /2020–2023/);
    },
  },
  {
    name: "the report's printed shares are read off report-2026 without an interval",
    hash: "#/report?data=report-2026",
    shares: true,
    run: async (visit) => {
      await visit.element("#fig6 canvas");
      const { rows } = await visit.api("compute", { measure: "return_share", by: ["group"] });
      const printed = Object.fromEntries(rows.map((row) => [row.key.group, row.value]));
      visit.check.equal(printed.nb_two_immigrant_parents, 0.43);
      visit.check.equal(printed.majority, 0.55);
      rows.forEach((row) => {
        visit.check.equal(row.lower, null);
        visit.check.equal(row.numerator, null);
        visit.check.equal(row.rounding.length, 2);
      });
      visit.check.match(await visit.text("#fig4"), /mangler/);
    },
  },
  {
    name: "figures of the API are pictures with the data set named inside",
    hash: "#/about",
    shares: true,
    run: async (visit) => {
      const svg = await visit.page.evaluate(async () => {
        const blob = await window.utvandring.figure("fig5", { format: "svg", lang: "en", width: 800 });
        return [blob.type, await blob.text()];
      });
      visit.check.equal(svg[0], "image/svg+xml");
      visit.check.match(svg[1], /Synthetic teaching data/);
      visit.check.match(svg[1], /Where emigrants go/);
      const png = await visit.page.evaluate(async () => {
        const blob = await window.utvandring.figure("fig1", { format: "png" });
        return [blob.type, [...new Uint8Array(await blob.arrayBuffer()).slice(1, 4)]];
      });
      visit.check.deepEqual(png, ["image/png", [80, 78, 71]]);
    },
  },
];
