// Pictures of every page: widths, languages, light and dark.
//   node shots.mjs <folder>
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { BROWSERS } from "./support/browsers.mjs";
import { hashOf, LANGUAGES, ROUTES } from "./support/routes.mjs";
import { Visit } from "./support/visit.mjs";

const FOLDER = path.resolve(import.meta.dirname, "../../pkg");
const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"];

const target = path.resolve(process.argv[2] ?? "shots");
await mkdir(target, { recursive: true });
const browser = await BROWSERS.chromium();
try {
  for (const width of WIDTHS) {
    const viewport = { width, height: width < 600 ? 740 : 900 };
    const begin = { browser, browserName: "chromium", place: "site", folder: FOLDER, viewport };
    const visit = await Visit.begin(begin);
    for (const scheme of SCHEMES) {
      await visit.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const language of LANGUAGES) {
        for (const route of ROUTES) {
          await visit.open(hashOf(route, language));
          // A figure is drawn when it is near the screen.
          const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
          await visit.page.setViewport({ ...viewport, height });
          await new Promise((resolve) => setTimeout(resolve, 300));
          const file = `${route}-${language}-${width}-${scheme}.png`;
          await visit.page.screenshot({ path: path.join(target, file), fullPage: true });
          await visit.page.setViewport(viewport);
          console.log(file);
        }
      }
    }
    visit.complaints.forEach((complaint) => console.log(`  ${complaint}`));
    await visit.end();
  }
} finally {
  await browser.close();
}
