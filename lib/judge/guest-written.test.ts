import { expect, test } from "vitest";
import { aGuest, aHost, aVm, READ_AT } from "@/lib/inventory/testing";
import { judge } from "./judge";
import { DEFAULT_POLICY } from "./policy";
import { settingsFor } from "./settings";
import { worseOf } from "./worse-of";

const now = Date.parse(READ_AT) + 3_600_000;
const target = { clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null };
const accepting = settingsFor(DEFAULT_POLICY)(target);
const refusing = settingsFor({ ...DEFAULT_POLICY, estate: { ...DEFAULT_POLICY.estate, guestWritten: "refuse" } })(target);
const subjectWith = (evidence: string) => ({ host: aHost("2022"), cluster: null, vm: aVm("2022", "windows", { guest: { ...aGuest("2022"), evidence } }) });

test.each(["kvp-guest", "script", "file"])("what a guest wrote itself (%s) counts and is marked; a policy may refuse it, then it is unknown with the reason", (evidence) => {
  const counted = judge(subjectWith(evidence), { settings: accepting, now });
  expect(counted.verdict.class).toBe("ready");
  const fromGuest = counted.findings.flatMap((finding) => finding.evidence.filter((each) => each.fact.startsWith("guest.")));
  expect(fromGuest.length).toBeGreaterThan(0);
  expect(fromGuest.every((each) => each.guestWritten === true)).toBe(true);
  expect(counted.findings.flatMap((finding) => finding.evidence).some((each) => !each.fact.startsWith("guest.") && each.guestWritten === true)).toBe(false);

  const refused = judge(subjectWith(evidence), { settings: refusing, now });
  expect(refused.verdict.class).toBe("unknown");
  const services = refused.findings.find((finding) => finding.requirement === "guest-svc-core");
  expect(services).toMatchObject({ status: "unknown" });
  expect(services?.missing[0]?.text).toContain(`(${evidence}), which the policy refuses`);
});

test("what a credential read inside the guest is not marked, and no policy refuses it", () => {
  const judged = judge(subjectWith("psdirect"), { settings: refusing, now });
  expect(judged.verdict.class).toBe("ready");
  expect(judged.findings.flatMap((finding) => finding.evidence).some((each) => each.guestWritten === true)).toBe(false);
});

test("where host and guest speak of the freeze daemon, the worse wins", () => {
  const vm = aVm("2022", "linux");
  const integration = (vm.integration ?? []).map((each) => (each.role === "vss" ? { ...each, primaryStatus: "NoContact" } : each));
  const finding = (of: typeof vm) => judge({ host: aHost("2022"), cluster: null, vm: of }, { settings: accepting, now }).findings.find((each) => each.requirement === "linux-vss-daemon");
  expect(finding(vm)?.status).toBe("pass");
  expect(finding({ ...vm, integration })?.status).toBe("fail");
});

test("another node may lower a verdict, and never raise it or count what is counted apart", () => {
  const judgeWith = (over: Parameters<typeof aVm>[2]) => judge({ host: aHost("2022"), cluster: null, vm: aVm("2022", "windows", over) }, { settings: accepting, now });
  const ready = judgeWith({});
  const unknown = judgeWith({ guest: null });
  const off = judgeWith({ state: "Off", stateRaw: 3 });
  expect([ready, unknown, off].map((each) => each.verdict.class)).toEqual(["ready", "unknown", "offline"]);
  expect(worseOf(ready, unknown)).toBe(unknown);
  expect(worseOf(unknown, ready)).toBe(unknown);
  expect(worseOf(off, ready)).toBe(off);
  expect(worseOf(ready, off)).toBe(ready);
});
