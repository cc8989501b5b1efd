// Reading and answering, beside products that do the same.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { give, withBrowser, withPage } from "../support/browser.mjs";
import { ofPages } from "../support/memory.mjs";
import { median } from "../support/numbers.mjs";
import { page } from "../support/pages.mjs";
import { brotli } from "../support/sizes.mjs";
import { difference, QUESTIONS } from "./questions.mjs";
import { SIZES, table } from "./table.mjs";

const HERE = import.meta.dirname;
const MIB = 1024 * 1024;
const OURS = await readFile(path.join(HERE, "products/ours.js"), "utf8");
const FURTHER = ["arquero", "perspective", "papa", "d3_dsv"];
const TITLES = {
  duckdb: "DuckDB",
  arquero: "Arquero",
  perspective: "Perspective",
  papa: "Papa Parse",
  d3_dsv: "d3-dsv",
};

/** Notes the time at which `utvandring.ready` resolves; put into the page before its scripts. */
const WHEN_READY = `
  Object.defineProperty(window, "utvandring", {
    configurable: true,
    set(api) {
      Object.defineProperty(window, "utvandring", { value: api, writable: true });
      api.ready.then(() => { window.readyAt = performance.now(); });
    },
  });`;

/** Waits for a value. The page itself may forbid the scripts with which puppeteer would wait. */
async function until(read, limit) {
  const end = Date.now() + limit;
  for (;;) {
    const value = await read();
    if (value) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`not ready after ${limit / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The memory of an empty page, when its process has grown to it: it is on its way for a while. */
async function settled(browser) {
  let before;
  let now;
  while (!before || Math.abs(now / before - 1) > 0.01) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
    now = (await ofPages(browser)).now;
  }
  return before;
}

class Bench {
  constructor({ root, runs }) {
    this.runs = runs;
    this.site = path.join(root, "pkg");
    this.folder = path.join(root, "target/bench");
  }

  /** Runs `use` with a product's page when it is ready; gives the time that took as well. */
  async open(browser, product, use) {
    const ours = product === "ours";
    const folder = ours ? this.site : path.join(this.folder, "pages", product);
    const options = ours ? { before: WHEN_READY } : {};
    return withPage(
      browser,
      folder,
      async (page, server) => {
        const start = await until(() => page.evaluate(() => window.readyAt), 60_000);
        if (ours) {
          // Nobody gives a page a file while it is still being put on the screen.
          await page.evaluate(() => window.utvandring.shown);
          await page.evaluate(`(${OURS})()`);
        }
        return use(page, { start, requests: server.requests });
      },
      options,
    );
  }

  async prepare(peers) {
    this.files = {};
    for (const [size, rows] of Object.entries(SIZES)) {
      this.files[size] = await table(path.join(this.folder, "tables"), rows);
    }
    const begin = path.join(HERE, "products/begin.js");
    for (const peer of peers) {
      const entry = path.join(HERE, `products/${peer}.js`);
      await page(path.join(this.folder, "pages"), peer, entry, begin);
    }
  }

  /** Loads a table and asks every question; times in milliseconds. */
  async loaded(browser, product, size, repeats = 5) {
    return this.open(browser, product, async (page, { start }) => {
      await give(page, this.files[size]);
      const seen = await page.evaluate(
        async (questions, repeats) => {
          const beat = window.heartbeat();
          let load;
          try {
            load = (await window.timed(() => window.product.load(window.file))).ms;
          } catch (error) {
            const gap = await beat.stop();
            return { refused: String(error?.message ?? error), gap };
          }
          const asked = [];
          for (const question of questions) {
            const times = [];
            let answer;
            for (let turn = 0; turn < repeats; turn += 1) {
              const { ms, result } = await window.timed(() => window.product.ask(question));
              times.push(ms);
              // Each is asked by itself; what else the page has to do comes in between.
              await new Promise((resolve) => setTimeout(resolve));
              answer = result;
            }
            asked.push({ times, answer });
          }
          return { load, asked, gap: await beat.stop() };
        },
        QUESTIONS,
        repeats,
      );
      return { start, ...seen };
    });
  }

  /** From the file to the first answer, on a page that has read nothing yet. */
  async cold(browser, product, size) {
    return this.open(browser, product, async (page) => {
      await give(page, this.files[size]);
      return page.evaluate(async (question) => {
        const beat = window.heartbeat();
        const { ms } = await window.timed(() => window.product.cold(window.file, question));
        return { cold: ms, gap: await beat.stop() };
      }, QUESTIONS[0]);
    });
  }

  /** The most memory the page had beyond an empty one, in bytes, and whether it read the table. */
  async memory(product, size) {
    return withBrowser(async (browser) => {
      const empty = await settled(browser);
      return this.open(browser, product, async (page) => {
        await give(page, this.files[size]);
        const refused = await page.evaluate(async (question) => {
          try {
            await window.product.load(window.file);
            await window.product.ask(question);
          } catch (error) {
            return String(error?.message ?? error);
          }
        }, QUESTIONS[0]);
        return { refused, peak: (await ofPages(browser)).peak - empty };
      });
    });
  }

  /** How fast bytes alone can be had and looked at. */
  async limits(browser, size) {
    return this.open(browser, "limits", async (page) => {
      await give(page, this.files[size]);
      return page.evaluate(async () => {
        const times = {};
        for (const way of ["bytes", "lines", "slices"]) {
          times[way] = (await window.timed(() => window.product[way](window.file))).ms;
        }
        return times;
      });
    });
  }
}

/** Medians of a number of each run, by product. */
const medians = (runs, read) =>
  Object.fromEntries(
    Object.entries(runs).map(([product, list]) => {
      const numbers = list.map(read).filter((number) => typeof number === "number");
      return [product, numbers.length > 0 ? median(numbers) : undefined];
    }),
  );

const refusal = (text) => `refused: ${text.length > 50 ? `${text.slice(0, 50)} …` : text}`;

/** Whatever fails in one product must not hide what was measured of the others. */
async function attempt(what, run) {
  try {
    return await run();
  } catch (error) {
    console.log(`  ${what}: ${String(error.message ?? error).split("\n")[0]}`);
    return undefined;
  }
}

export async function measure(table, { root, runs, firstPaint }) {
  const bench = new Bench({ root, runs });
  console.log("  tables and pages");
  await bench.prepare(["duckdb", "limits", ...FURTHER]);
  const bytes = Object.fromEntries(
    await Promise.all(
      Object.entries(bench.files).map(async ([size, file]) => [size, (await stat(file)).size]),
    ),
  );

  const warm = { S: {}, M: {}, L: {} };
  const cold = {};
  const limits = { M: [] };
  const starts = {};
  const note = (list, product, seen) => {
    if (seen) {
      (list[product] ??= []).push(seen);
    }
  };
  await withBrowser(async (browser) => {
    // The first page of a browser pays for what the later ones find ready.
    await attempt("warming up", () => bench.open(browser, "limits", async () => {}));
    for (const size of ["S", "M"]) {
      for (let run = 0; run < runs; run += 1) {
        console.log(`  ${size}: run ${run + 1} of ${runs}`);
        const pair = run % 2 === 0 ? ["ours", "duckdb"] : ["duckdb", "ours"];
        for (const product of pair) {
          const seen = await attempt(`${product} ${size}`, () => bench.loaded(browser, product, size));
          note(warm[size], product, seen);
          note(starts, product, seen);
        }
        if (size === "M") {
          for (const product of pair) {
            note(cold, product, await attempt(`${product} cold`, () => bench.cold(browser, product, size)));
          }
          note(limits, "M", await attempt("limits", () => bench.limits(browser, size)));
        }
      }
    }
    for (const product of FURTHER) {
      console.log(`  M: ${TITLES[product]}`);
      for (let run = 0; run < Math.min(runs, 3); run += 1) {
        note(warm.M, product, await attempt(product, () => bench.loaded(browser, product, "M", 3)));
      }
    }
    for (const product of ["ours", "duckdb"]) {
      console.log(`  L: ${product === "ours" ? "ours" : TITLES[product]}`);
      note(warm.L, product, await attempt(`${product} L`, () => bench.loaded(browser, product, "L", 3)));
    }
  });

  const memory = { S: {}, M: {}, L: {} };
  for (const size of ["S", "M", "L"]) {
    for (const product of ["ours", "duckdb", ...(size === "M" ? FURTHER : [])]) {
      console.log(`  ${size}: memory, ${TITLES[product] ?? "ours"}`);
      memory[size][product] = await attempt(`${product} memory`, () => bench.memory(product, size));
    }
  }

  console.log("  what is downloaded");
  const requested = await withBrowser((browser) =>
    bench.open(browser, "ours", async (page, { requests }) => [...new Set(requests)]),
  );
  const sizes = await downloads(bench, requested, firstPaint);

  // Answers first: a wrong one would make every time worthless.
  const answers = (product, size) => warm[size][product]?.find(({ asked }) => asked)?.asked;
  const ours = answers("ours", "M");
  for (const product of ["duckdb", ...FURTHER]) {
    const theirs = answers(product, "M");
    QUESTIONS.forEach(({ name }, index) => {
      if (ours && theirs) {
        const wrong = difference(ours[index].answer, theirs[index].answer);
        if (wrong) {
          throw new Error(`${TITLES[product]} and we disagree on ${name}: ${wrong}`);
        }
      }
    });
  }

  const peer = "DuckDB";
  const against = (what, unit, by, goal = {}) =>
    table.row(what, unit, by.ours, by.duckdb, { peer, ...goal });
  table.heading(`Data, M: ${SIZES.M.toLocaleString("en")} rows, 12 columns, ${(bytes.M / 1e6).toFixed(0)} MB (medians of ${runs})`);
  const load = medians(warm.M, (seen) => seen.load);
  against("load all columns", "ms", load, { atMost: 0.3 });
  const asked = QUESTIONS.map((_, index) =>
    medians(warm.M, (seen) => seen.asked && median(seen.asked[index].times)),
  );
  QUESTIONS.forEach(({ name }, index) =>
    against(`from memory: ${name}`, "ms", asked[index], { atMost: 0.1 }),
  );
  against("file to first answer", "ms", medians(cold, (seen) => seen.cold), { atMost: 0.6 });
  const peak = (size, product) => {
    const seen = memory[size][product];
    return seen && (seen.refused ? refusal(seen.refused) : seen.peak / MIB);
  };
  table.row("peak memory of the page, over an empty one", "MiB", peak("M", "ours"), peak("M", "duckdb"), {
    peer,
    atMost: 0.6,
  });
  const gap = (product) => {
    const gaps = [...(warm.M[product] ?? []), ...(cold[product] ?? [])].map((seen) => seen.gap);
    return gaps.length > 0 ? Math.max(...gaps) : undefined;
  };
  table.row("longest gap of the page's thread", "ms", gap("ours"), gap("duckdb"), { peer, below: 50 });
  against("start: navigation to ready", "ms", medians(starts, (seen) => seen.start), { atMost: 0.33 });
  table.row("download, first paint with a figure (brotli)", "KiB", sizes.first / 1024, sizes.duckdb / 1024, {
    peer,
    atMost: 1 / 15,
  });
  table.row("download, whole (brotli)", "KiB", sizes.all / 1024, sizes.duckdb / 1024, {
    peer,
    atMost: 1 / 15,
  });

  table.heading("Other products, M");
  for (const product of FURTHER) {
    const named = { peer: TITLES[product] };
    table.row("load all columns", "ms", load.ours, load[product], named);
    table.row(`from memory: ${QUESTIONS[0].name}`, "ms", asked[0].ours, asked[0][product], named);
    table.row("peak memory", "MiB", peak("M", "ours"), peak("M", product), named);
  }

  table.heading("Growth");
  for (const size of ["S", "M", "L"]) {
    const rows = SIZES[size];
    const each = medians(warm[size], (seen) => seen.load && (seen.load * 1e6) / rows);
    const why = warm[size].ours?.find((seen) => seen.refused)?.refused;
    against(`${size}: load, time`, "ns/row", { ...each, ours: each.ours ?? (why && refusal(why)) });
    const memoryEach = (product) => {
      const seen = memory[size][product];
      return seen && (seen.refused ? "refused" : seen.peak / rows);
    };
    table.row(`${size}: load, peak memory`, "B/row", memoryEach("ours"), memoryEach("duckdb"), { peer });
  }

  table.heading("Limits, M: nothing that reads the file can be faster");
  for (const [way, what] of [
    ["bytes", "only the bytes, in one piece"],
    ["lines", "and every line end counted"],
    ["slices", "the same in slices, a worker a processor"],
  ]) {
    const times = limits.M.map((seen) => seen[way]);
    const least = times.length > 0 ? median(times) : undefined;
    table.row("load all columns", "ms", load.ours, least, { peer: what });
  }
}

async function downloads(bench, requested, firstPaint) {
  const kept = path.join(bench.folder, "sizes");
  const within = (names) => names.map((name) => path.join(bench.site, name));
  const own = requested
    .map((address) => address.slice(address.indexOf("utvandring/") + "utvandring/".length))
    .map((name) => name || "index.html");
  const duckdb = ["bundle.js", "duckdb-browser-eh.worker.js", "duckdb-eh.wasm"].map((name) =>
    path.join(bench.folder, "pages/duckdb", name),
  );
  return {
    first: await brotli(within(firstPaint), kept),
    all: await brotli(within([...new Set([...firstPaint, ...own])]), kept),
    duckdb: await brotli(duckdb, kept),
  };
}
