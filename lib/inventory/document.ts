import { z } from "zod";
import { count, fact, instant, LIMITS, name, word } from "./fact";
import { clusterSchema, hostSchema } from "./host";
import { vmSchema } from "./vm";

export const SCHEMA_ID = "quiesce.inventory/1";

export const headerSchema = z.object({
  documentId: z.string().min(1).max(128).meta({ description: "Made by the sender, unique per document." }),
  senderId: fact(z.string().max(128), { meaning: "Install id of the sender.", source: "collector" }),
  epoch: fact(z.int().min(0), { meaning: "Counts how often the sender began anew; sequence starts over with it.", source: "collector", unit: "count" }),
  sequence: fact(z.int().min(0), { meaning: "Number of the document within its epoch.", source: "collector", unit: "count" }),
  intervalSeconds: fact(z.int().min(1).max(31_536_000), { meaning: "How often the sender collects.", source: "collector", unit: "seconds" }),
  startedAt: fact(instant, { meaning: "When collecting began.", source: "collector" }),
  finishedAt: instant.nullable().default(null).meta({ description: "Collection time of the document." }),
  timeFrom: z.enum(["sender", "given", "import"]).default("sender").meta({ description: "Where the times come from: the sender, a person, or the moment of import because the file has none." }),
  synthetic: z.boolean().default(false).meta({ description: "True for data that was made up." }),
  collector: z.object({
    name: name.meta({ description: "Program that collected." }), version: fact(word, { meaning: "Its version.", source: "collector" }),
    elevated: fact(z.boolean(), { meaning: "It ran elevated.", source: "collector" }), runAs: fact(name, { meaning: "Account that it ran as.", source: "collector" }),
    psVersion: fact(word, { meaning: "Version of the PowerShell that ran it.", source: "$PSVersionTable.PSVersion" }),
    psEdition: fact(word, { meaning: "Desktop is Windows PowerShell 5.1, Core is PowerShell 7.", source: "$PSVersionTable.PSEdition", words: ["Desktop", "Core"] }),
    language: fact(word, { meaning: "Language of the Windows it ran on, shown only.", source: "[CultureInfo]::InstalledUICulture" }),
    computer: fact(name, { meaning: "Computer that it ran on: the host itself, or a newer machine that reads an old host.", source: "[Environment]::MachineName" }),
  }).nullable().default(null),
  dropped: fact(z.object({
    documents: count.meta({ meaning: "Documents dropped unsent.", source: "collector", unit: "count" }),
    since: fact(instant, { meaning: "When the first of them was dropped.", source: "collector" }),
  }), { meaning: "Documents that the sender's full spool dropped since the last one that arrived.", source: "collector" }),
});
export const originSchema = z.object({
  kind: z.enum(["host", "management-server"]).meta({ description: "One host with its cluster as it sees it, or a management server with many hosts." }),
  name: fact(name, { meaning: "Name of that host or server.", source: "collector" }),
  format: word.default("quiesce").meta({ description: "What the document was made from: quiesce, scvmm, cmdlets, integration-services." }),
});

/** A host but for its VMs, whose faults cost only themselves and which are parsed one by one. */
export const hostFrameSchema = hostSchema.extend({ vms: z.array(z.unknown()).max(LIMITS.vmsOfHost).default([]) });
/** The frame: everything but the hosts, whose faults cost only themselves too. */
export const frameSchema = z.object({
  schema: z.string().max(64),
  header: headerSchema,
  origin: originSchema,
  clusters: z.array(clusterSchema).max(256).default([]),
  hosts: z.array(z.unknown()).min(1).max(LIMITS.hosts),
});
/** The whole inventory document. `bucket` and `osKind` are derived by the judge and never read from a sender. */
export const inventorySchema = frameSchema.extend({
  schema: z.literal(SCHEMA_ID).meta({ description: "Kind and version of the document." }),
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
