// ECharts, without animation, its own thinning switched on.
import * as echarts from "echarts";
import { colour, part } from "./colours.js";

const heatMap = (scene, x) => ({
  animation: false,
  xAxis: { type: "category", data: Array.from(x, String) },
  yAxis: { type: "category", data: Array.from({ length: scene.series }, (_, one) => String(one)) },
  visualMap: { show: false, min: 15, max: 105 },
  series: [{ type: "heatmap", data: [] }],
});

const lines = (scene, x) => ({
  animation: false,
  xAxis: { type: "value", min: x[0], max: x[x.length - 1] },
  yAxis: { type: "value" },
  series: Array.from({ length: scene.series }, (_, one) => ({
    type: "line",
    name: `Series ${one + 1}`,
    showSymbol: false,
    sampling: "minmax",
    lineStyle: { width: 2.5, color: colour(one) },
    data: [],
  })),
});

export function begin(element, scene, x, { width, height, ratio }) {
  const size = { renderer: "canvas", width, height, devicePixelRatio: ratio };
  const chart = echarts.init(element, null, size);
  const heat = scene.kind === "heat";
  chart.setOption(heat ? heatMap(scene, x) : lines(scene, x));
  const cell = (value, index) => [index % scene.points, Math.floor(index / scene.points), value];
  const line = (all, one) => Array.from(part(all, scene, one), (value, at) => [x[at], value]);
  return {
    redraw: (all) => {
      const series = heat
        ? [{ data: Array.from(all, cell) }]
        : Array.from({ length: scene.series }, (_, one) => ({ data: line(all, one) }));
      chart.setOption({ series });
      chart.getZr().flush();
    },
    canvas: () => element.querySelector("canvas"),
  };
}
