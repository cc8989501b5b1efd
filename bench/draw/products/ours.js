// Our own drawing, in a module that holds nothing else.
import init, { Picture } from "/OURS/utvandring_redraw_glue.js";

export async function prepare() {
  await init({ module_or_path: new URL("utvandring_redraw_bg.wasm", location.href) });
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
