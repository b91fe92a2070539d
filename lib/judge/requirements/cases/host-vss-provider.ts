import { type Case, EVERY_RELEASE, type Given } from "./case";

function providers({ host }: Given, ...types: (string | null)[]) {
  host.vssProviders = types.map((type) => ({ name: "Some provider", id: "b5946137-7b9f-4925-af80-51abd60b20d5", type }));
}

export const cases: Case[] = [
  { name: "the Microsoft provider", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "a hardware provider on a Cluster Shared Volume", on: EVERY_RELEASE, csv: true, given: (of) => providers(of, "hardware"), status: "pass" },
  { name: "one unread beside a working one", on: EVERY_RELEASE, given: (of) => providers(of, null, "software"), status: "pass" },
  { name: "none", on: EVERY_RELEASE, given: (of) => providers(of), status: "warning", effect: "warn" },
  { name: "for file shares only", on: EVERY_RELEASE, given: (of) => providers(of, "fileshare"), status: "warning", effect: "warn" },
  { name: "type not read", on: EVERY_RELEASE, given: (of) => providers(of, null), status: "unknown" },
  { name: "type of no list", on: EVERY_RELEASE, given: (of) => providers(of, "unknown"), status: "unknown" },
  { name: "list not read", on: EVERY_RELEASE, given: ({ host }) => { host.vssProviders = null; }, status: "unknown" },
];
