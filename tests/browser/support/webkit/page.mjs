// A page in WebKit: of puppeteer's interface, the part that the suites use.
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { calling, keptAt, ofText, statement } from "./in_page.mjs";

const LOAD_LIMIT = 60_000;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

// WebDriver's places for keys that write nothing.
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** What holds elements: the page or a frame in it. */
class Frame {
  evaluate(wanted, ...given) {
    return this.run(wanted, { given });
  }

  $eval(selector, wanted, ...given) {
    return this.run(wanted, { on: { selector }, given });
  }

  $$eval(selector, wanted, ...given) {
    return this.run(wanted, { on: { all: selector }, given });
  }

  async $(selector) {
    const wanted = (selector) => document.querySelector(selector);
    return this.handle(await this.run(wanted, { given: [selector], keeps: true }));
  }

  async $$(selector) {
    const wanted = (selector) => [...document.querySelectorAll(selector)];
    return (await this.run(wanted, { given: [selector], keeps: true })).map((place) => this.handle(place));
  }

  handle(place) {
    return place === null ? null : new Handle(this, place);
  }

  async run(wanted, { on, given = [], keeps = false }) {
    const plain = given.map((value) => (value instanceof Handle ? value.inPage : value));
    const args = [JSON.stringify({ on, given: plain, keeps })];
    const body = { script: calling(wanted), args };
    const text = await this.inside((driver) => driver.post("/execute/async", body));
    const { value, isUndefined, error, stack, said } = ofText(text);
    said.forEach(({ event, text }) => this.told(event, text));
    if (error !== undefined) {
      throw new Error(stack && !stack.includes(error) ? `${error}\n${stack}` : error);
    }
    return isUndefined ? undefined : value;
  }
}

class InnerFrame extends Frame {
  constructor(page, place, url) {
    super();
    Object.assign(this, { page, place, url: () => url });
  }

  inside(work) {
    return this.page.inside(async (driver) => {
      await driver.post("/frame", { id: this.place });
      try {
        return await work(driver);
      } finally {
        await driver.post("/frame", { id: null });
      }
    });
  }

  told(...said) {
    this.page.told(...said);
  }
}

class Handle {
  constructor(frame, place) {
    this.frame = frame;
    this.inPage = keptAt(place);
  }

  evaluate(wanted, ...given) {
    return this.frame.run(wanted, { on: { root: this.inPage }, given });
  }

  $eval(selector, wanted, ...given) {
    return this.frame.run(wanted, { on: { root: this.inPage, selector }, given });
  }

  $$eval(selector, wanted, ...given) {
    return this.frame.run(wanted, { on: { root: this.inPage, all: selector }, given });
  }

  async $(selector) {
    const wanted = (element, selector) => element.querySelector(selector);
    const task = { on: { root: this.inPage }, given: [selector], keeps: true };
    return this.frame.handle(await this.frame.run(wanted, task));
  }

  focus() {
    return this.evaluate((element) => element.focus());
  }

  select(...values) {
    return this.evaluate((select, values) => {
      const isWanted = ({ value }) => values.includes(value);
      for (const option of select.options) {
        option.selected = select.multiple ? isWanted(option) : option === [...select.options].find(isWanted);
      }
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return [...select.selectedOptions].map(({ value }) => value);
    }, values);
  }

  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return width > 0 || height > 0 ? { x, y, width, height } : null;
    });
  }

  async click() {
    const at = await this.evaluate((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) {
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      }
      const [box] = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
      return box && { x: middle(box.left, box.right, innerWidth), y: middle(box.top, box.bottom, innerHeight) };
    });
    if (!at) {
      throw new Error("the element has no place to click at");
    }
    await this.frame.mouse.click(at.x, at.y);
  }

  async type(text) {
    await this.focus();
    await this.frame.keyboard.type(text);
  }

  async uploadFile(...paths) {
    const [element] = await this.frame.inside(async (driver) => {
      const script = `return [window[Symbol.for("utvandring:kept")][arguments[0]]]`;
      const [place] = Object.values(this.inPage);
      return driver.post("/execute/sync", { script, args: [place] });
    });
    const text = paths.map((file) => path.resolve(file)).join("\n");
    await this.frame.inside((driver) => driver.post(`/element/${element[ELEMENT]}/value`, { text }));
  }
}

class Keyboard {
  constructor(page) {
    this.page = page;
  }

  press(key) {
    return this.strike([KEYS[key] ?? key]);
  }

  type(text) {
    return this.strike([...text].map((letter) => (letter === "\n" ? KEYS.Enter : letter)));
  }

  strike(keys) {
    const actions = keys.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    return this.page.act({ type: "key", id: "keyboard", actions });
  }
}

class Mouse {
  constructor(page) {
    this.page = page;
    this.at = { x: 0, y: 0 };
  }

  do(...actions) {
    return this.page.act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  async move(x, y, { steps = 1 } = {}) {
    const from = this.at;
    this.at = { x, y };
    const between = (a, b, step) => Math.round(a + ((b - a) * step) / steps);
    const moves = Array.from({ length: steps }, (_, index) => ({
      type: "pointerMove",
      x: between(from.x, x, index + 1),
      y: between(from.y, y, index + 1),
      origin: "viewport",
      duration: 0,
    }));
    await this.do(...moves);
  }

  down() {
    return this.do({ type: "pointerDown", button: 0 });
  }

  up() {
    return this.do({ type: "pointerUp", button: 0 });
  }

  async click(x, y) {
    await this.move(x, y);
    await this.do({ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 });
  }
}

export class Page extends Frame {
  /** `context` gives the driver, started when it is wanted first. */
  constructor(context) {
    super();
    this.context = context;
    this.listeners = [];
    this.keyboard = new Keyboard(this);
    this.mouse = new Mouse(this);
    this.copies = [];
  }

