import { describe, expect, it } from "vitest";
import type { CollectorItem } from "@/lib/collectors/contract";
import { clockText, collectorsHref, flagsOf, isNamed, ranked, standingCounts } from "./collector-words";

const NOW = Date.parse("2026-11-22T12:00:00.000Z");
const quiet: CollectorItem = {
  id: "00000000-0000-4000-8000-000000000001", publicId: "abc", kind: "host", name: "HV-1", state: "active", scope: "Rome", epoch: 1, createdAt: "2026-11-01T00:00:00.000Z", approvedAt: null, revokedAt: null,
  hostId: null, hostName: null, fqdn: null, installId: null, hardwareUuid: null, version: "1.0.0", psVersion: "5.1", psEdition: "Desktop", language: "de-DE", elevated: true, runAs: "SYSTEM",
  contract: "quiesce.inventory/1", intervalSeconds: 3600, lastSeenAt: "2026-11-22T11:30:00.000Z", lastAcceptedAt: "2026-11-22T11:30:00.000Z", lastRefusedAt: null, lastRefusal: null, refused: 0,
  clockOffsetSeconds: 0, dropped: 0, conflict: null, unread: [], quarantined: 0, pendingHosts: 0, dueAt: "2026-11-22T13:30:00.000Z",
};

describe("words of collectors", () => {
  it("puts what asks for somebody first; a refused one is refused and not overdue", () => {
    const given = [
      quiet, { ...quiet, name: "late", dueAt: "2026-11-22T11:00:00.000Z" }, { ...quiet, name: "refused", refused: 3, dueAt: "2026-11-22T11:00:00.000Z" },
      { ...quiet, name: "clone", conflict: "two-senders" as const }, { ...quiet, name: "new", state: "pending" as const }, { ...quiet, name: "old", state: "revoked" as const },
    ];
    expect(ranked(given, NOW).map((row) => [row.of.name, row.standing])).toEqual([
      ["clone", "two-senders"], ["refused", "refused"], ["new", "pending"], ["late", "overdue"], ["HV-1", "active"], ["old", "revoked"],
    ]);
  });

  it("flags clock, unread parts and drops, and nothing on a quiet one", () => {
    expect(flagsOf(quiet)).toEqual([]);
    expect(flagsOf({ ...quiet, clockOffsetSeconds: -90_000, dropped: 1, unread: [{ host: "HV-1", section: "host-vss", reason: "denied", text: "", mend: null }] }))
      .toEqual(["Clock 25 h behind.", "1 part could not be read.", "1 document dropped unsent."]);
    expect(clockText(700)).toBe("12 min ahead of the server’s");
  });

  it("finds a collector by its own name and by its host's, and counts each standing of what was found", () => {
    expect(isNamed(quiet, "hv-")).toBe(true);
    expect(isNamed({ ...quiet, name: "sender", fqdn: "rome-1.example" }, "ROME")).toBe(true);
    expect(isNamed(quiet, "rome")).toBe(false);
    expect(standingCounts(ranked([quiet, { ...quiet, refused: 1 }], NOW))).toMatchObject({ active: 1, refused: 1, overdue: 0 });
    expect(collectorsHref({ q: "a&b", standing: "refused", page: 2 })).toBe("/collectors?q=a%26b&state=refused&page=2");
  });
});
