// Analyses by the names of their methods, against the methods themselves on the parts of the rates.

const FIRST = "nb_two_immigrant_parents";
const LAST = "majority";

const compute = (visit, question) => visit.api("compute", question);
const of = (rows, code, dimension = "group") => rows.filter(({ key }) => key[dimension] === code);
const list = (rows, part) => rows.map((row) => row[part]).join(";");
const near = (visit, got, wanted, what) =>
  visit.check.ok(
    typeof got === "number" && Math.abs(got - wanted) <= 1e-10 * Math.max(Math.abs(wanted), 1e-12),
    `${what}: ${got} is not ${wanted}`,
  );

const strata = async (visit) =>
  (await compute(visit, { measure: "rate", by: ["group", "age"] })).rows;

const MEASURES = {
  dsr: async (visit) => {
    const rates = await strata(visit);
    const [own, standard] = [of(rates, FIRST), of(rates, LAST)];
    const wanted = await visit.api("calculate", {
      method: "dsr",
      events: list(own, "numerator"),
      exposure: list(own, "denominator"),
      weights: list(standard, "denominator"),
      per: 1,
    });
    const { rows, table } = await compute(visit, { measure: "dsr", by: ["group"], standard: LAST });
    const [row] = of(rows, FIRST);
    near(visit, row.value, wanted.rate, "rate");
    near(visit, row.lower, wanted.ff_lower, "lower");
    near(visit, row.upper, wanted.ff_upper, "upper");
    near(visit, row.details.crude, row.numerator / row.denominator, "crude");
    visit.check.equal(row.status, "ok");
    visit.check.ok(table.length > 0);
    // A group standardised to itself has the rate it has.
    const [itself] = of(rows, LAST);
    near(visit, itself.value, itself.details.crude, "itself");
  },
  smr: async (visit) => {
    const rates = await strata(visit);
    const [own, standard] = [of(rates, FIRST), of(rates, LAST)];
    const expected = own.reduce(
      (sum, row, age) => sum + (row.denominator * standard[age].numerator) / standard[age].denominator,
      0,
    );
    const { rows } = await compute(visit, { measure: "smr", by: ["group"], standard: [LAST] });
    const [row] = of(rows, FIRST);
    near(visit, row.denominator, expected, "expected");
    near(visit, row.value, row.numerator / expected, "ratio");
    visit.check.ok(row.lower < row.value && row.value < row.upper);
  },
  rate_ratio: async (visit) => {
    const rates = (await compute(visit, { measure: "rate", by: ["group"] })).rows;
    const [[one], [two]] = [of(rates, FIRST), of(rates, LAST)];
    const pairs = { x1: one.numerator, t1: one.denominator, x2: two.numerator, t2: two.denominator };
    const wanted = await visit.api("calculate", { method: "rate_ratio", ...pairs });
    const ask = (more) =>
      compute(visit, { measure: "rate_ratio", by: ["group"], reference: LAST, ...more });
    const { rows } = await ask({});
    visit.check.equal(of(rows, LAST).length, 0);
    const [row] = of(rows, FIRST);
    near(visit, row.value, wanted.ratio, "ratio");
    near(visit, row.lower, wanted.exact_lower, "lower");
    near(visit, row.upper, wanted.exact_upper, "upper");
    const [midp] = of((await ask({ interval: "midp" })).rows, FIRST);
    near(visit, midp.lower, wanted.midp_lower, "mid-P");
  },
  rate_diff: async (visit) => {
    const rates = (await compute(visit, { measure: "rate", by: ["group"] })).rows;
    const [[one], [two]] = [of(rates, FIRST), of(rates, LAST)];
    const pairs = { x1: one.numerator, t1: one.denominator, x2: two.numerator, t2: two.denominator };
    const wanted = await visit.api("calculate", { method: "rate_diff", per: 1, conf: 0.99, ...pairs });
    const { rows } = await compute(visit, {
      measure: "rate_diff",
      by: ["group"],
      reference: LAST,
      level: 0.99,
    });
    const [row] = of(rows, FIRST);
    near(visit, row.value, wanted.diff, "difference");
    near(visit, row.lower, wanted.mover_score_lower, "lower");
    near(visit, row.upper, wanted.mover_score_upper, "upper");
  },
  share_diff_newcombe: async (visit) => {
    const shares = (await compute(visit, { measure: "return_share", by: ["group"] })).rows;
    const [[one], [two]] = [of(shares, FIRST), of(shares, LAST)];
    const wanted = await visit.api("calculate", {
      method: "share_diff_newcombe",
      k1: one.numerator,
      n1: one.denominator,
      k2: two.numerator,
      n2: two.denominator,
    });
    const { rows } = await compute(visit, {
      measure: "share_diff_newcombe",
      of: "return_share",
      by: ["group"],
      reference: LAST,
    });
    const [row] = of(rows, FIRST);
    near(visit, row.value, wanted.diff, "difference");
    near(visit, row.lower, wanted.lower, "lower");
    near(visit, row.upper, wanted.upper, "upper");
  },
  share_goodman: async (visit) => {
    const by = ["group", "destination"];
    const shares = of((await compute(visit, { measure: "destination_share", by })).rows, FIRST);
    const counts = list(shares, "numerator");
    const wanted = await visit.api("calculate", { method: "share_goodman", counts });
    const rows = of((await compute(visit, { measure: "share_goodman", by })).rows, FIRST);
    const limits = wanted.lower.split(";").map(Number);
    rows.forEach((row, place) => near(visit, row.lower, limits[place], row.key.destination));
    near(visit, rows.reduce((sum, row) => sum + row.value, 0), 1, "all");
  },
  heterogeneity: async (visit) => {
    const rates = (await compute(visit, { measure: "rate", by: ["group"] })).rows;
    const wanted = await visit.api("calculate", {
      method: "heterogeneity",
      events: list(rates, "numerator"),
      exposure: list(rates, "denominator"),
    });
    const { rows } = await compute(visit, { measure: "heterogeneity", by: ["group"] });
    visit.check.equal(rows.length, 1);
    near(visit, rows[0].value, wanted.lr, "G²");
    visit.check.equal(rows[0].details.df, rates.length - 1);
    near(visit, rows[0].details.pearson, wanted.pearson, "X²");
  },
  kitagawa: async (visit) => {
    const rates = await strata(visit);
    const [one, two] = [of(rates, FIRST), of(rates, LAST)];
    const wanted = await visit.api("calculate", {
      method: "kitagawa",
      events1: list(one, "numerator"),
      exposure1: list(one, "denominator"),
      events2: list(two, "numerator"),
      exposure2: list(two, "denominator"),
      per: 1,
    });
    const { rows } = await compute(visit, {
      measure: "kitagawa",
      by: ["group"],
      group: FIRST,
      reference: LAST,
    });
    const part = (name) => of(rows, name, "part")[0].value;
    near(visit, part("composition_age"), wanted.comp_effect, "composition");
    near(visit, part("rates"), wanted.rate_effect, "rates");
    near(visit, part("rate1") - part("rate2"), part("gap"), "gap");
  },
  das_gupta_cross: async (visit) => {
    const { rows } = await compute(visit, {
      measure: "das_gupta_cross",
      by: ["group"],
      group: FIRST,
      reference: LAST,
      over: ["age", "education"],
    });
    const part = (name) => of(rows, name, "part")[0].value;
    const effects = part("composition_age") + part("composition_education") + part("rates");
    near(visit, effects, part("gap"), "the effects add up");
  },
  cumulative: async (visit) => {
    const rates = of(await strata(visit), FIRST);
    const sum = rates.reduce((sum, { numerator, denominator }) => sum + numerator / denominator, 0);
    const { rows } = await compute(visit, { measure: "cumulative", by: ["group"] });
    const [row] = of(rows, FIRST);
    near(visit, row.value, 1 - Math.exp(-sum), "chance");
    near(visit, row.details.expected_moves, sum, "moves");
  },
  cohorts: async (visit) => {
    const by = ["group", "age", "year"];
    const fields = of((await compute(visit, { measure: "rate", by })).rows, FIRST);
    const question = { measure: "cohorts", by: ["group"], width: 2, born: 1986 };
    const rows = of((await compute(visit, question)).rows, FIRST);
    visit.check.deepEqual([...new Set(rows.map(({ key }) => key.born))], ["1986-1987"]);
    let expected = 0;
    for (const [place, row] of rows.entries()) {
      visit.check.equal(row.key.age, String(18 + place));
      const own = fields.filter(
        ({ key }) => key.age === row.key.age && [1986, 1987].includes(key.year - key.age),
      );
      const sum = (part) => own.reduce((sum, field) => sum + field[part], 0);
      near(visit, row.value, sum("numerator") / sum("denominator"), `rate at ${row.key.age}`);
      expected += row.value;
      near(visit, row.details.chance, 1 - Math.exp(-expected), `chance at ${row.key.age}`);
    }
    visit.check.equal(rows.length, 18);
  },
  trend: async (visit) => {
    const by = ["group", "year"];
    const rates = of((await compute(visit, { measure: "rate", by })).rows, FIRST);
    const without = ["2020", "2021"];
    const used = rates.filter(({ key }) => !without.includes(key.year));
    const wanted = await visit.api("calculate", {
      method: "trend",
      years: used.map(({ key }) => key.year).join(";"),
      events: list(used, "numerator"),
      exposure: list(used, "denominator"),
    });
    const { rows } = await compute(visit, { measure: "trend", by: ["group"], without });
    const [row] = of(rows, FIRST);
    near(visit, row.value, wanted.apc, "change");
    near(visit, row.details.dispersion, wanted.dispersion, "dispersion");
    visit.check.equal(row.details.years, used.length);
  },
  funnel_rate: async (visit) => {
    const rates = (await compute(visit, { measure: "rate", by: ["origin"] })).rows;
    const sum = (part) => rates.reduce((sum, row) => sum + row[part], 0);
    const wanted = await visit.api("calculate", {
      method: "funnel_rate",
      observed: rates[0].numerator,
      exposure: rates[0].denominator,
      target_events: sum("numerator"),
      target_exposure: sum("denominator"),
      per: 1,
      level: 0.95,
    });
    const { rows } = await compute(visit, { measure: "funnel_rate", by: ["origin"] });
    near(visit, rows[0].lower, wanted.lower_rate, "lower");
    near(visit, rows[0].upper, wanted.upper_rate, "upper");
    near(visit, rows[0].details.target, wanted.target_rate, "target");
  },
  funnel_share: async (visit) => {
    const { rows } = await compute(visit, {
      measure: "funnel_share",
      of: "return_share",
      by: ["origin"],
    });
    visit.check.ok(rows.length > 4);
    rows.forEach(({ lower, upper, details }) =>
      visit.check.ok(lower <= details.target && details.target <= upper),
    );
  },
  unknown_bounds: async (visit) => {
    const by = ["group", "destination_kind"];
    const shares = of((await compute(visit, { measure: "destination_share", by })).rows, FIRST);
    const count = (kind) => of(shares, kind, "destination_kind")[0].numerator;
    const all = shares[0].denominator;
    const { rows } = await compute(visit, { measure: "unknown_bounds", by: ["group"], q: 0.25 });
    const [row] = of(rows, FIRST);
    near(visit, row.value, (count("origin") + count("unknown") / 4) / all, "value");
    near(visit, row.lower, count("origin") / all, "lowest");
    near(visit, row.upper, (count("origin") + count("unknown")) / all, "highest");
    near(visit, row.details.rebased, count("origin") / (all - count("unknown")), "re-based");
  },
  suppressed_rate: async (visit) => {
    const { rows } = await compute(visit, { measure: "suppressed_rate", by: ["group"] });
    const rates = (await compute(visit, { measure: "rate", by: ["group"] })).rows;
    rows.forEach((row, place) => {
      visit.check.equal(row.details.suppressed_cells, 0);
      near(visit, row.value, rates[place].value, row.key.group);
    });
  },
};

