import { expect, test } from 'vitest';
import { type Backups, backUp, outdated } from './back-up.ts';

const clock = () => new Date('2026-03-10T02:41:00Z');

/** A folder that remembers what was done in it, in order. */
function folder(names: string[], write = async (name: string) => void names.push(name)) {
  const done: string[] = [];
  const backups: Backups = {
    keep: 2,
    names: async () => [...names],
    async write(name) {
      await write(name);
      done.push(`+${name}`);
    },
    async remove(name) {
      names.splice(names.indexOf(name), 1);
      done.push(`-${name}`);
    },
  };
  return { backups, done, names };
}

test('S2 a night has one backup, and the oldest goes when there are enough newer ones', async () => {
  const { backups, done } = folder(['atelier-2026-03-08.backup', 'atelier-2026-03-09.backup']);
  await backUp({ backups, clock });
  await backUp({ backups, clock });
  expect(done).toEqual(['+atelier-2026-03-10.backup', '-atelier-2026-03-08.backup']);
});

test('S2 where none can be made, none is removed', async () => {
  const { backups, done } = folder(['atelier-2026-03-01.backup', 'atelier-2026-03-02.backup'], () =>
    Promise.reject(new Error('no space left')),
  );
  await expect(backUp({ backups: { ...backups, keep: 1 }, clock })).rejects.toThrow('no space');
  expect(done).toEqual([]);
});

test('S2 what somebody else laid into the folder stays', () => {
  const names = ['notes.txt', 'atelier-2026-03-01.backup', 'studio.backup', 'atelier-2026-03-02.backup.part'];
  expect(outdated(names, 1)).toEqual([]);
  expect(outdated([...names, 'atelier-2026-03-03.backup'], 1)).toEqual(['atelier-2026-03-01.backup']);
});

test('S2 without a place for them nothing is done', async () => {
  await backUp({ backups: null, clock });
});
