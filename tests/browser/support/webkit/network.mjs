// The network of one WebKit session. Every request goes through it, those of workers included: it is
// told, can be held back, and goes nowhere while the network is off. Scripts that are to run before
// those of a page are put at the top of it here, as WebDriver cannot bring them in.
import { createServer, request as ask } from "node:http";

export class Network {
  static async begin() {
    const network = new Network();
    network.listeners = [];
    network.early = [];
    network.isOff = false;
    network.isHeld = false;
    network.server = createServer((request, response) => network.pass(request, response));
    network.server.on("connect", ({ url }, socket) => {
      network.tell({ url: () => `https://${url}/`, continue: () => {}, abort: () => {} });
      socket.destroy();
    });
    await new Promise((resolve) => network.server.listen(0, "127.0.0.1", resolve));
    network.port = network.server.address().port;
    return network;
  }

  tell(request) {
    this.listeners.forEach((listener) => listener(request));
  }

  async pass(request, response) {
    const mayGo = await new Promise((resolve) => {
      this.tell({ url: () => request.url, continue: () => resolve(true), abort: () => resolve(false) });
      if (!this.isHeld) {
        resolve(true);
      }
    });
    const { hostname, port, pathname, search } = new URL(request.url);
    if (this.isOff || !mayGo || hostname !== "127.0.0.1") {
      request.socket.destroy();
      return;
    }
    const { method, headers } = request;
    const isPage = headers.accept?.includes("text/html");
    const onward = ask({ hostname, port, path: pathname + search, method, headers });
    onward.on("error", () => request.socket.destroy());
    onward.on("response", async (answer) => {
      if (!isPage || !answer.headers["content-type"]?.startsWith("text/html")) {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      const parts = await answer.toArray();
      const { "content-length": _, "transfer-encoding": __, ...kept } = answer.headers;
      response.writeHead(answer.statusCode, kept).end(this.withEarly(Buffer.concat(parts).toString()));
    });
    request.pipe(onward);
  }

  /** A page with the early scripts first, above the policy that forbids those in the page. */
  withEarly(html) {
    const text = this.early.join("\n").replaceAll("</script", "<\\/script");
    const script = `<script>document.currentScript.remove();\n${text}</script>`;
    const place = /<head>/i.test(html) ? /<head>/i : /^(<!doctype html>)?/i;
    return html.replace(place, (start) => start + script);
  }

  end() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}
