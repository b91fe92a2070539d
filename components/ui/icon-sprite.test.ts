import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ICON_NAMES } from "./icon-names";

const iconModule = z.object({
  __iconData: z.object({ node: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])) }),
});

async function symbol(name: string): Promise<string> {
  const { __iconData } = iconModule.parse(await import(`lucide-react/dist/esm/icons/${name}.mjs`));
  const shapes = __iconData.node.map(([tag, { key: _, ...attributes }]) => {
    const text = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
    return `<${tag}${text.join("")}/>`;
  });
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`;
}

describe("icon sprite", () => {
  it("holds each named icon as lucide draws it", async () => {
    const symbols = await Promise.all(ICON_NAMES.map(symbol));
    const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
    await expect(sprite).toMatchFileSnapshot("../../public/icons.svg");
  });
});