  on(event, listener) {
    if (event === "request") {
      this.context.network.listeners.push(listener);
    } else {
      this.listeners.push({ event, listener });
    }
  }

  told(event, text) {
    const what = event === "console" ? { type: () => "error", text: () => text } : new Error(text);
    this.listeners.filter((one) => one.event === event).forEach(({ listener }) => listener(what));
  }

  /** Work with the driver while this page's window is the one it speaks to. */
  async inside(work) {
    const driver = await this.context.driver();
    return driver.alone(async () => {
      this.window ??= await this.context.window(driver, this);
      await driver.post("/window", { handle: this.window });
      return work(driver);
    });
  }

  act(source) {
    return this.inside((driver) => driver.post("/actions", { actions: [source] }));
  }

  async setViewport({ width, height, deviceScaleFactor = 1 }) {
    await this.context.setScale(deviceScaleFactor);
    const size = () => this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    let outer = height;
    for (let trial = 0; trial < 40; trial += 1) {
      const rect = { ...this.context.corner, width, height: outer };
      await this.inside((driver) => driver.post("/window/rect", rect));
      await pause(50);
      const inner = await size();
      if (inner.width === width && inner.height === height) {
        return;
      }
      outer += trial % 10 === 3 ? height - inner.height : 0;
    }
    throw new Error(`the window does not become ${width} x ${height}`);
  }

  async goto(url, { waitUntil = "load" } = {}) {
    await this.tellRest();
    const place = url.startsWith("file:") ? await this.copied(url) : url;
    await this.inside((driver) => driver.post("/url", { url: place }));
    await this.loaded(waitUntil);
  }

  async reload({ waitUntil = "load" } = {}) {
    await this.tellRest();
    await this.inside((driver) => driver.post("/refresh"));
    await this.loaded(waitUntil);
  }

  async goBack() {
    await this.tellRest();
    // The driver waits in vain for a document where only the hash changes.
    await this.evaluate(() => history.back());
    await this.loaded("load");
  }

  /** What has been written down in a page that is about to go. */
  async tellRest() {
    await this.evaluate(() => {}).catch(() => {});
  }

  async loaded(waitUntil) {
    const end = Date.now() + LOAD_LIMIT;
    const isThere = (state) => state === "complete" || (waitUntil !== "load" && state === "interactive");
    // At once: what a page is to tell later is lost where another takes its place meanwhile.
    const asked = { script: "return document.readyState", args: [] };
    const state = () => this.inside((driver) => driver.atOnce("/execute/sync", asked));
    while (!isThere(await state())) {
      if (Date.now() > end) {
        throw new Error("the page does not load");
      }
      await pause(20);
    }
  }

  /** A page from the disk, with the scripts that are to run before its own. */
  async copied(address) {
    const url = new URL(address);
    const file = fileURLToPath(Object.assign(new URL(address), { hash: "", search: "" }));
    const folder = await mkdtemp(path.join(os.tmpdir(), "utvandring-page-"));
    this.copies.push(folder);
    const copy = path.join(folder, path.basename(file));
    const beside = (await readdir(path.dirname(file))).filter((name) => name !== path.basename(file));
    await Promise.all(beside.map((name) => symlink(path.join(path.dirname(file), name), path.join(folder, name))));
    await writeFile(copy, this.context.network.withEarly(await readFile(file, "utf8")));
    return pathToFileURL(copy).href + url.search + url.hash;
  }

  async evaluateOnNewDocument(wanted, ...given) {
    this.context.network.early.push(statement(wanted, given));
  }

  async setRequestInterception(isHeld) {
    this.context.network.isHeld = isHeld;
  }

  async setOfflineMode(isOff) {
    this.context.network.isOff = isOff;
  }

  title() {
    return this.evaluate(() => document.title);
  }

  /** The workers that have not been ended. */
  workers() {
    return this.evaluate(() => [...(window[Symbol.for("utvandring:workers")] ?? [])].map(String));
  }

  async frames() {
    const urls = await this.$$eval("iframe", (all) => all.map(({ src }) => src));
    return urls.map((url, place) => new InnerFrame(this, place, url));
  }

  async click(selector) {
    await (await this.one(selector)).click();
  }

  async focus(selector) {
    await (await this.one(selector)).focus();
  }

  async one(selector) {
    const handle = await this.$(selector);
    if (!handle) {
      throw new Error(`no element found for selector: ${selector}`);
    }
    return handle;
  }

  async select(selector, ...values) {
    return (await this.one(selector)).select(...values);
  }

  /** A picture of the window: there is none of the whole page. */
  async screenshot({ path: file } = {}) {
    const picture = Buffer.from(await this.inside((driver) => driver.get("/screenshot")), "base64");
    if (file) {
      await writeFile(file, picture);
    }
    return picture;
  }

  async close() {
    await this.inside((driver) => driver.delete("/window"));
    await this.forget();
  }

  async forget() {
    await Promise.all(this.copies.map((folder) => rm(folder, { recursive: true })));
    this.copies = [];
  }
}
