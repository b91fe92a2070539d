/** A place as the parser names it (`hosts[0].vms[3].name`) as a JSON pointer (RFC 6901); "" for the whole document. */
export function pointerOf(place: string): string {
  if (!/^[^\s,$][^\s]*$/.test(place)) return "";
  const parts = place.split(".").flatMap((part) => [...part.matchAll(/^[^[]+|\[(\d*)\]/g)].map((match) => match[1] ?? match[0]));
  return parts.map((part) => `/${escaped(part)}`).join("");
}

function escaped(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * The pointer of the first place in a document that a path with open lists (`hosts[].vms[].mood`) names. A key may hold
 * dots and brackets, so each own key that begins the path is tried. Where the key cannot be found again, because it was
 * cut for people, the record that had it.
 */
export function firstPointer(document: unknown, path: string): string {
  const found = find(document, path);
  if (found !== null) return found;
  const parent = path.replace(/\.?[^.[\]]*$/, "");
  return parent === path || parent === "" ? "" : firstPointer(document, parent);
}

function find(value: unknown, path: string): string | null {
  if (path === "") return "";
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    if (!path.startsWith("[]")) return null;
    const rest = path.slice(path[2] === "." ? 3 : 2);
    for (const [index, entry] of value.entries()) {
      const inner = find(entry, rest);
      if (inner !== null) return `/${index}${inner}`;
    }
    return null;
  }
  for (const [key, child] of Object.entries(value)) {
    if (!path.startsWith(key)) continue;
    const rest = path.slice(key.length);
    if (rest !== "" && !/^[.[]/.test(rest)) continue;
    const inner = find(child, rest.startsWith(".") ? rest.slice(1) : rest);
    if (inner !== null) return `/${escaped(key)}${inner}`;
  }
  return null;
}
