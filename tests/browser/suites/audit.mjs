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
    run: async (visit) => {
      const { findings, tally } = await verdicts(visit);
      visit.check.equal(findings.length, 406);
      visit.check.equal(tally.differs, undefined, JSON.stringify(tally));
      visit.check.ok(tally.holds > 360);
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
    name: "what is printed is found again in report-2026",
    hash: "#/about",
    run: async (visit) => {
      await visit.page.evaluate(() => window.utvandring.use("report-2026"));
      const { findings, tally } = await verdicts(visit);
      visit.check.equal(tally.differs, undefined);
      const finding = findings.find(({ id }) => id === "F138");
      visit.check.deepEqual([finding.printed, finding.verdict], ["43%", "holds"]);
    },
  },
];
