// The page that compares and explains: its numbers, its arithmetic, its address.

const FIRST = "nb_two_immigrant_parents";
const at = (query, lang = "en") => `#/analysis?lang=${lang}&data=teaching&${query}`;

/** The unrounded values of the first table, line by line; null for a cell of words. */
const values = async (visit) => {
  await visit.element(".analysis table.numbers");
  return visit.page.$$eval(".analysis table.numbers", ([table]) =>
    [...table.tBodies[0].rows].map((row) =>
      [...row.cells]
        .slice(1)
        .map((cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value))),
    ),
  );
};

const ask = async (visit, question) => (await visit.api("compute", question)).rows;
const list = (rows, part) => rows.map((row) => row[part]).join(";");
const of = (rows, group) => rows.filter(({ key }) => key.group === group);

const close = (visit, got, wanted) =>
  visit.check.ok(
    typeof wanted === "number" && Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted),
    `${got} is not ${wanted}`,
  );

/** Each kind with one number of its first line, computed another way. */
const KINDS = {
  cohorts: async (visit, rows) => {
    // The fourth line is of those born in 1985 to 1989, who are all observed from 18 to 34.
    const by = ["group", "age", "year"];
    const fields = of(await ask(visit, { measure: "rate", by }), FIRST);
    let expected = 0;
    for (let age = 18; age <= 34; age += 1) {
      const own = fields.filter(({ key }) => {
        const born = key.year - key.age;
        return key.age === String(age) && 1985 <= born && born <= 1989;
      });
      const sum = (part) => own.reduce((all, row) => all + row[part], 0);
      expected += sum("numerator") / sum("denominator");
    }
    close(visit, rows[3][1], 1 - Math.exp(-expected));
  },
  lexis: async (visit, [[youngest]]) => {
    const rates = await ask(visit, { measure: "rate", by: ["group", "age", "year"], denominator: "mid_year" });
    const own = of(rates, FIRST).filter(({ key }) => key.age === "18");
    const sum = (part) => own.reduce((all, row) => all + row[part], 0);
    close(visit, youngest, sum("numerator") / sum("denominator"));
  },
  comparison: async (visit, [[, , ratio]]) => {
    const rates = await ask(visit, { measure: "rate", by: ["group"] });
    const [[one], [two]] = [of(rates, FIRST), of(rates, "majority")];
    const found = await visit.api("calculate", {
      method: "rate_ratio",
      x1: one.numerator,
      t1: one.denominator,
      x2: two.numerator,
      t2: two.denominator,
    });
    close(visit, ratio, found.ratio);
  },
  standardised: async (visit, [[, , direct]]) => {
    const rates = await ask(visit, { measure: "rate", by: ["group", "age"] });
    const own = of(rates, FIRST);
    const weights = own.map(({ key }) =>
      rates.filter((row) => row.key.age === key.age).reduce((sum, row) => sum + row.denominator, 0),
    );
    const found = await visit.api("calculate", {
      method: "dsr",
      events: list(own, "numerator"),
      exposure: list(own, "denominator"),
      weights: weights.join(";"),
      per: 1,
    });
    close(visit, direct, found.rate);
  },
  decomposition: async (visit, [[second], [composition], [rates], [first]]) => {
    const all = await ask(visit, { measure: "rate", by: ["group", "age"] });
    const [one, two] = [of(all, FIRST), of(all, "majority")];
    const found = await visit.api("calculate", {
      method: "kitagawa",
      events1: list(one, "numerator"),
      exposure1: list(one, "denominator"),
      events2: list(two, "numerator"),
      exposure2: list(two, "denominator"),
      per: 1,
    });
    close(visit, composition, found.comp_effect);
    close(visit, rates, found.rate_effect);
    close(visit, second + composition + rates, first);
  },
  over_time: async (visit, [[first], [composition], [rates], [last]]) => {
    const all = await ask(visit, { measure: "rate", by: ["year", "group"] });
    const [one, two] = ["2023", "2000"].map((year) => all.filter(({ key }) => key.year === year));
    const found = await visit.api("calculate", {
      method: "kitagawa",
      events1: list(one, "numerator"),
      exposure1: list(one, "denominator"),
      events2: list(two, "numerator"),
      exposure2: list(two, "denominator"),
      per: 1,
    });
    close(visit, composition, found.comp_effect);
    close(visit, rates, found.rate_effect);
    visit.check.ok(composition > 0 && rates < 0 && last > first, "the whole rises while its parts fall");
  },
  chance: async (visit, [[chance]]) => {
    const rates = of(await ask(visit, { measure: "rate", by: ["group", "age"] }), FIRST);
    const sum = rates.reduce((sum, { numerator, denominator }) => sum + numerator / denominator, 0);
    visit.check.equal(rates.length, 18);
    close(visit, chance, 1 - Math.exp(-sum));
  },
  trend: async (visit, [[change]]) => {
    const rates = of(await ask(visit, { measure: "rate", by: ["group", "year"] }), FIRST);
    const found = await visit.api("calculate", {
      method: "trend",
      years: rates.map(({ key }) => key.year).join(";"),
      events: list(rates, "numerator"),
      exposure: list(rates, "denominator"),
    });
    close(visit, change, found.apc);
  },
  unknown: async (visit, [[share]]) => {
    const by = ["group", "destination_kind"];
    const shares = of(await ask(visit, { measure: "destination_share", by }), FIRST);
    const count = (kind) => shares.find(({ key }) => key.destination_kind === kind).numerator;
    close(visit, share, (count("origin") + count("unknown") / 2) / shares[0].denominator);
  },
  funnel: async (visit, lines) => {
    const rates = await ask(visit, { measure: "rate", by: ["origin"] });
    visit.check.equal(lines.length, rates.length + 1);
    close(visit, lines[0][0], rates[0].numerator / rates[0].denominator);
    const sum = (part) => rates.reduce((sum, row) => sum + row[part], 0);
    close(visit, lines.at(-1)[0], sum("numerator") / sum("denominator"));
    visit.check.match(await visit.text(".analysis"), /should not be ranked/);
  },
  return_curve: async (visit, lines) => {
    const by = ["group", "years_since"];
    const curve = of(await ask(visit, { measure: "return_curve", by }), FIRST);
    visit.check.equal(lines.length, curve.length, "a line a year");
    curve.forEach(({ numerator, denominator }, year) =>
      close(visit, lines[year][0], numerator / denominator),
    );
  },
  destinations: async (visit, lines) => {
    const by = ["group", "destination"];
    const shares = of(await ask(visit, { measure: "destination_share", by }), FIRST);
    const all = shares.reduce((sum, row) => sum + row.numerator, 0);
    lines.forEach(([, share], place) => close(visit, share, shares[place].numerator / all));
  },
};

