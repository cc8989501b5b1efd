// The public module: emigration rates, destination shares and return shares from JavaScript.
// Importing it starts loading the WebAssembly module and the list of data packages that lie
// beside it. Documented in utvandring.d.ts.
import init, * as glue from "./utvandring_glue.js";

const beside = (path) => new URL(path, import.meta.url);

// A text file of the site. Asked for anew each time, because a publisher may have replaced it.
const read = async (path) => {
  const response = await fetch(beside(path), { cache: "no-cache" });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`);
  }
  return response.text();
};

let isReady = false;

// What the first view needs; the rest of the data is fetched when that is there.
const loadFirst = async () => {
  await init({ module_or_path: beside("utvandring_bg.wasm") });
  await glue.load_first(read);
};
const first = loadFirst();

const loadRest = async () => {
  await first;
  await glue.load_rest();
  isReady = true;
};
export const ready = loadRest();

const whenReady = (name) => (...given) => {
  if (!isReady) {
    throw new Error(`utvandring.${name}: await utvandring.ready first`);
  }
  return glue[name](...given);
};

export const open = whenReady("open");
export const use = whenReady("use");
export const tables = whenReady("tables");
export const compute = whenReady("compute");
export const figure = whenReady("figure");
export const calculate = whenReady("calculate");
export const audit = whenReady("audit");

export const mount = async (element) => {
  await first;
  await glue.start(element);
};
