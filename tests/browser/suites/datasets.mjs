// Which data set is shown: the one that was asked for or none, and whose data they are.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { workbook, zip } from "../support/archive.mjs";
import { serve } from "../support/server.mjs";

const OWN = "group,year,emigrations,person_years\na,2021,12,1500.5\na,2022,15,1620\nb,2021,4,90\nb,2022,5,95\n";

const PAGES = ["report", "report/5", "explore", "analysis", "audit", "embed/fig5", "embed/explore"];

/** That the page tells why there are no data, and shows no number of other ones. */
async function isAbsent(visit, told) {
  await visit.until(
    async () => told.test(await visit.text(".absent").catch(() => "")),
    `it is told: ${told}`,
  );
  const numbers = "canvas, table.numbers, .sentence, .claims, .answer, .synthetic-line, .findings";
  visit.check.equal(await visit.page.$(numbers), null);
}

/** What a function of the API throws. */
const thrown = (visit, name, ...given) => visit.api(name, ...given).then(() => "nothing", String);

const chosen = (visit) => visit.page.$eval("#dataset", (select) => select.value);

/** A copy of the site with other packages in the list; `files` are written below `data/`. */
async function publishing(visit, packages, files = {}) {
  const url = await visit.replaced("data/index.json", (text) => {
    const index = JSON.parse(text);
    return JSON.stringify({ packages: packages(index.packages) });
  });
  const data = path.join(visit.temporary.at(-1), "site/data");
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(data, name)), { recursive: true });
    await writeFile(path.join(data, name), content);
  }
  return url;
}

const described = (name, more = {}) =>
  JSON.stringify({
    name,
    titles: { nb: `Pakken ${name}`, en: `Package ${name}` },
    resources: [{ name: "tall", path: "tall.csv" }],
    ...more,
  });

const listed = (name, more = {}) => ({ name, path: `${name}/datapackage.json`, ...more });

async function openOwn(visit, name) {
  await visit.choose("#files", [{ name: `${name}.csv`, content: OWN }]);
  // An address that waits for the file has its name in the list already.
  await visit.until(() => visit.page.$(".own-line"), "the file is open");
  visit.check.equal(await chosen(visit), `~${name}`);
}

