// The module of the page and its end: what is kept outside of it, what is said when it has stopped, and a fresh
// one in its place. Nothing of what is said needs WebAssembly.

// A module that has trapped cannot go on: what it was in the middle of stays half done.
const isEnd = (error) =>
  error instanceof WebAssembly.RuntimeError ||
  (/^(RangeError|InternalError)$/.test(error?.name) && /call stack|recursion/i.test(error.message));

// What a call gives that is not made: the glue may look into it.
const NOTHING = Object.freeze([]);

const ofBase64 = (digits) => Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));

// What the glue of one instance sees in place of the browser's own: nothing of an instance that has stopped is
// called again, by whatever still listens for it, and its workers and listeners go with it. `part` gives a compiled
// part of the module by its name.
const surroundings = (ended, part) => {
  let hasEnded = false;
  let main;
  const workers = new Set();
  const living = new AbortController();
  const end = (error) => {
    if (!hasEnded) {
      hasEnded = true;
      living.abort();
      workers.forEach((worker) => worker.terminate());
      ended(error);
    }
  };
  const guarded = (act) => (...given) => {
    if (hasEnded) {
      return NOTHING;
    }
    try {
      return act(...given);
    } catch (error) {
      if (isEnd(error)) {
        end(error);
      }
      throw error;
    }
  };
  const exported = (exports) => {
    const all = Object.entries(exports);
    return Object.fromEntries(all.map(([name, one]) => [name, typeof one === "function" ? guarded(one) : one]));
  };
  class Instance {
    constructor(exports) {
      this.exports = exported(exports);
    }
  }
  const instantiate = async (...given) => {
    main = (await WebAssembly.instantiate(...given)).exports;
    return new Instance(main);
  };
  // A part shares memory, table and globals with the module and puts its functions into the table. Each is put in
  // once; one that could not be had can be asked for again.
  const coming = new Map();
  const bring = (name, small) => {
    if (!coming.has(name)) {
      const compiled = async () => (small ? WebAssembly.compile(ofBase64(small)) : part(name));
      const putIn = async () => WebAssembly.instantiate(await compiled(), { __wasm_split: main });
      const putting = putIn();
      putting.catch(() => coming.delete(name));
      coming.set(name, putting);
    }
    return coming.get(name);
  };
  const load = (names, small) => async (callback, context) => {
    const all = await Promise.allSettled(names.map((name) => bring(name, small[name])));
    const failed = all.find(({ status }) => status === "rejected");
    if (failed) {
      console.warn(String(failed.reason));
    }
    try {
      guarded(main.__indirect_function_table.get(callback))(context, failed ? 0 : 1);
    } catch (error) {
      // An end has been told.
      if (!hasEnded) {
        throw error;
      }
    }
  };
  // The functions that the module loads its parts with, by the names that are marked in it. Small parts are given
  // with them.
  const loaders = (needed, small) => {
    const all = Object.entries(needed);
    return Object.fromEntries(all.map(([name, names]) => [`__wasm_split_load_${name}`, load(names, small)]));
  };
  const { Worker } = globalThis;
  const OwnWorker =
    Worker &&
    class extends Worker {
      constructor(...given) {
        super(...given);
        workers.add(this);
      }
      terminate() {
        workers.delete(this);
        super.terminate();
      }
    };
  const assembly = Object.assign(Object.create(WebAssembly), { Instance, instantiate });
  return { assembly, Worker: OwnWorker, loaders, signal: living.signal };
};

// The module of the workers on the page, where there are none. What it was asked for fails when it stops.
export const inline = async (glue, compiled) => {
  let refuse;
  const stopped = new Promise((_, reject) => (refuse = reject));
  stopped.catch(() => {});
  const fresh = glue(surroundings(refuse).assembly);
  await fresh({ module_or_path: compiled });
  return { serve_import: async (...given) => Promise.race([fresh.serve_import(...given), stopped]) };
};

// What takes packed bytes apart, of a module of its own.
export const unpackerOf = async (glue, compiled) => {
  const fresh = glue(surroundings(() => {}).assembly);
  await fresh({ module_or_path: compiled });
  return fresh.Unpacker;
};

// The last thing that was done: one of `DONE` below, and what it was done with.
let last = ["start"];
let lastAt = 0;
const did = (...what) => {
  last = what;
  lastAt = performance.now();
};
const shortened = (text) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
const labelOf = (control) => {
  const label = (control.labels?.[0] ?? control).cloneNode(true);
  label.querySelectorAll("select, input, textarea").forEach((one) => one.remove());
  const isField = control.matches("select, input, textarea") && !control.labels?.length;
  const name = control.getAttribute("aria-label") ?? (isField ? "" : label.textContent);
  // What was typed is nobody's business, what was chosen was offered by the page.
  const choice = control.selectedOptions?.[0]?.textContent;
  return shortened([name, choice].filter(Boolean).join(": "));
};
const opened = (files) => did("open", shortened([...files].map(({ name }) => name).join(", ")));
let isWatching = false;
const watch = () => {
  if (isWatching) {
    return;
  }
  isWatching = true;
  const chosen = ({ type, target }) => {
    const control = target.closest?.("a, button, summary, select, input, textarea");
    if (control?.files?.length) {
      opened(control.files);
    } else if (control && !(control.type === "file" && type === "click")) {
      did("choose", labelOf(control));
    }
  };
  addEventListener("click", chosen, true);
  addEventListener("change", chosen, true);
  addEventListener("drop", ({ dataTransfer }) => opened(dataTransfer?.files ?? []), true);
  // The page writes the address as well, in answer to something.
  addEventListener("hashchange", () => performance.now() - lastAt > 1000 && did("follow"), true);
};

