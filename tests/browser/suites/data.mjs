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
      const mapping = await page.evaluate(async () => {
        const { click } = HTMLAnchorElement.prototype;
        const { createObjectURL } = URL;
        let saved;
        URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved = blob));
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector("#ssb-05803 button").click();
        Object.assign(URL, { createObjectURL });
        Object.assign(HTMLAnchorElement.prototype, { click });
        return saved.text();
      });
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
