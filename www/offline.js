// `window.utvandring` in offline.html: what utvandring.js is on the site, with the module, the glue
// and the data taken from this file. The variable is set by the script before this one.
(() => {
  "use strict";

  const whole = utvandring_glue;
  const text = (id) => document.getElementById(id).textContent;
  const unpacked = (id) => {
    const packed = Uint8Array.from(atob(text(id)), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream);
  };

  // Data that were handed out stand open; the publisher's own lie packed.
  const handedOut = JSON.parse(text("utvandring-data"));
  const isHandedOut = Object.keys(handedOut).length > 0;
  const files = isHandedOut ? Promise.resolve(handedOut) : unpacked("utvandring-packed").json();

  // The page as it was before the app took it over, with whatever data it carries.
  const skeleton = document.getElementById("app").innerHTML;
  const handOut = async (start) => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector("#app").innerHTML = skeleton;
    copy.lang = "nb";
    copy.removeAttribute("data-theme");
    copy.querySelector("#utvandring-packed")?.remove();
    // Nothing in the block may look like the end of its element.
    const open = JSON.stringify(await files).replaceAll("<", "\\u003c");
    copy.querySelector("#utvandring-data").textContent = open;
    return whole.hand_out(`<!doctype html>\n${copy.outerHTML}\n`, start);
  };

  // A page that was handed out opens where its maker was.
  if (!location.hash && Object.hasOwn(handedOut, "start")) {
    location.replace(handedOut.start);
  }

  const read = async (path) => {
    const texts = await files;
    if (!Object.hasOwn(texts, path)) {
      throw new Error(`${path} is not in this file`);
    }
    return texts[path];
  };

  const load = async () => {
    await whole({ module_or_path: await unpacked("utvandring-wasm").arrayBuffer() });
    await whole.load_first(read);
  };
  const first = load();

  const engine = async () => {
    const wasm = await unpacked("utvandring-engine-wasm").arrayBuffer();
    return [await WebAssembly.compile(wasm), text("utvandring-engine-worker")];
  };

  let isReady = false;

  const loadRest = async () => {
    await first;
    await whole.load_rest();
    whole.lend({ hand_out: handOut, engine });
    isReady = true;
  };
  const ready = loadRest();
  // Whoever awaits it is told; the page itself says what is wrong.
  ready.catch(() => {});

  const whenReady = (name) => (...given) => {
    if (!isReady) {
      throw new Error(`utvandring.${name}: await utvandring.ready first`);
    }
    return whole[name](...given);
  };

  const mount = async (element) => {
    await first;
    whole.start(element);
  };

  const names = ["open", "use", "tables", "compute", "figure", "calculate", "audit"];
  const functions = names.map((name) => [name, whenReady(name)]);
  // There is only the whole page here, and nothing that it takes the place of.
  window.utvandring = { ready, shown: ready, ...Object.fromEntries(functions), mount };
})();
