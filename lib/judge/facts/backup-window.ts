import type { Settings } from "../policy";

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/**
 * Whether a moment lies in the policy's backup window; null when the policy names none (domain.md 4.4). Ranges are local
 * to the machine that judges; one that ends before it starts runs over midnight and counts to the day it starts on.
 */
export function inBackupWindow(window: Settings["backupWindow"], moment: number): boolean | null {
  if (window.length === 0) return null;
  const when = new Date(moment);
  const day = when.getDay();
  const minute = when.getHours() * 60 + when.getMinutes();
  for (const { days, from, to } of window) {
    const start = minutes(from);
    const end = minutes(to);
    if (start <= end) {
      if (days.includes(day) && minute >= start && minute < end) return true;
    } else if ((days.includes(day) && minute >= start) || (days.includes((day + 6) % 7) && minute < end)) return true;
  }
  return false;
}

/** The moment a reading speaks of: when it was taken, else the judgement's own. */
export function momentOf(readAt: string | null, now: number): number {
  const read = readAt === null ? Number.NaN : Date.parse(readAt);
  return Number.isNaN(read) ? now : read;
}
