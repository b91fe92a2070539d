/** An instant as findings word it, `2026-05-16 07:40 UTC`: an age would be wrong by the time it is read. `at` in ms since 1970. */
export function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
