// <utvandring-figure>: a figure in a page that is not ours, without a frame.
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { serve } from "../support/server.mjs";

/** The address of a page with some elements, which has the site in a folder beside it. */
async function host(visit, elements) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "utvandring-host-"));
  visit.temporary.push(folder);
  await cp(visit.folder, path.join(folder, "kalkulator"), { recursive: true });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
    <link rel="icon" href="data:,"><body><h1>An article</h1>${elements}
    <script type="module" src="kalkulator/figure.js"></script>`;
  await writeFile(path.join(folder, "article.html"), page);
  const server = await serve(folder);
  visit.servers.push(server);
  return new URL("article.html", server.url).href;
}

const inside = (visit, selector) =>
  visit.page.$eval(selector, (element) => ({
    pictures: element.shadowRoot?.querySelectorAll("svg").length ?? 0,
    text: element.shadowRoot?.textContent ?? "",
    link: element.shadowRoot?.querySelector("a")?.href ?? "",
    width: element.shadowRoot?.querySelector("svg")?.getBoundingClientRect().width ?? 0,
  }));

export const tests = [
  {
    name: "figures of two packages stand in an article without a frame, each with its own numbers",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      const url = await host(
        visit,
        `<utvandring-figure id="one" package="norway" measure="rate" by="year"
           heading="Who leaves?"></utvandring-figure>
         <utvandring-figure id="two" package="europe" measure="rate" by="country" kind="map" lang="nb"
           where='{"year": ["2015"]}'></utvandring-figure>
         <utvandring-figure id="three" package="nowhere" measure="rate" by="year"></utvandring-figure>`,
      );
      await page.goto(url);
      for (const id of ["one", "two"]) {
        await page.$eval(`#${id}`, (element) => element.scrollIntoView());
        await visit.until(async () => (await inside(visit, `#${id}`)).pictures === 1, `${id} is drawn`);
      }
      const [one, two] = [await inside(visit, "#one"), await inside(visit, "#two")];
      check.match(one.text, /Who leaves\?/);
      check.match(one.text, /Statistics Norway/);
      check.match(one.text, /Open in the Emigration Calculator/);
      check.match(two.text, /Utvandringsrate etter land/);
      check.match(two.text, /Åpne i Utvandringskalkulatoren/);
      const address = "kalkulator/#/explore?lang=nb&data=europe&measure=rate&by=country&split=&kind=map&year=2015";
      check.ok(two.link.endsWith(address), two.link);
      check.ok(one.width > 400, String(one.width));
      await page.$eval("#three", (element) => element.scrollIntoView());
      await visit.until(async () => /nowhere/.test((await inside(visit, "#three")).text), "what is wrong is told");
      check.match((await inside(visit, "#three")).text, /^The figure could not be drawn: .*expected one of: norway/);
      // Other attributes are another figure.
      await page.$eval("#one", (element) => element.setAttribute("measure", "emigrations"));
      await visit.until(async () => /number/.test((await inside(visit, "#one")).text), "it is drawn anew");
    },
  },
];
