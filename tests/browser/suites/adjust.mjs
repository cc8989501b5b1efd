// What a reader changes about a figure: its kind, what is shown of it, one year after another.

const ASKED = "v=2&lang=en&data=teaching&measure=rate&split=group";
const hash = (visit) => visit.page.evaluate(() => location.hash);

/** Choices of kinds with a question that each suits. */
const KINDS = {
  line: "measure=rate&by=year&split=group",
  bars: "measure=rate&by=group&split=education",
  stacked: "measure=destination_share&by=group&split=destination",
  dots: "measure=rate&by=origin&split=",
  slope: "measure=rate&by=period&split=group",
  heat: "measure=rate&by=year&split=age",
  flow: "measure=return_share&by=destination_kind&split=group",
  people: "measure=return_share&by=group&split=",
};

const unfolded = async (visit) => {
  await visit.element("details.adjust");
  await visit.page.$eval("details.adjust", (details) => (details.open = true));
};

/** The kinds that are offered. */
const offered = (visit) =>
  visit.page.$$eval("#kind option", (options) => options.map((option) => option.value));

export const tests = [
  {
    name: "every kind of figure can be chosen where it suits, is drawn, and has its numbers in a table",
    hash: `#/explore?${ASKED}&by=year`,
    shares: true,
    run: async (visit) => {
      for (const [kind, question] of Object.entries(KINDS)) {
        await visit.anew(`#/explore?v=2&lang=en&data=teaching&${question}`);
        await unfolded(visit);
        visit.check.ok((await offered(visit)).includes(kind), `${kind} is among ${await offered(visit)}`);
        await visit.page.select("#kind", kind);
        await visit.until(
          async () => (await visit.page.$eval("#kind", (select) => select.value)) === kind,
          `${kind} is chosen`,
        );
        await visit.element(".figure canvas");
        await visit.until(
          async () => (await visit.canvas(".figure canvas")).drawn > 0.01,
          `${kind} is drawn`,
        );
        visit.check.ok((await visit.rows("table.numbers")).length > 1, `${kind} has a table`);
        // Every mark is reached by the arrow keys and said.
        await visit.page.focus(".figure .canvas");
        await visit.page.keyboard.press("Home");
        await visit.until(
          async () => /\d/.test(await visit.page.$eval(".canvas [aria-live]", (said) => said.textContent)),
          `a mark of ${kind} is said`,
        );
        // And Enter opens the arithmetic of what it shows.
        await visit.page.keyboard.press("Enter");
        visit.check.match(await visit.text("dialog.arithmetic[open]"), /Sources/);
        await visit.page.keyboard.press("Escape");
        await visit.until(async () => !(await visit.page.$("dialog[open]")), "the dialog is closed");
      }
    },
  },
  {
    name: "the interval method is in the address, the table and the arithmetic",
    hash: `#/explore?v=2&lang=en&data=teaching&measure=destination_share&by=group&split=destination`,
    shares: true,
    run: async (visit) => {
      await unfolded(visit);
      await visit.element("table.numbers td");
      const cell = () => visit.page.$eval("table.numbers td", (td) => td.textContent);
      const wilson = await cell();
      const names = await visit.page.$$eval("#method option", (all) => all.map(({ value }) => value));
      visit.check.deepEqual(names, ["wilson", "clopper_pearson", "goodman"]);
      await visit.page.select("#method", "goodman");
      await visit.until(async () => (await cell()) !== wilson, "the interval is another one");
      visit.check.match(await hash(visit), /v=3&.*method=goodman/);
      await visit.page.$eval(".figure details.table", (details) => (details.open = true));
      visit.check.match(await visit.text(".figure details.table"), /Goodman/);
      const remarks = await visit.page.$$eval(".figure .for-readers", (all) =>
        all.map(({ textContent }) => textContent).join(" "),
      );
      visit.check.match(remarks, /Goodman.*\bat once for all 7\b/);
      await visit.page.$eval("table.numbers button.shown", (button) => button.click());
      visit.check.match(await visit.text("dialog.arithmetic[open]"), /Goodman/);
      // The dialog has the same choice, for this number alone.
      await visit.page.select("#arithmetic-method", "clopper_pearson");
      const told = () =>
        visit.page.$$eval("dialog.arithmetic[open] section", (all) =>
          all.map(({ innerText }) => innerText).join(" "),
        );
      await visit.until(
        async () => /Clopper/.test(await told()) && !/Goodman/.test(await told()),
        "the interval is told by the other method",
      );
      // The figure as a script asks for it has the same limits.
      const limits = await visit.page.evaluate(() =>
        window.utvandring
          .compute({ measure: "destination_share", by: ["group", "destination"], interval: "goodman" })
          .rows.slice(0, 1)
          .map(({ lower, upper }) => [lower, upper].map((end) => (100 * end).toFixed(2)).join("–")),
      );
      visit.check.ok((await cell()).includes(limits[0]), `${await cell()} has ${limits[0]}`);
    },
  },
  {
    name: "the years play one after another and stop at the last",
    hash: `#/explore?${ASKED}&by=age&at=2021`,
    shares: true,
    run: async (visit) => {
      await unfolded(visit);
      const seen = new Set();
      await (await visit.element("#play")).click();
      await visit.until(async () => {
        const year = new URLSearchParams((await hash(visit)).split("?")[1]).get("at");
        seen.add(year);
        return year === "2023";
      }, "the last year is reached");
      visit.check.ok(seen.has("2022"), [...seen].join(" "));
      await visit.until(
        async () => (await visit.page.$eval("#play", (button) => button.ariaPressed)) === "false",
        "it stops at the last year",
      );
      visit.check.match(await visit.text(".figure .sentence"), /\d/);
    },
  },
  {
    name: "a series can be put in focus or hidden, and the others keep their numbers",
    hash: `#/explore?${ASKED}&by=year`,
    shares: true,
    run: async (visit) => {
      await unfolded(visit);
      const all = await visit.rows("table.numbers");
      const codes = await visit.page.$$eval("#focus option", (options) => options.map((option) => option.value));
      visit.check.equal(codes.length, 6);
      const colours = async () => (await visit.canvas(".figure canvas")).colours;
      const before = await colours();
      await visit.page.select("#focus", codes[1]);
      await visit.until(async () => (await hash(visit)).includes(`focus=${codes[1]}`), "the focus");
      await visit.until(async () => (await colours()) !== before, "the others are grey");
      visit.check.deepEqual(await visit.rows("table.numbers"), all);
      await visit.page.$$eval(".adjust .series input", (boxes) => boxes[1].click());
      await visit.until(
        async () => (await visit.rows("table.numbers"))[0].length === all[0].length - 1,
        "the series is gone from the table too",
      );
      const left = await visit.rows("table.numbers");
      visit.check.deepEqual(left[1], all[1].filter((_, place) => place !== 2));
    },
  },
  {
    name: "rates become counts, and a linear axis a logarithmic one",
    hash: `#/explore?${ASKED}&by=year`,
    shares: true,
    run: async (visit) => {
      await unfolded(visit);
      await visit.page.select("#scale", "log");
      await visit.until(async () => (await hash(visit)).includes("scale=log"), "the axis");
      await visit.page.select("#show", "counts");
      await visit.until(async () => (await hash(visit)).includes("show=counts"), "the counts");
      const { rows } = await visit.api("compute", {
        measure: "emigrations",
        by: ["year", "group"],
        where: { year: ["2023"] },
      });
      const shown = () =>
        visit.page.$$eval("table.numbers tr:last-child td", (cells) => cells.map((cell) => Number(cell.dataset.value)));
      await visit.element("table.numbers td");
      await visit.until(
        async () => JSON.stringify((await shown()).toSorted()) === JSON.stringify(rows.map((row) => row.value).toSorted()),
        "the table has the counts",
      );
    },
  },
  {
    name: "small multiples share their axes or have their own",
    hash: `#/explore?${ASKED}&by=year`,
    shares: true,
    run: async (visit) => {
      await unfolded(visit);
      const dimensions = await visit.page.$$eval("#facets option", (options) => options.map((option) => option.value));
      visit.check.ok(dimensions.includes("group"), dimensions.join(" "));
      await visit.page.select("#facets", "group");
      await visit.until(async () => {
        await visit.unfoldTables();
        return (await visit.page.$$("table.numbers")).length === 5;
      }, "there is a panel for each group");
      await visit.page.select("#axes", "free");
      await visit.until(async () => (await hash(visit)).includes("axes=free"), "each has its own axis");
      visit.check.match(await visit.page.$eval(".figure", (figure) => figure.textContent), /scale/);
    },
  },
  {
    name: "high contrast reaches the page and the figure",
    hash: `#/explore?${ASKED}&by=year`,
    shares: true,
    run: async (visit) => {
      await visit.element(".figure canvas");
      await visit.page.select("#appearance", "contrast");
      await visit.until(
        async () => (await visit.canvas(".figure canvas")).background === "#000000",
        "the figure is drawn on black",
      );
      const ground = await visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      visit.check.equal(ground, "rgb(0, 0, 0)");
    },
  },
];
