/** Whether a cursor's text is a time as we write it and Postgres reads it: ISO, UTC, milliseconds, four digits of year. */
export function isCursorTime(text: string): boolean {
  const at = /^[1-9]\d{3}-/.test(text) ? new Date(text) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString() === text;
}
