import { z } from "zod";

const trilean = z.enum(["yes", "no", "unknown"]);

/** What is known of a backup product; `unknown` never counts as a yes (domain.md 4.4). */
export const productSchema = z.object({
  preset: z.string().max(64),
  api: z.enum(["vss", "wmi-checkpoint", "guest-agent", "unknown"]),
  csvAware: trilean,
  isWsb: z.boolean(),
  ignoresNonSnapshottableDisks: trilean,
  supports4kn: trilean,
  mixedLocalAndSmbAllowed: trilean,
  supportsSmbVss: trilean,
  supportsPmem: trilean,
  supportsClientHosts: trilean,
  refusesStaleRecovery: trilean,
  rctMinVersion: z.string().max(16),
});
export type Product = z.infer<typeof productSchema>;

const hours = z.number().min(0).max(100_000);
const dayRange = z.object({ days: z.array(z.int().min(0).max(6)).min(1).max(7), from: z.string().regex(/^\d{2}:\d{2}$/), to: z.string().regex(/^\d{2}:\d{2}$/) });

const perAssignment = {
  requiredConsistency: z.enum(["fallback", "app-required"]),
  warnBytes: z.number().min(0), warnPercent: z.number().min(0).max(100),
};
/** Settings that an assignment may set for its VMs; what it lacks is the estate's. */
export const assignmentSettingsSchema = z.object({
  requiredConsistency: perAssignment.requiredConsistency,
  guestFree: z.object({ warnBytes: perAssignment.warnBytes, warnPercent: perAssignment.warnPercent }),
  hostFree: z.object({ warnBytes: perAssignment.warnBytes, warnPercent: perAssignment.warnPercent, highBytes: z.number().min(0), highPercent: z.number().min(0).max(100) }),
  headroom: z.object({ churnPercentPerHour: z.number().min(0).max(100), windowHours: hours }),
  stuckOperationHours: hours,
  recoveryCheckpointWarnHours: hours,
  recoveryCheckpointHighHours: hours,
  checkpointCountWarn: z.int().min(1),
  checkpointCountHigh: z.int().min(1),
  chainDepthWarn: z.int().min(1),
  chainDepthHigh: z.int().min(1),
  backupWindow: z.array(dayRange).max(32),
  lastBackupMaxHours: hours.nullable(),
  saveRateMegabytesPerSecond: z.number().min(1),
});
/** Settings of the whole estate. */
export const estateSettingsSchema = z.object({
  ruleset: z.enum(["version-aware", "article-2008r2"]),
  guestFloorMb: z.int().min(0).meta({ description: "Raises the floor of domain.md 4.4, never lowers it; 0 leaves the table." }),
  winReMb: z.object({ small: z.int().min(50), medium: z.int().min(320), large: z.int().min(1024) }),
  freshness: z.object({ hostHours: hours, guestHours: hours, fileIntervalFactor: z.number().min(1).max(100), defaultIntervalHours: hours }),
  overlapMax: z.int().min(1),
  goneGraceHours: hours.meta({ description: "How long a VM that complete listings of its host lack stays unknown before it counts as gone." }),
  guestWritten: z.enum(["accept", "refuse"]).meta({ description: "Whether facts that a guest wrote of itself (KVP, script, dropped file) count, or are unknown." }),
});

const selectorSchema = z.object({
  cluster: z.string().max(256).optional(),
  host: z.string().max(256).optional(),
  namePattern: z.string().max(256).optional().meta({ description: "VM name with * and ?; case is ignored." }),
  vmIds: z.array(z.string().max(64)).max(10_000).optional(),
}).refine((of) => Object.values(of).some((value) => value !== undefined), "names a cluster, host, namePattern or vmIds");

const productChoiceSchema = z.object({ preset: z.string().max(64) }).extend(productSchema.omit({ preset: true }).partial().shape);

/** The policy document: estate settings, estate product, and assignments tried in order; the first match decides. */
export const policySchema = z.strictObject({
  schema: z.literal("quiesce.policy/1"),
  name: z.string().min(1).max(128).default("default"),
  estate: estateSettingsSchema.partial().default({}),
  settings: assignmentSettingsSchema.partial().default({}),
  product: productChoiceSchema.default({ preset: "unspecified" }),
  assignments: z.array(z.strictObject({
    name: z.string().min(1).max(128),
    match: selectorSchema,
    settings: assignmentSettingsSchema.partial().default({}),
    product: productChoiceSchema.optional(),
  })).max(1000).default([]),
});
export type Policy = z.infer<typeof policySchema>;
export type PolicyInput = z.input<typeof policySchema>;
export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>;
export type EstateSettings = z.infer<typeof estateSettingsSchema>;

/** Everything the judge reads for one VM, with no gap (domain.md 4.4). */
export interface Settings extends AssignmentSettings, EstateSettings {
  product: Product;
  /** Name of the assignment that decided, or null for the estate's own settings. */
  assignment: string | null;
}

/** Defaults of domain.md 4.4; those graded [E] there only ever warn. */
export const DEFAULT_ASSIGNMENT_SETTINGS: AssignmentSettings = {
  requiredConsistency: "fallback",
  guestFree: { warnBytes: 2_147_483_648, warnPercent: 10 },
  hostFree: { warnBytes: 20 * 1024 ** 3, warnPercent: 10, highBytes: 1024 ** 3, highPercent: 1 },
  headroom: { churnPercentPerHour: 1, windowHours: 8 },
  stuckOperationHours: 24,
  recoveryCheckpointWarnHours: 24,
  recoveryCheckpointHighHours: 168,
  checkpointCountWarn: 40,
  checkpointCountHigh: 50,
  chainDepthWarn: 10,
  chainDepthHigh: 50,
  backupWindow: [],
  lastBackupMaxHours: 48,
  saveRateMegabytesPerSecond: 800,
};
export const DEFAULT_ESTATE_SETTINGS: EstateSettings = {
  ruleset: "version-aware",
  guestFloorMb: 0,
  winReMb: { small: 50, medium: 320, large: 1024 },
  freshness: { hostHours: 48, guestHours: 168, fileIntervalFactor: 2, defaultIntervalHours: 1 },
  overlapMax: 2,
  goneGraceHours: 24,
  guestWritten: "accept",
};
/** The policy in force when none was stored. */
export const DEFAULT_POLICY: Policy = policySchema.parse({ schema: "quiesce.policy/1" });
