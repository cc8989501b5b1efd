// uPlot. It has no heat map; a hook draws the cells, as its own demonstrations do.
import uPlot from "uplot";
import { colour, part, shade } from "./colours.js";

const cells = (scene) => (plot) => {
  const { ctx } = plot;
  const { left, top, width, height } = plot.bbox;
  const wide = width / scene.points;
  const high = height / scene.series;
  for (let row = 0; row < scene.series; row += 1) {
    const values = plot.data[row + 1];
    for (let at = 0; at < scene.points; at += 1) {
      ctx.fillStyle = shade(values[at]);
      ctx.fillRect(left + at * wide, top + row * high, wide, high);
    }
  }
};

export function begin(element, scene, x, { width, height }) {
  const heat = scene.kind === "heat";
  const plot = new uPlot(
    {
      width,
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false }, y: heat ? { range: [0, scene.series] } : {} },
      series: [
        {},
        ...Array.from({ length: scene.series }, (_, index) => ({
          label: `Series ${index + 1}`,
          stroke: colour(index),
          width: 2.5,
          points: { show: false },
          ...(heat ? { paths: () => null } : {}),
        })),
      ],
      hooks: heat ? { draw: [cells(scene)] } : {},
    },
    [x, ...Array.from({ length: scene.series }, () => x)],
    element,
  );
  return {
    redraw: async (all) => {
      plot.setData([x, ...Array.from({ length: scene.series }, (_, one) => part(all, scene, one))]);
      // It draws in a microtask.
      await Promise.resolve();
    },
    canvas: () => plot.ctx.canvas,
  };
}
