import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Inventory, Vm } from "@/lib/inventory/document";
import type { FileReading, ImportFile, ReadOptions } from "./contract";
import { readFiles } from "./read-files";

/** For tests of importers: the same assertions run on real captures where they are at hand and on synthetic fixtures. */
const root = path.resolve(import.meta.dirname, "../..");
export const NOW = Date.parse("2026-05-18T07:40:00Z");

export interface Capture {
  label: string;
  folder: string;
  real: boolean;
}

export function captures(realFolder: string, syntheticFolder: string): Capture[] {
  return [
    { label: "real capture", folder: path.join(root, "../shared/data", realFolder), real: true },
    { label: "synthetic fixture", folder: path.join(root, "fixtures/foreign", syntheticFolder), real: false },
  ];
}

/** The JSON files of a capture; skips the test with the reason where it is not at hand. */
export function filesOf(capture: Capture, skip: (when: boolean, reason: string) => void): ImportFile[] {
  skip(capture.real && !existsSync(capture.folder), `${path.relative(root, capture.folder)} is not at hand; the synthetic fixture carries the same assertions`);
  return readdirSync(capture.folder).filter((name) => name.endsWith(".json")).sort().map((name) => ({ name, bytes: readFileSync(path.join(capture.folder, name)) }));
}

export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const jsonFile = (name: string, value: unknown): ImportFile => ({ name, bytes: bytesOf(JSON.stringify(value)) });

/** UTF-16 as PowerShell's `>` writes it, with its byte order mark. */
export function utf16(text: string, littleEndian = true): Uint8Array {
  const bytes = new Uint8Array((text.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index += 1) view.setUint16((index + 1) * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

export function read(files: readonly ImportFile[], options: Partial<ReadOptions> = {}): FileReading[] {
  return readFiles(files, { now: NOW, ...options });
}

/** The only reading of these files. */
export function readOne(files: readonly ImportFile[], options: Partial<ReadOptions> = {}): FileReading {
  const readings = read(files, options);
  const [only] = readings;
  if (only === undefined || readings.length !== 1) throw new Error(`${readings.length} readings`);
  return only;
}

/** The only document of these files. */
export function inventoryOf(files: readonly ImportFile[], options: Partial<ReadOptions> = {}): Inventory {
  const reading = readOne(files, options);
  const [document] = reading.documents;
  if (document === undefined || reading.documents.length !== 1) throw new Error(reading.refused?.problem ?? `${reading.documents.length} documents`);
  return document.inventory;
}

export function vmsOf(inventory: Inventory): Vm[] {
  return inventory.hosts.flatMap(({ vms }) => vms);
}
