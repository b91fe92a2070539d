import { expect, test } from "vitest";
import packageJson from "../../package.json";
import { appFlags } from "./node-flags.mjs";

test("npm start gives Node the flags that tests and bench give it", () => {
  expect(packageJson.scripts.start).toBe(["node", ...appFlags, "scripts/start.mjs"].join(" "));
});
