import { frameSchema, hostFrameSchema, type HostWithVms, type Inventory, SCHEMA_ID, type Vm } from "./document";
import { ABSENT_REASONS, LIMITS } from "./fact";
import { SECTIONS } from "./host";
import { explainIssues } from "./issue";
import { HOURS_AHEAD, isoOf, normaliseCluster, normaliseHost, normaliseVm, settleTime } from "./normalise";
import { type Fault, isRefusal, type Refusal, refuse, refuseAhead } from "./problem";
import { RawWalk, shapeOf } from "./shape";
import { vmSchema } from "./vm";

export interface ParsedInventory {
  inventory: Inventory;
  /** Faults that cost one VM each, which stays listed with everything unknown, or one host, which is left out. */
  faults: Fault[];
  /** The place of each host of the inventory among the hosts that came. */
  hostPlaces: number[];
  /** Keys that this version does not know, by path. */
  dropped: { path: string; count: number }[];
}

const FRAME_SHAPE = shapeOf(frameSchema, "");
const HOST_SHAPE = shapeOf(hostFrameSchema, "hosts[]");
const VM_SHAPE = shapeOf(vmSchema, "hosts[].vms[]");
const READS_MAJOR = 1;

type Raw = Record<string, unknown>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

function checkSchema(value: Raw): Refusal | null {
  const found = value["schema"];
  const expected = `"schema": "${SCHEMA_ID}"`;
  if (typeof found !== "string") return refuse("schema", `The document does not say what it is: ${expected} is expected, nothing is found.`, "Send a Quiesce inventory, an SCVMM export or Hyper-V cmdlets through ConvertTo-Json.");
  const version = /^quiesce\.inventory\/(\d{1,4})(?:\.\d{1,4})?$/.exec(found.slice(0, 64))?.[1];
  if (version === undefined) return refuse("schema", `${expected} is expected, "${found.slice(0, 64)}" is found.`, "Send a Quiesce inventory.");
  if (Number(version) !== READS_MAJOR) return refuse("schema", `The inventory is of version ${version}; this Quiesce reads version ${READS_MAJOR}.`, Number(version) > READS_MAJOR ? "Update Quiesce, then import the file again." : "Collect again with a newer collector.");
  return null;
}

/** A reason that a newer sender knows and we do not is still a reason: the fact was not read. */
function tameReasons(record: Raw, walk: RawWalk, path: string): Raw {
  const absent = record["absent"];
  if (!Array.isArray(absent)) return record;
  const strange = (entry: unknown): entry is Raw => isObject(entry) && typeof entry["reason"] === "string" && !(ABSENT_REASONS as readonly string[]).includes(entry["reason"]);
  if (!absent.some(strange)) return record;
  return { ...record, absent: absent.map((entry: unknown) => {
    if (!strange(entry)) return entry;
    walk.drop(`${path}.absent[].reason`);
    return { ...entry, reason: "error", text: typeof entry["text"] === "string" ? entry["text"] : `the reason "${String(entry["reason"]).slice(0, 64)}" is not known to this version` };
  }) };
}

function tameHost(host: unknown, walk: RawWalk): unknown {
  if (!isObject(host)) return host;
  const tamed = tameReasons(host, walk, "hosts[]");
  const attempted = tamed["attempted"];
  if (!Array.isArray(attempted)) return tamed;
  const known = attempted.filter((entry: unknown) => !isObject(entry) || typeof entry["section"] !== "string" || (SECTIONS as readonly string[]).includes(entry["section"]));
  for (let index = known.length; index < attempted.length; index += 1) walk.drop("hosts[].attempted[].section");
  return known.length === attempted.length ? tamed : { ...tamed, attempted: known };
}

function tame(value: Raw, walk: RawWalk): Raw {
  const clusters = value["clusters"];
  return {
    ...value,
    ...(Array.isArray(clusters) ? { clusters: clusters.map((cluster: unknown) => isObject(cluster) ? tameReasons(cluster, walk, "clusters[]") : cluster) } : {}),
  };
}

const VM_MEND = "Mend it where the inventory is made and import again; the other VMs are read.";

/** A VM whose record cannot be used: its id and name where they can be read, everything else unknown for one reason. */
function unreadVm(raw: unknown, reason: "error" | "ambiguous", text: string): Vm {
  const record = isObject(raw) ? raw : {};
  const id = vmSchema.shape.id.safeParse(record["id"]);
  const name = typeof record["name"] === "string" ? record["name"].slice(0, LIMITS.name).replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd") : "";
  return vmSchema.parse({ id: id.success ? id.data : null, name, absent: [{ fact: "*", reason, text: text.slice(0, LIMITS.text) }] });
}

