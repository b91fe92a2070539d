import Table from "cli-table3";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Pool } from "pg";
import type * as Codes from "@/lib/collectors/codes";
import { COLLECTOR_KINDS, type CollectorItem, type CollectorKind, type EnrolmentCodeItem, type GivenToken, standingOf } from "@/lib/collectors/contract";
import type * as Manage from "@/lib/collectors/manage";
import type * as Reads from "@/lib/collectors/reads";
import { findRunningApp, withDatabase } from "./database";
import { callApp } from "./running-app";

type Managed = typeof Manage & typeof Codes & typeof Reads;

/** Through the running app, so that its pepper is used; else straight into the database. */
async function through<T>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body: unknown, straight: (managed: Managed, pool: Pool) => Promise<T>): Promise<T> {
  const app = await findRunningApp();
  if (app !== undefined) return await callApp(`${app.url}/api/v1/collectors${path}`, method, body) as T;
  return withDatabase(async () => {
    const [{ pool }, manage, codes, reads] = await Promise.all([import("@/lib/db/client"), import("@/lib/collectors/manage"), import("@/lib/collectors/codes"), import("@/lib/collectors/reads")]);
    return straight({ ...manage, ...codes, ...reads }, pool());
  });
}

const change = <T>(id: string, body: object, straight: (managed: Managed, pool: Pool) => Promise<T>) => through<T>("PATCH", `/${encodeURIComponent(id)}`, body, straight);
const print = (text: string) => { process.stdout.write(`${text}\n`); };
/** Names come from outside: no control character reaches the terminal. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, " ");
const day = (iso: string | null) => (iso === null ? "never" : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`);

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a whole number is expected.");
  return Number(text);
}
const gather = (host: string, before: string[]) => [...before, host];

function printToken(given: GivenToken, format: string, sentence: string): void {
  if (format === "json") {
    print(JSON.stringify(given));
    return;
  }
  print(`${sentence} Its token is shown this once:`);
  print(given.token);
  print(`Its epoch is ${given.epoch}; sequence begins at 1.`);
}

const WORDS = { revoked: "revoked", pending: "waits for approval", "two-senders": "two senders", refused: "refused", overdue: "overdue", silent: "nothing sent yet", active: "active" } as const;

function printCollectors(items: readonly CollectorItem[]): void {
  const table = new Table({ head: ["ID", "Name", "Kind", "State", "Last contact", "Last accepted", "Refused"], style: { head: [], border: [] } });
  for (const item of items) table.push([item.publicId, plain(item.name), item.kind, WORDS[standingOf(item, Date.now())], day(item.lastSeenAt), day(item.lastAcceptedAt), String(item.refused)]);
  print(items.length === 0 ? "There is no collector; quiesce collector create makes one." : table.toString());
}

function printCodes(items: readonly EnrolmentCodeItem[]): void {
  const table = new Table({ head: ["Begins with", "Scope", "Kind", "State", "Used", "Approval", "Expires"], style: { head: [], border: [] } });
  for (const item of items) table.push([item.hint, plain(item.scope), item.kind, item.state, `${item.uses} of ${item.maxUses}`, item.autoApprove ? "at once" : "by an admin", day(item.expiresAt)]);
  print(items.length === 0 ? "There is no enrolment code; quiesce collector code create makes one." : table.toString());
}

const format = () => new Option("--format <format>", "how to print").choices(["table", "json"]).default("table");
const kind = () => new Option("--kind <kind>", "host: bound to one host by its first inventory; management-server: sends for listed hosts").choices(COLLECTOR_KINDS).default("host");
const TAKES = "<id>";
const TAKES_TEXT = "its id, our id, or its name when no other collector has it";

/** `quiesce collector …`: the senders of this estate and the codes by which they enrol. */
export function addCollectorCommand(program: Command): void {
  const collector = program.command("collector").description("make, list, approve, rotate, reset and revoke collectors, which send inventories over the network");
  collector.addHelpText("after", "\nExit codes: 0 done; 1 it did not work; 2 the command is not understood.");

  collector.command("create").description("make a collector and print its token, once")
    .argument("<name>", "name for lists").addOption(kind()).option("--scope <text>", "what it is for")
    .option("--host <name>", "a host that a management server may speak for, repeatable; * is every host", gather, [])
    .addOption(format())
    .action(async (name: string, options: { kind: CollectorKind; scope?: string; host: string[]; format: string }) => {
      const made = { kind: options.kind, name, scope: options.scope ?? null, hosts: options.host };
      printToken(await through<GivenToken>("POST", "", made, (managed, pool) => managed.createCollector(pool, made, Date.now())), options.format, `Collector ${plain(name)} is made.`);
    });
  collector.command("list").description("list collectors and how each stands").addOption(format())
    .action(async (options: { format: string }) => {
      const { items } = await through("GET", "", undefined, async (managed, pool) => ({ items: await managed.listCollectors(pool) }));
      if (options.format === "json") print(JSON.stringify(items));
      else printCollectors(items);
    });
  collector.command("rotate").description("give a new token; the one before stays valid for a time").argument(TAKES, TAKES_TEXT)
    .option("--overlap-days <days>", "for which the token before stays valid", whole, 7).addOption(format())
    .action(async (id: string, options: { overlapDays: number; format: string }) => {
      const { overlapDays } = options;
      printToken(await change<GivenToken>(id, { action: "rotate", overlapDays }, (managed, pool) => managed.rotateCollector(pool, id, { overlapDays, now: Date.now() })), options.format, `The token before is valid for ${overlapDays} more days.`);
    });
  collector.command("approve").description("let a waiting collector send").argument(TAKES, TAKES_TEXT)
    .option("--host <name>", "instead approve this host of a management server, repeatable", gather, [])
    .action(async (id: string, { host }: { host: string[] }) => {
      if (host.length > 0) await change(id, { action: "hosts", approve: host }, (managed, pool) => managed.settleHosts(pool, id, { approve: host }, Date.now()));
      else await change(id, { action: "approve" }, (managed, pool) => managed.approveCollector(pool, id, Date.now()));
      print(host.length > 0 ? `${host.length} ${host.length === 1 ? "host is" : "hosts are"} approved for ${plain(id)}.` : `${plain(id)} is approved.`);
    });
  collector.command("revoke").description("end a collector: its next request is refused").argument(TAKES, TAKES_TEXT)
    .action(async (id: string) => {
      await change(id, { action: "revoke" }, (managed, pool) => managed.revokeCollector(pool, id, Date.now()));
      print(`${plain(id)} is revoked; what it sent is kept.`);
    });
  collector.command("reset").description("give a new epoch and free the token for the host that sends next").argument(TAKES, TAKES_TEXT)
    .action(async (id: string) => {
      const { epoch } = await change(id, { action: "reset" }, (managed, pool) => managed.resetCollector(pool, id));
      print(`${plain(id)} has the epoch ${epoch}; its sequence begins at 1.`);
    });
  addCodeCommands(collector.command("code").description("codes that collectors trade for a credential"));
}

