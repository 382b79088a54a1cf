import type { Database } from '@atelier/database/database';
import { expect, it } from 'vitest';
import { singleFlight } from './single-flight.ts';

async function settle(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
}

function openCrowd(database = {} as Database) {
  const begun: string[] = [];
  const ends = new Map<string, (got: boolean) => void>();
  const want = (name: string, key = 'ten') =>
    singleFlight(
      database,
      key,
      () => {
        begun.push(name);
        return new Promise<boolean>((resolve) => ends.set(name, resolve));
      },
      (got) => got,
    );
  const end = async (name: string, got: boolean) => {
    ends.get(name)?.(got);
    await settle();
  };
  return { begun, want, end };
}

it('B1 case 44: one of those who want the same goes first; when they have it, all others go on at once', async () => {
  const { begun, want, end } = openCrowd();
  const all = ['a', 'b', 'c'].map((name) => want(name));
  await settle();
  expect(begun).toEqual(['a']);
  await end('a', true);
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['b', 'c']) await end(name, false);
  expect(await Promise.all(all)).toEqual([true, false, false]);
});

it('B1 case 44: when the first one does not get it, the next one goes first', async () => {
  const { begun, want, end } = openCrowd();
  const all = ['a', 'b', 'c'].map((name) => want(name));
  await end('a', false);
  expect(begun).toEqual(['a', 'b']);
  await end('b', true);
  await end('c', false);
  expect(await Promise.all(all)).toEqual([false, true, false]);
});

it('B1: who fails holds nobody up, and other wishes never wait', async () => {
  const database = {} as Database;
  const failing = singleFlight(database, 'ten', () => Promise.reject(new Error('no')), Boolean);
  const { begun, want, end } = openCrowd(database);
  const waiting = want('a');
  const other = want('b', 'eleven');
  await expect(failing).rejects.toThrow('no');
  await settle();
  expect(begun).toEqual(expect.arrayContaining(['a', 'b']));
  await end('a', true);
  await end('b', true);
  await Promise.all([waiting, other]);
});
