// Pages to work on, on a phone: the figure comes first, what is chosen stands in a sheet at the lower edge, and
// figures of two panels show one at a time.
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

/** Where something stands in the window, in CSS pixels. */
const box = (visit, selector) =>
  visit.page.$eval(selector, (element) => {
    const { top, bottom, left, right, height } = element.getBoundingClientRect();
    return { top, bottom, left, right, height };
  });

/** The choices that are seen: their labels. */
const seen = (visit) =>
  visit.page.$$eval(".drawer select", (all) =>
    all.filter((one) => one.checkVisibility()).map(({ id }) => id),
  );

const WORK = [
  {
    page: "explore",
    hash: "#/explore?lang=nb&data=teaching&measure=rate&by=year&split=group",
    main: ["measure", "by"],
    choose: ["#measure", "emigrations"],
    figure: 250,
  },
  {
    page: "analysis",
    hash: "#/analysis?lang=nb&data=teaching&kind=comparison",
    main: ["choice-kind", "choice-measure"],
    choose: ["#choice-measure", "destination_share"],
    figure: 460,
  },
];

export const tests = [
  ...WORK.map(({ page: name, hash, main, choose, figure }) => ({
    name: `the figure of ${name} comes first, two choices stay in sight, and choosing does not move it`,
    hash,
    viewport: PHONE,
    shares: true,
    run: async (visit) => {
      const { check, page } = visit;
      await visit.drawn(".figure");
      const before = await box(visit, ".figure");
      check.ok(before.top <= figure, `it begins at ${before.top}`);
      const sheet = await box(visit, ".drawer");
      check.ok(sheet.height <= 110, `the sheet is ${sheet.height} high`);
      check.ok(Math.abs(sheet.bottom - PHONE.height) <= 1, `the sheet ends at ${sheet.bottom}`);
      check.deepEqual(await seen(visit), main);
      await page.evaluate(() => scrollBy({ top: 60, behavior: "instant" }));
      const from = await box(visit, ".figure");
      const address = await page.evaluate(() => location.hash);
      await page.select(...choose);
      await visit.until(async () => (await page.evaluate(() => location.hash)) !== address, "something else is asked");
      await visit.drawn(".figure");
      const to = await box(visit, ".figure");
      if (name === "explore") {
        check.equal(to.top, from.top);
      }
      check.ok((await box(visit, ".drawer")).bottom <= PHONE.height + 1);
      // The others are there when they are asked for, and the figure stays in sight above them.
      await (await visit.element(".drawer .more-choices > summary")).click();
      check.ok((await seen(visit)).length > 2, String(await seen(visit)));
      const opened = await box(visit, ".drawer");
      check.ok(opened.height <= 0.63 * PHONE.height, `${opened.height}`);
      // What lies at the end of the page can be seen above the sheet.
      await (await visit.element(".drawer .more-choices > summary")).click();
      await visit.until(async () => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        return (await box(visit, ".bottom p:last-child")).bottom <= (await box(visit, ".drawer")).top;
      }, "the end of the page stands above the sheet");
    },
  })),
  {
    name: "a focus below the sheet is scrolled above it",
    hash: WORK[0].hash,
    viewport: PHONE,
    shares: true,
    run: async (visit) => {
      const { page } = visit;
      await visit.drawn(".figure");
      await page.$eval(".figure-row summary", (summary) => summary.focus());
      await visit.until(async () => {
        await page.$eval(".figure-row summary", (summary) => summary.scrollIntoView({ block: "nearest" }));
        return (await box(visit, ".figure-row summary")).bottom <= (await box(visit, ".drawer")).top;
      }, "it stands above the sheet");
    },
  },
  {
    name: "an enlarged page has its choices above the figure and no sheet over it",
    hash: WORK[0].hash,
    viewport: { width: 320, height: 256 },
    shares: true,
    run: async (visit) => {
      await visit.drawn(".figure");
      const position = await visit.page.$eval(".drawer", (drawer) => getComputedStyle(drawer).position);
      visit.check.equal(position, "static");
      visit.check.ok((await box(visit, ".drawer")).bottom <= (await box(visit, ".figure")).top);
    },
  },
  {
    name: "a desk has all choices open beside the figure",
    hash: WORK[0].hash,
    viewport: DESK,
    shares: true,
    run: async (visit) => {
      await visit.drawn(".figure");
      visit.check.ok((await seen(visit)).length > 3, String(await seen(visit)));
      visit.check.ok((await box(visit, ".drawer")).right <= (await box(visit, ".figure")).left);
    },
  },
  {
    name: "a figure of two panels shows one at a time on a phone, both on a desk, and all numbers in its table",
    hash: "#/report/7?lang=en",
    viewport: PHONE,
    shares: true,
    run: async (visit) => {
      const { check, page } = visit;
      await visit.drawn("#fig7");
      const tabs = () =>
        page.$$eval("#fig7 .panel-tabs button", (all) => all.map((one) => [one.innerText, one.ariaPressed]));
      const height = () => page.$eval("#fig7 canvas", (canvas) => canvas.clientHeight);
      const pixels = () =>
        page.$eval("#fig7 canvas", (canvas) => canvas.toDataURL());
      check.deepEqual((await tabs()).map(([, pressed]) => pressed), ["true", "false"]);
      const [first, low] = [await pixels(), await height()];
      await page.$eval("#fig7 .panel-tabs button:last-child", (button) => button.click());
      await visit.until(async () => (await pixels()) !== first, "the other panel is drawn");
      check.deepEqual((await tabs()).map(([, pressed]) => pressed), ["false", "true"]);
      // Marks of the second panel are read by their own names.
      await page.focus("#fig7 .canvas");
      await page.keyboard.press("ArrowRight");
      check.notEqual(await visit.text("#fig7 .canvas p[aria-live]"), "");
      const captions = async () => {
        await visit.element("#fig7 table");
        return page.$$eval("#fig7 caption", (all) => all.length);
      };
      check.equal(await captions(), 2);
      await visit.resize(DESK);
      await visit.until(async () => (await tabs()).length === 0, "both panels are shown");
      await visit.resize({ width: 600, height: 844 });
      await visit.until(async () => (await height()) > 1.3 * low, "they stand below each other");
    },
  },
];
