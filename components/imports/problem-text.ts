/** The sentence of a problem document (RFC 9457); the status where the answer is none. */
export function problemText(status: number, body: string): string {
  const problem = parsed(body);
  for (const key of ["detail", "title"]) {
    const text = problem.get(key);
    if (typeof text === "string") return text;
  }
  return `The app answered ${status}.`;
}

function parsed(body: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
