// Redrawing a figure with new numbers, beside products that do the same.
import path from "node:path";
import { copyFile, writeFile } from "node:fs/promises";
import { withBrowser, withPage } from "../support/browser.mjs";
import { median } from "../support/numbers.mjs";
import { page } from "../support/pages.mjs";

const HERE = import.meta.dirname;
const TITLES = {
  uplot: "uPlot",
  chartjs: "Chart.js",
  echarts: "ECharts",
  plot: "Observable Plot",
};
/** At most so many times as long as uPlot, by scene. */
const GOALS = {
  "5 lines x 24 points": 1,
  "heat map, 18 x 24": 1,
  "5 lines x 20,000 points": 1.2,
};

export async function measure(table, { root, runs }) {
  const folder = path.join(root, "target/bench/pages");
  const ours = path.join(root, "target/bench/redraw");
  const begin = path.join(HERE, "../data/products/begin.js");
  const own = await page(folder, "draw", path.join(HERE, "page.js"), begin, { OURS: ours });
  await copyFile(
    path.join(ours, "utvandring_redraw_bg.wasm"),
    path.join(own, "utvandring_redraw_bg.wasm"),
  );
  const seen = await withBrowser((browser) =>
    withPage(browser, own, async (page) => {
      await page.evaluate(() => window.isReady);
      const names = await page.evaluate(() => window.product.scenes());
      const all = [];
      for (const [index, name] of names.entries()) {
        console.log(`  ${name}`);
        const scene = await page.evaluate(
          (index, rounds) => window.product.measure(index, rounds),
          index,
          3 * runs,
        );
        all.push({ name, ...scene });
      }
      await writeFile(path.join(folder, "draw.png"), await page.screenshot());
      return all;
    }),
  );
  table.heading(`Redraw of a figure with new numbers (medians of ${3 * runs})`);
  for (const { name, times, sizes } of seen) {
    const canvases = Object.values(sizes).filter(([width]) => width);
    const same = canvases.every((size) => String(size) === String(canvases[0]));
    if (!same) {
      throw new Error(`${name}: canvases of different sizes: ${JSON.stringify(sizes)}`);
    }
    const own = times.ours ? median(times.ours) : undefined;
    for (const [product, title] of Object.entries(TITLES)) {
      const goal = product === "uplot" ? { atMost: GOALS[name] } : {};
      table.row(name, "ms", own, times[product] && median(times[product]), { peer: title, ...goal });
    }
  }
}
