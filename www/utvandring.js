// The public module: emigration rates, destination shares and return shares from JavaScript.
// Importing it starts loading the WebAssembly module and the list of data packages that lie
// beside it. Documented in utvandring.d.ts.
//
// There are two modules. `mount` shows the first view, the report alone, with a small one; the
// whole page follows and takes over. A script that only computes gets the whole at once.

const beside = (path) => new URL(path, import.meta.url);

// A data file of the site. Asked for anew on each visit, because a publisher may have replaced it,
// and once for both modules.
const files = new Map();
const fetched = async (path, how) => {
  const response = await fetch(beside(path), how);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`);
  }
  return response;
};
const fetchText = async (path) => (await fetched(path, { cache: "no-cache" })).text();
const fetchBytes = async (path, priority) => {
  const response = await fetched(path, { cache: "no-cache", priority });
  return new Uint8Array(await response.arrayBuffer());
};
const read = (path, priority = "auto") => {
  if (!files.has(path)) {
    files.set(path, fetchBytes(path, priority));
  }
  return files.get(path);
};

// Asks for every file that the first view or the whole page reads, so that they travel side by side;
// the modules ask for them one after the other. What only the whole reads goes behind what the first
// view reads. What is wrong with a file is told by who reads it.
const askAhead = async (isWhole) => {
  const priority = isWhole ? "low" : "auto";
  const ask = (path) => read(`data/${path}`, priority);
  const parsed = async (path) => JSON.parse(new TextDecoder().decode(await ask(path)));
  const { packages } = await parsed("index.json");
  const start = packages.find((listed) => listed.default) ?? packages[0];
  const others = packages.filter((listed) => isWhole && listed !== start && !listed.lazy);
  const tables = async ({ path }) => {
    const folder = path.replace(/[^/]*$/, "");
    const { resources } = await parsed(path);
    const needed = resources.filter(({ deferred }) => isWhole || !deferred);
    return needed.map((resource) => ask(folder + resource.path));
  };
  const [asked, ...more] = await Promise.all([start, ...others].map(tables));
  const claims = isWhole && packages.find((listed) => listed.claims)?.claims;
  await Promise.all([...asked, ...more.flat(), claims && ask(claims)]);
};

// Compiled while it arrives, or afterwards where the server does not say that it is WebAssembly.
const compile = async (path, how) => {
  const response = await fetched(path, how);
  const copy = response.clone();
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await copy.arrayBuffer()));
};

// A module, and all that it reads. The one is fetched while the other is, and both are used at once.
const fetchModule = async (name, compiling, asking) => {
  const [module, compiled] = await Promise.all([import(`./${name}_glue.js`), compiling, asking.catch(() => {})]);
  return [module, { module_or_path: compiled }];
};

// The first view, when there is one: its compiled module, all that it is made of, and its module and
// element when it is shown.
let firstCompiled;
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
// What is awaited later: if it fails meanwhile, nobody has to hear of it before.
const ahead = (promise) => {
  promise.catch(() => {});
  return promise;
};

const loadWhole = async () => {
  // Whoever wants a first view has called `mount` by now, and the network is for that. The whole
  // travels when its module is there, behind its data, and what else there is when these are there.
  await new Promise((resolve) => setTimeout(resolve));
  await firstCompiled;
  const compiling = ahead(compile("utvandring_bg.wasm", { priority: "low" }));
  const asking = ahead(askAhead(true));
  await arrived;
  const fetchingWhole = ahead(fetchModule("utvandring", compiling, asking));
  const fetching = [fetchEngine(), fetchDesk(compiling)];
  workers = { engine: () => fetching[0], desk: () => fetching[1] };
  // What a visitor does next must find them, and without a request.
  const settled = Promise.allSettled(fetching);
  // What the first view still has to draw is below the screen, and waits from now on.
  const [view] = await Promise.all([first, compiling]);
  view?.module.hold(true);
  let module;
  try {
    let given;
    [module, given] = await fetchingWhole;
    await module.default(given);
    await module.load_first(read);
    await module.load_rest();
  } finally {
    view?.module.hold(false);
  }
  files.clear();
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

const show = async (element) => {
  const [module, given] = await arrived;
  await module.default(given);
  await module.load_first(read);
  module.start(element);
  return { module, element };
};

export const mount = async (element) => {
  if (whole) {
    whole.start(element);
    return;
  }
  firstCompiled = compile("utvandring_first_bg.wasm");
  arrived = fetchModule("utvandring_first", firstCompiled, askAhead(false));
  first = show(element);
  // The first look at what is remembered lets the page wait for the browser, so it is taken while the
  // files travel. Where nothing may be remembered, the page finds that out for itself.
  try {
    localStorage.getItem("lang");
  } catch {}
  await first;
};
