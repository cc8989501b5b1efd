// `window.utvandring` in offline.html: what utvandring.js is on the site, with the modules, their glue
// and the data taken from this file. The scripts before this one set the variables of the glue; the build
// puts first_view.js and again.js before this.
(() => {
  "use strict";

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

  // What the page is made of. All else has been written into it by others, such as extensions of the browser;
  // what the build has drawn is of other data.
  const OWN = [
    "meta[charset]",
    'meta[http-equiv="Content-Security-Policy"]',
    ...["viewport", "description", "theme-color", "color-scheme"].map((name) => `meta[name="${name}"]`),
    'title, style[id^="utvandring-"], link[rel="icon"]',
    '#app, #stopped, noscript:not(.drawn), script[id^="utvandring-"]:not(#utvandring-packed)',
  ].join();
  // The page as it was before the app took it over, with whatever data it carries.
  const [skeleton, stopped] = ["app", "stopped"].map((id) => document.getElementById(id).innerHTML);
  const handOut = async (start) => {
    const copy = document.documentElement.cloneNode(true);
    [...copy.children].forEach((part) => !part.matches("head, body") && part.remove());
    [copy, ...copy.children].forEach((part) => part.getAttributeNames().forEach((name) => part.removeAttribute(name)));
    [...copy.children].flatMap(({ childNodes }) => [...childNodes]).forEach((node) => {
      if (node.nodeType === Node.TEXT_NODE ? node.data.trim() : !node.matches?.(OWN)) {
        node.remove();
      }
    });
    const app = document.createElement("div");
    app.id = "app";
    app.innerHTML = skeleton;
    copy.querySelector("#app").replaceWith(app);
    copy.querySelector("#stopped").innerHTML = stopped;
    copy.lang = "nb";
    // Nothing in the block may look like the end of its element.
    const open = JSON.stringify(await files).replaceAll("<", "\\u003c");
    copy.querySelector("#utvandring-data").textContent = open;
    return held.whole().hand_out(`<!doctype html>\n${copy.outerHTML}\n`, start);
  };

  // A page that was handed out opens where its maker was.
  if (!location.hash && Object.hasOwn(handedOut, "start") && String(handedOut.start).startsWith("#")) {
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

  // A file that was handed out shows data that the build has not drawn.
  if (isHandedOut) {
    document.querySelectorAll(".drawn").forEach((element) => element.remove());
  }

  let fetchingWorker;
  const unpackedWorker = async () => {
    const wasm = await unpacked("utvandring-worker-wasm").arrayBuffer();
    const script = `${text("utvandring-worker-glue")}\n${text("utvandring-worker-script")}`;
    return [await WebAssembly.compile(wasm), script];
  };
  const worker = () => (fetchingWorker ??= unpackedWorker());
  const worker_inline = async () => {
    const [compiled] = await worker();
    return inline(utvandring_worker_glue, compiled);
  };

  let firstView;
  let mounting;
  let place;
  let held;

  const load = async () => {
    // As on the site: what is shown first goes before all else.
    await new Promise((resolve) => setTimeout(resolve));
    await firstView;
    askForFonts();
    const lent = { hand_out: handOut, worker, worker_inline };
    const compiled = await compile();
    held = holder({ glue: utvandring_glue, compiled, read, lent, show: takePlace });
    held.expect(place);
    await held.begin();
  };
  const ready = load();
  // Whoever awaits it is told; the page itself says what is wrong.
  ready.catch(() => {});

  const settle = async () => {
    await ready;
    await mounting;
    while (held.whole()?.is_starting()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const shown = settle();
  shown.catch(() => {});

  const whenReady = (name) => (...given) => {
    if (!held) {
      throw new Error(`utvandring.${name}: await utvandring.ready first`);
    }
    return held.call(name, given);
  };

  const show = async (element) => {
    await ready;
    await held.start(element);
  };

  const mount = (element) => {
    place = element;
    if (!held?.whole()) {
      holdFiles();
      firstView = showFirstView(element);
    }
    mounting = show(element);
    return mounting;
  };

  const again = async () => {
    await held?.again();
  };

  const asked = ["tables", "compute", "figure", "calculate", "audit", "check", "overview"];
  const names = ["open", "understand", "use", ...asked];
  const functions = names.map((name) => [name, whenReady(name)]);
  window.utvandring = { ready, shown, ...Object.fromEntries(functions), mount, again };
})();
