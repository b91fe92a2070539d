import { afterEach, expect, test, vi } from "vitest";
import { sessionCookie, sessionValue } from "@/lib/access";
import { DELETE, POST } from "./route";

const address = "http://localhost:3000/api/v1/session";
const ours = { host: "localhost:3000" };

function post(body: string, type: string): Request {
  return new Request(address, { method: "POST", body, headers: { ...ours, "content-type": type } });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test("signing in by form sets the session's cookie and leads only to a path of this server", async () => {
  vi.stubEnv("QUIESCE_ADMIN_TOKEN", "correct horse");
  const signIn = (token: string, next: string) =>
    POST(post(new URLSearchParams({ token, next }).toString(), "application/x-www-form-urlencoded"), undefined);
  const good = await signIn("correct horse", "/vms?class=unknown");
  expect(good.status).toBe(303);
  expect(good.headers.get("location")).toBe("/vms?class=unknown");
  expect(good.headers.get("set-cookie")).toContain(`${sessionCookie}=${sessionValue("correct horse")}; Path=/;`);
  expect(good.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]) {
    expect((await signIn("correct horse", next)).headers.get("location")).toBe("/");
  }
  const wrong = await signIn("wrong", "/vms");
  expect(wrong.headers.get("location")).toBe("/sign-in?wrong=1&next=%2Fvms");
  expect(wrong.headers.get("set-cookie")).toBeNull();
  expect((await POST(post('{"token":"wrong"}', "application/json"), undefined)).status).toBe(401);
  const out = await DELETE(new Request(address, { method: "DELETE", headers: ours }), undefined);
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
});
