// The view lives in the address: choices, language, reload.

async function chosen(visit, id) {
  return visit.page.$eval(`#${id}`, (select) => select.value);
}

async function choose(visit, id, value) {
  await visit.element(`#${id}`);
  await visit.page.select(`#${id}`, value);
}

const hash = (visit) => visit.page.evaluate(() => location.hash);

export const tests = [
  {
    name: "an address that is followed while the page still writes the one before is not written over",
    hash: "#/explore?lang=en&data=europe&measure=rate&by=country&split=&year=2015",
    shares: true,
    run: async (visit) => {
      for (const measure of ["emigrations", "rate", "emigrations"]) {
        await visit.element("#measure");
        await visit.page.evaluate((measure) => {
          const select = document.getElementById("measure");
          select.value = measure;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          location.hash = "#/about?lang=en&data=europe";
        }, measure);
        await visit.until(async () => (await hash(visit)).startsWith("#/about?v="), "the page takes over the address");
        await visit.turn("#/explore?lang=en&data=europe&measure=immigrations&by=country&split=&year=2015");
      }
    },
  },
  {
    name: "every choice goes into the hash, and a reload restores it",
    hash: "#/explore?data=teaching",
    shares: true,
    run: async (visit) => {
      await choose(visit, "measure", "return_share");
      await choose(visit, "by", "education");
      await choose(visit, "split", "group");
      await visit.until(async () => (await hash(visit)).includes("by=education"), "the hash follows");
      const before = await visit.rows("table.numbers");
      await visit.reload();
      await visit.element("#by");
      visit.check.equal(await chosen(visit, "measure"), "return_share");
      visit.check.equal(await chosen(visit, "by"), "education");
      visit.check.equal(await chosen(visit, "split"), "group");
      visit.check.deepEqual(await visit.rows("table.numbers"), before);
    },
  },
  {
    name: "a figure adjusted on the page is in the address and comes back with it",
    hash: "#/explore?v=2&lang=en&data=teaching&measure=rate&by=year&split=group",
    shares: true,
    run: async (visit) => {
      await visit.element(".figure canvas");
      await visit.page.$eval("details.adjust", (details) => (details.open = true));
      await choose(visit, "intervals", "99");
      await visit.until(async () => (await hash(visit)).includes("intervals=99"), "the level");
      await choose(visit, "kind", "dots");
      await visit.until(async () => (await hash(visit)).includes("kind=dots"), "the kind");
      await choose(visit, "kind", "heat");
      await visit.until(async () => (await hash(visit)).includes("kind=heat"), "the other kind");
      await visit.page.$eval(".adjust .series input", (box) => box.click());
      await visit.until(async () => (await hash(visit)).includes("hidden="), "the hidden series");
      const before = await visit.rows("table.numbers");
      visit.check.equal(before[0].length, 5);
      await visit.reload();
      await visit.element("#kind");
      visit.check.equal(await chosen(visit, "kind"), "heat");
      visit.check.equal(await chosen(visit, "intervals"), "99");
      visit.check.deepEqual(await visit.rows("table.numbers"), before);
    },
  },
  {
    name: "a prepared link opens its figure",
    hash: "#/explore?v=1&lang=en&data=teaching&measure=rate&by=group&split=&year=2000..2009&denominator=person_years",
    shares: true,
    run: async (visit) => {
      const rows = await visit.rows("table.numbers");
      visit.check.deepEqual(rows[0], ["Group", "Emigration rate"]);
      visit.check.equal(rows.length, 6);
      const said = /^In 2000–2009 the emigration rate was highest among those who immigrated aged 10 or older \(/;
      visit.check.match(await visit.text(".figure .sentence"), said);
      visit.check.equal(await chosen(visit, "from-year"), "2000");
      visit.check.equal(await chosen(visit, "to-year"), "2009");
    },
  },
  {
    name: "ages count from one to another",
    hash: "#/explore?v=1&lang=en&data=teaching&measure=rate&by=age&split=group",
    shares: true,
    run: async (visit) => {
      const { check } = visit;
      await visit.element("canvas");
      await visit.page.select("#from-age", "20");
      await visit.until(async () => (await hash(visit)).includes("age=20..35"), "ages begin at 20");
      await visit.page.select("#to-age", "25");
      await visit.until(async () => (await hash(visit)).includes("age=20..25"), "and end at 25");
      const rows = await visit.rows("table.numbers");
      check.deepEqual(rows.slice(1).map(([age]) => age), ["20", "21", "22", "23", "24", "25"]);
      await visit.page.select("#from-age", "18");
      await visit.page.select("#to-age", "35");
      await visit.until(async () => !(await hash(visit)).includes("age="), "all ages are no selection");
    },
  },
  {
    name: "switching language keeps the view and speaks the language",
    hash: "#/explore?v=1&data=teaching&measure=emigrations&by=age&split=",
    shares: true,
    run: async (visit) => {
      await visit.element("canvas");
      await (await visit.element('.languages button[lang="en"]')).click();
      await visit.until(async () => (await hash(visit)).includes("lang=en"), "the hash says English");
      visit.check.match(await hash(visit), /measure=emigrations&by=age&split=/);
      visit.check.equal(await visit.page.evaluate(() => document.documentElement.lang), "en");
      visit.check.match(await visit.text("h1"), /Explore/);
      await (await visit.element('.languages button[lang="nn"]')).click();
      await visit.until(async () => (await hash(visit)).includes("lang=nn"), "the hash says nynorsk");
      visit.check.equal(await visit.page.evaluate(() => document.documentElement.lang), "nn");
      visit.check.match(await visit.text(".languages"), /Bokmål\s*Nynorsk\s*English/);
      visit.check.match(await visit.text("main"), /Vel kva du vil måle/);
    },
  },
  {
    name: "the back button returns to the page before",
    hash: "#/report",
    shares: true,
    run: async (visit) => {
      await visit.element("#fig1");
      await (await visit.element("nav .more summary")).click();
      await (await visit.element('nav a[href^="#/about"]')).click();
      await visit.element(".about .definitions");
      await visit.page.goBack();
      await visit.element("#fig1");
      visit.check.match(await hash(visit), /^#\/report/);
    },
  },
  {
    name: "keys lead to pages and languages, and can be turned off",
    hash: "#/explore?data=teaching",
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      const at = async () => (await hash(visit)).split("?")[0];
      await page.focus("#content");
      await page.keyboard.press("9");
      await visit.until(async () => (await at()) === "#/audit", "9 leads to the audit");
      const before = await page.evaluate(() => document.documentElement.lang);
      await page.keyboard.press("l");
      await visit.until(
        async () => (await page.evaluate(() => document.documentElement.lang)) !== before,
        "L changes the language",
      );
      await page.keyboard.press("?");
      await visit.element("dialog.keys[open]");
      check.ok((await visit.text("dialog.keys")).includes("Home"));
      await page.click("#keys-on");
      await page.keyboard.press("Escape");
      await visit.until(async () => (await page.$("dialog.keys")) === null, "Esc closes the list");
      await page.focus("#content");
      await page.keyboard.press("1");
      await page.keyboard.press("?");
      await visit.element("dialog.keys[open]");
      check.equal(await at(), "#/audit");
      await page.click("#keys-on");
      await page.keyboard.press("Escape");
      await visit.until(async () => (await page.$("dialog.keys")) === null, "Esc closes the list");
      await choose(visit, "verdict", "holds");
      await page.focus("#verdict");
      await page.keyboard.press("1");
      check.equal(await at(), "#/audit", "a key in a field belongs to the field");
    },
  },
  {
    name: "on paper the page is light, without what can only be pressed",
    hash: "#/explore?data=teaching",
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      await choose(visit, "appearance", "dark");
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? "");
      await visit.until(async () => (await theme()) === "dark", "the page is dark");
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await visit.until(async () => (await theme()) === "light", "the page is light for paper");
      await visit.until(
        async () => (await visit.canvas("main canvas")).background === "#ffffff",
        "the figure is drawn on white",
      );
      // Other browsers cannot be told to show a page as on paper.
      if (visit.browser === "chromium") {
        await page.emulateMediaType("print");
      const shown = await page.$$eval("nav, .controls, .share, .bottom", (all) =>
        all.filter((element) => getComputedStyle(element).display !== "none").map((element) => element.className),
      );
        check.deepEqual(shown, []);
        await page.emulateMediaType("screen");
      }
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await visit.until(async () => (await theme()) === "dark", "the page is dark again");
    },
  },
];
