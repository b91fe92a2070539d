/**
 * The frame of a page while its data is on the way: the same bars at the same height, so that nothing jumps. Not `main`:
 * for a moment of streaming it stands beside the page that replaces it.
 */
export function LoadingFrame({ title, wide = false, children }: { title?: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <>
      <header className="top" />
      <div className={`main ${wide ? "wide" : ""}`}>
        {title === undefined ? null : <h1 className="mb-4">{title}</h1>}
        <p className="sr" role="status">Loading</p>
        {children}
      </div>
    </>
  );
}
