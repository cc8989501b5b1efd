// The classroom: every type of task played to its end by keyboard alone, codes, paper, presentation.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { unzipped, zip } from "../support/archive.mjs";
import { findings } from "../support/axe.mjs";
import { ofTeaching } from "../support/routes.mjs";

const at = (id, query = "lang=en") => ofTeaching(`#/task?${query}&id=${id}`);

/** Moves the focus to an element by the tab key alone. */
async function tabTo(visit, selector) {
  for (let step = 0; step < 80; step += 1) {
    const is = await visit.page.evaluate((selector) => document.activeElement?.matches(selector), selector);
    if (is) {
      return;
    }
    await visit.page.keyboard.press("Tab");
  }
  throw new Error(`the tab key does not reach ${selector}`);
}

const press = async (visit, ...keys) => {
  for (const key of keys) {
    await visit.page.keyboard.press(key);
  }
};

const value = (visit, selector) => visit.page.$eval(selector, (input) => input.value);
const spoken = (visit, selector) => visit.page.$eval(selector, (input) => input.getAttribute("aria-valuetext"));

/** Presses a button where it is: a figure that comes meanwhile may move it. */
const click = async (visit, selector) => (await visit.element(selector)).evaluate((element) => element.click());

/** What is done by keyboard to answer a task of each type. */
const TYPES = {
  draw: {
    id: "total-and-parts",
    answer: async (visit) => {
      await tabTo(visit, "#handle-0");
      await press(visit, "Home");
      visit.check.equal(await value(visit, "#handle-0"), "0");
      await press(visit, "ArrowRight", "ArrowUp", "PageUp");
      const level = Number(await value(visit, "#handle-0"));
      visit.check.ok(level > 2, `${level}`);
      visit.check.match(await spoken(visit, "#handle-0"), /^2000: \d/);
      await tabTo(visit, "#handle-3");
      await press(visit, "End");
      visit.check.equal(await value(visit, "#handle-3"), "80");
    },
    says: /You drew that it goes up, and so it does\..*answer is 0\.86% in 2000 and 0\.96% in 2023/s,
  },
  bars: {
    id: "new-base",
    answer: async (visit) => {
      visit.check.match(await visit.text("#in-all"), /^In all: 100%\./);
      await tabTo(visit, "#handle-0");
      await press(visit, "End");
      visit.check.match(await spoken(visit, "#handle-0"), /: \d+%$/);
      await visit.until(async () => /^In all: 180%\./.test(await visit.text("#in-all")), "the sum follows");
    },
    says: /Furthest off is|All your bars/,
  },
  order: {
    id: "many-or-likely",
    answer: async (visit) => {
      const names = () => visit.page.$$eval(".ordering li > span", (all) => all.map((one) => one.textContent));
      const before = await names();
      await tabTo(visit, "#down-0");
      await press(visit, "Enter");
      await visit.until(async () => (await names())[1] === before[0], "the first item is the second");
      const focused = await visit.page.evaluate(() => document.activeElement.id);
      visit.check.equal(focused, "down-0", "the focus stays with what was moved");
    },
    says: /of 10 pairs are in the right order\..*From greatest to least: /s,
  },
  estimate: {
    id: "what-we-do-not-know",
    answer: async (visit) => {
      await click(visit, "#hand-in");
      await visit.until(async () => /least and the most/.test(await visit.text(".warned")), "nothing is set yet");
      visit.check.match(await spoken(visit, "#handle-0"), /: not set$/);
      await tabTo(visit, "#handle-0");
      await press(visit, "Home");
      await tabTo(visit, "#handle-1");
      await press(visit, "End");
    },
    says: /your range 0%–100% covers it\..*100% of the scale wide/s,
  },
  choose: {
    id: "just-young",
    answer: async (visit) => {
      await tabTo(visit, "input[name=choice]");
      await press(visit, " ");
      await press(visit, "ArrowDown", "ArrowDown");
      visit.check.ok(await visit.page.$eval("#choice-2", (input) => input.checked));
    },
    says: /That is right: It becomes larger/,
  },
  spot: {
    id: "same-numbers",
    answer: async (visit) => {
      visit.check.equal((await visit.page.$$(".answering canvas")).length, 2);
      visit.check.doesNotMatch(await visit.text(".answering .pictures"), /logarithmic/i, "nothing gives it away");
      await tabTo(visit, "input[name=choice]");
      await press(visit, " ", "ArrowDown");
    },
    says: /The data say otherwise\. The right answer: .*logarithmic/,
  },
  explain: {
    id: "two-sentences",
    answer: async (visit) => {
      await tabTo(visit, "#own-words");
      await visit.page.keyboard.type("They divide by different things.");
      await tabTo(visit, "#box-0");
      await press(visit, " ");
    },
    says: /You ticked 1 of 3 points\. An answer can be: First we ask/,
  },
};

