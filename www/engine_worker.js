// What a worker of the engine does; the build puts the glue of its module before this. The first
// message brings the compiled module, the others a slice of a file each, or a whole file of which the
// problems are wanted.
"use strict";

const { initSync, problems, read_slice } = utvandring_engine_glue;
let done = Promise.resolve();

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

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    initSync({ module: data });
    return;
  }
  if (typeof data[0] === "string") {
    const [name, file, expectations] = data;
    const told = async () => {
      const bytes = await bytesOf(null, file);
      send(0, problems(name, bytes, expectations));
      giveBack(bytes);
    };
    told().catch((error) => postMessage([0, String(error)]));
    return;
  }
  const [place, slice, plan, atRecord, before] = data;
  // Read while the slice before it is being worked on.
  const reading = bytesOf(before, slice);
  const work = async () => {
    const bytes = await reading;
    send(place, read_slice(plan, bytes, atRecord));
    giveBack(bytes);
  };
  reading.catch(() => {});
  done = done.then(work).catch((error) => postMessage([place, String(error)]));
};