export const tests = [
  {
    name: "a data set that is not here is told in its place on every page, and no other one is shown",
    hash: "#/report?lang=en",
    run: async (visit) => {
      await visit.open("#/report?v=2&lang=en&data=nowhere");
      for (const page of PAGES) {
        await visit.turn(`#/${page}?v=2&lang=en&data=nowhere`);
        await isAbsent(visit, /“nowhere” cannot be shown/);
        visit.check.match(await visit.page.evaluate(() => location.hash), /data=nowhere/);
        visit.check.match(await thrown(visit, "compute", { measure: "rate", by: ["year"] }), /nowhere/);
        visit.check.match(await thrown(visit, "figure", "fig1"), /nowhere/);
        visit.check.match(await thrown(visit, "tables"), /nowhere/);
      }
      // The same for an address that is followed while another one is open.
      await visit.turn("#/explore?lang=en&data=teaching");
      await visit.element(".explore canvas");
      await visit.page.evaluate(() => (location.hash = "#/explore?lang=en&data=~gone"));
      await isAbsent(visit, /“gone” cannot be shown/);
      visit.check.equal(await chosen(visit), "~gone");
      await visit.page.select("#dataset", "teaching");
      await visit.element(".explore canvas");
      visit.check.equal(await visit.page.$(".absent"), null);
    },
  },
  {
    name: "a listed package that cannot be had says what is wrong, and everything else works",
    places: ["site"],
    run: async (visit) => {
      visit.expect(/404|not found|Not Found/);
      const wrong = "group,year,emigrations\na,20x0,3\n";
      const add = (packages) => [
        ...packages.map(({ claims, ...kept }) => ({ ...kept, ...(claims && { claims: "gone/facts.csv" }) })),
        listed("gone"),
        listed("wrong"),
        listed("later", { lazy: true }),
      ];
      const files = { "wrong/datapackage.json": described("wrong"), "wrong/tall.csv": wrong };
      const url = await publishing(visit, add, files);
      const at = (hash) => visit.open(hash, { url });
      await at("#/report?lang=en");
      await visit.element("#fig1 canvas");
      for (const [name, told] of [["gone", /404/], ["later", /404/], ["wrong", /tall\.csv.*2/s]]) {
        await at(`#/report?lang=en&data=${name}`);
        for (const page of PAGES) {
          await visit.turn(`#/${page}?lang=en&data=${name}`);
          await isAbsent(visit, told);
        }
        visit.check.match(await thrown(visit, "figure", "fig1"), told);
      }
      visit.turnsTo("report-2026");
      await at("#/audit?lang=en&data=report-2026");
      await visit.until(async () => /claims could not be read/.test(await visit.text(".absent")), "it is told");
      await at("#/explore?lang=en&data=report-2026");
      await visit.element(".explore .figure");
      visit.check.equal(await visit.page.$(".absent"), null);
      visit.startedWith = undefined;
    },
  },
  {
    name: "when the first package is broken, it is told and the others can be read",
    places: ["site"],
    run: async (visit) => {
      const url = await visit.replaced("data/norway/nation.csv", () => "year,emigrations\n20x0,3\n");
      await visit.open("#/?lang=en", { url });
      await isAbsent(visit, /nation\.csv/);
      await visit.open("#/explore?lang=en&data=report-2026", { url });
      await visit.element(".explore .figure");
      visit.check.equal(await chosen(visit), "report-2026");
    },
  },
  {
    name: "a list with one name for two packages is refused with both places",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      // Firefox tells of an error without what it says.
      visit.expect(/packages\[\d+\]|JSHandle@error/);
      const url = await publishing(visit, (packages) => [...packages, listed("teaching")]);
      await visit.page.goto(url);
      await visit.until(() => visit.page.$eval("#stopped", (stopped) => !stopped.hidden), "it is told");
      visit.check.match(await visit.text("#stopped"), /"teaching" is the name of packages\[3\] already/);
    },
  },
  {
    name: "each package brings claims of its own, over dimensions of its own",
    places: ["site"],
    run: async (visit) => {
      const { page, check } = visit;
      const head =
        "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note,nb,nn,en,arithmetic";
      const claims = [
        head,
        "C1,text,emigrations,count,region=north vs region=south,greater_than,,,emigrations,ordering,,,,More from north.,",
        "C2,text,emigrations,count,region=south;year=2021,eq,9,0,emigrations,exact,,,,Nine from the south.,",
      ].join("\n");
      const files = {
        "mine/datapackage.json": described("mine"),
        "mine/tall.csv": "region,year,emigrations\nnorth,2020,30\nnorth,2021,40\nsouth,2020,5\nsouth,2021,6\n",
        "mine/claims.csv": claims,
      };
      const add = (packages) => [...packages, listed("mine", { claims: "mine/claims.csv" })];
      const url = await publishing(visit, add, files);
      await visit.open("#/audit?lang=en&data=mine", { url });
      await visit.element("table.claims");
      const found = () =>
        page.$$eval("table.claims tbody tr", (rows) => rows.map(({ id, dataset }) => [id, dataset.verdict]));
      check.deepEqual(await found(), [["C1", "holds"], ["C2", "differs"]]);
      const links = await page.$$eval(".top nav a", (all) => all.map(({ hash }) => hash.split("?")[0]));
      check.ok(links.includes("#/audit"), String(links));
      check.deepEqual((await visit.api("audit")).map(({ id }) => id), ["C1", "C2"]);
      // Those of the report stay with the data of the report.
      visit.turnsTo("report-2026");
      await page.select("#dataset", "report-2026");
      await visit.until(async () => (await found()).length > 400, "the claims of the report are there");
    },
  },
  {
    name: "without any package the page waits for files",
    places: ["site"],
    run: async (visit) => {
      const url = await publishing(visit, () => []);
      await visit.open("#/explore?lang=en", { url });
      await isAbsent(visit, /No data are open/);
      await openOwn(visit, "mine");
      await visit.element(".explore canvas");
    },
  },
  {
    name: "the list of packages names them and says that they are made up, whatever they say themselves",
    places: ["site"],
    run: async (visit) => {
      const add = (packages) => [...packages, listed("county", { synthetic: true, titles: { nn: "Fylket" } })];
      const files = { "county/datapackage.json": described("teaching"), "county/tall.csv": OWN };
      const url = await publishing(visit, add, files);
      await visit.open("#/explore?data=county&lang=en", { url });
      await visit.element(".explore canvas");
      visit.check.equal(await chosen(visit), "county");
      visit.check.match(await visit.page.evaluate(() => location.hash), /data=county/);
      const line = await visit.text(".synthetic-line");
      visit.check.match(line, /Synthetic data: Package teaching/);
      visit.check.doesNotMatch(line, /report|totals/);
      const svg = await visit.page.evaluate(async () => {
        const blob = await window.utvandring.figure({ measure: "rate", by: "year" }, { lang: "en" });
        return blob.text();
      });
      visit.check.match(svg, /Synthetic data: Package teaching/);
      await visit.page.evaluate(() => window.utvandring.use("teaching"));
      await visit.until(async () => (await chosen(visit)) === "teaching", "the published one is in use");
      // It is fetched when it is wanted.
      visit.startedWith = visit.seen();
      visit.check.match(await visit.text(".synthetic-line"), /^Synthetic teaching data /);
      visit.check.match(
        await visit.page.$eval('#dataset option[value="county"]', (option) => option.textContent),
        /Package teaching/,
      );
    },
  },
  {
    name: "a kept site without a network tells which data it does not have",
    places: ["site"],
    hash: "#/data",
    run: async (visit) => {
      visit.expect(/Failed to (load|fetch)|NetworkError|ERR_|sw\.js|404|Not Found|not found/);
      const copy = path.join(await visit.temporaryFolder(), "site");
      await cp(visit.folder, copy, { recursive: true });
      const index = { packages: [listed("teaching", { default: true }), listed("later", { lazy: true })] };
      await writeFile(path.join(copy, "data/index.json"), JSON.stringify(index));
      // Packages that the site was built with may have been taken away.
      await rm(path.join(copy, "data/report-2026"), { recursive: true });
      const server = await serve(copy);
      visit.servers.push(server);
      const { url } = server;
      await visit.open("#/data", { url });
      await (await visit.element('[data-along="keep"]')).click();
      await visit.until(async () => (await visit.text(".said")).includes("virker uten nett"), "it is kept");
      await server.close();
      await visit.page.goto("about:blank");
      await visit.open("#/report?lang=en&data=later", { url });
      for (const page of PAGES) {
        await visit.turn(`#/${page}?lang=en&data=later`);
        await isAbsent(visit, /“later” cannot be shown/);
      }
      await visit.open("#/report", { url });
      await visit.element("#fig1 canvas");
      visit.startedWith = undefined;
    },
  },
  {
    name: "own data that call themselves published ones stay beside them and say so everywhere",
    hash: "#/data?lang=en",
    run: async (visit) => {
      await openOwn(visit, "teaching");
      const options = await visit.page.$$eval("#dataset option", (all) => all.map(({ value }) => value));
      visit.check.deepEqual(options, ["norway", "norway-age", "europe", "teaching", "report-2026", "~teaching"]);
      await visit.page.evaluate(() => (location.hash = "#/explore?lang=en&measure=emigrations&by=year&split=group"));
      await visit.element(".explore canvas");
      visit.check.match(await visit.text(".own-line"), /^Own data: teaching /);
      visit.check.match(await visit.page.evaluate(() => location.hash), /data=~teaching/);
      visit.check.equal(await visit.page.$('.explore [data-share="#embed"]'), null);
      const svg = await visit.page.evaluate(async () => (await window.utvandring.figure("fig1", { lang: "en" })).text());
      visit.check.match(svg, /Own data: teaching/);
      await visit.page.evaluate(() => (location.hash = "#/audit?lang=en"));
      visit.check.match(await visit.text(".own-audit"), /not against data from the publisher/);
      for (const embed of ["fig1", "explore"]) {
        await visit.page.evaluate((embed) => (location.hash = `#/embed/${embed}?lang=en`), embed);
        await isAbsent(visit, /published data can be embedded/);
      }
      // An address of theirs leads nobody to the published ones, and the other way round.
      await visit.open("#/explore?lang=en&data=~teaching");
      await isAbsent(visit, /“teaching” cannot be shown/);
      await openOwn(visit, "teaching");
      await visit.page.evaluate(() => window.utvandring.use("teaching"));
      await visit.until(async () => (await chosen(visit)) === "teaching", "the published one is in use");
      // It is fetched when it is wanted.
      visit.startedWith = visit.seen();
      visit.check.equal(await visit.page.$(".own-line"), null);
      visit.check.equal((await visit.api("tables")).length > 1, true);
      await visit.page.evaluate(() => window.utvandring.use("~teaching"));
      await visit.until(async () => (await chosen(visit)) === "~teaching", "the file is in use");
    },
  },
  {
    name: "a link to own data keeps its question when the file is opened",
    hash: "#/explore?v=2&lang=en&data=~mine&measure=emigrations&by=group&split=&year=2021",
    run: async (visit) => {
      await isAbsent(visit, /“mine” cannot be shown/);
      await openOwn(visit, "mine");
      await visit.element(".explore canvas");
      visit.check.match(await visit.page.evaluate(() => location.hash), /measure=emigrations&by=group&split=&year=2021$/);
      const rows = await visit.rows(".explore table.numbers");
      visit.check.deepEqual(rows.slice(1).map(([, count]) => count), ["12", "4"]);
    },
  },
  {
    name: "a workbook chosen with a contract table, or in an archive with one, is asked about",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const book = workbook([["region", "year", "people"], ["north", 2021, 12], ["south", 2021, 4]]);
      const table = { name: "mine.csv", content: OWN };
      const described = JSON.stringify({ name: "p", resources: [{ name: "mine", path: "mine.csv" }] });
      const packed = zip([["datapackage.json", described], ["mine.csv", OWN]]);
      const chosenTogether = [
        [{ name: "book.xlsx", content: book }, table],
        [{ name: "both.zip", content: zip([["book.xlsx", book], ["mine.csv", OWN]]) }],
        [{ name: "a.xlsx", content: book }, { name: "b.xlsx", content: book }],
        [{ name: "book.xlsx", content: book }, { name: "p.zip", content: packed }],
      ];
      for (const files of chosenTogether) {
        await visit.open("#/data?lang=en");
        await visit.choose("#files", files);
        const names = files.map(({ name }) => name).join(" + ");
        await visit.until(
          () => visit.page.$("#import .card, #problems"),
          `${names} is understood or refused`,
        );
        const { rows } = await visit.api("compute", { measure: "emigrations", by: [] });
        visit.check.ok(rows[0].value > 0, `${names} leaves the open data as they were`);
      }
    },
  },
];
