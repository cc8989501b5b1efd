// Any number opens its arithmetic, any term its meaning.
import { execFileSync } from "node:child_process";

const dialog = "dialog.arithmetic[open]";
const report = (number, lang = "en") => `#/report/fig${number}?lang=${lang}`;
const table = (number) => `#fig${number} table.numbers`;

/** Unfolds the table of a figure. */
const unfold = (visit, number) =>
  visit.page.$eval(`#fig${number} details.table`, (details) => (details.open = true));

/** The texts that the buttons of the dialog copy, by the last word of the button. */
const copies = async (visit) => {
  await visit.page.evaluate(() => {
    window.copied = [];
    const keep = async (text) => {
      window.copied.push(text);
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText: keep }, configurable: true });
  });
  const labels = await visit.page.$$eval(`${dialog} .buttons button`, (buttons) =>
    buttons.slice(0, -1).map((button) => {
      button.click();
      return button.innerText;
    }),
  );
  const texts = await visit.page.evaluate(() => window.copied);
  return Object.fromEntries(labels.map((label, place) => [label, texts[place]]));
};

/** The named numbers that a script prints. */
const run = (program, args, code) => {
  const output = execFileSync(program, [...args, code], { encoding: "utf8" });
  const pairs = output.trim().split("\n").map((line) => line.split(/\s*[=:]\s*|\s+/));
  return Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)]));
};

