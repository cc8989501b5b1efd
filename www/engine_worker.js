// What a worker of the engine does; the build puts the glue of its module before this. The first
// message brings the compiled module, the others a slice of a file each, or a whole file of which the
// problems are wanted.
"use strict";

const { initSync, problems, read_slice } = utvandring_engine_glue;
let done = Promise.resolve();

const bytesOf = async (before, slice) => {
  const bytes = new Uint8Array(await slice.arrayBuffer());
  if (!before) {
    return bytes;
  }
  const joined = new Uint8Array(before.length + bytes.length);
  joined.set(before);
  joined.set(bytes, before.length);
  return joined;
};

const send = (place, bytes) => postMessage([place, bytes.buffer], [bytes.buffer]);

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    initSync({ module: data });
    return;
  }
  if (typeof data[0] === "string") {
    const [name, file, expectations] = data;
    const told = async () => send(0, problems(name, await bytesOf(null, file), expectations));
    told().catch((error) => postMessage([0, String(error)]));
    return;
  }
  const [place, slice, plan, atRecord, before] = data;
  // Read while the slice before it is being worked on.
  const reading = bytesOf(before, slice);
  const work = async () => send(place, read_slice(plan, await reading, atRecord));
  reading.catch(() => {});
  done = done.then(work).catch((error) => postMessage([place, String(error)]));
};
