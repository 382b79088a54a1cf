import type { Database } from '@atelier/database/database';
import { expect, it } from 'vitest';
import { withPermit } from './submit-permits.ts';

/** Lets everything go on that can. */
async function settle(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
}

function openStudio() {
  const database = {} as Database;
  const said: string[] = [];
  const open = new Map<string, () => void>();
  const until = (name: string) => new Promise<void>((resolve) => open.set(name, resolve));
  const submit = (name: string) =>
    withPermit(database, async (released) => {
      said.push(`${name} in`);
      await until(name);
      await released(() => until(`${name} asks`));
      said.push(`${name} back`);
      await until(`${name} ends`);
    });
  const go = async (name: string) => {
    open.get(name)?.();
    await settle();
  };
  return { said, open, submit, go };
}

it('B1 case 44: a few are let in at once, and who comes back goes on before those who wait', async () => {
  const { said, open, submit, go } = openStudio();
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(submit);
  await settle();
  expect(said).toEqual(['a in', 'b in', 'c in', 'd in', 'e in', 'f in']);
  // While one asks somebody released, the next has its place.
  await go('a');
  expect(said.at(-1)).toBe('g in');
  await go('a asks');
  await go('b');
  expect(said.at(-1)).toBe('a back');
  for (let n = 0; n < 30; n += 1) {
    const names = [...open.keys()];
    for (const name of names) await go(name);
  }
  await Promise.all(all);
  expect(said.filter((line) => line.endsWith('back'))).toHaveLength(8);
});

it('B1: who fails gives the place back, also outside', async () => {
  const database = {} as Database;
  for (let n = 0; n < 20; n += 1) {
    await expect(withPermit(database, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const outside = withPermit(database, (wait) => wait(() => Promise.reject(new Error('away'))));
    await expect(outside).rejects.toThrow('away');
  }
  expect(await withPermit(database, async () => 'in')).toBe('in');
});
