// The public module: emigration rates, destination shares and return shares from JavaScript.
// Importing it starts loading the WebAssembly module and the list of data packages that lie
// beside it. Documented in utvandring.d.ts.
//
// There are two modules: the page with its figures, and the tools (statistics by name, the audit),
// which are fetched after the first view. Each keeps the open data sets.
import init, * as page from "./utvandring_glue.js";

const beside = (path) => new URL(path, import.meta.url);

// A text file of the site. Asked for anew on each visit, because a publisher may have replaced it,
// and once for both modules.
const texts = new Map();
const fetchText = async (path) => {
  const response = await fetch(beside(path), { cache: "no-cache" });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`);
  }
  return response.text();
};
const read = (path) => {
  if (!texts.has(path)) {
    texts.set(path, fetchText(path));
  }
  return texts.get(path);
};

let isReady = false;

// What the first view needs; the rest is fetched when that is there.
const loadFirst = async () => {
  await init({ module_or_path: beside("utvandring_bg.wasm") });
  await page.load_first(read);
};
const first = loadFirst();

let tools;

const loadRest = async () => {
  await first;
  await page.load_rest();
  tools = await import("./utvandring_tools_glue.js");
  await tools.default({ module_or_path: beside("utvandring_tools_bg.wasm") });
  await tools.load_first(read);
  await tools.load_rest();
  texts.clear();
  await page.lend_tools(tools);
  isReady = true;
};
export const ready = loadRest();

const whenReady = (name, run) => (...given) => {
  if (!isReady) {
    throw new Error(`utvandring.${name}: await utvandring.ready first`);
  }
  return run(...given);
};

export const open = whenReady("open", page.open);
export const use = whenReady("use", page.use);
export const tables = whenReady("tables", page.tables);
export const compute = whenReady("compute", page.compute);
export const figure = whenReady("figure", page.figure);
export const calculate = whenReady("calculate", (input) => tools.calculate(input));
export const audit = whenReady("audit", () => {
  tools.use(page.in_use());
  return tools.audit();
});

export const mount = async (element) => {
  await first;
  await page.start(element);
};
