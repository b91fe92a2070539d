import { z } from "zod";
import { instant, LIMITS, name, word } from "./fact";
import { clusterSchema, hostSchema } from "./host";
import { vmSchema } from "./vm";

export const SCHEMA_ID = "quiesce.inventory/1";

export const headerSchema = z.object({
  documentId: z.string().min(1).max(128).meta({ description: "Made by the sender, unique per document." }),
  senderId: z.string().max(128).nullable().default(null),
  epoch: z.int().min(0).nullable().default(null),
  sequence: z.int().min(0).nullable().default(null),
  intervalSeconds: z.int().min(1).max(31_536_000).nullable().default(null),
  startedAt: instant.nullable().default(null),
  finishedAt: instant.nullable().default(null).meta({ description: "Collection time of the document." }),
  timeFrom: z.enum(["sender", "given", "import"]).default("sender").meta({ description: "Where the times come from: the sender, a person, or the moment of import because the file has none." }),
  synthetic: z.boolean().default(false).meta({ description: "True for data that was made up." }),
  collector: z.object({ name, version: word.nullable().default(null), elevated: z.boolean().nullable().default(null), runAs: name.nullable().default(null) }).nullable().default(null),
});
export const originSchema = z.object({
  kind: z.enum(["host", "management-server"]),
  name: name.nullable().default(null),
  format: word.default("quiesce").meta({ description: "What the document was made from: quiesce, scvmm, cmdlets, integration-services." }),
});

/** The frame: everything but the VMs, whose faults cost only themselves and which are parsed one by one. */
export const frameSchema = z.object({
  schema: z.string().max(64),
  header: headerSchema,
  origin: originSchema,
  clusters: z.array(clusterSchema).max(256).default([]),
  hosts: z.array(hostSchema.extend({ vms: z.array(z.unknown()).max(LIMITS.vmsOfHost).default([]) })).min(1).max(LIMITS.hosts),
});
/** The whole inventory document. `bucket` and `osKind` are derived by the judge and never read from a sender. */
export const inventorySchema = frameSchema.extend({
  schema: z.literal(SCHEMA_ID),
  hosts: z.array(hostSchema.extend({ vms: z.array(vmSchema).max(LIMITS.vmsOfHost).default([]) })).min(1).max(LIMITS.hosts),
}).meta({ title: "Quiesce inventory, version 1" });

/** A VM record that could not be read: listed, unknown, with the reason in `absent` under `*`. */
export type Inventory = z.infer<typeof inventorySchema>;
export type InventoryInput = z.input<typeof inventorySchema>;
export type Header = Inventory["header"];
export type Origin = Inventory["origin"];
export type HostWithVms = Inventory["hosts"][number];
export type Host = z.infer<typeof hostSchema>;
export type Attempt = Host["attempted"][number];
export type Volume = NonNullable<Host["volumes"]>[number];
export type Cluster = z.infer<typeof clusterSchema>;
export type Csv = NonNullable<Cluster["csvs"]>[number];
export type Vm = z.infer<typeof vmSchema>;
export type Guest = NonNullable<Vm["guest"]>;
export type Disk = NonNullable<Vm["disks"]>[number];
export type Checkpoint = NonNullable<Vm["checkpoints"]>[number];
export type Integration = NonNullable<Vm["integration"]>[number];
export type GuestVolume = NonNullable<Guest["volumes"]>[number];
