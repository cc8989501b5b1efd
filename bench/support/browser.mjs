// A page in a fresh browser or a fresh context, on a local server.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { BROWSERS } from "../../tests/browser/support/browsers.mjs";
import { serve } from "../../tests/browser/support/server.mjs";

const HEARTBEAT = await readFile(path.join(import.meta.dirname, "heartbeat.js"), "utf8");
// The slowest product may need minutes for the largest table.
const LIMIT = 900_000;
const VIEWPORT = { width: 1280, height: 900, deviceScaleFactor: 1 };

/** Runs `use` with a new browser: Chromium, or the one of the name. */
export async function withBrowser(use, name = "chromium") {
  const browser = await BROWSERS[name]({ protocolTimeout: LIMIT });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Runs `use` with a page of `folder` in a new context: nothing of an earlier page is kept. */
export async function withPage(browser, folder, use, { path: below = "", before } = {}) {
  const server = await serve(folder);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    page.setDefaultTimeout(LIMIT);
    await page.evaluateOnNewDocument(HEARTBEAT);
    if (before) {
      await page.evaluateOnNewDocument(before);
    }
    await page.goto(server.url + below, { waitUntil: "load" });
    return await use(page, server);
  } finally {
    await context.close().catch(() => {});
    await server.close();
  }
}

/** A visitor looks for the file for at least as long, in milliseconds. */
const LOOKING = 500;

/**
 * Gives the page a file from the disk, as a visitor would, in `window.file`: a control for files is
 * clicked, and a while later the file is chosen.
 */
export async function give(page, file) {
  const input = await page.evaluateHandle(() => {
    const input = document.createElement("input");
    input.type = "file";
    document.body.append(input);
    return input;
  });
  const [chooser] = await Promise.all([
    page.waitForFileChooser(),
    input.evaluate((input) => input.click()),
  ]);
  await new Promise((resolve) => setTimeout(resolve, LOOKING));
  await chooser.accept([file]);
  await input.evaluate((input) => {
    window.file = input.files[0];
    input.remove();
  });
}
