/** The product's mark, a wave that comes to rest, and its name. */
export function Wordmark() {
  return (
    <>
      <svg className="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M1.5 12C2.6 4.5 4.4 4.5 5.5 12S8.1 18 9 12s1.9-4.2 2.7 0 1.6 2.4 2.3 0h8.5" />
      </svg>
      Quiesce
    </>
  );
}
