// What is drawn: the sizes of figures that occur, and one of many points. Synthetic values.
const LINES = (name, series, points) => ({ name, kind: "lines", series, points });

export const SCENES = [
  LINES("5 lines x 24 points", 5, 24),
  LINES("19 lines x 24 points", 19, 24),
  { name: "heat map, 18 x 24", kind: "heat", series: 18, points: 24 },
  LINES("5 lines x 20,000 points", 5, 20_000),
];

/** The places along the axis. */
export const places = ({ points }) => Float64Array.from({ length: points }, (_, index) => 2001 + index);

/**
 * Values of a scene, one series after the other; another `turn` gives others in the same range.
 * A slow wave with noise on it, so that neither thinning nor equal values make it easy.
 */
export function values({ series, points }, turn) {
  let state = 1 + turn * 7919;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const all = new Float64Array(series * points);
  for (let one = 0; one < series; one += 1) {
    for (let at = 0; at < points; at += 1) {
      const wave = Math.sin((6.3 * at) / points + one);
      all[one * points + at] = 20 + 4 * one + 5 * wave + 6 * noise();
    }
  }
  return all;
}
