// Numbers of a run, and the table in which they are printed.

export function median(numbers) {
  const sorted = [...numbers].sort((one, two) => one - two);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const UNITS = {
  ms: (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)),
  MiB: (value) => value.toFixed(1),
  KiB: (value) => value.toFixed(0),
  "ns/row": (value) => value.toFixed(0),
  "B/row": (value) => value.toFixed(0),
  score: (value) => value.toFixed(2),
  count: (value) => value.toFixed(0),
};

/** `value` in `unit`; a text stands for itself. */
const shown = (value, unit) => {
  if (value === undefined) {
    return "";
  }
  if (typeof value === "string") {
    return value;
  }
  return ["score", "count"].includes(unit) ? UNITS[unit](value) : `${UNITS[unit](value)} ${unit}`;
};

export class Table {
  constructor() {
    this.rows = [];
  }

  heading(text) {
    this.rows.push({ heading: text });
  }

  /**
   * A row: ours beside another product's. With `atMost` the goal is a ratio, with `below` a limit
   * for our own number in its unit, with `least` the least it may be.
   */
  row(what, unit, ours, theirs, { peer = "", atMost, below, least } = {}) {
    const both = typeof ours === "number" && typeof theirs === "number";
    const ratio = both ? ours / theirs : undefined;
    const own = typeof ours === "number" ? ours : undefined;
    const measured = below === undefined && least === undefined ? ratio : own;
    const goal = below ?? least ?? atMost;
    const isMet = () => (least === undefined ? measured <= goal : measured >= goal);
    const met = goal === undefined || measured === undefined ? undefined : isMet();
    this.rows.push({ what, unit, ours, theirs, peer, ratio, atMost, below, least, met });
  }

  text() {
    const cells = this.rows.map((row) => {
      if (row.heading !== undefined) {
        return [row.heading];
      }
      const goal =
        row.below !== undefined
          ? `<= ${shown(row.below, row.unit)}`
          : row.least !== undefined
            ? `>= ${shown(row.least, row.unit)}`
          : row.atMost !== undefined
            ? `<= ${row.atMost.toFixed(3).replace(/0$/, "")}`
            : "";
      return [
        `  ${row.what}`,
        shown(row.ours, row.unit),
        shown(row.theirs, row.unit),
        row.peer,
        row.ratio === undefined ? "" : row.ratio.toFixed(3),
        goal,
        row.met === undefined ? (goal ? "not measured" : "") : row.met ? "met" : "NOT MET",
      ];
    });
    const head = ["", "Utvandring", "other", "", "ratio", "goal", ""];
    const widths = head.map((title, column) =>
      Math.max(title.length, ...cells.filter((row) => row.length > 1).map((row) => row[column].length)),
    );
    const line = (row) =>
      row
        .map((cell, column) =>
          [1, 2, 4].includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join("  ")
        .trimEnd();
    return [line(head), ...cells.map((row) => (row.length === 1 ? `\n${row[0]}` : line(row)))].join("\n");
  }
}
