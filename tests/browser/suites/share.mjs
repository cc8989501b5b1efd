// What leaves the page: links, embedded figures, citations, files, and the page itself.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipped } from "../support/archive.mjs";
import { serve } from "../support/server.mjs";

/** Keeps what the page saves or copies where a test can read it, instead of on the machine. */
const intercept = (visit) =>
  visit.page.evaluate(() => {
    window.saved = [];
    window.clipboard = [];
    const blobs = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      window.saved.push({ name: this.download, type: blob.type, blob });
    };
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: async (text) => void window.clipboard.push(text) },
    });
  });

async function press(visit, figure, form) {
  // The menu is made when it is opened.
  await (await visit.element(`${figure} .share`)).evaluate((details) => (details.open = true));
  await visit.until(
    () => visit.page.$(`${figure} [data-share="${form}"]`),
    `the menu offers ${form}`,
  );
  await visit.page.$eval(`${figure} [data-share="${form}"]`, (button) => button.click());
}

/** The file that comes of a button: name, media type, bytes. */
async function saved(visit, figure, form) {
  const count = await visit.page.evaluate(() => window.saved.length);
  await press(visit, figure, form);
  await visit.until(
    async () => (await visit.page.evaluate(() => window.saved.length)) > count,
    `${form} is saved`,
  );
  const { name, type, data } = await visit.page.evaluate(async () => {
    const { name, type, blob } = window.saved.at(-1);
    let data = "";
    for (const byte of new Uint8Array(await blob.arrayBuffer())) {
      data += String.fromCharCode(byte);
    }
    return { name, type, data: btoa(data) };
  });
  return { name, type, bytes: Buffer.from(data, "base64") };
}

async function copied(visit, figure, form) {
  const count = await visit.page.evaluate(() => window.clipboard.length);
  await press(visit, figure, form);
  await visit.until(
    async () => (await visit.page.evaluate(() => window.clipboard.length)) > count,
    `${form} is copied`,
  );
  const text = await visit.page.evaluate(() => window.clipboard.at(-1));
  const shown = () => visit.page.$eval(`${figure} textarea`, (field) => field.value).catch(() => "");
  await visit.until(
    // A field has line feeds alone.
    async () => (await shown()) === text.replaceAll("\r\n", "\n"),
    "the text is shown as well",
  );
  return text;
}

const OWN = "group,year,emigrations,person_years\na,2021,12,1500.5\na,2022,15,1620\nb,2021,4,90\nb,2022,5,95\n";

/** The page in one file that comes of the button, in a file of its own. */
async function handedOut(visit) {
  await visit.element('[data-along="hand_out"]');
  const before = await visit.page.evaluate(() => window.saved.length);
  await visit.page.$eval('[data-along="hand_out"]', (button) => button.click());
  await visit.until(
    async () => (await visit.page.evaluate(() => window.saved.length)) > before,
    "the page is made",
  );
  const [name, text] = await visit.page.evaluate(async () => {
    const { name, blob } = window.saved.at(-1);
    return [name, await blob.text()];
  });
  const file = path.join(await visit.temporaryFolder(), name);
  await writeFile(file, text);
  // On the site the page in one file is fetched for this, which no other test may do.
  visit.startedWith = visit.seen();
  return pathToFileURL(file).href;
}

async function openOwn(visit) {
  const folder = await visit.temporaryFolder();
  const file = path.join(folder, "min-klasse.csv");
  await writeFile(file, OWN);
  await visit.choose("#files", [file]);
  await visit.until(
    async () => (await visit.page.$eval("#dataset", (select) => select.value)) === "~min-klasse",
    "the file is open",
  );
}

