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

// Some forty megabytes of a table as PxWeb writes it, with made-up numbers, and its sums by year.
function makeLarge() {
  const sums = new Map();
  const lines = ['"Utvandring og folkemengde, etter region, alder, år og statistikkvariabel"', ""];
  lines.push('"region";"alder";"år";"statistikkvariabel";"Utvandring og folkemengde"');
  for (let row = 0; row < 300_000; row += 1) {
    const region = Math.floor(row / 600);
    const age = Math.floor(row / 6) % 100;
    const year = 2001 + (row % 6);
    const [events, people] = [(row * 7919) % 10, 100 + ((row * 104_729) % 900)];
    const key = `"${1000 + region} Kommune nummer ${region} med langt navn";"${age} år";"${year}"`;
    lines.push(`${key};"Utvandring";${events}`, `${key};"Folkemengde";${people}`);
    const sum = sums.get(year) ?? { events: 0, people: 0 };
    sums.set(year, { events: sum.events + events, people: sum.people + people });
  }
  return { name: "stor.csv", content: `${lines.join("\n")}\n`, sums };
}

// Made once: making it takes as long as a start of the page.
let made;
const large = () => (made ??= makeLarge());

// The large file is on the desk, is used, and gives its rates.
async function useLarge(visit, sums) {
  await (await visit.element("#import-use:not([disabled])")).evaluate((button) => button.click());
  await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the data are open");
  for (let year = 2001; year < 2006; year += 1) {
    const row = await rateOf(visit, String(year));
    const people = (sums.get(year).people + sums.get(year + 1).people) / 2;
    visit.check.deepEqual([row.numerator, row.denominator], [sums.get(year).events, people], String(year));
  }
}

