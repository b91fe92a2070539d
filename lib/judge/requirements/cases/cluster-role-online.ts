import { type Case, EVERY_RELEASE, type Given } from "./case";

function role({ cluster }: Given, state: string | null) {
  for (const entry of cluster?.roles ?? []) entry.state = state;
}

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "the VM is no role", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.isClustered = false; }, status: "not-applicable" },
  { name: "online", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "id of the role in upper case", on: EVERY_RELEASE, csv: true, given: ({ cluster }) => { for (const entry of cluster?.roles ?? []) entry.vmId = entry.vmId?.toUpperCase() ?? null; }, status: "pass" },
  ...["Offline", "Failed", "PartialOnline", "Pending"].map((state): Case => ({ name: state, on: EVERY_RELEASE, csv: true, given: (of) => role(of, state), status: "warning", effect: "warn" })),
  { name: "state not read", on: EVERY_RELEASE, csv: true, given: (of) => role(of, null), status: "unknown" },
  { name: "role missing from a list that was read", on: EVERY_RELEASE, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.roles = []; }, status: "unknown" },
  { name: "roles not read", on: EVERY_RELEASE, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.roles = null; }, status: "unknown" },
];
