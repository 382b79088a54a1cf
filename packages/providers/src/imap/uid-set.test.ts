import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uidSets } from './uid-set.ts';

const members = (set: string) =>
  set.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split(':').map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });

it('M6: UIDs are packed into ranges', () => {
  expect(uidSets([3, 1, 2, 9, 9])).toEqual(['1:3,9']);
  expect(uidSets([])).toEqual([]);
});

it('M1: every UID stands in one set, no set is longer than a server takes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 3_000 }),
      fc.integer({ min: 1, max: 700 }),
      (uids, most) => {
        const sets = uidSets(uids, most);
        expect(sets.flatMap(members)).toEqual([...new Set(uids)].sort((a, b) => a - b));
        for (const set of sets) {
          expect(set.length).toBeLessThanOrEqual(7_000);
          expect(members(set).length).toBeLessThanOrEqual(most);
        }
      },
    ),
    { numRuns: 30 },
  );
});
