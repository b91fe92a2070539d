import { type Case, EVERY_RELEASE, FROM_2016, type Given, unread } from "./case";

const WSB = { product: { isWsb: true, api: "vss" } } as const;
function maybeNode({ host }: Given) {
  host.isClusterNode = null;
}

export const cases: Case[] = [
  { name: "another product", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "not-applicable" },
  { name: "files on local volumes", on: EVERY_RELEASE, settings: WSB, given: () => undefined, status: "pass" },
  { name: "standalone host, disks not read", on: EVERY_RELEASE, settings: WSB, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "pass" },
  { name: "files on a CSV", on: ["2008R2"], csv: true, settings: WSB, given: () => undefined, status: "fail", effect: "will-fail" },
  { name: "files on a CSV", on: ["2012", "2012R2"], csv: true, settings: WSB, given: () => undefined, status: "fail", effect: "live-crash" },
  { name: "files on a CSV", on: FROM_2016, csv: true, settings: WSB, given: () => undefined, status: "warning", effect: "live-unverified" },
  { name: "only the configuration on a CSV", on: ["2012", "2012R2"], csv: true, settings: WSB, given: ({ vm }) => { vm.disks = []; }, status: "fail", effect: "live-crash" },
  { name: "member or not is unread, the path says CSV", on: ["2012"], csv: true, settings: WSB, given: maybeNode, status: "fail", effect: "live-crash" },
  { name: "member or not is unread, and the volumes too", on: EVERY_RELEASE, settings: WSB, given: (of) => { maybeNode(of); of.host.volumes = null; }, status: "unknown" },
  { name: "cluster node, disks not read", on: EVERY_RELEASE, csv: true, settings: WSB, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
];
