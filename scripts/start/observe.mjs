import { performance } from "node:perf_hooks";

/** Requests are told by area: an address may name a VM, and its name belongs in no metric. */
const areas = /** @type {const} */ ([
  ["inventories", "/api/v1/inventories"], ["imports", "/api/v1/imports"], ["collectors", "/api/v1/collectors"], ["api", "/api/"],
  ["metrics", "/metrics"], ["assets", "/_next/"],
]);
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Counts requests for Prometheus, by area, method and status.
 * @returns {Promise<(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void>}
 */
export async function observer() {
  const { default: { Histogram, collectDefaultMetrics, register } } = await import("prom-client");
  register.clear();
  collectDefaultMetrics({ prefix: "quiesce_" });
  const seconds = new Histogram({
    name: "quiesce_http_request_duration_seconds",
    help: "Time from the headers of a request to the end of its answer; its count by status is the count of requests.",
    labelNames: ["area", "method", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  });
  return (request, response) => {
    const started = performance.now();
    response.once("close", () => {
      const area = areas.find(([, path]) => request.url?.startsWith(path))?.[0] ?? "pages";
      const method = methods.includes(request.method ?? "") ? String(request.method) : "other";
      // A client that went away before the answer has no status.
      seconds.observe({ area, method, status: response.writableFinished ? String(response.statusCode) : "cut" }, (performance.now() - started) / 1000);
    });
  };
}
