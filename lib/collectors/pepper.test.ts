import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyedHash, readPepper } from "./pepper";

let dataFolder = "";
beforeEach(() => { dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-pepper-")); });
afterEach(() => { fs.rmSync(dataFolder, { recursive: true, force: true }); });
const secret = (letter: string) => letter.repeat(40);

test("a pepper is made once, for this user only, and read again", () => {
  const folder = path.join(dataFolder, "new");
  const made = readPepper({ pepper: undefined, dataFolder: folder });
  expect(made.current).toBe(1);
  if (process.platform !== "win32") expect(fs.statSync(path.join(folder, "pepper")).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual(["pepper"]);
  const copy = path.join(dataFolder, "copy");
  fs.cpSync(folder, copy, { recursive: true });
  expect(keyedHash(readPepper({ pepper: undefined, dataFolder: copy }), 1, "x")).toBe(keyedHash(made, 1, "x"));
});

test("the variable gives several versions, the highest is current, and the file's stay valid beside it", () => {
  fs.writeFileSync(path.join(dataFolder, "pepper"), `1:${secret("a")}\n2:${secret("b")}\n`);
  const pepper = readPepper({ pepper: `3:${secret("c")}, 2:${secret("d")}`, dataFolder });
  expect(pepper.current).toBe(3);
  expect([...pepper.keys].map(([version, key]) => `${version}${key.toString().slice(0, 1)}`).sort()).toEqual(["1a", "2d", "3c"]);
  expect(keyedHash(pepper, 9, "x")).toBeNull();
});

test.each([["a short secret", "1:short"], ["a short one without a version", "short"]])("%s is refused in a sentence", (_name, pepper) => {
  expect(() => readPepper({ pepper, dataFolder })).toThrow(/QUIESCE_PEPPER has a secret of fewer than 32 characters/);
});
