import path from "node:path";
import { expect, type TestContext, test } from "vitest";
import { z } from "zod";
import { absentSchema } from "@/lib/inventory/fact";
import { guestSchema } from "@/lib/inventory/guest";
import { collectorFolder, moduleFile, runChecked, withLines } from "./shell";

// The Windows guest script on the engine, and what the host makes of its pieces. Synthetic data.
const FOLDER = path.join(import.meta.dirname, "guest");
const writersIn = (language: string) => path.join(import.meta.dirname, "fleet/texts", `writers-${language}.txt`);
interface Piece { name: string; value: string }
const madeSchema = z.object({ facts: guestSchema, absent: absentSchema });

async function publish(context: TestContext, language: string, more: Record<string, string> = {}): Promise<{ facts: unknown; pieces: Piece[] }> {
  const [facts, ...pieces] = await runChecked<unknown>(context, path.join(FOLDER, "windows.ps1"), { Script: path.join(collectorFolder, "guest/Publish-QuiesceGuest.ps1"), Writers: writersIn(language), ...more });
  return { facts, pieces: pieces as Piece[] };
}
async function join(context: TestContext, pieces: readonly Piece[]): Promise<unknown> {
  const [made] = await withLines(pieces, (In) => runChecked<unknown>(context, path.join(FOLDER, "join.ps1"), { Module: moduleFile, In }));
  return made;
}

test("what it publishes is a guest of the inventory, and the host reads the same", { timeout: 300_000 }, async (context) => {
  const { facts, pieces } = await publish(context, "de");
  const guest = guestSchema.parse(facts);
  expect(guest).toMatchObject({ evidence: "kvp-guest", osFamily: "windows", osVersion: "10.0.20348", osName: "Microsoft Windows Server 2022 デ", minDiffAreaMb: 300, iscsiSessions: 0, smbDataMounts: 0, storageSpacesOutsideMembers: 0 });
  expect(guest.volumes?.map((volume) => [volume.driveLetter, volume.partitionRole, volume.isDynamic, volume.busType, volume.diffAreaVolume, volume.diffAreaMaxBytes])).toEqual([
    ["C:", "data", false, "SAS", "other", 2 ** 30], ["", "esp", false, "SAS", "none", 0],
  ]);
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.every(({ name, value }) => /^Quiesce\.[1-9]\d?of[1-9]\d?\.[0-9a-f]{8}$/.test(name) && value.length <= 900)).toBe(true);
  expect(madeSchema.parse(await join(context, pieces)).facts).toEqual(guest);
});

test("pieces that are not whole, or changed, count as none", { timeout: 300_000 }, async (context) => {
  const { pieces } = await publish(context, "de");
  const [first] = pieces;
  if (first === undefined) throw new Error("no piece was published");
  const changed = [{ ...first, value: first.value.replace(/./, (letter) => (letter === "A" ? "B" : "A")) }, ...pieces.slice(1)];
  const missing = [{ ...first, name: first.name.replace(/of\d+/, `of${pieces.length + 1}`) }, ...pieces.slice(1)];
  for (const broken of [changed, missing]) expect(await join(context, broken)).toEqual({ fault: expect.stringContaining("of which 0 are whole") });
});

test("writers say the same in five languages, and what cannot be read is named for each volume", { timeout: 300_000 }, async (context) => {
  const told = [];
  for (const language of ["en", "de", "fr", "ja", "zh"]) {
    const { facts } = await publish(context, `${language}-failed`, { Refused: "Win32_EncryptableVolume" });
    told.push(guestSchema.parse(facts).vssWriters?.map(({ id, state, lastError }) => [id, state, lastError === "none" ? "none" : "other"]));
    const { absent } = z.object({ absent: absentSchema }).parse(facts);
    expect(absent.filter(({ reason }) => reason === "permission-denied").map(({ fact }) => fact)).toEqual(["volumes[0].bitlocker", "volumes[1].bitlocker"]);
  }
  expect(told[0]?.some(([, state]) => Number(state) >= 6)).toBe(true);
  expect(told[0]?.filter(([, state, error]) => state === 1 && error === "none").length).toBeGreaterThan(2);
  for (const same of told) expect(same).toEqual(told[0]);
});
