// What is on a canvas, by its pixels.

/**
 * `background` is the most frequent colour, `drawn` the share of pixels of another one.
 * `near` counts the pixels close to each of the given colours ("#rrggbb").
 */
export function readCanvas(canvas, { near = [], tolerance = 16 } = {}) {
  return canvas.evaluate(
    (canvas, wanted, tolerance) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
      const targets = wanted.map(channels);
      const counts = new Map();
      const close = wanted.map(() => 0);
      for (let at = 0; at < data.length; at += 4) {
        const colour = (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
        if (data[at + 3] > 0) {
          targets.forEach((target, index) => {
            const isClose = target.every((value, k) => Math.abs(value - data[at + k]) <= tolerance);
            close[index] += isClose ? 1 : 0;
          });
        }
      }
      const [background, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
      const hex = (background >>> 8).toString(16).padStart(6, "0");
      return {
        width,
        height,
        shownWidth: canvas.clientWidth,
        background: (background & 255) === 0 ? "transparent" : `#${hex}`,
        colours: counts.size,
        drawn: 1 - most / (width * height),
        near: Object.fromEntries(wanted.map((name, index) => [name, close[index]])),
      };
    },
    near,
    tolerance,
  );
}
