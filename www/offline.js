// `window.utvandring` in offline.html: what utvandring.js is on the site, with the modules, the glue
// and the data taken from this file. The two variables are set by the scripts before this one.
(() => {
  "use strict";

  const page = utvandring_glue;
  const tools = utvandring_tools_glue;
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
    return tools.hand_out(`<!doctype html>\n${copy.outerHTML}\n`, start);
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

  const module = (id) => unpacked(id).arrayBuffer();

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
    await page.lend_tools({ ...tools, hand_out: handOut });
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
    use: whenReady("use", (name) => {
      const later = page.use(name);
      return later?.then(() => tools.use(name));
    }),
    tables: whenReady("tables", () => page.tables()),
    compute: whenReady("compute", (question) => {
      tools.use(page.in_use());
      return tools.compute(question);
    }),
    figure: whenReady("figure", (figure, options) => page.figure(figure, options)),
    calculate: whenReady("calculate", (input) => tools.calculate(input)),
    audit: whenReady("audit", () => {
      tools.use(page.in_use());
      return tools.audit();
    }),
    mount,
  };
})();
