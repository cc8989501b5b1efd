// One visitor: a page in a browser context of its own, with everything it requests and complains
// about on record.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { readCanvas } from "./canvas.mjs";
import { serve } from "./server.mjs";

const READY_LIMIT = 30_000;
// Three engines and a compiler may share two processors.
const START_LIMIT = 3 * READY_LIMIT;
const DESKTOP = { width: 1280, height: 900 };
/** A page that no test that shares a visit begins on. */
const BETWEEN = "#/beyond?lang=nb&data=teaching";

/** What a page does with the first element of a selector, which is null where there is none, or with all. */
const withFirst = (wanted) =>
  new Function(`return async (selector, ...given) => {
    const element = document.querySelector(selector);
    return element && { value: await (${wanted})(element, ...given) };
  }`)();
const withAll = (wanted) =>
  new Function(`return (selector, ...given) => (${wanted})([...document.querySelectorAll(selector)], ...given)`)();

/**
 * Has a page read elements in one message. Puppeteer gets a handle of each of them first and lets it go afterwards,
 * which in Firefox takes ten times as long.
 */
function readsAtOnce(page) {
  page.$$eval = (selector, wanted, ...given) => page.evaluate(withAll(wanted), selector, ...given);
  page.$eval = async (selector, wanted, ...given) => {
    const found = await page.evaluate(withFirst(wanted), selector, ...given);
    assert.ok(found, `there is no ${selector}`);
    return found.value;
  };
}

export class Visit {
  /** `place` is "site" (served from a sub-folder) or "offline" (`offline.html` from the disk). */
  static async begin({ browser, browserName, place, folder, viewport = DESKTOP }) {
    const visit = new Visit();
    visit.browser = browserName;
    visit.place = place;
    visit.folder = folder;
    visit.check = assert;
    visit.complaints = [];
    visit.requested = [];
    visit.servers = [];
    visit.temporary = [];
    visit.expected = [];
    visit.wanted = [];
    visit.context = await browser.createBrowserContext();
    visit.page = await visit.context.newPage();
    if (browserName !== "webkit") {
      readsAtOnce(visit.page);
    }
    await visit.resize(viewport);
    await visit.record();
    visit.url = await visit.address(folder);
    return visit;
  }

  /** The address of the page of a built folder, in this visit's place. */
  async address(folder) {
    if (this.place === "offline") {
      return pathToFileURL(path.join(folder, "offline.html")).href;
    }
    const server = await serve(folder);
    this.servers.push(server);
    return server.url;
  }

  /** Gives the window a size. Firefox 140 cannot turn the screen, which puppeteer asks for as well. */
  async resize(viewport) {
    await this.page.setViewport(viewport).catch((error) => {
      if (!/setScreenOrientationOverride.*unknown command/.test(error.message)) {
        throw error;
      }
    });
    this.viewport = viewport;
    const width = () => this.page.evaluate(() => innerWidth);
    await this.until(async () => (await width()) === viewport.width, `the window is ${viewport.width} wide`);
  }