export const tests = [
  ...Object.entries(MEASURES).map(([measure, agrees]) => ({
    name: `compute ${measure} agrees with the method on the same parts`,
    shares: true,
    run: agrees,
  })),
  {
    name: "an analysis that lacks something says what",
    shares: true,
    run: async (visit) => {
      const message = (question) =>
        visit.page.evaluate((question) => {
          try {
            window.utvandring.compute(question);
            return "";
          } catch (error) {
            return error.message;
          }
        }, question);
      const by = ["group"];
      visit.check.match(await message({ measure: "rate_ratio", by }), /needs reference/);
      visit.check.match(await message({ measure: "rate_ratio", reference: LAST }), /needs by/);
      visit.check.match(
        await message({ measure: "rate_ratio", by, reference: "nobody" }),
        /no group has the key "nobody"/,
      );
      visit.check.match(await message({ measure: "share_diff_newcombe", by, reference: LAST }), /needs of/);
      visit.check.match(await message({ measure: "dsr", by, interval: "wilson" }), /fay_feuer, dobson_byar/);
      visit.check.match(await message({ measure: "unknown_bounds", by, q: 2 }), /expected 0 to 1/);
      visit.check.match(await message({ measure: "rate", by, over: "age" }), /over belongs to/);
      visit.check.match(await message({ measure: "nothing", by }), /dsr/);
    },
  },
];
