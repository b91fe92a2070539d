import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "@/lib/judge/fix";
import { enrolWays } from "./enrol-commands";

const target = { server: "https://quiesce.example.org", code: "qec_abc", kind: "host" } as const;

describe("commands that enrol collectors", () => {
  it("gives one way each for this host, a cluster, a list and a deployment, and only the first for a management server", () => {
    expect(enrolWays(target).map((way) => way.id)).toEqual(["here", "cluster", "list", "deployment"]);
    expect(enrolWays({ ...target, kind: "management-server" })).toMatchObject([{ id: "here", command: expect.stringContaining("-Kind management-server") }]);
  });

  it("names server and code, but never the code in the deployment, which reads it from a file", () => {
    const [here, cluster, list, deployment] = enrolWays(target);
    for (const way of [here, cluster, list]) expect(way?.command).toContain("'qec_abc'");
    expect(deployment?.command).not.toContain("qec_abc");
    for (const way of enrolWays(target)) expect(way.command).toContain("'https://quiesce.example.org'");
  });

  it("keeps any text as data: outside its own quoted string nothing of it is in a command", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (server, code) => {
      const marker = "https://marker.example";
      for (const [index, way] of enrolWays({ server: marker, code: "qec_marker", kind: "host" }).entries()) {
        const hostile = enrolWays({ server, code, kind: "host" })[index]?.command;
        expect(hostile).toBe(way.command.replaceAll(quote(marker), () => quote(server)).replaceAll(quote("qec_marker"), () => quote(code)));
      }
    }));
  });
});
