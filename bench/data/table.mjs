// Synthetic contract tables of any length, the same bytes on every machine. No number or name in
// them is anybody's: they serve to measure reading and answering.
import { createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { once } from "node:events";
import path from "node:path";

export const SIZES = { S: 100_000, M: 1_000_000, L: 5_000_000 };

const numbered = (count, name) =>
  Array.from({ length: count }, (_, index) => name(String(index + 1).padStart(2, "0")));

/** The dimensions, slowest first, as tables are usually sorted. */
export const DIMENSIONS = {
  year: Array.from({ length: 24 }, (_, index) => String(2001 + index)),
  sex: ["women", "men"],
  education: ["lower_secondary", "upper_secondary", "short_tertiary", "long_tertiary", "no_education"],
  group: [
    "synthetic_group_of_two",
    "synthetic_group_of_one",
    "synthetic_migrants",
    "synthetic_others",
  ],
  age: Array.from({ length: 18 }, (_, index) => String(18 + index)),
  region: numbered(11, (number) => `region_${number}`),
  origin: numbered(30, (number) => `synthetic_origin_${number}`),
  destination: numbered(9, (number) => `synthetic_country_${number}`),
};

const MEASURES = ["emigrations", "returned_5y", "person_years", "population_jan1"];

export const COLUMNS = [...Object.keys(DIMENSIONS), ...MEASURES];

/** A whole number of 32 bits that follows from another one (a mixing step of MurmurHash3). */
function mixed(number) {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The codes of a key: its digits in the mixed base of the dimensions. */
function codesOf(key) {
  const codes = [];
  let rest = key;
  for (const list of Object.values(DIMENSIONS).reverse()) {
    codes.push(list[rest % list.length]);
    rest = Math.floor(rest / list.length);
  }
  return codes.reverse();
}

const KEYS = Object.values(DIMENSIONS).reduce((product, list) => product * list.length, 1);

/** The row at an index of a table of `rows` rows. Keys grow, so that none comes twice. */
export function row(index, rows) {
  const key = Math.floor((index * KEYS) / rows);
  const chance = mixed(key);
  const population = (chance % 2400) / 2 + 0.5;
  // Person-years have one decimal that is never zero, so that the decimal sign is beyond doubt.
  const personYears = `${Math.max(0, Math.floor(population) - (chance % 3))}.${1 + (chance % 9)}`;
  const emigrations = mixed(chance) % 7;
  const returned = emigrations === 0 ? 0 : mixed(chance + 1) % (emigrations + 1);
  return [...codesOf(key), emigrations, returned, personYears, population];
}

/** Writes a table unless it is there already; returns its path. */
export async function table(folder, rows) {
  const file = path.join(folder, `synthetic-${rows}.csv`);
  if (await stat(file).catch(() => null)) {
    return file;
  }
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.part`;
  const out = createWriteStream(unfinished);
  out.write(`${COLUMNS.join(",")}\n`);
  for (let from = 0; from < rows; from += 10_000) {
    let text = "";
    for (let index = from; index < Math.min(rows, from + 10_000); index += 1) {
      text += `${row(index, rows).join(",")}\n`;
    }
    if (!out.write(text)) {
      await once(out, "drain");
    }
  }
  out.end();
  await once(out, "finish");
  await rename(unfinished, file);
  return file;
}
