// A folder with a page for each product, bundled as its makers advise for production.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const HERE = path.resolve(import.meta.dirname, "..");
const DUCKDB = path.join(HERE, "node_modules/@duckdb/duckdb-wasm/dist");

/** Files that lie beside the bundle of a product. */
const BESIDE = {
  duckdb: ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"].map((name) => path.join(DUCKDB, name)),
};

/**
 * Writes the page of a product into `folder`/`name`. `last` is a script that ends the bundle;
 * `built` names folders of this repository that scripts import from, as `/NAME/file.js`.
 */
export async function page(folder, name, entry, last, built = {}) {
  const own = path.join(folder, name);
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const imports = [entry, last].filter(Boolean).map((file) => `import ${JSON.stringify(file)};`);
  await build({
    stdin: { contents: imports.join("\n"), resolveDir: HERE },
    outfile: path.join(own, "bundle.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    plugins: [
      {
        name: "built",
        setup: ({ onResolve }) => {
          for (const [name, place] of Object.entries(built)) {
            const start = `/${name}/`;
            onResolve({ filter: new RegExp(`^${start}`) }, ({ path: given }) => ({
              path: path.join(place, given.slice(start.length)),
            }));
          }
        },
      },
    ],
  });
  for (const file of BESIDE[name] ?? []) {
    await copyFile(file, path.join(own, path.basename(file)));
  }
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,"><body><script type="module" src="bundle.js"></script></body>\n`;
  await writeFile(path.join(own, "index.html"), html);
  return own;
}
