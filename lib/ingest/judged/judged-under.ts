import { createHash } from "node:crypto";
import packageJson from "@/package.json";
import type { Policy } from "@/lib/judge/policy";
import { REQUIREMENTS } from "@/lib/judge/requirements";

const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Version of the product and all that the requirements say; their functions are the version's. */
const PRODUCT = sha(JSON.stringify([packageJson.version, REQUIREMENTS]));

const known = new WeakMap<Policy, string>();

/** Names the rules by which a host was judged: policy with its ruleset, requirements, and version of the product. */
export function judgedUnder(policy: Policy): string {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const under = sha(`${PRODUCT} ${JSON.stringify(policy)}`);
  known.set(policy, under);
  return under;
}
