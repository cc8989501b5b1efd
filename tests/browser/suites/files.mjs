// The visitor's own files: opened as a whole, or refused with every problem and nothing lost.

const OWN = "group;year;emigrations;person_years\nnord;2001;3;12,5\nsør;2001;1;10\nsør;2002;4;20\n";
const BAD = "group,year,emigrations\na,2000,-3\nb,20x0,1.5\na,2001,7\na,2001,8\n";

export const tests = [
  {
    name: "a contract CSV opened through the file input replaces the data",
    hash: "#/data",
    run: async (visit) => {
      await visit.choose("#files", [{ name: "mine-tall.csv", content: OWN }]);
      await visit.until(
        async () => (await visit.text(".said")).includes("mine-tall"),
        "the file is said to be open",
      );
      const tables = await visit.api("tables");
      visit.check.deepEqual(tables.map((table) => [table.name, table.rows]), [["mine-tall", 3]]);
      const { rows } = await visit.api("compute", { measure: "rate", by: ["group"] });
      visit.check.deepEqual(rows.map((row) => [row.key.group, row.value]), [
        ["nord", 3 / 12.5],
        ["sør", 5 / 30],
      ]);
      await visit.page.evaluate(() => (location.hash = "#/explore?v=1&measure=rate&by=group&split="));
      const shown = await visit.rows("table.numbers");
      visit.check.deepEqual(shown.slice(1).map((row) => row[0]), ["nord", "sør"]);
    },
  },
  {
    name: "a dropped file opens too",
    hash: "#/report",
    run: async (visit) => {
      await visit.drop("main", [{ name: "sluppet.csv", content: OWN }]);
      await visit.until(
        async () => (await visit.api("tables"))[0].name === "sluppet",
        "the dropped file is open",
      );
    },
  },
  {
    name: "a bad file is refused with all its problems and the open data stay",
    hash: "#/data",
    run: async (visit) => {
      const before = await visit.api("tables");
      await visit.choose("#files", [{ name: "feil.csv", content: BAD }]);
      const rows = await visit.rows("#problems table");
      visit.check.deepEqual(
        rows.slice(1).map((row) => row.slice(0, 2)),
        [
          ["feil.csv, linje 2, kolonne «emigrations»", "-3"],
          ["feil.csv, linje 3, kolonne «year»", "20x0"],
          ["feil.csv, linje 3, kolonne «emigrations»", "1.5"],
          ["feil.csv, linje 5", "a, 2001"],
        ],
      );
      rows.slice(1).forEach((row) => visit.check.ok(row[2] && row[3], "expected and remedy"));
      visit.check.deepEqual(await visit.api("tables"), before);
    },
  },
  {
    name: "the API opens files whole or throws with the problems",
    run: async (visit) => {
      const result = await visit.page.evaluate(async (bad) => {
        const { utvandring } = window;
        const before = JSON.stringify(utvandring.tables());
        const error = await utvandring
          .open([{ name: "feil.csv", blob: new Blob([bad]) }])
          .catch((error) => error);
        const kept = JSON.stringify(utvandring.tables()) === before;
        const opened = await utvandring.open(new File(["sex,emigrations\nf,2\nm,3\n"], "to.csv"));
        return { isError: error instanceof Error, problems: error.problems, kept, opened };
      }, BAD);
      visit.check.ok(result.isError && result.kept);
      visit.check.equal(result.problems.length, 4);
      const [first] = result.problems;
      visit.check.deepEqual([first.file, first.line, first.column, first.found], ["feil.csv", 2, "emigrations", "-3"]);
      visit.check.ok(first.expected && first.remedy && first.message);
      visit.check.deepEqual(result.opened, {
        tables: [
          { name: "to", rows: 2, dimensions: [{ name: "sex", values: ["f", "m"] }], measures: ["emigrations"] },
        ],
        problems: [],
      });
    },
  },
  {
    name: "markup in a file is shown as text",
    hash: "#/explore?data=teaching",
    run: async (visit) => {
      const content = 'group,emigrations\n"<img src=x onerror=alert(1)>",3\nb,4\n';
      await visit.page.evaluate(
        (content) => window.utvandring.open(new File([content], "<b>x</b>.csv")),
        content,
      );
      await visit.until(
        () => visit.page.evaluate(() => location.hash.includes("measure=emigrations")),
        "the page asks what the file can answer",
      );
      await visit.page.evaluate(() => (location.hash = "#/explore?v=1&measure=emigrations&by=group&split="));
      await visit.until(
        async () => (await visit.rows("table.numbers")).flat().join().includes("<img src=x"),
        "the code is in the table",
      );
      visit.check.equal(await visit.page.$("main img"), null);
    },
  },
  {
    name: "a publisher's replaced table shows the new numbers without a compiler",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const url = await visit.replaced("data/teaching/by_year.csv", (text) =>
        text.replace(/^majority,2000,\d+,/m, "majority,2000,9999,"),
      );
      await visit.open("#/report", { url });
      const { rows } = await visit.api("compute", {
        measure: "emigrations",
        by: ["year"],
        where: { group: "majority", year: 2000 },
      });
      visit.check.equal(rows[0].value, 9999);
      await visit.element("#fig1 table");
      const first = await visit.page.$eval(
        "#fig1 table",
        (table) => [...table.tBodies[0].rows[0].cells].at(-1).dataset.value,
      );
      visit.check.equal(first, "9999");
    },
  },
];
