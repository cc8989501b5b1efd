// Starts the page, of the site and in one file. A classic script without anything newer than 2018, so that
// it can still speak when modules or WebAssembly are not to be had.
(() => {
  "use strict";

  const stop = (reason, error) => {
    if (document.querySelector(".stopped.ended")) {
      // What has stopped in the middle has said so itself.
      return;
    }
    const skeleton = document.querySelector("#app .skeleton");
    if (skeleton) {
      skeleton.remove();
    }
    const stopped = document.getElementById("stopped");
    // Above the first view, where that is shown.
    document.body.prepend(stopped);
    stopped.hidden = false;
    document.querySelector(`#stopped [data-reason="${reason}"]`).hidden = false;
    if (error) {
      const detail = document.getElementById("stopped-detail");
      detail.textContent = String(error);
      detail.hidden = false;
      console.error(error);
    }
  };

  // In one file the script before this one has set it.
  const carried = window.utvandring;
  if (typeof WebAssembly !== "object") {
    stop("no-wasm");
    return;
  }
  // Two modules as small as can be: one with what the page's is made of, one with what the workers' is.
  const REFERENCES = [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11];
  const VECTORS = [1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  const runs = (module) => WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0].concat(module)));
  if (!runs(REFERENCES) || !runs(VECTORS) || !Object.hasOwn || typeof DecompressionStream !== "function") {
    stop("old");
    return;
  }
  if (!carried && location.protocol === "file:") {
    stop("from-disk");
    return;
  }
  const remembered = (key) => {
    try {
      return localStorage.getItem(`utvandring.${key}`);
    } catch {
      // Where nothing may be remembered there is nothing to follow.
      return null;
    }
  };
  // The appearance that was chosen, before anything is shown.
  const theme = remembered("theme");
  if (theme && theme !== "system") {
    document.documentElement.dataset.theme = theme;
  }
  // The language: that of the address, else the one that was chosen, else the first of the browser's that is
  // spoken here. The app settles it in the same way.
  const OFFERED = { nb: "nb", no: "nb", nn: "nn", en: "en" };
  const READ = Object.assign({ da: "nb", sv: "nb" }, OFFERED);
  const asked = new URLSearchParams(location.hash.split("?")[1]).get("lang");
  const spoken = navigator.languages.map((tag) => READ[tag.split(/[-_]/)[0].toLowerCase()]);
  const wanted = OFFERED[asked] || OFFERED[remembered("lang")];
  document.documentElement.lang = wanted || spoken.find((lang) => lang) || "en";
  const start = async () => {
    window.utvandring = carried || (await import("./utvandring.js"));
    await window.utvandring.mount(document.getElementById("app"));
    // What is not needed at once comes later, and may fail as well.
    await window.utvandring.shown;
  };
  start().catch((error) => stop("failed", error));
})();
