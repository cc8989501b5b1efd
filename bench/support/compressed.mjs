// A server for a built site as a web server would serve it: compressed with brotli at level 9, with the
// right types, so that what Lighthouse measures means something.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { MEDIA_TYPES } from "../../tests/browser/support/server.mjs";

const compress = promisify(brotliCompress);
const BELOW = "/utvandring/";
const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Serves `folder`; `sent` has each file that was asked for, with its bytes as they were sent. */
export async function serveCompressed(folder) {
  const kept = new Map();
  const sent = new Map();
  const file = async (name) => {
    if (!kept.has(name)) {
      const content = await readFile(path.join(folder, name));
      // Pictures are compressed already.
      kept.set(name, name.endsWith(".png") ? { content } : { content: await compress(content, OPTIONS), brotli: true });
    }
    return kept.get(name);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = decodeURIComponent(pathname.slice(BELOW.length)) || "index.html";
    try {
      if (!pathname.startsWith(BELOW) || name.split("/").includes("..")) {
        throw new Error("outside the folder");
      }
      const { content, brotli } = await file(name);
      const type = MEDIA_TYPES[path.extname(name)] ?? "application/octet-stream";
      const headers = { "content-type": type, "content-length": content.length, "cache-control": "no-cache" };
      response.writeHead(200, brotli ? { ...headers, "content-encoding": "br" } : headers).end(content);
      sent.set(name, content.length);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${BELOW}`,
    sent,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
