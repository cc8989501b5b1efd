// Text fits on every machine: where none of the fonts is there that figures are laid out with, one comes with
// the page, and an SVG file says how long its texts are.
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { BROWSERS } from "../support/browsers.mjs";
import { Visit } from "../support/visit.mjs";

// Wide, narrow, and as a plain Debian has it.
const MACHINES = {
  "DejaVu": /^DejaVuSans(-Bold)?\.ttf$/,
  "a wide font": /^DejaVuSansMono(-Bold)?\.ttf$/,
  "a narrow font": /^DejaVuSansCondensed(-Bold)?\.ttf$/,
};
const HERE = "/usr/share/fonts/truetype/dejavu";
const HASHES = ["#/?data=teaching", "#/explore?data=teaching&measure=rate&by=age&split=group", "#/report/8"];
const found = await readdir(HERE).catch(() => []);
const machines = Object.entries(MACHINES).filter(([name, fonts]) => {
  const isThere = found.some((file) => fonts.test(file));
  if (!isThere) {
    console.log(`NOT RUN fonts: every test on a machine with ${name} (${HERE} has none)`);
  }
  return isThere;
});

/** The settings of a machine that has only the fonts that match. */
async function machine(fonts) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "utvandring-fonts-"));
  await mkdir(path.join(folder, "fonts"));
  for (const name of found.filter((name) => fonts.test(name))) {
    await copyFile(path.join(HERE, name), path.join(folder, "fonts", name));
  }
  // Letters are fitted to pixels in their height only, as systems have it; without that they are in width.
  const slight = '<edit name="hintstyle" mode="assign"><const>hintslight</const></edit>';
  const settings = `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir>
    <match target="pattern">${slight}</match><match target="font">${slight}</match></fontconfig>`;
  const file = path.join(folder, "fonts.conf");
  await writeFile(file, settings);
  return { folder, env: { ...process.env, FONTCONFIG_FILE: file } };
}

/** Writes down every text on a canvas: how wide it is, its font, and whether it is inside. */
const listen = () => {
  window.written = new Map();
  const own = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
    const { width } = this.measureText(text);
    const before = { left: 0, start: 0, center: width / 2, right: width, end: width }[this.textAlign];
    const { e, b } = this.getTransform();
    const left = b === 0 ? e + x - before : undefined;
    const isOutside = left !== undefined && (left < -1 || left + width > this.canvas.width + 1);
    window.written.set(`${this.canvas.width} ${this.font} ${text}`, { text, font: this.font, width, isOutside });
    return own.call(this, text, x, y, ...more);
  };
};

/** What the layout takes a text to be wide, for each pixel of the font size. */
const lengths = (visit) =>
  visit.page.evaluate(async () => {
    const found = {};
    for (const id of ["fig1", "fig3", "fig8", "fig16"]) {
      const svg = await (await window.utvandring.figure(id, { format: "svg" })).text();
      const texts = new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("text[textLength]");
      for (const text of texts) {
        const weight = text.getAttribute("font-weight") === "bold" ? "bold" : "normal";
        const ratio = text.getAttribute("textLength") / text.getAttribute("font-size");
        found[`${weight} ${text.textContent.trim()}`] = ratio;
      }
    }
    return found;
  });

/** Every text of an SVG document that is shown without the page: how long it is, and is to be. */
const placed = (page) =>
  page.evaluate(() => {
    const svg = document.querySelector("svg");
    const { width, height } = svg.viewBox.baseVal;
    return [...svg.querySelectorAll("text")].map((text) => {
      // Letter by letter: the box that Firefox gives has room for one more.
      const from = text.getStartPositionOfChar(0);
      const to = text.getEndPositionOfChar(text.getNumberOfChars() - 1);
      const isTurned = text.hasAttribute("transform");
      const isInside = isTurned || (from.x >= -4 && to.x <= width + 4 && to.y <= height);
      const given = Number(text.getAttribute("textLength"));
      return { text: text.textContent.trim(), width: to.x - from.x, given, isInside };
    });
  });

const onMachine = (fonts, run) => async (outer) => {
  const { folder, env } = await machine(fonts);
  const browser = await BROWSERS[outer.browser]({ env });
  const begin = { browser, browserName: outer.browser, place: outer.place, folder: outer.folder };
  const visit = await Visit.begin(begin);
  try {
    await run(visit);
    await visit.conclude();
  } finally {
    await visit.end();
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
};

export const tests = machines.flatMap(([name, fonts]) => [
  {
    name: `figures on a machine with ${name} alone are as wide as they are laid out`,
    opens: false,
    needs: ["other fonts"],
    run: onMachine(fonts, async (visit) => {
      const { check, page } = visit;
      await visit.openWith("", listen);
      // The second width is for drawing anew.
      for (const [width, other] of [[390, 370], [1280, 900]]) {
        for (const hash of HASHES) {
          await visit.resize({ width, height: 844 });
          await visit.anew(`${hash}${hash.includes("?") ? "&" : "?data=teaching&"}lang=nb`);
          await visit.drawn(".figure");
          await page.evaluate(() => document.fonts.ready);
          await visit.until(
            () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").length === 2),
            "the fonts of figures are there",
          );
          // What was drawn before is drawn anew.
          await page.evaluate(() => window.written.clear());
          await visit.resize({ width: other, height: 844 });
          await visit.until(() => page.evaluate(() => window.written.size > 10), "figures are drawn again");
          const expected = await lengths(visit);
          const written = await page.evaluate(() => [...window.written.values()]);
          const known = written.flatMap(({ text, font, width, isOutside }) => {
            check.ok(!isOutside, `${text} leaves the picture at ${hash}`);
            const [, size] = /([\d.]+)px/.exec(font);
            const weight = /bold|700/.test(font) ? "bold" : "normal";
            const ratio = expected[`${weight} ${text.trim()}`];
            return ratio === undefined ? [] : [{ text, is: width / size, given: ratio }];
          });
          check.ok(known.length > 5, `${known.length} texts are known of ${written.length}`);
          for (const { text, is, given } of known) {
            // Kerning makes a text narrower, and widths are rounded.
            check.ok(is <= given + 0.06 && is >= 0.93 * given, `${text} is ${is}, laid out as ${given}`);
          }
        }
      }
    }),
  },
  {
    name: `a saved figure opens on a machine with ${name} alone with every text in its place`,
    opens: false,
    places: ["site"],
    needs: ["other fonts"],
    run: onMachine(fonts, async (visit) => {
      const { check, page } = visit;
      await visit.open("#/?data=teaching");
      const make = async () => (await window.utvandring.figure("fig8", { format: "svg", width: 600 })).text();
      const svg = await page.evaluate(make);
      await page.goto("about:blank");
      await page.setContent(svg);
      const texts = await placed(page);
      check.ok(texts.length > 20, `${texts.length} texts`);
      for (const { text, width, given, isInside } of texts) {
        check.ok(Math.abs(width - given) <= 4 + 0.03 * given, `${text} is ${width}, laid out as ${given}`);
        check.ok(isInside, `${text} leaves the picture`);
      }
    }),
  },
]);
