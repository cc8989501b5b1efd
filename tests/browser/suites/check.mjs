// A claim that a reader puts together is held against the open data: on the page, in its address, in its picture
// and from scripts.
const CLAIM = "form=compare&measure=rate&of=country&a=no&b=se&way=less&year=2015";

const readings = (visit) =>
  visit.page.$$eval(".readings tbody tr", (rows) =>
    rows.map((row) => [row.dataset.verdict, ...[...row.cells].map(({ textContent }) => textContent.trim())]),
  );

export const tests = [
  {
    name: "a claim is put together by keyboard, and its verdict, numbers and readings follow",
    hash: "#/check?lang=en&data=europe",
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      const choose = async (name, value) => {
        const field = await visit.element(`#claim-${name}`);
        await field.focus();
        await page.select(`#claim-${name}`, value);
        await visit.until(
          async () => (await page.$eval(`#claim-${name}`, (select) => select.value)) === value,
          `${name} is ${value}`,
        );
      };
      await choose("measure", "rate");
      await choose("a", "lu");
      await choose("b", "sk");
      await choose("year", "2019");
      check.equal(
        await visit.text(".check h2"),
        "The emigration rate was higher in Luxembourg than in Slovakia in 2019.",
      );
      check.match(await visit.text(".check .answer"), /^The claim holds: 2\.51% against 0\.06%\.$/);
      await choose("way", "less");
      check.match(await visit.text(".check .answer"), /^The claim does not hold: 2\.51% against 0\.06%\.$/);
      check.match(await page.evaluate(() => location.hash), /^#\/check\?.*a=lu.*way=less/);
      // The numbers open their arithmetic by keyboard.
      await (await visit.element(".check .answer .shown")).focus();
      await page.keyboard.press("Enter");
      await visit.element("dialog.arithmetic[open]");
      check.match(await visit.text("dialog.arithmetic"), /Luxembourg/);
      await page.keyboard.press("Escape");
      // A reload restores the whole check.
      const before = await readings(visit);
      await visit.reload();
      await visit.element(".readings");
      check.deepEqual(await readings(visit), before);
    },
  },
  {
    name: "a check says in how many readings the claim holds, and headlines its picture with it",
    hash: `#/check?lang=en&data=europe&${CLAIM}`,
    shares: true,
    run: async (visit) => {
      const { check } = visit;
      await visit.drawn("#check");
      const rows = await readings(visit);
      const of = (verdict) => rows.filter(([found]) => found === verdict).length;
      check.ok(of("holds") > 0 && of("differs") > 0 && of("not_computable") > 0, JSON.stringify(rows));
      check.ok(
        (await visit.text(".check")).includes(
          `The claim holds in ${of("holds")} of ${of("holds") + of("differs")} readings`,
        ),
      );
      check.match(await visit.text(".check .quiet"), /The difference may be chance/);
      const told = await visit.page.evaluate(() => document.querySelector("#check").textContent);
      check.match(told, /The claim holds: 0\.56% against 0\.57%/);
    },
  },
  {
    name: "scripts check a claim, and get what the page shows",
    hash: `#/check?lang=en&data=europe&${CLAIM}`,
    shares: true,
    run: async (visit) => {
      const { check } = visit;
      await visit.element(".readings");
      const claim = Object.fromEntries(new URLSearchParams(CLAIM));
      const found = await visit.api("check", { ...claim, year: 2015 }, { lang: "en" });
      check.equal(found.claim, await visit.text(".check h2"));
      check.deepEqual([found.verdict, found.holds_in, found.of], ["holds", 5, 9]);
      const rows = await readings(visit);
      check.deepEqual(
        found.readings.map(({ verdict, reading, computed_text }) => [verdict, reading, computed_text]),
        rows.map(([verdict, reading, numbers]) => [verdict, reading, numbers]),
      );
      const { rows: rates } = await visit.api("compute", {
        measure: "rate",
        by: ["country"],
        where: { country: ["no", "se"], year: [2015] },
      });
      const rate = (country) => rates.find(({ key }) => key.country === country).value;
      for (const [at, country] of ["no", "se"].entries()) {
        check.ok(Math.abs(found.values[at] - 100 * rate(country)) < 1e-9, String(found.values));
      }
      const wrong = (claim) => visit.api("check", claim).then(() => "nothing", String);
      check.match(await wrong({ form: "compare", colour: "red" }), /found "colour", which this claim has no use for/);
      const nowhere = await wrong({ form: "compare", of: "country", a: "atlantis" });
      check.match(nowhere, /found a "atlantis", expected one of/);
      check.match(await wrong({ form: "bound", of: "" }), /Type a number|Skriv et tall/);
      await visit.anew(found.address);
      await visit.element(".readings");
      check.deepEqual(await readings(visit), rows);
    },
  },
];
