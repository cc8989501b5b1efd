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
const fetched = async (path, how) => {
  const response = await fetch(beside(path), how);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`);
  }
  return response;
};
const fetchText = async (path) => (await fetched(path, { cache: "no-cache" })).text();
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

// Compiled while it arrives, or afterwards where the server does not say that it is WebAssembly.
const compile = async (path) => {
  const response = await fetched(path);
  const copy = response.clone();
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await copy.arrayBuffer()));
};

const load = async (name, compiling, isWhole) => {
  askAhead(isWhole).catch(() => {});
  const [module, compiled] = await Promise.all([import(`./${name}_glue.js`), compiling]);
  await module.default({ module_or_path: compiled });
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
    fetched("utvandring_engine_bg.wasm", { cache: "no-cache" }).then((response) => response.arrayBuffer()),
    fetchText("utvandring_engine_worker.js"),
  ]);
  return [await WebAssembly.compile(wasm), script];
};

// What a worker needs that is to be the desk for foreign files: the module of the page once more, and
// a script that is a module, as the glue is.
const fetchDesk = async (compiling) => {
  const [compiled, glue, script] = await Promise.all([
    compiling,
    fetchText("utvandring_glue.js"),
    fetchText("desk_worker.js"),
  ]);
  const own = `const glue = { initSync, serve_desk };\n${script}`;
  return [compiled, `${glue}\n{ ${own} }`, true];
};

let whole;
let workers;
const loadWhole = async () => {
  // Whoever wants a first view has called `mount` by now, and the network is for that. The whole
  // travels while the first view is drawn.
  await new Promise((resolve) => setTimeout(resolve));
  await arrived;
  const compiling = compile("utvandring_bg.wasm");
  const loading = load("utvandring", compiling, true);
  const fetching = [fetchEngine(), fetchDesk(compiling)];
  workers = { engine: () => fetching[0], desk: () => fetching[1] };
  // What a visitor does next must find them, and without a request.
  const settled = Promise.allSettled(fetching);
  const module = await loading;
  await module.load_rest();
  texts.clear();
  module.lend(workers);
  await settled;
  whole = module;
};
export const ready = loadWhole();

const takeItsPlace = async () => {
  await ready;
  const { keeping } = await import("./along.js");
  whole.lend({ ...workers, ...(await keeping(whole, fetchText)) });
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
  arrived = load("utvandring_first", compile("utvandring_first_bg.wasm"), false);
  first = arrived.then((module) => {
    module.start(element);
    return { module, element };
  });
  await first;
};