const DONE = {
  nb: {
    start: () => "Den var i ferd med å starte.",
    open: (files) => `Det siste du gjorde, var å åpne ${files || "en fil"}.`,
    choose: (label) =>
      label ? `Det siste du valgte, var «${label}».` : "Det siste du gjorde, var å velge noe på siden.",
    follow: () => "Det siste du gjorde, var å gå til en annen adresse.",
    call: (name) => `Det siste var at et skript kalte ${name}.`,
  },
  nn: {
    start: () => "Ho heldt på å starte.",
    open: (files) => `Det siste du gjorde, var å opne ${files || "ei fil"}.`,
    choose: (label) =>
      label ? `Det siste du valde, var «${label}».` : "Det siste du gjorde, var å velje noko på sida.",
    follow: () => "Det siste du gjorde, var å gå til ei anna adresse.",
    call: (name) => `Det siste var at eit skript kalla ${name}.`,
  },
  en: {
    start: () => "It was about to start.",
    open: (files) => `The last thing you did was to open ${files || "a file"}.`,
    choose: (label) =>
      label
        ? `The last thing you chose was “${label}”.`
        : "The last thing you did was to choose something on the page.",
    follow: () => "The last thing you did was to go to another address.",
    call: (name) => `The last thing was a script calling ${name}.`,
  },
};
const WORDS = {
  nb: {
    title: "Siden har stoppet",
    why:
      "Noe gikk galt i programmet på siden, og det kan ikke fortsette. Tallene nedenfor er de som ble " +
      "vist sist, men ingenting på siden svarer lenger.",
    memory: "Minnet som siden får av nettleseren, kan være brukt opp.",
    own: "Dine egne data er ikke tapt. De kan lagres:",
    again: "Start på nytt",
    anew: "Start på forsiden, uten egne data",
    follows: "Siden starter på nytt på samme sted. Svar på oppgaver og valg som ikke står i adressen, er borte.",
    reopens: "De egne dataene åpnes igjen.",
    starting: "Starter på nytt …",
    failed: "Siden kom ikke i gang igjen. Kontroller nettforbindelsen, og prøv en gang til.",
  },
  nn: {
    title: "Sida har stoppa",
    why:
      "Noko gjekk gale i programmet på sida, og det kan ikkje halde fram. Tala nedanfor er dei som vart " +
      "viste sist, men ingenting på sida svarar lenger.",
    memory: "Minnet som sida får av nettlesaren, kan vere brukt opp.",
    own: "Dine eigne data er ikkje tapte. Dei kan lagrast:",
    again: "Start på nytt",
    anew: "Start på framsida, utan eigne data",
    follows: "Sida startar på nytt på same stad. Svar på oppgåver og val som ikkje står i adressa, er borte.",
    reopens: "Dei eigne dataa blir opna att.",
    starting: "Startar på nytt …",
    failed: "Sida kom ikkje i gang att. Kontroller nettsambandet, og prøv ein gong til.",
  },
  en: {
    title: "The page has stopped",
    why:
      "Something went wrong in the program of the page, and it cannot go on. The numbers below are those " +
      "shown last, but nothing on the page answers any more.",
    memory: "The memory that the browser gives the page may be used up.",
    own: "Your own data are not lost. They can be saved:",
    again: "Start again",
    anew: "Start at the front page, without own data",
    follows:
      "The page starts again at the same place. Answers to tasks, and choices that are not in the " +
      "address, are gone.",
    reopens: "Your own data are opened again.",
    starting: "Starting again …",
    failed: "The page did not start again. Check the connection, and try once more.",
  },
};

const made = (tag, fields, ...children) => {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...children);
  return element;
};

