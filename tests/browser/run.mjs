// Runs the suites in Chromium, Firefox and WebKit, on the served site and on offline.html from the disk.
//   node run.mjs [part of a test's name ..]
// Prints a line for each test, also for one that a browser cannot run, and `browser tests: N passed, N failed`.
// UTVANDRING_BROWSERS names the browsers ("webkit", "chromium firefox") where not all are wanted, and
// UTVANDRING_PLACES the places ("site", "offline"). UTVANDRING_CHOSEN names browsers that do only what is in
// support/chosen.mjs.
import { mkdir, readdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { BROWSERS, lacks } from "./support/browsers.mjs";
import { CHOSEN } from "./support/chosen.mjs";
import { ofTeaching } from "./support/routes.mjs";
import { Visit } from "./support/visit.mjs";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");
const FOLDER = path.join(ROOT, "pkg");
const FAILURES = path.join(ROOT, "target/browser-failures");
const TEST_LIMIT = 240_000;
const PICTURE_LIMIT = 10_000;
const WORTH_A_BROWSER = 5;
/** How often a test begins whose browser is lost to its driver before there is a page. */
const TRIALS = 3;
const PLACES = process.env.UTVANDRING_PLACES?.split(/[ ,]+/) ?? ["site", "offline"];

async function suites() {
  const folder = path.join(HERE, "suites");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".mjs")).sort();
  const modules = await Promise.all(names.map((name) => import(path.join(folder, name))));
  return modules.flatMap(({ tests }, index) =>
    tests.map((test) => ({ ...test, suite: path.parse(names[index]).name })),
  );
}

