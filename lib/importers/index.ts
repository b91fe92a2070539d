export type { Fault, FileKind, FileReading, ImportFile, ParsedDocument, Problem, ReadOptions } from "./contract";
export { DEFAULT_MAX_BYTES } from "./contract";
export { type ArchiveLimits, readArchive, readUploads } from "./archive";
export { contentDigest, sha256 } from "./digest";
export { checkOptions, GIVEN_RELEASES, parseHostOs } from "./given";
export { readFiles } from "./read-files";
