// `window.utvandring` in offline.html: what utvandring.js is on the site, with the modules, their glue
// and the data taken from this file. The script before this one sets the glue of the unpacker; the build
// puts first_view.js and again.js before this.
(() => {
  "use strict";

  const text = (id) => document.getElementById(id).textContent;
  const unzipped = (id) => {
    const stream = new Blob([ofBase64(text(id))]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream);
  };

  // Data lie in one stream and the modules in another, each with its length and hash, and are there in that order. They
  // are taken out of it when they are asked for, some bytes a turn of the page's thread.
  const SOME = 1 << 17;
  const readyUnpacker = async () => {
    const compiled = await WebAssembly.compile(await unzipped("utvandring-unpacker").arrayBuffer());
    return unpackerOf(utvandring_unpack_glue, compiled);
  };
  let preparing;
  const unpacking = async function* (id) {
    const Unpacker = await (preparing ??= readyUnpacker());
    const { stamps } = document.getElementById(id).dataset;
    const unpacker = Unpacker.of(text(id));
    for (const [name, stamp] of Object.entries(JSON.parse(stamps))) {
      const bytes = new Uint8Array(parseInt(stamp));
      for (let at = 0; at < bytes.length; at += SOME) {
        await pause();
        bytes.set(unpacker?.next(Math.min(SOME, bytes.length - at)) ?? [], at);
      }
      if (stampOf(bytes) !== stamp) {
        throw new Error(`${name} is damaged in this file`);
      }
      yield [name, bytes];
    }
    unpacker.free();
  };
  const unpacked = new Map();
  let stream;
  let lastFound = Promise.resolve();
  const find = async (name) => {
    while (!unpacked.has(name)) {
      stream ??= unpacking("utvandring-modules");
      const { value, done } = await stream.next().catch((error) => {
        // Whoever asks again may have more memory.
        stream = preparing = undefined;
        throw error;
      });
      if (done) {
        throw new Error(`${name} is not in this file`);
      }
      unpacked.set(...value);
    }
    return unpacked.get(name);
  };
  const taken = (name) => {
    const found = lastFound.then(() => find(name));
    lastFound = found.catch(() => {});
    return found;
  };
  const compile = async (name) => WebAssembly.compile(await taken(name));
  const scriptOf = async (name) => new TextDecoder().decode(await taken(name));
  // The page's policy knows these scripts by their hashes. Each sets a variable of its name.
  const run = async (name) => {
    const script = document.createElement("script");
    script.textContent = await scriptOf(name);
    document.head.append(script);
    script.remove();
  };

  // Data that were handed out stand open; the publisher's own lie packed.
  const handedOut = JSON.parse(text("utvandring-data"));
  const isHandedOut = Object.keys(handedOut).length > 0;
  const unpackedFiles = async () => {
    const { value } = await unpacking("utvandring-packed").next();
    return JSON.parse(new TextDecoder().decode(value[1]));
  };
  const files = isHandedOut ? Promise.resolve(handedOut) : unpackedFiles();
  // Whoever reads one hears of it.
  files.catch(() => {});

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

  const part = (name) => compile(`parts/${name}`);

  // A file that was handed out shows data that the build has not drawn.
  if (isHandedOut) {
    document.querySelectorAll(".drawn").forEach((element) => element.remove());
  }

  let fetchingWorker;
  const unpackedWorker = async () => {
    const glue = await scriptOf("utvandring_worker_glue");
    return [await compile("utvandring_worker"), `${glue}\n${await scriptOf("worker_script")}`];
  };
  const worker = () => (fetchingWorker ??= unpackedWorker());
  let runningGlue;
  const worker_inline = async () => {
    const [compiled] = await worker();
    await (runningGlue ??= run("utvandring_worker_glue"));
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
    const [compiled] = await Promise.all([compile("utvandring"), run("utvandring_glue")]);
    held = holder({ glue: utvandring_glue, compiled, part, read, lent, show: takePlace });
    held.expect(place);
    await held.begin();
  };
  const begun = load();
  // Whoever awaits it is told; the page itself says what is wrong.
  begun.catch(() => {});
  const ready = whenAwaited(async () => {
    await begun;
    await held.prepare();
  });

  const settle = async () => {
    await begun;
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
    await begun;
    await held.start(element);
  };

  const mount = (element) => {
    place = element;
    if (!held?.whole()) {
      holdFiles();
      firstView = showFirstView(element, async (name) => (await files)[name] ?? "");
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
