import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast, type Color,
} from "culori";
import { describe, expect, it } from "vitest";

const TEXT = 4.5;
const FILL_ON_SURFACE = 3;
const APART = 10;

const css = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");
const pairs = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)) {
  if (name !== undefined && light !== undefined && dark !== undefined) pairs.set(name, { light, dark });
}

const THEMES = ["light", "dark"] as const;
const VERDICTS = [
  "live-application", "live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail", "unknown", "offline", "excluded",
];
const FILLED = VERDICTS.slice(0, 6);

function colour(token: string, theme: (typeof THEMES)[number]): Color {
  const found = parse(pairs.get(token)?.[theme] ?? "");
  if (found === undefined) throw new Error(`The token --${token} has no ${theme} colour.`);
  return found;
}

describe.each(THEMES)("tokens, %s", (theme) => {
  const ground = ["canvas", "surface", "sunken", "accent-tint"];
  it.each(["fg", "fg-2", "fg-3", "accent"].flatMap((text) => ground.map((on) => [text, on] as const)))(
    "%s reads on %s", (text, on) => {
      expect(wcagContrast(colour(text, theme), colour(on, theme))).toBeGreaterThanOrEqual(TEXT);
    });

  it.each(VERDICTS)("the text of %s reads on its tint, on surface and on canvas", (id) => {
    for (const on of [`vb-${id}`, "surface", "canvas"]) {
      expect(wcagContrast(colour(`vt-${id}`, theme), colour(on, theme)), on).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it.each([...VERDICTS.map((id) => `v-${id}`), "control"])("%s stands out from the surface", (token) => {
    expect(wcagContrast(colour(token, theme), colour("surface", theme))).toBeGreaterThanOrEqual(FILL_ON_SURFACE);
  });

  const seen: Record<string, (shade: Color) => Color | undefined> = {
    "full colour vision": (shade) => shade,
    deuteranopia: filterDeficiencyDeuter(1),
    protanopia: filterDeficiencyProt(1),
    tritanopia: filterDeficiencyTrit(1),
  };
  const difference = differenceCiede2000();
  it.each(Object.entries(seen))("the six fills differ under %s", (_, see) => {
    for (const [index, one] of FILLED.entries()) {
      for (const other of FILLED.slice(index + 1)) {
        const [left, right] = [see(colour(`v-${one}`, theme)), see(colour(`v-${other}`, theme))];
        if (left === undefined || right === undefined) throw new Error("A simulated colour is missing.");
        const apart = difference(left, right);
        expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(APART);
      }
    }
  });
});

it("no style sheet names a colour of its own", () => {
  const sheets = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".css") && file !== "tokens.css");
  expect(sheets.length).toBeGreaterThan(5);
  for (const sheet of sheets) {
    const text = readFileSync(path.join(import.meta.dirname, sheet), "utf8");
    expect(text.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(/gi), sheet).toBeNull();
  }
});
