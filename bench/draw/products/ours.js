// Our own drawing, in a module that holds nothing else.
import glue from "/OURS/utvandring_redraw_glue.js";

// What drawing does not need of the page is never asked for.
const none = (needed) => Object.fromEntries(Object.keys(needed).map((name) => [`__wasm_split_load_${name}`, () => {}]));
const own = glue(WebAssembly, Worker, none);
const { Picture } = own;

export async function prepare() {
  await own({ module_or_path: new URL("utvandring_redraw_bg.wasm", location.href) });
}

/** Nothing where a kind of scene is not drawn yet. */
export function begin(element, scene, x, { width }) {
  if (!Picture[scene.kind]) {
    return undefined;
  }
  const canvas = document.createElement("canvas");
  element.append(canvas);
  const picture = Picture[scene.kind](canvas, width, scene.series, x);
  return { redraw: (all) => picture.redraw(all), canvas: () => canvas };
}
