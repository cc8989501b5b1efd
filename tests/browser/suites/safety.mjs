// What a hostile file, script or frame may try, and a module that stops all the same.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "../support/server.mjs";

const OWN = "group,year,emigrations,person_years\nx,2020,27,1500.5\ny,2020,9,800\n";

// Has a call into the module end in a trap of the browser's own when the page has been told to: what the
// module is called for is not begun.
const TRAPS = () => {
  window.trapsAt = new Set();
  const unreachable = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (module, imports) => {
    const { exports } = await instantiate(module, imports);
    const trap = new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports.t;
    const at = (name, act) =>
      (...given) => {
        const isDue = [...window.trapsAt].some((due) => name.includes(due));
        if (isDue) {
          window.trapsAt.clear();
          return trap();
        }
        return act(...given);
      };
    const all = Object.entries(exports).map(([name, one]) => [name, typeof one === "function" ? at(name, one) : one]);
    return { exports: Object.fromEntries(all) };
  };
};

// Lets the memory of every module that is compiled grow to so many pages of 64 KiB at most.
const LIMITED = (pages) => {
  const ofBytes = WebAssembly.compile;
  const leb = (value) => {
    const bytes = [];
    do {
      bytes.push((value & 127) | (value > 127 ? 128 : 0));
      value >>= 7;
    } while (value > 0);
    return bytes;
  };
  const limited = (buffer) => {
    const bytes = new Uint8Array(buffer);
    const read = (at) => {
      let [value, shift, next] = [0, 0, at];
      do {
        value |= (bytes[next] & 127) << shift;
        shift += 7;
      } while (bytes[next++] & 128);
      return [value, next];
    };
    for (let at = 8; at < bytes.length; ) {
      const [length, start] = read(at + 1);
      if (bytes[at] === 5) {
        // One memory, which has no maximum.
        const [least] = read(start + 2);
        const memory = [1, 1, ...leb(least), ...leb(least + pages)];
        window.least = least;
        const section = [5, ...leb(memory.length), ...memory];
        return new Uint8Array([...bytes.subarray(0, at), ...section, ...bytes.subarray(start + length)]);
      }
      at = start + length;
    }
    // A part of a module has that of the module.
    return bytes;
  };
  WebAssembly.compile = async (bytes) => ofBytes.call(WebAssembly, limited(bytes.buffer ?? bytes));
  WebAssembly.compileStreaming = async (response) => WebAssembly.compile(await (await response).arrayBuffer());
};

// What browsers tell of a module that stops. WebKit tells no more of an error on a page from the disk than that
// there was one.
const STOPS = /unreachable|RuntimeError|memory|^error: Script error\.$/i;

const notice = (visit) => visit.text(".stopped.ended");

// Presses a button of the notice by its place, and waits until the app is there again.
const restart = async (visit, place = 0) => {
  const buttons = await visit.page.$$(".stopped.ended .again button");
  await buttons[place].evaluate((button) => button.click());
  await visit.until(async () => (await visit.page.$(".stopped.ended")) === null, "the page has started again");
  await visit.started();
};

// What the links save: the policy lets nobody fetch them.
const saved = async (visit) => {
  const names = await visit.page.$$eval(".own-files a", (links) => links.map(({ download }) => download));
  const texts = await visit.page.evaluate(() => Promise.all([...window.kept.values()].map((blob) => blob.text())));
  return names.map((name, place) => [name, texts[place]]);
};

// Keeps what the page offers to save where a test can read it.
const KEEPS = () => {
  window.kept = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = create.call(URL, blob);
    if (!/javascript/.test(blob.type)) {
      window.kept.set(address, blob);
    }
    return address;
  };
};

const prepared = async (visit, hash, ...changes) => {
  for (const [change, ...given] of changes) {
    await visit.page.evaluateOnNewDocument(change, ...given);
  }
  await visit.open(hash);
};

