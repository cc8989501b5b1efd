// The first view: the front page as the build has drawn it, shown before WebAssembly is there, and the
// app taking its place. Without JavaScript browsers show it as it stands, in <noscript>.

// Until something is on the screen. Not for long: a page in the background gets no frames, and nobody
// sees it.
const LIMIT = 2000;

// Until the app has what the visitor sees, which takes a slow phone seconds. What was drawn stays meanwhile.
const ARRIVAL_LIMIT = 10_000;

const frame = () =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise((resolve) => setTimeout(resolve, LIMIT)),
  ]);

// Lets the browser do what it has to do; a message to oneself comes sooner than a timer.
export const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve();
    };
    port1.postMessage(null);
  });

// A promise that begins to be kept when somebody waits for it; one that could not be kept is tried again for the
// next who does.
export const whenAwaited = (keep) => {
  let keeping;
  const begin = () => {
    keeping ??= keep().catch((error) => {
      keeping = undefined;
      throw error;
    });
    return keeping;
  };
  class Awaited extends Promise {
    static get [Symbol.species]() {
      return Promise;
    }
    then(...given) {
      return begin().then(...given);
    }
  }
  return new Awaited(() => {});
};

// Length of a file and FNV-1a hash of it, by words of four bytes and what is left of them, as the build has
// written them down. The code is slow when it is new, so bytes would take too long.
const stampOf = (bytes) => {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ words[at], 0x01000193);
  }
  for (let at = words.length << 2; at < bytes.length; at += 1) {
    hash = Math.imul(hash ^ bytes[at], 0x01000193);
  }
  return `${bytes.length}-${(hash >>> 0).toString(16)}`;
};

const remembered = (key) => {
  try {
    return localStorage.getItem(`utvandring.${key}`);
  } catch {
    return null;
  }
};

// The fonts of figures begin to be fetched, where the machine has none of them.
export const askForFonts = () => {
  for (const weight of [400, 700]) {
    document.fonts?.load(`${weight} 12px "Utvandring Sans"`).catch(() => {});
  }
};

// Whether the page is asked for that the build has drawn: the front page of its data set, light or dark.
const isWanted = ({ dataset }) => {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const { v, ...asked } = Object.fromEntries(new URLSearchParams(query));
  // In whatever language: that has been settled by boot.js.
  const { lang, ...wanted } = { data: dataset, ...asked };
  const isAsked = Object.keys(wanted).length === 1 && wanted.data === dataset;
  const isOther = ["(prefers-contrast: more)", "(forced-colors: active)"].some((query) => matchMedia(query).matches);
  return path === "" && isAsked && !isOther && remembered("theme") !== "contrast";
};

// The first view in the language of the reader. The page carries one, `fetchOther` gives the others if they
// are of the same build.
const inLanguage = async ({ dataset, textContent }, fetchOther) => {
  const { lang } = document.documentElement;
  if (lang === dataset.lang) {
    return textContent;
  }
  const name = `first_view.${lang}.html`;
  const stamp = JSON.parse(dataset.others)[name];
  const page = stamp && (await fetchOther(name).catch(() => ""));
  return page && stampOf(new TextEncoder().encode(page)) === stamp ? page : undefined;
};

// Shows the first view if the data it was made from are those that `read` gives: a publisher may have
// replaced them. Without `read` they are known to be.
export const showFirstView = async (element, fetchOther, read) => {
  const drawn = document.getElementById("first-view");
  if (!drawn || !isWanted(drawn.dataset)) {
    return;
  }
  const coming = inLanguage(drawn, fetchOther);
  if (read) {
    const files = Object.entries(JSON.parse(drawn.dataset.files));
    try {
      const given = await Promise.all(files.map(([path]) => read(path)));
      for (const [index, [, stamp]] of files.entries()) {
        await pause();
        if (stampOf(given[index]) !== stamp) {
          return;
        }
      }
    } catch {
      // A file that is not there is told by who reads it.
      return;
    }
    await pause();
  }
  const page = await coming;
  if (page) {
    element.innerHTML = page;
    await frame();
  }
};

// Files that a visitor drops before the app is there: the app gets them.
let held;
const hold = (event) => {
  event.preventDefault();
  if (event.type === "drop") {
    held.push(...event.dataTransfer.files);
  }
};
export const holdFiles = () => {
  held = [];
  addEventListener("dragover", hold);
  addEventListener("drop", hold);
};
const handOver = (element) => {
  removeEventListener("dragover", hold);
  removeEventListener("drop", hold);
  if (held?.length) {
    const dataTransfer = new DataTransfer();
    held.forEach((file) => dataTransfer.items.add(file));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
    element.querySelector("main")?.dispatchEvent(drop);
  }
  held = undefined;
};

