// WebKitGTK's small browser on a screen of its own, with the part of puppeteer's interface that the
// suites use. A context is a run of the driver: nothing of another visit is left in it.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Driver } from "./driver.mjs";
import { LISTENING } from "./in_page.mjs";
import { Network } from "./network.mjs";
import { Page } from "./page.mjs";

const LOCALE = "/usr/lib/locale/C.utf8";
const SCREEN = { width: 2000, height: 1600 };

// The browser's own buttons would keep a window from becoming as narrow as a phone.
const NARROW = `
button, entry, toolbar, .toolbar, box {
  min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px;
}`;

export async function launch(program) {
  const settings = await mkdtemp(path.join(os.tmpdir(), "utvandring-webkit-"));
  await mkdir(path.join(settings, "gtk-3.0"));
  await writeFile(path.join(settings, "gtk-3.0/gtk.css"), NARROW);
  // A first visit begins in the browser's language, which it has from the name of a locale that is there. Only
  // the name counts, so the one that every system has is given another.
  const locales = path.join(settings, "locales");
  await cp(LOCALE, path.join(locales, "nb_NO.utf8"), { recursive: true });
  const screen = await Screen.begin();
  const environment = {
    ...process.env,
    DISPLAY: screen.display,
    GDK_BACKEND: "x11",
    // Where no graphics card is, putting layers together takes a third of a visit's time; canvas and text are the same.
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    LOCPATH: locales,
    LC_ALL: "nb_NO.utf8",
    LANGUAGE: "nb_NO:nb",
    XDG_CONFIG_HOME: settings,
    XDG_CACHE_HOME: settings,
    XDG_DATA_HOME: settings,
  };
  return {
    createBrowserContext: async () => new Context(program, environment, await Network.begin()),
    close: async () => {
      screen.end();
      await rm(settings, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A screen in memory. */
class Screen {
  static async begin() {
    const screen = new Screen();
    const { width, height } = SCREEN;
    const given = ["-displayfd", "3", "-nolisten", "tcp", "-screen", "0", `${width}x${height}x24`];
    screen.process = spawn("Xvfb", given, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    screen.end = () => screen.process.kill();
    process.once("exit", screen.end);
    const number = await new Promise((resolve, reject) => {
      screen.process.once("error", reject);
      screen.process.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
      screen.process.stdio[3].once("data", (data) => resolve(String(data).trim()));
    });
    screen.display = `:${number}`;
    return screen;
  }
}

class Context {
  constructor(program, environment, network) {
    Object.assign(this, { program, environment, network, scale: 1, pages: [] });
    network.early.push(LISTENING);
  }

  async newPage() {
    const page = new Page(this);
    this.pages.push(page);
    return page;
  }

  /** Where a window lies so that the pointer of the screen is over its upper edge: it has the focus then. */
  get corner() {
    const place = (length, before) => Math.round(length / 2 / this.scale) - before;
    return { x: place(SCREEN.width, 40), y: place(SCREEN.height, 3) };
  }

  /** How many pixels there are to a point; a browser has that for life. */
  async setScale(scale) {
    if (scale !== this.scale && this.started) {
      await (await this.started).end();
      this.started = undefined;
      this.pages.forEach((page) => (page.window = undefined));
    }
    this.scale = scale;
  }

  driver() {
    const { program, network } = this;
    const environment = { ...this.environment, GDK_SCALE: String(this.scale) };
    this.started ??= Driver.begin({ program, environment, proxy: network.port });
    return this.started;
  }

  /** The first page has the window that is there; each other one gets its own. */
  async window(driver, page) {
    if (page === this.pages[0]) {
      return driver.get("/window");
    }
    return (await driver.post("/window/new", { type: "window" })).handle;
  }

  async close() {
    await (await this.started)?.end();
    await Promise.all(this.pages.map((page) => page.forget()));
    await this.network.end();
  }
}
