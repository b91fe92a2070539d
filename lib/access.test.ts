import { describe, expect, test } from "vitest";
import { guardHost, guardOrigin, guardToken, sessionCookie, sessionValue } from "./access";
import { readEnv } from "./env";

const loopback = readEnv({ NODE_ENV: "test" });
const ask = (headers: Record<string, string>, method = "GET") => ({ method, headers: new Headers(headers) });

describe("the Host header", () => {
  test.each(["localhost:3000", "LOCALHOST", "127.0.0.1:3000", "127.4.5.6", "[::1]:3000"])("%s is ours on a loopback server", (host) => {
    expect(() => guardHost(ask({ host }), loopback)).not.toThrow();
  });

  test.each(["evil.example", "localhost.evil.example:3000", "127.0.0.1.evil.example", "10.0.0.5", "evil@localhost", ""])("%s is refused, also for reading", (host) => {
    expect(() => guardHost(ask({ host }), loopback)).toThrow(/not known/);
  });

  test("a request without one is refused", () => {
    expect(() => guardHost(ask({}), loopback)).toThrow(/without a Host header/);
  });

  test("a server on one address answers to that address and to the names allowed", () => {
    const env = readEnv({ NODE_ENV: "test", HOST: "10.0.0.5", QUIESCE_ALLOWED_HOSTS: "backup.corp, Quiesce.Corp" });
    for (const host of ["10.0.0.5:3000", "backup.corp", "quiesce.corp:443"]) expect(() => guardHost(ask({ host }), env)).not.toThrow();
    expect(() => guardHost(ask({ host: "10.0.0.6" }), env)).toThrow();
  });

  test("a server on every address takes any name until names are allowed", () => {
    const any = readEnv({ NODE_ENV: "test", HOST: "0.0.0.0" });
    const some = readEnv({ NODE_ENV: "test", HOST: "0.0.0.0", QUIESCE_ALLOWED_HOSTS: "backup.corp" });
    expect(() => guardHost(ask({ host: "hv-admin:3000" }), any)).not.toThrow();
    expect(() => guardHost(ask({ host: "hv-admin:3000" }), some)).toThrow();
  });
});

describe("a change", () => {
  const host = "localhost:3000";

  test.each([
    ["a program", {}],
    ["our own page", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
    ["our own page in an old browser", { origin: "http://localhost:3000" }],
  ])("from %s passes", (_, headers) => {
    expect(() => guardOrigin(ask({ host, ...headers }, "POST"))).not.toThrow();
  });

  test.each([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { origin: "http://localhost:8080", "sec-fetch-site": "same-site" }],
    ["another site in an old browser", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a browser that hides the origin", { "sec-fetch-site": "cross-site" }],
  ])("from %s is refused, whatever the method", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(() => guardOrigin(ask({ host, ...headers }, method))).toThrow(/another site/);
  });

  test("reading from another site's link passes: the browser keeps the answer from that site", () => {
    expect(() => guardOrigin(ask({ host, "sec-fetch-site": "cross-site" }))).not.toThrow();
  });
});

describe("the admin token", () => {
  const guarded = readEnv({ NODE_ENV: "test", QUIESCE_ADMIN_TOKEN: "correct horse" });

  test("is not asked for when none is set", () => {
    expect(() => guardToken(ask({}), loopback)).not.toThrow();
  });

  test("opens as a bearer and as the cookie of a session", () => {
    expect(() => guardToken(ask({ authorization: "Bearer correct horse" }), guarded)).not.toThrow();
    expect(() => guardToken(ask({ cookie: `theme=dark; ${sessionCookie}=${sessionValue("correct horse")}` }), guarded)).not.toThrow();
  });

  test.each([
    {},
    { authorization: "Bearer correct hors" },
    { authorization: "Basic correct horse" },
    { cookie: `${sessionCookie}=correct horse` },
    { cookie: `${sessionCookie}=${sessionValue("another token")}` },
    { cookie: `${sessionCookie}=` },
  ])("does not open for %j", (headers) => {
    expect(() => guardToken(ask(headers), guarded)).toThrow(/Sign in/);
  });
});
