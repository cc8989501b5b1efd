// Measures the built site beside other products and prints one table of ratios.
//   node run.mjs [--runs=5] [--first-paint=a,b,c] [data] [import] [draw] [level] [start]
// Without a word, everything is measured.
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Table } from "./support/numbers.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const PARTS = ["data", "import", "draw", "level", "start"];

const words = process.argv.slice(2);
const option = (name) =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const chosen = words.filter((word) => !word.startsWith("--"));
const unknown = chosen.filter((word) => !PARTS.includes(word));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${PARTS.join(", ")}`);
  process.exit(1);
}
const options = {
  root: ROOT,
  runs: Math.max(1, Number(option("runs") ?? 5)),
  firstPaint: (option("first-paint") ?? "").split(",").filter(Boolean),
};

const table = new Table();
for (const part of PARTS) {
  if (chosen.length === 0 || chosen.includes(part)) {
    const { measure } = await import(`./${part}/measure.mjs`);
    console.log(`measuring: ${part}`);
    await measure(table, options);
  }
}
const machine = `${os.cpus().length} processors, ${Math.round(os.totalmem() / 2 ** 30)} GiB`;
console.log(`\n${table.text()}\n\nOne run on a machine with ${machine}; compare ratios, not times.`);
const kept = path.join(ROOT, "target/bench");
await mkdir(kept, { recursive: true });
await writeFile(path.join(kept, "last.json"), JSON.stringify(table.rows, null, 2));
