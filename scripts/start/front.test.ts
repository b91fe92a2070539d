import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { admit } from "./front.mjs";
import { readSettings } from "./settings.mjs";

let server: http.Server | undefined;
afterEach(() => { server?.close(); });

async function serve(trustProxy: boolean): Promise<number> {
  const started = http.createServer((request, response) => {
    if (admit(request, response, { trustProxy })) response.end(request.headers["x-forwarded-for"]);
  });
  server = started;
  await new Promise<void>((resolve) => { started.listen(0, "127.0.0.1", resolve); });
  return (started.address() as AddressInfo).port;
}

interface Answer {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  text: string;
}
/** Fetch sends no TRACE. */
function ask(port: number, method: string, path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http.request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
      answer.on("end", () => { resolve({ status: answer.statusCode, headers: answer.headers, text }); });
    }).on("error", reject).end();
  });
}

test.each([
  ["TRACE", "/api/v1/inventories?x=1", "POST"], ["PROPFIND", "/api/v1/inventories", "POST"], ["QUERY", "/api/v1/collectors/enrol", "POST"],
  ["MKCOL", "/", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"],
])("%s %s is 405 as a problem document with Allow", async (method, path, allow) => {
  const { status, headers, text } = await ask(await serve(false), method, path);
  expect({ status, allow: headers.allow, type: headers["content-type"] }).toEqual({ status: 405, allow, type: "application/problem+json" });
  expect(JSON.parse(text)).toMatchObject({ status: 405, code: "method-not-allowed", detail: expect.stringContaining(method), mend: expect.any(String) });
});

test("who asks cannot choose the address that its failures are counted under, unless a proxy is trusted to write it", async () => {
  const forged = { "x-forwarded-for": "203.0.113.9" };
  expect((await ask(await serve(false), "POST", "/api/v1/collectors/enrol", forged)).text).toBe("127.0.0.1");
  server?.close();
  expect((await ask(await serve(true), "POST", "/api/v1/collectors/enrol", forged)).text).toBe("203.0.113.9");
});

test.each([["", false], ["0", false], ["1", true]])("QUIESCE_TRUST_PROXY=%s is read, and anything else refused", (text, trustProxy) => {
  expect(readSettings({ NODE_ENV: "test", QUIESCE_TRUST_PROXY: text })).toMatchObject({ trustProxy });
  expect(() => readSettings({ NODE_ENV: "test", QUIESCE_TRUST_PROXY: "maybe" })).toThrow("QUIESCE_TRUST_PROXY");
});
