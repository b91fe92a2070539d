import fs from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parseInventory, type ParsedInventory } from "@/lib/inventory/parse";
import { judge } from "@/lib/judge/judge";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { collectFleet, fixtureFolder, settled, storedFleet } from "./fleet-documents";
import { collectorFolder } from "./shell";
import { VERDICTS } from "./fleet-verdicts";

const schema = JSON.parse(fs.readFileSync(path.resolve(collectorFolder, "../docs/inventory-1.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

function parsed(text: string): ParsedInventory {
  const value: unknown = JSON.parse(text);
  const result = parseInventory(value, { now: Date.parse("2026-11-22T12:00:00.000Z") });
  if (!("inventory" in result)) throw new Error(JSON.stringify(result));
  return result;
}

function verdictsOf(text: string): Record<string, string> {
  const { inventory } = parsed(text);
  const now = Date.parse(inventory.header.finishedAt ?? "");
  return Object.fromEntries(inventory.hosts.flatMap(({ vms, ...host }) => vms.map((vm) => {
    const cluster = inventory.clusters?.[0] ?? null;
    const settings = settingsFor(DEFAULT_POLICY)({ clusterName: cluster?.name ?? null, hostName: host.name, vmName: vm.name, vmId: vm.id });
    const { verdict } = judge({ host, cluster, vm }, { settings, now });
    return [vm.name, `${verdict.atBest ? "at best " : ""}${verdict.verdict}, ${verdict.coverage}, ${verdict.class}`];
  })));
}

/** A host that is read from another machine has no collector of its own; a VM is as old as its host. */
const IDENTITY = new Set(["installId", "observedAt"]);

/** What is asked of every Windows guest. */
const INSIDE = ["osName", "osVersion", "services", "vssWriters", "vssProviders", "volumes", "minDiffAreaMb", "iscsiSessions", "smbDataMounts", "storageSpacesOutsideMembers"] as const;

/** A stored document is rewritten with UPDATE_FLEET=1; read the difference. */
const update = process.env["UPDATE_FLEET"] === "1";

describe("the stubbed fleet, read by the collector's own code", () => {
  it("gives the documents that are stored", async (context) => {
    await collectFleet(context, (hosts) => {
      expect(hosts.filter(({ of }) => of.error !== undefined).map(({ of }) => `${of.name}: ${of.error} ${of.at}`)).toEqual([]);
      for (const { of, text } of hosts) {
        expect(text, of.name).toMatch(/^[\n\x20-\x7e]*$/);
        expect(text, `${of.name} asks for something that the fleet does not answer`).not.toContain("the test gave it nothing");
        const file = path.join(fixtureFolder, `${of.name}.json`);
        if (update) {
          fs.mkdirSync(fixtureFolder, { recursive: true });
          fs.writeFileSync(file, settled(text, of.name));
        }
        expect(settled(text, of.name), of.name).toBe(fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
      }
      expect(hosts.map(({ of }) => of.name).sort()).toEqual(storedFleet().map(({ name }) => name).sort());
    });
  });

  it.each(storedFleet().map(({ name, text }) => [name, text]))("%s is valid by the JSON Schema, and nothing in it is unknown or refused", (_name, text) => {
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    const { faults, dropped, inventory } = parsed(text);
    expect(faults).toEqual([]);
    expect(dropped).toEqual([]);
    expect(inventory.header.synthetic).toBe(true);
  });

  it("has the verdicts that were written by hand, and a reason for every fact that is not there", () => {
    expect(Object.fromEntries(storedFleet().map(({ name, text }) => [name, verdictsOf(text)]))).toEqual(VERDICTS);
  });

  it("gives a reason for every fact of a VM and of a host that it could not read", () => {
    for (const { name, text } of storedFleet()) {
      for (const { vms, ...host } of parsed(text).inventory.hosts) {
        for (const record of [host, ...vms]) {
          const told = new Set(record.absent.map(({ fact }) => fact.split(/[.[]/)[0]));
          const silent = Object.entries(record).filter(([key, value]) => value === null && !IDENTITY.has(key) && !told.has(key) && !told.has("*")).map(([key]) => key);
          expect(silent, `${name} ${record.name}`).toEqual([]);
        }
        for (const { name: vm, guest, absent } of vms) {
          if (guest === null || guest.osFamily !== "windows") continue;
          const untold = INSIDE.filter((fact) => guest[fact] === null && !absent.some((note) => note.fact === `guest.${fact}`));
          expect(untold, `${name} ${vm}`).toEqual([]);
        }
      }
    }
  });
});
