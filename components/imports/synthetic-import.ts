import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { sendFiles } from "./send-files";

/** Sends the synthetic estate through the same door as any other file; each document is marked as made up. */
export async function importSyntheticEstate(): Promise<void> {
  const files = syntheticEstate(new Date().toISOString()).map((inventory, index) => {
    const name = `synthetic-${inventory.hosts[0]?.name ?? index}.json`;
    return { name, file: new File([JSON.stringify(inventory)], name, { type: "application/json" }) };
  });
  const account = await sendFiles(files, () => undefined);
  if (account.refused > 0) throw new Error("The app refused a part of the synthetic estate. The import page says why.");
}
