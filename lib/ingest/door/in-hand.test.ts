import { expect, test } from "vitest";
import { takeInHand, untilDoorRests } from "./in-hand";

async function isResting(mostMs: number): Promise<boolean> {
  let rests = false;
  void untilDoorRests(mostMs).then(() => { rests = true; });
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return rests;
}

test("the door rests when the last inventory in hand is put down", async () => {
  expect(await isResting(60_000)).toBe(true);
  const [first, second] = [takeInHand(), takeInHand()];
  const waiting = untilDoorRests(60_000);
  first();
  expect(await isResting(60_000)).toBe(false);
  second();
  await waiting;
  expect(await isResting(60_000)).toBe(true);
});

test("a door that is busy without a break holds up nothing beyond the time that is given", async () => {
  const putDown = takeInHand();
  await untilDoorRests(1);
  expect(await isResting(0)).toBe(true);
  expect(await isResting(60_000)).toBe(false);
  putDown();
});