export const tests = [
  ...Object.entries(KINDS).map(([kind, agrees]) => ({
    name: `${kind}: the number of the page is that of another way to compute it`,
    hash: at(`kind=${kind}`),
    shares: true,
    run: async (visit) => {
      await agrees(visit, await values(visit));
      for (const lang of ["en", "nn", "nb"]) {
        await visit.turn(at(`kind=${kind}`, lang));
        await visit.element(".analysis table.numbers");
        const text = await visit.text(".analysis");
        visit.check.doesNotMatch(text, /NaN|Infinity|undefined|∞/);
        visit.check.ok((await visit.text(".analysis .answer")).length > 20);
        // The figure of the same numbers is walked with the keyboard.
        await visit.drawn(".analysis .canvas");
        await visit.page.focus(".analysis .canvas");
        await visit.page.keyboard.press("Home");
        await visit.until(
          async () => /\d/.test(await visit.text(".analysis .canvas [aria-live]")),
          "a mark is read out",
        );
        // Enter opens what the mark shows.
        await visit.page.keyboard.press("Enter");
        const told = await visit.text("dialog.arithmetic[open]");
        visit.check.ok(told.length > 200, `${kind}: ${told}`);
        await visit.page.keyboard.press("Escape");
        await visit.until(async () => !(await visit.page.$("dialog[open]")), "the dialog is closed");
        await visit.page.focus(".analysis .canvas");
        await visit.page.keyboard.press("Escape");
        await visit.until(
          async () => (await visit.text(".analysis .canvas [aria-live]")).trim() === "",
          "Escape ends the walk",
        );
      }
    },
  })),
  {
    name: "the arithmetic opens with the keyboard, holds the number, and Esc gives the focus back",
    hash: at("kind=comparison"),
    shares: true,
    run: async (visit) => {
      const button = await visit.element(".analysis .shown");
      const shown = await button.evaluate((button) => button.innerText);
      await button.focus();
      await visit.page.keyboard.press("Enter");
      await visit.element("dialog.arithmetic[open]");
      const text = await visit.text("dialog.arithmetic");
      visit.check.ok(text.includes(shown), `${shown} in ${text}`);
      visit.check.match(text, /person-years/);
      const maths = await visit.page.$$eval("dialog math", (all) =>
        all.map((math) => [math.namespaceURI, math.textContent.length]),
      );
      visit.check.ok(maths.length >= 3);
      for (const [space, length] of maths) {
        visit.check.equal(space, "http://www.w3.org/1998/Math/MathML");
        visit.check.ok(length > 3);
      }
      // Behind the last button the focus is the browser's own, never the page behind the dialog.
      const isInside = () =>
        visit.page.evaluate(() => {
          const focused = document.activeElement;
          return focused === document.body || focused.closest("dialog") !== null;
        });
      for (let step = 0; step < 6; step += 1) {
        visit.check.ok(await isInside());
        await visit.page.keyboard.press("Tab");
      }
      await visit.page.keyboard.press("Escape");
      await visit.until(async () => !(await visit.page.$("dialog[open]")), "the dialog is closed");
      const focused = await visit.page.evaluate(() => document.activeElement.innerText);
      visit.check.equal(focused, shown);
    },
  },
  {
    name: "choices go to the address and come back from it",
    hash: at("kind=trend"),
    shares: true,
    run: async (visit) => {
      const before = await values(visit);
      await visit.element("#choice-years");
      await visit.page.select("#choice-years", "without_pandemic");
      await visit.until(
        async () => (await values(visit))[0][0] !== before[0][0],
        "the trend is another one without the pandemic",
      );
      const after = await values(visit);
      await visit.reload();
      await visit.until(
        async () => (await values(visit))[0][0] === after[0][0],
        "the reloaded page shows the same trend",
      );
      visit.check.match(
        await visit.page.evaluate(() => location.hash),
        /kind=trend&years=without_pandemic/,
      );
    },
  },
  {
    name: "the slider moves the share between its bounds",
    hash: at("kind=unknown&q=0"),
    shares: true,
    run: async (visit) => {
      const [[none]] = await values(visit);
      const slider = await visit.element("#choice-q");
      await slider.focus();
      await visit.page.keyboard.press("End");
      await visit.until(async () => (await values(visit))[0][0] > none, "the share has grown");
      const [[all]] = await values(visit);
      const by = ["group", "destination_kind"];
      const shares = of(await ask(visit, { measure: "destination_share", by }), FIRST);
      const unknown = shares.find(({ key }) => key.destination_kind === "unknown");
      close(visit, all - none, unknown.numerator / unknown.denominator);
    },
  },
];
