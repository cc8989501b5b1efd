// The public module: emigration rates, destination shares and return shares from JavaScript.
// Importing it starts loading the WebAssembly module and the list of data packages that lie
// beside it. Documented in utvandring.d.ts.
//
// There are two modules. `mount` shows the first view, the report alone, with a small one; the
// whole page follows and takes over. A script that only computes gets the whole at once.

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

// Compiled while it arrives, or afterwards where the server does not say that it is WebAssembly.
const compile = async (path) => {
  const response = await fetch(beside(path));
  const copy = response.clone();
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await copy.arrayBuffer()));
};

const load = async (name, compiled) => {
  const module = await import(`./${name}_glue.js`);
  await module.default({ module_or_path: await compiled });
  await module.load_first(read);
  return module;
};

// The first view, when there is one: its module and the element it is in.
let first;
const showFirst = async (element) => {
  const module = await load("utvandring_first", compile("utvandring_first_bg.wasm"));
  module.start(element);
  return { module, element };
};

// The module of the workers that read large files. Fetched with the page, so that nothing is fetched
// when a visitor opens one; without it the page reads them itself.
const fetchEngine = async () => {
  const [wasm, script] = await Promise.all([
    fetch(beside("utvandring_engine_bg.wasm"), { cache: "no-cache" }).then((response) => response.arrayBuffer()),
    fetchText("utvandring_engine_worker.js"),
  ]);
  return async () => [await WebAssembly.compile(wasm), script];
};

// What a worker needs that is to be the desk for foreign files: the module of the page once more, and
// a script that is a module, as the glue is.
const fetchDesk = async (compiled) => {
  const [glue, script] = await Promise.all([fetchText("utvandring_glue.js"), fetchText("desk_worker.js")]);
  const own = `const glue = { initSync, serve_desk };\n${script}`;
  return async () => [compiled, `${glue}\n{ ${own} }`, true];
};

let whole;
const loadWhole = async () => {
  // Whoever wants a first view has called `mount` by now, and the network is for that.
  await new Promise((resolve) => setTimeout(resolve));
  await first;
  const compiled = await compile("utvandring_bg.wasm");
  const module = await load("utvandring", compiled);
  await module.load_rest();
  texts.clear();
  const { keeping } = await import("./along.js");
  const [engine, desk] = await Promise.all([
    fetchEngine().catch(() => undefined),
    fetchDesk(compiled).catch(() => undefined),
  ]);
  module.lend({ engine, desk, ...(await keeping(module, fetchText)) });
  if (first) {
    const { takeOver } = await import("./takeover.js");
    await takeOver(await first, module);
  }
  whole = module;
};
export const ready = loadWhole();

const whenReady = (name) => (...given) => {
  if (!whole) {
    throw new Error(`utvandring.${name}: await utvandring.ready first`);
  }
  return whole[name](...given);
};

export const open = whenReady("open");
export const use = whenReady("use");
export const tables = whenReady("tables");
export const compute = whenReady("compute");
export const figure = whenReady("figure");
export const calculate = whenReady("calculate");
export const audit = whenReady("audit");

export const mount = async (element) => {
  if (whole) {
    whole.start(element);
  } else {
    first = showFirst(element);
    await first;
  }
};
