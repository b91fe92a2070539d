import { describe, expect, it } from "vitest";
import { VERDICTS } from "@/lib/judge/judgement";
import { agreement } from "./witness-words";

describe("the host's VSS writer beside the verdict", () => {
  it("agrees where both say online or both say saved state", () => {
    expect(VERDICTS.filter((of) => agreement("online", of).word === "agrees")).toEqual(["live-application", "live-filesystem", "live-unverified", "live-crash"]);
    expect(VERDICTS.filter((of) => agreement("saved-state", of).word === "agrees")).toEqual(["saved-state"]);
  });

  it("never agrees or disagrees with an open verdict, a VM that does not run, or a method it does not know", () => {
    for (const of of ["unknown", "offline", "excluded"] as const) expect(agreement("online", of).word).toBe("silent");
    for (const of of VERDICTS) expect(agreement("unknown", of).word).toBe("silent");
  });

  it("says both sides where they differ", () => {
    expect(agreement("saved-state", "live-application")).toMatchObject({ word: "disagrees", because: expect.stringContaining("runs on") });
    expect(agreement("online", "saved-state")).toMatchObject({ word: "disagrees", because: expect.stringContaining("pauses") });
    expect(agreement("online", "will-fail").because).toContain("does not foresee");
  });
});
