import type { Product } from "./policy";

/** A backup product as the policy may name it. A preset holds only values with a source; all else is `unknown`. */
export interface ProductPreset {
  id: string;
  name: string;
  product: Omit<Product, "preset">;
  /** Source keys of domain.md for each value that is not `unknown`. */
  sources: Readonly<Partial<Record<keyof Omit<Product, "preset">, string>>>;
}

/** What counts when nothing is known of the product. */
export const UNSPECIFIED: Omit<Product, "preset"> = {
  api: "unknown", csvAware: "unknown", isWsb: false, ignoresNonSnapshottableDisks: "unknown", supports4kn: "unknown",
  mixedLocalAndSmbAllowed: "unknown", supportsSmbVss: "unknown", supportsPmem: "unknown", supportsClientHosts: "unknown",
  refusesStaleRecovery: "unknown", rctMinVersion: "unknown",
};

export const PRODUCTS: readonly ProductPreset[] = [
  { id: "unspecified", name: "Not specified", product: UNSPECIFIED, sources: {} },
  { id: "other", name: "Another product", product: UNSPECIFIED, sources: {} },
];

/** The preset's values; those of `unspecified` for an id that is not in the catalogue. */
export function presetOf(id: string): Omit<Product, "preset"> {
  return PRODUCTS.find((preset) => preset.id === id)?.product ?? UNSPECIFIED;
}
