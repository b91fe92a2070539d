import { problemText } from "@/components/imports/problem-text";
import type { GivenToken } from "@/lib/collectors/contract";

export type CollectorChange =
  | { action: "approve" | "revoke" | "reset" | "rotate" }
  | { action: "rename"; name: string }
  | { action: "hosts"; approve: readonly string[]; refuse: readonly string[] };

async function send(method: string, href: string, body?: unknown): Promise<Response> {
  const answer = await fetch(href, { method, ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(problemText(answer.status, await answer.text()));
  return answer;
}

/** Changes a collector. @throws Error with a sentence for people */
export async function changeCollector(publicId: string, change: CollectorChange): Promise<void> {
  await send("PATCH", `/api/v1/collectors/${publicId}`, change);
}

/** Gives a collector a new token; the old one holds until its overlap ends. @throws Error with a sentence for people */
export async function rotateCollector(publicId: string): Promise<GivenToken> {
  return await (await send("PATCH", `/api/v1/collectors/${publicId}`, { action: "rotate" })).json() as GivenToken;
}

export interface CodeWish {
  scope: string;
  kind: "host" | "management-server";
  maxUses: number;
  expiresInHours: number;
  autoApprove: boolean;
  intervalSeconds: number;
}
/** Makes an enrolment code, which is told this once. @throws Error with a sentence for people */
export async function makeCode(wish: CodeWish): Promise<{ code: string; expiresAt: string }> {
  return await (await send("POST", "/api/v1/collectors/enrolment-codes", wish)).json() as { code: string; expiresAt: string };
}
