import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLooks } from './first-look.ts';

const now = new Date('2026-11-30T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('what is new', () => {
  it('N1: a feed that is read for the first time is three news, not a hundred', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => ago(n + 1));
    const fresh = firstLooks(hundred.toReversed(), { now, first: true }).map((look) => look.fresh);
    expect(fresh.filter(Boolean)).toHaveLength(3);
    expect(fresh.slice(-3)).toEqual([true, true, true]);
  });

  it('N1: what is older than a month is no news', () => {
    expect(firstLooks([ago(24 * 31), ago(1)], { now, first: false }).map(({ fresh }) => fresh)).toEqual([
      false,
      true,
    ]);
  });

  it.each([new Date('2099-01-01'), new Date('1970-01-01'), new Date(Number.NaN), null])(
    'N1: a date that cannot be (%s) is that of the first look',
    (date) => {
      expect(firstLooks([date], { now, first: false })).toEqual([{ shownAt: now, fresh: true }]);
    },
  );

  it('N1: without dates the order of the feed stays', () => {
    const [one, two] = firstLooks([null, null], { now, first: true });
    expect(one?.shownAt.getTime()).toBeGreaterThan(two?.shownAt.getTime() ?? 0);
  });

  it('N1: whatever a feed claims, nothing is shown as of later than now, and at most twenty are new', () => {
    const any = fc.option(fc.date({ noInvalidDate: false }), { nil: null });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.boolean(), (dates, first) => {
        const looks = firstLooks(dates, { now, first });
        expect(looks.every(({ shownAt }) => shownAt <= now)).toBe(true);
        expect(looks.filter(({ fresh }) => fresh).length).toBeLessThanOrEqual(first ? 3 : 20);
      }),
    );
  });
});
