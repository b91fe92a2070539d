import type { InventoryInput } from "@/lib/inventory/document";
import { COMPONENT_ROLES } from "@/lib/inventory/normalise";
import { statusWord } from "../cmdlets/enums";
import { flagOf, IgnoredKeys, numberOf, type Raw, rawList, textOf } from "../raw";
import { stateFacts } from "../cmdlets/state";

type VmInput = NonNullable<InventoryInput["hosts"][number]["vms"]>[number];
type IntegrationInput = NonNullable<VmInput["integration"]>[number];

/** The names of an English Windows. This form holds no GUIDs, and a name in any other language says nothing. */
const ENGLISH: Readonly<Record<string, string>> = {
  "guest service interface": "guest-service-interface", "heartbeat": "heartbeat", "key-value pair exchange": "kvp", "shutdown": "shutdown", "time synchronization": "timesync", "vss": "vss",
};
const componentIdOf = (role: string) => Object.entries(COMPONENT_ROLES).find(([, name]) => name === role)?.[0] ?? null;

/** A VM as the monitoring agent emits it: snake_case, `services` with `service`, `enabled` and two statuses. */
export function isIntegrationServicesRecord(record: Raw): boolean {
  if (!("services" in record) || !("name" in record)) return false;
  const services = rawList(record["services"]);
  return "integration_services_state" in record || (services.length > 0 && services.every((service) => "service" in service && "enabled" in service));
}

function componentOf(raw: Raw): IntegrationInput {
  const name = textOf(raw["service"]);
  const role = ENGLISH[name?.trim().toLowerCase() ?? ""] ?? null;
  return {
    componentId: role === null ? null : componentIdOf(role), role, enabled: flagOf(raw["enabled"]),
    primaryStatus: statusWord(raw["primary_operational_status"]), secondaryStatus: statusWord(raw["secondary_operational_status"]),
    // A name that is not English is kept for people only.
    statusText: role === null ? name : null,
  };
}

function vmOf(raw: Raw, ignored: IgnoredKeys): { vm: VmInput; unmapped: number } {
  ignored.add("vm", raw, ["name", "state", "services", "integration_services_state", "integration_services_version"]);
  const services = "services" in raw && Array.isArray(raw["services"]) ? rawList(raw["services"]) : null;
  for (const service of services ?? []) ignored.add("vm.services", service, ["service", "enabled", "primary_operational_status", "secondary_operational_status"]);
  const integration = services?.map(componentOf) ?? null;
  const absent: NonNullable<VmInput["absent"]> = [];
  integration?.forEach((component, index) => {
    if (component.primaryStatus === null) absent.push({ fact: `integration[${index}].primaryStatus`, reason: numberOf(raw["state"]) === 3 ? "vm-off" : "not-collected" });
    else if (component.secondaryStatus === null) absent.push({ fact: `integration[${index}].secondaryStatus`, reason: "empty" });
  });
  const version = textOf(raw["integration_services_version"]);
  return {
    unmapped: integration?.filter(({ role }) => role === null).length ?? 0,
    vm: {
      name: typeof raw["name"] === "string" ? raw["name"] : "", ...stateFacts(raw["state"]), integration,
      // 0.0 is what a host of 2016 and later always answers (domain.md 3.4).
      icVersionHostView: version === null || /^0\.0(\.0)*$/.test(version) ? null : version, absent,
    },
  };
}

/** The agent's list to a document of one host that it does not name. No VM has a GUID, so nothing of it is stored. */
export function integrationServicesDocument(records: readonly Raw[], listed: boolean, header: InventoryInput["header"], hostName: string): { document: InventoryInput; notes: string[]; ignored: IgnoredKeys } {
  const ignored = new IgnoredKeys();
  const read = records.map((record) => vmOf(record, ignored));
  const unmapped = read.reduce((sum, { unmapped: count }) => sum + count, 0);
  const notes = [`${read.length} VMs with names only, no GUIDs: judge shows them, nothing stores them.`, "State and integration services; nothing else is in this kind of file."];
  if (unmapped > 0) notes.push(`${unmapped} integration services have names that are not English: unknown.`);
  const document: InventoryInput = {
    schema: "quiesce.inventory/1", header, origin: { kind: "host", format: "integration-services" },
    hosts: [{ name: hostName, vms: read.map(({ vm }) => vm), attempted: [{ section: "vms", complete: listed, rows: read.length }, { section: "integration", complete: true }] }],
  };
  return { document, notes, ignored };
}
