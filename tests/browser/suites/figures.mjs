// Figures are drawn, described, and say the same numbers as the tables they come from.
import { GROUPS, sum, teaching } from "../support/tables.mjs";

const DESCENDANT_GREEN = "#1e6846";
const LATER_ORANGE = "#c1420e";
const ORIGIN_RED = "#e11845";
const SIGNAL = "#ffc83d";

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
    name: "a figure has pixels while it is near the screen, and on paper",
    hash: "#/report",
    places: ["site"],
    run: async (visit) => {
      await allDrawn(visit, 18);
      const drawn = (id) => visit.page.$eval(`#${id} canvas`, ({ width, height }) => width * height > 0);
      await visit.until(() => drawn("fig1"), "the first figure is drawn");
      visit.check.equal(await drawn("fig18"), false);
      const height = () => visit.page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      await visit.page.$eval("#fig18", (figure) => figure.scrollIntoView({ behavior: "instant" }));
      await visit.until(() => drawn("fig18"), "the last figure is drawn");
      await visit.until(async () => !(await drawn("fig1")), "the first figure is put away");
      visit.check.equal(await height(), before);
      await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await visit.until(() => drawn("fig1"), "the first figure is printed");
      const printed = await visit.page.$$eval(".figure canvas", (all) => all.every(({ width }) => width > 0));
      visit.check.ok(printed, "every figure is printed");
      await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await visit.until(async () => !(await drawn("fig1")), "the first figure is put away again");
    },
  },
  ...[1, 1.5, 2, 3].map((deviceScaleFactor) => ({
    name: `a canvas has ${deviceScaleFactor} device pixels for each CSS pixel`,
    hash: "#/explore",
    places: ["site"],
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
    hash: "#/explore",
    run: async (visit) => {
      await allDrawn(visit, 1);
      const width = () => visit.page.$eval("canvas", (canvas) => canvas.getBoundingClientRect().width);
      const before = await width();
      await visit.page.setViewport({ width: 500, height: 900 });
      await visit.until(async () => (await width()) < 500, "the figure fits");
      visit.check.ok(before > 500);
    },
  },
  {
    name: "the table under figure 3 has the API's numbers, and both equal the published counts",
    hash: "#/report",
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
      const shown = await visit.page.$eval("#fig3 table", (table) =>
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
