import { describe, expect, it } from "vitest";
import { policySchema, productSchema } from "./policy";
import { PRODUCTS, presetOf, UNSPECIFIED } from "./products";
import { settingsFor } from "./settings";

const SOURCE = /^(S([1-9]|[1-7]\d|8[01])|https:\/\/\S+)$/;

describe("product catalogue", () => {
  it("holds every product of the issue once", () => {
    expect(PRODUCTS.map((of) => of.id)).toEqual(["unspecified", "altaro", "veeam", "nakivo", "dpm-mabs", "windows-server-backup", "commvault", "netbackup", "backup-exec", "other"]);
  });

  it.each(PRODUCTS)("$id: a value differs from unspecified exactly where it has a source", (of) => {
    const differing = Object.entries(of.product).filter(([key, value]) => Object.entries(UNSPECIFIED).some(([other, base]) => other === key && base !== value)).map(([key]) => key).sort();
    expect(Object.keys(of.sources).sort()).toEqual(differing);
    for (const keys of Object.values(of.sources)) {
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key).toMatch(SOURCE);
    }
    expect(productSchema.safeParse({ preset: of.id, ...of.product }).success).toBe(true);
  });

  /** Copied by hand from domain.md 4.4. */
  it("holds the presets of domain.md 4.4", () => {
    expect(presetOf("veeam")).toMatchObject({ supports4kn: "no", supportsPmem: "no", rctMinVersion: "8.0", api: "unknown" });
    expect(presetOf("nakivo")).toEqual({ ...UNSPECIFIED, rctMinVersion: "6.2" });
    expect(presetOf("dpm-mabs")).toEqual({ ...UNSPECIFIED, mixedLocalAndSmbAllowed: "no" });
    expect(presetOf("windows-server-backup")).toEqual({ ...UNSPECIFIED, isWsb: true, api: "vss" });
  });

  it("takes an id outside the catalogue as unspecified", () => {
    expect(presetOf("no such product")).toEqual(UNSPECIFIED);
  });

  it("lets a policy override one value of a preset and keeps the others", () => {
    const policy = policySchema.parse({ schema: "quiesce.policy/1", product: { preset: "veeam", supportsPmem: "yes" } });
    const { product } = settingsFor(policy)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
    expect(product).toMatchObject({ preset: "veeam", supportsPmem: "yes", supports4kn: "no", rctMinVersion: "8.0" });
  });
});
