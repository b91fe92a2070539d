import type { Inventory } from "@/lib/inventory/document";
import type { Fault, Problem } from "@/lib/inventory/problem";

export type { Fault, Problem };

/** A file as it came in: its name for people, its bytes for us. The name decides nothing. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** What a person supplies for files that lack it. Values fill gaps only and are recorded in `host.given`. */
export interface ReadOptions {
  /** A server release (2008, 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025) or a version such as 10.0.17763. */
  hostOs?: string;
  /** Install id of the host, for documents of one host that carries none. */
  hostId?: string;
  /** ISO time with its zone. */
  collectedAt?: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Largest file in bytes; 256 MiB unless told. */
  maxBytes?: number;
}

export interface ParsedDocument {
  inventory: Inventory;
  /** SHA-256 (hex) of the canonical content: no header, no volatile facts. */
  digest: string;
  /** Faults that cost one VM each; that VM stays listed and is unknown. */
  faults: Fault[];
  /** Keys that this version does not know. */
  dropped: number;
}

export type FileKind = "quiesce" | "scvmm" | "cmdlets" | "integration-services" | "archive" | "unknown";

/** The account of one file, or of several cmdlet files of one host that belong together. */
export interface FileReading {
  files: string[];
  kind: FileKind;
  /** What the content was recognised as, for people: "Get-VM, Get-VHD through ConvertTo-Json". */
  label: string;
  /** "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE"; several joined with a comma. */
  encoding: string;
  /** Empty when refused. */
  documents: ParsedDocument[];
  /** Sentences: what was understood, what is assumed, what this kind of file does not carry. */
  notes: string[];
  /** Keys that were read past, most frequent first. */
  ignored: { key: string; count: number }[];
  refused: Problem | null;
}

export const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;
