// `window.utvandring` in offline.html: what utvandring.js is on the site, with the module, the glue
// and the data taken from this file. `wasm_bindgen` is set by the script before this one.
(() => {
  "use strict";

  const glue = wasm_bindgen;
  const text = (id) => document.getElementById(id).textContent;
  const files = JSON.parse(text("utvandring-data"));

  const read = async (path) => {
    if (!Object.hasOwn(files, path)) {
      throw new Error(`${path} is not in this file`);
    }
    return files[path];
  };

  let isReady = false;

  // In the same two stages as on the site.
  const loadFirst = async () => {
    const bytes = Uint8Array.from(atob(text("utvandring-wasm")), (char) => char.charCodeAt(0));
    await glue({ module_or_path: bytes });
    await glue.load_first(read);
  };
  const first = loadFirst();

  const loadRest = async () => {
    await first;
    await glue.load_rest();
    isReady = true;
  };
  const ready = loadRest();
  // Whoever awaits it is told; the page itself says what is wrong.
  ready.catch(() => {});

  const whenReady = (name) => (...given) => {
    if (!isReady) {
      throw new Error(`utvandring.${name}: await utvandring.ready first`);
    }
    return glue[name](...given);
  };

  const mount = async (element) => {
    await first;
    await glue.start(element);
  };

  const names = ["open", "use", "tables", "compute", "figure", "calculate", "audit"];
  window.utvandring = {
    ready,
    ...Object.fromEntries(names.map((name) => [name, whenReady(name)])),
    mount,
  };
})();
