// What a visitor downloads, as a web server would compress it once and for all.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
};

/** The sum of the compressed sizes in bytes; what was once compressed is remembered in `kept`. */
export async function brotli(files, kept) {
  let sum = 0;
  for (const file of files) {
    const content = await readFile(file);
    const key = createHash("sha256").update(content).digest("hex");
    const note = path.join(kept, key);
    let size = Number(await readFile(note, "utf8").catch(() => 0));
    if (!size) {
      size = (await compress(content, OPTIONS)).length;
      await mkdir(kept, { recursive: true });
      await writeFile(note, String(size));
    }
    sum += size;
  }
  return sum;
}
