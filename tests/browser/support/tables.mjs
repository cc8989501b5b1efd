// The published tables of the built site, read and added up without the product's code.
import path from "node:path";
import { rowsOf } from "./csv.mjs";

/** The rows of a CSV of the teaching package, as objects of text. */
export const teaching = (folder, name) => rowsOf(path.join(folder, "data/teaching", `${name}.csv`));

/** The sum of a column over the rows that match. */
export function sum(rows, column, where = {}) {
  const matches = (row) =>
    Object.entries(where).every(([name, codes]) => [codes].flat().includes(row[name]));
  return rows.filter(matches).reduce((total, row) => total + Number(row[column]), 0);
}

export const GROUPS = [
  "nb_two_immigrant_parents",
  "immigrated_age_0_9",
  "nb_one_foreign_parent",
  "immigrated_age_10_plus",
  "majority",
];
