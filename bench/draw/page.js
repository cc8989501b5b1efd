// Every product on one page, which measures them in turn.
import * as chartjs from "./products/chartjs.js";
import * as echarts from "./products/echarts.js";
import * as ours from "./products/ours.js";
import * as plot from "./products/plot.js";
import * as uplot from "./products/uplot.js";
import { places, SCENES, values } from "./scenes.js";

const PRODUCTS = { ours, uplot, chartjs, echarts, plot };
const WIDTH = 900;

/** Waits until what was drawn is in the canvas: reading a pixel back leaves no work undone. */
function finish(canvas) {
  canvas?.getContext("2d").getImageData(0, 0, 1, 1);
}

/** Milliseconds of one redraw, the mean of `turns`. */
async function time(picture, sets, turns) {
  const begin = performance.now();
  for (let turn = 0; turn < turns; turn += 1) {
    await picture.redraw(sets[turn % sets.length]);
    finish(picture.canvas());
  }
  return (performance.now() - begin) / turns;
}

const ratio = () => window.devicePixelRatio;

window.product = {
  start: () => ours.prepare(),
  scenes: () => SCENES.map(({ name }) => name),
  /** Times of one scene by product, one of each a round, the order turned from round to round. */
  measure: async (index, rounds) => {
    const scene = SCENES[index];
    const x = places(scene);
    const sets = [0, 1].map((turn) => values(scene, turn));
    const turns = scene.points > 1000 ? 3 : 20;
    const pictures = {};
    let height = 460;
    for (const [name, product] of Object.entries(PRODUCTS)) {
      const element = document.createElement("div");
      element.style.cssText = "position: absolute; left: 0; top: 0";
      document.body.replaceChildren(element);
      const picture = product.begin(element, scene, x, { width: WIDTH, height, ratio: ratio() });
      if (!picture) {
        continue;
      }
      await picture.redraw(sets[0]);
      // The others take the size of ours.
      height = picture.canvas()?.clientHeight || height;
      pictures[name] = { picture, element, size: [picture.canvas()?.width, picture.canvas()?.height] };
    }
    const times = Object.fromEntries(Object.keys(pictures).map((name) => [name, []]));
    const names = Object.keys(pictures);
    for (let round = 0; round < rounds; round += 1) {
      for (let place = 0; place < names.length; place += 1) {
        const name = names[(place + round) % names.length];
        document.body.replaceChildren(pictures[name].element);
        await time(pictures[name].picture, sets, 2);
        times[name].push(await time(pictures[name].picture, sets, turns));
      }
    }
    const sizes = Object.fromEntries(names.map((name) => [name, pictures[name].size]));
    return { times, sizes };
  },
};
