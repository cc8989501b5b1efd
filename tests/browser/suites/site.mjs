// What a publisher says of the site in data/index.json, without building anything.
import { writeFile } from "node:fs/promises";
import path from "node:path";

const SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></svg>';

/** The address of a copy of the site whose list says more. */
const said = (visit, site) =>
  visit.replaced("data/index.json", (text) => JSON.stringify({ ...JSON.parse(text), site }));

export const tests = [
  {
    name: "a publisher names the site and chooses its start, menu and languages",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      const url = await said(visit, {
        name: { nb: "Fylket i tall", en: "The county in numbers" },
        start: "#/explore?data=europe&measure=rate&by=year&split=country&country=no,se",
        menu: ["explore", "check", "about"],
        languages: ["nb", "en"],
      });
      await visit.open("", { url });
      await visit.element(".explore .figure");
      check.equal(await page.$eval("#dataset", (select) => select.value), "europe");
      check.equal(await page.title(), "Fylket i tall");
      check.equal(await visit.text(".top .name"), "Fylket i tall");
      const links = () => page.$$eval(".top nav .first a", (all) => all.map(({ hash }) => hash.split("?")[0]));
      check.deepEqual(await links(), ["#/explore", "#/check", "#/about"]);
      check.equal((await page.$$(".top nav .more div a")).length, 0);
      const languages = await page.$$eval(".languages button", (all) => all.map(({ lang }) => lang));
      check.deepEqual(languages, ["nb", "en"]);
      await (await visit.element('.languages button[lang="en"]')).click();
      await visit.until(async () => (await visit.text(".top .name")) === "The county in numbers", "it is in English");
      // The front page and the pages that are not in the menu keep their addresses.
      await visit.open("#/", { url });
      await visit.element(".hero");
      await visit.open("#/calculator", { url });
      await visit.element(".calculator");
    },
  },
  {
    name: "a menu with a page that is none is told with its place",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      visit.expect(/site\.menu|JSHandle@error/);
      const url = await said(visit, { menu: ["explore", "explor"] });
      await visit.page.goto(url);
      await visit.until(() => visit.page.$eval("#stopped", (stopped) => !stopped.hidden), "it is told");
      visit.check.match(await visit.text("#stopped"), /site\.menu\[1\]: found "explor", expected one of/);
    },
  },
  {
    name: "a sign of the site stands before its name",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      const url = await said(visit, { logo: "sign.svg" });
      await writeFile(path.join(visit.temporary.at(-1), "site/data/sign.svg"), SIGN);
      await visit.open("#/about", { url });
      const sign = await page.$eval(".top .logo", ({ src, alt, naturalWidth }) => ({ src, alt, naturalWidth }));
      check.match(sign.src, /^data:image\/svg\+xml,/);
      check.equal(sign.alt, "");
      check.ok(sign.naturalWidth > 0, "the sign is a picture");
    },
  },
];
