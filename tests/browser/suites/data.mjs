// The data packages of the built site.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";

export const tests = [
  {
    name: "offline.html carries every data file and every task byte for byte",
    places: ["offline"],
    run: async ({ page, folder, check }) => {
      const packed = await page.$eval("#utvandring-packed", (block) => block.textContent);
      const carried = JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());
      check.deepEqual(carried, { ...(await textsBelow(folder, "data")), ...(await textsBelow(folder, "tasks")) });
    },
  },
];

async function textsBelow(folder, relative) {
  const entries = await readdir(path.join(folder, relative), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const address = path.relative(folder, file).split(path.sep).join("/");
    return [address, await readFile(file, "utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}
