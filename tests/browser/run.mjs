// Runs the suites in Chromium, Firefox and WebKit, on the served site and on offline.html from the disk.
//   node run.mjs [part of a test's name ..]
// Prints a line for each test, also for one that a browser cannot run, and `browser tests: N passed, N failed`.
// UTVANDRING_BROWSERS names the browsers ("webkit", "chromium firefox") where not all are wanted.
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { BROWSERS, LACKS } from "./support/browsers.mjs";
import { ofTeaching } from "./support/routes.mjs";
import { Visit } from "./support/visit.mjs";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");
const FOLDER = path.join(ROOT, "pkg");
const FAILURES = path.join(ROOT, "target/browser-failures");
const TEST_LIMIT = 240_000;
const PLACES = ["site", "offline"];

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

async function perform(test, visit) {
  if (test.opens !== false) {
    await visit.open(ofTeaching(test.hash));
  }
  await test.run(visit);
  await visit.conclude();
}

/** Returns the error of a failed test, after a picture of its page. */
async function attempt(test, browser, browserName, place) {
  let visit;
  try {
    const { viewport } = test;
    visit = await Visit.begin({ browser, browserName, place, folder: FOLDER, viewport });
    await limited(perform(test, visit), TEST_LIMIT);
  } catch (error) {
    await mkdir(FAILURES, { recursive: true });
    const file = `${browserName}-${place}-${test.name}.png`.replaceAll(/[^\w.-]+/g, "_");
    await visit?.page.screenshot({ path: path.join(FAILURES, file) }).catch(() => {});
    error.complaints = visit?.complaints ?? [];
    return error;
  } finally {
    await visit?.end();
  }
}

async function runIn(browserName, tests) {
  const browser = await BROWSERS[browserName]();
  const tally = { passed: 0, failed: 0, lacking: 0 };
  try {
    for (const place of PLACES) {
      for (const test of tests.filter(({ places = PLACES }) => places.includes(place))) {
        const title = `${browserName.padEnd(8)} ${place.padEnd(7)} ${test.suite}: ${test.name}`;
        const lacking = test.needs?.find((need) => LACKS[browserName]?.[need]);
        if (lacking) {
          tally.lacking += 1;
          console.log(`NOT RUN ${title} (${LACKS[browserName][lacking]})`);
          continue;
        }
        const begin = Date.now();
        const error = await attempt(test, browser, browserName, place);
        const took = `${((Date.now() - begin) / 1000).toFixed(1)} s`;
        if (error) {
          tally.failed += 1;
          console.log(`FAILED ${title} (${took})`);
          console.log(String(error.stack ?? error).replaceAll(/^/gm, "       "));
          error.complaints.forEach((complaint) => console.log(`       ${complaint}`));
        } else {
          tally.passed += 1;
          console.log(`ok     ${title} (${took})`);
        }
      }
    }
  } finally {
    await browser.close();
  }
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
const chosen = all.filter(({ name, suite }) => {
  return wanted.length === 0 || wanted.some((part) => `${suite}: ${name}`.includes(part));
});
if (chosen.length === 0) {
  console.log(`no test has a name with ${wanted.join(" or ")}`);
  process.exit(1);
}
const engines = (process.env.UTVANDRING_BROWSERS?.split(/[ ,]+/) ?? Object.keys(BROWSERS)).filter(canRun);
const tallies = await Promise.all(engines.map((name) => runIn(name, chosen)));
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
if (sum("lacking") > 0) {
  console.log(`not run, for a browser cannot: ${sum("lacking")}`);
}
console.log(`browser tests: ${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
