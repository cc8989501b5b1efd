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
  {
    name: "the result is saved as a zip that opens identically through the file input",
    hash: "#/data",
    run: async (visit) => {
      const { check, page } = visit;
      await visit.choose("#files", [{ name: "utvandring.csv", content: MOVES }]);
      await visit.choose("#import-add", [{ name: "befolkning.csv", content: PEOPLE }]);
      await visit.until(
        async () => (await visit.text("#import")).includes("koblet på år"),
        "the files are matched",
      );
      const base64 = await page.evaluate(async () => {
        const { click } = HTMLAnchorElement.prototype;
        const { createObjectURL } = URL;
        let blob;
        let name;
        URL.createObjectURL = (given) => createObjectURL.call(URL, (blob = given));
        HTMLAnchorElement.prototype.click = function () {
          name = this.download;
        };
        document.getElementById("import-save").click();
        HTMLAnchorElement.prototype.click = click;
        URL.createObjectURL = createObjectURL;
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return { name, text: btoa(String.fromCharCode(...bytes)) };
      });
      check.equal(base64.name, "utvandring.zip");
      await (await visit.element("#import-use:not([disabled])")).evaluate((button) => button.click());
      await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the data are open");
      const tables = await visit.api("tables");
      const question = { measure: "rate", by: ["year"] };
      const answer = await visit.api("compute", question);
      await page.evaluate(() => window.utvandring.use("teaching"));
      check.notDeepEqual(await visit.api("tables"), tables);
      await page.evaluate(() => (location.hash = "#/data"));
      const zip = { name: base64.name, content: Buffer.from(base64.text, "base64") };
      await visit.choose("#files", [zip]);
      await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the zip is open");
      check.deepEqual(await visit.api("tables"), tables);
      check.deepEqual(await visit.api("compute", question), answer);
    },
  },
  {
    name: "an ambiguous number is asked about before anything can be used",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const { check } = visit;
      const content = "region;år;Utvandring;Folkemengde\na;2001;1.234;50.000\na;2002;2.345;51.000\n";
      await visit.choose("#files", [{ name: "uklar.csv", content }]);
      await visit.element("#import-use[disabled]");
      const select = await visit.element("#import-0-reading");
      const options = await select.evaluate((select) => [...select.options].map((o) => [o.value, o.text]));
      check.equal(options.length, 3);
      const [whole] = options.find(([, text]) => /1.?234/.test(text.split(" is ")[1] ?? "") && !text.endsWith("1.234"));
      await visit.page.select("#import-0-reading", whole);
      await (await visit.element("#import-use:not([disabled])")).evaluate((button) => button.click());
      await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the data are open");
      const row = await rateOf(visit, "2001");
      check.deepEqual([row.numerator, row.denominator], [1234, 50500]);
    },
  },
  {
    name: "a meaning can be changed and the preview follows; another language keeps it",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      await visit.choose("#files", [{ name: "endringer.csv", content: CHANGES }]);
      const result = "#import-card-1 table";
      check.deepEqual((await visit.rows(result))[0], [
        "Region",
        "År",
        "Folkemengde 1. januar",
        "Utvandringer",
        "Folkemengde 31. desember",
      ]);
      await visit.page.select("#import-0-dimension-0", "");
      await visit.until(async () => (await visit.rows(result))[0].length === 4, "the column is gone");
      check.deepEqual((await visit.rows(result))[1], ["2001", "4000", "90", "4120"]);
      await visit.page.evaluate(() => (location.hash = "#/data?lang=en"));
      await visit.until(
        async () => (await visit.text("#import h2")).includes("From your file"),
        "the words are English",
      );
      check.deepEqual((await visit.rows(result))[0], [
        "Year",
        "Population on 1 January",
        "Emigrations",
        "Population on 31 December",
      ]);
    },
  },
  {
    name: "a file nobody understands is refused with what was expected",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const before = await visit.api("tables");
      await visit.choose("#files", [{ name: "tekst.csv", content: "Dette er bare litt tekst.\nOg litt til.\n" }]);
      const rows = await visit.rows("#problems table");
      check.equal(rows.length, 2);
      check.ok(rows[1][0].startsWith("tekst.csv") && rows[1][2] && rows[1][3]);
      check.deepEqual(await visit.api("tables"), before);
    },
  },
];