function limited(promise, limit) {
  let timer;
  const late = new Promise((_, reject) => {
    const error = new Error(`not finished after ${limit / 1000} s`);
    timer = setTimeout(() => reject(error), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * What is to be done in a browser: tests of a suite that share a visit, and then those that have one of their own:
 * at the end a browser waits for one test at most until the others have come to theirs.
 */
function queueOf(tests, browserName) {
  const queue = [];
  for (const place of PLACES) {
    for (const test of tests.filter(({ places = PLACES }) => places.includes(place))) {
      const titled = { ...test, title: `${browserName.padEnd(8)} ${place.padEnd(7)} ${test.suite}: ${test.name}` };
      const suite = test.shares && test.suite;
      const begun = suite && queue.find((visit) => visit.place === place && visit.suite === suite);
      if (begun) {
        begun.tests.push(titled);
      } else {
        queue.push({ place, suite, tests: [titled] });
      }
    }
  }
  return queue.sort((a, b) => b.tests.length - a.tests.length);
}

async function perform(test, visit, isFirst) {
  const hash = ofTeaching(test.hash);
  if (!isFirst && test.opens === false) {
    await visit.beginAgain();
  } else if (!isFirst) {
    // What is not said would be as the test before left it.
    await visit.goOn(hash.includes("lang=") ? hash : `${hash}&lang=nb`, test.viewport);
  } else if (test.opens !== false) {
    await visit.open(hash);
  }
  await test.run(visit);
  await visit.conclude();
}

/** Tells what stands on the page of a failed test, and leaves a picture of it. */
async function pictured(visit, title) {
  const shown = () => `${location.hash}\n${document.querySelector("main")?.innerText.slice(0, 1000)}`;
  const standing = await limited(visit?.page.evaluate(shown), PICTURE_LIMIT).catch(String);
  console.log(String(standing).replaceAll(/^/gm, "       | "));
  await mkdir(FAILURES, { recursive: true });
  const file = `${title}.png`.replaceAll(/[^\w.-]+/g, "_");
  await visit?.page.screenshot({ path: path.join(FAILURES, file) }).catch(() => {});
}

/** Runs tests in one visit; after one that failed, the next gets a visit of its own. */
async function attempt({ place, tests }, browser, browserName, tally) {
  let visit;
  for (const test of tests) {
    const lacking = test.needs?.map((need) => lacks(browserName, place, need)).find(Boolean);
    if (lacking) {
      tally.lacking += 1;
      console.log(`NOT RUN ${test.title} (${lacking})`);
      continue;
    }
    const begin = Date.now();
    const took = () => `${((Date.now() - begin) / 1000).toFixed(1)} s`;
    for (let trial = 1; trial <= TRIALS; trial += 1) {
      try {
        const isFirst = visit === undefined;
        const { viewport } = test;
        visit ??= await Visit.begin({ browser, browserName, place, folder: FOLDER, viewport });
        await limited(perform(test, visit, isFirst), TEST_LIMIT);
        tally.passed += 1;
        console.log(`ok     ${test.title} (${took()})`);
        break;
      } catch (error) {
        const isAgain = error.isLost && trial < TRIALS;
        console.log(`${isAgain ? "AGAIN " : "FAILED"} ${test.title} (${took()})`);
        console.log(String(error.stack ?? error).replaceAll(/^/gm, "       "));
        if (!isAgain) {
          tally.failed += 1;
          await pictured(visit, test.title);
          visit?.complaints.forEach((complaint) => console.log(`       ${complaint}`));
          trial = TRIALS;
        }
        await visit?.end();
        visit = undefined;
      }
    }
  }
  await visit?.end();
}

/** Works at a queue until nothing is left in it. */
async function workAt(queue, browserName, tally) {
  const browser = await BROWSERS[browserName]();
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await attempt(next, browser, browserName, tally);
    }
  } finally {
    await browser.close();
  }
}

/** Whether a browser does a test in this run. */
function isFor(browserName) {
  const isChoosy = process.env.UTVANDRING_CHOSEN?.split(/[ ,]+/).includes(browserName);
  return ({ suite, name }) => !isChoosy || CHOSEN.some((start) => `${suite}: ${name}`.startsWith(start));
}

/**
 * Every engine has a browser that works at its queue, and no processor is idle: a browser that has come to the
 * end of its queue is followed by one more of the engine that has most left.
 */
async function work(engines, tests) {
  const tally = { passed: 0, failed: 0, lacking: 0 };
  const queues = engines.map((name) => ({ name, queue: queueOf(tests.filter(isFor(name)), name) }));
  const left = ({ queue }) => queue.reduce((sum, { tests }) => sum + tests.length, 0);
  const fullest = () => queues.reduce((a, b) => (left(b) > left(a) ? b : a));
  const at = async ({ name, queue }) => {
    await workAt(queue, name, tally);
    const next = fullest();
    // A browser takes as long to start as some tests do.
    if (left(next) > WORTH_A_BROWSER) {
      await at(next);
    }
  };
  const places = Array.from({ length: Math.max(engines.length, os.availableParallelism()) });
  await Promise.all(places.map((_, place) => at(queues[place] ?? fullest())));
  return tally;
}

/** WebKit can be had on Linux only. Where it is not named it is left out, and that is told. */
function canRun(name) {
  const isThere = name !== "webkit" || process.env.UTVANDRING_WEBKIT || process.env.CI;
  if (!isThere) {
    console.log("NOT RUN webkit: every test (set UTVANDRING_WEBKIT to the path of WebKitWebDriver)");
  }
  return isThere;
}

const wanted = process.argv.slice(2);
const all = await suites();
const gone = CHOSEN.filter((start) => !all.some(({ name, suite }) => `${suite}: ${name}`.startsWith(start)));
if (gone.length > 0) {
  console.log(`support/chosen.mjs names tests that are not there: ${gone.join("; ")}`);
  process.exit(1);
}
const chosen = all.filter(({ name, suite }) => {
  return wanted.length === 0 || wanted.some((part) => `${suite}: ${name}`.includes(part));
});
if (chosen.length === 0) {
  console.log(`no test has a name with ${wanted.join(" or ")}`);
  process.exit(1);
}
const engines = (process.env.UTVANDRING_BROWSERS?.split(/[ ,]+/) ?? Object.keys(BROWSERS)).filter(canRun);
const { passed, failed, lacking } = await work(engines, chosen);
if (lacking > 0) {
  console.log(`not run, for a browser cannot: ${lacking}`);
}
console.log(`browser tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
