// `window.utvandring` in offline.html: what utvandring.js is on the site, with the module, the glue
// and the data taken from this file. The variable is set by the script before this one.
(() => {
  "use strict";

  const whole = utvandring_glue;
  const text = (id) => document.getElementById(id).textContent;
  // Five digits of 85 stand for four bytes; digits that are missing at the end are the last of all.
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_{}";
  const ofBase85 = (digits) => {
    const values = new Uint8Array(128);
    [...DIGITS].forEach((digit, value) => (values[digit.charCodeAt(0)] = value));
    const groups = Math.ceil(digits.length / 5);
    const bytes = new DataView(new ArrayBuffer(4 * groups));
    for (let group = 0; group < groups; group += 1) {
      let number = 0;
      for (let at = 5 * group; at < 5 * group + 5; at += 1) {
        number = 85 * number + (at < digits.length ? values[digits.charCodeAt(at)] : 84);
      }
      bytes.setUint32(4 * group, number);
    }
    return new Uint8Array(bytes.buffer, 0, Math.floor((4 * digits.length) / 5));
  };
  const ofBase64 = (digits) => Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
  const unpacked = (id, read = ofBase85) => {
    const packed = read(text(id));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream);
  };

  // Data that were handed out stand open; the publisher's own lie packed.
  const handedOut = JSON.parse(text("utvandring-data"));
  const isHandedOut = Object.keys(handedOut).length > 0;
  const files = isHandedOut ? Promise.resolve(handedOut) : unpacked("utvandring-packed", ofBase64).json();

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
    return new TextEncoder().encode(texts[path]);
  };

  const compile = async () => WebAssembly.compile(await unpacked("utvandring-wasm").arrayBuffer());
  const compiled = compile();

  const load = async () => {
    await whole({ module_or_path: await compiled });
    await whole.load_first(read);
  };
  const first = load();

  const engine = async () => {
    const wasm = await unpacked("utvandring-engine-wasm").arrayBuffer();
    return [await WebAssembly.compile(wasm), text("utvandring-engine-worker")];
  };

  const desk = async () => {
    const own = `const glue = utvandring_glue;\n${text("desk-worker")}`;
    return [await compiled, `${text("utvandring-glue")}\n{ ${own} }`, false];
  };

  let isReady = false;

  const loadRest = async () => {
    await first;
    await whole.load_rest();
    whole.lend({ hand_out: handOut, engine, desk });
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
