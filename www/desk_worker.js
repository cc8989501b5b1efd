// What a worker with the desk does, on which a visitor's foreign files become data. The page puts the
// glue of its own module before this, as `glue`, and sends the module as the first message.

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
    () => postMessage([data[0]]),
  );
};
