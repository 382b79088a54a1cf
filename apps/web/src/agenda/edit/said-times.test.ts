import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofFirst, placeOf, saidAs, sameTimes, wallOf } from './said-times.ts';

const zones = { shown: 'Europe/Zurich', calendar: 'America/New_York' };
const to = {
  allDay: false,
  start: new Date('2026-03-12T09:00:00Z'),
  end: new Date('2026-03-12T11:00:00Z'),
} as const;
const said = (start: string, end: string, zone: string | null = 'Europe/Zurich') => ({
  start: { local: start, zone },
  end: { local: end, zone },
});

describe('times as an event says them', () => {
  it('I5: on its own clock, whichever it is shown on', () => {
    const like = (zone: string | null) => ({ local: '2026-01-01T10:00:00', zone });
    expect(saidAs(to, like('Asia/Tokyo'), zones)).toEqual(
      said('2026-03-12T18:00:00', '2026-03-12T20:00:00', 'Asia/Tokyo'),
    );
    expect(saidAs(to, like(null), zones)).toEqual(said('2026-03-12T05:00:00', '2026-03-12T07:00:00', null));
    expect(saidAs(to, { date: '2026-01-01' }, zones)).toEqual(
      said('2026-03-12T10:00:00', '2026-03-12T12:00:00'),
    );
    const days = { allDay: true, start: '2026-03-12', end: '2026-03-14' } as const;
    expect(saidAs(days, like(null), zones)).toEqual({
      start: { date: '2026-03-12' },
      end: { date: '2026-03-14' },
    });
  });

  it('finds where an event lies', () => {
    const timed = { startsAt: to.start, endsAt: to.end, allDay: false, startDate: null, endDate: null };
    expect(placeOf(timed)).toEqual(to);
    expect(placeOf({ ...timed, allDay: true, startDate: '2026-03-12', endDate: '2026-03-13' })).toMatchObject(
      {
        start: '2026-03-12',
      },
    );
  });
});

describe('an edit of all, said of the first', () => {
  const first = said('2026-03-02T10:00:00', '2026-03-02T11:00:00');
  const now = said('2026-03-30T10:00:00', '2026-03-30T11:00:00');

  it('I2: goes as many days, to the same time of day, as long as is wanted', () => {
    const wanted = said('2026-03-31T14:00:00', '2026-03-31T16:30:00');
    expect(ofFirst(wanted, now, first)).toEqual(said('2026-03-03T14:00:00', '2026-03-03T16:30:00'));
  });

  it('I2: over midnight, and from times to whole days', () => {
    const late = said('2026-03-30T22:00:00', '2026-03-31T02:00:00');
    expect(ofFirst(late, now, first)).toEqual(said('2026-03-02T22:00:00', '2026-03-03T02:00:00'));
    const days = { start: { date: '2026-03-30' }, end: { date: '2026-04-01' } };
    expect(ofFirst(days, now, first)).toEqual({ start: { date: '2026-03-02' }, end: { date: '2026-03-04' } });
  });

  it('I2: nothing moves where nothing was moved, and the first moves as it is moved', () => {
    expect(ofFirst(now, now, first)).toEqual(first);
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 1_439 }), (days, minute) => {
        const start = wallOf(first.start).with({ hour: 0, minute: 0 }).add({ days }).add({ minutes: minute });
        const wanted = said(
          start.toString({ smallestUnit: 'second' }),
          start.add({ hours: 1 }).toString({ smallestUnit: 'second' }),
        );
        expect(sameTimes(ofFirst(wanted, first, first), wanted)).toBe(true);
      }),
    );
  });
});