/** Hands in by keyboard and waits for what is said. */
async function handIn(visit) {
  await tabTo(visit, "#hand-in");
  await press(visit, "Enter");
  await visit.element("#verdict");
  await visit.until(
    () => visit.page.evaluate(() => document.activeElement?.id === "reveal"),
    "the reveal has the focus",
  );
}

/** The colours that a page of a PDF sets, as numbers. */
async function coloursOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const colours = [];
    fnArray.forEach((name, index) => {
      if (name === OPS.setFillRGBColor || name === OPS.setStrokeRGBColor) {
        colours.push([...argsArray[index]].join(","));
      }
    });
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view;
    pages.push({ colours, text: items.map(({ str }) => str).join(" "), width, height });
  }
  return pages;
}

/** Whether a colour that a PDF sets is a grey. */
const isGrey = (colour) => {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const parts = hex ? hex.slice(1) : colour.split(",");
  return parts.length === 1 || parts.every((part) => part === parts[0]);
};

/** Has a page write down how high each text on a canvas is, in pixels of the screen. */
const writesDownLetters = () => {
  window.letters = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    window.letters.push([parseFloat(/([\d.]+)px/.exec(this.font)[1]) * this.getTransform().a, text]);
    write.call(this, text, ...place);
  };
};

export const tests = [
  ...Object.entries(TYPES).map(([type, { id, answer, says }]) => ({
    name: `a task of type ${type} is played to its end by keyboard alone`,
    hash: at(id),
    shares: true,
    run: async (visit) => {
      await visit.element("#hand-in");
      visit.check.ok((await visit.text(".lead")).length > 60);
      visit.check.equal(await visit.page.$("#verdict"), null, "nothing is told before");
      await answer(visit);
      await handIn(visit);
      visit.check.match(await visit.text("#verdict"), says);
      visit.check.ok((await visit.text("#why")).length > 60);
      if (type === "spot") {
        visit.check.equal((await visit.page.$$(".revealed canvas")).length, 2, "both are seen with the answer");
      }
      visit.check.doesNotMatch(await visit.text(".task"), /NaN|undefined|Infinity|[{}]/);
      visit.check.match(await visit.text("#code"), /^([0-9A-HJKMNP-TV-Z]{4}-){2,3}[0-9A-HJKMNP-TV-Z]{1,4}$/);
      // The arithmetic behind the first number.
      if (await visit.page.$(".behind")) {
        await tabTo(visit, ".behind .shown");
        await press(visit, "Enter");
        await visit.element("dialog[open]");
        visit.check.ok((await visit.text("dialog[open]")).length > 60);
        await press(visit, "Escape");
        await visit.until(async () => !(await visit.page.$("dialog[open]")), "the dialog is closed");
      }
      if (visit.place === "site" && visit.browser === "chromium") {
        const found = await findings(visit.page);
        visit.check.deepEqual(found, [], JSON.stringify(found, null, 1));
      }
    },
  })),
  {
    name: "nothing can be handed in before something is chosen, and a flat line can",
    hash: at("divide-by-what"),
    shares: true,
    run: async (visit) => {
      await click(visit, "#hand-in");
      await visit.until(async () => /Choose an answer/.test(await visit.text(".warned")), "the page says so");
      visit.check.equal(await visit.page.$("#verdict"), null);
      await visit.anew(at("not-yet"));
      await click(visit, "#hand-in");
      visit.check.match(await visit.text("#verdict"), /For 20\d\d to 2023 the data have no numbers/);
      await click(visit, "#again");
      await click(visit, "#cannot-know");
      await click(visit, "#hand-in");
      visit.check.match(await visit.text("#verdict"), /You saw that/);
    },
  },
  {
    name: "a tap and a drag in the figure set the line",
    hash: at("total-and-parts"),
    shares: true,
    run: async (visit) => {
      await visit.drawn(".answering .drawing");
      const levels = () => visit.page.$$eval(".handle input[type=range]", (all) => all.map(({ value }) => Number(value)));
      const canvas = await visit.element(".answering .drawing canvas");
      await canvas.evaluate((canvas) => canvas.scrollIntoView({ block: "center", behavior: "instant" }));
      const box = await canvas.boundingBox();
      const before = await levels();
      await visit.page.mouse.click(box.x + box.width * 0.12, box.y + box.height * 0.72);
      await visit.until(async () => (await levels())[0] !== before[0], "a tap sets the nearest handle");
      visit.check.deepEqual((await levels()).slice(1), before.slice(1), "and no other");
      await visit.page.mouse.move(box.x + box.width * 0.12, box.y + box.height * 0.72);
      await visit.page.mouse.down();
      await visit.page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.35, { steps: 30 });
      await visit.page.mouse.up();
      const after = await levels();
      visit.check.ok(after[3] > after[0], `${after}`);
    },
  },
  {
    name: "the numbers of a line are written in a table by keyboard alone, and what is no number is said",
    hash: at("total-and-parts", "lang=nb"),
    shares: true,
    run: async (visit) => {
      await visit.element("#hand-in");
      visit.check.equal(await visit.text(".handles caption"), "Skriv tallene");
      const write = async (place, text) => {
        await tabTo(visit, `#number-${place}`);
        await visit.page.$eval(`#number-${place}`, (input) => input.select());
        await visit.page.keyboard.type(text);
        await press(visit, "Tab");
      };
      await write(0, "0,5");
      await visit.until(async () => /^2000: 0,50?/.test(await spoken(visit, "#handle-0")), "the slider follows");
      await write(1, "mange");
      visit.check.match(await visit.text("#number-1-said"), /^Skriv et tall fra 0 til \d/);
      visit.check.equal(await value(visit, "#number-1"), "mange", "what was written stays to be mended");
      visit.check.equal(await visit.page.$eval("#number-1", (input) => input.getAttribute("aria-invalid")), "true");
      await visit.page.focus("#handle-0");
      await write(1, "0");
      await visit.until(async () => (await value(visit, "#handle-1")) === "0", "and is mended");
      await write(2, "99");
      await click(visit, "#hand-in");
      visit.check.equal(await visit.page.$("#verdict"), null, "no number is taken for another");
      visit.check.equal(await visit.page.evaluate(() => document.activeElement.id), "number-2");
      await visit.page.focus("#handle-1");
      await write(2, "0,2");
      visit.check.equal(await visit.page.$("#number-1-said"), null);
      if (visit.place === "site" && visit.browser === "chromium") {
        visit.check.deepEqual(await findings(visit.page), []);
      }
      await handIn(visit);
      visit.check.match(await visit.text("#verdict"), /Du tegnet at/);
    },
  },
  {
    name: "a task is made from an analysis, tried at once, and its answer is computed",
    hash: ofTeaching("#/analysis?lang=en&kind=comparison"),
    shares: true,
    run: async (visit) => {
      await (await visit.element(".analysis .make-task")).evaluate((details) => (details.open = true));
      const type = await visit.element("#type-analysis-comparison");
      const types = await type.evaluate((select) => [...select.options].map((option) => option.value));
      visit.check.deepEqual(types, ["estimate", "choose", "explain"]);
      const number = await visit.element("#number-analysis-comparison");
      const label = await number.evaluate((select) => {
        select.selectedIndex = 1;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        return select.options[1].text;
      });
      const ask = () => visit.page.$eval(".make textarea", (area) => area.value);
      await visit.until(async () => (await ask()).includes(label), "the question is of that number");
      const link = await visit.page.$eval(".try-task", (anchor) => anchor.getAttribute("href"));
      visit.check.match(link, /^#\/task\?v=2&lang=en&/);
      await visit.anew(link);
      await visit.element("#hand-in");
      await TYPES.estimate.answer(visit);
      await click(visit, "#hand-in");
      await visit.element("#verdict");
      visit.check.equal(await visit.page.$("#why"), null, "nobody has given a reason");
      await click(visit, ".behind .shown");
      await visit.element("dialog[open]");
      await press(visit, "Escape");
    },
  },
  {
    name: "a lesson of three tasks of one's own is put together, presented, printed and saved",
    hash: ofTeaching("#/explore?lang=en&measure=rate&by=group&split="),
    run: async (visit) => {
      // What is put together is kept in the tab, so the document stays.
      const go = async (hash, selector) => {
        await visit.page.evaluate((hash) => (location.hash = hash), hash);
        await visit.element(selector);
      };
      const add = async (hash, page, kind) => {
        await go(ofTeaching(hash), page);
        await (await visit.element(`${page} .make-task`)).evaluate((details) => (details.open = true));
        await (await visit.element(".make select")).select(kind);
        await click(visit, ".make .add-task");
        await visit.until(async () => /added to your lesson/.test(await visit.text(".said")), `${kind} is added`);
      };
      await add("#/explore?lang=en&measure=rate&by=group&split=", ".explore", "order");
      await add("#/analysis?lang=en&kind=comparison", ".analysis", "choose");
      await add("#/analysis?lang=en&kind=comparison", ".analysis", "explain");
      await go(ofTeaching("#/tasks?lang=en"), "#set-my-lesson li");
      // The tasks beside the page are fetched when they are asked for.
      visit.startedWith = visit.seen();
      const items = () => visit.page.$$eval("#set-my-lesson > ol > li", (all) => all.length);
      visit.check.equal(await items(), 3);
      // The browser asks before the tab is left, as long as no file holds the lesson.
      const isAsked = () =>
        visit.page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
      visit.check.ok(await isAsked(), "what is not saved is asked for");
      const names = () => visit.page.$$eval("#set-my-lesson > ol > li > a", (all) => all.map((one) => one.textContent));
      const order = await names();
      await (await visit.element("#set-my-lesson li:first-of-type .move:nth-of-type(2)")).focus();
      await press(visit, "Enter");
      await visit.until(async () => (await names())[1] === order[0], "the first task is the second");
      const focused = () => visit.page.evaluate(() => document.activeElement.id);
      visit.check.match(await focused(), /^down-own-/, "the focus stays with what was moved");
      await visit.page.evaluate(() => {
        const follow = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          return this.hasAttribute("download") ? undefined : follow.call(this);
        };
      });
      await click(visit, "#save-lesson");
      await visit.until(async () => !(await isAsked()), "what is saved is left without a question");
      const first = await visit.page.$eval(".task-set", (section) => section.id);
      visit.check.equal(first, "set-my-lesson", "it stands on top");
      const links = await visit.page.$$eval("#set-my-lesson .set-links a", (all) =>
        all.map((one) => one.getAttribute("href")),
      );
      await go(links[0], "#screen");
      visit.check.match(await visit.text(".present .bar"), /1 .* 14/);
      await go(links[1], ".sheet section");
      visit.check.equal((await visit.page.$$(".sheet section")).length, 3);
      await go(ofTeaching("#/tasks?lang=en"), "#set-my-lesson li");
      await click(visit, "#set-my-lesson .take-out");
      await visit.until(async () => (await items()) === 2, "one is taken out");
      // A task that lies beside the page goes in as well, and its words are still the publisher's.
      const title = await visit.page.$eval(".put-in", (button) => {
        button.click();
        return button.closest("li").querySelector("a").textContent;
      });
      await visit.until(async () => (await items()) === 3, "a ready task is put in");
      await click(visit, "#set-my-lesson > ol > li:last-of-type > a");
      await visit.element("#hand-in");
      visit.check.equal(await visit.text("h1"), title);
      visit.check.doesNotMatch(await visit.text(".task"), /whoever made the task/);
    },
  },
  {
    name: "every letter of a figure on a projector is 28 px high or more",
    opens: false,
    places: ["site"],
    viewport: { width: 1920, height: 1080, deviceScaleFactor: 1 },
    run: async (visit) => {
      await visit.page.evaluateOnNewDocument(writesDownLetters);
      await visit.open(ofTeaching("#/present/teaching?lang=nb&step=1"));
      await visit.element("#screen canvas");
      await visit.drawn("#screen");
      const { width, zoom, screen } = await visit.page.$eval("#screen canvas", (canvas) => ({
        width: canvas.width,
        zoom: parseFloat(canvas.style.width) / (canvas.width / devicePixelRatio),
        screen: document.documentElement.scrollWidth,
      }));
      visit.check.ok(Math.abs(zoom - 1) < 0.01, `the picture is as sharp as the screen: ${zoom}`);
      visit.check.ok(width > 1400, `${width}`);
      visit.check.ok(screen <= 1920, "nothing stands out to the side");
      const letters = await visit.page.evaluate(() => window.letters);
      visit.check.ok(letters.length > 10, `${letters.length}`);
      visit.check.deepEqual(letters.filter(([size]) => size < 27.9), []);
    },
  },
  ...[["1280x800", 1280, 800, 22], ["1024x768", 1024, 768, 17.5]].map(([size, width, height, least]) => ({
    name: `every step of every task fits a screen of ${size}, with letters for the last row`,
    opens: false,
    places: ["site"],
    viewport: { width, height, deviceScaleFactor: 1 },
    run: async (visit) => {
      if (visit.browser !== "chromium") {
        return;
      }
      await visit.page.evaluateOnNewDocument(writesDownLetters);
      const lengths = { teaching: 12, norway: 3, europe: 4 };
      for (const [set, tasks] of Object.entries(lengths)) {
        await visit.open(`#/present/${set}?v=2&lang=nb&data=${set}`);
        const seen = new Set();
        for (let place = 0; ; ) {
          await visit.until(
            () => visit.page.evaluate((place) => Number(document.querySelector("#screen")?.dataset.step) >= place, place),
            `${set} ${place} is there`,
          );
          if (await visit.page.$("#screen canvas")) {
            await visit.drawn("#screen");
          }
          const found = await visit.page.evaluate((least) => {
            const screen = document.querySelector("#screen");
            const faults = [];
            if (screen.scrollHeight > screen.clientHeight + 1 || screen.scrollWidth > screen.clientWidth + 1) {
              faults.push(`is scrolled: ${screen.scrollWidth} x ${screen.scrollHeight}`);
            }
            const all = [...document.querySelectorAll(".present *")].filter((one) => one.checkVisibility());
            for (const one of all) {
              const { left, top, right, bottom, width } = one.getBoundingClientRect();
              const isForReaders = width <= 2 || one.closest(".for-readers");
              if (!isForReaders && (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)) {
                faults.push(`${one.tagName}.${one.className} ends at ${right}, ${bottom}`);
              }
              const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
              const size = parseFloat(getComputedStyle(one).fontSize);
              if (text && !isForReaders && size < least) {
                faults.push(`${size} px: ${one.textContent}`);
              }
            }
            for (const figure of document.querySelectorAll("#screen canvas")) {
              const [own, room] = [figure, figure.parentElement].map((one) => one.getBoundingClientRect());
              if (own.height < least * 13 || own.bottom > room.bottom + 1 || own.right > room.right + 1) {
                faults.push(`a figure of ${own.width} x ${own.height} in ${room.width} x ${room.height}`);
              }
            }
            const small = window.letters.splice(0).filter(([size]) => size < least - 0.1);
            faults.push(...small.map(([size, text]) => `${size} px in a figure: ${text}`));
            return { faults, title: screen.querySelector("h1").textContent, step: Number(screen.dataset.step) };
          }, least);
          visit.check.deepEqual(found.faults, [], `${set} ${found.step}: ${found.faults.join("; ")}`);
          seen.add(found.title);
          const [at, count] = (await visit.text(".present .bar span")).match(/\d+/g).map(Number);
          if (at === count) {
            break;
          }
          place = found.step + 1;
          await press(visit, "ArrowRight");
        }
        visit.check.equal(seen.size, tasks, set);
      }
    },
  })),
  {
    name: "classroom pages under data that the tasks are not for lead to those they are for",
    hash: "#/present/start?v=2&lang=en&data=europe&step=6",
    shares: true,
    run: async (visit) => {
      for (const hash of [
        "#/present/start?v=2&lang=en&data=europe&step=6",
        "#/worksheet/start?v=2&lang=en&data=europe",
        "#/class/start?v=2&lang=en&data=europe",
        "#/task?v=2&lang=en&data=europe&id=few-events",
      ]) {
        await visit.turn(hash);
        const link = await visit.element(".to-data");
        visit.check.match(await visit.text("main"), /made for another data set/);
        const to = await link.evaluate((link) => link.getAttribute("href"));
        visit.check.match(to, /data=teaching/);
        visit.check.ok(!hash.includes("step") || to.includes("step=6"), to);
        await visit.turn(to);
        await visit.element("#screen, .sheet section, #class-count, #hand-in");
      }
      visit.startedWith = visit.seen();
      await visit.turn(ofTeaching("#/present/nothing?lang=en"));
      await visit.element("#to-list");
      visit.check.match(await visit.text("main"), /no such task here/);
    },
  },
  {
    name: "files of a class and a zip of them are dropped, for every task of the lesson",
    hash: at("just-young"),
    run: async (visit) => {
      const codes = {};
      for (const id of ["just-young", "divide-by-what"]) {
        await visit.anew(at(id));
        await click(visit, "#choice-0");
        await click(visit, "#hand-in");
        codes[id] = await visit.text("#code");
      }
      await visit.anew(at("just-young"));
      await click(visit, "#choice-2");
      await click(visit, "#hand-in");
      const other = await visit.text("#code");
      await visit.turn(ofTeaching("#/class/teaching?lang=en&id=just-young"));
      await visit.element("#codes");
      const packed = zip([["a/kari.txt", `Kari ${Object.values(codes).join(" and ")}`]]);
      await visit.drop(".class-of", [
        { name: "class.zip", content: packed },
        { name: "ola.txt", content: other },
      ]);
      await visit.until(async () => (await visit.text("#class-count")) === "2 answers.", "both files are counted");
      visit.check.equal(await visit.text("#files-told"), "Texts read: 2.");
      await visit.page.select("#class-task", "divide-by-what");
      await visit.until(async () => (await visit.text("#class-count")) === "1 answer.", "and for the other task");
    },
  },
  {
    name: "the tasks of the teaching data are listed, those of other data lead to them, in every language",
    hash: "#/tasks?lang=nb",
    shares: true,
    run: async (visit) => {
      for (const [lang, title] of [["nb", "Klasserom"], ["nn", "Klasserom"], ["en", "Classroom"]]) {
        await visit.turn(ofTeaching(`#/tasks?lang=${lang}`));
        await visit.element("#set-teaching li");
        await visit.until(() => visit.page.evaluate((lang) => document.documentElement.lang === lang, lang), lang);
        visit.check.equal(await visit.text("h1"), title);
        visit.check.equal((await visit.page.$$("#set-start > ol > li")).length, 3);
        visit.check.equal((await visit.page.$$("#set-teaching > ol > li")).length, 12);
        visit.check.equal((await visit.page.$$(".task-set h3")).length, 0, "none is hidden");
      }
      const link = await visit.page.$$eval(".task-set a", (all) =>
        all.map((one) => one.getAttribute("href")).find((href) => href.includes("data=europe")),
      );
      visit.check.ok(link);
      await visit.turn(`${link}&lang=en`);
      await visit.element("#set-europe li");
      // These data and their tasks are fetched when they are chosen.
      visit.startedWith = visit.seen();
      visit.check.equal((await visit.page.$$("#set-europe > ol > li")).length, 4);
      await visit.turn(ofTeaching("#/task?lang=en&data=europe&id=europe-order"));
      await click(visit, "#hand-in");
      visit.startedWith = visit.seen();
      visit.check.match(await visit.text("#verdict"), /From greatest to least: /);
    },
  },
  {
    name: "a class pastes its codes, hands are counted, and nothing is told before the reveal",
    hash: at("just-young"),
    shares: true,
    run: async (visit) => {
      const codes = [];
      for (const choice of [0, 2, 2]) {
        await visit.anew(at("just-young"));
        await click(visit, `#choice-${choice}`);
        await click(visit, "#hand-in");
        codes.push(await visit.text("#code"));
      }
      visit.check.equal(new Set(codes).size, 3, "two who answer alike have two codes");
      await visit.turn(ofTeaching("#/class/teaching?lang=en&id=just-young"));
      const area = await visit.element("#codes");
      const slip = codes[0].slice(0, -1) + (codes[0].endsWith("7") ? "8" : "7");
      await area.type(`Kari: ${codes[0]}\nhi! ${codes[1].toLowerCase()} ${codes[1]}\n(${codes[2]})\n${slip}\n`);
      await visit.until(async () => (await visit.text("#class-count")) === "3 answers.", "three are counted");
      const counts = async () => (await visit.rows("#class-table")).map(([, count]) => count);
      visit.check.deepEqual(await counts(), ["1", "0", "2"]);
      visit.check.match(await visit.text(".class-of"), /pasted several times, counted once: 1/);
      visit.check.match(await visit.text(".class-of"), /typing slip/);
      await click(visit, "#hand-1");
      await click(visit, "#hand-1");
      await click(visit, "#less-1");
      await visit.until(async () => (await counts()).join() === "1,1,2", "hands are counted");
      const bars = await visit.page.$$eval("#class-table rect", (all) => all.map((bar) => bar.getBoundingClientRect().width));
      visit.check.ok(Math.abs(bars[2] - 2 * bars[0]) < 1 && bars[0] > 10, `${bars}`);
      visit.check.doesNotMatch(await visit.text(".class-page"), /The right answer/);
      await click(visit, "#reveal-class");
      visit.check.match(await visit.text("#verdict"), /The right answer: It becomes larger/);
      const stored = await visit.page.evaluate(() => JSON.stringify({ ...localStorage }));
      visit.check.ok(codes.every((code) => !stored.includes(code)), stored);
      // Codes of a whole lesson are pasted once.
      await visit.page.select("#class-task", "divide-by-what");
      const pasted = async () => (await visit.element("#codes")).evaluate((area) => area.value);
      await visit.until(async () => /divide-by-what/.test(await visit.page.evaluate(() => location.hash)), "another task");
      visit.check.match(await pasted(), new RegExp(codes[0]));
    },
  },
  {
    name: "codes of another task of the lesson lead to it, and those of none are named",
    hash: at("divide-by-what"),
    run: async (visit) => {
      await click(visit, "#choice-0");
      await click(visit, "#hand-in");
      const code = await visit.text("#code");
      await visit.turn(ofTeaching("#/class/teaching?lang=en&id=just-young"));
      const area = await visit.element("#codes");
      await area.type(`Kari: ${code}\nOla: 1XTN-EFE8-RG16\n`);
      await visit.until(async () => (await visit.page.$$(".to-task")).length === 1, "the other task is named");
      visit.check.equal(await visit.text("#class-count"), "0 answers.");
      visit.check.match(await visit.text(".elsewhere"), /: 1 answer\s.*not belong to this lesson: 1XTN-EFE8-RG16/s);
      await click(visit, ".to-task");
      await visit.until(async () => (await visit.text("#class-count")) === "1 answer.", "it is counted there");
      visit.check.equal((await visit.page.$$(".to-task")).length, 0);
    },
  },
  {
    name: "a lesson is presented by keys alone, with the network off",
    hash: "#/present/start?lang=en",
    run: async (visit) => {
      await visit.element("#screen");
      await visit.page.setOfflineMode?.(true).catch(() => {});
      // The browser asks for the icon of its tab anew at each new address.
      visit.expect(/ERR_INTERNET_DISCONNECTED/);
      const step = () => visit.page.$eval("#screen", (screen) => Number(screen.dataset.step));
      const goes = async (key, wanted) => {
        await press(visit, key);
        await visit.until(async () => (await step()) === wanted, `${key} leads to ${wanted}`);
      };
      visit.check.equal(await step(), 0);
      const size = await visit.page.$eval(".ask", (text) => parseFloat(getComputedStyle(text).fontSize));
      visit.check.ok(size >= 22, `${size}`);
      const titles = new Set();
      // A line has no hands to count: while nobody has handed in, there is no step of the class.
      for (let place = 1; place < 18; place += place === 1 ? 2 : 1) {
        await goes([" ", "ArrowRight", "PageDown"][place % 3], place);
        visit.check.ok((await visit.text("#screen")).length > 20, `step ${place} has its text`);
        titles.add(await visit.text("#screen h1"));
      }
      visit.check.equal(titles.size, 3);
      visit.check.match(await visit.text(".present .bar"), /17 .* 17/);
      await goes("PageUp", 16);
      await goes("r", 15);
      const clock = () => visit.text(".clock");
      await press(visit, "t");
      await visit.until(async () => /^\d+ seconds$/.test(await clock()), "the clock runs");
      await press(visit, "t");
      await visit.until(async () => /^\d+ seconds, paused$/.test(await clock()), "and stands still");
      const left = await clock();
      await press(visit, "t", "t");
      visit.check.equal(await clock(), left);
      await visit.page.keyboard.down("Shift");
      await press(visit, "t");
      await visit.page.keyboard.up("Shift");
      await visit.until(async () => (await clock()) === "", "Shift and T end it");
      await press(visit, "Escape");
      await visit.element("#set-start");
      await visit.page.setOfflineMode?.(false).catch(() => {});
    },
  },
  {
    name: "six tasks are played from one visit without a request after the start",
    hash: "#/tasks?lang=nn",
    run: async (visit) => {
      await visit.element("#set-teaching li");
      for (const id of ["total-and-parts", "many-or-likely", "new-base", "not-yet", "year-after-year", "two-sentences"]) {
        await visit.page.evaluate((id) => (location.hash = `#/task?lang=nn&id=${id}`), id);
        await visit.until(
          () => visit.page.evaluate((id) => location.hash.includes(id) && !!document.querySelector("#hand-in"), id),
          `${id} is there`,
        );
        if (id === "year-after-year") {
          for (const end of [0, 1]) {
            await click(visit, `#handle-${end}`);
          }
        }
        await click(visit, "#hand-in");
        visit.check.ok((await visit.text("#verdict")).length > 20, id);
      }
      await visit.page.evaluate(() => (location.hash = "#/tasks"));
      await visit.element("#save-progress");
      visit.check.equal((await visit.page.$$("main ul code")).length, 6);
    },
  },
  {
    name: "a worksheet is black and white, fits A4, and has its key on a page of its own",
    needs: ["pdf"],
    hash: "#/worksheet/start?lang=en&key=1",
    places: ["site"],
    shares: true,
    run: async (visit) => {
      if (visit.browser !== "chromium") {
        return;
      }
      await visit.element(".sheet.key");
      visit.check.ok((await visit.page.$$(".sheet .drawn-sheet svg")).length >= 3);
      visit.check.ok(await visit.page.$(".sheet .qr svg"));
      const printed = async () => {
        const margin = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, "12mm"]));
        return coloursOf(await visit.page.pdf({ format: "A4", margin }));
      };
      const lesson = await printed();
      visit.check.equal(lesson.filter(({ text }) => /The right answer|Answer key/.test(text)).length, 1, "one page");
      await visit.anew(ofTeaching("#/worksheet/teaching?lang=en&key=1"));
      await visit.element(".sheet.key");
      const pages = await printed();
      // A task begins and ends on one page: its heading, its figure and the room for the answer.
      const on = (text) => pages.findIndex((page) => page.text.replaceAll(/\s+/g, " ").includes(text));
      const [asked, last] = [on("Which bar do you trust least?"), on("Rest of Eastern Europe")];
      visit.check.equal(asked, last, "the question, its figure and its choices are not parted");
      visit.check.ok(pages[asked].text.includes("Because:"));
      const ordered = pages[on("Many, or often?")].text;
      visit.check.match(ordered, /Write the numbers 1 to 5 on the lines/);
      for (const { colours, width, height } of pages) {
        const coloured = colours.filter((colour) => !isGrey(colour));
        visit.check.deepEqual(coloured, []);
        visit.check.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} x ${height}`);
      }
      const first = pages.findIndex(({ text }) => /Answer key/.test(text));
      visit.check.ok(first > 0, "the key is not on the first page");
      const before = pages.slice(0, first).map(({ text }) => text).join(" ");
      visit.check.doesNotMatch(before, /The right answer|Answer key/);
      visit.check.match(pages[first].text, /Synthetic/);
      await visit.anew(ofTeaching("#/worksheet/start?lang=en"));
      await visit.element(".sheet");
      visit.check.equal(await visit.page.$(".sheet.key"), null, "no key unless it is asked for");
    },
  },
  {
    name: "a task made at a figure is tried, and its file opens again",
    hash: "#/explore?lang=en&measure=rate&by=group&split=",
    run: async (visit) => {
      const summary = await visit.element(".make-task > summary");
      await summary.click();
      const type = await visit.element(".make select");
      visit.check.ok((await type.$$eval("option", (all) => all.length)) >= 4);
      await type.select("order");
      const link = await visit.element(".make .try-task");
      const href = await link.evaluate((link) => link.getAttribute("href"));
      await visit.turn(href);
      visit.check.match(await visit.text(".by-whom"), /by whoever made the task, not by this site/);
      await click(visit, "#hand-in");
      visit.check.match(await visit.text("#verdict"), /From greatest to least/);
      const file = await readFile(path.join(visit.folder, "tasks/many-or-likely.oppgave.json"), "utf8");
      await visit.turn(ofTeaching("#/task?lang=en&id=many-or-likely"));
      await visit.element("#hand-in");
      visit.check.equal(await visit.page.$(".by-whom"), null, "a task of the site");
      await visit.turn(ofTeaching("#/tasks?lang=en"));
      await visit.element("#files");
      await visit.choose("#files", [{ name: "mine.oppgave.json", content: file.replace("many-or-likely", "mine") }]);
      await visit.element("#set-my-lesson li");
      const newer = file.replace('"task": 1', '"task": 2');
      await visit.choose("#files", [{ name: "newer.oppgave.json", content: newer }]);
      await visit.until(
        async () => /newer\.oppgave\.json is of another version: found task 2, can read task 1/.test(await visit.text("main")),
        "a newer file is refused with the reason",
      );
    },
  },
  {
    name: "pages of the classroom have nothing that axe finds, on a phone as well",
    hash: "#/tasks?lang=nb",
    places: ["site"],
    viewport: { width: 390, height: 844 },
    shares: true,
    run: async (visit) => {
      const pages = [
        ["#/tasks?lang=nb", "#set-teaching li"],
        ["#/task?lang=nn&id=total-and-parts", "#hand-in"],
        ["#/task?lang=en&id=many-or-likely", "#hand-in"],
        ["#/class/teaching?lang=nb&id=new-base", "#codes"],
        ["#/present/start?lang=nb", "#screen"],
        ["#/worksheet/start?lang=nn&key=1", ".sheet.key"],
      ];
      for (const [hash, selector] of pages) {
        await visit.turn(ofTeaching(hash));
        await visit.element(selector);
        const found = await findings(visit.page);
        visit.check.deepEqual(found, [], `${hash}: ${JSON.stringify(found, null, 1)}`);
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
        visit.check.ok(wide <= 390, `${hash} is ${wide} wide`);
      }
    },
  },
  {
    name: "the class pack holds page, data, tasks and sheets, and its page plays a task from the disk",
    hash: "#/tasks?lang=nb",
    places: ["offline"],
    run: async (visit) => {
      await visit.element("#set-teaching li");
      // What is put together goes with the pack.
      await click(visit, "#set-start li:nth-of-type(3) .put-in");
      await visit.element("#set-my-lesson li");
      await visit.page.evaluate(() => {
        window.saved = [];
        const create = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          window.saved.push(blob);
          return create(blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await visit.page.click("#class-pack");
      await visit.until(() => visit.page.evaluate(() => window.saved.length > 0), "the pack is made");
      const data = await visit.page.evaluate(async () => {
        let data = "";
        for (const byte of new Uint8Array(await window.saved.at(-1).arrayBuffer())) {
          data += String.fromCharCode(byte);
        }
        return btoa(data);
      });
      const files = unzipped(Buffer.from(data, "base64"));
      const names = [...files.keys()];
      for (const name of ["utvandring.html", "les-meg.html", "les-meg-nynorsk.html", "read-me.html", "tasks/index.json"]) {
        visit.check.ok(names.includes(name), names.join(" "));
      }
      visit.check.ok(names.filter((name) => name.endsWith(".oppgave.json")).length >= 18);
      visit.check.match(files.get("read-me.html").toString("utf8"), /privacy/);
      visit.check.match(files.get("tasks/min-time.oppgave.json").toString("utf8"), /"few-events"/);
      const page = path.join(await visit.temporaryFolder(), "utvandring.html");
      await writeFile(page, files.get("utvandring.html"));
      const url = pathToFileURL(page).href;
      await visit.open("", { url });
      await visit.element("#set-packed-lesson li");
      visit.check.equal((await visit.page.$$("#set-packed-lesson > ol > li")).length, 1);
      await visit.open(ofTeaching("#/task?lang=en&id=total-and-parts"), { url });
      await click(visit, "#hand-in");
      visit.check.match(await visit.text("#verdict"), /answer is 0\.86% in 2000 and 0\.96% in 2023/);
    },
  },
];