// Gives `run` a way to show an address of the page in a frame of another site.
const inFrame = async (visit, run) => {
  const { page } = visit;
  // The page around the frame has no icon.
  visit.expect(/404/);
  const folder = await visit.temporaryFolder();
  const around = "<!doctype html><title>Frames</title><iframe width=700 height=500></iframe>";
  await writeFile(path.join(folder, "index.html"), around);
  const host = await serve(folder);
  try {
    await page.goto(host.url);
    await page.evaluate(() => {
      window.heights = [];
      addEventListener("message", ({ data }) => data?.utvandring && window.heights.push(data.utvandring));
    });
    const framed = async (hash) => {
      await page.evaluate(() => (document.querySelector("iframe").src = "about:blank"));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await page.evaluate((address) => {
        window.heights = [];
        document.querySelector("iframe").src = address;
      }, visit.url + hash);
      const inside = async () => (await page.frames()).find((frame) => frame.url().startsWith(visit.url));
      await visit.until(async () => {
        const frame = await inside();
        const isThere = () => window.utvandring !== undefined && document.querySelector("main:not(.skeleton *)") !== null;
        return frame !== undefined && (await frame.evaluate(isThere).catch(() => false));
      }, "the frame has its page");
      const frame = await inside();
      await frame.evaluate(async () => {
        await window.utvandring.shown;
        await window.utvandring.ready;
      });
      return frame;
    };
    await run(framed);
  } finally {
    host.close();
  }
  visit.startedWith = undefined;
  visit.requested.length = 0;
};

const openOwn = async (visit, name = "min-klasse") => {
  await visit.choose("#files", [{ name: `${name}.csv`, content: OWN }]);
  await visit.until(
    async () => (await visit.page.$eval("#dataset", (select) => select.value)) === `~${name}`,
    "the file is open",
  );
};

