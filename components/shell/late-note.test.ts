import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AgeMark, LateMark } from "@/components/readiness/age-mark";
import { LateNote } from "./late-note";

const asked = "2026-05-18T12:00:00.000Z";
const textOf = (element: React.ReactElement) => renderToStaticMarkup(element).replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
const note = (since: string | null) => textOf(createElement(LateNote, { asked, late: { hosts: 5, vms: 9, since, first: ["HV1", "HV2", "HV3"].map((name) => ({ id: name, name, filter: { host: [name] } })) } }));

it("tells of verdicts that time has overtaken from the first second on, and names the hosts", () => {
  expect(note(null)).toBe("");
  expect(note("2026-05-18T11:59:59.000Z")).toBe("5 hosts wait to be judged again. HV1, HV2, HV3 and 2 more: time alone changed what is true of their 9 VMs, such as a limit of age that passed. That takes about a minute; until then verdicts and counts are still those of before.");
  expect(note("2026-05-18T11:00:00.000Z")).toContain("the first for 1 h. HV1, HV2, HV3 and 2 more: time alone changed what is true of their 9 VMs, such as a limit of age that passed. Until they are judged, count them as unknown;");
});

it("marks a VM in words, not by colour alone", () => {
  const of = { fresh: true, overdue: false, lateSince: null };
  const marks = (over: Partial<{ fresh: boolean; overdue: boolean; lateSince: string | null }>) => [LateMark, AgeMark].map((mark) => textOf(createElement(mark, { of: { ...of, ...over } })).trim());
  expect([marks({}), marks({ overdue: true }), marks({ fresh: false, overdue: true }), marks({ lateSince: asked })])
    .toEqual([["", ""], ["", "overdue"], ["", "too old"], ["to be judged again", ""]]);
});
