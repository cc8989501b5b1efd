// From an agency's file to a figure of emigration rates, and to a saved data package.
//
// The real files are used where they are (UTVANDRING_SAMPLES, else ../shared/samples beside the
// repository); else small files of the same shape, with made-up numbers.
import { existsSync } from "node:fs";
import path from "node:path";

const SAMPLES =
  process.env.UTVANDRING_SAMPLES ?? path.resolve(import.meta.dirname, "../../../../shared/samples");

const CHANGES = `"region";"tid";"statistikkvariabel";"Folkemengde 1. januar og endringer i kalenderåret, etter region, tid og statistikkvariabel"
"01 Østfold";"2001";"Folkemengde";1000
"01 Østfold";"2001";"Utflyttinger";30
"01 Østfold";"2002";"Folkemengde";1020
"01 Østfold";"2002";"Utflyttinger";20
"01 Østfold";"2003";"Folkemengde";1040
"01 Østfold";"2003";"Utflyttinger";25
"02 Akershus";"2001";"Folkemengde";3000
"02 Akershus";"2001";"Utflyttinger";60
"02 Akershus";"2002";"Folkemengde";3100
"02 Akershus";"2002";"Utflyttinger";50
"02 Akershus";"2003";"Folkemengde";3200
"02 Akershus";"2003";"Utflyttinger";55
`;

const citizens = (name, numbers) =>
  numbers
    .map((n, at) => `"${name}";"${2007 + Math.floor(at / 4)}K${(at % 4) + 1}";${n}\n`)
    .join("");

const MOVES = `"11327: Flyttingar, etter statsborgerskap, kvartal og statistikkvariabel"

"statsborgerskap";"kvartal";"Utvandring"
${citizens("Norge", [20, 10, 30, 15, 22, 12, 33, 18, 9])}${citizens("Polen", [4, 3, 6, 2, 5, 4, 7, 3, 1])}`;

const PEOPLE = `"10211: Befolkning, etter alder, kjønn, år og statistikkvariabel"

"alder";"kjønn";"år";"Personer"
"0 år";"Begge kjønn";"2007";4000
"0 år";"Begge kjønn";"2008";4100
"0 år";"Begge kjønn";"2009";4200
"1 år";"Begge kjønn";"2007";6000
"1 år";"Begge kjønn";"2008";6100
"1 år";"Begge kjønn";"2009";6200
`;

const sample = (name, content) => {
  const file = path.join(SAMPLES, name);
  return existsSync(file) ? file : { name: `${path.basename(name, path.extname(name))}.csv`, content };
};

const isReal = existsSync(path.join(SAMPLES, "ssb/folketall.csv"));

// What the visitor does, counted.
const steps = (visit) => {
  let count = 0;
  return {
    count: () => count,
    choose: async (selector, files) => {
      count += 1;
      await visit.choose(selector, files);
    },
    click: async (selector) => {
      count += 1;
      await (await visit.element(selector)).evaluate((button) => button.click());
    },
  };
};

// The rates by year as the page shows them, once its figure is there.
const ratesShown = async (visit) => {
  await visit.until(async () => (await visit.page.$("main canvas")) !== null, "there is a figure");
  const rows = await visit.rows("table.numbers");
  return rows;
};

const rateOf = async (visit, year) => {
  const { rows } = await visit.api("compute", { measure: "rate", by: ["year"], where: { year } });
  return rows[0];
};

export const tests = [
  {
    name: "population and changes by region become a rate figure in two steps",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const step = steps(visit);
      await step.choose("#files", [sample("ssb/folketall.csv", CHANGES)]);
      check.match(await visit.text("#import"), /folketall\.csv/);
      check.match(await visit.text("#import"), /Folketallet 1\. januar året etter/);
      await step.click("#import-use:not([disabled])");
      const rows = await ratesShown(visit);
      check.ok(step.count() <= 5);
      const year = isReal ? "1951" : "2001";
      const row = await rateOf(visit, year);
      check.ok(rows.some((cells) => cells[0] === year), "the year is in the table of the figure");
      // Summed from the raw file: out-migrations, and population on both 1 Januaries.
      const [events, first, second] = isReal ? [156287, 3280296, 3310821] : [90, 4000, 4120];
      check.equal(row.numerator, events);
      check.equal(row.denominator, (first + second) / 2);
    },
  },
  {
    name: "emigration by citizenship and quarter with a population file becomes a rate figure in three steps",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const step = steps(visit);
      await step.choose("#files", [sample("ssb/11327_TestExcel.xlsx", MOVES)]);
      check.match(await visit.text("#import"), /Kvartalene er lagt sammen til år/);
      check.match(await visit.text("#import"), /ikke folketall/);
      await step.choose("#import-add", [sample("ssb/10211_20230306-214644.csv", PEOPLE)]);
      await visit.until(
        async () => (await visit.text("#import")).includes("koblet på år"),
        "the files are matched",
      );
      await step.click("#import-use:not([disabled])");
      await ratesShown(visit);
      check.ok(step.count() <= 5);
      const row = await rateOf(visit, "2007");
      const [events, first, second] = isReal ? [22122, 4681134, 4737171] : [90, 10000, 10200];
      check.equal(row.numerator, events);
      check.equal(row.denominator, (first + second) / 2);
    },
  },
];
