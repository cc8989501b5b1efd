// Another confidence level: every statistic of every country of origin, and the pages of analyses.
import path from "node:path";
import { withBrowser, withPage } from "../support/browser.mjs";
import { median } from "../support/numbers.mjs";

const BROWSERS = { chromium: "Chromium", firefox: "Firefox" };
/** After so many milliseconds without other numbers something is wrong. */
const LIMIT = 10_000;
/** A frame of the screen. */
const FRAME = 16;
const LEVELS = [0.9, 0.95, 0.99];
const KINDS = ["comparison", "standardised", "trend", "cohorts", "return_curve"];

const shares = { by: ["origin"], where: { destination_kind: "origin" } };
/** What the tables by country of origin allow. */
const QUESTIONS = [
  { measure: "rate", by: ["origin"] },
  { measure: "return_share", by: ["origin"] },
  { measure: "destination_share", ...shares },
  { measure: "rate_ratio", by: ["origin"], reference: "pakistan" },
  { measure: "rate_diff", by: ["origin"], reference: "pakistan" },
  { measure: "share_diff_newcombe", by: ["origin"], of: "return_share", reference: "pakistan" },
  { measure: "share_diff_newcombe", ...shares, of: "destination_share", reference: "pakistan" },
  { measure: "heterogeneity", by: ["origin"] },
  { measure: "heterogeneity", by: ["origin"], of: "return_share" },
  { measure: "funnel_rate", by: ["origin"] },
  { measure: "funnel_share", by: ["origin"], of: "return_share" },
  { measure: "unknown_bounds", by: ["origin"] },
  { measure: "suppressed_rate", by: ["origin"] },
  { measure: "share_goodman", by: ["origin", "destination_kind"] },
];

/** Times of all questions at one level after another, in the page. */
async function statistics(page, rounds) {
  return page.evaluate(
    async (questions, levels, rounds) => {
      await window.utvandring.ready;
      const times = [];
      let rows = 0;
      for (let round = 0; round < rounds; round += 1) {
        const level = levels[round % levels.length];
        const begin = performance.now();
        rows = 0;
        for (const question of questions) {
          rows += window.utvandring.compute({ ...question, level }).rows.length;
        }
        times.push(performance.now() - begin);
      }
      return { times: times.slice(3 * levels.length), rows };
    },
    QUESTIONS,
    LEVELS,
    rounds,
  );
}

/** Times from a chosen level until the page has the new numbers and the browser has drawn them. */
async function choices(page, rounds) {
  await page.waitForSelector("#choice-level");
  return page.evaluate(
    async (levels, rounds, limit) => {
      await window.utvandring.ready;
      const select = document.querySelector("#choice-level");
      const shown = () => document.querySelector(".analysis table.numbers").textContent;
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        const before = shown();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const begin = performance.now();
        select.value = String(100 * levels[round % levels.length]);
        select.dispatchEvent(new Event("change", { bubbles: true }));
        while (shown() === before) {
          if (performance.now() - begin > limit) {
            throw new Error("another level has not changed the numbers");
          }
          await new Promise((resolve) => setTimeout(resolve));
        }
        times.push(performance.now() - begin);
      }
      return times;
    },
    LEVELS,
    rounds,
    LIMIT,
  );
}

export async function measure(table, { root, runs }) {
  const site = path.join(root, "pkg");
  table.heading("Another confidence level (medians)");
  for (const [name, title] of Object.entries(BROWSERS)) {
    await withBrowser(async (browser) => {
      const found = await withPage(browser, site, (page) => statistics(page, 12 * runs));
      const what = `${found.rows} statistics of all countries of origin, ${title}`;
      table.row(what, "ms", median(found.times), undefined, { below: FRAME });
      for (const kind of KINDS) {
        const below = `#/analysis?kind=${kind}`;
        const times = await withPage(browser, site, (page) => choices(page, 2 * runs), {
          path: below,
        });
        table.row(`the page of ${kind}, choice to new numbers, ${title}`, "ms", median(times));
      }
    }, name);
  }
}
