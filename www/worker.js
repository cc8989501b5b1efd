// What a worker does; the build puts the glue of its module before this. The first message brings the
// compiled module, the others say what is wanted: "slice", a part of a large file; "problems", all that is
// wrong with a file; "import", something about foreign files.
"use strict";

const { initSync, problems, read_slice, serve_import } = utvandring_worker_glue(WebAssembly);

// A module that has stopped outside of what was asked for.
onunhandledrejection = () => postMessage([0, null, true]);

// Frees a buffer that is done with at once; the browser would let all slices of a file pile up. What
// is sent to a port that is closed before it is read goes with the port.
const giveBack = ({ buffer }) => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(null, [buffer]);
  port1.close();
  port2.close();
};

const bytesOf = async (before, slice) => {
  const bytes = new Uint8Array(await slice.arrayBuffer());
  if (!before) {
    return bytes;
  }
  const joined = new Uint8Array(before.length + bytes.length);
  joined.set(before);
  joined.set(bytes, before.length);
  giveBack(bytes);
  return joined;
};

const send = (place, bytes) => postMessage([place, bytes.buffer], [bytes.buffer]);

// Things are done one after the other.
let done = Promise.resolve();
const after = (work, failed) => {
  done = done.then(work).catch((error) => postMessage(failed(error)));
};

const WORK = {
  slice: (place, slice, plan, atRecord, before) => {
    // Read while the slice before it is being worked on.
    const reading = bytesOf(before, slice);
    reading.catch(() => {});
    const work = async () => {
      const bytes = await reading;
      send(place, read_slice(plan, bytes, atRecord));
      giveBack(bytes);
    };
    after(work, (error) => [place, String(error)]);
  },
  problems: (name, file, expectations) => {
    const work = async () => {
      const bytes = await bytesOf(null, file);
      send(0, problems(name, bytes, expectations));
      giveBack(bytes);
    };
    after(work, (error) => [0, String(error)]);
  },
  import: (request) => {
    const work = async () => postMessage(await serve_import(request, (told) => postMessage(told)));
    // A file that cannot be read, or a module that cannot go on.
    after(work, (error) => [request[0], null, error instanceof WebAssembly.RuntimeError]);
  },
};

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    initSync({ module: data });
    postMessage([]);
    return;
  }
  const [what, ...given] = data;
  WORK[what](...given);
};
