// The page starts wherever it lies, and keeps to itself.
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const FIRST_VIEW_BUDGET = 300 * 1024;
const API = ["open", "understand", "use", "tables", "compute", "figure", "calculate", "audit"];

export const tests = [
  {
    name: "the app replaces the first paint",
    run: async ({ page, check }) => {
      const app = await page.$eval("#app", (app) => app.innerText.trim());
      check.notEqual(app, "");
      check.equal(await page.$("#app .skeleton"), null);
    },
  },
  {
    name: "the API is on the window",
    run: async ({ page, check }) => {
      const kinds = await page.evaluate(() =>
        Object.fromEntries(
          Object.entries(window.utvandring).map(([name, value]) => [name, typeof value]),
        ),
      );
      const functions = [...API, "mount"].map((name) => [name, "function"]);
      check.deepEqual(kinds, { ...Object.fromEntries(functions), ready: "object", shown: "object" });
    },
  },
  {
    name: "it starts without a network",
    places: ["offline"],
    opens: false,
    run: async (visit) => {
      await visit.page.setOfflineMode(true);
      await visit.open();
      visit.check.deepEqual(visit.requested, []);
    },
  },
  {
    name: "every file it loads lies beside the page",
    places: ["site"],
    run: async ({ servers, check }) => {
      const [{ url, requests }] = servers;
      const folder = new URL(url).pathname;
      check.ok(requests.includes(`${folder}utvandring_bg.wasm`), requests.join(" "));
      check.deepEqual(requests.filter((path) => !path.startsWith(folder)), []);
    },
  },
  {
    name: "the first view fits its budget",
    places: ["site"],
    run: async ({ servers, folder, check }) => {
      const [{ url, requests }] = servers;
      const below = new URL(url).pathname;
      // What comes after the first view: the whole page with its engine, deferred tables, further
      // packages, and the icon that a browser fetches for itself.
      const later = /^(along|takeover)\.js$|^icon-\d+\.png$|^utvandring_(glue\.js|bg\.wasm|engine_.*)$|^data\/report-2026\/|\/(by_age_year|return_curve|\w*by_origin)\.csv$/;
      const names = requests
        .map((path) => path.slice(below.length) || "index.html")
        .filter((name) => !later.test(name));
      const sizes = new Map();
      for (const name of names) {
        sizes.set(name, brotliCompressSync(await readFile(path.join(folder, name))).length);
      }
      const sum = [...sizes.values()].reduce((total, size) => total + size, 0);
      check.ok(sum <= FIRST_VIEW_BUDGET, `${sum} bytes: ${[...sizes].join(" ")}`);
    },
  },
  {
    name: "the whole page takes over where the visitor is",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(`${url}#/?lang=en`, { waitUntil: "load" });
      await visit.until(async () => (await page.$("#fig3 canvas")) !== null, "the first view is there");
      const isWhole = () => page.evaluate(() => document.querySelector("#fig3 .share button") !== null);
      check.equal(await isWhole(), false);
      await page.evaluate(() => {
        const figure = document.getElementById("fig3");
        figure.querySelector("details").open = true;
        figure.scrollIntoView({ behavior: "instant" });
        figure.querySelector("details summary").focus({ preventScroll: true });
      });
      const place = () =>
        page.evaluate(() => ({
          top: Math.round(document.getElementById("fig3").getBoundingClientRect().top),
          open: document.querySelector("#fig3 details").open,
          focused: document.activeElement === document.querySelector("#fig3 details summary"),
          apps: document.querySelectorAll("main").length,
        }));
      const before = await place();
      release();
      await page.evaluate(async () => window.utvandring.shown);
      check.ok(await isWhole());
      const after = await place();
      check.ok(Math.abs(after.top - before.top) <= 2, `${before.top} became ${after.top}`);
      check.deepEqual({ ...after, top: 0 }, { ...before, top: 0 });
      check.deepEqual({ open: after.open, focused: after.focused, apps: after.apps }, { open: true, focused: true, apps: 1 });
    },
  },
  {
    name: "the first view has a place for every figure at once and fills all of them",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      let release;
      const released = new Promise((resolve) => (release = resolve));
      await page.setRequestInterception(true);
      page.on("request", async (request) => {
        if (request.url().endsWith("/utvandring_bg.wasm")) {
          await released;
        }
        await request.continue();
      });
      await page.evaluateOnNewDocument(() => {
        // What is on the page when the first figure is.
        new MutationObserver((_, observer) => {
          if (document.querySelector("#fig1 canvas")) {
            window.places = [...document.querySelectorAll("article.figure")].map(({ id }) => id);
            observer.disconnect();
          }
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(`${url}#/?lang=en`, { waitUntil: "load" });
      const all = Array.from({ length: 18 }, (_, index) => `fig${index + 1}`);
      const filled = () =>
        page.$$eval("article.figure", (figures) => figures.filter((figure) => figure.querySelector("h3")).length);
      await visit.until(async () => (await filled()) === all.length, "every figure is there");
      check.deepEqual(await page.evaluate(() => window.places), all);
      release();
      await page.evaluate(() => window.utvandring.shown);
      check.equal(await filled(), all.length);
    },
  },
  {
    name: "what a script puts in use before the whole page is shown stays in use",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/takeover.js");
      await page.goto(`${url}#/explore?lang=en&data=teaching`, { waitUntil: "load" });
      await visit.until(() => page.evaluate(() => window.utvandring !== undefined), "the API is there");
      await page.evaluate(async () => {
        await window.utvandring.ready;
        await window.utvandring.use("report-2026");
      });
      release();
      await page.evaluate(() => window.utvandring.shown);
      await visit.until(
        () => page.evaluate(() => location.hash.includes("data=report-2026")),
        "the address has the data set",
      );
      const names = await page.evaluate(() => window.utvandring.tables().map(({ name }) => name));
      check.ok(names.includes("return_shares"), names.join(" "));
    },
  },
  {
    name: "the index opened from the disk points to offline.html",
    places: ["offline"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      // Chromium complains about what the page would have loaded.
      visit.expect(/CORS|ERR_FAILED/);
      await page.goto(url.replace("offline.html", "index.html"));
      const shown = await page.$eval("#stopped", (stopped) => stopped.innerText);
      check.match(shown, /Åpne offline\.html/);
      check.equal(await page.$("#app .skeleton"), null);
    },
  },
  {
    name: "without WebAssembly it says so",
    opens: false,
    run: async ({ page, url, check }) => {
      await page.evaluateOnNewDocument(() => delete window.WebAssembly);
      await page.goto(url);
      const shown = await page.$eval("#stopped", (stopped) => stopped.innerText);
      check.match(shown, /WebAssembly, som er slått av/);
    },
  },
  {
    name: "a module that does not arrive is told",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(/404|not found|failed|error/i);
      await page.goto(await withoutModule(visit));
      await visit.until(
        () => page.$eval("#stopped", (stopped) => !stopped.hidden),
        "the page says that it stopped",
      );
      check.match(await visit.text("#stopped"), /ble ikke lastet ferdig/);
    },
  },
];

/** The address of a site whose wasm file was not copied. */
async function withoutModule(visit) {
  const url = await visit.replaced("boot.js", (text) => text);
  await rm(path.join(visit.temporary.at(-1), "site", "utvandring_bg.wasm"));
  return url;
}
