import { Refusal } from "./refusal.mjs";

/**
 * Refuses a Node that the dependencies do not run on (`engines` of package.json).
 * @param {string} version such as 20.19.0
 * @throws {Refusal}
 */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (!supported) {
    throw new Refusal(`Quiesce needs Node 20.19 or later, 22.13 or later, or 24; this is Node ${version}.`);
  }
}
