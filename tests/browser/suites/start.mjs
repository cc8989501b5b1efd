// The page starts wherever it lies, and keeps to itself.
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const FIRST_PAINT_BUDGET = 100 * 1024;
const MOST_ELEMENTS = 1500;
const API = ["open", "understand", "use", "tables", "compute", "figure", "calculate", "audit", "check", "overview"];

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
      const functions = [...API, "mount", "again"].map((name) => [name, "function"]);
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
    name: "a visit begins with the front page, and parts of the program come when they are turned to",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      await page.goto(url, { waitUntil: "load" });
      await visit.until(() => page.evaluate(() => window.utvandring !== undefined), "the API is there");
      await page.evaluate(() => window.utvandring.shown);
      await visit.settled();
      const [{ requests }] = visit.servers;
      // The name of a part ends with the hash of what is in it.
      const nameOf = (path) => path.split("/").pop().replace(/_[0-9a-f]{8}(?=\.wasm$)/, "");
      const parts = () => requests.filter((path) => /\/parts\/|_worker/.test(path)).map(nameOf);
      check.deepEqual(parts(), [], "what the front page does not need");
      const turn = async (hash, selector) => {
        await page.evaluate((hash) => (location.hash = hash), hash);
        await visit.element(selector);
      };
      await turn("#/calculator?lang=en", "main select");
      await visit.element("main h1");
      check.ok(parts().includes("analyses.wasm"), parts().join(" "));
      check.ok(!parts().includes("classroom.wasm") && !parts().includes("api.wasm"), parts().join(" "));
      await turn("#/tasks?lang=en", "main a[href*='#/task']");
      check.ok(parts().includes("classroom.wasm"), parts().join(" "));
      await turn("#/?lang=en", "#trend");
      await page.evaluate(async () => window.utvandring.ready);
      check.ok(parts().includes("api.wasm"), parts().join(" "));
      await turn("#/calculator?lang=en", "main select");
      check.deepEqual(parts(), [...new Set(parts())], "each is fetched once");
    },
  },
  {
    name: "a part of the program that cannot be fetched is told, and tried again",
    places: ["site"],
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(/Failed to load resource|ERR_FAILED|NetworkError|Cross-Origin/);
      let isCut = true;
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        const isPart = /\/parts\/(analyses|explanation)_[0-9a-f]{8}\.wasm$/.test(request.url());
        (isCut && isPart ? request.abort() : request.continue()).catch(() => {});
      });
      await page.evaluate(() => (location.hash = "#/calculator?lang=en"));
      check.match(await visit.text("main .not-fetched"), /could not be fetched.*Try again/s);
      await page.evaluate(() => (location.hash = "#/?lang=en"));
      await visit.element("#trend");
      await page.evaluate(() => document.querySelector(".answer .shown").click());
      check.match(await visit.text(".not-fetched.over"), /could not be fetched/);
      await page.evaluate(() => document.querySelector(".not-fetched.over button:last-child").click());
      await visit.until(async () => (await page.$(".not-fetched")) === null, "it is put away");
      await page.evaluate(() => (location.hash = "#/calculator?lang=en"));
      await visit.element("main .not-fetched button");
      isCut = false;
      await page.evaluate(() => document.querySelector("main .not-fetched button").click());
      await visit.element("main select");
      await visit.settled();
    },
  },
  {
    name: "every part of the program is in the one file",
    places: ["offline"],
    opens: false,
    run: async (visit) => {
      await visit.page.setOfflineMode(true);
      await visit.open();
      for (const page of ["analysis", "calculator", "check", "audit", "tasks", "data", "recipes", "about", "report"]) {
        const title = () => visit.text("main h1");
        const before = await title();
        await visit.turn(`#/${page}?lang=en`);
        await visit.until(async () => (await title()) !== before, `there is ${page}`);
        visit.check.equal(await visit.page.$(".not-fetched"), null, page);
      }
      await visit.turn("#/?lang=en");
      await (await visit.element(".answer .shown")).evaluate((number) => number.click());
      await visit.element("dialog[open] h2");
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
  ...["nb", "en"].map((lang) => ({
    name: `the first view in ${lang} fits its budget`,
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, folder, check } = visit;
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(`${url}#/?lang=${lang}`, { waitUntil: "domcontentloaded" });
      await visit.element("#trend svg");
      const below = new URL(url).pathname;
      // What has been fetched until a figure is there: the module and what is read ahead for it are asked
      // for afterwards, the module's script first. Browsers fetch icons for themselves.
      const asked = visit.servers[0].requests.map((path) => path.slice(below.length) || "index.html");
      const app = asked.findIndex((name) => name.startsWith("utvandring_"));
      const names = asked.slice(0, app < 0 ? asked.length : app).filter((name) => !name.startsWith("icon"));
      check.ok(names.includes("data/index.json"), "the first view has looked at the data");
      check.equal(names.includes("first_view.en.html"), lang === "en");
      const sizes = new Map();
      for (const name of names) {
        sizes.set(name, brotliCompressSync(await readFile(path.join(folder, name))).length);
      }
      const sum = [...sizes.values()].reduce((total, size) => total + size, 0);
      check.ok(sum > 0 && sum <= FIRST_PAINT_BUDGET, `${sum} bytes: ${[...sizes].join(" ")}`);
      release();
      await visit.started();
    },
  })),
  {
    name: "the app takes the place of the first view where the visitor is",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(url, { waitUntil: "domcontentloaded" });
      await visit.element("#trend svg");
      const isApp = () => page.evaluate(() => document.querySelector("#trend canvas") !== null);
      check.equal(await isApp(), false);
      await page.evaluate(() => {
        const figure = document.getElementById("trend");
        figure.querySelector("details").open = true;
        figure.scrollIntoView({ behavior: "instant" });
        figure.querySelector("details summary").focus({ preventScroll: true });
        const text = document.querySelector(".hero h1").firstChild;
        getSelection().setBaseAndExtent(text, 3, text, 29);
      });
      const place = () =>
        page.evaluate(() => ({
          top: Math.round(document.getElementById("trend").getBoundingClientRect().top),
          open: document.querySelector("#trend details").open,
          rows: document.querySelectorAll("#trend table tr").length,
          focused: document.activeElement === document.querySelector("#trend details summary"),
          selected: getSelection().toString(),
          sentence: document.querySelector(".answer").textContent,
          mains: document.querySelectorAll("main").length,
        }));
      const before = await place();
      check.ok(before.selected.length > 20 && before.rows > 5, JSON.stringify(before));
      release();
      await page.evaluate(async () => window.utvandring.shown);
      check.ok(await isApp());
      const after = await place();
      check.ok(Math.abs(after.top - before.top) <= 2, `${before.top} became ${after.top}`);
      check.deepEqual({ ...after, top: 0 }, { ...before, top: 0 });
      check.deepEqual([after.open, after.focused, after.mains], [true, true, 1]);
    },
  },
  ...["nb", "nn", "en"].map((lang) => ({
    name: `the first view says what the app says, in ${lang}`,
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(`${url}#/?lang=${lang}`, { waitUntil: "domcontentloaded" });
      await visit.element("#trend svg");
      await page.$$eval("#trend details.table", (all) => all.forEach((one) => (one.open = true)));
      const read = () =>
        page.evaluate(() => ({
          links: [...document.querySelectorAll("header a, .hero a")].map(({ href }) => href),
          header: document.querySelector("header").textContent,
          lead: [".hero-words", ".hero-more"].map((part) => document.querySelector(part).textContent),
          headings: [...document.querySelectorAll(".hero :is(h1, h2)")].map(({ textContent }) => textContent),
          figures: ["trend"].map((id) => {
            const parts = [...document.querySelectorAll(`#${id} :is(.for-readers > p, td, th, summary)`)];
            return parts.filter((part) => !part.closest(".canvas")).map(({ textContent }) => textContent);
          }),
        }));
      check.equal(await page.evaluate(() => document.documentElement.lang), lang);
      const before = await read();
      release();
      await visit.started();
      check.deepEqual(await read(), before);
    },
  })),
  {
    name: "files that are dropped before the app is there are opened by it",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/utvandring_bg.wasm");
      await page.goto(url, { waitUntil: "domcontentloaded" });
      await visit.element("#trend svg");
      await visit.drop("main", [{ name: "tall.csv", content: "year,emigrations\n2001,12\n2002,15\n" }]);
      release();
      await visit.started();
      check.match(await visit.text(".said"), /tall/);
    },
  },
  ...[
    ["a table", "data/norway/nation.csv", (text) => text.replace(",10172,", ",10173,")],
    ["the list of packages", "data/index.json", (text) => text.replace("Utvandring fra Norge 1951–2022", "Andre tall")],
    ["the description", "data/norway/datapackage.json", (text) => `${text}\n`],
  ].map(([what, file, alter]) => ({
    name: `whoever replaces ${what} never sees what was drawn before`,
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      await page.evaluateOnNewDocument(() => {
        window.drawn = 0;
        new MutationObserver(() => {
          window.drawn += document.querySelectorAll(".first-view").length;
        }).observe(document, { childList: true, subtree: true });
      });
      await visit.open("", { url: visit.url });
      check.ok((await page.evaluate(() => window.drawn)) > 0, "it is drawn of the data that are there");
      await visit.open("", { url: await visit.replaced(file, alter) });
      check.equal(await page.evaluate(() => window.drawn), 0);
      check.ok(await page.$("#trend canvas"));
    },
  })),
  {
    name: "every language gets a first view of the front page, another page or appearance none",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      await page.evaluateOnNewDocument(() => {
        window.drawn = 0;
        new MutationObserver(() => {
          window.drawn += document.querySelectorAll(".first-view").length;
        }).observe(document, { childList: true, subtree: true });
      });
      const drawn = () => page.evaluate(() => window.drawn > 0);
      for (const [hash, wanted] of [["", true], ["#/?lang=en", true], ["#/?lang=nn", true], ["#/explore", false], ["#/?lang=nb", true]]) {
        await visit.open(hash);
        check.equal(await drawn(), wanted, hash);
      }
      await page.evaluate(() => localStorage.setItem("utvandring.theme", "contrast"));
      await visit.open();
      check.equal(await drawn(), false, "high contrast");
    },
  },
  {
    name: "without scripts the page is an article with figures and tables",
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const file = path.join(visit.folder, visit.place === "offline" ? "offline.html" : "index.html");
      const text = await readFile(file, "utf8");
      // Other drivers cannot turn scripts off: there the page is parsed as without them, and not shown.
      const isShown = visit.browser === "chromium";
      if (isShown) {
        await page.setJavaScriptEnabled(false);
      }
      await page.goto(isShown ? url : "about:blank");
      const seen = await page.evaluate(
        (text, isShown) => {
          const page = isShown ? document : new DOMParser().parseFromString(text, "text/html");
          const isSeen = (one) => !isShown || one.checkVisibility();
          const pictures = (figure) => [...figure.querySelectorAll("svg")].filter(isSeen).length;
          // Places of figures that are drawn further down have no picture.
          const figures = [...page.querySelectorAll("article.figure")].filter((figure) =>
            isShown ? isSeen(figure) : pictures(figure) > 0,
          );
          return {
            title: page.querySelector(".first-view h1").textContent,
            loading: isShown ? [...page.querySelectorAll(".skeleton")].filter(isSeen).length : 0,
            pictures: figures.filter((figure) => (isShown ? pictures(figure) === 1 : pictures(figure) > 0)).length,
            sentences: page.querySelectorAll(".answer, .sentence").length,
            tables: figures.filter((figure) => figure.querySelectorAll("details.table td").length > 3).length,
            figures: figures.length,
          };
        },
        text,
        isShown,
      );
      check.match(seen.title, /Utvandring fra Norge/);
      check.equal(seen.loading, 0);
      check.deepEqual([seen.figures, seen.pictures, seen.sentences, seen.tables], [4, 4, 4, 4]);
    },
  },
  {
    name: "the page starts with few elements, and makes tables when they are opened",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      await visit.open("#/report?lang=en");
      const count = (selector) => page.$$eval(selector, (all) => all.length);
      check.equal(await count("article.figure"), 18);
      check.ok((await count("*")) <= MOST_ELEMENTS, `${await count("*")} elements`);
      check.equal(await count("#fig1 td"), 0);
      await page.$eval("#fig1 details.table", (details) => (details.open = true));
      await visit.until(async () => (await count("#fig1 td")) > 20, "the table is there");
    },
  },
  {
    name: "what a script puts in use before the page is shown stays in use",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      const release = await visit.held("/along.js");
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
    name: "a browser that is too old for the modules is told from which version they run",
    opens: false,
    run: async (visit) => {
      const { page, url, check } = visit;
      // As an engine without vectors does.
      await page.evaluateOnNewDocument(() => {
        const own = WebAssembly.validate;
        WebAssembly.validate = (bytes) => !bytes.includes(253) && own(bytes);
      });
      await page.goto(url);
      const shown = await page.$eval("#stopped", (stopped) => stopped.innerText);
      check.match(shown, /for gammel/);
      check.match(shown, /Safari fra 16\.4/);
      check.equal(await page.$("#app .skeleton"), null);
    },
  },
  {
    name: "the script that tells of an old browser can be read by one",
    places: ["site"],
    opens: false,
    run: async ({ folder, check }) => {
      const script = await readFile(path.join(folder, "boot.js"), "utf8");
      check.doesNotMatch(script, /\?\.[\w[(]|\?\?|\|\|=|&&=|\.\.\./, "newer than 2018");
    },
  },
  {
    name: "a file that was damaged on its way is told",
    places: ["offline"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(/damaged in this file|JSHandle@error/);
      const whole = await readFile(path.join(visit.folder, "offline.html"), "utf8");
      const digits = /(id="utvandring-modules"[^>]*>[^<]{50000})(.{11})/;
      const damaged = whole.replace(digits, (_, before, group) => before + [...group].reverse().join(""));
      check.notEqual(damaged, whole);
      await page.goto(pathToFileURL(await visit.file("damaged.html", damaged)).href);
      await visit.until(
        () => page.evaluate(() => document.querySelector("#stopped")?.hidden === false),
        "the page says that it stopped",
      );
      check.match(await visit.text("#stopped-detail"), /utvandring is damaged in this file/);
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
        () => page.evaluate(() => document.querySelector("#stopped")?.hidden === false),
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