export const tests = [
  {
    name: "a CSV file opened again gives the same table, marked as synthetic",
    hash: "#/report",
    run: async (visit) => {
      await intercept(visit);
      const file = await saved(visit, "#fig3", "csv1");
      visit.check.equal(file.name, "utvandring-teaching-fig3.1.csv");
      const text = file.bytes.toString("utf8");
      visit.check.match(text, /^\uFEFF# Syntetiske data: Syntetiske undervisningsdata\. /);
      visit.check.match(text, /\n# Hentet: 20\d\d-\d\d-\d\d\n/);
      visit.check.match(text, /\ngroup;year;emigrations;/);
      const numbers = async (scope) =>
        (await visit.element(`${scope} table.numbers`)).evaluate((table) =>
          [...table.querySelectorAll("td")].map((cell) => cell.dataset.value),
        );
      const before = await numbers("#fig3");
      visit.check.equal(before.length, 120);
      const folder = await visit.temporaryFolder();
      const copy = path.join(folder, file.name);
      await writeFile(copy, file.bytes);
      await visit.open("#/data");
      await visit.choose("#files", [copy]);
      await visit.element(".explore .figure canvas");
      visit.check.deepEqual(await numbers(".explore"), before);
      visit.check.match(await visit.text(".synthetic-line"), /Syntetiske/);
      visit.check.match(await visit.page.evaluate(() => location.hash), /data=~teaching-fig3-1/);
    },
  },
  {
    name: "pictures, workbook and description are files of their kind",
    hash: "#/report?lang=en",
    shares: true,
    run: async (visit) => {
      await intercept(visit);
      const widths = [];
      for (const scale of [1, 2, 3, 4]) {
        const { name, type, bytes } = await saved(visit, "#fig5", `png${scale}`);
        visit.check.deepEqual([name, type], [`utvandring-teaching-fig5.${scale}.png`, "image/png"]);
        widths.push(bytes.readUInt32BE(16));
      }
      visit.check.deepEqual(widths, [960, 1920, 2880, 3840]);
      const svg = (await saved(visit, "#fig5", "svg")).bytes.toString("utf8");
      visit.check.match(svg, /<title>.*<\/title>\n<desc>.*Synthetic teaching data/s);
      const book = await saved(visit, "#fig5", "xlsx");
      visit.check.equal(book.bytes.toString("latin1", 0, 4), "PK\x03\x04");
      visit.check.match([...unzipped(book.bytes).values()].join("\n"), /Synthetic teaching data.*Licence/s);
      const described = JSON.parse((await saved(visit, "#fig5", "json")).bytes.toString("utf8"));
      visit.check.equal(described.id, "fig5");
      visit.check.equal(described.dataset.synthetic, true);
      visit.check.equal(described.panels.length, 2);
      visit.check.equal((await saved(visit, "#fig5", "csv2")).name, "utvandring-teaching-fig5.2.csv");
    },
  },
  {
    name: "link, embed code and citations are copied, and lead back to the figure",
    hash: "#/explore?v=1&lang=en&data=teaching&measure=rate&by=group&split=&year=2000..2009",
    shares: true,
    run: async (visit) => {
      await intercept(visit);
      const link = await copied(visit, ".figure", "#");
      visit.check.match(link, /#\/explore\?v=2&lang=en&data=teaching&measure=rate&by=group&split=&year=2000\.\.2009$/);
      visit.check.ok(visit.place === "site" || link.startsWith("offline.html#"), link);
      const embed = await copied(visit, ".figure", "#embed");
      visit.check.match(embed, /^<iframe src="[^"]*#\/embed\/explore\?v=2&amp;lang=en/);
      visit.check.match(embed, /addEventListener\("message"/);
      for (const form of ["citation", "bibtex", "ris"]) {
        const text = await copied(visit, ".figure", form);
        visit.check.match(text, /Synthetic teaching data, version 1\.0\.0 \(synthetic data/);
        visit.check.match(text, /20\d\d[-/]\d\d[-/]\d\d/);
      }
    },
  },
  {
    name: "the copied text can be selected where the page may not copy",
    hash: "#/explore?data=teaching",
    run: async (visit) => {
      await visit.page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await press(visit, ".figure", "#");
      await visit.until(async () => (await visit.text(".said")).includes("Marker teksten"), "it is said");
      visit.check.match(await visit.page.$eval(".figure textarea", (field) => field.value), /#\/explore/);
    },
  },
  {
    name: "an analysis is linked, cited, saved and embedded like a figure",
    hash: "#/analysis?v=2&data=teaching&kind=comparison&lang=nb",
    shares: true,
    run: async (visit) => {
      await intercept(visit);
      const link = await copied(visit, ".analysis", "#");
      visit.check.match(link, /#\/analysis\?v=2&lang=nb&data=teaching&kind=comparison$/);
      visit.check.match(await copied(visit, ".analysis", "citation"), /teaching|undervisning/i);
      const csv = await saved(visit, ".analysis", "csv1");
      visit.check.equal(csv.name, "utvandring-teaching-analysis-comparison.csv");
      const lines = csv.bytes.toString().split("\n").filter((line) => line && !/^\ufeff?#/.test(line));
      const shown = await visit.page.$$eval(".analysis table.numbers tbody tr", (rows) => rows.length);
      visit.check.ok(lines.length > 2 && lines.length <= shown + 1, `${lines.length} of ${shown}`);
      visit.check.match(lines[0], /nedre grense;.*øvre grense/);
      const value = await visit.page.$eval(".analysis table.numbers td[data-value]", (cell) => cell.dataset.value);
      visit.check.ok(lines[1].split(";").includes(value.replace(".", ",")), `${value} in ${lines[1]}`);
      const json = JSON.parse((await saved(visit, ".analysis", "json")).bytes.toString());
      visit.check.equal(json.analysis.kind, "comparison");
      visit.check.equal(String(json.tables[0].rows[0].cells[0].value), value);
      const book = unzipped((await saved(visit, ".analysis", "xlsx")).bytes);
      visit.check.ok([...book.keys()].includes("xl/worksheets/sheet2.xml"));
      visit.check.match((await saved(visit, ".analysis", "svg")).bytes.toString(), /^<svg/);
      visit.check.equal((await saved(visit, ".analysis", "png2")).type, "image/png");
      const embed = await copied(visit, ".analysis", "#embed");
      const at = /#\/embed\/analysis[^"]*/.exec(embed)[0].replaceAll("&amp;", "&");
      const told = await visit.text("#analysis-answer");
      await visit.anew(at);
      await visit.element(".embedded .figure canvas");
      visit.check.equal(await visit.page.$("header"), null);
      visit.check.equal(await visit.text("#analysis-answer"), told);
    },
  },
  {
    name: "a link is read in the language it was shared in, and a choice of one's own stays",
    hash: "#/explore?lang=nb&data=teaching",
    run: async (visit) => {
      await intercept(visit);
      const link = await copied(visit, ".figure", "#");
      const at = link.slice(link.indexOf("#"));
      visit.check.match(at, /lang=nb/);
      const lang = () => visit.page.evaluate(() => document.documentElement.lang);
      await visit.page.$eval(".languages [lang=nn]", (button) => button.click());
      await visit.until(async () => (await lang()) === "nn", "nynorsk is chosen");
      await visit.open(at);
      visit.check.equal(await lang(), "nb");
      await visit.page.goto("about:blank");
      await visit.open("");
      visit.check.equal(await lang(), "nn");
    },
  },
  {
    name: "an embedded figure has no frame, and its iframe grows to its height",
    needs: ["second page"],
    places: ["site"],
    hash: "#/embed/fig5?lang=en&data=teaching",
    run: async (visit) => {
      await visit.element(".embedded .figure canvas");
      visit.check.equal(await visit.page.$("header"), null);
      visit.check.equal(await visit.page.$("footer"), null);
      visit.check.match(await visit.text(".embedded"), /Open in The Emigration Calculator/);
      // The code as it is copied, on a page of another origin.
      await visit.open("#/report?lang=en&data=teaching");
      await intercept(visit);
      const code = await copied(visit, "#fig5", "#embed");
      const host = createServer((request, response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(request.url === "/" ? `<!doctype html><title>host</title>${code}` : "");
      });
      await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
      try {
        const page = await visit.context.newPage();
        await page.goto(`http://127.0.0.1:${host.address().port}/`);
        const height = () => page.$eval("iframe", (frame) => frame.clientHeight);
        await visit.until(async () => (await height()) !== 640, "the frame follows the figure");
        const frame = (await page.frames()).find((frame) => frame.url().includes("embed"));
        const inner = async () => {
          const { scrollHeight } = await frame.evaluate(() => {
            const { scrollHeight } = document.querySelector(".embedded");
            return { scrollHeight };
          });
          return scrollHeight;
        };
        await visit.until(
          async () => Math.abs((await height()) - (await inner())) <= 4,
          "the frame is as high as the figure",
        );
        // The page in the frame fetches its own data.
        await visit.until(
          () => frame.evaluate(() => !document.querySelector(".skeleton, .absent[aria-busy]")),
          "the data of the frame are there",
        );
        await visit.settled();
        await page.close();
      } finally {
        host.closeAllConnections();
        host.close();
      }
      visit.startedWith = visit.seen();
    },
  },
  {
    name: "the page is handed out with the visitor's data, and handed out again from there",
    hash: "#/data",
    run: async (visit) => {
      await intercept(visit);
      await openOwn(visit);
      const handed = await handedOut(visit);
      visit.check.match(handed, /utvandring-min-klasse\.html$/);
      // What was drawn of other data when the site was built is not handed out.
      visit.check.doesNotMatch(await readFile(new URL(handed), "utf8"), /class="drawn"|<svg/);
      const rows = async (url, hash) => {
        await visit.open(hash, { url });
        await visit.element(".explore .figure canvas");
        visit.check.equal(await visit.page.$eval("#dataset", (select) => select.value), "~min-klasse");
        return visit.rows(".explore table.numbers");
      };
      const first = await rows(handed, "");
      visit.check.ok(first.length > 2, JSON.stringify(first));
      const answer = await visit.api("compute", { measure: "emigrations", by: ["group"] });
      visit.check.deepEqual(answer.rows.map((row) => row.value), [27, 9]);
      // Everything else is still inside.
      visit.check.deepEqual(
        await visit.page.$$eval("#dataset option", (all) => all.map((option) => option.value)),
        ["~min-klasse", "norway", "norway-age", "europe", "teaching", "report-2026"],
      );
      await visit.open("#/data", { url: handed });
      await intercept(visit);
      const again = await handedOut(visit);
      visit.check.deepEqual(await rows(again, ""), first);
    },
  },
  {
    name: "a page that is handed out again has nothing of the data it was handed out with before",
    hash: "#/data",
    run: async (visit) => {
      await intercept(visit);
      await openOwn(visit);
      const handed = await handedOut(visit);
      await visit.open("#/data", { url: handed });
      await intercept(visit);
      visit.check.match(await readFile(fileURLToPath(handed), "utf8"), /min-klasse.*1500\.5/s);
      await visit.choose("#files", [{ name: "andre.csv", content: "group,year,emigrations\nx,2020,7\n" }]);
      await visit.until(
        async () => (await visit.page.$eval("#dataset", (select) => select.value)) === "~andre",
        "the second file is open",
      );
      const second = await handedOut(visit);
      visit.check.doesNotMatch(await readFile(fileURLToPath(second), "utf8"), /min-klasse|1500\.5/);
      await visit.open("#/data", { url: handed });
      await intercept(visit);
      await visit.page.evaluate(() => window.utvandring.use("teaching"));
      const published = await handedOut(visit);
      visit.check.doesNotMatch(await readFile(fileURLToPath(published), "utf8"), /min-klasse|1500\.5/);
    },
  },
  {
    name: "the checksum beside the link is that of offline.html",
    places: ["site"],
    hash: "#/data",
    run: async (visit) => {
      const content = await readFile(path.join(visit.folder, "offline.html"));
      const checksum = createHash("sha256").update(content).digest("hex");
      await visit.element(".along code");
      visit.check.equal(await visit.text(".along code"), checksum);
      const file = await readFile(path.join(visit.folder, "offline.html.sha256"), "utf8");
      visit.check.equal(file, `${checksum}  offline.html\n`);
    },
  },
  {
    name: "a kept site starts without a network, tells of a new version, and is removed again",
    places: ["site"],
    hash: "#/data",
    run: async (visit) => {
      // A copy of the site whose server can be stopped, and whose files can change.
      const copy = path.join(await visit.temporaryFolder(), "site");
      await mkdir(copy);
      await cp(visit.folder, copy, { recursive: true });
      const server = await serve(copy);
      visit.servers.push(server);
      const { url } = server;
      await visit.open("#/data", { url });
      const stored = () => visit.page.evaluate(() => caches.keys());
      visit.check.deepEqual(await stored(), [], "nothing is stored unasked");
      await (await visit.element('[data-along="keep"]')).click();
      await visit.until(
        async () => (await visit.text(".said")).includes("virker uten nett"),
        "the site is kept",
      );
      visit.check.equal((await stored()).length, 1);

      // A new version appears beside the old one and is taken over on request only.
      const style = path.join(copy, "style.css");
      const added = ":root { --version-of-test: 2; }\n";
      const old = await readFile(style, "utf8");
      await writeFile(style, old + added);
      const worker = path.join(copy, "sw.js");
      const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
      const script = await readFile(worker, "utf8");
      const changed = script
        .replace(hash(old), hash(old + added))
        .replace(/VERSION = "\w+"/, 'VERSION = "test"');
      visit.check.notEqual(changed, script);
      await writeFile(worker, changed);
      const version = () =>
        visit.page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue("--version-of-test").trim(),
        );
      await visit.reload();
      visit.check.equal(await version(), "", "the old version is shown as a whole");
      await visit.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      const button = await visit.element(".new-version button");
      visit.check.equal(await version(), "");
      await button.click();
      await visit.until(async () => (await version().catch(() => "")) === "2", "the new version is shown");
      await visit.started();
      visit.check.equal((await stored()).length, 1, "the old version is gone");

      await server.close();
      await visit.page.goto("about:blank");
      await visit.open("#/report", { url });
      await visit.element("#fig1 canvas");
      await visit.open("#/data", { url });
      await (await visit.element('[data-along="forget"]')).click();
      await visit.until(async () => (await visit.text(".said")).includes("fjernet"), "it is removed");
      visit.check.deepEqual(await stored(), []);
      visit.startedWith = undefined;
      visit.expect(/Failed to (load|fetch)|NetworkError|ERR_CONNECTION_REFUSED|sw\.js/);
    },
  },
  {
    name: "a kept site takes the page of a network that asks for a password for none of its files",
    places: ["site"],
    hash: "#/data",
    run: async (visit) => {
      const [server] = visit.servers;
      await (await visit.element('[data-along="keep"]')).click();
      await visit.until(async () => (await visit.text(".said")).includes("virker uten nett"), "the site is kept");
      server.instead = "<!doctype html><title>Network</title><form><input type=password></form>";
      await visit.page.goto("about:blank");
      const question = "#/explore?lang=en&data=norway&measure=emigrations&by=year";
      await visit.open(question, { url: visit.url });
      visit.check.deepEqual((await visit.rows("main table.numbers")).at(-1), ["2022", "32,536"]);
      const kept = await visit.page.evaluate(async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const entries = await cache.matchAll();
        const texts = await Promise.all(entries.map((entry) => entry.text()));
        return texts.filter((text) => text.includes("<title>Network")).length;
      });
      visit.check.equal(kept, 0, "nothing of it is kept");
      server.instead = undefined;
      // A store takes no answer that may differ by everything: what the server sends is shown all the same.
      const stored = () =>
        visit.page.evaluate(async () => {
          const cache = await caches.open((await caches.keys())[0]);
          return (await cache.keys()).filter(({ url }) => url.includes("/data/norway/")).length;
        });
      visit.check.ok((await stored()) > 0, "tables are kept");
      server.headers = { vary: "*" };
      await visit.page.goto("about:blank");
      await visit.open(question, { url: visit.url });
      visit.check.deepEqual((await visit.rows("main table.numbers")).at(-1), ["2022", "32,536"]);
      visit.check.equal(await stored(), 0, "what cannot be kept anew is not kept at all");
      server.headers = {};
      await visit.open("#/data", { url: visit.url });
      await (await visit.element('[data-along="forget"]')).click();
      await visit.until(async () => (await visit.text(".said")).includes("fjernet"), "it is removed");
      visit.startedWith = undefined;
      visit.expect(/sw\.js|script/i);
    },
  },
  {
    name: "the page in one file offers handing out and nothing that needs a server",
    places: ["offline"],
    hash: "#/data",
    run: async (visit) => {
      await visit.element('[data-along="hand_out"]');
      visit.check.equal(await visit.page.$eval(".keeping", (part) => part.checkVisibility()), false);
      visit.check.equal(await visit.page.$(".along a"), null);
    },
  },
  {
    name: "the open data set is saved as one file that opens again",
    hash: "#/data",
    run: async (visit) => {
      await openOwn(visit);
      await visit.page.evaluate(() => (location.hash = "#/data"));
      await intercept(visit);
      const tables = await visit.api("tables");
      await (await visit.element("#save-package")).evaluate((button) => button.click());
      await visit.until(() => visit.page.evaluate(() => window.saved.length === 1), "it is saved");
      const [name, text] = await visit.page.evaluate(async () => {
        const { name, blob } = window.saved[0];
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return [name, btoa(String.fromCharCode(...bytes))];
      });
      visit.check.equal(name, "min-klasse.zip");
      await visit.page.evaluate(() => window.utvandring.use("teaching"));
      await visit.page.evaluate(() => (location.hash = "#/data"));
      await visit.choose("#files", [{ name, content: Buffer.from(text, "base64") }]);
      await visit.until(
        async () => (await visit.page.$eval("#dataset", (select) => select.value)) === "~min-klasse",
        "the zip is open",
      );
      visit.check.deepEqual(await visit.api("tables"), tables);
    },
  },
];
