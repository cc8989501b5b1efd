// How soon the page is there: Lighthouse with its own simulation of a phone and of a desk, and what the
// start asks of the page's thread.
import path from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { withBrowser } from "../support/browser.mjs";
import { serveCompressed } from "../support/compressed.mjs";
import { median } from "../support/numbers.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Elements of the page when it has started, and the longest turn of its thread. */
const MOST_ELEMENTS = 1500;
const LONGEST_TURN = 12;

/** Some runs of Lighthouse on the front page, the scores and times of each. */
async function audited(url, port, runs, config) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error" }, config);
    const score = ([name]) => [name, lhr.categories[name].score];
    const time = (name) => lhr.audits[name]?.numericValue;
    seen.push({
      scores: Object.fromEntries(CATEGORIES.map((name) => score([name]))),
      paint: time("first-contentful-paint"),
      largest: time("largest-contentful-paint"),
      blocking: time("total-blocking-time"),
      interactive: time("interactive"),
      shift: time("cumulative-layout-shift"),
    });
    const failed = Object.values(lhr.audits).filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode === "binary",
    );
    failed.forEach(({ id, title }) => console.log(`  not passed: ${id}: ${title}`));
  }
  return seen;
}

/** Tasks of the page's thread until it has started, longest first, and what it holds then. */
async function started(browser, url) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true });
    await page.goto("about:blank");
    await page.tracing.start({ categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(async () => {
      while (!window.utvandring) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await window.utvandring.shown;
    });
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
    // The browser's own pages have processes of the same kind: the page's is the one that parsed its document.
    const ofPage = new Set(
      trace.traceEvents
        .filter(({ name, args }) => name === "ParseHTML" && args.beginData?.url?.startsWith(url))
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    const tasks = trace.traceEvents
      .filter(({ name, dur, pid, tid }) => name === "RunTask" && dur && ofPage.has(`${pid} ${tid}`))
      // Time of the processor: other work on the machine is not the page's.
      .map(({ dur, tdur }) => (tdur ?? dur) / 1000)
      .sort((one, two) => two - one);
    return { elements, tasks };
  } finally {
    await context.close();
  }
}

export async function measure(table, { root, runs }) {
  const server = await serveCompressed(path.join(root, "pkg"));
  const rounds = Math.max(3, runs);
  try {
    await withBrowser(async (browser) => {
      const port = Number(new URL(browser.wsEndpoint()).port);
      console.log("  a phone");
      const phone = await audited(server.url, port, rounds);
      console.log("  a desk");
      const desk = await audited(server.url, port, rounds, desktopConfig);
      console.log("  the page's thread");
      const start = [];
      for (let run = 0; run < rounds; run += 1) {
        start.push(await started(browser, server.url));
      }
      const of = (list, read) => median(list.map(read));
      table.heading(`Start, by Lighthouse ${(await import("lighthouse/package.json", { with: { type: "json" } })).default.version}`);
      const most = (what, unit, value, below) => table.row(what, unit, value, undefined, { below });
      table.row("phone: performance", "score", of(phone, (one) => one.scores.performance), undefined, { least: 0.95 });
      most("phone: first paint", "ms", of(phone, (one) => one.paint));
      most("phone: largest paint", "ms", of(phone, (one) => one.largest), 2000);
      most("phone: total blocking time", "ms", of(phone, (one) => one.blocking), 150);
      most("phone: time to interactive", "ms", of(phone, (one) => one.interactive), 7500);
      most("phone: layout shift", "score", of(phone, (one) => one.shift), 0.1);
      for (const name of CATEGORIES.slice(1)) {
        table.row(`phone: ${name}`, "score", of(phone, (one) => one.scores[name]), undefined, { least: 1 });
      }
      table.row("desk: performance", "score", of(desk, (one) => one.scores.performance), undefined, { least: 1 });
      most("elements at the start", "count", of(start, ({ elements }) => elements), MOST_ELEMENTS);
      most("longest turn of the page's thread", "ms", of(start, ({ tasks }) => tasks[0]), LONGEST_TURN);
      console.log(`  longest turns: ${start.map(({ tasks }) => tasks.slice(0, 6).map((ms) => ms.toFixed(1)).join(" ")).join(" | ")}`);
      const sent = [...server.sent.values()].reduce((sum, size) => sum + size, 0);
      table.row("sent in all, brotli 9", "KiB", sent / 1024, undefined, { below: 1250 });
    });
  } finally {
    await server.close();
  }
}
