import { Icon } from "@/components/ui/icon";
import type { HostStateId } from "@/lib/estate/contract";
import { HOST_STATE_WORDS } from "./host-words";

/** The state of a host as icon and word. */
export function HostState({ of }: { of: HostStateId }) {
  const { word, icon, look } = HOST_STATE_WORDS[of];
  return <span className={`v ${look}`}><Icon name={icon} />{word}</span>;
}
