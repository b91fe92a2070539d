import fs from "node:fs";
import path from "node:path";

const ENTRY = "Invoke-QuiesceCollection";

/**
 * The script files of a folder, each one function of the file's name.
 * @param {string} folder
 * @returns {Map<string, string>} function name to text
 */
function functionsOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ps1")).sort();
  return new Map(files.map((file) => [path.basename(file, ".ps1"), fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n")]));
}

/**
 * The entry and every function whose name stands in one that is reached, in the order of their names.
 * @param {Map<string, string>} all
 */
function reached(all) {
  const found = new Set([ENTRY]);
  for (const name of found) {
    const text = all.get(name);
    if (text === undefined) throw new Error(`${name} is not in the module`);
    for (const word of text.match(/[A-Za-z]+-[A-Za-z]+/g) ?? []) if (all.has(word)) found.add(word);
  }
  return [...found].sort();
}

/**
 * A script without comments that fill lines and without empty lines: a console without PSReadLine ends a paste at an empty line.
 * @param {string} text
 * @returns {string}
 */
export function pasteable(text) {
  const kept = [];
  let inComment = false;
  let ends = "";
  for (const line of text.split("\n")) {
    const bare = line.trim();
    if (ends !== "") {
      kept.push(line);
      if (line.startsWith(ends)) ends = "";
      continue;
    }
    if (inComment) {
      inComment = !bare.endsWith("#>");
      continue;
    }
    if (bare.startsWith("<#")) {
      inComment = !bare.endsWith("#>");
      continue;
    }
    if (bare === "" || bare.startsWith("#")) continue;
    if (/@['"]$/.test(bare)) ends = `${bare.at(-1)}@`;
    kept.push(line.trimEnd());
  }
  return kept.join("\n");
}

/**
 * The collection as one script that is run as a file or pasted into a console; it leaves nothing behind in the session.
 * @param {{ moduleFolder: string, version: string }} of
 * @returns {string}
 */
export function singleFile({ moduleFolder, version }) {
  // Other public commands are named in advice to people and never called.
  const entry = functionsOf(path.join(moduleFolder, "Public")).get(ENTRY);
  const all = new Map([...functionsOf(path.join(moduleFolder, "Private")), [ENTRY, entry ?? ""]]);
  const names = reached(all);
  const body = names.map((name) => pasteable(all.get(name) ?? "")).join("\n");
  return `# Quiesce collector ${version}, first look: reads this Hyper-V host, changes nothing, and writes one JSON file.
# Made from the module by scripts/collector-release.mjs. Run it as a file, or paste all of it into an elevated PowerShell.
#   .\\quiesce-collect.ps1 -OutFile D:\\quiesce.json
& {
param([string] $OutFile)
if (-not $OutFile) { $OutFile = [IO.Path]::Combine($PWD.ProviderPath, "quiesce-$([Environment]::MachineName).json") }
$collector = New-Module -Name Quiesce -ScriptBlock {
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$script:QuiesceRoot = ''
$script:QuiesceModuleVersion = '${version}'
${body}
Export-ModuleMember -Function @()
}
& $collector { param($file) ${ENTRY} -OutFile $file } $OutFile
} @args
`;
}
