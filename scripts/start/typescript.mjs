import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./settings.mjs";

/**
 * Loads a module of ours that is written in TypeScript.
 * @template Module
 * @param {string} file relative to the checkout
 * @returns {Promise<Module>}
 */
export async function importTypeScript(file) {
  const { tsImport } = await import("tsx/esm/api");
  const href = pathToFileURL(path.join(root, file)).href;
  return tsImport(href, { parentURL: import.meta.url, tsconfig: path.join(root, "tsconfig.json") });
}
