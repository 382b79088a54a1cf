import { describe, expect, test } from 'vitest';
import { at, shown } from '../testing/studio.ts';
import { type SessionRule, sessionStarts } from './session-series.ts';

function starts(first: string, rule: SessionRule, count: number, zone = 'Europe/Paris'): string[] {
  const series = sessionStarts({ first: at(first), zone, rule, count });
  return series.ok
    ? shown(
        series.starts.map((start) => ({ start })),
        zone,
      )
    : [`skipped on ${series.skipped.join(', ')}`];
}

describe('B11 case 43: the sessions of a series', () => {
  test('keep their local time over a change of the clock', () => {
    expect(starts('2026-03-18T14:00+01:00', { every: 'week' }, 3)).toEqual([
      '03-18 14:00+01:00',
      '03-25 14:00+01:00',
      '04-01 14:00+02:00',
    ]);
    expect(starts('2026-10-20T14:00+02:00', { every: 'days', days: 3 }, 3)).toEqual([
      '10-20 14:00+02:00',
      '10-23 14:00+02:00',
      '10-26 14:00+01:00',
    ]);
  });

  test('of a time that comes twice take the first, and the very first is the one that was chosen', () => {
    expect(starts('2026-10-24T02:30+02:00', { every: 'days', days: 1 }, 2)[1]).toBe('10-25 02:30+02:00');
    expect(starts('2026-10-25T02:30+01:00', { every: 'days', days: 1 }, 2)).toEqual([
      '10-25 02:30+01:00',
      '10-26 02:30+01:00',
    ]);
  });

  test('are refused together where clocks skip their time', () => {
    expect(starts('2026-03-22T02:30+01:00', { every: 'week' }, 3)).toEqual(['skipped on 2026-03-29']);
  });

  test('are a number that somebody can mean', () => {
    expect(starts('2026-03-18T14:00+01:00', { every: 'week' }, 1)).toHaveLength(1);
    expect(() => starts('2026-03-18T14:00+01:00', { every: 'week' }, 53)).toThrow(RangeError);
    expect(() => starts('2026-03-18T14:00+01:00', { every: 'days', days: 0 }, 2)).toThrow(RangeError);
  });
});
