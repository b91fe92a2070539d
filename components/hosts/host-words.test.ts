import { describe, expect, it } from "vitest";
import { clockSentence, hostsHref } from "./host-words";

describe("words of a host", () => {
  it("flags a clock that is more than ten minutes off, in either direction", () => {
    expect(clockSentence(null)).toBeNull();
    expect(clockSentence(600)).toBeNull();
    expect(clockSentence(-601)).toBe("Its clock is 10 min behind the server’s; times of its facts are corrected by that.");
    expect(clockSentence(86_400)).toBe("Its clock is 24 h ahead of the server’s; times of its facts are corrected by that.");
  });

  it("keeps words and state in the address, and no first page", () => {
    expect(hostsHref({})).toBe("/hosts");
    expect(hostsHref({ q: "hv & co", state: "overdue", page: 2 })).toBe("/hosts?q=hv+%26+co&state=overdue&page=2");
  });
});
