interface SectionProps {
  title: string;
  id: string;
  lede?: React.ReactNode;
  action?: React.ReactNode;
  children: React.ReactNode;
  first?: boolean;
}

/** A named part of a page: heading with one line under it, a link at the right, content. */
export function Section({ title, id, lede, action, children, first = false }: SectionProps) {
  return (
    <section className={first ? "" : "section"} aria-labelledby={id}>
      <div className="head mb-3">
        <div>
          <h2 id={id}>{title}</h2>
          {lede ? <p className="lede">{lede}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
