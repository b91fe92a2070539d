const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Age in one unit: `31 min`, `41 h`, `6 d`, `400+ d`. Times after `now` read as `0 min`. */
export function age(at: string, now: string): string {
  const passed = Math.max(0, Date.parse(now) - Date.parse(at));
  if (Number.isNaN(passed)) return "–";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < 2 * DAY) return `${Math.floor(passed / HOUR)} h`;
  const days = Math.floor(passed / DAY);
  return days > 400 ? "400+ d" : `${days} d`;
}

function offset(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const sign = minutes < 0 ? "−" : "+";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${sign}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** `18 May 2026, 09:40` in the server's zone, and that zone's offset at that time. */
export function instant(at: string): { text: string; offset: string } {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return { text: at, offset: "" };
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const clock = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return { text: `${day}, ${clock}`, offset: offset(date) };
}