// The element that stands at the same place among those of its kind, in its figure or outside of all.
// Numbers and terms open something in the app only, so they do not count.
const counterpart = (element, from, to) => {
  const articleOf = (one) => one.closest("article[id]")?.id;
  const article = articleOf(element);
  const alike = (root) =>
    [...root.querySelectorAll(`${element.localName}:not(.shown, .term)`)].filter((one) => articleOf(one) === article);
  return alike(to)[alike(from).indexOf(element)];
};

// A place in a text: what it is in, and how many letters are before it.
const BLOCKS = "h1, h2, h3, p, li, th, td, dt, dd, caption, summary, a";
const placeOf = (node, offset) => {
  const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(BLOCKS);
  if (!block) {
    return;
  }
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return [block, before.toString().length];
};
const placeIn = (block, letters) => {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = letters;
  while (texts.nextNode()) {
    const { length } = texts.currentNode;
    if (left <= length) {
      return [texts.currentNode, left];
    }
    left -= length;
  }
  return [block, block.childNodes.length];
};

// Where the selection is, as something that puts it at the same place of another view.
const selected = (from) => {
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
  if (isCollapsed || !from.contains(anchorNode) || !from.contains(focusNode)) {
    return;
  }
  const ends = [placeOf(anchorNode, anchorOffset), placeOf(focusNode, focusOffset)];
  if (!ends.every(Boolean)) {
    return;
  }
  return (to) => {
    const blocks = ends.map(([block]) => counterpart(block, from, to));
    if (blocks.every(Boolean)) {
      const [start, end] = blocks.map((block, index) => placeIn(block, ends[index][1]));
      return () => selection.setBaseAndExtent(...start, ...end);
    }
  };
};

const isSeen = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
};

// Whether a figure of the app has come, with its picture where it is seen.
const isThere = (article) => {
  const canvas = article?.querySelector("canvas");
  if (!canvas) {
    return article?.childElementCount > 0;
  }
  return canvas.style.width !== "" && (canvas.width > 0 || !isSeen(article));
};

// Until the app has what the visitor sees now, what is above it, and what has been opened.
const drawn = async (from, to) => {
  const end = performance.now() + ARRIVAL_LIMIT;
  const waits = () => {
    const isAbove = (one) => one.getBoundingClientRect().top < innerHeight;
    const above = [...from.querySelectorAll("article[id]")].filter(isAbove);
    if (!above.every(({ id }) => isThere(to.querySelector(`[id="${id}"]`)))) {
      return true;
    }
    const opened = [...from.querySelectorAll("details[open]")].map((one) => counterpart(one, from, to));
    opened.forEach((details) => details?.setAttribute("open", ""));
    return opened.some((details) => details?.childElementCount === 1);
  };
  do {
    await frame();
  } while (waits() && performance.now() < end);
};

// Starts the app in the element and gives the element that it is in. Where it holds the first view, the app
// is drawn out of sight, and takes its place without the visitor losing theirs.
export const takePlace = async (element, start) => {
  if (!element.querySelector(".first-view")) {
    start(element);
    handOver(element);
    return element;
  }
  const fresh = element.cloneNode(false);
  fresh.removeAttribute("id");
  fresh.className = "arriving";
  element.after(fresh);
  start(fresh);
  await drawn(element, fresh);
  const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
  const focus = focused && counterpart(focused, element, fresh);
  const select = selected(element)?.(fresh);
  const anchor = [...element.querySelectorAll("article[id]")].find(
    (article) => article.getBoundingClientRect().bottom > 0,
  );
  const top = anchor?.getBoundingClientRect().top;
  const { scrollX, scrollY } = window;
  const { id, className } = element;
  // Rows that are scrolled sideways.
  const rows = [...element.querySelectorAll("nav, .scroll")].filter(({ scrollLeft }) => scrollLeft > 0);
  const scrolled = rows.map((row) => [counterpart(row, element, fresh), row.scrollLeft]);
  element.replaceWith(fresh);
  Object.assign(fresh, { id, className });
  scrolled.forEach(([row, scrollLeft]) => row && Object.assign(row, { scrollLeft }));
  window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  // What is above may be a little higher or lower than it was.
  const moved = scrollY > 0 && anchor && document.getElementById(anchor.id)?.getBoundingClientRect().top - top;
  if (moved) {
    window.scrollBy({ top: moved, behavior: "instant" });
  }
  focus?.focus({ preventScroll: true });
  select?.();
  handOver(fresh);
  return fresh;
};
