/** A ruled list of names and values in the aside. */
export function KeyValues({ children }: { children: React.ReactNode }) {
  return <dl className="kv">{children}</dl>;
}

export function KeyValue({ term, children, mono = false }: { term: React.ReactNode; children: React.ReactNode; mono?: boolean }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={mono ? "mono small" : ""}>{children}</dd>
    </div>
  );
}
