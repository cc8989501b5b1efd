// One run of WebKit's driver with one session: what WebDriver calls a browser.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const START_LIMIT = 60_000;
const BROWSER_LIMIT = 30_000;
const COMMAND_LIMIT = 110_000;
const TRIALS = 3;

export class Driver {
  /**
   * `proxy` is the port through which every request goes; `environment` is told to the browser. A browser
   * now and then waits for its driver for ever, before it has shown anything: it is given up for another.
   */
  static async begin(how) {
    for (let trial = 1; ; trial += 1) {
      const driver = new Driver();
      try {
        await driver.start(how);
        return driver;
      } catch (error) {
        driver.stop();
        if (trial === TRIALS) {
          throw error;
        }
      }
    }
  }

  async start({ program, environment, proxy }) {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.last = Promise.resolve();
    // A group of its own, so that its browser goes with it.
    this.process = spawn(program, [`--port=${port}`], { env: environment, stdio: "ignore", detached: true });
    this.failed = new Promise((_, reject) => this.process.once("error", reject));
    this.failed.catch(() => {});
    process.once("exit", this.stop);
    await this.answering();
    const through = `127.0.0.1:${proxy}`;
    const alwaysMatch = {
      // A command that comes while one process takes a page over from another is lost, so a page is waited for.
      pageLoadStrategy: "normal",
      proxy: { proxyType: "manual", httpProxy: through, sslProxy: through },
      timeouts: { script: COMMAND_LIMIT, pageLoad: COMMAND_LIMIT, implicit: 0 },
    };
    const { sessionId } = await this.send("POST", "/session", { capabilities: { alwaysMatch } }, BROWSER_LIMIT);
    this.session = `/session/${sessionId}`;
    const first = { script: "return document.readyState", args: [] };
    await this.send("POST", `${this.session}/execute/sync`, first, BROWSER_LIMIT);
  }

  stop = () => {
    process.off("exit", this.stop);
    try {
      process.kill(-this.process.pid);
    } catch {
      // It has ended.
    }
  };

  async answering() {
    const end = Date.now() + START_LIMIT;
    const asked = async () => (await fetch(`${this.address}/status`)).ok;
    while (!(await Promise.race([asked().catch(() => false), this.failed]))) {
      if (Date.now() > end) {
        throw new Error("WebKit's driver does not answer");
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async send(method, path, body, limit = COMMAND_LIMIT + 5_000) {
    const text = body && JSON.stringify(body);
    const signal = AbortSignal.timeout(limit);
    const answer = await fetch(this.address + path, { method, body: text, signal });
    const { value } = await answer.json();
    if (!answer.ok) {
      const error = new Error(`${path.split("/").slice(3).join("/")}: ${value.error}: ${value.message}`);
      const isLost = value.error === "unknown error" && (await this.hasEnded().catch(() => false));
      throw Object.assign(error, { isLost });
    }
    return value;
  }

  /** Whether the process of the page has ended, which a driver tells with the command that comes next. */
  async hasEnded() {
    const answer = await fetch(`${this.address}${this.session}/window`, { signal: AbortSignal.timeout(BROWSER_LIMIT) });
    const { value } = await answer.json();
    return value.error === "invalid session id";
  }

  /** Commands of one window or frame, one after the other and with none of another between. */
  alone(work) {
    const turn = this.last.then(work);
    this.last = turn.catch(() => {});
    return turn;
  }

  get(path) {
    return this.send("GET", this.session + path);
  }

  post(path, body = {}) {
    return this.send("POST", this.session + path, body);
  }

  /** What takes no time. Now and then a browser that has gone to a page is never heard of again by its driver. */
  async atOnce(path, body) {
    try {
      return await this.send("POST", this.session + path, body, BROWSER_LIMIT);
    } catch (error) {
      throw error.name === "TimeoutError" ? Object.assign(new Error("the browser is lost"), { isLost: true }) : error;
    }
  }

  delete(path = "", limit) {
    return this.send("DELETE", this.session + path, undefined, limit);
  }

  async end() {
    await this.delete("", BROWSER_LIMIT).catch(() => {});
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    const isThere = this.process.exitCode === null && this.process.signalCode === null;
    this.stop();
    if (isThere) {
      await ended;
    }
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
