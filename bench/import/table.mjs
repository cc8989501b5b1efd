// A synthetic table as PxWeb writes it: a title, quoted texts, one row for each number, ISO-8859-1.
import { createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { once } from "node:events";
import path from "node:path";

const AGES = 106;
const SEXES = ["Menn", "Kvinner"];
const YEARS = 64;
const PER_REGION = AGES * SEXES.length * YEARS;

/** The number of a row: whole, often small, the same on every machine. */
export const number = (row) => (Math.imul(row + 1, 0x9e3779b1) >>> 0) % 3000;

/** Writes the table of so many regions unless it is there already; gives path and rows. */
export async function table(folder, regions) {
  const file = path.join(folder, `synthetic-pxweb-${regions}.csv`);
  const rows = regions * PER_REGION;
  if (await stat(file).catch(() => null)) {
    return { file, rows };
  }
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.part`;
  const out = createWriteStream(unfinished, { encoding: "latin1" });
  out.write('"Utvandring (syntetisk), etter region, alder, kjønn, år og statistikkvariabel"\n\n');
  out.write('"region";"alder";"kjønn";"år";"Utvandringer"\n');
  for (let region = 0; region < regions; region += 1) {
    const code = String(region + 1).padStart(4, "0");
    const lines = [];
    for (let row = 0; row < PER_REGION; row += 1) {
      const age = Math.floor(row / (SEXES.length * YEARS));
      const name = age === AGES - 1 ? `${age} år eller eldre` : `${age} år`;
      const sex = SEXES[Math.floor(row / YEARS) % SEXES.length];
      const value = number(region * PER_REGION + row);
      const shown = value < 2 ? ".." : value;
      lines.push(`"${code} Kommune nummer ${region + 1}";"${name}";"${sex}";"${1960 + (row % YEARS)}";${shown}`);
    }
    if (!out.write(`${lines.join("\n")}\n`)) {
      await once(out, "drain");
    }
  }
  out.end();
  await once(out, "finish");
  await rename(unfinished, file);
  return { file, rows };
}
