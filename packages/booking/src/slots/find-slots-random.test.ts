import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteStarts } from '../testing/brute-force.ts';
import { randomStudio } from '../testing/random-studio.ts';
import { checkSlot } from './check-slot.ts';
import { explainSlots, findSlots } from './find-slots.ts';
import type { Slot, SlotReason } from './slot-query.ts';

const SEED = 20_261_025;

function linesOf(starts: readonly (Slot & { readonly reason?: SlotReason | null })[]): string {
  return starts.map(({ start, end, date, reason }) => `${start} ${end} ${date} ${reason ?? ''}`).join('\n');
}

test('B2 B11 10,000 random studios: the sweep finds what a look at every single minute finds', () => {
  const seen = new Map<SlotReason | null, number>();
  fc.assert(
    fc.property(randomStudio, ({ query, dates }) => {
      const expected = bruteStarts(query, dates);
      expect(linesOf(explainSlots(query, dates))).toBe(linesOf(expected));
      const offered = expected.filter(({ reason }) => reason === null);
      expect(linesOf(findSlots(query, dates))).toBe(linesOf(offered));
      for (const { reason } of expected) seen.set(reason, (seen.get(reason) ?? 0) + 1);
    }),
    { numRuns: 10_000, seed: SEED, includeErrorInReport: true },
  );
  // Worth nothing if one of the answers never came up.
  const reasons = ['CLOSED', 'BUSY', 'BUFFER', 'NOTICE', 'HORIZON', 'LIMIT', 'HELD', null] as const;
  for (const reason of reasons) expect(seen.get(reason), String(reason)).toBeGreaterThan(2_000);
}, 60_000);

test('B6 case 47: the check of one start agrees with the list, on the grid and off it', () => {
  const start = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 0, 60_000, 30_000, -1, 420_000)), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(randomStudio, start, ({ query, dates }, picks) => {
      const listed = new Map(explainSlots(query, dates).map((entry) => [entry.start, entry]));
      const starts = [...listed.keys()];
      for (const [pick, shift] of starts.length > 0 ? picks : []) {
        const wanted = (starts[pick % starts.length] ?? 0) + shift;
        const entry = listed.get(wanted);
        // Shifted out of the dates it may be on the grid of the next one.
        if (!entry && wanted > (starts.at(-1) ?? 0)) continue;
        const check = checkSlot(query, wanted);
        if (check.available) expect({ ...check.slot, reason: null }).toEqual(entry);
        else if (entry) expect(check.reason).toBe(entry.reason);
        else expect(['CLOSED', 'OFFGRID']).toContain(check.reason);
      }
    }),
    { numRuns: 2_000, seed: SEED, includeErrorInReport: true },
  );
});
