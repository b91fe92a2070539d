import { type Case, EVERY_RELEASE, FROM_2012, FROM_2012R2, type Given } from "./case";

function csv({ cluster }: Given, over: Partial<NonNullable<NonNullable<Given["cluster"]>["csvs"]>[number]>) {
  for (const entry of cluster?.csvs ?? []) Object.assign(entry, over);
}
function requested(of: Given) {
  csv(of, { redirectedAccess: true });
}
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const ALWAYS = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "23:59" }, { days: EVERY_DAY, from: "23:00", to: "01:00" }] };
const NEVER = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "00:00" }] };

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "direct", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "redirected on 2008 R2", on: ["2008R2"], csv: true, settings: NEVER, given: requested, status: "pass" },
  { name: "redirected by request outside the window", on: FROM_2012, csv: true, settings: NEVER, given: requested, status: "warning", effect: "warn" },
  { name: "redirected by request inside the window", on: FROM_2012, csv: true, settings: ALWAYS, given: requested, status: "info", effect: "info" },
  { name: "redirected by request, no window known", on: FROM_2012, csv: true, given: requested, status: "info", effect: "info" },
  { name: "request seen in the node's own state", on: FROM_2012R2, csv: true, settings: NEVER, given: (of) => csv(of, { redirectedAccess: null, perNode: [{ node: "hv01.example.test", stateInfo: "FileSystemRedirected", fsRedirectReason: ["UserRequest"], blockRedirectReason: [] }] }), status: "warning" },
  { name: "the flag of a ReFS volume that is redirected by design", on: FROM_2012R2, csv: true, settings: NEVER, given: (of) => csv(of, { redirectedAccess: true, perNode: [{ node: "HV01", stateInfo: "FileSystemRedirected", fsRedirectReason: ["FileSystemReFs"], blockRedirectReason: [] }] }), status: "pass" },
  { name: "request seen from another node only", on: FROM_2012R2, csv: true, settings: NEVER, given: (of) => csv(of, { redirectedAccess: null, perNode: [{ node: "HV01", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }, { node: "HV02", stateInfo: "FileSystemRedirected", fsRedirectReason: ["UserRequest"], blockRedirectReason: [] }] }), status: "pass" },
  { name: "neither the flag nor the node's state was read", on: FROM_2012, csv: true, given: (of) => csv(of, { redirectedAccess: null, perNode: null }), status: "unknown" },
  { name: "volumes of the cluster not read", on: FROM_2012, csv: true, given: ({ cluster }) => { if (cluster !== null) cluster.csvs = null; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.disks = null; }, status: "unknown" },
];
