import type { Product } from "./policy";

type Values = Omit<Product, "preset">;

/** A backup product as the policy may name it. A preset holds only values with a source; all else is `unknown`. */
export interface ProductPreset {
  id: string;
  name: string;
  product: Values;
  /** Source keys of domain.md, or an https address, for each value that differs from an unspecified product. */
  sources: Readonly<Partial<Record<keyof Values, readonly string[]>>>;
  /** What a person has to set by hand, because the product leaves the choice to its user. */
  note?: string;
}

/** What counts when nothing is known of the product. */
export const UNSPECIFIED: Values = {
  api: "unknown", csvAware: "unknown", isWsb: false, ignoresNonSnapshottableDisks: "unknown", supports4kn: "unknown",
  mixedLocalAndSmbAllowed: "unknown", supportsSmbVss: "unknown", supportsPmem: "unknown", supportsClientHosts: "unknown",
  refusesStaleRecovery: "unknown", rctMinVersion: "unknown",
};

interface Sourced<K extends keyof Values> { value: Values[K]; sources: readonly string[] }
type SourcedValues = { [K in keyof Values]?: Sourced<K> };

function preset(id: string, name: string, given: SourcedValues, note?: string): ProductPreset {
  const entries = Object.entries(given);
  return {
    id, name,
    product: { ...UNSPECIFIED, ...Object.fromEntries(entries.map(([key, of]) => [key, of.value])) },
    sources: Object.fromEntries(entries.map(([key, of]) => [key, of.sources])),
    ...(note === undefined ? {} : { note }),
  };
}

const ASK_WHICH_WAY = "Its backup job chooses between the host's VSS writer and Hyper-V checkpoints: set product.api to what your jobs use.";

/** The catalogue of issue 3, section 4, in the order of its list. */
export const PRODUCTS: readonly ProductPreset[] = [
  preset("unspecified", "Not specified", {}),
  preset("altaro", "Altaro / Hornetsecurity VM Backup", {
    supportsClientHosts: { value: "yes", sources: ["https://hornetsecurity.com/de/vm-backup-information"] },
  }),
  preset("veeam", "Veeam Backup & Replication", {
    supports4kn: { value: "no", sources: ["S74"] },
    supportsPmem: { value: "no", sources: ["S35"] },
    rctMinVersion: { value: "8.0", sources: ["S35", "S74"] },
  }),
  preset("nakivo", "NAKIVO Backup & Replication", { rctMinVersion: { value: "6.2", sources: ["S74"] } }),
  preset("dpm-mabs", "System Center DPM / Azure Backup Server (MABS)", { mixedLocalAndSmbAllowed: { value: "no", sources: ["S3", "S4"] } }),
  preset("windows-server-backup", "Windows Server Backup", {
    api: { value: "vss", sources: ["S23"] },
    isWsb: { value: true, sources: ["S16", "S23"] },
  }),
  preset("commvault", "Commvault", {}),
  preset("netbackup", "NetBackup", {}, ASK_WHICH_WAY),
  preset("backup-exec", "Backup Exec", {}, ASK_WHICH_WAY),
  preset("other", "Another product", {}),
];

/** The preset's values; those of `unspecified` for an id that is not in the catalogue. */
export function presetOf(id: string): Values {
  return PRODUCTS.find((of) => of.id === id)?.product ?? UNSPECIFIED;
}
