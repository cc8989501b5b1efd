// The longest stretch in which the page's own thread did nothing else: a timer that wants to be
// called all the time writes down how long it had to wait. Put into every page before its scripts.
window.heartbeat = () => {
  let longest = 0;
  let last = performance.now();
  let timer;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    timer = setTimeout(beat, 1);
  };
  beat();
  return {
    stop: async () => {
      // What was done last is only felt by the beat after it.
      await new Promise((resolve) => setTimeout(resolve, 20));
      clearTimeout(timer);
      return longest;
    },
  };
};

window.timed = async (run) => {
  const begin = performance.now();
  const result = await run();
  return { ms: performance.now() - begin, result };
};
