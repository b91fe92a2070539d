import http from "node:http";
import net from "node:net";
import path from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { admit } from "./front.mjs";
import { observer } from "./observe.mjs";
import { Refusal, codeOf, messageOf } from "./refusal.mjs";
import { root } from "./settings.mjs";

/** Requests under way may finish for so long after a signal; a body of an inventory may take thirty seconds. */
const drainMs = 30_000;
/** Work that the app does by itself ends after the piece in hand; one cut off later is undone by the database and done again. */
const jobsMs = 10_000;
/** After a signal it is listened for so long still, so that who had connected is let in. */
const queuedMs = 250;
/** A connection that was made just before a signal has so long to ask. */
const idleMs = 300;
/** Who is answered before the whole request came may read the answer for so long; then the rest is cut off. */
const unreadMs = 2_000;
/** A client whose headers take longer is cut off, so that a thousand of them hold nothing. */
const headersMs = 10_000;
/** A large file over a slow line may take so long; the door of the collectors cuts bodies much earlier by itself. */
const requestMs = 600_000;

/**
 * @typedef {object} Door
 * @property {string} url the address to print
 * @property {number} port
 * @property {string} hostname the first address bound
 * @property {(handler: http.RequestListener) => void} open lets requests in, those waiting first
 * @property {() => Promise<void>} close answers what is under way, for thirty seconds at most
 */

/**
 * Takes the port, so that a clash shows before any long work. Requests wait until `open`.
 * @param {{ host: string | undefined, port: number }} settings
 * @returns {Promise<Door>}
 * @throws {Refusal} when the port or the address cannot be had
 */
export async function takePort({ host, port }) {
  /** @type {(handler: http.RequestListener) => void} */
  let open = () => undefined;
  let isOpen = false;
  /** @type {Promise<http.RequestListener>} */
  const opened = new Promise((resolve) => (open = (handler) => {
    isOpen = true;
    resolve(handler);
  }));
  const listener = (/** @type {http.IncomingMessage} */ request, /** @type {http.ServerResponse} */ response) => {
    void opened.then((handler) => handler(request, response));
  };
  // Browsers try both addresses of "localhost"; another program may hold one of them.
  const [first = "127.0.0.1", ...others] = host === undefined || host === "localhost" ? ["127.0.0.1", "::1"] : [host.replace(/^\[|\]$/g, "")];
  const server = await listen(listener, first, port);
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const servers = [server];
  for (const other of others) {
    try {
      servers.push(await listen(listener, other, bound));
    } catch (error) {
      if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(codeOf(error))) continue;
      servers.forEach((each) => each.close());
      throw refusalOf(error, other, bound);
    }
  }
  return {
    url: `http://${shownHost(host)}:${bound}`,
    port: bound,
    hostname: first,
    open,
    async close() {
      // Who connected before the signal while the process was busy stands in the queue of a socket, which would be cut with it.
      if (isOpen) {
        await sleep(queuedMs);
        await turns();
      }
      // The close of http would cut at once what has connected and not yet asked; that of net only stops listening.
      const closed = servers.map((each) => new Promise((resolve) => void net.Server.prototype.close.call(each, resolve)));
      // After what has come is read: a timer runs before that.
      const idle = setInterval(() => void turns().then(() => servers.forEach((each) => each.closeIdleConnections())), idleMs);
      const timer = setTimeout(() => servers.forEach((each) => each.closeAllConnections()), drainMs);
      await Promise.all(closed);
      clearInterval(idle);
      clearTimeout(timer);
    },
  };
}

/** Two turns of the event loop: what had come before is accepted in the first and read in the second. */
async function turns() {
  await nextTurn();
  await nextTurn();
}

/**
 * Prepares the built web app. DATABASE_URL and QUIESCE_DATA must be set before the first request.
 * @param {Door} door
 * @param {{ trustProxy: boolean }} settings
 * @returns {Promise<{ handler: http.RequestListener, close: () => Promise<void> }>}
 */
export async function prepareApp(door, settings) {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const file = pathToFileURL(path.join(root, "node_modules/next/dist/server/next.js")).href;
  const { default: loaded } = await import(file);
  /** @type {typeof import("next").default} */
  const next = loaded.default ?? loaded;
  const app = next({ dev: false, dir: root, hostname: door.hostname, port: door.port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const observe = await observer();
  return {
    handler: (request, response) => {
      observe(request, response);
      response.once("finish", () => {
        if (!request.complete) setTimeout(() => request.complete || request.socket.destroy(), unreadMs).unref();
      });
      if (admit(request, response, settings)) void handle(request, response);
    },
    async close() {
      const { quiesceAppJobs: jobs } = /** @type {{ quiesceAppJobs?: { stop: () => Promise<void> } }} */ (globalThis);
      await Promise.race([jobs?.stop(), sleep(jobsMs, undefined, { ref: false })]);
      await app.close();
    },
  };
}

/**
 * @param {http.RequestListener} listener
 * @param {string} host
 * @param {number} port
 * @returns {Promise<http.Server>}
 */
function listen(listener, host, port) {
  const server = http.createServer({ keepAliveTimeout: 65_000, requestTimeout: requestMs, connectionsCheckingInterval: 2_000 }, listener);
  server.headersTimeout = headersMs;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(host === "::1" ? error : refusalOf(error, host, port)));
    server.listen({ host, port }, () => resolve(server));
  });
}

/**
 * @param {unknown} error
 * @param {string} host
 * @param {number} port
 * @returns {Refusal}
 */
function refusalOf(error, host, port) {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new Refusal(`Port ${port} on ${host} is in use by another program; stop it or set PORT to another number.`);
    case "EACCES":
      return new Refusal(`Port ${port} needs more rights than this user has; set PORT to a number above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Refusal(`HOST is ${host}, which is not an address of this machine.`);
    default:
      return new Refusal(`The address ${host}, port ${port}, cannot be served: ${messageOf(error)}.`);
  }
}

/** @param {string | undefined} host */
function shownHost(host) {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
