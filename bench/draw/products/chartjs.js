// Chart.js, without animation, its own thinning switched on.
import { Chart, registerables } from "chart.js";
import { MatrixController, MatrixElement } from "chartjs-chart-matrix";
import { colour, part, shade } from "./colours.js";

Chart.register(...registerables, MatrixController, MatrixElement);

const COMMON = {
  animation: false,
  responsive: false,
  events: [],
  parsing: false,
  normalized: true,
  plugins: {
    legend: { display: false },
    tooltip: { enabled: false },
    decimation: { enabled: true, algorithm: "min-max" },
  },
};

const heatMap = (scene, x) => ({
  type: "matrix",
  data: {
    datasets: [
      {
        data: [],
        backgroundColor: ({ raw }) => shade(raw?.v),
        width: ({ chart }) => (chart.chartArea?.width ?? 0) / scene.points,
        height: ({ chart }) => (chart.chartArea?.height ?? 0) / scene.series,
      },
    ],
  },
  options: {
    ...COMMON,
    scales: {
      x: { type: "linear", min: x[0] - 0.5, max: x[x.length - 1] + 0.5 },
      y: { type: "linear", min: -0.5, max: scene.series - 0.5 },
    },
  },
});

const lines = (scene) => ({
  type: "line",
  data: {
    datasets: Array.from({ length: scene.series }, (_, one) => ({
      label: `Series ${one + 1}`,
      data: [],
      borderColor: colour(one),
      borderWidth: 2.5,
      pointRadius: 0,
    })),
  },
  options: { ...COMMON, scales: { x: { type: "linear" }, y: {} } },
});

export function begin(element, scene, x, { width, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  element.append(canvas);
  const heat = scene.kind === "heat";
  const chart = new Chart(canvas, heat ? heatMap(scene, x) : lines(scene));
  const cell = (v, index) => ({ x: x[index % scene.points], y: Math.floor(index / scene.points), v });
  const line = (all, one) => Array.from(part(all, scene, one), (y, at) => ({ x: x[at], y }));
  return {
    redraw: (all) => {
      chart.data.datasets.forEach((dataset, one) => {
        dataset.data = heat ? Array.from(all, cell) : line(all, one);
      });
      chart.update("none");
    },
    canvas: () => canvas,
  };
}
