import { describe, expect, it } from "vitest";
import { accountSentence } from "./account-words";
import { problemText } from "./problem-text";

describe("account sentence", () => {
  it("counts what was accepted, known and refused", () => {
    expect(accountSentence({ accepted: 39, known: 1, refused: 1 })).toBe("39 accepted, 1 already known, 1 refused.");
    expect(accountSentence({ accepted: 0, known: 0, refused: 2, estate: { vms: 1, hosts: 1 } })).toBe("2 refused. The estate now has 1 VM on 1 host.");
  });

  it("does not say that an import without an account had no file: it runs or was cut off, and what it stored is kept", () => {
    expect(accountSentence({ accepted: 0, known: 0, refused: 0, estate: { vms: 0, hosts: 0 } })).toBe("It still runs or was cut off before its end. What it had stored is kept; importing the files again stores nothing twice.");
  });
});

describe("problem text", () => {
  it("reads the detail of a problem document and survives other answers", () => {
    expect(problemText(413, '{"title":"Too large","detail":"a.json has 300 MB; the limit is 256 MB."}')).toBe("a.json has 300 MB; the limit is 256 MB.");
    expect(problemText(502, "<html>")).toBe("The app answered 502.");
  });
});