  async record() {
    const { page } = this;
    page.on("pageerror", (error) => this.complaints.push(`error: ${error.message ?? error}`));
    page.on("console", (message) => {
      if (message.type() === "error") {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
    page.on("request", (request) => {
      if (/^(https?|wss?|ftp):/.test(request.url())) {
        this.requested.push(request.url());
      }
    });
    await page.evaluateOnNewDocument(() => {
      window.policyViolations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
        window.policyViolations.push(
          `${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`,
        );
      });
    });
  }

  /** Goes to the page, or to a hash of it, and waits until the app is there. */
  async open(hash = "", { url = this.url } = {}) {
    await this.page.goto("about:blank");
    await this.page.goto(url + hash, { waitUntil: "load" });
    await this.started();
  }

  /** Goes to another hash of the page that is open, as a link does: nothing is loaded anew. */
  async turn(hash) {
    await this.page.evaluate(async (hash) => {
      if (location.hash === hash) {
        return;
      }
      const isTurned = new Promise((done) => addEventListener("hashchange", done, { once: true }));
      location.hash = hash;
      await isTurned;
      // What the page's own listener asked for is shown in the next frame.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }, hash);
    await this.started();
  }

  /** Begins the next test, which opens the page for itself. */
  async beginAgain() {
    this.complaints.length = 0;
    this.expected.length = 0;
    this.wanted.length = 0;
    await this.page.evaluate(() => localStorage.clear());
  }

  /** Begins the next test on the page that the last one left, put as a new visitor finds it. */
  async goOn(hash, viewport = DESKTOP) {
    this.complaints.length = 0;
    this.expected.length = 0;
    this.wanted.length = 0;
    if (await this.page.$("dialog[open]")) {
      await this.page.keyboard.press("Escape");
      await this.until(async () => (await this.page.$("dialog[open]")) === null, "the dialog is closed");
    }
    await this.page.evaluate(() => {
      const appearance = document.getElementById("appearance");
      if (appearance && appearance.value !== "system") {
        appearance.value = "system";
        appearance.dispatchEvent(new Event("change", { bubbles: true }));
      }
      localStorage.clear();
    });
    await this.page.mouse.move(0, 0);
    if (!isDeepStrictEqual(viewport, this.viewport)) {
      await this.resize(viewport);
    }
    await this.anew(hash);
  }

  /** Turns to a hash by way of another page: everything on it is made anew, nothing is opened, walked to or typed. */
  async anew(hash) {
    await this.turn(BETWEEN);
    await this.page.evaluate(() => {
      document.activeElement?.blur();
      scrollTo({ top: 0, behavior: "instant" });
    });
    await this.turn(hash);
  }

  /** Goes to a hash of the page, with something done before any of its scripts run. */
  async openWith(hash, change) {
    await this.page.evaluateOnNewDocument(change);
    await this.open(hash);
  }

  async reload() {
    await this.page.reload({ waitUntil: "load" });
    await this.started();
  }

  async started() {
    const state = () => {
      const stopped = document.getElementById("stopped");
      if (stopped && !stopped.hidden) {
        return `stopped: ${stopped.innerText}`;
      }
      const isThere = window.utvandring && !document.querySelector("#app .skeleton");
      return isThere ? "started" : "loading";
    };
    await this.until(async () => {
      const now = await this.page.evaluate(state);
      if (now.startsWith("stopped")) {
        throw new Error(`${now}\n${this.complaints.join("\n")}`);
      }
      return now === "started";
    }, "the app is on the page", START_LIMIT);
    await this.page.evaluate(async () => {
      await window.utvandring.shown;
      await window.utvandring.ready;
    });
    let hash;
    const whenThere = () => {
      // Data that are fetched when they are wanted.
      if (document.querySelector(".absent[aria-busy], .absent-figure[aria-busy]")) {
        return undefined;
      }
      // Figures of the report that are folded away.
      document.querySelectorAll("details.chapter-more:not([open])").forEach((one) => (one.open = true));
      return location.hash;
    };
    await this.until(async () => (hash = await this.page.evaluate(whenThere)) !== undefined, "the data are there");
    if (/^#\/(task|present|worksheet|class)/.test(hash)) {
      // Tasks are fetched when a page of the classroom is first shown, one by one.
      await this.settled();
    }
    this.startedWith = this.seen();
  }

  /** Waits until nothing more is fetched. */
  async settled() {
    await this.until(async () => {
      const before = this.seen().length;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return this.seen().length === before;
    }, "nothing more is fetched");
  }

  /**
   * Requests as the browser tells them and, those of workers included, as the servers have seen
   * them. The icon is left out: the browser fetches it for its tab when it pleases.
   */
  seen() {
    const served = this.servers.flatMap((server) => server.requests);
    return [...this.requested, ...served].filter((address) => !address.endsWith("/icon.svg"));
  }

  /** Waits until an asynchronous condition holds. Works under a policy that forbids `eval`. */
  async until(condition, what, limit = READY_LIMIT) {
    const end = Date.now() + limit;
    while (!(await condition())) {
      if (Date.now() > end) {
        throw new Error(`waited ${limit / 1000} s in vain until ${what}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until an element is there and returns it. A folded table is opened: it is made then. */
  async element(selector) {
    let found;
    await this.until(async () => {
      if (/\btable\b/.test(selector)) {
        await this.unfoldTables();
      }
      return (found = await this.page.$(selector));
    }, `there is ${selector}`);
    return found;
  }

  /** Waits until the figure in an element has its marks: before that there is nothing to point at. */
  async drawn(selector) {
    const canvas = await this.element(`${selector} canvas`);
    await this.until(
      () => canvas.evaluate((canvas) => canvas.style.width !== "" && canvas.isConnected),
      `the figure in ${selector} is drawn`,
    );
  }

  /** The text of an element as it is shown. */
  async text(selector) {
    return this.of(selector, (element) => element.innerText);
  }

  /** Waits until an element is there and returns what a function finds of it. */
  async of(selector, wanted) {
    let found;
    await this.until(async () => {
      if (/\btable\b/.test(selector)) {
        await this.unfoldTables();
      }
      return (found = await this.page.evaluate(withFirst(wanted), selector));
    }, `there is ${selector}`);
    return found.value;
  }

  /** Opens the tables that are folded away: they are made then. */
  async unfoldTables() {
    await this.page.$$eval("details.table:not([open])", (all) => all.forEach((one) => (one.open = true)));
  }

  /** The cells of a table, row by row, the header included. What is folded away is opened. */
  async rows(selector) {
    return this.of(selector, (table) =>
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
    );
  }

  /** Calls a function of the API inside the page; what goes in and out is plain data. */
  async api(name, ...given) {
    return this.page.evaluate((name, given) => window.utvandring[name](...given), name, given);
  }

  /** The pixels of a canvas, which has some while it is near the screen: see canvas.mjs. */
  async canvas(selector, options) {
    const canvas = await this.element(selector);
    await canvas.evaluate((canvas) => canvas.scrollIntoView({ block: "nearest", behavior: "instant" }));
    await this.until(() => canvas.evaluate(({ width }) => width > 0), `${selector} is drawn`);
    return readCanvas(canvas, options);
  }

  /** Chooses files in a file input. Each is a path, or `{ name, content }`. */
  async choose(selector, files) {
    const paths = [];
    for (const file of files) {
      paths.push(typeof file === "string" ? file : await this.file(file.name, file.content));
    }
    await (await this.element(selector)).uploadFile(...paths);
  }

  /** Drops files on an element: `{ name, content }`, the content a text or bytes. */
  async drop(selector, files) {
    const target = await this.element(selector);
    await target.evaluate((element, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, content } of files) {
        const part = typeof content === "string" ? content : new Uint8Array(content);
        dataTransfer.items.add(new File([part], name));
      }
      for (const type of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
        element.dispatchEvent(event);
      }
    }, files.map(({ name, content }) => ({ name, content: typeof content === "string" ? content : [...content] })));
  }

  /** A file with this content on the disk; gone after the test. */
  async file(name, content) {
    const folder = await this.temporaryFolder();
    const file = path.join(folder, name);
    await writeFile(file, content);
    return file;
  }

  async temporaryFolder() {
    const folder = await mkdtemp(path.join(os.tmpdir(), "utvandring-"));
    this.temporary.push(folder);
    return folder;
  }

  /**
   * The address of a copy of the built site in which a data file is another one, as a publisher
   * replaces it: without a compiler. `alter` gets the text of the file and returns the new one.
   */
  async replaced(relative, alter) {
    const copy = path.join(await this.temporaryFolder(), "site");
    await cp(this.folder, copy, { recursive: true });
    const file = path.join(copy, relative);
    await writeFile(file, await alter(await readFile(file, "utf8")));
    return this.address(copy);
  }

  /** Lets requests for a file wait until the function that is returned is called. */
  async held(file) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await this.page.setRequestInterception(true);
    this.page.on("request", async (request) => {
      if (request.url().endsWith(file)) {
        await released;
      }
      await request.continue();
    });
    return release;
  }

  /** Complaints that match are what the test is about. */
  expect(pattern) {
    this.expected.push(pattern);
  }

  /** The test turns to a package that is fetched when it is wanted. */
  turnsTo(name) {
    this.wanted.push(`/data/${name}/`);
  }

  /** What must hold for every visit, whatever the test was about. */
  async conclude() {
    const violations = await this.page.evaluate(() => window.policyViolations ?? []);
    this.complaints.push(...violations.map((violation) => `policy: ${violation}`));
    this.complaints.push(
      ...this.servers.flatMap((server) => server.missing.map((path) => `not found: ${path}`)),
    );
    const unexpected = this.complaints.filter(
      (complaint) => !this.expected.some((pattern) => pattern.test(complaint)),
    );
    this.check.deepEqual(unexpected, [], "errors on the page");

    const own = this.servers.map((server) => server.url);
    const foreign = this.requested.filter((url) => !own.some((start) => url.startsWith(start)));
    this.check.deepEqual(foreign, [], "requests to somewhere else");
    if (this.startedWith !== undefined) {
      const late = this.seen();
      this.startedWith.forEach((address) => late.splice(late.indexOf(address), 1));
      // What is fetched when it is wanted: parts of the page, what workers run, the font when its letters are drawn, and the
      // atlas that knows the names of countries and their outlines.
      const onDemand = /\/(geo\/world\.json|parts\/\w+\.wasm|utvandring_worker(_bg\.wasm|(_glue)?\.js)|fonts\/arimo-\d+\.woff2)$/;
      const isWanted = (address) => onDemand.test(address) || this.wanted.some((below) => address.includes(below));
      const others = late.filter((address) => !isWanted(address));
      this.check.deepEqual(others, [], "requests after the page had started");
    }
  }

  async end() {
    await this.context.close().catch(() => {});
    await Promise.all(this.servers.map((server) => server.close()));
    await Promise.all(this.temporary.map((folder) => rm(folder, { recursive: true })));
  }
}
