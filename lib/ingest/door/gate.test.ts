import { expect, test } from "vitest";
import { Gate } from "./gate";

test("a body waits for bytes that another holds, and gets them when that one ends", async () => {
  const gate = new Gate(100);
  const [first, second] = [gate.enter(10_000), gate.enter(10_000)];
  await first.grow(80);
  let went = false;
  const waiting = second.grow(40).then(() => { went = true; });
  await Promise.resolve();
  expect(went).toBe(false);
  first.close();
  await waiting;
  expect(gate.usedBytes).toBe(40);
});

test("the oldest goes over the budget rather than that all wait for each other", async () => {
  const gate = new Gate(100);
  const [first, second, third] = [gate.enter(10_000), gate.enter(10_000), gate.enter(10_000)];
  await Promise.all([first.grow(40), second.grow(40), third.grow(20)]);
  const waiting = second.grow(10);
  await first.grow(60);
  expect(gate.usedBytes).toBe(160);
  first.close();
  await waiting;
  expect(gate.usedBytes).toBe(70);
});

test("who waits longer than the queue time is told to come back; who was before it is not passed over", async () => {
  const gate = new Gate(100);
  const [first, second, third] = [gate.enter(30), gate.enter(30), gate.enter(30)];
  await first.grow(70);
  const large = second.grow(50);
  const small = third.grow(10);
  await expect(large).rejects.toMatchObject({ code: "busy" });
  await expect(small).rejects.toMatchObject({ code: "busy" });
  first.close();
  second.close();
  third.close();
  expect(gate.usedBytes).toBe(0);
});

test("a body that ends while it waits leaves no place in the queue", async () => {
  const gate = new Gate(10);
  const [first, second, third] = [gate.enter(10_000), gate.enter(10_000), gate.enter(10_000)];
  await first.grow(10);
  void second.grow(10);
  const waiting = third.grow(10);
  second.close();
  first.close();
  await waiting;
  expect(gate.usedBytes).toBe(10);
});
