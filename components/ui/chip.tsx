/** A small fact: label in grey, value in weight. */
export function Chip({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="chip">
      {label} <b>{children}</b>
    </span>
  );
}