export const tests = [
  ...[
    ["nb", /Siden har stoppet/, /Det siste du valgte, var/, /kan lagres/, "Start på nytt"],
    ["nn", /Sida har stoppa/, /Det siste du valde, var/, /kan lagrast/, "Start på nytt"],
    ["en", /The page has stopped/, /The last thing you chose was/, /can be saved/, "Start again"],
  ].map(([lang, title, last, keeps, again]) => ({
    name: `a module that stops says so in ${lang}, keeps own data, and starts again where it was`,
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(STOPS);
      await prepared(visit, `#/data?lang=${lang}`, [TRAPS], [KEEPS]);
      await openOwn(visit);
      const hash = `#/explore?lang=${lang}&data=~min-klasse&measure=emigrations&by=group`;
      await page.evaluate((hash) => (location.hash = hash), hash);
      await visit.element(".explore .figure canvas");
      const before = await visit.rows(".explore table.numbers");
      const address = await page.evaluate(() => location.hash);
      await page.evaluate(() => window.kept.clear());
      // The next listener of the app that is called stops the module: that of the link, and no other one in between.
      await page.$eval("header nav a", (link) => {
        window.trapsAt.add("invoke");
        link.click();
      });
      const told = await notice(visit);
      check.match(told, title);
      check.match(told, last);
      check.match(told, keeps);
      check.match(told, new RegExp(again));
      check.deepEqual(await saved(visit), [["min-klasse.csv", OWN]]);
      // What was shown is still there to be read, and nothing of it answers.
      check.equal(await page.$eval("#app", (app) => app.inert), true);
      await check.rejects(async () => visit.api("tables"), /the module has stopped/);
      const now = await page.evaluate(() => location.hash);
      await page.evaluate((address) => history.replaceState(null, "", address), address);
      check.ok(now.includes("data="), now);
      await restart(visit);
      check.equal(await page.evaluate(() => location.hash), address);
      check.deepEqual(await visit.rows(".explore table.numbers"), before);
      const { rows } = await visit.api("compute", { measure: "emigrations", by: ["group"] });
      check.deepEqual(rows.map((row) => row.value), [27, 9]);
      // It answers as the first one did, and what listened for the first one is silent.
      await page.select("#dataset", "teaching");
      await visit.until(() => page.evaluate(() => location.hash.includes("data=teaching")), "a choice is taken");
      await page.evaluate(() => (location.hash = "#/report"));
      await visit.element("#fig1 canvas");
      // The other data set is fetched when it is chosen.
      visit.startedWith = visit.seen();
    },
  })),
  {
    name: "a module that stops when a script calls it says so, and a script can start a fresh one",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(STOPS);
      await prepared(visit, "#/?lang=en", [TRAPS]);
      const text = "group,year,emigrations\na,2020,1\n";
      await page.evaluate((content) => {
        const blob = new Blob([content]);
        // A disk that does not answer.
        blob.arrayBuffer = () => new Promise(() => {});
        window.pending = window.utvandring.open({ name: "x.csv", blob }).then(
          () => "opened",
          (error) => String(error),
        );
        window.trapsAt.add("compute");
      }, text);
      const thrown = await page.evaluate(() => {
        try {
          window.utvandring.compute({ measure: "emigrations" });
          return "";
        } catch (error) {
          return error instanceof WebAssembly.RuntimeError ? "RuntimeError" : String(error);
        }
      });
      check.equal(thrown, "RuntimeError");
      check.match(await page.evaluate(() => window.pending), /RuntimeError/, "what was awaited");
      check.match(await notice(visit), /a script calling compute/);
      await check.rejects(visit.api("compute", { measure: "emigrations" }), /the module has stopped/);
      await page.evaluate(() => window.utvandring.again());
      await visit.started();
      check.equal(await page.$(".stopped.ended"), null);
      check.ok((await visit.api("compute", { measure: "emigrations" })).rows.length > 0);
      // Called where nothing has stopped it does nothing.
      await page.evaluate(() => window.utvandring.again());
      check.ok((await visit.api("tables")).length > 0);
    },
  },
  {
    name: "a page whose memory is used up says so, and starts without the data that use it up",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(STOPS);
      await prepared(visit, "#/explore?lang=en", [LIMITED, 400], [KEEPS]);
      const told = await page.evaluate(async () => {
        const rows = [];
        for (let row = 0; row < 50_000; row += 1) {
          rows.push(`place ${row},${row % 97}\n`);
        }
        for (let file = 0; file < 80; file += 1) {
          const blob = new Blob(["place,emigrations\n", ...rows]);
          // What awaits a module that has stopped is not told: the page is.
          const opening = window.utvandring.open({ name: `del-${file}.csv`, blob });
          const opened = opening.then(() => "opened", () => "refused");
          const stopped = new Promise((resolve) => setTimeout(() => resolve("late"), 20_000));
          if ((await Promise.race([opened, stopped])) !== "opened" || document.querySelector(".stopped.ended")) {
            return file;
          }
        }
        return "never";
      });
      check.ok(told > 0, `the memory was used up after ${told} files`);
      check.match(await notice(visit), /The page has stopped/);
      const names = await page.$$eval(".own-files a", (links) => links.map(({ download }) => download));
      check.ok(names.length > 0 && names[0] === "del-0.csv", names.join(" "));
      // With the same data open it may come to the same end; from then on it offers to start without them.
      const buttons = () => page.$$(".stopped.ended .again button:not([disabled])");
      for (let tries = 0; tries < 4 && (await page.$(".stopped.ended")) !== null; tries += 1) {
        const all = await buttons();
        check.equal(all.length, tries === 0 ? 1 : 2);
        await all.at(-1).evaluate((button) => button.click());
        await visit.until(
          async () => (await page.$(".stopped.ended")) === null || (await buttons()).length > 0,
          "it has tried to start",
        );
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
      check.equal(await page.$(".stopped.ended"), null);
      await visit.started();
      check.ok((await visit.api("tables")).length > 0);
    },
  },
  {
    name: "arguments of no sense are refused by every function of the API, and the module goes on",
    hash: "#/?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      const found = await page.evaluate(async () => {
        const cyclic = [];
        cyclic.push(cyclic);
        const loop = {};
        loop.loop = loop;
        const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
        const claim = {};
        claim.where = claim;
        const within = (claims) => Array.from({ length: 10_000 }).reduce((where) => ({ where }), claims);
        const throwing = {
          get measure() {
            throw new Error("not now");
          },
        };
        const nonsense = [
          claim, within({}), { by: "year", where: { year: within([]) } }, throwing, undefined, null, {}, [], NaN, -1, 1e300, true, "", "__proto__", "constructor", 10n, Symbol("s"), () => {},
          new Date(NaN), cyclic, loop, deep, new Map([["measure", "rate"]]), new Proxy({}, {}), Object.create(null),
          [null], [undefined, 1], [{}], { measure: {} }, { measure: "rate", by: 1 }, { measure: "rate", by: [cyclic] },
          { measure: "rate", where: cyclic }, { measure: "rate", by: new Array(4294967295) }, new Array(4294967295),
          new Proxy([], { get: (list, name) => (name === "length" ? 10_000_000 : Reflect.get(list, name)) }),
          { measure: "rate", where: { year: new Array(100_000_000) } },
          { measure: "rate", where: { year: deep } }, { measure: "rate", level: "x" }, { measure: "rate", level: NaN },
          { method: cyclic }, { method: "rate", events: cyclic }, { method: "rate", events: deep, exposure: loop },
          { method: "proportion_comparison", a: [[cyclic]] }, { name: {}, blob: {} }, { name: "a.csv", blob: null },
          { blob: new Blob(["\u0000"]) }, { blob: new Blob([]) }, JSON.parse('{"__proto__": {"measure": "rate"}}'),
          JSON.parse('{"measure": "rate", "where": {"__proto__": "x", "constructor": ["y"]}}'),
        ];
        const odd = [];
        const tell = (error, what) => {
          const isTrap = (error) => error instanceof WebAssembly.RuntimeError || /out of bounds/.test(error.message);
          if (!(error instanceof Error) || isTrap(error)) {
            odd.push(`${what}: ${String(error)}`);
          }
        };
        const options = [
          undefined, null, 1, "svg", { format: {} }, { width: NaN }, { width: -1 }, { height: -1e9 }, { lang: [] },
          { scale: "x" }, { mapping: 1 }, { answers: loop },
        ];
        for (const name of ["open", "understand", "use", "compute", "figure", "calculate", "tables", "audit", "check", "overview"]) {
          // An audit takes no arguments, and works through the whole data set each time.
          for (const [place, value] of nonsense.slice(0, name === "audit" ? 1 : nonsense.length).entries()) {
            for (const option of place < 7 ? options : [undefined]) {
              try {
                await window.utvandring[name](value, option);
              } catch (error) {
                tell(error, `${name} ${place}`);
              }
            }
          }
        }
        return { odd, stopped: document.querySelector(".stopped.ended")?.innerText ?? "" };
      });
      check.deepEqual(found, { odd: [], stopped: "" });
      await page.evaluate(() => window.utvandring.use("teaching"));
      check.ok((await visit.api("compute", { measure: "emigrations", by: ["year"] })).rows.length > 5);
    },
  },
  {
    name: "a description in one long line is read whole, and one beyond its longest size is refused as that",
    hash: "#/?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      const told = await page.evaluate(async () => {
        const opened = async (count) => {
          const codes = Array.from({ length: count }, (_, at) => [`c${at}`, { en: `Country number ${at} of many` }]);
          const resources = [{ name: "t", path: "t.csv" }];
          const description = JSON.stringify({ name: "long", labels: { country: Object.fromEntries(codes) }, resources });
          const files = [
            { name: "datapackage.json", blob: new Blob([description]) },
            { name: "t.csv", blob: new Blob(["year,country,emigrations\n2020,c1,3\n2020,c2,4\n"]) },
          ];
          try {
            const { tables } = await window.utvandring.open(files);
            return [description.length > 2 << 20, tables[0].rows];
          } catch ({ message }) {
            return [description.length > 16 << 20, message];
          }
        };
        return [await opened(50_000), await opened(400_000)];
      });
      const [[isLong, rows], [isTooLong, refusal]] = told;
      check.ok(isLong && isTooLong);
      check.equal(rows, 2);
      check.match(refusal, /16/);
    },
  },
  {
    name: "columns and codes named as parts of JavaScript objects are as good as any other",
    hash: "#/?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      const answer = await page.evaluate(async () => {
        const rowsOf = ["__proto__,toString,2020,3", "constructor,hasOwnProperty,2020,4"];
        const text = ["__proto__,constructor,year,emigrations", ...rowsOf, ""].join("\n");
        await window.utvandring.open({ name: "__proto__.csv", blob: new Blob([text]) });
        const { rows } = window.utvandring.compute({
          measure: "emigrations",
          by: ["__proto__", "constructor"],
          where: JSON.parse('{"__proto__": ["__proto__", "constructor"]}'),
        });
        const isPlain = (key) => Object.getPrototypeOf(key) === Object.prototype;
        const own = rows.map(({ key, value }) => [Object.entries(key), isPlain(key), value]);
        const [table] = window.utvandring.tables();
        const where = JSON.parse('{"__proto__": "constructor", "constructor": "hasOwnProperty"}');
        const one = window.utvandring.compute({ measure: "emigrations", where }).rows[0].value;
        return { own, names: table.dimensions.map(({ name }) => name), one, polluted: {}.year ?? null };
      });
      check.deepEqual(answer, {
        own: [
          [[["__proto__", "__proto__"], ["constructor", "toString"]], true, 3],
          [[["__proto__", "constructor"], ["constructor", "hasOwnProperty"]], true, 4],
        ],
        names: ["__proto__", "constructor", "year"],
        one: 4,
        polluted: null,
      });
      const question = "#/explore?lang=en&data=~__proto__&measure=emigrations&by=__proto__&split=constructor";
      await page.evaluate((question) => (location.hash = question), question);
      await visit.until(async () => {
        await visit.unfoldTables();
        return (await page.$$("main table.numbers td")).length >= 2;
      }, "the numbers are on the page");
      const lines = (await visit.rows("main table.numbers")).slice(1);
      const numbers = lines.map(([head, ...cells]) => [head, cells.filter((cell) => /^\d+$/.test(cell))]);
      check.deepEqual(numbers, [["__proto__", ["3"]], ["constructor", ["4"]]]);
    },
  },
  {
    name: "a frame tells no height of own data, of their names, or after it was anything but an embedded figure",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      await inFrame(visit, async (framed) => {
        // What the page before told counts for that page: the frame says when it has another address.
        const turn = async (hash) => {
          await (await inside()).evaluate(() => {
            const turned = () => parent.postMessage({ utvandring: "turned" }, "*");
            addEventListener("hashchange", turned, { once: true });
          });
          await page.evaluate((address) => {
            window.turned = new Promise((turned) => {
              addEventListener("message", function heard({ data }) {
                if (data?.utvandring === "turned") {
                  window.heights = [];
                  removeEventListener("message", heard);
                  turned();
                }
              });
            });
            document.querySelector("iframe").src = address;
          }, visit.url + hash);
          await page.evaluate(() => window.turned);
          await frames();
        };
        const heights = () => page.evaluate(() => window.heights.length);
        // A page tells a height in the frame that its layout changed in: frames tell when it has, on a slow machine too.
        const inside = async () => (await page.frames()).find((frame) => frame.url().startsWith(visit.url));
        const frames = async () => {
          await (await inside()).evaluate(async () => {
            for (let left = 60; left > 0; left -= 1) {
              await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            }
          });
        };
        // What is under way from one page is not taken for what the next one tells.
        const quiet = () =>
          visit.until(async () => {
            const before = await heights();
            await frames();
            return (await heights()) === before;
          }, "nothing more is told");
        const embedded = "#/embed/explore?measure=emigrations&by=year&data=teaching";
        await framed(embedded);
        await visit.until(async () => (await heights()) > 0, "an embedded figure tells its height");
        // Data and letters that come late can change its layout once more.
        await visit.until(async () => (await (await inside()).$("main.embedded canvas")) !== null, "it is drawn");
        await (await inside()).evaluate(async () => {
          await document.fonts.ready;
        });
        await quiet();
        await turn("#/embed/explore?measure=emigrations&by=year&data=~x");
        check.equal(await heights(), 0, "whether a file of a name is open");
        const frame = await framed("#/data?lang=en");
        await frame.evaluate(async (text) => {
          await window.utvandring.open({ name: "x.csv", blob: new Blob([text]) });
        }, OWN);
        for (const hash of ["#/embed/explore?measure=emigrations&by=group&data=~x", embedded, "#/embed/fig5"]) {
          await turn(hash);
          check.ok(await frame.$("main.embedded"), hash);
          check.equal(await heights(), 0, hash);
        }
      });
    },
  },
  {
    name: "a frame takes no files of the visitor's, and says where they can be opened",
    places: ["site"],
    opens: false,
    run: async (visit) => {
      const { check } = visit;
      await inFrame(visit, async (framed) => {
        const frame = await framed("#/data?lang=en");
        await visit.until(async () => (await frame.$(".open-files a")) !== null, "where files can be opened");
        check.equal(await frame.$("#files"), null);
        const link = await frame.$eval(".open-files a", ({ href, target }) => [href, target]);
        check.deepEqual([link[0].split("?")[0], link[1]], [`${visit.url}#/data`, "_blank"]);
        await frame.evaluate((text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "x.csv"));
          document.querySelector("main").dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer }));
        }, OWN);
        const said = () => frame.$eval("#app", (app) => app.textContent.split("Another site shows this page").length);
        await visit.until(async () => (await said()) === 3, "it is said once more");
        const open = await frame.$$eval("#dataset option", (options) => options.map(({ value }) => value));
        check.ok(open.length > 1);
        check.deepEqual(open.filter((name) => name.startsWith("~")), []);
      });
    },
  },
  {
    name: "a file of ten thousand codes can be asked about, and its boxes are found by name",
    hash: "#/explore?lang=en",
    run: async (visit) => {
      const { page, check } = visit;
      const rows = Array.from({ length: 10_000 }, (_, at) => `k${at},2020,${at % 7},${1000 + at}\n`);
      const content = `group,year,emigrations,person_years\n${rows.join("")}`;
      await page.evaluate(async (text) => {
        await window.utvandring.open({ name: "many.csv", blob: new Blob([text]) });
      }, content);
      await page.evaluate(() => (location.hash = "#/explore?measure=emigrations&by=year&lang=en"));
      const groups = "details.codes";
      await visit.until(async () => (await page.$(groups)) !== null, "Explore answers");
      check.equal(await page.$(`${groups} input[type=checkbox]`), null, "boxes of what is folded");
      await page.$eval(`${groups} summary`, (summary) => summary.click());
      const boxes = () => page.$$eval(`${groups} .code-list label`, (labels) => labels.length);
      await visit.until(async () => (await boxes()) === 300, "the first boxes");
      check.match(await visit.text(groups), /and 9700 more/);
      await page.type(`${groups} input[type=search]`, "k9999");
      await visit.until(async () => (await boxes()) === 1, "the one that is sought");
      await page.$eval(`${groups} .code-list input`, (input) => input.click());
      await visit.until(async () => /9999\/10000/.test(await visit.text(`${groups} summary`)), "one is left out");
    },
  },
  {
    name: "what others have written into the page is not handed out with it",
    places: ["offline"],
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      // What an extension writes is not allowed by the policy here, as it is by those of extensions.
      visit.expect(/style/);
      await prepared(visit, "#/data", [KEEPS]);
      await openOwn(visit);
      await page.evaluate(() => {
        const made = (tag, fields, textContent = "") =>
          Object.assign(document.createElement(tag), fields, { textContent });
        document.head.append(made("style", { id: "ext" }, ".secret-of-extension {}"));
        document.head.append(made("meta", { name: "secret-of-extension" }));
        document.head.append(made("link", { rel: "prefetch", href: "data:,secret-of-extension" }));
        document.body.append(made("div", { id: "secret-of-extension" }, "secret-of-extension"), "secret-of-extension");
        document.body.append(made("script", { type: "text/plain" }, "secret-of-extension"));
        document.documentElement.append(made("secret-of-extension", {}));
        const { documentElement, head, body } = document;
        for (const element of [documentElement, head, body, document.getElementById("app")]) {
          element.setAttribute("data-secret-of-extension", "1");
        }
        document.getElementById("stopped").append("secret-of-extension");
        document.body.append(document.createComment("secret-of-extension"));
        HTMLAnchorElement.prototype.click = function () {
          window.handed = window.kept.get(this.href);
        };
      });
      await page.evaluate(() => window.kept.clear());
      await page.$eval(`[data-along="hand_out"]`, (button) => button.click());
      await visit.until(() => page.evaluate(() => window.handed !== undefined), "the page is handed out");
      const text = await page.evaluate(() => window.handed.text());
      check.doesNotMatch(text, /secret-of-extension/);
      // It is a page all the same, that opens with the data in it.
      const file = await visit.file("delt.html", text);
      await visit.open("", { url: pathToFileURL(file).href });
      check.equal(await page.$eval("#dataset", (select) => select.value), "~min-klasse");
      check.equal(await page.evaluate(() => getComputedStyle(document.querySelector("main")).display), "block");
      const { rows } = await visit.api("compute", { measure: "emigrations", by: ["group"] });
      check.deepEqual(rows.map((row) => row.value), [27, 9]);
      // An address to begin with that is none is not followed.
      const led = text.replace(/"start":\s*"#[^"]*"/, '"start":"javascript:window.led=1"');
      check.notEqual(led, text);
      await visit.open("", { url: pathToFileURL(await visit.file("ledet.html", led)).href });
      check.equal(await page.evaluate(() => window.led), undefined);
    },
  },
  {
    name: "the module of the workers that stops on the page is told, and the next file gets a fresh one",
    opens: false,
    run: async (visit) => {
      const { page, check } = visit;
      visit.expect(STOPS);
      await prepared(visit, "#/data?lang=en", [() => delete window.Worker], [TRAPS]);
      await page.evaluate(() => window.trapsAt.add("serve_import"));
      const file = { name: "endringer.csv", content: "region;år;Utvandring\nA;2020;5\nB;2020;6\n" };
      await visit.choose("#files", [file]);
      const rows = await visit.rows("#problems table");
      check.equal(rows[1][0], "endringer.csv");
      check.equal(await page.$(".stopped.ended"), null, "the page goes on");
      await visit.choose("#files", [file]);
      await visit.element("#import-card-1");
    },
  },
];
