// Keeps the site for use without a network, for visitors who have asked for it. The build puts
// VERSION and FILES before this: what the site is made of, each file with its hash.
//
// A version is kept as a whole or not at all, and is used until the visitor takes over the next
// one, so that files of two versions never meet. Data are a publisher's to replace without a new
// version: they are asked for anew while there is a network.
"use strict";

const OWN = `utvandring ${registration.scope} `;
const CACHE = OWN + VERSION;

// What a publisher may replace without a new version.
const isReplaceable = (path) => /^(data|recipes|tasks)\//.test(path);

// A site that is taken away again writes nothing more.
let forgotten = false;

const store = async () => {
  const cache = await caches.open(CACHE);
  const keep = async ([path, integrity]) => {
    const response = await fetch(path, { cache: "reload", ...(integrity && { integrity }) });
    if (!response.ok && isReplaceable(path)) {
      // A publisher has taken away what the site was built with.
      return;
    }
    if (!response.ok) {
      throw new Error(`${path}: ${response.status}`);
    }
    await cache.put(path, response);
  };
  try {
    await Promise.all(FILES.map(keep));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

const takeOver = async () => {
  const older = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await clients.claim();
};

const fromNetwork = async (request, path) => {
  if (forgotten) {
    return fetch(request);
  }
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    // The page of a network that asks for a password is no table.
    const isFile = response.ok && !response.redirected && !/html/.test(response.headers.get("content-type"));
    if (isFile && response.status === 200 && !forgotten) {
      // What cannot be kept is not kept: the store may be full, or the server may forbid it.
      await cache.put(path, response.clone()).catch(() => cache.delete(path));
    }
    // What a publisher has taken away is gone; what somebody else answers is no answer.
    const isGone = response.status === 404 || response.status === 410;
    return isFile || isGone ? response : ((await cache.match(path)) ?? response);
  } catch (error) {
    const kept = await cache.match(path);
    if (!kept) {
      throw error;
    }
    return kept;
  }
};

const fromStore = async (request, path) => {
  if (forgotten) {
    return fetch(request);
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "renew") {
    event.waitUntil(skipWaiting());
  } else if (event.data === "forget") {
    forgotten = true;
    event.ports[0].postMessage(null);
  }
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !address.startsWith(registration.scope)) {
    return;
  }
  const below = address.slice(registration.scope.length);
  const path = below === "index.html" || below === "" ? "./" : below;
  if (isReplaceable(path)) {
    event.respondWith(fromNetwork(request, path));
  } else if (FILES.some(([kept]) => kept === path)) {
    event.respondWith(fromStore(request, path));
  }
});
