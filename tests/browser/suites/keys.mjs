// Every number of the tables on the page stands under its own codes: the real packages, opened as a
// visitor opens them, against their CSV files, which are read and added up here.
//
// The packages are used where they are (UTVANDRING_REALDATA, else ../shared/realdata beside the
// repository); else those that come with the site.
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { grouped, rate, rowsOf, total } from "../support/csv.mjs";

const FOLDER =
  process.env.UTVANDRING_REALDATA ?? path.resolve(import.meta.dirname, "../../../../shared/realdata");

const PACKAGES = [
  { name: "europe", table: "country", split: "country", measures: ["rate", "emigrations"], trend: true },
  { name: "telemark", table: "municipality", split: "municipality", measures: ["rate"], trend: true },
  { name: "norway", table: "citizenship", split: "citizenship", measures: ["emigrations"] },
  { name: "norway_eurostat", table: "age_sex", split: "age", measures: ["rate"] },
  { name: "europe_corridors", table: "sender", split: "country", measures: ["emigrations"] },
];

// Headings and the unrounded values under them.
const table = (visit, selector, place = 0) =>
  visit.page.$$eval(
    selector,
    (tables, place) => {
      const { tHead, tBodies } = tables[place];
      return {
        columns: [...tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim()),
        rows: [...tBodies[0].rows].map((row) => ({
          head: row.cells[0].textContent.trim(),
          values: [...row.cells]
            .slice(1)
            .map((cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value))),
        })),
      };
    },
    place,
  );

const same = (visit, found, wanted, where) => {
  if (found === null || wanted === null) {
    visit.check.equal(found, wanted, where);
  } else {
    visit.check.ok(Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted), `${where}: ${found}, not ${wanted}`);
  }
};

// What is not told apart of many codes.
const OTHERS = /^the others \(\d+\)$/i;

// Every cell of a table of years by codes against the rows of the file.
const compare = (visit, shown, { rows, codes }, split, value) => {
  const groups = grouped(rows, [split, "year"]);
  let compared = 0;
  // A code of a country that has no name stands in capitals.
  const isCode = (heading) => rows.some((row) => row[split] === heading);
  const codeOf = (heading) => codes.get(heading) ?? (isCode(heading) ? heading : heading.toLowerCase());
  const told = new Set(shown.columns.map(codeOf));
  const years = shown.rows.map(({ head }) => head.replace(/ –$/, ""));
  visit.check.deepEqual(years, [...years].sort(), "years rise");
  for (const { head, values } of shown.rows) {
    visit.check.equal(values.length, shown.columns.length, "a cell a column");
    const year = head.replace(/ –$/, "");
    for (const [place, heading] of shown.columns.entries()) {
      const code = codeOf(heading);
      const others = () => rows.filter((row) => row.year === year && !told.has(row[split]));
      const own = OTHERS.test(heading) ? others() : groups.get(`${code}|${year}`);
      same(visit, values[place], own === undefined ? null : value(own), `${code} in ${head}`);
      compared += 1;
    }
  }
  return compared;
};

// Codes that offices give two countries beside those of the outlines.
const ALSO = { gr: "el", gb: "uk" };

// The codes of a dimension by the labels that the package gives them, else by the names that outlines give countries.
const labelled = async (name, dimension, codes) => {
  const { labels = {} } = JSON.parse(await readFile(path.join(FOLDER, name, "datapackage.json"), "utf8"));
  const atlas = path.resolve(import.meta.dirname, "../../../www/geo/world.json");
  const { geometries } = JSON.parse(await readFile(atlas, "utf8")).objects.countries;
  const named = geometries.flatMap(({ id, names }) => {
    const known = id.split(" ").flatMap((code) => [code, ALSO[code]]);
    return known.filter((code) => codes.has(code)).map((code) => [names.at(-1), code]);
  });
  const own = Object.entries(labels[dimension] ?? {}).map(([code, label]) => [label.en, code]);
  return new Map([...named, ...own]);
};

const packaged = async (name) => {
  const folder = path.join(FOLDER, name);
  return (await readdir(folder)).map((file) => path.join(folder, file));
};

export const tests = PACKAGES.filter(({ name }) => existsSync(path.join(FOLDER, name))).map(
  ({ name, table: csv, split, measures, trend }) => ({
    name: `every number of ${name} stands under its own codes, in Explore and in the trend`,
    places: ["site"],
    hash: "#/data?lang=en",
    run: async (visit) => {
      const rows = await rowsOf(path.join(FOLDER, name, `${csv}.csv`));
      const file = { rows, codes: await labelled(name, split, new Set(rows.map((row) => row[split]))) };
      // Names of countries are fetched when a file has none.
      visit.wanted.push("/geo/world.json");
      await visit.choose("input[type=file]", await packaged(name));
      await visit.until(
        async () => (await visit.api("tables")).some((known) => known.name === csv),
        `${name} is open`,
      );
      for (const [measure, top] of measures.flatMap((measure) => [[measure, ""], [measure, "&top=all"]])) {
        const hash = `#/explore?lang=en&data=~${name}&measure=${measure}&by=year&split=${split}${top}`;
        await visit.page.evaluate((hash) => (window.location.hash = hash), hash);
        const value = measure === "rate" ? rate : (own) => total(own, "emigrations");
        await visit.until(async () => {
          await visit.unfoldTables();
          const shown = await visit.page.$("main table.numbers tbody tr");
          const asked = await visit.page.evaluate(() => window.location.hash);
          const isThere = shown !== null && asked.includes(`measure=${measure}`) && asked.includes(`split=${split}`);
          const { columns } = isThere ? await table(visit, "main table.numbers") : { columns: [] };
          return isThere && (top === "" || !columns.some((heading) => OTHERS.test(heading)));
        }, "the table of the question is there");
        await visit.drawn("main");
        const shown = await table(visit, "main table.numbers");
        const compared = compare(visit, shown, file, split, value);
        visit.check.ok(compared > 100, `${compared} numbers of ${measure}`);
      }
      if (trend) {
        const hash = `#/analysis?lang=en&data=~${name}&kind=trend`;
        await visit.page.evaluate((hash) => (window.location.hash = hash), hash);
        await visit.until(async () => {
          const tables = await visit.page.$$(".analysis table.numbers");
          return tables.length > 1;
        }, "the yearly table of the trend is there");
        const shown = await table(visit, ".analysis table.numbers", 1);
        visit.check.ok(compare(visit, shown, file, split, rate) > 100, "numbers of the trend");
      }
    },
  }),
);