const hasProgram = (name) => {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

const close = async (visit) => {
  await visit.page.keyboard.press("Escape");
  await visit.until(async () => !(await visit.page.$("dialog[open]")), "the dialog is closed");
};

export const tests = [
  {
    name: "a cell of a figure's table opens its arithmetic, and the copied code gives its digits",
    hash: report(3),
    shares: true,
    run: async (visit) => {
      await visit.element(`${table(3)} button.shown`);
      await unfold(visit, 3);
      const cell = await visit.page.$eval(`${table(3)} td`, (td) => ({
        value: Number(td.dataset.value),
        shown: td.querySelector("button.shown").innerText,
        text: td.innerText,
      }));
      visit.check.match(cell.text, /\(.+–.+\)/, "the interval stands beside the value");
      const note = await visit.text("#fig3 .figure-row details.table");
      visit.check.match(note, /95% confidence interval/);
      visit.check.match(note, /Where everybody is counted there is no sampling error/);
      await visit.page.$eval(`${table(3)} button.shown`, (button) => button.click());
      const text = await visit.text(dialog);
      visit.check.match(text, /sum of \d+ rows? of the table|one row of the table/);
      visit.check.ok((await visit.page.$$(`${dialog} math`)).length >= 3);
      const copied = await copies(visit);
      const [whole, r, python] = Object.values(copied);
      visit.check.match(whole, /mid-year population/);
      const printed = run("python3", ["-c"], python);
      visit.check.ok(Math.abs(printed.value / cell.value - 1) < 1e-11, `${printed.value}`);
      visit.check.ok(printed.lower < printed.value && printed.value < printed.upper);
      if (hasProgram("Rscript")) {
        const again = run("Rscript", ["-e"], r);
        visit.check.ok(Math.abs(again.value / cell.value - 1) < 1e-11, `${again.value}`);
      } else {
        console.log("      R is not installed here: its code was not run");
      }
    },
  },
  {
    name: "the level chosen in the dialog changes the interval and nothing else",
    hash: report(3),
    shares: true,
    run: async (visit) => {
      await visit.element(`${table(3)} button.shown`);
      await visit.page.$eval(`${table(3)} button.shown`, (button) => button.click());
      await visit.element("#arithmetic-level");
      const first = `${dialog} section:first-of-type`;
      const [before, value] = [await visit.text(dialog), await visit.text(first)];
      visit.check.match(before, /confidence level 95%/);
      await visit.page.select("#arithmetic-level", "0.99");
      await visit.until(
        async () => /confidence level 99%/.test(await visit.text(dialog)),
        "the interval is at 99%",
      );
      visit.check.equal(await visit.text(first), value);
    },
  },
  {
    name: "Enter on a mark opens its arithmetic, and the walk goes on where it was",
    hash: report(3),
    shares: true,
    run: async (visit) => {
      const walk = "#fig3 .canvas";
      await visit.drawn(walk);
      await visit.page.focus(walk);
      await visit.page.keyboard.press("ArrowRight");
      await visit.page.keyboard.press("ArrowRight");
      const strong = await visit.element("#fig3 .tip strong");
      const shown = await strong.evaluate((strong) => strong.innerText);
      await visit.page.keyboard.press("Enter");
      const text = await visit.text(dialog);
      visit.check.match(text, /Emigration rate: /);
      await close(visit);
      visit.check.equal(await visit.text("#fig3 .tip strong"), shown);
      visit.check.ok(await visit.page.evaluate((walk) => document.activeElement.matches(walk), walk));
    },
  },
  {
    name: "a click on a mark opens its arithmetic",
    hash: report(3),
    shares: true,
    run: async (visit) => {
      const walk = "#fig3 .canvas";
      await visit.drawn(walk);
      // The ring stands round the mark. Figures further up may still find their height, so that a
      // click can fall beside the mark and take the focus along: each try begins with the walk.
      const clicked = async () => {
        const at = await visit.page.$eval("#fig3 .mark-ring", (ring) => {
          ring.scrollIntoView({ block: "center", behavior: "instant" });
          const box = ring.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        });
        await visit.page.mouse.move(at.x + 1, at.y + 1);
        await visit.page.mouse.click(at.x, at.y);
      };
      await visit.until(async () => {
        if (await visit.page.$(dialog)) {
          return true;
        }
        if (await visit.page.$("#fig3 .mark-ring")) {
          await clicked();
        } else {
          await visit.page.focus(walk);
          await visit.page.keyboard.press("ArrowRight");
        }
        return false;
      }, "a click opens the arithmetic");
      visit.check.match(await visit.text(dialog), /Emigration rate: /);
    },
  },
  {
    name: "the numbers of a figure's sentence open their arithmetic",
    hash: report(3, "nb"),
    shares: true,
    run: async (visit) => {
      await visit.element("#fig3 .sentence button.shown");
      const shown = await visit.page.$$eval("#fig3 .sentence button.shown", (buttons) => {
        buttons[0].click();
        return buttons.map((button) => button.innerText);
      });
      visit.check.ok(shown.length >= 2);
      visit.check.match(await visit.text(dialog), /Utvandringsrate: /);
    },
  },
  {
    name: "the numbers of the findings open their arithmetic",
    hash: "#/report?lang=en",
    shares: true,
    run: async (visit) => {
      await (await visit.element("#findings")).evaluate((findings) => (findings.open = true));
      await visit.until(
        async () => (await visit.page.$$(".findings button.shown")).length >= 10,
        "the findings have their numbers",
      );
      await visit.page.$eval(".findings button.shown", (button) => button.click());
      visit.check.match(await visit.text(dialog), /Formula/);
    },
  },
  {
    name: "a computed claim opens the numbers it rests on, and each of them its arithmetic",
    hash: "#/audit?lang=en",
    shares: true,
    run: async (visit) => {
      await visit.element(".claims button.shown");
      const found = await visit.page.$$eval(".claims tr[data-verdict]", (rows) => {
        const computed = rows.map((row) => row.cells[2]).filter((cell) => cell.textContent.trim());
        return [computed.length, computed.filter((cell) => cell.querySelector("button")).length];
      });
      visit.check.ok(found[1] / found[0] > 0.9, `${found[1]} of ${found[0]}`);
      await visit.page.$$eval(".claims button.shown", (buttons) =>
        buttons.find((button) => /comparisons/.test(button.textContent)).click(),
      );
      visit.check.match(await visit.text(dialog), /Rests on these numbers/);
      await visit.page.$eval(`${dialog} td button.shown`, (button) => button.click());
      await visit.until(async () => /Formula/.test(await visit.text(dialog)), "one is explained");
      visit.check.match(await visit.text(dialog), /Back to all the numbers/);
    },
  },
  {
    name: "a re-based share tells what its base leaves out",
    hash: "#/explore?lang=en&data=teaching&measure=destination_share&by=group&split=destination&base=rebased",
    shares: true,
    run: async (visit) => {
      const rows = (
        await visit.api("compute", {
          measure: "destination_share",
          by: ["group", "destination"],
          rebase: true,
        })
      ).rows;
      await visit.element("table.numbers button.shown");
      const cells = await visit.page.$$eval("table.numbers td", (cells) =>
        cells.map((cell) => Number(cell.dataset.value)),
      );
      const place = cells.findIndex((value) => value === rows[0].value);
      visit.check.ok(place >= 0);
      await visit.page.$$eval("table.numbers td", (cells, place) => cells[place].querySelector("button").click(), place);
      const text = await visit.text(dialog);
      const grouped = (value) => value.toLocaleString("en").replaceAll(",", "[,\\s]");
      visit.check.match(text, new RegExp(`Left out of the base: ${grouped(rows[0].left_out)} of`));
      visit.check.match(text, /The base is without/);
    },
  },
  {
    name: "a term opens its meaning with the keyboard, and Esc gives the focus back",
    hash: "#/analysis?lang=en&data=teaching&kind=standardised",
    shares: true,
    run: async (visit) => {
      const term = await visit.element(".analysis th button.term");
      const word = await term.evaluate((term) => term.innerText);
      await term.focus();
      await visit.page.keyboard.press("Enter");
      const text = await visit.text("dialog.meaning[open]");
      visit.check.ok(text.length > word.length + 40, text);
      await close(visit);
      const focused = await visit.page.evaluate(() => document.activeElement.innerText);
      visit.check.equal(focused, word);
    },
  },
  {
    name: "the calculator's dialog holds its number, and the copied Python gives it",
    hash: "#/calculator?v=1&lang=en&kind=rate&events=12&exposure=3400&level=95",
    shares: true,
    run: async (visit) => {
      await visit.element("table.results [data-value]");
      await visit.page.$$eval(".calculator button", (buttons) =>
        buttons.find((button) => button.title === "Show the arithmetic").click(),
      );
      const text = await visit.text(dialog);
      visit.check.match(text, /3.400/);
      const [, r, python] = Object.values(await copies(visit));
      visit.check.match(r, /qgamma/);
      const printed = run("python3", ["-c"], python);
      visit.check.ok(Math.abs(printed.value / (12 / 3400) - 1) < 1e-11);
    },
  },
  {
    name: "suppressed cells are carried as ranges with their reason",
    hash: "#/data?lang=en",
    run: async (visit) => {
      const own =
        "group,year,emigrations,person_years\nnord,2019,:,1000\nnord,2020,20,1000\nsør,2019,7,500\nsør,2020,9,500\n";
      await visit.choose("#files", [{ name: "small.csv", content: own }]);
      await visit.until(
        async () => (await visit.api("tables"))[0].name === "small",
        "the file is open",
      );
      await visit.page.evaluate(() => (location.hash = "#/explore?v=1&lang=en&measure=rate&by=group&split="));
      await visit.element("table.numbers button.shown");
      const rows = await visit.rows("table.numbers");
      // From 20 + 1 to 20 + 4 emigrations in 2 000 person-years.
      visit.check.match(rows[1][1], /^1\.05\d*–1\.20\d*% \(suppressed\)/);
      visit.check.match(rows[2][1], /^1\.6\d*% \(/);
      await visit.page.$eval("table.numbers button.shown", (button) => button.click());
      const text = await visit.text(dialog);
      visit.check.match(text, /suppressed/i);
      visit.check.doesNotMatch(text, /Confidence interval/);
    },
  },
];
