// The audit: every claim of the report, held against the open data.

async function verdicts(visit) {
  const findings = await visit.api("audit");
  const tally = {};
  findings.forEach(({ verdict }) => (tally[verdict] = (tally[verdict] ?? 0) + 1));
  return { findings, tally };
}

export const tests = [
  {
    name: "on the teaching package every checkable claim holds",
    hash: "#/audit",
    shares: true,
    run: async (visit) => {
      const { findings, tally } = await verdicts(visit);
      visit.check.equal(findings.length, 406);
      visit.check.equal(tally.differs, undefined, JSON.stringify(tally));
      visit.check.ok(tally.holds > 360);
      await visit.element("tr[data-verdict]");
      const rows = await visit.page.$$eval("tr[data-verdict]", (all) =>
        all.map((row) => [row.id, row.dataset.verdict]),
      );
      visit.check.deepEqual(
        Object.fromEntries(rows),
        Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict])),
      );
    },
  },
  {
    name: "the main findings follow the open data, each with its figure",
    hash: "#/report",
    shares: true,
    run: async (visit) => {
      const sentences = () =>
        visit.page.$$eval("#findings li", (items) => items.map((item) => item.textContent));
      await (await visit.element("#findings")).evaluate((findings) => (findings.open = true));
      await visit.until(async () => (await sentences()).length > 10, "the findings are there");
      const before = await sentences();
      visit.check.ok(before.every((sentence) => /Figur \d+$/.test(sentence)));
      visit.check.match(before.join(" "), /322\u202f602/);
      visit.turnsTo("report-2026");
      await visit.page.evaluate(() => window.utvandring.use("report-2026"));
      await visit.until(async () => (await sentences()).length < 6, "fewer findings from printed numbers");
    },
  },
  {
    name: "what is printed is found again in report-2026",
    hash: "#/about",
    shares: true,
    run: async (visit) => {
      visit.turnsTo("report-2026");
      await visit.page.evaluate(() => window.utvandring.use("report-2026"));
      const { findings, tally } = await verdicts(visit);
      visit.check.equal(tally.differs, undefined);
      const finding = findings.find(({ id }) => id === "F138");
      visit.check.deepEqual([finding.printed, finding.verdict], ["43%", "holds"]);
    },
  },
];
