// Starts the page, of the site and in one file. A classic script, so that it can still speak when
// modules or WebAssembly are not to be had.
(() => {
  "use strict";

  const stop = (reason, error) => {
    if (document.querySelector(".stopped.ended")) {
      // What has stopped in the middle has said so itself.
      return;
    }
    document.querySelector("#app .skeleton")?.remove();
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
  const READ = { ...OFFERED, da: "nb", sv: "nb" };
  const asked = new URLSearchParams(location.hash.split("?")[1]).get("lang");
  const spoken = navigator.languages.map((tag) => READ[tag.split(/[-_]/)[0].toLowerCase()]);
  document.documentElement.lang =
    OFFERED[asked] ?? OFFERED[remembered("lang")] ?? spoken.find((lang) => lang) ?? "en";
  const start = async () => {
    window.utvandring = carried ?? (await import("./utvandring.js"));
    await window.utvandring.mount(document.getElementById("app"));
    // What is not needed at once comes later, and may fail as well.
    await window.utvandring.shown;
  };
  start().catch((error) => stop("failed", error));
})();