interface CodeOptions {
  kind: CollectorKind;
  uses: number;
  hours: number;
  interval: number;
  autoApprove?: true;
  format: string;
}

function addCodeCommands(code: Command): void {
  code.command("create").description("make an enrolment code and print it, once").argument("<scope>", "what it is for, such as a site or a cluster").addOption(kind())
    .option("--uses <count>", "how many collectors it enrols", whole, 1).option("--hours <hours>", "for which it is valid", whole, 24)
    .option("--interval <seconds>", "how often its collectors send", whole, 3600).option("--auto-approve", "its collectors send at once, without an admin's approval").addOption(format())
    .action(async (scope: string, options: CodeOptions) => {
      const made = { scope, kind: options.kind, maxUses: options.uses, autoApprove: options.autoApprove === true, intervalSeconds: options.interval, expiresInHours: options.hours };
      const given = await through("POST", "/enrolment-codes", made, (managed, pool) => managed.createCode(pool, made, Date.now()));
      if (options.format === "json") print(JSON.stringify(given));
      else print(`The code for ${plain(scope)} is valid until ${day(given.expiresAt)} and is shown this once:\n${given.code}`);
    });
  code.command("list").description("list enrolment codes").addOption(format())
    .action(async (options: { format: string }) => {
      const { items } = await through("GET", "/enrolment-codes", undefined, async (managed, pool) => ({ items: await managed.listCodes(pool, Date.now()) }));
      if (options.format === "json") print(JSON.stringify(items));
      else printCodes(items);
    });
  code.command("revoke").description("end a code; the collectors that it enrolled stay").argument("<code>", "its id, or its first characters when no other code has them")
    .action(async (id: string) => {
      await through("DELETE", `/enrolment-codes/${encodeURIComponent(id)}`, undefined, (managed, pool) => managed.revokeCode(pool, id, Date.now()));
      print(`The code ${plain(id)} is revoked.`);
    });
}
