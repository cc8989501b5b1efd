// The data packages of the built site.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A text as the site takes it out of the page in one file. */
async function unpacked(folder, digits, length) {
  const file = (name) => path.join(folder, `utvandring_unpack_${name}`);
  // The site has no package of its own kind around it, and Node takes a script for one of another kind.
  const text = await readFile(file("glue.js"), "utf8");
  const { default: glue } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  const fresh = glue(WebAssembly);
  await fresh({ module_or_path: await WebAssembly.compile(await readFile(file("bg.wasm"))) });
  return new TextDecoder().decode(fresh.Unpacker.of(digits).next(length));
}

/** A package of which one cell is hidden, and given away by the total. */
const GIVEN_AWAY = [
  {
    name: "datapackage.json",
    content: JSON.stringify({
      name: "small",
      title: "Small",
      synthetic: true,
      resources: [
        { name: "by_group", path: "by_group.csv" },
        { name: "all", path: "all.csv" },
      ],
    }),
  },
  { name: "by_group.csv", content: "group,emigrations\na,:\nb,7\n" },
  { name: "all.csv", content: "emigrations\n9\n" },
];

/** What a button has saved. */
function savedBy(page, selector) {
  return page.evaluate(async (selector) => {
    const { click } = HTMLAnchorElement.prototype;
    const { createObjectURL } = URL;
    let saved;
    URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved = blob));
    HTMLAnchorElement.prototype.click = () => {};
    document.querySelector(selector).click();
    Object.assign(URL, { createObjectURL });
    Object.assign(HTMLAnchorElement.prototype, { click });
    return saved.text();
  }, selector);
}

export const tests = [
  {
    name: "offline.html carries every data file and every task byte for byte",
    places: ["offline"],
    run: async ({ page, folder, check }) => {
      const [digits, stamps] = await page.$eval("#utvandring-packed", ({ textContent, dataset }) => [
        textContent,
        JSON.parse(dataset.stamps),
      ]);
      const carried = JSON.parse(await unpacked(folder, digits, parseInt(stamps.data)));
      const folders = await Promise.all(["data", "geo", "recipes", "tasks"].map((name) => textsBelow(folder, name)));
      // The front page as it was drawn in the other languages.
      const drawn = ["first_view.nn.html", "first_view.en.html"];
      const views = drawn.map(async (name) => ({ [name]: await readFile(path.join(folder, name), "utf8") }));
      check.deepEqual(carried, Object.assign({}, ...folders, ...(await Promise.all(views))));
    },
  },
  {
    name: "a recipe tells what to fetch, and its mapping opens the file without a question",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      await page.$$eval("#app main a", (links) => links.find(({ hash }) => hash.startsWith("#/recipes")).click());
      await visit.element("#ssb-05803 ol li");
      check.ok((await page.$$(".recipes section")).length >= 10);
      check.match(await visit.text("#ssb-05803"), /Emigration from Norway, year by year/);
      const mapping = await savedBy(page, "#ssb-05803 button");
      await page.$eval(".recipes .lead a", (link) => link.click());
      const table =
        '"05803: Endringer i befolkningen i løpet av året, etter statistikkvariabel og år"\n\n' +
        '"statistikkvariabel";"2018";"2019"\n"Befolkning 1. januar";1000;1100\n"Utvandringer";30;20\n';
      await visit.choose("#files", [
        { name: "05803.csv", content: table },
        { name: "mapping.csv", content: mapping },
      ]);
      const use = await visit.element("#import-use:not([disabled])");
      check.equal((await page.$$("#import .question-asked")).length, 0);
      await use.evaluate((button) => button.click());
      await visit.until(
        () => page.$eval("#dataset", ({ value }) => value.startsWith("~")),
        "the visitor's own data are open",
      );
      const { rows } = await visit.api("compute", { measure: "rate", by: ["year"] });
      check.deepEqual(rows.map(({ key, value }) => [key.year, value]), [["2018", 30 / 1050]]);
      visit.startedWith = undefined;
    },
  },
  {
    name: "what a package gives away of its hidden cells is found on the page of data, and kept as a file",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      await visit.choose("#files", GIVEN_AWAY);
      await visit.until(
        () => page.$eval("#dataset", ({ value }) => value.startsWith("~")),
        "the package is open",
      );
      await visit.turn("#/data?lang=en");
      const audit = async () => {
        await page.$eval("#audit-begin", (button) => button.click());
        await visit.element("#audit-found li");
        return visit.text("#audit-found");
      };
      const found = await audit();
      check.match(found, /Hidden cells tried: 1, against 1 equations/);
      check.match(found, /by_group \[a\] emigrations/);
      check.doesNotMatch(found, /release before/);
      const counts = Object.fromEntries(await visit.rows("#audit-found table"));
      check.equal(counts["Can be worked out"], "1");
      const kept = JSON.parse(await savedBy(page, "#audit-json"));
      check.deepEqual(
        [kept.ok, kept.audit.determined, kept.determined],
        [false, 1, ["by_group [a] emigrations"]],
      );
      check.equal(await savedBy(page, "#audit-csv"), 'found,cell\ndetermined,"by_group [a] emigrations"\n');
      // Two persons are few where the threshold is 3, and not where it is 2. Another choice needs another audit.
      await page.$eval("#audit-threshold", (input) => {
        input.value = "2";
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await visit.until(async () => !(await page.$("#audit-found")), "what was found of another choice is gone");
      check.match(await audit(), /No hidden cell that tells of few persons can be worked out/);
      // The release before showed the cell.
      const before = GIVEN_AWAY.map(({ name, content }) => ({ name, content: content.replace("a,:", "a,2") }));
      await visit.choose("#audit-before", before);
      await visit.until(async () => !(await page.$("#audit-found")), "what was found without it is gone");
      check.match(await audit(), /Hidden now, but not in the release before: by_group \[a\] emigrations/);
      // A release that cannot be opened is told with its problem.
      await visit.choose("#audit-before", [{ name: "all.csv", content: "emigrations\n-3\n" }]);
      await visit.until(async () => !(await page.$("#audit-found")), "what was found with the other is gone");
      await page.$eval("#audit-begin", (button) => button.click());
      await visit.until(async () => /all\.csv/.test(await visit.text("#app")), "the problem is told");
      check.equal(await page.$("#audit-found"), null);
      visit.startedWith = undefined;
    },
  },
];

async function textsBelow(folder, relative) {
  const entries = await readdir(path.join(folder, relative), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const address = path.relative(folder, file).split(path.sep).join("/");
    return [address, await readFile(file, "utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}
