import { Icon } from "@/components/ui/icon";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { VmDetail } from "@/lib/estate/contract";
import type { Integration } from "@/lib/inventory/document";
import { Unread } from "./unread";

const ROLES: Readonly<Record<string, string>> = {
  vss: "Backup (volume shadow copy)", heartbeat: "Heartbeat", kvp: "Data exchange (KVP)", shutdown: "Guest shutdown", timesync: "Time synchronisation",
  "guest-service-interface": "Guest service interface",
};

function look(of: Integration, running: boolean): { look: string; icon: "circle-check" | "circle-dashed" | "minus" | "octagon-x" | "triangle-exclamation-point"; text: string } {
  if (of.enabled === null) return { look: "is-unknown", icon: "circle-dashed", text: "Not read" };
  if (!of.enabled) return of.role === "guest-service-interface" ? { look: "is-not-applicable", icon: "minus", text: "Off by default" } : { look: "is-fail", icon: "octagon-x", text: "Disabled" };
  if (of.primaryStatus === null && !running) return { look: "is-pass", icon: "circle-check", text: "Enabled" };
  if (of.primaryStatus === null) return { look: "is-unknown", icon: "circle-dashed", text: "Enabled, status not read" };
  if (of.primaryStatus === "Ok") return { look: "is-pass", icon: "circle-check", text: "OK" };
  return { look: "is-warning", icon: "triangle-exclamation-point", text: [of.primaryStatus, of.secondaryStatus].filter((word) => word !== null).join(", ") };
}

/** The components that the host offers to the guest, by role; the role comes from the GUID, never from the localised name. */
export function IntegrationServices({ vm }: { vm: VmDetail }) {
  const { integration } = vm.facts.vm;
  return (
    <section aria-labelledby="integration">
      <h2 id="integration">Integration services</h2>
      {integration === null ? <Unread vm={vm} fact="integration" /> : (
        <KeyValues>
          {integration.map((of, index) => {
            const shown = look(of, vm.facts.vm.state === "Running");
            return (
              <KeyValue key={of.componentId ?? index} term={ROLES[of.role ?? ""] ?? of.role ?? of.componentId ?? "Not read"}>
                <span className={`state ${shown.look}`}><Icon name={shown.icon} small />{shown.text}</span>
              </KeyValue>
            );
          })}
        </KeyValues>
      )}
    </section>
  );
}
