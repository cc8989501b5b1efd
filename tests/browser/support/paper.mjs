// What a browser makes of a page: the pages of a PDF, or a picture, as pixels.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Pixels of a page for each of its points; a point is the 72nd part of an inch. */
const SCALE = 1;
/** Colours that differ by less in each channel are one: edges are blurred. */
const NEAR = 40;

/** Every page of a PDF: `width`, `height`, and `data` as on a canvas. */
export async function pages(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), isOffscreenCanvasSupported: false, verbosity: 0 });
  const pdf = await loading.promise;
  const found = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const [width, height] = [viewport.width, viewport.height].map(Math.ceil);
    const { canvas, context } = pdf.canvasFactory.create(width, height);
    await page.render({ canvasContext: context, viewport }).promise;
    found.push({ width, height, data: context.getImageData(0, 0, width, height).data });
    pdf.canvasFactory.destroy({ canvas, context });
    page.cleanup();
  }
  await loading.destroy();
  return found;
}

/** A picture in the form of such a page. */
export async function picture(bytes) {
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Whether a pixel of a page is near a colour. */
const isNear = ({ width, data }, colour, x, y) =>
  colour.every((channel, index) => Math.abs(data[4 * (y * width + x) + index] - channel) <= NEAR);

/** The longest run of a colour in a row. */
function longestRun(page, colour, y) {
  let best = { from: 0, to: 0 };
  let from;
  for (let x = 0; x <= page.width; x += 1) {
    if (x < page.width && isNear(page, colour, x, y)) {
      from ??= x;
    } else if (from !== undefined) {
      best = x - from > best.to - best.from ? { from, to: x } : best;
      from = undefined;
    }
  }
  return best;
}

/**
 * What stands inside frames of a colour on a page, from the top: its size, and as `drawn` the share
 * of its pixels that are not white. A frame that is cut off has no lower edge and gives an error.
 */
export function framed(page, colour) {
  const edges = [];
  for (let y = 0; y < page.height; y += 1) {
    const run = longestRun(page, colour, y);
    if (run.to - run.from > page.width / 5) {
      const last = edges.at(-1);
      if (last?.bottom === y) {
        last.bottom = y + 1;
      } else {
        edges.push({ ...run, top: y, bottom: y + 1 });
      }
    }
  }
  if (edges.length % 2 === 1) {
    throw new Error(`a frame is cut off: ${JSON.stringify(edges)}`);
  }
  const boxes = [];
  for (let index = 0; index < edges.length; index += 2) {
    const [above, below] = edges.slice(index, index + 2);
    // The frame is as thick at the sides as above.
    const thick = above.bottom - above.top;
    const [left, right] = [above.from + thick, above.to - thick];
    const [top, bottom] = [above.bottom, below.top];
    let ink = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        ink += isNear(page, [255, 255, 255], x, y) ? 0 : 1;
      }
    }
    const [width, height] = [right - left, bottom - top];
    boxes.push({ width, height, drawn: ink / (width * height) });
  }
  return boxes;
}
