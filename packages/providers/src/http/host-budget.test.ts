import { expect, test } from 'vitest';
import { createHostBudget } from './host-budget.ts';

const settled = async (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

test('S11 case 21: no more than the limit enter, first come first served', async () => {
  const budget = createHostBudget(2);
  const leaveFirst = await budget.enter('a', undefined);
  await budget.enter('a', undefined);
  const third = budget.enter('a', undefined);
  const fourth = budget.enter('a', undefined);
  expect(await settled(third)).toBe(false);
  leaveFirst();
  expect(await settled(third)).toBe(true);
  expect(await settled(fourth)).toBe(false);
});

test('S11 case 21: a host that is full keeps no other host waiting', async () => {
  const budget = createHostBudget(1);
  await budget.enter('slow', undefined);
  expect(await settled(budget.enter('quick', undefined))).toBe(true);
});

test('giving a place back twice frees one place', async () => {
  const budget = createHostBudget(1);
  const leave = await budget.enter('a', undefined);
  leave();
  leave();
  await budget.enter('a', undefined);
  expect(await settled(budget.enter('a', undefined))).toBe(false);
});

test('who is aborted while waiting takes no place', async () => {
  const budget = createHostBudget(1);
  const leave = await budget.enter('a', undefined);
  const abort = new AbortController();
  const waiting = budget.enter('a', abort.signal);
  abort.abort(new Error('no longer wanted'));
  await expect(waiting).rejects.toThrow('no longer wanted');
  leave();
  expect(await settled(budget.enter('a', undefined))).toBe(true);
});
