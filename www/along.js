// Taking the site along: handed out in one file, or kept by the browser when the visitor asks for
// it.
import { compile } from "./files.js";

const beside = (path) => new URL(path, import.meta.url);
const home = beside("./").href;
const workers = navigator.serviceWorker;

const kept = async () => {
  const registration = await workers?.getRegistration(home);
  return registration?.scope === home ? registration : undefined;
};

// What the style sheet shows of the choices.
const mark = (name, is) => document.documentElement.toggleAttribute(name, is);

// `whole` gives the module that runs now, if one does.
const announce = (whole) => {
  if (!whole() || document.querySelector(".new-version")) {
    return;
  }
  const [text, label] = whole().new_version(document.documentElement.lang);
  const notice = Object.assign(document.createElement("p"), { className: "new-version", role: "status" });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  button.addEventListener("click", renew);
  notice.append(`${text} `, button);
  document.body.prepend(notice);
};

const watch = (registration, whole) => {
  const look = () => {
    if (registration.waiting && workers.controller) {
      announce(whole);
    }
  };
  // It may have been found before the page was there to listen.
  const follow = () => registration.installing?.addEventListener("statechange", look);
  look();
  follow();
  registration.addEventListener("updatefound", follow);
};

const renew = async () => {
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  (await kept())?.waiting?.postMessage("renew");
};

// What the page in one file carries packed, taken out by the module that takes it out there.
const unpacked = async (digits, length) => {
  const modules = [import("./again.js"), import("./utvandring_unpack_glue.js"), compile("utvandring_unpack_bg.wasm")];
  const [{ unpackerOf }, { default: glue }, compiled] = await Promise.all(modules);
  const unpacker = (await unpackerOf(glue, compiled)).of(digits);
  return new TextDecoder().decode(unpacker.next(length));
};

// The page in one file with its packed data laid open, as handing out wants them, and without what the
// build has drawn of them.
const opened = async (page) => {
  const open = '<script type="application/json" id="utvandring-data">';
  const packed = /<script type="[^"]*" id="utvandring-packed" data-stamps='\{"data":"(\d+)[^']*'>([^<]*)<\/script>\n?/;
  const found = packed.exec(page);
  if (!found) {
    // Another publisher has laid them open.
    return page;
  }
  const [, length, digits] = found;
  const data = await unpacked(digits, Number(length));
  const drawn = /<noscript class="drawn"[^]*?<\/noscript>\n?/g;
  return page.replace(packed, "").replaceAll(drawn, "").replace(`${open}{}`, () => open + data);
};

const keep = (whole) => async () => {
  const registration = await workers.register(beside("sw.js"));
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") {
        resolve();
      } else if (worker.state === "redundant") {
        reject(new Error("the site could not be kept"));
      }
    };
    worker.addEventListener("statechange", look);
    look();
  });
  mark("data-kept", true);
  watch(registration, whole);
};

const forget = async () => {
  const registration = await kept();
  const worker = registration?.active;
  if (worker) {
    // It stops writing first, else an open tab would bring the store back.
    const { port1, port2 } = new MessageChannel();
    const stopped = new Promise((resolve) => (port1.onmessage = resolve));
    worker.postMessage("forget", [port2]);
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 1000))]);
  }
  await registration?.unregister();
  const own = (await caches.keys()).filter((name) => name.startsWith(`utvandring ${home} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  mark("data-kept", false);
};

export const keeping = async (whole, fetchText) => {
  const hand_out = async (start) => whole().hand_out(await opened(await fetchText("offline.html")), start);
  if (!workers) {
    return { hand_out };
  }
  mark("data-keepable", true);
  const registration = await kept();
  if (registration) {
    mark("data-kept", true);
    watch(registration, whole);
  }
  return { hand_out, keep: keep(whole), forget };
};
