// What a worker with the desk does, on which a visitor's foreign files become data. The page puts the
// glue of its own module before this, as `glue`, and sends the module as the first message.

// A module that has stopped outside of what was asked for.
onunhandledrejection = () => postMessage([0, null, true]);

let done = Promise.resolve();

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    glue.initSync({ module: data });
    postMessage([]);
    return;
  }
  const work = () => glue.serve_desk(data, (told) => postMessage(told));
  done = done.then(work).then(
    (answer) => postMessage(answer),
    // A file that cannot be read, or a module that cannot go on.
    (error) => postMessage([data[0], null, error instanceof WebAssembly.RuntimeError]),
  );
};