/** Why a time of reading tells no age, or null. Facts of no known age must not count as fresh. */
function ageless(value: string | null, now: number): { text: string; isAhead: boolean } | null {
  const settled = value === null ? null : settleTime(value, now);
  return settled?.kind === "implausible" ? settled : null;
}

/** Facts whose own time of reading cannot be are as good as not read: those of the guest, or the whole VM's. */
function settleAges(vm: Vm, place: string, now: number, faults: Fault[]): void {
  const tell = (key: string, text: string) => {
    faults.push({ place: `${place}.${key}`, problem: `${place}.${key}: ${text}.`, mend: "Set the clock of the machine that read it, then collect again; until then these facts count as not read.", vm: vm.id ?? vm.name });
  };
  const ofGuest = ageless(vm.guest?.collectedAt ?? null, now)?.text ?? null;
  if (ofGuest !== null) {
    tell("guest.collectedAt", ofGuest);
    vm.guest = null;
    vm.absent = [...vm.absent.filter(({ fact }) => !fact.startsWith("guest")), { fact: "guest", reason: "error", text: `guest.collectedAt: ${ofGuest}`.slice(0, LIMITS.text) }];
  }
  const ofVm = ageless(vm.observedAt, now)?.text ?? null;
  if (ofVm === null) return;
  tell("observedAt", ofVm);
  Object.assign(vm, unreadVm({ id: vm.id, name: vm.name }, "error", `observedAt: ${ofVm}`));
}

function parseVm(raw: unknown, place: string, walk: RawWalk, now: number, faults: Fault[]): Vm {
  const tamed = isObject(raw) ? tameReasons(raw, walk, "hosts[].vms[]") : raw;
  const result = vmSchema.safeParse(tamed);
  let failed: string | null = null;
  let at = place;
  if (!result.success) {
    const explained = explainIssues(result.error.issues, raw);
    failed = explained.texts.join("; ") + (explained.more > 0 ? `; ${explained.more} more` : "");
    at = explained.place === "" ? place : `${place}.${explained.place}`;
  } else {
    walk.reset();
    walk.walk(tamed, VM_SHAPE);
    if (walk.unstorable !== null) {
      const path = walk.unstorable.replace("hosts[].vms[].", "");
      failed = `${path}: has a NUL or a lone surrogate, which no database keeps`;
      at = `${place}.${path}`;
    }
  }
  if (failed === null && result.success) {
    settleAges(result.data, place, now, faults);
    normaliseVm(result.data, now);
    return result.data;
  }
  const vm = unreadVm(raw, "error", failed ?? "");
  faults.push({ place: at, problem: `${place}: ${failed ?? "not readable"}.`, mend: VM_MEND, vm: vm.id ?? (vm.name === "" ? null : vm.name) });
  return vm;
}

/** Two equal GUIDs in one listing: nobody can tell which facts belong to which VM, so neither has any. */
function settleEqualIds(vms: Vm[], host: { name: string }, place: string, faults: Fault[]): Vm[] {
  const seen = new Map<string, number>();
  for (const vm of vms) if (vm.id !== null) seen.set(vm.id, (seen.get(vm.id) ?? 0) + 1);
  return vms.map((vm, index) => {
    const times = vm.id === null ? 1 : seen.get(vm.id) ?? 1;
    if (times < 2) return vm;
    const text = `the GUID ${vm.id} stands ${times} times in the listing of ${host.name}`;
    faults.push({ place: `${place}.vms[${index}].id`, problem: `${place}.vms[${index}].id: ${text}.`, mend: "Collect this host again; if the GUIDs stay equal, one of the VMs is a copy and needs a new import with a new id.", vm: vm.id });
    return unreadVm(vm, "ambiguous", text);
  });
}

const CLOCK_MEND = "Set the clock of the machine that collects, or of this one, then collect again.";
const HOST_MEND = "Mend it where the inventory is made and import again; the other hosts are read.";

