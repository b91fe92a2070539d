const WIDTHS = ["w-11/12", "w-8/12", "w-10/12", "w-6/12", "w-9/12"] as const;

/** Rows of the real height, so that nothing jumps when the data arrives. Shown after 150 ms; it does not shimmer. */
export function SkeletonRows({ rows = 10, heads }: { rows?: number; heads: readonly string[] }) {
  return (
    <div className="panel overflow-hidden" aria-busy="true">
      <table className="tbl dense" aria-label="Loading">
        <thead>
          <tr>{heads.map((head) => <th key={head}>{head}</th>)}</tr>
        </thead>
        <tbody className="skel-page">
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {heads.map((head, column) => (
                <td key={head}><span className={`skel ${WIDTHS[(row + column) % WIDTHS.length] ?? "w-full"}`} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading and some lines in the place of a sentence and a bar. */
export function SkeletonHero() {
  return (
    <div className="skel-page grid gap-4" aria-busy="true">
      <span className="skel h-7 w-8/12" />
      <span className="skel w-6/12" />
      <span className="skel mt-3 h-7 w-full" />
    </div>
  );
}
