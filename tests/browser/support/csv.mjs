// Contract tables read and added up without the product's code.
import { readFile } from "node:fs/promises";

/** The rows of a contract CSV without quotes, as objects of text. */
export async function rowsOf(file) {
  const text = await readFile(file, "utf8");
  const [header, ...lines] = text.trim().split("\n").map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
}

/** Rows by the codes of some dimensions. */
export function grouped(rows, dimensions) {
  const groups = new Map();
  for (const row of rows) {
    const key = dimensions.map((name) => row[name]).join("|");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** The sum of a column; null when a row has no number there. */
export function total(rows, column) {
  const numbers = rows.map((row) => (/^\d/.test(row[column] ?? "") ? Number(row[column]) : null));
  return numbers.includes(null) ? null : numbers.reduce((sum, number) => sum + number, 0);
}

/** Emigrations per mid-year population; null when a part is not known. */
export function rate(rows) {
  const [events, start, end] = ["emigrations", "population_jan1", "population_dec31"].map((column) =>
    total(rows, column),
  );
  return events === null || start === null || end === null ? null : events / ((start + end) / 2);
}
