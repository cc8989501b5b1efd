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

// Asks for every file that the first view or the whole page reads, so that they travel side by side;
// the modules ask for them one after the other. What is wrong with one is told by who reads it.
const askAhead = async (isWhole) => {
  const { packages } = JSON.parse(await read("data/index.json"));
  const start = packages.find((listed) => listed.default) ?? packages[0];
  const wanted = isWhole ? packages.filter((listed) => listed === start || !listed.lazy) : [start];
  const tables = async ({ path }) => {
    const folder = `data/${path}`.replace(/[^/]*$/, "");
    const { resources } = JSON.parse(await read(`data/${path}`));
    const needed = resources.filter(({ deferred }) => isWhole || !deferred);
    await Promise.all(needed.map((resource) => read(folder + resource.path)));
  };
  const claims = isWhole && packages.find((listed) => listed.claims)?.claims;
  await Promise.all([...wanted.map(tables), claims && read(`data/${claims}`)]);
};

const load = async (name, isWhole) => {
  askAhead(isWhole).catch(() => {});
  const wasm = fetch(beside(`${name}_bg.wasm`));
  const [module] = await Promise.all([import(`./${name}_glue.js`), wasm]);
  await module.default({ module_or_path: wasm });
  await module.load_first(read);
  return module;
};

// The first view, when there is one: its module when it can be shown, and where it is shown.
let arrived;
let first;

// The module of the workers that read large files. Fetched with the page, so that nothing is fetched
// when a visitor opens one; without it the page reads them itself.
const fetchEngine = async () => {
  const [wasm, script] = await Promise.all([
    fetch(beside("utvandring_engine_bg.wasm"), { cache: "no-cache" }).then((response) => response.arrayBuffer()),
    fetchText("utvandring_engine_worker.js"),
  ]);
  return [await WebAssembly.compile(wasm), script];
};

let whole;
let engine;
const loadWhole = async () => {
  // Whoever wants a first view has called `mount` by now, and the network is for that. The whole
  // travels while the first view is drawn.
  await new Promise((resolve) => setTimeout(resolve));
  await arrived;
  const loading = load("utvandring", true);
  const fetching = fetchEngine();
  fetching.catch(() => {});
  engine = () => fetching;
  const module = await loading;
  await module.load_rest();
  texts.clear();
  module.lend({ engine });
  // What a visitor does next must find it, and without a request.
  await fetching.catch(() => {});
  whole = module;
};
export const ready = loadWhole();

const takeItsPlace = async () => {
  await ready;
  const { keeping } = await import("./along.js");
  whole.lend({ engine, ...(await keeping(whole, fetchText)) });
  if (first) {
    const { takeOver } = await import("./takeover.js");
    await takeOver(await first, whole);
  }
};
export const shown = takeItsPlace();
// Whoever awaits it is told, and `boot.js` awaits it.
shown.catch(() => {});

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
    return;
  }
  arrived = load("utvandring_first", false);
  first = arrived.then((module) => {
    module.start(element);
    return { module, element };
  });
  await first;
};
