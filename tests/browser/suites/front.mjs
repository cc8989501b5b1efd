// The first screen: an answer and a figure within a thumb's length, of the data that the site opens on and of
// others.
const SIZES = [
  { width: 1280, height: 800, header: 56, figure: 140, screens: 3 },
  { width: 390, height: 844, header: 64, figure: 260, screens: 5 },
];

/** Places on the page, in CSS pixels. */
const measured = (visit) =>
  visit.page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const line = document.querySelector(".synthetic-line");
    const { top, height } = box(".hero canvas");
    return {
      header: box(".top-line").height,
      notice: line?.getBoundingClientRect().height ?? 0,
      answer: box(".hero .answer").bottom,
      figure: top,
      picture: height,
      entries: [...document.querySelectorAll(".top nav .first a, .top nav summary")].length,
      page: document.documentElement.scrollHeight,
      wide: document.documentElement.scrollWidth,
    };
  });

export const tests = [
  ...SIZES.flatMap(({ width, height, header, figure, screens }) =>
    ["norway", "teaching"].map((name) => ({
      name: `the first screen of ${name} has an answer and a figure at ${width}x${height}`,
      hash: `#/?data=${name}`,
      viewport: { width, height },
      run: async (visit) => {
        await visit.drawn(".hero");
        await visit.drawn(".parts");
        const found = await measured(visit);
        const says = JSON.stringify(found);
        visit.check.ok(found.header <= header, says);
        visit.check.ok(found.entries <= 5, says);
        visit.check.ok(found.wide <= width, says);
        visit.check.ok(found.page <= screens * height, says);
        visit.check.ok(found.picture <= 440, says);
        // Only made-up data have a notice.
        visit.check.equal(found.notice > 0, name === "teaching", says);
        if (name === "norway") {
          visit.check.ok(found.figure <= figure, says);
          visit.check.ok(found.answer < height, says);
          const { drawn } = await visit.canvas(".hero canvas");
          visit.check.ok(drawn > 0.02, `${drawn} of the picture is drawn`);
        }
        if (name === "teaching" && width > 1000) {
          visit.check.ok(found.notice <= 28, says);
        }
      },
    })),
  ),
  {
    name: "the site opens on the overview of Norway, and what it says is in the rows",
    opens: false,
    run: async (visit) => {
      const { check } = visit;
      await visit.open("#/?lang=en");
      check.equal(await visit.page.$eval("#dataset", (select) => select.value), "norway");
      check.equal(await visit.text("h1"), "Emigration from Norway 1951–2022");
      const rows = await visit.rows("#trend table");
      const rate = (year) => parseFloat(rows.find(([head]) => head === year)[1]);
      const answer = await visit.text(".answer");
      const said = /The emigration rate rose from ([\d.]+)% in 1951 to ([\d.]+)% in 2022/.exec(answer);
      check.ok(said, answer);
      check.ok(Math.abs(rate("1951") - Number(said[1])) < 0.006, answer);
      check.ok(Math.abs(rate("2022") - Number(said[2])) < 0.006, answer);
    },
  },
  {
    name: "countries of which a file has only the codes get their names",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const rows = ["de", "fr", "nl", "no"].map((code, place) => `${code},2019,${90 - place},1000,1000`);
      const content = ["country,year,emigrations,population_jan1,population_dec31", ...rows, ""].join("\n");
      await visit.choose("#files", [{ name: "codes.csv", content }]);
      await visit.until(() => visit.page.$(".own-line"), "the file is open");
      await visit.turn("#/?lang=en&data=~codes");
      await visit.until(
        async () => /highest in Germany .* lowest in Norway/.test(await visit.text("main")),
        "the names have come",
      );
    },
  },
  {
    name: "what the front page shows is plain data for scripts, with the addresses of its figures",
    hash: "#/?lang=nn&data=norway",
    shares: true,
    run: async (visit) => {
      const { page, check } = visit;
      await visit.drawn(".parts");
      const told = await visit.api("overview", { lang: "nn" });
      const texts = (selector) =>
        page.$$eval(selector, (all) => all.map(({ textContent }) => textContent.trim()));
      check.equal(told.title, await visit.text("h1"));
      check.deepEqual([told.dataset, told.synthetic], ["norway", false]);
      check.deepEqual(
        told.keys.map(({ caption, text }) => [caption, text]),
        await page.$$eval(".key-numbers > div", (all) =>
          all.map((one) => ["dt", "dd"].map((part) => one.querySelector(part).textContent.trim())),
        ),
      );
      const [lead, ...others] = told.sections;
      check.equal(lead.sentence, await visit.text(".hero .answer"));
      check.deepEqual(others.map(({ question }) => question), await texts(".parts .question"));
      check.deepEqual(others.map(({ sentence }) => sentence), await texts(".parts .sentence"));
      const { rows } = await visit.api("compute", { measure: "rate", where: { year: ["2022"] } });
      check.ok(told.keys.some(({ value }) => value === rows[0].value), JSON.stringify(told.keys));
      await visit.turn(lead.address);
      await visit.drawn(".explore");
      check.equal(await page.$eval("#dataset", (select) => select.value), "norway");
      const wrong = await visit.api("overview", { lang: "xx" }).then(() => "nothing", String);
      check.match(wrong, /overview: found lang "xx", expected nb, nn or en/);
    },
  },
  {
    name: "questions follow the data set and the language, and lead to their figure",
    hash: "#/?lang=en&data=europe",
    shares: true,
    run: async (visit) => {
      const { check } = visit;
      const questions = () =>
        visit.page.$$eval(".parts .question", (all) => all.map(({ textContent }) => textContent));
      check.ok((await questions()).includes("Where is the emigration rate highest?"), String(await questions()));
      check.match(await visit.text(".hero .left-out"), /Belgium and Bulgaria/);
      await (await visit.element('.languages button[lang="nn"]')).click();
      await visit.until(
        async () => (await questions()).includes("Kor er utvandringsraten høgast?"),
        "the questions are in nynorsk",
      );
      await (await visit.element("#who .figure-links a")).click();
      await visit.drawn(".explore");
      check.match(await visit.page.evaluate(() => location.hash), /by=country/);
    },
  },
  {
    name: "figures of the report are folded after the first of a chapter, and a link opens its own",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      const open = () =>
        page.$$eval("details.chapter-more", (all) => all.map((one) => [one.open, one.querySelector("article").id]));
      await page.goto(`${visit.url}#/report/9?lang=en`);
      await visit.until(async () => (await page.$("#fig9 canvas")) !== null, "the figure is there");
      check.deepEqual(
        (await open()).filter(([isOpen]) => isOpen),
        [[true, "fig8"]],
      );
      check.match(await visit.text(".synthetic-line"), /Synthetic teaching data/);
    },
  },
];
