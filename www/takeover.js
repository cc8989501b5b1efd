// The whole page takes the place of the first view, without the visitor losing the place.

// Out of sight, but as wide as it will be, so that it can be drawn before it is shown.
const aside = (element) => {
  const fresh = element.cloneNode(false);
  fresh.removeAttribute("id");
  fresh.className = "arriving";
  element.after(fresh);
  return fresh;
};

// Until every figure has come and has its size. For sizes not for long: a page in the background gets
// no frames, and nobody sees it.
const LIMIT = 2000;

const frame = () =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(resolve)),
    new Promise((resolve) => setTimeout(resolve, LIMIT)),
  ]);

const drawn = async (element, module) => {
  do {
    await frame();
  } while (module.is_arriving());
  const end = performance.now() + LIMIT;
  const waits = () => [...element.querySelectorAll("canvas")].some((canvas) => !canvas.style.width);
  do {
    await frame();
  } while (waits() && performance.now() < end);
};

// The element that stands at the same place among those of its kind. Numbers and terms open
// something in the whole page only, so they do not count.
const counterpart = (element, from, to) => {
  const alike = `${element.localName}:not(.shown, .term)`;
  const place = [...from.querySelectorAll(alike)].indexOf(element);
  return to.querySelectorAll(alike)[place];
};

// The pictures that are on the screen, so that they are there at once; each is drawn anew when it is
// known to be seen.
const copyPictures = (from, to) => {
  for (const article of from.querySelectorAll("article[id]")) {
    const [old, fresh] = [article, to.querySelector(`[id="${article.id}"]`)].map((one) => one?.querySelector("canvas"));
    const place = old?.getBoundingClientRect();
    if (old?.width && fresh && place.bottom > 0 && place.top < innerHeight) {
      const { width, height } = old;
      Object.assign(fresh, { width, height });
      fresh.getContext("2d").drawImage(old, 0, 0);
    }
  }
};

// What the visitor sees first of what has a name.
const topmost = (element) => {
  const named = [...element.querySelectorAll("article[id]")];
  return named.find((article) => article.getBoundingClientRect().bottom > 0);
};

export const takeOver = async ({ module, element }, whole) => {
  // Places are compared later, so all of it has to be there.
  await drawn(element, module);
  const fresh = aside(element);
  whole.lay_aside(module.left_over());
  whole.start_aside(fresh);
  await drawn(fresh, whole);
  for (const details of element.querySelectorAll("details[open]")) {
    counterpart(details, element, fresh)?.setAttribute("open", "");
  }
  const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
  const focus = focused && counterpart(focused, element, fresh);
  copyPictures(element, fresh);
  const anchor = topmost(element);
  const top = anchor?.getBoundingClientRect().top;
  const { scrollX, scrollY } = window;
  const { id, className } = element;
  // What is put elsewhere forgets how far it was scrolled.
  const rows = [...fresh.querySelectorAll("nav")].map((row) => [row, row.scrollLeft]);
  module.stop();
  element.replaceWith(fresh);
  Object.assign(fresh, { id, className });
  for (const [row, scrollLeft] of rows) {
    row.scrollLeft = scrollLeft;
  }
  window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  // What is above may be a little higher or lower than it was.
  const moved = anchor && document.getElementById(anchor.id)?.getBoundingClientRect().top - top;
  if (moved) {
    window.scrollBy({ top: moved, behavior: "instant" });
  }
  focus?.focus({ preventScroll: true });
  whole.forward();
};
