/**
 * A name that came from outside. `bdi` keeps right-to-left text from turning the line round; an empty name is said, and
 * never shown as nothing.
 */
export function Name({ children }: { children: string }) {
  if (children.trim() === "") return <span className="faint">(no name)</span>;
  return <bdi className="name">{children}</bdi>;
}
