import { describe, expect, it } from "vitest";
import { inBackupWindow, momentOf } from "./backup-window";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, 17 + day, hour, minute).getTime();

describe("backup window", () => {
  it("is not known when the policy names none", () => expect(inBackupWindow([], at(1, 1))).toBeNull());
  it("holds from its start to before its end, on its days", () => {
    const window = [{ days: [1], from: "20:00", to: "22:00" }];
    expect(inBackupWindow(window, at(1, 20))).toBe(true);
    expect(inBackupWindow(window, at(1, 21, 59))).toBe(true);
    expect(inBackupWindow(window, at(1, 22))).toBe(false);
    expect(inBackupWindow(window, at(2, 21))).toBe(false);
  });
  it("runs over midnight into the day after", () => {
    const window = [{ days: [6], from: "22:00", to: "06:00" }];
    expect(inBackupWindow(window, at(6, 23))).toBe(true);
    expect(inBackupWindow(window, at(0, 5))).toBe(true);
    expect(inBackupWindow(window, at(6, 5))).toBe(false);
    expect(inBackupWindow(window, at(0, 6))).toBe(false);
  });
  it("takes the time of the reading before that of the judgement", () => {
    expect(momentOf("2026-05-18T07:00:00Z", 5)).toBe(Date.parse("2026-05-18T07:00:00Z"));
    expect(momentOf(null, 5)).toBe(5);
    expect(momentOf("yesterday", 5)).toBe(5);
  });
});
