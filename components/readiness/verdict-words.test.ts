import { describe, expect, it } from "vitest";
import { CLASSES, VERDICTS } from "@/lib/judge/judgement";
import { headline, shortWord } from "./verdict-words";

const crash = { verdict: "live-crash", class: "weaker", coverage: "full", atBest: false } as const;

describe("headline", () => {
  it("says ready of a ready VM only", () => {
    for (const verdict of VERDICTS) {
      for (const of of CLASSES) {
        const text = headline({ verdict, class: of, coverage: "full", atBest: false }, []);
        if (of !== "ready") expect(text).not.toMatch(/^Ready/);
      }
    }
    expect(headline({ verdict: "live-application", class: "ready", coverage: "full", atBest: false }, [])).toMatch(/^Ready:/);
  });

  it("names what is left out, and at best where facts are missing", () => {
    expect(headline({ ...crash, verdict: "live-application", coverage: "partial" }, [])).toBe("Live, applications consistent, but some data is left out");
    expect(headline({ ...crash, atBest: true }, [])).toBe("At best live, but like a power cut");
    expect(shortWord({ verdict: "live-crash", atBest: true })).toBe("At best live, crash only");
  });

  it("gives way to the truer headline of an unread guest", () => {
    expect(headline({ verdict: "unknown", class: "unknown", coverage: "unknown", atBest: false }, ["guest-not-verified"])).toBe("Host side ready, guest not verified");
  });
});
