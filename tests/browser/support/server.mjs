// A plain web server for one folder, below a deep path and nothing else, as on a large web site.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const BELOW = "/en/mappe/utvandring/";

export const MEDIA_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".csv": "text/csv; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * Serves `folder`; `requests` grows by the path of each request, `missing` by those not found. While `instead` is a
 * text, every address answers with that page, as a network does that asks for a password first; `headers` go with
 * every file.
 */
export async function serve(folder) {
  const requests = [];
  const missing = [];
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(address);
    if (served.instead !== undefined) {
      response.writeHead(200, { "content-type": MEDIA_TYPES[".html"] }).end(served.instead);
      return;
    }
    try {
      if (!address.startsWith(BELOW)) {
        throw new Error("outside the folder");
      }
      const relative = address.slice(BELOW.length) || "index.html";
      const file = path.join(folder, relative);
      if (!file.startsWith(folder + path.sep)) {
        throw new Error("outside the folder");
      }
      const content = await readFile(file);
      const media = MEDIA_TYPES[path.extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": media, ...served.headers }).end(content);
    } catch {
      missing.push(address);
      response.writeHead(404).end("not found\n");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const served = {
    instead: undefined,
    headers: {},
    url: `http://127.0.0.1:${server.address().port}${BELOW}`,
    requests,
    missing,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return served;
}
