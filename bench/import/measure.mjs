// A large file of an office on the desk: how long it takes, what the page's thread notices of it, and how
// soon it can be given up.
import { stat } from "node:fs/promises";
import path from "node:path";
import { withBrowser, withPage } from "../support/browser.mjs";
import { median } from "../support/numbers.mjs";
import { table as synthetic } from "./table.mjs";

const REGIONS = 100;

/** Gives the page the file as a visitor does; times until it is on the desk, or was given up. */
async function laid(browser, site, file, isCancelled) {
  return withPage(
    browser,
    site,
    async (page) => {
      await page.waitForSelector("#files");
      await page.evaluate(async (isCancelled) => {
        await window.utvandring.ready;
        await window.utvandring.shown;
        const input = document.querySelector("#files");
        window.laid = new Promise((resolve) => {
          input.addEventListener(
            "change",
            () => {
              const begin = performance.now();
              const beat = window.heartbeat();
              let asked;
              // A frame later the browser has drawn it and answers again.
              const end = async (since) => {
                observer.disconnect();
                await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
                const ms = performance.now() - since;
                resolve({ ms, gap: await beat.stop() });
              };
              const look = () => {
                const opening = document.querySelector(".opening");
                if (!isCancelled && document.querySelector("#import-card-1")) {
                  end(begin);
                } else if (asked && !opening) {
                  end(asked);
                } else if (isCancelled && !asked && opening && /Tabellene/.test(opening.textContent)) {
                  // In the middle of what takes longest.
                  asked = Infinity;
                  setTimeout(() => {
                    asked = performance.now();
                    opening.querySelector("button").click();
                  }, 200);
                }
              };
              const observer = new MutationObserver(look);
              observer.observe(document.body, { childList: true, subtree: true, characterData: true });
            },
            { capture: true, once: true },
          );
        });
      }, isCancelled);
      const input = await page.$("#files");
      await input.uploadFile(file);
      return page.evaluate(() => window.laid);
    },
    { path: "#/data" },
  );
}

export async function measure(table, { root, runs }) {
  const site = path.join(root, "pkg");
  const { file, rows } = await synthetic(path.join(root, "target/bench/tables"), REGIONS);
  const megabytes = ((await stat(file)).size / 1e6).toFixed(0);
  const times = [];
  const cancels = [];
  let gap = 0;
  await withBrowser(async (browser) => {
    for (let run = 0; run < runs; run += 1) {
      console.log(`  run ${run + 1} of ${runs}`);
      const whole = await laid(browser, site, file, false);
      const cancelled = await laid(browser, site, file, true);
      times.push(whole.ms);
      cancels.push(cancelled.ms);
      gap = Math.max(gap, whole.gap, cancelled.gap);
    }
  });
  table.heading(
    `A file of an office: ${rows.toLocaleString("en")} rows as PxWeb writes them, ${megabytes} MB (medians of ${runs})`,
  );
  table.row("file to everything understood", "ms", median(times));
  table.row("cancel to a page that answers", "ms", median(cancels), undefined, { below: 100 });
  table.row("longest gap of the page's thread", "ms", gap, undefined, { below: 50 });
}
