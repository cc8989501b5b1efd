// `window.utvandring` in offline.html: what utvandring.js is on the site, with the modules, the glue
// and the data taken from this file. The two variables are set by the scripts before this one.
(() => {
  "use strict";

  const page = utvandring_glue;
  const tools = utvandring_tools_glue;
  const text = (id) => document.getElementById(id).textContent;
  const files = JSON.parse(text("utvandring-data"));

  const read = async (path) => {
    if (!Object.hasOwn(files, path)) {
      throw new Error(`${path} is not in this file`);
    }
    return files[path];
  };

  const module = async (id) => {
    const packed = Uint8Array.from(atob(text(id)), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  let isReady = false;

  // In the same two stages as on the site.
  const loadFirst = async () => {
    await page({ module_or_path: await module("utvandring-wasm") });
    await page.load_first(read);
  };
  const first = loadFirst();

  const loadRest = async () => {
    await first;
    await page.load_rest();
    await tools({ module_or_path: await module("utvandring-tools-wasm") });
    await tools.load_first(read);
    await tools.load_rest();
    await page.lend_tools(tools);
    isReady = true;
  };
  const ready = loadRest();
  // Whoever awaits it is told; the page itself says what is wrong.
  ready.catch(() => {});

  const whenReady = (name, run) => (...given) => {
    if (!isReady) {
      throw new Error(`utvandring.${name}: await utvandring.ready first`);
    }
    return run(...given);
  };

  const mount = async (element) => {
    await first;
    await page.start(element);
  };

  window.utvandring = {
    ready,
    open: whenReady("open", (files) => page.open(files)),
    use: whenReady("use", (name) => page.use(name)),
    tables: whenReady("tables", () => page.tables()),
    compute: whenReady("compute", (question) => page.compute(question)),
    figure: whenReady("figure", (figure, options) => page.figure(figure, options)),
    calculate: whenReady("calculate", (input) => tools.calculate(input)),
    audit: whenReady("audit", () => {
      tools.use(page.in_use());
      return tools.audit();
    }),
    mount,
  };
})();
