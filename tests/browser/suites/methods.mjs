// Every statistical method gives the golden values in the browser too.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const GOLDEN = path.resolve(import.meta.dirname, "../../golden");
const TOLERANCE = 1e-10;

/** A small CSV reader: quotes, commas, no line breaks inside cells. */
function parse(text) {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)]
        .slice(0, -1)
        .concat(line.endsWith(",") ? [["", ""]] : [])
        .map((match) => match[1].replace(/^"|"$/g, "").replaceAll('""', '"')),
    );
}

function agrees(got, wanted, scale) {
  if (wanted === "") return got === null || got === "";
  if (wanted === "inf") return got === "Infinity";
  const number = Number(wanted);
  if (Number.isNaN(number) || /[;|]/.test(wanted)) {
    const [gots, wants] = [String(got), wanted].map((text) => text.split(/[;|]/));
    return (
      gots.length === wants.length &&
      wants.every((want, i) =>
        want !== "" && !Number.isNaN(Number(want))
          ? agrees(Number(gots[i]), want, scale)
          : gots[i] === want,
      )
    );
  }
  if (typeof got === "string") return agrees(Number(got), wanted, scale);
  return Math.abs(got - number) <= TOLERANCE * Math.max(Math.abs(number), Number(scale || 0));
}

export const tests = [
  {
    name: "the golden rows of every method",
    shares: true,
    run: async (visit) => {
      const files = (await readdir(GOLDEN)).filter((name) => name.endsWith(".csv"));
      visit.check.ok(files.length > 25);
      let rows = 0;
      const wrong = [];
      for (const file of files) {
        const method = path.parse(file).name;
        const [header, ...cases] = parse(await readFile(path.join(GOLDEN, file), "utf8"));
        const others = ["case", "digits", "scale", "source", "note"];
        const inputs = cases.map((cells) =>
          Object.fromEntries(
            header
              .map((name, i) => [name, cells[i]])
              .filter(([name]) => !name.startsWith("exp_") && !others.includes(name)),
          ),
        );
        const results = await visit.page.evaluate(
          // Infinity does not survive the way out of the page.
          (method, inputs) =>
            inputs.map((input) =>
              Object.fromEntries(
                Object.entries(window.utvandring.calculate({ method, ...input })).map(
                  ([name, value]) => [name, value === Infinity ? "Infinity" : value],
                ),
              ),
            ),
          method,
          inputs,
        );
        cases.forEach((cells, row) => {
          const scale = cells[header.indexOf("scale")];
          header.forEach((name, column) => {
            if (!name.startsWith("exp_")) return;
            const got = results[row][name.slice(4)];
            if (!agrees(got, cells[column], scale)) {
              wrong.push(`${method} ${cells[0]} ${name}: ${got}, not ${cells[column]}`);
            }
          });
          rows += 1;
        });
      }
      visit.check.ok(rows > 700, `${rows} rows`);
      visit.check.deepEqual(wrong, []);
    },
  },
  {
    name: "an unknown method is told with what there is",
    shares: true,
    run: async (visit) => {
      const message = await visit.page.evaluate(() => {
        try {
          window.utvandring.calculate({ method: "rate_ci_wald" });
          return "";
        } catch (error) {
          return error.message;
        }
      });
      visit.check.match(message, /rate_ci_wald/);
      visit.check.match(message, /rate_ci_garwood/);
    },
  },
];
