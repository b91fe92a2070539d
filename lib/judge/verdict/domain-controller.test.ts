import { expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW } from "@/lib/inventory/testing";
import { judgeHost } from "../judge-host";
import { DEFAULT_POLICY } from "../policy";

function controllerOn(release: HostRelease, serviceMode: string) {
  const vm = aVm(release);
  if (vm.guest !== null) vm.guest.productType = 2;
  for (const service of vm.guest?.services ?? []) if (service.name === "VSS") service.startMode = serviceMode;
  const [judged] = judgeHost({ host: aHost(release), cluster: null, vms: [vm] }, DEFAULT_POLICY, NOW);
  return { verdict: judged?.verdict.verdict, finding: judged?.findings.find((entry) => entry.requirement === "guest-dc") };
}

it("warns high of a domain controller that is backed up below live-application", () => {
  const { verdict, finding } = controllerOn("2019", "Disabled");
  expect(verdict).toBe("live-crash");
  expect(finding).toMatchObject({ status: "warning", effect: "warn", high: true, hits: ["below-application"], observed: "live-crash" });
});
it("says nothing of one that is ready, or on an older host", () => {
  expect(controllerOn("2019", "Manual")).toMatchObject({ verdict: "live-application", finding: { status: "pass", high: false } });
  expect(controllerOn("2012R2", "Disabled").finding).toMatchObject({ status: "not-applicable" });
});
