// What is carried into a page of WebKit: how functions are called there, and what is written down there.

/** Numbers that JSON has no word for. */
const NUMBER = "utvandring:number";
const KEPT = "utvandring:kept";

const textOf = (value) =>
  JSON.stringify(value, (_, part) =>
    typeof part === "number" && !Number.isFinite(part) ? { [NUMBER]: String(part) } : part,
  );

export const ofText = (text) =>
  JSON.parse(text, (_, part) => {
    const isNumber = part !== null && typeof part === "object" && NUMBER in part;
    return isNumber ? Number(part[NUMBER]) : part;
  });

/** Elements stay in the page; this is one of them among arguments. */
export const keptAt = (place) => ({ [KEPT]: place });

// Runs in the page. `on` is what the function gets first: nothing, an element, or what a selector finds.
async function perform({ on, given, keeps }, wanted, NUMBER, KEPT, textOf) {
  const kept = (window[Symbol.for(KEPT)] ??= []);
  const said = (window[Symbol.for("utvandring:said")] ??= []);
  const revived = (value) => {
    if (value === null || typeof value !== "object" || !(KEPT in value)) {
      return value;
    }
    const element = kept[value[KEPT]];
    if (!element) {
      throw new Error("the element is of a page that is gone");
    }
    return element;
  };
  const answer = {};
  try {
    const first = [];
    if (on) {
      const root = on.root ? revived(on.root) : document;
      const found =
        on.all ? [...root.querySelectorAll(on.all)] : on.selector ? root.querySelector(on.selector) : root;
      if (found === null) {
        throw new Error(`failed to find element matching selector "${on.selector}"`);
      }
      first.push(found);
    }
    const value = await wanted(...first, ...given.map(revived));
    const place = (element) => (element ? kept.push(element) - 1 : null);
    answer.value = !keeps ? value : Array.isArray(value) ? value.map(place) : place(value);
    answer.value = JSON.parse(textOf(answer.value) ?? "null");
    answer.isUndefined = value === undefined;
  } catch (error) {
    answer.error = String(error?.stack && !error.stack.includes(error.message) ? error : (error ?? "an error"));
    answer.stack = String(error?.stack ?? "");
  }
  answer.said = said.splice(0);
  return JSON.stringify(answer);
}

/** A script for WebDriver that calls a function, or runs statements, and answers with text. */
export function calling(wanted) {
  const source = typeof wanted === "function" ? String(wanted) : `() => {\n${wanted}\n}`;
  return `
const [task, done] = arguments;
const NUMBER = ${JSON.stringify(NUMBER)}, KEPT = ${JSON.stringify(KEPT)};
const textOf = ${textOf};
(${perform})(JSON.parse(task), (${source}), NUMBER, KEPT, textOf).then(done);`;
}

// Runs before the scripts of a page: what the debugger of another browser tells.
function listen() {
  const key = Symbol.for("utvandring:said");
  const say = (event, text) => {
    let place = window;
    try {
      window.top.document;
      place = window.top;
    } catch {
      // A page of another origin holds this one: it is this one's to tell.
    }
    (place[key] ??= []).push({ event, text });
  };
  // That a size is told in the next frame is an event of this name and no error: debuggers do not tell it.
  // A page from the disk gets it without its name, right after the sizes have been told.
  let isTold = false;
  window.ResizeObserver = class ResizeObserver extends window.ResizeObserver {
    constructor(callback) {
      super((...given) => {
        isTold = true;
        setTimeout(() => (isTold = false));
        callback(...given);
      });
    }
  };
  const isLater = (message) =>
    /^ResizeObserver loop completed/.test(message) || (isTold && message === "Script error.");
  addEventListener("error", ({ error, message }) => {
    if (!isLater(message)) {
      say("pageerror", error?.stack ? `${message}\n${error.stack}` : message);
    }
  });
  addEventListener("unhandledrejection", ({ reason }) => say("pageerror", String(reason?.message ?? reason)));
  const { error } = console;
  console.error = (...given) => {
    say("console", given.map(String).join(" "));
    error.apply(console, given);
  };
  const alive = new Set();
  window[Symbol.for("utvandring:workers")] = alive;
  window.Worker = class Worker extends window.Worker {
    constructor(...given) {
      super(...given);
      alive.add(this);
    }

    terminate() {
      alive.delete(this);
      super.terminate();
    }
  };
}

/** The statement that calls a function with plain data. */
export const statement = (wanted, given = []) => `(${wanted})(...${JSON.stringify(given)});`;

export const LISTENING = statement(listen);
