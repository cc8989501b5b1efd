// The same colours for every product.
const PALETTE = ["#1e6846", "#7fb069", "#2f6db5", "#b4581a", "#54606b", "#a3283c", "#6b4fa0", "#8a6d00"];

export const colour = (index) => PALETTE[index % PALETTE.length];

/** Ten steps from pale to dark, for a value of the heat map. */
export const shade = (value) => {
  const step = Math.max(0, Math.min(9, Math.floor((value - 15) / 9)));
  return `hsl(150, 45%, ${92 - 7 * step}%)`;
};

/** The values of one series out of all. */
export const part = (all, { points }, index) => all.subarray(index * points, (index + 1) * points);
