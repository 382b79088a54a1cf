import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';

test('a seed repeats itself, and another one differs', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).next);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('every draw keeps to its bounds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, from, width) => {
      const random = seededRandom(seed);
      const drawn = random.integer(from, from + width);
      expect(drawn).toBeGreaterThanOrEqual(from);
      expect(drawn).toBeLessThanOrEqual(from + width);
      expect(random.shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

test('both ends of a range come up', () => {
  const random = seededRandom(3);
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(1, 4)));
  expect(drawn).toEqual(new Set([1, 2, 3, 4]));
});

test('nothing is picked from an empty list', () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError);
});
