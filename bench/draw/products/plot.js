// Observable Plot. It makes a new SVG each time, so its time ends when that is laid out; the
// browser's painting of it is not counted.
import * as Plot from "@observablehq/plot";
import { colour, part, shade } from "./colours.js";

export function begin(element, scene, x, { width, height }) {
  const cells = (all) =>
    Plot.cell(
      Array.from(all, (_, at) => at),
      {
        x: (at) => x[at % scene.points],
        y: (at) => Math.floor(at / scene.points),
        fill: (at) => shade(all[at]),
      },
    );
  const line = (all, one) =>
    Plot.lineY(part(all, scene, one), {
      x: (_, at) => x[at],
      stroke: colour(one),
      strokeWidth: 2.5,
    });
  const marks = (all) =>
    scene.kind === "heat"
      ? [cells(all)]
      : Array.from({ length: scene.series }, (_, one) => line(all, one));
  return {
    redraw: (all) => {
      element.replaceChildren(Plot.plot({ width, height, marks: marks(all) }));
      element.getBoundingClientRect();
    },
    canvas: () => undefined,
  };
}