// Links that save each file of own data; what frees them again.
const savings = (own) => {
  const addresses = [];
  const link = ({ name, blob }) => {
    const href = URL.createObjectURL(blob);
    addresses.push(href);
    return made("a", { href, download: name.replace(/^.*\//, "") }, name);
  };
  const items = [...own.values()].map((files) => made("li", {}, ...files.flatMap((file) => [link(file), " "])));
  const list = made("ul", { className: "own-files" }, ...items);
  return [list, () => addresses.forEach((one) => URL.revokeObjectURL(one))];
};

// A third of what a module can have at all.
const MUCH = 1.3e9;

// Holds the instance that the page runs on, from its start to that of the next. `glue` makes the glue of a fresh
// one, `part` its parts, `read` and `lent` are what it gets, `show` puts its app into an element.
export const holder = ({ glue, compiled, part, read, lent, show, loaded, pause }) => {
  // Data that the visitor has opened, by their identifiers: references to files, beside the module.
  const own = new Map();
  let place;
  let whole;
  let memory;
  let notice;
  let free = () => {};
  let ends = 0;
  let refuse;
  let stopped;
  // Whether a script calls the functions that answer it at once.
  let answers = false;
  // A fresh instance needs no network for what the one before it had.
  const parts = new Map();
  const partOf = async (name) => {
    if (!parts.has(name)) {
      parts.set(name, await part(name));
    }
    return parts.get(name);
  };

  const end = (error) => {
    whole = undefined;
    ends += 1;
    if (place?.isConnected) {
      tell(error);
    }
    refuse(error);
  };

  const tell = (error) => {
    notice?.remove();
    const words = WORDS[document.documentElement.lang] ?? WORDS.nb;
    const done = (DONE[document.documentElement.lang] ?? DONE.nb)[last[0]](last[1]);
    const isFull = memory?.buffer.byteLength > MUCH || /memory|allocat/i.test(error.message);
    const title = made("h1", { tabIndex: -1 }, words.title);
    const status = made("p", { role: "status" });
    notice = made("section", { className: "stopped ended", lang: document.documentElement.lang }, title);
    notice.setAttribute("role", "alert");
    notice.append(made("p", {}, done), made("p", {}, words.why), ...(isFull ? [made("p", {}, words.memory)] : []));
    free();
    if (own.size > 0) {
      const [list, freed] = savings(own);
      free = freed;
      notice.append(made("p", {}, words.own), list);
    }
    const buttons = made("p", { className: "again" });
    const button = (text, files, before) => {
      const button = made("button", { type: "button" }, text);
      button.addEventListener("click", async () => {
        buttons.querySelectorAll("button").forEach((one) => (one.disabled = true));
        status.textContent = words.starting;
        before();
        try {
          await again(files);
        } catch (error) {
          // One that has stopped again has said so in a notice of its own.
          if (!isEnd(error)) {
            status.textContent = words.failed;
            buttons.querySelectorAll("button").forEach((one) => (one.disabled = false));
            console.error(error);
          }
        }
      });
      return button;
    };
    buttons.append(button(words.again, [...own.values()], () => {}));
    if (ends > 1) {
      // Perhaps it is the address or the data that it cannot bear.
      const toFront = () => history.replaceState(null, "", "#/");
      buttons.append(" ", button(words.anew, [], toFront));
    }
    const follows = own.size > 0 ? `${words.follows} ${words.reopens}` : words.follows;
    notice.append(made("p", {}, follows), buttons, status, made("pre", {}, String(error)));
    place.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    place.inert = true;
    place.before(notice);
    title.focus();
    scrollTo({ top: 0, behavior: "instant" });
  };

  const begin = async (kept) => {
    stopped = new Promise((_, reject) => (refuse = reject));
    stopped.catch(() => {});
    const { assembly, Worker, loaders, signal } = surroundings(end, partOf);
    const fresh = glue(assembly, Worker, loaders);
    const keep_own = (id, files) => {
      own.delete(id);
      own.set(id, files);
    };
    const load = async () => {
      await fresh({ module_or_path: compiled }).then((exports) => (memory = exports.memory));
      await pause?.();
      fresh.lend(Object.assign(lent, { signal, keep_own }));
      await fresh.load(read);
      loaded?.();
      for (const files of kept) {
        // A file that is not there any more is missed where it is asked for.
        await fresh.put_back(files).catch(() => {});
      }
      if (answers) {
        await fresh.prepare();
      }
    };
    // What awaits an instance that has stopped would wait for ever.
    await Promise.race([load(), stopped]);
    whole = fresh;
    watch();
  };

  const start = async (element) => {
    place = element;
    place = await show(element, whole.start);
  };

  const again = async (kept) => {
    await begin(kept);
    const fresh = place?.cloneNode(false);
    if (fresh) {
      fresh.inert = false;
      place.replaceWith(fresh);
      notice?.remove();
      free();
      await start(fresh);
      fresh.querySelector("main")?.focus();
    }
  };

  return {
    begin: () => begin([]),
    start,
    // What scripts call is fetched when the first of them waits for it.
    prepare: async () => {
      answers = true;
      await whole?.prepare();
    },
    // A fresh instance after one that has stopped.
    again: async () => {
      if (!whole) {
        await again([...own.values()]);
      }
    },
    // Where the app will be, should the module stop before that.
    expect: (element) => (place = element),
    whole: () => whole,
    call: (name, given) => {
      if (!whole) {
        const why = ends > 0 ? "the module has stopped" : "await utvandring.ready first";
        throw new Error(`utvandring.${name}: ${why}`);
      }
      did("call", name);
      const given_back = whole[name](...given);
      // Nor would whoever awaits what an instance that stops was asked for.
      return given_back instanceof Promise ? Promise.race([given_back, stopped]) : given_back;
    },
  };
};
