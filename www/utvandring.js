// The public module: emigration rates, destination shares and return shares from JavaScript.
// Importing it starts loading the WebAssembly module and the data packages that lie beside it.
// Documented in utvandring.d.ts.
import { compile, fetchText, forget, read } from "./files.js";
import { askForFonts, holdFiles, pause, showFirstView, takePlace, whenAwaited } from "./first_view.js";

// Asks for every file that the page reads, so that they travel side by side; the module asks for them
// one after the other. What is wrong with a file is told by who reads it.
const askAhead = async () => {
  const ask = (path) => read(`data/${path}`);
  const parsed = async (path) => JSON.parse(new TextDecoder().decode(await ask(path)));
  const { packages } = await parsed("index.json");
  const start = packages.find((listed) => listed.default) ?? packages[0];
  const tables = async ({ path }) => {
    const folder = path.replace(/[^/]*$/, "");
    const { resources } = await parsed(path);
    return Promise.all(resources.map((resource) => ask(folder + resource.path)));
  };
  const wanted = packages.filter((listed) => listed === start || !listed.lazy);
  const first = packages.find((listed) => listed.claims);
  const claims = new Set([...wanted, ...(first ? [first] : [])].flatMap(({ claims }) => claims ?? []));
  await Promise.all([...wanted.map(tables), ...[...claims].map(ask)]);
};

// What is awaited later: if it fails meanwhile, nobody has to hear of it before.
const ahead = (promise) => {
  promise.catch(() => {});
  return promise;
};

// What is fetched when it is wanted: the parts of the module that not every visit needs; and what workers need,
// their compiled module and the text of their script. Where there are no workers, the page loads the same module
// itself.
const part = (name) => compile(`parts/${name}.wasm`);
let fetchingWorker;
const worker = () =>
  (fetchingWorker ??= Promise.all([compile("utvandring_worker_bg.wasm"), fetchText("utvandring_worker.js")]).catch(
    (error) => {
      fetchingWorker = undefined;
      throw error;
    },
  ));
const worker_inline = async () => {
  const glueOf = import("./utvandring_worker_glue.js");
  const [{ inline }, { default: glue }, [compiled]] = await Promise.all([import("./again.js"), glueOf, worker()]);
  return inline(glue, compiled);
};
const lent = { worker, worker_inline };

let firstView;
let mounting;
let place;
let held;

const load = async () => {
  // Whoever wants a page has called `mount` by now, and the network is for what it shows first.
  await new Promise((resolve) => setTimeout(resolve));
  await firstView;
  askForFonts();
  const [{ holder }, { default: glue }, compiled] = await Promise.all([
    import("./again.js"),
    import("./utvandring_glue.js"),
    compile("utvandring_bg.wasm"),
    askAhead().catch(() => {}),
  ]);
  await pause();
  held = holder({ glue, compiled, part, read, lent, show: takePlace, loaded: forget, pause });
  held.expect(place);
  await held.begin();
};
const begun = load();
// The page itself has no need of what answers scripts.
export const ready = whenAwaited(async () => {
  await begun;
  await held.prepare();
});

const idle = () =>
  new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));

const settle = async () => {
  await begun;
  await mounting;
  while (held.whole()?.is_starting()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // What a visitor may do next comes last, and is found without a request.
  await idle();
  const { keeping } = await import("./along.js");
  Object.assign(lent, await keeping(held.whole, fetchText));
  held.whole()?.lend(lent);
};
export const shown = ahead(settle());

const whenReady = (name) => (...given) => {
  if (!held) {
    throw new Error(`utvandring.${name}: await utvandring.ready first`);
  }
  return held.call(name, given);
};

export const open = whenReady("open");
export const understand = whenReady("understand");
export const use = whenReady("use");
export const tables = whenReady("tables");
export const compute = whenReady("compute");
export const figure = whenReady("figure");
export const calculate = whenReady("calculate");
export const audit = whenReady("audit");
export const check = whenReady("check");
export const overview = whenReady("overview");

const show = async (element) => {
  await begun;
  await pause();
  await held.start(element);
};

export const mount = (element) => {
  place = element;
  if (!held?.whole()) {
    holdFiles();
    firstView = showFirstView(element, fetchText, read);
  }
  mounting = show(element);
  return mounting;
};

export const again = async () => {
  await held?.again();
};
