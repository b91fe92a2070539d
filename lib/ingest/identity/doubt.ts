import { compareKeys, HOST_KEYS, type HostKey, type HostKeys } from "./host-keys";

const KEY_WORDS = { installId: "install id", hardwareUuid: "hardware UUID", fqdn: "FQDN", name: "name" } as const;

/** Why it is in doubt which of two hosts one is, in words for that one. @param by the key that both have */
export function doubtOf(keys: HostKeys, other: { keys: HostKeys; name: string }, by: HostKey): string {
  const differs = HOST_KEYS.find((key) => keys[key] !== null && other.keys[key] !== null && keys[key] !== other.keys[key]) ?? "name";
  const why = compareKeys(keys, other.keys).relation === "conflict" ? `but the ${KEY_WORDS[differs]} differs` : "and nothing tells which of them it is";
  return `Has the ${KEY_WORDS[by]} of another host (${other.name}), ${why}.`;
}
