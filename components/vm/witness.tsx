import { Icon } from "@/components/ui/icon";
import type { VmDetail } from "@/lib/estate/contract";
import { Unread } from "./unread";
import { agreement } from "./witness-words";

const LOOK = { agrees: { icon: "circle-check", look: "is-pass" }, disagrees: { icon: "triangle-exclamation-point", look: "is-warning" }, silent: { icon: "circle-dashed", look: "is-unknown" } } as const;

/** The host's own VSS writer as an independent witness of the verdict: agrees, disagrees, or why it says nothing. */
export function Witness({ vm }: { vm: VmDetail }) {
  const component = vm.facts.vm.vssComponent;
  const said = component === null ? null : agreement(component.method, vm.verdict.verdict);
  return (
    <section aria-labelledby="witness" data-witness={said?.word ?? "absent"}>
      <h2 id="witness">The host’s own VSS writer</h2>
      {component === null || said === null ? <Unread vm={vm} fact="vssComponent" /> : (
        <>
          <p className={`state ${LOOK[said.word].look}`}><Icon name={LOOK[said.word].icon} small />{said.title}</p>
          <p className="small muted mt-1">{said.because}</p>
          <p className="small faint mt-1">Its words: <bdi className="mono wrap-any">{component.raw}</bdi></p>
        </>
      )}
    </section>
  );
}