/** A host with its VMs, or why its record cannot be used: a fault of one costs that host only. */
function parseHost(raw: unknown, index: number, walk: RawWalk, now: number, faults: Fault[]): HostWithVms | Refusal {
  const place = `hosts[${index}]`;
  const tamed = tameHost(raw, walk);
  const frame = hostFrameSchema.safeParse(tamed);
  if (!frame.success) {
    const issues = frame.error.issues.map((issue) => ({ ...issue, path: ["hosts", index, ...issue.path] }));
    const { place: at, texts, more } = explainIssues(issues, { hosts: Object.assign([], { [index]: raw }) });
    return refuse(at, `${texts.join("; ")}${more > 0 ? `; ${more} more` : ""}.`, HOST_MEND);
  }
  walk.reset();
  walk.walk(tamed, HOST_SHAPE);
  if (walk.unstorable !== null) {
    const at = walk.unstorable.replace("hosts[]", place);
    return refuse(at, `${at}: has a NUL or a lone surrogate, which no database keeps.`, HOST_MEND);
  }
  const host = frame.data;
  const undated = ageless(host.observedAt, now);
  if (undated !== null) return (undated.isAhead ? refuseAhead : refuse)(`${place}.observedAt`, `${place}.observedAt: ${undated.text}.`, CLOCK_MEND);
  const vms = host.vms.map((vm, at) => parseVm(vm, `${place}.vms[${at}]`, walk, now, faults));
  normaliseHost(host, now);
  return { ...host, vms: settleEqualIds(vms, host, place, faults) };
}

/** Every host that can be read; when none can, the document is refused for the first of them. */
function parseHosts(raws: readonly unknown[], walk: RawWalk, now: number, faults: Fault[]): { hosts: HostWithVms[]; places: number[] } | Refusal {
  const hosts: HostWithVms[] = [];
  const places: number[] = [];
  const costly: Refusal[] = [];
  raws.forEach((raw, index) => {
    const host = parseHost(raw, index, walk, now, faults);
    if (isRefusal(host)) costly.push(host);
    else {
      hosts.push(host);
      places.push(index);
    }
  });
  const [first] = costly;
  if (first !== undefined && hosts.length === 0) return { ...first, refused: { ...first.refused, mend: first.refused.mend.replace("; the other hosts are read", "") } };
  faults.unshift(...costly.map(({ refused }) => ({ ...refused, vm: null })));
  return { hosts, places };
}

function settleHeader(inventory: Inventory, now: number): Refusal | null {
  for (const key of ["startedAt", "finishedAt"] as const) {
    const value = inventory.header[key];
    if (value === null) continue;
    const settled = settleTime(value, now);
    if (settled.kind === "implausible" && Date.parse(value) > now) {
      return refuseAhead(`header.${key}`, `header.${key}: the inventory is dated ${value}, more than ${HOURS_AHEAD} hours ahead of this machine's clock (${isoOf(now)}).`, CLOCK_MEND);
    }
    inventory.header[key] = settled.kind === "time" ? settled.iso : null;
  }
  return null;
}

/**
 * Reads an inventory document of version 1: the frame first, then each host and each VM apart. A fault inside a VM
 * costs that VM only, one inside a host that host; a fault of the frame, no host that can be read, a newer major version
 * or a date in the future refuses the document. Keys that are not
 * known are dropped and counted. `now` in milliseconds since 1970.
 */
export function parseInventory(value: unknown, options: { now: number }): ParsedInventory | Refusal {
  if (!isObject(value)) return refuse("$", `An inventory is an object; ${Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`} is found.`, "Send one inventory document.");
  const wrong = checkSchema(value);
  if (wrong) return wrong;
  const walk = new RawWalk();
  const tamed = tame(value, walk);
  const frame = frameSchema.safeParse(tamed);
  if (!frame.success) {
    const { place, texts, more } = explainIssues(frame.error.issues, value);
    return refuse(place === "" ? "$" : place, `${texts.join("; ")}${more > 0 ? `; ${more} more` : ""}.`, "Mend it where the inventory is made and import again.");
  }
  walk.walk(tamed, FRAME_SHAPE);
  if (walk.unstorable !== null) return refuse(walk.unstorable, `${walk.unstorable}: has a NUL or a lone surrogate, which no database keeps.`, "Mend it where the inventory is made and import again.");
  const faults: Fault[] = [];
  const read = parseHosts(frame.data.hosts, walk, options.now, faults);
  if ("refused" in read) return read;
  for (const cluster of frame.data.clusters) normaliseCluster(cluster, options.now);
  const inventory: Inventory = { ...frame.data, schema: SCHEMA_ID, hosts: read.hosts };
  const dated = settleHeader(inventory, options.now);
  if (dated) return dated;
  return { inventory, faults, hostPlaces: read.places, dropped: [...walk.dropped].map(([path, count]) => ({ path, count })) };
}
