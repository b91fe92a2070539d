import { eachVolatile, type Volatile } from "@/lib/inventory/volatile";
import { roomText } from "@/lib/judge/facts/sizes";
import { type Layout, valueAt } from "./layout";
import type { MaskedText } from "./masked-text";

/** What changes by itself in a document, as it came, before the schema. */
export interface RawContent {
  /** SHA-256 of all else (`maskText`). */
  digest: string;
  volatile: Volatile;
  /** Bytes, in the order of the document; NaN for none. */
  sizes: Float64Array;
  /** Of each size the place of its VM in the document, -1 for one of the host. */
  places: Int32Array;
  /** The room of the volumes of the host, as findings word it. */
  rooms: string;
  /** Times of reading in ms, likewise. */
  times: Float64Array;
}

const SIZES: ReadonlySet<string> = new Set(["freeBytes", "fileBytes"]);
const TIMES: ReadonlySet<string> = new Set(["observedAt", "collectedAt"]);
const LENGTHS: ReadonlySet<string> = new Set(["uptimeSeconds", "durationMs"]);
const MOST_DURATION = 86_400_000;
/** The form in which times are kept as they come. */
const PLAIN_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const EARLIEST = Date.UTC(1990, 0, 1);
/** In ms; NaN for a text of another form, or a day that no month has, which JavaScript reads as one of the next. */
function plainTime(value: string): number {
  const at = PLAIN_TIME.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value.slice(0, 19)) ? at : Number.NaN;
}

/** Comes once for each VM, before what is inside of it. */
const VM_OWN = "hosts[].vms[].uptimeSeconds";
const OF_VM = "hosts[].vms[].";
const ROOM = "hosts[].volumes[].freeBytes";

const isSize = (value: unknown, most = Number.MAX_SAFE_INTEGER): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

/** Gathers the volatile facts of a document in its order; `isPlain` turns false at a value that the schema would refuse or bring to another form. */
class Gathering {
  readonly volatile: Volatile = {};
  isPlain = true;
  private readonly sizes: number[] = [];
  private readonly places: number[] = [];
  private readonly times: number[] = [];
  private readonly rooms: string[] = [];
  private vm = -1;

  put(path: string, fact: string, value: unknown, capacityBytes: unknown): void {
    (this.volatile[path] ??= []).push(value);
    if (path === VM_OWN) this.vm += 1;
    if (TIMES.has(fact)) {
      const at = typeof value === "string" ? plainTime(value) : Number.NaN;
      this.isPlain &&= value === null || at >= EARLIEST;
      this.times.push(at);
      return;
    }
    this.places.push(path.startsWith(OF_VM) ? this.vm : -1);
    if (SIZES.has(fact)) {
      this.isPlain &&= value === null || isSize(value);
      this.sizes.push(typeof value === "number" ? value : Number.NaN);
      if (path === ROOM && isSize(value)) this.rooms.push(roomText(value, isSize(capacityBytes) ? capacityBytes : null));
    } else if (LENGTHS.has(fact)) {
      this.isPlain &&= value === null || isSize(value, fact === "durationMs" ? MOST_DURATION : undefined);
      this.sizes.push(value === null || fact === "durationMs" ? Number.NaN : 1);
    } else this.isPlain = false;
  }
  content(digest: string): RawContent | null {
    if (!this.isPlain) return null;
    return { digest, volatile: this.volatile, sizes: Float64Array.from(this.sizes), places: Int32Array.from(this.places), rooms: this.rooms.join(), times: Float64Array.from(this.times) };
  }
}

/** Of a document that was parsed and not checked; null when a volatile fact is not in the form in which it is kept: then all of it is to be checked each time. */
export function rawContentOf(digest: string, document: object): RawContent | null {
  const gathering = new Gathering();
  eachVolatile(document, (record, fact, path) => { gathering.put(path, fact, record[fact] ?? null, record["capacityBytes"]); });
  return gathering.content(digest);
}

/** Of a text whose layout is known; null as `rawContentOf`. */
export function rawContentAt(masked: MaskedText, { paths, path, value, capacity }: Layout): RawContent | null {
  const facts = paths.map((of) => of.slice(of.lastIndexOf(".") + 1));
  const gathering = new Gathering();
  for (const [index, at] of value.entries()) {
    const of = path[index] ?? 0;
    gathering.put(paths[of] ?? "", facts[of] ?? "", at === -1 ? null : valueAt(masked, at), capacity[index]);
  }
  return gathering.content(masked.digest);
}

/** Half of a hundredth: the judgement is the same within more (`isSteady`). */
const SLACK = 0.005;
/** A time this near to that of its document was read for it; one that is far from it was carried along. */
const NEAR_MS = 300_000;
const FAR_MS = 900_000;

type Facts = Pick<RawContent, "sizes" | "times">;

/** Each time of reading is as far from its document as before, and not before the one it had; one that was carried along is the same. `at`: times of the documents, ms. */
function areTimesAlike(before: Facts, now: Facts, at: { before: number; now: number }): boolean {
  return before.times.length === now.times.length && now.times.every((time, index) => {
    const old = before.times[index] ?? Number.NaN;
    if (Number.isNaN(time)) return Number.isNaN(old);
    const ahead = old - at.before;
    return Math.abs(ahead) <= NEAR_MS ? time >= old && Math.abs(time - at.now - ahead) <= NEAR_MS : Math.abs(ahead) >= FAR_MS && time === old;
  });
}

/** Places of VMs with a size that is another than before. */
export interface ChangedVms {
  changed: ReadonlySet<number>;
  /** By more than a judgement may be kept for. */
  moved: ReadonlySet<number>;
}

/** The VMs whose sizes changed; null when more than that did: a time, a size of the host, or whether there is one at all. */
export function changedVms(before: Facts, now: RawContent, at: { before: number; now: number }): ChangedVms | null {
  if (before.sizes.length !== now.sizes.length || !areTimesAlike(before, now, at)) return null;
  const changed = new Set<number>();
  const moved = new Set<number>();
  for (const [index, size] of now.sizes.entries()) {
    const old = before.sizes[index] ?? Number.NaN;
    const place = now.places[index] ?? -1;
    if (Number.isNaN(size) !== Number.isNaN(old)) return null;
    if (Number.isNaN(size) || size === old) continue;
    const isFar = Math.abs(size - old) > SLACK * Math.min(size, old);
    if (isFar && place < 0) return null;
    changed.add(place);
    if (isFar) moved.add(place);
  }
  return { changed, moved };
}