export const tests = [
  {
    name: "a large foreign file is read by a worker while the page answers, and every number is there",
    needs: ["files in workers"],
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => {
        window.told = 0;
        window.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            // How far it is, and what came of it.
            this.addEventListener("message", () => (window.told += 1));
          }
        };
      });
      const { sums, ...file } = large();
      await visit.page.evaluate(() => {
        // What the page shows of the course, and that it takes a step of its own meanwhile.
        window.shown = [];
        window.answered = 0;
        new MutationObserver(() => {
          const section = document.querySelector(".opening");
          if (section) {
            window.shown.push(section.textContent);
            setTimeout(() => {
              window.answered += document.querySelector(".opening") ? 1 : 0;
            });
          }
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      await visit.choose("#files", [file]);
      await visit.until(() => visit.page.$("#import"), "the file is on the desk", 90_000);
      visit.check.match(await visit.text("#import"), /stor\.csv/);
      const { shown, answered, told } = await visit.page.evaluate(() => ({
        shown: window.shown.join(" "),
        answered: window.answered,
        told: window.told,
      }));
      visit.check.ok(told > 5, "a worker has read it");
      visit.check.ok(answered > 0, "the page answers while the worker works");
      visit.check.match(shown, /Filen leses: stor\.csv/);
      visit.check.match(shown, /Tabellene blir lest: stor\.csv/);
      visit.check.equal(await visit.page.$(".opening"), null);
      await useLarge(visit, sums);
      await visit.until(async () => (await visit.page.workers()).length === 0, "the workers have ended");
    },
  },
  {
    name: "a large foreign file gives the same numbers where there are no workers",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => delete window.Worker);
      const { sums, ...file } = large();
      await visit.choose("#files", [file]);
      await useLarge(visit, sums);
    },
  },
  {
    name: "a large foreign file gives the same numbers where workers fail",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => {
        window.Worker = class {
          postMessage() {
            setTimeout(() => this.onerror?.(new Event("error")));
          }
          terminate() {}
        };
      });
      const { sums, ...file } = large();
      await visit.choose("#files", [file]);
      await useLarge(visit, sums);
    },
  },
  {
    name: "cancelling a foreign file leaves what was open, what lay on the desk, and no worker",
    needs: ["files in workers"],
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const before = await visit.api("tables");
      const { sums, ...file } = large();
      await visit.page.evaluate(() => {
        const cancel = () => {
          const button = document.querySelector(".opening button");
          if (button) {
            window.cancelled = (window.cancelled ?? 0) + 1;
            button.click();
          }
        };
        window.observer = new MutationObserver(cancel);
        window.observer.observe(document.body, { childList: true, subtree: true });
      });
      const isCancelled = async () => (await visit.text(".said")).includes("avbrutt");
      await visit.choose("#files", [file]);
      await visit.until(isCancelled, "it is said that opening was cancelled");
      check.equal(await visit.page.$("#import"), null);
      check.equal(await visit.page.$(".opening"), null);
      check.deepEqual(await visit.api("tables"), before);
      await visit.until(async () => (await visit.page.workers()).length === 0, "the workers have ended");
      // Beside a file that lies there already: that one stays, and so does what was chosen for it.
      await visit.choose("#files", [{ name: "endringer.csv", content: CHANGES }]);
      await visit.element("#import-card-1");
      await visit.page.select("#import-0-dimension-0", "");
      await visit.until(async () => (await visit.rows("#import-card-1 table"))[0].length === 4, "the column is gone");
      await visit.choose("#import-add", [file]);
      await visit.until(isCancelled, "it is said that opening was cancelled");
      check.equal(await visit.page.evaluate(() => window.cancelled), 2);
      await visit.page.evaluate(() => window.observer.disconnect());
      check.equal(await visit.page.$("#import-card-2"), null);
      await visit.page.select("#import-0-scale-0", "1000");
      const first = async () => (await visit.rows("#import-card-1 table"))[1];
      await visit.until(async () => (await first())[1] === "4000000", "the next choice is made beside the first");
      check.deepEqual(await first(), ["2001", "4000000", "90", "4120000"]);
    },
  },
  {
    name: "a worker that breaks down in the middle refuses the file and leaves the page as it was",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => {
        window.Worker = class {
          #sent = 0;
          postMessage(message) {
            this.#sent += 1;
            const data = this.#sent === 1 ? [] : [message[1][0], null, true];
            setTimeout(() => this.onmessage?.(new MessageEvent("message", { data })));
          }
          terminate() {}
        };
      });
      const before = await visit.api("tables");
      await visit.choose("#files", [{ name: "endringer.csv", content: CHANGES }]);
      const rows = await visit.rows("#problems table");
      visit.check.equal(rows.length, 2);
      visit.check.equal(rows[1][0], "endringer.csv");
      visit.check.match(rows[1][2], /minnet/);
      visit.check.deepEqual(await visit.api("tables"), before);
    },
  },
  {
    name: "a foreign file too large for memory is refused with the size that would do",
    hash: "#/data?lang=en",
    run: async (visit) => {
      await visit.page.evaluate(() => {
        const block = new Blob(["a;2001;1\n".repeat(100_000)]);
        const count = Math.ceil(400e6 / block.size);
        const file = new File(["region;år;Utvandring\n", ...Array(count).fill(block)], "svaer.csv");
        const transfer = new DataTransfer();
        transfer.items.add(file);
        const input = document.querySelector("#files");
        input.files = transfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
      const rows = await visit.rows("#problems table");
      visit.check.match(rows[1][0], /svaer\.csv/);
      visit.check.equal(rows[1][1], "400 MB");
      visit.check.match(rows[1][2], /at most 268 MB/);
    },
  },
  {
    name: "a script is told what files mean, answers what is asked, and opens them",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const made = await visit.page.evaluate(async (text) => {
        const file = new File([text], "ordning.csv");
        const understood = await utvandring.understand(file);
        const before = utvandring.tables();
        const refused = await utvandring.open(file).catch((error) => ({
          isError: error instanceof Error,
          questions: error.questions,
          problems: error.problems,
          message: error.message,
        }));
        const kept = utvandring.tables();
        const sum = async (answers) => {
          const { tables } = await utvandring.open(file, { answers });
          const { rows } = utvandring.compute({ measure: "emigrations", by: ["year"] });
          return [tables[0].name, rows.map((row) => row.value)];
        };
        const added = await sum({ "0.take.1": "sum" });
        const one = await sum({ "0.take.1": "1" });
        const mapping = "dimension,code,group,value\nordning,,ordning,x\n";
        const mapped = await utvandring.understand(file, { mapping });
        const bad = await utvandring.understand(new File(["%PDF-1.7"], "a.pdf")).catch((error) => error.problems);
        return { understood, before, refused, kept, added, one, mapped, bad };
      }, "region;ordning;år;Utvandring\nA;x;2020;1\nA;y;2020;2\nB;x;2020;3\nB;y;2020;4\n");
      check.equal(made.understood.ready, false);
      check.deepEqual(made.understood.questions.map(({ id }) => id), ["0.take.1"]);
      check.deepEqual(
        made.understood.questions[0].choices.map(({ value }) => value),
        ["sum", "0", "1"],
      );
      const [table] = made.understood.tables;
      check.deepEqual(
        table.dimensions.map(({ name, label, additive, values }) => [name, label, additive, values]),
        [
          ["region", "region", "parts", ["A", "B"]],
          ["ordning", "ordning", "unknown", ["x", "y"]],
          ["year", "år", "parts", ["2020"]],
        ],
      );
      check.deepEqual(table.measures, [{ name: "emigrations", label: "Utvandring", unit: null, scale: 1 }]);
      check.ok(made.refused.isError);
      check.deepEqual(made.refused.questions, made.understood.questions);
      check.deepEqual(made.refused.problems, []);
      check.match(made.refused.message, /“ordning”/);
      check.deepEqual(made.kept, made.before);
      check.deepEqual(made.added, ["emigrations", [10]]);
      check.deepEqual(made.one, ["emigrations", [6]]);
      check.equal(made.mapped.ready, true);
      check.equal(made.bad.length, 1);
    },
  },
  {
    name: "what a file leaves open is asked on the page, and the figure waits for the answer",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      const content = "region,year,Emigrations,Population\nA,2003,30,1000\nA,2004,30,2000\nA,2005,30,4000\n";
      await visit.choose("#files", [{ name: "people.csv", content }]);
      check.match(await visit.text("#import-story"), /people\.csv har .* for 2003–2005/);
      check.match(await visit.text("#import-questions"), /Hvilken dag er «Population» talt/);
      check.equal(await visit.page.$("#import-use:not([disabled])"), null);
      await visit.page.select("#ask-0-measure-1", "population_dec31");
      await visit.until(async () => (await visit.page.$("#import-questions")) === null, "nothing is asked any more");
      await (await visit.element("#import-use:not([disabled])")).evaluate((button) => button.click());
      await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the data are open");
      check.equal((await rateOf(visit, "2004")).value, 0.02);
    },
  },
  {
    name: "a saved package offers its choices for the files of the next year",
    hash: "#/data",
    run: async (visit) => {
      const { check } = visit;
      await visit.choose("#files", [{ name: "endringer.csv", content: CHANGES }]);
      await visit.element("#import-0-dimension-0");
      await visit.page.select("#import-0-dimension-0", "");
      await visit.until(async () => (await visit.rows("#import-card-1 table"))[0].length === 4, "the column is gone");
      await (await visit.element("#import-use:not([disabled])")).evaluate((button) => button.click());
      await visit.until(async () => (await visit.api("tables"))[0].name === "rates", "the data are open");
      await visit.until(
        () => visit.page.evaluate(() => location.hash.startsWith("#/explore")),
        "the page has gone on to the figure",
      );
      await visit.page.evaluate(() => (location.hash = "#/data"));
      await visit.element(".again");
      check.match(await visit.page.$eval(".again details", (list) => list.textContent), /region: Utelates/);
      const next = CHANGES.replaceAll("2003", "2004").replaceAll("2002", "2003").replaceAll("2001", "2002");
      await visit.choose("#again", [{ name: "neste.csv", content: next }]);
      check.match(await visit.text("#import-card-0"), /4 kolonner har fått betydning/);
      check.deepEqual((await visit.rows("#import-card-1 table"))[1], ["2002", "4000", "90", "4120"]);
    },
  },
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
        const saved = new Promise((resolve) => {
          HTMLAnchorElement.prototype.click = function () {
            name = this.download;
            resolve();
          };
        });
        document.getElementById("import-save").click();
        await saved;
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
      await visit.element("#import-0-dimension-0");
      const result = "#import-card-1 table";
      check.deepEqual((await visit.rows(result))[0], [
        "Region",
        "År",
        "Folkemengde 1. januar",
        "Utflyttinger",
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
        "Moves out",
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
