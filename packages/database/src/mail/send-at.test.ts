import { describe, expect, it } from 'vitest';
import { sendAt } from './send-at.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-03-10T12:00:00Z');

/** Asks for `count` mails, one every `everyMs`, and says when each goes, in milliseconds after noon. */
function asked(count: number, everyMs: number, pace = { hour: 5, day: 20 }): number[] {
  const taken: Date[] = [];
  for (let n = 0; n < count; n += 1) taken.unshift(sendAt(taken, new Date(NOON + n * everyMs), pace));
  return taken.reverse().map((at) => at.getTime() - NOON);
}

describe('mail to one address', () => {
  it('B10: goes at once as long as it is little', () => {
    expect(asked(5, 1_000)).toEqual([0, 1, 2, 3, 4].map((n) => n * 1_000));
    expect(asked(4, HOUR)).toEqual([0, 1, 2, 3].map((n) => n * HOUR));
  });

  it('B10: waits its turn beyond five an hour, and beyond twenty a day', () => {
    const at = asked(30, 0).map((ms) => ms / HOUR);
    expect(at.slice(0, 20)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(at.slice(20)).toEqual([24, 24, 24, 24, 24, 25, 25, 25, 25, 25]);
  });

  it('B10: never is more than the pace in any hour or day, however it is asked for', () => {
    for (const everyMs of [0, 60_000, 400_000, 1_000_000]) {
      const at = asked(120, everyMs);
      for (const start of at) {
        const within = (hours: number) =>
          at.filter((one) => one >= start && one < start + hours * HOUR).length;
        expect(within(1)).toBeLessThanOrEqual(5);
        expect(within(24)).toBeLessThanOrEqual(20);
      }
    }
  });
});
