// Files of many megabytes: read in slices beside the page, with the same numbers as any other file.

const GROUPS = ["nord", "sør", '"aust, ""indre""\nog ytre"', "vest"];
const ROWS = 260_000;

/** About 20 MB; what its sums are is known from the making. */
function makeLarge() {
  const sums = new Map();
  // Each municipality has a hundred ages and eight years.
  const lines = ["group,municipality,age,year,emigrations,person_years,population_jan1"];
  for (let row = 0; row < ROWS; row += 1) {
    const place = Math.floor(row / 800);
    const group = GROUPS[place % GROUPS.length];
    const year = 2000 + (row % 8);
    const emigrations = (row * 7919) % 100;
    const personYears = ((row * 104_729) % 2000) / 2 + 0.5;
    const code = `kommune ${place} i et langt navn som gjør filen stor`;
    lines.push(`${group},${code},${(row >> 3) % 100},${year},${emigrations},${personYears.toFixed(1)},${emigrations + 10}`);
    const key = `${group.replace(/^"|"$/g, "").replaceAll('""', '"')} ${year}`;
    const [events, exposure] = sums.get(key) ?? [0, 0];
    sums.set(key, [events + emigrations, exposure + personYears]);
  }
  return { content: `${lines.join("\r\n")}\r\n`, sums };
}

// Made once: making it takes as long as a start of the page.
let made;
const large = () => (made ??= makeLarge());

const isSaid = (visit, what) => async () => (await visit.text(".said")).includes(what);

/** The numbers of the large file are open, all of them. */
async function checkNumbers(visit, sums) {
  const [table] = await visit.api("tables");
  visit.check.deepEqual([table.name, table.rows], ["stor", ROWS]);
  visit.check.deepEqual(
    table.dimensions.map(({ name, values }) => [name, values.length]),
    [["group", 4], ["municipality", ROWS / 800], ["age", 100], ["year", 8]],
  );
  const { rows } = await visit.api("compute", {
    measure: "rate",
    by: ["group", "year"],
    denominator: "person_years",
  });
  visit.check.equal(rows.length, sums.size);
  for (const { key, numerator, denominator } of rows) {
    visit.check.deepEqual([numerator, denominator], sums.get(`${key.group} ${key.year}`), key.group);
  }
}

/** Opens the large file through the file input and checks its numbers. */
async function openAndCheck(visit) {
  const { content, sums } = large();
  await visit.choose("#files", [{ name: "stor.csv", content }]);
  await visit.until(isSaid(visit, "stor"), "the file is said to be open");
  await checkNumbers(visit, sums);
}

export const tests = [
  {
    name: "a large file is read by workers and every number of it is there",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => {
        window.workers = 0;
        window.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            window.workers += 1;
          }
        };
      });
      await openAndCheck(visit);
      visit.check.ok(await visit.page.evaluate(() => window.workers > 0), "workers have read it");
      visit.check.equal(await visit.page.$(".opening"), null);
    },
  },
  {
    name: "workers wait for who takes hold of the control for files, and for nobody else",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => {
        window.workers = { started: 0, ended: 0 };
        window.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            window.workers.started += 1;
          }
          terminate() {
            window.workers.ended += 1;
            super.terminate();
          }
        };
        // The window that a system shows to choose a file would stay open.
        addEventListener("click", (event) => event.target.id === "files" && event.preventDefault(), true);
      });
      const workers = () => visit.page.evaluate(() => window.workers);
      visit.check.deepEqual(await workers(), { started: 0, ended: 0 });
      await visit.page.evaluate(() => document.querySelector('label[for="files"]').click());
      await visit.until(async () => (await workers()).started > 0, "workers are there");
      const { started, ended } = await workers();
      visit.check.equal(ended, 0);
      // What they read to rehearse is in no table.
      await openAndCheck(visit);
      // One more has found how the table adds up.
      const all = started + 1;
      visit.check.deepEqual(await workers(), { started: all, ended: all });
    },
  },
  {
    name: "a large file gives the same numbers where there are no workers",
    opens: false,
    run: async (visit) => {
      await visit.openWith("#/data", () => delete window.Worker);
      await openAndCheck(visit);
    },
  },
  {
    name: "a large file gives the same numbers where workers fail",
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
      await openAndCheck(visit);
    },
  },
  {
    name: "cancelling leaves what was open, and no worker",
    hash: "#/data",
    run: async (visit) => {
      const before = await visit.api("tables");
      await visit.page.evaluate(() => {
        const cancel = () => {
          const button = document.querySelector(".opening button");
          if (button) {
            window.cancelledAt = performance.now();
            button.click();
          }
        };
        new MutationObserver(cancel).observe(document.body, { childList: true, subtree: true });
      });
      await visit.choose("#files", [{ name: "stor.csv", content: large().content }]);
      await visit.until(isSaid(visit, "avbrutt"), "it is said that opening was cancelled");
      visit.check.ok(await visit.page.evaluate(() => window.cancelledAt > 0));
      visit.check.equal(await visit.page.$(".opening"), null);
      visit.check.deepEqual(await visit.api("tables"), before);
      await visit.until(async () => (await visit.page.workers()).length === 0, "the workers have ended");
    },
  },
  {
    name: "a fault in a large file is told with its line and the open data stay",
    hash: "#/data",
    run: async (visit) => {
      const before = await visit.api("tables");
      const lines = large().content.split("\r\n");
      const at = lines.findLastIndex((line) => line.startsWith("vest,"));
      lines[at] = lines[at].replace(/,\d+,([\d.]+),(\d+)$/, ",mange,$1,$2");
      await visit.choose("#files", [{ name: "stor.csv", content: lines.join("\r\n") }]);
      const rows = await visit.rows("#problems table");
      const line = lines.slice(0, at).join("\r\n").split("\n").length + 1;
      visit.check.deepEqual(
        rows.slice(1).map((row) => row.slice(0, 2)),
        [[`stor.csv, linje ${line}, kolonne «emigrations»`, "mange"]],
      );
      visit.check.deepEqual(await visit.api("tables"), before);
    },
  },
  {
    name: "a file too large for memory is refused with the size that would do",
    run: async (visit) => {
      const { refused, kept } = await visit.page.evaluate(async () => {
        const before = JSON.stringify(window.utvandring.tables());
        const rows = Array.from({ length: 40_000 }, (_, row) => `${row},${row % 7}\n`).join("");
        const block = new Blob([rows]);
        // As far as the page can see before it has read it: four thousand million bytes of rows.
        const count = Math.ceil(4e9 / block.size);
        const file = new File(["place,emigrations\n", ...Array(count).fill(block)], "svaer.csv");
        const error = await window.utvandring.open(file).catch((error) => error);
        return { refused: error.problems, kept: JSON.stringify(window.utvandring.tables()) === before };
      });
      visit.check.ok(kept);
      visit.check.equal(refused.length, 1);
      const [, limit] = /^at most (\d+) MB$/.exec(refused[0].expected);
      visit.check.ok(limit > 100 && limit < 3000, refused[0].expected);
    },
  },
];
