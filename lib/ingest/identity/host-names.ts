/** A name that a host had, from its first sight on. */
export interface HostName {
  name: string;
  fqdn: string | null;
  /** ISO. */
  from: string;
}

const sameName = (one: HostName, other: HostName) => one.name === other.name && (one.fqdn === other.fqdn || one.fqdn === null || other.fqdn === null);

/** Names oldest first, none twice in a row. */
export function namesInOrder(names: readonly HostName[]): HostName[] {
  const joined: HostName[] = [];
  for (const each of [...names].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (last !== undefined && sameName(last, each)) last.fqdn ??= each.fqdn;
    else joined.push({ ...each });
  }
  return joined;
}

/** What a document tells of a host's name, as one text. @param at ISO */
export const telling = (name: string, at: string) => `${at} ${name}`;

/**
 * Names of a host that was read again from its kept documents, with those that pruned documents said.
 * @param told what a document said that is kept, was removed, or said it at another time: what was stored of it does not
 *   count any more
 */
export function withPrunedNames(names: readonly HostName[], stored: readonly HostName[], told: ReadonlySet<string>): HostName[] {
  return namesInOrder([...stored.filter((name) => !told.has(telling(name.name, name.from))), ...names]);
}
