// Typed-in numbers go through the same methods, and the address holds them.

const results = (visit) => visit.rows("table.results");

export const tests = [
  {
    name: "a rate with its interval from a link, in Norwegian numbers",
    hash: "#/calculator?v=1&kind=rate&events=12&exposure=3400&level=95",
    shares: true,
    run: async (visit) => {
      const [, first] = await results(visit);
      const api = await visit.api("calculate", { method: "rate_ci_garwood", events: 12, exposure: 3400 });
      visit.check.ok(Math.abs(api.rate - (1000 * 12) / 3400) < 1e-12);
      const shown = (value) => value.toFixed(2).replace(".", ",");
      // The same in per cent, as the figures have it.
      const percent = (100 * api.rate / 1000).toFixed(3).replace(".", ",");
      visit.check.equal(first[1], `${shown(api.rate)}= ${percent}\u202f%`);
      visit.check.equal(first[2], `${shown(api.lower)} til ${shown(api.upper)}`);
    },
  },
  {
    name: "typing changes the result and the address, and a reload keeps both",
    hash: "#/calculator?kind=share",
    shares: true,
    run: async (visit) => {
      const input = await visit.element("#input-k");
      await input.evaluate((input) => input.select());
      await input.type("50");
      await visit.until(async () => (await results(visit))[1]?.[1] === "50,0\u202f%", "half");
      await visit.reload();
      await visit.until(async () => (await results(visit))[1]?.[1] === "50,0\u202f%", "half again");
      visit.check.match(await visit.page.evaluate(() => location.hash), /k=50/);
    },
  },
  {
    name: "a number that reads in two ways is asked about",
    hash: "#/calculator?kind=rate&events=3&exposure=1.234",
    shares: true,
    run: async (visit) => {
      await visit.until(
        async () => (await visit.text(".calculator [role=status]")).includes("to måter"),
        "the question is asked",
      );
      visit.check.equal(await visit.page.$("table.results"), null);
    },
  },
  {
    name: "no events in the reference group gives no ratio and no infinity",
    hash: "#/calculator?lang=en&kind=two_rates&x1=3&t1=100&x2=0&t2=100",
    shares: true,
    run: async (visit) => {
      const rows = await results(visit);
      visit.check.doesNotMatch(rows.flat().join(" "), /NaN|Infinity|∞/);
      visit.check.match(rows[1][2], /no upper limit/);
    },
  },
  {
    name: "a pasted table gives a standardised rate",
    hash: "#/calculator?kind=standardised&strata=10%091000%09500%0A20%091500%09700",
    shares: true,
    run: async (visit) => {
      const { rate } = await visit.api("calculate", {
        method: "dsr",
        events: "10;20",
        exposure: "1000;1500",
        weights: "500;700",
      });
      await visit.element("table.results");
      const raw = await visit.page.$eval("table.results [data-value]", (cell) => Number(cell.dataset.value));
      visit.check.equal(raw, rate);
    },
  },
  {
    name: "spaces within pasted numbers stay in them",
    hash: `#/calculator?kind=standardised&strata=${encodeURIComponent("10\t1 000\t500\n20\t1 500,5\t700")}`,
    shares: true,
    run: async (visit) => {
      const { rate } = await visit.api("calculate", {
        method: "dsr",
        events: "10;20",
        exposure: "1000;1500.5",
        weights: "500;700",
      });
      await visit.element("table.results");
      const raw = await visit.page.$eval("table.results [data-value]", (cell) => Number(cell.dataset.value));
      visit.check.equal(raw, rate);
    },
  },
  {
    name: "a column that is missing is told with its line",
    hash: `#/calculator?kind=standardised&strata=${encodeURIComponent("10\t1 000\n20\t1 500")}`,
    shares: true,
    run: async (visit) => {
      await visit.until(
        async () => (await visit.text(".calculator [role=status]")).includes("Linje 1 har 2 tall"),
        "the line is named",
      );
      visit.check.equal(await visit.page.$("table.results"), null);
    },
  },
  {
    name: "numbers that cannot go together are told in words",
    hash: "#/calculator?kind=share&k=11&n=10",
    shares: true,
    run: async (visit) => {
      const rows = await results(visit);
      visit.check.match(rows[1][1], /en del er ikke større enn det hele/);
    },
  },
  {
    name: "what is typed badly is told with its field",
    hash: `#/calculator?lang=en&kind=rate&events=3&exposure=${encodeURIComponent("1 23")}`,
    shares: true,
    run: async (visit) => {
      await visit.until(
        async () => /Person-years: .1 23. is not a number/.test(await visit.text(".calculator [role=status]")),
        "the field is named",
      );
    },
  },
  {
    name: "many events show digits enough for their limits to differ",
    hash: "#/calculator?lang=en&kind=rate&events=10,000,000&exposure=1,000,000,000",
    shares: true,
    run: async (visit) => {
      const [, first] = await results(visit);
      visit.check.match(first[1], /^10\.000/);
      visit.check.equal(first[2], "9.994 to 10.006");
    },
  },
];
