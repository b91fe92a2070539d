import { age } from "@/components/ui/time";

export interface Evidence {
  source: string;
  reading: string;
  readAt: string | null;
  /** The guest wrote it about itself. */
  byGuest?: boolean;
}

/** Where each reading came from, as it was read, and how old it is. Never shortened. */
export function EvidenceList({ of, now }: { of: readonly Evidence[]; now: string }) {
  return (
    <table className="evidence">
      <caption className="sr">Evidence</caption>
      <tbody>
        {of.map((row, index) => (
          <tr key={`${index}-${row.source}`}>
            <td>{row.source}{row.byGuest === true ? <div className="faint">written by the guest</div> : null}</td>
            <td className="mono"><bdi>{row.reading}</bdi></td>
            <td>{row.readAt === null ? "time not known" : <time dateTime={row.readAt}>{age(row.readAt, now)}</time>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
