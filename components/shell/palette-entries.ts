import { counted } from "@/components/ui/numbers";
import type { IconName } from "@/components/ui/icon-names";
import type { SearchHits } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";
import type { VerdictId } from "@/lib/judge/judgement";
import { DOINGS, NAV_LINKS } from "./nav-links";

export interface PaletteEntry {
  href: string;
  label: string;
  note: string;
  icon: IconName;
  verdict?: VerdictId;
  /** The label is a name that was read, not our word. */
  theirs: boolean;
}

/** What the palette shows for these words: VMs, hosts, requirements, pages, and the list of all VMs so named as the last. */
export function paletteEntries(words: string, hits: SearchHits | null): PaletteEntry[] {
  const pages = NAV_LINKS.filter((link) => link.label.toLowerCase().includes(words.toLowerCase()))
    .map((link): PaletteEntry => ({ href: link.href, label: link.label, note: "Page", icon: link.icon, theirs: false }));
  if (words === "") return pages;
  const doings = DOINGS.filter((of) => of.label.toLowerCase().includes(words.toLowerCase()))
    .map((of): PaletteEntry => ({ href: of.href, label: of.label, note: "", icon: of.icon, theirs: false }));
  if (hits === null) return [...pages, ...doings];
  const vms = hits.vms.map((vm): PaletteEntry => ({ href: `/vms/${vm.id}`, label: vm.name, note: vm.host, icon: "monitor", verdict: vm.verdict, theirs: true }));
  const hosts = hits.hosts.map((host): PaletteEntry => ({ href: `/hosts/${host.id}`, label: host.name, note: "Host", icon: "server", theirs: true }));
  const requirements = hits.requirements.map((of): PaletteEntry => ({ href: `/requirements/${of.id}`, label: of.title, note: of.id, icon: "list-checks", theirs: false }));
  const all: PaletteEntry[] = hits.vmCount === 0 ? [] : [{
    href: vmsHref({ q: words }), label: `List the ${counted(hits.vmCount, "VM")} whose name contains “${words}”`, note: "", icon: "funnel", theirs: false,
  }];
  return [...vms, ...hosts, ...requirements, ...pages, ...doings, ...all];
}
