// Files that lie beside the page, and the compiled modules.

const beside = (path) => new URL(path, import.meta.url);

export const fetched = async (path, how) => {
  const response = await fetch(beside(path), how);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${response.statusText}`);
  }
  return response;
};

export const fetchText = async (path) => (await fetched(path, { cache: "no-cache" })).text();

// A data file of the site. Asked for anew on each visit, because a publisher may have replaced it, and
// once for all that read it.
const files = new Map();
const fetchBytes = async (path) => {
  const response = await fetched(path, { cache: "no-cache" });
  return new Uint8Array(await response.arrayBuffer());
};
export const read = (path) => {
  if (!files.has(path)) {
    files.set(path, fetchBytes(path));
  }
  return files.get(path);
};

// They are not needed any more.
export const forget = () => files.clear();

// Compiled while it arrives, or afterwards where the server does not say that it is WebAssembly.
export const compile = async (path, how) => {
  const response = await fetched(path, how);
  const copy = response.clone();
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await copy.arrayBuffer()));
};
