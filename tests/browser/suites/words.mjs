// Words that a reader puts to a figure, and values in per cent of those of one year.
const type = async (visit, id, text) => {
  await (await visit.element(`#${id}`)).focus();
  await visit.page.keyboard.type(text);
  await visit.page.keyboard.press("Tab");
};

export const tests = [
  {
    name: "words of one's own are typed, stand in the figure, and come back with the address",
    hash: "#/explore?lang=en&data=norway&measure=rate&by=year&split=",
    run: async (visit) => {
      const { page, check } = visit;
      await visit.drawn(".explore");
      await page.$eval(".adjust", (details) => (details.open = true));
      const hash = () => page.evaluate(() => location.hash);
      await type(visit, "own-title", "Fewer leave");
      await visit.until(async () => (await hash()).includes("title=Fewer%20leave"), "the title is in the address");
      await type(visit, "own-marks", "2008: Crisis");
      await visit.until(async () => (await hash()).includes("mark=2008:Crisis"), "the mark is in the address");
      await page.select("#index", "2008");
      await visit.until(async () => (await hash()).includes("index=2008"), "the year is in the address");
      check.match(await hash(), /^#\/explore\?v=4&/);
      const told = () => visit.text(".explore .figure");
      await visit.until(async () => /Fewer leave/.test(await told()), "the figure has the title");
      check.match(await told(), /by whoever made the figure/);
      const [, ...rows] = await visit.rows(".explore table");
      const of = (year) => rows.find(([head]) => head === year)[1];
      check.match(of("2008"), /^100\.0%/);
      const { rows: rates } = await visit.api("compute", { measure: "rate", by: ["year"] });
      const rate = (year) => rates.find(({ key }) => key.year === year).value;
      check.ok(Math.abs(parseFloat(of("2022")) - (100 * rate("2022")) / rate("2008")) < 0.06, of("2022"));
      const [before, sentence] = [await hash(), await visit.text(".explore .sentence")];
      await visit.reload();
      await visit.drawn(".explore");
      check.equal(await hash(), before);
      check.equal(await visit.text(".explore .sentence"), sentence);
      check.match(await told(), /Fewer leave/);
      check.equal(await page.$eval("#own-marks", (field) => field.value), "2008: Crisis");
      // An embedded figure has them as well.
      await visit.turn((await hash()).replace("#/explore", "#/embed/explore"));
      await visit.element(".embedded .figure");
      check.match(await visit.text(".embedded"), /Fewer leave/);
    },
  },
];
