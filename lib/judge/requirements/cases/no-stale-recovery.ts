import type { Checkpoint } from "@/lib/inventory/document";
import { NOW } from "@/lib/inventory/testing";
import { type Case, FROM_2012R2, unread, UP_TO_2012 } from "./case";

const HOUR = 3_600_000;
const old = (hours: number, over: Partial<Checkpoint> = {}): Checkpoint => ({ id: null, name: "VM01 - Backup", type: "Recovery", createdAt: new Date(NOW - hours * HOUR).toISOString(), isAutomatic: false, ...over });
const given = (...checkpoints: Checkpoint[]): Case["given"] => ({ vm }) => { vm.checkpoints = checkpoints; vm.version = "9.0"; };
const at5 = (incremental: boolean | null, ...checkpoints: Checkpoint[]): Case["given"] => ({ vm }) => { vm.checkpoints = checkpoints; vm.version = "5.0"; vm.incrementalBackupEnabled = incremental; };
const refuses: Case["settings"] = { product: { refusesStaleRecovery: "yes" } };

export const cases: Case[] = [
  { name: "hosts without recovery checkpoints", on: UP_TO_2012, given: given(old(100)), status: "not-applicable" },
  { name: "no checkpoint", on: FROM_2012R2, given: given(), status: "pass" },
  { name: "a user's old checkpoint", on: FROM_2012R2, given: given(old(500, { type: "Standard" })), status: "pass" },
  { name: "one of 23 hours", on: FROM_2012R2, given: given(old(23)), status: "pass" },
  { name: "one of 24 hours", on: FROM_2012R2, given: given(old(24)), status: "warning", effect: "warn" },
  { name: "one of eight days beside one without a time", on: FROM_2012R2, given: given(old(192), old(1, { createdAt: null })), status: "warning", effect: "warn" },
  { name: "one of two days, the product refuses a second", on: FROM_2012R2, settings: refuses, given: given(old(48)), status: "fail", effect: "will-fail" },
  { name: "one of two days, the product allows a second", on: FROM_2012R2, settings: { product: { refusesStaleRecovery: "no" } }, given: given(old(48)), status: "warning", effect: "warn" },
  { name: "kept on purpose by incremental backup", on: FROM_2012R2, given: at5(true, old(48)), status: "info", effect: "info" },
  { name: "kept on purpose, the product refuses a second", on: FROM_2012R2, settings: refuses, given: at5(true, old(48)), status: "info", effect: "info" },
  { name: "version 5.0 without incremental backup", on: FROM_2012R2, given: at5(false, old(48)), status: "warning", effect: "warn" },
  { name: "two of them cannot both be kept on purpose", on: FROM_2012R2, given: at5(true, old(48), old(72)), status: "warning", effect: "warn" },
  { name: "incremental backup not read", on: FROM_2012R2, given: at5(null, old(48)), status: "unknown" },
  { name: "time not read", on: FROM_2012R2, given: given(old(1, { createdAt: null })), status: "unknown" },
  { name: "kind not read", on: FROM_2012R2, given: given(old(48, { type: null })), status: "unknown" },
  { name: "kind is a word of no list", on: FROM_2012R2, given: given(old(48, { type: "Sicherung" })), status: "unknown" },
  { name: "checkpoints not read", on: FROM_2012R2, settings: refuses, given: ({ vm }) => { vm.checkpoints = null; unread(vm, "checkpoints"); }, status: "unknown" },
];
