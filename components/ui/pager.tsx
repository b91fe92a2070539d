import Link from "next/link";

/** Steps to the page before and after; nothing where all rows are on one. `size`: rows of a page. */
export function Pager({ label, page, pages, size, href }: { label: string; page: number; pages: number; size: number; href: (page: number) => string }) {
  if (pages <= 1) return null;
  return (
    <nav className="pager mt-3" aria-label={label}>
      {page === 1 ? null : <Link className="btn" prefetch={false} rel="prev" href={href(page - 1)}>Previous {size}</Link>}
      {page === pages ? null : <Link className="btn" prefetch={false} rel="next" href={href(page + 1)}>Next {size}</Link>}
    </nav>
  );
}
