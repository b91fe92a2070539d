import type { Fix } from "../fix";
import type { Missing } from "../outcome";
import type { Situation } from "../situation";
import { isUnc } from "../facts/storage";
import { GUEST_READERS } from "./guest-readers";
import { HOST_READERS } from "./host-readers";
import type { Reader } from "./reader";
import { VM_READERS } from "./vm-readers";

const READERS: ReadonlyMap<string, Reader> = new Map([...HOST_READERS, ...VM_READERS, ...GUEST_READERS].map((reader) => [reader.fact, reader]));

/** The reader of a fact or of what it lies in; null for a path that nobody reads, such as that of a check that failed. */
export function readerOf(factPath: string): Reader | null {
  let path = factPath.replace(/\[\d+\]/g, "");
  for (;;) {
    const reader = READERS.get(path);
    if (reader !== undefined) return reader;
    const cut = path.lastIndexOf(".");
    if (cut < 0) return null;
    path = path.slice(0, cut);
  }
}

function fileServer(at: Situation): string {
  for (const file of at.files ?? []) if (file.path !== null && isUnc(file.path)) return file.path.slice(2).split("\\")[0] ?? "the file server";
  return "the file server";
}
function targetOf(reader: Reader, at: Situation): string {
  if (reader.where === "guest") return at.vmName;
  if (reader.where === "file-server") return fileServer(at);
  return reader.where === "cluster" ? at.clusterName ?? at.hostName : at.hostName;
}

interface Chosen { command: string | null; shell: Fix["shell"] }
function chosen(reader: Reader, at: Situation): Chosen {
  if (reader.where === "guest" && at.family === "linux" && reader.linux !== undefined) return { command: reader.linux, shell: "sh" };
  if (reader.where === "guest" && at.family === "bsd" && reader.bsd !== undefined) return { command: reader.bsd, shell: "sh" };
  if (reader.where === "guest" && (reader.fact.startsWith("guest.linux") || reader.fact.startsWith("guest.bsd"))) return { command: reader.command(at), shell: "sh" };
  const shell = reader.shell ?? "powershell";
  if (reader.where === "guest" || at.bucket !== "W08R2") return { command: reader.command(at), shell };
  if (reader.old === null || reader.old === undefined) return { command: null, shell: "none" };
  return { command: reader.old(at), shell };
}

/**
 * The command that reads one missing fact, in the form of the host's Windows and the guest's system. It changes nothing
 * (`readOnly`). `command` is null where that Windows does not have the fact, or for a path that is no fact.
 */
export function readCommandFor(factPath: string, at: Situation): Fix {
  const reader = readerOf(factPath);
  const shared: Pick<Fix, "gui" | "downtime" | "undo" | "readOnly"> = { gui: [], downtime: "none", undo: "Nothing to undo.", readOnly: true };
  if (reader === null) {
    return {
      ...shared, title: "Report this fault of Quiesce with the raw document of the VM", runsOn: "anywhere", target: at.hostName, shell: "none", command: null,
      risk: { level: "low", why: "Nothing runs." }, proof: "The next judgement says more than unknown.",
    };
  }
  return {
    ...shared, title: reader.title, runsOn: reader.where, target: targetOf(reader, at), ...chosen(reader, at),
    risk: { level: "low", why: reader.note === undefined ? "Reads only." : `Reads only. ${reader.note}` },
    proof: `The next inventory carries ${factPath}, and this finding is settled.`,
  };
}

/** The commands that read all facts a finding misses, each once, in the order of the facts. */
export function readCommandsFor(missing: readonly Missing[], at: Situation): Fix[] {
  const found: Fix[] = [];
  const seen = new Set<string>();
  for (const entry of missing) {
    const fix = readCommandFor(entry.fact, at);
    const key = `${fix.target}|${fix.command ?? fix.title}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(fix);
  }
  return found;
}
