// One run of WebKit's driver with one session: what WebDriver calls a browser.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const START_LIMIT = 60_000;
const COMMAND_LIMIT = 110_000;

export class Driver {
  /** `proxy` is the port through which every request goes; `environment` is told to the browser. */
  static async begin({ program, environment, proxy }) {
    const driver = new Driver();
    const port = await freePort();
    driver.address = `http://127.0.0.1:${port}`;
    driver.last = Promise.resolve();
    driver.process = spawn(program, [`--port=${port}`], { env: environment, stdio: "ignore" });
    driver.failed = new Promise((_, reject) => driver.process.once("error", reject));
    driver.failed.catch(() => {});
    driver.stop = () => driver.process.kill();
    process.once("exit", driver.stop);
    await driver.answering();
    const through = `127.0.0.1:${proxy}`;
    const alwaysMatch = {
      // The page itself is waited for by what is on it.
      pageLoadStrategy: "eager",
      proxy: { proxyType: "manual", httpProxy: through, sslProxy: through },
      timeouts: { script: COMMAND_LIMIT, pageLoad: COMMAND_LIMIT, implicit: 0 },
    };
    const { sessionId } = await driver.send("POST", "/session", { capabilities: { alwaysMatch } });
    driver.session = `/session/${sessionId}`;
    return driver;
  }

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

  async send(method, path, body) {
    const text = body && JSON.stringify(body);
    const answer = await fetch(this.address + path, { method, body: text });
    const { value } = await answer.json();
    if (!answer.ok) {
      throw new Error(`${path.split("/").slice(3).join("/")}: ${value.error}: ${value.message}`);
    }
    return value;
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

  delete(path = "") {
    return this.send("DELETE", this.session + path);
  }

  async end() {
    await this.delete().catch(() => {});
    process.off("exit", this.stop);
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    if (this.process.exitCode === null && this.stop()) {
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
