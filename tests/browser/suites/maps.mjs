// Maps: outlines on demand, every country by pointer and keys, the same numbers as in the table.
const MAP = "#/explore?lang=en&data=europe&measure=rate&by=country&split=&year=2015&kind=map";

const said = (visit) => visit.text(".explore [aria-live]");

export const tests = [
  {
    name: "a map of Europe is walked with arrow keys, and its numbers are those of the table",
    hash: MAP,
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      await visit.drawn(".explore");
      const { drawn } = await visit.canvas(".explore canvas");
      check.ok(drawn > 0.05, `${drawn} of the picture is drawn`);
      check.match(await visit.text(".explore .sentence"), /Luxembourg/);
      const [, ...rows] = await visit.rows(".explore table");
      check.equal(rows.length, 32);
      await (await visit.element(".explore canvas")).focus();
      const heard = new Set();
      for (let step = 0; step < rows.length; step += 1) {
        await page.keyboard.press("ArrowRight");
        heard.add(await page.$eval(".explore .figure", (figure) => figure.textContent));
      }
      const all = [...heard].join(" ");
      for (const [country, rate] of rows) {
        check.ok(all.includes(country), country);
        check.ok(rate.includes("%"), `${country}: ${rate}`);
      }
      const { rows: found } = await visit.api("compute", { measure: "rate", by: ["country"], where: { year: [2015] } });
      check.equal(found.length, rows.length);
    },
  },
  {
    name: "lines from one country to its destinations are an option of the map, kept in its address",
    hash: "#/explore?lang=en&data=norway-age&measure=emigrations&by=destination&split=&kind=map&year=2024",
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      await visit.drawn(".explore");
      const pixels = () => page.$eval(".explore canvas", (canvas) => canvas.toDataURL());
      const before = await pixels();
      await (await visit.element(".adjust")).evaluate((details) => (details.open = true));
      const select = await visit.element("#from");
      check.deepEqual(await select.$$eval("option", (all) => all.map(({ text }) => text)), ["No lines", "Norway"]);
      await select.select("no");
      await visit.until(async () => /from=no/.test(await page.evaluate(() => location.hash)), "the address has them");
      await visit.until(async () => (await pixels()) !== before, "they are drawn");
      check.match(await visit.text(".explore .figure"), /The lines go from Norway to the countries/);
      await visit.reload();
      await visit.drawn(".explore");
      check.equal(await page.$eval("#from", (select) => select.value), "no");
    },
  },
  {
    name: "outlines are fetched when a map is asked for, and not before",
    places: ["site"],
    hash: "#/explore?lang=en&data=europe&measure=rate&by=country&split=&year=2015",
    run: async (visit) => {
      const { page, check } = visit;
      await visit.drawn(".explore");
      const asked = () => visit.seen().filter((address) => address.includes("geo/world.json")).length > 0;
      check.equal(asked(), false);
      check.ok(await page.$eval("#kind", (select) => [...select.options].some(({ value }) => value === "map")));
      await visit.open(MAP);
      await visit.drawn(".explore");
      check.equal(asked(), true);
    },
  },
  {
    name: "scripts draw a map, and a map is exported as a picture",
    hash: "#/about?lang=en&data=europe",
    run: async (visit) => {
      const { page, check } = visit;
      const svg = await page.evaluate(async () => {
        const spec = { measure: "rate", by: "country", where: { year: [2015] }, kind: "map" };
        return (await window.utvandring.figure(spec, { format: "svg", lang: "en" })).text();
      });
      check.ok((svg.match(/<polygon/g) ?? []).length > 40, "the picture has outlines");
      check.match(svg, /Emigration rate by country/);
      // The outlines came after the page had started, because a script asked for them.
      visit.startedWith = visit.seen();
    },
  },
];
